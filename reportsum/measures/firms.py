"""Whose quantity a sentence tells that opens with firms or a zone: 省属企业创新导向更加突出，研发经费投入|增长15.6%.

Without its owner such a name is read as the place's: what the firms spend as what everybody spends, a zone's trade as the province's.

Comes in: the comma piece before the figure's own; a name. Goes out: the owner, where the piece says something of it and does nothing to it.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .phrases import matter, strip_lead, unlabelled, verb_at_start
from .words import words

_OWNER = re.compile(
    "[^,，、的“”\\d]{0,10}?(?:企业|[国央民]企|公司|集团|高校|院所|医院|园区|开发区|[高经]新?开?区|综保区|自贸[区港]|试验区|民营经济)(?![集群家数总])"
)
# 国有企业|改革深化: of what is done with them, not of them
_DONE_WITH = ("改革", "重组", "整合", "改制", "梯度", "培育", "扶持", "数量", "登记", "总数", "服务", "帮扶", "融资", "用地", "招引")
_SPENT = re.compile("(?:研发|科研|技术|科技|创新)(?:经费)?(?:投入|支出|费用)(?:强度)?")


def owner_spoken_of(piece: str) -> str:
    """Return the firms or the zone that a comma piece says something of, "" where it speaks of something else.

    >>> owner_spoken_of("省属企业创新导向更加突出"), owner_spoken_of("支持民营企业发展壮大"), owner_spoken_of("国有企业改革不断深化")
    ('省属企业', '', '')
    """
    phrase = strip_lead(unlabelled(piece.strip()))
    owner = _OWNER.match(phrase)
    if owner is None or phrase.startswith(_DONE_WITH, owner.end()) or verb_at_start(phrase):
        return ""
    name = matter(phrase)
    said = len(owner.group()) <= len(name) < len(phrase) and phrase.startswith(name)
    return owner.group() if said else ""


def is_an_owners(core: str) -> bool:
    """Return whether a name says only what is measured, of firms or zones as of whole places (研发经费投入, 进出口总额)."""
    return core in words().of_firms or _SPENT.fullmatch(core) is not None
