"""What a user sees of a page does not change unseen (see screens.py)."""

from __future__ import annotations

import pytest

from .screens import COMMANDS, FOLDER, screen


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_a_page_what_is_written(name: str) -> None:
    assert screen(name) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
