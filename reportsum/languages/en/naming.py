"""The name of one figure: which of the places around it names it, tried in the order in which English tells it."""

from __future__ import annotations

from reportsum import lazy_re as re

from .accepting import accepted_name, is_agent, subject_of
from .completing import completed
from .counting import counted_things, is_generic_behind, is_modifier, out_of, qualified, spread
from .deeds import with_deed
from .governing import governing_name, moved_by
from .listing import handed_out
from .phrases import Range
from .places import Place, is_money, of_what, phrase_before, without_opening
from .purposes import OF_ALONE
from .words import class_of


def name_figure(place: Place) -> str | None:
    """Return the name of a figure; None where nothing in its part of the sentence names it."""
    name = _name_at(place)
    if name == "GDP" and _is_of_gdp(place):
        return None  # an increase of 0.8 percentage points|of GDP: the measure is not the whole
    return completed(place, name) if name is not None and " " not in name and name.islower() else name


def _is_of_gdp(place: Place) -> bool:
    return [word.lower for word in place.sentence.words[place.at + 1 : place.at + 3]] == ["of", "gdp"]


def _name_at(place: Place) -> str | None:
    handed = handed_out(place) or _of_a_set(place)
    if handed is not None:
        return handed
    if (bounded := _of_the_first(place)) is not None:
        return bounded
    if (spent := _spent_on(place)) is not None:
        return spent
    if place.figure.role == "count" and (whole := out_of(place)) is not None:
        return whole
    if place.figure.role == "rank" and place.left and place.sentence.words[place.left - 1].lower in ("rank", "ranks"):
        group = place.sentence.group_ending(place.left)
        if group is None and place.left > 1 and place.sentence.words[place.left - 2].tag == "noun":
            return accepted_name(place.sentence, place.sentence.before(place.left - 1))  # a noun by its look: network coverage ranks|first
        return None if group is None else _in_terms_of(place) or subject_of(place.sentence, group)  # GDP grew to $5tn and now ranks|second
    if place.figure.role == "rank" and (measured := _in_terms_of(place)) is not None:
        return measured
    counted = counted_things(place)
    if counted is not None and (head := _list_head(place)) is not None:
        return f"{head}, {counted}"
    if counted is not None and place.figure.role == "count":
        if (stock := _stock(place)) is not None:
            return stock
        if place.left > 1 and [word.lower for word in place.sentence.words[place.left - 2 : place.left]] == ["benefit", "of"]:
            return f"{counted} benefiting"  # to the benefit of 30|crews
        aim = of_what(place)
        if aim is not None and aim.lower() in class_of("receiver"):
            return f"{aim} of {counted}"  # owners of 400|boats
        if aim is not None and _AIM.search(aim):
            return aim
        if aim is not None and _holds_things(place) and len(aim.split()) < 6 and len(counted.split()) < 5:
            return f"{aim} of {counted}"  # fingerprints of 400|farmers
        if aim is not None and aim.split()[-1].endswith(_DEEDS) and not aim[:1].isdigit() and len(aim.split()) < 5:
            return f"{aim} of {counted}"  # creation of ten million|jobs
        return with_deed(place.sentence, place.left, counted)
    if counted is not None and (place.figure.role == "multiple" or (place.figure.role == "change" and counted.endswith(" growth"))):
        return counted  # with sales|doubling, in line with the 2 per cent|wage growth
    if place.figure.role == "count" and is_generic_behind(place):
        if (deed := of_what(place)) is not None and deed.endswith(_DEEDS) and " " not in deed:
            return f"{deed} of {place.sentence.words[place.at + 1].text}"  # construction of another 60|units
        return qualified(place, place.at + 1) or governing_name(place, generic=True) or _generic_done(place) or _as_for(place)
    if counted is not None and (moved := _moved_by(place)) is not None:
        return moved
    if counted is not None and is_modifier(place):
        extent = place.figure.role == "level" and not is_money(place.figure)
        return spread(place, counted) or (with_deed(place.sentence, place.left, counted) if extent else counted)
    if counted is not None and place.figure.role == "change" and _brings_about(place):
        return counted
    return governing_name(place, generic=False) or counted or _as_for(place) or _set_against(place) or _bare_rate(place)


def _brings_about(place: Place) -> bool:
    """Return whether a verb says that something else moved what is named behind a change: dear fuel caused|a 4% fall in traffic."""
    sentence, left = place.sentence, place.left
    if left and sentence.words[left - 1].lower in ("to", "in"):
        left -= 1
    group = sentence.group_ending(left)
    return group is not None and group.verb is not None and not group.passive and group.verb.base in _BRINGS


_BRINGS = frozenset({"cause", "lead", "result", "bring", "trigger", "drive", "produce", "contribute", "prompt", "mean", "help"})


