"""Excel: one workbook, one sheet for each table. Sheets of other names are left as they are.

Text is stored as text, whatever it looks like, so nothing is ever run as a formula. Excel's limits apply: 15 digits a number (others
are refused) and 32,767 characters a cell (longer text is cut, and says so).
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from .flatten import FlatRows
from .store import WholeStore, check_double, need, not_ours, replace_files
from .tables import TABLES, Column, Row, Table, Value

MAX_CELL = 32_767
# What XML cannot hold or does not keep, and the underscore of text that already looks like the notation for it.
_UNHOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_WIDE = frozenset({"statement", "quote", "summary"})


class ExcelStore(WholeStore):
    """Sheets in a workbook."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.openpyxl = need("openpyxl")

    def exists(self) -> bool:
        return self.path.is_file()

    def put(self, rows: FlatRows) -> bool:
        return super().put({table.name: [_as_held(table, row) for row in rows[table.name]] for table in TABLES})

    def read(self) -> FlatRows:
        if not self.path.exists():
            return {table.name: [] for table in TABLES}
        book = self._open()
        return {table.name: self._rows(table, book) for table in TABLES}

    def write(self, rows: FlatRows) -> None:
        book = self._open() if self.path.exists() else self.openpyxl.Workbook()
        if not self.path.exists():
            book.remove(book.active)
        for place, table in enumerate(TABLES):
            if table.name in book.sheetnames:
                book.remove(book[table.name])
            self._fill(book.create_sheet(table.name, place), table, rows[table.name])
        replace_files({self.path: book.save})

    def _open(self) -> Any:
        try:
            return self.openpyxl.load_workbook(self.path)
        except (zipfile.BadZipFile, KeyError, ValueError, self.openpyxl.utils.exceptions.InvalidFileException) as error:
            raise not_ours(self.path, "is no Excel workbook") from error

    def _rows(self, table: Table, book: Any) -> list[Row]:
        if table.name not in book.sheetnames:
            return []
        lines = book[table.name].iter_rows(values_only=True)
        if list(next(lines, ())) != [column.name for column in table.columns]:
            raise not_ours(self.path, f"has a sheet {table.name} with other columns")
        return [tuple(map(_from_cell, table.columns, line)) for line in lines]

    def _fill(self, sheet: Any, table: Table, rows: list[Row]) -> None:
        bold = need("openpyxl.styles").Font(bold=True)
        column_letter = need("openpyxl.utils").get_column_letter
        sheet.append([column.name for column in table.columns])
        for cell in sheet[1]:
            cell.font = bold
        for number, row in enumerate(rows, start=2):
            for place, (column, value) in enumerate(zip(table.columns, row, strict=True), start=1):
                if value is not None:
                    self._set(sheet.cell(number, place), table, column, value)
        for place, column in enumerate(table.columns, start=1):
            sheet.column_dimensions[column_letter(place)].width = 60 if column.name in _WIDE else 16
        sheet.freeze_panes = "B2"
        sheet.auto_filter.ref = sheet.dimensions

    def _set(self, cell: Any, table: Table, column: Column, value: Value) -> None:
        if isinstance(value, str):
            cell.value = value
            cell.data_type = "s"
            cell.quotePrefix = value[:1] in "=+-@'"
        elif isinstance(value, Decimal):
            cell.value = check_double(self.path, table, column.name, value)
        else:
            cell.value = value


def _as_held(table: Table, row: Row) -> Row:
    return tuple(_escaped(value) if isinstance(value, str) else value for value in row)


def _escaped(text: str) -> str:
    """Return text as a cell can hold it: control characters in OOXML's own notation (_x0001_), cut at Excel's limit."""
    held = _UNHOLDABLE.sub(lambda found: f"_x{ord(found.group()):04X}_", text)
    if len(held) <= MAX_CELL:
        return held
    note = f" […{len(text)} characters in all]"
    return held[: MAX_CELL - len(note)] + note


def _from_cell(column: Column, value: Any) -> Value:
    if value is None:
        return None if column.nullable else ""
    match column.type:
        case "decimal":
            return Decimal(repr(value))
        case "date":
            return value.date() if isinstance(value, dt.datetime) else None
        case "integer":
            return int(value)
    return str(value)
