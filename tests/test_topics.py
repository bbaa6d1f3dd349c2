"""Which field of policy an item belongs to."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportsum.models import Topic
from reportsum.tables import read_table
from reportsum.topics import topic_of

CASES = Path(__file__).parent / "cases" / "topics.tsv"


def _cases() -> list[object]:
    lines = [line for line in CASES.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")][1:]
    params: list[object] = []
    for number, line in enumerate(lines):
        topic, metric, statement, headings = [*line.split("\t"), ""][:4]
        above = tuple(part for part in headings.split(" > ") if part)
        params.append(pytest.param(topic, metric, statement, above, id=f"{topic}_{number}"))
    return params


@pytest.mark.parametrize(("topic", "metric", "statement", "headings"), _cases())
def test_an_item_has_its_topic(topic: str, metric: str, statement: str, headings: tuple[str, ...]) -> None:
    assert topic_of(metric, statement, headings) == topic


def test_the_metric_outweighs_the_heading() -> None:
    assert topic_of("城镇登记失业率", "城镇登记失业率4%。", ("生态环境持续改善",)) == "employment_income"


def test_a_metric_that_says_nothing_leaves_it_to_the_nearest_heading() -> None:
    assert topic_of("总量", "", ("一、工业经济", "稳岗就业统筹推进")) == "employment_income"


def test_without_any_cue_there_is_no_topic() -> None:
    assert topic_of("x", "", ()) is None


@given(st.text(max_size=200), st.text(max_size=400), st.lists(st.text(max_size=80), max_size=4))
def test_any_item_has_a_topic_of_the_list(metric: str, statement: str, headings: list[str]) -> None:
    assert topic_of(metric, statement, tuple(headings)) in (*get_args(Topic), None)


def test_every_topic_has_words_of_its_own() -> None:
    rows = read_table("topics.tsv", ("topic", "weight", "words"))

    assert {row["topic"] for row in rows if row["weight"] == "6"} == set(get_args(Topic))
