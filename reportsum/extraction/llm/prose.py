"""Sentences a model wrote: what may stand, and what is refused.

A sentence states amounts through placeholders only, `{3}` for a figure and `{@5}` for the period of a fact; the code fills in the
source's own words. Refused is, outside of names that the source itself has, every digit of every script, numeral and number word; and a
placeholder glued to another, to a digit or to a unit, used twice, under another direction, bound or span of time than the figure's own,
or behind another name than its own; what is still to come told as attained, or the reverse; and negations, owners, names and foreign
words that the facts it rests on do not have; addresses and markup. What cannot be checked is refused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from reportsum import lazy_re as re

from ...models import Bound, Kind
from ...tables import read_table

PLACEHOLDER = re.compile(r"\{(@?)(\d{1,5})[A-Z]?\}")
_CLASSES = ("number", "plain", "rise", "fall", "reach", "not", "bound", "joint", "plan", "done")
_PARTS = re.compile(r"[,，;；。:：!！?？、.]")
_LATIN = re.compile(r"[A-Za-z]+(?:'s)?")
_FORBIDDEN = re.compile(r"[<>{}\[\]\\@#|~^_`%‰+=*/]|//|https?|www\.", re.IGNORECASE)
_UNITS_BEHIND = re.compile(
    r"\s*(?:[亿万千百十元吨个%％‰倍成点℃亩]|per\s?cent|percent|million|billion|trillion|thousand|times)", re.IGNORECASE
)
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
_OWNS = re.compile(r"牵头|负责|承担|主办|承办|组织实施")
_OWNER_CHARS = 3
_THROUGH = re.compile(r"\b(by|through|via|under)\s+(?:the\s+|its\s+|their\s+)?([A-Za-z]+)", re.IGNORECASE)
_ENGLISH_REACH = re.compile(r"\bto\b", re.IGNORECASE)
NEAR = 4
"""So many words further on in the source the second of two that a sentence puts side by side may stand."""
_HAN = re.compile(r"[\u3400-\u9fff]+")
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


@dataclass(frozen=True, slots=True)
class Sources:
    """What a sentence may rest on."""

    amounts: Mapping[int, Amount]
    periods: Mapping[int, str]
    """The facts whose period may be named, with its label."""
    words: str
    """The facts' own words, their figures taken out; title, place and headings too."""


def fault(text: str, sources: Sources) -> str | None:
    """Return why a sentence cannot stand; None when it can."""
    plain = unicodedata.normalize("NFKC", text).strip()
    bare = PLACEHOLDER.sub("\ue000", plain)
    if _FORBIDDEN.search(bare) or any(unicodedata.category(one)[0] in "CS" and one != "\ue000" for one in bare):
        return "it holds an address, markup or a brace that is no placeholder"
    if len(bare) < SHORTEST:
        return "it is no sentence"
    words = sources.words
    return (
        _number(bare, words)
        or _placeholders(plain, sources)
        or _negation(bare, words)
        or _foreign(bare, words)
        or _joined(bare, words)
        or _trend(plain, words)
    )


def _number(bare: str, words: str) -> str | None:
    """Return what states an amount outside placeholders and names of the source."""
    left = _without(bare, _words("plain"))
    for position, character in enumerate(left):
        if unicodedata.numeric(character, None) is not None and not _is_named(left, position, 1, words):
            return f"it writes the number {character!r} itself"
    for word in _words("number"):
        for match in _occurrences(word, left):
            if not _is_named(left, match.start(), len(word), words):
                return f"it says an amount in words ({word})"
    return None


