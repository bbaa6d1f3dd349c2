"""The built-in extractor: a chunk → a draft, by rules, offline and in microseconds.

Every measure of a clause that states something becomes an item of the clause's kind; figures of different kinds within one measure
become two items. What the digest says besides (outcome, commitment, owner, cause) is read from the clause's own words, by the
tables outcomes.tsv and commitments.tsv. A time limit on a line of its own dates the targets of its
section. Topic, period and the other deadlines are left to the code that resolves drafts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .. import periods
from ..annotating import Clause, Judgement, Measure
from ..chunking import Chunk
from ..figures.figure import FoundFigure
from ..kinds import judge_clauses
from ..kinds.parts import start_of_part
from ..models import Kind, Outcome
from .commitments import find_commitment
from .drafts import AchievementDraft, ChunkDraft, RiskDraft, TargetDraft
from .dues import find_due
from .outcomes import find_outcome, may_name_outcome
from .owners import find_owner, is_owner_line
from .risks import find_cause, find_subject_at_risk

LONGEST_METRIC = 30
"""Characters of the metric of a clause that nobody could name better than by its beginning."""

_FIRST_WORDS = re.compile(r"(?:[\s(（]*\d{1,3}[.、．)）]\s*)?([^\d,，。;；:：!！?？][^\d,，。;；:：!！?？]+)")
"""How a clause begins, without its number, before its first figure."""


def draft_chunk(chunk: Chunk) -> ChunkDraft:
    """Return what the clauses of `chunk` state, each kind in text order. The summary is left to the library."""
    drafts = _Drafts(dict(chunk.figures))
    for clause, measures, judgement in zip(chunk.clauses, chunk.measures, judgements_of(chunk), strict=True):
        drafts.turn_to(clause)
        if judgement.kinds:
            for kind, measure in _items(clause, measures, judgement):
                drafts.add(kind, clause, measure, judgement)
        else:
            if clause.heading or is_owner_line(clause.text):
                drafts.own(find_owner(clause.text))
            due = find_due(clause.text)
            if due is not None:
                drafts.limit(periods.find_deadline(due, chunk.meta.plan_period or chunk.meta.period))
    return drafts.finished()


def judgements_of(chunk: Chunk) -> Sequence[Judgement]:
    """Return what the clauses of `chunk` state by the rules: as the whole report was read, else as the chunk alone reads."""
    return chunk.judgements or judge_clauses(chunk.clauses, dict(chunk.figures), chunk.meta)


def _items(clause: Clause, measures: Sequence[Measure], judgement: Judgement) -> Iterator[tuple[Kind, Measure]]:
    """Yield what the clause states: each measure once for each kind of its figures, and each kind without figures once."""
    kinds = judgement.kinds
    told: set[Kind] = set()
    if clause.figures:
        kind_of = dict(zip(clause.figures, judgement.figure_kinds, strict=True))
        for measure in measures or (Measure("", clause.figures),):
            for kind in kinds:
                share = measure.figures if len(kinds) == 1 else tuple([n for n in measure.figures if kind_of.get(n) == kind])
                if share:
                    told.add(kind)
                    yield kind, _narrowed(measure, share)
    for kind in kinds:
        if kind not in told:
            yield kind, plain_measure(kind, clause, measures)


def plain_measure(kind: Kind, clause: Clause, measures: Sequence[Measure]) -> Measure:
    """Return the measure of a statement without figures."""
    subject = find_subject_at_risk(clause.text) if kind == "risk" else None
    if subject is not None:
        return Measure(subject, ())
    for measure in measures:
        if not measure.figures:
            return measure
    return Measure(measures[0].metric if measures else "", ())


def _narrowed(measure: Measure, figures: tuple[int, ...]) -> Measure:
    if figures == measure.figures:
        return measure
    return Measure(measure.metric, figures, tuple(pair for pair in measure.figure_metrics if pair[0] in figures))


def _first_words(clause: Clause) -> str:
    """Return how a clause begins, for want of a better name."""
    words = _FIRST_WORDS.search(clause.text)
    return (words[1] if words else clause.text)[:LONGEST_METRIC]


@dataclass(slots=True)
class _Drafts:
    """Collects the drafts of a chunk, and hands an owner to the targets it was named for."""

    figures: dict[int, FoundFigure]
    achievements: list[AchievementDraft] = field(default_factory=list)
    targets: list[TargetDraft] = field(default_factory=list)
    risks: list[RiskDraft] = field(default_factory=list)
    _section: object = None
    _owner: str | None = None
    """Named by the heading of this section."""
    _first: int = 0
    """The first target of this section."""
    _unowned: int = 0
    """From here on, targets belong to the section and wait for an owner."""

    def turn_to(self, clause: Clause) -> None:
        """Forget owner and waiting targets where another section begins."""
        if clause.section is not self._section:
            self._section, self._owner = clause.section, None
            self._first = self._unowned = len(self.targets)

    def add(self, kind: Kind, clause: Clause, measure: Measure, judgement: Judgement) -> None:
        """Write down one fact."""
        metric = measure.metric or _first_words(clause)
        shared = ((clause.number,), metric, measure.figures, measure.figure_metrics)
        if kind == "achievement":
            self.achievements.append(AchievementDraft(*shared, outcome=self._outcome(clause, measure, judgement)))
        elif kind == "target":
            own = [self.figures[number] for number in measure.figures]
            owner = find_owner(clause.text) or self._owner
            self.targets.append(TargetDraft(*shared, commitment=find_commitment(clause, own), owner=owner))
        else:
            self.risks.append(RiskDraft(*shared, cause=find_cause(clause.text)))

    def _outcome(self, clause: Clause, measure: Measure, judgement: Judgement) -> Outcome | None:
        """Return how a fact compares with its goal. Only a clause that names a risk can say that it was missed."""
        if not may_name_outcome(clause.text):
            return None
        own = [self.figures[number] for number in measure.figures]
        outcome = find_outcome(clause, own, self._until(clause, measure, judgement))
        return None if outcome == "missed" and "risk" not in judgement.kinds else outcome

    def _until(self, clause: Clause, measure: Measure, judgement: Judgement) -> int | None:
        """Return where the words about a fact end in its clause's text: at the next figure if it is the goal itself
        (超额完成全年|64亿元目标), else where the part begins that holds the next figure; None when no figure follows."""
        own = measure.figures
        following = bisect_right(clause.figures, own[-1]) if own else len(clause.figures)
        if following == len(clause.figures):
            return None
        start = self.figures[clause.figures[following]].start - clause.start
        if judgement.figure_kinds[following] == "target":
            return start
        return max(self.figures[own[-1]].end - clause.start, start_of_part(clause.text, start))

    def own(self, owner: str | None) -> None:
        """Give `owner` to the targets of this section that wait for one, and to those that follow."""
        if owner is None:
            return
        self._owner = owner if self._unowned == len(self.targets) else None
        for index in range(self._unowned, len(self.targets)):
            if self.targets[index].owner is None:
                self.targets[index] = replace(self.targets[index], owner=owner)
        self._unowned = len(self.targets)

    def limit(self, deadline: str | None) -> None:
        """Give `deadline` to the targets of this section."""
        if deadline is None:
            return
        for index in range(self._first, len(self.targets)):
            if self.targets[index].deadline is None:
                self.targets[index] = replace(self.targets[index], deadline=deadline)

    def finished(self) -> ChunkDraft:
        """Return the draft of the chunk."""
        return ChunkDraft(tuple(self.achievements), tuple(self.targets), tuple(self.risks))
