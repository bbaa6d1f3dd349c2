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
from ..kinds.cues import Lexicon, checked_names, compile_lexicon
from ..kinds.parts import split_parts
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

_OWNER_LABEL = re.compile(_ROLE + r"[:：]\s*([^。;；\n()（）\]】]{2,80})")
"""责任单位:市发展改革委. Up to the end of the sentence or bracket."""
_NEXT_LABEL = re.compile(r"[,，、\s]*(?:责任|配合|协办|完成|牵头|时间|时限)[^:：,，]{0,6}[:：].*$", re.DOTALL)
_OWNER_BRACKET = re.compile(
    r"[(（]([^()（）:：]{2,80}?)"
    r"(?:牵头|负责|按职责分工负责|分别负责|共同负责|牵头负责|具体负责)[^()（）]{0,6}[)）]"
)
"""(市交通局牵头), (市发展改革委、市财政局按职责分工负责)."""
_OWNER_LINE = re.compile(r"^[\s\d.、()（）①-⑳【\[]{0,6}(?:" + _ROLE + r"|[^()（）]{2,80}(?:牵头|负责|落实)[^()（）]{0,20}[)）]$)")

_CAUSES = (
    re.compile(r"受([^,，。;；]{2,40}?)(?:等)?(?:多重|诸多|综合|叠加|不利|等)*(?:因素)?(?:的)?(?:多重|综合|叠加|不利)?影响"),
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


def find_outcome(clause: Clause, figures: Sequence[FoundFigure]) -> Outcome | None:
    """Return how the fact compares with the goal its clause names; None when it names none.

    A share of a goal tells it by its size: below 100% partial, 100% met, above exceeded.
    """
    found = _outcomes().find(clause.text)
    for figure in figures:
        if figure.unit == "%" and figure.value is not None and _PART_OF_GOAL.search(clause.text, 0, figure.start - clause.start):
            return "partial" if figure.value < 100 else "met" if figure.value == 100 else "exceeded"
    if not found:
        return None
    stretch = _stretch(clause, figures)
    names = {cue.name for cue in found if cue.start < stretch.end and (cue.name == "expected" or cue.start >= stretch.start)}
    return next((outcome for outcome in _OUTCOME_ORDER if outcome in names), None)


def find_commitment(clause: Clause, figures: Sequence[FoundFigure]) -> Commitment:
    """Return how firmly the clause promises."""
    lexicon, far = _commitments()
    found = lexicon.find(clause.text)
    if not found:
        return "plan"
    stretch = _stretch(clause, figures)
    until = figures[-1].end - clause.start + 4 if figures else stretch.end
    governing: str | None = None
    for cue in found:
        if cue.start >= until:
            break
        if clause.text[cue.start : cue.end] in far or (governing is None and cue.start >= stretch.start and figures):
            governing = cue.name
    return next((name for name in get_args(Commitment) if name == governing), "plan")


def _stretch(clause: Clause, figures: Sequence[FoundFigure]) -> Span:
    """Return the part of the clause's text that speaks of `figures`, and the parts after it that hold no other figure."""
    if not figures:
        return Span(0, len(clause.text))
    first, last = figures[0].start - clause.start, figures[-1].end - clause.start
    parts = split_parts(clause.text)
    start = next(part.start for part in parts if first < part.end)
    end = next(part.end for part in parts if last <= part.end)
    return Span(start, end)


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
