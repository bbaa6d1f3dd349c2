"""What a sentence without figures is about, what a sentence with only a pronoun speaks on about, and the trouble that a risk names."""

from __future__ import annotations

from reportsum import lazy_re as re

from .accepting import accepted_name, is_agent, is_person, is_proper, subject_of
from .phrases import Group, Range, Sentence
from .places import parts_of, without_opening
from .words import class_of, cut_words

_COMPLIED = re.compile(r"(?:found|be|is|are|was|were|been)\s(?P<name>(?:non-?)?compliant\swith\s[^,;:.]+)", re.IGNORECASE)
"""What an audit says of a body: compliant with the Act."""


def plain_name(text: str) -> str | None:
    """Return what a clause without figures is about: the subject of its passive, the object of its verb; None where neither is plain."""
    flat = _KEY.sub("", text)
    if (complied := _COMPLIED.search(" ".join(flat.split()))) is not None:
        return complied["name"]
    sentence = Sentence(flat, parts_of(cut_words(flat, 0, len(flat), ()))[0])
    main = [group for group in sentence.groups if _is_main(sentence, group)]
    for group in main:
        if not (_says(sentence, group) and group is not main[-1]):
            return _about(sentence, group)
    return None


_COSTS = re.compile(
    r"\s*(?:this|it|these|that|the|such)(?:\s(?:[a-z-]+\s){0,2}(?:measures?|proposals?|initiatives?|changes?|concessions?|reductions?"
    r"|arrangements?|scheme|extension))?\s(?:will|would|(?:is|are) (?:expected|estimated) to)(?:,?\s(?:together|in total|altogether),?)?"
    r"\s(?:benefit\s[^.;]{3,80}?\band\s(?:will\s|would\s)?)?(?:cost|involve|require|result in)\b",
    re.IGNORECASE,
)
"""A sentence that says what the measure before it costs."""


_ABOUT_LAST = re.compile(
    r"\s*(?:(?:this|it|that)\s(?:is|was|will\sbe)\s(?:[a-z]+ly\s|much\s|slightly\s)?(?:higher|lower|more|less|larger|smaller)\sthan\b"
    r"|(?:this|it|that)\s(?:has\s)?(?:also\s|already\s|nearly\s|almost\s|more\sthan\s)?"
    r"(?:doubled|tripled|quadrupled|halved|rose|risen|grew|grown|fell|fallen|increased|decreased|declined|dropped|exceeded|surpassed)\b"
    r"|(?:I|we|the\sGovernment)\s(?:will|shall|would|propose\sto|(?:intend|plan|expect|aim)\sto|(?:am|are|is)\sgoing\sto|have|has)\s(?:therefore\s|also\s|further\s)*"
    r"(?:rais|increas|lower|reduc|extend|lift|cut|expand|doubl|tripl|enhanc)(?:e|ed)?\s(?:this|it|that)\s(?:further\s)?(?:to|by|from)\b"
    r"|of\sth(?:is|ese),?\s(?:about\s|around\s|some\s|nearly\s|over\s|more\sthan\s)?[\d$£€])",
    re.IGNORECASE,
)
"""A sentence that speaks on about the quantity of the one before it."""


_BEGUN_WITH = re.compile(
    r"(?:start|begin|started|began|starting|make|made|makes|including|provide|set aside)\s(?:off\s)?(?:with\s)?an?\s"
    r"(?:initial\s|first\s|one-off\s|further\s)*"
    r"(?:injection|allocation|contribution|provision|top-up|sum|deposit|endowment)\sof\s(?:about\s|over\s|up\sto\s)?[\d$£€]",
    re.IGNORECASE,
)
"""What is given to what the sentence before it sets up."""


_FOR_THAT = re.compile(r"\bfor\s(?:this|these|that)\s(?:purposes?|ends?)\b|\bto\s(?:that|this)\send\b", re.IGNORECASE)


_BY_SUM = re.compile(
    r"\s*(?:this|it|that)\s(?:is|was|represents|represented|marks)\s(?:an?|about|nearly|over|more than)\s(?:[a-z-]+\s){0,2}"
    r"(?:increase|rise|decrease|reduction|fall|drop|decline|gain)\b",
    re.IGNORECASE,
)
"""A sentence that says by how much the quantity before it changed."""


_GREW = re.compile(
    r"\W*(?:(?:\d{1,3}\.)?An?\s[\d.]+\s?(?:%|per\scent|percent)\s(?:[a-z-]+\s)?(?:growth|expansion|contraction)|(?:[A-Z][a-z-]+\s)?[Gg]rowth)\s"
    r"(?:was|slowed|eased|picked|reached|of|in\s(?:the|that|20|Q)|for\s(?:the|20))"
)
_ECONOMY = re.compile(r"(?:\d{1,3}\.\s?)?The\s(?P<economy>(?:[A-Z][\w.’'-]*\s){1,3}economy)\s")
"""A sentence whose growth is that of the economy before it: the Mainland economy is slowing. A 6.4 per cent growth was recorded."""


