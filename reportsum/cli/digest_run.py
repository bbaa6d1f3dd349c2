"""One run of `reportsum digest`: takes digests as they come, writes them and their run records, remembers what went wrong."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import OutputError, ReportsumError
from ..filing import RUN_SUFFIX, TEXT_SUFFIX, WrittenDigest, digest_names
from ..models import Digest
from ..reading import read
from ..writing import dump_json, write_text
from .exits import Exit
from .screens import complain, say, show, shown_path

if TYPE_CHECKING:
    from ..digest_screen import ScreenLanguage
    from ..running import DigestedReport, RunRecord

DISK_IS_GONE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""Errors after which no other digest can be written either."""


_NOT_WHOLE = {
    "failed": "could not be read",
    "fallback": "was read by the rules, since the model could not",
    "partial": "was read in part, the rest by the rules",
}


class DigestRun:
    """The digests of one run, by the reports they come from; `failed` says that something went wrong before."""

    def __init__(
        self, files: Sequence[Path], folder: Path, *, failed: bool, quiet: bool, save_text: bool, language: ScreenLanguage = "en"
    ) -> None:
        self._names = {str(file): name for file, name in digest_names(files).items()}
        self._folder = folder
        self._failed = failed
        self._quiet = quiet
        self._language = language
        self._save_text = save_text
        self._written: dict[str, WrittenDigest] = {}
        self._records: list[RunRecord] = []
        _make_folder(folder)
        for file in files:
            if not quiet and self._names[str(file)] != file.stem:
                say(f"{file}: its digest is called {self._names[str(file)]}.json, since another report has the same name")

    def take(self, result: DigestedReport) -> None:
        """Write the digest of one report, or say why there is none. Raises OutputError when nothing can be written any more."""
        name = self._names[result.source]
        if result.digest is None:
            self.fail(result.error)
            if result.record is not None:
                self._write_record(result.record, name)
            return
        target = self._folder / f"{name}.json"
        try:
            result.digest.save(target)
            if result.record is not None:
                self._write_record(result.record, name)
                self._records.append(result.record)
            if self._save_text:
                write_text(read(result.source).text, self._folder / f"{name}{TEXT_SUFFIX}")
        except ReportsumError as error:
            if isinstance(error.__cause__, OSError) and error.__cause__.errno in DISK_IS_GONE:
                raise
            self.fail(error)
            return
        self._written[result.source] = WrittenDigest.of(result.digest, target)
        for chunk in result.digest.chunks:
            if chunk.status != "ok":
                self._failed = True
                complain(f"{result.source}: chunk {chunk.id} {_NOT_WHOLE[chunk.status]}: {chunk.error}")

    def _write_record(self, record: RunRecord, name: str) -> None:
        write_text(dump_json(record.model_dump()), self._folder / f"{name}{RUN_SUFFIX}")

    def fail(self, error: ReportsumError | None) -> None:
        """Say what went wrong and remember it for the exit code."""
        self._failed = True
        complain(error)

    def finish(self) -> Exit:
        """Draw the table of what was found, reports in the order they were given, and return the exit code."""
        if not self._written:
            return Exit.USAGE
        if not self._quiet:
            from ..showing import cost_table

            self._tell()
            if any(record.model for record in self._records):
                show(cost_table(self._records))
        return Exit.PARTIAL if self._failed else Exit.OK


    def _tell(self) -> None:
        """Show what was found: of one report its first minute, of several a line each."""
        from ..digest_screen import Choice, digest_view, report_line

        written = [self._written[source] for source in self._names if source in self._written]
        if len(written) == 1:
            show(digest_view(Digest.load(written[0].file), Choice(limit=0), self._language))
            say(f"written to {shown_path(written[0].file)}")
            return
        for one in written:
            show(report_line(one, self._language))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, f"cannot be created ({error.strerror})", "Give another folder with --out.") from error
