"""English names: the words of a sentence and its parts, and what they say that figures measure, over reports of many kinds."""

from __future__ import annotations

import pytest

from reportsum import digest
from reportsum.annotating import Clause
from reportsum.languages import find_figures
from reportsum.languages.en.carrying import carried_name, done_next
from reportsum.languages.en.names import read_english
from reportsum.languages.en.phrases import Range, Sentence
from reportsum.languages.en.promises import find_cause
from reportsum.languages.en.referring import cost_of, tells_cost
from reportsum.languages.en.subjects import plain_name
from reportsum.languages.en.tidying import tidied
from reportsum.languages.en.troubles import name_of_risk
from reportsum.languages.en.words import cut_words


def sentence_of(text: str) -> Sentence:
    return Sentence(text, cut_words(text, 0, len(text), list(enumerate(find_figures(text)))))


def names_of(text: str) -> list[str | None]:
    figures = find_figures(text)
    clause = Clause(0, 0, len(text), text, None, False, tuple(range(len(figures))), "en")
    return [measure.metric for measure in read_english(text, clause, figures)]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        pytest.param("Fees increase by 3%.", "noun verb preposition figure stop", id="a_verb_between_its_subject_and_by"),
        pytest.param("The increase in fees is 3%.", "determiner noun preposition noun be figure stop", id="a_noun_behind_the"),
        pytest.param("The revised plan was revised.", "determiner noun noun be ed stop", id="a_participle_before_its_noun_is_part_of_it"),
        pytest.param("We plan to plan a pier.", "pronoun verb to verb determiner noun stop", id="to_before_a_verb"),
        pytest.param("It went to schools.", "pronoun ed preposition noun stop", id="to_before_a_noun"),
    ],
)
def test_words_are_told_apart_by_their_neighbours(text: str, tags: str) -> None:
    assert " ".join(word.tag for word in sentence_of(text).words) == tags


def test_helpers_and_verbs_are_one_group_and_participles_behind_nouns_are_none() -> None:
    sentence = sentence_of("Ferries run by volunteers are, in most years, expected to carry 3,000 pupils.")
    told = [" ".join(word.text for word in sentence.words[group.first : group.end]) for group in sentence.groups if group.finite]
    assert told == ["are , in most years , expected to carry"]
    assert sentence.name(sentence.before(sentence.groups[-1].first)) == "Ferries run by volunteers"


