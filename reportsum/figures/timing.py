"""Durations, years, ages and points that are results; dates, campaigns and circles of life are none."""

from __future__ import annotations

from reportsum import lazy_re as re

from .contexts import stands_after, stands_before, stands_near
from .drafting import Draft

MONTHS = frozenset(["个月", "周", "个星期", "个季度"])
RUNNING_MONTHS = re.compile("(?:(?<!提)前|近|过去|连续|头)$")
CIRCLE = re.compile(r"[^,，。;；、]{0,10}圈")
DURATION_END = re.compile(r" ?(?:[,，。;；、)）\n]|$)")
LISTED = re.compile(r"[和及与]\d[\d.]*(?:天|个月|个?小时|分钟|个工作日)")  # 312天、298天|和305天
DUTY = re.compile("应当?|[必]?须|需|不得|日起|并[于在]")
SERVED = re.compile("(?:及)?以上[^,，。;；]{0,10}(?:经历|经验|工龄|驾龄|资历|从业)")  # 2年以上驾驶经历: what is asked of somebody
# 可暂停其测试活动|24个月: for how long a rule takes something away
PAUSED = re.compile("(?:暂停|中止|停止|禁止|取消)[^,，。;；]{2,30}$")
CLOCK = re.compile(r"[0-9一二三四五六七八九十][:：时点]$")


def is_years(text: str, draft: Draft, left: str) -> bool:
    """Return whether 5年 measures (平均年限5年, 轮候5.3年, 保存不少于8年) rather than dates (五年来, 2022年)."""
    if draft.chinese or draft.value is None or draft.value >= 1000:
        return False
    if stands_before("years_told", left) or draft.value != draft.value.to_integral_value():
        return True
    return stands_before("term_limited", left) or SERVED.match(text, draft.end) is not None


def is_duration(text: str, draft: Draft, left: str) -> bool:
    """Return whether 3天 or 2个月 is a result (3天内, 提前2个月), not a stretch of time (连续3个月) or a name (15分钟生活圈)."""
    inside = text.startswith(("内", "以内", "之内"), draft.end) and DUTY.search(left) is not None
    told = inside or stands_near("months_told", left)
    if draft.unit.text == "日" and (not inside or left.endswith(("月", "年"))):
        return False  # 2月3日内蒙古…; 30日内 of a duty counts days
    if DURATION_END.match(text, draft.end) and PAUSED.search(left):
        return True
    if draft.chinese and draft.value in (1, 2) and not told:
        return False
    if draft.unit.text in MONTHS:
        return told and not RUNNING_MONTHS.search(left)
    if stands_before("duration_running", left) or stands_after("duration_named", text, draft.end) or CIRCLE.match(text, draft.end):
        return False
    if "工作日" in draft.unit.text or DURATION_END.match(text, draft.end) or LISTED.match(text, draft.end):
        return True
    return stands_after("duration_told", text, draft.end) or stands_before("duration_told", left)


def is_age(text: str, draft: Draft, left: str) -> bool:
    """Return whether 81.5岁 is a life expectancy, not a group of people (60岁以上人群)."""
    return "寿命" in left


def is_score(text: str, draft: Draft, left: str) -> bool:
    """Return whether 92.6分 is a score, not a time of day (9时30分)."""
    if draft.value is None or draft.chinese or CLOCK.search(left):
        return False
    return stands_near("score_told", left, "anywhere")
