"""What digests and run records are called, and where to find them."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from .brief import lead_words
from .captions import Caption
from .errors import InputError
from .files import read_file, read_text_file
from .models import Digest
from .reading import read
from .reading.finding import RUN_SUFFIX as RUN_SUFFIX
from .reading.finding import TEXT_SUFFIX as TEXT_SUFFIX
from .reading.finding import saved_text as saved_text


class WrittenDigest(NamedTuple):
    """What remains of a digest when it is written and let go, so that memory does not grow with the number of reports."""

    file: Path
    title: str | None
    place: str | None
    period: str | None
    lead: tuple[Caption, ...]
    """The first things in it, in a few words, Chinese and English."""
    achievements: int
    targets: int
    risks: int
    figures: int
    claimed: int

    @classmethod
    def of(cls, digest: Digest, file: Path) -> WrittenDigest:
        """Return what is to be remembered of `digest`, which went to `file`."""
        return cls(
            file=file,
            title=digest.report.title,
            place=digest.report.place,
            lead=tuple(lead_words(digest)),
            period=digest.report.period.label if digest.report.period else None,
            achievements=len(digest.achievements),
            targets=len(digest.targets),
            risks=len(digest.risks),
            figures=digest.coverage.figures,
            claimed=digest.coverage.claimed,
        )


LONGEST_NAME = 255
"""Bytes of a file name on nearly every file system; some take fewer."""
_LONGEST_ENDING = len(TEXT_SUFFIX) + len("-1234")
_HASH_DIGITS = 8


def digest_names(files: Sequence[Path], longest: int = LONGEST_NAME) -> dict[Path, str]:
    """Return a name for the digest of each file, without suffix, all different even where case does not count.

    A report is called like its file. Files of one name in different folders get the folder's name in front ("haian-report"),
    several in one folder their suffix behind ("report-md"), and what is still alike a number. A name that would make the digest look like
    a run record or a saved text (x.run.txt) loses its point. One that leaves no room for an ending in `longest` bytes is cut, and ends in
    a hash of the whole: all files of a report then still have one name.
    """
    names = {file: _own_name(file) for file in files}
    for longer in (_with_folder, _with_suffix):
        taken = Counter(name.casefold() for name in names.values())
        alike = [file for file in files if taken[names[file].casefold()] > 1]
        for file in alike:
            names[file] = longer(file, names[file])
    return _numbered(files, {file: _cut(name, longest - _LONGEST_ENDING) for file, name in names.items()})


def longest_name(folder: Path) -> int:
    """Return how many bytes a file name may have in `folder`."""
    try:
        return os.pathconf(folder, "PC_NAME_MAX")
    except (AttributeError, OSError, ValueError):
        return LONGEST_NAME


def _own_name(file: Path) -> str:
    for ending in (".run", ".source"):
        if file.stem.casefold().endswith(ending):
            return f"{file.stem[: -len(ending)]}-{ending[1:]}"
    return file.stem


def _cut(name: str, most: int) -> str:
    data = os.fsencode(name)
    if len(data) <= most:
        return name
    short = data[: most - _HASH_DIGITS - 1].decode("utf-8", "ignore")
    return f"{short}-{hashlib.sha256(data).hexdigest()[:_HASH_DIGITS]}"


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


_DIGEST = re.compile(r'\s*\{\s*"schema_version"\s*:')
_RECORD = re.compile(r'\s*\{\s*"source"\s*:')
_HEAD = 400
"""Bytes at the beginning of a file by which it is known."""


def may_become_digest(target: Path) -> bool:
    """Return whether a digest may be written to `target`: there is nothing yet, or a digest."""
    return _is_free_or_ours(target, _DIGEST)


def may_become_record(target: Path) -> bool:
    """Return whether a run record may be written to `target`: there is nothing yet, or a run record."""
    return _is_free_or_ours(target, _RECORD)


def may_become_text(target: Path, text: str) -> bool:
    """Return whether `text` may be saved to `target`: there is nothing yet, this very text, or one that a run before saved there."""
    try:
        found = text_hash(read_file(target))
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return found in (text_hash(text.encode("utf-8")), saved_text(target))


def text_hash(data: bytes) -> str:
    """Return the hash by which a saved text is known again."""
    return hashlib.sha256(data).hexdigest()


def _is_free_or_ours(target: Path, beginning: re.Pattern[str]) -> bool:
    try:
        head = read_file(target, _HEAD)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return beginning.match(head.decode("utf-8", "replace")) is not None


def find_digests(paths: Iterable[str | Path]) -> list[Path]:
    """Return the digest files among `paths`: files as they are, of a folder every NAME.json but run records (NAME.run.json).

    In the order given, those of a folder sorted by name, no file twice. Raises InputError for a folder without digests.
    """
    files: dict[Path, None] = {}
    for path in map(Path, paths):
        if not path.is_dir():
            files[path] = None
            continue
        inside = sorted(file for file in path.glob("*.json") if not file.name.endswith(RUN_SUFFIX))
        if not inside:
            raise InputError(path, "holds no digests", "`reportsum digest` writes digests: NAME.json.")
        files.update(dict.fromkeys(inside))
    return list(files)


def recorded_source(digest_file: Path, digest: Digest) -> Path | None:
    """Return the report that a digest was made from; None unless the run record beside it says where, and it is unchanged."""
    try:
        record = json.loads(read_text_file(digest_file.with_name(digest_file.stem + RUN_SUFFIX)))
        source = Path(record["source"])
        unchanged = read(source).sha256 == digest.source.sha256
    except (InputError, OSError, ValueError, KeyError, TypeError):
        return None  # no record, no report, or not what we wrote: the digest alone has to do
    return source if unchanged else None
