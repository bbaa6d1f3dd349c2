"""The times of values that stand beside a fact: the value compared from (从2016年的21.4万辆), yearly averages (两年平均增长9.7%).

Comes in: the words of the clause before the figure and the fact's own span of time. Goes out: the figure's own, or None where no word
names it.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .. import periods
from ..models import Period

_YEAR_LEFT = re.compile(r"(?P<year>(?:19|20)\d\d)年度?(?:末|底|初|全年)?[^,，。;；\d]{0,8}$")
_LAST_YEAR = re.compile(r"(?:上年|去年|上一年)(?P<same>同期|同月)?[^,，。;；\d]{0,8}$")
_FROM_TO = re.compile(r"[由从自](?P<first>(?:19|20)\d\d)年.{1,40}?[到至](?P<last>(?:19|20)\d\d)年")
_RUN = re.compile(r"(?P<from>[从自]?)(?P<first>(?:19|20)\d\d)年[初底末]?[到至](?P<last>(?:19|20)\d\d)年")
_SO_MANY_YEARS = re.compile(r"(?P<count>[两二三四五六七八九十])年(?:来)?(?:年?平均|复合)[^,，。;；\d]*$")
_COUNTS = {numeral: count for count, numeral in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}


def earlier_period(before: str, own: Period | None) -> Period | None:
    """Return the time of a value compared from, as the words `before` it name it.

    >>> earlier_period("保有量从2016年的", periods.make_period("2021")).label
    '2016'
    """
    if named := _YEAR_LEFT.search(before):
        return periods.make_period(named["year"])
    told = _LAST_YEAR.search(before)
    if told is None or own is None or own.start.year != own.end.year:
        return None
    year = own.end.year - 1
    return periods.months(year, own.start.month, own.end.month) if told["same"] else periods.make_period(str(year))


def from_to(words: str) -> tuple[int, int] | None:
    """Return the years of the last pair of values that `words` compare: 由1997年的…增加到2002年的."""
    spans = list(_FROM_TO.finditer(words))
    return (int(spans[-1]["first"]), int(spans[-1]["last"])) if spans else None


def run_of_years(words: str) -> tuple[int, int] | None:
    """Return the years that a sentence opens with for a pair of values told behind them: 从1978年到1983年,…由175元提高到288元.

    >>> run_of_years("从2011年到2016年，人均住房由31平方米增加到")
    (2011, 2016)
    """
    named = next((run for run in _RUN.finditer(words) if run["from"]), None)
    return (int(named["first"]), int(named["last"])) if named is not None else None


def years_of_average(part: str) -> Period | None:
    """Return the years that the part of a sentence gives a yearly average for: 超过1953年到1978年平均每年增长|2.2%的速度."""
    named = _RUN.search(part)
    return _years(int(named["first"]), int(named["last"])) if named is not None else None


def averaged_years(before: str, own: Period | None) -> Period | None:
    """Return the years that a yearly average is taken over, the year started from left out, as the words `before` it name them.

    >>> averaged_years("由2010年的158亿元增加到2015年的276亿元,年均增长", None).label
    '2011/2015'
    >>> averaged_years("两年平均增长", periods.make_period("2021")).label
    '2020/2021'
    """
    if named := _SO_MANY_YEARS.search(before):
        return _years(own.end.year - _COUNTS[named["count"]] + 1, own.end.year) if own is not None else None
    named_years = from_to(before)
    return _years(named_years[0] + 1, named_years[1]) if named_years is not None else None


def _years(first: int, last: int) -> Period | None:
    return periods.make_period(f"{first}/{last}") if first < last else None
