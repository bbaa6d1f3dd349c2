"""A digest as far as scoring looks at it: published fields only, so any system that writes them can be scored."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..models import Digest, Kind
from ..spans import Span

ITEM_LISTS: dict[Kind, str] = {"achievement": "achievements", "target": "targets", "risk": "risks"}
KINDS = tuple(ITEM_LISTS)


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure as a digest has it; `kind` is None for unclaimed ones."""

    start: int
    end: int
    text: str
    amount: float | None
    base_unit: str
    bound: str | None
    role: str | None
    metric: str | None
    kind: Kind | None
    is_goal: bool = False
    """A goal that an outcome is measured against: labels call it a target, also inside the outcome."""


@dataclass(frozen=True, slots=True)
class SaidItem:
    """An item, as far as scoring looks at it. `achievements` are the ids a target's progress names."""

    id: str
    kind: Kind
    evidence: tuple[Span, ...]
    achievements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A digest, as far as scoring looks at it."""

    items: tuple[SaidItem, ...]
    claimed: tuple[SaidFigure, ...]
    unclaimed: tuple[SaidFigure, ...]


def read_said(path: Path) -> Said:
    """Return what the digest at `path` says; other systems' files serve too. Raises InputError."""
    try:
        return said(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"cannot be read as a digest ({type(error).__name__}: {error})"
        raise InputError(path, problem, "Give a file that `reportsum digest` wrote") from error


def said(digest: Digest | Mapping[str, Any]) -> Said:
    """Return what `digest` says, as far as scoring looks at it."""
    data: Mapping[str, Any] = json.loads(digest.to_json()) if isinstance(digest, Digest) else digest
    items: list[SaidItem] = []
    claimed: list[SaidFigure] = []
    for kind, key in ITEM_LISTS.items():
        for row in data.get(key, ()):
            items.append(_said_item(row, kind))
            claimed.extend(_said_figure(figure, kind, row.get("metric")) for figure in row.get("figures", ()))
    loose = data.get("coverage", {}).get("unclaimed", ())
    return Said(tuple(items), tuple(claimed), tuple(_said_figure(figure, None, None) for figure in loose))


def _said_item(row: Mapping[str, Any], kind: Kind) -> SaidItem:
    progress = row.get("progress") or {}
    return SaidItem(
        id=row["id"],
        kind=kind,
        evidence=tuple(Span(place["start"], place["end"]) for place in row.get("evidence", ())),
        achievements=tuple(progress.get("achievements", ())) if kind == "target" else (),
    )


def _said_figure(row: Mapping[str, Any], kind: Kind | None, item_metric: str | None) -> SaidFigure:
    amount = row.get("amount")
    return SaidFigure(
        start=row["start"],
        end=row["end"],
        text=row.get("text", ""),
        amount=None if amount is None else float(amount),
        base_unit=row.get("base_unit") or "",
        bound=row.get("bound"),
        role=row.get("role"),
        metric=row.get("metric") or item_metric,
        kind=kind,
        is_goal=row.get("base") == "goal",
    )
