"""What a digest leads with: of each kind the first by rank that a reader would want, one place for a fact.

Comes in: ranked items, and the panel that stands beside them. Goes out: their ids. Needs nothing but what a digest holds, so that it can
be worked out anew from one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cache

from reportsum import lazy_re as re

from .cutting import is_chinese
from .models import Achievement, Digest, Item, Leading, PanelRow, Risk, Target
from .naming import metric_key
from .openers import points_back
from .problems import LEAST_LISTED, is_elsewhere, is_mild, is_opinion, is_supposed, listed_problems, misses_a_goal, tells_a_state
from .tables import read_table
from .traits import holds_something, in_working_text, is_money, is_named, is_sheet_line, own_figures, own_part
from .weights import weights

LEADING = 10
"""So many items of each kind lead."""
FROM_PANEL = 8
"""So many of the leading items may be told by the panel too."""
OF_ONE_CLAUSE = 3
"""So many facts without an indicator of one clause lead, goals apart: a list is no front page."""
OF_ONE_LIST = 6
"""So many problems of one clause lead: reports tell all of theirs in one."""
OF_ONE_SHEET = 5
"""So many lines of a data sheet lead where its prose has something to tell."""
UNLISTED = 3
"""So many problems lead where the report lists none."""
LAST_ALONE = 6
"""Up to this rank: the others are reasons of measures."""
TOLD_TWICE = 80
"""From this weight on an indicator's year leads beside what the years together brought: growth and jobs."""
LAST_WITHOUT_FIGURE = 40
"""Up to this rank a task without a figure may lead: what is named late and last is no front page."""
OUTLOOK = 2
MANY_BEYOND = 4
"""So many targets that look beyond the plan's time lead where so many indicators have one."""


def leading(
    achievements: Sequence[Achievement],
    targets: Sequence[Target],
    risks: Sequence[Risk],
    panel: Sequence[PanelRow] = (),
    led: Collection[str] = (),
) -> Leading:
    """Return what leads: of each kind the first by rank, one place for an indicator and period.

    No routine ones lead, but for those that an extractor leads with (`led`, ids).

    The panel stands beside it, so no more than `FROM_PANEL` of its main figures lead where there is something else to tell.
    """
    shown = frozenset(row.item for row in panel if row.main)
    planned = [row.period.end for row in panel if row.main and row.kind == "target" and row.period is not None]
    told = [item for item in achievements if item.id in led] if _is_talk(achievements) else achievements
    return Leading(
        achievements=_ids(_first(told, shown, led)),
        targets=_ids(_with_outlook(_first(targets, shown, led), targets, max(planned, default=None))),
        risks=_ids(_first(_worth_leading(risks, led), frozenset(), led)),
    )


def _is_talk(achievements: Sequence[Achievement]) -> bool:
    """Return whether what is told as done is what people say in a debate: hardly any of it has a time, much is of us, him and the chair.

    A review is of a time; the minutes of questions and answers report nothing.
    """
    timed = sum(item.period is not None for item in achievements)
    spoken = sum(_SPEAKS.search(item.statement) is not None for item in achievements)
    return len(achievements) >= LEADING and timed * LEAST_TIMED < len(achievements) and spoken * OFTEN_SPOKEN >= len(achievements)


LEAST_TIMED = 20
OFTEN_SPOKEN = 4
"""Fewer than one outcome in so many has a time, and one in so many or more is spoken: a debate."""
_SPEAKS = re.compile(r"我们(?!国)|我(?![国省市区县州们])|[他她你您](?![们国人])|主席|议员|阁下")


def _worth_leading(risks: Sequence[Risk], led: Collection[str]) -> list[Risk]:
    """Return the risks that may lead: goals that were missed, what a figure or an indicator tells, and those of the report's own list of
    problems whose state could be looked up.

    Where the report has no such list, a few that stand by themselves may. What the world or another place suffers, what people think of
    it, and how things are made in general leads nothing: a report without a problem of its own that could be looked up leads with none.
    """
    own = [risk for risk in risks if risk.id in led or _is_of_the_place(risk)]
    listed = listed_problems(risks)
    told = [risk for risk in own if risk.id in led or own_figures(risk) or misses_a_goal(own_part(risk))]
    others = [risk for risk in own if risk not in told and _tells_a_state(risk)]
    alone = sorted((risk for risk in others if risk.indicator is None and risk.id not in listed), key=lambda risk: risk.rank)
    if len(listed) > LEAST_LISTED:
        known = [*told, *[risk for risk in others if risk not in alone]]
        general = sorted((risk for risk in own if risk.id in listed and risk.salience != "routine"), key=lambda risk: risk.rank)
        return known or general[:1]  # its sentence counts up the others
    named = [risk for risk in alone if risk.rank <= LAST_ALONE and _is_told_as_a_fact(risk)]
    return [*told, *[risk for risk in others if risk not in alone], *named[:UNLISTED]]


