"""What a sentence without figures is about: the subject of its passive, the object of its verb, what a deed is done to."""

from __future__ import annotations

from reportsum import lazy_re as re

from .accepting import accepted_name, is_agent, is_called_short, is_proper, says_nothing
from .deeds import with_fate
from .objects import OBJECT_QUALIFIERS, PROGRESS, PROGRESS_IN, deed_behind, given_to_subject, held_by, is_endeavour, object_of
from .phrases import Group, Range, Sentence
from .places import parts_of
from .words import class_of, cut_words

_COMPLIED = re.compile(
    r"(?:found|be|is|are|was|were|been)\s(?P<non>non-?)?complian(?:t|ce)\b"
    r"(?P<with>\swith\s(?:the\srequirements\sof\s)?(?P<what>(?:(?!\sby\s|\sin\s|\sfor\s)[^,;:.])+))?"
)
"""What an audit says of a body: compliant with the Act."""


def plain_name(text: str) -> str | None:
    """Return what a clause without figures is about: the subject of its passive, the object of its verb; None where neither is plain."""
    flat = _KEY.sub("", text)
    if "complian" in flat and (complied := _COMPLIED.search(" ".join(flat.split()))) is not None:
        return f"{complied['non'] or ''}compliance" + (f" with {complied['what']}" if complied["what"] else "")
    sentence = Sentence(flat, parts_of(cut_words(flat, 0, len(flat), ()))[0])
    main = [group for group in sentence.groups if _is_main(sentence, group)]
    if "it comes to" in flat and (aside := _SPEAKS_OF.search(flat)) is not None:
        place = next((at for at, word in enumerate(sentence.words) if word.start >= aside.end()), None)
        return sentence.name(sentence.behind(place, prepositions=OBJECT_QUALIFIERS)) if place is not None else None
    for index, group in enumerate(main):
        if _says(sentence, group) and group is not main[-1]:
            continue
        name = _about(sentence, group)
        name = _taken(sentence, group) if name is None or says_nothing(name) else name
        if name is not None or index + 1 == len(main):
            return name or _later_aim(sentence, group) or _spoken_of(sentence)
        later = (object_of(sentence, other) for other in main[index + 1 :] if _goes_on(sentence, other))
        told = next((name for name in later if name is not None and " " in name and not says_nothing(name)), None)
        return told or _later_aim(sentence, group)
    return None


def _taken(sentence: Sentence, group: Group) -> str | None:
    """Return what a step does that is told behind it: we took a further step,|imposing a duty on yachts."""
    held = held_by(sentence, group)
    deed = next((other for other in sentence.groups if held is not None and other.first == held.end + 1), None)
    if held is None or deed is None or sentence.head(held) not in class_of("vague"):
        return None
    if sentence.words[held.end].tag != "comma" or sentence.words[deed.first].tag != "ing":
        return None
    name = object_of(sentence, deed)
    return name if name is not None and " " in name and not says_nothing(name) else None


_AS_TO = re.compile(r"\W*(?:[Aa]s\s(?:to|for|regards)|[Rr]egarding|[Ww]ith\sregard\sto|[Ii]n\srespect\sof|[Tt]urning\sto)\s(?=[^,]{4,90},)")


def _spoken_of(sentence: Sentence) -> str | None:
    """Return what a sentence says that it speaks of, where nothing else names it: as to the study on piers, the Town will seek funds."""
    opens = _AS_TO.match(sentence.text)
    at = next((at for at, word in enumerate(sentence.words) if opens is not None and word.start >= opens.end()), None)
    name = sentence.name(sentence.behind(at)) if at is not None else None
    return name if name is not None and " " in name and not is_agent(name) else None


def _later_aim(sentence: Sentence, group: Group) -> str | None:
    """Return what a deed is to do something to where nothing else is told of it: join forces with the trade to widen|the north quay."""
    for other in sentence.groups:
        between = sentence.words[group.end : other.first]
        if other.first < group.end or sentence.words[other.first].tag != "to" or other.passive:
            continue
        if sentence.words[other.main].tag == "be":
            return None  # refused to be|pawns: nothing is done to what somebody is
        if any(word.tag in ("comma", "stop", "subordinator", "figure") for word in between):
            return None
        aim = object_of(sentence, other, steps=1)
        if aim is not None and " " in aim and not says_nothing(aim):
            return aim
    return None


_SPEAKS_OF = re.compile(r"\bwhen\sit\scomes\sto\s")


