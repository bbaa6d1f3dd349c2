"""Items of all chunks → the item lists of the digest: the same fact told twice becomes one item with two pieces of evidence.

Reports tell headline facts twice: in the opening paragraph and in the section on the subject. Two items of one kind are the same fact
when they speak of the same metric in the same period and either all figures of one stand in the other, or, without figures, the
statements are the same. Figures of both places stay in the item, so that no place in the text is left unclaimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from .extraction.resolving import Item, PlacedItem
from .models import Evidence, Figure
from .naming import metric_key

Signature = frozenset[tuple[Decimal | None, Decimal | None, Decimal | None, str, str, str]]


def merge_items(items: Iterable[PlacedItem]) -> list[Item]:
    """Return items in text order with repeated facts joined and every id unique. Merging a merged list changes nothing."""
    merged: list[Item] = []
    by_fact: dict[tuple[object, ...], list[int]] = {}
    for placed in items:
        item = placed.item
        key = _fact_key(item)
        twin = next((index for index in by_fact.get(key, ()) if _same_fact(merged[index], item)), None)
        if twin is None:
            by_fact.setdefault(key, []).append(len(merged))
            merged.append(item)
        else:
            merged[twin] = _join(merged[twin], item)
    return _with_unique_ids(merged)


def _fact_key(item: Item) -> tuple[object, ...]:
    period = item.period.label if item.period else None
    if not item.figures:
        return (type(item), period, item.task, item.statement)
    return (type(item), period, item.indicator or metric_key(item.metric))


def _same_fact(one: Item, other: Item) -> bool:
    """Return whether two items with one fact key are the same fact: equal figures, or those of one among those of the other."""
    if not one.figures:
        return True
    a, b = _signature(one.figures), _signature(other.figures)
    return bool(a & b) and metric_key(one.metric) == metric_key(other.metric) and (a <= b or b <= a)


def _signature(figures: Sequence[Figure]) -> Signature:
    """Return what the figures say; ranks are left out, since being first is no sign of being the same."""
    return frozenset((f.amount, f.low, f.high, f.base_unit, f.bound, f.role) for f in figures if f.role != "rank")


def _join(one: Item, other: Item) -> Item:
    """Return the fuller of the two items with the evidence and figures of both, in source order."""
    fuller = one if len(one.figures) >= len(other.figures) else other
    figures = {figure.id: figure for figure in (*other.figures, *one.figures)}
    places: dict[tuple[int, int], Evidence] = {(e.start, e.end): e for e in (*one.evidence, *other.evidence)}
    return fuller.model_copy(
        update={
            "figures": sorted(figures.values(), key=lambda figure: figure.start),
            "evidence": [places[place] for place in sorted(places)],
        }
    )


def _with_unique_ids(items: list[Item]) -> list[Item]:
    """Number the later ones of items that share an id ("a1b2-2"), so that ids are unique and still stable."""
    seen: dict[str, int] = {}
    unique: list[Item] = []
    for item in items:
        seen[item.id] = seen.get(item.id, 0) + 1
        again = seen[item.id]
        unique.append(item if again == 1 else item.model_copy(update={"id": f"{item.id}-{again}"}))
    return unique
