"""Clauses and figures → judgements: which kinds a clause states, and the kind of each of its figures.

A statement takes its kind from its place: reviews achieve, plans promise, problem sections name risks (`passages` follows the place
through the text, `tenses` reads it where no heading tells). A heading that its clauses plainly speak against is not believed
(`contradictions`). Words override the place part by part (`parts`), and a figure may differ from its part (`figure_kinds`). A fact is of
one kind; only a goal that was missed is an outcome and a risk at once. A clause that says nothing of the kind (`ceremony`, `asides`,
`slogans`) gets no kind: it is context. Which item a figure goes into is left to the extractor.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..annotating import Clause, Judgement
from ..cautions import Caution
from ..duties import read_duty
from ..figures.figure import FoundFigure
from ..genres import genre
from ..metadata import ReportMeta
from ..models import Kind, KindBasis
from ..spans import Span
from ..spared import holds
from .asides import aside_of, is_transcript
from .ceremony import honours, is_ceremony
from .contradictions import names_no_problem, sections_without_problems, sets_goals, turned_stretches
from .cues import Cue, CueName, kind_cues
from .entries import list_heads
from .figure_kinds import figure_kind, is_background, may_hold_goals, stands_already
from .parts import ACHIEVED, FELL_SHORT, KINDS_OF_STAND, PROMISED, WRONG, Part, is_dated, names_wrong, read_parts
from .passages import Passages, Stand
from .provisions import blanks_in, is_article, is_provision, sets_rules
from .rows import judge_row
from .slogans import announces_nothing, argues, is_label, looks_around, opens_with_a_deed, professes, rouses, teaches
from .states import retrospects, says_what_is, says_what_is_wrong, tells_of_calamity
from .tenses import LEAN, LEAN_OF_PLANS, LEANS_OF_STANCES, read_tenses, vote
from .years import Horizon, by_years

KINDS: tuple[Kind, ...] = ("achievement", "target", "risk")

PLAINLY_DONE = 2
"""From this vote on (see `tenses`) a sentence with a sign of the past is an outcome even inside a plan: 截至6月底,已整改186个."""

_PAST = re.compile(
    r"已(?<![不而自]已)(?!有的)|了(?<![为除未不明]了)(?!解)|截[至止]"
    r"|(?:去年|上年)(?<![比较与到占在].年)(?!同期|末|实际|水平|基数|数)|近年来|以来|过去(?!的)|此前"
)
"""Signs of the past that no plan uses of itself. 同比, 比上年 and verbs of reaching are none: targets are told with them too. What must not
stand before a word is looked for behind it: `re` then finds the words by their first characters."""

SAID_OUTRIGHT = 2
"""What a promise or a problem weighs against what a sentence tells besides: they are put in words, what was done goes without any."""

_COMMANDS = re.compile(
    r"(?:鼓励|支持|引导|推动|督促|对|将|把)[^,，。]{0,8}已|(?:提出|确定|设定|安排)[^,，。了已]{4,30}左右"
    r"|[^。]{0,60}(?:左右|以上|以内)[,，](?:主要|充分|既)?(?:体现|考虑|兼顾|有利于|符合|衔接)"
    r"|(?:为[^,，。]{2,16}[,，])?《(?:规划)?(?:纲要|规划)(?:[（(]草案[）)])?》(?:提出|明确|安排|确定|部署)"
    r"|[^,，。]{0,14}(?:提出|明确|确定)了?(?:今后|未来)[^,，。]{1,40}(?:任务|目标|思路|举措)"
)
"""How a sentence of a plan begins that asks for something, though it speaks of what is (鼓励已建成的园区…), or explains its aim
(《纲要》提出了今后五年的主要任务)."""

_WILL = re.compile(r"[^已正即]将(?:比|会|达|增|使|为(?!主)|在|从|由|把|更|得到|进一步|继续)")
"""What will be: 实现了这个目标,国民生产总值将比1980年增长1.7倍."""

_TO_COME = frozenset({"goal", "expect", "later", "last_quarter", "onward", "promise", "ensure"})

_ROUGH_GROWTH = re.compile(r"(?:增长|下降|提高|增加|降低|减少)(?:[\d.]+(?:%|个百分点)[、和]?){0,3}[\d.]+(?:%|个百分点)(?:左右|以上|以内)")
_MEASURES = re.compile(
    r"(?:安排|投入|拨付|下达|落实|兑现|发放)[^,，。;；的]{0,10}\d[\d.]*[万亿]+元[^的]|(?:增长|下降|提高|降低|减少|增加|回落|上升|缩小|扩大|达到?|为(?=[\d.]+(?:%|、)))了?\d"
)
"""Something measured is told, in any document, though no word says when: 占比分别提高2.3和1.7个百分点."""
_OF_THE_GOAL = re.compile("[^,，。;；]{0,24}的(?:预期|约束性|年度|规划|计划)?(?:目标|任务|指标)")
_TELLS_NOTHING = frozenset({"bright", "aware", "naming", "review", "plan"})
"""Cues that alone make no statement of a sentence that reasons, or looks at the world around."""

A_SHRED = 4
"""Fewer characters and no figure state nothing: 二要, 规范."""

_PROMISES = frozenset({"promise", "ensure", "onward", "goal"})
_OUGHT_WITHIN = 40
_LABEL_REACH = 6
"""So many characters a label and a subject may take before the first word of a promise."""

_OUGHT = re.compile(
    r"[\s①-⑳(（一二三四五六七八九十)）、.．\d]{0,6}是?(?:(?:对[^,，。;；]{2,30}的[,，]|我们讲[^,，。]{1,8}[,，]就是|在[^,，。;；]{2,12}[内中上下][,，]|经过[^,，。;；]{2,20}[,，]|今后|同时|因此|另外|并且|而且|一方面|另一方面)[,，]?)?"
    r"(?:我们|所有[^,，。;；]{1,8}|各级[^,，。;；]{0,8}?|各(?:地|部门|单位|方面)[^,，。;；]{0,8}?|[\u4e00-\u9fff、]{0,10}(?:工作|调控|建设|企业|单位|部门|工业|政府))?"
    r"(?:都|还|也|就|仍|必须)*(?:一定)?要(?![素求点么是忘])"
)
"""How a sentence begins that says what ought to be done, in a review too: 要有计划地成立专业公司, 所有企业都要…."""

_ASSIGNED = re.compile(
    r"[(（][^()（）]{0,60}(?:牵头|责任单位|责任部门|配合单位|负责|配合|月底前|年底前|前完成|完成时限)[^()（）]{0,60}[)）][。；;，,]?$"
)
"""（市商务局负责）, （9月底前完成，责任单位：市住建局）."""

_GRANTS = re.compile(
    "(?:给予|予以)[^了，。]{0,50}(?:奖励|补助|补贴|资助|贴息|奖补|支持|优惠|减免)|(?:^|[，；。、.])对[^。；]*(?:给予|予以)"
    "|的[,，](?:按照?|每|一次性)[^了，。]{0,30}(?:奖励|补助|补贴|资助|奖补|发放|扣减|扣除)"
    r"|(?:奖励|补助|补贴|资助|奖补)[^了，。\d]{0,8}(?:最高|不超过)?\d[\d.]*(?:[万亿]?元|[%％])"
)
_HAVING = re.compile("(?:累计)?已[^了，。；]{0,24}的")
"""What somebody must have done who is given something: 对累计已完成投资额50%以上|的项目."""
_OF_GRANTS = ("给予", "予以", "的，", "奖励", "补助", "补贴", "资助")

_SEES = re.compile("仍|目前|当前|近年来|面临")
"""What a sentence has that looks at the state of things, in a document of rules too."""
_OF_APPLYING = ("奖励条件", "申报条件", "申请条件", "补贴条件", "补助条件", "支持条件", "申报程序", "申请程序")
"""How the heading of a section of a policy ends that says who may apply and how."""
_SENTENCE_ENDS = ("。", "；", ";", "！", "!", ",", "，", ".")
"""A line without one of these and without a telling word is a title, a date, a name."""

_YEARS_ON = ("五年来", "过去五年", "一年来", "过去一年", "五年间", "四年来", "三年来")
_CONCEDES, _BUT = re.compile(r"[,，]?(?:尽管|虽然?)"), re.compile(r"[,，]?(?:但|却|仍)")
"""尽管难度很大,但改革进展顺利: what is conceded is not what is told."""
_HOLDS_BACK = re.compile(
    r"是(?:影响|制约|阻碍|妨碍|造成|导致|引起)[^,，。;；]{2,24}的(?:一个)?(?:重要|主要|根本|直接|基本)原因(?:之一)?[。;；]$"
)
"""How a sentence ends that names what holds things back: …规模过大,是影响经济稳定的重要原因."""
_MISDEEDS = re.compile(
    r"(?:(?:现在|目前|当前|近来|但是?|特别是|去年)[,，]?)*(?:仍|还)?有?(?:不少|一些|有些|许多|有的|部分|个别|少数)(?:地方|单位|部门|企业|地区|机关|干部)"
    r"[^,，。;；了要]{0,10}(?:盲目|滥发|乱发|违反|随意|突击|擅自|任意|挥霍|铺张|弄虚作假|热衷于|片面追求)"
)
"""How a sentence begins that tells what some do wrong, whatever it stands among: 现在不少单位盲目扩建办公楼."""
_FORM_LABELS = ("名称", "代码", "信息", "列表", "类", "汇总表", "一览表", "方向", "姓名", "日期", "签字", "负责人")
"""How a line of a form ends that begins like a deed: 联合单位信息."""

Figures = Mapping[int, FoundFigure] | Sequence[FoundFigure]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A clause with its cues and its place."""

    clause: Clause
    cues: list[Cue]
    stand: Stand
    turned: bool = False
    """Whether the clause and its neighbours speak against their heading."""


