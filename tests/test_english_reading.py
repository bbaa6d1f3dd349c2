"""English reports: what sentences state, what figures measure, when facts are, how a report is laid out and what it says of itself."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest

from reportsum import Settings, digest, from_text
from reportsum.annotating import Clause
from reportsum.cleaning import clean
from reportsum.cutting import bare_sentence, names_a_time
from reportsum.headings import Section
from reportsum.languages import find_figures, find_outline, read_kinds, read_metadata
from reportsum.languages.en.legible import is_legible
from reportsum.languages.en.names import read_english
from reportsum.languages.en.outline import heading_stance
from reportsum.languages.en.promises import find_cause, find_commitment, find_outcome, find_owner
from reportsum.languages.en.subjects import plain_name
from reportsum.languages.en.times import find_date, find_deadline, periods_in
from reportsum.languages.en.troubles import name_of_risk
from reportsum.metadata import ReportMeta
from reportsum.models import Digest, Stance
from reportsum.openers import by_itself
from reportsum.periods import FinancialYear, holding_at, make_period
from reportsum.spans import Span
from reportsum.timewords import period_words

CASES = Path(__file__).parent / "cases"
META = ReportMeta(None, "budget", "Singapore", None, None, make_period("2024"), make_period("2025"), "en")
LETTERS = {"achievement": "A", "target": "T", "risk": "R"}


def clause_of(text: str, stance: Stance = "context") -> Clause:
    section = Section("1", 1, None, "Heading", 0, len(text), Span(0, 0), stance, None, ())
    return Clause(0, 0, len(text), text, section, False, tuple(range(len(find_figures(text)))), "en")


def kind_rows() -> list[object]:
    lines = (CASES / "english_kinds.tsv").read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


@pytest.mark.parametrize(("where", "kinds", "figures", "text"), kind_rows())
def test_a_sentence_states_its_kinds(where: Stance, kinds: str, figures: str, text: str) -> None:
    judgement = read_kinds([clause_of(text, where)], find_figures(text), META).judgements[0]
    assert "".join(LETTERS[kind] for kind in judgement.kinds) == kinds.replace("-", "")
    assert "".join(LETTERS[kind] if kind else "-" for kind in judgement.figure_kinds) == figures


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Retail sales grew by 5.2%.", ["Retail sales"], id="the_subject_of_the_verb"),
        pytest.param("We forecast a surplus of $30 billion.", ["surplus"], id="the_noun_it_is_of"),
        pytest.param("We will cut salaries tax by 75 per cent.", ["salaries tax"], id="the_object_that_is_changed"),
        pytest.param("A total of 415 new homes were completed.", ["new homes completed"], id="what_it_counts"),
        pytest.param("The city set up a $2 billion Arts and Heritage Fund.", ["Arts and Heritage Fund"], id="money_before_its_noun"),
        pytest.param("The Government will inject $400 million into the Arts Fund.", ["Arts Fund"], id="what_money_is_for"),
        pytest.param("GDP reached 67 trillion yuan, an increase of 6.9%.", ["GDP"], id="a_change_speaks_of_the_level_before_it"),
        pytest.param("In 2015, despite the slowdown, exports fell by 3%.", ["exports"], id="openings_are_no_name"),
        pytest.param(
            "Emissions of soot and dust fell by 3% and 4% respectively.", ["Emissions of soot", "Emissions of dust"], id="a_list_handed_out"
        ),
        pytest.param("This will cost $170 million.", [None], id="a_pronoun_names_nothing"),
        pytest.param("Reserves are $870 billion, representing 35% of GDP.", ["Reserves"], id="a_share_goes_with_what_it_is_a_share_of"),
        pytest.param("Confirmed_Fraud: 2", ["Confirmed_Fraud"], id="a_key_names_its_value"),
        pytest.param(
            "We set aside a special provision of $4 billion for rural clinics.",
            ["special provision for rural clinics"],
            id="we_set_aside_a_special",
        ),
        pytest.param(
            "Fees are cut by 30 per cent, subject to a ceiling of $900.",
            ["Fees", "ceiling for Fees"],
            id="fees_are_cut_by_30",
        ),
        pytest.param(
            "Although factory output registered a mild growth of 1.4 per cent, orders were weak.",
            ["factory output"],
            id="although_factory_output_registered_a",
        ),
        pytest.param(
            "The island should achieve a growth of 2 per cent.",
            ["island"],
            id="the_island_should_achieve_a",
        ),
        pytest.param(
            "This year's deficit as a percentage of GDP is 1.9 percent.",
            ["deficit as a percentage of GDP"],
            id="this_year's_deficit_as_a",
        ),
        pytest.param(
            "Growth was slower than in last year's Plan but still higher than the trend rate of 2.1 per cent.",
            ["trend rate"],
            id="growth_was_slower_than_in",
        ),
        pytest.param(
            "The Government has strived to increase the supply of allotments by 4 000 square metres.",
            ["increase in supply of allotments"],
            id="the_government_has_strived_to",
        ),
        pytest.param(
            "We will provide $7 million for the HA to procure rescue boats.",
            ["rescue boats"],
            id="we_will_provide_$7_million",
        ),
        pytest.param(
            "I will set aside $8 million for departments to install heat pumps.",
            ["heat pumps"],
            id="i_will_set_aside_$8",
        ),
        pytest.param(
            "We are raising the number of prizes to nine and increasing funding by about 40 per cent.",
            ["funding"],
            id="we_are_raising_the_number",
        ),
        pytest.param(
            "The harbour was quiet, with the vacancy rate remaining at 6.1 per cent.",
            ["vacancy rate"],
            id="the_harbour_was_quiet,_with",
        ),
        pytest.param(
            "The estimated public expenditure on ferry services will increase by 12.3 per cent.",
            ["public expenditure on ferry services"],
            id="the_estimated_public_expenditure_on",
        ),
        pytest.param(
            "Registered rural unemployment rate within 4.2 percent;",
            ["Registered rural unemployment rate"],
            id="registered_rural_unemployment_rate_within",
        ),
        pytest.param(
            "The island's tourist spending moderated from 8.4 per cent to 3.3 per cent.",
            ["island's tourist spending"],
            id="the_island's_tourist_spending_moderated",
        ),
        pytest.param(
            "This will reduce toll revenue by $2.4 billion.",
            ["reduction in toll revenue"],
            id="this_will_reduce_toll_revenue",
        ),
        pytest.param(
            "Total toll revenue for 2021-22 is estimated to be $61 million.",
            ["Total toll revenue"],
            id="total_toll_revenue_for_2021-22",
        ),
        pytest.param(
            "Takings last year reached £3.2 million.",
            ["Takings"],
            id="takings_last_year_reached_£3.2",
        ),
        pytest.param(
            "A total of 700 kilometers of new canals were dug, 90 kilometers of which are ship canals.",
            ["new canals dug", "ship canals"],
            id="a_total_of_700_kilometers",
        ),
        pytest.param(
            "Some 640 small and medium-sized and model dairies were repaired.",
            ["small and medium-sized and model dairies"],
            id="some_640_small_and_medium-sized",
        ),
        pytest.param(
            "The balance of current account surplus over output dropped from 7.1% to 2.2%.",
            ["balance of current account surplus over output"],
            id="the_balance_of_current_account",
        ),
        pytest.param(
            "The bill consists of a railway deficit of 60 million yuan.",
            ["railway deficit"],
            id="the_bill_consists_of_a",
        ),
        pytest.param(
            "A total of 12 million people are now covered by flood insurance schemes.",
            ["people covered by flood insurance schemes"],
            id="a_total_of_12_million",
        ),
        pytest.param(
            "Flood insurance now covers more than 12 million people.",
            ["people covered by Flood insurance"],
            id="flood_insurance_now_covers_more",
        ),
        pytest.param(
            "More than 3 million people live within a mile of the sea.",
            [None],
            id="more_than_3_million_people",
        ),
        pytest.param(
            "The council spent 72 million yuan to promote science and sport over the decade.",
            ["science and sport"],
            id="the_council_spent_72_million",
        ),
        pytest.param(
            "We increased spending on lighthouses, which totaled 4.4 million yuan.",
            ["spending on lighthouses"],
            id="we_increased_spending_on_lighthouses",
        ),
        pytest.param(
            "Quarries stayed open, further driving up overall freight demand by 9.1 per cent.",
            ["freight demand"],
            id="quarries_stayed_open,_further_driving",
        ),
        pytest.param(
            "Despite a slight rebound in the vacancy rate from its low of 3.2 per cent, offices filled.",
            ["vacancy rate"],
            id="despite_a_slight_rebound_in",
        ),
        pytest.param(
            "The headline vacancy rate dropped from a peak of 6.4 per cent.",
            ["headline vacancy rate"],
            id="the_headline_vacancy_rate_dropped",
        ),
        pytest.param(
            "The estimated dredging costs will be as high as $25 million.",
            ["dredging costs"],
            id="the_estimated_dredging_costs_will",
        ),
        pytest.param(
            "I shall allocate $4 million in the coming five years to carry out surveys.",
            ["surveys"],
            id="i_shall_allocate_$4_million",
        ),
        pytest.param(
            "We plan to use $8 million to rebuild Cedar Bay Pier.",
            ["Cedar Bay Pier"],
            id="we_plan_to_use_$8",
        ),
        pytest.param(
            "I propose additional funding of $5 million for the Parks Board to acquire local sculptures.",
            ["funding to acquire local sculptures"],
            id="i_propose_additional_funding_of",
        ),
        pytest.param(
            "I propose to expand the size of the Harbour Fund from the current $10 million to $20 million.",
            ["size of the Harbour Fund"],
            id="i_propose_to_expand_the",
        ),
        pytest.param(
            "There were 63 deaths in mountain accidents.",
            ["deaths in mountain accidents"],
            id="there_were_63_deaths_in",
        ),
        pytest.param(
            "Over 74% of this spending was made by companies.",
            [None],
            id="over_74%_of_this_spending",
        ),
        pytest.param(
            "The bank's loans to forestry, fishing villages and islands increased from 6 million yuan to 9 million yuan.",
            ["bank's loans to forestry, fishing villages and islands"],
            id="the_bank's_loans_to_forestry",
        ),
        pytest.param(
            "Spending on parks totaled 7 million yuan, rising by 21.5% to reach 4% of GDP.",
            ["Spending on parks"],
            id="spending_on_parks_totaled_7",
        ),
        pytest.param(
            "We are doubling the grant ceiling for each farm from $200,000 to $400,000 to encourage wider use of drones.",
            ["grant ceiling for each farm"],
            id="we_are_doubling_the_grant",
        ),
        pytest.param(
            "Places were offered by the centre, and 60 per cent of the trainees are young.",
            ["trainees"],
            id="places_were_offered_by_the",
        ),
        pytest.param(
            "I will allocate $12 million to the Harbour Council each year to purchase lifeboats and ropes.",
            ["lifeboats and ropes"],
            id="i_will_allocate_$12_million",
        ),
        pytest.param(
            "We plan to use $20 million for the construction and repair of several piers.",
            ["construction and repair of several piers"],
            id="we_plan_to_use_$20",
        ),
        pytest.param(
            "Trade with Peru grew, while that with Chile even increased by 15 per cent.",
            [None],
            id="trade_with_peru_grew,_while",
        ),
        pytest.param(
            "As for harbour spending, the revised estimate is $3.7 million.",
            ["harbour spending"],
            id="as_for_harbour_spending,_the",
        ),
        pytest.param(
            "A 5-billion-yuan fund for tunnels and bridges was set up.",
            ["fund for tunnels and bridges"],
            id="a_5-billion-yuan_fund_for_tunnels",
        ),
        pytest.param(
            "This year, to lighten the toll burden on carriers by over 30 million yuan, we act.",
            ["reduction in toll burden on carriers"],
            id="this_year,_to_lighten_the",
        ),
        pytest.param(
            "The total number of farms with solar roofs in Kent increased by 15 per cent.",
            ["total number of farms with solar roofs in Kent"],
            id="the_total_number_of_farms",
        ),
        pytest.param(
            "The town's workshops, all sizes included, now total over 98 million.",
            ["town's workshops"],
            id="the_town's_workshops,_all_sizes",
        ),
        pytest.param(
            "Operating costs for the new financial year will rise by 15.4 per cent.",
            ["Operating costs"],
            id="operating_costs_for_the_new",
        ),
        pytest.param(
            "We have more than doubled our ferry spending, from $3.9 million to $10.2 million.",
            ["ferry spending"],
            id="we_have_more_than_doubled",
        ),
        pytest.param(
            "I will raise the deduction for boats built in the bay, from 150% to 250%.",
            ["deduction for boats built in the bay"],
            id="i_will_raise_the_deduction",
        ),
        pytest.param(
            "This achieved large savings and freed up about 44 hectares of land.",
            ["land freed up"],
            id="this_achieved_large_savings_and",
        ),
        pytest.param(
            "The pier has been sold, yielding over $3 million worth of business.",
            ["business"],
            id="the_pier_has_been_sold",
        ),
        pytest.param(
            "The trade employs 770 000 weavers and contributes to one quarter of GDP.",
            ["weavers employed", "contribution of trade to GDP"],
            id="the_trade_employs_770_000",
        ),
        pytest.param(
            "The living area of urban and rural residents was 32 square meters and 37 square meters respectively.",
            ["living area of urban residents", "living area of rural residents"],
            id="the_living_area_of_urban",
        ),
        pytest.param(
            "This measure will cost the Government $8.4 billion;",
            [None],
            id="this_measure_will_cost_the",
        ),
        pytest.param(
            "We raised spending on lamps, which totaled 4 million yuan for the past five years and rose by an average annual rate of 3.5%.",
            ["spending on lamps"],
            id="we_raised_spending_on_lamps",
        ),
        pytest.param("This will benefit a total headcount of 40 000 bathers.", ["bathers"], id="those_served"),
        pytest.param("The group ended the year with a headcount of 3 412.", ["headcount"], id="those_employed"),
        pytest.param("For 2012, sales of boats saw moderate growth by only 1.3 per cent.", ["sales of boats"], id="saw_growth"),
        pytest.param("granting each lighthouse keeper a subsidy of $1,800.", ["subsidy for lighthouse keeper"], id="to_whom"),
        pytest.param("The plan gives water to an additional 300 million plus rural residents.", ["water to rural residents"], id="plus"),
        pytest.param("We kept the subsidies and raised them every year, to 192 million yuan.", [None], id="a_pronoun_within"),
        pytest.param("Spending on lamps increased 16.5 per cent to exceed $300 million.", ["Spending on lamps"], id="to_exceed"),
    ],
)
def test_figures_have_the_names_that_the_words_around_give(text: str, names: list[str | None]) -> None:
    assert [measure.metric for measure in read_english(text, clause_of(text), find_figures(text))] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The Government has all along strived to increase the supply of allotments.", "supply of allotments", id="actor"),
        pytest.param("I will introduce a levy on glass bottles from May.", "levy on glass bottles", id="I"),
        pytest.param("The fishing fleet remained small in 2012.", "fishing fleet", id="plain verb"),
        pytest.param("This will facilitate trade in spare parts.", "trade in spare parts", id="this will"),
        pytest.param(
            "We should resolve to solve the problems of noise, dust and light pollution.",
            "problems of noise, dust and light pollution",
            id="list",
        ),
        pytest.param("We shall also control costs and reduce the need for new fees.", "need for new fees", id="a lone word yields"),
        pytest.param("The board was found compliant with the Ferries Act.", "compliance with the Ferries Act", id="audit"),
        pytest.param("However, if we do not act early, we will not have enough ferries for all.", "enough ferries", id="an opening if"),
        pytest.param("The C&ED has liaised with others.", None, id="short name of an actor"),
        pytest.param("The practice of “one river, two banks” was kept.", "practice of “one river, two banks”", id="quotes"),
    ],
)
def test_a_statement_is_named_by_what_it_is_about_and_not_by_who_acts(text: str, name: str | None) -> None:
    assert plain_name(text) == name


def test_a_statement_without_figures_is_named_by_its_subject_or_object() -> None:
    assert plain_name("A national insurance scheme will be established.") == "national insurance scheme"
    assert plain_name("We will improve public services in towns so that people stay.") == "public services in towns"
    assert name_of_risk("There is an acute shortage of nurses in rural areas.") == "acute shortage of nurses in rural areas"
    assert name_of_risk("Overcapacity is a serious problem in some industries.") == "Overcapacity"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Sales rose from 7 in 2003 to 12 in FY2008", ["2003", "2008"]),
        ("In 2023, output rose 3% over 2022", ["2023"]),
        ("for the year ended 31 March 2025", ["2024-04/2025-03"]),
        ("the six months ended 30 June 2025", ["2025H1"]),
        ("in 2015-16", ["2015/2016"]),
        ("Q3 2024 and the first half of 2023", ["2024Q3", "2023H1"]),
        ("last year and this year", ["2024", "2025"]),
        ("over the next three years", ["2025/2027"]),
        ("the 13th Five-Year Plan period", ["2016/2020"]),
        ("down from 4% in the previous year", []),
        ("an increase of 5% compared with the revised estimate for 2023-24", []),
        ("In the early 1980s the ratio was ten", ["1980/1989"]),
    ],
)
def test_words_name_a_span_of_time(text: str, labels: list[str]) -> None:
    assert [named.period.label for named in periods_in(text, make_period("2024"), spoken_in=2025)] == labels


APRIL, OCTOBER = FinancialYear(4, "first"), FinancialYear(10, "last")
REVIEWED, PLANNED = make_period("2018-04/2019-03"), make_period("2019-04/2020-03")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("In January this year a law on waste was passed.", ["2019-01"]),
        ("The scheme was launched last November.", ["2018-11"]),
        ("As at end-January, 5 400 applications had been approved.", ["2019-01"]),
        ("In May last year we opened the park.", ["2018-05"]),
        ("On 3 July 2018 the bank closed.", ["2018-07"]),
        ("From 1 March 2018, the fee was waived.", ["2018-03"]),
        ("In mid-2018 the bridge was closed.", ["2018-06"]),
        ("Debt stood at 30% at end-March 2018.", ["2018-03"]),
        ("In the 12 months to March 2018, 400 people came.", ["2017-04/2018-03"]),
        ("The trend rate was 2.8 per cent over the past decade.", ["2009/2018"]),
        ("During the five years leading up to 2011, exports rose by 20%.", ["2007/2011"]),
        ("The ceiling was raised to $2 million last year.", ["2018"]),
        ("Since the launch of the scheme in 2009, 400 firms have joined.", ["2009-01/2019-03"]),
        ("The Orchard Fund set up in 1994 has helped 3,000 people.", []),
        ("The museum opened in 1994.", ["1994"]),
        ("Fees were paid for the 2017 Island School Diploma.", []),
        ("Ferries currently carry 3,000 people.", ["2018-04/2019-03"]),
        ("Staff rose by 6 700 in this financial year.", ["2018-04/2019-03"]),
        ("Over the past three years, members grew to 900 at present.", ["2016/2018", "2018-04/2019-03"]),
    ],
)
def test_a_budget_speaks_of_times_before_it(text: str, labels: list[str]) -> None:
    spans = periods_in(text, REVIEWED, spoken_in=2019, years=APRIL)
    assert [named.period.label for named in spans] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("We will launch the platform this April.", ["2019-04"]),
        ("By March next year 40 schools will reopen.", ["2020-03"]),
        ("The grant will rise from 2019-20 onwards.", ["2019-04/2020-03"]),
        ("The fee will be waived for two years from 1 March 2019.", ["2019-03/2021-02"]),
        ("Each school will get $9 million for three years from 2019-20.", ["2019-04/2022-03"]),
        ("We will spend $4 billion over the next decade.", ["2019/2028"]),
        ("In the next financial year we will hire 40 nurses.", ["2019-04/2020-03"]),
        ("Rebates will be paid until YA2025.", ["2025"]),
        ("It will open from the third quarter of this year.", ["2019Q3"]),
        ("We will build homes in phases from 2031.", ["2031"]),
        ("There will be a surplus between 2020-21 and 2022-23.", ["2020-04/2023-03"]),
        ("In the coming year we will add 290 beds.", ["2019-04/2020-03"]),
        ("Classes will be held in the five-year period from 2019-20.", ["2019-04/2024-03"]),
        ("Spending will rise over the next 10 to 15 years.", ["2019/2033"]),
        ("The grant for Fiscal Year (FY) 2019 is $4 million.", ["2019-04/2020-03"]),
        ("The port opens in the fourth quarter of 2019-20.", ["2019-04/2020-03"]),
    ],
)
def test_a_budget_speaks_of_times_to_come(text: str, labels: list[str]) -> None:
    spans = periods_in(text, PLANNED, spoken_in=2019, years=APRIL)
    assert [named.period.label for named in spans] == labels


def test_the_present_is_told_apart_from_the_years_that_led_to_it() -> None:
    text = "Over the past ten years, members rose by 22 per cent a year to over 8 million at present."
    spans = periods_in(text, REVIEWED, spoken_in=2019, years=APRIL)
    held = [holding_at(spans, text.index(words)) for words in ("22", "8 million")]
    assert [period and period.label for period in held] == ["2009/2018", "2018-04/2019-03"]


def test_a_report_counts_its_years_as_it_states_them() -> None:
    lines = ["Annual Report of the Smithson Museum", "", "For the year ended June 30, 1960", ""]
    text = "\n".join([*lines, "The United States Congress gave $3 million in the fiscal year 1960."])
    meta = read_metadata(text, find_outline(text, "en"), "en", "report.txt")
    assert meta.financial_year == FinancialYear(7, "last")


def test_a_value_in_brackets_is_of_the_financial_year_before() -> None:
    spans = periods_in("Revenue rose to £812m (2024: £765m).", make_period("2024-10/2025-09"), spoken_in=2025, years=OCTOBER)
    assert "2023-10/2024-09" in [named.period.label for named in spans]


def test_pounds_and_years_written_with_both_ends_are_counted_from_april() -> None:
    lines = ["Council Budget 2025-26", "", "The Council spent £4m in 2024-25 and £5m in 2023-24, after £6m in 2022-23 and £7m in 2021-22."]
    text = "\n".join([*lines, "It plans £8m for 2025-26 and £9m for 2026-27."])
    meta = read_metadata(text, find_outline(text, "en"), "en", "budget.txt")
    assert meta.financial_year == FinancialYear(4, "last")


def test_what_is_feared_now_is_dated_with_the_plan_where_a_report_looks_back_on_years() -> None:
    lines = [
        "REPORT ON THE WORK OF THE GOVERNMENT",
        "",
        "Delivered on March 5, 2018",
        "",
        "I. Review of Our Work over the Past Five Years",
        "",
    ]
    text = "\n".join([*lines, "Private investment is under pressure.", "", "II. Plans for 2018", "", "We will mend roads."])
    report = digest(from_text(text, "report.txt"), Settings(engine="rules"))
    assert [item.period and item.period.label for item in report.risks] == ["2018"]


def test_what_a_target_starts_from_stands_before_the_plan() -> None:
    text = "BUDGET 2019-20\n\nHong Kong did well in 2018-19. The grant will be raised from $240 to $280."
    report = digest(from_text(text, "report.txt"), Settings(engine="rules"))
    (item,) = [item for item in report.targets if item.figures]
    start = next(figure for figure in item.figures if figure.base == "earlier")
    assert item.period is not None
    assert start.period is not None
    assert start.period.end < item.period.end


def test_a_point_of_a_list_has_no_time_of_another_point() -> None:
    points = "(a)raising grants to $9,000 in August 2019; (b)paying fees of $4 million; (c)waiving $3 million of rent."
    text = f"BUDGET 2019-20\n\nI will introduce measures, including:\n\n{points}"
    report = digest(from_text(text, "report.txt"), Settings(engine="rules"))
    basis = {figure.text: item.basis.period for item in report.targets for figure in item.figures}
    assert basis["$9,000"] == "own"
    assert "carried" not in (basis["$4 million"], basis["$3 million"])


def test_each_figure_of_a_sentence_has_its_own_year() -> None:
    report = digest(from_text("Income rose from 7,100 yuan in 2003 to 12,900 yuan in 2008.", "report.txt"), Settings(engine="rules"))
    (item,) = report.items()
    periods = {figure.text: (figure.period or item.period) for figure in item.figures}
    assert {text: period and period.label for text, period in periods.items()} == {"7,100 yuan": "2003", "12,900 yuan": "2008"}


@pytest.mark.parametrize(
    ("text", "years", "labels"),
    [
        pytest.param("Revenue for 2018-19 rose.", APRIL, ["2018-04/2019-03"], id="written_with_both_years"),
        pytest.param("In FY2018 we spent more.", APRIL, ["2018-04/2019-03"], id="named_after_its_first_year"),
        pytest.param("Agencies recovered $3m in FY2024.", OCTOBER, ["2023-10/2024-09"], id="named_after_its_last_year"),
        pytest.param("from 2020-21 to 2023-24", APRIL, ["2020-04/2024-03"], id="from_one_to_another"),
        pytest.param("in the next financial year", APRIL, ["2026-04/2027-03"], id="against_the_year_of_speaking"),
        pytest.param("Exports fell in 2018.", APRIL, ["2018"], id="a_calendar_year_stays_one"),
        pytest.param("Revenue for 2018-19 rose.", None, ["2018/2019"], id="not_known_when_it_begins"),
        pytest.param("By end-2018, seven firms had come.", APRIL, ["2018-12"], id="the_end_of_a_year"),
    ],
)
def test_a_financial_year_is_one_year_of_its_country(text: str, years: FinancialYear | None, labels: list[str]) -> None:
    assert [named.period.label for named in periods_in(text, make_period("2024"), spoken_in=2025, years=years)] == labels


@pytest.mark.parametrize(
    "text",
    [
        "We will build zones for the Forged in Ruritania 2035 programme.",
        "We will carry out the Harbour Blueprint released in 2017.",
        "The measures of my last year's Budget have been carried out.",
        "The line was raised to 2,300 crowns at 2010 prices.",
        "Budget 2026 invests in nurses.",
        "The 12th Five-Year Plan has been carried out.",
        "The Ferry Safety Act of 2019 is observed.",
        "Members aged 70 in 2014 pay half.",
        "Trade was lower than after the outbreak in 2003.",
    ],
)
def test_a_year_in_a_name_or_a_reference_dates_nothing(text: str) -> None:
    assert not periods_in(text, make_period("2024"), spoken_in=2025)


def test_an_opening_dates_its_paragraph_and_ends_of_a_rise_have_their_own_years() -> None:
    text = (
        "REPORT ON THE WORK OF THE GOVERNMENT\n\nDelivered on March 5, 2018\n\n"
        "I will begin with a review of our work over the past five years.\n"
        "Over the past five years, the economy has grown stronger.\n"
        "Steel output has risen from 54 million to 82 million tons, growing 7.1 percent a year.\n"
        "In the year just passed, all main targets were met.\n"
        "Exports grew 6.9 percent.\n"
        "The past five years have seen many changes.\n"
        "More than 66 million jobs were added.\n"
    )
    report = digest(from_text(text, "report.txt"), Settings(engine="rules"))
    told = {figure.text: (figure.period or item.period) for item in report.achievements for figure in item.figures}
    assert {words: period and period.label for words, period in told.items()} == {
        "54 million": "2012",
        "82 million tons": "2017",
        "7.1 percent": "2013/2017",
        "6.9 percent": "2017",
        "66 million": "2013/2017",
    }


def test_the_heading_of_a_year_dates_what_names_none() -> None:
    text = (
        "Budget 2019-20\n\nSpeech by the Financial Secretary of Hong Kong on 27 February 2019\n\n"
        "Economic Situation in 2018\n\n"
        "12.Exports of goods grew by 3.5 per cent in the fourth quarter, after a calm summer in the city.\n\n"
        "Public Finance\n\n"
        "13.The surplus for 2018-19 was $58.7 billion in Hong Kong.\n\n"
        "14.The forecast covers the years from 2020-21 to 2023-24. During this period, spending on works will exceed $100 billion a year.\n"
    )
    report = digest(from_text(text, "report.txt"), Settings(engine="rules"))
    told = {figure.text: (figure.period or item.period) for item in report.items() for figure in item.figures}
    assert {words: period and period.label for words, period in told.items()} == {
        "3.5 per cent": "2018Q4",
        "$58.7 billion": "2018-04/2019-03",
        "$100 billion": "2020-04/2024-03",
    }


def test_a_list_of_shortcomings_names_risks_until_we_act() -> None:
    text = (
        "REPORT ON THE WORK OF THE GOVERNMENT\n\nDelivered on March 5, 2018\n\n"
        "We are keenly aware that we still face many difficulties.\n"
        "Private investment is weak;\n"
        "some reforms have not been fully carried out.\n"
        "Accidents at work happen all too often.\n"
        "We must improve our work.\n"
    )
    report = digest(from_text(text, "report.txt"), Settings(engine="rules"))
    risks = [item.statement.rstrip(";.") for item in report.risks]
    assert risks == ["Private investment is weak", "Some reforms have not been fully carried out", "Accidents at work happen all too often"]
    assert [item.statement for item in report.targets] == ["We must improve our work."]


def test_a_figure_has_the_time_of_its_own_part_of_the_sentence() -> None:
    text = "Growth for 2012 as a whole was only 1.4 per cent, much lower than the average of 4.5 per cent over the past ten years."
    spans = periods_in(text, make_period("2012"), spoken_in=2013)
    held = [holding_at(spans, text.index(words)) for words in ("1.4", "4.5")]
    assert [period and period.label for period in held] == ["2012", "2003/2012"]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("The first clinic is expected to open from the third quarter of this year.", "2025-09"),
        ("The scheme will be introduced in the first half of next year.", "2026-06"),
        ("The pool is expected to come into operation in the third quarter of this year.", "2025-09"),
        ("We will finish the line by the end of June 2026.", "2026-06"),
        ("Emissions are to be halved by 2030.", "2030-12"),
        ("The school will open no later than 1 September 2026.", "2026-09-01"),
        ("The bridge was opened in 2024.", None),
        ("The works will be finished by the third quarter of this year.", "2025-09"),
        ("The works will be finished by year-end.", "2025-12"),
        ("The study will be done within this year.", "2025-12"),
        ("The hall is due for completion by end-2027.", "2027-12"),
        ("The waiver will be extended to 30 June 2027.", "2027-06-30"),
        ("The ferry will run from Port Hale to 9 March Street.", None),
        ("We will open the hall by the middle of next year.", "2026-06"),
        ("Those who complete their studies in 2026 may wait.", None),
        ("The fee will be introduced from September 2026.", "2026-09"),
        ("Upon completion in 2027 the tunnel will carry 900 cars.", None),
    ],
)
def test_a_deadline_is_what_the_words_set(text: str, deadline: str | None) -> None:
    assert find_deadline(text, make_period("2025")) == deadline


def test_attributes_are_those_the_words_give() -> None:
    assert find_commitment(clause_of("We must keep debt below 60%."), ()) == "must"
    assert find_commitment(clause_of("The board aims to double exports."), ()) == "strive"
    assert find_commitment(clause_of("We shall host three fairs."), ()) == "plan"
    assert find_commitment(clause_of("The supplier shall keep records."), ()) == "must"
    assert find_commitment(clause_of("I propose a further year for the Loan Guarantee Scheme."), ()) == "plan"
    assert find_outcome("Our Better Harvest Plan has reached 3,000 farms on both islands.", may_miss=False) is None
    assert find_outcome("The line was finished on schedule.", may_miss=False) == "met"
    assert find_commitment(clause_of("The board will open a school."), ()) == "plan"
    assert find_owner("The Ministry of Health will open 12 clinics.") == "Ministry of Health"
    assert find_owner("We will open 12 clinics.") is None
    assert find_owner("We will extend the deduction administered by the Harbour Board.") is None
    assert find_owner("Moreover, the Harbour Board will add 290 berths.") == "Harbour Board"
    assert find_owner("To meet demand, the Harbour Board will add 290 berths.") == "Harbour Board"
    assert find_owner("12.The Harbour Parks Corporation (HPC) is considering a dock.") == "Harbour Parks Corporation"
    several = "Harbour Board (HB), the Fish Commission (FC) and the Office of the Pilot"
    assert find_owner(f"The {several} will set up a hotline.") == several
    assert find_owner("FC and the Harbour Exchange are planning to hold a hearing.") == "FC and the Harbour Exchange"
    assert find_owner("I have asked the Pier Authority (PA) to review its fee tables.") == "Pier Authority"
    assert find_owner("We will task the Quay Council with the repair of piers.") == "Quay Council"
    assert find_owner("The Night Ferry will cost $7 million.") is None
    assert find_commitment(clause_of("FC is planning to hold a hearing."), ()) == "plan"
    assert find_commitment(clause_of("The bond will target small savers."), ()) == "plan"
    assert find_commitment(clause_of("We have to mend the quay."), ()) == "plan"
    assert find_commitment(clause_of("Captains have to pay dues."), ()) is None
    assert find_commitment(clause_of("We shall study the site and shall lease it."), ()) == "plan"
    assert find_commitment(clause_of("To ensure that fares stay low, we will pay a subsidy."), ()) == "plan"
    assert find_commitment(clause_of("We will ensure that fares stay low."), ()) == "must"
    assert find_commitment(clause_of("We need to ensure that fares stay low."), ()) == "must"
    assert find_commitment(clause_of("The city will pay rent for tenants who are required to move."), ()) == "plan"
    assert find_owner("The works will be undertaken by the Harbour Board.") == "Harbour Board"
    assert find_outcome("Growth of 6% exceeded the target of 5%.", may_miss=False) == "exceeded"
    assert find_outcome("Exports fell short of the target.", may_miss=False) is None
    assert find_cause("Sales fell because of the cold spring.") == "the cold spring"
    assert find_cause("Sales were affected by a number of factors, such as the cold spring, leading to losses.") == "the cold spring"
    assert find_cause("Given the lack of timber and high wages, it is difficult to build ships.") == "the lack of timber and high wages"
    assert find_commitment(clause_of("Ferry traffic is expected to grow."), ()) is None
    assert find_outcome("Growth was 3%, less than projected in last year's Plan.", may_miss=False) is None
    assert find_outcome("Output is projected to reach 9 tonnes.", may_miss=False) == "expected"


def test_a_title_in_brackets_on_a_line_of_its_own_is_a_heading() -> None:
    body = "The economy of the islands did well, and the ports were as busy as they had been for ten years or more."
    blocks = [
        "[Economic Outlook for 2025]",
        body,
        "Ferry Services",
        body,
        "[Please refer to the annex]",
        body,
        "（Increasing Berths）",
        body,
    ]
    outline = find_outline("\n\n".join(["A speech that goes on for a while and says little.", *blocks]), "en")
    titles = [(section.title, [child.title for child in section.children]) for section in outline.sections]
    assert titles == [("Economic Outlook for 2025", ["Ferry Services"]), ("Increasing Berths", [])]


def test_headings_name_their_stance() -> None:
    titles = ("Review of Our Work in 2023", "Overall Requirements and Targets for 2024", "Principal risks and uncertainties", "Housing")
    assert [heading_stance(title) for title in titles] == ["review", "plan", "problems", None]


SPEECH = """Budget Speech

