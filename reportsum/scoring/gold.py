"""Label files: JSONL, one segment a line, as `reportsum label` writes them and `seeds/gold/GUIDE.md` explains them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import InputError

GOLD_SUFFIX = ".gold.jsonl"


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure as a person marked it."""

    start: int
    end: int
    text: str
    scaled: float | None
    base_unit: str
    bound: str
    role: str
    metric: str
    kind: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class GoldSegment:
    """A segment as a person marked it."""

    number: int
    start: int
    end: int
    text: str
    kinds: tuple[str, ...]
    heading: bool
    task: int | None
    figures: tuple[GoldFigure, ...]


def read_gold(path: Path) -> tuple[GoldSegment, ...]:
    """Return the segments of a label file, in file order. Raises InputError that names the line when one is wrong."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, f"cannot be read as labels ({error})", "Give a .gold.jsonl file, UTF-8") from error
    segments = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            segments.append(_gold_segment(json.loads(line)))
        except (KeyError, TypeError, ValueError) as error:
            problem = f"line {number} is no labelled segment ({type(error).__name__}: {error})"
            raise InputError(path, problem, "seeds/gold/GUIDE.md explains the fields") from error
    if not segments:
        raise InputError(path, "holds no labelled segments", "`reportsum label FILE` writes a file to begin with")
    return tuple(segments)


def _gold_segment(row: Mapping[str, Any]) -> GoldSegment:
    return GoldSegment(
        number=row["s"],
        start=row["start"],
        end=row["end"],
        text=row.get("text", ""),
        kinds=tuple(row["kinds"]),
        heading=bool(row.get("heading")),
        task=row.get("task"),
        figures=tuple(map(_gold_figure, row.get("figures", ()))),
    )


def _gold_figure(row: Mapping[str, Any]) -> GoldFigure:
    scaled = row.get("scaled")
    return GoldFigure(
        start=row["start"],
        end=row["end"],
        text=row["text"],
        scaled=None if scaled is None else float(scaled),
        base_unit=row["base_unit"],
        bound=row["bound"],
        role=row["role"],
        metric=row["metric"],
        kind=row["kind"],
        doubtful=bool(row.get("doubtful")),
    )
