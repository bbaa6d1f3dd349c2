"""Questions to one digest. Digest → items or figures, in the order of the source.

`Digest.find`, `.by_topic`, `.figures`, `.behind`, `.top` and `.headline` hand over to these functions. They choose and arrange
what the digest holds and compute nothing; joining several digests is the business of `compare`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias, TypeVar

from .captions import headline_captions
from .models import Achievement, Digest, Figure, Item, Kind, OutlineSection, Period, Risk, Target, Topic

AnyItem: TypeAlias = Achievement | Target | Risk
ItemT = TypeVar("ItemT", bound=Item)


def headline_indicators() -> tuple[str, ...]:
    """Return the ids of the indicators that every report opens with, in the order the genre tells them."""
    return tuple(headline_captions())


def kind_of(item: Item) -> Kind:
    """Return which of the digest's three lists the item belongs to."""
    if isinstance(item, Achievement):
        return "achievement"
    return "target" if isinstance(item, Target) else "risk"


def in_source_order(items: Iterable[ItemT]) -> list[ItemT]:
    """Return the items by the place of their first evidence; items at one place keep their order."""
    return sorted(items, key=lambda item: item.evidence[0].start if item.evidence else -1)


def find_items(
    digest: Digest,
    *,
    indicator: str | None = None,
    kind: Kind | None = None,
    topic: Topic | None = None,
    section: str | None = None,
    text: str | None = None,
) -> list[AnyItem]:
    """Return the items that meet every condition given, in source order; all items when none is given.

    `section` takes in the sections below it ("1" finds what stands in "1.2"); one piece of evidence there is enough.
    `text` is looked for in statement and metric, upper and lower case alike.
    """
    wanted = text.casefold() if text is not None else None
    return in_source_order(
        item
        for item in digest.items()
        if (indicator is None or item.indicator == indicator)
        and (kind is None or kind_of(item) == kind)
        and (topic is None or item.topic == topic)
        and (section is None or any(_is_within(evidence.section, section) for evidence in item.evidence))
        and (wanted is None or wanted in item.statement.casefold() or wanted in (item.metric or "").casefold())
    )


def _is_within(section: str | None, ancestor: str) -> bool:
    return section is not None and (section == ancestor or section.startswith(ancestor + "."))


def items_by_topic(digest: Digest) -> dict[Topic | None, list[AnyItem]]:
    """Return the items under their topics, topics in the order the report first touches them, items in source order."""
    topics: dict[Topic | None, list[AnyItem]] = {}
    for item in in_source_order(digest.items()):
        topics.setdefault(item.topic, []).append(item)
    return topics


def all_figures(digest: Digest) -> list[Figure]:
    """Return every figure of the report once, in source order; those in no item are of type UnclaimedFigure."""
    figures: dict[str, Figure] = {figure.id: figure for item in digest.items() for figure in item.figures}
    for figure in digest.coverage.unclaimed:
        figures.setdefault(figure.id, figure)
    return sorted(figures.values(), key=lambda figure: (figure.start, figure.end))


def targets_behind(digest: Digest) -> list[Target]:
    """Return the targets that the report itself shows to be behind, in source order. Unknown progress is not behind."""
    return [target for target in digest.targets if target.progress is not None and target.progress.status == "behind"]


def headline_items(digest: Digest) -> list[Achievement]:
    """Return for each headline indicator the achievement that answers for it in the panel, in the panel's order.

    Where level and growth stand in two items, the level's. An indicator whose figures speak of other times only (yearly averages, sums of
    five years) has none.
    """
    items = {item.id: item for item in digest.achievements}
    best: dict[str, Achievement] = {}
    for row in sorted(digest.panel, key=lambda row: row.measure in ("change", "change_pp")):
        if row.main and row.kind == "reported" and row.item in items:
            best.setdefault(row.indicator, items[row.item])
    order = dict.fromkeys(row.indicator for row in digest.panel)
    return [best[indicator] for indicator in order if indicator in best]


def top_items(digest: Digest, n: int, *, kind: Kind | None = None) -> list[AnyItem]:
    """Return the first `n` items by rank, of one kind or of all; at equal rank achievements before targets before risks."""
    ordered = sorted((item for item in digest.items() if kind is None or kind_of(item) == kind), key=lambda item: item.rank)
    return ordered[: max(0, n)]


def same_period(one: Period | None, other: Period | None) -> bool:
    """Return whether both name the same days; two unknown periods count as the same."""
    if one is None or other is None:
        return one is other
    return (one.start, one.end) == (other.start, other.end)


def section_index(outline: Sequence[OutlineSection]) -> dict[str, OutlineSection]:
    """Return all sections of the tree by id, in source order."""
    found: dict[str, OutlineSection] = {}
    pending = list(reversed(outline))
    while pending:
        section = pending.pop()
        found[section.id] = section
        pending.extend(reversed(section.children))
    return found
