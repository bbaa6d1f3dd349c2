"""What the neutral steps ask of a language: one small interface, a room for each language behind it.

The steps that know no language (cleaning, cutting clauses, chunking, resolving, merging, ranking, digest, outputs) work on what a room
gives them. docs/languages.md says how to add one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from typing import Protocol

from ..annotating import Clause, Measure
from ..cautions import Caution
from ..figures.figure import FoundFigure
from ..headings import Outline
from ..kinds import KindReading
from ..metadata import ReportMeta
from ..models import Commitment, Language, Outcome, Period
from ..periods import FinancialYear, NamedPeriod
from ..tabular import Table

Figures = Mapping[int, FoundFigure] | Sequence[FoundFigure]
"""Figures by their number."""


class Room(Protocol):
    """Everything that is true of one language."""

    sentence_end: re.Pattern[str]
    """Matches the characters that end a sentence, closing quotes and brackets included."""

    def find_figures(self, text: str, tables: Sequence[Table]) -> tuple[FoundFigure, ...]:
        """Return every figure of a text, in text order, without overlaps. Offsets count code points of `text`, `end` is exclusive.

        The values in `tables` are read by the room of Chinese, which knows the heads of both; `()` asks for prose only.
        """

    def as_goal(self, figure: FoundFigure, text: str) -> FoundFigure:
        """Return a figure with its bound as a goal's: to pass 200 is to reach it."""

    def measure_clauses(
        self, text: str, clauses: Sequence[Clause], figures: Sequence[FoundFigure], silent: Container[int] = ()
    ) -> tuple[tuple[Measure, ...], ...]:
        """Return the measures of each clause: each figure in exactly one; one without figures for a clause without; none for a heading.

        Nobody asks what clauses without figures speak of whose numbers are in `silent`: they need no name.
        """

    def read_kinds(self, clauses: Sequence[Clause], figures: Figures, meta: ReportMeta) -> KindReading:
        """Return what each clause states, and where headings and clauses contradict each other.

        `clauses` is a run of consecutive clauses of one report, `figures` holds at least theirs, by number.
        """

    def find_outline(self, text: str) -> Outline:
        """Return the section tree of the working text."""

    def read_metadata(self, text: str, outline: Outline, language: Language, name: str) -> ReportMeta:
        """Return what a report says of itself; `name` is the file's."""

    def cautions(self, text: str, figures: Sequence[FoundFigure]) -> tuple[Caution, ...]:
        """Return what a careful reader should know of how the language's figures were read."""

    def periods_in(
        self, text: str, default: Period | None, *, spoken_in: int | None = None, years: FinancialYear | None = None
    ) -> tuple[NamedPeriod, ...]:
        """Return every span of time that words name as their own, in order; see `periods.periods_in`.

        `years` tells how those the report speaks of count their financial years.
        """

    @property
    def says(self) -> Says | None:
        """What reads a fact's attributes; None for Chinese, where `extraction.attributes` reads them itself."""


class Says(Protocol):
    """Reads what a fact says besides its figures. What a language does not override is None: it leaves out what it cannot read."""

    def commitment(self, clause: Clause, figures: Sequence[FoundFigure]) -> Commitment | None:
        """Return how firmly the clause promises what `figures` measure; None where no word says."""
        return None

    def outcome(self, text: str, *, may_miss: bool) -> Outcome | None:
        """Return how a fact compares with the goal its clause names; "missed" only where `may_miss`."""
        return None

    def deadline(self, text: str, planned: Period | None, years: FinancialYear | None = None) -> str | None:
        """Return the date ("2022-06-30") or month by which the words want something done; None when they set none.

        `years` tells how those the report speaks of count their financial years.
        """
        return None

    def owner(self, text: str) -> str | None:
        """Return who is responsible; None when the text does not say."""
        return None

    def cause(self, text: str) -> str | None:
        """Return the cause the text gives for a risk; None when it gives none."""
        return None

    def subject_at_risk(self, text: str) -> str | None:
        """Return what a clause that names a trouble says it of; None where that is not plain."""
        return None

    def is_of_elsewhere(self, metric: str, sentence: str, before: str, place: str) -> bool:
        """Return whether a metric is that of another place than the report's; `before` is the sentence before it, or ""."""
        return False

    def is_only_of_elsewhere(self, sentence: str, place: str, metric: str = "") -> bool:
        """Return whether a sentence tells of another place than the report's alone."""
        return False

    def is_supposed(self, text: str) -> bool:
        """Return whether words tell what would have come about, and did not."""
        return False

    def is_of_an_uncertain_past(self, text: str) -> bool:
        """Return whether a sentence tells of a time that is over, and does not say which."""
        return False

    def clauses_of_history(self, clauses: Sequence[Clause]) -> frozenset[int]:
        """Return the numbers of the clauses that tell of times long gone, before what the report looks back on."""
        return frozenset()

    def sounds_troubled(self, text: str) -> bool:
        """Return whether a statement has a word of trouble."""

    def calls_by_name(self, text: str) -> bool:
        """Return whether a statement calls a thing by its name."""

    def holds_something(self, text: str, *, planned: bool) -> bool:
        """Return whether a statement without figures holds something that can be checked: a time, a name, an instrument.

        `planned`: it is a target, whose year says until when.
        """
