"""Places in a text, and the way back from the working text to the source.

All offsets count Unicode code points; `end` is exclusive. The *source* is the text as decoded from the file, untouched. The
*working text* is what cleaning makes of it: shorter where junk fell out, other characters where traditional became simplified.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text: `start` is the first code point, `end` the one after the last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps spans of the working text to spans of the source.

    The working text is a row of runs. Run i begins at `working[i]` and stems from `source[i]` on; inside a run, characters
    correspond one to one. `ends[i]` is where the run's source stretch ends, so what was dropped before the next run belongs to neither.
    An empty map (no runs) is the map of an empty working text.
    """

    working: tuple[int, ...]
    source: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Return the map of a text of `length` code points that was not changed."""
        return cls((0,), (0,), (length,)) if length else cls((), (), ())

    def to_source(self, start: int, end: int) -> Span:
        """Return the smallest source span that covers working characters `start`..`end` (`end` exclusive, `start < end`)."""
        first = bisect_right(self.working, start) - 1
        last = bisect_right(self.working, end - 1) - 1
        return Span(
            self.source[first] + start - self.working[first],
            min(self.source[last] + end - self.working[last], self.ends[last]),
        )
