"""Drafts → items: the code writes what the extractor only pointed at.

Quotes, offsets, numbers and units are taken from the source; indicator, topic, period and all attributes are read from the clauses that
the draft points at, whoever drew it. A draft that points outside its chunk is refused; a metric that is not drawn from the text around
its clause is refused too, and costs only itself. What a draft says as the rules read it keeps the reading's basis and extractor.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple, get_args

from reportsum import lazy_re as re

from .. import indicators, topics
from ..annotating import AnnotatedReport, Clause, Note
from ..cautions import Caution
from ..figures import FoundFigure
from ..figures.figure import TableCell
from ..genres import genre
from ..headings import Section
from ..kinds.entries import head_of_list, leans_on_before, list_heads
from ..languages import as_goal, room_of
from ..models import (
    Achievement,
    Evidence,
    Figure,
    FigureBasis,
    ItemBasis,
    Kind,
    KindBasis,
    MetricBasis,
    Period,
    PeriodBasis,
    Risk,
    Role,
    Target,
    Topic,
)
from ..openers import by_itself, lacks_verb, points_back, with_actor
from ..places import is_in_taiwan
from .attributes import Attributes
from .drafts import AchievementDraft, AnyDraft, ChunkDraft, Dated, RiskDraft, TargetDraft
from .fields import Fields
from .names import is_drawn, is_too_long
from .times import Times
from .whose import is_of_another

Item = Achievement | Target | Risk

_LIST_LABEL = re.compile(
    r"^(?:进展情况[:：]\s*)?(?:[①-⑳]|[（(]?\d{1,3}[)）.、．](?!\d(?!\d{3}(?:年| (?:was|is|has|will|saw|marks) )))"
    r"|[—\-•·●■◆]+|[一二三四五六七八九十]{1,2}是[,，]?(?=.{6}))?\s*"
    r"(?:(?:痛点(?:难点|问题)?|难点|(?:改造|建设|实施)目标|(?:存在|主要|突出)(?:的?)问题|(?:典型|应用)场景|实现方式(?:和[^:：，]{2,6})?)[:：]\s*(?=.{6}))?"
)
_POINTS_BACK = re.compile(r"为[^,，。]{0,6}(?:上述|以上|这些)[^,，。]{0,24}[,，](?=.{6})")
"""为确保上述目标的顺利实现, before what is to be done: it points at other sentences."""

_ONLY_JOINS = re.compile(r"(?:同时|此外|另外|与此同时)[,，](?![又还也就则]|有一)(?=.{6})")
"""What joins a Chinese sentence to the one before, and says nothing."""

_OTHER_CURRENCIES = (("香港", "HKD"), ("澳门", "MOP"), ("新加坡", "SGD"))

CARRIED_OVER = 8
"""So many clauses back a name may be drawn from: about a paragraph."""
LONGEST_TOLD = 420
"""Characters of an English statement with the sentence it speaks of."""
LONGEST_TOLD_CHINESE = 220
"""The same of a Chinese statement."""
_STOPS = tuple("。！？；：，、.!?;:,")
_PARAGRAPH_ENDS = re.compile(r"\n\s*\n")
_BALANCES = frozenset({"fiscal_balance", "deficit"})
_OF_TRADE = re.compile(r"\b(?:[Tt]rade (?:with|in)|in (?:our )?trade|[Tt]rade (?:balance|surplus|deficit))\b")
_OF_SEVERAL = re.compile(
    r"Th(?:is|ese) (?:[a-z-]+ ){0,2}?(?:(?:series|package|range|set|suite) of|measures|initiatives|proposals|concessions|efforts)\b"
)
"""How a paragraph opens that sums up several before it, of which the last sentence is only one."""
_ENDED = re.compile(r"[.!]['\"”’)\]]*$")
_WHITE = re.compile(r"\s+")
_NOT_KNOWN_WHEN = Dated(None)


class PlacedItem(NamedTuple):
    """An item and where it belongs in the order of the text: number of its first clause, place among that clause's items."""

    clause: int
    item: Item


