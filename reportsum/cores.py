"""Work on whole reports beside an event loop that must not wait: in threads for a few reports, in processes on all cores for many.

Reading and assembling a report takes some hundredths of a second of computing; forty of them in one process would keep forty answers
waiting. What goes to a process and comes back is plain data, a few hundred kilobytes a report, and it goes packed: it is opened where it
is used, and never here when only another process needs it.
"""

from __future__ import annotations

import asyncio
import os
import pickle
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Self, TypeVar, cast

from .pipeline import collector_paused
from .workers import WorkerPool, worker_pool

T = TypeVar("T")

IN_THREADS = 3
"""So many reports are worked on in threads before processes are started: starting them takes about as long."""


@dataclass(frozen=True, slots=True)
class Packed(Generic[T]):
    """A value of this library as bytes, on its way between processes. One object, where the value is some ten thousand.

    The garbage collector looks at what is open again and again: with forty reports open it took a third of the time of a run.
    """

    data: bytes

    @classmethod
    def of(cls, value: T) -> Self:
        """Pack a value."""
        return cls(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def open(self) -> T:
        """Return the value, a new one each time."""
        with collector_paused():
            return cast("T", pickle.loads(self.data))


def packed(act: Callable[..., T], *values: object) -> Packed[T]:
    """Return `act(*values)`, packed: for a process whose answer is to be opened by whoever asked."""
    return Packed.of(act(*values))


class Cores:
    """Runs functions of the library on values that can be sent to another process. Use as context manager."""

    def __init__(self, *, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._stack = ExitStack()
        self._pool: WorkerPool | None = None
        self._starting: asyncio.Future[None] | None = None
        self._begun = 0
        self._in_threads = IN_THREADS
        self._broken = self.workers < 2

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, trace)

    def expect(self, reports: int) -> None:
        """Start the processes at once where so many reports are to come: they are ready when the first one has been read here.

        Before any thread is there they may be forked, which takes no time and brings all that this process has loaded.
        """
        if reports > IN_THREADS and not self._broken:
            self._in_threads = 1
            self._start()

    def _start(self) -> WorkerPool:
        if self._pool is None:
            self._pool = self._stack.enter_context(worker_pool(self.workers))
            if self._pool.forks:
                self._pool.start()
            else:
                self._starting = asyncio.ensure_future(asyncio.to_thread(self._pool.start))
        return self._pool

    async def run(self, act: Callable[..., T], *values: object, new: bool = False) -> T:
        """Return `act(*values)`. `new` counts a report that is begun. A process that dies costs time: the work is done here then."""
        self._begun += new
        if self._broken or self._begun <= self._in_threads:
            return await asyncio.to_thread(act, *values)
        try:
            pool = self._start()
            if self._starting is not None:
                await asyncio.shield(self._starting)
            told = await asyncio.get_running_loop().run_in_executor(pool, packed, act, *values)
        except BrokenProcessPool:
            self._broken = True
            return await asyncio.to_thread(act, *values)
        return await asyncio.to_thread(told.open)
