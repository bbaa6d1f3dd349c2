"""Figures → numbers that can be compared. A conversion is made only where it is exact (`data/exact_units.tsv`)."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..models import Figure
from ..tables import read_table


class Size(NamedTuple):
    """A number in the common unit of its dimension. Sizes of different dimensions do not compare."""

    number: Fraction
    dimension: str


@cache
def _factors() -> dict[str, tuple[str, Fraction]]:
    rows = read_table("exact_units.tsv", ("unit", "dimension", "factor"), key="unit")
    return {row["unit"]: (row["dimension"], Fraction(row["factor"])) for row in rows}


def size_of(figure: Figure) -> Size | None:
    """Return the figure as a size; None for ranges. Ranks are sizes of their own, lower being better."""
    if figure.amount is None:
        return None
    dimension, factor = _factors().get(figure.base_unit, (figure.base_unit, Fraction(1)))
    return Size(Fraction(figure.amount) * factor, "rank" if figure.role == "rank" else dimension)


def range_of(figure: Figure) -> tuple[Size, Size] | None:
    """Return both ends of a range as sizes; None for anything else."""
    if figure.low is None or figure.high is None:
        return None
    dimension, factor = _factors().get(figure.base_unit, (figure.base_unit, Fraction(1)))
    scale = factor * _myriads(figure)
    return Size(Fraction(figure.low) * scale, dimension), Size(Fraction(figure.high) * scale, dimension)


def dimension_of(figure: Figure) -> str:
    """Return what the figure measures, as a name: figures of one dimension can be compared."""
    if figure.role == "rank":
        return "rank"
    return _factors().get(figure.base_unit, (figure.base_unit, Fraction(1)))[0]


def dimension_of_unit(unit: str) -> str:
    """Return what a unit as written (亿元) measures."""
    base = unit.lstrip("万亿")
    return _factors().get(base, (base, Fraction(1)))[0]


def _myriads(figure: Figure) -> int:
    """Return what the unit of a range multiplies by: its ends are given as written, without 万 and 亿."""
    prefix = figure.unit.removesuffix(figure.base_unit)
    return {"万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4}.get(prefix, 1)
