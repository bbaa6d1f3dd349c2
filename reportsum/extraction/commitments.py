"""How firmly a target is promised: must (确保), strive (力争) or plan. Knows commitments.tsv."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import field
from functools import cache, lru_cache
from typing import cast, get_args

from reportsum.values import dataclass

from ..annotating import Clause
from ..duties import read_duty
from ..figures.figure import FoundFigure
from ..kinds.cues import Lexicon, checked_names, compile_lexicon
from ..kinds.parts import start_of_part
from ..models import Commitment
from ..spans import Span
from ..tables import read_table


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of commitment in a clause, in text order: where each begins, and what it says."""

    starts: list[int] = field(default_factory=list)
    says: list[Commitment] = field(default_factory=list)

    def last_before(self, end: int) -> int:
        """Return the index of the last word that begins before `end`, -1 for none."""
        return bisect_left(self.starts, end) - 1


def find_commitment(clause: Clause, figures: Sequence[FoundFigure]) -> Commitment | None:
    """Return how firmly the clause promises what `figures` measure (`()` for a promise without figures); None where no word says."""
    governing, nearby = _words(clause.text)
    if not figures:
        return governing.says[0] if governing.says else _bound(clause.text)
    end = figures[-1].end - clause.start
    index = governing.last_before(end)
    if index >= 0:
        return governing.says[index]
    index = nearby.last_before(end)
    if index >= 0 and nearby.starts[index] >= start_of_part(clause.text, figures[0].start - clause.start):
        return nearby.says[index]
    return _bound(clause.text)


def commitment_in(clause: Clause, part: Span) -> Commitment | None:
    """Return how firmly the clause promises what one `part` of its text names: by the words in it, a plan also by those before it."""
    governing, _ = _words(clause.text)
    said = [
        says
        for start, says in zip(governing.starts, governing.says, strict=True)
        if part.start <= start < part.end or (says == "plan" and start < part.start)
    ]
    return said[-1] if said else _bound(clause.text)


def _bound(text: str) -> Commitment | None:
    """Return `must` where the clause sets a duty (应当, 须, 需): that binds as firmly as 确保."""
    duty = read_duty(text)
    return "must" if duty is not None and duty.binds else None


@lru_cache(maxsize=16)
def _words(text: str) -> tuple[_Words, _Words]:
    """Return the words that govern the rest of their sentence, and those that count only for their part.

    Kept for the clause at hand: each of its figures asks.
    """
    lexicon, far = _commitments()
    governing, nearby = _Words(), _Words()
    for cue in lexicon.find(text):
        words = governing if text[cue.start : cue.end] in far else nearby
        words.starts.append(cue.start)
        words.says.append(cast(Commitment, cue.name))
    return governing, nearby


@cache
def _commitments() -> tuple[Lexicon, frozenset[str]]:
    """Return the lexicon of commitments.tsv, and its words that govern the rest of their sentence."""
    rows = read_table("commitments.tsv", ("word", "commitment", "reach", "unless_after", "only_before", "unless_before"), key="word")
    far = {row["word"] for row, _ in checked_names(rows, "reach", ("sentence", "part")) if row["reach"] == "sentence"}
    return compile_lexicon(checked_names(rows, "commitment", get_args(Commitment))), frozenset(far)
