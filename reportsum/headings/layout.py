"""Working text → lines, the paragraphs of a report.

A report that lost its line ends stands on one line; here its numbering is found again (一、…二、… in order) and cut into lines.
Known: what a table row and a full paragraph look like. Offsets count code points of the working text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportsum import lazy_re as re

from .labels import Label, read_label

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
FLAT_AT_MOST = 2_000_000
"""A longer line is no report."""

# Where a numbered heading or paragraph may begin inside a line. 一、 and 1. may follow anything but what makes them part of a list or a
# number (一、二、三产业, 3.6万); （一） and 一是 follow the end of a sentence, a colon or a space.
_CN = "[一二三四五六七八九十]"
_INLINE = re.compile(
    rf"(?<![第百〇零])(?<!{_CN})(?<!{_CN}、)(?={_CN}{{1,3}}、[^、\s])"
    rf"|(?<![\d.．])(?=\d{{1,3}}[.．][ 　]?[^\d\s.．])"
    rf"|(?:(?<=[。！？!?；;：:])|(?<=[ \t　\xa0]))(?=第{_CN}{{1,3}}[章节部]|[（(]{_CN}{{1,3}}[）)]|{_CN}{{1,2}}是[^否非])"
)
ROW = 200
"""A row of a table that text recognition left on one line is hardly longer."""
LEAST_SPOKEN = 100
"""Items of 一是…二是… shorter than this (characters, on the average) are an enumeration inside a paragraph."""


def find_lines(text: str) -> list[Line]:
    """Return the lines of `text` that hold something, in order; a report on one line is cut at its numbering."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        content = match[0].rstrip()
        start = match.start()
        if _may_be_flat(len(content), len(text)):
            lines.extend(_cut_flat(start, content))
        else:
            lines.append(Line(start, start + len(content), content))
    return lines


def _may_be_flat(length: int, whole: int) -> bool:
    return FLAT_LINE < length < FLAT_AT_MOST and (length > FLAT_ANYWHERE or length > 0.4 * whole)


def _cut_flat(start: int, content: str) -> Iterator[Line]:
    cuts = [place for place, _ in _without_short_lists(_in_order(content), len(content))]
    if cuts and cuts[0] == 0:
        del cuts[0]
    for begin, end in zip([0, *cuts], [*cuts, len(content)], strict=True):
        piece = content[begin:end].rstrip()
        if piece:
            yield Line(start + begin, start + begin + len(piece), piece)


def _in_order(content: str) -> list[tuple[int, Label]]:
    """Return the places whose number is the first or the next of its style; others are enumerations inside a sentence."""
    expected: dict[str, int] = {}
    places: list[tuple[int, Label]] = []
    for match in _INLINE.finditer(content):
        place = match.start()
        label = read_label(content[place : place + 12])
        if label is None:
            continue
        begins_anew = label.number == 1 and label.style in _BEGIN_ANEW
        if not begins_anew and label.number != expected.get(label.style, 1):
            continue
        expected[label.style] = label.number + 1
        places.append((place, label))
    return places


_BEGIN_ANEW = frozenset({"cn_paren", "spoken", "article"})
"""Styles that number anew under every main heading."""


def _without_short_lists(places: list[tuple[int, Label]], length: int) -> Iterator[tuple[int, Label]]:
    """Yield the places but those of short 一是…二是… enumerations."""
    ends = [place for place, _ in places[1:]] + [length] * bool(places)
    run: list[tuple[int, Label]] = []
    size = 0
    for (place, label), end in zip(places, ends, strict=True):
        if label.style == "spoken" and label.number > 1 and run:
            run.append((place, label))
            size += end - place
            continue
        if size >= LEAST_SPOKEN * len(run):
            yield from run
        run, size = ([(place, label)], end - place) if label.style == "spoken" else ([], 0)
        if label.style != "spoken":
            yield place, label
    if size >= LEAST_SPOKEN * len(run):
        yield from run


_STANDARD = re.compile(r"[A-Z]{2,4}(?:/[A-Z])?[ ]?\d{3,6}(?:\.\d{1,3})?-(?:19|20)\d{2}")
"""GB/T 37695-2019: tables of standards hold the numbers of their rows."""
_NUMBER_CELLS = re.compile(r"(?:[ 　][-−]?\d[\d.,]*%?){2,}$|^\d{1,3}[ 　]\S{1,12}$")


def is_table_row(line: str) -> bool:
    """Whether `line` looks like a row of a table: cells between tabs, bars or wide gaps, or numbers side by side at its end."""
    if "\t" in line or line.startswith("|") or line.count("  ") >= 2 or line.count("　　") >= 2:
        return True
    if len(line) < ROW and _STANDARD.search(line) is not None and "。" not in line:
        return True
    return line[-1:].isdigit() and len(line) < ROW and _NUMBER_CELLS.search(line) is not None