def _goes_on(sentence: Sentence, group: Group) -> bool:
    """Return whether a verb tells a further deed of the same doer: we will press on, and|open two yards."""
    at = group.first
    while at and sentence.words[at - 1].tag == "adverb":
        at -= 1
    joined = at > 0 and sentence.words[at - 1].tag in ("comma", "conjunction")
    joined = joined and group.end < len(sentence.words) and sentence.words[group.end].tag != "preposition"
    return joined and not group.passive and group.verb is not None and bool(group.verb.does & {"act", "move", "give"})


def done_to(text: str, *, any_length: bool = False) -> str | None:
    """Return the object of what a sentence says is done: I propose to waive|fees; None where its subject is no doer."""
    sentence = Sentence(text, parts_of(cut_words(text, 0, len(text), ()))[0])
    main = next((group for group in sentence.groups if _is_main(sentence, group)), None)
    if main is None or main.passive or accepted_name(sentence, sentence.before(main.first)) is not None:
        return None
    name = object_of(sentence, main, steps=1)
    return name if name is None or any_length or " " in name else None


def moved(text: str) -> str | None:
    """Return what a sentence says is moved, with the noun of its verb: I will raise|the allowance, increase in the allowance."""
    sentence = Sentence(text, parts_of(cut_words(text, 0, len(text), ()))[0])
    main = next((group for group in sentence.groups if _is_main(sentence, group)), None)
    noun = _MOVES.get(main.verb.base) if main is not None and main.verb is not None and not main.passive else None
    name = done_to(text, any_length=True) if noun is not None else None
    return f"{noun} in {name}" if name is not None else None


_MOVES = {"raise": "increase", "increase": "increase", "reduce": "reduction", "lower": "reduction", "cut": "reduction"}


def _is_main(sentence: Sentence, group: Group) -> bool:
    """Return whether a statement hangs on a verb: it is finite, or the statement begins with it, and stands in no clause of its own."""
    if sentence.words[group.first].tag in ("to", "verb") and _is_opening_aim(sentence, group):
        return False
    begins = group.first == 0 or sentence.words[group.first - 1].tag == "stop"
    alone = begins and not any(other.finite and other.first > group.first for other in sentence.groups)
    return (group.finite or alone) and not _is_subordinate(sentence, group)


def _is_opening_aim(sentence: Sentence, group: Group) -> bool:
    """Return whether a verb stands in the aim that a sentence opens with: to help crews|find berths, we will …"""
    first = next((word for word in sentence.words if word.tag not in ("number", "stop", "determiner")), None)
    if first is None or first.tag != "to":
        return False
    commas = (at for at, word in enumerate(sentence.words[:-1]) if word.tag == "comma")
    comma = next((at for at in commas if sentence.words[at + 1].tag in ("pronoun", "determiner")), None)
    comma = comma or next((at for at, word in enumerate(sentence.words) if word.tag == "comma"), None)
    return comma is not None and group.first < comma and any(other.finite and other.first > comma for other in sentence.groups)


def _says(sentence: Sentence, group: Group) -> bool:
    """Return whether a verb only says what follows: I believe that, we will make sure."""
    after = sentence.words[group.end].lower if group.end < len(sentence.words) else ""
    if after == "that" and sentence.words[group.main].tag == "be" and group.end + 1 < len(sentence.words):
        return sentence.words[group.end + 1].lower != "of"  # the second change is that|the grant will rise
    says = group.verb is not None and ("say" in group.verb.does or group.verb.base in _SHOWS) and not group.passive
    return (says and after in _SAID) or after == "sure"


_SAID = frozenset("that how whether what why when".split())  # noqa: SIM905
_SHOWS = frozenset({"show", "prove", "mean", "indicate", "suggest"})
_KEY = re.compile(r"^(?:\w+:\s[\"'“]?|(?:That|This) is why\s)")
"""A label before a sentence: detail: The board was…"""


_OPENS_CLAUSE = frozenset("if when while where because although though unless as since whether once until before after so".split())  # noqa: SIM905


def _is_subordinate(sentence: Sentence, group: Group) -> bool:
    """Return whether a verb stands in a clause that another hangs on: if we act,|…; the plan that|was agreed; the plan we|made is."""
    words = sentence.words
    if group.first > 1 and words[group.first - 1].tag == "pronoun" and words[group.first - 2].tag == "noun":
        later = next((other for other in sentence.groups if other.first >= group.end and other.finite), None)
        if later is not None and all(word.tag not in ("comma", "stop", "conjunction") for word in words[group.end : later.first]):
            return True
    for at in range(group.first - 1, -1, -1):
        word = sentence.words[at]
        if word.tag == "comma" and _leads_up_still(sentence, group, at):
            return True
        if word.tag in ("comma", "stop"):
            return False
        if word.tag == "subordinator" or word.lower in _OPENS_CLAUSE:
            own = any(other.finite and at < other.first < group.first for other in sentence.groups)
            if own and word.lower in ("that", "which", "who", "where", "whose"):
                continue  # the fundamentals that sustain growth|have been cemented
            return not (word.lower == "that" and at and _says_at(sentence, at))
    return False


