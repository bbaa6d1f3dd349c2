"""The batch endpoints of an OpenAI-compatible server, over real sockets: files and batches, answered by the scripted model.

Every batch is done when looked at. `faults` names what becomes of a line: a status, "garbage" (no JSON), "missing" (no line at all), or
one of the faults of a completion; None answers it.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar, Self

from tests.llm_server import Received, answer_for

_PART = re.compile(rb'name="file".*?\r\n\r\n(.*?)\r\n--', re.DOTALL)


class BatchServer:
    """A server on a free port. `lines` counts the requests of all batches, `asked` the ordinary questions it was (wrongly) asked."""

    def __init__(self, faults: Callable[[int], str | None] = lambda number: None, *, failing: int = 0) -> None:
        self.faults = faults
        self.failing = failing
        """So many requests to the endpoints fail with 503 first."""
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self.looks: dict[str, int] = {}
        self.lines = self.asked = 0
        handler = type("Handler", (_Handler,), {"owner": self})
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.base_url = f"http://127.0.0.1:{self._http.server_address[1]}/v1"
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    def upload(self, data: bytes) -> dict[str, Any]:
        name = f"file-{len(self.files)}"
        self.files[name] = data
        return {"id": name, "object": "file", "bytes": len(data), "created_at": 0, "filename": "requests.jsonl", "purpose": "batch",
                "status": "processed"}  # fmt: skip

    def start(self, file: str) -> dict[str, Any]:
        name = f"batch-{len(self.batches)}"
        requests = [json.loads(line) for line in self.files[file].splitlines()]
        out, failed = [], []
        for request in requests:
            number, self.lines = self.lines, self.lines + 1
            fault = self.faults(number)
            if fault is None:
                out.append(_line(request, 200, _completion(request["body"])))
            elif fault == "garbage":
                out.append("{no json")
            elif fault.isdigit():
                failed.append(_line(request, int(fault), {"error": {"message": f"scripted {fault}"}}))
            elif fault != "missing":
                out.append(_line(request, 200, _completion(request["body"], fault)))
        files = [self.upload("\n".join(lines).encode())["id"] if lines else None for lines in (out, failed)]
        self.batches[name] = {
            "id": name, "object": "batch", "endpoint": "/v1/chat/completions", "input_file_id": file, "completion_window": "24h",
            "status": "in_progress", "created_at": 0, "output_file_id": None, "error_file_id": None, "files": files,
            "request_counts": {"total": len(requests), "completed": 0, "failed": 0},
        }  # fmt: skip
        return self.look(name)

    def look(self, name: str) -> dict[str, Any]:
        self.looks[name] = self.looks.get(name, 0) + 1
        batch = self.batches[name]
        if self.looks[name] > 1:
            output, errors = batch["files"]
            batch |= {"status": "completed", "output_file_id": output, "error_file_id": errors}
        return {key: value for key, value in batch.items() if key != "files"}


def _line(request: dict[str, Any], status: int, body: dict[str, Any]) -> str:
    return json.dumps({"id": "x", "custom_id": request["custom_id"], "response": {"status_code": status, "body": body}, "error": None})


def _completion(body: dict[str, Any], fault: str | None = None) -> dict[str, Any]:
    answer = answer_for(Received(body, {}, 0.0, 1).question)
    text, finish = (answer[: len(answer) // 2], "length") if fault == "cut_off" else ("" if fault == "empty" else answer, "stop")
    return {
        "id": "c", "object": "chat.completion", "created": 0, "model": body["model"],
        "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}],
        "usage": {"prompt_tokens": 100000, "completion_tokens": 10, "total_tokens": 100010},
    }  # fmt: skip


class _Handler(BaseHTTPRequestHandler):
    owner: ClassVar[BatchServer]
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers["content-length"]))
        if self._fails():
            return
        if self.path == "/v1/files":
            found = _PART.search(data)
            assert found is not None
            self._send(self.owner.upload(found[1]))
        elif self.path == "/v1/batches":
            self._send(self.owner.start(json.loads(data)["input_file_id"]))
        else:
            self.owner.asked += 1
            self._send(_completion(json.loads(data)))

    def do_GET(self) -> None:
        if self._fails():
            return
        kind, name = self.path.split("/")[2:4]
        if kind == "files":
            self._write(200, self.owner.files[name], "application/octet-stream")
        else:
            self._send(self.owner.look(name))

    def _fails(self) -> bool:
        if self.owner.failing:
            self.owner.failing -= 1
            self._write(503, b'{"error": {"message": "busy"}}', "application/json")
            return True
        return False

    def _send(self, body: dict[str, Any]) -> None:
        self._write(200, json.dumps(body).encode(), "application/json")

    def _write(self, status: int, content: bytes, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
