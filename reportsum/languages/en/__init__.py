"""The room of English: reports of governments, agencies and companies.

numerals    digits, number words, scales, ordinals, fractions → exact numbers
units       currencies, units, places (what a bare "$" means)
quantities  sign, number, scale, unit at a place; ranges and lists
ranks       third largest, 11 places to fourth; doubled
recognising is it a figure?
bounds      no less than, in excess of, or lower
changes     change or level, and which way
qualifiers  the figure, worded
finding     all of it, over a whole text
words       the words of a sentence, each a noun, a verb, a preposition …
phrases     verb groups, subjects, noun phrases, names
names       what figures measure, what statements are about
carrying    a part, a change, a total of what the sentence before named
troubles    the trouble that a risk names
kinds       outcome, aim or risk
legible     is it English at all, or what a scanner made of a page
expecting   what is expected of which year
speech      what only serves the speech: who will tell more, people met, questions
times       years, financial years, halves, quarters; deadlines
since       since when something has gone on
history     sentences that tell of times long gone
elsewhere   growth and prices of other places than the report's
promises    commitment, outcome, owner, cause
worth       what can be checked, and what is only general
outline     headings and their stance
titles      the line that names the report
metadata    genre, place, issuer, date, periods
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from reportsum import lazy_re as re

from ... import measures
from ...annotating import Clause, Measure
from ...cautions import Caution
from ...figures.figure import FoundFigure
from ...headings import Outline
from ...kinds import KindReading
from ...metadata import ReportMeta
from ...models import Commitment, Language, Outcome, Period
from ...periods import FinancialYear, NamedPeriod
from ...tabular import Table
from ..room import Figures, Says
from . import promises, times, worth
from .carrying import bare_growth, carried_name, done_next, name_of_cost, of_industry, of_unit, paid_as, still_of
from .elsewhere import tells_of_elsewhere, tells_only_of_elsewhere
from .expecting import is_supposed
from .finding import find_figures
from .history import clauses_of_history
from .kinds import read_kinds, sounds_troubled
from .metadata import read_metadata
from .names import read_english
from .outline import find_outline
from .referring import cost_of, in_full, pointed_to, speaks_on, spoken_of, tells_cost
from .since import is_of_recent_years, is_since_an_event
from .speech import is_of_the_past
from .tidying import tidied
from .troubles import name_of_risk
from .units import find_place

_PASSED = re.compile(r"(?<![a-z])(?:exceed|surpass|pass|top)(?:s|es|ed|ing)?\s(?:the\s|an?\s)?$", re.IGNORECASE)
_BARE_SIGN = re.compile(r"(?<![A-Za-z])\$(?=[\s(-]?\d)")


class Promises(Says):
    """What an English fact says besides its figures."""

    def commitment(self, clause: Clause, figures: Sequence[FoundFigure]) -> Commitment | None:
        return promises.find_commitment(clause, figures)

    def outcome(self, text: str, *, may_miss: bool) -> Outcome | None:
        return promises.find_outcome(text, may_miss=may_miss)

    def deadline(self, text: str, planned: Period | None, years: FinancialYear | None = None) -> str | None:
        return times.find_deadline(text, planned, years)

    def owner(self, text: str) -> str | None:
        return promises.find_owner(text)

    def cause(self, text: str) -> str | None:
        return promises.find_cause(text)

    def subject_at_risk(self, text: str) -> str | None:
        return name_of_risk(text)

    def is_of_elsewhere(self, metric: str, sentence: str, before: str, place: str) -> bool:
        return tells_of_elsewhere(metric, sentence, before, place)

    def is_only_of_elsewhere(self, sentence: str, place: str, metric: str = "") -> bool:
        return tells_only_of_elsewhere(sentence, place, metric)

    def is_supposed(self, text: str) -> bool:
        return is_supposed(text)

    def is_of_an_uncertain_past(self, text: str) -> bool:
        return is_of_the_past(text) or is_since_an_event(text) or is_of_recent_years(text)

    def clauses_of_history(self, clauses: Sequence[Clause]) -> frozenset[int]:
        return clauses_of_history(clauses)

    def sounds_troubled(self, text: str) -> bool:
        return sounds_troubled(text)

    def calls_by_name(self, text: str) -> bool:
        return worth.calls_by_name(text)

    def holds_something(self, text: str, *, planned: bool) -> bool:
        return worth.holds_something(text, planned=planned)


_INTRODUCED = re.compile(
    r"(?:This|It)\s(?:was|is|has\sbeen|will\sbe)\s(?:first\s|also\s)?(?:introduced|launched|established|implemented|extended|completed)\b"
)
"""A sentence that tells when the thing of the one before it began: the Energy Grant. This was|introduced in 2022."""
_STUCK = r"(?:(?<=[a-z%)]\.)|(?<=\d{4}\.)|(?<=[A-Z]{3}\.))[”’\"]?(?:[A-Z][a-z]*[\s’,]|[A-Z]{3,}\s[A-Z]{2})"
"""Behind a stop, the next sentence or heading in a text that lost its line ends: … especially in Asia.|We could not …."""
_OPENER = r"(?:The|This|These|Our|We|In|Because|While|Although|As|It|If|There|For|With|To)"
"""How a sentence opens that sticks to the heading above it: Weathering the storm|Our economy contracted."""


class English:
    """English, British and American spelling alike."""

    sentence_end = re.compile(
        r"[。！？；;!?\n]+[”’)\]\"]*"
        r"|\.(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bNo\.)(?<!\bvs\.)(?<!\bMrs\.)(?<!\bvol\.)(?<!\bFig\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)"
        rf"(?<!\bcf\.)(?<!\bRs\.)(?<![\s.(][A-Z]\.)(?=[”’)\]\"]?[\s\\]+[A-Z“‘(\"\d$£€•–—-]|{_STUCK})[”’)\]\"]?"
        rf"|(?<=[a-z\d])(?={_OPENER}\s)|(?<=[A-Z]{{4}})(?=[A-Z][a-z]{{2,}}\s[a-z\d])"
    )

    def find_figures(self, text: str, tables: Sequence[Table]) -> tuple[FoundFigure, ...]:
        return find_figures(text)

    def as_goal(self, figure: FoundFigure, text: str) -> FoundFigure:
        if figure.bound == "above" and _PASSED.search(text, max(0, figure.start - 24), figure.start):
            return replace(figure, bound="at_least")
        return figure

    def measure_clauses(
        self, text: str, clauses: Sequence[Clause], figures: Sequence[FoundFigure], silent: Container[int] = ()
    ) -> tuple[tuple[Measure, ...], ...]:
        measured: list[tuple[Measure, ...]] = []
        for index, clause in enumerate(clauses):
            behind = clauses[index + 1].figures if index + 1 < len(clauses) else ()  # their name may be carried over from this clause
            unasked = clause.number in silent and not clause.figures and not behind
            told = () if clause.heading else (_NAMELESS,) if unasked else _measures(text, clause, figures)
            back = clauses[max(0, index - _MOST_BEFORE) : index]
            section = [other.text for other in back if other.section is clause.section and not other.heading]
            told = tuple(_told_in_full(_tidied(measure), clause, section) for measure in told)
            follows = index > 0 and clauses[index - 1].section is clause.section
            before, given = (clauses[index - 1].text, measured[-1]) if follows else ("", ())
            if told:
                told = (_carried_on(told[0], clause.text, before, given, section), *told[1:])
            if told and told[0].metric is not None and follows and clause.text.startswith("The "):
                told = tuple(m if m.metric is None else replace(m, metric=of_industry(clause.text, before, m.metric)) for m in told)
            if told and follows:
                told = tuple(m if m.metric is None else replace(m, metric=of_unit(clause.text, before, m.metric)) for m in told)
            measured.append(tuple(_with_cost(text, clause, measure, figures, section) for measure in told))
        return tuple(measured)

    def read_kinds(self, clauses: Sequence[Clause], figures: Figures, meta: ReportMeta) -> KindReading:
        return read_kinds(clauses, figures, meta)

    def find_outline(self, text: str) -> Outline:
        return find_outline(text)

    def read_metadata(self, text: str, outline: Outline, language: Language, name: str) -> ReportMeta:
        return read_metadata(text, outline, language, name)

    def cautions(self, text: str, figures: Sequence[FoundFigure]) -> tuple[Caution, ...]:
        sign = _BARE_SIGN.search(text)
        if sign is None or find_place(text) is not None:
            return ()
        return (Caution("currency_assumed", "A bare $ is taken for US dollars: the report does not show where it is from.", *sign.span()),)

    def periods_in(
        self, text: str, default: Period | None, *, spoken_in: int | None = None, years: FinancialYear | None = None
    ) -> tuple[NamedPeriod, ...]:
        return times.periods_in(text, default, spoken_in=spoken_in, years=years)

    says = Promises()


def _tidied(measure: Measure) -> Measure:
    if measure.metric is None or (name := tidied(measure.metric)) == measure.metric:
        return measure
    return replace(measure, metric=name or None)


_NAMELESS = Measure(None, ())
_NEAR_BEFORE = 3
_MOST_BEFORE = 5
"""Clauses before one in which a thing that it points to is looked for."""


def _told_in_full(measure: Measure, clause: Clause, before: Sequence[str]) -> Measure:
    """Return a measure with the name of what its clause only points to, as the clauses before named it."""
    if measure.metric is not None:
        full = in_full(measure.metric, clause.text, before)
    elif measure.figures:
        full = pointed_to(clause.text, before)
    else:
        full = spoken_of(clause.text, before)
    return measure if full == measure.metric else replace(measure, metric=full)


def _carried_on(measure: Measure, text: str, before: str, given: tuple[Measure, ...], section: Sequence[str]) -> Measure:
    """Return the first measure of a text with the name that the one before it gives it.

    `before` is that text and `given` what it tells, empty where none is in the section; `section` holds the texts further back too.
    """
    name = measure.metric
    if name is None and measure.figures and given:
        last = given[0].metric
        if _OF_THESE.match(text):
            last = _SHARE_OF.sub(r"\g<who>", given[-1].metric or "") or None  # 70% of the crews are women. Of these, 24
        name = cost_of(text, section, last) if tells_cost(text) else carried_name(text, before, last)
    if name in _PARTS_OF_SUMS and given:
        name = carried_name(text, before, given[0].metric) or name
    if name is None and not measure.figures and given:
        name = done_next(text, given[0].metric) or still_of(text, given[0].metric)
    if name is not None and name.startswith("payment to ") and given:
        name = paid_as(given[-1].metric) or name
    if name is None and measure.figures:
        name = bare_growth(text, section[-_NEAR_BEFORE:])
    if name is None and not measure.figures and given and _INTRODUCED.match(text):
        name = given[-1].metric
    return measure if name == measure.metric else replace(measure, metric=name)


_PARTS_OF_SUMS = frozenset({"balance", "remainder", "rest"})
_OF_THESE = re.compile(r"\W*Of\sth(?:ese|em),?\s")
"""Of the last that were counted, where several were."""
_SHARE_OF = re.compile(r"^share of (?P<who>.+) in .+$")


def _with_cost(text: str, clause: Clause, measure: Measure, figures: Sequence[FoundFigure], before: Sequence[str]) -> Measure:
    """Return a sum that nothing names as the cost that its sentence calls it, of what the sentences before tell."""
    if measure.metric is not None or not measure.figures:
        return measure
    cost = name_of_cost(text[clause.start : figures[measure.figures[0]].start])
    whole = cost_of(clause.text, before, None) if cost is not None and cost.startswith("cost to") and speaks_on(clause.text) else None
    return replace(measure, metric=whole or cost)


def _measures(text: str, clause: Clause, figures: Sequence[FoundFigure]) -> tuple[Measure, ...]:
    """Return the measures of a clause: the values of a table's row as its table names them, the rest by its words."""
    prose = tuple(number for number in clause.figures if figures[number].cell is None)
    if len(prose) == len(clause.figures):
        return read_english(text, clause, figures)
    told = read_english(text, replace(clause, figures=prose), figures) if prose else ()
    return (*measures.read_cells(clause, figures), *told)
