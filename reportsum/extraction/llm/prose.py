"""Sentences a model wrote: what may stand, and what is refused.

A sentence states amounts through placeholders only, `{3}` for a figure and `{@5}` for the period of a fact; the code fills in the
source's own words. Refused is, outside of names that the source itself has, every digit of every script, numeral and number word; and a
placeholder glued to another, to a digit or to a unit, used twice, under another direction, bound or span of time than the figure's own,
or behind another name than its own; what is still to come told as attained, or the reverse; and negations, owners, names and foreign
words that the facts it rests on do not have; what they deny or plan, and who does it, told otherwise (`claims`); addresses and markup.
What cannot be checked is refused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportsum import lazy_re as re

from ...models import Bound, Kind
from .claims import Told, misread
from .wording import HAN, LATIN, apart, blanked, class_words, last_of, occurrences, pairs_of, singular, stem_of, table, without
from .written import written_number

PLACEHOLDER = re.compile(r"\{(@?)(\d{1,5})[A-Z]?\}")
_PARTS = re.compile(r"[,，;；。:：!！?？、.]")
_FORBIDDEN = re.compile(r"[<>{}\[\]\\@#|~^_`%‰+=*/]|//|https?|www\.", re.IGNORECASE)
_UNITS_BEHIND = re.compile(
    r"\s*(?:[亿万千百十元吨个%％‰倍成点℃亩]|per\s?cent|percent|million|billion|trillion|thousand|times)", re.IGNORECASE
)
_KEY = re.compile(r"(?<![\w/])[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?![\w/])")
"""The name of a field, as data sheets write it."""
_SLASHED = re.compile(r"(?<![\w:/.])[^\W\d_]+(?:[- ]?/ ?[^\W\d_]+)+(?![\w/]|\.\w)")
"""A name of alternatives: programs/activities."""
_BEYOND = r"(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|above|below|higher than|lower than)"
_NOT_BEYOND = re.compile(
    rf"(?:\b(?:does|did|do)\s+)?\bnot\s+(?={_BEYOND}\b[^,;.{{}}]+\{{\d)|未(?=(?:超过|超出|突破|高于|低于)[^,，。;；{{}}]+\{{\d)",
    re.IGNORECASE,
)
_NOT_BEYOND_BEHIND = re.compile(r"(\{\d+\}[,，]\s*)未(?=(?:超过|超出|突破|高于|低于)[^,，。;；{}]+(?:[。;；]|$))")
"""A negated comparison before or behind a figure, which is judged with it: did not exceed the limit at {1}; {1}，未超过限值."""
_MET = re.compile(
    r"(?<!not )(?<!never )\b(?:met|achieved|attained|fulfilled)\b|(?<![未没不])(?<!没有)(?<!未能)(?:如期完成|超额完成|达标)"
    r"|(?<![未没不])(?<!没有)(?<!未能)(?:完成|实现|达到|达成)[^,，。;；]{0,8}(?:目标|任务|指标|计划)",
    re.IGNORECASE,
)
"""Says that a goal was met."""
_VERBS_BEYOND = re.compile(r"\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?)\b", re.IGNORECASE)
_NEGATED = re.compile(r"(?:\bnot\s+(?:been\s+)?|未|不|没有)\Z", re.IGNORECASE)
_OTHER_SIDE: dict[str, str] = {"above": "below", "below": "above"}
_RESPECTIVELY = re.compile(r"分别(?!.*分别)")
_LISTED = re.compile(r"[^,，;；。{}]{0,8}(?:\{\d+\}[、和与及])*")
"""What may stand between 分别 and a figure of its list."""
_LISTED_FIGURES = re.compile(r"分别[^,，;；。{}]{0,8}(?:\{\d+\}[、和与及]?)+")
_LIST_BREAK = re.compile(r"[,，;；。}]")
_BEHIND: dict[str, Bound] = {
    "左右": "about", "上下": "about", "以上": "at_least", "及以上": "at_least", "以内": "at_most", "以下": "at_most",
    "多": "above", "余": "above",
}  # fmt: skip
"""Words behind a figure that bound it."""
_BEFORE: dict[Bound, tuple[str, str]] = {
    "above": ("超过", "more than"), "below": ("不足", "less than"), "about": ("约", "about"),
    "at_least": ("不低于", "at least"), "at_most": ("不超过", "no more than"),
}  # fmt: skip
"""How a bound is said before a figure where the source's own word does not stand there."""
_REACHING = re.compile(r"(?:达到|达|为)\s*\Z")
"""Gives way to a bound: 达到|超过."""
_SENTENCE = re.compile(r"[。;；!！?？]|\.(?!\d)")
_BEHIND_FIGURE = re.compile(r"[^,，;；。{}]{0,12}\Z")
"""What may stand between a figure and the period told behind it: eased to {8} in {@8}."""
_TIME_TAIL = re.compile(
    r"\s+(?:(?:for|in|at|during|over|by|as of|as at|from|since|up to|on)\s+)?(?:the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:end-|mid-)?(?:19|20)\d\d\b.*$",
    re.IGNORECASE,
)
"""GDP growth| for 2012 as a whole: when, which is no part of what is measured."""
_TERMS_TAIL = re.compile(r"\s+(?:in (?:real|nominal|money|cash) terms|at (?:current|constant) prices)\b.*$", re.IGNORECASE)
"""GDP growth| in real terms: how it is measured."""
_OWNS = re.compile(r"牵头|负责|承担|主办|承办|组织实施")
_OWNER_CHARS = 3
_THROUGH = re.compile(r"\b(by|through|via|under)\s+(?:the\s+|its\s+|their\s+)?([A-Za-z]+)", re.IGNORECASE)
_ENGLISH_REACH = re.compile(r"\bto\b", re.IGNORECASE)
_COMPARED = {("高", "快", "多"): "above", ("低", "慢", "少"): "below"}
"""How a source compares right before a figure: 比全国高|1.2个百分点."""
_EXPECTED = re.compile(
    r"\b(?:is|are)\s+(?:\w+ly\s+)?(?:expected|projected|forecast|planned|budgeted|estimated|targeted|anticipated)\b", re.IGNORECASE
)
_PLANNED_BEHIND = re.compile(rf"[^;.。]*?{_EXPECTED.pattern}", re.IGNORECASE)
"""A deficit of {1}| is expected."""
_LOWER_BEHIND = re.compile(r"\s*(?:(lower|less|down)|higher|more|up)\b", re.IGNORECASE)
_ALIKE = re.compile(r"\A\s*(?:,|,?\s*and\b)[^,;{}]*\b(?:by|of)\s*\Z", re.IGNORECASE)
"""Exports fell by {1}| and imports by |{2}."""
_ALIKE_LETTERS = 6
"""English words that begin with so many like letters mean alike: economy, economic."""
_ANOTHER_MATTER = re.compile(r"\b(?:and|but|while|whereas|that|which)\b", re.IGNORECASE)
_OPENS = re.compile(r"[,;]\s*(?:in|for|by|during|over)\s*\Z", re.IGNORECASE)
"""A time that opens what comes behind it."""
_OTHERS = re.compile(r"[^\d,，、;；]*[,，、;；][^\d,，、;；]{0,12}?\d.*$")
"""What is told behind a figure of another one: 159.5亿元|,同比增长6.9%."""
_STOPS = re.compile(r"[,，。;；]|\.\s")
_PER = re.compile(r"\s*(?:per|each|every|a)\s+(?:month|week|day|quarter|head|capita|person|household)\b", re.IGNORECASE)
_GIVES = re.compile(
    r"\b(?:allocat|provid|inject|spend|commit|earmark|invest|grant|reserv|approv|contribut)[a-z]*\s*\Z|\bset(?:ting)? aside\s*\Z",
    re.IGNORECASE,
)
"""Verbs of money that stand right before the sum."""
_FOR = re.compile(r"\s+(?:for|to|on|in|towards?)\s+([^,;.{}]+)")
_OF = re.compile(r"\s*of\s+(?:the\s+)?\w+")
_MOVING = re.compile(r"[增涨升]|[速幅]|扩大|上调|\b(?:growth|inflation|change|gain|raise[ds]?)\b", re.IGNORECASE)
"""Says that something changes, also where it is no direction by itself: 增速, inflation."""
NEAR = 4
"""So many words further on in the source the second of two that a sentence puts side by side may stand."""
DRAWN = 0.7
"""So much of a sentence's words must stand in the facts it rests on; the rest may join them."""
OWN = 0.5
"""So much of a name must stand before its figure: names are shortened when they are told."""
SHORTEST = 6
"""Of a sentence, placeholders counted as one character."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as a sentence may tell it."""

    names: tuple[str, ...]
    """What it measures."""
    falls: bool
    changes: bool
    """It is a change, not a level."""
    bound: Bound = "exact"
    kind: Kind | None = None
    """Of the fact it belongs to; None: not known."""
    period: str | None = None
    """The label of its span of time."""
    before: str = ""
    """Its fact's own words before it."""
    behind: str = ""
    text: str = ""
    """As it is filled in."""
    side: Bound | None = None
    """Above or below the goal or limit that its fact holds it against; None: not known."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a sentence may rest on."""

    amounts: Mapping[int, Amount]
    periods: Mapping[int, str]
    """The facts whose period may be named, with its label."""
    words: str
    """The facts' own words, their figures taken out; title, place and headings too."""
    missed: bool = False
    """The facts it rests on tell of goals that were missed, and of none that was met."""
    facts: tuple[Told, ...] = ()
    """The facts themselves; none where they are not known one by one."""


