"""One run of `reportsum digest`: takes digests as they come, writes them and their run records, remembers what went wrong."""

from __future__ import annotations

import errno
import gzip
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..errors import OutputError, ReportsumError
from ..filing import (
    RUN_SUFFIX,
    TEXT_SUFFIX,
    DigestNames,
    Layout,
    WrittenDigest,
    may_become_digest,
    may_become_record,
    may_become_text,
    saved_text,
    text_hash,
)
from ..manifest import Entry, Manifest, Status, file_hash, key_of
from ..models import Digest
from ..reading import read
from ..writing import compact_json, dump_json, save_digest, write_text
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


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run writes and what it tells."""

    folder: Path
    layout: Layout
    quiet: bool = False
    save_text: bool = False
    language: ScreenLanguage = "en"


class DigestRun:
    """The digests of one run, by the reports they come from; `failed` says that something went wrong before."""

    def __init__(self, files: Sequence[Path], given: Sequence[Path], manner: Manner, settings_hash: str, *, failed: bool) -> None:
        _make_folder(manner.folder)
        self._manner = manner
        self._manifest = Manifest(manner.folder)
        names = DigestNames(self._manifest, manner.layout, given)
        self._names: dict[str, str] = {}
        self._settings_hash = settings_hash
        self._failed = failed
        self._written: dict[str, WrittenDigest] = {}
        self._records: list[RunRecord] = []
        self._skipped: list[Path] = []
        self._saved = time.monotonic()
        self._lines = _Lines(manner) if manner.layout.format == "jsonl" else None
        for file in files:
            try:
                self._names[str(file)] = name = names.of(file)
                if not manner.quiet and not manner.layout.flat and PurePosixPath(name).name != file.stem:
                    say(f"{shown_path(file)}: its digest is called {shown_path(Path(name))}, since another report has that name")
            except ReportsumError:  # it cannot be read, which its own turn will tell
                self._names[str(file)] = file.stem

    def waiting(self, files: Sequence[Path], *, force: bool) -> list[Path]:
        """Return the reports that have to be read: those whose digest is not there, or would come out otherwise."""
        if force or self._lines is not None:
            return list(files)
        self._skipped = [file for file in files if self._manifest.is_current(file, _hash_of(self._manifest, file), self._settings_hash)]
        skipped = set(self._skipped)
        return [file for file in files if file not in skipped]

    def take(self, result: DigestedReport) -> None:
        """Write the digest of one report, or say why there is none. Raises OutputError when nothing can be written any more."""
        name = self._names[result.source]
        try:
            if result.digest is None:
                self.fail(result.error)
                self._note(Path(result.source), None, None, "failed", str(result.error))
                if result.record is not None:
                    self._write_record(result.record, name)
            else:
                self._write(result.digest, result.record, result.source, name)
        except ReportsumError as error:
            if isinstance(error.__cause__, OSError) and error.__cause__.errno in DISK_IS_GONE:
                raise
            self.fail(error)

    def _write(self, digest: Digest, record: RunRecord | None, source: str, name: str) -> None:
        folder, layout = self._manner.folder, self._manner.layout
        target = folder / f"{name}{layout.suffix}"
        if self._lines is not None:
            target = self._lines.add(digest)
        elif may_become_digest(target):
            save_digest(digest, target, compact=layout.format == "compact")
        else:
            raise _not_ours(target)
        saved = self._save(source, name) if self._manner.save_text else saved_text(folder / f"{name}{TEXT_SUFFIX}")
        if record is not None:
            self._write_record(record.model_copy(update={"saved_text": saved}), name)
            self._records.append(record)
        self._written[source] = WrittenDigest.of(digest, target)
        whole = all(chunk.status == "ok" for chunk in digest.chunks)
        for chunk in digest.chunks:
            if chunk.status != "ok":
                self._failed = True
                complain(f"{source}: chunk {chunk.id} {_NOT_WHOLE[chunk.status]}: {chunk.error}")
        self._note(Path(source), digest, target, "ok" if whole else "partial", None)

    def _note(self, source: Path, digest: Digest | None, target: Path | None, status: Status, error: str | None) -> None:
        """Enter a report into the manifest, which is written now and then: a killed run loses little of it."""
        report = digest.report if digest else None
        self._manifest.put(
            Entry(
                source=key_of(source),
                digest=target.relative_to(self._manner.folder).as_posix() if target else None,
                status=status,
                error=error,
                sha256=digest.source.sha256 if digest else None,
                digest_sha256=file_hash(target) if target and self._lines is None else None,
                settings=self._settings_hash,
                title=report.title if report else None,
                place=report.place if report else None,
                period=report.period.label if report and report.period else None,
            )
        )
        if time.monotonic() - self._saved > SAVE_EVERY_S:
            self._manifest.save()
            self._saved = time.monotonic()

    def _write_record(self, record: RunRecord, name: str) -> None:
        target = self._manner.folder / f"{name}{RUN_SUFFIX}"
        if not may_become_record(target):
            raise _not_ours(target)
        write_text(dump_json(record.model_dump()), target)

    def _save(self, source: str, name: str) -> str | None:
        """Save the text of a report and return its hash; None when a file of somebody else stands in its place, which is said."""
        target = self._manner.folder / f"{name}{TEXT_SUFFIX}"
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

    def close(self) -> None:
        """Write what is kept until the end: the manifest, the file of all digests."""
        if self._lines is not None:
            self._lines.close()
        self._manifest.save()

    def finish(self) -> Exit:
        """Show what was found, reports in the order they were given, and return the exit code."""
        self.close()
        if not self._written and not self._skipped:
            return Exit.USAGE
        if not self._manner.quiet:
            from ..showing import cost_table

            self._tell()
            if any(record.model for record in self._records):
                show(cost_table(self._records))
                self._tell_attention()
        return Exit.PARTIAL if self._failed else Exit.OK

    def _tell_attention(self) -> None:
        """Say so where a model let most of what was shown wrong on purpose pass."""
        slips, mended = sum(record.slips for record in self._records), sum(record.mended for record in self._records)
        if slips and 2 * mended < slips:
            say(f"attention: of {slips} readings shown wrong on purpose the model put {mended} right; --dialect dense may suit it better")

    def _tell(self) -> None:
        """Show what was found: of one report its first minute, of several a line each; then what was not read again."""
        from ..digest_screen import Choice, digest_view, report_line

        for file in self._skipped[:SKIPPED_SHOWN]:
            entry = self._manifest.of(file)
            if entry is not None and entry.digest is not None:
                path = self._manner.folder / entry.digest
                self._written[str(file)] = WrittenDigest.of(Digest.load(path), path)
        written = [self._written[source] for source in self._names if source in self._written]
        if len(written) == 1 and self._lines is None:
            show(digest_view(Digest.load(written[0].file), Choice(limit=0), self._manner.language))
            say(f"written to {shown_path(written[0].file)}")
        else:
            for one in written:
                show(report_line(one, self._manner.language))
        if self._skipped:
            say(f"{len(self._skipped)} of {len(self._names)} reports are unchanged and were not read again (--force reads them)")


SAVE_EVERY_S = 5.0
"""The manifest is written so often during a run."""
SKIPPED_SHOWN = 40
"""Of reports that were not read again, so many get their line."""


class _Lines:
    """All digests of a run in one file, one a line; it takes its name when the run ends."""

    def __init__(self, manner: Manner) -> None:
        self._target = manner.folder / f"digests.jsonl{'.gz' if manner.layout.compress else ''}"
        self._part = self._target.with_name(f".{self._target.name}.part")
        try:
            # open as long as the run goes on
            opened = gzip.open(self._part, "wt", encoding="utf-8") if manner.layout.compress else self._part.open("w", encoding="utf-8")  # noqa: SIM115
        except OSError as error:
            raise OutputError(self._target, f"cannot be written ({error.strerror})", "Give another folder with --out.") from error
        self._file = opened

    def add(self, digest: Digest) -> Path:
        """Write a digest. Raises OutputError."""
        try:
            self._file.write(compact_json(digest))
        except OSError as error:
            raise OutputError(self._target, f"cannot be written ({error.strerror})", "Free some space.") from error
        return self._target

    def close(self) -> None:
        """Give the file its name; what was written before the run was stopped is in it."""
        if not self._file.closed:
            self._file.close()
            self._part.replace(self._target)


def _hash_of(manifest: Manifest, file: Path) -> str:
    """Return the hash of a report that the manifest knows; "" for others, which have to be read anyway, and for what cannot be read."""
    if manifest.of(file) is None:
        return ""
    if (known := file_hash(file)) is not None:
        return known
    try:
        return read(file).sha256  # inside an archive
    except ReportsumError:
        return ""


def _not_ours(target: Path) -> OutputError:
    return OutputError(target, "was there before and is not of this library's making", "Move it away, or choose another folder with --out.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(folder, f"cannot be created ({error.strerror})", "Give another folder with --out.") from error
