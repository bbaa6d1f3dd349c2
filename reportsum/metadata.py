"""What a report says of itself: title, genre, place, issuer, date, periods.

Comes in: the working text and its outline. Goes out: a `ReportMeta`; what the text does not say and nothing concludes safely stays None.
Left to the neighbours: where the front matter stands (`boilerplate.py`), how time is named (`periods.py`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reportsum import lazy_re as re
from reportsum.values import dataclass

from .cautions import Caution
from .genres import genre, named_genre
from .headings import Outline, Section
from .headings.boilerplate import Front, read_front
from .headings.layout import find_lines
from .models import Language, Period, ReportFieldBasis, ReportKind
from .periods import FinancialYear, find_date, find_english_date, misprinted_years
from .places import NATION, find_place
from .report_periods import PROVISIONS, report_periods


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
    year_from: str = ""
    """What an inferred period was concluded from, as a phrase."""
    financial_year: FinancialYear | None = None
    """How those it speaks of count their years; None for calendar years and where it is not known."""


def read_metadata(text: str, outline: Outline, language: Language, name: str) -> ReportMeta:
    """Return the metadata of a report. The file's `name` is the last witness for a year that the text does not give."""
    front = read_front(find_lines(text[:FRONT_CHARS]))
    opening = text[:OPENING_CHARS]
    kind, kind_basis = _kind(front, opening, outline)
    signers = _signers(text)
    place = find_place(text, (front.title, front.delivery, *front.speakers, _source(front), *signers), front.opening)
    place_name = place.name if place is not None else None
    published = _published(front, text) or (find_english_date(opening[:ENGLISH_FRONT]) if language == "en" else None)
    periods = report_periods(kind, front, outline, published, text, name, place_name)
    issuer = _issuer(kind, front, opening, place_name) or "、".join(signers) or None
    explained_by = None if issuer else _EXPLAINED_BY.search(text, max(0, len(text) - PROVISIONS))
    return ReportMeta(
        title=front.title,
        kind=kind,
        place=place_name,
        issuer=_with_place(explained_by["who"], place_name) if explained_by is not None else issuer,
        published=published,
        period=periods.review,
        plan_period=periods.plan,
        language=language,
        basis=MetaBasis(
            title="own" if front.title else "none",
            kind=kind_basis,
            place="none" if place is None else "own" if place.said else "inferred",
            issuer="own" if issuer else "none" if explained_by is None else "inferred",
            published="own" if published else "none",
            period=periods.review_basis,
            plan_period=periods.plan_basis,
        ),
        year_from=periods.year_from,
    )


def metadata_cautions(meta: ReportMeta) -> tuple[Caution, ...]:
    """Return what a careful reader should know of metadata that were concluded, not read, or not found at all."""
    cautions = []
    if meta.basis.kind == "inferred":
        cautions.append(Caution("kind_inferred", f"The kind {meta.kind} is concluded from the headings: no title names it."))
    if meta.basis.place == "inferred":
        told_by = "it speaks of 我国 alone" if meta.place == NATION else "it is the place of its rank that the text names most"
        cautions.append(Caution("place_inferred", f"The place {meta.place} is concluded: {told_by}."))
    for field, period in (("period", meta.period), ("plan_period", meta.plan_period)):
        if period is not None and getattr(meta.basis, field) == "inferred":
            cautions.append(Caution("period_inferred", f"The {field} {period.label} is concluded from {meta.year_from or 'the headings'}."))
    unread = [field for field in ("title", "place", "period") if getattr(meta, field) is None]
    if meta.period is None and meta.plan_period is not None:
        unread.remove("period")
    if unread:
        cautions.append(Caution("metadata_unread", f"The text does not say its {', '.join(unread)}."))
    return tuple(cautions)


def year_cautions(text: str) -> tuple[Caution, ...]:
    """Return where the text dates something in a year that no report speaks of."""
    found = misprinted_years(text)
    return tuple(Caution("year_unread", f"The year {text[span.start : span.end - 1]} is no year of a report.", *span) for span in found)


FRONT_CHARS = 20_000
"""The front matter ends within this much of the text."""
ENGLISH_FRONT = 1_000
"""An English report says within this much of the text when it was delivered."""
OPENING_CHARS = 3_000
"""What a report says of itself it says within this much of the text."""


# --- kind -------------------------------------------------------------------------------------------------------------

_MARKED = re.compile(r"《[^》]*》")
_WORK_OPENING = re.compile(r"(?:代表|受).{0,24}(?:政府|国务院|委员会).{0,30}(?:报告|作).{0,12}工作")
_NAMES_ITSELF = re.compile(
    r"(?:制定|制订|编制|印发|提出|公布|发布)(?:了)?(?:本|此|如下|以下)(?!办法|细则|规定|条例|规范|制度|规则)([\u4e00-\u9fff]{2,12}?)(?=[。：:，,；]|$)"
)
"""特制定本行动计划。 现提出如下意见: what a text without a title calls itself."""


_BY_HEADINGS: tuple[ReportKind, ...] = ("disclosure", "accounts", "plan_execution")
"""Kinds whose headings are prescribed (收到和处理政府信息公开申请情况, 收入支出决算情况说明)."""


