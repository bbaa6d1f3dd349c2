"""Any script → the one script the tables are written in, character by character, so that offsets stay.

Traditional characters, full-width signs, the many dashes and spaces become one each. Only characters that occur in the tables and
patterns of this package are listed in `data/figure_script.tsv`; the rest of the text passes through untouched.
"""

from __future__ import annotations

import functools

from ..tables import read_table

SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t"
DASHES = "–—―−－‒﹣~～﹏〜"  # all that join two numbers


@functools.cache
def folding() -> dict[int, str]:
    """Return the table for `str.translate`; every character maps to exactly one."""
    rows = read_table("figure_script.tsv", ("written", "folded"), key="written")
    signs = {ord(row["written"]): row["folded"] for row in rows}
    signs.update({code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)})  # ０-９
    signs.update({code: chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))})  # Ａ-Ｚ ａ-ｚ
    signs.update(dict.fromkeys(map(ord, SPACES), " "))
    signs.update(dict.fromkeys(map(ord, DASHES), "-"))
    return signs


def fold(text: str) -> str:
    """Return `text` in folded script, of the same length.

    >>> fold("增長１２％,達3萬億元")
    '增长12%,达3万亿元'
    """
    return text if text.isascii() else text.translate(folding())
