"""What a fact says besides its figures: outcome, commitment, deadline, owner, cause. Read in this one room for every extractor.

Comes in: the report and the clauses that an item points at. Goes out: the attribute as those clauses say it, None where they do not.
A line of its own behind a task (责任单位:…, 完成时限:…) speaks of the tasks before it in its section that have none of their own, a bracket
at the end of a paragraph of that paragraph's, one at the end of a sentence of all that semicolons join in it; in a heading it speaks of
those that follow.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from reportsum import lazy_re as re

from .. import periods
from ..annotating import AnnotatedReport, Clause
from ..kinds.parts import start_of_part
from ..languages import room_of
from ..models import Commitment, Outcome, Period
from ..spans import Span
from .commitments import commitment_in, find_commitment
from .drafts import Mention
from .dues import due_by, find_due
from .outcomes import find_outcome, may_name_outcome
from .owners import bound_owner, ends_with_owner, find_owner, is_owner_line
from .risks import find_cause

SAME_LINE = 0
"""So many characters stand between two clauses of one paragraph; a line end stands between paragraphs."""
_ITEM = re.compile(r"[①-⑳]|[（(]?\d{1,2}[)）.、．](?!\d)|[一二三四五六七八九十]{1,3}是")
"""How an item of a list begins that another item stands before: a bracket behind it is its own."""


_BREAK = re.compile(r"[,，;；:：](?!\d)|(?<!\d)[,，;；:：]")
"""Where a part of a sentence ends."""


def commitment_of(name: str, clause: Clause) -> Commitment | None:
    """Return how firmly the clause promises the one thing in it that is called `name`.

    确保 stands for what it stands with, not for all that its sentence does. Whatever English plans is at least planned.
    """
    at = _where_begins(name, clause.text)
    begin = max((found.end() for found in _BREAK.finditer(clause.text) if found.end() <= at), default=0)
    end = next((found.start() for found in _BREAK.finditer(clause.text) if found.start() >= at + len(name)), len(clause.text))
    if (says := room_of(clause.language).says) is None:
        return commitment_in(clause, Span(begin, end))
    part = replace(clause, text=clause.text[begin:end], figures=())
    return says.commitment(part, ()) or ("plan" if says.commitment(clause, ()) is not None else None)


def _where_begins(name: str, text: str) -> int:
    """Return where what `name` calls begins in `text`: the name, or as much of its beginning as stands there; 0 where nothing does."""
    return next((at for length in range(len(name), 1, -1) if (at := text.find(name[:length])) >= 0), 0)


_JOINT = re.compile(r";|\s(?:and|while|but)\s(?=(?:the|an?|its|our|their|we|it|they)\s)")


class Attributes:
    """Reads the attributes of one report's facts."""

    def __init__(self, report: AnnotatedReport) -> None:
        self._report = report

    def outcome(self, clause: Clause, figures: Sequence[int], *, may_miss: bool) -> Outcome | None:
        """Return how a fact compares with its goal. `may_miss`: the clause also names a risk; only then it can say that it was missed."""
        if (says := room_of(clause.language).says) is not None:
            outcome = says.outcome(clause.text, may_miss=may_miss)
            beside = outcome == "expected" and self._ends_before_another(clause, figures)
            return says.outcome(clause.text[:beside], may_miss=may_miss) if beside else outcome
        if not may_name_outcome(clause.text):
            return None
        own = [self._report.figures[number] for number in figures]
        outcome = find_outcome(clause, own, self._until(clause, figures))
        return None if outcome == "missed" and not may_miss else outcome

    def _ends_before_another(self, clause: Clause, figures: Sequence[int]) -> int | None:
        """Return where the part of an English sentence ends that holds a fact's figures, where another fact stands behind it: the sum has
        been spent| and the pier is expected to hold 12 boats."""
        if not figures or figures[-1] == clause.figures[-1]:
            return None
        end = self._report.figures[figures[-1]].end - clause.start
        following = self._report.figures[figures[-1] + 1].start - clause.start
        joint = _JOINT.search(clause.text, end, following)
        return joint.start() if joint is not None else None

    def commitment(self, clause: Clause, figures: Sequence[int]) -> Commitment | None:
        """Return how firmly the clause promises what `figures` measure."""
        if (says := room_of(clause.language).says) is not None:
            return says.commitment(clause, [self._report.figures[number] for number in figures])
        return find_commitment(clause, [self._report.figures[number] for number in figures])

    def deadline(self, clause: Clause, figures: Sequence[int], told: Mention | None) -> str | None:
        """Return until when a target is to be met: by the words pointed at, else the clause's own, else those of a line behind it.

        Of several tasks in a clause each has its own: that of its bracket, or the last one named before its figures.
        """
        if (says := room_of(clause.language).says) is not None:
            words = self._words(told) if told is not None else clause.text
            if told is not None and told.words:
                return due_by(words, clause.language, self._planned, self._report.meta.financial_year, self._report.meta.published)
            return says.deadline(words, self._planned, self._report.meta.financial_year)
        if told is not None:
            return due_by(self._words(told), clause.language, self._planned, published=self._report.meta.published)
        plan = self._spoken_of
        own = periods.find_deadline(
            clause.text,
            plan,
            at=self._report.figures[figures[-1]].start - clause.start if figures else None,
            alone=not figures or figures[-1] == clause.figures[-1],
            not_before=self._spoken_from,
        )
        beside = periods.find_deadline(clause.cell.deadline, self._planned) if clause.cell is not None else None
        return own or beside or self._lines.deadlines.get(clause.number)

    def owner(self, clause: Clause, figures: Sequence[int], told: Mention | None) -> str | None:
        """Return who is responsible: the words pointed at, else as the clause says, else as a line behind it or its heading says."""
        if (says := room_of(clause.language).says) is not None:
            words = clause.text if told is None else self._words(told)
            return says.owner(words) or ((told.words or "").strip() or None if told is not None else None)
        if told is not None:
            return find_owner(self._words(told)) or (told.words or "").strip() or None
        after = self._report.figures[figures[-1]].end - clause.start if figures else 0
        beside = clause.cell.owner if clause.cell is not None else None
        return find_owner(clause.text, after) or beside or self._lines.owners.get(clause.number) or bound_owner(clause.text)

    def cause(self, clause: Clause, told: Mention | None) -> str | None:
        """Return the cause of a risk: the words pointed at, else as the clause gives it."""
        if (says := room_of(clause.language).says) is not None:
            words = clause.text if told is None else self._words(told)
            return says.cause(words) or ((told.words or "").strip() or None if told is not None else None)
        if told is not None:
            return find_cause(self._words(told)) or (told.words or "").strip() or None
        return find_cause(clause.text)

    def _words(self, told: Mention) -> str:
        return self._report.clauses[told.clause].text if told.words is None else told.words

    @property
    def _spoken_of(self) -> Period | None:
        """The time that a month without a year stands in: what the report plans, else the rest of the year it was published in."""
        plan, published = self._report.meta.plan_period, self._report.meta.published
        if plan is not None or published is None:
            return plan
        return periods.months(published.year, published.month, 12)

    @property
    def _spoken_from(self) -> dt.date | None:
        """Before this day nothing is a deadline: what the report plans begins, or it was published before that."""
        plan, published = self._spoken_of, self._report.meta.published
        if plan is None:
            return None
        return plan.start if published is None else min(plan.start, published)

    @property
    def _planned(self) -> Period | None:
        return self._report.meta.plan_period or self._report.meta.period

    def _until(self, clause: Clause, own: Sequence[int]) -> int | None:
        """Return where the words about a fact end in its clause's text: at the next figure if it is the goal itself
        (超额完成全年|64亿元目标), else where the part begins that holds the next figure; None when no figure follows."""
        following = bisect_right(clause.figures, own[-1]) if own else len(clause.figures)
        if following == len(clause.figures):
            return None
        figures = self._report.figures
        start = figures[clause.figures[following]].start - clause.start
        if self._report.judgements[clause.number].figure_kinds[following] == "target":
            return start
        return max(figures[own[-1]].end - clause.start, start_of_part(clause.text, start))

    @cached_property
    def _lines(self) -> _Lines:
        return _Lines(self._report)


