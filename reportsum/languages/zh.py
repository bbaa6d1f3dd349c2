"""The room of Chinese, both scripts: hands over to the packages that know it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from .. import figures, kinds, measures, metadata, periods
from ..annotating import Clause, Measure
from ..cautions import Caution
from ..clauses import SENTENCE_END
from ..figures.figure import FoundFigure
from ..headings import Outline, find_outline
from ..metadata import ReportMeta
from ..models import Language, Period
from ..periods import FinancialYear, NamedPeriod
from ..tabular import Table
from .room import Figures


class Chinese:
    """Chinese, in simplified characters as the working text has them."""

    sentence_end = SENTENCE_END

    def find_figures(self, text: str, tables: Sequence[Table]) -> tuple[FoundFigure, ...]:
        return figures.find_figures(text, tables)

    def as_goal(self, figure: FoundFigure, text: str) -> FoundFigure:
        return figures.as_goal(figure, text)

    def measure_clauses(
        self, text: str, clauses: Sequence[Clause], found: Sequence[FoundFigure], silent: Container[int] = ()
    ) -> tuple[tuple[Measure, ...], ...]:
        return measures.measure_clauses(text, clauses, found, silent)

    def read_kinds(self, clauses: Sequence[Clause], found: Figures, meta: ReportMeta) -> kinds.KindReading:
        return kinds.read_kinds(clauses, found, meta)

    def find_outline(self, text: str) -> Outline:
        return find_outline(text)

    def read_metadata(self, text: str, outline: Outline, language: Language, name: str) -> ReportMeta:
        return metadata.read_metadata(text, outline, language, name)

    def cautions(self, text: str, found: Sequence[FoundFigure]) -> tuple[Caution, ...]:
        return ()

    def periods_in(
        self, text: str, default: Period | None, *, spoken_in: int | None = None, years: FinancialYear | None = None
    ) -> tuple[NamedPeriod, ...]:
        return periods.periods_in(text, default, spoken_in=spoken_in)

    says = None
