"""A model's answer → a draft: what the rows point at, item by item.

Comes in: an answer of the right form, and what its marks stand for. Goes out: a `ChunkDraft` in the report's own clause and figure
numbers, with the reason for everything that was dropped. A row that points outside its chunk or repeats a mark is dropped; a metric that
is not drawn from the text around costs itself alone. Rows of one measure whose names mean the same make one item. Figures that belong to
one measure follow the first of them unless the model gave them a row of their own. A summary that could invent is refused (`prose`).

What a row leaves open (the metric, when null) is taken from the deterministic reading, as are outcome, commitment, owner and cause,
which the clause's own words tell. A clause may state more than its rows can say (an outcome that falls short is an achievement and a
risk): where the model agrees with the reading of every mark of a clause, the clause states all that the reading found in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reportsum import lazy_re as re

from ...annotating import Clause, Measure
from ...chunking import Chunk
from ...figures.figure import FoundFigure
from ...naming import metric_key
from ..drafts import AchievementDraft, ChunkDraft, RiskDraft, TargetDraft
from ..names import LONGEST_NAME, is_drawn, is_too_long
from ..risks import subjects_at_risk
from ..rules import deeds_beside, goals_in_words, judgements_of, plain_measures
from .claims import Told
from .prompting import DISARMED, Mark
from .prose import PLACEHOLDER, Amount, Sources, bounded, fault
from .wire import Answer, Row, RowKind

STUCK_ROWS = 10
"""So many rows, nearly all of one kind, against most of what was shown, say nothing of any."""
STUCK_SHARE = 0.8
STUCK_RUN = 8
"""So many rows in a row that turn what was shown into one kind: a small model has lost its place there (docs/models.md)."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class JudgedDraft(ChunkDraft):
    """A draft that also tells which figures the model gave a verdict on, context included: the others may be asked about again."""

    judged: frozenset[int] = frozenset()
    slips: int = 0
    """Readings shown wrong on purpose."""
    mended: int = 0
    """Those of them that the answer put right."""
    readings: int = 0
    """Facts shown."""
    changed: int = 0
    """Facts that the answer changed, added or took away."""


@dataclass(slots=True)
class _Item:
    """A fact in the making."""

    kind: RowKind
    clause: Clause
    metric: str | None
    figures: list[int]
    figure_metrics: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class _Verdicts:
    """What has been decided so far."""

    items: list[_Item] = field(default_factory=list)
    by_measure: dict[tuple[int, int, RowKind], list[_Item]] = field(default_factory=dict)
    """Items by clause, measure and kind: rows of one measure make one item for each name."""
    seen: dict[int, RowKind] = field(default_factory=dict)
    """Marks that have their row, and what it says."""
    judged: set[int] = field(default_factory=set)
    dropped: list[str] = field(default_factory=list)


def judge(answer: Answer, marks: Sequence[Mark], chunk: Chunk) -> JudgedDraft:
    """Return the draft that `answer` makes of `chunk`, whose marks stand for `marks`."""
    verdicts = _Verdicts(dropped=list(answer.refused))
    clauses = {clause.number: clause for clause in chunk.clauses}
    measures = {clause.number: own for clause, own in zip(chunk.clauses, chunk.measures, strict=True)}
    rows = answer.rows
    if _is_stuck(rows, marks):
        verdicts.dropped.append("kinds: one for nearly every line, against most of the readings; the readings stand")
        rows = [_as_shown(row, marks) for row in rows]
    elif lost := _lost(rows, marks):
        verdicts.dropped.append(f"kinds: {len(lost)} lines in a row against the readings; the readings stand")
        rows = [_as_shown(row, marks) if place in lost else row for place, row in enumerate(rows)]
    for number, row in enumerate(rows, start=1):
        reason = _refusal(row, marks, verdicts.seen)
        if reason is not None:
            verdicts.dropped.append(f"row {number}: {reason}")
            continue
        mark = marks[row.mark - 1]
        if (wrong := _wrong_name(row, clauses[mark.clause], clauses)) is not None:
            verdicts.dropped.append(f"row {number}: {wrong}")
            row = row.model_copy(update={"metric": None})
        verdicts.seen[row.mark] = row.kind
        _accept(row, mark, verdicts, clauses, measures)
    _let_measures_follow(verdicts, measures)
    _let_agreed_clauses_state_all(verdicts, marks, chunk)
    summary = _summary(answer.summary, marks, chunk, verdicts)
    return _draft(verdicts, chunk, summary)


