"""Files or bytes → `SourceText`. Nothing is cleaned here: what a reader hands over is the source that all offsets count in.

What a file is, its bytes decide, then its name. Every failure is one `InputError` that names the file and a remedy.
"""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

from ..errors import InputError
from .finding import Found, find_reports
from .source import SourceText
from .text import read_text

__all__ = ["MAX_BYTES", "Found", "SourceText", "find_reports", "from_text", "read", "read_bytes"]

MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is read, unless told otherwise. PDF files with pictures come near it; text never does."""
MAX_CHARACTERS = 12_000_000
"""Longest text that is taken for a report: some hundred times the longest ever met."""


def read(path: Path | str, *, max_bytes: int = MAX_BYTES) -> SourceText:
    """Return the report in the file `path`.

    Raises InputError when the file is missing, unreadable, a folder, empty, too large, binary or damaged beyond reading.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise InputError(path, "is a folder", "Give a file, or use find_reports to list the reports in a folder.")
        size = path.stat().st_size
        if size > max_bytes:
            raise _too_large(str(path), size, max_bytes)
        with path.open("rb") as file:
            # one byte more than allowed: a pipe or a growing file has no honest size
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    return _read(data, str(path), path.name, max_bytes)


def read_bytes(data: bytes, name: str, *, max_bytes: int = MAX_BYTES) -> SourceText:
    """Return the report in `data`; `name` is what the file is called. Raises InputError like `read`."""
    return _read(data, name, Path(name).name or name, max_bytes)


def from_text(text: str, name: str = "text") -> SourceText:
    """Return the report `text`, already decoded. A byte order mark at its head is not part of it; nothing else is touched."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise InputError(name, "is empty", "Give a text with words in it.")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _bounded(SourceText(name, "text/plain", None, digest, text), name)


def _read(data: bytes, source: str, name: str, max_bytes: int) -> SourceText:
    if len(data) > max_bytes:
        raise _too_large(source, len(data), max_bytes)
    if not data.strip(b"\0 \t\r\n"):
        raise InputError(source, "is empty", "Check that the file was saved or downloaded whole.")
    return _bounded(read_text(data, source, name), source)


def _bounded(report: SourceText, source: str) -> SourceText:
    if len(report.text) > MAX_CHARACTERS:
        raise InputError(source, f"has {len(report.text):,} characters, more than the {MAX_CHARACTERS:,} of any report", "Split the file.")
    return report


def _too_large(source: str, size: int, max_bytes: int) -> InputError:
    return InputError(
        source,
        f"has {size:,} bytes, more than the {max_bytes:,} allowed",
        "Split the file, or raise the limit (max_bytes).",
    )


def _unreadable(path: Path, error: OSError) -> InputError:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return InputError(path, "does not exist", "Check the spelling and the folder it is looked for in.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return InputError(path, "may not be read", "Ask for read permission (chmod +r), or copy the file to where you have it.")
    reason = error.strerror or type(error).__name__
    return InputError(path, f"cannot be read ({reason})", "Check the disk or the connection it lies on.")
