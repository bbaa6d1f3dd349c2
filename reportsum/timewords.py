"""Spans of time in words, for sentences: 2022年上半年, "the first half of 2022"."""

from __future__ import annotations

import re

from .models import Period

_QUARTERS = ("first", "second", "third", "fourth")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def period_words(period: Period, *, english: bool = False) -> str:
    """Return a span of time in words; its label where it has none.

    >>> from reportsum.periods import make_period
    >>> period_words(make_period("2022H1")), period_words(make_period("2021/2025"), english=True)
    ('2022年上半年', '2021–2025')
    """
    label = period.label
    if match := re.fullmatch(r"(\d{4})", label):
        return label if english else f"{label}年"
    if match := re.fullmatch(r"(\d{4})H([12])", label):
        half = ("first", "second")[int(match[2]) - 1]
        return f"the {half} half of {match[1]}" if english else f"{match[1]}年{'上下'[int(match[2]) - 1]}半年"
    if match := re.fullmatch(r"(\d{4})Q([1-4])", label):
        number = int(match[2]) - 1
        return f"the {_QUARTERS[number]} quarter of {match[1]}" if english else f"{match[1]}年{'一二三四'[number]}季度"
    if match := re.fullmatch(r"(\d{4})/(\d{4})", label):
        return f"{match[1]}–{match[2]}" if english else f"{match[1]}—{match[2]}年"
    if match := re.fullmatch(r"(\d{4})-(\d{2})", label):
        return f"{_MONTHS[int(match[2]) - 1]} {match[1]}" if english else f"{match[1]}年{int(match[2])}月"
    if (period.end - period.start).days in (364, 365):  # a year that begins in another month: a financial one
        years = f"{period.start.year}–{period.end.year % 100:02}"
        return f"the financial year {years}" if english else f"{years}财政年度"
    return label
