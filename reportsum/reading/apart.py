"""HTML and DOCX files, read in a process of its own that can be ended: no file can hold up the run, or take its memory with it.

The process (`apart_worker`) is started with the first such file and kept, since starting one for each page would cost ten times the
reading. It ends with this process, whatever ends this one. A file it has no time or memory for ends it, and the next file gets a new one.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Literal, NamedTuple

from ..errors import InputError, SettingsError, UnexpectedError

Kind = Literal["webpage", "docx"]

CPU_SECONDS = 8.0
"""Own work of the process on one file. Not time on the clock: on a busy machine an honest file would meet that."""
LONGEST_WAIT_S = 60.0
"""After this long on the clock the process is ended from here, for systems where it cannot end itself."""

_WORKER = Path(__file__).with_name("apart_worker.py")
_TOO_LONG = ("takes too much time or memory to read", "Open it, and save what it shows as text or as a plain .docx file.")


class Text(NamedTuple):
    """What a file says, and the encoding it was in; None for files that have none."""

    text: str
    encoding: str | None


def read_apart(kind: Kind, data: bytes, source: str) -> Text:
    """Return the text of a file.

    Raises InputError when the reader refuses it or comes to no end, SettingsError when the extra it needs is not installed.
    """
    with _lock:
        answer = _asked(kind, data, source)
    if answer is None:
        raise InputError(source, *_TOO_LONG)
    if "missing" in answer:
        raise SettingsError(answer["missing"])
    if "unexpected" in answer:
        raise UnexpectedError(source, answer["unexpected"], answer["trace"])
    if "problem" in answer:
        raise InputError(answer["source"], answer["problem"], answer["remedy"])
    return Text(answer["text"], answer["encoding"])


class _Worker:
    """The process, and the pipes to it."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        """A fork of this process must not speak through the same pipes."""
        command = [sys.executable, "-P", str(_WORKER)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._in, self._out = _there(self._process.stdin), _there(self._process.stdout)

    def ask(self, kind: Kind, data: bytes, source: str) -> dict[str, str] | None:
        """Return its answer, None when it has ended over the file."""
        timer = threading.Timer(LONGEST_WAIT_S, self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            self._in.write(json.dumps({"kind": kind, "source": source, "bytes": len(data), "seconds": CPU_SECONDS}).encode() + b"\n")
            self._in.write(data)
            self._in.flush()
            line = self._out.readline()
            return dict(json.loads(line)) if line.endswith(b"\n") else None
        except OSError:
            return None
        finally:
            timer.cancel()

    def end(self) -> None:
        """End it, and wait until it is gone."""
        self._process.kill()
        for pipe in (self._in, self._out):
            with contextlib.suppress(OSError):
                pipe.close()
        self._process.wait()


_lock = threading.Lock()
_worker: _Worker | None = None


def _asked(kind: Kind, data: bytes, source: str) -> dict[str, str] | None:
    global _worker
    try:
        if _worker is None or _worker.owner != os.getpid():
            _worker = _Worker()
    except OSError as error:
        raise InputError(source, f"cannot be read (no process can be started: {error.strerror})", "Free some memory.") from error
    try:
        answer = _worker.ask(kind, data, source)
    except BaseException:
        _end()  # Ctrl-C between question and answer: the next question must not get this one's answer
        raise
    if answer is None:
        _end()
    return answer


def _end() -> None:
    global _worker
    if _worker is not None and _worker.owner == os.getpid():
        _worker.end()
    _worker = None


def _forget() -> None:
    """In a fork: the lock may be held by a thread that does not exist here, the process belongs to the parent."""
    global _lock, _worker
    _lock = threading.Lock()
    _worker = None


def _there(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


atexit.register(_end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
