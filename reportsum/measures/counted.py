"""Things counted: what stands after a figure names what it measures (新增|15家|现代服务业领军企业, |30个|项目列入清单)."""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from ..figures.figure import FoundFigure
from .beside import Beside
from .coverbs import without_coverb
from .hygiene import cleaned
from .phrases import LONGEST, noun_of, quantity_of, split_counted, strip_tail, tidy, verb_at_end, verb_at_start, without_verb
from .state import Telling
from .words import words

_LIST_ENDS = re.compile(r"、(?:数量|总数|总量|规模|居|列|创(?!新|业|意|造)|占|排|较|比|同比|位|增|新|完成|建成|实现|为)")
_PROGRESS_AT_END = re.compile(r"(?:已经?|均|共|累计|实际)*(?:完成|完工|竣工|开工|建成|投产|启动|办结|整改)(?:了|达|达到|共)?$")
# Whom an action is aimed at is no owner of the things counted: 对全市|17家园区实行考核.
_TOWARDS = re.compile(r"[对向给把将为在](?:全[市省县区国州]|各地|我[市省县区]|[市省县区]内|辖区|辖区内)?$")
# Among how many something holds its place: 在全省|21个|地市中居第七.
_AMONG = re.compile(r"(?:是?从|在|全[国省市县区州])")
_AMONG_END = re.compile(r"中[^,，]{0,6}$")
_YEAR_AT_END = re.compile(r"(?:\d{4}年度?|全年|年度|当年|今年|本年)$")
# What opens a statement about things named before: 其中12个|已开工, 有5项|没有完成.
_SAID_OF_TOLD = re.compile(r"(?:已经|已|均|都|全部|正在|正|仍在|仍|尚未|尚|未|没有|即将)+(?=[^,，的])|(?:超额)?完成(?:或|和|及|、)超额完成")
_NEGATIONS = ("未", "没", "不", "没有")
_DONE = re.compile(r"^(?:已经|已|均|都|全部)+")
# Said of the things, but counted by the next figure: 6733名河长|已累计巡河42万人次.
_OF_THE_NEXT = ("完成", "实现", "达", "已", "累计", "均", "共")
SPENDING = frozenset(
    (
        "筹措",
        "筹集",
        "投资",
        "总投资",
        "计划投资",
        "计划总投资",
        "投入",
        "累计投资",
        "完成投资",
        "概算投资",
        "估算投资",
        "预计投资",
        "年内投资",
        "投入资金",
    )
)
"""What 投资|5亿元的… says of the thing behind the figure: its money, not its count."""
_OF_ITS_KIND = re.compile(
    r"(?<=..)(?:等(?:项目|工程|产品).*|(?:主体|全部|基本|全面|顺利)+(?:完工|开工|竣工|投产|建成|投用|落地|达产)(?:建设|投产)?)$"
)
# 年产|4万吨的…: of a measure that stands in a name, not of the name
_CAPACITY_AT_END = re.compile(r"(?:设计)?[年日](?:产|产能|处理|加工|供水)$")
_KINDS = re.compile(r"(?:等)?[一二三四五六七八九十\d]+大?类$")  # 十大类|45项
_SIZES = frozenset(("微米", "纳米", "千伏", "米", "载重吨", "吨", "平方米", "千瓦", "兆瓦", "吉瓦", "公里", "亩", "立方米", "千伏", "吨级"))
_PAYS = ("对", "用于", "实施", "推进", "建设", "新建", "改建", "扩建", "修建", "兴建", "改造", "启动", "支持", "打造")
"""What is paid for by 投资|4亿元|… stands behind them."""
_THING = re.compile(
    r"(?:(?!经|列入|纳入|被|由|为)[^,，。;；、0-9]){2,14}(?:项目|工程|生产线|机组|电站|泊位|基地|中心|广场|码头|装置|设施|船闸|煤矿|矿井|管网|航道|光伏|风电)"
    r"(?:主体|前期|建成|开工|竣工|投产|建设|改造|落地|达产|投用|完工)*$"
)
# Works and buildings behind a measure of them: 26公里|供水管线改造, 30万平方米|标准厂房.
_WORK = re.compile(
    r"(?:(?!经|列入|纳入|被|由|为)[^,，。;；、0-9]){0,14}"
    r"(?:改造|铺设|敷设|整治|治理|修复|绿化|建设|扩建|加固|疏浚|厂房|工程|项目|管网|管线|管道|线路|露天矿|煤矿|机组|电站|泊位|码头|基地|园区)(?:工程|项目|任务|前期工作|工作)?$"
)
_LISTED_WORK = re.compile(r"[^、,，。;；:：\d]{2,8}(?:、|和|及)")  # 城区26公里|供水、
# 为|6000栋|老旧建筑安装设备: what is done to the things counted
_TO_WHOM = re.compile(r"(?:累计|共|已|免费)*[为对向给在](?!主|外|口|标|接|照|应|上|全|建|线|校|职|册|手|岗)")
_HOW_DONE = re.compile(r"(?:免费|统一|全部|逐一|依法|集中|新|进行|累计)+$")
# 12个|盟市空气质量|全部达标: where, and of what it is said
_WHERE = re.compile(
    r"(?:国控|省控|国考|省考|市控|地表水)*断面(?=水质)|(?:盟市|旗县区?|区县|县区|县市区?|市县|地市|设区市|城市|省份|省区市?|重点区域|乡镇|镇街|街道|国家(?!级|实验|重点|医学|区域|公园|技术|工程|[标基储物文森湿乡现骨中创])|地区|村庄?)(?=[^市县区镇的、和及]{3,})"
)
_THING_AND_JOINT = re.compile(r"[^,，。;；:：、\d]{2,16}(?:、|和|以?及)|(?:、|和|及|以及)第[一二三四五六七八九十]批")
_JOINTS = ("和", "以及", "、")
_REGISTERED = ("新增", "净增", "新设", "新登记")  # 净增|经营主体: all of them, whatever the piece before tells
STEPS = re.compile(r"[百千万亿]*元?级?(?:新的?)?(?:大?关口|大?台阶|门槛|大关|里程碑)")  # 跨过3个|万亿级关口: of the quantity before it
_TOTALS = ("总量", "总值", "总额", "生产总值", "收入")
_WORKING = ("提升", "整体提升", "改善", "优化", "完成", "实施", "推进", "开展", "启动")
# 395台燃煤锅炉|超低排放改造: what is done to all members of the list
_SHARED_WORK = re.compile(
    r"(?:超低排放|节能降碳|节能|节水|灵活性|抗震|提标|综合|智能化|数字化|绿色|环保|技术|设备|雨污分流|提质|提升)*(?:改造|整治|治理|修复|更新|安装)"
    r"(?:提升|升级)?(?:工程|任务|项目)?$|周边环境$|基础设施$"
)
_SIZE_AHEAD = re.compile("(?:超过?|过|突破)[一二三四五六七八九十百千万]+亿元?[一-鿿]{2}")  # 5个|超五百亿产业集群
# 围绕产业需求|布局建设|5条|铁路专用线
_GUIDES = ("围绕", "聚焦", "对照", "针对")
_GUIDED = re.compile("(?:围绕|聚焦|对照|针对)[^,，、]{2,14}?(?:需求|需要|要求|目标)(?:科学|统筹|合理)?(?:布局|规划)?(?P<deed>.{2,})")
_PROVIDED_FOR = re.compile("(?:累计|已|共|新)*[为向给](?P<whom>[^,，、的\\d]{2,12})提供")
# 12个|百亿元、70个30亿元以上|项目: the class the things are of, which the last of a list names
_CLASS_ALONE = re.compile("[十百千]*[万亿]元(?:级|以上)?")
_LIST_OF_CLASSES = re.compile(
    r"(?:(?:、|和|以及)[\d一二两三四五六七八九十百]+[个家项][\d十百千]*[万亿]元?(?:级|以上)?)+"
    "(?P<things>(?:产业)?(?:集群|项目|企业|园区|工程))"
)
# 6条|道路项目和|南陵等3个水库项目: the name of what is counted next
_NAMED_NEXT = re.compile("(?<=..)(?:和|以?及)[^,，、和及的]{2,10}等$")
_SIZE_PASSED = ("过", "超", "超过", "突破")
_LIST_OF_SIZES = re.compile(
    r"(?:以上)?(?:(?:、|和|以及)[^,，、。;；]{0,10}?[\d一二两三四五六七八九十]+[个家](?:超过?|过|突破)[\d一二三四五六七八九十百千万]+亿元?(?:以上)?)*"
    r"(?:级|的)?(?P<things>(?:[^,，、。;；\d]{0,8})(?:产业集群|集群|产业链|产业|企业|园区|开发区|县区?|镇街?|项目|市场|平台))"
)
_RANK_BEHIND = re.compile(r"进入[^,，]*前$")  # 9个学科|进入前|1%
_QUOTED = re.compile("“[^”]*”")
_WEIGHTS = frozenset(("吨", "公斤", "斤"))
_OUTPUT = re.compile("(?:总产|单产|产量)$")
_GROWN = "粮食?|棉花|油料|蔬菜|水果|林果|肉|肉类|禽蛋|牛奶|水产品|茶叶|糖料|甘蔗|食用菌|药材"
_GOODS = re.compile(f"[一-鿿]{{0,4}}(?:{_GROWN})|原[煤油盐]|水泥|钢材|粗钢|化肥")
"""Goods that are weighed."""
_SAYS_NO_WHICH = frozenset(("行动", "工程", "计划", "措施", "举措", "政策", "制度", "改革", "任务", "活动", "工作", "事项"))
"""Names of what is done that do not say which: the list before them does."""
_RATES = ("率", "比例", "比重")
# 清理单笔|50万元以下拖欠账款: how big each of the things is
_EACH_ONE = re.compile(r"(?:单[笔户个项宗台件只体次]|每[笔户个项宗台件只]|户均)$")
_LENGTHS = ("总长", "全长", "总长度", "总长约", "全长约", "、总长", "、全长", "总面积", "总长达")
_OPENED = re.compile("(?<=..)(?:竣工|建成|全线|顺利|正式|全面)*(?:通车|贯通|完工|竣工|投用|通航|开工)$")
_LONG_AT_END = re.compile("(?<=..)(?:全|总)长(?:度)?(?:达|约|为)?$")
# 长达|4000公里的管道
_MEASURED = re.compile(r"^(?:全|总)?(?:长|宽|高|深|重)(?:度)?(?:达|约|超|近)*$")
# 扩大到|29个省: where it holds now
_SPREAD = re.compile(r"(?:扩大|推广|扩展|延伸|增加|覆盖|推开|拓展|辐射)[到至]$")
_CLASS_AT_END = re.compile(r"(?:[级类型批]|[（(]地[)）]级)$")
_CLASS = re.compile(r"[级类型批]")
_RANGE = ("%", "％", "‰", "名", "位")  # 9个学科进入前|1‰: which of them they are
_DONE_WITH = re.compile(r"^([^了,，的]{2,6})了(?=[^,，的])")  # 实现|了“三保障”
_LEVERS = re.compile("拉动|带动|撬动|(?:集聚|聚集|汇聚|吸引|吸纳|入驻|接待|惠及)(?![地区度效力率])")
_SPEEDS_UP = frozenset(("加快", "推进", "推动", "加快推进", "抓好"))
"""Of things named after their examples they tell nothing: 加快甲、乙等|6条|高铁."""
_WORKS_END = ("建设", "发展", "改造", "治理", "升级", "更新")
_PUSHES_ON = ("推动", "推进", "促进", "确保", "力争")
_MOVES_MORE = re.compile("(?:撬动|带动|拉动)[^,，的]{4,}$")
# 完成|6个|镇土地延包试点任务: where it was done
_DONE_IN_PLACES = re.compile(
    "(?P<where>(?:乡镇|镇街|街道|行政村|[县市]区|[镇村])(?=[^镇村庄区域级属内容的]))(?P<what>[^,，、的]{3,}(?:任务|试点|改革|整治))$"
)
# 选择|11个|县探索片区化发展
_TRY_OUT = re.compile(
    "(?P<who>(?:县|市|区|乡镇|镇|村|园区|企业|学校|医院|地区|城市)[市区镇乡]{0,2})(?P<deed>(?:率先)?(?:探索|开展|试点|试行|实施|推行)[^,，]{3,18})"
)
_CHOOSES = frozenset(("选择", "选取", "遴选", "确定", "选定", "支持", "推动"))
_DOES_IN_PLACES = frozenset(("完成", "实施", "开展", "启动", "推进", "启动实施"))
_GOES_WELL = ("加快", "全面", "已", "顺利", "获", "入选", "列入", "纳入", "成功", "稳步", "扎实", "有序", "建成", "投入", "落地")
"""What is said of things whose examples stand before the count; said behind a push (推进…等项目开工) it would be its object."""
_CHOSEN = ("列入", "入选", "纳入", "获")
"""What is said of things that needs nothing told before."""
_GOES_ON_TO = tuple("对向为与同把将在给使由从了")
_LEADS_UP = frozenset("在于从依利围面聚")
_BY_MEANS = ("通过", "采取", "依托", "利用", "经过")
SHORT = 4
"""A name of at most so many characters may need what the piece before speaks of."""
_SO_CALLED = ("项目", "工程")
LONGEST_TOPIC = 20
LONGEST_THINGS = 8
_STARTED = re.compile(r"(?:全面|正式|已|顺利)*(?:启动|实施|推开|铺开|施行|建立|运行|开展)$")
# 开展|新型农村社会养老保险|试点的县,3.58亿人参保
_SCHEME = re.compile("(?:开展|实施|推行|启动|建立|推开)(?P<what>[^的,，]{2,16}(?:保险|医保|低保|救助|补助|培训))")
_DEEDS = ("参保", "参加", "领取", "享受", "受益", "获益", "就业", "脱贫", "参训", "受训", "报名", "入学", "获救", "参与", "投保")
_SCHEMES = ("保险", "制度", "试点", "低保", "养老", "医保", "政策", "救助", "补助", "培训", "工程", "行动", "计划", "保障")
# 37家|帮扶单位|援助资金31亿元: the things end where the quantity of the next figure begins
_THINGS_AND_QUANTITY = re.compile(
    r"(?P<things>[^,，、]{2,16}?(?:县域|[县市地]区|[市县]|企业|单位|园区|城市|乡镇|街道|学校|医院|机构|部门|行业|项目(?!库)|产业(?![链园区化])|家庭|农户|群众|居民|合作社))(?=.{2,})"
)
_QUANTITIES_OF_MONEY = ("资金", "贷款", "款项", "补贴", "补助", "税款", "费用")
# 取得驾驶证并|具有, 标准并|建立机制: another deed, of which the figure says nothing or everything
_AND_DOES = re.compile("(?<=..)并(?!购|网|轨|联|入|列|行)(?:已|将)?")
_HAS = re.compile("(?:具有|具备|持有|享有)$")
# 稳步实施, 进展顺利: how it goes says nothing of which things they are
_MADE_USE_OF = ("用好", "管好", "用足", "管好用好", "用于")
# 1亿人|居住的棚户区改造: whom it concerns
_LIVE_IN = re.compile("(?:居住|生活|聚居)的(?P<what>[^,，]{3,24})")
# 6000万|农村人口|供水保障水平: whose it is that is raised
_THEIRS = re.compile(
    "(?P<who>[^,，的]{0,14}?(?:人口|群众|居民|农民|职工|学生|老年人|老人|家庭|农户|市民))的?(?P<what>[^,，、的]{2,12}(?:水平|能力|条件|待遇|标准|质量|环境|问题|难题|困难))"
)
_RAISES = ("提高", "改善", "提升", "解决", "保障", "改善了", "解决了", "提高了", "提升了")
# 13亿|城乡居民|参保
_PEOPLE_DO = re.compile(
    "(?P<who>[^,，的]{0,10}(?:居民|人口|职工|群众|农民|学生|老年人|老人|人员|市民))(?P<deed>参保|参合|受益|获益|脱贫|就业|参训|返贫|脱困)"
)
# 18项|收费的免征范围,从小微企业扩大到所有企业: what is done to it
_RANGE_OF = re.compile("(?P<of>[^,，、的]{3,16})的(?P<what>[^,，、的]{0,4}(?:范围|标准|期限|额度|权限|年限))")
_IS_CHANGED = re.compile("[,，]?(?:[由从][^。;；,，]{2,30}?)?(?P<how>扩大|提高|降低|延长|放宽|缩短)[到至为]")
# 4.5米|水深航道: what of it is so much
_EXTENT_OF = re.compile(
    "(?P<extent>水深|吃水|净高|净宽|跨径|直径|口径|坝高|落差)(?P<what>[一-鿿]{2,8}?)(?:全线|全面|正式|顺利|[贯建开通投延竣]|$)"
)
_HOW_IT_GOES = re.compile(
    "(?:总体|整体|基本|全面)*(?:(?:稳步|扎实|有序|加快|全面|深入|持续|顺利|纵深|落地|积极|陆续|快速|加速)+(?:推进|实施|开展|建设|落实|见效|展开|铺开)|进展(?:顺利|良好))$"
)
_DEED_DONE = re.compile("(?:提高|降低|上调|下调|调整|调高|调低|增加|减少|提升|扩大)[^,，至到]{4,}")
# 企业|100%|使用清洁电力: what so many of them do; 费用税前|100%|加计扣除: at what rate
_DOES_SO = ("使用", "采用", "实行", "安装", "接入", "纳入", "参加", "参与", "配备")
_PAID_BY_SHARE = ("扣除", "补贴", "报销", "补助", "返还", "抵扣", "减免", "贴息", "奖励")
_RATE_PAID = re.compile("(?:扣除|补贴|报销|补助|返还|抵扣|减免|贴息|奖励)(?:政策|标准|机制|制度)?$")
_CARRIED_OUT = re.compile("(?<=..)(?:实施|实行|推行|推开|开展|施行)$")
_RULED = re.compile("(?:政策|标准|机制|制度)$")
# 在|60%|的县推行某制度
_CARRIED_OUT_IN = re.compile("(?P<where>[^,，]{1,20}?)(?P<deed>(?:全面|率先)?(?:实施|开展|推行|实行|推广|推开|试行)[^,，]{2,20})")
_FOR_WHOM = re.compile("(?<=..)[为对向给](?!主)[^,，的]{2,5}$")  # 医院|为老年人|设立专门服务
_ATTRIBUTES = ("级", "首款", "首台", "首套", "首座", "首个")
# 案例覆盖|煤矿、矿井等|7个方向
_HEAD_OF_LIST = re.compile("(?P<head>[^,，、]{0,12}?(?:覆盖|涵盖|涉及|聚焦))[^,，]*(?:等|、[^,，、]{2,10})$")
_FIELDS = ("方向", "领域", "环节", "行业", "场景", "类别")
_MAY_BE = ("可以", "能够", "需要", "应当")
_ATTRIBUTE = re.compile("[^,，、]{4,24}的(?=[^,，、的]{2,})")
_MOVES = ("进城", "返乡", "下山", "入乡", "入园")
_BY_WHAT = re.compile("(?<=..)(?:按照|根据|依据|基于)..")  # 第三层级按照技术逻辑细化|形成
_SET_UP = re.compile("(?<=...)(?:正式|成功|顺利)*(?:投运|设立|启动|落地|到位|发行|组建|成立)$")
_STAGES = ("首期", "一期", "首批", "二期")
_GAINS = ("受益", "获益", "惠及")
_MADE_BEFORE = re.compile("(?:新建|改建|扩建|改造|建成|引进|新增|续建|在建|实施|签约|建设)")
_MET_WITH = ("应对", "抵御", "战胜", "经受", "防御", "克服", "遭遇", "迎战", "防范")
_CALLED_UPON = ("企业", "社会资本", "金融机构", "民间资本", "银行", "群众", "居民", "各地")
_EVENTS = ("轮", "次", "场", "起")
# 楼宇|拔地而起: how it looks tells nothing of which they are
_FLOURISH = re.compile(
    r"(?:拔地而起|应运而生|落地生根|开花结果|星罗棋布|蓬勃兴起|蓬勃发展|竞相涌现|不断涌现|遍地开花|惊艳亮相|茁壮成长|叫好又叫座|聚力赋能|大放异彩|精彩纷呈)$"
)
_WORKS = re.compile("(?P<of>[^,，]{2,16}?)(?:进行|实施|开展|实行|予以)了?(?:全面|集中|系统|综合|统一|逐一)*(?P<done>[^,，]{2,8})$")
# 虎豹公园|成为首批|5个|国家公园之一
_ONE_OF = re.compile("(?P<of>[^,，]{3,16}?)(?:成为|入选|跻身|列为|被列为|是)")
# 420万|困难群众|基本生活|得到有效保障
_GETS = re.compile(
    "(?P<who>[^,，]{0,14}(?:群众|人口|居民|家庭|儿童|老人|老年人|职工|学生|农民|人员|劳动者|农户|患者))的?(?P<what>[^,，的]{2,10}?)"
    "得到了?(?:有效|有力|切实|较好|基本|妥善|及时|根本|显著|明显|大幅|进一步)*(?P<done>保障|解决|改善|落实|救助|安置|提高|治理|巩固)$"
)
LONGEST_DOER = 24
"""Of a longer phrase before the count only the verb is kept."""


