"""A clause without figures → what is done to what, in some words; None where no whole phrase says so.

A long sentence leads up to its matter (依托…, 充分利用…) and ends with what it is good for. Its name is the comma piece that says what is
made or reached: what builds, sets up or completes something comes before what strengthens or encourages, the earlier before the later.
A piece that is too long for a name loses what describes its noun; what is then still too long is a sentence, not a name. The words are in
`data/plain_words.tsv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..duties import read_duty, without_adverbs
from ..tables import read_classes
from .coverbs import without_coverb
from .hygiene import cleaned
from .phrases import balanced, is_no_name, quantity_of, strip_lead, unlabelled, verb_at_start
from .predicates import how_it_stands, what_is_said, what_it_came_to
from .words import alternation, words

LONGEST = 30
"""What is longer is a sentence, not a name: code points."""
LONGEST_TITLED = 40
"""With a title or a quoted name it may be longer."""
SHORTEST = 4
SHORTEST_DEED = 2
_SCAN = 300
"""So much of a clause is looked at."""
LEVEL = 1.8
"""What a piece says that tells what level was reached (达到先进水平)."""
LATER = 0.15
"""What a piece loses for each piece before it."""
MOST = 3.3
"""What a piece says at most, see `_weight`."""
MADE = 2.4
"""What a piece says that makes something."""
REACHED = 2.3
"""What a piece says that tells of something reached."""
PUT = 1.4
"""What a piece says that puts something somewhere."""
ENTERED = 2.0
"""What a piece says that enters something in a plan, a list, a review."""
COMES_OF_IT = 1.9
"""What a piece says that tells what comes of the others."""
GOOD_FOR = 1.5
"""What a piece says that tells what the others are good for."""
MINDS = 1.0
"""What a piece says that tells what is thought important."""
SAYS_LITTLE = 0.9
"""What a piece says that fits every sentence (增强意识, 加强监督, 负起责任)."""
NAMED_THING = 0.8
"""What a piece says more that calls what it speaks of by its name (培养壮大|国家甲中心、乙省云计算中心)."""
TRIED = 1.7
"""What a piece says that only tries to make something (探索建立…)."""
WHOM = 0.7
"""What a piece says that only calls on somebody."""
LEADING_PIECES = 4
"""So many comma pieces may lead up to what a duty asks for."""
AIMS_BEFORE = 3
"""After so many other aims only something made or reached still stands for the sentence."""
CLASSES = ("made", "founded", "weak", "thing", "so_far", "reached", "felt", "leads", "stump", "forbids")

_PIECES = re.compile(r"[,，;；:：。！？!?\n]+")
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|（[^）]*）|\([^)]*\)")
_OWNED = re.compile(r"[(（][^()（）]{0,60}(?:牵头|责任|配合|负责)[^()（）]{0,60}[)）]")
_MASKED = str.maketrans(",，;；:：。！？!?", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a")
_SHOWN = str.maketrans("\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a", ",，;；:：。！？!?")
# Pieces that lead up to the matter by their shape: 在…下, 为…, 以…为抓手, 各位代表, 总的来看, 从收入看, 国务院决定, 为…奠定基础
_LEADS_UP = (
    r"在.*(?:[下中上里]|领域|方面|同时|基础上|过程中)$|在[^,，]{2,40}$|为了?(?!主)|以[^,，]*为|以.{2,12}$|目前$"
    r"|各位[^,，]{2,8}$|同志们$|(?:总的|总体|综合|整体)[来上]?看$|从.{1,12}看$|总之$|(?:实践|事实)(?:充分)?证明$|(?:回顾|过去|刚刚过去)的?.{0,4}[年月]$"
    r"|.{2,}以来$|也要看到$|同时$|与此同时$|[^,，]{0,8}(?:决定|要求|指出|强调|认为|提出|规定)$|为.*(?:奠定|提供|打下|作出)|当[^年地]"
    r"|[^,，]{1,8}地区(?:要|应)?(?:分别)?[于在][^,，]{2,12}(?:完成|实现)$|要求在[^,，]{2,10}[内前](?:全部|基本)?(?:完成|实现|建成|到位)$"
)
_ARTICLE = re.compile(r"^第[一二三四五六七八九十百\d]{1,5}[条章节款项]\s*")
# 支持有条件的市在政策框架下, 鼓励银行针对发展需求, 加快企业依托新技术: who is helped and by what, not yet to do what
_NOT_YET_WHAT = re.compile(
    "(?:支持|鼓励|引导|推动|推进|加快|组织|督促|指导|帮助|促进)[^,，]{1,30}?"
    "(?:在(?!线)[^,，]{2,30}[下中上内]|(?:针对|围绕|按照|根据|依托|(?<!相)结合|立足|聚焦|面向|瞄准|通过|(?<![合效环理发约化和再源、])利用)(?P<by>[^,，的]{2,40}))$"
)
# 鼓励协会、学会等: whom, and the piece behind says to what
_ONLY_WHOM = re.compile(
    "(?:鼓励|引导|督促|指导|要求|动员|发动|推动|组织|支持(?=.*(?:有条件的|符合条件的|具备条件的|等$)))[^,，]{2,40}?"
    "(?:企业|机构|单位|协会|部门|院所|高校|组织|团体|地方|地区|[省市县区]|人员|资本|力量|主体|委员会|园区|农户|群众|人才)等?$"
    "|(?:鼓励|支持|引导|推动)[^,，]{2,30}发挥[^,，]{0,12}作用$"
)
_HELPS_BEGIN = frozenset("支鼓引推加组督指帮促要动发")
"""What _NOT_YET_WHAT and _ONLY_WHOM may begin with."""
_HOW_BEGINS = frozenset("年全一大系提整滚分带主同加高科合精常因实创前超靠梯接迭适择优稳审聚倾协奋用悉从严毫纵")
"""What _HOW_DONE may begin with."""
# 年内全部|取消, 一体|推进, 高质量|建设: how it is done
_HOW_DONE = re.compile(
    "(?:提速|年内|全部|一律|大幅|系统|一体|整体|滚动|分批|分类|带头|主动|同步|加力|高效|高质量(?!发展)|高标准|高水平(?!发展)|科学合理|科学|合理|精准|常态化|全链条|全方位"
    "|因地制宜|实质性|创造性|前瞻|超前|靠前|梯次|接续|迭代|适时|择优|优先|稳妥|稳慎|审慎|聚力|合力|倾力|协力|奋力|用心|悉心|从严|严厉|毫不松懈|毫不放松|纵深|常态长效"
    "|分[类级业层步期区片]施策|分类分级|一[企业县村户]一策|因[城地业企]施策|精准施策|综合施策|多措并举|统筹兼顾|标本兼治|久久为功|坚定不移|不折不扣|持之以恒|大胆|保质保量|靠前发力|先行先试|稳中求进)+"
)
# 对走私分子,|必须继续给予严厉打击
_TOWARDS_WHAT = re.compile("对于?(?:一切|所有|那些|少数|各种)?(?P<what>[^,，]{2,24})")
_DEALT = re.compile(
    "(?:我们|仍|还|也|都|要|应当?|必须|须|将|继续|坚决|认真|切实|进一步)*"
    "(?:(?:给予|予以|加以|进行|实行|开展)(?P<done>[^,，]{2,10})|(?P<law>(?:依法|依规|从严|严肃|严厉|坚决)+(?:处理|查处|打击|惩处|惩治|追究|问责))|(?:加强|强化)(?P<watched>[^,，]{0,6}(?:监督|监管|检查|管理|指导|保护|审计)))"
)
# 推动建设创新中心|在先导区率先落地
_WHERE_AT_END = re.compile(r"在[^,，的]{2,10}(?:率先|优先|成功|尽快|加快)*(?:落地|落户|布局|建成|投产|应用|推广)$")
_DONE_THEREWITH = re.compile(
    "(?:研发|攻关|建设|发展|应用|推广|改造|升级|转型|整治|治理|保护|管理|监管|监测|布局|实施|谋划|利用|开发|融合|创新|培育|支持|投入){1,2}"
)
_LABEL_BEFORE = re.compile(
    r"\s*(?:[^,，。;；:：《“]{0,4}(?:目标|任务|内容|要求|措施|举措|痛点|场景|方式|条件|问题|成效|原则|思路|重点|模式|方向|情况))[:：]\s*(?=\S{4})"
)
# 突出的问题是|物价上涨过多
_TROUBLE_IS = re.compile("[^,，]{0,10}(?:问题|矛盾|困难)是(?=[^,，]{4})")
# 财政|还有较多的|赤字
_HAS_MUCH = re.compile(
    "(?P<of>[^,，有]{2,10}?)(?:还|仍然?|依然|也)*(?:有|存在)着?(?:较多|较大|不少|一定|很多|很大|许多|相当大?)的"
    "(?P<what>[^,，的]{0,4}(?:赤字|困难|问题|缺点|差距|压力|短板|矛盾|隐患|浪费|亏损|缺口|不足|风险|薄弱环节))$"
)
# 财政管理改革|成为全国试点: whole where nothing else names the sentence
_BECAME = re.compile("(?!.*(?:逐步|日益|力求|才|真正|将|不断))[^,，的]{3,16}?成为[^,，]{3,}$")
_TOWARDS = re.compile(r"对(?![外口接标照应手])|把(?![关控握])")
_TOWARDS_BEGINS = frozenset("对把")
_DOER_ACTS = re.compile(r"(?:各[级地省市县区]?|有关|相关)[^,，]{0,28}?(?:部门|单位|机关|政府|机构|委员会)")
_AND_FIRST = re.compile("^(?:和|与|并|及)(?=完善|发展|巩固|改进|加强|健全|落实|推进|促进|深化|优化|规范)")
_DOER_STARTS = frozenset("各有相")
_HELPS = ("推动", "支持", "鼓励", "引导", "促进", "推进", "帮助")
_FOR_OTHERS = ("支持", "鼓励", "引导", "促进", "帮助")
"""What describes a noun behind another verb: 制定|鼓励学生创业的政策."""
_CARRIES_OUT = re.compile("(?:联合|共同)(?:开展|实施|构建|打造|推进)|(?<=[业校构位门])(?:开展|实施|构建|打造)")
_CONDITIONS = tuple("的时后前下中内者")
# 农产品价格|要逐步理顺, 计划工作|要继续进行改革
_OUGHT = re.compile(
    "(?P<of>[^,，]{3,20}?)(?:也|都|还|又)?(?<![主重需必纪概简只纲])要(?![素求点道闻件害塞领务])(?:[^,，]{0,6}?(?:进行|加以|予以)(?P<done>[^,，的]{2,4})$|(?P<deed>[^,，]{4,}))"
)
_WHO_OUGHT = re.compile(
    ".*(?:者|人员|干部|同志|系统|方|地区|城市|[省市县区]|城镇|财政|国家|[工农商]业|行业|行各业|部门|机关|企业|单位|学校|政府|特区|有条件的|在.*中)"
)
_MINDS = ("高度重视", "重视", "应对")
_SETS_ON = re.compile("(?:重点|主要|集中)*(?:聚焦|围绕|瞄准)")
# 部委内部调整,|要求在半年内完成
_BY_WHEN = re.compile(
    "(?:要求|力争|争取|确保|务必)*(?:在|于)?(?:[\\d一二三四五六七八九十半两今明本]+个?)(?:年|月|天|季度)[^,，]{0,2}[内前底](?:全部|基本|全面)?(?:完成|实现|建成|到位)"
)
# 形成发展合力, 打造创新高地: what it is all good for
_GOOD_FOR = re.compile(
    "(?:形成|打造|凝聚|构筑|营造|树立)[^,，]{0,20}(?:合力|共识|效应|局面|氛围|导向|声势|态势|高地|典范|样板|名片|标杆|大环境|良性循环|新优势|增长极|格局)$"
)
# 打造改革开放新高地, 营造良好环境: the same of more things
_GOOD_FOR_ENDS = (
    "场景",
    "环境",
    "氛围",
    "格局",
    "高地",
    "局面",
    "生态圈",
    "大环境",
    "形象",
    "风尚",
    "有力支撑",
    "坚实支撑",
    "强大支撑",
    "强劲支撑",
)
_GOOD_FOR_VERBS = (
    "打造",
    "营造",
    "创造",
    "构建",
    "构筑",
    "加快构建",
    "加快打造",
    "推动构建",
    "推动形成",
    "加快形成",
    "形成",
    "优化",
    "改善",
)
# 抢占黄金机遇, 负起责任, 增强危机意识, 加强全程监督: fits every sentence
# 完成任务, 制定方案: done to nothing in particular
_BARE_DEED = re.compile(
    "(?:如期|按期|圆满|顺利|全面|抓紧|尽快|研究|加快|认真)*(?:完成|落实|制定|制订|完善|健全|建立|推进|实施|开展|做好|抓好|搞好|编制|出台|组织|加强|深化|推动|加快|履行|执行)"
    "(?:好|各项|有关|相关|重点|年度|既定|目标|具体|规定)*(?:任务|工作|方案|机制|制度|体系|项目|活动|改革|规划|计划|目标|办法|标准|工程|行动)"
)
LONGEST_BARE = 10
_COMES_OF = ("形成", "推动形成", "加快形成", "促进形成")
_EARNEST = ("切实", "真正")
_BARE_PILOTS = ("开展试点", "先行试点", "先试点", "进行试点", "的试点")
_FITS_ALL = re.compile(
    "(?:紧紧|牢牢|主动|善于|切实|及时|抢先|全面)*(?:抓住|抢抓|抢占|把握|用好|负起|担起|扛起|担负|肩负|履行|压实|夯实|增强|强化|提高|加强|形成|凝聚)"
    "[^,，“《的对与]{0,14}?(?:机遇|契机|时机|先机|责任|责任担当|职责|使命|意识|思维|理念|自觉性?|紧迫感|责任感|使命感|信心|定力|合力|共识|(?<!人大)监督(?:管理)?|督导|督促|指导|领导|协调|协作|配合|沟通|联动|宣传|(?:带动|引领|引导|支撑|保障|主导|示范|推动|核心|骨干|先锋|桥梁|纽带)作用)$|统筹[^,，]{0,10}力量$"
    r"|(?:要|切实|必须|充分)*(?:高度重视|提高认识|统一思想|提高政治站位)"
)
_SEIZES = re.compile("(?:紧紧|牢牢|主动|及时|抢先)*(?:抓住|抢抓|抢占|把握|用好)[^,，]{0,40}(?:机遇|契机|时机|先机)")
# “深港通”|开启, 灾后设施|全面恢复, 调研服务工作|入选…十佳案例: what happened to something
_HAPPENED = re.compile(
    "(?P<of>[^,，是]{3,28}?)(?:(?:分别|均|都|双双|正式|成功|顺利|率先|相继|陆续|全面|深入|有序|稳步|全部|已|也)*"
    "(?:开启|初具规模|初步形成|(?<=[入序利步])进行|(?<=[面速])恢复|构建|揭幕|亮相|播出|上线|下线|首发|发射|落成|归国|并网|成型|收官|达标|上市|出炉|签约|签署|复工|复航|首演|开播|成行|升空|复流|开赛|开跑|出征|通水|复航|清零|归零|出清|开馆|出舱|归建)"
    "|(?:分别|均|都|双双|成功|也)*(?:入选|荣获|获评|获得|夺得|首夺|跻身|列入|成为|晋升为?|升格为|当选|更名为)[^,，]{3,})"
)
_NO_SUBJECT = re.compile("[使在我将把被让的们]|日益|坚持|必须")
"""What no short subject holds: 尊重各方使该国|重新成为…."""
# 加快甲基地|及乙中心|建设
_BUILT_TWO = re.compile(
    "(?P<first>(?:加快|推进|推动|支持|加强|抓好|加速)[^,，的]{2,20}?(?:基地|中心|园区|平台|项目|工程|实验室|公园|机场|铁路|公路|港口|水库|电站)(?:[一-鿿]{2,4}段)?)(?:[和及与]|以及)[^,，]{4,}?(?P<done>建设|改造|整治|申报|创建)$"
)
_AGAIN = re.compile("(?:连续(?:第)?[一二三四五六七八九十\\d]+[年次]|再次|先后|再度|我[省市县区州旗]被|被)+(?=..)")
# 面向企业|提供普惠算力服务
_TOWARDS_WHOM = re.compile("面向[^,，]{2,10}?(?=(?:提供|开展|推广|发放|开放|征集|招收)[^,，]{4,})")
_IN_A_WAY = re.compile("(?:以|采取|采用|通过)[^,，]{2,12}?(?:方式|模式|形式|办法|途径)(?=..)")
# 鼓励商业银行|设立普惠金融事业部: who is helped to found something
_HELPED_TO_FOUND = re.compile("(?:鼓励|支持|引导|推动|允许)[^,，的]{2,16}?(?:设立|成立|组建|创办|开办|创建|共建)(?=.{4,})")
FOUNDED_BY_OTHERS = 2.3
"""What a piece says that helps others to found something."""
_BARE_WHOM = re.compile("(?:[市县区省]|地区|地方|城市|企业|单位|园区|机构|高校|院校)(?:积极|主动|大力|先行|率先)*")
_LITTLE_BEGINS = frozenset("高统紧牢主善切及抢全抓把用负担扛肩履压夯增强提加形凝")
"""What _FITS_ALL and _SEIZES may begin with."""
# 探索|建设自由贸易港, 鼓励甲市、乙市研究|设立专项资金: who sets out to make something makes it
_SETS_OUT = re.compile(
    "(?:探索|研究|谋划|规划|筹划|筹备|启动|组织|联合|合作|共同|争取|支持|鼓励|推动|推进|加快)+(?:[^,，的“”]{2,14}?)??(?:研究|探索)(?=..)|(?:探索|研究|谋划|规划|筹划|筹备|整合)+(?=..)"
)
_SETS_OUT_BEGINS = frozenset("整探研谋规筹启组联合共争支鼓推加")
# 国家甲中心, 山东省云计算中心: called by its name
_BY_NAME = re.compile(
    "(?:国家(?!级)|中国|(?<=[一-鿿]{2})[省市](?![级市直属内外县]))[^,，的、“”]{2,14}?(?:中心|实验室|基地|研究院|示范区|试验区|高新区|开发区|新区|公园|大学)(?![式级城体])"
)
_IN_FIELDS = re.compile("(?<=...)(?<![存所现])在[^,，在]{4,40}?等?(?:领域|方面|行业)的?(?=..)")  # 加强两地|在科教、文化等领域的|交流合作
# 鼓励|交流合作, 推进|发展: what is left names nothing
_LEFT_OVER = re.compile("(?:交流|合作|发展|建设|管理|创新|改革|服务|应用|推广|研究|工作|融合|实施|提升|保护|利用|开发|[和与、])+")
# 连续40年|无重大森林火灾, 连续三年未发生|重特大事故: what did not happen
_NEVER = re.compile(
    "(?:[^,，]{2,10}?)??(?:已|实现|保持)*连续[\\d一二三四五六七八九十]+多?(?:年|个月|个季度)(?:实现|保持|以来|均|都)*(?:无|没有发生|未发生|没有出现|未出现|零)(?!法|偿)(?P<what>[^,，无]{3,20}?)(?:发生|记录)?"
)
# 预期增长目标未能实现: of what, the piece before says
_GOAL_MISSED = re.compile(
    "(?:全年|年度|年初|原定|预期|预定|计划|的)*(?:增长)?(?:目标|任务|指标)(?:任务)?(?:的)?(?:也|仍|还)?(?:未能?|没有|没能)(?:如期)?(?:实现|完成|达到)"
)
_VAGUE_HEADS = ("问题", "矛盾", "情况", "因素", "作用", "方面", "需要", "要求", "意见", "若干", "各项", "一系列", "重要", "基础上")
"""What is left of a long phrase behind its last 的 and says nothing alone."""
_OPEN_ENDS = ("为", "包括", "如下", "有")
"""Behind them the sentence goes on with what they announce: 建设规划为:"""
# 科技普及, 学生参与, 气候温和 end with these characters and are whole
_LOOSE = frozenset("的、等 及与和")
_LOOSE_END = re.compile(r"(?:(?<!目)的|[、等 ]|(?<![普惠涉波触遍顾])及|(?<![参赋授给])与|(?<![温饱缓平总中谐])和)+$")
# 把就业放在更加突出的位置: of the thing, not of the place it is put
_PUT = re.compile(
    r"^(?:(?:始终|坚持|必须|切实|继续|要)*[把将])(?P<name>[^,，]{2,26}?)(?:优先|统一|及时|全部)*"
    r"(?:放在|摆在|摆到|放到|置于|作为|列为|纳入|列入)"
)


_DOES_AT_END = re.compile(r".{4,80}?(?P<deed>(?:开展|形成|打造|建立|制定|举办|培育|推广|构建|搭建|设立|编制)[^,，]{4,22})$")
_DEALS_AT_END = re.compile(
    r"(?:通过|在|于|向|经|依托|利用|使用|采取|采用).{2,80}?(?P<deed>(?:提交|确定|采集|申请|发布|办理|完成|报送|公开|提供|开展|建立|实施|公示|购买|选择|缴纳|登记)[^,，的]{2,22})$"
)
_GUIDED = re.compile(
    r"(?:按照|根据|依据|结合|依托|围绕)[^,，]{2,40}?(?:要求|规定|原则|职责|实际|标准|需要|规划|计划|特点|情况|程序)"
    r"(?P<deed>(?:制定|制订|编制|组织|开展|建立|采集|做好|配备|落实|完善|实施|推进|加强)[^,，]{2,24})$"
)
_DECIDED = ("决定", "拟", "定于", "将于")
_GOES_ON = re.compile("[为向对将把在由使与同]|提供|利用|支持|依法")
# 应当遵守…, 借鉴…, 经…同意, 以…为由: by what it is guided, not what is asked for
_REGARDS = re.compile(r"(?:遵循|遵守|借鉴|参照|参考|依据|符合|会同|配合|经|自|于|以|在|从|向|与|为(?!主))(?!.{0,3}(?:办|查|营|费))")
_INTO = re.compile(r"将(?P<name>[^,，]{2,28}?)(?:优先|统一|及时|全部)*(?:纳入|列入|报送?|作为|转为|转化|提供|移交|归集|上报|推送|接入)")
_DONE_TO = re.compile(r"对(?P<name>[^,，]{2,30}?)(?:进行|开展|予以|实行|实施|给予|加以|作出)(?P<done>[^,，]{2,8})$")


# 《…法》已经提请审议, 原《…办法》同时废止
_TITLE = re.compile(
    "(?:原|现行)?(?P<title>《[^》]{2,38}》)(?:[（(][^）)]*[）)])*(?:已|由|同时|将|经|获|于|自|提请|正式|颁布|公布|施行|实施|出台|印发|通过|废止)"
)
# 以甲区等为|“智慧城区”试点, 在乙市|开展“智慧园区”试点
_PILOT = re.compile(
    r"(?:(?:以|选择|确定|将|把)[^,，]{2,40}?(?:作为|为)|在[^,，]{2,30}?(?P<verb>开展|实施|建设))"
    r"(?P<name>“[^”]{2,16}”[^,，]{0,8}?(?:试点|示范|示范区|工程|行动))$"
)
# 第三方机构按照…中的|建设要求, 主体凭…证明: by what rules
_BY_RULES = re.compile("按照|根据|依据|凭(?![证借])")
_RULES = ("要求", "规定", "标准", "程序", "办法", "原则", "证明", "凭证", "材料")
_STATES_OF = ("为", "包括", "包含", "不低于", "不少于", "不超过")
_SERVES = re.compile("作出|起到|作为|提供[^,，]{0,12}(?:支[撑持]|保障|基础|动力|条件|环境|遵循|借鉴|便利|参考|依据|空间|经验|可能)")
"""What something does for something else: 为稳定大局|起到作用."""
_DUTY_WORD = re.compile("(?:应当?|须|必须|需)$")
_OTHERS = re.compile("等(?![级候待同于效额])")


_VALID = ("有效期至", "有效期为", "有效期到")
# 贯彻落实省教育厅、省公安厅|《关于加强校车管理的通知》
_RULES_OF = re.compile(
    "(?:认真|全面|严格|切实|深入|抓好|抓紧)*(?P<does>贯彻落实|贯彻执行|贯彻|落实|执行|实施)好?[^,，《》]{2,30}(?:[部委办厅局院府署会社]|中央|省|市)(?P<title>《[^》]{4,34}》)"
)
# 进行监管和指导, and of whom: 对于示范区，…
_DOES_TO = re.compile("(?:进行|予以|给予|加以|实施|开展)(?P<done>[^,，的、]{2,8})")
_OF_WHOM = re.compile("对(?:于)?(?![外口接标照应此])(?P<what>[^,，]{2,26})[,，]")


class _Candidate(NamedTuple):
    weight: float
    name: str


@dataclass(frozen=True, slots=True)
class _Words:
    made: re.Pattern[str]
    founded: re.Pattern[str]
    weak: re.Pattern[str]
    things: tuple[str, ...]
    so_far: re.Pattern[str]
    reached: re.Pattern[str]
    felt: re.Pattern[str]
    leads: re.Pattern[str]
    forbids: tuple[str, ...]


@cache
def _words() -> _Words:
    table = read_classes("plain_words.tsv", CLASSES)
    any_of = {name: f"(?:{alternation(listed)})" for name, listed in table.items()}
    return _Words(
        made=re.compile(any_of["made"]),
        founded=re.compile(any_of["founded"]),
        weak=re.compile(any_of["weak"]),
        things=tuple(table["thing"]),
        so_far=re.compile(rf"{any_of['so_far']}$"),
        reached=re.compile(any_of["reached"]),
        felt=re.compile(any_of["felt"]),
        leads=re.compile(f"{alternation([*table['leads'], *table['stump']])}|{_LEADS_UP}"),
        forbids=tuple(table["forbids"]),
    )


def plain_metric(text: str, start: int, end: int) -> str | None:
    """Return a short noun or verb phrase that says what `text[start:end]` is about; None where no whole phrase does."""
    clause = text[start:end]
    duty = read_duty(clause)
    if duty is not None and _does_before(clause[: duty.start]):
        duty = None
    if duty is not None:
        start += duty.start
    head = text[start : min(end, start + _SCAN)]
    quotes = "“" in head or "《" in head or "（" in head or "(" in head
    if quotes:
        head = _OWNED.sub("", head)
        head = _QUOTED.sub(lambda quoted: quoted[0].translate(_MASKED), head)
    label = _LABEL_BEFORE.match(head)
    pieces = _PIECES.split(head[label.end() :] if label is not None else head)
    if "《" in pieces[0] and (title := _TITLE.match(unlabelled(pieces[0]).translate(_SHOWN))) is not None:
        return title["title"]
    if end - start > _SCAN and len(pieces) > 1:
        pieces.pop()  # cut in its middle
    if (pilot := _PILOT.match(pieces[0].translate(_SHOWN))) is not None:
        return (pilot["verb"] or "") + pilot["name"]
    if duty is not None and (bound := _what_it_is(clause, duty.start) or _first_bound(pieces)):
        return (_to_whom(clause[: duty.start], bound) or bound).translate(_SHOWN)
    if pieces[0].startswith("对") and len(pieces) > 1 and (dealt := _dealt_with(pieces[0], pieces[1])):
        return dealt.translate(_SHOWN)
    best: _Candidate | None = None
    aims = before_best = place_of_best = 0
    for place, piece in enumerate(pieces):
        if best is not None and best.weight >= MOST - LATER * place:
            break
        piece = unlabelled(piece.strip()).strip(" *#")
        better = _better(best, piece.translate(_SHOWN) if quotes else piece, place)
        if better is not None and better is not best and (best is None or aims < AIMS_BEFORE or better.weight >= REACHED - LATER * place):
            best, before_best, place_of_best = better, aims, place
        aims += len(piece) >= SHORTEST and not _leads_up(piece) and not _says_little(strip_lead(piece))
    if best is None:
        shown = [piece.translate(_SHOWN) for piece in pieces]
        names = (_done_at_end(piece, bound=duty is not None) or _begun(piece) or _bare(piece) for piece in shown)
        return next((name for name in names if name), None) or _told_what(shown) or _set_on(shown) or _happened(shown) or None
    if before_best >= AIMS_BEFORE and best.weight < REACHED - LATER * place_of_best:
        return None  # one of several aims does not stand for them all
    return best.name


def _done_at_end(piece: str, *, bound: bool) -> str:
    """Return what a piece that leads up to something does at its end (围绕新技术应用|开展标准应用试点), "" where it does nothing.

    What a duty asks for (`bound`) is also told with verbs of dealing (通过平台|提交共享申请).
    """
    piece = _ARTICLE.sub("", unlabelled(piece.strip()))
    found = (_DEALS_AT_END if bound else _DOES_AT_END).match(piece)
    if found is None and bound:
        found = _GUIDED.match(piece)
    leads = found is not None and (piece.startswith(_DECIDED) or _words().leads.match(piece) is not None)
    return balanced(found["deed"]) if found is not None and leads else ""


def _bare(piece: str) -> str:
    """Return what a piece does behind what leads up to it (以新体制|组建实验室); "" where that is not plain."""
    piece = unlabelled(piece.strip())
    phrase = strip_lead(piece)
    name = cleaned(phrase)
    longest = LONGEST_TITLED if name.endswith(("》", "”")) else LONGEST
    if name == piece or not SHORTEST <= len(name) <= longest:
        return ""
    known = _words()
    does = verb_at_start(name) or known.weak.match(name) or known.made.match(name) or name.startswith("贯彻")
    if name.endswith("努力") or _SEIZES.match(name) is not None:
        return ""
    done = _DONE_TO.match(phrase) if phrase[0] == "对" else does
    return name if done and _SERVES.search(name) is None else ""


def _does_before(text: str) -> bool:
    """Return whether a sentence says what is done before it comes to a duty (启动医联体试点，|三级医院要全部参与)."""
    pieces = _PIECES.split(text)[:-1]
    return any(_is_deed(unlabelled(piece.strip())) for piece in pieces)


@lru_cache(maxsize=256)
def _is_deed(piece: str) -> bool:
    """Return whether a comma piece is a deed, and neither a condition (开展测试前) nor what leads up to something."""
    phrase = strip_lead(piece)
    whole = len(phrase) >= SHORTEST and not piece.endswith(_CONDITIONS) and not _leads_up(piece) and not _leads_up(phrase)
    return whole and bool(_words().made.match(phrase) or _words().weak.match(phrase)) and is_no_name(phrase) is False


def _dealt_with(whom: str, deed: str) -> str:
    """Return what is done to whom where the two stand apart (对制假行为,|必须给予严厉打击); "" where they are not so told."""
    dealt, towards = _DEALT.fullmatch(strip_lead(deed.strip())), _TOWARDS_WHAT.fullmatch(whom)
    name = (
        f"{towards['what'].removesuffix('的')}{dealt['done'] or dealt['law'] or dealt['watched']}"
        if dealt is not None and towards is not None
        else ""
    )
    whole = SHORTEST <= len(name) <= LONGEST and words().act.search(whom, max(SHORTEST, whom.rfind("的"))) is None
    return name if whole else ""


def _to_whom(before: str, bound: str) -> str:
    """Return what a duty does together with whom the sentence says it of (对于示范区，由县水务局|进行监管 → 示范区监管), "" for others."""
    done = _DOES_TO.fullmatch(bound)
    whom = _OF_WHOM.match(unlabelled(before)) if done is not None else None
    name = f"{whom['what'].removesuffix('的')}{done['done']}" if done is not None and whom is not None else ""
    return name if len(name) <= LONGEST else ""


def _happened(pieces: Sequence[str]) -> str:
    """Return the first short piece that tells what happened to something (“深港通”|开启); of a long one the something; "" without."""
    for piece in pieces[:LEADING_PIECES]:
        phrase = strip_lead(unlabelled(piece.strip()))
        happened = _HAPPENED.fullmatch(phrase)
        if (
            happened is not None
            and not piece.strip().startswith(("使", "让"))
            and not verb_at_start(happened["of"])
            and _NO_SUBJECT.search(happened["of"]) is None
        ):
            whole = len(phrase) <= LONGEST and not phrase.endswith("进行")
            return phrase if whole else happened["of"]
    return ""


def _set_on(pieces: Sequence[str]) -> str:
    """Return what a sentence sets itself on where it says no more (重点聚焦|芯片技术攻关), or what is to be done by when, "" for others."""
    first = unlabelled(pieces[0].strip())
    name = _named(_SETS_ON.sub("", first)) if _SETS_ON.match(first) and _DONE_THEREWITH.search(first[-4:]) else ""
    if not name and len(pieces) > 1 and _BY_WHEN.fullmatch(strip_lead(pieces[1].strip())):
        name = strip_lead(first)
    return name if SHORTEST <= len(name) <= LONGEST else ""


def _told_what(pieces: Sequence[str]) -> str | None:
    """Return the piece behind one that says who is helped, and by what (鼓励银行针对需求,|创新产品); None where no such piece stands."""
    for helped, deed in pairwise(pieces):
        name = cleaned(strip_lead(deed.strip()))
        if _NOT_YET_WHAT.match(unlabelled(helped.strip())) is not None and SHORTEST <= len(name) <= LONGEST:
            return name
    return None


def _what_it_is(clause: str, start: int) -> str:
    """Return of what a rule says what it is to be or to hold (测试内容应|包括…), "" where it says something else."""
    if not clause.startswith(_STATES_OF, start):
        return ""
    before = _DUTY_WORD.sub("", clause[:start])
    name = strip_lead(_PIECES.split(before)[-1])
    return name if SHORTEST <= len(name) <= LONGEST and before != clause[:start] else ""


def _begun(piece: str) -> str:
    """Return the first of the things that a piece too long for a name sets about, with 等 for the others; "" where it goes on."""
    phrase = strip_lead(_ARTICLE.sub("", unlabelled(piece.strip())))
    if piece.endswith(_RULES) and _BY_RULES.search(piece):
        return ""
    if len(phrase) <= LONGEST or not verb_at_start(phrase) or _GOES_ON.search(phrase, 2) is not None:
        return ""
    return _helped(phrase) or _first_of_list(phrase) or _first_joined(phrase)


def _helped(phrase: str) -> str:
    """Return what several are helped to do (推动甲、乙、丙|创建景区 → 推动创建景区), "" where nobody is or nothing is done."""
    verb, last = verb_at_start(phrase), phrase.rfind("、")
    if verb.startswith(_HELPS) and last < 0 and (act := words().act.search(phrase, len(verb) + SHORTEST)) is not None:
        deed = phrase[act.start() :]  # 支持更多符合条件的项目|发行基础设施基金
        return deed if SHORTEST < len(deed) <= LONGEST and verb_at_start(deed) else ""
    if not verb.startswith(_HELPS) or last < 0 or "等" in phrase[last:]:
        return ""
    act = words().act.search(phrase, last + SHORTEST)
    deed = phrase[act.start() :] if act is not None and not act.group().startswith("加") and verb_at_start(phrase[act.start() :]) else ""
    return verb + deed if len(deed) >= SHORTEST and len(verb + deed) <= LONGEST else ""


def _first_bound(pieces: Sequence[str]) -> str:
    """Return what a duty asks for, as its first piece that is no mere lead-up says it; "" where that names nothing.

    >>> _first_bound(["按照目录编制要求", "编制本部门目录", "做好更新"])
    '编制本部门目录'
    """
    unnamed = False
    for piece in pieces[:LEADING_PIECES]:
        phrase = without_adverbs(piece.strip().translate(_SHOWN))
        if "《" in phrase and (ruled := _RULES_OF.match(phrase)) is not None:
            return ruled["does"] + ruled["title"]
        if phrase.endswith(_RULES) and _BY_RULES.search(phrase):
            continue
        if (guided := _GUIDED.match(phrase)) is not None:
            return _named(guided["deed"])
        if len(pieces) > 1 and _says_little(phrase):
            continue
        if len(phrase) < SHORTEST or _words().leads.match(phrase) or _REGARDS.match(phrase) or phrase.endswith(_OPEN_ENDS):
            continue
        put, done = _INTO.match(phrase), _DONE_TO.match(phrase)
        if put is not None:
            phrase = phrase[1:] if len(phrase) <= LONGEST else put["name"]
        elif done is None and phrase.startswith(("对", "把")):
            continue
        elif done is not None:
            phrase = f"{done['name'].removesuffix('的')}{done['done']}"
        if len(phrase) > LONGEST and (listed := _first_of_list(phrase)):
            return listed
        name = _named(phrase) or _first_joined(phrase)
        if unnamed and not verb_at_start(name):
            return ""
        if not name or cleaned(name):
            return name
        unnamed = True
    return ""


def _better(best: _Candidate | None, piece: str, place: int) -> _Candidate | None:
    """Return what a piece names where it says more than `best`, else `best`: what leads up to something and half sentences say nothing."""
    if len(piece) < SHORTEST:
        return best
    if "是" in piece and (trouble := _TROUBLE_IS.match(piece)) is not None:
        piece = piece[trouble.end() :]
    if "目标" in piece and _GOAL_MISSED.fullmatch(piece) is not None:
        return best
    if "连续" in piece and (never := _NEVER.fullmatch(piece)) is not None:
        return _at_least(best, 1.4 - LATER * place, never["what"])
    if "的" in piece and ("有" in piece or "存在" in piece) and (has := _HAS_MUCH.match(piece)) is not None:
        return _at_least(best, 1.7 - LATER * place, has["of"] + has["what"])
    if piece[0] == "第":
        piece = _ARTICLE.sub("", piece)
    if piece.startswith(_VALID):
        return _at_least(best, 1.2 - LATER * place, _VALID[0][:-1])
    if "《" in piece and (ruled := _RULES_OF.match(piece)) is not None:
        return _at_least(best, 1.6 - LATER * place, ruled["does"] + ruled["title"])
    known = _words()
    doer = _DOER_ACTS.match(piece) if piece[0] in _DOER_STARTS else None
    if doer is not None and piece.startswith(known.forbids, doer.end()):
        piece = piece[doer.end() :]  # 各地区各部门|不再新建专网
    if piece.startswith(known.forbids):
        weight, phrase = 1.2, piece
    else:
        if piece.startswith(_EARNEST) and (known.made.match(piece, 2) or known.weak.match(piece, 2)):
            piece = piece[2:]  # 切实|加强债务管理
        if piece[0] in "连再先被我" and (again := _AGAIN.match(piece)) is not None and known.made.match(piece, again.end()):
            piece = piece[again.end() :]  # 连续第四年被|评为十强县
        if piece.startswith("面向") and (whom := _TOWARDS_WHOM.match(piece)) is not None:
            piece = piece[whom.end() :]
        if piece[0] in "以采通" and (way := _IN_A_WAY.match(piece)) is not None and known.made.match(piece, way.end()):
            piece = piece[way.end() :]  # 以揭榜挂帅方式|建设示范工厂
        if _leads_up(piece) or (piece.endswith(_RULES) and _BY_RULES.search(piece)):
            return best
        if piece[:1] in _HELPS_BEGIN and _NOT_YET_WHAT.match(piece) is not None and not _does_something(piece):
            return best
        if (
            piece[0] in _HOW_BEGINS
            and (how := _HOW_DONE.match(piece)) is not None
            and (known.made.match(piece, how.end()) or known.weak.match(piece, how.end()))
        ):
            piece = piece[how.end() :]
        if "必须" in piece[2:-4] and (asked := _asked_of_things(piece)):
            piece = asked
        if doer is not None and (known.made.match(piece, doer.end()) or known.weak.match(piece, doer.end())):
            piece = piece[doer.end() :]  # 各级主管部门|制定办法
        put = _PUT.match(piece) if "把" in piece or "将" in piece else None
        phrase = _put_name(put, piece) if put else strip_lead(piece)
        if phrase[:1] in _TOWARDS_BEGINS and _TOWARDS.match(phrase) and words().act.search(phrase, 3) is None:
            dealt = without_coverb(phrase) if phrase[0] == "对" else phrase
            if dealt in ("", phrase) or "的" in dealt:
                return best  # 对新业态新模式: to whom, not what
            return _at_least(best, 1.6 - LATER * place, dealt)
        if len(phrase) < SHORTEST or phrase.endswith(_OPEN_ENDS) or is_no_name(phrase):
            return best
        if phrase is not piece and _leads_up(phrase):
            return best
        weight = max(_weight(phrase), _weight_put(put) if put else 1.0 if piece.startswith("实现") else 0.0)
        if phrase[:1] in _HELPS_BEGIN and _calls_on(phrase):
            weight = min(weight, WHOM)
    lead = weight - LATER * place
    if not weight or (best is not None and lead <= best.weight):
        return best
    name = _named(_subject(phrase))
    return _Candidate(lead, name) if name and cleaned(name) else best


def _asked_of_things(piece: str) -> str:
    """Return what things must come with (所有新建机组必须同步|建成脱硫设施), "" where nothing is to be made."""
    deed = piece[piece.index("必须", 2) + len("必须") :]
    how = _HOW_DONE.match(deed)
    deed = deed[how.end() :] if how is not None else deed
    return deed if _words().made.match(deed) else ""


def _calls_on(phrase: str) -> bool:
    """Return whether a phrase only calls on somebody (鼓励协会、机构等), and does not say to do what."""
    return _ONLY_WHOM.match(phrase) is not None and (phrase.endswith("作用") or words().act.search(phrase, SHORTEST) is None)


def _at_least(best: _Candidate | None, weight: float, name: str) -> _Candidate:
    """Return the candidate of that weight where it says more than `best`, else `best`."""
    return _Candidate(weight, name) if best is None or best.weight < weight else best


def _does_something(piece: str) -> bool:
    """Return whether a piece that helps somebody by something says to what (支持企业利用旧厂房|开办培训学校)."""
    by = _NOT_YET_WHAT.match(piece)
    start = by.start("by") if by is not None and by["by"] else piece.find("在", SHORTEST)
    act = words().act.search(piece, start + SHORTEST_DEED)
    return act is not None and len(piece) - act.end() >= SHORTEST_DEED


@lru_cache(maxsize=256)
def _says_little(phrase: str) -> bool:
    """Return whether a phrase fits every sentence (增强意识, 抢占机遇, 负起责任)."""
    return phrase[:1] in _LITTLE_BEGINS and (_FITS_ALL.fullmatch(phrase) is not None or _SEIZES.match(phrase) is not None)


def _weight_put(put: re.Match[str]) -> float:
    """Return how much a piece says that puts something somewhere: 纳入考核 is a deed, 放在突出位置 none."""
    return ENTERED if put.group().endswith(("纳入", "列入")) else PUT


def _put_name(put: re.Match[str], piece: str) -> str:
    """Return what is put where: with where, when that is short and says something (目录纳入共享平台; of 放在突出位置 only the thing)."""
    whole = piece[put.start("name") :]
    return whole if put.group().endswith(("纳入", "列入")) and len(whole) <= LONGEST else put["name"]


@lru_cache(maxsize=256)
def _leads_up(phrase: str) -> bool:
    """Return whether a phrase leads up to the matter."""
    return _words().leads.match(phrase) is not None


def _weight(phrase: str) -> float:
    """Return how much a piece says: something founded, made, strengthened; reached, changed; a quantity; nothing (0)."""
    known = _words()
    thing = phrase.endswith(known.things) and not phrase.endswith(_BARE_PILOTS)
    if not thing and (built := known.so_far.search(phrase)):
        thing = phrase.endswith(known.things, 0, built.start())
    if _GOOD_FOR.match(phrase) is not None or (
        phrase.endswith(_GOOD_FOR_ENDS) and phrase.startswith(_GOOD_FOR_VERBS) and "“" not in phrase
    ):
        return GOOD_FOR
    if _says_little(phrase):
        return SAYS_LITTLE
    if thing and len(phrase) <= LONGEST_BARE and _BARE_DEED.fullmatch(phrase) is not None:
        return SAYS_LITTLE
    if phrase.startswith(_COMES_OF):
        return COMES_OF_IT if phrase.startswith("形成") else GOOD_FOR
    if known.made.match(phrase):
        return MOST if thing and known.founded.match(phrase) else 3.0 if thing else MADE
    if phrase[:1] in _SETS_OUT_BEGINS and (out := _SETS_OUT.match(phrase)) is not None and known.made.match(phrase, out.end()):
        return TRIED if out.group() == "探索" else 2.3 if thing else 2.1
    if phrase[:1] in "鼓支引推允" and _HELPED_TO_FOUND.match(phrase) is not None:
        return FOUNDED_BY_OTHERS
    if verb_at_start(phrase) or known.weak.match(phrase):
        return (2.2 if thing else 1.6) + (NAMED_THING if _BY_NAME.search(phrase) is not None else 0.0)
    if what_it_came_to(phrase) is not None:
        return 1.2
    if (reached := known.reached.search(phrase, 2)) is not None:
        return LEVEL if reached.group() == "达到" else REACHED
    if known.felt.search(phrase, 2):
        return 1.7
    if how_it_stands(phrase) is not None:
        return 1.7
    if quantity_of(phrase):
        return 1.4
    if "要" in phrase[3:-1] and (ought := _OUGHT.match(phrase)) is not None and _asks_of_a_thing(ought):
        return 1.2
    if phrase.startswith(_MINDS) and len(phrase) >= SHORTEST + len(_MINDS[0]):
        return MINDS
    if "成为" in phrase and _BECAME.match(phrase) is not None:
        return 1.2
    return 1.0 if thing or words().act.search(phrase, 2) else 0.0


def _subject(phrase: str) -> str:
    """Return what is said to have changed, without how (拉动能力|明显提高)."""
    ought = _OUGHT.match(phrase) if "要" in phrase[3:-1] else None
    if ought is not None and not (verb_at_start(phrase) or _words().weak.match(phrase) or _words().made.match(phrase)):
        return _ought_to(ought) or phrase
    changed = what_is_said(phrase)
    if changed is None or verb_at_start(phrase) or _words().weak.match(phrase) or _words().made.match(phrase):
        return phrase
    return phrase[: changed.start()]


def _ought_to(ought: re.Match[str]) -> str:
    """Return what ought to be done (轻纺工业要努力|提高产品档次), else of what it is asked (农产品价格|要逐步理顺); "" for people."""
    deed = without_adverbs(strip_lead(ought["deed"] or ""))
    if ought["of"].count("“") > ought["of"].count("”"):
        return ""
    if ought["of"][0] == "对":
        return ought["of"][1:] + (ought["done"] or deed)  # 对侵权行为|要依法严肃处理
    acts = verb_at_start(deed) or _words().made.match(deed) or _words().weak.match(deed)
    if acts and len(deed) - len(verb_at_start(deed)) >= SHORTEST_DEED:
        return deed
    return "" if _WHO_OUGHT.fullmatch(ought["of"]) else ought["of"] + (ought["done"] or "")


def _asks_of_a_thing(ought: re.Match[str]) -> bool:
    """Return whether something is to happen to a thing (财政体制|要理顺), and nobody is called upon."""
    of = ought["of"]
    if _WHO_OUGHT.fullmatch(of) or of.count("“") > of.count("”"):
        return False
    return of.endswith((*_words().things, "体制", "结构", "资金", "关系")) or bool(quantity_of(of)) or ought["done"] is not None


def _named(phrase: str) -> str:
    """Return the phrase as a name: whole where it is short, else its verb and its noun without what describes it; "" when too long."""
    phrase = _AND_FIRST.sub("", phrase)
    if phrase[-1:] in _LOOSE:
        phrase = _LOOSE_END.sub("", phrase)
    phrase = balanced(phrase)
    if len(phrase) > LONGEST:
        phrase = without_coverb(phrase) or phrase
    if len(phrase) > LONGEST and "在" in phrase:
        phrase = _IN_FIELDS.sub("", phrase, count=1)
    if len(phrase) <= LONGEST or ("“" in phrase and len(phrase) <= LONGEST_TITLED and phrase.count("的") <= 1):
        return phrase
    if "、" in phrase and "等" in phrase and _BY_NAME.search(phrase.partition("、")[0]) and (listed := _first_of_list(phrase)):
        return listed  # 培育|国家甲中心、乙省中心等算力平台
    verb = verb_at_start(phrase)
    if verb and (where := _WHERE_AT_END.search(phrase)):
        phrase = phrase[: where.start()]
        if len(phrase) <= LONGEST:
            return phrase
    first, _, other = phrase.partition("或")
    does = other.startswith(("在", "者", "向")) or verb_at_start(other)
    if verb and does and "的" not in first and len(verb) + SHORTEST <= len(first) <= LONGEST and not first.endswith("、"):
        return first  # 增加测试车辆数量|或在其他省进行…的测试
    at = phrase.rfind("的", 0, len(phrase) - 3)
    if at > 0 and verb.endswith(_FOR_OTHERS) and not verb.startswith(_FOR_OTHERS):
        verb = verb[:-SHORTEST_DEED]  # 制定|鼓励学生创业的学分转换等政策
    if at > 0 and phrase.find("》", at) > phrase.rfind("《", at) >= -1 and "《" in phrase[:at]:
        return ""  # 落实《关于…的若干意见》: no cut inside a title
    if verb and at > 0 and (made := _words().made.match(phrase, len(verb))):
        verb += made.group()  # 加快|构建|…的政务大数据体系
    elif verb.startswith(_HELPS) and at > 0 and (made := _words().made.search(phrase, len(verb), at)):
        verb = made.group()  # 推动企业|构建|涵盖…的管理体系
    if verb and at > 0 and (several := _done_to_several(phrase, verb, at)):
        return several
    short = verb + phrase[at + 1 :] if at > 0 and not phrase[at + 1 :].startswith(verb or "\0") else ""
    if verb.startswith(_HELPS) and (whom := _BARE_WHOM.match(short, len(verb))) is not None and verb_at_start(short[whom.end() :]):
        short = verb + short[whom.end() :]  # 支持有基础的|市积极|争取基金投资
    if "开展" in short[len(verb) + 2 :]:
        return ""  # 遴选…的企业或机构|开展建设: those who do it are no object
    if _LEFT_OVER.fullmatch(short, len(verb)):
        return ""
    shortest = SHORTEST + len(verb) if verb else SHORTEST + 2
    if shortest <= len(short) <= LONGEST and (verb or not short.startswith(_VAGUE_HEADS)):
        return balanced(short)
    return _first_of_list(phrase)


def _done_to_several(phrase: str, verb: str, at: int) -> str:
    """Return what is done to the first of several things, with 等 (加快|甲、乙等技术的|研发 → 加快甲等研发); "" for others.

    `at` is the place of the 的 before what is done.
    """
    first = phrase[len(verb) : at].partition("、")[0]
    name = f"{verb}{balanced(first)}等{phrase[at + 1 :]}"
    listed = "、" in phrase[len(verb) : at] and "的" not in first and len(first) >= SHORTEST
    return name if listed and len(name) <= LONGEST and _DONE_THEREWITH.fullmatch(phrase, at + 1) else ""


def _first_joined(phrase: str) -> str:
    """Return the first of two long things joined by 和 or 及, with 等 for the other; "" where nothing joins them."""
    cut = max(phrase.rfind(joint, SHORTEST + 2, LONGEST) for joint in ("和", "及", "、"))
    return f"{balanced(phrase[:cut].removesuffix('以'))}等" if cut > 0 else ""


def _first_of_list(phrase: str) -> str:
    """Return a list's first members with 等 and what all of them are (甲基地、乙园区等重大项目 → 甲基地等重大项目), "" without any."""
    first, joint, rest = phrase.partition("、")
    others, head = _OTHERS.split(rest, maxsplit=1) if _OTHERS.search(rest) else ("", "")
    if joint and others and head and (act := _CARRIES_OUT.search(others, 2)) and "、" in others[act.end() :]:
        return _first_of_list(f"{others[act.start() :]}等{head}")  # 推动高校、企业|开展甲、乙等技术攻关
    if joint and others and head and SHORTEST <= len(name := f"{first}等{head}") <= LONGEST:
        return balanced(name)
    built = _BUILT_TWO.match(phrase)
    if built is not None and len(name := f"{built['first']}等{built['done']}") <= LONGEST:
        return balanced(name)
    cut = phrase.rfind("、", SHORTEST, LONGEST)
    name = phrase[:cut] if cut > 0 and verb_at_start(phrase) else ""
    if name.count("（") > name.count("）"):
        return ""  # 支持在独立功能区（如机场、港口等）|开展应用
    return f"{balanced(name)}等" if name.endswith(_words().things) else ""
