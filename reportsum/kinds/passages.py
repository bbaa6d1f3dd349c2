"""Follows the text and says where each clause stands: in a review, in a plan, among named problems, or nobody knows.

The section's stance comes first. Inside a section, a label (进展情况:, 存在问题:), a sentence that starts naming problems
(我们也清醒地看到…) or one that promises a remedy (对此,我们将…) begins a passage of another stance; it lasts to the next such
sign or to the end of its paragraph, for problems also through an enumeration (一是…二是…).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, cast

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..annotating import Clause
from ..genres import genre
from ..headings import Section
from ..headings.stances import heading_stance
from ..headings.turns import tells_work_below
from ..metadata import ReportMeta
from ..models import Period, Stance
from .cues import Cue, CueName, trouble_words
from .tenses import vote

Stand = Literal["review", "plan", "problems", "unknown", "silent"]

JUNE, SEPTEMBER = 6, 9

BACK_TO_REVIEW = 3
"""From this vote on (see `tenses`) a sentence that names nothing wrong ends the naming of problems inside a review."""

_LABEL = re.compile(
    r"^[\s·●■◆★*#①-⑳(（〔【\[\d一二三四五六七八九十.、．)）〕]{0,6}"
    r"(?:(?P<review>(?:目前|最新|当前|具体|主要|项目|工作|任务|整改|年度|总体|上半年|全年)*"
    r"(?:进展|进度|完成|落实|推进|执行|实施|办理|整改|开展|工作)(?:情况|成效|进展)|主要成效|主要做法|工作成效|取得成效|目前进展|完成进度)"
    r"|(?P<plan>(?:下一?步|下阶段|下一阶段|下半年|明年)(?:工作)?(?:打算|计划|安排|思路|举措|措施|重点|工作)?|(?:工作|年度|主要|目标|全年|改造|建设)?(?:目标|任务)(?:任务|要求)?"
    r"|工作(?:要求|内容|措施|举措)|主要(?:任务|措施|举措|内容)|实施方式(?:和[^:：]{2,8})?|(?:改造|建设|实施)(?:内容|路径)|解决(?:方案|措施|路径)|具体(?:措施|举措|任务))"
    r"|(?P<problems>(?:目前|当前)?(?:存在|面临)的?(?:主要|突出)?(?:困难|问题|不足|短板|风险)(?:[和与及、](?:困难|问题|不足|短板|原因|挑战))?|主要问题|问题(?:不足|短板)|痛点(?:难点|问题)?|难点)"
    r"|(?P<silent>实现方式(?:和[^:：]{2,8})?))"  # how a model case is done is no goal of the plan that shows it
    r"[】〕\])）]?[:：]"
)
"""A label at the head of a clause, with the colon that makes it one."""

_COLON = re.compile("[:：]")
_FAR = 40
"""By this many characters a label has had its colon: most clauses are spared the pattern above."""

_ENDS: dict[Stand, tuple[CueName, ...]] = {"problems": ("remedy", "promise", "onward"), "review": ("onward",)}
"""Cues after which a passage goes on as a plan."""

_TURNS: dict[str, Stand] = {"review": "review", "plan": "plan", "onward": "plan"}
"""Cues that begin a passage where no heading tells."""

_ENUMERATOR = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}(?:是|、|[,，])|[(（][一二三四五六七八九十\d]{1,3}[)）]|[(（][ivx]{1,5}[)）]|[①-⑳]|\d{1,2}[.、．]"
    r"|第[一二三四五六七八九十][,，、]|首先|其次|再次|此外|另外|同时|还有|最后|——)"
)
"""How an item of an enumeration begins."""


_PROBLEMS_FIRST = re.compile(
    r"(?:问题|困难|不足|短板|差距|薄弱环节)[^,，。]{0,4}(?:及|和|与|、)[^。]{0,6}(?:下一?步|下阶段|今后|打算|措施|对策|建议|安排|计划|思路|举措)"
)
"""A heading over problems and what will be done about them: 存在的问题及下一步打算."""

_CALLS = (
    *("必须", "要", "应当", "应该", "今后", "到20", "到19", "力争", "争取", "继续", "进一步", "着力", "坚决", "依法"),
    *("大力", "全面", "深入", "严格", "严厉", "加强", "加快", "加大", "推进", "推动", "完善", "建立", "健全"),
)
"""How a sentence begins that turns from problems to what is to be done: 要加强设计力量, 到2020年,力争…."""

_FAIR = re.compile(
    "总体(?:良好|平稳|向好)|成绩|成效|(?:得到|取得)了?较好|(?:完成|落实|执行)得?较好|较好地?(?:完成|落实|实现)|好于预期|稳中[向有]好"
)
"""Good news at the head of a section of problems: 上半年,计划执行情况总体良好."""
_PLANS = re.compile(r"(?:今年|明年)[^,，。;；:：]{0,16}(?:计划|预期|拟|安排|目标|(?:工作|任务)的?(?:重点|总体|主要))(?!完成情况|执行)")
"""How a sentence begins that sets the year's aims, though problems were told before it: 今年国民生产总值计划增长百分之八."""
_MOVES_ON = ("为了", "为切实", "为进一步", "为贯彻", "为深入", "为加快", "随着", "按照", "根据", "通过")
"""How a sentence begins that leaves the problems told before it: 随着新技术的融合,…; 为进一步规范市场,…."""
_DENIES = re.compile("[不未没缺少]")
"""成效不明显 is no good news."""

