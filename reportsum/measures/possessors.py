"""Names that need another name: parts of a whole, quantities of an owner, ranks and shares of a subject."""

from __future__ import annotations

from reportsum import lazy_re as re

from .phrases import noun_of, quantity_of, strip_tail, verb_at_start, without_verb
from .words import words

_RATES = ("增速", "增幅", "降幅", "涨幅")
RATES_OF_CHANGE = frozenset(
    [
        *("增长率", "增长速度", "同比", "环比", "自然增长", "同口径增长"),
        *(how + rate for how in ("", "同比", "环比", "自然", "同口径", "名义", "实际", "年均") for rate in _RATES),
    ]
)
"""They speak of the subject itself: 增速|6% is the growth of what was told before."""
RATIOS = frozenset(("占比", "比重", "份额", "比例", "比率", "增速", "增幅", "余额占比"))
"""They belong to the whole name of their owner: 制造业贷款余额 + 占比."""
_PER_HEAD = frozenset(("人均", "户均", "亩均", "月均", "人均增加", "人均增收"))
"""They are told of the whole quantity: 养老金 + 人均."""
SAME_HEAD = frozenset(("优良率", "投入强度", "运营里程", "通车里程", "营业里程"))
"""They repeat the beginning of what their owner ends with: 空气质量优良天数 → 空气质量优良率."""

# 软件产业|新增从业人员, 营收: of whoever added them
_DOES = re.compile("(?:共|累计|已)*(?:新增|净增|集聚|吸纳|入驻|带动|实现)(?=..)")
# 文艺作品|获文华奖|3项、|群星奖
_HOLDS = re.compile("(?:共|累计|已)*(?:新增|净增|集聚|吸纳|入驻|带动|实现|建成|培育|引进|接待|运送|发送|荣?获(?:得|评)?(?=..))(?=..)")
# 省属国企|战略性布局、专业化整合,营业收入: of the firms, not of what is done with them
_DEED_AT_END = re.compile(
    "(?<=[国企业团行公司院])(?:(?:战略性|专业化|市场化|混合所有制|现代化|数字化|智能化|结构|布局|资源|公司制|股份制|综合|深化|系统性)*"
    "(?:重组|整合|改革|改制|布局|转型|升级|调整|改造|优化)(?:[、和]|$))+$"
)
_WHO = 3
_SAYS_NOTHING = frozenset(("", "总量", "数量", "总数", "数", "总额", "指数"))
_ATTAINED = re.compile(r"^(?:累计|预计|共|已)*(?:完成|实现)")
_PLANNED = re.compile(r"^计划(?:新?(?:开工|竣工|完成|建设))?")
_TOTAL = re.compile(r"(?<=..)(?:总数量?|总量|数量)$")
_LEVEL = re.compile(r"^(?:国家|省|市|县|区|镇|A)级(?:及?以上)?")
_SIZED = re.compile(r"^超?[\d.一二三五十百千万亿]+(?:美元|元|吨|平方米)(?:及?以上|以下)?")
# Parts that are attributes of their whole and stand before it: 国家级, 科创板, 新建, 曲塘镇.
_ATTRIBUTE = re.compile(r"(?:以上|以下|级|类|型|板|性|等|籍|所|新建|续建|在建|改建|扩建|开工|竣工|完成|投产|市|区|县|镇|街道)$")
_HELD = re.compile(r"(?:均|继续|稳居|稳列|位居|位列|名列|居|列|排名|排|位次|为|保持|升至|跃居|跃升至|获|的)+$")
_WITHIN = re.compile(
    r"(?:稳居|[跃晋]居|(?:跃|上|晋|提|攀)?升[至到]?|跃至|继续保持|保持|名列|位居|位列|居|列|排名|排|在)(?=全|世界|[东西中]部|长三|苏[中南北]|[省市县区州国])|(?<=[速幅量数额比度率])(?:位居|位列|居|列|排|在)|排名"
)
_HOW_LONG = re.compile(r"连续[^,，、]{1,5}?(?:年|季度|个月|次|届)")
# 粮食按人口平均|占有量: of the total no longer
_PER_CAPITA = re.compile(r"(?<=..)(?:按[^,，]{1,6}平均|人均|户均|平均每人)$")
_PRICES = ("价格", "价格指数", "价格总水平", "物价", "物价总指数", "物价总水平", "物价指数", "价格总指数")
_SHARE_OF = re.compile("占[^占]{1,14}(?:比重|比例)$")  # 教育经费投入|占生产总值比重
_PLACE = re.compile(r"全[省国市县区球州]|世界|苏[中南北]|[省市县区州国]|地区|城市")


def attained(core: str) -> str:
    """Return `core` without 完成 or 实现 before a quantity.

    >>> attained("完成规模工业总产值")
    '规模工业总产值'
    """
    found = _ATTAINED.match(core)
    return core[found.end() :] if found and len(core) - found.end() >= 3 else core


def unplanned(things: str) -> str:
    """Return things without the plan that was made for them: of 计划新开工项目, so many 项目 were really begun."""
    return _PLANNED.sub("", things)


def without_total(things: str) -> str:
    """Return things without 总数 or 总量: what is added to 市场主体总量 are 市场主体."""
    return _TOTAL.sub("", things)


_OF_THE_QUANTITY = ("比例", "完成率", "执行率")
"""Ratios of the quantity itself: 一般性支出|压减比例."""


_ONLY_COUNTED = (
    ("工业企业", "增加值", "工业"),  # 规模以上工业企业900家、增加值|增长5%
    ("航线", "吞吐量", ""),  # 集装箱航线150条、吞吐量
    ("新线", "总", ""),  # 开通地铁新线3条,总里程|909公里
)
"""Things that are only counted, how a quantity begins that is not theirs, and whose it is: of 集装箱航线 the ports have the 吞吐量."""


