"""Phrases: the stretch of text beside a figure → the bare name of what it measures.

Every function takes and returns short strings; callers bound their length, so that nothing here grows with the text.
"""

from __future__ import annotations

from functools import lru_cache

from reportsum import lazy_re as re

from ..places import place_at_start
from .words import words

_KNOWN = 1024
"""Phrases whose verb and kind are remembered: each is asked for several times while its clause is read."""
LONGEST = 32
"""What is longer is a sentence, not a name: code points."""

_SINCE = (
    r"[上去前今]年|年初|年末|年底|上月|上季|一季度|上半年|上[个一]|\d{4}年|20\d\d|[一二][〇零○一二三四五六七八九]{3}年"
    r"|[一二两三四五六七八九十\d]+年前|“?十[一二三四]五|同期|对上|历史|计划|预期|目标|全省|全国|全市|疫情前|目前|现在|如今|\d{1,2}月"
)
_AGAINST_SIGNS = frozenset("比较与由从至到于是为在入身速幅除按每")
"""What _AGAINST cannot do without one of."""
# 比上年同期, 较去年底, 与2019年相比, 为去年的: against what a change is told; no part of the name. 由高峰的|5.4%: where it started.
_AGAINST = re.compile(
    rf"(?:同?比较?|较|与|相比|由|从|恢复[至到]|增加[至到]|增长[至到]|提高[至到]|上升[至到]|提升[至到]|扩大[至到]|发展[至到]|下降[至到]|(?:跃升|攀升|回升|回落|上涨|下跌|缩小|缩减|压减|压缩|调整|达|升|降|增|减)[至到]|减少[至到]|降低[至到]|相当于|等于|是|(?<![行作认])为)(?:于)?(?:{_SINCE})[^,，、]{{0,12}}(?<![配联合]度)$"
    r"|(?<![自理])由(?!于)[^,，、]{0,8}$"
    r"|(?<=..)在[^,，、]{2,24}(?:情况|条件|形势|背景)下$"
    r"|(?<=..)(?:进入|跻身)[^,，、]{0,14}前$"
    r"|(?<=..)增[速幅](?:持续|连续)?(?:高于|快于|低于|慢于)[^,，、]{2,10}$"
    r"|(?<=..)(?:剔除|扣除)[^,，、]{1,16}(?:后|因素)$"
    r"|(?<=..)比“[^”]{2,8}”$"
    r"|(?<=..)要?按照?[^,，、]{2,10}(?:数额|水平|口径|基数)$"
    r"|(?<=..)(?:达到?|提高到|提高至|提升至|为)每[百千万]?(?:人口?|户|公里|平方公里|吨|亩)$"
    r"|按[^,，、]{2,16}(?:计算|折算|换算|测算|核算)$|(?<=..)(?:平均)?每(?:\d+(?:公斤|斤|吨|亩|人|户)|市?斤|公斤|吨|度|千瓦时|千瓦小时|立方米|升)$"
)
# Numbers of sections, tasks and points before a piece. Other decimal digits than these may begin one too.
_LABELS_BEGIN = frozenset("(（①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇一二三四五六七八九十")
_LABEL_STARTS = frozenset("0123456789(（①②③④⑤⑥⑦⑧⑨⑩")
LABEL = re.compile(
    r"^(?:\d{1,3}[.．、] ?(?!\d)|[(（][ivx]{1,4}[)）] ?|[①-⑳⑴-⒇]|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}[、是])+"
)
# Pieces that lead up to the matter: 面对…, 在…下, 以…为抓手.
_PREAMBLE = re.compile(
    r"面对|从[^,，]{1,8}到[^,，]{1,8}$|在.*[下中上里]$|为了?(?!主)|以.*为|围绕|按照|根据|依托|通过|坚持|聚焦|针对|结合|尽管|虽然|由于|受|随着|截至|截止"
)
_REGARDS = re.compile(r"(?:以|从|就|拿|对于?|单)(?P<what>[^,，]{3,20}?)(?:来说|而言|来看|来讲|说来|看)$")  # 以|钢的产量|来说
# 将意外保险|从小学扩大到高中
_TAKEN = re.compile(r"[将把](?![军来士领近要会于继])(?P<what>[^,，]{2,20}?)(?:从|由|纳入|扩大|提高|延伸|列入|调整|增加|下放|移交)")
_GOES_ON_WITH = {
    "基本": frozenset("医养公民生农药"),
    "加速": frozenset("器度"),
    "改善": frozenset("计型"),
    "提升": frozenset("行工计"),
}
_DEEDS_ONLY = re.compile(
    r"[拓优稳强保促扩增提降补调控防抓去破立惠减治建育引][^、]{1,4}(?:、[拓优稳强保促扩增提降补调控防抓去破立惠减治建育引][^、]{1,4})+$"
)
_NOT_SAID = frozenset("的点极率")
PAPERS = ("措施", "政策", "举措", "条例", "办法", "意见", "方案", "规定")
"""What is brought out: of no quantity, and what stands before it is told of nothing (促进外贸稳增长等措施)."""
_TURNED = re.compile(
    r"^(?:降低|减少|提高|扩大|缩小|压降|稳定|做大|提升|发展(?!改革|和|规划|战略|党员|对象)|加强|强化|深化(?!改革)|完善|巩固)(?=[^和与、].)"
)
# 全国公路的通车里程|今年, 农业生产合作社|在今年八月: when, at the end of a name
_WHEN_AT_END = re.compile(
    r"(?<=..)(?:在|于|到|至|截至|截止)?(?:[今去上明当本前]年|目前|现在)(?:[一二三四五六七八九十\d]{1,2}月(?:份|底|末|初)?|年?[底末初]|[上下]半年)?$"
    r"|(?<=..)[前头后近]?[两二三四五六七八九十]年来?$|(?<=[^\d〇○零一二三四五六七八九十第])\d{1,2}年来?$"
)
# What leads up to a name: 在恢复期间|工业总产值, 同年|…, 按…计算|…
_BEFORE_NAME = re.compile(
    r"^(?:在[^,，、]{2,14}(?:会|赛|赛场)上|在[^,，、]{1,10}(?:期间|时期|方面|过程中|基础上|[^,，、]{0,4}的情况下)|同年|同期|那么|因此|因而|所以|如果|只要|例如|最突出的如|其时|与此同时"
    r"|按[^,，、]{2,12}(?:计算|测算|核算)|据[^,，、]{1,8}(?:统计|测算|调查|核算)|[一二两三四五六七八九十]年(?:共(?!同|享|建)|(?=全国|全省|全市|全社会|累计|新增|新设|改造|建成|新建|实施|滚动|完成|发放)))(?=..)"
)
# 应当, 必须: a rule, no name; 自…之日起
_RULE = re.compile(r"应当|必须|不得|之日起|可以|须(?!知|要)|有权|有责任|如何|是否|什么|怎样")
# A piece that only says when: 春耕时, 解放以后
_ONLY_WHEN = re.compile(
    r"^[^,，]{0,6}(?:(?<!小)(?<!工)(?<!课)(?<!学)时|时候|以来|以后|之后|之前|以前)$|^(?:剔除|扣除|排除|除去|不考虑|考虑)[^,，]*(?:后|外|因素|影响)$"
    r"|^在[^,，、]{1,8}(?:初期|期间|时期|阶段|末期|中期|后期|前期|[前后][两三四五]年)$|^(?:在?[一二两三四五六七八九十\d]+年计划|[一二两三四五六七八九十\d]+年)$|^[^,，、]{0,8}(?:精简|拆分|合并|调整|整合|优化|重组|改革|压减|改造|提标|扩容|核减)[之以]?后$"
    r"|^第[一二三四五六七八九十]个$|^在?[^,，]{0,8}的前[两二三四五六七八九十]年$"
    r"|^[^,，、]{0,6}(?:情况|条件|形势|背景|基础)[下上]$|^(?:[一二两三四五六七八九十\d]+年前|[去上前]年|\d{4}年)(?:同期|末|底)?$"
)
_WHEN_ENDS = frozenset("划时候来后前外素响个上下年期末底\n")
"""How a piece ends that _ONLY_WHEN may match."""
_COMPARED_TIMES = ("一季度", "上半年", "全年", "前三季度", "年末", "年底", "上月", "期末", "同期")
_SHARE_WORD = re.compile(r"的?(?:比重|比例|份额|占比)?(?:的)?$")

