"""A row of a table → its judgement: the head of a column says what its value is, else the time it names, else the place in the report.

A value that could not be set under a head states nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..annotating import Judgement
from ..figures.figure import FoundFigure
from ..genres import genre
from ..metadata import ReportMeta
from ..models import Kind, KindBasis
from ..periods import find_period
from .passages import Stand

_ORDER: tuple[Kind, ...] = ("achievement", "target", "risk")
_KIND_OF_STAND: dict[Stand, Kind] = {"review": "achievement", "problems": "achievement", "plan": "target"}


def judge_row(figures: Sequence[FoundFigure], stand: Stand, meta: ReportMeta) -> Judgement:
    """Return what a row with these figures states."""
    kinds = tuple(_kind(figure, stand, meta) for figure in figures)
    said = any(figure.cell is not None and figure.cell.kind is not None for figure in figures)
    basis: KindBasis = "own" if said else "section"
    return Judgement(tuple(kind for kind in _ORDER if kind in kinds), kinds, basis)


def _kind(figure: FoundFigure, stand: Stand, meta: ReportMeta) -> Kind | None:
    cell = figure.cell
    if cell is not None and not cell.readable:
        return None
    if cell is not None and cell.kind is not None:
        return cell.kind
    if cell is not None and cell.time and stand != "review" and _is_past(cell.time, meta):
        return "achievement"
    if cell is not None and stand in ("unknown", "silent") and genre(meta.kind).looks_back:
        return "achievement"
    return _KIND_OF_STAND.get(stand)


def _is_past(time: str, meta: ReportMeta) -> bool:
    """Return whether a time lies within what the report looks back on, or before what it plans (the first year of a plan's table)."""
    told = find_period(time, meta.period or meta.plan_period)
    if told is None:
        return False
    if meta.period is not None:
        return told.end <= meta.period.end
    return meta.plan_period is not None and told.end < meta.plan_period.start
