"""What an English report's sentences say of when, of what kind and of what they speak of, read through whole small reports."""

from __future__ import annotations

import pytest

import reportsum
from reportsum import Achievement, Digest, Target, digest
from reportsum.indicators import lookup

BUDGET = (
    "# Harbour Isle Budget 2018\n\nBudget Statement for the Financial Year 2018, delivered on 19 February 2018 by the Minister for Finance"
    " of Singapore\n\n# A. Economy\n\nIn 2017, exports rose by 4%. The financial year 2017 ends in March.\n\n"
)
WORK_REPORT = (
    "Report on the Work of the Government\n\nDelivered at the Third Session of the National People's Congress on March 5, 2010\n\n"
    "I. Review of work in 2009\n\nIn 2009, exports rose by 4%.\n\nII. Main tasks for 2010\n\n"
)


def _facts(head: str, text: str) -> Digest:
    return digest(head + text + "\n")


def _figures(read: Digest) -> dict[str, tuple[str, str | None, str | None]]:
    """Return of each figure its kind, its time and what it is a base of."""
    told: dict[str, tuple[str, str | None, str | None]] = {}
    for item in read.items():
        for figure in item.figures:
            period = figure.period or (None if figure.base == "earlier" else item.period)
            told[figure.text] = (type(item).__name__, period.label if period else None, figure.base)
    return told


def _of(head: str, text: str, words: str) -> tuple[str, str | None, str]:
    """Return kind, time and statement of the one item whose statement holds these words."""
    (item,) = [item for item in _facts(head, text).items() if words in item.statement]
    return type(item).__name__, item.period.label if item.period else None, item.statement


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "GDP grew by 3.6%, up from 2.4% in 2016.",
            {"3.6%": ("Achievement", "2017", None), "2.4%": ("Achievement", "2016", "earlier")},
        ),
        (
            "The vacancy rate fell to 4.1%, down from 4.9% in 2016, and rents rose by 2.2%.",
            {"4.1%": ("Achievement", "2017", None), "2.2%": ("Achievement", "2017", None)},
        ),
        (
            "The Council plans to: (a) build 300 boathouses; (b) repair 40 km of quay.",
            {"300": ("Target", "2018-04/2019-03", None), "40 km": ("Target", "2018-04/2019-03", None)},
        ),
        (
            "Wrong payments rose to $3.2 billion from $2.9 billion in 2016.",
            {"$3.2 billion": ("Achievement", "2017", None), "$2.9 billion": ("Achievement", "2016", "earlier")},
        ),
        (
            "Exports had an annual growth of 3.5 per cent in real terms, but the growth in the fourth quarter slowed to 0.2 per cent.",
            {"3.5 per cent": ("Achievement", "2017", None), "0.2 per cent": ("Achievement", "2017Q4", None)},
        ),
        (
            "Trade grew by 6.4 per cent in the fourth quarter of last year, with the annual growth rate easing to 6.6 per cent.",
            {"6.4 per cent": ("Achievement", "2017Q4", None), "6.6 per cent": ("Achievement", "2017", None)},
        ),
        (
            "In March of 2017, fares fell by 7%.",
            {"7%": ("Achievement", "2017-03", None)},
        ),
        (
            "In my previous two Budgets, I set aside $9 million for nets.",
            {"$9 million": ("Achievement", "2016-04/2018-03", None)},
        ),
        (
            "Besides the rebates proposed in my previous two Budgets, 70 piers have been mended.",
            {"70": ("Achievement", "2017-04/2018-03", None)},
        ),
        (
            "17.Last year saw 40 wrecks raised.",
            {"40": ("Achievement", "2017", None)},
        ),
        (
            "The surplus was $3.9 billion in 2017, above the surplus of $2.4 billion, or 0.7% of GDP, that we had budgeted a year ago.",
            {
                "$3.9 billion": ("Achievement", "2017", None),
                "$2.4 billion": ("Achievement", "2017", "goal"),
                "0.7%": ("Achievement", "2017", "goal"),
            },
        ),
        (
            "After these measures, the Overall Budget Balance is a deficit of $1.2 billion.",
            {"$1.2 billion": ("Target", "2018-04/2019-03", None)},
        ),
        (
            "Boatyards can now claim deductions of up to $40,000.",
            {"$40,000": ("Target", "2018-04/2019-03", None)},
        ),
        (
            "Major new initiatives for 2018-19 include training 90 pilots and improving the care provided by the homes.",
            {"90": ("Target", "2018-04/2019-03", None)},
        ),
        (
            "Borrowing was $45 billion last year, $5 billion lower than forecast in November.",
            {"$45 billion": ("Achievement", "2017", None), "$5 billion": ("Achievement", "2017", None)},
        ),
        (
            "Visitor spending was $12 million, compared with $10 million in 2013.",
            {"$12 million": ("Achievement", "2017-04/2018-03", None), "$10 million": ("Achievement", "2013", "earlier")},
        ),
        (
            "Dock spending rose from $3.9 billion in FY2011 to an estimated $10.2 billion in FY2018.",
            {
                "$3.9 billion": ("Achievement", "2011-04/2012-03", "earlier"),
                "$10.2 billion": ("Achievement", "2018-04/2019-03", None),
            },
        ),
        (
            "Arrivals dropped by 8% in the fourth quarter, and by 2.5% for the whole year.",
            {"8%": ("Achievement", "2017Q4", None), "2.5%": ("Achievement", "2017", None)},
        ),
        ("Since September 2013, the Government has opened 3 ferry piers.", {"3": ("Achievement", "2013-09/2018-03", None)}),
        ("Real wages of dockers rose by 5.3%3last year.", {"5.3%": ("Achievement", "2017", None)}),
        (
            "Starting in YA2020, I will make two changes. First, I will exempt 75% of fees. Second, I will exempt 50% of rents.",
            {"75%": ("Target", "2020", None), "50%": ("Target", "2020", None)},
        ),
        (
            "Over the next decade, we will need to spend more on canals.\nWe will widen our canals by over 100 km.",
            {"100 km": ("Target", "2018/2027", None)},
        ),
        (
            "Over the last 9 years, dues have more than doubled from $7 million in FY2009 to an estimated $16 million in FY2018.",
            {"$7 million": ("Achievement", "2009-04/2010-03", "earlier"), "$16 million": ("Achievement", "2018-04/2019-03", None)},
        ),
        (
            "Dues rose from $4 million in FY2011 to $9 million in FY2018.",
            {"$4 million": ("Achievement", "2011-04/2012-03", "earlier"), "$9 million": ("Achievement", "2018-04/2019-03", None)},
        ),
        (
            "Spending on clinics is $57 billion in 2018-19. It represents an increase of 70 per cent.",
            {"70 per cent": ("Target", "2018-04/2019-03", None)},
        ),
        (
            "The FY2017 Budget remains expansionary. Without top-ups to funds, we expect a basic deficit of $1 billion.",
            {"$1 billion": ("Achievement", "2017-04/2018-03", None)},
        ),
        (
            "For young yards, I will exempt 75%, instead of 100% currently, of their first $100,000 of income.",
            {"75%": ("Target", "2018-04/2019-03", None), "$100,000": ("Target", "2018-04/2019-03", None)},
        ),
        (
            "Following the widening of the canal last year, an additional 3,800 berths will be built.",
            {"3,800": ("Target", "2018-04/2019-03", None)},
        ),
        (
            "The Isle was hit by storms from 1998 to 2004. During the period, we lost 40 boats.",
            {"40": ("Achievement", "1998/2004", None)},
        ),
        (
            "The Net Allowance, due to expire last year, will be paid to 300 crews.",
            {"300": ("Target", "2018-04/2019-03", None)},
        ),
        (
            "We expect dues to rise from $2 million today to $5 million over the next decade. This is an increase of nearly $3 million.",
            {"$3 million": ("Target", "2018/2027", None)},
        ),
        (
            "Spending on piers is estimated at $66 million for 2018-19. This has more than doubled when compared with ten years ago.",
            {"doubled": ("Target", "2018-04/2019-03", None)},
        ),
        (
            "In the next decade, between 2021 and 2030, we will build 40 piers.",
            {"40": ("Target", "2021/2030", None)},
        ),
        (
            "For FY2017, we expect an overall surplus of $9.6 billion. Without investment income, we expect a basic deficit of $1 billion.",
            {"$9.6 billion": ("Achievement", "2017-04/2018-03", None), "$1 billion": ("Achievement", "2017-04/2018-03", None)},
        ),
        (
            "Since we launched the Lamp Scheme at Budget 2016, more than 440 shops have joined.",
            {"440": ("Achievement", "2016-01/2018-03", None)},
        ),
        (
            "The number of banks has increased from 27 at end-2007 to 41 now.",
            {"27": ("Achievement", "2007-12", "earlier"), "41": ("Achievement", "2017-04/2018-03", None)},
        ),
        (
            "Works expenditure will rise to $70 million, far exceeding the annual average of $40 million in the past five years.",
            {"$70 million": ("Target", "2018-04/2019-03", None), "$40 million": ("Target", "2013/2017", "earlier")},
        ),
        (
            "Rents grew by 3 per cent from 2015 to 2017, lower than the trend growth rate of 4.5 per cent over the past ten years.",
            {"3 per cent": ("Achievement", "2015/2017", None), "4.5 per cent": ("Achievement", "2008/2017", "earlier")},
        ),
        (
            "The carbon levy will start from 2019. The levy will apply to all 30 sectors.",
            {"30": ("Target", "2019", None)},
        ),
        (
            "We will give $200 a year over the next five years to boatmen. The vast majority, those living in huts, will get $100 a year.",
            {"$100": ("Target", "2018/2022", None)},
        ),
        (
            "We will start the Net Scheme in May. Crews can claim up to $5,000 a year. Today, crews can claim $3,000 for ropes.",
            {"$5,000": ("Target", "2018-04/2019-03", None), "$3,000": ("Achievement", "2017-04/2018-03", None)},
        ),
        ("(a) waive the fees for 800 agents;", {"800": ("Target", "2018-04/2019-03", None)}),
        ("(a) support for 800 agents was given;", {"800": ("Achievement", "2017-04/2018-03", None)}),
        (
            "Fiscal reserves are expected to reach $92 million by 31 March 2018 while the Net Reserve will reach $78 million.",
            {"$92 million": ("Achievement", "2017-04/2018-03", None), "$78 million": ("Achievement", "2017-04/2018-03", None)},
        ),
        (
            "It is expected that the Isle will record a surplus of $138 million in FY2017.",
            {"$138 million": ("Achievement", "2017-04/2018-03", None)},
        ),
        (
            "We cut fees by $2.36 million, going well beyond our target of $2 million.",
            {"$2.36 million": ("Achievement", "2017-04/2018-03", None), "$2 million": ("Achievement", "2017-04/2018-03", "goal")},
        ),
        (
            "The deficit of $2.9 million compares with the $8.7 million deficit that was budgeted a year ago.",
            {"$2.9 million": ("Achievement", "2017-04/2018-03", None), "$8.7 million": ("Achievement", "2017-04/2018-03", "goal")},
        ),
        (
            "Since the start of this year, 300 boats have been sold.",
            {"300": ("Achievement", "2018", None)},
        ),
        (
            "I shall introduce three measures - (a) inject $2 billion into the Ferry Fund; (b) waive 3 fees; (c) keep 9 piers open.",
            {
                "$2 billion": ("Target", "2018-04/2019-03", None),
                "3": ("Target", "2018-04/2019-03", None),
                "9": ("Target", "2018-04/2019-03", None),
            },
        ),
    ],
)
def test_what_a_figure_of_a_budget_is_and_when(text: str, figures: dict[str, tuple[str, str | None, str | None]]) -> None:
    told = _figures(_facts(BUDGET, text))
    assert {figure: told.get(figure) for figure in figures} == figures


