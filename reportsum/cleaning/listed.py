"""The rule about values of a data sheet: a list under a key becomes a line a value, keys become words.

What stands behind a program's key is read by people as "Amounts Recovered 2023: 18.88". So a list of numbers whose years stand in a list
under another key (`Data_Years: [2022, 2023]`) is written out with its key and its year before each value; the key of a number is written
in words, without the program's name for its group; and the bounds of a chart's axis (`Rate_Max` beside the list `Rates`) go: no fact.
A list whose years nothing tells stays a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportsum import lazy_re as re

from .edits import Change, Edit, apply_edits
from .keyed import find_keyed

_NUMBER = r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?"
_LINE = re.compile(
    rf"^(?P<lead>[ \t]*(?:- +)*)(?P<key>[A-Za-z]\w{{0,200}}(?:-\w+)*):[ \t]+"
    rf"(?:(?P<one>{_NUMBER})|\[(?P<list>{_NUMBER}(?:,[ \t]*{_NUMBER})*)\])[ \t]*$",
    re.MULTILINE,
)
_ONE_NUMBER = re.compile(_NUMBER)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS_KEY = re.compile(r"years?$", re.IGNORECASE)
_AXIS = re.compile(r"_?(?:Max|Min)(?:imum)?$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:^|_)[A-Za-z]{1,4}\d+(?:_\d+)?$|(?:^|_)id$", re.IGNORECASE)
"""The key of a place in a form, or of an entry: what it holds measures nothing."""
_GROUP = re.compile(r"(?P<group>[a-z]{3,20})_(?=[A-Z])")
_LEAST_GROUPED = 3
"""Keys that begin alike, in small letters before a capital, are of one group of the program."""
_LEAST_LISTS = 3
"""Keys that hold lists, so many lines of which no prose has."""
_SHORT_FOR = {
    "Amt": "Amount", "Amts": "Amounts", "Pct": "Percentage", "Avg": "Average", "Num": "Number", "Qty": "Quantity", "Exp": "Expenditure",
    "Rev": "Revenue", "Pop": "Population", "Emp": "Employment",
}  # fmt: skip
"""What data sheets shorten, as they write it between the marks of a key."""
_PARTS = re.compile(r"_+|(?<=[a-z])(?=[A-Z][a-z])")


class _Keyed(NamedTuple):
    """A key with numbers."""

    found: re.Match[str]
    key: str
    values: tuple[tuple[int, int], ...]
    """Where the numbers of its list stand; () for one number."""


def write_lists(text: str) -> Change | None:
    """Return the text with a line for each value that is listed under a key; None where no key has numbers.

    >>> keys = "".join(f"Key_{letter}: word\\n" for letter in "abcdef")
    >>> print(write_lists(keys + "Amounts_Paid: [3.5, 4]\\nData_Years: [2023, 2024]").text[-74:])
    Amounts Paid 2023: 3.5
    Amounts Paid 2024: 4
    Data_Years: [2023, 2024]
    """
    stretch = find_keyed(text) or _listed_by_year(text)
    return apply_edits(text, _edits(text, *stretch)) if stretch is not None else None


def _listed_by_year(text: str) -> tuple[int, int] | None:
    """Return the whole of a text in which keys hold lists and their years, though long values that were folded make it look like prose."""
    keyed = [_read(found) for found in _LINE.finditer(text)]
    return (0, len(text)) if sum(bool(one.values) for one in keyed) >= _LEAST_LISTS and any(map(_years, keyed)) else None


def _edits(text: str, begin: int, end: int) -> Iterator[Edit]:
    keyed = [_read(found) for found in _LINE.finditer(text, begin, end)]
    years = [(one.key, listed) for one in keyed if (listed := _years(one))]
    lists = {one.key.lower() for one in keyed if one.values}
    grouped = Counter(group["group"] for one in keyed if (group := _GROUP.match(one.key)) is not None)
    for one in keyed:
        if _NUMBERED.search(one.key) or (_YEARS_KEY.search(one.key) and (_YEAR.fullmatch(one.found["one"] or "") or _years(one))):
            continue
        start, stop = one.found.span("key")[0], one.found.end()
        if not one.values and _is_axis(one.key, lists):
            yield Edit(one.found.start(), stop + text.startswith("\n", stop))
            continue
        name = _in_words(one.key, grouped)
        own = _fitting(one, years)
        if own is None:
            if name != one.key:
                yield Edit(start, one.found.end("key"), name)
            continue
        yield Edit(start, one.values[0][0], f"{name} {own[0]}: ")
        for (_, before), (at, _), year in zip(one.values, one.values[1:], own[1:], strict=False):
            yield Edit(before, at)
            yield Edit(at, at, f"\n{name} {year}: ")
        yield Edit(one.values[-1][1], stop)


def _read(found: re.Match[str]) -> _Keyed:
    listed = found["list"]
    at = found.start("list")
    return _Keyed(found, found["key"], tuple((at + one.start(), at + one.end()) for one in _ONE_NUMBER.finditer(listed)) if listed else ())


def _years(one: _Keyed) -> tuple[str, ...]:
    """Return the years that a key lists; () where it lists other things."""
    told = tuple(one.found.string[start:end] for start, end in one.values)
    return told if told and _YEARS_KEY.search(one.key) and all(_YEAR.fullmatch(year) for year in told) else ()


def _fitting(one: _Keyed, years: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[str, ...] | None:
    """Return the years of a list's values: the list of years as long as it is whose key begins most like its own; None where two do."""
    fitting = [(_alike(key, one.key), listed) for key, listed in years if len(listed) == len(one.values)]
    most = max((alike for alike, _ in fitting), default=0)
    best = {listed for alike, listed in fitting if alike == most}
    return best.pop() if len(best) == 1 else None


def _alike(one: str, other: str) -> int:
    """Return how many characters two keys begin with in common."""
    return next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), min(len(one), len(other)))


def _is_axis(key: str, lists: set[str]) -> bool:
    """Return whether a key holds the end of an axis on which a list is drawn: Rate_Max beside the list Rates."""
    axis = _AXIS.search(key)
    return axis is not None and {key[: axis.start()].lower(), f"{key[: axis.start()]}s".lower()} & lists != set()


def _in_words(key: str, grouped: Counter[str]) -> str:
    group = _GROUP.match(key)
    if group is not None and grouped[group["group"]] >= _LEAST_GROUPED:
        key = key[group.end() :]
    return " ".join(_SHORT_FOR.get(part, part) for part in _PARTS.split(key) if part)
