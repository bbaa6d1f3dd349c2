"""Excel: one workbook, one sheet for each table. Sheets of other names are left as they are.

Text is stored as text, whatever it looks like, so nothing is ever run as a formula. Excel's limits apply: 15 digits a number (others
are refused) and 32,767 characters a cell (longer text is cut, and says so).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import gc
import sys
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from reportsum import lazy_re as re

from .flatten import FlatRows
from .store import WholeStore, check_double, need, not_ours, replace_files
from .tables import TABLES, Column, Row, Table, Value

MAX_CELL = 32_767
# What XML cannot hold or does not keep, and the underscore of text that already looks like the notation for it.
_UNHOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MISTAKEN = frozenset("=+-@'#")
"""Text that begins so is marked as text, or openpyxl and Excel would take it for a formula, a number or an error."""
_WIDE = frozenset({"statement", "quote", "summary"})


class ExcelStore(WholeStore):
    """Sheets in a workbook."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.openpyxl = need("openpyxl")

    def exists(self) -> bool:
        return self.path.is_file()

    def put(self, rows: FlatRows) -> bool:
        self._check_numbers(rows)
        return super().put({table.name: [_as_held(row) for row in rows[table.name]] for table in TABLES})

    def read(self) -> FlatRows:
        if not self.path.exists():
            return {table.name: [] for table in TABLES}
        with contextlib.closing(self._open(read_only=True)) as book:
            return {table.name: self._rows(table, book) for table in TABLES}

    def write(self, rows: FlatRows) -> None:
        trouble = None
        with _quiet_generators():
            try:
                self._write(rows)
            except _lxml_errors() as error:
                # the sheets are written to temporary files by lxml, where it is installed, which has its own words for a full disk
                trouble = OSError(errno.EIO, str(error))
            gc.collect()
        if trouble is not None:
            raise trouble

    def _write(self, rows: FlatRows) -> None:
        book = self._book_to_fill()
        for place, table in enumerate(TABLES):
            self._fill(book.create_sheet(table.name, place), table, rows[table.name])
        replace_files({self.path: book.save})

    def _check_numbers(self, rows: FlatRows) -> None:
        """Refuse what cannot be held before anything is written: a sheet that is begun has to be ended."""
        for table in TABLES:
            for place, column in enumerate(table.columns):
                for row in rows[table.name] if column.type == "decimal" else ():
                    if isinstance(number := row[place], Decimal):
                        check_double(self.path, table, column.name, number)

    def _book_to_fill(self) -> Any:
        """Return a workbook without our sheets: the user's own, where there are sheets in it that are not ours, else an empty one.

        An empty one is written row by row, which takes a fraction of the time and memory.
        """
        ours = {table.name for table in TABLES}
        if self.path.exists():
            book = self._open()
            if not ours.issuperset(book.sheetnames):
                for name in ours.intersection(book.sheetnames):
                    book.remove(book[name])
                return book
        return self.openpyxl.Workbook(write_only=True)

    def _open(self, *, read_only: bool = False) -> Any:
        try:
            return self.openpyxl.load_workbook(self.path, read_only=read_only)
        except (zipfile.BadZipFile, KeyError, ValueError, self.openpyxl.utils.exceptions.InvalidFileException) as error:
            raise not_ours(self.path, "is no Excel workbook") from error

    def _rows(self, table: Table, book: Any) -> list[Row]:
        if table.name not in book.sheetnames:
            return []
        lines = book[table.name].iter_rows(values_only=True, max_col=len(table.columns))
        if list(next(lines, ())) != [column.name for column in table.columns]:
            raise not_ours(self.path, f"has a sheet {table.name} with other columns")
        return [tuple(map(_from_cell, table.columns, line)) for line in lines]

    def _fill(self, sheet: Any, table: Table, rows: list[Row]) -> None:
        cell_of, bold = need("openpyxl.cell").WriteOnlyCell, need("openpyxl.styles").Font(bold=True)
        column_letter = need("openpyxl.utils").get_column_letter
        # A sheet that is written row by row takes its layout before its rows.
        for place, column in enumerate(table.columns, start=1):
            sheet.column_dimensions[column_letter(place)].width = 60 if column.name in _WIDE else 16
        sheet.freeze_panes = "B2"
        sheet.auto_filter.ref = f"A1:{column_letter(len(table.columns))}{len(rows) + 1}"
        heads = [cell_of(sheet, column.name) for column in table.columns]
        for head in heads:
            head.font = bold
        sheet.append(heads)
        for row in rows:
            sheet.append(
                [self._cell(partial(cell_of, sheet), table, column, value) for column, value in zip(table.columns, row, strict=True)]
            )

    def _cell(self, cell_of: Callable[[Value], Any], table: Table, column: Column[Any], value: Value) -> Any:
        """Return what a row takes for a value: itself, or a cell where text could be mistaken for something else."""
        if isinstance(value, Decimal):
            return check_double(self.path, table, column.name, value)
        if isinstance(value, str) and value[:1] in _MISTAKEN:
            cell = cell_of(value)
            cell.data_type = "s"
            cell.quotePrefix = True
            return cell
        return value


def _as_held(row: Row) -> Row:
    return tuple(_escaped(value) if isinstance(value, str) else value for value in row)


def _escaped(text: str) -> str:
    """Return text as a cell can hold it: control characters in OOXML's own notation (_x0001_), cut at Excel's limit."""
    held = _UNHOLDABLE.sub(lambda found: f"_x{ord(found.group()):04X}_", text)
    if len(held) <= MAX_CELL:
        return held
    note = f" […{len(text)} characters in all]"
    return held[: MAX_CELL - len(note)] + note


def _from_cell(column: Column[Any], value: Any) -> Value:
    if value is None:
        return None if column.nullable else ""
    match column.type:
        case "decimal":
            return Decimal(repr(value))
        case "date":
            return value.date() if isinstance(value, dt.datetime) else None
        case "integer":
            return int(value)
        case "truth":
            return bool(value)
    return str(value)


@contextlib.contextmanager
def _quiet_generators() -> Iterator[None]:
    """Let openpyxl's half-written sheets go without a word: they fail once more when they are collected, after the error was told."""
    hook = sys.unraisablehook
    sys.unraisablehook = lambda unraisable: None
    try:
        yield
    finally:
        sys.unraisablehook = hook


def _lxml_errors() -> tuple[type[Exception], ...]:
    try:
        from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml ships no types
    except ImportError:
        return ()
    return (LxmlError,)
