"""Digest one report, or many: the entry points that users call.

With the rules a report takes milliseconds, and many reports use all cores. With a model, all chunks of all reports wait in one queue
(see `running`). Either way a report that cannot be read never stops the others.

What one report read by the rules has no need of (event loop, process pool, queue) is imported where it is used: it would take as long
as the reading.
"""

from __future__ import annotations

import os
import time
from collections.abc import AsyncGenerator, Callable, Generator, Iterable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .errors import InputError, ReportsumError
from .extraction.base import Extractor
from .models import Digest
from .net import net, tell
from .pipeline import digest_by_rules
from .reading.opening import Readable, open_source, source_name
from .reading.source import SourceText
from .settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from .extraction.llm.calling import OnRequest, OnResponse
    from .running import DigestedReport, OnLive

POOL_BYTES = 1_000_000
"""From this much text on a process pool pays: starting two workers takes about as long as digesting half of it (measured)."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come."""

    done: int
    total: int
    source: str
    """The report that was just finished."""


class BatchError(ReportsumError):
    """Some reports of a batch could not be digested. `failures` lists what became of them; the other digests were delivered."""

    def __init__(self, failures: list[DigestedReport]) -> None:
        lines = "\n".join(f"  {failure.error}" for failure in failures)
        super().__init__(f"{len(failures)} of the reports could not be digested, the others were:\n{lines}")
        self.failures = failures


def digest(source: Readable, settings: Settings | None = None) -> Digest:
    """Return the digest of one report.

    `source` is a path, a `SourceText`, or the report's text itself (a string with a line break or a 。 in it).
    Raises InputError for a source that cannot be read as a report, SettingsError and ModelError when a model is used and fails as a whole.
    """
    settings = settings or Settings.load()
    with net(source_name(source)):
        if chosen_engine(settings) == "llm":
            from .running import digest_one

            return digest_one(open_source(source), settings)
        return digest_by_rules(open_source(source), settings)


def digest_many(
    sources: Iterable[Readable],
    settings: Settings | None = None,
    *,
    on_progress: Callable[[Progress], None] | None = None,
    on_error: Callable[[DigestedReport], None] | None = None,
) -> Iterator[Digest]:
    """Yield the digests of many reports as they finish.

    A report that cannot be digested is handed to `on_error`. Without `on_error`, a BatchError is raised at the end, after all other
    digests were yielded.
    """
    failures: list[DigestedReport] = []
    for result in digest_each(sources, settings, on_progress=on_progress):
        if result.digest is not None:
            yield result.digest
        elif on_error is not None:
            on_error(result)
        else:
            failures.append(result)
    if failures:
        raise BatchError(failures)


def digest_each(
    sources: Iterable[Readable],
    settings: Settings | None = None,
    *,
    on_progress: Callable[[Progress], None] | None = None,
    extractor: Extractor | None = None,
    on_live: OnLive | None = None,
    on_request: OnRequest | None = None,
    on_response: OnResponse | None = None,
) -> Iterator[DigestedReport]:
    """Yield what became of each report, as they finish: digests and errors alike.

    `extractor` reads the chunks in place of the engine the settings name. `on_live` is told of every chunk, `on_request` and
    `on_response` of every request to a model; the rules make none.
    """
    settings = settings or Settings.load()
    listed = list(sources)
    results: Iterator[DigestedReport]
    if extractor is not None or chosen_engine(settings) == "llm":
        from .running import digest_all

        results = digest_all(listed, settings, extractor=extractor, on_live=on_live, on_request=on_request, on_response=on_response)
    else:
        results = _by_rules(listed, settings)
    for done, result in enumerate(results, start=1):
        tell(on_progress, Progress(done, len(listed), result.source))
        yield result


async def adigest(source: Readable, settings: Settings | None = None) -> Digest:
    """As `digest`, for callers in an event loop."""
    async with aclosing(adigest_each([source], settings)) as results:
        async for result in results:
            if result.error is not None:
                raise result.error
            if result.digest is not None:
                return result.digest
    raise AssertionError("a report ends in a digest or an error")


async def adigest_many(
    sources: Iterable[Readable],
    settings: Settings | None = None,
    *,
    on_progress: Callable[[Progress], None] | None = None,
    on_error: Callable[[DigestedReport], None] | None = None,
) -> AsyncGenerator[Digest]:
    """As `digest_many`, for callers in an event loop."""
    failures: list[DigestedReport] = []
    listed = list(sources)
    done = 0
    async with aclosing(adigest_each(listed, settings)) as results:
        async for result in results:
            done += 1
            tell(on_progress, Progress(done, len(listed), result.source))
            if result.digest is not None:
                yield result.digest
            elif on_error is not None:
                on_error(result)
            else:
                failures.append(result)
    if failures:
        raise BatchError(failures)


