"""The answer of a comparison. Frozen; lists in the order of the table: columns by place and time, rows as the genre tells them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from ..captions import Caption
from ..models import Figure, Period

Measure = Literal["value", "change"]
"""value: an amount, a count or a rate; change: growth or fall of it."""
Verdict = Literal["exceeded", "met", "near", "missed", "ahead", "short", "differs", "open", "dropped", "not_comparable"]


@dataclass(frozen=True, slots=True)
class Column:
    """One report: a place in a period. `period` is the reviewed one, `plan_period` the one its plans speak of."""

    digest_id: str
    title: str | None
    place: str | None
    period: Period | None
    plan_period: Period | None
    source_name: str

    @property
    def label(self) -> str:
        """The column's head: place and period, or what is known of them."""
        known = [self.place, self.period.label if self.period else None]
        return " ".join(part for part in known if part) or self.source_name


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with the place it stands at. Offsets count code points of the report's source, end exclusive."""

    figure: Figure
    metric: str
    item_id: str
    quote: str
    start: int
    end: int
    section: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """What a report tells of an indicator for one span of time. At least one of `value` and `change` is there."""

    period: Period | None
    value: Reading | None
    change: Reading | None
    expected: bool
    """The report gives it as an expectation (预计)."""

    def readings(self) -> list[tuple[Measure, Reading]]:
        """Return the readings there are, with what they measure."""
        found: list[tuple[Measure, Reading]] = []
        if self.value is not None:
            found.append(("value", self.value))
        if self.change is not None:
            found.append(("change", self.change))
        return found


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report tells of one indicator."""

    reported: Telling | None
    promised: Telling | None
    others: tuple[Telling, ...]
    """What it tells besides: other spans of time (6月当月, 五年来), and second tellings of the same one."""


@dataclass(frozen=True, slots=True)
class RowOfCells:
    """One indicator across the reports; `cells` stand in the order of the columns."""

    indicator: str
    zh: str
    en: str
    cells: tuple[Cell, ...]
    notes: tuple[Caption, ...]
    """What in this row cannot be compared, and why."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A target, and what became of it."""

    indicator: str | None
    """None where the registry has none, and the same words in the same field of policy tie target and outcome."""
    zh: str
    en: str
    place: str | None
    measure: Measure
    period: Period | None
    """The span of time the target speaks of."""
    promised_in: str
    """Id of the digest that promises."""
    promised: Reading
    reported_in: str | None
    reported: Reading | None
    reported_period: Period | None
    verdict: Verdict
    difference: Decimal | None
    """Reported minus promised, in the promise's unit; None where that is not exact."""
    reason: Caption
    """Why the verdict is what it is."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Indicators by reports, and promises followed through them."""

    columns: tuple[Column, ...]
    rows: tuple[RowOfCells, ...]
    promises: tuple[Promise, ...]
    left_out: tuple[str, ...]
    """Indicators that stand in one report only and were not asked for."""
    notes: tuple[Caption, ...]
    """What cannot be compared at all: reports without a place or a period, the same report twice."""

    def to_records(self) -> list[dict[str, Any]]:
        """Return one flat record for each figure of the table; see `records.RECORD_COLUMNS`."""
        from .records import cell_records

        return cell_records(self)

    def to_json(self) -> str:
        """Return columns, rows, promises and notes as JSON text with exact numbers."""
        from .records import comparison_json

        return comparison_json(self)

    def to_csv(self) -> str:
        """Return the records as CSV that opens right in Excel."""
        from .records import comparison_csv

        return comparison_csv(self)

    def to_html(self) -> str:
        """Return a self-contained page with table, chart and promises."""
        from .page import comparison_page

        return comparison_page(self)

    def __rich__(self) -> Any:
        from .table import rich_tables

        return rich_tables(self)

    def _repr_html_(self) -> str:
        from .page import comparison_in_notebook

        return comparison_in_notebook(self)
