"""An editor's answer → a draft: the rules' facts, with what the answer puts right.

Comes in: an answer of the right form and what its marks stand for. Goes out: a draft in the report's own numbers. A told fact replaces
every reading on its marks; readings that are not listed stand, as they were. Judged field by field: what is refused costs that field, a
mark claimed twice stays with the first. Slips are undone whatever the answer says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from reportsum import lazy_re as re

from .... import periods
from ....annotating import Clause
from ....chunking import Chunk
from ....languages import judge_clauses, room_of
from ....models import Commitment, FigureBase, Kind, Period, Stance, Topic
from ... import correcting
from ...attributes import commitment_of
from ...drafts import AchievementDraft, AnyDraft, Dated, Mention, Pointed, RiskDraft, TakenFigure, TargetDraft, Trait, When
from ...dues import due_by, is_term
from ...names import HAN, LONGEST_LIST, LONGEST_NAME, MOST_WORDS, as_name, is_drawn, is_too_long
from ...rules import draft_chunk, judgements_of
from ..prompting import DISARMED
from ..row_drafts import JudgedDraft
from .question import Shown, Spot
from .reach import Below, reached, with_heads
from .slips import Slip
from .wire import EditAnswer, Told, ToldAchievement, ToldFigure, ToldRisk, ToldTarget

MOST_TOP = 10
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOLD_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)(?:\s?[-–—/]\s?(\d\d)(?!\d))?")
"""A year, and the second one of 2018-19."""
_SHORT_YEAR = re.compile(r"\bFY\s?['’]?(\d\d)(?!\d)")
_JOINTS = re.compile(r"[\s_:：]+")
"""What joins the words of a key: Fiscal_Year: 2022."""
_COUNTED_OTHERWISE = re.compile(r"(?:\bFY|fiscal|financial)(?:[\s_]*years?)?[\s_:：'\"\[]*$", re.IGNORECASE)
"""Words before a year that say it begins in another month."""
_SPAN = re.compile(
    r"(?:from|between|自|从)?\s*(.*?(?:19|20)\d\d.*?)\s*(?:/|\bthrough\b|\b(?:un)?till?\b|\bto\b|\band\b|至|到|--|[–—~～]|\s-\s)\s*(.*?)"
    r"(?:为?止|inclusive)?",
    re.IGNORECASE,
)
"""From 2005 through June 2017; 2005/2017-06."""
_OPEN = re.compile(
    r"(?:since|effective(?:\s+(?:from|in|on))?|starting\s+(?:from|in|on)|from|自|从)?\s*(.*?(?:19|20)\d\d.*?)\s*"
    r"(?:起|开始|以来|至今|onwards?|to\s+(?:date|the\s+present)|[/—–-])?",
    re.IGNORECASE,
)
"""Effective 2011; 2016年至今; 2011/: from then on."""
_OPENS = re.compile(r"\A(?:since|effective|starting|from|自|从)|(?:起|开始|以来|至今|onwards?|date|present|[/—–-])\Z", re.IGNORECASE)
_RATE = re.compile(r"率|比重|占比|比例|百分比|\b(?:rates?|ratios?|shares?|percent(?:age)?s?)\b", re.IGNORECASE)
"""Says that what is measured is counted in percent."""
_HOW_OFTEN = re.compile(r"每[年月季日周]|年均|\b(?:every|each|per|a)\s+(?:year|month|quarter)\b|\bannual", re.IGNORECASE)
_NOTHING = frozenset({"", "-", "none", "null", "无"})
"""How it is written that a field says nothing; marks say `-`."""
_DRAFTS: dict[Kind, type[AchievementDraft | TargetDraft | RiskDraft]] = {
    "achievement": AchievementDraft, "target": TargetDraft, "risk": RiskDraft,
}  # fmt: skip


@dataclass(slots=True)
class _Claims:
    """Which marks have been claimed."""

    figures: set[int] = field(default_factory=set)
    plain: set[tuple[int, Kind, str]] = field(default_factory=set)
    """(clause, kind, name) of facts without figures: a sentence may state several."""
    clauses: set[int] = field(default_factory=set)
    """Clauses whose facts without figures are told anew."""


def judge_edit(answer: EditAnswer, shown: Shown, chunk: Chunk) -> JudgedDraft:
    """Return the draft that `answer` makes of `chunk`, which was put to the editor as `shown`."""
    return _Judge(answer, shown, chunk).draft()


class _Judge:
    def __init__(self, answer: EditAnswer, shown: Shown, chunk: Chunk) -> None:
        self._answer = answer
        self._shown = shown
        self._chunk = chunk
        self._clauses = {clause.number: clause for clause in chunk.clauses}
        self._by_figure = {number: fact for fact in shown.facts for number in fact.figures}
        self._slips = {number: slip for slip in shown.slips for number in slip.fact.figures}
        """What was shown wrong, by the figures of its fact."""
        self._mended: set[int] = set()
        self._claims = _Claims()
        self._taken: dict[int, TakenFigure] = {}
        self._not_figures: set[int] = set()
        self._periods: dict[tuple[int, int | None], When] = {}
        """By clause and figure (None: its facts without figures)."""
        self._bases: dict[int, FigureBase | None] = {}
        self._traits: dict[int, Trait] = {}
        self._called: dict[int, str] = {}
        """What figures are called themselves."""
        self._below: list[Below] = []
        """What is told of headings, and of sentences that speak for what follows them; of the smallest part first."""
        self._refused_numbers: set[int] = set()
        """Marks of numbers that make no figure."""
        self._continued: set[int] = set()
        """Readings (by identity) that a told fact without figures goes on with."""
        self._further: list[AnyDraft] = []
        """Facts without figures that were added to those of their sentence."""
        self._dropped: list[str] = list(answer.refused)
        self._clause_of = {spot.figure: spot.clause for spot in shown.spots if spot.figure is not None}
        self._pointed_at = frozenset(self._explicit())
        self._starts = {number: figure.start for number, figure in chunk.figures}
        """Where the figures of the chunk begin."""

    def draft(self) -> JudgedDraft:
        for told in self._answer.figures:
            for mark in dict.fromkeys(told.at):
                self._hear_figure(told, mark)
        sections = dict(self._sections())
        facts = list(self._facts())
        self._hear_not_facts()
        standing = [rest for fact in self._standing(sections) if (rest := self._rest(fact)) is not None]
        whole = sorted([*standing, *facts], key=self._order(standing))
        before = set(self._shown.facts)
        leads, notable, routine = (
            self._pointed(whole, name, most) for name, most in (("top", MOST_TOP), ("notable", None), ("routine", None))
        )
        # whoever adds a fact holds it for one that tells something
        notable += tuple(one for one in map(_by_name, self._further) if one not in (*notable, *routine))
        changed = max(len(before - set(whole)), sum(fact not in before for fact in whole))
        return JudgedDraft(
            **_by_kind(whole),
            sections=tuple(sections.items()),
            taken=tuple(self._taken.values()),
            not_figures=frozenset(self._not_figures),
            leads=leads,
            notable=notable,
            routine=routine,
            dropped=tuple(self._dropped),
            judged=frozenset(number for number, _ in self._chunk.figures),
            slips=len(self._shown.slips),
            mended=len(self._mended),
            readings=len(self._shown.facts),
            changed=changed,
        )

    def _order(self, standing: Sequence[AnyDraft]) -> Callable[[AnyDraft], tuple[int, float]]:
        """Return how facts are put in order: by clause and first figure; a standing one without figures stays where it stood."""
        places: dict[int, tuple[int, float]] = {}
        clause, last = -1, -1.0
        for fact in standing:
            last = last if fact.clauses[0] == clause else -1.0
            clause = fact.clauses[0]
            last = float(self._offset(fact.figures[0])) if fact.figures else last
            places[id(fact)] = (clause, last)

        def place(fact: AnyDraft) -> tuple[int, float]:
            own = float(self._offset(fact.figures[0])) if fact.figures else -1.0
            return places.get(id(fact), (fact.clauses[0], own))

        return place

    def _pointed(self, whole: Sequence[AnyDraft], where: str, most: int | None = None) -> tuple[Pointed, ...]:
        """Return the facts that a list of the answer points at; marks that state nothing are noted."""
        marks: list[int] = getattr(self._answer, where)
        if most is not None and len(marks) > most:
            self._dropped.append(f"{where}: of {len(marks)} marks the first {most} count")
        pointed: list[Pointed] = []
        for mark in marks[:most]:
            spot = self._spot(abs(mark), where)
            if spot is None:
                continue
            meant = self._meant(whole, spot, further=mark < 0)
            pointed += meant
            if not meant:
                self._dropped.append(f"{where}: mark {mark} states no fact")
        return tuple(pointed)

    def _meant(self, whole: Sequence[AnyDraft], spot: Spot, *, further: bool) -> list[Pointed]:
        """Return the facts that a mark stands for: of a sentence, those that were added to it (`further`), or those beside them."""
        if further:
            return [_by_name(fact) for fact in self._further if fact.clauses[0] == spot.clause]
        number = -spot.number.start - 1 if spot.number is not None else spot.figure
        if number is not None:
            return [Pointed(spot.clause, number)] if any(number in fact.figures for fact in whole) else []
        own = [fact for fact in whole if spot.clause in fact.clauses]
        beside = [fact for fact in own if not any(fact is one for one in self._further)]
        if len(beside) == len(own) or not beside:
            return [Pointed(spot.clause)] if own else []
        plain = [_by_name(fact) for fact in beside if not fact.figures]
        return plain or [Pointed(spot.clause, fact.figures[0]) for fact in beside]

    def _told(self) -> Iterator[Told]:
        yield from self._answer.achievements
        yield from self._answer.targets
        yield from self._answer.risks

    def _facts(self) -> Iterator[AnyDraft]:
        """Yield the facts that are told; those without figures that are added to others of their sentence are noted."""
        for told in self._told():
            gone_on = len(self._continued)
            if (fact := self._fact(told)) is not None:
                if not fact.figures and len(self._continued) == gone_on:
                    self._further.append(fact)
                yield fact

    def _explicit(self) -> Iterator[int]:
        """Yield the figures whose own marks the answer names in a fact, or as none."""
        spots = self._shown.spots
        for mark in (*(mark for told in self._told() for mark in told.at), *self._answer.not_facts):
            if 1 <= mark <= len(spots) and (number := spots[mark - 1].figure) is not None:
                yield number

    def _with_letter(self, number: int) -> list[int]:
        """Return a figure, and where its mark has the letter of a fact those that go with it and are not named by themselves."""
        fact = self._by_figure.get(number)
        if fact is None or number not in self._shown.letters:
            return [number]
        kept = self._pointed_at | self._claims.figures
        return [number, *(one for one in fact.figures if one != number and one not in kept)]

    def _spot(self, mark: int, where: str) -> Spot | None:
        """Return what a mark stands for; None, and a reason, when the chunk has no such mark."""
        if 1 <= mark <= len(self._shown.spots):
            return self._shown.spots[mark - 1]
        self._dropped.append(f"{where}: points at mark {mark}, its chunk has 1 to {len(self._shown.spots)}")
        return None

    def _hear_figure(self, told: ToldFigure, mark: int) -> None:
        """Note what is said of a number."""
        spot = self._spot(mark, "figures")
        if spot is None:
            return
        number = spot.figure
        if spot.number is not None:
            if not told.take or not self._take(spot, told.unit):
                return
            number = -spot.number.start - 1
        elif number is not None and told.take is False:
            if number in self._slips:  # what was shown wrong on purpose stands
                return
            self._not_figures.add(number)
            self._claims.figures.add(number)
            return
        elif number is not None and told.unit:
            self._take(spot, told.unit)
        if told.period is not None and (period := self._figure_period(told, spot)) is not None:
            self._periods[spot.clause, number] = period
        if number is None:
            return
        if told.base is not None:
            self._bases[number] = None if told.base == "none" else told.base
        if told.trait is not None:
            self._traits[number] = told.trait
        if told.name is not None and (name := self._drawn(told.name, "figures")) is not None:
            slip = self._slip_of([number])
            self._true_name(name, [number])
            if slip is None or (slip.name is None and not slip.joined):
                self._called[number] = name

    def _figure_period(self, told: ToldFigure, spot: Spot) -> When | None:
        """Return when it is by what is told of a number; nothing at all ("") takes the period away where nothing else is told."""
        assert told.period is not None
        if told.period.strip().casefold() not in _NOTHING:
            return self._period(told.period, spot.clause)
        return None if told.take is not None or told.unit or told.base is not None or told.name or told.trait else Dated(None)

    def _take(self, spot: Spot, unit: str | None) -> bool:
        """Take a number as a figure, or read a figure anew, with the unit pointed at; refused, once, when that makes no figure."""
        if spot.number is not None and spot.number.start in self._refused_numbers:
            return False
        taken = self._taken_figure(spot, unit)
        if taken is not None:
            self._taken[taken.reference] = taken
        elif spot.number is not None:
            self._refused_numbers.add(spot.number.start)
        return taken is not None

    def _taken_figure(self, spot: Spot, unit: str | None) -> TakenFigure | None:
        clause = self._clauses[spot.clause]
        unit = unit.strip() if unit else None
        if unit is not None and not self._stands(unit) and not (unit == "%" and self._is_rate(spot)):
            self._dropped.append(f"figures: the unit {unit[:LONGEST_NAME]!r} does not stand in the text")
            return None
        if spot.number is not None:
            start, end, number = spot.number.start, spot.number.end, None
        else:
            figure = dict(self._chunk.figures)[spot.figure or 0]
            anew = correcting.with_unit(figure, clause, unit) if unit else figure
            if anew is None:
                self._dropped.append(f"figures: {figure.text!r} with the unit {unit!r} would be another amount")
            if anew is None or anew is figure:
                return None
            return TakenFigure(clause.number, figure.start, figure.end, unit, spot.figure)
        if correcting.read_figure(clause, start, end, unit) is None:
            said = clause.text[start - clause.start : end - clause.start]
            self._dropped.append(f"figures: {said!r} makes no figure{'' if unit else ': its unit is not said'}")
            return None
        return TakenFigure(clause.number, start, end, unit, number)

    def _is_rate(self, spot: Spot) -> bool:
        """Return whether what a figure measures is called a rate or a share, by its own name."""
        fact = self._by_figure.get(spot.figure) if spot.figure is not None else None
        return fact is not None and _RATE.search(dict(fact.figure_metrics).get(spot.figure or 0) or fact.metric or "") is not None

    def _fact(self, told: Told) -> AnyDraft | None:
        """Return a fact as it is told; None when nothing is left of what it points at."""
        clauses, figures = self._claimed(told)
        if not clauses:
            return None
        first = self._by_figure.get(figures[0]) if figures else None if _is_further(told) else self._plain_before(told, clauses[0])
        kind = self._true_kind(told.kind, figures)
        name, metrics = self._name(told, first, figures)
        if name is None and not figures and first is None and self._tells_nothing(told, clauses[0]):
            self._dropped.append(f"{told.kind}s: without its name the fact at mark {told.at[0]} would tell nothing of its own")
            return None
        shared = (clauses, name, figures, metrics)
        before = self._as_read(kind, shared)
        fact = before if before is not None else _DRAFTS[kind](*shared)
        shown = [one for number in figures if (one := self._by_figure.get(number)) is not None] if figures else [first]
        if not any(one is not None and one.kind == kind for one in shown):
            fact = _bare(fact)
            if not figures and first is None and isinstance(fact, TargetDraft) and fact.metric:
                fact = replace(fact, commitment=self._own_firmness(fact.metric, clauses[0]))
        return self._with_fields(fact, told, first)

    def _own_firmness(self, name: str, clause: int) -> Commitment | Literal["none"]:
        """Return how firm a new target is: as its own part of the sentence says, else as was told of what stands above it."""
        return commitment_of(name, self._clauses[clause]) or self._told_above(clause).commitment or "none"

    def _tells_nothing(self, told: Told, clause: int) -> bool:
        """Return whether a new fact without a name tells nothing that its sentence does not: its kind alone may be new."""
        if _is_further(told) and not told.name:
            others = {mark for one in self._told() if one.kind != told.kind for mark in one.at} | set(self._answer.not_facts)
            moved = {spot.figure for mark, spot in enumerate(self._shown.spots, start=1) if mark in others}
            own = [fact for fact in self._shown.facts if fact.kind == told.kind and clause in fact.clauses]
            return any(not fact.figures or not set(fact.figures) <= moved for fact in own)
        return bool(told.name) and self._states_more(clause, told)

    def _shown_topic(self, fact: AnyDraft, before: AnyDraft | None, *, further: bool) -> Topic | None:
        """Return the topic that was shown of the reading that a told fact goes on with: another name alone does not change it.

        A further fact of a sentence has the topic of those that were read there.
        """
        if further:
            return next((one.topic for one in self._chunk.notes if one.clause == fact.clauses[0]), None)
        if before is None or before.metric == fact.metric or before.figures[:1] != fact.figures[:1]:
            return None
        notes = [one for one in self._chunk.notes if (one.kind, one.clause) == (before.kind, before.clauses[0])]
        own = [one.topic for one in notes if one.figure == (before.figures[0] if before.figures else None)]
        return own[0] if len(own) == 1 else None

    def _claimed(self, told: Told) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the clauses and figures of a told fact, without those that were claimed before."""
        clauses: set[int] = set()
        figures: set[int] = set()
        sentences: set[int] = set()
        bare: set[int] = set()
        for mark in dict.fromkeys(told.at):
            spot = self._spot(abs(mark), f"{told.kind}s")
            if spot is None:
                continue
            if mark < 0:
                further = (spot.clause, told.kind, (told.name or "").strip())
                clauses |= {spot.clause} - {clause for clause, *_ in self._claims.plain & {further}}
                self._claims.plain.add(further)
                continue
            number = spot.figure
            if spot.number is not None:
                number = -spot.number.start - 1
                if number not in self._taken and not self._take(spot, None):
                    bare.add(spot.clause)
                    continue
            if number is not None and number in self._slips and self._is_torn(number, told):
                continue
            if number is None:
                sentences.add(spot.clause)
            elif number in self._claims.figures:
                self._dropped.append(f"{told.kind}s: mark {mark} was claimed before")
            else:
                own = self._with_letter(number)
                self._claims.figures.update(own)
                figures.update(own)
                clauses.update({spot.clause, *(self._clause_of[one] for one in own if one in self._clause_of)})
        if not clauses and not sentences and told.name:
            clauses |= bare  # the number makes no figure, the fact is still one
        for clause in sentences:
            fact = (clause, told.kind, (told.name or "").strip())
            if figures or fact not in self._claims.plain:
                clauses.add(clause)
                self._claims.clauses.add(clause)
            if not figures:
                self._claims.plain.add(fact)
        return tuple(sorted(clauses)), tuple(sorted(figures, key=self._offset))

    def _is_torn(self, number: int, told: Told) -> bool:
        """Return whether a figure is told with others as it was shown: to go on with the fact before it, or of another kind than it is.

        Its own fact stands.
        """
        slip = self._slips[number]
        if not slip.joined and (slip.kind is None or told.kind == slip.fact.kind):
            return False
        spots = [self._shown.spots[mark - 1] for mark in told.at if 1 <= mark <= len(self._shown.spots)]
        return any(spot.figure != number for spot in spots)

    def _offset(self, number: int) -> int:
        """Return where a figure of this chunk begins."""
        return self._starts[number] if number >= 0 else -number - 1

    def _plain_facts(self, clause: int) -> list[AnyDraft]:
        return [fact for fact in self._shown.facts if not fact.figures and fact.clauses[0] == clause]

    def _plain_before(self, told: Told, clause: int) -> AnyDraft | None:
        """Return the reading that a told fact without figures goes on with; None for one that is new.

        The one of its kind and name, else one that no other entry names; each is gone on with once.
        """
        marks = {mark for mark, spot in enumerate(self._shown.spots, start=1) if spot.clause == clause}
        others = [one for one in self._told() if one is not told and marks & set(one.at)]
        left = [fact for fact in self._plain_facts(clause) if id(fact) not in self._continued]
        left.sort(key=lambda fact: (fact.kind != told.kind, told.name not in (None, fact.metric)))
        for fact in left:
            named = told.name in (None, fact.metric)
            if named or not any(one.kind == fact.kind and one.name in (None, fact.metric) for one in others):
                self._continued.add(id(fact))
                return fact
        return None

    def _states_more(self, clause: int, told: Told) -> bool:
        """Return whether a clause states something beside a told fact."""
        if self._plain_facts(clause) or any(number in self._by_figure for number in self._clauses[clause].figures):
            return True
        marks = {mark for mark, spot in enumerate(self._shown.spots, start=1) if spot.clause == clause}
        return any(one is not told and marks & set(one.at) for one in self._told())

    def _slip_of(self, figures: Sequence[int]) -> Slip | None:
        return next((self._slips[number] for number in figures if number in self._slips), None)

    def _true_kind(self, kind: Kind, figures: Sequence[int]) -> Kind:
        """Return the kind of a told fact: that of the slip whose figures it claims, else as told."""
        slip = self._slip_of(figures)
        if slip is None or slip.kind is None:
            return kind
        if slip.fact.kind == kind:
            self._mended.add(id(slip))
        return slip.fact.kind

    def _true_name(self, name: str | None, figures: Sequence[int]) -> str | None:
        """Return the name of a told fact: that of the fact that was shown by another's, or without one, else as told."""
        slip = self._slip_of(figures)
        if slip is None or (slip.name is None and not slip.joined):
            return name
        if slip.joined or name not in (None, slip.name):
            self._mended.add(id(slip))
        return slip.fact.metric

    def _true_topic(self, topic: Topic | Literal["none"] | None, figures: Sequence[int]) -> Topic | Literal["none"] | None:
        """Return the topic that is told of a fact; None, which leaves the reading, where another was shown on purpose."""
        slip = self._slip_of(figures)
        if slip is None or slip.topic is None:
            return topic
        if topic not in (None, slip.topic):
            self._mended.add(id(slip))
        return None

    def _name(self, told: Told, before: AnyDraft | None, figures: Sequence[int]) -> tuple[str | None, tuple[tuple[int, str], ...]]:
        """Return the name of a told fact and those of its figures that differ; a name that is refused costs only itself."""
        said = self._true_name(self._drawn(told.name, f"{told.kind}s") if told.name is not None else None, figures)
        if said is not None:
            return said, self._own_names(said, figures)
        if before is None:
            fact = next((fact for number in figures if (fact := self._by_figure.get(number)) is not None), None)
            return (fact.metric if fact else None), ()
        metrics = dict(before.figure_metrics)
        whole = set(before.figures) <= set(figures) or not figures or before.figures[0] == figures[0]
        name = before.metric if whole else metrics.get(figures[0], before.metric)
        kept = {n: metric for fact in self._shown.facts for n, metric in fact.figure_metrics if n in figures and metric != name}
        return name, tuple((number, kept[number]) for number in figures if number in kept)

    def _drawn(self, said: str, where: str) -> str | None:
        """Return a name that is told, "" for none; None, and a reason, for one that the text does not give."""
        said = said.strip()
        if said.casefold() in _NOTHING and (said == "-" or said not in self._text):
            return ""
        if any(said == fact.metric for fact in self._shown.facts):
            return said
        name = as_name(said)
        reason = "tells a cause" if name is None else _no_name(name, self._text)
        if reason:
            self._dropped.append(f"{where}: the name {said[:LONGEST_NAME]!r} {reason}")
        return name if not reason else None

    def _own_names(self, name: str, figures: Sequence[int]) -> tuple[tuple[int, str], ...]:
        """Return the names that figures keep beside a new one of their fact: those that were not called as the facts they were read in.

        A threshold keeps its name where the reward is renamed; where all have names of their own, the new one is for the first, and for
        those that were called alike.
        """
        called = {number: own for fact in self._shown.facts for number, own in fact.figure_metrics if own != fact.metric}
        if figures and all(number in called for number in figures):
            called = {number: own for number, own in called.items() if own != called[figures[0]]}
        return tuple((number, called[number]) for number in figures if called.get(number, name) != name)

    @property
    def _text(self) -> str:
        """The text that names may be drawn from: the chunk and the headings above it."""
        titles = [section.title for section in (*self._chunk.path, *self._chunk.sections)]
        return "\n".join([*titles, self._chunk.before, *(clause.text for clause in self._chunk.clauses)]).translate(DISARMED)

    def _as_read(
        self, kind: Kind, shared: tuple[tuple[int, ...], str | None, tuple[int, ...], tuple[tuple[int, str], ...]]
    ) -> AnyDraft | None:
        """Return the rules' own fact where the told one is the same."""
        made = _DRAFTS[kind](*shared)
        return next((fact for fact in self._shown.facts if fact == made), None)

    def _with_fields(self, fact: AnyDraft, told: Told, before: AnyDraft | None) -> AnyDraft:
        """Return a fact with its kind's own fields as told, and with what was said of its figures."""
        clause = self._clauses[fact.clauses[0]]
        above = self._told_above(clause.number).topic
        if (
            topic := self._true_topic(told.topic, fact.figures) or above or self._shown_topic(fact, before, further=_is_further(told))
        ) is not None:
            fact = replace(fact, topic=topic)
        match fact, told:
            case AchievementDraft(), ToldAchievement():
                fact = replace(fact, outcome=told.outcome) if told.outcome else fact
            case TargetDraft(), ToldTarget():
                if told.commitment:
                    fact = replace(fact, commitment=told.commitment)
                fact = replace(
                    fact,
                    owner=self._mention(told.owner, clause, "owner") or fact.owner,
                    deadline=self._mention(told.deadline, clause, "deadline") or fact.deadline,
                )
            case RiskDraft(), ToldRisk():
                if (words := self._mention(told.cause, clause, "cause")) is not None:
                    fact = replace(fact, cause=words)
        fact = self._with_figures(fact)
        if told.period is None:
            return fact
        nothing = told.period.strip().casefold() in _NOTHING
        period = Dated(None) if nothing else self._period(told.period, clause.number, f"{told.kind}s")
        return replace(fact, period=period) if period is not None else fact

    def _with_figures(self, fact: AnyDraft) -> AnyDraft:
        """Return a fact with the periods and bases that were told of its figures, and with what was told above it."""
        if fact.topic is None and (topic := self._told_above(fact.clauses[0]).topic) is not None:
            fact = replace(fact, topic=topic)
        if isinstance(fact, TargetDraft) and fact.commitment is None and (firmness := self._told_above(fact.clauses[0]).commitment):
            notes = [note.commitment for note in self._chunk.notes if note.kind == "target" and note.clause == fact.clauses[0]]
            fact = fact if any(notes) else replace(fact, commitment=firmness)
        first = self._headline_of(fact)
        period = self._periods.get((fact.clauses[0], first)) or (self._period_of(first) if first is not None else None)
        if period is None and fact.period is None:
            period = self._section_period(fact)
        told = tuple((number, said) for number in fact.figures if (said := self._period_of(number)) is not None)
        bases = tuple((number, self._bases[number]) for number in fact.figures if number in self._bases)
        traits = tuple((number, self._traits[number]) for number in fact.figures if number in self._traits)
        fact = self._with_called(fact)
        if period is None and not told and not bases and not traits:
            return fact
        return replace(fact, period=period or fact.period, figure_periods=told, figure_bases=bases, figure_traits=traits)

    def _with_called(self, fact: AnyDraft) -> AnyDraft:
        """Return a fact with the names that single figures of it were given; the only figure's name is the fact's."""
        called = {number: self._called[number] for number in fact.figures if number in self._called}
        if not called:
            return fact
        if len(fact.figures) == 1:
            return replace(fact, metric=called[fact.figures[0]], figure_metrics=())
        names = {**dict(fact.figure_metrics), **called}
        return replace(fact, figure_metrics=tuple((n, names[n]) for n in fact.figures if n in names and names[n] != fact.metric))

    def _headline_of(self, fact: AnyDraft) -> int | None:
        """Return the figure whose time is the fact's: the first that is no value compared with; None for a fact without figures."""
        read = dict(self._chunk.figures)
        for number in fact.figures:
            figure = read.get(number)
            if self._bases.get(number, figure.base if figure is not None else None) is None:
                return number
        return fact.figures[0] if fact.figures else None

    def _period_of(self, figure: int) -> When | None:
        return next((said for (_, number), said in self._periods.items() if number == figure), None)

    def _section_period(self, fact: AnyDraft) -> When | None:
        """Return the period that was told of the heading above a fact; None for a fact whose own words name one."""
        if (told := self._told_above(fact.clauses[0]).period) is None:
            return None
        own = self._chunk.meta.plan_period if fact.kind == "target" else self._chunk.meta.period
        read = {note.period for note in self._chunk.notes if note.clause == fact.clauses[0] and note.kind == fact.kind}
        return told if read <= {own.label if own else None, None} else None

    def _told_above(self, clause: int) -> Below:
        """Return what is told of the smallest parts of the chunk that hold a clause: a period, a topic."""
        told = [one for one in self._below if clause in one.clauses]
        return Below(
            frozenset(),
            next((one.period for one in told if one.period is not None), None),
            next((one.topic for one in told if one.topic is not None), None),
            next((one.commitment for one in told if one.commitment is not None), None),
        )

    def _mention(self, said: str | None, clause: Clause, what: str) -> Mention | None:
        """Return the words of the text that are pointed at, or the clause of a mark; None, and a reason, when they stand nowhere."""
        if said is None:
            return None
        said = said.strip()
        if said.casefold() in _NOTHING:
            return Mention(clause.number, "")
        year = what == "deadline" and _YEAR.fullmatch(said) is not None and self._place(said, clause) is not None
        if said.isdecimal() and not year and (spot := self._spot(int(said), what)) is not None:
            return Mention(spot.clause)
        place = self._place(said, clause)
        if place is None:
            self._dropped.append(f"{what}: {said[:LONGEST_NAME]!r} does not stand in the text")
            return None
        meta = self._chunk.meta
        planned = meta.plan_period or meta.period
        if what == "deadline" and due_by(said, place.language, planned, meta.financial_year, meta.published) is None:
            why = "is a term, and the report tells no day it runs from" if is_term(said) else "names no time limit that can be read"
            self._dropped.append(f"deadline: {said[:LONGEST_NAME]!r} {why}")
            return None
        return Mention(place.number, said)

    def _place(self, words: str, near: Clause) -> Clause | None:
        """Return the clause that holds these words: this one, else the next before it, else the first behind."""
        nearest = sorted(self._chunk.clauses, key=lambda one: abs(one.number - near.number) + (one.number > near.number) * 0.5)
        return next((clause for clause in nearest if words in clause.text or words in clause.text.translate(DISARMED)), None)

    def _stands(self, words: str) -> bool:
        return words in self._text or words in self._chunk.after

    def _period(self, said: str, clause: int, where: str = "figures") -> When | None:
        """Return when it is by what is told: words of the text, or a period as marks write it, whose years the report names.

        None, and a reason, where that names no span of time.
        """
        said = said.strip()
        meta = self._chunk.meta
        if meta.period is not None and said == meta.period.label:
            return "period"
        if meta.plan_period is not None and said == meta.plan_period.label:
            return "plan_period"
        here = self._clauses[clause]
        if (since := self._open_span(said, here)) is not None:
            return since
        if (whole := self._whole_span(said, here)) is not None:
            if whole.label is None:
                self._dropped.append(f"{where}: {said[:LONGEST_NAME]!r} is a span of time of which one end cannot be read")
            return whole if whole.label is not None else None
        place = self._place(said, here)
        if _YEAR.fullmatch(said) and place is not None and _COUNTED_OTHERWISE.search(place.text.partition(said)[0]):
            said = f"FY {said}"
        for words in (f"{said}年", said) if _YEAR.fullmatch(said) else (said,):  # a bare 2020 is no time, 2020年 is
            if (place := self._place(words, here)) is None:
                continue
            if room_of(place.language).periods_in(words, meta.period or meta.plan_period, years=meta.financial_year):
                return Mention(place.number, words)
        named = self._as_marks_write(said) or correcting.words_for_period(said, [here, *self._chunk.clauses], meta)
        if named is None:
            self._dropped.append(f"{where}: {self._not_when(said)}")
        return named

    def _whole_span(self, said: str, here: Clause) -> Dated | None:
        """Return a span of time told by two ends, whose precision may differ; without a label where only one of them is read.

        None for what is no such span, or is read as a whole by itself.
        """
        ends = _SPAN.fullmatch(said)
        if ends is None or periods.labelled(said) is not None:
            return None
        first, last = self._end(ends[1], here), self._end(ends[2], here)
        read = room_of(here.language).periods_in(said, self._chunk.meta.period or self._chunk.meta.plan_period)
        if ends[2] and not _YEAR.search(ends[2]):  # 2018/19 is read as a whole, 2018 to date is not
            return Dated(None) if first is not None and [one.period for one in read] == [first] else None
        if first is None or last is None:
            return Dated(None)
        if [(one.period.start, one.period.end) for one in read] == [(first.start, last.end)] and self._place(said, here) is not None:
            return None
        span = periods.months_over(first.start.year, first.start.month, last.end.year, last.end.month)
        return Dated(span.label) if span is not None and self._names_years_of(span) else Dated(None)

    def _open_span(self, said: str, here: Clause) -> Dated | None:
        """Return a span of time that is told by its beginning alone, to the end of what the report speaks of; None for any other."""
        told = _OPEN.fullmatch(said) if _OPENS.search(said) else None
        first = self._end(told[1], here) if told is not None and len(_YEAR.findall(told[1])) == 1 else None
        if first is None or not self._names_years_of(first):
            return None
        span = periods.since(first.start, self._chunk.meta.period)
        return Dated(span.label) if span is not None else None

    def _end(self, said: str, here: Clause) -> Period | None:
        """Return one end of a span of time, as marks or the text write it."""
        if (label := periods.labelled(said)) is not None:
            return label
        meta = self._chunk.meta
        found = room_of(here.language).periods_in(said, meta.period or meta.plan_period, years=meta.financial_year)
        return found[0].period if len(found) == 1 else None

    def _as_marks_write(self, said: str) -> Dated | None:
        """Return the period that is told in the form of marks (2022H1, 2021/2025), or by its financial year (FY2023).

        Its years stand in the report, or marks show it: a span of time is read, never made up.
        """
        if said in {note.period for note in self._chunk.notes} | {label for note in self._chunk.notes for _, label in note.figure_periods}:
            return Dated(said)
        meta = self._chunk.meta
        if (period := periods.labelled(said)) is None:
            words = _SHORT_YEAR.sub(r"FY 20\1", _JOINTS.sub(" ", said))
            spans = room_of("en").periods_in(words, meta.period, years=meta.financial_year) if _YEAR.search(words) else ()
            if len(spans) != 1 or not {int(year) for year in _YEAR.findall(words)} <= self._years:
                return None
            return Dated(spans[0].period.label)
        return Dated(said) if self._names_years_of(period) else None

    def _names_years_of(self, period: Period) -> bool:
        """Return whether the report names the years of a span of time: both, or the one that a financial year is called by."""
        counted = self._chunk.meta.financial_year
        if counted is not None and any(counted.named(year) == period for year in self._years):
            return True
        return {period.start.year, period.end.year} <= self._years

    @cached_property
    def _years(self) -> frozenset[int]:
        """The years that the report names around this chunk, and those of its own periods."""
        meta = self._chunk.meta
        text = f"{meta.title or ''}\n{self._text}\n{self._chunk.after}"
        told = {int(year) for match in _TOLD_YEARS.finditer(text) for year in (match[1], match[2] and match[1][:2] + match[2]) if year}
        told |= {2000 + int(match[1]) for match in _SHORT_YEAR.finditer(text)}
        own = [period for period in (meta.period, meta.plan_period) if period is not None]
        return frozenset(told | {year for period in own for year in (period.start.year, period.end.year)})

    def _not_when(self, said: str) -> str:
        """Return why what is told names no span of time, and what would."""
        short = f"{said[:LONGEST_NAME]!r}"
        if _HOW_OFTEN.search(said):
            return f"{short} says how often, not when; the period stands as it was read"
        if periods.labelled(said) is not None:
            return f"no words name the period {short}, and its years stand nowhere"
        return f"no words name the period {short}; write a year of the text, or a period as marks write it"

    def _hear_not_facts(self) -> None:
        """Take away the readings that are said to be no facts; those that were shown wrong on purpose stand."""
        for mark in self._answer.not_facts:
            spot = self._spot(mark, "not_facts")
            if spot is None or spot.number is not None:
                continue
            if spot.figure is not None:
                gone = {spot.figure} - self._slips.keys() - self._claims.figures
                self._claims.figures |= gone
                self._not_figures |= gone
            elif self._plain_facts(spot.clause):
                self._claims.clauses.add(spot.clause)
            else:
                self._claims.figures |= set(self._clauses[spot.clause].figures) - self._slips.keys()

    def _standing(self, stances: Mapping[str, Stance]) -> Sequence[AnyDraft]:
        """Return the facts that were read, those that rest on the stance of a section as its stance is now said to be."""
        if not stances:
            return self._shown.facts
        tops = {section.id: correcting.restanced(section, stances) for section in with_heads(self._chunk)}
        sections = {one.id: one for top in tops.values() for one in correcting.all_below(top)}
        clauses = tuple(
            replace(one, section=sections.get(one.section.id, one.section)) if one.section is not None else one
            for one in self._chunk.clauses
        )
        judgements = judge_clauses(clauses, dict(self._chunk.figures), self._chunk.meta)
        old = judgements_of(self._chunk)
        moved = {
            now.number
            for was, now, judged in zip(self._chunk.clauses, clauses, old, strict=True)
            if judged.basis == "section" and was.section is not None and now.section is not None
            and was.section.stance != now.section.stance
        }  # fmt: skip
        if not moved:
            return self._shown.facts
        kinds = tuple(new if clause.number in moved else was for clause, was, new in zip(clauses, old, judgements, strict=True))
        return draft_chunk(replace(self._chunk, clauses=clauses, judgements=kinds)).items()

    def _rest(self, fact: AnyDraft) -> AnyDraft | None:
        """Return what stands of a reading: the fact itself where nothing of it was claimed."""
        if not fact.figures:
            return None if fact.clauses[0] in self._claims.clauses else self._with_figures(fact)
        left = tuple(number for number in fact.figures if number not in self._claims.figures)
        if left == fact.figures:
            return self._with_figures(fact)
        if not left:
            return None
        metrics = dict(fact.figure_metrics)
        name = fact.metric if left[0] == fact.figures[0] else metrics.get(left[0], fact.metric)
        kept = tuple((number, metrics[number]) for number in left if number in metrics and metrics[number] != name)
        return self._with_figures(replace(fact, figures=left, metric=name, figure_metrics=kept))

    def _sections(self) -> Iterator[tuple[str, Stance]]:
        for told in self._answer.sections:
            spot = self._spot(told.at, "sections")
            if spot is None:
                continue
            period = self._period(told.period, spot.clause, "sections") if told.period else None
            commitment = told.commitment or ("plan" if told.stance == "plan" and self._chunk.meta.language == "en" else None)
            if period is not None or told.topic is not None or commitment is not None:
                self._below.append(Below(reached(spot, self._chunk), period, told.topic, commitment))
                self._below.sort(key=lambda one: len(one.clauses))
            if told.stance is not None and spot.section is None:
                self._dropped.append(f"sections: mark {told.at} is no heading of a section, it has no stance")
            elif told.stance is not None and spot.section is not None:
                yield spot.section, told.stance


