"""Phrases that a coverb opens (在…中, 对…进行…, 将…): where, to whom and by what means; no name begins with them.

Comes in: a name. Goes out: what stands behind the phrase, or what the phrase speaks of; "" when it is nothing but such a phrase.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .phrases import quantity_of, verb_at_start
from .words import words

SHORTEST = 2
LONGER = 3
LONGEST = 30
INITIALS = frozenset("在于当除经按从自对为向将把用被随由就以通依针同与跟和使让令受给凭围比较較至超高低快慢相等不达占")
# 在教育改革中, 当…时, 除…外: where, when and how; a single character ends the phrase only where it begins no other word
_ENDS = (
    "率先|首次|已经?(?=..)|中间|之中|之间|过程中|期间|以来|以后|之后|以前|之前|同时|基础上|(?:情况|条件|形势|背景|前提|支持|领导|指导|帮助|努力|推动|带动)下|方面|领域|范围[内圍]?内?|以内|之内|会上"
    "|(?<!以)上(?![市海游升网线级年半门岗学下述层调缴])|下(?![降乡岗放游半级属达一列辖跌])|中(?![西国央小学心医介等高部间共东欧亚外长老标层试])"
    "|内(?![蒙资地容部外河需陆生])|后(?![备期续勤进年])|前(?![期列沿景三十置])|时(?![期间代速段效限空])|里(?![程])|外(?![资贸商来部国籍地])"
)
_WHERE = re.compile(
    r"(?:在(?![建职校校册籍园岗外线场押途手编研学读孕产])|于|当(?![年月日地前代选])|除|经过?(?![济营贸常纪销费验管历])|从(?![业严事属])|自(?![治主然来由动贸我身愿觉行有筹]))"
    rf"[^,，]{{1,26}}?(?:{_ENDS})(?!的)(?:就|也|都|仍|还|已|才)*"
)
_HERE = "[京沪津渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘青宁疆蒙汉华](?![江东北南西中])"
"""A place by its short name: 在湘|世界500强企业."""
_WHERE_ONLY = re.compile(
    rf"(?:在(?!建|职|校|册|籍|园|岗|线|押|途|读|手|编|外|研|营|租|售|运(?!动|河)|{_HERE})|当(?!年|地|前|代)|于)[^的]{{1,30}}$"
)
# 向省人大常委会|报告专项工作
_TOLD_TO = re.compile("向[^,，的]{2,14}?(?=(?:报告|反馈|推送|输送|移送|移交|推介|开放).{2,})")
_NOT_TO = "外口接标照应公手虾俄美日韩欧非台港华东拉一等称联策症抗"
# 对…进行专项整治 → …专项整治; 向老人发放补贴 → 发放补贴
_DONE_TO = re.compile(
    rf"对(?![{_NOT_TO}])于?(?P<what>[^,，]{{2,26}}?)的?(?:(?:坚决|[^,，]{{2,3}}步骤|有计划|逐步|系统|认真|广泛|深入|全面|普遍)地)*"
    r"(?:进行|开展|实行|实施|予以|给予|加以|作出|作(?=了))了?(?P<done>[^,，]{2,24})$"
)
# 对城镇居民采取定额补贴的办法
_DEALT_WITH = re.compile(
    rf"对(?![{_NOT_TO}])于?(?P<what>[^,，]{{2,20}}?)(?:采取|采用|实行)(?P<how>[^,，]{{2,16}}?)的?(?P<kind>办法|方式|做法|措施|政策|制度)$"
)
_WAYS = ("办法", "方式", "做法")
# 对内外资企业|一视同仁
_TREATED = re.compile(
    rf"对(?![{_NOT_TO}])于?(?P<what>[^,，]{{2,24}}?)(?P<how>一视同仁|应保尽保|应[收投贷补救治享]尽[收投贷补救治享]|零容忍|全覆盖|一票否决|从严掌握|从重处罚|免费开放)$"
)
_TO = re.compile(rf"(?:对于|对(?![{_NOT_TO}])|为(?!主|民|农|老|期|何)|向(?!好|上|阳|导)|给(?!水|排|付|养|予))")
_ONE_BY_ONE = re.compile("(?:逐一|统一|及时|依法|分别|免费|一次性)(?=..)")
_BY = re.compile("按照?(?![揭摩期时劳])[^,，的]{2,10}(?:额|价|值|量|数|标准|比例|口径)")
_RELIEFS = ("减负", "增收", "让利", "纾困", "减税", "减税降费", "降本", "降费", "减租", "节支", "退税")
"""Deeds that are whole without an object: 为企业|减负."""
_TRADE = re.compile("[进出]口|贸易|投资|援助")  # 对周边国家|出口: to whom is a part of the name
_TAKES = re.compile(r"[将把](?![军来领近士关握手脉控会要好稳准])(?=.{3})")
_USES = re.compile(r"用(?![上汇电水地户工能人药气血材具品途房林海油煤车餐热料法量纸肥汽粮于以好足心情活来户才])(?=.)")
_MADE = re.compile(
    r"(?:使(?![用馆命领])|让(?!利)|令(?!牌)|被(?![子动告灾害捕征保])|受(?=[^的]{2,}(?:影响|冲击|制约|约束)$)|由(?!来)|随着|围绕|针对|至(?=少))"
)
_COMPARES = re.compile(
    r"(?:比(?![重例率值赛价分武较拼学利亚照])|[较較](?![大好多强高快低小长为早真量劲])|超过|超出|高于|低于|快于|慢于|相当于|等于|不如|达到|占(?![地有比道]))"
)
_THAN_BEFORE = re.compile(
    "[比较](?![例重率值赛价分武较拼学利亚照])[^,，、的]{1,6}?(?:前|时|年|同期|以往|过去)(?:再|多|少|又)?(?=..)"
)  # 比改革前|减轻负担
_LIKE = re.compile(r"(?:[同与跟和以].*(?:相适应|相比|结合起来|相结合|相一致|一样|统一起来)|以.*来.*|就(?![业医读学地近餐诊]).*)$")
# 通过学前教育督导评估|的区县: what they have passed is said of them
_PASSED = re.compile("通过[^,，]{2,24}?(?:认定|验收|评估|评审|审查|审核|审议|复核|考核|考试|认证|检测|检验|鉴定|测试)的(?=..)")
_MEANS = re.compile(
    r"(?:依托|通过(?=.{2,})|利用|凭借?|围绕|根据|按照?(?!揭|摩)|以(?![上下内外来色及人工])|就(?![业医读学地近餐诊]))[^,，]{2,20}?(?=(?P<deed>.{4,}))"
)
_ADVERBS = re.compile("^(?:加快|积极|大胆|着力|大力|认真|切实|有序|稳步|统一|分类|逐步)+(?=.{4})")
# 按照统筹原则|开展建设
_GUIDED_BY = re.compile(
    "(?:按照?|根据|依据|遵循|本着|围绕)[^,，]{2,24}?(?:原则|要求|规定|标准|部署|方向|思路|目标|理念|精神|安排|计划|规划|程序|模式|方针|需要|需求|特点)(?=(?P<deed>.{4,}))"
)
_ENDS_SHARE = re.compile(r"(?:占比|比重)$")


def without_coverb(name: str) -> str:
    """Return what a name says without the phrase of a coverb it opens with; "" where that was all.

    >>> without_coverb("在教育改革中"), without_coverb("在恢复过程中工业产量"), without_coverb("对矿山进行专项整治")
    ('', '工业产量', '矿山专项整治')
    >>> without_coverb("向老年人发放养老补贴"), without_coverb("对外贸易总额"), without_coverb("在校学生")
    ('发放养老补贴', '对外贸易总额', '在校学生')
    """
    if name[:1] not in INITIALS:
        return name
    if name[0] in "比较" and (than := _THAN_BEFORE.match(name)) is not None and verb_at_start(name[than.end() :]):
        return name[than.end() :]
    if (_COMPARES.match(name) and "的" not in name[3:-1]) or _LIKE.match(name):
        return ""
    if name[0] == "按" and _BY.fullmatch(name):
        return ""
    if name[0] == "以" and verb_at_start(name[1:]):
        return name[1:]  # 以|补充国家力量
    if (where := _WHERE.match(name)) is not None:
        rest = name[where.end() :].lstrip("，,")
        return "" if _ENDS_SHARE.fullmatch(rest) or verb_at_start(rest) == rest else rest
    if _WHERE_ONLY.match(name):
        deed = _deed(name, 3)
        return deed or ("" if name[0] == "在" else name)
    if name[0] == "对" and (dealt := _DEALT_WITH.match(name)) is not None:
        return f"{dealt['what']}{dealt['how']}{'' if dealt['kind'] in _WAYS else dealt['kind']}"
    if name[0] == "对" and (treated := _TREATED.match(name)) is not None:
        return f"{treated['what']}{treated['how']}"
    if (done := _DONE_TO.match(name)) is not None and len(done["what"] + done["done"]) <= LONGEST:
        return f"{done['what']}{done['done']}"
    if name[0] == "向" and (told_to := _TOLD_TO.match(name)) is not None:
        return name[told_to.end() :]
    if (to := _TO.match(name)) is not None:
        if name[0] == "为" and name.endswith(_RELIEFS):
            return name[to.end() :]
        if name[0] == "为" and (given := name.rfind("提供")) > 0 and "、" in name[:given] and len(name) - given > LONGER:
            return name[given:]  # 为企业技术改造、产品研发|提供服务: the verbs before say for what
        if name[0] != "对":
            return _deed(name, to.end() + 2)
        rest = name[to.end() :]
        if (each := _ONE_BY_ONE.search(rest, SHORTEST)) is not None and verb_at_start(rest[each.end() :]):
            return rest[each.end() :]  # 对审核通过的车辆逐一|出具通知书
        return rest if _TRADE.search(rest) is None and (quantity_of(rest) or "的" in rest[2:]) else name
    if (takes := _TAKES.match(name)) is not None:
        return name[takes.end() :]
    if (uses := _USES.match(name)) is not None:
        return _deed(name, uses.end()) or (name[uses.end() :] if quantity_of(name) else "")
    if _MADE.match(name) is not None:
        return name if "的" in name[3:-1] and name[0] == "被" else ""
    if _PASSED.match(name) is not None:
        return name
    if (guided := _GUIDED_BY.match(name)) is not None and verb_at_start(bare := _ADVERBS.sub("", guided["deed"])):
        return bare
    if (means := _MEANS.match(name)) is not None and (deed := _deed(name, means.end() - 2)):
        return deed
    return name


def _deed(name: str, start: int) -> str:
    """Return the verb of doing and its object behind a phrase (向老年人|发放补贴), "" where none is."""
    at = start
    while (act := words().act.search(name, at)) is not None and len(name) - act.end() >= SHORTEST:
        if name.find("》", act.start()) > name.rfind("《", 0, act.start()) > name.rfind("》", 0, act.start()):
            at = act.end()  # 凭《登记规定》…: in a title
            continue
        begin = act.start() + (name[act.start()] == "新")
        if name.startswith("的", act.end()):
            rest = name[act.end() + 1 :]  # 平台提供的|下载量
            return _deed(rest, SHORTEST) or rest
        if name[begin - 1] not in "的、和与及" and verb_at_start(name[begin:]):
            return name[begin:]
        at = act.end()
    return ""
