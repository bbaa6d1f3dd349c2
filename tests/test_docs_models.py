"""docs/models.md: what it tells people to type and to set is understood."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from reportsum.cli.commands import parse
from reportsum.settings import Settings

PAGE = (Path(__file__).parent.parent / "docs" / "models.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = [
    line.split(" # ")[0].strip()
    for language, block in BLOCKS
    if language == "sh"
    for line in block.splitlines()
    if line.startswith("reportsum ")
]


@pytest.mark.parametrize("line", COMMANDS)
def test_the_commands_are_understood(line: str) -> None:
    assert parse(shlex.split(line)[1:])


def test_the_settings_file_is_valid() -> None:
    (block,) = [block for language, block in BLOCKS if language == "toml"]
    assert Settings.model_validate(tomllib.loads(block)).fallback == "rules"


def test_the_own_extractor_works_as_shown() -> None:
    (block,) = [block for language, block in BLOCKS if language == "python" and "ScriptedExtractor" in block]
    exec(block, {})


def test_names_of_the_python_example_exist() -> None:
    (block,) = [block for language, block in BLOCKS if language == "python" and "plan(" in block]
    compile(block, "docs/models.md", "exec")
    for line in block.splitlines():
        if line.startswith(("import", "from")):
            exec(line, {})
