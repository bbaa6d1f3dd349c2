"""One digest → what it tells of one subject: reported, promised, and besides.

A subject is an indicator of the registry, or a metric in the same words and the same field of policy. It may be told in several
places. What counts is what speaks of the report's own period (for targets, of the period its plans speak of); other spans of time
(6月当月, 五年来) stand beside it and say so. An item that names no time speaks of the report's. Value and change may come from two items
if both speak of one period. Headline indicators are taken from the panel, which has judged what answers for them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..asking import same_period
from ..captions import Caption, headline_captions, item_caption
from ..indicators import Direction
from ..models import Achievement, Digest, Figure, Item, PanelKind, PanelRow, Period
from ..naming import metric_key
from .model import Cell, Reading, Telling
from .units import dimension_of, dimension_of_unit

_VALUE_ROLES = frozenset({"level", "count", "share", "multiple"})
_TELLING_LENGTH = 5
"""Metrics shorter than this without scope and verbs (项目, 新开工项目 has five) are too general to be the same thing elsewhere."""
_CHANGE_ROLES = frozenset({"change", "change_pp"})
_RATES = frozenset({"", "%", "‰"})
"""Usual units of indicators whose own change is told in percentage points; for all others, points are a change of growth."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What several reports may speak of: an indicator, or, where the registry has none, a metric in the same words."""

    key: str
    indicator: str | None
    name: Caption
    unit: str
    """The unit it is usually told in; "" where that is not known."""
    good: Direction


@dataclass(frozen=True, slots=True)
class Witness:
    """A digest, with its items at hand by their subject."""

    digest: Digest
    achievements: dict[str, list[Item]]
    targets: dict[str, list[Item]]

    @classmethod
    def of(cls, digest: Digest) -> Witness:
        """Return the witness of a digest; items without figures tell nothing that could be compared."""
        return cls(digest, _by_subject(digest.achievements), _by_subject(digest.targets))

    def reported(self, subject: Subject) -> list[Telling]:
        """Return what the achievements report on the subject: one telling a period, repetitions after it."""
        if subject.indicator in headline_captions():
            return _from_panel(self.digest, subject.indicator, "reported")
        return _tellings(self.achievements.get(subject.key, ()), self.digest.report.period, unit=subject.unit)

    def promised(self, subject: Subject) -> list[Telling]:
        """Return what the targets promise for the subject."""
        if subject.indicator in headline_captions():
            return _from_panel(self.digest, subject.indicator, "target")
        return _tellings(self.targets.get(subject.key, ()), self.digest.report.plan_period, unit=subject.unit)


def subject_key(item: Item) -> str | None:
    """Return what an item speaks of, as a key; None when its metric is too general to be known again in another report."""
    if item.indicator is not None:
        return f"indicator {item.indicator}"
    words = metric_key(item.metric or "")
    return f"{item.topic} {words}" if len(words) >= _TELLING_LENGTH else None


def cell_of(witness: Witness, subject: Subject) -> Cell:
    """Return what a digest tells of a subject; an empty cell when it tells nothing."""
    reported, promised = witness.reported(subject), witness.promised(subject)
    own = _of_period(reported, witness.digest.report.period)
    plan = _of_period(promised, witness.digest.report.plan_period)
    return Cell(own, plan, tuple(telling for telling in (*reported, *promised) if telling is not own and telling is not plan))


def _by_subject(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        key = subject_key(item) if item.figures else None
        if key is not None:
            found.setdefault(key, []).append(item)
    return found


def _from_panel(digest: Digest, indicator: str | None, kind: PanelKind) -> list[Telling]:
    """Return what the panel holds of an indicator, one telling a span of time, the main rows first.

    Bases and yearly averages tell of other times than they name, and have no say here. What a span of years ended with is the value of its
    last year.
    """
    items = {item.id: item for item in digest.items()}
    found: dict[tuple[str, str] | None, list[tuple[PanelRow, Reading]]] = {}
    rows = [row for row in digest.panel if row.indicator == indicator and row.kind == kind and row.base is None and not row.yearly_average]
    for row in sorted(rows, key=lambda row: not row.main):
        item = items.get(row.item)
        figure = next((figure for figure in item.figures if figure.id == row.figure), None) if item else None
        if item is not None and figure is not None:
            period = _answered(row)
            key = (period.start.isoformat(), period.end.isoformat()) if period else None
            found.setdefault(key, []).append((row, _reading(item, figure)))
    tellings = []
    for told in found.values():
        value = next((reading for row, reading in told if row.measure not in _CHANGE_ROLES), None)
        change = next((reading for row, reading in told if row.measure in _CHANGE_ROLES), None)
        if value is not None and change is not None and change.figure.role == "change_pp":
            change = None  # 赤字率2.6%，比去年低0.4个百分点: the difference is no second telling
        tellings.append(Telling(_answered(told[0][0]), value, change, any(row.expected for row, _ in told)))
    return tellings


def _answered(row: PanelRow) -> Period | None:
    """Return the span of time a row answers for: a main amount that several years ended with, for the last of them."""
    period = row.period
    if period is None or not row.main or row.kind == "target" or period.start.year == period.end.year:
        return period
    return Period(label=str(period.end.year), start=dt.date(period.end.year, 1, 1), end=period.end)


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
    return Reading(figure, item_caption(item), item.id, evidence.quote, evidence.start, evidence.end, evidence.section)


def _of_period(found: Sequence[Telling], period: Period | None) -> Telling | None:
    """Return the telling of `period`, else the first."""
    return next((telling for telling in found if same_period(telling.period, period)), found[0] if found else None)
