"""One run of `reportsum digest`: takes digests as they come, writes them and their run records, remembers what went wrong."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import OutputError, ReportsumError
from ..filing import (
    RUN_SUFFIX,
    TEXT_SUFFIX,
    WrittenDigest,
    digest_names,
    longest_name,
    may_become_digest,
    may_become_record,
    may_become_text,
    saved_text,
    text_hash,
)
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
        _make_folder(folder)
        self._names = {str(file): name for file, name in digest_names(files, longest_name(folder)).items()}
        self._folder = folder
        self._failed = failed
        self._quiet = quiet
        self._language = language
        self._save_text = save_text
        self._written: dict[str, WrittenDigest] = {}
        self._records: list[RunRecord] = []
        for file in files:
            if not quiet and self._names[str(file)] != file.stem:
                name = self._names[str(file)]
                say(f"{file}: its digest is called {name}.json, since another report has the same name, or its own cannot be kept")

    def take(self, result: DigestedReport) -> None:
        """Write the digest of one report, or say why there is none. Raises OutputError when nothing can be written any more."""
        name = self._names[result.source]
        try:
            if result.digest is None:
                self.fail(result.error)
                if result.record is not None:
                    self._write_record(result.record, name)
            else:
                self._write(result.digest, result.record, result.source, name)
        except ReportsumError as error:
            if isinstance(error.__cause__, OSError) and error.__cause__.errno in DISK_IS_GONE:
                raise
            self.fail(error)

    def _write(self, digest: Digest, record: RunRecord | None, source: str, name: str) -> None:
        target = self._folder / f"{name}.json"
        if not may_become_digest(target):
            raise _not_ours(target)
        digest.save(target)
        saved = self._save(source, name) if self._save_text else saved_text(self._folder / f"{name}{TEXT_SUFFIX}")
        if record is not None:
            self._write_record(record.model_copy(update={"saved_text": saved}), name)
            self._records.append(record)
        self._written[source] = WrittenDigest.of(digest, target)
        for chunk in digest.chunks:
            if chunk.status != "ok":
                self._failed = True
                complain(f"{source}: chunk {chunk.id} {_NOT_WHOLE[chunk.status]}: {chunk.error}")

    def _write_record(self, record: RunRecord, name: str) -> None:
        target = self._folder / f"{name}{RUN_SUFFIX}"
        if not may_become_record(target):
            raise _not_ours(target)
        write_text(dump_json(record.model_dump()), target)

    def _save(self, source: str, name: str) -> str | None:
        """Save the text of a report and return its hash; None when a file of somebody else stands in its place, which is said."""
        target = self._folder / f"{name}{TEXT_SUFFIX}"
        text = read(source).text
        if not may_become_text(target, text):
            self.fail(_not_ours(target))
            return None
        write_text(text, target)
        return text_hash(text.encode("utf-8"))

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


def _not_ours(target: Path) -> OutputError:
    return OutputError(target, "was there before and is not of this library's making", "Move it away, or choose another folder with --out.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, f"cannot be created ({error.strerror})", "Give another folder with --out.") from error
