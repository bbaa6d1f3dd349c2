"""How a heading that only its formatting tells looks in a reader's text."""

from __future__ import annotations

from reportsum import lazy_re as re

_LABELLED = re.compile("[ 　]*(?:第.{1,4}[章节部篇编条]|[一二三四五六七八九十百]{1,4}[、．.]|[（(].{1,3}[)）]|[0-9]+[、．. ]|[①-⑳]|#)")
_DEEPEST = 6


def as_heading(text: str, level: int) -> str:
    """Return `text` as the line of a heading of `level` (from 1).

    A label (一、) tells a heading better than any style. Only where there is none, the level is marked as Markdown does.

    >>> as_heading("一、工作回顾", 1), as_heading("附则", 2)
    ('一、工作回顾', '## 附则')
    """
    if _LABELLED.match(text):
        return text
    return f"{'#' * min(level, _DEEPEST)} {text.strip()}"
