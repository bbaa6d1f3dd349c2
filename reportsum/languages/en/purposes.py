"""What money or things are for: the purpose behind what is given → the name of the sum ("allocate $4 million|for clinics")."""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from .accepting import is_agent, is_called_short, is_proper, says_nothing
from .phrases import Group, Range, Sentence
from .places import Place, phrase_before
from .words import Word, class_of


def given_for(place: Place, name: str, end: Range | None = None) -> str | None:
    """Return what is given with what it is for: provision of|$16 billion for universities."""
    at = end.end if end is not None else place.at + 1
    sentence = place.sentence
    if end is None and (whom := _given_to(place)) is not None:
        return f"{name} for {whom}"
    whole = sentence.name(end) if end is not None else name
    purpose = purpose_of(place, at)
    joint = joint_of(place, at)
    if purpose is None or (whole is not None and purpose in whole):
        return whole if whole is not None and " " in whole else None
    return f"{whole or name} {joint} {purpose}"


def _given_to(place: Place) -> str | None:
    """Return whom something is given to that stands between the verb and what is given: granting|each keeper|a subsidy of."""
    sentence, words = place.sentence, place.sentence.words
    found = phrase_before(sentence, place.left - 1) if place.left and words[place.left - 1].lower == "of" else None
    if found is None or not found.first or words[found.first - 1].tag != "noun":
        return None
    whom = sentence.before(found.first)
    group = sentence.group_ending(whom.first) if whom is not None else None
    return sentence.name(whom) if group is not None and group.verb is not None and "give" in group.verb.does else None


TAKES = frozenset({"bring", "transfer", "draw", "raise", "collect", "receive", "earn", "generate", "recover", "secure", "attract"})


def source_of(place: Place) -> str | None:
    """Return where money comes from: we raised|£5.3m through public fundraising."""
    sentence, at = place.sentence, place.at + 1
    if at >= len(sentence.words) or sentence.words[at].lower not in ("from", "through"):
        return None
    name = sentence.name(sentence.behind(at + 1))
    return None if name is None or is_agent(name) else name


def given_behind(place: Place) -> str | None:
    """Return what a sum is for; what it is to help is told so: allocate $4 million|to support small farms."""
    purpose = (purpose_of(place) or _paid_into(place)) if place.figure.role == "level" else None
    found = _purpose_at(place) if purpose is not None else None
    own = _is_own(place, found)
    if place.figure.role == "level" and (purpose is None or says_nothing(purpose) or own):
        return _helped(place) or _through(place) or _allocated(place) or (purpose if own else None)
    helps = (
        found is not None
        and found[1].startswith("to ")
        and found[1][3:] in _SUPPORTS
        and found[0] - 1 <= place.at + _NEAR
        and _behind_whom(place.sentence, found[0]) == found[0]
    )
    return f"support for {purpose}" if helps and purpose is not None and not purpose.startswith(("support", "development")) else purpose


def _helped(place: Place) -> str | None:
    """Return whom a sum is to support where nothing says what they are to do: $4 million a year to support|NGOs."""
    found = _purpose_at(place)
    if found is None or found[1][:3] != "to " or found[1][3:] not in _HELPS:
        return None
    if found[0] < len(place.sentence.words) and place.sentence.words[found[0]].lower in ("their", "its", "them", "this", "these", "such"):
        return None
    whom = place.sentence.name(place.sentence.behind(found[0], prepositions=OF_ALONE))
    return f"support for {whom}" if whom is not None and not any(c.isdigit() for c in whom) else None


def _through(place: Place) -> str | None:
    """Return the scheme that a sum is given through: $8 million has been committed through|the Quay Scheme."""
    sentence, words, at = place.sentence, place.sentence.words, place.at + 1
    while at < len(words) and ((time := sentence.time_from(at)) is not None or words[at].tag in ("have", "be", "ed", "modal", "adverb")):
        at = time if time is not None else at + 1
    if at + 1 >= len(words) or words[at].lower not in ("through", "under", "from", "via"):
        return None
    found = sentence.behind(at + 1, prepositions=OF_ALONE)
    name = sentence.name(found)
    if found is None or name is None or not any(c.isupper() for c in name) or any(c.isdigit() for c in name):
        return None
    joint = "from" if words[at].lower == "from" else "under"
    scheme = sentence.head(found) in class_of("named_before") or (is_called_short(name) and joint == "under")
    return f"funding {joint} {_with_the(words[at + 1].lower, name)}" if scheme else None


def _with_the(first: str, name: str) -> str:
    return f"the {name}" if first == "the" else name