_PLAIN: dict[Stand, Judgement] = {stand: Judgement(kinds, (), "section") for stand, kinds in KINDS_OF_STAND.items()}
"""The judgement of most clauses: no figures, no cues."""
_NOTHING = Judgement((), ())


class KindReading(NamedTuple):
    """What the clauses of a report state, and where headings and clauses contradict each other."""

    judgements: tuple[Judgement, ...]
    cautions: tuple[Caution, ...]


def judge_clauses(clauses: Sequence[Clause], figures: Figures, meta: ReportMeta) -> tuple[Judgement, ...]:
    """Return a judgement for every clause, in order.

    `clauses` is a run of consecutive clauses of one report; `figures` holds at least theirs, by number. Headings are context.
    """
    return read_kinds(clauses, figures, meta).judgements


def read_kinds(clauses: Sequence[Clause], figures: Figures, meta: ReportMeta) -> KindReading:
    """Return a judgement for every clause, in order, and where a section speaks against its heading; arguments as `judge_clauses`."""
    cues = [kind_cues().find(clause.text) for clause in clauses]
    doubted = sections_without_problems(clauses, cues)
    passages, horizon = Passages(meta, {section.id for section in doubted}), Horizon.of(meta)
    is_report = meta.kind != "other"
    transcript = not is_report and is_transcript(clauses)
    policy = genre(meta.kind).policy
    rules = policy and sets_rules(clauses)
    if rules:  # 违法违规行为的举报人 names what a rule is about
        cues = [
            found if _SEES.search(clause.text) is not None else [cue for cue in found if cue.name not in WRONG]
            for clause, found in zip(clauses, cues, strict=True)
        ]
    blanks = blanks_in(clauses) | _bare_entries(clauses) if policy else frozenset()
    lean = LEAN_OF_PLANS if meta.kind == "plan" else LEAN
    placed = _settled(
        [
            _place(clause, found, passages, horizon, transcript=transcript, policy=policy, rules=rules, blank=index in blanks)
            for index, (clause, found) in enumerate(zip(clauses, cues, strict=True))
        ],
        lean,
        is_report=is_report,
        rules=rules,
    )
    reviewed = meta.period.end.year if meta.period is not None else None
    turns = [] if genre(meta.kind).tasks else turned_stretches(placed, reviewed)
    for turn in turns:
        for index in range(turn.first, turn.last + 1):
            text = placed[index].clause.text
            sets = rules or sets_goals(text) or (policy and _grants(text))
            if placed[index].stand in LEANS_OF_STANCES and not (turn.tense == "review" and sets):
                placed[index] = replace(placed[index], stand=turn.tense, turned=True)
    placed = [replace(one, stand="plan", turned=True) if one.stand == "review" and _ought(one) else one for one in placed]
    if is_report:
        for index in [*retrospects(placed)]:
            placed[index] = replace(placed[index], stand="review", turned=True)
    cautions = (*map(names_no_problem, doubted), *(turn.caution for turn in turns if turn.caution is not None))
    return KindReading(tuple(_judge(one, figures, passages.ahead, horizon, meta) for one in placed), cautions)


