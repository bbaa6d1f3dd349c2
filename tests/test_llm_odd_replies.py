"""Replies no honest server sends: each costs at most its chunk, is named in our own words, and steers nothing."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reportsum.cache import open_cache
from reportsum.errors import ModelError, RequestRefusedError
from reportsum.extraction.llm.building import build_extractor
from reportsum.extraction.llm.calling import OpenAIClient
from reportsum.extraction.llm.replies import Call, Reply, TransientError, UnusableError
from reportsum.extraction.llm.retrying import Retry
from reportsum.reading import from_text
from reportsum.running import DigestedReport, run_reports
from reportsum.settings import Settings
from tests.llm_server import answer_of
from tests.odd_replies import GOOD, Odd, odd_replies
from tests.raw_server import RawServer, completion, http_reply

KEY = "sk-hidden-0123456789-abcdefghijklmnop"
CALL = Call("c0", ({"role": "user", "content": "〔[1A]新建3所学校。〕"},), 0.0, None)
ODD = list(odd_replies())
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202e\u2028]")


def settings(server: RawServer, **more: Any) -> Settings:
    return Settings.model_validate({"model": "m", "base_url": server.base_url, "api_key": KEY, "timeout_s": 20} | more)


def send(reply: bytes | Callable[[], Iterator[bytes]], **more: Any) -> Reply | ModelError:
    """Return what the client makes of a reply to its first request."""

    async def main() -> Reply:
        client = OpenAIClient(settings(server, **more))
        client.proven = True  # a refusal then is about the request, and no other output mode is tried
        try:
            return await client.send(CALL)
        finally:
            await client.close()

    with RawServer(lambda number, body: reply if isinstance(reply, bytes) else reply()) as server:
        try:
            return asyncio.run(main())
        except ModelError as error:
            return error


def test_three_hundred_odd_replies_end_as_a_reply_or_as_an_error_of_our_own() -> None:
    async def main() -> list[tuple[Odd, Reply | ModelError]]:
        client = OpenAIClient(settings(server))
        client.proven = True
        outcomes: list[tuple[Odd, Reply | ModelError]] = []
        for odd in ODD:
            try:
                outcomes.append((odd, await client.send(CALL)))
            except ModelError as error:
                outcomes.append((odd, error))
        await client.close()
        return outcomes

    assert len(ODD) >= 300
    with RawServer(lambda number, body: ODD[number].reply) as server:
        outcomes = asyncio.run(main())
    assert len(outcomes) == len(ODD)
    assert not [odd.name for odd, outcome in outcomes if isinstance(outcome, ModelError) and CONTROL.search(str(outcome))]
    assert not [odd.name for odd, outcome in outcomes if isinstance(outcome, ModelError) and len(str(outcome)) > 600]
    assert not [odd.name for odd, outcome in outcomes if isinstance(outcome, Reply) and not 0 <= outcome.usage.prompt_tokens <= 10**9]


@pytest.mark.parametrize("dialect", ["edit", "dense"])
def test_every_odd_reply_costs_at_most_its_own_chunk(dialect: str) -> None:
    """One report, a chunk for each odd reply of status 200; the server tells the chunks apart by the number each of them tells."""
    odd = [one for one in ODD if one.status == 200 and not one.name.startswith(("head:", "length:"))]
    if dialect == "edit":
        odd = odd[::4]  # to this dialect none is an answer, each is asked for four times and in halves, and one in four shows it
    lines = ["某市2022年上半年工作报告"]
    for number in range(len(odd) + 1):
        lines += [f"第{number + 1}章 第{number + 1}方面", f"全市新建学校{number + 1000}所。" + "各方面工作扎实推进。" * 12]

    def respond(number: int, body: dict[str, Any]) -> bytes:
        told = re.findall(r"新建学校(\d{4})所", json.dumps(body["messages"], ensure_ascii=False))
        place = int(told[-1]) - 1000 if told else len(odd)
        return odd[place].reply if place < len(odd) else http_reply(json.dumps(completion(GOOD)))

    now = [0.0]

    async def nap(seconds: float) -> None:
        now[0] += seconds
        await asyncio.sleep(0)

    async def main() -> list[DigestedReport]:
        own = settings(server, max_chunk_chars=200, second_look=False, concurrency=8, dialect=dialect)
        extractor = build_extractor(own, retry=Retry(own.deadline_s, sleep=nap, clock=lambda: now[0]))
        return [result async for result in run_reports([from_text("\n".join(lines), "odd.txt")], own, extractor=extractor)]

    with RawServer(respond) as server:
        (result,) = asyncio.run(main())
    assert result.digest is not None, result.error
    assert len(result.digest.chunks) >= len(odd)
    result.digest.to_json().encode("utf-8")
    assert not [chunk.error for chunk in result.digest.chunks if chunk.error and "fault of reportsum" in chunk.error]


@pytest.mark.parametrize("name", ["arguments=object", "choices.0.message.content=object"])
def test_an_answer_given_as_an_object_is_read_like_its_text(name: str) -> None:
    rows = {"rows": [{"mark": "1A", "metric": None, "kind": "A"}], "summary": ""}
    if name.startswith("arguments"):
        call = {"id": "a", "type": "function", "function": {"name": "report_rows", "arguments": rows}}
        whole = completion(None, choices=[{"index": 0, "message": {"role": "assistant", "content": None, "tool_calls": [call]}}])
        reply = send(http_reply(json.dumps(whole)), output_mode="tools")
    else:
        reply = send(http_reply(json.dumps(completion(rows))))
    assert isinstance(reply, Reply)
    assert [row.mark for row in answer_of(reply).rows] == [1]


def test_half_characters_and_control_characters_do_not_enter() -> None:
    text = json.dumps({"rows": [{"mark": "1A", "metric": "学\ud83d校", "kind": "A"}], "summary": "概\x00括\ud800"})
    reply = send(http_reply(json.dumps(completion(text))))
    assert isinstance(reply, Reply)
    assert (answer_of(reply).rows[0].metric, answer_of(reply).summary) == ("学\ufffd校", "概 括\ufffd")


def test_an_answer_is_kept_only_once_it_was_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("a bug in the judge")

    monkeypatch.setattr("reportsum.extraction.llm.dialects.judge", refuse)
    report = from_text("报告\n一、工作\n新建学校3所。", "r.txt")

    async def main() -> list[DigestedReport]:
        own = settings(server, cache_dir=tmp_path / "cache", dialect="dense")
        return [result async for result in run_reports([report], own)]

    with RawServer(lambda number, body: http_reply(json.dumps(completion(GOOD)))) as server:
        (result,) = asyncio.run(main())
    assert result.digest is not None
    assert "RuntimeError" in str(result.digest.chunks[0].error)
    assert result.record is not None
    assert "a bug in the judge" in result.record.problems[-1]
    with open_cache(tmp_path / "cache") as cache:
        assert cache.count() == 0


def test_a_server_that_drips_its_answer_meets_the_time_limit() -> None:
    def drip() -> Iterator[bytes]:
        for byte in http_reply(json.dumps(completion(GOOD))):
            yield bytes([byte])
            time.sleep(0.05)

    begun = time.monotonic()
    outcome = send(drip, timeout_s=0.5)
    assert isinstance(outcome, TransientError)
    assert "timed out" in str(outcome)
    assert time.monotonic() - begun < 3


def test_a_reply_without_end_is_cut_off_where_no_answer_goes() -> None:
    def endless() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 X\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
        while True:
            yield b" " * 65536

    outcome = send(endless)
    assert isinstance(outcome, UnusableError)
    assert "longer than" in str(outcome)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_to_another_origin_carries_neither_text_nor_key(status: int) -> None:
    with RawServer(lambda number, body: http_reply(json.dumps(completion(GOOD)))) as elsewhere:
        outcome = send(http_reply(b"", status, {"Location": f"{elsewhere.base_url}/chat/completions?k={KEY}"}))
        assert elsewhere.requests == []
    assert isinstance(outcome, RequestRefusedError)
    assert f"127.0.0.1:{elsewhere.port}" in str(outcome)
    assert KEY not in str(outcome)


def test_a_redirect_inside_the_origin_is_followed_with_the_question() -> None:
    def respond(number: int, body: dict[str, Any]) -> bytes:
        return http_reply(json.dumps(completion(GOOD))) if number else http_reply(b"", 307, {"Location": "/v2/chat/completions"})

    async def main() -> Reply:
        client = OpenAIClient(settings(server))
        try:
            return await client.send(CALL)
        finally:
            await client.close()

    with RawServer(respond) as server:
        assert answer_of(asyncio.run(main())).rows
    assert server.requests[1].line.startswith("POST /v2/chat/completions")
    assert server.requests[1].body["messages"] == [dict(message) for message in CALL.messages]
