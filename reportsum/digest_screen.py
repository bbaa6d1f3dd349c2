"""One digest, or a run of them, on a terminal: the first minute first, then the other items by rank, routine ones folded.

Every table is a list of columns with names (`columns.Column`); words are Chinese or English as `language` says, those of the report stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from .asking import AnyItem, find_items, kind_of
from .brief import Brief, PanelLine, brief_of, further, line_caption
from .captions import caption, captions, figure_caption, item_caption, panel_caption, phrase
from .columns import Column
from .models import Achievement, Digest, Item, Kind, PanelRow, Risk, Salience, Target, Topic
from .own_fields import plain_fields
from .showing import bare_table, plain

if TYPE_CHECKING:
    from .filing import WrittenDigest

ScreenLanguage = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which items are wanted; all None: the first minute and everything else folded."""

    kind: Kind | None = None
    topic: Topic | None = None
    salience: Salience | None = None
    indicator: str | None = None
    limit: int | None = None
    """At most so many items of each kind."""

    @property
    def chooses(self) -> bool:
        """Whether anything is filtered."""
        return any((self.kind, self.topic, self.salience, self.indicator))


def chosen_items(digest: Digest, choice: Choice) -> list[AnyItem]:
    """Return the items that are wanted, by kind and rank."""
    found = find_items(digest, kind=choice.kind, topic=choice.topic, indicator=choice.indicator)
    kinds = ("achievement", "target", "risk")
    wanted = [item for item in found if choice.salience in (None, item.salience)]
    wanted.sort(key=lambda item: (kinds.index(kind_of(item)), item.rank))
    if choice.limit is None:
        return wanted
    return [item for kind in kinds for item in [one for one in wanted if kind_of(one) == kind][: choice.limit]]


def digest_view(digest: Digest, choice: Choice | None = None, language: ScreenLanguage = "en") -> Group:
    """Return a digest for the terminal: its head, then the items that are chosen, else the first minute and what is left."""
    choice = choice or Choice()
    parts: list[RenderableType] = [_head(digest, language)]
    if choice.chooses:
        parts += _tables(chosen_items(digest, choice), language)
    else:
        parts += _first_minute(brief_of(digest), digest, language)
        parts += _what_is_left(digest, choice.limit, language)
    parts.append(_coverage(digest, language))
    parts += [
        Text(f"{chunk.id} ({chunk.start}–{chunk.end}): {chunk.status}, {chunk.error}", style="yellow")
        for chunk in digest.chunks
        if chunk.status != "ok"
    ]
    return Group(*parts)


def report_line(written: WrittenDigest, language: ScreenLanguage) -> Text:
    """Return a report's line at the end of a run: place, period, title, three leading facts."""
    head = " ".join(part for part in (written.place, written.period) if part)
    lead = "；".join(words[language == "en"] for words in written.lead)
    return Text.assemble(
        (f"{head}  " if head else "", "bold"),
        plain(written.title or written.file.name),
        *((f"\n    {lead}",) if lead else ()),
        (f"\n    {written.file}", "dim"),
    )


# --- the first minute -------------------------------------------------------------------------------------------------


def _say(group: str, name: str, language: ScreenLanguage) -> str:
    return caption(group, name)[language == "en"]


def _head(digest: Digest, language: ScreenLanguage) -> Table:
    report, source = digest.report, digest.source
    grid = Table.grid(padding=(0, 2))
    grid.add_row("", Text.assemble(plain(report.title or digest.id), style="bold"))
    lines = (
        ("place", report.place),
        ("period", report.period.label if report.period else None),
        ("plan_period", report.plan_period.label if report.plan_period else None),
        ("report_kind", _say("report_kind", report.kind, language)),
        ("issuer", report.issuer),
        ("published", str(report.published) if report.published else None),
        ("source", f"{source.name} · {source.characters:,}"),
        ("extractor", " ".join(filter(None, (digest.extraction.extractor, digest.extraction.model)))),
    )
    for name, value in lines:
        if value:
            inferred = getattr(report.basis, name, None) == "inferred"
            grid.add_row(Text(_say("fact", name, language), style="dim"), Text.assemble(plain(value), (" ?", "yellow") if inferred else ""))
    grid.add_row("")
    return grid


