"""Links targets to the achievements that speak of them, and says how far they have come.

A numbered task ties its target and its progress together (basis "task"). Elsewhere the same metric does, when the achievement's
period lies within the target's (basis "metric"): what was reached in the first half of 2022 counts towards a target for 2022, never
towards one for 2023. What the target's own clause tells besides is never its progress. A ratio is given only where unit and role
agree; everything else is "unknown" rather than guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Decimal

from reportsum.values import dataclass

from .models import Achievement, Figure, Period, Progress, ProgressBasis, ProgressStatus, Target
from .naming import likeness, metric_key

ALIKE = 0.5
"""Two metrics of one task name the same thing from this likeness on: half of their character pairs shared."""

_PERSONS = frozenset({"人", "名", "位"})
"""Classifiers of persons: 引进人才50名 is measured by 引进人才28人."""
_CUMULATIVE = frozenset({"level", "count"})
_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class _Reached:
    """A reached figure set against a promised one."""

    achievement: str
    ratio: Decimal
    status: ProgressStatus


def link_progress(targets: Sequence[Target], achievements: Sequence[Achievement]) -> list[Target]:
    """Return the targets with their progress filled in; order and everything else unchanged."""
    by_task: dict[int, list[Achievement]] = defaultdict(list)
    by_metric: dict[str, list[Achievement]] = defaultdict(list)
    for achievement in achievements:
        if achievement.task is not None:
            by_task[achievement.task].append(achievement)
        for key in _metric_keys(achievement):
            by_metric[key].append(achievement)
    linked: list[Target] = []
    for target in targets:
        if target.task is not None:
            progress = _progress(target, by_task.get(target.task, ()), "task")
        else:
            same = {a.id: a for key in _metric_keys(target) for a in by_metric.get(key, ())}
            progress = _progress(target, [a for a in same.values() if _within(a.period, target.period)], "metric")
        linked.append(target if progress is None else target.model_copy(update={"progress": progress}))
    return linked


def linked_by_hand(target: Target, achievements: Sequence[Achievement]) -> Target:
    """Return `target` with the progress that these achievements tell, as far as they lie within its period and tell it elsewhere."""
    told = [achievement for achievement in achievements if _within(achievement.period, target.period)]
    progress = _progress(target, told, "metric")
    return target if progress is None else target.model_copy(update={"progress": progress})


def _metric_keys(item: Target | Achievement) -> set[str]:
    name = item.indicator or (metric_key(item.metric) if item.metric else None)
    return {name} if item.figures and name else set()


def _within(inner: Period | None, outer: Period | None) -> bool:
    return inner is not None and outer is not None and outer.start <= inner.start and inner.end <= outer.end


def _progress(target: Target, candidates: Iterable[Achievement], basis: ProgressBasis) -> Progress | None:
    found = [achievement for achievement in candidates if not _restates(achievement, target)]
    if not found:
        return None
    reached = _best(target, found)
    alike = [a for a in found if likeness(a.metric or "", target.metric or "") >= ALIKE]
    chosen = alike or found
    if reached is not None and reached.achievement not in {a.id for a in chosen}:
        chosen = [a for a in found if a.id == reached.achievement] + chosen
    order = {a.id: index for index, a in enumerate(found)}
    ids = sorted({a.id for a in chosen}, key=order.__getitem__)
    if reached is None:
        return Progress(achievements=ids, basis=basis, ratio=None, status="unknown")
    return Progress(achievements=ids, basis=basis, ratio=reached.ratio, status=reached.status)


def _restates(achievement: Achievement, target: Target) -> bool:
    """Return whether an achievement is told in the very words of the target: then it says nothing of how far that has come."""
    return any(told.start < promised.end and promised.start < told.end for told in achievement.evidence for promised in target.evidence)


def _best(target: Target, achievements: Sequence[Achievement]) -> _Reached | None:
    """Return the comparison of the promised figure with the most alike achievement that has one in the same unit and role."""
    promised = next((f for f in target.figures if f.amount and f.base is None and not _is_named(f, target)), None)
    if promised is None:
        return None
    ranked = sorted(
        ((likeness(f.metric or a.metric or "", promised.metric or target.metric or ""), -index, a, f)
         for index, a in enumerate(achievements) for f in a.figures if _comparable(f, promised) and not _is_named(f, a)),
        key=lambda entry: entry[:2],
        reverse=True,
    )  # fmt: skip
    if not ranked or ranked[0][0] < ALIKE:
        return None
    _, _, achievement, figure = ranked[0]
    assert figure.amount is not None
    assert promised.amount is not None
    ratio = (figure.amount / promised.amount).quantize(_PLACES, rounding=ROUND_HALF_EVEN)
    return _Reached(achievement.id, ratio, _status(ratio, figure, promised, achievement.period, target.period))


def _is_named(figure: Figure, item: Target | Achievement) -> bool:
    """Return whether a figure is part of what is counted (引进投资超5亿元的企业6家): how many there are is another one."""
    return item.metric is not None and figure.text in item.metric


def _comparable(figure: Figure, promised: Figure) -> bool:
    same_unit = figure.base_unit == promised.base_unit or {figure.base_unit, promised.base_unit} <= _PERSONS
    return figure.amount is not None and figure.base is None and same_unit and figure.role == promised.role and figure.role != "rank"


def _status(ratio: Decimal, figure: Figure, promised: Figure, reached_in: Period | None, promised_for: Period | None) -> ProgressStatus:
    """Return how a ratio is to be read: amounts and counts grow through the period, rates do not."""
    if promised.bound == "at_most":
        return "met" if ratio <= 1 else "behind"
    if ratio >= 1:
        return "met" if ratio == 1 or (promised.bound == "at_least" and figure.bound == "at_least") else "exceeded"
    if promised.role not in _CUMULATIVE:
        return "behind"
    share = _elapsed(reached_in, promised_for)
    if share is None:
        return "unknown"
    return "on_track" if ratio >= share else "behind"


def _elapsed(reached_in: Period | None, promised_for: Period | None) -> Decimal | None:
    """Return the share of the promised period that had passed when the report was made; None when the periods do not nest."""
    if reached_in is None or promised_for is None or not promised_for.start <= reached_in.end <= promised_for.end:
        return None
    whole = (promised_for.end - promised_for.start).days + 1
    return Decimal((reached_in.end - promised_for.start).days + 1) / whole
