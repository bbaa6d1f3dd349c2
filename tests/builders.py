"""Builds valid digests from a text and the places to be claimed in it, for tests that work on digests alone.

    builder = DigestBuilder("一、回顾\n全年地区生产总值增长6.1%。")
    builder.section("一、回顾", title="回顾", label="一、", stance="review")
    builder.achievement("全年地区生产总值增长6.1%", "地区生产总值", figures=[fig("6.1%", role="change")])
    digest = builder.build()

Places are given by their words: the builder looks them up, the next occurrence after the last one found first, so that
texts may repeat themselves. Figures are looked up inside their quote. What a digest derives (offsets, ids, coverage) is
derived here too.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportsum.figures.units import unit_code
from reportsum.headlines import panel_rows
from reportsum.leading import leading
from reportsum.models import (
    SCHEMA_VERSION,
    Achievement,
    Bound,
    ChunkRecord,
    Commitment,
    Coverage,
    Digest,
    Evidence,
    Extraction,
    Figure,
    FigureBase,
    FigureBasis,
    Item,
    ItemBasis,
    OutlineSection,
    Period,
    Report,
    ReportBasis,
    ReportKind,
    Risk,
    Role,
    SectionSummary,
    Source,
    Stance,
    Summary,
    Target,
    Topic,
    UnclaimedFigure,
)
from reportsum.ranking import ranked

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MYRIADS = {"万亿": Decimal(10) ** 12, "亿": Decimal(10) ** 8, "万": Decimal(10) ** 4}


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """A figure by its words; value and unit are read off the words unless given."""

    text: str
    value: Decimal | None
    unit: str
    role: Role
    bound: Bound
    low: Decimal | None = None
    high: Decimal | None = None
    base: FigureBase | None = None
    yearly_average: bool = False


def fig(
    text: str,
    *,
    role: Role = "level",
    bound: Bound = "exact",
    falls: bool = False,
    between: tuple[str, str] | None = None,
    base: FigureBase | None = None,
    yearly_average: bool = False,
) -> FigureSpec:
    """Return the spec of a figure such as "6.1%" or "206个"; `falls` makes it negative, `between` makes it a range."""
    number = _NUMBER.search(text)
    unit = text[number.end() :] if number else "第"
    if between is not None:
        unit = _NUMBER.sub("", text).lstrip("-—至")
        return FigureSpec(text, None, unit, role, "range", Decimal(between[0]), Decimal(between[1]))
    value = Decimal(number.group()) if number else Decimal(1)
    return FigureSpec(text, -value if falls else value, unit, role, bound, base=base, yearly_average=yearly_average)


def year(number: int) -> Period:
    """Return the calendar year as a period."""
    return Period(label=str(number), start=dt.date(number, 1, 1), end=dt.date(number, 12, 31))


def half(number: int) -> Period:
    """Return the first half of a year as a period."""
    return Period(label=f"{number}H1", start=dt.date(number, 1, 1), end=dt.date(number, 6, 30))


class DigestBuilder:
    """Collects sections and items, then builds the digest once."""

    def __init__(
        self,
        text: str,
        *,
        name: str = "sample",
        title: str | None = "工作报告",
        kind: ReportKind = "work_report",
        place: str | None = "南通市",
        period: Period | None = None,
        plan_period: Period | None = None,
    ) -> None:
        self.text = text
        self.sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        self.name = name
        self.report = Report(
            title=title,
            kind=kind,
            place=place,
            issuer=None,
            published=None,
            period=period,
            plan_period=plan_period,
            language="zh-Hans",
            basis=ReportBasis(
                title="own" if title else "none",
                kind="own",
                place="own" if place else "none",
                issuer="none",
                published="none",
                period="own" if period else "none",
                plan_period="own" if plan_period else "none",
            ),
        )
        self.outline: list[dict[str, Any]] = []
        self.achievements: list[Achievement] = []
        self.targets: list[Target] = []
        self.risks: list[Risk] = []
        self.unclaimed: list[UnclaimedFigure] = []
        self.summaries: list[SectionSummary] = []
        self._cursor: dict[str, int] = {}
        self._figures = 0

    def place(self, words: str) -> int:
        """Return where `words` stand: first the first occurrence, then the next one, at the end the last one again."""
        start = self.text.find(words, self._cursor.get(words, 0))
        if start < 0:
            start = self.text.rfind(words)
        assert start >= 0, f"{words!r} does not stand in the text"
        self._cursor[words] = start + 1
        return start

    def section(
        self,
        heading: str,
        *,
        label: str | None = None,
        title: str | None = None,
        stance: Stance = "review",
        level: int = 1,
    ) -> str:
        """Open a section at `heading`; level 2 goes below the last of level 1. Return its id."""
        siblings = self.outline if level == 1 else self.outline[-1]["children"]
        prefix = "" if level == 1 else f"{len(self.outline)}."
        section = {
            "id": f"{prefix}{len(siblings) + 1}",
            "level": level,
            "label": label,
            "title": title or heading,
            "start": self.place(heading),
            "end": len(self.text),
            "stance": stance,
            "children": [],
        }
        if siblings:
            siblings[-1]["end"] = section["start"]
            for child in siblings[-1]["children"][-1:]:
                child["end"] = section["start"]
        siblings.append(section)
        return str(section["id"])

    def achievement(self, quote: str | Sequence[str], metric: str, **rest: Any) -> Achievement:
        """Add an achievement; see `_item` for what `rest` may hold."""
        item = Achievement(**self._item(Achievement, quote, metric, **rest))
        self.achievements.append(item)
        return item

    def target(self, quote: str | Sequence[str], metric: str, *, commitment: Commitment = "plan", **rest: Any) -> Target:
        """Add a target; see `_item` for what `rest` may hold."""
        item = Target(**self._item(Target, quote, metric, commitment=commitment, **rest))
        self.targets.append(item)
        return item

    def risk(self, quote: str | Sequence[str], metric: str, **rest: Any) -> Risk:
        """Add a risk; see `_item` for what `rest` may hold."""
        item = Risk(**self._item(Risk, quote, metric, **rest))
        self.risks.append(item)
        return item

    def leave_unclaimed(self, spec: FigureSpec) -> None:
        """Add a figure that no item claims."""
        start = self.place(spec.text)
        self.unclaimed.append(UnclaimedFigure(**self._figure(spec, start).model_dump(), section=self._section_at(start)))

    def summarise(self, section: str, text: str) -> None:
        """Add the summary of a section."""
        self.summaries.append(SectionSummary(section=section, text=text))

    def build(self) -> Digest:
        """Return the digest."""
        panel = panel_rows(self.achievements, self.targets, self.report.period, self.report.plan_period)
        claimed = {figure.id for item in [*self.achievements, *self.targets, *self.risks] for figure in item.figures}
        return Digest(
            schema_version=SCHEMA_VERSION,
            id=f"{self.name}-{self.sha256[:8]}",
            report=self.report,
            source=Source(
                name=f"{self.name}.txt",
                media_type="text/plain",
                encoding="utf-8",
                sha256=self.sha256,
                characters=len(self.text),
                cleaning=[],
            ),
            outline=[OutlineSection.model_validate(section) for section in self.outline],
            summary=Summary(text=" ".join(part.text for part in self.summaries), points=[], sections=self.summaries, extractor="rules"),
            leading=leading(ranked(self.achievements), ranked(self.targets), ranked(self.risks), panel),
            panel=panel,
            achievements=ranked(self.achievements),
            targets=ranked(self.targets),
            risks=ranked(self.risks),
            coverage=Coverage(
                figures=len(claimed) + len(self.unclaimed), claimed=len(claimed), named=len(claimed), unclaimed=self.unclaimed
            ),
            warnings=[],
            chunks=[
                ChunkRecord(
                    id="c1",
                    sections=[section["id"] for section in self.outline],
                    start=0,
                    end=len(self.text),
                    status="ok",
                    extractor="rules",
                    error=None,
                )
            ],
            extraction=Extraction(extractor="rules", model=None, prompt=None, library_version="0.1.0"),
        )

    def _item(
        self,
        kind: type[Item],
        quote: str | Sequence[str],
        metric: str | None,
        *,
        indicator: str | None = None,
        topic: Topic | None = "economy",
        figures: Sequence[FigureSpec] = (),
        period: Period | None = None,
        task: int | None = None,
        statement: str | None = None,
        extractor: str = "rules",
        **own: Any,
    ) -> dict[str, Any]:
        """Return the fields of an item. `own`: those that its kind alone has; None where they are not given."""
        quotes = [quote] if isinstance(quote, str) else list(quote)
        starts = [self.place(words) for words in quotes]
        evidence = [
            Evidence(quote=words, start=start, end=start + len(words), section=self._section_at(start))
            for words, start in zip(quotes, starts, strict=True)
        ]
        placed = []
        after = starts[0]
        for spec in figures:
            start = self.text.index(spec.text, after, evidence[0].end)
            placed.append(self._figure(spec, start))
            after = start + 1
        return {
            "id": hashlib.sha256(f"{quotes[0]}|{starts[0]}|{metric}".encode("utf-8", "surrogatepass")).hexdigest()[:10],
            "rank": 0,
            "salience": "detail",
            "statement": quotes[0] if statement is None else statement,
            "metric": metric,
            "indicator": indicator,
            "topic": topic,
            "figures": placed,
            "period": self.report.period if period is None else period,
            "task": task,
            "basis": ItemBasis(kind="own", metric="own" if metric else "none", period="report"),
            "evidence": evidence,
            "extractor": extractor,
            **dict.fromkeys(kind.model_fields.keys() - Item.model_fields.keys()),
            **own,
        }

    def _figure(self, spec: FigureSpec, start: int) -> Figure:
        self._figures += 1
        scale, base_unit = Decimal(1), spec.unit
        for word, factor in _MYRIADS.items():
            if spec.unit.startswith(word):
                scale, base_unit = factor, spec.unit.removeprefix(word)
                break
        return Figure(
            id=f"f{self._figures}",
            text=spec.text,
            start=start,
            end=start + len(spec.text),
            value=spec.value,
            unit=spec.unit,
            amount=None if spec.value is None else spec.value * scale,
            base_unit=base_unit,
            low=spec.low,
            high=spec.high,
            bound=spec.bound,
            role=spec.role,
            base=spec.base,
            yearly_average=spec.yearly_average,
            unit_code=unit_code(base_unit),
            metric=None,
            period=None,
            basis=FigureBasis(metric="own", period="report"),
        )

    def _section_at(self, offset: int) -> str | None:
        found = None
        pending = list(self.outline)
        while pending:
            section = pending.pop(0)
            if section["start"] <= offset < section["end"]:
                found = section["id"]
                pending = list(section["children"])
        return found