def _is_of_the_place(risk: Risk) -> bool:
    part = risk.metric or own_part(risk)
    return not is_elsewhere(part, risk.statement) and (
        bool(own_figures(risk)) or not is_opinion(part if is_chinese(part) else risk.statement)
    )


def _is_told_as_a_fact(risk: Risk) -> bool:
    return not is_supposed(risk.statement) and (risk.metric is not None or not is_chinese(risk.statement))


def _tells_a_state(risk: Risk) -> bool:
    """Return whether a problem can be looked up; of one without a name a part of its sentence tells."""
    parts = [risk.metric] if risk.metric is not None else own_part(risk).split("，")
    return not is_mild(_said_of(risk)) and any(tells_a_state(part, counted=risk.indicator is not None) for part in parts)


def _said_of(risk: Risk) -> str:
    """Return the part of a Chinese statement between marks that tells of a problem: its name, and what is said of it."""
    name = risk.metric
    if name is None or not is_chinese(risk.statement) or name not in risk.statement:
        return ""
    behind = risk.statement[risk.statement.index(name) + len(name) :]
    return name + re.split("[，；。、]", behind, maxsplit=1)[0]


def leading_of(digest: Digest) -> Leading:
    """Return what leads in a digest, worked out anew from the ranks of its items."""
    return leading(digest.achievements, digest.targets, digest.risks, digest.panel)


def _first(items: Sequence[Item], shown: frozenset[str], led: Collection[str]) -> list[Item]:
    chosen: list[Item] = []
    waiting: list[Item] = []
    measured = {_slot(item) for item in items if _is_measured(item)}
    for item in sorted(items, key=lambda item: item.rank):
        if item.id not in led and (not _may_lead(item) or (not _is_measured(item) and _slot(item) in measured)):
            continue
        if any(_tells_again(item, other) for other in (*chosen, *waiting)) or _lists_on(item, chosen):
            continue
        if _must_wait(item, chosen, shown):
            waiting += [item] if len(waiting) < LEADING else []
        else:
            chosen.append(item)
        if len(chosen) == LEADING:
            break
    chosen += waiting[: LEADING - len(chosen)]
    return chosen


def _slot(item: Item) -> tuple[str, str | None] | None:
    """Return the place that an item with an indicator takes: the indicator and its time."""
    return (item.indicator, item.period.label if item.period is not None else None) if item.indicator is not None else None


def _is_measured(item: Item) -> bool:
    """Return whether an item with an indicator holds a value or a change of it, not only a rank: 率先实现回升 is no GDP."""
    return item.indicator is not None and any(figure.role not in ("rank", "other") for figure in item.figures)


def _with_outlook(leaders: list[Item], items: Sequence[Item], planned: dt.date | None) -> list[Item]:
    """Return the leading targets with one that looks beyond the plan's time, where the report has one: it takes the last place.

    A report that sets the goals of a plan of years beside those of the year (`MANY_BEYOND`) has two such places.
    """
    if planned is None:
        return leaders
    beyond = sorted((item for item in items if _looks_beyond(item, planned)), key=_as_outlook)
    led = [leader for leader in leaders if _looks_beyond(leader, planned)]
    places = OUTLOOK if len({item.indicator for item in beyond}) >= MANY_BEYOND else 1
    told = {leader.indicator for leader in leaders}
    first = [item for item in beyond[:1] if item not in led]
    fresh = [item for item in beyond[1:] if item not in led and item.indicator not in told]
    more = [*first, *fresh[: max(0, places - len(led) - len(first))]]
    near = [leader for leader in leaders if leader not in led]
    led = led[: max(places, len(led) - len(more))]
    return [*near[: LEADING - len(led) - len(more)], *led, *more]


def _as_outlook(item: Item) -> tuple[int, int]:
    """Return how goals of a plan of years follow one another: growth first, whatever the year's goals are."""
    return -weights().of_indicator(item.indicator, "target"), item.rank


def _looks_beyond(item: Item, planned: dt.date) -> bool:
    return item.indicator is not None and bool(own_figures(item)) and item.period is not None and item.period.end > planned


def _ids(items: Sequence[Item]) -> list[str]:
    return [item.id for item in sorted(items, key=lambda item: item.rank)]


