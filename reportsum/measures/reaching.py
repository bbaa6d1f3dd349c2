"""Of how many something is true that is told in figures: 95%以上的村集体收入超过10万元 → 集体收入超过10万元的村占比.

Comes in: a share or a count with what it is of, and the figure behind. Goes out: one measure with both; nothing where the words between
them do not say of whom they are and what they reached.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .beside import Beside
from .phrases import LONGEST, quantity_of
from .state import Telling

_WHO = (
    "(?:(?:行政|建制|涉农|自然|中心|脱贫|嘎查)*村(?:集体经济组织)?(?!民|级|镇|卫)|(?:旗|脱贫|山区|贫困)?县(?:[市区旗]*)(?!域|级|城|委)"
    "|乡镇|镇街|街道|社区(?!卫)|企业|园区|开发区|学校|医院|家庭|农户|农民|职工|居民|城市|设区市|地市)"
)
# 村|集体经营性收入|超过
_REACHED = re.compile(
    f"(?P<who>{_WHO})(?P<what>[^,，、的]{{2,16}}?)(?P<how>(?:已经?|均|都)*(?:超过|达到|突破|高于|低于|不低于|不超过|达|超))了?"
)
_SIZES = ("规模", "产业规模", "总规模", "产值规模", "营收规模")
_MOVES = ("带动", "拉动", "撬动", "基金", "资金")
# 19家|酿酒企业|营业收入|超|十亿元
_SO_MANY_REACHED = re.compile(
    "(?P<who>[^,，、的]{0,8}?(?:企业|公司|集团|园区|开发区|村|县|乡镇|镇|街道|产业链|产业集群|产业))(?P<what>[^,，、的]{2,10}?)(?P<how>(?:已经?|均|都)*(?:超过|达到|突破|超|达))了?"
)


def read_who_reached(telling: Telling, at: int, beside: Beside) -> bool:
    """Read figure `at`, a share of those who reached the next figure, with it; False where it is no such share."""
    figure = telling.figures[at]
    share = figure.role == "share"
    if (
        not beside.followed
        or (share and not beside.of)
        or not (share or figure.role == "count")
        or beside.opened[-1:] in ("对", "在", "为")
    ):
        return False
    reached = (_REACHED if share else _SO_MANY_REACHED).fullmatch(beside.right)
    if reached is None or not (quantity_of(reached["what"]) or reached["what"] in _SIZES) or reached["what"].startswith(_MOVES):
        return False
    after = telling.figures[at + 1]
    if not share and after.base_unit == "%":
        return False  # 12条产业链项目占比达|84%: of all of them together
    name = f"{reached['what']}{reached['how'].lstrip('已经均都')}{after.text}的{reached['who']}占比"
    name = name if share else name.removesuffix("占比")
    if len(name) > LONGEST:
        name = reached["who"] + ("占比" if share else "")
    telling.start(telling.numbers[at], name).take(telling.numbers[at + 1], reached["what"])
    return True
