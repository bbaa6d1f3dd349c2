"""`reportsum panel`: the headline indicators of several reports in one table."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..filing import load_digests
from .exits import Exit
from .screens import add_language, language_of, say, show


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("digests", metavar="DIGEST", nargs="+", help="digest, or folder of digests")
    parser.add_argument("--out", metavar="FILE", type=Path, action="append", help="write FILE.csv, .xlsx, .parquet or .md; may be repeated")
    parser.add_argument("--wide", action="store_true", help="one row a place and year instead of one a figure (.xlsx holds both)")
    add_language(parser)


def run(options: Namespace) -> Exit:
    """Gather the panels, then write what was asked for, or draw the table."""
    from ..panels import panel

    table = panel(digest for _, digest in load_digests(options.digests))
    if not options.out:
        show(table.table(language_of(options)))
    for target in options.out or ():
        table.write(target, wide=options.wide)
        say(f"{target}: {len(table.told)} figures of headline indicators")
    return Exit.OK
