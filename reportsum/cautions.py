"""Where a careful reader would stop: what a step of the reading was not sure of. The digest lists them as warnings."""

from __future__ import annotations

from reportsum.values import dataclass


@dataclass(frozen=True, slots=True)
class Caution:
    """Where a careful reader would stop: it becomes a warning of the digest."""

    code: str
    """One of the codes in docs/digest-reference.md: period_inferred, unpaired, table_unread …"""
    message: str
    """What is so, in one sentence."""
    start: int | None = None
    """Offsets into the working text; None when the whole report is meant."""
    end: int | None = None
