"""Which items matter: salience and rank.

Comes in: the items of one kind in text order, and the frame they stand in. Goes out: the same items, each with its salience and its rank
among those of its kind. Rank follows weight (`data/weights.tsv`), then the text; what leads follows rank (`leading.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from .cutting import is_chinese
from .models import Achievement, Item, Kind, Risk, Salience, Target
from .traits import Frame, own_part, traits_of
from .weights import weights

WITHOUT_FIGURE = 0.4
"""What an indicator's weight counts where no figure tells it: 居民收入增长和经济增长同步."""
ItemT = TypeVar("ItemT", bound=Item)
_NO_FRAME = Frame()


def ranked(items: Sequence[ItemT], frame: Frame = _NO_FRAME) -> list[ItemT]:
    """Return the items of one kind, order unchanged, each with its salience and rank."""
    parts = [own_part(item) for item in items]
    traits = traits_of(items, frame, parts)
    weighed = [
        weight_of(item, own, part, frame, opening=1 - place / len(items))
        for place, (item, own, part) in enumerate(zip(items, traits, parts, strict=True))
    ]
    saliences = [salience_of(item, own) for item, own in zip(items, traits, strict=True)]
    order = sorted(range(len(items)), key=lambda index: (-weighed[index], index))
    ranks = {index: place for place, index in enumerate(order, start=1)}
    return [item.model_copy(update={"salience": saliences[index], "rank": ranks[index]}) for index, item in enumerate(items)]


def telling(items: Sequence[Item], frame: Frame) -> list[bool]:
    """Return of each item, of whatever kind, whether it tells more than general measures do, by itself."""
    told: dict[int, bool] = {}
    for kind in {_kind(item) for item in items}:
        own = [(place, item) for place, item in enumerate(items) if _kind(item) == kind]
        traits = traits_of([item for _, item in own], frame, [own_part(item) for _, item in own])
        told |= {place: salience_of(item, found) != "routine" for (place, item), found in zip(own, traits, strict=True)}
    return [told[place] for place in range(len(items))]


def judged(items: Sequence[ItemT], told: Mapping[str, Salience]) -> list[ItemT]:
    """Return ranked items in their order with what is told of how much they tell, by id.

    "key": it comes first of its kind, "detail": it is more than routine (both only raise), "routine": it is no more and comes last.
    """
    if not told:
        return list(items)
    order = sorted(items, key=lambda item: (_PLACES.get(told.get(item.id, "detail"), 1), item.rank))
    ranks = {item.id: rank for rank, item in enumerate(order, start=1)}
    return [item.model_copy(update={"rank": ranks[item.id], "salience": _as_told(item.salience, told.get(item.id))}) for item in items]


_PLACES = {"key": 0, "detail": 1, "routine": 2}
_RISING: tuple[Salience, ...] = ("routine", "detail", "key", "headline")


def _as_told(read: Salience, told: Salience | None) -> Salience:
    return told if told == "routine" else max(read, told or read, key=_RISING.index)


def may_be_judged(read: Salience, told: Salience) -> bool:
    """Return whether an item that was `read` so may stand in a digest as `told`: judged routine, or raised, though to no headline."""
    return told in (read, "routine") or (told != "headline" and _RISING.index(told) > _RISING.index(read))


def reranked(items: Sequence[ItemT], top: Sequence[str]) -> list[ItemT]:
    """Return ranked items in their order, ranked anew: first those of `top` (ids) as they stand there, then the others as before."""
    place = {one: number for number, one in reversed(list(enumerate(top)))}
    order = sorted(items, key=lambda item: (place.get(item.id, len(top)), item.rank))
    ranks = {item.id: rank for rank, item in enumerate(order, start=1)}
    return [item.model_copy(update={"rank": ranks[item.id]}) for item in items]


def weight_of(item: Item, traits: frozenset[str], part: str, frame: Frame, *, opening: float = 0.0) -> float:
    """Return how much an item weighs; `part` is its own part of its statement, `opening` 1 for the first of its kind, then less."""
    table, kind = weights(), _kind(item)
    if item.metric is not None and item.metric not in part and not is_chinese(item.statement):
        part = f"{part}, {item.metric}"  # what an English figure far behind its subject is called: from 7% to 9%
    return (
        table.of_indicator(item.indicator, kind) * (1 if "figure" in traits or kind == "risk" else WITHOUT_FIGURE)
        + sum([table.traits[trait][kind] for trait in traits])
        + opening * table.traits["opening"][kind]
        + table.of_text(part, kind, subjects=item.indicator is None and "figure" in traits)
        + _of_titles(frame.titles_of(item), kind)
    )


@lru_cache(maxsize=1024)
def _of_titles(titles: str, kind: Kind) -> int:
    """Return what titles add: remembered, since all items of a section stand under the same."""
    return weights().of_titles(titles, kind)


def salience_of(item: Item, traits: frozenset[str]) -> Salience:
    """Return how much an item tells: see `Item.salience`."""
    own = "figure" in traits
    if own and "abroad" in traits:
        return "detail"
    if "earlier_of_series" in traits or "nothing" in traits or "supposed" in traits:
        return "detail"
    if "divisions" in traits:
        return "routine"
    if "main" in traits or ("goal" in traits and own):
        return "headline"
    if own and (item.indicator is not None or not traits.isdisjoint(_STANDS_FOR_ITSELF)):
        return "key"
    if "aim" in traits:
        return "headline"
    if "deadline" in traits:
        return "key"
    if isinstance(item, Risk) and not item.figures:  # what else its clause holds tells nothing of the problem
        return "detail" if traits.isdisjoint(_TROUBLES_NOBODY) else "routine"
    return "detail" if item.figures or not traits.isdisjoint(_TELLS_SOMETHING) else "routine"


_TELLS_SOMETHING = frozenset({"owner", "named", "called", "missed", "surpassed"})
_TROUBLES_NOBODY = frozenset({"untroubled", "announces", "of_all", "points_back"})
_STANDS_FOR_ITSELF = frozenset({"rank", "largest", "deadline", "named", "missed", "behind"})


def _kind(item: Item) -> Kind:
    if isinstance(item, Achievement):
        return "achievement"
    return "target" if isinstance(item, Target) else "risk"
