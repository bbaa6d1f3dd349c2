"""Turns a list of words into one fast pattern, the longest word first."""

from __future__ import annotations

from collections.abc import Iterable

from reportsum import lazy_re as re


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of `words`, the longest that fits; words are grouped by first character, for speed.

    >>> any_of(["增长", "增长率", "降"])
    '(?:增(?:长率|长)|降)'
    """
    tails: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        tails.setdefault(word[0], []).append(re.escape(word[1:]))
    groups = [re.escape(first) + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})") for first, rest in sorted(tails.items())]
    return f"(?:{'|'.join(groups)})"
