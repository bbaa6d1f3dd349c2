"""Whole tables as they stand in texts: which rows, labels, units, heads and captions are read, and what only looks like a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportsum.tabular import Table, TableRow, find_tables
from reportsum.tabular.aligning import cell_gaps

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[tuple[str, str, str]]:
    """Return (name, text, what is read) of each case of a file."""
    found = []
    for case in (CASES / name).read_text(encoding="utf-8").split("\n== ")[1:]:
        named, _, rest = case.partition("\n")
        text, _, read = rest.partition("-- read")
        found.append((named, text.replace("→", "\t"), read.strip("\n").replace("→", "\t")))
    return found


def row_told(row: TableRow, table: Table) -> str:
    named = "/".join(row.labels) or "-"
    if row.unit:
        named += f" ({row.unit})"
    if not row.readable:
        return f"  {named}: ?; " + "; ".join(cell.text for cell in row.cells)
    behind = list(zip(table.columns, row.cells, strict=True))[row.first_value :]
    return f"  {named}: " + "; ".join(f"{column.text or '-'}={cell.text}" for column, cell in behind)


def told(text: str) -> str:
    lines = []
    for table in find_tables(text):
        lines.append(f"{table.caption or '-'} [{table.units}]")
        lines += [row_told(row, table) for row in table.rows]
        lines.append("  silent: " + " # ".join(text[span.start : span.end].strip() for span in table.silent))
    return "\n".join(line.rstrip() for line in lines)


@pytest.mark.parametrize(("text", "read"), [pytest.param(text, read, id=name) for name, text, read in cases("tables.txt")])
def test_a_table_is_told_row_by_row(text: str, read: str) -> None:
    assert told(text) == read


@pytest.mark.parametrize(("text", "read"), [pytest.param(text, read, id=name) for name, text, read in cases("aligned.txt")])
def test_columns_that_only_spaces_part_are_parted_by_tabs(text: str, read: str) -> None:
    parted = text
    for gap in reversed(cell_gaps(text)):
        behind = "\n" if text[gap.start] == "\n" else ""
        parted = parted[: gap.start] + "\t" * gap.tabs + behind + parted[gap.end :]
    assert parted == read + "\n"
