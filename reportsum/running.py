"""Many reports, one bounded queue: all chunks of all reports wait in it, and there is no barrier between reports.

    opening ─▶ preparing ─▶ chunk queue ─▶ workers (extractor, second look, fallback) ─▶ finishers (assembling, closing question) ─▶ digests

A report is read only when the queue has room for its chunks, and let go when its digest is delivered, so memory does not grow with the
number of reports. What a run took (requests, tokens, seconds, money, what was dropped) goes into run records, never into digests.
"""

from __future__ import annotations

import asyncio
import logging
import math
import sys
import time
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine, Generator, Iterable, Sequence, Sized
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, closing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict

from .caching import AnswerStore, open_answers
from .cautions import Caution
from .chunking import Chunk
from .concluding import conclude
from .cores import Cores, Packed
from .errors import ModelError, ReportsumError, SettingsError, UnexpectedError
from .extraction.base import ChunkOutcome, Extractor, RunExtractor, Tally, for_run
from .models import Digest, Language
from .net import net, tell
from .pipeline import Prepared, Reader, assemble, collector_paused, collector_spared, prepare
from .pricing import price_of
from .reading.opening import Readable, open_source, source_name
from .reading.source import SourceText
from .settings import Settings

if TYPE_CHECKING:
    from .extraction.llm.calling import OnRequest, OnResponse

T = TypeVar("T")
logger = logging.getLogger(__name__)
"""Runs, chunks, retries at level INFO; never text, never a key."""
WAITING_PER_WORKER = 0.5
"""Chunks that wait for each worker, and reports that are finished beside it: enough that none is ever idle, few enough that few reports are
open."""

FINISHING_S = 5.0
"""A run that has to stop waits so long for the reports that were read through already."""

SWITCH_INTERVAL_S = 0.0005
"""While reports are prepared and assembled in threads, the event loop gets its turn this soon; with Python's own 5 ms, places at the
server stood empty for 50% longer between two requests (benchmarks/concurrency.py)."""


class RunRecord(BaseModel):
    """What one report, or a whole run, took. It varies from run to run and stands beside the digest, never in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    """The report, as it was given; "all" for the sum of a run."""
    extractor: str
    model: str | None = None
    seconds: float
    """From opening to digest; reports run side by side, so these overlap."""
    chunks: int
    failed: int = 0
    """Chunks without items, because the model could not read them."""
    fallback: int = 0
    """Chunks the rules read in the model's place."""
    partial: int = 0
    """Chunks of which the rules read a part."""
    requests: int = 0
    cached: int = 0
    """Answers that came from the cache."""
    retries: int = 0
    splits: int = 0
    """Chunks asked in halves, because an answer was cut off."""
    prompt_characters: int = 0
    prompt_tokens: int = 0
    """As the server counts them."""
    cached_tokens: int = 0
    """Prompt tokens the server had in its own cache; part of `prompt_tokens`."""
    answer_tokens: int = 0
    slips: int = 0
    """Readings shown wrong on purpose, to measure attention; none of them reaches a digest."""
    mended: int = 0
    """Those of them that the model put right: its attention is their share."""
    readings: int = 0
    """Facts that were shown to the model as the rules read them."""
    changed: int = 0
    """Facts that its answers changed, added or took away."""
    money: float | None = None
    """By the prices in the settings; null without them."""
    saved_text: str | None = None
    """SHA-256 of NAME.source.txt, where it was saved: by it the file is known to be ours, to be replaced and not to be digested."""
    dropped: list[str] = []
    """Parts of answers that were refused, with the reason."""
    problems: list[str] = []
    """What went wrong and was mended, such as damaged cache entries; and the traceback of what failed in a way nobody foresaw."""


@dataclass(frozen=True, slots=True)
class DigestedReport:
    """What became of one report: a digest or an error, never both."""

    source: str
    """The path as given, or the name of a text."""
    digest: Digest | None
    error: ReportsumError | None
    record: RunRecord | None = None
    """What it took. Without a digest there is one only where something failed that nobody foresaw: it holds the traceback."""


@dataclass(frozen=True, slots=True)
class LiveProgress:
    """How far a run has come; told after every chunk."""

    reports: int
    """Reports finished."""
    chunks: int
    """Chunks finished, failed ones included."""
    chunks_known: int
    """Chunks of the reports opened so far."""
    cached: int
    failed: int
    requests: int
    tokens: int
    """Prompt and answer tokens so far."""
    seconds: float

    @property
    def tokens_per_second(self) -> float:
        """Prompt and answer tokens a second since the start."""
        return self.tokens / self.seconds if self.seconds > 0 else 0.0


