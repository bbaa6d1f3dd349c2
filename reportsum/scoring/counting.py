"""Goes through the labels of a report and counts what the digest says of them, and says right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..spans import Span
from .counts import Counts, measures
from .gold import GoldFigure, GoldSegment
from .overlaps import FigureFinder, Places, shared
from .said import KINDS, Said, SaidFigure
from .sameness import same_amount, same_metric, same_unit

MissKind = Literal["detect", "claim", "value", "unit", "bound", "role", "kind", "metric", "spurious", "segments", "links"]


class Miss(NamedTuple):
    """One place where digest and labels disagree. `start` counts code points of the source."""

    kind: MissKind
    start: int
    text: str
    wanted: str
    got: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A digest set against its labels. `segments` are the counts segment by segment, in text order."""

    name: str
    segments: tuple[Counts, ...]
    misses: tuple[Miss, ...]

    @property
    def measures(self) -> dict[str, float]:
        """Return the measures of the whole report."""
        return measures(Counts.total(self.segments))


def score(digest: Said, gold: Sequence[GoldSegment], *, name: str = "") -> Scored:
    """Return `digest` set against the labels `gold`."""
    tallies: list[dict[str, int]] = [dict.fromkeys(Counts.__slots__, 0) for _ in gold]
    misses: list[Miss] = []
    _judge_figures(digest, gold, tallies, misses)
    _judge_precision(digest, gold, tallies, misses)
    _judge_segments(digest, gold, tallies, misses)
    _judge_links(digest, gold, tallies, misses)
    return Scored(name, tuple(Counts(**tally) for tally in tallies), tuple(misses))


def _judge_figures(digest: Said, gold: Sequence[GoldSegment], tallies: Sequence[dict[str, int]], misses: list[Miss]) -> None:
    everything, claimed = FigureFinder([*digest.claimed, *digest.unclaimed]), FigureFinder(digest.claimed)
    for segment, tally in zip(gold, tallies, strict=True):
        for wanted in segment.figures:
            if not wanted.doubtful:
                _judge_figure(wanted, everything.best(wanted), claimed.best(wanted), tally, misses)


def _judge_figure(
    wanted: GoldFigure, found: SaidFigure | None, claimed: SaidFigure | None, tally: dict[str, int], misses: list[Miss]
) -> None:
    def miss(kind: MissKind, want: str, got: str) -> None:
        misses.append(Miss(kind, wanted.start, wanted.text, want, got))

    def judge(count: str, kind: MissKind, right: bool, want: str, got: str) -> None:
        tally[count] += right
        if not right:
            miss(kind, want, got)

    tally["firm"] += 1
    if found is None:
        miss("detect", wanted.text, "")
        return
    tally["found"] += 1
    judge("value_right", "value", same_amount(wanted, found), _plain(wanted.scaled), _plain(found.amount))
    judge("unit_right", "unit", same_unit(wanted, found), wanted.base_unit, found.base_unit)
    judge("bound_right", "bound", found.bound == wanted.bound, wanted.bound, found.bound or "")
    judge("role_right", "role", found.role == wanted.role, wanted.role, found.role or "")
    if claimed is None:
        if wanted.kind in KINDS:
            miss("claim", f"{wanted.kind}: {wanted.metric}", "")
        return
    tally["claimed"] += 1
    if wanted.kind in KINDS:
        tally["kind_asked"] += 1
        alike = claimed.kind == wanted.kind or (claimed.is_goal and wanted.kind == "target")
        judge("kind_right", "kind", alike, wanted.kind, claimed.kind or "")
    right = same_metric(wanted.metric, claimed.metric)
    judge("metric_right", "metric", right, wanted.metric, claimed.metric or "")


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:.12g}"


def _judge_precision(digest: Said, gold: Sequence[GoldSegment], tallies: Sequence[dict[str, int]], misses: list[Miss]) -> None:
    marked = Places([Span(figure.start, figure.end) for segment in gold for figure in segment.figures])
    starts = [segment.start for segment in gold]
    spans = {Span(figure.start, figure.end): figure.text for figure in (*digest.claimed, *digest.unclaimed)}
    for span, text in sorted(spans.items()):
        # Junk between segments counts with the segment before it, so that resampling keeps it.
        tally = tallies[max(0, bisect_right(starts, span.start) - 1)]
        tally["said"] += 1
        if not marked.overlapping(span):
            tally["spurious"] += 1
            misses.append(Miss("spurious", span.start, text, "", text))


def _judge_segments(digest: Said, gold: Sequence[GoldSegment], tallies: Sequence[dict[str, int]], misses: list[Miss]) -> None:
    for kind in KINDS:
        evidence = [span for item in digest.items if item.kind == kind for span in item.evidence]
        places = Places(evidence)
        for segment, tally in zip(gold, tallies, strict=True):
            if segment.heading:
                continue
            wanted = kind in segment.kinds
            got = any(speaks_of(evidence[number], _span(segment)) for number in places.overlapping(_span(segment)))
            tally[f"{kind}_wanted"] += wanted
            tally[f"{kind}_said"] += got
            tally[f"{kind}_hit"] += wanted and got
            if wanted != got:
                misses.append(Miss("segments", segment.start, segment.text, kind if wanted else "", kind if got else ""))


def _span(place: GoldSegment | GoldFigure) -> Span:
    return Span(place.start, place.end)


def speaks_of(evidence: Span, segment: Span) -> bool:
    """Return whether `evidence` and `segment` share at least 30 % of the shorter one."""
    shorter = min(segment.end - segment.start, evidence.end - evidence.start)
    return shared(evidence, segment) * 10 >= 3 * shorter


def _judge_links(digest: Said, gold: Sequence[GoldSegment], tallies: Sequence[dict[str, int]], misses: list[Miss]) -> None:
    by_id = {item.id: item for item in digest.items}
    targets = [item for item in digest.items if item.kind == "target"]
    for number, first, promised, reached in _tasks(gold):
        linked = any(
            _touch(by_id[achievement].evidence, reached)
            for target in targets
            if _touch(target.evidence, promised)
            for achievement in target.achievements
            if achievement in by_id
        )
        tallies[first]["tasks"] += 1
        tallies[first]["linked"] += linked
        if not linked:
            misses.append(Miss("links", gold[first].start, f"task {number}", "linked", "not linked"))


class _Task(NamedTuple):
    """A numbered task with both a target and an achievement; `first` is the index of its first segment."""

    number: int
    first: int
    promised: tuple[Span, ...]
    reached: tuple[Span, ...]


def _tasks(gold: Sequence[GoldSegment]) -> list[_Task]:
    first: dict[int, int] = {}
    promised: dict[int, list[Span]] = {}
    reached: dict[int, list[Span]] = {}
    for index, segment in enumerate(gold):
        if segment.task is None or segment.heading:
            continue
        first.setdefault(segment.task, index)
        for kind, spans in (("target", promised), ("achievement", reached)):
            if kind in segment.kinds:
                spans.setdefault(segment.task, []).append(_span(segment))
    return [
        _Task(number, first[number], tuple(promised[number]), tuple(reached[number]))
        for number in first
        if number in promised and number in reached
    ]


def _touch(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(shared(a, b) for a in some for b in others)
