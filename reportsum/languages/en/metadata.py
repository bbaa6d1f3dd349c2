"""What an English report says of itself: title, genre, place, issuer, date, periods.

Comes in: the working text and its outline. Goes out: a `ReportMeta`; what the text does not say and nothing concludes safely stays None.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Literal

from reportsum import lazy_re as re

from ...headings import Outline
from ...headings.layout import find_lines
from ...metadata import MetaBasis, ReportMeta
from ...models import Language, Period, ReportFieldBasis, ReportKind
from ...periods import FinancialYear, financial_year, is_financial_year, make_period
from ...tables import read_table
from .kinds import find_cues
from .recognising import MONTHS
from .times import ended, find_date, month_number, periods_in
from .titles import find_title
from .units import find_place

FRONT_CHARS = 4_000
"""What a report says of itself it says within this much of the text."""
_KIND_WORDS: tuple[tuple[re.Pattern[str], ReportKind], ...] = (
    (re.compile(r"implementation of .{0,60}(?:plan|budgets?)\b", re.IGNORECASE), "plan_execution"),
    (
        re.compile(
            r"work of the government|government work report|policy address|state of the (?:union|nation|state"
            r"|city)|throne speech|programme for government",
            re.IGNORECASE,
        ),
        "work_report",
    ),
    (re.compile(r"\bbudget\b|appropriation bill|financial policy of the government|finance bill", re.IGNORECASE), "budget"),
    (re.compile(r"\baudit(?:or(?:-general)?'s)?\b.{0,30}report|report of the auditor", re.IGNORECASE), "audit"),
    (
        re.compile(
            r"(?<![a-z])annual report|(?<![a-z])annual results|full[- ]year results|preliminary results|form 10-k|integrated report"
            r"|results for the (?:financial )?year"
            r"|(?:chief executive(?: officer)?|chair(?:man|woman|person)?|president)[’']s (?:report|review|statement|letter|message)\b"
            r"|letter to (?:our )?(?:share|stock)holders",
            re.IGNORECASE,
        ),
        "annual_report",
    ),
    (re.compile(r"financial statements|annual accounts|statement of accounts|consolidated accounts", re.IGNORECASE), "accounts"),
    (re.compile(r"statistical (?:communiqu|bulletin|release)|\bbulletin\b", re.IGNORECASE), "bulletin"),
    (
        re.compile(r"(?:strategic|corporate|development|five-year|action|business) plan\b|\bstrategy\b|outline of the", re.IGNORECASE),
        "plan",
    ),
)
_KIND_OF_OPENING: tuple[tuple[re.Pattern[str], ReportKind], ...] = (
    (re.compile(r"report on the work of the government|report to you on the work of the government", re.IGNORECASE), "work_report"),
    (re.compile(r"(?:appropriation|finance|supply) bill|policy of the government|budget (?:speech|statement)", re.IGNORECASE), "budget"),
    (re.compile(r"annual report for the (?:financial |fiscal )?year|results for the year ended|form 10-k", re.IGNORECASE), "annual_report"),
)
"""How an opening without a telling title says what it is."""
_KEY = re.compile(r"^(?P<key>[A-Za-z_ ]{3,40}):\s*(?P<value>\S.*)$", re.MULTILINE)
_OFFICES = re.compile(
    r"(?:(?:Deputy )?Prime Minister(?:,? and Minister (?:for|of) Finance)?|Minister (?:for|of) Finance"
    r"|Financial Secretary|Chancellor of the Exchequer|Finance Minister|Treasurer|Secretary of the Treasury"
    r"|Chief Executive(?! Officer))(?![a-z])"
)
_ANOTHERS = re.compile(r"\b(?:the|our|by)\s$")
_SPEAKERS = re.compile(r"\b(?:as|became)\s$", re.IGNORECASE)
_DELIVERED = re.compile(
    r"(?:Premier|Prime Minister|President|Governor|Mayor|Chairman|Minister|Director|Secretary)\s(?:of"
    r"|for)\s(?:the\s)?(?P<body>[A-Z][\w&’' -]{3,60}?)(?=\s*(?:\n|$|on\s|,))"
)
_COMPANY = re.compile(
    r"^[#*\s]*(?P<name>[A-Z][\w&.,’' -]{1,60}?\s(?:plc|PLC|Plc|Ltd|Limited|Inc\.?|Corp\.?|Corporation|LLC|LLP|AG|S\.?A\.?|SE|N\.V\."
    r"|Holdings|Berhad|Bhd))[\s*]*$",
    re.MULTILINE,
)
_COMPANY_CHARS = 600
_TITLED = re.compile(
    r"^(?:[A-Z][\w’']* ){0,3}?(?i:chief executive(?: officer)?|chair(?:man|woman|person)?|annual)(?:[’']s)?"
    r" (?i:report|review|statement|letter)"
    r"\s(?:[-–—|]|(?i:of))\s(?P<name>[A-Z][\w&.’' ]{2,40}?)(?:,?\s(?:19|20)\d\d(?:[-–/]\d\d)?)?$"
)
"""A title that says whose head or year it is: Chairman's statement – Harbour Foods 2018."""
_BEHALF = re.compile(r"[Oo]n behalf of (?:the )?(?P<body>[A-Z][\w&’' -]{3,60}?)(?=,|\sI\b|\sto\b|\.)")
_BILL = re.compile(r"(?:Appropriation|Finance|Supply) (?:\([^)]*\) )?Bill,? (?P<year>(?:19|20)\d\d)")
_NAMED_BUDGET = re.compile(r"\bBudget (?P<year>(?:19|20)\d\d)(?![-/–])")
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s)?"
_FOR_YEAR = re.compile(
    rf"financial\syear(?:\sfrom)?\s{_DAY}[A-Z][a-z]+,?\s(?P<year>(?:19|20)\d\d),?\sto\s{_DAY}[A-Z][a-z]+,?\s(?:19|20)\d\d", re.IGNORECASE
)
"""The year that a budget is for, by its days: the financial year 1st April, 2010 to 31st March, 2011."""
_FOR_YEARS = re.compile(r"(?:for|of) the financial year (?P<year>(?:19|20)\d\d)\s?[-–/]\s?(?:\d{4}|\d\d)(?!\d)", re.IGNORECASE)
"""The same by its two years: for the financial year 1998/99."""
_SPAN_STYLE = re.compile(r"\b(?:19|20)\d\d-\d\d\b")
_LEAST_SPANS = 5
_TITLE_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)[-–/](?:\d\d|(?:19|20)\d\d)(?!\d)")
"""2025-26 Budget Speech."""
_ENDED = re.compile(
    r"(?P<span>year|(?:six|nine|three|twelve|6|9|3|12) months|half[ -]year|quarter|52 weeks|53 weeks"
    r"|period)\s(?:ended|ending|to)\s(?:on\s)?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?P<month>[A-Z][a-z]+)|(?P<month2>[A-Z][a-z]+)\s(?P<day2>\d{1,2})),?\s(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_REVIEW_BACK = re.compile(r"past (?P<count>five|two|three|four|six) years", re.IGNORECASE)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_EARLY = 9
"""A speech given after this month reviews the year it is given in."""
_YEAR = re.compile(r"(?<![\d$£€,.-])((?:19|20)\d\d)(?![\d,%-]|\.\d)")
_SENTENCE_ENDS = re.compile(r"[.!?;](?=\s|$)|\n")


def read_metadata(text: str, outline: Outline, language: Language, name: str) -> ReportMeta:
    """Return the metadata of a report. The file's `name` is the last witness for a year that the text does not give."""
    front = text[:FRONT_CHARS]
    title = find_title(find_lines(front))
    kind, kind_basis = _kind(title, front)
    place, place_basis = _place(text, title, front)
    issuer = _issuer(front, title)
    published = find_date(front[:1500])
    years = None if kind in _OF_COMPANIES and not _is_of_an_agency(text) else _financial_year_of(place) or _by_style(text, place)
    dates = _Dates(text, front, title, kind, outline, name, years)
    period, plan_period, basis = dates.periods(published.year if published else None, published.month if published else None)
    return ReportMeta(
        title=title,
        kind=kind,
        place=place,
        issuer=issuer,
        published=published,
        period=period,
        plan_period=plan_period,
        language=language,
        financial_year=_as_stated(period, years, basis) or years,
        basis=MetaBasis(
            title="own" if title else "none",
            kind=kind_basis,
            place=place_basis,
            issuer="own" if issuer else "none",
            published="own" if published else "none",
            period=basis if period else "none",
            plan_period=("own" if basis == "own" and dates.plans_outright else "inferred") if plan_period else "none",
        ),
    )


_OF_COMPANIES: frozenset[ReportKind] = frozenset({"annual_report", "accounts"})
"""Genres of companies and bodies as well, whose years are their own."""


def _as_stated(period: Period | None, years: FinancialYear | None, basis: ReportFieldBasis) -> FinancialYear | None:
    """Return how a report counts its years by the one it states outright: the year ended June 30, 1960; None where it states none."""
    if period is None or not is_financial_year(period):
        return None
    return FinancialYear(period.start.month, "last") if years is None or (basis == "own" and period.start.month != years.begins) else None


_FISCAL_STYLE = re.compile(r"\b(?:FY\s?\d{2,4}|fiscal year)\b", re.IGNORECASE)
_OF_SHAREHOLDERS = re.compile(r"\b(?:shareholders?|stockholders?|dividends?|plc|earnings per share)\b", re.IGNORECASE)


def _is_of_an_agency(text: str) -> bool:
    """Return whether an annual report is that of a public body, which counts its years as its government does."""
    return len(_FISCAL_STYLE.findall(text)) >= _LEAST_SPANS and _OF_SHAREHOLDERS.search(text) is None


def _by_style(text: str, place: str | None) -> FinancialYear | None:
    """Return how a report counts its years that names no place but pounds, and years as 2024-25: as British councils do."""
    if place is not None or text.count("£") < _LEAST_SPANS or len(_SPAN_STYLE.findall(text)) < _LEAST_SPANS:
        return None
    return FinancialYear(4, "last")


@cache
def _financial_years() -> dict[str, FinancialYear]:
    rows = read_table("en/financial_years.tsv", ("place", "begins", "named_after", "this_year"), key="place")
    found = {}
    for row in rows:
        if row["named_after"] not in ("first", "last"):
            raise row.wrong(f'"{row["named_after"]}" is neither "first" nor "last".')
        if row["this_year"] not in ("financial", "calendar"):
            raise row.wrong(f'"{row["this_year"]}" is neither "financial" nor "calendar".')
        named_after: Literal["first", "last"] = "first" if row["named_after"] == "first" else "last"
        found[row["place"]] = FinancialYear(int(row["begins"]), named_after, row["this_year"] == "financial")
    return found


def _financial_year_of(place: str | None) -> FinancialYear | None:
    """Return how the government of a place counts its years; None where it is not known to count other than by the calendar."""
    return _financial_years().get(place or "")


def _kind(title: str | None, front: str) -> tuple[ReportKind, ReportFieldBasis]:
    for pattern, kind in _KIND_WORDS:
        if pattern.search(title or ""):
            return kind, "own"
    for pattern, kind in _KIND_OF_OPENING:
        if pattern.search(front[:1500]):
            return kind, "inferred"
    return "other", "none"


def _place(text: str, title: str | None, front: str) -> tuple[str | None, ReportFieldBasis]:
    place = find_place(text)
    if place is None:
        return None, "none"
    pattern = re.compile("|".join(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])" for word in place.words))
    return place.name, "own" if pattern.search(title or "") or pattern.search(front) else "inferred"


def _issuer(front: str, title: str | None) -> str | None:
    keys = {found["key"].strip().lower().replace("_", " "): found["value"].strip() for found in _KEY.finditer(front)}
    for key in (
        "agency name",
        "issued by",
        "issuer",
        "published by",
        "company",
        "company name",
        "organisation",
        "organization",
        "department",
        "agency",
    ):
        if key in keys:
            return keys[key].strip("'\"")
    for pattern in (_BEHALF, _DELIVERED):
        found = pattern.search(front)
        if found is not None:
            return found["body"].strip()
    company = _COMPANY.search(front[:_COMPANY_CHARS])
    if company is not None:
        return company["name"].strip()
    if title is not None and (titled := _TITLED.match(title)) is not None:
        return titled["name"].strip()
    # who speaks says so (as Financial Secretary); an office with an article is somebody else's (the Chief Executive announced)
    offices = [found for found in _OFFICES.finditer(front) if not _ANOTHERS.search(front[: found.start()])]
    own = next((found for found in offices if _SPEAKERS.search(front[: found.start()])), None)
    office = own or next(iter(offices), None)
    return office[0] if office is not None else None


_SPAN = re.compile(
    r"^[#*\s(]*(?:for the period )?(?P<month>[A-Z][a-z]+) 1, (?P<year>(?:19|20)\d\d)\s?(?:-|–|—|to|through)\s?"
    r"(?P<month2>[A-Z][a-z]+) (?:28|29|30|31), (?P<year2>(?:19|20)\d\d)[)\s]*$",
    re.MULTILINE,
)
_MONTH_OF = re.compile(rf"(?P<month>{MONTHS}),? (?P<year>(?:19|20)\d\d)[)\s]*$", re.MULTILINE)
_YEAR_LAST = re.compile(r"(?<!in )(?<!for )(?<!of )(?<!year )((?:19|20)\d\d)\W*$")
"""Report on the Work of the Government 2019: given in that year; one for 2019 reviews it."""
_REPORT_OF = re.compile(
    r"\b(?:Report|Accounts|Review|Results|(?:Financial )?Statements?)(?: (?:and|&) (?:Accounts|Financial Statements|Review|Form 10-K))?,? "
    r"(?P<year>(?:19|20)\d\d)(?![-–/\d])"
)
"""Annual Report and Accounts 2023: it reports on that year."""
_OUTLOOK = re.compile(r"\b(?:outlook|prospects|looking ahead|plans?|priorities|forecasts?)\b", re.IGNORECASE)
_SPAN_CHARS = 1_000
"""The line below the title of a periodical report: April 1, 2024 - September 30, 2024."""


def _span(found: re.Match[str]) -> Period | None:
    try:
        first, last = month_number(found["month"]), month_number(found["month2"])
    except StopIteration:
        return None
    length = 12 * (int(found["year2"]) - int(found["year"])) + last - first + 1
    return ended(int(found["year2"]), last, length) if 1 <= length <= 12 else None


class _Dates:
    """Which period a report reviews and which it plans: by its own words, else by its genre and date."""

    def __init__(
        self, text: str, front: str, title: str | None, kind: ReportKind, outline: Outline, name: str, years: FinancialYear | None
    ) -> None:
        self._text = text
        self._front = front
        self._title = title or ""
        self._kind = kind
        self._outline = outline
        self._name = name
        self._years = years
        self.plans_outright = False

    def periods(self, year: int | None, month: int | None) -> tuple[Period | None, Period | None, ReportFieldBasis]:
        """Return the reviewed and the planned period, and how the first is known; `year` and `month` are those of publication."""
        if self._kind == "budget":
            return self._of_budget(year)
        stated = self._stated()
        if stated is not None:
            return stated, None, "own"
        if self._kind == "plan":
            named = [one.period for one in periods_in(self._title, None)]
            planned = max(named, key=lambda period: period.end - period.start, default=None)
            return None, planned, "own"
        if self._kind == "work_report":
            if year is None:
                year, month = self._spoken()
            if year is not None:
                return self._of_speech(year, month or 1)
        named = [one.period for one in periods_in(self._title, None, years=self._years)]
        if named:
            return named[0], None, "own"
        if (of := _REPORT_OF.search(self._title)) is not None:
            year = int(of["year"])
            return (self._years.named(year) if self._years is not None else make_period(str(year))), None, "own"
        if year is None and self._kind == "other" and (between := self._between_heads()) is not None:
            return make_period(str(between)), make_period(str(between + 1)), "inferred"
        guess = year or self._commonest() or self._of_name()
        return (make_period(str(guess)), None, "inferred") if guess else (None, None, "none")

    def _stated(self) -> Period | None:
        """Return the period that the front names outright: the year ended …, Fiscal_Year: 2024, FY2024 in the title."""
        found = _ENDED.search(self._front)
        if found is not None:
            length = {"six": 6, "6": 6, "half": 6, "nine": 9, "9": 9, "three": 3, "3": 3, "quarter": 3}.get(
                re.split(r"[ -]", found["span"].lower())[0], 12
            )
            try:
                return ended(int(found["year"]), month_number(found["month"] or found["month2"]), length)
            except StopIteration:
                return None
        span = _SPAN.search(self._front[:_SPAN_CHARS])
        if span is not None:
            return _span(span)
        key = re.search(
            r"^(?:Fiscal|Financial|Reporting)[_ ]Year:\s*['\"]?((?:19|20)\d\d)", self._text[:60_000], re.MULTILINE | re.IGNORECASE
        )
        if key is None:
            return None
        return self._years.named(int(key[1])) if self._years is not None and not key[0].lower().startswith("rep") else make_period(key[1])

    def _of_budget(self, year: int | None) -> tuple[Period | None, Period | None, ReportFieldBasis]:
        """Return the year that ends and the year that the budget is for, in the way the report writes them."""
        own = _FOR_YEAR.search(self._front) or _FOR_YEARS.search(self._front)
        named = own or _BILL.search(self._front) or _NAMED_BUDGET.search(self._title) or _NAMED_BUDGET.search(self._front)
        spanned = _TITLE_SPAN.search(self._title)
        if spanned is not None and named is None:
            self.plans_outright = True
            return *self._two_years(int(spanned[1])), "inferred"
        first = int(named["year"]) if named is not None else year
        if first is None:
            return None, None, "none"
        self.plans_outright = named is not None
        speaks_of_spans = len(_SPAN_STYLE.findall(self._text)) >= _LEAST_SPANS
        if speaks_of_spans or (self._years is not None and (own is not None or self._years.named_after == "first")):
            return *self._two_years(first), "inferred"
        return make_period(str(first - 1)), make_period(str(first)), "inferred"

    def _two_years(self, first: int) -> tuple[Period, Period]:
        """Return the financial year that ends in `first` and the one that begins in it; both calendar years each where it is not known
        when they begin."""
        if self._years is None:
            return make_period(f"{first - 1}/{first}"), make_period(f"{first}/{first + 1}")
        return financial_year(first - 1, self._years.begins), financial_year(first, self._years.begins)

    def _of_speech(self, year: int, month: int) -> tuple[Period | None, Period | None, ReportFieldBasis]:
        reviewed = year - 1 if month <= _EARLY else year
        heads = " ".join(section.title for section in self._outline.sections if section.stance == "review")
        back = _REVIEW_BACK.search(heads) or _REVIEW_BACK.search(self._front[: FRONT_CHARS // 2])
        if back is not None:
            return make_period(f"{reviewed - _COUNTS[back['count'].lower()] + 1}/{reviewed}"), make_period(str(reviewed + 1)), "inferred"
        return make_period(str(reviewed)), make_period(str(reviewed + 1)), "inferred"

    def _spoken(self) -> tuple[int | None, int | None]:
        """Return year and month in which a report on the work of a government without a date was given: the year after the one that its
        review is headed with, the month below its title, the year at the end of its title."""
        if _TITLE_SPAN.search(self._title) is not None:
            return None, None
        heads = " ".join(section.title for section in self._outline.sections if section.stance == "review")
        reviewed = {int(year) for year in _YEAR.findall(heads)}
        if len(reviewed) == 1:
            return reviewed.pop() + 1, None
        below = _MONTH_OF.search(self._front[:_SPAN_CHARS])
        if below is not None:
            return int(below["year"]), month_number(below["month"])
        named = _YEAR_LAST.search(self._title)
        return (int(named[1]) if named is not None else None), None

    def _between_heads(self) -> int | None:
        """Return the last year headings look back on where others look out on the next: Performance in 1998, Outlook for 1999."""
        back: set[int] = set()
        ahead: set[int] = set()
        sections = list(self._outline.sections)
        for section in sections:
            sections.extend(section.children)
            (ahead if _OUTLOOK.search(section.title) else back).update(int(year) for year in _YEAR.findall(section.title))
        return max(back) if len(ahead) == 1 and back and ahead == {max(back) + 1} else None

    def _commonest(self) -> int | None:
        """Return the year that the front names most; one that a sentence only looks ahead to is none that a report reviews."""
        years = Counter(found[1] for found in _YEAR.finditer(self._front) if not self._is_ahead(found))
        return int(max(years, key=lambda one: (years[one], one))) if years else None

    def _is_ahead(self, year: re.Match[str]) -> bool:
        start = max((found.end() for found in _SENTENCE_ENDS.finditer(self._front, 0, year.start())), default=0)
        end = _SENTENCE_ENDS.search(self._front, year.end())
        return any(cue.name in ("ahead", "expected") for cue in find_cues(self._front[start : end.start() if end else None]))

    def _of_name(self) -> int | None:
        found = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", self._name)
        return int(found[1]) if found is not None else None
