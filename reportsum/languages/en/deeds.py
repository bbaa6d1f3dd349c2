"""Things counted → the things with what is done with them: "built 300 schools", schools built; "training for 21 million workers".

What they are the subject of tells it as well: "6,000 villages will be|linked up to the grid", "19 ports|have set up a fund". A bare noun
(firms, counties) does not say what is counted. The verb whose object it is says it (schools built), or what is given to it or done in it:
the noun before the preposition that it stands behind (rebates|to more than 900|firms).
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .phrases import Group, Range, Sentence
from .words import class_of, participle

_MOST = 2
"""Words. A longer name says by itself what is counted."""
_LONGEST_HELPED = 5
"""Words. What is helped is told with it, though it is longer: farms and dairies|benefiting."""
_LONGEST = 12
_GIVEN_TO = frozenset({"for", "to", "in", "across", "among", "with"})
_NO_DEED = frozenset(
    [
        "have",
        "be",
        "do",
        "go",
        "come",
        "let",
        "make",
        "take",
        "get",
        "keep",
        "see",
        "total",
        "number",
        "exceed",
        "reach",
        "join",
        "bring",
        "live",
        "lie",
        "stand",
        "sit",
        "travel",
        "die",
        "occur",
        "exist",
        "happen",
        "emerge",
    ]
)
"""Verbs that tell nothing that was done to their object, or have none."""


def with_deed(sentence: Sentence, left: int, name: str) -> str:
    """Return the name of counted things with what is done with them; the name itself where nothing is or it says enough.

    `left` is where the words end that stand before the figure.
    """
    if len(name.split()) > _MOST + 2 and not name.startswith("people ") and " in " not in name:
        return name
    while left and (
        sentence.words[left - 1].lower in ("all", "the") or (sentence.words[left - 2 : left] and sentence.words[left - 2].lower == "all")
    ):
        left -= 1  # to all of the|18 districts
    given = _given(sentence, _behind_one_more(sentence, left), name)
    if given is not None:
        return given
    capital = name.split()[-1][:1].isupper() and not name.isupper() and name.lower() not in class_of("receiver")
    group = _governing(sentence, left)
    most = _LONGEST_HELPED if group is not None and group.verb is not None and group.verb.base in _HELPED else _MOST
    if group is not None and group.verb is not None and group.verb.base in _IN_DOING and " in " in name:
        whom, _, in_what = name.partition(" in ")  # trained 640|inspectors in the new rules
        told = f"{whom} {participle(group.verb.base)}"
        return told if in_what.split()[0].endswith("ing") else f"{told} in {in_what}"
    who, _, where = name.partition(" ")
    moved = who in class_of("generic") and where.startswith(("from ", "to ", "into ", "out "))
    if (len(name.split()) > most and not moved) or capital:
        return name
    done = participle_of(sentence, group) if group is not None else None
    if group is not None and done is not None and group.verb is not None and "give" in group.verb.does and who in class_of("receiver"):
        gift = _gift(sentence, left)
        return f"{name} {done} {gift}" if gift is not None else name  # give 40,000|households a rebate: not households given
    if done is not None and moved:
        return f"{who} {done} {where}"  # relocated 300|people from the valleys
    if group is not None and done is not None and (beside := _done_before(sentence, group)) is not None:
        done = f"{beside} {done}"
    return name if done is None or done in name.split() else f"{name} {done}{_out_of(sentence, left)}"


def _gift(sentence: Sentence, left: int) -> str | None:
    """Return what those who are counted are given: 40,000 households|with a rebate of $500, 12,000 seniors|a bonus; with its joint."""
    words = sentence.words
    at = next((at for at in range(left, len(words)) if words[at].tag == "figure"), len(words)) + 1
    whom = sentence.behind(at, prepositions=frozenset({"of", "in", "from"}))
    if whom is None or whom.end + 1 >= len(words):
        return None
    joint = "with " if words[whom.end].lower == "with" else ""
    if not joint and words[whom.end].tag != "determiner":
        return None
    gift = sentence.name(sentence.behind(whom.end + bool(joint), prepositions=frozenset()))
    return f"{joint}{gift}" if gift is not None and len(gift.split()) <= _MOST + 2 else None


_IN_DOING = frozenset({"train", "support", "help", "assist", "guide", "instruct", "coach", "mentor"})


def _out_of(sentence: Sentence, left: int) -> str:
    """Return what things are brought out of, with a space before it: lifted 12 million people|out of poverty."""
    words = sentence.words
    at = next((at for at in range(left, len(words)) if words[at].tag == "figure"), len(words)) + 1
    first = at
    while at < len(words) and words[at].tag == "noun":
        at += 1
    if at > first and [word.lower for word in words[at : at + 2]] == ["out", "of"]:
        what = sentence.name(sentence.behind(at + 2, prepositions=frozenset()))
        return f" out of {what}" if what is not None else ""
    return ""


def _behind_one_more(sentence: Sentence, left: int) -> int:
    """Return where the places begin that stand before a figure for the others: in the capital and|9 other towns."""
    at = left - 1
    if at < 1 or sentence.words[at].tag != "conjunction":
        return left
    while at and sentence.words[at - 1].tag in ("noun", "determiner", "comma"):
        at -= 1
    return at if at and sentence.words[at - 1].lower in ("in", "across", "at") else left


def _done_before(sentence: Sentence, group: Group) -> str | None:
    """Return what else a verb before the one at hand does to their object, with its joint: built or|repaired 310 bridges."""
    joint = group.first - 1
    if joint < 1 or sentence.words[joint].lower not in ("or", "and"):
        return None
    before = sentence.group_ending(joint)
    done = participle_of(sentence, before) if before is not None and before.verb is not None else None
    return None if done is None else f"{done} {sentence.words[joint].lower}"


def _given(sentence: Sentence, left: int, name: str) -> str | None:
    """Return what is given to things or done in them: job training for|workers."""
    if not left or sentence.words[left - 1].tag != "preposition" or sentence.words[left - 1].lower not in _GIVEN_TO:
        return None
    joint = sentence.words[left - 1].lower
    if joint == "with":
        found = sentence.before(left - 1, inner=True)
        agreed = found is not None and sentence.head(found) in class_of("agreed")
        told = f"{sentence.name(found)} with {name}"
        return told if agreed and len(told.split()) <= _LONGEST else None  # agreements|with four ports
    done = sentence.group_ending(left - 1)
    if done is not None and done.passive and done.verb is not None and "give" in done.verb.does and joint in ("for", "to"):
        handed = _without_sum(sentence, done.first)  # grants were paid to 300|crews
        told = f"{handed} {joint} {name}"
        return told if handed is not None and not any(c.isdigit() for c in handed) and len(told.split()) <= _LONGEST else None
    if done is not None and done.passive and done.verb is not None and done.verb.base in ("waive", "cancel", "remit") and joint == "for":
        spared = sentence.name(sentence.before(done.first))
        told = f"{name} with {sentence.within(spared)} {sentence.words[done.main].text}" if spared is not None else ""
        return told if 0 < len(told.split()) <= _LONGEST else None  # fees were waived for 300|farmers
    widened = joint == "to" and done is not None and done.verb is not None and done.verb.base in ("extend", "expand")
    if (
        done is not None
        and done.passive
        and done.verb is not None
        and (widened or (done.verb.base in _PUT_UP and joint in ("in", "across", "at")))
    ):
        put_up = sentence.name(sentence.before(done.first))
        told = f"{name} with {sentence.within(put_up)}" if put_up is not None else ""
        return told if 0 < len(told.split()) <= _LONGEST else None  # offices|with a new payment system
    if joint == "to" and sentence.words[left - 2].tag == "figure" and (paid := _paid(sentence, left - 2)) is not None:
        return f"{name} {paid}"  # pay $3 million to 300|firms
    found = sentence.before(left - 1, inner=True)
    if found is None or any(word.tag == "figure" for word in sentence.words[found.first : found.end]):
        return None
    what = sentence.name(found)
    group = _verb_before(sentence, found.first)
    if what is None or sentence.head(found) in (*class_of("bare"), *class_of("agent"), *class_of("time"), *class_of("generic")):
        return None
    if joint == "to" and not (
        sentence.words[found.first - 1].lower == "in" or (group is not None and group.verb is not None and "give" in group.verb.does)
    ):
        return None
    if sentence.words[found.first - 1].lower != "in" and (
        group is None or group.verb is None or bool(group.verb.does & {"turn", "say"}) or group.verb.base in _NO_DEED
    ):
        return None
    if joint in ("in", "across", "among") and sentence.words[found.first].tag != "determiner" and not sentence.head(found).endswith("s"):
        return None  # save energy in|1,000 enterprises
    if joint == "for" and group is not None and group.verb is not None and group.verb.base in ("waive", "remit"):
        told = f"{name} with {what} {participle(group.verb.base)}"  # waive the fees for 300|farmers
        return told if len(told.split()) <= _LONGEST else name
    told = f"{what} {joint} {name}"
    return told if len(told.split()) <= _LONGEST else None


def _without_sum(sentence: Sentence, end: int) -> str | None:
    """Return the subject of what was handed out, without how much it came to: grants|totalling $3 million|were paid."""
    at = end
    if at > 2 and sentence.words[at - 1].tag == "figure" and sentence.words[at - 2].lower in _COMES_TO:
        at -= 2
    return sentence.name(sentence.before(at, inner=at < end))


_COMES_TO = frozenset({"totalling", "totaling", "worth", "of"})


_PUT_UP = frozenset("establish set introduce launch open build install pilot adopt roll".split())  # noqa: SIM905
"""What was put up in so many places tells which places they are."""


def _paid(sentence: Sentence, at: int) -> str | None:
    """Return what happens to whom a sum at a place is given to: paid, granted; None where nothing is given."""
    while at and (
        sentence.words[at - 1].tag in ("adverb", "preposition", "determiner", "subordinator") or sentence.words[at - 1].lower == "more"
    ):
        at -= 1
    group = sentence.group_ending(at)
    gives = group is not None and not group.passive and group.verb is not None and group.verb.base in ("pay", "grant", "award", "refund")
    return participle(group.verb.base) if gives and group is not None and group.verb is not None else None


def _verb_before(sentence: Sentence, first: int) -> Group | None:
    while first and sentence.words[first - 1].tag in ("determiner", "adverb", "number"):
        first -= 1
    return sentence.group_ending(first)


def _governing(sentence: Sentence, left: int) -> Group | None:
    """Return the verb whose object a figure's things are, also behind others of a list: built 300 schools and|40 clinics."""
    group = sentence.group_ending(left)
    while group is None and left > 2 and sentence.words[left - 1].tag in ("conjunction", "comma"):
        back = left - 1
        while back and sentence.words[back - 1].tag in ("noun", "number", "comma"):
            back -= 1
        if not back or sentence.words[back - 1].tag != "figure":
            return None
        left = back - 1
        while left and sentence.words[left - 1].tag == "adverb":
            left -= 1
        group = sentence.group_ending(left)
    return group