def _spent_on(place: Place) -> str | None:
    """Return what a sum is spent on that a relative clause tells: from the $4.5 billion|that the Board will spend on new piers."""
    words, at, sentence = place.sentence.words, place.at + 1, place.sentence
    if at + 2 >= len(words) or words[at].lower not in ("that", "which") or not is_money(place.figure):
        return None
    group = next((group for group in sentence.groups if at < group.first <= at + 4), None)
    spends = group is not None and group.verb is not None and group.verb.base in ("spend", "invest") and not group.passive
    if group is None or not spends or group.end + 1 >= len(words) or words[group.end].lower not in ("on", "in"):
        return None
    what = sentence.name(sentence.behind(group.end + 1))
    return f"{'spending on' if words[group.end].lower == 'on' else 'investment in'} {what}" if what is not None else None


def _of_the_first(place: Place) -> str | None:
    """Return what is given for the first so much of something: enjoy a tax exemption|on the first $100,000 of their income."""
    words, at, sentence = place.sentence.words, place.at, place.sentence
    first = at > 1 and words[at - 1].lower == "first" and is_money(place.figure)
    if not first or at + 1 >= len(words) or words[at + 1].lower != "of":
        return None
    group = next((group for group in reversed(sentence.groups) if group.end <= place.left and not group.passive), None)
    given = sentence.behind(group.end, prepositions=OF_ALONE | {"on", "for"}) if group is not None else None
    return accepted_name(sentence, given)


def _of_a_set(place: Place) -> str | None:
    """Return the things of a set that their worth stands before: another set of|$100 Quay Vouchers."""
    words, left = place.sentence.words, place.left
    if left < 2 or words[left - 1].lower != "of" or words[left - 2].lower not in _SETS or not is_money(place.figure):
        return None
    things = place.sentence.behind(place.at + 1)
    return place.sentence.name(things) if things is not None and words[place.at + 1].tag == "noun" else None


_SETS = frozenset({"set", "round", "batch", "tranche", "series", "lot"})


def _moved_by(place: Place) -> str | None:
    """Return what is moved by so much of something: raise storage capacity by an equivalent of|80 tons of coal."""
    words, left = place.sentence.words, place.left
    if place.figure.role not in ("level", "count") or is_money(place.figure):
        return None
    by = next((at for at in range(left - 1, max(-1, left - 5), -1) if words[at].lower == "by"), None)
    if by is None or place.at + 1 >= len(words) or words[place.at + 1].lower != "of":
        return None
    return moved_by(place, by) if all(word.lower in _EQUIVALENT for word in words[by + 1 : left]) else None


_EQUIVALENT = frozenset("the an a equivalent of about some another".split())  # noqa: SIM905


def _bare_rate(place: Place) -> str | None:
    """Return a rate that its own noun has to name, since nothing else does: an annual average|growth rate will be 4 per cent."""
    group = place.sentence.group_ending(place.left)
    found = place.sentence.before(group.first) if group is not None else None
    if found is None or place.figure.role not in ("share", "change", "level"):
        return None
    name = " ".join(word.text for word in place.sentence.words[found.first : found.end] if word.tag != "determiner")
    return name if re.search(r"\b(?:growth|inflation|discount|hurdle) rate$", name) else None


def _set_against(place: Place) -> str | None:
    """Return what a sum is set against in a list: for construction of the building,|$23.7 million."""
    words, end = place.sentence.words, place.left - 1
    if end > 0 and words[end].tag == "comma" and (label := _label(place, end)) is not None:
        return label
    if end < 2 or words[end].tag != "comma" or place.figure.role != "level":
        return None
    first = end
    while first and words[first - 1].tag not in ("comma", "stop", "figure", "subordinator", "verb", "ed", "be", "have"):
        first -= 1
    if words[first].lower != "for" or place.sentence.time_from(first) is not None:
        return None
    name = place.sentence.name(Range(first + 1, end))
    return None if name is None or is_agent(name) else name


def _label(place: Place, end: int) -> str | None:
    """Return the label of a line that is nothing else but it and its number: Net repairs,|14,274."""
    words = place.sentence.words
    alone = all(word.tag == "stop" for word in words[place.at + 1 :]) and place.figure.role in ("count", "level")
    if not alone or any(word.tag not in ("noun", "conjunction", "preposition") for word in words[:end]):
        return None
    return place.sentence.name(Range(0, end))


def _holds_things(place: Place) -> bool:
    """Return whether a verb's object is of the things counted: completed records of|400 wells; not: a number of, one of."""
    sentence, end = place.sentence, place.left - 1
    found = phrase_before(sentence, end)
    if found is None or sentence.group_ending(without_opening(sentence.words, found.first)) is None:
        return False
    head = sentence.head(found)
    return head.endswith("s") and head not in class_of("bare") and head not in class_of("generic") and head not in class_of("vague")


_DEEDS = ("tion", "ment", "ing", "loss", "closure", "refit", "repair", "purchase", "sale", "launch", "recruitment")
"""How nouns of deeds end: the creation, the building, the loss of so many things."""


