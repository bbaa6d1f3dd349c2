"""What digests and run records are called, and where to find them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from .brief import lead_words
from .captions import Caption
from .errors import InputError
from .models import Digest
from .reading import read

RUN_SUFFIX = ".run.json"
"""The run record of NAME.json is NAME.run.json."""
TEXT_SUFFIX = ".source.txt"
"""The text that the digest NAME.json counts its offsets in, where it is saved, is NAME.source.txt."""


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
        record = json.loads(digest_file.with_name(digest_file.stem + RUN_SUFFIX).read_text(encoding="utf-8"))
        source = Path(record["source"])
        unchanged = read(source).sha256 == digest.source.sha256
    except (InputError, OSError, ValueError, KeyError, TypeError):
        return None  # no record, no report, or not what we wrote: the digest alone has to do
    return source if unchanged else None
