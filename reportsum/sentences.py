"""Clauses → sentences, with their places in the source.

A sentence is a run of clauses of one line up to a full stop: the clauses that the list of clauses cuts at semicolons belong together, and
what its beginning says (time, 主要预期目标是) holds for all of it. Sentences without facts (headings, boilerplate) are none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field

from reportsum.values import dataclass

from .annotating import AnnotatedReport, Clause
from .headings import Section
from .spans import OffsetMap

_GOES_ON = ("；", ";")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the working text; `start` and `end` are offsets into the source, `end` exclusive."""

    text: str
    start: int
    end: int
    at: int
    """Where it begins in the working text."""
    section: Section | None
    """The deepest section it stands in."""
    place: int
    """0 for the first sentence of its section."""
    opens: bool
    """Whether it begins a paragraph."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a report, in the order of the text."""

    all: tuple[Sentence, ...]
    starts: tuple[int, ...] = ()
    """Where each begins in the source."""
    offsets: OffsetMap = field(default_factory=lambda: OffsetMap.identity(0))

    def within(self, sentence: Sentence, start: int, end: int) -> int | None:
        """Return where in the sentence's text the source characters `start`..`end` begin; None when they stand elsewhere."""
        if not sentence.start <= start < sentence.end:
            return None
        span = self.offsets.to_working(start, end)
        return None if span is None else span.start - sentence.at

    def at(self, start: int) -> Sentence | None:
        """Return the sentence that holds this place of the source."""
        index = self.index_at(start)
        return None if index is None else self.all[index]

    def index_at(self, start: int) -> int | None:
        """Return the number of the sentence that holds this place of the source."""
        index = bisect_right(self.starts, start) - 1
        return index if index >= 0 and start < self.all[index].end else None


def sentences_of(report: AnnotatedReport) -> Sentences:
    """Return the sentences of an annotated report."""
    found: list[Sentence] = []
    run: list[Clause] = []
    places: dict[int, int] = {}

    def close() -> None:
        if run:
            found.append(_sentence(report, run, places))
            run.clear()

    for clause in report.clauses:
        if clause.heading:
            close()
            continue
        if run and (not run[-1].text.endswith(_GOES_ON) or clause.section is not run[-1].section or _line_ends(report, run[-1], clause)):
            close()
        run.append(clause)
    close()
    return Sentences(tuple(found), tuple(sentence.start for sentence in found), report.clean.offsets)


def _line_ends(report: AnnotatedReport, one: Clause, other: Clause) -> bool:
    return "\n" in report.clean.text[one.end : other.start]


def _sentence(report: AnnotatedReport, run: Sequence[Clause], places: dict[int, int]) -> Sentence:
    first, last = run[0], run[-1]
    source = report.clean.offsets.to_source(first.start, last.end)
    of_section = id(first.section)
    place = places.get(of_section, 0)
    places[of_section] = place + 1
    line = report.clean.text.rfind("\n", 0, first.start) + 1
    return Sentence(
        text=report.clean.text[first.start : last.end],
        start=source.start,
        end=source.end,
        at=first.start,
        section=first.section,
        place=place,
        opens=not report.clean.text[line : first.start].strip(),
    )
