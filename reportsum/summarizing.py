"""Summaries by section and report, in the source's own words.

From a draft's summary the placeholders `{n}` are filled with the source's figures. Where the extractor gave none, the most telling
clauses are taken, in text order: those on the headline indicators that such reports open with, then those on other canonical
indicators, then those with most figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from .captions import headline_captions
from .extraction.resolving import Item
from .models import OutlineSection, SectionSummary, Summary, SummaryPoint

_PLACEHOLDER = re.compile(r"\{(\d+)\}")
SECTION_CHARS = 160
REPORT_CHARS = 320
"""Upper bounds of an extractive summary; one clause is always kept whole."""
MOST_CLAUSES = 4


def fill_placeholders(summary: str, figure_texts: Sequence[str]) -> str:
    """Return `summary` with every `{n}` replaced by the text of figure n. Raises ValueError for an n that does not exist.

    >>> fill_placeholders("贷款余额{0}。", ["15627.5亿元"])
    '贷款余额15627.5亿元。'
    """

    def text_of(match: re.Match[str]) -> str:
        number = int(match[1])
        if number >= len(figure_texts):
            raise ValueError(f"the summary points at figure {number}, which does not exist")
        return figure_texts[number]

    return _PLACEHOLDER.sub(text_of, summary)


def summarize(
    items: Sequence[Item], outline: Sequence[OutlineSection], told: Sequence[tuple[int, str]] = ()
) -> Summary:
    """Return the summary of a report.

    `items` are all items; `told` are summaries given by the extractor as (source offset of the chunk, filled text), in order.
    """
    sections = [
        SectionSummary(section=section.id, text=text)
        for section, own in zip(outline, _by_section(items, outline), strict=True)
        if (text := _section_text(own, section.start, section.end, told))
    ]
    points = _points(items)
    return Summary(text="".join(point.text for point in points), points=points, sections=sections, extractor="rules")


def _by_section(items: Sequence[Item], outline: Sequence[OutlineSection]) -> list[list[Item]]:
    """Return the items of each main section; those before, between and after them belong to none."""
    starts = [section.start for section in outline]
    own: list[list[Item]] = [[] for _ in outline]
    for item in items:
        at = item.evidence[0].start
        index = bisect_right(starts, at) - 1
        if index >= 0 and at < outline[index].end:
            own[index].append(item)
    return own


def _section_text(items: Sequence[Item], start: int, end: int, told: Sequence[tuple[int, str]]) -> str:
    """Return the summary of a section, which begins and ends at these source offsets and has these items."""
    said = "".join(text for place, text in told if start <= place < end)
    return said or "".join(_closed(statement) for statement, _ in _telling(items, SECTION_CHARS))


def _points(items: Sequence[Item]) -> list[SummaryPoint]:
    """Return the most telling statements of each kind, in text order, with the items that rest on them."""
    kinds: dict[type, list[Item]] = {}
    for item in items:
        kinds.setdefault(type(item), []).append(item)
    return [
        SummaryPoint(text=_closed(statement), items=[item.id for item in own])
        for of_kind in kinds.values()
        for statement, own in _telling(of_kind, REPORT_CHARS // len(kinds))
    ]


def _telling(items: Sequence[Item], limit: int) -> list[tuple[str, list[Item]]]:
    """Return the most telling statements of `items` with their items, in text order, within `limit` characters (the first always)."""
    by_statement: dict[str, list[Item]] = {}
    for item in items:
        by_statement.setdefault(item.statement, []).append(item)
    order = {statement: index for index, statement in enumerate(by_statement)}
    weight = {statement: sum(map(_weight, own)) for statement, own in by_statement.items()}
    chosen: list[str] = []
    room = limit
    for statement in sorted(order, key=lambda s: (-weight[s], order[s])):
        if chosen and len(statement) > room:
            continue
        chosen.append(statement)
        room -= len(statement)
        if room <= 0 or len(chosen) == MOST_CLAUSES:
            break
    chosen.sort(key=order.__getitem__)
    return [(statement, by_statement[statement]) for statement in chosen]


def _weight(item: Item) -> int:
    """Return what an item adds to the weight of its clause: indicators count more than figures, headline indicators most."""
    if item.indicator is None:
        return 1 + len(item.figures[:2])
    return 20 if item.indicator in headline_captions() else 6


def _closed(statement: str) -> str:
    """Return a statement that ends like a sentence."""
    return statement if statement[-1] in "。！？!?.”》" else statement.rstrip("；;，,、 ") + "。"