def _is_named(text: str, start: int, length: int, words: str) -> bool:
    """Return whether the source has these characters between the same neighbours: 十四五规划, 5G网络."""
    first, last = max(0, start - 1), min(len(text), start + length + 1)
    around = text[first:last]
    return last - first > length + 1 and "\ue000" not in around and around in words


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
        wrong = _direction(text[told.start() : text.index("{", told.start())] if shared and told else segment, amount)
        wrong = wrong or _bound(segment, amount) or _bound_behind(text[match.end() :], amount)
        wrong = wrong or _time(text, match, amount, sources) or _coming(text, match, amount, sources)
        if wrong is not None:
            return f"{match[0]} {wrong}"
        if shared and told:
            if not _respective(text, told.start(), sources):
                return f"{match[0]} is not the one that stands in its place of the list"
            before, name_of, amount_before = match.end(), amount.names, amount
            continue
        content = _content(_without_counted(segment, amount_before))
        if content and not _names(content, amount.names):
            return f"{match[0]} does not belong to what is named before it"
        if not content and name_of is not None and not set(name_of) & set(amount.names):
            return f"{match[0]} does not belong to what is named before it"
        if not content and name_of is None:
            return f"{match[0]} has no name before it"
        before, name_of, amount_before = match.end(), amount.names, amount
    return None


