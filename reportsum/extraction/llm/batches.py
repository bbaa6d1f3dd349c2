"""Batch endpoints (files and batches, OpenAI's form): requests in a file, answers in another, at half the price, within a day.

    Outbox       a client that asks nothing: it notes what would be asked, and answers from what a batch brought
    BatchServer  the endpoints: upload, create, look, download

What is asked, judged, split and kept is decided by the extractor as always; it only meets another client. Whatever is still open after a
batch is noted again, and goes into the next one.
"""

from __future__ import annotations

import hashlib
import io
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeVar

from ...errors import InvalidAnswerError
from ...foreign import shown
from ...settings import Settings
from .calling import Dialect, completion_of, connect_plain, plainly, request_body
from .completions import complaint, rescued
from .receiving import UnfitReplyError, well_formed
from .replies import Call, Reply

T = TypeVar("T")

MOST_REQUESTS = 50_000
"""In one batch, by OpenAI's rules."""
MOST_BYTES = 90 * 1024 * 1024
"""In one file: some below the 100 MB that servers take."""
MOST_LINE_BYTES = 8 * 1024 * 1024
"""Longest answer line; longer ones are passed over and asked again."""
ENDPOINT: Literal["/v1/chat/completions"] = "/v1/chat/completions"
WINDOW: Literal["24h"] = "24h"
_WORDS_SHOWN = 300

BatchStatus = Literal["open", "done", "failed"]
_ENDED: dict[str, BatchStatus] = {"completed": "done", "expired": "done", "cancelled": "done", "failed": "failed"}
"""How servers call the end of a batch. One that expired or was cancelled may have brought answers all the same."""


class PendingError(InvalidAnswerError):
    """The answer is yet to come with a batch."""


@dataclass(slots=True)
class Outbox:
    """A `Client` that asks nothing. `answers` maps request ids to the completions that batches brought."""

    settings: Settings
    answers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    waiting: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What is to be asked: request id → body."""

    async def send(self, call: Call) -> Reply:
        """Return the answer a batch brought. Raises PendingError where there is none yet; the request is noted."""
        body = request_body(call, Dialect(self.settings.output_mode), self.settings)
        name = request_id(body)
        completion = self.answers.get(name)
        if completion is None:
            self.waiting[name] = body
            raise PendingError("The answer is yet to come with a batch.")
        call.on_send()
        return _reply(completion, call)

    async def close(self) -> None:
        """Nothing is open."""


def request_id(body: Mapping[str, Any]) -> str:
    """Return the id of a request: the same for the same question."""
    return f"r{hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:32]}"


def _reply(completion: Mapping[str, Any], call: Call) -> Reply:
    """Return the answer in a completion; raise what its lack means."""
    try:
        held = completion_of(well_formed(json.dumps(completion).encode()))
    except (UnfitReplyError, ValueError) as error:
        raise InvalidAnswerError(f"Chunk {call.chunk_id}: the batch brought no chat completion ({type(error).__name__}).") from None
    reply = rescued(held, call.form)
    if reply is None:
        raise complaint(held, call.form, "the answer has another form")
    return reply


class Part(NamedTuple):
    """One file of requests."""

    data: bytes
    requests: int


def parts_of(waiting: Mapping[str, Mapping[str, Any]], most_requests: int = MOST_REQUESTS, most_bytes: int = MOST_BYTES) -> Iterator[Part]:
    """Yield the requests as files that servers take, in the order they were noted."""
    lines: list[bytes] = []
    size = 0
    for name, body in waiting.items():
        request = {"custom_id": name, "method": "POST", "url": ENDPOINT, "body": body}
        line = json.dumps(request, ensure_ascii=False).encode() + b"\n"
        if lines and (len(lines) == most_requests or size + len(line) > most_bytes):
            yield Part(b"".join(lines), len(lines))
            lines, size = [], 0
        lines.append(line)
        size += len(line)
    if lines:
        yield Part(b"".join(lines), len(lines))


class Brought(NamedTuple):
    """What a line of an answer file says."""

    request: str
    completion: Mapping[str, Any] | None
    """None where the server could not answer."""
    problem: str | None


def read_lines(lines: Iterable[str]) -> Iterator[Brought]:
    """Yield what an answer or error file brought, line by line; lines that are none of ours are passed over."""
    for line in lines:
        if not line.strip() or len(line) > MOST_LINE_BYTES:
            continue
        try:
            held = json.loads(line)
            name, response = str(held["custom_id"]), held.get("response") or {}
            body, status = response.get("body"), response.get("status_code")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
        if status == 200 and isinstance(body, Mapping) and not held.get("error"):
            yield Brought(name, body, None)
        else:
            yield Brought(name, None, shown(str(held.get("error") or body or f"status {status}"), _WORDS_SHOWN))


class Looked(NamedTuple):
    """How far a batch has come."""

    status: BatchStatus
    word: str
    """What the server calls it."""
    done: int
    failed: int
    total: int
    files: tuple[str, ...]
    """Ids of the files with answers and errors, once there are any."""


class BatchServer:
    """The endpoints of one server. Calls are few: each waits for the one before. Use as context manager, or call `close`."""

    def __init__(self, settings: Settings, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._sleep = sleep
        self._client = connect_plain(settings)

    def __enter__(self) -> BatchServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def submit(self, part: Part) -> str:
        """Upload a file of requests and start its batch; return the batch's id."""
        uploaded = self._asked(lambda: self._client.files.create(file=("requests.jsonl", io.BytesIO(part.data)), purpose="batch"))
        create = self._client.batches.create
        batch = self._asked(lambda: create(input_file_id=uploaded.id, endpoint=ENDPOINT, completion_window=WINDOW))
        return str(batch.id)

    def look(self, batch: str) -> Looked:
        """Return how far a batch has come."""
        held = self._asked(lambda: self._client.batches.retrieve(batch))
        counts = held.request_counts
        done, failed, total = (int(getattr(counts, name, 0) or 0) for name in ("completed", "failed", "total"))
        files = tuple(str(file) for file in (held.output_file_id, held.error_file_id) if file)
        return Looked(_ENDED.get(str(held.status), "open"), shown(str(held.status), 40), done, failed, total, files)

    def download(self, file: str) -> list[Brought]:
        """Return what a file of answers holds, read line by line."""

        def read() -> list[Brought]:
            with self._client.files.with_streaming_response.content(file) as response:
                return list(read_lines(response.iter_lines()))

        return self._asked(read)

    def _asked(self, ask: Callable[[], T]) -> T:
        return plainly(ask, self._sleep)
