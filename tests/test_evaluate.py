"""Scores against hand-made labels."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reportsum import Settings, digest
from reportsum.errors import InputError
from reportsum.evaluate import evaluate, evaluation
from reportsum.scoring.counting import score
from reportsum.scoring.gold import read_gold
from reportsum.scoring.said import read_said, said
from reportsum.scoring.sameness import same_metric

SEEDS = Path(__file__).parent.parent / "seeds"
GOLD = SEEDS / "gold"
NAMES = sorted(path.name.removesuffix(".gold.jsonl") for path in GOLD.glob("*.gold.jsonl"))
LISTS = {"achievement": "achievements", "target": "targets", "risk": "risks"}


@pytest.fixture(scope="module")
def score_script() -> ModuleType:
    """The stand-alone scorer that lies beside the labels."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def digest_from_labels(name: str, *, errors: float = 0.0, seed: int = 0) -> dict[str, Any]:
    """Return what a digest would say that agrees with the labels but for a share of `errors`."""
    dice = random.Random(seed)
    said_there: dict[str, Any] = {"achievements": [], "targets": [], "risks": [], "coverage": {"unclaimed": []}}
    reached: dict[int, str] = {}
    for line in (GOLD / f"{name}.gold.jsonl").read_text(encoding="utf-8").splitlines():
        segment = json.loads(line)
        for kind in segment["kinds"]:
            if kind not in LISTS or dice.random() < errors:
                continue
            item: dict[str, Any] = {"id": f"{kind}{segment['s']}", "metric": "某项", "figures": []}
            item["evidence"] = [{"start": segment["start"] + dice.choice((0, 3)), "end": segment["end"]}]
            if kind == "achievement" and "task" in segment:
                reached.setdefault(segment["task"], item["id"])
            if kind == "target" and "task" in segment:
                item["progress"] = {"task": segment["task"]}
            said_there[LISTS[kind]].append(item)
            for figure in segment["figures"]:
                if figure["kind"] != kind:
                    continue
                wrong = dice.random() < errors
                item["figures"].append(
                    {
                        "text": figure["text"],
                        "start": figure["start"] + (dice.choice((0, 1, 40)) if wrong else 0),
                        "end": figure["end"] + (dice.choice((0, 1, 40)) if wrong else 0),
                        "amount": dice.choice((None, 1)) if wrong else figure["scaled"],
                        "base_unit": dice.choice(("%", "家", "位")) if wrong else figure["base_unit"],
                        "bound": "about" if wrong else figure["bound"],
                        "role": "level" if wrong else figure["role"],
                        "metric": dice.choice(("产值", None)) if wrong else figure["metric"],
                    }
                )
        for figure in segment["figures"]:
            if figure["kind"] == "context" or dice.random() < errors / 4:
                said_there["coverage"]["unclaimed"].append({**figure, "amount": figure["scaled"]})
    for target in said_there["targets"]:
        if "progress" in target:
            achievement = reached.get(target["progress"]["task"])
            linked = achievement is not None and dice.random() >= errors
            target["progress"] = {"achievements": [achievement if linked else "nobody"]}
    return said_there


def write(folder: Path, name: str, content: dict[str, Any]) -> Path:
    path = folder / f"{name}.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize("errors", [0.0, 0.2, 0.7], ids=["labels_themselves", "some_errors", "mostly_wrong"])
@pytest.mark.parametrize("name", NAMES)
def test_every_measure_agrees_with_the_stand_alone_script(name: str, errors: float, score_script: ModuleType, tmp_path: Path) -> None:
    path = write(tmp_path, name, digest_from_labels(name, errors=errors, seed=len(name)))
    labels = GOLD / f"{name}.gold.jsonl"
    expected, _ = score_script.score(path, labels)
    assert score(read_said(path), read_gold(labels)).measures == expected


@pytest.mark.parametrize("name", NAMES)
def test_on_real_digests_every_measure_agrees_too(name: str, score_script: ModuleType, tmp_path: Path) -> None:
    path, labels = tmp_path / f"{name}.json", GOLD / f"{name}.gold.jsonl"
    digest(SEEDS / f"{name}.txt", Settings(engine="rules")).save(path)
    expected, _ = score_script.score(path, labels)
    (scored,) = evaluate(path, labels, samples=0).reports
    assert scored.measures == expected


@pytest.mark.parametrize("name", NAMES)
def test_as_many_misses_of_each_kind_are_listed_as_the_script_lists(name: str, score_script: ModuleType, tmp_path: Path) -> None:
    path = write(tmp_path, name, digest_from_labels(name, errors=0.3))
    labels = GOLD / f"{name}.gold.jsonl"
    _, expected = score_script.score(path, labels)
    misses = score(read_said(path), read_gold(labels)).misses
    counted = {kind: sum(miss.kind == kind for miss in misses) for kind in expected if kind != "spurious"}
    assert counted == {kind: len(found) for kind, found in expected.items() if kind != "spurious"}


