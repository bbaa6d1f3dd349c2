"""Finds the reports that a user's list of files and folders means."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError
from .text import TEXT_SUFFIXES

SUFFIXES = frozenset(TEXT_SUFFIXES)
ABOUT_FILES = frozenset({"readme", "guide", "license", "licence", "notice", "changelog", "contributing"})
"""Names (without suffix) of files that speak of a folder; in a folder they are no reports."""


class Found(NamedTuple):
    """What a list of paths came to."""

    reports: list[Path]
    """Files in the order given, those of a folder sorted by path; no file twice."""
    errors: list[InputError]
    """One for each path that is missing, unreadable or a folder without reports."""


def find_reports(paths: Iterable[Path | str]) -> Found:
    """Return the files that `paths` name: a file as it is, a folder by the reports in it and below it.

    In folders, hidden files, files of unknown kinds and files such as README.md are passed over; links to folders are not followed.
    """
    reports: dict[Path, None] = {}
    errors: list[InputError] = []
    for path in map(Path, paths):
        try:
            if not path.is_dir():
                path.stat()
                reports[path] = None
                continue
        except OSError as error:
            errors.append(_refused(path, error))
            continue
        known = len(errors)
        inside = _in_folder(path, errors)
        reports.update(dict.fromkeys(inside))
        if not inside and len(errors) == known:
            kinds = ", ".join(sorted(SUFFIXES))
            errors.append(InputError(path, "holds no reports", f"Give a folder with files that end in {kinds}."))
    return Found(list(reports), errors)


def _refused(path: Path, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
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
            known = path.suffix.lower() in SUFFIXES and path.stem.lower() not in ABOUT_FILES
            if known and not name.startswith("."):
                found.append(path)
    return sorted(found)
