"""Figures and names that are handed out one by one: "A, B and C fell by 1%, 2% and 3% respectively"."""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from .governing import LEVELS
from .phrases import Group, Range, Sentence
from .places import Place, without_opening


def respective(places: Sequence[Place], place: Place) -> int | None:
    """Return the level that a change of a list is of: $17,000 in towns, and $5,000 in villages, up|9% and 8% respectively."""
    if place.figure.role not in ("change", "change_pp", "share"):
        return None
    listed = _figures_listed(place)
    if listed is None:
        return None
    first, _, count = listed
    before = [other for other in places if other.at < first and other.sentence is place.sentence]
    before = [other for other in before if other.figure.role in ("level", "count")][-count:]
    if len(before) != count or len({other.figure.unit_code for other in before}) != 1:
        return None
    return before[sum(word.tag == "figure" for word in place.sentence.words[first : place.at])].number


def _figures_listed(place: Place) -> tuple[int, int, int] | None:
    """Return where a list of figures that ends in "respectively" begins and ends, and how many they are."""
    words, at = place.sentence.words, place.at
    first = last = at
    joints = ("comma", "conjunction")
    while first >= 2 and words[first - 1].tag in joints:
        back = first - 1 - (words[first - 2].tag in joints)
        if back < 1 or words[back - 1].tag != "figure":
            break
        first = back - 1
    while last + 2 < len(words) and words[last + 1].tag in joints:
        on = last + 2 + (words[last + 2].tag in joints)
        if on >= len(words) or words[on].tag != "figure":
            break
        last = on
    after = words[last + 1 : last + 4]
    count = sum(word.tag == "figure" for word in words[first : last + 1])
    if count < 2 or not any(word.lower == "respectively" for word in after):
        return None
    return first, last, count


_HANGING = re.compile(
    r"(?:(?:the|our|their|its)\s)?(?P<lead>[^,;.]*?)(?P<first>[A-Za-z]+)-\s(?:and|or)\s(?P<second>[A-Za-z]+)-(?P<head>[a-z][^,;.]*)",
    re.IGNORECASE,
)
"""Two names with one head that a hyphen leaves to the second: subsidies for lower- and middle-income homes."""


def handed_out(place: Place) -> str | None:
    """Return the name that a list hands out to one of a list of figures: "A, B and C fell by 1%, 2% and 3% respectively"."""
    listed = _figures_listed(place)
    if listed is None:
        return None
    words, at = place.sentence.words, place.at
    first, _, count = listed
    left = without_opening(words, first)
    if left and words[left - 1].lower in LEVELS:
        left -= 1
    group = place.sentence.group_ending(left)
    found = place.sentence.before(group.first) if group is not None else place.sentence.before(left)
    if found is None and group is not None:
        found = _stood_for(place.sentence, group)
    if found is None:
        return None
    hanging = _HANGING.fullmatch(place.sentence.text, words[found.first].start, words[found.end - 1].end)
    if hanging is not None and count == 2:
        which = "second" if any(word.tag == "figure" for word in words[first:at]) else "first"
        return f"{hanging['lead']}{hanging[which]}-{hanging['head']}"
    pieces = _listed(place.sentence, found)
    begin = found.first
    while (
        group is not None
        and len(pieces) < count
        and begin > 1
        and words[begin - 1].tag in ("conjunction", "comma")
        and words[begin - 2].tag == "noun"
    ):
        end = begin = begin - 1  # "fell 14%, and A|and B fell 9% and 13% respectively"
        while begin and words[begin - 1].tag in ("noun", "determiner"):
            begin -= 1
        pieces.insert(0, Range(begin, end))
    names = _with_tax_rate(_shared_head([place.sentence.name(piece) for piece in pieces]))
    position = sum(word.tag == "figure" for word in words[first:at])
    return names[position] if len(names) == count else None


def _stood_for(sentence: Sentence, group: Group) -> Range | None:
    """Return the subject that a pronoun takes up: dues and tolls vary most, and|they make up 27% and 15% respectively."""
    if not group.first or sentence.words[group.first - 1].lower not in ("they", "these", "which"):
        return None
    before = next((other for other in reversed(sentence.groups) if other.finite and other.end < group.first), None)
    return sentence.before(before.first) if before is not None else None


def _listed(sentence: Sentence, found: Range) -> list[Range]:
    pieces, first = [], found.first
    for at in range(found.first, found.end + 1):
        if at == found.end or sentence.words[at].tag in ("comma", "conjunction"):
            if at > first:
                pieces.append(Range(first, at))
            first = at + 1
    return pieces


_OF_ALL = re.compile(
    r"[^,]*?\b(?:prices?|values?|outputs?|production|sales|exports|imports|number|yields?|rates?|emissions?) of ", re.IGNORECASE
)


_KIND_ALONE = re.compile(
    r"(?P<head>.+\s(?:of|in|for|to)\s)(?:urban|rural|domestic|foreign|public|private|male|female|primary|secondary|local|overseas)"
)


def _shared_head(names: list[str | None]) -> list[str | None]:
    """Return two names with what they share: "income of urban|and rural residents" is income of urban residents, of rural residents."""
    of_all = _OF_ALL.match(names[0] or "")
    if (
        of_all is not None
        and len(names) > 1
        and not any(" of " in (name or " of ") for name in names[1:])
        and not _KIND_ALONE.fullmatch(names[0] or "")
    ):
        return [names[0], *(f"{of_all[0]}{name}" for name in names[1:])]  # prices of rice,|oats and wheat
    if len(names) != 2 or names[0] is None or names[1] is None or (kind := _KIND_ALONE.fullmatch(names[0])) is None:
        return names
    return [f"{names[0]} {names[1].split()[-1]}", kind["head"] + names[1]]


_KINDS_OF_TAX = frozenset({"corporate", "personal", "company", "individual", "property", "estate"})
_TAX_RATES = re.compile(r"(?P<which>.*?)(?P<head>(?:income |property )?tax rates?)")


def _with_tax_rate(names: list[str | None]) -> list[str | None]:
    """Return two kinds of taxpayers with the rate that stands behind the second: corporate and personal tax rates."""
    if len(names) != 2 or names[0] not in _KINDS_OF_TAX or (told := _TAX_RATES.fullmatch(names[1] or "")) is None:
        return names
    return [f"{names[0]} {told['head'].rstrip('s')}", f"{told['which']}{told['head'].rstrip('s')}"]
