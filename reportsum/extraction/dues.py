"""Until when a target is to be met, where a line of its own says so (完成时限:2024年11月底). Dates in a promise are read by `periods`."""

from __future__ import annotations

from reportsum import lazy_re as re

from .. import periods
from ..languages import room_of
from ..models import Period, Tongue
from ..periods import FinancialYear

_EDGE = re.compile(r"\b(end|mid|early|late)-(?=\w)", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:in|on|at|during|within)\s+", re.IGNORECASE)
_DUE = re.compile(r"(?:完成|办结|办理|整改|实施|建设)?(?:时限|时间|期限|截止日期)(?:要求)?[】\])）]?[:：]\s*([^,，;；。()（）\n]{2,40})")
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


def due_by(words: str, language: Tongue, planned: Period | None, years: FinancialYear | None = None) -> str | None:
    """Return the time limit in words that are said to name one: the year or month that they end with, where no preposition tells it."""
    says = room_of(language).says
    if says is None:
        read = periods.find_deadline(words, planned) or periods.find_deadline(f"{words}前", planned)
    else:
        plain = _EDGE.sub(_edge_of, words)
        read = says.deadline(plain, planned, years) or says.deadline(f"by {_BY.sub('', plain)}", planned, years)
    return read


def _edge_of(found: re.Match[str]) -> str:
    """Return the edge of a span as English writes it out: end-2013 → end of 2013."""
    return {"end": "end of ", "mid": "middle of ", "early": "early ", "late": "late "}[found[1].lower()]