def is_counted(figure: FoundFigure, beside: Beside) -> bool:
    """Return whether the words after the figure name what it counts."""
    if figure.role == "multiple" and beside.of and "目标" in beside.right[:6]:
        return False  # 生产总值翻两番|的宏伟目标
    if figure.role in ("rank", "change", "change_pp") or not beside.right:
        return False
    if figure.base_unit == "次" and not beside.core and _DEED_DONE.match(beside.right):
        return True  # 三次|提高最低工资标准
    if figure.role == "count" and beside.opened.endswith("中有") and not verb_at_start(beside.opened):
        return True  # 59项测评点中有|22项|达到最优水平
    if words().goes_on.match(beside.right) and not (figure.role == "count" and _SIZE_AHEAD.match(beside.right)):
        return False
    core = beside.core
    if core in _MADE_USE_OF and figure.role in ("level", "count"):
        return True  # 用好|1800亿元|引导基金
    if core in _STAGES and figure.role == "level":
        return True  # 首期|100亿元|创新母基金
    if _EACH_ONE.search(core) and not figure.role.startswith("change"):
        return True
    if STEPS.match(beside.right) or (beside.of and figure.role == "level" and core.endswith(_TOTALS)):
        return False
    if beside.opened.endswith("时速") and len(beside.right) >= 4:
        return True
    if figure.role == "level" and spent(core or beside.opened) and (beside.of or beside.right.startswith(_PAYS)):
        return False
    if figure.base_unit == "%":
        bare = not core and not beside.opened and figure.role == "share" and len(beside.right) >= 4
        inside = figure.role == "share" and core == beside.opened and bool(core) and not quantity_of(core)
        paid = _RATE_PAID.search(beside.right) is not None
        covers = inside and (core.endswith(("覆盖", "惠及")) or beside.right.startswith(_DOES_SO) or paid)
        where = figure.role == "share" and beside.opened == "在" and _CARRIED_OUT_IN.fullmatch(beside.right) is not None
        return (beside.of and not quantity_of(core)) or bare or covers or where
    if figure.base_unit in _SIZES and not beside.of and core and core == beside.opened and _is_capacity(core, beside.right):
        return True
    if _is_inside(figure, beside):
        return True
    if len(core) >= 2 and words().adverb.match(beside.right):
        return False
    if figure.role == "count" and len(core) >= 3 and beside.opened[len(core) :] in ("达", "达到", "为"):
        return False
    named = figure.role == "level" and len(core) >= 2 and core == beside.opened
    if named and core.endswith(_ATTRIBUTES) and not quantity_of(core):
        return True  # 首款量产级|9兆瓦时|储能系统
    return not named or bool(verb_at_end(core)) or bool(words().preposition.match(core)) or beside.of


