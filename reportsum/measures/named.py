"""Names before a figure: what the phrase that leads up to it says, and whom it speaks of.

RULES is tried from the top; each rule reads the figure and returns True, or leaves it to the next. The last one always reads it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from reportsum import lazy_re as re

from ..figures.figure import FoundFigure
from .beside import LOOK_AHEAD, Beside
from .counted import STEPS, context, spent
from .effects import effect_name
from .firms import is_an_owners, owner_spoken_of
from .industries import industry_spoken_of, is_an_industrys, of_industry
from .phrases import (
    is_no_name,
    is_relative,
    noun_of,
    per_head,
    quantity_of,
    says_only_when,
    share_of,
    split_counted,
    strip_lead,
    strip_tail,
    tidy,
    verb_at_start,
    without_verb,
)
from .possessors import (
    RATES_OF_CHANGE,
    attained,
    owned,
    part_of,
    price_left_out,
    quantity_left_out,
    ranked,
    unplanned,
    who_does,
    without_total,
)
from .state import Telling
from .words import words


class Told(NamedTuple):
    """A figure with the phrase that leads up to it."""

    at: int
    number: int
    figure: FoundFigure
    beside: Beside


Rule = Callable[[Telling, Told], bool]

# 进出口在对甲国贸易下降|2成|的情况下增长11%
_UNDER = re.compile("(?:以上|左右|多)?的?(?:[^,，。的]{0,4})(?:情况|条件|形势|背景|压力)之?[下上]")
# 实现本世纪末把我国人口|控制在|12亿
_TAKEN_TO = re.compile(r"(?<=...)(?:把|(?<![即必])将)(?:我国|全国|全省|全市)?(?P<name>[^把将,，、的]{2,14})$")
# 农村贫困人口减少|100万人: how many fewer, not how many
_FEWER = re.compile("(?:[已共将累计全年再]*)减少了?(?:了?近|约|超过?)?")
_SENTENCE_OF_ITS_OWN = re.compile("(?:以上|左右|多)?[,，](?![^,，]{0,6}(?:减|降|至|到|为|剩|还有|仅))[^,，]{2,}")
_SIZE_REACHED = re.compile(r"(?P<verb>突破|超过?|达到?|过)(?=\d)")
_PIVOTS = ("推动", "推进", "促进", "带动", "确保", "力争", "引导")
_COMES_TO = re.compile(
    r"[^,，、]{0,6}?(?:达到?|突破|超过?|增长|提高|提升|上升|下降|降低|降到|降至|保持|稳定|控制|分别|年均|增至|增加到|扩大|实现(?!率)|不低于|不少于|位居|跻身|进入)"
)
# Against what the quantity told before is set: 比历史最高年产量|增长一倍, (原计划降低|8.4%), (全省平均15.9%)高|6个百分点.
_THAN = re.compile(r"[比较較](?![例重率值较分拟为])")
_PLANNED_BEFORE = frozenset(("原计划", "原定计划", "原定", "计划", "上年", "去年", "上年同期", "去年同期"))
_BEYOND_PLAN = re.compile(r"(?:超过?|超出|超额|低于|突破)(?:全?年度?|原定?|国家|预定)?(?:计划|预算|任务|预期)$")
# 远远超过1953年到1978年平均每年增长|3.2%|的速度
_FAR_BEYOND = re.compile("(?:远远|大大|明显|显著)(?:超过|高于|快于|低于|慢于)了?")
_HOW_LONG = re.compile(r"(?:提前)?[一二两三四五六七八九十\d]+(?:年|个月|天)$")  # 提前五年实现|翻两番
_SIDES = frozenset("高低快慢多少")
_PER_HEAD = re.compile(
    r"(?:全[国省市县区])?(?:平均)?每[百千万]?名?(?:常住)?(?:人口?|户)(?:居民|家庭|农户)*(?:拥有|占有|有)?|[人户]均(?:占有|拥有)"
)
# 农民的纯收入,全国平均每人|达到355元
_EACH_ONE = re.compile(r"(?:全[国省市县区]|我国)?平均每(?P<one>[人户亩])(?:每[年月])?(?:达到?|为|是|约|近)*")
_PURE = re.compile("的?纯?$")
_FIRMS = ("企业", "公司", "工业单位")
_TOTALS = frozenset(("总量", "总额", "总规模", "规模", "总数"))
_KEPT = ("控制在", "稳定在", "保持在", "维持在")
# How far the things told before have come: 25项,已完成|12项.
_PROGRESS = re.compile(
    r"(?:已经?|均|共|全部|累计|实际|其中|按期|如期|按时|顺利|圆满|[日月年]均|平均每[日天月年])*"
    r"((?:正在|尚?未|加快|持续)?(?:推进|滞后|进度滞后|在建|开工)|(?:正在|新)?(?:新增|净增|完成|完工|竣工|开工|基本建成|建成|投产|投用|实施|解决|整改|办结|审结|结案|销号|化解|启动|签约|落户|落地|验收|整治|通过|达标|达产)+"
    r"(?:建设|验收|整治|改造|整改)?)(?:了|达|达到|共)?$"
)
# Where a rank is held, or which side of the quantity is ranked: 南通|第一, 增幅列南通九县(市)区|第2, 总数南通|第一.
_HELD_WHERE = re.compile(
    r"(?:增速|增幅|总量|总数|数量|占比|总额|规模|两项指标|综合|排名|位次)?(?:在|列|居|位居|位列|名列|排|排名|均|继续|稳居)*"
    r"(?:[^,，、]{0,12}(?:县|市|区|省|州|\)区|地区|城市|国家|经济体)[中里内]?|.{0,4}(?<![度率量额数值比力产平入资效均]))$"
)
# 跃居全国省级财政|第一: in what it holds its place
_HOLDS_PLACE = re.compile("(?:并|均|都|已|继续|连续[^,，、]{1,4}年)*(?:[跃位稳]居|[位名]列|升至|上升[至到]|跻身)[^,，、]{0,14}$")
# 出口通关效率稳居|第一: what is ranked stands before the verb
_OWN_RANK = re.compile(
    r"(?!(?:同比|环比|平均|年均|名义|实际|累计)?(?:增速|增幅|降幅|涨幅|总量|总数|总额|数量|规模|占比|排名|位次|综合))"
    r"[^,，、]{4,20}?(?<=[率量额值力数性度平])(?:连续[^,，]{1,4}年)?(?:稳|位|跃)?居"
)
# 高新区在国家级高新区综合考核评价中稳居|第一
_RATED = re.compile(
    "(?P<of>[^,，、在“]{2,16})在(?P<what>[^,，]{2,24}?(?:考核|评价|评比|测评|评估|考评|榜单|评选|排名|排行榜))(?:结果|活动)?中"
)
# 连续9年稳居自然指数全球|榜首
_RATED_AGAIN = re.compile("(?:并|且|已)*连续[^,，、在]{1,5}在(?P<what>[^,，、]{2,24}(?:考核|评价|评比|测评|评估|考评))(?:结果|活动)?中")
_LISTED_IN = re.compile(
    "(?:稳居|位居|位列|名列|跃居|居|列)(?P<what>[^,，、居列]{2,16}(?:指数|排行榜|榜单)[^,，、居列]{0,8}?)(?:全球|全国|世界|国内)?(?:榜单)?$"
)
_BOTH_HOLD = ("均", "都", "双双", "分别均")
LONGEST_RANKED = 26
"""Names of several quantities that hold one place, with the place behind them."""
_RANKING = re.compile("(?:综合|总|全[国省市]|世界)*(?:排名|位次)")
# 结算量|连续多年稳居西部和边境省区|第一
_HELD_AT_END = re.compile(
    r"(?<=..)(?:连续[^,，、]{1,4}[年次])?(?:均|都)?(?:(?:稳|位|跃|高)?(?:居|列)(?![民家车])|跃上|跃升)[^,，、]{1,14}$"
)
_COMPLETED = re.compile(r"^([^占]{0,24}?)(?:已经?|均|累计|实际|超额|提前|超时序|超序时)*完成(?!率|额|量|值|比)(?:了)?(.{0,20})$")
_IN_ALL = re.compile("累计")
_CAPACITIES = frozenset(("吨", "千瓦", "兆瓦", "吉瓦"))
_PUSHES = ("推动", "推进", "加快", "支持", "确保", "促进")
_ADDED = ("新增", "净增", "增加")
_GOAL = re.compile(
    r"^(?=.*(?:计划|任务|目标|指标|进度|时序|序时|预算|全年|年度|下达|既定|预期))"
    r"(?:超额|提前|顺利|圆满|全面|已|共)*(?:完成|实现|达到|达|为)?"
    r"(?:省|市|区|县|投资|时间|全年|年度|年初|年(?=计划|目标|任务)|调整|代编|批准|核定|上级|下达|既定|预期|总|全部|的|计划|任务|目标|指标|进度|序时|时序|预算)+"
    r"(?:任务|目标|计划|指标|进度|数|预算)?的?$"
)
_GOAL_IN_FIGURES = re.compile("(?:完成|占|为)[^,，。;；]{0,6}(?:预算|计划|目标|任务)(?:总?额|数|值|为|的)?$")
_RAISED_MONEY = ("筹措", "筹集")
_PLAIN_SPENDING = frozenset((*_RAISED_MONEY, "投资", "投入", "投入资金", "年内投资", "累计投资", "累计投入"))
_AIMED = re.compile(r"完成|目标|任务|指标|下达")
# 全年投入14.5亿元,重点实施了|40个民生项目: what the money is for, in the piece behind
_FOR = re.compile(
    r"(?:以上|左右|多|余)?[,，]?(?:并|重点|主要|集中|全部|专项|先后|加快|继续|全面|大力|着力|用于|用来)*"
    r"(?:用于|用来|支持|实施|推进|建设|建成|保障(?![性房])|解决|补贴|补助|资助|奖励|扶持|(?=化解|促进|帮助|改善)|开展|投向|完成|启动|新建|改建|扩建|修建|改造|对)+了?的?"
    r"(?:[\d一两三四五六七八九十]+(?:多|余)?[个项条家所处座])?(?P<name>[^,，。;；:：]{3,24})"
)
# 对城区管网|进行全面改造: what is done to it belongs to the name of the works
_WORKED_ON = re.compile(r"(?:进行|实施|开展)了?(?:全面|系统|集中|整体|综合|彻底|升级)*(?P<act>[^的]{2,6})$")
_SIZE_BEFORE = re.compile(r"^\d+(?:\.\d+)?[万亿]?[一-鿿]{1,3}(?:及?以[上下])的?(?=..)")  # 10蒸吨以下|锅炉改造
# 1.8万户、189万平方米|棚改任务
_AMOUNTS_BEFORE = re.compile(
    r"^(?:\d[\d.]*[万亿]?(?:户|套|栋|人|亩|处|座|公里|平方米|平方公里)[一-鿿]{0,5}[、和])+\d[\d.]*[万亿]?(?:户|套|栋|人|亩|处|座|公里|平方米|平方公里)的?"
)
_COUNT_AT_END = re.compile(r"(?<=...)\d+(?:\.\d+)?[万亿]?[一-鿿]{1,3}$")
_OTHERS = re.compile(r"等\d*[个项条家所处]?(?P<noun>项目|工程|设施)?.*$")
_SO_LONG = re.compile(
    "(?:左右|多|以上)?、(?:全长|总长|线路全长|占地|总占地|总?建筑面积|规划面积)(?:约|近|达|超)?\\d[\\d.]*[万亿]?(?:公里|米|亩|平方米|平方公里|公顷)的(?P<name>[^,，。;；:：]{3,20})"
)
_HOW_FAR = re.compile(
    r"进展|进度|推进|投入使用|投入运营|交付|主体|全面|正式|顺利|基本|整体|完工|开工|竣工|建成|投产|投用|签约|落户|落地|启动|加快|有序|年内|前期"
)
_BOTH = re.compile(r"[均都]为?(?:达到?)?$")  # 建议120件、提案260件,办复率均为|100%
_BY_WHOM = re.compile("^[^,，、的]{2,8}(?:机关|法院|检察院|部门|机构)(?:受理|批准|办理|接收|收到)(?=..)")  # 审判机关受理|案件
_EARLY = re.compile(r"提前|超额|未按期|逾期")
# 城镇居民人均可支配收入增长7.6%,农村居民|8.9%: what a name may stand for that leaves the quantity out
_COUNTERPARTS = {
    "农村": ("城镇", "城市"),
    "农村居民": ("城镇居民", "城镇常住居民", "城市居民"),
    "农村常住居民": ("城镇常住居民",),
    "城镇": ("农村",),
    "城镇居民": ("农村居民", "农村常住居民"),
    "城镇常住居民": ("农村常住居民",),
    "贷款余额": ("存款余额",),
    "存款余额": ("贷款余额",),
    "女性": ("男性",),
    "男性": ("女性",),
}
_LINKS = frozenset("、和与及")
_LINK = re.compile("[、和与及]")
# 制定稳增长|27条|、惠民生12条等政策举措
_AND_SUCH = re.compile(
    r"(?:、[^,，。;；:：\d]{2,18}\d+[条项])*等(?P<things>(?:政策|措施|举措|制度|规定|意见|办法|改革)[^,，。;；:：]{0,4})"
)
_MAKES = ("建成", "新开工")
_MADE = ("工程建设", "项目建设", "工程", "项目", "住房")
"""Deeds whose object the piece before tells: 推进安居工程建设,基本建成|500万套."""
LONGEST_THINGS = 12
LONGEST_OWNER = 24
# 人口自然增长率,四川省由|29‰降到: whose quantity it is
_PLACE_ENDS = ("省", "市", "县", "区", "州", "旗", "镇", "乡", "村", "地区")
_A_PLACE = re.compile("[^的、]{2,8}?(?:[省市县区州旗镇乡村]|自治区|地区)")
LONGEST_THING = 6
_SO_MANY = re.compile("(?<=..)[和、]?(?:[2-9]|[两三四五])个$")
_CARRIES = ("发送旅客", "运送旅客", "运输旅客", "发送货物", "运送货物", "运输货物")
_RUNS = (*_CARRIES, "开行", "全年开行", "累计开行", "开通")
_ONLY_ONE = ("唯一", "首个")
_OF_ALL = re.compile("^(?:成为)?(?:全[国球省市]|世界)")
_PRICES = ("价格指数", "消费价格", "价格总水平", "物价指数", "物价")
_OF_A_LEVEL = ("区级", "县级", "市级", "省级", "村级", "乡镇")
_CALLED_SO = tuple("路街桥河湖山厂站线港村镇县市寺里岛")
"""How the name of one place ends: 中山路."""
_KINDS_OF_PLACES = (
    *("道路", "公路", "铁路", "桥", "工厂", "车站", "产线", "管线"),
    *("岸线", "航线", "一线", "公里", "海岛", "超市", "城市", "门市"),
)
"""They end like the name of a place and name a kind."""
_PIECES = re.compile("[,，]")
_CLOSES = ("淘汰", "压减", "化解", "退出", "关停", "压缩", "去")
_CARRIER = re.compile("[^,，、的]{2,10}?(?:铁路|高铁|班列|机场|地铁|轨道交通|航线|专线|港口|公交|城际)")
_ECONOMY = ("国内生产总值", "地区生产总值", "生产总值", "经济", "全")
"""What has an effect on the world is the country, not its product."""
_EFFECTS = ("贡献率", "拉动率")
_SPENDINGS = ("支出", "投入", "投资", "经费")
_LEVELS = ("级", "辖区", "县区", "区县", "县市", "管县", "各县", "各区", "旗县", "乡镇")
"""At whose level money comes in and goes out."""
_MONEYS = (*_SPENDINGS, "资金", "补助", "补贴", "款", "金", "项目", "工程", "费", "债", "财政", "预算")
_MAKING = ("建成", "新建", "新建及改造", "培养", "新增", "建设", "占有", "拥有", "购置", "添置")
"""What is made or had one after the other, in a list parted by commas."""
_PERSONS = tuple("生员师工者")
_MADE_THINGS = frozenset("造种植转培创")
"""What opens a deed of its own: 造林."""
_USES = ("用", "将用", "拿出", "拨出", "花")
_THINGS_DOING = ("单位", "企业", "机构", "项目", "部门", "人员", "工程")
SHORTEST = 2
_REACHES_PEOPLE = ("惠及", "受益", "获益")
_WHOLE = frozenset(("税收",))
"""Quantities that a sentence of their own tells of the place the report speaks for, not of what was told before."""
_GROWTH_GOALS = ("预期增长目标", "预期增长速度", "的预期增长", "增长目标", "增速目标", "增长预期", "增长速度")
_EACH_PLACE = re.compile(r"各(?:[县市区旗镇乡街村地州盟]{1,3}|县\(市、区\)|县（市、区）)")
_EXAMPLES = re.compile("(?P<of>[^,，。;；:：、]{2,16}等)$")
_SEXES = frozenset("男女")
_RATES = ("增速", "增幅", "增长率")
_NUMBERS = frozenset(("数量", "总数", "总量", "总数量", "规模", "总规模"))
# What ends a statement that is whole before a 、: 工程建成投产、|总装机
_DONE_AT_END = re.compile(
    r"(?:全面|全部|基本|主体|正式|顺利|成功|建成|双双|稳步|已|均|相继|陆续)*"
    r"(?:投产|投用|投运|试运[转行]|达产|通车|通航|完工|竣工|开工|封顶|落地|上线|运行|运营|启用|揭牌|成型|获批|批复|翻一?番|新?(?:台阶|关口|大关|门槛)|实现突破|见效|(?:大幅|持续|稳步|明显|显著|快速|逐步|较快)(?:增加|增长|提高|提升|下降|减少|扩大|改善|降低|上升|回升))$"
)
# 稳居全国前十强、增长|4.8%: where something stands among others, no name
_STANDS = re.compile(
    r"^(?:继续|连续|稳|位|名|均|排|跃)*(?:居|列|名|跻身|进入|保持|升至)(?:在)?[^,，、]{0,10}?"
    r"(?:前列|前茅|前[一二三四五六七八九十两]+[位强名]?|第一方阵|第一梯队|首位|第一|上游)$"
)
# 中央财政安排资金, 全国财政支出: money whose purpose the piece before tells (加强保障房建设,中央财政安排资金|1713亿元)
_FUNDS = re.compile(
    r"(?:中央|省级?|市级?|区级?|县级?|各级|地方|全国|全省|全市|本级|国家)*(?:财政|预算内?|基建|国债)*(?:连续[^,，]{1,3}年)?(?:共|累计|全年|已|还|将|又|拟|计划|预计)*"
    r"(?:安排|下达|拨付|投入|筹措|争取|补助|支出|落实)*(?:了|专项|补助|各类|中央|省级|奖补)*(?:投资|资金|支出|投入)?"
)
_HOW_LONG_PAID = re.compile(r"连续[^,，]{1,3}年|(?:已经?|还|将|又|拟|计划|预计)+(?=[安下拨投筹争补支])")
_USED_FOR = re.compile(
    r"(?:以上|左右|多)?[,，]?(?:主要|重点|全部|专项|集中)*(?:用于|用来|支持|实施|解决|补贴|补助|资助|奖励|扶持|帮助|促进|改善|化解|保障)"
)
# 五年统筹|4416亿元|支持乡村振兴, 整合涉农资金|56亿元: a verb of paying, and what kind of money it is
_PAYS = re.compile(
    "(?:从?[^,，、的]{2,20}中)?(?:[一二三四五六七八九十]+年|累计|共|已|将|拟|全年|今年|去年)*(?:统筹|整合|筹措|筹集|安排|下达|拨付|争取|兑现|落实|拿出)+(?P<money>[^,，、的]{0,6}资金)?"
)
# 补贴|家电下乡: the verb says what kind of money it is
_KIND_OF_HELP = re.compile("[,，用于主要重点]{0,5}(?P<kind>补贴|补助|资助|奖励)")
_ALL_PLACES = ("全国", "全省", "全市", "全县", "全区")
_FUND_WORD = re.compile(r"财政|预算|资金|国债")
# 中央财政还将安排|150亿元: who pays, no name of what is paid
_PAYERS = re.compile(r"^(?:中央|国家|省级?|市级?|区级?|县级?|各级|地方|本级)*(?:财政|政府|预算|国债)$")
_PAYER_AT_START = re.compile("(?:中央|市县|省级?|市级?|区级?|县级?|各级|地方|本级)(?:财政|政府|预算)?")
_PAID = re.compile(r"(?:安排|拨付|下达|拨出|支持|补助|投入|投资)")
_MORE_OF_IT = re.compile(r"再|又|另|继续")
_ITS_RATE = re.compile("占[^占]{1,12}比例$")
_SPAN_BEFORE = re.compile("^[一二两三四五六七八九十\\d]+年")
_OWNS = re.compile("占有(?!率)")  # 平均每人占有|粮食800斤: what each has is no share
_SHARE = re.compile(r"^([^占]{0,24}?)(?:(?<![抢侵])占(?!地|补|用|有率|比|道)|相当于|等于)(.*)$")
# 苹果产量稳定在全国|1/4左右
_PART_OF_ALL = re.compile(r"^([^占]{2,24}?)(?:稳定|保持|维持)在(全[国省市球]|世界)的?$")
_COMPARED = re.compile(
    r"([^,，、比较]{2,10}?)?(?:分别)?(高于|低于|快于|慢于|好于|优于|高出|低出|超过|超出|超|领先|落后)([^,，、]{1,16})$"
    r"|(?<![占所])比(?![重例率值较])([^,，、比]{2,14}?)(?:分别)?(?<![提升抬走降减调放加])([高低快慢])(?:出)?$"
)
_YARDSTICK = re.compile(r"全[国省市县区州球]|平均|水平|目标|计划|预期|同期|上年|去年|地区|[增降涨]幅|增速")
_GAPS = frozenset(("收入比", "收入比值", "收入差距", "收入倍差", "收入之比"))
"""Between town and country, where nothing else is said."""
_THIS = re.compile(r"^(?:这|该|此|其)(?:一|个|种|些|项)?(?=比重|比例|占比|数字|数量|增速|增幅|指标|水平|比率|收入|支出)")
_PRONOUN = re.compile(r"^(?:该|其|上述|这些|此类|此|各该)(?!他|它|余|中)(?:产业|项目|行业|企业)?")
_NEW_AT_END = re.compile(r"^[^、]{5,}、(?:[^、]+、)*(?P<name>新[入增建评获设引招认签开][^、]{3,})$")
# Verbs that hold for the parts as well: 新登记经营主体…,其中企业 are newly registered too.
_NEW = re.compile(
    r"(?:新|净增|招引|引进|认定|培育|获评|获批)"
    r"(?:增|建|登记|认定|签约?|开工|招引|引进|设立?|批|培育|评|入库|入选|落户|投产)?"
)


def read_named(telling: Telling, told: Told) -> None:
    """Read a figure whose name stands before it, in the same clause or earlier."""
    if "、" in told.beside.core:
        told = told._replace(beside=_last_told(told.beside))
    for rule in RULES:
        if rule(telling, told):
            return


def _last_told(beside: Beside) -> Beside:
    """Return `beside` without what is told whole before the last 、 (电厂三期建成投产、总装机|386万千瓦; 优化结构、清收资金|5亿元)."""
    head, _, tail = beside.core.rpartition("、")
    tail = strip_lead(tail)
    if len(tail) < SHORTEST or "等" in tail or beside.core.count("“") != beside.core.count("”") or tail.count("”") > tail.count("“"):
        return beside
    done = _DONE_AT_END.search(head)
    owner = strip_tail(head[: done.start()]) if done else ""
    verb = verb_at_start(tail)
    if head.endswith("”") and not verb and words().act.search(head, SHORTEST) and head == head.rpartition("、")[2]:
        core = tail  # 市区建成“九桥三隧”、城市道路|突破900公里
    elif done is not None and (len(owner) >= SHORTEST or done.start() == 0):
        core = owned(owner, tail) if owner and is_relative(tail) else tail
    elif tail in _RUNS and (carrier := _CARRIER.match(without_verb(head))) is not None:
        core = carrier.group() + tail  # 推动班列拓线扩量、开行|400列
    elif tail in _NUMBERS and beside.joined:
        core = tail  # 7家|企业上榜、数量居|第2
    elif is_relative(tail) and len(without_verb(head)) >= SHORTEST and (verb_at_start(head) or beside.joined) and "、" not in head:
        core = owned(without_verb(head), tail)  # 推进“民生实事”、累计投入资金|5亿元; 推进20个项目、完成投资|5亿元
    elif (
        beside.joined
        and len(tail) <= LONGEST_THINGS
        and (quantity_of(tail) or tail[-1] in "量额率")
        and not (quantity_of(head) or verb_at_start(tail) or verb_at_start(head))
    ):
        core = head + tail if tail.startswith(_OF_A_LEVEL) and len(head) > LONGEST_THING else tail  # 5个|医疗集团、区级覆盖率
    elif verb and len(tail) - len(verb) >= SHORTEST and _says_a_deed(head):
        core = tail
    else:
        return beside
    return replace(beside, lead=core, opened=core + beside.opened[len(beside.core) :], core=core)


def _says_a_deed(head: str) -> bool:
    """Return whether a phrase is a deed with its object (零基预算改革优化支出结构), not verbs alone (新建、改建)."""
    verb = verb_at_start(head.rpartition("、")[2])
    if verb:
        return len(head.rpartition("、")[2]) - len(verb) >= SHORTEST
    act = words().act.search(head, SHORTEST)
    return act is not None and len(head) - act.end() >= SHORTEST


def _how_far_things_have_come(telling: Telling, told: Told) -> bool:
    """25项,已完成|12项; 19项末端截流工程完成|5项."""
    owner, figure = telling.memory.owner, told.figure
    if telling.whole and told.beside.listed and (told.figure.role != "count" or _PROGRESS.fullmatch(told.beside.opened) is None):
        return False
    if telling.drafts and told.at:
        before = telling.figures[told.at - 1]
        if figure.role != before.role or (figure.role != "count" and figure.base_unit != before.base_unit):
            return False
    else:
        owner = telling.memory.counted.get(figure.base_unit, "") if figure.role == "count" else ""
    if telling.whole and told.beside.listed:
        owner = telling.whole  # 90个项目,其中续建40个、新开工|50个
    opened = told.beside.opened
    verb = _PROGRESS.search(opened) if told.beside.joined else _PROGRESS.match(opened)
    if not owner or verb is None or not owner.endswith(opened[: verb.start()]):
        return False
    things = unplanned(without_verb(noun_of(owner)))
    things = _BY_WHOM.sub("", things)
    early = _EARLY.search(told.beside.lead)
    telling.start(told.number, (early.group() if early else "") + verb.group(1) + without_total(things))
    telling.memory.owner = owner
    return True


def _a_rank_of_what_was_told(telling: Telling, told: Told) -> bool:
    """规模工业总产值增长16.5%,南通|第一."""
    if told.figure.role != "rank":
        return False
    core, opened = told.beside.core, told.beside.opened
    held = _OWN_RANK.match(opened) if not told.beside.listed else None
    if telling.drafts and held is None and (not core or core in RATES_OF_CHANGE or _HELD_WHERE.match(core) or _HOLDS_PLACE.match(opened)):
        telling.follow(told.number, ranked(_all_ranked(telling, told.beside.lead) or telling.memory.subject, opened))
        return True
    if "连续" in opened and (again := _RATED_AGAIN.match(opened.rpartition("、")[2])) is not None:
        telling.start(told.number, f"{again['what']}排名")
        return True
    if "在" in opened and "中" in opened and (rated := _RATED.match(opened)) is not None:
        telling.start(told.number, f"{rated['of']}{rated['what']}排名")
        return True
    if (listed := _LISTED_IN.search(opened)) is not None:
        telling.start(told.number, f"{listed['what'].removesuffix('排名')}排名")
        return True
    if core.startswith("在“") and ("排名" in opened or "位次" in opened):
        telling.start(told.number, opened[1 : opened.find("名") + 1] or opened[1:])
        return True
    if not core and ("排名" in opened or "位次" in opened):
        telling.start(told.number, strip_tail(opened).removeprefix("在"))
        return True
    return False


def _all_ranked(telling: Telling, lead: str) -> str:
    """Return the names of all quantities that hold the same place (甲达5人、乙达8人,均居全国|首位), "" where it is one's."""
    if not lead.startswith(_BOTH_HOLD) or len(telling.drafts) < 2:
        return ""
    names = "、".join(dict.fromkeys(draft.metric.removesuffix("排名") for draft in telling.drafts if draft.metric))
    return names if len(names) <= LONGEST_RANKED else ""


