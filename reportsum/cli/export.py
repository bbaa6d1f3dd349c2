"""`reportsum export`: digests as tables for other systems."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..errors import SettingsError
from ..export import FORMATS
from ..filing import load_digests
from .exits import Exit
from .screens import print_json_lines, say

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
    parser.epilog = "Digests exported before stay; those of the same id are replaced. With --to jsonl, - as file prints all rows on stdout."


def run(options: Namespace) -> Exit:
    """Load all digests and export them together."""
    from ..export import export

    if "-" in (*options.digests, str(options.out)):
        return _to_stdout(options)
    digests = [digest for _, digest in load_digests(options.digests)]
    target = options.out or Path(DEFAULT_OUTPUTS[options.to])
    done = export(digests, options.to, target)
    counts = ", ".join(f"{rows} {table}" for table, rows in done.rows.items())
    say(f"{done.output}: {counts}" + ("" if done.changed else " (nothing changed)"))
    return Exit.OK


def _to_stdout(options: Namespace) -> Exit:
    """Print the rows of all tables, one JSON object a line, each with the name of its table."""
    from ..export.flatten import flatten
    from ..export.tables import TABLES

    if options.to != "jsonl":
        raise SettingsError(f"--to {options.to} cannot be printed; only jsonl can. Give a file with --out.")
    rows = flatten(digest for _, digest in load_digests(path for path in options.digests if path != "-"))
    for table in TABLES:
        names = [column.name for column in table.columns]
        print_json_lines({"table": table.name, **dict(zip(names, row, strict=True))} for row in rows[table.name])
    return Exit.OK
