"""Digests → tables that other systems load: JSONL, CSV, Parquet, SQLite, DuckDB, Excel, pandas. One flat schema for all.

    tables.py    the schema: tables, columns, types, keys
    flatten.py   digests → rows
    merging.py   rows already exported + new rows → rows to keep
    folders.py   JSONL and CSV: a folder with one file for each table
    parquet.py   Parquet: a folder with one file for each table
    sqlite.py    a SQLite file        duck.py   a DuckDB file        excel.py   an Excel workbook
    frames.py    pandas data frames

`export(digests, to, output)` writes, `to_frames(digests)` hands over data frames. Exporting the same digest again replaces its
rows, so that nothing stands twice; when nothing changed, the target is not touched.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from ..errors import SettingsError
from .flatten import flatten
from .merging import digest_ids
from .store import check_integers

if TYPE_CHECKING:
    from ..models import Digest
    from .store import Store

Format = Literal["jsonl", "csv", "parquet", "sqlite", "duckdb", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)

__all__ = ["FORMATS", "Exported", "Format", "export", "to_frames"]


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did. `rows` counts the rows of these digests, by table."""

    output: Path
    digests: int
    rows: dict[str, int]
    changed: bool
    """False when the target held the same rows already; it was not touched then."""


def export(digests: Iterable[Digest], to: Format, output: str | os.PathLike[str]) -> Exported:
    """Write `digests` to `output`, where digests exported earlier stay and those of the same id are replaced.

    jsonl, csv and parquet write a folder with one file for each table; sqlite, duckdb and xlsx write one file.
    Raises SettingsError for an unknown format or a missing package, OutputError when the target cannot be read or written
    or cannot hold a number exactly.
    """
    rows = flatten(digests)
    path = Path(output)
    check_integers(path, rows)
    changed = _store(to, path).put(rows)
    return Exported(path, len(digest_ids(rows)), {name: len(table) for name, table in rows.items()}, changed)


def to_frames(digests: Iterable[Digest], *, exact: bool = False) -> dict[str, Any]:
    """Return the tables as pandas data frames, by name: reports, sections, items, figures, evidence, links.

    Numbers are float64, or with `exact` the digest's own Decimals; dates are datetimes, integers Int64, text string.
    Raises SettingsError when pandas is not installed.
    """
    from .frames import frames

    return frames(flatten(digests), exact=exact)


def _store(to: str, path: Path) -> Store:
    match to:
        case "jsonl":
            from .folders import JsonlStore

            return JsonlStore(path)
        case "csv":
            from .folders import CsvStore

            return CsvStore(path)
        case "parquet":
            from .parquet import ParquetStore

            return ParquetStore(path)
        case "sqlite":
            from .sqlite import SqliteStore

            return SqliteStore(path)
        case "duckdb":
            from .duck import DuckStore

            return DuckStore(path)
        case "xlsx":
            from .excel import ExcelStore

            return ExcelStore(path)
    raise SettingsError(f'unknown export format "{to}". Choose one of {", ".join(FORMATS)}.')
