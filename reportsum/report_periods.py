"""Which period a report reviews and which it plans: by its headings, else by its title, else by its date.

Comes in: the front matter, the outline, the date and the text. Goes out: the two periods, how each is known, and from what it was
concluded. Left to the neighbours: how time is named (`periods.py`), what kind of report it is (`genres.py`).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from reportsum import lazy_re as re

from .genres import genre
from .headings import Outline, Section
from .headings.boilerplate import Front
from .models import Period, ReportFieldBasis, ReportKind, Stance
from .periods import FIRST_YEAR, LAST_YEAR, five_year_plan, in_force, make_period, months, periods_in
from .places import is_in_taiwan


class ReportPeriods(NamedTuple):
    """The periods of a report."""

    review: Period | None
    plan: Period | None
    review_basis: ReportFieldBasis
    plan_basis: ReportFieldBasis
    year_from: str
    """What an inferred period was concluded from, as a phrase ("the date of delivery"); "" when no year was found."""


class _Year(NamedTuple):
    """The year a report stands in where nothing names a period, and what tells it."""

    year: int
    told_by: str


_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_FIVE_YEARS = re.compile(
    r"第([一二三四五六七八九十]{1,2})个五年|[“\"「]?([一二三四五六七八九十]{1,2})五[”\"」]?(?=规划|计划|时期|发展|国民|[\u4e00-\u9fff]{2,12}规划)"
)
_SPAN = re.compile(r"[（(]((?:19|20)\d{2})\s?年?\s?[-—–－~～至到]{1,2}\s?((?:19|20)\d{2})\s?年?[）)]")
_BRACKETS = re.compile(r"[（(《》]")
_SPEECH = re.compile(r"政府工作报告(?:全文)?(?:[（(][^）)]{1,10}[）)])?$|施政报告$|(?:Work of the Government|Work Report|Policy Address)$")
_ROC_YEAR = re.compile(r"(?<!\d)(\d{2,3})年")
ROC_EPOCH = 1911
"""民国元年 is 1912."""
_LATE = 9
"""A work report delivered after this month reviews the year it is delivered in; before, the year that went."""
FIRST_REGULAR = 1979
"""Since this year the people's congresses have met every spring; before, a year in the title does not tell which years are reviewed."""
_GOALS = (  # apart, and each begins with a character of its own: `re` finds those fast
    re.compile(r"((?:19|20)(?<!\d\d\d)\d{2})年[^。；\n]{0,24}(?:(?:预期|主要|奋斗|发展|调控|工作)目标|总体要求|总体思路)(?:是|为|[:：])"),
    re.compile(r"(?:今年|明年)[（(]((?:19|20)\d{2})年?[）)]"),
)
"""2013年经济社会发展的主要预期目标是 names the year that is planned."""
_GOALS_UNTIL = re.compile(r"(?:^|[\n。，；])[ 　]*(?:力争|争取|确保)?到((?:19|20)\d{2})年[底末]?[，,]")
"""How the goals of a plan of action open; where they open with several years, none is the plan's."""
_SAYS_YEAR = re.compile(r"(?:^|[。\n])[ 　]*((?:19|20)\d{2})年(?=[，,初]|是|以来|全)")
_REPORTS_ON = re.compile(r"(?:现将|报告|汇报|通报|公布)[^。；]{0,14}?(?<!\d)((?:19|20)\d{2})年")
"""现将2023年上半年计划执行情况报告如下"""
_MEASURED_BY = re.compile(
    r"(?:与|同|比|较|完成|占|达到)((?:19|20)\d{2})年(?:度|全年)?(?:的)?(?:计划|预期|预算|任务|增长|发展)*(?:目标|任务)"
)
"""与2017年计划目标持平: a quarter is measured by the goals of its year."""
_TERM = re.compile(
    r"(?<!个)(?<!后)(?<!来)五年(?!计划|规划|行动|发展规划)(?:来|工作|回顾|的?工作|政府工作|$|[，。,])"
    r"|[本上]届政府(?:的)?(?:主要)?工作"
)
_TERM_SPOKEN = re.compile(
    r"(?:报告|回顾|总结)(?:过去|上届政府|本届政府|这)[^，。]{0,8}五年|(?:过去|上届政府|本届政府)[^，。]{0,4}五年(?:来)?的?(?:政府)?工作"
)
OPENING = 600
"""Characters of the report proper that tell what it is about."""
PREVAILS = 3
"""So many times as often as any other a year is named that a report without a title speaks of."""
PROVISIONS = 8_000
"""The closing provisions of a policy, and its annexes, are no longer."""
LONGEST = 200_000
"""Characters looked at for years."""