def test_a_name_has_no_times_and_no_function_words_at_its_ends() -> None:
    sentence = sentence_of("the total yield of the orchards in 2031 as a whole")
    assert sentence.name(Range(0, len(sentence.words))) == "total yield of the orchards"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Stamp duty revenue is $10 million higher than the original estimate.",
            ["stamp duty revenue above the original estimate"],
            id="how_far_above_an_estimate_is_no_level",
        ),
        pytest.param(
            "Harbour dues are $44 million, $5 million less than last year.",
            ["Harbour dues", "reduction in harbour dues"],
            id="how_much_less_than_last_year",
        ),
        pytest.param(
            "Trade with Chile grew by 90 per cent while that with Peru increased by 1.5 times.",
            ["Trade with Chile", "Trade with Peru"],
            id="that_with_another",
        ),
        pytest.param("Raise grain output by about 3%.", ["grain output"], id="a_command_is_no_part_of_what_it_moves"),
        pytest.param("Increase in grain output was 3%.", ["grain output"], id="a_change_at_the_beginning_is_no_command"),
        pytest.param("The target for growth of rail freight is about 13%.", ["rail freight"], id="what_a_target_is_for"),
        pytest.param("We set the goal for increases in rail fares at 2%.", ["rail fares"], id="what_a_goal_is_for"),
        pytest.param("Repairs to quays and piers will cost the Town $8 million.", ["Repairs to quays and piers"], id="what_costs"),
        pytest.param("The moorings, with a floating café, cost £3m.", ["moorings"], id="an_aside_is_no_subject"),
        pytest.param(
            "The Agency awarded $3.2 billion in grants to 1,400 rural clinics.", ["grants", "grants to rural clinics"], id="money_in"
        ),
        pytest.param(
            "We hired 245 wardens and reduced overtime by $12 million.", ["wardens hired", "reduction in overtime"], id="two_verbs"
        ),
        pytest.param("Herring landings fell by 900 tonnes.", ["fall in herring landings"], id="by_how_much_is_told_by_the_name"),
        pytest.param(
            "Grants paid to ferry clubs totalled £780,000.", ["Grants paid to ferry clubs"], id="a_participle_belongs_to_its_noun"
        ),
        pytest.param("The crew responded to 96% of distress calls.", ["distress calls"], id="what_a_share_is_of"),
        pytest.param("The programme reached 2.1 million people.", ["people reached by programme"], id="people_reached"),
        pytest.param("Harbour dues rose 8% to £2,104m (2023: £1,948m).", ["Harbour dues"], id="a_change_a_level_and_its_base_are_one"),
        pytest.param(
            "The plan has $45 million for road repair, $12 million to hire 60 wardens, and $8 million in rental aid.",
            ["road repair", "wardens", "rental aid"],
            id="each_sum_of_a_list_has_its_own_purpose",
        ),
        pytest.param("Kelp cover on 246 hectares of seabed was restored.", ["Kelp cover on seabed"], id="an_extent"),
        pytest.param("Mills with a capacity of 78 million tonnes were closed.", ["capacity of Mills"], id="whose_capacity"),
        pytest.param("Grazing land remains at or above the red line of 12,000 hectares.", ["Grazing land"], id="a_mark_is_no_name"),
        pytest.param("Pay in the first three quarters of 2031 rose by 6.7%.", ["Pay"], id="three_quarters_of_a_year_are_a_time"),
        pytest.param("Visitors will see mooring fees increase by 10%.", ["mooring fees"], id="what_somebody_sees"),
        pytest.param("As for harbour costs, the revised estimate is $3.7 million.", ["harbour costs"], id="as_for"),
        pytest.param("The 30% rebate comes on top of the existing levy of 8%.", ["rebate", "existing levy"], id="on_top_of"),
        pytest.param("We gave sailing lessons to 900 pupils.", ["sailing lessons to pupils"], id="what_is_given_to_whom"),
        pytest.param("The Town ran a trial of solar lamps in 12 bays.", ["trial of solar lamps in bays"], id="what_is_done_where"),
        pytest.param("The yard built 30 ferries and 4 tugs.", ["ferries built", "tugs built"], id="what_is_done_to_each_of_a_list"),
        pytest.param(
            "Another 40 villages will be linked up to the ferry network.",
            ["villages linked up to the ferry network"],
            id="what_is_done_to_them",
        ),
        pytest.param("See that 30 old tugs are taken off the bay.", ["old tugs taken off the bay"], id="see_that_they_are"),
        pytest.param(
            "They include 200 crews who are to be moved to the north quay.", ["crews moved to the north quay"], id="who_are_to_be"
        ),
        pytest.param("Over 60% of our ferries are powered by batteries.", ["ferries powered by batteries"], id="a_share_of_what_is_done"),
        pytest.param("Over 90 crews gained access to clean water.", ["crews that gained access to clean water"], id="what_they_did"),
        pytest.param("Some 12 towns now have a drug court.", ["towns with a drug court"], id="what_they_have"),
        pytest.param("Repair of 18 halls was completed.", ["halls"], id="what_is_told_of_something_else"),
        pytest.param("Some 70 boats received from the Navy are old.", ["boats received from the Navy"], id="a_participle_behind_them"),
        pytest.param("Nearly 90% of yards do not pay dues.", ["yards that do not pay dues"], id="what_they_do_not"),
        pytest.param("We met 11 of our 14 targets.", ["targets met", "targets"], id="so_many_of_all"),
        pytest.param("Profit fell, reflecting write-offs of $3m.", ["write-offs"], id="a_participle_is_no_part_of_the_name"),
        pytest.param("The Bay Museum bought 30 World War I posters.", ["World War I posters"], id="a_numbered_name"),
        pytest.param("A total of 220 plants collected by Dr. L. A. Reed arrived.", ["plants collected by Dr. L. A. Reed"], id="initials"),
        pytest.param("Dues will stay at c. $5m.", ["Dues"], id="circa"),
        pytest.param("Cash was $9m, compared with $7m in 1H24.", ["Cash"], id="a_half_year_is_no_name"),
        pytest.param("Waste sent to landfill fell by 40%.", ["Waste sent to landfill"], id="a_noun_behind_to"),
        pytest.param(
            "The sum at which firms start paying will be cut from $9,100 to $5,000.", ["sum at which firms start paying"], id="at_which"
        ),
        pytest.param("Of the total, $12 billion came from exports.", ["exports"], id="where_it_came_from"),
        pytest.param(
            "The bank expects profit to be at the top of the range of expectations of $8m.", ["profit"], id="a_range_names_nothing"
        ),
        pytest.param(
            "Boat grants in rural and urban areas rose by 8% and 5% respectively.",
            ["Boat grants in rural areas", "Boat grants in urban areas"],
            id="one_head_for_two",
        ),
        pytest.param(
            "For the medium term, the growth rate will be 4%.", ["growth rate"], id="a_term_is_no_subject_and_a_bare_rate_the_last"
        ),
        pytest.param("We cut or merged 498 items last year.", ["items cut or merged"], id="items_with_their_deed"),
        pytest.param("Landings are booming, with sales doubling from $2m to $4m.", ["sales"], id="with_sales_doubling"),
        pytest.param("The sum of $3 million was spent.", ["sum spent"], id="a_sum_with_its_deed"),
        pytest.param("At the close of the year the new quay was 20 percent complete.", ["new quay"], id="a_time_without_a_comma"),
        pytest.param("The port, for repair of the quay, $23 million.", ["repair of the quay"], id="what_a_sum_is_set_against"),
        pytest.param("Bonds issued to replace debt reached $3 billion.", ["Bonds issued to replace debt"], id="an_aim_behind_a_participle"),
        pytest.param("Some 300 hectares of land were planted with trees.", ["land planted with trees"], id="what_is_done_to_an_extent"),
        pytest.param("The rebuilding of 40 sheds has begun.", ["rebuilding of sheds"], id="the_deed_before_them"),
        pytest.param("Waiting lists grew to 900 patients.", ["Waiting lists"], id="a_stock_is_no_count_of_its_things"),
        pytest.param("The yard reported a loss of $27 million.", ["loss"], id="a_loss_of_money"),
        pytest.param(
            "The purchase of Bay Dredging for a cash consideration of $5m is done.", ["purchase of Bay Dredging"], id="what_is_bought"
        ),
        pytest.param("Turnover for the year ended 31 March 2031 was $5m.", ["Turnover"], id="the_year_ended"),
        pytest.param("We mended 62 miles of quay, 40 leaks repaired.", ["quay mended", "leaks repaired"], id="a_deed_alone"),
        pytest.param("Police recorded 3,410 thefts.", ["thefts recorded"], id="what_was_recorded"),
        pytest.param(
            "Cuts made in old capacity: 90 million tons of steel, and 30 million tons of cement.",
            ["Cuts made in old capacity, steel", "Cuts made in old capacity, cement"],
            id="what_a_list_tells_piece_by_piece",
        ),
        pytest.param("Deposits fell by $5bn to $1.7tn.", ["fall in deposits", "deposits"], id="far_apart_is_a_step"),
        pytest.param("Overseas visitors spent $24 billion.", ["Overseas visitors"], id="overseas_before_a_noun"),
        pytest.param("Berths hit a two-year high of 64,000.", ["Berths"], id="a_high_is_no_name"),
        pytest.param("We answered 92% of letters.", ["letters answered"], id="a_share_of_what_is_done_to"),
        pytest.param("Skippers will no longer pay dues on boats below $8,000.", [None], id="no_longer"),
        pytest.param("Of the deficit, $4 million will be borne by the Town.", ["deficit"], id="of_what_it_is_a_part"),
        pytest.param("The Town will spend $9 million to be used for pier repair.", ["pier repair"], id="to_be_used_for"),
        pytest.param(
            "Dues should fall, and the price of fuel for small fishing and commercial boats should be cut by 9%.",
            ["price of fuel for small fishing and commercial boats"],
            id="two_attributes_in_a_subject",
        ),
        pytest.param("Revenue is $6 billion, lower than the first estimate by 1.3% or $8 million.", ["Revenue"], id="lower_by"),
        pytest.param("The Town will give $5 million for the operation of the pier.", ["operation of the pier"], id="in_operation_says_how"),
        pytest.param("The plan will benefit 3,000 anglers.", ["anglers benefiting"], id="whom_a_plan_benefits"),
        pytest.param(
            "Pay of pilots was $900, and pay of deckhands $500, up 9% and 8% respectively.",
            ["Pay of pilots", "pay of deckhands"],
            id="changes_handed_out_to_levels",
        ),
        pytest.param(
            "The port ranked second in terms of cargo handled under the treaty.",
            ["cargo handled under the treaty"],
            id="a_rank_in_terms_of",
        ),
        pytest.param("The Town launched, with $2 million from the Trust, the Reef Voucher.", ["Reef Voucher"], id="launched_with_a_sum"),
        pytest.param(
            "We will cut waste, keeping the harbour registered idle rate no higher than 5%.",
            ["harbour registered idle rate"],
            id="kept_within_a_bound",
        ),
        pytest.param("Harbour dues rose to $120 a head, up 50%.", ["Harbour dues"], id="up_belongs_to_the_level_before"),
        pytest.param(
            "The number of crews will rise by 400, to 900.", ["rise in number of crews", "number of crews"], id="the_level_is_no_rise"
        ),
        pytest.param(
            "Dues fell 2%, and crab landings and lobster sales decreased 9% and 13% respectively.",
            ["Dues", "crab landings", "lobster sales"],
            id="two_subjects_handed_out",
        ),
        pytest.param(
            "Minimum prices of early crab, king crab and cod will rise by $1, $2 and $3 a crate respectively.",
            ["Minimum prices of early crab", "Minimum prices of king crab", "Minimum prices of cod"],
            id="what_a_list_shares",
        ),
        pytest.param("We have opened 21 out of the proposed 23 slipways.", ["slipways opened"], id="so_many_out_of_those_planned"),
        pytest.param("We have 500 quays, of which 350 have their own cranes.", ["quays"], id="of_which_so_many_have"),
        pytest.param("The Town will spend $2 million to support their growth.", [None], id="a_purpose_told_before"),
        pytest.param("The port's trade grew from $4m to $5m and now ranks second in the bay.", ["port's trade"], id="a_rank_of_what_grew"),
        pytest.param(
            "The Town's mobile harbour coverage ranks first in the bay.", ["Town's mobile harbour coverage"], id="a_rank_of_its_subject"
        ),
        pytest.param("Storm grants were paid to 300 crews.", ["Storm grants to crews"], id="what_was_paid_to_whom"),
        pytest.param("The cranes are expected to reap 9% in crew savings.", ["crew savings"], id="what_is_saved"),
        pytest.param("The Town kept the total area of reefs over 12 million hectares.", ["total area of reefs"], id="kept_over"),
        pytest.param("Harbour dues remain unchanged at 3%.", ["Harbour dues"], id="unchanged_at"),
        pytest.param(
            "The new dock is open, bringing the total number of participating yards to 11.",
            ["total number of participating yards"],
            id="bringing_a_number_to",
        ),
        pytest.param("They get a further 50% off their berth bills.", ["berth bills"], id="off_their_bills"),
        pytest.param("Over the past five years: -- A total of 30 miles of dykes were raised.", ["dykes raised"], id="a_time_is_no_key"),
        pytest.param("Ferry output was slack, with growth of only 1.2%.", ["Ferry output"], id="with_growth_of"),
        pytest.param(
            "The Office processed 1.3 million claims, a 4 percent increase over 2022.", ["claims processed"], id="an_increase_behind"
        ),
        pytest.param("This measure will cost $5 million.", [None], id="a_measure_names_nothing"),
        pytest.param("The new grant, involving $5 million, is popular.", ["new grant"], id="an_aside_tells_of_what_stands_before_it"),
        pytest.param("raising mooring subsidies by $7 million", ["increase in mooring subsidies"], id="a_point_of_a_list"),
        pytest.param("We will spend $2 million to support NGOs in mending nets.", ["nets"], id="whom_the_deed_helps"),
        pytest.param(
            "The workforce is to expand by 3 481 posts to 91 816.", ["increase in workforce", "workforce"], id="a_step_to_a_level"
        ),
        pytest.param(
            "We will raise grants for small- and medium-sized boatyards to 40% and 25% respectively.",
            ["grants for small-sized boatyards", "grants for medium-sized boatyards"],
            id="two_names_with_one_head",
        ),
        pytest.param("The area of oily mud was reduced by 900 hectares.", ["reduction in area of oily mud"], id="what_was_reduced"),
        pytest.param("We will extend the 40% relief on nets for another five years.", ["relief on nets"], id="how_long_is_no_name"),
        pytest.param(
            "Investments in quays, such as the Ring Pier, Old Dock, and Dock 5, rose to $4 billion.",
            ["Investments in quays"],
            id="examples_are_no_name",
        ),
        pytest.param(
            "Tide gauges have been set up in the capital and 9 other ports.", ["ports with tide gauges"], id="places_with_what_is_there"
        ),
        pytest.param(
            "(c)waiving mooring dues for four quarters of 2019-20, subject to a ceiling of $1,500 a quarter",
            ["ceiling for mooring dues"],
            id="a_ceiling_is_of_what_it_limits",
        ),
        pytest.param("Waiving rates for 2019-20, subject to a ceiling of $900.", ["ceiling for waiver of rates"], id="rates_are_a_tax"),
        pytest.param("Apart from the salt levy, the boat tax was raised to 4 per cent.", ["boat tax"], id="what_stands_apart"),
        pytest.param("We will raise kelp capacity by 5 tonnes nationwide.", ["increase in kelp capacity"], id="everywhere_is_no_name"),
        pytest.param(
            "We will create a Net Menders Fund and put $5 million into the Fund.", ["Net Menders Fund"], id="a_name_said_in_full_before"
        ),
        pytest.param(
            "The Isle's economic growth slowed from 3.9 to 2.0 per cent, with growth for the fourth quarter at a mere 1.1 per cent.",
            ["Isle's economic growth"],
            id="growth_goes_with_growth",
        ),
        pytest.param(
            "Raising the allowance for keeping a dependent uncle aged 60 or above from $300 to $450.",
            ["allowance for keeping a dependent uncle aged 60 or above"],
            id="the_measure_not_its_object",
        ),
        pytest.param(
            "The effective boat tax rate is 3% for new crews and 7% for older crews, compared to the headline rate of 11%.",
            ["effective boat tax rate", "headline boat tax rate"],
            id="one_rate_for_two_groups",
        ),
        pytest.param("We spend up to 40% of harbour dues.", ["harbour dues spent"], id="a_share_with_what_is_done"),
        pytest.param("The jobless rate, at 2.5 per cent, was down by 0.4 percentage points.", ["jobless rate"], id="value_between_commas"),
        pytest.param("At 14% of GDP, our public outlay is low.", ["public outlay"], id="value_before_its_subject"),
        pytest.param(
            "The gap is forecast to narrow from 3.1 per cent of GDP this year to 2.2 per cent by 2031.",
            ["gap"],
            id="from_a_share_to_a_share",
        ),
        pytest.param(
            "Small yards with sales below $9 million will receive a rebate of $700.",
            ["Small yards with sales", "rebate for small yards"],
            id="who_receives_a_sum",
        ),
        pytest.param("The Port signed contracts with six ferry lines.", ["contracts with ferry lines"], id="with_whom"),
        pytest.param("Over 30 percent of the crews are expected to retire.", ["crews expected to retire"], id="what_is_expected"),
        pytest.param(
            "Grants totalling $8 million were paid to 63 net menders.", ["Grants", "Grants to net menders"], id="what_was_handed_out"
        ),
        pytest.param("The toll will be charged from 2031 at a rate of 2 per cent of turnover.", ["toll"], id="at_a_rate"),
        pytest.param(
            "We will raise our storage capacity by an equivalent of 80 million tons of wet sand.",
            ["increase in storage capacity"],
            id="moved_by_so_much_of_something",
        ),
        pytest.param(
            "The Board used 25 million yuan to support fishing and salt works.", ["support for fishing and salt works"], id="help"
        ),
        pytest.param("Of this, $3 million will go to village schools.", ["village schools"], id="where_a_sum_goes"),
        pytest.param("The total commitment will be $2 million.", [None], id="a_sum_that_says_nothing"),
        pytest.param("We committed $3 million to a new Kelp Fund.", ["new Kelp Fund"], id="committed_to"),
        pytest.param("The Harbour met seven of its nine key safety targets.", ["key safety targets"], id="so_many_of_its"),
        pytest.param(
            "It filed 143 claims, 91 per cent of which were accepted.", ["claims filed", "claims accepted"], id="a_share_of_which"
        ),
        pytest.param("We trained 640 pilots in the new charts.", ["pilots trained in the new charts"], id="trained_in"),
        pytest.param("We lifted 2 million people out of debt.", ["people lifted out of debt"], id="out_of"),
        pytest.param(
            "Emissions of soot and sulfur were cut by 8 percent and 5 percent respectively.",
            ["Emissions of soot", "Emissions of sulfur"],
            id="one_head_of_two",
        ),
        pytest.param("The effect of the toll will be small, at about 1% of running costs.", ["effect of the toll"], id="said_to_be_small"),
        pytest.param("$5 million will be set aside to further the growth of sailing.", ["growth of sailing"], id="to_further"),
        pytest.param("Erosion was halted on 30 hectares of dunes.", ["Erosion halted on dunes"], id="where_it_was_halted"),
        pytest.param("Mooring fees were waived for 400 crews.", ["crews with mooring fees waived"], id="spared_from"),
        pytest.param("We will give $6 million in total to the Council for repairing sea walls.", ["sea walls"], id="in_total"),
        pytest.param("Women hold 46 per cent of deck posts.", ["deck posts held by women"], id="who_holds_a_share"),
        pytest.param("We resettled 1.8 million people from flooded islands.", ["people resettled from flooded islands"], id="from_where"),
        pytest.param(
            "The gap is $2 billion, meaning the gap-to-GDP ratio will rise to 3%.", ["gap", "gap-to-GDP ratio"], id="what_it_means"
        ),
        pytest.param("Increase kelp exports by about 7%.", ["kelp exports"], id="asked_for_at_the_opening"),
        pytest.param("We set the target for growth of kelp exports at 4%.", ["kelp exports"], id="what_a_target_is_for"),
        pytest.param(
            "Landings are to grow by 3 per cent, lower than the trend growth of 4 per cent over the past ten years.",
            ["Landings"],
            id="what_it_is_set_beside",
        ),
        pytest.param("The pier offers 400 square metres of Grade A office space.", ["Grade A office space"], id="grade_a"),
        pytest.param("The mooring levy will be raised in stages from $15 to $60.", ["mooring levy"], id="in_stages"),
        pytest.param(
            "Harbour debt will peak at 43 per cent of GDP in 2031 before falling to 41 per cent by 2033.",
            ["Harbour debt"],
            id="before_falling_to",
        ),
        pytest.param("The Port underspent its repair budget by £2 million.", ["underspend in repair budget"], id="underspent"),
        pytest.param("We funded 40 kōhanga.", ["kōhanga funded"], id="letters_with_marks"),
        pytest.param("I will put $4 million into the QRM to give it long-term support.", ["QRM"], id="paid_into_what_its_letters_name"),
        pytest.param("I will earmark $5 million for the widening of Dock 5.", ["widening of Dock 5"], id="a_number_within_a_name"),
        pytest.param("Net repairs and sail lofts, 14,274;", ["Net repairs and sail lofts"], id="a_label_and_its_number"),
        pytest.param("The Isle now ranks first in the world in kelp exports.", ["kelp exports"], id="ranked_in_what"),
        pytest.param("She read the logs of 400 ferry masters.", ["logs of ferry masters"], id="what_is_of_those_counted"),
        pytest.param("The jobless rate, at 2.8% in May last year, is low.", ["jobless rate"], id="a_value_and_its_time_between_commas"),
        pytest.param("The jobless rate remained stable at a low level of 5 percent.", ["jobless rate"], id="how_it_remained"),
        pytest.param("We will hold tolls below 3%.", ["tolls"], id="what_is_held"),
        pytest.param("Mooring fees held steady at $3 million.", ["Mooring fees"], id="how_it_held"),
        pytest.param(
            "The number of licensed pilots passing the 3,000 mark.", ["number of licensed pilots"], id="a_mark_that_is_passed_names_nothing"
        ),
        pytest.param(
            "Safety improved, with the unlit quays reduced by 1,400.",
            ["reduction in unlit quays"],
            id="what_was_done_to_a_thing_behind_with",
        ),
        pytest.param("We expect to draw a lower amount of up to $3 million from past reserves.", ["draw from past reserves"], id="drawn"),
        pytest.param(
            "The board agreed to a draw of up to $6 million from the Quay Fund.", ["draw from Quay Fund"], id="a_draw_with_where_it_is_from"
        ),
        pytest.param("The seasonally adjusted catch rose by 4%.", ["seasonally adjusted catch"], id="an_adverb_of_an_attribute"),
        pytest.param("I rolled out three piers last year, totalling $3 million.", ["piers rolled out", "piers"], id="what_comes_to_a_sum"),
        pytest.param("Hurt by a storm, the port entered a slump and shrank by 2%.", ["port"], id="a_participle_opens"),
        pytest.param("With 90 harbour rules in 8 categories, we kept order.", ["harbour rules"], id="categories_of_things_counted"),
        pytest.param("Dues and tolls vary most, and they make up 27% and 15% respectively.", ["Dues", "tolls"], id="a_pronoun_hands_out"),
        pytest.param(
            "We will take 24 measures to ease quay congestion.", ["measures to ease quay congestion"], id="measures_with_their_aim"
        ),
        pytest.param("We launched the Harbour Plan, with a budget of $25 million.", ["Harbour Plan"], id="a_plan_with_its_sum"),
        pytest.param("We will give $2 million, or 3 million francs, to support small yards.", ["support for small yards"], id="told_again"),
        pytest.param(
            "A small household of four will get $500 in benefits.",
            ["benefits for small household of four"],
            id="benefits_with_who_gets_them",
        ),
        pytest.param(
            "The calm led to a rebound in exports of kelp, registering a growth of 1.7 per cent.", ["exports of kelp"], id="what_it_led_to"
        ),
        pytest.param("Sales of rope, though picking up in May, still fell by 3.1 per cent.", ["Sales of rope"], id="a_concession_between"),
        pytest.param("It is in line with the 3 per cent wage growth as agreed.", ["wage growth"], id="growth_behind_its_rate"),
        pytest.param(
            "We dredge more, allowing the towing industry to contribute 4.7 per cent to our GDP.",
            ["contribution of towing industry"],
            id="who_is_allowed_to",
        ),
        pytest.param("The $10 million set aside for the Pier Fund was paid.", ["Pier Fund"], id="set_aside"),
        pytest.param(
            "We will earmark $3 million to allow owners to join in the Harbour Renewal Scheme.",
            ["Harbour Renewal Scheme"],
            id="to_allow_whom",
        ),
        pytest.param("Owners of about 4,500 boats will benefit.", ["Owners of boats"], id="whose"),
        pytest.param("We provide each eligible yard with funding of up to $200,000.", ["funding for eligible yard"], id="provided_with"),
        pytest.param(
            "Being the hub of trade, the towing and pilot industry accounts for 22 per cent of our GDP.",
            ["contribution of towing and pilot industry to GDP"],
            id="being_opens",
        ),
        pytest.param(
            "In terms of total catches, the port was ranked the eighth in the bay, up three places.",
            ["total catches"],
            id="in_terms_of_first",
        ),
        pytest.param("Kelp growth came in at 3%.", ["Kelp growth"], id="came_in_at"),
        pytest.param(
            "I will pay quay vouchers of $300 in June, and for the crews the remaining $200 in July.", ["quay vouchers"], id="the_remaining"
        ),
        pytest.param("As a result, spending on piers fell by 3%.", ["spending on piers"], id="as_a_result"),
        pytest.param("Running costs make 90% of the sum.", ["Running costs"], id="running_costs"),
        pytest.param(
            "Dues are low, while operating and harbour expenditures are put at $27 million.",
            ["operating and harbour expenditures"],
            id="two_attributes",
        ),
        pytest.param(
            "Spending on piers has risen steadily and strongly over the past five years, from 1.7% of GDP in FY93 to 2.7%.",
            ["Spending on piers"],
            id="over_a_time_from",
        ),
        pytest.param("Spending on piers rose from 3% of GDP prior to FY95 to 6.3% in FY97.", ["Spending on piers"], id="prior_to_a_year"),
        pytest.param("The year-end surveyed idle rate of boats fell to 5%.", ["year-end surveyed idle rate of boats"], id="two_attributes"),
        pytest.param(
            "We will waive the mooring fees for 640 ferry crews.", ["ferry crews with mooring fees waived"], id="whom_it_is_waived"
        ),
        pytest.param(
            "I shall allocate $6 million to the Harbour Department for inviting overseas pilots and shipping editors.",
            ["allocation to the Harbour Department"],  # not its guests: the money goes to the body
            id="money_for_a_body_that_invites",
        ),
        pytest.param(
            "I will set aside $8 million for the Quay Council to step up its promotion abroad.",
            ["allocation to the Quay Council"],
            id="money_for_a_body_that_does_its_own",
        ),
        pytest.param("I will provide $5 million to the Government to step up its work.", [None], id="money_for_who_only_acts"),
        pytest.param(
            "We will provide 4,000 owners with a rebate of $30.",
            ["owners provided with rebate", "rebate for owners"],
            id="counted_ones_with_their_gift",
        ),
        pytest.param(
            "I cut our corporate and top personal tax rates from 24% and 26% respectively.",
            ["corporate tax rate", "top personal tax rate"],
            id="two_taxes_with_one_head",
        ),
        pytest.param(
            "The pier levy will be 50% in the first two years, 30% in the next two years, before tapering to 15% in 2036.",
            ["pier levy"],
            id="one_quantity_step_by_step",
        ),
        pytest.param(
            "We intend to provide $25 million in 2031 and $45 million in 2033 for pier works, with a view to reaching $50 million by 2035.",
            ["pier works"],
            id="steps_named_behind_the_second",
        ),
        pytest.param("As against the target of 500 piers, 430 piers were mended.", ["piers mended"], id="set_against_what_is_told_behind"),
        pytest.param(
            "Against a budget of $12 million, spending on piers came to $9 million.", ["spending on piers"], id="set_against_a_budget"
        ),
        pytest.param("Yards get a rebate on the first $3 million of their dues.", ["rebate"], id="given_for_the_first_so_much"),
        pytest.param("We kept the pier levy low – at $5.", ["pier levy"], id="what_is_kept_at_a_value"),
        pytest.param("We raised the prices for hemp and tar between 40% and 80%.", ["prices for hemp and tar"], id="between_two_values"),
        pytest.param(
            "This means an increase of $4 per month in mooring bills.", ["increase in mooring bills"], id="an_increase_by_a_sum_a_month"
        ),
        pytest.param("Out of 500 tips received, 50% have been followed.", ["tips received", "tips followed"], id="what_came_of_a_share"),
        pytest.param("Owners pay crews at least the Pier Wage, which is set at $900.", ["Pier Wage"], id="which_is_of_what_is_nearest"),
        pytest.param("The yard now accounts for half of all sails.", ["share of yard in sails"], id="a_verb_behind_now"),
        pytest.param(
            "We will spend $2 million on mud removal and dredging our bays.",
            ["mud removal and dredging our bays"],
            id="a_gerund_beside_a_noun",
        ),
        pytest.param("We set aside $5 million to grow Bayland companies.", ["support for Bayland companies"], id="firms_that_are_grown"),
        pytest.param(
            "The pay rise costs $3 million, bringing the total support to crews to close to $9 million.",
            ["pay rise", "total support to crews"],
            id="what_is_brought_to_a_value",
        ),
        pytest.param("The TSS will be up to 5% for small yards.", ["TSS"], id="the_letters_of_a_scheme_that_is_a_share"),
        pytest.param("We will fund these works up to 50% of mooring costs.", ["mooring costs funded"], id="costs_of_what_is_pointed_to"),
        pytest.param("This could catalyse $2 billion of loans.", ["loans catalysed"], id="a_bare_kind_of_money_with_its_deed"),
        pytest.param(
            "We will start a Pier Loan scheme, for loans of up to $3 million.",
            ["loans under the Pier Loan scheme"],
            id="loans_of_their_scheme",
        ),
        pytest.param(
            "With the enhancement of the berth allowance to 25% of dues, yards can save.",
            ["berth allowance"],
            id="what_is_enhanced_to_a_share",
        ),
        pytest.param("Crews got months of dues rebates worth a total of $2 million.", ["dues rebates"], id="what_is_worth_a_sum"),
        pytest.param("Calmer seas reduced rope and timber costs by 1%.", ["rope and timber costs"], id="two_attributes_behind_a_verb"),
        pytest.param(
            "Lower dues, calmer seas and longer days combined to reduce mooring costs by 2%.",
            ["mooring costs"],
            id="what_several_things_reduce",
        ),
        pytest.param("This puts $650 million into the pockets of crews.", [None], id="pockets_are_no_name"),
        pytest.param(
            "We will raise the dues ceiling from the current average wage of $1,900 a month, to $2,000.",
            ["dues ceiling"],
            id="what_is_raised_from_a_mark",
        ),
        pytest.param("Families who earn $4,800 a month pay less.", ["income of families"], id="whose_income_it_is"),
        pytest.param("I have set aside $3 billion in this Budget for new piers.", ["new piers"], id="in_which_speech_it_is_given"),
        pytest.param(
            "Workers from the outer isles earn $4,800 a month.", ["income of workers from the outer isles"], id="where_they_are_from"
        ),
        pytest.param("We will spend $5 million to help preserve jobs.", ["preserving jobs"], id="a_bare_aim_with_its_deed"),
        pytest.param("We help the bottom 20% of workers.", ["workers helped"], id="the_bottom_share"),
        pytest.param("The package is $825 billion spread over two years.", ["package"], id="spread_is_no_thing"),
        pytest.param(
            "The pay of divers rose by 14% last year to around $4,000.",
            ["pay of divers"],
            id="a_change_and_the_level_it_led_to",
        ),
        pytest.param("In 2031, trade expanded by 2.4%, after growing by 2.1% in 2030.", ["trade"], id="a_gerund_behind_after_is_no_name"),
        pytest.param(
            "The yard opened 34 new sheds and closed nine, bringing the total to 512.", ["new sheds opened", "sheds"], id="a_total"
        ),
        pytest.param("We returned £250 million to owners.", ["returns to owners"], id="to_whom_it_is_returned"),
        pytest.param("Buyers of a second boat will pay 12%.", [None], id="who_pays_a_share"),
        pytest.param("Last year, I enhanced the Rope Package by $2 million.", ["increase in Rope Package"], id="what_is_enhanced_by_a_sum"),
        pytest.param(
            "The rope tax will be cut to 18 per cent, at a cost of $800 million.",
            ["rope tax", "cost of reduction in rope tax"],
            id="what_a_cut_costs",
        ),
        pytest.param(
            "We set aside $2 billion for the Pier Plan, of which $400 million is for new cranes.",
            ["Pier Plan", "new cranes"],
            id="of_which_is_for",
        ),
        pytest.param(
            "I will provide a top-up of $26 million to the Crew Fund.", ["top-up to Crew Fund"], id="a_top_up_is_told_with_its_fund"
        ),
        pytest.param(
            "The number of towns that levy mooring dues has dropped from 12 to 3.",
            ["number of towns that levy mooring dues"],
            id="a_verb_behind_that",
        ),
        pytest.param("For small yards, I will raise the pier levy, from today's 4% to 6%.", ["pier levy"], id="what_we_raise_not_for_whom"),
        pytest.param("The first rise will take place in May from 7% to 8%.", [None], id="to_take_place_is_no_name"),
        pytest.param(
            "Gifts received at Bay.sg, an online fair, last year increased by 3%.",
            ["Gifts received at Bay.sg"],
            id="an_apposition_and_a_time",
        ),
        pytest.param("Crews will receive a special CREW – Cash totalling $600.", ["special CREW – Cash"], id="letters_and_a_dash"),
        pytest.param(
            "Spending is budgeted at $30 billion, comprising $20 billion in running costs.",
            ["Spending", "running costs"],
            id="what_it_comprises",
        ),
        pytest.param(
            "Crews will benefit from the $4 billion that the Board will spend on new piers.",
            ["spending on new piers"],
            id="what_is_spent_on_it",
        ),
        pytest.param("I will introduce a cap on dues, at $80,000 a year.", ["cap on dues"], id="a_cap_at_a_value"),
        pytest.param("This will benefit about 840,000 BAY households.", ["BAY households benefiting"], id="letters_before_a_noun"),
        pytest.param("The order book stands at a record $3 billion.", ["order book"], id="stands_at_a_record"),
        pytest.param(
            "We handled 58 boats, 5 per cent more than a year earlier, and cargo throughput crossed 2 million tonnes.",
            ["boats handled", "cargo throughput"],
            id="a_clause_behind_than",
        ),
        pytest.param(
            "A total of 62 piers and 18 quays will be mended over five years at a cost of $1 billion.",
            ["piers", "quays mended", "cost of piers and quays"],
            id="the_cost_of_counted_things",
        ),
        pytest.param("I will send out another set of $100 Quay Vouchers.", ["Quay Vouchers"], id="a_set_of_things_of_a_worth"),
        pytest.param("Trade grew by 3%, in line with the 3% of the coast.", ["Trade"], id="a_value_that_is_alike"),
        pytest.param("For instance, nine in 10 of our yards opened.", ["yards opened"], id="so_many_in_ten"),
        pytest.param("Renewables account for 30% of power.", ["share of renewables in power"], id="what_accounts_for_a_share"),
        pytest.param("Research accounts for 2% of GDP.", ["Research"], id="a_quantity_told_in_gdp"),
        pytest.param("Our yards generate 80% of our exports.", ["exports generated by yards"], id="by_whom_a_share_is_made"),
        pytest.param(
            "The Board put off any restoration of the current pier levy rate of 36%.", ["pier levy rate"], id="a_rate_behind_a_deed"
        ),
        pytest.param(
            "We gave 900 workers a bonus of $20.",
            ["workers given bonus", "bonus"],
            id="counted_ones_given_something",
        ),
        ("Price inflation was 1.1%, as volume growth accelerated to 5.1%.", ["Price inflation", "volume growth"]),
        (
            "The mill kept its operating margin at 2.7% despite the small increase of 1.3% granted in the list price.",
            ["operating margin", None],
        ),
        ("We will inject $3 million into the Re\u2011industrialisation Fund.", ["Re\u2011industrialisation Fund"]),
    ],
)
def test_figures_are_named_by_their_place_in_the_sentence(text: str, names: list[str | None]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("We should continue efforts to prevent and control oil spills.", "oil spills", id="what_efforts_are_for"),
        pytest.param("The Town is committed to increasing the supply of berths.", "supply of berths", id="what_one_is_committed_to"),
        pytest.param(
            "The Council will build ties with the yards of New Haven, Port Vila, Quito, South Quay, East Bay and North Bay.",
            "ties with yards of New Haven, Port Vila, Quito, South Quay",
            id="a_list_of_places_is_not_cut_at_its_first",
        ),
        pytest.param("The tripartite Harbour Council is overseeing the dredging plan.", "dredging plan", id="a_body_that_acts_is_no_name"),
        pytest.param(
            "We will carry out the Outline of the Programme for Repair and Growth of the North Bay Coast.",
            "Outline of the Programme for Repair and Growth of the North Bay Coast",
            id="a_proper_name_is_not_cut",
        ),
        pytest.param("Our early measures to curb waste have shown results.", "early measures to curb waste", id="a_time_is_no_name"),
        pytest.param("The Town and the regulators will support the yard programme.", "yard programme", id="two_that_act"),
        pytest.param(
            "We will start a new round of crane repair and upgrading projects.",
            "new round of crane repair and upgrading projects",
            id="two_attributes",
        ),
        pytest.param("We have repaired and widened the town's slipways.", "town's slipways", id="two_verbs_with_one_object"),
        pytest.param(
            "The Council will decide on the siting of the new quay.", "siting of the new quay", id="an_object_behind_a_preposition"
        ),
        pytest.param("We must at the same time preserve old boat sheds.", "old boat sheds", id="a_time_between_the_verbs"),
        pytest.param("I believe that the boat trade will flourish.", "boat trade", id="what_is_believed"),
        pytest.param("The ponds that feed the mill have been drained.", "ponds that feed the mill", id="a_relative_clause"),
        pytest.param("We set up a system for buying and storing kelp.", "system for buying and storing kelp", id="a_gerund_belongs"),
        pytest.param("Nets, ropes, and other gear have reached new markets.", "Nets, ropes, and other gear", id="a_list_is_whole"),
        pytest.param("Museum aide John L. Reed wrote a report on nets.", "report on nets", id="a_person_is_no_name"),
        pytest.param("Dr. Reed also extended a study of nets used in Java.", "study of nets used in Java", id="an_object_makes_a_verb"),
        pytest.param("We have talked with relevant authorities of the Bay Towns.", None, id="bodies_of_something"),
        pytest.param("We will set up a working group.", "working group", id="a_body_that_is_set_up"),
        pytest.param("We should talk with the harbour authorities.", None, id="a_body_that_is_talked_with"),
        pytest.param("The contract requires the building to be finished in March.", "building", id="what_is_required"),
        pytest.param("That is why we launched the Bay Alliance.", "Bay Alliance", id="that_is_why"),
        pytest.param("Dr. Reed, of the Bay Museum, began a study of crabs.", "study of crabs", id="a_past_form_is_finite"),
        pytest.param("The Port Authority launched a pilot scheme.", "pilot scheme", id="who_acts_is_no_name"),
        pytest.param("Last year saw marked progress in the dredging of canals.", "dredging of canals", id="progress_is_no_name"),
        pytest.param("We have taken a host of measures to promote the trade in nets.", "trade in nets", id="how_many_is_no_name"),
        pytest.param("Steady progress was made in the reform of sail lofts.", "reform of sail lofts", id="progress_made"),
        pytest.param("The charts I laid out earlier are critical.", None, id="a_time_alone_is_no_name"),
        pytest.param("The Budget will build on these new directions.", None, id="what_was_said_before_is_no_name"),
        pytest.param("We have made great achievements on every front.", None, id="praise_is_no_name"),
        pytest.param("The Council doesn't have any cranes on the quay.", "cranes on the quay", id="what_is_not_had"),
        pytest.param("The Council was found to be compliant in the latest audit.", "compliance", id="what_an_audit_judges"),
        pytest.param("We will move faster to repair the old sea walls.", "old sea walls", id="how_it_is_done_is_no_object"),
        pytest.param("We carried on with deepening and widening the north channel.", "north channel", id="what_one_goes_on_with"),
        pytest.param("We will work with skippers to draft rules for night fishing.", "rules for night fishing", id="with_whom"),
        pytest.param("The Harbour Fair will open soon.", "Harbour Fair", id="a_thing_that_opens"),
        pytest.param("We launched a local campaign to fight net theft.", "local campaign to fight net theft", id="known_by_its_purpose"),
        pytest.param("Steps should be taken as part of a plan to clean the river beds.", "river beds", id="steps_are_no_name"),
        pytest.param("We will give priority to the repair of village wells.", "repair of village wells", id="priority_is_no_name"),
        pytest.param("Our first task is to widen the coastal road.", "coastal road", id="what_a_task_is"),
        pytest.param("Smaller boat yards will receive more support.", "support for smaller boat yards", id="who_receives"),
        pytest.param("A large number of yards had payment difficulties.", "payment difficulties of yards", id="what_they_suffer"),
        pytest.param(
            "To ease the move into the new port we will provide a grant to offset rent increases.",
            "grant to offset rent increases",
            id="an_aim_before_we_is_no_subject",
        ),
        pytest.param(
            "To ensure that the larger scheme stays fair, we will offer fee waivers for crews.",
            "fee waivers for crews",
            id="what_is_to_be_ensured_is_another_clause",
        ),
        pytest.param(
            "Strengthen the partnership between the Port and the villages to keep the coast clean.",
            "partnership between the Port and the villages",
            id="between_whom",
        ),
        pytest.param(
            "The Board had run, from 2011 through May 2016, mainly with outside help, yearly audits of quay leases.",
            "yearly audits of quay leases",
            id="times_and_means_between_commas",
        ),
        pytest.param("We must raise standards, oppose illegal fishing and dumping at sea.", "illegal fishing", id="a_further_deed_names"),
        pytest.param("There are still weak links in the supply of ice.", "weak links in the supply of ice", id="what_there_is"),
        pytest.param("We will help those without boats through a new Crew Loan Scheme.", "new Crew Loan Scheme", id="by_what_means"),
        pytest.param("We will raise MSF contributions to better meet repair costs.", "MSF contributions", id="to_better_do_something"),
        pytest.param("The QRM was added to the basket of the fund.", "QRM", id="called_by_its_letters"),
        pytest.param("The QRM was asked to check the ferries.", None, id="a_body_called_by_its_letters_that_is_asked"),
        pytest.param("We will review the QRM next spring.", "QRM", id="what_is_done_to_what_is_called_by_its_letters"),
        pytest.param("We will ask the QRM to report.", None, id="a_body_called_by_its_letters_that_is_to_act"),
        pytest.param("The Council tabled a bill in May to set up a Harbour Authority.", "bill to set up Harbour Authority", id="a_bill"),
        pytest.param("The Port will look at borrowing for the new dock.", "borrowing for the new dock", id="what_is_looked_at"),
        pytest.param("Crews have called for mooring fees to be cut.", "mooring fees", id="what_is_called_for"),
        pytest.param("We are planning for the use of tide data.", "tide data", id="what_is_planned_for"),
        pytest.param("I am concerned about the fuel bill of small boats.", "fuel bill of small boats", id="what_one_is_concerned_about"),
        pytest.param("We will seek accession to the Salt Treaty.", "accession to Salt Treaty", id="what_a_noun_leads_to"),
        pytest.param("We will enhance bursaries at our nautical schools.", "bursaries at nautical schools", id="where_a_noun_stands"),
        pytest.param("The rural foundation is still weak.", "rural foundation", id="a_foundation_that_is_no_body"),
        pytest.param("We will provide them with a larger fuel grant.", "larger fuel grant", id="provided_with"),
        pytest.param("We remain committed to fair hiring practices.", "fair hiring practices", id="committed_to"),
        pytest.param("We should speed up mending the old jetties.", "old jetties", id="what_is_sped_up"),
        pytest.param(
            "The Council and the Harbour Exchange and Clearing Limited are planning to conduct a joint survey of moorings.",
            "joint survey of moorings",
            id="several_that_act",
        ),
        pytest.param(
            "Rules on Leasing and Letting the Quays of the Bay were adopted.",
            "Rules on Leasing and Letting the Quays of the Bay",
            id="gerunds_of_a_title",
        ),
        pytest.param("We gained tangible benefits.", None, id="praise_alone"),
        pytest.param("We will prepare for the 2031 Harbour Games.", "Harbour Games", id="a_year_in_a_name"),
        pytest.param(
            "We will press ahead with the reform of net markets and curb unfair fees.", "reform of net markets", id="pressed_ahead"
        ),
        pytest.param("We should guard against serious tidal risks.", "serious tidal risks", id="guarded_against"),
        pytest.param("We invested in deep-sea research.", "deep-sea research", id="invested_in"),
        pytest.param("The outlook stays grim when it comes to shore erosion.", "shore erosion", id="when_it_comes_to"),
        pytest.param("Old rules and permits that hold back the yards must be revised.", "Old rules and permits", id="no_relative_clause"),
        pytest.param("We plan to seek permission to lengthen the east mole.", "east mole", id="permission_to"),
        pytest.param("To help crews find berths, we will open the North Basin.", "North Basin", id="an_aim_first"),
        pytest.param("We will work with the states to harmonise berth fees.", "berth fees", id="a_verb_by_its_look"),
        pytest.param("Several firms in the sector have bought electric winches.", "electric winches", id="firms_that_act"),
        pytest.param("The rules we drew up have helped exports of salted fish.", "exports of salted fish", id="what_we_did_is_no_subject"),
        pytest.param("We cannot say how long it lasts, but we expect tolls at the pier to stay high.", "tolls at pier", id="cannot_say"),
        pytest.param("A number of major lighthouses were lit.", "major lighthouses", id="a_number_of"),
        pytest.param("The Council will continue its endeavour to widen the north quay.", "north quay", id="an_endeavour"),
        pytest.param("Demand has picked up for berths.", "Demand for berths", id="a_bare_subject_with_what_it_is_for"),
        pytest.param("We took a further step, imposing a duty on yachts.", "duty on yachts", id="what_a_step_does"),
        pytest.param(
            "Although the storm may be worse, and the fleet is under strain, our north quay will not fail.",
            "north quay",
            id="a_clause_goes_on",
        ),
        pytest.param("In hard times, sustaining demand for kelp will remain vital.", "demand for kelp", id="a_deed_as_subject"),
        pytest.param("The Council is committed to increasing pilot and crew numbers.", "pilot and crew numbers", id="committed_to"),
        pytest.param("The Council has kept investing in lighthouses.", "investment in lighthouses", id="investing_in"),
        pytest.param(
            "Fair tides and falling freight rates have helped yards.", "Fair tides and falling freight rates", id="an_attribute_behind_and"
        ),
        pytest.param("The Harbour Fair, one of the largest in the bay, will open in May.", "Harbour Fair", id="one_of_between_commas"),
        pytest.param("The Tide Index, which leads catches by some weeks, has been falling.", "Tide Index", id="a_verb_behind_which"),
        pytest.param("Key quay works we will go on with include two moles.", "Key quay works", id="a_verb_behind_with"),
        pytest.param("A survey indicates that most yards expect weaker trade in kelp.", "weaker trade in kelp", id="what_is_expected"),
        pytest.param("The pact between Harbour and Canada entered into force.", "pact between Harbour and Canada", id="a_pact_between"),
        pytest.param("We concluded the negotiation with Mexico.", "negotiation with Mexico", id="agreed_with"),
        pytest.param("We started SailFuture nearly 10 years ago.", "SailFuture", id="ago"),
        pytest.param("Our tidal inequality, as measured by the board, has fallen.", "tidal inequality", id="as_measured_by"),
        pytest.param("All Islanders aged 40 and above will get the top-up.", "top-up for Islanders aged 40 and above", id="a_capital_kept"),
        pytest.param(
            "We will work with large companies here and around the bay to set up their Centres of Sailing.",
            "Centres of Sailing",
            id="work_with_whom",
        ),
        pytest.param("Catches that year rose faster than dues.", "Catches", id="that_year"),
        pytest.param("We will keep ferry fares affordable for crews.", "ferry fares", id="what_is_kept_so"),
        pytest.param("Farmers were given cheap quay loans.", "cheap quay loans", id="what_people_are_given"),
        pytest.param("The north quay was given careful treatment.", "north quay", id="what_is_treated"),
        pytest.param("We refused to be pawns in the game of a fleet.", None, id="what_nobody_is"),
        pytest.param("We provided coastal yards with cheap quay loans.", "cheap quay loans", id="what_whom_is_provided_with"),
        pytest.param(
            "We gave top priority to stabilizing employment and ensuring berth standards.",
            "stabilizing employment and ensuring berth standards",
            id="two_deeds_whole",
        ),
        pytest.param(
            "The Board has launched a new round of publicity in Japan, Korea, Southeast Asia and major Northland cities.",
            "new round of publicity",
            id="a_long_list_is_not_cut_at_its_first",
        ),
        pytest.param("We seek to keep our harbour strong and united.", None, id="a_bare_noun_kept_so"),
        pytest.param(
            "The Quay Board (QB), Harbour Trade Council and Bayland offices overseas, and in Northland will organise sailing fairs.",
            "sailing fairs",
            id="bodies_that_act",
        ),
        pytest.param("I will extend until 31 March the enhanced quay grant.", "enhanced quay grant", id="until_a_date"),
        pytest.param(
            "Crafts like mending nets at home, caulking, and deep diving were taken up.",
            "Crafts like mending nets at home, caulking, and deep diving",
            id="a_list_that_ends_in_comma_and",
        ),
        pytest.param(
            "The keeper, a diver, and his aide Elvira Reed completed the bay chart.", "bay chart", id="people_are_no_list_of_things"
        ),
        pytest.param(
            "We opened fairs in Oslo, Bergen, Stavanger and the Lofotens.",
            "fairs in Oslo, Bergen, Stavanger and the Lofotens",
            id="last_place_with_the",
        ),
        pytest.param("We will keep wharf prices stable in the face of storms.", "wharf prices", id="what_is_kept_so"),
        pytest.param("We have kept employment stable.", "employment", id="a_bare_quantity_is_kept_so"),
        pytest.param("We took the baton from our elders.", None, id="a_figure_of_speech_names_nothing"),
        pytest.param("Crews can apply for the Winter Grant.", "Winter Grant for crews", id="what_is_applied_for"),
        pytest.param(
            "As to the study on piers, the Town plans to apply for approval.",
            "study on piers",
            id="approval_that_is_applied_for_is_nothing",
        ),
        pytest.param("I have asked the Pier Authority to review its fee tables.", "fee tables", id="whom_one_asks_is_not_the_matter"),
        pytest.param("The Town must become a leading hub of rope.", None, id="what_somebody_is_to_become"),
        pytest.param(
            "We signed pacts with Chile, New Jersey, Peru and the Nordic Free Rope Area.",
            "pacts with Chile, New Jersey, Peru and the Nordic Free Rope Area",
            id="a_list_of_proper_names_stands_whole",
        ),
        pytest.param("We will double the Crew Card – Ferry rebates.", "Crew Card – Ferry rebates", id="a_dash_within_a_name"),
        pytest.param("Our second strategy is to be bold.", None, id="a_counted_strategy_says_nothing"),
        pytest.param("Competitively priced piers will draw trade.", "Competitively priced piers", id="an_adverb_of_its_participle"),
        pytest.param("I will exempt from tax all harbour income.", "tax exemption for harbour income", id="what_is_spared_comes_first"),
        pytest.param(
            "We will exempt small boats from the pier levy.", "pier levy exemption for small boats", id="what_is_spared_comes_last"
        ),
        pytest.param(
            "It will bring more contributions to the Crew Fund.",
            "contributions to Crew Fund",
            id="contributions_are_told_with_where",
        ),
        pytest.param("We will consult closely with towing firms.", None, id="whom_one_consults"),
        pytest.param("Our long term mooring plans are ready.", "long term mooring plans", id="long_term_stays_whole"),
        pytest.param("Thanks to calm seas, herring stocks have grown.", "herring stocks", id="thanks_to_is_no_subject"),
        pytest.param("I hope to make a meaningful contribution.", None, id="a_praised_contribution_says_nothing"),
        pytest.param("The Town will co-fund the pay rises of deckhands.", "pay rises of deckhands", id="an_unknown_verb_with_a_hyphen"),
        pytest.param("The Rope Package that was introduced in 2031 will be widened.", "Rope Package", id="when_a_thing_began_is_no_name"),
        pytest.param(
            "To help yards to grow, cut waste and hire, we will offer a new Rope Package for an initial period of two years.",
            "new Rope Package for an initial period",
            id="an_aim_of_several_deeds_before_the_deed",
        ),
        pytest.param("Major employers and associations will partner the Quay Board in this.", None, id="who_joins_in_is_no_matter"),
        pytest.param("I will extend the One Harbour Fund for another year.", "One Harbour Fund", id="one_within_a_name"),
        pytest.param("The Board will notify eligible seniors before May.", None, id="whom_one_tells"),
    ],
)
def test_a_statement_is_about_its_subject_or_the_object_of_who_acts(text: str, name: str | None) -> None:
    assert plain_name(text) == name


