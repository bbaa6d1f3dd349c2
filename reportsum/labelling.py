"""A report → a pre-filled label file, for a person to correct: the way to gold labels for one's own reports.

Segments are cut at line ends and after 。！？；; as in `seeds/gold/GUIDE.md`; kinds and figures are what the
rules read, so that most lines need no change. The result is what `scoring.gold` reads.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportsum import lazy_re as re

from .annotating import AnnotatedReport
from .headings import Section
from .models import Digest, Figure, Kind
from .pipeline import annotate, digest_by_rules
from .reading import read
from .reading.source import SourceText
from .scoring.counting import speaks_of
from .scoring.overlaps import Places
from .settings import Settings
from .spans import Span

_LINE = re.compile(r"[^\r\n]+")
_STATEMENT = re.compile(r"[^。！？；;]*[。！？；;]+|[^。！？；;]+")


def label(source: str | Path) -> str:
    """Return the text of a label file for the report at `source`, one JSON object a line. Raises InputError."""
    import simplejson

    rows = label_rows(read(source))
    return "".join(simplejson.dumps(row, ensure_ascii=False, use_decimal=True) + "\n" for row in rows)


def cut_segments(text: str) -> tuple[Span, ...]:
    """Return the segments of `text` in order: statements without the white space around them, none of them empty."""
    return tuple(span for line in _LINE.finditer(text) for span in _cut_line(text, line.start(), line.end()))


def _cut_line(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _STATEMENT.finditer(text, start, end):
        statement = match.group()
        bare = statement.strip()
        if bare:
            begin = match.start() + len(statement) - len(statement.lstrip())
            yield Span(begin, begin + len(bare))


def label_rows(source: SourceText) -> list[dict[str, Any]]:
    """Return the labels of a report as the rules would give them, one row a segment, in text order."""
    report, digest = annotate(source), digest_by_rules(source, Settings())
    segments = cut_segments(source.text)
    kinds, headings, tasks = _kinds(digest, segments), _headings(report), _tasks(report)
    figures = _figures_by_segment(digest, segments)
    rows = []
    for number, segment in enumerate(segments):
        row: dict[str, Any] = {"s": number, "start": segment.start, "end": segment.end}
        row["text"] = source.text[segment.start : segment.end]
        heading = any(speaks_of(headings.spans[at], segment) for at in headings.overlapping(segment))
        row["kinds"] = ["context"] if heading else kinds[number] or ["context"]
        if heading:
            row["heading"] = True
        task = None if heading else _task_at(tasks, segment.start)
        if task is not None:
            row["task"] = task
        row["figures"] = figures[number]
        rows.append(row)
    return rows


def _kinds(digest: Digest, segments: Sequence[Span]) -> list[list[Kind]]:
    result: list[list[Kind]] = [[] for _ in segments]
    lists: tuple[tuple[Kind, Sequence[Any]], ...] = (
        ("achievement", digest.achievements),
        ("target", digest.targets),
        ("risk", digest.risks),
    )
    for kind, items in lists:
        places = Places([Span(place.start, place.end) for item in items for place in item.evidence])
        for number, segment in enumerate(segments):
            if any(speaks_of(places.spans[at], segment) for at in places.overlapping(segment)):
                result[number].append(kind)
    return result


def _headings(report: AnnotatedReport) -> Places:
    spans = [section.heading for section in _all_sections(report.outline.sections)] + list(report.outline.run_ins)
    return Places([report.clean.offsets.to_source(*span) for span in spans if span.end > span.start])


def _all_sections(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.children)


@dataclass(frozen=True, slots=True)
class _TaskPlace:
    start: int
    end: int
    task: int


def _tasks(report: AnnotatedReport) -> list[_TaskPlace]:
    """Return where the numbered tasks stand in the source, in order."""
    places = []
    for section in _all_sections(report.outline.sections):
        if section.task is not None:
            start, end = report.clean.offsets.to_source(section.start, section.end)
            places.append(_TaskPlace(start, end, section.task))
    return places


def _task_at(tasks: Sequence[_TaskPlace], start: int) -> int | None:
    at = bisect_right(tasks, start, key=lambda place: place.start) - 1
    return tasks[at].task if at >= 0 and start < tasks[at].end else None


def _figures_by_segment(digest: Digest, segments: Sequence[Span]) -> list[list[dict[str, Any]]]:
    starts = [segment.start for segment in segments]
    result: list[list[dict[str, Any]]] = [[] for _ in segments]
    for row in sorted(_figure_rows(digest), key=lambda row: (row["start"], row["end"])):
        at = bisect_right(starts, row["start"]) - 1
        if at >= 0 and row["end"] <= segments[at].end:
            result[at].append(row)
    return result


def _figure_rows(digest: Digest) -> Iterator[dict[str, Any]]:
    lists: tuple[tuple[Kind, Sequence[Any]], ...] = (
        ("achievement", digest.achievements),
        ("target", digest.targets),
        ("risk", digest.risks),
    )
    seen: set[Span] = set()
    for kind, items in lists:
        for item in items:
            for figure in item.figures:
                period = figure.period or item.period
                if Span(figure.start, figure.end) not in seen:
                    seen.add(Span(figure.start, figure.end))
                    yield _figure_row(figure, figure.metric or item.metric, kind, period.label if period else None)
    for figure in digest.coverage.unclaimed:
        yield _figure_row(figure, figure.metric or "", "context", figure.period.label if figure.period else None)


def _figure_row(figure: Figure, metric: str, kind: str, period: str | None) -> dict[str, Any]:
    row: dict[str, Any] = {"text": figure.text, "value": _number(figure.value)}
    if figure.bound == "range":
        row |= {"lo": _number(figure.low), "hi": _number(figure.high)}
    row |= {"unit": figure.unit, "scaled": _number(figure.amount), "base_unit": figure.base_unit}
    row |= {"bound": figure.bound, "role": figure.role, "metric": metric, "kind": kind}
    if period is not None:
        row["period"] = period
    return row | {"start": figure.start, "end": figure.end}


def _number(value: Decimal | None) -> Decimal | int | None:
    """Return whole numbers as int, so that they are written without a point."""
    return int(value) if value is not None and value == value.to_integral_value() else value
