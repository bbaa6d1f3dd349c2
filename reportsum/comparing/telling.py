"""One digest → what it tells of one indicator: reported, promised, and besides.

An indicator may be told in several places. What counts is what speaks of the report's own period (for targets, of the period its
plans speak of); other spans of time (6月当月, 五年来) stand beside it and say so. An item that names no time speaks of the report's.
Value and change may come from two items if both speak of one period.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..asking import same_period
from ..models import Achievement, Digest, Figure, Item, Period
from .model import Cell, Reading, Telling
from .units import dimension_of, dimension_of_unit

_VALUE_ROLES = frozenset({"level", "count", "share", "multiple"})
_CHANGE_ROLES = frozenset({"change", "change_pp"})
_RATES = frozenset({"", "%", "‰"})
"""Usual units of indicators whose own change is told in percentage points; for all others, points are a change of growth."""


def cell_of(digest: Digest, indicator: str, *, unit: str) -> Cell:
    """Return what `digest` tells of `indicator`; an empty cell when it tells nothing. `unit` is the one it is usually told in."""
    reported = reported_by(digest, indicator, unit=unit)
    promised = promised_by(digest, indicator, unit=unit)
    own = _of_period(reported, digest.report.period)
    plan = _of_period(promised, digest.report.plan_period)
    return Cell(own, plan, tuple(telling for telling in (*reported, *promised) if telling is not own and telling is not plan))


def reported_by(digest: Digest, indicator: str, *, unit: str) -> list[Telling]:
    """Return what the digest's achievements report on the indicator, one telling a period, repetitions after it."""
    items = [item for item in digest.achievements if item.indicator == indicator]
    return _tellings(items, digest.report.period, unit=unit)


def promised_by(digest: Digest, indicator: str, *, unit: str) -> list[Telling]:
    """Return what the digest's targets promise for the indicator."""
    items = [item for item in digest.targets if item.indicator == indicator]
    return _tellings(items, digest.report.plan_period, unit=unit)


def _tellings(items: Iterable[Item], unnamed: Period | None, *, unit: str) -> list[Telling]:
    found: list[Telling] = []
    for item in items:
        telling = _telling(item, unnamed, unit=unit)
        if telling is None:
            continue
        place = next((n for n, other in enumerate(found) if _completes(other, telling)), None)
        if place is None:
            found.append(telling)
        else:
            other = found[place]
            found[place] = Telling(
                other.period, other.value or telling.value, other.change or telling.change, other.expected or telling.expected
            )
    return found


def _completes(one: Telling, other: Telling) -> bool:
    """Return whether two tellings of one period are halves of one: what the second has, the first lacks."""
    if not same_period(one.period, other.period):
        return False
    return (one.value is None or other.value is None) and (one.change is None or other.change is None)


def _telling(item: Item, unnamed: Period | None, *, unit: str) -> Telling | None:
    value = _first(item, _VALUE_ROLES, unit)
    change = _first(item, _CHANGE_ROLES if unit in _RATES else frozenset({"change"}))
    figure = value or change
    if figure is None:
        return None
    return Telling(
        figure.period or item.period or unnamed,
        _reading(item, value) if value else None,
        _reading(item, change) if change else None,
        isinstance(item, Achievement) and item.outcome == "expected",
    )


def _first(item: Item, roles: frozenset[str], unit: str = "") -> Figure | None:
    """Return the item's first figure in one of the roles, of the usual dimension where there is one.

    Figures with a metric of their own speak of something else.
    """
    told = [figure for figure in item.figures if figure.role in roles and figure.metric in (None, item.metric)]
    usual = dimension_of_unit(unit)
    return next((figure for figure in told if dimension_of(figure) == usual), told[0] if told else None)


def _reading(item: Item, figure: Figure) -> Reading:
    evidence = next((evidence for evidence in item.evidence if evidence.start <= figure.start < evidence.end), item.evidence[0])
    return Reading(figure, item.metric, item.id, evidence.quote, evidence.start, evidence.end, evidence.section)


def _of_period(found: Sequence[Telling], period: Period | None) -> Telling | None:
    """Return the telling of `period`, else the first."""
    return next((telling for telling in found if same_period(telling.period, period)), found[0] if found else None)
