"""What a fine is for, as rules say it: 擅自占用岸线的，处1万元以上5万元以下罚款 → 擅自占用岸线罚款.

Comes in: the text of a clause and where a sum stands in it. Goes out: whether the sum is imposed (处, 处以), and the name of the fine.
"""

from __future__ import annotations

from reportsum import lazy_re as re

_NEAR = 24
_IMPOSED = re.compile(r"处(?:以|警告或者?|警告并处)?(?:[\d.,]+万?元以上)?$")
_FINE = re.compile(r"[^,，。;；]{0,14}?罚款")
_ARTICLE = re.compile(r"^第[一二三四五六七八九十百零\d]{1,5}条\s*")
_HEADED = re.compile("【(?:对)?(?P<what>[^【】]{2,20}?)的?(?:法律)?(?:责任|处罚|罚则)】")
_OFFENCE = re.compile(r"(?:^|[,，])(?:违反本[^,，。]{2,20}规定[,，]?的?)?(?P<what>[^,，。;；\d]{4,24}?)(?=的?[,，])")
_NO_OFFENCE = ("违反", "责令", "没收", "由")
_WHOM = re.compile("(?P<whom>对(?:个人|单位|企业|法人|直接责任人|主要负责人)[^,，]{0,8}?)(?:可以|可)?并?处")


REACH = 160
"""So far before a sum its sentence may say what for: conditions and manners stand between."""


def sentence_before(text: str, start: int) -> str:
    """Return what stands in `text` before `start` of its sentence, as far as it may say what for."""
    left = text[max(0, start - REACH) : start]
    return left[max(left.rfind(stop) for stop in "。;；") + 1 :]


def is_imposed(text: str, start: int) -> bool:
    """Return whether a sum at `start` is imposed: it may be a fine, and is no grant."""
    return "处" in text and _IMPOSED.search(text, max(0, start - _NEAR), start) is not None


def fine_name(text: str, start: int, end: int) -> str | None:
    """Return the name of the fine `text[start:end]`: for what, as the head of its article says it or the words before it do, and for whom.

    >>> text = "擅自占用岸线的，处2万元罚款。"
    >>> fine_name(text, 9, 12)
    '擅自占用岸线罚款'
    """
    if _FINE.match(text, end) is None:
        return None
    left = _ARTICLE.sub("", sentence_before(text, start))
    headed = _HEADED.search(left)
    offences = (found["what"] for found in _OFFENCE.finditer(left) if not found["what"].startswith(_NO_OFFENCE))
    offence = headed["what"] if headed is not None else next(offences, "").removesuffix("的")
    whom = _WHOM.search(left)
    return f"{offence}{whom['whom'] if whom is not None else ''}罚款"
