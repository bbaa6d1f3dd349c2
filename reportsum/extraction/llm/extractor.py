"""The `llm` extractor: chunk → question → cache or model → answer → draft.

It knows the order of things: look into the cache, ask, ask again when the answer is of the wrong form, split the chunk when an answer
was cut off, keep every valid answer the moment it arrives, judge it, and take a second look at the figures it passed over. The
neighbours do the work: prompting, calling, retrying, judging.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from ...errors import AuthenticationError, InvalidAnswerError, ModelError, ServerUnavailableError
from ...models import Language, PromptVersion
from ..base import AnswerCache, Tally
from .judging import JudgedDraft, judge
from .keys import answer_key
from .pieces import halves, left_over
from .prompting import Prompt, Question, ask, load_prompt
from .replies import Call, CutOffError, HopelessError, Reply, TransientError, UnusableError, used
from .retrying import FIRST_DEADLINE_S, Circuit, Gate, Retry, until_usable
from .wire import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...chunking import Chunk
    from .calling import Client

MOST_SPLITS = 3
"""How often a chunk is halved before its cut-off answers are given up: eight pieces."""
SPLIT = '{"split":true}'
"""Kept for a chunk whose answer was cut off: the next run goes to its halves at once."""
FRESH_TEMPERATURE = 0.4
"""For the attempts that ask afresh: at temperature 0 most servers would repeat the same unusable answer word for word."""
ANSWER_TOKENS_PER_MARK = 40
ANSWER_TOKENS_FOR_SUMMARY = 200


@dataclass(frozen=True, slots=True)
class Manner:
    """How questions are put: what of the settings decides an answer, and what bounds it."""

    model: str
    """Name of the model in the cache key and the digest; for a local file, a name of its content."""
    temperature: float | None = 0.0
    seed: int | None = None
    max_answer_tokens: int | None = None
    second_look: bool = True
    """Ask once more about the figures that an answer passed over."""
    bounded: bool = False
    """Bound schema and answer by the chunk's own marks: for the embedded server, where it costs nothing."""