def _the_same_again(telling: Telling, told: Told) -> bool:
    """完成进出口总额1003亿元,同比增长|5.7%; 增长5.8%,总量突破|12万亿元."""
    core = told.beside.core
    if not core and "占" in told.beside.opened:
        return False
    if core and telling.memory.subject and (_is_against(told) or is_no_name(core) or STEPS.fullmatch(core)):
        core = ""
    if core and not telling.memory.subject and told.figure.base == "earlier" and says_only_when(core) and telling.topic:
        telling.start(told.number, telling.topic)
        return True
    total = core in _TOTALS and telling.drafts and not telling.roles_told() & {"level", "count"}
    if total and telling.roles_told() == {"share"} and (added := _added_to(told)):
        telling.start(told.number, owned(added, core))
        return True
    if core and core not in RATES_OF_CHANGE and not told.beside.opened.startswith(_KEPT) and not total:
        return False
    subject = telling.memory.subject
    if total and (rate := next((rate for rate in _RATES if subject.endswith(rate)), "")):
        telling.start(told.number, subject.removesuffix(rate))  # 收入增速达30%,规模达到|2727亿元
        return True
    if told.figure.base_unit == "元" and "占" in subject:
        subject = _ITS_RATE.sub("", subject)  # 按投入的30%补助,最高不超过|300万元
    telling.follow(told.number, _added_up(telling, told) or subject)
    return True


