"""Files or bytes → `SourceText`. Nothing is cleaned here: what a reader hands over is the source that all offsets count in.

What a file is, its bytes decide, then its name:

    PDF, HTML, DOCX        what `pdf`, `webpage` and `docx` make of them; they need the extra `documents` (DOCX does not)
    plain text, Markdown   the decoded file itself
    zip                    a folder in one file: `find_reports` lists what is in it, `reports.zip/2022/haian.docx` is the path of one report

Every failure is one `InputError` that names the file and a remedy. Time and memory are bounded, whatever the file.
"""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path, PurePath

from ..errors import InputError
from ..files import read_file
from . import kinds
from .finding import Found, find_reports
from .source import SourceText
from .text import read_text

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "Found", "SourceText", "find_reports", "from_text", "read", "read_bytes", "whole_characters"]

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
        archive = kinds.archive_of(path)
        data = _bytes_of(path, max_bytes) if archive is None else _bytes_inside(archive, path, max_bytes)
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValueError as error:
        # a name with a NUL in it, which no file can have
        raise InputError(path, "does not exist", "Check the spelling and the folder it is looked for in.") from error
    return _read(data, str(path), path.name, max_bytes)


def _bytes_of(path: Path, max_bytes: int) -> bytes:
    if path.is_dir():
        raise InputError(path, "is a folder", "Give a file, or use find_reports to list the reports in a folder.")
    size = path.stat().st_size
    if size > max_bytes:
        raise _too_large(str(path), size, max_bytes)
    return read_file(path, max_bytes)  # one byte more than allowed: a growing file has no honest size


def _bytes_inside(archive: Path, path: Path, max_bytes: int) -> bytes:
    from .archives import read_member

    return read_member(archive, path.relative_to(archive).as_posix(), max_bytes)


def read_bytes(data: bytes, name: str, *, max_bytes: int = MAX_BYTES) -> SourceText:
    """Return the report in `data`; `name` is what the file is called. Raises InputError like `read`."""
    return _read(data, name, Path(name).name or name, max_bytes)


def from_text(text: str, name: str = "text") -> SourceText:
    """Return the report `text`, already decoded. A byte order mark at its head is not part of it; nothing else is touched."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise InputError(name, "is empty", "Give a text with words in it.")
    digest = hashlib.sha256(whole_characters(text, name)).hexdigest()
    return _bounded(SourceText(name, "text/plain", None, digest, text), name)


def whole_characters(text: str, name: str) -> bytes:
    """Return `text` as UTF-8. Raises InputError when it holds half a character, which no file and no digest can."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        remedy = 'Decode the text anew, with errors="replace".'
        raise InputError(name, f"holds half a character at {error.start} (a lone surrogate)", remedy) from error


def _read(data: bytes, source: str, name: str, max_bytes: int) -> SourceText:
    if len(data) > max_bytes:
        raise _too_large(source, len(data), max_bytes)
    if not data.strip(b"\0 \t\r\n"):
        raise InputError(source, "is empty", "Check that the file was saved or downloaded whole.")
    return _bounded(_by_kind(data, source, _as_shown(name)), source)


def _as_shown(name: str) -> str:
    """Return a file name as text that every encoding can hold: bytes of a name that are no UTF-8 become �."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return name.encode("utf-8", "replace").decode("utf-8")


def _bounded(report: SourceText, source: str) -> SourceText:
    if len(report.text) > MAX_CHARACTERS:
        raise InputError(source, f"has {len(report.text):,} characters, more than the {MAX_CHARACTERS:,} of any report", "Split the file.")
    return report


def _by_kind(data: bytes, source: str, name: str) -> SourceText:
    """Hand the file to the reader of its kind."""
    digest = hashlib.sha256(data).hexdigest()
    if kinds.is_pdf(data):
        from .pdf import read_pdf

        return SourceText(name, kinds.PDF, None, digest, read_pdf(data, source))
    if kinds.is_zipped(data):
        from .apart import read_apart

        return SourceText(name, kinds.DOCX, None, digest, read_apart("docx", data, source).text)
    if kinds.is_webpage(data) or PurePath(name).suffix.lower() in kinds.WEBPAGE_SUFFIXES:
        from .apart import read_apart

        page = read_apart("webpage", data, source)
        return SourceText(name, kinds.WEBPAGE, page.encoding, digest, page.text)
    return read_text(data, source, name)


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
