"""What a user sees of a page does not change unseen (see screens.py)."""

from __future__ import annotations

import pytest

from .screens import COMMANDS, DRAWN, FOLDER, drawn, screen


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_a_page_what_is_written(name: str) -> None:
    assert screen(name) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DRAWN)
def test_pages_and_notebooks_are_drawn_from_what_is_written(name: str) -> None:
    assert drawn(name) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
