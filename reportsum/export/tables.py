"""The flat schema: which tables an export has, which columns, which keys, and where each value comes from. The same in every format.

`docs/outputs.md` prints these definitions; a test keeps the two together, and another says when a field of the contract stands in no
column. Offsets count code points of the source, end exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeAlias

from ..asking import AnyItem, kind_of
from ..columns import Column, ColumnType, Value
from ..models import (
    ChunkRecord,
    Digest,
    DigestWarning,
    Evidence,
    Figure,
    Item,
    OutlineSection,
    PanelRow,
    Period,
    SummaryPoint,
    UnclaimedFigure,
)
from ..own_fields import OWN_FIELDS

__all__ = ["FIGURES", "ITEMS", "PANEL", "TABLES", "Column", "ColumnType", "Row", "Table", "Value"]

Row: TypeAlias = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `key` names the columns that tell its rows apart; the first is always digest_id."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column[Any], ...]
    things: Callable[[Digest], Iterator[Any]]
    """What the rows of a digest are about, in order."""
    parent: tuple[str, tuple[str, ...]] | None = None
    """The table these rows belong to, and the columns that point at its key."""

    def index(self, column: str) -> int:
        """Return the position of a column."""
        return [each.name for each in self.columns].index(column)

    def rows(self, digest: Digest) -> Iterator[Row]:
        """Yield the rows of a digest."""
        getters = [column.get for column in self.columns]
        for thing in self.things(digest):
            yield tuple([get(thing) for get in getters])


# --- what rows are about ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A part of a digest with its running number."""

    digest: Digest
    position: int


@dataclass(frozen=True, slots=True)
class _Section(_Numbered):
    section: OutlineSection
    parent: str | None
    summary: str | None


@dataclass(frozen=True, slots=True)
class _Item(_Numbered):
    item: AnyItem
    leads: int | None


@dataclass(frozen=True, slots=True)
class _Figure(_Numbered):
    figure: Figure
    item: AnyItem | None


@dataclass(frozen=True, slots=True)
class _Evidence(_Numbered):
    item: AnyItem
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Link(_Numbered):
    target: str
    achievement: str


@dataclass(frozen=True, slots=True)
class _Panel(_Numbered):
    row: PanelRow


@dataclass(frozen=True, slots=True)
class _Point(_Numbered):
    point: SummaryPoint


@dataclass(frozen=True, slots=True)
class _Warning(_Numbered):
    warning: DigestWarning


@dataclass(frozen=True, slots=True)
class _Chunk(_Numbered):
    chunk: ChunkRecord


def _sections(digest: Digest) -> Iterator[_Section]:
    summaries = {summary.section: summary.text for summary in digest.summary.sections}
    pending: list[tuple[str | None, OutlineSection]] = [(None, section) for section in reversed(digest.outline)]
    number = 0
    while pending:
        parent, section = pending.pop()
        number += 1
        yield _Section(digest, number, section, parent, summaries.get(section.id))
        pending.extend((section.id, child) for child in reversed(section.children))


def _items(digest: Digest) -> Iterator[_Item]:
    lists = (digest.leading.achievements, digest.leading.targets, digest.leading.risks)
    leads = {name: place for ids in lists for place, name in enumerate(ids, start=1)}
    for number, item in enumerate(digest.items(), start=1):
        yield _Item(digest, number, item, leads.get(item.id))


def _figures(digest: Digest) -> Iterator[_Figure]:
    number = 0
    for item in digest.items():
        for figure in item.figures:
            number += 1
            yield _Figure(digest, number, figure, item)
    for unclaimed in digest.coverage.unclaimed:
        number += 1
        yield _Figure(digest, number, unclaimed, None)


def _evidence(digest: Digest) -> Iterator[_Evidence]:
    for item in digest.items():
        for number, evidence in enumerate(item.evidence, start=1):
            yield _Evidence(digest, number, item, evidence)


def _links(digest: Digest) -> Iterator[_Link]:
    for target in digest.targets:
        for number, achievement in enumerate(dict.fromkeys(target.progress.achievements if target.progress else ()), start=1):
            yield _Link(digest, number, target.id, achievement)


def _numbered(
    kind: Callable[[Digest, int, Any], _Numbered], parts: Callable[[Digest], Sequence[Any]]
) -> Callable[[Digest], Iterator[_Numbered]]:
    def things(digest: Digest) -> Iterator[_Numbered]:
        for number, part in enumerate(parts(digest), start=1):
            yield kind(digest, number, part)

    return things


