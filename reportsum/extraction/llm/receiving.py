"""What is let in from a server: bounded in bytes, from one origin, and a well-formed chat completion.

Servers, proxies and gateways send anything: a compressed bomb, a login page, a redirect to somewhere else, a list where a text belongs.
Here all of it becomes either a completion in the form OpenAI documents or one `UnfitReplyError` with the reason. What is above this
module, the client libraries included, never meets an odd type.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from ...foreign import fit, scrubbed, shown

MAX_REPLY_BYTES = 4 * 1024 * 1024
"""Longest reply, unpacked. The longest honest answers, with a long chain of thought before them, come to some 200 kB."""
MAX_REFUSAL_BYTES = 64 * 1024
"""Of a longer refusal this much is read: it is shown in part only."""
MAX_TOKENS = 10**9
"""What a server says of tokens is believed up to here."""
_MAX_REDIRECTS = 3
_WORDS_SHOWN = 80
ACCEPTED = {"Accept-Encoding": "gzip, deflate"}
_UNPACKED = ("", "identity", "gzip", "x-gzip", "deflate")
"""Encodings that are asked for. Others (br, zstd) pack a thousand times tighter than anything that could be bounded while unpacking."""


class UnfitReplyError(Exception):
    """A reply that is no chat completion, or longer than any. The message is safe to show."""


class RedirectedError(Exception):
    """The server sends the request on to another origin. The message names it."""


async def received(send: Callable[..., Awaitable[Any]], request: Any, *, stream: bool = False, **options: Any) -> Any:
    """Return the response to `request`: a well-formed completion, or a refusal. `send` is the HTTP client's own, without redirects.

    Raises RedirectedError and UnfitReplyError, which the SDK wraps as a failed connection. With `stream`, the body is left to be read
    and bounded by whoever reads it.
    """
    response = await send(request, stream=True, **options)
    for _ in range(_MAX_REDIRECTS):
        if response.next_request is None:
            break
        await response.aclose()
        request = _inside_origin(request, response.next_request)
        response = await send(request, stream=True, **options)
    if response.next_request is not None:
        await response.aclose()
        raise UnfitReplyError("the server redirects in circles")
    if response.headers.get("content-encoding", "").strip().lower() not in _UNPACKED:
        await response.aclose()
        raise UnfitReplyError("the reply is packed in a way that was not asked for")
    if stream:
        return response
    body = await _read(response)
    headers = {name: value for name, value in response.headers.items() if name not in _BODY_HEADERS}
    status = response.status_code
    if response.is_success:
        headers["content-type"] = "application/json"
        error = error_inside(body)
        if error is None:
            body = well_formed(body)
        else:
            status, body = error
    return type(response)(status, headers=headers, content=body, request=request, extensions=response.extensions)


_SPOKEN = ("refusal", "reasoning_content", "reasoning")
"""What else a message may say in plain text."""
_BODY_HEADERS = ("content-length", "content-encoding", "transfer-encoding")


def _inside_origin(request: Any, following: Any) -> Any:
    """Return the request that follows a redirect. Raises RedirectedError when it would go elsewhere, or no longer carry the question."""

    def origin(one: Any) -> tuple[str, str, int | None]:
        return one.url.scheme, one.url.host, one.url.port

    if origin(request) != origin(following) or following.method != request.method:
        raise RedirectedError(shown(f"{following.method} {following.url.copy_with(query=None, username=None, password=None)}", 200))
    return following


async def _read(response: Any) -> bytes:
    """Return the body, unpacked. Of a refusal the beginning is enough; an answer longer than any raises UnfitReplyError."""
    body = bytearray()
    most = MAX_REPLY_BYTES if response.is_success else MAX_REFUSAL_BYTES
    try:
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) > most:
                break
    finally:
        await response.aclose()
    if len(body) > most and response.is_success:
        raise UnfitReplyError(f"the reply is longer than the {MAX_REPLY_BYTES:,} bytes that any answer takes")
    return bytes(body[:most])


def error_inside(body: bytes) -> tuple[int, bytes] | None:
    """Return status and body of an error that a server sent as a success; None where there is none.

    Routers pass on what went wrong behind them in a 200, with the status as `code`; without one it counts as a passing failure.
    """
    try:
        reply = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(reply, Mapping) or not reply.get("error") or reply.get("choices"):
        return None
    error = reply["error"]
    code = error.get("code") if isinstance(error, Mapping) else None
    if isinstance(code, str) and code.isdecimal():
        code = int(code[:3])
    status = code if isinstance(code, int) and 400 <= code <= 599 else 500
    return status, json.dumps({"error": error}).encode()


def joined_stream(words: str) -> dict[str, Any] | None:
    """Return the completion whose pieces a server streamed (`data: …` lines), though nobody or only the model asked for a stream."""
    if not words.lstrip().startswith(("data:", "event:", ":")):
        return None
    told: dict[str, str] = {}
    arguments = ""
    called = False
    finish = usage = None
    for line in words.splitlines():
        if not line.startswith("data:") or line[5:].strip() in ("", "[DONE]"):
            continue
        try:
            piece = json.loads(line[5:])
        except (ValueError, RecursionError):
            continue
        if not isinstance(piece, Mapping):
            continue
        usage = piece.get("usage") or usage
        for choice in _objects(piece.get("choices"))[:1]:
            finish = choice.get("finish_reason") or finish
            found = choice.get("delta") or choice.get("message")
            delta = found if isinstance(found, Mapping) else {}
            for name in ("content", *_SPOKEN):
                if (text := _content(delta.get(name))) is not None:
                    told[name] = told.get(name, "") + text
            for call in _objects(delta.get("tool_calls"))[:1]:
                function = call.get("function")
                called = True
                arguments += (_content(function.get("arguments")) or "") if isinstance(function, Mapping) else ""
    message: dict[str, Any] = dict(told)
    if called:
        message["tool_calls"] = [{"function": {"arguments": arguments}}]
    return {"choices": [{"finish_reason": finish, "message": message}], "usage": usage} if told or called else None


def well_formed(body: bytes) -> bytes:
    """Return a chat completion as OpenAI documents it, from what a server made of one.

    Content in parts is joined, content or arguments given as objects become the text they stand for, what is of another type counts as
    missing, and so do tokens that are no numbers. Half characters and keys are taken out. Raises UnfitReplyError when there is nothing
    like a completion in it.
    """
    words = body.decode("utf-8", "replace")
    try:
        reply = joined_stream(words) or json.loads(words)
    except (ValueError, RecursionError):
        raise UnfitReplyError(f"no answer in the reply, which is no JSON ({shown(words.strip(), _WORDS_SHOWN)!r})") from None
    if not isinstance(reply, Mapping):
        raise UnfitReplyError("no answer in the reply, which is no object")
    completion: dict[str, Any] = {
        "id": _text(reply.get("id")) or "",
        "object": "chat.completion",
        "created": 0,
        "model": _text(reply.get("model")) or "",
        "choices": [_choice(choice) for choice in _objects(reply.get("choices"))[:1]],
    }
    if isinstance(usage := reply.get("usage"), Mapping):
        details = usage.get("prompt_tokens_details")
        completion["usage"] = {
            **{name: _tokens(usage.get(name)) for name in ("prompt_tokens", "completion_tokens", "total_tokens")},
            "prompt_tokens_details": {"cached_tokens": _tokens(details.get("cached_tokens"))} if isinstance(details, Mapping) else None,
        }
    return json.dumps(completion).encode()


def _choice(choice: Mapping[str, Any]) -> dict[str, Any]:
    found = choice.get("message")
    message = found if isinstance(found, Mapping) else {}
    calls = [_call(call) for call in _objects(message.get("tool_calls"))]
    return {
        "index": 0,
        "finish_reason": _text(choice.get("finish_reason")) or "stop",
        "message": {
            "role": "assistant",
            "content": _content(message.get("content")),
            **{name: text for name in _SPOKEN if (text := _text(message.get(name))) is not None},
            **({"tool_calls": known} if (known := [call for call in calls if call]) else {}),
        },
    }


def _call(call: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return a call of the tool; None for one without arguments, which says nothing."""
    function = call.get("function")
    arguments = _content(function.get("arguments")) if isinstance(function, Mapping) else None
    if arguments is None or not isinstance(function, Mapping):
        return None
    name = _text(function.get("name")) or ""
    return {"id": _text(call.get("id")) or "call", "type": "function", "function": {"name": name, "arguments": arguments}}


def _content(value: Any) -> str | None:
    """Return the text of a message or of a tool's arguments: as it is, joined from parts, or written out from an object."""
    if isinstance(value, Mapping):
        return _text(json.dumps(value, ensure_ascii=False))
    if isinstance(value, list):
        parts = [part if isinstance(part, str) else part.get("text") if isinstance(part, Mapping) else None for part in value]
        return _text("".join(part for part in parts if isinstance(part, str)))
    return _text(value)


def _text(value: Any) -> str | None:
    return scrubbed(fit(value), parts=False) if isinstance(value, str) else None


def _objects(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _tokens(value: Any) -> int:
    """Return a number of tokens; 0 for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0
    return int(value) if 0 <= value <= MAX_TOKENS else 0  # NaN is not
