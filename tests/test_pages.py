"""Whole reports are read as written beside them: facts, figures, times, sections, and what is picked for the reader (see pages.py)."""

from __future__ import annotations

import pytest

from reportsum import verify

from .pages import Page, pages, reports_of_other_tests, seeds

PAGES, AS_THEY_STAND = pages(), [*pages("mixed"), *seeds(), *reports_of_other_tests()]


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_page_is_read_as_it_says(page: Page) -> None:
    assert page.told() == page.reading


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_what_is_read_on_a_page_stands_there(page: Page) -> None:
    assert verify(page.read(), page.text) == []


@pytest.mark.parametrize("page", AS_THEY_STAND, ids=[page.name for page in AS_THEY_STAND])
def test_a_reading_that_nobody_judged_does_not_change_unseen(page: Page) -> None:
    assert page.told() == page.reading