def _must_wait(item: Item, leaders: Sequence[Item], shown: frozenset[str]) -> bool:
    """Return whether an item leads only where room is left: the panel or a data sheet has its share, or its indicator leads already."""
    if item.id in shown and sum(leader.id in shown for leader in leaders) >= FROM_PANEL:
        return True
    if is_sheet_line(item.statement) and sum(is_sheet_line(leader.statement) for leader in leaders) >= OF_ONE_SHEET:
        return True
    if item.indicator is None or _is_told_twice(item, shown):
        return False  # the year's own growth beside what the years together brought: two headlines
    return any(leader.indicator == item.indicator for leader in leaders)


def _is_told_twice(item: Item, shown: frozenset[str]) -> bool:
    return item.id in shown and weights().of_indicator(item.indicator, "achievement") >= TOLD_TWICE


def is_procedure(text: str) -> bool:
    """Return whether a text tells of a step of a procedure, a paper to hand in, a condition to meet."""
    return _procedure().search(text) is not None


def _may_lead(item: Item) -> bool:
    """Return whether an item tells a reader something by itself: nothing routine, no step of a procedure, no general measure."""
    if item.salience == "routine":
        return False
    if isinstance(item, Risk):
        return True
    part = own_part(item)
    chinese = is_chinese(part)
    if not item.figures and _TORN.search(item.statement):
        return False
    if is_procedure(_PROOF.sub("", part) if any(map(is_money, own_figures(item))) else part) or _SETS_CONDITIONS.match(item.statement):
        return False
    if item.indicator is None and points_back(item.statement):
        return False
    if item.metric is None and {figure.role for figure in own_figures(item)} == {"rank"}:
        return False  # the second largest of nobody knows what
    if not chinese and own_figures(item) and all(_of_a_group(figure.text, part) for figure in own_figures(item)):
        return False
    if not chinese and (_AS_EXAMPLE.search(item.statement) or (isinstance(item, Target) and _OF_THE_PAST.search(part))):
        return False
    if item.figures or item.indicator is not None:
        return _COMPARES.match(part) is None
    if isinstance(item, Target) and chinese and (_is_vague(part, item.metric) or _ORGANISES.search(part)):
        return False
    if isinstance(item, Target) and item.deadline:
        return _COMPARES.match(part) is None
    if item.salience == "headline" and item.period is not None and item.basis.period in ("own", "carried"):
        return True
    if isinstance(item, Target) and chinese:
        return item.rank <= LAST_WITHOUT_FIGURE and _is_task(item, part)
    if _GENERAL.match(part):
        return is_named(part)
    owned = isinstance(item, Target) and _BODY.search(item.owner or "") is not None
    return owned or holds_something(item.statement, planned=isinstance(item, Target))


def _is_task(item: Target, part: str) -> bool:
    """Return whether a target without a figure names a work, a pilot or a document: what can be looked for. Who does it is not enough."""
    if _PILOT.search(item.statement):
        return True
    if _ENFORCES.match(part):
        return False
    if _BINDS.match(part):
        return is_named(part) or _OF_THE_WHOLE.search(part) is not None
    if _GENERAL.match(part):
        opens = part.split("，", 1)[0]
        return (_IN_QUOTES.search(opens) is not None and is_named(opens)) or _OF_THE_WHOLE.search(opens) is not None
    return (
        is_named(_opens(part, item.metric))
        or _OF_THE_WHOLE.search(part) is not None
        or _DATED.search(item.statement) is not None
        or _WORK.search(_opens(part, item.metric)) is not None
    )


def _is_vague(part: str, name: str | None) -> bool:
    """Return whether an aim in words says only that things will be better or many, by whatever year."""
    opens = _opens(part, name)
    return (_BETTER.search(opens) or _MANY.search(opens) or _MANY.search(name or "")) is not None and re.search(
        r"\d", _YEARS.sub("", opens)
    ) is None


def _opens(part: str, name: str | None) -> str:
    """Return the piece between commas in which a task of this name stands, else the first."""
    parts = part.rstrip("。；").split("，")
    called = (name or "").rstrip("等")
    return next((one for end in (called, called[-4:]) if end for one in parts if end in one), parts[0])