def failed_report(source: str, error: ReportsumError, extractor: str) -> DigestedReport:
    """Return what became of a report that came to no digest; where nobody foresaw the reason, with a record of it."""
    if not isinstance(error, UnexpectedError):
        return DigestedReport(source, None, error)
    return DigestedReport(source, None, error, RunRecord(source=source, extractor=extractor, seconds=0, chunks=0, problems=[error.trace]))


OnLive = Callable[[LiveProgress], None]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A report ready to be asked about: its chunks are opened one by one, and the whole only where it is assembled."""

    whole: Packed[Prepared]
    chunks: tuple[Packed[Chunk], ...]
    language: Language
    text: str
    """The cleaned text, which the closing question shows."""


@dataclass(slots=True)
class _Open:
    """A report on its way."""

    name: str
    ready: _Ready
    started: float
    tally: Tally
    outcomes: list[ChunkOutcome] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """Tracebacks of what nobody foresaw."""


def _prepared(source: Readable, settings: Settings) -> _Ready:
    with net(source_name(source)), collector_paused():
        made = prepare(open_source(source), settings, noted=True)
        chunks = tuple([Packed.of(chunk) for chunk in made.chunks])
        return _Ready(Packed.of(made), chunks, made.report.meta.language, made.report.clean.text)


def _assembled(name: str, whole: Packed[Prepared], outcomes: Sequence[ChunkOutcome], reader: Reader, cautions: Sequence[Caution]) -> Digest:
    with net(name), collector_paused():
        return assemble(whole.open(), outcomes, reader, cautions)


@dataclass(frozen=True, slots=True)
class _Task:
    report: _Open
    chunk: Packed[Chunk]


async def run_reports(
    sources: Iterable[Readable],
    settings: Settings,
    *,
    extractor: Extractor | None = None,
    on_live: OnLive | None = None,
    on_request: OnRequest | None = None,
    on_response: OnResponse | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> AsyncGenerator[DigestedReport]:
    """Yield what became of each report, as they finish.

    `extractor` reads the chunks; None takes the model that `settings` describe. Hooks are told of every request and response.
    A report that cannot be read is yielded with its error; what stops the whole run is raised: SettingsError, AuthenticationError,
    RequestRefusedError, ServerUnavailableError when the server never answered, OutputError for an unusable cache.
    Closing the iterator early ends the requests in flight and closes connections and cache.
    """
    cache = open_answers(settings) if extractor is None else None
    try:
        if extractor is None:
            from .extraction.llm.building import build_extractor, fitted

            settings = fitted(settings)
            extractor = build_extractor(settings, cache=cache, on_request=on_request, on_response=on_response)
        run = _Run(settings, for_run(extractor), cache, on_live, clock)
        async with aclosing(run.results(sources)) as results:
            async for result in results:
                yield result
    finally:
        if cache is not None:
            cache.close()


class _Run:
    """One run: its queue, its workers, and what they add up to."""

    def __init__(
        self, settings: Settings, extractor: RunExtractor, cache: AnswerStore | None, on_live: OnLive | None, clock: Callable[[], float]
    ) -> None:
        self._settings = settings
        self._extractor = extractor
        self._cache = cache
        self._on_live = on_live
        self._clock = clock
        self._started = clock()
        # By default the rules stand in for chunks, not for a server that was never there: that is a mistake to be told.
        self._may_replace = settings.fallback == "rules" and "fallback" in settings.model_fields_set
        self._workers = extractor.workers(settings.concurrency)
        self._waiting = math.ceil(WAITING_PER_WORKER * self._workers)
        self._tasks: asyncio.Queue[_Task] = asyncio.Queue(self._waiting)
        self._through: asyncio.Queue[_Open] = asyncio.Queue(self._waiting)
        self._finishers: set[asyncio.Task[None]] = set()
        self._unfinished = 0
        self._results: asyncio.Queue[DigestedReport | None] = asyncio.Queue(settings.concurrency)
        self._undelivered = 1  # the feeder counts as one, so that the end cannot come before all reports were opened
        self._reports = self._chunks = self._known = self._failed = 0
        self._total = Tally()
        self._cores = Cores()
        self._spare_collector: Callable[[], None]

    async def results(self, sources: Iterable[Readable]) -> AsyncGenerator[DigestedReport]:
        """Yield the reports as they finish; see `run_reports`."""
        logger.info("run begins: %s %s, %d workers", self._extractor.name, self._extractor.model or "", self._workers)
        interval = sys.getswitchinterval()
        sys.setswitchinterval(min(interval, SWITCH_INTERVAL_S))
        with self._cores, collector_spared() as self._spare_collector:
            self._cores.expect(len(sources) if isinstance(sources, Sized) else 0)
            self._finishers = {asyncio.create_task(self._finish_reports()) for _ in range(self._waiting)}
            crew = {*self._finishers, *(asyncio.create_task(self._work()) for _ in range(self._workers))}
            crew.add(asyncio.create_task(self._feed(sources)))
            try:
                async with aclosing(self._delivered(crew)) as delivered:
                    async for result in delivered:
                        yield result
            finally:
                sys.setswitchinterval(interval)
                for member in crew:
                    member.cancel()
                await asyncio.gather(*crew, return_exceptions=True)
                await self._extractor.close()
            logger.info("run ends: %d reports, %d chunks, %d requests", self._reports, self._chunks, self._total.requests)

    async def _delivered(self, crew: set[asyncio.Task[None]]) -> AsyncGenerator[DigestedReport]:
        """Yield what the crew delivers. An error that ends one of them ends the run, after what was finished before it."""
        working = set(crew)
        while True:
            getting = asyncio.create_task(self._results.get())
            try:
                done, _ = await asyncio.wait({getting, *working}, return_when=asyncio.FIRST_COMPLETED)
                working -= done
                if getting not in done and not any(member.exception() for member in done):
                    continue
                failure = next((error for member in done - {getting} if (error := member.exception())), None)
                if failure is not None:
                    async for result in self._finished_before(getting):
                        yield result
                    raise failure
                delivered = getting.result()
                if delivered is None:
                    return
                yield delivered
            finally:
                getting.cancel()

    async def _feed(self, sources: Iterable[Readable]) -> None:
        """Open and prepare the reports in their order, a few ahead, as fast as the queue takes their chunks."""
        ahead: deque[tuple[str, float, asyncio.Task[_Ready]]] = deque()
        try:
            for source in sources:
                self._undelivered += 1
                preparing = self._cores.run(_prepared, source, self._settings, new=True)
                ahead.append((source_name(source), self._clock(), asyncio.create_task(preparing)))
                if len(ahead) > self._cores.workers:
                    await self._take_up(*ahead.popleft())
            while ahead:
                await self._take_up(*ahead.popleft())
        finally:
            for _, _, preparing_task in ahead:
                preparing_task.cancel()
        await self._deliver(None)

    async def _take_up(self, name: str, started: float, preparing: asyncio.Task[_Ready]) -> None:
        """Put the chunks of a report into the queue."""
        try:
            ready = await preparing
        except ReportsumError as error:
            await self._deliver(failed_report(name, error, self._extractor.name))
            return
        report = _Open(name, ready, started, Tally())
        self._known += len(ready.chunks)
        if not ready.chunks:
            await self._finish(report)
        for chunk in ready.chunks:
            await self._tasks.put(_Task(report, chunk))

    async def _work(self) -> None:
        """Read chunks until cancelled; whoever reads the last chunk of a report hands it on to be finished."""
        while True:
            task = await self._tasks.get()
            report = task.report
            outcome = await self._read(task.chunk.open(), report)
            logger.info("chunk %s: %s", outcome.chunk_id, outcome.status)
            report.outcomes.append(outcome)
            if not self._chunks:  # all that speaks to the server is loaded by now
                self._spare_collector()
            self._chunks += 1
            self._failed += outcome.status == "failed"
            self._tell()
            if len(report.outcomes) == len(report.ready.chunks):
                self._unfinished += 1
                await self._through.put(report)

    async def _finish_reports(self) -> None:
        """Finish reports that were read, until cancelled. The workers have no time for it: their places at the server would stand empty."""
        while True:
            report = await self._through.get()
            try:
                await self._finish(report)
            finally:
                self._unfinished -= 1

    async def _read(self, chunk: Chunk, report: _Open) -> ChunkOutcome:
        """Return what became of a chunk. What makes the whole run hopeless is raised."""
        name = self._extractor.name
        tally = Tally()
        try:
            with net(f"Chunk {chunk.id}"):
                draft = await self._extractor.read(chunk, tally)
            return ChunkOutcome(chunk.id, "ok" if draft.unread is None else "partial", name, draft, draft.unread)
        except SettingsError:
            raise
        except ReportsumError as error:
            if isinstance(error, ModelError) and self._extractor.is_hopeless(error, fallback=self._may_replace):
                raise
            reason = self._noted(error, report)
        finally:
            logger.info(
                "chunk %s: %d requests, %d cached answers, %d retries, %d + %d tokens",
                *(chunk.id, tally.requests, tally.cached, tally.retries, tally.prompt_tokens, tally.answer_tokens),
            )
            report.tally.add(tally)
            self._total.add(tally)
        if self._settings.fallback == "rules":
            from .extraction.rules import draft_chunk

            try:
                with net(f"Chunk {chunk.id}"):
                    return ChunkOutcome(chunk.id, "fallback", "rules", draft_chunk(chunk), reason)
            except ReportsumError as error:
                reason = f"{reason} Nor could the rules read it: {self._noted(error, report)}"
        return ChunkOutcome(chunk.id, "failed", name, None, reason)

    @staticmethod
    def _noted(error: ReportsumError, report: _Open) -> str:
        """Return the reason as the digest gives it; the traceback of what nobody foresaw goes into the run record."""
        if isinstance(error, UnexpectedError):
            report.problems.append(error.trace)
        return str(error)

    async def _finish(self, report: _Open) -> None:
        try:
            values = (report.name, report.ready.whole, report.outcomes, self._reader(report.ready.language), _silence(report.tally))
            digest = await self._cores.run(_assembled, *values)
        except ReportsumError as error:
            self._noted(error, report)
            await self._deliver(DigestedReport(report.name, None, error, self._record(report)))
            return
        digest = await self._concluded(report, digest)
        await self._deliver(DigestedReport(report.name, digest, None, self._record(report)))

    async def _concluded(self, report: _Open, digest: Digest) -> Digest:
        """Return the digest with the extractor's last word on it; what the rules lead with stands where it has none."""
        tally = Tally()
        try:
            with net(report.name):
                conclusion = await self._extractor.conclude(digest, report.ready.text, tally)
                return digest if conclusion is None else await asyncio.to_thread(conclude, digest, conclusion)
        except ReportsumError as error:
            if isinstance(error, ModelError) and self._extractor.is_hopeless(error, fallback=self._may_replace):
                raise
            report.problems.append(f"The closing question brought no answer: {self._noted(error, report)}")
            return digest
        finally:
            report.tally.add(tally)
            self._total.add(tally)

    async def _deliver(self, result: DigestedReport | None) -> None:
        """Hand over a report, or with None say that no other will be opened; after the last one comes the end."""
        if result is not None:
            self._reports += 1
            self._tell()
            await self._results.put(result)
        self._undelivered -= 1
        if self._undelivered == 0:
            await self._results.put(None)

    async def _finished_before(self, getting: asyncio.Task[DigestedReport | None]) -> AsyncGenerator[DigestedReport]:
        """Yield the reports that were read through when the run had to stop: what is left to do for them takes no answer."""
        ends = time.monotonic() + FINISHING_S
        while self._unfinished or getting.done() or not self._results.empty():
            finishers = {finisher for finisher in self._finishers if not finisher.done()}
            await asyncio.wait({getting, *finishers}, timeout=ends - time.monotonic(), return_when=asyncio.FIRST_COMPLETED)
            if getting.done():
                if (result := getting.result()) is not None:
                    yield result
                getting = asyncio.create_task(self._results.get())
            elif time.monotonic() > ends:
                break
        getting.cancel()

    def _reader(self, language: Language) -> Reader:
        prompt = self._extractor.prompt_for(language)
        return Reader(self._extractor.name, self._extractor.model, prompt)

    def _record(self, report: _Open) -> RunRecord:
        statuses = [outcome.status for outcome in report.outcomes]
        return _record(
            self._settings,
            self._extractor,
            report.name,
            report.tally,
            seconds=self._clock() - report.started,
            chunks=len(statuses),
            failed=statuses.count("failed"),
            fallback=statuses.count("fallback"),
            partial=statuses.count("partial"),
            problems=[*(self._cache.problems if self._cache else ()), *report.problems],
        )

    def _tell(self) -> None:
        if self._on_live is not None:
            total = self._total
            tell(
                self._on_live,
                LiveProgress(
                    self._reports,
                    self._chunks,
                    self._known,
                    total.cached,
                    self._failed,
                    total.requests,
                    total.prompt_tokens + total.answer_tokens,
                    self._clock() - self._started,
                ),
            )


