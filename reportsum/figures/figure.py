"""A figure as the reading finds it, before anybody says what it measures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..models import Bound, FigureBase, Role


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
    base: FigureBase | None = None
    """The value compared from, or the goal it is measured against; None for values of the fact itself."""
    yearly_average: bool = False
    """年均: an average over the span of years it speaks of."""
    unit_code: str | None = None
    """ISO 4217, "%", "pp", "bp", "1" or UCUM; None for counted things and units in none of these lists."""