# --- columns ----------------------------------------------------------------------------------------------------------


def _column(
    name: str, doc: str, path: str | Callable[[Any], Value], *fields: str, type: ColumnType = "text", nullable: bool = False
) -> Column[Any]:
    return Column(name, doc, attrgetter(path) if isinstance(path, str) else path, type, nullable, fields)


def _period(prefix: str, doc: str, get: Callable[[Any], Period | None], *fields: str) -> tuple[Column[Any], ...]:
    def part(of: Callable[[Period], Value]) -> Callable[[Any], Value]:
        def value(row: Any) -> Value:
            period = get(row)
            return None if period is None else of(period)

        return value

    return (
        _column(prefix, doc, part(lambda period: period.label), *fields, "Period.label", nullable=True),
        _column(f"{prefix}_start", "its first day", part(lambda period: period.start), "Period.start", type="date", nullable=True),
        _column(f"{prefix}_end", "its last day", part(lambda period: period.end), "Period.end", type="date", nullable=True),
    )


def _span(of: str, model: str) -> tuple[Column[Any], Column[Any]]:
    return (
        _column("start_offset", "first code point in the source", f"{of}.start", f"{model}.start", type="integer"),
        _column("end_offset", "end in the source, exclusive", f"{of}.end", f"{model}.end", type="integer"),
    )


_DIGEST_ID = _column("digest_id", "id of the digest", "digest.id", "Digest.id")
_POSITION = _column("position", "running number within the digest, from 1", "position", type="integer")


def _figure_period(row: _Figure) -> Period | None:
    return row.figure.period or (row.item.period if row.item else None)


def _figure_metric(row: _Figure) -> Value:
    return row.figure.metric or (row.item.metric if row.item else None)


def _figure_section(row: _Figure) -> Value:
    if isinstance(row.figure, UnclaimedFigure):
        return row.figure.section
    places = row.item.evidence if row.item else ()
    return next((evidence.section for evidence in places if evidence.start <= row.figure.start < evidence.end), None)


def _of_item(column: Column[Item]) -> Column[_Item]:
    def get(row: _Item) -> Value:
        return column.get(row.item)

    return Column(column.name, column.doc, get, column.type, column.nullable, column.fields)


def _prompt(field: str) -> Callable[[Any], Value]:
    def get(row: Any) -> Value:
        prompt = row.digest.extraction.prompt
        value: Value = getattr(prompt, field) if prompt else None
        return value

    return get


def _bases(*names: str) -> tuple[Column[Any], ...]:
    docs = {"kind": "whose words the kind is", "metric": "whose words the metric is", "period": "whose words the period is"}
    return tuple(_column(f"{name}_basis", docs[name], f"item.basis.{name}", f"ItemBasis.{name}", "Item.basis") for name in names)


def _joined(values: Sequence[object]) -> str:
    return " ".join(map(str, values))


