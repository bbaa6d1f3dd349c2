"""What bounds a figure: 超 近 约 不低于 before it, 以上 左右 以内 after it, 余 多 inside it.

Words and meanings are in `data/bounds.tsv`.
"""

from __future__ import annotations

import functools
from dataclasses import replace

from reportsum import lazy_re as re

from ..models import Bound
from ..tables import read_table
from .figure import FoundFigure
from .folding import fold
from .inclusive import INCLUDED
from .words import any_of

BEFORE_CHARS = 7  # the longest word with 了 or a currency sign behind it
ENGLISH_CHARS = 15  # "approximately "
# 突破 a goal means to reach it; a result that 突破 has passed it
GOAL = re.compile(r"力争|争取|确保|努力|目标[是为:：]|力促|预期|(?<![加长高升降少低大展小至达复])到20[0-9]{2}年[,，、 ]?(?![底末])")
ABOUT = re.compile(r"约(?:占|为|是|相当于)[一-鿿]{1,10}$")  # 约占全国的十分之一, 约为上年的1.2倍
PER = re.compile(r"每[一-鿿]{1,3}$")  # 低于每立方米|19微克: what bounds the number stands before its unit's other half
PASSED = re.compile(r"(?:规模|产值|总量|收入|营收|总额|数量|市值|销售额|[0-9一二两三四五六七八九十][个家])过$")  # 产业规模过|千亿
# 6家|单位以上, 3名|会员以上: the noun of what is counted stands before its bound
OF_THINGS = re.compile(
    "(?P<what>单位|企业|公司|商户|机构|国家|城市|门店|店铺|展位|会员|成员|员工|职工)"
    "(?:[(（](?:不?含)[^()（）]{0,4}[)）])?及?(?P<word>以上|以下|以内)(?=[,，、。;；的)） ]|$)"
)
COUNTERS = ("家", "个", "名", "户", "位", "人")
WITHIN = re.compile(r"的[一-鿿]{2,6}(?:以内|之内)")  # 控制在2%的年度目标以内
AT_LEAST = re.compile(r"(?:至少|最少|不少于)[一-鿿]{1,8}$")  # 至少培育3家
# what a report makes sure of is the least it promises, but 确保完成…目标 names the goal itself, and what a thing described by its size is
# to become (确保新建的2个市场开业, 确保200万吨煤矿年内投产) says nothing of the size
SURE = re.compile(r"确保(?!完成|[”\"」])[^,，。;；:：\n]{1,30}(?<![的等])$")
AS_GOAL = re.compile(
    r"[^,，。;；]{0,6}(?:目标|任务)|[0-9.]{1,9}[^,，。;；%0-9]{1,4}的"
    r"|[^,，。;；\n]{2,40}?(?:[竣开完动]工|投[产用运]|投入[使运]|运营|通车|建成|[开营]业|核准|启用|落地|开[放建]|交付|完成|到位)"
)


@functools.cache
def _before() -> tuple[re.Pattern[str], dict[str, Bound]]:
    means = _meanings("before")
    return re.compile(any_of(means) + r"(?:了|到)?[¥￥$ ]*$"), means


@functools.cache
def _after() -> tuple[re.Pattern[str], dict[str, Bound]]:
    means = _meanings("after")
    return re.compile(any_of(means)), means


def _meanings(side: str) -> dict[str, Bound]:
    allowed: dict[str, Bound] = {
        "exact": "exact", "at_least": "at_least", "at_most": "at_most", "above": "above", "below": "below", "about": "about",
    }  # fmt: skip
    means: dict[str, Bound] = {}
    for row in read_table("bounds.tsv", ("word", "side", "means", "example")):
        if row["side"] not in ("before", "after"):
            raise row.wrong(f'the side "{row["side"]}" is neither before nor after.')
        if row["side"] == side:
            if row["word"] in means or row["means"] not in allowed:
                raise row.wrong(f'"{row["word"]}" stands twice {side} the figure, or "{row["means"]}" is no bound.')
            means[row["word"]] = allowed[row["means"]]
    return means


def bound_after(text: str, end: int) -> Bound | None:
    """Return the bound that the word right behind `end` of the folded `text` sets, None when there is none."""
    while end < len(text) and text[end] == " ":
        end += 1
    if text[end : end + 1] in ("(", "（") and (included := INCLUDED.match(text, end)):
        end = included.end()
    pattern, means = _after()
    found = pattern.match(text, end)
    if found:
        return means[found.group()]
    if text[end - 1 : end] in COUNTERS and (things := OF_THINGS.match(text, end)) is not None:
        return means[things["word"]]
    return "at_most" if text.startswith("的", end) and WITHIN.match(text, end) else None


def bound_before(text: str, start: int) -> Bound | None:
    """Return the bound that the word right before `start` of the folded `text` sets, None when there is none."""
    chars = ENGLISH_CHARS if start > 1 and text[start - 1] == " " and text[start - 2].isascii() else BEFORE_CHARS
    left = text[max(0, start - chars) : start]
    pattern, means = _before()
    found = pattern.search(left)
    if not found and "每" in left[-4:] and (per := PER.search(left)) is not None:
        found = pattern.search(text[max(0, start - chars - 4) : start - (per.end() - per.start())])
    if not found:
        if "过" in left[-2:] and PASSED.search(left):
            return "at_least" if GOAL.search(text[max(0, start - 40) : start]) else "above"
        if ABOUT.search(text[max(0, start - 12) : start]):
            return "about"
        return "at_least" if AT_LEAST.search(text[max(0, start - 11) : start]) or made_sure(text, start) else None
    word = found.group().rstrip("¥￥$ ")
    meaning = means.get(word) or means[word[:-1]]
    if word.startswith("突破") and GOAL.search(text[max(0, start - 40) : start]):
        return "at_least"
    return meaning


def made_sure(text: str, start: int) -> bool:
    """Return whether the figure at `start` of the folded `text` is the least that a report makes sure of; any other word outweighs that."""
    return SURE.search(text[max(0, start - 33) : start]) is not None and AS_GOAL.match(text, start) is None


def as_goal(figure: FoundFigure, text: str) -> FoundFigure:
    """Return `figure` of `text` read as part of a plan: to 突破 a goal is to reach it, so "above" becomes "at_least".

    For callers that know from the section what the sentence alone does not tell.
    """
    if figure.bound != "above":
        return figure
    passed = fold(text[max(0, figure.start - BEFORE_CHARS) : figure.start]).rstrip("¥￥$ ").endswith(("突破", "突破了"))
    return replace(figure, bound="at_least") if passed else figure
