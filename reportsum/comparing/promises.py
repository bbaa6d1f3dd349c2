"""Targets of one report against what the same and later reports say of the same place, indicator and span of time.

A promise is judged by its own bound: 不低于 and 以上 are kept from their number on, 以内 and 不超过 up to it, 左右 when the number
is reached, with a short fall called near. A report on part of the promised time (first half of the year) never settles a
promise: rates of growth are ahead or short so far, totals stay open with the share that is reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ..captions import indicator_caption
from ..indicators import Direction
from ..models import Digest, Figure, Period
from .model import Measure, Promise, Reading, Telling, Verdict
from .telling import promised_by, reported_by
from .units import dimension_of, range_of, size_of


class Judgement(NamedTuple):
    """A verdict and its reason; `difference` is reported minus promised, in the promise's unit as written."""

    verdict: Verdict
    difference: Decimal | None
    reason: str


class _Report(NamedTuple):
    """What one digest reports: one reading, the time it speaks of, and whether it is an expectation."""

    digest_id: str
    telling: Telling
    reading: Reading


def follow(digests: Sequence[Digest], indicator: str, *, good: Direction) -> Iterator[Promise]:
    """Yield each target for `indicator` with what became of it; digests in the order of time, targets in source order."""
    caption = indicator_caption(indicator)
    for number, digest in enumerate(digests):
        for promised in promised_by(digest, indicator):
            for measure, reading in promised.readings():
                found = _outcome(digests[number:], digest, indicator, promised.period, measure)
                judged = _judge(reading.figure, promised.period, found, good=good)
                yield Promise(
                    indicator=indicator,
                    zh=caption.zh,
                    en=caption.en,
                    place=digest.report.place,
                    measure=measure,
                    period=promised.period,
                    promised_in=digest.id,
                    promised=reading,
                    reported_in=found.digest_id if found else None,
                    reported=found.reading if found else None,
                    reported_period=found.telling.period if found else None,
                    verdict=judged.verdict,
                    difference=judged.difference,
                    reason=judged.reason,
                )


def _outcome(digests: Sequence[Digest], promising: Digest, indicator: str, period: Period | None, measure: Measure) -> _Report | None:
    """Return what says most of the promised period: the whole of it, else the longest part from its start; later reports first."""
    if period is None or promising.report.place is None:
        return None
    reports = [
        _Report(digest.id, telling, reading)
        for digest in digests
        if digest.report.place == promising.report.place
        for telling in reported_by(digest, indicator)
        if _speaks_of(telling.period, period)
        for told, reading in telling.readings()
        if told == measure
    ]
    return max(reports, key=lambda report: (_end(report), not report.telling.expected), default=None)


def _speaks_of(told: Period | None, promised: Period) -> bool:
    """Return whether `told` is the promised period or its first part; a single month in the middle says nothing of the whole."""
    return told is not None and told.start == promised.start and told.end <= promised.end


def _end(report: _Report) -> int:
    assert report.telling.period is not None
    return report.telling.period.end.toordinal()


def _judge(promised: Figure, period: Period | None, found: _Report | None, *, good: Direction) -> Judgement:
    if period is None:
        return Judgement("not_comparable", None, "the target names no span of time")
    if found is None:
        return Judgement("open", None, f"no report here speaks of {period.label} and this indicator in the same place")
    reported = found.reading.figure
    if dimension_of(reported) != dimension_of(promised):
        return Judgement("not_comparable", None, f"{promised.base_unit} and {reported.base_unit} do not convert exactly")
    if (promised.role == "change_pp") != (reported.role == "change_pp"):
        return Judgement("not_comparable", None, "one is a growth rate, the other a change in points")
    assert found.telling.period is not None
    whole = found.telling.period.end == period.end
    if not whole and promised.role in ("level", "count", "multiple", "other"):
        return _so_far(promised, reported, found.telling.period)
    judged = judge(promised, reported, good=good)
    if not whole:
        return _unsettled(judged, found.telling.period)
    if found.telling.expected:
        return judged._replace(reason=f"{judged.reason} (expected when reported)")
    return judged