def test_a_digest_that_says_what_the_labels_say_has_full_scores() -> None:
    scored = score(said(digest_from_labels(NAMES[0])), read_gold(GOLD / f"{NAMES[0]}.gold.jsonl"))
    for measure in ("figure_recall", "value_accuracy", "unit_accuracy", "bound_accuracy", "role_accuracy", "kind_accuracy"):
        assert scored.measures[measure] > 0.99, measure


def test_an_empty_digest_finds_nothing_and_says_nothing_wrong() -> None:
    scored = score(said({}), read_gold(GOLD / f"{NAMES[0]}.gold.jsonl"))
    assert scored.measures["figure_recall"] == 0
    assert scored.measures["figure_precision"] == 1
    assert {miss.kind for miss in scored.misses} == {"detect", "segments"}


def test_the_interval_contains_the_mean_and_is_the_same_in_every_run(tmp_path: Path) -> None:
    for name in NAMES[:2]:
        write(tmp_path, name, digest_from_labels(name, errors=0.2))
    first = evaluate(tmp_path, GOLD, samples=60)
    assert first == evaluate(tmp_path, GOLD, samples=60)
    for measure in first.measures:
        assert measure.interval.low <= measure.mean <= measure.interval.high, measure.name
    recall = next(measure for measure in first.measures if measure.name == "figure_recall")
    assert recall.interval.low < recall.interval.high


def test_against_itself_a_system_differs_in_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, NAMES[0], digest_from_labels(NAMES[0], errors=0.2))
    result = evaluate(path, GOLD / f"{NAMES[0]}.gold.jsonl", against=path, samples=20)
    assert {measure.difference for measure in result.measures} == {0.0}
    assert {measure.difference_interval for measure in result.measures} == {(0.0, 0.0)}


def test_a_better_system_is_better_beyond_doubt(tmp_path: Path) -> None:
    labels = read_gold(GOLD / f"{NAMES[0]}.gold.jsonl")
    good = score(said(digest_from_labels(NAMES[0], errors=0.02)), labels)
    poor = score(said(digest_from_labels(NAMES[0], errors=0.6)), labels)
    kind = next(measure for measure in evaluation([good], [poor], samples=60).measures if measure.name == "value_accuracy")
    assert kind.difference_interval is not None
    assert kind.difference_interval.low > 0


def test_figures_of_the_labels_are_added_up_and_the_rest_averaged(tmp_path: Path) -> None:
    for name in NAMES:
        write(tmp_path, name, digest_from_labels(name))
    result = evaluate(tmp_path, GOLD, samples=1)
    counts = [scored.measures["figures_gold"] for scored in result.reports]
    assert result.measures[0].mean == sum(counts)
    linked = next(measure for measure in result.measures if measure.name == "tasks_linked")
    assert linked.mean == 1.0, "reports without numbered tasks do not lower the mean"


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        pytest.param("地区生产总值", "全市地区生产总值", True, id="contained"),
        pytest.param("规上工业增加值", "规模以上工业增加值", True, id="half_of_the_pairs"),
        pytest.param("进出口总额", "社会消费品零售总额", False, id="another_total"),
        pytest.param("GDP", "ＧＤＰ", True, id="full_width"),
        pytest.param("地区生产总值", None, False, id="nothing_said"),
    ],
)
def test_metrics_are_the_same_when_one_contains_the_other_or_half_the_pairs_agree(wanted: str, got: str | None, same: bool) -> None:
    assert same_metric(wanted, got) is same


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param("", "holds no labelled segments", id="empty"),
        pytest.param('{"s": 0}\n', "line 1", id="fields_missing"),
        pytest.param('{"s": 0, "start": 0, "end": 2, "kinds": []}\nnot json\n', "line 2", id="not_json"),
    ],
)
def test_a_label_file_that_is_wrong_is_refused_with_its_line(content: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "x.gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=problem):
        read_gold(path)


@pytest.mark.parametrize("content", ["", "[]", '{"achievements": [{}]}'], ids=["empty", "no_object", "no_item"])
def test_a_file_that_is_no_digest_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read as a digest"):
        read_said(path)


def test_a_folder_without_labelled_digests_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no digest here has labels"):
        evaluate(tmp_path, GOLD)


def test_comparing_with_another_set_of_reports_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for name in NAMES[:2]:
        write(tmp_path / "a", name, digest_from_labels(name))
    write(tmp_path / "b", NAMES[0], digest_from_labels(NAMES[0]))
    with pytest.raises(InputError, match=NAMES[1]):
        evaluate(tmp_path / "a", GOLD, against=tmp_path / "b")
