"""Where figures stand in their sentence: a clause's words → the place of each figure, and the noun phrase that ends before it.

What stands in brackets is a part of its own; the words of a bound (more than) and what opens a quantity (a total of) belong to the figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportsum import lazy_re as re

from ...annotating import Clause
from ...figures.figure import FoundFigure
from .bounds import bound_before
from .phrases import Range, Sentence
from .words import Word, class_of, cut_words


class Place(NamedTuple):
    """A figure in its sentence."""

    number: int
    figure: FoundFigure
    sentence: Sentence
    at: int
    """Its place among the words."""
    left: int
    """Where the words end that stand before it and the words of its bound."""


def places_of(text: str, clause: Clause, figures: Sequence[FoundFigure]) -> list[Place]:
    """Return the clause's figures, in text order, each in its part of the sentence: what stands in brackets is a part of its own."""
    words = cut_words(text, clause.start, clause.end, [(number, figures[number]) for number in clause.figures])
    places: dict[int, Place] = {}
    for part in parts_of(words):
        sentence = Sentence(text, part)
        for at, word in enumerate(part):
            if word.figure is not None:
                places[word.figure] = Place(word.figure, figures[word.figure], sentence, at, _left_of(text, part, at))
    return [places[number] for number in clause.figures]


_MOST_IN_PART = 240
"""Words. What is longer is no sentence that anybody wrote; it is read piece by piece, so that the time stays linear."""


def parts_of(words: Sequence[Word]) -> list[list[Word]]:
    """Return the sentence without what stands in brackets, and what stands in each pair of them; the sentence's beginning first."""
    parts: list[list[Word]] = [[]]
    open_: list[list[Word]] = []
    for word in words:
        if word.tag == "open":
            open_.append([])
            parts.append(open_[-1])
        elif word.tag == "close":
            if open_:
                open_.pop()
        else:
            (open_[-1] if open_ else parts[0]).append(word)
    return [part[at : at + _MOST_IN_PART] for part in parts for at in range(0, max(1, len(part)), _MOST_IN_PART)]


def _left_of(text: str, part: Sequence[Word], at: int) -> int:
    """Return how many words stand before a figure, without those of its bound (more than) and what opens a quantity (a total of)."""
    start = part[at].start
    begin = part[at - 1].end if at and part[at - 1].tag == "figure" else part[0].start
    before = text[begin:start]
    bound = begin + bound_before(before)[1]
    left = at
    if any(word.lower in _NOUNS_OF_BOUNDS for word in part[:at] if word.start >= bound):
        return at
    while left and part[left - 1].start >= bound and part[left - 1].tag not in ("figure", "stop", "comma"):
        if _BOUND_VERB.match(part[left - 1].lower):
            break
        left -= 1
    return without_opening(part, left)


def without_opening(part: Sequence[Word], left: int) -> int:
    while left:
        word = part[left - 1]
        if (
            word.text[0].isdigit()
            or word.tag in ("verb", "ed", "ing")
            or not (word.tag == "adverb" or word.lower in class_of("opening") or word.lower in _WHOSE)
        ):
            break
        left -= 1
    return left


_BOUND_VERB = re.compile(r"(?:exceed|surpass|topp?|pass|approach|reach)(?:s|es|ed|ing)?$")


_NOUNS_OF_BOUNDS = frozenset({"ceiling", "cap", "limit"})
"""A bound that is a name as well: subject to a ceiling of $900."""


_WHOSE = frozenset({"the", "its", "our", "their", "a", "an"})


def of_what(place: Place) -> str | None:
    left = place.left
    if left and place.sentence.words[left - 1].lower == "of":
        found = phrase_before(place.sentence, left - 1)
        return place.sentence.name(found)
    return None


def phrase_before(sentence: Sentence, end: int) -> Range | None:
    """Return the noun phrase that ends at a place, back to the verb, mark or preposition that governs it."""
    found = sentence.before(end, inner=True)
    if found is None:
        return None
    first = found.first
    if sentence.words[first].tag == "ing" and first and sentence.words[first - 1].tag == "comma":
        first += 1  # , reflecting|impairment charges of
    for at in range(first, end):
        word = sentence.words[at]
        if (word.tag == "preposition" and word.lower in _GOVERNS and at > first) or word.lower == "than":
            first = at + 1
        if word.tag == "figure":
            first = at + 1  # a total of 226 payments|worth $6m
        if word.tag == "determiner" and at > first and sentence.words[at - 1].tag == "noun":
            first = at  # granting each keeper|a subsidy
    if first and sentence.words[first - 1].tag == "preposition" and (time := sentence.time_from(first - 1)) is not None and time < end:
        first = time + (sentence.words[time].tag == "preposition")  # is committed in FY98 for|dredging of
    return Range(first, end) if first < end else None


_GOVERNS = frozenset("with by to at from despite including than over above below beyond through under via after during into within".split())  # noqa: SIM905
"""Prepositions that a figure's own noun stands behind: closed the year with a headcount of 3 412."""


def is_money(figure: FoundFigure) -> bool:
    return figure.unit_code is not None and len(figure.unit_code) == 3 and figure.unit_code.isupper()
