"""What no name begins or ends with: the last step of naming, which every name passes.

A name says what is measured or done. Who does it, when, by what means, the number of its point and what came of it are said of it; a
phrase that is nothing else names nothing.
"""

from __future__ import annotations

from functools import lru_cache

from reportsum import lazy_re as re

from ..places import place_at_start
from .coverbs import without_coverb
from .phrases import quantity_of, verb_at_start
from .words import words

SHORTEST = 2
LONGEST_ROW_OF_PLACES = 20
_KNOWN = 1024
"""Names that are remembered: each passes when it is read, when pieces are weighed and when its measure is made."""
# 十一是|免费送戏, 我矿已实现|减员, 本次选出的|案例, 于2001年正式|加入…, 以下方面|目标, 通过贴息方式|安排贷款, 联合有关协会每年|举办…
_BEFORE = re.compile(
    r"(?:[二三]?十?[一二三四五六七八九十]是(?=..)"
    r"|(?:我|本)(?:们|公司|集团|企业|单位|[国省市县州旗盟镇乡矿司厂院校局部委]|区(?!域)|行(?![政业]))(?:已经?|现|共|累计|将|均|都|目前|先后|实现了?)*(?![同与和对向])(?=..)"
    r"|(?:严格|认真)?按(?:照)?(?:规定|要求|程序|期|时限)(?=[一-鿿]{4})|毫不(?:松懈|动摇|放松)地(?=..)"
    r"|(?:要求|责成)(?:(?:各地区?|各部门|各级政府|有关部门|全国|各单位|各企业)[、和]?)+(?=..)"
    r"|(?:本次|此次|这次|本轮)(?:共|已|选出|评选出|公布|发布|入选)*的?(?=..)"
    r"|于[^,，、]{0,12}[年月日后](?:正式|成功|顺利|率先|首次)*(?=..)"
    r"|\d{4}年[末底初]?(?:以前|以后|之前|之后)(?=..)"
    r"|(?:以下|下列|上述)?(?:[一二三四五六七八九十\d]+个?)?方面的?(?:细化|明确)?(?:提出了?)?(?=..)"
    r"|《[^》]*》(?:提出|明确|确定|部署)了?(?:方面的?)?(?=..)|(?:继续|始终|坚持)把(?!好)(?=..)|(?:首先|关键|更|还|越)要(?=..)"
    r"|(?:通过|采取|利用|依托|按照?|以)[^,，、]{2,16}?(?:方式|形式|途径|渠道|手段|办法)(?=..)"
    r"|(?:联合(?![国体会])|会同)[^,，]{2,14}?(?:每年|共同)?(?=举办|开展|组织|实施|发布|制定|印发|出台|建立|成立|推出|打造|建设))"
)
# 大力|关心支持国防建设
_HOW_HARD = re.compile("(?:大力|积极(?!财政|的|因素|性|分子|作用|影响)|切实|认真|扎实|稳步|努力(?!程)|全力|着力(?!点))+(?=[一-鿿]{4})")
_BEFORE_INITIALS = frozenset("要责严认毫越二三十一四五六七八九我本此这于以下上方通采利依按联会012345《继始坚首关更还")
# 五年|生产原煤, 现|布置工作面: when it is done
_WHEN_DONE = re.compile(r"(?:[一二两三四五六七八九十]年(?:来|间|内)?|现)(?:共|累计|已)*")
# 二期工程建成投产后可实现|年产值: what is measured once it stands
_ONCE_DONE = re.compile(
    "(?P<who>[^,，、的]{2,16}?)(?:全部|全面|正式|顺利)*(?:建成|投产|达产|竣工|投用|完工|投运)+[以之]?后"
    "(?:每年|可|将|预计|预期|能|新增)*(?:实现|达到?)?(?P<what>[^,，、]{2,14})$"
)
_PRODUCED = re.compile("(?:生产|出口|销售)(?!总|性|安全|能力|者|线|[量额收])..")
# 国务院各部门共|清理规章, 煤炭司|组织产煤省区, 在比赛中共|获得冠军: who does it, and where
_DOERS = frozenset("府院门委厅局司央")
_DOER = re.compile(
    r"(?:[^,，、的“”]{0,12}?(?:政府|国务院|部门|党中央|法院|检察院|[省市区县州]委|委员会|改革?委|[厅局]|(?<!公)司)[、和]?)+(?:已经?|共|将|先后|全力|不断|进一步|带头|累计|全年|去年|今年|承诺(?:办理)?的?)*"
    r"(?:(?<=承诺)|(?<=承诺的)|(?=(?:组织(?!部|化|体系)|召开|提出|颁布|印发|出台|发布|开展|清理|批准|制定|制订|修订|支持(?!下|力度|资金)|派出|提高|改进|转变职能|取消|下放|修订|提请|废止|清理|审议|受理|查处|查办|审结|办结).))"
)
# 提请全国人大常委会|制定法律: to whom it is put
_PUT_TO = re.compile(
    r"^(?P<deed>提请|报请|提交)(?:[^,，、的]{0,10}?(?:人大常委会|人大|人民代表大会|常委会|国务院|全会|党委))(?:会议)?(?=..)"
)
_IN_ALL = re.compile(r"[^,，、的]{1,16}?[中上门国省市县镇乡村院局们间]共(?=(?P<deed>.{3,}))")
# 加工工业要积极|提高档次: whom the sentence asks to
_OUGHT_TO = re.compile(r"[^,，、的]{2,20}?(?<![主重需必纪])要(?:积极|进一步|大力|切实|着力|努力|认真|主动|抓紧)+(?=..)")
# 各地已|偿还欠款, 国务院先后|取消审批事项: who it was, where it says that it was done
_ALL_DOERS = (
    "(?:(?:各地区?|各级|全国|国家|国务院|中央财政|中央|中国|地方|两国|双方|我们|有关方面"
    "|[^,，、的]{2,6}(?:部门|单位|政府|厅|局|委员会|委)|政府)和?){1,2}"
)
_DOERS_DONE = re.compile(
    f"{_ALL_DOERS}"
    r"(?:已经?|先后|共|累计|也|均|都|又|还|将|要|应当?|必须|可以|只能|正在?|一直|始终|一贯|一如既往地?|决定|计划|准备|打算|拟|首先|继续|进一步|积极|大力|大幅|努力|认真|切实)+(?=(?P<deed>.{4,}))"
)
_DOERS_INITIALS = frozenset("各全国中地政我两双")
# 各地区|按照统筹原则开展建设
_DOERS_BY = re.compile(f"{_ALL_DOERS}(?=(?P<deed>(?:按照|根据|围绕|结合|依托|通过|对|向)[^,，]{{4,}}))")
_ALREADY = re.compile(
    r"(?<=..)(?:现|均|都)?已经?(?=(?:安装|布设|建有|建立|形成|开发|实施|开展|完成|制定|出台|发放|培训|培育|铺设|投入|签订|签约).)"
)
_IN_YEARS = re.compile(r"(?<=..)(?:[一二三四五六七八九十]年累计|累计(?=开行|发送|运送|接待|培训)|(?<!项)目前(?!的)(?:一年)?)(?=..)")
_DAYS = re.compile(r"(?<=...)\d+天$")  # 上路巡查240天|3000人次
_WORK_OF = re.compile("(?<=..)的(建设|改造|创建|整治|治理|培育|申报)(?:工作|任务)$")  # 示范点的建设工作
# 群众满意度|连续9年
_FOR_YEARS = re.compile(r"(?<=..)(?:已|均|都)?连续[\d一二两三四五六七八九十]+(?:多)?(?:年|次|届|个月)$")
# 拖欠企业的款项|年底前要|清偿: by when
_BY_WHEN = re.compile(r"(?<=...)(?:[今明]年|年|\d{1,2}月)[底末内]?前?(?:必须|要|须|力争|确保|全部)+(?=[一-鿿]{2,6}$)")
# 改革|取得积极进展, 举措|落地见效: what came of it
_CAME_OF_IT = re.compile(
    r"(?:也|已|均|都|正|之所以)*(?:取得|收到|见到)了?(?:[^,，、]{0,6}?(?:积极|可喜|重要|重大|明显|显著|丰硕|良好|新|性|较大|长足|扎实|一定)的?)?"
    r"(?:进展|成效|成果|实效|效果|突破|成绩|进步|胜利)$|(?:全面|尽快|加快|持续|加速)?(?:落地见效|加快落地|成势见效|起势见效|见行见效|成形起势|走深走实|走深走细|落地生根)$|全部兑现$|成效(?:十分|非常|更加)?(?:显著|明显|突出)$"
)
_CAME_ENDS = (
    "进展",
    "成效",
    "成果",
    "实效",
    "效果",
    "突破",
    "成绩",
    "进步",
    "胜利",
    "见效",
    "落地",
    "起势",
    "走实",
    "走细",
    "生根",
    "兑现",
    "显著",
    "明显",
    "突出",
)
# 是…的途径, 主要包括…, 层次为基础 (of 以三个层次为基础), 尽管难度, 以长协价: no name at all
_NONE = re.compile(
    r"有利于|有?\d+[项个家户]$|(?:加以|予以).{2,4}$|[都均也还]{1,2}(?:有(?!机)|存在|不)|是(?!否)|主要(?:包括|是|有|分为|用于|指(?![标数导引定]))|(?:包括|包含|涵盖|分为)了?[^,，]|[、，,]|(?:尽管|即使|由于|因为|如果|随着|考虑到)|这(?:比|是|就)"
    r"|(?!以)[^以]*为(?:基础|主|主体|核心|重点|抓手|支撑|引领|着力点|突破口|切入点|落脚点)$|以[^,，、上下内]{1,8}(?:价|价格|名义|方式|形式)$|.*(?:之后|以后|基础上|同时|过程中|(?:前提|情况|条件|背景)下|(?:抢险|斗争|实践|生活|结果|名单|排名|榜|评价|考核|评比)中|提出)$|(?:加入|发生).*后$|.*在.{3,}时$|.*(?:之间|相互间|(?:发展|建设|改革)中)$|(?!.*[把将]).*[到在][^,，、]{1,8}(?<![线网以])上$|.{0,8}在[^,，]{2,}(?:项目|赛场|舞台|比赛|领域|方面|赛事)上$|[今后前过去未来]{0,2}[一二三四五六七八九十]?年是"
    r"|.*(?:[有很较]|比较)[大多高好]的?$|.{0,6}时间[内里]$|.{4,}(?:通过|完成|批准|同意|结束|合格|期满|审核|核实|验收)后$|[^,，、的]{2,12}(?:投产|达产|建成|投用|竣工|完工)[以之]?后$|最近[^,，]{1,12}内|待(?![遇业岗办]).*后$|很.*|.*在.{2,30}(?:支持|领导|帮助|推动|努力|影响|作用|带动|拉动|指导)下$"
)
_NONE_INITIALS = frozenset("有0123456789都均也还很待最加予是主包涵分、，,尽即由因如随以考这今前过未五三十")
# 做好全年工作, 采取有力措施加以解决, 上述目标, 抓好以下几个方面: of nothing in particular
_ITS = re.compile("其(?![他它余中次实间后所乐])(?=..)")  # 完善|其|自律机制
_EMPTY = re.compile(
    "(?:统筹|努力|切实|扎实|继续|全面|集中)*(?:做好|抓好|抓实|抓细|搞好|完成|推进|推动|落实|干好|解决)+好?"
    "(?:[今明当本]年|全年|政府|当前|各项|各方面|以下|下列|上述|改革发展稳定|其他|有关|相关|[几一二三四五六七八九十]个?|方面|的)+(?:工作|任务|事业|方面|目标|问题|要求|部署|指标)?"
    "|(?:上述|以下|下列)(?:工作|任务|方面|目标|问题|要求|指标)"
    "|采取[^,，的]{0,8}措施(?:[^,，]{0,2}(?:加以|予以)?(?:解决|改进|克服|落实|应对|整改|纠正))?"
)
_EMPTY_INITIALS = frozenset("统努切扎继全集做抓搞完推落干解采上以下")
# 全部|达到紧密型标准的医共体, 水源水质全部|达标
_ALL_OF_THEM = re.compile(
    "^全部(?=(?:达到|建成|完成|实现|通|纳入|退出)[^,，]{2,}的)|(?<=..)全部(?=(?:建成|达标|完成|退出|通车|开工|投产|投用|到位|挂牌|清零|出清|脱贫)[^的]*$)"
)
_SCOPES = frozenset(
    ("全国", "全省", "全市", "全县", "全区", "全球", "世界", "国内", "国外", "各地", "地方", "中央", "当年", "其中", "国家", "我国")
)
_GOODS = frozenset("糖煤油钢铁盐布茶肉蛋奶鱼纸棉丝麻菜铜铝锌镍金银酒")
"""Goods of one character."""
_DIGITS = frozenset("0123456789一二三四五六七八九十百千万亿几两")
_HALF_NUMBER = re.compile(r"0\d|\d+(?:[瓩]|$)")
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|特别是|尤其是|是否|实事求是|自行其是|是非")
# 多耗电二|、三百亿度, 增速连续1|1个季度
_TORN_NUMBER = re.compile(
    r"(?<=[一-鿿])(?:(?<![一-鿿][A-Za-z第十])\d+|(?<![第统唯专归万划单合高初大周礼五])[一二三四五六七八九十百千万亿几两]+)$"
)
# 农业在严重的灾害中|总产值
_AMID = re.compile("(?P<of>[^,，、在]{2,9})在[^,，、]{3,16}[中下](?P<what>[^,，、]{2,6})$")
# 农民的收入比|70元的数目高
_THAN = re.compile("(?P<of>[^,，]{3,}?)(?:比较|[比较較])(?![例重率值较分拟为])[^比]{0,8}[高低多少]$")
_SIDES = frozenset("高低多少")
_PUSHES = ("推动", "促进", "确保", "力争")
"""Behind a quantity they say what is done for it, and are none of its name."""
# 中央财政已按|教育经费占比编制预算
_BY_WHAT = re.compile("[^,，、的]{2,8}(?:已经?|将|均)按照?(?![揭摩时期劳])(?=.{4,})")
_SEE_ANNEX = re.compile("[（(](?:(?:详?见)?附[件表录则]|以下[简统]称)[^（）()]*[）)]")
# 十年禁渔以来|监测鱼类
_SINCE = re.compile(r"[^,，、的“”]{2,12}以来(?=[^,，的]{2,}$)")
_HOW = re.compile(
    r"[^,，、的]{1,4}(?<![基土工产林耕草湿用各当本外内牧房占高山实旱荒绿陆营阵墓场两属腹洼领目天集圣田余异就飞大盆沙坡滩园])地"
    r"(?=(?:加快|加速|深化|开放|采用|巩固|发展|完成|推进|推动|提高|改善|解决|改革|增加|减少|扩大|建立|建设|开展|加强|成立|实现|把|将|促进|加以|进行|利用|引进|调整|支持|落实|执行|组织|培养|形成|参加|放宽|改造|完善|安排|制定|坚持|增长|学习|处理|使))"
)
_WHOSE_INITIALS = frozenset("各我要都也还既更再逐适着坚自千多早很现目过大较重努")
_WHOSE = re.compile(
    r"(?:我[国國](?![同与和对])的?|我[们們](?:的|国家的)?)(?=.{2})"
    r"|各(?:地区?|地方|级政府|部门|有关部门)(?:都|也)?要(?=..)|(?:都?要(?![求素点道闻件塞害紧])|都能够|还要|既要|也要|更加|逐步地?|适当地?|着重于?|坚决|自觉|千方百计|多渠道|早日|很快|大幅度|较大幅度|努力|重点放?在|现在|目前|过去)(?=[^的]{3})"
)
_SAID_DONE = re.compile(
    r"(?P<of>[^,，了]{3,20}?)(?:都|也|已[经經]?|均|又|还)*(?:有|取得|得到|获得|收到|出现|发生)了"
    r"[^,，]{0,8}?(?:发展|改善|提高|增长|加强|进步|进展|成就|变化|提升|好转|恢复|突破|成果|成效|成绩|胜利|贯彻|巩固|增加|下降|转变|落实|扩大|保障|改观)$"
)
_DONE = re.compile("(?<!为)了(?!解)")
_ENDS = (
    *"大多高好内里后时上下中",
    "提出",
    "之间",
    "相互间",
    "为基础",
    "为主",
    "为主体",
    "为核心",
    "为重点",
    "为抓手",
    "为支撑",
    "为引领",
    *("为着力点", "为突破口", "为切入点", "为落脚点"),
)
"""How a phrase ends that _NONE may match."""