def test_growth_goes_by_calendar_years_in_a_budget_that_counts_financial_ones() -> None:
    told = _figures(_facts(BUDGET, "The economy is projected to grow by 3%. The deficit is projected to be $4 million."))
    assert (told["3%"][1], told["$4 million"][1]) == ("2018", "2018-04/2019-03")


def test_what_would_have_come_about_answers_for_nothing() -> None:
    told = _facts(BUDGET, "Without the dam, Singapore's GDP would have shrunk by 12.4%. Singapore's GDP contracted by 5.4%.")
    main = {row.text for row in told.panel if row.main and row.indicator == "gdp"}
    saliences = {figure.text: item.salience for item in told.items() for figure in item.figures}
    assert (main, saliences["12.4%"]) == ({"5.4%"}, "detail")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("This year, we have projected a deficit of 1.05 trillion yuan.", {"1.05 trillion yuan": ("Target", "2010", None)}),
        (
            "By targeting a rise in prices of around 3%, we are allowing for last year's price changes.",
            {"3%": ("Target", "2010", None)},
        ),
        (
            "Over the first four years of the Eleventh Five-Year Plan period, energy use per unit of GDP fell by 14%.",
            {"14%": ("Achievement", "2006/2009", None)},
        ),
        (
            "We opened 30 wells, and reached the target of raising meals to 500 yuan a year ahead of schedule.",
            {"30": ("Achievement", "2009", None), "500 yuan": ("Achievement", "2009", None)},
        ),
        (
            "We will give 200 million yuan to the fight against influenza A (H1N1).",
            {"200 million yuan": ("Target", "2010", None)},
        ),
    ],
)
def test_what_a_figure_of_a_work_report_is_and_when(text: str, figures: dict[str, tuple[str, str | None, str | None]]) -> None:
    told = _figures(_facts(WORK_REPORT, text))
    assert {figure: told.get(figure) for figure in figures} == figures


AGENCY = "Harrow Bay Agency\n\nAnnual report for the year ended 31 December 2024\n\n"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The agency bought a press built in 1902 and 2 small engines.", {"2": "2024"}),
        ("The Trust, founded in 1987, supported 1,200 families.", {"1,200": "2024"}),
        ("The bridge of 1936 was repaired for $4 million.", {"$4 million": "2024"}),
        ("The collection holds 300 vases made between 1890 and 1910.", {"300": "2024"}),
        ("Since the yard reopened in 1994, 18 slips have been rebuilt.", {"18": "1994/2024"}),
        ("The model was first sold in 1998 and has since sold 2 million copies.", {"2 million": "1998/2024"}),
        ("From 2005 through June 2017, auditors read 900 contracts.", {"900": "2005-01/2017-06"}),
        ("The agency has raised 14 wrecks since 2011.", {"14": "2011/2024"}),
        ("The number of wrecks has fallen to 14, the lowest since 2011.", {"14": "2024"}),
        ("Two years ago the agency had 12 inspectors.", {"12": "2022"}),
        ("The fleet now numbers 210 vehicles, against 180 three years ago.", {"210": "2024", "180": "2021"}),
        ("From August 21 to September 25, 2024, some 9,000 people came.", {"9,000": "2024-08/2024-09"}),
        ("On March 16, 2024, the work was 4.3 percent complete.", {"4.3 percent": "2024-03"}),
        ("During the year the agency repaid a loan of $3 million taken out in 2019.", {"$3 million": "2024"}),
        ("Two years ago there was no ferry; today it carries 9% of passengers.", {"9%": "2024"}),
        ("Of the 63 audits planned, 58 were completed.", {"58": "2024"}),
        ("Eleven of 18 stations were mended.", {"Eleven": "2024", "18": "2024"}),
        ("In 2024, 40 guards were hired and another 25 were trained.", {"25": "2024"}),
        ("Injuries numbered 11, down from 16.", {"11": "2024"}),
        ("In the 1980s the bay held 40,000 seals.", {"40,000": "1980/1989"}),
        ("A total of 2030 trees were planted.", {"2030": "2024"}),
        ("In contrast to 2019 when trade was calm, 40 ships sank.", {"40": "2024"}),
        ("After opening its first pier in 2004, the agency opened 3 ferries.", {"3": "2024"}),
        ("Sales fell by 9% for the year as a whole despite a better second half.", {"9%": "2024"}),
        ("Sales fell by 9% for the year as a whole despite some gains in the second half of the year.", {"9%": "2024"}),
    ],
)
def test_the_time_of_a_figure_and_the_time_of_another_thing(text: str, figures: dict[str, str]) -> None:
    told = _figures(_facts(AGENCY, text))
    assert {figure: told[figure][1] if figure in told else None for figure in figures} == figures


def test_what_is_estimated_to_be_there_is_an_outcome_outside_budgets() -> None:
    told = _figures(_facts(AGENCY, "The cases are estimated to contain about 50,000 shells. The new wing is expected to hold 900 cases."))
    assert (told["50,000"][0], told["900"][0]) == ("Achievement", "Target")


def test_what_was_decided_in_the_year_reported_on_is_an_outcome() -> None:
    told = _figures(
        _facts(AGENCY, "In 2024, the agency decided to sample 300 payments. The agency has decided to sample 400 payments in 2025.")
    )
    assert (told["300"][0], told["400"][0]) == ("Achievement", "Target")


def test_this_year_is_the_financial_year_of_a_report_that_looks_back() -> None:
    head = "Port Museum\n\nAnnual Report for the Year Ended June 30, 1960\n\nWashington, August 15, 1960\n\n"
    told = _figures(_facts(head, "A backlog of 300 maps was cleared this year. Within the next four years 9 halls will be rebuilt."))
    assert (told["300"][:2], told["9"][:2]) == (("Achievement", "1959-07/1960-06"), ("Target", "1960/1963"))


@pytest.mark.parametrize(
    "text",
    [
        "a ke td io ese eee 9 nae 84 (Gitvyilll Tei eoy e772 a aA eve 600 tons",
        "770 1,082) 8 408 25 567 58,560 66, 273",
        "The yard kept its books.\n\nand 40 boats were lent to the harbour school.",
    ],
    ids=["a_misread_page", "numbers_without_words", "the_rest_of_a_torn_sentence"],
)
def test_what_cannot_be_read_is_no_row(text: str) -> None:
    assert not [figure.text for item in _facts(AGENCY, text).items() for figure in item.figures]


def test_a_sentence_that_only_says_how_much_more_it_is_goes_with_the_one_before() -> None:
    text = "In FY2018, spending on ports will approach $170 billion. This is an increase of $55 billion. The rise of 2017 was 4%."
    assert _figures(_facts(BUDGET, text))["$55 billion"][:2] == ("Target", "2018-04/2019-03")


def test_who_may_is_told_with_what_he_may() -> None:
    text = "Workers who have served for six years and who earn at least $1,600 will be allowed to stay."
    assert _figures(_facts(BUDGET, text))["$1,600"][0] == "Target"


