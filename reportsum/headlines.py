"""The headline panel: items → one table of the indicators that every such report opens with.

Comes in: what a report reached and what it promises. Goes out: rows in the fixed order of headline.tsv, loadable without joins. Exactly
one row of an indicator, measure and kind is the main one.

    reached    the report's own period; of a report on several years, the last of them; else the latest inside it. An amount that a
               span of years ended with (五年来…达到62661亿元) is the amount of its last year; a sum over the years, or a change over
               them, is told only where nothing tells of one year.
    promised   what ends with the plan's period; a goal in words only where no figure is promised.
    never      a base (从A增加到B), a difference (增加近100亿元), a yearly average, a milestone passed where the exact value is told
               (突破3000亿元、达到3127.4亿元), a part of the place (脱贫地区农村居民收入), a share or a difference in growth of what is
               counted in money or heads.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reportsum import lazy_re as re

from .captions import Headline, headlines
from .indicators import get, lookup
from .languages import room_of
from .measures.lists import name_each
from .models import Achievement, Figure, Item, PanelKind, PanelMeasure, PanelRow, Period, Target
from .periods import is_financial_year, is_same_year

_MEASURES: dict[str, PanelMeasure] = {
    "level": "level", "change": "change", "change_pp": "change_pp", "share": "share", "count": "count",
}  # fmt: skip
_SCALES = (("万亿", Decimal(10) ** 12), ("亿", Decimal(10) ** 8), ("万", Decimal(10) ** 4), ("千", Decimal(10) ** 3))
_ROUND_DIGITS = 1
"""A milestone has so many digits that are not zero: 3000亿元, 6万亿元."""
_NEAR_MILESTONE = Decimal(2)
"""The exact value of a milestone passed is less than so many times as large."""
_PART = re.compile(
    r"^(?!全|我|本|地区|国)[^一二三四五六七八九十]{0,6}?"
    r"(?:地区(?!生产总值|GDP)|新区|开发区|高新区|经开区|园区|老区|片区|都市圈|城市群|经济带|县域|贫困县|脱贫县|市州|[省市区县州]属(?:国有)?企业)"
)
_NAMES_A_PART = re.compile("[区圈群带域县州属]")
"""What _PART cannot do without."""
_SUM = re.compile(r"累计|合计|总共|共计|共?实现.{0,12}总和|年间|^(?:共|总共)?(?:完成|实现)[^，。；\d至到达超破]{2,12}\d")
"""An amount of years added up: 实现进出口总额1.4万亿元. What is told as reached (达到, 突破) is that of the last year."""
_RATES_OF_CHANGE = frozenset({"cpi", "ppi"})
"""Indicators that are themselves rates of change: inflation of 2% and prices that rose 2% are one measure."""
_GROWTH = re.compile(r"增速|增长|增幅|涨幅|同步")
_DIFFERENCE = re.compile(r"(?:净?增加|净增|减少|[增减]收|[多少][增收]|增长|下降|提高)了?(?:将近|接近|超过|[近约超逾])?$")
_JOINT = re.compile("、|和|与|及(?!时)")
_SHARED = frozenset(("change", "change_pp", "share"))
"""Roles of figures that several quantities can have each for itself; amounts of several are mostly their sum."""
_EACH = re.compile("分别|[均都各]")
_SEGMENT = re.compile(r"[，,；;。：:]")


class _Reading(NamedTuple):
    """A row, and what decides whether it can be the main one."""

    row: PanelRow
    may_lead: bool
    """Neither a base nor an average nor a part of the place."""
    total: bool
    """A sum over its span of time, which says nothing of the span's last year."""


def panel_rows(
    achievements: Sequence[Achievement], targets: Sequence[Target], period: Period | None, plan_period: Period | None
) -> list[PanelRow]:
    """Return the panel of a report with these items; `period` and `plan_period` are the report's."""
    reached, promised = _by_indicator(achievements), _by_indicator(targets)
    rows: list[PanelRow] = []
    for headline in headlines():
        rows += _with_main(_readings(_told(reached, headline), headline, "reported"), period)
        rows += _with_main(_readings(_told(promised, headline), headline, "target"), plan_period)
    return rows


