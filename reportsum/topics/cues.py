"""The words that lean to a field of policy, from `data/topics.tsv`, and where a text holds them: text → (topic's place, weight).

A topic is told by its place in the list of topics; the one behind the last is of fields that the list has not (`ELSEWHERE`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, compress, count
from operator import add
from typing import TypeAlias, get_args

from reportsum import lazy_re as re

from ..models import Topic
from ..tables import read_table

Score: TypeAlias = tuple[int, int]
"""A topic's place, and how much leans to it."""
Cue: TypeAlias = tuple[str, int, int]
"""A word, its topic's place, its weight."""
WHOLE = 6
"""The weight of a word that names a field by itself; a heading that says it in many words (就业, 社保, 民生) says no more."""
EVERYWHERE = frozenset({"economy"})
"""Fields that headings name over everything (国民经济保持良好发展势头): only an item's own words put it there."""
_OF_ANYTHING = frozenset({"projects"})
"""Fields whose words (项目, 投资, 开工) stand in sentences about any other: there they count little."""
_DONE_TO_ANYTHING = _OF_ANYTHING | {"reform"}
"""Fields whose words are no head nouns either: 教育改革 is schooling."""
NONE = "-"
"""Stands for the topic of words that tell no field, whatever is in them: 健康发展, 产业生态."""
ELSEWHERE = "elsewhere"
"""Stands for the topic of words that tell a field which the list of topics has not (外交, 国防): where it is the highest there is none."""
_SCAN = 80
_SCAN_LATIN = 240
"""So many code points of a statement are read; Latin letters say less than Han."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"(?P<letters>[a-z]+)[a-z&]*(?:\.?\d+)?")
HEAD_NOUN = 3
"""What the last word of a name weighs more: 农村公路 is a road, 财政性教育经费 schooling."""
KNOWN = 4096
"""Texts whose scores are remembered: metrics and headings come again and again."""
TOPICS: tuple[Topic, ...] = get_args(Topic)


def is_chinese(text: str) -> bool:
    """Return whether a text has a Chinese character."""
    return _HAN.search(text) is not None


def named(topic: int) -> Topic | None:
    """Return the topic at a place of the list; None for what lies beyond it."""
    return TOPICS[topic] if topic < len(TOPICS) else None


@cache
def of_anything() -> frozenset[int]:
    return frozenset(map(TOPICS.index, _OF_ANYTHING))


@cache
def done_to_anything() -> frozenset[int]:
    return frozenset(map(TOPICS.index, _DONE_TO_ANYTHING))


@cache
def everywhere() -> frozenset[int]:
    return frozenset(map(TOPICS.index, EVERYWHERE))


@lru_cache(maxsize=KNOWN)
def scores_of(text: str) -> tuple[Score, ...]:
    """Return (topic's place, weight of its cue words in `text`), the heaviest first; the longest word at a place counts."""
    found: dict[int, int] = {}
    for _, topic, weight in hits(text):
        if weight:
            found[topic] = found.get(topic, 0) + weight
    return tuple(sorted(found.items(), key=_heaviest_first))


def with_head(scores: Sequence[Score], head: int | None) -> tuple[Score, ...]:
    """Return a name's scores, that of its head noun's field higher."""
    return tuple(sorted(((topic, score + HEAD_NOUN * (topic == head)) for topic, score in scores), key=_heaviest_first))


def _heaviest_first(score: Score) -> Score:
    return -score[1], score[0]


def hits(text: str) -> list[Cue]:
    """Return the cue words in a text, in its order."""
    return _hits_han(text) if is_chinese(text) else list(_hits_latin(text.lower()))


def _hits_han(text: str) -> list[Cue]:
    """Return the cue words in a text without spaces, in its order: (word, topic's place, weight)."""
    cues = _cues()
    found: list[Cue] = []
    free = 0
    for at in compress(count(), map(cues.__contains__, map(add, text[: _SCAN - 1], text[1:_SCAN]))):
        if at >= free:
            for cue in cues[text[at : at + 2]]:
                if text.startswith(cue[0], at):
                    found.append(cue)
                    free = at + len(cue[0])
                    break
    return found


def _hits_latin(text: str) -> Iterator[Cue]:
    """Yield the cue words in a text of Latin letters: whole words only, support is no port."""
    cues = _latin_cues()
    free = 0
    for found in _LATIN_WORD.finditer(text):
        at = found.start()
        if at >= _SCAN_LATIN:
            return
        known = cues.get(found["letters"])
        if known is None or at < free or (at and (text[at - 1].isalnum() or text[at - 1] in "-’'")):  # lower-income tells no income
            continue
        for word, topic, weight in known:
            end = at + len(word)
            if text.startswith(word, at) and not text[end : end + 1].isalnum():
                if not (word in _OF_A_FIELD and free and at == free + 1):
                    yield word, topic, weight
                free = end
                break


_OF_A_FIELD = frozenset({"industry", "industries", "firms", "businesses", "enterprises", "projects", "project"})
"""Words that are of the field that the word right before them names: retail industry, construction firms."""


@cache
def _latin_cues() -> dict[str, list[Cue]]:
    """Return the cue words of Latin letters by the letters they begin with, longest first."""
    cues: dict[str, list[Cue]] = {}
    for cue in chain.from_iterable(_cues().values()):
        if cue[0][0].isascii() and (begins := _LATIN_WORD.match(cue[0])) is not None:
            cues.setdefault(begins["letters"], []).append(cue)
    for words in cues.values():
        words.sort(key=_longest_first)
    return cues


def _longest_first(cue: Cue) -> int:
    return -len(cue[0])


@cache
def _cues() -> dict[str, list[Cue]]:
    """Return the cue words by their first two characters, longest first: (word, topic's place, weight)."""
    known: dict[str, int] = {}
    cues: dict[str, list[Cue]] = {}
    places = {name: place for place, name in enumerate((*TOPICS, ELSEWHERE))} | {NONE: 0}
    for row in read_table("topics.tsv", ("topic", "weight", "words")):
        if row["topic"] not in places:
            raise row.wrong(f'"{row["topic"]}" is no topic. Use one of {", ".join(TOPICS)}.')
        if not row["weight"].isdigit():
            raise row.wrong(f'the weight "{row["weight"]}" is no whole number.')
        if (row["weight"] == "0") != (row["topic"] == NONE):
            raise row.wrong(f'weight 0 and the topic "{NONE}" go together.')
        topic, weight = places[row["topic"]], int(row["weight"])
        for cue in row["words"].split():
            word = cue.replace("_", " ")
            if len(word) < 2:
                raise row.wrong(f'"{word}" is too short: cue words have two characters or more.')
            if word in known:
                raise row.wrong(f'"{word}" already stands in row {known[word]}. Keep one of the two.')
            known[word] = row.number
            cues.setdefault(word[:2], []).append((word, topic, weight))
    for words in cues.values():
        words.sort(key=_longest_first)
    return cues
