"""How a cleaning rule says what it changes.

A rule takes the text as the rules before it left it, and returns a `Change` or None when it has nothing to do. A change is made of
edits: stretches that go, or that a few characters replace. Edits stand in text order and never overlap.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..spans import MapBuilder, OffsetMap


class Edit(NamedTuple):
    """Replace `start`..`end` (code points, end exclusive) by `replacement`: nothing, or characters that each stand for the whole."""

    start: int
    end: int
    replacement: str = ""


class Change(NamedTuple):
    """What a rule made of its text."""

    text: str
    offsets: OffsetMap | None
    """None when every character kept its place."""
    times: int
    """How often the rule changed something, for the digest."""


def apply_edits(text: str, edits: Iterable[Edit], count: int | None = None) -> Change | None:
    """Return `text` with `edits` made; None when there are none. `count` says how many changes they are, if not one each.

    >>> apply_edits("a&lt;b  c", [Edit(1, 5, "<"), Edit(6, 7)]).text
    'a<b c'
    """
    pieces: list[str] = []
    offsets = MapBuilder()
    done = length = made = 0
    for start, end, replacement in edits:
        made += 1
        if start > done:
            pieces.append(text[done:start])
            offsets.add(length, done, start, start - done)
            length += start - done
        if replacement:
            pieces.append(replacement)
            for _ in replacement:
                offsets.add(length, start, end, 1)
                length += 1
        done = end
    if not made:
        return None
    if done < len(text):
        pieces.append(text[done:])
        offsets.add(length, done, len(text), len(text) - done)
        length += len(text) - done
    return Change("".join(pieces), offsets.build(length), made if count is None else count)


def replace_characters(text: str, table: dict[str, str]) -> Change | None:
    """Return `text` with single characters replaced by single characters; None when none of them occurs."""
    count = 0
    for old, new in table.items():
        if old in text:
            count += text.count(old)
            text = text.replace(old, new)
    return Change(text, None, count) if count else None