_Told = list[tuple[Item, tuple[Figure, ...]]]


def _by_indicator(items: Sequence[Item]) -> dict[str, _Told]:
    """Return the items by what their figures measure; a figure under a name of its own goes where that name belongs."""
    found: dict[str, _Told] = {}
    for item in items:
        own = tuple(figure for figure in item.figures if figure.metric in (None, item.metric))
        for told in _tells_of(item):
            found.setdefault(told, []).append((item, own))
        for figure in () if lays_down_an_award(item) else item.figures:
            if figure.metric in (None, item.metric) or _says_of_whom(item.statement, figure.text):
                continue
            if (indicator := lookup(figure.metric or "")) is not None:
                found.setdefault(indicator, []).append((item, (figure,)))
    return found


def lays_down_an_award(item: Item) -> bool:
    """Return whether an item lays down what is granted: what else it tells is what must be reached for it, and no goal of the place."""
    metric = item.metric or ""
    if not metric:
        return isinstance(item, Target) and ("奖励" in item.statement or "给予" in item.statement)
    return isinstance(item, Target) and metric.endswith(_GRANTS)


def _says_of_whom(statement: str, figure: str) -> bool:
    """Return whether a figure only says which firms or projects are meant: 利用外资900万美元|以上企业."""
    return "以上" in statement and _OF_WHOM.match(statement, statement.find(figure) + len(figure)) is not None


_OF_WHOM = re.compile("及?以上(?:或[^,，。;；]{2,30}?以上)?的?[^,，。;；0-9]{0,8}(?:企业|单位|机构|项目)")
_GRANTS = ("奖励", "补助", "补贴", "资助", "奖补")


def _tells_of(item: Item) -> tuple[str, ...]:
    """Return the indicators that an item's own figures tell: one, none, or of 城乡居民人均可支配收入分别增长7.5% both."""
    if item.indicator == "income" and (item.metric or "").startswith("城乡") and "分别" in item.statement and len(item.figures) == 1:
        return ("urban_income", "rural_income")
    own = (item.indicator,) if item.indicator is not None else ()
    return tuple(dict.fromkeys((*own, *_told_together(item))))


def _told_together(item: Item) -> tuple[str, ...]:
    """Return the indicators of several quantities that share each of their figures (氨氮、二氧化硫排放量分别下降2%), none of a sum."""
    metric = item.metric or ""
    figures = [figure for figure in item.figures if figure.metric in (None, metric)]
    if not figures or metric.isascii() or (joints := len(_JOINT.findall(metric))) not in (1, 2):
        return ()
    if any(figure.role not in _SHARED for figure in figures) and _EACH.search(item.statement) is None:
        return ()  # 外商投资和对外投资38亿美元: both together
    written = _JOINT.split(metric)
    names = name_each(metric, "", joints + 1) or written
    return tuple(indicator for name, bare in zip(names, written, strict=True) if (indicator := lookup(name) or lookup(bare)) is not None)


def _told(items: dict[str, _Told], headline: Headline) -> _Told:
    """Return what tells of an indicator; what may stand in for it (财政收入) only where nothing does."""
    return next((told for indicator in (headline.indicator, *headline.stand_ins) if (told := items.get(indicator))), [])


def _readings(told: _Told, headline: Headline, kind: PanelKind) -> list[_Reading]:
    unit = get(headline.indicator).unit
    found: dict[str, _Reading] = {}
    for item, figures in told:
        readings = [_reading(item, figure, headline, kind, measure) for figure in figures if (measure := _measure(figure, unit, headline))]
        if not readings and not figures and isinstance(item, Target) and _says_how_much(item):
            readings = [_in_words(item, headline)]
        for reading in readings:
            found.setdefault(reading.row.figure or reading.row.item, reading)
    return list(found.values())


