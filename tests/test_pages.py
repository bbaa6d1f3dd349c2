"""Whole pages are read as written beside them: every fact, figure, time, section, and what is picked for the reader (see pages.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportsum import verify
from tests.pages import FOLDER, page, read, told

PAGES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_a_page_is_read_as_it_says(path: Path) -> None:
    assert "\n".join(told(read(path))).splitlines() == page(path)[1]


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_what_is_read_on_a_page_stands_there(path: Path) -> None:
    assert verify(read(path), page(path)[0]) == []
