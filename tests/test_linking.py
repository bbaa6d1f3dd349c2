"""Progress: targets and the achievements that speak of them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from reportsum.linking import link_progress
from reportsum.models import Period, Progress
from tests.builders import DigestBuilder, FigureSpec, fig, half, year

SECOND_HALF = Period(label="2022H2", start=dt.date(2022, 7, 1), end=dt.date(2022, 12, 31))


def linked(
    promised: FigureSpec, reached: FigureSpec, *, metric: str = "新增上云企业", other: str = "新增上云企业", task: int | None = 4,
    promised_for: Period | None = None, reached_in: Period | None = None,
) -> Progress | None:  # fmt: skip
    text = f"目标{promised.text}。进展{reached.text}。"
    builder = DigestBuilder(text)
    target = builder.target(f"目标{promised.text}。", metric, figures=[promised], task=task, period=promised_for or year(2022))
    achievement = builder.achievement(f"进展{reached.text}。", other, figures=[reached], task=task, period=reached_in or half(2022))
    return link_progress([target], [achievement])[0].progress


def test_a_numbered_task_links_its_target_and_its_progress() -> None:
    progress = linked(fig("2000家", role="count"), fig("1600家", role="count"))
    assert progress is not None
    assert (progress.basis, progress.ratio, progress.status) == ("task", Decimal("0.8000"), "on_track")


@pytest.mark.parametrize(
    ("promised", "reached", "status"),
    [
        pytest.param(fig("10个", role="count"), fig("10个", role="count"), "met", id="equal_is_met"),
        pytest.param(fig("10个", role="count"), fig("12个", role="count"), "exceeded", id="more_is_exceeded"),
        pytest.param(fig("10个", role="count"), fig("5个", role="count"), "on_track", id="half_at_half_time_is_on_track"),
        pytest.param(fig("10个", role="count"), fig("4个", role="count"), "behind", id="less_than_the_elapsed_share_is_behind"),
        pytest.param(fig("50%", role="share"), fig("47.5%", role="share"), "behind", id="a_rate_does_not_grow_with_time"),
        pytest.param(fig("3%", role="share", bound="at_most"), fig("2.9%", role="share"), "met", id="below_a_ceiling_is_met"),
        pytest.param(fig("3%", role="share", bound="at_most"), fig("3.1%", role="share"), "behind", id="above_a_ceiling_is_behind"),
    ],
)
def test_status_follows_from_ratio_time_and_bound(promised: FigureSpec, reached: FigureSpec, status: str) -> None:
    progress = linked(promised, reached)
    assert progress is not None
    assert progress.status == status


@pytest.mark.parametrize(
    ("promised", "reached"),
    [
        pytest.param(fig("2000家", role="count"), fig("30%", role="share"), id="unit_differs"),
        pytest.param(fig("5%", role="change"), fig("48%", role="share"), id="role_differs"),
    ],
)
def test_what_cannot_be_compared_has_no_ratio(promised: FigureSpec, reached: FigureSpec) -> None:
    progress = linked(promised, reached)
    assert progress is not None
    assert (progress.ratio, progress.status) == (None, "unknown")


def test_figures_of_quite_another_metric_are_not_compared() -> None:
    progress = linked(fig("10个", role="count"), fig("8个", role="count"), metric="智能车间", other="招聘活动场次")
    assert progress is not None
    assert progress.ratio is None


def test_without_a_task_the_same_metric_links_within_the_promised_period() -> None:
    progress = linked(fig("2380亿元"), fig("1137.8亿元"), metric="工业应税销售", other="工业应税销售", task=None)
    assert progress is not None
    assert (progress.basis, progress.ratio) == ("metric", Decimal("0.4781"))


def test_last_year_does_not_count_towards_this_year() -> None:
    assert linked(fig("5.5%", role="change"), fig("6%", role="change"), task=None, reached_in=year(2021)) is None


def test_the_first_half_does_not_count_towards_the_second() -> None:
    assert linked(fig("10个", role="count"), fig("6个", role="count"), task=None, promised_for=SECOND_HALF) is None


def test_a_target_that_nothing_speaks_of_has_no_progress() -> None:
    assert linked(fig("10个", role="count"), fig("6个", role="count"), task=None, metric="绿色工厂", other="学校") is None


def test_persons_are_persons_however_they_are_counted() -> None:
    progress = linked(fig("1.4万名", role="count"), fig("7789人", role="count"), metric="新增高技能人才", other="新增高技能人才")
    assert progress is not None
    assert progress.ratio == Decimal("0.5564")


def test_how_large_the_counted_things_are_is_no_progress_of_their_count() -> None:
    builder = DigestBuilder("引进投资超5亿元项目6个。已引进投资超5亿元项目4个。")
    sizes = [fig("5亿元"), fig("6个", role="count")]
    target = builder.target("引进投资超5亿元项目6个。", "引进投资超5亿元项目", figures=sizes, task=1, period=year(2022))
    reached = [fig("5亿元"), fig("4个", role="count")]
    achievement = builder.achievement("已引进投资超5亿元项目4个。", "引进投资超5亿元项目", figures=reached, task=1, period=half(2022))
    progress = link_progress([target], [achievement])[0].progress
    assert progress is not None
    assert (progress.ratio, progress.status) == (Decimal("0.6667"), "on_track")