class _Lines:
    """Owners and deadlines that stand on lines of their own, by the number of the clause they speak of."""

    def __init__(self, report: AnnotatedReport) -> None:
        self.owners: dict[int, str] = {}
        self.deadlines: dict[int, str] = {}
        planned = report.meta.plan_period or report.meta.period
        section: object = None
        heading_owner: str | None = None
        tasks: list[int] = []
        unowned: list[int] = []
        joined: list[int] = []
        paragraph = first = end = 0
        opens = True
        for clause, judgement in zip(report.clauses, report.judgements, strict=True):
            if clause.section is not section:
                section, heading_owner, tasks, unowned, paragraph, first, opens = clause.section, None, [], [], 0, 0, True
                joined = []
            follows, end = clause.start - end, clause.end
            opens = opens or follows > SAME_LINE  # with a label of its own as well: 2．健全…
            if opens and judgement.kinds:
                paragraph, first, opens = len(unowned), len(tasks), False
            if judgement.kinds:
                if follows > SAME_LINE or _ITEM.match(clause.text):
                    joined = []
                goes_on = clause.text.endswith(("；", ";"))
                own = find_owner(clause.text) if joined or goes_on else None
                if joined and own is not None and ends_with_owner(clause.text):
                    self.owners.update(dict.fromkeys(joined, own))
                    unowned = [number for number in unowned if number not in joined]
                joined = [*joined, clause.number] if goes_on and own is None else []
                tasks.append(clause.number)
                if heading_owner is not None:
                    self.owners[clause.number] = heading_owner
                else:
                    unowned.append(clause.number)
                continue
            if (clause.heading or is_owner_line(clause.text)) and (owner := find_owner(clause.text)) is not None:
                mine = unowned[paragraph:] if follows <= SAME_LINE else unowned
                self.owners.update(dict.fromkeys(mine, owner))
                heading_owner = owner if clause.heading and not mine else None
                unowned = []
            due = find_due(clause.text) or (clause.text if clause.text.startswith(("(", "（")) and is_owner_line(clause.text) else None)
            if due is not None and (deadline := periods.find_deadline(due, planned)) is not None:
                for number in tasks[first:] if follows <= SAME_LINE else tasks:
                    self.deadlines.setdefault(number, deadline)
