"""Clauses and figures → judgements: which kinds a clause states, and the kind of each of its figures.

A statement takes its kind from its place: reviews achieve, plans promise, problem sections name risks (`passages` follows the place
through the text, `tenses` reads it where no heading tells). Words override the place part by part, where a part runs from comma to
comma: a goal inside a review (力争…), an unmet indicator (低于预期), a remedy after problems (对此,我们将…). A clause that says nothing of
the kind (thanks, introductions) gets no kind: it is context. Which item a figure goes into is left to the extractor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..annotating import Clause
from ..figures.figure import FoundFigure
from ..metadata import ReportMeta
from ..models import Kind
from ..spans import Span
from .cues import Cue, kind_cues, trouble_words
from .figure_kinds import own_kind
from .parts import split_parts
from .passages import Passages, Stand
from .tenses import read_tenses, vote

KINDS: tuple[Kind, ...] = ("achievement", "target", "risk")

PLAINLY_DONE = 4
"""From this vote on (see `tenses`) a sentence with figures is an outcome even inside a plan: 截至6月底,已整改186个."""

_DATED_LATER = re.compile(
    r"(?:\d月|年底|年末|月底|明年|来年|下半年|近期|[上中下]旬|季度|\d年).{0,12}"
    r"(?:完工|竣工|建成|开工|开园|投产|投用|通车|启用|交付|开业|开通|投运|运营|达产|落成|完成|达到|验收)"
)
"""An expected deed with its date: 预计7月中旬完工. Without a date, 预计 speaks of the reviewed period."""

_INTRODUCTION = re.compile(
    r"(?:做好|抓好|做了|抓了|开展|推进|完成|围绕|体现在|表现在|呈现|汇报|报告|说明|分解|包括|如下|以下|下列|从)[^,，。]{0,24}[:：]$"
)
"""The last part of an introduction: 重点做好八个方面工作:"""
_SHORT_INTRODUCTION = 80
"""Longest introduction in characters; a longer sentence states something besides."""

_ADDRESS = re.compile(r"^(?:尊敬的)?(?:各位|同志们|主任|代表们|主席)[^,，:：]{0,12}[:：!！]$")
"""各位代表、同志们!"""

_MEANING_OF_THE_YEAR = re.compile(
    r"^(?:各位代表[,，!！])?(?:(?:\d{4}年|今年|明年|当前|未来五年|今后五年)[,，]?是[^。!！]*|做好[^,，。]{0,30}工作[,，、]?[^。!！,，]{0,12})"
    r"(?:责任重大|任务艰巨|使命光荣|之年|一年|关键期|机遇期|攻坚期|时期|节点|周年|十分重要|意义重大|重大意义)[。!！]$"
)
"""2024年是实现“十四五”规划目标的关键一年。"""

_APPEAL = re.compile(r"^(?:各位代表|同志们|各位委员)[,，!！][^,，]{0,40}(?:[,，][^,，]{0,24}){0,3}[。!！]$")
"""各位代表,使命呼唤担当,实干成就未来! It states nothing where its words hardly tell of a deed."""

_SHORT_APPEAL = 40
"""Longest appeal in characters."""

_OWNER_LINE = re.compile(
    r"^[\s\d.、()（）①-⑳【\[]{0,6}(?:牵头|责任|主办|承办|负责|配合|协办|主责|完成|办理)(?:责任)?"
    r"(?:单位|部门|主体|领导|人|处室|科室|股室|时限|时间|日期)[】\]]?[:：]"
    r"|^[(（][^()（）]{2,80}(?:牵头|负责|配合|承办|落实)[^()（）]{0,20}[)）]$"
)
"""A line of a task list that says who and until when: 责任单位:市发展改革委, (市交通局牵头)."""

_GOES_ON = re.compile(r"^(?:其中|包括|含|分别|同比|增长|下降|总额|总投资|投资)")
"""How a part begins that only details the part before."""

_SITUATION = re.compile(r"^(?:但|但是|同时|当前|目前|从|也|国际|世界|外部|受|由于|另一方面)|形势|面临")
"""How a sentence begins that looks at the state of things inside a plan: only there a named trouble is a risk."""

_FAIR = re.compile(r"平稳|趋稳|企稳|向好|回升|回暖|好于|改善|稳定|成绩|成效")
"""Good news before the 但 of a sentence that names problems."""

_ACTED_UPON = re.compile(r"^[\s①-⑳]*(?:对|将|把|督促|责令|推动|前期|此前)")
"""How a part begins in which a shortfall is the object of a deed: 对未完成整改的企业依法查处."""

_TURN = re.compile(r"[,，;；](?=但|同时|然而|不过)")

_COUNTED_SHORTFALL = re.compile(r"^(?:主要|约束性|预期性)?(?:指标|任务|目标|项目)")
"""After a count: 8个指标未达到预期 counts what fell short."""

_SENTENCE_ENDS = ("。", "；", ";", "！", "!", ",", "，")
"""A line without one of these and without a telling word is a title, a date, a name."""

_WRONG = frozenset({"problem", "shortfall", "aware", "naming"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a clause states."""

    kinds: tuple[Kind, ...]
    """In the order achievement, target, risk; `()` for context."""
    figure_kinds: tuple[Kind | None, ...]
    """Parallel to the clause's figures; None for figures of context clauses."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a clause and the kinds it states; offsets into the clause's text. `()` states nothing of its own."""

    span: Span
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A clause with its cues and its place."""

    clause: Clause
    cues: list[Cue]
    stand: Stand


_SHORT: tuple[Kind, ...] = ("achievement", "risk")
"""An outcome that fell short."""

_PLAIN: dict[Stand, Judgement] = {
    "review": Judgement(("achievement",), ()),
    "plan": Judgement(("target",), ()),
    "problems": Judgement(("risk",), ()),
}


def judge_clauses(
    clauses: Sequence[Clause], figures: Mapping[int, FoundFigure] | Sequence[FoundFigure], meta: ReportMeta
) -> tuple[Judgement, ...]:
    """Return a judgement for every clause, in order.

    `clauses` is a run of consecutive clauses of one report; `figures` holds at least theirs, by number. Headings are context.
    """
    passages = Passages(meta)
    placed = _settled([_place(clause, passages) for clause in clauses])
    return tuple(_judge(one, figures, looks_ahead=passages.looks_ahead) for one in placed)


def _place(clause: Clause, passages: Passages) -> _Placed:
    cues = kind_cues().find(clause.text)
    stand = passages.enter(clause, cues)
    return _Placed(clause, cues, "silent" if clause.heading or _is_ceremony(clause, cues) else stand)


def _is_ceremony(clause: Clause, cues: Sequence[Cue]) -> bool:
    """Return whether the clause states nothing: an address, thanks, an introduction, a line with owners."""
    text = clause.text
    if any(cue.name == "thanks" for cue in cues) or _OWNER_LINE.match(text) or _ADDRESS.match(text):
        return True
    if _MEANING_OF_THE_YEAR.match(text) or (_APPEAL.match(text) and not cues and not clause.figures and _says_little(text)):
        return True
    introduces = text.endswith((":", "：")) and len(text) <= _SHORT_INTRODUCTION and not clause.figures
    return introduces and _INTRODUCTION.search(text) is not None


def _says_little(text: str) -> bool:
    return len(text) <= _SHORT_APPEAL and abs(vote(text, has_figures=False)) <= 2


def _settled(placed: list[_Placed]) -> list[_Placed]:
    """Return the clauses with a stance for those that headings leave open; they stay silent where no word tells either."""
    unknown = [index for index, one in enumerate(placed) if one.stand == "unknown"]
    if not unknown:
        return placed
    votes = [vote(placed[index].clause.text, has_figures=bool(placed[index].clause.figures)) for index in unknown]
    for index, tense, value in zip(unknown, read_tenses(votes), votes, strict=True):
        one = placed[index]
        tells = value != 0 or (any(votes) and one.clause.text.endswith(_SENTENCE_ENDS)) or _names_wrong(one.cues)
        placed[index] = _Placed(one.clause, one.cues, tense if tells else "silent")
    return placed


def _names_wrong(cues: Sequence[Cue]) -> bool:
    return any(cue.name in _WRONG for cue in cues)


def _judge(one: _Placed, figures: Mapping[int, FoundFigure] | Sequence[FoundFigure], *, looks_ahead: bool) -> Judgement:
    clause, cues = one.clause, one.cues
    if one.stand not in _PLAIN:
        return Judgement((), (None,) * len(clause.figures))
    if not clause.figures and not cues:
        return _PLAIN[one.stand]
    stand = one.stand
    if stand == "plan" and clause.figures and vote(clause.text, has_figures=True) >= PLAINLY_DONE:
        stand = "review"
    parts = _PARTS[stand](clause.text, cues, looks_ahead) if cues else [_Part(Span(0, len(clause.text)), _PLAIN[stand].kinds)]
    figure_kinds = tuple(_figure_kind(clause, figures[number], parts) for number in clause.figures)
    found = {kind for part in parts for kind in part.kinds}.union(kind for kind in figure_kinds if kind)
    return Judgement(tuple(kind for kind in KINDS if kind in found), figure_kinds)


def _by_part(text: str, cues: Sequence[Cue]) -> Iterator[tuple[Span, Sequence[Cue]]]:
    """Yield the parts of a sentence with the cues that begin in them."""
    position = 0
    for span in split_parts(text):
        first = position
        while position < len(cues) and cues[position].start < span.end:
            position += 1
        yield span, cues[first:position]


def _review_parts(text: str, cues: Sequence[Cue], looks_ahead: bool) -> list[_Part]:
    parts: list[_Part] = []
    onward = False
    for span, found in _by_part(text, cues):
        names = {cue.name for cue in found}
        onward = onward or not names.isdisjoint(("onward", "promise"))
        details = bool(parts) and not found and _GOES_ON.match(text[span.start : span.end]) is not None
        kinds = ("target",) if onward else parts[-1].kinds if details else _kinds_in_review(text, span, names, looks_ahead)
        parts.append(_Part(span, kinds))
    if all(part.kinds == ("achievement",) for part in parts):
        return parts
    least = 1 if any("risk" in part.kinds for part in parts) else 0
    return [part if part.kinds != ("achievement",) or _tells(text, part.span) >= least else _Part(part.span, ()) for part in parts]


def _kinds_in_review(text: str, span: Span, names: set[str], looks_ahead: bool) -> tuple[Kind, ...]:
    if not names:
        return ("achievement",)
    part = text[span.start : span.end]
    if "goal" in names or ("later" in names and looks_ahead) or ("ensure" in names and "by" in names):
        return ("target",)
    if "expect" in names and _DATED_LATER.search(part):
        return ("target",)
    if "shortfall" in names and not _ACTED_UPON.match(part):
        return _SHORT
    if names & _WRONG and not _relieved(part) and ("problem" in names or _has_trouble(part)):
        return ("risk",)
    return ("achievement",)


def _tells(text: str, span: Span) -> int:
    """Return how a part speaks, see `vote`: beside a named problem or a promise, a mere setting (受疫情影响) states nothing itself."""
    return vote(text[span.start : span.end], has_figures=False)


def _relieved(part: str) -> bool:
    return any(cue.name == "relief" for cue in trouble_words().find(part))


def _has_trouble(part: str) -> bool:
    return any(cue.name == "trouble" for cue in trouble_words().find(part))


def _plan_parts(text: str, cues: Sequence[Cue], looks_ahead: bool) -> list[_Part]:
    """Return the clause as one part: in a plan, what is unsaid in one part is promised in another."""
    names = {cue.name for cue in cues}
    situation = names & _WRONG and _SITUATION.search(text) is not None and not _relieved(text)
    named = situation and ("problem" in names or _has_trouble(text))
    return [_Part(Span(0, len(text)), ("risk",) if named else ("target",))]


def _problem_parts(text: str, cues: Sequence[Cue], looks_ahead: bool) -> list[_Part]:
    remedy = next((cue.start for cue in cues if cue.name in ("remedy", "promise", "onward")), None)
    if remedy is None:
        parts = [_Part(span, _SHORT if _falls_short(text, found) else ("risk",)) for span, found in _by_part(text, cues)]
    else:
        parts = [_Part(span, _kinds_before_remedy(text, span, found, remedy)) for span, found in _by_part(text, cues)]
    turn = _TURN.search(text)
    fair_until = turn.end() if turn is not None and _FAIR.search(text, 0, turn.start()) else 0
    return [_Part(part.span, ("achievement",) if part.span.end <= fair_until else part.kinds) for part in parts]


def _kinds_before_remedy(text: str, span: Span, cues: Sequence[Cue], remedy: int) -> tuple[Kind, ...]:
    if span.end > remedy:
        return ("target",)
    if _falls_short(text, cues):
        return _SHORT
    return ("risk",) if _names_wrong(cues) or _has_trouble(text[span.start : span.end]) else ()


def _falls_short(text: str, cues: Sequence[Cue]) -> bool:
    """Return whether a part among problems reports an indicator that missed its goal; 效果不及预期 alone reports none."""
    if not any(cue.name == "shortfall" for cue in cues):
        return False
    return any(character.isdigit() for character in text) or any(word in text for word in ("目标", "任务", "序时", "计划"))


_PARTS: dict[Stand, Callable[[str, Sequence[Cue], bool], list[_Part]]] = {
    "review": _review_parts,
    "plan": _plan_parts,
    "problems": _problem_parts,
}


def _figure_kind(clause: Clause, figure: FoundFigure, parts: Sequence[_Part]) -> Kind | None:
    start, end = figure.start - clause.start, figure.end - clause.start
    kinds = next(part.kinds for part in reversed(parts) if part.span.start <= start)
    if kinds == ("risk",) and _tells(clause.text, next(p.span for p in reversed(parts) if p.span.start <= start)) > 0:
        kinds = ("achievement",)
    if kinds == _SHORT and figure.role == "count" and _COUNTED_SHORTFALL.match(clause.text[end : end + 8]):
        return "risk"
    return own_kind(clause.text, start, end, figure) or (kinds[0] if kinds else "achievement")
