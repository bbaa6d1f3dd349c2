"""What an English scheme gives: orders in a list, terms in the present tense, cases made up to show how it works."""

from __future__ import annotations

import pytest

from reportsum.languages.en.schemes import Case, are_terms, case_at, is_order


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("(a) waive the fees for 800 agents;", True),
        ("and (12) extend the pier;", True),
        ("b) widen the quay", True),
        ("(b) support for 50 firms;", False),
        ("(b) support 50 firms;", True),
        ("(c) cut fares by 5%;", False),
        ("(d) waived the fees;", False),
        ("(e) fees for 800 agents;", False),
        ("waive the fees for 800 agents;", False),
    ],
)
def test_a_labelled_point_orders_where_it_begins_with_a_bare_verb(text: str, told: bool) -> None:
    assert is_order(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Firms can claim up to $5,000 a year.", True),
        ("The grant is capped at $300.", True),
        ("It covers 60% of the fare.", True),
        ("At present, firms can claim $3,000.", False),
        ("The grant was capped at $300.", False),
        ("The existing grant is capped at $300.", False),
        ("Fares rose by 3%.", False),
    ],
)
def test_terms_tell_what_is_given_and_not_what_is_so_already(text: str, told: bool) -> None:
    assert are_terms(text) is told


def told(*sentences: tuple[str, bool]) -> list[Case]:
    """Return case after case as the sentences follow each other; each comes with whether it goes on with its paragraph."""
    before: Case = ""
    cases: list[Case] = []
    for text, goes_on in sentences:
        before = case_at(text, before, goes_on=goes_on)
        cases.append(before)
    return cases


def test_a_case_lasts_to_the_end_of_its_paragraph() -> None:
    assert told(
        ("Take a couple who earn $2,000 a month.", False),
        ("They will pay $3.", True),
        ("The pier opened in May.", True),
        ("They will pay $4.", False),
    ) == ["short", "short", "short", ""]


def test_a_case_told_at_length_goes_on_where_a_paragraph_speaks_of_its_people() -> None:
    assert told(
        ("Let me illustrate with a fisherman.", False),
        ("For example, a firm buys a boat.", True),
        ("In the second year, his boat is paid.", False),
        ("Fares rose by 3%.", True),
        ("Fares rose by 3%.", False),
        ("His boat is old.", False),
    ) == ["long", "long", "long", "long", "", ""]


def test_who_is_named_late_in_a_paragraph_is_not_whom_the_case_is_of() -> None:
    late = "Fares rose by 3% in the harbour and by 2% on all of the other routes, says the couple."
    assert told(("To illustrate, here is a case.", False), (late, False)) == ["long", ""]


def test_what_we_promise_ends_a_case() -> None:
    assert told(("If a firm spends $10,000, it gets $4,000 back.", False), ("We will build huts.", True), ("It gets huts.", True)) == [
        "short",
        "",
        "",
    ]


def test_what_did_happen_is_no_case() -> None:
    assert told(("For example, a new pier opened in May.", False), ("They will pay $3.", True)) == ["", ""]
