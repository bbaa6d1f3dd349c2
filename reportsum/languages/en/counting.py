"""What a figure counts or describes: the noun behind it, with what was done to it (new homes|completed) or what qualifies it."""

from __future__ import annotations

from reportsum import lazy_re as re

from .accepting import accepted_name, has_content, says_nothing, subject_of
from .changing import multiplied, rate_behind
from .deeds import with_deed, with_fate
from .phrases import Group, Range
from .places import Place, is_money, of_what
from .purposes import given_for
from .words import class_of


def out_of(place: Place) -> str | None:
    """Return the things that a number of is told out of all of them: launched 21|out of the proposed 23|maps."""
    words, at = place.sentence.words, place.at + 1
    if place.at > 1 and words[place.at - 1].lower in ("in", "of") and words[place.at - 2].tag == "number":
        found = place.sentence.behind(at + (at < len(words) and words[at].lower == "of"))
        return with_fate(place.sentence, found, place.sentence.name(found), left=0) if found is not None else None  # nine in|10 firms
    if [word.lower for word in words[at : at + 2]] != ["out", "of"]:
        return None
    whole = next((other for other in range(at + 2, min(at + 6, len(words))) if words[other].tag == "figure"), None)
    found = place.sentence.behind(whole + 1) if whole is not None else None
    name = place.sentence.name(found)
    return with_deed(place.sentence, place.left, name) if name is not None else None


def spread(place: Place, counted: str) -> str | None:
    """Return what is told of an extent: soil erosion on|246,000 square kilometers of land."""
    sentence, left = place.sentence, place.left
    if (
        place.figure.role not in ("level", "count")
        or is_money(place.figure)
        or not left
        or sentence.words[left - 1].lower not in ("on", "across")
    ):
        return None
    group = sentence.group_ending(left - 1)
    if group is not None and group.passive:
        suffered = subject_of(sentence, group)  # erosion was halted on|30 hectares of land
        return None if suffered is None else f"{suffered} {sentence.words[group.main].text} {sentence.words[left - 1].text} {counted}"
    name = accepted_name(sentence, sentence.before(left - 1))
    return None if name is None else f"{name} {sentence.words[left - 1].text} {counted}"


def counted_things(place: Place) -> str | None:
    """Return the noun behind a figure that it counts or describes: 415|new homes, a $2 billion|fund, 24,500 kilometres of|rivers."""
    sentence, figure = place.sentence, place.figure
    if figure.role in ("change", "change_pp", "rank", "multiple"):
        return multiplied(place) or (_growth_behind(place) if figure.role == "change" else None)
    if figure.role == "share":
        return rate_behind(place)
    at = place.at + 1
    words = sentence.words
    if at < len(words) and words[at].tag == "particle":
        at += 1
    if at < len(words) and words[at].lower == "plus":
        at += 1
    if at + 1 < len(words) and words[at].lower in ("more", "fewer", "less") and words[at + 1].tag == "noun" and figure.role == "count":
        at += 1  # 20,000|more construction workers
    if at + 1 < len(words) and words[at].lower == "worth" and words[at + 1].lower == "of":
        at += 2
    elif at + 2 < len(words) and words[at].lower == "of" and words[at + 1].lower in ("these", "those") and words[at + 2].tag == "noun":
        at += 2  # twelve of these|exhibits
    elif at + 1 < len(words) and words[at].lower == "of" and words[at + 1].lower in ("which", "whom", "them", "these"):
        return _of_which(place, at + 2)
    elif (whole := _figure_of_all(place, at)) is not None:
        at = whole + 1  # 11 of its 14|targets
    elif at < len(words) and words[at].lower in ("of", "in") and figure.role == "level":
        if words[at].lower == "in" and (figure.base_unit == "" or not is_money(figure)):
            return None
        if sentence.time_from(at) is not None or at + 1 >= len(words) or (words[at + 1].tag == "determiner" and words[at].lower == "in"):
            return None
        at += 1
    found = sentence.behind(at)
    if found is None or sentence.time_from(at) is not None or words[at].lower in _COMPARED or words[at].lower in _OPENS_CAUSE:
        return None
    if words[at - 1].lower == "of" and is_money(figure) and (towards := _towards(place, found)) is not None:
        return towards
    if words[at].tag in ("determiner",) and words[at - 1].lower != "of":
        return None
    head = sentence.head(found)
    if head in class_of("bare") and not has_content(sentence, found):
        return None
    if words[at].lower == "spread":
        return None  # $825 billion|spread over two years
    if head in _MARKS and found.end - found.first == 1:
        return None
    if head in class_of("time") or (head in class_of("manner") and words[at - 1].lower == "in"):
        return None
    if head in class_of("generic") and found.end - found.first == 1:
        return qualified(place, at)
    if head in class_of("given") and figure.role == "level":
        return given_for(place, head, end=found) or _brought_about(place, head)
    name = sentence.name(found)
    if figure.role == "level" and not is_money(figure) and words[place.at + 1].lower == "of":
        return with_fate(sentence, found, name, left=place.left)  # 6 million hectares of land|afforested
    return with_fate(sentence, found, name, left=place.left) if figure.role == "count" else name


