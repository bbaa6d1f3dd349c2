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

_VALUE_ROLES = frozenset({"level", "count", "share", "multiple"})


def cell_of(digest: Digest, indicator: str, *, points_count: bool) -> Cell:
    """Return what `digest` tells of `indicator`; an empty cell when it tells nothing.

    `points_count` says that a change in percentage points is one of the indicator itself, not of its growth rate.
    """
    reported = reported_by(digest, indicator, points_count=points_count)
    promised = promised_by(digest, indicator, points_count=points_count)
    own = _of_period(reported, digest.report.period)
    plan = _of_period(promised, digest.report.plan_period)
    return Cell(own, plan, tuple(telling for telling in (*reported, *promised) if telling is not own and telling is not plan))


def reported_by(digest: Digest, indicator: str, *, points_count: bool) -> list[Telling]:
    """Return what the digest's achievements report on the indicator, one telling a period, repetitions after it."""
    items = [item for item in digest.achievements if item.indicator == indicator]
    return _tellings(items, digest.report.period, points_count=points_count)


def promised_by(digest: Digest, indicator: str, *, points_count: bool) -> list[Telling]:
    """Return what the digest's targets promise for the indicator."""
    items = [item for item in digest.targets if item.indicator == indicator]
    return _tellings(items, digest.report.plan_period, points_count=points_count)


def _tellings(items: Iterable[Item], unnamed: Period | None, *, points_count: bool) -> list[Telling]:
    found: list[Telling] = []
    for item in items:
        telling = _telling(item, unnamed, points_count=points_count)
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


def _telling(item: Item, unnamed: Period | None, *, points_count: bool) -> Telling | None:
    value = _first(item, _VALUE_ROLES)
    change = _first(item, frozenset({"change", "change_pp"}) if points_count else frozenset({"change"}))
    figure = value or change
    if figure is None:
        return None
    return Telling(
        figure.period or item.period or unnamed,
        _reading(item, value) if value else None,
        _reading(item, change) if change else None,
        isinstance(item, Achievement) and item.outcome == "expected",
    )


def _first(item: Item, roles: frozenset[str]) -> Figure | None:
    """Return the item's first figure in one of the roles; figures with a metric of their own speak of something else."""
    return next((figure for figure in item.figures if figure.role in roles and figure.metric in (None, item.metric)), None)


def _reading(item: Item, figure: Figure) -> Reading:
    evidence = next((evidence for evidence in item.evidence if evidence.start <= figure.start < evidence.end), item.evidence[0])
    return Reading(figure, item.metric, item.id, evidence.quote, evidence.start, evidence.end, evidence.section)


def _of_period(found: Sequence[Telling], period: Period | None) -> Telling | None:
    """Return the telling of `period`, else the first."""
    return next((telling for telling in found if same_period(telling.period, period)), found[0] if found else None)
