"""Some three hundred replies that are wrong in one place each: every part of a completion replaced by every kind of value, answers that
are no answers, headers that contradict the body, refusals with odd words, dates and lengths."""

from __future__ import annotations

import copy
import gzip
import json
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.raw_server import completion, http_reply

ROWS: list[dict[str, Any]] = [{"mark": "1A", "metric": None, "kind": "A"}]
GOOD = json.dumps({"rows": ROWS, "summary": ""})


class Odd(NamedTuple):
    """A reply and what is odd about it."""

    name: str
    reply: bytes
    status: int = 200


VALUES: dict[str, Any] = {
    "null": None,
    "true": True,
    "number": 5,
    "negative": -5,
    "fraction": 1.5,
    "nan": float("nan"),
    "infinite": float("inf"),
    "huge": 10**400,
    "empty": "",
    "words": "many",
    "half_character": "\ud83d",
    "escapes": "\x00\x1b[2J\r\n\u202e",
    "list": [1, "x", None],
    "empty_list": [],
    "object": {"a": {"b": 1}},
    "deep": [[[[[[[[[[]]]]]]]]]],
}
PLACES: tuple[tuple[Any, ...], ...] = (
    ("choices",),
    ("choices", 0),
    ("choices", 0, "message"),
    ("choices", 0, "message", "content"),
    ("choices", 0, "message", "tool_calls"),
    ("choices", 0, "message", "refusal"),
    ("choices", 0, "finish_reason"),
    ("usage",),
    ("usage", "prompt_tokens"),
    ("usage", "prompt_tokens_details"),
    ("id",),
    ("model",),
)


def odd_replies() -> Iterator[Odd]:
    """Yield them all."""
    yield from _replaced()
    yield from _answers()
    yield from _tools()
    yield from _bodies()
    yield from _refusals()


def _replaced() -> Iterator[Odd]:
    for place in PLACES:
        for name, value in VALUES.items():
            whole: Any = copy.deepcopy(completion(GOOD))
            part = whole
            for step in place[:-1]:
                part = part[step]
            part[place[-1]] = value
            yield Odd(f"{'.'.join(map(str, place))}={name}", http_reply(json.dumps(whole)))


def _answers() -> Iterator[Odd]:
    answers: dict[str, str] = {
        "no_json": "I cannot help with that.",
        "cut": GOOD[:20],
        "list": json.dumps(ROWS),
        "number": "5",
        "half_summary": json.dumps({"rows": ROWS, "summary": "\ud83d"}),
        "half_mark": json.dumps({"rows": [{**ROWS[0], "mark": "\ud83d"}], "summary": ""}),
        "half_metric": json.dumps({"rows": [{**ROWS[0], "metric": "\ud83d全市"}], "summary": ""}),
        "controls": json.dumps({"rows": ROWS, "summary": "\x00\x1b[31m完"}),
        "rows_object": json.dumps({"rows": {"1A": "A"}, "summary": ""}),
        "rows_strings": '{"rows": ["1A", null, 5, []], "summary": ""}',
        "many_rows": json.dumps({"rows": ROWS * 100_000, "summary": ""}),
        "many_bad_rows": json.dumps({"rows": ROWS + [{"mark": "x"}] * 3_000, "summary": ""}),
        "long_metric": json.dumps({"rows": [{**ROWS[0], "metric": "好" * 300_000}], "summary": ""}),
        "long_summary": json.dumps({"rows": ROWS, "summary": "好" * 300_000}),
        "long_mark": json.dumps({"rows": [{**ROWS[0], "mark": "1" * 300_000}], "summary": ""}),
        "long_kind": json.dumps({"rows": [{**ROWS[0], "kind": "A" * 300_000}], "summary": ""}),
        "huge_mark": '{"rows": [{"mark": ' + "1" * 4000 + ', "metric": null, "kind": "A"}], "summary": ""}',
        "huge_number": '{"rows": [], "summary": "", "x": ' + "1" * 9000 + "}",
        "wide_digits": json.dumps({"rows": [{**ROWS[0], "mark": "١A"}, {**ROWS[0], "mark": "𝟏A"}], "summary": "{١}"}),
        "deep": '{"rows":' + "[" * 100_000 + "]" * 100_000 + ',"summary":""}',
        "open_thoughts": "<think>" * 20_000 + GOOD,
        "closed_thoughts": "<think>a</think>" * 20_000 + GOOD,
        "braces": "{" * 500_000,
        "quotes": '{"rows":"' + '\\"' * 300_000,
        "smuggled": json.dumps({"rows": ROWS, "summary": "增长999%", "refused": ["x"]}),
        "placeholders": json.dumps({"rows": ROWS, "summary": "{0}{99999}{-1}{1}{1A}{{1}}{"}),
        "nan": '{"rows": [{"mark": NaN, "metric": null, "kind": "A"}], "summary": ""}',
        "infinite": '{"rows": [{"mark": Infinity, "metric": null, "kind": "A"}], "summary": ""}',
        "metric_number": json.dumps({"rows": [{**ROWS[0], "metric": 5}], "summary": ""}),
        "summary_number": json.dumps({"rows": ROWS, "summary": 5}),
        "summary_list": json.dumps({"rows": ROWS, "summary": ["x"]}),
        "template_tokens": "<|im_end|><|im_start|>" + GOOD + "</s>",
        "empty": "",
    }
    for name, text in answers.items():
        yield Odd(f"answer:{name}", http_reply(json.dumps(completion(text))))