def _list_head(place: Place) -> str | None:
    """Return the change that a list tells piece by piece: cuts in capacity: 90 tons of|steel, 31 of|aluminium."""
    sentence, words = place.sentence, place.sentence.words
    first = next(at for at, word in enumerate(words) if word.tag == "figure")
    left = first
    while left and words[left - 1].tag not in ("stop", "verb", "ed") and first - left < 4:
        left -= 1
    if not left or place.figure.role not in ("level", "count") or is_money(place.figure):
        return None
    group = sentence.group_ending(left)
    includes = group is not None and group.verb is not None and group.verb.base in ("include", "comprise", "cover")
    opened = words[left - 1].text == ":" and not any(other.finite and other.end < left for other in sentence.groups if other.passive)
    if not (includes or opened):
        return None
    found = sentence.before(group.first) if group is not None and includes else Range(0, left - 1)
    if found is None or sentence.head(found) not in class_of("change"):
        return None
    return sentence.name(found)


def _stock(place: Place) -> str | None:
    """Return what things are counted of that a figure brings to a level: waiting lists grew to|14,300 patients."""
    words, left = place.sentence.words, place.left
    to_level = left > 0 and words[left - 1].lower in ("to", "at") and words[left - 1].tag == "preposition"
    group = place.sentence.group_ending(left - 1 if to_level else left)
    if group is None or group.verb is None or "turn" not in group.verb.does or not (to_level or group.verb.base in _TOTALS):
        return None
    return subject_of(place.sentence, group)


_TOTALS = frozenset("total exceed number average surpass cross".split())  # noqa: SIM905


def _generic_done(place: Place) -> str | None:
    """Return a noun that says little with what is done to it: eliminated|498 items, items eliminated."""
    noun = place.sentence.words[place.at + 1].text
    done = with_deed(place.sentence, place.left, noun)
    return None if done == noun else done


def _in_terms_of(place: Place) -> str | None:
    """Return what a rank is told of behind it: ranked second in Asia|in terms of exports."""
    words = place.sentence.words
    if [word.lower for word in words[:3]] == ["in", "terms", "of"]:
        comma = next((at for at in range(3, place.at) if words[at].tag == "comma"), None)
        return place.sentence.name(Range(3, comma)) if comma is not None else None  # in terms of|catches, the port ranked second
    place_end = place.at + 4 if [word.lower for word in words[place.at + 1 : place.at + 4]] == ["in", "the", "world"] else place.at + 3
    where = words[place.at + 1 : place.at + 2] and words[place.at + 1].lower == "in" and place_end + 1 < len(words)
    then = where and words[place_end].lower in ("in", "for", "by") and words[place_end].tag == "preposition"
    if then and place.sentence.time_from(place_end) is None and words[place_end + 1].lower != "terms":
        return place.sentence.name(place.sentence.behind(place_end + 1))  # ranks first in the world in|wind power
    for at in range(place.at + 1, min(place.at + 12, len(words) - 2)):
        if [word.lower for word in words[at : at + 3]] == ["in", "terms", "of"]:
            ends = (other for other in range(at + 3, len(words)) if words[other].tag in ("comma", "stop", "figure", "subordinator"))
            return place.sentence.name(Range(at + 3, next(ends, len(words))))
    return None


_AIM = re.compile(r"(?:^|\s)(?:target|goal|supply|capacity|quota|plan|population|stock)$", re.IGNORECASE)
"""What things are counted towards names them better than the things: a public housing supply target of 280 000|units."""


_AS_FOR = frozenset(
    {("as", "for"), ("as", "regards"), ("in", "respect"), ("turning", "to"), ("with", "regard"), ("on",), ("regarding",), ("for",), ("of",)}
)


def _as_for(place: Place) -> str | None:
    """Return what a sentence says at its beginning that it speaks of: as for harbour spending, the estimate is."""
    words = place.sentence.words
    while words and words[0].tag in ("number", "stop"):
        words = words[1:]
    opening = next((words_ for words_ in _AS_FOR if tuple(word.lower for word in words[: len(words_)]) == words_), None)
    end = next((at for at, word in enumerate(words) if word.tag == "comma"), None)
    if opening is None or end is None or not len(opening) < end < place.at:
        return None
    if opening == ("for",) and (words[1].lower == "such" or (words[end + 1].tag == "pronoun" and place.figure.role in ("share", "change"))):
        return None  # for small yards, we will raise the levy from 4%
    shift = len(place.sentence.words) - len(words)
    if place.sentence.time_from(shift) is not None or place.sentence.head(Range(len(opening) + shift, end + shift)) in class_of("time"):
        return None
    name = place.sentence.name(Range(len(opening) + shift, end + shift))
    return None if name is None or is_agent(name) or name.lower() in _SHOWS else name


_SHOWS = frozenset({"instance", "example", "illustration", "one", "others"})
