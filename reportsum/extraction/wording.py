"""What a clause's own words say besides its kind: outcome, commitment, owner and cause.

Comes in: a clause, and the figures of one item in it, which tell the part of the sentence that counts. Known here: outcomes.tsv,
commitments.tsv and the set phrases for owners (责任单位:…) and causes (受…影响). Left to the neighbours: which kind the item has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import get_args

from ..annotating import Clause
from ..figures.figure import FoundFigure
from ..kinds.cues import Cue, Lexicon, checked_names, compile_lexicon, kind_cues
from ..kinds.parts import is_better_low, split_parts
from ..models import Commitment, Outcome
from ..spans import Span
from ..tables import read_table

_OUTCOME_ORDER: tuple[Outcome, ...] = ("missed", "exceeded", "partial", "met", "expected")

_PART_OF_GOAL = re.compile(r"(?:占|完成|达|达到|实现|为)[^,，;；。]{0,14}?(?:目标|计划|任务|预算)[^,，;；。\d]{0,6}$")
"""Before a share: 占年度计划的(57%), 完成全年目标任务的(43.35%)."""

_ROLE = (
    r"(?:牵头|责任|主办|承办|负责|实施|主体|主责|落实)(?:责任)?(?:单位|部门|主体|领导|人|处室|科室|股室)"
    r"(?:及(?:责任)?(?:单位|部门|责任人))?"
)
"""责任单位, 牵头部门, 责任单位及责任人."""

_MEASURES = re.compile("目标|任务|计划|预算|序时|时序|预期|预计|可望|有望|完成|额|未|双过半")
"""Without one of these a clause names no outcome: most are spared a closer look."""

_AGAINST_GOAL: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (
        re.compile(r"(?:高于|超过|超出|快于|好于|优于|超)[^,，。;；]{0,10}(?:目标|序时|时序|计划|预期|任务)(?=[\d,，、。;；!！]|$|进度|要求|值)"),
        "exceeded",
    ),
    (
        re.compile(r"(?<![未没能])(?:完成|达到|实现|达成)了?[^,，。;；\d]{0,16}?(?:目标|任务|序时|时序)(?=[,，、。;；!！]|$|进度|要求|值)"),
        "met",
    ),
)
"""超过序时进度, 高于年度目标1.6个百分点; 完成省下达任务."""

_TO_COME = re.compile("确保|力争|争取|努力|推动|计划|拟")

_NOTHING_FOLLOWS = re.compile(r"(?:以上|以内|以下|左右)?(?=[,，、。;；:：!！)）]|$)")

_OWNER_LABEL = re.compile(_ROLE + r"[:：]\s*([^。;；\n()（）\]】]{2,80})")
"""责任单位:市发展改革委. Up to the end of the sentence or bracket."""
_NEXT_LABEL = re.compile(r"[,，、\s]*(?:责任|配合|协办|完成|牵头|时间|时限)[^:：,，]{0,6}[:：].*$", re.DOTALL)
_OWNER_BRACKET = re.compile(
    r"[(（]([^()（）:：]{2,80}?)"
    r"(?:牵头|负责|按职责分工负责|分别负责|共同负责|牵头负责|具体负责)[^()（）]{0,6}[)）]"
)
"""(市交通局牵头), (市发展改革委、市财政局按职责分工负责)."""
_OWNER_LINE = re.compile(r"^[\s\d.、()（）①-⑳【\[]{0,6}(?:" + _ROLE + r"|[^()（）]{2,80}(?:牵头|负责|落实)[^()（）]{0,20}[)）]$)")

_COMPARISONS = ("与", "对照", "对标", "相比", "比")
"""A part that begins so compares and names no subject: 与年初确定的目标相比."""

SHORTEST_SUBJECT = 2
"""Fewest characters of what is at risk."""

_LEAD = re.compile(
    r"[\s(（]*(?:[一二三四五六七八九十]{1,3}(?:是|、)|[①-⑳]|[(（]?[一二三四五六七八九十\d]{1,3}[)）.、．]|第[一二三四五六七八九十])?"
    r"(?:但是?|同时|此外|另外|而且|特别是|尤其是|当前|目前|我们也清醒地?(?:认识|看)到)?(?=[^,，])"
)
"""What stands before the subject: 一是, 同时."""
_ADVERBS = re.compile(
    r"(?:仍然?|还是?|依然|尚|较为?|比较|不断|持续|明显|有所|总体|均|都|存在|十分|非常|相对|整体|进一步|日益|更加|也|处于|有)+$"
)
_TROUBLE_HEAD = re.compile(
    "下行压力|压力|矛盾|困难|问题|差距|短板|难度|任务|风险隐患|风险|欠账|进度|进展|后劲|动力|活力|能力|意识|意愿|缺口|隐患"
)
"""The noun that many words for a problem begin with (压力较大): it belongs to the subject."""

_CAUSES = (
    re.compile(r"受(?:到了?)?([^,，。;；]{2,40}?)(?:等)?(?:多重|诸多|综合|叠加|不利|等)*(?:因素)?(?:的)?(?:多重|综合|叠加|不利)?影响"),
    re.compile(r"(?:主要原因是|主要是由于|主要是因为|主要是受|究其原因[,，]?|原因是|原因在于)([^。;；]{2,60}?)(?=[。;；]|$)"),
    re.compile(r"(?:由于|因为|鉴于)([^,，。;；]{2,60})"),
    re.compile(r"(?:^|[,，;；])因([^,，。;；]{2,40}?)(?=[,，]|导致|造成|致使)"),
)
"""In the order in which they are tried."""


@cache
def _outcomes() -> Lexicon:
    columns = ("unless_after", "only_before", "unless_before")
    rows = read_table("outcomes.tsv", ("word", "outcome", *columns), key="word")
    return compile_lexicon(checked_names(rows, "outcome", get_args(Outcome)))


@cache
def _commitments() -> tuple[Lexicon, frozenset[str]]:
    """Return the lexicon of commitments.tsv, and the words that govern the rest of their sentence."""
    rows = read_table("commitments.tsv", ("word", "commitment", "reach"), key="word")
    far = {row["word"] for row, _ in checked_names(rows, "reach", ("sentence", "part")) if row["reach"] == "sentence"}
    return compile_lexicon(checked_names(rows, "commitment", get_args(Commitment))), frozenset(far)


def find_outcome(clause: Clause, figures: Sequence[FoundFigure], until: int | None = None) -> Outcome | None:
    """Return how the fact compares with the goal its clause names; None when it names none.

    `until` is where in the clause's text the words about these figures end; by default at its end. A share of a goal tells the outcome
    by its size: below 100% partial, 100% met, above exceeded.
    """
    text = clause.text
    if not _MEASURES.search(text):
        return None
    for figure in figures:
        if figure.unit == "%" and figure.value is not None and _PART_OF_GOAL.search(text, 0, figure.start - clause.start):
            return "partial" if figure.value < 100 else "met" if figure.value == 100 else "exceeded"
    stretch = _stretch(clause, figures, until)
    part = text[stretch.start : stretch.end]
    found = {_outcome_of(cue, part) for cue in _outcomes().find(part)} - {"expected"}
    found.update(outcome for pattern, outcome in _AGAINST_GOAL if _is_told(pattern.search(part), part))
    first = figures[0].start - clause.start if figures else stretch.end
    if any(cue.name == "expected" for cue in _outcomes().find(text[:first])):
        found.add("expected")
    return next((outcome for outcome in _OUTCOME_ORDER if outcome in found), None)


def _outcome_of(cue: Cue, part: str) -> str:
    """Return the outcome a word tells: prices that stay below their goal have met it."""
    return "met" if cue.name == "missed" and part.startswith("低于", cue.start) and is_better_low(part) else cue.name


def _is_told(match: re.Match[str] | None, part: str) -> bool:
    """Return whether a goal was reached, and not only to be reached (确保年底前完成目标任务)."""
    return match is not None and _TO_COME.search(part, 0, match.start()) is None


def find_commitment(clause: Clause, figures: Sequence[FoundFigure]) -> Commitment:
    """Return how firmly the clause promises."""
    lexicon, far = _commitments()
    found = lexicon.find(clause.text)
    stretch = _stretch(clause, figures)
    until = figures[-1].end - clause.start if figures else stretch.end
    governing: str | None = None
    for cue in found:
        if cue.start >= until:
            break
        near = governing is None and bool(figures) and cue.start >= stretch.start
        if near or clause.text[cue.start : cue.end] in far:
            governing = cue.name
    if governing is None and any(_is_bound(clause, figure) for figure in figures):
        return "must"
    return next((name for name in get_args(Commitment) if name == governing), "plan")


def _is_bound(clause: Clause, figure: FoundFigure) -> bool:
    """Return whether a figure is a lower or upper bound (150家以上), and not the size of the things counted (亿元以上项目)."""
    if figure.bound not in ("at_least", "at_most"):
        return False
    return _NOTHING_FOLLOWS.match(clause.text, figure.end - clause.start) is not None


def _stretch(clause: Clause, figures: Sequence[FoundFigure], until: int | None = None) -> Span:
    """Return the part of the clause's text that speaks of `figures`: from the comma before the first one to `until`."""
    end = len(clause.text) if until is None else until
    if not figures:
        return Span(0, end)
    first = figures[0].start - clause.start
    return Span(next(part.start for part in split_parts(clause.text) if first < part.end), end)


