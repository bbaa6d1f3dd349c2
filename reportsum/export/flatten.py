"""Digest → rows of the flat schema. Rows stand in the order of the digest; nothing is computed beyond counting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from ..asking import AnyItem, kind_of
from ..models import Achievement, Digest, Figure, OutlineSection, Period, Risk, Target, UnclaimedFigure
from .tables import TABLES, Row

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
FlatRows: TypeAlias = dict[str, list[Row]]
"""The rows of every table, by its name."""


def flatten(digests: Iterable[Digest]) -> FlatRows:
    """Return the rows of all tables; digests in the order of their ids. Of two digests with one id the later counts.

    Half a character (a lone surrogate) in a text becomes U+FFFD: no format can hold it.
    """
    by_id = {digest.id: digest for digest in digests}
    rows: FlatRows = {table.name: [] for table in TABLES}
    for _, digest in sorted(by_id.items()):
        rows["reports"].append(_report_row(digest))
        rows["sections"].extend(_section_rows(digest))
        rows["items"].extend(_item_row(digest, number, item) for number, item in enumerate(digest.items(), start=1))
        rows["figures"].extend(_figure_rows(digest))
        rows["evidence"].extend(_evidence_rows(digest))
        rows["links"].extend(_link_rows(digest))
    return {name: _writable(table) for name, table in rows.items()}


def _writable(rows: list[Row]) -> list[Row]:
    """Return the rows as they are where they can be written, which is nearly always, and without half characters elsewhere."""
    try:
        "".join(cell for row in rows for cell in row if isinstance(cell, str)).encode("utf-8")
    except UnicodeEncodeError:
        return [tuple(_HALF_CHARACTER.sub("\ufffd", cell) if isinstance(cell, str) else cell for cell in row) for row in rows]
    return rows


def _period(period: Period | None) -> Row:
    return (None, None, None) if period is None else (period.label, period.start, period.end)


def _report_row(digest: Digest) -> Row:
    report, source, extraction = digest.report, digest.source, digest.extraction
    return (
        digest.id, digest.schema_version, report.title, report.kind, report.place, report.issuer, report.published,
        *_period(report.period), *_period(report.plan_period),
        report.language, source.name, source.sha256, source.characters, digest.summary.text,
        len(digest.achievements), len(digest.targets), len(digest.risks),
        digest.coverage.figures, digest.coverage.claimed,
        extraction.extractor, extraction.model, extraction.prompt.name if extraction.prompt else None,
        extraction.library_version,
    )  # fmt: skip


def _section_rows(digest: Digest) -> Iterator[Row]:
    summaries = {summary.section: summary.text for summary in digest.summary.sections}
    for number, (parent, section) in enumerate(_walk(digest.outline), start=1):
        yield (
            digest.id, section.id, parent, number, section.level, section.label, section.title, section.stance,
            section.start, section.end, summaries.get(section.id),
        )  # fmt: skip


def _walk(sections: Sequence[OutlineSection]) -> Iterator[tuple[str | None, OutlineSection]]:
    pending: list[tuple[str | None, OutlineSection]] = [(None, section) for section in reversed(sections)]
    while pending:
        parent, section = pending.pop()
        yield parent, section
        pending.extend((section.id, child) for child in reversed(section.children))


def _item_row(digest: Digest, number: int, item: AnyItem) -> Row:
    section = item.evidence[0].section if item.evidence else None
    target = item if isinstance(item, Target) else None
    progress = target.progress if target else None
    return (
        digest.id, item.id, number, kind_of(item), item.statement, item.metric, item.indicator, item.topic,
        *_period(item.period), item.task, section, item.extractor,
        item.outcome if isinstance(item, Achievement) else None,
        target.commitment if target else None, target.deadline if target else None, target.owner if target else None,
        progress.status if progress else None, progress.ratio if progress else None,
        progress.basis if progress else None,
        item.cause if isinstance(item, Risk) else None,
    )  # fmt: skip


def _figure_rows(digest: Digest) -> Iterator[Row]:
    number = 0
    for item in digest.items():
        for figure in item.figures:
            number += 1
            yield _figure_row(digest, number, figure, item)
    for unclaimed in digest.coverage.unclaimed:
        number += 1
        yield _figure_row(digest, number, unclaimed, None)


def _figure_row(digest: Digest, number: int, figure: Figure, item: AnyItem | None) -> Row:
    section = figure.section if isinstance(figure, UnclaimedFigure) else _section_of(figure, item)
    return (
        digest.id, number, figure.id, item.id if item else None,
        figure.metric or (item.metric if item else None),
        figure.text, figure.value, figure.unit, figure.amount, figure.base_unit, figure.low, figure.high,
        figure.bound, figure.role, *_period(figure.period or (item.period if item else None)), section,
        figure.start, figure.end,
    )  # fmt: skip


def _section_of(figure: Figure, item: AnyItem | None) -> str | None:
    for evidence in item.evidence if item else ():
        if evidence.start <= figure.start < evidence.end:
            return evidence.section
    return None


def _evidence_rows(digest: Digest) -> Iterator[Row]:
    for item in digest.items():
        for number, evidence in enumerate(item.evidence, start=1):
            yield digest.id, item.id, number, evidence.quote, evidence.start, evidence.end, evidence.section


def _link_rows(digest: Digest) -> Iterator[Row]:
    for target in digest.targets:
        for achievement in dict.fromkeys(target.progress.achievements if target.progress else ()):
            yield digest.id, target.id, achievement
