"""The rules' scores on the labelled seeds have floors. Lowering one is a commit of its own, with its reason.

The floors hold for the mean over the five seeds and lie .005 below what was measured when they were set: a change that costs more
than a handful of labels must be looked at. The fingerprint says that the labels are still those the floors were set for.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from reportsum import Settings, digest
from reportsum.evaluate import Evaluation, evaluate

SEEDS = Path(__file__).parent.parent / "seeds"
FINGERPRINT = "a99005158a7dfb64"
FLOORS = {
    "figure_recall": 0.995,
    "figure_precision": 0.994,
    "claimed_recall": 0.993,
    "value_accuracy": 0.995,
    "unit_accuracy": 0.993,
    "bound_accuracy": 0.993,
    "role_accuracy": 0.99,
    "kind_accuracy": 0.993,
    "metric_accuracy": 0.945,
    "achievement_segment_f1": 0.991,
    "target_segment_f1": 0.982,
    "risk_segment_f1": 0.785,
    "tasks_linked": 0.995,
}


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """The seeds, digested by the rules and scored."""
    folder = tmp_path_factory.mktemp("digests")
    for report in sorted(SEEDS.glob("*.txt")):
        digest(report, Settings(engine="rules")).save(folder / f"{report.stem}.json")
    return evaluate(folder, SEEDS / "gold", samples=0)


def test_the_labels_are_those_the_floors_were_set_for() -> None:
    labels = b"".join(path.read_bytes() for path in sorted((SEEDS / "gold").glob("*.gold.jsonl")))
    assert hashlib.sha256(labels).hexdigest()[:16] == FINGERPRINT


@pytest.mark.parametrize("measure", FLOORS)
def test_a_score_stays_above_its_floor(measure: str, evaluation: Evaluation) -> None:
    means = {each.name: each.mean for each in evaluation.measures}
    assert means[measure] >= FLOORS[measure]


def test_all_seeds_are_scored(evaluation: Evaluation) -> None:
    assert len(evaluation.reports) == len(list(SEEDS.glob("*.txt")))
