"""Items of all chunks → the item lists of the digest: the same fact told twice becomes one item with two pieces of evidence.

Reports tell headline facts twice: in the opening paragraph and in the section on the subject. Two items of one kind are the same fact
when they speak of the same metric in the same period and either all figures of one stand in the other, or, without figures, the
statements are the same. Figures of both places stay in the item, so that no place in the text is left unclaimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from reportsum.values import dataclass

from .extraction.resolving import Item, PlacedItem
from .models import Achievement, Figure, Risk, Target
from .naming import ONLY_MONEY, metric_key

ItemT = TypeVar("ItemT", Achievement, Target, Risk)
Said = tuple[Decimal | None, Decimal | None, Decimal | None, str, str, str]


@dataclass(slots=True, eq=False)
class _Fact:
    """A fact, and every item that tells it."""

    place: int
    """Place of the first telling in the order of the text."""
    tellings: list[Item]
    says: set[Said]

    def is_told_by(self, item: Item, says: set[Said]) -> bool:
        """Return whether an item with the same fact key tells this fact: its figures are among these, or these among its."""
        if not item.figures:
            return True
        if metric_key(self.tellings[0].metric or "") != metric_key(item.metric or ""):
            return False
        return not says.isdisjoint(self.says) and (says <= self.says or self.says <= says)

    def joined(self) -> Item:
        """Return the fullest telling with the evidence and figures of all, in source order."""
        if len(self.tellings) == 1:
            return self.tellings[0]
        first, fullest = self.tellings[0], max(self.tellings, key=lambda item: len(item.figures))
        figures = {figure.id: figure for item in reversed(self.tellings) for figure in item.figures}
        places = {(evidence.start, evidence.end): evidence for item in self.tellings for evidence in item.evidence}
        return fullest.model_copy(
            update={
                "id": first.id,
                "figures": sorted(figures.values(), key=lambda figure: figure.start),
                "evidence": [places[place] for place in sorted(places)],
            }
        )


def joined_facts(first: ItemT, other: ItemT) -> ItemT | None:
    """Return two items that are said to tell the same fact as one; None where they do not say the same things."""
    says, others = _said(first.figures), _said(other.figures)
    if type(first) is not type(other) or not (says or others) or not (says <= others or others <= says):
        return None
    whole = _Fact(0, [first, other], says).joined()
    assert isinstance(whole, type(first))
    return whole.model_copy(update={"id": first.id})


def merge_items(items: Iterable[PlacedItem]) -> list[Item]:
    """Return items in text order with repeated facts joined and every id unique. Merging a merged list changes nothing."""
    by_key: dict[tuple[object, ...], list[tuple[int, Item]]] = {}
    for place, placed in enumerate(items):
        by_key.setdefault(_fact_key(placed.item), []).append((place, placed.item))
    facts: dict[int, Item] = {}
    for alike in by_key.values():
        facts.update(alike if len(alike) == 1 else ((fact.place, fact.joined()) for fact in _facts(alike)))
    return _with_unique_ids([facts[place] for place in sorted(facts)])


def _facts(alike: list[tuple[int, Item]]) -> list[_Fact]:
    """Return the facts that items of one fact key tell."""
    facts: list[_Fact] = []
    index: dict[Said | None, list[_Fact]] = {}
    for place, item in alike:
        says = _said(item.figures)
        # Only facts that say one of the same things can be the same: without this index, many sums of one metric take quadratic time.
        doors: list[Said | None] = [*says] if item.figures else [None]
        fact = next((fact for door in doors for fact in index.get(door, ()) if fact.is_told_by(item, says)), None)
        if fact is None:
            fact = _Fact(place, [item], says)
            facts.append(fact)
        else:
            fact.tellings.append(item)
            fact.says |= says
        for door in doors:
            if fact not in (known := index.setdefault(door, [])):
                known.append(fact)
    return facts


def _fact_key(item: Item) -> tuple[object, ...]:
    period = item.period.label if item.period else None
    if not item.figures:
        return (type(item), period, item.task, item.statement, metric_key(item.metric or ""))
    if item.metric is None or item.metric in ONLY_MONEY:  # what has no name of its own cannot be known again
        return (type(item), period, item.id, item.evidence[0].start)
    return (type(item), period, item.indicator or metric_key(item.metric))


def _said(figures: Sequence[Figure]) -> set[Said]:
    """Return what the figures say; ranks are left out, since being first is no sign of being the same."""
    return {(f.amount, f.low, f.high, f.base_unit, f.bound, f.role) for f in figures if f.role != "rank"}


def _with_unique_ids(items: list[Item]) -> list[Item]:
    """Number the later ones of items that share an id ("a1b2-2"), so that ids are unique and still stable."""
    seen: dict[str, int] = {}
    unique: list[Item] = []
    for item in items:
        seen[item.id] = seen.get(item.id, 0) + 1
        again = seen[item.id]
        unique.append(item if again == 1 else item.model_copy(update={"id": f"{item.id}-{again}"}))
    return unique
