"""What stands around an English number and says what it counts: currencies before and behind it, units behind it.

Knows the tables en/currencies.tsv, en/units.tsv and en/places.tsv.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ...tables import read_table

UnitKind = Literal["money", "percent", "points", "level", "duration", "multiple"]

AMBIGUOUS = {
    "$": "dollar", "dollars": "dollar", "dollar": "dollar", "cents": "dollar", "cent": "dollar", "¢": "dollar",
    "¥": "yen", "￥": "yen", "pounds": "pound", "pound": "pound", "£": "pound", "pence": "pound", "penny": "pound", "p": "pound",
    "rupees": "rupee", "rupee": "rupee", "Rs": "rupee", "Rs.": "rupee",
}  # fmt: skip
"""Spellings that mean the currency of the place, and the column of en/places.tsv that names it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts: its common name, its code (contract: "unit_code") and its kind."""

    name: str
    code: str | None
    kind: UnitKind
    factor: Decimal = Decimal(1)
    """A penny is a hundredth of the unit in `code`."""
    spelling: str = ""
    """As it stands, where the currency depends on the place ("$")."""


class UnitAt(NamedTuple):
    """A unit and where its words end."""

    unit: Unit
    end: int


@cache
def _currencies() -> dict[str, tuple[str, ...]]:
    columns = ("code", "name", "before", "after", "hundredth")
    return {row["code"]: tuple(row[column] for column in columns) for row in read_table("en/currencies.tsv", columns, key="code")}


def money(code: str, spelling: str = "", factor: Decimal = Decimal(1)) -> Unit:
    """Return the unit of a currency by its code."""
    known = _currencies().get(code)
    return Unit(known[1] if known else code, code, "money", factor, spelling)


@cache
def _before() -> dict[str, Unit]:
    return dict(_spelled("before"))


@cache
def _after() -> dict[str, Unit]:
    """Return units behind a number by spelling; words in small letters stand for any case."""
    units = dict(_spelled("after"))
    for spelling, unit in _spelled("hundredth"):
        units.setdefault(spelling, Unit(unit.name, unit.code, "money", Decimal("0.01"), unit.spelling))
    for row in read_table("en/units.tsv", ("spelling", "unit", "code", "kind"), key="spelling"):
        kind = row["kind"]
        if kind not in ("percent", "points", "level", "duration", "multiple"):
            raise row.wrong(f'"{kind}" is no kind. Use percent, points, level, duration or multiple.')
        units[row["spelling"]] = Unit(row["unit"], row["code"] or None, kind)  # type: ignore[arg-type]  # checked above
    return units


def _spelled(column: str) -> Iterable[tuple[str, Unit]]:
    seen: set[str] = set()
    for code, row in _currencies().items():
        spellings = filter(None, row[("code", "name", "before", "after", "hundredth").index(column)].split("|"))
        for spelling in (*spellings, *((code,) if column != "hundredth" else ())):
            if spelling not in seen:
                seen.add(spelling)
                yield spelling, money(code, spelling if spelling in AMBIGUOUS else "")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda word: (-len(word), word)))


BEFORE_SPACE = r"[ \u00a0]?"


@cache
def sign_pattern() -> str:
    """Return the alternatives of the signs and codes that may open an amount; a number must follow."""
    signs = [spelling for spelling in _before() if not spelling[-1].isalpha() or len(spelling) == 1]
    words = [spelling for spelling in _before() if spelling not in signs]
    letters = [spelling for spelling in signs if spelling.isalpha()]
    marks = [spelling for spelling in signs if spelling not in letters]
    return (
        rf"(?:{_any_of(marks)}){BEFORE_SPACE}(?=[\d(.-]|\u2212)|(?:{_any_of(words)}){BEFORE_SPACE}(?=[\d(.])"
        rf"|(?:{_any_of(letters)})(?=\d+(?:[.,]\d+)*[ -]?(?:million|billion|trillion|bn|m\b))"
    )


def currency_of(sign: str) -> Unit:
    """Return the currency that a sign before a number names."""
    return _before()[sign.strip(" \u00a0")]


@cache
def _behind() -> re.Pattern[str]:
    words = [spelling for spelling in _after() if re.fullmatch(r"[a-z][a-z. -]*[a-z]", spelling) and len(spelling) > 2]
    exact = [spelling for spelling in _after() if spelling not in words]
    letters = [spelling for spelling in exact if spelling[-1].isalnum()]
    marks = [spelling for spelling in exact if spelling not in letters]
    return re.compile(
        rf"(?P<gap>[-\u2010\u2011]|[ \u00a0]?\n?[ \u00a0]{{0,2}})(?:(?P<word>(?i:{_any_of(words)}))(?![A-Za-z])"
        rf"|(?P<letter>{_any_of(letters)})(?![A-Za-z\d])|(?P<mark>{_any_of(marks)}))"
    )


_NO_LENGTH = re.compile(r"(?:day|week|month|year|hour|minute)", re.IGNORECASE)
_ONE = re.compile(r"(?:(?<![\d.,])1|one|\ban?)$", re.IGNORECASE)


def unit_at(text: str, end: int) -> UnitAt | None:
    """Return the unit behind a number (and its scale) that ends at `end`."""
    if text[end : end + 1] == "%" and text[end + 1 : end + 2] != " " and not text.startswith("-point", end + 1):
        return UnitAt(_after()["%"], end + 1)
    found = _behind().match(text, end)
    if found is None:
        return None
    spelling = re.sub(r"\s", " ", found["word"] or found["letter"] or found["mark"])
    unit = _after().get(spelling) or _after()[spelling.lower()]
    if found["letter"] in ("p", "x") and found["gap"]:
        return None
    if (
        unit.kind == "duration"
        and (found["gap"].startswith(("-", "\u2010", "\u2011")) or _NO_LENGTH.fullmatch(spelling, 0))
        and (found["gap"].startswith(("-", "\u2010", "\u2011")) or not _ONE.search(text, max(0, end - 4), end))
    ):
        return None  # a five-day week, 100 day care places
    return UnitAt(unit, found.end())


# --- places -------------------------------------------------------------------------------------------------------------------------


class Place(NamedTuple):
    """A place that reports, and the currencies its bare signs mean there, by the columns of en/places.tsv."""

    name: str
    words: tuple[str, ...]
    currencies: dict[str, str]


@cache
def places() -> tuple[Place, ...]:
    """Return the places of en/places.tsv in order."""
    columns = ("place", "adjective", "dollar", "yen", "pound", "rupee", "name")
    return tuple(
        Place(
            row["name"],
            (row["place"], *filter(None, row["adjective"].split("|"))),
            {c: row[c] for c in ("dollar", "yen", "pound", "rupee")},
        )
        for row in read_table("en/places.tsv", columns, key="place")
    )


@cache
def _place_words() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{_any_of(word for place in places() for word in place.words)})(?![A-Za-z])")


@cache
def _place_of_word() -> dict[str, Place]:
    return {word: place for place in reversed(places()) for word in place.words}


OPENING = 20_000
"""A report shows where it is from within so many characters."""
_ITS_ECONOMY = re.compile(r"\s(?:economy|exports|imports|demand|growth|markets?)(?![a-z])")
"""Behind a place that is another's where a report calls its own economy ours: the Japanese|economy."""
_PEOPLE = re.compile(r"[a-z](?:ans|ers)$")
_PEOPLE_WEIGH = 2
"""Reports speak of their own people: the hard work of Singaporeans."""
_OWN = 3
"""A place named so much more often than the next one is the report's own."""