def find_owner(text: str) -> str | None:
    """Return who is responsible, as the clause names them; None when it does not."""
    found = _OWNER_LABEL.search(text) if (":" in text or "：" in text) else None
    if found is None and ("负责" in text or "牵头" in text):
        found = _OWNER_BRACKET.search(text)
    if found is None:
        return None
    return _NEXT_LABEL.sub("", found[1]).strip(" ,，、。") or None


def is_owner_line(text: str) -> bool:
    """Return whether the clause is a line of a task list that says who is responsible."""
    return _OWNER_LINE.match(text) is not None


def find_cause(text: str) -> str | None:
    """Return the cause the clause gives for a risk; None when it gives none."""
    for pattern in _CAUSES:
        found = pattern.search(text)
        if found is not None:
            return found[1].strip(" ,，、") or None
    return None


def find_subject_at_risk(text: str) -> str | None:
    """Return what a clause that names a problem says it of (产业结构有待优化 → 产业结构); None where that is not plain."""
    for start, end in split_parts(text):
        for cue in kind_cues().find(text[start:end]):
            if cue.name not in ("problem", "shortfall"):
                continue
            lead = _LEAD.match(text, start)
            noun = _TROUBLE_HEAD.match(text, start + cue.start)
            subject = text[lead.end() if lead else start : noun.end() if noun else start + cue.start]
            subject = _ADVERBS.sub("", subject)
            if len(subject) >= SHORTEST_SUBJECT and not subject.startswith(_COMPARISONS):
                return subject
    return None
