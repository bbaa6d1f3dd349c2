"""Patterns that are tried only where one of their words stands: nothing they could find is missed.

Each pattern `_X` with words `_X_WORDS` beside it is taken apart into all that a match can be made of; what is not spelled out stands as
a gap. Every one of these must hold a word.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

import reportsum

sre: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")
GAP = "\0"
MOST_OF_A_CLASS = 4
"""Classes of more characters are gaps."""
MOST = 3_000
SUFFIX = "_WORDS"


def _gated() -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    for module in pkgutil.walk_packages(reportsum.__path__, "reportsum."):
        if module.name.endswith("__main__"):
            continue
        names = vars(importlib.import_module(module.name))
        for name, words in names.items():
            pattern = names.get(name.removesuffix(SUFFIX))
            if name.endswith(SUFFIX) and isinstance(words, tuple) and hasattr(pattern, "pattern"):
                yield f"{module.name}.{name.removesuffix(SUFFIX)}", pattern, words


def _texts(tree: Any, words: tuple[str, ...]) -> list[str]:
    """Return what a match may be made of, without what holds a word already."""
    told = [""]
    for op, value in tree:
        more = _of(op, value, words)
        told = list(dict.fromkeys(one for before in told for piece in more if not any(word in (one := before + piece) for word in words)))
        assert len(told) < MOST, "too many alternatives to prove anything"
    return told


def _of(op: Any, value: Any, words: tuple[str, ...]) -> list[str]:
    if op is sre.LITERAL:
        return [chr(value).lower()]
    if op is sre.IN and all(kind is sre.LITERAL for kind, _ in value) and len(value) <= MOST_OF_A_CLASS:
        return [chr(code).lower() for _, code in value]
    if op is sre.BRANCH:
        return [text for branch in value[1] for text in _texts(branch, words)]
    if op is sre.SUBPATTERN:
        return _texts(value[3], words)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        least, most, inner = value
        if most == 1:
            return [*([""] if least == 0 else []), *_texts(inner, words)]
        return ["", GAP] if least == 0 else [one + GAP for one in _texts(inner, words)]
    return [""] if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT) else [GAP]


GATED = list(_gated())


def test_there_are_patterns_with_words() -> None:
    assert len(GATED) > 10


@pytest.mark.parametrize(("pattern", "words"), [one[1:] for one in GATED], ids=[one[0] for one in GATED])
def test_whatever_a_pattern_finds_holds_one_of_its_words(pattern: Any, words: tuple[str, ...]) -> None:
    assert all(word == word.lower() for word in words)
    assert _texts(parser.parse(pattern.pattern, pattern.flags & ~parser.SRE_FLAG_UNICODE), words) == []


def test_a_missing_word_is_told() -> None:
    tree = parser.parse(r"\b(?:ferr(?:y|ies)|the (?:old )?pier)\b")
    assert _texts(tree, ("ferr", "pier")) == []
    assert _texts(tree, ("ferry", "pier")) == ["ferries"]
