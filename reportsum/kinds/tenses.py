"""Sentences whose stance no heading tells → review or plan, from how they speak: as done, or as to come.

Each sentence votes with its words (tense_words.tsv). Reports keep to one tense for long stretches, so a run of sentences is read
as a whole: of all ways to divide it into reviews and plans, the one the votes like best, where every change costs CHANGE.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from .cues import DEED, tense_words

Tense = Literal["review", "plan"]

CHANGE = 10
"""What a change between review and plan costs, in votes: a sentence or two in the other tense do not turn a passage.

With 8 to 12 four seed reports read without their headings keep 97% of their kinds; with 4, 92%.
"""

LEAN = 2
"""Usually added to every vote: commands stand out by their verbs, reports often by nothing, so that their votes come out
about 2 too low."""

LEAN_OF_PLANS = -2
"""The same for documents that are plans by their title: there the past is the exception."""

LEANS_OF_STANCES: dict[Tense, int] = {"review": 2, "plan": 0}
"""The same for sentences whose headings tell the stance: only a stretch that plainly speaks against its heading turns.

Over thirty reports the mean vote of a review is 0 to 2, that of a plan -4 to -1.
"""

FIGURE_VOTE = 1
"""Figures are told more often than promised."""

_BREAKS = frozenset({"", *",，。;；:：、!！?？.．)）①②③④⑤⑥⑦⑧⑨⑩是"})
"""What a part of a sentence begins or ends at; 是 as in 一是."""

LOUDEST = 6
"""A long sentence full of marks counts no more than this."""


def vote(text: str, *, has_figures: bool) -> int:
    """Return how a sentence speaks: above 0 as of something done, below 0 as of something to come."""
    total = _vote_of_words(text) + (FIGURE_VOTE if has_figures else 0)
    return max(-LOUDEST, min(LOUDEST, total))


@lru_cache(maxsize=4096)
def _vote_of_words(text: str) -> int:
    """Return the sum over the words of a text. Kept for the report at hand: several rules ask of the same sentence."""
    return sum(_vote_of_deed(text, start, end) if name == DEED else int(name) for name, start, end in tense_words().find(text))


def _vote_of_deed(text: str, start: int, end: int) -> int:
    if start == 0 or text[start - 1] in _BREAKS:
        return -2
    return 1 if text[end : end + 1] in _BREAKS else -1


def read_tenses(votes: Sequence[int], lean: int = LEAN, stance: Tense | None = None) -> list[Tense]:
    """Return the tense of every sentence of a run, from their votes. Ties go to review, which reports open with.

    `lean` is added to every vote; `stance` is the tense of the heading they stand under: to begin or to end in the other one is a change.
    """
    to_review, to_plan = (CHANGE if stance == "plan" else 0), (CHANGE if stance == "review" else 0)
    best_review, best_plan = -to_review, -1 - to_plan
    back: list[tuple[bool, bool]] = []
    for value in (given + lean for given in votes):
        stay_review = best_review >= best_plan - CHANGE
        stay_plan = best_plan >= best_review - CHANGE
        best_review, best_plan = (
            (best_review if stay_review else best_plan - CHANGE) + value,
            (best_plan if stay_plan else best_review - CHANGE) - value,
        )
        back.append((stay_review, stay_plan))
    reviewing = best_review - to_review >= best_plan - to_plan
    tenses: list[Tense] = []
    for stay_review, stay_plan in reversed(back):
        tenses.append("review" if reviewing else "plan")
        reviewing = stay_review if reviewing else not stay_plan
    return tenses[::-1]
