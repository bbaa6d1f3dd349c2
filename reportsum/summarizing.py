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
from .models import OutlineSection, SectionSummary, Summary

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
    if not outline:
        return Summary(text=_telling(items, REPORT_CHARS) or " ".join(text for _, text in told), sections=[])
    return Summary(text=_report_text(items, [section.text for section in sections], told), sections=sections)


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
    return "".join(text for place, text in told if start <= place < end) or _telling(items, SECTION_CHARS)


def _report_text(items: Sequence[Item], sections: Sequence[str], told: Sequence[tuple[int, str]]) -> str:
    if told:
        return "".join(sections[:3])
    kinds: dict[type, list[Item]] = {}
    for item in items:
        kinds.setdefault(type(item), []).append(item)
    return "".join(_telling(of_kind, REPORT_CHARS // len(kinds)) for of_kind in kinds.values())


def _telling(items: Sequence[Item], limit: int) -> str:
    """Return the most telling statements of `items`, in text order, within `limit` characters (the first one always whole)."""
    weight: dict[str, int] = {}
    order: dict[str, int] = {}
    for index, item in enumerate(items):
        order.setdefault(item.statement, index)
        weight[item.statement] = weight.get(item.statement, 0) + _weight(item)
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
    return "".join(_closed(statement) for statement in chosen)


def _weight(item: Item) -> int:
    """Return what an item adds to the weight of its clause: indicators count more than figures, headline indicators most."""
    if item.indicator is None:
        return 1 + len(item.figures[:2])
    return 20 if item.indicator in headline_captions() else 6


def _closed(statement: str) -> str:
    """Return a statement that ends like a sentence."""
    return statement if statement[-1] in "。！？!?.”》" else statement.rstrip("；;，,、 ") + "。"
