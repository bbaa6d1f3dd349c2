"""Digest many reports on two local Ray nodes, one killed half way, beside the plain run: seconds, rows, memory of the workers,
equality of the tables.

python benchmarks/ray_cluster.py FOLDER_WITH_TEXTS [--reports 2000]

The reports are the texts of the folder, each given again with a line of its own until there are enough, so that no two are alike.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

os.environ.setdefault("RAY_DATA_DISABLE_PROGRESS_BARS", "1")

import pyarrow.parquet
import ray
from ray.cluster_utils import Cluster

import reportsum
import reportsum.ray
from reportsum.export import export

TABLES = ("reports", "items", "figures", "evidence", "panel")


def varied(texts: list[Path], folder: Path, count: int) -> list[Path]:
    """Return `count` reports made of the texts; each ends with a line that only it has."""
    paths = []
    for number in range(count):
        origin = texts[number % len(texts)]
        path = folder / f"{number:05}-{origin.stem}.txt"
        path.write_text(f"{reportsum.read(origin).text}\n附注{number}。\n", encoding="utf-8")
        paths.append(path)
    return paths


def rows(source: Path, table: str) -> list[str]:
    """Return the rows of a table as text, in an order of their own."""
    return sorted(map(str, pyarrow.parquet.read_table(source / table).to_pylist()))


class WorkerMemory(threading.Thread):
    """Watches how many megabytes each process holds that runs our tasks, once a second."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        super().__init__(daemon=True)
        self._seen: dict[str, list[int]] = defaultdict(list)
        self._over = threading.Event()

    def run(self) -> None:
        """Look until told to stop."""
        while not self._over.wait(1):
            for process in Path("/proc").glob("[0-9]*"):
                try:
                    if (process / "cmdline").read_bytes().startswith(b"ray::"):
                        pages = int((process / "statm").read_text(encoding="ascii").split()[1])
                        self._seen[process.name].append(pages * os.sysconf("SC_PAGESIZE") >> 20)
                except (OSError, IndexError):
                    continue  # it ended meanwhile

    def told(self) -> str:
        """Stop, and tell for each worker seen for half a minute its size at a third, at the end and at most."""
        self._over.set()
        long = [seen for seen in self._seen.values() if len(seen) >= 30]
        return "; ".join(f"{seen[len(seen) // 3]} MB → {seen[-1]} MB, at most {max(seen)}" for seen in long) or "none lived long enough"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=2000)
    options = parser.parse_args()
    root = Path(reportsum.__file__).parent.parent
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH"))))
    settings = reportsum.Settings(engine="rules")
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        (work / "in").mkdir()
        paths = varied(sorted(options.folder.glob("*.txt")), work / "in", options.reports)
        characters = sum(len(path.read_text(encoding="utf-8")) for path in paths)
        started = time.monotonic()
        export(reportsum.digest_many(paths, settings), "parquet", work / "plain")
        plain = time.monotonic() - started
        print(f"plain run: {plain:.1f} s, {characters / plain:,.0f} characters a second")
        cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
        cluster.add_node(num_cpus=1)
        doomed = cluster.add_node(num_cpus=1)
        ray.init(address=cluster.address, log_to_driver=False)
        memory = WorkerMemory()
        memory.start()
        started = time.monotonic()
        digested = reportsum.ray.digest_files(paths, settings)
        told: list[str] = []
        for number, row in enumerate(digested.iter_rows()):
            told.append(row["source"])
            if number == options.reports // 2:
                cluster.remove_node(doomed, allow_graceful=False)
                cluster.add_node(num_cpus=1)
        print(f"one node killed half way: {time.monotonic() - started:.1f} s, {len(told)} rows, {len(set(told))} reports")
        print(f"memory of each worker: {memory.told()}")
        started = time.monotonic()
        counted = reportsum.ray.write_tables(reportsum.ray.digest_files(paths, settings), str(work / "tables"))
        whole = time.monotonic() - started
        print(f"tables by Ray: {whole:.1f} s ({whole / plain:.2f} x the plain run), {counted}")
        same = {table: rows(work / "tables", table) == rows(work / "plain", f"{table}.parquet") for table in TABLES}
        print(f"tables equal: {same}")
        ray.shutdown()
        cluster.shutdown()  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