def test_tasks_announced_for_years_are_of_these_years_until_others_are_announced() -> None:
    text = (
        "Let me now outline the main tasks for the period of the Twelfth Five-Year Plan from 2011 through 2015.\n\n"
        "We should build 400 schools.\n\nThe main targets for 2010 are as follows:\n- exports growth of 5%\n"
    )
    told = _figures(_facts(WORK_REPORT, text))
    assert (told["400"][1], told["5%"][1]) == ("2011/2015", "2010")


def test_by_that_time_means_the_year_of_the_sentence_before() -> None:
    text = "We will widen the ports by 2015. By that time, exports should have exceeded 90 billion yuan."
    assert _figures(_facts(WORK_REPORT, text))["90 billion yuan"][:2] == ("Target", "2015")


@pytest.mark.parametrize(
    "text",
    [
        "Our capacity for invention is not strong.",
        "The foundation for higher farm incomes is weak.",
        "Protectionism is reasserting itself in our markets.",
        "Our exports decreased significantly.",
        "The employment situation will still be serious.",
        "The resident workforce will shrink from 2012.",
        "We have encountered cases where boatyards go into liquidation.",
    ],
)
def test_what_is_weak_or_falls_is_a_risk(text: str) -> None:
    assert _of(WORK_REPORT, text, text[:-1])[0] == "Risk"


@pytest.mark.parametrize(
    "text",
    [
        "K is for Kindness, for frail and vulnerable seniors.",
        "Harbour unions understand their trades' challenges and opportunities better than the Government can.",
        "Crime decreased significantly.",
        "We will fund programmes for the most vulnerable through the Mayor's Challenge.",
    ],
)
def test_who_is_helped_and_what_falls_to_the_good_is_no_risk(text: str) -> None:
    assert not _facts(BUDGET, text).risks


@pytest.mark.parametrize(
    ("text", "words", "statement"),
    [
        (
            "The Port is building a Tide Hall and a Net Store. The two projects will open in 2021.",
            "2021",
            "The Port is building a Tide Hall and a Net Store. The two projects will open in 2021.",
        ),
        (
            "The auditors made one observation on the filing of 12 bills. The Port agreed with the observation and mended the 12 bills.",
            "agreed",
            "The auditors made one observation on the filing of 12 bills. The Port agreed with the observation and mended the 12 bills.",
        ),
        (
            "We will set up a Canal Fund. We will start with an injection of $5 million.",
            "$5 million",
            "We will set up a Canal Fund. We will start with an injection of $5 million.",
        ),
        (
            "We will build clinics. The Government will allocate $9 million for this purpose.",
            "$9 million",
            "We will build clinics. The Government will allocate $9 million for this purpose.",
        ),
        (
            "Small firms will be helped. The Government will allocate $6 million to support their growth.",
            "$6 million",
            "Small firms will be helped. The Government will allocate $6 million to support their growth.",
        ),
        (
            "We will set up a task force on tides. The task force will report in May 2018.",
            "report in May",
            "We will set up a task force on tides. The task force will report in May 2018.",
        ),
        (
            "In 2015, we set up the Harbour Dredging Fund. We now have $4 billion in the fund.",
            "$4 billion",
            "In 2015, we set up the Harbour Dredging Fund. We now have $4 billion in the fund.",
        ),
        (
            "The Night Ferry Pilot Scheme ends in May 2018. We will subsidise 30 crews to join the scheme next year.",
            "30 crews",
            "The Night Ferry Pilot Scheme ends in May 2018. We will subsidise 30 crews to join the scheme next year.",
        ),
        (
            "We built up the pilots' fund; which helped 40 crews.",
            "40 crews",
            "We built up the pilots' fund; which helped 40 crews.",
        ),
        (
            "We will dredge four bays. The total cost will be $7 million.",
            "$7 million",
            "We will dredge four bays. The total cost will be $7 million.",
        ),
        (
            "Fares will fall. The grant scheme for nets will help 40 crews under the scheme.",
            "40 crews",
            "The grant scheme for nets will help 40 crews under the scheme.",
        ),
        (
            "Mr. Reed leads the dredging team. In May he was sent to survey 4 harbours.",
            "4 harbours",
            "Mr. Reed leads the dredging team. In May he was sent to survey 4 harbours.",
        ),
        (
            "On 1 March, the Fund will upgrade three ports. It will raise the limits of these ports to $6 million.",
            "$6 million",
            "On 1 March, the Fund will upgrade three ports. It will raise the limits of these ports to $6 million.",
        ),
        (
            "The pilots tested the new buoys. The results showed a saving of 7%.",
            "7%",
            "The pilots tested the new buoys. The results showed a saving of 7%.",
        ),
        (
            "Fares were reviewed. Both the ferry fare and the tram fare rose by 2%.",
            "2%",
            "Both the ferry fare and the tram fare rose by 2%.",
        ),
        (
            "The levy will end in May 2018. Subject to approval, it will be refunded to 400 boats.",
            "400 boats",
            "The levy will end in May 2018. Subject to approval, it will be refunded to 400 boats.",
        ),
        (
            "The Port depends on a few shippers; the five largest accounted for 47% of fees.",
            "47%",
            "The Port depends on a few shippers; the five largest accounted for 47% of fees.",
        ),
        (
            "Our economy has done well. The economy grew by 3.1%.",
            "3.1%",
            "The economy grew by 3.1%.",
        ),
        (
            "We will widen canals. We will give $6 million to boat owners for their repairs.",
            "$6 million",
            "We will give $6 million to boat owners for their repairs.",
        ),
    ],
)
def test_a_statement_that_means_what_was_named_before_is_told_with_it(text: str, words: str, statement: str) -> None:
    assert _of(BUDGET, text, words)[2] == statement


def test_what_is_feared_is_feared_for_the_year_to_come() -> None:
    assert _of(BUDGET, "There are downside risks to this year's forecast.", "risks")[:2] == ("Risk", "2018")
    assert _of(BUDGET, "Worse storms could disrupt the trade of the port.", "storms")[:2] == ("Risk", "2018-04/2019-03")


def test_what_is_foreseen_in_the_medium_term_has_no_time() -> None:
    assert _of(BUDGET, "The ports of the East will likely grow in the medium to long term.", "of the East")[1] is None
    assert _of(BUDGET, "To help it in the medium term, I will build a pier.", "pier")[1] == "2018-04/2019-03"


def test_what_is_promised_for_some_day_has_no_time() -> None:
    assert _of(BUDGET, "In the long run, we will replace the Old Lighthouse.", "Lighthouse")[1] is None


def test_the_goals_of_the_year_open_the_brief() -> None:
    read = _facts(
        WORK_REPORT,
        "This year the main targets we have set for economic and social development are:\nincreasing GDP by about 7%, creating jobs for"
        " 8 million people, keeping the registered urban unemployment below 4.2%, and holding the rise in consumer prices to 2%.\n"
        "We will allocate 300 million yuan for clinics.\n",
    )
    assert read.summary.points[0].text.startswith("Goal for 2010: Increasing GDP by about 7%, creating jobs")


def test_a_new_rate_for_all_leads_before_the_charges_of_one_scheme() -> None:
    read = _facts(
        BUDGET,
        "We will keep the monthly mooring levy of $60. Dock firms can claim up to $900. The Government plans to raise GST by two percentage"
        " points, from 7% to 9%, in 2021.\n",
    )
    ranks = {words: min(item.rank for item in read.targets if words in item.statement) for words in ("GST", "levy")}
    assert ranks["GST"] < ranks["levy"]


def test_headline_inflation_answers_in_the_panel() -> None:
    read = _facts(BUDGET, "The headline inflation rate for 2018 will be 2.3%, with the underlying inflation rate at 2%.")
    assert [row.text for row in read.panel if row.main and row.indicator == "cpi"] == ["2.3%"]


def test_what_is_said_to_be_no_problem_is_no_risk() -> None:
    text = (
        "Annual report\nThe standing of a borrower is rarely a problem for the library.\n"
        "The fund was found to not be susceptible to fraud.\n"
        "Staff shortages remain a problem in two branches.\nAccess is not a small problem in the north.\n"
    )
    read = reportsum.digest(reportsum.from_text(text, "library.txt"), reportsum.Settings(engine="rules"))
    assert [risk.statement for risk in read.risks] == [
        "Staff shortages remain a problem in two branches.",
        "Access is not a small problem in the north.",
    ]


def test_what_is_said_of_another_economy_is_no_indicator_of_the_reports_place() -> None:
    read = _facts(
        BUDGET,
        "The US economy was slow. Economic growth is expected to fall to 1.5% in 2018.\n\nIn Japan, GDP rose by 1.1%.\n\n"
        "Our GDP rose by 3.6%.\n\nThe Singapore economy is forecast to grow by 2.5% in 2018.",
    )
    told = {figure.text: item.indicator for item in read.items() for figure in item.figures}
    assert {text: told[text] for text in ("1.5%", "1.1%", "3.6%", "2.5%")} == {"1.5%": None, "1.1%": None, "3.6%": "gdp", "2.5%": "gdp"}


