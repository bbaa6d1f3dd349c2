"""Runs as a process of its own: HTML and DOCX files on stdin, their texts on stdout, one after the other.

A question is a line of JSON {"kind", "source", "bytes", "seconds"} and so many bytes. The answer is one line: {"text", "encoding"}, or
{"problem", "source", "remedy"}, or {"missing": message} for a package that is not installed, or {"unexpected", "trace"} for a bug. The
process ends with its stdin, when a file takes more than its time or memory, and when the system says so; whoever asked sees the end of the
line.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import IO, Any

MEMORY = 2 * 1024 * 1024 * 1024
"""Address space. The longest files that are let in take a fifth of it."""
LOOKS_EVERY_S = 1.0


def main() -> None:
    """Answer until there is nothing more to read."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    _limit_memory()
    _end_with_parent()
    while line := questions.readline():
        asked = json.loads(line)
        data = questions.read(asked["bytes"])
        _limit_time(asked["seconds"])
        answer = _answer(asked["kind"], data, asked["source"])
        _limit_time(0)
        _write(answers, answer)


def _answer(kind: str, data: bytes, source: str) -> dict[str, Any]:
    from reportsum.errors import InputError, SettingsError, UnexpectedError
    from reportsum.net import net

    try:
        with net(source):
            return _read(kind, data, source)
    except UnexpectedError as error:
        return {"unexpected": error.problem, "trace": error.trace}
    except InputError as error:
        return {"problem": error.problem, "source": error.source, "remedy": error.remedy}
    except SettingsError as error:
        return {"missing": str(error)}


def _read(kind: str, data: bytes, source: str) -> dict[str, Any]:
    if kind == "webpage":
        from reportsum.reading.webpage import read_webpage

        page = read_webpage(data, source)
        return {"text": page.text, "encoding": page.encoding}
    from reportsum.reading.archives import open_bytes
    from reportsum.reading.office import read_office

    return {"text": read_office(open_bytes(data, source), source), "encoding": None}


def _write(answers: IO[bytes], answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _limit_time(seconds: float) -> None:
    """Let the system end this process after so much work, also inside a parser written in C; 0 takes the limit away."""
    if sys.platform != "win32":
        import signal

        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _end_with_parent() -> None:
    """Watch for the end of the process that asks: its pipes may be held open by others that it started."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOKS_EVERY_S)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _take_own_package() -> None:
    """Import the package this file belongs to, and no other copy of it that may be installed."""
    package = Path(__file__).resolve().parents[1]
    spec = importlib.util.spec_from_file_location("reportsum", package / "__init__.py", submodule_search_locations=[str(package)])
    assert spec is not None
    assert spec.loader is not None
    sys.modules["reportsum"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)


if __name__ == "__main__":
    _take_own_package()
    main()