def _says_how_much(item: Target) -> bool:
    """Return whether a goal without a figure says how much in words; an English one that only says what will be or must be does not."""
    return not (item.metric or "").isascii() or _AIMED.search(item.statement) is not None


_AIMED = re.compile(
    r"\bin step with|\bkeep(?:s|ing)? (?:pace|up) with|\b(?:kept?|remains?|stays?) (?:\w+ ){0,2}(?:stable|steady|unchanged)"
    r"|\bbasic(?:ally)? (?:stable|balance)|\bno (?:higher|lower|less|more) than|\bin line with|\bbalanced?\b",
    re.IGNORECASE,
)


def _measure(figure: Figure, unit: str, headline: Headline) -> PanelMeasure | None:
    """Return what a figure measures of an indicator that is usually told in `unit`; None for what is no value of it.

    Shares, and changes in points, belong to rates alone: of amounts they are parts of a whole, and differences in growth. A change told
    as an amount (比去年增加5600亿元) is a difference too.
    """
    measure = _MEASURES.get(figure.role)
    percent = figure.base_unit in ("%", "‰")
    if measure == "share" and percent and headline.indicator in _RATES_OF_CHANGE:
        measure = "change"
    if measure == "change":
        return measure if percent else None
    if unit in ("%", "‰"):
        return measure if percent or measure == "change_pp" else None
    if measure in ("share", "change_pp") or (measure == "count" and "元" in unit):
        return None
    return measure


def _reading(item: Item, figure: Figure, headline: Headline, kind: PanelKind, measure: PanelMeasure) -> _Reading:
    row = PanelRow(
        indicator=headline.indicator,
        measure=measure,
        kind=kind,
        period=figure.period if figure.base == "earlier" else figure.period or item.period,
        amount=figure.amount,
        low=multiplied_out(figure.low, figure),
        high=multiplied_out(figure.high, figure),
        unit_code=figure.unit_code,
        bound=figure.bound,
        text=figure.text,
        expected=isinstance(item, Achievement) and item.outcome == "expected",
        yearly_average=figure.yearly_average,
        base=figure.base,
        figure=figure.id,
        item=item.id,
        main=False,
    )
    total = headline.flow or measure not in ("level", "share") or _SUM.search(_part_with(figure.text, item.statement)) is not None
    leads = figure.base is None and not figure.yearly_average and not of_part(figure.metric or item.metric or "")
    leads = leads and not is_supposed(_part_with(figure.text, item.statement))
    return _Reading(row, leads and not (measure in ("level", "count") and _is_difference(item, figure)), total)


def is_supposed(statement: str) -> bool:
    """Return whether a statement tells what would have come about, and did not: it answers for nothing."""
    says = room_of("en").says if "ould " in statement or "might " in statement else None
    return says is not None and says.is_supposed(statement)


def _is_difference(item: Item, figure: Figure) -> bool:
    """Return whether an amount is told as what was added or lost (收入增加近100亿元), not as the value itself."""
    index = bisect_right(item.evidence, figure.start, key=lambda one: one.start) - 1
    told = item.evidence[index] if index >= 0 and figure.start < item.evidence[index].end else None
    return told is not None and _DIFFERENCE.search(told.quote[: figure.start - told.start]) is not None


def _part_with(words: str, statement: str) -> str:
    """Return the part of a statement between commas that holds these words; all of it where none does."""
    return next((part for part in _SEGMENT.split(statement) if words in part), statement)


def _in_words(item: Target, headline: Headline) -> _Reading:
    """Return the row of a goal without a figure: 居民收入增长和经济增长同步."""
    words = next((part for part in _SEGMENT.split(item.statement) if item.metric and item.metric[-4:] in part), item.statement)
    row = PanelRow(
        indicator=headline.indicator,
        measure="change" if _GROWTH.search(words) else "level",
        kind="target",
        period=item.period,
        amount=None,
        low=None,
        high=None,
        unit_code=None,
        bound=None,
        text=words.strip(),
        expected=False,
        yearly_average=False,
        base=None,
        figure=None,
        item=item.id,
        main=False,
    )
    return _Reading(row, _GROWTH.search(words) is not None and not of_part(item.metric or ""), total=True)


