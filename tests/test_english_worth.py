"""What of an English report can be checked, and what is only general: names, times and instruments tell them apart."""

from __future__ import annotations

import pytest

from reportsum import Settings, digest, from_text
from reportsum.languages.en.speech import is_talk
from reportsum.languages.en.worth import calls_by_name, holds_something


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Light Scheme was extended.",
        "We will take over the Queen Ada Hospital.",
        "Ocean View Park will get a new pier.",
        "The FLPS now serves all banks.",
        "5. The Board of Pilots was reformed.",
    ],
)
def test_a_thing_called_by_its_name_is_named(text: str) -> None:
    assert calls_by_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Government of Singapore will do more for SMEs.",
        "Hong Kong should make the most of its ties with the Mainland.",
        "Successful fairs make our city known.",
        "We must follow the Party and Xi Jinping Thought.",
        "GDP growth in the US and the Eurozone was slow.",
        "The Financial Secretary and the Legislative Council agreed.",
        "As the Prime Minister has said, we honour our sailors.",
        "FLPS continues to review its rules.",
    ],
)
def test_places_governments_and_terms_are_no_names(text: str) -> None:
    assert not calls_by_name(text)


@pytest.mark.parametrize(
    ("text", "planned", "holds"),
    [
        pytest.param("We will step up our efforts in all fields.", True, False, id="a_general_measure"),
        pytest.param("We will table legislation on waste.", True, True, id="a_law"),
        pytest.param("We will set up a task force on ferries.", True, True, id="a_body_to_be_set_up"),
        pytest.param("The task force will talk with all bureaux.", True, False, id="a_body_that_is_there"),
        pytest.param("A tax rebate was granted to farmers.", False, True, id="a_tax_instrument"),
        pytest.param("The works will be done in 2027.", True, True, id="a_year_until_when"),
        pytest.param("In 2018 the world economy grew.", False, False, id="a_year_that_went"),
        pytest.param("The Harbour Light Scheme is working well.", False, False, id="a_praise"),
        pytest.param("2018 was a year of high rents.", False, False, id="a_year_that_opens_a_sentence"),
        pytest.param("Rents began to weaken in the second half of 2018.", False, False, id="a_half_of_a_year_that_went"),
        pytest.param("We have been fighting FEVER-19 for years.", False, False, id="a_number_within_a_word"),
        pytest.param("In March the law came into force.", False, True, id="a_month"),
        pytest.param("We will push on with 5G and AI.", True, False, id="a_term_with_a_digit"),
        pytest.param("I believe the Harbour Light Scheme is a good thing.", False, False, id="what_a_speaker_believes"),
    ],
)
def test_what_can_be_checked_is_told_apart(text: str, planned: bool, holds: bool) -> None:
    assert holds_something(text, planned=planned) is holds


def test_general_talk_is_routine_and_a_named_project_is_not() -> None:
    text = "BUDGET 2024\n\nWe will strive to make our city a better place. We will build the Cedar Bay Ferry Pier."
    report = digest(from_text(text, "report.txt"), Settings(engine="rules"))
    assert {item.statement.rstrip("."): item.salience for item in report.targets} == {
        "We will strive to make our city a better place": "routine",
        "We will build the Cedar Bay Ferry Pier": "detail",
    }


TALK = [
    "The Minister for Harbours will provide more details at the sitting.",
    "More information will be released by the Ports Authority.",
    "I will give just three examples of such farms.",
    "I turn now to the fishing villages.",
    "The Clerk will now proceed to read the Notice of Motion.",
    "One of the people I met last month was an old ferryman.",
    "Mdm Ong had run the ferry for forty years.",
    "She still rows every morning.",
    "How can we keep the ferries running?",
    "There are several lessons to be drawn from the flood.",
    "I am deeply impressed with what our divers have built.",
    "An example of a yard that has gained is the Harbour Light Yard.",
    "When you want to lay a cable across the bay, there is a lot of dredging.",
    "When I first entered the harbour office, we had launched the Night Ferry.",
    "We cannot change the tides that put pressure on small boats.",
    "Safer piers will not be just about how well we build.",
    "Every profitable yard should pay some dues.",
    "Many crews have provided feedback through the Harbour Committee.",
    "I have to point out that the Night Ferry will be a measure for the poor.",
    "We will provide an update after the Harbour Committee has met.",
    "Even the seals have returned to our bay!",
    "We must take the Scientific Outlook on Development as our guide.",
    "I will go through each of these in turn.",
    "I now want to discuss the work of the coming year.",
    "Having laid out our plans for the quays, let me now cover our accounts.",
    "I will do my best to get through the speech without a break.",
    "It is also a Budget shaped by all of us.",
    "We must be more mindful of the storms ahead.",
    "Unite as one people.",
    "I heard many suggestions on the ferries.",
    "2031 will be a challenging year.",
    "When I spoke to the ferryman, he told me that he is happy.",
    "I suspend the sitting and will take the Chair again.",
    "I have absolute confidence in the future of our bay.",
    "On Monday, I had the honour to speak before this House.",
    "It is proper to put our work into perspective.",
    "2022 has been a very good year for the Isle.",
]
FACTS = [
    "We will provide more ferries on the outer line.",
    "The Minister for Harbours will open the new dock.",
    "We gave the ferrymen a pension.",
    "The Authority released its charts to the public.",
    "We are proud to announce that the dock was opened.",
    "We cannot yet reopen the north quay.",
    "We will discuss the new fares with the ferrymen.",
    "We will be ready to reopen the north quay.",
    "Every year the Authority must mend the north quay.",
]


