"""An English text → its figures, in text order.

One pattern finds every place where a figure may begin; `quantities` reads what stands there, `recognising` says whether it is a figure,
and its neighbours are read here: ranges, lists with one unit, values compared from. Nothing looks further than some hundred characters,
so the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from reportsum import lazy_re as re

from ...figures.figure import FoundFigure
from .numerals import FRACTION, ONES, ORDINALS, TENS, fraction_value, ordinal_value
from .qualifiers import Read, settled_figures
from .quantities import LIST_JOINT, MOST_LISTED, RANGE_JOINT, TIMES, Quantity, quantity_at, range_with, share_unit
from .ranks import MULTIPLES, is_ranked_number, multiple_at, rank_at
from .recognising import is_figure, skip_at
from .units import Place, find_place, sign_pattern

REACH = 170
"""Characters before a number that are looked at."""

_SENTENCE = re.compile(r"[.!?][\"”’)\]]?\s|;|\n\s*\n|\n(?=--|[•▪■●*]|\(?[a-z0-9]{1,3}[).]\s|- )|(?<=[.:])\n")
_WORD_STARTS = sorted({*ONES, *TENS, *MULTIPLES, *ORDINALS, "half"}, key=lambda word: (-len(word), word))


@cache
def _beginnings() -> re.Pattern[str]:
    """Return the pattern of what a figure may begin with; a look at the first character comes first, which spares most words."""
    return re.compile(
        rf"(?<![A-Za-z0-9_$])(?:(?P<sign>(?=[^\w\s]|[A-Z]){sign_pattern()})"
        rf"|(?P<word>(?=[A-Za-z])(?:(?i:{'|'.join(_WORD_STARTS)})(?![a-z])|[Aa]n?(?=[ -](?i:third|quarter|fifth"
        rf"|tenth|half|hundred|thousand|million|billion|trillion|dozen)\b)))"
        r")|(?P<digit>(?<![A-Za-z0-9_])(?<![A-Za-z][-\u2010\u2011\u2013])(?<!\d[.,/:])\d|(?<![\w.])\.(?=\d))"
    )


def find_figures(text: str, place: Place | None = None) -> tuple[FoundFigure, ...]:
    """Return every figure of an English text, in text order, without overlaps; `()` if there is none.

    Offsets count code points of `text`. A bare "$" is the dollar of `place`; without one, of the place the text names most, else US.

    >>> [(figure.text, figure.amount) for figure in find_figures("Revenue rose by 4% to £86.4m")]
    [('4%', Decimal('4')), ('£86.4m', Decimal('86400000.0'))]
    """
    reads = list(_readings(text))
    if any(read.quantity.unit is not None and read.quantity.unit.spelling for read in reads):
        place = place or find_place(text)
    return settled_figures(text, reads, place)


def _readings(text: str) -> Iterator[Read]:
    search = _beginnings().search
    position = 0
    while begin := search(text, position):
        start = begin.start()
        reads, position = _read(text, start, begin)
        position = max(position, start + 1)
        yield from reads


def sentence_left(text: str, start: int) -> str:
    """Return what stands before `start` in its sentence, at most REACH characters."""
    window = text[max(0, start - REACH) : start]
    last = None
    for last in _SENTENCE.finditer(window):  # noqa: B007  # the last one counts
        pass
    return window[last.end() :] if last is not None else window


def _read(text: str, start: int, begin: re.Match[str]) -> tuple[list[Read], int]:
    """Return what is read at `start`, and where to read on."""
    skip = skip_at(text, start) if begin["sign"] is None else None
    left = sentence_left(text, start)
    if begin["word"] is not None or (skip is not None and text[skip - 1].isalpha()):
        special = _in_words(text, start, begin, left)
        if special is not None:
            return special
    if skip is not None:
        return [], skip
    first = quantity_at(text, start)
    if first is None:
        return [], begin.end()
    if first.plain and not first.spelled and is_ranked_number(text, first.end, left):
        return [Read(first, left, "rank")], first.end
    return _with_neighbours(text, first, left)


def _in_words(text: str, start: int, begin: re.Match[str], left: str) -> tuple[list[Read], int] | None:
    """Return a rank, a multiple or a fraction told in words; None when the word is a number's."""
    rank = rank_at(text, start, left)
    if rank is not None:
        value = Decimal(ordinal_value(text[start:rank]))
        return [Read(Quantity(start, rank, value, spelled=True), left, "rank")], rank
    fraction = FRACTION.match(text, start)
    if fraction is not None and _is_share(text, fraction, left):
        return [Read(Quantity(start, fraction.end(), fraction_value(fraction), spelled=True), left, "fraction")], fraction.end()
    word = begin["word"] or ""
    if word.lower() == "half":
        if _HALF_A_TIME.match(text, begin.end()):
            return [], begin.end()
        if (_HALF_OF.match(text, begin.end()) and not _HALF_OF_YEAR.search(left)) or (_BY_HALF.search(left) and text[begin.end()] != "-"):
            return [Read(Quantity(start, begin.end(), Decimal("0.5"), spelled=True), left, "fraction")], begin.end()
        return None if text.startswith(" a", begin.end()) else ([], begin.end())
    if word.lower() in MULTIPLES:
        multiple = multiple_at(text, start, begin.end())
        reads = [Read(Quantity(start, begin.end(), multiple, unit=TIMES, spelled=True), left, "multiple")] if multiple else []
        return reads, begin.end()
    if word.lower() in ORDINALS:
        return [], begin.end()
    return None