def _each_ones_part_of_what_was_told(telling: Telling, told: Told) -> bool:
    """农民的纯收入,全国平均每人达到|355元."""
    each = _EACH_ONE.fullmatch(told.beside.opened) if told.figure.role in ("level", "count") else None
    subject = telling.memory.subject if telling.drafts else telling.topic or telling.memory.subject
    if each is None or not (quantity := quantity_of(subject)):
        return False
    pure = "纯" if subject.endswith("纯" + quantity) else ""
    telling.start(told.number, f"{_PURE.sub('', subject[: -len(quantity)])}{each['one']}均{pure}{quantity}")
    return True


def _added_to(told: Told) -> str:
    """Return what the piece before adds to what was told (加上其他资金,总额达到|174亿元), "" where it adds nothing."""
    piece = told.beside.before.rstrip(",，").rpartition("，")[2].rpartition(",")[2]
    return tidy(piece[2:]).replace("其他", "") if piece.startswith("加上") else ""


def _added_up(telling: Telling, told: Told) -> str:
    """Return the name of a total that stands right behind what was new (新建粮仓5座、累计|80座), "" where there is none."""
    figure, subject = told.figure, telling.memory.subject
    if not subject or not told.at or not _IN_ALL.search(told.beside.lead) or _IN_ALL.search(telling.around.gap(told.at - 1)):
        return ""
    before = telling.figures[told.at - 1]
    if figure.role not in ("count", "level") or (before.role, before.base_unit) != (figure.role, figure.base_unit):
        return ""
    return "累计" + (without_verb(subject) if subject.startswith(_ADDED) else subject.removesuffix("新增"))


