"""Tables in a text: every value knows its row, its column, its unit and its time, or stands unclaimed with a warning."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportsum import Digest, digest
from reportsum.models import Figure
from reportsum.reading import from_text
from reportsum.tabular import find_tables


class Said(NamedTuple):
    """What a digest says of a figure."""

    metric: str | None
    text: str
    unit: str
    role: str
    period: str | None


def read(text: str) -> Digest:
    return digest(from_text(text))


def said(found: Digest, kind: str = "achievements") -> list[Said]:
    """Return the figures of the items of a kind, with the metric and period that hold for each."""
    told = []
    for item in getattr(found, kind):
        for figure in item.figures:
            period = figure.period or item.period
            told.append(Said(figure.metric or item.metric, figure.text, figure.unit, figure.role, period.label if period else None))
    return told


def unclaimed(found: Digest) -> list[str]:
    return [figure.text for figure in found.coverage.unclaimed]


def codes(found: Digest) -> list[str]:
    return [warning.code for warning in found.warnings if warning.code == "table_unread"]


BULLETIN = "青石县2021年国民经济和社会发展统计公报\n\n一、综合\n\n"
GOALS = """# 青石县2021年重点工作完成情况报告

## 一、主要指标

| 指标 | 单位 | 年度目标 | 1-9月完成 | 完成年度目标（%） |
|---|---|---|---|---|
| 工业投资 | 亿元 | 64 | 40.5 | 63.3 |
| 新建公厕 | 座 | 12 | 9 | 75.0 |
"""


def test_a_column_of_goals_holds_targets_and_the_column_of_what_was_done_their_progress() -> None:
    found = read(GOALS)
    assert said(found, "targets") == [("工业投资", "64", "亿元", "level", "2021"), ("新建公厕", "12", "座", "count", "2021")]
    until = "2021-01/2021-09"
    assert said(found)[::2] == [("工业投资", "40.5", "亿元", "level", until), ("新建公厕", "9", "座", "count", until)]
    assert [str(target.progress.ratio) for target in found.targets if target.progress] == ["0.6328", "0.7500"]


def test_the_evidence_of_a_value_is_its_cell_and_the_statement_holds_its_heads() -> None:
    target = read(GOALS).targets[0]
    assert [evidence.quote for evidence in target.evidence] == ["64"]
    assert target.statement == "工业投资：年度目标 64亿元"
    assert target.basis.metric == "table"


def test_growth_speaks_of_the_later_of_two_years_whichever_comes_first() -> None:
    for heads in ("2021年（万元） | 2020年（万元）", "2020年（万元） | 2021年（万元）"):
        found = read(f"{BULLETIN}| 指标 | {heads} | 增长（%） |\n|---|---|---|---|\n| 税收 | 5,310 | 4,870 | 9.0 |\n")
        assert ("税收", "9.0", "%", "change", "2021") in said(found)


def test_a_change_in_an_amount_is_no_amount() -> None:
    found = read(BULLETIN + "单位：亿元\n指标\t9月末\t比年初增减额\n存款余额\t812.4\t-15.3\n")
    assert said(found) == [("存款余额", "812.4", "亿元", "level", "2021-09"), ("存款余额", "-15.3", "亿元", "change", "2021-09")]


def test_a_table_cut_by_a_page_goes_on_with_its_heads() -> None:
    row = "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"
    first = row.format("指标", "2021年（万元）", "增长（%）") + row.format("城建支出", "640", "3.1")
    found = read(f"{BULLETIN}<table>{first}</table>\n\n<table>{row.format('农林支出', '1,205', '-')}</table>\n")
    assert said(found)[-1] == ("农林支出", "1,205", "万元", "level", "2021")


def test_a_unit_ends_with_its_table() -> None:
    text = "单位：万元\n\n| 项目 | 本年收取 |\n|---|---|\n| 鉴定费 | 35.2 |\n\n二、受理\n\n| 事项 | 件数 |\n|---|---|\n| 申请 | 417 |\n"
    assert [(one.text, one.unit) for one in said(read(BULLETIN + text))] == [("35.2", "万元"), ("417", "")]


def test_a_head_over_several_columns_holds_for_each() -> None:
    table = (
        '<table><tr><td rowspan="2">地区</td><td colspan="2">财政收入</td></tr><tr><td>总量（万元）</td><td>增速（%）</td></tr>'
        "<tr><td>东塘镇</td><td>905</td><td>4.6</td></tr></table>"
    )
    assert said(read(BULLETIN + table)) == [
        ("东塘镇财政收入", "905", "万元", "level", "2021"),
        ("东塘镇财政收入", "4.6", "%", "change", "2021"),
    ]


def test_a_caption_inside_begins_a_part_with_its_own_unit_and_heads() -> None:
    rows = "| 金融 | 金融 | 金融 |\n|  |  | 单位：亿元 |\n| 指标 | 3月末 | 增长（%） |\n| 贷款余额 | 96.1 | 7.2 |\n"
    rows += "| 外贸 | 外贸 | 外贸 |\n|  |  | 单位：万美元 |\n| 指标 | 1-3月 | 增长（%） |\n| 进口总额 | 1530 | -2.4 |\n"
    assert [(one.metric, one.text, one.unit, one.period) for one in said(read(BULLETIN + rows))] == [
        ("贷款余额", "96.1", "亿元", "2021-03"),
        ("贷款余额", "7.2", "%", "2021-03"),
        ("进口总额", "1530", "万美元", "2021Q1"),
        ("进口总额", "-2.4", "%", "2021Q1"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("受理申请 301 8 0 0 5 314\n结转申请 12 0 0 0 0 12\n", id="no_head_at_all"),
        pytest.param("| 指标 | 甲镇 | 乙镇 |\n|---|---|---|\n| 户数 | 301 |\n| 人数 | 902 |\n", id="a_row_shorter_than_the_head"),
        pytest.param("| 结果 | 维持 | 维持 |\n|---|---|---|\n| 复议 | 13 | 41 |\n", id="two_columns_of_one_head"),
        pytest.param("单位：万元、公顷\n| 指标 | 2021年 |\n|---|---|\n| 造林 | 13 |\n| 投入 | 41 |\n", id="a_unit_line_with_two_units"),
    ],
)
def test_what_cannot_be_set_under_a_head_stands_unclaimed_with_a_warning(text: str) -> None:
    found = read(BULLETIN + text)
    numbers = [token for line in text.splitlines() for token in line.replace("|", " ").split() if token.isdecimal()]
    assert unclaimed(found) == numbers
    assert codes(found) == ["table_unread"]


def test_digits_of_different_cells_never_join() -> None:
    found = read(BULLETIN + "受理 30 1 0 1 32\n维持 5 0 0 0 0 0 5度\n")
    figures: list[Figure] = [*found.coverage.unclaimed]
    assert [figure.value for figure in figures] == [30, 1, 0, 1, 32, 5, 0, 0, 0, 0, 0, 5]
    assert {figure.unit for figure in figures} == {""}


def test_columns_in_plain_text_are_told_apart_by_their_gaps() -> None:
    rows = ["指标          绝对数（亿元）    增长（%）", "建筑业产值    1 204.5           6.1", "批发业销售额  88.0              -0.4"]
    found = read(BULLETIN + "\n".join(rows))
    assert ("批发业销售额", "-0.4", "%", "change", "2021") in said(found)
    assert "204.5" not in [one.text for one in said(found)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n\n\n粮食 万吨 45", id="nothing_above_a_row"),
        pytest.param("Mr. Norwood cleaned and matted about 250\nprints of the collection and sold about 31\n", id="lines_of_prose"),
        pytest.param("- GDP growth of around 6.5 percent\n- CPI increase of around 3 percent\n", id="a_list_of_goals"),
        pytest.param("首页 | 政务公开 | 互动\n", id="a_menu"),
    ],
)
def test_what_only_looks_like_a_row_is_no_table(text: str) -> None:
    assert find_tables(text) == ()


@given(st.text(alphabet="|\t \n-12.,%甲乙（）单位：年其中<>/tdr", max_size=80))
def test_any_text_is_searched_for_tables_without_a_crash(text: str) -> None:
    for table in find_tables(text):
        assert 0 <= table.start < table.end <= len(text)
        for row in table.rows:
            assert all(text[cell.start : cell.end].replace("\\|", "|") == cell.text for cell in row.cells)


TASKS = """# 青石县2021年为民办实事项目进展情况

