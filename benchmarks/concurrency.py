#!/usr/bin/env python3
"""How close a run of many reports comes to the least possible time.

    python benchmarks/concurrency.py [--reports 40] [--concurrency 16] [--median-ms 2000] [--sigma 0.6] [--seed 1]

A scripted server on a loopback port answers each request after a latency drawn from a lognormal distribution. The least possible time
is the larger of (sum of all latencies / concurrency) and the longest latency: no schedule can beat it, and none that does not know the
latencies beforehand can reach it, since at the end places stand empty; so the schedule without any overhead is shown beside it.
Start-up (imports, the first connection) is taken off by one small run before.
"""

from __future__ import annotations

import argparse
import heapq
import math
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reportsum.reading import from_text, read  # noqa: E402
from reportsum.reading.source import SourceText  # noqa: E402
from reportsum.running import digest_all  # noqa: E402
from reportsum.settings import Settings  # noqa: E402
from tests.llm_server import Script, ScriptedServer  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--reports", type=int, default=40)
    parser.add_argument("--concurrency", type=int, default=16)
    parser.add_argument("--median-ms", type=float, default=2000)
    parser.add_argument("--sigma", type=float, default=0.6)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    draw = random.Random(options.seed)
    latencies = [draw.lognormvariate(math.log(options.median_ms / 1000), options.sigma) for _ in range(100 * options.reports)]
    sources = reports(options.reports)
    warm_up(sources[0])
    with ScriptedServer(Script(latency=lambda number: latencies[number])) as server:
        settings = Settings(model="m", base_url=server.base_url, concurrency=options.concurrency, second_look=False, closing=False)
        started, processor = time.monotonic(), time.process_time()
        done = sum(result.digest is not None for result in digest_all(sources, settings))
        seconds, processor = time.monotonic() - started, time.process_time() - processor
    asked = latencies[: len(server.requests)]
    ideal = max(sum(asked) / options.concurrency, max(asked))
    print(f"{done} reports, {len(asked)} requests, at most {server.most_in_flight} in flight")
    print(f"least possible {ideal:.2f} s, taken {seconds:.2f} s: {seconds / ideal:.3f} times")
    print(f"first come, first served without any overhead: {first_come(asked, options.concurrency) / ideal:.3f} times")
    print(f"processor time {processor:.2f} s, server included")


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


def warm_up(source: SourceText) -> None:
    """Import and connect once, so that start-up does not count."""
    with ScriptedServer() as server:
        list(digest_all([source], Settings(model="m", base_url=server.base_url, second_look=False, closing=False)))


if __name__ == "__main__":
    main()
