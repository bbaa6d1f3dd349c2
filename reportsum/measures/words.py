"""The words around a metric, from `data/metric_words.tsv`, as sets and compiled patterns.

Each pattern is one alternation of literal words, longest first, so that matching is a single anchored pass and never backtracks
over the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..tables import read_table

CLASSES = ("lead", "place", "tail", "rank", "act", "relative", "measure", "predicate", "head", "unfit", "compound")

_MONTH = r"\d{1,2}(?:[-—–－~～至到、]\d{1,2})?月(?:份|底|末|中旬|上旬|下旬)?(?:\d{1,2}[日号])?"
_YEAR = r"(?:\d{4}|\d{2}|[12一二][\d〇○零一二三四五六七八九]{3})(?:[-—–－~～至到]\d{4})?年(?:度|末|底|初|来|内|间|中)?"
# A time at the start of a phrase: it says when, never what.
_TIME = (
    r"(?:到|至|截至|截止|截止到|自|从|在)?(?:"
    + _YEAR
    + r"|[今去上明本当前]年(?:度|末|底|初|来|内)?|全年|年[内初末底中]|[上下]半年|[前后头]?[一二三四1-4]个?季度|第[一二三四]季度"
    r"|(?:前|连续)[一二三四五六七八九十\d]+个?(?:月|季度|年)|"
    + _MONTH
    + r"|[“\"]?十[一二三四]五[”\"]?(?:时期|期间|末|以来)?|[当上本]月|月末|期末|近年|(?:[近过去这]+|未来)[一二两三四五六七八九十几\d]+年(?:来|间)?)"
    r"(?:以来|期间|[来末底初中内起前间])?"
)
_PUNCTUATION = r"[\s,，、;；:：。!！?？—\-－·…①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳]"


@dataclass(frozen=True, slots=True)
class Words:
    """The table, ready for use."""

    lead: re.Pattern[str]
    """What may be dropped at the start of a phrase, anchored."""
    tail: re.Pattern[str]
    """What may be dropped at the end of a phrase, anchored; it reads the phrase backwards."""
    rank_tail: re.Pattern[str]
    """The same for a phrase before a rank: 全省, 位居, 排名 go too. Backwards."""
    act: re.Pattern[str]
    """Verbs of doing at the start of a phrase, anchored."""
    act_end: re.Pattern[str]
    """A verb of doing at the end of a phrase. Backwards."""
    relative: frozenset[str]
    measure: re.Pattern[str]
    """A quantity's name at the end of a phrase. Backwards."""
    head: re.Pattern[str]
    """A noun at the end of a phrase that a list of attributes may share. Backwards."""
    places: frozenset[str]
    """全市, 全省 …: no name by themselves."""
    predicate: re.Pattern[str]
    """Where something is said of the things counted."""
    unfit: tuple[str, ...]
    compound: re.Pattern[str]
    """Names of industries that hold a 和 or 、 of their own."""


def alternation(words: Iterable[str], *, backwards: bool = False) -> str:
    """Return a pattern that matches any of `words`, longest first; `backwards`: the words are turned round."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word[::-1] if backwards else word) for word in ordered)


@cache
def words() -> Words:
    """Return the words of `metric_words.tsv`. Raises TableError when a row names an unknown class or a word stands twice."""
    by_class: dict[str, dict[str, str]] = {name: {} for name in CLASSES}
    for row in read_table("metric_words.tsv", ("class", "words", "unless", "note")):
        if row["class"] not in by_class:
            raise row.wrong(f'"{row["class"]}" is no class. Use one of {", ".join(CLASSES)}.')
        for word in row["words"].split():
            if word in by_class[row["class"]]:
                raise row.wrong(f'"{word}" stands twice in its class. Keep one of the two.')
            by_class[row["class"]][word] = row["unless"]
    lead = "|".join(
        re.escape(word) + (f"(?!{alternation(unless.split())})" if unless else "")
        for word, unless in sorted(by_class["lead"].items(), key=lambda item: (-len(item[0]), item[0]))
    )
    tail = "|".join(
        re.escape(word[::-1]) + (f"(?!{alternation(unless.split(), backwards=True)})" if unless else "")
        for word, unless in sorted({**by_class["tail"]}.items(), key=lambda item: (-len(item[0]), item[0]))
    )
    rank = alternation(by_class["rank"], backwards=True)
    place = alternation(by_class["place"])
    act = "|".join(
        re.escape(word) + (f"(?!{alternation(unless.split())})" if unless else "")
        for word, unless in sorted(by_class["act"].items(), key=lambda item: (-len(item[0]), item[0]))
    )
    return Words(
        lead=re.compile(rf"(?:{_PUNCTUATION}|[”’」』》)）]|{_TIME}|(?:{place})(?=[^,，]{{2}})|{lead})+"),
        tail=re.compile(rf"(?:{_PUNCTUATION}|[“‘「『《(（]|{tail})+"),
        rank_tail=re.compile(rf"(?:{_PUNCTUATION}|[“‘「『《(（]|{rank}|{tail})+"),
        act=re.compile(rf"(?:(?:{act})[了并和、]?)+"),
        act_end=re.compile(alternation(by_class["act"], backwards=True)),
        relative=frozenset(by_class["relative"]),
        measure=re.compile(alternation(by_class["measure"], backwards=True)),
        head=re.compile(alternation([*by_class["measure"], *by_class["head"]], backwards=True)),
        places=frozenset((*by_class["place"], *by_class["rank"])),
        predicate=re.compile(alternation(by_class["predicate"])),
        unfit=tuple(by_class["unfit"]),
        compound=re.compile(alternation(by_class["compound"])),
    )