def _bare_entries(clauses: Sequence[Clause]) -> frozenset[int]:
    """Return the places of the entries without figures of lists of papers, conditions and cases.

    In a document that says what is given, conditions with figures too: they only say of what kind those are who may get it.
    """
    heads = list_heads(clauses)
    if not heads:
        return frozenset()
    texts = {clause.number: clause.text for clause in clauses}
    supports = any(clause.figures and _SUPPORT.search(clause.text) is not None and _grants(clause.text) for clause in clauses)
    asks = {number for number, head in heads.items() if supports and _ASKS_FOR.search(texts[head]) is not None}
    return frozenset(
        index
        for index, clause in enumerate(clauses)
        if clause.number in heads and (not clause.figures or (clause.number in asks and not _grants(clause.text)))
    )


_SUPPORT = re.compile("奖励|补助|补贴|资助|奖补|贴息")
_ASKS_FOR = re.compile("(?:具备|符合|满足)[^,，。;；]{0,12}(?:条件|标准|要求)")


def _place(
    clause: Clause, cues: list[Cue], passages: Passages, horizon: Horizon, *,
    transcript: bool, policy: bool = False, rules: bool = False, blank: bool = False,
) -> _Placed:  # fmt: skip
    stand = passages.enter(clause, cues)
    if blank or (policy and clause.section is not None and clause.section.title.endswith(_OF_APPLYING)):
        return _Placed(clause, cues, "silent")
    if clause.heading:
        return _Placed(clause, cues, "plan" if passages.states_a_task(clause) else "silent")
    if clause.cell is not None and clause.cell.stand is not None:
        return _Placed(clause, cues, clause.cell.stand)
    shred = len(clause.text) <= A_SHRED and not clause.figures
    shred = shred or (policy and not cues and not clause.figures and _is_line_of_form(clause.text)) or (policy and is_provision(clause))
    if shred or is_ceremony(clause, cues) or aside_of(clause.text, transcript=transcript) is not None:
        return _Placed(clause, cues, "silent")
    whole = Span(0, len(clause.text))
    if stand == "unknown" and (_begins_like_a_promise(clause.text, cues) or horizon.lies_ahead(clause.text, whole)):
        return _Placed(clause, cues, "plan")
    asked = stand != "silent" and (
        is_article(clause.text)
        or _is_assigned(clause.text)
        or (policy and stand in ("unknown", "review") and (_binds(clause.text) or _grants(clause.text)))
        or (rules and bool(clause.figures) and _PAST.search(_HAVING.sub("", clause.text)) is None)
    )
    return _Placed(clause, cues, "plan" if asked else stand)


