"""What English expects, and of which year: of the one that ends it is how that year turns out, of any other an aim.

Comes in: a clause, or the heading above it, and what is known of the report. Goes out: whether the times that the clause names lie behind
the reviewed period or ahead of it, and what an expectation is. Budgets expect both in the same words: the year that ends is known by
its number, by estimates called revised, and by a now that says that something else was expected before.
"""

from __future__ import annotations

import datetime as dt

from reportsum import lazy_re as re

from ...metadata import ReportMeta
from ...models import Kind, Period, ReportKind
from .times import periods_in

OF_PLANS: frozenset[ReportKind] = frozenset({"budget", "plan", "plan_execution", "work_report"})

_REVISED = re.compile(
    r"(?<!over the )(?<!with the )(?<!than the )(?<!from the )(?<!on the )(?<!over )(?<!with )(?<!than )revised estimates?\b", re.IGNORECASE
)
"""Estimates are revised of the year that is about to end."""
_REVISED_HEAD = re.compile(
    r"\brevised estimates?\b|\b(?:fiscal|budget|financial) (?:position|outturn|outcome) (?:for|in) (?:FY ?)?\d{4}", re.IGNORECASE
)
_NOW_ESTIMATED = re.compile(
    r"\b(?:is|are) now (?:estimated|expected|projected) (?:at|to (?:be|come|reach|total))\b"
    r"|\b(?:[Ww]e|I) now (?:expect|estimate|project) (?:to|an?|the)\b(?! (?:[a-z]+ ){0,3}(?:growth|inflation|economy|prices))"
)
"""Something else was expected of it before: we now expect to draw less."""
_SAYS_WHICH_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\bFY|\b(?:last|past|previous|this|current)\b|\bthe year\b", re.IGNORECASE)
"""Without one of these, an expectation for the second quarter is for the next one."""
_AT_PRESENT = re.compile(r"(?<![a-z])(?:currently|at present|to date|so far|as of now)(?![a-z])", re.IGNORECASE)
"""Says when something is expected, not for when."""
_CURRENT = re.compile(r"(?<![a-z])current\s(?:financial\s|fiscal\s)?year(?![a-z])", re.IGNORECASE)
_TO_COME = re.compile(r"(?<![a-z])(?:next|coming|following|future|ahead|medium|(?:through|by|until)\s20\d\d)(?![a-z\d])", re.IGNORECASE)
_IS_ESTIMATED = re.compile(
    r"(?<![a-z])(?:is|are|it is)\s(?:now\s|currently\s)?estimated\s"
    r"(?:at|to\s(?:be|contain|number|hold|have|include|comprise|represent|exceed|amount|account|weigh|date))(?![a-z])"
    r"|(?<![a-z])estimated\sto\s(?:contain|number|hold|comprise|weigh|date)(?![a-z])|,\sit\sis\sestimated,\s(?:is|are)(?![a-z])",
    re.IGNORECASE,
)
"""How a thing is measured that is there already: a box estimated to contain 50,000 shells. In budgets and plans it is still to be."""
_YEARS = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,%]|\.\d)")


def expected(text: str, meta: ReportMeta) -> Kind:
    """Return what an expectation is: an outcome of the year that ends, or what is there already, else an aim."""
    if meta.kind not in OF_PLANS and _IS_ESTIMATED.search(text) and not lies_ahead(text, meta) and not _TO_COME.search(text):
        return "achievement"
    return "achievement" if is_of_the_year_that_ends(text, meta) else "target"


def is_of_the_year_that_ends(text: str, meta: ReportMeta) -> bool:
    """Return whether what a clause expects is how the reviewed year will have turned out: it is a revised estimate, was expected to be
    something else before, or all times that the clause names lie behind the end of that year."""
    if meta.period is None or (meta.plan_period is None and _CURRENT.search(text) is not None):
        return False  # what a report that looks back expects of the current year
    if _REVISED.search(text) is not None:
        return True
    if _TO_COME.search(text) is not None:
        return False
    if _NOW_ESTIMATED.search(text) is not None and not lies_ahead(text, meta):
        return True
    return says_which_year(text) and lies_behind(_AT_PRESENT.sub("", text), meta)


