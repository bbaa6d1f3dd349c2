"""The digest: the published contract, schema_version "2.0".

Everything in a digest that is quoted or counted comes from the source text: all offsets count Unicode code points into the decoded
source, `end` is exclusive, and `text[start:end]` is the quoted text exactly. Numbers are exact decimals. Keys stand in the order of
these models, lists in the order of the source, and nothing varies from run to run; what varies goes into the run record.

Only what was read is said. A name, a period, an owner that the text does not give is null, and `basis` tells of every name, kind and
period whose words they are.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

SCHEMA_VERSION: Final = "2.0"
"""Of digests of another version none is read: no field is ever missing from one. A field that is added raises the second number, one that
is taken away or comes to mean something else the first."""

Kind = Literal["achievement", "target", "risk"]
ReportKind = Literal[
    "work_report", "plan_execution", "task_progress", "bulletin", "plan", "audit", "accounts", "budget", "annual_report", "disclosure",
    "other",
]  # fmt: skip
Stance = Literal["review", "plan", "problems", "context"]
Language = Literal["zh-Hans", "zh-Hant", "en", "other"]
Tongue = Literal["zh", "en", "other"]
"""What a passage is written in: both scripts of Chinese are one, since the working text is simplified."""
Topic = Literal[
    "economy", "fiscal", "finance", "industry", "agriculture", "services", "trade_investment", "projects", "innovation",
    "transport", "urban", "rural", "environment", "employment_income", "social_security", "education", "health", "culture",
    "safety", "governance", "reform",
]  # fmt: skip
Outcome = Literal["met", "exceeded", "missed", "partial", "expected"]
Commitment = Literal["must", "strive", "plan"]
Bound = Literal["exact", "at_least", "at_most", "above", "below", "about", "range"]
Role = Literal["level", "count", "change", "change_pp", "share", "rank", "multiple", "other"]
ProgressBasis = Literal["task", "metric"]
ProgressStatus = Literal["exceeded", "met", "on_track", "behind", "unknown"]
ChunkStatus = Literal["ok", "partial", "failed", "fallback"]
Salience = Literal["headline", "key", "detail", "routine"]
ReportFieldBasis = Literal["own", "inferred", "none"]
KindBasis = Literal["own", "section", "model"]
MetricBasis = Literal["own", "carried", "table", "model", "none"]
PeriodBasis = Literal["own", "carried", "section", "report", "model", "none"]
FigureBase = Literal["earlier", "goal"]
PanelMeasure = Literal["level", "change", "change_pp", "share", "count"]
PanelKind = Literal["reported", "target"]

Number = Annotated[Decimal, WithJsonSchema({"type": "number"})]


class Model(BaseModel):
    """Base of all digest parts: immutable, and unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __copy__(self) -> Self:
        """Return a shallow copy, as Pydantic makes it, without looking for what no part has: private and extra values."""
        copied = object.__new__(type(self))
        copied.__setstate__(
            {
                "__dict__": self.__dict__.copy(),
                "__pydantic_fields_set__": self.__pydantic_fields_set__.copy(),
                "__pydantic_extra__": None,
                "__pydantic_private__": None,
            }
        )
        return copied


class Period(Model):
    """A span of time, named the way the genre names it."""

    label: str
    """"2022", "2022H1", "2022Q1", "2022-06", "2022-01/2022-05", "2021/2025" and the like."""
    start: dt.date
    """First day of the period."""
    end: dt.date
    """Last day of the period."""

    def model_post_init(self, context: Any, /) -> None:
        """Refuse an end before the start: once, where the period is made, not in every item that it is given to."""
        if self.end < self.start:
            raise ValueError(f"the period {self.label!r} ends on {self.end}, before it begins on {self.start}")


class ReportBasis(Model):
    """How each field of `Report` is known: own (the text says it outright), inferred (concluded; a warning says from what), none (null)."""

    title: ReportFieldBasis
    """Of the title."""
    kind: ReportFieldBasis
    """Of the genre; none for "other"."""
    place: ReportFieldBasis
    """Of the place."""
    issuer: ReportFieldBasis
    """Of the issuer."""
    published: ReportFieldBasis
    """Of the date."""
    period: ReportFieldBasis
    """Of the period under review."""
    plan_period: ReportFieldBasis
    """Of the coming period."""


