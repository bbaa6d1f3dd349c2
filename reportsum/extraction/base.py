"""What an extractor is: anything that reads a chunk and answers with a draft.

The library brings two, `rules` and `llm`. An own one needs the members of `Extractor`; pass it wherever one is taken:

    class MyExtractor:
        name = "mine"          # stands in every item, so that a reader knows who read it
        model = None
        prompt = None

        async def draft(self, chunk: Chunk) -> ChunkDraft:
            first = chunk.clauses[0]
            return ChunkDraft(achievements=(AchievementDraft(clauses=(first.number,), metric=first.text[:8]),))

Raise a `ModelError` for a chunk that cannot be read: it is recorded in the digest, and the other chunks go on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from ..chunking import Chunk
from ..errors import InvalidAnswerError, ModelError
from ..models import ChunkStatus, Digest, Language, PromptVersion, ReportKind
from .drafts import ChunkDraft
from .resolving import check_draft


@dataclass(frozen=True, slots=True)
class ChunkOutcome:
    """What became of one chunk."""

    chunk_id: str
    status: ChunkStatus
    extractor: str
    """Name of the extractor whose draft it is; for a failed chunk, of the one that failed."""
    draft: ChunkDraft | None
    """None when the chunk failed."""
    error: str | None = None
    """Why the extractor failed, for status "failed" and "fallback"."""


@runtime_checkable
class Extractor(Protocol):
    """Reads chunks. `draft` may be awaited for many chunks at once; order is nobody's concern but the caller's."""

    @property
    def name(self) -> str:
        """Short lower-case name; it is written into every item."""

    @property
    def model(self) -> str | None:
        """Name of the model that reads; None where there is none."""

    @property
    def prompt(self) -> PromptVersion | None:
        """The prompt it asks with; None where there is none."""

    async def draft(self, chunk: Chunk) -> ChunkDraft:
        """Return what the chunk states. Raises `ModelError` when it cannot be read."""


@dataclass(slots=True)
class Tally:
    """What one chunk, or a whole run, took. `add` sums the fields."""

    requests: int = 0
    cached: int = 0
    """Answers that came from the cache."""
    retries: int = 0
    splits: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    """Prompt tokens the server had in its own cache; part of `prompt_tokens`."""
    answer_tokens: int = 0
    prompt_chars: int = 0
    slips: int = 0
    """Readings shown wrong on purpose."""
    mended: int = 0
    """Those of them that the model put right."""
    readings: int = 0
    """Facts shown to the model."""
    changed: int = 0
    """Those of them that its answers changed."""
    dropped: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.dropped += other.dropped


COUNTS = tuple(name for name in Tally.__dataclass_fields__ if name != "dropped")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What an extractor says of a whole report, by the ids of its digest."""

    top: tuple[str, ...] = ()
    """Items that lead, the most telling first."""
    same: tuple[tuple[str, ...], ...] = ()
    """Items that tell the same fact."""
    links: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(target, achievements that tell how far it has come)."""
    points: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(sentence of the summary, items it rests on)."""
    title: str | None = None
    kind: ReportKind | None = None
    place: str | None = None
    issuer: str | None = None
    routine: tuple[str, ...] = ()
    """Items that are no more than general measures."""
    dropped: tuple[str, ...] = ()
    """Why parts were refused."""

    @property
    def refused_points(self) -> int:
        """How many sentences were refused."""
        return sum(reason.startswith("point") for reason in self.dropped)


@runtime_checkable
class RunExtractor(Extractor, Protocol):
    """What a run asks of an extractor. A plain `Extractor` becomes one by `for_run`; the model's is one by itself."""

    def workers(self, concurrency: int) -> int:
        """Return how many chunks to hand out at once."""

    def prompt_for(self, language: Language) -> PromptVersion | None:
        """Return the prompt for reports in `language`; None where there is none."""

    async def read(self, chunk: Chunk, tally: Tally) -> ChunkDraft:
        """As `draft`, writing down in `tally` what it took."""

    async def conclude(self, digest: Digest, text: str, tally: Tally) -> Conclusion | None:
        """Return what it says of the whole report, whose working text is `text`; None when it has nothing to say."""

    def is_hopeless(self, error: ModelError, *, fallback: bool) -> bool:
        """Return whether no further chunk can fare better than the one that failed with `error`. `fallback`: the rules would step in."""

    async def close(self) -> None:
        """Let go of what was held."""


def for_run(extractor: Extractor) -> RunExtractor:
    """Return `extractor` as a run wants it."""
    return extractor if isinstance(extractor, RunExtractor) else _Plain(extractor)


class _Plain:
    """An extractor that asks no server: every chunk by itself, nothing to count, nothing to close."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor
        self.name = extractor.name
        self.model = extractor.model
        self.prompt = extractor.prompt

    def workers(self, concurrency: int) -> int:
        return concurrency

    def prompt_for(self, language: Language) -> PromptVersion | None:
        return self.prompt

    async def draft(self, chunk: Chunk) -> ChunkDraft:
        """Return what the chunk states; a draft that points at what is not there is refused."""
        draft = await self._extractor.draft(chunk)
        try:
            check_draft(draft, chunk.clauses, chunk.figures)
        except ValueError as error:
            raise InvalidAnswerError(f"Chunk {chunk.id}: the extractor {self.name} points at what is not there: {error}.") from error
        return draft

    async def read(self, chunk: Chunk, tally: Tally) -> ChunkDraft:
        draft = await self.draft(chunk)
        tally.dropped += [f"{chunk.id}: {reason}" for reason in draft.dropped]
        return draft

    async def conclude(self, digest: Digest, text: str, tally: Tally) -> Conclusion | None:
        return None

    def is_hopeless(self, error: ModelError, *, fallback: bool) -> bool:
        return False

    async def close(self) -> None:
        """Nothing is held."""


class AnswerCache(Protocol):
    """Where answers are kept. Both methods may be called for many chunks in turn, never at the same time."""

    def get(self, key: str) -> str | None:
        """Return the text stored under `key`, None when there is none that can be trusted."""

    def put(self, key: str, text: str) -> None:
        """Store `text` under `key`; what stood there is replaced."""


class ScriptedExtractor:
    """A fake model for tests: hands out a queue of drafts in the order of the calls; an error in the queue is raised.

    `chunks` lists what it was asked for. An empty queue is an `InvalidAnswerError` that says so.
    """

    model: str | None = "scripted"
    prompt: PromptVersion | None = None

    def __init__(self, answers: Iterable[ChunkDraft | ModelError], *, name: str = "scripted") -> None:
        self.name = name
        self.chunks: list[Chunk] = []
        self._answers = deque(answers)

    async def draft(self, chunk: Chunk) -> ChunkDraft:
        """Return the next draft of the queue."""
        import asyncio

        self.chunks.append(chunk)
        await asyncio.sleep(0)  # as with a real model, others get their turn
        if not self._answers:
            raise InvalidAnswerError(f"No scripted draft is left for chunk {chunk.id}; give one for each chunk.")
        answer = self._answers.popleft()
        if isinstance(answer, ModelError):
            raise answer
        return answer
