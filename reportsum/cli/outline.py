"""`reportsum outline`: the section tree of a report."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from .exits import Exit
from .screens import print_data, show


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", metavar="FILE", help="report")
    parser.add_argument("--json", action="store_true", help="JSON instead of a tree")


def run(options: Namespace) -> Exit:
    """Read the report and draw its sections."""
    from ..outlining import outline
    from ..reading import read

    sections = outline(read(options.file).text)
    if options.json:
        from ..writing import dump_json

        print_data(dump_json([section.model_dump(mode="json") for section in sections]))
    else:
        from ..showing import outline_tree

        show(outline_tree(options.file, sections))
    return Exit.OK