def fault(text: str, sources: Sources) -> str | None:
    """Return why a sentence cannot stand; None when it can."""
    sources = replace(sources, words=_KEY.sub(_spelt_out, sources.words))
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = _KEY.sub(lambda key: _spelt_out(key) if _spelt_out(key) in sources.words else key[0], plain)
    plain = _SLASHED.sub(lambda name: name[0].replace("/", " ") if name[0].casefold() in sources.words.casefold() else name[0], plain)
    bare = PLACEHOLDER.sub("\ue000", plain)
    if _FORBIDDEN.search(bare) or any(unicodedata.category(one)[0] in "CS" and one != "\ue000" for one in bare):
        return "it holds an address, markup or a brace that is no placeholder"
    if len(bare) < SHORTEST:
        return "it is no sentence"
    if sources.missed and len(sources.facts) == 1 and _MET.search(bare) is None and blanked(plain, class_words("miss")) != plain:
        (fact,) = sources.facts  # that its goal was missed is told on both sides, in whatever words
        plain, said = (without(one, class_words("miss")) for one in (plain, fact.text))
        sources = replace(sources, facts=(replace(fact, text=said),))
    judged = PLACEHOLDER.sub("\ue000", _NOT_BEYOND_BEHIND.sub(r"\1", _NOT_BEYOND.sub("", plain)))
    words = sources.words
    return (
        written_number(bare, words)
        or _placeholders(plain, sources)
        or _negation(judged, words)
        or ("it tells as met what was missed" if sources.missed and _MET.search(bare) else None)
        or _foreign(judged, words)
        or _joined(judged, words)
        or _trend(plain, words)
        or misread(plain, sources.facts, words)
    )


