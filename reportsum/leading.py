"""What a digest leads with: of each kind the first by rank that a reader would want, one place for a fact.

Comes in: ranked items, and the panel that stands beside them. Goes out: their ids. Needs nothing but what a digest holds, so that it can
be worked out anew from one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from reportsum import lazy_re as re

from .cutting import is_chinese
from .models import Achievement, Digest, Item, Leading, PanelRow, Risk, Target
from .naming import ONLY_MONEY, metric_key
from .newsworthy import is_newsworthy, is_spoken
from .problems import (
    LEAST_LISTED,
    is_elsewhere,
    is_foremost,
    is_mild,
    is_of_some,
    is_opinion,
    is_supposed,
    listed_problems,
    misses_a_goal,
    tells_a_state,
)
from .traits import in_working_text, is_money, is_sheet_line, own_figures, own_part
from .weights import weights

LEADING = 10
"""So many items of each kind lead."""
OF_ONE_CLAUSE = 3
"""So many facts without an indicator of one clause lead, goals apart: a list is no front page."""
OF_ONE_LIST = 6
"""So many problems of one clause lead: reports tell all of theirs in one."""
OF_ONE_SHEET = 5
"""So many lines of a data sheet lead where its prose has something to tell."""
UNLISTED = 3
"""So many problems lead where the report lists none."""
LAST_ALONE = 6
"""Up to this rank: the others are reasons of measures."""
TOLD_TWICE = 80
"""From this weight on an indicator's year leads beside what the years together brought: growth and jobs."""
ALIKE = 8
"""So many letters that two names of one sum begin with alike make them one."""
OUTLOOK = 2
MANY_BEYOND = 4
"""So many targets that look beyond the plan's time lead where so many indicators have one."""


def leading(
    achievements: Sequence[Achievement],
    targets: Sequence[Target],
    risks: Sequence[Risk],
    panel: Sequence[PanelRow] = (),
    led: Collection[str] = (),
    place: str | None = None,
) -> Leading:
    """Return what leads: of each kind the first by rank, one place for an indicator and period.

    No routine ones lead, but for those that an extractor leads with (`led`, ids), and none that tell of another place than `place`.

    The panel's main figures lead like any other: who reads what leads alone must find the year's headlines in it.
    """
    shown = frozenset(row.item for row in panel if row.main)
    planned = [row.period.end for row in panel if row.main and row.kind == "target" and row.period is not None]
    told = [item for item in achievements if item.id in led] if _is_talk(achievements) else _without_history(achievements, panel, led)
    return Leading(
        achievements=_ids(_first(told, shown, led, place)),
        targets=_ids(_with_outlook(_first(targets, shown, led, place), targets, max(planned, default=None))),
        risks=_ids(_first(_worth_leading(risks, led), frozenset(), led, place)),
    )


def _is_talk(achievements: Sequence[Achievement]) -> bool:
    """Return whether what is told as done is what people say in a debate: hardly any of it has a time, much is of us, him and the chair.

    A review is of a time; the minutes of questions and answers report nothing.
    """
    timed = sum(item.period is not None for item in achievements)
    spoken = sum(is_spoken(item.statement) for item in achievements)
    return len(achievements) >= LEADING and timed * LEAST_TIMED < len(achievements) and spoken * OFTEN_SPOKEN >= len(achievements)


def _without_history(achievements: Sequence[Achievement], panel: Sequence[PanelRow], led: Collection[str]) -> list[Achievement]:
    """Return the outcomes without those of former times, which a report tells for comparison or of its founders."""
    newest = max((row.period.end.year for row in panel if row.main and row.kind == "reported" and row.period is not None), default=0)
    return [item for item in achievements if item.id in led or item.period is None or item.period.end.year > newest - HISTORY]


HISTORY = 6
"""What ended so many years before the newest of the panel is history: reports look back on five years."""
LEAST_TIMED = 20
OFTEN_SPOKEN = 4
"""Fewer than one outcome in so many has a time, and one in so many or more is spoken: a debate."""


