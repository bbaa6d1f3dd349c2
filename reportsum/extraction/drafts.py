"""The answer of an extractor: which clauses state what, by number. Quotes, numbers and offsets are never part of it.

Clause and figure numbers are those of the report (`Clause.number`, index into `AnnotatedReport.figures`).
"""

from __future__ import annotations

from dataclasses import dataclass

from ..models import Commitment, Outcome, Topic


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """A fact, pointed at. None means: let the library's own reading decide."""

    clauses: tuple[int, ...]
    """Clauses that state it, in order; never empty. The first one is the item's statement."""
    metric: str
    """What is measured or done, drawn from the clauses."""
    figures: tuple[int, ...] = ()
    figure_metrics: tuple[tuple[int, str], ...] = ()
    """(figure number, metric) where a figure's metric differs from the item's."""
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class AchievementDraft(ItemDraft):
    """Something attained."""

    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class TargetDraft(ItemDraft):
    """Something promised."""

    commitment: Commitment | None = None
    deadline: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class RiskDraft(ItemDraft):
    """Something at risk."""

    cause: str | None = None


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
