"""Thresholds: the size that something must come to before a sum is granted or a rule holds: 对投资500万元以上的项目，按投资的10%给予补助.

Comes in: the text of a clause and where a figure stands in it. Goes out: whether the figure is such a threshold, and the name of what must
come to it, None where that is not told in a few words.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .grants import WHEN
from .phrases import LONGEST

_REACH = 100
"""So far before a figure its sentence may say that it is a threshold."""
_FAR_OFF = 16


def is_threshold(text: str, start: int, end: int) -> bool:
    """Return whether the figure `text[start:end]` only says to whom something is granted, or of which things something is asked.

    >>> text = "对投资500万元以上的项目，按投资的10%给予补助。"
    >>> is_threshold(text, 3, 8), is_threshold(text, 17, 20)
    (True, False)
    """
    if "每" in text and _FOR_EACH.search(text, max(0, start - _REACH), start) is not None:
        return _FOR_EACH_GIVEN.match(text, end) is not None
    if text.startswith("以上", end) and text.endswith("元", start, end) and _LEAST_FINE.match(text, end) is not None:
        return True
    if "给予" in text and _IS_GIVEN.match(text, end) is not None and _GIVEN_HERE.search(text, max(0, start - _FAR_OFF), start) is not None:
        return False
    if ("的" in text[end : end + _FAR_OFF] or text.startswith(("以上", "以下"), end)) and _IF_SO.match(text, end) is not None:
        return True
    if _AWARDED.match(text, end) is not None and not text.endswith(_AWARDS, 0, start) and _AWARDED_FOR.search(text, start, end + _FAR_OFF):
        return True
    if "、" in text and "给" in text and _is_one_of_several(text, start, end):
        return True
    whom = _CONDITION.search(text, max(0, start - _REACH), start)
    if "给予" in text and text.endswith("元", start, end) and _says_who_gets(text, start, end):
        return True
    bounded = whom is not None and (whom["passed"] is not None or _BOUNDED.match(text, end) is not None)
    return bounded and (_THEN.match(text, end) is not None or _OF_THINGS.match(text, end) is not None)


def _is_one_of_several(text: str, start: int, end: int) -> bool:
    """Return whether a size is one of two that must be reached: 投资|500万元|以上、亩均税收不低于|9万元|，…给企业8%奖励."""
    one = _AND_ANOTHER.match(text, end) is not None or _AFTER_ONE.search(text, max(0, start - _REACH), start) is not None
    stop = max(text.rfind(mark, 0, start) for mark in "。;；") + 1
    return one and _PAYS_THEN.match(text, end) is not None and _ACHIEVED.search(text, stop, start) is None


_MUST = "(?:不低于|不少于|不小于|达到?|超过)"
_AND_ANOTHER = re.compile(rf"及?以[上下]、[^,，。;；、\d]{{2,16}}{_MUST}?\d")
_AFTER_ONE = re.compile(rf"\d[\d.]*[万亿]?[元人亩吨家个]及?以[上下]、[^,，。;；、\d]{{2,16}}{_MUST}?$")
_PAYS_THEN = re.compile(
    r"[^。;；]*?[,，][^,，。;；\d]{0,28}(?:给予?|奖励)(?:企业|单位|项目)?(?:一次性)?(?:最高|不超过)*\d[^,，。;；、]{0,14}(?:奖励|补助|补贴|资助|支持)"
)
_ACHIEVED = re.compile("完成|实现|已|累计|全年|去年|今年")


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
# 前三年给予|80%|的奖励，
_GIVEN_HERE = re.compile("给予[^,，。;；\\d]{0,8}$")
_IS_GIVEN = re.compile("(?:以内|以下)?的?(?:一次性)?(?:资金)?(?:奖励|补助|补贴|资助|奖补|支持)[,，。;；]")
# 达到|3万人次|以上（含3万人次）的旅行社给予3万元; |3亿元至10亿元|奖励10万元
_AWARDED = re.compile(
    r"(?:及?以上|及?以下|以内)?(?:[(（][^()（）]{1,16}[)）])?(?:的[^,，。;；\d]{1,16})?[,，]?(?:按|每[^,，\d]{1,6})?(?:给予|一次性)*(?:奖励|补助|补贴|资助|给予)[^,，。;；\d]{0,8}\d"
)
_AWARDED_FOR = re.compile("及?以上|及?以下|[至到—-]|[(（]不?含|的")
_AWARDS = ("奖励", "补助", "补贴", "资助", "给予", "最高", "为", "按", "的")
# 处|100元|以上1000元以下罚款
_LEAST_FINE = re.compile(r"以上[\d.,]+万?元以下的?罚款")
# 罚款金额在|15万元|以下的,按1500元奖励; 营业收入首次突破|1亿元|的,给予10万元奖励
_IF_SO = re.compile(
    r"(?:(?:及?以上|及?以下|以内)?(?:[(（][^()（）]{1,8}[)）])?的?[,，、至到~—-]?不?(?:足|满|超过|低于)?\d[\d.]*[万亿]?[元%％个家人倍]{1,2})*"
    r"(?:及?以上|及?以下|以内)?(?:(?:[(（][^()（）]{1,8}[)）])?(?:(?<=上)[^,，。;；\d的]{2,10})?的(?:[^,，。;；\d]{2,16})?[,，]|(?<=[上下])(?:[(（][^()（）]{1,8}[)）])?[,，](?=按|给予))"
    r"[^。;；]{0,24}(?:给予|奖励|补助|补贴|资助|奖补|按|处以?|扣减|扣除)[^。;；]{0,24}?\d"
)
_CONDITION = re.compile(r"对(?![外口接标照])[^,，。;；]{0,20}?(?P<passed>首次突破|突破|首次超过|超过|首次达到?|达到|不低于|不少于)?$")
# 每增加|1亿美元|奖励5万元
_FOR_EACH = re.compile("每(?:(?:增加|新增|增长|满|完成|超过|达到|引进|吸纳)[^,，。;；\\d]{0,10})?$")
_FOR_EACH_GIVEN = re.compile("[^,，。;；\\d]{0,8}[,，]?(?:再)?(?:给予|奖励|补助|补贴|资助|增加(?=\\d+[名个]))")
_BOUNDED = re.compile("及?以上|及?以下|以内")
# 对超过|400万元|的采购项目中适宜由小企业提供的,预留…
_OF_THINGS = re.compile(r"(?:及?以上|及?以下|以内)?(?:[(（]含[)）])?的[^,，。;；\d]{2,24}[,，](?=[^,，。;；]{2})")
_THEN = re.compile(r"(?:及?以上|及?以下|以内)?(?:[(（]含[)）])?的?[^,，。;；\d]{1,16}[,，][^。;；]{0,30}(?:给予|奖励|补助|补贴|资助)")


def threshold_name(text: str, start: int, end: int) -> str | None:
    """Return what must come to the size `text[start:end]` for something to be granted; None where it is not told in a few words.

    >>> threshold_name("罚款金额在15万元以下的，按1500元奖励", 5, 9)
    '罚款金额'
    """
    if text.endswith(("处", "处以"), 0, start):
        return None
    left = max(0, start - LONGEST)
    found = _AFTER_THE_FIRST.search(text, left, start) or _MUST_COME_TO.search(text, left, start)
    if found is None and text.endswith(_AREAS, start, end) and (things := _SO_LARGE.match(text, end)) is not None:
        return f"{things['what']}面积"
    found = found or _DONE_FOR.search(text, left, start)
    if found is not None and text[found.start() : found.start() + 1] in ("）", ")"):
        whose = _BEFORE_BRACKET.search(text, max(0, start - _REACH), found.start() + 1)
        return f"{whose['whose']}{found['what']}" if whose is not None else None
    return WHEN.sub("", found["what"]) if found is not None else None


_AREAS = ("亩", "平方米", "公顷")
# |500亩|以上的种植基地，
_SO_LARGE = re.compile("(?:及?以上|及?以下|以内)?(?:[(（][^()（）]{1,8}[)）])?的(?P<what>[^,，。;；、\\d]{2,16})(?=[,，])")
_MUST_COME_TO = re.compile(
    r"(?:^|[\s,，。;；：:、)）]|对|的)(?:企业|单位|项目)?(?:每年|当年|年度|累计)*(?P<what>[^\s,，。;；：:的对\d（()）]{1,14}?(?:额|费|款|收入|产值|投资|资金|利润|税收|营收|金|规模|面积|销量|产量|人数|价))"
    r"(?:首次|累计)*(?:在|达到?|超过|突破|不低于|不少于|满|为)?$"
)
# 投资500万元以上、亩均税收不低于|9万元
_AFTER_THE_FIRST = re.compile(rf"以[上下]、(?:年度|当年)?(?P<what>[^,，。;；、\d]{{2,16}}?){_MUST}?$")
# 新上项目（不含养殖项目）|固定资产投资
_BEFORE_BRACKET = re.compile(r"(?:^|[\s,，。;；：:、.．])(?P<whose>[^\s,，。;；：:、.．（()）\d]{2,12})[（(][^（）()]{1,60}[)）]$")
_DONE_FOR = re.compile(
    r"(?:^|[,，。;；：:])(?P<what>(?!对)[^\s,，。;；：:的\d]{4,24}?)(?:首次|累计)*(?:在|达到?|超过|突破|不低于|不少于|满)?$"
)
