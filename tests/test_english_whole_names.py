"""English names that stand alone in a table: what a sentence points to is named as before, a bare noun with what tells which it is."""

from __future__ import annotations

import pytest

from reportsum import digest
from reportsum.annotating import Clause
from reportsum.languages import find_figures
from reportsum.languages.en.names import read_english
from reportsum.languages.en.referring import cost_of, in_full, pointed_to
from reportsum.languages.en.subjects import plain_name
from reportsum.languages.en.tidying import tidied


def names_of(text: str) -> list[str | None]:
    figures = find_figures(text)
    clause = Clause(0, 0, len(text), text, None, False, tuple(range(len(figures))), "en")
    return [measure.metric for measure in read_english(text, clause, figures)]


@pytest.mark.parametrize(
    ("name", "text", "before", "told"),
    [
        pytest.param("fund", "We now have $4 million in the fund.", ["We set up a Quay Repair Fund."], "Quay Repair Fund", id="the_fund"),
        pytest.param(
            "programmes",
            "We will provide $9 million for the two programmes.",
            ["We launched the Ferry Renewal Programme and the Pier Renewal Programme."],
            "Ferry Renewal Programme and Pier Renewal Programme",
            id="both_that_were_named",
        ),
        pytest.param(
            "facilities",
            "The facilities will turn fish waste into feed.",
            ["We press ahead with waste treatment facilities on the north quay.", "Works began in May."],
            "waste treatment facilities on the north quay",
            id="two_sentences_before",
        ),
        pytest.param("project", "This project will end in 2031.", ["The Board is building a WaterHub."], "WaterHub", id="what_was_built"),
        pytest.param("programmes", "For these three programmes we set aside $9 million.", ["Boats sailed."], None, id="never_named"),
        pytest.param("scheme", "The scheme is popular.", ["Boats sailed."], "scheme", id="the_may_point_to_what_everybody_knows"),
        pytest.param("schemes", "We run 12 schemes.", ["We launched the Quay Aid Schemes."], "schemes", id="what_points_to_nothing"),
        pytest.param(
            "design of this hall",
            "The design of this hall was begun.",
            ["The hall of sea life opened."],
            "design of the hall of sea life",
            id="what_a_name_ends_in",
        ),
        pytest.param(
            "losses of boats from these storms", "Losses of boats fell.", [], "losses of boats", id="left_away_where_it_was_not_named"
        ),
        pytest.param("spending in these areas", "Spending grew.", [], "spending in these areas", id="a_part_is_not_told_as_the_whole"),
    ],
)
def test_what_a_sentence_points_to_is_named_as_before(name: str, text: str, before: list[str], told: str | None) -> None:
    assert in_full(name, text, before) == told


def test_what_money_is_given_to_is_named_as_before() -> None:
    before = ["The Town will open a Centre of Excellence for Boat Builders."]
    assert pointed_to("We set aside $4 million for the first years of the centre.", before) == "Centre of Excellence for Boat Builders"
    assert pointed_to("We set aside $4 million for the harbour.", before) is None


