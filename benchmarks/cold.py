"""How fast the rules are in a new process, tables and all: what a user waits for. Medians, and a ratio to another version.

    python benchmarks/cold.py [--against TREE] [--rounds N] [REPORT …]

Each round starts a new process for every report, of this tree and, with `--against`, of another checkout of the project in turn, so that
both meet the same moods of the machine. What counts is processor time: `whole` from the import to the digest's JSON, `reading` from the
call to the last digest, with every table loaded on the way. All reports of a round are read in one new process. Byte code is there, as
after every installation, and so are compiled patterns, as after the first report: a first round that is not counted writes them, to a
folder of this run.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
CHILD = """
import sys, time
started = time.process_time()
import reportsum
assert reportsum.__file__.startswith(sys.argv[1]), reportsum.__file__
settings = reportsum.Settings(engine="rules")
called = time.process_time()
characters = 0
for path in sys.argv[2:]:
    source = reportsum.read(path)
    reportsum.digest(source, settings).to_json()
    characters += len(source.text)
ended = time.process_time()
print(ended - started, ended - called, characters)
"""


def rates(tree: Path, reports: list[Path], byte_code: str) -> tuple[float, float]:
    """Return characters a second of one cold process, imports counted and not counted."""
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONPYCACHEPREFIX": byte_code, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", CHILD, str(tree), *(str(report.resolve()) for report in reports)]
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=True)
    whole, reading, characters = map(float, done.stdout.split())
    return characters / whole, characters / reading


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("reports", nargs="*", type=Path, default=sorted((ROOT / "seeds").glob("*.txt")))
    parser.add_argument("--against", type=Path, metavar="TREE")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    trees = [ROOT, *([options.against.resolve()] if options.against else [])]
    told: dict[Path, list[tuple[float, float]]] = {tree: [] for tree in trees}
    with TemporaryDirectory() as byte_code:
        for number in range(options.rounds + 1):
            for tree in trees:
                measured = rates(tree, options.reports, byte_code)
                if number:
                    told[tree].append(measured)
    result: dict[str, float] = {"reports": len(options.reports), "rounds": options.rounds}
    for place, name in enumerate(("whole", "reading")):
        result[name] = round(statistics.median(rate[place] for rate in told[trees[0]]))
        if len(trees) > 1:
            pairs = zip(told[trees[0]], told[trees[1]], strict=True)
            result[f"{name}_ratio"] = round(statistics.median(ours[place] / theirs[place] for ours, theirs in pairs), 3)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