OF_ALONE = frozenset({"of"})


def _is_own(place: Place, found: tuple[int, str] | None) -> bool:
    """Return whether what a sum is to do something to is only called somebody's: to step up|its efforts; guests count as well."""
    words = place.sentence.words
    if found is None or found[0] >= len(words):
        return False
    deed = place.sentence.group_ending(found[0])
    invites = deed is not None and deed.verb is not None and deed.verb.base in ("invite", "host")
    return invites or words[found[0]].lower in ("its", "their", "his", "her")


def _allocated(place: Place) -> str | None:
    """Return the body that a sum goes to where nothing tells what it is for: allocate|$26 million to the Harbour Council, to …"""
    sentence, words, at = place.sentence, place.sentence.words, place.at + 1
    while at < len(words) and ((time := sentence.time_from(at)) is not None or words[at].tag == "adverb"):
        at = time if time is not None else at + 1
    if at + 1 >= len(words) or words[at].lower not in ("to", "for") or words[at].tag not in ("preposition", "to"):
        return None
    found = sentence.behind(at + 1, prepositions=OF_ALONE)
    name = sentence.name(found)
    if name is None or not _is_body(name) or len(name.split()) > _MOST_OF_BODY:
        return None
    if name.islower() or (" " not in name and not is_called_short(name)):
        return None  # the Government: no more than who acts
    return f"allocation to {_with_the(words[at + 1].lower, name)}"


_MOST_OF_BODY = 9
"""Words of the name of a body that is told."""


def _paid_into(place: Place) -> str | None:
    """Return the fund that a sum is paid into where only its letters tell it: inject|$4 million into the TSS to give it …"""
    sentence, at = place.sentence, place.at + 1
    if at + 1 >= len(sentence.words) or sentence.words[at].lower != "into":
        return None
    name = sentence.name(sentence.behind(at + 1, prepositions=frozenset()))
    return name if name is not None and is_called_short(name) else None


_SUPPORTS = frozenset({"support", "help", "assist"})
_HELPS = _SUPPORTS | {"grow", "nurture", "develop"}
_NEAR = 8
"""Words between a sum and the verb that says what it is to help."""


_FOR = frozenset("for on into in towards toward under".split())  # noqa: SIM905


def _purpose_at(place: Place, at: int | None = None) -> tuple[int, str] | None:
    """Return where the purpose of what is given begins and what joins it: behind times, and behind whom it is given to."""
    sentence, at = place.sentence, place.at + 1 if at is None else at
    words = sentence.words
    recipients = 0
    while at < len(words):
        if (time := sentence.time_from(at)) is not None:
            more = words[time : time + 2]
            years = len(more) == 2 and more[0].tag == "conjunction" and more[1].tag == "number"
            at = time + 2 if years else time  # in 2030 and|2032
            continue
        word = words[at]
        if word.tag == "comma" and (told_again := _told_again(words, at)) is not None:
            at = told_again  # 2 million yen, or about $18,000,|to
            continue
        if word.tag == "comma" and at + 1 < len(words) and words[at + 1].lower == "which":
            closing = next((other for other in range(at + 2, len(words)) if words[other].tag == "comma"), len(words))
            at = closing + 1  # from the Land Fund, which is a part of the reserves,|as an endowment
            continue
        group = next((group for group in sentence.groups if group.first == at), None)
        if group is not None and word.tag == "to" and group.passive:
            at = group.end  # to be used|for
            continue
        if group is not None and word.tag == "to":
            verb = words[group.main]
            return group.end, f"to {verb.text}" if verb.tag == "verb" else "for"
        if group is not None and (group.passive or (word.tag == "ed" and _is_given(words, group))):
            at = group.end
            continue
        if word.tag == "adverb":
            at += 1
            continue
        if word.lower in ("from", "through", "via") and (source := sentence.behind(_behind_count(words, at))) is not None:
            at = source.end
            continue
        if _is_in_a_speech(words, at):
            at += 3
            continue
        if word.lower == "as" and word.tag in ("preposition", "subordinator") and sentence.behind(at + 1) is not None:
            return at + 1, "as"
        if word.tag != "preposition" or word.lower not in (*_FOR, "to"):
            return None
        found = sentence.behind(at + (2 if at + 1 < len(words) and words[at + 1].tag == "figure" else 1))
        gerund = next((group for group in sentence.groups if group.first == at + 1 and words[group.main].tag == "ing"), None)
        if gerund is not None:
            return gerund.end, "for"
        if found is not None and word.lower == "in" and sentence.head(found) in class_of("manner"):
            at += 2  # in total|to the Council for
            continue
        if found is None:
            return None
        name = sentence.name(found)
        if (bare := sentence.behind(at + 1, prepositions=frozenset())) is not None and _is_body(sentence.name(bare)):
            found, name = bare, sentence.name(bare)  # into the ITF for launching a scheme
        follows = next((group for group in sentence.groups if group.first == found.end), None)
        to_whom = (
            (word.lower in ("to", "into") and name is not None and re.fullmatch(r"[A-Z][A-Z&]{1,5}", name))
            or (word.lower == "to" and words[at + 1].lower in ("this", "these", "that", "those", "it", "them"))
            or (word.lower == "to" and sentence.head(found) not in class_of("purposeful") and sentence.head(found) not in class_of("given"))
            or name is None
            or is_agent(name)
            or sentence.head(found) in _RECIPIENTS
        )
        if recipients < 1 and (
            (to_whom and (follows is not None or found.end < len(words)))
            or (
                follows is not None
                and words[follows.first].tag == "to"
                and word.lower == "for"
                and sentence.head(found) not in class_of("purposeful")  # for a ten-year plan|to widen roads
            )
        ):
            at, recipients = found.end, recipients + 1
            continue
        return (at + 1, word.lower) if not to_whom else None
    return None


