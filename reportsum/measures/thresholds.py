"""Thresholds of rules that are no awards: the size that something must come to before a rule holds (对超过400万元的采购项目…，预留…).

Those of awards stand in the slots of their sentence (`awards`).

Comes in: the text of a clause and where a figure stands in it. Goes out: whether the figure is such a threshold, and the name of what must
come to it, None where that is not told in a few words.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .phrases import LONGEST

_WHEN = re.compile(r"每年累计|(?<=.)每年|^(?:当年|年度|每年|首次)")
"""When it is reckoned says nothing of what: 当年|营业收入, 营业收入|每年."""
_REACH = 100
"""So far before a figure its sentence may say that it is a threshold."""
_FAR_OFF = 16


def is_threshold(text: str, start: int, end: int) -> bool:
    """Return whether the figure `text[start:end]` only says to whom something is granted, or of which things something is asked.

    >>> text = "对投资500万元以上的项目，按投资的10%给予补助。"
    >>> is_threshold(text, 3, 8), is_threshold(text, 17, 20)
    (True, False)
    """
    if text.startswith("以上", end) and text.endswith("元", start, end) and _LEAST_FINE.match(text, end) is not None:
        return True
    if ("的" in text[end : end + _FAR_OFF] or text.startswith(("以上", "以下"), end)) and _IF_SO.match(text, end) is not None:
        return True
    if text.startswith(("以上", "及以上"), end) and _WHO_MAY.match(text, end) is not None:
        return True
    whom = _CONDITION.search(text, max(0, start - _REACH), start)
    if "给予" in text and text.endswith("元", start, end) and _says_who_gets(text, start, end):
        return True
    bounded = whom is not None and (whom["passed"] is not None or _BOUNDED.match(text, end) is not None)
    return bounded and _OF_THINGS.match(text, end) is not None


def _says_who_gets(text: str, start: int, end: int) -> bool:
    """Return whether a sum stands among the words for who is given something: 对实际投资|2亿元|或纳税|500万元|以上的项目，…给予…."""
    stop = max(text.rfind(mark, 0, start) for mark in "。;；") + 1
    whom = _RECEIVER.match(text, stop, start)
    told = whom is None or _GIVEN_ALREADY.search(text, stop, start) is not None or _DONE.search(text, stop) is not None
    return not told and _GIVEN_THEN.match(text, end) is not None


_RECEIVER = re.compile(r"(?:[一二三四五六七八九十\d]{1,2}[、.．]\s*)?对(?![外口接标照应此])[^。;；]*")
_GIVEN_ALREADY = re.compile("给予|奖励|补助|补贴|资助|支持|按照?[^,，]*$")
_DONE = re.compile("已|了(?!解)|累计|共")
_GIVEN_THEN = re.compile(r"(?!(?:以内|以下)?的?(?:比例|标准|幅度|支持|补)|给予)[^。;；]*给予")
# 处|100元|以上1000元以下罚款
_LEAST_FINE = re.compile(r"以上[\d.,]+万?元以下的?罚款")
# 罚款金额在|15万元|以下的,按1500元奖励; 营业收入首次突破|1亿元|的,给予10万元奖励
_IF_SO = re.compile(
    r"(?:(?:及?以上|及?以下|以内)?(?:[(（][^()（）]{1,8}[)）])?的?[,，、至到~—-]?不?(?:足|满|超过|低于)?\d[\d.]*[万亿]?[元%％个家人倍]{1,2})*"
    r"(?:及?以上|及?以下|以内)?(?:(?:[(（][^()（）]{1,8}[)）])?(?:(?<=上)[^,，。;；\d的]{2,10})?的(?:[^,，。;；\d]{2,16})?[,，]|(?<=[上下])(?:[(（][^()（）]{1,8}[)）])?[,，](?=按|给予))"
    r"[^。;；]{0,24}(?:给予|奖励|补助|补贴|资助|奖补|按|处以?|扣减|扣除)[^。;；]{0,24}?\d"
)
# 年纳税|500万元|以上或投资1亿元以上企业的高管，可享受…; what such people or firms may have
_WHO_MAY = re.compile(
    r"及?以上(?:或[^,，。;；\d]{0,12}(?:\d年)?[^,，。;；\d]{0,12}\d[\d.]*[万亿]?[一-鿿]{1,2}元?及?以上)?的?[^,，。;；\d]{0,8}(?:企业|单位|机构|项目)"
    r"[^,，。;；\d]{0,12}[,，][^。;；]{0,24}?(?:照顾|优先|享受|可申请|可申报|减免|免费|免收)"
)
_CONDITION = re.compile(r"对(?![外口接标照])[^,，。;；]{0,20}?(?P<passed>首次突破|突破|首次超过|超过|首次达到?|达到|不低于|不少于)?$")
_BOUNDED = re.compile("及?以上|及?以下|以内")
# 对超过|400万元|的采购项目中适宜由小企业提供的,预留…
_OF_THINGS = re.compile(r"(?:及?以上|及?以下|以内)?(?:[(（]含[)）])?的[^,，。;；\d]{2,24}[,，](?=[^,，。;；]{2})")


def threshold_name(text: str, start: int, end: int) -> str | None:
    """Return what must come to the size `text[start:end]` for something to be granted; None where it is not told in a few words.

    >>> threshold_name("罚款金额在15万元以下的，按1500元奖励", 5, 9)
    '罚款金额'
    """
    if text.endswith(("处", "处以"), 0, start):
        return None
    left = max(0, start - LONGEST)
    found = _MUST_COME_TO.search(text, left, start) or _DONE_FOR.search(text, left, start)
    return _WHEN.sub("", found["what"]) if found is not None else None


_MUST_COME_TO = re.compile(
    r"(?:^|[\s,，。;；：:、)）]|对|的|\d年|在[本我全][省市县区])(?:企业|单位|项目)?(?:每年|当年|年度|累计)*(?P<what>(?!在[本我全])[^\s,，。;；：:的对\d（()）]{1,14}?(?:额|费|款|收入|产值|投资|外资|资金|利润|税收|营收|金|规模|面积|销量|产量|人数|价))"
    r"(?:首次|累计)*(?:在|达到?|超过|突破|不低于|不少于|满|为)?$"
)
_DONE_FOR = re.compile(
    r"(?:^|[,，。;；：:])(?P<what>(?!对)[^\s,，。;；：:的\d]{4,24}?)(?:首次|累计)*(?:在|达到?|超过|突破|不低于|不少于|满)?$"
)