_MARKS = " *\t\r\n\u3000,，、;；:：。.!！?？-—－·的了"
_JOINTS = "和与及"
_BEGIN_LIKE_JOINTS = ("和田", "和平", "和谐", "和美", "及时", "及格", "与会")
"""Words of which what looks like a joint is a part; places with their rank (和静县) are known to the table of places."""
_LAST_JOINT = re.compile("(?:和|(?<!惠)及)+$")
# Months and half-years inside a name tell when: 省级以上开发园区1-5月生产总值.
_INNER_TIME = re.compile(
    r"(?<=..)(?:前|后|近|过去)[两二三四五六七八九十]年的(?=..)|(?<!\d)(?:[今去当]年)?"
    r"(?:(?:1?\d[-—–－~～至到])?1?\d月(?:份|底|末)?(?!\d)|[上下]半年|前?[一二三四1-4]个?季度|前\d+个?月|(?<=..)全年(?=总|产|用|发))(?!报|谈)"
)
_MAYBE_TIME = re.compile(r"月|半年|季度|全年|年的")
# 工业企业预计完成总产值: the verb between owner and quantity falls away; 项目完成投资 keeps it, since it is the quantity's own name.
_INNER_DONE = re.compile(
    r"(?<=..)(?:预计|已|累计|共)*完成"
    r"(?=总产值|产值|增加值|营业收入|主营业务收入|利润|利税|税收|销售|货物|旅客|吞吐|进出口|出口|一般公共|财政|固定资产|收入|支出)"
)
# 全部工业1-5月实现应税销售: the same for 实现
_INNER_REACHED = re.compile(
    r"(?<=..)实现(?=[^,，]{0,4}(?:总产值|产值|增加值|收入|利润|利税|税收|销售|进出口|出口|吞吐量|投资|财政|一般公共|总额|支出|总值|零售额|营收))"
)
_OPENINGS = frozenset("在同那因所如只例最其与按据一二两三四五六七八九十")
# Asides say what is left out or meant; the name stands without them.
_ASIDE = re.compile(
    r"(?<=[一-鿿])[(（]\d{1,2}[)）]"  # 固定资产投资（1）: the number of a note
    r"|[(（][^()（）]{0,12}(?:在外|除外)[)）]|[(（](?:详?见附|不含|不包括|含|包括|包含|不计|按|其中|扣除|以下简称|[^()（）]{0,6}口径)[^()（）]*[)）]"
)
_ASIDE_BEFORE = re.compile(r"[（(][^（）()]{1,6}[）)][、,，和及]*")  # 3.1万套|（户）、老旧管道
_DONE_IN_ALL = re.compile("(?<=..)(?<!公)共(?=(?:新建|修建|建成|完成|投入|安排|发放|培养)$)")
_PAID_IN_ALL = re.compile("财政(?:共|累计|已)(?![同享按])(?=...)")
_FOR_EACH = re.compile(r"(?:^(?:全[国省市县区]|我国))?平均每(?P<one>[人户亩])(?!次|均|月|年)")
_DOER_AT_END = re.compile(r"[（(](?:牵头|责任|配合|主办|协办|承办|实施)(?:单位|部门|处室)?[:：][^（）()]*[）)]$")
_PUSHES_THINGS = re.compile("(?:推进|抓好|抓实|抓紧)(?=[^,，]{2,}(?:项目|工程|事项|任务)$)|安排(?=[^,，、]{0,8}(?:赤字|债券|国债)$)")
_PUSHED = ("加快推动", "加快推进", "持续推动", "持续推进", "深入推进")
# 国务院决定将|失业保险金标准: who does it, and 将 before what it is done to
_DOER_AND_WHAT = re.compile(r"^[^,，、的将]{2,10}(?<![即大名健麻虎])将(?![来军士领近要会于继在有达是])(?=[^,，]{4})")
# 中央提出今年|经济增长: who says it
_SAYER = re.compile(
    r"^(?:中央|国务院|省委|市委|区委|县委|会议|全会|规划|纲要|报告|政府|我们|我[省市县区])[^,，、]{0,6}?(?:提出|明确|确定)(?!的)(?:[今明去当]年)?(?=[^,，]{2})"
)
# 粮食人均占有量|超过了最高水平, 项目|刷新纪录: what is told of the matter
_TOLD = re.compile(
    "(?:已经?|均|都|也|大大|远远|首次)*(?:超过|刷新|打破|创造|创下|搬进|迁入|远离|告别|摆脱|翻了|有了|成为|属于|等于|居于)(?!的)"
)
# 全国没有实现年初确定的|能耗: that a goal was missed is no name
_MISSED = re.compile(r"^[^,，、]{0,6}(?:没有|未能?)(?:实现|完成|达到)(?:年初|原定|预定)(?:确定|提出|下达)?的?(?=[^,，]{3})")
_FIRST_PIECE = re.compile("[^,，、;；。:：\\n]+")
_SPENT = ("投入", "投资", "发放", "筹集")
_ALREADY = re.compile(r"(?<=..)(?:已经?|(?<![人户])均|(?<!公)共|累计|将)+(?=..$)")  # 工程|已|投入
_FIRST_OF_ALL = re.compile(r"^[^,，、]{0,20}(?:首个|唯一)(?=[^的]{0,8}(?:总量|总值|总额|收入)$)")  # 成为西部首个|经济总量
# “医检互认”|累计为群众|节省医疗费用
_FOR_WHOM = re.compile(r"(?<=..)(?:累计|共|已)*为[^,，、的为]{2,8}?(?=节省|节约|减免|减轻|挽回|增收|降低|追回|追讨)")
_SINCE_AT_END = re.compile(r"(?<=..)[从自][^,，、]{0,8}(?:开始|起|以来)$")  # 外贸出口|从7月份开始回升
# 中小学|与北京学校结对办学: with whom it is done is said of the things counted
_AWARDED = re.compile(r"荣?获(?=[^,，、]{2,16}(?:表扬|推广|肯定|[^,，、]等奖|认定|命名|批复|表彰|授牌)$)")
_JOINTS_OF_DOERS = frozenset("与同跟")
_WITH_OTHERS = re.compile(r"[与同跟](?=[^、,，]{2,12}(?:结对|共建|合作|对接|联合|同质|结成|携手))")
_CITY = re.compile("[首成古京故陪丰宜]都|.都[市会]")
"""Where 都 is a city and does not say of all."""
_AMONG_AT_END = re.compile("(?<![高初集其])中$")
_ADVERB_AT_END = re.compile(r"(?:免费|统一|集中|基本|全面|顺利|首次|首批|再次|双双|相继|陆续|成功|率先|都能|能够?|将|也|均|都|已)+$")
_WHERE_AT_END = re.compile(r"(?<=..)(?<![所存现潜])在(?![校建职册岗编读园线籍场研外学])[^,，、的在]{2,6}$")
_HOW = frozenset(("顺利", "成功", "正在", "全部", "均", "已", "陆续", "相继"))
_HOW_SOON = re.compile("(?:早日|尽快|如期|按期|按时|提前|顺利|全部|全面|集中|加快|已|均|共)+$")
_FINISHED = frozenset(
    (
        "开工",
        "完工",
        "竣工",
        "完成",
        "建成",
        "基本建成",
        "投产",
        "整治",
        "签约",
        "申报",
        "申请",
        "受理",
        "新开工",
        "新竣工",
        "新签约",
        "正在实施",
        "排查出",
        "招生",
    )
)

