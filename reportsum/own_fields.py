"""What only one kind of item has: one list of columns that exports, the terminal's tables and the page are made of.

A field that a kind of item gains is written here once, with its caption (`column` in `data/captions.tsv`); every output then shows it.
"""

from __future__ import annotations

from typing import Any

from .columns import Column, Value
from .models import Achievement, Item, Risk, Target


def _own(name: str, doc: str, kind: type[Item]) -> Column[Item]:
    return Column(name, doc, lambda item: getattr(item, name, None), nullable=True, fields=(f"{kind.__name__}.{name}",))


def _progress(name: str, doc: str, **rest: Any) -> Column[Item]:
    def get(item: Item) -> Value:
        value: Value = getattr(item.progress, name) if isinstance(item, Target) and item.progress is not None else None
        return value

    return Column(f"progress_{name}", doc, get, nullable=True, fields=("Target.progress", f"Progress.{name}"), **rest)


OWN_FIELDS: tuple[Column[Item], ...] = (
    _own("outcome", "achievements: met, exceeded, missed, partial or expected", Achievement),
    _own("commitment", "targets: must, strive or plan", Target),
    _own("deadline", "targets: ISO date or month", Target),
    _own("owner", "targets: who is responsible", Target),
    _progress("status", "targets: exceeded, met, on_track, behind or unknown"),
    _progress("ratio", "targets: reached divided by promised", type="decimal"),
    _progress("basis", "targets: linked by task or by metric"),
    _own("cause", "risks: the cause the text gives", Risk),
)
"""In the order of the export. A column holds None for items of another kind."""


def plain_fields(kind: type[Item]) -> tuple[Column[Item], ...]:
    """Return the columns of the fields of one kind that hold a word each, so without `progress`."""
    return tuple(column for column in OWN_FIELDS if column.fields == (f"{kind.__name__}.{column.name}",))
