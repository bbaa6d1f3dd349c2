"""Of which industry a Chinese sentence speaks, and what of it is measured."""

from __future__ import annotations

import pytest

from reportsum.measures.industries import industry_spoken_of, is_an_industrys, of_industry


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("石化产业稳中向好，新装置投产。", "石化产业"),
        ("加快做强海洋渔业，产值增长3%。", "海洋渔业"),
        ("装备制造业质效齐升。", "装备制造业"),
        ("支柱产业稳定。", ""),
        ("全市农业产业稳定。", "农业产业"),
        ("新兴产业增势良好。", ""),
        ("石化产业链加快延伸。", ""),
        ("港口建设提速，石化产业向好。", ""),
        ("渔业稳。", ""),
    ],
)
def test_the_industry_that_a_sentence_opens_with(text: str, told: str) -> None:
    assert industry_spoken_of(text) == told


def test_what_is_measured_is_named_with_its_industry() -> None:
    told = {
        ("石化产业", "产业规模"): "石化产业规模",
        ("石化产业", "产值"): "石化产业产值",
        ("造船产业", "产量"): "造船产量",
        ("渔业", "增加值"): "渔业增加值",
    }
    assert {pair: of_industry(*pair) for pair in told} == told
    assert [core for core in ("产值", "营收", "投资", "财政收入", "增加值") if is_an_industrys(core)] == ["产值", "营收", "增加值"]
