"""`reportsum view`: a page that shows digests beside their text."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..filing import load_digests, recorded_source
from .exits import Exit
from .screens import say


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("digests", metavar="DIGEST", nargs="+", help="digest, or folder of digests")
    parser.add_argument("-o", "--out", metavar="FILE", type=Path, default=Path("digests.html"), help="default: %(default)s")
    parser.add_argument("--source", metavar="FILE", type=Path, action="append", help="report a digest was made from; may be repeated")
    parser.add_argument("--language", choices=("zh", "en"), default="zh", help="language of the labels at first (default: zh)")
    parser.epilog = "Without --source, reports are looked for where the run records beside the digests say they were."


def run(options: Namespace) -> Exit:
    """Write the page."""
    from ..view import write_view

    loaded = list(load_digests(options.digests))
    files = [file for file, _ in loaded]
    digests = [digest for _, digest in loaded]
    sources = options.source or list(filter(None, map(recorded_source, files, digests)))
    page = write_view(digests, options.out, sources, language=options.language)
    say(f"{page}: {len(digests)} digests, {len(sources)} with their text")
    return Exit.OK
