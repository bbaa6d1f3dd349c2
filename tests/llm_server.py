"""A scripted OpenAI-compatible server on a loopback port, over real sockets.

    with ScriptedServer() as server:
        settings = Settings(model="m", base_url=server.base_url, ...)
        ...
        assert len(server.requests) == 5

It reads the marks in the last user message and answers by a few words of the marked line (`answer_for`), so that the same question always
gets the same answer: in the dense dialect with a row for each mark, in the editing dialect with the marks whose letter those words
contradict, and the check words. `faults` is asked before every answer and may name a fault instead; `latency` may delay.
Requests are kept: body, headers, time of arrival, how many were in flight.
"""

from __future__ import annotations

import json
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, ClassVar, Self

from reportsum.extraction.llm.replies import Reply
from reportsum.extraction.llm.wire import Answer

_LINE = re.compile(r"^\[(\d+[ATRC])\](.*)$", re.MULTILINE)
_EDIT_MARK = re.compile(r"\[(\d+)(?:#\w* ?)?([ATR])[^\]]*\]")
_CHECK_WORD = re.compile(r"‹(\w+)›")
_HEAD = re.compile(r"^\[(\d+)([ATR])\]([^@{\n ]*)(?:@\S+)?(?: \{(\d+)\})?", re.MULTILINE)
_FENCED = re.compile(r"〔(.*)〕", re.DOTALL)