@lru_cache(maxsize=_KNOWN)
def cleaned(name: str) -> str:
    """Return a name without what no name begins or ends with; "" when nothing that names is left.

    >>> cleaned("我矿已实现减员"), cleaned("通过贴息方式安排扶贫贷款"), cleaned("地方金融改革取得积极进展")
    ('减员', '安排扶贫贷款', '地方金融改革')
    >>> cleaned("是解决问题的重要途径"), cleaned("测试时间原则上"), cleaned("在事故认定后")
    ('', '测试时间', '')
    """
    while name:
        bare = _without_end(_without_beginning(name))
        if bare == name:
            break
        name = bare
    return "" if not name or _names_nothing(name) else name


def _without_beginning(name: str) -> str:
    """Return a name without what leads up to it: number, time, doer, adverb, coverb."""
    if "全部" in name:
        name = _ALL_OF_THEM.sub("", name)
    first = name[0]
    if first in "大积切认扎稳努全着" and (hard := _HOW_HARD.match(name)) is not None and words().act.search(name, hard.end()) is not None:
        name = name[hard.end() :]
    if first in _BEFORE_INITIALS and (before := _BEFORE.match(name)):
        name = name[before.end() :]
    if "年" in name[:3] or first == "现":
        when = _WHEN_DONE.match(name)
        if when is not None and (verb_at_start(name[when.end() :]) or _PRODUCED.match(name, when.end())):
            name = name[when.end() :]
    if not _DOERS.isdisjoint(name) and (doer := _DOER.match(name)):
        name = name[doer.end() :]
    if "共" in name and (in_all := _IN_ALL.match(name)) and (verb_at_start(in_all["deed"]) or in_all["deed"].startswith("取得")):
        name = in_all["deed"].removeprefix("取得")
    if (first in _DOERS_INITIALS or not _DOERS.isdisjoint(name)) and not verb_at_start(name):
        done = _DOERS_DONE.match(name) or _DOERS_BY.match(name)
        name = (_deed_of_doers(done["deed"]) if done else "") or name
    if first in "提报" and (put := _PUT_TO.match(name)):
        name = put["deed"] + name[put.end() :]
    if "要" in name and (ought := _OUGHT_TO.match(name)):
        name = name[ought.end() :]
    if name.startswith(_PUSHES) and _is_a_quantity(name[2:]):
        name = name[2:]
    if "以来" in name[2:14] and (since := _SINCE.match(name)):
        name = name[since.end() :]
    if "地" in name[1:5] and (how := _HOW.match(name)):
        name = name[how.end() :]
    if "按" in name[3:10] and (by := _BY_WHAT.match(name)) and quantity_of(name):
        name = name[by.end() :]
    if "后" in name[4:-1] and (once := _ONCE_DONE.match(name)) is not None and quantity_of(once["what"]):
        name = once["who"] + once["what"]
    if name[:1] in _WHOSE_INITIALS and (whose := _WHOSE.match(name)):
        name = name[whose.end() :]
    return without_coverb(name.lstrip("的"))


