"""A name that is one general noun → the same with what its sentence tells of it: subsidies for taxi drivers, projects under LEAD.

A bare noun (schemes, projects, subsidies) names nothing for who does not see the sentence. What tells which stands behind the figure
(subsidies of up to 80%|for …), is the scheme that the deed is done under, or who gets it.
"""

from __future__ import annotations

from .accepting import is_called_short
from .objects import OBJECT_QUALIFIERS, deed_behind, object_of
from .phrases import Range, Sentence
from .places import Place, is_money
from .words import class_of

_LONGEST = 14
"""Words of a completed name."""
_BENEFITS = frozenset({"benefits", "vouchers", "payouts", "savings", "bonus", "top-up", "top-ups"})
_GETS = frozenset("receive get enjoy obtain have".split())  # noqa: SIM905


def completed(place: Place, name: str) -> str:
    """Return a bare noun with what tells which it is; the noun itself where the sentence does not tell it."""
    if (things := _of_things(place, name)) is not None:
        return things
    if name in _HANDED and (which := _from_where(place, name)) is not None:
        return which
    if name not in class_of("named_before") and name not in class_of("given") and name not in class_of("receiver"):
        return (_got_by(place, name) or name) if name in _BENEFITS else name
    told = (
        _for_whom(place, name)
        or _of_scheme_begun(place, name)
        or _under_what(place.sentence, name)
        or _got_by(place, name)
        or _given_by(place, name)
    )
    return told if told is not None and len(told.split()) <= _LONGEST else name


_HANDED = frozenset({
    "top-up", "top-ups", "draw", "withdrawal", "transfer", "injection", "payment", "payout", "fine", "levy", "loan", "investment",
    "contribution", "claim", "order", "export",
})  # fmt: skip
"""Nouns of sums that pass from somebody to somebody."""


def _from_where(place: Place, name: str) -> str | None:
    """Return a sum with where it comes from or goes to, behind its figure: a draw of $6 billion|from past reserves."""
    words, at = place.sentence.words, place.at + 1
    if at + 1 >= len(words) or words[at].lower not in ("from", "into", "on", "to", "in") or place.sentence.time_from(at) is not None:
        return None
    where = place.sentence.name(place.sentence.behind(at + 1, prepositions=OBJECT_QUALIFIERS))
    return f"{name} {words[at].lower} {where}" if where is not None and not any(c.isdigit() for c in where) else None


def purposed(place: Place) -> str | None:
    """Return counted things that name nothing with what they are to do: 24 measures|to ease congestion; None where nothing tells it."""
    sentence, at = place.sentence, place.at + 1
    things = sentence.behind(at, prepositions=frozenset())
    deed = deed_behind(sentence, things.end) if things is not None else None
    if things is None or deed is None or sentence.words[deed.first].tag != "to" or deed.first != things.end:
        return None
    if sentence.head(things) not in class_of("vague") and sentence.head(things) not in class_of("purposeful"):
        return None
    aim = object_of(sentence, deed, steps=1)
    name = " ".join(word.text for word in sentence.words[things.first : things.end] if word.tag != "determiner")
    told = f"{name} to {sentence.words[deed.main].text} {aim}"
    return told if aim is not None and len(told.split()) <= _LONGEST else None


def _for_whom(place: Place, name: str) -> str | None:
    """Return what is given with whom or what it is for, behind its figure: subsidies of up to 80%|for ferry crews."""
    words, at = place.sentence.words, place.at + 1
    if name in class_of("receiver") or name not in (word.lower for word in words[: place.at]):
        return None
    if at < len(words) and (time := place.sentence.time_from(at)) is not None:
        at = time
    if at + 1 >= len(words) or words[at].lower != "for":
        return None
    if words[at + 1].lower == "those" and at + 3 < len(words) and words[at + 2].lower == "who":
        return _for_those(place.sentence, at + 1, name)
    found = place.sentence.behind(at + 1, prepositions=OBJECT_QUALIFIERS)
    whom = place.sentence.name(found)
    return f"{name} for {whom}" if whom is not None and not any(c.isdigit() for c in whom) else None