class Resolver:
    """Resolves the drafts of one report. Holds what many items of a report share, so that it is worked out once."""

    def __init__(self, report: AnnotatedReport) -> None:
        meta = report.meta
        self._report = report
        self._currency = currency_of(meta.place)
        self._headings: dict[str, tuple[str, ...]] = {}
        self._collect_sections(report.outline.sections, ())
        self._fields = Fields(report, self._headings)
        self._times = Times(report)
        self._attributes = Attributes(report)
        self._cautions: list[Caution] = []
        self._statements: dict[int, str] = {}
        self._list_heads = list_heads(report.clauses)
        self._evidence: dict[tuple[int, int], Evidence] = {}
        self._reading: tuple[ChunkDraft, _Reading] | None = None

    def resolve(self, draft: ChunkDraft, extractor: str, reading: ChunkDraft) -> list[PlacedItem]:
        """Return the items of a chunk's draft, in text order. Raises ValueError for a draft that points outside the report.

        `reading` is what the rules read in the same chunk (the draft itself where it is theirs): what stands in it keeps its basis.
        """
        read = self._reading_of(reading)
        own = draft is reading
        at_risk = {number for risk in draft.risks for number in risk.clauses}
        items = [
            PlacedItem(one.clauses[0], self._item(one, "rules" if own or read.holds(one) else extractor, read, at_risk))
            for one in draft.items()
        ]
        items.sort(key=lambda placed: placed.clause)
        return items

    def _reading_of(self, draft: ChunkDraft) -> _Reading:
        """Return the reading to look things up in; kept, since many drafts of one item may be compared with the reading of a report."""
        if self._reading is None or self._reading[0] is not draft:
            self._reading = draft, _Reading(draft)
        return self._reading[1]

    def notes(self, reading: ChunkDraft, telling: Callable[[Sequence[Item]], Sequence[bool]]) -> tuple[Note, ...]:
        """Return what the rules read of each fact of their reading of a chunk, in its order; `telling` says which tell something."""
        read = _Reading(reading)
        at_risk = {number for risk in reading.risks for number in risk.clauses}
        items = [self._item(draft, "rules", read, at_risk) for draft in reading.items()]
        return tuple(
            replace(_note(draft, item), telling=tells and not draft.figures)
            for draft, item, tells in zip(reading.items(), items, telling(items), strict=True)
        )

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What was refused while resolving, in the order of the drafts."""
        return tuple(self._cautions)

    def figure(
        self,
        number: int,
        metric: str | None = None,
        period: Period | None = None,
        basis: FigureBasis | None = None,
        *,
        promised: bool = False,
        **corrected: Any,
    ) -> Figure:
        """Return figure `number` of the report as the digest shows it; `promised` reads its bound as a goal's (突破200亿元).

        `metric` and `period` are its own where they differ from its item's; without `basis` nothing is known of them.
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
            unit_code=self._currency if found.unit_code == "CNY" and "人民币" not in found.unit else found.unit_code,
            low=found.low,
            high=found.high,
            bound=corrected.get("bound", found.bound),
            role=corrected.get("role", found.role),
            base=corrected.get("base", found.base),
            yearly_average=corrected.get("yearly_average", found.yearly_average),
            metric=metric,
            period=period,
            basis=basis or figure_basis("none", "none"),
        )

    def _item(self, draft: AnyDraft, extractor: str, read: _Reading, at_risk: set[int]) -> Item:
        clauses = [self._report.clauses[number] for number in draft.clauses]
        first = clauses[0]
        section = first.section
        promised = draft.kind == "target"
        metric, metric_basis = self._named(draft, first, read)
        times = self._times
        period, period_basis = times.of(first, self._headline_of(draft), draft.kind)
        if draft.period == _NOT_KNOWN_WHEN:
            period, period_basis = None, "none"
        elif draft.period is not None and (pointed := times.named_in(draft.period, first, planned=promised)) is not None:
            period, period_basis = pointed, "model"
        figures = self._figures(draft, first, (metric_basis, period, period_basis), read, promised=promised)
        cells = [cell for number in draft.figures if (cell := self._report.figures[number].cell) is not None] if draft.figures else []
        of_table = bool(cells) and len(cells) == len(draft.figures)
        if of_table:
            statement = self._statement_of(draft.figures)
        elif draft.figures or extractor == "rules":
            statement = self._statement(first)
        else:
            statement = self._statement_over(clauses)
        indicator = self._indicator(metric, first)
        shared: dict[str, Any] = {
            "id": item_id(statement, [figure.text for figure in figures]),
            "rank": 0,
            "salience": "detail",
            "statement": statement,
            "metric": metric,
            "indicator": indicator,
            "topic": self._topic(draft, metric or "", indicator, statement, first),
            "figures": figures,
            "period": period,
            "task": section.task if section else None,
            "basis": item_basis(self._kind_basis(draft, first, read), metric_basis, period_basis),
            "evidence": [self._quote_of(cell, first) for cell in cells] if of_table else list(self._quotes(clauses)),
            "extractor": extractor,
        }
        says = self._attributes
        own = tuple([number for number in draft.figures if number in first.figures])  # a fact may go on in further clauses
        match draft:
            case AchievementDraft():
                outcome = draft.outcome or says.outcome(first, own, may_miss=first.number in at_risk)
                return Achievement(**shared, outcome=None if outcome == "none" else outcome)
            case TargetDraft():
                commitment = draft.commitment or says.commitment(first, own)
                return Target(
                    **shared,
                    commitment=None if commitment == "none" else commitment,
                    deadline=says.deadline(first, own, draft.deadline) or (times.due(first, period) if period_basis == "carried" else None),
                    owner=says.owner(first, own, draft.owner),
                    progress=None,
                )
            case RiskDraft():
                return Risk(**shared, cause=says.cause(first, draft.cause))

    def _headline_of(self, draft: AnyDraft) -> int | None:
        """Return the figure that an item is about: the first that is no start value and no goal; None for an item without figures."""
        for number in draft.figures:
            if self._report.figures[number].base is None:
                return number
        return draft.figures[0] if draft.figures else None

    def _figures(
        self, draft: AnyDraft, clause: Clause, of_item: tuple[MetricBasis, Period | None, PeriodBasis], read: _Reading, *, promised: bool
    ) -> list[Figure]:
        """Return the figures of an item; `of_item` is what they take over where nothing of their own was read."""
        if not draft.figures:
            return []
        metric_basis, period, period_basis = of_item
        metrics, bases = dict(draft.figure_metrics), dict(draft.figure_bases)
        pointed = dict(draft.figure_periods)
        figures = []
        for number in draft.figures:
            metric = metrics.get(number)
            basis = self._whose(metric, clause, number, read) if metric else metric_basis
            other = self._times.other(number, clause, period, draft.kind)
            other_basis: PeriodBasis = "own" if other is not None else period_basis
            if self._report.figures[number].base == "earlier":
                other, other_basis = None, period_basis  # its time is the words', or not known
            aside = self._times.aside(number, clause, period)
            if aside is not None:
                basis_of: PeriodBasis = "own" if clause.language == "zh" or aside != self._report.meta.period else "report"
                other, other_basis = (aside, basis_of) if aside != period else (None, period_basis)
            told = pointed.get(number)
            if told is not None and (named := self._times.named_in(told, clause, planned=promised)) is not None:
                other, other_basis = (named, "model") if named != period else (None, period_basis)
            elif told == _NOT_KNOWN_WHEN or (draft.period == _NOT_KNOWN_WHEN and aside is None):
                other, other_basis = None, period_basis
            corrected = {**({"base": bases[number]} if number in bases else {}), **_traits(draft, number, self._report.figures[number])}
            figures.append(self.figure(number, metric, other, figure_basis(basis, other_basis), promised=promised, **corrected))
        return figures

    def _named(self, draft: AnyDraft, clause: Clause, read: _Reading) -> tuple[str | None, MetricBasis]:
        """Return the item's metric and whose words it is; a metric that is not drawn from the text around gives way to the reading's."""
        metric = draft.metric.strip() if draft.metric else None
        if metric and not read.names(metric, clause.number) and (is_too_long(metric) or not is_drawn(metric, self._around(clause, draft))):
            message = f"The name {metric[:40]!r} is not drawn from the text around."
            self._cautions.append(Caution("name_refused", message, clause.start, clause.end))
            metric = read.metric(draft)
        number = draft.figures[0] if draft.figures else None
        return (metric, self._whose(metric, clause, number, read)) if metric else (None, "none")

    def _whose(self, metric: str | None, clause: Clause, figure: int | None, read: _Reading) -> MetricBasis:
        if not metric:
            return "none"
        if not read.names(metric, clause.number):
            return "model"
        if figure is not None and self._report.figures[figure].cell is not None:
            return "table"
        return "own" if is_drawn(metric, clause.text) else "carried"

    def _around(self, clause: Clause, draft: AnyDraft) -> str:
        """Return the text a metric may be drawn from: its fact's clauses, those before in their section (其, 同比), and its headings."""
        section = clause.section
        words = list(self._headings[section.id]) if section else []
        for number in range(max(0, clause.number - CARRIED_OVER), clause.number):
            before = self._report.clauses[number]
            if before.section is section:
                words.append(before.text)
        return "\n".join([*words, *(self._report.clauses[number].text for number in draft.clauses)])

    def _kind_basis(self, draft: AnyDraft, clause: Clause, read: _Reading) -> KindBasis:
        if not read.tells(draft):
            return "model"
        return self._report.judgements[clause.number].basis

    def _topic(self, draft: AnyDraft, metric: str, indicator: str | None, statement: str, clause: Clause) -> Topic | None:
        """Return the field of a fact; of an English one that of its indicator, which is the same in every language."""
        if draft.topic is not None:
            return None if draft.topic == "none" else draft.topic
        if clause.language != "en":
            return self._fields.of_chinese(metric, statement, clause)
        if indicator is not None and (field := topics.field_of_indicator(indicator, metric)) is not None:
            return field
        own = by_itself(clean_statement(clause.text))
        return self._fields.of_english(metric, own, statement, clause, draft.figures, promised=draft.kind == "target")

    def _indicator(self, metric: str | None, clause: Clause) -> str | None:
        """Return the indicator that a metric is; a government's report tells nothing of a company's accounts, and nothing that is told of
        another place, an industry or some firms is its own place's."""
        found = indicators.lookup(metric) if metric else None
        if found is not None and genre(self._report.meta.kind).government and indicators.is_of_companies(found):
            return None
        if found in _BALANCES and clause.language == "en" and "rade" in clause.text and _OF_TRADE.search(clause.text) is not None:
            return None
        place, says = self._report.meta.place, room_of(clause.language).says
        if metric is None or found is None:
            return None
        if clause.language == "zh":
            return None if clause.cell is None and is_of_another(found, metric, clause.text, place) else found
        if place is None or says is None:
            return found
        before = self._report.clauses[clause.number - 1] if clause.number else None
        torn = before is None or _PARAGRAPH_ENDS.search(self._report.clean.text, before.end, clause.start) is not None
        return None if says.is_of_elsewhere(metric, clause.text, "" if before is None or torn else before.text, place) else found

    def _statement(self, clause: Clause) -> str:
        if clause.number not in self._statements:
            row = clause.cell.row if clause.cell is not None else ""
            said = clean_statement(clause.text)
            if clause.language == "en":
                said = self._with_antecedent(clause, by_itself(said))
            elif clause.language == "zh":
                said = self._with_what_it_needs(clause, said)
            self._statements[clause.number] = f"{row}：{said}" if row and row not in said else said
        return self._statements[clause.number]

    def _statement_over(self, clauses: Sequence[Clause]) -> str:
        """Return what neighbouring sentences or lines state as one fact; no more of them than make a statement that can be read."""
        said = self._statement(clauses[0])
        if any(one.cell is not None for one in clauses):
            return said
        for before, clause in pairwise(clauses):
            more = clean_statement(clause.text)
            english = clause.language == "en"
            joint = ("" if not english else " ") if said.endswith(_STOPS) else "; " if english else "；"
            if clause.number != before.number + 1 or len(said) + len(more) > LONGEST_TOLD:
                break
            said = f"{said}{joint}{more}"
        return said

    def _with_antecedent(self, clause: Clause, said: str) -> str:
        """Return a sentence that speaks of one before it (This will cost …) behind that one, where it is near and stands by itself."""
        number = clause.number
        if said[:1].islower():
            said = with_actor(said, self._lead_of(clause))
        while len(said) <= LONGEST_TOLD:
            before = self._report.clauses[number - 1] if number else None
            if before is None or not (points_back(said) or _names_again(said, before.text)):
                return said
            if before.heading or before.section is not clause.section or before.language != "en":
                return said
            torn = self._is_torn(number)
            limb = self._report.clauses[number].text[:1].islower()
            goes_on = before.text.rstrip().endswith(";") and (limb or number == clause.number or lacks_verb(said))
            if (torn and not said.startswith(("This ", "These "))) or not (goes_on or _ENDED.search(before.text)):
                return said
            if torn and _OF_SEVERAL.match(said) is not None:
                return said
            if goes_on and limb:
                said = said[:1].lower() + said[1:]
            ahead = by_itself(clean_statement(before.text))
            if ahead[:1].islower():
                ahead = with_actor(ahead, self._lead_of(before))
            number -= 1
            root = self._root_of(number) if points_back(ahead) and not goes_on and _speak_of_the_same(ahead, said) else None
            if root is not None and len(root) + len(said) <= LONGEST_TOLD < len(root) + len(ahead) + len(said):
                return f"{root} {said}"
            if len(ahead) + len(said) > LONGEST_TOLD:
                return said
            said = f"{ahead} {said}"
        return said

    def _is_torn(self, number: int) -> bool:
        """Return whether a clause opens a paragraph apart from the clause before it; not in a speech written a sentence a line."""
        clauses, text = self._report.clauses, self._report.clean.text

        def parted(at: int) -> bool:
            return not 0 < at < len(clauses) or _PARAGRAPH_ENDS.search(text, clauses[at - 1].end, clauses[at].start) is not None

        return parted(number) and not (parted(number - 1) and parted(number + 1) and parted(number - 2) and parted(number + 2))

    def _root_of(self, number: int) -> str | None:
        """Return the sentence that an English one which points back speaks of, by its clause's number: the last before it that stands by
        itself; None where that is not near."""
        section = self._report.clauses[number].section
        for at in range(number - 1, max(-1, number - 1 - CARRIED_OVER), -1):
            before = self._report.clauses[at]
            if before.heading or before.section is not section or before.language != "en" or not _ENDED.search(before.text):
                return None
            said = by_itself(clean_statement(before.text))
            if not points_back(said):
                return said
        return None

    def _with_what_it_needs(self, clause: Clause, said: str) -> str:
        """Return a Chinese sentence behind what it cannot be read without: the line that opens its list, or the sentence it leans on."""
        if (head := self._list_heads.get(clause.number)) is not None:
            opens = head_of_list(self._report.clauses[head].text)
            return f"{opens}：{said}" if len(opens) + len(said) <= LONGEST_TOLD_CHINESE else said
        number = clause.number
        while number and leans_on_before(said):
            before = self._report.clauses[number - 1]
            if before.heading or before.section is not clause.section or not before.text.endswith(("。", "；", ";")):
                break
            ahead = clean_statement(before.text)
            if len(ahead) + len(said) > LONGEST_TOLD_CHINESE:
                break
            number, said = number - 1, f"{ahead}{said}"
        return said

    def _lead_of(self, clause: Clause) -> str:
        """Return how the sentence begins that a clause is a part of, cut at semicolons; "" where that is not near."""
        for number in range(clause.number - 1, max(-1, clause.number - CARRIED_OVER), -1):
            before = self._report.clauses[number]
            if before.heading or before.section is not clause.section or not before.text.rstrip().endswith(";"):
                return ""
            if before.text[:1].isupper():
                return by_itself(before.text)
        return ""

    def _statement_of(self, figures: Sequence[int]) -> str:
        """Return what values of a table state, with what stands beside and above them: 固定资产投资：全年目标 180 亿元."""
        row, said = "", []
        for number in figures:
            figure = self._report.figures[number]
            assert figure.cell is not None
            row = figure.cell.row
            unit = "" if figure.cell.unit in figure.cell.column + row else figure.cell.unit
            value = _WHITE.sub(" ", self._report.clean.text[figure.cell.start : figure.cell.end])
            if unit and value != figure.text:
                unit = f"（{unit}）"  # 6左右（%）
            elif "%" < unit[:1] < "\u2e80":
                unit = f" {unit}"  # 亿元 and % cling to their number, £m does not
            said.append(f"{figure.cell.column} {value}{unit}".strip())
        return f"{row}：{'；'.join(said)}" if row else "；".join(said)

    def _quote_of(self, cell: TableCell, clause: Clause) -> Evidence:
        start, end = self._report.clean.offsets.to_source(cell.start, cell.end)
        section = clause.section.id if clause.section else None
        return Evidence(quote=self._report.source.text[start:end], start=start, end=end, section=section)

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

    def _collect_sections(self, sections: Sequence[Section], above: tuple[str, ...]) -> None:
        """Note the headings above each section."""
        for section in sections:
            self._headings[section.id] = (*above, section.title)
            self._collect_sections(section.children, self._headings[section.id])