_INTRODUCES = re.compile(r"[:：]$|以下[^,，。]{0,10}。$")
_IS_ANSWERED = re.compile("(?:针对|瞄准|聚焦|破解|解决|围绕)[^,，。;；]{0,30}$")
"""Before a trouble that a sentence only says what its measures are for: 针对|突出问题,突出了以下六个方面."""
_ANSWER_REACH = 34


def _is_answered(text: str, trouble: int, comma: int) -> bool:
    """Return whether the trouble that begins at `trouble`, before the last comma, is only what the measures told behind it are for."""
    return trouble < comma and _IS_ANSWERED.search(text, max(0, trouble - _ANSWER_REACH), trouble) is not None


_MEASURES_DECIDED = re.compile(
    r"(?:决定|拟|将|准备|打算|计划)[^。;；了]{0,40}(?:采取|实行|实施|推出|出台)(?!了)[^,，。;；]{0,16}(?:措施|办法|政策|步骤)[^,，。;；]{0,4}[:：]$"
)
"""How measures are introduced that are yet to be taken, also behind the problems they are for: 为此,市政府决定采取以下措施:"""
_TASKS_AHEAD = re.compile(r"(?:做好|抓好|抓实|落实|推进|实施)[^,，。]{0,16}(?:工作|任务|重点)[:：。]$")
"""How tasks are introduced, behind a sentence that looks ahead: 重点做好八个方面工作:"""
_TASKS_BELOW = re.compile(
    r"(?:做好|抓好|抓实|落实好?|推进)(?:以下|下列|下面|如下)[^,，。]{0,16}[:：。]$|(?:今年|明年|20\d\d年)[^。;；了]{0,40}[要将](?:重点|着重|着力|突出)?(?:做好|抓好)[^,，。;；]{0,20}[:：]$"
)
"""How tasks are introduced where no heading tells: 重点做好以下工作:"""
_OPEN_END = ("：", ":", "。")
_LAST_WORDS = 16
"""How much of a sentence's end shows whether it introduces what follows."""

THE_OUTLINE = re.compile(r"《(?:规划)?纲要(?:[（(]草案[）)])?》")
"""How a paragraph of a work report begins that presents the five-year plan: 《纲要（草案）》提出了发展目标."""

_FIRST_LABEL = re.compile(r"[\s(（【第]*(?:一|1|①|首先)(?![\d一二三四五六七八九十])")
"""The label of the first item of an enumeration: 一是, (一), 1."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Sections that a sentence announced, from one level on: 主要问题有: 一是…二是…."""

    stand: Stand
    level: int
    inherited: Stance
    """The stance their headings only inherit."""
    above: str | None
    """The id of the section that announced them: tasks go on where its text goes on behind a list of them."""


