"""`reportsum show`: a digest as tables."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ..filing import find_digests
from ..models import Digest
from .exits import Exit
from .screens import show


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("digests", metavar="DIGEST", nargs="+", help="digest, or folder of digests")
    parser.add_argument("--limit", type=int, metavar="N", help="show at most N items of each kind")


def run(options: Namespace) -> Exit:
    """Load each digest and draw it."""
    from ..showing import digest_view

    for path in find_digests(options.digests):
        show(digest_view(Digest.load(path), limit=options.limit))
    return Exit.OK