async def adigest_each(
    sources: Iterable[Readable],
    settings: Settings | None = None,
    *,
    extractor: Extractor | None = None,
    on_live: OnLive | None = None,
    on_request: OnRequest | None = None,
    on_response: OnResponse | None = None,
) -> AsyncGenerator[DigestedReport]:
    """As `digest_each`, for callers in an event loop."""
    settings = settings or Settings.load()
    if extractor is not None or chosen_engine(settings) == "llm":
        from .running import run_reports

        run = run_reports(sources, settings, extractor=extractor, on_live=on_live, on_request=on_request, on_response=on_response)
        async with aclosing(run) as results:
            async for result in results:
                yield result
        return
    import asyncio

    for source in sources:
        yield await asyncio.to_thread(_digest_or_error, source, settings)


def chosen_engine(settings: Settings) -> Literal["llm", "rules"]:
    """Return who will read the chunks: `auto` takes the LLM when a model is configured, else the rules."""
    if settings.engine == "auto":
        return "llm" if settings.model else "rules"
    return settings.engine


def _digest_or_error(source: Readable, settings: Settings) -> DigestedReport:
    from .running import DigestedReport, RunRecord, failed_report

    started = time.monotonic()
    name = source_name(source)
    try:
        with net(name):
            made = digest_by_rules(open_source(source), settings)
    except ReportsumError as error:
        return failed_report(name, error, "rules")
    record = RunRecord(source=name, extractor="rules", seconds=round(time.monotonic() - started, 3), chunks=len(made.chunks))
    return DigestedReport(name, made, None, record)


def _by_rules(sources: list[Readable], settings: Settings) -> Iterator[DigestedReport]:
    workers = min(os.cpu_count() or 1, len(sources))
    if workers < 2 or sum(_weight(source) for source in sources) < POOL_BYTES:
        for source in sources:
            yield _digest_or_error(source, settings)
        return
    yield from _in_processes(sources, settings, workers)


def _weight(source: Readable) -> int:
    """Return the size of a source in bytes, 0 where nobody can say."""
    if isinstance(source, SourceText):
        return len(source.text)
    try:
        return Path(source).stat().st_size
    except (OSError, ValueError):
        return 0


def _in_processes(sources: list[Readable], settings: Settings, workers: int) -> Iterator[DigestedReport]:
    """Digest in `workers` processes; when one dies, the reports in flight are tried again, each in a process of its own."""
    waiting = iter(sources)
    while True:
        lost = yield from _in_one_pool(waiting, settings, workers)
        if not lost:
            return
        for source in lost:
            yield _alone(source, settings)


def _in_one_pool(waiting: Iterator[Readable], settings: Settings, workers: int) -> Generator[DigestedReport, None, list[Readable]]:
    """Digest what is waiting, only a few reports in flight, so that memory does not grow with their number.

    Return the reports that were in flight when a process died; an empty list when none did.
    """
    from concurrent.futures import FIRST_COMPLETED, wait
    from concurrent.futures.process import BrokenProcessPool

    from . import running as loaded  # noqa: F401 - the workers need it: those that are forked find it loaded
    from .workers import worker_pool

    running: dict[Future[DigestedReport], Readable] = {}
    with worker_pool(workers) as pool:
        while True:
            for source in waiting:
                try:
                    running[pool.submit(_digest_or_error, source, settings)] = source
                except BrokenProcessPool:
                    return [*running.values(), source]
                if len(running) >= 2 * workers:
                    break
            if not running:
                return []
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                if isinstance(future.exception(), BrokenProcessPool):
                    return list(running.values())
                yield _result(future, running.pop(future), pool)


def _alone(source: Readable, settings: Settings) -> DigestedReport:
    from .workers import worker_pool

    with worker_pool(1) as pool:
        return _result(pool.submit(_digest_or_error, source, settings), source, pool)


def _result(future: Future[DigestedReport], source: Readable, pool: ProcessPoolExecutor) -> DigestedReport:
    from concurrent.futures.process import BrokenProcessPool

    from .running import failed_report
    from .workers import exit_codes

    name = source_name(source)
    try:
        with net(name):
            return future.result()
    except ReportsumError as error:
        lost = isinstance(error.__cause__, BrokenProcessPool)
        return failed_report(name, _lost(name, exit_codes(pool)) if lost else error, "rules")


KILLED = -9
"""How a process ends that the system killed (SIGKILL): a report too large for the memory, as a rule."""


def _lost(name: str, codes: list[int]) -> InputError:
    """Return why a report was lost with the process that read it."""
    if KILLED in codes:
        return InputError(name, "could not be digested within this machine's memory", "Split the file, or leave it out.")
    told = f"exit code {codes[0]}" if codes else "without an exit code"
    reason = f"could not be digested: the process that read it ended by itself ({told})"
    return InputError(name, reason, "Try it alone: reportsum digest FILE.")