def test_two_names_of_one_indicator_and_a_ratio_in_words_answer_in_the_panel() -> None:
    read = _facts(
        BUDGET,
        "I forecast that the headline inflation rate and the underlying inflation rate for 2018 will be 2.5%. The deficit as a percentage"
        " of GDP is projected at 2.6% for 2018.",
    )
    assert {(row.indicator, row.text) for row in read.panel if row.kind == "target"} == {("cpi", "2.5%"), ("deficit_ratio", "2.6%")}


def test_a_goal_that_says_nothing_of_how_much_has_no_row_in_the_panel() -> None:
    read = _facts(BUDGET, "Our GDP must grow in new ways. Our economy must change.")
    assert not [row for row in read.panel if row.kind == "target"]


def test_what_more_than_doubled_is_of_the_year_it_came_to() -> None:
    text = "Healthcare expenditure has more than doubled, from $3.9 billion in FY2011 to about $10.2 billion in FY2018."
    (row,) = digest(text + "\n").achievements
    assert row.period is not None
    assert row.period.label == "2018"
    assert [(figure.text, figure.period and figure.period.label) for figure in row.figures][1] == ("$3.9 billion", "2011")


@pytest.mark.parametrize(
    "text",
    [
        "While our larger yards have been using the tools, we have to help small yards use them.",
        "The Port has no plans to close the north quay.",
    ],
)
def test_what_only_sets_the_scene_does_not_tell_the_kind(text: str) -> None:
    assert [type(item).__name__ for item in _facts(BUDGET, text).items() if "exports" not in item.statement][-1:] == ["Target"]


STUCK = (
    'ANNUAL BUDGET STATEMENTThe Minister for Finance of Singapore:Mr Speaker, Sir, I beg to move,"That Parliament approves the financial'
    ' policy of the Government for the financial year 1st April, 2011 to 31st March, 2012."'
    "HARBOURS AND PIERSMending the quaysOur exports rose by 4% in 2010."
)


def test_sentences_that_stick_together_in_a_text_without_line_ends_are_told_apart() -> None:
    read = _facts(STUCK, "Fares fell by 7%.The ferries carried 40,000 people.We will build 12 piers over the next five years.")

    assert [
        (item.statement, item.period.label if item.period else None)
        for item in sorted(read.items(), key=lambda item: item.evidence[0].start)
    ] == [
        ("Our exports rose by 4% in 2010.", "2010"),
        ("Fares fell by 7%.", "2010-04/2011-03"),
        ("The ferries carried 40,000 people.", "2010-04/2011-03"),
        ("We will build 12 piers over the next five years.", "2011/2015"),
    ]


@pytest.mark.parametrize(
    ("opening", "periods"),
    [
        ("for the financial year 1st April, 2011 to 31st March, 2012", ("2010-04/2011-03", "2011-04/2012-03")),
        ("for the financial year 1 April 2011 to 31 March 2012", ("2010-04/2011-03", "2011-04/2012-03")),
        ("for the financial year 2011/2012", ("2010-04/2011-03", "2011-04/2012-03")),
    ],
)
def test_a_budget_tells_its_years_in_the_words_that_move_it(opening: str, periods: tuple[str, str]) -> None:
    head = f"# Budget Speech\n\nThe Minister for Finance of Singapore: I beg to move, That Parliament approves the policy {opening}.\n\n"
    told = _facts(head, "Fares fell by 7%.").report

    assert (told.period and told.period.label, told.plan_period and told.plan_period.label) == periods


EPIDEMIC = (
    "Report on the Work of the Government\n\nDelivered at the Third Session of the National People's Congress on March 5, 2010\n\n"
    "I. Review of our work in 2009 and the first two months of 2010\n\nIn pursuing growth last year, we faced storms.\n"
)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Exports rose by 4 percent.", "2009"),
        ("Fellow Deputies,\nExports rose by 4 percent.", None),
        ("Since the floods began, we have kept watch.\nWe sent 40,000 boats.\nExports rose by 4 percent.", None),
        ("At present, exports stand at 4 percent of the market.", "2010"),
    ],
)
def test_a_time_is_carried_up_to_where_the_report_leaves_it(text: str, period: str | None) -> None:
    assert _figures(_facts(EPIDEMIC, text))["4 percent"][1] == period


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Take a couple who earn $2,000 a month. They will pay $3 a day.", id="a_case_made_up"),
        pytest.param("If a firm buys a net for $10,000, it will receive a grant of $3,000.", id="what_would_follow_in_a_case"),
        pytest.param("Mr Tan, a 74-year-old baker, received $500 in vouchers.", id="somebody_met"),
        pytest.param("This year, I have two files!", id="talk_that_counts_in_words"),
        pytest.param("Some countries use 3% of GDP to plan for the future.", id="other_countries"),
        pytest.param("Apart from fares, patients also have to pay for drugs.", id="what_anybody_has_to_do"),
        pytest.param("This is a crucial year for the Isle.", id="how_important_a_year_is"),
        pytest.param("I will state an example.", id="an_example_that_comes"),
        pytest.param("The last three years have been challenging both here and abroad.", id="how_hard_years_were"),
        pytest.param("Sustained growth is difficult, if not impossible, in an age of storms.", id="what_is_hard_at_all_times"),
        pytest.param("I will go into more details in the paragraphs below.", id="details_that_come"),
        pytest.param("I will mention two.", id="what_the_speaker_mentions"),
        pytest.param("Members will bear with me that this speech is long.", id="patience_asked_for"),
        pytest.param("This year, my only wish is to have one Budget.", id="what_the_speaker_wishes"),
        pytest.param("I had four Budgets, two Ministerial Statements and a debate.", id="speeches_that_were_held"),
        pytest.param("The Minister for Ports will talk about these measures in May.", id="who_will_speak_of_it"),
    ],
)
def test_what_is_no_fact_of_the_place_is_left_out(text: str) -> None:
    assert [item.statement for item in _facts(BUDGET, text).items() if item.statement in text] == []


def test_which_part_of_all_households_is_told_of_is_no_fact() -> None:
    told = _facts(BUDGET, "The top 10% of households account for 38% of the taxes paid.")
    assert [figure.text for item in told.items() if "households" in item.statement for figure in item.figures] == ["38%"]


def test_what_figures_of_one_sentence_belong_to_is_told_by_their_own_parts() -> None:
    told = _facts(BUDGET, "Then, the Isle was deep in debt - $26 billion - and 12.1% of dockers were unemployed.")
    assert {item.figures[0].text: item.topic for item in told.items() if "debt" in item.statement}["$26 billion"] == "fiscal"


def test_what_was_measured_beside_something_of_a_field_is_not_of_it() -> None:
    told = _facts(BUDGET, "The unemployment rate fell to 3%. Output of the Isle rose by 2%.")
    assert [item.topic for item in told.items() if "Output" in item.statement] == [None]


def test_a_short_name_is_of_the_field_that_its_long_one_names() -> None:
    told = _facts(BUDGET, "The Harbour Childcare Grant (HCG) is here to stay.\n\nWe will raise HCG to $40 in May 2018.")
    assert [item.topic for item in told.items() if "raise" in item.statement] == ["social_security"]


def test_who_chairs_a_board_says_nothing_of_what_it_is_for() -> None:
    told = _facts(BUDGET, "A board on nursing homes will be set up. It will be chaired by the Minister for Youth and Sports in May 2018.")
    assert [item.topic for item in told.items() if "chaired" in item.statement] == ["social_security"]


def test_a_surplus_of_trade_is_no_balance_of_the_budget() -> None:
    told = _facts(BUDGET, "Trade with our neighbours improved, generating a surplus of $557 million.")
    assert [item.indicator for item in told.items() if "neighbours" in item.statement] == [None]


def test_how_many_children_a_household_has_that_is_told_of_is_no_fact() -> None:
    told = _facts(BUDGET, "A young couple with two children can expect to receive more than $600,000 in benefits.")
    assert [figure.text for item in told.items() if "couple" in item.statement for figure in item.figures] == ["$600,000"]


def test_what_a_firm_is_with_is_no_case_made_up() -> None:
    told = _facts(AGENCY, "The Agency is now a company with 3,400 workers and 12 slipways.")
    assert [figure.text for item in told.items() for figure in item.figures] == ["3,400", "12"]


def test_a_sentence_of_a_paragraph_on_one_field_belongs_to_it() -> None:
    buses = "We have to improve public transport. More buses will run. The Board will tender out Line 8 to private hands by May 2018."
    mixed = "We have to improve public transport. More doctors will work. The Board will tender out Line 8 to private hands by May 2018."
    assert [item.topic for text in (buses, mixed) for item in _facts(BUDGET, text).items() if "Line 8" in item.statement] == [
        "transport",
        None,
    ]


def test_a_rank_in_the_world_is_no_routine() -> None:
    (item,) = [item for item in _facts(BUDGET, "Our net museum became the largest in the world.").items() if "museum" in item.statement]
    assert item.salience == "detail"


_FILLER = "to mend the quays, " * 17 + "and so to end a long time of waiting"


