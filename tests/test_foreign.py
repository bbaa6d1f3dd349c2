"""Words of others: no key in them, nothing that steers a terminal, nothing that cannot be stored."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest

from reportsum import foreign
from reportsum.foreign import conceal, fit, scrubbed, shown, visible

KEY = 'sk-"blot/me+out"-0123456789'
"""Every encoding writes it differently."""


@pytest.fixture(autouse=True)
def _one_known_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "_keys", set())
    conceal(KEY)


@pytest.mark.parametrize(
    "write",
    [str, repr, json.dumps, quote, lambda key: quote(key, safe=""), lambda key: base64.b64encode(key.encode()).decode()],
    ids=["raw", "repr", "json", "address", "query", "base64"],
)
def test_a_key_is_taken_out_in_every_form(write: Callable[[str], str]) -> None:
    said = scrubbed(f"before {write(KEY)} after", parts=False)
    assert said.startswith("before ")
    assert said.endswith(" after")
    assert "0123456789" not in said
    assert base64.b64encode(KEY.encode()).decode()[:12] not in said


def test_parts_of_a_key_are_taken_out_too() -> None:
    assert scrubbed(f"{KEY[:14]}-{KEY[14:]} or {KEY[:8]}… is wrong") == "***-*** or ***… is wrong"


def test_other_words_stay() -> None:
    conceal("none")
    assert shown("none of it: 0123 me+out") == "none of it: 0123 me+out"


def test_keys_are_taken_out_before_words_are_cut() -> None:
    assert shown("x" * 20 + KEY, 30) == "x" * 20 + "***"


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("\x1b]0;pwned\x07\x1b[2J", "\\x1b]0;pwned\\x07\\x1b[2J"),
        ("red\r\nFAKE: all is well", "red\\r\\nFAKE: all is well"),
        ("a\u202eb\u200b\u2028", "a\\u202eb\\u200b\\u2028"),
        ("\ud83d 投资", "\\ud83d 投资"),
    ],
    ids=["terminal", "line_ends", "unseen", "half_character"],
)
def test_what_steers_a_terminal_or_hides_is_shown_as_an_escape(words: str, seen: str) -> None:
    assert visible(words) == seen


def test_what_cannot_be_stored_is_replaced_and_offsets_stay() -> None:
    text = "a\x00b\ud800c\x9bd\n\te"
    assert fit(text) == "a b\ufffdc d\n\te"
    assert len(fit(text)) == len(text)