def test_a_sentence_that_only_says_what_it_costs_is_named_by_the_one_before() -> None:
    before = "I propose to waive mooring fees for small boats."
    assert cost_of("This will cost the Town $3 million.", [before], None) == "mooring fees for small boats"
    assert tells_cost("This will cost the Town $3 million.")
    assert not tells_cost("Buoys cost $3 million.")
    assert carried_name("This is an increase of $3 million.", "Toll revenue was $9 million.", "Toll revenue") == "Toll revenue"
    assert cost_of("This will cost $3 million.", ["Nearly all boats are exempt."], "boats") is None
    assert carried_name("This has doubled in ten years.", "Toll revenue was $9 million.", "Toll revenue") == "Toll revenue"
    assert (
        carried_name("This is higher than the $2 million of last year.", "Toll revenue was $9 million.", "Toll revenue") == "Toll revenue"
    )
    assert carried_name("Together with the last one, this brings the total to $12 million.", "We gave $9 million.", "grant") == "grant"
    assert carried_name("This brings peace to the bay.", "We gave $9 million.", "grant") is None
    assert carried_name("The rate will be raised to 5%.", "The pier levy rate is 4%.", "pier levy rate") == "pier levy rate"
    assert carried_name("It will be lowered to 18% in June.", "The pier levy rate is 20%.", "pier levy rate") == "pier levy rate"
    assert carried_name("This will be lowered to $5.", "We will cut the levy.", "reduction in the levy") == "levy"
    assert carried_name("The rebate will be $35.", "Crews will get rebates.", "rebates for crews") == "rebates for crews"
    assert carried_name("We extend this reduction by six months.", "The rope tax fell to $4.", "rope tax") == "reduction in rope tax"
    assert carried_name("An initial sum of $1 million will be paid in.", "We set up a Pier Fund.", "Pier Fund") == "Pier Fund"
    assert done_next("These will be completed by 2031.", "new flats built") == "new flats"
    assert done_next("These will please crews.", "new flats built") is None
    assert carried_name("A decade ago, it was only 15% of GDP.", "Town spending has gone up.", "Town spending") == "Town spending"
    assert carried_name("A decade ago, it was calm.", "Town spending has gone up.", "Town spending") is None
    assert carried_name("I will inject another $2 billion.", "The Pier Fund stands at $8 billion.", "Pier Fund") == "Pier Fund"
    assert carried_name("I will inject another $2 billion into rope.", "The Pier Fund is at $8 billion.", "Pier Fund") is None
    assert carried_name("I will raise this to 200%.", "The pier levy is 100%.", "pier levy") == "pier levy"
    assert carried_name("We will start with an injection of $5 million.", "We will set up a Harbour Fund.", None) == "Harbour Fund"
    assert carried_name("The Town will allocate $2 million for this purpose.", "We will widen the north quay.", None) == "north quay"