@pytest.mark.parametrize(
    ("text", "words", "statement"),
    [
        (
            "The subsidy has reverted to 50% of the fee. We will raise this to 75%.",
            "75%",
            "The subsidy has reverted to 50% of the fee. We will raise this to 75%.",
        ),
        (
            "In 2017 investment rose. Of this, 44% was spent on homes; 16% on nets and ropes;",
            "16%",
            "In 2017 investment rose. Of this, 44% was spent on homes; 16% on nets and ropes;",
        ),
        (
            "We will give every crew $800 in net vouchers. The first $500 will be paid in May 2018. The remaining $300 will be paid later.",
            "$300",
            "We will give every crew $800 in net vouchers. The first $500 will be paid in May 2018. The remaining $300 will be paid later.",
        ),
        (
            "A crew with a child on board gets $4,800. If the child is in school, it can receive $8,500 in bursaries.",
            "$8,500",
            "A crew with a child on board gets $4,800. If the child is in school, it can receive $8,500 in bursaries.",
        ),
        (
            "The Board expects catches to grow in every year. At 1.2% this year.",
            "1.2%",
            "The Board expects catches to grow in every year. At 1.2% this year.",
        ),
        (
            "We helped crews with vouchers.\n\nThis will cost $5 million.\n\nThat averages $300 for each crew.\n\nWe go on.",
            "$300",
            "We helped crews with vouchers. This will cost $5 million. That averages $300 for each crew.",
        ),
        (
            "Crews with dues of $60,000 will pay 25% less; they will save $650 a year. This will rise to $700 in 2019.",
            "$700",
            "Crews with dues of $60,000 will pay 25% less; they will save $650 a year. This will rise to $700 in 2019.",
        ),
        (
            "Eighty percent of crews will receive nets. The remaining 20% will receive $300.",
            "$300",
            "Eighty percent of crews will receive nets. The remaining 20% will receive $300.",
        ),
        (
            "Among skippers, the rate of ownership is about 85%[3].",
            "85%",
            "Among skippers, the rate of ownership is about 85%.",
        ),
        (
            "Skippers pay 53% of all dues [Chart 3*].",
            "53%",
            "Skippers pay 53% of all dues.",
        ),
        (
            "We will open two docks. In total, this is expected to benefit 100,000 dockers.",
            "100,000",
            "We will open two docks. In total, this is expected to benefit 100,000 dockers.",
        ),
        (
            "We will tax all nets. This 10% rate will also hold for ropes made before 2017.",
            "10%",
            "We will tax all nets. This 10% rate will also hold for ropes made before 2017.",
        ),
        (
            f"We will cut net dues in two steps. It will give us room {_FILLER}. These reductions will save crews $150 million in 2019.",
            "$150 million",
            "We will cut net dues in two steps. These reductions will save crews $150 million in 2019.",
        ),
    ],
)
def test_a_statement_brings_what_it_cannot_be_read_without(text: str, words: str, statement: str) -> None:
    told = [item.statement for item in _facts(BUDGET, text).items() if any(figure.text == words for figure in item.figures)]
    assert told == [statement]


def _rows(head: str, text: str) -> list[tuple[str | None, list[tuple[str, str, str | None]]]]:
    """Return of each item its name and its figures: text, role, what it is a base of."""
    items = sorted(_facts(head, text).items(), key=lambda item: (item.evidence[0].start, item.figures[0].start if item.figures else 0))
    return [(item.metric, [(figure.text, figure.role, figure.base) for figure in item.figures]) for item in items if item.figures]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Harbour dues ended up $1.3 billion higher than initially estimated.",
            [("harbour dues above the estimate", [("$1.3 billion", "level", None)])],
            id="a_sum_above_what_was_estimated",
        ),
        pytest.param(
            "The estimate for harbour dues is $60 billion, 4 per cent or $2.5 billion lower than the original estimate.",
            [
                ("estimate for harbour dues", [("$60 billion", "level", None)]),
                ("harbour dues below the original estimate", [("4 per cent", "change", None), ("$2.5 billion", "level", None)]),
            ],
            id="a_rate_and_a_sum_tell_one_difference",
        ),
        pytest.param(
            "Harbour dues rose by 4% over last year.",
            [("Harbour dues", [("4%", "change", None)])],
            id="growth_over_a_year_is_no_such_difference",
        ),
        pytest.param(
            "We cut fares by $2.4 billion, going well beyond our target of $2 billion.",
            [("reduction in fares", [("$2.4 billion", "level", None), ("$2 billion", "level", "goal")])],
            id="what_was_gone_beyond_is_a_goal",
        ),
        pytest.param(
            "The deficit was $8 billion. This compares with the $14 billion overall deficit that was budgeted a year ago.",
            [("deficit", [("$8 billion", "level", None)]), ("deficit", [("$14 billion", "level", "goal")])],
            id="what_was_budgeted_is_a_goal",
        ),
        pytest.param(
            "We achieved 5% productivity growth.",
            [("productivity growth", [("5%", "change", None)])],
            id="a_growth_behind_its_rate_is_a_change",
        ),
    ],
)
def test_what_is_set_beside_an_estimate_is_told_as_such(
    text: str, rows: list[tuple[str | None, list[tuple[str, str, str | None]]]]
) -> None:
    assert _rows(BUDGET, text)[1:] == rows


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The economy showed negative growth of 2.0%.", ["-2.0"]),
        ("Land premium increases by $62.6 billion to $163.6 billion.", ["62.6", "163.6"]),
        ("Land premium should rise by 4% to 6%.", ["4-6"]),
    ],
)
def test_by_how_much_and_to_what_are_told_apart(text: str, values: list[str]) -> None:
    figures = [figure for item in _facts(BUDGET, text).items() for figure in item.figures if figure.text != "4%"]

    assert [str(figure.value) if figure.low is None else f"{figure.low}-{figure.high}" for figure in figures] == values


def test_inflation_and_the_rise_of_prices_are_one_measure_in_the_panel() -> None:
    read = _facts(BUDGET, "The headline inflation rate was 1.5 per cent. In 2018 consumer prices will rise by 2 per cent.")

    assert {(row.indicator, row.measure) for row in read.panel} == {("cpi", "change"), ("exports", "change")}


HARBOUR_BUDGET = (
    "The 2018-19 Budget\n\nSpeech by the Financial Secretary moving the Second Reading of the Appropriation Bill 2018, Hong Kong\n\n"
    "Economy\n\n1. In 2017-18, exports rose by 4 per cent. In 2018-19, we will build 12 piers. From 2016-17 to 2017-18 trade rose by"
    " 3 per cent, and from 2017-18 to 2018-19 it should rise again.\n\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "2. It is expected that the Government will have an estimated surplus of $138 billion in 2017-18.",
            {"$138 billion": ("Achievement", "2017-04/2018-03", None)},
            id="what_is_expected_of_the_year_that_ends_is_an_outcome",
        ),
        pytest.param(
            "2. Fish reserves are expected to reach $92 billion by 31 March 2018 while the net reserve will reach $78 billion.",
            {"$92 billion": ("Achievement", "2018-03", None), "$78 billion": ("Achievement", "2018-03", None)},
            id="also_in_the_other_half_of_the_sentence",
        ),
        pytest.param(
            "2. As the storms have passed, we now expect to draw up to $3 million from the reserve.",
            {"$3 million": ("Achievement", "2017-04/2018-03", None)},
            id="what_is_now_expected_was_expected_before",
        ),
        pytest.param(
            "2. It is estimated that works spending will rise to $70 billion in each of the next few years, exceeding the average of"
            " $40 billion in the past five years.",
            {"$70 billion": ("Target", "2018-04/2019-03", None), "$40 billion": ("Target", "2013/2017", "earlier")},
            id="what_is_expected_of_the_next_years_is_not",
        ),
        pytest.param(
            "Revised Estimates for 2017-18\n\n2. Dues would be $39 billion higher than in the year before.",
            {"$39 billion": ("Achievement", "2017-04/2018-03", None)},
            id="nor_are_revised_estimates_aims",
        ),
        pytest.param(
            "2. In the past, spending should be kept at or below 20 per cent of GDP.",
            {"20 per cent": ("Achievement", None, None)},
            id="what_was_the_rule_in_the_past_is_no_aim",
        ),
        pytest.param(
            "2. On average, we will build about 20 800 boathouses annually in 2018-19.",
            {"20 800": ("Target", "2018-04/2019-03", None)},
            id="on_average",
        ),
    ],
)
def test_a_budget_tells_how_the_year_that_ends_turns_out(text: str, told: dict[str, tuple[str, str | None, str | None]]) -> None:
    figures = _figures(_facts(HARBOUR_BUDGET, text))

    assert {words: figures.get(words) for words in told} == told


@pytest.mark.parametrize(
    ("text", "average"),
    [
        ("On average, we built 800 boathouses annually.", True),
        ("The average trend growth rate of 2.9 per cent over the decade was kept.", True),
        ("We built 800 boathouses annually.", False),
    ],
)
def test_averages_over_years_are_told_as_such(text: str, average: bool) -> None:
    figures = [figure for item in _facts(BUDGET, text).items() for figure in item.figures if figure.text in ("800", "2.9 per cent")]

    assert [figure.yearly_average for figure in figures] == [average]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Inflationary pressure remained moderate.", set()),
        ("Inflationary pressure mounted.", {"Risk"}),
        ("Taking the recession and the recovery together, our fleet shrank less than most.", {"Achievement"}),
        ("The rebates helped skippers to see through the crisis.", {"Achievement"}),
        ("Work went on in the rebuilding of dilapidated boathouses.", {"Achievement"}),
        ("The Isle has a narrow tax base, and its dues are concentrated.", {"Risk"}),
        ("The change of rates has triggered wild fluctuations in the markets.", {"Risk"}),
        ("Our challenge is to sell more fish abroad.", {"Target"}),
        ("Confronted by the slowdown of trade, exports fell by 4.7%.", {"Achievement"}),
        ("If the yards were enlarged, dues would rise by 7%.", set()),
        ("If nothing were done, a shortage of 7 boats would come up.", {"Risk"}),
        ("It is highly unlikely that catches will grow by 9% again.", set()),
        ("As the weather worsened in summer, catches fell by 5%.", {"Achievement"}),
        ("The pressure brought by the long storm on the small yards of the Isle eased.", {"Achievement"}),
        ("The yard has built more boats to catch up with the backlog of orders.", {"Achievement"}),
        ("The port has come under the threat of the new weed.", {"Risk"}),
        ("The main targets for the port were accomplished.", {"Achievement"}),
    ],
)
def test_a_word_of_trouble_alone_makes_no_risk(text: str, kinds: set[str]) -> None:
    told = {type(item).__name__ for item in _facts(BUDGET, text).items() if text[:12] in item.statement}

    assert told - {"Achievement"} == kinds - {"Achievement"}


