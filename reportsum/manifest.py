"""The manifest of a folder of digests, `index.json`: every report, its digest, and what became of it.

It makes names stick (a report keeps the name its digest once got, however many others come later) and runs incremental: a report whose
file, library and settings are as they were, and whose digest is still there, need not be read again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from ._version import __version__
from .errors import InputError
from .files import read_file, read_text_file
from .settings import Settings
from .writing import dump_json, write_text

NAME = "index.json"
VERSION = 1

Status = Literal["ok", "partial", "failed"]

_IDLE = frozenset(
    {
        "api_key", "cache_dir", "cache_url", "concurrency", "timeout_s", "deadline_s", "prompt_price", "cached_price", "answer_price",
        "max_cost", "max_requests", "rpm", "tpm", "extra_headers",
    }
)  # fmt: skip
"""Settings that change how a run goes, and never what a digest says."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One report."""

    source: str
    """Its path, resolved."""
    digest: str | None
    """File of its digest, relative to the manifest's folder, with "/"; null where there is none."""
    status: Status
    """ok, partial (some chunk was not read as asked for) or failed (no digest)."""
    error: str | None
    sha256: str | None
    """Of the report's bytes."""
    digest_sha256: str | None
    """Of the digest's file."""
    settings: str
    """A short hash of library version and all settings that decide what a digest says."""
    title: str | None = None
    place: str | None = None
    period: str | None = None


class Manifest:
    """The manifest of one folder. Changes stay in memory until `save`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / NAME
        self._entries: dict[str, Entry] = dict(_read(self.file))
        self._holders = {entry.digest.casefold(): source for source, entry in self._entries.items() if entry.digest is not None}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def of(self, source: Path) -> Entry | None:
        """Return what is known of a report."""
        return self._entries.get(key_of(source))

    def holder(self, digest: str) -> str | None:
        """Return the report whose digest has this file name, whatever its case; None when it is free."""
        return self._holders.get(digest.casefold())

    def put(self, entry: Entry) -> None:
        """Note what became of a report."""
        self._entries[entry.source] = entry
        if entry.digest is not None:
            self._holders[entry.digest.casefold()] = entry.source

    def is_current(self, source: Path, sha256: str, settings: str) -> bool:
        """Return whether the digest of a report is whole, still there as it was written, and would come out the same."""
        entry = self.of(source)
        if entry is None or entry.status != "ok" or entry.digest is None or (entry.sha256, entry.settings) != (sha256, settings):
            return False
        return file_hash(self.folder / entry.digest) == entry.digest_sha256

    def save(self) -> None:
        """Write it, reports in the order of their paths. Raises OutputError."""
        entries = [asdict(self._entries[source]) for source in sorted(self._entries)]
        write_text(dump_json({"version": VERSION, "reports": entries}), self.file)


def key_of(source: Path) -> str:
    """Return the path by which a report is known: where it lies, however it was named."""
    return os.path.abspath(source)  # noqa: PTH100  # not resolved: a link is another place


def file_hash(path: Path) -> str | None:
    """Return the SHA-256 of a file in hex; None where it cannot be read."""
    try:
        return hashlib.sha256(read_file(path)).hexdigest()
    except OSError:
        return None


def settings_hash(settings: Settings, prompts: tuple[str, ...] = ()) -> str:
    """Return a short hash of what decides a digest besides its report; `prompts` are the hashes of the prompts a model is asked with."""
    said = {name: value for name, value in settings.model_dump(mode="json").items() if name not in _IDLE}
    return hashlib.sha256(json.dumps([__version__, said, *prompts], sort_keys=True).encode()).hexdigest()[:16]


def _read(file: Path) -> Iterator[tuple[str, Entry]]:
    """Yield the entries of a manifest; none where there is no file. Raises InputError for a file that is something else."""
    try:
        held = json.loads(read_text_file(file))
        for entry in held["reports"]:
            yield entry["source"], Entry(**entry)
    except FileNotFoundError:
        return
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        reason = f"is no manifest of digests ({type(error).__name__})"
        raise InputError(file, reason, "Remove it or give another folder with --out; the digests themselves stay.") from error