def _first_minute(brief: Brief, digest: Digest, language: ScreenLanguage) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if brief.panel:
        parts.append(_panel_table(brief.panel, language))
    if digest.summary.points:
        parts.append(Text(_say("brief", "points", language), style="bold italic"))
        points = Table.grid(padding=(0, 1))
        points.add_column()
        points.add_column(overflow="fold")
        for point in digest.summary.points:
            points.add_row("•", plain(point.text))
        parts += [points, Text()]
    groups = (("achievements", brief.achievements), ("targets", brief.targets), ("risks", brief.risks), ("behind", brief.behind))
    for name, items in groups:
        if items:
            parts.append(_items_table(_say("brief", name, language), items, language))
    if brief.warnings:
        parts.append(Text(_say("brief", "warnings", language), style="bold italic"))
        parts += [Text.assemble((f"! {warning.code}: ", "yellow"), plain(warning.message)) for warning in brief.warnings[:_WARNINGS]]
        if len(brief.warnings) > _WARNINGS:
            parts.append(_more(len(brief.warnings) - _WARNINGS, "more", language))
        parts.append(Text())
    return parts


_WARNINGS = 8
"""So many warnings are shown; the digest holds all."""


def _panel_table(lines: Sequence[PanelLine], language: ScreenLanguage) -> Table:
    def name(line: PanelLine) -> str:
        return line_caption(line)[language == "en"]

    def told(row: PanelRow | None) -> str:
        if row is None:
            return ""
        expected = f" ({_say('brief', 'expected', language)})" if row.expected else ""
        return f"{panel_caption(row)}{expected}"

    def aims(line: PanelLine) -> str:
        return ", ".join(dict.fromkeys(panel_caption(row) for row in line.aims))

    def period(line: PanelLine) -> str:
        return line.first.period.label if line.first.period else ""

    columns: tuple[Column[PanelLine], ...] = (
        Column("brief.indicator", "the indicator", name),
        Column("brief.reached", "level, share or count reached", lambda line: told(line.reached)),
        Column("brief.growth", "how it changed", lambda line: told(line.growth)),
        Column("brief.aims", "what is aimed at", aims),
        Column("column.period", "the span of time of what was reached", period),
    )
    return _drawn(_say("brief", "panel", language), columns, lines, language)


def _what_is_left(digest: Digest, limit: int | None, language: ScreenLanguage) -> list[RenderableType]:
    parts: list[RenderableType] = []
    lists: tuple[tuple[Kind, Sequence[AnyItem], Sequence[str]], ...] = (
        ("achievement", digest.achievements, digest.leading.achievements),
        ("target", digest.targets, digest.leading.targets),
        ("risk", digest.risks, digest.leading.risks),
    )
    for kind, items, leading in lists:
        rest = further(items, leading)
        shown = rest.items if limit is None else rest.items[: max(0, limit - len(leading))]
        if shown:
            parts.append(_items_table(_say("kind", kind, language), shown, language))
        if len(shown) < len(rest.items):
            parts.append(_more(len(rest.items) - len(shown), "more", language))
        if rest.routine:
            parts.append(_more(rest.routine, "routine", language))
    return parts


def _more(count: int, name: str, language: ScreenLanguage) -> Text:
    return Text(phrase("brief", name, count=count)[language == "en"], style="dim")


# --- items ------------------------------------------------------------------------------------------------------------


def _tables(items: Sequence[AnyItem], language: ScreenLanguage) -> list[RenderableType]:
    by_kind: dict[Kind, list[AnyItem]] = {}
    for item in items:
        by_kind.setdefault(kind_of(item), []).append(item)
    return [_items_table(_say("kind", kind, language), own, language) for kind, own in by_kind.items()]


