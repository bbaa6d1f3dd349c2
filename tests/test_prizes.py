"""Prizes by rank: each is a row with how many there are and what it is worth; what does not match in number is left to other rules."""

from __future__ import annotations

import pytest

import reportsum
from reportsum import Settings


def rows(sentence: str) -> list[tuple[str | None, list[tuple[str, str | None]]]]:
    digest = reportsum.digest(f"云山市渔业扶持办法\n一、奖励内容\n{sentence}\n", Settings(engine="rules"))
    return [(item.metric, [(figure.text, figure.metric) for figure in item.figures]) for item in digest.targets]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "对获奖渔船，设一等奖1名、二等奖2名，分别给予30万元、20万元补助。",
            [("获奖渔船一等奖", [("1名", None), ("30万元", "一等奖补助")]), ("获奖渔船二等奖", [("2名", None), ("20万元", "二等奖补助")])],
            id="counts_first_and_sums_behind",
        ),
        pytest.param(
            "设一等奖1名3万元、二等奖2名2万元。",
            [("一等奖", [("1名", None), ("3万元", "一等奖奖金")]), ("二等奖", [("2名", None), ("2万元", "二等奖奖金")])],
            id="each_with_its_sum_and_no_word_for_it",
        ),
        pytest.param("设一等奖3万元、二等奖2万元。", [("一等奖", [("3万元", None)]), ("二等奖", [("2万元", None)])], id="sums_alone"),
        pytest.param(
            "对连续经营3年以上的渔业合作社，设一等奖2名、二等奖4名，分别给予8万元、5万元奖励。",
            [
                ("连续经营3年以上的渔业合作社一等奖", [("2名", None), ("8万元", "一等奖奖励")]),
                ("连续经营3年以上的渔业合作社二等奖", [("4名", None), ("5万元", "二等奖奖励")]),
            ],
            id="for_whom_with_a_condition",
        ),
    ],
)
def test_a_prize_is_a_row_with_its_number_and_its_worth(sentence: str, expected: list[tuple[str, list[tuple[str, str | None]]]]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    ["设一等奖1名、二等奖2名、三等奖3名，奖金30万元、20万元。", "优秀渔业企业，设一等奖1名，奖励30万元。"],
    ids=["fewer_sums_than_prizes", "one_prize"],
)
def test_sums_are_given_to_no_prize_where_they_do_not_match_in_number(sentence: str) -> None:
    assert not [
        name for metric, figures in rows(sentence) for text, name in figures if text.endswith("万元") and "等奖" in f"{metric}{name or ''}"
    ]