def _worth_leading(risks: Sequence[Risk], led: Collection[str]) -> list[Risk]:
    """Return the risks that may lead: goals that were missed, what a figure or an indicator tells, and those of the report's own list of
    problems whose state could be looked up.

    Where the report has no such list, a few that stand by themselves may. What the world or another place suffers, what people think of
    it, and how things are made in general leads nothing: a report without a problem of its own that could be looked up leads with none.
    """
    own = [risk for risk in risks if risk.id in led or _is_of_the_place(risk) or is_foremost(risk.statement)]
    listed = listed_problems(risks)
    told = [risk for risk in own if risk.id in led or own_figures(risk) or _misses_its_goal(risk) or is_foremost(risk.statement)]
    others = [risk for risk in own if risk not in told and _tells_a_state(risk)]
    alone = sorted((risk for risk in others if risk.indicator is None and risk.id not in listed), key=lambda risk: risk.rank)
    if len(listed) > LEAST_LISTED:
        known = [*told, *[risk for risk in others if risk not in alone]]
        plain = [risk for risk in known if risk in told or not is_of_some(risk.metric or "")]
        general = sorted(
            (risk for risk in own if risk.id in listed and risk.salience != "routine"),
            key=lambda risk: (is_mild(_said_of(risk)) and not tells_a_state(risk.metric or ""), risk.rank),
        )
        return plain or known or general[:1]  # its sentence counts up the others
    named = [risk for risk in alone if risk.rank <= LAST_ALONE and _is_told_as_a_fact(risk)]
    return [*told, *[risk for risk in others if risk not in alone], *named[:UNLISTED]]


def _misses_its_goal(risk: Risk) -> bool:
    """Return whether a problem is a goal that was not reached, not one that stands beside it: 转型仍处于攻坚期，增长不及预期."""
    return misses_a_goal(own_part(risk)) and not is_mild(_said_of(risk))


def _is_of_the_place(risk: Risk) -> bool:
    part = risk.metric or own_part(risk)
    return not is_elsewhere(part, risk.statement) and (
        bool(own_figures(risk)) or not is_opinion(part if is_chinese(part) else risk.statement)
    )


def _is_told_as_a_fact(risk: Risk) -> bool:
    return not is_supposed(risk.statement) and (risk.metric is not None or not is_chinese(risk.statement))


def _tells_a_state(risk: Risk) -> bool:
    """Return whether a problem can be looked up; of one without a name a part of its sentence tells."""
    counted = risk.indicator is not None
    if risk.metric is None:
        return any(tells_a_state(part, counted=counted) and not is_mild(part) for part in own_part(risk).split("，"))
    return not is_mild(_said_of(risk)) and tells_a_state(risk.metric, counted=counted)


def _said_of(risk: Risk) -> str:
    """Return the part of a Chinese statement between marks that tells of a problem: its name, and what is said of it."""
    name = risk.metric
    if name is None or not is_chinese(risk.statement) or name not in risk.statement:
        return ""
    behind = risk.statement[risk.statement.index(name) + len(name) :]
    return name + re.split("[，；。、]", behind, maxsplit=1)[0]


def leading_of(digest: Digest) -> Leading:
    """Return what leads in a digest, worked out anew from the ranks of its items."""
    return leading(digest.achievements, digest.targets, digest.risks, digest.panel, place=digest.report.place)


def _first(items: Sequence[Item], shown: frozenset[str], led: Collection[str], place: str | None) -> list[Item]:
    chosen: list[Item] = []
    waiting: list[Item] = []
    measured = {_slot(item) for item in items if _is_measured(item)}
    in_words = not any(own_figures(item) for item in items if item.salience == "headline")
    for item in sorted(items, key=lambda item: item.rank):
        told = is_newsworthy(item, in_words=in_words, place=place) and (_is_measured(item) or _slot(item) not in measured)
        if item.id not in led and not told:
            continue
        if any(_tells_again(item, other) for other in (*chosen, *waiting)) or _lists_on(item, chosen):
            continue
        if _must_wait(item, chosen, shown) or (not in_words and isinstance(item, Target) and not item.figures and item.indicator is None):
            waiting += [item] if len(waiting) < LEADING else []
        else:
            chosen.append(item)
        if len(chosen) == LEADING:
            break
    chosen += waiting[: LEADING - len(chosen)]
    return chosen


