"""Says whether a percentage is a change or a share, and which way a change goes.

The words that tell are in `data/figure_cues.tsv`. Only the words of the figure's own clause count; a figure whose clause has none takes
after the one before it (…增长5.1%、6.9%).
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from reportsum import lazy_re as re

from ..tables import read_table
from .words import any_of

CLAUSE_CHARS = 36  # how far to the left words are looked for
IN_CLAUSE = re.compile("[^,，。;；:：!！?？()（）]*+")  # line ends do not end it: raw texts break lines inside sentences
# 保持10%以上增长, 7%的年均增速: the cue stands behind
GROWS_AFTER = re.compile(
    r" ?(?:以上|左右|以内|以下)?的?(?:"
    r"(?:平均)?(?:速度|幅度|速率)(?:增长|递增|增加|下降|提高)|(?:年均|同比|较快|正|负|稳定|两位数|预期)?(?:增长|增速|增幅|涨幅|降幅)(?!点|极|贡献)"
    r")"
)
# 按5%的幅度|压减: so much less
FALLS_AFTER = re.compile(" ?(?:以上|左右|以内|以下)?的(?:幅度|比例|速度|速率)(?:压减|压缩|削减|核减|缩减|递减|减少|下降|降低)")
# 60%以上的企业: what follows says of what it is a share
OF_SOMETHING = re.compile(r" ?(?:以上|左右|以内|以下)?的")
# one character is a cue only right before the number (同比增5%); elsewhere it belongs to other words (升级, 减税)
# 比上年低2.6个百分点, 较全国慢|0.3个百分点: the difference to something
LESS = re.compile(r"[比较](?:[^,，比较]{0,14})(?P<less>[低少慢弱]|[高多快强])(?:了|约|近)?$")
ADJACENT = re.compile(r"(?<![新净激倍提])([增升涨多降减跌少])(?:了|约|近|超过?|逾)?$")
# 超年度计划|28%: by how much, not how much of it
BEYOND_PLAN = re.compile(r"超(?:额完成|额实现|出|过)?[^,，。;；0-9]{0,8}(?:计划|目标|任务|预算|指标)(?:数|任务|目标)?(?:近|约|逾)?$")
# a rate that is stated, not compared; only where no other word tells
STATED = re.compile(r"(?:为|达到?|保持在?|稳定在|维持在|控制在|实现)(?:了|约|近|超过?)?$")
_EACH_ONE = r"每(?:\d+)?(?:市?斤|公斤|千克|吨|克|度|千瓦时|千瓦小时|立方米|升)"
AMOUNT_FALLS = re.compile(
    rf"(?:(?:同比|环比|净|[比较]\S{{0,12}}?|各(?:自)?|分别|均|{_EACH_ONE})(?:减少|下降|降低|回落|下滑|缩减|缩小|下调|降价|减收|减支|减产|少收|少支|少[一-鿿]{{0,4}}|减|降)"
    r"|^(?:分别|均|又|也)?(?:减少|下降|降低|回落|下滑|减收|减支|减产))了?(?:将近|接近|超过|近|约|超)?$"
    r"|(?:decreased|declined|fell|dropped|reduced|cut) by (?:about |over |nearly |more than )?$"
)
FALLING = re.compile(r"[减降少落滑缩低]| by ")
_ABOUT = "将近|接近|超过|近|约|超"
# 收购价每50公斤提高|7.4元, 人均预期寿命再提高|1.5岁: by how much, where no 到 says to what
AMOUNT_RAISED = re.compile(
    rf"(?:{_EACH_ONE}|再|又|分别|各|人均|相应|每人每[年月])(?:平均|分别|各|再|又)*(?:提高|上调|上涨|延长)了?(?:{_ABOUT})?$"
)
# what has a level of its own rises by so much: 农民人均收入增加|1207元
_LEVEL_RISES = re.compile(
    "(?:收入|标准|面积|人口|余额|总[量额]|规模|产[值量]|支出|利润|存款|[储存]量|经费|养老金|天数|天数[^,，。;；]{2,12}[、,，])"
    "(?:再|净|同比)?(?:增加|(?<=净)增)(?:将近|接近|超过|近|约|超)?$"
)
ROSE = re.compile("(?:(?<!新)增加|多)了(?:将近|接近|超过|大约|近|约|超)?$")  # 全国职工增加了|一千三百万人
RISES_BEFORE = re.compile("(?<![新净])(?:增加|提高|增长)(?:将近|接近|超过|近|约|超)?$")
REACHED_WORDS = ("加", "高", "长", "增", "了", "近", "约", "过", "超")
AT_END = re.compile("(?:以上|左右)?(?:[,，、。;；!！)）]|$)")  # 增加了|34个|口岸: things that were added
REACHES_AFTER = re.compile("(?:以上|左右)?[,，、](?:已|总[数量额]?)?(?:达到?|增至|增加到|提高到)")
RAISED_FOR_EACH = re.compile(r"(?:人均|年均|每人每[年月]|分别|各)(?:每[年月]|年|月)?(?:增长|增加|提高|增)了?(?:近|约|超过?)?$")
AMOUNT_RISES = re.compile(
    r"(?:同比|环比|[比较][^,，。;；]{0,22}?)(?:净?增加|增收|增支|多增|增产|超产|超收|多收|多支|提高|延长|上涨|多|增)了?(?:将近|接近|超过|近|约|超)?$"
)


_POLLUTION = re.compile("浓度|PM2|PM10|臭氧|颗粒物|排放|能耗|综合指数|水质指数")
"""What falls when it gets better: PM2.5浓度改善8.6%."""


FRACTION_CHANGES = re.compile("(?P<how>减少|下降|降低|缩减|压减|压缩|压降|削减|精简|增加|增长|提高|上升)了?(?:近|约|超过|将近)?$")
FALLS = frozenset(("减少", "下降", "降低", "缩减", "压减", "压缩", "压降", "削减", "精简"))
# 收入增加|1207元、增长5.9%: the rate behind says that the amount is by how much it rose
_MOVED = re.compile("(?:^|(?<=[^新净多再,，、]))(?:增加|提高|(?P<less>减少|下降|降低))了?(?:将近|接近|超过|近|约|超)?$")
_RATE_AFTER = re.compile(
    "(?:以上|左右)?[,，、](?:同比|实际|名义)?(?:增长|上升|提高|增|(?P<less>下降|降低|减少|降))(?:约|近)?(?:百分之|[0-9.]+%)"
)


class Reading(NamedTuple):
    """How the words to the left of a percentage read: role "change", "share" or "" (no cue), and its sign."""

    role: str
    negative: bool


@functools.cache
def _cues() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    rows = read_table("figure_cues.tsv", ("word", "role", "sign", "example"), key="word")
    cues = {row["word"]: (row["role"], row["sign"]) for row in rows}
    return re.compile(any_of(cues)), cues


def clause_left(text: str, start: int) -> str:
    """Return what stands before `start` in the same clause, at most `CLAUSE_CHARS` characters."""
    left = text[start - CLAUSE_CHARS : start] if start > CLAUSE_CHARS else text[:start]
    inside = IN_CLAUSE.match(left[::-1])
    return left[len(left) - inside.end() :] if inside else left


def read_left(left: str) -> Reading:
    """Return how `left`, the clause before a percentage, reads: the cue nearest to the figure decides."""
    pattern, cues = _cues()
    if left.endswith(" to "):
        return Reading("share", False)  # edged down by 0.1 percentage point to|2.9 percent
    less = LESS.search(left) if "比" in left or "较" in left else None
    if less:
        return Reading("change", less["less"] in "低少慢弱")
    if "超" in left and BEYOND_PLAN.search(left) is not None:
        return Reading("change", False)
    adjacent = ADJACENT.search(left)
    if adjacent:
        return Reading("change", adjacent.group(1) in "降减跌少")
    words = [word for word in pattern.findall(left) if cues[word][0] != "none"]
    if not words:
        return Reading("share" if STATED.search(left) else "", False)
    role, sign = cues[words[-1]]
    if sign in ("narrow", "widen"):
        falling = any(word in ("降幅", "跌幅", "减幅") for word in words)
        rising = any(cues[word][1] == "+" for word in words)
        return Reading(role, falling if sign == "widen" else rising and not falling)
    if sign == "better":
        return Reading(role, _POLLUTION.search(left) is not None)
    return Reading(role, sign == "-")


def amount_falls(left: str) -> bool:
    """Return whether an amount after `left` is told as a fall against an earlier one (比上年减少3.2万人), not as a saving (减税3亿元)."""
    return FALLING.search(left, max(0, len(left) - 14)) is not None and AMOUNT_FALLS.search(left) is not None


def amount_rises(left: str) -> bool:
    """Return whether an amount after `left` is told as a rise against an earlier one (比上年增加3.2万人), not as what was added."""
    return (("比" in left or "较" in left) and AMOUNT_RISES.search(left) is not None) or (
        AMOUNT_RAISED.search(left) is not None
        or (("增加" in left or "净增" in left) and _LEVEL_RISES.search(left) is not None)
        or (left.endswith(REACHED_WORDS) and RAISED_FOR_EACH.search(left) is not None)
    )


def grows_after(text: str, end: int) -> bool:
    """Return whether a word for growth stands right behind a percentage that ends at `end`."""
    return GROWS_AFTER.match(text, end) is not None


def falls_after(text: str, end: int) -> bool:
    """Return whether what stands right behind a percentage that ends at `end` says that something is to fall by so much."""
    return text.startswith(("的", "以", "左"), end) and FALLS_AFTER.match(text, end) is not None


def fraction_changes(left: str) -> Reading | None:
    """Return how a fraction after `left` is a change (比上年减少|1/3); None where it is a share."""
    told = FRACTION_CHANGES.search(left) if left[-1:] in "少降低减缩加长高升了近约过" else None
    return Reading("change", told["how"] in FALLS) if told else None


def rises_to(text: str, end: int, left: str) -> bool:
    """Return whether an amount that ends at `end` says by how much something rose to what stands behind it (收入增加|321元,达到784元)."""
    if left.endswith(REACHED_WORDS) and REACHES_AFTER.match(text, end) is not None and RISES_BEFORE.search(left) is not None:
        return True
    return "了" in left[-3:] and ROSE.search(left) is not None and AT_END.match(text, end) is not None


def moves_with_rate(text: str, end: int, left: str) -> Reading | None:
    """Return how an amount that ends at `end` is a change, when its rate stands behind it (收入增加|1207元、增长5.9%); else None."""
    if not left.endswith((*REACHED_WORDS, "少", "降", "低")) or not text.startswith((",", "，", "、", "以", "左"), end):
        return None
    moved, rate = _MOVED.search(left), _RATE_AFTER.match(text, end)
    if moved is None or rate is None or (moved["less"] is None) != (rate["less"] is None):
        return None
    return Reading("change", moved["less"] is not None)


def of_something(text: str, end: int) -> bool:
    """Return whether 的 behind a percentage that ends at `end` says of what it is a share."""
    return OF_SOMETHING.match(text, end) is not None
