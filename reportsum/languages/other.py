"""The room of every language that has none: outline and clauses as they stand, no figures, no names, no kinds.

What the rules cannot read they leave out and say so; a model may still point at the clauses.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from reportsum import lazy_re as re

from ..annotating import Clause, Judgement, Measure
from ..cautions import Caution
from ..figures.figure import FoundFigure
from ..headings import Outline, find_outline
from ..kinds import KindReading
from ..metadata import MetaBasis, ReportMeta
from ..models import Language, Period
from ..periods import FinancialYear, NamedPeriod
from ..tabular import Table
from .room import Figures, Says


class Silence(Says):
    """Says nothing of any fact."""

    def sounds_troubled(self, text: str) -> bool:
        return True

    def calls_by_name(self, text: str) -> bool:
        return False

    def holds_something(self, text: str, *, planned: bool) -> bool:
        return True


class Other:
    """A language the rules do not read."""

    sentence_end = re.compile(r"[。！？；;!?\n]+[”’»)\]\"]*|\.(?=[”’»)\]\"]?\s+[^\W\d_a-zà-ÿ])[”’»)\]\"]?")

    def find_figures(self, text: str, tables: Sequence[Table]) -> tuple[FoundFigure, ...]:
        return ()

    def as_goal(self, figure: FoundFigure, text: str) -> FoundFigure:
        return figure

    def measure_clauses(
        self, text: str, clauses: Sequence[Clause], figures: Sequence[FoundFigure], silent: Container[int] = ()
    ) -> tuple[tuple[Measure, ...], ...]:
        return tuple(() if clause.heading else (Measure(None, ()),) for clause in clauses)

    def read_kinds(self, clauses: Sequence[Clause], figures: Figures, meta: ReportMeta) -> KindReading:
        return KindReading(tuple(Judgement((), (None,) * len(clause.figures)) for clause in clauses), ())

    def find_outline(self, text: str) -> Outline:
        return find_outline(text)

    def read_metadata(self, text: str, outline: Outline, language: Language, name: str) -> ReportMeta:
        return ReportMeta(None, "other", None, None, None, None, None, language, MetaBasis())

    def cautions(self, text: str, figures: Sequence[FoundFigure]) -> tuple[Caution, ...]:
        return ()

    def periods_in(
        self, text: str, default: Period | None, *, spoken_in: int | None = None, years: FinancialYear | None = None
    ) -> tuple[NamedPeriod, ...]:
        return ()

    says = Silence()
