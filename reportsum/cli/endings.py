"""How the command ends when it is told to, or when nobody can read what it writes."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LIKE_CTRL_C = ("SIGTERM", "SIGHUP")
"""A service manager, a batch system, a terminal that is closed: what was finished is kept, what is in flight is let go."""


@contextmanager
def ended_like_ctrl_c() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end the block as Ctrl-C does; a signal that is ignored (nohup) stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say what signals do
        return
    before = {}
    for name in LIKE_CTRL_C:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            before[number] = signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(number: int, frame: FrameType | None) -> None:
    if callable(signal.getsignal(signal.SIGINT)):
        signal.raise_signal(signal.SIGINT)  # whoever answers to Ctrl-C now, such as an event loop, answers
    else:
        raise KeyboardInterrupt  # started in the background, where Ctrl-C is ignored


def open_streams() -> None:
    """Give a command that was started without stdout or stderr somewhere to write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))


def drop_stdout() -> None:
    """Let nothing more go to stdout: the flush at exit must not complain of what was complained of already."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
