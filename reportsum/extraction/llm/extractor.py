"""The `llm` extractor: chunk → question → cache or model → answer → draft.

It knows the order of things: look into the cache, ask, ask again when the answer is of the wrong form, split the chunk when an answer
was cut off, keep every valid answer the moment it arrives, judge it, and take a second look at the figures it passed over. The
neighbours do the work: prompting, calling, retrying, drafting.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from ...chunking import estimated_tokens
from ...errors import AuthenticationError, BudgetSpentError, InvalidAnswerError, ModelError, ServerUnavailableError
from ...models import Digest, Language, PromptVersion
from ..base import AnswerCache, Conclusion, Tally
from ..drafts import ChunkDraft
from ..rules import draft_chunk
from .closing.concluding import judge_closing
from .closing.question import FEWEST_HEADS, heads_of
from .closing.wire import ClosingAnswer
from .dialects import Asked, DialectName, Put, put, put_closing
from .editing.sight import fewest_tokens
from .editing.wire import EditAnswer
from .form import WireAnswer
from .keys import answer_key
from .pacing import EXPECTED_ANSWER_TOKENS, Budget, Pace
from .pieces import can_be_halved, halves, left_over
from .prompting import load_template
from .replies import Call, CutOffError, HopelessError, Reply, TransientError, UnusableError, Usage, WithheldError, used
from .retrying import FIRST_DEADLINE_S, Circuit, Gate, Retry, until_usable
from .row_drafts import JudgedDraft

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...chunking import Chunk
    from .calling import Client

logger = logging.getLogger(__name__)
MOST_SPLITS = 3
"""How often a chunk is halved before its cut-off answers are given up: eight pieces."""
CLOSING = "closing"
"""What the closing question is called where chunks go by their ids."""
ENOUGH_UNEDITED = 2
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
    extra: str = ""
    """What else the settings add to each request, as JSON."""
    max_answer_tokens: int | None = None
    dialect: Literal["auto", "edit", "dense"] = "auto"
    """How chunks are put; auto edits, and asks again in the dense dialect where the model does not attend."""
    partial: bool = True
    """The rules may step in for a part of a chunk."""
    closing: bool = True
    """Ask once for each report what leads and for its summary."""
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
        pace: Pace | None = None,
        budget: Budget | None = None,
    ) -> None:
        self.manner = manner
        self._make_client = client
        self._client: Client | None = None
        self._gate = gate
        self._retry = retry
        self._cache = cache
        self._pace = pace or Pace(None, None, retry.sleep, retry.clock)
        self._budget = budget or Budget()
        self.circuit = Circuit()
        self._edited = 0
        """Answers of the editing dialect that could be used."""
        self._unedited = 0
        """Smallest pieces for which there was none."""

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
        return load_template("extract" if self.manner.dialect == "dense" else "edit", language).version

    @property
    def _cannot_edit(self) -> bool:
        """Whether the model has shown that the editing dialect is beyond it: even the smallest pieces brought no usable answer."""
        return self._unedited >= ENOUGH_UNEDITED and not self._edited

    @property
    def proven(self) -> bool:
        """Whether the server has answered in this run."""
        return self._gate.proven

    def workers(self, concurrency: int) -> int:
        """Return as many to spare: the gate bounds the requests, and new questions are to be ready while others wait to follow on."""
        return 2 * concurrency - 1

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
        draft = await self._as_editor(chunk, tally) if self.manner.dialect != "dense" else None
        if draft is not None:
            return draft
        draft = await self._read(chunk, "dense", tally, follows=self.manner.dialect != "dense")
        return self._settled(chunk, await self._second_look(chunk, draft, tally) if self.manner.second_look else draft)

    async def _as_editor(self, chunk: Chunk, tally: Tally) -> JudgedDraft | None:
        """Return the draft of the editing dialect; None where the model cannot edit or does not attend: the dense one is next."""
        auto = self.manner.dialect == "auto"
        if auto and self._cannot_edit:
            return None
        try:
            draft = await self._read(chunk, "edit", tally)
        except InvalidAnswerError as error:
            if not (auto and self._cannot_edit):
                raise
            tally.dropped.append(f"{error} Asked in the dense dialect instead; set --dialect dense for this model.")
            return None
        if not (auto and is_inattentive(draft)):
            return draft
        tally.dropped.append(
            f"{chunk.id}: the model put {draft.mended} of {draft.slips} readings right that were shown wrong on purpose: it was asked in "
            "the dense dialect too. Set --dialect dense for this model."
        )
        return None

    async def _read(self, chunk: Chunk, dialect: DialectName, tally: Tally, splits: int = 0, *, follows: bool = False) -> JudgedDraft:
        asked = put(chunk, dialect)
        if not asked.marks:
            return JudgedDraft()
        key = self._key(asked)
        kept = self._kept(key, asked)
        if kept is not None:
            tally.cached += 1
        fresh: Reply | None = None
        if kept is None and dialect == "edit" and self._cannot_edit:
            raise InvalidAnswerError(f"Chunk {chunk.id}: this model repeats no check words, so it was not asked again.")
        try:
            if kept is None:
                fresh = await self._asked(chunk.id, asked, tally, splittable=can_be_halved(chunk), follows=follows)
        except CutOffError as cut:
            return await self._in_halves(chunk, dialect, key, tally, splits, cut)
        if kept == SPLIT:
            return await self._in_halves(chunk, dialect, key, tally, splits, None)
        answer = fresh.answer if fresh else kept
        assert isinstance(answer, WireAnswer)
        draft = asked.judge(answer)
        self._edited += dialect == "edit"
        if fresh:
            self._keep(key, fresh.text)  # only now: an answer that cannot be judged would fail every run to come
        tally.dropped += [f"{chunk.id}: {reason}" for reason in draft.dropped]
        for name in ("slips", "mended", "readings", "changed"):
            setattr(tally, name, getattr(tally, name) + getattr(draft, name))
        return draft

    def unkept(self, chunk: Chunk) -> list[Put]:
        """Return what would be asked about a chunk because the cache cannot answer it."""
        if self.manner.dialect == "dense":
            return self._missing(chunk, "dense")[0]
        missing, inattentive = self._missing(chunk, "edit")
        return [*missing, *(self._missing(chunk, "dense")[0] if inattentive and self.manner.dialect == "auto" else ())]

    def _missing(self, chunk: Chunk, dialect: DialectName) -> tuple[list[Put], bool]:
        """Return what the cache lacks about a chunk, and whether what it holds shows an inattentive model."""
        asked = put(chunk, dialect)
        if not asked.marks:
            return [], False
        kept = self._kept(self._key(asked), asked)
        if kept == SPLIT and (pieces := halves(chunk)) is not None:
            found = [self._missing(piece, dialect) for piece in pieces]
            return [missing for of_piece, _ in found for missing in of_piece], any(inattentive for _, inattentive in found)
        if isinstance(kept, WireAnswer):
            return [], is_inattentive(asked.judge(kept))
        return [asked], False

    async def _second_look(self, chunk: Chunk, draft: JudgedDraft, tally: Tally) -> JudgedDraft:
        """Return `draft` with what a second question about the figures it passed over brings; unchanged when there are none."""
        rest = left_over(chunk, draft.judged)
        if rest is None:
            return draft
        try:
            found = await self._read(rest, "dense", tally, follows=True)
        except InvalidAnswerError as error:
            tally.dropped.append(f"{chunk.id}: the second look failed: {error}")
            return draft
        return joined(draft, replace(found, summary=None))

    def _settled(self, chunk: Chunk, draft: JudgedDraft) -> JudgedDraft:
        """Return a dense draft in which what nobody answered is as the rules read it, and which says so."""
        open_marks = left_over(chunk, draft.judged)
        if open_marks is None:
            return draft
        missing = len(open_marks.figures)
        reason = f"{missing} of {len(chunk.figures)} figures were left unanswered; they are as the rules read them."
        told = draft_chunk(open_marks)
        with_figures = ChunkDraft(
            tuple(fact for fact in told.achievements if fact.figures),
            tuple(fact for fact in told.targets if fact.figures),
            tuple(fact for fact in told.risks if fact.figures),
        )
        return joined(draft, by_rules(with_figures, open_marks, reason))

    async def conclude(self, digest: Digest, text: str, tally: Tally) -> Conclusion | None:
        """Return what the model says of the whole report; None where it is not asked, because too few items matter."""
        if not self.manner.closing:
            return None
        heads = heads_of(digest, text)
        if len(heads.items) < FEWEST_HEADS:
            return None
        asked = put_closing(digest, heads)
        key = self._key(asked)
        kept = self._kept(key, asked)
        if isinstance(kept, WireAnswer):
            tally.cached += 1
            answer = kept
        else:
            reply = await self._asked(CLOSING, asked, tally, splittable=False, follows=False)  # it brings a report to its end
            answer = reply.answer
            self._keep(key, reply.text)
        assert isinstance(answer, ClosingAnswer)
        conclusion = judge_closing(answer, heads, digest)
        tally.dropped += [f"{CLOSING}: {reason}" for reason in conclusion.dropped]
        return conclusion

    async def close(self) -> None:
        """Let go of the server."""
        if self._client is not None:
            await self._client.close()

    def _key(self, asked: Asked) -> str:
        manner = self.manner
        return answer_key(
            asked.question, asked.form, model=self.model, prompt=asked.version, temperature=manner.temperature, seed=manner.seed,
            extra=manner.extra,
        )  # fmt: skip

    def _kept(self, key: str, asked: Asked) -> WireAnswer | str | None:
        """Return what the cache holds: an answer, SPLIT, or None. What is not a valid answer counts as missing."""
        text = self._cache.get(key) if self._cache else None
        if text is None or text == SPLIT:
            return text
        try:
            answer = asked.form.model_validate_json(text)
        except (ValidationError, json.JSONDecodeError, RecursionError):
            return None
        return None if asked.unseen(answer) else answer

    def _keep(self, key: str, text: str) -> None:
        if self._cache:
            self._cache.put(key, text)

    async def _asked(self, name: str, asked: Asked, tally: Tally, *, splittable: bool, follows: bool) -> Reply:
        """Return the model's answer, asked for as often as the rules of retrying allow."""

        def retried() -> None:
            tally.retries += 1
            logger.info("%s is asked again", name)

        async def attempt(number: int, last: UnusableError | None) -> Reply:
            call = self._call(name, asked, number, last)
            answers = self._gate.answers
            try:
                sent = partial(self._sent, call, tally, follows=follows or number > 1)
                reply = await self._retry.until_served(sent, self._patience, retried)
                self._check_sight(asked, reply, again=number > 1)
            except ServerUnavailableError as error:
                if self._gate.answers == answers:  # nobody else was served either: do not let every chunk wait as long
                    self.circuit.open(error)
                raise
            except CutOffError as cut:
                if splittable:
                    raise
                raise UnusableError(cut.reason) from None  # nothing to split: asking afresh is all that is left
            except UnusableError as error:
                if (why := cut_context(call, error.usage)) is None:
                    raise
                if splittable:
                    raise CutOffError(why) from None
                raise UnusableError(why, error.text, error.usage) from None
            return reply

        try:
            return await until_usable(attempt, retried)
        except UnusableError as error:
            self._unedited += asked.form is EditAnswer
            raise InvalidAnswerError(
                f"{'Closing question' if name == CLOSING else f'Chunk {name}'}: no usable answer in four attempts; last: {error.reason}. "
                "Try another --model or output mode, or --fallback rules."
            ) from None

    @staticmethod
    def _check_sight(asked: Asked, reply: Reply, *, again: bool) -> None:
        """Raise when an answer shows that the model did not see the whole question: asked once more, then in halves."""
        reason = asked.unseen(reply.answer)
        if reason is None:
            return
        if again:
            raise CutOffError(reason)
        raise UnusableError(reason, reply.text, reply.usage)

    def _call(self, name: str, asked: Asked, number: int, last: UnusableError | None) -> Call:
        """Return attempt `number`: the question; then with what was wrong; then afresh."""
        messages = asked.question.as_messages()
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
            limit = ANSWER_TOKENS_FOR_SUMMARY + ANSWER_TOKENS_PER_MARK * asked.marks
        marks = asked.question.marks if self.manner.bounded else ()
        bounds = tuple(mark.shown(number) for number, mark in enumerate(marks, start=1)) or None
        plain = last is not None and last.empty
        return Call(name, tuple(messages), temperature, limit, bounds, asked.form, plain)

    async def _sent(self, call: Call, tally: Tally, *, follows: bool) -> Reply:
        """Make one request, inside the gate and unless the circuit is open."""
        async with self._gate.place(follows=follows) as ticket:
            self.circuit.check()
            if self._client is None:
                self._client = self._make_client()
            tokens = sum(round(estimated_tokens(message["content"])) for message in call.messages)
            await self._pace.wait(tokens + EXPECTED_ANSWER_TOKENS)
            usage = Usage()
            try:
                aside = self._budget.reserve(tokens)
            except BudgetSpentError as error:
                self.circuit.open(error)
                raise
            try:
                reply = await self._client.send(replace(call, on_send=lambda: _count(call, tally)))
                usage = reply.usage
            except TransientError as error:
                if error.throttled:
                    self._gate.throttled(ticket)
                raise
            except (UnusableError, CutOffError, WithheldError) as error:
                usage = error.usage
                used(tally, usage)
                self._gate.succeeded()
                raise
            except (AuthenticationError, HopelessError) as error:
                self.circuit.open(error)
                raise
            finally:
                self._budget.settle(aside, usage)
            self._gate.succeeded()
            used(tally, usage)
            return reply

    def _patience(self) -> float:
        """Return how long a failing server is given: little before it has ever answered in this run."""
        return self._retry.deadline_s if self.proven else min(self._retry.deadline_s, FIRST_DEADLINE_S)

    async def _in_halves(
        self, chunk: Chunk, dialect: DialectName, key: str, tally: Tally, splits: int, cut: CutOffError | None
    ) -> JudgedDraft:
        """Return the draft of a chunk asked for in two halves. A half that cannot be read is the rules', where they may step in."""
        pieces = halves(chunk)
        if pieces is None or splits >= MOST_SPLITS:
            self._unedited += dialect == "edit"
            reason = cut.reason if cut else "its answer was cut off before"
            raise InvalidAnswerError(
                f"Chunk {chunk.id}: {reason}, and it cannot be split any further. "
                "Raise the setting max_answer_tokens, or lower max_chunk_chars."
            )
        tally.splits += 1
        drafts: list[JudgedDraft] = []
        failures: list[InvalidAnswerError] = []
        for piece in pieces:
            try:
                drafts.append(await self._read(piece, dialect, tally, splits + 1, follows=True))
            except InvalidAnswerError as error:
                if not self.manner.partial or (dialect == "edit" and self._cannot_edit):
                    raise
                failures.append(error)
                drafts.append(by_rules(draft_chunk(piece), piece, str(error)))
        if len(failures) == len(pieces):
            raise failures[0]
        self._keep(key, SPLIT)
        return joined(*drafts)


