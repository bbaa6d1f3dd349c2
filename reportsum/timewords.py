"""Spans of time in words, for sentences: 2022年上半年, "the first half of 2022"."""

from __future__ import annotations

from reportsum import lazy_re as re

from .models import Period
from .periods import ENGLISH_MONTHS

_QUARTERS = ("first", "second", "third", "fourth")
_THREE_QUARTERS = (1, 9)
"""Their first and last month."""


def period_words(period: Period, *, english: bool = False) -> str:
    """Return a span of time in words; its label where it has none.

    >>> from reportsum.periods import make_period
    >>> period_words(make_period("2022H1")), period_words(make_period("2021/2025"), english=True)
    ('2022年上半年', '2021–2025')
    >>> period_words(make_period("2022-01/2022-05")), period_words(make_period("2022-01/2022-09"))
    ('2022年1—5月', '2022年前三季度')
    >>> period_words(make_period("2019-08/2020-03"), english=True), period_words(make_period("2019-08/2020-03"))
    ('August 2019–March 2020', '2019年8月—2020年3月')
    >>> period_words(make_period("2019-08/2019-11"), english=True), period_words(make_period("2019-08/2019-11"))
    ('August–November 2019', '2019年8—11月')
    """
    label = period.label
    if match := re.fullmatch(r"(\d{4})", label):
        return label if english else f"{label}年"
    if match := re.fullmatch(r"(\d{4})H([12])", label):
        half = ("first", "second")[int(match[2]) - 1]
        return f"the {half} half of {match[1]}" if english else f"{match[1]}年{'上下'[int(match[2]) - 1]}半年"
    if match := re.fullmatch(r"(\d{4})Q([1-4])", label):
        number = int(match[2]) - 1
        return f"the {_QUARTERS[number]} quarter of {match[1]}" if english else f"{match[1]}年{'一二三四'[number]}季度"
    if match := re.fullmatch(r"(\d{4})/(\d{4})", label):
        return f"{match[1]}–{match[2]}" if english else f"{match[1]}—{match[2]}年"
    if match := re.fullmatch(r"(\d{4})-(\d{2})", label):
        return f"{ENGLISH_MONTHS[int(match[2]) - 1]} {match[1]}" if english else f"{match[1]}年{int(match[2])}月"
    months = re.fullmatch(r"(\d{4})-(\d{2})/(\d{4})-(\d{2})", label)
    if (period.end - period.start).days in (364, 365) and not (months and months[2] == "01"):  # a financial year
        years = f"{period.start.year}–{period.end.year % 100:02}"
        return f"the financial year {years}" if english else f"{years}财政年度"
    if months is None:
        return label
    first, last = int(months[2]), int(months[4])
    one_year = months[1] == months[3]
    if english:
        return f"{ENGLISH_MONTHS[first - 1]}{'' if one_year else f' {months[1]}'}–{ENGLISH_MONTHS[last - 1]} {months[3]}"
    if one_year:
        return f"{months[1]}年前三季度" if (first, last) == _THREE_QUARTERS else f"{months[1]}年{first}—{last}月"
    return f"{months[1]}年{first}月—{months[3]}年{last}月"


def with_year(text: str, period: Period) -> str:
    """Return an English sentence with "last year", "this year" or "next year" by its number, where it speaks of one of them only and a
    fact of it is of this `period`, within one calendar year.

    >>> from reportsum.periods import make_period
    >>> with_year("By the end of last year, prices rose.", make_period("2022")), with_year("Last year, it fell.", make_period("2022"))
    ('By the end of 2022, prices rose.', 'In 2022, it fell.')
    >>> with_year("Rents will rise later this year.", make_period("2023H1"))
    'Rents will rise later in 2023.'
    >>> with_year("This year's target for rents is 3%.", make_period("2023"))
    'The 2023 target for rents is 3%.'
    """
    year = str(period.end.year)
    spoken = {found[1].lower() for found in _OF_A_YEAR.finditer(text)}
    if len(spoken) != 1 or period.start.year != period.end.year or year in text or _MEASURED_BY.search(text) is not None:
        return text
    told = _AS_A_NOUN.sub(rf"\g<1>{year}", _AS_AN_OWNER.sub(f"the {year} ", text))
    told = _AS_AN_ADVERB.sub(f"in {year}", told)
    return told[:1].upper() + told[1:] if text[:1].isupper() else told


_YEAR_WORDS = r"(?i:last|this|next) year\b"
_OF_A_YEAR = re.compile(r"\b((?i:last|this|next)) year\b")
_MEASURED_BY = re.compile(rf"\b(?:than|over|from|with|against|on|to|and) {_YEAR_WORDS}(?!['’])|{_YEAR_WORDS} (?:and|or) ")
"""Beside these the year is what is compared with, or one of two: higher than last year, this year and next."""
_AS_A_NOUN = re.compile(
    rf"\b((?i:of|in|for|during|since|until|till|by|throughout|early|late|mid|end|{'|'.join(ENGLISH_MONTHS)})[ -]){_YEAR_WORDS}(?!['’-])"
)
"""Behind these the words are a noun: by the end of|last year, December|last year."""
_AS_AN_OWNER = re.compile(r"\b(?i:last|this|next) year['’]s ")
"""This year's target: the 2023 target."""
_AS_AN_ADVERB = re.compile(rf"\b{_YEAR_WORDS}(?!['’-])")
