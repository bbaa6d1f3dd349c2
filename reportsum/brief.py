"""The first minute of a digest: what every screen opens with. Chooses and arranges what the digest holds; computes nothing new.

panel lines     each headline indicator once: what was reached, how it changed, what is aimed at
leading items   the ten of each kind that the digest leads with
further items   the others by rank, those of salience routine only counted
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from .asking import AnyItem, targets_behind
from .captions import Caption, caption, headline_captions, panel_caption
from .models import Achievement, Digest, DigestWarning, Item, PanelRow, Risk, Target

ItemT = TypeVar("ItemT", bound=Item)
_GROWTH = ("change", "change_pp")


@dataclass(frozen=True, slots=True)
class PanelLine:
    """One headline indicator at a glance; parts that the report does not tell are None or empty."""

    indicator: str
    reached: PanelRow | None
    """Level, share or count reached."""
    growth: PanelRow | None
    """How it changed."""
    aims: tuple[PanelRow, ...]
    """What is aimed at, levels before changes."""

    @property
    def first(self) -> PanelRow:
        """The row that the line is about first: where a reader should be led."""
        return next(row for row in (self.reached, self.growth, *self.aims) if row is not None)


@dataclass(frozen=True, slots=True)
class Further:
    """Items of one kind besides the leading ones, by rank; routine ones are only counted."""

    items: tuple[AnyItem, ...]
    routine: int


@dataclass(frozen=True, slots=True)
class Brief:
    """What a reader needs in the first minute."""

    panel: tuple[PanelLine, ...]
    achievements: tuple[Achievement, ...]
    """The leading ones, in their order."""
    targets: tuple[Target, ...]
    risks: tuple[Risk, ...]
    behind: tuple[Target, ...]
    """Targets that the report itself shows to be behind."""
    warnings: tuple[DigestWarning, ...]


def brief_of(digest: Digest) -> Brief:
    """Return the first minute of a digest."""
    return Brief(
        panel=panel_lines(digest.panel),
        achievements=_by_id(digest.achievements, digest.leading.achievements),
        targets=_by_id(digest.targets, digest.leading.targets),
        risks=_by_id(digest.risks, digest.leading.risks),
        behind=tuple(sorted(targets_behind(digest), key=lambda target: target.rank)),
        warnings=tuple(digest.warnings),
    )


def panel_lines(rows: Sequence[PanelRow]) -> tuple[PanelLine, ...]:
    """Return the main rows of a panel as one line an indicator, in the panel's order."""
    by_indicator: dict[str, list[PanelRow]] = {}
    for row in rows:
        if row.main:
            by_indicator.setdefault(row.indicator, []).append(row)
    return tuple(_line(indicator, own) for indicator, own in by_indicator.items())


def _line(indicator: str, rows: Sequence[PanelRow]) -> PanelLine:
    reported = [row for row in rows if row.kind == "reported"]
    aims = sorted((row for row in rows if row.kind == "target"), key=lambda row: row.measure in _GROWTH)
    return PanelLine(
        indicator,
        next((row for row in reported if row.measure not in _GROWTH), None),
        next((row for row in reported if row.measure in _GROWTH), None),
        tuple(aims),
    )


def further(items: Sequence[AnyItem], leading: Sequence[str]) -> Further:
    """Return the items of one kind that do not lead."""
    others = sorted((item for item in items if item.id not in set(leading)), key=lambda item: item.rank)
    return Further(tuple(item for item in others if item.salience != "routine"), sum(item.salience == "routine" for item in others))


def line_caption(line: PanelLine) -> Caption:
    """Return the name of a panel line's indicator."""
    return headline_captions().get(line.indicator, Caption(line.indicator, line.indicator))


def lead_words(digest: Digest, most: int = 3) -> list[Caption]:
    """Return the first things of a digest in a few words each, for a line about a report: panel lines, else leading statements."""
    lines = panel_lines(digest.panel)[:most]
    if lines:
        return [_telling(line) for line in lines]
    items = [item for item in digest.items() if item.id in {*digest.leading.achievements[:most], *digest.leading.targets[:most]}]
    return [Caption(item.statement, item.statement) for item in sorted(items, key=lambda item: item.rank)[:most]]


def _telling(line: PanelLine) -> Caption:
    name = line_caption(line)
    told = [panel_caption(row) for row in (line.reached, line.growth) if row is not None]
    aim = caption("brief", "aim")
    words = [f"{told[0]}" if told else "", *(f"({one})" for one in told[1:])]
    said = " ".join(word for word in words if word)
    aims = " ".join(panel_caption(row) for row in line.aims[:1])
    return Caption(
        " ".join(part for part in (name.zh, said, f"{aim.zh}{aims}" if aims else "") if part),
        " ".join(part for part in (name.en, said, f"{aim.en} {aims}" if aims else "") if part),
    )


def _by_id(items: Sequence[ItemT], ids: Sequence[str]) -> tuple[ItemT, ...]:
    by_id = {item.id: item for item in items}
    return tuple(by_id[name] for name in ids if name in by_id)