_AGAIN = re.compile(
    r"(?:If t|When t|Once t|Where t|T)he (?:two |three |four |five |new )?(?P<noun>[a-z]{4,}(?: (?:force|group|scheme))?)"
    r" (?:is|are|was|were|will|would|shall|has|have)\b"
)


_REPLIES = re.compile(
    r"[A-Z][\w’' ]{1,40}? (?:agreed|agrees|concurred|concurs|disagreed|disagrees) with (?:the|this|that) (?P<noun>[a-z]{4,})\b"
)
"""How a body answers to what the sentence before it brought up: the auditors made one point. The agency agreed with the point."""


_MEANT = re.compile(
    r"\b[Tt]he (?:(?:enhanced|new|pilot|revised|expanded|extended|first|second) )?"
    r"(?P<noun>(?i:scheme|programme|fund|package|initiative|project|platform|pilot|exercise|allowance|subsidy))"
    r"(?=[,.;]|\s(?:this|next|last|from|will|would|is|are|has|was|remains|to|and|through|in \d)\b)"
)
"""A thing that is only called by what it is: students to join|the scheme this year."""


def _speak_of_the_same(before: str, said: str) -> bool:
    """Return whether two English sentences that point back speak of the same: It will raise revenue. |It will take effect in May; or the
    second of something that the first does not bring up: It will raise revenue. |These reductions will help firms."""
    first, second = before.split(" ", 1)[0], said.split(" ", 1)[0]
    if second in ("It", "They", "He", "She"):
        return first == second
    meant = re.match(r"(?:This|These)\s(?:[a-z-]+\s)?(?P<noun>[a-z]{4,}s?)\s(?:will|would|is|are|was|were|has|have|can|may)\b", said)
    return meant is not None and first in ("It", "They", "This", "These") and meant["noun"][:5] not in before.lower()


