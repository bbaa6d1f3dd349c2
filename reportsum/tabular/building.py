"""A block of rows → tables: what is head, what is label, what is caption, which unit line holds, and where a table goes on.

Read from the top: rows with a single thing are captions, unit lines or labels of the rows below; rows of words before the first value
are heads; a row of words behind another caption begins a new part with heads of its own. A block without heads that follows another
of the same width goes on with that one's heads (a table over two pages). Nothing is guessed: a value whose column has no head, or a
row with more or fewer cells than the head, is marked as not readable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..spans import Span
from .cells import is_nothing, is_time, is_value, plain, unit_line
from .finding import Block, Cell, Line, find_blocks
from .registers import find_registers

MOST_HEADS = 4
"""Rows of heads above one part of a table."""
_CAPTION_LINES = 2
_CAPTION_CHARS = 200
_LONGEST_HEAD = 60
_GOES_ON = re.compile(r"[\s(（【\[]*(?:续上?表[0-9一二三四五六七八九十.-]*|续|continued|cont\.?)?[\s)）】\]:：]*", re.IGNORECASE)
"""All that may stand between two halves of a table."""
_UNIT_AT_END = re.compile(r"(?:计量)?单[位价] ?[:：] ?([^\s()（）。；;]{1,20})[)）]?$")
_WORDS = re.compile(r"[^\s][^\n]*")
_NO_QUANTITY = re.compile(
    "(?:19|20)[0-9]{2}|[0-9]{1,2}(?:[-—][0-9]{1,2})?(?:月|季度|日)|(?:[表图]|专栏|table) ?[0-9]+(?:[-—.][0-9]+)?",
    re.IGNORECASE,
)
_QUANTITY = re.compile("[0-9]")
"""A line with one, names of time and place in the document aside, may be the caption of a table, but states something too."""
_LONGEST_CAPTION = 80
_SENTENCE_ENDS = ("。", "；", ";", "，", "：")
_SERIAL_HEAD = re.compile(r"序号|编号|序|No\.?|#", re.IGNORECASE)
_UNIT_HEAD = re.compile(r"(?:计量)?单位|unit", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"[(（]?[0-9]{1,2}[)）]?(?: ?= ?[0-9+\-/*×÷()（）]+)?|[甲乙丙]|栏次|行次")


@dataclass(frozen=True, slots=True)
class Column:
    """What stands above a column, from the top: a head over several columns stands in each; `()` when nothing does."""

    heads: tuple[str, ...]

    @property
    def text(self) -> str:
        """All heads, from the top."""
        return " ".join(self.heads)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the body."""

    start: int
    end: int
    labels: tuple[str, ...]
    """What names the row, from the left; what stands in a row of its own above comes first. `()` when nothing does."""
    unit: str
    """What its unit column says; ""."""
    cells: tuple[Cell, ...]
    label_places: tuple[int, ...]
    """The columns of its labels."""
    first_value: int
    """The first column that is neither label nor unit."""
    readable: bool
    """False when its cells cannot be set under the heads."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or a part of one with heads of its own. Offsets count code points of the text."""

    start: int
    end: int
    caption: str
    """What stands above it, in a line or a row of its own; ""."""
    units: str
    """What its unit line says (亿元、%); ""."""
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    silent: tuple[Span, ...]
    """Its lines that state nothing: heads, captions, unit lines, the line under the head."""

    @property
    def is_register(self) -> bool:
        """Whether it is told only where it stands, not what its rows say."""
        return not self.rows


@dataclass(slots=True)
class _Part:
    """A part of a block in the making."""

    caption: str = ""
    units: str = ""
    heads: list[Line] = field(default_factory=list)
    body: list[tuple[tuple[str, ...], Line]] = field(default_factory=list)
    """Rows with the labels that stand in rows of their own above them."""
    silent: list[Line] = field(default_factory=list)
    follows: bool = False
    """Whether it goes on with the heads of the part before."""


def find_tables(text: str) -> tuple[Table, ...]:
    """Return the tables of `text` in order; `()` mostly. A register (see there) is one without rows, all of whose lines are silent."""
    tables: list[Table] = []
    before: _Part | None = None
    end = 0
    for block in find_blocks(text):
        above = Span(max(end, block.lines[0].start - _CAPTION_CHARS), block.lines[0].start)
        goes_on = before is not None and _GOES_ON.fullmatch(text, end, block.lines[0].start) is not None
        for part in _parts(block, before if goes_on else None):
            if part.body:
                if part is not before and not part.follows:
                    _read_above(part, text, above)
                tables.append(_table(part))
                before = part
            above = Span(above.end, above.end)
        end = block.lines[-1].end
    registers = [Table(lines[0].start, lines[-1].end, "", "", (), (), lines) for lines in find_registers(text)]
    apart = [one for one in registers if all(one.end <= table.start or table.end <= one.start for table in tables)]
    return tuple(sorted([*tables, *apart], key=lambda table: table.start)) if apart else tuple(tables)


