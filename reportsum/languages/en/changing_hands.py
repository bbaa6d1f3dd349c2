"""What passes between people, or makes up a whole, told with its verb: what was drawn, paid out, returned, earned; whose share it is.

The verb decides what the sum or the share is of: households receive|$90 (payment to households), the fund drew|$3 million from reserves
(draw from reserves), coal makes up|60% of the energy used (share of coal in the energy used).
"""

from __future__ import annotations

from .accepting import is_called_short, subject_of
from .changing import share_of
from .phrases import Group, Range, Sentence
from .places import Place, is_money
from .purposes import given_behind
from .words import class_of, participle


def passed_on(place: Place, group: Group, held: Range | None, preposition: str | None) -> str | None:
    """Return what a figure is of that passes from somebody to somebody, or makes up a whole; None for what its verb tells otherwise.

    `held` is the verb's object where one stands before the figure, `preposition` what stands before the figure.
    """
    if (whole := _part_of_whole(place, group)) is not None:
        return whole
    if held is not None and (costs := _costs_borne(place, group, held)) is not None:
        return costs
    if held is None and preposition is None and (handed := _drawn(place, group) or _paid_out(place, group)) is not None:
        return handed
    if (scheme := _scheme_that_is(place, group)) is not None:
        return scheme
    if held is None and preposition is None and (returned := _returned(place, group)) is not None:
        return returned
    return _earned(place, group) if held is None and group.verb is not None and group.verb.base == "earn" else None


def _scheme_that_is(place: Place, group: Group) -> str | None:
    """Return the letters of a scheme that is said to come to a value, which no body does: the TSS will be|up to 5%."""
    is_ = group.verb is None and place.sentence.words[group.main].tag == "be" and place.figure.role in ("share", "level")
    name = place.sentence.name(place.sentence.before(group.first)) if is_ and group.end >= place.left else None
    return name if name is not None and is_called_short(name) else None


def _returned(place: Place, group: Group) -> str | None:
    """Return to whom a sum is returned: we returned|£250 million to shareholders."""
    sentence, at = place.sentence, place.at + 1
    returns = group.verb is not None and group.verb.base == "return" and place.figure.role == "level" and is_money(place.figure)
    if not returns or at + 1 >= len(sentence.words) or sentence.words[at].lower != "to":
        return None
    whom = sentence.name(sentence.behind(at + 1, prepositions=frozenset()))
    return f"returns to {whom}" if whom is not None else None


def pays_a_share(place: Place, group: Group) -> bool:
    """Return whether somebody pays at a rate, which is no measure of theirs: buyers of a second home will pay|12 per cent."""
    pays = group.verb is not None and group.verb.base == "pay" and not group.passive and place.figure.role == "share"
    found = place.sentence.before(group.first) if pays else None
    head = place.sentence.head(found) if found is not None else ""
    return pays and (head in class_of("receiver") or head.endswith("ers")) and share_of(place) is None


def _earned(place: Place, group: Group) -> str | None:
    """Return whose income a sum is that people earn: families who earn|$4,800 a month."""
    found = place.sentence.before(group.first)
    who = place.sentence.name(found)
    source = who.rpartition(" from ")[2] if who is not None else ""
    if any(word in class_of("receiver") for word in source.split()):
        who = source  # children from families that earn, but: workers from the islands earn
    people = found is not None and place.sentence.head(found) in class_of("receiver") and place.figure.role == "level"
    return f"income of {place.sentence.within(who)}" if people and who is not None and len(who.split()) <= SHORT else None


_HELPS = frozenset("subsidise subsidize support fund assist reimburse help".split())  # noqa: SIM905


def _costs_borne(place: Place, group: Group, held: Range) -> str | None:
    """Return the costs that somebody is helped with, for a share of them: subsidise owners for 80% of|the costs of pumps."""
    sentence, at = place.sentence, place.at + 1
    whom = sentence.head(held) in class_of("receiver") or sentence.words[held.first].lower in ("these", "such", "those")
    helps = group.verb is not None and group.verb.base in _HELPS and whom
    if not helps or group.verb is None or place.figure.role != "share" or at >= len(sentence.words) or sentence.words[at].lower != "of":
        return None
    costs = sentence.name(sentence.behind(at + 1))
    return f"{costs} {participle(group.verb.base)}" if costs is not None else None


def _part_of_whole(place: Place, group: Group) -> str | None:
    """Return what contributes a share of a whole, with the whole: the ports contribute|a tenth of GDP."""
    sentence, at = place.sentence, place.at + 1
    base = group.verb.base if group.verb is not None else ""
    makes_up = base == "make" and [word.lower for word in sentence.words[group.main + 1 : group.main + 2]] == ["up"]
    trade = base == "account" and _is_trade(sentence, group)
    makes_up = makes_up or (base in ("account", "constitute", "represent") and group.finite and not trade)
    adds = base == "contribute" or makes_up or trade
    if adds and place.figure.role in ("share", "change_pp", "level") and (at >= len(sentence.words) or sentence.words[at].lower != "of"):
        giver = sentence.before(group.first)
        name = sentence.name(giver) if giver is not None and sentence.head(giver) in class_of("receiver") else None
        return f"contribution of {sentence.within(name)}" if name is not None and group.verb is not None else None
    if place.figure.role != "share" or not adds or group.passive or at + 1 >= len(sentence.words) or sentence.words[at].lower != "of":
        return None
    who, what = subject_of(sentence, group), sentence.name(sentence.behind(at + 1, prepositions=frozenset()))
    if who is None or what is None or len(who.split()) > SHORT:
        return None
    if makes_up and base != "make" and (what == "GDP" or what.endswith("population")):
        return who  # spending accounts for 2% of GDP: a quantity told in its own way
    if makes_up:
        return f"share of {sentence.within(who)} in {what}"
    return f"contribution of {sentence.within(who)} to {what}"


SHORT = 9
"""Words. Who contributes something, when it is told so long, is left out."""


def _is_trade(sentence: Sentence, group: Group) -> bool:
    found = sentence.before(group.first)
    return found is not None and sentence.head(found) in ("industry", "industries", "sector", "sectors", "trade", "trades")


def _paid_out(place: Place, group: Group) -> str | None:
    """Return a sum that somebody receives, with who: households will each receive|$90 more."""
    gets = group.verb is not None and group.verb.base in ("receive", "get") and not group.passive
    if not gets or place.figure.role != "level" or not is_money(place.figure) or given_behind(place) is not None:
        return None
    found = place.sentence.before(group.first)
    who = place.sentence.name(found)
    receives = found is not None and who is not None and place.sentence.head(found) in class_of("receiver")
    return f"payment to {place.sentence.within(who)}" if receives and who is not None and len(who.split()) <= SHORT else None


def _drawn(place: Place, group: Group) -> str | None:
    """Return what a sum is drawn from: the fund drew|$3 million from reserves."""
    sentence, at = place.sentence, place.at + 1
    draws = group.verb is not None and group.verb.base in ("draw", "withdraw") and place.figure.role == "level"
    if not draws or at + 1 >= len(sentence.words) or sentence.words[at].lower not in ("from", "on"):
        return None
    source = sentence.name(sentence.behind(at + 1))
    return f"draw from {source}" if source is not None else None
