"""Everything the deterministic reading knows of a report, before any extractor is asked."""

from __future__ import annotations

from reportsum.values import dataclass

from .cautions import Caution
from .cleaning import CleanText
from .figures.figure import FoundFigure, StatedCell
from .headings import Outline, Section
from .metadata import ReportMeta
from .models import Commitment, Kind, KindBasis, Outcome, Tongue, Topic
from .packing import Plain
from .reading.source import SourceText


@dataclass(frozen=True, slots=True)
class Measure(Plain):
    """What some figures of a clause measure. One measure becomes one item: "增长16.5%,南通第一" is one, "分别增长5.1%、6.9%" is two."""

    metric: str | None
    """Short noun phrase drawn from the text, subject filled in from before where it is missing; None where nothing names it."""
    figures: tuple[int, ...]
    """Numbers of the figures, in text order; `()` for the measure of a clause without figures."""
    figure_metrics: tuple[tuple[int, str], ...] = ()
    """(figure number, metric) where a figure's metric differs from the measure's."""
    unpaired: bool = False
    """Whether the figures are those of a list (分别…) whose names and figures do not match: nobody can tell which is which."""


@dataclass(frozen=True, slots=True)
class Clause(Plain):
    """A numbered statement: a sentence, or a part of one between semicolons. Offsets count code points of the working text."""

    number: int
    """From 0, through the report, headings included."""
    start: int
    end: int
    text: str
    section: Section | None
    """Deepest section it stands in; None before the first heading."""
    heading: bool
    """A heading, a run-in heading, or boilerplate: it states no fact."""
    figures: tuple[int, ...]
    """Numbers of the figures in it."""
    language: Tongue = "zh"
    """What its passage is written in."""
    cell: StatedCell | None = None
    """The cell of a table that it is, or is a sentence of, where the table tells of whom and what it speaks."""


@dataclass(frozen=True, slots=True)
class Judgement(Plain):
    """What a clause states."""

    kinds: tuple[Kind, ...]
    """In the order achievement, target, risk; `()` for context."""
    figure_kinds: tuple[Kind | None, ...]
    """Parallel to the clause's figures; None for figures of context clauses."""
    basis: KindBasis = "own"
    """own: its words decide; section: only its place does."""


@dataclass(frozen=True, slots=True)
class Note(Plain):
    """What the rules read of one fact beside its kind, name and figures; None where the text does not say."""

    kind: Kind
    clause: int
    """Number of its clause."""
    figure: int | None
    """Number of its first figure; None for a fact without figures."""
    period: str | None
    """Label of its period."""
    figure_periods: tuple[tuple[int, str], ...] = ()
    """(figure number, label) where a figure speaks of another period than its fact."""
    outcome: Outcome | None = None
    commitment: Commitment | None = None
    deadline: str | None = None
    owner: str | None = None
    cause: str | None = None
    topic: Topic | None = None
    telling: bool = False
    """A fact without figures that is more than a general measure."""


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """A report, read: the input of chunking."""

    source: SourceText
    clean: CleanText
    meta: ReportMeta
    outline: Outline
    clauses: tuple[Clause, ...]
    figures: tuple[FoundFigure, ...]
    """All figures of the working text; a figure's number is its index."""
    measures: tuple[tuple[Measure, ...], ...]
    """What the figures of each clause measure, parallel to `clauses`; `()` for headings."""
    judgements: tuple[Judgement, ...] = ()
    """What each clause states by the rules, parallel to `clauses`; `()` when nobody asked the rules."""
    cautions: tuple[Caution, ...] = ()
    """What the steps of the reading were not sure of, in text order; those of the whole report first."""
