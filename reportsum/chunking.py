"""Sections → chunks: pieces of a report small enough for one request. (types; the rules follow)"""

from __future__ import annotations

from dataclasses import dataclass

from .annotating import Clause, Measure
from .figures.figure import FoundFigure
from .metadata import ReportMeta
from .outline import Section


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of consecutive clauses with everything an extractor may need to know about them."""

    id: str
    """"c0", "c1" … in order."""
    meta: ReportMeta
    path: tuple[Section, ...]
    """Sections from the top down that contain the whole chunk."""
    sections: tuple[Section, ...]
    """The deepest sections the clauses stand in, in order."""
    clauses: tuple[Clause, ...]
    measures: tuple[tuple[Measure, ...], ...]
    """The reading's proposal of what the figures of each clause measure, parallel to `clauses`."""
    figures: tuple[tuple[int, FoundFigure], ...]
    """(number in the report, figure), in text order."""
    start: int
    """Offsets into the working text."""
    end: int
