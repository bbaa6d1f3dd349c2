"""Values that stand beside a fact are told as such: what it is compared from, what it is measured against, averages over years."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportsum import digest
from reportsum.figures import find_figures
from reportsum.models import Figure


def figures_of(folder: Path, text: str) -> dict[str, Figure]:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    digested = digest(path)
    items = [*digested.achievements, *digested.targets, *digested.risks]
    return {figure.text: figure for item in items for figure in item.figures}


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("图书馆藏书从2017年的86万册增加到2022年的131万册", ["86万册"]),
        ("化解率由62%提高至90%", ["62%"]),
        ("审批时限由12个工作日压缩至3个工作日", ["12个工作日"]),
        ("竞争力排名由全省第21位跃升至第15位", ["第21位"]),
        ("电价涨幅比上年的3.4%回落0.9个百分点", ["3.4%"]),
        ("三次产业结构由8.1:40.2:51.7调整为7.0:39.5:53.5", ["8.1", "40.2", "51.7"]),
        ("城乡收入比由2.31缩小到2.12", ["2.31"]),
        ("总产值达到620亿元，较“十二五”末的410亿元增加210亿元", ["410亿元"]),
        ("绿化率由31%提高到38%，城市、县城建成区面积分别扩大6%、4%", ["31%"]),
    ],
)
def test_the_value_compared_from_is_an_earlier_one(text: str, earlier: list[str]) -> None:
    assert [figure.text for figure in find_figures(text) if figure.base == "earlier"] == earlier


@pytest.mark.parametrize("text", ["由4家企业组成的联合体", "从业人员3.5万人，增加到岗200人", "占比比上年提高1.2个百分点"])
def test_other_values_are_none(text: str) -> None:
    assert [figure.base for figure in find_figures(text) if figure.base] == []


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("粮食产量增长3.1%，超过计划增长2%的要求", ["2%"]),
        ("物价上涨1.9%，低于3%左右的预期目标", ["3%"]),
        ("完成年度计划48亿元的61%", ["48亿元"]),
    ],
)
def test_a_goal_that_the_fact_is_measured_against(text: str, goal: list[str]) -> None:
    assert [figure.text for figure in find_figures(text) if figure.base == "goal"] == goal


def test_what_lies_beyond_a_goal_is_no_goal() -> None:
    assert [figure.base for figure in find_figures("税收增长8.2%，超过计划1.2个百分点")] == [None, None]


@pytest.mark.parametrize(
    ("text", "averages"),
    [
        ("人口年均增长1.2%、0.8%，达到310万人", ["1.2%", "0.8%"]),
        ("进出口增长12.1%，两年平均增长8.3%", ["8.3%"]),
        ("保持6%以上的年均增速", ["6%"]),
        ("细颗粒物年均浓度31微克/立方米", []),
    ],
)
def test_averages_over_years_are_told_from_values_of_a_year(text: str, averages: list[str]) -> None:
    assert [figure.text for figure in find_figures(text) if figure.yearly_average] == averages


def test_each_side_of_a_change_has_its_own_year(tmp_path: Path) -> None:
    figures = figures_of(tmp_path, "公路里程由2011年的3100公里增加到2016年的4200公里，年均增长6.3%。")
    labels = {text: figure.period.label if figure.period else None for text, figure in figures.items()}
    assert labels == {"3100公里": "2011", "4200公里": None, "6.3%": "2012/2016"}


@pytest.mark.parametrize(("head", "code"), [("香港特别行政区政府财政预算案演辞", "HKD"), ("云岭市2023年财政预算报告", "CNY")])
def test_yuan_is_the_currency_of_the_report_s_place(tmp_path: Path, head: str, code: str) -> None:
    figures = figures_of(tmp_path, f"{head}\n\n2023年医疗开支达到1200亿元。\n")
    assert figures["1200亿元"].unit_code == code