def _leads_up_still(sentence: Sentence, group: Group, comma: int) -> bool:
    """Return whether a clause behind "and" still belongs to the one a sentence opens with: although A is, and B|is, our C is."""
    words = sentence.words
    opener = next((word for word in words if word.tag not in ("number", "stop")), None)
    if opener is None or opener.lower not in _LEADS_UP or words[comma + 1].lower not in ("and", "or"):
        return False
    later = next((other for other in sentence.groups if other.finite and other.first > group.end), None)
    if later is None:
        return False
    joint = max((at for at in range(group.end, later.first) if words[at].tag == "comma"), default=None)
    if joint is None or words[joint + 1].tag == "conjunction":
        return False
    return not any(word.tag == "subordinator" for word in words[joint : later.first])


_LEADS_UP = frozenset("although though while whereas if as because since".split())  # noqa: SIM905
"""What opens clauses that lead up to the main one, and may be told of two things."""


def _says_at(sentence: Sentence, at: int) -> bool:
    group = sentence.group_ending(at)
    if group is None or group.passive or (group.first == 0 and sentence.words[0].tag == "to"):
        return False  # to ensure that|the scheme lasts, we
    says = group.verb is not None and ("say" in group.verb.does or group.verb.base in _SHOWS)
    return sentence.words[group.main].tag == "be" or says


def _about(sentence: Sentence, group: Group) -> str | None:
    if (
        group.verb is not None
        and group.verb.base in _FORESEES
        and not group.passive
        and (foreseen := object_of(sentence, group)) is not None
    ):
        return foreseen  # most yards expect|slower trade
    if group.verb is not None and group.verb.base in _DEMANDS and not group.passive and (due := _due(sentence, group)) is not None:
        return due
    found = sentence.before(group.first)
    subject = accepted_name(sentence, found, whole=True) if found is not None else None
    made_in = group.end < len(sentence.words) and sentence.words[group.end].lower in PROGRESS_IN
    if subject is not None and group.passive and made_in and subject.split()[-1].lower() in PROGRESS:
        field = sentence.name(sentence.behind(group.end + 1))
        return field if field is not None and " " in field else None  # good progress was made in|road safety
    if (
        subject is not None
        and found is not None
        and " " not in subject
        and any(w.tag == "pronoun" for w in sentence.words[found.first : found.end])
    ):
        subject = None  # the charts|I laid out are critical
    if found is not None and group.passive and is_endeavour(sentence, found):
        deed = next((other for other in sentence.groups if other.first >= found.first and sentence.words[other.first].tag == "to"), None)
        return object_of(sentence, deed, steps=1) if deed is not None else None  # steps were taken to improve|road safety
    if found is not None and sentence.head(found) in class_of("purposeful") and (put := _consists_in(sentence, group)) is not None:
        return put
    if (got := given_to_subject(sentence, group)) is not None:
        return got
    if subject is None and found is not None and group.passive and (called := _called_short(sentence, group, found)) is not None:
        return called
    if subject is not None and (re.fullmatch(r"[A-Z][A-Z&]{1,5}", subject) or is_proper(subject)):
        subject = None if _acts(sentence, group) else subject
    if subject is not None and not group.passive and _lists_bodies(subject) and _acts(sentence, group):
        subject = None  # the Quay Board, the Harbour Council and Bayland offices|will organise
    if found is None and not group.passive and (told := _deed_as_subject(sentence, group)) is not None:
        return told
    if subject is not None and found is not None and sentence.head(found) in _FIRMS and _acts(sentence, group):
        if group.verb is not None and group.verb.base in _PARTNERS:
            return None  # several associations will partner|the Board
        return object_of(sentence, group) or (subject if " " in subject else None)  # several firms in the sector|bought new looms
    if subject is not None and not group.passive and group.verb is not None and "act" in group.verb.does and _heads_agent(subject):
        subject = None  # the tripartite Harbour Council|oversees the works
    if subject is not None and (fed := _fed(sentence, group)) is not None:
        return fed
    if subject is not None and found is not None and group.passive and sentence.head(found) in class_of("receiver"):
        return with_fate(sentence, found, subject, left=0)  # crews|exempted from paying dues
    bare = subject is not None and " " not in subject and subject.lower() in class_of("receiver") and not group.passive
    if bare and group.verb is None and sentence.words[group.main].tag == "have":
        return object_of(sentence, group)  # employers will have|another year
    if subject is not None:
        return subject if " " in subject or is_proper(subject[1:]) else _with_scope(sentence, group, subject)
    if (
        not group.passive
        and group.verb is None
        and group.first
        and sentence.words[group.first - 1].lower == "there"
        and sentence.words[group.first].lower not in ("should", "must")
    ):
        there = sentence.name(sentence.behind(group.end, prepositions=OBJECT_QUALIFIERS))
        return there if there is not None and " " in there else None  # there are|weak links in the supply of grain
    bound = next(
        (other for other in sentence.groups if other.first == group.end and group.verb is not None and group.verb.base == "remain"), None
    )
    if bound is not None or group.passive or (group.verb is None and sentence.words[group.main].tag == "be"):
        return _bound_to(sentence, bound or group)
    return object_of(sentence, group)


