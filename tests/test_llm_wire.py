"""The wire schema, and reading a model's answer back."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from reportsum.extraction.llm.form import find_json, read_json
from reportsum.extraction.llm.wire import WIRE_SCHEMA, Answer, Row, bounded_schema

ANSWER = '{"rows":[{"mark":1,"metric":null,"kind":"T"}],"summary":"确保{1}。"}'


@pytest.mark.parametrize(
    "text",
    [
        ANSWER,
        f"```json\n{ANSWER}\n```",
        f"```\n{ANSWER}\n```",
        f"<think>先看[1],{{也许}}是目标。</think>\n{ANSWER}",
        f"也许是目标。</think>{ANSWER}",
        f'<thinking>{{"rows": 1}}</thinking>```json\n{ANSWER}```',
        f"好的,结果如下:\n{ANSWER}\n以上是结果。",
        f"用{{n}}表示数字。{ANSWER}",
        f"\n\n  {ANSWER}  \n",
    ],
    ids=["bare", "fence", "nameless_fence", "thinking", "thinking_without_start", "thinking_and_fence", "talk", "braces_before", "blanks"],
)
def test_the_answer_is_found_in_what_models_write(text: str) -> None:
    assert Answer.model_validate_json(text).rows == [Row(mark=1, metric=None, kind="target")]


@pytest.mark.parametrize(
    "text",
    ["", "没有", ANSWER[:-5], '{"items":[]}', '{"rows":{}}', '{"rows":"1"}', "[5]", "null", '{"rows":[{"mark":"一"}]}', '{"rows":[5]}'],
    ids=["empty", "no_json", "cut", "no_rows", "rows_no_list", "rows_a_string", "a_list", "null", "no_row_right", "rows_of_numbers"],
)
def test_an_answer_of_the_wrong_form_is_refused(text: str) -> None:
    with pytest.raises((ValidationError, json.JSONDecodeError)):
        Answer.model_validate_json(text)


def test_a_wrong_row_is_dropped_with_its_reason_and_the_others_stay() -> None:
    answer = Answer.model_validate({"rows": [{"mark": 1, "kind": "goal"}, {"mark": 2, "kind": "risk"}], "summary": "x"})
    assert [row.mark for row in answer.rows] == [2]
    assert answer.refused[0].startswith("row 1: kind:")


@pytest.mark.parametrize("mark", [12, "12", "12A", "[12A]", " 12T "])
def test_a_mark_is_known_by_its_number_however_it_was_copied(mark: object) -> None:
    assert Answer.model_validate({"rows": [{"mark": mark, "kind": "A"}]}).rows == [Row(mark=12, kind="achievement")]


@pytest.mark.parametrize("mark", ["", "A", "十二", "1-3", "12AB", None, [12]])
def test_what_is_no_mark_is_refused(mark: object) -> None:
    answer = Answer.model_validate({"rows": [{"mark": mark, "kind": "A"}, {"mark": 1, "kind": "A"}]})
    assert [row.mark for row in answer.rows] == [1]
    assert len(answer.refused) == 1


def test_a_model_cannot_smuggle_reasons_in() -> None:
    answer = Answer.model_validate({"rows": [], "summary": "", "refused": ["forged"]})
    assert answer.refused == []


def _objects(schema: dict[str, Any]) -> list[dict[str, Any]]:
    found = [schema] if schema.get("type") == "object" else []
    for value in (*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])):
        found += _objects(value)
    return found


def test_the_wire_schema_is_what_strict_servers_take() -> None:
    for one in _objects(WIRE_SCHEMA):
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
    text = json.dumps(WIRE_SCHEMA)
    for keyword in ("$ref", "$defs", "default", "minimum", "maxItems", "maxLength", "anyOf", "pattern"):
        assert keyword not in text


def test_the_schema_handed_out_cannot_be_spoilt() -> None:
    Answer.model_json_schema()["properties"].clear()
    assert Answer.model_json_schema()["properties"] == WIRE_SCHEMA["properties"]


def test_the_bounded_schema_has_one_row_for_each_mark_in_order() -> None:
    rows = bounded_schema(["1A", "2T", "3C"])["properties"]["rows"]
    assert (rows["minItems"], rows["maxItems"]) == (3, 3)
    assert [row["properties"]["mark"]["const"] for row in rows["prefixItems"]] == ["1A", "2T", "3C"]
    assert {tuple(row["required"]) for row in rows["prefixItems"]} == {tuple(WIRE_SCHEMA["properties"]["rows"]["items"]["required"])}


@given(st.text(alphabet='{}[]"rows:,1 <think>/`\n', max_size=200))
def test_finding_json_never_fails(text: str) -> None:
    assert isinstance(find_json(text), str)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<think>a</think>{"rows":[]}', '{"rows":[]}'),
        ('<think>{"rows":1}<reasoning></think>{"rows":[]}', '{"rows":[]}'),
        ('lost opening</think>{"rows":[]}', '{"rows":[]}'),
        ('{"rows":[]}<think>afterthought</think>', '{"rows":[]}'),
        ('<think>{"rows":[]}', '{"rows":[]}'),
        ('<think>a</think>b</think>{"rows":[]}', '{"rows":[]}'),
    ],
    ids=["block", "tag_inside", "lost_opening", "behind", "unclosed", "closed_twice"],
)
def test_thoughts_are_set_aside_wherever_they_stand(text: str, found: str) -> None:
    assert find_json(text) == found


@pytest.mark.parametrize("text", ['{"rows":' + "[" * 100_000, '{"x":' + "1" * 9000 + "}", "", "\ud800"])
def test_what_is_no_json_is_told_in_one_way(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        read_json(text)


def test_finding_json_takes_linear_time_on_hostile_answers() -> None:
    for piece in ("<think>", "<think></reasoning>", "</think>", "<think>a</think>", '<think>{"rows":'):
        short, long = (_seconds(partial(find_json, piece * times + '{"rows":[]}')) for times in (5_000, 20_000))
        assert long < 10 * short + 0.05, piece
    assert find_json("{" * 200_000).startswith("{")
    assert find_json('{"rows":' * 50_000).startswith("{")


def _seconds(act: Callable[[], object]) -> float:
    """Return what the fastest of three goes takes."""
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return min(taken)
