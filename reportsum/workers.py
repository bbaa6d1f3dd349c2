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
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def worker_pool(workers: int) -> Iterator[WorkerPool]:
    """Give a pool of processes. When its block is left early, what they are at is dropped: nobody waits for it."""
    pool = WorkerPool(workers)
    try:
        yield pool
    except BaseException:
        _drop(pool)
        pool.shutdown(cancel_futures=True)  # waits for the thread that looks after them, which has no more to do
        raise
    else:
        pool.shutdown()
    finally:
        pool.over.set()


SECONDS_TO_NOTICE = 1.0
"""How long the pool may take to notice by itself that a worker has ended: it does at once, unless it waits for the rest of an answer."""


class WorkerPool(ProcessPoolExecutor):
    """A pool that breaks when one of its workers ends, also when that worker was sending an answer.

    A worker that is killed then leaves half of an answer in the pipe, and the pipe's lock taken: a plain pool waits for the other half,
    and its other workers for the lock, for ever.
    """

    def __init__(self, workers: int) -> None:
        """Begin a pool of so many processes."""
        context = _context()
        super().__init__(workers, mp_context=context, initializer=_begin)
        self.forks = context.get_start_method() == "fork"
        """Whether its processes are copies of this one: they start at once, and know what it knows."""
        self._workers = workers
        self.over = threading.Event()
        """Set when the pool is no longer used."""
        self._watched = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Give work to the pool, which starts its processes for the first."""
        future = super().submit(fn, *args, **kwargs)
        if not self._watched:  # only now: a process that is forked beside a second thread is warned of
            self._watched = True
            threading.Thread(target=self._watch, daemon=True).start()
        return future

    def start(self) -> None:
        """Start all processes now, and return when they are on their way. Where they do not fork, that takes some tenths of a second."""
        for _ in range(self._workers):
            self.submit(_nothing)

    def _watch(self) -> None:
        while not self.over.is_set() and (ends := [process.sentinel for process in _processes(self)]):
            if wait(ends, timeout=SECONDS_TO_NOTICE):
                if not self.over.wait(SECONDS_TO_NOTICE):
                    _drop(self)
                return


def _nothing() -> None:
    """Be there."""


def _drop(pool: ProcessPoolExecutor) -> None:
    """End the workers, and let whoever reads an answer of theirs learn that no more comes."""
    for process in _processes(pool):
        process.kill()
    results = getattr(pool, "_result_queue", None)
    if results is not None:
        results._writer.close()


def _processes(pool: ProcessPoolExecutor) -> list[BaseProcess]:
    return list((getattr(pool, "_processes", None) or {}).values())


def exit_codes(pool: ProcessPoolExecutor) -> list[int]:
    """Shut a broken pool and return with which codes its workers ended by themselves; a negative one is the signal that killed it."""
    processes = _processes(pool)
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

        def __init__(self) -> None:
            """Have the server load what the workers work with: once, not in each of them."""
            super().__init__()
            self.set_forkserver_preload(["reportsum.running"])


def _context() -> contexts.BaseContext:
    """Return the context for the start method that is set.

    A process forked beside other threads holds every lock that one of them held at that moment, and waits for it for ever (in Python 3.11
    each `cached_property` has one): then a server forks it, which has no other threads.
    """
    method = multiprocessing.get_start_method()
    if method == "fork" and threading.active_count() > 1 and sys.platform != "win32":
        return ForkServerContext()
    if method == "spawn":
        return SpawnContext()
    if method == "forkserver" and sys.platform != "win32":
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