def test_a_cost_is_of_the_last_deed_told() -> None:
    assert cost_of("This will cost $7 million.", ["We will extend the Crew Bonus.", "All crews benefit from this."], None) == (
        "cost of Crew Bonus"
    )
    assert cost_of("This will cost $7 million.", ["I will raise the crew allowance by 5%."], None) == "cost of increase in crew allowance"
    assert cost_of("These together will cost $7 million.", ["We will extend the Crew Bonus.", "All benefit from this."], None) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("We will introduce subsidies of up to 80% for ferry crews.", ["subsidies for ferry crews"], id="behind_the_figure"),
        pytest.param("All crew members will enjoy subsidies of 40%.", ["subsidies for crew members"], id="who_gets_it"),
        pytest.param(
            "About $45 million has been committed through QAS for some 50 projects.",
            ["funding under QAS", "projects under QAS"],
            id="the_scheme_it_is_done_under",
        ),
        pytest.param("Island households will each receive $20.", ["payment to island households"], id="who_is_paid_is_not_the_measure"),
        pytest.param(
            "Fishing firms are a sector that grew. The fishing sector contributes 9% of GDP.",
            ["contribution of fishing sector to GDP"],
            id="a_share_of_a_whole",
        ),
        pytest.param("This is a rise of 0.8 percentage point of GDP.", [None], id="a_denominator_is_no_measure"),
        pytest.param(
            "Loans to islands, fishing villages and crofters increased by 6%.",
            ["Loans to islands, fishing villages and crofters"],
            id="a_list_behind_a_preposition",
        ),
        pytest.param(
            "We spent 9% more, and loans to ports, islands and crofters increased by 6%.",
            [None, "loans to ports, islands and crofters"],
            id="a_list_in_the_second_clause",
        ),
        pytest.param(
            "The Board spends $1 billion each year for upgrading and purchase of cranes.",
            ["upgrading and purchase of cranes"],
            id="a_gerund_and_a_noun",
        ),
        pytest.param("I allocated $3 million in 2030 and 2031 to support boat building.", ["support for boat building"], id="two_years"),
        pytest.param("I will allocate $2 million for the purchase of 60 berths.", ["purchase of berths"], id="a_deed_of_things"),
        pytest.param(
            "I will allocate $2 million to hire divers and buy pumps for the lock.", ["divers and pumps for the lock"], id="both_objects"
        ),
        pytest.param("The levy rebate will be raised to 40% of dues, capped at $900.", ["levy rebate", "cap on levy rebate"], id="a_cap"),
        pytest.param(
            "We will subsidise boat owners for up to 80% of the costs of new pumps.", ["costs of new pumps subsidised"], id="not_the_owners"
        ),
        pytest.param(
            "We fixed 60 boats, including 8 towed from the reef.", ["boats fixed", "boats towed from the reef"], id="some_of_them"
        ),
        pytest.param("We closed 40 wells in the bay, 60% of the original total.", ["wells in the bay"], id="a_share_of_the_things_told"),
        pytest.param(
            "(e)providing a one-off grant of $250 to support crews in need, involving an expenditure of about $9 million;",
            ["one-off grant to support crews in need", "cost of one-off grant to support crews in need"],
            id="what_the_expenditure_is_for",
        ),
        pytest.param(
            "More than 300 people who moved to the coast have gained the vote.",
            ["people that gained the vote"],
            id="not_the_relative_clause",
        ),
        pytest.param("More than 650 yards have benefited.", ["yards benefiting"], id="what_they_did"),
        pytest.param("Fares rose from 7 yuan per month in 2004 to 17 yuan.", ["Fares"], id="from_a_value_per_month"),
        pytest.param("We will improve the subsoil of 3 million hectares of orchards.", ["subsoil of orchards"], id="an_extent_of_things"),
        pytest.param("Bay County has a population of 9 million.", ["population of Bay County"], id="whose_population"),
        pytest.param(
            "Dues are 37 points, with employers contributing 17 percentage points and employees 20 percentage points.",
            ["Dues", "contribution of employers", "contribution of employees"],
            id="who_contributes",
        ),
        pytest.param("The grants will, hence, benefit 60% of crews.", ["crews benefiting"], id="a_verb_behind_an_adverb_between_commas"),
        pytest.param("Steel output fell by 17 million tons.", ["fall in steel output"], id="small_within_a_name"),
        pytest.param("Landings of crabs recorded appreciable growth of 5.9%.", ["Landings of crabs"], id="how_it_grew_is_no_name"),
        pytest.param("The vacancy rate dropped to a 20-year low of 2.9%.", ["vacancy rate"], id="a_low_of_so_many_years"),
        pytest.param(
            "Dock dues and the berth levy account for 74% of the change.", ["Dock dues and the berth levy"], id="account_is_a_verb"
        ),
        pytest.param("The vacancy rate for pilots stands at 9.8%.", ["vacancy rate for pilots"], id="stands_is_a_verb"),
        pytest.param("The waiting list for berths fell below 7,000.", ["waiting list for berths"], id="below_is_a_level"),
        pytest.param("Families with incomes below $900 are exempt.", ["incomes of families"], id="a_threshold"),
        pytest.param(
            "Sales to the Union fell by 8%, while those to Asia grew by 4%.", ["Sales to the Union", "Sales to Asia"], id="those_to_others"
        ),
        pytest.param("Berth supply will reach 308 units.", ["Berth supply"], id="a_supply_is_counted"),
        pytest.param("A total of 56 piers were painted and a further 23 are scrubbed.", ["piers painted", "piers"], id="a_further_23"),
        pytest.param(
            "The Crew Pension Scheme will provide grants of up to 70%.", ["grants from the Crew Pension Scheme"], id="who_gives_it"
        ),
        pytest.param("Idle tonnage reached 5% in May and has since fallen to 3%.", ["Idle tonnage"], id="has_since_fallen"),
        pytest.param("The output of the mill, with a capacity of 130 cubic metres, will help.", ["capacity of mill"], id="whose_capacity"),
        pytest.param(
            "We will reduce the dues of qualifying boat yards by 5%.", ["dues of qualifying boat yards"], id="an_attribute_in_ing"
        ),
        pytest.param("Another 300 piers will be built or upgraded.", ["piers built or upgraded"], id="two_deeds"),
    ],
)
def test_a_bare_noun_is_told_with_what_tells_which(text: str, names: list[str | None]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("We will support island households.", "support for island households", id="whom_one_helps"),
        pytest.param(
            "Ferry crews will benefit from the new pension plan.", "new pension plan for ferry crews", id="what_they_benefit_from"
        ),
        pytest.param("We will join forces with the trade to widen the north quay.", "north quay", id="what_it_is_all_for"),
        pytest.param(
            "The three-year Quay Scheme that I introduced is working well.", "three-year Quay Scheme", id="a_relative_clause_with_we"
        ),
        pytest.param("We will extend for the last time the validity of the permits.", "validity of the permits", id="behind_a_time"),
        pytest.param(
            "We will give sustained and stable financial support to the ferries.",
            "sustained and stable financial support",
            id="joined_attributes",
        ),
        pytest.param("The Board will discuss with the owners the future of the pier.", "future of the pier", id="discussed_with_somebody"),
        pytest.param("The repair fund set up in 2014 is growing.", "repair fund", id="a_fund_set_up"),
        pytest.param("The Board will assign and auction berths in the basin.", "berths in the basin", id="two_verbs_of_one_object"),
        pytest.param("Progress was made in rural road safety.", "rural road safety", id="progress_at_the_beginning"),
        pytest.param("Demand from abroad should sustain export growth.", "export growth", id="the_change_that_is_brought_about"),
        pytest.param("Experience shows that berth markets can be volatile.", "berth markets", id="what_experience_shows"),
        pytest.param("We brought in the Quay Package last year.", "Quay Package", id="brought_in"),
        pytest.param("We will help small yards step up the use of cranes.", "use of cranes", id="helped_to_do_something"),
        pytest.param("As to the study on the old piers, the Town plans to seek funds.", "study on the old piers", id="spoken_of"),
        pytest.param("Small firms were exempted from paying dues.", "Small firms exempted from paying dues", id="what_is_done_to_people"),
    ],
)
def test_people_are_named_with_what_they_get(text: str, name: str) -> None:
    assert plain_name(text) == name


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("harbour spending9", "harbour spending", id="mark_of_a_note"),
        pytest.param("Covid-19", "Covid-19", id="a_name_with_a_number"),
        pytest.param("135 On the berth market, prices of berths", "prices of berths", id="number_of_a_paragraph"),
        pytest.param("slight harbour deficit", "harbour deficit", id="how_much"),
        pytest.param("eligible for a rebate", "rebate", id="what_one_is_eligible_for"),
        pytest.param("supply of berths in the next three", "supply of berths", id="a_time_that_was_cut"),
        pytest.param("rise of tolls nowadays", "rise of tolls", id="an_adverb_at_the_end"),
        pytest.param("number of our berths", "number of berths", id="whose"),
        pytest.param('"red packet"', "red packet", id="quoted"),
    ],
)
def test_a_name_is_without_what_its_sentence_alone_needed(name: str, told: str) -> None:
    assert tidied(name) == told


