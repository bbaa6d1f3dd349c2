"""Working text → lines, the paragraphs of a report.

A report that lost its line ends stands on one line; here its numbering is found again (一、…二、… in order) and cut into lines.
Known: what a table row and a full paragraph look like. Offsets count code points of the working text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .labels import read_label

FLAT_LINE = 800
"""A line longer than this that is a good part of the whole text may hold several sections."""
FLAT_ANYWHERE = 3000
"""A line longer than this always may; paragraphs of the genre are shorter as a rule."""


class Line(NamedTuple):
    """A line with something on it, without the white space around it: `text` is exactly `working[start:end]`."""

    start: int
    end: int
    text: str


_LINE = re.compile(r"\S[^\n\r\u2028\u2029\x0b\x0c]*")
# Where a heading may begin inside a line: after a sentence, a colon or a space.
_INLINE = re.compile(
    r"(?:(?<=[。！？!?；;：:])|(?<=[ \t　\xa0]))(?=第?[一二三四五六七八九十]{1,3}[、章节部]|[（(][一二三四五六七八九十]{1,3}[）)])"
)


def find_lines(text: str) -> list[Line]:
    """Return the lines of `text` that hold something, in order; a report on one line is cut at its numbering."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        content = match[0].rstrip()
        start = match.start()
        if len(content) > FLAT_ANYWHERE or (len(content) > FLAT_LINE and len(content) > 0.4 * len(text)):
            lines.extend(_cut_flat(start, content))
        else:
            lines.append(Line(start, start + len(content), content))
    return lines


def _cut_flat(start: int, content: str) -> Iterator[Line]:
    cuts = _in_order(content, [match.start() for match in _INLINE.finditer(content)])
    for begin, end in zip([0, *cuts], [*cuts, len(content)], strict=True):
        piece = content[begin:end].rstrip()
        if piece:
            yield Line(start + begin, start + begin + len(piece), piece)


def _in_order(content: str, places: list[int]) -> list[int]:
    """Return the places whose number is the first or the next of its style; others are enumerations inside a sentence."""
    expected: dict[str, int] = {}
    cuts: list[int] = []
    for place in places:
        label = read_label(content[place : place + 12])
        if label is None:
            continue
        if label.number == 1 and label.style != "cn":
            pass  # （一） begins anew under every 一、
        elif label.number != expected.get(label.style, 1):
            continue
        expected[label.style] = label.number + 1
        if place:
            cuts.append(place)
    return cuts


def is_table_row(line: str) -> bool:
    """Whether `line` looks like a row of a table: cells between tabs, bars or wide gaps."""
    return "\t" in line or line.startswith("|") or line.count("  ") >= 2 or line.count("　　") >= 2
