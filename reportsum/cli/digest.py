"""`reportsum digest`: reports in, digests out, with a progress bar and a table of what was found."""

from __future__ import annotations

import errno
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from ..digesting import DigestedReport, chosen_engine, digest_each
from ..errors import OutputError, ReportsumError
from ..filing import WrittenDigest, digest_names
from ..reading import find_reports
from ..settings import Settings
from .exits import Exit
from .progress import ReportBar
from .screens import complain, say, show

DISK_IS_GONE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""Errors after which no other digest can be written either."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="report, or folder with reports in it and below it")
    parser.add_argument("--engine", choices=("auto", "llm", "rules"), help="who reads (default: auto)")
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path("digests"), help="default: %(default)s")
    parser.add_argument("--quiet", action="store_true", help="no progress and no table, errors only")
    parser.add_argument("--settings", metavar="FILE", type=Path, help="TOML file with settings")


def run(options: Namespace) -> Exit:
    """Digest everything that can be read; write each digest as soon as it is there."""
    found = find_reports(options.paths)
    for error in found.errors:
        complain(error)
    if not found.reports:
        return Exit.USAGE
    settings = Settings.load(options.settings, engine=options.engine)
    work = _Work(found.reports, options.out, quiet=options.quiet)
    if not options.quiet:
        say(_who_reads(settings))
    with ReportBar(len(found.reports), quiet=options.quiet) as bar:
        try:
            for result in digest_each(found.reports, settings):
                work.take(result)
                bar.advance()
        except ReportsumError as error:
            work.fail(error)
    return work.finish(failed=bool(found.errors))


def _who_reads(settings: Settings) -> str:
    engine = chosen_engine(settings)
    if settings.engine != "auto":
        return f"engine: {engine}, as asked for"
    if engine == "llm":
        return f"engine: llm, since a model is configured ({settings.model})"
    return "engine: rules, since no model is configured (--model NAME or REPORTSUM_MODEL names one)"


class _Work:
    """The digests of one run: takes them one by one, writes them, remembers what went wrong."""

    def __init__(self, files: Sequence[Path], folder: Path, *, quiet: bool) -> None:
        self._names = {str(file): name for file, name in digest_names(files).items()}
        self._order = {str(file): number for number, file in enumerate(files)}
        self._folder = folder
        self._quiet = quiet
        self._written: dict[str, WrittenDigest] = {}
        self._failed = False
        _make_folder(folder)
        for file in files:
            if not quiet and self._names[str(file)] != file.stem:
                say(f"{file}: its digest is called {self._names[str(file)]}.json, since another report has the same name")

    def take(self, result: DigestedReport) -> None:
        """Write the digest of one report, or say why there is none. Raises OutputError when nothing can be written any more."""
        if result.digest is None:
            self.fail(result.error)
            return
        target = self._folder / f"{self._names[result.source]}.json"
        try:
            result.digest.save(target)
        except OutputError as error:
            if isinstance(error.__cause__, OSError) and error.__cause__.errno in DISK_IS_GONE:
                raise
            self.fail(error)
            return
        self._written[result.source] = WrittenDigest(result.digest, target)
        for chunk in result.digest.chunks:
            if chunk.status == "failed":
                self._failed = True
                complain(f"{result.source}: chunk {chunk.id} could not be read: {chunk.error}")

    def fail(self, error: ReportsumError | None) -> None:
        """Say what went wrong and remember it for the exit code."""
        self._failed = True
        complain(error)

    def finish(self, *, failed: bool) -> Exit:
        """Draw the table of what was found and return the exit code; `failed` says that something failed before."""
        if not self._written:
            return Exit.USAGE
        if not self._quiet:
            from ..showing import found_table

            in_order = sorted(self._written, key=self._order.__getitem__)
            show(found_table([self._written[source] for source in in_order]))
        return Exit.PARTIAL if failed or self._failed else Exit.OK


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, f"cannot be created ({error.strerror})", "Give another folder with --out.") from error