_CLOSING = {")": "(", "）": "（", "”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "〉": "〈", "】": "【", "]": "["}
_ANY_MARK = re.compile("[\\[(（“‘「『《〈【)）”’」』》〉】\\[\\]]")


def unlabelled(piece: str) -> str:
    """Return `piece` without the number of a section, task or point before it."""
    first = piece[:1]
    if first not in _LABELS_BEGIN and not first.isdecimal():
        return piece
    label = LABEL.match(piece)  # not sub: that would look for another beginning at every character
    return piece[label.end() :] if label else piece


def strip_lead(phrase: str) -> str:
    """Return `phrase` without the connectors, times and modal words it opens with."""
    return _without_lead(phrase) if phrase[:1] in words().lead_initials else phrase


@lru_cache(maxsize=_KNOWN)
def _without_lead(phrase: str) -> str:
    found = words().lead.match(phrase)
    if found is None or (found.group() == "有" and "的" in phrase[3:12]):
        return phrase  # 有进出口实绩的企业: 有 belongs to the attribute
    return phrase[found.end() :]


def strip_tail(phrase: str, *, rank: bool = False) -> str:
    """Return `phrase` without the verbs, adverbs and comparisons it ends with; for a rank also without place and 列, 居, 排名."""
    pattern = words().rank_tail if rank else words().tail
    while True:
        found = pattern.match(phrase[::-1])
        core = phrase[: len(phrase) - found.end()] if found else phrase
        if core[-1:] in ("比", "较") and phrase.startswith(_COMPARED_TIMES, len(core)):
            core = core[:-1]  # 降幅比|一季度收窄
        against = (
            (_AGAINST.search(core) if not _AGAINST_SIGNS.isdisjoint(core) else None)
            or ("年" in core[-8:] and _WHEN_AT_END.search(core))
            or None
        )
        if against is None:
            return core
        phrase = core[: against.start()]


def is_no_name(phrase: str) -> bool:
    """Return whether a phrase states a rule or asks (政务部门应当自收到申请之日起), or only says when (春耕时)."""
    return _RULE.search(phrase) is not None or says_only_when(phrase)


@lru_cache(maxsize=_KNOWN)
def says_only_when(phrase: str) -> bool:
    """Return whether a phrase only says when or what is left out (春耕时, 五年前, 剔除减税因素后)."""
    return phrase[-1:] in _WHEN_ENDS and _ONLY_WHEN.match(phrase) is not None


def verb_at_end(phrase: str) -> str:
    """Return the verb of doing that `phrase` ends with, or ""."""
    found = words().act_end.match(phrase[::-1])
    return found.group()[::-1] if found else ""


def verb_at_start(phrase: str) -> str:
    """Return the verbs of doing that `phrase` opens with, or ""."""
    return _verbs_at_start(phrase) if phrase[:1] in words().act_initials else ""


@lru_cache(maxsize=_KNOWN)
def _verbs_at_start(phrase: str) -> str:
    found = words().act.match(phrase)
    return _LAST_JOINT.sub("", found.group()) if found else ""  # 支持|和林格尔数据中心: the 和 that no verb follows is not the verbs' own


def without_verb(phrase: str) -> str:
    """Return `phrase` without the verbs it opens with, if a name remains."""
    verb = verb_at_start(phrase)
    rest = phrase[len(verb) :] if verb else phrase
    rest = rest.lstrip("了的")
    return rest if len(rest) >= 2 else phrase


def noun_of(metric: str) -> str:
    """Return the thing a metric speaks of: without the verb it opens with (新增) and the one it ends with (开工)."""
    noun = without_verb(metric)
    if len(noun) <= 2:
        return metric  # 竣工项目: the verb is all that tells these things from others
    verb = verb_at_end(noun)
    return _HOW_SOON.sub("", noun[: -len(verb)]) if verb in _FINISHED and len(noun) - len(verb) >= 2 else noun


def is_relative(core: str) -> bool:
    """Return whether a name says nothing without an owner: 投资额, 完成投资, 总数."""
    relative = words().relative
    return core in relative or (len(core) <= 8 and without_verb(core) in relative)


@lru_cache(maxsize=_KNOWN)
def quantity_of(name: str) -> str:
    """Return the quantity a name ends with (规上工业|增加值), or ""."""
    found = words().measure.match(name[::-1])
    return found.group()[::-1] if found else ""


def matter(piece: str) -> str:
    """Return what a comma piece speaks of, or "" when it only leads up to something.

    >>> matter("夏粮生产喜获丰收")
    '夏粮生产'
    >>> matter("进一步降低中小微企业贷款利率")
    '中小微企业贷款利率'
    """
    piece = unlabelled(piece.strip())
    if piece.endswith(("说", "言", "看", "讲")) and (regards := _REGARDS.match(piece)):
        piece = regards["what"]
    if piece[:1] in "将把" and (taken := _TAKEN.match(piece)):
        piece = taken["what"]
    phrase = strip_lead(piece)
    if len(phrase) > LONGEST and quantity_of(phrase):
        phrase = phrase.rpartition("的")[2]  # 普及义务教育、扫除文盲的|人口覆盖率
    if len(phrase) < 2 or len(phrase) > LONGEST or _PREAMBLE.match(piece) or _PREAMBLE.match(phrase):
        return ""
    phrase = _TURNED.sub("", without_verb(phrase))
    said = words().said.search(phrase, 2) if not phrase.endswith(PAPERS) else None
    while said and said.end() < len(phrase) and _is_part_of_word(phrase, said):
        said = words().said.search(phrase, said.end())  # 服务业对经济|增长|的贡献显著增强
    phrase = phrase[: said.start()] if said else phrase
    if (told := _TOLD.search(phrase, 2)) is not None:
        phrase = phrase[: told.start()]
    name = tidy(phrase).removesuffix("方面")
    if name in words().places and quantity_of(piece):
        name = tidy(piece.rpartition("的")[2])  # 全国|实现普及教育的|人口覆盖率
    return name if len(name) >= 2 else ""


def said_of(sentence: str) -> str:
    """Return of what a sentence says something in its first piece (经营主体稳中向好), "" where it says what is done.

    >>> said_of("经营主体稳中向好。"), said_of("加快发展经营主体。"), said_of("深化改革，经营主体稳中向好。")
    ('经营主体', '', '')
    """
    piece = _FIRST_PIECE.match(sentence)
    phrase = strip_lead(unlabelled(piece.group())) if piece is not None else ""
    name = matter(phrase) if 4 <= len(phrase) <= LONGEST and not verb_at_start(phrase) else ""
    return name if phrase.startswith(name) and len(name) < len(phrase) and not quantity_of(name) else ""


def _is_part_of_word(phrase: str, said: re.Match[str]) -> bool:
    """Return whether what seems to be said is a part of the name (经济增长|的贡献, 基本|医保)."""
    behind = phrase[said.end()]
    return behind in _NOT_SAID or behind in _GOES_ON_WITH.get(said.group(), ())


def is_row_of_deeds(piece: str) -> bool:
    """Return whether a comma piece is a row of short deeds that speak of nothing (着力拓市场、优结构、稳主体)."""
    return "、" in piece and _DEEDS_ONLY.match(strip_lead(piece)) is not None


def share_of(rest: str) -> str:
    """Return the name of a share from what stands after 占.

    >>> share_of("年度计划的")
    '占年度计划比重'
    """
    whole = strip_tail(_SHARE_WORD.sub("", strip_tail(rest)))
    return f"占{whole}比重" if whole else "占比"


def split_counted(right: str) -> tuple[str, str]:
    """Return the things counted and what is said of them.

    >>> split_counted("项目列入省重大项目清单")
    ('项目', '列入省重大项目清单')
    """
    found = _WITH_OTHERS.search(right, 2) or ("获" in right and _AWARDED.search(right, 2)) or words().predicate.search(right, 1)
    if found is not None and (right[found.start() - 1] in "不未" or right.endswith("没有", 0, found.start())):
        found = words().predicate.search(right, found.end())  # 不符合条件的家庭|享受补贴
    if found is not None and found.group() == "都" and _CITY.match(right, found.start() - 1):
        found = words().predicate.search(right, found.end())  # 青少年赴首都|参加
    if found is not None and right[found.end() : found.end() + 1] == "率":
        found = None  # 自然村通硬化路|率
    if found is not None and found.end() == 2:
        found = words().predicate.search(right, 2)  # 成都, 平均: a single character so early is part of the name
    name, said = (right, "") if found is None else (right[: found.start()], right[found.start() :])
    name = _INNER_TIME.sub("", name).strip("的 ")
    if said and (where := _WHERE_AT_END.search(name)) is not None:
        name, said = name[: where.start()], where.group() + said  # 人口在城镇|落户
    if said and len(name) > 2 and name.endswith("等"):
        name = name[:-1]  # 85个口袋公园等|建成开放
    if said[:1] == "要" and name:
        return name, ""  # 项目|要加快建设: what is still to be done with them
    if said[:1] in _JOINTS_OF_DOERS and _WITH_OTHERS.match(said):
        return name, ""
    if said in _HOW:
        return name + said, ""  # 4个区域医疗中心建设进展|顺利
    if said:
        name = _ADVERB_AT_END.sub("", name) or name
    return (name, said) if said else (_AMONG_AT_END.sub("", name), "")


def tidy(metric: str) -> str:
    """Return the metric as it is published: no marks at its ends, no lone brackets, no month, bounded.

    >>> tidy("，全部工业1-5月实现应税销售的")
    '全部工业应税销售'
    """
    metric = metric.strip(_MARKS)
    if metric[:1] in _JOINTS and not metric.startswith(_BEGIN_LIKE_JOINTS) and not place_at_start(metric, in_short=False):
        metric = metric.lstrip(_JOINTS)
    if metric[:1] in _LABEL_STARTS:
        metric = unlabelled(metric).lstrip()
    if metric.endswith(("开始", "起", "以来")):
        metric = _SINCE_AT_END.sub("", metric)
    if metric.endswith(("和", "与", "各", "分别", "各自")):
        metric = metric.removesuffix("分别").removesuffix("各自").rstrip("和与各")
    if _MAYBE_TIME.search(metric):
        metric = _INNER_TIME.sub("", metric)
    if metric[:1] in _OPENINGS and (before := _BEFORE_NAME.match(metric)):
        metric = metric[before.end() :].lstrip(_MARKS)
    metric = per_head(metric)
    if "实现" in metric[2:-1]:
        metric = _INNER_REACHED.sub("", metric)
    elif "完成" in metric[2:-1]:
        metric = _INNER_DONE.sub("", metric)
    if "(" in metric or "（" in metric:
        metric = _ASIDE.sub("", metric)
    metric = balanced(metric).strip(_MARKS)
    metric = _whole(metric)
    return metric if len(metric) <= LONGEST else shortened(metric)


def unpushed(name: str) -> str:
    """Return the name of things counted or of money without a verb that tells nothing of them (推进|重点项目, 安排|财政赤字).

    >>> unpushed("推进省级重点项目"), unpushed("抓好在建电站建设"), unpushed("安排财政赤字")
    ('省级重点项目', '抓好在建电站建设', '财政赤字')
    """
    return name[pushed.end() :] if name[:1] in "推抓安" and (pushed := _PUSHES_THINGS.match(name)) is not None else name


def per_head(name: str) -> str:
    """Return a name that says of each one how much it is in the words of today.

    >>> per_head("农民平均每人收入"), per_head("全国平均每人占有粮食")
    ('农民人均收入', '人均占有粮食')
    """
    return _FOR_EACH.sub(r"\g<one>均", name) if "平均每" in name else name


def _whole(name: str) -> str:
    """Return a name without what no name begins or ends with: a verb with 了, an owner in brackets, itself once more.

    >>> _whole("实施了拆炉并网工程")
    '拆炉并网工程'
    >>> _whole("产品产能产品产能")
    '产品产能'
    """
    if "了" in name[1:9] and (done := words().act.match(name)) and done.group().endswith("了"):
        name = name[done.end() :]
    if name.startswith(_PUSHED):
        name = without_verb(name)
    if name.startswith("继续") and verb_at_start(name[2:]):
        name = name[2:]
    if "提出" in name or "明确" in name or "确定" in name:
        name = _SAYER.sub("", name)
        name = "经济增长" if name == "经济" else name
    if "财政" in name:
        name = _PAID_IN_ALL.sub("财政", name)
    if "共" in name[2:]:
        name = _DONE_IN_ALL.sub("", name)
    if "将" in name:
        name = _DOER_AND_WHAT.sub("", name)
    if name[:1] in "（(" and (aside := _ASIDE_BEFORE.match(name)):
        name = name[aside.end() :]
    if name[-1:] in "）)":
        name = _DOER_AT_END.sub("", name)
    if "没有" in name or "未" in name:
        name = _MISSED.sub("", name)
    if name.endswith(_SPENT):
        name = _ALREADY.sub("", name)
    if "首个" in name or "唯一" in name:
        name = _FIRST_OF_ALL.sub("", name)
    if "为" in name:
        name = _FOR_WHOM.sub("", name)
    half = len(name) // 2
    return name[:half] if half >= 3 and name[:half] * 2 == name else name


def shortened(name: str) -> str:
    """Return a name that is too long without what describes it, "" when none is left.

    >>> shortened("坚持“和平统一、一国两制”的基本方针和关于解决台湾问题的八项主张")
    '八项主张'
    >>> shortened("完成城区老旧小区雨污分流管网及其附属设施改造提升和道路绿化亮化美化工程")
    ''
    """
    listed = name.rfind("等", 0, len(name) - 3) if "、" in name else -1
    at = max(name.rfind("的", 0, len(name) - 3), listed)
    rest = name[(listed if listed > 0 else at) + 1 :] if at > 0 else ""
    first = name.partition("、")[0]
    if not rest and len(first) < len(name) and 4 <= len(first) < LONGEST and name[-2:] == first[-2:]:
        return balanced(first) + "等"  # 职工基本生活费水平、失业保险金水平、低保金水平
    return balanced(rest) if 4 <= len(rest) <= LONGEST else ""


def balanced(phrase: str) -> str:
    """Return `phrase` without a bracket or quotation mark that lacks its partner.

    >>> balanced("省“最美公共文化空间")
    '省最美公共文化空间'
    """
    if not _ANY_MARK.search(phrase):
        return phrase
    marks = [(found.start(), found.group()) for found in _ANY_MARK.finditer(phrase)]
    drop: set[int] = set()
    waiting: list[tuple[str, int]] = []
    for at, mark in marks:
        if mark in _CLOSING:
            if waiting and waiting[-1][0] == _CLOSING[mark]:
                waiting.pop()
            else:
                drop.add(at)
        else:
            waiting.append((mark, at))
    drop.update(at for _, at in waiting)
    return phrase if not drop else "".join(mark for at, mark in enumerate(phrase) if at not in drop)
