"""A figure as the reading finds it, before anybody says what it measures."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from reportsum.values import dataclass

from ..models import Bound, FigureBase, Kind, Role
from ..packing import Plain


@dataclass(frozen=True, slots=True)
class TableCell(Plain):
    """What row and column say of the value in a cell. Offsets count code points of the text, `end` exclusive."""

    start: int
    end: int
    row: str
    """The labels of its row, from the left; "" when there are none."""
    column: str
    """The heads above it, from the top; ""."""
    metric: str
    """What is measured; "" when neither label nor head names it."""
    time: str
    """The words that name its time (1-6月, 2023年); "" when none do, and the report's own time holds."""
    kind: Kind | None
    """What its head says it is: a goal, or what was reached; None when the place in the report decides."""
    unit: str
    """The unit that row, column or table give it, as written; "" when the cell says it itself or nothing does."""
    base: FigureBase | None = None
    """"earlier" below heads like 上年同期."""
    readable: bool = True
    """False when it cannot be set under a head: its number stands, and nothing is said of it."""

    def is_yearly_average(self) -> bool:
        """Return whether head or label say that it is an average over years."""
        return "年均" in self.column or "年均" in self.row


RowStand = Literal["review", "plan", "problems"]


@dataclass(frozen=True, slots=True)
class StatedCell(Plain):
    """A cell that holds a statement in words, with what its table says of it. Offsets count code points of the text."""

    start: int
    end: int
    row: str
    """What names its row; ""."""
    stand: RowStand | None
    """What its head says it tells: what was done, what is planned, what is wrong; None when the place in the report decides."""
    time: str
    """The words of its head that name a time; ""."""
    owner: str
    """Who is responsible, by a column of its own; ""."""
    deadline: str
    """Until when, by a column of its own, as written; ""."""


@dataclass(frozen=True, slots=True)
class FoundFigure(Plain):
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
    cell: TableCell | None = None
    """What its table says of it, where it is a cell's value; None in prose."""
    base: FigureBase | None = None
    """The value compared from, or the goal it is measured against; None for values of the fact itself."""
    yearly_average: bool = False
    """年均: an average over the span of years it speaks of."""
    unit_code: str | None = None
    """ISO 4217, "%", "pp", "bp", "1" or UCUM; None for counted things and units in none of these lists."""