def _spelt_out(key: re.Match[str]) -> str:
    """Return the name of a field as words: Overpayment_Amounts → Overpayment Amounts."""
    return key[0].replace("_", " ")


def _placeholders(text: str, sources: Sources) -> str | None:
    """Return what is wrong with the placeholders: unknown, used twice, glued, or in another's place."""
    used: set[str] = set()
    before, name_of = 0, None
    amount_before: Amount | None = None
    for match in PLACEHOLDER.finditer(text):
        number = int(match[2])
        if match[0] in used:
            return f"{match[0]} stands twice"
        used.add(match[0])
        if text[match.end() : match.end() + 1] == "{" or text[: match.start()].endswith("}"):
            return f"{match[0]} stands glued to another"
        if match[1]:
            if number not in sources.periods:
                return f"{match[0]} is no period of its facts"
            continue
        amount = sources.amounts.get(number)
        if amount is None:
            return f"{match[0]} is no figure of its facts"
        if _UNITS_BEHIND.match(text, match.end()):
            return f"{match[0]} has a unit of its own"
        segment = text[before : match.start()]
        told = _RESPECTIVELY.search(text, 0, match.start())
        shared = told is not None and _LISTED.fullmatch(text, told.end(), match.start()) is not None
        stretch = text[told.start() : text.index("{", told.start())] if shared and told else segment
        alike = _moves_alike(segment, text[match.end() :], amount, amount_before)
        wrong = None if alike else _direction(stretch, amount)
        wrong = wrong or _per(stretch, text[match.end() :], amount) or (None if alike else _bare_change(stretch, amount))
        wrong = (
            wrong
            or _bound(segment, text[match.end() :], amount)
            or _bound_behind(text[match.end() :], amount)
            or _compared(segment, text[match.end() :], amount)
        )
        wrong = wrong or _time(text, match, amount, sources) or _coming(text, match, amount, sources)
        if wrong is not None:
            return f"{match[0]} {wrong}"
        if shared and told:
            if not _respective(text, told.start(), sources):
                return f"{match[0]} is not the one that stands in its place of the list"
            before, name_of, amount_before = match.end(), amount.names, amount
            continue
        content = _content(_without_counted(segment, amount_before))
        if content and _names(content, amount.names) and _better_named(content, amount, sources):
            return f"{match[0]} is told of what another figure measures"
        belongs = not content or _names(content, amount.names) or _goes_on(segment, content, amount, amount_before)
        if not belongs and not _named_behind(segment, text[match.end() :], amount, sources):
            return f"{match[0]} does not belong to what is named before it"
        if not content and name_of is not None and not set(name_of) & set(amount.names):
            return f"{match[0]} does not belong to what is named before it"
        if not content and name_of is None:
            return f"{match[0]} has no name before it"
        before, name_of, amount_before = match.end(), amount.names, amount
    return None


def _without_counted(segment: str, before: Amount | None) -> str:
    """Return a stretch without the word that also the source has right behind the figure before it: employs {1}| people and has {2}."""
    word = LATIN.match(segment.lstrip())
    if before is None or word is None or not before.behind.lstrip().startswith(word[0]):
        return segment
    return segment.lstrip()[word.end() :]