class Passages:
    """Walks through the clauses of one report, in order. Holds what the clauses before have settled."""

    def __init__(self, meta: ReportMeta, doubted: Collection[str] = ()) -> None:
        """`doubted`: ids of the sections whose stance their clauses contradict."""
        self._doubted = doubted
        kind = genre(meta.kind)
        self._genre: Stand = "review" if kind.looks_back else "unknown"
        self.ahead = _still_ahead(meta.period)
        """Cues that name a time of the reviewed year which still lies ahead."""
        self._task_list = kind.tasks
        self._mixes = kind.speech and (meta.title or "").endswith("施政报告")
        """A policy address tells what was done and what will be done topic by topic: a section without a telling heading holds both."""
        self._sees_paragraphs = meta.language != "en"
        """Between Chinese sentences nothing stands but a line end; between English ones, a space as well."""
        self._section: Section | None = None
        self._base: Stand = self._genre
        self._here: Stand = self._genre
        self._end = 0
        self._colon = False
        self._counted = False
        """Whether the last clause was the label of an item."""
        self._problems_first = False
        """Whether the section names problems until it says what comes next."""
        self._listing = False
        """Whether a sentence announced the passage, so that the items of a list belong to it."""
        self._looked_ahead = False
        """Whether the last sentence spoke of what is to come."""
        self._announced: Stand | None = None
        """What the last sentence said of the sections to come."""
        self._run: _Run | None = None

    def enter(self, clause: Clause, cues: Sequence[Cue]) -> Stand:
        """Return where `clause` stands, and remember what it settles for the clauses after it."""
        self._turn_page(clause, cues)
        label = _LABEL.match(clause.text) if _COLON.search(clause.text, 0, _FAR) is not None else None
        if label is not None:
            self._base = self._here = cast(Stand, label.lastgroup)
        elif not clause.heading:
            if cues:
                self._follow(clause.text, cues)
            elif self._here == "problems" != self._base and clause.text.startswith(_MOVES_ON) and not names_trouble(clause.text, 0):
                self._here = self._base
            elif self._here == "problems" and _is_good_news(clause, among_problems=self._base != "review"):
                self._here = "review"
            if self._here == "problems" and _PLANS.match(clause.text) is not None:
                self._here = "plan"
            if self._here == "problems" and clause.text.startswith(_CALLS) and _calls_for_deeds(clause.text, cues):
                self._here = "plan"
        stand: Stand = "silent" if label is not None and label.end() == len(clause.text) else self._here
        if self._base == "problems" and self._here == "review":
            self._here = "problems"  # a bright spot among problems lasts for its sentence
        self._announced = self._announces(clause.text, cues)
        if self._announced is not None and not clause.heading:
            self._here = self._announced
            self._listing = True
        if cues and stand in _ENDS and not clause.heading and any(cue.name in _ENDS[stand] for cue in cues):
            self._here = "plan"
            if self._problems_first:
                self._base, self._problems_first = "plan", False
        self._looked_ahead = bool(cues) and self._looks_ahead({cue.name for cue in cues})
        self._end = clause.end
        self._counted = clause.heading and _ENUMERATOR.match(clause.text) is not None
        self._colon = clause.text.endswith((":", "："))
        return stand

    def states_a_task(self, clause: Clause) -> bool:
        """Return whether a heading is itself the task of a numbered list: 1.新增学位3000个。"""
        section = clause.section
        if not (self._task_list and clause.heading and clause.figures) or section is None or section.label is None:
            return False
        return clause.start == section.heading.start and section.label.lstrip("（(")[:1].isdecimal()

    def _turn_page(self, clause: Clause, cues: Sequence[Cue]) -> None:
        """Go back to the section's stance where a section or a paragraph begins."""
        if clause.section is not self._section:
            listed = self._announced == "plan" and clause.section is not None and clause.section.start < clause.start
            self._base = self._here = self._stance_in_run(self._section, clause.section)
            self._section = clause.section
            self._listing = False
            self._problems_first = (
                self._base == "plan" and clause.section is not None and _PROBLEMS_FIRST.search(clause.section.title) is not None
            )
            if self._problems_first:
                self._base = self._here = "problems"
            if listed and _FIRST_LABEL.match(clause.text) is not None:  # a section of problems ends with what is decided on against them
                self._here, self._listing = "plan", True
        elif self._sees_paragraphs and clause.start > self._end and THE_OUTLINE.match(clause.text) is not None:
            self._here = "plan"
            self._listing = True
        elif self._sees_paragraphs and clause.start > self._end and self._here != self._base and not self._goes_on(clause.text, cues):
            self._here = self._base
            self._listing = False

    def _goes_on(self, text: str, cues: Sequence[Cue]) -> bool:
        """Return whether the passage goes on in a new paragraph: with an item of its list, or with the remedy of its problems."""
        if self._here != "problems" and not self._listing:
            return False
        if self._colon or self._counted or _ENUMERATOR.match(text) is not None:
            return True
        return self._here == "problems" and any(cue.name in ("remedy", "promise") for cue in cues)

    def _announces(self, text: str, cues: Sequence[Cue]) -> Stand | None:
        """Return the stance of what a sentence introduces: 存在以下问题:, 下半年重点做好以下工作:."""
        if text.endswith(("：", ":")) and _MEASURES_DECIDED.search(text) is not None:
            return "plan"
        if self._sees_paragraphs and text.endswith(_OPEN_END):
            if self._here != "problems" and tells_work_below(text):
                return "review"
            if self._here == "unknown" and _TASKS_BELOW.search(text) is not None:
                return "plan"
        if (
            not (cues or self._here == "problems" or self._looked_ahead)
            or _INTRODUCES.search(text, max(0, len(text) - _LAST_WORDS)) is None
        ):
            return None
        if self._here == "problems":
            return "problems"
        names = {cue.name for cue in cues}
        goes_on = max(text.rfind(","), text.rfind("，"))
        if any(
            cue.name in ("aware", "naming") and names_trouble(text, cue.start) and not _is_answered(text, cue.start, goes_on)
            for cue in cues
        ):
            return "problems"
        ahead = self._looks_ahead(names) or (self._looked_ahead and _TASKS_AHEAD.search(text) is not None)
        return "plan" if ahead else None

    def _looks_ahead(self, names: set[str]) -> bool:
        return not names.isdisjoint(("onward", "promise", "goal", *self.ahead))

    def _stance_in_run(self, before: Section | None, section: Section | None) -> Stand:
        """Return the stance of a section that begins: what was announced for it and its neighbours, where it has none of its own."""
        stance = self._stance_of(section)
        if section is None:
            self._run = None
            return stance
        if self._announced not in (None, "review") and _can_be_announced(before, section):  # of an account the outline knows
            self._run = _Run(self._announced, section.level, before.stance if before else "context", before.id if before else None)
        elif self._run is not None and section.id == self._run.above and self._run.stand == "plan":
            return self._run.stand
        elif self._run is not None and section.level < self._run.level:
            self._run = None
        inherited = self._run is not None and section.stance in ("context", self._run.inherited)
        if inherited and self._run is not None and self._run.stand == "problems" and vote(section.title, has_figures=False) < 0:
            return stance  # 深入整顿金融秩序 is what is done about the problems
        return self._run.stand if self._run is not None and inherited else stance

    def _stance_of(self, section: Section | None) -> Stand:
        if section is None:
            return self._genre
        if section.task is not None and self._task_list:
            return "plan"
        if section.id in self._doubted or (self._mixes and heading_stance(section.title) is None):
            return "unknown"
        if section.stance == "context":
            return self._base if self._genre == "unknown" and self._base != "problems" else self._genre
        return section.stance

    def _follow(self, text: str, cues: Sequence[Cue]) -> None:
        names = {cue.name for cue in cues}
        if self._here == "problems" and "bright" in names and names.isdisjoint(("problem", "shortfall")) and not names_trouble(text, 0):
            self._here = "review"
        for cue in cues:
            if cue.name == "aware" and self._here != "problems" and names_trouble(text, cue.start):
                self._here = "problems"
            elif self._base == "unknown" and cue.name in _TURNS and self._here != "problems":
                self._here = _TURNS[cue.name]


