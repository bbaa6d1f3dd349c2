"""`reportsum label`: a pre-filled label file for a person to correct."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..errors import OutputError
from .exits import Exit
from .screens import print_data, say


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", metavar="FILE", help="report")
    parser.add_argument("-o", "--out", metavar="FILE", type=Path, help="label file to write (default: stdout)")
    parser.epilog = "An existing label file is never overwritten: it may hold a person's work."


def run(options: Namespace) -> Exit:
    """Label the report by the rules."""
    from ..labelling import label
    from ..writing import write_text

    labels = label(options.file)
    if options.out is None:
        print_data(labels)
    elif options.out.exists():
        raise OutputError(options.out, "exists already and may hold a person's work", "Give another name.")
    else:
        write_text(labels, options.out)
        say(f"{options.out}: {labels.count(chr(10))} segments to look through; seeds/gold/GUIDE.md explains the fields")
    return Exit.OK
