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

from .furniture import Front, read_front
from .layout import find_lines
from .models import Language, Period, ReportKind
from .outline import Outline, Section
from .periods import make_period, periods_in
from .places import find_place
from .tables import read_table


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


def read_metadata(text: str, outline: Outline, language: Language, name: str) -> ReportMeta:
    """Return the metadata of a report. `name` is the file's name; nothing is concluded from it that the text does not bear out."""
    front = read_front(find_lines(text[:20_000]))
    opening = text[:3000]
    place = find_place(text, (front.title, front.delivery, *front.speakers, _source(front)), front.opening)
    published = _published(front, text)
    kind = _kind(front.title, opening, outline)
    period, plan_period = _periods(kind, front, opening, outline, text, published)
    return ReportMeta(
        title=front.title,
        kind=kind,
        place=place,
        issuer=_issuer(front, opening, place),
        published=published,
        period=period,
        plan_period=plan_period,
        language=language,
    )


# --- kind ---------------------------------------------------------------------------------------------------------------------------

_WORK_OPENING = re.compile(r"(?:代表|受).{0,20}(?:政府|委员会).{0,20}(?:向大会|向.{2,12}会议?)?(?:报告|作).{0,8}工作")


@cache
def _genres() -> tuple[tuple[str, ReportKind], ...]:
    genres: list[tuple[str, ReportKind]] = []
    for row in read_table("genres.tsv", ("word", "kind", "example"), key="word"):
        if row["kind"] not in get_args(ReportKind):
            raise row.wrong(f'"{row["kind"]}" is no kind. Write one of {", ".join(get_args(ReportKind))}.')
        genres.append((row["word"], row["kind"]))  # type: ignore[arg-type]  # checked above
    return tuple(genres)


def _kind(title: str | None, opening: str, outline: Outline) -> ReportKind:
    if title is not None:
        for word, kind in _genres():
            if word in title:
                return kind
    if any(section.task is not None for section in _walk(outline)):
        return "task_progress"
    if _WORK_OPENING.search(opening):
        return "work_report"
    head = opening[:400]
    return next((kind for word, kind in _genres() if kind == "plan_execution" and word in head), "other")


def _walk(outline: Outline) -> Iterator[Section]:
    stack = list(reversed(outline.sections))
    while stack:
        section = stack.pop()
        yield section
        stack.extend(reversed(section.children))


# --- who and when -------------------------------------------------------------------------------------------------------------------

_DATE = re.compile(r"(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})")
_PUBLISHED = re.compile(r"(?:发布时间|发布日期|成文日期|发文日期|生成日期|日期|时间)\s?[：:]\s?\[?(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})")
_SOURCE = re.compile(r"(?:来源|发布机构|发文机关|信息来源)\s?[：:]\s?([^\s：:\[\]|]{2,24}?)(?=\s|$|发布|时间|日期)")
_AGENCY = re.compile(r"(?:政府|委员会|[委局厅部办院署处]|中心|办公厅|办公室)$")
_SPEAKER_OFFICE = re.compile(r"^(\S{2,24}?(?:委员会|发改委|[局厅部院署]))(?:主任|局长|厅长|部长|负责人)")
_ON_BEHALF = re.compile(r"(?:我?代表|受)(.{0,12}?(?:人民)?(?:政府|委员会))(?:委托)?[，,、向]")


def _date(match: re.Match[str] | None) -> dt.date | None:
    if match is None:
        return None
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:  # 2022-13-40 is no date
        return None


def _published(front: Front, text: str) -> dt.date | None:
    for line in front.metadata:
        found = _date(_PUBLISHED.search(line))
        if found is not None:
            return found
    if front.delivery is not None:
        return _date(_DATE.search(front.delivery))
    tail = text[-400:].rstrip().rsplit("\n", 3)[1:]
    return next((d for line in tail if len(line) < 40 and (d := _date(_DATE.search(line.strip())))), None)


def _source(front: Front) -> str | None:
    """Return the agency a metadata line names as source."""
    for line in front.metadata:
        source = _SOURCE.search(line)
        if source is not None and _AGENCY.search(source[1]):
            return source[1]
    return None


def _issuer(front: Front, opening: str, place: str | None) -> str | None:
    named: str | None = None
    for line in front.speakers:
        office = _SPEAKER_OFFICE.match(line)
        named = named or (office[1] if office else None)
    named = named or _source(front)
    if named is None:
        behalf = _ON_BEHALF.search(opening)
        named = behalf[1] if behalf else None
    return _with_place(named, place)


def _with_place(issuer: str | None, place: str | None) -> str | None:
    """Return an issuer under its full name where its first character is the place's own rank: 市发改委 of 南通市."""
    if issuer and place and issuer[0] == place[-1] and issuer[0] in "省市县区州旗盟":
        return place[:-1] + issuer
    return issuer


# --- periods ------------------------------------------------------------------------------------------------------------------------

_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")


def _periods(
    kind: ReportKind, front: Front, opening: str, outline: Outline, text: str, published: dt.date | None
) -> tuple[Period | None, Period | None]:
    title = front.title or ""
    year = _own_year(kind, title, outline, text, published)
    default = make_period(str(year)) if year else None
    reviewed = _narrowest([named.period for named in periods_in(title, default)])
    planned: Period | None = None
    heads = [(s.stance, _narrowest([n.period for n in periods_in(s.title, default)])) for s in outline.sections]
    review_heads = [period for stance, period in heads if stance == "review" and period is not None]
    plan_heads = [period for stance, period in heads if stance == "plan" and period is not None]
    if plan_heads:
        planned = min(plan_heads, key=lambda p: (p.end - p.start, p.start))
    if review_heads:
        reviewed = min(review_heads, key=lambda p: (p.end - p.start, p.start))
    if kind == "task_progress":
        half = _narrowest([n.period for n in periods_in(title + "。" + opening[:300], default)])
        return half or default, make_period(str(half.end.year)) if half else default
    if kind == "plan":
        return None, planned or reviewed or default
    if kind == "work_report" and planned is not None and (reviewed is None or reviewed == planned):
        reviewed = make_period(str(planned.start.year - 1))
    if reviewed is not None and reviewed.label.endswith("H1") and planned is None:
        planned = make_period(f"{reviewed.start.year}H2")
    return reviewed or (default if kind in ("bulletin", "plan_execution") else None), planned


def _narrowest(periods: list[Period]) -> Period | None:
    return min(periods, key=lambda p: p.end - p.start) if periods else None


def _own_year(kind: ReportKind, title: str, outline: Outline, text: str, published: dt.date | None) -> int | None:
    """Return the year that words without a year stand in."""
    for words in (title, *(section.title for section in outline.sections)):
        found = _ANY_YEAR.search(words)
        if found:
            return int(found[1])
    if published is not None:
        return published.year
    years = Counter(int(match[1]) for match in _ANY_YEAR.finditer(text[:200_000]))
    return years.most_common(1)[0][0] if years else None
