"""Drafts → items: the code writes what the extractor only pointed at.

Quotes, offsets, numbers and units are taken from the source; indicator, topic, period and deadline are looked up where the draft
leaves them open. A draft that points outside its chunk, or whose metric is not drawn from its clauses, is refused and recorded.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .. import indicators, periods, topics
from ..annotating import AnnotatedReport, Clause
from ..figures import FoundFigure, as_goal
from ..headings import Section
from ..models import Achievement, Evidence, Figure, Kind, Period, Risk, Target
from .drafts import AchievementDraft, ChunkDraft, ItemDraft, RiskDraft, TargetDraft

Item = Achievement | Target | Risk

_LIST_LABEL = re.compile(r"^(?:进展情况[:：]\s*)?(?:[①-⑳]|[（(]?\d{1,3}[)）.、．](?!\d)|[—\-•·●■◆]+)?\s*")
_GOES_ON = ("；", ";")
_UNTIL = ("截至", "截止", "截止到")
"""Before a time, these say up to when something was reached."""
LONGEST_SENTENCE = 24
"""Clauses between semicolons that a span of time named at the beginning of the sentence reaches over."""

_YEARLY = "年均"
YEARLY_REACH = 12
"""So many characters before a figure 年均 speaks of it."""
_FIVE_YEARS = re.compile(
    r"[“\"「]([一二三四五六七八九十]{1,2})五[”\"」](?=发展|经济社会|国民|的?(?:总体|主要|指导|奋斗|目标|思路)|回顾|成就|展望)"
)
"""A heading about the years of a plan: “十四五”发展的总体思路. “十四五”重大项目 is none: those of one year are meant."""

_WHITE = re.compile(r"\s+")


class PlacedItem(NamedTuple):
    """An item and where it belongs in the order of the text: number of its first clause, place among that clause's items."""

    clause: int
    item: Item


