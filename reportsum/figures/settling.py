"""A judged draft → the figure as it is told: bound, role, sign, amount.

Figures are settled in text order, since a figure whose own clause says nothing takes after the one before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ..models import Bound, Role
from .bounds import bound_after, bound_before
from .drafting import Draft
from .figure import FoundFigure
from .judging import PLACE_AS_RANK, PLACE_STEPS
from .numerals import plain, scale_value
from .roles import amount_falls, grows_after, read_left

ROLES: dict[str, Role] = {
    "": "count", "word": "count", "count": "count", "level": "level", "money": "level", "points": "change_pp", "multiple": "multiple",
    "fold": "multiple", "tenth": "share", "discount": "other", "steps": "other", "duration": "other", "years": "other", "age": "level",
    "score": "other", "fraction": "share", "half": "share", "ratio": "other", "rank": "rank", "front": "rank",
}  # fmt: skip
TRAFFIC = re.compile(r"吞吐量|客运量|运量|周转量|发送量|流量")
MONEY = re.compile(r"(?:额|投资|收入|支出|产值|销售|总值|增加值|贷款|存款|税收|资金|余额|财力|预算|利润|营收|债券|市值|缴费|产出|补助|补贴|成本|GDP)(?:总量|规模)?"
                   r"(?:达到?|为|约|近|超过?|突破|完成|实现|至|到|逾)*了?$")
PER_HEAD = re.compile(r"[万千百每]人|人均|每[万千百]|户均")
EACH = re.compile("分别|均|都|各")
LINK = re.compile(" ?[、和与及] ?")
INSIDE = re.compile(r" ?(?:之内|以内|内)")
NEAR = 40  # characters within which a percentage without a cue takes after the one before it


class Settler:
    """Words the drafts of one text, one after the other."""

    def __init__(self, text: str, folded: str) -> None:
        self._text = text
        self._folded = folded
        self._figures: list[FoundFigure] = []
        self._last: tuple[int, Role, bool] | None = None

    def figures(self) -> tuple[FoundFigure, ...]:
        """Return what was added so far."""
        return tuple(self._figures)

    def add(self, draft: Draft, left: str) -> None:
        """Settle one draft, which stands behind `left` in its clause; drafts must come in text order."""
        start, end = draft.start, draft.end
        minus = self._minus(draft)
        start -= minus
        role, negative = self._role(draft, left)
        bound = self._bound(draft, left)
        unit, base = self._unit(draft, role)
        sign = -1 if negative != bool(minus) else 1
        value = None if draft.value is None else plain_as_written(draft.value * sign)
        amount = None if value is None else plain(value * scale_value(draft.scale))
        self._figures.append(
            FoundFigure(
                start, end, self._text[start:end], value, unit, amount, base,
                None if draft.low is None else draft.low, None if draft.high is None else draft.high, bound, role,
            )
        )  # fmt: skip
        self._last = (end, role, negative)

    def _minus(self, draft: Draft) -> int:
        """Return 1 when a minus sign belongs to the number (增长-3.2%), else 0."""
        start = draft.start
        if draft.kind not in ("percent", "points", "money", "level") or start == 0 or self._folded[start - 1] != "-":
            return 0
        before = self._folded[start - 2 : start - 1] if start >= 2 else ""
        return int(before not in ("-", "\n", "") and not before.isascii() or before in ("(", ":", ",", " "))

    def _role(self, draft: Draft, left: str) -> tuple[Role, bool]:
        kind = draft.kind
        if kind in ("percent", "points", "tenth"):
            return self._rate(draft, left)
        if kind == "place":
            return self._place(draft, left), False
        if kind == "" and not draft.scale:
            return "level", False
        if kind == "" and draft.scale and MONEY.search(left):
            return "level", amount_falls(left)
        if kind in ("count", "") and self._is_level(draft, left):
            return "level", amount_falls(left)
        if kind in ("count", "level", "money", "", "word"):
            return ROLES[kind], amount_falls(left)
        return ROLES[kind], False

    def _rate(self, draft: Draft, left: str) -> tuple[Role, bool]:
        reading = read_left(left)
        if draft.kind == "percent" and (self._folded[draft.start - 1 : draft.start] in ("+", "-") or grows_after(self._folded, draft.end)):
            return "change", reading.negative and reading.role == "change" and self._folded[draft.start - 1 : draft.start] not in ("+", "-")
        near = self._last is not None and draft.start - self._last[0] < NEAR and self._last[1] in ("change", "share", "change_pp")
        gap = self._folded[self._last[0] : draft.start] if near and self._last else ""
        if not reading.role and near and self._last and not re.search("[。;；\n]", gap):
            role, negative = self._last[1], self._last[2]
        else:
            role, negative = ("change" if reading.role == "change" else "share"), reading.negative
        if draft.kind == "points":
            return "change_pp", negative
        if role == "change_pp":
            role = "share"
        return role, negative and role == "change"

    def _place(self, draft: Draft, left: str) -> Role:
        if PLACE_STEPS.search(left):
            return "other"
        return "rank" if PLACE_AS_RANK.search(left) and not re.match(r"[一-鿿]", self._folded[draft.end : draft.end + 1]) else "count"

    def _is_level(self, draft: Draft, left: str) -> bool:
        if TRAFFIC.search(left):
            return True
        fractional = draft.value is not None and not draft.scale and draft.value != draft.value.to_integral_value()
        return draft.kind == "count" and (fractional or bool(PER_HEAD.search(left)))

    def _unit(self, draft: Draft, role: Role) -> tuple[str, str]:
        if draft.kind == "place" and role == "rank":
            return "第", "第"
        if draft.kind in ("rank", "front"):
            return "第", "第"
        if role == "level" and not draft.kind and draft.scale:
            return draft.scale, "元"  # 备案额52亿: money, its 元 left unsaid
        return draft.scale + draft.unit.text, draft.unit.base

    def _bound(self, draft: Draft, left: str) -> Bound:
        if draft.low is not None:
            return "range"
        listed = self._listed(draft, left)
        after = bound_after(self._folded, draft.end)
        if after and after != "exact":
            if listed:
                self._share_bound(after)
            return after
        if draft.kind in ("duration", "years") and INSIDE.match(self._folded, draft.end):
            return "at_most"
        if draft.kind == "front":
            return "at_most"
        before = bound_before(self._folded, draft.start)
        if before:
            return before
        if draft.more:
            return "above"
        return self._figures[-1].bound if listed and self._figures[-1].bound != "range" else "exact"

    def _listed(self, draft: Draft, left: str) -> bool:
        """Return whether `draft` goes on a list of which one bound speaks (分别超过70%、80%; 分别达95%、90%以上)."""
        if not self._figures or not EACH.search(left):
            return False
        last = self._figures[-1]
        return last.base_unit == draft.unit.base and LINK.fullmatch(self._folded[last.end : draft.start]) is not None

    def _share_bound(self, bound: Bound) -> None:
        """Give the list that just ends with a bound that bound as a whole."""
        for index in range(len(self._figures) - 1, -1, -1):
            figure = self._figures[index]
            if figure.bound != "exact":
                return
            self._figures[index] = replace(figure, bound=bound)
            before = self._figures[index - 1] if index else None
            if before is None or before.base_unit != figure.base_unit or not LINK.fullmatch(self._folded[before.end : figure.start]):
                return


def plain_as_written(number: Decimal) -> Decimal:
    """Return `number` with the digits it was written with (5.50 stays 5.50), never with an exponent."""
    return Decimal(format(number, "f"))