def _still_ahead(period: Period | None) -> frozenset[CueName]:
    """Return which cues name a time that lies ahead of a report on `period`; all of them where the report names no period."""
    if period is None or period.end.month <= JUNE:
        return frozenset({"later", "last_quarter"})
    return frozenset({"last_quarter"}) if period.end.month <= SEPTEMBER else frozenset()


def _is_good_news(clause: Clause, *, among_problems: bool) -> bool:
    """Return whether a sentence without cues reports: the naming of problems is over, though nothing said so, or has not begun."""
    text = clause.text
    if names_trouble(text, 0):
        return False
    says = vote(text, has_figures=bool(clause.figures))
    if says >= BACK_TO_REVIEW and not among_problems:
        return True
    if _FAIR.search(text) is None or text.startswith(_CALLS):
        return False
    return says >= BACK_TO_REVIEW or (says >= -1 and _DENIES.search(text) is None)  # 任务落实较好 tells with a verb of plans


def _calls_for_deeds(text: str, cues: Sequence[Cue]) -> bool:
    """Return whether a sentence that begins like a command names nothing wrong itself, as 要看到… does."""
    return all(cue.name not in ("aware", "naming", "problem", "shortfall") for cue in cues) and not names_trouble(text, 0)


def _can_be_announced(before: Section | None, section: Section) -> bool:
    """Return whether a section can be what the sentence before it announced: a subsection, or the first of a new enumeration."""
    deeper = before is None or section.level > before.level
    return deeper or (section.label is not None and _FIRST_LABEL.match(section.label) is not None)


def names_trouble(text: str, start: int) -> bool:
    """Return whether `text` names something wrong from `start` on, before anything is said to be done about it."""
    for cue in trouble_words().find(text[start:]):
        return cue.name == "trouble"
    return False
