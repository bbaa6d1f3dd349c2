"""A chapter whose heading is lost is read by what announces it and by its own clauses."""

from __future__ import annotations

from reportsum import digest

TITLE = "2031年临湖市人民政府工作报告\n——2031年1月9日在临湖市第五届人民代表大会第一次会议上\n"
DONE_BELOW = "刚刚过去的一年，全市地区生产总值812亿元、增长6.1%。一年来，主要做了以下工作：\n"
TASKS_BELOW = "新的一年，做好政府工作意义重大。重点做好以下工作：\n"
DEEDS = (
    "（一）加快建设港口城市。推进疏港公路建设，深水泊位建成投运。加快老港区改造，全年货物吞吐量9300万吨，增长7.2%。\n"
    "（二）着力推进对外开放。成功举办第三届沿江贸易论坛。优化通关流程，外贸进出口突破600亿元，增长11%。\n"
    "（三）持续改善民生。推进学校建设，新增学位4200个。农村改水行动圆满完成，自来水普及率达98.1%。\n"
)
TASKS = (
    "（一）建设港口城市。推进疏港公路二期，新建泊位3个。\n"
    "（二）扩大对外开放。优化通关流程，外贸进出口增长8%。\n"
    "（三）改善民生。推进学校建设，新增学位5000个。\n"
)
LOST_WORDS = (
    "（一）深入实施“十大工程”建设任务。加快疏港公路建设，深水泊位建成投运。全年货物吞吐量9300万吨，增长7.2%。全面推进老港区改造，"
    "改造码头6座。\n"
    "（二）着力推进对外开放。成功举办第三届沿江贸易论坛。外贸进出口突破600亿元，增长11%。中欧班列首次开行。新增外资企业42家。\n"
)


def test_what_is_announced_as_done_is_done_though_the_chapter_heading_is_lost() -> None:
    read = digest(TITLE + DONE_BELOW + DEEDS)
    assert [section.stance for section in read.outline] == ["review", "review", "review"]
    assert len(read.achievements) > 5
    assert not read.targets


def test_what_is_announced_as_tasks_is_planned_though_the_chapter_heading_is_lost() -> None:
    read = digest(TITLE + TASKS_BELOW + TASKS)
    assert [section.stance for section in read.outline] == ["plan", "plan", "plan"]
    assert len(read.targets) == 3
    assert not read.achievements


def test_an_account_ends_where_the_numbers_begin_anew_behind_what_announces_tasks() -> None:
    read = digest(TITLE + DONE_BELOW + DEEDS + TASKS_BELOW + TASKS)
    assert [section.stance for section in read.outline] == ["review"] * 3 + ["plan"] * 3
    assert any("学位4200个" in item.statement for item in read.achievements)
    assert any("学位5000个" in item.statement for item in read.targets)


def test_outcomes_win_over_a_section_that_only_seems_to_plan_and_a_warning_says_so() -> None:
    read = digest(TITLE + LOST_WORDS)
    assert len(read.achievements) > 6
    assert not read.targets
    assert "outline_suspect" in {warning.code for warning in read.warnings}


def test_what_is_announced_as_done_is_done_though_its_verbs_only_tell_what_one_does() -> None:
    told = (
        "（一）港口建设。推进疏港公路建设，加快老港区改造，建设泊位3个。\n"
        "（二）对外开放。优化通关流程，支持外贸企业发展。\n"
        "（三）民生保障。推进学校建设，加强职业培训。\n"
    )
    read = digest(TITLE + "一年来，主要做了以下工作：\n" + told)
    assert [section.stance for section in read.outline] == ["review", "review", "review"]
    assert not read.targets


def test_an_entry_of_a_yearbook_is_read_and_the_number_in_a_catalogue_is_not() -> None:
    read = digest("临湖年鉴2031\n【登记号】 LH.4.2561\n【概况】2030年，全市渔船3200艘，增长4%。\n")
    assert [figure.text for item in read.achievements for figure in item.figures] == ["3200艘", "4%"]
