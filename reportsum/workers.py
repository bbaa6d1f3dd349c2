"""Worker processes that end with the process they work for, whatever ends it, and that start from any script.

Where Python starts processes anew (spawn: macOS, Windows; forkserver: Linux from 3.14), a new process runs the main script again, and a
script without `if __name__ == "__main__":` would start workers without end. Ours need nothing of it, so they are started without it.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.context as contexts
import os
import signal
import sys
import threading
import types
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager


@contextmanager
def worker_pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of processes. When its block is left early, what they are at is dropped: nobody waits for it."""
    pool = ProcessPoolExecutor(workers, mp_context=_context(), initializer=_begin)
    try:
        yield pool
    except BaseException:
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            process.kill()
        results = getattr(pool, "_result_queue", None)
        if results is not None:
            results._writer.close()  # a worker killed within an answer: whoever reads it learns that no more comes
        pool.shutdown(cancel_futures=True)  # waits for the thread that looks after them, which has no more to do
        raise
    pool.shutdown()


def exit_codes(pool: ProcessPoolExecutor) -> list[int]:
    """Shut a broken pool and return with which codes its workers ended by themselves; a negative one is the signal that killed it."""
    processes = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown()  # its own thread reaps them: before that, nobody knows how they ended
    return [process.exitcode for process in processes if process.exitcode not in (None, 0, -signal.SIGTERM)]


_STARTING = threading.Lock()


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the main script while a process starts, so that the new one does not run it."""
    with _STARTING:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = types.ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


class SpawnWorker(contexts.SpawnProcess):
    """A new process that knows nothing of the main script."""

    def start(self) -> None:
        """Start it."""
        with _without_main():
            super().start()


class SpawnContext(contexts.SpawnContext):
    """The start method spawn, without the main script."""

    Process = SpawnWorker


if sys.platform != "win32":

    class ForkServerWorker(contexts.ForkServerProcess):
        """A process forked by a server that knows nothing of the main script."""

        def start(self) -> None:
            """Start it."""
            with _without_main():
                super().start()

    class ForkServerContext(contexts.ForkServerContext):
        """The start method forkserver, without the main script."""

        Process = ForkServerWorker


def _context() -> contexts.BaseContext:
    """Return the context for the start method that is set."""
    method = multiprocessing.get_start_method()
    if method == "spawn":
        return SpawnContext()
    if method == "forkserver":
        return ForkServerContext()
    return multiprocessing.get_context(method)


def _begin() -> None:
    """Leave Ctrl-C to the parent, end on other signals as any process does, and end with the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()  # a killed parent gives no sign but its end
        os._exit(1)
