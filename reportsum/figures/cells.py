"""The values in the tables of a text: which numbers they are, and the unit, role, time, kind and name that row and column give them.

Comes in: the tables as `tabular` lays them out. A value is read alone, inside its cell, so that digits of two cells never join. Its unit is
what the cell says, else the unit column of its row, the bracket in its row's label or its column's head, the unit line of its table, and
of no other. Where two of these could be meant, where no head stands above, or where a cell says more than a number, nothing is
guessed: the number stands unread. Everything here works on folded text (see `folding`) and counts its code points.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..cautions import Caution
from ..models import Kind, Role
from ..tabular import Cell, Table, TableRow, find_stacked
from ..tabular.cells import SIGN, is_nothing, is_strange, is_value
from .columns import BRACKET, Head, ToldUnit, as_time, as_written, read_head, read_unit
from .drafting import NO_UNIT, Draft, Found
from .figure import FoundFigure, TableCell
from .numbers import number_at
from .rank_words import RANK
from .reading import one_at
from .units import Unit

_DIGIT = re.compile("[0-9]")
_RANGE = re.compile(r"(?P<low>[0-9][0-9,]*(?:\.[0-9]+)?)%? ?[-~至] ?(?P<high>[0-9][0-9,]*(?:\.[0-9]+)?)")
_BARE = re.compile(f"{SIGN}?[0-9][0-9,.]*")
_MINUS = re.compile("[-−－–—]$")
_SIGNED = re.compile(f"{SIGN}$")
_BEFORE = re.compile(r"(?:[≥≤><≧≦＞＜]|[$¥￥€£]|US\$|HK\$|超过?|约|近|逾|达到?|不低于|不少于|不高于|不超过|低于|高于| |第)*")
_AFTER = re.compile(r" ?(?:以上|以下|左右|以内|之内|及以上|余|多)?(?: ?[(\[〔][^()\[\]〔〕]{1,12}[)\]〕]|[*①-⑳])?")
_UNITS_APART = re.compile("[、,，;；]| (?=[^ ])|和")
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_LABEL_MARKS = re.compile(
    r"^(?:其中|附|#|＃|of which"
    rf"|[0-9]{{1,3}}(?:\.[0-9]{{1,3}})*[.、)）](?![0-9])|[(（](?:{_HAN_NUMBER}|[0-9]{{1,3}})[)）]、?|{_HAN_NUMBER}[、．.]|[①-⑳]|[:： 　])+",
    re.IGNORECASE,
)
"""What stands before the words of a label: 其中：, 一、, （一）, 1., #."""
_GENERIC = re.compile(r"其他|其它|其中|合计|总计|小计|男性?|女性?|城镇|农村|total|others?|subtotal|sub-total", re.IGNORECASE)
_INDICATORS = re.compile(r"指标|项目|内容|事项|名称|item|indicator", re.IGNORECASE)
"""The head of labels that name what is measured, where others name of whom it is told."""
_QUANTITY = re.compile(
    r"(?:数|量|额|率|值|比|度|价|税|收入|支出|投资|面积|人口|余额|指数|利润|产值|进出口|进口|出口|GDP|存款|贷款|产出|次)$", re.IGNORECASE
)
_OF_ROWS = frozenset(["rate", "amount", "change", "fall", "share", "rank", "ratio"])
_NO_VALUES = frozenset(["note", "owner", "deadline"])
_GROWTHS = frozenset(["rate", "amount", "change", "fall"])
_OF_RATES = frozenset(["rate", "change", "fall", "share", "ratio"])
_PER_CENT = re.compile("[%％‰]$")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_HAS_UNIT = re.compile(
    "(?:投资|收入|支出|总值|产值|增加值|税|资金|金额|总额|余额|存款|贷款|利润|成本|费用|收费|预算|产量|面积|电量|水量|里程)$"
    "|expenditure|revenue|income|spending|costs?$|debt",
    re.IGNORECASE,
)
"""What is told in a unit: where none is told, the value is open."""
_NO_UNIT = re.compile(r"number|no\.?|count|#", re.IGNORECASE)
"""What stands in a column of units where things are counted without one."""
_HAN = re.compile("[一-鿿]")


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell that holds a value, with what its table says."""

    cell: TableCell
    unit: ToldUnit | None
    role: Role | None
    """What its head makes it; None when its unit decides."""
    falls: bool
    """Whether its head counts downwards (降幅)."""


class _OpenError(Exception):
    """Which unit a cell has is open. It never leaves this module."""


def find_values(tables: Sequence[Table]) -> dict[int, CellValue]:
    """Return the cells that hold a value by the place of their first digit; `{}` without tables."""
    values: dict[int, CellValue] = {}
    for table in tables:
        for value in _table_values(table):
            first = _DIGIT.search(value.text)
            if first is not None:
                values[value.start + first.start()] = value.value
    return values


class _Placed(NamedTuple):
    start: int
    text: str
    value: CellValue


class _Layout(NamedTuple):
    """A table with its heads read, column by column."""

    table: Table
    heads: list[Head]
    leaves: list[Head]
    """The lowest heads alone."""
    subjects: dict[int, Head]
    """For columns of changes, shares and ranks, the head of the column they speak of."""
    counted: set[int]
    """The columns that hold values."""


def _table_values(table: Table) -> Iterator[_Placed]:
    first = min((row.first_value for row in table.rows), default=0)
    heads = _read_heads(table, first)
    leaves = [read_head(column.heads[-1]) if column.heads else read_head("") for column in table.columns]
    counted = {place for row in table.rows for place, cell in enumerate(row.cells) if is_value(cell.text)}
    layout = _Layout(table, heads, leaves, _subjects(heads, leaves, first), counted)
    has_units = any(read_unit(row.unit) for row in table.rows)
    before = ""
    for written in table.rows:
        # 单位 also heads the names of those who are told of
        row = written if has_units or not written.unit else replace(written, labels=(*written.labels, written.unit), unit="")
        label = _label(row)
        if label.head.grows and not label.name:
            label = label._replace(name=before)  # 比上年增长（%）, below what has grown
        else:
            before = label.name
        yield from _row_values(row, label, layout)


def _row_values(row: TableRow, label: _Label, layout: _Layout) -> Iterator[_Placed]:
    table, heads = layout.table, layout.heads
    twice = _ambiguous(row, heads, layout.subjects, table)
    for place, cell in enumerate(row.cells):
        # 2013 among other values is a count, in a column of its own a year
        counts = is_value(cell.text) or (place in layout.counted and _YEAR.fullmatch(cell.text))
        ranks = place < len(heads) and "rank" in heads[place].says
        if (place < first_place_of_values(row) and not ranks) or not (counts or is_strange(cell.text)):
            continue
        head = heads[place] if place < len(heads) and row.readable else None
        if head is not None and not head.says.isdisjoint(_NO_VALUES):
            continue
        value = None
        told = head is not None and (bool(table.columns[place].heads) or _speaks_for_itself(row, cell, label))
        if head is not None and told and counts and place not in twice:
            of_another = _speaks_of_another(layout.leaves[place])
            above = _Above(table.columns[place].text, head, layout.subjects.get(place, head), of_another)
            value = _value(table, row, cell, label, above)
        yield _Placed(cell.start, cell.text, value or _unread(row, cell, table, place))


def _read_heads(table: Table, first: int) -> list[Head]:
    """Return what stands above each column.

    A head over all columns of values names nothing where the heads below it name each of them (申请人情况 over 自然人, 企业, 总计).
    """
    heads = [read_head(column.text) for column in table.columns]
    columns = [column for column in table.columns[first:] if column.heads]
    shared: set[str] = set()
    if len(columns) > 1:
        shared = {head for head in columns[0].heads if all(head in column.heads[:-1] for column in columns)}
    own = [read_head(" ".join(words for words in column.heads if words not in shared)) for column in table.columns]
    if not shared or not all(head.name or "total" in head.says for head in own[first:]):
        return heads
    return [replace(head, name=below.name) for head, below in zip(heads, own, strict=True)]


def first_place_of_values(row: TableRow) -> int:
    """Return the first column that may hold values: in a row that lacks a cell, they may stand below the heads of labels."""
    return row.first_value if row.readable else min(1, row.first_value)


class _Label(NamedTuple):
    """The label of a row: what it names, and what else it says."""

    name: str
    head: Head


class _Above(NamedTuple):
    """What stands above a value: the head, as written and as read, and the head of the column it speaks of, mostly its own."""

    text: str
    head: Head
    subject: Head
    of_another: bool


def _speaks_of_another(head: Head) -> bool:
    """Return whether a column tells the change, share or rank of another."""
    return not head.name and (head.grows or not head.says.isdisjoint(("share", "rank", "ratio")))


def _subjects(heads: Sequence[Head], leaves: Sequence[Head], first: int) -> dict[int, Head]:
    """Return, for each column of changes, shares or ranks, the head of the column it speaks of.

    It is the one before it; where several stand before it since the last such column, the latest of those that tell what was
    reached: in 2022年 · 2023年 · 增长（%）, and with the years the other way round, 2023 has grown.
    """
    subjects: dict[int, Head] = {}
    run: list[Head] = []
    told = False
    for place in range(first, len(heads)):
        head = heads[place]
        if not head.says.isdisjoint(_NO_VALUES):
            continue
        if not _speaks_of_another(leaves[place]):
            run = [head] if told else [*run, head]
            told = False
            continue
        told = True
        if run:
            subjects[place] = _latest(run)
    return subjects


def _latest(run: Sequence[Head]) -> Head:
    last = run[-1]
    same = [head for head in run if head.name == last.name and "earlier" not in head.says] or [last]
    years = [found[0] if (found := _YEAR.search(head.time)) else "" for head in same]
    if all(years) and years.count(max(years)) == 1:
        return same[years.index(max(years))]  # 2023年执行数 · 2024年预算数 · 增长（%）: the goal grows
    reached = [head for head in same if "target" not in head.says] or same
    latest = max(years)
    return next((head for head in reversed(reached) if latest in head.time), reached[-1])


def _label(row: TableRow) -> _Label:
    if not row.labels:
        return _Label("", read_head(""))
    own = _LABEL_MARKS.sub("", row.labels[-1]).strip()
    head = read_head(own, label=True)
    if head.time and not head.name:
        return _Label("", head)
    name = head.name or ("" if head.says - {"plain", "total"} else own)
    if _GENERIC.fullmatch(name) and len(row.labels) > 1:
        name = _LABEL_MARKS.sub("", row.labels[-2]).strip() + name
    return _Label(name, head)


def _metric(label: str, head: Head, labelled: str) -> str:
    """Return the name that a row's label and a column's head make together."""
    name = head.name
    if not name or not label:
        return label or name
    if not _HAN.search(label + name):
        return f"{label} {name}"
    if _INDICATORS.search(labelled) or not _QUANTITY.search(name):
        return f"{label}（{name}）"
    return label + name


def _speaks_for_itself(row: TableRow, cell: Cell, label: _Label) -> bool:
    """Return whether a value needs no head: a label names it, nothing else stands in its row, and its unit is told beside it."""
    alone = len(row.cells) - row.first_value == 1 and row.first_value > 0
    told = label.head.unit is not None or row.unit or not _BARE.fullmatch(cell.text)
    return bool(label.name and alone and told)


def _ambiguous(row: TableRow, heads: Sequence[Head], subjects: dict[int, Head], table: Table) -> set[int]:
    """Return the columns whose values in this row stand under one and the same head, and those that speak of them."""
    seen: dict[tuple[object, ...], list[int]] = {}
    for place, cell in enumerate(row.cells[: len(table.columns)]):
        counts = is_value(cell.text) or (cell.text and is_nothing(cell.text))
        if place >= row.first_value and counts and table.columns[place].heads:
            seen.setdefault((table.columns[place].text, id(subjects.get(place))), []).append(place)
    twice = {place for places in seen.values() if len(places) > 1 for place in places}
    return twice | {place for place, subject in subjects.items() if any(heads[other] is subject for other in twice)}


def _value(table: Table, row: TableRow, cell: Cell, label: _Label, above: _Above) -> CellValue | None:
    """Return what the table says of a cell; None where its unit is open."""
    head, subject = above.head, above.subject
    says = head.says | (label.head.says & _OF_ROWS if label.name else label.head.says)
    says -= {"note", "plain"} if "target" not in says else {"note", "plain", "earlier"}  # 年初预算数 is a goal
    try:
        unit = _unit(table, row, cell, label.head, head, says)
    except _OpenError:
        return None
    if unit is None and "rank" not in says and _BARE.fullmatch(cell.text) and _wants_unit(label, above):
        return None
    own = _PER_CENT.search(cell.text) is not None
    grows = not says.isdisjoint(_GROWTHS)
    role: Role | None = None
    if "rank" in says:
        role = "rank"
    elif unit is not None and unit.unit.kind == "points":
        role = "change_pp"
    elif grows:
        role = "change"
    elif own or (unit is not None and unit.rate):
        role = "change" if read_head(table.caption).grows and says.isdisjoint(("share", "ratio")) else "share"
    metric = _metric(label.name, subject if above.of_another else head, table.columns[0].text)
    if metric and _HAN.search(metric) and above.of_another:
        metric += "完成率" if "ratio" in head.says else "占比" if "share" in head.says else ""
    earlier = "earlier" in says and not grows and not head.time
    words = head.time or subject.time or label.head.time or read_head(table.caption).time
    kind = _kind(says) or (_kind(subject.says) if above.of_another else None)
    told = TableCell(
        start=cell.start,
        end=cell.end,
        row=" ".join(row.labels),
        column=above.text,
        metric=metric,
        time="上年同期" if earlier else as_time(words),
        kind=kind,
        unit="" if unit is None or own else unit.written,
        base="earlier" if earlier else None,
    )
    return CellValue(told, unit, role, falls="fall" in says and says.isdisjoint(("rate", "change", "amount")))


def _wants_unit(label: _Label, above: _Above) -> bool:
    """Return whether what is measured is told in a unit, so that a bare number says nothing."""
    column = BRACKET.sub("", above.text).strip()
    return _HAS_UNIT.search(column) is not None or (not above.head.name and _HAS_UNIT.search(label.name) is not None)


def _kind(says: frozenset[str]) -> Kind | None:
    if "ratio" in says or ("earlier" in says and "target" not in says):
        return "achievement"
    if "target" in says:
        return None if "done" in says else "target"
    return "achievement" if "done" in says else None


def _unit(table: Table, row: TableRow, cell: Cell, label: Head, head: Head, says: frozenset[str]) -> ToldUnit | None:
    """Return the unit of a cell; None when the cell itself says it, or when it counts things without one.

    Raises _OpenError where a rate has no unit that says so, or where the unit line of the table lists several that could be meant.
    """
    if _PER_CENT.search(cell.text):
        return read_unit(cell.text[-1])
    if "rank" in says:
        return None
    if _NO_UNIT.fullmatch(row.unit):
        return None
    of_row = (read_unit(row.unit) or as_written(row.unit)) if row.unit else None
    told = _units_of(table)
    rates = [unit for unit in told if unit.rate]
    others = [unit for unit in told if not unit.rate]
    if "amount" not in says and not says.isdisjoint(_OF_RATES):
        in_head = not head.says.isdisjoint(_OF_RATES)
        for unit, own in ((head.unit, in_head), (label.unit, not in_head), (of_row, not in_head)):
            if unit is not None and (own or unit.rate):
                return unit
        if len(rates) == 1:
            return rates[0]
        if "rate" in says:
            return read_unit("%")
        raise _OpenError
    for unit in (of_row, label.unit, head.unit):
        if unit is not None:
            return unit
    if len(told) == 1:
        return told[0]
    if len(others) > 1:
        raise _OpenError
    return others[0] if others else None


def _units_of(table: Table) -> list[ToldUnit]:
    """Return the units that a table's unit line, or its caption's bracket, lists."""
    if not table.units:
        corner = read_unit(table.columns[0].text) if table.columns else None
        if corner is not None and not corner.rate:
            return [corner]  # | £m | 2024 | 2023 |: over the labels stands what the values are in
        own = read_head(table.caption).unit
        return [own] if own is not None else []
    whole = read_unit(table.units)
    if whole is not None:
        return [whole]
    pieces = [piece.strip() for piece in _UNITS_APART.split(table.units) if piece.strip()]
    units = [read_unit(piece) or as_written(piece) for piece in pieces]
    return [unit for unit in units if unit is not None]


def _unread(row: TableRow, cell: Cell, table: Table, place: int) -> CellValue:
    column = table.columns[place].text if place < len(table.columns) and row.readable else ""
    told = TableCell(cell.start, cell.end, " ".join(row.labels), column, "", "", None, "", readable=False)
    return CellValue(told, None, None, falls=False)


def read_value(text: str, start: int, value: CellValue) -> Found:
    """Read the value whose first digit stands at `start`, alone: what stands outside its cell belongs to others."""
    cell = value.cell
    inside = text[cell.start : cell.end]
    at = start - cell.start
    draft = _range_at(inside, at) or one_at(inside, at)
    if draft is None:
        return Found([], cell.end)
    around = _around(inside, at, draft.end)
    unit = _settled_unit(draft, value)
    latin = _HAN.search(cell.row + cell.column) is None
    if not cell.readable or not around.spoken or unit is None or (around.in_brackets and not latin):
        return _stand_alone(inside, at, cell)
    if draft.value is not None and (around.below_zero or around.in_brackets) != value.falls:
        draft.value = -draft.value
    draft.unit, draft.scale = unit
    # a sign belongs to the number, and so do the brackets that make it negative in accounts
    draft.start = cell.start + (at - 1 if around.signed else draft.start)
    draft.end += cell.start
    if around.in_brackets and text[draft.start - 1] == "(" and text[draft.end : draft.end + 1] == ")":
        draft.start, draft.end = draft.start - 1, draft.end + 1
    draft.told = value.role or _role(draft)
    draft.cell = cell
    return Found([draft], draft.end)


class _Around(NamedTuple):
    """What stands around the number of a cell."""

    spoken: bool
    """Whether it is only what values have beside them: a bound, a sign, a mark of a note."""
    in_brackets: bool
    signed: bool
    """Whether a sign stands right before it."""
    below_zero: bool


def _around(inside: str, at: int, end: int) -> _Around:
    before, after = inside[:at], inside[end:]
    in_brackets = before.startswith("(") and after.endswith(")")
    if in_brackets:
        before, after = before[1:], after[:-1]
    sign = _SIGNED.search(before)
    if sign is not None:
        before = before[: sign.start()]
    spoken = _BEFORE.fullmatch(before) is not None and _AFTER.fullmatch(after) is not None
    counts = sign is not None and sign[0] != "±"
    return _Around(spoken, in_brackets, counts, counts and sign is not None and sign[0] != "+")


def _range_at(text: str, at: int) -> Draft | None:
    """Read 12-15 or 5%-6%, two numbers of one unit; None for anything else."""
    found = _RANGE.match(text, at)
    if found is None:
        return None
    second = one_at(text, found.start("high"))
    low = Decimal(found["low"].replace(",", ""))
    if second is None or second.value is None or low >= second.value:
        return None
    return Draft(at, second.end, None, second.scale, second.unit, low=low, high=second.value)


def _settled_unit(draft: Draft, value: CellValue) -> tuple[Unit, str] | None:
    """Return unit and multiple of a value: the cell's own, else what its table says; None when they contradict each other."""
    if value.role == "rank":
        return RANK, ""
    if value.unit is None or draft.unit.text or draft.unit.base:
        return draft.unit, draft.scale
    if draft.scale and value.unit.scale:
        return None
    return value.unit.unit, draft.scale or value.unit.scale


