"""A sentence → its parts, and the kinds each part states, by the stance of its place and by its cues.

Parts are the stretches between commas: they may speak of different things (已签约36个,力争年内开工20个). In a review every part
achieves unless it promises or names a problem; a plan promises throughout, unless it looks at the state of things; named problems
are risks until the sentence turns to their remedy.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..models import Kind
from ..spans import Span
from .cues import Cue, CueName, trouble_words
from .passages import Stand
from .tenses import vote

Kinds = tuple[Kind, ...]

ACHIEVED: Kinds = ("achievement",)
PROMISED: Kinds = ("target",)
AT_RISK: Kinds = ("risk",)
FELL_SHORT: Kinds = ("achievement", "risk")
"""An outcome that missed its goal is both."""

KINDS_OF_STAND: dict[Stand, Kinds] = {"review": ACHIEVED, "plan": PROMISED, "problems": AT_RISK}
"""What a sentence states where no word says otherwise."""

WRONG = frozenset({"problem", "shortfall", "aware", "naming"})
"""Cues that something is wrong."""

_BREAK = re.compile(r"[,，](?!\d)|(?<!\d)[,，]|[;；]|[:：](?!\d)|(?<!\d)[:：]")
"""Where a part ends; the comma in 1,234 and the colon in 3:1 do not count."""

_DATED_LATER = re.compile(
    r"(?:\d月|年底|年末|月底|明年|来年|下半年|近期|[上中下]旬|季度).{0,12}"
    r"(?:完工|竣工|建成|开工|开园|投产|投用|投入|通车|启用|交付|开业|开通|投运|运营|达产|落成|完成|达到|验收|全线|封顶)"
    r"|\d年.{0,12}(?:完工|竣工|建成|开工|开园|投产|投用|投入|通车|启用|交付|开业|开通|投运|运营|达产|落成|验收|封顶)"
)
"""An expected deed with its date behind the expectation: 预计7月中旬完工. Without a date, or with a year before it
(2002年生产总值预计达到), 预计 speaks of the reviewed period."""

_DETAILS = re.compile(r"(?:其中|包括|含|分别|同比|[比较](?:上|去)一?年|增长|下降|总额|总投资|投资)")
"""How a part begins that only details the part before."""

_LOWER_IS_BETTER = re.compile("价格|物价|失业率|能耗|水耗|排放|浓度|事故|死亡|赤字|负债|负担|CPI|成本")
"""Indicators that do well when they stay below their goal: 居民消费价格上涨0.3%,低于3%左右的预期目标."""

_ACTED_UPON = re.compile(r"[\s①-⑳]*(?:对|将|把|督促|责令|推动|前期|此前)")
"""How a part begins in which a shortfall is the object of a deed: 对未完成整改的企业依法查处."""

_SITUATION = re.compile(
    r"^(?:据[^,，。]{0,24}(?:估[算计]|统计|测算|调查)[,，]|但|但是|同时|当前|目前|从|也|国际|世界|外部|受|由于|另一方面)|形势|面临"
)
"""How a sentence begins that looks at the state of things inside a plan: only there a named trouble is a risk."""

_CALLED_FOR = frozenset("尚还仍未没难有亟需")
"""First characters of problem words that say a deed is still lacking: 尚未, 亟待, 有待."""

_SETTING = re.compile(r"(?:情况|形势|背景|条件|环境|压力|影响)下[,，]?$")
"""How a part ends that only sets the scene: 在财政收支矛盾突出的情况下."""

_SCENE_SET = re.compile(r"[^,，。;；]{0,8}(?:情况|形势|背景|条件|环境|压力|影响)下")

_GRANTED = ("尽管", "虽然", "虽说", "虽有")
_OUTWEIGHED = re.compile(
    r"[,，](?:但|却|仍然?[^,，。]{0,6}[了好稳升增])[^。]{4,}(?:顺利|成功|平稳|良好|成效|进展|成绩|完成|增长|回升|向好)"
)

_DONE_TO = re.compile("(?:压缩|关闭|淘汰|消化|化解|取缔|控制|进口|引进|增加|补充|供应|解决|救助|安置)了[^,，。]{0,16}$")
"""A deed, and before what is wrong only what it is done to: 进口了大量国内急需的设备和|短缺原材料."""
_TREATED = re.compile("对[^。；]{2,120}进行(?:智能|实时|自动|全面|在线|及时)*(?:识别|监测|检测|预警|排查|处置|治理|整治)")
"""Troubles that something looks for: 对堆煤、煤流量不均等进行智能识别."""
_CURBED = re.compile(
    "(?<![未有待需以能不望应])得到了?(?:有效|初步|基本|根本|逐步|进一步|明显)*(?:控制|遏制|扭转|缓解|解决|改善|改变|纠正|化解|整治|治理)"
)

_OVERCOME = re.compile("[由从][^,，。]{1,12}(?:到|转为|变为|走向|转向)[^,，。]{2,}(?:转变|跨越|飞跃|跃升|转折)")
"""What is wrong was left behind: 实现了由长期短缺到总量平衡的历史性转变."""

_TURN = re.compile(r"[,，;；](?=但|同时|然而|不过)")
_FAIR = re.compile(r"平稳|趋稳|企稳|向好|回升|回暖|好于|改善|稳定|成绩|成效")
"""Good news before the 但 of a sentence that names problems."""

_SHORTEST_DEED = 6
"""Fewest characters of a part that can tell of a deed; 去年, tells when."""

_DEALT_WITH = re.compile(r"问题[,，](?:目前|现|均|全部|有的|大多|多数|大部分|有关单位|相关\S{1,6})?(?:已|均已)")
"""A problem that is told to be solved: 多计工程款的问题,已核减12万元."""
_DEALT_REACH = 12
"""How far that reaches into the next part."""

_BEHIND_A_NEED = re.compile("[落滞]后于[^,，。;；]{0,24}(?:需要|需求|要求|期[盼待望]|形势|步伐)")
_GOAL_WORDS = ("目标", "任务", "序时", "计划")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence and the kinds it states; `()` when it states nothing of its own. Offsets into the sentence."""

    span: Span
    kinds: Kinds


