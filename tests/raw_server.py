"""A server on a loopback port that answers with whatever bytes a test gives it: for replies no honest server would send.

    with RawServer(lambda number, body: http_reply(b"null")) as server:
        ... server.base_url ...

The function gets the number of the request (from 0) and its body, and returns the whole reply, or an iterator over its pieces. Every
connection is closed after its reply. What was asked for is kept in `requests`: the first line and the body.
"""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, NamedTuple, Self

Respond = Callable[[int, dict[str, Any]], bytes | Iterator[bytes]]


class Asked(NamedTuple):
    """A request: its first line, its headers, its body."""

    line: str
    headers: dict[str, str]
    body: dict[str, Any]


def http_reply(body: bytes | str, status: int = 200, headers: Mapping[str, str] | None = None) -> bytes:
    """Return a reply with a body of honest length."""
    data = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(data)}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in ({"Content-Type": "application/json"} | dict(headers or {})).items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + data


def completion(content: Any, **changes: Any) -> dict[str, Any]:
    """Return a chat completion with `content`."""
    message = {"role": "assistant", "content": content}
    usage = {"prompt_tokens": 10, "completion_tokens": 10, "total_tokens": 20}
    choices = [{"index": 0, "finish_reason": "stop", "message": message}]
    return {"id": "x", "object": "chat.completion", "created": 0, "model": "m", "choices": choices, "usage": usage} | changes


class RawServer:
    """The server; runs between `with` and its end."""

    def __init__(self, respond: Respond) -> None:
        self.requests: list[Asked] = []
        self._respond = respond
        self._lock = threading.Lock()
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port = int(self._socket.getsockname()[1])
        self._open = True
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._open = False
        self._socket.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while self._open:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            asked = _read(connection)
            if asked is None:
                return
            with self._lock:
                number = len(self.requests)
                self.requests.append(asked)
            reply = self._respond(number, asked.body)
            for piece in [reply] if isinstance(reply, bytes) else reply:
                connection.sendall(piece)


def _read(connection: socket.socket) -> Asked | None:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return None
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    line, *rest = head.decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (one.partition(":") for one in rest)}
    while len(body) < int(headers.get("content-length", "0")):
        body += connection.recv(65536)
    return Asked(line, headers, json.loads(body or b"{}"))