def carried_name(text: str, before: str, name: str | None) -> str | None:
    """Return what a sentence costs, or by how much it changed, that has only a pronoun for it; None where it says no such thing.

    `name` is what the last measure of the sentence before it is named. What a deed is done to names its cost.
    """
    if _BY_SUM.match(text) or _ABOUT_LAST.match(text):
        return re.sub(r"^(?:increase|growth|rise|reduction|fall|drop|decline) in ", "", name) if name is not None else None
    if _GREW.match(text) and (grown := _ECONOMY.match(before)) is not None:
        return f"growth of the {grown['economy']}"
    if _BEGUN_WITH.search(text) or _FOR_THAT.search(text):
        return done_to(before)
    if not _COSTS.match(text) or (whole := done_to(before, any_length=True)) is None:
        return None
    return done_to(before) or name or f"cost of {whole}"


_OF_COST = re.compile(
    r"(?<![a-z])(?:cost(?:s|ing)?\s(?P<whom>the\s(?:Government|taxpayers?|Exchequer|Treasury|public\spurse|State|City|Council))"
    r"|(?P<sum>(?:(?:additional|annual|recurrent|total|capital|extra|one-off|non-recurrent|yearly)\s)+"
    r"(?:expenditure|spending|outlays?|costs?|revenue))\sof)"
    r"\s(?:about\s|around\s|approximately\s|some\s|nearly\s|over\s|up\sto\s|more\sthan\s|close\sto\s|an\sestimated\s|a\stotal\sof\s)*$"
)


_COST_WITHIN = 120
"""Characters before a sum that may call it a cost."""


def name_of_cost(left: str) -> str | None:
    """Return what a sum is that a sentence only calls a cost, by the words before it: will cost the Government|$110 million."""
    found = _OF_COST.search(left[-_COST_WITHIN:])
    if found is None:
        return None
    return found["sum"] or f"cost to {found['whom']}"


def done_to(text: str, *, any_length: bool = False) -> str | None:
    """Return the object of what a sentence says is done: I propose to waive|fees; None where its subject is no doer."""
    sentence = Sentence(text, parts_of(cut_words(text, 0, len(text), ()))[0])
    main = next((group for group in sentence.groups if _is_main(sentence, group)), None)
    if main is None or main.passive or accepted_name(sentence, sentence.before(main.first)) is not None:
        return None
    name = sentence.name(_held(sentence, main))
    return name if name is None or any_length or " " in name else None


def _is_main(sentence: Sentence, group: Group) -> bool:
    """Return whether a statement hangs on a verb: it is finite, or the statement begins with it, and stands in no clause of its own."""
    begins = group.first == 0 or sentence.words[group.first - 1].tag == "stop"
    alone = begins and not any(other.finite and other.first > group.first for other in sentence.groups)
    return (group.finite or alone) and not _is_subordinate(sentence, group)


def _says(sentence: Sentence, group: Group) -> bool:
    """Return whether a verb only says what follows: I believe that, we will make sure."""
    after = sentence.words[group.end].lower if group.end < len(sentence.words) else ""
    return (group.verb is not None and "say" in group.verb.does and not group.passive and after == "that") or after == "sure"


_KEY = re.compile(r"^(?:\w+:\s[\"'“]?|(?:That|This) is why\s)")
"""A label before a sentence: detail: The board was…"""


_OPENS_CLAUSE = frozenset("if when while where because although though unless as since whether once until before after so".split())  # noqa: SIM905


def _is_subordinate(sentence: Sentence, group: Group) -> bool:
    """Return whether a verb stands in a clause that another hangs on: if we act,|…; the plan that|was agreed."""
    for at in range(group.first - 1, -1, -1):
        word = sentence.words[at]
        if word.tag in ("comma", "stop"):
            return False
        if word.tag == "subordinator" or word.lower in _OPENS_CLAUSE:
            own = any(other.finite and at < other.first < group.first for other in sentence.groups)
            if own and word.lower in ("that", "which", "who", "where", "whose"):
                continue  # the fundamentals that sustain growth|have been cemented
            return not (word.lower == "that" and at and _says_at(sentence, at))
    return False


def _says_at(sentence: Sentence, at: int) -> bool:
    group = sentence.group_ending(at)
    return group is not None and group.verb is not None and "say" in group.verb.does and not group.passive


