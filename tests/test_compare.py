"""Digests side by side: cells, exact units, promises and their outcomes, and what is said not to compare."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reportsum
from reportsum.captions import captions
from reportsum.comparing import Comparison, compare, write_comparison
from reportsum.comparing.promises import judge, same_place
from reportsum.comparing.records import RECORD_COLUMNS
from reportsum.comparing.units import size_of
from reportsum.errors import SettingsError
from reportsum.indicators import Direction
from reportsum.models import Bound, Digest, Figure, Period, Role

from .builders import DigestBuilder, FigureSpec, fig, half, year

GDP = ("地区生产总值", "gdp")
RETAIL = ("社会消费品零售总额", "retail_sales")
UNEMPLOYMENT = ("城镇登记失业率", "registered_unemployment")


def report(
    name: str,
    *,
    period: Period | None,
    plan: Period | None = None,
    place: str | None = "南通市",
    told: tuple[tuple[tuple[str, str | None], str, list[FigureSpec]], ...] = (),
    promised: tuple[tuple[tuple[str, str | None], str, list[FigureSpec]], ...] = (),
) -> Digest:
    """Return a digest that tells and promises the sentences given."""
    text = f"{name}\n" + "\n".join(sentence for _, sentence, _ in (*told, *promised))
    builder = DigestBuilder(text, name=name, place=place, period=period, plan_period=plan)
    for (metric, indicator), sentence, figures in told:
        builder.achievement(sentence, metric, indicator=indicator, figures=figures)
    for (metric, indicator), sentence, figures in promised:
        builder.target(sentence, metric, indicator=indicator, figures=figures, period=plan)
    return builder.build()


PLAN_2023 = report(
    "report-2022",
    period=year(2022),
    plan=year(2023),
    told=((GDP, "生产总值11379.6亿元，增长2.1%", [fig("11379.6亿元"), fig("2.1%", role="change")]),),
    promised=(
        (GDP, "生产总值增长5%以上", [fig("5%", role="change", bound="at_least")]),
        (RETAIL, "零售总额增长8%左右", [fig("8%", role="change", bound="about")]),
        (UNEMPLOYMENT, "失业率控制在4%以内", [fig("4%", role="share", bound="at_most")]),
    ),
)
OUTCOME_2023 = report(
    "report-2023",
    period=year(2023),
    plan=year(2024),
    told=(
        (GDP, "生产总值11813.3亿元，增长5.8%", [fig("11813.3亿元"), fig("5.8%", role="change")]),
        (RETAIL, "零售总额增长6.5%", [fig("6.5%", role="change")]),
        (UNEMPLOYMENT, "登记失业率1.9%", [fig("1.9%", role="share")]),
    ),
)


def verdicts(comparison: Comparison) -> dict[str | None, str]:
    return {promise.indicator: promise.verdict for promise in comparison.promises if promise.reported}


def test_one_row_an_indicator_one_column_a_report_right_to_the_digit() -> None:
    comparison = compare([PLAN_2023, OUTCOME_2023])
    assert [column.label for column in comparison.columns] == ["南通市 2022", "南通市 2023"]
    row = comparison.rows[0]
    assert (row.indicator, row.zh, row.en) == ("gdp", "地区生产总值", "GDP")
    told = [cell.reported for cell in row.cells]
    assert [t.value.figure.value for t in told if t and t.value] == [Decimal("11379.6"), Decimal("11813.3")]
    assert [t.change.figure.value for t in told if t and t.change] == [Decimal("2.1"), Decimal("5.8")]
    assert row.cells[0].promised is not None


def test_every_reading_points_at_its_source() -> None:
    for digest in (PLAN_2023, OUTCOME_2023):
        quotes = {item.evidence[0].quote for item in digest.items()}
        comparison = compare([digest])
        found = {record["quote"] for record in comparison.to_records()}
        assert found == quotes


def test_columns_go_by_place_as_given_then_by_time() -> None:
    haian = report("haian", period=year(2022), place="海安市", told=((GDP, "增长1.6%", [fig("1.6%", role="change")]),))
    labels = [column.label for column in compare([OUTCOME_2023, haian, PLAN_2023]).columns]
    assert labels == ["南通市 2022", "南通市 2023", "海安市 2022"]


def test_a_digest_given_twice_counts_once() -> None:
    assert len(compare([PLAN_2023, PLAN_2023]).columns) == 1


def test_promises_are_followed_into_the_next_report_by_their_own_bound() -> None:
    assert verdicts(compare([OUTCOME_2023, PLAN_2023])) == {
        "gdp": "exceeded",
        "retail_sales": "near",
        "registered_unemployment": "met",
    }


def test_a_promise_kept_to_the_digit_is_met() -> None:
    promise = report(
        "a", period=year(2022), plan=year(2023), promised=((GDP, "增长3.2%以上", [fig("3.2%", role="change", bound="at_least")]),)
    )
    outcome = report("b", period=year(2023), told=((GDP, "增长3.2%", [fig("3.2%", role="change")]),))
    [followed] = compare([promise, outcome]).promises
    assert (followed.verdict, followed.difference) == ("met", Decimal(0))
    assert followed.reported_in == outcome.id


def test_a_promise_that_the_report_on_its_year_does_not_tell_was_dropped() -> None:
    silent = report("b", period=year(2023), told=((GDP, "增长6%", [fig("6%", role="change")]),))
    found = {promise.indicator: promise.verdict for promise in compare([PLAN_2023, silent]).promises}
    assert (found["gdp"], found["retail_sales"]) == ("exceeded", "dropped")
    assert {promise.verdict for promise in compare([PLAN_2023]).promises} == {"open"}


def test_of_two_falls_the_deeper_one_keeps_a_promise_to_fall_by_at_least() -> None:
    energy = ("单位GDP能耗", "energy_intensity")
    promise = report(
        "a", period=year(2022), plan=year(2023),
        promised=((energy, "能耗下降3.1%以上", [fig("3.1%", role="change", bound="at_least", falls=True)]),),
    )  # fmt: skip
    for fallen, verdict in (("5.6%", "exceeded"), ("3.1%", "met"), ("2.4%", "missed")):
        outcome = report("b", period=year(2023), told=((energy, f"能耗下降{fallen}", [fig(fallen, role="change", falls=True)]),))
        assert verdicts(compare([promise, outcome])) == {"energy_intensity": verdict}


def test_a_start_value_is_no_outcome() -> None:
    promise = report("a", period=year(2022), plan=year(2023), promised=((GDP, "达到12000亿元", [fig("12000亿元")]),))
    told = (GDP, "从11379亿元增加到12100亿元", [fig("11379亿元", base="earlier"), fig("12100亿元")])
    [followed] = compare([promise, report("b", period=year(2023), told=(told,))]).promises
    assert (followed.verdict, followed.reported.figure.text if followed.reported else None) == ("exceeded", "12100亿元")


def test_another_places_report_settles_no_promise() -> None:
    elsewhere = report("b", period=year(2023), place="启东市", told=((GDP, "增长6%", [fig("6%", role="change")]),))
    assert {promise.verdict for promise in compare([PLAN_2023, elsewhere]).promises} == {"open"}


def test_a_province_before_the_name_makes_no_other_place() -> None:
    full = report("b", period=year(2023), place="江苏省南通市", told=((GDP, "增长6%", [fig("6%", role="change")]),))
    assert verdicts(compare([PLAN_2023, full])) == {"gdp": "exceeded"}


@pytest.mark.parametrize("other", ["北京市朝阳区", "江苏省"])
def test_places_are_not_the_same_for_looking_alike(other: str) -> None:
    assert not same_place("长春市朝阳区", other)
    assert same_place(other, other)


def test_a_later_report_on_the_same_year_corrects_an_earlier_one() -> None:
    plan = report("a", period=year(2021), plan=year(2022), promised=((GDP, "增长6%", [fig("6%", role="change")]),))
    first = report("b", period=year(2022), told=((GDP, "增长6.5%", [fig("6.5%", role="change")]),))
    corrected = report("c", period=year(2022), told=((GDP, "增长5.5%", [fig("5.5%", role="change")]),))
    assert verdicts(compare([plan, first, corrected])) == {"gdp": "missed"}


def test_a_report_without_a_place_is_said_and_followed_nowhere() -> None:
    nowhere = report("a", period=year(2022), plan=year(2023), place=None, promised=((GDP, "增长5%", [fig("5%", role="change")]),))
    also = report("b", period=year(2023), place=None, told=((GDP, "增长6%", [fig("6%", role="change")]),))
    comparison = compare([nowhere, also])
    assert [promise.verdict for promise in comparison.promises] == ["not_comparable"]
    assert any("names no place" in note.en for note in comparison.notes)


def test_a_metric_without_an_indicator_is_followed_by_its_words() -> None:
    roads = ("新改建农村公路", None)
    plan = report("a", period=year(2022), plan=year(2023), promised=((roads, "新改建农村公路300公里", [fig("300公里")]),))
    done = report("b", period=year(2023), told=((("全市新改建农村公路", None), "新改建农村公路310000米", [fig("310000米")]),))
    [promise] = compare([plan, done]).promises
    assert (promise.indicator, promise.zh, promise.verdict, promise.difference) == (None, "新改建农村公路", "exceeded", Decimal(10))


@pytest.mark.parametrize("metric", ["项目", "农村公路", "新改建农村公路占比"], ids=["too_general", "too_short", "other_words"])
def test_words_that_are_not_surely_the_same_are_not_followed(metric: str) -> None:
    plan = report("a", period=year(2022), plan=year(2023), promised=(((metric, None), f"{metric}300公里", [fig("300公里")]),))
    done = report("b", period=year(2023), told=((("新改建农村公路", None), "新改建农村公路310公里", [fig("310公里")]),))
    assert compare([plan, done]).promises == ()


def test_half_a_year_settles_no_promise_for_the_year() -> None:
    plan = report(
        "a",
        period=year(2021),
        plan=year(2022),
        promised=(
            (GDP, "增长6%", [fig("6%", role="change")]),
            (RETAIL, "零售总额4000亿元", [fig("4000亿元")]),
        ),
    )
    so_far = report(
        "b",
        period=half(2022),
        told=((GDP, "增长3.2%", [fig("3.2%", role="change")]), (RETAIL, "零售总额1800亿元", [fig("1800亿元")])),
    )
    comparison = compare([plan, so_far])
    assert verdicts(comparison) == {"gdp": "short", "retail_sales": "open"}
    assert "45.0%" in next(promise.reason.en for promise in comparison.promises if promise.indicator == "retail_sales")


def test_half_a_year_cannot_report_on_the_whole_year_unless_it_expects() -> None:
    plan = report("a", period=year(2021), plan=year(2022), promised=((GDP, "总量1000亿元", [fig("1000亿元")]),))
    builder = DigestBuilder("全年完成480亿元。", name="b", period=half(2022))
    builder.achievement("全年完成480亿元", GDP[0], indicator="gdp", period=year(2022), figures=[fig("480亿元")])
    [promise] = compare([plan, builder.build()]).promises
    assert (promise.verdict, promise.reported_period and promise.reported_period.label) == ("open", "2022H1")
    builder = DigestBuilder("预计全年完成980亿元。", name="c", period=half(2022))
    builder.achievement("预计全年完成980亿元", GDP[0], indicator="gdp", period=year(2022), outcome="expected", figures=[fig("980亿元")])
    [promise] = compare([plan, builder.build()]).promises
    assert (promise.verdict, promise.reason.en) == ("missed", "less than promised; expected when reported")


def test_the_whole_year_counts_for_more_than_its_half() -> None:
    plan = report("a", period=year(2021), plan=year(2022), promised=((GDP, "增长6%", [fig("6%", role="change")]),))
    part = report("b", period=half(2022), told=((GDP, "增长6.5%", [fig("6.5%", role="change")]),))
    whole = report("c", period=year(2022), told=((GDP, "增长5.5%", [fig("5.5%", role="change")]),))
    assert verdicts(compare([plan, part, whole])) == {"gdp": "missed"}


def test_another_span_of_time_stands_beside_and_says_so() -> None:
    text = "六月零售额增长9%。零售总额增长5%。"
    builder = DigestBuilder(text, period=half(2022))
    builder.achievement("六月零售额增长9%", RETAIL[0], indicator=RETAIL[1], period=year(2021), figures=[fig("9%", role="change")])
    builder.achievement("零售总额增长5%", RETAIL[0], indicator=RETAIL[1], figures=[fig("5%", role="change")])
    [row] = compare([builder.build()]).rows
    [cell] = row.cells
    assert cell.reported is not None
    assert cell.reported.change is not None
    assert cell.reported.change.figure.text == "5%"
    assert [other.period.label for other in cell.others if other.period] == ["2021"]


def test_points_are_no_growth_of_an_amount() -> None:
    builder = DigestBuilder("零售总额增速回升8.6个百分点。", period=half(2022))
    builder.achievement("零售总额增速回升8.6个百分点", RETAIL[0], indicator=RETAIL[1], figures=[fig("8.6个百分点", role="change_pp")])
    [row] = compare([builder.build()], ["retail_sales"]).rows
    assert row.cells[0].reported is None


def test_units_that_do_not_convert_are_said_and_not_forced() -> None:
    one = report("a", period=year(2022), told=((GDP, "总量100亿元", [fig("100亿元")]),))
    other = report("b", period=year(2023), told=((GDP, "总量100亿美元", [fig("100亿美元")]),))
    [row] = compare([one, other]).rows
    assert [note.en for note in row.notes] == ["Value: 亿元, 亿美元 do not convert exactly; the figures are not comparable"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("1.5万亿元", "15000亿元", id="myriads_multiply_out"),
        pytest.param("2平方公里", "3000亩", id="area_by_fractions"),
        pytest.param("1万公顷", "15万亩", id="hectares_and_mu"),
        pytest.param("35个基点", "0.35个百分点", id="basis_points"),
        pytest.param("5吨", "10000斤", id="tonnes_and_jin"),
        pytest.param("3度", "3千瓦时", id="two_names_of_one_unit"),
        pytest.param("12家", "12个", id="classifiers_of_single_things"),
    ],
)
def test_exact_conversions(one: str, other: str) -> None:
    assert size_of(figure(one)) == size_of(figure(other))


@pytest.mark.parametrize(("one", "other"), [("5元", "5美元"), ("5%", "5个百分点"), ("5人", "5户"), ("5人", "5人次")])
def test_no_conversion_where_none_is_exact(one: str, other: str) -> None:
    assert size_of(figure(one)) != size_of(figure(other))


def figure(text: str, *, role: Role = "level", bound: Bound = "exact", between: tuple[str, str] | None = None) -> Figure:
    builder = DigestBuilder(text)
    return builder.achievement(text, "数", figures=[fig(text, role=role, bound=bound, between=between)]).figures[0]


@pytest.mark.parametrize(
    ("promised", "bound", "reported", "good", "verdict"),
    [
        pytest.param("6%", "exact", "6%", "up", "met", id="exactly"),
        pytest.param("6%", "exact", "6.1%", "up", "exceeded", id="more"),
        pytest.param("6%", "exact", "5.9%", "up", "missed", id="less"),
        pytest.param("6%", "about", "5.9%", "up", "near", id="a_little_less_than_about"),
        pytest.param("6%", "about", "6%", "up", "met", id="exactly_about"),
        pytest.param("6%", "at_least", "5.9%", "up", "missed", id="below_a_floor"),
        pytest.param("4%", "at_most", "3.2%", "down", "met", id="below_a_ceiling"),
        pytest.param("4%", "at_most", "4.1%", "down", "missed", id="above_a_ceiling"),
        pytest.param("28微克", "exact", "27微克", "down", "met", id="less_is_good"),
        pytest.param("28微克", "exact", "29微克", "down", "missed", id="more_is_bad"),
        pytest.param("28微克", "about", "29微克", "down", "near", id="a_little_more_than_about"),
        pytest.param("3%", "about", "0.5%", "none", "differs", id="no_good_direction"),
        pytest.param("3%", "about", "3%", "none", "met", id="no_good_direction_but_equal"),
    ],
)
def test_a_promise_is_judged_by_its_bound(promised: str, bound: Bound, reported: str, good: Direction, verdict: str) -> None:
    assert judge(figure(promised, bound=bound), figure(reported), good=good).verdict == verdict


@pytest.mark.parametrize(("reported", "verdict"), [("5.5%", "met"), ("5%", "met"), ("6.2%", "exceeded"), ("4.9%", "missed")])
def test_a_promised_range_is_kept_from_its_low_end_on(reported: str, verdict: str) -> None:
    promised = figure("5%—6%", role="change", between=("5", "6"))
    assert judge(promised, figure(reported, role="change")).verdict == verdict


def test_a_range_in_myriads_is_compared_in_full_numbers() -> None:
    promised = figure("3—4万套", between=("3", "4"))
    assert judge(promised, figure("35000套")).verdict == "met"


def test_the_difference_is_in_the_unit_of_the_promise() -> None:
    assert judge(figure("1.5万亿元"), figure("14800亿元")).difference == Decimal("-0.02")


@given(st.decimals(-1000, 1000, places=2), st.decimals(-1000, 1000, places=2))
def test_more_is_never_judged_worse_than_less(promised: Decimal, reported: Decimal) -> None:
    order = ["missed", "met", "exceeded"]
    target = figure("6%").model_copy(update={"value": promised, "amount": promised})
    less = figure("6%").model_copy(update={"value": reported, "amount": reported})
    more = figure("6%").model_copy(update={"value": reported + 1, "amount": reported + 1})
    assert order.index(judge(target, less).verdict) <= order.index(judge(target, more).verdict)


def test_rows_default_to_the_headline_and_what_two_reports_tell() -> None:
    only_one = ("高标准农田", "farmland_quality")
    lone = report("a", period=year(2022), told=((only_one, "建成30万亩", [fig("30万亩")]), (GDP, "增长5%", [fig("5%", role="change")])))
    comparison = compare([lone, OUTCOME_2023])
    assert comparison.left_out == ("farmland_quality",)
    assert "farmland_quality" in [row.indicator for row in compare([lone, OUTCOME_2023], everything=True).rows]


def test_an_indicator_asked_for_is_shown_even_when_no_report_tells_of_it() -> None:
    [row] = compare([PLAN_2023], ["cpi"]).rows
    assert [note.en for note in row.notes] == ["no report here tells of Consumer prices"]


def test_an_unknown_indicator_is_refused_with_its_neighbours() -> None:
    with pytest.raises(SettingsError, match=r"Did you mean .*retail_sales"):
        compare([PLAN_2023], ["retail_sale"])


def test_no_digests_make_an_empty_comparison() -> None:
    assert compare([]).rows == ()


def test_json_holds_exact_numbers_and_places() -> None:
    comparison = json.loads(compare([PLAN_2023, OUTCOME_2023]).to_json(), parse_float=Decimal)
    first = comparison["cells"][0]
    assert first["value"] == Decimal("11379.6")
    assert first["quote"] == "生产总值11379.6亿元，增长2.1%"
    assert {promise["verdict"] for promise in comparison["promises"]} == {"exceeded", "near", "met"}


def test_csv_holds_one_record_a_figure() -> None:
    comparison = compare([PLAN_2023, OUTCOME_2023])
    rows = list(csv.DictReader(io.StringIO(comparison.to_csv().removeprefix("\ufeff"))))
    assert tuple(rows[0]) == RECORD_COLUMNS
    assert len(rows) == len(comparison.to_records()) == 9


def test_the_page_shows_table_chart_and_promises() -> None:
    page = compare([PLAN_2023, OUTCOME_2023]).to_html()
    for words in ("11813.3亿元", "≥+5%", "超额兑现", "Exceeded", '<svg class="chart"'):
        assert words in page


def test_the_page_runs_nothing_from_a_report() -> None:
    bad = report("<script>", period=year(2022), place="<img src=x>", told=((("<b>", "gdp"), "<i>5%</i>", [fig("5%", role="change")]),))
    page = compare([bad]).to_html()
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "<i>5%" not in page


def test_a_comparison_shows_itself_in_a_notebook() -> None:
    fragment = compare([PLAN_2023, OUTCOME_2023])._repr_html_()
    assert "11813.3亿元" in fragment
    assert "Exceeded" in fragment
    assert "<script" not in fragment


def test_the_terminal_shows_the_same_figures() -> None:
    from rich.console import Console

    console = Console(width=200, record=True, file=io.StringIO())
    console.print(compare([PLAN_2023, OUTCOME_2023]))
    shown = console.export_text()
    assert "11813.3亿元 +5.8%" in shown
    assert "目标 ≥+5%" in shown


@pytest.mark.parametrize("ending", ["html", "csv", "json"])
def test_a_comparison_is_written_by_its_ending(ending: str, tmp_path: Path) -> None:
    path = write_comparison(compare([PLAN_2023]), tmp_path / f"out.{ending}")
    assert path.stat().st_size > 100


def test_an_unknown_ending_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"\.html, \.csv or \.json"):
        write_comparison(compare([PLAN_2023]), tmp_path / "out.xls")


def test_every_verdict_has_a_caption() -> None:
    from typing import get_args

    from reportsum.comparing.model import Verdict

    assert set(captions()["verdict"]) == set(get_args(Verdict))


NANTONG = {
    ("2019H1", "industry_output", "reported"): "9.3%",
    ("2019H1", "retail_sales", "reported"): "6%",  # the panel's main row: the half-year's rate; the 1339.98亿元 are of five months
    ("2019H1", "trade_total", "reported"): "1003.6亿元",
    ("2019H1", "hightech_output_share", "reported"): "47.47%",
    ("2019H1", "hightech_output_share", "promised"): "50%",
    ("2022H1", "industry_output", "reported"): "10.7%",
    ("2022H1", "industry_taxable_sales", "reported"): "6.8%",
    ("2022H1", "hightech_output_share", "reported"): "48.8% 0.7个百分点",
    ("2022H1", "services_revenue", "reported"): "6.1%",
    ("2022H1", "registered_unemployment", "reported"): "4%",
    ("2023", "gdp", "reported"): "6%",
    ("2023", "gdp", "promised"): "5.5%",
    ("2023", "industry_value_added", "reported"): "8.8%",
    ("2023", "industry_value_added", "promised"): "9%",
    ("2023", "industry_taxable_sales", "reported"): "9%",
    ("2023", "budget_revenue", "reported"): "11%",
    ("2023", "budget_revenue", "promised"): "4%",
    ("2023", "fixed_investment", "reported"): "3%",
    ("2023", "fixed_investment", "promised"): "5%",
    ("2023", "rd_intensity", "reported"): "2.75%",
    ("2023", "rd_intensity", "promised"): "2.85%",
    ("2023", "retail_sales", "reported"): "6.5%",
    ("2023", "retail_sales", "promised"): "6%",
    ("2023", "fdi_used", "reported"): "22亿美元",
    ("2023", "urban_income", "reported"): "5.1%",
    ("2023", "rural_income", "reported"): "6.9%",
    ("2023", "cpi", "reported"): "0.5%",
    ("2023", "cpi", "promised"): "3%",
    ("2023", "new_jobs", "reported"): "11.9万人",
}
"""What Nantong's three reports say of the headline indicators, read by eye: (column, indicator, told as) → figures."""


@pytest.fixture(scope="module")
def nantong() -> Comparison:
    names = ("nantong-2024-work-report", "nantong-2019h1-key-tasks", "nantong-2022h1-plan")
    seeds = Path(__file__).parent.parent / "seeds"
    return compare([reportsum.digest(seeds / f"{name}.txt", reportsum.Settings(engine="rules")) for name in names])


def test_nantongs_reports_stand_in_one_table_in_order_of_time(nantong: Comparison) -> None:
    assert [column.label for column in nantong.columns] == ["南通市 2019H1", "南通市 2022H1", "南通市 2023"]


@pytest.mark.parametrize(("place", "figures"), NANTONG.items(), ids=["-".join(place) for place in NANTONG])
def test_nantongs_headline_is_right_to_the_digit_and_has_its_source(nantong: Comparison, place: tuple[str, str, str], figures: str) -> None:
    period, indicator, told_as = place
    told = [
        record
        for record in nantong.to_records()
        if (record["report_period"], record["indicator"], record["told_as"]) == (period, indicator, told_as)
    ]
    assert " ".join(record["text"] for record in told) == figures
    assert all(record["text"] in record["quote"] for record in told)
