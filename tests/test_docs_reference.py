"""The generated docs are current, the schema explains itself, and what `outputs.md` shows works."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import reportsum
from reportsum.cli import main as run_command

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
OUTPUTS = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
PYTHON_BLOCKS = re.findall(r"```python\n(.*?)```", OUTPUTS, re.DOTALL)
COMMANDS = [line[2:] for block in re.findall(r"```console\n(.*?)```", OUTPUTS, re.DOTALL) for line in block.splitlines()]


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as a reader of the docs has it: seeds and digests."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "seeds").mkdir()
    (folder / "digests").mkdir()
    for path in SEEDS.glob("*.txt"):
        shutil.copy(path, folder / "seeds")
        reportsum.digest(path, reportsum.Settings(engine="rules")).save(folder / "digests" / f"{path.stem}.json")
    return folder


def test_the_reference_is_current(generator: ModuleType) -> None:
    written = (ROOT / "docs" / "digest-reference.md").read_text(encoding="utf-8")
    assert written == generator.digest_reference(), "run `python docs/make_reference.py`"


def test_the_tables_of_the_export_are_current(generator: ModuleType) -> None:
    assert generator.outputs(OUTPUTS) == OUTPUTS, "run `python docs/make_reference.py`"


def test_the_map_names_every_module(generator: ModuleType) -> None:
    page = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    assert generator.design(page) == page, "run `python docs/make_reference.py`"
    for path in (ROOT / "reportsum").iterdir():
        if path.suffix == ".py" and not path.name.startswith("__"):
            assert f"| `{path.name}` |" in page


def models() -> dict[str, dict[str, Any]]:
    schema = json.loads((ROOT / "schemas" / "digest.schema.json").read_text(encoding="utf-8"))
    return {"Digest": schema, **schema["$defs"]}


@pytest.mark.parametrize("name", models())
def test_every_field_of_the_schema_has_a_title_and_a_description(name: str) -> None:
    model = models()[name]
    assert model["description"]
    for field, part in model["properties"].items():
        assert part.get("title"), f"{name}.{field}"
        assert part.get("description"), f"{name}.{field}"


@pytest.mark.parametrize("name", models())
def test_every_field_of_the_schema_stands_in_the_reference(name: str) -> None:
    reference = (ROOT / "docs" / "digest-reference.md").read_text(encoding="utf-8")
    section = reference.partition(f"## {name}\n")[2].partition("\n## ")[0]
    assert all(f"| `{field}` |" in section for field in models()[name]["properties"])


@pytest.mark.parametrize("number", range(len(PYTHON_BLOCKS)))
def test_the_python_of_the_docs_runs(number: int, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace)
    exec(compile(PYTHON_BLOCKS[number], f"outputs.md, block {number + 1}", "exec"), {})


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_docs_run(command: str, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace)
    program, *arguments = command.split()
    assert program == "reportsum"
    assert run_command(arguments) == 0


def test_links_of_the_docs_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)#]+)", OUTPUTS):
        assert (ROOT / "docs" / link).exists(), link


@pytest.fixture(scope="module")
def node_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the Node example with its packages installed from the lock file."""
    folder = tmp_path_factory.mktemp("node") / "examples" / "node-validate"
    shutil.copytree(ROOT / "examples" / "node-validate", folder, ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(ROOT / "schemas", folder.parent.parent / "schemas")
    npm = shutil.which("npm")
    assert npm, "this test needs Node: apt-get install nodejs npm"
    subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--prefer-offline"], cwd=folder, check=True, capture_output=True)
    return folder


def validate(project: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = ["node", "validate.mjs", *map(str, arguments)]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("seed", sorted(path.stem for path in SEEDS.glob("*.txt")))
def test_node_loads_a_digest_by_its_schema_and_finds_every_place(seed: str, node_project: Path, workplace: Path) -> None:
    result = validate(node_project, workplace / "digests" / f"{seed}.json", "--source", SEEDS / f"{seed}.txt")
    assert result.returncode == 0, result.stderr
    assert "valid" in result.stdout
    assert "every quote and figure stands where it says" in result.stdout


def test_node_refuses_a_digest_that_breaks_the_schema(node_project: Path, workplace: Path, tmp_path: Path) -> None:
    digest = json.loads((workplace / "digests" / "haian-2022h1-plan.json").read_text(encoding="utf-8"))
    digest["achievements"][0]["topic"] = "weather"
    digest["surprise"] = True
    (tmp_path / "bad.json").write_text(json.dumps(digest), encoding="utf-8")
    result = validate(node_project, tmp_path / "bad.json")
    assert result.returncode == 1
    assert "/achievements/0/topic" in result.stderr
    assert "additional properties" in result.stderr


def test_node_notices_a_place_that_does_not_hold_its_words(node_project: Path, workplace: Path) -> None:
    result = validate(node_project, workplace / "digests" / "haian-2022h1-plan.json", "--source", SEEDS / "qidong-2020h1-plan.txt")
    assert result.returncode == 1
    assert "do not hold their words" in result.stdout
