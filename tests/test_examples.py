"""Every example runs as it stands, from any folder, and answers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
SCRIPTS = sorted(path.name for path in EXAMPLES.glob("[0-9]*.py"))

EXPECTED = {
    "01_digest_one_report.py": (r"关于南通市2022年国民经济", r"\d+ achievements", r"\d+ of \d+ figures stand in an item"),
    "02_digest_a_folder.py": (r"qidong-2020h1-plan\.json: \d+ achievements, \d+ targets, \d+ risks",),
    "03_pandas.py": (r"environment", r"gdp"),
    "04_sqlite.py": (r"Which targets are less than half reached\?\n  \S+\.txt \| ",),
}
"""What must stand in the output, by example; other examples must say something."""


@pytest.mark.parametrize("script", SCRIPTS)
def test_an_example_runs_as_it_stands(script: str, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("REPORTSUM_", "OPENAI_"))}
    result = subprocess.run(
        [sys.executable, str(EXAMPLES / script)],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(EXAMPLES.parent), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    for pattern in EXPECTED.get(script, (r"\S",)):
        assert re.search(pattern, result.stdout), result.stdout


def test_the_examples_that_are_named_here_exist() -> None:
    assert set(EXPECTED) <= set(SCRIPTS)


@pytest.mark.parametrize("script", SCRIPTS)
def test_an_example_says_what_it_shows_and_how_to_run_it(script: str) -> None:
    text = (EXAMPLES / script).read_text(encoding="utf-8")
    assert f"python examples/{script}" in text.split('"""')[1]