def _so_far(promised: Figure, reported: Figure, told: Period) -> Judgement:
    """A total on its way: reached or not, it is the share that tells."""
    wanted, got = size_of(promised), size_of(reported)
    if wanted is None or got is None or not wanted.number:
        return Judgement("open", None, f"only {told.label} is reported")
    share = got.number / wanted.number
    if share >= 1 and promised.bound not in ("at_most", "below"):
        return Judgement("exceeded" if share > 1 else "met", None, f"reached within {told.label} already")
    return Judgement("open", None, f"{float(share):.1%} reached in {told.label}")


def _unsettled(judged: Judgement, told: Period) -> Judgement:
    if judged.verdict in ("not_comparable", "differs"):
        return judged._replace(reason=f"only {told.label} is reported; {judged.reason}")
    verdict: Verdict = "ahead" if judged.verdict in ("met", "exceeded") else "short"
    return Judgement(verdict, judged.difference, f"only {told.label} is reported; {judged.reason}")


def judge(promised: Figure, reported: Figure, *, good: Direction = "up") -> Judgement:
    """Return whether `reported` keeps what `promised` promises; both of one dimension and one kind.

    A promise without a bound is a floor where rising is good news, a ceiling where falling is (PM2.5 28微克), and neither where
    the indicator has no good direction (prices): then only equality keeps it.
    """
    falling_is_good = good == "down"
    got = _reported_size(reported, falling_is_good=falling_is_good)
    span = range_of(promised)
    if span is not None:
        return _within(Fraction(span[0].number), Fraction(span[1].number), got, falling_is_good=falling_is_good)
    wanted = size_of(promised)
    if wanted is None or got is None:
        return Judgement("not_comparable", None, "a range has no single number to set against it")
    difference = got - wanted.number
    shown = _as_written(difference, promised)
    if promised.role == "rank" or promised.bound in ("at_most", "below"):
        return _ceiling(difference, shown)
    if promised.bound in ("exact", "about") and difference:
        if good == "none":
            return Judgement("differs", shown, "not the number named, and no direction of this indicator is the good one")
        if falling_is_good:
            return _ceiling(difference, shown, near=promised.bound == "about")
    if difference > 0:
        return Judgement("exceeded", shown, "above what was promised")
    if difference == 0:
        return Judgement("met", shown, "exactly what was promised")
    if promised.bound == "about":
        return Judgement("near", shown, "a little less than the number promised as 左右")
    return Judgement("missed", shown, "less than promised")


def _ceiling(difference: Fraction, shown: Decimal | None, *, near: bool = False) -> Judgement:
    if difference <= 0:
        return Judgement("met", shown, "within what was promised")
    if near:
        return Judgement("near", shown, "a little more than the number promised as 左右")
    return Judgement("missed", shown, "more than promised")


def _within(low: Fraction, high: Fraction, got: Fraction | None, *, falling_is_good: bool) -> Judgement:
    if got is None:
        return Judgement("not_comparable", None, "a range has no single number to set against it")
    if low <= got <= high:
        return Judgement("met", None, "within the promised range")
    if (got < low) == falling_is_good:
        return Judgement("exceeded", None, "beyond the promised range, on the good side")
    return Judgement("missed", None, "outside the promised range")


def _reported_size(figure: Figure, *, falling_is_good: bool) -> Fraction | None:
    """Return the reported number; of a range the end that is harder to be proud of."""
    span = range_of(figure)
    if span is not None:
        return span[1 if falling_is_good else 0].number
    size = size_of(figure)
    return None if size is None else size.number


def _as_written(difference: Fraction, promised: Figure) -> Decimal | None:
    """Return a difference of sizes in the unit the promise is written in; None when that has no finite decimal."""
    one = size_of(promised)
    if one is None or not promised.value or not one.number:
        return None
    exact = difference * Fraction(promised.value) / one.number
    denominator = exact.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return Decimal(exact.numerator) / Decimal(exact.denominator) if denominator == 1 else None
