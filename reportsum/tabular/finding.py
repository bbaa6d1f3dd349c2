"""A text → blocks of rows: lines whose cells are parted by bars, by tabs, or, in rows of numbers, by spaces.

Offsets count code points of the text. A block ends where a line has no cells; whether the next one goes on with it is left to `building`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from reportsum import lazy_re as re
from reportsum.values import dataclass

from .cells import are_pages, is_nothing, is_rule, is_value

Form = Literal["bars", "tabs", "spaces"]

MOST_CELLS = 60
"""In a row; a line with more is none."""
_PARTED = re.compile(r"^[^\n]*[\t|｜][^\n]*$", re.MULTILINE)
_BAR = re.compile(r"(?<!\\)\|")
_WIDE_BAR = re.compile("｜")
_TAB = re.compile(r"\t")
# a label, then numbers with one space between them; what text out of PDF files looks like
_NUMBER = r"[-+−－]?[0-9][0-9,]*+(?:\.[0-9]++)?+[%％]?+"
_LABEL = r"(?:[0-9]{1,3}[.、．)）](?![0-9]) ?)?[^\s\d|][^\n\t|｜。;；，]{0,80}?"
_SPACED = re.compile(rf"^ *{_LABEL} {_NUMBER}(?: (?:{_NUMBER}|[-—–]))*+(?: ?[^\n\t|｜。;；，,]{{0,8}})?$", re.MULTILINE)
_LEAST_LATIN = 3
"""Numbers behind a label in Latin letters that make a row: fewer may end any line of prose."""
_LONGEST_LABEL = 30
_SENTENCE = re.compile("[。；，：!?！？:;#]")
# a head with its unit, a label and its number that text out of a PDF file runs into one line
_UNIT_IN_HEAD = r"[^\s|()（）]{2,24}[（(]单位[:：][^()（）\n]{1,8}[)）]"
_GLUED = re.compile(
    rf"^(?P<lead>[^\s|]{{2,40}}) (?P<head>{_UNIT_IN_HEAD})(?P<label>[^\s\d()（），。；|]{{2,24}}) (?P<value>{_NUMBER})$", re.MULTILINE
)
_GROUP = re.compile("[0-9]{3}")
_LONGEST_HEAD_LINE = 400
_TOKEN = re.compile(r"[^ \n]+")


class Cell(NamedTuple):
    """A cell: `text[start:end]` without the white space around it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line with cells."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    rule: bool = False
    """The line under a Markdown head."""
    framed: bool = False
    """It begins and ends with a bar."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines with cells that follow each other, all in one form."""

    form: Form
    lines: tuple[Line, ...]


def find_blocks(text: str) -> list[Block]:
    """Return the blocks of `text` in order; `[]` mostly."""
    blocks: list[Block] = []
    if "\t" in text or "|" in text or "｜" in text:
        blocks += _parted_blocks(text)
    blocks += _spaced_blocks(text)
    return sorted(blocks, key=lambda block: block.lines[0].start)


def _parted_blocks(text: str) -> Iterator[Block]:
    form: Form = "bars"
    lines: list[Line] = []
    end = -1
    for found in _PARTED.finditer(text):
        own = _form(found[0])
        if lines and own == form == "tabs" and (label := _label_between(text, end, found.start())) is not None:
            lines.append(label)
        elif lines and (own != form or found.start() != end + 1):
            yield from _block(form, lines)
            lines = []
        form, end = own, found.end()
        lines.append(_line(text, found.start(), found.end(), form))
    if lines:
        yield from _block(form, lines)


def _label_between(text: str, end: int, start: int) -> Line | None:
    """Return the single short line between two rows with tabs: a label of the rows below, or a row whose other cells are empty."""
    between = text[end + 1 : start - 1] if start > end + 1 else ""
    if not between.strip() or "\n" in between or len(between) > _LONGEST_LABEL or _SENTENCE.search(between):
        return None
    return Line(end + 1, start - 1, (_trimmed(text, end + 1, start - 1),))


def _form(line: str) -> Form:
    """Return how a line parts its cells: a line in bars may hold tabs, a line in tabs may hold bars."""
    return "bars" if line.lstrip().startswith(("|", "｜")) or "\t" not in line else "tabs"


def _block(form: Form, lines: list[Line]) -> Iterator[Block]:
    """Yield what is a table: rows of two cells and more, no list of contents; a row alone between bars, or with a number."""
    kept = [line for line in lines if 0 < len(line.cells) <= MOST_CELLS]
    rows = [line for line in kept if not line.rule]
    if not any(len(line.cells) > 1 for line in rows):
        return
    if form == "bars" and all(line.framed for line in kept):
        yield Block(form, tuple(kept))
    elif len(rows) == 1:
        values = [cell.text for cell in rows[0].cells[1:] if is_value(cell.text)]
        if values and (len(rows[0].cells) > 2 or not values[0].isdecimal()):
            yield Block(form, tuple(kept))
    elif not (max(len(line.cells) for line in rows) == 2 and are_pages([line.cells[-1].text for line in rows])):
        yield Block(form, tuple(kept))