def _parts(block: Block, before: _Part | None) -> Iterator[_Part]:
    """Cut a block where new heads begin."""
    said = _said_heads(block)
    part = _Part()
    loose: list[tuple[str, Line]] = []
    """Captions and labels in rows of their own, of which it is not known yet what they belong to."""
    groups: list[str] = []
    for number, line in enumerate(block.lines):
        if line.rule or _counts_columns(line, part):
            part.silent.append(line)
            continue
        texts = [cell.text for cell in line.cells if cell.text]
        if not texts:
            continue
        if len(set(texts)) == 1 and not is_value(texts[0]) and not (len(texts) > 1 and is_time(texts[0])):
            loose.append((plain(texts[0]), line))
            continue
        if number in said or _is_head(line, part, loose, block, number):
            if part.body:
                yield part
                part, groups, before = _Part(), [], None
            _take_captions(part, loose)
            part.heads.append(line)
        else:
            if not part.heads and not part.body:
                units = [found for words, _ in loose if (found := unit_line(words))]
                if before is not None and not units and _fits(line, before):
                    part.heads, part.follows = list(before.heads), True
                    part.caption, part.units = before.caption, before.units
                    groups = [words for words, _ in loose]
                else:
                    _take_captions(part, loose)
            elif not part.body:
                # between the head and the first row: a unit, or what the rows below belong to
                groups = [words for words, _ in loose if not unit_line(words)]
                part.units = next((found for words, _ in loose if (found := unit_line(words))), part.units)
            elif loose:
                groups = [words for words, _ in loose if not unit_line(words)][-1:]
            part.silent += [caption for _, caption in loose]
            part.body.append((tuple(groups), line))
            loose.clear()
            before = None
    part.silent += [caption for _, caption in loose]
    if part.body or part.heads:
        yield part


def _said_heads(block: Block) -> set[int]:
    """Return the rows that a line of dashes below them marks as heads: all between it and the body of a table before."""
    heads: set[int] = set()
    for rule, line in enumerate(block.lines):
        if not line.rule:
            continue
        number = rule - 1
        while number >= 0 and not block.lines[number].rule and not _is_body(block.lines[number]):
            heads.add(number)
            number -= 1
    return heads


def _take_captions(part: _Part, loose: list[tuple[str, Line]]) -> None:
    """Give a part the rows above its head: its caption and its unit line."""
    for words, line in loose:
        units = unit_line(words)
        if units:
            part.units = units
        elif not part.heads:
            part.caption = words
        part.silent.append(line)
    loose.clear()


def _is_body(line: Line) -> bool:
    """Return whether a row holds a value behind its first cell, or a mark that there is none."""
    rest = line.cells[1:] if len(line.cells) > 1 else line.cells
    return any(is_value(cell.text) or (cell.text and is_nothing(cell.text)) for cell in rest)


def _is_head(line: Line, part: _Part, loose: Sequence[tuple[str, Line]], block: Block, number: int) -> bool:
    """Return whether a row of words is a head: before the first row of the body, or behind a caption and above values."""
    if _is_body(line) or any(len(cell.text) > _LONGEST_HEAD for cell in line.cells):
        return False
    below = next((later for later in block.lines[number + 1 :] if not later.rule and any(cell.text for cell in later.cells)), None)
    if below is None:
        return False
    if not part.body:
        if len(part.heads) >= MOST_HEADS:
            return False
        return not part.heads or _has_values_soon(block, number + 1) or bool(loose)
    again = bool(part.heads) and [cell.text for cell in line.cells] == [cell.text for cell in part.heads[0].cells]
    return again or (bool(loose) and _has_values_soon(block, number + 1) and sum(bool(cell.text) for cell in line.cells) > 1)


def _has_values_soon(block: Block, number: int) -> bool:
    """Return whether one of the next rows holds a value: a table of words has one row of heads."""
    return any(_is_body(line) for line in block.lines[number : number + MOST_HEADS])


def _counts_columns(line: Line, part: _Part) -> bool:
    """Return whether a row under the head only numbers the columns (栏次 1 2 3)."""
    if part.body or not part.heads:
        return False
    said = [cell.text for cell in line.cells if cell.text]
    numbers = [text for text in said if text.isdecimal()]
    return (
        len(numbers) > 1
        and all(_COLUMN_NUMBER.fullmatch(text) for text in said)
        and _run_on([int(text) for text in numbers])
        and int(numbers[0]) <= 2
        and (len(numbers) > 2 or not said[0].isdecimal())
    )