def is_told_as_revised(heading: str) -> bool:
    """Return whether a heading is about how the year that ends turns out.

    >>> is_told_as_revised("Revised Estimates for 2012-13"), is_told_as_revised("Estimates for 2013-14")
    (True, False)
    """
    return _REVISED_HEAD.search(heading) is not None


def says_which_year(text: str) -> bool:
    """Return whether a clause says which year it speaks of, or that it speaks of this one."""
    return _SAYS_WHICH_YEAR.search(text) is not None


def lies_behind(text: str, meta: ReportMeta) -> bool:
    """Return whether all times that a clause names ended with the reviewed period or before."""
    if meta.period is None:
        return False
    spans = periods_in(text, meta.period, spoken_in=_spoken_in(meta), years=meta.financial_year)
    return bool(spans) and all(_end_of(named.period) <= _end_of(meta.period) for named in spans)


def lies_ahead(text: str, meta: ReportMeta) -> bool:
    """Return whether the first time that a clause names begins behind the reviewed period."""
    if meta.period is None:
        return False
    spans = periods_in(text, meta.period, spoken_in=_spoken_in(meta), years=meta.financial_year)
    if meta.plan_period is None:
        return bool(spans) and spans[0].period.start > _end_of(meta.period)
    return bool(spans) and spans[0].period.start.year >= meta.plan_period.start.year and _end_of(spans[0].period) > _end_of(meta.period)


def is_long_past(text: str, meta: ReportMeta) -> bool:
    """Return whether all years that a clause names went before the reviewed period: what was wrong then is history."""
    years = [int(year) for year in _YEARS.findall(text)]
    return bool(years) and meta.period is not None and max(years) < meta.period.start.year


def _spoken_in(meta: ReportMeta) -> int | None:
    return meta.plan_period.start.year if meta.plan_period is not None else None


def _end_of(period: Period) -> dt.date:
    """Return when a period ends; a financial year over two calendar years ends in the middle of the second."""
    if "/" in period.label and period.end.year == period.start.year + 1 and len(period.label) == len("2015/2016"):
        return dt.date(period.end.year, 6, 30)
    return period.end


_SUPPOSED = re.compile(
    r"\b(?:would|could|might)\s(?:[a-z]+ly\s|otherwise\s|also\s|then\s|still\s|not\s){0,2}have\s(?:[a-z]+ly\s)?"
    r"(?:been|gone|come|become|[a-z]{2,}(?:ed|unk|own|en|ost|ut)|risen|shrunk|hit|led|made)\b"
)
"""How English tells what did not come about: without them output would have shrunk by|12%."""
_BY_THEN = re.compile(r"\b[Bb]y\s(?:the\s(?:end|middle)\sof\s|then,?\s|(?:mid-|end-)?20\d\d\b|next\s)")
"""Before what will have come about by a time that is told: by the end of next year we|would have opened twelve piers."""
_IF_NOT = re.compile(r"\b(?:[Ww]ithout|[Ii]f|[Bb]ut for|otherwise|[Hh]ad)\b")


def is_supposed(text: str) -> bool:
    """Return whether words tell what would have come about, and did not.

    >>> is_supposed("Without the dam 40 villages would have been flooded."), is_supposed("Members would have to pay $3.")
    (True, False)
    >>> is_supposed("By next May the Board would have opened 12 piers."), is_supposed("By 2030, without it, fees would have doubled.")
    (False, True)
    """
    supposed = _SUPPOSED.search(text) if " have " in text else None
    return supposed is not None and (_BY_THEN.search(text, 0, supposed.start()) is None or _IF_NOT.search(text) is not None)