def test_a_digest_tells_the_scheme_that_was_named_a_sentence_before() -> None:
    read = digest("# Budget 2031\n\n## New measures\n\nWe set up the Quay Repair Fund in 2030. We now have $4 million in the fund.\n")
    items = (*read.achievements, *read.targets)
    assert [item.metric for item in items for figure in item.figures if figure.text == "$4 million"] == ["Quay Repair Fund"]


def test_a_sentence_that_only_points_is_named_as_the_thing_before_it() -> None:
    told = digest(
        "Harbour Budget 2031\n\nWe will enhance the Kelp Efficiency Grant. This was introduced in 2022 for companies in the rope sector. "
        "I will extend the grant to more sectors including towing.\n"
    )
    assert [item.metric for item in (*told.achievements, *told.targets)] == ["Kelp Efficiency Grant"] * 3


def test_growth_told_beside_inflation_is_the_economys() -> None:
    told = digest("Harbour Budget 2031\n\nGrowth is projected at 1% to 3% in 2031, while inflation is expected to average 2%.\n")
    assert {figure.text: (item.metric, item.indicator) for item in told.items() for figure in item.figures} == {
        "1% to 3%": ("economic growth", "gdp"),
        "2%": ("inflation", "cpi"),
    }
    alone = digest("Harbour Budget 2031\n\nWe opened ten yards in 2030. Growth is projected at 4%.\n")
    assert [item.metric for item in alone.items() for figure in item.figures if figure.text == "4%"] == ["growth"]  # of what, is not said
    past = digest("Harbour Budget 2031\n\nWe opened ten yards in 2030. Growth was 4%.\n")
    assert [item.metric for item in past.items() for figure in item.figures if figure.text == "4%"] == [None]