def _is_line_of_form(text: str) -> bool:
    """Return whether a line without any stop is one of a form, a list of titles or a table of contents: no deed opens it."""
    if text.endswith(_SENTENCE_ENDS) or "，" in text or "," in text:
        return False
    return text.endswith(_FORM_LABELS) or not opens_with_a_deed(text)


def _is_assigned(text: str) -> bool:
    """Return whether a sentence says in brackets who is to do it, or until when: then it is a task, wherever it stands."""
    return text[-3:].find("）") + text[-3:].find(")") > -2 and _ASSIGNED.search(text) is not None


def _begins_like_a_promise(text: str, cues: Sequence[Cue]) -> bool:
    """Return whether a sentence that stands under no telling heading promises from its first words on: 确保…, 力争…, 我们将…."""
    first = next((cue.name for cue in cues if cue.start <= _LABEL_REACH), None)
    return first in _PROMISES and vote(text, has_figures=False) <= 0


def _settled(placed: list[_Placed], lean: int, *, is_report: bool, rules: bool) -> list[_Placed]:
    """Return the clauses with a stance for those that headings leave open; they stay silent where no word tells either.

    In a report what stands among telling sentences tells, too; another document (`is_report` False) may hold anything. One that sets rules
    tells of nothing done.
    """
    unknown = [index for index, one in enumerate(placed) if one.stand == "unknown"]
    if not unknown:
        return placed
    votes = [vote(placed[index].clause.text, has_figures=bool(placed[index].clause.figures)) for index in unknown]
    some_tell = any(votes)
    for index, tense, value in zip(unknown, read_tenses(votes, lean), votes, strict=True):
        one = placed[index]
        tells = value != 0 or names_wrong(one.cues) or (is_report and some_tell and one.clause.text.endswith(_SENTENCE_ENDS))
        if not tells and one.clause.figures:
            aims = _aims(one)
            tells, tense = aims or _MEASURES.search(one.clause.text) is not None, "plan" if aims else tense
        tells = tells and not (rules and tense == "review" and _PAST.search(one.clause.text) is None)
        placed[index] = _Placed(one.clause, one.cues, tense if tells else "silent")
    return placed