def _about(sentence: Sentence, group: Group) -> str | None:
    if group.verb is not None and group.verb.base in _DEMANDS and not group.passive and (due := _due(sentence, group)) is not None:
        return due
    found = sentence.before(group.first)
    subject = accepted_name(sentence, found, whole=True) if found is not None else None
    made_in = group.end < len(sentence.words) and sentence.words[group.end].lower in _PROGRESS_IN
    if subject is not None and group.passive and made_in and subject.split()[-1] in _PROGRESS:
        field = sentence.name(sentence.behind(group.end + 1))
        return field if field is not None and " " in field else None  # good progress was made in|road safety
    if subject is not None and (re.fullmatch(r"[A-Z][A-Z&]{1,5}", subject) or is_proper(subject)):
        acts = not group.passive and group.verb is not None and "turn" not in group.verb.does
        subject = None if acts else subject
    if subject is not None and not group.passive and group.verb is not None and "act" in group.verb.does and _heads_agent(subject):
        subject = None  # the tripartite Harbour Council|oversees the works
    if subject is not None:
        return subject
    if group.passive or (group.verb is None and sentence.words[group.main].tag == "be"):
        return _bound_to(sentence, group)
    held = _behind_praise(sentence, _held(sentence, group))
    if held is not None and sentence.words[held.first].lower in _POINTS and not sentence.words[held.first + 1].lower.endswith("'s"):
        return None  # build on|these new directions: which, was said before
    if held is not None and sentence.head(held) in _ENDEAVOURS:
        deed = next((other for other in sentence.groups if other.first == held.end and sentence.words[other.first].tag == "to"), None)
        if deed is not None:
            goes_on = deed.end + 1 < len(sentence.words) and sentence.words[deed.end].tag == "conjunction"
            at = deed.end + 2 if goes_on else deed.end
            aim = sentence.name(sentence.behind(at, prepositions=_OBJECT_QUALIFIERS) or _held(sentence, deed))
            return None if aim is None or is_proper(aim) or is_agent(aim) else aim  # continue efforts to prevent|floods
    if held is None and (joined := _joined_verb(sentence, group)) is not None:
        held = _held(sentence, joined)
    if held is None or (held.end - held.first == 1 and sentence.head(held) in class_of("generic")):
        return None
    name = sentence.name(held)
    further = next((other for other in sentence.groups if other.first == held.end and sentence.words[other.first].tag == "to"), None)
    if name is not None and " " not in name and name.islower() and further is not None and further.verb is not None:
        aim = sentence.name(sentence.behind(further.end, prepositions=_OBJECT_QUALIFIERS))  # recommendations|to improve controls
        return f"{name} to {sentence.words[further.main].text} {aim}" if aim is not None else None
    if name is not None and (is_person(name) or (is_agent(name) and not _is_set_up(sentence, group, name))):
        return None
    return None if name is None or (" " not in name and name.islower()) or re.fullmatch(r"[A-Z][A-Z&]{1,5}", name) else name


def _behind_praise(sentence: Sentence, held: Range | None) -> Range | None:
    """Return what progress was made in, or of what there are many: good progress in|road safety, a host of|measures."""
    if held is None:
        return None
    head = sentence.head(held)
    joints = _PROGRESS_IN if head in _PROGRESS else _MANY_OF if head in _MANY else ()
    joint = next((at for at in range(held.first + 1, held.end - 1) if sentence.words[at].tag == "preposition"), None)
    if joint is None or sentence.words[joint].lower not in joints or sentence.words[joint - 1].lower != head:
        return held
    everywhere = sentence.words[joint + 1].lower in ("every", "all", "many", "various", "several", "both")
    return None if head in _PROGRESS and everywhere else Range(joint + 1, held.end)  # achievements on every front


_PROGRESS = frozenset("progress headway strides advances breakthroughs breakthrough achievements success successes".split())  # noqa: SIM905
_PROGRESS_IN = ("in", "on", "with", "towards", "toward")
_MANY = frozenset("host raft array variety series range wealth".split())  # noqa: SIM905
_MANY_OF = ("of",)


_POINTS = frozenset({"this", "these", "those", "such"})
_DEMANDS = frozenset("require expect want ask need".split())  # noqa: SIM905


def _due(sentence: Sentence, group: Group) -> str | None:
    """Return what is to be dealt with: the contract requires|the building|to be completed."""
    held = _held(sentence, group)
    further = next((other for other in sentence.groups if held is not None and other.first == held.end), None)
    if held is None or further is None or not further.passive or sentence.words[further.first].tag != "to":
        return None
    return accepted_name(sentence, held)