| 序号 | 项目名称 | 目标任务 | 责任单位 | 完成时限 | 进展情况 |
|---|---|---|---|---|---|
| 1 | 停车场建设 | 新建停车场5处，新增泊位1200个 | 县住建局 | 2021年11月底 | 已建成3处，新增泊位760个。 |
| 2 | 农村公路 | 改造农村公路86公里 | 县交通局 | | 已完成61公里。 |
"""


def test_a_list_of_tasks_promises_in_one_column_and_reports_in_the_other() -> None:
    found = read(TASKS)
    assert [(one.metric, one.text) for one in said(found, "targets")] == [
        ("新建停车场", "5处"),
        ("新增泊位", "1200个"),
        ("改造农村公路", "86公里"),
    ]
    assert [one.text for one in said(found)] == ["3处", "760个", "61公里"]
    assert [(target.owner, target.deadline) for target in found.targets] == [
        ("县住建局", "2021-11"),
        ("县住建局", "2021-11"),
        ("县交通局", None),
    ]
    assert found.targets[2].progress is not None
    assert str(found.targets[2].progress.ratio) == "0.7093"


def test_numbers_that_name_or_number_a_row_are_no_figures() -> None:
    found = read(TASKS)
    assert [figure.text for figure in found.coverage.unclaimed] == []
    assert found.coverage.figures == 6


def test_an_english_table_has_its_unit_from_its_caption_and_negative_values_in_brackets() -> None:
    rows = "| Service | 2023 budget | 2023 actual |\n|---|---|---|\n| Housing | 12.5 | (1.2) |\n"
    found = read(f"# Ashford Council Annual Report 2023\n\n## Finance\n\nTable 1: Outturn (£m)\n\n{rows}")
    told = [*found.targets, *found.achievements]
    assert [(item.metric, str(item.figures[0].amount), item.figures[0].unit_code) for item in told] == [
        ("Housing", "12500000", "GBP"),
        ("Housing", "-1200000", "GBP"),
    ]
    assert found.achievements[0].statement == "Housing：2023 actual (1.2) £m"


def test_a_table_of_a_plan_tells_what_was_reached_and_what_is_expected_with_bounds() -> None:
    rows = "| 指标 | 单位 | 2021年目标 | 2021年完成 | 2022年预期 |\n|---|---|---|---|---|\n"
    rows += "| 生产总值增长 | % | 6左右 | 5.8 | ≥6 |\n| 新增就业 | 人 | 900以上 | 1012 | 与上年持平 |\n"
    found = read(f"关于青石县2021年国民经济和社会发展计划执行情况与2022年计划草案的报告\n\n附表：主要预期目标\n\n{rows}")
    told = [
        (item.metric, item.figures[0].text, item.figures[0].bound, item.period.label)
        for item in found.items()
        if item.figures and item.period
    ]
    assert sorted(told) == sorted(
        [
            ("生产总值", "6", "about", "2021"),
            ("生产总值", "5.8", "exact", "2021"),
            ("生产总值", "6", "at_least", "2022"),
            ("新增就业", "900", "at_least", "2021"),
            ("新增就业", "1012", "exact", "2021"),
        ]
    )


def test_years_down_the_side_are_the_times_of_their_rows() -> None:
    found = read(BULLETIN + "| 年份 | 用水量（吨） | 增速（%） |\n|---|---|---|\n| 2020 | 301 | 8.1 |\n| 2021 | 330 | 9.6 |\n")
    assert [(one.metric, one.text, one.period) for one in said(found)] == [
        ("用水量", "301", "2020"),
        ("用水量", "8.1", "2020"),
        ("用水量", "330", "2021"),
        ("用水量", "9.6", "2021"),
    ]


def test_the_caption_above_a_table_states_nothing() -> None:
    found = read(BULLETIN + "表1 主要农产品产量\n\n| 品名 | 产量（吨） |\n|---|---|\n| 茶叶 | 301 |\n")
    assert [item.statement for item in found.items()] == ["茶叶：产量（吨） 301"]


def test_cells_one_below_the_other_are_named_in_a_warning() -> None:
    cells = ["指标", "3月末", "4月末", "存款", "229", "226", "贷款", "985", "1016", "外贸", "6939", "10343"]
    found = read(BULLETIN + "\n".join(cells) + "\n")
    assert codes(found) == ["table_unread"]
    assert codes(read(BULLETIN + "\n".join(["序号", "姓名", "1", "2", "3", "4", "5", "6", "7"]) + "\n")) == []


def test_the_brief_tells_a_row_with_its_time_its_unit_and_whether_it_is_a_goal() -> None:
    rows = "| 指标 | 单位 | 2021年目标 | 2021年完成 | 2020年完成 | 增长（%） |\n|---|---|---|---|---|---|\n"
    rows += "| 城镇新增就业 | 人 | 900以上 | 1012 | 940 | 7.7 |\n"
    text = read(f"{BULLETIN}{rows}").summary.text
    assert "2021年，城镇新增就业1012人，增长7.7%" in text or "2021年目标：城镇新增就业900人以上" in text
    assert "940" not in text


def test_growth_behind_a_goal_of_the_next_year_is_the_goals() -> None:
    rows = "| 项目 | 2021年执行数（万元） | 2022年预算数（万元） | 增长（%） |\n|---|---|---|---|\n| 城建支出 | 412 | 430 | 4.4 |\n"
    found = read(f"关于青石县2021年预算执行情况和2022年预算草案的报告\n\n一、收支情况\n\n{rows}")
    assert [(one.text, one.period) for one in said(found)] == [("412", "2021")]
    assert [(one.text, one.role, one.period) for one in said(found, "targets")] == [("430", "level", "2022"), ("4.4", "change", "2022")]


def test_words_of_growth_inside_a_name_belong_to_it() -> None:
    found = read(BULLETIN + "| 地区 | 工业增加值增速（%） |\n|---|---|\n| 东塘镇 | 7.2 |\n| 西岭乡 | -1.5 |\n")
    assert [(one.metric, one.role) for one in said(found)] == [("东塘镇工业增加值", "change"), ("西岭乡工业增加值", "change")]


def test_head_label_and_number_run_into_one_line_keep_their_unit_to_themselves() -> None:
    text = "第三条信息内容 本年收费金额（单位：万元）工本费 35.2\n受理申请数量 301 8 0 0 5 314\n结转申请数量 12 0 0 0 0 12\n"
    found = read(BULLETIN + text)
    assert [(one.text, one.unit) for one in said(found)] == [("35.2", "万元")]
    assert {figure.unit for figure in found.coverage.unclaimed} == {""}


def test_money_without_a_unit_stays_unread_and_a_parted_structure_too() -> None:
    rows = "| 项目 | 2021年完成投资 | 产业结构 | 备注 |\n|---|---|---|---|\n| 大桥 | 4.1 | 10:45:45 | 新建 |\n"
    found = read(BULLETIN + rows)
    assert unclaimed(found) == ["4.1", "10", "45", "45"]
    assert codes(found) == ["table_unread"]


def test_a_column_called_unit_may_name_who_is_told_of() -> None:
    found = read(BULLETIN + "| 排名 | 单位 | 得分 |\n|---|---|---|\n| 1 | 东塘镇 | 96.5 |\n| 2 | 西岭乡 | 93.1 |\n")
    assert [(one.metric, one.text, one.unit, one.role) for one in said(found)] == [
        ("东塘镇", "1", "第", "rank"),
        ("东塘镇（得分）", "96.5", "", "level"),
        ("西岭乡", "2", "第", "rank"),
        ("西岭乡（得分）", "93.1", "", "level"),
    ]


def test_units_may_stand_in_a_row_of_heads_of_their_own() -> None:
    rows = "| 指标 | 2021年 | 增长 |\n|---|---|---|\n| | 亿元 | % |\n| 税收 | 12.5 | 4.1 |\n"
    assert said(read(BULLETIN + rows)) == [("税收", "12.5", "亿元", "level", "2021"), ("税收", "4.1", "%", "change", "2021")]


def test_each_of_two_columns_of_ranks_ranks_what_stands_before_it() -> None:
    rows = "| 地区 | 产值（亿元） | 位次 | 投资增速（%） | 位次 |\n|---|---|---|---|---|\n| 东塘镇 | 20.3 | 1 | 9.9 | 2 |\n"
    assert [(one.metric, one.text, one.role) for one in said(read(BULLETIN + rows))] == [
        ("东塘镇产值", "20.3", "level"),
        ("东塘镇产值", "1", "rank"),
        ("东塘镇投资", "9.9", "change"),
        ("东塘镇投资", "2", "rank"),
    ]


def test_a_register_in_plain_text_is_said_to_be_unread_and_states_nothing() -> None:
    names = ("网箱 第2部分：绳缆", "批量投喂装备", "轮式捕捞机器人", "支持远程监测的浮标", "水质监测", "冷链运输")
    rows = "\n".join(f"{at} {at + 20} {name} GB/T {4000 + at} {('已发布', '制定中')[at % 2]}" for at, name in enumerate(names, 20))
    found = read(f"青石县养殖装备标准建设指南\n\n一、建设目标\n到2025年，制定标准40项。\n\n附件1 标准清单\n{rows}\n")
    assert [item.evidence[0].quote for item in found.targets] == ["到2025年，制定标准40项。"]
    assert codes(found) == ["table_unread"]
    assert not found.achievements
    assert not unclaimed(found)
