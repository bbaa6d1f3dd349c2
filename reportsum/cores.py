"""Work on whole reports beside an event loop that must not wait: in threads for a few reports, in processes on all cores for many.

Reading and assembling a report takes some hundredths of a second of computing; forty of them in one process would keep forty answers
waiting. What goes to a process and comes back is plain data, a few hundred kilobytes a report.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from types import TracebackType
from typing import Self, TypeVar

from .workers import worker_pool

T = TypeVar("T")

IN_THREADS = 3
"""So many reports are worked on in threads before processes are started: starting them takes about as long."""


class Cores:
    """Runs functions of the library on values that can be sent to another process. Use as context manager."""

    def __init__(self, *, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._stack = ExitStack()
        self._pool: ProcessPoolExecutor | None = None
        self._begun = 0
        self._broken = self.workers < 2

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, trace)

    async def run(self, act: Callable[..., T], *values: object, new: bool = False) -> T:
        """Return `act(*values)`. `new` counts a report that is begun. A process that dies costs time: the work is done here then."""
        self._begun += new
        if self._broken or self._begun <= IN_THREADS:
            return await asyncio.to_thread(act, *values)
        if self._pool is None:
            self._pool = self._stack.enter_context(worker_pool(self.workers))
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, act, *values)
        except BrokenProcessPool:
            self._broken = True
            return await asyncio.to_thread(act, *values)