def _count(call: Call, tally: Tally) -> None:
    """Count a request that is leaving."""
    tally.requests += 1
    tally.prompt_chars += sum(len(message["content"]) for message in call.messages)


ENOUGH_MENDED = 0.5
"""A model that puts fewer of the slips right than this is not attending."""


def is_inattentive(draft: JudgedDraft) -> bool:
    """Return whether a model let pass what was shown wrong on purpose."""
    return draft.slips > 0 and draft.mended < ENOUGH_MENDED * draft.slips


def cut_context(call: Call, usage: Usage) -> str | None:
    """Return why an unusable answer comes from a context that was cut; None when the server counted about what was sent, or nothing."""
    fewest = sum(fewest_tokens(message["content"]) for message in call.messages)
    if not 0 < usage.prompt_tokens < fewest:
        return None
    return (
        f"the server took {usage.prompt_tokens} prompt tokens of at least {fewest:.0f} that were sent: its context is too small. "
        "Raise it there (num_ctx, OLLAMA_CONTEXT_LENGTH), or lower max_chunk_chars"
    )


def by_rules(draft: ChunkDraft, chunk: Chunk, reason: str) -> JudgedDraft:
    """Return what the rules read of a piece that the model did not, with the reason."""
    judged = frozenset(number for number, _ in chunk.figures)
    return JudgedDraft(draft.achievements, draft.targets, draft.risks, unread=reason, judged=judged)


