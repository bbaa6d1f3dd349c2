"""What a deed is done to: a verb → the name of its object, behind the words that only help to tell it.

Steps are taken to curb|emissions, priority is given to|rural schools, employers are worked with to design|courses: what stands between
the verb and what is changed names nothing. A thing that is known by its purpose is told with it: a campaign|to combat fraud.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .accepting import accepted_name, is_agent, is_called_short, is_person, is_proper, subject_of
from .phrases import Group, Range, Sentence
from .words import class_of, verbs

_MOST_STEPS = 3
"""Verbs that hang on each other are followed so far: plan to take steps to help firms to|…"""
_LONGEST = 12
"""Words of a name that tells a purpose."""


def object_of(sentence: Sentence, group: Group, *, steps: int = 0) -> str | None:
    """Return the name of what a verb does something to; None where it is not told or only pointed to."""
    if group.verb is not None and group.verb.base in _TURNS_INTO:
        return None  # what somebody is to become
    if (exempt := _exempted(sentence, group)) is not None:
        return exempt
    held = _behind_light(sentence, held_by(sentence, group))
    if group.verb is not None and group.verb.base != "make" and (paid := held_by(sentence, group)) is not None:
        held = paid if sentence.head(paid) in _PAID_IN else held  # involve|contributions to the fund
    if held is not None and sentence.words[held.first].lower in _POINTS and not sentence.words[held.first + 1].lower.endswith("'s"):
        return None  # build on|these new directions: which, was said before
    deed = deed_behind(sentence, held.end if held is not None else group.end) if steps < _MOST_STEPS else None
    if held is not None and deed is None and sentence.head(held) in class_of("receiver") and _is_with_somebody(sentence, group, held):
        deed = _deed_beyond(sentence, held.end)
    if held is not None and (helped := _helped_to(sentence, group, held)) is not None:
        return helped
    if held is None or is_endeavour(sentence, held):
        if deed is not None:
            aim = object_of(sentence, deed, steps=steps + 1)  # continue efforts to prevent|floods
            if aim is not None and " " not in aim and any(word.tag == "comma" for word in sentence.words[deed.end : deed.end + 3]):
                return None  # measures to save energy, reduce waste and …: of the first alone nothing hangs
            return None if aim is None or (is_proper(aim) and " " not in aim) or is_agent(aim) else aim
        if held is None and (joined := joined_verb(sentence, group)) is not None:
            held = _behind_light(sentence, held_by(sentence, joined))
        if held is None and (means := _by_means(sentence, group)) is not None:
            return means
        if held is not None and group.verb is not None and group.verb.base in _ASKS:
            return None  # apply for approval
    if held is None or (held.end - held.first == 1 and sentence.head(held) in class_of("generic")):
        return None
    kept = _without_state(sentence, group, held)
    if kept.end < held.end and sentence.head(kept) in _KEPT:
        return sentence.name(kept)  # keep|employment|stable: a bare noun tells what is kept so
    held = kept
    name = sentence.name(held)
    if name is None and deed is not None and sentence.head(held) in class_of("purposeful"):
        return object_of(sentence, deed, steps=steps + 1)  # an initiative to shore up|weaknesses in planning
    if deed is not None and _is_with_somebody(sentence, group, held):
        aim = object_of(sentence, deed, steps=steps + 1)
        if aim is not None and (" " in aim or name is None or is_agent(name)):
            return aim  # ask the owners to plan|new berths
    if name is None or is_person(name):
        return None
    if group.verb is not None and group.verb.base in _TELLS and sentence.head(held) in (*class_of("receiver"), "groups", "parties"):
        return None  # whom one asks is not what it is about
    if is_called_short(name):
        # extend the TSS, but: ask the NTA to check moorings
        with_whom = _is_with_somebody(sentence, group, held) or (group.verb is not None and bool(group.verb.does & {"say", "give"}))
        if not with_whom and sentence.words[held.first].tag == "determiner":
            return name
    if is_agent(name) and not _is_set_up(sentence, group, name):
        return object_of(sentence, deed, steps=steps + 1) if deed is not None else None
    if deed is not None and (purpose := _with_purpose(sentence, held, name, deed, steps)) is not None:
        return purpose
    if group.verb is not None and group.verb.base in _HELPS and sentence.head(held) in class_of("receiver"):
        return f"support for {_WITHOUT_DEED.sub('', name)}"
    if len(name.split()) < _PLAIN and sentence.head(held) in _GIVEN and (given := _given_to(sentence, held, name)) is not None:
        return given
    if not _says_little(name) or (steps and name.islower()):
        return name
    if group.verb is not None and group.verb.base == "invest" and sentence.words[held.first].tag == "noun":
        return f"investment in {name}"
    return _with_place(sentence, held)


def _without_state(sentence: Sentence, group: Group, held: Range) -> Range:
    """Return what something is kept or made so without how it is kept or made: keep the ports|strong and united."""
    if group.verb is None or group.verb.base not in _KEEPS:
        return held
    words = sentence.words
    for at in range(held.first + 1, held.end):
        ends = at + 1 == held.end or words[at + 1].tag in ("preposition", "conjunction")
        if ends and words[at].lower in STATES and words[at - 1].tag == "noun":
            return Range(held.first, at)
    return held


_PAID_IN = frozenset({"contribution", "contributions"})


def _exempted(sentence: Sentence, group: Group) -> str | None:
    """Return what something is spared, with the thing: exempt from tax|all foreign income, exempt|boats from the duty."""
    if group.verb is None or group.verb.base != "exempt" or group.passive:
        return None
    words, at = sentence.words, group.end
    if at < len(words) and words[at].lower == "from":
        from_what = sentence.behind(at + 1, prepositions=frozenset())
        end = at + 1
        while end < len(words) and words[end].lower in _DUES:
            end += 1  # from tax|interest paid: the noun behind is no part of it
        what = sentence.behind(end, prepositions=OBJECT_QUALIFIERS) if end > at + 1 and from_what is not None else None
        dues = " ".join(word.text for word in words[at + 1 : end])
    else:
        what = sentence.behind(at, prepositions=frozenset({"of", "in"}))
        if what is None or what.end + 1 >= len(words) or words[what.end].lower != "from":
            return None
        dues = sentence.name(sentence.behind(what.end + 1, prepositions=frozenset())) or ""
    name = sentence.name(what)
    return f"{dues} exemption for {name}" if name is not None and dues and not any(c.isdigit() for c in name) else None


_DUES = frozenset({
    "income", "corporate", "property", "estate", "stamp", "customs", "import", "excise", "tax", "taxes", "duty", "duties", "levy", "levies",
    "fees", "gst", "vat",
})  # fmt: skip
_TELLS = frozenset({"consult", "notify", "inform", "remind"})
_TURNS_INTO = frozenset({"become", "remain", "seem", "appear", "constitute"})
_KEPT = frozenset({
    "employment", "jobs", "prices", "rents", "wages", "fares", "taxes", "exports", "imports", "inflation", "unemployment", "growth", "debt",
    "supply", "supplies", "rates",
})  # fmt: skip
"""Quantities that a bare noun tells when it is kept somehow: keep|employment stable."""
_KEEPS = frozenset({"keep", "make", "hold", "leave", "render"})
STATES = frozenset(
    "strong stable steady safe open clean affordable competitive healthy united cohesive resilient sustainable secure flat firm low high "  # noqa: SIM905
    "green attractive accessible viable vibrant liveable livable".split()
)
"""How something is kept or made, which looks like a noun behind it."""


_WITHOUT_DEED = re.compile(r" (?:in|with) [a-z]+ing$")
_HELPS = frozenset({"support", "help", "assist", "subsidise"})
"""Who is helped names nothing: the help is what is told of."""


_GIVEN = frozenset("support assistance aid help relief subsidies guidance training advice loans grants funding incentives".split())  # noqa: SIM905


def _given_to(sentence: Sentence, held: Range, name: str) -> str | None:
    """Return what is given with whom it is given to: financial support|to new firms."""
    words = sentence.words
    if held.end + 1 >= len(words) or words[held.end].lower != "to" or words[held.end].tag != "preposition":
        return None
    whom = sentence.name(sentence.behind(held.end + 1, prepositions=OBJECT_QUALIFIERS))
    return f"{name} to {whom}" if whom is not None and not any(c.isdigit() for c in whom) else None


def _with_place(sentence: Sentence, held: Range) -> str | None:
    """Return a bare noun with where or to what it is: bursaries|at our colleges, accession|to the treaty; None without."""
    words = sentence.words
    joint = words[held.end].lower if held.end + 1 < len(words) else ""
    agreed = joint in ("with", "between") and sentence.head(held) in class_of("agreed")
    if joint not in ("at", "from") and not agreed and not (joint == "to" and sentence.head(held) in _TO_WHAT):
        return None
    if sentence.head(held) in class_of("vague") or sentence.time_from(held.end) is not None:
        return None
    found = sentence.behind(held.end + 1, prepositions=OBJECT_QUALIFIERS)
    if joint == "from" and found is not None and found.end < len(words) and words[found.end].lower == "to":
        return None  # steer the fleet from coal|to wind
    where, name = sentence.name(found), sentence.name(held)
    return None if where is None or name is None or is_agent(where) else f"{name} {joint} {where}"


def _helped_to(sentence: Sentence, group: Group, held: Range) -> str | None:
    """Return what somebody is helped to do something to, where the deed looks like a noun: help firms step up|the use of cranes."""
    words, last = sentence.words, held.end - 1
    verb = verbs().get(words[last].lower)
    helps = group.verb is not None and group.verb.base in ("help", "let", "assist") and last > held.first
    if not helps or verb is None or verb.form != "base" or held.end >= len(words) or words[held.end].tag not in ("particle", "determiner"):
        return None
    name = sentence.name(sentence.behind(held.end + (words[held.end].tag == "particle"), prepositions=OBJECT_QUALIFIERS))
    return name if name is not None and " " in name else None


_TO_WHAT = frozenset({
    "access", "accession", "contributions", "increases", "increase", "changes", "reductions", "cuts", "amendments", "barriers", "subsidies",
    "grants", "assistance", "aid", "loans", "adjustments", "amendment", "exports",
})  # fmt: skip
"""Nouns that are told with what they lead to."""


def is_endeavour(sentence: Sentence, found: Range) -> bool:
    """Return whether a phrase only says that something is done: new steps, greater efforts; but: tax measures."""
    words = sentence.words[found.first : found.end]
    at = next((at for at, word in enumerate(words) if word.lower in class_of("endeavour")), None)
    if at is None or sentence.head(found) not in class_of("endeavour"):
        return False
    return sentence.head(found) not in ("measure", "measures") or all(
        word.tag in ("determiner", "adverb", "number", "conjunction")
        or word.lower in class_of("praise")
        or word.lower in class_of("degree")
        for word in words[:at]
    )


def _says_little(name: str) -> bool:
    return (" " not in name and name.islower() and name not in ("surplus", "deficit", "inflation", "unemployment")) or is_called_short(name)


def _with_purpose(sentence: Sentence, held: Range, name: str, deed: Group, steps: int) -> str | None:
    """Return a thing that says little alone with what it is to do: a campaign|to combat fraud, recommendations|to improve controls."""
    words = sentence.words
    behind = held.end if held.end >= len(words) else sentence.time_from(held.end) or held.end
    if words[deed.first].tag != "to" or words[deed.main].tag != "verb" or deed.first not in (held.end, behind):
        return None
    bare = " " not in name and name.islower()
    if not bare and (sentence.head(held) not in class_of("purposeful") or len(name.split()) > _PLAIN or not name.islower()):
        return None
    aim = object_of(sentence, deed, steps=steps + 1)
    if deed.verb is not None and deed.verb.base in _LIGHT_VERBS:
        return aim  # projects to make better use of|new looms
    end = deed.end + 1 if deed.end < len(words) and words[deed.end].tag == "preposition" else deed.end
    told = f"{name} to {' '.join(word.text for word in words[deed.main : end])} {aim}"
    if (
        aim is None
        and sentence.head(held) in class_of("purposeful")
        and deed.end < len(words)
        and words[deed.end].tag in ("comma", "stop", "conjunction")
    ):
        return f"{name} to {words[deed.main].text}"  # people's ability|to consume
    return aim if aim is None or len(told.split()) > _LONGEST else told


_LIGHT_VERBS = frozenset({"make", "take", "give", "put", "have"})
_PLAIN = 4
"""Words. A longer name says by itself which thing it is."""
_POINTS = frozenset({"this", "these", "those", "such"})


def held_by(sentence: Sentence, group: Group) -> Range | None:
    """Return the object of a verb, behind its preposition where it has one: decide on|the plan, consult with|residents."""
    words, at = sentence.words, group.end
    if (behind := _behind_asides(sentence, at)) is not None:
        at = behind
    if at + 1 < len(words) and words[at].tag == "preposition" and (time := sentence.time_from(at)) is not None:
        at = time if time < len(words) and words[time].tag in ("determiner", "noun") else at  # extend for the last time|the term
    if at + 1 < len(words) and words[at].tag == "pronoun" and words[at + 1].lower == "with":
        return sentence.behind(at + 2, prepositions=OBJECT_QUALIFIERS)  # provide them with|a grant
    if group.verb is not None and group.verb.base in _PROVIDES:
        whom = sentence.behind(at, prepositions=_OF_WHOM)
        if whom is not None and whom.end + 1 < len(words) and words[whom.end].lower == "with":
            return sentence.behind(whom.end + 1, prepositions=OBJECT_QUALIFIERS)  # provide farmers with|cheap loans
    if at < len(words) and words[at].lower == "with":
        whom = sentence.behind(at + 1, prepositions=frozenset())
        if whom is not None and whom.end < len(words) and (words[whom.end].lower == "on" or words[whom.end].tag == "determiner"):
            at = whom.end  # working with the Authority|on fee cuts, discuss with the owners|the future of the pier
    if group.verb is not None and "give" in group.verb.does:
        whom = sentence.behind(at, prepositions=OBJECT_QUALIFIERS)
        if whom is not None and whom.end < len(words) and words[whom.end].tag == "determiner" and sentence.time_from(whom.end) is None:
            return sentence.behind(whom.end, prepositions=OBJECT_QUALIFIERS)  # granting each keeper|a subsidy
    brings = group.verb is not None and group.verb.base in ("bring", "phase") and at + 1 < len(words)
    if brings and words[at].lower == "in" and words[at + 1].tag == "determiner":
        at += 1  # brought in|the Quay Package
    if at + 1 < len(words) and words[at].lower == "on" and words[at + 1].tag == "preposition":
        at += 1  # carry on|with
    while at + 1 < len(words) and words[at].tag in ("adverb", "particle") and words[at + 1].tag == "preposition":
        at += 1  # press ahead|with
    joint = words[at].lower if at < len(words) and words[at].tag == "preposition" else ""
    for_it = joint == "for" and group.verb is not None and group.verb.base in _FOR_IT
    for_it = for_it or (joint == "at" and group.verb is not None and group.verb.base == "look")
    takes_part = (
        joint == "in"
        and words[at + 1 : at + 2] != []
        and words[at + 1].tag != "ing"
        and group.verb is not None
        and group.verb.base in ("invest", "participate", "engage")
    )
    if joint in ("on", "to", "with", "into", "upon", "against") or for_it or takes_part:
        at += 1
    found = sentence.behind(at, prepositions=OBJECT_QUALIFIERS)
    return None if found is not None and sentence.head(found) in _HOW and found.end - found.first == 1 else found


_PROVIDES = frozenset({"provide", "supply", "equip", "furnish"})
"""Verbs that tell what is given behind whom it is given to."""
_OF_WHOM = frozenset({"of", "in", "from"})
_FOR_IT = frozenset("prepare strive apply qualify plan call push press budget cater".split())  # noqa: SIM905
"""Verbs whose object stands behind "for"."""
_HOW = frozenset("faster harder further closer quicker hard fast steady".split())  # noqa: SIM905
"""Words that look like nouns behind a verb and say how: move|faster to."""
OBJECT_QUALIFIERS = frozenset("of in for on between among against".split())  # noqa: SIM905


def _behind_asides(sentence: Sentence, at: int) -> int | None:
    """Return where a verb's object begins that times and means between commas part from it: had run, with help,|yearly checks."""
    words = sentence.words
    if at + 1 >= len(words) or words[at].tag != "comma" or words[at + 1].tag not in ("preposition", "adverb"):
        return None
    for place in range(at + 1, min(at + 16, len(words) - 1)):
        if words[place].tag in ("stop", "subordinator", "figure") or sentence.group_ending(place + 1) is not None:
            return None
        if words[place].tag == "comma" and words[place + 1].tag in ("noun", "determiner") and place > at + 1:
            return place + 1
    return None


