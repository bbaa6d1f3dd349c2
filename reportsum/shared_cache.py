"""Validated answers on a server that many machines share: key → text in Valkey or Redis (extra `valkey`).

Text only, in a namespace of its own; every value carries the check sum that answers on disk carry, and a value that does not fit is a
miss. A server that dies in the middle costs its answers and nothing else: the run goes on without it, tries again now and then, and says
so.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

from .cache import check_sum
from .errors import SettingsError

logger = logging.getLogger(__name__)
T = TypeVar("T")

NAMESPACE = "reportsum:answer:1:"
"""Before every key; the number is that of the form in which values are kept."""
SCHEMES = ("redis", "rediss", "valkey", "valkeys", "unix")
TIMEOUT_S = 3.0
"""Seconds for one look into the cache; a model takes longer, so waiting is no loss, but nobody should wait for a dead server twice."""
TRY_AGAIN_S = 30.0
"""After so many seconds a server that did not answer is tried again."""
_BATCH = 500


def is_shared(place: str) -> bool:
    """Return whether `place` names a server rather than a folder ("redis://cache.example:6379/0")."""
    return urlsplit(place).scheme in SCHEMES


class SharedAnswerCache:
    """An `extraction.base.AnswerCache` on a Valkey or Redis server. Use as context manager, or call `close`.

    Raises SettingsError when the server cannot be reached at the start: a wrong address should not look like an empty cache.
    """

    def __init__(self, url: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.place = _without_secret(url)
        self.problems: list[str] = []
        """What went wrong and how it was mended, for the run record."""
        self._clock = clock
        self._down_since: float | None = None
        self._valkey = _package()
        self._server = self._connected(url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def get(self, key: str) -> str | None:
        """Return the text under `key`; None when there is none, when it does not bear its check sum, or when the server is away."""
        stored = self._asked(lambda server: server.get(NAMESPACE + key))
        if not isinstance(stored, bytes):
            return None
        check, _, text = stored.decode("utf-8", "replace").partition("\n")
        if check != check_sum(key, text):
            self._report(f"an entry of {self.place} is damaged and counts as missing")
            return None
        return text

    def put(self, key: str, text: str) -> None:
        """Store `text`; where the server is away this is reported, not raised: the answer itself is not lost."""
        self._asked(lambda server: server.set(NAMESPACE + key, f"{check_sum(key, text)}\n{text}".encode()))

    def count(self) -> int:
        """Return how many answers are kept there."""
        return sum(1 for _ in self._server.scan_iter(match=f"{NAMESPACE}*", count=_BATCH))

    def clear(self) -> int:
        """Remove all answers, and nothing else; return how many there were."""
        removed = 0
        batch: list[bytes] = []
        for key in self._server.scan_iter(match=f"{NAMESPACE}*", count=_BATCH):
            batch.append(key)
            if len(batch) == _BATCH:
                removed += int(self._server.delete(*batch))
                batch.clear()
        return removed + (int(self._server.delete(*batch)) if batch else 0)

    def close(self) -> None:
        """Let go of the server."""
        self._server.close()

    def _connected(self, url: str) -> Any:
        name = url.replace("valkeys://", "rediss://", 1).replace("valkey://", "redis://", 1)
        try:
            server = self._valkey.Valkey.from_url(name, socket_timeout=TIMEOUT_S, socket_connect_timeout=TIMEOUT_S)
            server.ping()
        except (ValueError, self._valkey.ValkeyError) as error:
            reason = type(error).__name__ if isinstance(error, ValueError) else _said(error)
            raise SettingsError(
                f"The cache {self.place} cannot be reached ({reason}). Start the server, correct the address, or give a folder as --cache."
            ) from None  # the cause may hold the address with its password
        return server

    def _asked(self, ask: Callable[[Any], T]) -> T | None:
        """Return what the server says; None while it is away."""
        if self._down_since is not None and self._clock() - self._down_since < TRY_AGAIN_S:
            return None
        try:
            answer = ask(self._server)
        except self._valkey.ValkeyError as error:
            if self._down_since is None:
                self._report(f"the cache {self.place} does not answer ({_said(error)}); the run goes on without it")
            self._down_since = self._clock()
            return None
        if self._down_since is not None:
            self._down_since = None
            self._report(f"the cache {self.place} answers again")
        return answer

    def _report(self, problem: str) -> None:
        self.problems.append(problem)
        logger.warning("%s", problem)


def _package() -> Any:
    try:
        import valkey
    except ImportError as error:
        raise SettingsError("A shared cache needs the package valkey: pip install 'reportsum[valkey]'.") from error
    return valkey


def _without_secret(url: str) -> str:
    """Return the address without user and password."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="").geturl()


def _said(error: Exception) -> str:
    """Return what kind of trouble it is; messages of the package may hold addresses with passwords."""
    return type(error).__name__
