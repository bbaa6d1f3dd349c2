"""What a report says of itself: title, genre, place, issuer, date, periods.

Comes in: the working text and its outline. Goes out: a `ReportMeta`; what the text does not say and nothing concludes safely stays None.
Left to the neighbours: where the front matter stands (`furniture.py`), how time is named (`periods.py`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from .cautions import Caution
from .headings import Outline, Section
from .headings.furniture import Front, read_front
from .headings.layout import find_lines
from .models import Language, Period, ReportFieldBasis, ReportKind, Stance
from .periods import find_date, find_english_date, five_year_plan, make_period, months, periods_in
from .places import find_place, is_in_taiwan
from .tables import read_table


@dataclass(frozen=True, slots=True)
class MetaBasis:
    """How each field of `ReportMeta` is known: own (the text says it outright), inferred (concluded from something else), none (None)."""

    title: ReportFieldBasis = "none"
    kind: ReportFieldBasis = "none"
    place: ReportFieldBasis = "none"
    issuer: ReportFieldBasis = "none"
    published: ReportFieldBasis = "none"
    period: ReportFieldBasis = "none"
    plan_period: ReportFieldBasis = "none"


@dataclass(frozen=True, slots=True)
class ReportMeta:
    """Metadata of a report; None where the text does not say and nothing can be concluded safely."""

    title: str | None
    kind: ReportKind
    place: str | None
    issuer: str | None
    published: dt.date | None
    period: Period | None
    """The reviewed period."""
    plan_period: Period | None
    language: Language
    basis: MetaBasis = MetaBasis()


def read_metadata(text: str, outline: Outline, language: Language, name: str) -> ReportMeta:
    """Return the metadata of a report. The file's `name` is the last witness for a year that the text does not give."""
    front = read_front(find_lines(text[:FRONT_CHARS]))
    opening = text[:OPENING_CHARS]
    kind = _kind(front, opening, outline)
    place = find_place(text, (front.title, front.delivery, *front.speakers, _source(front)), front.opening)
    published = _published(front, text) or (find_english_date(opening[:ENGLISH_FRONT]) if language == "en" else None)
    period, plan_period = _Timing(kind, front, outline, published, text, name, place).periods()
    issuer = _issuer(kind, front, opening, place)
    return ReportMeta(
        title=front.title,
        kind=kind,
        place=place,
        issuer=issuer,
        published=published,
        period=period,
        plan_period=plan_period,
        language=language,
        basis=MetaBasis(
            title="own" if front.title else "none",
            kind="own" if kind != "other" else "none",
            place="own" if place else "none",
            issuer="own" if issuer else "none",
            published="own" if published else "none",
            period=_basis(period, front.title),
            plan_period=_basis(plan_period, front.title),
        ),
    )


def metadata_cautions(meta: ReportMeta) -> tuple[Caution, ...]:
    """Return what a careful reader should know of metadata that were concluded, not read."""
    concluded = {"period": meta.period, "plan_period": meta.plan_period}
    return tuple(
        Caution("period_inferred", f"{name} {period.label} is concluded: the title does not name it.")
        for name, period in concluded.items()
        if period is not None and getattr(meta.basis, name) == "inferred"
    )


def _basis(period: Period | None, title: str | None) -> ReportFieldBasis:
    """Return how a period is known: the title names its year, or it was concluded."""
    if period is None:
        return "none"
    return "own" if title and str(period.start.year) in title else "inferred"


FRONT_CHARS = 20_000
"""The front matter ends within this much of the text."""
ENGLISH_FRONT = 1_000
"""An English report says within this much of the text when it was delivered."""
OPENING_CHARS = 3_000
"""What a report says of itself it says within this much of the text."""


# --- kind -------------------------------------------------------------------------------------------------------------

_MARKED = re.compile(r"《[^》]*》")
_WORK_OPENING = re.compile(r"(?:代表|受).{0,24}(?:政府|国务院|委员会).{0,30}(?:报告|作).{0,12}工作")


@cache
def _genres() -> tuple[tuple[str, ReportKind], ...]:
    genres: list[tuple[str, ReportKind]] = []
    for row in read_table("genres.tsv", ("word", "kind", "example"), key="word"):
        if row["kind"] not in get_args(ReportKind):
            raise row.wrong(f'"{row["kind"]}" is no kind. Write one of {", ".join(get_args(ReportKind))}.')
        genres.append((row["word"], row["kind"]))  # type: ignore[arg-type]  # checked above
    return tuple(genres)