def _is_against(told: Told) -> bool:
    """Return whether the phrase before the figure only says against what the quantity told before is set."""
    core = told.beside.core
    if core in _SIDES or (core in _PLANNED_BEFORE and told.beside.bracketed) or _STANDS.match(core):
        return True
    if _BEYOND_PLAN.match(core) or _HOW_LONG.match(core):
        return True
    if told.figure.role == "change" and _FAR_BEYOND.match(core):
        return True
    than = _THAN.match(core) is not None and not told.beside.opened.endswith("占")
    return than and (core[-1] in "多少" or len(core) < len(told.beside.opened))


def _how_much_was_completed(telling: Telling, told: Told) -> bool:
    """导气系统完成|80%; 完成抽检任务|65.27%; 总量已完成全年目标的|52.4%."""
    share = told.figure.base_unit == "%" and not told.figure.role.startswith("change") and told.figure.base is None
    found = _COMPLETED.match(told.beside.opened) if share else None
    if found is None:
        return False
    head, rest = strip_tail(found.group(1)), found.group(2).strip("的了")
    if head and not is_relative(head):
        telling.start(told.number, head + ("" if _GOAL.match(rest) else rest) + "完成率")
    elif not rest or _GOAL.match(rest):
        telling.follow(told.number, telling.memory.subject + "目标任务完成率")
    else:
        telling.start(told.number, rest + "完成率")
    return True


def _a_goal_of_what_was_told(telling: Telling, told: Told) -> bool:
    """为预算的|101.2%; 超额提前完成全年|64亿元目标."""
    core = told.beside.core
    if not _GOAL.match(core) or (told.figure.role in ("level", "count") and not _AIMED.search(core)):
        return False
    telling.follow(told.number, telling.memory.subject + ("目标任务完成率" if told.figure.base_unit == "%" else ""))
    return True


