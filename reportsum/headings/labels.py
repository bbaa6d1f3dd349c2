"""The numbering at the beginning of a line: what style it is, which number, where the words begin.

Known here: the numbering of GB/T 9704 (一、 （一） 1. （1） ①), chapters (第一章), formal numerals (壹、), letters (A.), spoken
enumerations (一是, 第一,), Markdown (#), decimal numbering (1.1), bullets (——), and what only looks like them: 1.5万,
一、二、三产业, a date.
Left to the neighbours: whether a numbered line is a heading (`outline.py`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from reportsum import lazy_re as re

Style = Literal[
    "part", "chapter", "article", "letter", "cn", "cn_paren", "num", "decimal2", "decimal3", "spoken", "num_paren", "circled", "bullet",
    "cn_again", "md1", "md2", "md3", "md4", "md5", "md6", "document", "main", "plain",
]  # fmt: skip

RANK: dict[str, int] = {
    "document": 0, "md1": 1, "md2": 2, "md3": 3, "md4": 4, "md5": 5, "md6": 6, "main": 8,
    "part": 10, "chapter": 11, "article": 12, "letter": 15,
    "cn": 20, "cn_again": 25, "cn_paren": 30, "num": 40, "decimal2": 41, "decimal3": 42, "spoken": 45, "num_paren": 50, "circled": 60,
    "bullet": 70, "plain": 80,
}  # fmt: skip
"""The usual order from main to minor. It decides only where a style first appears; after that the text's own nesting counts."""


class Label(NamedTuple):
    """Numbering at the beginning of a line. `end` is where the words begin, counted from the beginning of the line."""

    style: Style
    number: int
    """0 where the style has no number."""
    text: str
    """As it stands, without spaces around it: "（二）", "3.", "一是"; "" for a Markdown heading without a number."""
    end: int


