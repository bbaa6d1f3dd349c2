"""`reportsum verify`: recompute a digest from its source and say what does not hold."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from ..models import Digest
from .exits import Exit
from .screens import say, show


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("digest", metavar="DIGEST", help="digest file")
    parser.add_argument("--source", metavar="FILE", required=True, help="the report it was made from")


def run(options: Namespace) -> Exit:
    """Verify the digest; findings are data, the verdict is talk."""
    from ..reading import read
    from ..verifying import verify

    digest = Digest.load(options.digest)
    source = read(options.source)
    same_file = source.sha256 == digest.source.sha256 or source.name == digest.source.name
    findings = verify(digest, source if same_file else source.text)  # else it is the text that --save-text wrote
    if findings:
        from ..showing import findings_table

        show(findings_table(findings))
        return Exit.PARTIAL
    say(f"{options.digest}: everything holds ({len(digest.items())} items, {digest.coverage.figures} figures)")
    return Exit.OK
