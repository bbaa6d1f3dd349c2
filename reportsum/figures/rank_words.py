"""Reads what may be a rank: 第一, 第37位, 前三, 首位. Whether it is one is for `ranking`."""

from __future__ import annotations

from decimal import Decimal

from reportsum import lazy_re as re

from .drafting import Draft, Found
from .numbers import run_end
from .numerals import parse_numeral
from .units import Unit

RANK = Unit("第", "第", "rank")
FRONT = Unit("第", "第", "front")
TOP = Unit("第", "第", "top")
RANKED = re.compile(r"第 ?(?P<number>[0-9]{1,4}(?![0-9])|[一二三四五六七八九十百]{1,5})(?: ?[位名])?")
IN_FRONT = re.compile(r"前(?P<number>[0-9]{1,3}|[二三四五六七八九十]{1,3})[位名]?")
AT_TOP = re.compile("(?:首位|榜首)(?!度|席)")
# 第4、6、10项, 第1-6项, 第三条第二、三款: the places of a text that are referred to
REFERENCE = re.compile(
    r"第 ?[0-9一二三四五六七八九十百]{1,5}(?: ?(?:[、,，至到和与及或-]|以及) ?第?[0-9一二三四五六七八九十百]{1,5}(?![0-9.%]))+"
    r" ?[条款项章节目点页号卷编]"
)


def read_rank(text: str, start: int) -> Found:
    """Read 第一, 第37位 at `start`; the number of an ordinal is passed over with it (第10000列)."""
    reference = REFERENCE.match(text, start)
    if reference is not None:
        return Found([], reference.end())
    found = RANKED.match(text, start)
    place = parse_numeral(found["number"]) if found else None
    number = start + 2 if text.startswith(" ", start + 1) else start + 1
    if found is None or place is None:
        return Found([], run_end(text, number))
    return Found([Draft(start, found.end(), place, "", RANK)], max(found.end(), run_end(text, number)))


def read_front(text: str, start: int) -> Found:
    """Read 前三, 前10位 at `start`."""
    found = IN_FRONT.match(text, start)
    place = parse_numeral(found["number"]) if found else None
    if found is None or place is None:
        return Found([], start + 1)
    return Found([Draft(start, found.end(), place, "", FRONT)], found.end())


def read_top(text: str, start: int) -> Found:
    """Read 首位, 榜首 at `start`: the first place without a numeral."""
    found = AT_TOP.match(text, start)
    if not found:
        return Found([], start + 1)
    return Found([Draft(start, found.end(), Decimal(1), "", TOP)], found.end())
