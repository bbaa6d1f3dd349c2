"""The headline panel: which figure answers for an indicator."""

from __future__ import annotations

import datetime as dt

import pytest

from reportsum.models import Digest, Period

from .builders import DigestBuilder, FigureSpec, fig, year

FIVE_YEARS = Period(label="2021/2025", start=dt.date(2021, 1, 1), end=dt.date(2025, 12, 31))


def _report(text: str) -> DigestBuilder:
    return DigestBuilder(text, place="云山省", period=year(2025), plan_period=year(2026))


def main_rows(digest: Digest) -> list[tuple[str, str, str, str]]:
    """Return (indicator, kind, measure, text) of the main rows, in the order of the panel."""
    return [(row.indicator, row.kind, row.measure, row.text) for row in digest.panel if row.main]


def test_level_and_growth_of_the_year_each_have_their_main_row_in_the_order_of_the_genre() -> None:
    text = "城镇新增就业31.2万人。全省地区生产总值2.41万亿元、增长5.2%。"
    report = _report(text)
    report.achievement("城镇新增就业31.2万人", "城镇新增就业", indicator="new_jobs", figures=[fig("31.2万人", role="count")])
    figures = [fig("2.41万亿元"), fig("5.2%", role="change")]
    report.achievement("全省地区生产总值2.41万亿元、增长5.2%", "全省地区生产总值", indicator="gdp", figures=figures)
    digest = report.build()
    assert main_rows(digest) == [
        ("gdp", "reported", "level", "2.41万亿元"),
        ("gdp", "reported", "change", "5.2%"),
        ("new_jobs", "reported", "count", "31.2万人"),
    ]
    assert digest.panel[0].amount == 2_410_000_000_000


@pytest.mark.parametrize(
    ("statement", "figures", "main"),
    [
        ("地区生产总值从1.9万亿元增加到2.41万亿元", [fig("1.9万亿元", base="earlier"), fig("2.41万亿元")], "2.41万亿元"),
        ("地区生产总值突破2万亿元、达到2.41万亿元", [fig("2万亿元", bound="above"), fig("2.41万亿元")], "2.41万亿元"),
        ("地区生产总值迈上2万亿元台阶，达24126亿元", [fig("2万亿元"), fig("24126亿元")], "24126亿元"),
        ("地区生产总值2.41万亿元，迈上2万亿元台阶", [fig("2.41万亿元"), fig("2万亿元")], "2.41万亿元"),
        ("地区生产总值突破2万亿元", [fig("2万亿元", bound="above")], "2万亿元"),
    ],
    ids=["not_the_start_value", "exact_after_a_milestone", "milestone_without_a_bound", "exact_before_a_milestone", "milestone_alone"],
)
def test_one_level_of_several_is_the_value_reached(statement: str, figures: list[FigureSpec], main: str) -> None:
    report = _report(f"{statement}。")
    report.achievement(statement, "地区生产总值", indicator="gdp", figures=figures)
    assert main_rows(report.build()) == [("gdp", "reported", "level", main)]


def test_a_yearly_average_of_five_years_is_listed_but_never_main() -> None:
    report = _report("地区生产总值年均增长6.3%。")
    figures = [fig("6.3%", role="change", yearly_average=True)]
    report.achievement("地区生产总值年均增长6.3%", "地区生产总值", indicator="gdp", figures=figures, period=FIVE_YEARS)
    digest = report.build()
    assert [row.text for row in digest.panel] == ["6.3%"]
    assert main_rows(digest) == []


def test_what_five_years_ended_with_is_the_last_years_amount_but_their_sum_is_not() -> None:
    text = "社会消费品零售总额达到8600亿元，五年累计城镇新增就业150万人。"
    report = _report(text)
    report.achievement(
        "社会消费品零售总额达到8600亿元", "社会消费品零售总额", indicator="retail_sales", figures=[fig("8600亿元")], period=FIVE_YEARS
    )
    report.achievement(
        "五年累计城镇新增就业150万人", "城镇新增就业", indicator="new_jobs", figures=[fig("150万人", role="count")], period=FIVE_YEARS
    )
    assert main_rows(report.build()) == [("retail_sales", "reported", "level", "8600亿元")]


def test_the_years_own_figure_goes_before_what_five_years_ended_with() -> None:
    text = "五年来，地区生产总值突破2万亿元。2025年，地区生产总值完成21400亿元。"
    report = _report(text)
    report.achievement(
        "地区生产总值突破2万亿元", "地区生产总值", indicator="gdp", figures=[fig("2万亿元", bound="above")], period=FIVE_YEARS
    )
    report.achievement("地区生产总值完成21400亿元", "地区生产总值", indicator="gdp", figures=[fig("21400亿元")])
    assert main_rows(report.build()) == [("gdp", "reported", "level", "21400亿元")]


def test_a_part_of_the_place_does_not_answer_for_it() -> None:
    report = _report("脱贫地区农村居民人均可支配收入增长8.1%，农村居民人均可支配收入增长6.4%。")
    for metric, text in (("脱贫地区农村居民人均可支配收入", "8.1%"), ("农村居民人均可支配收入", "6.4%")):
        report.achievement(f"{metric}增长{text}", metric, indicator="rural_income", figures=[fig(text, role="change")])
    assert main_rows(report.build()) == [("rural_income", "reported", "change", "6.4%")]