def _names_again(said: str, before: str) -> bool:
    """Return whether an English sentence speaks of a thing that the one before it has brought up: We will set up a task force. The task
    force will report in May; the Harbour Scheme will go on. We will help 30 pilots to join the scheme."""
    again = _AGAIN.match(said) or _REPLIES.match(said)
    if again is not None:
        one = re.search(rf"\b(?:an?|one|two|three|four|five|another)\s(?:[\w-]+\s){{0,4}}{again['noun']}\b", before)
        if one is not None:
            return True
    meant = _MEANT.search(said)
    if meant is None or meant["noun"].lower() in said[: meant.start()].lower():
        return False
    noun = meant["noun"].lower()
    return (
        noun in before.lower()
        and re.search(rf"\b(?:an?|one|another)\s(?:[\w-]+\s){{0,4}}{noun}\b|\b[A-Z][\w’'-]+ (?:[\w’'-]+ )*{noun.capitalize()}\b", before)
        is not None
    )


def _note(draft: AnyDraft, item: Item) -> Note:
    label = item.period.label if item.period else None
    others = tuple((n, figure.period.label) for n, figure in zip(draft.figures, item.figures, strict=True) if figure.period is not None)
    note = Note(draft.kind, draft.clauses[0], draft.figures[0] if draft.figures else None, label, others, topic=item.topic)
    match item:
        case Achievement():
            return replace(note, outcome=item.outcome)
        case Target():
            return replace(note, commitment=item.commitment, deadline=item.deadline, owner=item.owner)
    return replace(note, cause=item.cause)


