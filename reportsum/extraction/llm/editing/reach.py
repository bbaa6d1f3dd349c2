"""How far it reaches what an editor tells of a heading, or of a sentence that opens a part of its section without being a heading.

A section's heading speaks for all that stands below it; what is told of a smaller part goes before. Any other mark speaks for what follows
it in its own section up to the next heading there, run in or not; a line above all sections for the whole chunk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ....annotating import Clause
from ....chunking import Chunk
from ....headings import Section
from ....models import Commitment, Topic
from ...correcting import all_below
from ...drafts import When
from .question import Spot


@dataclass(frozen=True, slots=True)
class Below:
    """What is told of the facts of some clauses that tell nothing else themselves."""

    clauses: frozenset[int]
    """Numbers of the clauses it speaks for."""
    period: When | None = None
    topic: Topic | Literal["none"] | None = None
    commitment: Commitment | None = None


def reached(spot: Spot, chunk: Chunk) -> frozenset[int]:
    """Return the numbers of the clauses that what is told at a mark speaks for."""
    first = next(clause for clause in chunk.clauses if clause.number == spot.clause)
    if spot.section is None:
        own = first.section
        after = [clause for clause in chunk.clauses if clause.number > spot.clause and own in (None, clause.section)]
        # a line above all sections speaks for all of them, any other up to the next heading of its section
        end = next((clause.number for clause in after if clause.heading), None) if own is not None else None
        return _numbers([first, *(clause for clause in after if end is None or clause.number < end)])
    ids = {spot.section} | {one.id for top in with_heads(chunk) if top.id == spot.section for one in all_below(top)}
    return _numbers(clause for clause in chunk.clauses if clause.section is not None and clause.section.id in ids)


def _numbers(clauses: Iterable[Clause]) -> frozenset[int]:
    return frozenset(clause.number for clause in clauses)


def with_heads(chunk: Chunk) -> Iterator[Section]:
    """Yield the sections that clauses of the chunk stand in, the outer ones last, so that what is said of them reaches down."""
    yield from chunk.sections
    yield from reversed(chunk.path)
