"""Questions to one digest: `Digest.find`, `.by_topic`, `.figures`, `.behind`, `.headline`."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportsum.models import Digest, Progress, UnclaimedFigure

from .builders import DigestBuilder, fig, half, year

TEXT = """一、上半年工作回顾
上半年地区生产总值5200亿元，增长3.2%。一季度地区生产总值增长1.5%，用电量增长2.6%、总量87亿度。
（一）工业
新签约项目206个。PM2.5浓度下降5%，另有17个村受益。
二、存在问题
外贸订单不足。
三、下半年打算
全年地区生产总值增长6%左右。新开工项目300个。
"""


@pytest.fixture(scope="module")
def digest() -> Digest:
    builder = DigestBuilder(TEXT, period=half(2022), plan_period=year(2022))
    builder.section("一、上半年工作回顾", label="一、", title="上半年工作回顾")
    builder.section("（一）工业", label="（一）", title="工业", level=2)
    builder.section("二、存在问题", label="二、", title="存在问题", stance="problems")
    builder.section("三、下半年打算", label="三、", title="下半年打算", stance="plan")
    builder.achievement(
        "一季度地区生产总值增长1.5%",
        "地区生产总值",
        indicator="gdp",
        figures=[fig("1.5%", role="change")],
        period=year(2021),
    )
    builder.achievement(
        "地区生产总值5200亿元，增长3.2%",
        "地区生产总值",
        indicator="gdp",
        figures=[fig("5200亿元"), fig("3.2%", role="change")],
    )
    builder.achievement("新签约项目206个", "新签约项目", topic="projects", figures=[fig("206个", role="count")])
    builder.achievement("PM2.5浓度下降5%", "PM2.5浓度", topic="environment", figures=[fig("5%", role="change", falls=True)])
    builder.target(
        "全年地区生产总值增长6%左右",
        "地区生产总值",
        indicator="gdp",
        period=year(2022),
        figures=[fig("6%", role="change", bound="about")],
    )
    builder.target(
        "新开工项目300个",
        "新开工项目",
        topic="projects",
        period=year(2022),
        figures=[fig("300个", role="count")],
        progress=Progress(achievements=[], basis="metric", ratio=Decimal("0.3"), status="behind"),
    )
    builder.risk("外贸订单不足", "外贸订单", topic="trade_investment")
    builder.leave_unclaimed(fig("17个", role="count"))
    return builder.build()


def test_find_without_conditions_gives_every_item_in_source_order(digest: Digest) -> None:
    starts = [item.evidence[0].start for item in digest.find()]
    assert starts == sorted(starts)
    assert len(starts) == len(digest.items())


def test_find_joins_its_conditions(digest: Digest) -> None:
    assert [item.metric for item in digest.find(topic="projects", kind="target")] == ["新开工项目"]
    assert len(digest.find(indicator="gdp")) == 3
    assert digest.find(indicator="gdp", kind="risk") == []


def test_find_in_a_section_takes_in_the_sections_below(digest: Digest) -> None:
    assert len(digest.find(section="1")) == 4
    assert [item.metric for item in digest.find(section="1.1")] == ["新签约项目", "PM2.5浓度"]


def test_find_looks_for_text_in_statement_and_metric_in_either_case(digest: Digest) -> None:
    assert [item.metric for item in digest.find(text="pm2.5")] == ["PM2.5浓度"]


def test_topics_come_in_the_order_the_report_touches_them(digest: Digest) -> None:
    assert list(digest.by_topic()) == ["economy", "projects", "environment", "trade_investment"]
    assert [item.metric for item in digest.by_topic()["projects"]] == ["新签约项目", "新开工项目"]


def test_figures_are_all_of_the_reports_figures_once_and_in_order(digest: Digest) -> None:
    figures = digest.figures()
    assert [figure.text for figure in figures] == ["5200亿元", "3.2%", "1.5%", "206个", "5%", "17个", "6%", "300个"]
    assert [figure.text for figure in figures if isinstance(figure, UnclaimedFigure)] == ["17个"]
    assert len(figures) == digest.coverage.figures


def test_behind_gives_the_targets_shown_to_be_behind_and_no_unknown_ones(digest: Digest) -> None:
    assert [target.metric for target in digest.behind()] == ["新开工项目"]


def test_the_headline_takes_the_telling_of_the_reports_own_period(digest: Digest) -> None:
    assert [item.statement for item in digest.headline()] == ["地区生产总值5200亿元，增长3.2%"]


def test_a_digest_shows_itself_in_a_notebook(digest: Digest) -> None:
    page = digest._repr_html_()
    assert "<td>5200亿元</td><td>+3.2%</td>" in page
    assert "4 achievements, 2 targets, 1 risks; 7 of 8 figures in items" in page


def test_a_notebook_runs_nothing_from_a_report() -> None:
    builder = DigestBuilder("<img src=x onerror=alert(1)>6%", title="<script>alert(1)</script>")
    builder.achievement("<img src=x onerror=alert(1)>6%", "<b>", indicator="gdp", figures=[fig("6%")])
    page = builder.build()._repr_html_()
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>" not in page