def _a_part_of_a_goal(telling: Telling, told: Told) -> bool:
    """完成年初预算245800万元的|59.74%: how much of the goal was completed."""
    if told.figure.base_unit != "%" or not told.at or telling.around.gap(told.at).strip() != "的" or not telling.memory.subject:
        return False
    goal = telling.figures[told.at - 1]
    if _GOAL_IN_FIGURES.search(telling.text, telling.clause.start, goal.start) is None:
        return False
    telling.follow(told.number, telling.memory.subject + "目标任务完成率")
    return True


def _a_share(telling: Telling, told: Told) -> bool:
    """完成投资105.1亿元,占年度计划的|57%."""
    opened = told.beside.opened
    share = _SHARE.match(opened) if "占" in opened or "当于" in opened or "等于" in opened else None
    if share is None and told.figure.role == "share":
        share = _PART_OF_ALL.match(opened)
    if share is None or (told.figure.base_unit != "%" and _OWNS.search(opened) is not None):
        return False
    head = strip_tail(share.group(1))
    if told.figure.role in ("level", "count", "multiple") and "占" not in opened:  # 经济总量相当于|1.2万亿美元
        deed = _SPAN_BEFORE.sub("", strip_lead(share.group(2)))
        if len(deed) >= SHORTEST and (deed[0] in "少多" or verb_at_start(deed)):
            telling.start(told.number, deed + ("人口" if deed.endswith("生") and told.figure.base_unit == "人" else ""))
            return True  # 出生率下降,相当于五年少生|1500万人
        if head and not is_relative(head):
            telling.start(told.number, head)
        else:
            telling.follow(told.number, telling.memory.subject)
    elif head and not is_relative(head):
        telling.start(told.number, head + share_of(share.group(2)))
    elif not head and told.beside.of and (whose := _whose_share(telling, told)):
        telling.start(told.number, whose + share_of(share.group(2)))
    elif head and not telling.drafts:
        topic = telling.topic  # 建成世界最大的基地,产能占全球|30%
        telling.start(told.number, (owned(topic, head) if topic else head) + share_of(share.group(2)))
    else:
        telling.follow(told.number, telling.memory.subject + head + share_of(share.group(2)))
    return True


def _whose_share(telling: Telling, told: Told) -> str:
    """Return whose share it is where that stands behind the figure (占人口|80%以上的农民), "" where it does not."""
    name = split_counted(told.beside.right)[0]
    taken = telling.drafts or told.at or not 2 <= len(name) <= LONGEST_THING or quantity_of(name) or verb_at_start(name)
    return "" if taken or name.endswith(("比重", "比例", "份额", "速度", "目标")) else name


def _a_comparison(telling: Telling, told: Told) -> bool:
    """营业收入增长6.1%、高于全省|0.9个百分点; 增速比全国高|0.3个百分点."""
    opened = told.beside.opened
    points = told.figure.role == "change_pp"
    opened = opened.rstrip("约近")
    compared = _COMPARED.search(opened) if points or "于" in opened[-12:] else None
    if compared is None or not (points or _YARDSTICK.search(compared.group())):
        return False
    before = opened[: compared.start()]
    if compared.group(2):
        own, against = strip_tail(before + (compared.group(1) or "")), compared.group(2) + compared.group(3)
    else:
        own, against = strip_tail(before), f"{compared.group(5)}于{compared.group(4)}"
    if own and not is_relative(own) and own not in RATES_OF_CHANGE:
        telling.start(told.number, own + against)
    else:
        telling.follow(told.number, telling.memory.subject + own + against)
    return True


def _an_effect(telling: Telling, told: Told) -> bool:
    """第一产业增加值增长4.4%,拉动生产总值增长|0.1个百分点."""
    if told.figure.role != "change_pp":
        return False
    name, is_own = effect_name(told.beside.opened, telling.memory.subject)
    if not name:
        return False
    subject, owner = telling.memory.subject, telling.memory.owner
    telling.start(told.number, name)
    if not is_own:
        telling.memory.subject, telling.memory.owner = subject, owner
    return True


_DEMAND = ("消费", "出口", "进口", "零售额", "零售总额")
"""Demand beside which investment is told as the rest of it, and not as theirs: 消费增长7%、|投资|增长2%."""
_SECTORS = ("第一产业", "第二产业", "第三产业", "服务业")


def _a_quantity_of_the_owner(telling: Telling, told: Told) -> bool:
    """新增境外投资项目17个,投资额|1.3亿美元."""
    core, owner = told.beside.core, telling.memory.owner
    if core in _REACHES_PEOPLE and told.figure.base_unit == "人":
        telling.start(told.number, f"{owner if len(owner) <= LONGEST_OWNER else ''}{core}人数")
        telling.memory.owner = owner or telling.memory.owner
        return True
    if is_an_industrys(core) and telling.memory.industry and not telling.drafts and _is_of_the_whole(telling, told):
        telling.start(told.number, of_industry(telling.memory.industry, core))
        return True
    first = told.beside.before and not telling.drafts
    if (first or told.beside.listed) and is_an_owners(core) and (whose := owner_spoken_of(telling.piece)):
        telling.start(told.number, owned(whose, core))
        telling.memory.owner = whose
        return True
    if core in _TOTALS and telling.memory.spoken and not (telling.drafts or told.beside.before):
        telling.start(told.number, owned(telling.memory.spoken, core))
        telling.memory.owner = telling.memory.spoken
        return True
    if not is_relative(core) or (core in _WHOLE and not telling.drafts and not told.beside.before):
        return False
    opens = told.beside.before or owner.startswith(_SECTORS)  # 服务业增加值增长6%。|出口|增长10%: no sector of a place exports by itself
    if core in ("出口", "进口") and opens and not (telling.drafts or "口" in owner):
        telling.start(told.number, core)  # 多措并举拓市场,|出口逆势增长: the place's, whatever the sentence before told of
        return True
    if core == "投资" and told.figure.role == "change" and telling.drafts and telling.memory.subject.endswith(_DEMAND):
        telling.start(told.number, core)
        return True
    trade = owner.find("进出口") if "进出口" in owner else owner.rfind(owner[-2:]) if owner.endswith(("出口", "进口")) else -1
    if trade >= 0 and core.startswith(("出口", "进口")):
        telling.start(told.number, owner[:trade] + core)
    elif told.figure.role in ("change", "change_pp", "rank") and (other := _another_quantity(telling, told)):
        telling.start(told.number, ranked(other, told.beside.opened.removeprefix(core)) if told.figure.role == "rank" else other)
        return True
    elif told.figure.role == "change" and (theirs := _a_quantity_of_firms(telling, core)):
        telling.start(told.number, theirs)
        return True
    elif told.figure.role in ("change", "change_pp", "rank") and telling.drafts:
        subject = telling.memory.subject
        telling.follow(told.number, ranked(subject, told.beside.opened) if told.figure.role == "rank" else subject)
        return True
    else:
        both = _BOTH.search(told.beside.opened) and len(telling.drafts) > 1
        telling.start(told.number, core if both else owned(owner, core))
    telling.memory.owner = owner or telling.memory.owner
    return True


def _is_of_the_whole(telling: Telling, told: Told) -> bool:
    """Return whether a bare 产值 or 产量 is the industry's that the sentence opened with.

    Nothing else stands before it, or a deed that serves the industry does (推动汽车产业提质,做强关键部件,力争产量突破|5万辆).
    """
    if not told.beside.before:
        return True
    opened = industry_spoken_of(telling.clause.text) == telling.memory.industry
    return opened and len(_PIECES.findall(told.beside.before)) > 1 and bool(verb_at_start(strip_lead(telling.piece)))


def _another_quantity(telling: Telling, told: Told) -> str:
    """Return the name of another quantity of the same owner (监管企业营收增长5.9%、利润增长|5.5%), "" where it is the one told before."""
    core, owner = told.beside.core, telling.memory.owner
    said = quantity_of(owner)
    listed = told.beside.listed or telling.goes_on
    if not (listed and telling.drafts and said and quantity_of(core) == core) or core in RATES_OF_CHANGE or core in said or said in core:
        return ""
    return owned(owner, core) if len(said) < len(owner) else ""


def _a_quantity_of_firms(telling: Telling, core: str) -> str:
    """Return the name of a quantity of the firms counted before (工业企业达900家、利润增长|5%), "" where it is none.

    The change is the quantity's, never the number's.
    """
    owner = telling.memory.owner
    if not telling.drafts or telling.roles_told() != {"count"} or not owner.endswith(_FIRMS):
        return ""
    if quantity_of(core) != core or core in RATES_OF_CHANGE or core in _TOTALS or core in _NUMBERS or core.endswith("数"):
        return ""
    return owned(owner, core)


