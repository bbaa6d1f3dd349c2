"""Recognises sentences that state nothing of the place: questions, talk, definitions, procedure, forms, method, captions, suppositions.

They may hold figures all the same (以上十项, 两个例子): those stay unclaimed. Ceremony is `ceremony`'s business, slogans and
lessons are `slogans`'. Each rule is a small pattern with a name; `aside_of` says which one spoke.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from reportsum import lazy_re as re

from ..annotating import Clause


class Rule(NamedTuple):
    """A kind of sentence that states no fact, and how it begins (or, for `ANYWHERE`, what it holds)."""

    name: str
    pattern: str
    signs: str = ""
    """What no sentence it speaks of can do without one of; most sentences hold none and are spared the patterns. Every rule of `HOLDS` has
    some, of `BEGINS` those whose beginning is not told from its first characters."""


BEGINS: tuple[Rule, ...] = (
    Rule("supposition", r"(?:但|那么|当然|同时)?[,，]?(?:如果|假如|假设|假定|倘若|要是|试想|设想)(?!说)"),
    Rule(
        "definition",
        r"本(?:实施|管理|暂行|试行)?(?:办法|规定|细则|条例|指南|规范|标准|方案|意见|报告)所[称指]|[^,，。;；]{1,24}(?:[,，]?是指|指的是|系指)",
        "所称 所指 是指 指的是 系指",
    ),
    Rule(
        "definition",  # of what the parts of a system of standards are for
        r"主要用于|主要(?:包括|涵盖|适用于)(?!.*\d)|[^,，。;；]{2,24}是(?:以|由|指|基于|[^,，。;；]{0,6}(?:通过|经(?![济营费常])|利用|采用))[^。;；]{6,120}的(?:过程|技术|方法|系统|方式|活动|产品|应用|装置|设备)(?:[,，。;；]|$)"
        r"|本(?:标准|部分|文件|规范|导则)(?:主要)?(?:提出|规定|定义|规范|明确|给出|适用|界定)"
        r"|[^,，。;；]{2,40}(?:分为|包括|划分为)[^。;；]{0,80}[两二三四五六七八九十]个?(?:部分|层级?|层次|类别?|大类|维度)[,，。;；]"
        r"|(?=[^。]*标准[。;；]$)(?!(?:[^。]*[,，])?[^。,，、]{0,10}(?:[制修编]订|制定|编制|开展|研制|推[进动]|加快|完善|建立|构建|发布|实施(?!指南)|执行|落实|参与|提[高升]|达到|符合|出台|调整|享受|给予|统一|健全|形成|制作))"
        r"(?:[^。,，\d]|\d[A-Z]){4,80}等[^。,，\d]{0,20}标准[。;；]$|[^,，。;；]{2,24}标准(?:主要)?包括",
        "主要用于 主要包括 主要涵盖 主要适用于 的过程 的技术 的方法 的系统 的方式 的活动 的产品 的应用 的装置 的设备"
        " 本标准 本部分 本文件 本规范 本导则 分为 包括 标准",
    ),
    Rule(
        "definition",  # 安全标准主要包括功能安全、网络安全等2个部分; 从…等3个维度对…进行描述
        r"(?:具体而言[,，])?(?:[^,，。;；]{0,24}(?:包括|包含|涵盖)[^。;；]{2,100}等|从[^。;；]{2,60})\d{1,2}\s?个?(?:部分|层级|层次|大?类|维度)(?:[,，。;；]|对[^。]*描述)"
        r"|[^,，。;；]{2,20}从[^,，。;；]{2,40}等\d{0,2}\s?个?(?:维度|层次|方面)对[^。]*(?:描述|界定)",
        "包括 包含 涵盖 维度对 层次对 方面对",
    ),
    Rule(
        "definition",  # BA智能装备主要对应设计维度; 车间层是实现生产管理的层级
        r"(?!.*\d)(?:其中[,，]?)?[^,，。;；]{2,20}(?:主要)?(?:对应|聚焦于)[^。;；]*(?:维度|层级|环节|要素|集成)",
        "对应 聚焦于",
    ),
    Rule(
        "definition",
        r"(?!.*\d)[^,，。;；]{2,24}是[^;；。]{4,80}的(?:层级|维度|投影|集合|总称|统称|表征|先进[^,，。]{2,4}方式)[,，。;；]",
        "的层级 的维度 的投影 的集合 的总称 的统称 的表征 的先进",
    ),
    Rule("definition", r"(?!.*\d)主要规定|[^,，。;；\d]{2,12}涵盖从[^。\d]{2,60}的[^,，。\d]{0,4}(?:阶段|过程|环节)", "主要规定 涵盖从"),
    Rule(
        "definition",  # where a kind of standards stands in their system; 补助标准 is an amount
        r"(?!.*\d)[^,，。;；]{2,20}(?<![助保费贴障资放金老偿缴供])标准(?:是对|位于[^。;；]*层[,，。]|主要(?:规定|对|指导))",
        "标准",
    ),
    Rule(
        "eligibility",  # who may apply, and what an applicant declares
        r"(?=[以联本我申参投报应推])(?!.*\d月\d{0,2}日?前)(?:以联合体形式|联合体|本(?:单位|公司|企业)|我(?:单位|公司)|(?:申报|申请|参评|投标|报名|应聘|参赛|推荐(?!单位))(?:主体|单位|企业|人员?|者|项目|对象))"
        r"(?:[(（][^()（）]{1,20}[)）])?(?:[^,，。;；\d]{0,16})?"
        r"(?:应当?|[必]?须|需要?(?!求)|具[有备]|愿意|承诺|保证|不属于|未(?:发生|出现|被)|近[一二三四五两\d]年|是否|不得|包括|可(?!持续)|注册|成立)",
    ),
    Rule("note", r"[(（【\[]?(?:注|备注|附注|说明|数据来源|资料来源|信息来源|来源|填报说明|填表说明)\d?[】\])）]?[:：]"),
    Rule("caption", r"(?:附?[图表]|专栏|表格|附录)\s?[\d一二三四五六七八九十]{1,3}(?:[-–.]\d{1,2})?(?:\s|[:：.、]|[^\d,，。万亿个%])"),
    Rule("quotation", r"[“「『\"][^”」』\"]{2,}[”」』\"][。!！]?$"),
    Rule(
        "argument",
        r"(?:由此|因此)?(?:可知|可见|换句话说|也就是说|众所周知|这(?:绝|并|决)?不是说|那种|那些人|有人|有些人|不言而喻|毫无疑问|必须(?:肯定|指出|承认|说明))",
    ),
    Rule("maxim", r"(?:只有|唯有)[^。]{2,120}才(?:能|会|有|可)|没有[^。;；]{2,40}[,，]就(?:没有|不可能|不会|不能|谈不上)"),
    Rule(
        "abroad",
        r"(?:当前|目前|现在|同时|但是?)?[,，]?(?:[一两]个)?(?:超级大国|帝国主义|霸权主义|殖民主义|社会帝国主义|西方(?:国家|列强)|第三世界|美苏|"
        r"苏美|[英美苏日越]方(?![面向法式案])|苏联(?:领导人?|的)|[港澳]英当局|[港澳]葡当局|各国人民|[非亚欧美]洲(?:各国|人民|国家)|拉丁美洲|[美苏日英法德印越韩]国?(?:政府|当局|帝国主义|反动派))",
    ),
    Rule(
        "stand",  # what is held of others, whatever numbers stand in it
        r"(?:中国|我国)(?:政府|人民)?(?:一再|多次|一贯|历来|始终)[^,，。]{0,4}(?:声明|主张|认为|表明|重申)|中[美苏日俄英法德印欧]关系(?:只有|只能|应[该当]|必须|符合)",
    ),
    Rule(
        "saying",
        r"[^,，。]{0,8}(?:古人|古语|俗话|古话|常言|马克思|恩格斯|列宁|斯大林|毛主席|毛泽东同志|邓小平同志)[^,，。]{0,12}(?:[说云道讲]|指出|教导|说过)[,，:：]",
        "古人 古语 俗话 古话 常言 马克思 恩格斯 列宁 斯大林 毛主席 毛泽东同志 邓小平同志",
    ),
    Rule(
        "procedure",
        r"本(?:实施|管理|暂行|试行)?(?:办法|规定|细则|条例|意见|方案|指南|规范|标准|通知|规划)(?:自|由|适用|未尽|与)|为[^。]{4,120}制定本|特此",
    ),
    Rule(
        "wish",
        r"(?:我们)?(?:衷心|真诚|殷切|热切|深情)?(?:期待|期盼|祝愿|希望|相信|坚信)(?:着)?(?:全[国省市县]|各族|两岸|港澳|海内外|广大|各[级界]|人民)[^\d]*$",
    ),
    Rule(
        "stand",
        r"(?:我国|我们|中国|中国政府|[两双]国)?(?:和?人民)?(?:历来|一贯|一向|始终|坚决|一再|多次|重申)(?:不移地?)?(?:[和并]且?[^,，。]{2,6})?(?:主张|认为|声明|奉行|反对|支持[^,，。]{0,10}(?:国家|人民)的|谴责|重申)(?![^。]*(?:\d%|亿元|万))",
    ),
    Rule("contact", r"[^\d,，。]{2,30}(?:1\d{10}|0\d{2,3}-\d{7,8})"),
    Rule("contact", r"(?:联系(?:人|电话|方式|地址)|电话|传真|邮箱|邮编|网址|地址|电子邮件)[:：]"),
    Rule(
        "pointing",  # 这些成就,是全省人民团结奋斗的结果; with a figure it tells one
        r"(?=这)(?!.*[\d%])这(?:一|些|个)?(?:成[就绩果]|变化|进展|政策|措施|目标|指标|任务|问题|经验|债务){0,2}(?:的(?:取得|设定|设置|确定))?"
        r"[^,，。]{0,4}[,，]?(?:都?是(?!否)|对|有[的些]|标志着|充分[考体]|既|说明|表明|鼓舞|统筹|具有)",
    ),
    Rule("pointing", r"(?=[我要必将按])(?!.*[\d%])(?:我们)?(?:要|必须|将)?按照?(?:这[个些一]|上述|以上)(?:标准|要求|目标|思路|部署|原则)"),
    Rule("scope", r"本(?:文件|标准|部分|导则|规程|规范)(?:规定|适用|给出|描述|确立)了?"),
    Rule("form", r"[(（](?:此部分|盖[^()（）]{0,8}章|所有成员|联合体|请|填写|可另附|如有)|承诺单位[:：]|成员[一二三四]名称"),
    Rule(
        "preamble",
        r"(?:党的[^,，。]{2,8}以来[,，])?(?:以习近平同志为核心的)?(?:习近平总书记|党中央)(?:和党中央|、国务院)?[^,，。]{0,16}"
        r"(?:高度重视|始终关心|始终牵挂)"
        r"|党的[^,，。]{2,8}以来[,，]党中央、国务院"
        r"|(?:\d{4}年[^,，。]{0,24}[,，])?(?:习近平)?总书记(?![^。]*\d)(?:[^,，。]{0,8}(?:踏上|亲临|亲自|亲切|视察|莅临|来[到我]|考察|寄予)|对[^,，。]{2,16}(?:关心|牵挂|寄予))"
        r"|(?:党中央|中央|[省市区县州]委)[^,，。\d]{0,20}(?:全会|会议|建议)(?:》)?[^。\d]{0,24}(?:作出|作了|提出|明确)了?[^。,，\d]{0,24}(?:部署|设计|谋划|安排|要求)。$",
    ),
    Rule(
        "ideology",  # 一年来,我们坚持以…思想为指导,认真落实…
        r"(?:\d{4}年)?[^。；\d]{0,40}以习近平新时代中国特色社会主义思想为(?:指导|统领|指引)"
        r"(?:[,，](?:全面|深入|认真|坚决|切实|坚持|完整|牢记|深刻|紧紧|始终|自觉|忠诚|贯彻|落实|学习|感恩|坚定)[^,，。\d]*)*[。！]?$",
        "社会主义思想为",
    ),
    Rule(
        "procedure",  # 《纲要(草案)》细化了今后五年的各项战略任务; with a figure it tells how many
        r"(?:围绕[^,，。；\d]{2,12}[,，])?《[^》\d]{0,20}(?:纲要|规划|建议)(?:[（(]草案[）)])?》(?:[（(]草案[）)])?[^。；\d]{0,6}"
        r"(?:经大会|提出|细化|明确|部署|全面贯彻|锚定|深入贯彻)[^\d]*$",
        "纲要 规划》 建议》",
    ),
    Rule("ideology", r"以(?:习近平新时代中国特色社会主义思想|邓小平理论)[^\d。]{0,80}为指导[^\d]*$"),
    Rule(
        "pointing",  # 出现这样的问题,同以下的情况有密切的关系
        r"(?=[之出产发造存])(?=[^\d]*$)(?:之所以)?(?:出现|产生|发生|造成|存在)了?(?:这样|这种|这些|这类|上述|以上)的?(?:问题|情况|现象|困难|矛盾)"
        r"[^。]*(?:关系|有关|原因|所致|造成)的?。?$",
    ),
    Rule(
        "pointing",
        r"(?=其)(?=[^\d]*$)其中[,，]?(?:有[些的]|一些|不少|大多)是[^,，。]{0,12}(?:难以避免|不可避免|正常|合理|必要|前进中|发展中)的[,，；;。]",
    ),
    Rule(
        "argument",  # 十亿人口的大国,能够…
        r"(?:应[该当]看到|要知道)?[,，]?(?:我们|我国|中国)?(?:这样)?是?(?:一个)?(?:拥?有)?[\d一二三四五六七八九十]+(?:亿|万万)多?人口"
        r"(?:的(?:大国|国家)|[,，][^。]*(?:如果|就会|必[须将]|应[该当]))",
        "亿人口 亿多人口 万万人口",
    ),
    Rule(
        "formula",
        r"(?=[^\d%]*$|[^。]*\d{4}年)[^。；]{0,30}(?:成就|成绩|变化|胜利|进步|进展|局面)[,，](?:都|正|完全)?是[^。；%]{4,80}的结果",
        "的结果",
    ),
    Rule(
        "wish",
        r"[^。；\d]{2,30}(?:大有希望|大有可为|大有作为|前途光明|前景光明|充满希望)的?[。；]$",
        "大有希望 大有可为 大有作为 前途光明 前景光明 充满希望",
    ),
    Rule(
        "stand",
        r"(?:周总理|中国(?:政府)?)(?:一贯|还|又)?(?:坚决支持|主张|强烈谴责|重申|声明)|(?:而)?赫鲁晓夫",
        "主张 坚决支持 谴责 重申 声明 赫鲁晓夫",
    ),
    Rule(
        "formula",
        r"(?:这些)?成(?:绩|就)(?:固然|实属|殊为)?(?:可喜|来之不易)|今年(?:恰逢|适逢)|[^,，。]{2,4}无小事[,，]|[^,，。]{1,6}的?心上事",
        "可喜 来之不易 恰逢 适逢 无小事 心上事",
    ),
    Rule(
        "background", r"(?=随)(?!.*(?:\d|制约|矛盾|问题|压力|短缺|不足|困难))随着[^。]{4,80}[,，][^。]{2,40}(?:成为|日益|越来越)[^。]*。$"
    ),
    Rule("definition", r"[^,，。;；\d]{2,12}(?<!所)指(?![标导定出向挥责明引示数派控])[^,，。]{4,60}[,，]是[^。]{4,}的", ",是 ，是"),
    Rule("procedure", r"[^。，,]{0,20}[,，]?[^。，,]{0,16}(?:由我|我代表|我受)[^。]{0,40}[作做](?:政府)?(?:工作)?报告", "由我 我代表 我受"),
    Rule("heading", r"[一二三四五六七八九十]{1,2}要[^,，。;；:：\d“《]{4,22}。$"),
    Rule(
        "formula",  # 2024年,是全县爬坡过坎、不平凡的一年
        r"[^。；\d]{0,16}(?:\d{4}年|[一五]年)[,，]?[^。；\d,，]{0,6}是[^。；\d]{2,60}的(?:一年|五年)[。！]?$",
        "的一年 的五年",
    ),
    Rule(
        "formula",  # 在市委坚强领导下,…,较好地完成了全年目标任务; with a figure on the way it tells of that (GDP增长6.2%)
        r"(?:[^。；\d“]|“[^”]*”|\d{4}年)*领导下[,，](?:(?:[^。；\d“]|“[^”]*”|\d{4}年)*[,，])?[^。；,，\d]{0,10}(?:较好|圆满|全面|胜利|顺利|基本)地?完成了?[^。；,，\d]{0,26}(?:目标|任务|工作)(?:[,，]为[^。；\d]*)?[。！]?$",
        "领导下",
    ),
    Rule("licence", r"本作品|根据《中华人民共和国著作权法》|法律、法规[,，]国家机关的决议"),
)

HOLDS: tuple[Rule, ...] = (
    Rule("question", r"[?？]$|[吗呢]？", "? ？"),
    Rule("procedure", r"日起(?:施行|实施|执行|生效)|负责解释|(?:办法|规定|细则|条例|意见|通知|方案|证书?)有效期", "日起 负责解释 有效期"),
    Rule("procedure", r"请遵照|现(?:予以|予)?印发给?", "请遵照 印发"),
    Rule(
        "procedure",
        r"制定(?:本(?:实施|管理|暂行|试行)?(?:办法|规定|细则|方案|意见|规划|计划|指南|行动)|如下|以下)",
        "制定本 制定如下 制定以下",
    ),
    Rule(
        "form",
        r"[(（](?:盖[^()（）]{0,6}章|签字|签章|公章)[)）]|申报书|填[写报表]|提交[^,，。]{0,12}材料",
        "盖章 签字 签章 公章 申报书 填写 填报 填表 提交",
    ),
    Rule("form", r"\d字以内|选填|[详参]见?(?:附件|《)|一式[两三四五]份", "字以内 选填 附件 见《 一式"),
    Rule("form", r"[(（](?:万元|亿元|%|％|个|家|项|人)[)）]$", ") ）"),
    Rule(
        "standard",
        r"(?:GB|YD|SJ|JB|HG|DL|JT|ISO|IEC|IEEE|ITU|DB\d*|T/[A-Z]{2,6})(?:/[A-Z]{1,6})?\s?\d{3,}",
        "GB YD SJ JB HG DL JT ISO IEC IEEE ITU DB T/",
    ),
    Rule(
        "method",
        r"样本量|置信|问卷调查|抽样误差|四舍五入|统计口径|可比口径(?:计算)?$|按可比价格?计算。?$|如[图表]\s?\d",
        "样本 置信 问卷 抽样 四舍 口径 可比价 如图 如表",
    ),
    Rule(
        "form", r"(?:批准|准予|请|兹|通知|同意)[你贵](?:单位|公司|司)|你单位[^,，。]{0,12}(?:应|须|请)", "你单位 贵单位 你公司 贵公司 贵司"
    ),
    Rule("form", r"是否[^。,，;；]{2,40}$|当页面不够|可另[加附]页|另附页", "是否 页面 另加 另附"),
    Rule("form", r"_{3,}|(?<!\d)年\s+月\s+日", "___ 月"),
    Rule("meaning", r"(?:具有|有着)[^,，。]{0,10}意义[。]$|意义(?:十分|非常)?(?:重大|深远)。$", "意义"),
    Rule(
        "preamble",  # 五年来,总书记三次亲临…: a visit is no deed of the place, whatever is counted
        r"总书记[^,，。%]{0,10}(?:[一两三四五六]次|多次|始终|亲自)[^,，。%]{0,4}(?:莅临|亲临|视察|考察|心系|牵挂)|总书记[^,，。]{0,4}(?:莅临|亲临)",
        "总书记",
    ),
    Rule("licence", r"属于公有领域", "公有领域"),
    Rule("contents", r"\.{6,}|…{3,}", "...... ……"),
)
_SIGNS = re.compile("|".join(re.escape(sign) for rule in HOLDS for sign in rule.signs.split()))
_SIGNS_OF_BEGINNINGS = re.compile("|".join(re.escape(sign) for rule in BEGINS for sign in rule.signs.split()))

_DUE = re.compile(r"月\d{1,2}日(?:\d{1,2}[时点:：]\d{0,2}分?)?(?:之?前|以前|截止|[至到—-]\d)")
"""Until when a form is to be handed in is a fact."""

_VALID = re.compile(r"有效期限?[为至到]?(?:\d|[一二三四五六七八九十两]{1,2}年)")
"""How long a regulation holds is a fact, though the sentence is procedure."""

_LABEL = r"(?:第[一二三四五六七八九十百零\d]{1,5}条\s*|[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]\s*)?"
"""The label of an article or of an item in a list: what it labels begins behind it."""

_TALK = re.compile(
    r"我(?![国省市县区州们党军院厅厂局部方矿校公办队司])|[你您]|大家|刚才|(?:各位)?议员|主席[,，:：]|发言|提问|质询|答复|他们?(?:说|认为|指出|表示|问)|甚么|怎样|是否|"
    r"辩论|表决|点算|法定人数|休会|会议厅|动议|修正案|议程|全体委员会|呈请书|主席裁决"
)
"""What people say to each other: a transcript holds little else."""
_SPEAKER = re.compile(r"(?:代理)?(?:主席|行政长官|[㐀-鿿]{2,5}(?:议员|司长|局长|署长|秘书长|委员|部长))[:：]")
"""How a turn of a transcript begins."""
A_TRANSCRIPT = 5
"""From so many turns on a text is one."""


def is_transcript(clauses: Iterable[Clause]) -> bool:
    """Return whether a text is one of people talking in turn: 李议员:…"""
    turns = 0
    for clause in clauses:
        turns += _SPEAKER.match(clause.text) is not None
        if turns >= A_TRANSCRIPT:
            return True
    return False


def aside_of(text: str, *, transcript: bool = False) -> str | None:
    """Return the name of the rule by which a sentence states nothing of the place; None where none speaks. `transcript`: see above.

    >>> aside_of("本办法自发布之日起施行。"), aside_of("如果每人多买一元，就多六亿元。"), aside_of("新建学校3所。")
    ('procedure', 'supposition', None)
    """
    begins = _begins() if _SIGNS_OF_BEGINNINGS.search(text) is not None else _begins_without_signs()
    found = begins.match(text) or (_holds().search(text) if _SIGNS.search(text) is not None else None)
    if found is not None and not _states_a_fact(_name(found), text):
        return _name(found)
    return "talk" if transcript and _TALK.search(text) is not None else None


def _states_a_fact(rule: str, text: str) -> bool:
    return (rule == "form" and _DUE.search(text) is not None) or (rule == "procedure" and _VALID.search(text) is not None)


def _name(found: re.Match[str]) -> str:
    assert found.lastgroup is not None
    return found.lastgroup.rstrip("_")


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(rf"{_LABEL}(?:{_alternatives(BEGINS)})")


@cache
def _begins_without_signs() -> re.Pattern[str]:
    return re.compile(rf"{_LABEL}(?:{_alternatives([rule for rule in BEGINS if not rule.signs])})")


@cache
def _holds() -> re.Pattern[str]:
    return re.compile(_alternatives(HOLDS))


def _alternatives(rules: Sequence[Rule]) -> str:
    """Return one pattern for all rules, each a group with its name (a second group of a name gets an underscore)."""
    seen: set[str] = set()
    parts = []
    for rule in rules:
        name = rule.name
        while name in seen:
            name += "_"
        seen.add(name)
        parts.append(f"(?P<{name}>{rule.pattern})")
    return "|".join(parts)