Mr Speaker,

Introduction

1.This is my third Budget. The economy grew by 3.2 per cent in 2024, and unemployment stayed at a low level of 2.9 per cent.

Support Measures

Helping Small Firms

2.I propose to waive the fees of small firms for 2025, which will cost the Government of Singapore $300 million in the year.

Outlook for 2025

3.We forecast growth of two to three per cent in 2025, and I announce a fund of $5 billion for new lines in the coming years.
"""


def test_headings_of_a_speech_are_found_and_its_paragraph_numbers_are_none() -> None:
    outline = find_outline(SPEECH, "en")
    titles = ["Introduction", "Support Measures", "Helping Small Firms", "Outlook for 2025"]
    assert [section.title for section in outline.sections] == titles
    assert [section.stance for section in outline.sections][-1] == "plan"


def test_numbered_headings_that_end_in_a_full_stop_are_found_and_sentences_are_none() -> None:
    body = "Vessels were renewed in all ports and the fleet became safer, and two new piers were opened in the north of the county.\n"
    text = (
        f"Report of the Ports Office\n\n{body}I. Review of Work in 2011\n{body}"
        f"1. Strengthening harbour control and steadily renewing the fleet. \n{body}"
        f"2. Vigorously carrying out the coastal plan. \n{body}3. The fleet was renewed. \n{body}# up the patent of another\n{body}"
    )
    sections = find_outline(text, "en").sections
    below = ["Strengthening harbour control and steadily renewing the fleet", "Vigorously carrying out the coastal plan"]
    assert [(section.title, [child.title for child in section.children]) for section in sections] == [("Review of Work in 2011", below)]


def test_markdown_and_numbered_headings_nest() -> None:
    text = "# Annual Report 2024\n\n## Strategic report\n\n### Market review\n\nSales rose by 3%.\n\n## Principal risks\n\nLack of staff.\n"
    sections = find_outline(text, "en").sections
    assert [(section.title, [child.title for child in section.children], section.stance) for section in sections] == [
        ("Strategic report", ["Market review"], "plan"),
        ("Principal risks", [], "problems"),
    ]


def test_a_speech_says_who_when_and_what_of() -> None:
    meta = read_metadata(SPEECH, find_outline(SPEECH, "en"), "en", "speech.txt")
    assert (meta.title, meta.kind, meta.place) == ("Budget Speech", "budget", "Singapore")


def test_a_speaker_is_the_issuer_and_not_whom_the_speech_names() -> None:
    text = (
        "Mr President,\n\nI move that the Appropriation Bill 2013 be read a second time.\n\n"
        "2.Last month, the Chief Executive announced new policies worth $60 billion.\n\n"
        "3.This is my sixth year as Financial Secretary, and the harbour was dredged.\n"
    )
    assert read_metadata(text, find_outline(text, "en"), "en", "speech.txt").issuer == "Financial Secretary"


def test_keys_of_a_markdown_head_say_title_and_date() -> None:
    text = "# Records\n\n**Title:** Annual Statement of the Isle\n**Date:** 1999-02-26\n\nTrade grew by 4% in 1998.\n"
    meta = read_metadata(text, find_outline(text, "en"), "en", "speech.md")
    assert (meta.title, meta.published) == ("Annual Statement of the Isle", dt.date(1999, 2, 26))


def test_headings_of_two_years_say_what_a_text_without_a_head_reviews_and_expects() -> None:
    text = "## Performance of the Isle in 1998\n\nTrade grew by 4% in 1998 and 2% in 1997.\n\n## Outlook for 1999\n\nTrade may slow.\n"
    meta = read_metadata(text, find_outline(text, "en"), "en", "part.md")
    assert (meta.period and meta.period.label, meta.plan_period and meta.plan_period.label) == ("1998", "1999")


def test_a_chief_executives_report_is_the_companys() -> None:
    text = "Chief executive's report - Harbour Foods 2018\n\nTurnover grew by 4% to R29 billion in 2018.\n"
    meta = read_metadata(text, find_outline(text, "en"), "en", "report.txt")
    assert (meta.kind, meta.issuer) == ("annual_report", "Harbour Foods")


def test_a_work_report_says_who_when_and_what_of() -> None:
    text = (
        "Report on the Work of the Government\nDelivered at the Third Session of the National People's Congress on January 15, 2024\n"
        "On behalf of the State Council, I now report to you.\n\nI. Review of Our Work in 2023\n\nChina's GDP grew by 6.1 percent.\n"
    )
    meta = read_metadata(text, find_outline(text, "en"), "en", "report.txt")
    assert (meta.kind, meta.place, meta.issuer, meta.published) == ("work_report", "中国", "State Council", dt.date(2024, 1, 15))
    assert (meta.period and meta.period.label, meta.plan_period and meta.plan_period.label) == ("2023", "2024")


@pytest.mark.parametrize(
    ("front", "reviewed", "planned"),
    [
        ("Report on the Work of the Government 2019\n\nSecond Session of the Assembly\n\nI. 2018 in Review\n\n", "2018", "2019"),
        ("Report on the Work of the Government\n\nSecond Session of the Assembly, March 2019\n\n", "2018", "2019"),
        ("Report on the Work of the Government 2019\n\nSecond Session of the Assembly\n\n", "2018", "2019"),
        ("Report on the Work of the Government in 2019\n\nSecond Session of the Assembly\n\n", "2019", None),
    ],
)
def test_a_work_report_without_a_date_reviews_the_year_before_it_was_given(front: str, reviewed: str, planned: str | None) -> None:
    text = front + "GDP grew by 6.6 percent. We built 40 schools and repaired 300 kilometres of roads.\n"
    meta = read_metadata(text, find_outline(text, "en"), "en", "report.txt")
    assert (meta.kind, meta.period and meta.period.label) == ("work_report", reviewed)
    assert (meta.plan_period.label if meta.plan_period else None) == planned


def test_an_annual_report_has_the_year_it_says() -> None:
    text = "Annual Report for the Year Ended\n31 March 2025\n\nRevenue rose by 4% to £86.4m.\n"
    meta = read_metadata(text, find_outline(text, "en"), "en", "report.txt")
    assert (meta.title, meta.kind, meta.period and meta.period.label) == (
        "Annual Report for the Year Ended 31 March 2025", "annual_report", "2024-04/2025-03",
    )  # fmt: skip
    assert meta.basis.period == "own"


def test_a_date_that_ends_a_period_is_no_publication() -> None:
    assert find_date("for the year ended 31 March 2025; approved on 4 June 2025") == dt.date(2025, 6, 4)


def rules(text: str) -> Digest:
    return digest(from_text(text, "report.txt"), Settings(engine="rules"))


def test_a_bare_dollar_is_that_of_the_place_and_said_to_be_assumed_without_one() -> None:
    at_home = rules("Hong Kong will spend $5 million on the harbour of Hong Kong.")
    nowhere = rules("The board will spend $5 million on the harbour.")
    assert [figure.unit_code for item in (*at_home.items(), *nowhere.items()) for figure in item.figures] == ["HKD", "USD"]
    assert [[warning.code for warning in report.warnings if warning.code == "currency_assumed"] for report in (at_home, nowhere)] == [
        [], ["currency_assumed"],
    ]  # fmt: skip


def test_measures_of_companies_are_told_from_those_of_states() -> None:
    report = rules("Revenue rose to £86.4m. Operating profit fell to £9m. Tax revenue rose to £3bn. GDP grew by 2%.")
    assert [item.indicator for item in report.achievements] == ["company_revenue", "operating_profit", "tax_revenue", "gdp"]


RESULTS = """Harrow & Vale plc

