"""The trouble that a risk names: overcapacity, shortage of berths, weaknesses in the global economy."""

from __future__ import annotations

from reportsum import lazy_re as re

from .accepting import subject_of
from .phrases import Sentence
from .places import parts_of, without_opening
from .words import class_of, cut_words

_NUMBERED = re.compile(r"^\d{1,3}\.\s?(?=[A-Z])")
"""The number of a paragraph before its first word."""


def name_of_risk(text: str) -> str | None:
    """Return the trouble that a clause names, with what it is of; None where no noun names it."""
    flat = _NUMBERED.sub("", " ".join(text.split()))
    sentence = Sentence(flat, parts_of(cut_words(flat, 0, len(flat), ()))[0])
    if " by " in flat and (hit := _hit(sentence)) is not None:
        return hit
    words = sentence.words
    cause: str | None = None  # what brought the trouble about stands in for it: due to a decline in trade
    for at, word in enumerate(words):
        if word.lower not in class_of("trouble") or word.tag != "noun":
            continue
        first = at
        while first and words[first - 1].tag == "noun" and words[first - 1].lower not in _FACES and at - first < 4:
            first -= 1
        if first and words[first - 1].lower in ("see", "sees", "saw", "seen", "seeing") and word.lower in ("fall", "drop", "decline"):
            continue  # see investment|fall: a verb
        paired = first > 1 and words[first - 1].lower in ("and", "or") and words[first - 2].tag == "noun"
        if paired and (words[first - 2].lower in _HARMS or (first < at and sentence.is_attribute_pair(first - 1))):
            first -= 2  # damage and|loss of property, health and|safety risks
        governing = sentence.group_ending(without_opening(words, first))
        if (word.lower.startswith(("problem", "challenge", "difficult")) and governing is not None and governing.verb is None) or (
            governing is not None and governing.verb is not None and governing.verb.base in ("remain", "become", "constitute")
        ):
            # overcapacity is|a serious problem: what it is said of is the trouble
            subject = subject_of(sentence, governing)
            if subject is not None:
                return subject
        if governing is None and (back := _recovered(sentence, first)) is not None:
            return back
        if any(words[place].lower in _CAUSES for place in range(max(0, first - 4), first)) and not cause:
            cause = sentence.name(sentence.behind(first, prepositions=_OF_TROUBLE))
            continue
        found = sentence.behind(first, prepositions=_OF_TROUBLE)
        name = sentence.name(found)
        told = found is not None and (found.end > at + 1 or any(words[place].lower not in _LIKELY for place in range(first, at)))
        if name is not None and (told or word.lower not in class_of("vague_trouble")):
            return name
    return cause


def _hit(sentence: Sentence) -> str | None:
    """Return what trouble befell, which its sentence is about: trade|was beset by a relapse into recession."""
    for group in sentence.groups:
        hit = group.passive and group.finite and group.verb is not None and group.verb.base in _BEFALLS
        at = group.end
        while at < len(sentence.words) and sentence.words[at].tag == "adverb":
            at += 1
        found = sentence.before(group.first) if hit and at < len(sentence.words) and sentence.words[at].lower == "by" else None
        second = (
            found is not None and found.first > 0 and sentence.words[without_opening(sentence.words, found.first) - 1].tag == "conjunction"
        )
        if found is not None and not second and not any(w.lower in class_of("trouble") for w in sentence.words[: found.first]):
            return subject_of(sentence, group)
    return None


def _recovered(sentence: Sentence, first: int) -> str | None:
    """Return what has come out of a trouble: our trade has rebounded from|its worst slump."""
    opens = without_opening(sentence.words, first)
    if opens < 2 or sentence.words[opens - 1].lower != "from":
        return None
    group = sentence.group_ending(opens - 1)
    return subject_of(sentence, group) if group is not None and group.verb is not None and group.verb.base in _COMES_BACK else None


_COMES_BACK = frozenset("rebound recover emerge bounce".split())  # noqa: SIM905
_BEFALLS = frozenset("beset hit affect batter plague hamper dampen hurt disrupt hinder constrain depress undermine strike weaken".split())  # noqa: SIM905
_LIKELY = frozenset("potential possible strong new further more major many serious severe significant additional various future".split())  # noqa: SIM905
"""What says of a risk that it may come or is large, and not which it is."""
_HARMS = frozenset({"damage", "loss", "losses", "deaths", "injuries", "delays", "shortages", "waste", "fraud"})
_FACES = frozenset({"face", "faces", "pose", "poses", "experience"})
"""Verbs that look like nouns before the trouble that somebody has: some regions still face|heavy pressure."""
_CAUSES = frozenset({"due", "owing", "despite", "because", "given", "amid"})


_OF_TROUBLE = frozenset("of in to from for with on between among over".split())  # noqa: SIM905
