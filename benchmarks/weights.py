"""What each row of weights.tsv does: how many of the facts that a reader would lead with do lead, with the row and without it.

    python benchmarks/weights.py FACTS.jsonl REPORTS_DIR [--row WORDS]

FACTS.jsonl has one fact a line: {"report": path below REPORTS_DIR, "rank": 1, "kind": "target", "start": 559, "end": 602}; facts of rank
1 to 10 count. A row whose absence changes nothing tells nothing on these reports; one whose absence helps is worth a second look, on
other reports than those it was noticed on.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import reportsum
from reportsum import ranking
from reportsum.models import Digest
from reportsum.weights import KINDS, Weights, WordWeights, weights

Fact = dict[str, Any]
_LISTS = {"achievement": "achievements", "target": "targets", "risk": "risks"}
_NOTHING = dict.fromkeys(KINDS, 0)


def variants(table: Weights) -> Iterator[tuple[str, Weights]]:
    """Yield the table without each of its rows, with the row's name."""
    for name in table.indicators:
        yield f"indicator {name}", replace(table, indicators={**table.indicators, name: _NOTHING})
    for name in table.traits:
        yield f"trait {name}", replace(table, traits={**table.traits, name: _NOTHING})
    for field in ("words", "subjects", "sections"):
        rows = getattr(table, field).rows
        for number, row in enumerate(rows):
            without = WordWeights(rows[:number] + rows[number + 1 :])
            yield f"{field} {row.han.pattern[:40]}", replace(table, **{field: without})  # type: ignore[arg-type] # the name of one of three


@contextmanager
def weighed_by(table: Weights) -> Iterator[None]:
    """Weigh by another table for a while."""
    with patch.object(ranking, "weights", lambda: table):
        yield


def leads(digest: Digest, facts: list[Fact]) -> int:
    """Return how many of the facts stand in a leading item of their kind."""
    found = 0
    for fact in facts:
        leading = set(getattr(digest.leading, _LISTS[fact["kind"]]))
        items = (item for item in getattr(digest, _LISTS[fact["kind"]]) if item.id in leading)
        found += any(one.start < fact["end"] and fact["start"] < one.end for item in items for one in item.evidence)
    return found


def measured(reports: dict[Path, list[Fact]]) -> int:
    """Return how many facts of all reports lead."""
    return sum(leads(reportsum.digest(path), facts) for path, facts in reports.items())


def main() -> None:
    """Print the change of each row that changes anything, the most helpful rows first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("facts", type=Path)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--row", default="", help="only rows with these words")
    options = parser.parse_args()
    reports: dict[Path, list[Fact]] = defaultdict(list)
    for line in options.facts.read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        if fact["rank"] <= 10 and fact["kind"]:
            reports[options.reports / fact["report"]].append(fact)
    whole = measured(reports)
    total = sum(map(len, reports.values()))
    print(f"with all rows {whole} of {total} facts lead")
    changes = []
    for name, table in variants(weights()):
        if options.row in name:
            with weighed_by(table):
                changes.append((measured(reports) - whole, name))
    for change, name in sorted(changes):
        if change:
            print(f"{change:+4} without {name}")


if __name__ == "__main__":
    main()
