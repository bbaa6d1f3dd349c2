"""The words of an English sentence and their parts: text → words, each a noun, a verb, a preposition …

A small tagger without a model: the closed classes and the verbs stand in tables (`data/en/function_words.tsv`, `verbs.tsv`), every other
word is a noun or an adjective, which noun phrases need not tell apart. Words that are two things (increase, cut, support) are told apart
by their neighbours. Knows nothing of reports; `phrases` groups the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ...figures.figure import FoundFigure
from ...tables import read_table

Tag = Literal[
    "determiner", "preposition", "to", "conjunction", "subordinator", "pronoun", "modal", "be", "have", "do", "not", "adverb", "particle",
    "verb", "ing", "ed", "noun", "number", "figure", "comma", "stop", "open", "close",
]  # fmt: skip
"""What a word is. verb: a finite or bare form; ing, ed: participles outside noun phrases; noun: nouns and adjectives; number: years
and number words that are no figures; to: before a verb; stop: marks that end a part of a sentence."""


class Verb(NamedTuple):
    base: str
    does: frozenset[str]
    """turn, move, give, say, go_on, act: see the table."""
    noun: bool
    """Whether its base form or the one in -s is a noun too."""
    form: Literal["base", "s", "ed", "ing"]
    same: bool = False
    """Whether its past is like its base: cut, set, cost."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a mark or a figure; `start` and `end` count code points of the text it was cut from."""

    start: int
    end: int
    text: str
    lower: str
    tag: Tag
    figure: int | None = None
    """Number of the figure that it is."""


# --- tables ---------------------------------------------------------------------------------------------------------------------


@cache
def class_of(name: str) -> frozenset[str]:
    """Return the words of a class of `data/en/function_words.tsv`."""
    return frozenset(
        word.replace("_", " ")
        for row in read_table("en/function_words.tsv", ("class", "words"))
        if row["class"] == name
        for word in row["words"].split()
    )


_CLOSED: tuple[Tag, ...] = (
    "determiner", "pronoun", "modal", "be", "have", "do", "not", "subordinator", "conjunction", "preposition", "adverb", "particle",
)  # fmt: skip


@cache
def _closed() -> dict[str, Tag]:
    return {word: tag for tag in reversed(_CLOSED) for word in class_of(tag)}


@cache
def verbs() -> dict[str, Verb]:
    """Return the verbs of `data/en/verbs.tsv` by each of their forms, small letters."""
    known: dict[str, Verb] = {}
    for row in read_table("en/verbs.tsv", ("verb", "does", "noun", "forms"), key="verb"):
        base, does, noun = row["verb"], frozenset(row["does"].split()), row["noun"] == "+"
        past = row["forms"].split() or [_with_ed(base)]
        doubled = next((form[:-2] for form in past if form.endswith(base[-1] * 2 + "ed") and form[:-3] == base), None)
        forms: list[tuple[str, Literal["base", "s", "ed", "ing"]]] = [(form, "ed") for form in past]
        forms += [(_with_ing(base) if doubled is None else doubled + "ing", "ing"), (_with_s(base), "s"), (base, "base")]
        if doubled is not None and _with_ed(base) in past:
            forms.append((_with_ing(base), "ing"))  # benefiting and benefitting
        for form, which in forms:
            known[form] = Verb(base, does, noun, which, base in past)
    known["forecasted"] = known["forecast"]._replace(form="ed")
    for base in ("cut", "put", "set", "let", "hit", "run", "stop", "get", "win", "shed", "plan", "offset", "begin"):
        known[base + base[-1] + "ing"] = known[base]._replace(form="ing")
    return known


def participle(base: str) -> str:
    """Return the past participle of a verb: build → built, grow → grown."""
    return _participles().get(base) or _with_ed(base)


@cache
def past_only() -> frozenset[str]:
    """Return the past forms that are no participles: began, wrote, grew."""
    rows = read_table("en/verbs.tsv", ("verb", "does", "noun", "forms"), key="verb")
    both = [row["forms"].split() for row in rows if len(row["forms"].split()) == 2 and not _ends_alike(row["forms"])]
    return frozenset(past for past, participle_ in both if past != participle_ and past not in ("came", "ran", "became"))