def _respective(text: str, at: int, sources: Sources) -> bool:
    """Return whether the figures behind 分别 (at `at`) stand in the order of the names before it: 城镇、农村居民收入分别增长{1}、{2}."""
    listed = _LISTED_FIGURES.match(text, at)
    numbers = [int(number) for number in re.findall(r"\{(\d+)", listed[0])] if listed else []
    amounts = [sources.amounts[number] for number in numbers if number in sources.amounts]
    named = _LIST_BREAK.split(text[:at])[-1]
    places: list[int] = []
    for amount in amounts:
        others = {pair for other in amounts if other is not amount for name in other.names for pair in pairs_of(name)}
        found = [
            named.find(pair)
            for name in amount.names
            if name[-2:] in named
            for pair in pairs_of(name)
            if pair not in others and pair in named
        ]
        if not found:
            return False
        places.append(min(found))
    return len(amounts) == len(numbers) > 1 and places == sorted(set(places))


def _time(text: str, figure: re.Match[str], amount: Amount, sources: Sources) -> str | None:
    """Return what is wrong with the span of time that a figure is told under: the one right behind it, else the last one before it."""
    stop = next((found.start() for found in _SENTENCE.finditer(text, figure.end())), len(text))
    told: int | None = None
    after = next(PLACEHOLDER.finditer(text, figure.end(), stop), None)
    if after and after[1] and _BEHIND_FIGURE.match(text[figure.end() : after.start()]) and _is_behind(text[figure.end() : after.start()]):
        told = int(after[2])
    else:
        placed: int | None = None
        last = None
        for found in PLACEHOLDER.finditer(text, 0, figure.start()):
            if found[1]:
                told = int(found[2])
                is_tail = last is not None and not last[1] and _is_behind(text[last.end() : found.start()])
                # 2022年,A {1}: the time of all that follows; A {1} in {@8} and B {2}: the time of A alone.
                placed, told = (placed, None) if is_tail else (told, told)
            last = found
        told = placed
        after = next((found for found in PLACEHOLDER.finditer(text, figure.end(), stop) if found[1]), None)
        if told is None and after is not None and _is_next(PLACEHOLDER.sub("", text[figure.end() : after.start()])):
            told = int(after[2])
    if told is None or told not in sources.periods or sources.periods[told] == amount.period:
        return None
    return "is told under another span of time than its own"


def _is_next(between: str) -> bool:
    """Return whether a period further on in an English sentence is a figure's: a deficit of {1}, or {2} of GDP, is expected for {@8}."""
    return LATIN.search(between) is not None and _ANOTHER_MATTER.search(between) is None and _OPENS.search(between) is None


def _is_behind(between: str) -> bool:
    """Return whether a period behind a figure is that figure's: eased to {8} in {@8}."""
    return re.fullmatch(r"\s*(?:in|for|at|during|over|by|as of)\s+|\s*[(（]", between, re.IGNORECASE) is not None


def _coming(text: str, figure: re.Match[str], amount: Amount, sources: Sources) -> str | None:
    """Return what is wrong with a figure's time: a target's amount stands behind a word of aim or expectation, and what has been
    attained behind none that its own words do not have.
    """
    if amount.kind not in ("target", "achievement"):
        return None
    start = max((found.end() for found in _SENTENCE.finditer(text, 0, figure.start())), default=0)
    others = [found for found in PLACEHOLDER.finditer(text, start, figure.start()) if not found[1]]
    if amount.kind == "achievement":
        part = text[others[-1].end() if others else start : figure.start()]
        if _EXPECTED.search(part) is not None and _EXPECTED.search(amount.before) is None:
            return "has been attained and is told as to come"
        strange = [word for _, word in _plans(part) if table()["plan"][word] == "future" and word not in amount.before.casefold()]
        return f"has been attained and is told as to come ({strange[-1]})" if strange else None
    for other in others:
        told = sources.amounts.get(int(other[2]))
        if told is None or told.kind != amount.kind:
            start = other.end()
    stretch = text[start : figure.start()]
    plans = _plans(stretch)
    if not plans and _is_planned_behind(stretch, text[figure.end() :]):
        return None
    if not plans:
        return "is a target and no word before it says so"
    since = re.sub(r"^\s*(?:was|were|had been|has been|have been|have|been)\b", " ", stretch[plans[-1][0] :], flags=re.IGNORECASE)
    following = text[figure.end() :]
    following = following[: next((found.start() for found in re.finditer(r"[。;；{]|\.(?!\d)", following)), len(following))]
    firm = [word for word, meaning in table()["done"].items() if meaning == "firm"]
    past = [word for name in ("rise", "fall") for word, meaning in table()[name].items() if meaning == "past"]
    done = any(next(occurrences(word, since), None) for word in (*class_words("done"), *past))
    if done or any(next(occurrences(word, following), None) for word in firm):
        return "is a target and is told as attained"
    return None