def deed_behind(sentence: Sentence, at: int) -> Group | None:
    """Return the verb that tells what something is for, behind it: (steps)|to curb, (progress)|in building, (actions)|needed to improve."""
    words = sentence.words
    while at < len(words) and (words[at].tag in ("adverb", "particle") or words[at].lower in _HOW):
        at += 1
    if at < len(words) and (time := sentence.time_from(at)) is not None:
        at = time
    if at + 2 < len(words) and words[at].lower == "on" and words[at + 1].tag == "preposition":
        at += 1  # carry on|with dredging
    if at + 1 >= len(words):
        return None
    if words[at].tag == "ing" and at:
        direct = next((other for other in sentence.groups if other.first == at), None)
        main = sentence.group_ending(at)
        takes = main is not None and main.verb is not None and ("go_on" in main.verb.does or main.verb.base in _TAKES_GERUND)
        if direct is not None and main is not None and (takes or words[at - 1].tag == "particle"):
            return joined_verb(sentence, direct) or direct  # speed up|adjusting prices
    gerund = words[at].tag == "preposition" and words[at].lower in _BEFORE_DEED and words[at + 1].tag == "ing"
    first = at + 1 if gerund else at
    group = next((other for other in sentence.groups if other.first == first), None)
    if group is None or group.passive or words[group.main].tag == "be":
        return None  # refused|to be pawns
    if not gerund:
        to = words[first].tag == "to" or any(word.tag == "to" for word in words[group.first : group.main])
        return group if to and not group.finite else None
    return joined_verb(sentence, group) or group


