"""Which of the problems that a report names tell something: its own list of them, and what every report says alike.

Comes in: risks, or the name of one with its statement. Goes out: which of them stand in a list, and whether a name is too general.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from reportsum import lazy_re as re

from .cutting import is_chinese
from .models import Risk
from .tables import Row, read_table

CLOSE, CLOSE_ENGLISH = 250, 700
"""Problems of one list stand no more than so many characters of the source apart, in Chinese and in English."""
LEAST_LISTED = 3
"""So many others make a list with a problem."""
_OFFICIALS = re.compile(r"(?:政府系统|工作人员|干部|公务员)[^；。]*$")
"""Behind it all problems of a clause are those of the officials: 一些干部创新意识不足、发展紧迫感|不强."""


def listed_problems(risks: Sequence[Risk]) -> frozenset[str]:
    """Return the ids of the risks that stand close together: the report's own list of its problems.

    One that stands alone is more often an argument, or the reason of a measure.
    """
    placed = [(risk.evidence[0].start, risk) for risk in risks if risk.evidence]
    starts = sorted(start for start, _ in placed)
    listed = set()
    for start, risk in placed:
        reach = CLOSE if is_chinese(risk.statement) else CLOSE_ENGLISH
        if bisect_right(starts, start + reach) - bisect_left(starts, start - reach) > LEAST_LISTED:
            listed.add(risk.id)
    return frozenset(listed)


def is_general(name: str, statement: str) -> bool:
    """Return whether a problem of this name is one that every report names, or nothing but that there are problems.

    >>> is_general("民生保障", "民生保障还有不少短板。"), is_general("部分企业订单", "部分企业订单减少。")
    (True, False)
    """
    before = statement[: max(0, statement.find(name))]
    return _general().search(name) is not None or _OFFICIALS.search(before) is not None


def tells_a_state(name: str) -> bool:
    """Return whether a problem of this name speaks of a quantity, a trade, a group or a place whose state could be looked up.

    >>> tells_a_state("民间投资增势"), tells_a_state("产业结构")
    (True, False)
    """
    return _states().search(name) is not None and _structures().search(name) is None


@cache
def _states() -> re.Pattern[str]:
    return re.compile("|".join(row["words"] for row in _told("state")), re.IGNORECASE)


@cache
def _structures() -> re.Pattern[str]:
    return re.compile("|".join(row["words"] for row in _told("structure")), re.IGNORECASE)


def _told(of: str) -> list[Row]:
    return [row for row in read_table("problem_states.tsv", ("tells", "words", "why")) if row["tells"] == of]


@cache
def _general() -> re.Pattern[str]:
    return re.compile("|".join(row["name"] for row in read_table("general_problems.tsv", ("name", "why"))), re.IGNORECASE)
