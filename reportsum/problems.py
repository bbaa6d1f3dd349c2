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
_YEARS = re.compile(r"(?:19|20)\d\d(?:年|\b)")
"""A year is no quantity of anything."""
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


def misses_a_goal(text: str) -> bool:
    """Return whether a text says that a goal was not reached.

    >>> misses_a_goal("粮食产量目标没有完成"), misses_a_goal("粮食产量减少")
    (True, False)
    """
    return _MISSED_GOALS.search(text) is not None


_MISSED_GOALS = re.compile(
    r"未能?(?:如期)?(?:完成|实现|达到)|没有(?:完成|实现|达到)|仅(?:完成|达到?)|低于[^，。]{0,8}(?:目标|预期|进度|计划)|不[及达]预期"
)


def tells_a_state(name: str, *, counted: bool = False) -> bool:
    """Return whether a problem of this name speaks of a quantity, a trade, a group or a place whose state could be looked up; `counted`:
    an indicator tells of it.

    >>> tells_a_state("民间投资增势"), tells_a_state("产业结构")
    (True, False)
    """
    return (counted or _told("state").search(_YEARS.sub("", name)) is not None) and _told("structure").search(name) is None


def is_mild(part: str) -> bool:
    """Return whether a part of a sentence only says how things are: not large, at a stage, a new question.

    >>> is_mild("经济总量不大"), is_mild("农民收入下降")
    (True, False)
    """
    return _told("mild").search(part) is not None


def is_of_some(name: str) -> bool:
    """Return whether a problem of this name is that of some whom nobody can name.

    >>> is_of_some("部分企业生产经营"), is_of_some("中小微企业生产经营")
    (True, False)
    """
    return _told("some").search(name) is not None


def is_elsewhere(part: str, statement: str) -> bool:
    """Return whether a problem is that of the world or of another place; `part`: what of its statement tells of it.

    >>> is_elsewhere("世界经济增长乏力", "世界经济增长乏力，订单减少。"), is_elsewhere("出口订单减少", "受外部环境影响，出口订单减少。")
    (True, False)
    """
    if _told("elsewhere").search(part) is not None:
        return True
    return _told("abroad").match(statement) is not None and _OURS.search(statement) is None


def is_foremost(statement: str) -> bool:
    """Return whether a sentence calls something the risk of the place before all others.

    >>> is_foremost("A slowdown abroad remains our biggest risk."), is_foremost("A slowdown abroad is a risk.")
    (True, False)
    """
    return _told("foremost").search(statement) is not None


def is_opinion(part: str) -> bool:
    """Return whether a text says no more than that people are not content."""
    return _told("opinion").search(part) is not None


def is_supposed(statement: str) -> bool:
    """Return whether a sentence tells what would go wrong, or what did for the sake of an example."""
    return _told("supposed").search(statement) is not None


_OURS = re.compile(r"我[国省市区县州]|国内|全[国省市区县州]|本[省市区县州]|\bour\b|\bdomestic|\blocal", re.IGNORECASE)
"""What makes a sentence on the world speak of the place, too."""


@cache
def _rows() -> tuple[Row, ...]:
    return read_table("problem_states.tsv", ("tells", "words", "why"))


@cache
def _told(of: str) -> re.Pattern[str]:
    rows = _rows()
    return re.compile("|".join(row["words"] for row in rows if row["tells"] == of), re.IGNORECASE)


@cache
def _general() -> re.Pattern[str]:
    return re.compile("|".join(row["name"] for row in read_table("general_problems.tsv", ("name", "why"))), re.IGNORECASE)
