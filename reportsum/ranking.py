"""Which items matter: salience, rank, and what leads.

Comes in: the items of a report in text order. Goes out: the same items, each with its salience and its rank among those of its kind, and
the ids that the digest leads with.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from .captions import headline_captions
from .models import Achievement, Digest, Item, Leading, Risk, Salience, Target

LEADING = 10
"""So many items of each kind lead."""
ItemT = TypeVar("ItemT", bound=Item)
_ORDER: tuple[Salience, ...] = ("headline", "key", "detail", "routine")


def ranked(items: Sequence[ItemT]) -> list[ItemT]:
    """Return the items of one kind, order unchanged, each with its salience and rank."""
    saliences = [salience_of(item) for item in items]
    order = sorted(range(len(items)), key=lambda index: (_ORDER.index(saliences[index]), index))
    ranks = {index: place for place, index in enumerate(order, start=1)}
    return [
        item.model_copy(update={"salience": saliences[index], "rank": ranks[index]}) for index, item in enumerate(items)
    ]


def salience_of(item: Item) -> Salience:
    """Return how much an item weighs by a plain rule: indicator, figure, deadline."""
    own = [figure for figure in item.figures if figure.base is None]
    if item.indicator in headline_captions() and own:
        return "headline"
    if item.indicator is not None and own:
        return "key"
    if any(figure.role == "rank" for figure in own):
        return "key"
    if item.figures or (isinstance(item, Target) and (item.deadline or item.owner)):
        return "detail"
    return "routine"


def leading(achievements: Sequence[Achievement], targets: Sequence[Target], risks: Sequence[Risk]) -> Leading:
    """Return what leads: of each kind the first by rank, one place for an indicator and period."""
    return Leading(achievements=_first(achievements), targets=_first(targets), risks=_first(risks))


def leading_of(digest: Digest) -> Leading:
    """Return what leads in a digest, worked out anew from the ranks of its items."""
    return leading(digest.achievements, digest.targets, digest.risks)


def _first(items: Sequence[Item]) -> list[str]:
    chosen: list[str] = []
    told: set[tuple[str, str | None]] = set()
    for item in sorted(items, key=lambda item: item.rank):
        if item.indicator is not None:
            key = (item.indicator, item.period.label if item.period else None)
            if key in told:
                continue
            told.add(key)
        chosen.append(item.id)
        if len(chosen) == LEADING:
            break
    return chosen