def report_periods(
    kind: ReportKind, front: Front, outline: Outline, published: dt.date | None, text: str, name: str, place: str | None
) -> ReportPeriods:
    """Return the periods of a report; None where nothing names or safely tells one."""
    timing = _Timing(kind, front, outline, published, text, name, place)
    review, plan = timing.periods()
    stated = timing.stated()
    told = timing.year.told_by if timing.year is not None else ""
    return ReportPeriods(review, plan, _basis(review, stated), _basis(plan, stated), told)


def _basis(period: Period | None, stated: frozenset[str]) -> ReportFieldBasis:
    if period is None:
        return "none"
    return "own" if period.label in stated else "inferred"


class _Timing:
    def __init__(
        self,
        kind: ReportKind,
        front: Front,
        outline: Outline,
        published: dt.date | None,
        text: str,
        name: str,
        place: str | None,
    ) -> None:
        self._kind = kind
        self._title = front.title or ""
        self._front = front
        self._sections = _main_sections(outline)
        self._published = published
        self._text = text
        self._name = name
        self._place = place
        self.year = self._find_year()

    def periods(self) -> tuple[Period | None, Period | None]:
        if self._kind == "plan":
            return self._heads("review", None, None), self._planned_by_title() or self._in_force
        if self.year is None:
            return None, None
        year = self.year.year
        if genre(self._kind).tasks:
            return self._of_tasks(year)
        if self._kind == "budget" and "执行" not in self._title and _has_year(self._title):
            return self._heads("review", None, None), make_period(str(year))
        reviewed, planned = self._by_title_and_date(year)
        reviewed = self._heads("review", reviewed, planned.start.year if planned else None) or reviewed
        if self._is_end_of_term() and reviewed.start.year == reviewed.end.year and not self._heads("review", None, None):
            reviewed = make_period(f"{reviewed.end.year - 4}/{reviewed.end.year}")
        plans = any(section.stance == "plan" for section in self._sections)
        if self._kind == "audit" and not self._heads("plan", None, None):
            return reviewed, planned  # the advice of an audit is for no period
        if plans:
            planned = self._heads("plan", planned or _following(reviewed), None) or planned
        if plans and (planned is None or planned.end <= reviewed.end or planned.start <= reviewed.start):
            planned = _following(reviewed)
        return reviewed, planned

    @cached_property
    def _in_force(self) -> Period | None:
        """The months over which a policy holds, as it says at its end."""
        return in_force(self._text[-PROVISIONS:], self._published)

    def stated(self) -> frozenset[str]:
        """Return the labels of the periods that title, main headings, opening or the sentence with the year's goals name."""
        words = [self._title, *(section.title for section in self._sections), self._front.opening[:200], self._text[:OPENING]]
        labels = {named.period.label for line in words for named in periods_in(_BRACKETS.sub(" ", line), None)}
        if self.year is not None and self.year.told_by in (_BY_TITLE, _BY_HEADINGS, "its opening"):
            # 上半年 in a title or heading stands in the year that is named there
            whole = make_period(str(self.year.year))
            labels |= {named.period.label for line in words[: len(self._sections) + 1] for named in periods_in(line, whole)}
        five = _FIVE_YEARS.search(self._title)
        if five is not None:
            labels.add(five_year_plan(five[1] or five[2]).label)
        span = _SPAN.search(self._title)
        if span is not None:
            labels.add(f"{span[1]}/{span[2]}")
        if self._kind == "plan" and self._in_force is not None:
            labels.add(self._in_force.label)
        goals = self._goal_year()
        return frozenset(labels | ({str(goals)} if goals else set()))

    def _find_year(self) -> _Year | None:
        """Return the year that a title without a half or a month, and headings without a year, stand in."""
        in_taiwan = self._place is not None and is_in_taiwan(self._place)
        republic = _ROC_YEAR.search(self._title)
        if republic is not None and in_taiwan:
            return _Year(int(republic[1]) + ROC_EPOCH, _BY_TITLE)
        named = periods_in(self._title, None)
        if named and self._title_tells(named[0].period.end.year):
            return _Year(named[0].period.end.year, _BY_TITLE)
        if named:
            return None
        if in_taiwan:
            years = Counter(match[1] for match in _ROC_YEAR.finditer(self._text[:LONGEST]))
            if years:
                return _Year(int(min(years, key=lambda year: (-years[year], int(year)))) + ROC_EPOCH, "the year it names most")
        if self._is_speech() and self._published is not None:
            return _Year(self._published.year - (self._published.month <= _LATE), "the date of delivery")
        opened = None if self._is_speech() else _REPORTS_ON.search(self._front.opening[:200])
        if opened is not None:
            return _Year(int(opened[1]), "its opening")
        for section in self._sections:
            named = periods_in(section.title, None)
            if named:
                return _Year(named[0].period.end.year - (self._is_speech() and section.stance == "plan"), _BY_HEADINGS)
        return self._year_by_text()

    def _year_by_text(self) -> _Year | None:
        """Return the year that the text itself tells: where it sets goals, where it opens, in what it reviews; at last the file's name."""
        if not genre(self._kind).dated:
            return None
        goals = self._goal_year() if self._is_speech() else None
        if goals is not None:
            return _Year(goals - 1, "the year for which it sets goals")
        if self._is_speech():
            reviewed = self._latest_reviewed()
            if reviewed is not None:
                return _Year(reviewed, "the latest year that its review names")
        else:
            said = _SAYS_YEAR.search(self._text[:OPENING])
            if said is not None:
                return _Year(int(said[1]), "its first sentences")
            if self._published is not None and any(_has_part(words) for words in (self._title, *(s.title for s in self._sections))):
                return _Year(self._published.year, "its date")
            measured = _MEASURED_BY.search(self._text[:LONGEST]) if _has_part(self._text[:OPENING]) else None
            if measured is not None:
                return _Year(int(measured[1]), _BY_GOALS)
            prevailing = self._prevailing_year()
            if prevailing is not None:
                return _Year(prevailing, "the year it names most")
        hint = re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", self._name)
        return _Year(int(hint[0]), "the name of the file") if hint else None

    def _title_tells(self, year: int) -> bool:
        """Whether the year in the title of a speech tells the years it speaks of."""
        return not self._is_speech() or self._published is not None or year >= FIRST_REGULAR

    def _goal_year(self) -> int | None:
        text = self._text[:LONGEST]
        found = min((match for goals in _GOALS if (match := goals.search(text))), key=lambda match: match.start(), default=None)
        if found is None:
            return None
        year = int(found[1])
        return year if FIRST_YEAR <= year <= LAST_YEAR else None

    def _goals_until(self) -> Period | None:
        """Return the one year until which a plan of action that names no other sets its goals."""
        if self._title and "行动" not in self._title and "方案" not in self._title:
            return None
        years = {int(found[1]) for found in _GOALS_UNTIL.finditer(self._text[:LONGEST])}
        year = years.pop() if len(years) == 1 else None
        return make_period(str(year)) if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None

    def _latest_reviewed(self) -> int | None:
        section = next((section for section in self._sections if section.stance == "review"), None)
        if section is None:
            return None
        years = [int(match[1]) for match in _ANY_YEAR.finditer(self._text[section.start : min(section.end, LONGEST)])]
        return max(years, default=None)

    def _prevailing_year(self) -> int | None:
        """Return the year that the text names far more often than any other."""
        years = Counter(match[1] for match in _ANY_YEAR.finditer(self._text[:LONGEST])).most_common(2)
        if not years or years[0][1] < PREVAILS or (len(years) > 1 and years[0][1] < PREVAILS * years[1][1]):
            return None
        return int(years[0][0])

    def _is_speech(self) -> bool:
        return genre(self._kind).speech and (not self._title or _SPEECH.search(self._title) is not None)

    def _is_end_of_term(self) -> bool:
        """Whether a work report looks back on the five years of a government's term."""
        if not self._is_speech():
            return False
        first = next((section for section in self._sections if section.stance == "review"), None)
        return (first is not None and _TERM.search(first.title) is not None) or _TERM_SPOKEN.search(self._front.opening[:200]) is not None

    def _by_title_and_date(self, year: int) -> tuple[Period, Period | None]:
        named = [n.period for n in periods_in(self._title, make_period(str(year)))]
        reviewed = _narrowest([p for p in named if p.start.year == named[0].start.year]) if named else None
        later = [p for p in named if reviewed is not None and p.start > reviewed.end]
        if reviewed is not None and self._is_speech() and not later and self._delivered_in(reviewed.start.year):
            return make_period(str(reviewed.start.year - 1)), reviewed
        if self._is_speech():
            reviewed = reviewed or make_period(str(year))
            return reviewed, later[0] if later else _following(reviewed)
        if reviewed is None:
            by_goals = self.year is not None and self.year.told_by == _BY_GOALS
            opening = self._text[:OPENING] if by_goals else self._front.opening[:200]
            named = [n.period for n in periods_in(opening, make_period(str(year)))]
            reviewed = _narrowest([p for p in named if not by_goals or p.start.year == year])
        return reviewed or make_period(str(year)), later[0] if later else None

    def _delivered_in(self, year: int) -> bool:
        """Whether 2024年政府工作报告 is the report given early in 2024; without a date it is."""
        if self._title.endswith("施政报告"):
            return False
        return self._published is None or (self._published.year == year and self._published.month <= _LATE) or self._published.year < year

    def _heads(self, stance: Stance, default: Period | None, spoken_in: int | None) -> Period | None:
        """Return the shortest span that the main headings of a stance name."""
        return _narrowest(
            [
                named.period
                for section in self._sections
                if section.stance == stance
                for named in periods_in(section.title, default, spoken_in=spoken_in)
            ]
        )

    def _of_tasks(self, year: int) -> tuple[Period, Period]:
        """Return the part of the year that the tasks' progress covers, and the year they are set for."""
        whole = make_period(str(year))
        first = self._sections[0].start if self._sections else 300
        for words in (self._title, self._text[: min(first, 300)]):
            part = _narrowest([n.period for n in periods_in(words, whole)])
            if part is not None and part != whole:
                if part.start.month == part.end.month:  # a report on October tells how far the year's tasks have come by then
                    part = months(part.end.year, 1, part.end.month)
                return part, make_period(str(part.end.year))
        return whole, whole

    def _planned_by_title(self) -> Period | None:
        five = _FIVE_YEARS.search(self._title)
        if five is not None:
            return five_year_plan(five[1] or five[2])
        span = _SPAN.search(self._title)
        if span is not None and FIRST_YEAR <= int(span[1]) < int(span[2]) <= LAST_YEAR:
            return make_period(f"{span[1]}/{span[2]}")
        # A plan is named for its years, in brackets, too; elsewhere such years belong to a name and count for nothing.
        title = _BRACKETS.sub(" ", self._title)
        named = [n.period for n in periods_in(title, None)]
        if not named and self._published is not None:
            named = [n.period for n in periods_in(title, make_period(str(self._published.year)))]
        found = max(named, key=lambda p: p.end - p.start, default=None) or self._heads("plan", None, None) or self._goals_until()
        year = self.year if found is None and self._place is not None and is_in_taiwan(self._place) else None
        return make_period(str(year.year)) if year else found


_BY_TITLE = "the title"
_BY_HEADINGS = "its headings"
_BY_GOALS = "the year whose goals it measures itself by"


def _main_sections(outline: Outline) -> tuple[Section, ...]:
    """Return the main sections, without annexes; those of the first document where the file holds two."""
    first = outline.sections[0] if outline.sections else None
    alone = first is not None and first.label is None and len(first.children) > 1 and first.children[0].label is not None
    if first is not None and alone and first.heading.start == first.heading.end:
        return first.children
    return tuple(section for section in outline.sections if not (section.label or "").startswith("附"))


def _has_year(words: str) -> bool:
    return next(iter(periods_in(words, None)), None) is not None


def _has_part(title: str) -> bool:
    """Whether a title names a part of a year: 上半年经济运行情况."""
    some = make_period("2000")
    return any(named.period != some for named in periods_in(title, some))


def _narrowest(periods: list[Period]) -> Period | None:
    return min(periods, key=lambda p: p.end - p.start, default=None)


def _following(period: Period | None) -> Period | None:
    """Return what comes after a reviewed period: the rest of its year, or the next year."""
    if period is None:
        return None
    if period.end.month == 12:
        return make_period(str(period.end.year + 1))
    return months(period.end.year, period.end.month + 1, 12)