def _fits(line: Line, before: _Part) -> bool:
    return bool(before.heads) and len(line.cells) == max(len(head.cells) for head in before.heads)


def _read_above(part: _Part, text: str, above: Span) -> None:
    """Take caption and unit from the two lines right above the table; a line further up, or a paragraph, speaks of other things."""
    lines = [Line(found.start(), found.end(), ()) for found in _WORDS.finditer(text, *above)]
    for line in reversed(lines[-_CAPTION_LINES:]):
        said = text[line.start : line.end].strip(" \t#*")
        units = unit_line(said)
        if units and not part.units:
            part.units = units
            part.silent.append(line)
            continue
        if units or part.caption or len(said) > _LONGEST_CAPTION or said.endswith(_SENTENCE_ENDS) or said.startswith("|"):
            return
        part.caption = said
        if not part.units and (found := _UNIT_AT_END.search(said)):
            part.units = found[1]
        if not _QUANTITY.search(_NO_QUANTITY.sub("", said)):
            part.silent.append(line)


def _table(part: _Part) -> Table:
    lines = [line for _, line in part.body]
    heads = [] if part.follows else part.heads
    width = _width(part, lines)
    columns = tuple(Column(_heads_at(part.heads, place, width)) for place in range(width))
    labels, unit = _label_columns(lines, columns, width)
    rows = tuple(_row(groups, line, columns, labels, unit) for groups, line in part.body)
    starts = [line.start for line in (*heads, *lines, *part.silent)]
    ends = [line.end for line in (*heads, *lines, *part.silent)]
    silent = sorted(Span(line.start, line.end) for line in (*heads, *part.silent))
    return Table(min(starts), max(ends), part.caption, part.units, columns, rows, tuple(silent))


def _width(part: _Part, lines: Sequence[Line]) -> int:
    if part.heads:
        return max(len(head.cells) for head in part.heads)
    return Counter(len(line.cells) for line in lines).most_common(1)[0][0]


def _heads_at(heads: Sequence[Line], place: int, width: int) -> tuple[str, ...]:
    """Return the heads above a column without repeats; a shorter row of heads tells nothing, but for a lower one that lacks the label."""
    said: list[str] = []
    for head in heads:
        text = plain(head.cells[place].text) if len(head.cells) == width else ""
        if text and text not in said:
            said.append(text)
    return tuple(said)


def _label_columns(lines: Sequence[Line], columns: Sequence[Column], width: int) -> tuple[tuple[int, ...], int | None]:
    """Return the columns that name the rows, and the one that holds units.

    They stand before the first column of values; a column of serial numbers is none. Words behind the values are notes.
    """
    whole = [line for line in lines if len(line.cells) == width] or list(lines)
    labels: list[int] = []
    unit = None
    for place in range(width):
        texts = [line.cells[place].text for line in whole if place < len(line.cells) and line.cells[place].text]
        head = columns[place].text if place < len(columns) else ""
        if _UNIT_HEAD.fullmatch(head) and not any(is_value(text) for text in texts):
            unit = place
        elif _SERIAL_HEAD.fullmatch(head) or (place == 0 and _is_serial(texts)):
            continue
        elif _holds_values(texts, first=not place):
            break
        elif not unit or not labels:
            labels.append(place)
    return tuple(labels), unit


def _holds_values(texts: Sequence[str], *, first: bool) -> bool:
    """Return whether a column holds values: half of it, and all of the first column, which mostly names the rows."""
    if first:
        return bool(texts) and all(is_value(text) for text in texts)
    return sum(is_value(text) or is_nothing(text) for text in texts) * 2 >= len(texts)


def _is_serial(texts: Sequence[str]) -> bool:
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 5]
    return len(numbers) > 1 and len(numbers) == len(texts) and numbers[0] <= 2 and _run_on(numbers)


def _run_on(numbers: Sequence[int]) -> bool:
    return list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))


def _row(groups: tuple[str, ...], line: Line, columns: Sequence[Column], labels: Sequence[int], unit: int | None) -> TableRow:
    width = len(columns)
    readable = len(line.cells) == width
    said: list[str] = list(groups)
    for place in labels:
        text = plain(line.cells[place].text) if place < len(line.cells) else ""
        if text and text not in said and not is_nothing(text):
            said.append(text)
    first = max([*labels, *([unit] if unit is not None and unit <= max(labels, default=0) + 1 else [])], default=-1) + 1
    own = plain(line.cells[unit].text) if unit is not None and unit < len(line.cells) else ""
    return TableRow(line.start, line.end, tuple(said), own, line.cells, tuple(labels), first, readable)