_TAKES_GERUND = frozenset({"finish", "explore", "consider", "avoid", "stop", "resume", "complete"})
_BEFORE_DEED = frozenset("with in on towards toward to for at of".split())  # noqa: SIM905


def _by_means(sentence: Sentence, group: Group) -> str | None:
    """Return the scheme through which something is done to who is only pointed to: we will help them through|a Taxi Scheme."""
    words = sentence.words
    if group.end >= len(words) or words[group.end].tag not in ("pronoun", "determiner"):
        return None
    for at in range(group.end + 1, min(group.end + 12, len(words) - 1)):
        if words[at].tag in ("comma", "stop", "figure", "subordinator"):
            return None
        if words[at].lower in ("through", "via", "under"):
            found = sentence.behind(at + 1, prepositions=OBJECT_QUALIFIERS)
            return sentence.name(found) if found is not None and sentence.head(found) in class_of("purposeful") else None
    return None


def _is_with_somebody(sentence: Sentence, group: Group, held: Range) -> bool:
    """Return whether the object of a verb is who is to act: ask|the owners, work with|employers."""
    base = group.verb.base if group.verb is not None else sentence.words[group.main].lower
    return base in _WITH_WHOM or (base in ("work", "join", "partner") and sentence.words[held.first - 1].lower == "with")


