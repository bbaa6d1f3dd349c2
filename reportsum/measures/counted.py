"""Things counted: what stands after a figure names what it measures (新增|15家|现代服务业领军企业, |30个|项目列入清单)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..figures.figure import FoundFigure
from .beside import Beside
from .phrases import LONGEST, noun_of, quantity_of, split_counted, strip_tail, tidy, verb_at_end, verb_at_start, without_verb
from .telling import Telling
from .words import words

_LIST_ENDS = re.compile(r"、(?:数量|总数|总量|居|列|创(?!新|业|意|造)|占|排|较|比|同比|位|增|新|完成|建成|实现|为)")
_PROGRESS_AT_END = re.compile(r"(?:已经?|均|共|累计|实际)*(?:完成|完工|竣工|开工|建成|投产|启动|办结|整改)(?:了|达|达到|共)?$")
# Whom an action is aimed at is no owner of the things counted: 对全市|17家园区实行考核.
_TOWARDS = re.compile(r"[对向给把将为在](?:全[市省县区国州]|各地|我[市省县区]|[市省县区]内|辖区|辖区内)?$")
# Among how many something holds its place: 在全省|21个|地市中居第七.
_AMONG = re.compile(r"(?:在|全[国省市县区州])")
_AMONG_END = re.compile(r"中[^,，]{0,6}$")
_YEAR_AT_END = re.compile(r"(?:\d{4}年度?|全年|年度|当年|今年|本年)$")
# What opens a statement about things named before: 其中12个|已开工, 有5项|没有完成.
_SAID_OF_TOLD = re.compile(r"(?:已经|已|均|都|全部|正在|正|仍在|仍|尚未|尚|未|没有|即将)+(?=[^,，的])")
_DONE = re.compile(r"^(?:已经|已|均|都|全部)+")
# Said of the things, but counted by the next figure: 6733名河长|已累计巡河42万人次.
_OF_THE_NEXT = ("完成", "实现", "达", "已", "累计", "均", "共")
SPENDING = frozenset(
    ("投资", "总投资", "计划投资", "计划总投资", "投入", "累计投资", "完成投资", "概算投资", "估算投资", "预计投资", "年内投资", "投入资金")
)
"""What 投资|5亿元的… says of the thing behind the figure: its money, not its count."""
_SIZES = frozenset(("吨", "平方米", "千瓦", "兆瓦", "吉瓦", "公里", "亩", "立方米", "千伏", "吨级"))
_THING = re.compile(
    r"(?:(?!经|列入|纳入|被|由|为)[^,，。;；、0-9]){2,14}(?:项目|工程|生产线|机组|电站|泊位|基地|中心|广场|码头|装置|煤矿|矿井|管网|航道|光伏|风电)"
    r"(?:主体|前期|建成|开工|竣工|投产|建设|改造|落地|达产|投用|完工)*$"
)
_QUOTED = re.compile("“[^”]*”")
_RATES = ("率", "比例", "比重")
SHORT = 4
"""A name of at most so many characters may need what the piece before speaks of."""
LONGEST_TOPIC = 20
LONGEST_DOER = 24
"""Of a longer phrase before the count only the verb is kept."""


def is_counted(figure: FoundFigure, beside: Beside) -> bool:
    """Return whether the words after the figure name what it counts."""
    if figure.role in ("rank", "change", "change_pp") or not beside.right or words().goes_on.match(beside.right):
        return False
    core = beside.core
    if beside.opened.endswith("时速") and len(beside.right) >= 4:
        return True
    if figure.role == "level" and (core or beside.opened) in SPENDING and (beside.of or beside.right.startswith("对")):
        return False
    if figure.base_unit == "%":
        return beside.of or (not core and not beside.opened and figure.role == "share" and len(beside.right) >= 4)
    if figure.base_unit in _SIZES and not beside.of and core and core == beside.opened and _is_capacity(core, beside.right):
        return True
    if len(core) >= 2 and words().adverb.match(beside.right):
        return False
    if figure.role == "count" and len(core) >= 3 and beside.opened[len(core) :] in ("达", "达到", "为"):
        return False
    named = figure.role == "level" and len(core) >= 2 and core == beside.opened
    return not named or bool(verb_at_end(core)) or bool(words().preposition.match(core)) or beside.of


def _is_capacity(core: str, right: str) -> bool:
    """Return whether a measure only says how big the thing is that it stands in (确保亘富|200万吨褐煤提质项目)."""
    if quantity_of(core) or words().adverb.match(right):
        return False
    return _THING.match(split_counted(right)[0]) is not None or (3 <= len(right) <= 14 and not verb_at_start(core))


def read_counted(telling: Telling, at: int, beside: Beside) -> int:
    """Read figure `at` and those that only say how big the things are that it counts; return how many were read."""
    figure = telling.figures[at]
    name, said = _things(telling, at, beside)
    left = _doer(telling, at, beside).removesuffix("时速")
    owner = telling.memory.owner
    if "、" in left and len(name) <= SHORT and owner.endswith(name) and not verb_at_end(left):
        left, name = "", noun_of(owner)  # 8个项目中,甲、乙、丙3个项目已开工: the names are examples of what was told before
    elif left.endswith("等") and (said or len(name) > 2):
        left = verb_at_start(left)  # 推进甲基地、乙园区等23个重特大项目: examples are no part of the name
    elif len(without_verb(left + name)) <= SHORT:
        left = context(telling, left, name) + left
    told = telling.memory.counted.get(figure.base_unit, "")
    if told and _SAID_OF_TOLD.match(beside.right) and (not left or beside.part or left in ("有", "另有", "还有")):
        said = strip_tail(beside.right) or beside.right
        metric = f"{_DONE.sub('', said)}的{noun_of(told).rpartition('的')[2]}"
    elif told and not (left or said) and verb_at_start(name) == name:
        metric = name + noun_of(told).rpartition("的")[2]  # 38个小区已开工,其中22个|完工
    elif figure.base_unit == "%":
        metric = left + (f"{said}的{name}" if said and not left else name + said) + ("" if name.endswith(_RATES) else "占比")
    elif said and not left:
        metric = f"{said}的{name}"
    else:
        metric = left + name + said
    if len(metric) > LONGEST:
        verb = verb_at_start(left)
        metric = _fitting((verb + name + said, left + name, f"{said}的{name}" if said else name, verb + name, name))
    before = telling.memory.subject, telling.memory.owner
    telling.start(telling.numbers[at], metric)
    if _AMONG.match(beside.opened) and _AMONG_END.search(beside.right):
        telling.set_aside(*before)
        return 1
    telling.verb = verb_at_start(metric)
    if len(name) >= 2:
        telling.memory.owner = tidy(name if verb_at_end(left) else left + name)
    return 1 + _take_sizes(telling, at)


def _fitting(names: Sequence[str]) -> str:
    """Return the first of `names` that is no longer than a name may be, "" when none is."""
    return next((name for name in names if 2 <= len(name) <= LONGEST), "")


def context(telling: Telling, left: str, name: str) -> str:
    """Return what a name that says little (项目, 活动) belongs to, from the piece before; "" for names that stand alone."""
    if not name.endswith(words().vague_end):
        return ""
    topic = telling.topic
    if "、" in _QUOTED.sub("", topic) or topic.endswith(name) or (telling.goes_on and not telling.drafts[-1].metric.startswith(topic)):
        return ""
    bare = not left and name in words().vague
    return topic if bare or (len(topic) <= LONGEST_TOPIC and left not in topic) else ""


def _take_sizes(telling: Telling, at: int) -> int:
    last = at + 1
    while last < len(telling.numbers) and last <= at + 2 and telling.around.sizes(at, last):
        telling.drafts[-1].take(telling.numbers[last], telling.drafts[-1].metric)
        last += 1
    return last - at - 1


def _things(telling: Telling, at: int, beside: Beside) -> tuple[str, str]:
    """Return what the figure counts and what is said of it."""
    right = beside.right
    ends = _LIST_ENDS.search(right)
    if ends:
        right = right[: ends.start()]
    if not beside.followed:
        return split_counted(right)
    after = telling.figures[at + 1]
    among = _AMONG_END.search(right) if _AMONG.match(beside.opened) else None
    right = right[: among.start()] if among else strip_tail(right, rank=after.role == "rank")
    name, said = split_counted(right)
    if after.base_unit in (telling.figures[at].base_unit, "%") or said.startswith(_OF_THE_NEXT):
        return _PROGRESS_AT_END.sub("", name) or name, ""
    if verb_at_end(right):
        more = telling.around.following(at + 1)
        if more and not words().goes_on.match(more):
            return (name, said + more) if said else (name + more, "")
    return name, said


def _doer(telling: Telling, at: int, beside: Beside) -> str:
    """Return what stands before the count and belongs to its name: a verb (新增), a place, an owner."""
    preposition = words().preposition.match(beside.opened)
    left = beside.opened[preposition.end() :].strip() if preposition else beside.opened.strip()
    if beside.joined and at:
        return verb_at_end(left)
    if beside.listed and not left:
        return telling.verb
    if verb := verb_at_end(left):
        return verb if len(left) > LONGEST_DOER else left
    if _TOWARDS.search(left) or left in words().places:
        return ""
    return strip_tail(_YEAR_AT_END.sub("", left)) + ("等" if left.endswith("等") else "")