class Report(Model):
    """What the report says of itself."""

    title: str | None
    """The title in clean text; null when the text carries none."""
    kind: ReportKind
    """The genre: work_report (政府工作报告), plan_execution (计划执行情况), task_progress (重点任务进展),
    bulletin (统计公报), plan (规划, 计划), audit (审计), accounts (决算), budget (预算), annual_report,
    disclosure (信息公开年报), other."""
    place: str | None
    """The place that reports, as the text names it (南通市); "中国" for national reports."""
    issuer: str | None
    """Who issues or delivers the report, when the text says so."""
    published: dt.date | None
    """Date of publication or delivery."""
    period: Period | None
    """The period under review."""
    plan_period: Period | None
    """The coming period that the plans speak of."""
    language: Language
    """Language and script of the source; "other": outline and clauses only, nothing is read by rules."""
    basis: ReportBasis
    """How each of these is known."""


class CleaningCount(Model):
    """How often one cleaning rule changed something."""

    rule: str
    """Name of the rule."""
    count: int
    """Number of places it changed."""


class Source(Model):
    """The file the digest was made from."""

    name: str
    """File name without folders."""
    media_type: str
    """MIME type the reader worked with."""
    encoding: str | None
    """Character encoding of the file; null where the format has none of its own (DOCX, PDF, text given directly)."""
    sha256: str
    """SHA-256 of the file's bytes, in hex; of the UTF-8 text where text was given directly."""
    characters: int
    """Length of the decoded source in code points: offsets count into this text."""
    cleaning: list[CleaningCount]
    """What cleaning changed in the working text; the source itself is never changed."""


class OutlineSection(Model):
    """A section of the report."""

    id: str
    """Place in the tree: "1.2" is the second child of the first section."""
    level: int
    """Depth, 1 for main sections."""
    label: str | None
    """The numbering as it stands (一、 （二） 一是 12.); null for headings without one."""
    title: str
    """Heading text, clean, without the label."""
    start: int
    """Where the heading begins in the source."""
    end: int
    """Where the section ends (exclusive), children included."""
    stance: Stance
    """Whether it reviews, plans, names problems, or gives context."""
    children: list[OutlineSection]
    """Subsections in order."""


class SectionSummary(Model):
    """One or two sentences on one main section."""

    section: str
    """Id of the section."""
    text: str
    """The summary; its figures are the source's own."""


class SummaryPoint(Model):
    """One sentence of the summary, which stands by itself."""

    text: str
    """The sentence; its figures are the source's own."""
    items: list[str]
    """Ids of the items it rests on."""


class Summary(Model):
    """The report in a few sentences."""

    text: str
    """The points, joined."""
    points: list[SummaryPoint]
    """Five to ten whole sentences, fewer in short reports."""
    sections: list[SectionSummary]
    """Summaries of the main sections, in order."""
    extractor: str
    """Who chose the points: "rules" (sentences of the report) or "llm" (written, figures by pointing)."""


class Leading(Model):
    """What a reader should see first: ids of the first ten items of each kind by rank, one place for an indicator and period."""

    achievements: list[str]
    """Leading achievements, the most telling first."""
    targets: list[str]
    """Leading targets."""
    risks: list[str]
    """Leading risks."""


class FigureBasis(Model):
    """Whose words a figure's metric and period are; of what is null, the item's."""

    metric: MetricBasis
    """own (the clause's words), carried (words before it in sentence or paragraph), table (row and column heads), model, or none."""
    period: PeriodBasis
    """own, carried, section (its heading), report (its period), model, or none."""