def _deed_beyond(sentence: Sentence, at: int) -> Group | None:
    """Return what is done with somebody, behind where else they are: work with firms here|and around the bay to widen piers."""
    words = sentence.words
    while at < len(words) and words[at].tag == "adverb":
        at += 1
    if at + 1 >= len(words) or words[at].tag != "conjunction" or words[at + 1].tag != "preposition":
        return None
    deed = next((other for other in sentence.groups if other.first > at), None)
    if deed is None or words[deed.first].tag != "to" or any(word.tag in ("comma", "stop") for word in words[at : deed.first]):
        return None
    return deed


_WITH_WHOM = frozenset({
    "consult", "ask", "task", "entrust", "mandate", "lead", "invite", "urge", "encourage", "engage", "liaise", "cooperate", "collaborate",
    "direct", "instruct", "guide", "enable", "help", "assist", "commission", "allow", "permit",
})  # fmt: skip


def _behind_light(sentence: Sentence, held: Range | None) -> Range | None:
    """Return what is told behind a noun that only helps to tell it: progress in|road safety, a host of|measures, priority to|schools."""
    if held is None:
        return None
    words, head = sentence.words, sentence.head(held)
    joints = _JOINTS if head in class_of("light") else PROGRESS_IN if head in PROGRESS else _MANY_OF if head in _MANY else ()
    joint = next((at for at in range(held.first + 1, min(held.end + 1, len(words) - 1)) if words[at].tag == "preposition"), None)
    if joint is None or words[joint].lower not in joints or words[joint - 1].lower != head:
        return held
    if words[joint + 1].lower in ("every", "all", "many", "various", "several", "both") and head in PROGRESS:
        return None  # achievements on every front
    at = joint + 1
    while at < len(words) - 1 and (words[at].tag == "ing" or (words[at].tag == "conjunction" and words[at + 1].tag == "ing")):
        at += 1  # attention to|building homes
    found = sentence.behind(at, prepositions=OBJECT_QUALIFIERS)
    further = found is not None and any(
        words[place].tag == "conjunction" and words[place + 1].lower in verbs() and words[place + 1].lower.endswith("ing")
        for place in range(at, found.end - 1)
    )
    if found is not None and at > joint + 1 and (further or is_agent(sentence.name(found) or "")):
        return Range(joint + 1, found.end)  # progress in|commercialising the State Bank, priority to|keeping jobs and raising pay
    return found


