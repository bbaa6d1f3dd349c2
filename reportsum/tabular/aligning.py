"""Rows whose cells only spaces part → the gaps between their cells.

Two kinds are known: lines one below the other whose cells stand two spaces or more apart (columns in plain text), and lines of a label
with numbers behind it, one space apart (tables out of PDF files). Single digits one space apart may be one number in spaced type
(2 0 2 2 年), so a line of them alone is no row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..spans import Span
from .cells import is_value
from .finding import spaced_rows

_WIDE = re.compile(r"(?<=\S) {2,}(?=\S)")
_WIDE_LINE = re.compile(r"^[^\n\t|]*\S {2,}\S[^\n\t|]*$", re.MULTILINE)
_LONGEST_LINE = 400
_PROSE = re.compile("[。；]|，.*，")
_LEAST_SHARE = 0.6
"""Of the lines of a block that must have the same number of cells."""


def cell_gaps(text: str) -> list[Span]:
    """Return the gaps between the cells of aligned rows, in order, without overlaps; `[]` mostly."""
    if " " not in text:
        return []
    gaps = [gap for block in _wide_blocks(text) for gap in block]
    taken = {gap.start for gap in gaps}
    for row in spaced_rows(text):
        inside = [Span(left.end, right.start) for left, right in pairwise(row.cells)]
        if not any(gap.start in taken for gap in inside):
            gaps += [gap for gap in inside if gap.end > gap.start]
    return sorted(gaps)


def _wide_blocks(text: str) -> Iterator[list[Span]]:
    block: list[tuple[int, list[Span]]] = []
    end = -1
    for found in _WIDE_LINE.finditer(text):
        if block and text[end : found.start()].strip():
            yield from _checked(text, block)
            block = []
        end = found.end()
        line = found[0]
        if len(line) <= _LONGEST_LINE and not _PROSE.search(line):
            block.append((found.start(), [Span(found.start() + gap.start(), found.start() + gap.end()) for gap in _WIDE.finditer(line)]))
    if block:
        yield from _checked(text, block)


def _checked(text: str, block: list[tuple[int, list[Span]]]) -> Iterator[list[Span]]:
    """Yield the gaps of a block that is a table: most lines of one width, values in it, and no list of contents."""
    widths = [len(gaps) for _, gaps in block]
    most = max(set(widths), key=lambda width: (widths.count(width), width))
    if len(block) < 2 or widths.count(most) < _LEAST_SHARE * len(block):
        return
    last = [_cell_after(text, gaps[-1]) for _, gaps in block]
    values = [cell for _, gaps in block for gap in gaps if is_value(cell := _cell_after(text, gap))]
    if len(values) < 2 or (most == 1 and _are_pages(last)):
        return
    yield [gap for _, gaps in block for gap in gaps]


def _cell_after(text: str, gap: Span) -> str:
    end = text.find("\n", gap.end)
    line = text[gap.end : end if end >= 0 else len(text)]
    following = _WIDE.search(line)
    return (line[: following.start()] if following else line).strip()


def _are_pages(cells: list[str]) -> bool:
    """Return whether the last cells of all lines are page numbers: whole, small, and never falling."""
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 5]
    return len(numbers) == len(cells) and all(left <= right for left, right in pairwise(numbers))
