"""A text → its figures, in text order.

One pattern finds every place where a figure may begin; a small reader for each kind of beginning reads number, unit and range there;
`recognising` says whether it is a figure; `qualifiers` words it. Nothing looks further than a few dozen characters, so the time is linear
in the text, whatever it holds.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from reportsum import lazy_re as re

from ..tabular import Table, find_tables
from .cells import find_values, read_value
from .drafting import Found
from .figure import FoundFigure
from .folding import fold
from .inclusive import with_strict_bounds
from .parts import read_fold
from .phrases import Names, phrases
from .qualifiers import Settler
from .rank_words import read_front, read_rank, read_top
from .reading import read_chinese, read_digits, read_half
from .recognising import is_figure
from .roles import clause_left
from .scales import with_shared_bounds
from .tasks import find_stated, named_in_rows
from .units import unit_initials

NUMERALS = "一二两三四五六七八九十百千万亿几数廿卅"


@functools.cache
def _beginnings() -> re.Pattern[str]:
    """Return the pattern of the characters a figure may begin with.

    One character class comes first, which the matcher skips to quickly; what must follow the character is asked then.
    """
    return re.compile(
        rf"[0-9第前翻首榜半{NUMERALS}]"
        rf"(?:(?<=[0-9])|(?<=[{NUMERALS}])(?=[零〇○{NUMERALS}点·、余多来分半至到\-{unit_initials()}])"
        r"|(?<=第)(?= ?[0-9一二三四五六七八九十百])|(?<=前)(?=[0-9二三四五六七八九十])|(?<=翻)(?=[^\n]{0,5}番)|(?<=首)(?=位)|(?<=榜)(?=首)"
        rf"|(?<=半)(?:(?=数)|(?<=[近过超逾]半)))"
    )


@functools.cache
def _readers() -> dict[str, Callable[[str, int], Found]]:
    """Return the reader for each beginning character."""
    return {
        **dict.fromkeys("0123456789", read_digits), **dict.fromkeys(NUMERALS, read_chinese),
        "第": read_rank, "前": read_front, "翻": read_fold, "首": read_top, "榜": read_top, "半": read_half,
    }  # fmt: skip


@functools.cache
def _phrases() -> re.Pattern[str]:
    return re.compile(phrases() + f"(?![{NUMERALS}点·]|之[{NUMERALS}0-9])")


def find_figures(text: str, tables: Sequence[Table] | None = None) -> tuple[FoundFigure, ...]:
    """Return every figure in `text`, in text order, without overlaps; `()` if there is none.

    Offsets count code points of `text`, `end` is exclusive. `tables` are those of `text`; they are looked for where not given.
    Dates, list labels and names with digits (5G) are not figures.

    >>> [figure.text for figure in find_figures("2022年新增企业1600余家，同比增长12.5%")]
    ['1600余家', '12.5%']
    """
    folded = fold(text)
    names = Names(folded)
    tables = find_tables(text) if tables is None else tables
    values = find_values(tables)
    named = iter(named_in_rows(tables, find_stated(tables)))
    closed = next(named, None)
    settler = Settler(text, folded)
    search, phrase_at, readers = _beginnings().search, _phrases().match, _readers()
    position = 0
    while begin := search(folded, position):
        start = begin.start()
        while closed is not None and closed.end <= start:
            closed = next(named, None)
        if closed is not None and closed.start <= start:
            position = closed.end
            continue
        first = folded[start]
        phrase = phrase_at(folded, start) if first in NUMERALS or first == "第" else None
        if phrase:
            position = phrase.end()
            continue
        found = read_value(folded, start, values[start]) if start in values else readers[first](folded, start)
        told = False
        for draft in found.drafts:
            left = clause_left(folded, draft.start if draft.words_end is None else draft.words_end)
            if draft.told is not None or is_figure(folded, draft, left, names):
                settler.add(draft, left)
                told = True
        # 前 may belong to the word before, and the number behind it to itself: 提前2个月
        position = start + 1 if first == "前" and not told else max(found.next, start + 1)
    return with_strict_bounds(text, with_shared_bounds(text, settler.figures()))
