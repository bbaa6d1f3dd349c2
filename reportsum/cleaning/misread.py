"""The rule about dashes and quotation marks of a Latin text in UTF-8 that somebody read as GBK and saved so: Re鈥慽nvest is Re‑invest.

Their first two bytes, E2 80, are 鈥 in GBK; the third one took the letter behind with it. Where that letter was lost (2019鈥20), only a
dash between numbers is plain.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportsum import lazy_re as re

from .edits import Change, Edit, apply_edits

SIGNS = "鈥"
_MISREAD = re.compile("(?:(?<=[\\x20-\\x7e\\n])|^)鈥(?P<third>[\\u4e00-\\u9fff\\ue000-\\uf8ff])?(?=[\\x20-\\x7e\\n]|$)")


def mend_marks(text: str) -> Change | None:
    """Return the text with such marks as they were written.

    >>> mend_marks("the City鈥檚 plan for 2019鈥20").text
    'the City’s plan for 2019–20'
    """
    return apply_edits(text, _edits(text))


def _edits(text: str) -> Iterator[Edit]:
    for found in _MISREAD.finditer(text):
        mark = _as_written(found[0]) if found["third"] else _between_numbers(text, *found.span())
        if mark:
            yield Edit(found.start(), found.end(), mark)


def _as_written(read: str) -> str:
    try:
        return read.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return ""


def _between_numbers(text: str, start: int, end: int) -> str:
    return "–" if text[start - 1 : start].isdigit() and text[end : end + 1].isdigit() else ""
