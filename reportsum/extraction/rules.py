"""The built-in extractor: a chunk → a draft, by rules, offline and in microseconds.

Every measure of a clause that states something becomes an item of the clause's kind; figures of different kinds within one measure
become two items. Everything else the digest says (outcome, commitment, owner, deadline, cause, topic, period) is left to the code that
resolves drafts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportsum import lazy_re as re

from ..annotating import Clause, Judgement, Measure
from ..chunking import Chunk
from ..languages import judge_clauses
from ..models import Kind
from .deeds import named_deeds
from .drafts import AchievementDraft, ChunkDraft, RiskDraft, TargetDraft
from .risks import find_missed, subjects_at_risk

_IN_WORDS = re.compile(
    r"(?:^|[,，。;；:：、])(?:其中|力争|确保|保持|实现)?(?P<what>[^,，。;；:：、\d了]{2,24}?(?:收入|增收)(?:增长)?)[与同和](?:经济|GDP|(?:地区|国内)?生产总值)(?:的?增[长速])?"
    r"(?:保持)?(?:基本)?(?:保持)?同步"
    r"|(?:^|[,，。;；:：、])(?P<what_>[^,，。;；:：、\d了]{4,24}?)(?:降低|下降|削减)?(?:率)?(?:完成|达到)(?:国家|省|自治区|上级|市)(?:级|政府)?下达"
)
"""A goal that is set by another quantity, or by a higher level: 居民收入增长与经济增长基本同步, 单位GDP能耗降低完成省下达任务."""
_PRICES_IN_WORDS = re.compile(
    r"(?<=[,，、])(?P<what>(?:居民|城镇)?(?:消费价格|物价)(?:总水平|指数|水平)?)(?:总体|涨幅)?(?:保持|处于|维持)在?(?:基本|总体)?(?:合理|适度|温和|稳定|平稳)"
)
"""How prices are to be, where no figure says it: 居民消费价格保持合理水平."""


def draft_chunk(chunk: Chunk) -> ChunkDraft:
    """Return what the clauses of `chunk` state, each kind in text order. The summary is left to the library."""
    achievements: list[AchievementDraft] = []
    targets: list[TargetDraft] = []
    risks: list[RiskDraft] = []
    for clause, measures, judgement in zip(chunk.clauses, chunk.measures, judgements_of(chunk), strict=True):
        for kind, measure in _items(clause, measures, judgement):
            shared = ((clause.number,), measure.metric or None, measure.figures, measure.figure_metrics)
            if kind == "achievement":
                achievements.append(AchievementDraft(*shared))
            elif kind == "target":
                targets.append(TargetDraft(*shared))
            else:
                risks.append(RiskDraft(*shared))
    return ChunkDraft(tuple(achievements), tuple(targets), tuple(risks))


def judgements_of(chunk: Chunk) -> Sequence[Judgement]:
    """Return what the clauses of `chunk` state by the rules: as the whole report was read, else as the chunk alone reads."""
    return chunk.judgements or judge_clauses(chunk.clauses, dict(chunk.figures), chunk.meta)


def _items(clause: Clause, measures: Sequence[Measure], judgement: Judgement) -> Iterator[tuple[Kind, Measure]]:
    """Yield what the clause states: each measure once for each kind of its figures, and each kind without figures once."""
    kinds = judgement.kinds
    told: set[Kind] = set()
    if kinds and clause.figures:
        kind_of = dict(zip(clause.figures, judgement.figure_kinds, strict=True))
        for measure in measures or (Measure(None, clause.figures),):
            for kind in kinds:
                whole = len(kinds) == 1 and None not in judgement.figure_kinds
                share = measure.figures if whole else tuple([n for n in measure.figures if kind_of.get(n) == kind])
                if share:
                    told.add(kind)
                    yield kind, narrowed(measure, share)
    if "target" in told:
        for measure in goals_in_words(clause):
            yield "target", measure
    for kind in kinds:
        if kind not in told:
            missed = find_missed(clause.text) if kind == "achievement" and "risk" in kinds else None
            for measure in [Measure(missed, ())] if missed else plain_measures(kind, clause, measures):
                yield kind, measure
    for measure in deeds_beside(clause, measures, kinds):
        yield kinds[0], measure


def deeds_beside(clause: Clause, measures: Sequence[Measure], kinds: Sequence[Kind]) -> list[Measure]:
    """Return what a clause of one kind, done or planned, tells of works by their names beside its measures."""
    if len(kinds) != 1 or kinds[0] == "risk":
        return []
    return named_deeds(clause, [measure.metric for measure in measures if measure.metric])


def goals_in_words(clause: Clause) -> list[Measure]:
    """Return the goals without a figure that a clause sets beside those with one: 失业率5.5%左右,居民收入增长与经济增长同步."""
    if not clause.figures:
        return []
    goals = []
    if "同步" in clause.text or "下达" in clause.text:
        goals = [Measure((found["what"] or found["what_"]).removesuffix("增长"), ()) for found in _IN_WORDS.finditer(clause.text)]
    if "价" in clause.text and (prices := _PRICES_IN_WORDS.search(clause.text)) is not None:
        goals.append(Measure(prices["what"], ()))
    return goals


def plain_measures(kind: Kind, clause: Clause, measures: Sequence[Measure]) -> list[Measure]:
    """Return the measures of a statement without figures: one, but for problems named one after the other."""
    subjects = subjects_at_risk(clause) if kind == "risk" else []
    if subjects:
        return [Measure(subject, ()) for subject in subjects]
    for measure in measures:
        if not measure.figures:
            return [measure]
    return [Measure(measures[0].metric if measures else None, ())]


def narrowed(measure: Measure, figures: tuple[int, ...]) -> Measure:
    """Return `measure` with only these of its figures."""
    if figures == measure.figures:
        return measure
    return replace(measure, figures=figures, figure_metrics=tuple(pair for pair in measure.figure_metrics if pair[0] in figures))