def test_a_rate_of_an_industry_is_not_the_places() -> None:
    read = digest(
        "# Report of the Harbour City\n\n## Review of 2012\n\n"
        "Prospects of the logistics sector have brightened. The unemployment rate fell to 4.3 per cent.\n\n"
        "Ferries sailed on time. The unemployment rate fell to 3.1 per cent.\n"
    )
    told = {figure.text: (item.metric, item.indicator) for item in read.achievements for figure in item.figures}
    assert told == {
        "4.3 per cent": ("unemployment rate in the logistics sector", None),
        "3.1 per cent": ("unemployment rate", "unemployment"),
    }


def test_a_trouble_is_named_whole() -> None:
    assert name_of_risk("There may be upward pressure on berth prices.") == "upward pressure on berth prices"
    assert name_of_risk("Rust remains a serious problem.") == "Rust"
    assert name_of_risk("Our herring trade was beset by the relapse of the north into recession.") == "herring trade"
    assert name_of_risk("Silt is a problem, and two piers were hit by it.") == "Silt"
    assert name_of_risk("The yards face strong headwinds.") is None
    assert name_of_risk("Our herring trade has rebounded from its worst recession.") == "herring trade"
    assert name_of_risk("Storm risks loom.") == "Storm risks"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("We have 500 quays, of which 350 have their own cranes.", ["500", "350"], id="things_told_before"),
        pytest.param("Much was done over the past 30 plus years.", [], id="plus_years_are_a_time"),
        pytest.param("A window for all the 50-plus trade papers opens.", ["50"], id="plus_behind_a_hyphen"),
    ],
)
def test_numbers_of_things_are_figures(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        pytest.param("We will exempt 75% of dues, instead of 100% currently.", [None, "earlier"], id="instead_of_what_is_now"),
        pytest.param("We have opened 21 out of the proposed 23 slipways.", [None, "goal"], id="out_of_those_planned"),
        pytest.param("The Town took 30 boats instead of 40 trucks.", [None, None], id="instead_of_something_else"),
    ],
)
def test_figures_compared_with_are_bases(text: str, bases: list[str | None]) -> None:
    assert [figure.base for figure in find_figures(text)] == bases