def _is_planned_behind(stretch: str, following: str) -> bool:
    """Return whether the words behind an amount say that it is to come: a deficit of {1}, or {2} of GDP, is expected."""
    planned = _PLANNED_BEHIND.match(following)
    told = [word for name in ("done", "rise", "fall") for word, meaning in table()[name].items() if name == "done" or meaning == "past"]
    between = planned[0] if planned else ""
    done = any(next(occurrences(word, stretch), None) or next(occurrences(word, between), None) for word in told)
    return planned is not None and not done and _ANOTHER_MATTER.search(between) is None


def _plans(text: str) -> list[tuple[int, str]]:
    """Return the words of aim and expectation in `text`, in order, each with where it ends."""
    found: list[tuple[int, str]] = []
    blank = apart(text)
    for word in sorted(class_words("plan"), key=len, reverse=True):
        for match in occurrences(word, blank):
            if table()["plan"][word] != "none":
                found.append((match.end(), word))
        blank = re.sub(rf"\b{word}\b" if word.isascii() else re.escape(word), lambda one: " " * len(one[0]), blank, flags=re.IGNORECASE)
    return sorted(found)


def _bound_behind(following: str, amount: Amount) -> str | None:
    for word, meaning in _BEHIND.items():
        if following.lstrip().startswith(word):
            if word in "多余" and not amount.behind.lstrip().startswith(word):
                return f"stands before {word}, which its source does not say"
            if following.lstrip().removeprefix(word).startswith(tuple(_BEHIND)) and word != "及以上":
                return "has its bound twice"
            own = amount.bound == meaning or amount.behind.lstrip().startswith(word)
            return None if own else f"stands before {word}, which its source does not say"
    return None


def bounded(text: str, amounts: Mapping[int, Amount]) -> str:
    """Return a sentence that stands, with the bound of every figure beside its placeholder where the sentence says none itself.

    A model that writes 达到{3} of 突破1300亿元 has told a level as exact: 突破{3}.
    """
    written: list[str] = []
    done = 0
    for match in PLACEHOLDER.finditer(text):
        segment, following = text[done : match.start()], text[match.end() :]
        done = match.end()
        amount = None if match[1] else amounts.get(int(match[2]))
        before, behind = _missing_bound(segment, following, amount) if amount is not None else ("", "")
        if before and amount is not None and amount.bound != "about":
            segment = _REACHING.sub("", segment)
        gap = "" if not before.isascii() or segment.endswith(" ") else " "
        written += [segment, gap + before + " " if before and before.isascii() else before, match[0], behind]
    return "".join([*written, text[done:]])


def _missing_bound(segment: str, following: str, amount: Amount) -> tuple[str, str]:
    """Return the words before and behind a placeholder that say its figure's bound; "" for what need not be said."""
    english = HAN.search(amount.before + amount.text + "".join(amount.names)) is None
    zh, en = _BEFORE.get(amount.bound, ("", ""))
    words = class_words("bound")  # one of another bound has been refused
    if not zh or any(word in amount.text for word in (*words, "余", "多")) or any(_is_tail(word, segment) for word in words):
        return "", ""
    if following.lstrip().startswith(tuple(word for word, meaning in _BEHIND.items() if meaning == amount.bound)):
        return "", ""
    if behind := next((word for word, meaning in _BEHIND.items() if meaning == amount.bound and amount.behind.startswith(word)), ""):
        return "", behind
    own = max((word for word in words if amount.before.endswith(word)), key=len, default=zh)
    return (en if english else own), ""


def _is_tail(word: str, segment: str) -> bool:
    """Return whether a stretch before a figure ends with a word of bound: 突破|了."""
    tail = rf"\b{word}\s*\Z" if word.isascii() else rf"{re.escape(word)}[了到至]?\s*\Z"
    return re.search(tail, segment, re.IGNORECASE) is not None


def _without_bound(segment: str) -> str:
    """Return a stretch before a figure without the word of bound at its end, which is judged by itself: 收入比|不超过."""
    tail = max((word for word in class_words("bound") if _is_tail(word, segment)), key=len, default="")
    return segment[: segment.casefold().rindex(tail)] if tail else segment


def _moves_alike(segment: str, following: str, amount: Amount, before: Amount | None) -> bool:
    """Return whether a change's direction is told beside the stretch before it: fell by {1} and imports by {2}; {2} lower than planned."""
    if not amount.changes or max(last_of(_PARTS.split(segment)[-1], name) for name in ("rise", "fall")) >= 0:
        return False
    behind = _LOWER_BEHIND.match(following)
    if behind is not None:
        return (behind[1] is not None) == amount.falls
    return _ALIKE.search(segment) is not None and before is not None and before.changes and before.falls == amount.falls