Fault = str
FAULTS: tuple[Fault, ...] = ("429", "500", "503", "reset", "cut_off", "broken_json", "wrong_schema", "empty")
"""What can go wrong with an answer."""


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came in."""

    body: dict[str, Any]
    headers: Mapping[str, str]
    at: float
    in_flight: int
    """Requests in flight when it came, itself included."""

    @property
    def prompt_chars(self) -> int:
        return sum(len(message["content"]) for message in self.body["messages"])

    @property
    def question(self) -> str:
        """The last fenced text: what is asked about."""
        texts = [message["content"] for message in self.body["messages"] if "〔" in message["content"]]
        return texts[-1] if texts else ""

    @property
    def mode(self) -> str:
        if "tools" in self.body:
            return "tools"
        form = self.body.get("response_format", {})
        if form.get("type") == "json_schema":
            return "strict" if form["json_schema"].get("strict") else "json_schema"
        return str(form.get("type"))


@dataclass(slots=True)
class Script:
    """What the server does with each request, in the order they come."""

    faults: Callable[[int, Received], Fault | None] = lambda number, request: None
    latency: Callable[[int], float] = lambda number: 0.0
    refused_modes: frozenset[str] = frozenset()
    refused_words: str = "This response_format type is unavailable now"
    key: str | None = None
    """The only key that is let in; None lets everyone in."""
    answer: Callable[[Received], str] = field(default_factory=lambda: lambda request: answer_for(request.question))
    wrap: Callable[[str], str] = lambda text: text
    retry_after: str | None = None
    error_words: str | None = None
    """What a status fault says; None says which it is."""


def answer_of(reply: Reply) -> Answer:
    """Return the rows of a reply to a question of the dense dialect."""
    assert isinstance(reply.answer, Answer)
    return reply.answer


def answer_for(question: str) -> str:
    """Return the answer of a model that goes by a few words of each marked line, in the dialect of the question."""
    fenced = _FENCED.search(question)
    text = fenced[1] if fenced else ""
    seen = _CHECK_WORD.findall(text)
    if seen and _HEAD.search(_CHECK_WORD.sub("", text)):
        return json.dumps(closing_for(_CHECK_WORD.sub("", text)) | {"seen": seen}, ensure_ascii=False)
    if seen:
        return json.dumps(edits_for(_CHECK_WORD.sub("", text)) | {"seen": seen}, ensure_ascii=False)
    rows = [{"mark": line[1], "metric": None, "kind": _kind(line[2])} for line in _LINE.finditer(text)]
    return json.dumps({"rows": rows, "summary": ""}, ensure_ascii=False)


NO_EDITS: dict[str, Any] = {name: [] for name in ("seen", "achievements", "targets", "risks", "not_facts", "figures", "sections", "top")}
"""Full consent, but for the check words."""


def edits_for(text: str) -> dict[str, Any]:
    """Return the corrections of a model that goes by a few words of each line: marks with another letter than the words give."""
    edits: dict[str, Any] = {name: list(value) for name, value in NO_EDITS.items()}
    for line in text.splitlines():
        kind = _kind(line)
        at = [int(mark[1]) for mark in _EDIT_MARK.finditer(line) if mark[2] != kind]
        if at and not line.startswith(("[1#", "#")):
            name, own = _TOLD[kind]
            edits[name].append({"at": at, "name": None, "topic": None, "period": None, **dict.fromkeys(own)})
    return edits


_TOLD: dict[str, tuple[str, tuple[str, ...]]] = {
    "A": ("achievements", ("outcome",)),
    "T": ("targets", ("commitment", "owner", "deadline")),
    "R": ("risks", ("cause",)),
}


def closing_for(text: str) -> dict[str, Any]:
    """Return the last word of a model that finds the last head the most important, and tells the first one with a figure."""
    heads = _HEAD.findall(text)
    told = next(((number, name, figure) for number, _, name, figure in heads if figure), None)
    points = [] if told is None else [{"text": f"{told[1]}{{{told[2]}}}。", "items": [int(told[0])]}]
    return {"seen": [], "top": [len(heads)], "same": [], "links": [], "points": points, "title": None, "kind": None}


def _kind(sentence: str) -> str:
    if any(word in sentence for word in ("不足", "困难", "压力", "短板")):
        return "R"
    if any(word in sentence for word in ("确保", "力争", "加快", "推进", "要", "计划")):
        return "T"
    return "A"


class ScriptedServer:
    """The server; runs between `with` and its end."""

    def __init__(self, script: Script | None = None, *, port: int = 0) -> None:
        self.script = script or Script()
        self.requests: list[Received] = []
        self.most_in_flight = 0
        self._in_flight = 0
        self._lock = threading.Lock()
        handler = type("Handler", (_Handler,), {"server_": self})
        self._http = _Server(("127.0.0.1", port), handler)
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    @property
    def port(self) -> int:
        return int(self._http.server_address[1])

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._http.shutdown()
        self._http.server_close()

    def arrive(self, body: dict[str, Any], headers: Mapping[str, str]) -> tuple[int, Received]:
        with self._lock:
            self._in_flight += 1
            self.most_in_flight = max(self.most_in_flight, self._in_flight)
            received = Received(body, headers, time.monotonic(), self._in_flight)
            self.requests.append(received)
            return len(self.requests) - 1, received

    def leave(self) -> None:
        with self._lock:
            self._in_flight -= 1


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that go away are part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    server_: ClassVar[ScriptedServer]
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        number, received = self.server_.arrive(body, headers)
        try:
            self._answer(number, received)
        finally:
            self.server_.leave()

    def _answer(self, number: int, received: Received) -> None:
        script = self.server_.script
        if (delay := script.latency(number)) > 0:
            time.sleep(delay)
        if script.key is not None and received.headers.get("authorization") != f"Bearer {script.key}":
            sent = received.headers.get("authorization", "").removeprefix("Bearer ")
            self._send(401, {"error": {"message": f"Incorrect API key provided: {sent}.", "code": "invalid_api_key"}})
        elif received.mode in script.refused_modes:
            self._send(400, {"error": {"message": script.refused_words, "type": "invalid_request_error"}})
        elif (fault := script.faults(number, received)) is not None:
            self._fail(fault, received)
        else:
            self._send(200, self._completion(received, script.wrap(script.answer(received))))

    def _fail(self, fault: Fault, received: Received) -> None:
        if fault == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
            return
        if fault.isdigit():
            self._send(int(fault), {"error": {"message": self.server_.script.error_words or f"scripted {fault}"}})
            return
        if fault in ("no_body", "web_page"):
            self._send_text(200, "" if fault == "no_body" else "<html><body>Bad gateway</body></html>")
            return
        answer = self.server_.script.answer(received)
        if fault in ("no_choices", "refusal", "filtered"):
            self._send(200, self._odd(fault, received, answer))
            return
        text, finish = {
            "cut_off": (answer[: len(answer) // 2], "length"),
            "broken_json": (answer[: len(answer) // 2] + "}}", "stop"),
            "wrong_schema": ('{"items": [1, 2, 3]}', "stop"),
            "empty": ("", "stop"),
        }[fault]
        self._send(200, self._completion(received, text, finish))

    def _odd(self, fault: Fault, received: Received, answer: str) -> dict[str, Any]:
        completion = self._completion(received, answer)
        if fault == "no_choices":
            return {**completion, "choices": []}
        message = {"role": "assistant", "content": None, "refusal": "I cannot help with that." if fault == "refusal" else None}
        return {**completion, "choices": [{"index": 0, "message": message, "finish_reason": "content_filter"}]}

    def _completion(self, received: Received, text: str, finish: str = "stop") -> dict[str, Any]:
        message: dict[str, Any] = {"role": "assistant", "content": text}
        if received.mode == "tools":
            call = {
                "id": "call_1",
                "type": "function",
                "function": {"name": received.body["tools"][0]["function"]["name"], "arguments": text},
            }
            message = {"role": "assistant", "content": None, "tool_calls": [call]}
        prompt_tokens = received.prompt_chars * 2 // 3
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 0,
            "model": received.body["model"],
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
            "usage": {
                "prompt_tokens": prompt_tokens,
                "completion_tokens": len(text) // 3,
                "total_tokens": prompt_tokens + len(text) // 3,
                "prompt_tokens_details": {"cached_tokens": 128},
            },
        }

    def _send(self, status: int, body: dict[str, Any]) -> None:
        self._send_text(status, json.dumps(body, ensure_ascii=False), "application/json")

    def _send_text(self, status: int, text: str, media_type: str = "text/html") -> None:
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        if status in (429, 503) and self.server_.script.retry_after is not None:
            self.send_header("Retry-After", self.server_.script.retry_after)
        self.end_headers()
        self.wfile.write(content)


def every_third(faults: Iterable[Fault] = FAULTS) -> Callable[[int, Received], Fault | None]:
    """Return a script of faults for every third request, each kind in turn."""
    kinds = tuple(faults)
    return lambda number, request: kinds[number // 3 % len(kinds)] if number % 3 == 2 else None
