"""Patterns that are compiled at first use: they do what the standard ones do, none is faulty, and no module keeps others."""

from __future__ import annotations

import copy
import importlib
import pickle
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest

import reportsum
from reportsum import lazy_re
from reportsum.lazy_re import LazyPattern

PACKAGE = Path(reportsum.__file__).parent


def test_a_lazy_pattern_finds_what_the_standard_one_finds() -> None:
    text = "增长5.5%，下降1.8%"
    lazy, standard = lazy_re.compile(r"([0-9]+)[.]([0-9])%"), re.compile(r"([0-9]+)[.]([0-9])%")
    assert [found.span() for found in lazy.finditer(text)] == [found.span() for found in standard.finditer(text)] == [(2, 6), (9, 13)]
    assert lazy.findall(text) == [("5", "5"), ("1", "8")]
    assert lazy.sub("x", text) == "增长x，下降x"
    assert lazy.split("1.2%3.4%") == standard.split("1.2%3.4%")
    assert lazy.match(text) is None
    assert lazy.fullmatch(text, 2, 6) is not None
    assert (lazy.pattern, lazy.groups, lazy.flags) == (standard.pattern, standard.groups, standard.flags)


def test_flags_and_bytes_are_kept() -> None:
    assert lazy_re.compile("gdp", re.IGNORECASE).search("GDP") is not None
    assert lazy_re.compile(b"gdp").search(b"GDP") is None


def test_a_lazy_pattern_travels_and_is_copied() -> None:
    pattern = lazy_re.compile("b+")
    for twin in (pickle.loads(pickle.dumps(pattern)), copy.deepcopy(pattern)):
        assert twin.sub("c", "abba") == "aca"


def test_what_a_pattern_has_not_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="serach"):
        lazy_re.compile("a").serach  # type: ignore[attr-defined]  # noqa: B018 - the attribute is what is asked for


def test_every_pattern_kept_by_a_module_can_be_compiled() -> None:
    seen = 0
    for module in pkgutil.walk_packages(reportsum.__path__, "reportsum."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            for pattern in value if isinstance(value, tuple | list) else (value,):
                if isinstance(pattern, LazyPattern | re.Pattern):
                    seen += 1
                    assert pattern.groups >= 0, pattern
    assert seen > 400


def test_a_module_keeps_the_compiled_pattern_from_its_first_use_on() -> None:
    module: dict[str, Any] = {}
    exec('from reportsum import lazy_re as re\nSIGN = re.compile("[+-]")\nOTHER = re.compile("x")', module)
    lazy = module["SIGN"]
    assert isinstance(lazy, LazyPattern)
    assert lazy.sub("", "+5") == "5"
    assert isinstance(module["SIGN"], re.Pattern)
    assert isinstance(module["OTHER"], LazyPattern)
    assert lazy.sub("", "-5") == "5"


def test_every_module_that_keeps_patterns_keeps_lazy_ones() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "lazy_re.py"}
    keepers = {path: text for path, text in texts.items() if re.search(r"^[A-Z_]+\b.*= .*re\.compile\(", text, re.MULTILINE)}
    eager = [str(path.relative_to(PACKAGE)) for path, text in keepers.items() if "from reportsum import lazy_re as re\n" not in text]
    assert len(keepers) > 80
    assert eager == []