def _line(text: str, start: int, end: int, form: Form) -> Line:
    part = _TAB if form == "tabs" else _BAR if "|" in text[start:end] else _WIDE_BAR
    bounds = [start - 1, *(found.start() for found in part.finditer(text, start, end)), end]
    cells = [_trimmed(text, left + 1, right) for left, right in pairwise(bounds)]
    if form == "bars":
        cells = cells[1:] if not cells[0].text else cells
        cells = cells[:-1] if cells and not cells[-1].text else cells
    rule = bool(cells) and all(is_rule(cell.text) for cell in cells) and any(len(cell.text) > 1 for cell in cells)
    stripped = text[start:end].strip()
    framed = len(stripped) > 1 and stripped[0] in "|｜" and stripped[-1] in "|｜"
    return Line(start, end, tuple(cells), rule, framed)


def _trimmed(text: str, start: int, end: int) -> Cell:
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    said = piece.strip()
    return Cell(begin, begin + len(said), said.replace("\\|", "|"))


def spaced_rows(text: str) -> list[Line]:
    """Return the rows of a label and numbers with single spaces between them, and heads that stand right above such rows."""
    return [line for block in _spaced_blocks(text) for line in block.lines]


def _spaced_blocks(text: str) -> Iterator[Block]:
    """Yield rows of a label and numbers with single spaces between them; the line above them when it can be their head."""
    yield from (_glued(found) for found in _GLUED.finditer(text))
    rows: list[Line] = []
    end = -1
    for found in _SPACED.finditer(text):
        if rows and text[end : found.start()].strip():
            yield from _spaced_block(text, rows)
            rows = []
        row = _spaced(text, found.start(), found.end())
        if row is not None:
            rows.append(row)
            end = found.end()
    if rows:
        yield from _spaced_block(text, rows)


def _spaced_block(text: str, rows: list[Line]) -> Iterator[Block]:
    """Yield what is a table: rows below a line of as many words, or rows that nothing but a table would have."""
    head = _line_before(text, rows[0].start)
    if head is not None and head.cells and not any(_holds_value(cell.text) for cell in head.cells) and _may_be_head(head, rows):
        for lines in (rows, [Line(row.start, row.end, _tokens(text, row.start, row.end)) for row in rows]):
            if all(len(line.cells) == len(head.cells) for line in lines):
                yield Block("spaces", (head, *lines))
                return
    if all(len(row.cells) > 2 for row in rows) and (len(rows) > 1 or _is_surely_row(rows[0])):
        yield Block("spaces", tuple(rows))


def _may_be_head(head: Line, rows: list[Line]) -> bool:
    """Return whether a line may be the head of rows: two words above a single number are often but a heading above a line of text."""
    return len(rows) > 1 or len(head.cells) > 2 or head.cells[-1].text.endswith((")", "）", "%", "％"))


def _is_surely_row(row: Line) -> bool:
    """Return whether a line alone is a row: three numbers, neither one in spaced type (2 0 2 2) nor one in groups (12 345 678)."""
    numbers = [cell.text for cell in row.cells[1:] if is_value(cell.text)]
    if len(numbers) < 3 or len(numbers) + 1 != len(row.cells):
        return False
    return not all(len(number) == 1 for number in numbers) and not all(_GROUP.fullmatch(number) for number in numbers[1:])


def _glued(found: re.Match[str]) -> Block:
    lead, head, label, value = (Cell(*found.span(name), found[name]) for name in ("lead", "head", "label", "value"))
    return Block("spaces", (Line(lead.start, head.end, (lead, head)), Line(label.start, value.end, (label, value))))


def _tokens(text: str, start: int, end: int) -> tuple[Cell, ...]:
    return tuple(Cell(found.start(), found.end(), found.group()) for found in _TOKEN.finditer(text, start, end))


def _spaced(text: str, start: int, end: int) -> Line | None:
    """Return the row that a line of words and numbers is: a label that may hold spaces, then its numbers; None when it is prose."""
    tokens = _tokens(text, start, end)
    last = len(tokens)
    if last and not _holds_value(tokens[-1].text):
        last -= 1  # a unit, or a stray character of a label that runs down the side
    first = last
    while first > 0 and _holds_value(tokens[first - 1].text):
        first -= 1
    if first == 0 or first == last or not any(is_value(token.text) for token in tokens[first:last]):
        return None
    label = Cell(tokens[0].start, tokens[first - 1].end, text[tokens[0].start : tokens[first - 1].end])
    if label.text.endswith(":") and label.text.isascii():
        return None  # a key and its value, as in the head of a Markdown file
    rest = tokens[last:]
    if (rest and len(tokens) - first < 2) or (label.text.isascii() and last - first < _LEAST_LATIN):
        return None
    return Line(start, end, (label, *tokens[first:last], *rest))


def _holds_value(text: str) -> bool:
    return is_value(text) or (bool(text) and is_nothing(text))


def _line_before(text: str, start: int) -> Line | None:
    end = start - 1
    while end > 0 and text[end - 1] == "\n":
        end -= 1
    if end <= 0:
        return None
    begin = text.rfind("\n", 0, end) + 1
    if end - begin > _LONGEST_HEAD_LINE or "|" in text[begin:end] or "\t" in text[begin:end]:
        return None
    return Line(begin, end, _tokens(text, begin, end))
