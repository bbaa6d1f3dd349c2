"""JSONL and CSV: a folder with one text file for each table.

JSONL holds one object a line, keys in column order, numbers digit for digit. CSV is meant for Excel and its kin: UTF-8 with BOM,
CRLF, and text that a spreadsheet would take for a formula is led by an apostrophe (see `guarded`).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from abc import abstractmethod
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from typing import Any

from .flatten import FlatRows
from .store import WholeStore, not_ours, replace_files
from .tables import TABLES, Column, Row, Table, Value

# What spreadsheets take for the start of a formula (OWASP, "CSV Injection"), with the full-width twins that Chinese and
# Japanese editions accept, and the apostrophe itself, so that the guard can be taken off again without doubt.
_FORMULA_STARTS = frozenset("=+-@＝＋－＠'\t\r\n")


class FolderStore(WholeStore):
    """One text file for each table."""

    suffix: str

    def exists(self) -> bool:
        return all(self._file(table).is_file() for table in TABLES)

    def read(self) -> FlatRows:
        return {table.name: self._read(table) for table in TABLES}

    def write(self, rows: FlatRows) -> None:
        contents = {self._file(table): self.text(table, rows[table.name]).encode("utf-8") for table in TABLES}
        replace_files({path: partial(_fill, content=content) for path, content in contents.items()})

    @abstractmethod
    def text(self, table: Table, rows: list[Row]) -> str:
        """Return the file of one table."""

    @abstractmethod
    def rows(self, table: Table, text: str) -> list[Row]:
        """Return the rows that `text` made; ValueError when it does not fit."""

    def _file(self, table: Table) -> Path:
        return self.path / f"{table.name}{self.suffix}"

    def _read(self, table: Table) -> list[Row]:
        file = self._file(table)
        try:
            return self.rows(table, file.read_bytes().decode("utf-8"))
        except FileNotFoundError:
            return []
        except (ValueError, KeyError, TypeError, InvalidOperation, csv.Error) as error:
            raise not_ours(file, f"is no {table.name} table of this schema ({error})") from error


class JsonlStore(FolderStore):
    """One JSON object a line."""

    suffix = ".jsonl"

    def text(self, table: Table, rows: list[Row]) -> str:
        import simplejson

        names = [column.name for column in table.columns]
        return "".join(
            simplejson.dumps(dict(zip(names, map(_plain, row), strict=True)), ensure_ascii=False, use_decimal=True, separators=(", ", ": "))
            + "\n"
            for row in rows
        )

    def rows(self, table: Table, text: str) -> list[Row]:
        return [_typed_row(table, json.loads(line, parse_float=Decimal)) for line in text.split("\n") if line]


class CsvStore(FolderStore):
    """Comma-separated values that open right in Excel."""

    suffix = ".csv"

    def text(self, table: Table, rows: list[Row]) -> str:
        buffer = io.StringIO(newline="")
        writer = csv.writer(buffer, lineterminator="\r\n")
        writer.writerow(column.name for column in table.columns)
        writer.writerows([_csv_cell(value) for value in row] for row in rows)
        return "\ufeff" + buffer.getvalue()

    def rows(self, table: Table, text: str) -> list[Row]:
        lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
        if next(lines, None) != [column.name for column in table.columns]:
            raise ValueError("other columns")
        return [tuple(_from_csv(column, cell) for column, cell in zip(table.columns, line, strict=True)) for line in lines]


def guarded(text: str) -> str:
    """Return `text` so that no spreadsheet runs it: led by an apostrophe where it begins like a formula, spaces aside.

    >>> guarded("=1+1"), guarded("增长6%")
    ("'=1+1", '增长6%')
    """
    return f"'{text}" if text.lstrip(" \u3000")[:1] in _FORMULA_STARTS and text.strip(" \u3000") else text


def _csv_cell(value: Value) -> str:
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(_plain(value))


def _from_csv(column: Column[Any], cell: str) -> Value:
    if not cell and column.nullable:
        return None
    match column.type:
        case "integer":
            return int(cell)
        case "decimal":
            return Decimal(cell)
        case "date":
            return dt.date.fromisoformat(cell)
        case "truth":
            return {"true": True, "false": False}[cell]
    return cell.removeprefix("'")


def _plain(value: Value) -> Value:
    return value.isoformat() if isinstance(value, dt.date) else value


def _typed_row(table: Table, record: dict[str, Any]) -> Row:
    if list(record) != [column.name for column in table.columns]:
        raise ValueError("other columns")
    return tuple(_typed(column, record[column.name]) for column in table.columns)


def _typed(column: Column[Any], value: Any) -> Value:
    if value is None:
        return None
    if column.type == "decimal":
        return Decimal(value)
    if column.type == "date":
        return dt.date.fromisoformat(value)
    return value  # type: ignore[no-any-return]


def _fill(path: Path, *, content: bytes) -> None:
    path.write_bytes(content)
