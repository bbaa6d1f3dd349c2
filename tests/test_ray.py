"""Digesting on a cluster: real Ray nodes on this machine, one of them killed in the middle; one row a report, whatever happens."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("RAY_ENABLE_UV_RUN_RUNTIME_ENV", "0")
os.environ.setdefault("RAY_DATA_DISABLE_PROGRESS_BARS", "1")

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import ray
    from ray.cluster_utils import Cluster

import pyarrow.parquet

import reportsum
import reportsum.ray
from reportsum.errors import InputError, OutputError
from reportsum.export import export

REPORT = """{place}2023年政府工作报告

一、2022年工作回顾

2022年，地区生产总值{gdp}亿元，增长5.6%。城镇新增就业1.2万人。

二、2023年工作安排

地区生产总值增长6%左右。
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Return a cluster of a head that works on nothing and two nodes of one core each."""
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(Path(reportsum.__file__).parent.parent), os.environ.get("PYTHONPATH"))))
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False, "object_store_memory": 200_000_000})
    cluster.add_node(num_cpus=1, object_store_memory=200_000_000)
    cluster.add_node(num_cpus=1, object_store_memory=200_000_000)
    ray.init(address=cluster.address, log_to_driver=False)
    yield cluster
    ray.shutdown()
    cluster.shutdown()  # type: ignore[no-untyped-call]


def reports(folder: Path, count: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"report-{number:03}.txt"
        path.write_text(REPORT.format(place="泉河县", gdp=684 + number), encoding="utf-8")
        paths.append(path)
    return paths


def rows_of(folder: Path, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(folder / table).to_pylist()
    return rows


def test_a_report_that_cannot_be_read_is_a_row_with_its_error(cluster: Cluster, tmp_path: Path) -> None:
    paths = [*reports(tmp_path / "in", 3), tmp_path / "missing.txt"]
    counted = reportsum.ray.write_tables(reportsum.ray.digest_files(paths, reports_per_task=2), str(tmp_path / "tables"))
    assert counted["reports"] == 3
    assert counted["failures"] == 1
    (failure,) = rows_of(tmp_path / "tables", "failures")
    assert failure["source"] == str(tmp_path / "missing.txt")
    assert "does not exist" in failure["error"]


def test_the_tables_are_those_of_the_plain_run(cluster: Cluster, tmp_path: Path) -> None:
    paths = reports(tmp_path / "in", 5)
    reportsum.ray.write_tables(reportsum.ray.digest_files(paths, reports_per_task=2), str(tmp_path / "tables"))
    export(reportsum.digest_many(paths), "parquet", tmp_path / "plain")
    for table in ("reports", "items", "figures", "evidence", "panel"):
        plain = pyarrow.parquet.read_table(tmp_path / "plain" / f"{table}.parquet").to_pylist()
        assert sorted(rows_of(tmp_path / "tables", table), key=str) == sorted(plain, key=str), table


def test_rows_of_text_and_bytes_are_reports_too(cluster: Cluster) -> None:
    text = REPORT.format(place="泉河县", gdp=684)
    texts = [("a.txt", text), ("a.txt", text.replace("684", "685")), ("b", " ")]
    rows = ray.data.from_items([{"id": name, "text": words} for name, words in texts])
    told = sorted((row["source"], bool(row["digest"]), row["error"]) for row in reportsum.ray.digest_rows(rows).take_all())
    assert [(source, digested) for source, digested, _ in told] == [("a.txt", True), ("a.txt", True), ("b", False)]
    assert "is empty" in told[-1][2]
    files = ray.data.from_items([{"id": "c.txt", "data": text.encode("gb18030")}])
    (row,) = reportsum.ray.digest_rows(files, content="data").take_all()
    assert row["error"] is None
    assert "684亿元" in row["digest"]


def test_a_folder_with_other_parts_is_refused(cluster: Cluster, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "old.parquet").write_bytes(b"x")
    with pytest.raises(OutputError, match="is not empty"):
        reportsum.ray.write_tables(reportsum.ray.digest_files(reports(tmp_path / "in", 1)), str(tmp_path / "tables"))
    with pytest.raises(InputError, match="got no file"):
        reportsum.ray.digest_files([])


def test_a_node_that_dies_in_the_middle_costs_no_report_and_doubles_none(cluster: Cluster, tmp_path: Path) -> None:
    paths = reports(tmp_path / "in", 60)
    digested = reportsum.ray.digest_files(paths, reports_per_task=4)
    doomed = cluster.add_node(num_cpus=1, object_store_memory=200_000_000)
    told = []
    for number, row in enumerate(digested.iter_rows()):
        told.append(row["source"])
        if number == 8:
            cluster.remove_node(doomed, allow_graceful=False)
    assert sorted(told) == sorted(map(str, paths))
