"""Long patterns have examples: texts that must match and texts that must not (cases/patterns.toml). Nobody can review two hundred signs
of regular expression; anyone can review a list of examples. A new pattern of more than a hundred characters brings its own."""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import reportsum
from reportsum.lazy_re import LazyPattern

LONG = 100
EXAMPLES: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "patterns.toml").read_text(encoding="utf-8"))
CASES = [(name, kind, text) for name, one in EXAMPLES.items() for kind in ("yes", "no") for text in one[kind]]


def _patterns() -> Iterator[tuple[str, re.Pattern[str] | LazyPattern]]:
    for module in pkgutil.walk_packages(reportsum.__path__, "reportsum."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern | LazyPattern) and isinstance(value.pattern, str):
                yield f"{module.name.removeprefix('reportsum.')}.{name}", value


PATTERNS = dict(_patterns())


@pytest.mark.parametrize(("name", "kind", "text"), CASES, ids=[f"{name}-{kind}-{text}" for name, kind, text in CASES])
def test_a_pattern_matches_what_its_examples_say(name: str, kind: str, text: str) -> None:
    how = EXAMPLES[name]["how"]
    assert (getattr(PATTERNS[name], how)(text) is not None) is (kind == "yes")


def test_examples_are_of_both_kinds() -> None:
    assert [name for name, one in EXAMPLES.items() if not (one["yes"] and one["no"])] == []


def test_a_long_pattern_brings_examples() -> None:
    lacking = [name for name, value in PATTERNS.items() if len(str(value.pattern)) > LONG and name not in EXAMPLES]
    assert lacking == []