def participle_of(sentence: Sentence, group: Group) -> str | None:
    """Return what a verb's object is when the deed is done: build → built; None for a verb that does nothing to its object."""
    main = sentence.words[group.main]
    if group.passive:
        return None
    if group.verb is None:
        return main.text if main.tag == "ed" and main.lower.endswith("ed") else None  # a verb that no table holds: drilled
    if group.verb.base in _NO_DEED or (group.verb.does & {"say", "turn"} and group.verb.base not in _NOTED):
        return None
    particle = f" {sentence.words[group.end - 1].text}" if group.end - 1 > group.main else ""
    return (_HELPED.get(group.verb.base) or participle(group.verb.base)) + particle


_NOTED = frozenset({"record", "register", "report", "find"})
"""Verbs of saying that tell how things came to be counted: crimes recorded."""
_HELPED = {"benefit": "benefiting"}
"""Verbs whose object is not said to be done: schemes benefit|firms, firms benefiting."""


# --- what they are the subject of -----------------------------------------------------------------------------------------------

_SAYS_ENOUGH = 5
"""Words. To a longer name a bare deed (repaired) adds little."""
_SHORT = 7
"""Words. A longer name of things says enough without what befalls them."""
_BEHIND_DONE = frozenset("to as on off out from under by with into onto through against".split())  # noqa: SIM905
_STAND = frozenset("on under without in behind below above".split())  # noqa: SIM905