def find_place(text: str) -> Place | None:
    """Return the place a text is from: the one it names most, by a clear margin; None when it names none or no one stands out."""
    counts: dict[str, int] = {}
    opening = text[:OPENING]
    ours = "our economy" in opening or "Our economy" in opening
    for found in _place_words().finditer(opening):
        if ours and _ITS_ECONOMY.match(opening, found.end()) is not None:
            continue
        name = _place_of_word()[re.sub(r"\s", " ", found[0])].name
        counts[name] = counts.get(name, 0) + (_PEOPLE_WEIGH if _PEOPLE.search(found[0]) is not None else 1)
    if not counts:
        return None
    ranked = sorted(counts, key=lambda name: -counts[name])
    first = ranked[0]
    if counts[first] == 1 and re.search(rf"\b{first}\b", opening) is None:
        return None  # one Japanese standard makes no report from Japan
    if len(ranked) > 1 and counts[first] < _OWN * counts[ranked[1]] // 2:
        return None
    return next(place for place in places() if place.name == first)


def settled(unit: Unit, place: Place | None) -> Unit:
    """Return the unit of an ambiguous sign as it is meant at `place`."""
    if not unit.spelling or place is None:
        return unit
    code = place.currencies[AMBIGUOUS[unit.spelling]]
    return money(code, unit.spelling, unit.factor) if code else unit
