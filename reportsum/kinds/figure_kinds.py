"""The kind of a single figure where its neighbours say more than its sentence: 完成全年64亿元目标 holds a target."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportsum import lazy_re as re

from ..annotating import Clause
from ..figures.figure import FoundFigure
from ..models import Kind
from ..spared import holds
from .parts import ACHIEVED, AT_RISK, FELL_SHORT, Part, tells

_REACH = 18
"""How many characters before and after a figure are looked at: the longest of the phrases below has 16."""

_GOAL_WORDS = re.compile("目标|任务|计划|预算|[,，](?:目前|现|截至目前)?(?:现?已|均已)")

_IS_THE_GOAL = re.compile(
    r"^(?:以上|以内|左右)?的?(?:年度|全年|年初|预期|既定|考核|省定|市定|省级|市级|预定|规划|控制|约束性|预期性|增长|总)*"
    r"(?:目标|任务(?!书)|计划(?=新|开工|投资|实施|[,，。;；、]|$)|计划数|预算数|指标任务)"
)
"""After the figure: 64亿元目标, 6%的预期目标, 20个计划新开工项目."""

_GOAL_BEFORE = re.compile(
    r"(?:(?:年度|全年|年|当年|本年)计划总?投资|计划总任务|任务数|目标任务|目标(?:值|数)?|(?:下达|年度|全年|投资|固投|建设|改造|收入|征收|总|下达的)任务"
    r"|计划(?:数|新?开工|完成|新增|引进|总量)|(?:年度|全年|年|总)计划|(?:[,，]|全[省市县区州国])计划(?!内|外|的|总?投资)[^,，、。;；:：的]{2,12}|年初预算|调整预算|预算数?)"
    r"(?:为|是|数|达|共|总额)?(?:约|超|超过|近|不低于|不少于|突破|达到)?$"
)
"""Before the figure: 年度计划投资105亿元, 总任务21万座, 目标值为6%."""

_PLANNED_BEFORE = re.compile(r"(?:计划总?投资|(?:工作|项目|任务|年度)计划的)(?:约|超|近)?$")
_DONE_AFTER = re.compile(r"^[^,，。;；]{0,12}[,，](?:目前|现|截至目前)?(?:已(?:完成)?投资|已完成|完成投资|已?开工|完成)")
"""Together they make a goal: 计划总投资22亿元,目前已投资14亿元; 治理计划的153项整治项目,已完成48项."""

_SET_BEFORE = re.compile(r"(?:下达|确定|规定|承诺|交办|分解|要求)(?:的|了)?(?:约|超|近)?$")
_TASK_AFTER = re.compile(r"^[^,，。;；:：]{0,14}(?:任务|目标|指标)")
"""Together they make a goal: 完成省下达的43.7万亩高标准农田建设任务."""

_SHARE_OF_GOAL = re.compile(r"(?:占|完成|达到|实现|达|为|高于|低于|超|超过|快于|超出|比)[^,，;；]{0,12}$")
"""Before the words of a goal: what follows is the part done (占年度计划投资的53%, 完成目标任务74.02%)."""

_FULFILLED = re.compile(
    "(?:如期|圆满|胜利|提前|顺利)完成了?[^,，。;；年省市县]{2,12}$|(?:如期|圆满|胜利|提前(?:[一二两三半]年)?)实现了?[^,，。;；年省市县]{2,24}$"
)
"""Before the figure of a task that was carried out, and is told by nothing else: 如期完成裁减员额|50万的任务."""

_OBTAINED = re.compile("(?:争取|争得|获批|获得|取得|承担|承接)[^,，。;；]{0,20}任务$")
"""Before the figure of tasks that a review tells to have been given: 争取国家“两重”建设任务|162项."""

_WHOLE = re.compile(r"^的\d[\d.]*[%％]")
"""After the figure: it is the whole of which a share is done (完成全年任务152亿元的40.1%)."""

_DONE_SO_FAR = re.compile(r"^(?:以上)?[,，](?:目前|现|现已|截至目前)?(?:已经?|均已)(?:完成|建成|开工|实施|实现|整改|改造|销号)")
"""After a figure with a lower bound: it was asked for (抽检3300批次以上,已完成2154批次)."""

_CARRIED_OUT = re.compile(
    r"^(?:以上|左右)?的?[^,，。;；]{0,4}(?:任务|目标|计划)(?:已经?|均|全部|提前|如期|胜利|圆满|顺利|基本)*"
    r"(?<=[已经均部前期利满本])(?:完成|实现|达到|达成)"
)
"""After the figure of a task that was carried out: 裁员|50万的任务已经完成."""

_COUNTED = ("目标任务", "任务", "重点任务", "目标", "重点工作任务", "主要目标", "约束性")
"""Words for things that are counted themselves: 100项任务, 27个目标."""


_COUNTED_SHORTFALL = re.compile(
    r"(?:主要|约束性|预期性)?(?:指标|任务|目标|项目)?(?:均|都|仍|还|尚)*(?:未|没有|低于|不及|不如)"
    r"|(?:主要)?指标(?!中)"
)
"""After a count of what fell short: 8个指标未达到预期; 有6项没有完成."""


_STANDS = re.compile(
    r"(?:(?:目前|现在|当前|如今)[,，]?)?(?:我国|我[省市县区州]|全[国省市县区州]|国家|中央|各地|我们)?[^,，。;；要将拟]{0,6}?"
    r"(?:已经?(?<![不而自]已)(?=设立|建立|建成|开通|安排|形成|拥有|下达|落实|批准|启动|开工|完成|投入|有)|(?<!比)(?<!的)现有(?!的)|共有|[只仅]有)"
)
"""How a part of a plan's sentence begins that tells what stands: 国家已设立|400亿元基金,要整合更多资金."""
_AHEAD = re.compile("要(?![素求])|将|力争|争取|确保|计划|再|拟|到20|预计|力求|达到?|突破")
_PART_ENDS = re.compile("[,，;；。]")
_A_RECORD = re.compile(
    r"[^,，。;；\d]{0,4}[,，](?:均|都|也|再)?(?:为|是|创|创下|达到?)(?:了)?(?:历史|历年|近年|同期|有记录)[^,，。;；]{0,6}(?:最[高多大]|新高|之最|记录)"
)
"""Behind a figure of a plan that is known already: 今年毕业生|1000万人,为历史最多."""
_BACKGROUND = re.compile(
    r"(?:我们?国?|中国)(?:是)?(?:一个)?(?:拥?有|具有|人口)(?:着)?\d[^。]*(?:一定(?!的)|必将|必然|完全有|有条件|能够|潜力|蕴藏|优势)"
)
"""A sentence that argues with how large the country is: 我国有13亿人口,…必将…."""
_ARGUES = ("相当于", "高基数", "是我们")
_STARTED_HIGH = re.compile(
    r"每增[长加](?:一|1)个百分点[^。]{0,16}相当于|的高基数上|是我们(?:最大|宝贵|独特)的?[^,，。]{0,8}(?:资源|优势|底气|财富)"
)
"""…是在60万亿元的高基数上取得的, 每增长1个百分点相当于五年前的1.5个: it tells what the work was worth."""