def test_a_goal_of_another_year_is_not_the_plans() -> None:
    report = _report("到2030年城镇化率达到72%。今年城镇化率达到66.5%。")
    later = Period(label="2030", start=dt.date(2030, 1, 1), end=dt.date(2030, 12, 31))
    report.target("到2030年城镇化率达到72%", "城镇化率", indicator="urbanisation", figures=[fig("72%", role="share")], period=later)
    report.target("今年城镇化率达到66.5%", "城镇化率", indicator="urbanisation", figures=[fig("66.5%", role="share")], period=year(2026))
    assert main_rows(report.build()) == [("urbanisation", "target", "share", "66.5%")]


def test_a_goal_in_words_has_a_row_without_a_figure() -> None:
    report = _report("居民人均可支配收入增长与经济增长同步。")
    report.target("居民人均可支配收入增长与经济增长同步", "居民人均可支配收入", indicator="income", period=year(2026))
    (row,) = report.build().panel
    assert (row.measure, row.main, row.figure, row.amount) == ("change", True, None, None)
    assert row.text == "居民人均可支配收入增长与经济增长同步"


def test_a_share_of_gdp_is_no_value_of_gdp() -> None:
    report = _report("地区生产总值占全国比重为2.1%。")
    report.achievement("地区生产总值占全国比重为2.1%", "地区生产总值", indicator="gdp", figures=[fig("2.1%", role="share")])
    assert report.build().panel == []


def test_fiscal_revenue_answers_for_budget_revenue_only_where_that_is_not_told() -> None:
    old = _report("财政收入增长7.4%。")
    old.achievement("财政收入增长7.4%", "财政收入", indicator="fiscal_revenue", figures=[fig("7.4%", role="change")])
    assert main_rows(old.build()) == [("budget_revenue", "reported", "change", "7.4%")]
    new = _report("财政收入增长7.4%，一般公共预算收入增长3.1%。")
    new.achievement("财政收入增长7.4%", "财政收入", indicator="fiscal_revenue", figures=[fig("7.4%", role="change")])
    new.achievement("一般公共预算收入增长3.1%", "一般公共预算收入", indicator="budget_revenue", figures=[fig("3.1%", role="change")])
    assert main_rows(new.build()) == [("budget_revenue", "reported", "change", "3.1%")]


def test_one_rate_for_town_and_country_answers_for_both() -> None:
    report = _report("城乡居民人均可支配收入分别增长7.5%。")
    figures = [fig("7.5%", role="change")]
    report.target("城乡居民人均可支配收入分别增长7.5%", "城乡居民人均可支配收入", indicator="income", figures=figures, period=year(2026))
    assert main_rows(report.build()) == [("urban_income", "target", "change", "7.5%"), ("rural_income", "target", "change", "7.5%")]


@pytest.mark.parametrize(
    ("statement", "metric", "figure", "rows"),
    [
        ("氨氮、二氧化硫排放量下降2%", "氨氮、二氧化硫排放量", fig("2%", role="change"), ["ammonia_emissions", "so2_emissions"]),
        ("出口额和实际使用外资均达90亿美元", "出口额和实际使用外资", fig("90亿美元"), ["exports", "fdi_used"]),
        ("出口额和实际使用外资90亿美元", "出口额和实际使用外资", fig("90亿美元"), []),
    ],
    ids=["each_falls_by_so_much", "each_comes_to_so_much", "the_sum_of_both_is_none_of_them"],
)
def test_quantities_that_share_a_figure_have_a_row_each(statement: str, metric: str, figure: FigureSpec, rows: list[str]) -> None:
    report = _report(f"{statement}。")
    report.achievement(statement, metric, figures=[figure])
    assert [row.indicator for row in report.build().panel] == rows


def test_a_difference_to_the_year_before_is_no_growth() -> None:
    report = _report("财政赤字2.4万亿元，比去年增加2000亿元。")
    figures = [fig("2.4万亿元"), fig("2000亿元", role="change")]
    report.target("财政赤字2.4万亿元，比去年增加2000亿元", "财政赤字", indicator="deficit", figures=figures, period=year(2026))
    assert main_rows(report.build()) == [("deficit", "target", "level", "2.4万亿元")]


def test_a_change_over_the_whole_span_answers_where_no_year_is_told() -> None:
    text = "五年来，单位地区生产总值能耗下降14%。"
    report = DigestBuilder(text, place="云山省", period=FIVE_YEARS, plan_period=year(2026))
    figures = [fig("14%", role="change")]
    report.achievement("单位地区生产总值能耗下降14%", "单位GDP能耗", indicator="energy_intensity", figures=figures, period=FIVE_YEARS)
    assert main_rows(report.build()) == [("energy_intensity", "reported", "change", "14%")]


def test_a_sum_told_beside_a_level_makes_no_sum_of_it() -> None:
    statement = "五年来，人均地区生产总值达到9.1万元，累计新增就业160万人"
    report = _report(f"{statement}。")
    report.achievement(statement, "人均地区生产总值", indicator="gdp_per_capita", figures=[fig("9.1万元")], period=FIVE_YEARS)
    assert main_rows(report.build()) == [("gdp_per_capita", "reported", "level", "9.1万元")]
