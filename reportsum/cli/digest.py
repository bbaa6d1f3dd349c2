"""`reportsum digest`: reports in, digests out, with a progress bar and a table of what was found."""

from __future__ import annotations

import hashlib
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from ..errors import ReportsumError
from ..writing import DigestFormat
from .exits import Exit
from .reader_options import add_reader_options, settings_from, who_reads, without_effect
from .screens import add_language, complain, language_of, print_data, say, show

if TYPE_CHECKING:
    from ..settings import Settings


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="report, or folder with reports; - reads stdin")
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path("digests"), help="default: %(default)s")
    parser.add_argument("--quiet", action="store_true", help="no progress and no table, errors only")
    parser.add_argument("--save-text", action="store_true", help="also write the text that all offsets count in: NAME.source.txt")
    parser.add_argument("--dry-run", action="store_true", help="show what it would take, ask no model, write nothing")
    parser.add_argument("--force", action="store_true", help="read all reports again, also those that are unchanged")
    parser.add_argument("--flat", action="store_true", help="one folder for all digests, names with the start of the content's hash")
    parser.add_argument("--format", choices=get_args(DigestFormat), default="json", help="indented, on one line, or all in digests.jsonl")
    parser.add_argument("--compress", choices=("gzip",), help="pack digests: NAME.json.gz")
    add_language(parser)
    add_reader_options(parser)


def run(options: Namespace) -> Exit:
    """Digest everything that can be read; write each digest as soon as it is there."""
    from ..digesting import chosen_engine, digest_each
    from ..filing import Layout
    from ..manifest import settings_hash
    from ..reading import find_reports
    from .digest_run import DigestRun, Manner
    from .progress import ReportBar

    settings = settings_from(options)
    if options.paths == [Path("-")]:
        return _from_stdin(settings)
    found = find_reports(options.paths)
    for error in found.errors:
        complain(error)
    if not found.reports:
        return Exit.USAGE
    if options.dry_run:
        return _plan(found.reports, settings, failed=bool(found.errors))
    layout = Layout(options.format, options.compress == "gzip", options.flat)
    manner = Manner(options.out, layout, options.quiet, options.save_text, language_of(options))
    work = DigestRun(found.reports, options.paths, manner, settings_hash(settings, prompt_hashes(settings)), failed=bool(found.errors))
    waiting = work.waiting(found.reports, force=options.force)
    if not options.quiet:
        say(who_reads(settings))
        if chosen_engine(settings) == "rules" and (idle := without_effect(options)):
            say(f"without effect, since the rules read: {', '.join(idle)}")
    try:
        with ReportBar(len(waiting), quiet=options.quiet) as bar:
            for result in digest_each(waiting, settings, on_live=bar.follow):
                work.take(result)
                bar.advance()
    except ReportsumError as error:
        work.fail(error)
    except BaseException:
        work.close()
        raise
    return work.finish()


def _from_stdin(settings: Settings) -> Exit:
    """Digest what comes on stdin, text or the bytes of a file, and print the digest."""
    from ..digesting import digest
    from ..reading import read_bytes
    from ..writing import digest_json

    print_data(digest_json(digest(read_bytes(sys.stdin.buffer.read(), "stdin"), settings)))
    return Exit.OK


def prompt_hashes(settings: Settings) -> tuple[str, ...]:
    """Return the hashes of the prompts a model is asked with; `()` where the rules read."""
    from ..digesting import chosen_engine

    if chosen_engine(settings) == "rules":
        return ()
    from ..resources import resource_dir

    return tuple(hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(resource_dir("prompts").glob("*")) if file.is_file())


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
