"""Sentences whose stance no heading tells → review or plan, from how they speak: as done, or as to come.

Each sentence votes with its words (tense_words.tsv). Reports keep to one tense for long stretches, so a run of sentences is read
as a whole: of all ways to divide it into reviews and plans, the one the votes like best, where every change costs CHANGE.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .cues import tense_words

Tense = Literal["review", "plan"]

CHANGE = 5
"""What a change between review and plan costs, in votes: one sentence with a clear mark of the other tense does not turn a passage."""

FIGURE_VOTE = 1
"""Figures are told more often than promised."""

LOUDEST = 6
"""A long sentence full of marks counts no more than this."""


def vote(text: str, *, has_figures: bool) -> int:
    """Return how a sentence speaks: above 0 as of something done, below 0 as of something to come."""
    lexicon, weights = tense_words()
    total = sum(weights[cue.name] for cue in lexicon.find(text)) + (FIGURE_VOTE if has_figures else 0)
    return max(-LOUDEST, min(LOUDEST, total))


def read_tenses(votes: Sequence[int]) -> list[Tense]:
    """Return the tense of every sentence of a run, from their votes. Ties go to review, which reports open with."""
    best_review, best_plan = 0, -1
    back: list[tuple[bool, bool]] = []
    for value in votes:
        stay_review = best_review >= best_plan - CHANGE
        stay_plan = best_plan >= best_review - CHANGE
        best_review, best_plan = (
            (best_review if stay_review else best_plan - CHANGE) + value,
            (best_plan if stay_plan else best_review - CHANGE) - value,
        )
        back.append((stay_review, stay_plan))
    reviewing = best_review >= best_plan
    tenses: list[Tense] = []
    for stay_review, stay_plan in reversed(back):
        tenses.append("review" if reviewing else "plan")
        reviewing = stay_review if reviewing else not stay_plan
    return tenses[::-1]
