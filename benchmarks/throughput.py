"""How fast the rules read on one core, and what each step costs.

    python benchmarks/throughput.py [--json] [--repeat N] [--times N] [REPORT …]

Each report is digested from its decoded text to the finished digest, without reading the file and without writing JSON. What counts
are seconds of processor time, and the best of N rounds over all reports (default 40): what disturbs a measurement only ever makes it
slower, and a shared machine changes its pace for seconds at a time.
`--times 20` sets every text 20 times after itself: reading is linear when the speed stays the same. The ratio to a plain loop over
the characters, measured in the same run, makes runs on different machines comparable.
"""

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from reportsum import Settings, from_text, read
from reportsum.annotating import AnnotatedReport
from reportsum.chunking import cut_chunks
from reportsum.cleaning import clean
from reportsum.extraction.base import ChunkOutcome
from reportsum.extraction.rules import draft_chunk
from reportsum.languages import (
    cut_clauses,
    find_figures,
    find_outline,
    judge_clauses,
    language_of,
    measure_clauses,
    read_metadata,
)
from reportsum.pipeline import Prepared, Reader, assemble, digest_by_rules
from reportsum.reading.source import SourceText
from reportsum.writing import digest_json

SEEDS = Path(__file__).parent.parent / "seeds"
BUDGET_CHARACTERS_A_SECOND = 300_000
SETTINGS = Settings(engine="rules")


class Stopwatch:
    """Adds up the seconds of named steps."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def step(self, name: str, act: Callable[[], Any]) -> Any:
        """Run `act` and book its time under `name`."""
        start = time.process_time()
        result = act()
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start
        return result


def walk(source: SourceText, watch: Stopwatch) -> None:
    """Go through the steps of `reportsum.pipeline` one by one."""
    working = watch.step("clean", lambda: clean(source.text))
    language = watch.step("language", lambda: language_of(working.text, working.language))
    outline = watch.step("outline", lambda: find_outline(working.text, language))
    figures = watch.step("figures", lambda: find_figures(working.text))
    clauses = watch.step("clauses", lambda: cut_clauses(working.text, outline, figures))
    meta = watch.step("metadata", lambda: read_metadata(working.text, outline, language, source.name))
    measures = watch.step("measures", lambda: measure_clauses(working.text, clauses, figures))
    judgements = watch.step("judgements", lambda: judge_clauses(clauses, figures, meta))
    report = AnnotatedReport(source, working, meta, outline, clauses, figures, measures, judgements)
    chunks = watch.step("chunks", lambda: cut_chunks(report, SETTINGS.max_chunk_chars))
    drafts = watch.step("drafts", lambda: [draft_chunk(chunk) for chunk in chunks])
    outcomes = [ChunkOutcome(chunk.id, "ok", "rules", draft) for chunk, draft in zip(chunks, drafts, strict=True)]
    digest = watch.step("assemble", lambda: assemble(Prepared(report, chunks), outcomes, Reader("rules")))
    watch.step("(write JSON)", lambda: digest_json(digest))


def best_seconds(acts: dict[str, Callable[[], Any]], repeat: int) -> dict[str, float]:
    """Return the fastest run of each act, in `repeat` rounds through all of them."""
    best: dict[str, float] = {}
    for _ in range(repeat):
        for name, act in acts.items():
            gc.collect()
            start = time.process_time()
            act()
            took = time.process_time() - start
            best[name] = min(took, best.get(name, took))
    return best


def plain_loop(text: str) -> int:
    """Look at every character once, the slow way: the yardstick for ratios."""
    count = 0
    for character in text:
        if character == "。":
            count += 1
    return count


def steps(sources: list[SourceText], repeat: int) -> dict[str, float]:
    """Return the best seconds of each step over all sources."""
    best: dict[str, float] = {}
    for _ in range(repeat):
        watch = Stopwatch()
        for source in sources:
            walk(source, watch)
        best = {name: min(took, best.get(name, took)) for name, took in watch.seconds.items()}
    return best


def measure(sources: list[SourceText], repeat: int) -> dict[str, Any]:
    """Return characters a second for each source and in all, the ratio to the plain loop, and the cost of the steps."""
    digest_by_rules(sources[0], SETTINGS)  # load the tables
    characters = sum(len(source.text) for source in sources)
    acts: dict[str, Callable[[], Any]] = {source.name: partial(digest_by_rules, source, SETTINGS) for source in sources}
    each = best_seconds({**acts, "": lambda: [plain_loop(source.text) for source in sources]}, repeat)
    loop = each.pop("")
    return {
        "characters": characters,
        "seconds": sum(each.values()),
        "characters_a_second": characters / sum(each.values()),
        "plain_loops": sum(each.values()) / loop,
        "reports": {source.name: len(source.text) / each[source.name] for source in sources},
        "steps_us_a_character": {name: took / characters * 1e6 for name, took in steps(sources, repeat).items()},
    }


def main() -> int:
    """Measure and print; return 1 when the rules are slower than their budget."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("reports", nargs="*", type=Path, default=sorted(SEEDS.glob("*.txt")))
    parser.add_argument("--repeat", type=int, default=40)
    parser.add_argument("--times", type=int, default=1, help="set every text this many times after itself")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    sources = [from_text(read(path).text * options.times, path.name) for path in options.reports]
    result = measure(sources, options.repeat)
    slow = int(result["characters_a_second"] < BUDGET_CHARACTERS_A_SECOND)
    if options.json:
        print(json.dumps(result))
        return slow
    for name, speed in result["reports"].items():
        print(f"{name:40} {speed:12,.0f} characters a second")
    print(f"{'all':40} {result['characters_a_second']:12,.0f}   (budget {BUDGET_CHARACTERS_A_SECOND:,})")
    print(f"{'times the cost of a plain loop':40} {result['plain_loops']:12,.1f}\n")
    for name, cost in sorted(result["steps_us_a_character"].items(), key=lambda each: -each[1]):
        print(f"{name:40} {cost:12.3f} µs a character")
    return slow


if __name__ == "__main__":
    sys.exit(main())