def _is_stuck(rows: Sequence[Row], marks: Sequence[Mark]) -> bool:
    """Return whether a model has lost its place: one kind on nearly every line, whatever was shown (small ones: docs/models.md)."""
    shown = [(row.kind, marks[row.mark - 1].reading) for row in rows if 1 <= row.mark <= len(marks)]
    most = max(Counter(kind for kind, _ in shown).values(), default=0)
    if len(shown) < STUCK_ROWS or most < STUCK_SHARE * len(shown):
        return False
    return 2 * sum(kind != reading for kind, reading in shown) > len(shown)


def _lost(rows: Sequence[Row], marks: Sequence[Mark]) -> frozenset[int]:
    """Return the places of rows in long runs that turn whatever was shown into one kind."""
    lost: set[int] = set()
    turned = [row.kind if row != _as_shown(row, marks) else None for row in rows]
    for kind, run in groupby(range(len(rows)), key=lambda place: turned[place]):
        places = list(run)
        if kind is not None and len(places) >= STUCK_RUN:
            lost.update(places)
    return frozenset(lost)


def _as_shown(row: Row, marks: Sequence[Mark]) -> Row:
    """Return a row that agrees with what was shown; one that points nowhere stays."""
    return row.model_copy(update={"kind": marks[row.mark - 1].reading}) if 1 <= row.mark <= len(marks) else row


def _refusal(row: Row, marks: Sequence[Mark], seen: Container[int]) -> str | None:
    """Return why a row cannot stand; None when it can."""
    if not 1 <= row.mark <= len(marks):
        return f"points at mark {row.mark}, its chunk has 1 to {len(marks)}"
    return f"points at mark {row.mark} again" if row.mark in seen else None


def _wrong_name(row: Row, clause: Clause, clauses: dict[int, Clause]) -> str | None:
    """Return why the name in a row is refused, which costs the name alone; None when there is nothing wrong with it."""
    if row.kind == "context" or not row.metric:
        return None
    if is_too_long(row.metric) or not is_drawn(row.metric, _surroundings(clause, clauses)):
        return f"the metric {row.metric[:LONGEST_NAME]!r} is not drawn from its clause"
    return None


def _surroundings(clause: Clause, clauses: dict[int, Clause]) -> str:
    """Return the text a metric may be drawn from: the clause, the one before it (其, 同比), and its headings."""
    before = clauses.get(clause.number - 1)
    title = clause.section.title if clause.section else ""
    return f"{title}\n{before.text if before else ''}\n{clause.text}".translate(DISARMED)


def _accept(row: Row, mark: Mark, verdicts: _Verdicts, clauses: dict[int, Clause], measures: dict[int, tuple[Measure, ...]]) -> None:
    """Enter a row that can stand."""
    if mark.figure is not None:
        verdicts.judged.add(mark.figure)
    if row.kind == "context":
        return
    clause = clauses[mark.clause]
    place, measure = _measure_of(mark, measures[mark.clause])
    own = [] if mark.figure is None else [mark.figure]
    before = verdicts.by_measure.setdefault((clause.number, place, row.kind), [])
    named_so = [item for item in before if row.metric and metric_key(row.metric) == metric_key(item.metric or "")]
    item = next(iter(named_so or ([] if row.metric else before[-1:])), None)
    if item is not None:
        item.figures += own
        return
    subjects = subjects_at_risk(clause) if row.kind == "risk" and not own and not row.metric else ()
    for named in subjects or (row.metric or measure.metric,):
        item = _Item(row.kind, clause, named, own, () if row.metric else measure.figure_metrics)
        verdicts.items.append(item)
        before.append(item)


def _measure_of(mark: Mark, measures: Sequence[Measure]) -> tuple[int, Measure]:
    """Return the reading's measure that holds the mark, with its place among the clause's measures."""
    for place, measure in enumerate(measures):
        if mark.figure is None or mark.figure in measure.figures:
            return place, measure
    return -1, Measure(None, ())


def _let_measures_follow(verdicts: _Verdicts, measures: dict[int, tuple[Measure, ...]]) -> None:
    """Give figures without a row to the item that has the first figure of their measure: 增长16.5%,南通第一 is one fact."""
    taken = set(verdicts.judged)
    for (clause, place, _), items in verdicts.by_measure.items():
        item = items[0]
        if place < 0 or not item.figures:
            continue
        followers = [number for number in measures[clause][place].figures if number not in taken]
        item.figures = sorted({*item.figures, *followers})
        taken.update(followers)
        verdicts.judged.update(followers)


