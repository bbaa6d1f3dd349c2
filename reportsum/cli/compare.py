"""`reportsum compare`: the same indicators of several reports side by side, and what became of their promises."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..filing import load_digests
from .exits import Exit
from .screens import say, show


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("digests", metavar="DIGEST", nargs="+", help="digest, or folder of digests")
    parser.add_argument("--indicator", metavar="ID", action="append", help="this indicator only (gdp); may be repeated")
    parser.add_argument("--all", action="store_true", help="also indicators that only one report tells of")
    parser.add_argument("--out", metavar="FILE", type=Path, action="append", help="write FILE.html, .csv or .json; may be repeated")


def run(options: Namespace) -> Exit:
    """Compare, then write what was asked for, or draw the table."""
    from ..comparing import compare, write_comparison

    digests = [digest for _, digest in load_digests(options.digests)]
    comparison = compare(digests, options.indicator, everything=options.all)
    if not options.out:
        show(comparison)
    for target in options.out or ():
        write_comparison(comparison, target)
        say(f"{target}: {len(comparison.rows)} indicators of {len(comparison.columns)} reports")
    return Exit.OK
