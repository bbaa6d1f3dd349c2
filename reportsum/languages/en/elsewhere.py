"""Which place a sentence on growth, prices or trade tells of: the report's own, or another that the report looks at (the US economy …).

A budget opens with the world's and its neighbours' economies. What it says of them is a fact, but no indicator of its own place.
"""

from __future__ import annotations

from functools import cache

from reportsum import lazy_re as re

from ...tables import read_table

_GROUPS = r"(?:[Aa]dvanced|[Ee]merging|[Dd]eveloping|[Mm]ajor)(?:\s\w+)?"
_FURTHER = (
    r"US|U\.S\.|USA|UK|EU|Euro\s?zone|euro\sarea|Mainland|[Ww]orld|[Gg]lobal|Asian?|Europe|European|Russian?|German|Germany|France|French"
    r"|Brazil|Brazilian|Korean?|ASEAN|" + _GROUPS
)
"""Places and groups of places that reports look at, besides those they come from (`en/places.tsv`)."""
FORECASTERS = r"(?:IMF|International\sMonetary\sFund(?:\s\(IMF\))?|World\sBank|OECD|ECB|Federal\sReserve)"
_OURS = r"\b(?:our|we|I|domestic|local)\b"
_NO_PLACE = frozenset({"English"})
"""An adjective that tells the language rather than the place."""


def tells_of_elsewhere(metric: str, sentence: str, before: str, place: str) -> bool:
    """Return whether a metric of a report of `place` is another place's; `before` is the sentence before it in the paragraph, or "".

    >>> tells_of_elsewhere("US GDP growth", "US GDP growth was 2%.", "", "Fiji"), tells_of_elsewhere("GDP", "GDP grew.", "", "Fiji")
    (True, False)
    >>> tells_of_elsewhere("Growth", "Growth will slow.", "The US economy was weak.", "Fiji")
    True
    """
    own, others = _names(place)
    if own.search(metric) is not None:
        return False
    if others.search(metric) is not None:
        return True
    if own.search(sentence) is not None:
        return False
    opens = _opens(place)
    if opens.match(sentence) is not None:
        return True
    first = sentence.lower().removeprefix("the ")
    return bool(before) and first.startswith(metric.lower()) and opens.match(before) is not None


def tells_only_of_elsewhere(sentence: str, place: str, metric: str = "") -> bool:
    """Return whether a sentence opens with another place, or its `metric` does, and names nothing of the report's own.

    >>> tells_only_of_elsewhere("The US economy did well.", "Fiji"), tells_only_of_elsewhere("The US economy helped Fiji.", "Fiji")
    (True, False)
    >>> tells_only_of_elsewhere("In May, the wave in Japan peaked.", "Fiji"), tells_only_of_elsewhere("Sales to Japan peaked.", "Fiji")
    (True, False)
    """
    if _names(place)[0].search(sentence) is not None:
        return False
    if _AROUND.search(sentence) is not None or _begins(place).match(sentence) is not None:
        return True
    return bool(metric) and _is_called(place).match(f"{metric} is") is not None


_AROUND = re.compile(r"\b(?:worldwide|around the (?:world|globe)|(?:across|in) (?:many|most|other|several) (?:countries|economies))\b")
"""What the world around is called behind a subject of no place."""


@cache
def _begins(place: str) -> re.Pattern[str]:
    """Return how a sentence begins that is told of another place, and of no body called by it (the Asian Development Bank)."""
    return re.compile(
        rf"(?:\d{{1,3}}\.\s?)?(?:[A-Z][^,.;]{{2,60}},\s)?(?:[A-Za-z]+\s)?(?:(?!{_TRADED}\s)[\w-]+\s){{0,5}}{_is_called(place).pattern}"
    )


@cache
def _is_called(place: str) -> re.Pattern[str]:
    """Return how a name begins that is another place's, and no body's called by it: global |prices, but not the Asian Bank."""
    others = _names(place)[1].pattern.replace(_GROUPS, rf"{_GROUPS}\s(?:countries|economies|markets|nations)")
    return re.compile(rf"(?:{others}|{_CENTRAL_BANKS})(?:['’]s)?(?:\s[a-z]|,)")


_CENTRAL_BANKS = r"(?:Federal Reserve(?: Board)?|European Central Bank|Bank of Japan|Fed)"
"""Bodies whose doings tell of their places."""
_TRADED = r"(?:to|with|from|by|against|than|between|among|via|under)"
"""What stands behind these is no subject: exports to China fell."""


@cache
def _names(place: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what names a place itself, and what names others."""
    own, others = [re.escape(place)], [_FURTHER]
    for row in read_table("en/places.tsv", ("place", "adjective", "dollar", "yen", "pound", "rupee", "name"), key="place"):
        words = [row["place"], *(word for word in row["adjective"].split("|") if word)]
        if place in (row["place"], row["name"]):
            own += map(re.escape, words)
        else:
            others += [re.escape(word) for word in words if " " not in word and word not in _NO_PLACE]
    if place == "中国":
        own.append("Mainland")
    if place == "United States":
        own += ["US", r"U\.S\.", "USA"]
    if place == "United Kingdom":
        own.append("UK")
    return (
        re.compile(rf"(?<![A-Za-z])(?:{'|'.join(own)})(?![a-z])|{_OURS}"),
        re.compile(rf"(?<![A-Za-z])(?:{'|'.join(others)})(?![a-z])"),
    )


@cache
def _opens(place: str) -> re.Pattern[str]:
    """Return how a sentence opens that is about another place: the US economy …, in Japan, …, the IMF …"""
    others = _names(place)[1].pattern
    return re.compile(
        rf"(?:\d{{1,3}}\.\s?)?(?:(?:In|For|Across|As for|Turning to)\s(?:the\s)?{others}[^,.;]{{0,20}},"
        rf"|(?:The\s)?(?:[a-z]+\s)?{others}(?:['’]s)?\s(?:econom(?:y|ies)|GDP|growth)\b|The\s{FORECASTERS}\s)"
    )