def with_fate(sentence: Sentence, found: Range, name: str | None, *, left: int) -> str | None:
    """Return things with what is told of them behind: homes|rebuilt, villages|linked up to the grid, ports|that have set up a fund.

    The name itself where it is long enough, or where nothing short is told. `found` is where the things stand, `left` where the
    words end that stand before their figure.
    """
    if name is None or len(name.split()) > _SHORT:
        return name
    if left and (goes := _goes(sentence, found.end)) is not None and sentence.words[left - 1].lower in _BEFORE_GOING:
        return f"{name} {goes}"  # with 8 million|students graduating this year
    group = _told_of(sentence, found.end)
    if group is None:
        return name
    if any(word.tag == "not" for word in sentence.words[group.first : group.end]):
        what = (
            _complement(sentence, group.end, _BEHIND_DONE, bare=True)
            if " " not in name and sentence.words[group.first].tag != "modal"
            else None
        )
        did = " ".join(word.text for word in sentence.words[group.first : group.end])
        return f"{name} that {did} {what}" if what is not None else name  # 90 per cent of firms|do not pay tax
    if _is_within(sentence, left) and group.first == found.end and sentence.words[group.first].tag not in ("ed", "verb"):
        return name  # restoration of 450 paintings|is under way: that is told of the restoration
    fate = _suffered(sentence, group) if group.passive else _borne(sentence, group)
    if fate is None or (len(name.split()) > _SAYS_ENOUGH and " " not in fate):
        return name
    told = f"{name} {fate}"
    return told if len(told.split()) <= _LONGEST else name