def _direction(segment: str, amount: Amount) -> str | None:
    part = blanked(_PARTS.split(segment)[-1], class_words("plain"))
    rises, falls = (last_of(part, "rise"), last_of(part, "fall"))
    if rises < 0 and falls < 0:
        return "states a fall without a word for it" if amount.changes and amount.falls else None
    down = falls > rises or (falls >= 0 and part[max(0, falls - 1) : falls] == "负")
    if amount.changes:
        return None if down == amount.falls else "stands under another direction than its own"
    behind = part[max(rises, falls) :]
    words = [one for one in (*class_words("rise"), *class_words("fall")) if next(occurrences(one, behind[: len(one)]), None)]
    if any(max(words, key=len) in name.casefold() for name in amount.names):
        return None  # GDP growth of …: the word is the name's
    reaches = any(said in behind for said in class_words("reach") if not said.isascii()) or _ENGLISH_REACH.search(behind) is not None
    own = _own_direction(amount)
    if own is None or own[0] != down:
        return "is a level and stands where a change is told" if not reaches else "is told to have moved as its source does not say"
    return None if reaches == own[1] or (reaches and own[1] is None) else "is a level and stands where a change is told"


def _own_direction(amount: Amount) -> tuple[bool, bool | None] | None:
    """Return whether a figure's own words say that it fell, and whether to (True) or by it (False); None when they say nothing of it.

    The last word before it counts, else the next one behind it in the same stretch (4.1%, down from 4.5%: a level).
    """
    part = amount.before
    rises, falls = last_of(part, "rise"), last_of(part, "fall")
    if max(rises, falls) >= 0:
        between = part[max(rises, falls) :]
        to = any(word in between for word in class_words("reach") if not word.isascii()) or _ENGLISH_REACH.search(between) is not None
        return falls > rises, to
    tail = _OTHERS.sub("", _SENTENCE.split(amount.behind)[0])
    found = [
        (match.start(), name == "fall") for name in ("rise", "fall") for word in class_words(name) for match in occurrences(word, tail)
    ]
    return (min(found)[1], None if min(found)[0] > 3 else False) if found else None


def _per(segment: str, following: str, amount: Amount) -> str | None:
    """Return what is wrong with what a figure is told to be of or by: 年均{1}, {1} per month, {1} of GDP, as its source does not say."""
    if segment.rstrip().endswith("第"):
        return "stands behind 第"
    source = "\n".join([_STOPS.split(amount.before)[-1], *amount.names]).casefold()
    for word in class_words("per"):
        ends = _is_tail(word, segment) and not _is_tail(word, amount.before)
        if ends or (next(occurrences(word, segment), None) and word not in source):
            return f"is told as {word!r}, which its source does not say"
    for match in (_PER.match(following), _OF.match(following)):
        if match and not amount.behind.strip().casefold().startswith(match[0].strip().casefold()):
            return f"is told as {match[0].strip()!r}, which its source does not say"
    return None


def _bare_change(segment: str, amount: Amount) -> str | None:
    """Return what is wrong with a growth that is told as a level: 零售总额{2} for 增长6.9%."""
    if not amount.changes or amount.falls or not amount.before:
        return None
    named = "\n".join([segment, *amount.names])
    moves = any(last_of(named, name) >= 0 for name in ("rise", "fall")) or _MOVING.search(named) is not None
    moves = moves or any(next(occurrences(word, named), None) for word, _ in _comparing())
    return None if moves else "is a change and is told as a level"


def _compared(segment: str, following: str, amount: Amount) -> str | None:
    """Return what is wrong with a comparison beside a figure: 低于全国平均水平{2} where the source says 高于, or compares nothing."""
    part, source = _without_bound(_PARTS.split(segment)[-1]), _PARTS.split(amount.before)[-1]
    for name in amount.names:  # 逾期率 compares nothing
        part, source = part.replace(name, " "), source.replace(name, " ")
    said = set(_sides(part, told=True))
    behind = _SENTENCE.split(following)[0]
    if "{" not in behind:  # else it is told of the next figure
        said |= set(_sides(behind, told=True, shortest=2))  # not 近 in 近年
    own = {*_sides(source), *_sides(_SENTENCE.split(amount.behind)[0])}
    own |= {amount.side} if amount.side is not None else set()
    own |= {meaning for ends, meaning in _COMPARED.items() if source.rstrip().endswith(ends)}
    return "is compared as its source does not" if said - own else None


def _sides(text: str, *, told: bool = False, shortest: int = 1) -> Iterator[str]:
    """Yield the sides that words in `text` put something on, the other where they are negated; `told`: not those that bound a figure."""
    words = [(word, meaning) for word, meaning in _comparing() if not (told and (_is_tail(word, text) or len(word) < shortest))]
    found = [(match, meaning) for word, meaning in words for match in occurrences(word, text)]
    found += [(match, "above") for match in _VERBS_BEYOND.finditer(text) if not (told and not text[match.end() :].strip())]
    for match, meaning in found:
        yield _OTHER_SIDE.get(meaning, meaning) if _NEGATED.search(text[: match.start()]) else meaning