def _with_scope(sentence: Sentence, group: Group, subject: str) -> str:
    """Return a bare subject with what its sentence tells it of behind the verb: demand has picked up|for berths, work began|on the quay."""
    words, at = sentence.words, group.end
    joined = at + 1 < len(words) and words[at].tag == "preposition" and words[at].lower in _SCOPE.get(subject.lower(), ())
    if not joined or sentence.time_from(at) is not None:
        return subject
    of_what = sentence.name(sentence.behind(at + 1, prepositions=OBJECT_QUALIFIERS))
    return f"{subject} {words[at].lower} {of_what}" if of_what is not None and not is_agent(of_what) else subject


def _deed_as_subject(sentence: Sentence, group: Group) -> str | None:
    """Return what a deed is done to that is itself the subject: in hard times, sustaining|demand from abroad|will remain vital."""
    deed = next((other for other in reversed(sentence.groups) if other.end <= group.first), None)
    opens = deed is not None and (deed.first == 0 or sentence.words[deed.first - 1].tag in ("comma", "stop"))
    if deed is None or not opens or sentence.words[deed.first].tag != "ing" or deed.end - deed.first > 1:
        return None
    held = held_by(sentence, deed)
    name = object_of(sentence, deed) if held is not None and held.end == group.first else None
    return name if name is not None and " " in name else None


_SCOPE = {
    "demand": ("for", "in", "from"), "need": ("for",), "support": ("for",), "funding": ("for",), "work": ("on",),
    "construction": ("on", "of"),
    "investment": ("in",), "competition": ("in", "among", "between", "for"), "growth": ("in", "of"), "trade": ("with", "between"),
    "cooperation": ("with", "between", "in", "on"), "restrictions": ("on",), "pressure": ("on",), "access": ("to",),
    "preparations": ("for",), "consultation": ("on",), "negotiations": ("on", "with"),
}  # fmt: skip
"""Nouns that say little alone, and what joins them to what they are of."""


def _fed(sentence: Sentence, group: Group) -> str | None:
    """Return the change that something brings about, which is what is told: demand from abroad will sustain|export growth."""
    if group.passive or group.verb is None or group.verb.base not in _FEEDS:
        return None
    held = held_by(sentence, group)
    words = [word.lower for word in sentence.words[held.first : held.end]] if held is not None else []
    if held is None or not any(word in class_of("change") for word in words):
        return None
    name = accepted_name(sentence, held)
    return name if name is not None and " " in name else None


_FEEDS = frozenset("sustain support underpin drive fuel boost spur lead bring cause".split())  # noqa: SIM905
"""What leads to a change: the change is what the sentence is about."""


def _called_short(sentence: Sentence, group: Group, found: Range) -> str | None:
    """Return what is called by its letters alone, where something is done to it: the TSS|will be renamed; but: the NTA is asked to."""
    name = sentence.name(found)
    if name is None or not is_called_short(name) or sentence.words[group.main].lower in _OF_BODIES:
        return None
    said = group.verb is not None and group.verb.does & {"say", "give"}
    bound = any(other.first == group.end and sentence.words[other.first].tag == "to" for other in sentence.groups)
    return None if said or bound else name


_OF_BODIES = frozenset("committed dedicated devoted required tasked engaged involved concerned pleased based prepared".split())  # noqa: SIM905
"""What a body is said to be, whose letters name nothing."""