def _kind(front: Front, opening: str, outline: Outline) -> ReportKind:
    """Return the genre: by the title, else by the tasks, the opening, the first main heading."""
    title = front.title or ""
    # 关于印发《2022年政府工作报告》重点任务分解方案的通知: what stands outside the marks says what it is
    named = _kind_in(_MARKED.sub("", title)) or _kind_in(title)
    if named is not None:
        return named
    if any(section.task is not None for section in _walk(outline)):
        return "task_progress"
    if _WORK_OPENING.search(opening):
        return "work_report"
    first = outline.sections[0].title if outline.sections else ""
    return _kind_in(front.opening[:200], only="plan_execution") or _kind_in(first) or ("work_report" if "回顾" in first else "other")


def _kind_in(words: str, only: ReportKind | None = None) -> ReportKind | None:
    return next((kind for word, kind in _genres() if word in words and only in (None, kind)), None)


def _walk(outline: Outline) -> Iterator[Section]:
    stack = list(reversed(outline.sections))
    while stack:
        section = stack.pop()
        yield section
        stack.extend(reversed(section.children))


# --- who and when -----------------------------------------------------------------------------------------------------

_PUBLISHED = re.compile(r"(?:发布时间|发布日期|公开日期|成文日期|发文日期|生成日期|日期|时间)\s?[：:\]】]\s?\[?(.{6,16})")
_SOURCE = re.compile(
    r"(?:文章来源|信息来源|来源|发布机构|发文机关|发布单位)\s?[：:\]】]\s?([^\s：:\[\]|]{2,24}?)(?=\s|$|发布|时间|日期|浏览|字)"
)
_AGENCY = re.compile(r"(?:政府|国务院|委员会|[委局厅部办院署处]|中心|办公厅|办公室|调查队)$")
_OFFICE = re.compile(
    r"^(\S{2,24}?(?:人民政府|委员会|发改委|[局厅部院署]))(?:代(?:理)?)?(?:主任|局长|厅长|部长|负责人|[省市县区州旗]长|主席|院长)"
)
_ON_BEHALF = re.compile(r"(?:代表|受)(?!大会|委员)([^，。：:、；\s]{0,14}?(?:人民政府|政府|国务院|委员会))")
_BY_TITLE = re.compile(r"^(\S{1,24}?(?:人民政府(?:办公[厅室])?|委员会|办公室|办公厅|办事处|[局厅部]))(?:办公[厅室])?(?:关于|\d{4}年)")
_LEVEL = re.compile(r"^(?:特别行政区|自治[区州县旗]|[省市县区州旗盟])")


_IS_DATE = re.compile(r"(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年.{1,3}月.{1,3}日$")
"""A line that says nothing else: below the letter to which a list of tasks is attached."""
NOTICE_LINES = 60
"""Such a letter is no longer."""


def _published(front: Front, text: str) -> dt.date | None:
    """Return the date of publication, else of delivery, else the one the front matter or the end of the report carries."""
    for line in front.metadata:
        stated = _PUBLISHED.search(line)
        if stated is not None and (date := find_date(stated[1])) is not None:
            return date
    tail = [line.strip() for line in text[-600:].rstrip().split("\n")[-4:]]
    flat = front.opening[:80] if "日在" in front.opening[:80] else ""
    signed = [line.text for line in find_lines(text[:FRONT_CHARS])[:NOTICE_LINES] if len(line.text) < 20]
    lines = (front.delivery or "", *front.speakers, flat, *(line for line in tail if len(line) < 40))
    found = next((date for line in lines if (date := find_date(line)) is not None), None)
    return found or next((date for line in signed if _IS_DATE.match(line) and (date := find_date(line)) is not None), None)


def _source(front: Front) -> str | None:
    """Return the agency a metadata line names as source."""
    for line in front.metadata:
        source = _SOURCE.search(line)
        if source is not None and _AGENCY.search(source[1]):
            return source[1]
    return None


def _issuer(kind: ReportKind, front: Front, opening: str, place: str | None) -> str | None:
    by_title = _BY_TITLE.match(front.title or "")
    behalf = _ON_BEHALF.search(opening)
    spoken = behalf[1] if behalf is not None else None
    source = _source(front)
    named = [by_title[1] if by_title else None, _office(front), *((spoken, source) if kind == "work_report" else (source, spoken))]
    return next((_with_place(words, place) for words in named if words), None)


def _office(front: Front) -> str | None:
    """Return whose head speaks, or which agency stands below the title."""
    for line in front.speakers:
        office = _OFFICE.match(line)
        if office is not None:
            return office[1]
        if _AGENCY.search(line) and len(line) <= 40:
            return re.split(r"[\s　]+", line)[0]
    return None


def _with_place(issuer: str, place: str | None) -> str:
    """Return an issuer under its full name where it begins with the place's own level: 市发改委 of 南通市."""
    level = _LEVEL.match(issuer)
    if place is not None and level is not None and place.endswith(level[0]) and len(issuer) > len(level[0]):
        return place + issuer[level.end() :]
    return issuer


