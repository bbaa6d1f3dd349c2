"""Finds what overlaps a place of the text, without looking at everything."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..spans import Span
from .gold import GoldFigure
from .said import SaidFigure


class Places:
    """Numbered spans, to be asked which of them overlap a place, without looking at all of them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self._order = sorted(range(len(spans)), key=lambda number: spans[number].start)
        self._starts = [spans[number].start for number in self._order]
        self._longest = max((span.end - span.start for span in spans), default=0)

    def overlapping(self, place: Span) -> list[int]:
        """Return the numbers of the spans that share at least one character with `place`."""
        first = bisect_right(self._starts, place.start - self._longest)
        last = bisect_left(self._starts, place.end)
        return [number for number in self._order[first:last] if shared(self.spans[number], place)]


def shared(a: Span, b: Span) -> int:
    """Return how many characters `a` and `b` have in common."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


class FigureFinder:
    """Figures of a digest, to be asked which of them is the one that a person marked."""

    def __init__(self, figures: Sequence[SaidFigure]) -> None:
        self._figures = figures
        self._spans = [Span(figure.start, figure.end) for figure in figures]
        self._places = Places(self._spans)

    def best(self, wanted: GoldFigure) -> SaidFigure | None:
        """Return the figure that covers most of `wanted`, at least half; of equals the nearest, then the last."""
        place = Span(wanted.start, wanted.end)
        candidates = [
            (shared(self._spans[number], place), -abs(self._spans[number].start - place.start), number)
            for number in self._places.overlapping(place)
        ]
        most, _, number = max(candidates, default=(0, 0, -1))
        return self._figures[number] if number >= 0 and most * 2 >= place.end - place.start else None