def _is_inside(figure: FoundFigure, beside: Beside) -> bool:
    """Return whether a size stands inside the name of what is done (推进中长距离|2000载重吨以上|货船更新)."""
    core, right = beside.core, beside.right
    inside = figure.bound == "at_least" and figure.base_unit in _SIZES and not (beside.of or quantity_of(core)) and core == beside.opened
    return inside and len(without_verb(core)) >= 2 and bool(verb_at_start(core)) and len(right) >= SHORT and not verb_at_start(right)


def spent(phrase: str) -> str:
    """Return the word of SPENDING that a phrase ends with, alone or behind a verb (实施|总投资), "" when it does not."""
    last = phrase.rpartition("、")[2]
    return last if last in SPENDING else bare if (bare := without_verb(last)) in SPENDING else ""


def _is_capacity(core: str, right: str) -> bool:
    """Return whether a measure only says how big the thing is that it stands in (确保亘富|200万吨褐煤提质项目)."""
    if quantity_of(core) or words().adverb.match(right):
        return False
    if verb_at_start(core):  # 完成二期|170万平方米供热改造任务: the verb is no name, so the number stands inside one
        inside = _LISTED_WORK.fullmatch(right) is not None or _WORK.match(split_counted(right)[0]) is not None
        return inside and len(without_verb(core)) >= 2 and without_verb(core) != core
    return _THING.match(split_counted(right)[0].partition("、")[0]) is not None or 3 <= len(right) <= 14


