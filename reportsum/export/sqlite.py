"""SQLite: one file, one table each, with primary and foreign keys.

SQLite knows no decimals. Numbers are stored as its own integers and doubles, after a check that the double stands for exactly the
same decimal; dates are ISO text, which sorts and compares right.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..errors import OutputError
from .flatten import FlatRows
from .merging import digest_ids, in_key_order
from .store import check_double, not_ours, not_writable
from .tables import TABLES, Column, Row, Table, Value

_TYPES = {"text": "TEXT", "integer": "INTEGER", "decimal": "REAL", "date": "TEXT", "truth": "INTEGER"}


class SqliteStore:
    """Tables in a SQLite file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, rows: FlatRows) -> bool:
        """Add `rows` in one transaction, replacing digests that are there already. Return whether anything changed."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.closing(sqlite3.connect(self.path)) as connection:
                connection.execute("PRAGMA foreign_keys = ON")
                with connection:
                    return self._put(connection, rows)
        except OSError as error:
            raise not_writable(self.path, error) from error
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise OutputError(
                    self.path, f"cannot be written ({error})", "Free some space, close other programs that use it, or choose another place."
                ) from error
            raise not_ours(self.path, f"is no SQLite file of this schema ({error})") from error

    def _put(self, connection: sqlite3.Connection, rows: FlatRows) -> bool:
        created = [self._create(connection, table) for table in TABLES]
        stored = {table.name: self._stored(table, rows[table.name]) for table in TABLES}
        ids = sorted(digest_ids(rows))
        if not any(created) and all(self._held(connection, table, ids) == in_key_order(table, stored[table.name]) for table in TABLES):
            return False
        connection.executemany("DELETE FROM reports WHERE digest_id = ?", [(digest_id,) for digest_id in ids])
        for table in TABLES:
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", stored[table.name])
        return True

    def _create(self, connection: sqlite3.Connection, table: Table) -> bool:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")]
        if columns and columns != [column.name for column in table.columns]:
            raise not_ours(self.path, f"has a table {table.name} with other columns")
        if not columns:
            connection.execute(create_statement(table))
        return not columns

    def _held(self, connection: sqlite3.Connection, table: Table, ids: Iterable[str]) -> list[Row]:
        select = f"SELECT * FROM {table.name} WHERE digest_id = ?"
        return in_key_order(table, [row for digest_id in ids for row in connection.execute(select, (digest_id,))])

    def _stored(self, table: Table, rows: list[Row]) -> list[Row]:
        return [tuple(self._cell(table, column, value) for column, value in zip(table.columns, row, strict=True)) for row in rows]

    def _cell(self, table: Table, column: Column[Any], value: Value) -> Value:
        if isinstance(value, Decimal):
            return check_double(self.path, table, column.name, value)  # type: ignore[return-value]
        return value.isoformat() if isinstance(value, dt.date) else value


def create_statement(table: Table) -> str:
    """Return the SQL that creates the table. Deleting a report deletes everything that belongs to it."""
    lines = [f"{column.name} {_TYPES[column.type]}{'' if column.nullable else ' NOT NULL'}" for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    if table.parent is not None:
        parent, columns = table.parent
        keys = ("digest_id", "item_id")[: len(columns)]
        lines.append(f"FOREIGN KEY ({', '.join(columns)}) REFERENCES {parent} ({', '.join(keys)}) ON DELETE CASCADE")
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(lines) + "\n)"