@pytest.mark.parametrize(
    ("metric", "indicator"),
    [
        ("Singapore's growth", "gdp"),
        ("economic growth in Singapore", "gdp"),
        ("growth of the local economy", "gdp"),
        ("growth", None),
        ("healthy rate of economic growth", "gdp"),
        ("Per capita disposable personal income", "income"),
        ("permanent urban residents", "urbanisation"),
        ("Resident unemployment", "unemployment"),
    ],
)
def test_names_of_speeches_are_known_as_indicators(metric: str, indicator: str | None) -> None:
    assert lookup(metric) == indicator


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The price of rice should rise by 9 to 23 yuan per net.", {"9 to 23 yuan": "level"}),
        ("Imports made up 20 per cent of sales.", {"20 per cent": "share"}),
        ("I forecast that growth for 2018 will be 2.3 per cent.", {"2.3 per cent": "change"}),
    ],
)
def test_what_a_rate_or_a_step_is(text: str, figures: dict[str, str]) -> None:
    told = {figure.text: figure.role for item in _facts(BUDGET, text).items() for figure in item.figures}
    assert {figure: told.get(figure) for figure in figures} == figures


@pytest.mark.parametrize(
    ("text", "owner", "commitment"),
    [
        ("The Harbour Authority (HA), our port operator, must build 30 piers.", "Harbour Authority", "must"),
        ("The IMF forecasts that world growth will reach 3.9 per cent in 2018.", None, None),
        ("If we achieve this, we can raise the incomes of boatmen by a third.", None, None),
        ("The return of the fleet will mean more demand for nets in 2018.", None, None),
        ("I forecast that growth will ease to 2 per cent in 2018.", None, None),
        ("We expect that spending will reach $3 million in 2018.", None, "plan"),
    ],
)
def test_who_promises_and_how_firmly(text: str, owner: str | None, commitment: str | None) -> None:
    (target,) = [item for item in _facts(BUDGET, text).items() if isinstance(item, Target)]
    assert (target.owner, target.commitment) == (owner, commitment)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The fleet grew by 4.1% in 2017, up from 1.9% a year earlier.", {"4.1%": ("change", None), "1.9%": ("change", "earlier")}),
        ("Dues rose, an increase of $18 million or six per cent.", {"$18 million": ("level", None), "six per cent": ("change", None)}),
        ("Trade grew by 2%, lower than our average growth rate of 3.8% in the decade before.", {"3.8%": ("change", "earlier")}),
        ("Dues were $18 million, or 6 per cent of GDP.", {"6 per cent": ("share", None)}),
        ("The fleet grew by 4.1%, a marked improvement over 1.9% in 2016.", {"1.9%": ("change", "earlier")}),
        ("The rate of idle boats averaged 5.3%, a marked rise from the 1.7% in 2016.", {"1.7%": ("share", "earlier")}),
        ("The number of torn nets has dropped by as much as 90%.", {"90%": ("change", None)}),
        ("The contribution of boats to growth approached 60%.", {"60%": ("share", None)}),
        ("Catches grew at a trend rate of 2.8%.", {"2.8%": ("change", None)}),
    ],
)
def test_a_rate_beside_a_change_is_one(text: str, roles: dict[str, tuple[str, str | None]]) -> None:
    figures = {figure.text: (figure.role, figure.base) for item in _facts(BUDGET, text).items() for figure in item.figures}

    assert {words: figures.get(words) for words in roles} == roles


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            "We will put $5 billion into the Fund over five years, and start with $500 million this year.",
            {"$5 billion": "2018/2022", "$500 million": "2018"},
            id="planned_over_some_years",
        ),
        pytest.param("Spending will have seen a rise of 70% over ten years.", {"70%": "2018-04/2019-03"}, id="risen_over_some_years"),
        pytest.param(
            "Catches have risen by 11% since we began to mend the nets four years ago.", {"11%": "2014/2017"}, id="since_years_ago"
        ),
        pytest.param(
            "We will cut costs by two per cent over the next three financial years.", {"two per cent": "2018/2020"}, id="financial_years"
        ),
        pytest.param("The Board raised its dues 3% since October 2016.", {"3%": "2016-10/2018-03"}, id="since_a_month"),
        pytest.param("The Board has since August last year moored 40 boats.", {"40": "2017-08/2018-03"}, id="has_since"),
        pytest.param("Dues rose by 3%, the fastest since October 2014.", {"3%": "2017-04/2018-03"}, id="a_record_is_of_now"),
        pytest.param("The Board has moored 40 boats since its launch.", {"40": None}, id="since_nobody_says_when"),
        pytest.param(
            "The draw from FY2015 to FY2017 came to $40 million.", {"$40 million": "2015-04/2018-03"}, id="financial_years_by_name"
        ),
        pytest.param(
            "The rate went up from 2.8% in the second quarter of 2017 to the latest 3.4%, the highest in three years.",
            {"3.4%": "2017-04/2018-03"},
            id="what_a_value_came_to_is_of_now",
        ),
        pytest.param(
            "The rate has fallen from its peak of 5.5% in mid-2009 to 3.3% recently.", {"3.3%": "2017-04/2018-03"}, id="from_a_peak"
        ),
        pytest.param("Jobs have increased by 1,800 from their trough in 2009.", {"1,800": "2017-04/2018-03"}, id="from_a_trough"),
        pytest.param(
            "Growth slowed from 5% in the second quarter to 4% in the third quarter and further to 3% in the fourth.",
            {"4%": "2017Q3", "3%": "2017Q4"},
            id="a_quarter_called_by_its_number_alone",
        ),
        pytest.param("Skippers earned 12% more over the past year.", {"12%": "2017"}, id="over_the_past_year"),
        pytest.param(
            "In 2016, with a growth of 17%, we regained the ground lost in 2015 when exports fell by 12%.", {"12%": "2015"}, id="when"
        ),
        pytest.param(
            "Catches have grown by 19% in the past five years, and the catch of a boat reached 34 tonnes.",
            {"19%": "2013/2017", "34 tonnes": "2017"},
            id="what_years_have_led_to",
        ),
        pytest.param(
            "I forecast that catches will grow by 2% a year from 2019 to 2022. The rate of idle boats is forecast to average 2.5%.",
            {"2%": "2019/2022", "2.5%": "2019/2022"},
            id="a_forecast_goes_on",
        ),
        pytest.param(
            "Trade has been good. In 2017, visitors exceeded 50,000. Spending went up by 14%.",
            {"50,000": "2017", "14%": "2017"},
            id="a_year_goes_on_in_its_paragraph",
        ),
        pytest.param(
            "In 2014, we cut dues. The number of boats has since risen from 69 at end-2014 to 116 at the end of last year."
            " Catches rose by 5%.",
            {"116": "2017", "5%": "2017-04/2018-03"},
            id="until_another_year_is_named",
        ),
        pytest.param(
            "Stocks rose from less than $20 million at end-2014 to some $160 million.",
            {"$160 million": "2017-04/2018-03"},
            id="from_less_than",
        ),
        pytest.param("The yard will need 7 boats in 15 years' time.", {"7": "2033"}, id="in_years_time"),
        pytest.param("We expect to collect dues of $1 billion in the first five years.", {"$1 billion": None}, id="first_years"),
        pytest.param("The growth rate of dues since the handover is 4.7%.", {"4.7%": None}, id="a_rate_since_an_event"),
        pytest.param("In four of the past 40 financial years, dues reached 20%.", {"40": None}, id="financial_years_are_a_time"),
        pytest.param(
            "In 2012, the Board opened a yard. Its cost has risen by $34 million since then.",
            {"$34 million": "2012-01/2018-03"},
            id="since_then",
        ),
        pytest.param("Between 2013 and the end of 2016, the Board built 40 boats.", {"40": "2013/2016"}, id="until_the_end_of"),
        pytest.param(
            "Under the rules enacted by the Harbour Council in 2008, we have moored 40 boats.",
            {"40": "2017-04/2018-03"},
            id="rules_of_a_year",
        ),
        pytest.param("During the slump that came with the floods, we lost 60 boats.", {"60": None}, id="during_what_nobody_dates"),
        pytest.param(
            "Catches fell in the first half of 2017 and in the second half, which left a decline of 1.1% for the year.",
            {"1.1%": "2017"},
            id="for_the_year",
        ),
        pytest.param(
            "In its report released last year, the Board put the need at 40 boats.", {"40": "2017-04/2018-03"}, id="a_report_of_last_year"
        ),
    ],
)
def test_spans_of_years_are_those_told_of(text: str, figures: dict[str, str]) -> None:
    told = {words: period for words, (_, period, _) in _figures(_facts(BUDGET, text)).items()}

    assert {words: told.get(words) for words in figures} == figures