def _towards(place: Place, found: Range) -> str | None:
    """Return what a part of a fund goes towards: $4 billion of the Harbour Package|towards safe piers."""
    sentence, at = place.sentence, found.end
    towards = at < len(sentence.words) and sentence.words[at].lower in ("towards", "toward")
    return sentence.name(sentence.behind(at + 1)) if towards and sentence.head(found) in _FUNDS else None


_FUNDS = frozenset({"package", "budget", "fund", "scheme", "programme", "program", "envelope", "reserve", "reserves"})


def _brought_about(place: Place, head: str) -> str | None:
    """Return a bare kind of money with the deed that only a pronoun does: this will catalyse|$2 billion of loans."""
    group = place.sentence.group_ending(place.left)
    pointed = group is not None and group.first > 0 and place.sentence.words[group.first - 1].tag in ("pronoun", "determiner")
    told = with_deed(place.sentence, place.left, head) if pointed else head
    return told if told != head else None


_MARKS = frozenset({"mark", "threshold", "milestone", "barrier"})
"""What a number is called that something passes, which names nothing: the 100 million|mark."""
_OPENS_CAUSE = frozenset({"due", "owing", "thanks", "because", "amid", "despite"})
_COMPARED = frozenset("more less fewer higher lower better worse faster slower larger smaller cheaper".split())  # noqa: SIM905


def _growth_behind(place: Place) -> str | None:
    """Return what grows at a rate that stands before it: a 5%|productivity growth."""
    name = rate_behind(place)
    return name if name is not None and name.endswith(" growth") else None


def is_modifier(place: Place) -> bool:
    """Return whether a quantity stands before its noun like an adjective, or is of it: a $2 billion fund, 40 kilometres of road."""
    words, at = place.sentence.words, place.at + 1
    left = place.sentence.words[place.left - 1] if place.left else None
    determined = place.at > place.left and words[place.at - 1].tag == "determiner"  # construction of the|1 000-hectare islands
    if left is not None and left.lower == "of" and of_what(place) is not None and not determined:
        return False
    if left is not None and (group := place.sentence.group_ending(place.left)) is not None and words[at].lower in ("in", "of"):
        if group.verb is not None and group.verb.base in ("comprise", "include"):
            return True  # comprising|$20 billion in running costs
        subject = subject_of(place.sentence, group)
        return not (group.verb is not None and "turn" in group.verb.does and subject is not None and words[at].lower == "in")
    return at < len(words) and place.figure.role in ("level", "share")


def is_generic_behind(place: Place) -> bool:
    at = place.at + 1
    words = place.sentence.words
    return at < len(words) and words[at].lower in class_of("generic")


def qualified(place: Place, at: int) -> str | None:
    """Return a noun that says little with what qualifies it: people|covered by insurance, deaths|in accidents; None without."""
    sentence = place.sentence
    found = sentence.behind(at, prepositions=_OF_GENERIC)
    name = sentence.name(found)
    if found is None or name is None:
        return None
    if " " in name:
        return name
    told = with_fate(sentence, found, name, left=place.left)
    return None if told == name else told


_OF_GENERIC = frozenset("of per in for on with from to between among against without via under".split())  # noqa: SIM905


def _figure_of_all(place: Place, at: int) -> int | None:
    """Return where the whole stands that a figure is told out of: 11 of its|14 targets, £25m of the|£40m programme."""
    words = place.sentence.words
    told = (
        at + 2 < len(words) and words[at].lower == "of" and words[at + 1].tag == "determiner" and words[at + 2].tag in ("figure", "number")
    )
    return at + 2 if told else None


def _of_which(place: Place, at: int) -> str | None:
    sentence = place.sentence
    group = next((group for group in sentence.groups if group.first == at), None)
    return sentence.name(sentence.behind(group.end)) if group is not None and group.verb is None else None


COUNTS = re.compile(
    r"(?:number|population|total|attendance|membership|workforce|employment|headcount|force|turnout|supply|stock|capacity|pipeline|fleet)s?(?:\s(?:of|in)\s|$)"
)


SERVED = {
    "reach": "reached",
    "cover": "covered",
    "employ": "employed",
    "assist": "assisted",
    "serve": "served",
    "help": "helped",
    "benefit": "benefiting",
    "train": "trained",
}


_CONCERNS = frozenset({"involve", "concern", "affect"})


def served_by(place: Place, group: Group) -> str | None:
    """Return people with what is done for them: "schemes cover|900 million people", people covered by schemes."""
    verb = group.verb.base if group.verb is not None else ""
    if verb in _CONCERNS:
        return subject_of(place.sentence, group)  # rebuilding of villages involving|2,000 people
    who = place.sentence.words[place.at + 1].text
    if verb not in SERVED:
        found = place.sentence.behind(place.at + 1)
        name = place.sentence.name(found)
        return name if name is not None and " " in name else None
    by = subject_of(place.sentence, group)
    by = None if by is not None and says_nothing(by) else by  # the total commitment will benefit|5,600 people
    return f"{who} {SERVED[verb]}" + (f" {'from' if verb == 'benefit' else 'by'} {by}" if by is not None else "")
