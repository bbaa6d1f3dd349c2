"""`reportsum batch`: ask a model through its batch endpoint, at half the price; `digest` then finds every answer in the cache."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from .exits import Exit
from .reader_options import add_reader_options, settings_from
from .screens import complain, print_data, say

if TYPE_CHECKING:
    from ..batching import Progress


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("action", choices=("submit", "status", "collect"), help="hand in, look, fetch (and hand in what is still open)")
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="reports and folders, for submit")
    parser.add_argument("--state", metavar="FILE", type=Path, help="what is remembered between the steps (default: .reportsum-batch.json)")
    add_reader_options(parser)


def run(options: Namespace) -> Exit:
    """Take one step. Exit code 3: something is still awaited."""
    from .. import batching

    settings = settings_from(options)
    state = options.state or batching.DEFAULT_STATE
    if options.action == "status":
        for batch, told in batching.status(settings, state):
            print_data(f"{batch.id}: {batch.requests} requests{' (closing questions)' if batch.closing else ''}, {told}\n")
        return Exit.OK
    if options.action == "submit":
        return _submit(options, settings, state)
    return _told(batching.collect(settings, state))


def _submit(options: Namespace, settings: object, state: Path) -> Exit:
    from .. import batching
    from ..reading import find_reports

    found = find_reports(options.paths)
    for error in found.errors:
        complain(error)
    if not found.reports:
        complain("batch submit: give one or more reports or folders.")
        return Exit.USAGE
    return _told(batching.submit(found.reports, settings, state))  # type: ignore[arg-type]  # what `settings_from` returns


def _told(progress: Progress) -> Exit:
    if progress.brought or progress.refused:
        say(f"{progress.brought} answers came, {progress.refused} requests could not be answered")
    if progress.submitted:
        say(f"{progress.submitted} requests handed in; collect them when the batch is done: reportsum batch collect")
    if progress.left:
        say(f"{progress.left} requests are given up after several tries; `reportsum digest` asks them itself")
    if progress.done and not progress.submitted:
        say("nothing is awaited any more: `reportsum digest` finds the answers in the cache")
    return Exit.OK if progress.done else Exit.PARTIAL