def test_where_a_reader_is_sent_hides_no_measure() -> None:
    told = digest(
        from_text("# Budget Speech 2023\n\nWe will launch the Harbour Skills Grant [Please refer to Annex B]. [Applause.]\n"),
        Settings(engine="rules"),
    )

    assert [item.statement for item in told.targets] == ["We will launch the Harbour Skills Grant."]


@pytest.mark.parametrize("text", TALK)
def test_what_only_serves_the_speech_is_no_item(text: str) -> None:
    assert is_talk(text)
    assert not digest(from_text(f"# Budget Speech 2023\n\n{text}\n"), Settings(engine="rules")).items()


@pytest.mark.parametrize("text", FACTS)
def test_what_was_done_or_promised_is_no_talk(text: str) -> None:
    assert not is_talk(text)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        pytest.param("Our isle is far stronger than it was 60 years ago.", False, id="how far back a speaker looks"),
        pytest.param("With a splendid, 60-year history, our fleet has made us proud.", False, id="how long a history is"),
        pytest.param("We, the largest island country in the world, have kept calm.", False, id="what a place is called beside its name"),
        pytest.param("Our isle became the world's largest island country.", True, id="what it has become"),
        pytest.param("Ours was the world's only fleet to grow.", True, id="the only one"),
        pytest.param("The only way to grow is to work.", False, id="the only way"),
        pytest.param("I will remove radio licence fees permanently.", True, id="a fee that is removed"),
        pytest.param("We do away with the harbour surcharge.", True, id="a charge that is done away with"),
        pytest.param("Our growth was second only to that of the mainland.", True, id="second only to"),
        pytest.param("Wages see the fastest growth in over a decade.", True, id="the fastest in a decade"),
        pytest.param("Catches have grown for nine consecutive years.", True, id="consecutive years"),
        pytest.param("By the end of next year we want a better future for all crews.", False, id="a better future"),
    ],
)
def test_what_praises_a_place_holds_nothing_and_what_sets_it_apart_does(text: str, holds: bool) -> None:
    assert holds_something(text, planned=False) is holds


def test_that_there_is_a_contest_is_no_risk() -> None:
    told = digest(from_text("# Budget Speech 2023\n\nToday, we face a new global contest.\n"), Settings(engine="rules"))
    assert not told.items()


def test_how_a_word_is_defined_is_no_fact() -> None:
    near, dues = "A berth is defined as near when it lies within 3 km of the home port.", "Dues of $5 cannot be directly compared."
    assert not digest(from_text(f"# Budget Speech 2023\n\n{near} {dues}\n"), Settings(engine="rules")).items()


def test_what_only_explains_a_named_thing_is_routine() -> None:
    pier, hope = "We will build the Cedar Bay Ferry Pier.", "This will make the bay a better place."
    text = f"BUDGET 2024\n\n{pier} {hope} Budget 2024 will strengthen our yards.\n"
    report = digest(from_text(text, "report.txt"), Settings(engine="rules"))
    assert {item.statement: item.salience for item in report.targets} == {
        pier: "detail",
        f"{pier} {hope}": "routine",
        "Budget 2024 will strengthen our yards.": "routine",
    }


def test_what_a_law_demands_of_everybody_is_no_promise_of_the_report() -> None:
    rule = "The Harbour Dues Act requires all companies to report ships above 500 tonnes."
    own = "The Board will require pilots on all ships above 500 tonnes from 2024."
    report = digest(from_text(f"# Budget Speech 2023\n\n{rule}\n\n{own}\n"), Settings(engine="rules"))
    assert [item.statement for item in report.items()] == [own]


LEADS = (
    "# Budget Speech 2023\n\nLocal revenue will be about $70 million. Our port grew by 3% in 2022.\n\nWe abolished the dues.\n\n"
    "For example, the couple saves $900 a year under the scheme. The median wages of dockers rose by 4% in 2022.\n"
)


def test_what_governments_take_in_is_no_companys_revenue_and_examples_lead_last() -> None:
    report = digest(from_text(LEADS), Settings(engine="rules"))
    assert report.report.kind == "budget"
    assert all(item.indicator != "company_revenue" for item in report.items())
    ranks = {item.statement: item.rank for item in report.achievements}
    example = next((rank for statement, rank in ranks.items() if "couple" in statement), len(ranks))
    assert ranks["The median wages of dockers rose by 4% in 2022."] < example
