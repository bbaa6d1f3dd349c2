"""A text → its figures, in text order.

One pattern finds every place where a figure may begin; a small reader for each kind of beginning reads number, unit and range there;
`judging` says whether it is a figure; `settling` words it. Nothing looks further than a few dozen characters, so the time is linear in
the text, whatever it holds.
"""

from __future__ import annotations

import functools
import re

from .figure import FoundFigure
from .folding import fold
from .judging import is_figure
from .phrases import Names, phrases
from .reading import read_chinese, read_digits, read_fold, read_front, read_rank
from .settling import Settler
from .units import unit_initials

READERS = {"digits": read_digits, "rank": read_rank, "front": read_front, "fold": read_fold, "chinese": read_chinese}


@functools.cache
def _beginnings() -> re.Pattern[str]:
    """Return the pattern of all places where a figure may begin, and of the fixed phrases that are none."""
    return re.compile(
        rf"(?P<phrase>{phrases()}(?![一二三四五六七八九十百千万亿点·]))"
        r"|(?P<digits>[0-9])"
        r"|(?P<rank>第(?= ?[0-9一二三四五六七八九十百]))"
        r"|(?P<front>前(?=[0-9二三四五六七八九十]))"
        r"|(?P<fold>翻)"
        rf"|(?P<chinese>[一二两三四五六七八九十百千万亿几数廿卅](?=[零〇○一二两三四五六七八九十百千万亿几点·余多来分半{unit_initials()}]))"
    )


def find_figures(text: str) -> tuple[FoundFigure, ...]:
    """Return every figure in `text`, in text order, without overlaps; `()` if there is none.

    Offsets count code points of `text`, `end` is exclusive. Dates, list labels and names with digits (5G) are not figures.

    >>> [figure.text for figure in find_figures("2022年新增企业1600余家，同比增长12.5%")]
    ['1600余家', '12.5%']
    """
    folded = fold(text)
    names = Names(folded)
    settler = Settler(text, folded)
    beginnings = _beginnings()
    position = 0
    while True:
        begin = beginnings.search(folded, position)
        if begin is None:
            return settler.figures()
        kind = begin.lastgroup or "phrase"
        if kind == "phrase":
            position = begin.end()
            continue
        found = READERS[kind](folded, begin.start())
        for draft in found.drafts:
            if is_figure(folded, draft, names):
                settler.add(draft)
        position = max(found.next, begin.end())