def owned(owner: str, core: str) -> str:
    """Return `core`, a name that is relative, with its owner before it.

    >>> owned("新增境外投资项目", "投资额")
    '境外投资项目投资额'
    >>> owned("粮食播种面积", "总产")
    '粮食总产'
    """
    base = noun_of(owner) if verb_at_start(owner) != owner else ""
    base = without_verb(base) if core.endswith("率") else base
    base = _DEED_AT_END.sub("", base)
    base = base.removesuffix("效益") if core in ("利润", "利税", "利润总额") and len(base) > 4 else base  # 国有企业效益好转,利润|增长20%
    if "、" in base and "等" in base[:-2]:
        base = base.rpartition("等")[2]  # 甲、乙等文明城市|总数
    if (does := _DOES.search(base, _WHO)) is not None:
        base = base[: does.start()]
    if core.endswith("完成率") and base.endswith(done := "完成" + core.removesuffix("完成率")):
        base = base[: -len(done)]  # 项目完成投资5亿元,投资完成率|98%
    if not base or base in core or base.endswith("率"):
        return core
    for things, quantity, whose in _ONLY_COUNTED:
        if core.startswith(quantity) and base.endswith(things):
            base = base.removesuffix(things) + whose
    if core in SAME_HEAD and base.find(core[:2]) > 0:
        return base[: base.find(core[:2])] + core
    if core in _PER_HEAD:  # 劳务总收入, 人均 → 劳务人均收入; 养老金, 人均增加 → 养老金人均增加
        quantity = quantity_of(base) if core == "人均" else ""
        return base[: -len(quantity)].removesuffix("总") + core + quantity if quantity and quantity != base else base + core
    if core[0] == "总" and len(core) > 2 and base.endswith(core[1:]):
        return base[: 1 - len(core)].removesuffix("总") + core  # 发电装机, 总装机; 项目总投资, 总投资
    quantity = quantity_of(base)
    if core not in RATIOS and not core.endswith(_OF_THE_QUANTITY) and quantity and len(base) - len(quantity) >= 2:
        base = _PER_CAPITA.sub("", base[: -len(quantity)]).removesuffix("总")
        if base.endswith("、") and (other := quantity_of(base[:-1])) and len(base) - len(other) > 2:
            base = base[: -1 - len(other)]  # 茶叶面积、产量, 精制率
    return base + core.removeprefix(base[-2:])


def who_does(name: str) -> str:
    """Return the subject of a name with its verb, "" where it has none (软件产业新增|从业人员)."""
    does = _HOLDS.search(name, 2)
    return name[: does.end()] if does is not None else ""


def quantity_left_out(name: str, told: str, whole: str) -> str:
    """Return the quantity that goes without saying in a change of `name`, or "".

    `told` is the quantity last told of an industry, `whole` what the name is a part of.

    >>> quantity_left_out("纺织业", "增加值", "")
    '增加值'
    >>> quantity_left_out("民营企业", "", "货物进出口总额")
    '进出口总额'
    """
    if quantity_of(name):
        return ""
    if name.endswith("业") and not name.endswith("企业") and told:
        return told
    if whole.endswith(_PRICES) and "价" not in name:
        return "价格"
    quantity = quantity_of(_SHARE_OF.sub("", whole))
    sector = name.endswith(("产", "业", "类")) and not name.endswith("企业")
    return "" if sector or quantity in _SAYS_NOTHING else quantity


# 粳稻|最低收购价
_PRICE = re.compile("(?<=..)(?:最低|保护|平均)?(?:收购|销售|出厂|零售|批发)?价格?$")
_THING_ALONE = 6


def price_left_out(name: str, told: str) -> str:
    """Return the price that goes without saying where money is told of a thing alone, "" where none was told before.

    >>> price_left_out("小麦", "粳稻最低收购价")
    '最低收购价'
    >>> price_left_out("涨价补贴", "粳稻最低收购价")
    ''
    """
    price = _PRICE.search(told) if "价" in told else None
    alone = len(name) <= _THING_ALONE and "价" not in name and not (quantity_of(name) or verb_at_start(name))
    return price.group() if price is not None and alone else ""


def part_of(whole: str, part: str) -> str:
    """Return the name of a part that needs its whole.

    >>> part_of("新增上市企业", "科创板")
    '新增科创板上市企业'
    """
    name = noun_of(whole)
    if not _ATTRIBUTE.search(part) and part not in words().unfit:
        return f"{name}中{part}"
    verb = verb_at_start(whole) if name != whole else ""
    if part.startswith("计划"):
        name = unplanned(name)
    name = (_LEVEL if part.endswith("级") else _SIZED).sub("", name)
    return verb + part.removesuffix("等") + name


def ranked(subject: str, opened: str) -> str:
    """Return the name of a rank: what is ranked, where, and 排名; "" without a subject.

    >>> ranked("规模工业总产值", "增幅列南通九县市区")
    '规模工业总产值增幅南通九县市区排名'
    """
    if not subject or subject.endswith(("排名", "排位", "位次")):
        return subject
    opened = _HOW_LONG.sub("", opened)
    where = _HELD.sub("", opened).removeprefix(subject).lstrip("在列居为均位排").strip("，,的")
    where = _WITHIN.sub("", where.rpartition("、")[2])
    named = bool(_PLACE.search(where)) or (2 <= len(where) <= 4 and strip_tail(where) == where and where not in RATES_OF_CHANGE)
    return f"{attained(subject)}{where if named else ''}排名"
