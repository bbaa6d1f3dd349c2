"""English figures: what a number, its sign, its scale, its unit and the words around it are worth."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportsum import find_figures
from reportsum.figures import FoundFigure
from reportsum.models import Bound
from reportsum.tables import read_table

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").split("\n")
    return [line.replace("\\n", "\n").split("\t") for line in lines if line and not line.startswith("#")][1:]


def told(figure: FoundFigure) -> str:
    """Return a figure the way the case file writes it."""
    amount = f"{figure.low}..{figure.high}" if figure.amount is None else f"{figure.amount.normalize():f}"
    more = [figure.base or "", "yearly" if figure.yearly_average else ""]
    return " ".join([f"{figure.text}={amount}", figure.unit_code or "-", figure.bound, figure.role, *filter(None, more)])


@pytest.mark.parametrize(("text", "figures"), [pytest.param(*row[1:], id=row[0]) for row in rows("english_figures.tsv")])
def test_a_figure_is_read_with_all_that_its_words_say(text: str, figures: str) -> None:
    assert "; ".join(told(figure) for figure in find_figures(text)) == figures


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in rows("english_not_figures.tsv")])
def test_a_date_label_name_or_span_of_time_is_no_figure(text: str) -> None:
    assert [figure.text for figure in find_figures(text)] == []


class Style(NamedTuple):
    """A way to write an amount of money, and what its scale is worth."""

    pattern: str
    power: int


STYLES = (
    Style("{sign}{number}", 0), Style("{sign}{number}m", 6), Style("{sign}{number} million", 6), Style("{sign}{number}bn", 9),
    Style("{sign}{number} billion", 9), Style("{sign}{number}\nmillion", 6), Style("{code} {number} million", 6),
    Style("{code}{number}", 0), Style("{number} million {name}", 6), Style("{number} {name}", 0),
    Style("{sign}{number}-million", 6), Style("{sign}{number}k", 3),
)  # fmt: skip
BOUNDS: dict[str, Bound] = {
    "": "exact", "more than ": "above", "Over ": "above", "no less than ": "at_least", "at least ": "at_least", "up to ": "at_most",
    "no more than ": "at_most", "nearly ": "below", "about ": "about", "in excess of ": "above", "not exceeding ": "at_most",
}  # fmt: skip
CURRENCIES = [
    (row["before"].split("|")[0] or row["code"], row["code"], row["name"])
    for row in read_table("en/currencies.tsv", ("code", "name", "before", "after", "hundredth"))
    if row["code"] in ("USD", "CNY", "HKD", "SGD", "AUD", "CAD", "GBP", "EUR", "INR", "MYR", "THB")
]
NUMBERS = st.decimals(min_value=Decimal("0.1"), max_value=Decimal(999), places=1)


@given(NUMBERS, st.sampled_from(STYLES), st.sampled_from(CURRENCIES), st.sampled_from(sorted(BOUNDS)))
def test_an_amount_of_money_is_read_back_exactly(number: Decimal, style: Style, currency: tuple[str, str, str], bound: str) -> None:
    sign, code, name = currency
    amount = style.pattern.format(sign=sign, code=code, name=name, number=f"{number:,}")
    text = f"The scheme was given {bound}{amount} by the board."
    (figure,) = find_figures(text)
    assert (figure.text, figure.unit_code, figure.bound) == (amount, code, BOUNDS[bound])
    assert figure.amount == number * Decimal(10) ** style.power


CHANGES = {
    "Output rose by {}.": 1, "Output grew {}.": 1, "Output, up {}, was strong.": 1, "There was an increase of {} in output.": 1,
    "Output fell by {}.": -1, "Output was down {}.": -1, "A reduction of {} was made.": -1, "Output was {} lower than before.": -1,
    "A {} rise was seen.": 1, "Output declined at an annual rate of {}.": -1, "Output is growing by {} in the year.": 1,
    "Growth was {}.": 1,
}  # fmt: skip
RATES = {
    "{}%": "change",
    "{} percent": "change",
    "{} per cent": "change",
    "{} percentage points": "change_pp",
    "{} basis points": "change_pp",
}


@given(NUMBERS, st.sampled_from(sorted(CHANGES)), st.sampled_from(sorted(RATES)))
def test_a_change_is_read_back_with_its_sign(number: Decimal, sentence: str, rate: str) -> None:
    written = rate.format(number)
    (figure,) = find_figures(sentence.format(written))
    assert (figure.text, figure.role) == (written, RATES[rate])
    assert figure.value == number * CHANGES[sentence]


@given(st.integers(1, 9_999_999), st.sampled_from(["schools", "new homes", "Singaporean workers", "people"]), st.sampled_from([",", " "]))
def test_a_count_before_a_noun_is_read_back_in_either_grouping(number: int, noun: str, group: str) -> None:
    written = f"{number:,}".replace(",", group)
    found = find_figures(f"They helped {written} {noun} in all.")
    assert [(figure.text, figure.amount, figure.unit_code, figure.role) for figure in found] == [(written, Decimal(number), None, "count")]


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "a ", "$", "£1m ", "half of ", "from 1% to ", "(1)", "one hundred and ", "up 3%, ", "1,2", "\n2."]
)
def test_a_long_run_of_anything_is_read_to_its_end(piece: str) -> None:
    text = "The sum of " + piece * (20_000 // len(piece))
    assert all(figure.text == text[figure.start : figure.end] for figure in find_figures(text))


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("Growth is forecast at -0.5 to 1.5 per cent.", "-0.5", "1.5"),
        ("Prices will move between -1% and +1%.", "-1", "1"),
        ("Output will change by -3% to -1%.", "-3", "-1"),
        ("Growth of -1% to -3% is expected.", "-3", "-1"),
        ("Growth of 0.5 to 2.5 per cent is expected.", "0.5", "2.5"),
    ],
)
def test_both_ends_of_a_range_keep_the_sign_that_is_written(said: str, low: str, high: str) -> None:
    (figure,) = find_figures(said)
    assert (figure.low, figure.high, figure.bound) == (Decimal(low), Decimal(high), "range")
