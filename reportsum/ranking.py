"""Which items matter: salience, rank, and what leads.

Comes in: the items of one kind in text order, and the frame they stand in. Goes out: the same items, each with its salience and its rank
among those of its kind, and the ids that the digest leads with. Rank follows weight (`data/weights.tsv`), then the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import TypeVar

from .cutting import is_chinese
from .models import Achievement, Digest, Item, Kind, Leading, PanelRow, Risk, Salience, Target
from .naming import metric_key
from .problems import LEAST_LISTED, listed_problems
from .traits import Frame, is_sheet_line, own_figures, own_part, traits_of
from .weights import weights

LEADING = 10
"""So many items of each kind lead."""
FROM_PANEL = 8
"""So many of the leading items may be told by the panel too."""
WITHOUT_FIGURE = 0.4
"""What an indicator's weight counts where no figure tells it: 居民收入增长和经济增长同步."""
OF_ONE_CLAUSE = 3
"""So many facts without an indicator of one clause lead, goals apart: a list is no front page."""
OF_ONE_LIST = 6
"""So many problems of one clause lead: reports tell all of theirs in one."""
OF_ONE_SHEET = 5
"""So many lines of a data sheet lead where its prose has something to tell."""
UNLISTED = 3
"""So many problems without a figure lead in a report that lists none."""
OUTLOOK = 2
MANY_BEYOND = 4
"""So many targets that look beyond the plan's time lead where so many indicators have one."""
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
        + sum(table.traits[trait][kind] for trait in traits)
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
    own = own_figures(item)
    if "earlier_of_series" in traits or "nothing" in traits:
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


def leading(
    achievements: Sequence[Achievement],
    targets: Sequence[Target],
    risks: Sequence[Risk],
    panel: Sequence[PanelRow] = (),
    led: Collection[str] = (),
) -> Leading:
    """Return what leads: of each kind the first by rank, one place for an indicator and period.

    No routine ones lead, but for those that an extractor leads with (`led`, ids).

    The panel stands beside it, so no more than `FROM_PANEL` of its main figures lead where there is something else to tell.
    """
    shown = frozenset(row.item for row in panel if row.main)
    planned = [row.period.end for row in panel if row.main and row.kind == "target" and row.period is not None]
    return Leading(
        achievements=_ids(_first(achievements, shown, led)),
        targets=_ids(_with_outlook(_first(targets, shown, led), targets, max(planned, default=None))),
        risks=_ids(_first(_worth_leading(risks, led), frozenset(), led)),
    )


def _worth_leading(risks: Sequence[Risk], led: Collection[str]) -> list[Risk]:
    """Return the risks that may lead: those of the report's own list of problems, and what a figure or an indicator tells.

    Where a report has no such list, few of the others may.
    """
    listed = listed_problems(risks)
    own = [risk for risk in risks if risk.id in listed or risk.id in led or risk.figures or risk.indicator]
    if len(listed) > LEAST_LISTED:
        return own
    others = sorted((risk for risk in risks if risk not in own and risk.salience != "routine"), key=lambda risk: risk.rank)
    return [*own, *others[:UNLISTED]]


def leading_of(digest: Digest) -> Leading:
    """Return what leads in a digest, worked out anew from the ranks of its items."""
    return leading(digest.achievements, digest.targets, digest.risks, digest.panel)


def _first(items: Sequence[Item], shown: frozenset[str], led: Collection[str]) -> list[Item]:
    chosen: list[Item] = []
    waiting: list[Item] = []
    for item in sorted(items, key=lambda item: item.rank):
        if any(_tells_again(item, other) for other in (*chosen, *waiting)) or _lists_on(item, chosen):
            continue
        if _must_wait(item, chosen, shown):
            waiting += [item] if len(waiting) < LEADING else []
        elif item.salience == "routine" and item.id not in led:
            continue
        else:
            chosen.append(item)
        if len(chosen) == LEADING:
            break
    chosen += waiting[: LEADING - len(chosen)]
    return chosen


def _with_outlook(leaders: list[Item], items: Sequence[Item], planned: dt.date | None) -> list[Item]:
    """Return the leading targets with one that looks beyond the plan's time, where the report has one: it takes the last place.

    A report that sets the goals of a plan of years beside those of the year (`MANY_BEYOND`) has two such places.
    """
    if planned is None:
        return leaders
    beyond = sorted((item for item in items if _looks_beyond(item, planned)), key=lambda item: item.rank)
    led = [leader for leader in leaders if _looks_beyond(leader, planned)]
    places = OUTLOOK if len({item.indicator for item in beyond}) >= MANY_BEYOND else 1
    told = {leader.indicator for leader in leaders}
    fresh = [item for item in beyond if item.indicator not in told]
    more = [*([] if led else beyond[:1]), *(item for item in fresh if led or item is not beyond[0])][: max(0, places - len(led))]
    near = [leader for leader in leaders if leader not in led]
    return [*near[: LEADING - len(led) - len(more)], *led, *more]


def _looks_beyond(item: Item, planned: dt.date) -> bool:
    return item.indicator is not None and bool(own_figures(item)) and item.period is not None and item.period.end > planned


def _ids(items: Sequence[Item]) -> list[str]:
    return [item.id for item in sorted(items, key=lambda item: item.rank)]


def _must_wait(item: Item, leaders: Sequence[Item], shown: frozenset[str]) -> bool:
    """Return whether an item leads only where room is left: the panel or a data sheet has its share, or its indicator leads already."""
    if item.id in shown and sum(leader.id in shown for leader in leaders) >= FROM_PANEL:
        return True
    if is_sheet_line(item.statement) and sum(is_sheet_line(leader.statement) for leader in leaders) >= OF_ONE_SHEET:
        return True
    return item.indicator is not None and any(leader.indicator == item.indicator for leader in leaders)


def _tells_again(item: Item, leader: Item) -> bool:
    """Return whether an item is of the indicator and period of one that leads already, or a part of it (中央财政赤字 of 财政赤字)."""
    if (item.period and item.period.label) != (leader.period and leader.period.label):
        return False
    if item.indicator is not None and item.indicator == leader.indicator:
        return True
    if item.metric is None or leader.metric is None:
        return item.statement == leader.statement
    one, other = metric_key(item.metric), metric_key(leader.metric)
    return one == other or (item.indicator is None and one.endswith(other))


def _lists_on(item: Item, leaders: Sequence[Item]) -> bool:
    """Return whether an item is one too many of the list in its clause."""
    if item.indicator is not None or item.salience == "headline":
        return False
    most = OF_ONE_LIST if isinstance(item, Risk) else OF_ONE_CLAUSE
    return sum(leader.indicator is None and leader.statement == item.statement for leader in leaders) >= most


def _kind(item: Item) -> Kind:
    if isinstance(item, Achievement):
        return "achievement"
    return "target" if isinstance(item, Target) else "risk"
