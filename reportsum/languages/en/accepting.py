"""What can name a quantity: a range of words → its name, or none where it is bare, a pronoun, or somebody who acts.

A bare noun (an increase, a total) only tells what kind of number follows: what governs it governs the figure. Who acts names nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportsum import lazy_re as re

from .phrases import MONTHS, Group, Range, Sentence
from .words import class_of


def heads_bare(sentence: Sentence, found: Range) -> bool:
    return sentence.head(found) in class_of("bare")


def has_content(sentence: Sentence, found: Range) -> bool:
    """Return whether a phrase whose last noun is bare is a name all the same: unemployment|rate, growth in exports."""
    words = [word for word in sentence.words[found.first : found.end] if word.tag in ("noun", "number")]
    return any(
        word.lower not in class_of("bare")
        and word.lower not in class_of("degree")
        and word.tag == "noun"
        and word.lower not in class_of("time")
        and not _LASTING.fullmatch(word.lower)
        and not (word.lower.endswith("est") and word.lower not in _NO_SUPERLATIVES)
        for word in words
    )


_LASTING = re.compile(r"[a-z]+-(?:year|month|week|decade)|all-time|record-breaking")
"""A two-year|high, an all-time|high."""
_NO_SUPERLATIVES = frozenset("interest harvest forest request test quest west protest rest contest conquest arrest invest guest".split())  # noqa: SIM905


def changed_thing(sentence: Sentence, found: Range) -> Range | None:
    """Return what a change is of that is told before its figure: an increase in|exports of 5%."""
    at = found.first
    while at < found.end and (sentence.words[at].tag in ("determiner", "adverb") or sentence.words[at].lower in class_of("degree")):
        at += 1
    if (
        at + 1 < found.end
        and sentence.words[at].lower in class_of("change")
        and sentence.words[at + 1].lower in ("in", "of", "to", "for", "on")
    ):
        return Range(at + 2, found.end) if at + 2 < found.end else None
    return None


def only_bare(sentence: Sentence, found: Range) -> bool:
    return heads_bare(sentence, found) and not has_content(sentence, found)


def subject_of(sentence: Sentence, group: Group) -> str | None:
    if group.first and sentence.words[group.first].tag == "ing" and sentence.words[group.first - 1].lower in ("before", "after"):
        main = next((other for other in reversed(sentence.groups) if other.finite and other.end <= group.first), None)
        group = main or group  # debt is to peak at 43 per cent before|falling to 41 per cent
    if group.first > 1 and sentence.words[group.first].tag == "ing" and sentence.words[group.first - 1].tag == "comma":
        led = _led_to(sentence, group)
        if led is not None:
            return led
    return accepted_name(sentence, sentence.before(group.first))


def _led_to(sentence: Sentence, group: Group) -> str | None:
    """Return what changed by what a sentence is about: the calm led to a rebound in|exports, registering a growth of."""
    main = next((other for other in reversed(sentence.groups) if other.finite and other.end <= group.first), None)
    if main is None or main.verb is None or main.passive or main.verb.base not in _BRINGS:
        return None
    at = main.end + (sentence.words[main.end].tag == "preposition")
    held = sentence.behind(at)
    changed = changed_thing(sentence, held) if held is not None else None
    return sentence.name(changed)


_BRINGS = frozenset("lead result bring cause trigger contribute".split())  # noqa: SIM905


def accepted_name(sentence: Sentence, found: Range | None, *, whole: bool = False) -> str | None:
    """Return a range's name if it can name a quantity: no bare noun, nobody who acts; `whole`: with the change that is told of it."""
    if found is None:
        return None
    changed = None if whole else changed_thing(sentence, found)
    if changed is not None:
        found = changed
    if only_bare(sentence, found) and changed is None:
        return None
    last = sentence.words[found.end - 1]
    seen = found.first > 0 and sentence.words[found.first - 1].lower in _SEES
    if found.end - found.first > 1 and last.lower in _RISES and (seen or sentence.words[found.end - 2].lower.endswith("s")):
        found = Range(found.first, found.end - 1)  # see bursaries increase
    name = sentence.name(found)
    return None if name is None or is_agent(name) or is_person(name) else name


_SEES = frozenset({"see", "sees", "saw", "seen", "seeing", "make", "makes", "let"})
_RISES = frozenset({"increase", "rise", "fall", "drop", "decline", "grow", "decrease", "shrink", "cut"})


