"""Digests + gold labels → scores: how much of what a person marked the digests say, and say right.

All measures are ratios of counts (see `scoring`). The counts are kept by segment, so that segments can be resampled:
that gives the confidence intervals.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from .errors import InputError
from .scoring.counting import Scored, score
from .scoring.counts import Counts, count_values, measures
from .scoring.gold import GOLD_SUFFIX, read_gold
from .scoring.said import read_said


class Interval(NamedTuple):
    """A 95 % confidence interval, both ends included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure over all reports: the mean of the reports' own figures."""

    name: str
    mean: float
    interval: Interval
    other: float | None
    """The same for the system compared with; None when there is none."""
    difference: float | None
    """`mean - other`."""
    difference_interval: Interval | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores of a set of digests, and of a second set over the same reports where one was given."""

    reports: tuple[Scored, ...]
    others: tuple[Scored, ...]
    measures: tuple[Measure, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return everything but the misses, ready for JSON."""
        return {
            "reports": {scored.name: scored.measures for scored in self.reports},
            "others": {scored.name: scored.measures for scored in self.others},
            "measures": {
                measure.name: {
                    "mean": measure.mean,
                    "interval": list(measure.interval),
                    "other": measure.other,
                    "difference": measure.difference,
                    "difference_interval": list(measure.difference_interval) if measure.difference_interval else None,
                }
                for measure in self.measures
            },
        }


def evaluate(digests: str | Path, gold: str | Path, *, against: str | Path | None = None, samples: int = 500) -> Evaluation:
    """Return the scores of the digest or folder of digests `digests` against the label file or folder `gold`.

    In folders, NAME.json goes with NAME.gold.jsonl; digests without labels are left out. With `against`,
    the digests of the same names there are scored too, and the differences get their own (paired) intervals. Intervals
    come from `samples` resamplings of the segments of each report, with a fixed seed. Raises InputError when
    nothing can be scored.
    """
    pairs = _pairs_of(Path(digests), Path(gold))
    reports = tuple(score(read_said(pair.digest), read_gold(pair.gold), name=pair.name) for pair in pairs)
    others: tuple[Scored, ...] = ()
    if against is not None:
        other_pairs = _same_names(_pairs_of(Path(against), Path(gold)), pairs, Path(against))
        others = tuple(score(read_said(pair.digest), read_gold(pair.gold), name=pair.name) for pair in other_pairs)
    return evaluation(reports, others, samples=samples)


class _Pair(NamedTuple):
    name: str
    digest: Path
    gold: Path


def _pairs_of(digests: Path, gold: Path) -> list[_Pair]:
    if not gold.exists():
        raise InputError(gold, "there is no such label file or folder", "Give a .gold.jsonl file or a folder of them")
    if not digests.exists():
        raise InputError(digests, "there is no such digest or folder", "`reportsum digest` writes digests")
    if digests.is_file() and gold.is_file():
        return [_Pair(gold.name.removesuffix(GOLD_SUFFIX), digests, gold)]
    labels = {path.name.removesuffix(GOLD_SUFFIX): path for path in _files(gold, GOLD_SUFFIX)}
    pairs = [_Pair(path.stem, path, labels[path.stem]) for path in _files(digests, ".json") if path.stem in labels]
    if not pairs:
        raise InputError(digests, f"no digest here has labels in {gold}", "NAME.json goes with NAME.gold.jsonl")
    return pairs


def _files(path: Path, suffix: str) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.iterdir() if file.name.endswith(suffix) and file.is_file())


def _same_names(others: Sequence[_Pair], pairs: Sequence[_Pair], folder: Path) -> list[_Pair]:
    if len(pairs) == len(others) == 1:
        return list(others)
    by_name = {pair.name: pair for pair in others}
    missing = [pair.name for pair in pairs if pair.name not in by_name]
    if missing:
        raise InputError(folder, f"has no digest of {', '.join(missing)}", "Compare digests of the same reports")
    return [by_name[pair.name] for pair in pairs]


def evaluation(reports: Sequence[Scored], others: Sequence[Scored] = (), *, samples: int = 500) -> Evaluation:
    """Return the measures over `reports`, set against `others` (the same reports in the same order)."""
    mean, other = _mean(reports), _mean(others)
    draws = _resample(reports, others, samples)
    return Evaluation(tuple(reports), tuple(others), tuple(_measure(name, mean, other, draws) for name in mean))


def _mean(reports: Sequence[Scored]) -> dict[str, float]:
    return _mean_of([scored.measures for scored in reports])


def _mean_of(reports: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return the mean of each measure over the reports that have it; labelled figures are added up instead."""
    names = dict.fromkeys(name for report in reports for name in report)
    result = {}
    for name in names:
        values = [report[name] for report in reports if name in report]
        result[name] = sum(values) if name == "figures_gold" else sum(values) / len(values)
    return result


class _Draw(NamedTuple):
    """The measures of one resampling."""

    mean: dict[str, float]
    other: dict[str, float]


def _resample(reports: Sequence[Scored], others: Sequence[Scored], samples: int) -> list[_Draw]:
    dice = random.Random(20240101)  # any fixed seed: the same input gives the same intervals
    rows = [[count_values(counts) for counts in scored.segments] for scored in reports]
    other_rows = [[count_values(counts) for counts in scored.segments] for scored in others]
    draws = []
    for _ in range(samples):
        chosen = [dice.choices(range(len(segments)), k=len(segments)) for segments in rows]
        # Both systems are read on the same resampled segments: the difference is then free of the luck of the draw.
        draws.append(_Draw(_drawn(rows, chosen), _drawn(other_rows, chosen)))
    return draws


def _drawn(rows: Sequence[Sequence[tuple[int, ...]]], chosen: Sequence[Sequence[int]]) -> dict[str, float]:
    totals = [
        Counts(*map(sum, zip(*map(segments.__getitem__, numbers), strict=True))) for segments, numbers in zip(rows, chosen, strict=False)
    ]
    return _mean_of([measures(total) for total in totals])


def _measure(name: str, mean: dict[str, float], other: dict[str, float], draws: Sequence[_Draw]) -> Measure:
    theirs = other.get(name)
    return Measure(
        name=name,
        mean=mean[name],
        interval=_interval([draw.mean[name] for draw in draws if name in draw.mean]),
        other=theirs,
        difference=None if theirs is None else mean[name] - theirs,
        difference_interval=None
        if theirs is None
        else _interval([draw.mean[name] - draw.other[name] for draw in draws if name in draw.mean and name in draw.other]),
    )


def _interval(values: Sequence[float]) -> Interval:
    ordered = sorted(values)
    if not ordered:
        return Interval(0.0, 0.0)
    return Interval(ordered[int(0.025 * (len(ordered) - 1))], ordered[round(0.975 * (len(ordered) - 1))])
