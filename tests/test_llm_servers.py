"""Servers as they are: each way of theirs is met with its own remedy, over real sockets and in both dialects."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportsum.models import Digest
from reportsum.reading import from_text
from reportsum.running import DigestedReport, digest_all
from reportsum.settings import Settings
from tests.llm_server import answer_for
from tests.raw_server import RawServer, completion, http_reply

Body = dict[str, Any]
DIALECTS = ("edit", "dense")
REPORT = "\n".join(
    [
        "某市2022年上半年工作报告",
        "一、上半年工作回顾",
        "上半年,全市完成工业投资120亿元,增长8.5%。新建学校3所。警方破获案件12起。",
        "二、下半年工作安排",
        "确保完成工业投资150亿元。力争新建公园5个。",
    ]
)


def question(body: Body) -> str:
    return str([message["content"] for message in body["messages"] if "〔" in message["content"]][-1])


def answer(body: Body) -> str:
    return answer_for(question(body))


def sent(text: str | None, **message: Any) -> bytes:
    reply = completion(text, usage=None)
    reply["choices"][0]["message"].update(message)
    return http_reply(json.dumps(reply))


def refused(status: int, words: str, code: str | None = None) -> bytes:
    return http_reply(json.dumps({"error": {"message": words, "code": code}}), status)


def run(respond: Callable[[int, Body], bytes], text: str = REPORT, **settings: Any) -> tuple[DigestedReport, RawServer]:
    with RawServer(respond) as server:
        base: Body = {"model": "m", "base_url": server.base_url, "concurrency": 1, "max_chunk_chars": 5000}
        alone = {"second_look": False, "closing": False}
        (result,) = digest_all([from_text(text, "r.txt")], Settings.model_validate(base | alone | settings))
    return result, server


def whole(result: DigestedReport) -> Digest:
    assert result.digest is not None
    assert {chunk.status for chunk in result.digest.chunks} == {"ok"}, [chunk.error for chunk in result.digest.chunks]
    return result.digest


def error_of(result: DigestedReport) -> str:
    assert result.digest is not None
    (chunk,) = [chunk for chunk in result.digest.chunks if chunk.status != "ok"]
    assert chunk.status == "fallback"
    return str(chunk.error)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_an_empty_answer_is_asked_for_again_without_a_form(dialect: str) -> None:
    def respond(number: int, body: Body) -> bytes:
        return sent("" if body["response_format"]["type"] != "text" else answer(body))

    result, server = run(respond, dialect=dialect)
    whole(result)
    assert len(server.requests) == 2


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_model_that_only_streams_is_read_through_its_stream(dialect: str) -> None:
    def respond(number: int, body: Body) -> bytes:
        if not body.get("stream"):
            return refused(400, "This model only support stream mode, please enable the stream parameter to access the model.")
        text = answer(body)
        pieces = [{"role": "assistant"}, {"reasoning_content": "先看"}, {"content": text[:9]}, {"content": text[9:]}]
        lines = [f"data: {json.dumps({'choices': [{'index': 0, 'delta': piece}]})}\n\n" for piece in pieces]
        return http_reply("".join([*lines, "data: [DONE]\n\n"]), headers={"Content-Type": "text/event-stream"})

    result, server = run(respond, dialect=dialect)
    whole(result)
    assert [bool(asked.body.get("stream")) for asked in server.requests] == [False, True]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_thinking_is_turned_off_where_the_server_wants_it_off(dialect: str) -> None:
    def respond(number: int, body: Body) -> bytes:
        if body.get("enable_thinking") is not False:
            return refused(400, "parameter.enable_thinking must be set to false for non-streaming calls")
        return sent(answer(body))

    result, server = run(respond, dialect=dialect)
    whole(result)
    assert len(server.requests) == 2


@pytest.mark.parametrize("works", [True, False], ids=["a_larger_limit_helps", "nothing_helps"])
def test_a_model_that_spends_its_answer_on_thinking_gets_more_room_once(works: bool) -> None:
    def respond(number: int, body: Body) -> bytes:
        if works and body.get("max_tokens", 0) > 10_000:
            return sent(answer(body))
        reply = completion("")
        reply["choices"][0] |= {"finish_reason": "length"}
        reply["choices"][0]["message"]["reasoning_content"] = "先看第一行" * 50
        reply["usage"]["completion_tokens"] = 4096
        return http_reply(json.dumps(reply))

    result, server = run(respond, max_chunk_chars=200)
    assert result.digest is not None
    if works:
        whole(result)
    else:
        assert len(server.requests) == 2  # the other chunk is not asked about in vain
        assert all("reasoning" in str(chunk.error) for chunk in result.digest.chunks if chunk.status == "fallback")


@pytest.mark.parametrize("code", ["content_filter", "data_inspection_failed"])
def test_a_text_the_filter_refuses_costs_its_chunk_alone_even_as_the_first_answer(code: str) -> None:
    def respond(number: int, body: Body) -> bytes:
        return refused(400, "The prompt may contain inappropriate content.", code) if "警方" in question(body) else sent(answer(body))

    result, server = run(respond, max_chunk_chars=200)
    assert "inappropriate content" in error_of(result)
    assert {asked.body["response_format"]["type"] for asked in server.requests} == {"json_schema"}
    assert len(server.requests) == len(result.digest.chunks if result.digest else ())


def test_json_that_the_server_could_not_make_is_asked_for_again() -> None:
    def respond(number: int, body: Body) -> bytes:
        return refused(400, "Failed to generate JSON.", "json_validate_failed") if number == 0 else sent(answer(body))

    result, server = run(respond)
    whole(result)
    assert [asked.body["response_format"]["type"] for asked in server.requests] == ["json_schema"] * 2


def test_an_error_inside_a_success_is_what_it_says_it_is() -> None:
    def respond(number: int, body: Body) -> bytes:
        return http_reply(json.dumps({"error": {"message": "upstream timed out", "code": 502}})) if number == 0 else sent(answer(body))

    result, server = run(respond)
    whole(result)
    assert len(server.requests) == 2


def test_a_router_without_a_backend_for_the_form_is_asked_in_the_next_one() -> None:
    def respond(number: int, body: Body) -> bytes:
        if "tools" not in body:
            return refused(404, "No endpoints found that can handle the requested parameters.")
        return sent(None, tool_calls=[{"id": "1", "type": "function", "function": {"name": "x", "arguments": answer(body)}}])

    result, _ = run(respond)
    whole(result)


def test_answers_in_the_reasoning_or_in_bare_lists_are_answers() -> None:
    result, _ = run(lambda number, body: sent(None, reasoning_content=answer(body)))
    whole(result)
    result, _ = run(lambda number, body: sent(json.dumps(json.loads(answer(body))["rows"])), dialect="dense", output_mode="json_object")
    whole(result)


def test_further_fields_and_headers_go_with_each_request_and_decide_what_is_kept(tmp_path: Path) -> None:
    more: Body = {"extra_body": '{"reasoning_effort": "low"}', "extra_headers": {"X-Title": "own-value"}, "cache_dir": tmp_path / "cache"}
    result, server = run(lambda number, body: sent(answer(body)), **more)
    whole(result)
    assert {asked.body["reasoning_effort"] for asked in server.requests} == {"low"}
    assert {asked.headers["x-title"] for asked in server.requests} == {"own-value"}
    _, again = run(lambda number, body: sent(answer(body)), **(more | {"extra_body": {}}))
    assert len(again.requests) == len(server.requests)


LONG = "\n".join(
    [
        "某市2022年上半年工作报告",
        "一、上半年工作回顾",
        *(f"第{n}个方面,完成投资{n}亿元,新建学校{n + 1}所,惠及群众{n * 3}万人。" for n in range(20, 110)),
    ]
)


def cut(body: Body, where: str) -> Body:
    """Return a request as a server sees it that silently drops 1,500 tokens of the question's text."""
    text = question(body)
    drop = round(1500 / 0.65)
    middle = (len(text) - drop) // 2
    seen = {"front": text[drop:], "middle": text[:middle] + text[middle + drop :], "end": text[: len(text) - drop]}[where]
    fenced = re.sub(r"[〔〕]", "", seen)
    return {"messages": [{"role": "user", "content": f"〔{fenced}〕"}]}