def _acts(sentence: Sentence, group: Group) -> bool:
    """Return whether a verb says what a body does to something, not what becomes of it: the Fund buys bonds, but: the Fair opens in May."""
    held = None if group.passive else held_by(sentence, group)
    if group.verb is None:
        done = sentence.words[group.main].tag in ("ed", "verb")
        return done and held is not None and sentence.words[held.first].tag == "determiner"  # Reed presented|a paper
    if group.passive:
        return False
    if group.verb.base in _BEGINS:
        return held is not None and sentence.head(held) not in _AT_WORK
    return "turn" not in group.verb.does or (held is not None and "move" in group.verb.does)


_BEGINS = frozenset("open begin start commence close end take come expire".split())  # noqa: SIM905
_AT_WORK = frozenset("operation operations service effect place shape force business use".split())  # noqa: SIM905
"""What something begins that is not done to anything: the centre will commence|operation."""


def _consists_in(sentence: Sentence, group: Group) -> str | None:
    """Return what an aim or a challenge is: our first priority is to expand|rural clinics, a challenge is that of finding|staff."""
    words, at = sentence.words, group.end
    if group.verb is not None or words[group.main].tag != "be":
        return None
    if [word.lower for word in words[at : at + 2]] == ["that", "of"]:
        at += 1
        if at + 2 < len(words) and words[at + 1].lower.endswith("ing") and words[at + 1].tag == "noun":
            return sentence.name(sentence.behind(at + 2))  # that of developing|good staff
    deed = next((other for other in sentence.groups if other.first == at and words[at].tag in ("to", "ing")), None) or deed_behind(
        sentence, at
    )
    aim = object_of(sentence, deed) if deed is not None else None
    return aim if aim is not None and " " in aim else None


_PARTNERS = frozenset({"partner", "join", "support", "attend"})
_FIRMS = frozenset({
    "employers", "associations", "unions", "companies", "firms", "enterprises", "businesses", "authorities", "departments", "agencies",
    "bureaux",
})  # fmt: skip
_FORESEES = frozenset("expect forecast anticipate foresee predict".split())  # noqa: SIM905
_DEMANDS = frozenset("require expect want ask need".split())  # noqa: SIM905


def _due(sentence: Sentence, group: Group) -> str | None:
    """Return what is to be dealt with: the contract requires|the building|to be completed."""
    held = held_by(sentence, group)
    further = next((other for other in sentence.groups if held is not None and other.first == held.end), None)
    if held is None or further is None or not further.passive or sentence.words[further.first].tag != "to":
        return None
    return accepted_name(sentence, held)


def _heads_agent(name: str) -> bool:
    """Return whether a longer name is one of a body: the tripartite Harbour Council."""
    words = name.split()
    if any(word in ("in", "of", "for", "between", "with") for word in words):
        return False  # farming in China
    return len(words) > 1 and words[-1][:1].isupper() and words[-1].lower() in class_of("agent")


def _lists_bodies(name: str) -> bool:
    """Return whether a name lists who acts, bodies named in full before others of their kind."""
    pieces = [piece.removeprefix("the ") for piece in re.split(r", (?:and )?| and ", name)]
    named = len(pieces) > 1 and is_proper(pieces[0]) and all(piece[:1].isupper() for piece in pieces)
    return named and any(_heads_agent(piece) for piece in pieces)


def _bound_to(sentence: Sentence, group: Group) -> str | None:
    """Return what somebody is bound to do something to: the Town is committed to increasing|the supply of berths; or worries about."""
    if sentence.words[group.main].lower in ("concerned", "worried") and sentence.words[group.end : group.end + 1] != []:
        worry = sentence.name(sentence.behind(group.end + 1, prepositions=OBJECT_QUALIFIERS))
        return worry if sentence.words[group.end].lower == "about" and worry is not None and " " in worry else None
    if sentence.words[group.main].lower not in ("committed", "dedicated", "devoted") or group.end >= len(sentence.words):
        return None
    deed = next((other for other in sentence.groups if group.end <= other.first <= group.end + 1), None)
    if sentence.words[group.end].lower == "to" and deed is None:
        aim = sentence.name(sentence.behind(group.end + 1, prepositions=OBJECT_QUALIFIERS))
        return aim if aim is not None and " " in aim else None  # remain committed to|fair trade
    if sentence.words[group.end].lower != "to" or deed is None:
        return None
    kept = object_of(sentence, deed)  # committed to keeping|taxes|low
    return kept or sentence.name(sentence.behind(deed.end, prepositions=OBJECT_QUALIFIERS))
