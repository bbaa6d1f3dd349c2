"""The benchmarks run, and starting stays within its budget."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

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
