"""The kind of a single figure where its neighbours say more than its sentence: 完成全年64亿元目标 holds a target."""

from __future__ import annotations

import re

from ..figures.figure import FoundFigure
from ..models import Kind

_REACH = 16
"""How many characters before and after a figure are looked at: the longest of the phrases below has 14."""

_IS_THE_GOAL = re.compile(
    r"^(?:以上|以内|左右)?的?(?:年度|全年|年初|预期|既定|考核|省定|市定|计划)*(?:目标|任务(?!书)|计划(?=新|开工|投资|[,，。;；、]|$)|计划数|指标任务)"
)
"""After the figure: 64亿元目标, 6%的预期目标, 20个计划新开工项目."""

_GOAL_BEFORE = re.compile(
    r"(?:计划总?投资|计划总任务|总任务|任务数|目标(?:值|数|任务)?|计划(?:数|新?开工|完成|新增|引进|总量)|(?:年度|全年|总)计划)"
    r"(?:为|是|数|达|共)?(?:约|超|超过|近|不低于|不少于|突破|达到)?$"
)
"""Before the figure: 年度计划投资105亿元, 总任务21万座, 目标值为6%."""

_SHARE_OF_GOAL = re.compile(r"(?:占|完成|达到|实现|达|为|高于|低于|超|超过|快于|超出|比)[^,，;；]{0,12}$")
"""Before the words of a goal: what follows is the part done (占年度计划投资的53%, 完成目标任务74.02%)."""


def own_kind(text: str, start: int, end: int, figure: FoundFigure) -> Kind | None:
    """Return "target" when the figure at `start`..`end` of a sentence is a goal by its neighbours, else None."""
    if figure.unit in ("项", "大", "个") and text.startswith(("目标任务", "任务", "重点任务", "目标"), end):
        return None  # 100项任务 counts tasks
    if _IS_THE_GOAL.match(text[end : end + _REACH]):
        return "target"
    before = text[max(0, start - _REACH) : start]
    goal = _GOAL_BEFORE.search(before)
    if goal is not None and figure.role != "share" and not _SHARE_OF_GOAL.search(before[: goal.start()]):
        return "target"
    return None
