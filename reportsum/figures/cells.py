"""Tables in a text: which numbers are cells, and the unit, the role and the name that their row and their column give them.

A row is a line whose cells are parted by tabs or pipes, or, where two such lines follow each other, by spaces. The rows before the first
number are the head. A cell's unit stands in the column's head (绝对数（亿元）), in a column 单位, in the row's label (粮食产量（万吨）)
or above the table (单位：亿元). Everything here works on folded text (see `folding`) and counts its code points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..models import Role
from .drafting import NO_UNIT, Draft, Found
from .places import RANK
from .reading import one_at
from .units import Unit

MOST_CELLS = 40
LONGEST_CELL = 60
PARTED = re.compile(r"^[^\n]*[\t|｜][^\n]*$", re.MULTILINE)
SPACED = re.compile(
    r"^ *(?:其中[:：])?[一-鿿][^\n\t|｜。;；,，:：]{0,60} -?[0-9][0-9,]*(?:\.[0-9]+)?%?(?: [^\n\t|｜。;；,，]{0,20})?$", re.MULTILINE
)
PART = re.compile(r"[\t|｜]")
TOKEN = re.compile(r"[^ \n]+")
NUMBER = re.compile(r"([-+]?)([0-9][0-9,]*(?:\.[0-9]+)?)[%‰]?")
RULE = re.compile(r"[-:= ]+")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
BRACKET = re.compile(r"[(（]([^()（）]{1,14})[)）]")
CAPTION_UNIT = re.compile(r"(?:计量)?单位 ?[:：] ?([^ \n、,，;；()（）]{1,10})")
UNIT_HEAD = re.compile(r"(?:计量)?单位$")
NO_VALUE_HEAD = re.compile(r"序号|编号|代码|年份|页码|电话|日期|时间")
RANK_HEAD = re.compile(r"排名|位次|名次")
GROWTH = re.compile(r"增长|增速|增减|增幅|涨跌|涨幅|同比|环比|±")
GROWTH_TITLE = re.compile(r"^ *表[^\n]*(?:涨跌|增长速度|增速|增减幅度)[^\n]*$", re.MULTILINE)
# What a column's head says besides naming a quantity of its own.
PLAIN_HEAD = re.compile(
    r"[(（][^()（）]*[)）]|[%±\[\]0-9年月日.、/-]|比上年同期|比上年|比去年|较上年|上年同期|同期|同比|环比|累计|增长|增速|增减|增幅|涨跌|幅度|速度|年均"
    r"|绝对[数值量额]|绝对|总量|数值|指标值?|目标值?|完成[值数]?|实际值?|规划值?|基期|现状|全年|本年|上半年|[一二三四]季度|计划|单位|合计"
)
LABEL_MARKS = re.compile(r"^(?:其中[:：]?|#|[0-9]{1,3}[.、]|[(（]?[一二三四五六七八九十0-9]{1,3}[)）、])+")
CAPTION_LINES = 3


class Cell(NamedTuple):
    """A number in a table: what its row and column say of it."""

    unit: Unit | None
    scale: str
    growth: bool
    """Whether its column or the table tells changes."""
    rank: bool
    metric: str


def read_cell(text: str, start: int, cell: Cell) -> Found:
    """Read the number of a cell, alone: what stands beside it belongs to other cells."""
    number = NUMBER.match(text, start)
    if number is None:
        return Found([], start + 1)
    percent = text[number.end() - 1] in "%‰"
    unit = RANK if cell.rank else _unit(text[number.end() - 1])[0] if percent else cell.unit
    value = Decimal(number[2].replace(",", ""))
    found = Draft(start, number.end(), value, "" if percent or cell.rank else cell.scale, unit or NO_UNIT, name=cell.metric)
    found.told = _role(found, cell)
    return Found([found], number.end())


def _role(draft: Draft, cell: Cell) -> Role:
    if draft.kind == "rank":
        return "rank"
    if draft.kind == "points":
        return "change_pp"
    if draft.kind == "percent":
        return "change" if cell.growth else "share"
    return "count" if draft.kind in ("count", "place") else "level"


class _Piece(NamedTuple):
    start: int
    text: str


def find_cells(text: str) -> dict[int, Cell]:
    """Return the cells of the tables of the folded `text` that hold a number, by the place of its first digit; {} mostly."""
    cells: dict[int, Cell] = {}
    if "\t" in text or "|" in text or "｜" in text:
        for block in _blocks(text, PARTED, _parted):
            _read_table(text, block, cells)
    for block in _blocks(text, SPACED, _spaced):
        if len(block) > 1 and all(_is_row(row) for row in block):
            head = _line_before(text, block[0][0].start)
            named = len(head) == len(block[0]) and not any(_number(piece) for piece in head)
            _read_table(text, [head, *block] if named else block, cells)
    return cells


def _blocks(text: str, line: re.Pattern[str], divided: Callable[[str, int, int], list[_Piece]]) -> Iterator[list[list[_Piece]]]:
    """Yield the rows of lines that follow each other."""
    block: list[list[_Piece]] = []
    end = -1
    for found in line.finditer(text):
        if found.start() != end + 1 and block:
            yield block
            block = []
        end = found.end()
        row = divided(text, found.start(), end)
        if len(row) <= MOST_CELLS and not RULE.fullmatch("".join(cell.text for cell in row)):
            block.append(row)
    if block:
        yield block


def _parted(text: str, start: int, end: int) -> list[_Piece]:
    """Return the cells of a line with tabs or pipes, the empty ones too, without what stands outside a frame of pipes."""
    bounds = [start - 1, *(found.start() for found in PART.finditer(text, start, end)), end]
    row = [_trimmed(left + 1, text[left + 1 : right]) for left, right in pairwise(bounds)]
    if text[bounds[1]] in "|｜" and not row[0].text:
        row = row[1:]
    return row[:-1] if text[bounds[-2]] in "|｜" and not row[-1].text else row


def _trimmed(start: int, text: str) -> _Piece:
    return _Piece(start + len(text) - len(text.lstrip()), text.strip())


def _spaced(text: str, start: int, end: int) -> list[_Piece]:
    return [_Piece(found.start(), found.group()) for found in TOKEN.finditer(text, start, end)]


def _line_before(text: str, start: int) -> list[_Piece]:
    begin = text.rfind("\n", 0, start)
    first = text.rfind("\n", 0, max(begin, 0)) + 1
    return _spaced(text, first, max(begin, first))


def _is_row(row: list[_Piece]) -> bool:
    """Return whether a line of words and numbers is a row: a label, then at least a number and a unit, or two numbers."""
    numbers = sum(_number(piece) is not None for piece in row[1:])
    return len(row) >= 3 and _number(row[0]) is None and numbers >= 1 and numbers * 2 >= len(row) - 2


def _number(piece: _Piece) -> re.Match[str] | None:
    return NUMBER.fullmatch(piece.text)


def _holds_value(piece: _Piece) -> bool:
    return _number(piece) is not None and YEAR.fullmatch(piece.text) is None


def _read_table(text: str, rows: list[list[_Piece]], cells: dict[int, Cell]) -> None:
    first = next((at for at, row in enumerate(rows) if any(_holds_value(piece) for piece in row[1:])), None)
    if first is None or (first == 0 and len(rows) == 1):
        return
    columns = max(len(row) for row in rows[first:])
    heads = ["".join(row[at].text for row in rows[:first] if len(row) == columns) for at in range(columns)]
    caption = text[max(0, rows[0][0].start - 120) : rows[0][0].start].rsplit("\n", CAPTION_LINES + 1)[-CAPTION_LINES - 1 :]
    above = "\n".join(caption)
    told = CAPTION_UNIT.search(above)
    for row in rows[first:]:
        own = heads if len(row) == columns else [""] * len(row)
        _read_row(row, own, told[1] if told else "", GROWTH_TITLE.search(above) is not None, cells)


def _read_row(row: list[_Piece], heads: list[str], told: str, grows: bool, cells: dict[int, Cell]) -> None:
    label = next((piece.text for piece in row if piece.text and not _number(piece)), "")
    written = next((piece.text for piece, head in zip(row, heads, strict=True) if UNIT_HEAD.search(head)), "")
    if not written and len(row) > 2 and _unit(row[1].text)[0] is not None:
        written = row[1].text
    bracket = BRACKET.search(label)
    name = LABEL_MARKS.sub("", BRACKET.sub("", label) if bracket and _unit(bracket[1])[0] else label).strip()
    last = name
    for piece, head in zip(row[1:], heads[1:], strict=True):
        found = _number(piece)
        if found is None or NO_VALUE_HEAD.search(head) or len(piece.text) > LONGEST_CELL:
            continue
        growth = GROWTH.search(head) is not None
        rank = RANK_HEAD.search(head) is not None
        unit, scale = _unit_of(head, growth, written, bracket[1] if bracket else "", told)
        if unit is None and not growth and _is_year(found[2]):
            continue
        own = PLAIN_HEAD.sub("", head).strip()
        if len(own) >= 2 and not rank:
            last = name + own
        elif not (growth or rank):
            last = name
        whole = unit is not None and unit.kind == "percent" and grows
        cells[piece.start + len(found[1])] = Cell(unit, scale, growth or whole, rank, last)


def _unit_of(head: str, growth: bool, written: str, bracket: str, told: str) -> tuple[Unit | None, str]:
    """Return the unit and its multiple: of the row, the column or the table; a column of rates has its own."""
    inside = BRACKET.search(head)
    column = inside[1] if inside else head[-1:] if head.endswith(("%", "‰")) else "%" if growth else ""
    rate = column.lstrip("±") in ("%", "‰", "百分点", "个百分点")
    for place in (column, written, bracket, told) if rate else (written, bracket, column, told):
        unit, scale = _unit(place)
        if unit is not None:
            return unit, scale
    return None, ""


@lru_cache(maxsize=512)
def _unit(written: str) -> tuple[Unit | None, str]:
    """Return the unit that `written` is, as a whole, and its multiple (万吨: 吨 and 万); None when it is none."""
    written = written.lstrip("±").strip()
    found = one_at("1" + written, 0) if written else None
    whole = found is not None and found.end == len(written) + 1 and found.unit.text
    return (found.unit, found.scale) if found is not None and whole else (None, "")


def _is_year(number: str) -> bool:
    return YEAR.fullmatch(number) is not None and 1900 <= Decimal(number) <= 2100