def _deed_of_doers(deed: str) -> str:
    """Return what doers do, without to whom and by what means; "" where it is no deed."""
    bare = without_coverb(deed)
    if bare.startswith(("给予", "予以")):
        return ""  # 中央财政将|给予支持: what it does says nothing alone
    if deed.startswith("对") and quantity_of(bare):
        return ""  # 中央|对地方转移支付总额: who gives is a part of the quantity's name
    if bare != deed and not deed.endswith(bare):
        return bare  # 对旧计划|作了修订: what is done to it is put behind it
    return bare if verb_at_start(bare) or (bare != deed and ("的" not in bare or quantity_of(bare))) else ""


def _is_a_quantity(name: str) -> bool:
    """Return whether a phrase names a quantity of something, and no deed (各行业|编制标准)."""
    quantity = quantity_of(name)
    return len(name) > len(quantity) + 1 > 2 and words().act.search(name, 0, len(name) - len(quantity)) is None


def _without_end(name: str) -> str:
    """Return a name without what is said of it, and without words in it that only say when or how sure."""
    if "已" in name:
        name = _ALREADY.sub("", name)
    if "年" in name[3:] or "月" in name[3:]:
        name = _BY_WHEN.sub("", name)
    if "累计" in name or "目前" in name:
        name = _IN_YEARS.sub("", name)
    if "分别" in name[SHORTEST:]:
        name = name[: name.index("分别", SHORTEST)]  # 园区|分别引进项目: what each did is told by other figures
    if name.endswith(_CAME_ENDS) and "推动" not in name and (came := _CAME_OF_IT.search(name, SHORTEST)):
        name = name[: came.start()]
    if (inner := words().inner.search(name, SHORTEST)) is not None and "“" not in name and "《" not in name:
        name = name[: inner.start()] + name[inner.end() :]
    if name[-1:] in words().last_finals and (last := words().last.match(name[::-1])) is not None:
        name = name[: len(name) - last.end()]
    if name[-1:] in "年次届月" and (span := _FOR_YEARS.search(name)) is not None:
        name = name[: span.start()]
    if name[-1:] in _SIDES and (than := _THAN.match(name)) is not None:
        name = than["of"]
    if name[-1:] in _DIGITS and (torn := _TORN_NUMBER.search(name)):
        name = name[: torn.start()]
    if "在" in name[2:10] and (amid := _AMID.match(name)) is not None and quantity_of(amid["what"]) == amid["what"]:
        name = amid["of"] + amid["what"]
    if name[-1:] in ("）", ")") and ("附" in name or "以下" in name):
        name = _SEE_ANNEX.sub("", name)
    if (its := _ITS.search(name, SHORTEST)) is not None and verb_at_start(name[: its.start()]) == name[: its.start()]:
        name = name[: its.start()] + name[its.end() :]
    if "了" in name:
        name = _without_done(name)
    if name[-1:] == "天":
        name = _DAYS.sub("", name)
    if name.endswith(("工作", "任务")):
        name = _WORK_OF.sub(r"\1", name)
    return name


