"""Compiled patterns, kept between processes beside the byte code of the modules, as that keeps what was compiled of them.

Python compiles a regular expression anew in every process. A first Chinese report needs some 1,200 of ours, which takes half of the time
a user waits for it; most of that goes into classes of Chinese characters. What comes out is a list of numbers, which is kept in
`__pycache__` under this Python's and this library's version and read again fifty times faster. Where no byte code is written, or not
by this user, it is kept in the user's cache folder (`XDG_CACHE_HOME`).

The two private functions of `re` that this needs are the same from Python 3.11 to 3.14; tests compare what every pattern of the library
finds with what that of `re.compile` finds (it is told more, see `beginnings`). Where they are missing, or no folder can be written,
patterns are compiled as ever. A file beside the byte code is trusted as that is: who can write there can write programs. One in the
user's cache is read only where it is the user's and nobody else can write it.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
import zlib
from array import array
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeAlias

from ._version import __version__
from .beginnings import with_beginnings

Key: TypeAlias = tuple[str, int]
"""Pattern and flags, as they were given."""
FORM = 4
"""Raised with every change of what is kept of a pattern."""
NEW_BEFORE_SAVING = 64
"""So many new patterns, and half of all that are used, are kept at once; fewer, when the process ends."""
MOST = 4000
"""More patterns than this are not ours any more: those that this process used are kept alone."""


class _Compiled(NamedTuple):
    """What `re` makes of a pattern."""

    flags: int
    code: bytes | memoryview
    groups: int
    names: tuple[tuple[str, int], ...]
    """Names of groups and their numbers, in the order of the pattern."""


class KeptPatterns:
    """The patterns of one file. Faulty patterns raise re.error; nothing else is raised, whatever stands in the file."""

    def __init__(self, path: Path | None, own: Path | None = None) -> None:
        """Take the file beside the byte code, and the user's own for where that cannot be written; None keeps nothing."""
        self._path = path
        self._own = own
        self._stamp = f"{sys.version} {__version__} {FORM}".encode()
        self._known: dict[Key, _Compiled] | None = None
        self._used: dict[Key, _Compiled] = {}
        self._new = 0

    def compile(self, pattern: str, flags: int) -> re.Pattern[str]:
        """Return a pattern that finds what `re.compile(pattern, flags)` finds."""
        engine = _engine()
        if engine is None:
            return re.compile(pattern, flags)
        if self._known is None:
            self._known = self._read()
        key = (pattern, int(flags))
        kept = self._known.get(key)
        if kept is None:
            parsed = engine.parse(pattern, key[1])
            code = array("I", with_beginnings(engine.code(parsed, key[1]), parsed, key[1] | parsed.state.flags, engine.plain))
            names = tuple(parsed.state.groupdict.items())
            kept = _Compiled(key[1] | parsed.state.flags, code.tobytes(), parsed.state.groups - 1, names)
            self._new += 1
        self._used[key] = kept
        if self._new >= NEW_BEFORE_SAVING and 2 * self._new >= len(self._used):
            self.save()
        return _restored(engine.compile, pattern, kept)

    def save(self) -> None:
        """Write the file, where there is something new; what other processes have added meanwhile stays."""
        if self._new == 0:
            return
        self._new = 0
        self._known = {**self._read(), **self._used}
        if len(self._known) > MOST:
            self._known = dict(self._used)
        whole = _packed(self._stamp, self._known)
        beside = None if sys.dont_write_bytecode else self._path
        if not (beside and _written(beside, whole, 0o666)) and self._own:
            _written(self._own, whole, 0o600)

    def _read(self) -> dict[Key, _Compiled]:
        """Return what the files hold; nothing of one that is another version's or damaged."""
        return {**self._held(self._own, private=True), **self._held(self._path, private=False)}

    def _held(self, path: Path | None, *, private: bool) -> dict[Key, _Compiled]:
        if path is None:
            return {}
        try:
            with path.open("rb") as file:
                if private and not _is_ours(os.fstat(file.fileno())):
                    return {}
                return _unpacked(self._stamp, file)
        except (OSError, ValueError, EOFError, TypeError, AttributeError):
            return {}