def read_counted(telling: Telling, at: int, beside: Beside) -> int:
    """Read figure `at` and those that only say how big the things are that it counts; return how many were read."""
    figure = telling.figures[at]
    if ranging := _within(telling, at, beside):
        telling.start(telling.numbers[at], ranging)
        telling.drafts[-1].take(telling.numbers[at + 1], ranging)
        telling.verb = ""
        return 2
    name, said = _things(telling, at, beside)
    left = _doer(telling, at, beside).removesuffix("时速")
    if figure.text[:1] in "百千万亿":
        left = left.removesuffix("上")  # 赋能上|千家企业
    if left.endswith("提供") and (whom := _PROVIDED_FOR.fullmatch(beside.opened)) is not None:
        left = whom["whom"]  # 为小微企业提供|1亿元|担保
    left = left.removesuffix("长") if beside.opened.endswith("长达") and not left.endswith(("全长", "总长")) else left
    left = _LONG_AT_END.sub("", left) if beside.of and verb_at_start(left) else left  # 完成全长|19公里|的道路改造
    left = "" if _MEASURED.match(left) or (left in _STAGES and figure.role == "level") else _EACH_ONE.sub("", left)
    if beside.core in _STAGES and figure.role == "level":
        name = _SET_UP.sub("", name)
    owner = telling.memory.owner
    if "、" in left and len(name) <= SHORT and owner.endswith(name) and not verb_at_end(left):
        left, name = "", noun_of(owner)  # 8个项目中,甲、乙、丙3个项目已开工: the names are examples of what was told before
    elif (left.endswith("等") or name in _FIELDS) and (head := _HEAD_OF_LIST.match(beside.opened)) is not None:
        left = head["head"]
    elif left.endswith("等") and (said or len(name) > 2 or telling.aspect or not name.endswith(words().vague_end)):
        verb = verb_at_start(left)  # 推进甲基地、乙园区等23个重特大项目: examples are no part of the name
        bare = verb in _SPEEDS_UP and not name.endswith(_WORKS_END)
        left = "" if said.startswith(_GOES_WELL) or bare else verb
    elif (
        len(without_verb(left + name)) <= SHORT
        and not beside.opened.endswith("等")
        and not (said and not left and (telling.drafts or said.startswith(_CHOSEN)))
    ):
        left = context(telling, left, name) + left
    if telling.aspect and name.endswith(_SO_CALLED) and len(without_verb(name)) <= SHORT and len(telling.aspect) <= SHORT:
        name = telling.aspect + name.removeprefix(telling.aspect)  # 公路方面,新开工|2个|项目
    told = telling.memory.counted.get(figure.base_unit, "")
    among = beside.opened.removesuffix("有")
    if told and not left and len(among) > 2 and among.endswith("中") and (told.endswith(among[:-1]) or among[:-1].endswith(noun_of(told))):
        name, said = among[:-1], name + said  # 59项测评点中有|22项|达到最优水平
    landed = said.startswith("落地")
    if len(name) > SHORT and (goes := _HOW_IT_GOES.search(name + said)) is not None and goes.start() >= SHORT:
        name, said = (name + said)[: goes.start()], ""
    if said == "" and name.endswith("全覆盖") and left.endswith("实现") and len(name) > 4:
        left, name = left.removesuffix("实现"), name.removesuffix("全覆盖")  # 实现|4种|模式全覆盖
    if said and not left and name in _MOVES:
        name, said = name + said, ""  # 1600万人|进城落户
    if said and beside.opened.endswith("的") and verb_at_start(left) and _MADE_BEFORE.match(left):
        said = ""  # 新建的|7个|便民超市全部投入使用
    if (left or beside.core).startswith(_MET_WITH) and "、" in name and figure.base_unit in _EVENTS:
        name = name.partition("、")[0]  # 应对|9轮|强降雨、秋汛和干旱: only the first are counted
    if said and not left and name.startswith(_BY_MEANS):
        name = noun_of(told) if told else ""  # 1800万人|通过多种渠道|实现再就业: how, not whom
    if told and _SAID_OF_TOLD.match(beside.right) and (not left or beside.part or left in ("有", "另有", "还有")):
        said = strip_tail(beside.right) or beside.right
        said = beside.right if said.endswith(_NEGATIONS) else said  # 4项|未完成
        metric = f"{_DONE.sub('', said)}的{noun_of(told).rpartition('的')[2]}"
    elif told and not (left or said) and verb_at_start(name) == name:
        metric = name + noun_of(told).rpartition("的")[2]  # 38个小区已开工,其中22个|完工
    elif beside.opened in _RAISES and (theirs := _THEIRS.fullmatch(name + said)) is not None:
        metric = f"{beside.opened.rstrip('了')}{theirs['what']}的{theirs['who']}"
    elif not left and (do := _PEOPLE_DO.fullmatch(name + said)) is not None and figure.role == "count":
        metric = f"{(_scheme(telling) if do['deed'].startswith('参') else '')}{do['deed']}的{do['who']}"
    elif figure.role == "share" and said and not left and figure.unit_code == "1":
        metric = f"{said}的{name}占比"  # 超过|一半|人口居住在城镇
    elif figure.unit_code == "%" and figure.role == "share":
        held = _CARRIED_OUT.search(name + said) if beside.opened.endswith("在") else None
        if held is not None and len(beside.core) >= SHORT:
            left, name, said = f"{held.group()}{beside.core}的", (name + said)[: held.start()], ""  # 某制度在|30%|的医院实施
        elif beside.opened == "在" and (carried := _CARRIED_OUT_IN.fullmatch(beside.right)) is not None:
            name, said = carried["where"], carried["deed"]
        elif left.endswith("范围") and _SPREAD.search(beside.opened):
            left = left.removesuffix("范围")
        name = _RULED.sub("", name) if _RATE_PAID.search(name) else name
        name = _FOR_WHOM.sub("", name) if said else name
        left = "" if left in _PUSHES_ON else left
        metric = (
            f"{name}落地率"
            if landed and not left and name  # 九成的改革任务|落地见效
            else left
            + (f"{said}的{name}" if said and not left else name + said)
            + ("" if name.endswith(_RATES) else "比例" if name.endswith(_PAID_BY_SHARE) else "占比")
        )
    elif left in _CHOOSES and (tries := _TRY_OUT.fullmatch(name + said)) is not None:
        metric = f"{tries['deed']}的{tries['who']}"
    elif left in _DOES_IN_PLACES and not said and (places := _DONE_IN_PLACES.fullmatch(name)) is not None:
        metric = f"{left}{places['what']}的{places['where']}"
    elif _SPREAD.search(beside.opened) and name:
        metric = f"{beside.opened}的{name}"
    elif figure.base_unit == "人" and not left and not said and _is_a_deed(name) and (scheme := _scheme(telling)):
        metric = f"{scheme}{name}人数"
    elif beside.joined and figure.base_unit in _SIZES and not beside.of and _is_capacity(beside.core, beside.right):
        metric = without_verb(beside.core.rpartition("、")[2]) + _OF_ITS_KIND.sub(
            "", name if _WORK.match(name) else name.partition("、")[0]
        )
    elif said and not left and not name:
        metric = said
    elif not said and len(left) >= SHORT and left == beside.core and words().act.search(left) is None and words().predicate.fullmatch(name):
        metric = f"{name}的{left}"  # 高速公路|120公里|建成通车
    elif said and not left:
        where = _WHERE.match(name)
        said = _DONE_WITH.sub(r"\1", said)
        metric = f"{name[where.end() :]}{said}的{where.group()}" if where else f"{said}的{name}"
    elif figure.base_unit in _SIZES and not beside.of and _is_capacity(beside.core, beside.right):
        metric = without_verb(left.rpartition("、")[2]) + _OF_ITS_KIND.sub("", name if _WORK.match(name) else name.partition("、")[0])
    elif said and name and "、" not in name and _stands_still(left) and len(left + name + said) < LONGEST:
        metric = f"{said}的{cleaned(left + name)}"  # 创新港|14个项目落户科创园
    else:
        metric = left + name + said
    aimed = _TO_WHOM.match(beside.opened) or beside.lead.endswith(("与", "为"))
    if not said and beside.right and aimed and (done := _done_to(name)):
        things, said = done
        metric = f"{said}的{without_verb(left)}{things}"
    elif not (said or left) and aimed and beside.followed and (done := _done_to(beside.right)) and done[0] == name and beside.core == "":
        metric = f"{strip_tail(done[1])}的{name}"  # 为|320户|企业提供贷款|8亿元
    if beside.lead.startswith("对") and (works := _WORKS.match(name + said)) is not None:
        metric = f"{without_verb(left)}{works['of']}{works['done']}"  # 对发布的|75件|法规进行清理
    if (lives := _LIVE_IN.fullmatch(beside.right)) is not None and figure.base_unit in ("人", "户"):
        metric = f"{lives['what']}涉及{'人口' if figure.base_unit == '人' else '户数'}"
    elif (extent := _EXTENT_OF.match(beside.right)) is not None and figure.base_unit == "米":
        metric = f"{left}{extent['what']}{extent['extent']}"
    elif beside.lead.startswith(("将", "把")) and (range_ := _RANGE_OF.match(telling.text, figure.end, telling.clause.end)) is not None:
        changed = _IS_CHANGED.match(telling.text, range_.end(), telling.clause.end)
        metric = f"{changed['how']}{range_['what']}的{range_['of']}" if changed is not None else metric
    if beside.right.endswith("之一") and (one := _ONE_OF.match(beside.opened)) is not None:
        metric = one["of"]
    if figure.base_unit in ("人", "人次") and metric in _GAINS:
        metric += "人数" if figure.base_unit == "人" else "人次"
    if (gets := _GETS.match(name + said)) is not None and not left:
        metric = f"{gets['what']}得到{gets['done']}的{gets['who']}"
    if said and beside.lead.endswith("在") and len(what := beside.opened.removesuffix("在")) >= SHORT and not verb_at_start(what):
        telling.start(telling.numbers[at], f"{what}{said}的{name}")
        telling.memory.owner = what  # 承包工程在|9个国家|展开
        return 1 + _take_sizes(telling, at)
    if name in _SAYS_NO_WHICH and beside.opened.endswith("等") and metric == left + name and verb_at_start(left) == left:
        metric = f"{_first_named(beside.opened, left)}{name}"
    if len(metric) > LONGEST:
        verb = verb_at_start(left)
        metric = _fitting((verb + name + said, left + name, f"{said}的{name}" if said else name, verb + name, name))
    before = telling.memory.subject, telling.memory.owner
    if name == "事" and not said:
        telling.start_unnamed(telling.numbers[at])  # 抓好|四件|事
        return 1 + _take_sizes(telling, at)
    telling.start(telling.numbers[at], metric)
    if _AMONG.match(beside.opened) and _AMONG_END.search(beside.right):
        telling.set_aside(*before)
        return 1
    telling.verb = verb_at_start(metric)
    if len(name) >= 2:
        telling.memory.owner = tidy(name if verb_at_end(left) else left + name)
    return 1 + _take_sizes(telling, at)


