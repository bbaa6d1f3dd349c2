"""Numbers that a model writes itself: refused, but for numerals inside names and words that its facts have.

四川, 三峡, 一流, 十四五时期, 三大行动, 5G网络 and 队伍 say no amount where the facts, place or title say them too; 四亿, 四成,
四个 and 第四 always do. A name may stand behind other words than in its source, so what counts is how it begins and goes on.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from reportsum import lazy_re as re

from ...figures.units import unit_initials
from ...places import is_place
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
_SORTED = frozenset("级强届号期")
"""Behind a numeral, these may belong to a name: 一号创新工程, 百强县."""
LONGEST_PLACE = 8
"""Characters of the name of a place that begins with a numeral and a classifier: 三台县, 五台县, 七台河市."""


def written_number(bare: str, words: str) -> str | None:
    """Return why a sentence (its placeholders one private character) states an amount by itself; None where it does not."""
    left = without(bare, class_words("plain"))
    for position, character in enumerate(left):
        if unicodedata.numeric(character, None) is not None and not _is_named(left, position, 1, words):
            return f"it writes the number {character!r} itself"
    for word in class_words("number"):
        for match in occurrences(word, left):
            if not _is_named(left, match.start(), len(word), words):
                return f"it says an amount in words ({word})"
    return None


def _is_named(text: str, start: int, length: int, words: str) -> bool:
    """Return whether the source has these characters between the same neighbours (5G网络), or in a name or word that they belong to."""
    first, last = max(0, start - 1), min(len(text), start + length + 1)
    around = text[first:last]
    if last - first > length + 1 and "\ue000" not in around and around in words:
        return True
    run = next((run for run in _RUN.finditer(text) if run.start() <= start and start + length <= run.end()), None)
    if run is None:
        return False
    return _begins_name(text, run, words) or (run[0] in _ALSO_WORDS and HAN.match(around) is not None and around[:2] in words)


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
    if any(is_place(name[:end]) and name[:end] in source for end in range(len(run[0]) + 1, LONGEST_PLACE + 1)):
        return True
    if behind[0] in _COUNTED:
        return False
    alike = 2 if behind[0] in _SORTED else 3 if behind[0] in _classifiers() else 1
    return len(following[0]) >= alike and re.search(rf"(?<![{_NUMERALS}\d]){name[: len(run[0]) + alike]}", source) is not None


@cache
def _classifiers() -> frozenset[str]:
    return frozenset(unit_initials())
