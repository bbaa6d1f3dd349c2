"""The standard `re`, with patterns that are compiled when they are first used.

The reading knows some thousand patterns. To compile them all whenever a process starts took a third of the time of a short first
report, and a Chinese report needs none of the English room's patterns, a report without tables none of the tables'. So a module that
keeps patterns says `from reportsum import lazy_re as re`; nothing else changes. What cannot be compiled is found by
`tests/test_lazy_re.py`, which compiles all. What was compiled once is kept for the next process (`kept_patterns.py`).

At its first use a pattern also gives its name in that module to the compiled one: through the lazy one each call took a third longer,
four per cent of the whole reading. Whoever imported the name before goes on with the lazy one, which does the same.
"""

from __future__ import annotations

import re as _re
import sys
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    Pattern,
    error,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, cast

from .kept_patterns import KEPT

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "LazyPattern",
    "Match",
    "Pattern",
    "compile",
    "error",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_FACTS = ("flags", "groups", "groupindex")


class LazyPattern:
    """A pattern that has no methods yet. The first one asked for brings them all: those of the compiled pattern itself."""

    __slots__ = ("_flags", "_home", "pattern", *_METHODS, *_FACTS)

    def __init__(self, pattern: str | bytes, flags: int, home: dict[str, Any] | None = None) -> None:
        """Take the pattern as `re.compile` does; `home` holds the names of the module that keeps it, None where none does."""
        self.pattern = pattern
        self._flags = flags
        self._home = home

    def __getattr__(self, name: str) -> Any:
        """Compile, and return what was asked for; called only as long as the slots are empty. Raise re.error for a faulty pattern."""
        if name not in _METHODS and name not in _FACTS:
            raise AttributeError(name)
        compiled = KEPT.compile(self.pattern, self._flags) if isinstance(self.pattern, str) else _re.compile(self.pattern, self._flags)
        for each in (*_METHODS, *_FACTS):
            setattr(self, each, getattr(compiled, each))
        if self._home is not None:
            for kept in _names_of(self, self._home):
                self._home[kept] = compiled
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"lazy_re.compile({self.pattern!r}, {self._flags})"

    def __reduce__(self) -> tuple[Any, ...]:
        return LazyPattern, (self.pattern, self._flags)


_NAMES: dict[int, dict[int, list[str]]] = {}


def _names_of(pattern: LazyPattern, home: dict[str, Any]) -> list[str]:
    """Return by which names a module keeps a lazy pattern. A module is looked through once, and again where it had not loaded then."""
    names = _NAMES.get(id(home), {})
    if id(pattern) not in names:
        names = _NAMES[id(home)] = {}
        for key, value in home.items():
            if type(value) is LazyPattern:
                names.setdefault(id(value), []).append(key)
    return names.get(id(pattern), [])


def escape(text: str) -> str:
    """Return what `re.escape` returns. Words of letters and digits alone, as most in the tables are, need no look at each character."""
    return text if text.isalnum() else _re.escape(text)


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """Return a pattern that does what `re.compile(pattern, flags)` does, from its first use on; typed as what it stands for."""
    caller = sys._getframe(1)
    home = caller.f_globals if caller.f_code.co_name == "<module>" else None
    return cast("Pattern[AnyStr]", LazyPattern(pattern, flags, home))
