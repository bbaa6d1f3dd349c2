"""What an English sentence only points to, as the sentences before it named it: these schemes, the two programmes, it will cost.

A noun that stands for what was named before (the fund) is no name for a reader of a table. The nearest sentence before it that tells the
noun with words of its own (a Harbour Relief Fund) names it; where none does, nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from .accepting import is_agent
from .objects import OBJECT_QUALIFIERS
from .phrases import Range, Sentence
from .places import parts_of
from .subjects import done_to, moved
from .words import class_of, cut_words

_MOST_BACK = 5
"""Sentences before one that are looked into."""
_MOST_WORDS = 14
_COUNTED = frozenset("two three four five six seven eight nine ten both new second first above said same latter".split())  # noqa: SIM905
"""What stands between a determiner and the noun that points back, and tells nothing of it."""


def in_full(name: str, text: str, before: Sequence[str]) -> str | None:
    """Return the name of a thing as the sentences before named it; the name itself where it points to nothing, None where it is not found.

    `before`: the sentences before the one that the name stands in, the last the nearest.
    """
    if (pointing := _TAIL.search(name)) is not None:
        return _with_tail_told(name, pointing, before)
    if (called := _CALLED.search(name)) is not None and (told := named_before(called["head"].lower(), before)) is not None:
        return name if told.lower() in name.lower() else f"{name[: called.start('head')]}{told}"
    words = name.split()
    head = words[-1]
    if name in _KINDS_ALONE and re.search(rf"\b(?:[Tt]he|[Tt]his|[Oo]ur)\s(?:(?:current|existing|present|new)\s)?{name}\s", text):
        return named_before(name, before) or name  # raise the carbon tax. The current|tax of $5
    if any(word.lower() not in _COUNTED for word in words[:-1]) or head not in class_of("named_before"):
        return name
    pointing = re.search(rf"\b{_HOW}\s(?:(?P<between>[a-z]+)\s)?{re.escape(name)}\b", " ".join(text.split()))
    if pointing is None or (pointing["between"] is not None and pointing["between"] not in _COUNTED):
        return name
    told = named_before(head, before, many=_MANY.get(pointing["between"] or (words[0].lower() if len(words) > 1 else ""), 0))
    if told is None and pointing["how"] in ("the", "The") and len(words) == 1:
        return name
    if told is None and pointing["how"].lower() == "this" and before:
        done = done_to(before[-1], any_length=True)  # builds a Water Hub. This project|will
        return done if done is not None and (" " in done or any(c.isupper() for c in done)) else None
    return told


_KINDS_ALONE = frozenset({
    "tax", "levy", "duty", "fee", "rate", "threshold", "price", "wage", "grant", "rebate", "subsidy", "allowance", "ceiling", "cap",
    "limit",
})  # fmt: skip
"""What says only which kind of quantity it is."""
_CALLED = re.compile(r"\s(?:of|under|from|into|for|by)\sthe\s(?P<head>Programme|Program|Scheme|Fund|Package|Initiative|Project|Plan)$")
"""A name that ends in one that its sentence calls by its last word: bonds issued under the|Programme."""
_HOW = r"(?P<how>[Tt]he|[Tt]h(?:is|ese|at|ose)|[Bb]oth|[Ss]uch)"
_TAIL = re.compile(
    r"\s(?P<joint>of|in|from|for|to|on|under|with|by)\s(?:this|these|those|that)\s(?P<between>(?:[a-z]+\s){0,2})(?P<head>[a-z]+)$"
)


def _with_tail_told(name: str, pointing: re.Match[str], before: Sequence[str]) -> str:
    """Return a name whose last words only point with what they point to, or without them: design of|this hall, losses|from these."""
    told = named_before(pointing["head"], before) if not pointing["between"] else None
    if told is not None and len(told.split()) <= _MOST_OF_TAIL:
        the = "" if pointing["head"].endswith("s") or told[:1].isupper() else "the "
        return f"{name[: pointing.start()]} {pointing['joint']} {the}{told}"
    bare = name[: pointing.start()]
    return bare if pointing["joint"] in ("from", "for", "to", "with", "by", "under") and " " in bare else name


_MOST_OF_TAIL = 8


def pointed_to(text: str, before: Sequence[str]) -> str | None:
    """Return what something is given to or done for that a text only points to: (earmark $40 million) for the first years of|the centre."""
    for found in _FOR_THAT.finditer(" ".join(text.split())):
        many = _MANY.get(found["many"] or "", 0)
        if found["head"] in class_of("named_before") and (told := named_before(found["head"], before, many=many)) is not None:
            return told
    return None


def spoken_of(text: str, before: Sequence[str]) -> str | None:
    """Return what a text without figures only points to: it will extend|the grant to more trades. None where nothing named it."""
    found = _DONE_TO.search(" ".join(text.split())) if " the " in text or " this " in text or " these " in text else None
    return named_before(found["head"], before) if found is not None and found["head"] in class_of("named_before") else None


_DONE_TO = re.compile(
    r"\b(?:extend|enhance|expand|review|increase|raise|improve|refine|merge|launch|renew)(?:d|ed|ing)?\s(?:the|this|these)\s(?P<head>[a-z]+)"
    r"(?:\s(?:to|for|from|by|so|until|with|further)\b|[.,;])"
)


def cost_of(text: str, before: Sequence[str], name: str | None) -> str | None:
    """Return what a sentence tells the cost of that has only a pronoun for it: the object of the last deed before it.

    `name` is what the last measure before it is named. A sentence that speaks on itself (all crews will benefit from this) is passed over.
    """
    several = _SEVERAL.match(text) is not None
    for back, told in enumerate(reversed(before[-_MOST_BACK:])):
        if (change := moved(told)) is not None:
            return f"cost of {change}"
        whole = done_to(told, any_length=True) or pointed_at(told, before[: len(before) - 1 - back])
        if whole is not None and " " not in whole and whole.lower() in class_of("receiver"):
            whole = None  # whom it is for costs nothing
        if whole is not None and whole.split()[-1].lower() not in class_of("receiver"):
            whole = whole if back or name is None or name.endswith(" benefiting") else name
            return (None if back else done_to(told)) or f"cost of {whole}"
        if (benefits := _benefits(told)) is not None:
            return f"cost of {benefits}"
        if several or not _SPEAKS_ON.search(told):
            break
    pointed = _POINTS_BACK.match(text) is not None and name is not None and " " in name
    return f"cost of {name}" if name is not None and (pointed or (not several and _GIVEN.search(name))) else None


_POINTS_BACK = re.compile(r"\W*(?:they|it)\scosts?\s", re.IGNORECASE)


_GIVEN = re.compile(
    r"\b(?:rebate|grant|reduction|waiver|exemption|allowance|bonus|voucher|top-up|concession|extension|subsid|credit|deduction)",
    re.IGNORECASE,
)


_SEVERAL = re.compile(r"\W*(?:[A-Za-z ]+, )?(?:these|those|both)\b", re.IGNORECASE)
"""What costs so much together is more than the sentence before the last tells."""


_TOGETHER = r"(?:together|in total|altogether|overall|taken together|all in all)"
_MEASURES = (
    r"(?:measure|proposal|initiative|change|concession|reduction|arrangement|scheme|extension|enhancement|programme|program|project|step|move|pilot"
    r"|rebate|grant|subsid(?:y|ie)|adjustment|increase|relief|plan|work|exemption|waiver|deduction|incentive|allowance|top-up|bonus|package|support|assistance)s?"
)
_COSTS = re.compile(
    rf"\s*(?:{_TOGETHER},?\s)?(?:this|it|they|these|that|the|such|both)(?:\s(?:[a-z-]+\s){{0,2}}{_MEASURES})?(?:\s{_TOGETHER})?"
    rf"\s(?:will|would|(?:is|are) (?:expected|estimated|projected|forecast) to)(?:,?\s{_TOGETHER},?)?"
    r"\s(?:(?:benefit|take|apply)\s[^.;]{3,80}?\band\s(?:will\s|would\s)?)?(?:cost|involve|require|result in)\b"
    r"|\s*(?:they|these|it|this)\s(?:all\s|together\s)?costs?\s"
    r"|\s*the\s(?:total|overall|estimated)\s(?:commitment|costs?|expenditure|outlay|sum)\s(?:involved\s)?(?:will|would|is|are)\b",
    re.IGNORECASE,
)
"""A sentence that says what the measure before it costs."""


def tells_cost(text: str) -> bool:
    return _COSTS.match(text) is not None


def _benefits(text: str) -> str | None:
    """Return what somebody benefits from: the changes|benefit all crews, crews will benefit from|the changes."""
    if "benefit" not in text:
        return None
    sentence = Sentence(text, parts_of(cut_words(text, 0, len(text), ()))[0])
    group = next((group for group in sentence.groups if group.verb is not None and group.verb.base == "benefit"), None)
    if group is None:
        return None
    behind = group.end + 1 if group.end < len(sentence.words) and sentence.words[group.end].lower == "from" else None
    found = sentence.behind(behind) if behind is not None else sentence.before(group.first)
    name = sentence.name(found)
    if found is not None and sentence.words[found.first].lower in ("this", "these", "those", "that"):
        return None
    if found is not None and sentence.words[found.first].lower == "the" and name is not None and name in class_of("named_before"):
        return None  # benefit from the enhancements: which, was said before
    return None if name is None or is_agent(name) else sentence.within(name)


_SPEAKS_ON = re.compile(
    r"\bexpected\sto\sbenefit\b|\b(?:this|these|they|them)\b|^\W*the\s(?:[a-z-]+\s){0,2}(?:reduction|increase|measure|proposal|rebate|concession|change|waiver)s?\s",
    re.IGNORECASE,
)


def speaks_on(text: str) -> bool:
    """Return whether a sentence opens on what the one before it told: this proposal will benefit 900 crews, costing …"""
    return re.match(r"\W*(?:this|it|they)\b", text, re.IGNORECASE) is not None


def pointed_at(text: str, before: Sequence[str]) -> str | None:
    """Return what a sentence does something to that was named before it: we will extend|these rebates."""
    found = _THOSE.search(" ".join(text.split()))
    return named_before(found["head"], before) if found is not None and found["head"] in class_of("named_before") else None


_THOSE = re.compile(r"\b(?:this|these)\s(?:(?:two|three|four|five|new)\s)?(?P<head>[a-z]+)\b")
_FOR_THAT = re.compile(
    r"\b(?:for|to|into|of|under|from|through)\s(?:the|this|these|those|that|both)\s(?:(?P<many>two|three|four|five|six|seven|new|above)\s)?(?P<head>[a-z]+)\b"
)


def named_before(head: str, before: Sequence[str], *, many: int = 0) -> str | None:
    """Return how the nearest sentence that tells a noun with words of its own names it: fund → Harbour Relief Fund.

    `many`: how many there are of them, where that is told; so many are then to be found, or a name in the plural.
    """
    plural = head.endswith("s")
    singular = head[:-3] + "y" if head.endswith("ies") else head[:-1] if plural else head
    for text in reversed(before[-_MOST_BACK:]):
        flat = " ".join(text.split())
        if singular.rstrip("y") not in flat.lower():
            continue
        sentence = Sentence(flat, parts_of(cut_words(flat, 0, len(flat), ()))[0])
        if names := _names_of(sentence, head):
            return names[-1]
        if head in _KINDS_ALONE and not many and (several := _names_of(sentence, f"{head}s")):
            return several[-1]  # the salary ceilings. The ceiling
        if plural and (told := _together(_names_of(sentence, singular), singular, many)) is not None:
            return told
        if singular in class_of("given") and not many and plural and len(alone := _names_of(sentence, singular, bare=True)) == 1:
            return alone[0]  # months of rebate on dues. These|rebates
    return None


def _together(names: Sequence[str], noun: str, many: int) -> str | None:
    """Return the names of several things as one: Ferry Programme and Pier Programme; None where they are not as many as told."""
    parts = [part for name in names for part in re.split(rf"(?<={noun}) and (?:the )?", name, flags=re.IGNORECASE)]
    parts = list(dict.fromkeys(parts))
    told = " and ".join(parts)
    return told if len(parts) > 1 and many in (0, len(parts)) and len(told) < _MOST_TOGETHER else None


_MANY = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_MOST_TOGETHER = 120
"""Characters of a name made of several."""


def _names_of(sentence: Sentence, noun: str, *, bare: bool = False) -> list[str]:
    """Return the names in a sentence whose last noun is one, each once; `bare`: only those without a determiner."""
    names: list[str] = []
    words = sentence.words
    for at, word in enumerate(words):
        if word.lower != noun or word.tag != "noun":
            continue
        first = at
        while first and (words[first - 1].tag in ("noun", "number") or _joins(sentence, first - 1)):
            first -= 1
        while first < at and words[first].tag == "number":
            first += 1
        pointing = first > 0 and words[first - 1].lower in ("this", "these", "those", "that", "such")
        if pointing or (bare and first > 0 and words[first - 1].tag == "determiner"):
            continue
        found = sentence.behind(first, prepositions=OBJECT_QUALIFIERS)
        if found is None or found.end <= at or sentence.head(found) != noun:
            found = Range(first, at + 1)
        name = sentence.name(found)
        if name is not None and name not in names and len(name.split()) <= _MOST_WORDS and _tells(sentence, found, noun):
            names.append(re.sub(r"\b(?:our|its|their|his) (?=[A-Za-z])", "", name))
    return names


def _joins(sentence: Sentence, at: int) -> bool:
    """Return whether an "and" joins attributes, or stands within a name in capitals: small|and medium-sized yards."""
    words = sentence.words
    if at < 1 or words[at].lower != "and":
        return False
    return (words[at - 1].text[:1].isupper() and words[at + 1].text[:1].isupper()) or sentence.is_attribute_pair(at)


def _tells(sentence: Sentence, found: Range, noun: str) -> bool:
    """Return whether a phrase tells more of a noun than that there is one, that it is new, or how many there are."""
    return any(
        word.tag == "noun"
        and word.lower != noun
        and not any(word.lower in class_of(kind) for kind in ("degree", "empty", "praise", "vague", "time", "within_time", "named_before"))
        and word.lower not in _COUNTED
        for word in sentence.words[found.first : found.end]
    )
