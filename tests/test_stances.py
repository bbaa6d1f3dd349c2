"""Headings tell whether a section reviews, plans or names problems."""

from __future__ import annotations

import pytest

from reportsum.headings.stances import heading_stance


@pytest.mark.parametrize(
    ("title", "stance"),
    [
        ("2023年工作回顾", "review"),
        ("国民经济和社会发展计划上半年执行情况", "review"),
        ("2022年财政决算情况", "review"),
        ("过去五年的主要成就", "review"),
        ("2024年目标任务", "plan"),
        ("国民经济和社会发展下半年工作举措", "plan"),
        ("今后五年的奋斗目标和主要任务", "plan"),
        ("2024年预算草案", "plan"),
        ("下一步工作打算", "plan"),
        ("当前经济形势研判", "problems"),
        ("存在的主要问题", "problems"),
        ("面临的困难和挑战", "problems"),
        ("发展环境", "context"),
        ("落实县人大决议情况", "review"),
        ("2024年预算安排情况", "plan"),
        ("一年来的主要工作", "review"),
        ("产业发展现状", "review"),
        ("审计评价意见", "review"),
        ("今后的努力方向", "plan"),
        ("下步工作", "plan"),
        ("指标未完成的主要原因", "problems"),
        ("关于当前存在的主要问题", "problems"),
        ("关于农田水利的建设问题", None),
        ("农业合作化的几个问题", None),
        ("聚力项目攻坚", None),
    ],
)
def test_a_main_heading_names_its_stance(title: str, stance: str | None) -> None:
    assert heading_stance(title) == stance


@pytest.mark.parametrize(
    "title",
    [
        "防范化解风险隐患",
        "聚焦短板指标攻坚",
        "突出问题导向",
        "补齐民生短板",
        "着力破解突出问题",
        "推动改革取得新进展",
        "推动文化建设取得新成效",
    ],
)
def test_work_against_problems_and_hoped_for_progress_name_no_stance(title: str) -> None:
    assert heading_stance(title, main=False) is None


@pytest.mark.parametrize(
    ("title", "stance"),
    [
        ("改善民生，重视解决关系群众切身利益的突出问题", None),
        ("适应航运发展新形势，全面扩大开放", None),
        ("营造良好发展环境", None),
        ("扎实打好攻坚战，重点任务取得积极进展", "review"),
        ("存在的主要问题及改进情况", "problems"),
        ("当前经济形势", "problems"),
        ("发展环境", "context"),
        ("2024年重点任务", "plan"),
    ],
)
def test_work_on_a_problem_and_a_task_that_was_done_are_not_what_their_nouns_say(title: str, stance: str | None) -> None:
    assert heading_stance(title) == stance
