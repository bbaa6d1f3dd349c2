"""The answer of an extractor: which clauses state what, by number. Quotes, numbers and offsets are never part of it.

Clause and figure numbers are those of the report (`Clause.number`, index into `AnnotatedReport.figures`). What a draft leaves open is
read by the library from the clauses it points at; what it says of owner, deadline, cause and period it says by pointing at the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..models import Commitment, FigureBase, Kind, Outcome, Topic


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the report that say something: a clause, or a part of it."""

    clause: int
    """Number of the clause."""
    words: str | None = None
    """The words as they stand in the clause; None: the whole clause."""


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """A fact, pointed at. None means: let the library's own reading decide."""

    clauses: tuple[int, ...]
    """Clauses that state it, in order; never empty. The first one is the item's statement."""
    metric: str | None = None
    """What is measured or done, drawn from the clauses. A name that is not drawn from them is refused, and costs only itself."""
    figures: tuple[int, ...] = ()
    figure_metrics: tuple[tuple[int, str], ...] = ()
    """(figure number, metric) where a figure's metric differs from the item's."""
    topic: Topic | None = None
    period: Mention | None = None
    """Words that name the span of time of the fact."""
    figure_periods: tuple[tuple[int, Mention], ...] = ()
    """(figure number, words that name its span of time)."""
    figure_bases: tuple[tuple[int, FigureBase | None], ...] = ()
    """(figure number, base) where it is read wrongly."""

    kind: ClassVar[Kind]


@dataclass(frozen=True, slots=True)
class AchievementDraft(ItemDraft):
    """Something attained."""

    outcome: Outcome | None = None

    kind: ClassVar[Kind] = "achievement"


@dataclass(frozen=True, slots=True)
class TargetDraft(ItemDraft):
    """Something promised."""

    commitment: Commitment | None = None
    deadline: Mention | None = None
    """Words that set the time limit."""
    owner: Mention | None = None
    """Words that name who is responsible."""

    kind: ClassVar[Kind] = "target"


@dataclass(frozen=True, slots=True)
class RiskDraft(ItemDraft):
    """Something at risk."""

    cause: Mention | None = None
    """Words that give the cause."""

    kind: ClassVar[Kind] = "risk"


AnyDraft = AchievementDraft | TargetDraft | RiskDraft


@dataclass(frozen=True, slots=True)
class ChunkDraft:
    """What an extractor read in one chunk, in text order."""

    achievements: tuple[AchievementDraft, ...] = ()
    targets: tuple[TargetDraft, ...] = ()
    risks: tuple[RiskDraft, ...] = ()
    summary: str | None = None
    """One or two sentences; figures only as {n} with n a figure's number. None: the library extracts one."""
    dropped: tuple[str, ...] = ()
    """Why parts of the answer were refused; for the run record."""
    unread: str | None = None
    """Why parts of the chunk were left as the rules read them; None when all of it was read."""

    def items(self) -> tuple[AnyDraft, ...]:
        """Return all facts: achievements, then targets, then risks."""
        return (*self.achievements, *self.targets, *self.risks)