_BETTER = re.compile(
    r"(?:持续|不断|更加|更为|较为|进一步|显著|明显|大幅|广泛|稳步|有效|全面(?=[提优增深加发完]))[\u4e00-\u9fff]{2,6}(?:的[\u4e00-\u9fff]{2,12})?$"
    r"|生态(?:体系|链|圈|系统)|影响力|竞争力|(?:突出|性强|较强)的|^(?:持续|不断|进一步)?加大[^，。；]*力度|^(?:鼓励|引导)|评选|培训|新(?:模式|业态)|(?:模式|成效|效应|格局|局面|氛围|增长点|新动能|台阶|优势)$"
    r"|(?:国内|全国|国际|世界|全球)[^，。；]{0,4}(?:领先|先进行列|前列|一流)"
)
_MANY = re.compile(r"一批|等[^，。；]{0,8}(?:标准|规范|规程)$|各类[^，。；]+$")
"""What is promised without a number: 打造一批平台, 制定接口等标准."""
_YEARS = re.compile(r"(?:19|20)\d\d")
_ORGANISES = re.compile(
    r"(?:协[调同]|工作|推进|联动|反馈|问责|责任|考核|激励|审核|监督|会商|沟通|安全|管理|容错)[\u4e00-\u9fff、]{0,6}(?:机制|制度)(?:建设|建立)?(?:$|[，。；、和])"
)
"""How an office works is no deliverable: 建立协调推进机制, 建立安全管理制度."""
_BINDS = re.compile(r"(?!本|全)[^，；]{2,60}?(?:单位|部门|主体|机构|企业|政府|委员会)(?:应当?|须|要)(?!在?\d)")
"""A standing duty of whoever it concerns: 运营单位应当明确策略."""
_PROOF = re.compile(r"(?:凭证|保函|证明)(?=[；。，、或]|$)")
"""The paper that proves a sum: what it demands is the sum."""
_SETS_CONDITIONS = re.compile(r"(?:第[一二三四五六七八九十百]+条)?\s*(?:具备|符合|满足)[^。]*(?:：|:)$")
"""The opening of a list of technical conditions."""
_GROUPS = ("lowest", "bottom", "top", "poorest", "richest")


def _of_a_group(figure: str, part: str) -> bool:
    """Return whether a figure only says which group is meant: the lowest 20%."""
    return part.partition(figure)[0].rstrip().lower().endswith(_GROUPS)


_AS_EXAMPLE = re.compile(r"\bas an example\b|\b(?:for example|for instance)\b", re.IGNORECASE)
_OF_THE_PAST = re.compile(r"\b(?:over|in|during) the (?:past|last) (?:[\w-]+ )?(?:years|decades?|months|quarters)\b")
"""What a forecast is compared with is no target: lower than the 4.5 per cent over the past ten years."""
_OF_THE_WHOLE = re.compile(r"(?:全国|国家|全省|全市|全区)[\u4e00-\u9fff、]{2,18}?(?:平台|体系|系统|目录|网络|数据库|枢纽)")
"""What there is one of in the whole place: 全国一体化政务大数据体系."""
_IN_QUOTES = re.compile("《[^》]+》|“[^”]{2,20}”")
_TORN = re.compile(r"[\u4e00-\u9fff，、]\s*\d{1,3}$")
"""Cut where a page ends: its number stands behind the half sentence."""
_COMPARES = re.compile(r"(?:This|That|It) (?:is|was|will be) (?:\w+ )?(?:higher|lower|more|less|larger|smaller|up|down|better|worse)\b")
"""Behind it stands only what a figure told before is compared with."""
_GENERAL = re.compile(
    r"[^，；]{0,60}?(?:应当?|要|须|可|主管部门|单位)(?:积极|充分|切实|进一步)?(?:做好|加强|加大|强化|提升|深化|提高|优化|完善|增强|支持|鼓励|引导|围绕)"
    r"|[^，；]{0,80}(?:部(?!门)|委|局|厅|政府|机构|协会)(?:积极|充分|切实|进一步)?(?:做好|加强|加大|强化|提升|深化|提高|优化|完善|增强|支持)"
    r"|(?:积极|充分|切实|进一步|持续|大力|不断)*(?:做好|加强|加大|强化|提升|深化|提高|优化|完善|增强|支持|鼓励|引导|围绕|关注|推[动进广]|跟踪)"
)
"""How a general measure begins: what it holds must be called by a name to tell something."""
_DATED = re.compile(r"\d{4}年\d{1,2}月|(?:年|月)?底前|年内(?:完成|实现|建成)|(?:前|内)(?:完成|实现|建成)|[与和][^，。]{2,16}同步")
"""What says by when, or is measured by another quantity: 居民收入增长与经济增长同步."""
_PILOT = re.compile(
    r"在(?!各|部分|有条件|一些|重点|全国|更大)[\u4e00-\u9fff、]{2,12}(?:省|市|区|县|自治区)[^，。；]{0,10}(?:试点|试行|先行)"
)
"""Where something is tried first, by its name: 今年将在云山省进行试点."""
_ENFORCES = re.compile(r"(?:严格|认真|全面|深入|切实|积极|坚持|必须|要|继续)*(?:执行|贯彻|落实|遵守|实施好)")
"""What is in force already is to be kept: nothing new."""
_WORK = re.compile(
    r"(?:建立|建设|建成|搭建|组建|成立|设立|制定|编制|出台|构建|打造|形成|发布|开通|开工|实施|抓好|启动|开展|完成|实现|取消|不再|扩大)"
    r"(?:健全)?(?!一批|若干|各类|各种|系列|国[内际]领先|世界领先|更加)[^，；。]{3,40}"
    r"(?:平台|标准体系|指标体系|机制|制度|中心|基金|目录|数据库|网络|系统|规划|方案|五年计划|[^本点]工程(?:建设)?|体制改革|试点(?:范围)?|领导小组|办公室|基地|园区?|公司|集团|名录|办法|条例|试验区|示范区|集聚[区地]|专网|行动|计划|全覆盖|电子化)"
)
"""A work that can be looked for: made, set up or written, and called by more than its kind."""
_BODY = re.compile(
    r"^(?!各|相关|有关|负责)[^，。]*?(?:部(?!门)|委|局|厅|署|院|(?<=[^家各业设])银行|办公室|人民政府)(?:[（、，和及会联]|$)|^(?:the )?[A-Z]"
)
"""An owner called by its name (国家能源局, 市工业和信息化局会同市公安局), not by its part in the matter (各地主管部门, 申报主体)."""


