"""Is an English figure a change, and which way? Knows the words of en/changes.tsv and how they govern a number.

Before the number: "rose 3%", "rose by 3%", "an increase of 3%", "growth was 3%", "up 3%". Behind it: "a 3% rise", "3% higher than".
What a verb of change moves *to* is no change: "rose to 3%".
"""

from __future__ import annotations

from functools import cache

from reportsum import lazy_re as re

from ...tables import read_table

_CLASSES = ("verb", "noun", "growth", "adverb", "than", "none")


@cache
def _words() -> dict[str, tuple[int, str]]:
    words: dict[str, tuple[int, str]] = {}
    for row in read_table("en/changes.tsv", ("word", "sign", "class"), key="word"):
        if row["sign"] not in "+-" or row["class"] not in _CLASSES:
            raise row.wrong(f"sign is + or -, class one of {', '.join(_CLASSES)}.")
        words[row["word"]] = (1 if row["sign"] == "+" else -1, row["class"])
    return words


def _of(*classes: str) -> str:
    words = sorted((word for word, (_, name) in _words().items() if name in classes), key=len, reverse=True)
    return "|".join(word.replace(" ", r"\s") for word in words)


_NOT_MADE = "(?<!made )(?<!make )(?<!makes )(?<!making )"
"""Before "up": what makes up 20% of a whole has not risen."""
_MEASURE = (
    r"(?:(?:at\s)?(?:an?|the)?\s?(?:average|further|total|cumulative|compound|real|nominal|combined|estimated"
    r"|trend|steady|moderate|modest|rapid|healthy|faster|slower|overall|additional|net|yearly|annual(?:ised|ized)?"
    r"|year-on-year)*\s?(?:annual|yearly)?\s?(?:growth\s)?(?:average\s|rate\s|total\s|pace\s)?of\s)?"
)


_HOW_MUCH = (
    r"(?:(?:modest|moderate|mere|robust|strong|healthy|solid|brisk|slower|faster|sharp|steep|sluggish|respectable|paltry|still|meagre|full|hefty"
    r"|record)\s){0,2}"
)
"""Between by and a rate: the economy grew by a modest|0.7%."""


@cache
def _before() -> re.Pattern[str]:
    """How the words before a number make it a change; the text ends where the bound's words begin."""
    moved = _of("verb", "noun", "growth")
    nouns = _of("noun", "growth")
    measured = _of("growth")
    link = (
        r"(?:was|were|is|are|be|been|being|reach(?:e[sd]|ing)?|averag(?:ed?|ing)|stood|remained|at|of|to\sbe|expected"
        r"|estimated|projected|forecast|kept|maintained|slowed|around|came\sin|between)"
    )
    return re.compile(
        rf"(?P<by>(?<![\w-])(?P<moved>{moved})(?![\w-])[^.;:\n]{{0,90}}?\sby\s(?:{_MEASURE}|(?:only|just|merely)\s|an?\s(?:[a-z]+\s)?|another\s|a\sfurther\s|between\s)?)$"
        rf"|(?<![\w-])(?P<direct>{_of('verb', 'noun', 'growth')})\s{_MEASURE}(?:another\s|a\sfurther\s|between\s)?$"
        rf"|(?<![\w-])(?P<rate>(?:grow|grew|growing|grown|expand(?:ed|ing)?|ris(?:e|ing)|rose|increas(?:e|ed|ing)|contract(?:ed|ing)?))\s(?:[a-z]+ly\s)?"
        rf"(?:at\s|by\s)(?:an?\s)?{_HOW_MUCH}$"
        rf"|(?<![\w-]){_NOT_MADE}(?P<adverb>{_of('adverb')})\s(?:by\s)?(?:an?\s|another\s|a\sfurther\s|another\s)?$"
        rf"|(?<![\w-])(?P<noun>{nouns})(?![\w-])(?:\srates?)?[^.;:,\d\n]{{0,60}}?\sof\s(?:an?\s|between\s)?$"
        rf"|(?<![\w-])(?<!\bto\s)(?<!\bto\seconomic\s)(?<!ward\seconomic\s)(?<!wards\seconomic\s)(?P<growth>{measured})(?![\w-])(?:\srates?)?[^.;:\n]{{0,50}}?\s{link}\s(?:an?\s|at\s|between\s|to\s)?$",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    adjectives = (
        r"(?:(?:year-on-year|year-over-year|yoy|y-o-y|annual|average|real|nominal|organic|like-for-like|overall|net"
        r"|sharp|steady|solid|further|cumulative|quarterly|monthly|per\scent|total|underlying)[\s-])*"
    )
    return re.compile(
        rf"(?:\s(?:or|and)\s[$£€¥\w.,]+(?:\s(?:million|billion|trillion|yuan|percent"
        rf"|per\scent))?)?[\s-](?:{adjectives}(?:{_GROWTH_OF})?(?P<noun>{_of('noun', 'growth')})(?![\w-])"
        rf"|(?P<than>{_of('than')})(?=\s(?:than|in|on"
        rf"|at|compared|year|last\syear|over\sthe)|[,.;)]|\s[a-z]+s?\s[a-z\s]{{0,30}}(?:than|compared))|(?P<adverb>{_of('adverb')})(?=\s(?:on|from"
        rf"|year|in|against|compared|than)|[,.;)]))",
        re.IGNORECASE,
    )


_NEGATIVE = ("negative ", "Negative ")
"""Before growth that is a fall; the two words stand in the table as one."""
_GROWTH_OF = r"(?:(?!(?:in|of|and|or|to|from|for|on|as|with|by|the|an?)\s)[A-Za-z]+\s){1,2}(?=growth(?![\w-]))"
"""What grows, between a rate and its growth: a 5%|productivity growth."""


@cache
def _any_cue() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_of('verb', 'noun', 'growth', 'adverb', 'than')})(?![\w-])", re.IGNORECASE)


_ADDED_TO = re.compile(r"\bcontribut[a-z]+\s[^.;,]{0,60}\bto\s(?:[A-Za-z]+\s)?$|\bcontribution\sto\s(?:[A-Za-z]+\s)?$")
"""Before the growth that something adds to: a contribution to growth of 60% is no change."""


def change_before(left: str) -> int:
    """Return 1 where the words at the end of `left` make what follows a rise, -1 a fall, 0 no change."""
    if _any_cue().search(left) is None:
        return 0
    found = None
    start = 0
    # of several words of change the last one that governs the number counts
    while (match := _before().search(left, start)) is not None:
        if not left.endswith(_NEGATIVE, 0, match.start()):
            found = match
        start = match.start() + 1
    if found is None or (found["direct"] and _ADDED_TO.search(left, 0, found.start("direct")) is not None):
        return 0
    if (rate := found["rate"]) is not None:
        return -1 if rate.lower().startswith("contract") else 1
    word = found["moved"] or found["direct"] or found["adverb"] or found["noun"] or found["growth"]
    return _words()[re.sub(r"\s", " ", word.lower())][0]


def change_behind(text: str, end: int) -> int:
    """Return 1 where the words behind `end` make the figure before them a rise, -1 a fall, 0 no change."""
    if text[end : end + 1] not in (" ", "-", "\n"):
        return 0
    found = _behind().match(text, end, min(len(text), end + 90))
    if found is None:
        return 0
    word = found["noun"] or found["than"] or found["adverb"]
    return _words()[re.sub(r"\s", " ", word.lower())][0]
