"""`reportsum figures`: every figure of a report."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from .exits import Exit
from .screens import print_json_lines, show


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", metavar="FILE", help="report")
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")


def run(options: Namespace) -> Exit:
    """Read the report and list its figures."""
    from ..listing import list_figures
    from ..reading import read

    figures = list_figures(read(options.file).text)
    if options.json:
        print_json_lines(map(asdict, figures))
    else:
        from ..showing import figures_table

        show(figures_table(figures))
    return Exit.OK
