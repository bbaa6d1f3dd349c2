"""Which files are reports, and what their digests are called.

Folders are searched for files that a reader knows (`REPORT_SUFFIXES`); files named one by one are taken whatever they are called.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from .errors import InputError
from .models import Digest

REPORT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf"})


class ReportFiles(NamedTuple):
    """The reports that were asked for, and what was asked for in vain."""

    files: tuple[Path, ...]
    errors: tuple[InputError, ...]


class WrittenDigest(NamedTuple):
    """A digest and the file it went to."""

    digest: Digest
    file: Path


def find_reports(paths: Iterable[str | Path], *, recursive: bool = False) -> ReportFiles:
    """Return the report files among `paths`: files as they are, folders searched (`recursive`: their subfolders too).

    In the order given, folders sorted by name, every file once.
    """
    files: dict[Path, Path] = {}
    errors: list[InputError] = []
    for path in map(Path, paths):
        try:
            found = _reports_in(path, recursive=recursive) if path.is_dir() else [path]
        except OSError as error:
            errors.append(InputError(path, f"cannot be searched ({error.strerror})", "Check the permissions."))
            continue
        if not found:
            known = ", ".join(sorted(REPORT_SUFFIXES))
            errors.append(InputError(path, "no reports in this folder", f"Reports end in {known}."))
        for file in found:
            files.setdefault(file.resolve(), file)
    return ReportFiles(tuple(files.values()), tuple(errors))


def _reports_in(folder: Path, *, recursive: bool) -> list[Path]:
    found = []
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            found += _reports_in(entry, recursive=True) if recursive and not entry.is_symlink() else []
        elif entry.suffix.lower() in REPORT_SUFFIXES:
            found.append(entry)
    return found


def digest_names(files: Sequence[Path]) -> dict[Path, str]:
    """Return a name for the digest of each file, without suffix, all different even where case does not count.

    A report is called like its file. Files of one name in different folders get the folder's name in front ("haian-report"),
    several in one folder their suffix behind ("report-md"), and what is still alike a number.
    """
    names = {file: file.stem for file in files}
    for longer in (_with_folder, _with_suffix):
        taken = Counter(name.casefold() for name in names.values())
        alike = [file for file in files if taken[names[file].casefold()] > 1]
        for file in alike:
            names[file] = longer(file, names[file])
    return _numbered(files, names)


def _with_folder(file: Path, name: str) -> str:
    folder = file.resolve().parent.name
    return f"{folder}-{name}" if folder else name


def _with_suffix(file: Path, name: str) -> str:
    return f"{name}-{file.suffix[1:]}" if file.suffix else name


def _numbered(files: Sequence[Path], names: dict[Path, str]) -> dict[Path, str]:
    taken: set[str] = set()
    result = {}
    for file in files:
        name, number = names[file], 1
        while name.casefold() in taken:
            number += 1
            name = f"{names[file]}-{number}"
        taken.add(name.casefold())
        result[file] = name
    return result
