"""Comparison → tables for the terminal (rich)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..captions import Caption, caption, number_caption, phrase
from .model import Cell, Column, Comparison, Promise, Reading, RowOfCells, Telling, Verdict

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table

_STYLES: dict[Verdict, str] = {
    "exceeded": "green",
    "met": "green",
    "near": "yellow",
    "missed": "red",
    "ahead": "green",
    "short": "yellow",
    "differs": "yellow",
    "open": "dim",
    "dropped": "yellow",
    "not_comparable": "dim",
}


def rich_tables(comparison: Comparison) -> Group:
    """Return the table of indicators, the table of promises that could be followed, and the notes."""
    from rich.console import Group
    from rich.text import Text

    notes = [Text(f"{note.zh}\n{note.en}", style="dim") for note in all_notes(comparison)]
    followed = [promise for promise in comparison.promises if promise.reported is not None or promise.verdict == "dropped"]
    return Group(_cells(comparison), *([_promises(followed, comparison)] if followed else []), *notes)


def all_notes(comparison: Comparison) -> list[Caption]:
    """Return everything that is not comparable or was left out, as sentences."""
    notes = list(comparison.notes)
    notes.extend(Caption(f"{row.zh}：{note.zh}", f"{row.en}: {note.en}") for row in comparison.rows for note in row.notes)
    if comparison.left_out:
        notes.append(phrase("note", "left_out", count=len(comparison.left_out)))
    return notes


def telling_text(telling: Telling | None, column: Column, *, plan: bool = False) -> str:
    """Return a telling at a glance: value, change, and the period where it is not the column's own."""
    if telling is None:
        return ""
    text = " ".join(number_caption(reading.figure) for _, reading in telling.readings())
    own = column.plan_period if plan else column.period
    if telling.period is not None and (own is None or telling.period.label != own.label):
        text += f" [{telling.period.label}]"
    return f"{text} ({caption('outcome', 'expected').zh})" if telling.expected else text


def _cells(comparison: Comparison) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(title="Indicators", header_style="bold", show_lines=True)
    table.add_column("indicator", overflow="fold")
    for column in comparison.columns:
        table.add_column(Text(column.label), overflow="fold")
    for row in comparison.rows:
        cells = [_cell_text(cell, column) for cell, column in zip(row.cells, comparison.columns, strict=True)]
        table.add_row(Text(_row_name(row)), *map(Text, cells))
    return table


def _row_name(row: RowOfCells) -> str:
    return f"{row.zh}{' (!)' if row.notes else ''}\n{row.en}"


def _cell_text(cell: Cell, column: Column) -> str:
    promised = telling_text(cell.promised, column, plan=True)
    lines = [telling_text(cell.reported, column), f"{caption('kind', 'target').zh} {promised}" if promised else ""]
    return "\n".join(line for line in lines if line) or "–"


def _promises(promises: list[Promise], comparison: Comparison) -> Table:
    from rich.table import Table
    from rich.text import Text

    labels = {column.digest_id: column.label for column in comparison.columns}
    table = Table(title="Promises", header_style="bold")
    for name in ("indicator", "promised", "reported", "verdict", "why"):
        table.add_column(name, overflow="fold")
    for promise in promises:
        table.add_row(
            Text(promise.zh),
            Text(_told(promise.promised, promise.period.label if promise.period else "", labels[promise.promised_in])),
            Text(
                _told(
                    promise.reported,
                    promise.reported_period.label if promise.reported_period else "",
                    labels.get(promise.reported_in or "", ""),
                )
            ),
            Text(caption("verdict", promise.verdict).zh, style=_STYLES[promise.verdict]),
            Text(promise.reason.zh),
        )
    return table


def _told(reading: Reading | None, period: str, label: str) -> str:
    return "" if reading is None else f"{number_caption(reading.figure)} {period}\n{label}"
