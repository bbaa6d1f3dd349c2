"""The docs: their snippets run, their commands work, their links lead somewhere."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportsum.cli import main
from reportsum.cli.commands import parse

ROOT = Path(__file__).parent.parent
DOCS = ("get-started.md", "how-it-works.md", "evaluating.md", "extending.md", "languages.md")
FENCE = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
SNIPPET = re.compile(r"```python\n(?P<code>.*?)```(?:\n\n```text\n(?P<output>.*?)```)?", re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)\)")


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder like a clone where the seeds were digested."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / "seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["digest", "seeds", "--quiet"]) == 0
        yield folder


def text_of(document: str) -> str:
    return (ROOT / "docs" / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCS)
def test_every_snippet_runs_and_prints_what_stands_below_it(document: str, workplace: Path) -> None:
    for snippet in SNIPPET.finditer(text_of(document)):
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(snippet["code"], {})
        if snippet["output"] is not None:
            assert output.getvalue() == snippet["output"]


@pytest.mark.parametrize("document", DOCS)
def test_every_command_works_in_the_order_it_stands(document: str, workplace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for language, block in FENCE.findall(text_of(document)):
        for line in block.splitlines() if language == "sh" else ():
            arguments = shlex.split(line)[1:]
            if not line.startswith("reportsum "):
                continue
            if "--model" in arguments:
                parse(arguments)  # only a server could say more
            else:
                assert main(arguments) == 0, line
    capsys.readouterr()


@pytest.mark.parametrize("document", DOCS)
def test_every_link_leads_somewhere(document: str) -> None:
    missing = [link for link in LINK.findall(text_of(document)) if "://" not in link and not (ROOT / "docs" / link).exists()]
    assert not missing


def test_every_document_can_be_reached_from_the_readme() -> None:
    reached = {"README.md"}
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        for link in LINK.findall(page.read_text(encoding="utf-8")):
            target = (page.parent / link).resolve()
            if target.suffix == ".md" and target.exists() and target.name not in reached:
                reached.add(target.name)
                waiting.append(target)
    assert {path.name for path in (ROOT / "docs").glob("*.md")} <= reached
