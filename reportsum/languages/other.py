"""The room of every language that has none: outline and clauses as they stand, no figures, no names, no kinds.

What the rules cannot read they leave out and say so; a model may still point at the clauses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..annotating import Clause, Judgement, Measure
from ..cautions import Caution
from ..figures.figure import FoundFigure
from ..headings import Outline, find_outline
from ..kinds import KindReading
from ..metadata import MetaBasis, ReportMeta
from ..models import Language, Period
from ..periods import NamedPeriod
from ..tabular import Table
from .room import Figures

MESSAGE = "The rules read Chinese and English only: of this language there are outline and clauses, no figures and no items."


class Other:
    """A language the rules do not read."""

    sentence_end = re.compile(r"[。！？；;!?\n]+[”’»)\]\"]*|\.(?=[”’»)\]\"]?\s+[^\W\d_a-zà-ÿ])[”’»)\]\"]?")

    def find_figures(self, text: str, tables: Sequence[Table]) -> tuple[FoundFigure, ...]:
        return ()

    def as_goal(self, figure: FoundFigure, text: str) -> FoundFigure:
        return figure

    def measure_clauses(self, text: str, clauses: Sequence[Clause], figures: Sequence[FoundFigure]) -> tuple[tuple[Measure, ...], ...]:
        return tuple(() if clause.heading else (Measure(None, ()),) for clause in clauses)

    def read_kinds(self, clauses: Sequence[Clause], figures: Figures, meta: ReportMeta) -> KindReading:
        return KindReading(tuple(Judgement((), (None,) * len(clause.figures)) for clause in clauses), ())

    def find_outline(self, text: str) -> Outline:
        return find_outline(text)

    def read_metadata(self, text: str, outline: Outline, language: Language, name: str) -> ReportMeta:
        return ReportMeta(None, "other", None, None, None, None, None, language, MetaBasis())

    def cautions(self, text: str, figures: Sequence[FoundFigure]) -> tuple[Caution, ...]:
        return ()

    def periods_in(self, text: str, default: Period | None, *, spoken_in: int | None = None) -> tuple[NamedPeriod, ...]:
        return ()

    def find_deadline(self, text: str, plan_period: Period | None) -> str | None:
        return None
