"""Targets of one report against what the same and later reports say of the same place, indicator and span of time.

A promise is judged by its own bound: 不低于 and 以上 are kept from their number on, 以内 and 不超过 up to it, 左右 when the number
is reached, with a short fall called near. A report on part of the promised time (first half of the year) never settles a
promise: rates of growth are ahead or short so far, totals stay open with the share that is reached. What the report on the whole time
does not tell at all was dropped without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from reportsum import lazy_re as re

from ..captions import Caption, item_caption, phrase
from ..indicators import Direction
from ..models import Digest, Figure, Period
from .model import Measure, Promise, Reading, Telling, Verdict
from .subjects import Subject, Witness
from .units import dimension_of, range_of, size_of

_PROVINCE = re.compile(r"^[^省区]{2,7}(?:省|自治区)(?=.{2})")


class Judgement(NamedTuple):
    """A verdict and its reason; `difference` is reported minus promised, in the promise's unit as written."""

    verdict: Verdict
    difference: Decimal | None
    reason: Caption


class _Report(NamedTuple):
    """What one digest reports of a subject: one reading, and the time it can speak of."""

    digest_id: str
    reading: Reading
    period: Period
    expected: bool


def follow(witnesses: Sequence[Witness], subject: Subject) -> Iterator[Promise]:
    """Yield each target for `subject` with what became of it; witnesses in the order of time, targets in source order."""
    told = [(witness.digest, witness.reported(subject)) for witness in witnesses]
    for number, witness in enumerate(witnesses):
        for promised in witness.promised(subject):
            for measure, reading in promised.readings():
                found = _outcome(told[number:], witness.digest, promised.period, measure)
                judged = _judge(reading.figure, witness.digest, promised.period, found, good=subject.good)
                later = witnesses[number + 1 :] if found is None and subject.indicator is not None else ()
                if _is_dropped(later, witness.digest, promised.period):
                    judged = Judgement("dropped", None, phrase("reason", "dropped", period=_label(promised.period)))
                yield Promise(
                    indicator=subject.indicator,
                    zh=subject.name.zh,
                    en=subject.name.en,
                    place=witness.digest.report.place,
                    measure=measure,
                    period=promised.period,
                    promised_in=witness.digest.id,
                    promised=reading,
                    reported_in=found.digest_id if found else None,
                    reported=found.reading if found else None,
                    reported_period=found.period if found else None,
                    verdict=judged.verdict,
                    difference=judged.difference,
                    reason=judged.reason,
                )


def follow_words(witnesses: Sequence[Witness]) -> Iterator[Promise]:
    """Yield the targets without an indicator that a report answers in the same words, in source order.

    Unlike indicators, words are no proof: what is not answered or does not compare was perhaps never meant, and is left out.
    """
    for number, witness in enumerate(witnesses):
        answers = {key for other in witnesses[number:] for key in other.achievements}
        for key, items in witness.targets.items():
            if key in answers and items[0].indicator is None:
                name = Caption(item_caption(items[0]), item_caption(items[0]))
                promises = follow(witnesses[number:], Subject(key, None, name, "", "up"))
                yield from (
                    promise
                    for promise in promises
                    if promise.promised_in == witness.digest.id and promise.reported and promise.verdict != "not_comparable"
                )


def _outcome(told: Sequence[tuple[Digest, list[Telling]]], promising: Digest, period: Period | None, measure: Measure) -> _Report | None:
    """Return what says most of the promised period: the whole of it, else the longest part from its start; later reports first."""
    if period is None or promising.report.place is None:
        return None
    reports = [
        _Report(digest.id, reading, spoken_of, telling.expected)
        for digest, tellings in told
        if same_place(digest.report.place, promising.report.place)
        for telling in tellings
        if (spoken_of := _time_spoken_of(telling, digest)) is not None and _begins(spoken_of, period)
        for what, reading in telling.readings()
        if what == measure
    ]
    # Of equals the last counts: a later report corrects an earlier one.
    return max(reversed(reports), key=lambda report: (report.period.end, not report.expected), default=None)


def _is_dropped(later: Sequence[Witness], promising: Digest, period: Period | None) -> bool:
    """Return whether a later report of the place is on the whole promised span of time: then it has dropped what it does not tell."""
    if period is None or promising.report.place is None:
        return False
    return any(
        (own := witness.digest.report.period) is not None
        and same_place(witness.digest.report.place, promising.report.place)
        and own.start <= period.start
        and own.end == period.end
        for witness in later
    )


def _label(period: Period | None) -> str:
    return period.label if period else ""


def same_place(one: str | None, other: str | None) -> bool:
    """Return whether two places are the same; a province told before the name (江苏省南通市) makes no difference."""
    return one is not None and other is not None and _PROVINCE.sub("", one) == _PROVINCE.sub("", other)


