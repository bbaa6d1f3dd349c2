#!/usr/bin/env python3
"""How close a run of many reports comes to the least possible time.

    python benchmarks/concurrency.py [--reports 40] [--concurrency 16] [--median-ms 2000] [--sigma 0.6] [--seed 1]
                                     [--closing] [--timeline]

A scripted server in a process of its own answers each request after a latency drawn from a lognormal distribution. The least possible time
is the larger of (sum of all latencies / concurrency) and the longest latency: no schedule can beat it, and none that does not know the
latencies beforehand can reach it, since at the end places stand empty; so the schedule without any overhead is shown beside it.
Start-up (imports, the first connection) is taken off by one small run before. `--timeline` shows the requests in flight, as the server saw
them, in the mean of each quarter of a second: where places stood empty.
"""

from __future__ import annotations

import argparse
import heapq
import itertools
import math
import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reportsum.reading import from_text, read  # noqa: E402
from reportsum.reading.source import SourceText  # noqa: E402
from reportsum.running import digest_all  # noqa: E402
from reportsum.settings import Settings  # noqa: E402
from tests.llm_server import Script, ScriptedServer  # noqa: E402


@dataclass(frozen=True, slots=True)
class Served:
    """What the server saw of a run: when each request came and went, by the clock of the machine."""

    came: tuple[float, ...]
    went: tuple[float, ...]

    @property
    def most(self) -> int:
        """The most requests in flight at a time."""
        return max(in_flight for _, in_flight in self.steps())

    def steps(self) -> list[tuple[float, int]]:
        """Return the moments at which the number of requests in flight changed, and to what."""
        changes = sorted([*((at, 1) for at in self.came), *((at, -1) for at in self.went)])
        return [(at, sum(change for _, change in changes[: number + 1])) for number, (at, _) in enumerate(changes)]

    def timeline(self, started: float, ended: float, step: float = 0.25) -> list[float]:
        """Return the mean number of requests in flight in each `step` seconds of a run."""
        bounds = [started + step * number for number in range(math.ceil((ended - started) / step) + 1)]
        spans = list(zip(sorted(self.came), sorted(self.went), strict=True))
        return [
            sum(max(0.0, min(went, until) - max(came, since)) for came, went in spans) / step for since, until in itertools.pairwise(bounds)
        ]


class _Watched(ScriptedServer):
    """A scripted server that remembers when each request went."""

    def __init__(self, script: Script) -> None:
        super().__init__(script)
        self.went: list[float] = []

    def leave(self) -> None:
        self.went.append(time.monotonic())
        super().leave()


def serve(latencies: list[float], wire: Connection) -> None:
    """Serve until told to stop; tell the address first and at last what was seen."""
    with _Watched(Script(latency=lambda number: latencies[number])) as server:
        wire.send(server.base_url)
        wire.recv()
        wire.send(Served(tuple(request.at for request in server.requests), tuple(server.went)))


@contextmanager
def serving(latencies: list[float]) -> Iterator[tuple[str, Callable[[], Served]]]:
    """Give the address of a server in a process of its own, and what ends it and tells what it saw."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(latencies, there))
    process.start()

    def stop() -> Served:
        here.send(None)
        served = here.recv()
        assert isinstance(served, Served)
        return served

    try:
        yield here.recv(), stop
    finally:
        process.terminate()
        process.join()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--reports", type=int, default=40)
    parser.add_argument("--concurrency", type=int, default=16)
    parser.add_argument("--median-ms", type=float, default=2000)
    parser.add_argument("--sigma", type=float, default=0.6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--closing", action="store_true", help="with the closing questions")
    parser.add_argument("--timeline", action="store_true")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    latencies = [draw.lognormvariate(math.log(options.median_ms / 1000), options.sigma) for _ in range(100 * options.reports)]
    sources = reports(options.reports)
    settings = Settings(model="m", concurrency=options.concurrency, second_look=False, closing=options.closing)
    with serving([0.0] * 100) as (address, _):
        list(digest_all(sources[:1], settings.model_copy(update={"base_url": address})))
    with serving(latencies) as (address, stop):
        settings = settings.model_copy(update={"base_url": address})
        started, processor = time.monotonic(), time.process_time()
        done = sum(result.digest is not None for result in digest_all(sources, settings))
        ended, processor = time.monotonic(), time.process_time() - processor
        served = stop()
    asked, seconds = latencies[: len(served.came)], ended - started
    ideal = max(sum(asked) / options.concurrency, max(asked))
    print(f"{done} reports, {len(asked)} requests, at most {served.most} in flight")
    print(f"least possible {ideal:.2f} s, taken {seconds:.2f} s: {seconds / ideal:.3f} times")
    print(f"first come, first served without any overhead: {first_come(asked, options.concurrency) / ideal:.3f} times")
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"processor time {processor:.2f} s, and {workers.ru_utime + workers.ru_stime:.2f} s of processes beside it, servers included")
    if options.timeline:
        print("in flight:", *(f"{mean:.0f}" for mean in served.timeline(started, ended)))


def first_come(latencies: list[float], places: int) -> float:
    """Return the seconds that requests of these latencies take in `places` places, each going to the first that is free."""
    free = [0.0] * places
    for latency in latencies:
        heapq.heapreplace(free, free[0] + latency)
    return max(free)


def reports(count: int) -> list[SourceText]:
    """Return `count` reports made of the seeds, each told apart by a first line of its own."""
    seeds = [read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return [from_text(f"第{number}份\n{seeds[number % len(seeds)].text}", f"report{number}.txt") for number in range(count)]


if __name__ == "__main__":
    main()
