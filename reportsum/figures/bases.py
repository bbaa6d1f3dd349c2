"""Says which figures only stand beside the fact itself: the value compared from, a goal it is measured against, a yearly average.

从A增加到B, 比上年的A回落, 由第9位: A is the earlier value. 超过计划增长7%的要求, 高于6%左右的预期目标: the goal. 年均, 两年平均: an average
over the years spoken of. Only the words of the figure's own comma piece and what follows on from it are asked.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from ..models import FigureBase

_WHEN = r"(?:上一?年|去年|前年|上[个一]?[月季]|年初|(?:19|20)[0-9]{2}年|上年度|[一二三四]季度|[0-9]{1,2}月|同期|“?十[一二三四]五”?期?)"
# 从2016年的|21.4万辆增加到, 由全省|第9位上升到: something is left behind here
_FROM = re.compile(r"(?<![自理来缘])[由从](?!于|事|业|严|此)[^,，。;；由从到至]{0,16}$")
_TO = re.compile(
    r"(?:[位名]|以上|左右|以下|多)?[)）]?[,，]?[^,，。;；\d]{0,14}?(?:[到至]|[增减降升变改调精压][整简缩化]?为|[整化缩]为|成为|转为|为|[跃升晋]居)"
    r"(?:了|近|约|超过?|[^,，。;；\d]{0,8}?)[0-9第前首榜零一二两三四五六七八九十百]"
)
# 比上年的|2.1%回落; (上年为|5.6%)
# 将现行|16%|的税率降至13%; |16支|基金整合为2支
_AS_IT_WAS = re.compile(r"(?:现行|现有|原有|原来|原先|原定)的?$")
_BECOMES = re.compile(
    r" ?的?[^,，。;；、\d]{1,14}?(?:下降|降低|下调|调减|提高|上调|提升|增加|扩大|调整|延长|缩短|压缩|压减|减少|增|降|升|减)[至到为]了?\d"
)
_MADE_INTO = re.compile(r" ?的?[^,，。;；、\d]{2,20}?(?:整合|合并|重组|归并|撤并)[为成至到]了?[^,，。;；\d]{0,12}\d")
_COMPARED_WITH = re.compile(
    rf"[比较](?:[^,，。;；比较]{{0,4}}){_WHEN}(?:同期|同月|末|底|初|全年)?[^,，。;；0-9]{{0,6}}的$"
    r"|[比较](?:现有|原有|原来|精简前|改革前|调整前)的$"
    rf"|^(?:而|比)?(?:上年|去年)(?:(?:同期|同月|末|底)(?:的|为|是|仅为|只有)?|(?:的|为|是|仅为|只有))$"
)
# 1982年为|270元,1987年提高到463元
_WAS_THEN = re.compile(r"(?:19|20)[0-9]{2}年[底末初]?(?:还|仅|只|才)?(?:[为是有]|不[到足])[^,，。;；0-9]{0,4}$")
_ROSE_SINCE = re.compile(
    r"(?:左右|多)?[,，、]到?(?:19|20)[0-9]{2}年[底末]?(?:已|就|则)?[^,，。;；0-9]{0,6}?"
    r"(?:提高|增加|增长|上升|上涨|扩大|发展|下降|减少|降低|降|缩小|压缩|增|升|减)[了]?[到至为]"
)
_BEYOND = r"(?:超过|超额完成|超额实现|超出|超|高于|快于|低于|少于|好于|优于|不及|慢于|落后于|未能?完成|未能?实现|未达到?|没有达到|没有完成)"
_WHENS = frozenset("年期月季五")
_AIMS = re.compile("[计预目任要规控]")
_AIM = r"(?:计划|预期|目标|预算|任务|要求|规划|控制数|预定)"
# 超过计划增长|7%的要求, 低于预期目标的|3%
_AGAINST_GOAL = re.compile(rf"{_BEYOND}[^,，。;；]{{0,10}}{_AIM}[^,，。;；0-9]{{0,6}}(?:增长|增速|上涨|涨幅|下降|增加|的|为|[数值])$")
# 高于|6%左右的预期目标
_BEYOND_AT_END = re.compile(rf"{_BEYOND}[^,，。;；]{{0,10}}$")
_GOAL_AFTER = re.compile(rf"(?:以上|左右|以内|以下)?的?[^,，。;；0-9]{{0,6}}?{_AIM}(?![内外])")
# 年度计划64亿元的52%
_PART_OF_GOAL = re.compile(rf"{_AIM}(?:总?数|值|为|的)?$")
_ITS_PART = re.compile(r"的 ?(?:百分之|[0-9]+(?:\.[0-9]+)?%)")

_YEARLY = re.compile(
    r"(?:年均|年平均|年递增|平均每年|每年平均|逐年平均|[两二三四五六七八九十0-9]年(?:来)?(?:年?平均|复合))"
    r"(?!浓度|气温|水温|温度|降水|降雨|值|质量|风速|流量|径流|日照|工资|从业|人口|在岗|人数|汇率|价格|余额|水平|水位|相对|湿度)[^,，。;；:：0-9]*$"
)
_YEARLY_AFTER = re.compile(r"(?:以上|左右)?的(?:年均|年平均)")


def base_of(text: str, end: int, left: str, kind: str) -> FigureBase | None:
    """Return what the figure that ends at `end` of the folded `text` is compared as; `left` is its clause before it.

    None for values of the fact itself, and for mere differences (超过计划|3个百分点).
    """
    if kind in ("points", "steps"):
        return None
    if ("由" in left or "从" in left) and _FROM.search(left) and _TO.match(text, end):
        return "earlier"
    if ("现" in left or "原" in left) and _AS_IT_WAS.search(left) and _BECOMES.match(text, end):
        return "earlier"
    if kind == "count" and _MADE_INTO.match(text, end):
        return "earlier"
    if (left.endswith("的") or not _WHENS.isdisjoint(left)) and _COMPARED_WITH.search(left):
        return "earlier"
    if "年" in left and _WAS_THEN.search(left) and _ROSE_SINCE.match(text, end):
        return "earlier"
    if not (_AIMS.search(left) or _AIMS.search(text, end, end + 14)):
        return None
    if _AGAINST_GOAL.search(left) or (_BEYOND_AT_END.search(left) and _GOAL_AFTER.match(text, end)):
        return "goal"
    return "goal" if _PART_OF_GOAL.search(left) and _ITS_PART.match(text, end) else None


def is_measured_against(left: str) -> bool:
    """Return whether the words right before a goal only say that something lies beyond it (低于|4.5%以内的控制目标)."""
    return _BEYOND_AT_END.search(left) is not None


def is_yearly_average(text: str, end: int, left: str) -> bool:
    """Return whether the figure that ends at `end` is an average over years (年均增长|11.8%), not one over a year (年均浓度|32微克)."""
    if "年" in left and _YEARLY.search(left):
        return True
    return text.startswith(("的", "以", "左"), end) and _YEARLY_AFTER.match(text, end) is not None