def _comparing() -> list[tuple[str, str]]:
    """Return the words that compare, with the side they put the first on."""
    bounds = [pair for pair in table()["bound"].items() if pair[1] in ("above", "below")]
    return [*table()["compare"].items(), *((word, side) for word, side in bounds if not word.isascii() or word == side)]


def _bound(segment: str, following: str, amount: Amount) -> str | None:
    for word, meaning in sorted(table()["bound"].items(), key=lambda pair: -len(pair[0])):
        if _is_tail(word, segment):
            own = amount.bound == meaning or amount.before.rstrip().casefold().endswith(word)
            rest = segment.rstrip().casefold().removesuffix(word)
            if any(_is_tail(other, rest) for other in class_words("bound")) or following.lstrip().startswith(tuple(_BEHIND)):
                return "has its bound twice"
            return None if own else f"stands behind {word}, which its source does not say"
    return None


def _content(segment: str) -> str:
    """Return what a stretch before a figure names: without joints, directions, bounds and punctuation; 人均 inside a name stays."""
    words = [word for word in _free("reach") if word not in table()["per"]]
    left = re.sub(r"[\s\W]+", " ", without(PLACEHOLDER.sub(" ", segment), words)).strip()
    per = next((word for word in class_words("per") if left.endswith(word)), "")
    return left.removesuffix(per).strip()


def _names(content: str, names: Sequence[str]) -> bool:
    """Return whether the last thing named is what the figure measures: the last words, with as many before them as the name needs."""
    if not HAN.search(content):
        return any(_shares(name, content) for name in names)
    words = content.split()
    ends = [" ".join(words[-count:]) for count in range(1, len(words) + 1)]
    # A Chinese name ends with its head: what stands last before a figure must be the figure's own.
    return any(words[-1][-2:] in name and any(_shares(name, end) for end in ends) for name in names)


def _named_behind(segment: str, following: str, amount: Amount, sources: Sources) -> bool:
    """Return whether English says behind a sum what it is given for: allocate {10}| for the promotion of tourism."""
    told = _FOR.match(following) if _GIVES.search(segment) is not None else None
    if told is None:
        return False
    content = _content(told[1])
    return any(_shares(name, content) for name in amount.names) and not _better_named(content, amount, sources)


def _better_named(content: str, amount: Amount, sources: Sources) -> bool:
    """Return whether a stretch names what another of the facts' figures measures, and names it better than this one's."""
    own = max(_named(name, content) for name in amount.names)
    others = (one for one in sources.amounts.values() if not set(one.names) & set(amount.names))
    rivals = [name for other in others for name in other.names if _named(name, content) > own]
    return own < 1 and any(not _says_only(amount.names, rival, content) for rival in rivals)


def _says_only(own: Sequence[str], rival: str, content: str) -> bool:
    """Return whether a stretch says what of two names only this figure's own have: 创业板 of 创业板上市奖励 beside 主板上市奖励."""
    mine, others = {piece for name in own for piece in _pieces(name)}, _pieces(rival)
    told = _pieces(content)
    return bool(told & (mine - others)) and not told & (others - mine)


def _pieces(text: str) -> set[str]:
    """Return the pairs of Chinese characters (上市|企业 of 上市的企业 too) and the English words of a text."""
    words = {singular(word)[:_ALIKE_LETTERS] for word in LATIN.findall(text)}
    return words | {pair for run in HAN.findall(text.replace("的", "")) for pair in pairs_of(run)}


def _goes_on(segment: str, content: str, amount: Amount, before: Amount | None) -> bool:
    """Return whether a stretch goes on with the measure of the figure before it.

    By the rest of its own name (就业率{1},高于全国平均水平{2}), by the source's very words before the figure (里程{1},占世界的{2}), or
    without what both names end with (全国居民人均收入增长{1},其中农村居民增长{2}).
    """
    part = _PARTS.split(segment)[-1].strip()
    if before is None or len(part) < 2:
        return False
    if len(content) > 1 and any(
        own.startswith(content) and own != content and name.endswith(own[len(content) :]) for own in amount.names for name in before.names
    ):
        return True
    if not set(before.names) & set(amount.names) or _content(part) != content:
        return False
    rests = [own[len(name) :] for own in amount.names for name in before.names if own.startswith(name) and own != name]
    return amount.before.rstrip().endswith(part) or any(_shares(rest, part) for rest in rests)


def _shares(name: str, content: str) -> bool:
    return _named(name, content) >= OWN and (name.isascii() or _covered(content, name) >= OWN)