def _a_name_of_its_own(telling: Telling, told: Told) -> bool:
    """各项贷款余额达|15627.5亿元."""
    if _is_cut_at_a_capacity(told):
        telling.start_unnamed(told.number)
        return True
    core = per_head(_completed_name(telling, told))
    if telling.drafts and _EACH_PLACE.fullmatch(core) is not None and told.figure.role in ("share", "level", "change"):
        core += telling.drafts[-1].metric  # 指标实现程度超过93%,各县区均突破|90%
    if told.beside.joined and told.at and core.startswith("指标"):
        examples = _EXAMPLES.search(telling.around.gap(told.at - 1))
        core = examples["of"] + core if examples is not None else core  # 公共文化支出等|5项|指标实现程度提高
    if core.endswith("个"):
        core = strip_tail(_SO_MANY.sub("", core))  # 用好补贴和两个|10亿元
    elif core.endswith("亩均") and told.beside.opened.startswith("增产", len(core)):
        core += "增产"
    if (taken := _TAKEN_TO.search(core)) is not None:
        core = taken["name"]
    if told.beside.joined and told.at and telling.figures[told.at - 1].role == "count":
        core = _without_things_before(core)
    if told.figure.role in ("count", "level") and "等" in core:
        core = _without_places_named(core)
    if core.startswith(_PIVOTS) and _COMES_TO.match(told.beside.opened, len(core)) and len(core) > 4:
        core = core[2:]  # 推动人均预期寿命达到|80岁: the push is none of the quantity's
    if says_only_when(core) and _PAID.search(told.beside.opened, len(core)) and (used := _used_for(telling, told)):
        core = f"{used}资金"  # 三年安排|450亿元支持新质生产力发展
    if core in _COUNTERPARTS and (before := telling.drafts[-1].metric if telling.drafts else telling.memory.subject):
        core = _like_its_counterpart(before, core)
    if core.endswith(_PLACE_ENDS) and told.beside.before and _A_PLACE.fullmatch(core) and (of := _quantity_before(telling, told)):
        core += of
    if core.endswith(_USES) and told.beside.right and verb_at_start(told.beside.right):
        core = split_counted(told.beside.right)[0]  # 全国将用|30亿元|建设职工住宅
    if told.figure.base_unit in ("条", "项") and core and (such := _AND_SUCH.match(telling.text, told.figure.end, telling.clause.end)):
        core += "" if core.endswith(such["things"][:2]) else such["things"]
    if core == "经济" and told.figure.role == "change":
        core = "经济增长"
    if told.beside.right.startswith(_ONLY_ONE):
        core = _OF_ALL.sub("", core)  # 成为全国优良率保持|100%|的唯一省份
    if told.figure.text[:1] in "百千万亿":
        core = core.removesuffix("上")  # 吸引参赛队伍上|万支
    if told.figure.role == "rank":
        core = _HELD_AT_END.sub("", core) or core
        if (ranking := _RANKING.match(told.beside.opened, len(core))) is not None:
            core += ranking.group()  # 高新区|综合排名|由第38位上升到
    if core.endswith("财政") and telling.whole.partition("占")[0].endswith(_SPENDINGS):
        core += telling.whole.partition("占")[0]  # 教育经费投入占生产总值4%,其中中央财政|增长12%
    if told.figure.base_unit == "元":
        core += price_left_out(core, telling.priced)
    if told.figure.role == "change":
        core += quantity_left_out(core, telling.quantity, telling.whole)
        if core.endswith("类") and _is_of_prices(telling):
            core += "价格"  # 居民消费价格指数为101,衣着类上涨|1%
    elif (whole := telling.whole or telling.memory.parts) and told.figure.role == "level" and told.figure.base_unit == "元":
        core += _spending_left_out(core, whole) if telling.whole or core.endswith(_LEVELS) else ""
    elif telling.quantity and _is_next_industry(telling, told, core):
        core += telling.quantity
    if told.figure.role == "share" and core.endswith("贡献"):
        core += "率"
    if told.figure.role in ("level", "change", "share"):
        core = attained(core)
    if _says_how_many_fewer(telling, told):
        core = f"减少{core}"
    telling.start(told.number, core)
    if told.figure.base_unit == "人" and core.endswith(_REACHES_PEOPLE):
        core += "人数"
    quantity = quantity_of(core)
    if quantity and core[: -len(quantity)].removesuffix("年").endswith("业"):
        telling.quantity = quantity
    if not told.beside.part:
        per = _PER_HEAD.match(core)
        named = telling.drafts[-1].metric
        telling.verb = per.group() if per else verb_at_start(named if core.endswith(named) else core)  # 五年共|培养…
    return True


def _is_of_prices(telling: Telling) -> bool:
    """Return whether the clause told a price first, or what was told last is one (八大类价格四升四降:食品类上涨1%;衣着类…)."""
    if telling.drafts and telling.drafts[0].metric.endswith(_PRICES):
        return True
    first = telling.clause.text.find("价格", 0, LONGEST_OWNER)
    return telling.memory.subject.endswith(("类价格", *_PRICES)) or (first >= 0 and not telling.drafts)


def _without_places_named(core: str) -> str:
    """Return a name without the examples that are called by name (改造中山路等道路|80条), those of a kind stay (养老等服务设施)."""
    verb = verb_at_start(core)
    examples, _, things = core[len(verb) :].rpartition("等")
    called = examples.endswith(_CALLED_SO) and not examples.endswith(_KINDS_OF_PLACES)
    return verb + things if verb and called and len(things) >= SHORTEST and words().act.search(examples) is None else core


def _spending_left_out(core: str, whole: str) -> str:
    """Return the spending that goes without saying in a part of it (教育支出86亿元,其中义务教育|41亿元), "" where none does."""
    spending = quantity_of(whole)
    if core.endswith(_LEVELS) and whole.endswith("收入"):
        return "收入"  # 财政收入9亿元,其中:市本级|5亿元;县区4亿元
    if not spending.endswith(_SPENDINGS) or quantity_of(core) or core.endswith(_MONEYS) or verb_at_start(core):
        return ""
    return next(word for word in _SPENDINGS if spending.endswith(word))


def is_payers_part(core: str) -> bool:
    """Return whether a phrase only says what one payer bears (省级财政支出): a part of the spending that was told."""
    return _PAYER_AT_START.match(core) is not None and _FUNDS.fullmatch(core) is not None


def _part_of_spending(core: str, whole: str) -> str:
    """Return the name of what one payer bears of a spending (教育支出86亿元,其中中央财政支出|20亿元), "" where the whole is none."""
    whole = whole.partition("占")[0]
    payer = _PAYER_AT_START.match(core)
    if payer is None or not whole.endswith(_SPENDINGS) or whole.startswith(payer.group()):
        return ""
    return payer.group() + (whole[2:] if whole.startswith(_ALL_PLACES) else whole)


def _is_next_industry(telling: Telling, told: Told, core: str) -> bool:
    """Return whether the sum is that of another industry, whose quantity was told with the first (钢铁产业产值超3亿元,食品产业超|2亿元)."""
    before = telling.figures[told.at - 1] if told.at else None
    same = before is not None and (before.role, before.base_unit) == (told.figure.role, told.figure.base_unit)
    return same and told.figure.role == "level" and core.endswith("产业") and not verb_at_start(core)


def _says_how_many_fewer(telling: Telling, told: Told) -> bool:
    """Return whether a count says how many fewer there are (贫困人口减少|12万人), and no figure behind it how many there are."""
    figure, at = told.figure, told.at + 1
    if figure.role != "count" or figure.base is not None or not _FEWER.fullmatch(told.beside.opened, len(told.beside.core)):
        return False
    if at == len(telling.figures) or telling.figures[at].base_unit != figure.base_unit:
        return True
    return _SENTENCE_OF_ITS_OWN.match(telling.text, figure.end, telling.figures[at].start) is not None


def _is_cut_at_a_capacity(told: Told) -> bool:
    """Return whether the figure stands inside the name of a project (推动宏泰化工|60万吨钾肥造粒、…项目): the half before it is no name."""
    core, right, figure = told.beside.core, told.beside.right, told.figure
    if figure.role != "level" or figure.base_unit not in _CAPACITIES or core != told.beside.opened or not core.startswith(_PUSHES):
        return False
    named = "、" in right[3:] or right.endswith("项目")
    return named and not told.beside.of and not quantity_of(core) and words().goes_on.match(right) is None and not verb_at_start(right)


