"""`reportsum export`: digests as tables for other systems."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..export import FORMATS
from ..filing import find_digests
from ..models import Digest
from .exits import Exit
from .screens import say

DEFAULT_OUTPUTS = {
    "jsonl": "digests-jsonl",
    "csv": "digests-csv",
    "parquet": "digests-parquet",
    "sqlite": "digests.sqlite",
    "duckdb": "digests.duckdb",
    "xlsx": "digests.xlsx",
}
"""What is written unless told otherwise: folders for the first three, files for the others."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("digests", metavar="DIGEST", nargs="+", help="digest, or folder of digests")
    parser.add_argument("--to", choices=FORMATS, required=True, help="format")
    parser.add_argument(
        "-o", "--out", metavar="PATH", type=Path, help="file, for jsonl, csv and parquet a folder (default: digests.xlsx, digests-csv …)"
    )
    parser.epilog = "Digests exported before stay; those of the same id are replaced."


def run(options: Namespace) -> Exit:
    """Load all digests and export them together."""
    from ..export import export

    digests = [Digest.load(path) for path in find_digests(options.digests)]
    target = options.out or Path(DEFAULT_OUTPUTS[options.to])
    done = export(digests, options.to, target)
    counts = ", ".join(f"{rows} {table}" for table, rows in done.rows.items())
    say(f"{done.output}: {counts}" + ("" if done.changed else " (nothing changed)"))
    return Exit.OK
