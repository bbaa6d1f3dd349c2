"""Digest one report, or many: the entry points that users call.

With the rules a report takes milliseconds, and many reports use all cores. With a model, all chunks of all reports wait in one queue
(see `running`). Either way a report that cannot be read never stops the others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .errors import InputError, ReportsumError
from .models import Digest
from .pipeline import digest_by_rules
from .reading import from_text, read
from .reading.source import SourceText
from .settings import Settings

Readable = str | os.PathLike[str] | SourceText

POOL_BYTES = 1_000_000
"""From this much text on a process pool pays: starting two workers takes about as long as digesting half of it (measured)."""


@dataclass(frozen=True, slots=True)
class DigestedReport:
    """What became of one report: a digest or an error, never both."""

    source: str
    """The path as given, or the name of a text."""
    digest: Digest | None
    error: ReportsumError | None


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
    if chosen_engine(settings) == "llm":
        from .running import digest_one

        return digest_one(_open(source), settings)
    return digest_by_rules(_open(source), settings)


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
) -> Iterator[DigestedReport]:
    """Yield what became of each report, as they finish: digests and errors alike."""
    settings = settings or Settings.load()
    listed = list(sources)
    if chosen_engine(settings) == "llm":
        from .running import digest_all

        results = digest_all(listed, settings)
    else:
        results = _by_rules(listed, settings)
    for done, result in enumerate(results, start=1):
        if on_progress is not None:
            on_progress(Progress(done, len(listed), result.source))
        yield result


def chosen_engine(settings: Settings) -> Literal["llm", "rules"]:
    """Return who will read the chunks: `auto` takes the LLM when a model is configured, else the rules."""
    if settings.engine == "auto":
        return "llm" if settings.model else "rules"
    return settings.engine


def _open(source: Readable) -> SourceText:
    if isinstance(source, SourceText):
        return source
    if isinstance(source, str) and ("\n" in source or "。" in source):
        return from_text(source)
    return read(source)


def source_name(source: Readable) -> str:
    """Return how a source is called in progress and errors."""
    if isinstance(source, SourceText):
        return source.name
    return "text" if isinstance(source, str) and ("\n" in source or "。" in source) else os.fspath(source)


def _digest_or_error(source: Readable, settings: Settings) -> DigestedReport:
    try:
        return DigestedReport(source_name(source), digest_by_rules(_open(source), settings), None)
    except ReportsumError as error:
        return DigestedReport(source_name(source), None, error)


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
    """Digest in `workers` processes, with only a few reports in flight, so that memory does not grow with their number."""
    waiting = iter(sources)
    running: dict[Future[DigestedReport], Readable] = {}
    with ProcessPoolExecutor(workers) as pool:
        while True:
            for source in waiting:
                running[pool.submit(_digest_or_error, source, settings)] = source
                if len(running) >= 2 * workers:
                    break
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                source = running.pop(future)
                yield _result(future, source)


def _result(future: Future[DigestedReport], source: Readable) -> DigestedReport:
    problem = future.exception()
    if problem is None:
        return future.result()
    if isinstance(problem, MemoryError) or type(problem).__name__ == "BrokenProcessPool":
        error = InputError(source_name(source), "could not be digested within this machine's memory", "Split the file, or leave it out.")
        return DigestedReport(source_name(source), None, error)
    raise problem