def _is_in_a_speech(words: Sequence[Word], at: int) -> bool:
    """Return whether words only say in which speech a sum is given: set aside $3 million|in this Budget|for piers."""
    told = tuple(word.lower for word in words[at : at + 3])
    return told[:1] == ("in",) and told[1:2] in (("this",), ("my",)) and told[2:] in (("budget",), ("statement",), ("speech",))


def _behind_count(words: Sequence[Word], at: int) -> int:
    """Return where a phrase behind a preposition begins, how many there are passed over: through|five plans."""
    return at + 2 if at + 1 < len(words) and words[at + 1].tag == "figure" else at + 1


def _is_given(words: Sequence[Word], group: Group) -> bool:
    """Return whether a participle tells that a sum is given: granted to, set aside for."""
    aside = words[group.first].lower == "set" and words[group.end - 1].lower == "aside"
    return group.verb is not None and (aside or "give" in group.verb.does)


def _told_again(words: Sequence[Word], comma: int) -> int | None:
    """Return where a sentence goes on behind a sum that is told again in other money between commas."""
    if comma + 1 >= len(words) or words[comma + 1].lower != "or":
        return None
    close = next((at for at in range(comma + 2, min(comma + 6, len(words))) if words[at].tag == "comma"), None)
    return close + 1 if close is not None and words[close - 1].tag == "figure" else None


def _is_body(name: str | None) -> bool:
    """Return whether a name is of a body, also a long one in capitals: the Northern Ports and Harbours Corporation."""
    return name is not None and (is_agent(name) or (is_proper(name) and name.split()[-1].lower() in class_of("agent")))


_RECIPIENTS = frozenset(
    ["taxpayer", "taxpayers", "departments", "agencies", "bureaux", "organisations", "organizations", "purpose", "matter", "people"]
)


def purpose_of(place: Place, at: int | None = None) -> str | None:
    found = _purpose_at(place, at)
    if found is None:
        return None
    sentence, at = place.sentence, found[0]
    words = sentence.words
    if at + 1 < len(words) and words[at].tag == "conjunction" and words[at + 1].tag in ("verb", "ing"):
        at += 2  # to enhance or|refurbish facilities
    bounded = next((other for other in range(at, min(at + 5, len(words))) if words[other].tag == "figure"), None)
    if bounded is not None and all(word.lower in _BOUND_WORDS for word in words[at:bounded]):
        at = bounded  # to rebuild over|500 schools
    if at < len(words) and words[at].tag == "figure":
        at += 2 if at + 1 < len(words) and words[at + 1].lower in ("more", "additional", "new") else 1
    if at and at + 1 < len(words) and words[at].tag == "conjunction" and words[at - 1].tag == "ing" and words[at + 1].tag == "noun":
        at -= 1  # for|upgrading and purchase of equipment
        both = sentence.behind(at + 2)
        return f"{words[at].text} {words[at + 1].text} {sentence.name(both)}" if both is not None else None
    at = _behind_whom(sentence, at)
    found_ = sentence.behind(at)
    if found_ is not None and found_.end - found_.first == 2 and words[found_.first].lower in ("their", "its", "them"):
        return None  # to support|their development
    name = sentence.name(found_)
    if found_ is not None and words[at - 1].lower in _ATTRIBUTES and sentence.head(found_) in ("measures", "policies"):
        name = f"{words[at - 1].text} {name or words[at].text}"  # $3 billion for|supporting measures
    if name is None or is_agent(name) or any(c.isdigit() for c in _PHASE.sub("", name)):
        return None
    if found_ is not None and (guests := _invited(sentence, at, name)) is not None:
        return guests
    if name in _KEPT and (deed := sentence.group_ending(at)) is not None and deed.verb is not None and deed.verb.base in _KEEPS:
        return f"{_KEEPS[deed.verb.base]} {name}"
    return name if " " in name or found_ is None else _with_more(sentence, found_, name)


