"""Until when a target is to be met, where a line of its own says so (完成时限:2024年11月底). Dates in a promise are read by `periods`."""

from __future__ import annotations

import datetime as dt

from reportsum import lazy_re as re

from .. import periods
from ..languages import room_of
from ..models import Period, Tongue
from ..periods import FinancialYear, number_of

_EDGE = re.compile(r"\b(end|mid|early|late)-(?=\w)", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:in|on|at|during|within)\s+", re.IGNORECASE)
_DUE = re.compile(r"(?:完成|办结|办理|整改|实施|建设)?(?:时限|时间|期限|截止日期)(?:要求)?[】\])）]?[:：]\s*([^,，;；。()（）\n]{2,40})")
_TERM = re.compile(r"(\d{1,2}|[一二两三四五六七八九]?十?[一二两三四五六七八九十])(?:个)?(年|月|季度)(?:左右)?(?:之?内|以内|时间|的?期限)")
_ENGLISH_TERM = re.compile(
    r"\b(?:within|in|over)\s+(?:the\s+)?(?:next\s+|coming\s+)?(\d{1,2}|an?|one|two|three|four|five|six|nine|ten|twelve)\s"
    r"(year|month|quarter)s?\b",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(r"次年|翌年|来年|明年|下一?年度?")
_MONTHS_IN = {"年": 12, "季度": 3, "月": 1, "year": 12, "quarter": 3, "month": 1}
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "twelve": 12}
_LONGEST = 60
"""A line that says nothing else is not longer."""


def find_due(text: str) -> str | None:
    """Return the words of the time limit that a line names; None when it names none.

    >>> find_due("完成时限：2024年11月底"), find_due("改造老旧小区56个。")
    ('2024年11月底', None)
    """
    if len(text) > _LONGEST or (":" not in text and "：" not in text):
        return None
    found = _DUE.search(text)
    return found[1].strip() if found is not None else None


def due_by(
    words: str, language: Tongue, planned: Period | None, years: FinancialYear | None = None, published: dt.date | None = None
) -> str | None:
    """Return the time limit in words that are said to name one: the year or month that they end with, where no preposition tells it.

    A term (三年内, within a year) runs from the day of the report, else from the beginning of what it plans; None where it tells neither.

    >>> due_by("三年内", "zh", None, published=dt.date(2022, 3, 1)), due_by("within six months", "en", periods.labelled("2022"))
    ('2025-03', '2022-06')
    """
    if planned is None and published is not None:
        planned = periods.labelled(str(published.year))
    says = room_of(language).says
    if says is None:
        read = periods.find_deadline(words, planned) or periods.find_deadline(f"{words}前", planned)
    else:
        plain = _EDGE.sub(_edge_of, words)
        read = says.deadline(plain, planned, years) or says.deadline(f"by {_BY.sub('', plain)}", planned, years)
    return read or _end_of_term(words, planned, published)


def is_term(words: str) -> bool:
    """Return whether words name a time limit that runs from a day, or the year after another."""
    return _months_of(words) is not None


def _end_of_term(words: str, planned: Period | None, published: dt.date | None) -> str | None:
    """Return the month that a term ends in; its first month counts where it runs from the beginning of a plan."""
    months = _months_of(words)
    if months is None or planned is None:
        return None
    if _NEXT_YEAR.search(words) is not None:
        return f"{planned.start.year + 1}-12"
    year, month = (published.year, published.month) if published is not None else (planned.start.year, planned.start.month - 1)
    months += month - 1
    return f"{year + months // 12}-{months % 12 + 1:02d}"


def _months_of(words: str) -> int | None:
    """Return how many months a term has; None for words that name none."""
    if _NEXT_YEAR.search(words) is not None:
        return 12
    if (term := _TERM.search(words)) is not None:
        return _MONTHS_IN[term[2]] * number_of(term[1].replace("两", "二"))
    if (term := _ENGLISH_TERM.search(words)) is not None:
        count = term[1].lower()
        return _MONTHS_IN[term[2].lower()] * (int(count) if count.isdecimal() else _COUNTS.get(count, 1))
    return None


def _edge_of(found: re.Match[str]) -> str:
    """Return the edge of a span as English writes it out: end-2013 → end of 2013."""
    return {"end": "end of ", "mid": "middle of ", "early": "early ", "late": "late "}[found[1].lower()]