def _named(name: str, content: str) -> float:
    """Return how much of a name a stretch says."""
    if name.isascii():
        bare = _TERMS_TAIL.sub("", _TIME_TAIL.sub("", name)) or name
        for short in re.findall(r"\b[A-Z]{2,6}\b", content):  # GDP of gross domestic product
            bare = re.sub(r"\b" + r"\w+\s+".join(short) + r"\w+", short, bare, flags=re.IGNORECASE)
        own = {singular(word) for word in LATIN.findall(bare) if word.lower() not in set(_free())}
        own = own or {singular(word) for word in LATIN.findall(bare)}
        stems = {singular(word)[:_ALIKE_LETTERS] for word in LATIN.findall(content)}
        return sum(word[:_ALIKE_LETTERS] in stems for word in own) / len(own) if own else 0
    pairs = pairs_of(
        without(name, [*class_words("joint"), *class_words("plan"), *class_words("done"), *class_words("rise"), *class_words("fall")])
    ) or pairs_of(name)
    return sum(pair in content for pair in pairs) / len(pairs) if pairs else float(name in content)


def _covered(content: str, name: str) -> float:
    """Return how much of what is said is the name's: 收入 before an investment's figure covers nothing."""
    pairs = pairs_of(content)
    return sum(pair in name for pair in pairs) / len(pairs) if pairs else float(content in name)


def _negation(bare: str, words: str) -> str | None:
    bare, words = bare.casefold(), f" {words.casefold()}"
    for bound in sorted(class_words("bound"), key=len, reverse=True):  # a bound's own 不, judged with its figure
        bare = re.sub(rf"{re.escape(bound)}\s*\ue000", "\ue000", bare, flags=re.IGNORECASE)
    for word in class_words("not"):
        for match in occurrences(word, bare):
            around = bare[max(0, match.start() - 1) : match.end() + 1]
            if around not in words and bare[match.start() : match.end() + 1] not in words:
                return f"it negates ({word}) where its facts do not"
    return None


def _foreign(bare: str, words: str) -> str | None:
    """Return what is told that none of the facts has."""
    known = words.casefold()
    phrases = [word for word in _free() if " " in word]  # at least: one word by itself says nothing
    spoken = [match[0].casefold() for match in LATIN.finditer(without(bare, phrases))]
    joints = set(_free())
    stems = {word: re.escape(stem_of(word)[:_ALIKE_LETTERS]) for word in spoken}
    if any(word not in joints and re.search(rf"(?<![a-z]){stem}", known) is None for word, stem in stems.items()):
        return "it holds words that its facts do not have"
    left = without(bare, _free("reach", "plain"))
    pairs = [pair for run in HAN.findall(left) for pair in pairs_of(run)]
    if pairs and sum(pair in words for pair in pairs) < DRAWN * len(pairs):
        return "it tells what its facts do not have"
    for part in (pairs_of(run) for run in _PARTS.split(left) if HAN.search(run)):
        if len(part) > 1 and sum(pair in words for pair in part) < OWN * len(part):
            return "it tells what its facts do not have"
    if not pairs and not spoken and "\ue000" not in bare:
        return "it tells nothing"
    return None


def _joined(bare: str, words: str) -> str | None:
    """Return what is put together that its facts have apart: another owner, or words of several places side by side."""
    for match in _OWNS.finditer(bare):
        if bare[max(0, match.start() - _OWNER_CHARS) : match.end()] not in words:
            return f"it names who answers for it ({match[0]}) as its facts do not"
    known = words.casefold()
    free = set(_free())
    for match in _THROUGH.finditer(bare):
        said = rf"\b{match[1].lower()}\s+(?:\w+\s+){{0,2}}?{re.escape(stem_of(match[2].lower()))}"
        if match[2].lower() not in free and not re.search(said, known):
            return f"it says {match[0]!r}, which its facts do not"
    own = [stem_of(singular(match[0])) for match in LATIN.finditer(words)]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(own):
        places.setdefault(word, []).append(at)
    apart = re.compile(rf"\b(?:{'|'.join(word for word in free if word.isascii())})\b|['’]s\b|[^\w\s'-]", re.IGNORECASE)
    runs = [[stem_of(singular(word)) for word in LATIN.findall(run)] for run in apart.split(bare)]
    pairs = [(first, second) for run in runs for first, second in pairwise(run)]
    stand = [any(0 < after - at <= NEAR for at in places.get(first, ()) for after in places.get(second, ())) for first, second in pairs]
    return "it joins words that its facts have apart" if pairs and sum(stand) < DRAWN * len(pairs) else None


def _trend(plain: str, words: str) -> str | None:
    """Return a rise or fall that is told without an amount and that none of its facts tells."""
    if any(not match[1] for match in PLACEHOLDER.finditer(plain)):
        return None
    bare = blanked(plain, class_words("plain"))
    for name in ("rise", "fall"):
        if last_of(bare, name) >= 0 and last_of(words, name) < 0:
            return f"it tells a {name} that its facts do not"
    return None


def _free(*more: str) -> list[str]:
    """Return the words that say nothing of what is told, or what is checked by itself; with those of the classes `more`."""
    return [word for name in ("joint", "per", "plan", "done", "rise", "fall", "bound", "compare", *more) for word in class_words(name)]