Half-year results for the six months ended 30 June 2025

Financial highlights

• Revenue up 6.2% to £412.6m (H1 2024: £388.5m); organic growth of 4.1%
• Order intake of £455m, 1.1x revenue; order book at a record £1.2bn
• Net debt reduced to £96m (31 December 2024: £118m)

| £m | H1 2025 | H1 2024 |
|---|---|---|
| Tax expense | (9.1) | (8.7) |

Outlook

The Board expects full-year revenue growth of between 4% and 5%.

Principal risks and uncertainties

The principal risks facing the Group are unchanged. Wage inflation and shortages of skilled engineers could increase costs.
"""


def test_a_company_s_results_are_read_with_what_they_are_compared_with() -> None:
    report = rules(RESULTS)
    told = {
        figure.text: (figure.metric or item.metric, str(figure.amount), figure.unit_code, figure.base, (figure.period or item.period))
        for item in report.achievements
        for figure in item.figures
    }
    assert (report.report.issuer, report.report.period and report.report.period.label) == ("Harrow & Vale plc", "2025H1")
    assert {text: (name, amount, code, base, period and period.label) for text, (name, amount, code, base, period) in told.items()} == {
        "6.2%": ("Revenue", "6.2", "%", None, "2025H1"),
        "£412.6m": ("Revenue", "412600000.0", "GBP", None, "2025H1"),
        "£388.5m": ("Revenue", "388500000.0", "GBP", "earlier", "2024H1"),
        "4.1%": ("organic growth", "4.1", "%", None, "2025H1"),
        "£455m": ("Order intake", "455000000", "GBP", None, "2025H1"),
        "1.1x": ("Order intake", "1.1", "1", None, "2025H1"),
        "£1.2bn": ("order book", "1200000000.0", "GBP", None, "2025H1"),
        "£96m": ("Net debt", "96000000", "GBP", None, "2025H1"),
        "£118m": ("Net debt", "118000000", "GBP", "earlier", "2024-12"),
        "(9.1)": ("Tax expense", "-9100000", "GBP", None, "2025H1"),
        "(8.7)": ("Tax expense", "-8700000", "GBP", None, "2024H1"),
    }
    assert [(item.metric, figure.text) for item in report.targets for figure in item.figures] == [("full-year revenue growth", "4% and 5%")]
    assert [item.metric for item in report.risks] == ["shortages of skilled engineers"]


def test_a_budget_named_for_a_financial_year_plans_it_and_reviews_the_one_before() -> None:
    text = (
        "2025-26 Budget Speech\n\nDelivered on 25 March 2025 by the Treasurer of the Commonwealth of Australia\n\n"
        "Tax cuts for every taxpayer\n"
        "We will invest $8.5 billion in clinics of Australia, more than 1,100 nurses will be trained.\n"
    )
    outline = find_outline(text, "en")
    meta = read_metadata(text, outline, "en", "speech.txt")
    assert [section.title for section in outline.sections] == ["Tax cuts for every taxpayer"]
    assert (meta.kind, meta.place, meta.published) == ("budget", "Australia", dt.date(2025, 3, 25))
    assert (meta.period and meta.period.label, meta.plan_period and meta.plan_period.label) == ("2024-07/2025-06", "2025-07/2026-06")
    assert meta.financial_year == FinancialYear(7, "last")


KEYED = (
    "---\nAgency: Bureau of Canals\nAgency_Name: Bureau of Canals\nFiscal_Year: 2024\nConfirmed_Losses: null\nLoss_Rate_Max: 0\n"
    "Is_Draft: false\nLoss_Amounts: '[3.5, 4.25]'\nLoss_Years: '[2023, 2024]'\nSluices_Open: 14\n"
    "? canal_Amount_Recovered_In_Prior_Years\n: 0.7\nDredging_Rate: 62.5\n"
    "detail_a1: 'The bureau completed 22\n  inspections in the north. The crews didn''t find\n  any leak in the main canal.'\n"
    'detail_b2: "Locks were repaired in time.\\n\\nBoats wait for nine hours\\\n  \\ at the \\"Old Gate\\" lock."\n---\n'
)


def test_keys_and_values_are_no_prose() -> None:
    text = from_text(KEYED, "report.md").text
    working = clean(text).text
    assert "The bureau completed 22 inspections in the north. The crews didn't find any leak in the main canal." in working.split("\n")
    assert 'Boats wait for nine hours at the "Old Gate" lock.' in working.split("\n")
    assert "canal Amount Recovered In Prior Years: 0.7" in working.split("\n")
    assert not any(word in working for word in ("null", "false", "Loss_Rate_Max", "detail_a1", "\\", "''"))


def test_keyed_values_have_their_year_and_role_and_placeholders_are_no_items() -> None:
    report = digest(from_text(KEYED, "report.md"), Settings(engine="rules"))
    told = {
        figure.text: (item.metric, figure.role, item.period and item.period.label) for item in report.items() for figure in item.figures
    }
    assert told["3.5"] == ("Loss Amounts", "level", "2023")
    assert told["4.25"] == ("Loss Amounts", "level", "2024")
    assert told["0.7"] == ("canal Amount Recovered In Prior Years", "level", "2024")
    assert told["62.5"][1] == "share"
    assert told["14"][1] == "count"
    assert "0" not in told
    assert not any("null" in item.statement for item in report.items())


SHEET = (
    "---\nAgency_Name: Office of Harbours\nFiscal_Year: 2023\nAudit_Years: '[2021, 2022]'\nAudit_Rates: '[4e-05, 3.25]'\n"
    "Audit_Rate_Max: 5\n"
    "Audit_Rate_Min: 0.0\nTolls_Years: '[2021, 2022, 2023]'\nTolls_Paid: '[8.5, 7, 9.25]'\nBerths_By_Depth: '[11, 12, 13, 14]'\n"
    "quay_Amt_Owed_6_months_to_1_year: 0.5\nquay_Cranes: 12\nquay_Loads_Lost: 0.0\nquay_Id: 417\n---\n"
)


def test_each_value_of_a_sheets_list_states_itself_with_its_own_year() -> None:
    report = digest(from_text(SHEET, "sheet.md"), Settings(engine="rules"))
    told = {item.statement: (item.metric, item.period and item.period.label, type(item).__name__) for item in report.items()}
    assert told["Tolls Paid 2022: 7"] == ("Tolls Paid", "2022", "Achievement")
    assert told["Audit Rates 2021: 4e-05"] == ("Audit Rates", "2021", "Achievement")
    assert told["Audit Rates 2022: 3.25"] == ("Audit Rates", "2022", "Achievement")
    assert told["Amount Owed 6 months to 1 year: 0.5"][0] == "Amount Owed 6 months to 1 year"
    assert told["Cranes: 12"][0] == "Cranes"
    assert not any("Max" in statement or "Min" in statement or "417" in statement for statement in told)
    small = next(figure for item in report.items() for figure in item.figures if figure.text == "4e-05")
    assert small.value == Decimal("0.00004")
    assert SHEET[small.start : small.end] == "4e-05"


def test_of_a_sheets_list_the_last_value_leads_and_nothing_leads_nowhere() -> None:
    report = digest(from_text(SHEET, "sheet.md"), Settings(engine="rules"))
    led = [item.statement for item in report.items() if item.id in report.leading.achievements[:4]]
    assert "Tolls Paid 2023: 9.25" in led
    assert "Tolls Paid 2021: 8.5" not in led
    assert "Loads Lost: 0.0" not in led


def test_a_list_whose_years_nothing_tells_stays_a_list() -> None:
    assert "Berths By Depth: [11, 12, 13, 14]" in clean(from_text(SHEET, "sheet.md").text).text.split("\n")


def test_footnote_marks_that_cling_to_words_and_numbers_are_no_digits() -> None:
    noted = "Rents rose1 last year. Over the five years to 20182 they doubled. A grant of $45,0003 was paid.\nA firm with $2,5004will gain."
    assert (
        clean(noted).text
        == "Rents rose last year. Over the five years to 2018 they doubled. A grant of $45,000 was paid.\nA firm with $2,500will gain."
    )
    assert [figure.amount for figure in find_figures(clean(noted).text)][-2:] == [45000, 2500]


@pytest.mark.parametrize(
    "kept", ["The covid19 wards and pm10 stations closed.", "We sold 20145 tonnes, model mark5 and mark7.", "See rule9, rule12."]
)
def test_digits_that_do_not_count_on_are_no_footnote_marks(kept: str) -> None:
    assert clean(kept).text == kept


def test_dashes_and_quotes_that_were_read_in_another_encoding_are_mended() -> None:
    text = "The City鈥檚 co鈥憃perative gave $3 million in 2019鈥20, 鈥渇or good鈥\x9d."
    assert clean(text.replace("\x9d", "?")).text.startswith("The City’s co‑operative gave $3 million in 2019–20, “for good")
    assert clean("二〇一九年的鈥字").text == "二〇一九年的鈥字"


TORN = (
    "The harbour board kept its berths in good repair all year, and the new cranes will "
    "cost about\n\n$4 million each. They arrive in May.\n\n"
    "We will extend the rebate for shipowners who call at the outer quay until the end of the\n\nseason. This is a pilot.\n\n"
    "The scheme for small boats has been extended by the board for five years to 30 June\n\n2027. It was due to end."
)


def test_paragraphs_that_a_page_break_tore_are_one() -> None:
    assert clean(TORN).text.split("\n\n") == [part.replace("\n\n", " ") for part in re.split(r"(?<=[a-z]\.)\n\n", TORN)]


def test_entries_in_small_letters_and_headings_are_not_joined() -> None:
    listed = (
        "Our measures for the people who live and work along the river include\n\nwaiving the mooring fees\n\n"
        "paying half of the winter repairs of their boats and sheds\n\n"
        "giving each family that has lived on the river for more than ten years a place of its own at the quay"
    )
    assert clean(listed).text == listed
    budgeted = (
        "granting the ferries a rebate of half of their dues, to cost $5 million; and\n\npaying each crew a bonus of two weeks' wages."
    )
    assert clean(budgeted).text == budgeted


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Third, the ferry fares will be cut by 5%.", "The ferry fares will be cut by 5%."),
        ("And if they stay, we pay half.", "If they stay, we pay half."),
        ("The second change is that the cap rises to $4,000 [Please refer to Annex C-2].", "The cap rises to $4,000."),
        ("Apart from the grants which I announced earlier, we will build a quay.", "Apart from the grants, we will build a quay."),
        ("Over five years: -- A total of 300 km of dykes were built.", "Over five years: A total of 300 km of dykes were built."),
        ("(b) paying half of the dues of ferries", "Paying half of the dues of ferries"),
        ("Besides the levy, we cut fees (see Table 3).", "Besides the levy, we cut fees."),
        ("The board, hence, expects dues to rise.", "The board expects dues to rise."),
        ("Resolution 2: The board drew up charts.", "The board drew up charts."),
        ("Thanks to these efforts, catches rose by 4%.", "Catches rose by 4%."),
        ("The board's above-mentioned charts cost $3 million.", "The board's charts cost $3 million."),
        ("So far, 30 sluices have opened.", "So far, 30 sluices have opened."),
    ],
)
def test_a_sentence_is_told_without_what_only_joins_it_to_its_speech(said: str, told: str) -> None:
    assert by_itself(said) == told


DOCK = (
    "# Budget Speech 2023\n\nWe will build a new dry dock at the northern quay. This will cost $170 million. It will open in 2026.\n\n"
    "They pay dues of $30 a day.\n\nWe will dredge the canal.\n\nThis work will cost $12 million.\n\nThe fleet grew by 4% in 2022.\n"
)


def test_a_sentence_that_speaks_of_the_one_before_is_told_behind_it() -> None:
    report = digest(from_text(DOCK, "speech.md"), Settings(engine="rules"))
    told = {figure.text: item.statement for item in report.items() for figure in item.figures}
    assert told["$170 million"] == "We will build a new dry dock at the northern quay. This will cost $170 million."
    quotes = {figure.text: item.evidence[0].quote for item in report.items() for figure in item.figures}
    assert quotes["$170 million"] == "This will cost $170 million."
    assert told["$12 million"] == "We will dredge the canal. This work will cost $12 million."
    assert told["$30"] == "They pay dues of $30 a day."  # nothing near names them


def test_a_part_behind_a_semicolon_is_told_with_who_acts() -> None:
    text = "# Budget Speech 2023\n\nWe built 40 km of dykes; repaired 12 locks; the ferries carried 3 million people.\n"
    told = [item.statement for item in digest(from_text(text, "speech.md"), Settings(engine="rules")).items()]
    assert told == ["We built 40 km of dykes;", "We repaired 12 locks;", "The ferries carried 3 million people."]


def test_an_english_brief_says_when_once_and_drops_openers() -> None:
    assert bare_sentence("All in all, exports rose by 3%.") == "Exports rose by 3%."
    assert bare_sentence("During this period, spending on works will double.") == "spending on works will double."
    assert names_a_time("Over the past five years, exports rose.")
    assert not names_a_time("Exports rose by 3%, beating the previous year’s growth.")
    assert period_words(make_period("2018-04/2019-03"), english=True) == "the financial year 2018–19"


def told(text: str) -> Digest:
    return digest(f"Budget Statement 2024\n\nA. Looking ahead\n\n{text}\n")


def test_the_field_of_a_sum_without_a_word_for_it_is_its_paragraphs() -> None:
    read = told("Hospitals and clinics were full last year. Some $20 million will be spent in 2024. Nurses will get better wards.")
    assert {item.topic for item in read.targets if item.figures} == {"health"}


def test_a_short_name_has_the_field_of_what_it_stands_for() -> None:
    read = told("The Hospital Nursing Scheme (HNS) helped many.\n\nThe HNS will cost $20 million in 2024.")
    assert {item.topic for item in read.targets if item.figures} == {"health"}


def test_the_balance_of_trade_is_no_balance_of_the_budget() -> None:
    read = told("In trade with Norland, the deficit was $3 billion in 2023.")
    assert [item.indicator for item in read.achievements] == [None]


def test_the_summary_leaves_out_an_also_that_looks_back() -> None:
    assert told("We will also build 40 piers at Northport in 2024.").summary.text == "We will build 40 piers at Northport in 2024."


def test_what_a_record_of_a_speech_leaves_out_makes_no_sentence_illegible() -> None:
    assert is_legible("We have hired 500 nurses . . . and 40 pilots.")
    assert not is_legible("~ . . . | x2 . . . ;; 4k We")
    assert not is_legible("Berths . . . . . . 12 . . . . 40")  # a line of a list of contents
