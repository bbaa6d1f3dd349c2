"""What no name begins or ends with: verbs of pushing, doers, labels, predicates, halves of phrases."""

from __future__ import annotations

import pytest

from reportsum.measures.hygiene import cleaned
from tests.test_measures import read


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("十二是修缮乡镇文化站", "修缮乡镇文化站"),
        ("我矿已实现减员", "减员"),
        ("本行业产值", "本行业产值"),
        ("本次评选出的优秀案例", "优秀案例"),
        ("于2004年5月正式加入区域联盟", "加入区域联盟"),
        ("以下方面主要目标", "主要目标"),
        ("通过贴息方式安排扶贫贷款", "安排扶贫贷款"),
        ("联合有关协会每年举办交流活动", "举办交流活动"),
        ("联合国教科文组织认定遗产", "联合国教科文组织认定遗产"),
        ("省发展改革委印发实施方案", "印发实施方案"),
        ("省政府承诺民生实事", "民生实事"),
        ("政府投资基金", "政府投资基金"),
        ("五年生产焦炭", "生产焦炭"),
        ("农村信用社改革也取得了新的进展", "农村信用社改革"),
        ("创新工程取得专利成果", "创新工程取得专利成果"),
        ("电价机制举措落地见效", "电价机制举措"),
        ("对农产品销售额", "农产品销售额"),
        ("对周边国家出口", "对周边国家出口"),
        ("是改善民生的重要途径", ""),
        ("主要包括安全类标准", ""),
        ("主要指标", "主要指标"),
        ("层次为基础", ""),
        ("以长期协议价", ""),
        ("宽", ""),
        ("全国", ""),
    ],
)
def test_what_is_said_of_a_quantity_is_taken_off_its_name(name: str, expected: str) -> None:
    assert cleaned(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动农业保险承保覆盖率达到72%。", {"72%": "农业保险承保覆盖率"}),
        ("推动培育龙头企业30家。", {"30家": "培育龙头企业"}),
        ("开发区规上工业增加值、工业投资分别增长6.2%、7.1%。", {"6.2%": "开发区规上工业增加值", "7.1%": "开发区工业投资"}),
        ("风电和光伏装机增加210万千瓦、达到980万千瓦。", {"210万千瓦": "风电和光伏装机", "980万千瓦": "风电和光伏装机"}),
        ("页岩气开发方面，推动川南区块等项目建设，产量突破30亿立方米。", {"30亿立方米": "页岩气开发产量"}),
        (
            "研发经费由80亿元增加到120亿元，占生产总值的比重从1.1%提高到1.6%。",
            {
                "80亿元": "研发经费",
                "120亿元": "研发经费",
                "1.1%": "研发经费占生产总值比重",
                "1.6%": "研发经费占生产总值比重",
            },
        ),
        ("建成环线8000米，是前十年总和的2倍。", {"8000米": "建成环线", "2倍": "建成环线"}),
        ("新增全球前1%学科6个。", {"6个": "新增全球前1%学科", "1%": "新增全球前1%学科"}),
    ],
)
def test_names_of_figures_are_those_of_what_is_measured(text: str, expected: dict[str, str]) -> None:
    told = read(text)
    own = {
        told.figures[number].text: dict(measure.figure_metrics).get(number, measure.metric)
        for row in told.measures
        for measure in row
        for number in measure.figures
    }
    assert own == expected