def _first_named(opened: str, verb: str) -> str:
    """Return the verb and the first of the things named before a tally (实施|甲、乙等|8项行动), the verb alone where that is too long."""
    first = opened.removesuffix("等").rpartition("，")[2].partition("、")[0]
    return f"{first}等" if first.startswith(verb) and len(verb) + SHORT <= len(first) <= LONGEST_TOPIC else verb


def _within(telling: Telling, at: int, beside: Beside) -> str:
    """Return the name of things that the next figure tells how far in front they are (9个|学科进入前|1‰), "" where it does not."""
    after = telling.figures[at + 1] if beside.followed else None
    if after is None or not (after.text.endswith(_RANGE) or "分之" in after.text) or not beside.right.endswith("前"):
        return ""
    said = _RANK_BEHIND.search(beside.right, 1)
    name = beside.right[: said.start()] if said else ""
    range_ = f"{beside.right[len(name) :]}{after.text}"
    if beside.listed or beside.before:
        range_ = _same_ranking(telling, range_)
    return f"{range_}的{name}" if 1 <= len(name) <= LONGEST_THINGS and len(range_ + name) < LONGEST else ""


def read_of_a_size(telling: Telling, at: int, beside: Beside) -> bool:
    """Read things counted by their size, which only the last of a list names (3个|超千亿、5个超百亿|产业集群); False where none are."""
    after = telling.figures[at + 1] if beside.followed else None
    if after is None or beside.right not in _SIZE_PASSED or after.role != "level" or after.base_unit != "元":
        return False
    behind = _LIST_OF_SIZES.match(telling.text, after.end, telling.clause.end)
    if behind is None:
        return False
    verb = verb_at_start(beside.opened) or (telling.verb if beside.listed else "")
    draft = telling.start(telling.numbers[at], f"{verb}{beside.right}{after.text}{behind['things']}")
    draft.take(telling.numbers[at + 1], f"{behind['things']}规模")
    telling.verb = verb
    return True


