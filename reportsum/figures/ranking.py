"""Ranks: 第一, 第37位, 前三, and 21位 where places are compared. Ordinals, slogans and list labels are none."""

from __future__ import annotations

from reportsum import lazy_re as re

from ..models import Role
from .contexts import stands_after, stands_before, stands_near
from .drafting import Draft

RANK_END = re.compile(r" ?(?:[,，。;；、!！)）\n]|$)")
PLACE_NAME = re.compile(r"[一-鿿]{2}$")  # 南通第一: a place needs no 市 to be one
MORE_ORDINALS = re.compile(r"(?:[、和与及]第?[一二三四五六七八九十](?![一-鿿])){0,4}[、和与及]第?[一二三四五六七八九十]")
RANK_BEFORE = re.compile(r"第[0-9一二三四五六七八九十百]{1,5}[位名]?[、和与及]$")
PEOPLE = re.compile(
    r"(?:院士|专家|教授|学者|博士|人才|代表|委员|老人|模范|劳模|烈士|选手|工匠|大师|医生|教师|名家|传承人|企业家)"
    r"(?:已|共|达|增|增加|增至|达到|增长|总数|人数|累计|至|到){0,4}$"
)
"""Who is counted by 位, whatever the number does: 两院院士增至|93位."""
NUMERAL = frozenset("零〇0123456789一二三四五六七八九十百")
SENTENCE_STARTS = ("", "\n", "。", ";", "；")
STARTS = ("", "\n", "、", " ", "(", "（")


def is_rank(text: str, draft: Draft, left: str) -> bool:
    """Return whether 第一 compares places, and is no ordinal (第一批), list label (第一，…) or slogan (安全第一)."""
    end = draft.end
    if stands_before("rank_slogan", left) or text[end : end + 1] in NUMERAL:
        return False
    if text[end - 1] in "位名":
        return text[draft.start - 1 : draft.start] not in SENTENCE_STARTS
    if stands_after("ordinal", text, end):
        return False
    if text[end : end + 1] == "大":
        return stands_before("rank_field", left)
    if _is_left_behind(text, draft, left):
        return True
    more = MORE_ORDINALS.match(text, end)
    if more and (stands_after("ordinal", text, more.end()) or text[more.start() + 1] != "第"):
        return False  # 第一、第二产业; 第一、二产业
    if stands_before("rank_told", left) or (RANK_BEFORE.search(left) and stands_near("rank_list", left, "anywhere")):
        return True
    return left[-1:] not in STARTS and bool(RANK_END.match(text, end) and PLACE_NAME.search(left))


def _is_left_behind(text: str, draft: Draft, left: str) -> bool:
    """Return whether a change of place starts here: 由第8升至…, 由92位上升到…"""
    return left.endswith(("由", "从")) and stands_after("changed", text, draft.end)


def is_top(text: str, draft: Draft, left: str) -> bool:
    """Return whether 首位 is a place (居全省首位), not an order of precedence (摆在首位)."""
    return stands_before("rank_told", left) and not stands_before("rank_slogan", left)


RANKED_BY = ("额", "量", "产值", "收入", "利润", "税收", "规模", "得分", "成绩")
"""What a list is ranked by, right before 前: 出口额|前6位的企业."""


def is_front(text: str, draft: Draft, left: str) -> bool:
    """Return whether 前三 is a rank (位居全省前三), not a stretch of time (前三季度)."""
    if text[draft.end - 1] in "位名" and left.endswith(RANKED_BY):
        return True
    if not stands_near("front_told", left):
        return False
    return text[draft.end - 1] in "位名" or stands_after("front_end", text, draft.end) or bool(RANK_END.match(text, draft.end))


def is_place(text: str, draft: Draft) -> bool:
    """Return whether 位 behind the number is a place or a person, not a digit (两位数)."""
    return not text.startswith("数", draft.end)


def place_role(text: str, draft: Draft, left: str) -> Role:
    """Return what 位 means here: "rank" (跃升至21位), "other" for places gained or lost (上升3位), "count" for people (52位人才)."""
    if stands_before("place_is_step", left) and not stands_before("place_is_no_step", left):
        return "other"
    if _is_left_behind(text, draft, left):
        return "rank"
    if PEOPLE.search(left) is not None:
        return "count"
    alone = not "一" <= text[draft.end : draft.end + 1] <= "鿿"
    return "rank" if alone and stands_near("place_is_rank", left, "clause") else "count"
