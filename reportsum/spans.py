"""Places in a text, and the way between the working text and the source.

All offsets count Unicode code points; `end` is exclusive. The *source* is the text as decoded from the file, untouched. The
*working text* is what cleaning makes of it: shorter where junk fell out, other characters where traditional became simplified.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from reportsum.values import dataclass


class Span(NamedTuple):
    """A stretch of text: `start` is the first code point, `end` the one after the last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps spans of the working text to spans of the source, and back.

    The working text is a row of runs. Run i begins at `working[i]` and stems from `source[i]`..`ends[i]`. Inside a run characters
    correspond one to one, except in a *wide* run: one working character that stands for several source characters (`&nbsp;`).
    What was dropped between two runs belongs to neither. An empty map (no runs) is the map of an empty working text.
    """

    working: array[int]
    source: array[int]
    ends: array[int]
    length: int
    """Code points of the working text."""

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Return the map of a text of `length` code points that was not changed."""
        builder = MapBuilder()
        if length:
            builder.add(0, 0, length, length)
        return builder.build(length)

    def is_one_to_one(self) -> bool:
        """Return whether every working character stands at its own source offset: nothing was dropped or gathered."""
        return len(self.working) <= 1 and all(end == self.length for end in self.ends) and not any(self.source)

    def to_source(self, start: int, end: int) -> Span:
        """Return the smallest source span that covers working characters `start`..`end` (`end` exclusive, `start < end`)."""
        first = bisect_right(self.working, start) - 1
        run_end = self._run_end(first)
        last = first
        if not start < end <= run_end:
            last = bisect_right(self.working, end - 1) - 1
            run_end = self._run_end(last)
        last_end = self.ends[last] if end == run_end else self.source[last] + end - self.working[last]
        return Span(self.source[first] + start - self.working[first], last_end)

    def to_working(self, start: int, end: int) -> Span | None:
        """Return the working span of what is left of source characters `start`..`end`; None when nothing of them is left."""
        first = bisect_right(self.source, start) - 1
        if first < 0:
            begin = 0
        elif start < self.ends[first]:
            begin = self.working[first] + (0 if self._is_wide(first) else start - self.source[first])
        else:
            begin = self._run_end(first)
        last = bisect_left(self.source, end) - 1
        if last < 0:
            return None
        inside = end < self.ends[last] and not self._is_wide(last)
        stop = self.working[last] + end - self.source[last] if inside else self._run_end(last)
        return Span(begin, stop) if begin < stop else None

    def then(self, later: OffsetMap) -> OffsetMap:
        """Return the map from `later`'s working text to this map's source; `later`'s source is this map's working text."""
        if self.is_one_to_one():
            return later
        joined = MapBuilder()
        run = 0
        for number, working in enumerate(later.working):
            start, end = later.source[number], later.ends[number]
            if later._is_wide(number):
                joined.add(working, *self.to_source(start, end), 1)
                continue
            while self._run_end(run) <= start:
                run += 1
            at = start
            while at < end:
                run_end, shift = self._run_end(run), self.source[run] - self.working[run]
                stop = min(run_end, end)
                joined.add(working + at - start, at + shift, self.ends[run] if stop == run_end else stop + shift, stop - at)
                at = stop
                run += at < end
        return joined.build(later.length)

    def _run_end(self, run: int) -> int:
        """Working offset where run number `run` ends."""
        return self.working[run + 1] if run + 1 < len(self.working) else self.length

    def _is_wide(self, run: int) -> bool:
        return self.ends[run] - self.source[run] != self._run_end(run) - self.working[run]


class MapBuilder:
    """Gathers runs in order, joining neighbours that follow on from one another, and builds the map."""

    __slots__ = ("_ends", "_extensible", "_source", "_working")

    def __init__(self) -> None:
        # arrays: a map of ten million runs takes 120 MB, where tuples of ints would take over a gigabyte
        self._working = array("I")
        self._source = self._working[:]
        self._ends = self._working[:]
        self._extensible = False

    def add(self, working: int, start: int, end: int, length: int) -> None:
        """Add `length` working characters from `working` on that stem from source `start`..`end`."""
        one_to_one = end - start == length
        if one_to_one and self._extensible and self._ends[-1] == start:
            self._ends[-1] = end
            return
        self._working.append(working)
        self._source.append(start)
        self._ends.append(end)
        self._extensible = one_to_one

    def build(self, length: int) -> OffsetMap:
        """Return the map of a working text of `length` code points."""
        return OffsetMap(self._working, self._source, self._ends, length)
