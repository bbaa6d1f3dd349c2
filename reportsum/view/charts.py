"""Numbers → a horizontal bar chart as inline SVG, without any library. Colours come from the page's style sheet.

Texts stand in both languages, marked `zh` and `en`; the page shows one of them. Everything is escaped.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from ..captions import Caption

_BAR, _GAP, _GROUP_GAP, _TOP = 15, 4, 13, 6
_CHARACTER = 12.5
"""Width of a full-width character at the chart's font size; others take a little more than half of it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `series` picks the colour, `hollow` draws an outline only, `item` is what a click leads to."""

    value: Decimal
    text: str
    series: int = 0
    hollow: bool = False
    title: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The bars of one name. `note` stands below the name."""

    name: Caption
    bars: tuple[Bar, ...]
    note: str = ""


def bar_chart(groups: Sequence[Group], *, width: int, label: Caption) -> str:
    """Return the chart as an SVG element `width` units wide; "" when there is nothing to draw. Bars left of the line are falls."""
    groups = [group for group in groups if group.bars]
    if not groups:
        return ""
    scale = _Scale.of(groups, width)
    rows: list[str] = []
    y = float(_TOP)
    for group in groups:
        height = max(len(group.bars) * (_BAR + _GAP), 32 if group.note else 18)
        rows.extend(_group(group, scale, y, height))
        y += height + _GROUP_GAP
    axis = f'<line class="axis" x1="{scale.zero:.1f}" x2="{scale.zero:.1f}" y1="0" y2="{y:.0f}"/>'
    return (
        f'<svg class="chart" viewBox="0 0 {width} {y:.0f}" role="img" aria-label="{escape(label.zh)} {escape(label.en)}">'
        f"{axis}{''.join(rows)}</svg>"
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    names: float
    zero: float
    per_unit: float

    @classmethod
    def of(cls, groups: Sequence[Group], width: int) -> _Scale:
        names = min(max(_text_width(name) for group in groups for name in (group.name.zh, group.note)) + 14, width * 0.4)
        values = [bar.value for group in groups for bar in group.bars]
        low, high = min(0.0, float(min(values))), max(0.0, float(max(values)))
        left, right = (max((_text_width(text) + 10 for text in texts), default=0) for texts in _texts(groups))
        per_unit = (width - names - left - right) / ((high - low) or 1)
        return cls(names, names + left - low * per_unit, per_unit)


def _texts(groups: Sequence[Group]) -> tuple[list[str], list[str]]:
    """Return the texts that stand left of the bars, and those right of them."""
    bars = [bar for group in groups for bar in group.bars]
    return [bar.text for bar in bars if bar.value < 0], [bar.text for bar in bars if bar.value >= 0]


def _group(group: Group, scale: _Scale, y: float, height: float) -> Iterator[str]:
    middle = y + (height - _GAP) / 2 + 4.5 - (8 if group.note else 0)
    yield _both(group.name, f'class="name {{language}}" x="{scale.names - 10:.1f}" y="{middle:.1f}"')
    if group.note:
        yield f'<text class="note" x="{scale.names - 10:.1f}" y="{middle + 15:.1f}">{escape(group.note)}</text>'
    for number, bar in enumerate(group.bars):
        yield _bar(bar, scale, y + number * (_BAR + _GAP) + (height - len(group.bars) * (_BAR + _GAP)) / 2)


def _bar(bar: Bar, scale: _Scale, y: float) -> str:
    length = float(bar.value) * scale.per_unit
    x = scale.zero + min(length, 0)
    text_x, anchor = (scale.zero + length + 5, "start") if length >= 0 else (scale.zero + length - 5, "end")
    look = f"bar s{bar.series}{' hollow' if bar.hollow else ''}"
    target = f' data-item="{escape(bar.item)}" tabindex="0" role="button"' if bar.item else ""
    return (
        f'<g class="{look}"{target}><title>{escape(bar.title)}</title>'
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(abs(length), 1):.1f}" height="{_BAR}" rx="3"/>'
        f'<text class="value" x="{text_x:.1f}" y="{y + 12:.1f}" text-anchor="{anchor}">{escape(bar.text)}</text></g>'
    )


def _both(name: Caption, attributes: str) -> str:
    return "".join(
        f"<text {attributes.format(language=language)}>{escape(text)}</text>" for language, text in (("zh", name.zh), ("en", name.en))
    )


def _text_width(text: str) -> float:
    return sum(_CHARACTER if unicodedata.east_asian_width(char) in "WF" else _CHARACTER * 0.56 for char in text)