def _aims(one: _Placed) -> bool:
    """Return whether a sentence that stands by itself sets a goal: it plans in words, or tells a growth roughly, as only aims are told."""
    return any(cue.name in _TO_COME for cue in one.cues) or _ROUGH_GROWTH.search(one.clause.text) is not None


def _looks_back(clause: Clause, cues: Sequence[Cue]) -> bool:
    """Return whether a sentence of a plan tells what was done."""
    names = {cue.name for cue in cues}
    tells = "review" in names
    if names & _TO_COME or not (tells or _PAST.search(clause.text)):  # most sentences end here: the cheapest look first
        return False
    if _binds(clause.text) or _grants(clause.text) or _COMMANDS.match(clause.text) is not None or _WILL.search(clause.text) is not None:
        return False
    return vote(clause.text, has_figures=bool(clause.figures)) >= (1 if tells else PLAINLY_DONE)


def _ought(one: _Placed) -> bool:
    """Return whether a sentence of a review says what ought to be done: then it is no outcome."""
    text = one.clause.text
    if one.turned or "要" not in text[:_OUGHT_WITHIN] or names_wrong(one.cues) or one.clause.cell is not None:
        return False
    return _OUGHT.match(text) is not None and _PAST.search(text) is None


def _binds(text: str) -> bool:
    """Return whether a sentence sets a duty: 已经提供材料的,受理单位不得拒绝 tells of no deed."""
    duty = read_duty(text)
    return duty is not None and duty.binds


def _grants(text: str) -> bool:
    """Return whether a sentence of a policy says what will be given: 对…企业,给予20万元奖励."""
    return holds(text, _OF_GRANTS) and _GRANTS.search(text) is not None and _PAST.search(_HAVING.sub("", text)) is None


def _is_of_task(clause: Clause) -> bool:
    """Return whether the clause stands in a numbered task: there every word is part of what is asked for."""
    return clause.section is not None and clause.section.task is not None


def _is_idle(clause: Clause, cues: Sequence[Cue]) -> bool:
    """Return whether a sentence of a plan, without figures, announces nothing."""
    if _is_of_task(clause):
        return False
    if rouses(clause.text):
        return True
    if any(cue.name != "bright" for cue in cues) or _binds(clause.text):
        return professes(clause.text) or (all(cue.name in _TELLS_NOTHING for cue in cues) and looks_around(clause.text))
    return announces_nothing(clause.text) and (professes(clause.text) or not _looks_back(clause, cues))


def _states_nothing_done(text: str, cues: Sequence[Cue]) -> bool:
    """Return whether a sentence of a review, without figures, tells a lesson or reasons; what is wrong or promised is told all the same."""
    if cues and teaches(text):
        return True
    if honours(text) or (not names_wrong(cues) and rouses(text)):
        return True
    if "必须" in text and not names_wrong(cues) and _PAST.search(text) is None:
        return True  # 履行政府职责,必须依法行政: what one ought to do is not what was done
    return all(cue.name in _TELLS_NOTHING for cue in cues) and argues(text)


