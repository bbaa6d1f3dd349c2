"""Since when an English sentence counts: has launched five issues since 2011, tightened it five times since October 2021.

Comes in: a text and where it names a time. Goes out: whether what is told has gone on from then until now. A record (the lowest since
2011) and a value that stands where it came to (has fallen to 4% since 2011) only name that time, and are of now.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from ...models import Period
from ...periods import make_period
from .recognising import MONTHS

_NEAR = r"(?:the\s)?(?:(?:end|start|beginning|middle)\sof\s|early\s|late\s|mid-?)?(?:the\s)?"
_OPENS = re.compile(rf"\W*(?:\d{{1,3}}\.\s?)?(?:[Ee]ver\s)?[Ss]ince\s(?:{_NEAR}(?:Budget\s)?|(?P<event>[^,;.\d]{{3,90}}[\s-]))")
"""How a sentence opens that tells what has been done since a time, or since an event of that time."""
_BEHIND = re.compile(rf"\b(?:ever\s)?since\s{_NEAR}$")
_HAS = re.compile(r"\b(?:has|have)\s(?P<what>[^,;.]{0,90}?)\s?$")
_STANDS = re.compile(
    r"\b(?:to|at|from|of)\s(?:[a-z]+\s){0,2}(?:[A-Z]{2,3})?[$£€]?\d|est\b|\b(?:first|last|level|levels|most|least|rank|remained|stayed)\b"
    r"|\bbeen\b(?!\s(?:[a-z]+ly\s)?[a-z]+(?:ing|ed)\b)"
)
"""Between "has" and "since" a value that stands where it came to, or a record: has fallen to 4%, to the lowest since 2011."""
_RECORD = re.compile(
    r"\b(?:first|worst|best|most|least|only|record|highs?|lows?|peaks?"
    r"|(?:high|low|fast|slow|larg|small|great|strong|weak|sharp|deep|steep|long|short|bigg|few|mild|cold|warm|hott|heavi)est)\b[^,;]*$"
)
"""Before "since" what has not been seen since then: the first annual decline."""
_PART = re.compile(r"[,;]\s")
_DID = re.compile(r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)\b[a-z]{2,}ed\s")
_GOES_ON = re.compile(r"[^,;.]*?\s(?:is|are|was|were|has|have|had|will|would|can)\b")
_WHOSE = r"(?:its|their|his|her|our|the|this|that|it|they|we|I|[a-z]{4,})"
_AN_EVENT = re.compile(
    rf"\b(?:has|have)\s[^,;.]{{3,120}}?\s(?<!years )(?<!months )since\s{_WHOSE}\b[^\d]{{0,80}}$"
    rf"|\bsince\s{_WHOSE}\b[^,;.\d]{{0,40}}\s(?:is|was|stands at)\s"
    r"|^\W*(?:\d{1,3}\.\s?)?(?:[\w.]+\s\w+,\s)?[Ss]ince\s[^,;\d]{6,80},\s[^,;.]{2,80}?\s(?:has|have)\s"
)
"""What has gone on since something happened, nobody says when: has signed three treaties since the council took office."""
_TIMES = re.compile(rf"\b(?:years?|months?|quarter|half|decade|last|then|{MONTHS})(?![a-z])")


def has_gone_on(text: str, start: int, end: int) -> bool:
    """Return whether what a text tells has gone on since the time that it names at `start`.

    >>> text = "We have opened five piers since 2011."
    >>> has_gone_on(text, text.index("2011"), len(text) - 1)
    True
    >>> text = "Sales rose by 4%, the fastest since 2011."
    >>> has_gone_on(text, text.index("2011"), len(text) - 1)
    False
    """
    if text.find("ince ", 0, start) < 0:
        return False
    opens = _OPENS.fullmatch(text, 0, start)
    if opens is not None:
        return opens["event"] is None or text.startswith(",", end)
    behind = _BEHIND.search(text, 0, start)
    if behind is None:
        return False
    begin = max((comma.end() for comma in _PART.finditer(text, 0, behind.start())), default=0)
    if _RECORD.search(text, begin, behind.start()) is not None:
        return False
    has = _HAS.search(text, begin, behind.start())
    if has is not None:
        return _STANDS.search(has["what"]) is None
    return _DID.search(text, begin, behind.start()) is not None and _GOES_ON.match(text, end) is None


def is_since_an_event(text: str) -> bool:
    """Return whether a text counts from something that happened, and does not say when that was.

    >>> is_since_an_event("The fund has helped 500 firms since its launch."), is_since_an_event("It has helped 500 firms since last year.")
    (True, False)
    """
    found = _AN_EVENT.search(text) if "ince " in text else None
    return found is not None and _TIMES.search(text, found.start() + found[0].lower().rfind("since "), found.end()) is None


_RECENT = re.compile(
    r"\b[Ii]n recent (?:years|decades|times)\b|\b[Oo]ver the (?:years|decades)\b|\b[Oo]ver time\b"
    r"|\b[Ii]n (?:the|its|our) (?:early|first) (?:years|decades) of\b"
)


def is_of_recent_years(text: str) -> bool:
    """Return whether a text tells of years that are over without saying how many.

    >>> is_of_recent_years("In recent years, fares have risen by 3% a year."), is_of_recent_years("Fares rose in 2015.")
    (True, False)
    """
    return _RECENT.search(text) is not None


def until_now(begin: Period, default: Period | None) -> Period | None:
    """Return the time from the beginning of `begin` to the end of the time that the report reviews; None where that went before.

    >>> until_now(make_period("2011"), make_period("2015-04/2016-03")).label
    '2011-01/2016-03'
    """
    if default is None or default.end <= begin.end:
        return None
    if (begin.start.month, default.end.month) == (1, 12):
        return make_period(f"{begin.start.year}/{default.end.year}")
    return make_period(f"{begin.start:%Y-%m}/{default.end:%Y-%m}")
