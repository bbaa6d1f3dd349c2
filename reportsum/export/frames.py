"""Rows → pandas data frames with proper types."""

from __future__ import annotations

from typing import Any

from .flatten import FlatRows
from .store import need
from .tables import TABLES, Column, Value


def frames(rows: FlatRows, *, exact: bool) -> dict[str, Any]:
    """Return one data frame for each table. Numbers are float64, or Decimal objects when `exact`."""
    pandas = need("pandas")
    result = {}
    for table in TABLES:
        columns = zip(*rows[table.name], strict=True) if rows[table.name] else [()] * len(table.columns)
        result[table.name] = pandas.DataFrame(
            {column.name: _series(pandas, column, values, exact) for column, values in zip(table.columns, columns, strict=True)}
        )
    return result


def _series(pandas: Any, column: Column[Any], values: tuple[Value, ...], exact: bool) -> Any:
    match column.type:
        case "integer":
            return pandas.Series(values, dtype="Int64")
        case "truth":
            return pandas.Series(values, dtype="boolean")
        case "date":
            # Seconds, not nanoseconds: a hostile year such as 9999 must not overflow.
            return pandas.Series(pandas.array(values, dtype="object")).astype("datetime64[s]")
        case "decimal" if exact:
            return pandas.Series(values, dtype="object")
        case "decimal":
            return pandas.Series([None if value is None else float(value) for value in values], dtype="float64")  # type: ignore[arg-type]
    return pandas.Series(values, dtype="string")