_HALF_OF = re.compile(r" (?:of|the|its|their|our|all)\b(?! (?:year|an hour|the year))")
_HALF_A_TIME = re.compile(r" an? (?:century|decade|year|month|day|hour|lifetime)\b")
"""Behind half, where it only tells how long: more than half|a century of peace."""
_BY_HALF = re.compile(r"(?<![a-z])(?:by|than)\s(?:(?:over|about|almost|nearly|around|more than|less than)\s)*$", re.IGNORECASE)
_HALF_OF_YEAR = re.compile(
    r"(?:first|second|latter|last|other|1st|2nd|later|early|late|year and a|and a|better|lower|upper|top|bottom|poorer"
    r"|richer)\s$",
    re.IGNORECASE,
)
_RANKED_PART = re.compile(
    r"(?<![a-z])(?:lowest|lower|highest|upper|top|bottom|poorest|richest|first|last|past|previous|next)\s$", re.IGNORECASE
)
"""The lowest third is a group, the first three quarters are a time, no share."""
_SHARE_AFTER = re.compile(
    r"s?\s(?:of|the|majority|in|since|compared|between|over|on|were|was|are|is|from|to|less|more|higher|lower|fewer|larger|smaller)\b|[,.;]"
)


def _is_share(text: str, found: re.Match[str], left: str) -> bool:
    if not _SHARE_AFTER.match(text, found.end()) or fraction_value(found) >= 1 or _RANKED_PART.search(left):
        return False
    if found["top"].lower() not in ("a", "an", "one") or text.startswith((" of", " the", " in", " less", " more"), found.end()):
        return True
    return _BY_HALF.search(left) is not None


def _with_neighbours(text: str, first: Quantity, left: str) -> tuple[list[Read], int]:
    """Return the amount with what it is joined to: the other end of its range, the other amounts of its list."""
    joint = RANGE_JOINT.match(text, first.end)
    if joint is not None and not _is_year(text, first):
        second = _second(text, joint.end())
        if second is not None and not (second.plain and _is_year(text, second)):
            joined = _joined(text, first, second, joint, left)
            if joined is not None:
                return joined
    if first.plain and (listed := _listed(text, first)):
        units = [Read(share_unit(one, listed[-1]), left, "") for one in listed[:-1]]
        return [*units, Read(listed[-1], left, "")], listed[-1].end
    if not is_figure(text, first, left):
        return [], first.end
    return [Read(first, left, "")], first.end


def _second(text: str, start: int) -> Quantity | None:
    if text[start : start + 1] in ("", " ", "\n"):
        return None
    begin = _beginnings().match(text, start)
    return quantity_at(text, start) if begin is not None and skip_at(text, start) is None else None


