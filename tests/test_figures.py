"""Figures are found exactly, and what only looks like one is left alone."""

from __future__ import annotations

from pathlib import Path

import opencc
import pytest

from reportsum.figures import FoundFigure, as_goal, find_figures
from reportsum.figures.folding import fold
from reportsum.resources import resource_dir

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").split("\n")
    return [line.replace("\\n", "\n").split("\t") for line in lines if line and not line.startswith("#")][1:]


def told(figure: FoundFigure) -> str:
    """Return the figure the way the case files write it."""
    amount = f"{figure.low}..{figure.high}" if figure.bound == "range" else str(figure.amount).lower()
    return f"{figure.text}={amount} {figure.base_unit or '_'} {figure.bound} {figure.role}"


@pytest.mark.parametrize(("text", "figures"), [pytest.param(*row[1:], id=row[0]) for row in rows("figures_found.tsv")])
def test_a_figure_is_read_with_amount_unit_bound_and_role(text: str, figures: str) -> None:
    assert [told(figure) for figure in find_figures(text)] == figures.split("; ")


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in rows("figures_not_found.tsv")])
def test_a_name_date_label_or_idiom_is_no_figure(text: str) -> None:
    assert find_figures(text) == ()


def test_to_pass_a_goal_is_to_reach_it() -> None:
    text = "入库科技型中小企业突破4500家，其中国家级超30家"
    passed, above = find_figures(text)
    assert passed.bound == above.bound == "above"
    assert as_goal(passed, text).bound == "at_least"
    assert as_goal(above, text).bound == "above"


def name_of(figure: FoundFigure) -> str:
    return figure.cell.metric if figure.cell is not None else ""


def test_a_cell_is_named_by_its_row_and_column() -> None:
    text = "指标名称\t单位\t2020年\t年均增速\n生产总值\t亿元\t293\t8%\n其中：工业\t亿元\t93\t-2.1"
    assert [(name_of(figure), str(figure.value), figure.unit, figure.role) for figure in find_figures(text)] == [
        ("生产总值", "293", "亿元", "level"), ("生产总值", "8", "%", "change"),
        ("工业", "93", "亿元", "level"), ("工业", "-2.1", "%", "change"),
    ]  # fmt: skip


def test_a_column_may_name_a_quantity_of_its_own() -> None:
    text = "地区|进出口（亿元）|增长（%）|机场数\n东城|26.5|3.2|1\n西城|18.2|-4.1|2"
    assert [name_of(figure) for figure in find_figures(text)][:3] == ["东城进出口", "东城进出口", "东城机场数"]


PIECES = [
    "1", "一", "，", ",", "第", "1/", "第一", "1%", "1:", "1-", "十", "亿", "《", "“", "1、", "一至", "百分之", "翻", "3家", "、一",
    "第一、第二、", "。1、", "1|", "粮食 1 2\n", "|1|\n", "\t-",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_run_of_anything_is_read_to_its_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(figure.text == text[figure.start : figure.end] for figure in find_figures(text))


def test_every_traditional_form_of_a_table_character_is_folded() -> None:
    simplified, variants = opencc.OpenCC("t2s"), opencc.OpenCC("s2t")
    tables = ("numerals", "units", "bounds", "figure_cues", "figure_contexts", "not_figures")
    known = {sign for name in tables for sign in read_text(name) if "一" <= sign <= "鿿"}
    pairs = {(variants.convert(sign), sign) for sign in known}
    missed = {(traditional, sign) for traditional, sign in pairs if simplified.convert(traditional) == sign != fold(traditional)}
    assert not missed


def read_text(name: str) -> str:
    lines = (resource_dir("data") / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    return "\n".join(line for line in lines if not line.startswith("#"))


@pytest.mark.parametrize(
    ("text", "unit", "bound"),
    [
        ("实到外资200万-500万（不含）美元", "万美元", "range"),
        ("营业收入1000-3000（不含）万元", "万元", "range"),
        ("投资额60万（不含）元以下的", "万元", "below"),
        ("总资产2（不含）万亿元以下的", "万亿元", "below"),
        ("用工30（含）人以上的", "人", "at_least"),
        ("团组8家单位以上，", "家", "at_least"),
    ],
)
def test_brackets_and_nouns_may_part_a_number_from_its_unit_and_bound(text: str, unit: str, bound: str) -> None:
    (figure,) = find_figures(text)
    assert (figure.unit, figure.bound) == (unit, bound)


def test_what_bounds_the_last_step_of_a_scale_bounds_them_all() -> None:
    told = "出口额200万美元、600万美元以上，且增长8%以上的企业，分别奖励3万元、7万元。"
    assert [figure.bound for figure in find_figures(told)] == ["at_least", "at_least", "at_least", "exact", "exact"]
    assert find_figures("产值达200亿元、600亿元以上，分别增长3%、7%。")[0].bound != "at_least"


def test_the_number_of_a_name_with_an_unbreakable_hyphen_is_no_figure() -> None:
    assert find_figures("接种COVID\u201119人群。") == ()


def test_a_rise_that_opens_its_text_is_one_where_its_rate_stands_behind() -> None:
    assert [figure.role for figure in find_figures("增加1207元、增长5.9%。")] == ["change", "change"]
