"""What a change of one thing does to another: 第一产业增加值…，拉动GDP增长|0.1个百分点.

Comes in: points of a change with the phrase that leads up to them. Goes out: the name of the effect, with whose it is; nothing where the
phrase tells of no effect. The points are never the growth of what is moved.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .phrases import strip_lead

_MOVES = re.compile(
    "(?P<own>[^,，、]{0,20}?)(?:正向|负向|向下|向上|直接|间接|合计|共|累计)*(?P<verb>拉动|带动|拉低|拖累|影响)了?(?P<what>[^,，、]{2,16}?)"
    "(?P<changed>增长|增速|上涨|下降|回落|提高|上升)?(?:约|近|超)*$"
)
# 消费|对经济增长的贡献率: the share is no part of who moves
_SHARE_OF_GROWTH = re.compile("(?<=..)对[^,，对]{1,12}贡献率?$")
_OF_THE_THING = ("增加值", "占比", "比重")
"""Quantities by which a thing moves another: it is the thing that moves it."""


def effect_name(opened: str, subject: str) -> tuple[str, bool]:
    """Return the name of an effect, and whether the phrase names whose it is itself; ("", False) where it tells of none.

    >>> effect_name("拉动GDP增长", "第一产业增加值")
    ('第一产业拉动GDP增长', False)
    >>> effect_name("地方工业拉动全市规上工业增长", "")
    ('地方工业拉动全市规上工业增长', True)
    """
    moves = _MOVES.fullmatch(opened) if "动" in opened or "拉低" in opened or "拖累" in opened or "影响" in opened else None
    if moves is None or (moves["verb"] == "影响" and not moves["changed"]):
        return "", False
    own = strip_lead(moves["own"])
    before = _MOVES.fullmatch(subject)  # 建筑业拉动经济增长0.2个百分点,拉动投资|0.3个百分点
    whose = own or (before["own"] if before is not None else _SHARE_OF_GROWTH.sub("", subject))
    for quantity in _OF_THE_THING:
        whose = whose.removesuffix(quantity) if len(whose) - len(quantity) > 1 else whose
    if not whose:
        return "", False
    return f"{whose}{moves['verb']}{moves['what']}{moves['changed'] or ''}", bool(own)