@cache
def _procedure() -> re.Pattern[str]:
    return re.compile("|".join(row["words"] for row in read_table("procedure_words.tsv", ("words", "why"))))


def _tells_again(item: Item, leader: Item) -> bool:
    """Return whether an item tells what one that leads already tells.

    That is: its indicator and period, a part of it (中央财政赤字 of 财政赤字), the other end of its range, or the very same figures.
    """
    if _places(item) and _places(item) == _places(leader):
        return True
    if (item.period and item.period.label) != (leader.period and leader.period.label) or _began(item) != _began(leader):
        return False
    if item.indicator is not None and item.indicator == leader.indicator:
        return True
    if item.metric is None or leader.metric is None:
        return item.statement == leader.statement or (item.indicator is None and _same_sum(item, leader))
    one, other = metric_key(_AN_END.sub("", item.metric)), metric_key(_AN_END.sub("", leader.metric))
    return one == other or (item.indicator is None and (one.endswith(other) or _names_the_same(item, leader)))


def _began(item: Item) -> int | None:
    """Return the year a value is told from, where that lies more than a year back: what the years together brought is no year's growth."""
    years = [figure.period.start.year for figure in item.figures if figure.base == "earlier" and figure.period is not None]
    return years[0] if years and item.period is not None and years[0] < item.period.end.year - 1 else None


_AN_END = re.compile(r"[ _]?(?:Max|Min|max|min|maximum|minimum)$|^(?:最[高低大小])|(?:上|下)限$")
"""What marks a value as one end of a range: Error rate Max, 最高."""


def _places(item: Item) -> frozenset[tuple[int, str]]:
    """Return where in the source an item's own figures stand."""
    return frozenset((figure.start, figure.text) for figure in own_figures(item))


def _same_sum(item: Item, leader: Item) -> bool:
    """Return whether two items, one of them without a name, tell one and the same sum of money of what the other is called."""
    own, led = ({(figure.amount, figure.unit_code) for figure in own_figures(one)} for one in (item, leader))
    name, told = (item.metric, leader.statement) if item.metric else (leader.metric, item.statement)
    return len(own) == 1 and own == led and is_money(own_figures(item)[0]) and bool(name) and (name or "").lower() in told.lower()


def _names_the_same(item: Item, leader: Item) -> bool:
    """Return whether an item without an indicator repeats the figure of a leader under a name that holds its name, or tells of its goal."""
    own, led = own_figures(item), own_figures(leader)
    if (
        len({(figure.amount, figure.unit_code) for figure in own}) != 1
        or not led
        or (own[0].amount, own[0].unit_code) != (led[0].amount, led[0].unit_code)
        or own[0].amount is None
    ):
        return False
    named, other = in_working_text(item.metric or ""), in_working_text(leader.metric or "")
    return other in named or named in other or (isinstance(item, Target) and "目标" in named)


def _lists_on(item: Item, leaders: Sequence[Item]) -> bool:
    """Return whether an item is one too many of the list in its clause."""
    if item.indicator is not None or item.salience == "headline":
        return False
    most = OF_ONE_LIST if isinstance(item, Risk) else OF_ONE_CLAUSE
    return sum(leader.indicator is None and leader.statement == item.statement for leader in leaders) >= most
