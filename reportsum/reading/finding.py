"""Finds the reports that a user's list of files and folders means."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import NamedTuple

from ..errors import InputError
from ..files import read_file, read_text_file
from .kinds import SUFFIXES, archive_of, is_archive

ABOUT_FILES = frozenset({"readme", "guide", "license", "licence", "notice", "changelog", "contributing"})
"""Names (without suffix) of files that speak of a folder; in a folder they are no reports."""


RUN_SUFFIX = ".run.json"
"""The run record of NAME.json is NAME.run.json."""
TEXT_SUFFIX = ".source.txt"
"""The text that the digest NAME.json counts its offsets in, where it is saved, is NAME.source.txt."""
_OWN_PAGE = b'<meta name="generator" content="reportsum'
_PAGE_HEAD = 1000


class Found(NamedTuple):
    """What a list of paths came to."""

    reports: list[Path]
    """Files in the order given, those of a folder or an archive sorted by path; no file twice."""
    errors: list[InputError]
    """One for each path that is missing or unreadable, and for each folder or archive given that holds no reports."""


def find_reports(paths: Iterable[Path | str]) -> Found:
    """Return the files that `paths` name: a file as it is, a folder or a zip archive by the reports in it and below it.

    A report in an archive is named as if the archive were a folder: `reports.zip/2022/haian.docx`; `read` takes such a path.
    In folders and archives, hidden files, files of unknown kinds and files such as README.md are passed over, in folders also what this
    library wrote there itself; links to folders are not followed, and an archive in an archive is not opened.
    """
    reports: dict[Path, None] = {}
    errors: list[InputError] = []
    for path in map(Path, paths):
        try:
            is_folder = path.is_dir()
            if not is_folder and not is_archive(path):
                if archive_of(path) is None:
                    path.stat()
                reports[path] = None
                continue
        except (OSError, ValueError) as error:
            errors.append(_refused(path, error))
            continue
        known = len(errors)
        inside = _in_folder(path, errors) if is_folder else _in_archive(path, errors)
        reports.update(dict.fromkeys(inside))
        if not inside and len(errors) == known:
            kinds = ", ".join(sorted(SUFFIXES))
            errors.append(InputError(path, "holds no reports", f"Give a folder or an archive with files that end in {kinds}."))
    return Found(list(reports), errors)


def _refused(path: Path, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError | ValueError):
        # ValueError: a name with a NUL in it, which no file can have
        return InputError(path, "does not exist", "Check the spelling and the folder it is looked for in.")
    reason = error.strerror or type(error).__name__
    return InputError(path, f"cannot be read ({reason})", "Check the permissions of the file and its folders.")


def _in_folder(folder: Path, errors: list[InputError]) -> list[Path]:
    """Return the reports in and below `folder`; a folder below it that cannot be searched is added to `errors`."""
    found = []

    def refuse(error: OSError) -> None:
        errors.append(_refused(Path(error.filename or folder), error))

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(place, name)
            if name.startswith("."):
                continue
            if is_archive(path):
                found.extend(_in_archive(path, errors))
            elif _is_report(path) and not _is_output(path):
                found.append(path)
    return sorted(found)


def _in_archive(path: Path, errors: list[InputError]) -> list[Path]:
    """Return the reports in the archive `path`, sorted; one that cannot be opened is added to `errors`."""
    from .archives import file_names

    try:
        return [path / name for name in file_names(path) if _is_report(PurePath(name))]
    except InputError as error:
        errors.append(error)
    except OSError as error:
        errors.append(_refused(path, error))
    return []


def _is_output(path: Path) -> bool:
    """Return whether this library wrote the file: a text saved beside its digest, or a page that shows digests. It is no report again."""
    try:
        if path.name.endswith(TEXT_SUFFIX):
            known = saved_text(path)
            return known is not None and hashlib.sha256(read_file(path)).hexdigest() == known
        return path.suffix.lower() == ".html" and _OWN_PAGE in read_file(path, _PAGE_HEAD)
    except OSError:
        return False  # reading it will say what is wrong


def saved_text(path: Path) -> str | None:
    """Return the hash of the text that a run saved to `path`, NAME.source.txt, as the run record beside it tells; None when none does."""
    record = path.with_name(path.name.removesuffix(TEXT_SUFFIX) + RUN_SUFFIX)
    try:
        saved = json.loads(read_text_file(record))["saved_text"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return saved if isinstance(saved, str) else None


def _is_report(path: PurePath) -> bool:
    return path.suffix.lower() in SUFFIXES and path.stem.lower() not in ABOUT_FILES