def _traits(draft: AnyDraft, number: int, found: FoundFigure) -> dict[str, Any]:
    """Return what a draft says of a figure's role, bound and average; a range has no other bound, and none but a rise or fall a sign."""
    told: dict[str, Any] = {}
    for trait in (trait for one, trait in draft.figure_traits if one == number):
        if trait == "average":
            told["yearly_average"] = True
        elif trait in get_args(Role):
            told |= {"role": trait} if found.value is None or found.value >= 0 or trait.startswith("change") else {}
        elif found.bound != "range" and trait != "range":
            told["bound"] = trait
    return told


def figure_id(number: int) -> str:
    """Return the id in the digest of the figure with this number in the report."""
    return f"f{number + 1}"


class _Reading:
    """What the rules read in a chunk, to tell what a draft only leaves as it was shown from what it says itself."""

    def __init__(self, reading: ChunkDraft) -> None:
        self._reading = reading
        self._items: set[AnyDraft] | None = None
        self._told: set[tuple[Kind, int]] = set()
        self._metrics: dict[int, set[str]] = {}
        self._by_place: dict[tuple[int, int | None], str | None] = {}
        for item in reading.items():
            clause = item.clauses[0]
            self._told.add((item.kind, clause))
            known = self._metrics.setdefault(clause, set())
            known.update(name for name in (item.metric, *(metric for _, metric in item.figure_metrics)) if name)
            for figure in item.figures or (None,):
                self._by_place.setdefault((clause, figure), item.metric)

    def holds(self, draft: AnyDraft) -> bool:
        """Return whether the rules read this very fact."""
        if self._items is None:
            self._items = set(self._reading.items())
        return draft in self._items

    def tells(self, draft: AnyDraft) -> bool:
        """Return whether the rules read a fact of this kind in the draft's first clause."""
        return (draft.kind, draft.clauses[0]) in self._told

    def names(self, metric: str, clause: int) -> bool:
        """Return whether the rules gave this name in that clause."""
        return metric in self._metrics.get(clause, ())

    def metric(self, draft: AnyDraft) -> str | None:
        """Return the name that the rules gave to what the draft points at; None when they gave none."""
        return self._by_place.get((draft.clauses[0], draft.figures[0] if draft.figures else None))


