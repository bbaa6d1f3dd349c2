"""Source text → working text: noise out, offsets kept. (types; the rules follow)"""

from __future__ import annotations

from dataclasses import dataclass

from .models import Language
from .spans import OffsetMap


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often one rule changed something."""

    rule: str
    count: int


@dataclass(frozen=True, slots=True)
class CleanText:
    """The working text and the way back to the source."""

    text: str
    source: str
    offsets: OffsetMap
    language: Language
    counts: tuple[RuleCount, ...]
    """Only rules that changed something, in the order they ran."""
