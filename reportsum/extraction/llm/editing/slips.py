"""Slips: readings that are certain, shown wrong on purpose. How many of them an answer puts right is the model's attention.

A model that always consents would pass for one that agrees; with slips it is found out. They are undone whatever the answer says: the
facts that stand are the rules', never the ones that were shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from .... import indicators
from ....annotating import Judgement
from ....models import Kind
from ...drafts import AnyDraft

FACTS_PER_SLIP = 30
FEWEST = 2
MOST = 4
LEAST_FACTS = 8
"""A chunk with fewer facts gets no slips: they would outweigh what is asked."""
_SHOWN: dict[Kind, Kind] = {"achievement": "risk", "target": "achievement"}
"""What a fact of a kind is shown as: glaringly wrong to whoever reads the line."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A fact and the kind it is shown as."""

    fact: AnyDraft
    shown: Kind


def choose_slips(facts: Sequence[AnyDraft], judgements: dict[int, Judgement], content: str) -> tuple[Slip, ...]:
    """Return the slips of a chunk with these facts, in their order; `content` decides which of the certain ones are taken."""
    certain = [fact for fact in facts if _is_certain(fact, judgements[fact.clauses[0]])]
    if len(facts) < LEAST_FACTS or len(certain) < FEWEST:
        return ()
    wanted = min(MOST, len(certain), max(FEWEST, len(facts) // FACTS_PER_SLIP))
    drawn = sorted(certain, key=lambda fact: hashlib.sha256(f"{content}\x1f{fact.figures}".encode()).digest())[:wanted]
    return tuple(Slip(fact, _SHOWN[fact.kind]) for fact in facts if fact in drawn)


def _is_certain(fact: AnyDraft, judgement: Judgement) -> bool:
    """Return whether words of its own make the fact what it is: a figure of a known indicator in a clause of one kind."""
    return (
        fact.kind in _SHOWN
        and bool(fact.figures)
        and judgement.kinds == (fact.kind,)
        and set(judgement.figure_kinds) == {fact.kind}
        and fact.metric is not None
        and indicators.lookup(fact.metric) is not None
    )
