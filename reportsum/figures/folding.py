"""Any script → the one script the tables are written in, character by character, so that offsets stay.

Traditional characters, full-width signs, the many dashes and spaces become one each. Only characters that occur in the tables and
patterns of this package are listed in `data/figure_script.tsv`; the rest of the text passes through untouched.
"""

from __future__ import annotations

import functools

from reportsum import lazy_re as re

from ..tables import read_table

SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
# 叁佰贰拾万元: the formal numerals of contracts; alone they are words (大陆, 队伍, 收拾), so only a run of them before money counts
FORMAL = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]{2,}(?=[余多]?[元圆])")
ORDINARY = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
DASHES = "–—―−－‒﹣~～﹏〜"  # all that join two numbers


@functools.cache
def folding() -> dict[str, str]:
    """Return what each character is read as; one character for one."""
    rows = read_table("figure_script.tsv", ("written", "folded"), key="written")
    signs = {row["written"]: row["folded"] for row in rows}
    full_width = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))  # ０-９ Ａ-Ｚ ａ-ｚ
    signs.update({chr(code): chr(code - 0xFEE0) for code in full_width})
    signs.update(dict.fromkeys(SPACES, " "))
    signs.update(dict.fromkeys(DASHES, "-"))
    return signs


def fold(text: str) -> str:
    """Return `text` in folded script, of the same length.

    >>> fold("增長１２％,達3萬億元")
    '增长12%,达3万亿元'
    """
    signs = folding()
    if "**" in text:
        text = text.replace("**", "  ")  # the marks of bold Markdown stand between words and numbers
    # few of the listed characters occur in one text, and replacing those is ten times faster than translating all
    for written in signs.keys() & set(text):
        text = text.replace(written, signs[written])
    if "佰" in text or "拾" in text or "仟" in text or "万圆" in text or "万元整" in text:
        text = FORMAL.sub(lambda found: found.group().translate(ORDINARY), text)
    return text
