"""Of how many something is true that is told in figures: 95%以上的村集体收入超过10万元 → 集体收入超过10万元的村占比.

Comes in: a share with what it is of, and the figure behind. Goes out: one measure with both; nothing where the words between them do not
say of whom they are and what they reached.
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


def read_who_reached(telling: Telling, at: int, beside: Beside) -> bool:
    """Read figure `at`, a share of those who reached the next figure, with it; False where it is no such share."""
    figure = telling.figures[at]
    if not (beside.of and beside.followed) or figure.role != "share":
        return False
    reached = _REACHED.fullmatch(beside.right)
    if reached is None or not quantity_of(reached["what"]):
        return False
    after = telling.figures[at + 1]
    name = f"{reached['what']}{reached['how'].lstrip('已经均都')}{after.text}的{reached['who']}占比"
    if len(name) > LONGEST:
        name = f"{reached['who']}占比"
    telling.start(telling.numbers[at], name).take(telling.numbers[at + 1], reached["what"])
    return True