_CN = r"[一二三四五六七八九十百]{1,5}"
_LABEL = re.compile(
    rf"""
      (?P<md>\#{{1,6}})\s+
    | 第\s?(?P<part>{_CN}|\d{{1,3}})\s?(?P<unit>编|篇|部分|章|节)(?=[\s　、：:，,.．]|$|[^\s的是]{{2,}})[、：:，,.．]?
    | (?P<formal>[壹贰叁参肆伍陆柒捌玖拾]{{1,3}}|[甲乙丙丁戊己庚辛壬癸])[、.．﹒](?![甲乙丙丁])
    | (?P<roman>[IVX]{{1,5}}|[Ⅰ-Ⅻ])[.、．](?=[ 　]*[^\x00-\x7f]|\s+[A-Z][a-z])
    | (?P<letter>[A-HJ-N])[.．、](?=[ 　]*[\u4e00-\u9fff])
    | (?P<cn>{_CN})(?:\s?[、．.﹒：:](?!{_CN}[、和及])|[ 　](?=\w))
    | [（(〔【［]\s?(?P<cn_paren>{_CN})\s?[）)〕】］](?!项(?!目)|款(?![式项])|至)[、.．﹒]?
    | (?P<cn_half>{_CN})[）)](?!项(?!目)|款(?![式项])|至)
    | (?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,2}})(?=[ 　]\s*[^\W\d_])
    | (?P<num>\d{{1,3}})\s?[.．、﹒](?!\d(?!\d{{3}}年))|(?P<stopped>[⒈-⒛])
    | [（(]\s?(?P<num_paren>\d{{1,3}})\s?[）)]|(?P<num_half>\d{{1,2}})[）)]|[（(]\s?(?P<num_roman>[ivx]{{1,5}})\s?[）)]
    | (?P<circled>[①-⑳❶-❿㈠-㈩⑴-⒇])
    | (?P<spoken>{_CN})(?:是(?![否非])|要(?![素点务闻]))(?=\S)|第(?P<ordinal>{_CN})(?:[,，：:]|、(?![一二三四五六七八九十]))
    | (?P<bullet>(?:[—–―─-]{{2}}|[●■◆▲•·○□◇▪★])|[*+-](?=\s))
    """,
    re.VERBOSE,
)
_FIRST = frozenset(
    "#ABCDEFGHIJKLMNVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ甲乙丙丁戊己庚辛壬癸壹贰叁肆伍陆柒捌玖拾参第（(〔【［一二三四五六七八九十百0123456789—–―─-●■◆▲•·○□◇▪★*+"
) | frozenset(chr(c) for a, b in ((0x2460, 0x249B), (0x2776, 0x277F), (0x3220, 0x3229)) for c in range(a, b + 1))
_DIGIT = {c: i for row in ("零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "零甲乙丙丁戊己庚辛壬癸") for i, c in enumerate(row)}
_DIGIT["参"] = 3
"""參, simplified: in Taiwan 參 numbers the third chapter."""


def read_label(line: str) -> Label | None:
    """Return the numbering `line` begins with; None when there is none. `line` has no spaces in front.

    >>> read_label("（二）坚持项目为王")
    Label(style='cn_paren', number=2, text='（二）', end=3)
    >>> read_label("1.5万户居民") is None
    True
    >>> read_label("3.2025年底前建成").text
    '3.'
    """
    return _read(line[:REACH]) if line and line[0] in _FIRST else None


REACH = 32
"""Numbering and the words that tell it from a number end within so many characters."""


@lru_cache(maxsize=4096)
def _read(line: str) -> Label | None:
    if line.startswith("**"):  # bold in Markdown
        inner = read_label(line[2:])
        return inner._replace(end=inner.end + 2) if inner is not None and inner.style != "bullet" else None
    match = _LABEL.match(line)
    if match is None:
        return None
    kind = match.lastgroup
    end = match.end()
    while end < len(line) and line[end] in " \t　\xa0":
        end += 1
    text = match[0].strip()
    if match["md"]:
        inner = read_label(line[end:])
        style: Style = f"md{len(match['md'])}"  # type: ignore[assignment]  # 1 to 6 by the pattern
        if inner is None or inner.style in ("bullet", "spoken"):
            return Label(style, 0, "", end)
        return Label(style, inner.number, inner.text, end + inner.end)
    if match["part"]:
        return Label(_PART_STYLE[match["unit"]], _number(match["part"]), text.rstrip("、：:，,.．"), end)
    if kind == "decimal":
        depth = len(re.split("[.．]", match["decimal"]))
        return Label("decimal2" if depth == 2 else "decimal3", _number(re.split("[.．]", match["decimal"])[-1]), text, end)
    if kind == "stopped":
        return Label("num", ord(text[0]) - ord("⒈") + 1, text, end)
    if kind == "circled":
        return Label("circled", _circled(match["circled"]), text, end)
    if kind == "bullet":
        return Label("bullet", 0, text, end)
    if kind == "roman":
        return Label("part", _roman(match["roman"]), text, end)
    if kind == "letter":
        return Label("letter", ord(text[0]) - ord("A") + 1, text, end)
    if kind == "num_roman":
        return Label("num_paren", _roman(match["num_roman"].upper()), text, end)
    assert kind is not None
    return Label(_STYLE[kind], _number(match[kind]), text, end)


_PART_STYLE: dict[str, Style] = {"编": "part", "篇": "part", "部分": "part", "章": "chapter", "节": "article"}
_STYLE: dict[str, Style] = {
    "formal": "part", "cn": "cn", "cn_paren": "cn_paren", "cn_half": "cn_paren", "num": "num", "num_paren": "num_paren",
    "num_half": "num_paren", "spoken": "spoken", "ordinal": "spoken",
}  # fmt: skip


def _number(text: str) -> int:
    """Return the value of a numeral below 1000 in either script."""
    if text.isdecimal():
        return int(text)
    value, digit = 0, 0
    for char in text:
        if char in _DIGIT:
            digit = _DIGIT[char]
        else:
            value += (digit or 1) * (10 if char in "十拾" else 100)
            digit = 0
    return value + digit


def _roman(text: str) -> int:
    if text > "Z":
        return ord(text) - ord("Ⅰ") + 1
    values = [{"I": 1, "V": 5, "X": 10}[char] for char in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _circled(char: str) -> int:
    for first, last in (("①", "⑳"), ("❶", "❿"), ("㈠", "㈩"), ("⑴", "⒇")):
        if first <= char <= last:
            return ord(char) - ord(first) + 1
    raise AssertionError(char)