class Figure(Model):
    """A quantity, exactly as the source has it."""

    id: str
    """Id within the digest ("f12"), in source order."""
    text: str
    """Number and unit as they stand in the source: `source[start:end]`."""
    start: int
    """First code point in the source."""
    end: int
    """End in the source, exclusive."""
    value: Number | None
    """The number as written in `unit`; a fall is negative; null for ranges."""
    unit: str
    """Unit as written, simplified ("亿元", "个百分点"); "第" for ranks, "" when there is none."""
    amount: Number | None
    """`value` with 万 and 亿 multiplied out, in `base_unit`; percentages stay percent numbers, 三成 is 30; null for ranges."""
    base_unit: str
    """Unit without 万 and 亿 ("元", "%")."""
    unit_code: str | None
    """The unit `amount` counts in, in code: ISO 4217 (CNY, USD), "%", "pp", "bp", "1" (ranks, ratio parts, multiples), UCUM for physical
    units (km2, t, kW.h); null for counted things and units in none of these lists (亩, 标箱)."""
    low: Number | None
    """Lower end of a range, as written; null otherwise."""
    high: Number | None
    """Upper end of a range, as written; null otherwise."""
    bound: Bound
    """exact, at_least (以上), at_most (以内), above (超), below (近, 不足), about (左右) or range."""
    role: Role
    """level (amount or stock), count (of things), change (growth or fall), change_pp (percentage or basis points), share, rank,
    multiple, other."""
    base: FigureBase | None
    """earlier: the value compared from (从A增加到B, 上年的2.1%); goal: a goal it is measured against (超过计划7%的要求); null for values
    of the fact itself. Never an item's headline value."""
    yearly_average: bool
    """年均, "a year on average": the period is the span of years."""
    metric: str | None
    """What is measured, where it differs from the item's metric."""
    period: Period | None
    """The span of time this figure speaks of, where it differs from the item's."""
    basis: FigureBasis
    """Whose words metric and period are."""


class Evidence(Model):
    """Where a fact stands."""

    quote: str
    """The source's own words: `source[start:end]`."""
    start: int
    """First code point in the source."""
    end: int
    """End in the source, exclusive."""
    section: str | None
    """Id of the section it stands in; null before the first heading."""


class ItemBasis(Model):
    """Whose words an item's kind, metric and period are."""

    kind: KindBasis
    """own (the clause's words), section (the stance of the place it stands in), or model."""
    metric: MetricBasis
    """own, carried (words before it in sentence or paragraph), table, model, or none (null)."""
    period: PeriodBasis
    """own, carried, section (its heading), report (its period), model, or none (null)."""


class Item(Model):
    """One fact about one metric."""

    id: str
    """Short hash of statement and figures; better names and kinds do not change it. Equal ones get a running suffix ("…-2")."""
    rank: int
    """1 is the most telling item of its kind."""
    salience: Salience
    """headline (a headline indicator's main figure or aim, or what the report itself puts first), key (a figure, deadline, rank or named
    project that stands for itself), detail (other facts with a figure, deadline, owner or named thing), routine (general measures)."""
    statement: str
    """The clause in clean simplified (or English) text, so that it can be read by itself: an English one without what only joins it to its
    speech, and behind the sentence that it speaks of (This will cost …), a Chinese one behind the line that opens its list or the sentence
    that it leans on (发生变更的,由…); a value of a table or data sheet with its heads."""
    metric: str | None
    """What is measured or done: a short noun phrase drawn from the text; null where the text names nothing. For risks: what is at risk."""
    indicator: str | None
    """Canonical indicator id ("gdp", "pm25"), when the metric is one of the registry's."""
    topic: Topic | None
    """Field of policy; null where no word decides."""
    figures: list[Figure]
    """The figures of this fact, in source order."""
    period: Period | None
    """The span of time the fact speaks of."""
    task: int | None
    """Number of the task in a numbered task list."""
    basis: ItemBasis
    """Whose words kind, metric and period are."""
    evidence: Annotated[list[Evidence], Field(min_length=1)]
    """Where it stands; more than one where the same fact is told twice."""
    extractor: str
    """Who read it: "llm", "rules", or the name of a user's own extractor."""


