"""Columns with names: what every output that puts things into rows is made of.

A column says what it is called, what it means, and how to take it from the thing a row is about. Exports, screens and pages are lists of
them, so that no value can slip into its neighbour's place, and a field of the digest that no output shows can be found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Literal, TypeAlias, TypeVar

ColumnType = Literal["text", "integer", "decimal", "date", "truth"]
Value: TypeAlias = str | int | Decimal | dt.date | bool | None
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column of rows about things of type `T`. A column that is not `nullable` never holds None."""

    name: str
    doc: str
    """What it holds, for people."""
    get: Callable[[T], Value]
    """How to take it from the thing."""
    type: ColumnType = "text"
    nullable: bool = False
    fields: tuple[str, ...] = ()
    """Fields of the contract that it shows ("Target.owner")."""
