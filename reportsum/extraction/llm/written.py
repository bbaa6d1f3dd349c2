"""Numbers that a model writes itself: refused, but for numerals inside names and words that its facts have.

四川, 三峡, 一流, 十四五时期, 三大行动, 5G网络 and 队伍 say no amount where the facts, place or title say them too; 四亿, 四成,
四个 and 第四 do, unless the source counts the very same thing. A name may stand behind other words than in its source, so what counts is
how it begins and goes on: 三大行动 allows no 三大任务, "the third quarter" no "third of jobs".
"""

from __future__ import annotations

import unicodedata
from functools import cache

from reportsum import lazy_re as re

from ...figures.units import unit_initials
from ...places import place_at_start
from ...tables import read_table
from .wording import HAN, class_words, occurrences, without

_NUMERALS = "〇零一二两三四五六七八九十百千万亿兆半壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅卌仨俩什参"
_RUN = re.compile(f"[{_NUMERALS}]+")
_PLAN_YEARS = re.compile("[一二三四五六七八九]?十[一二三四五六七八九]?五")
"""The name of a five-year plan, where words for it or its time stand behind it: 十四五."""
_OF_A_PLAN = re.compile("规划|计划|时期|期间|开局|末|以来|收官")
_ALSO_WORDS = frozenset("陆伍什参拾")
"""Numerals of cheques, which end common words: 内陆, 队伍."""
_QUOTES = str.maketrans("", "", "“”‘’「」『』\"'")
_RANKING = ("第", "前", "列", "居")
_COUNTED = frozenset("年月日天周时分秒成折倍元角点个位名次岁℃余多来几数")
"""Behind a numeral, these say an amount, a rank or a time, whatever goes on behind them."""
_SORTED = frozenset("级强届号期省县区州镇乡村企校")
"""Behind a numeral, these may belong to a name: 一号创新工程, 百强县, 三区三州."""
_DIGITS_OR_ONE = re.compile(r"\d+(?:\.\d+)*|\S")
"""A number in digits, else one character."""
_CALLED = re.compile(r"([A-Z][A-Za-z]*)[ -]?$")
"""Before a number that belongs to a name: Phase |Two, COVID-|19, G|20; In |2030 is none."""
_NEXT_WORD = re.compile(r" [A-Za-z]+")
_CLASSIFIED = re.compile(r"[\u4e00-\u9fff]{1,2}")
"""A classifier, with the beginning of what it counts: 三|大行动."""


def written_number(bare: str, words: str) -> str | None:
    """Return why a sentence (its placeholders one private character) states an amount by itself; None where it does not."""
    left = without(bare, class_words("plain"))
    for written in _DIGITS_OR_ONE.finditer(left):
        if unicodedata.numeric(written[0][0], None) is not None and not _is_named(left, written.start(), written.end(), words):
            return f"it writes the number {written[0]!r} itself"
    for word in class_words("number"):
        for match in occurrences(word, left):
            if not _is_named(left, match.start(), match.end(), words):
                return f"it says an amount in words ({word})"
    return None


def _is_named(text: str, start: int, end: int, words: str) -> bool:
    """Return whether the source has these characters between the same neighbours (5G网络), or in a name or word that they belong to."""
    if start > 0 and end < len(text):
        around = text[start - 1 : _goes_on(text, end)]
        if "\ue000" not in around and around in words:
            return True
    called = _CALLED.search(text[:start])
    if (
        called is not None
        and not text[start:end].islower()
        and called[1].lower() not in _openers()
        and re.search(rf"(?<![A-Za-z]){called[0]}{re.escape(text[start:end])}(?![0-9A-Za-z])", words) is not None
    ):
        return True
    run = next((run for run in _RUN.finditer(text) if run.start() <= start and end <= run.end()), None)
    if run is None:
        return False
    word = text[max(0, start - 1) :][:2]
    return _begins_name(text, run, words) or (run[0] in _ALSO_WORDS and HAN.match(word) is not None and word in words)


def _goes_on(text: str, end: int) -> int:
    """Return up to where the source must go on alike behind a numeral: a character, the word behind a space, what a classifier counts."""
    following = (_CLASSIFIED if text[end] in _COUNTED | _classifiers() else _NEXT_WORD).match(text, end)
    return following.end() if following is not None else end + 1


def _begins_name(text: str, run: re.Match[str], words: str) -> bool:
    """Return whether a run of numerals begins a name of the source, and goes on as it does there."""
    ahead = text[: run.start()].translate(_QUOTES)
    if ahead.endswith(_RANKING):
        return False
    source = words.translate(_QUOTES)
    name = text[run.start() :].translate(_QUOTES)
    behind = name[len(run[0]) :]
    following = HAN.match(behind)
    if following is None:
        return False
    if _PLAN_YEARS.fullmatch(run[0]) and _OF_A_PLAN.match(behind):
        return re.search(rf"(?<![{_NUMERALS}]){run[0]}(?:{_OF_A_PLAN.pattern})|[“「]{run[0]}[”」]", words) is not None
    place = place_at_start(name, in_short=False)  # 三台县, but 三台 may be three of something
    if place and place in source:
        return True
    if behind[0] in _COUNTED:
        return False
    alike = 2 if behind[0] in _SORTED else 3 if behind[0] in _classifiers() else 1
    return len(following[0]) >= alike and re.search(rf"(?<![{_NUMERALS}\d]){name[: len(run[0]) + alike]}", source) is not None


@cache
def _openers() -> frozenset[str]:
    """Return the words that English sentences open with, which call nothing by its name."""
    rows = read_table("en/common_names.tsv", ("kind", "words"))
    return frozenset(word for row in rows if row["kind"] == "opener" for word in row["words"].split("|"))


@cache
def _classifiers() -> frozenset[str]:
    return frozenset(unit_initials())
