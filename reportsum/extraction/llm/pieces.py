"""Chunk → smaller chunks: halves for an answer that was cut off, and what is left to ask at a second look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...annotating import Clause, Judgement, Measure
from ...chunking import Chunk
from ..rules import judgements_of


def can_be_halved(chunk: Chunk) -> bool:
    """Return whether a chunk has more than one clause to judge."""
    return sum(1 for clause in chunk.clauses if not clause.heading) > 1


def halves(chunk: Chunk) -> tuple[Chunk, Chunk] | None:
    """Return the chunk in two, cut between clauses so that both have about as much to judge; None when it has one clause to judge."""
    if not can_be_halved(chunk):
        return None
    weights = [0 if clause.heading else max(1, len(clause.figures)) for clause in chunk.clauses]
    done, cut = 0, 0
    while done + weights[cut] / 2 <= sum(weights) / 2 or done == 0:
        done += weights[cut]
        cut += 1
    return part(chunk, 0, cut), part(chunk, cut, len(chunk.clauses))


def part(chunk: Chunk, first: int, last: int) -> Chunk:
    """Return clauses `first`..`last` (exclusive) of a chunk, under its id."""
    return of_clauses(chunk, chunk.clauses[first:last], chunk.measures[first:last], judgements_of(chunk)[first:last])


def of_clauses(chunk: Chunk, clauses: Sequence[Clause], measures: Sequence[tuple[Measure, ...]], judgements: Sequence[Judgement]) -> Chunk:
    """Return `chunk` with other clauses and what belongs to them."""
    numbers = {number for clause in clauses for number in clause.figures}
    return replace(
        chunk,
        clauses=tuple(clauses),
        measures=tuple(measures),
        figures=tuple(pair for pair in chunk.figures if pair[0] in numbers),
        start=clauses[0].start if clauses else chunk.start,
        end=clauses[-1].end if clauses else chunk.start,
        judgements=tuple(judgements),
    )


def left_over(chunk: Chunk, judged: frozenset[int]) -> Chunk | None:
    """Return the clauses of `chunk` with figures nobody gave a verdict on, these figures only; None when there are none."""
    clauses: list[Clause] = []
    measures: list[tuple[Measure, ...]] = []
    judgements: list[Judgement] = []
    for clause, own, judgement in zip(chunk.clauses, chunk.measures, judgements_of(chunk), strict=True):
        open_figures = tuple(number for number in clause.figures if number not in judged)
        if open_figures and not clause.heading:
            clauses.append(replace(clause, figures=open_figures))
            measures.append(tuple(_narrowed(own, frozenset(open_figures))))
            kinds = dict(zip(clause.figures, judgement.figure_kinds, strict=True))
            judgements.append(Judgement(judgement.kinds, tuple(kinds[number] for number in open_figures)))
    return of_clauses(chunk, clauses, measures, judgements) if clauses else None


def _narrowed(measures: Sequence[Measure], figures: frozenset[int]) -> Iterator[Measure]:
    for measure in measures:
        share = tuple(number for number in measure.figures if number in figures)
        if share:
            yield Measure(measure.metric, share, tuple(pair for pair in measure.figure_metrics if pair[0] in figures))