@pytest.mark.parametrize(
    ("text", "salience"),
    [
        ("The US economy did better last year than in 2016.", "routine"),
        ("Trawlers of the Harbour Isle Line did better last year than in 2016.", "detail"),
        ("The Asian Harbour Bank was set up last year.", "detail"),
        ("The fever wave in China has passed its peak since March last year.", "routine"),
        ("Last year was hard worldwide, as rents rose from March on.", "routine"),
    ],
)
def test_what_is_told_of_elsewhere_without_a_figure_is_routine(text: str, salience: str) -> None:
    (item,) = [item for item in _facts(BUDGET, text).items() if item.statement == text]

    assert item.salience == salience


def test_how_many_times_the_like_of_another_year_is_told_with_the_fact() -> None:
    read = _facts(BUDGET, "There were over 240 new boats on the bay in 2017, more than double that of 2016.")

    assert [[figure.text for figure in item.figures] for item in read.items() if "240" in item.statement] == [["240", "double"]]


def test_how_the_economy_ended_last_year_is_of_that_year() -> None:
    text = (
        "We rode out the flood and ended last year in good order. Our economy grew by 3.7%. Inflation eased to 1.2%."
        " Islanders saw pay outrun prices – median pay rose by 2.3%. Dues rose by 9%."
    )
    read = _facts(BUDGET, text)

    assert {words: _figures(read)[words][1] for words in ("3.7%", "1.2%", "2.3%", "9%")} == {
        "3.7%": "2017",
        "1.2%": "2017",
        "2.3%": "2017",
        "9%": "2017-04/2018-03",
    }


HISTORY = (
    "Sixty years ago, the isle was poor. Fever was common, and unemployment was high. We built 300 boathouses. When we became independent,"
    " the dock closed.\n\nYet our pioneers did not give up. In 1966, they opened 12 schools.\n\n"
    "In the 1970s, wages rose by 8% a year.\n\nToday, we run 40 ferries. Unemployment was low last year. "
)


def test_history_is_nothing_done_in_the_years_of_the_report() -> None:
    read = _facts(BUDGET, HISTORY)
    told = " ".join(item.statement for item in read.items())

    assert not any(words in told for words in ("poor", "Fever", "dock closed"))
    assert "Unemployment was low last year" in told
    assert {words: _figures(read)[words][1] for words in ("300", "12", "8%", "40")} == {
        "300": None,
        "12": "1966",
        "8%": "1970/1979",
        "40": "2017-04/2018-03",
    }


@pytest.mark.parametrize(
    "text",
    [
        "In the early years we opened playgroups for children on both islands.",
        "In the first days of the outbreak we closed the ferry halls.",
        "As a new state agency, the Board opened an office in Port Haven.",
        "On independence of the courts, the Board adopted new guidelines.",
    ],
)
def test_what_only_opens_like_history_is_told(text: str) -> None:
    assert [item.statement for item in _facts(AGENCY, text).items()] == [text]


def test_the_first_years_of_a_scheme_are_no_year_of_the_report() -> None:
    told = _facts(AGENCY, "In the first years of the scheme, the Board built 300 boathouses.")
    assert [item.period for item in told.items()] == [None]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dock strike affected hotels, shops and haulage to varying degrees.", "dock strike"),
        ("The virus outbreak has disrupted supply chains.", "supply chains"),
        ("Households on the outer isles were hard hit by the storm.", "hard hit"),
        ("The dispute will certainly impact our economy.", "dispute"),
    ],
)
def test_what_a_blow_does_is_a_risk(text: str, words: str) -> None:
    assert _of(BUDGET, text, words)[0] == "Risk"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("There were 2000 inns on the isle.", {"2000": ("Achievement", "2017-04/2018-03", None)}),
        ("I shall waive the dues for 2000 inns and guesthouses.", {"2000": ("Target", "2018-04/2019-03", None)}),
        ("We planted 2015 trees.", {"2015": ("Achievement", "2017-04/2018-03", None)}),
        ("The 2015 elections cost $3 million.", {"$3 million": ("Achievement", "2015", None)}),
        ("We raised dues above 2015 levels by 3%.", {"3%": ("Achievement", "2017-04/2018-03", None)}),
    ],
)
def test_a_number_that_looks_like_a_year_counts_what_stands_behind_it(text: str, figures: dict[str, object]) -> None:
    read = _figures(_facts(BUDGET, text))

    assert {figure: read[figure] for figure in read if figure != "4%"} == figures


def test_what_a_budget_pays_this_financial_year_it_pays_in_the_year_it_plans() -> None:
    read = _facts(BUDGET, "Islanders will receive up to $760 this financial year. This is double the amount of the old rebate.")

    assert _figures(read)["$760"][:2] == _figures(read)["double"][:2] == ("Target", "2018-04/2019-03")


@pytest.mark.parametrize(
    "text",
    [
        "We expect much greater turbulence in shipping.",
        "As a small harbour, we will feel the impact of it.",
        "Endless quarrels will only bog down our harbour.",
        "The deep divisions on the island have harmed its good name.",
    ],
)
def test_what_is_foreboded_is_a_risk_and_no_promise(text: str) -> None:
    (item,) = [item for item in _facts(BUDGET, text).items() if item.statement == text]

    assert (type(item).__name__, getattr(item, "commitment", None)) == ("Risk", None)


def test_what_somebody_will_not_feel_is_no_risk() -> None:
    read = _facts(BUDGET, "The skippers will not feel the impact of the new dues.")

    assert not [item for item in read.risks if "feel" in item.statement]


def test_a_point_that_waives_something_is_a_target_without_a_figure_too() -> None:
    text = "I shall take the following measures:\n\n(a)waive the dues for 40 boats;\n\n(b)waive the fees for mooring trials once.\n\n"

    assert [type(item) for item in _facts(BUDGET, text).items() if "mooring" in item.statement] == [Target]


def test_a_round_number_of_things_is_no_year() -> None:
    told = _figures(_facts(BUDGET, "We will waive the licence fees for 2000 restaurants and inns for six months."))
    unlike = _figures(_facts(BUDGET, "In 2000 restaurants and inns paid 9% more."))

    assert (told["2000"], "2000" in unlike) == (("Target", "2018-04/2019-03", None), False)


def test_what_a_value_is_lower_than_is_that_of_another_year() -> None:
    read = _facts(BUDGET, "The vacancy rate was 3.5%, lower than the 4% in 2016.")
    bounds = {figure.text: figure.bound for item in read.items() for figure in item.figures}

    assert (_figures(read)["4%"], bounds["4%"]) == (("Achievement", "2016", "earlier"), "exact")


def test_better_than_expected_is_nothing_that_is_still_expected() -> None:
    outcomes = [
        getattr(item, "outcome", None)
        for item in _facts(BUDGET, "Catches rose by 2.3%, a better-than-expected recovery.").items()
        if "Catches" in item.statement
    ]

    assert outcomes == [None]


def test_a_paragraph_that_sums_up_several_is_told_without_the_last_of_them() -> None:
    text = "The Quay Board will organise 3 fairs.\n\nThis series of measures, costing $290 million, will help 40 skippers."
    told = {item.statement for item in _facts(BUDGET, text).items() if "$290 million" in item.statement}

    assert told == {"This series of measures, costing $290 million, will help 40 skippers."}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Idleness among skippers, after grants, is at its lowest since 2001.", "Achievement"),
        ("The oil spill has dealt a severe blow to the mood of the harbour.", "Risk"),
        ("The storm warnings come and go, and prices remain high.", "Risk"),
    ],
)
def test_a_record_is_an_outcome_and_a_blow_a_risk(text: str, kind: str) -> None:
    assert [type(item).__name__ for item in _facts(BUDGET, text).items() if item.statement == text] == [kind]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "We expect a surplus of $6.4 billion for FY2017, compared to the deficit of $0.7 billion originally projected.",
            [(["$6.4 billion", "$0.7 billion"], "expected")],
        ),
        ("Rents rose by over 30%, much higher than industry forecasts of around 10% to 15%.", [(["30%", "10% to 15%"], "exceeded")]),
        ("Dues exceeded our projection by about $1.2 billion.", [(["$1.2 billion"], "exceeded")]),
        ("Tolls were around $1.1 billion above projections.", [(["$1.1 billion"], "exceeded")]),
        ("Tolls rose to $3.8 billion, higher than expected.", [(["$3.8 billion"], "exceeded")]),
    ],
)
def test_what_was_foreseen_is_told_with_what_came(text: str, rows: list[tuple[list[str], str]]) -> None:
    told = [item for item in _facts(BUDGET, text).items() if isinstance(item, Achievement) and item.statement == text]

    assert [([figure.text for figure in item.figures], item.outcome) for item in told] == rows


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "More than 110,000 jobs were created, far surpassing the 40,000 in 2016.",
            {"110,000": ("Achievement", "2017", None), "40,000": ("Achievement", "2016", "earlier")},
        ),
        ("Port services rebounded from marginal growth in 2016, to 4.1% last year.", {"4.1%": ("Achievement", "2017", None)}),
        ("However, last year's growth of 9.9% exceeded all expectations.", {"9.9%": ("Achievement", "2017", None)}),
        ("The bank cut rates by 100 basis points so far this year.", {"100 basis points": ("Achievement", "2018", None)}),
        (
            "When I presented the FY2017 Budget to the House last year, revenue of $31 billion was foreseen, and it came to $33 billion.",
            {"$33 billion": ("Achievement", "2017-04/2018-03", None)},
        ),
    ],
)
def test_a_time_beside_another_one_is_not_the_facts_own(text: str, figures: dict[str, object]) -> None:
    read = _figures(_facts(BUDGET.replace("In 2017, exports rose by 4%. ", "In 2017, exports rose by 4%.\n\n"), text))

    assert {figure: read[figure] for figure in figures} == figures


