"""The rule about lines that end inside a sentence.

Two signs, each enough: the text is hard-wrapped (its broken lines have one width), or what stands at the break can only
go on (a comma before it, a closing mark after it). Headings, labels and indented lines always begin anew; a title over two lines is
left to the metadata step.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from .edits import Change, Edit, apply_edits

_CLOSED = re.compile("[。！？；：…!?;:][”’」』）)》〉】\"']*[ ]*$")
_GOES_ON_BEFORE = re.compile("[，、,“‘「『（(《〈][ ]*$")
_GOES_ON_AFTER = re.compile("[ ]*[，。；、：！？”’」』）)》〉%％‰]")
_SALUTATION = re.compile("^.{0,30}(?:代表|委员|同志|主任|主席|来宾|朋友|各位)[^。；]{0,8}[，,][ ]*$")
_BEGINS_ANEW = re.compile(
    "[ ]*(?:"
    "第[一二三四五六七八九十百零〇0-9]{1,4}[章节部篇编条]"
    "|[一二三四五六七八九十]{1,3}[、．.是要]"
    "|[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)）]"
    "|[0-9]{1,3}(?:[、．)）]|[.](?![0-9]))"
    "|[①-⑳⑴-⒇㈠-㈩]"
    "|#{1,6}[ ]|[-*+•●■◆◇○★▲][ ]?|[—─-]{2}|[|]"
    "|(?:附件|附表|附录|注|备注)[0-9一二三四五六七八九十]?[:：]"
    "|[^ ，。；、]{2,8}[:：]"
    ")"
)
_LATIN_END = re.compile("[A-Za-z0-9,;.)]$")
_LATIN_START = re.compile("[A-Za-z0-9(]")

_LEAST_WIDTH = 30
"""Columns. Shorter lines are headings and table cells."""
_RAGGED = 6
"""How many columns a wrapped line may fall short of the full width, since numbers, words and closing marks are not torn."""
_LEAST_BROKEN = 3


class _Line(NamedTuple):
    start: int
    text: str
    width: int
    """Columns: a Han character takes two."""


def join_lines(text: str) -> Change | None:
    """Join lines that are broken inside a sentence.

    >>> join_lines("一、工作回顾\\n今年以来，\\n全市上下同心。\\n二、展望").text
    '一、工作回顾\\n今年以来，全市上下同心。\\n二、展望'
    """
    if "\n" not in text:
        return None
    lines = _lines(text)
    wrapped = _wrap_width(lines)
    edits = []
    for left, right in pairwise(lines):
        if _belongs_together(left, right, wrapped):
            edits.append(_join(left, right, text))
    return apply_edits(text, edits)


def _lines(text: str) -> list[_Line]:
    """Return the lines that are not blank."""
    lines = []
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            lines.append(_Line(start, line, len(line.rstrip().encode("gb18030", "replace"))))
        start += len(line) + 1
    return lines


def _wrap_width(lines: list[_Line]) -> int | None:
    """Return the width at which the text is wrapped, in columns; None when it is not."""
    broken = [left.width for left in lines[:-1] if left.width >= _LEAST_WIDTH and not _CLOSED.search(left.text[-8:])]
    if len(broken) < _LEAST_BROKEN:
        return None
    often = Counter(broken)
    share = {full: sum(often[one] for one in range(full - _RAGGED, full + 1)) for full in often}
    width = max(share, key=lambda full: (share[full], full))
    near = share[width]
    longer = sum(line.width > width + 2 for line in lines)
    return width if near >= _LEAST_BROKEN and near * 2 > len(broken) and longer * 10 <= len(lines) else None


def _belongs_together(left: _Line, right: _Line, wrapped: int | None) -> bool:
    adjacent = left.start + len(left.text) + 1 == right.start
    if _BEGINS_ANEW.match(right.text):
        return False
    if _GOES_ON_AFTER.match(right.text):
        return True
    if _GOES_ON_BEFORE.search(left.text[-4:]):
        return not _SALUTATION.match(left.text)
    indented = right.text.startswith("  ")
    if wrapped is None or not adjacent or indented or left.width < wrapped - _RAGGED:
        return False
    return not _CLOSED.search(left.text[-8:]) or left.width >= wrapped - 2


def _join(left: _Line, right: _Line, text: str) -> Edit:
    start = left.start + len(left.text.rstrip())
    end = right.start + len(right.text) - len(right.text.lstrip())
    if _LATIN_END.search(text[start - 1]) and _LATIN_START.match(text[end]) and not (text[start - 1].isdigit() and text[end].isdigit()):
        return Edit(start, end, " ")
    return Edit(start, end)
