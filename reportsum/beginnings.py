"""What a match may begin with, told to `re` before a pattern, so that a search passes over every other character.

`re` finds out by itself where all alternatives of a pattern begin with a plain character. Most of ours begin otherwise: with a look
around (`(?<!未)完成`), a class beside a word (`[今明]年|年内`), words in brackets, something that may be missing, letters small or capital.
Then all alternatives are tried at every character of a text, which takes five times as long (a seventh of a whole reading, measured). So
the characters that a match can begin with are collected here, and stand in the compiled pattern where `re` itself puts them. What
matches stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

Part: TypeAlias = tuple[Any, Any]
"""A part of a parsed pattern, as `re` has it: what it does, and with what."""

_WIDEST = 64
"""A range of more characters (any Chinese one) spares nothing."""
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s"}
_WITHOUT_WIDTH = frozenset(("AT", "ASSERT", "ASSERT_NOT"))
_REPEATED = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
_SAME_LETTER = {"i": "İı", "k": "\u212a", "s": "ſ"}
"""What else `re` takes for a letter where it does not tell small letters from capitals: K is also the sign of the kelvin."""

_HEAD = 5
"""So many numbers open a compiled pattern: INFO, how long that block is, what it holds, the least and the most characters of a match."""
_HOLDS_A_CLASS = 4


def with_beginnings(code: list[int], parsed: Iterable[Part], flags: int, compiled: Callable[[str], list[int]]) -> list[int]:
    """Return the code of a pattern with what its matches begin with; unchanged where it says so already, or where they begin with anything.

    `parsed` is what the code was made of; `compiled` makes the code of another pattern, without flags.
    """
    if code[2] or not code[3]:
        return code
    members = begins(parsed, flags)
    if members is None or len(members) < 2:
        return code
    one_of = compiled(f"[{''.join(sorted(members))}]")
    if one_of[2] != _HOLDS_A_CLASS:
        return code
    marks = one_of[_HEAD : one_of[1] + 1]
    return [code[0], _HEAD - 1 + len(marks), _HOLDS_A_CLASS, code[3], code[4], *marks, *code[code[1] + 1 :]]


def begins(parsed: Iterable[Part], flags: int) -> set[str] | None:
    """Return what matches of a parsed pattern begin with, as members of a character class; None for anything, or nothing."""
    found = _of_alternatives((parsed,), flags)
    return None if found is None or found[1] else found[0]


def _of_alternatives(alternatives: Iterable[Iterable[Part]], flags: int) -> tuple[set[str], bool] | None:
    """Return what alternatives begin with, and whether one may be empty; None for anything."""
    members: set[str] = set()
    empty = False
    for parts in alternatives:
        for part in parts:
            found = _of_part(part, flags)
            if found is None:
                return None
            members |= found[0]
            if not found[1]:
                break
        else:
            empty = True
    return members, empty


def _of_part(part: Part, flags: int) -> tuple[set[str], bool] | None:
    """Return the same of one part of a pattern."""
    does, value = str(part[0]), part[1]
    if does in _WITHOUT_WIDTH:
        return set(), True
    if does in ("LITERAL", "IN"):
        members = _members([part] if does == "LITERAL" else value, flags)
        return None if members is None else (members, False)
    if does == "BRANCH":
        return _of_alternatives(value[1], flags)
    if does == "SUBPATTERN":
        _, added, dropped, inner = value
        return _of_alternatives((inner,), (flags | added) & ~dropped)
    if does in _REPEATED:
        least, _, inner = value
        found = _of_alternatives((inner,), flags)
        return None if found is None else (found[0], found[1] or least == 0)
    return None


def _members(parts: Iterable[Part], flags: int) -> set[str] | None:
    """Return the characters of a class as they are written in one; None for a wide one, or one that says which are not in it."""
    members: set[str] = set()
    for operation, value in parts:
        does = str(operation)
        if does == "CATEGORY" and str(value) in _CATEGORIES:
            members.add(_CATEGORIES[str(value)])
            continue
        if does == "LITERAL":
            first = last = value
        elif does == "RANGE" and value[1] - value[0] < _WIDEST:
            first, last = value
        else:
            return None
        for character in map(chr, range(first, last + 1)):
            same = _same(character, flags)
            if same is None:
                return None
            members.update(map(re.escape, same))
    return members


def _same(character: str, flags: int) -> str | None:
    """Return all characters that match one; None for letters other than Latin ones, of which there may be more than is known here."""
    small, capital = character.lower(), character.upper()
    if not flags & re.IGNORECASE or small == capital:
        return character
    return f"{small}{capital}{_SAME_LETTER.get(small, '')}" if character.isascii() else None
