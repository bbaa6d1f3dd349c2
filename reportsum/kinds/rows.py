"""A row of a table → its judgement: the head of a column says what its value is, else the time it names, else the place in the report.

A value that could not be set under a head states nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..annotating import Judgement
from ..figures.figure import FoundFigure
from ..models import Kind, KindBasis, Period
from ..periods import find_period
from .passages import Stand

_ORDER: tuple[Kind, ...] = ("achievement", "target", "risk")
_KIND_OF_STAND: dict[Stand, Kind] = {"review": "achievement", "problems": "achievement", "plan": "target"}


def judge_row(figures: Sequence[FoundFigure], stand: Stand, period: Period | None) -> Judgement:
    """Return what a row with these figures states; `period` is the report's."""
    kinds = tuple(_kind(figure, stand, period) for figure in figures)
    said = any(figure.cell is not None and figure.cell.kind is not None for figure in figures)
    basis: KindBasis = "own" if said else "section"
    return Judgement(tuple(kind for kind in _ORDER if kind in kinds), kinds, basis)


def _kind(figure: FoundFigure, stand: Stand, period: Period | None) -> Kind | None:
    cell = figure.cell
    if cell is not None and not cell.readable:
        return None
    if cell is not None and cell.kind is not None:
        return cell.kind
    if cell is not None and cell.time and period is not None and stand != "review":
        told = find_period(cell.time, period)
        if told is not None and told.end <= period.end:
            return "achievement"
    return _KIND_OF_STAND.get(stand)