def _is_set_up(sentence: Sentence, group: Group, name: str) -> bool:
    """Return whether a body is what is made, not who is spoken with: set up|a working group, but: consult|other departments."""
    return sentence.words[group.end : group.end + 1] != [] and sentence.words[group.end].tag == "determiner" and not name.endswith("s")


_ENDEAVOURS = frozenset("effort efforts step steps action actions work measures everything endeavours endeavors".split())  # noqa: SIM905


def _heads_agent(name: str) -> bool:
    """Return whether a longer name is one of a body: the tripartite Harbour Council."""
    words = name.split()
    if any(word in ("in", "of", "for") for word in words):
        return False  # farming in China
    return len(words) > 1 and words[-1][:1].isupper() and words[-1].lower() in class_of("agent")


def _bound_to(sentence: Sentence, group: Group) -> str | None:
    """Return what somebody is bound to do something to: the Town is committed to increasing|the supply of berths."""
    if sentence.words[group.main].lower not in ("committed", "dedicated", "devoted") or group.end >= len(sentence.words):
        return None
    deed = next((other for other in sentence.groups if group.end <= other.first <= group.end + 1), None)
    if sentence.words[group.end].lower != "to" or deed is None:
        return None
    return sentence.name(sentence.behind(deed.end, prepositions=_OBJECT_QUALIFIERS))


def _held(sentence: Sentence, group: Group) -> Range | None:
    """Return the object of a verb, behind its preposition where it has one: decide on|the plan, consult with|residents."""
    words, at = sentence.words, group.end
    if at < len(words) and words[at].lower == "with":
        whom = sentence.behind(at + 1, prepositions=frozenset())
        if whom is not None and whom.end < len(words) and words[whom.end].lower == "on":
            at = whom.end  # working with the Authority|on fee cuts
    if group.verb is not None and "give" in group.verb.does:
        whom = sentence.behind(at, prepositions=_OBJECT_QUALIFIERS)
        if whom is not None and whom.end < len(words) and words[whom.end].tag == "determiner" and sentence.time_from(whom.end) is None:
            return sentence.behind(whom.end, prepositions=_OBJECT_QUALIFIERS)  # granting each keeper|a subsidy
    if at < len(words) and words[at].lower in ("on", "to", "with", "into", "upon") and words[at].tag == "preposition":
        at += 1
    return sentence.behind(at, prepositions=_OBJECT_QUALIFIERS)


def _joined_verb(sentence: Sentence, group: Group) -> Group | None:
    """Return the last of some verbs with one object: reformed and|improved the system."""
    at, found = group.end, None
    for other in sentence.groups:
        if (
            other.first > group.first
            and other.first >= at
            and all(word.tag in ("conjunction", "comma", "adverb") for word in sentence.words[at : other.first])
        ):
            at, found = other.end, other
    return found


_OBJECT_QUALIFIERS = frozenset("of in for on between among against".split())  # noqa: SIM905


def name_of_risk(text: str) -> str | None:
    """Return the trouble that a clause names, with what it is of; None where no noun names it."""
    flat = " ".join(text.split())
    sentence = Sentence(flat, parts_of(cut_words(flat, 0, len(flat), ()))[0])
    words = sentence.words
    cause: str | None = None  # what brought the trouble about stands in for it: due to a decline in trade
    for at, word in enumerate(words):
        if word.lower not in class_of("trouble") or word.tag != "noun":
            continue
        first = at
        while first and words[first - 1].tag == "noun" and words[first - 1].lower not in _FACES and at - first < 4:
            first -= 1
        governing = sentence.group_ending(without_opening(words, first))
        if (word.lower.startswith(("problem", "challenge", "difficult")) and governing is not None and governing.verb is None) or (
            governing is not None and governing.verb is not None and governing.verb.base in ("remain", "become", "constitute")
        ):
            # overcapacity is|a serious problem: what it is said of is the trouble
            subject = subject_of(sentence, governing)
            if subject is not None:
                return subject
        if any(words[place].lower in _CAUSES for place in range(max(0, first - 4), first)) and not cause:
            cause = sentence.name(sentence.behind(first, prepositions=_OF_TROUBLE))
            continue
        name = sentence.name(sentence.behind(first, prepositions=_OF_TROUBLE))
        if name is not None and (first < at or " " in name or word.lower not in class_of("vague_trouble")):
            return name
    return cause


_FACES = frozenset({"face", "faces", "pose", "poses", "experience"})
"""Verbs that look like nouns before the trouble that somebody has: some regions still face|heavy pressure."""
_CAUSES = frozenset({"due", "owing", "despite", "because", "given", "amid"})


_OF_TROUBLE = frozenset("of in to from for with on between among over".split())  # noqa: SIM905