def joined(first: JudgedDraft, second: JudgedDraft) -> JudgedDraft:
    """Return two drafts of one chunk as one, in clause order."""
    counted = Counter(number for draft in (first, second) for number in draft.judged)
    assert not counted or max(counted.values()) == 1, "a figure was asked about twice"
    return JudgedDraft(
        achievements=tuple(sorted(first.achievements + second.achievements, key=_place)),
        targets=tuple(sorted(first.targets + second.targets, key=_place)),
        risks=tuple(sorted(first.risks + second.risks, key=_place)),
        summary=" ".join(part for part in (first.summary, second.summary) if part) or None,
        sections=first.sections + second.sections,
        taken=first.taken + second.taken,
        not_figures=first.not_figures | second.not_figures,
        leads=first.leads + second.leads,
        notable=first.notable + second.notable,
        routine=first.routine + second.routine,
        dropped=first.dropped + second.dropped,
        unread=first.unread or second.unread,
        judged=first.judged | second.judged,
        slips=first.slips + second.slips,
        mended=first.mended + second.mended,
        readings=first.readings + second.readings,
        changed=first.changed + second.changed,
    )


def _place(item: object) -> tuple[int, tuple[int, ...]]:
    clauses: tuple[int, ...] = getattr(item, "clauses", ())
    figures: tuple[int, ...] = getattr(item, "figures", ())
    return clauses[0], figures
