"""Rules of awards: a step of a scale is one goal with its condition, bounds are the document's own, procedure is no fact."""

from __future__ import annotations

import pytest

import reportsum
from reportsum.figures import find_figures
from reportsum.models import Digest

RULES = """溪口市渔港违规排污举报奖励实施细则
第一条 为鼓励市民举报渔港违规排污行为，改善近岸水质，根据《溪口市渔港条例》等法规，结合本市实际，制定本实施细则。
第二条 同一违规排污行为由两个及两个以上举报人分别举报的，奖励最先举报人。
第三条 奖励由市渔业局负责，对查实线索的举报人，综合考虑危害程度等因素，按照以下标准给予一次性奖励：
（一）罚款金额在8万元以下的，按800元奖励；
（二）罚款金额在8万元以上的，40万元以下的，按罚款金额的2%奖励；
（三）罚款金额在40万元以上的，按9000元奖励。
第四条 作出处罚决定后20个工作日内，由市渔业局启动奖励程序。
第五条 委托他人代领的，受托人须持有举报人的委托书和双方身份证明。
第六条 本细则所称“以上”包含本数，“以下”不包含本数。
第七条 本细则自发布之日起施行，有效期3年。
"""


@pytest.fixture(scope="module")
def digest() -> Digest:
    return reportsum.digest(RULES)


def test_rules_tell_of_no_outcome_and_no_trouble(digest: Digest) -> None:
    assert digest.achievements == []
    assert digest.risks == []


def test_each_step_of_a_scale_is_one_row_with_its_condition(digest: Digest) -> None:
    steps = [
        [(figure.text, figure.bound) for figure in item.figures]
        for item in sorted(digest.targets, key=lambda item: item.evidence[0].start)
        if "按照以下标准" in item.statement
    ]
    assert steps[:3] == [
        [("8万元", "below"), ("800元", "exact")],
        [("8万元", "at_least"), ("40万元", "below"), ("2%", "exact")],
        [("40万元", "at_least"), ("9000元", "exact")],
    ]
    told = next(item for item in digest.targets if any(figure.text == "800元" for figure in item.figures))
    assert told.statement == "对查实线索的举报人，按照以下标准给予一次性奖励：罚款金额在8万元以下的，按800元奖励；"


def test_every_step_leads_and_the_brief_says_what_for(digest: Digest) -> None:
    led = [item for item in digest.targets if item.id in digest.leading.targets]
    assert {figure.text for item in led for figure in item.figures} >= {"800元", "2%", "9000元"}
    assert [point.text for point in digest.summary.points][:2] == [
        "为鼓励市民举报渔港违规排污行为，改善近岸水质，制定本实施细则。",
        "对查实线索的举报人，按照以下标准给予一次性奖励：罚款金额在8万元以下的，按800元奖励；罚款金额在8万元以上的，40万元以下的，"
        "按罚款金额的2%奖励；罚款金额在40万元以上的，按9000元奖励。",
    ]


def test_a_term_is_named_by_what_is_done_and_by_whom(digest: Digest) -> None:
    item = next(item for item in digest.targets if any(figure.text == "20个工作日" for figure in item.figures))
    assert (item.metric, item.owner) == ("启动奖励程序时限", "市渔业局")


def test_papers_and_who_counts_are_no_rows_worth_a_reader(digest: Digest) -> None:
    told = [item for item in digest.targets if item.salience != "routine"]
    assert not [item for item in told if "委托书" in item.statement or "两个" in item.statement]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("补助6万元以下。本办法所称“以下”均不含本数。", ["below"]),
        ("补助6万元以上、9万元以下。本办法中“以上”“以下”均包含本数。", ["at_least", "at_most"]),
        ("注册资本6万元以上（不含6万元）的企业。", ["above"]),
        ("利润9万元（不含）以下的企业。", ["below"]),
        ("补助6万元以上、9万元以下。", ["at_least", "at_most"]),
    ],
)
def test_whether_the_number_belongs_to_its_bound_is_the_documents_word(text: str, bounds: list[str]) -> None:
    assert [figure.bound for figure in find_figures(text)][: len(bounds)] == bounds


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("由两个及两个以上单位联合申报", []),
        ("3家及3家以上企业联合申报", ["3家"]),
        ("新建两个以上泊位", ["两个"]),
    ],
)
def test_several_or_more_counts_nothing(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in find_figures(text)] == figures
