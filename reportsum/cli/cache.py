"""`reportsum cache`: what the cache of model answers holds, and how to empty it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from .exits import Exit
from .screens import print_data

DEFAULT_CACHE = Path(".reportsum-cache")
"""Where `reportsum digest` keeps model answers unless told otherwise."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("action", choices=("info", "clear"), help="show what it holds, or remove all answers")
    parser.add_argument("--cache", metavar="PLACE", default=str(DEFAULT_CACHE), help="folder, or redis:// server; default: %(default)s")


def run(options: Namespace) -> Exit:
    """Show or clear."""
    from ..cache import cache_info, clear_cache
    from ..shared_cache import SharedAnswerCache, is_shared

    if is_shared(options.cache):
        with SharedAnswerCache(options.cache) as shared:
            told = f"{shared.clear()} answers removed" if options.action == "clear" else f"{shared.count()} answers"
            print_data(f"{shared.place}: {told}\n")
        return Exit.OK
    if options.action == "clear":
        print_data(f"{options.cache}: {clear_cache(options.cache)} answers removed\n")
        return Exit.OK
    info = cache_info(options.cache)
    print_data(f"{info.directory}: {info.answers} answers, {info.bytes:,} bytes\n")
    return Exit.OK