def _record(
    settings: Settings,
    extractor: Extractor,
    source: str,
    tally: Tally,
    *,
    seconds: float,
    chunks: int,
    failed: int,
    fallback: int,
    partial: int,
    problems: list[str],
) -> RunRecord:
    return RunRecord(
        source=source,
        extractor=extractor.name,
        model=extractor.model,
        seconds=round(seconds, 3),
        chunks=chunks,
        failed=failed,
        fallback=fallback,
        partial=partial,
        requests=tally.requests,
        cached=tally.cached,
        retries=tally.retries,
        splits=tally.splits,
        prompt_characters=tally.prompt_chars,
        prompt_tokens=tally.prompt_tokens,
        cached_tokens=tally.cached_tokens,
        answer_tokens=tally.answer_tokens,
        slips=tally.slips,
        mended=tally.mended,
        readings=tally.readings,
        changed=tally.changed,
        money=money(settings, tally.prompt_tokens, tally.cached_tokens, tally.answer_tokens),
        dropped=list(tally.dropped),
        problems=problems,
    )


MANY_READINGS = 100
"""From so many on a model that found nothing to change is worth a warning."""


def _silence(tally: Tally) -> tuple[Caution, ...]:
    """Return a caution where a model consented to everything it was shown."""
    if tally.readings < MANY_READINGS or tally.changed:
        return ()
    mended = f"{tally.mended} of {tally.slips} readings shown wrong on purpose were put right"
    return (Caution("model_silent", f"The model changed none of {tally.readings} readings; {mended}."),)


