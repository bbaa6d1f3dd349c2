"""The rule about page furniture: page numbers, running headers, navigation, view counters.

It looks at short lines only: prose is never furniture. Lines that carry the issuer or the date stay for the metadata step, without
their buttons and counters. Table: page_furniture.tsv.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from ..tables import read_table
from .edits import Change, Edit, apply_edits

_LONGEST = 120
"""Longer lines are prose."""
_LONGEST_HEADER = 45

_DASH = "[—–―─━\\-－~～·•\\[\\]【】]"
_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5})"
_PAGE_NUMBER = re.compile(
    rf" *(?:{_DASH}{{1,3}} ?\d{{1,4}} ?{_DASH}{{1,3}}"  # — 3 —
    rf"|第 ?{_NUMBER} ?页(?: ?[,，/／、|]? ?[(（]?共 ?{_NUMBER} ?页[)）]?)?"  # 第3页 共10页
    r"|共 ?\d{1,4} ?页(?: ?[,，/／、|]? ?第 ?\d{1,4} ?页)?"
    r"|[Pp]age ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?"
    r") *"
)
_BARE_NUMBER = re.compile(r" *(\d{1,4}) *")
_LEAST_BETWEEN_PAGES = 8
"""Lines between two bare numbers that may be page numbers; rows of a table stand closer."""

_METADATA = re.compile("来源|發布|发布|日期|时间|作者|发文|索引号|文号|单位|机构|編輯|编辑|主题|名称|有效性")
_FONT_SIZE = "(?:字体|字号|字體)(?:大小)?[ ]?[:：]?[ ]?(?:[\\[【(（]?[ ]?(?>(?:[大中小特默认][ |/]*)*)[\\]】)）]?)?"
_FILLER = "[ \\t\\[\\]【】()（）|｜:：/／>＞»·•\\-—_+×,，、.。!！]"


class _Patterns(NamedTuple):
    line: re.Pattern[str]
    """A whole line of buttons, counters and fillers."""
    part: re.Pattern[str]
    """A button or counter beside metadata."""
    opening: re.Pattern[str]
    hint: re.Pattern[str]
    """Any word of the table: the quick look."""


def drop_furniture(text: str) -> Change | None:
    """Drop page numbers, running headers, navigation and counters, each with its line end.

    >>> drop_furniture("发布时间：2022-08-03 浏览次数：15 字体：[大 中 小]\\n【打印本页】 【关闭窗口】\\n一、回顾\\n— 3 —\\n二、展望").text
    '发布时间：2022-08-03 \\n一、回顾\\n二、展望'
    """
    lines = _short_lines(text)
    pages = [line for line in lines if _PAGE_NUMBER.fullmatch(line.text)] or _bare_page_numbers(lines)
    gone = {line.number: line for line in pages} | {line.number: line for line in _running_headers(lines, pages)}
    edits: list[Edit] = [_whole(line, text) for line in gone.values()]
    for line in lines:
        if line.number not in gone:
            edits.extend(_web_furniture(line, text))
    edits.sort()
    return apply_edits(text, edits) if edits else None


class _Line(NamedTuple):
    number: int
    start: int
    text: str


def _short_lines(text: str) -> list[_Line]:
    lines = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        if 0 < len(line) <= _LONGEST and not line.isspace():
            lines.append(_Line(number, start, line))
        start += len(line) + 1
    return lines


def _whole(line: _Line, text: str) -> Edit:
    """Return the edit that drops a line with its line end (with the one before it, where it is the last)."""
    end = line.start + len(line.text)
    if end < len(text):
        return Edit(line.start, end + 1)
    return Edit(line.start, end)


def _web_furniture(line: _Line, text: str) -> list[Edit]:
    patterns = _patterns()
    if not patterns.hint.search(line.text):
        return []
    if patterns.line.fullmatch(line.text) or patterns.opening.match(line.text):
        return [_whole(line, text)]
    if _METADATA.search(line.text):
        return [Edit(line.start + m.start(), line.start + m.end()) for m in patterns.part.finditer(line.text)]
    return []


def _bare_page_numbers(lines: list[_Line]) -> list[_Line]:
    """Return lines of a bare number that count up by one with a page's lines between them."""
    bare = [(line, int(m[1])) for line in lines if (m := _BARE_NUMBER.fullmatch(line.text))]
    if len(bare) < 3:
        return []
    steps = [
        after == before + 1 and right.number - left.number >= _LEAST_BETWEEN_PAGES for (left, before), (right, after) in pairwise(bare)
    ]
    return [line for line, _ in bare] if all(steps) else []


def _running_headers(lines: list[_Line], pages: list[_Line]) -> list[_Line]:
    """Return short lines that stand beside most page numbers with the same words, numbers aside."""
    if len(pages) < 3:
        return []
    position = {line.number: place for place, line in enumerate(lines)}
    beside = []
    for page in pages:
        place = position[page.number]
        beside += [line for line in lines[max(place - 1, 0) : place + 2] if line is not page and len(line.text) <= _LONGEST_HEADER]
    said = Counter(_without_digits(line.text) for line in beside)
    return [line for line in beside if said[_without_digits(line.text)] * 2 > len(pages)]


def _without_digits(text: str) -> str:
    return re.sub(r"[\d ]+", "", text)


@functools.cache
def _patterns() -> _Patterns:
    rows = sorted(read_table("page_furniture.tsv", ("words", "kind"), key="words"), key=lambda row: -len(row["words"]))
    words: dict[str, list[str]] = {"button": [], "counter": [], "opening": []}
    for row in rows:
        if row["kind"] not in words:
            raise row.wrong(f'the kind is "{row["kind"]}", expected one of {", ".join(words)}.')
        words[row["kind"]].append(re.escape(row["words"]))
    button, counter, opening = ("|".join(words[kind]) for kind in ("button", "counter", "opening"))
    count = rf"(?:{counter})[ ]?[:：]?[ ]?[\[【(（]?[ ]?\d*[ ]?[\]】)）]?[ ]?次?"
    piece = f"{_FONT_SIZE}|{button}|{count}"
    # atomic: each piece is read once, longest word first, without a way back
    return _Patterns(
        line=re.compile(f"(?>{_FILLER}*+(?>{piece}))++{_FILLER}*+[大中小]?{_FILLER}*+"),
        part=re.compile(rf"[\[【(（]?(?>{piece})[\]】)）]?"),
        opening=re.compile(rf"[ \[【(（]*(?:{opening})"),
        hint=re.compile(f"{_FONT_SIZE}|{button}|{counter}|{opening}"),
    )
