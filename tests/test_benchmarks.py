"""The benchmarks run, and starting stays within its budget."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


def benchmark(script: str, *arguments: str) -> Any:
    """Run a benchmark of this checkout and return what it measured."""
    result = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / script), "--json", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert result.stdout, result.stderr
    return json.loads(result.stdout)


def test_importing_and_help_start_within_their_budgets() -> None:
    times = benchmark("startup.py", "--runs", "3")
    assert times["import reportsum"]["more"] <= 0.15
    assert times["reportsum --help"]["more"] <= 0.4


def test_every_step_of_the_rules_is_accounted_for() -> None:
    report = ROOT / "seeds" / "nantong-2022h1-plan.txt"
    measured = benchmark("throughput.py", "--repeat", "1", str(report))
    steps = measured["steps_us_a_character"]
    assert {"clean", "outline", "figures", "clauses", "measures", "drafts", "assemble"} <= steps.keys()
    assert measured["characters"] == len(report.read_text(encoding="utf-8"))


def test_a_model_that_knows_the_labels_can_say_them_however_the_reading_is_spoilt(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "expressive.py"), "--only", "nantong-2022", "--rates", "0.3", "--out", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    name, rate, kinds, names, segments, answers, corrections, each, refused = told.splitlines()[1].split()
    assert (name, rate) == ("nantong-2022h1-plan", "0.30")
    assert min(float(kinds), float(names), float(segments)) >= 0.995
    assert int(refused) == 0
    assert int(corrections) > 100
    assert float(each) <= 100  # characters, most of them the names of fields: some 30 tokens
    assert int(answers) > 0


def test_a_reader_plays_the_model_and_facts_become_labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    beside = importlib.import_module("beside_langextract")
    text = "临江市2031年工作报告\n一、2031年工作回顾\n港口吞吐量40万吨,粮食产量增长5%。渔港建成。\n二、2032年目标\n粮食产量增长6%。\n"
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    facts = "A\t港口吞吐量40万吨\t港口吞吐量\nA\t粮食产量增长5%\t粮食产量\nA\t渔港建成\t渔港\nT\t粮食产量增长6%\t粮食产量\n"
    (tmp_path / "facts.tsv").write_text(facts, encoding="utf-8")
    rows = [row for row in beside.labels(text, tmp_path / "facts.tsv") if row["kinds"] != ["context"]]
    assert [row["kinds"] for row in rows] == [["achievement"], ["achievement"], ["target"]]
    assert [(figure["text"], figure["metric"]) for row in rows for figure in row["figures"]] == [
        ("40万吨", "港口吞吐量"),
        ("5%", "粮食产量"),
        ("6%", "粮食产量"),
    ]
    for faults, status in (({}, "ok"), ({"refuse": 0}, "fallback")):
        with beside.Reader(tmp_path, **faults) as reader:
            made = beside.by_reportsum(tmp_path / "report.txt", reader, tmp_path / status)
        assert [chunk["status"] for chunk in made["chunks"]] == [status]
        assert [figure["text"] for item in made["targets"] for figure in item["figures"]] == ["6%"]
    assert list(tmp_path.glob("*.question.txt"))