def _packed(stamp: bytes, patterns: dict[Key, _Compiled]) -> bytes:
    """Return the bytes of a file: whose it is, a checksum of what follows, how long the list of patterns is; the list; all code, joined."""
    listed = marshal.dumps([(*key, len(one.code), one.flags, one.groups, one.names) for key, one in patterns.items()])
    data = listed + b"".join(one.code for one in patterns.values())
    return b"%s\n%d\n%d\n%s" % (stamp.hex().encode(), zlib.crc32(data, len(listed)), len(listed), data)


def _unpacked(stamp: bytes, file: BinaryIO) -> dict[Key, _Compiled]:
    """Return what is in such a file; nothing of another stamp's. The code stays one piece: a process needs half of it. Raises ValueError,
    EOFError and TypeError for a damaged one."""
    head = file.readline(), int(file.readline()), int(file.readline())
    data = memoryview(file.read())
    if head[:2] != (b"%s\n" % stamp.hex().encode(), zlib.crc32(data, head[2])):
        return {}
    patterns: dict[Key, _Compiled] = {}
    end = head[2]
    for pattern, asked, length, flags, groups, names in marshal.loads(data[:end]):
        patterns[pattern, asked] = _Compiled(flags, data[end : end + length], groups, names)
        end += length
    return patterns


def _written(path: Path, data: bytes, mode: int) -> bool:
    """Write a file, whole or not at all, and return whether that went well."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(data)
        beside.replace(path)
    except FileExistsError:  # another process of this number writes it
        return False
    except OSError:
        with suppress(OSError):
            beside.unlink()
        return False
    return True


def _is_ours(file: os.stat_result) -> bool:
    """Return whether a file is this user's, and nobody else may write it. Windows keeps what belongs to a user in folders of his own."""
    return os.name == "nt" or (file.st_uid == os.geteuid() and not file.st_mode & 0o022)


class _Engine(NamedTuple):
    """The functions that `re.compile` is made of."""

    parse: Callable[..., Any]
    code: Callable[..., list[int]]
    compile: Callable[..., re.Pattern[str]]

    def plain(self, pattern: str) -> list[int]:
        """Return the code of a pattern without flags."""
        return self.code(self.parse(pattern, 0), 0)


@cache
def _engine() -> _Engine | None:
    """Return the functions of this Python; None where they are not those we know."""
    try:
        compiler = import_module("re._compiler")
        return _Engine(import_module("re._parser").parse, compiler._code, import_module("_sre").compile)
    except (ImportError, AttributeError):
        return None


def _restored(compiled: Callable[..., re.Pattern[str]], pattern: str, kept: _Compiled) -> re.Pattern[str]:
    names = dict(kept.names)
    by_number: list[str | None] = [None] * (kept.groups + 1)
    for name, number in names.items():
        by_number[number] = name
    return compiled(pattern, kept.flags, memoryview(kept.code).cast("I").tolist(), kept.groups, names, tuple(by_number))


def _place() -> Path | None:
    """Return where the patterns of this installation are kept; None where Python keeps no byte code."""
    try:
        return Path(cache_from_source(__file__)).with_suffix(".patterns")
    except NotImplementedError:
        return None


def _users_place() -> Path | None:
    """Return where they are kept for this user alone; None for one without a folder."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:  # a relative path is none, says the specification of that variable
        folder = named if named.is_absolute() else os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    except RuntimeError:
        return None
    return Path(folder) / "reportsum" / f"{sys.implementation.cache_tag}-{__version__}.patterns"


KEPT = KeptPatterns(_place(), _users_place())
atexit.register(KEPT.save)