def read_of_a_length(telling: Telling, at: int, beside: Beside) -> bool:
    """Read things counted that are so long together (5条|总长|51公里|的山区道路); False where none are."""
    if not beside.followed or beside.right not in _LENGTHS:
        return False
    after = telling.around.following(at + 1)
    name = _OPENED.sub("", split_counted(after)[0]) if after and not words().goes_on.match(after) else ""
    if len(name) < 2 or telling.figures[at + 1].role != "level":
        return False
    draft = telling.start(telling.numbers[at], verb_at_start(beside.opened) + name)
    telling.around.beside(at + 1)
    draft.take(telling.numbers[at + 1], name + beside.right.lstrip("、"))
    return True


def _same_ranking(telling: Telling, range_: str) -> str:
    """Return a range with the ranking that the things before were told with (进入世界排名前1%、…进入前|1‰)."""
    told = telling.drafts[-1].metric if telling.drafts else ""
    ranking = _RANK_BEHIND.match(told[: told.find("前") + 1])
    return ranking.group() + range_.partition("前")[2] if ranking is not None and range_.startswith("进入前") else range_


def _without_examples(left: str, verb: str, right: str) -> str:
    """Return the verb before things counted without those told by name (建设甲中心、乙中心2家|联合实验室); `left` where it does more."""
    last = verb_at_end(left)
    if last and left[: -len(last)].endswith(("以及", "并", "和")):
        return last  # 完成甲改造、乙建设以及开工|3万套|安置房
    listed = "、" in _QUOTED.sub("", left)[len(verb) :] and "等" not in left and last != left.rpartition("、")[2]
    if not (listed and len(split_counted(right)[0]) > SHORT):
        return left
    return "" if verb in _SPEEDS_UP and not split_counted(right)[0].endswith(_WORKS_END) else verb


