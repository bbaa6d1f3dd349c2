"""Lists: 城镇、农村居民人均可支配收入分别增长5.1%、6.9% → one name for each figure."""

from __future__ import annotations

import re

from .phrases import quantity_of, strip_lead, verb_at_start, without_verb
from .words import words

_COMMA = re.compile(r"[,，;；]")
_AND = re.compile(r"以及|和|与|及")
_ORDINALS = frozenset("二三四五")
# 南京、苏州、无锡三市: the tally at the end is no part of the last name.
_TALLY = re.compile(r"(?<=.)[两二三四五六七八九十]+(?:市|县|区|镇|项|类|家|者|大类)$")
# 省、市、县三级到位率: each is a level.
_LEVELS = re.compile(r"(.)[两二三四五]级")
_TWO_IN_ONE = (("城乡", "城镇", "农村"), ("存贷款", "存款", "贷款"), ("存、贷款", "存款", "贷款"))
# 对东盟、欧盟进出口: the preposition holds for all members; in 对外, 自来水 it is part of a word.
_PREPOSED = re.compile("[对自](?![外接口标主我来然动])")
_HIDE = str.maketrans("、和与及", "\ue000\ue001\ue002\ue003")
_SHOW = str.maketrans("\ue000\ue001\ue002\ue003", "、和与及")
# Attributes that change places with each other: what stands after the last one belongs to all of them.
_ATTRIBUTE = re.compile(
    r"^(?:城镇|农村|城市|乡村|城乡|第[一二三]|[一二三]|国家级|省级|市级|区级|县级|国家|省|市|县|男|女|内资|外资|国有|民营|公办|民办|轻|重|南|北|东|西|上|下|进|出|内|外|新|老|[省市县区国]属|境内|境外|人民币|外币|本币|短期|中长期|初中|高中|小学|一般|大型|中型|小型|微型)$"
)


def name_each(phrase: str, before: str, count: int) -> list[str] | None:
    """Return `count` names read from `phrase`, a coordination (A、B和C), or None when it does not have that many members.

    `before` is the text before `phrase` back to the previous figure: members may be whole comma pieces.
    """
    if count == 2:
        for short, *both in _TWO_IN_ONE:
            if short in phrase:
                return [phrase.replace(short, one, 1) for one in both]
    phrase, before = _masked(_TALLY.sub("", phrase)), _masked(before)
    for members in _divisions(phrase, count):
        if levels := _LEVELS.match(members[-1]):
            members = [*(member + "级" for member in members[:-1]), f"{levels[1]}级{members[-1][levels.end() :]}"]
        if len(members) == count and all(member.strip() for member in members):
            return complete([_unmasked(member.strip()) for member in members])
    phrase, before = _unmasked(phrase), _unmasked(before)
    pieces = [piece for piece in _COMMA.split(before) if piece]
    members = [*pieces, phrase][-count:]
    if len(members) == count and all(2 <= len(member) <= 30 for member in members):
        return complete([strip_lead(members[0]), *members[1:]])
    return None


def _masked(phrase: str) -> str:
    """Return `phrase` with the joints inside names of industries hidden: 批发和零售业 is one member."""
    return words().compound.sub(lambda found: found.group().translate(_HIDE), phrase)


def _unmasked(phrase: str) -> str:
    return phrase.translate(_SHOW)


def _divisions(phrase: str, count: int) -> list[list[str]]:
    listed = phrase.split("、")
    last = _AND.split(listed[-1])
    divisions = [[*listed[:-1], *last], listed]
    joints = [found.span() for found in _AND.finditer(phrase)]
    if count == 2 and joints:
        start, end = joints[len(joints) // 2]
        divisions.append([phrase[:start], phrase[end:]])
    if len(last) > 2:
        start, end = [found.span() for found in _AND.finditer(listed[-1])][-1]
        divisions.append([*listed[:-1], listed[-1][:start], listed[-1][end:]])
        start, end = next(found.span() for found in _AND.finditer(listed[-1]))
        divisions.append([*listed[:-1], listed[-1][:start], listed[-1][end:]])
    return divisions


def complete(members: list[str]) -> list[str]:
    """Return `members` with the head noun that only the last one carries.

    >>> complete(["城镇", "农村居民人均可支配收入"])
    ['城镇居民人均可支配收入', '农村居民人均可支配收入']
    >>> complete(["工业", "服务业增加值"])
    ['工业增加值', '服务业增加值']
    >>> complete(["交通事故起数", "死亡人数"])
    ['交通事故起数', '交通事故死亡人数']
    """
    first = members[0]
    if _PREPOSED.match(first):
        members = [first, *(member if _PREPOSED.match(member) else first[0] + member for member in members[1:])]
    told = quantity_of(first)
    if len(first) - len(told) >= 2 and told and all(member in words().coordinate for member in members[1:]):
        return [first, *(first[: -len(told)] + member for member in members[1:])]
    if members[0] == "第一" and members[-1][0] in _ORDINALS:
        members = [members[0], *("第" + member for member in members[1:])]
    last = members[-1]
    quantity = words().head.match(last[::-1])
    if quantity is not None and any(words().head.match(member[::-1]) for member in members[:-1]):
        return members
    return [_complete(member, last, quantity.group()[::-1] if quantity else "") for member in members[:-1]] + [last]


def _complete(member: str, last: str, quantity: str) -> str:
    if verb_at_start(member) == member:
        return member + without_verb(last)  # 新开工、基本建成棚户区改造住房
    if _ATTRIBUTE.match(member) and len(last) > len(member) and _ATTRIBUTE.match(last[: len(member)]):
        return member + last[len(member) :]
    shared = last.find(member[-1])
    if 0 < shared < len(last) - 1 and (quantity or len(last) - shared > 2) and len(last) > len(member):
        return member + last[shared + 1 :]
    return member + quantity
