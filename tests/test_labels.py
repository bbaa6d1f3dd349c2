"""Numbering at the beginning of a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportsum.headings.labels import read_label


@pytest.mark.parametrize(
    ("line", "style", "number", "text"),
    [
        ("一、综合", "cn", 1, "一、"),
        ("十二、加强自身建设", "cn", 12, "十二、"),
        ("（二）坚持项目为王", "cn_paren", 2, "（二）"),
        ("(十) 强化保障", "cn_paren", 10, "(十)"),
        ("1.落实培育集群的意见", "num", 1, "1."),
        ("52. 围绕办好森旅节", "num", 52, "52."),
        ("100.坚持过紧日子", "num", 100, "100."),
        ("3、做好服务", "num", 3, "3、"),
        ("（1）抓好重大项目", "num_paren", 1, "（1）"),
        ("②加强监管", "circled", 2, "②"),
        ("一是持续强化管控", "spoken", 1, "一是"),
        ("第二，加快转型", "spoken", 2, "第二，"),
        ("第三章 主要任务", "chapter", 3, "第三章"),
        ("第一部分 2023年工作回顾", "part", 1, "第一部分"),
        ("第二节　发展环境", "article", 2, "第二节"),
        ("贰、施政绩效", "part", 2, "贰、"),
        ("1.1 发展基础", "decimal2", 1, "1.1"),
        ("——经济总体回升向好", "bullet", 0, "——"),
        ("## 二、存在的问题", "md2", 2, "二、"),
        ("# 政府工作报告", "md1", 0, ""),
        ("B. 土地供应", "letter", 2, "B."),
        ("IV. 改善民生", "part", 4, "IV."),
        ("(iii) 增加拨款", "num_paren", 3, "(iii)"),
        ("一 、工作回顾", "cn", 1, "一 、"),
        ("二：重点任务", "cn", 2, "二："),
        ("三）改善民生", "cn_paren", 3, "三）"),
        ("〔四〕扩大开放", "cn_paren", 4, "〔四〕"),
        ("⒌新建学校", "num", 5, "⒌"),
        ("6 ．修复水毁工程", "num", 6, "6 ．"),
    ],
)
def test_numbering_is_read(line: str, style: str, number: int, text: str) -> None:
    label = read_label(line)
    assert label is not None
    assert (label.style, label.number, label.text) == (style, number, text)


@pytest.mark.parametrize(
    "line",
    [
        "1.5万户居民",
        "2023.06完成",
        "2023年，全市",
        "一、二、三产业增加值",
        "第一产业增加值增长4%",
        "第一季度开工",
        "三要素协同",
        "一是否则不然",
        "十个方面",
        "100%达标",
        "A股上市公司增加",
        "C919大型客机交付",
        "（2023年1月）",
        "",
    ],
)
def test_what_only_looks_like_numbering_is_none(line: str) -> None:
    assert read_label(line) is None


@given(st.text(max_size=30))
def test_a_label_never_reaches_beyond_its_line(line: str) -> None:
    label = read_label(line)
    assert label is None or 0 < label.end <= len(line)
