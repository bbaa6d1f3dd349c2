"""A figure in the making: what was read at a place, before it is judged and worded."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reportsum.values import dataclass

from ..models import Role
from .figure import TableCell
from .numbers import Number
from .units import Unit

NO_UNIT = Unit("", "", "")


@dataclass(slots=True)
class Draft:
    """A number with the unit behind it: `text[start:end]` of the folded text."""

    start: int
    end: int
    value: Decimal | None
    scale: str
    unit: Unit
    more: bool = False
    chinese: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    told: Role | None = None
    """The role, where the place of the number tells it (a cell of a table)."""
    cell: TableCell | None = None
    """What its table says of it."""
    ratio: tuple[int, int] | None = None
    """Where the whole ratio stands that it is a part of (6.2:41.5:52.3)."""
    words_end: int | None = None
    """Where the words before it end, when that is not its own start: before its unit in brackets (收入（亿元）：58.6), before its ratio."""

    @property
    def kind(self) -> str:
        """The kind of the unit, "" when there is none."""
        return self.unit.kind


class Found(NamedTuple):
    """What was read at a place, and where to read on."""

    drafts: list[Draft]
    next: int


def draft(number: Number, unit: Unit | None, end: int) -> Draft:
    """Return the draft of `number` with `unit`, which ends at `end`."""
    if number.high is not None:
        return Draft(number.start, end, None, number.scale, unit or NO_UNIT, number.more, number.chinese, number.value, number.high)
    return Draft(number.start, end, number.value, number.scale, unit or NO_UNIT, number.more, number.chinese)
