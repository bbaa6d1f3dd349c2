"""Whole reports are read as written beside them: facts, figures, times, sections, and what is picked for the reader (see pages.py)."""

from __future__ import annotations

import pytest

from reportsum import verify

from .pages import Page, pages, seeds

PAGES, SEEDS = pages(), seeds()


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_page_is_read_as_it_says(page: Page) -> None:
    assert page.told() == page.reading


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_what_is_read_on_a_page_stands_there(page: Page) -> None:
    assert verify(page.read(), page.text) == []


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.name for seed in SEEDS])
def test_the_reading_of_a_seed_does_not_change_unseen(seed: Page) -> None:
    assert seed.told() == seed.reading
