"""The built-in extractor: a chunk → a draft, by rules, offline and in microseconds.

Every measure of a clause that states something becomes an item of the clause's kind; figures of different kinds within one measure
become two items. What the digest says besides (outcome, commitment, owner, cause) is read from the clause's own words, by the
tables outcomes.tsv and commitments.tsv. Topic, period and deadline are left to the code that resolves drafts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..annotating import Clause, Judgement, Measure
from ..chunking import Chunk
from ..figures.figure import FoundFigure
from ..kinds import judge_clauses
from ..kinds.parts import split_parts
from ..models import Kind, Outcome
from .drafts import AchievementDraft, ChunkDraft, RiskDraft, TargetDraft
from .wording import find_cause, find_commitment, find_outcome, find_owner, find_subject_at_risk, is_owner_line

LONGEST_METRIC = 30
"""Characters of the metric of a clause that nobody could name better than by its beginning."""

_FIRST_WORDS = re.compile(r"[^,，。;；:：!！?？]+")


def draft_chunk(chunk: Chunk) -> ChunkDraft:
    """Return what the clauses of `chunk` state, each kind in text order. The summary is left to the library."""
    figures = dict(chunk.figures)
    judgements = chunk.judgements or judge_clauses(chunk.clauses, figures, chunk.meta)
    drafts = _Drafts()
    for clause, measures, judgement in zip(chunk.clauses, chunk.measures, judgements, strict=True):
        drafts.turn_to(clause)
        if judgement.kinds:
            for kind, measure in _items(clause, measures, judgement):
                drafts.add(kind, _Fact(clause, measure, figures, judgement))
        elif clause.heading or is_owner_line(clause.text):
            drafts.own(find_owner(clause.text))
    return drafts.finished()


def _items(clause: Clause, measures: Sequence[Measure], judgement: Judgement) -> Iterator[tuple[Kind, Measure]]:
    """Yield what the clause states: each measure once for each kind of its figures, and each kind without figures once."""
    kind_of = dict(zip(clause.figures, judgement.figure_kinds, strict=True))
    told: set[Kind] = set()
    for measure in measures:
        for kind in judgement.kinds:
            share = tuple(number for number in measure.figures if kind_of.get(number) == kind)
            if share:
                told.add(kind)
                yield kind, _narrowed(measure, share)
    for kind in judgement.kinds:
        if kind not in told:
            subject = find_subject_at_risk(clause.text) if kind == "risk" else None
            yield kind, Measure(subject or _plain_metric(clause, measures), ())


def _narrowed(measure: Measure, figures: tuple[int, ...]) -> Measure:
    if figures == measure.figures:
        return measure
    return Measure(measure.metric, figures, tuple(pair for pair in measure.figure_metrics if pair[0] in figures))


def _plain_metric(clause: Clause, measures: Sequence[Measure]) -> str:
    """Return the metric of a statement without figures."""
    for measure in sorted(measures, key=lambda measure: bool(measure.figures)):
        return measure.metric
    return _first_words(clause)


def _first_words(clause: Clause) -> str:
    """Return how a clause begins, for want of a better name."""
    words = _FIRST_WORDS.search(clause.text)
    return (words[0] if words else clause.text)[:LONGEST_METRIC]


@dataclass(frozen=True, slots=True)
class _Fact:
    """A measure of a clause, with what is known of the clause."""

    clause: Clause
    measure: Measure
    figures: dict[int, FoundFigure]
    judgement: Judgement

    def own_figures(self) -> list[FoundFigure]:
        """Return the measure's figures."""
        return [self.figures[number] for number in self.measure.figures]

    def outcome(self) -> Outcome | None:
        """Return how the fact compares with its goal. Only a clause that names a risk can say that it was missed."""
        outcome = find_outcome(self.clause, self.own_figures(), self._until())
        return None if outcome == "missed" and "risk" not in self.judgement.kinds else outcome

    def _until(self) -> int | None:
        """Return where the words about this fact end in the clause's text: at the next figure if it is the goal itself
        (超额完成全年|64亿元目标), else where the part begins that holds the next figure; None when no figure follows."""
        own = self.measure.figures
        following = next((n for n in self.clause.figures if own and n > own[-1]), None)
        if following is None:
            return None
        start = self.figures[following].start - self.clause.start
        if self.judgement.figure_kinds[self.clause.figures.index(following)] == "target":
            return start
        end = self.figures[own[-1]].end - self.clause.start
        return max(end, next(part.start for part in split_parts(self.clause.text) if start < part.end))


@dataclass(slots=True)
class _Drafts:
    """Collects the drafts of a chunk, and hands an owner to the targets it was named for."""

    achievements: list[AchievementDraft] = field(default_factory=list)
    targets: list[TargetDraft] = field(default_factory=list)
    risks: list[RiskDraft] = field(default_factory=list)
    _section: object = None
    _owner: str | None = None
    """Named by the heading of this section."""
    _unowned: int = 0
    """From here on, targets belong to the section and wait for an owner."""

    def turn_to(self, clause: Clause) -> None:
        """Forget owner and waiting targets where another section begins."""
        if clause.section is not self._section:
            self._section, self._owner, self._unowned = clause.section, None, len(self.targets)

    def add(self, kind: Kind, fact: _Fact) -> None:
        """Write down one fact."""
        clause, measure = fact.clause, fact.measure
        shared = ((clause.number,), measure.metric, measure.figures, measure.figure_metrics)
        if kind == "achievement":
            self.achievements.append(AchievementDraft(*shared, outcome=fact.outcome()))
        elif kind == "target":
            owner = find_owner(clause.text) or self._owner
            self.targets.append(TargetDraft(*shared, commitment=find_commitment(clause, fact.own_figures()), owner=owner))
        else:
            self.risks.append(RiskDraft(*shared, cause=find_cause(clause.text)))

    def own(self, owner: str | None) -> None:
        """Give `owner` to the targets of this section that wait for one, and to those that follow."""
        if owner is None:
            return
        self._owner = owner if self._unowned == len(self.targets) else None
        for index in range(self._unowned, len(self.targets)):
            if self.targets[index].owner is None:
                self.targets[index] = replace(self.targets[index], owner=owner)
        self._unowned = len(self.targets)

    def finished(self) -> ChunkDraft:
        """Return the draft of the chunk."""
        return ChunkDraft(tuple(self.achievements), tuple(self.targets), tuple(self.risks))