def _without_counted(segment: str, before: Amount | None) -> str:
    """Return a stretch without the word that also the source has right behind the figure before it: employs {1}| people and has {2}."""
    word = _LATIN.match(segment.lstrip())
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
        others = {pair for other in amounts if other is not amount for name in other.names for pair in _pairs(name)}
        found = [
            named.find(pair) for name in amount.names if name[-2:] in named for pair in _pairs(name) if pair not in others and pair in named
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
    if told is None or told not in sources.periods or sources.periods[told] == amount.period:
        return None
    return "is told under another span of time than its own"


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
        strange = [word for _, word in _plans(part) if _table()["plan"][word] == "future" and word not in amount.before.casefold()]
        return f"has been attained and is told as to come ({strange[-1]})" if strange else None
    for other in others:
        told = sources.amounts.get(int(other[2]))
        if told is None or told.kind != amount.kind:
            start = other.end()
    stretch = text[start : figure.start()]
    plans = _plans(stretch)
    if not plans:
        return "is a target and no word before it says so"
    since = re.sub(r"^\s*(?:was|were|had been|has been|have been|been)\b", " ", stretch[plans[-1][0] :], flags=re.IGNORECASE)
    following = text[figure.end() :]
    following = following[: next((found.start() for found in re.finditer(r"[。;；{]|\.(?!\d)", following)), len(following))]
    firm = [word for word, meaning in _table()["done"].items() if meaning == "firm"]
    past = [word for name in ("rise", "fall") for word, meaning in _table()[name].items() if meaning == "past"]
    done = any(next(_occurrences(word, since), None) for word in (*_words("done"), *past))
    if done or any(next(_occurrences(word, following), None) for word in firm):
        return "is a target and is told as attained"
    return None


def _plans(text: str) -> list[tuple[int, str]]:
    """Return the words of aim and expectation in `text`, in order, each with where it ends."""
    found: list[tuple[int, str]] = []
    blank = text
    for word in sorted(_words("plan"), key=len, reverse=True):
        for match in _occurrences(word, blank):
            if _table()["plan"][word] != "none":
                found.append((match.end(), word))
        blank = re.sub(rf"\b{word}\b" if word.isascii() else re.escape(word), lambda one: " " * len(one[0]), blank, flags=re.IGNORECASE)
    return sorted(found)


def _bound_behind(following: str, amount: Amount) -> str | None:
    for word, meaning in _BEHIND.items():
        if following.lstrip().startswith(word):
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
    english = _HAN.search(amount.before + amount.text + "".join(amount.names)) is None
    zh, en = _BEFORE.get(amount.bound, ("", ""))
    words = _words("bound")  # one of another bound has been refused
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


def _direction(segment: str, amount: Amount) -> str | None:
    part = _blank(_PARTS.split(segment)[-1], _words("plain"))
    rises, falls = (_last(part, "rise"), _last(part, "fall"))
    if rises < 0 and falls < 0:
        return "states a fall without a word for it" if amount.changes and amount.falls else None
    down = falls > rises or (falls >= 0 and part[max(0, falls - 1) : falls] == "负")
    if amount.changes:
        return None if down == amount.falls else "stands under another direction than its own"
    behind = part[max(rises, falls) :]
    words = [one for one in (*_words("rise"), *_words("fall")) if next(_occurrences(one, behind[: len(one)]), None)]
    if any(max(words, key=len) in name.casefold() for name in amount.names):
        return None  # GDP growth of …: the word is the name's
    reaches = any(said in behind for said in _words("reach") if not said.isascii()) or _ENGLISH_REACH.search(behind) is not None
    own = _own_direction(amount)
    if own is None or own[0] != down:
        return "is a level and stands where a change is told" if not reaches else "is told to have moved as its source does not say"
    return None if reaches == own[1] or (reaches and own[1] is None) else "is a level and stands where a change is told"


def _own_direction(amount: Amount) -> tuple[bool, bool | None] | None:
    """Return whether a figure's own words say that it fell, and whether to (True) or by it (False); None when they say nothing of it.

    The last word before it counts, else the next one behind it in the same stretch (4.1%, down from 4.5%: a level).
    """
    part = amount.before
    rises, falls = _last(part, "rise"), _last(part, "fall")
    if max(rises, falls) >= 0:
        between = part[max(rises, falls) :]
        to = any(word in between for word in _words("reach") if not word.isascii()) or _ENGLISH_REACH.search(between) is not None
        return falls > rises, to
    tail = _SENTENCE.split(amount.behind)[0]
    found = [(match.start(), name == "fall") for name in ("rise", "fall") for word in _words(name) for match in _occurrences(word, tail)]
    return (min(found)[1], None if min(found)[0] > 3 else False) if found else None


def _bound(segment: str, amount: Amount) -> str | None:
    for word, meaning in sorted(_table()["bound"].items(), key=lambda pair: -len(pair[0])):
        if _is_tail(word, segment):
            own = amount.bound == meaning or amount.before.rstrip().casefold().endswith(word)
            return None if own else f"stands behind {word}, which its source does not say"
    return None


def _content(segment: str) -> str:
    """Return what a stretch before a figure names: without joints, directions, bounds and punctuation."""
    left = _without(PLACEHOLDER.sub(" ", segment), _free("reach"))
    return re.sub(r"[\s\W]+", " ", left).strip()


def _names(content: str, names: Sequence[str]) -> bool:
    """Return whether the last thing named is what the figure measures: the last words, with as many before them as the name needs."""
    if not _HAN.search(content):
        return any(_shares(name, content) for name in names)
    words = content.split()
    ends = [" ".join(words[-count:]) for count in range(1, len(words) + 1)]
    # A Chinese name ends with its head: what stands last before a figure must be the figure's own.
    return any(words[-1][-2:] in name and any(_shares(name, end) for end in ends) for name in names)


def _shares(name: str, content: str) -> bool:
    if name.isascii():
        bare = _TIME_TAIL.sub("", name) or name
        own = {_singular(word) for word in _LATIN.findall(bare) if word.lower() not in set(_free())}
        own = own or {_singular(word) for word in _LATIN.findall(bare)}
        said = {_singular(word) for word in _LATIN.findall(content)}
        return bool(own) and len(own & said) >= OWN * len(own)
    pairs = _pairs(_without(name, [*_words("joint"), *_words("plan"), *_words("done"), *_words("rise"), *_words("fall")])) or _pairs(name)
    if not pairs:
        return name in content
    return sum(pair in content for pair in pairs) >= OWN * len(pairs) and _covered(content, name) >= OWN


def _covered(content: str, name: str) -> float:
    """Return how much of what is said is the name's: 收入 before an investment's figure covers nothing."""
    pairs = _pairs(content)
    return sum(pair in name for pair in pairs) / len(pairs) if pairs else float(content in name)


def _negation(bare: str, words: str) -> str | None:
    for bound in sorted(_words("bound"), key=len, reverse=True):  # a bound's own 不, judged with its figure
        bare = re.sub(rf"{re.escape(bound)}\s*\ue000", "\ue000", bare, flags=re.IGNORECASE)
    for word in _words("not"):
        for match in _occurrences(word, bare):
            around = bare[max(0, match.start() - 1) : match.end() + 1]
            if around not in words and bare[match.start() : match.end() + 1] not in words:
                return f"it negates ({word}) where its facts do not"
    return None


def _foreign(bare: str, words: str) -> str | None:
    """Return what is told that none of the facts has."""
    known = words.casefold()
    spoken = [match[0].casefold() for match in _LATIN.finditer(bare)]
    joints = set(_free())
    if any(word not in joints and re.search(rf"(?<![a-z]){re.escape(_stem(word))}", known) is None for word in spoken):
        return "it holds words that its facts do not have"
    left = _without(bare, _free("reach", "plain"))
    pairs = [pair for run in _HAN.findall(left) for pair in _pairs(run)]
    if pairs and sum(pair in words for pair in pairs) < DRAWN * len(pairs):
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
        said = rf"\b{match[1].lower()}\s+(?:\w+\s+){{0,2}}?{re.escape(_stem(match[2].lower()))}"
        if match[2].lower() not in free and not re.search(said, known):
            return f"it says {match[0]!r}, which its facts do not"
    own = [_stem(_singular(match[0])) for match in _LATIN.finditer(words)]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(own):
        places.setdefault(word, []).append(at)
    apart = re.compile(rf"\b(?:{'|'.join(word for word in free if word.isascii())})\b|[^\w\s'-]", re.IGNORECASE)
    runs = [[_stem(_singular(word)) for word in _LATIN.findall(run)] for run in apart.split(bare)]
    pairs = [(first, second) for run in runs for first, second in pairwise(run)]
    stand = [any(0 < after - at <= NEAR for at in places.get(first, ()) for after in places.get(second, ())) for first, second in pairs]
    return "it joins words that its facts have apart" if pairs and sum(stand) < DRAWN * len(pairs) else None


def _trend(plain: str, words: str) -> str | None:
    """Return a rise or fall that is told without an amount and that none of its facts tells."""
    if any(not match[1] for match in PLACEHOLDER.finditer(plain)):
        return None
    bare = _blank(plain, _words("plain"))
    for name in ("rise", "fall"):
        if _last(bare, name) >= 0 and _last(words, name) < 0:
            return f"it tells a {name} that its facts do not"
    return None


def _free(*more: str) -> list[str]:
    """Return the words that say nothing of what is told, or what is checked by itself; with those of the classes `more`."""
    return [word for name in ("joint", "plan", "done", "rise", "fall", "bound", *more) for word in _words(name)]


def _singular(word: str) -> str:
    word = word.lower().removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _stem(word: str) -> str:
    """Return what forms of an English word have in common, about: starts, started → start."""
    word = word.removesuffix("'s")
    return next((word.removesuffix(ending) for ending in ("ing", "ed", "es", "s") if word.endswith(ending) and len(word) > 4), word)


def _pairs(text: str) -> list[str]:
    return [run[at : at + 2] for run in text.split() for at in range(len(run) - 1)]


def _last(text: str, name: str) -> int:
    """Return where the last word of a class begins in `text`; -1 when there is none."""
    return max((match.start() for word in _words(name) for match in _occurrences(word, text)), default=-1)


def _occurrences(word: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"\b{word}\b" if word.isascii() else re.escape(word), text, re.IGNORECASE)


def _blank(text: str, words: Sequence[str]) -> str:
    return _without(text, [word for word in words if word in text.casefold()])


def _without(text: str, words: Sequence[str]) -> str:
    """Return `text` with these words blanked out, the longest first; what stood around them stays apart."""
    for word in sorted(words, key=len, reverse=True):
        text = re.sub(rf"\b{word}\b" if word.isascii() else re.escape(word), " ", text, flags=re.IGNORECASE)
    return text


@cache
def _table() -> dict[str, dict[str, str]]:
    """Return the words of each class with their meanings."""
    table: dict[str, dict[str, str]] = {name: {} for name in _CLASSES}
    for row in read_table("prose_words.tsv", ("word", "class", "meaning"), key="word"):
        if row["class"] not in table:
            raise row.wrong(f'"{row["class"]}" is no class. Write one of {", ".join(_CLASSES)}.')
        table[row["class"]][row["word"]] = row["meaning"]
    return table


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(_table()[name])
