#!/usr/bin/env python3
"""What the second look brings, and what it costs, when a model passes rows over.

    python benchmarks/second_look.py [--passed-over 0.3] [--seed 1]

A scripted server on a loopback port agrees with every reading it is shown, but leaves out a share of the rows at random, as models do with
long lists. Counted over the five seeds, without and with the second look: figures that stand in an item, requests, prompt characters.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reportsum.extraction.llm.wire import LETTERS  # noqa: E402
from reportsum.reading import read  # noqa: E402
from reportsum.running import digest_all, total_record  # noqa: E402
from reportsum.settings import Settings  # noqa: E402
from tests.llm_server import Received, Script, ScriptedServer  # noqa: E402

_MARK = re.compile(rf"^\[(\d+([{''.join(LETTERS.values())}]))\]", re.MULTILINE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--passed-over", type=float, default=0.3, help="share of the rows that the model leaves out")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sources = [read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for second_look in (False, True):
        model = partial(answer, draw=random.Random(options.seed), passed_over=options.passed_over)
        with ScriptedServer(Script(answer=model)) as server:
            settings = Settings(model="m", base_url=server.base_url, concurrency=1, second_look=second_look, dialect="dense", closing=False)
            results = list(digest_all(sources, settings))
        coverage = [result.digest.coverage for result in results if result.digest]
        record = total_record(result.record for result in results if result.record)
        assert record is not None
        share = sum(one.claimed for one in coverage) / sum(one.figures for one in coverage)
        print(
            f"second look {'on ' if second_look else 'off'}: {share:.3f} of the figures stand in an item, "
            f"{record.requests} requests, {record.prompt_characters:,} prompt characters"
        )


def answer(request: Received, *, draw: random.Random, passed_over: float) -> str:
    """Return rows that repeat the readings shown, less those passed over."""
    rows = [
        {"mark": mark, "metric": None, "kind": letter} for mark, letter in _MARK.findall(request.question) if draw.random() >= passed_over
    ]
    return json.dumps({"rows": rows, "summary": ""})


if __name__ == "__main__":
    main()
