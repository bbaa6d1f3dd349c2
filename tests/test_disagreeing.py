"""Two values of one indicator and period are pointed out, parts and rounding are not."""

from __future__ import annotations

import pytest

import reportsum


def warned(*sentences: str) -> list[str]:
    text = "泉河市政府工作报告\n\n——2022年1月10日在人民代表大会上\n\n一、2021年工作回顾\n\n" + "\n\n".join(sentences)
    digest = reportsum.digest(reportsum.from_text(text), reportsum.Settings(engine="rules"))
    for warning in digest.warnings:
        if warning.code == "two_values_one_indicator":
            assert warning.start is not None
            assert text[warning.start : warning.end] in warning.message
    return [warning.code for warning in digest.warnings if warning.code == "two_values_one_indicator"]


def test_two_values_of_one_indicator_are_pointed_out() -> None:
    assert len(warned("全市地区生产总值达到1406.2亿元。", "经济总量再上台阶，地区生产总值达到1460.2亿元。")) == 1


@pytest.mark.parametrize(
    "again",
    [
        pytest.param("地区生产总值达到1406.2亿元。", id="the_same"),
        pytest.param("地区生产总值达到1406亿元。", id="rounded"),
        pytest.param("2020年，地区生产总值达到1310亿元。", id="another_year"),
        pytest.param("地区生产总值增长5.3%。", id="another_role"),
    ],
)
def test_what_agrees_or_speaks_of_something_else_is_not(again: str) -> None:
    assert warned("全市地区生产总值达到1406.2亿元。", again) == []
