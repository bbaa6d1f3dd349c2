"""Parquet: a folder with one file for each table, read by pandas, DuckDB, Spark, Polars and others.

Numbers are decimal128(38, 10), so they are exact and sum exactly; dates are date32. Each file names the schema in its metadata.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from .flatten import FlatRows
from .store import MAX_DIGITS, MAX_SCALE, WholeStore, check_scale, need, not_ours, replace_files
from .tables import TABLES, Row, Table


class ParquetStore(WholeStore):
    """One Parquet file for each table."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.parquet = need("pyarrow.parquet")

    def exists(self) -> bool:
        return all(self._file(table).is_file() for table in TABLES)

    def read(self) -> FlatRows:
        return {table.name: self._read(table) for table in TABLES}

    def write(self, rows: FlatRows) -> None:
        contents = {self._file(table): arrow_table(table, rows[table.name], self._file(table)) for table in TABLES}
        replace_files({path: partial(self.parquet.write_table, content, compression="zstd") for path, content in contents.items()})

    def _file(self, table: Table) -> Path:
        return self.path / f"{table.name}.parquet"

    def _read(self, table: Table) -> list[Row]:
        pyarrow = need("pyarrow")
        file = self._file(table)
        if not file.exists():
            return []
        try:
            content = self.parquet.read_table(file)
        except pyarrow.ArrowInvalid as error:
            raise not_ours(file, "is no Parquet file") from error
        if not content.schema.equals(arrow_schema(table)):
            raise not_ours(file, f"is no {table.name} table of this schema (other columns)")
        columns = [column.to_pylist() for column in content.columns]
        return list(zip(*columns, strict=True))


def arrow_schema(table: Table) -> Any:
    """Return the table's columns as a pyarrow schema."""
    pyarrow = need("pyarrow")
    types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "truth": pyarrow.bool_(),
        "decimal": pyarrow.decimal128(MAX_DIGITS, MAX_SCALE),
        "date": pyarrow.date32(),
    }
    return pyarrow.schema([pyarrow.field(column.name, types[column.type], nullable=column.nullable) for column in table.columns])


def arrow_table(table: Table, rows: list[Row], path: Path) -> Any:
    """Return rows as a pyarrow table. Raises OutputError, naming `path`, when a number does not fit its column."""
    pyarrow = need("pyarrow")
    for place, column in enumerate(table.columns):
        if column.type == "decimal":
            for row in rows:
                if row[place] is not None:
                    check_scale(path, table, column.name, row[place])  # type: ignore[arg-type]
    schema = arrow_schema(table)
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [pyarrow.array(values, type=field.type) for values, field in zip(columns, schema, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)
