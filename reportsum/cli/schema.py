"""`reportsum schema`: the published JSON Schema."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from .exits import Exit
from .screens import print_data


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes: nothing."""
    parser.epilog = "Every field carries a description; docs/ explains them with examples."


def run(options: Namespace) -> Exit:
    """Print the schema of the digest."""
    from ..contract import digest_schema
    from ..writing import dump_json

    print_data(dump_json(digest_schema()))
    return Exit.OK
