"""A figure as the reading finds it, before anybody says what it measures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..models import Bound, Role


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A quantity in a text. Offsets count code points of that text, `end` exclusive."""

    start: int
    end: int
    text: str
    """Number and unit, contiguous, as they stand: `text[start:end]`."""
    value: Decimal | None
    """The number in `unit`; a fall is negative; None for ranges."""
    unit: str
    """Simplified: "亿元", "%", "个百分点", "第" for ranks, "" when there is none."""
    amount: Decimal | None
    """`value` with 万 and 亿 multiplied out; None for ranges."""
    base_unit: str
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    role: Role
    name: str = ""
    """What it measures, where a table's row and column say so; "" in prose."""
