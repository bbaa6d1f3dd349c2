"""An amount at a place of an English text: sign, number, scale, unit; and what joins it to the next one (ranges, lists with one unit).

Whether it is a figure at all is for `recognising`, what it means beside its neighbours for `qualifiers`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from reportsum import lazy_re as re
from reportsum.values import dataclass

from .numerals import number_at, scale_at, words_at
from .units import Unit, UnitAt, currency_of, sign_pattern, unit_at

MINUS = "-\u2212\u2013"
TIMES = Unit("times", "1", "multiple")


@dataclass(slots=True)
class Quantity:
    """An amount as written: `text[start:end]`."""

    start: int
    end: int
    value: Decimal
    power: int = 0
    """Power of ten of its scale."""
    scale: str = ""
    unit: Unit | None = None
    negative: bool = False
    """A minus sign or an accountant's brackets."""
    spelled: bool = False
    plain: bool = False
    """Neither sign, scale nor unit: a bare number."""
    high: Decimal | None = None
    """The upper end of a range in the same scale and unit."""
    shared: bool = False
    """Its unit is that of the last one of its list."""

    @property
    def amount(self) -> Decimal:
        """The number with scale and hundredths multiplied out."""
        return self.value * self.factor

    @property
    def factor(self) -> Decimal:
        """What the number is multiplied with."""
        factor = Decimal(10) ** self.power
        return factor * self.unit.factor if self.unit else factor


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(sign_pattern())


_FOLD = re.compile(r"[- ]?fold(?![a-z])", re.IGNORECASE)
_TIMES = re.compile(
    r"[- ]times(?=\s(?:the|that|as|more|higher|greater|larger|faster|bigger|over|what"
    r"|its|their|of|compared|EBITDA|earnings|revenue|sales|book)\b)",
    re.IGNORECASE,
)


def quantity_at(text: str, start: int) -> Quantity | None:
    """Return the amount that begins at `start` with a currency sign, a digit or a number word; None when there is none."""
    sign = _sign().match(text, start)
    position = sign.end() if sign else start
    currency = currency_of(sign[0]) if sign else None
    negative = bracketed = False
    if currency is not None:
        if text.startswith("(", position):
            bracketed, position = True, position + 1
        if text[position : position + 1] in MINUS and position < len(text):
            negative, position = True, position + 1
    number = number_at(text, position) or (None if currency else words_at(text, position))
    if number is None:
        return None
    end = number.end
    if bracketed:
        if not text.startswith(")", end):
            return None
        negative, end = True, end + 1
    found = Quantity(start, end, number.value, unit=currency, negative=negative, spelled=number.spelled)
    scale = scale_at(text, end, money=currency is not None)
    if scale is not None:
        found.power, found.scale, found.end = scale.power, scale.name, scale.end
        if bracketed is False and currency is not None and text.startswith("(", start):
            return None
    _add_unit(text, found)
    found.plain = found.unit is None and not found.scale
    return _with_minus(text, found)


def _add_unit(text: str, found: Quantity) -> None:
    """Give `found` the unit behind it."""
    behind: UnitAt | None = None
    if found.unit is None:
        multiple = (_FOLD.match(text, found.end) or _times_at(text, found)) if not found.scale else None
        behind = UnitAt(TIMES, multiple.end()) if multiple else unit_at(text, found.end)
    elif (
        (again := unit_at(text, found.end)) is not None
        and again.unit.kind == "money"
        and again.unit.factor == 1
        and not found.unit.spelling
    ):
        found.end = again.end if again.unit.code == found.unit.code else found.end  # RMB 3 billion yuan
    elif (
        again is not None
        and found.unit.spelling == "$"
        and again.unit.kind == "money"
        and again.unit.code != "USD"
        and again.unit.factor == 1
    ):
        behind = again  # $5 million AUD
    if behind is not None:
        found.unit, found.end = behind.unit, behind.end


def _times_at(text: str, found: Quantity) -> re.Match[str] | None:
    """Return the "times" behind a number of a comparison: three times the output, increased by 1.5 times; not: met three times."""
    if text[found.end : found.end + 6] not in (" times", "-times"):
        return None
    by = _BY.search(text, max(0, found.start - 20), found.start)
    return _TIMES.match(text, found.end) or (_BARE_TIMES.match(text, found.end) if by is not None else None)


_BY = re.compile(r"\sby\s(?:about\s|around\s|nearly\s|almost\s|over\s|more\sthan\s)?$")
_BARE_TIMES = re.compile(r"[- ]times\b")


def _with_minus(text: str, found: Quantity) -> Quantity:
    """Return `found` with a minus sign before it, which stands behind white space or a bracket."""
    before = text[found.start - 1 : found.start]
    if before and before in MINUS and not found.spelled and found.end > found.start:
        far = text[found.start - 2 : found.start - 1]
        if (far == "" or far in " \n(|\t[:") and not (
            before == "\u2013" and far == " " and text[found.start - 3 : found.start - 2].isalpha()
        ):
            if before == "-" and (far == "" or far == "\n"):
                return found  # the dash of a list
            found.start, found.negative = found.start - 1, True
    return found


# --- ranges and lists ------------------------------------------------------------------------------------------------------------

RANGE_JOINT = re.compile(
    r"\s?(?P<dash>[-\u2010\u2011\u2013\u2014\u2212~]|--)\s?(?=[\d$£€¥₹]|[A-Z]{1,3}\$)|\s(?P<to>to)\s(?:(?:about"
    r"|around|over|nearly|almost)\s)?[-+\u2212]?|\s(?P<and>and)\s[-+\u2212]?",
    re.IGNORECASE,
)
LIST_JOINT = re.compile(r",? (?:and|or) (?:by )?|, (?=\d)|/(?=\d)")
MOST_LISTED = 8


def range_with(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Return the two as one range; None when they cannot be the ends of one."""
    unit = second.unit or first.unit
    if first.unit is not None and second.unit is not None and (first.unit.kind, first.unit.code) != (second.unit.kind, second.unit.code):
        return None
    if first.unit is not None and second.unit is None and first.unit.kind != "money":
        return None  # up 40 per cent to 320
    if first.unit is None and first.scale and unit is not None and unit.kind != "money":
        return None
    if first.negative != second.negative and first.negative is False:
        return None
    power, scale, low, high = second.power, second.scale, first.value, second.value
    if first.power != second.power and (first.scale or first.value >= 1000):
        # $500,000 to $1 million: what is written in two scales is told in none
        low, high, power, scale = first.value.scaleb(first.power), second.value.scaleb(second.power), 0, ""
    negative = first.negative
    if negative and (not second.negative or low > high):
        # from below zero up: -0.5 to 1.5 per cent, -3% to -1%; both ends keep the sign that is written
        low, high, negative = -low, -high if second.negative else high, False
    if low >= high:
        return None
    return Quantity(
        first.start, second.end, low, power, scale, unit, negative, first.spelled, plain=first.plain and second.plain, high=high
    )


def share_unit(first: Quantity, last: Quantity) -> Quantity:
    """Return `first`, a bare number of a list, with the scale and unit of the list's last amount."""
    return Quantity(
        first.start, first.end, first.value, last.power, last.scale, first.unit or last.unit, first.negative, first.spelled, shared=True
    )