def _kind(front: Front, opening: str, outline: Outline) -> tuple[ReportKind, ReportFieldBasis]:
    """Return the genre and how it is known: by the title, the tasks, the opening; else concluded from the headings."""
    title = front.title or ""
    # 关于印发《2022年政府工作报告》重点任务分解方案的通知: what stands outside the marks says what it is
    named = named_genre(_MARKED.sub("", title).removesuffix("通知")) or named_genre(title)
    if named is not None:
        return named.kind, "own"
    if any(section.task is not None for section in _walk(outline)):
        return "task_progress", "inferred"
    if _WORK_OPENING.search(opening):
        return "work_report", "own"
    itself = _NAMES_ITSELF.search(opening)
    named = named_genre(front.opening[:200], only="plan_execution") or (named_genre(itself[1]) if itself is not None else None)
    if named is not None:
        return named.kind, "own"
    heads = [section.title for section in outline.sections]
    for kind in _BY_HEADINGS:
        if any(named_genre(head, only=kind) for head in heads):
            return kind, "inferred"
    first = named_genre(heads[0]) if heads else None
    if first is not None:
        return first.kind, "inferred"
    return ("work_report", "inferred") if heads and "回顾" in heads[0] else ("other", "none")


def _walk(outline: Outline) -> Iterator[Section]:
    stack = list(reversed(outline.sections))
    while stack:
        section = stack.pop()
        yield section
        stack.extend(reversed(section.children))


# --- who and when -----------------------------------------------------------------------------------------------------

_PUBLISHED = re.compile(r"(?:发布时间|发布日期|公开日期|成文日期|发文日期|生成日期|日期|时间|[Dd]ate)\s?[：:\]】]\s?\[?(.{6,16})")
_SOURCED = re.compile(r"来源\s?[：:\]】]")
_SOURCE = re.compile(
    r"(?:文章来源|信息来源|来源|发布机构|发文机关|发布单位)\s?[：:\]】]\s?([^\s：:\[\]|]{2,24}?)(?=\s|$|发布|时间|日期|浏览|字)"
)
_AGENCY = re.compile(r"(?:政府|国务院|委员会|[委局厅部办院署处]|中心|办公厅|办公室|调查队)$")
_OFFICE = re.compile(
    r"^(\S{2,24}?(?:人民政府|委员会|发改委|[局厅部院署]))(?:代(?:理)?)?(?:主任|局长|厅长|部长|负责人|[省市县区州旗]长|主席|院长)"
)
_ALSO = re.compile(r"^[^\s兼]{2,10}兼(?:任)?")
"""国务委员兼国家计划委员会主任: the second office is the one that speaks."""
# 本办法由青屏市人民政府负责解释: who issued it, where nothing else says so
_EXPLAINED_BY = re.compile("由(?P<who>[^,，。;；、\\s]{2,20}人民政府(?:办公[厅室])?)负责解释")
_ON_BEHALF = re.compile(r"(?:代表|受)(?!大会|委员)([^，。：:、；\s]{0,14}?(?:人民政府|政府|国务院|委员会))")
_BY_TITLE = re.compile(r"^(\S{1,24}?(?:人民政府(?:办公[厅室])?|委员会|办公室|办公厅|办事处|[局厅部]))(?:办公[厅室])?(?:关于|\d{4}年)")
_LEVEL = re.compile(r"^(?:特别行政区|自治[区州县旗]|[省市县区州旗盟])")


_IS_DATE = re.compile(r"(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年.{1,3}月.{1,3}日$")
"""A line that says nothing else: below the letter to which a list of tasks is attached."""
_DATE_LINE = re.compile(
    r"^[ \t\u3000]*(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
    r"[ \t\u3000]*$",
    re.MULTILINE,
)
_STOP = re.compile("[，。；：,;:]")
LONGEST_SIGNER = 40
SIGNED_CHARS = 300
"""So many characters above the date hold the names of those who sign."""
NOTICE_LINES = 60
"""Such a letter is no longer."""


def _published(front: Front, text: str) -> dt.date | None:
    """Return the date of publication, else of delivery, else the one the front matter or the end of the report carries."""
    for line in front.metadata:
        stated = _PUBLISHED.search(line)
        if stated is not None and (date := find_date(stated[1])) is not None:
            return date
    # 来源:市国资委2023-09-01 19:39
    sourced = next((date for line in front.metadata if _SOURCED.search(line) and (date := find_date(line)) is not None), None)
    if sourced is not None:
        return sourced
    tail = [line.strip() for line in text[-600:].rstrip().split("\n")[-4:]]
    flat = front.opening[:80] if "日在" in front.opening[:80] else ""
    signed = [line.text for line in find_lines(text[:FRONT_CHARS])[:NOTICE_LINES] if len(line.text) < 20]
    lines = (front.delivery or "", *front.speakers, flat, *(line for line in tail if len(line) < 40 and line[-1:] not in "。；"))
    found = next((date for line in lines if (date := find_date(line)) is not None), None)
    return found or next((date for line in signed if _IS_DATE.match(line) and (date := find_date(line)) is not None), None)


def _signers(text: str) -> tuple[str, ...]:
    """Return the agencies that sign: line by line right above a date that stands alone, at the end or before the annexes."""
    for dated in _DATE_LINE.finditer(text):
        names: list[str] = []
        for line in reversed(text[max(0, dated.start() - SIGNED_CHARS) : dated.start()].split("\n")):
            name = line.strip()
            if name and (len(name) > LONGEST_SIGNER or not _AGENCY.search(name) or _STOP.search(name)):
                break
            names[:0] = [name] if name else []
        if names:
            return tuple(names)
    return ()


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
    named = [by_title[1] if by_title else None, _office(front), *((spoken, source) if genre(kind).speech else (source, spoken))]
    return next((_with_place(words, place) for words in named if words), None)


def _office(front: Front) -> str | None:
    """Return whose head speaks, or which agency stands below the title."""
    for line in front.speakers:
        office = _OFFICE.match(_ALSO.sub("", line))
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
