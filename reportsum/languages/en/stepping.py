"""How a sentence goes on about one quantity: what it comes to with others, at other times, what it is like."""

from __future__ import annotations

from reportsum import lazy_re as re

from ...figures.figure import FoundFigure

TO_TOTAL = re.compile(r"\b(?:bringing|taking)\s(?:the|our|its)\s(?:overall\s)?total\s(?:number\s)?to\s(?:[a-z]+\s){0,2}$")
BRINGING = re.compile(
    r"\bbringing\s(?:the|our|its)\s(?P<what>(?:total\s|overall\s|cumulative\s)?[a-z]+\s(?:of|to|for|in|under)\s[^,;.]{3,80}?)"
    r"\sto\s(?:about\s|around\s|close\sto\s|over\s|more\sthan\s|nearly\s|almost\s|some\s)?$"
)
_TIME = r"(?:in|for|from|by|during|until)\s(?:the\s)?(?:[a-z]+\s){0,3}?(?:years?|months?|(?:19|20)\d\d(?:\sand\s(?:19|20)\d\d)?)"
_TIME_BEHIND = re.compile(rf"\s(?:(?:per|a)\s[a-z]+\s)?{_TIME}")
_THEN_IN = re.compile(rf"(?:\s(?:per|a)\s[a-z]+)?\s{_TIME}(?:,|,?\sand|,?\sthen)\s")
_ON_TO_STEP = re.compile(
    r",?\s(?:with\sa\sview\sto|before|and\s(?:eventually|then|ultimately|finally)|eventually|ultimately)\s"
    r"(?:eventually\s|further\s)?(?:reach|taper|ris|fall|increas|decreas|declin|go|dropp|eas|climb|rebound|recover|pick)ing\s(?:up\s|back\s)?(?:further\s)?(?:to\s)?$"
)


def in_steps(text: str, last: FoundFigure, figure: FoundFigure) -> bool:
    """Return whether a value follows one of the same quantity at another time: 50% in the first two years,|30% in the next two."""
    if _ON_TO_STEP.search(text, last.end, figure.start):
        return True
    return _THEN_IN.fullmatch(text, last.end, figure.start) is not None and _TIME_BEHIND.match(text, figure.end) is not None


ALIKE = re.compile(
    r"\b(?:different\sfrom|similar\sto|comparable\s(?:to|with)|in\sline\swith|on\sa?\s?par\swith|the\ssame\sas|unchanged\sfrom"
    r"|(?:double|twice|triple|treble|half|times)(?=\sthe\s$))"
    r"\s(?:the|its|our)?\s?(?:[a-z]+\s){0,3}$"
)
"""What opens a value that the one before it is like."""