def of_part(metric: str) -> bool:
    """Return whether a metric is that of a part of the place: 脱贫地区农村居民人均可支配收入, 兰州新区经济总量."""
    return _NAMES_A_PART.search(metric) is not None and _PART.match(metric) is not None


def multiplied_out(number: Decimal | None, figure: Figure) -> Decimal | None:
    """Return an end of a range with 万 and 亿 of its unit multiplied out."""
    if number is None:
        return None
    return number * next((scale for prefix, scale in _SCALES if figure.unit.startswith(prefix)), Decimal(1))


_A_SUM = 3
"""The fit of what the years reviewed added up to."""
MOST_TELLINGS = 24
"""So many rows of one indicator and time are compared with each other; no report tells one more often, a hostile one may."""


def _with_main(readings: Sequence[_Reading], period: Period | None) -> list[PanelRow]:
    """Return the rows of one indicator and kind with the main one of each measure marked; `period` is the report's or the plan's."""
    rows = [reading.row for reading in readings]
    summed: dict[int, bool] = {}
    for measure in dict.fromkeys(row.measure for row in rows):
        fitting = [
            (fit, not row.figure, index)
            for index, (row, may_lead, total) in enumerate(readings)
            if row.measure == measure and may_lead and (fit := _fit(row, period, total=total)) is not None
        ]
        if fitting:
            best = min(fitting)[:2]
            chosen = _exact(rows, [index for fit, in_words, index in fitting if (fit, in_words) == best])
            rows[chosen] = rows[chosen].model_copy(update={"main": True})
            summed[chosen] = best[0][0] == _A_SUM
    if any(
        row.main and not summed.get(index) for index, row in enumerate(rows)
    ):  # a sum beside the year's growth would be read as its amount
        rows = [row.model_copy(update={"main": False}) if summed.get(index) else row for index, row in enumerate(rows)]
    return rows


def _fit(row: PanelRow, period: Period | None, *, total: bool) -> tuple[int, int] | None:
    """Return how well a row's time answers for `period`, less is better; None when it does not."""
    said = row.period
    if period is None:
        return (0, 0)
    if said is None:
        return None
    if row.kind == "target":
        return (0, -said.start.toordinal()) if said.end == period.end or is_same_year(said, period) else None
    if said.end == period.end and said.start >= _last_year(period):
        return (0, 0 if said.start == max(period.start, _last_year(period)) else 1)
    if is_same_year(said, period):
        return (0, 1)
    if said.end == period.end and not total:
        return (1, -said.start.toordinal())
    if (said.start, said.end) == (period.start, period.end):
        return (_A_SUM, 0)
    inside = period.start <= said.start and said.end < period.end
    return (2, -said.end.toordinal()) if inside else None


def _last_year(period: Period) -> dt.date:
    """Return the first day of the last year of a period."""
    if is_financial_year(period):
        return period.start
    return dt.date(period.end.year, 1, 1)


def _exact(rows: Sequence[PanelRow], indexes: Sequence[int]) -> int:
    """Return the first of equally fitting rows that is no milestone on the way to another of them."""
    near = indexes[:MOST_TELLINGS]
    exact = (index for index in near if not any(_is_milestone(rows[index], rows[other]) for other in near if other != index))
    return next(exact, indexes[0])


def _is_milestone(row: PanelRow, other: PanelRow) -> bool:
    """Return whether `row` is a round number passed (6万亿元) and `other` the value itself (62661亿元)."""
    if row.amount is None or other.amount is None or not row.amount:
        return False
    rounder = _digits(row.amount) <= _ROUND_DIGITS < _digits(other.amount)
    passed = row.bound in ("above", "at_least") and other.bound == "exact"
    return (rounder or passed) and Decimal(1) <= other.amount / row.amount < _NEAR_MILESTONE


def _digits(number: Decimal) -> int:
    return len(str(abs(number)).replace(".", "").strip("0"))
