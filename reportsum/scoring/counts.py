"""What scoring counts, and the measures made of it: ratios of counts that add up over segments and reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted; every measure is made of these. They add up over segments and reports."""

    firm: int = 0
    """Figures of the labels that are not doubtful."""
    found: int = 0
    claimed: int = 0
    said: int = 0
    """Different figure spans in the digest."""
    spurious: int = 0
    value_right: int = 0
    unit_right: int = 0
    bound_right: int = 0
    role_right: int = 0
    kind_right: int = 0
    kind_asked: int = 0
    metric_right: int = 0
    achievement_hit: int = 0
    achievement_said: int = 0
    achievement_wanted: int = 0
    target_hit: int = 0
    target_said: int = 0
    target_wanted: int = 0
    risk_hit: int = 0
    risk_said: int = 0
    risk_wanted: int = 0
    linked: int = 0
    tasks: int = 0

    @classmethod
    def total(cls, parts: Iterable[Counts]) -> Counts:
        """Return the sum of `parts`."""
        return cls(*map(sum, zip(*map(count_values, parts), strict=True)))


count_values = attrgetter(*(field.name for field in fields(Counts)))


def measures(counts: Counts) -> dict[str, float]:
    """Return the measures by name, in a fixed order. `tasks_linked` is there only when the labels number tasks."""
    c = counts
    result: dict[str, float] = {
        "figures_gold": c.firm,
        "figure_recall": c.found / max(1, c.firm),
        "figure_precision": 1 - c.spurious / max(1, c.said),
        "claimed_recall": c.claimed / max(1, c.firm),
        "value_accuracy": _ratio(c.value_right, c.found),
        "unit_accuracy": _ratio(c.unit_right, c.found),
        "bound_accuracy": _ratio(c.bound_right, c.found),
        "role_accuracy": _ratio(c.role_right, c.found),
        "kind_accuracy": _ratio(c.kind_right, c.kind_asked),
        "metric_accuracy": _ratio(c.metric_right, c.claimed),
    }
    agreements = (
        ("achievement_", Agreement(c.achievement_hit, c.achievement_said, c.achievement_wanted)),
        ("target_", Agreement(c.target_hit, c.target_said, c.target_wanted)),
        ("risk_", Agreement(c.risk_hit, c.risk_said, c.risk_wanted)),
    )
    for prefix, agreement in agreements:
        result[f"{prefix}segment_precision"] = agreement.precision
        result[f"{prefix}segment_recall"] = agreement.recall
        result[f"{prefix}segment_f1"] = agreement.f1
    hits, said, wanted = map(sum, zip(*(agreement for _, agreement in agreements), strict=True))
    result["segment_f1"] = Agreement(hits, said, wanted).f1
    if c.tasks:
        result["tasks_linked"] = c.linked / c.tasks
    return result


def _ratio(right: int, asked: int) -> float:
    return right / asked if asked else 0.0


class Agreement(NamedTuple):
    """How many segments are said to be of a kind, how many should be, and how many are both."""

    hits: int
    said: int
    wanted: int

    @property
    def precision(self) -> float:
        """Return the part of what was said that is right; 1 where nothing was said."""
        return self.hits / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Return the part of what is wanted that was said; 1 where nothing is wanted."""
        return self.hits / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0