def _behind_lead_up(opened: str) -> str:
    """Return the verb behind a phrase that leads up to the things counted (在各领域|选择, 依托甲、乙市), "" where none is."""
    opened = opened.removesuffix("了")
    bare = without_coverb(opened)
    return verb_at_end(opened) or (bare if bare != opened and len(bare) <= LONGEST_THINGS else "")


def _stands_still(left: str) -> bool:
    """Return whether a phrase before a count only says of whom or which the things are: nothing in it is done."""
    return len(left) >= SHORT and not left.endswith(_GOES_ON_TO) and words().act.search(left) is None


def _is_a_deed(name: str) -> bool:
    """Return whether what stands behind a number of people says what they do (参保, 领取养老金)."""
    return name.startswith(_DEEDS) and len(name) <= LONGEST_THINGS


def _scheme(telling: Telling) -> str:
    """Return what people take part in where the piece before tells it (城镇居民养老保险试点启动,|1334万人参保), "" where it does not."""
    held = _SCHEME.search(telling.drafts[-1].metric) if telling.drafts else None
    topic = held["what"] if held is not None else _STARTED.sub("", telling.topic)
    return topic if 2 <= len(topic) <= LONGEST_TOPIC and "、" not in topic and topic.endswith(_SCHEMES) else ""


def _done_to(name: str) -> tuple[str, str] | None:
    """Return the things and what is done to them (老旧建筑|安装消防设备), None where nothing is."""
    act = words().act.search(name, 2)
    if act is None or len(name) - act.start() < SHORT:
        return None
    how = _HOW_DONE.search(name, 2, act.start())
    at = how.start() if how else act.start()
    return (name[:at], name[at:]) if at >= 2 else None


def share_output(telling: Telling) -> None:
    """Say of goods weighed in one list with an output that they are an output too (粮食总产|9亿斤,棉花总产|6万吨,蔬菜|2万吨)."""
    produced = ""
    for at, draft in enumerate(telling.drafts):
        if telling.figures[_place(telling, at)].base_unit not in _WEIGHTS:
            continue
        if (output := _OUTPUT.search(draft.metric, 1)) is not None:
            produced = output.group()
        elif produced and _GOODS.fullmatch(draft.metric):
            draft.metric += "产量"


def share_work(telling: Telling) -> None:
    """Give the work that only a list's last member tells to those before it (完成|3台机组、|5万吨产能、|20台锅炉节能改造).

    Likewise the things, where the others tell only of which class they are (新增|2家千亿级、|24家百亿级企业), and what is said of
    all of them (|10所学校、|12个专业群入选国家计划).
    """
    for first, last in _lists_of_things(telling):
        _share_what_is_said(telling, first, last)
        for draft in telling.drafts[first:last]:
            if _CLASS_AT_END.search(draft.metric):
                draft.metric += _things_of_class(telling.drafts[last].metric)
        work = _SHARED_WORK.search(telling.drafts[last].metric)
        if work is None or work.start() < 2 or not telling.drafts[first].metric.startswith(_WORKING):
            continue
        for draft in telling.drafts[first:last]:
            if _SHARED_WORK.search(draft.metric) is None and len(draft.metric + work.group()) <= LONGEST:
                draft.metric += work.group()


def _share_what_is_said(telling: Telling, first: int, last: int) -> None:
    """Give what is said of the last things of a list to those before them, where nothing is told of them but their name."""
    name, said = split_counted(telling.around.following(_place(telling, last)))
    if not said or telling.drafts[last].metric != f"{said}的{name}":
        return
    for at in range(first, last):
        draft = telling.drafts[at]
        if telling.figures[_place(telling, at)].role != "count":
            return
        bare = draft.metric == tidy(split_counted(telling.around.following(_place(telling, at)).rstrip("、"))[0])
        if bare and len(metric := f"{said}的{draft.metric}") <= LONGEST:
            draft.metric = metric


def _place(telling: Telling, at: int) -> int:
    """Return the place in the clause of the first figure of draft `at`."""
    return telling.drafts[at].figures[0] - telling.numbers[0]


def _things_of_class(metric: str) -> str:
    """Return the things behind the class they are of (新增百亿级|工业企业)."""
    found = _CLASS.search(metric)
    if found is None:
        return without_verb(metric)  # 首批|12项及第二批|14项重点改革
    return metric[found.end() :] if len(metric) - found.end() >= 2 else ""


def _lists_of_things(telling: Telling) -> list[tuple[int, int]]:
    """Return the first and last draft of each list of things counted, parted by nothing but 、 (3台|机组、|5万吨|产能)."""
    if len(telling.drafts) < 2:
        return []
    lists: list[tuple[int, int]] = []
    first = 0
    for at in range(1, len(telling.drafts) + 1):
        gap = telling.around.gap(_place(telling, at)) if at < len(telling.drafts) and _follows(telling, at) else ""
        if not gap or not _THING_AND_JOINT.fullmatch(gap):
            if at - 1 > first:
                lists.append((first, at - 1))
            first = at
    return lists


def _follows(telling: Telling, at: int) -> bool:
    """Return whether draft `at` and the one before have one figure each, the second right behind the first."""
    before, this = telling.drafts[at - 1], telling.drafts[at]
    return len(before.figures) == len(this.figures) == 1 and this.figures[0] == before.figures[0] + 1


def _fitting(names: Sequence[str]) -> str:
    """Return the first of `names` that is no longer than a name may be, "" when none is."""
    return next((name for name in names if 2 <= len(name) <= LONGEST), "")


def context(telling: Telling, left: str, name: str) -> str:
    """Return what a name that says little (项目, 活动) belongs to, from the piece before; "" for names that stand alone."""
    if not name.endswith(words().vague_end) or (name == "经营主体" and (not left or left.startswith(_REGISTERED))):
        return ""
    topic = telling.topic
    if topic.startswith(_CALLED_UPON) and words().act.search(topic, 2):
        return ""  # 鼓励企业加大技术改造,支持|30个|项目: the firms do not support
    if left and verb_at_start(left) == left and name not in words().vague and not telling.drafts:
        return ""  # 开展技术改造,实施|300个|技改项目: two deeds
    if telling.goes_on and any(name.endswith(word) and word in topic for word in words().vague):
        return ""  # 推动|600个|工业项目建设,新实施|1500个|技改项目
    if (
        "、" in _QUOTED.sub("", topic)
        or topic.endswith((name, name[:2]))
        or (telling.goes_on and not telling.drafts[-1].metric.startswith(topic))
    ):
        return ""
    bare = not left and name in words().vague
    return topic if bare or (len(topic) <= LONGEST_TOPIC and left not in topic) else ""


