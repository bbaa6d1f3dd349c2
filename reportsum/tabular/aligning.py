"""Rows whose cells only spaces part → where tabs have to stand between their cells.

Two kinds are known: lines one below the other whose cells stand two spaces or more apart (columns in plain text), and lines of a label
with numbers behind it, one space apart (tables out of PDF files). In the first, where a cell is left empty the others still stand
below their heads, which tells which one is missing. Single digits one space apart may be one number in spaced type (2 0 2 2 年), so
a line of them alone is no row.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportsum import lazy_re as re

from .cells import are_pages, is_nothing, is_value
from .finding import spaced_rows

_WIDE_LINE = re.compile(r"^[^\n\t|]*\S {2,}\S[^\n\t|]*$", re.MULTILINE)
_CELL = re.compile(r"\S+(?: \S+)*")
_LONGEST_LINE = 400
_PROSE = re.compile("[。；]|，.*，")
_LEAST_SHARE = 0.8
"""Of the lines of a block that must stand in its columns."""


class Gap(NamedTuple):
    """Put `tabs` tabs in place of `start`..`end`."""

    start: int
    end: int
    tabs: int


class _Cell(NamedTuple):
    start: int
    end: int
    text: str
    left: int
    right: int
    """Columns on the screen that it takes up; a Han character takes two."""


class _Row(NamedTuple):
    start: int
    end: int
    cells: list[_Cell]


def cell_gaps(text: str) -> list[Gap]:
    """Return the gaps between the cells of aligned rows, in order, without overlaps; `[]` mostly."""
    if " " not in text:
        return []
    gaps = [gap for block in _wide_blocks(text) for gap in block]
    taken = {gap.start for gap in gaps}
    for row in spaced_rows(text):
        inside = [Gap(left.end, right.start, 1) for left, right in pairwise(row.cells)]
        if not any(gap.start in taken for gap in inside):
            gaps += [gap for gap in inside if gap.end > gap.start]
    return sorted(gaps)


def _wide_blocks(text: str) -> Iterator[list[Gap]]:
    block: list[_Row] = []
    end = -1
    if "  " not in text:  # as nearly everywhere: the pattern looks for it at each place of each line
        return
    for found in _WIDE_LINE.finditer(text):
        if block and text[end : found.start()].strip():
            yield from _checked(text, block)
            block = []
        end = found.end()
        if end - found.start() <= _LONGEST_LINE and not _PROSE.search(found[0]):
            block.append(_Row(found.start(), end, list(_cells(text, found.start(), end))))
    if block:
        yield from _checked(text, block)


def _cells(text: str, start: int, end: int) -> Iterator[_Cell]:
    at, screen = start, 0
    for found in _CELL.finditer(text, start, end):
        left = screen + _width(text[at : found.start()])
        at, screen = found.end(), left + _width(found[0])
        yield _Cell(found.start(), found.end(), found[0], left, screen)


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _checked(text: str, block: list[_Row]) -> Iterator[list[Gap]]:
    """Yield the gaps of a block that is a table: its lines stand in the same columns, it holds values, and it is no list of contents."""
    if len(block) < 2:
        return
    width = max(len(row.cells) for row in block)
    full = [row for row in block if len(row.cells) == width]
    columns = [(min(row.cells[n].left for row in full), max(row.cells[n].right for row in full)) for n in range(width)]
    placed = [_places(row, columns) for row in block]
    if sum(places is not None for places in placed) < _LEAST_SHARE * len(block):
        return
    behind = [cell.text for row in block for cell in row.cells[1:]]
    values = sum(map(is_value, behind))
    if not values or values + sum(map(is_nothing, behind)) < 2 or (width == 2 and are_pages(behind)):
        return
    yield [gap for row, places in zip(block, placed, strict=True) for gap in _gaps(text, row, places, width)]


def _places(row: _Row, columns: Sequence[tuple[int, int]]) -> list[int] | None:
    """Return the column of each cell; None where one stands below several columns, or two below one."""
    if len(row.cells) == len(columns):
        return list(range(len(columns)))
    places: list[int] = []
    for cell in row.cells:
        under = [number for number, (left, right) in enumerate(columns) if cell.left < right and left < cell.right]
        if len(under) != 1 or (places and under[0] <= places[-1]):
            return None
        places += under
    return places


def _gaps(text: str, row: _Row, places: list[int] | None, width: int) -> Iterator[Gap]:
    steps = places or list(range(len(row.cells)))
    for left, right, tabs in zip(row.cells, row.cells[1:], (after - before for before, after in pairwise(steps)), strict=False):
        yield Gap(left.end, right.start, tabs)
    if places and places[0] > 0 and row.cells[0].start > row.start:
        yield Gap(row.start, row.cells[0].start, places[0])
    if places and places[-1] < width - 1 and row.end < len(text):
        yield Gap(row.end, row.end + 1, width - 1 - places[-1])
