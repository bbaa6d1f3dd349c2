"""Recognises what stands in regulations, notices and their annexes and states no fact: permissions, offences, penalties, classes, scope;
forms to be filled in, their examples, guides; signatures and titles of annexes.

Asked only of documents that are no reports (plans, policies, measures, notices), and, but for forms, of clauses without figures: a term,
a quota, a fine are facts.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from ..annotating import Clause
from ..duties import allows, read_duty
from .slogans import is_label, opens_with_a_deed

_OFFENCE = re.compile(r"(?<!是)(?<![有需])的[；;。]?$")
"""（一）未按照规定编制目录的；"""
_IS = re.compile("[是为]")
_PENALTY = re.compile(
    r"(?:的|由[^,，。]{2,24}|依法(?:依规|依纪)*|按照?[^,，。]{2,16})[,，]?[^,，。]{0,12}"
    r"(?:给予[^,，。]{0,16}(?:处分|处罚|警告)|追究[^,，。]{0,16}责任|责令[^,，。]{0,12}(?:改正|整改)|移送[^,，。]{0,8}机关|(?:取消|撤销|收回)[^,，。]{0,16}(?:称号|资格|资质|证书))"
    r"|构成犯罪|玩忽职守|徇私舞弊|情形之一"
)
_CLASSES = re.compile(
    r"(?:第[一二三四五六七八九十百零\d]{1,5}条\s*)?(?:(?:根据|按照?|依据)[^,，。]{2,16}[,，])?(?!.{0,12}(?:目标|任务|工作|措施))[^,，。;；应]{2,24}(?:主要|一般|具体|按[^,，。]{2,12})?(?:分为|划分为|包括(?!.{0,4}在内)|包含|由[^,，。]{2,40}(?:组成|构成))"
    r"|[^。;；]{0,80}列[入为][^,，。]{1,10}类[；;。]"
    r"|[^,，。]{2,24}是[^。;；]{2,60}的(?:基础|依据|凭证|核心|组成部分|责任主体|责任人|载体)[，,。；;]"
)
_DEFINES = re.compile(
    r"(?:[(（][\d一二三四五六七八九十]{1,3}[)）]|[\d.、\s]{1,6})?(?:其中[,，])?[^,，。;；:：]{0,20}"
    r"(?:(?:标准|规范|规程|术语|类|层级|体系)(?:主要)?(?:用于|(?:是)?指(?!标|导|出|定|向|挥|数)|包括|包含|规范|规定|侧重|涉及|(?:主要)?涵盖|针对|基于|以[^。;；]{2,60}为(?:核心|基础|依据|指导)|划分为)|是指[^标导]|是(?:具备|具有)[^。]{4,}的[^,，。的]{1,10}。$)"
)
"""What a part of a standard or of a classification is: 预期功能安全标准用于规避…, 第一层级规定了…."""
_GOES_ON_DEFINING = re.compile("(?:其中[,，])?(?:该部分|本部分)?(?:内容)?主要(?:包括|涵盖|涉及|用于|规范)|[^。]{0,120}不再赘述")
"""How a sentence goes on about such a part: 主要包括…"""
_PREFACE = re.compile(
    r"为[^。]{6,160}[,，][^,，。]{0,60}(?:现(?:将|就|制定|印发|提出|开展)|特?制[定订](?:本|了?[《以如])|印发|编制(?:了|形成)|(?:组织)?(?:制定|修订|编制)了?(?:本|《))"
)
"""Why a document was written: 为加快推广…,现制定本方案."""
_SCOPE = re.compile(
    r"(?:适用|参照|依照|按照|遵守)本(?:实施|管理|暂行|试行)?(?:办法|规定|细则|条例|规范|方案|意见|通知|指南|标准)|(?:按照?|依照|参照)[^,，。]{2,24}(?:规定|办法|法律)执行[。；;]?$|从其规定|就高[、，]?不(?:就低|重复)|如?遇[^,，。]{2,12}(?:调整|变化)[,，][^。]{0,8}(?:按|以|从)|不重复享受|不(?:在|属于)[^,，。]{2,14}范围|视(?:作|为|同)[^,，。]{2,24}[。；;]$"
    r"|应当?说明理由|(?:应|应当|须)(?:遵循|坚持|遵守|符合|按照)[^。；;]{0,60}(?:原则|本规范|本办法|法律|规定|期限)[。；;]?$|解释权|(?:提出|通知|公告|部署|规定)如下(?:意见|措施|要求)?[。：]?$"
    r"|^[(（]?[^,，。]{0,3}(?:申报|申请)材料[^,，。]{0,60}(?:编写|填写|提交|装订|报送)"
)
_CLARIFIES = re.compile(
    "以[^,，。;；]{2,16}为准|只(?:奖励|补助|补足|享受)[^,，。;；]{0,6}(?:差额|最高)|视[作为]已|”(?:均|是|系)?(?:指(?!挥|标|数|导)|包含)|所指[^,，。;；]{1,12}[为是]"
    "|本(?:政策|办法|意见|细则)[^,，。;；]{0,4}作?相应调整"
)
"""What the closing provisions say of a document's own words and of how it is applied: “规上”指…, 只奖励差额部分, 以通知为准."""
_MEANS = re.compile("[^,，。;；“]{0,12}“[^”]{1,16}”(?:均|是|系)?指(?!挥|标|数|导)")
"""How a document tells what it means by a word, in money too: “规上”指年主营业务收入2000万元以上的企业."""
_GIVES = re.compile("给予|奖励|补助|补贴|资助")
_CONVENED = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日[,，]?[^,，。；]{2,14}召开[^,，。；]{2,40}会议?[,，。]")
"""What a notice looks back on before it asks for something: 5月20日国务院召开…电视电话会议."""
_ASKS = re.compile(
    r"(?:应当?|须|需)[^,，。]{0,30}(?:提交|提出|递交)[^,，。]{0,16}(?:申请|材料|名录|申请书|申报表)[^,，。]{0,8}[。；;]?$"
    r"|(?:持有?|携带|出示|凭)[^,，。；;]{2,40}(?:证明|证件|身份证|委托书|凭证|原件|复印件)[^,，。；;]{0,12}[。；;]?$"
)
_MONTH = re.compile(r"\d月")
"""How one applies is procedure; until when, a fact."""
_NO_MORE = re.compile(r"[^,，。]{2,28}的(?:主体|单位|企业|项目)不再(?:重复)?(?:申报|推荐|申请|受理)")
"""Who may not apply again."""
_ANNEX = re.compile(r"附\s?件?\s?[\d一二三四五六七八九十]{1,2}(?:[-—－–]\d{1,2})?\s*[:：.．]?\s*(?P<title>[^,，。；;]{0,40})$")
"""附件4-1, 附件2 参考指引: the line that begins an annex."""
_FORM = re.compile(
    r"(?:申报|申请|推荐|登记|审批|备案|报名|汇总|评[分审价]|调查|统计|基本情况|信息|反馈|考核|自评|打分|评估|明细|需求|验收|任务书|计划)(?:书|表|单|函)"
    r"|承诺书|回执|参考指引|参考样式|参考模板|(?:样|范)(?:表|本|式|例)|模板|提纲|填[报写表]说明|格式(?:文本)?|评分标准|问卷|示范文本"
)
_BLANK = re.compile(
    r"[□☐]|不超过\d+字|\d+字以?内|多选|单选|[(（](?:插入|罗列|自行|可后附|可附|选填|必填|如有|注明)|20\d\d年\s+月\s*日?|是否(?:为|属于|位于|有|具有)[^,，。]*$"
)
"""What only a form has: □是 □否, （…不超过500字）, 2022年 月 日."""
_SIGNED = re.compile(
    r"[^,，。；;:：\s\d]{2,28}(?:人民政府|办公厅|办公室|委员会|领导小组|指挥部|管委会|[厅局委部署院])(?:[(（](?:印|章|代章|盖章)[)）])?$"
)
_TITLE = re.compile(
    r"[^,，。；;:：]{4,44}(?:方案|办法|细则|条例|规定|规范|规划|计划|通知|意见|指引|指南|名单|目录|一览表|清单|任务|要点|标准)(?:[(（][^()（）]{1,16}[)）])?$"
)
_ACTS = re.compile(
    r"制定|制订|编制|出台|印发|修订|起草|报送|(?<!^)(?:完成|落实|公布|提出|细化)|^[\d.、()（）]*(?:完成|实施|开展|落实|推进|建立|启动|形成|公布|执行|做好|组织|推动|研究|细化|完善|提出)"
)
_FORBIDS = ("不得", "严禁", "禁止")
_ENTRY = 60
"""Characters of an entry that only names a thing: 石化智能工厂的系统设计、参考架构标准；."""
_CLOSE = 2
"""So many clauses may stand between the line that begins an annex and its title."""