def test_a_ceiling_is_the_one_told_of_before_also_where_there_are_several() -> None:
    told = digest(
        "Harbour Budget 2031\n\nWe will lower the crew wage ceilings. The ceiling is now $6,000. It will be lowered to $5,500 in 2032.\n"
    )
    assert [item.metric for item in told.items() for figure in item.figures if figure.text.startswith("$")] == ["crew wage ceilings"] * 2


def test_what_we_grew_by_is_the_growth_of_an_economy_just_spoken_of() -> None:
    told = digest("Harbour Budget 2031\n\nThe Bayland economy has matured. We grew by 7% a year until 2030.\n")
    assert [item.metric for item in told.items() for figure in item.figures if figure.text == "7%"] == ["economic growth"]
    alone = digest("Harbour Budget 2031\n\nThe Bayland fleet has matured. We grew by 7% a year until 2030.\n")
    assert [item.metric for item in alone.items() for figure in item.figures if figure.text == "7%"] == [None]


def test_what_is_done_next_and_costs_is_what_was_done_before() -> None:
    told = digest("Harbour Budget 2031\n\nWe built 900 new berths last year. These will be completed by 2033. They cost $2 million.\n")
    names = {item.statement.rpartition(". ")[2] or item.statement: item.metric for item in told.items()}
    assert sorted(name for name in names.values() if name is not None) == ["cost of new berths", "new berths", "new berths built"]


def test_of_these_are_the_last_that_were_counted() -> None:
    told = digest("Harbour Budget 2031\n\nMore than 500 yards have hired 2,200 divers. Of these, 800 were over 50.\n")
    assert [item.metric for item in told.items() for figure in item.figures if figure.text == "800"] == ["divers hired"]
    shares = digest("Harbour Budget 2031\n\nAbout 70% of the crews are islanders. Of these, 24 were trained abroad.\n")
    assert [item.metric for item in shares.items() for figure in item.figures if figure.text == "24"] == ["islanders"]


def test_debt_that_is_outstanding_is_not_praised() -> None:
    assert [tidied("outstanding Harbour Bonds"), tidied("robust Coast Guard")] == ["outstanding Harbour Bonds", "Coast Guard"]


def test_the_number_of_a_paragraph_is_no_part_of_a_name() -> None:
    told = digest("Harbour Budget 2031\n\n31.Recent falls in rope costs have occasionally resulted in lower-than-expected prices.\n")
    assert [item.metric for item in told.items()] == ["Recent falls in rope costs"]


def test_the_parts_of_a_sum_are_named_as_the_sum() -> None:
    told = digest(
        "Harbour Budget 2031\n\nWe will provide $800 in Harbour Vouchers to every crew. The first $500 will be paid in May 2031. "
        "And the remaining $300 will be paid in January 2032.\n"
    )
    assert {item.metric for item in told.items()} == {"Harbour Vouchers to every crew"}


def test_a_rate_at_the_end_of_a_year_is_the_same_indicator() -> None:
    told = digest(
        "Work Report 2031\n\nIn 2030, 1.2 million urban jobs were added, and the year-end surveyed urban unemployment rate dropped "
        "to 5.2 percent.\n"
    )
    assert [item.indicator for item in told.items() for figure in item.figures if figure.text == "5.2 percent"] == ["surveyed_unemployment"]


def test_what_whom_is_paid_was_named_before() -> None:
    told = digest(
        "Harbour Budget 2031\n\nIn 2031, I will provide additional Tide-Save rebates to help households cope with their dues. "
        "Eligible households will receive up to $760 in 2031.\n"
    )
    assert [item.metric for item in told.items() for figure in item.figures if figure.text == "$760"] == ["Tide-Save rebates"]