class Achievement(Item):
    """Something done, attained, or how an indicator turned out; negative outcomes too."""

    outcome: Outcome | None
    """Measured against a goal the text names; "expected" for 预计; null when the text names none."""


class Progress(Model):
    """How far a target has come."""

    achievements: list[str]
    """Ids of the achievements that speak of it."""
    basis: ProgressBasis
    """Linked by the numbered task, or by the same metric."""
    ratio: Number | None
    """Reached divided by promised, where the units agree, rounded to 4 places."""
    status: ProgressStatus
    """exceeded, met, on_track, behind, or unknown."""


class Target(Item):
    """Something promised, planned or required for a coming period."""

    commitment: Commitment | None
    """must (确保, 达到), strive (力争, 争取) or plan; null where no word says."""
    deadline: str | None
    """ISO date ("2022-10-31") or month ("2022-10"), when the text sets one."""
    owner: str | None
    """Who is responsible, when the text says so."""
    progress: Progress | None
    """How far it has come, when the report itself tells."""


class Risk(Item):
    """A problem, shortfall, weakness, pressure or uncertainty."""

    cause: str | None
    """The cause the text gives."""


class UnclaimedFigure(Figure):
    """A figure that no item took up."""

    section: str | None
    """Id of the section it stands in."""


class Coverage(Model):
    """Every figure of the report is either in an item or listed here."""

    figures: int
    """Figures found in the report."""
    claimed: int
    """Figures that stand in an item."""
    named: int
    """Claimed figures whose metric was read (basis own, carried, table or model)."""
    unclaimed: list[UnclaimedFigure]
    """The others."""


class PanelRow(Model):
    """A headline indicator's figure, loadable without joins."""

    indicator: str
    """Canonical indicator id ("gdp")."""
    measure: PanelMeasure
    """level, change (growth in %), change_pp, share or count."""
    kind: PanelKind
    """reported or target."""
    period: Period | None
    """The span of time it speaks of."""
    amount: Number | None
    """The value, multiplied out; null for ranges and goals in words."""
    low: Number | None
    """Lower end of a range, multiplied out."""
    high: Number | None
    """Upper end of a range, multiplied out."""
    unit_code: str | None
    """As in `Figure`."""
    bound: Bound | None
    """As in `Figure`; null for goals in words."""
    text: str
    """The figure's words; the goal's words where it has no figure."""
    expected: bool
    """预计: an estimate."""
    yearly_average: bool
    """As in `Figure`."""
    base: FigureBase | None
    """As in `Figure`."""
    figure: str | None
    """Id of the figure; null for goals in words."""
    item: str
    """Id of the item."""
    main: bool
    """The one row that answers for its indicator, measure and kind: the report's period, or the plan's."""


class DigestWarning(Model):
    """Where a careful reader would stop."""

    code: str
    """period_inferred, place_inferred, kind_inferred, metadata_unread, table_unread, unpaired, outline_suspect, two_values_one_indicator,
    year_unread, language_other, model_silent …"""
    message: str
    """What is so, in a sentence."""
    start: int | None
    """Where in the source; null when it concerns the whole report."""
    end: int | None
    """End in the source, exclusive."""


class ChunkRecord(Model):
    """One piece of the report as it was handed to the extractor."""

    id: str
    """Id within the digest ("c3")."""
    sections: list[str]
    """Ids of the sections it covers."""
    start: int
    """First code point in the source."""
    end: int
    """End in the source, exclusive."""
    status: ChunkStatus
    """ok, partial (some marks unanswered; they keep the rules' reading), failed (nothing could be read from it), or fallback (the rules
    stepped in)."""
    extractor: str
    """Who read it."""
    error: str | None
    """Why it failed."""


class PromptVersion(Model):
    """Which prompt was used."""

    name: str
    """Name and version of the template."""
    hash: str
    """Start of the SHA-256 of the template."""


class Extraction(Model):
    """How the digest was made."""

    extractor: str
    """"llm", "rules", or the name of a user's own extractor."""
    model: str | None
    """Name of the model; null for rules."""
    prompt: PromptVersion | None
    """The prompt; null for rules."""
    library_version: str
    """Version of reportsum."""