def _take_sizes(telling: Telling, at: int) -> int:
    last = at + 1
    while last < len(telling.numbers) and last <= at + 2 and telling.around.sizes(at, last):
        telling.drafts[-1].take(telling.numbers[last], telling.drafts[-1].metric)
        last += 1
    return last - at - 1


def _things(telling: Telling, at: int, beside: Beside) -> tuple[str, str]:
    """Return what the figure counts and what is said of it."""
    right = beside.right
    if right.startswith(_MAY_BE) and (attribute := _ATTRIBUTE.match(right)) is not None:
        right = right[attribute.end() :]  # 15种|可以预防的|传染病
    right = _FLOURISH.sub("", right) or right
    right = right.removeprefix("级") if len(right) > SHORT and beside.core.endswith(_ATTRIBUTES) else right  # 首台|25兆瓦|级轴承
    right = right.removeprefix("规模的")  # 建立|500亿元|规模的产业基金
    if "并" in right and (also := _AND_DOES.search(right)) is not None and verb_at_start(right[also.end() :]):
        right = right[: also.start()]
    ends = _LIST_ENDS.search(right)
    if ends:
        right = right[: ends.start()]
    if right.endswith("、") and _CLASS_ALONE.fullmatch(right[:-1]):
        listed = _LIST_OF_CLASSES.match(telling.text, telling.figures[at].end + len(right) - 1)
        return (right[:-1] + listed["things"], "") if listed is not None else ("", "")
    if not beside.followed:
        if (lever := _MOVES_MORE.search(right, 3)) and not verb_at_end(beside.opened) and verb_at_start(right) == "":
            return right[: lever.start()], ""  # 32条|精品线路撬动消费升级
        return split_counted(right)
    after = telling.figures[at + 1]
    if after.role == "count" and (named := _NAMED_NEXT.search(right)) is not None:
        right = right[: named.start()]
    among = _AMONG_END.search(right) if _AMONG.match(beside.opened) else None
    right = right[: among.start()] if among else strip_tail(right, rank=after.role == "rank")
    head, mark, tail = right.rpartition("、")
    if mark and quantity_of(tail) and len(tail) <= LONGEST_THINGS and len(head) >= 2 and not (quantity_of(head) or verb_at_start(tail)):
        right = head  # 5个|医疗集团、区级覆盖率达|80%: what is told next
    if not among and (lever := _LEVERS.search(right, 3)) and len(right) - lever.end() >= 2 and not verb_at_end(beside.opened):
        return right[: lever.start()], ""  # 20亿元|以旧换新补贴拉动消费|215亿元
    if beside.lead.endswith("在") and (deed := _done_to(right)) is not None and not among:
        return deed[0], ""  # 在14个|市州增补学位|2万个: where
    if after.role != "count" and (quantity_of(right) or right.endswith(_QUANTITIES_OF_MONEY)):
        things = _THINGS_AND_QUANTITY.match(right)
        if things is not None and verb_at_end(things["things"]) == "":
            return things["things"], ""
    if (paid := verb_at_end(right)) and right[: -len(paid)].endswith(_QUANTITIES_OF_MONEY) and after.role == "count":
        return right[: -len(paid)], ""  # 200亿元|专项资金支持|300个|项目
    name, said = split_counted(right)
    name = name.removesuffix("中") if len(name) > 2 else name  # 59项|测评点中有22项
    said = _RANK_BEHIND.sub("", said)
    if after.base_unit in (telling.figures[at].base_unit, "%") or said.startswith(_OF_THE_NEXT):
        return _PROGRESS_AT_END.sub("", name) or name, ""
    if verb_at_end(right) and not beside.right.endswith(_JOINTS):
        more = telling.around.following(at + 1)
        if more and not words().goes_on.match(more):
            return (name, said + more) if said else (name + more, "")
    return name, said


def _doer(telling: Telling, at: int, beside: Beside) -> str:
    """Return what stands before the count and belongs to its name: a verb (新增), a place, an owner."""
    preposition = words().preposition.match(beside.opened)
    left = beside.opened[preposition.end() :].strip() if preposition else beside.opened.strip()
    if beside.opened[:1] in _LEADS_UP and len(beside.opened) > SHORT:
        left = _behind_lead_up(beside.opened)
    if beside.lead.startswith(_GUIDES) and (guided := _GUIDED.match(beside.lead)) is not None and verb_at_start(guided["deed"]):
        left = guided["deed"]
    if (
        "并" in left
        and (also := _AND_DOES.search(left)) is not None
        and also.start() >= len(verb_at_start(left))
        and (verb_at_start(left[also.end() :]) or _HAS.fullmatch(left, also.end()))
    ):
        left = left[also.end() :]
    left = _HAS.sub("", left)
    if left[:1] == "“" and verb_at_start(behind := left.partition("”")[2]):
        left = behind  # “省市共建”支持|3个|实验室: by what means
    if left in _MADE_USE_OF:
        return ""
    if beside.opened.endswith(_MET_WITH):
        return beside.core  # 有效应对|9轮|强降雨
    if "是" in left[1:-2] and verb_at_start(behind := left.rpartition("是")[2]):
        left = behind  # 底线是严守|18亿亩|耕地红线
    if "、" in left and telling.figures[at].base_unit not in _SIZES and (verb := verb_at_start(left)):
        left = _without_examples(left, verb, beside.right)
    if beside.joined and at:
        if left.endswith("的") and telling.verb:
            return telling.verb  # 通达12个国家的|58个港口
        return verb_at_end(left)
    if beside.listed and not left:
        return telling.verb
    if left.endswith(_JOINTS):
        return verb_at_start(left)  # 国家医疗中心和|3所省级医疗中心: another member of the list
    left = _KINDS.sub("", _CAPACITY_AT_END.sub("", left))
    if verb := verb_at_end(left):
        if preposition is not None and preposition.group() == "向":
            return verb  # 向下游|输送|8亿立方米|清水
        return verb if len(left) > LONGEST_DOER or _BY_WHAT.search(left) else left
    if _TOWARDS.search(left) or left in words().places or (bare := strip_tail(_YEAR_AT_END.sub("", left))) in words().places:
        return ""
    return bare + ("等" if left.endswith("等") else "")