def _like_its_counterpart(told: str, core: str) -> str:
    """Return a name that leaves out what its counterpart was told with (城镇居民人均可支配收入…,农村居民|…)."""
    return next((told.replace(other, core, 1) for other in _COUNTERPARTS[core] if other in told), core)


def _quantity_before(telling: Telling, told: Told) -> str:
    """Return the quantity that a piece before tells of all places that follow (人口自然增长率,四川省|29‰), "" where none is."""
    if telling.drafts:
        place = _A_PLACE.match(telling.drafts[-1].metric)
        quantity = telling.drafts[-1].metric[place.end() :] if place else ""
        return quantity if quantity_of(quantity) else ""
    piece = told.beside.before.rstrip(",，").rpartition("，")[2].rpartition(",")[2]
    name = tidy(strip_lead(piece).rpartition("的")[2])
    return name if quantity_of(name) and not verb_at_start(name) and len(name) <= LONGEST_THINGS else ""


def _without_things_before(core: str) -> str:
    """Return a name without the things that the figure before counts (为19家|企业发放社会保险补贴|497万元)."""
    act = words().act.search(core, 1)
    if act is not None and core.startswith(_THINGS_DOING, act.end()):
        act = None  # 帮扶|单位援助资金
    rest = core[act.start() :] if act and act.start() <= LONGEST_THINGS else ""
    whole = len(rest) >= 4 and len(without_verb(rest)) >= 2 and not is_relative(rest)
    return rest if whole and not quantity_of(core[: -len(rest)]) else core


def _in_several_units(telling: Telling, told: Told) -> bool:
    """完成|1.8万户、189万平方米棚改任务."""
    if telling.text[told.figure.end : told.figure.end + 1] not in _LINKS or told.figure.role not in ("count", "level"):
        return False
    verb = told.beside.core or told.beside.opened
    if not verb or verb_at_start(verb) != verb:
        return False
    thing = _thing_behind_the_list(telling, told)
    if not thing:
        return False
    telling.start(told.number, verb + thing)
    return True


def _thing_behind_the_list(telling: Telling, told: Told) -> str:
    """Return what a list of figures in several units is of, which stands behind its last (完成|1.8万户、189万平方米棚改任务)."""
    at = told.at
    while at + 1 < len(telling.figures) and _LINK.fullmatch(telling.text, telling.figures[at].end, telling.figures[at + 1].start):
        at += 1
    if at == told.at:
        return ""
    right = telling.around.following(at)
    return "" if words().goes_on.match(right) else split_counted(right)[0]


def _completed_name(telling: Telling, told: Told) -> str:
    """Return the name before the figure with what it takes from others: owner, whole, verb of the list, topic."""
    figure, beside, core = told.figure, told.beside, told.beside.core
    count = figure.role == "count"
    owner = telling.memory.owner
    this = _THIS.match(core)
    if this is not None and telling.memory.subject:
        return telling.memory.subject if telling.memory.subject.endswith(core[this.end() :]) else owned(owner, core[this.end() :])
    pronoun = _PRONOUN.match(core)
    if pronoun is not None and owner:
        core = noun_of(owner) + core[pronoun.end() :]
    elif pronoun is not None and core[0] == "该" and len(core) > 3:
        core = core[1:]
    if core.startswith("收入") and core in _GAPS and ("城乡" in telling.clause.text or "农村" in telling.clause.text):
        return "城乡居民" + core
    if core.startswith(_CARRIES) and (carrier := _carrier(telling)):
        return carrier + core
    if core[:1] == "对" and core.endswith(_EFFECTS) and telling.drafts and owner and not owner.startswith(_ECONOMY):
        return owned(owner, core)  # 文旅产业增加值增长8%,对经济增长贡献率|20%
    if core in _SEXES and (told.beside.part or telling.drafts):
        people = telling.whole or telling.drafts[-1].metric.removeprefix("男性").removeprefix("女性")
        return f"{core}性{people}" if people.endswith("人口") else core
    if telling.bracketed and count and core.endswith(words().unfit):
        return part_of(telling.bracketed, core)
    if core == "企业" and telling.whole.startswith("经营主体"):
        return part_of(without_total(telling.whole), core)
    if telling.whole and core.endswith(words().unfit if count else "类"):
        return part_of(telling.whole, core)
    if beside.listed and core.endswith("占比") and len(core) > 3 and (at := telling.memory.subject.find(core[:-2])) > 0:
        return telling.memory.subject[:at] + core  # 清洁能源装机规模9万千瓦、装机占比|93%
    if beside.listed and core.endswith("占比") and quantity_of(core[:-2]) == core[:-2] and telling.memory.subject.endswith("占比"):
        told_of = telling.memory.subject[:-2]
        return told_of.removesuffix(quantity_of(told_of)) + core  # 清洁能源装机占比55%、发电量占比|51%
    if beside.listed and core.endswith(("级", "类", "型")) and telling.drafts:
        return part_of(telling.memory.subject, core)
    verb = verb_at_start(core)
    if count and "、新" in core and (last := _NEW_AT_END.search(core)):
        return last["name"]  # 新增产业集群、新入规加工企业|20家: the number counts the last
    if beside.part and count and not verb:
        new = _NEW.match(verb_at_start(telling.whole))
        return (new.group() if new else "") + core
    own = beside.lead.startswith(("实现", "完成"))
    size = _SIZE_REACHED.match(core) if beside.listed and count and telling.drafts else None
    if size is not None and (same := telling.drafts[-1].metric.find(size["verb"])) > 0:
        return telling.drafts[-1].metric[:same] + core  # 年营收突破100亿元的企业15家、突破500亿元的企业|5家
    on = beside.listed or (beside.joined and beside.lead.startswith(("和", "以及", "及"))) or _goes_on_doing(telling, told)
    if telling.verb.endswith("接待") and quantity_of(core):
        on = False  # 接待游客30万人次、旅游收入|5亿元
    if on and telling.verb and figure.role in ("count", "level") and not (verb or own):
        return telling.verb + core + _capacity_left_out(telling, core)
    more = count and (verb == core or len(core) == 1) and _MORE_OF_IT.search(beside.lead)
    counted = telling.memory.counted.get(figure.base_unit) if more else None
    if counted:
        return core + noun_of(counted[len(verb_at_start(counted)) :]).rpartition("的")[2]  # 去年建成充电桩3200个,今年将再建|5000个
    if verb == core and not telling.drafts:
        return (
            core + telling.topic.removesuffix("建设") if core.endswith(_MAKES) and telling.topic.endswith(_MADE) else telling.topic + core
        )
    if verb == core and count and telling.goes_on and (whole := telling.drafts[-1].metric).endswith(("总量", "总数")):
        return core + without_total(whole)  # 经营主体总量达|90万户,新登记|12万户
    if verb == core and telling.memory.subject.startswith(core):
        return telling.memory.subject  # 五年关停机组5000万千瓦,今年关停|1000万千瓦
    if verb == core and figure.role == "level" and quantity_of(owner):
        return owned(owner, core)
    if figure.role == "level" and _FUND_WORD.search(core) and _FUNDS.fullmatch(core):
        if telling.whole and (of := _part_of_spending(core, telling.whole)):
            return of
        purpose = telling.purpose if not telling.drafts else ""
        if _PAYERS.match(core) and (paid := _PAID.search(beside.opened, len(beside.core))):
            core += f"{paid.group()}资金"
        return (purpose or _used_for(telling, told)) + _HOW_LONG_PAID.sub("", core)
    if count and without_verb(core) in words().vague:
        return (_who_does_it(telling, told, verb) or context(telling, verb, without_verb(core))) + core
    if count and beside.listed and core and core == beside.opened:
        return _who_does_it(telling, told, verb) + core
    return core


def _capacity_left_out(telling: Telling, core: str) -> str:
    """Return the capacity that goes without saying in a list of what was closed (淘汰炼铁产能90万吨、水泥|20万吨), "" where none does."""
    told = telling.drafts[-1].metric if telling.drafts else ""
    closed = told.endswith("产能") and told.startswith(_CLOSES)
    return "产能" if closed and not quantity_of(core) and len(core) <= LONGEST_THING else ""