def done_behind(sentence: Sentence, at: int) -> str | None:
    """Return what a participle at a place says was done to things: 40|moved from the coast; None where none stands there."""
    group = next((group for group in sentence.groups if group.first == at and sentence.words[at].tag == "ed"), None)
    if group is None or group.end - group.first > 2:
        return None
    done = " ".join(word.text for word in sentence.words[group.first : group.end])
    behind = _complement(sentence, group.end, _BEHIND_DONE, bare=False)
    return done if behind is None else f"{done} {behind}"


def _goes(sentence: Sentence, at: int) -> str | None:
    """Return a participle that stands alone behind things: students|graduating this year."""
    words = sentence.words
    if at + 1 >= len(words) or words[at].tag != "ing":
        return None
    ends = words[at + 1].tag in ("stop", "comma") or sentence.time_from(at + 1) is not None
    return words[at].text if ends else None


_BEFORE_GOING = frozenset({"with", "over", "than", "of"})


def _is_within(sentence: Sentence, left: int) -> bool:
    """Return whether things stand behind a preposition, so that a verb behind them has another subject."""
    words = sentence.words
    if not left or words[left - 1].tag != "preposition":
        return False
    return not (left > 1 and words[left - 1].lower == "of" and words[left - 2].lower in _SUMS)


_SUMS = frozenset({"total", "number", "lot", "record", "average"})


def _told_of(sentence: Sentence, at: int) -> Group | None:
    """Return the verb that things which end at a place are the subject of; "who are to be relocated" as well."""
    words = sentence.words
    while at < len(words) and (words[at].tag == "adverb" or words[at].lower in ("who", "that", "which")):
        at += 1
    told = next((group for group in sentence.groups if group.first == at and (group.finite or words[at].tag == "ed")), None)
    if told is None or at == 0 or words[at - 1].tag != "subordinator":
        return told
    later = next((group for group in sentence.groups if group.first > at and group.finite), None)
    between = words[told.end : later.first] if later is not None else []
    joined = all(word.tag not in ("comma", "stop", "subordinator", "conjunction", "pronoun", "figure") for word in between)
    return later if later is not None and joined else told  # people who moved to the coast|have gained the vote


def _suffered(sentence: Sentence, group: Group) -> str | None:
    """Return what a passive says of its subject: taken off|the roads; None where it only says what somebody thinks."""
    if group.verb is not None and ("say" in group.verb.does or group.verb.base in _NO_FATE):
        return None
    done = " ".join(word.text for word in sentence.words[group.main : group.end])
    if [word.tag for word in sentence.words[group.end : group.end + 2]] == ["conjunction", "ed"]:
        return f"{done} {sentence.words[group.end].text} {sentence.words[group.end + 1].text}"  # will be built or|upgraded
    behind = _complement(sentence, group.end, _BEHIND_DONE, bare=group.end - 1 > group.main or _gives(group))
    if behind is None:
        return None if group.verb is not None and group.verb.base in _NO_DEED else done
    return f"{done} {behind}"