REPORTS = Table(
    "reports",
    "one row for each digest",
    ("digest_id",),
    (
        _DIGEST_ID,
        _column("schema_version", "version of the digest contract", "digest.schema_version", "Digest.schema_version"),
        _column("title", "title of the report", "digest.report.title", "Report.title", nullable=True),
        _column("kind", "genre of the report", "digest.report.kind", "Report.kind"),
        _column("place", "the place that reports", "digest.report.place", "Report.place", nullable=True),
        _column("issuer", "who issues or delivers it", "digest.report.issuer", "Report.issuer", nullable=True),
        _column("published", "date of publication or delivery", "digest.report.published", "Report.published", type="date", nullable=True),
        *_period("period", "the period under review", attrgetter("digest.report.period"), "Report.period"),
        *_period("plan_period", "the coming period that the plans speak of", attrgetter("digest.report.plan_period"), "Report.plan_period"),
        _column("language", "language and script of the source", "digest.report.language", "Report.language"),
        *(
            _column(f"{name}_basis", f"how {name} is known", f"digest.report.basis.{name}", f"ReportBasis.{name}", "Report.basis")
            for name in ("title", "kind", "place", "issuer", "published", "period", "plan_period")
        ),
        _column("source_name", "file the digest was made from", "digest.source.name", "Source.name"),
        _column("source_media_type", "MIME type of that file", "digest.source.media_type", "Source.media_type"),
        _column("source_encoding", "its character encoding", "digest.source.encoding", "Source.encoding", nullable=True),
        _column("source_sha256", "SHA-256 of that file", "digest.source.sha256", "Source.sha256"),
        _column(
            "source_characters", "length of the source in code points", "digest.source.characters", "Source.characters", type="integer"
        ),
        _column(
            "cleaning",
            "what cleaning changed: rule:count",
            lambda row: _joined([f"{count.rule}:{count.count}" for count in row.digest.source.cleaning]),
            "Source.cleaning",
            "CleaningCount.rule",
            "CleaningCount.count",
        ),
        _column("summary", "the report in a few sentences", "digest.summary.text", "Summary.text"),
        _column("summary_extractor", "who chose these sentences", "digest.summary.extractor", "Summary.extractor"),
        _column("achievements", "number of achievements", lambda row: len(row.digest.achievements), "Digest.achievements", type="integer"),
        _column("targets", "number of targets", lambda row: len(row.digest.targets), "Digest.targets", type="integer"),
        _column("risks", "number of risks", lambda row: len(row.digest.risks), "Digest.risks", type="integer"),
        _column("figures_found", "figures found in the report", "digest.coverage.figures", "Coverage.figures", type="integer"),
        _column("figures_claimed", "figures that stand in an item", "digest.coverage.claimed", "Coverage.claimed", type="integer"),
        _column("figures_named", "claimed figures whose metric was read", "digest.coverage.named", "Coverage.named", type="integer"),
        _column("extractor", "llm, rules, or a user's own extractor", "digest.extraction.extractor", "Extraction.extractor"),
        _column("model", "name of the model", "digest.extraction.model", "Extraction.model", nullable=True),
        _column("prompt", "name of the prompt", _prompt("name"), "Extraction.prompt", "PromptVersion.name", nullable=True),
        _column("prompt_hash", "start of the prompt's hash", _prompt("hash"), "PromptVersion.hash", nullable=True),
        _column("library_version", "version of reportsum", "digest.extraction.library_version", "Extraction.library_version"),
    ),
    lambda digest: iter([_Numbered(digest, 1)]),
)
SECTIONS = Table(
    "sections",
    "one row for each section of the outline, in source order",
    ("digest_id", "section_id"),
    (
        _DIGEST_ID,
        _column("section_id", "place in the tree (1.2)", "section.id", "OutlineSection.id", "SectionSummary.section"),
        _column("parent_id", "id of the section above", "parent", "OutlineSection.children", nullable=True),
        _POSITION,
        _column("level", "depth, 1 for main sections", "section.level", "OutlineSection.level", type="integer"),
        _column("label", "numbering as it stands", "section.label", "OutlineSection.label", nullable=True),
        _column("title", "heading without the label", "section.title", "OutlineSection.title"),
        _column("stance", "review, plan, problems or context", "section.stance", "OutlineSection.stance"),
        *_span("section", "OutlineSection"),
        _column("summary", "summary of the section", "summary", "Summary.sections", "SectionSummary.text", nullable=True),
    ),
    _sections,
    parent=("reports", ("digest_id",)),
)
ITEMS = Table(
    "items",
    "one row for each achievement, target and risk",
    ("digest_id", "item_id"),
    (
        _DIGEST_ID,
        _column("item_id", "id of the item", "item.id", "Item.id"),
        _POSITION,
        _column("kind", "achievement, target or risk", lambda row: kind_of(row.item)),
        _column("rank", "1 is the most telling of its kind", "item.rank", "Item.rank", type="integer"),
        _column("salience", "headline, key, detail or routine", "item.salience", "Item.salience"),
        _column(
            "leads",
            "place among the ten leading items of its kind",
            "leads",
            "Digest.leading",
            "Leading.achievements",
            "Leading.targets",
            "Leading.risks",
            type="integer",
            nullable=True,
        ),
        _column("statement", "the clause in clean text", "item.statement", "Item.statement"),
        _column("metric", "what is measured or done; for risks what is at risk", "item.metric", "Item.metric", nullable=True),
        _column("indicator", "canonical indicator", "item.indicator", "Item.indicator", nullable=True),
        _column("topic", "field of policy", "item.topic", "Item.topic", nullable=True),
        *_period("period", "the span of time it speaks of", attrgetter("item.period"), "Item.period"),
        *_bases("kind", "metric", "period"),
        _column("task", "number of the task in a numbered list", "item.task", "Item.task", type="integer", nullable=True),
        _column(
            "section_id",
            "section of the first evidence",
            lambda row: row.item.evidence[0].section if row.item.evidence else None,
            "Evidence.section",
            nullable=True,
        ),
        _column("extractor", "who read it", "item.extractor", "Item.extractor"),
        *map(_of_item, OWN_FIELDS),
    ),
    _items,
    parent=("reports", ("digest_id",)),
)
FIGURES = Table(
    "figures",
    "one row for each figure in each item that holds it, then the figures no item took up (item_id null)",
    ("digest_id", "position"),
    (
        _DIGEST_ID,
        _POSITION,
        _column("figure_id", "id of the figure; repeats where two items hold the figure", "figure.id", "Figure.id"),
        _column(
            "item_id",
            "the item that holds it; null when no item does",
            lambda row: row.item.id if row.item else None,
            "Item.figures",
            "Coverage.unclaimed",
            nullable=True,
        ),
        _column("metric", "what is measured: the figure's own metric, else the item's", _figure_metric, "Figure.metric", nullable=True),
        _column("metric_basis", "whose words the metric is", "figure.basis.metric", "Figure.basis", "FigureBasis.metric"),
        _column("text", "number and unit as they stand in the source", "figure.text", "Figure.text"),
        _column(
            "value",
            "the number as written in unit; a fall is negative; null for ranges",
            "figure.value",
            "Figure.value",
            type="decimal",
            nullable=True,
        ),
        _column("unit", "unit as written", "figure.unit", "Figure.unit"),
        _column("amount", "value with 万 and 亿 multiplied out", "figure.amount", "Figure.amount", type="decimal", nullable=True),
        _column("base_unit", "unit without 万 and 亿", "figure.base_unit", "Figure.base_unit"),
        _column("unit_code", "ISO 4217, %, pp, bp, 1 or UCUM", "figure.unit_code", "Figure.unit_code", nullable=True),
        _column("low", "lower end of a range, as written", "figure.low", "Figure.low", type="decimal", nullable=True),
        _column("high", "upper end of a range, as written", "figure.high", "Figure.high", type="decimal", nullable=True),
        _column("bound", "exact, at_least, at_most, above, below, about or range", "figure.bound", "Figure.bound"),
        _column("role", "level, count, change, change_pp, share, rank, multiple or other", "figure.role", "Figure.role"),
        _column("base", "earlier or goal: a value compared with, not the fact itself", "figure.base", "Figure.base", nullable=True),
        _column("yearly_average", "an average over its span of years", "figure.yearly_average", "Figure.yearly_average", type="truth"),
        *_period("period", "the span of time: the figure's own, else the item's", _figure_period, "Figure.period"),
        _column("period_basis", "whose words the period is", "figure.basis.period", "FigureBasis.period"),
        _column("section_id", "section it stands in", _figure_section, "UnclaimedFigure.section", nullable=True),
        *_span("figure", "Figure"),
    ),
    _figures,
    parent=("items", ("digest_id", "item_id")),
)
EVIDENCE = Table(
    "evidence",
    "one row for each place where an item stands",
    ("digest_id", "item_id", "position"),
    (
        _DIGEST_ID,
        _column("item_id", "id of the item", "item.id"),
        _column("position", "running number within the item, from 1", "position", "Item.evidence", type="integer"),
        _column("quote", "the source's own words", "evidence.quote", "Evidence.quote"),
        *_span("evidence", "Evidence"),
        _column("section_id", "section it stands in", "evidence.section", "Evidence.section", nullable=True),
    ),
    _evidence,
    parent=("items", ("digest_id", "item_id")),
)
LINKS = Table(
    "links",
    "one row for each achievement that speaks of a target",
    ("digest_id", "target_id", "achievement_id"),
    (
        _DIGEST_ID,
        _column("target_id", "item_id of the target", "target"),
        _column("achievement_id", "item_id of the achievement", "achievement", "Progress.achievements"),
    ),
    _links,
    parent=("items", ("digest_id", "target_id")),
)
PANEL = Table(
    "panel",
    "one row for each figure of a headline indicator, in fixed order: loadable without joins",
    ("digest_id", "position"),
    (
        _DIGEST_ID,
        _POSITION,
        _column("place", "the place that reports", "digest.report.place", nullable=True),
        _column("indicator", "canonical indicator", "row.indicator", "Digest.panel", "PanelRow.indicator"),
        _column("measure", "level, change, change_pp, share or count", "row.measure", "PanelRow.measure"),
        _column("kind", "reported or target", "row.kind", "PanelRow.kind"),
        *_period("period", "the span of time it speaks of", attrgetter("row.period"), "PanelRow.period"),
        _column("amount", "the value, multiplied out; null for ranges", "row.amount", "PanelRow.amount", type="decimal", nullable=True),
        _column("low", "lower end of a range, multiplied out", "row.low", "PanelRow.low", type="decimal", nullable=True),
        _column("high", "upper end of a range, multiplied out", "row.high", "PanelRow.high", type="decimal", nullable=True),
        _column("unit_code", "ISO 4217, %, pp, bp, 1 or UCUM", "row.unit_code", "PanelRow.unit_code", nullable=True),
        _column("bound", "as in figures", "row.bound", "PanelRow.bound", nullable=True),
        _column("text", "the figure's words, or the goal's", "row.text", "PanelRow.text"),
        _column("expected", "an estimate", "row.expected", "PanelRow.expected", type="truth"),
        _column("yearly_average", "an average over its span of years", "row.yearly_average", "PanelRow.yearly_average", type="truth"),
        _column("base", "earlier or goal: a value compared with", "row.base", "PanelRow.base", nullable=True),
        _column("figure_id", "id of the figure; null for goals in words", "row.figure", "PanelRow.figure", nullable=True),
        _column("item_id", "id of the item", "row.item", "PanelRow.item"),
        _column("main", "the row that answers for its indicator, measure and kind", "row.main", "PanelRow.main", type="truth"),
    ),
    _numbered(_Panel, attrgetter("panel")),
    parent=("reports", ("digest_id",)),
)
POINTS = Table(
    "points",
    "one row for each sentence of the summary",
    ("digest_id", "position"),
    (
        _DIGEST_ID,
        _POSITION,
        _column("text", "the sentence", "point.text", "Digest.summary", "Summary.points", "SummaryPoint.text"),
        _column("items", "ids of the items it rests on", lambda row: _joined(row.point.items), "SummaryPoint.items"),
    ),
    _numbered(_Point, attrgetter("summary.points")),
    parent=("reports", ("digest_id",)),
)
WARNINGS = Table(
    "warnings",
    "one row for each place where a careful reader would stop",
    ("digest_id", "position"),
    (
        _DIGEST_ID,
        _POSITION,
        _column("code", "what kind of warning", "warning.code", "Digest.warnings", "DigestWarning.code"),
        _column("message", "what is so", "warning.message", "DigestWarning.message"),
        _column(
            "start_offset",
            "first code point in the source; null for the whole report",
            "warning.start",
            "DigestWarning.start",
            type="integer",
            nullable=True,
        ),
        _column("end_offset", "end in the source, exclusive", "warning.end", "DigestWarning.end", type="integer", nullable=True),
    ),
    _numbered(_Warning, attrgetter("warnings")),
    parent=("reports", ("digest_id",)),
)
CHUNKS = Table(
    "chunks",
    "one row for each piece the report was read in",
    ("digest_id", "chunk_id"),
    (
        _DIGEST_ID,
        _column("chunk_id", "id of the chunk", "chunk.id", "Digest.chunks", "ChunkRecord.id"),
        _POSITION,
        _column("sections", "ids of the sections it covers", lambda row: _joined(row.chunk.sections), "ChunkRecord.sections"),
        *_span("chunk", "ChunkRecord"),
        _column("status", "ok, partial, failed or fallback", "chunk.status", "ChunkRecord.status"),
        _column("extractor", "who read it", "chunk.extractor", "ChunkRecord.extractor"),
        _column("error", "why it failed", "chunk.error", "ChunkRecord.error", nullable=True),
    ),
    _numbered(_Chunk, attrgetter("chunks")),
    parent=("reports", ("digest_id",)),
)
TABLES = (REPORTS, SECTIONS, ITEMS, FIGURES, EVIDENCE, LINKS, PANEL, POINTS, WARNINGS, CHUNKS)
