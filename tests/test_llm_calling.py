"""The one module that speaks to models, against a scripted server over a real socket."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from pydantic import SecretStr

from reportsum.errors import AuthenticationError, ModelError, RequestRefusedError, SettingsError
from reportsum.extraction.llm.calling import MODES, OpenAIClient, find_key, retry_after
from reportsum.extraction.llm.replies import (
    Call,
    CutOffError,
    Reply,
    RequestEvent,
    ResponseEvent,
    TransientError,
    UnusableError,
    WithheldError,
)
from reportsum.settings import OutputMode, Settings
from tests.llm_server import Script, ScriptedServer, answer_of

KEY = "sk-very-secret-1234567890"
CALL = Call("c0", ({"role": "system", "content": "JSON"}, {"role": "user", "content": "〔[1A]新建3所学校。〕"}), 0.0, None)


def run(script: Script, act: Callable[[OpenAIClient], Awaitable[object]], **settings: Any) -> ScriptedServer:
    """Let `act` use a client of a server that follows `script`; return the server, to look at what it got."""

    async def main(server: ScriptedServer) -> None:
        own = Settings.model_validate({"model": "m", "base_url": server.base_url, "api_key": KEY, **settings})
        client = OpenAIClient(own, **hooks)
        try:
            await act(client)
        finally:
            await client.close()

    hooks: dict[str, Any] = settings.pop("hooks", {})
    with ScriptedServer(script) as server:
        asyncio.run(main(server))
    return server


def ask(script: Script, call: Call = CALL, **settings: Any) -> tuple[Reply, ScriptedServer]:
    replies: list[Reply] = []

    async def act(client: OpenAIClient) -> None:
        replies.append(await client.send(call))

    server = run(script, act, **settings)
    return replies[0], server


def failure(script: Script, **settings: Any) -> ModelError:
    with pytest.raises(ModelError) as caught:
        ask(script, **settings)
    return caught.value


def fault(name: str) -> Script:
    return Script(faults=lambda number, request: name)


def test_a_strict_request_carries_the_schema_and_little_else() -> None:
    reply, server = ask(Script())
    (request,) = server.requests
    form = request.body["response_format"]["json_schema"]
    assert form["strict"] is True
    assert form["schema"]["required"] == ["rows", "summary"]
    assert set(request.body) == {"model", "messages", "temperature", "response_format"}
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert [row.mark for row in answer_of(reply).rows] == [1]
    assert (reply.usage.prompt_tokens, reply.usage.cached_tokens) == (11, 128)


@pytest.mark.parametrize("mode", MODES)
def test_each_output_mode_can_be_set_and_is_understood(mode: OutputMode) -> None:
    reply, server = ask(Script(), output_mode=mode)
    assert server.requests[0].mode == mode
    assert answer_of(reply).rows[0].kind == "achievement"


@pytest.mark.parametrize("accepted", MODES)
def test_a_mode_the_server_refuses_is_left_for_the_next_and_not_tried_again(accepted: OutputMode) -> None:
    refused = frozenset(MODES[: MODES.index(accepted)])

    async def twice(client: OpenAIClient) -> None:
        await client.send(CALL)
        await client.send(CALL)

    server = run(Script(refused_modes=refused), twice)
    assert [request.mode for request in server.requests] == [*MODES[: len(refused)], accepted, accepted]


def test_many_requests_under_way_agree_on_the_mode_they_find() -> None:
    async def together(client: OpenAIClient) -> None:
        await asyncio.gather(*(client.send(CALL) for _ in range(4)))
        assert client.dialect.mode == "json_object"

    run(Script(refused_modes=frozenset({"strict", "json_schema", "tools"})), together)


def test_a_server_that_takes_no_mode_is_named() -> None:
    error = failure(Script(refused_modes=frozenset(MODES)))
    assert isinstance(error, RequestRefusedError)
    assert "every output mode" in str(error)


@pytest.mark.parametrize(
    ("words", "absent", "present"),
    [
        ("Unsupported value: 'temperature' does not support 0", "temperature", "max_tokens"),
        ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "max_tokens", "max_completion_tokens"),
    ],
    ids=["temperature", "token_limit"],
)
def test_a_parameter_the_server_does_not_know_is_left_out(words: str, absent: str, present: str) -> None:
    script = Script(faults=lambda number, request: "400" if absent in request.body else None, refused_words=words)
    script.error_words = words
    call = Call("c0", CALL.messages, 0.0, 500)
    _, server = ask(script, call)
    assert [request.mode for request in server.requests] == ["strict", "strict"]
    assert absent not in server.requests[1].body
    assert present in server.requests[1].body


@pytest.mark.parametrize(
    "wrap",
    [
        lambda text: f"<think>嗯,[1]是成绩。</think>{text}",
        lambda text: f"```json\n{text}\n```",
        lambda text: f"结果:\n```\n{text}\n```\n完。",
    ],
    ids=["thinking", "fence", "talk"],
)
def test_thinking_and_fences_around_the_answer_are_understood_and_not_kept(wrap: Callable[[str], str]) -> None:
    reply, _ = ask(Script(wrap=wrap))
    assert answer_of(reply).rows[0].mark == 1
    assert reply.text.startswith('{"rows"')
    assert reply.text.endswith("}")


@pytest.mark.parametrize("status", ["401", "403"])
def test_a_refused_key_names_the_variable_and_never_the_key(status: str) -> None:
    error = failure(fault(status))
    assert isinstance(error, AuthenticationError)
    assert "OPENAI_API_KEY" in str(error)


def test_a_key_that_the_server_repeats_is_blotted_out_everywhere(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    events: list[object] = []
    with caplog.at_level(logging.DEBUG):
        error = failure(Script(key="another"), hooks={"on_request": events.append, "on_response": events.append})
    assert "Incorrect API key provided: ***" in str(error)
    assert error.__cause__ is None
    told = [str(error), *map(str, events), *(record.getMessage() for record in caplog.records), *map(str, capfd.readouterr())]
    assert not [text for text in told if KEY in text]


@pytest.mark.parametrize("status", ["408", "409", "429", "500", "502", "503", "529"])
def test_passing_failures_are_told_apart_from_final_ones(status: str) -> None:
    error = failure(fault(status))
    assert isinstance(error, TransientError)
    assert error.throttled is (status == "429")


def test_a_connection_that_breaks_is_a_passing_failure() -> None:
    assert isinstance(failure(fault("reset")), TransientError)


def test_a_request_that_takes_too_long_is_a_passing_failure() -> None:
    error = failure(Script(latency=lambda number: 1.0), timeout_s=0.05)
    assert isinstance(error, TransientError)
    assert "timed out" in error.reason


def test_a_server_that_is_not_there_is_a_passing_failure() -> None:
    assert isinstance(failure(Script(), base_url="http://127.0.0.1:9/v1"), TransientError)


def test_how_long_to_wait_comes_with_the_failure() -> None:
    error = failure(Script(faults=lambda number, request: "429", retry_after="7"))
    assert isinstance(error, TransientError)
    assert error.retry_after_s == 7


@pytest.mark.parametrize("status", ["404", "402"])
def test_what_no_retry_can_mend_is_said_with_what_to_do(status: str) -> None:
    error = failure(fault(status))
    assert isinstance(error, RequestRefusedError)
    assert status in str(error)


def test_no_money_left_is_not_taken_for_too_many_requests() -> None:
    script = fault("429")
    script.error_words = "You exceeded your current quota [insufficient_quota]"
    assert isinstance(failure(script), RequestRefusedError)


def test_a_cut_off_answer_is_told_with_what_it_cost() -> None:
    error = failure(fault("cut_off"))
    assert isinstance(error, CutOffError)
    assert error.usage.prompt_tokens > 0


def test_a_prompt_longer_than_the_server_takes_counts_as_cut_off() -> None:
    script = fault("400")
    script.error_words = "request (9031 tokens) exceeds the available context size (4096 tokens), try increasing it"
    assert isinstance(failure(script), CutOffError)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["broken_json", "wrong_schema", "empty", "no_choices", "no_body", "web_page"])
def test_answers_that_are_none_are_unusable_with_a_reason(name: str, mode: OutputMode) -> None:
    error = failure(fault(name), output_mode=mode)
    assert isinstance(error, UnusableError)
    assert error.reason


@pytest.mark.parametrize(("name", "words"), [("refusal", "I cannot help with that"), ("filtered", "content filter")])
def test_what_a_model_or_its_filter_will_not_answer_is_told_in_its_own_words_after_one_request(name: str, words: str) -> None:
    error = failure(fault(name))
    assert isinstance(error, WithheldError)
    assert words in str(error)


def test_observers_see_what_was_sent_received_and_used() -> None:
    seen: list[RequestEvent | ResponseEvent] = []
    ask(Script(), hooks={"on_request": seen.append, "on_response": seen.append})
    request, response = seen
    assert isinstance(request, RequestEvent)
    assert isinstance(response, ResponseEvent)
    assert (request.mode, request.messages) == ("strict", CALL.messages)
    assert response.error is None
    assert response.text is not None
    assert response.usage.prompt_tokens == 11


def test_openai_without_a_key_is_refused_before_any_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(SettingsError, match="OPENAI_API_KEY"):
        find_key(Settings(model="m"))


def test_the_key_comes_from_the_setting_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "from-environment")
    assert find_key(Settings(model="m")) == "from-environment"
    assert find_key(Settings(model="m", api_key=SecretStr("from-setting"))) == "from-setting"


def test_open_servers_need_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert find_key(Settings(model="m", base_url="http://localhost:1/v1")) == "none"


@pytest.mark.parametrize("around", ["{}\n", " {}", "{}\r\n", "\t{}\t"])
def test_white_space_around_a_key_is_no_part_of_it(around: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", around.format(KEY))
    assert find_key(Settings(model="m")) == KEY
    assert find_key(Settings(model="m", api_key=SecretStr(around.format(KEY)))) == KEY


@pytest.mark.parametrize("inside", ["\n", "\u200b", "\u201c", "密", "\x07", " "])
def test_a_key_no_header_can_hold_is_refused_by_its_variables_name_and_not_shown(inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", f"sk-hidden-01234{inside}56789-abcdef")
    with pytest.raises(SettingsError, match="OPENAI_API_KEY holds a character") as caught:
        find_key(Settings(model="m"))
    assert "hidden" not in str(caught.value)
    with pytest.raises(SettingsError, match="REPORTSUM_API_KEY"):
        find_key(Settings(model="m", api_key=SecretStr(f"sk{inside}-hidden")))


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("ALL_PROXY", "socks5://127.0.0.1:7890", "ALL_PROXY names a SOCKS proxy"),
        ("https_proxy", "ftp://127.0.0.1:1", "https_proxy names a proxy that cannot be used"),
        ("SSL_CERT_FILE", "/nonexistent/ca.pem", "SSL_CERT_FILE names certificates that cannot be read"),
    ],
)
def test_a_variable_the_http_library_cannot_use_is_named(variable: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setitem(sys.modules, "socksio", None)  # as if it were not installed
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError, match=said):
        OpenAIClient(Settings(model="m", base_url="https://api.example.invalid/v1", api_key=SecretStr(KEY)))


@pytest.mark.parametrize("cut", [0, 240, 260, 280, 299])
def test_a_key_at_the_cut_of_a_servers_words_leaves_no_part(cut: int) -> None:
    error = failure(Script(faults=lambda number, request: "500", error_words="x" * cut + KEY))
    assert not any(KEY[at : at + 8] in str(error) for at in range(len(KEY) - 7))


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Sun, 22 Nov 2026 07:00:10 GMT"}, 10.0),
        ({"retry-after": "Sun, 22 Nov 2026 06:00:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, 0.0),
        ({"retry-after": "Mon, 01 Jan 99999 00:00:00 GMT"}, None),
    ],
    ids=["none", "seconds", "fraction", "milliseconds_first", "date", "past_date", "nonsense", "negative", "no_date"],
)
def test_retry_after_is_read_in_all_its_forms(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, now=lambda: 1795330800.0) == seconds
