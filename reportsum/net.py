"""The net around each report and each chunk: what nobody foresaw costs that one, and is recorded so that it can be mended.

This is the only place that catches every exception. It is hung at two seams, a chunk's reading and a report's way from file to digest,
because a bug in one rule, or one odd reply, must not take hundreds of finished reports with it; and around the hooks of callers that only
watch a run. Nowhere else is an exception caught that is not named: inside a report, a bug that is passed over would become a wrong digest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from .errors import InputError, ReportsumError, UnexpectedError

EventT = TypeVar("EventT")


def tell(hook: Callable[[EventT], object] | None, event: EventT) -> None:
    """Tell a caller's hook of an event. One that raises is logged and costs the run nothing: it was only to watch."""
    if hook is None:
        return
    try:
        hook(event)
    except Exception as error:
        import logging  # a run by the rules logs nothing

        logging.getLogger(__name__).warning("a hook of the caller failed and was passed over: %s", type(error).__name__, exc_info=error)


@contextmanager
def net(place: str) -> Iterator[None]:
    """Let our own errors pass; raise all others as UnexpectedError, which names `place` and keeps the traceback. The cause is kept."""
    try:
        yield
    except ReportsumError:
        raise
    except MemoryError as error:
        raise InputError(place, "could not be digested within this machine's memory", "Split the file, or leave it out.") from error
    except Exception as error:
        raise UnexpectedError.of(place, error) from error
