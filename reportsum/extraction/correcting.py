"""What drafts say of the reading itself, carried out: figures taken, read anew or dropped, stances of headings.

Comes in: an annotated report and the drafts of its chunks. Goes out: both as if the reading had been right at once. Numbers are read by the
code from the words pointed at; where they make no figure, the correction is refused and costs only itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportsum import lazy_re as re

from ..annotating import AnnotatedReport, Clause, Judgement
from ..cautions import Caution
from ..figures.figure import FoundFigure
from ..headings import Section
from ..languages import find_figures, room_of
from ..metadata import ReportMeta
from ..models import Stance
from .drafts import AnyDraft, ChunkDraft, Mention, Pointed, TakenFigure

_WRITTEN = re.compile(r"\d+(?:[.,]\d+)*(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))*(?:\.\d+)?")
"""A number as it is written, with commas or spaces for thousands."""
_CURRENCY = re.compile(r"[A-Z]{3}")
_ANY_COUNTED = "项"
"""A unit that every number may have."""


class Corrected(NamedTuple):
    """A report and its drafts after their corrections."""

    report: AnnotatedReport
    drafts: tuple[ChunkDraft, ...]
    not_figures: frozenset[int]
    """Numbers of the figures that are none."""


def corrected(report: AnnotatedReport, drafts: Sequence[ChunkDraft]) -> Corrected:
    """Return `report` and its `drafts` with what the drafts say of the reading carried out. Taken figures come after the others."""
    not_figures = frozenset(number for draft in drafts for number in draft.not_figures)
    stances = {section: stance for draft in drafts for section, stance in draft.sections}
    taken = [figure for draft in drafts for figure in draft.taken]
    if stances:
        report = _restanced(report, stances)
    if taken:
        report, numbers = _with_figures(report, taken)
        drafts = [_renumbered(draft, numbers) for draft in drafts]
    return Corrected(report, tuple(drafts), not_figures)


def read_figure(clause: Clause, start: int, end: int, unit: str | None) -> FoundFigure | None:
    """Return the number at `start`..`end` of the working text, which stands in `clause`, as a figure with `unit`; None when it makes none.

    The clause is read again with the unit behind the number, so that what stands around it counts; else the two words by themselves.
    Where no unit is given, it is the one that stands right behind the number, also where what stands before hides it (2×35万千瓦).
    """
    first, last = start - clause.start, end - clause.start
    number = clause.text[first:last]
    behind = unit is None or clause.text.startswith(unit, last)
    with_unit = clause.text if behind else clause.text[:last] + (unit or "") + clause.text[last:]
    for text, at in ((with_unit, first), (number + unit if unit is not None else clause.text[first:], 0)):
        for found in find_figures(text):
            if found.start <= at < found.end and (unit is None or unit in found.text):
                if unit is None:
                    end = max(end, start + found.end - at)
                stop = end + (len(unit or "") if behind else 0)
                whole = clause.text[first : stop - clause.start]
                return replace(found, start=start, end=stop, text=whole)
    return _counted(clause, start, end, unit)


def with_unit(figure: FoundFigure, clause: Clause, unit: str) -> FoundFigure | None:
    """Return a figure that was read, with `unit` for its own; None where that would change its number, its amount or its currency.

    The figure itself comes back where it has that unit already: a unit that is told of a figure never cuts its number anew.
    """
    if unit in figure.text or unit in (figure.unit, figure.base_unit):
        return figure
    if figure.unit_code is not None and _CURRENCY.fullmatch(figure.unit_code):
        return None
    if figure.unit and not figure.base_unit:  # 1.7 million| people
        return replace(figure, unit=f"{figure.unit} {unit}", base_unit=unit, unit_code=None)
    written = _WRITTEN.match(figure.text)
    if written is None:
        return None
    found = read_figure(clause, figure.start, figure.start + written.end(), unit)
    if found is None:
        return None
    if found.value is not None and figure.value is not None and abs(found.value) == abs(figure.value):
        return replace(found, value=figure.value, amount=found.amount if found.value == figure.value else figure.amount)
    return None


def _counted(clause: Clause, start: int, end: int, unit: str | None) -> FoundFigure | None:
    """Return a plain number with a unit that the tables do not know (60岁, 3轮次) as a count; None where there is no unit."""
    number = clause.text[start - clause.start : end - clause.start]
    found = find_figures(f"{number}{_ANY_COUNTED}") if unit and any(digit.isdecimal() for digit in number) else ()
    if len(found) != 1 or unit is None:
        return None
    stop = end + (len(unit) if clause.text.startswith(unit, end - clause.start) else 0)
    text = clause.text[start - clause.start : stop - clause.start]
    return replace(found[0], start=start, end=stop, text=text, unit=unit, base_unit=unit, unit_code=None)


def _with_figures(report: AnnotatedReport, taken: Iterable[TakenFigure]) -> tuple[AnnotatedReport, dict[int, int]]:
    """Return the report with these figures, and the number of each by what drafts call it; None of what makes no figure is kept."""
    figures = list(report.figures)
    clauses, judgements = list(report.clauses), list(report.judgements)
    cautions = list(report.cautions)
    numbers: dict[int, int] = {}
    for one in taken:
        clause = clauses[one.clause]
        if one.number is not None and one.unit is not None:
            found = with_unit(figures[one.number], clause, one.unit)
        else:
            found = read_figure(clause, one.start, one.end, one.unit)
        if found is None:
            cautions.append(Caution("figure_refused", "The words pointed at make no figure.", one.start, one.end))
        elif one.number is not None:
            figures[one.number] = found
        else:
            numbers[one.reference] = len(figures)
            clauses[one.clause] = replace(clause, figures=(*clause.figures, len(figures)))
            judged = judgements[one.clause]
            judgements[one.clause] = Judgement(judged.kinds, (*judged.figure_kinds, None), judged.basis)
            figures.append(found)
    changed = replace(report, figures=tuple(figures), clauses=tuple(clauses), judgements=tuple(judgements), cautions=tuple(cautions))
    return changed, numbers


def _renumbered(draft: ChunkDraft, numbers: Mapping[int, int]) -> ChunkDraft:
    """Return a draft that points at the figures it took by their numbers in the report."""
    known = {number: number for item in draft.items() for number in item.figures if number >= 0} | dict(numbers)

    def renumbered(item: AnyDraft) -> AnyDraft:
        if all(number >= 0 for number in item.figures):
            return item
        return replace(
            item,
            figures=tuple(known[number] for number in item.figures if number in known),
            figure_periods=tuple((known[number], told) for number, told in item.figure_periods if number in known),
            figure_metrics=tuple((known[number], name) for number, name in item.figure_metrics if number in known),
            figure_bases=tuple((known[number], base) for number, base in item.figure_bases if number in known),
            figure_traits=tuple((known[number], trait) for number, trait in item.figure_traits if number in known),
        )

    def placed(fact: Pointed) -> Pointed:
        return fact if fact.figure is None else fact._replace(figure=numbers.get(fact.figure, fact.figure))

    return replace(
        draft,
        achievements=tuple(map(renumbered, draft.achievements)),  # type: ignore[arg-type]  # of the same kind as before
        targets=tuple(map(renumbered, draft.targets)),  # type: ignore[arg-type]
        risks=tuple(map(renumbered, draft.risks)),  # type: ignore[arg-type]
        leads=tuple(map(placed, draft.leads)),
        notable=tuple(map(placed, draft.notable)),
        routine=tuple(map(placed, draft.routine)),
    )


def _restanced(report: AnnotatedReport, stances: Mapping[str, Stance]) -> AnnotatedReport:
    """Return the report with other stances of some sections."""
    sections = tuple(restanced(section, stances) for section in report.outline.sections)
    by_id = {one.id: one for section in sections for one in all_below(section)}
    clauses = tuple(clause if clause.section is None else replace(clause, section=by_id[clause.section.id]) for clause in report.clauses)
    return replace(report, outline=replace(report.outline, sections=sections), clauses=clauses)


def restanced(section: Section, stances: Mapping[str, Stance]) -> Section:
    """Return a section with its stance by `stances`; it reaches its own text alone, the sections below it have headings of their own."""
    children = tuple(restanced(one, stances) for one in section.children)
    return replace(section, stance=stances.get(section.id, section.stance), children=children)


def all_below(section: Section) -> Iterator[Section]:
    """Yield a section and all that stand in it."""
    yield section
    for child in section.children:
        yield from all_below(child)


def words_for_period(label: str, clauses: Iterable[Clause], meta: ReportMeta) -> Mention | None:
    """Return the first words of `clauses` that name the period with this label; None when none does."""
    for clause in clauses:
        for default in (meta.period, meta.plan_period):
            for named in room_of(clause.language).periods_in(clause.text, default):
                if named.period.label == label:
                    return Mention(clause.number, clause.text[named.span.start : named.span.end])
    return None