def is_background(text: str) -> bool:
    """Return whether a sentence only argues with the size of the country or its economy.

    >>> is_background("我国有9亿劳动者，勤劳智慧，必将汇聚成巨大动能。")
    True
    """
    return _BACKGROUND.match(text) is not None or (holds(text, _ARGUES) and _STARTED_HIGH.search(text) is not None)


def stands_already(text: str, start: int, end: int) -> bool:
    """Return whether a plan tells at the figure at `start`..`end` what stands or is known, not what is to come.

    >>> stands_already("国家已设立400亿元基金，要整合更多资金。", 5, 10)
    True
    """
    begin = max(text.rfind(comma, 0, start) for comma in ",，;；。") + 1
    found = _STANDS.match(text, begin, start)
    stop = _PART_ENDS.search(text, end)
    of_them = text[start - 1 : start] == "的"  # 已建成的|20个园区要申报: what is asked of those that have
    if found is not None and not of_them and _AHEAD.search(text, begin, stop.start() if stop is not None else len(text)) is None:
        return True
    return _A_RECORD.match(text, end) is not None and _AHEAD.search(text, begin, start) is None


def may_hold_goals(text: str) -> bool:
    """Return whether any word of `text` could make one of its figures a goal; it spares most sentences a closer look."""
    return _GOAL_WORDS.search(text) is not None


def figure_kind(clause: Clause, figure: FoundFigure, parts: Sequence[Part], *, goals: bool, among_problems: bool) -> Kind:
    """Return the kind of a figure of `clause`: that of its part, unless its neighbours say more.

    `goals` is what `may_hold_goals` says of the clause; `among_problems` whether it stands where problems are named: there a figure is
    one of them, elsewhere it is an outcome with a shadow on it.
    """
    text = clause.text
    start, end = figure.start - clause.start, figure.end - clause.start
    part = _part_at(parts, start)
    if goals and _is_goal(text, start, end, figure) and not (part.kinds == ACHIEVED and _is_done(text, part.span.start, start)):
        return "target"
    if part.kinds == FELL_SHORT and figure.role == "count" and _COUNTED_SHORTFALL.match(text, end):
        return "risk"
    if part.kinds == AT_RISK:
        reported = not among_problems and figure.bound != "at_least" and tells(text, part.span) > 0  # 亿元以上项目偏少: a size, no outcome
        return "achievement" if reported else "risk"
    return part.kinds[0] if part.kinds else "achievement"


def _is_done(text: str, begin: int, start: int) -> bool:
    """Return whether the figure of a task at `start` tells in a review what was carried out or given, as its part begins at `begin`."""
    return _FULFILLED.search(text, begin, start) is not None or _OBTAINED.search(text, begin, start) is not None


def _part_at(parts: Sequence[Part], position: int) -> Part:
    return parts[bisect_right(parts, position, key=lambda part: part.span.start) - 1]


def _is_goal(text: str, start: int, end: int, figure: FoundFigure) -> bool:
    """Return whether the figure at `start`..`end` is a goal by its neighbours."""
    after = text[end : end + _REACH]
    before = text[max(0, start - _REACH) : start]
    if figure.role == "count" and figure.unit in ("项", "个", "大", "类") and after.startswith(_COUNTED):
        return False
    if _CARRIED_OUT.match(after):
        return False
    if _IS_THE_GOAL.match(after) or (figure.bound == "at_least" and _DONE_SO_FAR.match(after)):
        return True
    if _PLANNED_BEFORE.search(before) and _DONE_AFTER.match(text[end : end + 2 * _REACH]):
        return True
    if figure.unit != "项" and _SET_BEFORE.search(before) and _TASK_AFTER.match(after):
        return True
    goal = _GOAL_BEFORE.search(before)
    if goal is None or figure.role == "share":
        return False
    return _WHOLE.match(after) is not None or not _SHARE_OF_GOAL.search(before[: goal.start()])
