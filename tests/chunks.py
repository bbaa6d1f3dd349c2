"""Builds chunks by hand, for tests of what happens to a chunk after the reading.

    chunk_of("上半年,地区生产总值<520.3亿元>、增长<6.1%>。|地区生产总值:0,1", "产业结构不优。|产业结构")

Each line is a clause; figures stand in < >. After | come its measures, `metric:figure,figure` by place in the clause, separated by ;.
A line that begins with # is a heading. Clause and figure numbers begin at `first_clause` and `first_figure`, as in a report.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reportsum.annotating import Clause, Measure
from reportsum.chunking import Chunk
from reportsum.figures.figure import FoundFigure
from reportsum.metadata import ReportMeta
from reportsum.models import Language, Role

_FIGURE = re.compile(r"<(.*?)>")
_VALUE = re.compile(r"[\d.]+")


def chunk_of(*lines: str, first_clause: int = 10, first_figure: int = 100, language: Language = "zh-Hans", id: str = "c0") -> Chunk:
    """Return the chunk that `lines` describe."""
    clauses: list[Clause] = []
    measures: list[tuple[Measure, ...]] = []
    figures: list[tuple[int, FoundFigure]] = []
    position = 0
    for line in lines:
        marked, _, named = line.removeprefix("#").partition("|")
        text = _FIGURE.sub(r"\1", marked)
        numbers = []
        for place, match in enumerate(_FIGURE.finditer(marked)):
            number = first_figure + len(figures)
            start = position + match.start() - 2 * place
            figures.append((number, _found(match[1], start)))
            numbers.append(number)
        heading = line.startswith("#")
        clauses.append(Clause(first_clause + len(clauses), position, position + len(text), text, None, heading, tuple(numbers)))
        measures.append(() if heading else _measures(named, text, numbers))
        position += len(text) + 1
    return Chunk(id, _meta(language), (), (), tuple(clauses), tuple(measures), tuple(figures), 0, max(position - 1, 0))


def _measures(named: str, text: str, numbers: list[int]) -> tuple[Measure, ...]:
    if not named:
        return (Measure(text[:6], tuple(numbers)),)
    found = []
    for part in named.split(";"):
        metric, _, places = part.partition(":")
        found.append(Measure(metric, tuple(numbers[int(place)] for place in places.split(",") if place)))
    return tuple(found)


def _found(text: str, start: int) -> FoundFigure:
    value = _VALUE.search(text)
    number = Decimal(value[0]) if value else Decimal(1)
    unit = text[value.end() :] if value else text
    role: Role = "change" if unit == "%" else "level"
    return FoundFigure(start, start + len(text), text, number, unit, number, unit, None, None, "exact", role)


def _meta(language: Language) -> ReportMeta:
    return ReportMeta(None, "other", None, None, None, None, None, language)
