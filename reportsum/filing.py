"""What digests and run records are called, and where to find them."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from reportsum import lazy_re as re

from .brief import lead_words
from .captions import Caption
from .errors import InputError
from .files import read_file, read_text_file
from .manifest import NAME as MANIFEST
from .manifest import Manifest, key_of
from .models import Digest
from .reading import read
from .reading.finding import RUN_SUFFIX as RUN_SUFFIX
from .reading.finding import TEXT_SUFFIX as TEXT_SUFFIX
from .reading.finding import saved_text as saved_text
from .reading.kinds import SUFFIXES, is_archive
from .writing import DIGEST_SUFFIXES, DigestFormat, read_digests


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


@dataclass(frozen=True, slots=True)
class Layout:
    """How digests are named and written."""

    format: DigestFormat = "json"
    compress: bool = False
    flat: bool = False
    """One folder for all, each name with the start of its source's hash."""

    @property
    def suffix(self) -> str:
        """The ending of a digest's file."""
        return ".json.gz" if self.compress else ".json"


class DigestNames:
    """Names the digests of one folder.

    A name depends on the file alone: its place below the folder that was given, and its own name; where another report of the same name
    but another ending lies beside it, the ending too. A report keeps the name it once got; where another report holds a name, the start
    of the content's hash follows. A name that would make the digest look like a run record or a saved text (x.run.txt) loses its point,
    one that is the manifest's (index.txt) gets a word behind it; one too long for the file system is cut, and ends in a hash of the
    whole: all files of a report then still have one name.
    """

    def __init__(self, manifest: Manifest, layout: Layout, given: Iterable[Path] = ()) -> None:
        self._manifest = manifest
        self._layout = layout
        self._roots = [path for path in given if path.is_dir() or is_archive(path)]
        self._taken: dict[str, str] = {}
        self._longest = longest_name(manifest.folder)

    def of(self, file: Path) -> str:
        """Return the file name of a report's digest, relative to the folder of digests, with "/" and without its ending."""
        suffix, known = self._layout.suffix, self._manifest.of(file)
        if known is not None and known.digest is not None and known.digest.endswith(suffix):
            return self._held(known.digest.removesuffix(suffix), file)
        own = _own_name(file)
        name = _cut(f"{own}-{file.suffix[1:]}" if _has_namesake(file) else own, self._longest - _LONGEST_ENDING)
        if self._layout.flat:
            return self._held(f"{name}-{_content_hash(file)}", file)
        path = (self._below(file) / name).as_posix()
        holders = {self._manifest.holder(f"{path}{suffix}"), self._taken.get(path.casefold())} - {None, key_of(file)}
        return self._held(f"{path}-{_content_hash(file)}" if holders else path, file)

    def _below(self, file: Path) -> PurePosixPath:
        """Return where a report lies below the folder that was given; with several folders, below what holds them."""
        for root in self._roots:
            if file.is_relative_to(root):
                return PurePosixPath(file.parent.relative_to(root if len(self._roots) == 1 else root.parent).as_posix())
        return PurePosixPath()

    def _held(self, name: str, file: Path) -> str:
        self._taken[name.casefold()] = key_of(file)
        return name


LONGEST_NAME = 255
"""Bytes of a file name on nearly every file system; some take fewer."""
_LONGEST_ENDING = len(TEXT_SUFFIX) + len("-12345678")
_HASH_DIGITS = 8


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
    return f"{file.stem}-report" if f"{file.stem}.json".casefold() == MANIFEST else file.stem


def _cut(name: str, most: int) -> str:
    data = os.fsencode(name)
    if len(data) <= most:
        return name
    short = data[: most - _HASH_DIGITS - 1].decode("utf-8", "ignore")
    return f"{short}-{hashlib.sha256(data).hexdigest()[:_HASH_DIGITS]}"


def _has_namesake(file: Path) -> bool:
    """Return whether a report of the same name and another ending lies beside it."""
    try:
        beside = [file.with_suffix(suffix) for suffix in SUFFIXES if suffix != file.suffix.lower()]
        return any(other.is_file() for other in beside)
    except (OSError, ValueError):
        return False


def _content_hash(file: Path) -> str:
    return read(file).sha256[:8]


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
        head = _unpacked_head(target) if target.suffix == ".gz" else read_file(target, _HEAD)
    except FileNotFoundError:
        return True
    except (OSError, EOFError, zlib.error):
        return False
    return beginning.match(head.decode("utf-8", "replace")) is not None


def _unpacked_head(target: Path) -> bytes:
    with gzip.GzipFile(fileobj=io.BytesIO(read_file(target, 1 << 16))) as packed:
        return packed.read(_HEAD)


def find_digests(paths: Iterable[str | Path]) -> list[Path]:
    """Return the digest files among `paths`: files as they are, of a folder those in it and below it.

    Digests are NAME.json, NAME.json.gz and NAME.jsonl; run records (NAME.run.json) and manifests (index.json) are none. In the order given,
    those of a folder sorted by path, no file twice. Raises InputError for a folder without digests.
    """
    files: dict[Path, None] = {}
    for path in map(Path, paths):
        if not path.is_dir():
            files[path] = None
            continue
        inside = sorted(file for file in path.rglob("*") if _is_digest(file, path))
        if not inside:
            raise InputError(path, "holds no digests", "`reportsum digest` writes digests: NAME.json.")
        files.update(dict.fromkeys(inside))
    return list(files)


def _is_digest(file: Path, folder: Path) -> bool:
    if not file.name.endswith(DIGEST_SUFFIXES) or file.name.endswith(RUN_SUFFIX) or file.name == MANIFEST:
        return False
    return not any(part.startswith(".") for part in file.relative_to(folder).parts) and file.is_file()


def load_digests(paths: Iterable[str | Path]) -> Iterator[tuple[Path, Digest]]:
    """Yield every digest that `paths` name, each with its file: a .jsonl file holds many. Raises InputError."""
    for path in find_digests(paths):
        for digest in read_digests(path):
            yield path, digest


def recorded_source(digest_file: Path, digest: Digest) -> Path | None:
    """Return the report that a digest was made from; None unless the run record beside it says where, and it is unchanged."""
    stem = digest_file.name.removesuffix(".gz").removesuffix(".json")
    try:
        record = json.loads(read_text_file(digest_file.with_name(stem + RUN_SUFFIX)))
        source = Path(record["source"])
        unchanged = read(source).sha256 == digest.source.sha256
    except (InputError, OSError, ValueError, KeyError, TypeError):
        return None  # no record, no report, or not what we wrote: the digest alone has to do
    return source if unchanged else None
