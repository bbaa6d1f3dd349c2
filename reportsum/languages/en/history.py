"""Which sentences of an English report tell of times long gone: how a nation began, what a firm was a generation ago.

Comes in: clauses in order. Goes out: those of them that are history. A speech goes back with a few openings
(Sixty years ago, …; As a young nation, …; When we became independent, …; In the 1970s, …) and tells on in the plain past, through the
paragraph and into the next one where that only points back (In those years, …). It comes back with whatever is of today: a perfect, a
present tense, a year that is near. Of what is history nothing was done in the report's time.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from ...annotating import Clause

_NUMBER = r"(?:(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|one hundred|[1-9]\d{1,2})(?:-[a-z]+)?)"
_LONG_AGO = (
    rf"(?:(?:[Aa]bout|[Ss]ome|[Aa]lmost|[Nn]early|[Mm]ore than|[Oo]ver|[Jj]ust) )?(?i:{_NUMBER} years|half a century|a century|a generation"
    r"|(?:[a-z]+ )?decades|many years) ago\b"
)
_WE = r"(?:we|[Oo]ur (?:nation|country|people|city|forefathers|pioneers|company|group)|[A-Z][a-z]+)"
_BEGAN = (
    rf"(?:When|After|Since before|At the time) {_WE} (?:first |was first )?"
    r"(?:became|gained|won|attained|achieved) (?:independen|self-government|nationhood)[a-z]*"
    rf"|(?:When|As) {_WE} (?:first )?(?:started out|was born|were born|set out as|was founded|were founded)\b"
    r"|As an? (?:[a-z]+ly )?(?:young|fledgling|newborn|new|infant|poor|newly[- ]independent)"
    r" (?:nation|country|state|republic)(?=,|\s(?:we|our|it|they|with|without|of|that|in|just)\b)"
    r"|(?:At|Upon|On|Before|Soon after|Shortly after|Following|After|Since) (?:our )?"
    r"(?:[Ii]ndependence|[Ss]elf-government|[Ss]eparation)\b(?! of\b)"
)
_NATIONHOOD = r"(?:our |the )?(?:nation|country|[Rr]epublic|nationhood|nation-building|independence|self-government|history)"
_EARLY = (
    r"In (?:the|our) (?:early|first|formative|founding|pioneer(?:ing)?) (?:years|days|decades)"
    rf"(?:(?=,|\s(?:we|our|it|they|there|when|after)\b)|\sof\s{_NATIONHOOD}\b)"
    r"|(?:In|During) (?:the|those) (?:early |late |mid-)?(?:19[0-8]0s|'?[5-8]0s|fifties|sixties|seventies|eighties)\b"
    r"|In those (?:[a-z]+ )?(?:days|years|times)\b|Back then\b"
    r"|(?:During|Throughout|Under) (?:the )?colonial (?:days|times|era|rule|period)\b"
)
_ADDRESS = r"\W*(?:\d{1,3}\.\s?)?(?:(?:But|Yet|And|Indeed|Mr Speaker|Sir|Fellow [A-Z][a-z]+),? )*"
_GOES_BACK = re.compile(rf"{_ADDRESS}(?:{_LONG_AGO}|{_BEGAN}|{_EARLY})")
"""How a sentence opens that goes back to times long gone."""
_POINTS_BACK = re.compile(
    r"\b(?:those (?:early |[a-z]+ )?(?:days|years|times)|that (?:time|era|period|crucible|generation|moment)|at the time|back then"
    r"|our (?:pioneers|forefathers|forebears|founders|founding (?:fathers|leaders|generation)|pioneer generation))\b"
)
"""How a new paragraph says that it tells on of the same times."""
_PRESENT = (
    r"(?:has|have|is|are|am|will|shall|can|must|may|need to|do not|does|today|now|nowadays|currently|still|recently|recent|current"
    r"|this (?:year|Budget|decade|term|time|month|morning|afternoon|day))"
)
_COMES_BACK = re.compile(
    rf"(?<![a-z])(?:{_PRESENT}|[Ll]ast (?:year|decade|month)|(?:past|last) (?:few|two|three|four|five|ten|\d+) years)(?![a-z])"
    r"|(?:’|')(?:ve|re|ll)\b"
    r"|(?<!\d)(?:199\d|20\d\d)(?!\d)"
)
"""What a sentence says that is of today, or of a year near it."""
_OF_CHILDREN = re.compile(r"\b(?:nurser(?:y|ies)|child(?:ren|care|minders?)?|pre-?schools?|playgroups?|kindergartens?|pupils)\b")
"""Where a sentence says that "the early years" are those of a child."""
_IN_QUOTES = re.compile(r"[“\"][^”\"]*[”\"]")


_PARAGRAPH = re.compile(r"\d{1,3}\.\s?[A-Z]")


def clauses_of_history(clauses: Sequence[Clause]) -> frozenset[int]:
    """Return the numbers of the clauses that tell of times long gone."""
    found: set[int] = set()
    within, end = False, -1
    for clause in clauses:
        paragraph = clause.start - end > 1 or _PARAGRAPH.match(clause.text) is not None
        end = clause.end
        if clause.heading or clause.language != "en":
            within = False
            continue
        goes_back = _GOES_BACK.match(clause.text) is not None
        if goes_back and "early years" in clause.text and _OF_CHILDREN.search(clause.text) is not None:
            goes_back = False
        if not within and not goes_back:
            continue
        said = _IN_QUOTES.sub("", clause.text)
        of_today = _COMES_BACK.search(said) is not None
        within = not of_today and (goes_back or not paragraph or _POINTS_BACK.search(said) is not None)
        if within:
            found.add(clause.number)
    return frozenset(found)
