"""`reportsum digest`: reports in, digests out, with a progress bar and a table of what was found."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ReportsumError
from .exits import Exit
from .reader_options import add_reader_options, settings_from, who_reads, without_effect
from .screens import add_language, complain, language_of, say, show

if TYPE_CHECKING:
    from ..settings import Settings


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="report, or folder with reports in it and below it")
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path("digests"), help="default: %(default)s")
    parser.add_argument("--quiet", action="store_true", help="no progress and no table, errors only")
    parser.add_argument("--save-text", action="store_true", help="also write the text that all offsets count in: NAME.source.txt")
    parser.add_argument("--dry-run", action="store_true", help="show what it would take, ask no model, write nothing")
    add_language(parser)
    add_reader_options(parser)


def run(options: Namespace) -> Exit:
    """Digest everything that can be read; write each digest as soon as it is there."""
    from ..digesting import chosen_engine, digest_each
    from ..reading import find_reports
    from .digest_run import DigestRun
    from .progress import ReportBar

    settings = settings_from(options)
    found = find_reports(options.paths)
    for error in found.errors:
        complain(error)
    if not found.reports:
        return Exit.USAGE
    if options.dry_run:
        return _plan(found.reports, settings, failed=bool(found.errors))
    work = DigestRun(
        found.reports,
        options.out,
        failed=bool(found.errors),
        quiet=options.quiet,
        save_text=options.save_text,
        language=language_of(options),
    )
    if not options.quiet:
        say(who_reads(settings))
        if chosen_engine(settings) == "rules" and (idle := without_effect(options)):
            say(f"without effect, since the rules read: {', '.join(idle)}")
    with ReportBar(len(found.reports), quiet=options.quiet) as bar:
        try:
            for result in digest_each(found.reports, settings, on_live=bar.follow):
                work.take(result)
                bar.advance()
        except ReportsumError as error:
            work.fail(error)
    return work.finish()


def _plan(reports: Sequence[Path], settings: Settings, *, failed: bool) -> Exit:
    """Draw what digesting would take: nothing is asked, nothing is written."""
    from ..planning import plan
    from ..showing import plan_table

    planned = plan(reports, settings)
    for problem in planned.unreadable:
        complain(problem)
    if not planned.reports:
        return Exit.USAGE
    show(plan_table(planned))
    return Exit.PARTIAL if failed or planned.unreadable else Exit.OK