def _let_agreed_clauses_state_all(verdicts: _Verdicts, marks: Sequence[Mark], chunk: Chunk) -> None:
    """Add what the reading finds in a clause beside its marks, where every row agrees with the reading."""
    agreed: dict[int, bool] = {}
    for number, mark in enumerate(marks, start=1):
        agreed[mark.clause] = agreed.get(mark.clause, True) and verdicts.seen.get(number) == mark.reading
    stated = {(item.clause.number, item.kind) for item in verdicts.items}
    for clause, measures, judgement in zip(chunk.clauses, chunk.measures, judgements_of(chunk), strict=True):
        if not agreed.get(clause.number, False):
            continue
        if (clause.number, "target") in stated:
            verdicts.items += [_Item("target", clause, measure.metric, []) for measure in goals_in_words(clause)]
        for kind in judgement.kinds:
            if (clause.number, kind) not in stated:
                verdicts.items += [_Item(kind, clause, measure.metric, []) for measure in plain_measures(kind, clause, measures)]
        deeds = deeds_beside(clause, measures, judgement.kinds)
        verdicts.items += [_Item(judgement.kinds[0], clause, measure.metric, []) for measure in deeds]


def _summary(summary: str, marks: Sequence[Mark], chunk: Chunk, verdicts: _Verdicts) -> str | None:
    """Return the summary with the report's figure numbers in its placeholders; None, and a reason, when it cannot stand."""
    if not summary.strip():
        return None
    sources = _sources(marks, chunk, verdicts)
    if (reason := fault(summary, sources)) is not None:
        verdicts.dropped.append(f"summary: {reason}")
        return None
    return PLACEHOLDER.sub(lambda match: f"{{{marks[int(match[2]) - 1].figure}}}", bounded(summary, sources.amounts)).strip()


def _sources(marks: Sequence[Mark], chunk: Chunk, verdicts: _Verdicts) -> Sources:
    """Return what a summary of the chunk may rest on."""
    figures = dict(chunk.figures)
    clauses = {clause.number: clause for clause in chunk.clauses}
    names: dict[int, tuple[str, ...]] = {}
    for measure in (one for own in chunk.measures for one in own):
        others = dict(measure.figure_metrics)
        for number in measure.figures:
            names[number] = tuple(name for name in (others.get(number), measure.metric) if name)
    amounts = {
        place: amount_of(figures[mark.figure], names.get(mark.figure, ()), clauses[mark.clause], verdicts.seen.get(place, mark.reading))
        for place, mark in enumerate(marks, start=1)
        if mark.figure is not None
    }
    told = {name for own in names.values() for name in own}
    heads = [section.title for section in (*chunk.path, *chunk.sections)]
    texts = [_without_figures(clause, figures) for clause in chunk.clauses]
    kinds = {item.clause.number: item.kind for item in verdicts.items if item.kind != "context"}
    facts = tuple(Told(kinds.get(clause.number), text) for clause, text in zip(chunk.clauses, texts, strict=True))
    return Sources(amounts, {}, "\n".join([chunk.meta.place or "", *heads, *told, *texts]), facts=facts)


def amount_of(figure: FoundFigure, names: tuple[str, ...], clause: Clause, kind: RowKind) -> Amount:
    """Return a figure of `clause` as a sentence may tell it, with the kind that its row gives it."""
    return Amount(
        names,
        figure.value is not None and figure.value < 0,
        figure.role in ("change", "change_pp"),
        figure.bound,
        None if kind == "context" else kind,
        before=clause.text[: figure.start - clause.start],
        behind=clause.text[figure.end - clause.start :],
        text=figure.text,
    )


def _without_figures(clause: Clause, figures: dict[int, FoundFigure]) -> str:
    pieces: list[str] = []
    done = clause.start
    for number in clause.figures:
        if number in figures:
            pieces.append(clause.text[done - clause.start : figures[number].start - clause.start])
            done = figures[number].end
    return "\n".join([*pieces, clause.text[done - clause.start :]])


def _draft(verdicts: _Verdicts, chunk: Chunk, summary: str | None) -> JudgedDraft:
    items = sorted(verdicts.items, key=lambda item: (item.clause.number, item.figures[:1]))
    return JudgedDraft(
        achievements=tuple(AchievementDraft(*_shared(item)) for item in items if item.kind == "achievement"),
        targets=tuple(TargetDraft(*_shared(item)) for item in items if item.kind == "target"),
        risks=tuple(RiskDraft(*_shared(item)) for item in items if item.kind == "risk"),
        summary=summary,
        dropped=tuple(verdicts.dropped),
        judged=frozenset(verdicts.judged),
    )


def _shared(item: _Item) -> tuple[tuple[int, ...], str | None, tuple[int, ...], tuple[tuple[int, str], ...]]:
    figures = tuple(sorted(item.figures))
    metrics = tuple(pair for pair in item.figure_metrics if pair[0] in figures)
    return (item.clause.number,), item.metric, figures, metrics
