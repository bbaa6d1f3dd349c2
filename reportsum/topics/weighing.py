"""Which field of policy an item belongs to: metric, statement and headings → topic.

Cue words with weights stand in `data/topics.tsv`. The metric says it best, its head noun before what stands inside it; then come the part
of the sentence that it is taken from, the whole statement and the nearest heading; the upper headings only help.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reportsum import lazy_re as re

from .. import indicators
from ..models import Topic
from . import chinese, english
from .cues import EVERYWHERE, KNOWN, TOPICS, WHOLE, Score, everywhere, hits, is_chinese, named, of_anything, scores_of

IN_METRIC = 4
IN_NEAREST_HEADING = 2
IN_STATEMENT = 2
IN_UPPER_HEADING = 1
"""How much a word counts, by where it stands; its own weight is multiplied by this."""
SURE = 24
"""A lead in the metric that nothing else may overturn: a word of full weight there settles the topic."""
ENOUGH = 3
"""A sum below this, one faint word in a statement, decides nothing."""
HEADED = 10
"""The same for the nearest heading."""
HEADS = 4
"""A heading that alone says the field of what stands under it has words of this weight: 统筹发展和安全 stands over everything."""
_ONE_WORD = re.compile(r"(?:The |Our )?[A-Z][a-z]+")
"""An English heading of one word means what it says, in whatever sense sentences use the word (The Environment)."""
IN_OWN_PART = 2
"""How much more a word of full weight counts in the part of the sentence that the name comes from."""


def topic_of(metric: str, statement: str, headings: Sequence[str]) -> Topic | None:
    """Return the field of policy an item belongs to.

    `headings` run from the top section down to the one the item stands in. None without any cue.

    >>> topic_of("城镇登记失业率", "城镇登记失业率控制在4%以内。", ("稳岗增收统筹推进",))
    'employment_income'
    """
    in_metric = _scores_of_name(_numerator(_without_fields(metric) if " in " in metric or "类项目" in metric else metric))
    if in_metric:
        topic, score = in_metric[0]
        if score * IN_METRIC >= SURE and (len(in_metric) == 1 or score >= 2 * in_metric[1][1]):
            return named(topic)
        nearest = scores_of(headings[-1]) if headings else ()
        if nearest and nearest[0][0] == topic and (len(in_metric) == 1 or score > in_metric[1][1]):
            return named(topic)  # metric and heading agree: no need to read the statement
    total = [0] * (len(TOPICS) + 1)
    _add(total, in_metric, IN_METRIC)
    said = scores_of(_without_fields(statement))
    for topic, score in said:
        total[topic] += score * (1 if topic in of_anything() else IN_STATEMENT)
    for topic, score in () if is_chinese(statement) else english.scores_beside(statement):
        total[topic] -= (IN_STATEMENT * score - min(score, WHOLE)) * (topic not in of_anything())
    part = _without_fields(_own_part(metric, statement))
    for _, topic, weight in hits(part):
        if weight >= WHOLE and topic not in of_anything():
            total[topic] += weight * IN_OWN_PART
    heads = HEADS if is_chinese(statement or metric) and not (in_metric or said) else 0
    for place, heading in enumerate(reversed(headings)):
        most = WHOLE if place else HEADED
        least = HEADS if _ONE_WORD.fullmatch(heading) is not None else 0
        over = [
            (topic, max(least, min(score, most))) for topic, score in scores_of(heading) if score >= heads and topic not in everywhere()
        ]
        _add(total, over, IN_UPPER_HEADING if place else IN_NEAREST_HEADING)
    highest = max(total)
    if highest < ENOUGH or _is_elsewhere(in_metric, said):
        return None
    own = next((topic for topic, _ in (*in_metric, *said) if total[topic] == highest), None)  # of two the one that its own words name
    return named(total.index(highest) if own is None else own)


def _is_elsewhere(in_metric: Sequence[Score], said: Sequence[Score]) -> bool:
    """Return whether an item's own words name a field that the list has not, and no other: no heading says otherwise."""
    return not in_metric and len(said) == 1 and said[0][0] == len(TOPICS) and said[0][1] >= WHOLE


def _without_fields(text: str) -> str:
    return chinese.without_fields(text) if is_chinese(text) else english.without_fields(text)


def _own_part(metric: str, statement: str) -> str:
    return chinese.own_part(metric, statement) if is_chinese(statement) else english.own_part(metric, statement)


def _numerator(metric: str) -> str:
    return chinese.numerator(metric) if is_chinese(metric) else english.numerator(metric)


@lru_cache(maxsize=KNOWN)
def _scores_of_name(name: str) -> tuple[Score, ...]:
    return chinese.scores_of_name(name) if is_chinese(name) else english.scores_of_name(name)


def field_of_indicator(indicator_id: str, metric: str) -> Topic | None:
    """Return the field of policy that an indicator belongs to, by its official name, where it is called by `metric`.

    None for companies' indicators, where no word of the official name tells a field, and where that is the economy at large and `metric`
    says which part of it. None for a count of people: what is told of so many is told of them.

    >>> field_of_indicator("deficit_ratio", "deficit as a percentage of GDP"), field_of_indicator("engel", "Engel coefficient")
    ('fiscal', None)
    """
    if indicator_id in _OF_PEOPLE or indicators.is_of_companies(indicator_id):
        return None
    field = topic_of(indicators.get(indicator_id).name, "", ())
    return None if field in EVERYWHERE and topic_of(metric, "", ()) not in (None, field) else field


_OF_PEOPLE = frozenset({"population", "registered_population"})


def plain_field(text: str) -> Topic | None:
    """Return the field that a sentence names by a word of full weight, where it leans to no other.

    >>> plain_field("Ferries and buses are crowded."), plain_field("Schools need better roads.")
    ('transport', None)
    """
    scores = scores_of(text)
    plain = scores and scores[0][1] >= WHOLE and scores[0][0] not in of_anything() | everywhere()
    return named(scores[0][0]) if plain and all(2 * score <= scores[0][1] for _, score in scores[1:]) else None


def names_a_field(text: str) -> bool:
    """Return whether a word of a text leans to a field at all.

    >>> names_a_field("The new railway will cost $5 million."), names_a_field("This will cost $5 million.")
    (True, False)
    """
    return any(score for _, score in scores_of(text))


def _add(total: list[int], scores: Sequence[Score], factor: int) -> None:
    for topic, score in scores:
        total[topic] += score * factor