@lru_cache(maxsize=256)
def item_basis(kind: KindBasis, metric: MetricBasis, period: PeriodBasis) -> ItemBasis:
    """Return the one `ItemBasis` of these three: a digest holds few different ones."""
    return ItemBasis(kind=kind, metric=metric, period=period)


@lru_cache(maxsize=256)
def figure_basis(metric: MetricBasis, period: PeriodBasis) -> FigureBasis:
    """Return the one `FigureBasis` of these two."""
    return FigureBasis(metric=metric, period=period)


def check_draft(draft: ChunkDraft, clauses: Sequence[Clause], figures: Sequence[tuple[int, FoundFigure]]) -> None:
    """Raise ValueError when a draft points outside its chunk, or a figure does not stand in the clauses that are to prove it."""
    known = {clause.number: clause for clause in clauses}
    figure_numbers = {number for number, _ in figures}
    taken = {(figure.clause, figure.reference) for figure in draft.taken}
    for item in draft.items():
        if not item.clauses:
            raise ValueError("an item without a clause")
        for number in item.clauses:
            if number not in known:
                raise ValueError(f"clause {number} is not in this chunk")
        stand = {number for clause in item.clauses for number in known[clause].figures} if item.figures else ()
        for number in item.figures:
            if taken and any((clause, number) in taken for clause in item.clauses):
                continue
            if number not in figure_numbers or number not in stand:
                raise ValueError(f"figure {number} does not stand in the item's clauses")


