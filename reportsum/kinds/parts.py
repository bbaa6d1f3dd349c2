"""A sentence → its parts: the stretches between commas, which may speak of different things (完成76.5亿元,超额完成64亿元目标)."""

from __future__ import annotations

import re

from ..spans import Span

_BREAK = re.compile(r"[,，](?!\d)|(?<!\d)[,，]|[;；]|[:：](?!\d)|(?<!\d)[:：]")
"""Where a part ends; the comma in 1,234 and the colon in 3:1 do not count."""


def split_parts(text: str) -> list[Span]:
    """Return the parts of `text` in order, punctuation included; together they are the whole text."""
    ends = [match.end() for match in _BREAK.finditer(text)]
    if text and (not ends or ends[-1] < len(text)):
        ends.append(len(text))
    return [Span(start, end) for start, end in zip([0, *ends], ends, strict=False)]
