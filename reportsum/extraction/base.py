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

import asyncio
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from ..chunking import Chunk
from ..errors import InvalidAnswerError, ModelError
from ..models import ChunkStatus, PromptVersion
from .drafts import ChunkDraft


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
        self.chunks.append(chunk)
        await asyncio.sleep(0)  # as with a real model, others get their turn
        if not self._answers:
            raise InvalidAnswerError(f"No scripted draft is left for chunk {chunk.id}; give one for each chunk.")
        answer = self._answers.popleft()
        if isinstance(answer, ModelError):
            raise answer
        return answer
