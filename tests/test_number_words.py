"""Words that stand for numbers are worth what they say: scales, fractions, ordinals, multiples, and words that count years."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportsum import Settings, digest, from_text
from reportsum.languages import find_figures
from reportsum.models import Item
from reportsum.periods import find_period, make_period

SCALES = {
    "hundred": 2, "thousand": 3, "lakh": 5, "lakhs": 5, "lac": 5, "million": 6, "mn": 6, "mln": 6, "mio": 6, "m": 6, "crore": 7,
    "crores": 7, "billion": 9, "bn": 9, "bln": 9, "b": 9, "lakh crore": 12, "trillion": 12, "tn": 12, "trn": 12, "k": 3,
}  # fmt: skip
CHINESE_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "万亿": 12, "兆": 12}
FRACTIONS = {
    "one third": "0.3333333333", "a quarter": "0.25", "one fourth": "0.25", "two fifths": "0.4", "one sixth": "0.1666666667",
    "three sevenths": "0.4285714286", "five eighths": "0.625", "three tenths": "0.3", "one half": "0.5",
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "thirtieth": 30,
}  # fmt: skip
MULTIPLES = {
    "doubled": 2, "twofold": 2, "tripled": 3, "trebled": 3, "threefold": 3, "quadrupled": 4, "fourfold": 4, "quintupled": 5, "fivefold": 5,
    "sixfold": 6, "tenfold": 10,
}  # fmt: skip
CHINESE_YEARS = {
    "今年": 2020, "本年": 2020, "去年": 2019, "上年": 2019, "上一年": 2019, "前年": 2018, "明年": 2021, "来年": 2021,
}  # fmt: skip
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
PARTS_OF_YEAR = {
    "first quarter": "2019Q1", "second quarter": "2019Q2", "third quarter": "2019Q3", "fourth quarter": "2019Q4", "last quarter": "2019Q4",
    "final quarter": "2019Q4", "1st quarter": "2019Q1", "2nd quarter": "2019Q2", "3rd quarter": "2019Q3", "4th quarter": "2019Q4",
    "first half": "2019H1", "second half": "2019H2", "first nine months": "2019-01/2019-09", "first two months": "2019-01/2019-02",
    "first seven months": "2019-01/2019-07", "first ten months": "2019-01/2019-10", "first eight months": "2019-01/2019-08",
    "first eleven months": "2019-01/2019-11", "first 5 months": "2019-01/2019-05",
}  # fmt: skip
PLANS = {
    "Sixth": "1981/1985", "Seventh": "1986/1990", "Eighth": "1991/1995", "Ninth": "1996/2000", "Tenth": "2001/2005",
    "Eleventh": "2006/2010", "Twelfth": "2011/2015", "Thirteenth": "2016/2020", "13th": "2016/2020",
}  # fmt: skip


def amounts(text: str) -> list[Decimal | None]:
    return [figure.amount for figure in find_figures(text)]


@pytest.mark.parametrize(("word", "zeros"), list(SCALES.items()))
def test_an_english_scale_is_worth_its_zeros(word: str, zeros: int) -> None:
    space = "" if len(word) < 4 and word != "lac" else " "
    assert amounts(f"Sales of the company were $3{space}{word} in 2023.")[0] == 3 * Decimal(10) ** zeros


@pytest.mark.parametrize(("word", "zeros"), list(CHINESE_SCALES.items()))
def test_a_chinese_scale_is_worth_its_zeros(word: str, zeros: int) -> None:
    assert amounts(f"全年完成投资3{word}元。") == [3 * Decimal(10) ** zeros]


@pytest.mark.parametrize(("words", "worth"), list(FRACTIONS.items()))
def test_a_fraction_is_worth_its_part(words: str, worth: str) -> None:
    assert amounts(f"Exports fell by {words} in the period.") == [-Decimal(worth)]


@pytest.mark.parametrize(("word", "place"), list(ORDINALS.items()))
def test_an_ordinal_names_its_place(word: str, place: int) -> None:
    assert amounts(f"The city ranked {word} in the country.") == [Decimal(place)]


@pytest.mark.parametrize(("word", "times"), list(MULTIPLES.items()))
def test_a_multiple_is_worth_its_times(word: str, times: int) -> None:
    assert amounts(f"Exports {word} over the decade.") == [Decimal(times)]


@pytest.mark.parametrize(("words", "year"), list(CHINESE_YEARS.items()))
def test_a_year_is_told_from_the_year_that_speaks(words: str, year: int) -> None:
    found = find_period(f"{words}完成投资3亿元", make_period("2020"), spoken_in=2020)
    assert found is not None
    assert found.label == str(year)


def period_of(sentence: str) -> str | None:
    """Return the period of the one fact that a report of 2020 states."""
    found = digest(from_text(f"Report for 2020\n\n12 March 2021\n\nReview\n\n{sentence}\n", "r.txt"), Settings(engine="rules"))
    items: list[Item] = [*found.achievements, *found.targets]
    (item,) = items
    return item.period.label if item.period else None


@pytest.mark.parametrize(("word", "count"), list(COUNTS.items()))
def test_so_many_years_ago_or_to_come_are_counted(word: str, count: int) -> None:
    assert period_of(f"Exports grew by 30% over the past {word} years.") == f"{2021 - count}/2020"
    assert period_of(f"We will build 300 homes over the next {word} years.") == f"2021/{2020 + count}"


@pytest.mark.parametrize(("words", "label"), list(PARTS_OF_YEAR.items()))
def test_a_part_of_a_year_is_told_by_its_number(words: str, label: str) -> None:
    assert period_of(f"Exports grew by 3% in the {words} of 2019.") == label


@pytest.mark.parametrize(("word", "label"), list(PLANS.items()))
def test_a_five_year_plan_is_told_by_its_number(word: str, label: str) -> None:
    assert period_of(f"Exports grew by 30% during the {word} Five-Year Plan.") == label