PROGRESS = frozenset("progress headway strides advances breakthroughs breakthrough achievements success successes".split())  # noqa: SIM905
PROGRESS_IN = ("in", "on", "with", "towards", "toward")
_MANY = frozenset("host raft array variety series range wealth".split())  # noqa: SIM905
_MANY_OF = ("of",)
_JOINTS = ("of", "to", "on", "in", "for")


def joined_verb(sentence: Sentence, group: Group) -> Group | None:
    """Return the last of some verbs with one object: reformed and|improved the system."""
    at, found, told = group.end, None, False
    for other in sentence.groups:
        if other.first <= group.first or other.first < at:
            continue
        between = sentence.words[at : other.first]
        if not all(word.tag in ("conjunction", "comma", "adverb") for word in between):
            break
        at, found, told = other.end, other, told or any(word.tag == "conjunction" for word in between)
    return found if told else None


def _is_set_up(sentence: Sentence, group: Group, name: str) -> bool:
    """Return whether a body is what is made, not who is spoken with: set up|a working group, but: consult|other departments."""
    return sentence.words[group.end : group.end + 1] != [] and sentence.words[group.end].tag == "determiner" and not name.endswith("s")


# --- what somebody gets or suffers --------------------------------------------------------------------------------------------------


def given_to_subject(sentence: Sentence, group: Group) -> str | None:
    """Return what the subject of a verb of getting gets, for whom, or what trouble it has; None where it gets nothing."""
    base = group.verb.base if group.verb is not None else sentence.words[group.main].tag
    given = group.passive and base in _GIVES and _is_of_people(sentence, sentence.before(group.first))
    asks = base in _ASKS and group.end < len(sentence.words) and sentence.words[group.end].lower == "for"
    if not given and not asks and (group.passive or base not in (*_GETS, *_SUFFERS, "benefit")):
        return None
    held = held_by(sentence, group)
    if given:  # farmers were given|cheap loans, yards were provided with|cranes
        held = None if held is not None and sentence.words[held.first - 1].lower in ("to", "on", "into", "against") else held
        thing = accepted_name(sentence, held) if held is not None else None
        return thing if thing is not None and " " in thing else None
    if base == "benefit":  # crews will benefit from|the new pension
        from_what = group.end + 1 < len(sentence.words) and sentence.words[group.end].lower == "from"
        held = sentence.behind(group.end + 1, prepositions=OBJECT_QUALIFIERS) if from_what else None
        held = None if held is not None and sentence.words[held.first].lower in _POINTS else held
    thing = accepted_name(sentence, held) if held is not None else None
    if held is None or thing is None:
        return None
    if base in _SUFFERS and sentence.head(held) not in class_of("trouble"):
        return None
    who = subject_of(sentence, group)
    if who is None and base == "benefit":
        return thing if " " in thing else None
    if who is None or " for " in thing or len(who.split()) > _WHO or len(thing.split()) > _WHO:
        return thing if " " in thing and who is not None and (asks or base in (*_GETS, "benefit")) else None
    joint = "for" if asks or base in (*_GETS, "benefit") else "facing" if base == "face" else "of"
    return f"{thing} {joint} {sentence.within(who)}"


def _is_of_people(sentence: Sentence, found: Range | None) -> bool:
    head = sentence.head(found) if found is not None else ""
    return head in class_of("receiver") or head.endswith(("ors", "ists"))  # investors, scientists


_GIVES = ("give", "grant", "offer", "provide", "supply", "equip")
_GETS = ("receive", "get", "obtain", "enjoy")
_ASKS = ("apply", "qualify")
"""Behind these stands "for" and what somebody may get."""
_SUFFERS = ("face", "suffer", "experience", "encounter", "have")
_WHO = 9
"""Words. Whom something is given to, when it is told so long, is left out."""