_FROM = re.compile(
    r"(?<![a-z])from\s(?:(?:about|around|over|nearly|just|the|a|an|less than|more than|under|below|approximately"
    r"|current|existing|present|original|previous|initial)\s){0,3}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?<![a-z])between\s(?:(?:about|around)\s)?[-\u2212]?$", re.IGNORECASE)
_RANGING = re.compile(
    r"(?<![a-z])(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|aged?)\s(?:in\s\w+\s)?(?:of\s)?from\s$", re.IGNORECASE
)
_MOVED = re.compile(
    r"(?<![a-z])(?:rose|fell|grew|increased|decreased|dropped|declined|jumped|climbed|slipped|raised|reduced|cut"
    r"|up|down|gained|lost|expanded|shrank)\s$",
    re.IGNORECASE,
)
_COUNTED_NEXT = re.compile(r"[ \n][A-Za-z]")


def _joined(text: str, first: Quantity, second: Quantity, joint: re.Match[str], left: str) -> tuple[list[Read], int] | None:
    """Return two amounts with a joint between them, as a range or as a value and the one it came from; None when they have no bond."""
    came_from = joint["to"] is not None and _FROM.search(left) is not None and _RANGING.search(left) is None
    if came_from:
        if first.plain and not second.plain:
            first = share_unit(first, second)
        elif first.plain and not is_figure(text, first, left) and not is_figure(text, second, left + text[first.start : second.start]):
            return None
        between = text[first.start : second.start]
        return [Read(first, left, "from"), Read(second, left + between, "to")], second.end
    if joint["and"] is not None and _BETWEEN.search(left) is None:
        return None
    if joint["to"] is not None and first.unit is not None and second.unit is not None and _MOVED.search(left) and first.unit != second.unit:
        return None
    if joint["to"] is not None and _BY.search(left) and _is_step(first, second):
        return None
    if first.plain and second.plain and joint["and"] is None and not _COUNTED_NEXT.match(text, second.end):
        return None
    both = range_with(text, first, second)
    if both is None or (both.plain and not is_figure(text, second, left)) or (not both.plain and not is_figure(text, both, left)):
        return None
    return [Read(both, left, "")], both.end


_BY = re.compile(r"(?<![a-z])by\s(?:(?:about|around|some|over|nearly|almost|a further|another)\s)?$", re.IGNORECASE)
_FAR, _FAR_EACH = 3, 2
"""Apart: where both amounts have a unit of their own, they are sooner a step and a level than where the first shares the second's."""


def _is_step(first: Quantity, second: Quantity) -> bool:
    """Return whether two amounts behind "by" are too far apart for a range: deposits fell by $5bn|to $1.7tn."""
    if second.unit is not None and second.unit.kind in ("percent", "points"):
        return False
    far = _FAR if first.unit is None else _FAR_EACH
    return second.value.scaleb(second.power) > far * first.value.scaleb(first.power if first.scale or first.value >= 1000 else second.power)


def _listed(text: str, first: Quantity) -> list[Quantity]:
    """Return the bare numbers of a list and the amount whose unit they share: 4.2 and 0.7 percentage points; [] when there is none."""
    found = [first]
    while len(found) < MOST_LISTED:
        joint = LIST_JOINT.match(text, found[-1].end)
        following = _second(text, joint.end()) if joint is not None else None
        if following is None or _is_year(text, found[-1]) or found[-1].value >= _NO_PERCENT:
            return []
        found.append(following)
        if not following.plain:
            unit = following.unit
            return found if unit is not None and unit.kind in ("percent", "points") else []
    return []


_NO_PERCENT = 1000
"""From here on a bare number is no percentage: 980 000, or 14%."""


def _is_year(text: str, found: Quantity) -> bool:
    """Return whether a bare number is a year: no range and no list begins at one."""
    return found.plain and not found.spelled and re.fullmatch(r"(?:1[5-9]|20)\d\d", text[found.start : found.end]) is not None