def test_a_sum_that_nothing_names_is_the_cost_that_its_sentence_calls_it() -> None:
    told = digest(
        "Budget Speech 2019\n\nDelivered by the Minister for Finance of Singapore on 18 February 2019\n\nIn 2018, exports rose by 4%.\n\n"
        "Ferries will run at night. This will benefit 9,000 passengers and will cost the Government $7 million.\n\n"
        "Similar rules will hold for trams, involving an additional annual expenditure of about $3 million.\n\n"
        "The Northland economy is slowing down. A 6.4 per cent growth was recorded in 2018.\n"
    )
    assert {figure.text: item.metric for item in told.items() for figure in item.figures if figure.text[0] in "$6"} == {
        "$7 million": "cost to the Government",
        "$3 million": "annual expenditure",
        "6.4 per cent": "growth of the Northland economy",
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Layoffs reached an all-time high of 3,100 as rival yards closed.", ["Layoffs"], id="the_subject_of_a_high"),
        pytest.param(
            "The overall harbour deficit is also the largest since the storm, at $9 million, or 4% of GDP.",
            ["harbour deficit"],
            id="what_is_the_largest_at_a_value",
        ),
        pytest.param("Dear fuel and low tides caused a 4% fall in ferry traffic.", ["ferry traffic"], id="what_something_else_moves"),
        pytest.param("We will set aside $11 million for a COVID-19 Crew Package.", ["COVID-19 Crew Package"], id="a_package_with_a_number"),
        pytest.param("The port committed nearly $3 billion for supporting measures.", ["supporting measures"], id="an_attribute_in_ing"),
        pytest.param(
            "The port committed $90 million through five plans to support Islanders.",
            ["support for Islanders", "plans"],
            id="a_purpose_behind_counted_plans",
        ),
        pytest.param(
            "In our 50th year the yard's operating profit exceeded $2 billion.", ["yard's operating profit"], id="in_an_ordinal_year"
        ),
        pytest.param(
            "Some 9,000 people have received their first dose of the COVID-19 vaccine, of whom 400 have also received their second dose.",
            ["people that received their first dose of the COVID-19 vaccine", "people that received their second dose"],
            id="people_counted_and_some_of_them",
        ),
        pytest.param("70% of the crews are local residents.", ["share of local residents in crews"], id="what_a_share_of_a_whole_are"),
        pytest.param(
            "I will dedicate $4 million of the Harbour Package towards safe piers and new berths.",
            ["safe piers and new berths"],
            id="what_a_part_of_a_package_goes_towards",
        ),
        pytest.param(
            "62% of the crews are repeat hands and 20% new.",
            ["share of repeat hands in crews", "new crews"],
            id="other_shares_of_the_same_whole",
        ),
        pytest.param(
            "Sales grew by 5%, with fare inflation of 3%, as volume growth slowed to 1%.",
            ["Sales", "fare inflation", "volume growth"],
            id="volume_growth_is_no_price",
        ),
        pytest.param(
            "Sales grew by 5%, with fare inflation of 3%, as wage growth slowed to 1%.",
            ["Sales", "fare inflation", "wage growth"],
            id="nor_is_wage_growth",
        ),
        pytest.param("Layoffs climbed to a decade high of 900 due to the slump.", ["Layoffs"], id="a_cause_is_not_counted"),
        pytest.param("20% of the fleet is idle.", ["fleet"], id="a_state_is_nobody"),
        pytest.param("Selling price inflation fell to 3%.", ["Selling price inflation"], id="prices_in_ing"),
        pytest.param("The current account deficit is 4%.", ["current account deficit"], id="a_current_account_is_no_time"),
        pytest.param("We opened 3 stores outside of Bay Island.", ["stores outside of Bay Island"], id="outside_of"),
        pytest.param("We planned 25 stores owing to new space in old malls.", ["stores planned"], id="what_stands_behind_owing_to"),
        pytest.param(
            "Rope market share grew to 36% and haircare to 28%.",
            ["Rope market share", "haircare market share"],
            id="a_market_share_left_out",
        ),
        pytest.param(
            "We eased the burden of the storm through the introduction of relief measures costing over $120 million.",
            ["introduction of relief measures"],
            id="what_stands_before_through",
        ),
    ],
)
def test_names_end_where_their_circumstances_begin(text: str, names: list[str | None]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Our ferry operator NFC also did well. Turnover increased by 8.4%, market share grew from 25.6% to 26.0%.",
            ["NFC turnover", "NFC market share"],
            id="of_the_unit_before_it",
        ),
        pytest.param(
            "Our ferry operator NFC also did well. Group turnover increased by 8.4%.", ["Group turnover"], id="but_not_what_is_the_groups"
        ),
        pytest.param(
            "After its harbour was kept shut, ferry traffic resumed growth in May. Yet, there was still a mild decrease of 3 per cent.",
            ["ferry traffic"],
            id="a_decrease_of_what_went_before",
        ),
    ],
)
def test_a_quantity_is_of_what_the_sentence_before_is_about(text: str, names: list[str]) -> None:
    told = [item for item in digest(f"Annual Report 2024\n\nReview\n\n{text}\n").items() if item.figures]
    assert [item.metric for item in told] == names


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        pytest.param(
            "Layoffs reached 3,100 as rising rents, coupled with weak trade, led to closures.",
            "rising rents, coupled with weak trade",
            id="as",
        ),
        pytest.param("Dear fuel and low tides caused a 4% fall in ferry traffic.", "Dear fuel and low tides", id="what_caused_it"),
        pytest.param("Layoffs stood at 3,100 as of May.", None, id="as_of_is_a_time"),
        pytest.param("It led to a 4% fall in traffic.", None, id="a_pronoun_is_no_cause"),
    ],
)
def test_the_cause_of_a_trouble_stands_behind_as_or_before_what_it_caused(text: str, cause: str | None) -> None:
    assert find_cause(text) == cause


def test_what_a_trade_suffers_next_is_named_by_it() -> None:
    told = digest("Annual Report 2024\n\nReview\n\nThe fishing sector lost crews. It has been hit by the dock strike.\n")
    assert [risk.metric for risk in told.risks] == ["fishing sector"]


def test_a_cost_is_of_what_the_sentence_before_says_that_people_benefit_from() -> None:
    assert cost_of("This will cost $3 million.", ["The lower berth dues will benefit 900 crews."], None) == "cost of lower berth dues"
    assert cost_of("It will cost $3 million.", ["900 crews will benefit from the new berth waiver."], None) == "cost of new berth waiver"


def test_a_name_sheds_what_its_figures_tell() -> None:
    assert tidied("dues ceiling from the current average wage") == "dues ceiling"
    assert tidied("levy of 4% of payroll") == "levy"
    assert tidied("dues of crews from North Bay") == "dues of crews from North Bay"
