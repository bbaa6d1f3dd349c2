"""Two values of one indicator and period: where a report disagrees with itself, or the reading with the report, a reader is told.

Comes in: the items of a digest. Goes out: warnings, in text order. Figures count as one indicator's only under the very same name, so that
a part (区本级投资) is never held against the whole; values that differ by rounding agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from .extraction.resolving import Item
from .models import Achievement, DigestWarning, Figure, Target
from .naming import metric_key

ROUNDING = Decimal("0.01")
"""Two values that differ by less than this part of the larger one are the same, told more or less exactly."""


class _Told(NamedTuple):
    """A value of an indicator and where it stands."""

    name: str
    figure: Figure


def two_values(items: Iterable[Item]) -> list[DigestWarning]:
    """Return a warning for every further value of an indicator, name, kind, period, role and unit that has another one before it."""
    told: dict[tuple[object, ...], list[_Told]] = {}
    found: list[DigestWarning] = []
    for item in items:
        for key, one in _values(item):
            known = told.setdefault(key, [])
            if known and not any(_agree(one.figure, other.figure) for other in known):
                found.append(_warning(one, known[0], item))
            known.append(one)
    return sorted(found, key=lambda warning: warning.start or 0)


def _values(item: Item) -> Iterator[tuple[tuple[object, ...], _Told]]:
    """Yield what an item tells of its own indicator: the first of its figures of each role, bases left out."""
    if not isinstance(item, Achievement | Target) or item.indicator is None or item.metric is None:
        return
    seen: set[str] = set()
    for figure in item.figures:
        period = figure.period or item.period
        if figure.base is not None or figure.metric is not None or period is None or figure.role in seen or figure.role == "rank":
            continue
        seen.add(figure.role)
        unit = (figure.base_unit, figure.role, figure.yearly_average)
        yield (type(item), item.indicator, metric_key(item.metric), period.label, unit), _Told(item.metric, figure)


def _agree(one: Figure, other: Figure) -> bool:
    return all(_close(getattr(one, end), getattr(other, end)) for end in ("amount", "low", "high"))


def _close(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= ROUNDING * max(abs(one), abs(other))


def _warning(one: _Told, other: _Told, item: Item) -> DigestWarning:
    kind = "aim" if isinstance(item, Target) else "outcome"
    message = f"{one.name} has two values as an {kind} of one period: {other.figure.text} and {one.figure.text}."
    return DigestWarning(code="two_values_one_indicator", message=message, start=one.figure.start, end=one.figure.end)