_ARTICLE = re.compile(r"第[一二三四五六七八九十百零\d]{1,5}条(?:[\s　]|(?=[【（(]|为|本|各|凡|对))")
LEAST_ARTICLES = 3
MOST_OF_AN_ARTICLE = 8
"""So many clauses that begin as articles make a document one of rules, where no more than so many clauses stand in one."""


def is_article(text: str) -> bool:
    """Return whether a clause begins an article: it says what shall be.

    >>> is_article("第五条【处罚】违反规定的，处100元罚款。"), is_article("第五条规定的情形")
    (True, False)
    """
    return text.startswith("第") and _ARTICLE.match(text) is not None


def sets_rules(clauses: Sequence[Clause]) -> bool:
    """Return whether a document is one of articles (第一条 …): it says what shall hold, and tells neither of deeds nor of troubles."""
    articles = sum(is_article(clause.text) for clause in clauses)
    return articles >= LEAST_ARTICLES and articles * MOST_OF_AN_ARTICLE >= sum(not clause.heading for clause in clauses)


def is_provision(clause: Clause) -> bool:
    """Return whether a clause of a document that is no report, without figures, allows, classes, threatens, or only signs or titles."""
    text = clause.text
    if (not clause.figures or not any(map(str.isdecimal, text))) and _DEFINES.match(text) is not None:
        return True
    if _CLARIFIES.search(text) is not None and ("元" not in text or (_MEANS.match(text) is not None and _GIVES.search(text) is None)):
        return True
    if clause.figures:
        return False
    if _GOES_ON_DEFINING.match(text) is not None or (text.startswith("为") and _PREFACE.match(text) is not None):
        return True
    if text.endswith(("：", ":")) or _CONVENED.match(text) is not None:
        return True
    if not text.endswith(("。", "；", ";", "，")):
        return _SIGNED.match(text) is not None or (_TITLE.match(text) is not None and _ACTS.search(text) is None)
    if _ASKS.search(text) is not None and _MONTH.search(text) is None:
        return True
    if _NO_MORE.match(text) is not None or _SCOPE.search(text) is not None or _PENALTY.search(text) is not None or allows(text):
        return True
    if len(text) <= _ENTRY and "，" not in text and "," not in text and _only_names(text):
        return True
    if text.endswith(("的；", "的;", "的。")) and _IS.search(text) is None:
        return True
    return read_duty(text) is None and _CLASSES.match(text) is not None


def _only_names(text: str) -> bool:
    """Return whether an entry has no verb of a deed, or is one of a list of standards that no deed opens."""
    if read_duty(text) is not None or text.startswith(_FORBIDS):
        return False
    return is_label(text) or (text.rstrip("；;。").endswith("标准") and not opens_with_a_deed(text))


def blanks_in(clauses: Sequence[Clause]) -> frozenset[int]:
    """Return the places in `clauses` of what stands in annexes that are forms, examples or guides, and of lines that only forms have."""
    found: set[int] = set()
    begun: int | None = None
    form = False
    for index, clause in enumerate(clauses):
        head = " ".join(clause.text.split("\n"))  # a heading holds the line of its annex and the title below it
        annex = _ANNEX.match(head) if head.startswith("附") else None
        if annex is not None and (head.startswith("附件") or not form):
            begun, form = index, _FORM.search(annex["title"]) is not None
        elif begun is not None and index - begun <= _CLOSE and not form:
            form = _FORM.search(head[-16:]) is not None and not clause.text.endswith(("。", "；"))
        if form or _BLANK.search(clause.text) is not None:
            found.add(index)
    return frozenset(found)
