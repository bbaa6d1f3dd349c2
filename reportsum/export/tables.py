"""The flat schema: which tables an export has, which columns, which keys. The same in every format.

`docs/outputs.md` prints these definitions; a test keeps the two together. Offsets count code points of the source, end exclusive.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

ColumnType = Literal["text", "integer", "decimal", "date"]
Value: TypeAlias = str | int | Decimal | dt.date | None
Row: TypeAlias = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. A column that is not `nullable` never holds None."""

    name: str
    type: ColumnType
    meaning: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `key` names the columns that tell its rows apart; the first is always digest_id."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    parent: tuple[str, tuple[str, ...]] | None = None
    """The table these rows belong to, and the columns that point at its key."""

    def index(self, column: str) -> int:
        """Return the position of a column."""
        return [each.name for each in self.columns].index(column)


def _text(name: str, meaning: str, *, nullable: bool = False) -> Column:
    return Column(name, "text", meaning, nullable)


def _integer(name: str, meaning: str, *, nullable: bool = False) -> Column:
    return Column(name, "integer", meaning, nullable)


def _decimal(name: str, meaning: str) -> Column:
    return Column(name, "decimal", meaning, nullable=True)


def _period(prefix: str, meaning: str) -> tuple[Column, Column, Column]:
    return (
        Column(prefix, "text", meaning, nullable=True),
        Column(f"{prefix}_start", "date", "its first day", nullable=True),
        Column(f"{prefix}_end", "date", "its last day", nullable=True),
    )


_DIGEST_ID = _text("digest_id", "id of the digest")
_POSITION = _integer("position", "running number within the digest, from 1")
_SPAN = (
    _integer("start_offset", "first code point in the source"),
    _integer("end_offset", "end in the source, exclusive"),
)

REPORTS = Table(
    "reports",
    "one row for each digest",
    ("digest_id",),
    (
        _DIGEST_ID,
        _text("schema_version", "version of the digest contract"),
        _text("title", "title of the report", nullable=True),
        _text("kind", "genre of the report"),
        _text("place", "the place that reports", nullable=True),
        _text("issuer", "who issues or delivers it", nullable=True),
        Column("published", "date", "date of publication or delivery", nullable=True),
        *_period("period", "the period under review"),
        *_period("plan_period", "the coming period that the plans speak of"),
        _text("language", "language and script of the source"),
        _text("source_name", "file the digest was made from"),
        _text("source_sha256", "SHA-256 of that file"),
        _integer("source_characters", "length of the source in code points"),
        _text("summary", "the report in a few sentences"),
        _integer("achievements", "number of achievements"),
        _integer("targets", "number of targets"),
        _integer("risks", "number of risks"),
        _integer("figures_found", "figures found in the report"),
        _integer("figures_claimed", "figures that stand in an item"),
        _text("extractor", "llm, rules, or a user's own extractor"),
        _text("model", "name of the model", nullable=True),
        _text("prompt", "name of the prompt", nullable=True),
        _text("library_version", "version of reportsum"),
    ),
)
SECTIONS = Table(
    "sections",
    "one row for each section of the outline, in source order",
    ("digest_id", "section_id"),
    (
        _DIGEST_ID,
        _text("section_id", "place in the tree (1.2)"),
        _text("parent_id", "id of the section above", nullable=True),
        _POSITION,
        _integer("level", "depth, 1 for main sections"),
        _text("label", "numbering as it stands", nullable=True),
        _text("title", "heading without the label"),
        _text("stance", "review, plan, problems or context"),
        *_SPAN,
        _text("summary", "summary of the section", nullable=True),
    ),
    parent=("reports", ("digest_id",)),
)
ITEMS = Table(
    "items",
    "one row for each achievement, target and risk",
    ("digest_id", "item_id"),
    (
        _DIGEST_ID,
        _text("item_id", "id of the item"),
        _POSITION,
        _text("kind", "achievement, target or risk"),
        _text("statement", "the clause in clean text"),
        _text("metric", "what is measured or done; for risks what is at risk"),
        _text("indicator", "canonical indicator", nullable=True),
        _text("topic", "field of policy"),
        *_period("period", "the span of time it speaks of"),
        _integer("task", "number of the task in a numbered list", nullable=True),
        _text("section_id", "section of the first evidence", nullable=True),
        _text("extractor", "who read it"),
        _text("outcome", "achievements: met, exceeded, missed, partial or expected", nullable=True),
        _text("commitment", "targets: must, strive or plan", nullable=True),
        _text("deadline", "targets: ISO date or month", nullable=True),
        _text("owner", "targets: who is responsible", nullable=True),
        _text("progress_status", "targets: exceeded, met, on_track, behind or unknown", nullable=True),
        _decimal("progress_ratio", "targets: reached divided by promised"),
        _text("progress_basis", "targets: linked by task or by metric", nullable=True),
        _text("cause", "risks: the cause the text gives", nullable=True),
    ),
    parent=("reports", ("digest_id",)),
)
FIGURES = Table(
    "figures",
    "one row for each figure in each item that holds it, then the figures no item took up (item_id null)",
    ("digest_id", "position"),
    (
        _DIGEST_ID,
        _POSITION,
        _text("figure_id", "id of the figure; repeats where two items hold the figure"),
        _text("item_id", "the item that holds it; null when no item does", nullable=True),
        _text("metric", "what is measured: the figure's own metric, else the item's", nullable=True),
        _text("text", "number and unit as they stand in the source"),
        _decimal("value", "the number as written in unit; a fall is negative; null for ranges"),
        _text("unit", "unit as written"),
        _decimal("amount", "value with 万 and 亿 multiplied out"),
        _text("base_unit", "unit without 万 and 亿"),
        _decimal("low", "lower end of a range, as written"),
        _decimal("high", "upper end of a range, as written"),
        _text("bound", "exact, at_least, at_most, above, below, about or range"),
        _text("role", "level, count, change, change_pp, share, rank, multiple or other"),
        *_period("period", "the span of time: the figure's own, else the item's"),
        _text("section_id", "section it stands in", nullable=True),
        *_SPAN,
    ),
    parent=("items", ("digest_id", "item_id")),
)
EVIDENCE = Table(
    "evidence",
    "one row for each place where an item stands",
    ("digest_id", "item_id", "position"),
    (
        _DIGEST_ID,
        _text("item_id", "id of the item"),
        _integer("position", "running number within the item, from 1"),
        _text("quote", "the source's own words"),
        *_SPAN,
        _text("section_id", "section it stands in", nullable=True),
    ),
    parent=("items", ("digest_id", "item_id")),
)
LINKS = Table(
    "links",
    "one row for each achievement that speaks of a target",
    ("digest_id", "target_id", "achievement_id"),
    (
        _DIGEST_ID,
        _text("target_id", "item_id of the target"),
        _text("achievement_id", "item_id of the achievement"),
    ),
    parent=("items", ("digest_id", "target_id")),
)
TABLES = (REPORTS, SECTIONS, ITEMS, FIGURES, EVIDENCE, LINKS)