def money(settings: Settings, prompt_tokens: int, cached_tokens: int, answer_tokens: int) -> float | None:
    """Return what tokens cost by the prices in the settings, else by the published ones of the model; None when neither is known."""
    price = price_of(settings)
    return None if price is None else price.of(prompt_tokens, cached_tokens, answer_tokens)


def total_record(records: Iterable[RunRecord]) -> RunRecord | None:
    """Return the sum of the records of a run; None when there are none. `seconds` is the longest, since reports run side by side."""
    listed = list(records)
    if not listed:
        return None
    sums = {
        name: sum(getattr(record, name) for record in listed)
        for name in RunRecord.model_fields
        if RunRecord.model_fields[name].annotation is int
    }
    paid = [record.money for record in listed if record.money is not None]
    problems = list(dict.fromkeys(problem for record in listed for problem in record.problems))
    return listed[0].model_copy(
        update={
            **sums,
            "source": "all",
            "seconds": max(record.seconds for record in listed),
            "money": round(sum(paid), 6) if paid else None,
            "dropped": [f"{record.source}: {reason}" for record in listed for reason in record.dropped],
            "problems": problems,
        }
    )


def digest_one(source: SourceText, settings: Settings) -> Digest:
    """Return the digest of one report, read by the model that `settings` describe. Raises ReportsumError."""
    with closing(digest_all([source], settings)) as results:
        for result in results:
            if result.error is not None:
                raise result.error
            if result.digest is not None:
                return result.digest
    raise AssertionError("a report ends in a digest or an error")