def _stand_alone(inside: str, at: int, cell: TableCell) -> Found:
    """Return the numbers of a cell of which not enough is known."""
    drafts = []
    while True:
        draft = _bare_number(inside, at, cell)
        if draft is None:
            break
        drafts.append(draft)
        following = _DIGIT.search(inside, draft.end - cell.start)
        if following is None:
            break
        at = following.start()
    return Found(drafts, max(cell.end, cell.start + at + 1))


def _bare_number(inside: str, at: int, cell: TableCell) -> Draft | None:
    """Return a number alone: a money sign or per cent is its own, any other unit may be a stray word."""
    draft = one_at(inside, at)
    number = number_at(inside, at)
    if draft is None or number is None:
        return None
    if draft.kind not in ("percent", "money"):
        draft = Draft(number.start, number.end, number.value, number.scale, NO_UNIT)
    if draft.value is not None and _MINUS.search(inside, 0, at):
        draft.value, draft.start = -draft.value, at - 1
    draft.start += cell.start
    draft.end += cell.start
    draft.told = _role(draft)
    draft.cell = replace(cell, readable=False, metric="", unit="", kind=None)
    return draft


def table_cautions(text: str, tables: Sequence[Table], figures: Sequence[FoundFigure]) -> tuple[Caution, ...]:
    """Return a caution for each table that holds a number which could not be set under its head, or whose rows are lost."""
    message = "The cells of a table stand one below the other here; where its rows end is lost, and its numbers are not read."
    cautions = [Caution("table_unread", message, *span) for span in find_stacked(text)]
    starts = [figure.start for figure in figures]
    for table in tables:
        if table.is_register:
            message = "Rows of a register (number, name, code, state) stand here in plain text; what they say is not read."
            cautions.append(Caution("table_unread", message, table.start, table.end))
            continue
        inside = figures[bisect_left(starts, table.start) : bisect_left(starts, table.end)]
        unread = sum(figure.cell is not None and not figure.cell.readable for figure in inside)
        if unread:
            message = f"{unread} numbers of this table stand unclaimed: what heads and labels say of them could not be read."
            cautions.append(Caution("table_unread", message, table.start, table.end))
    return tuple(cautions)


def _role(draft: Draft) -> Role:
    if draft.kind == "rank":
        return "rank"
    if draft.kind == "points":
        return "change_pp"
    if draft.kind == "percent":
        return "share"
    whole = draft.value is not None and draft.value == draft.value.to_integral_value()
    return "count" if draft.kind in ("count", "place") or (not draft.kind and whole) else "level"