@cache
def _participles() -> dict[str, str]:
    rows = read_table("en/verbs.tsv", ("verb", "does", "noun", "forms"), key="verb")
    return {
        row["verb"]: row["forms"].split()[1 if len(row["forms"].split()) == 2 and not _ends_alike(row["forms"]) else 0]
        for row in rows
        if row["forms"]
    }


def _ends_alike(forms: str) -> bool:
    """Return whether the forms of a verb are two spellings of its past: totalled totaled."""
    return all(form.endswith("ed") for form in forms.split())


def _with_s(base: str) -> str:
    if base.endswith(("s", "x", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if re.search(r"[^aeiou]y$", base) else base + "s"


def _with_ed(base: str) -> str:
    return base + "d" if base.endswith("e") else base[:-1] + "ied" if re.search(r"[^aeiou]y$", base) else base + "ed"


def _with_ing(base: str) -> str:
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else base + "ing"


# --- cutting --------------------------------------------------------------------------------------------------------------------

# U.S., Dr. L. A. Reed and c. are one word each
_WORD = re.compile(
    r"[“\"](?P<quote>[^“”\"]{1,80})[”\"]"
    r"|(?P<word>[Pp]er\scapita\b"
    r"|(?:[A-Z]\.){2,}|(?:Dr|Mr|Mrs|Ms|St|Prof|Messrs|Rev|Hon|Jr|Sr|Inc|Ltd|Co|No|[A-Z])\.(?=\s[A-Z\d])|ca?\.(?=\s*$)"
    r"|(?:[A-Z]\.){2,}|(?:Dr|Mr|Mrs|Ms|St|Prof|Messrs|Rev|Hon|Jr|Sr|Inc|Ltd|Co|No|[A-Z])\.(?=\s[A-Z\d])|[A-Za-zÀ-ɏ]+(?:(?:['’&/\u2010\u2011-]|\u2013(?=\d))[A-Za-z0-9À-ɏ]+|['’](?=\s)|\.(?=[A-Z]\b))*\d*)"
    r"|(?P<number>[1-4][HQ](?:20)?\d\d\b|\d[\d.,/–-]*\d|\d)(?:[a-z]{1,2}\b)?"
    r"|(?P<mark>[,;:()\[\].!?–—]|\s-\s|\||\n)"
)
_LY = re.compile(r"[A-Z]?[a-z]{3,}ly")
_MARKS: dict[str, Tag] = {",": "comma", "(": "open", "[": "open", ")": "close", "]": "close"}


def cut_words(text: str, start: int, end: int, figures: Sequence[tuple[int, FoundFigure]]) -> tuple[Word, ...]:
    """Return the words of `text[start:end]`, tagged; each of `figures` (number, figure) is one word."""
    words: list[Word] = []
    at = start
    for number, figure in figures:
        words += _cut(text, at, max(at, figure.start))
        words.append(Word(figure.start, figure.end, text[figure.start : figure.end], "", "figure", number))
        at = max(at, figure.end)
    words += _cut(text, at, end)
    return _told_apart(words)


def _cut(text: str, start: int, end: int) -> list[Word]:
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        told, kind = match[0], match.lastgroup
        first, behind = match.span()
        lower, tag = _alone(told)
        if kind == "quote":
            tag = "noun"
        elif kind == "number":
            tag = "number"
        elif kind == "mark":
            if told == "\n":
                continue
            if told == "." and behind < end and text[behind : behind + 1].isalnum():
                continue
            tag = _MARKS.get(told, "stop")
        found.append(Word(first, behind, told, lower, tag))
    return found


@lru_cache(maxsize=20_000)
def _alone(told: str) -> tuple[str, Tag]:
    """Return a word in small letters, and what it is before its neighbours are looked at. Kept: a report has few words, often."""
    lower = told.lower().replace("’", "'")
    adverb = _LY.fullmatch(told) is not None and lower not in class_of("ly")
    spoken = lower if not told.isupper() or len(told) < 2 else ""  # US, IT
    return lower, _closed().get(spoken, "adverb" if adverb else "number" if lower in class_of("number") else "noun")


# --- telling apart --------------------------------------------------------------------------------------------------------------

_SUBJECTS = frozenset("we i they you it he she who which that".split())  # noqa: SIM905
_BEFORE_PAST = frozenset("of from on with using".split())  # noqa: SIM905
_BEFORE_TO = frozenset("thanks owing due according compared subject prior relative next close".split())  # noqa: SIM905
_TAKES_TO = frozenset("access exposure contribution contributions response approach return attention damage adherence".split())  # noqa: SIM905
_BEFORE_THAT = frozenset({"noun", "verb", "ed", "ing", "comma"})
_OF_THAT = frozenset({"with", "of", "in", "for", "from"})


def _told_apart(words: list[Word]) -> tuple[Word, ...]:
    """Return the words with what depends on their neighbours told apart, from left to right."""
    finite = False
    """Whether the part of the sentence has a verb already."""
    leads = False
    """Whether that part leads up to another: after the dock was shut,|ferries resumed service."""
    for index, word in enumerate(words):
        tag = word.tag
        if tag in ("stop", "subordinator", "conjunction") and word.lower not in ("than", "as"):
            finite = finite and tag == "conjunction" and not (index and words[index - 1].tag == "comma")
        leads = leads or (word.lower in _LEADS_UP and not finite)
        if tag == "comma" and leads and finite:
            finite = leads = False
        if word.lower == "current" and index + 1 < len(words) and words[index + 1].lower == "account":
            tag = "noun"  # the current|account deficit
        elif word.text == "One" and index and index + 1 < len(words) and words[index + 1].text[:1].isupper():
            tag = "noun"  # the One Harbour Fund
        elif (
            word.text == "A" and index and words[index - 1].lower in ("grade", "class", "category", "schedule", "annex", "terminal", "zone")
        ):
            tag = "noun"
        elif word.lower in _TWO_FACED or word.text == "I":
            tag = _two_faced(words, index, finite=finite)
        elif tag == "noun" and word.text[0] not in '“"':
            after = words[index + 1] if index + 1 < len(words) else None
            tag = _open_class(words, index, _before(words, index), after, finite=finite)
        elif word.lower == "having":
            tag = "ing"
        if tag != word.tag:
            words[index] = _retagged(word, tag)
            finite = finite and not (tag == "subordinator" and word.tag == "determiner")
        opens = (tag == "ed" or word.lower == "being") and (
            index == 0 or words[index - 1].tag == "stop"
        )  # Hurt by the drought, the farms|lost
        if tag in ("verb", "be", "have", "do", "modal", "ed") and not opens:
            finite = True
    return tuple(words)


def _retagged(word: Word, tag: Tag) -> Word:
    return Word(word.start, word.end, word.text, word.lower, tag, word.figure)


def _before(words: Sequence[Word], index: int) -> Word | None:
    """Return the word before a place, adverbs passed over: has all along|strived."""
    place = index - 1
    while place >= 0 and (
        words[place].tag in ("adverb", "not")
        or (words[place].lower in ("all", "both") and words[place + 1].tag == "adverb")
        or (words[place].lower == "each" and place > 0 and words[place - 1].tag == "modal")
    ):
        place -= 1
    if (
        place > 2
        and [word.tag for word in words[place - 2 : place + 1]] == ["comma", "adverb", "comma"]
        and words[place - 3].tag == "modal"
    ):
        place -= 3  # will, hence,|widen
    return words[place] if place >= 0 else None


_TWO_FACED = (
    frozenset({"as", "up", "may", "better", "that", "those", "than", "following", "longer", "so", "overseas", "past", "to"}) | _BEFORE_TO
)
"""Function words, and words like them, whose tag hangs on their neighbours."""


def _two_faced(words: list[Word], index: int, *, finite: bool) -> Tag:
    """Return the tag of one of the words that the tables do not settle."""
    word, before = words[index], _before(words, index)
    after = words[index + 1] if index + 1 < len(words) else None
    lower, starts = word.lower, before is None or before.tag in ("stop", "comma")
    if after is None:
        return word.tag
    if lower == "i":  # World War I|posters; but: the Budget I|announced
        named = before is not None and before.text[:1].isupper() and before.tag == "noun"
        counts = after.tag == "noun" and after.lower not in verbs() and not after.lower.endswith("ed")
        return "noun" if named and counts else word.tag
    if lower == "as":
        behind = [other.lower for other in words[index + 1 : index + 4]]
        if behind[:2] == ["a", "whole"] or (starts and behind == ["a", "result", ","]):
            words[index + 1 : index + 3] = [_retagged(other, "adverb") for other in words[index + 1 : index + 3]]
            return "adverb"
        return "preposition" if before is not None and before.tag == "noun" and after.tag in ("determiner", "noun") else word.tag
    if lower in ("that", "those"):
        return _that(word, before, after)
    if lower == "than":
        return "preposition" if before is not None and before.lower in ("other", "rather") else word.tag  # receipts other than|loans
    if lower == "better":  # we will|better use
        helps = before is not None and before.tag == "modal" and after.lower in verbs() and verbs()[after.lower].form == "base"
        return "adverb" if helps else _open_class(words, index, before, after, finite=finite)
    if lower == "may":
        month = word.text == "May" and before is not None and (before.tag == "preposition" or after.tag == "number")
        return "noun" if month else word.tag
    if lower == "up":  # spend|up to 40% of it: a bound
        bounds = after.lower == "to" and index + 2 < len(words) and words[index + 2].tag == "figure"
        return "adverb" if bounds and before is not None and before.tag in ("verb", "ed", "ing") else word.tag
    if lower == "following":
        return "preposition" if starts and after.tag in ("determiner", "noun") else _open_class(words, index, before, after, finite=finite)
    if lower == "longer" and before is not None and before.lower == "no":
        words[index - 1] = _retagged(words[index - 1], "not")
        return "adverb"
    if lower == "so":
        return "adverb" if after.lower == "far" else word.tag
    if lower == "overseas":
        return "noun" if after.tag == "noun" else word.tag  # overseas visitors
    if lower == "past":
        named = word.text == "Past" and index > 0 and after.text[:1].isupper()
        qualifies = before is not None and (before.lower in _BEFORE_PAST or before.tag == "determiner")
        return "noun" if after.tag == "noun" and (named or qualifies) else word.tag  # draw from|past reserves
    if lower == "to":
        return _to(words, index, before, after)
    if lower in _BEFORE_TO and after.lower in ("to", "with", "by") and (starts or lower == "prior"):
        return "preposition"  # thanks to the harvest
    return _open_class(words, index, before, after, finite=finite) if word.tag == "noun" else word.tag


_NEVER_NOUNS = frozenset("include includes remain contain contains require requires become exist".split())  # noqa: SIM905
_BOUND = frozenset("committed dedicated devoted commitment crucial conducive essential key".split())  # noqa: SIM905
"""What "to" and a deed stand behind: committed to|widening quays."""


def _that(word: Word, before: Word | None, after: Word) -> Tag:
    if after.tag == "preposition" and after.lower in _OF_THAT:
        return "pronoun"  # that with Chile
    if word.lower == "those":
        return word.tag
    if after.lower in _DURING:
        return "determiner"  # incomes|that year rose
    if before is None or before.tag == "preposition":
        return "determiner"
    return "subordinator" if before.tag in _BEFORE_THAT else word.tag  # growth that slowed, say that growth; but: at that growth


_DURING = frozenset("year month week quarter day period".split())  # noqa: SIM905


def _to(words: list[Word], index: int, before: Word | None, after: Word) -> Tag:
    """Return whether "to" stands before a verb or is a preposition."""
    known = verbs()
    verb = known.get(after.lower)
    further = words[index + 2] if index + 2 < len(words) else None
    base_next = further is not None and further.lower in known and known[further.lower].form == "base"
    if before is not None and before.lower in _TAKES_TO and not (after.lower in ("better", "best") and base_next):
        return "preposition"  # access to clean water
    unknown = (
        verb is None
        and after.tag == "noun"
        and after.lower.isalpha()
        and further is not None
        and further.tag in ("determiner", "figure", "particle")
    )
    unknown = unknown or (verb is None and after.tag == "noun" and _IZES.fullmatch(after.lower) is not None)
    then = words[index + 3] if index + 3 < len(words) else None
    moves = further is not None and further.lower in ("from", "by") and then is not None and then.tag in ("figure", "adverb")
    pair = further is not None and further.lower in ("and", "or") and _is_base(words, index + 3)
    if after.lower == "further" and further is not None and further.tag == "determiner":
        words[index + 1] = _retagged(after, "verb")  # to|further the growth of
        return "to"
    if after.lower in ("better", "best") and base_next:
        words[index + 1] = _retagged(after, "adverb")  # to|better protect crews
        return "to"
    verbal = (
        after.tag in ("be", "have", "do")
        or unknown
        or (verb is not None and verb.form == "base" and (pair or moves or not _is_noun_after_to(verb, before, further)))
        or (after.tag == "adverb" and base_next)
        or (_LY.fullmatch(after.lower) is not None and further is not None and further.lower in known)
    )
    return "to" if verbal else "preposition"


_IZES = re.compile(r"(?!enterprise|exercise|expertise|merchandise|franchise|premise|compromise)[a-z]{4,}(?:[iy][sz]e|ify)")
"""Verbs by their look: to|harmonise."""


def _is_base(words: Sequence[Word], place: int) -> bool:
    """Return whether a verb that another one is joined to stands at a place, before its object: transfer or|raise stakes."""
    if place + 1 >= len(words) or words[place].lower not in verbs():
        return False
    return verbs()[words[place].lower].form == "base" and words[place + 1].tag in ("determiner", "adverb")


def _is_noun_after_to(verb: Verb, before: Word | None, further: Word | None) -> bool:
    """Return whether a base form behind "to" is a noun: thanks to support from, a contribution to work."""
    if not verb.noun or further is None:
        return False
    past = further.lower in verbs() and verbs()[further.lower].form == "ed" and not verbs()[further.lower].same
    if further.tag in ("be", "have", "modal") or past:
        return True  # waste sent to landfill|fell
    return further.lower in ("of", "from", "and") and before is not None and before.tag == "noun"


def _is_pair(words: Sequence[Word], index: int) -> bool:
    """Return whether a word is joined with an attribute of the noun behind both."""
    behind = words[index + 1 : index + 4]
    return [word.tag for word in behind] == ["conjunction", "noun", "noun"] and behind[1].lower not in verbs()


def _is_second_verb(words: Sequence[Word], index: int) -> bool:
    """Return whether a word stands behind "and" and a verb that has no object of its own: will assign and|auction berths."""
    if index < 3 or words[index - 1].tag != "conjunction" or words[index - 2].tag != "verb" or words[index - 3].tag not in ("modal", "to"):
        return False
    first = verbs().get(words[index - 2].lower)
    return first is None or "turn" not in first.does


_NOW = frozenset({"now", "already", "currently", "still", "also", "alone"})


def _open_class(words: Sequence[Word], index: int, before: Word | None, after: Word | None, *, finite: bool) -> Tag:
    word = words[index]
    lower = word.lower
    verb = verbs().get(lower)
    capital = word.text[0].isupper() and index > 0 and before is not None and before.tag not in ("stop", "open")
    behind_aux = before is not None and (before.tag in ("modal", "to", "do") or (before.tag == "pronoun" and before.lower in _SUBJECTS))
    if verb is None:
        if after is not None and after.tag == "noun" and _is_second_verb(words, index):
            return "verb"
        if behind_aux and lower.replace("-", "").isalpha() and not (lower.endswith("ly") and _LY.fullmatch(lower)):
            return "verb"
        if (
            before is not None
            and before.tag == "subordinator"
            and before.lower in _SUBJECTS
            and after is not None
            and after.tag in ("determiner", "figure")
        ):
            return "verb"  # that traverses the island
        if (lower.endswith("ly") and _LY.fullmatch(lower)) and lower not in class_of("ly"):
            return "adverb"
        if capital:
            return "noun"
        if "-" in lower:
            redone = lower.startswith("re-") and lower.endswith("ed") and before is not None and before.tag == "be"
            return "ed" if redone else "noun"  # will be|re-structured
        if lower.endswith("ing") and len(lower) > 5 and lower not in class_of("gerund") and lower not in class_of("attribute"):
            # mooring fees: of a verb that reports do not use it is an attribute
            joined = before is not None and before.tag in ("conjunction", "preposition")
            return "noun" if after is not None and after.tag == "noun" and not joined else _ing(before, after)
        if lower.endswith("ed") and len(lower) > 4 and not _is_attribute(lower, before, after) and not lower.endswith("eed"):
            return _ed(words, index, before, after, finite=finite)
        return "noun"
    if capital and not (before is not None and before.tag in ("modal", "to", "pronoun")):
        return "noun"
    if verb.form == "s" and not finite and index and words[index - 1].lower in _NOW and before is not None and before.tag == "noun":
        return "verb"  # the port now|accounts for
    if verb.form == "ing":
        if before is None and after is not None and after.tag == "comma":
            return "noun"  # Selling, general and administrative expenses
        acts = after is not None and (
            after.tag in ("determiner", "figure") or (after.lower in ("to", "for") and before is not None and before.tag == "be")
        )  # is planning|for the works
        if lower in class_of("gerund") and not acts:
            return "noun"
        joined = before is not None and (before.tag == "be" or (before.tag == "conjunction" and (finite or words[index - 2].tag != "noun")))
        joined = joined or (index > 1 and before is not None and before.lower == "to" and words[index - 2].lower in _BOUND)
        opens = (
            before is None and "move" in verb.does and not any(other.tag in _HELPERS for other in words[index:])
        )  # a point of a list: increasing funding by
        if (
            after is not None
            and lower in _OF_PRICES
            and after.lower in ("price", "prices", "power")
            and (before is None or before.tag != "be")
        ):
            return "noun"  # selling|price inflation
        if lower in class_of("attribute") and _is_pair(words, index):
            return "noun"  # operating|and development expenditures
        of_number = index > 1 and before is not None and before.lower == "of" and words[index - 2].lower in ("number", "total")
        if (lower in class_of("attribute") or of_number) and after is not None and after.tag == "noun" and not joined and not opens:
            return "noun"
        ends = after is None or after.tag in ("stop", "comma", "conjunction")
        if ends and before is not None and before.tag == "noun" and not before.lower.endswith("s") and not verb.does & {"turn", "go_on"}:
            return "noun"  # intensified industrial|restructuring
        return _ing(before, after)
    if verb.form == "ed":
        return _ed(words, index, before, after, finite=finite)
    if behind_aux:
        return "verb"
    if before is not None and before.lower in ("which", "who") and after is not None and after.tag in ("noun", "determiner"):
        return "verb"  # an index which|leads trade by a year
    if (
        verb.same
        and verb.form == "base"
        and after is not None
        and after.lower == "by"
        and before is not None
        and before.tag == "noun"
        and finite
    ):
        return "ed"  # will join the scheme|run by the board
    if lower == "set" and before is not None and before.tag == "figure" and after is not None and after.lower == "aside":
        return "ed"  # the $10 billion|set aside for
    if lower in _NEVER_NOUNS and before is not None and before.tag == "preposition":
        return "verb"  # works that we go on with|include
    if before is not None and (
        (before.tag in ("have", "be") and verb.same) or (before.tag == "have" and verb.form == "base" and participle(verb.base) == lower)
    ):
        return "ed"  # has cut, is set, had run
    if not verb.noun:
        # a finite verb, a command, or one that is joined to another; after a determiner a noun all the same
        if (
            before is not None
            and before.lower in _ALONE
            and verb.form in ("base", "s")
            and (verb.form == "s") == (before.lower in ("this", "that"))
        ):
            return "verb"  # these include
        return "noun" if before is not None and before.tag in ("determiner", "preposition") else "verb"
    return _noun_or_verb(words, index, verb, before, after, finite=finite)


_MOST_MOVED = 12
"""Words between a command and how far it is to move something."""


def _is_moved(words: Sequence[Word], at: int) -> bool:
    """Return whether what a command names is moved so far, with no verb of its own: Raise|grain output by 3%."""
    if words[at].tag != "noun":
        return False
    for place in range(at + 1, min(at + _MOST_MOVED, len(words) - 1)):
        word, after = words[place], words[place + 1]
        if word.tag in ("stop", "comma", "subordinator", "figure", "be", "have", "modal"):
            return False
        if word.lower in ("by", "to"):
            further = words[place + 2].tag if place + 2 < len(words) else ""
            if after.tag == "figure" or (further == "figure" and after.tag in ("adverb", "preposition", "determiner")):
                return True
    return False


_DEEDS = frozenset("launch help boost open lift halt curb cut".split())  # noqa: SIM905
"""Forms that are seldom nouns before another noun."""
_ALONE = frozenset("these those some many both all this that".split())  # noqa: SIM905
"""Determiners that stand for a noun as well."""
_ABOVE = frozenset({"over", "above", "below", "under"})
_LEADS_UP = frozenset({"after", "before", "until"})
_OF_PRICES = frozenset({"selling", "buying", "purchasing", "asking", "closing", "opening", "bargaining"})
_HELPERS = frozenset({"modal", "be", "have", "do"})
_BEHIND_VERB = frozenset({"figure", "determiner", "to"})


def _noun_or_verb(words: Sequence[Word], index: int, verb: Verb, before: Word | None, after: Word | None, *, finite: bool) -> Tag:
    """Return what a form is that is a noun as well: exports increase by (verb), the increase in (noun)."""
    if after is None:
        return "noun"
    if verb.same and after.tag == "particle" and before is not None and before.tag == "noun":
        return "ed"  # the fund set up last June
    if before is None or before.tag in ("stop", "open", "close"):
        if verb.form != "base":
            return "noun"
        return "verb" if after.tag == "determiner" or ("move" in verb.does and _is_moved(words, index + 1)) else "noun"  # Cut the red tape
    joined = before.tag == "conjunction" and index > 1 and words[index - 2].tag == "verb" and verb.form == "base"
    if joined and after.tag == "noun" and before.lower in ("and", "or"):
        return "verb"  # reward and|support families
    if before.tag == "conjunction" and verb.form == "base" and verb.base in _DEEDS and after.tag == "noun" and finite:
        return "verb"  # to renew the fleet and|launch routes
    if before.tag == "conjunction" and after.tag == "particle" and verb.form == "base":
        return "verb"  # and|step up checks
    if before.tag in ("conjunction", "comma"):
        return "verb" if (after.tag in ("determiner", "figure", "adverb") or after.lower in _ABOVE) and verb.form != "s" else "noun"
    if before.tag == "subordinator":
        relative = before.lower in ("which", "who") or (before.lower == "that" and index > 1 and words[index - 2].tag == "noun")
        levies = relative and verb.form == "base" and index > 1 and words[index - 2].lower.endswith("s") and after.tag == "noun"
        return "verb" if levies or (relative and after.tag in ("determiner", "figure", "preposition", "to", "adverb")) else "noun"
    if before.tag not in ("noun", "number", "close"):
        return "noun"
    if after.tag == "pronoun" and verb.form == "base":
        return "verb"  # helped them lift|themselves
    if "go_on" in verb.does and after.lower in verbs() and verbs()[after.lower].form == "ing":
        return "verb"  # where firms start|paying
    if verb.base in ("benefit", "result", "stem") and after.lower == "from" and (verb.form == "s") != before.lower.endswith("s"):
        return "verb"
    if finite:
        return "noun"
    ends = after.tag in _BEHIND_VERB or after.lower in ("by", "to", "at", "from", "up", "down", "for", "between") or after.tag == "adverb"
    agrees = (
        verb.same
        or (verb.base in _COMES_TO and after.lower in ("at", "for", "to"))
        or (verb.form == "s") != before.lower.endswith("s")
        or before.lower.endswith("ss")
    )
    follows = index + 1 < len(words) and ends
    if after.lower in ("to", "for", "at", "from", "by", "between") and after.tag == "preposition":
        further = words[index + 2] if index + 2 < len(words) else None
        base = further is not None and further.lower in verbs() and verbs()[further.lower].form == "base" and after.lower == "to"
        base = base and "go_on" in verb.does  # the Town plans to build; but: early measures to curb waste
        record = verb.base in _COMES_TO and any(word.tag == "figure" for word in words[index + 3 : index + 6])  # stands at a record|$3bn
        follows = further is not None and (further.tag in ("figure", "adverb", "be", "have") or further.lower in _ABOVE or base or record)
    return "verb" if follows and agrees else "noun"


_COMES_TO = frozenset({"stand", "account", "amount"})
"""Verbs that a figure stands behind, whatever noun stands before them: the rate for nurses|stands at, tolls and the levy|account for."""


def _ing(before: Word | None, after: Word | None) -> Tag:
    if before is not None and before.tag == "be":
        return "ing"
    if (before is None or before.tag in ("conjunction", "comma", "stop")) and after is not None and _is_finite(after):
        return "noun"  # and gearing|stood at
    if before is not None and (
        before.tag in ("determiner", "number") or (before.tag == "conjunction" and after is not None and after.lower == "of")
    ):
        return "noun"  # the building and|upgrading of quays
    if before is not None and before.tag == "noun" and not before.lower.endswith("s") and after is not None and after.tag == "noun":
        return "noun"  # water saving devices; but: people building homes
    if (
        before is not None
        and before.tag == "preposition"
        and not (
            before.lower in ("before", "after", "since") and after is not None and after.lower in ("to", "by", "from")
        )  # before|falling to
        and (after is None or after.tag in ("preposition", "comma", "stop", "be", "have", "modal"))
    ):
        return "noun"  # length of schooling
    return "ing"


def _is_finite(word: Word) -> bool:
    """Return whether a word can only be a finite verb where a noun stands before it."""
    verb = verbs().get(word.lower)
    return word.tag in ("modal", "be") or (verb is not None and "turn" in verb.does and verb.form == "ed" and not verb.same)


def _ed(words: Sequence[Word], index: int, before: Word | None, after: Word | None, *, finite: bool) -> Tag:
    """Return whether a form in -ed is a verb, or an attribute and so part of a noun phrase: the revised estimates."""
    if _is_attribute(words[index].lower, before, after):
        return "noun"
    if before is not None and before.lower in ("this", "that") and after is not None and after.tag in ("determiner", "pronoun"):
        return "ed"  # this|raised the number of
    if before is not None and before.tag in ("be", "have"):
        return "ed"
    if before is not None and before.lower == "other":
        return "noun"
    noun_follows = after is not None and (after.tag == "noun" and verbs().get(after.lower, _NO_VERB).form not in ("ing",))
    if before is None or before.tag in ("stop", "open", "comma"):
        return "noun" if noun_follows and not (before is not None and before.tag == "comma" and finite) else "ed"
    if before.tag in ("determiner", "preposition", "number", "figure"):
        unknown = before.tag == "preposition" and words[index].lower not in verbs()  # of seabed
        return "noun" if noun_follows or before.tag == "determiner" or unknown else "ed"
    if before.tag == "conjunction" and noun_follows and _goes_on_doing(words, index):
        return "ed"
    if before.tag in ("conjunction", "verb", "ed", "to", "ing"):
        return "noun" if noun_follows and (not finite or before.tag != "conjunction") else "ed"
    if before.tag == "noun" and noun_follows and before.lower in _TIMED and index > 1 and words[index - 2].tag == "determiner":
        return "noun"  # the year-end|surveyed jobless rate
    if before.tag == "noun" and noun_follows and (finite or before.lower.endswith("'s") or _in_object(words, index)):
        return "noun"
    return "ed"


_TIMED = frozenset("year-end month-end quarter-end mid-year annual monthly quarterly overall national nationwide".split())  # noqa: SIM905
"""Attributes that no verb follows: what stands behind one and before a noun is another."""


def _goes_on_doing(words: Sequence[Word], index: int) -> bool:
    """Return whether a form in -ed behind ", and" is a further deed: we closed mines, and|eliminated old kilns."""
    if index < 3 or words[index - 2].tag != "comma" or "act" not in verbs().get(words[index].lower, _NO_VERB).does:
        return False
    for at in range(index - 3, 0, -1):
        if words[at].tag in ("stop", "comma", "subordinator"):
            return False
        if words[at].tag == "ed":
            return words[at - 1].tag in ("pronoun", "noun", "adverb") and at < index - 3
    return False


def _in_object(words: Sequence[Word], index: int) -> bool:
    """Return whether a form in -ed stands within the object of a verb: keeping the urban|registered jobless rate."""
    at = index - 1
    while at >= 0 and words[at].tag == "noun":
        at -= 1
    return at > 0 and words[at].tag == "determiner" and words[at - 1].tag == "ing"


def _is_attribute(lower: str, before: Word | None, after: Word | None) -> bool:
    """Return whether a participle is an adjective where it stands: the registered rate, but trade registered growth."""
    if lower not in class_of("attribute") or after is None or after.tag != "noun":
        return False
    return before is None or before.tag not in ("noun", "pronoun", "be", "have")


_NO_VERB = Verb("", frozenset(), False, "base")
