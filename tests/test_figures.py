"""Figures are found exactly, and what only looks like one is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportsum.figures import FoundFigure, find_figures

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").split("\n")
    return [line.replace("\\n", "\n").split("\t") for line in lines if line and not line.startswith("#")][1:]


def told(figure: FoundFigure) -> str:
    """Return the figure the way the case files write it."""
    amount = f"{figure.low}..{figure.high}" if figure.bound == "range" else str(figure.amount).lower()
    return f"{figure.text}={amount} {figure.base_unit or '_'} {figure.bound} {figure.role}"


@pytest.mark.parametrize(("text", "figures"), [pytest.param(*row[1:], id=row[0]) for row in rows("figures_found.tsv")])
def test_a_figure_is_read_with_amount_unit_bound_and_role(text: str, figures: str) -> None:
    assert [told(figure) for figure in find_figures(text)] == figures.split("; ")


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in rows("figures_not_found.tsv")])
def test_a_name_date_label_or_idiom_is_no_figure(text: str) -> None:
    assert find_figures(text) == ()
