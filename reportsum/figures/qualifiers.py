"""A judged draft → the figure as it is told: bound, role, sign, amount.

Figures are settled in text order, since a figure whose own clause says nothing takes after the one before it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from reportsum import lazy_re as re

from ..models import Bound, Role
from .bases import base_of, is_measured_against, is_yearly_average
from .bounds import bound_after, bound_before, made_sure
from .drafting import Draft
from .figure import FoundFigure
from .numerals import ENGLISH, plain, scale_value
from .ranking import place_role
from .roles import (
    amount_falls,
    amount_rises,
    falls_after,
    fraction_changes,
    grows_after,
    moves_with_rate,
    of_something,
    read_left,
    rises_to,
)
from .units import unit_code

# the role of a kind of unit, where nothing else decides
ROLES: dict[str, Role] = {
    "": "count", "word": "count", "count": "count", "level": "level", "money": "level", "multiple": "multiple", "fold": "multiple",
    "index": "level",
    "discount": "other", "steps": "other", "duration": "other", "years": "other", "age": "level", "score": "other", "fraction": "share",
    "half": "share", "ratio": "other", "rank": "rank", "front": "rank", "top": "rank",
}  # fmt: skip
TENTH = "成"
COINS = {"角": 10, "分钱": 100}
"""How many of a coin make one 元."""
"""Three of them are 30 %."""
RATES = frozenset(["percent", "points", "tenth"])
AMOUNTS = frozenset(["", "word", "count", "level", "money", "age"])
BARE_NUMBERS = frozenset(["ratio", "fraction", "half"])
COUNTED = frozenset(["", "word", "count"])
SIGNED = frozenset(["percent", "points", "money", "level"])

OVER = re.compile("(?<![迈跃站登踏跨再线网以])上$")  # 上千人, but 迈上万亿元台阶
ROUND = ("百", "千", "万", "亿")
MINUS_AFTER = frozenset(["", *" ,，、:：;；(（|为是至到达率速幅额值"])  # 增速为负3.2%; in 减负62元 and 自负5万元 the 负 is a word's
MORE_AFTER = frozenset(["multiple", "tenth", "half", "fraction"])

# amounts of traffic are told in people and boxes, but are levels
TRAFFIC = re.compile(r"吞吐量|客运量|运量|周转量|发送量|流量")
PER_HEAD = re.compile(r"(?<![0-9一二三四五六七八九十])[万千百每]人|人均|每[万千百]|户均")
# what is counted in money, when 元 is left unsaid (备案额52亿)
MONEY = re.compile(
    r"(?:(?<![员名定限])额|投资|收入|支出|产值|销售|总值|增加值|贷款|存款|税收|资金|余额|财力|预算|利润|营收|债券?|市值|缴费|产出|补助|补贴|成本|[退减缴免]税|税费|融资|授信|担保|让利|资产|引资|债务|赤字|顺差|逆差|缺口|流入|流出|结余|结转|盈余|盈利|亏损|经费|费用|出口|进口|GDP)"
    r"(?:总量|规模)?(?:达到?|为|约|近|超过?|突破|完成|实现|至|到|逾|过|[迈跃站跨]上|迈入|迈过|站稳|跨越|接近)*了?$"
    r"|[0-9一二两三四五六七八九十][个家](?:超过?|过|突破)$|(?:产业|经济|资产|市场|营收)规模(?:达到?|超过?|过|突破|为|近|约)+$"
)
STRIVEN = re.compile("[并且]?(?:力争|争取|努力)(?:达到?|实现)?")  # 增长10%,力争达到|12%
ENGLISH_THING = re.compile(" [a-z]{3}")  # 1,256 schools: the word behind the number is what it counts
EACH = re.compile("分别|均|都|各")
LINK = re.compile(" ?[、和与及] ?")
STRONG = re.compile(" ?强(?![制大化劲有力调势])")
OR = re.compile(" ?或者? ?")  # 不少于240小时或|1000公里: one bound for both
FALLS_ON = re.compile(" ?[、,，和与及] ?")
INSIDE = re.compile(r" ?(?:之内|以内|内)")
SENTENCE_END = re.compile(r"[。;；\n]")
NEAR = 40  # characters within which a percentage without a cue takes after the one before it


COMPARES = re.compile("[比较](?:上年|去年|上月|年初|上年末|同期|上年同期|[0-9]{4}年)的$")
"""失业率3.2%,比上年的|3.6%下降: a value of the same kind as the one before, not a change."""


class Told(NamedTuple):
    """How the last figure was told: where it ends, its role, and whether it fell."""

    end: int
    role: Role
    negative: bool


class Settler:
    """Settles the drafts of one text, one after the other."""

    def __init__(self, text: str, folded: str) -> None:
        self._text = text
        self._folded = folded
        self._figures: list[FoundFigure] = []
        self._last: Told | None = None

    def figures(self) -> tuple[FoundFigure, ...]:
        """Return what was added so far."""
        return tuple(self._figures)

    def add(self, draft: Draft, left: str) -> None:
        """Settle one draft, which stands behind `left` in its clause; drafts must come in text order."""
        minus = 0 if draft.cell is not None else self._minus_chars(draft)
        start, end = draft.start - minus, draft.end
        cell = draft.cell
        base_kind = cell.base if cell is not None else base_of(self._folded, draft.ratio[1] if draft.ratio else end, left, draft.kind)
        if base_kind == "earlier" and cell is None:
            self._share_base(draft)
        role, negative = self._role(draft, left, signed=minus > 0 or self._folded[draft.start - 1 : draft.start] == "+")
        unit, base = _unit(draft, role, left)
        value = draft.value
        if value is not None and negative != (minus > 0):
            value = -value
        amount = plain(value * scale_value(draft.scale)) if value is not None and draft.scale else value
        tenths = base == TENTH and amount is not None
        amount = plain(amount * 10) if tenths and amount is not None else amount
        if base in COINS:
            amount, base = None if amount is None else plain(amount / COINS[base]), "元"
        if base_kind == "goal" and role == "change" and is_measured_against(left):
            last = self._last
            role = last.role if last is not None and self._goes_on(last, draft) else "share"
        elif base_kind == "earlier" and role == "change" and (last := self._last) is not None and last.role in ("share", "level"):
            role = last.role if self._figures[-1].base_unit == draft.unit.base and COMPARES.search(left) else role
        bound = self._bound(draft, left)
        self._figures.append(
            FoundFigure(
                start,
                end,
                self._text[start:end],
                value,
                unit,
                amount,
                base,
                draft.low,
                draft.high,
                bound,
                role,
                cell,
                base=base_kind,
                yearly_average=cell.is_yearly_average() if cell is not None else self._is_yearly_average(draft, end, left, base),
                unit_code="%" if tenths else "1" if draft.kind in BARE_NUMBERS else unit_code(base),
            )
        )
        self._last = Told(end, role, negative)

    def _is_yearly_average(self, draft: Draft, end: int, left: str, base: str) -> bool:
        return is_yearly_average(self._folded, end, left) or self._goes_on_averaging(draft, base)

    def _share_base(self, draft: Draft) -> None:
        """Give the list that `draft` ends the base that its end has (占比从12%、|15%提高到18%、20%)."""
        start = draft.start
        for index in range(len(self._figures) - 1, -1, -1):
            figure = self._figures[index]
            if figure.base_unit != draft.unit.base or not self._are_linked(figure.end, start):
                return
            self._figures[index], start = replace(figure, base="earlier"), figure.start

    def _goes_on_averaging(self, draft: Draft, base_unit: str) -> bool:
        """Return whether `draft` goes on a list of yearly averages (年均增长5.1%、|6.9%)."""
        if not self._figures or not self._figures[-1].yearly_average:
            return False
        last = self._figures[-1]
        return last.base_unit == base_unit and self._are_linked(last.end, draft.start)

    def _goes_on_falling(self, draft: Draft) -> bool:
        """Return whether `draft` goes on a list of amounts that fell (各减少867.20,|904.35万元)."""
        last = self._last
        if last is None or not last.negative or self._figures[-1].base_unit != _base_of(draft):
            return False
        return FALLS_ON.fullmatch(self._folded, last.end, draft.start) is not None

    def _goes_on_rising(self, draft: Draft) -> bool:
        """Return whether `draft` goes on a list of amounts by which things rose (分别提高7.4元和|16元)."""
        last = self._last
        if last is None or last.role != "change" or last.negative or self._figures[-1].base_unit != _base_of(draft):
            return False
        return FALLS_ON.fullmatch(self._folded, last.end, draft.start) is not None

    def _minus_chars(self, draft: Draft) -> int:
        """Return how many characters before the number make it negative: a minus sign that is no dash (增长-3.2%), 负, 零下."""
        start = draft.start
        if draft.kind not in SIGNED and draft.told is None:
            return 0
        if self._folded.startswith("零下", start - 2) and start >= 2:
            return 2
        if self._folded[start - 1 : start] not in ("-", "负"):
            return 0
        before = self._folded[start - 2 : start - 1]
        if self._folded[start - 1] == "负":
            return int(before in MINUS_AFTER)
        return int(before in ("(", ":", ",", " ", "\t", "|") or not (before == "" or before.isascii()))

    def _role(self, draft: Draft, left: str, *, signed: bool) -> tuple[Role, bool]:
        """Return the role, and whether the figure is a fall."""
        kind = draft.kind
        if draft.told is not None:
            return draft.told, False
        if kind in RATES:
            return self._rate(draft, left, signed=signed)
        if kind in ("fraction", "half") and (told := fraction_changes(left)) is not None:
            return "change", told.negative
        if kind == "index":
            told = read_left(left)
            return ("change", told.negative) if told.role == "change" and not left.endswith(("至", "到")) else ("level", False)
        if kind == "place":
            return place_role(self._folded, draft, left), False
        if kind == "duration":
            falls = amount_falls(left)
            days_moved = "天数" in left and (falls or amount_rises(left))
            return ("change" if days_moved else "count" if "天数" in left else "other"), falls  # 优良天数347天 counts days
        role = "level" if kind in COUNTED and _is_level(draft, left) and not ENGLISH_THING.match(self._folded, draft.end) else ROLES[kind]
        if kind in AMOUNTS and (amount_falls(left) or self._goes_on_falling(draft)):
            return "change", True
        if kind in AMOUNTS and (moved := moves_with_rate(self._folded, draft.end, left)) is not None:
            return "change", moved.negative
        rises = kind in AMOUNTS and (amount_rises(left) or rises_to(self._folded, draft.end, left) or self._goes_on_rising(draft))
        return ("change" if rises else role), False

    def _rate(self, draft: Draft, left: str, *, signed: bool) -> tuple[Role, bool]:
        """Return whether a percentage is a change or a share, from its clause or else from the percentage before it."""
        role, negative = read_left(left)
        if draft.kind == "percent":
            if signed:
                return "change", False
            if falls_after(self._folded, draft.end):
                return "change", True
            if grows_after(self._folded, draft.end):
                return "change", role == "change" and negative
        last = self._last
        if not role and left.endswith(("由", "从")):
            role = "share"  # 亏损面由|32%下降到25.6%: a rate that is left behind
        if role != "change" and last and last.role == "change" and STRIVEN.fullmatch(left):
            role, negative = last.role, last.negative
        if not role and last and self._goes_on(last, draft) and not of_something(self._folded, draft.end):
            role, negative = last.role, last.negative
        if draft.kind == "points":
            return "change_pp", negative
        return ("change", negative) if role == "change" else ("share", False)

    def _goes_on(self, last: Told, draft: Draft) -> bool:
        """Return whether `draft` goes on the sentence of the rate told last (增长5.1%、6.9%; 一产增长3%,二产5%)."""
        if last.role not in ("change", "share", "change_pp") or draft.start - last.end >= NEAR:
            return False
        return SENTENCE_END.search(self._folded, last.end, draft.start) is None

    def _bound(self, draft: Draft, left: str) -> Bound:
        if draft.low is not None:
            return "range"
        listed = self._is_listed(draft, left)
        after = bound_after(self._folded, draft.end)
        if after and after != "exact":
            if listed:
                self._share_bound(after)
            return after
        if draft.kind in MORE_AFTER and self._folded[draft.end : draft.end + 1] in ("多", "强"):
            return "above"  # 3倍多, 三成强
        if draft.kind == "percent" and STRONG.match(self._folded, draft.end):
            return "above"  # 占24%强
        if draft.kind == "front" or (draft.kind in ("duration", "years") and INSIDE.match(self._folded, draft.end)):
            return "at_most"
        before = bound_before(self._folded, draft.start)
        if before and before != "exact":
            return before
        if draft.more or (self._folded.startswith(ROUND, draft.start) and OVER.search(left)):
            return "above"  # 30余家, 上千人
        if before:
            return before
        return self._figures[-1].bound if (listed or self._is_other_choice(draft)) and self._figures[-1].bound != "range" else "exact"

    def _is_listed(self, draft: Draft, left: str) -> bool:
        """Return whether `draft` goes on a list of which one bound speaks (分别超过70%、80%; 分别达95%、90%以上)."""
        if not self._figures or not EACH.search(left):
            return False
        last = self._figures[-1]
        return last.base_unit == draft.unit.base and self._are_linked(last.end, draft.start)

    def _is_other_choice(self, draft: Draft) -> bool:
        """Return whether `draft` is the other of two limits of which either will do (不少于240小时或|1000公里)."""
        return (
            bool(self._figures)
            and 0 < draft.start - self._figures[-1].end <= 3
            and OR.fullmatch(self._folded, self._figures[-1].end, draft.start) is not None
        )

    def _are_linked(self, end: int, start: int) -> bool:
        return start - end <= 3 and LINK.fullmatch(self._folded, end, start) is not None

    def _share_bound(self, bound: Bound) -> None:
        """Give the list that just ends with a bound that bound as a whole."""
        for index in range(len(self._figures) - 1, -1, -1):
            figure = self._figures[index]
            if figure.bound != "exact" and not made_sure(self._folded, figure.start):
                return
            self._figures[index] = replace(figure, bound=bound)
            before = self._figures[index - 1]
            if index == 0 or before.base_unit != figure.base_unit or not self._are_linked(before.end, figure.start):
                return


def _is_level(draft: Draft, left: str) -> bool:
    """Return whether what is counted in things is an amount: traffic, money without 元, a value per head, a bare index."""
    if TRAFFIC.search(left) or _is_money(draft, left):
        return True
    if draft.kind == "count":
        fractional = draft.value is not None and not draft.scale and draft.value != draft.value.to_integral_value()
        return fractional or PER_HEAD.search(left) is not None
    return not draft.scale


def _is_money(draft: Draft, left: str) -> bool:
    return draft.kind in ("", "word") and draft.scale != "" and MONEY.search(left) is not None


def _base_of(draft: Draft) -> str:
    """Return the base unit that the draft's amount will be told in: coins are parts of a 元."""
    return "元" if draft.unit.base in COINS else draft.unit.base


def _unit(draft: Draft, role: Role, left: str) -> tuple[str, str]:
    """Return the unit as written in folded script, and its base."""
    if draft.kind in ("rank", "front", "top") or (draft.kind == "place" and role == "rank"):
        return "第", "第"
    if _is_money(draft, left):
        return draft.scale, "元"
    if draft.scale in ENGLISH:
        return f"{draft.scale} {draft.unit.text}".rstrip(), draft.unit.base
    return draft.scale + (draft.unit.text or (draft.unit.base if draft.kind == "money" else "")), draft.unit.base
