"""What every target of an export has in common: the seam between rows and a file format."""

from __future__ import annotations

import importlib
import os
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from ..errors import OutputError, SettingsError
from .flatten import FlatRows
from .merging import merged
from .tables import TABLES, Table

MAX_SCALE = 10
MAX_DIGITS = 38
"""DECIMAL(38, 10): the widest that Parquet's readers and DuckDB agree on; 28 digits before the point, 10 after it."""


class Store(Protocol):
    """A place that holds exported rows."""

    def put(self, rows: FlatRows) -> bool:
        """Add `rows`, replacing digests that are there already. Return whether anything changed. Raises OutputError."""
        ...


class WholeStore(ABC):
    """A store that is read and written as a whole, because its format cannot change rows in place."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, rows: FlatRows) -> bool:
        """Add `rows`, replacing digests that are there already. Return whether anything changed. Raises OutputError."""
        try:
            old = self.read()
            new = merged(old, rows)
            if new == old and self.exists():
                return False
            self.write(new)
        except OSError as error:
            raise not_writable(self.path, error) from error
        return True

    @abstractmethod
    def exists(self) -> bool:
        """Return whether every part of the store is there."""

    @abstractmethod
    def read(self) -> FlatRows:
        """Return the rows it holds now; no rows where there is nothing yet."""

    @abstractmethod
    def write(self, rows: FlatRows) -> None:
        """Make it hold exactly `rows`."""


def not_writable(path: Path, error: OSError) -> OutputError:
    """Return the error for a target that the file system refuses."""
    return OutputError(path, f"cannot be written ({error.strerror or error})", "Free some space or choose another place.")


def not_ours(path: Path, problem: str) -> OutputError:
    """Return the error for a target that holds something else than an export of this schema."""
    return OutputError(path, problem, "Choose a new place, or remove it to export afresh.")


def need(package: str) -> Any:
    """Return the module `package`. Raises SettingsError that names the extra when it is not installed."""
    try:
        return importlib.import_module(package)
    except ImportError as error:
        raise SettingsError(f"this export needs the package {package}: install it with `pip install 'reportsum[export]'`.") from error


def replace_files(writers: Mapping[Path, Callable[[Path], None]]) -> None:
    """Let each writer fill a temporary file beside its path, then put all in place: nothing is replaced unless all could be written."""
    written: list[tuple[Path, Path]] = []
    try:
        for path, write in writers.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.", suffix=path.suffix)
            os.close(handle)
            written.append((Path(name), path))
            write(Path(name))
        for temporary, path in written:
            temporary.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
            temporary.replace(path)
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)


def check_scale(path: Path, table: Table, column: str, number: Decimal) -> Decimal:
    """Return `number` if DECIMAL(38, 10) holds it exactly. Raises OutputError otherwise."""
    _, digits, exponent = number.as_tuple()
    decimals = max(0, -int(exponent))
    whole = len(digits) + int(exponent)
    if decimals > MAX_SCALE or whole > MAX_DIGITS - MAX_SCALE:
        raise _too_long(path, table, column, number, "sqlite, jsonl or csv")
    return number


def check_double(path: Path, table: Table, column: str, number: Decimal) -> int | float:
    """Return `number` as the integer or double that stands for it exactly. Raises OutputError when none does."""
    if number == number.to_integral_value() and abs(number) < 2**53:
        return int(number)
    nearest = float(number)
    if Decimal(repr(nearest)) != number:
        raise _too_long(path, table, column, number, "parquet, duckdb, jsonl or csv")
    return nearest


def check_integers(path: Path, rows: FlatRows) -> None:
    """Raise OutputError for an integer that no table can hold: offsets and counts of a digest that was tampered with."""
    for table in TABLES:
        for place, column in enumerate(table.columns):
            for row in rows[table.name] if column.type == "integer" else ():
                if isinstance(number := row[place], int) and not -(2**63) <= number < 2**63:
                    raise OutputError(path, f"cannot hold {number} ({table.name}.{column.name})", "Make the digest again.")


def _too_long(path: Path, table: Table, column: str, number: Decimal, others: str) -> OutputError:
    return OutputError(
        path,
        f"this format cannot hold {number} ({table.name}.{column}) exactly",
        f"Export to {others}, or look at the figure: a number this long is rarely one.",
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
