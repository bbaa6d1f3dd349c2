"""The words around a number, as patterns: asked by the rules that judge, kept in `data/figure_contexts.tsv`."""

from __future__ import annotations

import functools

from reportsum import lazy_re as re

from ..tables import read_table
from .words import any_of

# what may stand between the words and the number, by side
BETWEEN = {
    "before": "[ :：]*$",
    "near": "[^,，。;；]{0,6}$",
    "clause": "[^,，。;；]{0,8}$",
    "anywhere": "",
    "after": "",
}


@functools.cache
def _words() -> dict[tuple[str, str], tuple[str, ...]]:
    words: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in read_table("figure_contexts.tsv", ("rule", "side", "words", "note")):
        key = (row["rule"], row["side"])
        known, new = words.get(key, ()), tuple(row["words"].split())
        twice = set(known) & set(new)
        if twice:
            raise row.wrong(f'"{min(twice)}" already stands in this rule. Keep one of the two.')
        words[key] = known + new
    return words


@functools.cache
def _pattern(rule: str, side: str) -> re.Pattern[str]:
    return re.compile((" ?" if side == "after" else "") + any_of(_words()[rule, side]) + BETWEEN[side])


def stands_before(rule: str, left: str) -> bool:
    """Return whether a word of `rule` ends where `left` ends."""
    return _pattern(rule, "before").search(left, max(0, len(left) - 8)) is not None


def stands_near(rule: str, left: str, side: str = "near") -> bool:
    """Return whether a word of `rule` stands in `left`: side "near" and "clause" close to its end, "anywhere" anywhere."""
    return _pattern(rule, side).search(left) is not None


def stands_after(rule: str, text: str, end: int) -> bool:
    """Return whether a word of `rule` begins at `end` of `text`."""
    return _pattern(rule, "after").match(text, end) is not None
