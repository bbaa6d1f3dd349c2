"""What a share, a change or a multiple is of that stands behind it: 70% of|households, a 5% rise in|prices, doubling|the ceiling."""

from __future__ import annotations

from reportsum import lazy_re as re

from .accepting import accepted_name, is_agent, only_bare
from .deeds import with_deed, with_fate
from .places import Place
from .words import class_of


def changed_behind(place: Place) -> str | None:
    """Return what a change is of that is told behind its figure: a reduction of|50% in emissions."""
    words, at = place.sentence.words, place.at + 1
    if at + 2 < len(words) and words[at].lower in ("per", "a") and words[at + 1].lower in class_of("time"):
        at += 2  # an increase of $4 per month|in bills
    if place.figure.role not in ("change", "level", "change_pp", "count") or at + 1 >= len(words) or words[at].lower not in ("in", "of"):
        return None
    if place.sentence.time_from(at) is not None:
        return None
    found = place.sentence.behind(at + 1)
    name = place.sentence.name(found)
    if found is None or name is None or is_agent(name) or place.sentence.head(found) in class_of("manner"):
        return None
    left, change = place.left, words[place.left - 2].lower if place.left > 1 and words[place.left - 1].lower == "of" else ""
    by_sum = place.figure.role in ("level", "count") and change in _SUMS_OF_CHANGE and left > 1 and " " in name
    return f"{change} in {name}" if by_sum else name  # an increase of $4|in utility bills


_SUMS_OF_CHANGE = frozenset({"increase", "reduction", "decrease", "rise", "fall", "drop", "decline", "cut"})


def gain_behind(place: Place) -> str | None:
    """Return what is gained or saved that is told behind its figure: reap 9%|in manpower savings."""
    words, at = place.sentence.words, place.at + 1
    if at + 1 >= len(words) or words[at].lower != "in":
        return None
    found = place.sentence.behind(at + 1, prepositions=frozenset())
    return place.sentence.name(found) if found is not None and place.sentence.head(found) in ("savings", "gains", "losses") else None


def multiplied(place: Place) -> str | None:
    """Return the noun that a change stands before, or the object of a verb of multiplying: a 5%|rise in prices, doubling|the ceiling."""
    sentence, at = place.sentence, place.at + 1
    words = sentence.words
    if at >= len(words):
        return None
    if place.figure.role == "multiple" and re.match(r"(?:doubl|tripl|quadrupl|halv)(?:e|es|ed|ing)$", place.figure.text, re.IGNORECASE):
        if words[at].tag in ("determiner", "noun") and sentence.time_from(at) is None:
            return sentence.name(sentence.behind(at))
        return accepted_name(sentence, sentence.before(place.at, inner=False))  # with spending on parks|doubling
    while at < len(words) and (words[at].lower in class_of("degree") or words[at].tag == "adverb"):
        at += 1
    joined = at + 1 < len(words) and words[at].lower in class_of("change") and words[at + 1].lower in ("in", "of", "on", "to", "for")
    if joined and sentence.time_from(at + 1) is None:
        return sentence.name(sentence.behind(at + 2))
    if at + 1 < len(words) and words[at].lower in ("more", "fewer", "less") and words[at + 1].tag == "noun":
        return sentence.name(sentence.behind(at + 1))
    return None


def rate_behind(place: Place) -> str | None:
    """Return the rate that a share stands before: a 4%|unemployment rate."""
    sentence, at = place.sentence, place.at + 1
    if at < len(sentence.words) and sentence.words[at].lower == "off":
        return sentence.name(sentence.behind(at + 1))  # 50%|off their bills
    if at < len(sentence.words) and sentence.words[at].tag == "noun" and sentence.words[at - 1].end < sentence.words[at].start:
        found = sentence.behind(at)
        if found is not None and sentence.head(found) not in _NO_RATE and not only_bare(sentence, found):
            return sentence.name(found)
    return None


_NO_RATE = frozenset(
    {"higher", "lower", "better", "worse", "year", "complete", "full", "owned", "female", "male", "short", "ahead", "annually", "effective"}
)


def share_of(place: Place) -> str | None:
    """Return what a share is of: 70%|of households have."""
    sentence, at = place.sentence, place.at + 1
    words = sentence.words
    if at + 1 >= len(words) or words[at].lower != "of" or words[at + 1].lower in _NO_WHOLE:
        return None
    left = place.left
    if left >= 2 and words[left - 1].lower == "up" and words[left - 2].lower in ("make", "makes", "made"):
        return accepted_name(sentence, sentence.before(left - 2))  # imports make up 20% of sales
    found = sentence.behind(at + 1, most=10)
    name = sentence.name(found)
    if found is None or name is None or _WHOLE.fullmatch(name):
        return None
    if (what := _who_they_are(place, found.end)) is not None:
        return f"share of {what} in {name}"
    told = with_fate(sentence, found, name, left=place.left)
    return with_deed(sentence, place.left, name) if told == name else told  # answered 92% of letters


def _who_they_are(place: Place, end: int) -> str | None:
    """Return what a share of a whole is said to be: 70% of the crews are|local residents; only things of many, no state."""
    sentence, words = place.sentence, place.sentence.words
    group = next((group for group in sentence.groups if group.first == end and group.verb is None), None)
    opens = place.left == 0 or words[place.left - 1].tag in ("comma", "stop", "conjunction", "subordinator")
    if group is None or words[group.main].tag != "be" or group.end >= len(words) or words[group.end].tag != "noun" or not opens:
        return None
    found = sentence.behind(group.end, prepositions=frozenset({"of"}))
    head = sentence.head(found) if found is not None else ""
    name = sentence.name(found)
    plain = (
        (head.endswith("s") or head in ("women", "men", "people"))
        and not head.endswith(("ss", "less"))
        and name is not None
        and len(name.split()) < 5
    )
    return name if plain else None


_NO_WHOLE = frozenset("this these that those them it which whom us".split())  # noqa: SIM905


_WHOLE = re.compile(r"(?:nominal\s)?(?:GDP|gross domestic product|total|original total|national income)", re.IGNORECASE)
"""A whole that names no share of it."""
