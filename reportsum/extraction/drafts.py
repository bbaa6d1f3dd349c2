"""The answer of an extractor: which clauses state what, by number. Quotes, numbers and offsets are never part of it.

Clause and figure numbers are those of the report (`Clause.number`, index into `AnnotatedReport.figures`). What a draft leaves open is
read by the library from the clauses it points at; what it says of owner, deadline, cause and period it says by pointing at the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from ..models import Bound, Commitment, FigureBase, Kind, Outcome, Role, Stance, Topic
from ..packing import Plain

Trait = Role | Bound | Literal["average"]
"""What kind of number a figure is, how it is bounded, or that it is a yearly average."""
Span = Literal["period", "plan_period"]
"""The span of time that the whole report speaks of, or that its plans do."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the report that say something: a clause, or a part of it."""

    clause: int
    """Number of the clause."""
    words: str | None = None
    """The words as they stand in the clause; None: the whole clause; "": that nothing says it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A span of time by its label ("2022H1", "2022-10/2023-09"), where the report names its years but no words of it the span itself."""

    label: str | None
    """None: that it is not known when."""


When = Mention | Span | Dated
"""How a draft says when a fact was or is to be."""


@dataclass(frozen=True, slots=True)
class TakenFigure:
    """A number of the text that is to be a figure, or a figure that is to be read anew."""

    clause: int
    start: int
    """Where the number begins in the working text."""
    end: int
    unit: str | None = None
    """Its unit, in words of the report; None: what stands behind it."""
    number: int | None = None
    """Number of the figure that is read anew; None for one that the reading did not take."""

    @property
    def reference(self) -> int:
        """The number that item drafts of the same draft point at it by: negative for a new one."""
        return -self.start - 1 if self.number is None else self.number


@dataclass(frozen=True, slots=True)
class ItemDraft(Plain):
    """A fact, pointed at. None means: let the library's own reading decide."""

    clauses: tuple[int, ...]
    """Clauses that state it, in order; never empty. The first one is the item's statement."""
    metric: str | None = None
    """What is measured or done, drawn from the clauses. A name that is not drawn from them is refused, and costs only itself."""
    figures: tuple[int, ...] = ()
    figure_metrics: tuple[tuple[int, str], ...] = ()
    """(figure number, metric) where a figure's metric differs from the item's."""
    topic: Topic | Literal["none"] | None = None
    """"none": it belongs to no topic."""
    period: When | None = None
    """Words that name the span of time of the fact, which of the report's own it is, or its label."""
    figure_periods: tuple[tuple[int, When], ...] = ()
    """(figure number, its span of time, told in the same way)."""
    figure_bases: tuple[tuple[int, FigureBase | None], ...] = ()
    """(figure number, base) where it is read wrongly."""
    figure_traits: tuple[tuple[int, Trait], ...] = ()
    """The same of its role, its bound, or that it is a yearly average."""

    kind: ClassVar[Kind]


@dataclass(frozen=True, slots=True)
class AchievementDraft(ItemDraft):
    """Something attained."""

    outcome: Outcome | Literal["none"] | None = None
    """"none": its words compare it with no goal."""

    kind: ClassVar[Kind] = "achievement"


@dataclass(frozen=True, slots=True)
class TargetDraft(ItemDraft):
    """Something promised."""

    commitment: Commitment | Literal["none"] | None = None
    """"none": no word says how firm it is."""
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


class Pointed(NamedTuple):
    """What a draft says of how much facts matter points at: those of a figure, or those of a clause that have none."""

    clause: int
    figure: int | None = None
    name: str | None = None
    """Of facts without figures, only those called so ("": without a name); None: all of the clause, or where it has none, its figures'."""


@dataclass(frozen=True, slots=True)
class ChunkDraft:
    """What an extractor read in one chunk, in text order."""

    achievements: tuple[AchievementDraft, ...] = ()
    targets: tuple[TargetDraft, ...] = ()
    risks: tuple[RiskDraft, ...] = ()
    summary: str | None = None
    """One or two sentences; figures only as {n} with n a figure's number. None: the library extracts one."""
    sections: tuple[tuple[str, Stance], ...] = ()
    """(section id, stance) of headings that are read wrongly."""
    taken: tuple[TakenFigure, ...] = ()
    """Numbers to be figures, and figures to be read anew."""
    not_figures: frozenset[int] = frozenset()
    """Figures that are none."""
    leads: tuple[Pointed, ...] = ()
    """The facts that matter most in the chunk."""
    notable: tuple[Pointed, ...] = ()
    """In the same way, facts that are more than general measures."""
    routine: tuple[Pointed, ...] = ()
    """In the same way, facts that are no more than that."""
    dropped: tuple[str, ...] = ()
    """Why parts of the answer were refused; for the run record."""
    unread: str | None = None
    """Why parts of the chunk were left as the rules read them; None when all of it was read."""

    def items(self) -> tuple[AnyDraft, ...]:
        """Return all facts: achievements, then targets, then risks."""
        return (*self.achievements, *self.targets, *self.risks)
