"""How the house is built: what every module holds to, and what only one who adds a module would otherwise have to remember."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import reportsum

ROOT = Path(__file__).parent.parent

BUILT_UP = {
    "batching.State", "extraction.base.Tally", "extraction.llm.batches.Outbox", "extraction.llm.editing.drafting._Claims",
    "extraction.llm.pacing.Budget", "extraction.llm.row_drafts._Item", "extraction.llm.row_drafts._Verdicts", "figures.drafting.Draft",
    "figures.numbers.Number", "headings.heading.Heading", "headings.heading.Node", "languages.en.kinds._Walk",
    "languages.en.outline._Heading", "languages.en.quantities.Quantity", "measures.award_slots.Award", "measures.state.Draft",
    "measures.state.Memory", "merging._Fact",
    "reading.docx._Cell", "reading.docx._Paragraph", "reading.docx._Row", "reading.docx._Style", "reading.docx._Table",
    "reading.numbering.Numbering", "reading.numbering._Level", "running._Open", "summarizing._Brief", "summarizing._Point",
    "tabular.building._Part",
    "tabular.markup._Cell", "tabular.markup._Table",
}  # fmt: skip
"""What one step builds up piece by piece, before the next one sees it. The list may only shrink."""


def _dataclasses() -> Iterator[tuple[str, type]]:
    for module in pkgutil.walk_packages(reportsum.__path__, "reportsum."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == module.name:
                yield f"{module.name.removeprefix('reportsum.')}.{name}", value


def test_what_travels_between_steps_cannot_be_changed_on_its_way() -> None:
    seen = dict(_dataclasses())
    assert len(seen) > 150
    assert {name for name, value in seen.items() if not _said_frozen(value)} == BUILT_UP


def _said_frozen(value: type) -> bool:
    """Tell whether the class says that it is frozen: what the type checker holds it to (see reportsum/values.py)."""
    head = inspect.getsource(value).partition("class ")[0]
    return re.search(r"@(?:dataclasses\.)?dataclass\([^)]*\bfrozen=True", head) is not None


def test_a_misspelt_attribute_is_an_error() -> None:
    without = [name for name, value in _dataclasses() if "__slots__" not in vars(value)]
    assert without == []


def test_every_promised_python_is_tried_on_three_systems() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    workflow = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    promised = set(re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"])))
    tried = re.findall(r'"(3\.\d+)"', workflow[workflow.index("matrix:") : workflow.index("steps:", workflow.index("matrix:"))])
    assert promised <= set(tried)
    assert project["requires-python"] == f">={tried[0]}"
    for system in ("ubuntu-latest", "macos-latest", "windows-latest"):
        assert system in workflow
    assert [name for name in re.findall(r"tests/test_\w+\.py", workflow) if not (ROOT / name).exists()] == []