def _carrier(telling: Telling) -> str:
    """Return who carries guests or goods, as the piece before or the list says (城北机场通航,发送旅客|6万人次), "" where none does."""
    if not telling.drafts:
        return found.group() if (found := _CARRIER.match(telling.topic)) is not None else ""
    if (named := _CARRIER.match(strip_lead(telling.piece))) is not None and not verb_at_start(named.group()):
        return named.group()  # 北境铁路好于预期,发送旅客|6万人次
    found = _CARRIER.match(telling.drafts[-1].metric)
    return found.group() if found is not None and telling.drafts[-1].metric.startswith(_RUNS, found.end()) else ""


def _goes_on_doing(telling: Telling, told: Told) -> bool:
    """Return whether a bare thing behind a comma goes on with what was done to the one before (建成新线500公里,复线|300公里)."""
    figure, beside = told.figure, told.beside
    before = telling.figures[told.at - 1] if telling.goes_on else None
    if before is None or not telling.verb.endswith(_MAKING) or beside.part or beside.core != beside.lead or telling.whole:
        return False
    if figure.role != before.role or (figure.role != "count" and figure.base_unit != before.base_unit) or figure.base_unit == "元":
        return False  # 新增贷款3亿元,兑现惠企资金|2亿元
    bare = words().act.search(beside.core) is None or beside.core.endswith(_PERSONS)
    thing = len(beside.core) <= LONGEST_THING and bare and beside.core[:1] not in _MADE_THINGS
    return thing and telling.drafts[-1].metric.startswith(telling.verb) and not (quantity_of(beside.core) or is_relative(beside.core))


def _who_does_it(telling: Telling, told: Told, verb: str) -> str:
    """Return who does what to the things of a list, as its first member says it (剧团获金奖2项、|银奖3项), "" where it does not."""
    before = telling.figures[told.at - 1] if told.beside.listed and telling.drafts and not verb else None
    return who_does(telling.drafts[-1].metric) if before is not None and before.role == "count" else ""


def _a_value_beside(telling: Telling, told: Told) -> bool:
    """增长9.4%,超过计划增长|7%的要求; 涨幅比上年的|2.1%回落: the quantity is the one told before."""
    if not telling.drafts or told.beside.part or told.figure.base is None:
        return False
    if told.figure.base == "earlier" and told.beside.core and told.beside.core not in RATES_OF_CHANGE:
        return False
    subject = telling.memory.subject
    telling.follow(told.number, ranked(subject, told.beside.opened.rstrip("由从")) if told.figure.role == "rank" else subject)
    return True


def _spent_on_what_follows(telling: Telling, told: Told) -> bool:
    """投资|5亿元的农贸市场项目主体完工; 总投资|12亿元的通用机场: the money belongs to what is paid for."""
    verb = spent(told.beside.core or told.beside.opened)
    if told.figure.role != "level" or not verb:
        return False
    if told.beside.of:
        right = told.beside.right
        if not right and told.beside.followed and telling.figures[told.at + 1].role == "count":
            right = telling.around.following(told.at + 1)  # 总投资|2万亿元的389个重点项目
        name = split_counted(right)[0]
        name = name[: found.start()] if (found := _HOW_FAR.search(name, 3)) else name
    elif verb not in _RAISED_MONEY and (long := _SO_LONG.match(telling.text, told.figure.end, telling.clause.end)) is not None:
        name = split_counted(long["name"])[0]  # 投资|90亿元|、全长13公里的沿江公路
    elif verb == "完成投资" and not told.at and not told.beside.before and (name := _paid_for(telling, told)):
        pass  # 完成投资|5亿元,建成保障性住房200套: a sentence of its own
    elif (
        verb not in _PLAIN_SPENDING
        or (told.at and not (telling.goes_on or told.beside.before))
        or (not told.beside.right and (told.at or telling.topic))
    ):
        return False
    else:
        name = _paid_for(telling, told)
        if not name:
            telling.start_unnamed(told.number)
            return True
        verb = "投资" if verb == "年内投资" else verb
    if len(name) < 3 or words().goes_on.match(name) or verb_at_start(name):
        return False
    paid = "投资" if verb == "投入" else "资金" if verb in _RAISED_MONEY else verb
    telling.start(told.number, name + paid)
    telling.memory.owner = name
    return True


def _used_for(telling: Telling, told: Told) -> str:
    """Return what the text right behind a sum says it is used for (中央财政投入|90亿元,用于学校建设), "" where it does not."""
    end = told.figure.end
    if _USED_FOR.match(telling.text, end, min(telling.clause.end, end + 12)) is None:
        return ""
    used = _paid_for(telling, told).removesuffix("问题")
    help_ = _KIND_OF_HELP.match(telling.text, end, min(telling.clause.end, end + 12)) if used else None
    return used + help_["kind"] if help_ else used


def _paid_for(telling: Telling, told: Told) -> str:
    """Return what the piece behind a sum says it pays for (投资3亿元,对城区管网进行全面改造 → 城区管网改造), "" when none is plain."""
    end = told.figure.end
    behind = _FOR.match(telling.text, end, min(telling.clause.end, end + LOOK_AHEAD))
    if behind is None:
        return ""
    name = _AMOUNTS_BEFORE.sub("", behind["name"])
    if worked := _WORKED_ON.search(name):
        return name[: worked.start()] + worked["act"]
    whole, name = name, split_counted(name)[0]
    if verb_at_start(name) == name:
        name = whole  # 支持|巩固拓展脱贫攻坚成果
    if "等" in name and (others := _OTHERS.search(name, 2)):
        return f"{name[: others.start()]}等{others['noun'] or ''}"
    if "、" in name:
        first = name.partition("、")[0]
        return f"{first}等" if len(first) >= 3 and not any(mark.isdecimal() for mark in first) else ""
    name = _COUNT_AT_END.sub("", _SIZE_BEFORE.sub("", name))
    if any(mark.isdecimal() for mark in name):
        name = name.rpartition("的")[2]  # 日处理2万吨的|污水处理厂
    return "" if any(mark.isdecimal() for mark in name) else name


def _money_for_a_purpose(telling: Telling, told: Told) -> bool:
    """统筹|4416亿元支持乡村振兴; 整合涉农资金|56亿元用于农田建设: of a verb of paying alone nobody knows what the money is for."""
    if told.figure.role != "level" or told.figure.base_unit != "元" or told.beside.of:
        return False
    paying = _PAYS.fullmatch(told.beside.opened)
    if paying is None or not (used := _used_for(telling, told)):
        return False
    telling.start(told.number, used + (paying["money"] or "资金"))
    return True


def _a_circumstance(telling: Telling, told: Told) -> bool:
    """进出口在对甲国贸易下降|2成|的情况下增长11%: the figure is the circumstance's, the next is what the clause tells."""
    if _UNDER.match(telling.text, told.figure.end, telling.clause.end) is None:
        return False
    whose, _, what = told.beside.opened.rpartition("在")
    whose, what = strip_tail(whose), strip_tail(strip_lead(what))
    if len(whose) < SHORTEST or len(what) < SHORTEST or is_relative(what) or is_no_name(whose):
        return False
    telling.start(told.number, what)
    telling.set_aside(whose, whose)
    return True


def _a_goal_of_growth(telling: Telling, told: Told) -> bool:
    """确定|4.5%左右的增长目标: of the economy, where nothing else was spoken of."""
    if told.figure.role != "change" or not told.beside.of or telling.drafts or not told.beside.right.startswith(_GROWTH_GOALS):
        return False
    core = told.beside.core
    if quantity_of(core) or (core and verb_at_start(core) != core) or quantity_of(telling.topic) or telling.memory.subject:
        return False
    telling.start(told.number, "经济增长目标")
    return True


def _a_goal_without_its_name(telling: Telling, told: Told) -> bool:
    """提前实现|翻两番的目标: of what, nobody says."""
    named = told.beside.core or telling.drafts or (telling.memory.subject and not told.beside.before)
    if told.figure.role != "multiple" or not told.beside.of or named or "目标" not in told.beside.right[:6]:
        return False
    telling.start_unnamed(told.number)
    return True


RULES: tuple[Rule, ...] = (
    _a_goal_without_its_name,
    _a_goal_of_growth,
    _a_circumstance,
    _a_value_beside,
    _money_for_a_purpose,
    _spent_on_what_follows,
    _in_several_units,
    _how_far_things_have_come,
    _a_rank_of_what_was_told,
    _each_ones_part_of_what_was_told,
    _how_much_was_completed,
    _a_part_of_a_goal,
    _the_same_again,
    _a_goal_of_what_was_told,
    _a_share,
    _an_effect,
    _a_comparison,
    _a_quantity_of_the_owner,
    _a_name_of_its_own,
)
