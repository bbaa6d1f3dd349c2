"""Which field of policy an item belongs to."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportsum.models import Topic
from reportsum.tables import read_table
from reportsum.topics import ELSEWHERE, field_of_indicator, topic_of

CASES = Path(__file__).parent / "cases" / "topics.tsv"


def _cases() -> list[object]:
    lines = [line for line in CASES.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")][1:]
    params: list[object] = []
    for number, line in enumerate(lines):
        topic, metric, statement, headings = [*line.split("\t"), ""][:4]
        above = tuple(part for part in headings.split(" > ") if part)
        params.append(pytest.param(topic, metric, statement, above, id=f"{topic}_{number}"))
    return params


@pytest.mark.parametrize(("topic", "metric", "statement", "headings"), _cases())
def test_an_item_has_its_topic(topic: str, metric: str, statement: str, headings: tuple[str, ...]) -> None:
    assert topic_of(metric, statement, headings) == topic


def test_the_metric_outweighs_the_heading() -> None:
    assert topic_of("城镇登记失业率", "城镇登记失业率4%。", ("生态环境持续改善",)) == "employment_income"


def test_a_metric_that_says_nothing_leaves_it_to_the_nearest_heading() -> None:
    assert topic_of("总量", "", ("一、工业经济", "稳岗就业统筹推进")) == "employment_income"


def test_without_any_cue_there_is_no_topic() -> None:
    assert topic_of("x", "", ()) is None


@given(st.text(max_size=200), st.text(max_size=400), st.lists(st.text(max_size=80), max_size=4))
def test_any_item_has_a_topic_of_the_list(metric: str, statement: str, headings: list[str]) -> None:
    assert topic_of(metric, statement, tuple(headings)) in (*get_args(Topic), None)


def test_every_topic_has_words_of_its_own() -> None:
    rows = read_table("topics.tsv", ("topic", "weight", "words"))

    assert {row["topic"] for row in rows if row["weight"] == "6"} == {*get_args(Topic), ELSEWHERE}


@pytest.mark.parametrize(
    ("metric", "statement"),
    [
        pytest.param("平台企业健康发展", "推动平台企业健康发展。", id="health"),
        pytest.param("构建产业生态", "构建富有活力的产业生态。", id="environment"),
        pytest.param("公共数据开放目录", "编制公共数据开放目录。", id="trade"),
        pytest.param("人民生活达到小康", "人民生活总体达到小康。", id="social_security"),
    ],
)
def test_a_word_inside_another_decides_no_field(metric: str, statement: str) -> None:
    wrong = {"health", "environment", "trade_investment", "social_security"}
    assert topic_of(metric, statement, ()) not in wrong


def test_what_a_clause_says_outweighs_the_heading_over_it() -> None:
    assert topic_of("覆盖率", "基本普及九年义务教育的地区覆盖率提高到91%。", ("推进依法行政",)) == "education"


def test_of_two_fields_the_one_that_the_statement_names_comes_before_that_of_the_heading() -> None:
    assert topic_of("", "传染病发病率保持全省最低。", ("民生保障有力",)) == "health"


def test_a_heading_on_the_economy_makes_nothing_economy() -> None:
    assert topic_of("完成加固", "完成加固3500处。", ("国民经济保持良好发展势头",)) is None


def test_words_of_projects_stand_in_sentences_about_any_field() -> None:
    assert topic_of("总量", "污水处理项目完成投资3亿元。", ()) == "environment"


@pytest.mark.parametrize(
    ("metric", "statement", "topic"),
    [
        pytest.param("support for start-ups", "We will give more support for start-ups.", "innovation", id="sup-port"),
        pytest.param("opportunities", "Exchanges open opportunities for many.", None, id="op-port-unities"),
        pytest.param("cargo handled by the port", "The port handled 41 million tonnes.", "transport", id="port"),
        pytest.param("profits tax", "Profits tax will be lowered by a fifth.", "fiscal", id="profits tax"),
        pytest.param("clean energy consumption", "Clean energy consumption rose by half.", "environment", id="longer word"),
        pytest.param("Monetary policy", "Monetary policy stayed prudent.", "finance", id="large letter"),
        pytest.param("Socialism", "Socialism with many features.", None, id="social-ism"),
        pytest.param("recoveries", "The agency’s “improper payments” fell.", "fiscal", id="curly quotes"),
    ],
)
def test_english_cues_are_whole_words_of_any_case(metric: str, statement: str, topic: str | None) -> None:
    assert topic_of(metric, statement, ()) == topic


@pytest.mark.parametrize(
    ("metric", "topic"),
    [
        ("保持物价总水平基本稳定", "economy"),
        ("农村居民人均纯收入增速", "employment_income"),
        ("老年人家庭适老化改造", "social_security"),
        ("巩固民族团结", "governance"),
    ],
)
def test_a_word_of_the_genre_names_its_field(metric: str, topic: str) -> None:
    assert topic_of(metric, f"{metric}。", ()) == topic


def test_a_field_that_the_list_has_not_leaves_an_item_without_topic_whatever_the_heading() -> None:
    assert topic_of("扩大友好往来", "同周边国家扩大友好往来。", ("提高对外开放水平",)) is None


def test_the_name_of_a_department_is_no_word_of_its_field() -> None:
    assert topic_of("车辆检验", "车辆检验报告交市工业和信息化局。", ()) != "industry"
    assert topic_of("做好招生工作", "教育部门做好录取。", ()) == "education"


def test_a_heading_with_only_a_leaning_word_says_nothing_of_a_clause_of_another_field() -> None:
    assert topic_of("镇区格局", "镇区格局更加清晰。", ("统筹发展和安全",)) is None


def test_of_nouns_side_by_side_none_is_the_head() -> None:
    assert topic_of("国债和银行贷款", "优先安排国债和银行贷款，加大国债投入。", ()) == "fiscal"


def test_a_reform_is_filed_under_what_is_reformed() -> None:
    assert topic_of("教育改革", "教育改革稳步推进。", ()) == "education"


def test_no_heading_gives_a_topic_to_what_is_only_of_a_field_that_the_list_has_not() -> None:
    assert topic_of("妥善处理分歧", "继续奉行独立自主的和平外交政策，妥善处理分歧。", ("今年政府工作", "加强政府自身建设")) is None


def test_everybody_is_no_field() -> None:
    assert topic_of("团结各族人民", "团结各族人民，开创新局面。", ()) is None


def test_an_environment_for_something_is_no_nature() -> None:
    assert topic_of("worry-free environment for skippers", "We will create a worry-free environment for skippers.", ()) is None
    assert topic_of("protection of the environment", "We will do more for the protection of the environment.", ()) == "environment"


def test_fields_counted_up_in_passing_say_nothing() -> None:
    said = "We will meet the needs of the future, such as in education, transport and health."
    assert topic_of("needs of the future", said, ()) is None


def test_an_english_name_is_filed_by_its_own_part_of_the_sentence() -> None:
    said = "We improved hospitals and schools, paid the teachers of all schools more, and built new railway bridges."
    assert topic_of("bridges built", said, ()) == "transport"


def test_cuts_for_firms_are_fiscal_and_what_households_are_paid_is_social_security() -> None:
    cuts = "Skippers were spared 3 million crowns by tax and fee cuts, including 1 million in social insurance premium cuts."
    assert topic_of("social insurance premium cuts", cuts, ()) == "fiscal"
    assert (
        topic_of("assistance grants paid", "The island paid 900 assistance grants to persons in extreme poverty.", ()) == "social_security"
    )
    assert topic_of("rural poverty", "We fought rural poverty.", ()) == "rural"


def test_words_of_another_field_in_a_name_say_nothing() -> None:
    assert topic_of("", "A wholly different environment has come.", ()) is None
    assert topic_of("", "There are hard trade-offs.", ()) is None


def test_what_an_english_name_is_told_of_does_not_outweigh_its_head() -> None:
    waived = "Stamp duty is waived for exchange traded funds."
    assert topic_of("stamp duty for the transfer of exchange traded funds", waived, ()) == "fiscal"
    piped = "We piped safe drinking water to rural residents."
    assert topic_of("safe drinking water for rural residents", piped, ()) == "environment"


def test_examples_reasons_and_means_count_less_than_the_main_clause() -> None:
    growing = "Our shipbuilding came through a hard year, including new yards for clean energy, wastewater and recycling."
    assert topic_of("", growing, ()) == "industry"
    asked = "To keep our sailors healthy in hospitals, schools will teach them to swim."
    assert topic_of("", asked, ()) == "education"


def test_examples_decide_where_the_main_clause_names_no_field() -> None:
    assert topic_of("", "Much remains to be done, such as building hospitals.", ()) == "health"


def test_fields_side_by_side_and_others_are_none_of_them() -> None:
    assert topic_of("", "They told us of needs in transport, healthcare and other areas.", ()) is None


def test_an_indicator_has_one_field_whatever_its_english_name_holds() -> None:
    assert field_of_indicator("deficit_ratio", "deficit as a percentage of GDP") == "fiscal"
    assert field_of_indicator("rural_income", "net income of rural residents") == "employment_income"
    assert field_of_indicator("tertiary_value_added", "retail and other services") is None
    assert field_of_indicator("population", "population served by trams") is None


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("By maintaining security we kept the island steady.", id="security"),
        pytest.param("Social habits of old should be left behind.", id="social"),
        pytest.param("See that the benefits reach the people.", id="benefits"),
        pytest.param("We must be patient.", id="patient"),
        pytest.param("The road ahead is long.", id="road ahead"),
        pytest.param("We will bridge the gap.", id="bridge"),
        pytest.param("There is more than one school of thought.", id="school of thought"),
        pytest.param("It is our duty to care.", id="duty"),
    ],
)
def test_everyday_senses_of_a_fields_words_tell_no_field(said: str) -> None:
    assert topic_of("", said, ()) is None


def test_the_name_of_a_speech_is_no_field_where_its_sentence_names_one() -> None:
    assert topic_of("", "In this Budget we will build three schools.", ()) == "education"
    assert topic_of("", "This year's Budget looks ahead.", ()) == "fiscal"


def test_an_industry_is_of_the_field_before_it() -> None:
    assert topic_of("", "We support the retail industry.", ()) == "services"
    assert topic_of("", "We support our industries.", ()) == "industry"


def test_a_tax_on_income_is_fiscal() -> None:
    assert topic_of("personal income tax rate", "I will lower the personal income tax rate.", ()) == "fiscal"


def test_a_scheme_called_credit_is_of_those_it_is_for() -> None:
    assert topic_of("Child Development Credit", "The Child Development Credit will cost $90 million.", ()) == "social_security"
    assert topic_of("credit", "Credit grew by 8%.", ()) == "finance"


def test_where_people_live_is_no_matter_of_housing() -> None:
    said = "Households in two-room flats will enjoy $200."
    assert topic_of("households in two-room flats", said, ()) == "social_security"
    assert topic_of("flats built", "We built 300 flats.", ()) == "urban"


def test_that_a_government_does_something_is_no_field() -> None:
    assert topic_of("cost to the Government", "They will cost the Government $62 million.", ()) is None
    assert topic_of("government functions", "We will transform government functions.", ()) == "governance"


def test_a_body_named_after_a_field_and_a_stray_property_are_none() -> None:
    assert topic_of("", "Those who own a second property are left out.", ()) is None
    assert topic_of("ceiling for waiver of rates", "Waiving rates, up to $1,500 for each rateable property.", ()) == "fiscal"
    assert topic_of("employer contribution rates", "Employer contribution rates will rise by 1%.", ()) == "social_security"


def test_what_a_sum_is_measured_by_is_not_what_it_is() -> None:
    assert topic_of("", "Teachers are paid $1.2 billion (0.3% of GDP).", ()) == "education"
