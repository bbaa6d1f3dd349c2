"""Words beside a figure that bound it: no less than, in excess of, or lower, c. (table en/bounds.tsv)."""

from __future__ import annotations

from functools import cache

from reportsum import lazy_re as re

from ...models import Bound
from ...tables import read_table

LONGEST = 44
"""Characters before and behind a number that are looked at."""
_FILLER = re.compile(r"(?:\s(?:an?|the|another|a further|a total of|another|a combined))*\s*$", re.IGNORECASE)
_LINE_OF = re.compile(r"\s(?:the|an?)\s(?:red line|line|level|mark|threshold|floor|ceiling|limit|target)\sof\s*$", re.IGNORECASE)
"""At or above the red line of 120."""
_SIGNS = frozenset("~<>≥≤≈∼+")
MOST_WORDS = 4


@cache
def _words() -> tuple[dict[str, Bound], dict[str, Bound]]:
    before: dict[str, Bound] = {}
    after: dict[str, Bound] = {}
    for row in read_table("en/bounds.tsv", ("word", "side", "means")):
        side = before if row["side"] == "before" else after
        if row["side"] not in ("before", "after") or row["word"] in side:
            raise row.wrong(f'"{row["word"]}" stands twice, or "{row["side"]}" is neither before nor after.')
        side[row["word"]] = row["means"]  # type: ignore[assignment]  # the contract's tests compare them with Bound
    return before, after


@cache
def _after_pattern() -> re.Pattern[str]:
    words = sorted(_words()[1], key=len, reverse=True)
    any_of = "|".join(r"\s".join(map(re.escape, word.split(" "))) for word in words)
    return re.compile(rf"\s?(?P<word>{any_of})(?![A-Za-z])", re.IGNORECASE)


def bound_before(left: str) -> tuple[Bound | None, int]:
    """Return the bound that the end of `left` states, and where in `left` its words begin; (None, len(left)) when there is none.

    >>> bound_before("shall be no\\nless than ")
    ('at_least', 9)
    """
    end = len(left.rstrip())
    if end and left[end - 1] in _SIGNS:
        sign = left[max(0, end - 2) : end] if left[max(0, end - 2) : end] in _words()[0] else left[end - 1]
        means = _words()[0].get(sign)
        return (means, end - len(sign)) if means else (None, len(left))
    found = _last_words(left)
    if found[0] is None and (filler := _FILLER.search(left, max(0, end - LONGEST))) is not None and filler.start() < end:
        found = _last_words(left[: filler.start()])
    if found[0] is None and (line := _LINE_OF.search(left)) is not None:
        held = _last_words(left[: line.start()])
        found = held if held[0] in ("at_least", "at_most") else found
    return found if found[0] is not None else (None, len(left))


def _last_words(left: str) -> tuple[Bound | None, int]:
    window = left[-LONGEST:]
    offset = len(left) - len(window)
    starts = [match.start() for match in re.finditer(r"(?<![A-Za-z])[A-Za-z][A-Za-z.]*|(?<![a-z])c\.", window)][-MOST_WORDS:]
    for start in starts:
        means = _words()[0].get(" ".join(window[start:].lower().split()))
        if means is not None:
            return (None if means == "exact" else means), offset + start
    return None, len(left)


def bound_after(text: str, end: int) -> tuple[Bound, int] | None:
    """Return the bound behind a figure that ends at `end`, and where its words end."""
    if text[end : end + 1] not in (" ", "\n", "-", "+"):
        return None
    found = _after_pattern().match(text, end)
    if found is None:
        return None
    word = " ".join(found["word"].lower().split())
    return _words()[1][word], found.end()