class Resolver:
    """Resolves the drafts of one report. Holds what many items of a report share, so that it is worked out once."""

    def __init__(self, report: AnnotatedReport) -> None:
        meta = report.meta
        self._report = report
        self._spoken_in = periods.speaking_year(meta.period, meta.plan_period, meta.published)
        self._told_until = meta.published or (meta.period.end if meta.period is not None else None)
        """What was achieved was achieved by then."""
        self._headings: dict[str, tuple[str, ...]] = {}
        self._section_periods: dict[str, Period | None] = {}
        self._collect_sections(report.outline.sections, (), None)
        self._periods: dict[tuple[int, bool], Period | None] = {}
        self._named: dict[tuple[int, bool], tuple[periods.NamedPeriod, ...]] = {}
        self._statements: dict[int, str] = {}
        self._evidence: dict[tuple[int, int], Evidence] = {}

    def resolve(self, draft: ChunkDraft, extractor: str) -> list[PlacedItem]:
        """Return the items of a chunk's draft, in text order. Raises ValueError for a draft that points outside the report."""
        items: list[PlacedItem] = []
        for one in (*draft.achievements, *draft.targets, *draft.risks):
            items.append(PlacedItem(one.clauses[0], self._item(one, extractor)))
        items.sort(key=lambda placed: placed.clause)
        return items

    def figure(self, number: int, metric: str | None = None, period: Period | None = None, *, promised: bool = False) -> Figure:
        """Return figure `number` of the report as the digest shows it; `promised` reads its bound as a goal's (突破200亿元).

        `metric` and `period` are its own where they differ from its item's.
        """
        found = self._report.figures[number]
        if promised:
            found = as_goal(found, self._report.clean.text)
        start, end = self._report.clean.offsets.to_source(found.start, found.end)
        return Figure(
            id=figure_id(number),
            text=self._report.source.text[start:end],
            start=start,
            end=end,
            value=found.value,
            unit=found.unit,
            amount=found.amount,
            base_unit=found.base_unit,
            low=found.low,
            high=found.high,
            bound=found.bound,
            role=found.role,
            metric=metric,
            period=period,
        )

    def _item(self, draft: ItemDraft, extractor: str) -> Item:
        kind: Kind = _kind(draft)
        clauses = [self._report.clauses[number] for number in draft.clauses]
        first = clauses[0]
        statement = self._statement(first)
        section = first.section
        metrics = dict(draft.figure_metrics)
        promised = kind == "target"
        period = self._period(first, draft.figures[0] if draft.figures else None, planned=promised)
        figures = [
            self.figure(number, metrics.get(number), self._other_period(number, first, period, planned=promised), promised=promised)
            for number in draft.figures
        ]
        headings = self._headings[section.id] if section else ()
        shared = {
            "id": item_id(kind, statement, draft.metric, figures),
            "statement": statement,
            "metric": draft.metric,
            "indicator": indicators.lookup(draft.metric),
            "topic": draft.topic or topics.topic_of(draft.metric, statement, headings),
            "figures": figures,
            "period": period,
            "task": section.task if section else None,
            "evidence": [self._quote(first, first)] if len(clauses) == 1 else list(self._quotes(clauses)),
            "extractor": extractor,
        }
        if isinstance(draft, AchievementDraft):
            return Achievement(**shared, outcome=draft.outcome)  # type: ignore[arg-type]  # one dict for three models
        if isinstance(draft, TargetDraft):
            return Target(
                **shared,  # type: ignore[arg-type]  # as above
                commitment=draft.commitment or "plan",
                deadline=periods.find_deadline(first.text, self._report.meta.plan_period) or draft.deadline,
                owner=draft.owner,
                progress=None,
            )
        assert isinstance(draft, RiskDraft)
        return Risk(**shared, cause=draft.cause)  # type: ignore[arg-type]  # as above

    def _statement(self, clause: Clause) -> str:
        if clause.number not in self._statements:
            self._statements[clause.number] = clean_statement(clause.text)
        return self._statements[clause.number]

    def _period(self, clause: Clause, figure: int | None, *, planned: bool) -> Period | None:
        """Return the span of time the clause names, else its sentence's, else its section's, else the report's.

        Where the clause names several, the one that holds at `figure` counts (1-5月增长5.7%,预计上半年|6%); for what was reached that is
        the moment up to which it was (截至6月底,2018、2019两年总任务21万座,完成|9万座).
        """
        spans = self._spans(clause, planned=planned)
        if figure is not None and len(spans) > 1:
            at = self._report.figures[figure].start - clause.start
            if _YEARLY in clause.text[max(0, at - YEARLY_REACH) : at]:
                return spans[0].period  # 五年来,由2015年的18亿元增加到2020年的29亿元,年均增长|9.8%
            until = () if planned else [named for named in spans if clause.text.endswith(_UNTIL, 0, named.span.start)]
            return periods.holding_at(until, at) or periods.holding_at(spans, at) or spans[0].period
        key = (clause.number, planned)
        if key not in self._periods:
            default = self._default_period(clause.section, planned=planned)
            named = self._named_period(clause, planned=planned)
            if named is None and _YEARLY in clause.text:
                named = self._years_before(clause, planned=planned)
            self._periods[key] = named or default
        return self._periods[key]

    def _other_period(self, figure: int, clause: Clause, own: Period | None, *, planned: bool) -> Period | None:
        """Return the span of time that a figure of `clause` speaks of, where it is another than its item's."""
        if len(self._spans(clause, planned=planned)) < 2:
            return None
        period = self._period(clause, figure, planned=planned)
        return period if period != own else None

    def _named_period(self, clause: Clause, *, planned: bool) -> Period | None:
        """Return the span of time that the clause names, or the one before it in the same sentence ("到2025年，…；…；…")."""
        for number in range(clause.number, max(-1, clause.number - LONGEST_SENTENCE), -1):
            said = self._report.clauses[number]
            if number != clause.number and (said.section is not clause.section or not said.text.endswith(_GOES_ON)):
                return None
            if spans := self._spans(said, planned=planned):
                return spans[0].period
        return None

    def _years_before(self, clause: Clause, *, planned: bool) -> Period | None:
        """Return the span of years last named before a yearly average: “十三五”时期…。地区生产总值年均增长6.1%。"""
        for number in range(clause.number - 1, max(-1, clause.number - LONGEST_SENTENCE), -1):
            said = self._report.clauses[number]
            if said.section is not clause.section:
                return None
            if spans := self._spans(said, planned=planned):
                named = spans[0].period
                return named if named.start.year < named.end.year else None
        return None

    def _spans(self, clause: Clause, *, planned: bool) -> tuple[periods.NamedPeriod, ...]:
        """Return the spans of time that the words of a clause name, those that lie ahead of what was reached left out."""
        key = (clause.number, planned)
        if key not in self._named:
            default = self._default_period(clause.section, planned=planned)
            spans = periods.periods_in(clause.text, default, spoken_in=self._spoken_in)
            if not planned and self._told_until is not None:  # 已完成80%,预计2022年3月竣工: what is done has not been done then
                spans = tuple([named for named in spans if named.period.start <= self._told_until])
            # 1953年和1954年两|年内: what follows on from a time is part of its name
            self._named[key] = tuple([named for n, named in enumerate(spans) if not n or named.span.start > spans[n - 1].span.end + 1])
        return self._named[key]

    def _default_period(self, section: Section | None, *, planned: bool) -> Period | None:
        meta = self._report.meta
        if section is not None and section.stance == ("plan" if planned else "review"):
            own = self._section_periods[section.id]
            if own is not None:
                return own
        return meta.plan_period if planned else meta.period

    def _quotes(self, clauses: Sequence[Clause]) -> Iterator[Evidence]:
        """Yield the quotes: neighbouring clauses in one, distant ones apart."""
        first = last = clauses[0]
        for clause in clauses[1:]:
            if clause.number != last.number + 1:
                yield self._quote(first, last)
                first = clause
            last = clause
        yield self._quote(first, last)

    def _quote(self, first: Clause, last: Clause) -> Evidence:
        key = (first.number, last.number)
        if key not in self._evidence:
            start, end = self._report.clean.offsets.to_source(first.start, last.end)
            section = first.section.id if first.section else None
            self._evidence[key] = Evidence(quote=self._report.source.text[start:end], start=start, end=end, section=section)
        return self._evidence[key]

    def _collect_sections(self, sections: Sequence[Section], above: tuple[str, ...], period: Period | None) -> None:
        """Note the headings above each section, and the span of time that its heading, or one above it, names."""
        meta = self._report.meta
        for section in sections:
            default = meta.plan_period if section.stance == "plan" else meta.period
            own = periods.find_period(section.title, default, spoken_in=self._spoken_in) or _five_years_of(section.title) or period
            self._headings[section.id] = (*above, section.title)
            self._section_periods[section.id] = own
            self._collect_sections(section.children, self._headings[section.id], own)