class LlmExtractor:
    """Reads chunks with a language model. One instance serves one run; `draft` may be awaited for many chunks at once."""

    name = "llm"

    def __init__(
        self,
        manner: Manner,
        client: Callable[[], Client],
        *,
        gate: Gate,
        retry: Retry,
        cache: AnswerCache | None = None,
        prompt: Prompt | None = None,
    ) -> None:
        self.manner = manner
        self._make_client = client
        self._client: Client | None = None
        self._gate = gate
        self._retry = retry
        self._cache = cache
        self._prompt = prompt
        self.circuit = Circuit()

    @property
    def model(self) -> str:
        """Name of the model."""
        return self.manner.model

    @property
    def prompt(self) -> PromptVersion:
        """The prompt for Chinese reports, which all but English ones are read with."""
        return self.prompt_for("zh-Hans")

    def prompt_for(self, language: Language) -> PromptVersion:
        """Return the prompt for reports in `language`."""
        return (self._prompt or load_prompt(language)).version

    @property
    def proven(self) -> bool:
        """Whether the server has answered in this run."""
        return self._gate.proven

    def workers(self, concurrency: int) -> int:
        """Return some to spare: the gate bounds the requests, and the next question is to be ready while others judge an answer."""
        return concurrency + concurrency // 2

    def is_hopeless(self, error: ModelError, *, fallback: bool) -> bool:
        """Return whether no other request would fare better, and the rules are not asked to step in."""
        if isinstance(error, ServerUnavailableError):
            return not self.proven and not fallback
        return error is self.circuit.error

    async def draft(self, chunk: Chunk) -> JudgedDraft:
        """Return what the chunk states. Raises ModelError when it cannot be read."""
        return await self.read(chunk, Tally())

    async def read(self, chunk: Chunk, tally: Tally) -> JudgedDraft:
        """As `draft`, writing down in `tally` what it took."""
        draft = await self._read(chunk, tally)
        return await self._second_look(chunk, draft, tally) if self.manner.second_look else draft

    async def _read(self, chunk: Chunk, tally: Tally, splits: int = 0) -> JudgedDraft:
        prompt = self._prompt or load_prompt(chunk.meta.language)
        question = ask(chunk, prompt)
        if not question.marks:
            return JudgedDraft()
        key = answer_key(question, model=self.model, prompt=prompt.version, temperature=self.manner.temperature, seed=self.manner.seed)
        kept = self._kept(key)
        if kept is not None:
            tally.cached += 1
        fresh: Reply | None = None
        try:
            if kept is None:
                fresh = await self._asked(chunk, question, tally)
        except CutOffError as cut:
            return await self._in_halves(chunk, key, tally, splits, cut)
        if kept == SPLIT:
            return await self._in_halves(chunk, key, tally, splits, None)
        answer = fresh.answer if fresh else kept
        assert isinstance(answer, Answer)
        draft = judge(answer, question.marks, chunk)
        if fresh:
            self._keep(key, fresh.text)  # only now: an answer that cannot be judged would fail every run to come
        tally.dropped += [f"{chunk.id}: {reason}" for reason in draft.dropped]
        return draft

    def unkept(self, chunk: Chunk) -> list[Question]:
        """Return the questions about a chunk that the cache cannot answer."""
        prompt = self._prompt or load_prompt(chunk.meta.language)
        question = ask(chunk, prompt)
        if not question.marks:
            return []
        key = answer_key(question, model=self.model, prompt=prompt.version, temperature=self.manner.temperature, seed=self.manner.seed)
        kept = self._kept(key)
        if kept == SPLIT and (pieces := halves(chunk)) is not None:
            return [missing for piece in pieces for missing in self.unkept(piece)]
        return [] if kept is not None else [question]

    async def _second_look(self, chunk: Chunk, draft: JudgedDraft, tally: Tally) -> JudgedDraft:
        """Return `draft` with what a second question about the figures it passed over brings; unchanged when there are none."""
        rest = left_over(chunk, draft.judged)
        if rest is None:
            return draft
        try:
            found = await self._read(rest, tally)
        except InvalidAnswerError as error:
            tally.dropped.append(f"{chunk.id}: the second look failed: {error}")
            return draft
        return joined(draft, replace(found, summary=None))

    async def close(self) -> None:
        """Let go of the server."""
        if self._client is not None:
            await self._client.close()

    def _kept(self, key: str) -> Answer | str | None:
        """Return what the cache holds: an answer, SPLIT, or None. What is not a valid answer counts as missing."""
        text = self._cache.get(key) if self._cache else None
        if text is None or text == SPLIT:
            return text
        try:
            return Answer.model_validate_json(text)
        except (ValidationError, json.JSONDecodeError, RecursionError):
            return None

    def _keep(self, key: str, text: str) -> None:
        if self._cache:
            self._cache.put(key, text)

    async def _asked(self, chunk: Chunk, question: Question, tally: Tally) -> Reply:
        """Return the model's answer, asked for as often as the rules of retrying allow."""
        splittable = halves(chunk) is not None

        def retried() -> None:
            tally.retries += 1

        async def attempt(number: int, last: UnusableError | None) -> Reply:
            call = self._call(chunk, question, number, last)
            answers = self._gate.answers
            try:
                return await self._retry.until_served(lambda: self._sent(call, tally), self._patience, retried)
            except ServerUnavailableError as error:
                if self._gate.answers == answers:  # nobody else was served either: do not let every chunk wait as long
                    self.circuit.open(error)
                raise
            except CutOffError as cut:
                if splittable:
                    raise
                raise UnusableError(cut.reason) from None  # nothing to split: asking afresh is all that is left

        try:
            return await until_usable(attempt, retried)
        except UnusableError as error:
            raise InvalidAnswerError(
                f"Chunk {chunk.id}: no usable answer in four attempts; last: {error.reason}. "
                "Try another --model or output mode, or --fallback rules."
            ) from None

    def _call(self, chunk: Chunk, question: Question, number: int, last: UnusableError | None) -> Call:
        """Return attempt `number`: the question; then with what was wrong; then afresh."""
        messages = question.as_messages()
        if number == 2 and last is not None:
            messages += [
                {"role": "assistant", "content": last.text or "{}"},
                {"role": "user", "content": f"JSON: {last.reason}"},
            ]
        temperature = self.manner.temperature
        if number > 2 and temperature is not None:
            temperature = max(temperature, FRESH_TEMPERATURE)
        limit = self.manner.max_answer_tokens
        if limit is None and self.manner.bounded:
            limit = ANSWER_TOKENS_FOR_SUMMARY + ANSWER_TOKENS_PER_MARK * len(question.marks)
        bounds = tuple(mark.shown(number) for number, mark in enumerate(question.marks, start=1)) if self.manner.bounded else None
        return Call(chunk.id, tuple(messages), temperature, limit, bounds)

    async def _sent(self, call: Call, tally: Tally) -> Reply:
        """Make one request, inside the gate and unless the circuit is open."""
        async with self._gate.place() as ticket:
            self.circuit.check()
            if self._client is None:
                self._client = self._make_client()
            tally.requests += 1
            tally.prompt_chars += sum(len(message["content"]) for message in call.messages)
            try:
                reply = await self._client.send(call)
            except TransientError as error:
                if error.throttled:
                    self._gate.throttled(ticket)
                raise
            except (UnusableError, CutOffError) as error:
                used(tally, error.usage)
                self._gate.succeeded()
                raise
            except (AuthenticationError, HopelessError) as error:
                self.circuit.open(error)
                raise
            self._gate.succeeded()
            used(tally, reply.usage)
            return reply

    def _patience(self) -> float:
        """Return how long a failing server is given: little before it has ever answered in this run."""
        return self._retry.deadline_s if self.proven else min(self._retry.deadline_s, FIRST_DEADLINE_S)

    async def _in_halves(self, chunk: Chunk, key: str, tally: Tally, splits: int, cut: CutOffError | None) -> JudgedDraft:
        """Return the draft of a chunk asked for in two halves."""
        pieces = halves(chunk)
        if pieces is None or splits >= MOST_SPLITS:
            reason = cut.reason if cut else "its answer was cut off before"
            raise InvalidAnswerError(
                f"Chunk {chunk.id}: {reason}, and it cannot be split any further. "
                "Raise the setting max_answer_tokens, or lower max_chunk_chars."
            )
        tally.splits += 1
        first = await self._read(pieces[0], tally, splits + 1)
        second = await self._read(pieces[1], tally, splits + 1)
        self._keep(key, SPLIT)
        return joined(first, second)


def joined(first: JudgedDraft, second: JudgedDraft) -> JudgedDraft:
    """Return two drafts of one chunk as one, in clause order."""
    counted = Counter(number for draft in (first, second) for number in draft.judged)
    assert not counted or max(counted.values()) == 1, "a figure was asked about twice"
    return replace(
        first,
        achievements=tuple(sorted(first.achievements + second.achievements, key=_place)),
        targets=tuple(sorted(first.targets + second.targets, key=_place)),
        risks=tuple(sorted(first.risks + second.risks, key=_place)),
        summary=" ".join(part for part in (first.summary, second.summary) if part) or None,
        dropped=first.dropped + second.dropped,
        judged=first.judged | second.judged,
    )


def _place(item: object) -> tuple[int, tuple[int, ...]]:
    clauses: tuple[int, ...] = getattr(item, "clauses", ())
    figures: tuple[int, ...] = getattr(item, "figures", ())
    return clauses[0], figures