_ATTRIBUTES = frozenset({"supporting", "accompanying", "stabilising", "easing", "enabling"})
_KEPT = frozenset({"jobs", "lives", "livelihoods", "costs", "demand"})
_KEEPS = {
    "preserve": "preserving", "save": "saving", "protect": "protecting", "create": "creating", "reduce": "reducing", "lower": "lowering",
    "cut": "cutting", "stimulate": "stimulating", "boost": "boosting",
}  # fmt: skip


def _invited(sentence: Sentence, at: int, name: str) -> str | None:
    """Return whom a sum is to bring in with how it does: $6 million for inviting|pilots from abroad, to attract|overseas firms."""
    deed = sentence.group_ending(at)
    if deed is None or deed.verb is None or deed.verb.base not in _GERUNDS:
        return None
    guests = deed.verb.base in ("invite", "host")
    whom = sentence.behind(at, prepositions=OF_ALONE)
    if not guests and (whom is None or sentence.head(whom) not in class_of("receiver")):
        return None
    return f"{_GERUNDS[deed.verb.base]} {sentence.within(name)}"


_GERUNDS = {
    "invite": "inviting", "host": "hosting", "recruit": "recruiting", "hire": "hiring", "train": "training", "attract": "attracting",
}  # fmt: skip


def _with_more(sentence: Sentence, found: Range, name: str) -> str:
    """Return a bare noun with the things that it is of, or with the object of the deed beside it: the purchase of 60|berths."""
    words, at = sentence.words, found.end
    if at + 2 < len(words) and words[at].lower == "of" and words[at + 1].tag == "figure":
        things = sentence.name(sentence.behind(at + 2, prepositions=frozenset()))
        return f"{name} of {things}" if things is not None else name
    if at + 2 < len(words) and words[at].lower == "and" and words[at + 1].tag == "verb":
        other = sentence.name(sentence.behind(at + 2))
        return f"{name} and {other}" if other is not None and len(other.split()) < _MOST_BESIDE else name  # hire divers and buy|boats
    return name


_MOST_BESIDE = 9
"""Words of an object told beside another."""


_PHASE = re.compile(r"\b[A-Z][\w-]* \d{1,2}\b|\b[A-Z][A-Za-z]*-\d{1,2}\b|\b[A-Z]\d\b|\b\dG\b")
"""A number that is part of a name: Dockyard 5, Phase 2, 5G."""


_BOUND_WORDS = frozenset(
    [
        "over",
        "more",
        "than",
        "about",
        "around",
        "some",
        "nearly",
        "almost",
        "up",
        "to",
        "at",
        "least",
        "approximately",
        "an",
        "additional",
        "estimated",
        "as",
        "many",
    ]
)


def _behind_whom(sentence: Sentence, at: int) -> int:
    """Return where the deed begins that somebody short-named is helped with: to support|NGOs in|building homes."""
    whom = sentence.behind(at, prepositions=frozenset())
    verb = sentence.group_ending(at)
    helps = (
        verb is not None
        and verb.verb is not None
        and verb.verb.base in ("support", "help", "assist", "encourage", "enable", "allow", "subsidise")
    )
    if whom is None or not helps or whom.end + 1 >= len(sentence.words):
        return at
    deed = next((group for group in sentence.groups if group.first in (whom.end, whom.end + 1)), None)
    acts = deed is not None and sentence.words[deed.main].tag in ("ing", "verb") and sentence.words[whom.end].lower in ("in", "to")
    if deed is None or not acts:
        return at
    joined = deed.end + 1 < len(sentence.words) and sentence.words[deed.end].lower in ("in", "on", "with")  # to join|in the scheme
    what = deed.end + 1 if joined else deed.end
    return what if sentence.behind(what) is not None else at


def joint_of(place: Place, at: int) -> str:
    found = _purpose_at(place, at)
    return found[1] if found is not None else "for"
