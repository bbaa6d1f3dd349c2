"""What a report says of itself: title, genre, place, issuer, date, periods. (types; the rules follow)"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .models import Language, Period, ReportKind


@dataclass(frozen=True, slots=True)
class ReportMeta:
    """Metadata of a report; None where the text does not say and nothing can be concluded safely."""

    title: str | None
    kind: ReportKind
    place: str | None
    issuer: str | None
    published: dt.date | None
    period: Period | None
    """The reviewed period."""
    plan_period: Period | None
    language: Language