def split_parts(text: str) -> list[Span]:
    """Return the parts of `text` in order, punctuation included; together they are the whole text."""
    ends = [match.end() for match in _BREAK.finditer(text)]
    if text and (not ends or ends[-1] < len(text)):
        ends.append(len(text))
    return [Span(start, end) for start, end in zip([0, *ends], ends, strict=False)]


def start_of_part(text: str, position: int) -> int:
    """Return where the part of `text` begins that `position` stands in."""
    starts = _part_starts(text)
    return starts[bisect_right(starts, position) - 1]


@lru_cache(maxsize=16)
def _part_starts(text: str) -> list[int]:
    """Return where the parts begin, 0 first. Kept for the sentence at hand: each of its figures asks."""
    return [0, *(part.start for part in split_parts(text)[1:])]


def read_parts(text: str, cues: Sequence[Cue], stand: Stand, ahead: frozenset[CueName]) -> list[Part]:
    """Return the parts of a sentence with the kinds they state; never empty.

    `ahead` holds the cues that name a time which still lies ahead of the report.
    """
    if not cues:
        return [Part(Span(0, len(text)), KINDS_OF_STAND[stand])]
    return _READERS[stand](text, cues, ahead)


def is_dated(text: str, span: Span) -> bool:
    """Return whether a part says when something will be completed: 预计明年5月建成."""
    return _DATED_LATER.search(text, span.start, span.end) is not None


def tells(text: str, span: Span) -> int:
    """Return how a part speaks, see `vote`: beside a named problem or a promise, a mere setting (受疫情影响) states nothing itself."""
    return vote(text[span.start : span.end], has_figures=False)


def is_better_low(text: str) -> bool:
    """Return whether `text` speaks of an indicator that does well below its goal."""
    return _LOWER_IS_BETTER.search(text) is not None


