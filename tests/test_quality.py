"""Style and types: part of the one command that checks everything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("ruff", "check", "."), id="ruff_finds_nothing"),
        pytest.param(("ruff", "format", "--check", "."), id="the_layout_is_the_formatters"),
        pytest.param(("mypy",), id="types_are_strict_and_right"),
    ],
)
def test_the_code_passes(command: tuple[str, ...]) -> None:
    result = run(*command)
    assert result.returncode == 0, result.stdout + result.stderr