# --- periods ----------------------------------------------------------------------------------------------------------

_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_FIVE_YEARS = re.compile(
    r"第([一二三四五六七八九十]{1,2})个五年|[“\"「]?([一二三四五六七八九十]{1,2})五[”\"」]?(?=规划|计划|时期|发展|国民|[\u4e00-\u9fff]{2,12}规划)"
)
_BRACKETS = re.compile(r"[（(《》]")
_SPEECH = re.compile(r"政府工作报告$|施政报告$|(?:Work of the Government|Work Report|Policy Address)$")
_ROC_YEAR = re.compile(r"(?<!\d)(\d{2,3})年")
ROC_EPOCH = 1911
"""民国元年 is 1912."""
_LATE = 9
"""A work report delivered after this month reviews the year it is delivered in; before, the year that went."""


class _Timing:
    """Which period a report reviews and which it plans: by its headings, else by its title, else by its date."""

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
        self._outline = outline
        self._published = published
        self._text = text
        self._name = name
        self._place = place

    def periods(self) -> tuple[Period | None, Period | None]:
        if self._kind == "plan":
            return self._heads("review", None, None), self._planned_by_title()
        year = self._year()
        if year is None:
            return None, None
        if self._kind == "task_progress":
            return self._of_tasks(year)
        reviewed, planned = self._by_title_and_date(year)
        reviewed = self._heads("review", reviewed, planned.start.year if planned else None) or reviewed
        plans = any(section.stance == "plan" for section in self._outline.sections)
        if plans:
            planned = self._heads("plan", planned or _following(reviewed), None) or planned
        if plans and (planned is None or planned.end <= reviewed.end or planned.start <= reviewed.start):
            planned = _following(reviewed)
        return reviewed, planned

    def _year(self) -> int | None:
        """Return the year that a title without a half or a month, and headings without a year, stand in."""
        republic = _ROC_YEAR.search(self._title)
        if republic is not None and self._place is not None and is_in_taiwan(self._place):
            return int(republic[1]) + ROC_EPOCH
        named = periods_in(self._title, None)
        if named:
            return named[0].period.end.year
        if self._place is not None and is_in_taiwan(self._place):
            years = Counter(match[1] for match in _ROC_YEAR.finditer(self._text[:200_000]))
            if years:
                return int(min(years, key=lambda year: (-years[year], int(year)))) + ROC_EPOCH
        if self._is_speech() and self._published is not None:
            return self._published.year - (self._published.month <= _LATE)
        for section in self._outline.sections:
            named = periods_in(section.title, None)
            if named:
                return named[0].period.end.year - (self._is_speech() and section.stance == "plan")
        if self._published is not None:
            return self._published.year
        years = Counter(match[1] for match in _ANY_YEAR.finditer(self._text[:200_000]))
        if years:
            return int(min(years, key=lambda year: (-years[year], year)))
        hint = re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", self._name)
        return int(hint[0]) if hint else None

    def _is_speech(self) -> bool:
        return self._kind == "work_report" and (not self._title or _SPEECH.search(self._title) is not None)

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
            reviewed = _narrowest([n.period for n in periods_in(self._front.opening[:200], make_period(str(year)))])
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
                for section in self._outline.sections
                if section.stance == stance
                for named in periods_in(section.title, default, spoken_in=spoken_in)
            ]
        )

    def _of_tasks(self, year: int) -> tuple[Period, Period]:
        """Return the part of the year that the tasks' progress covers, and the year they are set for."""
        whole = make_period(str(year))
        first = self._outline.sections[0].start if self._outline.sections else 300
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
        # A plan is named for its years, in brackets, too; elsewhere such years belong to a name and count for nothing.
        title = _BRACKETS.sub(" ", self._title)
        named = [n.period for n in periods_in(title, None)]
        if not named and self._published is not None:
            named = [n.period for n in periods_in(title, make_period(str(self._published.year)))]
        found = max(named, key=lambda p: p.end - p.start, default=None) or self._heads("plan", None, None)
        year = self._year() if found is None and self._place is not None and is_in_taiwan(self._place) else None
        return make_period(str(year)) if year else found


def _narrowest(periods: list[Period]) -> Period | None:
    return min(periods, key=lambda p: p.end - p.start, default=None)


def _following(period: Period | None) -> Period | None:
    """Return what comes after a reviewed period: the rest of its year, or the next year."""
    if period is None:
        return None
    if period.end.month == 12:
        return make_period(str(period.end.year + 1))
    return months(period.end.year, period.end.month + 1, 12)
