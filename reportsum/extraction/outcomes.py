"""How an achievement compares with the goal its clause names: met, exceeded, missed, partial or expected. Knows outcomes.tsv."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast, get_args

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..annotating import Clause
from ..figures.figure import FoundFigure
from ..kinds.cues import Cue, Lexicon, checked_names, compile_lexicon
from ..kinds.parts import is_better_low, start_of_part
from ..models import Outcome
from ..tables import read_table

_ORDER: tuple[Outcome, ...] = ("missed", "exceeded", "partial", "met", "expected")
"""Of several outcomes told of one fact, the first in this order counts."""

_COULD_NAME = re.compile("目标|任务|计划|预算|序时|时序|预期|预计|可望|有望|完成|额|未|双过半")
"""Without one of these a clause names no outcome."""

_PART_OF_GOAL = re.compile(r"(?:占|完成|达|达到|实现|为)[^,，;；。超]{0,14}?(?:目标|计划|任务|预算(?!收入|支出))[^,，;；。\d]{0,6}$")
"""Before a share: 占年度计划的(57%), 完成全年目标任务的(43.35%)."""
_REACH = 32
"""How many characters before a share are looked at; the pattern above spans at most 24."""

_AGAINST_GOAL: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (
        re.compile(
            r"(?:高于|超过|超出|快于|好于|优于|超)[^,，。;；]{0,10}(?:目标|序时|时序|计划|预期|任务)(?=[\d,，、。;；!！]|$|进度|要求|值)"
        ),
        "exceeded",
    ),
    (
        re.compile(
            r"(?:目标|任务|指标)(?:均|都|已)*(?:如期|按期|顺利|圆满|胜利|全部|全面|提前|较好)(?:得以|得到|地)?(?:完成|实现|达成)(?=[,，、。;；!！]|$)"
        ),
        "met",
    ),
    (
        re.compile(r"(?<![未没能])(?:完成|达到|实现|达成)了?[^,，。;；\d]{0,16}?(?:目标|任务|序时|时序)(?=[,，、。;；!！]|$|进度|要求|值)"),
        "met",
    ),
)
"""超过序时进度, 高于年度目标1.6个百分点; 主要目标顺利实现; 完成省下达任务."""

_TO_COME = re.compile(
    "确保|力争|争取|努力|推动|计划|拟|可能|能够|锚定|围绕|瞄准|聚焦|朝着|向着|为了|(?:^|(?<=[,，。;；]))为(?=实现|完成|达到|达成)"
)
"""Before the words of a goal that is yet to be reached: 确保年底前完成目标任务, 锚定实现新突破的目标."""


_ONLY_POSSIBLE = re.compile("可能|能够|以便|才能|为了")
_THOUGHT = re.compile("(?:预计|有望|可望|预期)(?:可|能|将|会|全年|如期|超额|圆满)*$")
_TELLS_WHEN = re.compile("[^,，。;；]{0,8}(?:以[前后]|之[前后])")
"""Around words of reaching that tell of no outcome: 使我们有可能超额完成, 改造基本完成以后."""
_DENIED = ("没有", "尚未", "未", "未能", "没能", "不")

_NO_SUBJECT = re.compile(
    r"[均都也已并仅再又皆全部面基本如按期提前超额圆满顺利较好胜利预计可望]{0,8}|(?:(?:任务|目标|进度|增[速幅]|降幅|涨幅|指标)[^,，。;；]{0,6})"
    r"|(?:[比较与对占为完实达超低高快好慢提分全均已]|年初|年度|其中)[^,，。;；]{0,24}"
)
"""What may stand between a comma and the words of an outcome that tells of the fact before the comma."""


class _Told(NamedTuple):
    """An outcome told in a clause, and where its words begin."""

    start: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class _Clause:
    """The outcomes told in a clause, in text order, and where its first expectation begins (its length for none)."""

    told: list[_Told]
    expected_from: int


def may_name_outcome(text: str) -> bool:
    """Return whether a clause could name an outcome at all: it spares most clauses a closer look."""
    return _COULD_NAME.search(text) is not None


def find_outcome(clause: Clause, figures: Sequence[FoundFigure], until: int | None = None) -> Outcome | None:
    """Return how the fact compares with the goal its clause names; None when it names none.

    `until` is where in the clause's text the words about these figures end; by default at its end. A share of a goal tells the outcome
    by its size: below 100% partial, 100% met, above exceeded.
    """
    text = clause.text
    for figure in figures:
        start = figure.start - clause.start
        if figure.unit == "%" and figure.value is not None and _PART_OF_GOAL.search(text, max(0, start - _REACH), start):
            return "partial" if figure.value < 100 else "met" if figure.value == 100 else "exceeded"
    known = _read(text)
    end = len(text) if until is None else until
    first = figures[0].start - clause.start if figures else end
    begin = start_of_part(text, first) if figures else 0
    told = known.told[bisect_left(known.told, (begin,)) : bisect_left(known.told, (end,))]
    own = figures[-1].end - clause.start if figures else end
    found = {one.outcome for one in told if one.start < own or _goes_on(text, own, one.start)}
    if known.expected_from < first:
        found.add("expected")
    return next((outcome for outcome in _ORDER if outcome in found), None)


def _goes_on(text: str, own: int, start: int) -> bool:
    """Return whether the words of an outcome speak of the fact told before them: those of a part with a subject of its own do not
    (清收资金5亿元，国企改革行动|全面完成)."""
    begin = start_of_part(text, start)
    return begin <= own or _NO_SUBJECT.fullmatch(text, begin, start) is not None


@lru_cache(maxsize=16)
def _read(text: str) -> _Clause:
    """Return the outcomes told in a clause. Kept for the clause at hand: each of its figures asks."""
    cues = _outcomes().find(text)
    expected = next((cue.start for cue in cues if cue.name == "expected"), len(text))
    told = [
        _Told(cue.start, _outcome_of(cue, text)) for cue in cues if cue.name == "missed" or (cue.name != "expected" and _is_told(cue, text))
    ]
    found = [_if_expected(one, text) for one in (*told, *_goals_reached(text))]
    return _Clause(sorted(found), expected)


def _if_expected(one: _Told, text: str) -> _Told:
    """Return an outcome as it is told: what is thought to be reached (能耗下降|预计完成目标) is expected."""
    thought = one.outcome in ("met", "exceeded") and _THOUGHT.search(text, start_of_part(text, one.start), one.start) is not None
    return _Told(one.start, "expected") if thought else one


def _is_told(cue: Cue, text: str) -> bool:
    """Return whether a word of reaching tells what was reached, not when, nor what may or may not be."""
    if text.endswith(_DENIED, 0, cue.start) or _TELLS_WHEN.match(text, cue.end) is not None:
        return False
    return _ONLY_POSSIBLE.search(text, start_of_part(text, cue.start), cue.start) is None


def _outcome_of(cue: Cue, text: str) -> Outcome:
    """Return the outcome a word tells: prices that stay below their goal have met it."""
    if cue.name == "missed" and text.startswith("低于", cue.start) and is_better_low(text):
        return "met"
    return cast(Outcome, cue.name)


def _goals_reached(text: str) -> Iterator[_Told]:
    """Yield the goals that the clause says were reached or passed."""
    to_come = [match.start() for match in _TO_COME.finditer(text)]
    for pattern, outcome in _AGAINST_GOAL:
        for match in pattern.finditer(text):
            last = bisect_left(to_come, match.start()) - 1
            if last < 0 or to_come[last] < start_of_part(text, match.start()):
                yield _Told(match.start(), outcome)


@cache
def _outcomes() -> Lexicon:
    columns = ("unless_after", "only_before", "unless_before")
    rows = read_table("outcomes.tsv", ("word", "outcome", *columns), key="word")
    return compile_lexicon(checked_names(rows, "outcome", get_args(Outcome)))