def _figures(item: Item) -> str:
    return ", ".join(figure_caption(figure) for figure in item.figures if figure.base is None)


def _period(item: Item) -> str:
    return item.period.label if item.period else ""


def _due(item: Target) -> str:
    return item.deadline or _period(item)


def _progress(item: Target, language: ScreenLanguage) -> str:
    progress = item.progress
    if progress is None:
        return ""
    status = _say("status", progress.status, language)
    return status if progress.ratio is None else f"{status} {progress.ratio:.0%}"


def _told(field: Column[Item], language: ScreenLanguage, item: Item) -> str:
    """Return a field's word: by its caption where it is one of the contract's, else as the report has it."""
    word = field.get(item)
    if word is None:
        return ""
    return _say(field.name, str(word), language) if field.name in captions() else str(word)


def item_columns(kind: type[Item], language: ScreenLanguage) -> tuple[Column[Any], ...]:
    """Return the columns of a table of items of one kind."""
    shared: tuple[Column[Any], ...] = (
        Column("column.what", "metric, or how the statement begins", item_caption, fields=("Item.metric",)),
        Column("column.figures", "the figures, without those compared with", _figures, fields=("Item.figures",)),
    )
    place: Column[Any] = Column("column.place", "offset of the first evidence", lambda item: str(item.evidence[0].start), "integer")
    words = [
        Column(f"column.{field.name}", field.doc, partial(_told, field, language), fields=field.fields)
        for field in plain_fields(kind)
        if field.name != "deadline"  # it has the span of time as its stand-in
    ]
    own: tuple[Column[Any], ...]
    if kind is Achievement:
        own = (Column("column.period", "span of time", _period, fields=("Item.period",)), *words)
    elif kind is Target:
        own = (
            Column("column.due", "deadline, else span of time", _due, fields=("Target.deadline", "Item.period")),
            *words,
            Column("column.progress", "how far it has come", lambda item: _progress(item, language), fields=("Target.progress",)),
        )
    else:
        own = (Column("column.statement", "in the report's words", lambda item: item.statement, fields=("Item.statement",)), *words)
    return (*shared, *own, place)


def _items_table(title: str, items: Sequence[AnyItem], language: ScreenLanguage) -> Table:
    kind: type[Item] = Achievement if isinstance(items[0], Achievement) else Target if isinstance(items[0], Target) else Risk
    columns = [column for column in item_columns(kind, language) if column.name == "column.what" or any(column.get(item) for item in items)]
    return _drawn(title, columns, items, language)


_NARROW = {"column.period", "column.outcome", "column.due", "column.commitment", "column.progress", "column.place"}


def _drawn(title: str, columns: Sequence[Column[Any]], things: Sequence[Any], language: ScreenLanguage) -> Table:
    drawn = bare_table(title)
    for column in columns:
        group, _, name = column.name.partition(".")
        narrow = column.name in _NARROW
        right = column.type == "integer"
        drawn.add_column(
            _say(group, name, language), overflow="fold", no_wrap=right, justify="right" if right else "left",
            style="dim" if right else "", ratio=None if narrow else 3 if name in ("what", "statement") else 2,
        )  # fmt: skip
    for thing in things:
        drawn.add_row(*(plain(str(column.get(thing) or "")) for column in columns))
    return drawn


def _coverage(digest: Digest, language: ScreenLanguage) -> Text:
    coverage = digest.coverage
    line = phrase("brief", "coverage", figures=coverage.figures, claimed=coverage.claimed, named=coverage.named)[language == "en"]
    left = ", ".join(figure.text for figure in coverage.unclaimed[:_UNCLAIMED])
    more = "…" if len(coverage.unclaimed) > _UNCLAIMED else ""
    return Text(f"{line}{f' ({left}{more})' if left else ''}", style="dim")


_UNCLAIMED = 12
"""So many unclaimed figures are named."""