def _without_done(name: str) -> str:
    """Return a name without 了: 签署了|公约 is named by the deed, 科学研究机构有了|发展 by whom it is said of.

    >>> _without_done("签署了保护公约"), _without_done("科研机构有了较大发展"), _without_done("工作加强了")
    ('签署保护公约', '科研机构', '')
    """
    if (said := _SAID_DONE.match(name)) is not None:
        return said["of"]
    at = _DONE.search(name)
    if at is None:
        return name
    return "" if at.end() == len(name) or _DONE.search(name, at.end()) else name[: at.start()] + name[at.end() :]


def _names_nothing(name: str) -> bool:
    """Return whether a phrase is half a sentence or says only when and where."""
    if name in _GOODS:
        return False
    if len(name) < SHORTEST or name in _SCOPES:
        return True
    if (name[0] in _NONE_INITIALS or name.endswith(_ENDS)) and _NONE.match(name):
        return True
    if name[0] in _DIGITS and _HALF_NUMBER.match(name):
        return True
    if "、" in name and len(name) <= LONGEST_ROW_OF_PLACES and all(place_at_start(member) == member for member in name.split("、")):
        return True  # 甲市、乙市|分别入选…: where, not what
    if name[0] in _EMPTY_INITIALS and _EMPTY.fullmatch(name):
        return True
    bare = _QUOTED.sub("", name) if "是" in name or "“" in name or "《" in name else name
    return words().sentence.search(bare) is not None or (name.endswith("要") and name[-2] not in "纲需主重必纪概摘次紧首提")