@pytest.mark.parametrize("usage", [True, False], ids=["with_usage", "without_usage"])
@pytest.mark.parametrize("where", ["front", "middle", "end"])
def test_a_text_that_was_cut_on_the_way_is_never_taken_for_read(where: str, usage: bool, tmp_path: Path) -> None:
    room = 3000

    def respond(number: int, body: Body) -> bytes:
        fits = len(question(body)) <= room
        text = answer(body if fits else cut(body, where))
        reply = completion(text)
        reply["usage"] = {"prompt_tokens": 900, "completion_tokens": 10, "total_tokens": 910} if usage else None
        return http_reply(json.dumps(reply))

    settings = {"dialect": "edit", "cache_dir": tmp_path / "cache"}
    result, server = run(respond, LONG, **settings)
    digest = whole(result)
    assert result.record is not None
    assert result.record.splits > 0
    assert digest.coverage.unclaimed == []
    assert len([asked for asked in server.requests if len(question(asked.body)) > room]) <= 2 * result.record.splits


def test_a_half_that_stays_unreadable_is_the_rules_and_the_next_run_asks_for_it_alone(tmp_path: Path) -> None:
    def respond(number: int, body: Body) -> bytes:
        text = question(body)
        return sent("nonsense" if "]30亿元" in text else answer(body)) if len(text) < 4000 else sent(answer(cut(body, "end")))

    result, server = run(respond, LONG, dialect="edit", cache_dir=tmp_path / "cache")
    assert result.digest is not None
    assert [chunk.status for chunk in result.digest.chunks] == ["partial"]
    assert {item.extractor for item in result.digest.items()} == {"rules"}  # an editor who agrees leaves the rules their due
    again, second = run(lambda number, body: sent(answer(body)), LONG, dialect="edit", cache_dir=tmp_path / "cache")
    whole(again)
    assert 0 < len(second.requests) < len(server.requests)
    assert all("]30亿元" in question(asked.body) for asked in second.requests)


