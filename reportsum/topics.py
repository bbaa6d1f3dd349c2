"""Which field of policy an item belongs to: metric, statement and headings → topic.

Cue words with weights stand in `data/topics.tsv`. The metric says it best, the nearest heading next; the statement, which may speak
of several things, and the upper headings only help.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import cast, get_args

from .models import Topic
from .tables import read_table

IN_METRIC = 4
IN_NEAREST_HEADING = 2
IN_STATEMENT = 1
IN_UPPER_HEADING = 1
"""How much a word counts, by where it stands; its own weight is multiplied by this."""
SURE = 24
"""A lead in the metric that nothing else may overturn: a word of full weight there settles the topic."""
_SCAN = 120
"""So many code points of a statement are read."""
_KNOWN = 4096
"""Texts whose scores are remembered: metrics and headings come again and again."""
OTHERWISE: Topic = "economy"
"""The topic of an item in which no word of the table stands."""

_TOPICS: tuple[Topic, ...] = get_args(Topic)


def topic_of(metric: str, statement: str, headings: Sequence[str]) -> Topic:
    """Return the field of policy an item belongs to.

    `headings` run from the top section down to the one the item stands in. Without any cue the topic is "economy".

    >>> topic_of("城镇登记失业率", "城镇登记失业率控制在4%以内。", ("稳岗增收统筹推进",))
    'employment_income'
    """
    in_metric = _scores(metric)
    best = max(in_metric, default=0)
    if best * IN_METRIC >= SURE and in_metric.count(best) == 1 and sorted(in_metric)[-2] * 2 <= best:
        return _TOPICS[in_metric.index(best)]
    total = [score * IN_METRIC for score in in_metric]
    _add(total, _scan(statement[:_SCAN]), IN_STATEMENT)
    for place, heading in enumerate(reversed(headings)):
        _add(total, _scores(heading), IN_UPPER_HEADING if place else IN_NEAREST_HEADING)
    highest = max(total)
    return _TOPICS[total.index(highest)] if highest else OTHERWISE


def _add(total: list[int], scores: Sequence[int], factor: int) -> None:
    for topic, score in enumerate(scores):
        if score:
            total[topic] += score * factor


@lru_cache(maxsize=_KNOWN)
def _scores(text: str) -> tuple[int, ...]:
    return tuple(_scan(text[:_SCAN]))


def _scan(text: str) -> list[int]:
    """Return the weight of the cue words in `text` for each topic; each word counts once, the longest at a place."""
    cues = _cues()
    scores = [0] * len(_TOPICS)
    at, last = 0, len(text) - 1
    seen: set[str] = set()
    while at < last:
        longest = 1
        for word, topic, weight in cues.get(text[at : at + 2], ()):
            if text.startswith(word, at):
                longest = len(word)
                if word not in seen:
                    seen.add(word)
                    scores[topic] += weight
                break
        at += longest
    return scores


@cache
def _cues() -> dict[str, list[tuple[str, int, int]]]:
    """Return the cue words by their first two characters, longest first: (word, topic's place, weight)."""
    known: dict[str, int] = {}
    cues: dict[str, list[tuple[str, int, int]]] = {}
    for row in read_table("topics.tsv", ("topic", "weight", "words")):
        if row["topic"] not in _TOPICS:
            raise row.wrong(f'"{row["topic"]}" is no topic. Use one of {", ".join(_TOPICS)}.')
        if not row["weight"].isdigit():
            raise row.wrong(f'the weight "{row["weight"]}" is no whole number.')
        for word in row["words"].split():
            if len(word) < 2:
                raise row.wrong(f'"{word}" is too short: cue words have two characters or more.')
            if word in known:
                raise row.wrong(f'"{word}" already stands in row {known[word]}. Keep one of the two.')
            known[word] = row.number
            cues.setdefault(word[:2], []).append((word, _TOPICS.index(cast(Topic, row["topic"])), int(row["weight"])))
    for words in cues.values():
        words.sort(key=lambda cue: -len(cue[0]))
    return cues