def _no_name(name: str, text: str) -> str:
    """Return why a name is refused; "" for one that is drawn from `text`."""
    if is_too_long(name):
        most = f"{LONGEST_LIST if '、' in name else LONGEST_NAME} characters" if HAN.search(name) else f"{MOST_WORDS} words"
        return f"is longer than {most}"
    return "" if is_drawn(name, text) else "is not drawn from its chunk"


def _by_name(fact: AnyDraft) -> Pointed:
    """Return what points at a fact without figures, and at no other of its sentence."""
    return Pointed(fact.clauses[0], None, fact.metric or "")


def _is_further(told: Told) -> bool:
    """Return whether a fact is told beside those that were read in its sentence."""
    return any(mark < 0 for mark in told.at)


def _bare(fact: AnyDraft) -> AnyDraft:
    """Return a fact that nothing was shown of: what is not told of it is nothing, and no neighbour's words are taken for it."""
    nothing = Mention(fact.clauses[0], "")
    match fact:
        case TargetDraft():
            return replace(fact, owner=nothing, deadline=nothing)
        case RiskDraft():
            return replace(fact, cause=nothing)
    return fact


def _by_kind(facts: Sequence[AnyDraft]) -> dict[str, Any]:
    return {
        "achievements": tuple(fact for fact in facts if isinstance(fact, AchievementDraft)),
        "targets": tuple(fact for fact in facts if isinstance(fact, TargetDraft)),
        "risks": tuple(fact for fact in facts if isinstance(fact, RiskDraft)),
    }