def _judge(one: _Placed, figures: Figures, ahead: frozenset[CueName], horizon: Horizon, meta: ReportMeta) -> Judgement:
    clause, cues, stand = one.clause, one.cues, one.stand
    if any(figures[number].cell is not None for number in clause.figures):
        return judge_row([figures[number] for number in clause.figures], stand, meta)
    if stand == "silent":
        return Judgement((), (None,) * len(clause.figures))
    if not clause.figures and "原因" in clause.text and _HOLDS_BACK.search(clause.text) is not None:
        return Judgement(("risk",), (), "own")
    if not clause.figures and _MISDEEDS.match(clause.text) is not None:
        return Judgement(("risk",), (), "own")
    if stand == "plan" and not clause.figures and _is_idle(clause, cues):
        return _NOTHING
    if stand == "plan" and not clause.figures and not _is_of_task(clause):
        if says_what_is_wrong(clause.text):
            return Judgement(("risk",), (), "own")
        if says_what_is(clause.text):
            return _NOTHING
    if stand == "plan" and _looks_back(clause, cues):
        stand = "review"
    if stand == "review" and not clause.figures and (_states_nothing_done(clause.text, cues) or _heads_paragraphs(clause.text)):
        return _NOTHING
    if not clause.figures and not cues and not one.turned and not horizon.may_speak(clause.text):
        labels = stand == "review" and not clause.text.endswith(_SENTENCE_ENDS) and is_label(clause.text)
        return _NOTHING if labels or (stand == "review" and tells_of_calamity(clause.text)) else _PLAIN[stand]
    parts = by_years(clause.text, read_parts(clause.text, cues, stand, ahead), horizon)
    goals = may_hold_goals(clause.text)
    figure_kinds: tuple[Kind | None, ...] = tuple(
        [figure_kind(clause, figures[number], parts, goals=goals, among_problems=stand == "problems") for number in clause.figures]
    )
    if any(part.kinds == FELL_SHORT for part in parts):  # 下降12.5%,低于目标: how far it fell is the outcome
        figure_kinds = tuple(
            [None if _is_missed(clause, figures[n], parts) else "achievement" if kind == "risk" and figures[n].role != "count" else kind
             for n, kind in zip(clause.figures, figure_kinds, strict=True)]
        )  # fmt: skip
    if clause.figures and stand in ("plan", "review") and not _is_of_task(clause) and is_background(clause.text):
        return Judgement((), (None,) * len(clause.figures))
    if stand == "plan" and "target" in figure_kinds and not _is_of_task(clause):
        spans = [(figures[n].start - clause.start, figures[n].end - clause.start) for n in clause.figures]
        figure_kinds = tuple(
            ["achievement" if kind == "target" and stands_already(clause.text, *span) else kind
             for span, kind in zip(spans, figure_kinds, strict=True)]
        )  # fmt: skip
    if stand == "plan" and "achievement" in figure_kinds and _grants(clause.text):
        figure_kinds = tuple(["target" if kind == "achievement" else kind for kind in figure_kinds])  # what one must have done
    basis: KindBasis = "own" if one.turned or cues or vote(clause.text, has_figures=bool(clause.figures)) else "section"
    found = set(parts[0].kinds) if len(parts) == 1 and not clause.figures else _facts_in(clause.text, parts, figure_kinds)
    if found == {"achievement"} and stand == "review" and not clause.figures and tells_of_calamity(clause.text):
        return _NOTHING
    return Judgement(tuple([kind for kind in KINDS if kind in found]), figure_kinds, basis)


def _heads_paragraphs(text: str) -> bool:
    """Return whether a line is a heading that is a sentence without its stop: 五年来，不断扩大对外开放，积极发展对外交流."""
    return text.startswith(_YEARS_ON) and not text.endswith(_SENTENCE_ENDS)


def _is_missed(clause: Clause, figure: FoundFigure, parts: Sequence[Part]) -> bool:
    """Return whether a figure is a goal that was not reached and tells no outcome: 没有实现能耗降低|4%、排放减少|2%的目标."""
    at = figure.start - clause.start
    part = next((part for part in parts if part.span.start <= at < part.span.end), None)
    return part is not None and part.kinds == FELL_SHORT and _OF_THE_GOAL.match(clause.text, figure.end - clause.start) is not None


def _facts_in(text: str, parts: Sequence[Part], figure_kinds: Sequence[Kind | None]) -> set[Kind]:
    """Return the kinds of the facts that a clause tells: those of its figures, else the one that most of its words speak of.

    A goal that was missed is an outcome and a risk, with figures or without; a promise with its date is a fact beside the figures of what
    was done (已完成80%,预计2022年3月底竣工).
    """
    kinds: set[Kind] = {kind for kind in figure_kinds if kind is not None}
    if any(part.kinds == FELL_SHORT for part in parts):
        kinds.update(FELL_SHORT)
    if kinds and any(part.kinds == PROMISED and is_dated(text, part.span) for part in parts):
        kinds.add("target")
    if not kinds:
        words: Counter[Kind] = Counter()
        for part in parts:
            if _CONCEDES.match(text, part.span.start) is not None and _BUT.match(text, part.span.end) is not None:
                continue
            weight = 1 if part.kinds == ACHIEVED else SAID_OUTRIGHT
            words.update(dict.fromkeys(part.kinds, weight * (part.span.end - part.span.start)))
        kinds.update(kind for kind, _ in words.most_common(1))
    return kinds