def falls_short(text: str, cues: Iterable[Cue]) -> bool:
    """Return whether a shortfall among `cues` is one for the indicator that `text` speaks of."""
    low = is_better_low(text)
    return any(cue.name == "shortfall" and not (low and text.startswith("低于", cue.start)) for cue in cues)


def names_wrong(cues: Iterable[Cue]) -> bool:
    """Return whether any of the cues says that something is wrong."""
    return any(cue.name in WRONG for cue in cues)


def _by_part(text: str, cues: Sequence[Cue]) -> Iterator[tuple[Span, Sequence[Cue]]]:
    """Yield the parts of a sentence with the cues that begin in them."""
    position = 0
    for span in split_parts(text):
        first = position
        while position < len(cues) and cues[position].start < span.end:
            position += 1
        yield span, cues[first:position]


def _read_review(text: str, cues: Sequence[Cue], ahead: frozenset[CueName]) -> list[Part]:
    parts: list[Part] = []
    onward = False
    for span, found in _by_part(text, cues):
        names = {cue.name for cue in found}
        onward = onward or not names.isdisjoint(("onward", "promise"))
        if onward:
            kinds = PROMISED
        elif not found and parts and _DETAILS.match(text, span.start):
            kinds = parts[-1].kinds
        elif not found and parts and parts[-1].kinds == PROMISED and text.startswith("达到", span.start):
            kinds = PROMISED  # 将增长4.5%,|达到603亿元
        else:
            kinds = _kinds_in_review(text, span, found, names, ahead) if found else ACHIEVED
        parts.append(Part(span, kinds))
    return _without_settings(text, parts)


def _without_settings(text: str, parts: list[Part]) -> list[Part]:
    """Return the parts of a review; beside a promise or a problem, those that tell of no deed state nothing."""
    if all(part.kinds == ACHIEVED for part in parts):
        return parts
    least = 1 if any("risk" in part.kinds for part in parts) else 0
    return [part if part.kinds != ACHIEVED or _is_deed(text, part.span, least) else Part(part.span, ()) for part in parts]


def _is_deed(text: str, span: Span, least: int) -> bool:
    return span.end - span.start >= _SHORTEST_DEED and tells(text, span) >= least


def _kinds_in_review(text: str, span: Span, cues: Sequence[Cue], names: set[str], ahead: frozenset[CueName]) -> Kinds:
    part = text[span.start : span.end]
    if "goal" in names or names & ahead or ("ensure" in names and "by" in names):
        return PROMISED
    if "expect" in names and _DATED_LATER.search(text, next(cue.start for cue in cues if cue.name == "expect"), span.end):
        return PROMISED
    if "shortfall" in names:
        if _BEHIND_A_NEED.search(part) is not None and not _measures(part):
            return AT_RISK  # 落后于国民经济发展的需要 measures against no goal
        return FELL_SHORT if falls_short(text, cues) and not _ACTED_UPON.match(part) else ACHIEVED
    if not names & WRONG or _is_relieved(text, span, cues) or _is_object(text, span, cues) or _is_good_news(text, cues):
        return ACHIEVED
    if (
        _is_conceded(text, span)
        or _is_upon(part, [cue.start - span.start for cue in cues if cue.name in WRONG])
        or any(found.start() < span.end and span.start < found.end() for found in _TREATED.finditer(text))
        or _OVERCOME.search(part) is not None
        or _SETTING.search(part)
        or _stands_in_a_setting(text, span, cues)
        or _DEALT_WITH.search(text, span.start, span.end + _DEALT_REACH) is not None
    ):
        return ACHIEVED
    if "problem" not in names and (not _mentions(part, "trouble") or _is_faced(text, span)):
        return ACHIEVED
    return AT_RISK


def _is_conceded(text: str, span: Span) -> bool:
    """Return whether a part only grants what the sentence goes on to outweigh: 尽管难度很大,但…改革进展顺利."""
    return text.startswith(_GRANTED, span.start) and _OUTWEIGHED.search(text, span.end) is not None


def _is_upon(part: str, places: Sequence[int]) -> bool:
    """Return whether what is wrong is the thing that something was done about, or to: 压缩了部分过剩生产能力, 恶化的趋势得到控制."""
    return _CURBED.search(part, max(places, default=0)) is not None or bool(places and _DONE_TO.search(part, 0, min(places)) is not None)


