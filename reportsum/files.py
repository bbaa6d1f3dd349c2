"""Opens files that somebody named, and nothing else: a pipe or a device under the name of a report would be waited for without end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

NO_FILE = "it is a pipe, socket or device, no file"


def read_file(path: str | os.PathLike[str], most: int | None = None) -> bytes:
    """Return the bytes of the ordinary file `path`, of a longer one `most` and one more. Raises OSError, also for what is no file."""
    # not blocking: opening a pipe waits until somebody writes into it
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, NO_FILE, os.fspath(path))
        return file.read() if most is None else file.read(most + 1)


def read_text_file(path: Path) -> str:
    """Return the UTF-8 text of an ordinary file. Raises OSError and UnicodeDecodeError."""
    return read_file(path).decode("utf-8")
