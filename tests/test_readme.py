"""The READMEs: what they quote is current, and what they tell people to type works."""

from __future__ import annotations

import importlib.util
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from reportsum.cli import main
from reportsum.cli.commands import COMMANDS, parse

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
FENCE = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)\)")


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    """benchmarks/readme.py, which writes the quoted blocks."""
    spec = importlib.util.spec_from_file_location("readme", ROOT / "benchmarks" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder like a fresh clone: the seeds, and nothing digested yet."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / "seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield folder


def blocks(readme: str, language: str) -> list[str]:
    text = (ROOT / readme).read_text(encoding="utf-8")
    return [code for found, code in FENCE.findall(text) if found == language]


def commands(readme: str) -> list[list[str]]:
    """Return the arguments of every `reportsum …` line, comments left out."""
    lines = [line.split(" # ")[0].strip() for block in blocks(readme, "sh") for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("reportsum ")]


@pytest.mark.parametrize("readme", READMES)
def test_what_a_readme_quotes_is_what_runs_give(readme: str, generator: ModuleType) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert generator.filled(text, generator.blocks()) == text, "run `python benchmarks/readme.py` and look through the diff"


@pytest.mark.parametrize("readme", READMES)
def test_every_snippet_runs(readme: str, workplace: Path) -> None:
    snippets = blocks(readme, "python")
    assert snippets
    for snippet in snippets:
        exec(snippet, {})


@pytest.mark.parametrize("readme", READMES)
def test_every_command_works_in_the_order_it_stands(
    readme: str, workplace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    for label in workplace.glob("*.gold.jsonl"):
        label.unlink()
    for arguments in commands(readme):
        if "--model" in arguments:
            parse(arguments)  # only a server could say more
        else:
            assert main(arguments) == 0, arguments
    capsys.readouterr()


@pytest.mark.parametrize("readme", READMES)
def test_every_command_is_shown(readme: str) -> None:
    assert {arguments[0] for arguments in commands(readme)} == {command.name for command in COMMANDS}


@pytest.mark.parametrize("readme", READMES)
def test_every_link_leads_somewhere(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    missing = [link for link in LINK.findall(text) if "://" not in link and not (ROOT / link).exists()]
    assert not missing


@pytest.mark.parametrize("readme", READMES)
def test_both_first_commands_stand_on_the_first_screen(readme: str) -> None:
    first_screen = (ROOT / readme).read_text(encoding="utf-8").splitlines()[:45]
    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/reportsum digest seeds" in first_screen
    assert "./check" in first_screen


def test_both_readmes_show_the_same_code() -> None:
    english, chinese = (
        [code for _, code in FENCE.findall((ROOT / readme).read_text(encoding="utf-8")) if not code.startswith("$ reportsum show")]
        for readme in READMES
    )  # the brief is shown in the reader's language
    assert [strip(code) for code in english] == [strip(code) for code in chinese]


def strip(code: str) -> str:
    """Return code without its comments."""
    return "\n".join(line.split(" # ")[0].rstrip() for line in code.splitlines())
