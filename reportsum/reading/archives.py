"""Zip archives: looked into, never unpacked to disk, and bounded in everything.

A report in an archive has a path like any other: `reports.zip/2022/haian.docx`. A DOCX file is an archive too. Every size is checked
against what the archive says before reading, and against what comes out while reading, since archives lie.
"""

from __future__ import annotations

import contextlib
import io
import os
import struct
import threading
import zipfile
import zlib
from pathlib import Path
from typing import IO, NamedTuple

from ..errors import InputError

MAX_MEMBERS = 10_000
MAX_UNPACKED = 512 * 1024 * 1024
"""Sum of all members of an archive, as it declares them."""
MAX_RATIO = 150
"""How many times its packed size a member may have; text comes to ten, XML to forty. Small members may be anything."""
SMALL = 4 * 1024 * 1024

_END_RECORD = b"PK\x05\x06"
_END_RECORD_LENGTH = 22
_LONGEST_COMMENT = 65_535
_LEAST_DIRECTORY_ENTRY = 46
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800

_BOMB = "Unpack it by other means, if you trust it, and give the reports themselves."


_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})
"""How a member may be packed."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, struct.error)
"""What zipfile raises for archives that contradict themselves."""


class Member(NamedTuple):
    """One file of an archive."""

    name: str
    """As shown to users: with slashes, its encoding repaired."""
    info: zipfile.ZipInfo


class Archive:
    """An opened archive whose directory has passed all checks."""

    def __init__(self, file: IO[bytes], source: str) -> None:
        """Open the archive in `file`. Raises InputError when it is damaged or a bomb."""
        self._source = source
        _check_directory(file, source)
        try:
            self._zip = zipfile.ZipFile(file)
        except _DAMAGE as error:
            raise _damaged(source, error) from error
        self._file = file
        self.members = {name: Member(name, info) for info in self._zip.infolist() if not info.is_dir() and (name := _shown_name(info))}
        if sum(info.file_size for info in self._zip.infolist()) > MAX_UNPACKED:
            raise InputError(source, f"would unpack to more than {MAX_UNPACKED:,} bytes", _BOMB)

    def read(self, name: str, max_bytes: int) -> bytes:
        """Return the bytes of member `name`, which must be one of `members`.

        Raises InputError when it is encrypted, packed by an unknown method, damaged, or larger than `max_bytes` or than its packed size
        can honestly give.
        """
        info = self.members[name].info
        source = f"{self._source}/{name}"
        if info.flag_bits & _ENCRYPTED:
            raise InputError(source, "is protected by a password", "Take the protection off and try again.")
        if info.compress_type not in _METHODS:
            raise InputError(source, "is packed in a way that cannot be read here", "Unpack the archive and give the folder.")
        if info.file_size > max_bytes:
            raise InputError(source, f"has {info.file_size:,} bytes, more than the {max_bytes:,} allowed", "Split the file.")
        if info.file_size > SMALL and info.file_size > info.compress_size * MAX_RATIO:
            raise InputError(source, "unpacks to far more than any text does (a zip bomb)", _BOMB)
        try:
            with self._zip.open(info) as member:
                data = member.read(max_bytes + 1)
        except _DAMAGE as error:
            raise _damaged(source, error) from error
        if len(data) > max_bytes:
            raise InputError(source, f"has more than the {max_bytes:,} bytes allowed", "Split the file.")
        return data


def file_names(path: Path) -> list[str]:
    """Return the names of the files in the archive `path`, sorted; hidden ones are left out.

    Raises InputError when the archive cannot be opened. OSError passes.
    """
    with path.open("rb") as file:
        return sorted(filter(_is_visible, Archive(file, str(path)).members))


def read_member(archive: Path, name: str, max_bytes: int) -> bytes:
    """Return the bytes of `name` in `archive`. Raises InputError when there is none or it cannot be read. OSError passes."""
    with _lock:
        opened = _last_opened(archive)
        if name not in opened.members:
            raise InputError(archive / name, "does not exist in the archive", "Check the spelling of the name.")
        return opened.read(name, max_bytes)


_lock = threading.Lock()
_last: tuple[tuple[object, ...], Archive] | None = None
"""The archive that was read last, and what it was then: process, path, size, time. Its reports are asked for one after the other, and
reading the directory anew for each takes time that grows with their number squared."""


def _last_opened(path: Path) -> Archive:
    global _last
    found = path.stat()
    # the process: two that share an open file move each other's place in it
    key = (os.getpid(), str(path), found.st_ino, found.st_size, found.st_mtime_ns)
    if _last is None or _last[0] != key:
        _last = None  # lets go of the one before
        _last = key, Archive(path.open("rb"), str(path))
    return _last[1]


def _forget() -> None:
    """In a fork: the lock may be held by a thread that does not exist here."""
    global _lock
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


def open_bytes(data: bytes, source: str) -> Archive:
    """Return the archive in `data`."""
    return Archive(io.BytesIO(data), source)


def _is_visible(name: str) -> bool:
    # __MACOSX holds what macOS adds to archives
    return not any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _shown_name(info: zipfile.ZipInfo) -> str | None:
    """Return a member's name, in the encoding it was written in; None for one that points out of the archive."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        # without the flag zipfile takes it for cp437, and Chinese Windows writes GBK
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("gb18030")
    name = name.replace("\\", "/")
    if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
        return None
    return name


def _check_directory(file: IO[bytes], source: str) -> None:
    """Refuse an archive whose directory alone would fill the memory."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(size - _END_RECORD_LENGTH - _LONGEST_COMMENT, 0))
    tail = file.read()
    at = tail.rfind(_END_RECORD)
    if at < 0 or len(tail) - at < _END_RECORD_LENGTH:
        raise InputError(source, "is damaged (the archive's directory is missing)", "Download or copy it again.")
    entries, directory = struct.unpack_from("<HL", tail, at + 10)
    if directory == 0xFFFFFFFF or entries == 0xFFFF or directory > MAX_MEMBERS * 200 or entries > MAX_MEMBERS:
        raise InputError(source, f"holds more than {MAX_MEMBERS:,} files", "Give a smaller archive, or a folder.")
    file.seek(0)


def _damaged(source: str, error: Exception) -> InputError:
    return InputError(source, f"is damaged ({error})", "Download or copy it again.")