def _slot(item: Item) -> tuple[str, str | None] | None:
    """Return the place that an item with an indicator takes: the indicator and its time."""
    return (item.indicator, item.period.label if item.period is not None else None) if item.indicator is not None else None


def _is_measured(item: Item) -> bool:
    """Return whether an item with an indicator holds a value or a change of it, not only a rank: 率先实现回升 is no GDP."""
    return item.indicator is not None and any(figure.role not in ("rank", "other") for figure in item.figures)


def _with_outlook(leaders: list[Item], items: Sequence[Item], planned: dt.date | None) -> list[Item]:
    """Return the leading targets with one that looks beyond the plan's time, where the report has one: it takes the last place.

    A report that sets the goals of a plan of years beside those of the year (`MANY_BEYOND`) has two such places.
    """
    if planned is None:
        return leaders
    beyond = sorted((item for item in items if _looks_beyond(item, planned) and is_newsworthy(item)), key=_as_outlook)
    led = [leader for leader in leaders if _looks_beyond(leader, planned)]
    places = OUTLOOK if len({item.indicator for item in beyond}) >= MANY_BEYOND else 1
    told = {leader.indicator for leader in leaders}
    first = [item for item in beyond[:1] if item not in led]
    fresh = [item for item in beyond[1:] if item not in led and item.indicator not in told]
    more = [*first, *fresh[: max(0, places - len(led) - len(first))]]
    near = [leader for leader in leaders if leader not in led]
    led = led[: max(places, len(led) - len(more))]
    return [*near[: LEADING - len(led) - len(more)], *led, *more]


def _as_outlook(item: Item) -> tuple[int, int]:
    """Return how goals of a plan of years follow one another: growth first, whatever the year's goals are."""
    return -weights().of_indicator(item.indicator, "target"), item.rank


def _looks_beyond(item: Item, planned: dt.date) -> bool:
    return item.indicator is not None and bool(own_figures(item)) and item.period is not None and item.period.end > planned


def _ids(items: Sequence[Item]) -> list[str]:
    return [item.id for item in sorted(items, key=lambda item: item.rank)]


def _must_wait(item: Item, leaders: Sequence[Item], shown: frozenset[str]) -> bool:
    """Return whether an item leads only where room is left: a data sheet has its share, its indicator leads already, or its outcome has
    an indicator and no figure (prices rose less)."""
    if isinstance(item, Achievement) and item.indicator is not None and not item.figures:
        return True
    if is_sheet_line(item.statement) and sum(is_sheet_line(leader.statement) for leader in leaders) >= OF_ONE_SHEET:
        return True
    if item.indicator is None or _is_told_twice(item, shown):
        return False  # the year's own growth beside what the years together brought: two headlines
    return any(leader.indicator == item.indicator for leader in leaders)


def _is_told_twice(item: Item, shown: frozenset[str]) -> bool:
    return item.id in shown and weights().of_indicator(item.indicator, "achievement") >= TOLD_TWICE


def _tells_again(item: Item, leader: Item) -> bool:
    """Return whether an item tells what one that leads already tells.

    That is: its indicator and period, a part of it (中央财政赤字 of 财政赤字), the other end of its range, or the very same figures.
    """
    if _is_next_step(item, leader):
        return False
    if (_places(item) and _places(item) == _places(leader)) or _same_purse(item, leader):
        return True
    if (item.period and item.period.label) != (leader.period and leader.period.label) or _began(item) != _began(leader):
        return False
    if item.indicator is not None and item.indicator == leader.indicator:
        return True
    if item.statement == leader.statement and _THAN_PLANNED.search(item.metric or ""):
        return True
    if item.metric is None or leader.metric is None:
        return item.statement == leader.statement or (item.indicator is None and _same_sum(item, leader))
    if item.statement == leader.statement and _is_counted_there(item.metric, leader.metric):
        return True
    if item.metric in ONLY_MONEY and item.statement != leader.statement:
        return False
    one, other = (metric_key(_AN_END.sub("", named.metric or "")) for named in (item, leader))
    if not item.figures and not leader.figures and _work(item.metric) == _work(leader.metric):
        return True
    return one == other or (item.indicator is None and (one.endswith(other) or _names_the_same(item, leader)))


