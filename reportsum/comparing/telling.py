"""One digest → what it tells of one indicator: reported, promised, and besides.

An indicator may be told in several places. What counts is what speaks of the report's own period; then what names no period; other
spans of time (6月当月, 五年来) stand beside it and say so. Value and change may come from two items if both speak of one period.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..asking import same_period
from ..models import Achievement, Digest, Figure, Item, Period, Target
from .model import Cell, Reading, Telling

_VALUE_ROLES = ("level", "count", "share", "multiple")
_CHANGE_ROLES = ("change", "change_pp")


def cell_of(digest: Digest, indicator: str) -> Cell:
    """Return what `digest` tells of `indicator`; an empty cell when it tells nothing."""
    reported = tellings(item for item in digest.achievements if item.indicator == indicator)
    promised = tellings(item for item in digest.targets if item.indicator == indicator)
    own = _of_period(reported, digest.report.period)
    plan = _of_period(promised, digest.report.plan_period)
    return Cell(own, plan, tuple(telling for telling in (*reported, *promised) if telling is not own and telling is not plan))


def tellings(items: Iterable[Item]) -> list[Telling]:
    """Return what the items tell, one telling for each span of time and each repetition of it, in source order."""
    found: list[Telling] = []
    for item in items:
        telling = _telling(item)
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


def _telling(item: Item) -> Telling | None:
    value = _first(item, _VALUE_ROLES)
    change = _first(item, _CHANGE_ROLES)
    if value is None and change is None:
        return None
    figure = value or change
    assert figure is not None
    return Telling(
        figure.period or item.period,
        _reading(item, value) if value else None,
        _reading(item, change) if change else None,
        isinstance(item, Achievement) and item.outcome == "expected",
    )


def _first(item: Item, roles: Sequence[str]) -> Figure | None:
    """Return the item's first figure in one of the roles; figures with a metric of their own speak of something else."""
    return next(
        (figure for role in roles for figure in item.figures if figure.role == role and figure.metric in (None, item.metric)),
        None,
    )


def _reading(item: Item, figure: Figure) -> Reading:
    evidence = next((evidence for evidence in item.evidence if evidence.start <= figure.start < evidence.end), item.evidence[0])
    return Reading(figure, item.metric, item.id, evidence.quote, evidence.start, evidence.end, evidence.section)


def _of_period(found: Sequence[Telling], period: Period | None) -> Telling | None:
    """Return the telling of `period`, else the one that names no period, else the first."""
    return next(
        (telling for telling in found if same_period(telling.period, period)),
        next((telling for telling in found if telling.period is None), found[0] if found else None),
    )


def promised_by(digest: Digest, indicator: str) -> list[Telling]:
    """Return what the digest's targets promise for the indicator, repetitions aside."""
    return tellings(item for item in digest.targets if isinstance(item, Target) and item.indicator == indicator)


def reported_by(digest: Digest, indicator: str) -> list[Telling]:
    """Return what the digest's achievements report on the indicator."""
    return tellings(item for item in digest.achievements if item.indicator == indicator)