def digest_all(
    sources: Iterable[Readable],
    settings: Settings,
    *,
    extractor: Extractor | None = None,
    on_live: OnLive | None = None,
    on_request: OnRequest | None = None,
    on_response: OnResponse | None = None,
) -> Generator[DigestedReport]:
    """As `run_reports`, for callers without an event loop; inside one (notebooks), the run gets a thread of its own.

    Requests go on only while the caller waits for the next report.
    """
    with _Stepper() as step:
        interrupted = False
        results = run_reports(sources, settings, extractor=extractor, on_live=on_live, on_request=on_request, on_response=on_response)
        try:
            while True:
                # The result is handed over beside the task: when a task ends, asyncio's signal handling writes out its repr.
                box: list[DigestedReport] = []
                step(_next(results, box))
                if not box:
                    return
                yield box.pop()
        except KeyboardInterrupt:
            interrupted = True  # whoever was reading may still be at it: the event loop, closing, cancels them all and closes the run
            raise
        finally:
            if not interrupted:
                step(results.aclose())


async def _next(results: AsyncIterator[DigestedReport], box: list[DigestedReport]) -> None:
    with suppress(StopAsyncIteration):
        box.append(await anext(results))


class _Stepper:
    """Runs coroutines one after the other on one event loop of its own."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._thread: ThreadPoolExecutor | None = None

    def __enter__(self) -> Self:
        with suppress(RuntimeError):
            asyncio.get_running_loop()
            self._thread = ThreadPoolExecutor(1)
        return self

    def __call__(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return self._run(lambda: self._runner.run(coroutine))

    def __exit__(self, *_: object) -> None:
        self._run(self._runner.close)
        if self._thread is not None:
            self._thread.shutdown()

    def _run(self, act: Callable[[], T]) -> T:
        return act() if self._thread is None else self._thread.submit(act).result()