def _five_years_of(title: str) -> Period | None:
    """Return the years of the five-year plan that a heading is about; None when it is about something else."""
    named = _FIVE_YEARS.search(title)
    return periods.five_year_plan(named[1]) if named is not None else None


def figure_id(number: int) -> str:
    """Return the id in the digest of the figure with this number in the report."""
    return f"f{number + 1}"


def check_draft(draft: ChunkDraft, clauses: Sequence[Clause], figures: Sequence[tuple[int, FoundFigure]]) -> None:
    """Raise ValueError when a draft points outside its chunk, or a figure does not stand in the clauses that are to prove it."""
    known = {clause.number: clause for clause in clauses}
    figure_numbers = {number for number, _ in figures}
    for item in (*draft.achievements, *draft.targets, *draft.risks):
        if not item.clauses or not item.metric.strip():
            raise ValueError("an item without clause or metric")
        for number in item.clauses:
            if number not in known:
                raise ValueError(f"clause {number} is not in this chunk")
        for number in item.figures:
            if number not in figure_numbers or not any(number in known[clause].figures for clause in item.clauses):
                raise ValueError(f"figure {number} does not stand in the item's clauses")


def clean_statement(text: str) -> str:
    """Return a clause without list label, label words and line breaks.

    >>> clean_statement("①全市新批项目61个。")
    '全市新批项目61个。'
    """
    return _WHITE.sub(" ", _LIST_LABEL.sub("", text, count=1)).strip() or text.strip()


def item_id(kind: Kind, statement: str, metric: str, figures: Sequence[Figure]) -> str:
    """Return the short hash that names an item: the same while kind, clause, metric and the figures' texts stay the same."""
    parts = "\x1f".join([kind, statement, metric, *(figure.text for figure in figures)])
    return f"{kind[0]}{hashlib.sha256(parts.encode()).hexdigest()[:10]}"


def _kind(draft: ItemDraft) -> Kind:
    if isinstance(draft, AchievementDraft):
        return "achievement"
    return "target" if isinstance(draft, TargetDraft) else "risk"
