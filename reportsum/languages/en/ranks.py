"""Ranks and multiples in words: the third largest, ranked 12th, 11 places to fourth; doubled, trebled, more than half."""

from __future__ import annotations

from decimal import Decimal

from reportsum import lazy_re as re

from .numerals import ORDINAL

MULTIPLES = {
    "doubled": 2, "doubling": 2, "doubles": 2, "double": 2, "twofold": 2, "tripled": 3, "tripling": 3, "triples": 3, "triple": 3,
    "trebled": 3, "trebling": 3, "treble": 3, "threefold": 3, "quadrupled": 4, "quadrupling": 4, "quadruple": 4, "fourfold": 4,
    "quintupled": 5, "fivefold": 5, "sixfold": 6, "tenfold": 10,
}  # fmt: skip
_VERB_BEFORE = re.compile(
    r"(?:to|will|would|and|should|can|could|may|more than|nearly|almost|than|has|have|we|they|we'll|over)\s$", re.IGNORECASE
)
_STEM = frozenset({"double", "triple", "treble", "quadruple"})
_IS_BEFORE = re.compile(r"\b(?:is|are|was|were|be|than|at|only|just|roughly)\s$", re.IGNORECASE)
_OF_WHAT = re.compile(r"\s(?:the|that|those|what|its|their|our|last)\b")
"""Behind what is a multiple of something: the rebate is double|the regular one."""
_ADJECTIVE_AFTER = re.compile(r"[- ](?:counting|taxation|digit|glazing|track|decker|whammy|dose|shift|deck|bottom|A|AAA)")

_BEST = (
    r"(?:largest|biggest|highest|lowest|longest|most|best|busiest|fastest|greatest|leading|smallest|worst|richest"
    r"|oldest|safest|freest|strongest|top)"
)
RANKED = re.compile(
    rf"(?P<best>{ORDINAL})[- ](?:[a-z]+[- ])?{_BEST}(?![a-z])|(?P<place>{ORDINAL})[- ](?:place|position|spot|rank)(?![a-z])"
    rf"|(?P<world>{ORDINAL})\s(?:(?:highest|largest)\s(?:one\s)?)?(?:in|among|worldwide|globally|nationally|overall"
    rf"|out of)(?:\s(?:the\s)?(?:world|country|nation|region|province|Asia|Europe|EU|G20|OECD|\d+|all))?",
    re.IGNORECASE,
)
_RANK_BEFORE = re.compile(
    r"(?<![a-z])(?:rank(?:s|ed|ing)?|place[sd]?|positions?|placed|rated|came|comes|finished)(?![a-z])[^.;]{0,60}$", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?<![a-z])(?:rank(?:s|ed|ing)?|ranking (?:of|at|as)|rose to|ranked as|moved up to)\s(?:at\s|as\s|no\.\s?|number\s|nos\.\s)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<![a-z])from\s(?:the\s)?$", re.IGNORECASE)
_TO_ANOTHER = re.compile(rf"\s(?:[a-z]+\s){{0,8}}to\s(?:the\s)?{ORDINAL}(?![a-z])", re.IGNORECASE)
_FROM_ANOTHER = re.compile(rf"(?<![a-z])from\s(?:the\s)?{ORDINAL}\s(?:[a-z]+\s){{0,8}}to\s(?:the\s)?$", re.IGNORECASE)
_END = re.compile(r"(?![-\s]century)(?=[\s,.;)])")
_ORDINAL = re.compile(rf"{ORDINAL}(?![a-z-])", re.IGNORECASE)
_NUMBERED_AFTER = re.compile(r"(?:st|nd|rd|th)?(?=\s(?:in|out|among|of|globally|worldwide|nationally|overall)\b|[,.;)\n]|$)")


def multiple_at(text: str, start: int, end: int) -> Decimal | None:
    """Return the multiple that the word `text[start:end]` states; None where it is a plain adjective (double counting)."""
    word = text[start:end].lower()
    value = MULTIPLES.get(word)
    if value is None or _ADJECTIVE_AFTER.match(text, end):
        return None
    if word in _STEM and not _VERB_BEFORE.search(text, max(0, start - 16), start):
        left = max(0, start - 16)
        return Decimal(value) if _IS_BEFORE.search(text, left, start) and _OF_WHAT.match(text, end) else None
    return Decimal(value)


def rank_at(text: str, start: int, left: str) -> int | None:
    """Return where the ordinal ends that begins at `start` and names a rank; None when it names none."""
    ordinal = _ORDINAL.match(text, start)
    if ordinal is None:
        return None
    found = RANKED.match(text, start)
    if found is not None:
        if found["world"] is None:
            return ordinal.end()
        return ordinal.end() if _RANK_BEFORE.search(left) or _FROM.search(left) or "in the world" in found[0].lower() else None
    if _FROM.search(left) and _TO_ANOTHER.match(text, ordinal.end()):
        return ordinal.end()
    if _FROM_ANOTHER.search(left):
        return ordinal.end()
    return ordinal.end() if _RANK_BEFORE.search(left) and _END.match(text, ordinal.end()) else None


def is_ranked_number(text: str, end: int, left: str) -> bool:
    """Return whether a bare number is a rank: ranked 37 in the world."""
    return _NUMBERED.search(left) is not None and _NUMBERED_AFTER.match(text, end) is not None