def currency_of(place: str | None) -> str:
    """Return the currency that 元 means in a report of this place.

    >>> currency_of("香港特别行政区"), currency_of("南通市")
    ('HKD', 'CNY')
    """
    if place is None:
        return "CNY"
    if is_in_taiwan(place):
        return "TWD"
    return next((code for name, code in _OTHER_CURRENCIES if place.startswith(name)), "CNY")


def clean_statement(text: str) -> str:
    """Return a clause without list label, label words, line breaks and what only points back.

    >>> clean_statement("①全市新批项目61个。")
    '全市新批项目61个。'
    >>> clean_statement("3.2017 was a hard year.")
    '2017 was a hard year.'
    """
    label = _LIST_LABEL.match(text)
    said = text[label.end() :] if label is not None else text
    if said.startswith("为") and (back := _POINTS_BACK.match(said)) is not None:
        said = said[back.end() :]
    if said[:1] in "同此另与" and (joins := _ONLY_JOINS.match(said)) is not None:
        said = said[joins.end() :]
    return " ".join(said.split()).rstrip("，、") or text.strip()


def item_id(statement: str, figures: Sequence[str]) -> str:
    """Return the short hash that names an item: of its statement and its figures' texts, whatever it is called or taken for.

    >>> item_id("新增就业5.8万人。", ["5.8万人"])
    'i9e6c9d5d3f'
    """
    return f"i{hashlib.sha256(chr(31).join([statement, *figures]).encode()).hexdigest()[:10]}"
