"""Reports by the ten thousand, on many machines: Ray Data as the engine (extra `ray`).

    import ray, reportsum.ray

    ray.init()                                                  # or the address of a cluster
    digested = reportsum.ray.digest_files(paths)                # rows: source, digest_id, digest (JSON), error
    reportsum.ray.write_tables(digested, "tables")              # Parquet: items, figures, panel … and failures

A report that cannot be digested is a row with its error, never the end of the job. Ray runs a task again whose machine died; every
report gives exactly one row all the same, since what a task says depends on its reports alone and its files are named after them.
With a model, each worker asks for itself: give the workers the key (OPENAI_API_KEY) and a cache they share (`cache_url`).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import InputError, OutputError, ReportsumError, SettingsError
from .models import Digest
from .reading import SourceText
from .settings import Settings

if TYPE_CHECKING:
    import os

    import pyarrow
    import ray.data

REPORTS_PER_TASK = 32
"""Reports a worker takes at once: enough to make the way there cheap, few enough to lose little with a machine."""
COLUMNS = ("source", "digest_id", "digest", "error")


def digest_files(
    paths: Iterable[str | os.PathLike[str]], settings: Settings | None = None, *, reports_per_task: int = REPORTS_PER_TASK
) -> ray.data.Dataset:
    """Return a dataset with one row for each file: source, digest_id, digest (its JSON), error; either the error is null or the other two.

    The workers read the files themselves: the paths must lead to the same files everywhere. Lazy, as datasets are.
    """
    data = _package()
    rows = [{"source": str(path)} for path in paths]
    if not rows:
        raise InputError("digest_files", "got no file", "Give the paths of one or more reports.")
    blocks = max(1, -(-len(rows) // reports_per_task))
    return _digested(data.from_items(rows, override_num_blocks=blocks), settings, "source", None, reports_per_task)


def digest_rows(
    rows: ray.data.Dataset,
    settings: Settings | None = None,
    *,
    id: str = "id",  # the name of a column, as people call it
    content: str = "text",
    reports_per_task: int = REPORTS_PER_TASK,
) -> ray.data.Dataset:
    """As `digest_files`, for a dataset whose column `content` holds reports (text, or the bytes of files) and `id` their names."""
    _package()
    return _digested(rows, settings, id, content, reports_per_task)


def write_tables(digested: ray.data.Dataset, folder: str) -> dict[str, int]:
    """Write the tables of `reportsum.export` as Parquet, FOLDER/TABLE/part-….parquet, and return the number of rows of each.

    `failures` (source, error) lists the reports that could not be digested. `folder` is a path or address that all workers reach, and
    must be new. Raises OutputError.
    """
    from pyarrow import fs

    system, path = fs.FileSystem.from_uri(_absolute(folder))
    if any(system.get_file_info(fs.FileSelector(path, allow_not_found=True))):
        raise OutputError(folder, "is not empty", "Give a new folder: parts of another run would stand among these.")
    counted: Counter[str] = Counter()
    # what is written depends on whole blocks: a task that is run again writes the same files
    written = digested.materialize().map_batches(partial(_write_parts, folder=_absolute(folder)), batch_size=None, batch_format="pyarrow")
    for row in written.iter_rows():
        counted[row["table"]] += row["rows"]
    return dict(counted)


def _package() -> Any:
    try:
        import ray.data
    except ImportError as error:
        raise SettingsError("Digesting on a cluster needs the package ray: pip install 'reportsum[ray]'.") from error
    return ray.data


def _digested(rows: ray.data.Dataset, settings: Settings | None, name: str, content: str | None, reports_per_task: int) -> ray.data.Dataset:
    settings = settings or Settings.load()
    work = partial(_digest_batch, settings=settings, name=name, content=content)
    digested: ray.data.Dataset = rows.map_batches(work, batch_size=reports_per_task, batch_format="pyarrow", num_cpus=1)
    return digested


def _digest_batch(batch: pyarrow.Table, *, settings: Settings, name: str, content: str | None) -> pyarrow.Table:
    """Return the rows of a few reports, in their order."""
    import pyarrow

    from .digesting import digest_each
    from .reading.opening import source_name

    names = [str(one) for one in batch.column(name).to_pylist()]
    contents = batch.column(content).to_pylist() if content is not None else names
    rows: dict[int, tuple[str | None, str | None, str | None]] = {}
    sources: dict[int, Path | SourceText] = {}
    for place, label in enumerate(names):
        try:
            sources[place] = Path(label) if content is None else _source(contents[place], label)
        except ReportsumError as error:
            rows[place] = (None, None, str(error))
    for together in _told_apart(sources, names):
        places = {source_name(sources[place]): place for place in together}
        for result in digest_each([sources[place] for place in together], settings):
            digest = result.digest
            rows[places[result.source]] = (None, None, str(result.error)) if digest is None else (digest.id, digest.to_json(), None)
    columns = [names, *([rows[place][at] for place in range(len(names))] for at in range(len(COLUMNS) - 1))]
    return pyarrow.table({column: pyarrow.array(values, pyarrow.string()) for column, values in zip(COLUMNS, columns, strict=True)})


def _told_apart(sources: Mapping[int, object], names: Sequence[str]) -> list[list[int]]:
    """Return the places of the sources in runs in which no name repeats: results come as they finish, and are known by name."""
    runs: list[dict[str, int]] = []
    for place in sources:
        run = next((run for run in runs if names[place] not in run), None)
        if run is None:
            runs.append(run := {})
        run[names[place]] = place
    return [list(run.values()) for run in runs]


def _source(content: Any, name: str) -> SourceText:
    from .reading import from_text, read_bytes

    return read_bytes(bytes(content), name) if isinstance(content, bytes | bytearray | memoryview) else from_text(str(content), name)


def _write_parts(batch: pyarrow.Table, *, folder: str) -> dict[str, list[Any]]:
    """Write one file a table for the reports of a block, named after them; return how many rows each got."""
    import pyarrow
    from pyarrow import fs, parquet

    sources = batch.column("source").to_pylist()
    failed = [(source, error) for source, error in zip(sources, batch.column("error").to_pylist(), strict=True) if error is not None]
    digests = _digests(sources, batch.column("digest").to_pylist())
    try:
        tables = _arrow(list(digests.values()), folder)
    except OutputError:  # some number fits no column: that report fails, the others stay
        good: list[Digest] = []
        for source, digest in digests.items():
            try:
                _arrow([digest], folder)
                good.append(digest)
            except OutputError as error:
                failed.append((source, str(error)))
        tables = _arrow(good, folder)
    columns = {name: pyarrow.array([row[at] for row in failed], pyarrow.string()) for at, name in enumerate(("source", "error"))}
    tables["failures"] = pyarrow.table(columns)
    part = hashlib.sha256("\n".join(sources).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    system, path = fs.FileSystem.from_uri(folder)
    for name, table in tables.items():
        system.create_dir(f"{path}/{name}", recursive=True)
        parquet.write_table(table, f"{path}/{name}/part-{part}.parquet", filesystem=system)
    return {"table": list(tables), "rows": [table.num_rows for table in tables.values()]}


def _arrow(digests: Sequence[Digest], folder: str) -> dict[str, Any]:
    from .export.flatten import flatten
    from .export.parquet import arrow_table
    from .export.tables import TABLES

    rows = flatten(digests)
    return {table.name: arrow_table(table, rows[table.name], Path(folder) / table.name) for table in TABLES}


def _digests(sources: Sequence[str], texts: Sequence[str | None]) -> dict[str, Digest]:
    """Return the digests of a block, each under its source; where a name repeats, under its place too."""
    from .writing import load_json

    return {
        source if sources.count(source) == 1 else f"{source} ({place})": Digest.model_validate(load_json(text))
        for place, (source, text) in enumerate(zip(sources, texts, strict=True), start=1)
        if text is not None
    }


def _absolute(folder: str) -> str:
    return folder if "://" in folder else str(Path(folder).absolute())
