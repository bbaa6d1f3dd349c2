"""DuckDB: one file, one table each, with primary keys. Numbers are DECIMAL(38, 10), dates DATE."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..errors import OutputError
from .flatten import FlatRows
from .merging import digest_ids, in_key_order
from .parquet import arrow_table
from .store import MAX_DIGITS, MAX_SCALE, need, not_ours, not_writable
from .tables import TABLES, Row, Table

_TYPES = {"text": "VARCHAR", "integer": "BIGINT", "decimal": f"DECIMAL({MAX_DIGITS}, {MAX_SCALE})", "date": "DATE", "truth": "BOOLEAN"}


class DuckStore:
    """Tables in a DuckDB file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.duckdb = need("duckdb")
        need("pyarrow")

    def put(self, rows: FlatRows) -> bool:
        """Add `rows` in one transaction, replacing digests that are there already. Return whether anything changed."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.duckdb.connect(str(self.path)) as connection:
                return self._put(connection, rows)
        except OSError as error:
            raise not_writable(self.path, error) from error
        except self.duckdb.Error as error:
            raise OutputError(
                self.path,
                f"cannot be used as a DuckDB file ({error})",
                "Free some space, choose another place, or remove the file to export afresh.",
            ) from error

    def _put(self, connection: Any, rows: FlatRows) -> bool:
        arrow = {table.name: arrow_table(table, rows[table.name], self.path) for table in TABLES}
        ids = sorted(digest_ids(rows))
        created = [self._create(connection, table) for table in TABLES]
        if not any(created) and all(self._held(connection, table, ids) == in_key_order(table, rows[table.name]) for table in TABLES):
            return False
        connection.execute("BEGIN")
        for table in TABLES:
            connection.execute(f"DELETE FROM {table.name} WHERE digest_id IN (SELECT unnest(?))", [ids])
            connection.register("incoming", arrow[table.name])
            connection.execute(f"INSERT INTO {table.name} SELECT * FROM incoming")
            connection.unregister("incoming")
        connection.execute("COMMIT")
        return True

    def _create(self, connection: Any, table: Table) -> bool:
        columns = [
            row[0]
            for row in connection.execute(
                "SELECT column_name FROM duckdb_columns() WHERE table_name = ? AND schema_name = 'main' ORDER BY column_index",
                [table.name],
            ).fetchall()
        ]
        if columns and columns != [column.name for column in table.columns]:
            raise not_ours(self.path, f"has a table {table.name} with other columns")
        if not columns:
            connection.execute(create_statement(table))
        return not columns

    def _held(self, connection: Any, table: Table, ids: list[str]) -> list[Row]:
        select = f"SELECT * FROM {table.name} WHERE digest_id IN (SELECT unnest(?))"
        return in_key_order(table, connection.execute(select, [ids]).fetchall())


def create_statement(table: Table) -> str:
    """Return the SQL that creates the table."""
    lines = [f"{column.name} {_TYPES[column.type]}{'' if column.nullable else ' NOT NULL'}" for column in table.columns]
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join([*lines, f"PRIMARY KEY ({', '.join(table.key)})"]) + "\n)"
