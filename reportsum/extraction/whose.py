"""Whose figure a clause tells: an indicator named without an owner is the report's, unless the clause speaks of another.

Comes in: a Chinese clause and the metric that was read from it. Goes out: whether the clause speaks of another region (川渝一体化加快，
地区生产总值突破10万亿元), of one industry (建筑业不景气，失业率升至5%) or of some firms (省属企业完成投资…、研发投入134亿元).
"""

from __future__ import annotations

from reportsum import lazy_re as re

_TAIL = 4
"""So many last characters of a metric find it in its clause."""
_STOPS = "，,；;。"
_REGION = re.compile(
    r"(?:川渝|成渝|京津冀|长三角|珠三角|粤港澳|大湾区|长江经济带|黄河流域|东北三省|环渤海|中部六省|西部十二省|[两三]省[一二两]?市?|两地)"
    r"(?=[^，,]{0,8}(?:一体化|协同|经济圈|地区|区域|城市群|格局|共同|合计|高质量发展))(?!.*\d)"
)
"""How a part between commas begins that speaks of a region over several provinces, and tells no figure of it."""
_OWN = re.compile(r"全[省市区县州旗]|我[省市区县州旗]|本[省市区县州]")
_FIRMS = re.compile(
    r"(?:省属|市属|区属|县属|中直|地方|国有|民营|外资|上市|龙头|骨干|重点|规模以上|规上)?[\u4e00-\u9fff]{0,6}?(?:企业|国企|央企|集团|公司|园区|开发区|高新区)"
    r"(?=(?:全年|共|累计|已)*(?:完成|实现|投入|上缴|缴纳|的?研发投入|的?营业收入|的?利润|合计))"
)
"""How a part begins that tells what some firms did."""
_INDUSTRY = re.compile(r"[\u4e00-\u9fff]{0,8}?[^就失创毕从营开作企专]业(?![务绩主经态链])(?!.*\d)")
_OF_WORKERS = frozenset({"unemployment", "surveyed_unemployment", "registered_unemployment", "wages"})
"""Indicators of people at work: an industry has its own."""


def is_of_another(indicator: str, metric: str, text: str, own: str | None) -> bool:
    """Return whether what a Chinese clause tells under the bare name of an indicator is not the report's own; `own` is its place.

    >>> is_of_another("gdp", "地区生产总值", "川渝一体化加快，地区生产总值突破10万亿元。", "重庆市")
    True
    >>> is_of_another("gdp", "地区生产总值", "川渝一体化加快，全市地区生产总值增长5%。", "重庆市")
    False
    """
    at = text.find(metric[-_TAIL:])
    if at < 0 or metric[:2] in ("全市", "全省", "全区", "全国", "全县"):
        return False
    start = max(text.rfind(stop, 0, at) for stop in _STOPS) + 1
    part = text[start:at]
    if _OWN.search(part) is not None or (own is not None and own[:2] in part):
        return False
    firms = _FIRMS.match(part)
    if firms is not None and firms[0][-2:] not in metric and firms.end() < len(part):
        return True
    before = text[: max(start - 1, 0)]
    before = before[max(before.rfind(stop) for stop in _STOPS) + 1 :] if start else ""
    if _REGION.match(part or before) is not None or _REGION.match(before) is not None:
        return True
    return indicator in _OF_WORKERS and _INDUSTRY.match(before) is not None