def test_the_second_half_of_the_year_sets_no_deadline() -> None:
    text = "We expect rents to rise by 2% in 2018, with dues higher in the first half of the year than in the second."
    (item,) = [item for item in _facts(BUDGET, text).items() if isinstance(item, Target)]

    assert item.deadline is None


def test_a_time_that_went_before_is_not_when_a_fact_was() -> None:
    assert _of(BUDGET, "After a period of calm over the last 10 years, dues have risen by 4%.", "calm")[1] == "2017-04/2018-03"


INDIAN = (
    "Budget 2006-2007\n\nSpeech of the Minister of Finance of India\n\nFebruary 28, 2006\n\n"
    "It is my privilege to present the Budget of India for the year 2006-07.\n\n# I. Overview\n\n"
)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("GDP growth is likely to be 8.1 per cent this year.", {"8.1 per cent": ("Achievement", "2005-04/2006-03", None)}),
        (
            "The growth rate in 2004-05 was 7 per cent. Savings rose to 29 per cent.",
            {"29 per cent": ("Achievement", "2004-04/2005-03", None)},
        ),
        ("In the current year, Rs.700 crore is expected to be spent on piers.", {"Rs.700 crore": ("Achievement", "2005-04/2006-03", None)}),
        ("The allocation for piers for 2006-07 has been fixed at Rs.900 crore.", {"Rs.900 crore": ("Target", "2006-04/2007-03", None)}),
        ("In the ensuing fiscal year, Rs.950 crore will be spent on piers.", {"Rs.950 crore": ("Target", "2006-04/2007-03", None)}),
        ("By September, 2005, 337 hamlets were connected.", {"337": ("Achievement", "2005-09", None)}),
        (
            "As against Rs.12 crore provided in the current year, the outlay will be Rs.18 crore in 2006-07.",
            {"Rs.12 crore": ("Target", "2005-04/2006-03", "earlier"), "Rs.18 crore": ("Target", "2006-04/2007-03", None)},
        ),
        (
            "As against Rs.12 crore this year, the outlay for piers will be Rs.18 crore.",
            {"Rs.18 crore": ("Target", "2006-04/2007-03", None)},
        ),
        (
            "The cost this year is estimated at Rs.15 crore, and I propose to increase it to Rs.17 crore for 2006-07.",
            {"Rs.15 crore": ("Achievement", "2005-04/2006-03", None), "Rs.17 crore": ("Target", "2006-04/2007-03", None)},
        ),
        ("The growth target for the Plan was set at 8 per cent.", {"8 per cent": ("Target", "2006-04/2007-03", None)}),
    ],
)
def test_a_budget_whose_years_are_financial_ones_calls_the_one_that_ends_this_year(text: str, figures: dict[str, object]) -> None:
    read = _figures(_facts(INDIAN, text))

    assert {figure: read.get(figure) for figure in figures} == figures


def test_what_is_expected_of_another_fact_is_not_expected_of_this_one() -> None:
    text = "The sum of Rs.100 crore has been released and the goal of covering 360 hamlets is expected to be met in the current fiscal."
    told = {item.figures[0].text: item.outcome for item in _facts(INDIAN, text).items() if isinstance(item, Achievement)}

    assert told["Rs.100 crore"] is None


def test_rupees_end_no_sentence() -> None:
    assert _of(INDIAN, "Relief was followed by releases totalling Rs. 514.37 crore to date.", "514.37")[0] == "Achievement"


PLC = "# Annual Report and Accounts 2023\n\nHarbour Ropes plc\n\n## Chairman's statement\n\n"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Revenue grew to £312m (2022: £288m).", {"£312m": ("Achievement", "2023", None), "£288m": ("Achievement", "2022", "earlier")}),
        ("Net margin fell to 34.1%, offset by price increases implemented in H2.", {"34.1%": ("Achievement", "2023", None)}),
        ("Volumes have doubled in the past six years.", {"doubled": ("Achievement", "2018/2023", None)}),
        ("We sold 900 km of rope. This was a 27 percent increase on the previous year.", {"27 percent": ("Achievement", "2023", None)}),
    ],
)
def test_a_company_reports_on_the_year_in_its_title(text: str, figures: dict[str, object]) -> None:
    read = _figures(_facts(PLC, text))

    assert {figure: read.get(figure) for figure in figures} == figures


def test_one_foreign_standard_makes_no_place() -> None:
    read = _facts(PLC, "We sold 40 loads by the Japanese Standard for $3 million.")

    assert read.report.place is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In the first three quarters, rents rose by 7%.", "2017-01/2017-09"),
        ("In recent years, rents have risen by 7% a year.", None),
        ("Rents have been rising by 7% a year for more than three years.", "2015/2017"),
        ("The surplus of $7 million grew for five consecutive years.", "2013/2017"),
        ("Over the last year alone, 7 boats were mended.", "2017"),
        ("It will be paid for 7 boats in April and October this year.", "2018-04/2018-10"),
        ("Given brisk trading in the third quarter, dues were $7 million higher.", "2017-04/2018-03"),
        ("We will mend 7 piers in the second half of the year.", "2018H2"),
        ("I will extend the fund for 7 ports beyond 2020.", "2018-04/2019-03"),
    ],
)
def test_spans_of_time_in_a_budget(text: str, period: str | None) -> None:
    (item,) = [item for item in _facts(BUDGET, text).items() if item.statement == text]

    assert (item.period.label if item.period else None) == period


@pytest.mark.parametrize(
    "text",
    [
        "At the start of the year, we had expected growth of 1% to 3%.",
        "When I presented the Budget last year, revenue was estimated at $31 billion.",
    ],
)
def test_what_was_only_expected_once_is_no_row(text: str) -> None:
    assert [item for item in _facts(BUDGET, text).items() if item.statement == text] == []


@pytest.mark.parametrize("text", ["As we expected, ferry traffic grew by 5%.", "As the Government had forecast, ferry traffic grew by 5%."])
def test_what_came_as_it_was_expected_is_an_outcome(text: str) -> None:
    assert [figure.text for item in _facts(BUDGET, text).items() if item.statement == text for figure in item.figures] == ["5%"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "In 2016 the island's economy was lively. Although demand was weak late in the year, output still grew by 6.1%.",
            {"6.1%": ("Achievement", "2016", None)},
        ),
        (
            "Our economy grew by 5.7% in 2016. The Board drew $41 million of investment, up 3% from 2015."
            " A record of 8 million tourists came.",
            {"$41 million": ("Achievement", "2016", None), "8 million": ("Achievement", "2016", None)},
        ),
        ("Grants for new kilns came to $41 million, up 3% from 2016.", {"$41 million": ("Achievement", "2017", None)}),
        ("Grants for new kilns came to $41 million, up 3% from 2014.", {"$41 million": ("Achievement", "2017-04/2018-03", None)}),
        (
            "I forecast output to rise by 3 to 4 per cent, lower than that in the past four years.",
            {"3 to 4 per cent": ("Target", "2018-04/2019-03", None)},
        ),
        (
            "The number of jobless fell from a peak of 80 000 in 2003 to 31 000 in the latest period.",
            {"80 000": ("Achievement", "2003", "earlier"), "31 000": ("Achievement", "2017-04/2018-03", None)},
        ),
    ],
)
def test_a_year_that_is_only_compared_with_is_not_the_facts_and_the_paragraphs_is(text: str, figures: dict[str, object]) -> None:
    read = _figures(_facts(BUDGET, text))

    assert {figure: read.get(figure) for figure in figures} == figures


def test_what_may_go_wrong_is_feared_for_the_year_whose_outlook_is_told() -> None:
    text = "The outlook for 2019 is bright. However, there is a risk that high oil prices will hurt the ferries."

    assert _of(BUDGET, text, "oil prices")[:2] == ("Risk", "2019")
    assert _of(BUDGET, text.replace(". However", ".\n\nHowever"), "oil prices")[1] != "2019"


def test_who_is_faced_with_a_risk_has_one() -> None:
    assert _of(BUDGET, "The harbour is now faced with the risk of a global slowdown.", "slowdown")[0] == "Risk"


@pytest.mark.parametrize(
    "text",
    ["7. I hope Members of this House will support this Budget.", "I will also put forward a number of proposals."],
)
def test_what_a_speaker_asks_of_the_house_is_no_row(text: str) -> None:
    assert [item for item in _facts(BUDGET, text).items() if item.statement in text] == []


def test_a_number_of_measures_for_somebody_is_promised() -> None:
    assert _of(BUDGET, "I will introduce a number of measures to help fishermen buy boats.", "fishermen")[0] == "Target"