class Digest(Model):
    """A report, digested."""

    schema_version: Literal["2.0"]
    """Version of this contract."""
    id: str
    """Name of the source and the start of its SHA-256."""
    report: Report
    """What the report says of itself."""
    source: Source
    """The file it was made from."""
    outline: list[OutlineSection]
    """The section tree."""
    summary: Summary
    """The report in a few sentences."""
    leading: Leading
    """What to read first."""
    panel: list[PanelRow]
    """The headline indicators, in fixed order."""
    achievements: list[Achievement]
    """What was done and how indicators turned out."""
    targets: list[Target]
    """What is promised."""
    risks: list[Risk]
    """What is at risk."""
    coverage: Coverage
    """Proof that no figure was lost."""
    warnings: list[DigestWarning]
    """Where a careful reader would stop."""
    chunks: list[ChunkRecord]
    """The pieces the report was read in."""
    extraction: Extraction
    """How the digest was made."""

    def items(self) -> list[Achievement | Target | Risk]:
        """Return all items: achievements, then targets, then risks, each in source order."""
        return [*self.achievements, *self.targets, *self.risks]

    def find(
        self,
        *,
        indicator: str | None = None,
        kind: Kind | None = None,
        topic: Topic | None = None,
        section: str | None = None,
        text: str | None = None,
    ) -> list[Achievement | Target | Risk]:
        """Return the items that meet every condition given, in source order.

        `section` takes in the sections below it; `text` is looked for in statement and metric.
        """
        from .asking import find_items

        return find_items(self, indicator=indicator, kind=kind, topic=topic, section=section, text=text)

    def by_topic(self) -> dict[Topic | None, list[Achievement | Target | Risk]]:
        """Return the items under their topics, in the order the report first touches them."""
        from .asking import items_by_topic

        return items_by_topic(self)

    def figures(self) -> list[Figure]:
        """Return every figure of the report once, in source order; unclaimed ones are of type UnclaimedFigure."""
        from .asking import all_figures

        return all_figures(self)

    def behind(self) -> list[Target]:
        """Return the targets that the report itself shows to be behind, in source order."""
        from .asking import targets_behind

        return targets_behind(self)

    def top(self, n: int = 10, *, kind: Kind | None = None) -> list[Achievement | Target | Risk]:
        """Return the first `n` items by rank; without `kind` those of all kinds, at equal rank achievements before targets and risks."""
        from .asking import top_items

        return top_items(self, n, kind=kind)

    def headline(self) -> list[Achievement]:
        """Return how the headline indicators (GDP, revenue, investment, …) turned out: the items of the panel's main rows."""
        from .asking import headline_items

        return headline_items(self)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes as JSON: half the time of pickling every part, with the same exact numbers."""
        return type(self).model_validate_json, (self.model_dump_json(),)

    def __repr__(self) -> str:
        """Return one line: what the digest is of, and how much is in it."""
        report = self.report
        known = [report.place, report.period.label if report.period else None, report.title or self.source.name]
        counts = f"{len(self.achievements)} achievements, {len(self.targets)} targets, {len(self.risks)} risks"
        return f"<Digest {' · '.join(' '.join(part.split()) for part in known if part)}: {counts}, {self.coverage.figures} figures>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """Return a short overview for notebooks."""
        from .view.notebook import overview_html

        return overview_html(self)

    def to_json(self) -> str:
        """Return the digest as JSON text: keys in model order, numbers as exact decimals, one newline at the end."""
        from .writing import digest_json

        return digest_json(self)

    def save(self, path: Any) -> None:
        """Write the digest to `path` as UTF-8 JSON, whole or not at all. Raises OutputError."""
        from .writing import save_digest

        save_digest(self, path)

    @classmethod
    def load(cls, path: Any) -> Digest:
        """Return the digest stored at `path`. Raises InputError when there is none or it is not valid."""
        from .writing import load_digest

        return load_digest(path)
