"""What starting costs, as seconds more than a bare interpreter takes.

    python benchmarks/startup.py [--json] [--runs N]

Every command is run N times in turn (default 9), so that a busy machine hits all of them alike; the median counts.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time

COMMANDS = {
    "bare interpreter": ["-c", "pass"],
    "import reportsum": ["-c", "import reportsum"],
    "reportsum --help": ["-m", "reportsum", "--help"],
    "reportsum digest --help": ["-m", "reportsum", "digest", "--help"],
    "from reportsum import digest": ["-c", "from reportsum import digest"],
}
BUDGET_S = {"import reportsum": 0.15, "reportsum --help": 0.4}


def seconds(arguments: list[str]) -> float:
    """Return how long one start takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def measure(runs: int) -> dict[str, float]:
    """Return the median seconds of every command."""
    for arguments in COMMANDS.values():
        seconds(arguments)  # fill the byte code and file caches
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, arguments in COMMANDS.items():
            times[name].append(seconds(arguments))
    return {name: statistics.median(each) for name, each in times.items()}


def main() -> int:
    """Measure and print; return 1 when a budget is exceeded."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    times = measure(options.runs)
    bare = times["bare interpreter"]
    over = [name for name, budget in BUDGET_S.items() if times[name] - bare > budget]
    if options.json:
        print(json.dumps({name: {"seconds": took, "more": took - bare, "ratio": took / bare} for name, took in times.items()}))
        return bool(over)
    print(f"{'':30} {'seconds':>8} {'more':>8} {'ratio':>7}  budget")
    for name, took in times.items():
        budget = f"{BUDGET_S[name]:.2f}" if name in BUDGET_S else ""
        print(f"{name:30} {took:8.3f} {took - bare:8.3f} {took / bare:7.1f}  {budget}")
    for name in over:
        print(f"over budget: {name}")
    return bool(over)


if __name__ == "__main__":
    sys.exit(main())