def _time_spoken_of(telling: Telling, digest: Digest) -> Period | None:
    """Return the telling's period, but no longer than the report's own: what 2022H1 reports of 2022 was reached in its first half.

    Expectations do speak of what is still to come.
    """
    own = digest.report.period
    if telling.period is None or own is None or telling.expected:
        return telling.period
    return own if telling.period.start == own.start and telling.period.end > own.end else telling.period


def _begins(told: Period, promised: Period) -> bool:
    """Return whether `told` is the promised period or its first part; a single month in the middle says nothing of the whole."""
    return told.start == promised.start and told.end <= promised.end


def _judge(promised: Figure, promising: Digest, period: Period | None, found: _Report | None, *, good: Direction) -> Judgement:
    if promising.report.place is None:
        return Judgement("not_comparable", None, phrase("reason", "no_place"))
    if period is None:
        return Judgement("not_comparable", None, phrase("reason", "no_period"))
    if found is None:
        return Judgement("open", None, phrase("reason", "no_report", period=period.label))
    reported = found.reading.figure
    if dimension_of(reported) != dimension_of(promised):
        return Judgement("not_comparable", None, phrase("reason", "units", one=promised.base_unit, other=reported.base_unit))
    if (promised.role == "change_pp") != (reported.role == "change_pp"):
        return Judgement("not_comparable", None, phrase("reason", "rate_or_points"))
    whole = found.period.end == period.end
    if not whole and promised.role in ("level", "count", "multiple", "other"):
        return _so_far(promised, reported, found.period)
    judged = judge(promised, reported, good=good)
    if not whole:
        return _unsettled(judged, found.period)
    if found.expected:
        return judged._replace(reason=_and(judged.reason, phrase("reason", "expected")))
    return judged


def _so_far(promised: Figure, reported: Figure, told: Period) -> Judgement:
    """A total on its way: reached or not, it is the share that tells."""
    wanted, got = size_of(promised), size_of(reported)
    if wanted is None or got is None or not wanted.number:
        return Judgement("open", None, phrase("reason", "only_part", period=told.label))
    share = got.number / wanted.number
    if share >= 1 and promised.bound not in ("at_most", "below"):
        return Judgement("exceeded" if share > 1 else "met", None, phrase("reason", "reached_early", period=told.label))
    return Judgement("open", None, phrase("reason", "share_reached", period=told.label, share=f"{float(share):.1%}"))


def _unsettled(judged: Judgement, told: Period) -> Judgement:
    if judged.verdict in ("not_comparable", "differs"):
        return judged._replace(reason=_and(phrase("reason", "only_part", period=told.label), judged.reason))
    verdict: Verdict = "ahead" if judged.verdict in ("met", "exceeded") else "short"
    return Judgement(verdict, judged.difference, _and(phrase("reason", "only_part", period=told.label), judged.reason))


def _and(one: Caption, other: Caption) -> Caption:
    return Caption(f"{one.zh}；{other.zh}", f"{one.en}; {other.en}")


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
        return Judgement("not_comparable", None, phrase("reason", "no_number"))
    difference = got - wanted.number
    shown = _as_written(difference, promised)
    if wanted.number < 0 and got < 0:  # 下降3%以上: of two falls the deeper one is more
        difference, falling_is_good = -difference, not falling_is_good
    if promised.role == "rank" or promised.bound in ("at_most", "below"):
        return _ceiling(difference, shown)
    if promised.bound in ("exact", "about") and difference:
        if good == "none":
            return Judgement("differs", shown, phrase("reason", "differs"))
        if falling_is_good:
            return _ceiling(difference, shown, near=promised.bound == "about")
    if difference > 0:
        return Judgement("exceeded", shown, phrase("reason", "above"))
    if difference == 0:
        return Judgement("met", shown, phrase("reason", "equal"))
    if promised.bound == "about":
        return Judgement("near", shown, phrase("reason", "little_less"))
    return Judgement("missed", shown, phrase("reason", "less"))


def _ceiling(difference: Fraction, shown: Decimal | None, *, near: bool = False) -> Judgement:
    if difference <= 0:
        return Judgement("met", shown, phrase("reason", "within"))
    if near:
        return Judgement("near", shown, phrase("reason", "little_more"))
    return Judgement("missed", shown, phrase("reason", "more"))


def _within(low: Fraction, high: Fraction, got: Fraction | None, *, falling_is_good: bool) -> Judgement:
    if got is None:
        return Judgement("not_comparable", None, phrase("reason", "no_number"))
    if low <= got <= high:
        return Judgement("met", None, phrase("reason", "in_range"))
    if (got < low) == falling_is_good:
        return Judgement("exceeded", None, phrase("reason", "beyond_range"))
    return Judgement("missed", None, phrase("reason", "outside_range"))


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
