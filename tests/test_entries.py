"""Entries of lists and sentences that lean on the one before: what is no item, and what a statement takes along."""

from __future__ import annotations

import pytest

import reportsum
from reportsum.kinds.entries import head_of_list, leans_on_before
from reportsum.models import Item

RULES = """溪口市无人船试航管理实施细则
第一条 为规范无人船试航，推动产业发展，制定本实施细则。
第二条 本实施细则所称试航，是指在划定水域进行的航行试验。
第三条 操作人员应符合如下条件：
（一）与试航主体签订劳动合同；
（二）具有3年以上驾驶经历；
（三）熟悉应急预案。
第四条 试航主体向港航局提交申请材料，应至少包括：
（一）试航申请书（附件1）；
（二）试航水域与船舶性能对应关系说明。
第五条 试航期间船舶配置未发生变更的，试航主体无需重复检测；
发生变更的，由检测机构在15个工作日内重新检测。
"""


@pytest.fixture(scope="module")
def items() -> list[Item]:
    digest = reportsum.digest(RULES)
    return [*digest.achievements, *digest.targets, *digest.risks]


def test_papers_and_conditions_without_a_figure_are_no_items(items: list[Item]) -> None:
    told = " ".join(item.statement for item in items)
    for entry in ("劳动合同", "应急预案", "申请书", "对应关系", "所称试航", "制定本实施细则"):
        assert entry not in told


def test_a_condition_with_a_figure_stands_behind_the_line_that_opens_its_list(items: list[Item]) -> None:
    item = next(item for item in items if any(figure.text == "3年" for figure in item.figures))
    assert item.statement == "操作人员应符合如下条件：具有3年以上驾驶经历；"
    assert item.evidence[0].quote.startswith("具有3年")


def test_a_sentence_that_leans_on_the_one_before_stands_behind_it(items: list[Item]) -> None:
    item = next(item for item in items if any(figure.text == "15个工作日" for figure in item.figures))
    assert item.statement.startswith("试航期间船舶配置未发生变更的") or item.statement.startswith("第五条 试航期间")
    assert item.statement.endswith("重新检测。")


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("未按期整改的，由主管部门收回补助。", True),
        ("上述材料应当加盖公章。", True),
        ("对于这一点要有充分准备。", True),
        ("为此，财政增加支出28亿元。", True),
        ("但是比计划原定的投资还多十四亿元。", True),
        ("对新建学校给予补助。", False),
        ("比上年多收三成。", False),
        ("未来三年新建学校6所。", False),
        ("其中，工业增长5%。", False),
    ],
)
def test_what_cannot_be_read_without_the_sentence_before_it(text: str, leans: bool) -> None:
    assert leans_on_before(text) is leans


def test_of_a_long_opening_line_the_last_part_is_taken_along() -> None:
    long = "第九条 " + "为保障试航安全有序开展，" * 9 + "操作人员应符合如下条件："
    assert head_of_list(long).endswith("操作人员应符合如下条件")
    assert len(head_of_list(long)) <= 90


def test_a_word_that_only_joins_a_sentence_to_the_one_before_is_left_out() -> None:
    digest = reportsum.digest("溪口市2026年政府工作报告\n一、2025年工作回顾\n新建学校6所。同时，改造医院3家。\n")
    assert [item.statement for item in digest.achievements][1] == "改造医院3家。"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("机器人与装备间的通信、接口、协同标准。", False),
        ("港口智能化的系统设计、参考架构标准；", False),
        ("制定港口智能化接口标准。", True),
        ("不得出现虚假内容。", True),
        ("随着新一代技术的发展，智能装备成为港口升级的重要手段。", False),
        ("推动港口智能化改造。", True),
    ],
)
def test_entries_that_only_name_a_thing_and_background_are_no_items_of_a_policy(sentence: str, told: bool) -> None:
    text = f"溪口市智能港口建设指南\n一、总体要求\n到2027年建成智能码头6个。\n二、重点任务\n推动码头改造。{sentence}推进岸电建设。\n"
    digest = reportsum.digest(text)
    assert (sentence in [item.statement for item in [*digest.targets, *digest.achievements, *digest.risks]]) is told


FORMS = """溪口市无人船试航管理实施细则
第一条 本细则所称运行条件一般包括：1）水域边界；2）临时性水域变更；3）通信支持等条件。
第二条 申请增加船舶的，除原申请材料外，还应按附件1中第（五）（八）项规定提供相关材料。
第三条 试航主体应当报告事故情况。
附件1
试航主体申请材料
（一）试航安全性自我声明；
（二）船舶检验合格证明；
（三）应当提供船舶出厂合格证。
附件2
试航通知书
经审核，批准你单位开展无人船试航。
我们期待广大船员不断增进了解，携手前行。
"""


def test_limbs_of_a_definition_entries_of_an_annex_forms_and_wishes_are_no_items() -> None:
    told = {item.statement: item.salience for item in reportsum.digest(FORMS).targets}
    assert not [said for said in told for part in ("通信支持", "自我声明", "出厂合格证", "批准你单位", "期待") if part in said]
    assert [salience for said, salience in told.items() if "附件1中" in said] == ["routine"]


CASES = """造船业数字化转型实施方案
一、主要任务
到2027年，建成智能船坞6座。
附件:典型场景
痛点:焊接依赖人工，效率低。
改造目标:实现焊接全过程追溯，提高质量。
实现方式和需要条件:以机器视觉为核心，将焊接系统(WES)与AGV贯通。通过接口进行对接，选择最优路线。
改造目标:实现涂装无人值守。
"""


def test_how_a_model_case_is_done_is_no_aim_what_it_is_to_reach_is_one() -> None:
    told = " ".join(item.statement for item in reportsum.digest(CASES).targets)
    assert "焊接全过程追溯" in told
    assert "涂装无人值守" in told
    assert "机器视觉" not in told
    assert "最优路线" not in told