def says_nothing(name: str) -> bool:
    """Return whether a name only says that something is given or done: total commitment, recurrent provision, entire fund, steady steps."""
    words = name.lower().split()
    if words[-1] in MONTHS:
        return True  # the two quarters of April
    if is_figurative(words) or (words[-1] in _AIMS and len(words) > 1 and all(word in _WHICH for word in words[:-1])):
        return True
    if words[-1] in _OPEN_HEADS:
        return all(word in class_of("degree") or word in class_of("empty") for word in words[:-1]) and len(words) > 1
    if words[-1] in class_of("outcome"):
        return len(words) > 1 and all(
            word in class_of("degree") or word in class_of("empty") or word in class_of("praise") for word in words[:-1]
        )
    return words[-1] in class_of("vague") and all(word in class_of("degree") or word in class_of("empty") for word in words[:-1])


def is_figurative(words: Sequence[str]) -> bool:
    """Return whether the head of a name, in small letters, is a figure of speech: the baton from our pioneers, strong headwinds."""
    head = next((at for at, word in enumerate(words) if word in _JOINTS), len(words)) - 1
    return head >= 0 and words[head] in class_of("figurative")


_JOINTS = frozenset({"of", "from", "in", "for", "to", "on", "towards", "with"})
_AIMS = frozenset(
    {"strategy", "thrust", "priority", "aim", "goal", "objective", "theme", "pillar", "challenge", "task", "point", "message", "area"}
)
_WHICH = frozenset("first second third fourth fifth sixth main key next final last other broad major top overarching".split())  # noqa: SIM905
"""The first strategy: what it is stands behind it."""
_OPEN_HEADS = frozenset("provision allocation injection commitment sum package envelope fund subvention scheme direction support".split())  # noqa: SIM905
"""What is given or set up, that names nothing without what it is for."""


def is_pronoun(sentence: Sentence, found: Range) -> bool:
    return all(word.tag in ("pronoun", "determiner") for word in sentence.words[found.first : found.end])


def is_agent(name: str) -> bool:
    """Return whether a name is of somebody who acts: the Government, a city council, an abbreviation."""
    words = name.lower().split()
    if is_called_short(name):
        return True
    if " and " in name and len(words) <= 6 and " between " not in name:
        return all(is_agent(re.sub(r"^the ", "", piece)) for piece in name.split(" and "))  # the Government and the regulators
    whose = name.lower().split(" of ")[0].split() if " of " in name else []
    if 0 < len(whose) < 4 and whose[-1] in _BODIES:
        return True  # relevant authorities|of the Central Government
    inside = next((at for at, word in enumerate(words) if at and word in ("in", "for", "to", "from", "with")), None)
    if inside is not None and words[inside - 1] not in class_of("agent"):
        return False  # sales in|Ireland
    return (
        bool(words)
        and len(words) <= 3
        and (words[-1] in class_of("agent") or name.lower() in class_of("agent"))
        and not (len(words) > 1 and name.split()[-1] == "foundation")  # the weak industrial foundation
        and " of " not in name.lower()
    )


def is_called_short(name: str) -> bool:
    """Return whether a name is a bare abbreviation, of a body or a scheme: NTA; but: GDP."""
    return re.fullmatch(r"[A-Z][A-Z&]{1,5}", name) is not None and name not in _MEASURES_IN_CAPITALS


_BODIES = frozenset(
    ["authorities", "ministry", "ministries", "department", "departments", "government", "governments", "council", "bureau", "agencies"]
)
"""Who acts, whatever they are of."""
_MEASURES_IN_CAPITALS = frozenset(
    {"GDP", "GNP", "GNI", "CPI", "PPI", "PMI", "RPI", "FDI", "EBITDA", "EBIT", "EPS", "ODA", "GVA", "VAT", "GST", "MPF"}
)


def is_person(name: str) -> bool:
    """Return whether a name is of somebody: Dr. Reed, museum aide John L. Reed."""
    words = name.split()
    return any(word.lower() in class_of("person") and after[:1].isupper() for word, after in pairwise(words[:5])) or bool(
        _WITH_INITIAL.match(name)
    )


_WITH_INITIAL = re.compile(r"[A-Z][a-z]+ (?:[A-Z]\. )+[A-Z][a-z]+")


def is_proper(name: str) -> bool:
    """Return whether a name is one of a body: all its words but the smallest are in capitals."""
    return all(
        word[:1].isupper() or word.isdigit() or word in ("of", "the", "and", "for", "&", "on", "in", "under") for word in name.split()
    )
