"""Recognises clauses that state nothing: addresses, thanks, introductions, appeals, the meaning of the year, lines with owners.

Headings are not its business: the outline marks them.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from ..annotating import Clause
from .cues import Cue
from .slogans import exclaims
from .tenses import vote

_OPENINGS = frozenset('这回刚尊各同主代今明当未过刚做(（①②③④⑤⑥⑦⑧⑨【[牵责承负配协完办0123456789 “"十让最高即只')
"""The characters that the patterns below can begin with: most clauses are passed by at the first one."""

_ADDRESS = re.compile(r"(?:尊敬的)?(?:各位|同志们|主任|代表们|主席)[^,，:：]{0,12}[:：!！]$")
"""各位代表、同志们!"""

_MEANING_OF_THE_YEAR = re.compile(
    r"(?:各位代表[,，!！])?"
    r"(?:(?:\d{4}年|今年|明年|当前|未来五年|今后五年|(?:刚刚|即将)?过去的?一年|[“\"]?十[一二三四五]?五[”\"]?(?:时期)?)[,，]?是[^。!！]*"
    r"|做好[^,，。]{0,30}工作[,，、]?[^。!！,，]{0,12})"
    r"(?:责任重大|任务艰巨|使命光荣|之年|[第的]?一年|关键期|机遇期|攻坚期|时期|节点|周年|第[一二三四]个五年|十分重要|至关重要|尤为重要|意义重大|重大意义)[。!！]$"
)
"""2024年是实现“十四五”规划目标的关键一年; 做好今年工作意义重大."""

_VISIT = re.compile(
    r"[^。；]{0,12}习近平(?:总书记|主席)[^。；,，]{0,30}"
    r"(?:亲临|莅临|视察|考察[^,，。]{0,6}(?:[,，]|时|并)|发表重要讲话|作出重要(?:讲话|指示))"
)
"""Whom a place was honoured by: it is the sign that a report opens with, and no deed of its own."""

_ENTRUSTED = re.compile("牢记[^。]{0,20}嘱托[^。]*(?:上闯出|展现新|迈出新|谱写|书写)")
"""过去五年,我们牢记…嘱托,在…上展现新作为."""

_JUBILEE = re.compile("(?:我们|一年来[,，])?(?:隆重|热烈)?(?:庆祝|纪念)[^,，。;；]{2,24}周年[。；]")
"""What is only remembered: 我们隆重庆祝建市30周年。"""
_DRAFTED = re.compile("(?:编制|起草|形成)了?《[^《》]{4,40}草案[)）]?》")

_YEARS_PRAISED = re.compile(
    r"(?:各位代表[,，!！])?(?:回顾)?(?:这|过去的?|刚刚过去的?)?(?:[\d一二三四五]{1,4}年|[“\"]十[一二三四五六]?五[”\"](?:时期)?)[^。!！,，]{0,12}[,，]?"
    r"(?:是|我们经历了)[^。!！]{0,120}(?:的?[一二三四五两]|之)年[。!！]$"
)
"""这五年,是感恩奋进的五年."""

_APPEAL = re.compile(r"(?:各位代表|同志们|各位委员)[,，!！][^,，]{0,40}(?:[,，][^,，]{0,24}){0,3}[。!！]$")
_SHORT_APPEAL = 40
"""各位代表,使命呼唤担当,实干成就未来! Up to this many characters it states nothing where its words hardly tell of a deed."""
_HARDLY = 2
"""Largest vote (see `tenses`), either way, of words that hardly tell of a deed."""

_MISSION = re.compile(
    r"(?:各位代表|同志们|各位委员)[,，!！][^。!！]{0,50}(?:使命|蓝图|征程|重任|号角|前途|新篇|春风|奋斗|任务(?:十分|非常|仍然|是)?(?:艰巨|光荣|繁重))[^。!！]{0,24}[。!！]$"
)
"""An appeal too, though it speaks of hardship: 各位代表,宏伟的蓝图催人奋进,光荣的使命任重道远."""

_LET_US = re.compile(
    r"(?:(?:各位代表|同志们|最后|各位委员)[,，!！:：])?(?:让我们|高举[^,，。]{4,20}旗帜|只要我们[^。]{4,60}一定(?:能|会|可以))"
)
"""How a report ends, and how its guiding ideology begins."""

_RELYING = re.compile(r"(?:紧紧|紧密)依靠[^,，。]{0,20}(?:人民|群众|儿女|同胞|干部职工)")
"""Whom a government leans on, at the end of its report: 紧紧依靠775万江海儿女. A number in it counts them and says nothing of the work."""
_LOFTY = re.compile("使命|蓝图|征程|奋进|奋斗|谱写|书写|共绘|图景|辉煌|胜利|新篇")
"""What it is to lead to, where nothing is promised that could be looked at."""

_OWNER_LINE = re.compile(
    r"[\s\d.、()（）①-⑳【\[]{0,6}(?:牵头|责任|主办|承办|负责|配合|协办|主责|完成|办理)(?:责任)?"
    r"(?:单位|部门|主体|领导|人|处室|科室|股室|时限|时间|日期)[】\]]?[:：]"
    r"|[(（][^()（）]{2,80}(?:牵头|负责|配合|承办|落实)[^()（）]{0,20}[)）]$"
)
"""A line of a task list that says who and until when: 责任单位:市发展改革委, (市交通局牵头)."""

_INTRODUCTION = re.compile(
    r"(?:做好|抓好|做了|抓了|开展|推进|完成|围绕|体现在|表现在|呈现|汇报|报告|说明|分解|包括|如下|以下|下列|从)"
    r"[^,，。]{0,24}[:：]$"
    r"|^[^,，。]{0,4}(?:是|有|表现在|表现为|体现在|例如|其中|即|具体)[:：]$"
    r"|(?:做了|抓了|做好|抓好|抓实|开展了?)(?:以下|[一二三四五六七八九十]{1,3}个方面)[^,，。]{0,10}(?:工作|任务)[。]$"
)
"""The last part of an introduction: 重点做好八个方面工作: or 主要做了以下工作。"""
_SHORT_INTRODUCTION = 80
"""Longest introduction in characters; a longer sentence states something besides."""
_LABEL = 24
"""Up to this many characters whatever ends in a colon is the label of what follows: 主要支出项目安排情况:"""


def is_ceremony(clause: Clause, cues: Sequence[Cue]) -> bool:
    """Return whether the clause states nothing."""
    text = clause.text
    for cue in cues:
        if cue.name == "thanks":
            return True
    if text[:1] in _OPENINGS and (
        _OWNER_LINE.match(text)
        or _ADDRESS.match(text)
        or _MEANING_OF_THE_YEAR.match(text)
        or (not clause.figures and _YEARS_PRAISED.match(text))
        or (not clause.figures and _LET_US.match(text))
        or _is_appeal(clause, cues)
    ):
        return True
    if "依靠" in text and _is_reliance(text):
        return True
    if not clause.figures and text.endswith(("！", "!")) and exclaims(text):
        return True
    if clause.figures or len(text) > _SHORT_INTRODUCTION:
        return False
    if text.endswith((":", "：")):  # a line that ends so: nothing else ends a clause at a colon
        return len(text) <= _LABEL or _INTRODUCTION.search(text) is not None
    return text.endswith(("工作。", "任务。")) and _INTRODUCTION.search(text) is not None


def honours(text: str) -> bool:
    """Return whether a sentence of a review, without figures, tells of a visit, a jubilee, trust to be lived up to, or the text at hand.

    Such a sentence still opens its paragraph: its time and its tense hold for what follows.
    """
    return (
        ("习近平" in text and _VISIT.match(text) is not None)
        or ("嘱托" in text and _ENTRUSTED.search(text) is not None)
        or "提交大会审" in text
        or ("周年" in text and _JUBILEE.fullmatch(text) is not None)
        or ("草案" in text and _DRAFTED.search(text) is not None)
    )


def _is_reliance(text: str) -> bool:
    relied = _RELYING.search(text)
    if relied is None or _LOFTY.search(text) is None:
        return False
    return not any(character.isdigit() for character in text[: relied.start()] + text[relied.end() :])


def _is_appeal(clause: Clause, cues: Sequence[Cue]) -> bool:
    text = clause.text
    if clause.figures:
        return False
    if _MISSION.match(text) and not any(cue.name in ("promise", "goal", "aware", "naming") for cue in cues):
        return True
    if cues or len(text) > _SHORT_APPEAL or not _APPEAL.match(text):
        return False
    return abs(vote(text, has_figures=False)) <= _HARDLY
