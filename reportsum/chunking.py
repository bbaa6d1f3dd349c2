"""Sections → chunks: pieces of a report small enough for one request, large enough that requests are few.

A section that fits the budget stays whole; small neighbours under one parent are packed together; a section that does not fit is
taken apart into its subsections, and a long text without subsections at clause ends. A chunk therefore never cuts a clause or a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportsum.values import dataclass

from .annotating import AnnotatedReport, Clause, Judgement, Measure, Note
from .figures.figure import FoundFigure
from .headings import Section
from .metadata import ReportMeta

DEFAULT_BUDGET = 2600
"""Characters a chunk may hold: about 1,800 tokens of Chinese, and a 10,000-character report takes at most 7 requests."""


def estimated_tokens(text: str) -> float:
    """Return about how many tokens `text` has: 0.65 for a Chinese character (measured with the Qwen2.5 tokenizer), 0.25 for another."""
    ascii_count = ascii_characters(text)
    return (len(text) - ascii_count) * 0.65 + ascii_count * 0.25


def ascii_characters(text: str) -> int:
    """Return how many characters of `text` are ASCII. Counting them one by one took a twelfth of the client's time in a run with a model.

    >>> ascii_characters("增长6.1%。")
    4
    """
    return len(text.encode("ascii", "ignore"))


CONTEXT_CHARS = 120
"""So much of the text before a chunk is told with it, and half as much of the text behind it."""


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
    judgements: tuple[Judgement, ...] = ()
    """What each clause states by the rules, which read the whole report; `()` for a chunk that was cut from none."""
    notes: tuple[Note, ...] = ()
    """What the rules read of each fact beside kind, name and figures; `()` where nobody asked for it."""
    before: str = ""
    """The text right before the chunk, a few lines at most: context, not part of it."""
    after: str = ""
    """The text right behind it."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Clauses first..last (exclusive) that belong together."""

    first: int
    last: int


def cut_chunks(report: AnnotatedReport, max_chars: int = DEFAULT_BUDGET, max_tokens: int | None = None) -> tuple[Chunk, ...]:
    """Return the chunks of a report in order; together they hold every clause exactly once. `()` for a report without clauses.

    `max_chars` bounds a chunk's characters, `max_tokens` its tokens instead, by the estimate for the whole text; only a single clause
    that is longer makes a longer chunk.
    """
    budget = max_chars
    if max_tokens is not None and report.clauses:
        text = report.clean.text
        budget = max(1, int(max_tokens * len(text) / max(1.0, estimated_tokens(text))))
    runs = _pack(report.clauses, _Run(0, len(report.clauses)), report.outline.sections, budget)
    return tuple(_chunk(report, f"c{number}", run) for number, run in enumerate(runs))


def _size(clauses: Sequence[Clause], run: _Run) -> int:
    return clauses[run.last - 1].end - clauses[run.first].start if run.last > run.first else 0


def _pack(clauses: Sequence[Clause], run: _Run, children: Sequence[Section], budget: int) -> list[_Run]:
    """Return `run` as runs within the budget: neighbours are joined while they fit."""
    if run.last <= run.first:
        return []
    if _size(clauses, run) <= budget:
        return [run]
    packed: list[_Run] = []
    for unit, section in _units(clauses, run, children):
        if _size(clauses, unit) > budget:
            packed += _pack(clauses, unit, section.children, budget) if section else _split(clauses, unit, budget)
        elif packed and _size(clauses, _Run(packed[-1].first, unit.last)) <= budget:
            packed[-1] = _Run(packed[-1].first, unit.last)
        else:
            packed.append(unit)
    return packed


def _units(clauses: Sequence[Clause], run: _Run, children: Sequence[Section]) -> Iterator[tuple[_Run, Section | None]]:
    """Yield the text before the first child, the children and the text between them; children without subsections as plain text."""
    position = run.first
    for child in children:
        first = position
        while first < run.last and clauses[first].start < child.start:
            first += 1
        if first > position:
            yield _Run(position, first), None
        last = first
        while last < run.last and clauses[last].start < child.end:
            last += 1
        if last > first:
            yield _Run(first, last), child if child.children else None
        position = last
    if position < run.last:
        yield _Run(position, run.last), None


def _split(clauses: Sequence[Clause], run: _Run, budget: int) -> list[_Run]:
    """Return a long run as runs of about equal size within the budget, cut at clause ends."""
    size = _size(clauses, run)
    share = size / -(-size // budget)
    origin = clauses[run.first].start
    runs: list[_Run] = []
    first = run.first
    for index in range(run.first + 1, run.last):
        too_long = clauses[index].end - clauses[first].start > budget
        share_full = clauses[index].start - origin >= share * (len(runs) + 1)
        if too_long or (share_full and not clauses[index - 1].heading):
            runs.append(_Run(first, index))
            first = index
    return [*runs, _Run(first, run.last)]


def _chunk(report: AnnotatedReport, chunk_id: str, run: _Run) -> Chunk:
    clauses = report.clauses[run.first : run.last]
    sections: list[Section] = []
    for clause in clauses:
        if clause.section is not None and (not sections or sections[-1] is not clause.section):
            sections.append(clause.section)
    start, end = clauses[0].start, clauses[-1].end
    return Chunk(
        id=chunk_id,
        meta=report.meta,
        path=tuple(_enclosing(report.outline.sections, start, end)),
        sections=tuple(sections),
        clauses=clauses,
        measures=report.measures[run.first : run.last],
        judgements=report.judgements[run.first : run.last],
        figures=tuple((number, report.figures[number]) for clause in clauses for number in clause.figures),
        start=start,
        end=end,
        before=report.clean.text[max(0, start - CONTEXT_CHARS) : start].strip(),
        after=report.clean.text[end : end + CONTEXT_CHARS // 2].strip(),
    )


def _enclosing(sections: Sequence[Section], start: int, end: int) -> Iterator[Section]:
    for section in sections:
        if section.start <= start and end <= section.end:
            yield section
            yield from _enclosing(section.children, start, end)
            return
