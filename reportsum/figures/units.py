"""Finds the unit that stands behind a number.

Spellings, their kinds and the words that only look like units are in `data/units.tsv`; the longest spelling wins. Compound units
(元/人, 微克/立方米, 元每吨) are put together here.
"""

from __future__ import annotations

import functools

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..tables import read_table
from .words import any_of

PER = frozenset(
    [
        "人", "户", "亩", "吨", "月", "年", "天", "日", "次", "件", "家", "个", "套", "公斤", "千克", "斤", "克", "立方米", "标准立方米",
        "平方米", "平方公里", "公顷", "升", "公里", "米", "度", "千瓦时", "千瓦", "小时", "秒", "元", "万元", "亿元", "万人", "千人",
        "百人", "分钟", "人月", "人年", "人次", "户月", "箱", "头", "只", "台", "辆", "床", "床日", "床位", "例", "株", "份", "张",
        "座", "桶", "担", "班", "村", "百户", "千户", "百公里", "10万", "10万人", "十万", "十万人", "平米", "㎡", "吨标准煤", "标箱",
        "车公里", "吨公里", "m³", "m3", "m²", "m2", "L", "kg", "kW", "h",
    ]
)  # fmt: skip
CURRENCY = re.compile("[A-Z]{3}")
LONGEST_PER = max(map(len, PER))


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands behind a number: `text` as written in folded script, `base` its common name, `kind` as in units.tsv."""

    text: str
    base: str
    kind: str


@functools.cache
def _units() -> dict[str, Unit]:
    """Return the units and look-alikes by spelling."""
    rows = read_table("units.tsv", ("spelling", "unit", "base", "kind"), key="spelling")
    return {row["spelling"]: Unit(row["unit"], row["base"], row["kind"]) for row in rows}


@functools.cache
def _codes() -> dict[str, str]:
    rows = read_table("unit_codes.tsv", ("base", "code"), key="base")
    return {row["base"]: row["code"] for row in rows}


def unit_code(base: str) -> str | None:
    """Return the code of a base unit: ISO 4217, "%", "pp", "bp", "1" (ranks, ratio parts, multiples) or UCUM; None for counted things.

    >>> unit_code("元"), unit_code("平方公里"), unit_code("家")
    ('CNY', 'km2', None)
    """
    code = _codes().get(base)
    return _compound_code(base) if code is None and "/" in base else code


@functools.cache
def _compound_code(base: str) -> str | None:
    """Return the UCUM code of a physical unit by another (吨/公顷); None where one of the two is money, counted or in no list.

    >>> _compound_code("吨/公顷"), _compound_code("元/吨"), _compound_code("公斤/亩")
    ('t/ha', None, None)
    """
    codes = [_codes().get(part) for part in base.split("/")]
    physical = [code for code in codes if code is not None and not CURRENCY.fullmatch(code) and code not in ("%", "pp", "bp", "1")]
    return "/".join(physical) if len(physical) == len(codes) else None


@functools.cache
def _spellings() -> re.Pattern[str]:
    return re.compile(any_of(_units()))


def _base(spelling: str) -> str:
    """Return the common name of the unit `spelling`, or `spelling` itself."""
    unit = _units().get(spelling)
    return unit.base if unit and unit.base else spelling


def unit_at(text: str, position: int) -> Unit | None:
    """Return the unit that begins at `position` of the folded `text`, None if there is none.

    Kinds "name" and "word" say that the number before is no quantity; their text is empty.
    """
    found = _spellings().match(text, position)
    if found is None or _within_word(text, found.end()):
        return None
    return _compound(text, position, _units()[found.group()])


def _within_word(text: str, end: int) -> bool:
    """Return whether Latin letters go on across `end`, as in the middle of "kmart"."""
    before, after = text[end - 1], text[end : end + 1]
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()


def _compound(text: str, position: int, unit: Unit) -> Unit:
    """Return `unit`, or the compound that it begins: 元 and /人 make 元/人."""
    end = position + len(unit.text)
    if not unit.text or text[end : end + 1] not in ("/", "／", "每"):
        return unit
    for length in range(LONGEST_PER, 0, -1):
        per = text[end + 1 : end + 1 + length]
        if len(per) == length and per in PER:
            if text[end] == "每" and length == 1 and per in "年月日天次":
                return unit
            return Unit(text[position : end + 1 + length], f"{unit.base}/{_base(per)}", "level")
    return unit


@functools.cache
def unit_initials() -> str:
    """Return the characters that true units begin with, for a character class."""
    firsts = {spelling[0] for spelling, unit in _units().items() if unit.text}
    return "".join(sorted(firsts - set("%‰")))
