"""Tables whose cells stand one below the other, each on a line of its own (text copied from a page): which lines they are.

Where a row ends is lost in them, so they are not read; that they are there is said.
"""

from __future__ import annotations

from itertools import pairwise

from reportsum import lazy_re as re

from ..spans import Span
from .cells import is_value

_LINE = re.compile(r"\S[^\n]*")
_LONGEST = 30
"""Characters of a line that may be a cell."""
_LEAST_VALUES = 6
_LEAST_SHARE = 0.3
"""Of the lines that must be numbers."""


def find_stacked(text: str) -> list[Span]:
    """Return the runs of short lines that a good part of are bare numbers, in order; `[]` mostly."""
    runs: list[Span] = []
    run: list[Span] = []
    values: list[str] = []
    for found in [*_LINE.finditer(text), None]:
        line = found[0].rstrip() if found is not None else ""
        if found is not None and len(line) <= _LONGEST and "\t" not in line and "|" not in line:
            run.append(Span(found.start(), found.start() + len(line)))
            values += [line] if is_value(line) else []
            continue
        if len(values) >= max(_LEAST_VALUES, _LEAST_SHARE * len(run)) and not _count_up(values):
            runs.append(Span(run[0].start, run[-1].end))
        run, values = [], []
    return runs


def _count_up(values: list[str]) -> bool:
    """Return whether numbers only number the rows of a form, or the pages."""
    numbers = [int(value) for value in values if value.isdecimal()]
    return len(numbers) == len(values) and all(right == left + 1 for left, right in pairwise(numbers))
