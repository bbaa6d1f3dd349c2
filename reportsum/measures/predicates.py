"""What a sentence without figures says of its subject: how it changed, stands or came out, which is no part of the subject's name.

Comes in: a comma piece. Goes out: of whom it is said (普法任务|全面完成 → 普法任务), or that nothing of the kind is said.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .phrases import quantity_of

SHORTEST = 4
_HOW = (
    "(?:虽|虽然|扎实|有序|纵深|顺利|平稳|蓬勃|明显|显著|不断|持续|大幅|进一步|稳步|逐步|加快|全面|有效|更加|日益|快速|整体|总体|基本"
    "|得到|有所|初步|加速|切实|广泛|深入|更为|更|圆满|如期|按期|胜利|提前|超额|相继|陆续|逐渐|日趋|大大|已经?|也|均|都|正在|正|基本上|大体上)+"
)
_CHANGED = re.compile(
    f"(?<![和并地]){_HOW}(?:提高|提升|增强|加大|改善|优化|增加|减少|扩大|向好|下降|完善|健全|加强|显现|凸显|上升|壮大|形成|好转|增长|集聚|释放|激发|发展|加剧|普及|应用"
    "|确立|稳固|突出|回落|回升|上涨|下跌|收窄|减弱|缩小|走低|走高|企稳|缓解|推进|实施|展开|落实|运行|开展|推广|启动|铺开"
    "|完成|实现|建成|深化|拓展|丰富|活跃|巩固|密切|有力|成熟|充实|改观|理顺|实行)了?$"
)
# 债务水平|是可控的, 实际增速|为近年最高: the quantity of which something is said
_IS = re.compile(
    r"(?:总体|整体|基本|仍然|依然|已经|都|均)*(?:是[^,，]{1,10}的"
    r"|(?:普遍|总体|整体|仍然?|依然|还|比较|较|相对|偏)*[低弱差慢]"
    r"|(?:再|屡|连|均|双双|首)?(?:是|为|创)[^,，]{0,14}(?:最[高低快好大多优]|新高|新低|之最)(?:的?[一-鿿]{2,3})?|(?:连续[^,，]{1,4}年)?(?:保持|处于|居)[^,，]{0,8}最[高低好]水平"
    r"|(?:保持|处于|处在|维持)在?[^,，]{0,6}(?:[高低]位|稳定|平稳|合理区间|合理水平|可控|领先水平|增长|回升)|稳定|平稳|提质增效|稳量提质|稳中提质|(?:进入|迈入|跻身)[^,，]{2,12})$"
)
_MAY_SAY = re.compile("[是最新入跻低弱差慢位稳区控领持质]")
"""What _IS cannot do without."""
_STATES = ("水平", "程度", "状况", "能力", "质量", "速度", "效率", "强度", "力度", "规模")
# 居民收入增长|与经济增长同步, 毛入园率|均高于全国平均水平, 复议改革|走在全国前列, 减税工作|进展顺利
_HOW_IT_STANDS = re.compile(
    r"(?:均|都|要|总体|基本|持续|稳步|继续)*(?:(?:与|同|和)[^,，]{2,10}(?:基本|总体)?同步|(?:高于|快于|优于|好于|低于|超过?)(?:全[国省市]|经济|平均|上年|城镇)[^,，]{0,10}"
    r"|(?:走在|位居|居于?|稳居|保持在|排|列|位列|名列|排名)[^,，]{0,8}(?:前列|前茅|方阵|首位)|(?:连续[^,，]{1,4}[年次])?(?:均|都)?(?:获|获得|获评|评为|为|广受|深受|备受|广获|屡获|收获|赢得)?(?:优秀|好评|A级)(?:等次)?|进展顺利|高效有力|稳中有进|稳中向好)$"
)
# 两个指标|没有达到规划预期
_MISSED = re.compile(r"(?:均|都|仍|还)*(?:没有|未能?|尚未|仍未)(?:能?够?)?(?:达到|完成|实现|根本|得到|有效|彻底)")
# 体育事业|实现新进步, 外贸工作|开创新局面, 科普工作|有了很大发展
_CAME_TO = re.compile(
    "(?:(?:也|都|均|已经?|正|又|要|将|比[^,，]{1,6}年)*(?:实现|取得|迈出|迈上|跨上|再上|开创|打开|呈现出?|收到|有|得到|获得|发生)了?(?:新的?|很大|较大|更大|重大|重点|历史性|明显|显著|可喜|积极|坚实|重要|长足|阶段性|突破性|实质性|一定|广泛|进一步)+的?"
    "(?:进步|突破|局面|跨越|跃升|提升|提高|步伐|成效|进展|台阶|成果|胜利|成就|飞跃|变化|气象|成绩|发展|改善|增强|加强|增长|好转)|(?:也|都|均)*实现[正双]?增长)$"
)
# 氮氧化物排放|完成国家下达目标, 人均消费水平|要力争实现
_MET = re.compile(
    "(?:超额|提前|全面|圆满|如期|顺利|均|都|已|预计|可|将)*(?:完成|实现|达到)(?:国家|[全本]?[省市]|全?年度?|年初|预期|既定|上级|规划|计划|原定|下达|规定|确定|预定|的)+(?:目标|任务|计划|指标|要求|进度|标准)+$"
    "|要(?:力争|努力|确保|坚决|争取|必须)*(?:实现|完成|达到)$"
)
# 二期工程|已有部分机组投产
_SOME_OF_IT = re.compile("已有(?:部分|一些|不少|多数|大部分)[^,，]{2,10}$")
# 井下通信网络|可实现与环网的无缝对接, 精神文明建设|包括思想建设和文化建设
_CAN = re.compile(
    "(?<![功职性智产动节赋效机才潜势热])(?:可以?|能够?)(?:有效|自动|实时)?(?:实现|达到|满足|支持|提供)[^,，]{2,}$"
    "|(?<![（(])(?:主要)?包括[^,，]{4,}$"
)
# 进出口总额|出现下降
_TURNED = re.compile(
    "(?:也|都|均|首次|已)*出现了?(?:较大|明显|大幅|不同程度|一定|较快|新的?|连续|的)*(?:下降|上升|回落|下滑|萎缩|负增长|亏损|好转|回升|放缓|波动)$"
)
# 甲市产业发展|在全省具有示范带动作用
_HAS_PART = re.compile("(?:在[^,，]{1,8})(?:具有|发挥|起到)了?[^,，]{2,14}作用$")
_ENDS_TO = frozenset("进步破局面越升高伐效展阶果胜利就跃变化象绩善强长转")
"""What _CAME_TO ends with."""


def what_is_said(phrase: str) -> re.Match[str] | None:
    """Return what a phrase says of its subject, None where it says nothing that is known.

    >>> [told[0] for name in ("普法任务全面完成", "外贸工作开创新局面") if (told := what_is_said(name))]
    ['全面完成', '开创新局面']
    """
    told = _CHANGED.search(phrase, SHORTEST)
    if told is None and ("没" in phrase or "未" in phrase):
        told = _MISSED.search(phrase, SHORTEST)
    if told is None and phrase.endswith("作用"):
        told = _HAS_PART.search(phrase, SHORTEST)
    if told is None and "出现" in phrase:
        told = _TURNED.search(phrase, SHORTEST)
    return told or how_it_stands(phrase) or what_it_came_to(phrase)


def how_it_stands(phrase: str) -> re.Match[str] | None:
    """Return what a phrase says of where its subject stands, None where it does not."""
    told = _state_of(phrase) or _HOW_IT_STANDS.search(phrase, SHORTEST)
    if told is None and ("完成" in phrase or "实现" in phrase or "达到" in phrase):
        told = _MET.search(phrase, SHORTEST)
    if told is None and ("可" in phrase or "能" in phrase or "包括" in phrase):
        told = _CAN.search(phrase, SHORTEST)
    return told or (_SOME_OF_IT.search(phrase, SHORTEST) if "已有" in phrase else None)


def what_it_came_to(phrase: str) -> re.Match[str] | None:
    """Return what a phrase says that its subject came to, in words that fit everything (体育事业|实现新进步); None where it does not."""
    return _CAME_TO.search(phrase, SHORTEST) if phrase[-1:] in _ENDS_TO else None


def _state_of(phrase: str) -> re.Match[str] | None:
    """Return what is said of a quantity or of a state that has degrees (债务水平|是可控的), None where nothing is."""
    told = _IS.search(phrase, SHORTEST) if _MAY_SAY.search(phrase, SHORTEST) else None
    name = phrase[: told.start()] if told else ""
    return told if quantity_of(name) or name.endswith(_STATES) else None