def test_a_model_that_always_consents_has_no_attention_and_is_said_to() -> None:
    names = ["地区生产总值", "固定资产投资", "社会消费品零售总额", "进出口总额", "工业用电量"] * 2
    text = "一、上半年工作回顾\n" + "".join(f"{name}增长{n}.5%。" for n, name in enumerate(names))

    def respond(number: int, body: Body) -> bytes:
        asked = json.loads(answer(body))
        return sent(json.dumps({name: [] for name in asked} | {"seen": asked["seen"]} if "seen" in asked else asked))

    result, server = run(respond, text, dialect="auto")
    assert result.record is not None
    assert result.record.slips >= 2
    assert result.record.mended == 0
    assert "--dialect dense" in " ".join(result.record.dropped)
    assert len(server.requests) == 2  # once as an editor, once in the dense dialect
    assert whole(result).risks == []  # the slips were shown as risks


def test_what_a_refusal_cost_is_counted_too() -> None:
    def respond(number: int, body: Body) -> bytes:
        reply = completion(None)
        reply["choices"][0]["message"]["refusal"] = "I cannot."
        return http_reply(json.dumps(reply))

    result, _ = run(respond)
    assert result.record is not None
    assert result.record.prompt_tokens == 10 * result.record.requests > 0


def test_a_model_that_cannot_edit_is_found_out_after_few_requests_and_asked_row_by_row() -> None:
    def respond(number: int, body: Body) -> bytes:
        asked = json.loads(answer(body))
        return sent(json.dumps(asked | {"seen": ["x1y"]} if "seen" in asked else asked))

    result, server = run(respond, LONG, dialect="auto", max_chunk_chars=1200)
    digest = whole(result)
    assert digest.coverage.unclaimed == []
    assert len(digest.chunks) >= 3
    assert len([asked for asked in server.requests if "seen" in json.dumps(asked.body.get("response_format"))]) <= 12
    assert result.record is not None
    assert "--dialect dense" in " ".join(result.record.dropped)
