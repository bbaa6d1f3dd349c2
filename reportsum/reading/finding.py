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
    errors = []
    for path in map(Path, paths):
        try:
            if path.is_dir():
                inside = _in_folder(path)
                reports.update(dict.fromkeys(inside))
                if not inside:
                    kinds = ", ".join(sorted(SUFFIXES))
                    errors.append(InputError(path, "holds no reports", f"Give a folder with files that end in {kinds}."))
            else:
                path.stat()
                reports[path] = None
        except FileNotFoundError:
            errors.append(InputError(path, "does not exist", "Check the spelling and the folder it is looked for in."))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            errors.append(InputError(path, f"cannot be read ({reason})", "Check the permissions of the file and its folders."))
    return Found(list(reports), errors)


def _in_folder(folder: Path) -> list[Path]:
    found = []

    def refuse(error: OSError) -> None:
        raise error

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(place, name)
            known = path.suffix.lower() in SUFFIXES and path.stem.lower() not in ABOUT_FILES
            if known and not name.startswith("."):
                found.append(path)
    return sorted(found)