def _stands_in_a_setting(text: str, span: Span, cues: Sequence[Cue]) -> bool:
    """Return whether what is wrong only sets the scene of the deed behind it: 在经济疲软的大环境下有效拉动了消费."""
    return text.startswith("在", span.start) and all(
        _SCENE_SET.match(text, cue.end, span.end) is not None for cue in cues if cue.name in WRONG
    )


def _is_relieved(text: str, span: Span, cues: Sequence[Cue]) -> bool:
    """Return whether the part tells of a deed against what is wrong; one that is only called for (亟待解决, 尚未根治) is none."""
    lacking = [cue.end for cue in cues if cue.name == "problem" and text[cue.start] in _CALLED_FOR]
    until = min(lacking, default=span.end)
    return _mentions(text[span.start : until], "relief")


def _is_object(text: str, span: Span, cues: Sequence[Cue]) -> bool:
    """Return whether what is wrong only marks the object of a deed: 对尚未完工的项目倒排工期."""
    return _ACTED_UPON.match(text, span.start) is not None and text.find("的", cues[-1].end, span.end) >= 0


def _is_good_news(text: str, cues: Sequence[Cue]) -> bool:
    """Return whether an indicator that should be low is told to be: 能耗低于全国平均."""
    return all(text.startswith("低于", cue.start) for cue in cues if cue.name in WRONG) and is_better_low(text)


def _is_faced(text: str, span: Span) -> bool:
    """Return whether a trouble only opens a sentence on how it was met: 面临诸多困难,我们顶住压力,完成目标任务."""
    return span.start == 0 and text.startswith("面临") and _mentions(text[span.end :], "relief")


def _read_plan(text: str, cues: Sequence[Cue], ahead: frozenset[CueName]) -> list[Part]:
    """Return the sentence as one part: in a plan, what is unsaid in one part is promised in another."""
    names = {cue.name for cue in cues}
    looks_around = names & WRONG and "bright" not in names and _SITUATION.search(text) is not None
    wrong = looks_around and not _mentions(text, "relief") and ("problem" in names or _mentions(text, "trouble"))
    return [Part(Span(0, len(text)), AT_RISK if wrong else PROMISED)]


def _read_problems(text: str, cues: Sequence[Cue], ahead: frozenset[CueName]) -> list[Part]:
    remedy = next((cue.start for cue in cues if cue.name in ("remedy", "promise", "onward")), len(text))
    parts = [Part(span, _kinds_among_problems(text, span, found, remedy)) for span, found in _by_part(text, cues)]
    turn = _TURN.search(text)
    fair_until = turn.end() if turn is not None and _FAIR.search(text, 0, turn.start()) else 0
    return [Part(part.span, ACHIEVED if part.span.end <= fair_until else part.kinds) for part in parts]


def _kinds_among_problems(text: str, span: Span, cues: Sequence[Cue], remedy: int) -> Kinds:
    """Return the kinds of a part; `remedy` is where the sentence turns to what is done about the problems, else its end."""
    if span.end > remedy:
        return PROMISED
    if falls_short(text, cues) and _measures(text):
        return FELL_SHORT
    if remedy == len(text) or names_wrong(cues) or _mentions(text[span.start : span.end], "trouble"):
        return AT_RISK
    return ()


def _measures(text: str) -> bool:
    """Return whether a shortfall is that of an indicator or a task; 效果不及预期 alone measures nothing."""
    return any(word in text for word in _GOAL_WORDS) or any(character.isdigit() for character in text)


def _mentions(part: str, name: str) -> bool:
    """Return whether a word of trouble_words.tsv with this cue stands in `part`."""
    return any(cue.name == name for cue in trouble_words().find(part))


_READERS: dict[Stand, Callable[[str, Sequence[Cue], frozenset[CueName]], list[Part]]] = {
    "review": _read_review,
    "plan": _read_plan,
    "problems": _read_problems,
}
