"""Validated answers, kept: key → text, in a folder of their own.

diskcache does the storing; this module takes away what it must not do here. Values are text and nothing else: diskcache's own `Disk`
(and `JSONDisk`) unpickle whatever an altered row tells them to (CVE-2025-69872), write files beside the database and delete the file
a row names; `TextDisk` does none of this, whatever stands in the database. Every value carries a check sum of itself and its key; a
row that does not fit is a miss. A database that SQLite cannot read is set aside and begun anew, and the loss is reported.
A cache that may be read but not written (another user's, a disk mounted read-only) answers all the same and keeps nothing new.

Keys are made by the extractor; what they hold and whether a value is still valid is its business.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import diskcache  # type: ignore[import-untyped]

from .errors import OutputError, SettingsError

logger = logging.getLogger(__name__)
T = TypeVar("T")

DATABASE = "cache.db"
LOCK_TIMEOUT_S = 60.0
"""How long one process waits for another that writes."""

_SETTINGS: dict[str, Any] = {
    "eviction_policy": "none",  # an answer was paid for: nothing is thrown away behind the user's back
    "cull_limit": 0,
    "statistics": 0,
    "tag_index": 0,
    "disk_min_file_size": 2**62,  # everything stays inside the database
}

_FOREIGN = (TypeError, ValueError, AttributeError, KeyError, OverflowError)
"""What diskcache raises when rows or its own settings table hold values of unexpected types."""


class TextDisk(diskcache.Disk):  # type: ignore[misc]  # diskcache carries no types
    """Stores and reads text inside the database: no pickle, no files. Anything else reads as None."""

    def __init__(self, directory: str, **_settings: object) -> None:
        # What the settings table says of pickle protocols or file sizes is ignored on purpose.
        super().__init__(directory, min_file_size=_SETTINGS["disk_min_file_size"])

    def put(self, key: object) -> tuple[str, bool]:
        if not isinstance(key, str):
            raise TypeError(f"cache keys are text, not {type(key).__name__}")
        return key, True

    def get(self, key: object, raw: object) -> str | None:
        return key if isinstance(key, str) else None

    def store(self, value: object, read: object, key: object = None) -> tuple[int, int, None, str]:
        if not isinstance(value, str):
            raise TypeError(f"cached values are text, not {type(value).__name__}")
        return 0, diskcache.core.MODE_RAW, None, value

    def fetch(self, mode: object, filename: object, value: object, read: object) -> str | None:
        if mode != diskcache.core.MODE_RAW or filename is not None or not isinstance(value, str):
            return None
        return value

    def remove(self, file_path: object) -> None:
        """Nothing: this cache has no files, so a row that names one was altered."""


_COUNT = "SELECT COUNT(*) FROM Cache"


class _ReadOnly:
    """The answers of a database that is not to be changed. It has what this module uses of a diskcache, and makes no file beside it."""

    def __init__(self, directory: Path) -> None:
        database = directory / DATABASE
        # With a write-ahead log beside it, SQLite has to share memory with whoever writes; without one, the file is all there is.
        mode = "mode=ro" if database.with_name(f"{DATABASE}-wal").exists() else "mode=ro&immutable=1"
        try:
            self._database = sqlite3.connect(f"{database.as_uri()}?{mode}", uri=True, timeout=LOCK_TIMEOUT_S, check_same_thread=False)
        except sqlite3.Error as error:
            raise _unusable(directory, error) from error

    def get(self, key: str) -> str | None:
        """Return the text under `key`."""
        query = "SELECT mode, filename, value FROM Cache WHERE key = ? AND raw = 1"
        mode, filename, value = self._sql(query, (key,)).fetchone() or (None, None, None)
        return value if mode == diskcache.core.MODE_RAW and filename is None and isinstance(value, str) else None

    def count(self) -> int:
        """Return how many answers there are."""
        return int(self._sql(_COUNT).fetchone()[0])

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _sql(self, query: str, values: tuple[str, ...] = ()) -> sqlite3.Cursor:
        return self._database.execute(query, values)


class DiskAnswerCache:
    """An `extraction.base.AnswerCache` in a folder (mode 0700). Several processes may share it. Use as context manager, or call `close`."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.problems: list[str] = []
        """What was found damaged and how it was mended, for the run record."""
        self._kept_nothing = False
        self._cache: diskcache.Cache | _ReadOnly = self._opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def get(self, key: str) -> str | None:
        """Return the text under `key`; None when there is none, or when it does not bear its check sum."""
        stored = self._mending(lambda cache: cache.get(key))
        if stored is None:
            return None
        check, _, text = stored.partition("\n")
        if check != check_sum(key, text):
            self._report(f"an entry of {self.directory} is damaged and counts as missing")
            return None
        return str(text)

    def put(self, key: str, text: str) -> None:
        """Store `text`. A full disk or a lock that does not open is reported, not raised: the answer itself is not lost."""
        if isinstance(self._cache, _ReadOnly):
            if not self._kept_nothing:
                self._kept_nothing = True
                self._report(f"the cache {self.directory} may only be read: new answers are not kept")
            return
        try:
            self._mending(lambda cache: cache.set(key, f"{check_sum(key, text)}\n{text}"))
        except (sqlite3.OperationalError, diskcache.Timeout, OSError) as error:
            self._report(f"an answer could not be kept in {self.directory} ({error}); it will be asked for again next time")

    def count(self) -> int:
        """Return how many answers are kept."""
        return int(self._mending(lambda cache: cache._sql(_COUNT).fetchone()[0]))

    def clear(self) -> int:
        """Remove all answers; return how many there were. Raises OutputError when the cache may only be read."""
        if isinstance(self._cache, _ReadOnly):
            raise _unusable(self.directory, PermissionError("it may only be read"))
        count = self.count()
        self._mending(lambda cache: (cache._sql("DELETE FROM Cache"), cache._sql("VACUUM")))
        return count

    def close(self) -> None:
        """Close the database; the cache opens it again when it is used again."""
        self._cache.close()

    def _opened(self) -> diskcache.Cache | _ReadOnly:
        if (self.directory / DATABASE).exists() and not _is_writable(self.directory):
            return _ReadOnly(self.directory)
        try:
            return _connect(self.directory)
        except (sqlite3.DatabaseError, *_FOREIGN) as error:
            if not _is_damage(error):
                raise _unusable(self.directory, error) from error
            return self._rebuilt(error)
        except OSError as error:
            raise _unusable(self.directory, error) from error

    def _mending(self, act: Callable[[Any], T]) -> T:
        """Return what `act` gives; when the database turns out damaged, rebuild it and try once more."""
        try:
            return act(self._cache)
        except (sqlite3.DatabaseError, *_FOREIGN) as error:
            if isinstance(self._cache, _ReadOnly):
                raise _unusable(self.directory, error) from error
            if not _is_damage(error):
                raise
            self._cache.close()
            self._cache = self._rebuilt(error)
            return act(self._cache)

    def _rebuilt(self, error: Exception) -> diskcache.Cache:
        aside = self.directory / f"{DATABASE}.damaged"
        self._report(f"the cache {self.directory} was damaged ({error}); it is begun anew, the old file is {aside.name}")
        (self.directory / DATABASE).replace(aside)
        for suffix in ("-wal", "-shm", "-journal"):
            (self.directory / f"{DATABASE}{suffix}").unlink(missing_ok=True)
        return _connect(self.directory)

    def _report(self, problem: str) -> None:
        self.problems.append(problem)
        logger.warning("%s", problem)


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What `reportsum cache info` shows."""

    directory: Path
    answers: int
    bytes: int
    """On disk, write-ahead log included."""


def open_cache(directory: str | Path) -> DiskAnswerCache:
    """Return the cache in `directory`, which is made when missing and closed to other users (mode 0700).

    Raises SettingsError when the folder holds other files, OutputError when it cannot be used.
    """
    path = Path(directory).expanduser().absolute()
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not (path / DATABASE).exists() and any(path.iterdir()):
            raise SettingsError(f"{path} holds other files and no answer cache. Give a new or empty folder as cache.")
        if _is_writable(path):
            path.chmod(0o700)
    except OSError as error:
        raise _unusable(path, error) from error
    return DiskAnswerCache(path)


def cache_exists(directory: str | Path) -> bool:
    """Return whether there is a cache in `directory`."""
    return (Path(directory).expanduser() / DATABASE).exists()


def cache_info(directory: str | Path) -> CacheInfo:
    """Return what the cache in `directory` holds; nothing when there is none. Nothing is made or changed."""
    path = Path(directory).expanduser().absolute()
    if not cache_exists(path):
        return CacheInfo(path, 0, 0)
    cache = _ReadOnly(path)
    try:
        answers = cache.count()
    except sqlite3.DatabaseError as error:
        raise _unusable(path, error) from error
    finally:
        cache.close()
    return CacheInfo(path, answers, sum(file.stat().st_size for file in path.glob(f"{DATABASE}*")))


def clear_cache(directory: str | Path) -> int:
    """Remove all answers from the cache in `directory`; return how many there were."""
    path = Path(directory).expanduser().absolute()
    if not cache_exists(path):
        return 0
    with open_cache(path) as cache:
        removed = cache.clear()
    (path / f"{DATABASE}.damaged").unlink(missing_ok=True)
    return removed


def _connect(directory: Path) -> diskcache.Cache:
    return diskcache.Cache(str(directory), timeout=LOCK_TIMEOUT_S, disk=TextDisk, **_SETTINGS)


def check_sum(key: str, text: str) -> str:
    """Return the check sum that an answer under `key` is kept with."""
    return hashlib.sha256(f"{key}\n{text}".encode()).hexdigest()[:16]


def _is_writable(directory: Path) -> bool:
    """Return whether the database and the files SQLite makes beside it may be written."""
    return all(os.access(place, os.W_OK) for place in (directory, directory / DATABASE) if place.exists())


def _is_damage(error: Exception) -> bool:
    """Return whether the database itself is broken, as against locked, full or read-only."""
    if isinstance(error, sqlite3.OperationalError):
        return any(sign in str(error) for sign in ("malformed", "no such", "has no column", "not a database"))
    return True


def _unusable(directory: Path, error: Exception) -> OutputError:
    return OutputError(directory, f"the cache cannot be used ({error})", "Give another folder, or free space and permissions")