def _is_next_step(item: Item, leader: Item) -> bool:
    """Return whether an item is another step of a scale: the line that opens their list stands before both, with figures of its own."""
    head, opens, step = item.statement.partition("：")
    return (
        isinstance(item, Target)
        and bool(opens)
        and bool(own_figures(item))
        and leader.statement.startswith(head + opens)
        and not leader.statement.endswith(step)
    )


def _is_counted_there(name: str, led: str) -> bool:
    """Return whether one English name begins or ends with the other: packages rolled out are the packages whose sum leads."""
    short, long = sorted((name, led), key=len)
    return " " in long and (long.startswith(f"{short} ") or long.endswith(f" {short}"))


def _work(name: str) -> str:
    """Return what is made, without the words for making it: 加快推进全国…平台建设 is 构建全国…平台."""
    return _MAKING.sub("", name)


_MAKING = re.compile(r"^(?:加快|推[进动]|构建|建[设立成]|打造|形成|完善|健全|支持)+|建设$")


def _began(item: Item) -> int | None:
    """Return the year a value is told from, where that lies more than a year back: what the years together brought is no year's growth."""
    years = [figure.period.start.year for figure in item.figures if figure.base == "earlier" and figure.period is not None]
    return years[0] if years and item.period is not None and years[0] < item.period.end.year - 1 else None


_THAN_PLANNED = re.compile(r"(?:above|below|(?:high|low)er than|(?:more|less) than) the (?:original|revised|budget)|比(?:年初)?预算")
"""How much more or less than planned stands beside what it came to: revenue above the original estimate."""
_AN_END = re.compile(r"[ _]?(?:Max|Min|max|min|maximum|minimum)$|^(?:最[高低大小])|(?:上|下)限$")
"""What marks a value as one end of a range: Error rate Max, 最高."""


def _places(item: Item) -> frozenset[tuple[int, str]]:
    """Return where in the source an item's own figures stand."""
    return frozenset((figure.start, figure.text) for figure in own_figures(item))


def _same_purse(item: Item, leader: Item) -> bool:
    """Return whether two items tell one sum of money under names that begin alike: a package, and the fund that pays for it."""
    own, led = ({(figure.amount, figure.unit_code) for figure in own_figures(one)} for one in (item, leader))
    if len(own) != 1 or own != led or not is_money(own_figures(item)[0]):
        return False
    one, other = ((named.metric or "")[:ALIKE].lower() for named in (item, leader))
    return len(one) == ALIKE and one == other


def _same_sum(item: Item, leader: Item) -> bool:
    """Return whether two items, one of them without a name, tell one and the same sum of money of what the other is called."""
    own, led = ({(figure.amount, figure.unit_code) for figure in own_figures(one)} for one in (item, leader))
    name, told = (item.metric, leader.statement) if item.metric else (leader.metric, item.statement)
    return len(own) == 1 and own == led and is_money(own_figures(item)[0]) and bool(name) and (name or "").lower() in told.lower()


def _names_the_same(item: Item, leader: Item) -> bool:
    """Return whether an item without an indicator repeats the figure of a leader under a name that holds its name, or tells of its goal."""
    own, led = own_figures(item), own_figures(leader)
    if (
        len({(figure.amount, figure.unit_code) for figure in own}) != 1
        or not led
        or (own[0].amount, own[0].unit_code) != (led[0].amount, led[0].unit_code)
        or own[0].amount is None
    ):
        return False
    named, other = in_working_text(item.metric or ""), in_working_text(leader.metric or "")
    return other in named or named in other or (isinstance(item, Target) and "目标" in named)


def _lists_on(item: Item, leaders: Sequence[Item]) -> bool:
    """Return whether an item is one too many of the list in its clause."""
    if item.indicator is not None or item.salience == "headline":
        return False
    most = OF_ONE_LIST if isinstance(item, Risk) else OF_ONE_CLAUSE
    return sum(leader.indicator is None and leader.statement == item.statement for leader in leaders) >= most
