"""Things with numbers in them that are no figures: idioms, quoted policy names, titles, document numbers, addresses.

Idioms are in `data/not_figures.tsv`; the shapes of names are patterns here.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from typing import Literal

from reportsum import lazy_re as re

from ..tables import read_table
from .words import any_of

# 《…》 and document numbers hold no figures at all; a short quotation is a name unless it tells an amount or a percentage
TITLE = r"(?P<title>《[^《》\n]{1,120}》|〈[^〈〉\n]{1,60}〉|https?://[!-~]{1,300}|[〔\[【][12][0-9]{3}[〕\]】] ?第?[0-9]{1,5} ?号)"
QUOTE = r"(?P<quote>“[^“”\n。;；]{1,24}”|‘[^‘’\n。;；]{1,24}’|「[^「」\n。;；]{1,24}」|『[^『』\n。;；]{1,24}』|\"[^\"\n。;；，]{1,16}\")"
OPENING = re.compile(r"[《〈“‘「『\"〔\[【]|http")
NAMES = re.compile(f"{TITLE}|{QUOTE}")

Zone = Literal["", "title", "quote"]


@functools.cache
def phrases() -> str:
    """Return the pattern of the fixed phrases."""
    return any_of(row["phrase"] for row in read_table("not_figures.tsv", ("phrase", "why"), key="phrase"))


class Names:
    """The names of one text: where titles and short quotations stand."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._kinds: list[Zone] = []
        end = 0
        for opening in OPENING.finditer(text):
            found = NAMES.match(text, opening.start()) if opening.start() >= end else None
            if not found:
                continue
            end = found.end()
            self._starts.append(found.start())
            self._ends.append(found.end())
            self._kinds.append("title" if found.lastgroup == "title" else "quote")

    def zone(self, position: int) -> Zone:
        """Return what kind of name `position` stands in, "" if none."""
        index = bisect_right(self._starts, position) - 1
        return self._kinds[index] if index >= 0 and position < self._ends[index] else ""

    def width(self, position: int) -> int:
        """Return how many characters the name around `position` has."""
        index = bisect_right(self._starts, position) - 1
        return self._ends[index] - self._starts[index]