def _tools() -> Iterator[Odd]:
    for name, value in VALUES.items():
        call = {"id": "a", "type": "function", "function": {"name": "report_rows", "arguments": value}}
        message: dict[str, Any] = {"role": "assistant", "content": GOOD, "tool_calls": [call]}
        yield Odd(f"arguments={name}", http_reply(json.dumps(completion(GOOD, choices=[{"index": 0, "message": message}]))))
        message = {"role": "assistant", "content": None, "tool_calls": [value]}
        yield Odd(f"call={name}", http_reply(json.dumps(completion(GOOD, choices=[{"index": 0, "message": message}]))))


def _bodies() -> Iterator[Odd]:
    good = json.dumps(completion(GOOD)).encode()
    bodies: dict[str, bytes] = {
        "nothing": b"",
        "null": b"null",
        "list": b"[1,2]",
        "string": b'"hello"',
        "page": b"<html><body>Log in</body></html>",
        "broken_utf8": good.replace(b"report", b"\xff\xfe") + b"\xff",
        "bytes": bytes(range(256)),
        "deep": b'{"choices":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "events": b"data: " + good + b"\n\ndata: [DONE]\n\n",
        "twice": good + good,
        "spaces": good + b" " * 5_000_000,
    }
    for name, body in bodies.items():
        yield Odd(f"body:{name}", http_reply(body))
    for kind in ("text/plain", "text/html", "", "application/json; charset=klingon", "text/event-stream"):
        yield Odd(f"type:{kind}", http_reply(good, headers={"Content-Type": kind}))
    encodings = {"gzip": gzip.compress(good), "deflate": zlib.compress(good), "gzip_cut": gzip.compress(good)[:-30], "gzip_not": good}
    for name, body in encodings.items():
        yield Odd(f"packed:{name}", http_reply(body, headers={"Content-Encoding": name.partition("_")[0]}))
    yield Odd("packed:br", http_reply(good, headers={"Content-Encoding": "br"}))
    yield Odd("packed:bomb", http_reply(gzip.compress(b" " * 200_000_000, 6), headers={"Content-Encoding": "gzip"}))
    head, _, _ = http_reply(good).partition(b"\r\n\r\n")
    yield Odd("length:more", head.replace(str(len(good)).encode(), b"999999") + b"\r\n\r\n" + good)
    yield Odd("length:less", head.replace(str(len(good)).encode(), b"9") + b"\r\n\r\n" + good)
    yield Odd("length:words", head.replace(str(len(good)).encode(), b"many") + b"\r\n\r\n" + good)
    yield Odd("head:none", b"hello\r\n\r\n")
    yield Odd("head:cut", b"HTTP/1.1 200 OK\r\nContent-")
    yield Odd("head:empty", b"")
    yield Odd("head:long", b"HTTP/1.1 200 OK\r\nX: " + b"a" * 500_000 + b"\r\n\r\n")


def _refusals() -> Iterator[Odd]:
    words: dict[str, Any] = {
        "plain": {"error": {"message": "no"}},
        "string": {"error": "no"},
        "list": {"error": [1, 2]},
        "null": {"error": None},
        "numbers": {"error": {"message": 5, "code": 7}},
        "no_object": ["no"],
        "escapes": {"error": {"message": "\x1b]0;x\x07\r\n\u2028FAKE \ud83d"}},
    }
    for status in (300, 400, 402, 408, 409, 413, 418, 422, 429, 500, 503, 599):
        for name, body in words.items():
            yield Odd(f"{status}:{name}", http_reply(json.dumps(body), status), status)
    waits = ["3600", "-5", "nan", "inf", "1e308", "soon", "", "Mon, 01 Jan 99999 00:00:00 GMT", "Mon, 99 Jan 2030 99:99:99 GMT",
             "Wed, 21 Oct 2099 07:28:00 +999999999", "Mon, 01 Jan 0000 00:00:00 GMT"]  # fmt: skip
    for wait in waits:
        yield Odd(f"wait:{wait}", http_reply('{"error": "slow"}', 429, {"Retry-After": wait}), 429)
        yield Odd(f"wait_ms:{wait}", http_reply('{"error": "slow"}', 429, {"Retry-After-Ms": wait}), 429)
    yield Odd("500:long", http_reply("x" * 1_000_000, 500), 500)
    yield Odd("204", http_reply(b"", 204), 204)
    yield Odd("999", http_reply(b"{}", 999), 999)
