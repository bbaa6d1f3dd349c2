"""The values of a table's row → its measures: one for each thing measured and each time, changes and shares with what they speak of."""

from __future__ import annotations

from collections.abc import Sequence

from ..annotating import Clause, Measure
from ..figures.figure import FoundFigure, TableCell


def read_cells(clause: Clause, figures: Sequence[FoundFigure]) -> tuple[Measure, ...]:
    """Return the measures of the figures of `clause` that are values of a table; values that could not be read stand apart.

    A value from an earlier time (上年同期) goes with the first value of its metric, behind it.
    """
    groups: dict[tuple[str, str], list[int]] = {}
    unread: list[int] = []
    earlier: list[tuple[str, int]] = []
    for number in clause.figures:
        cell = figures[number].cell
        if cell is None:
            continue
        if not cell.readable:
            unread.append(number)
        elif cell.base == "earlier":
            earlier.append((cell.metric, number))
        else:
            groups.setdefault(_key(cell), []).append(number)
    for metric, number in earlier:
        key = next((key for key in groups if key[0] == metric), (metric, ""))
        groups.setdefault(key, []).append(number)
    measures = [Measure(metric or None, tuple(numbers)) for (metric, _), numbers in groups.items()]
    return (*measures, *([Measure(None, tuple(unread))] if unread else []))


def _key(cell: TableCell) -> tuple[str, str]:
    return cell.metric, cell.time