_NO_FATE = frozenset("enable allow encourage permit include involve need require list face meet".split())  # noqa: SIM905


def _gives(group: Group) -> bool:
    return group.verb is not None and "give" in group.verb.does


def _borne(sentence: Sentence, group: Group) -> str | None:
    """Return what an active verb says of its subject: that gained|access to water, on|our tariff."""
    words = sentence.words
    main = words[group.main]
    if group.verb is None:
        if main.tag == "be" and group.end < len(words) and words[group.end].lower in _STAND:
            return _complement(sentence, group.end, _STAND, bare=False)
        owned = _complement(sentence, group.end, frozenset(), bare=True) if main.tag == "have" else None
        return None if owned is None else f"with {owned}"
    if (
        group.verb.base in ("see", "find", "feel")
        or (group.verb.does & {"say", "turn", "go_on"} and "act" not in group.verb.does)
        or main.tag not in ("verb", "ed")
    ):
        return None
    if (expected := next((at for at in range(group.first, group.main) if words[at].lower in _EXPECTED), None)) is not None:
        closes = group.end >= len(words) or words[group.end].tag in ("stop", "comma") or sentence.time_from(group.end) is not None
        return " ".join(word.text for word in words[expected : group.end]) if closes else None  # staff|expected to retire
    end = group.end
    while end < len(words) and (words[end].tag == "particle" or words[end].lower == "themselves"):
        end += 1  # lift themselves out|of poverty
    did = " ".join(word.text for word in words[group.main : end])
    behind = _complement(sentence, end, _BEHIND_DONE | _GIVEN_TO, bare=True)
    if behind is None:
        ends = end >= len(words) or words[end].tag in ("stop", "comma", "conjunction")
        if ends and group.verb.base in _TAKES_PART:
            return _TAKES_PART[group.verb.base]  # and 300 yards have|joined
        return did if ends and group.first == group.main and main.tag == "ed" else None  # and 40 leaks|repaired
    participle_alone = main.tag == "ed" and group.first == group.main and words[end].tag == "preposition"
    return f"{did} {behind}" if participle_alone else f"that {did} {behind}"  # specimens received|from Java


def _complement(sentence: Sentence, at: int, joints: frozenset[str], *, bare: bool) -> str | None:
    """Return the short phrase that goes on behind a verb, its preposition with it; None where a time or a figure stands there."""
    words = sentence.words
    if at >= len(words) or sentence.time_from(at) is not None:
        return None
    joined = words[at].tag == "preposition" and (words[at].lower in joints or (bare and words[at].lower == "of"))
    if not joined and (not bare or words[at].tag not in ("noun", "determiner")):
        return None
    found = sentence.behind(at + 1 if joined else at, prepositions=_WITHIN_COMPLEMENT, most=8)
    if found is None or sentence.time_from(found.first) is not None or words[found.first].lower in _THEIRS_ALONE:
        return None
    name = sentence.name(found)
    if name is None or any(c.isdigit() for c in _IN_WORD.sub("", name)) or sentence.head(found) in class_of("vague"):
        return None
    if joined and words[at].lower == "by" and name[:1].isupper():
        return None  # who did it
    first = words[found.first]
    if first.tag == "determiner" and name.startswith(words[found.first + 1].text):
        name = f"{first.text} {name}"
    return f"{words[at].text} {name}" if joined else name


_IN_WORD = re.compile(r"(?<=[A-Za-z])-\d+")
"""A number that is part of a word: the COVID|-19 vaccine."""
_TAKES_PART = {"benefit": "benefiting", "participate": "participating", "join": "joining", "register": "registered", "apply": "applying"}
_EXPECTED = frozenset({"expected", "due", "scheduled", "projected", "forecast", "set", "likely"})
_WITHIN_COMPLEMENT = frozenset({"of", "to"})
_THEIRS_ALONE = frozenset({"this", "that", "these", "those", "such"})