def _for_those(sentence: Sentence, at: int, name: str) -> str | None:
    """Return what is given for people who are told by what they do: for those|who need a wheelchair."""
    verb = next((group for group in sentence.groups if group.first == at + 2), None)
    found = sentence.behind(verb.end, prepositions=frozenset({"of", "to"})) if verb is not None else None
    if verb is None or found is None:
        return None
    told = " ".join(word.text for word in sentence.words[at : found.end])
    return f"{name} for {told}"


def _of_things(place: Place, name: str) -> str | None:
    """Return what an extent is of with its things: the subsoil of 3 million hectares|of cropland."""
    words, at, left = place.sentence.words, place.at + 1, place.left
    if place.figure.role != "level" or is_money(place.figure) or left < 2 or words[left - 1].lower != "of" or words[left - 2].lower != name:
        return None
    things = place.sentence.name(place.sentence.behind(at + 1)) if at + 1 < len(words) and words[at].lower == "of" else None
    return f"{name} of {things}" if things is not None else None


def _under_what(sentence: Sentence, name: str) -> str | None:
    """Return things with the scheme that something is done to them under: $8 million has been committed|through LEAD for 50 projects."""
    words = sentence.words
    for at, word in enumerate(words[:-1]):
        if word.lower not in ("through", "under") or word.tag != "preposition":
            continue
        found = sentence.behind(at + 1, prepositions=frozenset({"of"}))
        scheme = sentence.name(found)
        if found is None or scheme is None or any(c.isdigit() for c in scheme):
            continue
        if is_called_short(scheme) or (scheme[:1].isupper() and _is_scheme(sentence, found)):
            return f"{name} under {'the ' if words[at + 1].lower == 'the' else ''}{scheme}"
    return None


def _of_scheme_begun(place: Place, name: str) -> str | None:
    """Return what is given with the scheme that its sentence begins: introduce a Pier Loan scheme, for|loans of up to $3."""
    sentence, words = place.sentence, place.sentence.words
    begun = next((group for group in sentence.groups if group.verb is not None and group.verb.base in _BEGINS and not group.passive), None)
    found = sentence.behind(begun.end, prepositions=frozenset({"of"})) if begun is not None else None
    scheme = sentence.name(found)
    if found is None or scheme is None or found.end + 2 >= len(words) or not any(c.isupper() for c in scheme):
        return None
    opens = words[found.end].tag == "comma" and words[found.end + 1].lower == "for" and words[found.end + 2].lower == name
    return f"{name} under the {scheme}" if opens and _is_scheme(sentence, found) else None


_BEGINS = frozenset({"introduce", "launch", "start", "establish", "create", "offer"})


def _given_by(place: Place, name: str) -> str | None:
    """Return what is given with the scheme that gives it: the Pension Scheme will provide|grants of up to 70%."""
    sentence = place.sentence
    group = next((group for group in reversed(sentence.groups) if group.finite and group.end <= place.left and not group.passive), None)
    if group is None or group.verb is None or group.verb.base not in ("provide", "offer", "give", "pay"):
        return None
    found = sentence.before(group.first)
    scheme = sentence.name(found)
    gives = found is not None and scheme is not None and scheme[:1].isupper() and _is_scheme(sentence, found)
    return f"{name} from the {scheme}" if gives and name in (word.lower for word in sentence.words[group.end : place.at]) else None


def _is_scheme(sentence: Sentence, found: Range) -> bool:
    return sentence.head(found) in class_of("named_before") and found.end - found.first > 1


def _got_by(place: Place, name: str) -> str | None:
    """Return what is got with who gets it: all crews will enjoy|subsidies starting from 40%."""
    if name not in class_of("given") and name not in class_of("named_before") and name not in _BENEFITS:
        return None
    sentence = place.sentence
    group = next((group for group in reversed(sentence.groups) if group.finite and group.end <= place.left and not group.passive), None)
    if group is None or group.verb is None or group.verb.base not in _GETS:
        return None
    found, got = sentence.before(group.first), (word.lower for word in sentence.words[group.end : place.at + 3])
    who = sentence.name(found)
    if found is None or who is None or name not in got or sentence.head(found) not in class_of("receiver"):
        return None
    return f"{name} for {sentence.within(who)}"
