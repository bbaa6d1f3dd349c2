"""What people read where a digest holds a fixed word: Chinese and English captions, from `data/captions.tsv`.

Known here: the names of kinds, topics, outcomes and the like, and short names of headline indicators (`data/headline.tsv`).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reportsum import lazy_re as re

from .indicators import all_indicators
from .models import Bound, Figure, Item, PanelRow
from .tables import read_table

_DIGITS_FIRST = re.compile(r"[-－−]?[0-9０-９]")
_BOUND_SIGNS: dict[Bound, str] = {
    "exact": "",
    "at_least": "≥",
    "at_most": "≤",
    "above": ">",
    "below": "<",
    "about": "≈",
    "range": "",
}


class Caption(NamedTuple):
    """One thing in two languages."""

    zh: str
    en: str


@cache
def captions() -> dict[str, dict[str, Caption]]:
    """Return all captions by group and id, in the order of the table."""
    groups: dict[str, dict[str, Caption]] = {}
    for row in read_table("captions.tsv", ("group", "id", "zh", "en")):
        group = groups.setdefault(row["group"], {})
        if row["id"] in group:
            raise row.wrong(f'"{row["group"]} {row["id"]}" stands twice. Keep one of the two.')
        group[row["id"]] = Caption(row["zh"], row["en"])
    return groups


def caption(group: str, name: str) -> Caption:
    """Return the caption of one word; KeyError when the table lacks it, which a test rules out."""
    return captions()[group][name]


class Headline(NamedTuple):
    """A headline indicator."""

    indicator: str
    caption: Caption
    flow: bool
    """Counted over a span of time, and added up over several years (城镇新增就业)."""
    stand_ins: tuple[str, ...]
    """Indicators that answer for it where a report does not tell it (财政收入 for 一般公共预算收入)."""


@cache
def headlines() -> tuple[Headline, ...]:
    """Return the headline indicators, in the order the genre tells them."""
    rows = read_table("headline.tsv", ("indicator", "zh", "en", "flow", "stand_ins"), key="indicator")
    return tuple(
        Headline(row["indicator"], Caption(row["zh"], row["en"]), bool(row["flow"]), tuple(row["stand_ins"].split())) for row in rows
    )


@cache
def headline_captions() -> dict[str, Caption]:
    """Return the short names of the headline indicators, in the order the genre tells them."""
    return {headline.indicator: headline.caption for headline in headlines()}


def phrase(group: str, name: str, **facts: object) -> Caption:
    """Return a caption with its {slots} filled."""
    words = caption(group, name)
    return Caption(words.zh.format(**facts), words.en.format(**facts))


def indicator_caption(indicator: str) -> Caption:
    """Return the name of an indicator: the short one where there is one, else the registry's, else the id itself.

    A digest made by another version may hold ids that this registry does not know.
    """
    return headline_captions().get(indicator) or _registry_captions().get(indicator, Caption(indicator, indicator))


def item_caption(item: Item) -> str:
    """Return what to call an item on a screen: its metric, else how its statement begins."""
    if item.metric is not None:
        return item.metric
    return item.statement if len(item.statement) <= SHORT else f"{item.statement[:SHORT]}…"


SHORT = 24
"""Code points of a statement that stands in for a name."""


def figure_caption(figure: Figure) -> str:
    """Return a figure as people read it at a glance: its own words, led by its bound and, for changes, by its sign."""
    return _BOUND_SIGNS[figure.bound] + _sign(figure) + figure.text.lstrip("-－−")


def panel_caption(row: PanelRow) -> str:
    """Return a panel row as people read it at a glance; goals in words keep theirs."""
    if row.bound is None:
        return row.text
    fall = "−" if row.amount is not None and row.amount < 0 else ""
    sign = fall or ("+" if row.measure in ("change", "change_pp") and row.base is None else "")
    return f"{_BOUND_SIGNS[row.bound]}{sign}{row.text.lstrip('-－−')}"


def number_caption(figure: Figure) -> str:
    """Return a figure for reading across reports: bound, sign, number and simplified unit, whatever script the source has.

    Figures in words (第一, 三分之一, 翻一番) and ranges keep their own words.
    """
    if figure.value is None or not _DIGITS_FIRST.match(figure.text):
        return figure_caption(figure)
    return f"{_BOUND_SIGNS[figure.bound]}{_sign(figure)}{abs(figure.value):f}{figure.unit}"


def _sign(figure: Figure) -> str:
    if figure.value is not None and figure.value < 0:
        return "−"
    return "+" if figure.role in ("change", "change_pp") else ""


@cache
def _registry_captions() -> dict[str, Caption]:
    return {entry.id: Caption(entry.name, entry.name_en) for entry in all_indicators()}
