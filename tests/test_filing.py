"""Where digests go: names that depend on the report's file alone, runs that read only what changed, one manifest, smaller files."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from reportsum.cli import main
from reportsum.cli.exits import Exit
from reportsum.filing import find_digests, load_digests
from reportsum.models import Digest
from reportsum.writing import compact_json, digest_json

REPORT = "{place}2023年政府工作报告\n\n一、2022年工作回顾\n\n2022年，地区生产总值684.66亿元，增长5.6%。\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, place: str = "泉河县") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REPORT.format(place=place), encoding="utf-8")
    return path


def digest(*arguments: str) -> Exit:
    return Exit(main(["digest", *arguments, "--engine", "rules"]))


def written(folder: str = "digests") -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_digests([folder])]


def manifest() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(Path("digests/index.json").read_text("utf-8"))["reports"]
    return rows


def test_digests_lie_as_their_reports_do() -> None:
    write("in/2022/haian.txt")
    write("in/2023/haian.txt")
    assert digest("in") == Exit.OK
    assert written() == ["2022/haian.json", "2023/haian.json"]


def test_a_second_run_with_more_files_renames_nothing() -> None:
    write("in/report.txt")
    assert digest("in") == Exit.OK
    first = Path("digests/report.json").read_bytes()
    write("in/report.md", "海桥县")
    assert digest("in") == Exit.OK
    assert written() == ["report-md.json", "report.json"]
    assert Path("digests/report.json").read_bytes() == first
    assert Digest.load("digests/report-md.json").report.place == "海桥县"


def test_reports_of_one_name_and_several_endings_never_collide() -> None:
    write("in/report.txt")
    write("in/report.md", "海桥县")
    assert digest("in") == Exit.OK
    assert written() == ["report-md.json", "report-txt.json"]


def test_several_folders_are_told_apart() -> None:
    write("a/report.txt")
    write("b/report.txt", "海桥县")
    assert digest("a", "b") == Exit.OK
    assert written() == ["a/report.json", "b/report.json"]


def test_flat_names_end_with_the_contents_hash() -> None:
    write("in/2022/haian.txt")
    assert digest("in", "--flat") == Exit.OK
    (name,) = written()
    assert name == f"haian-{Digest.load(Path('digests') / name).source.sha256[:8]}.json"


def test_a_name_too_long_for_the_file_system_is_shortened_for_all_files_of_the_report() -> None:
    write(f"{'长' * 80}.txt")
    assert digest(f"{'长' * 80}.txt", "--save-text") == Exit.OK
    names = sorted(path.name for path in Path("digests").iterdir() if path.name != "index.json")
    stem = names[0].removesuffix(".json")
    assert names == [f"{stem}.json", f"{stem}.run.json", f"{stem}.source.txt"]
    assert all(len(os.fsencode(name)) < 255 for name in names)


def test_what_is_unchanged_is_not_read_again_and_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        write(f"in/{name}.txt")
    assert digest("in") == Exit.OK
    before = Path("digests/a.json").stat().st_mtime_ns
    write("in/b.txt", "海桥县")
    capsys.readouterr()
    assert digest("in") == Exit.OK
    assert "1 of 2 reports are unchanged and were not read again" in capsys.readouterr().err
    assert Path("digests/a.json").stat().st_mtime_ns == before
    assert Digest.load("digests/b.json").report.place == "海桥县"
    assert digest("in", "--force") == Exit.OK
    assert Path("digests/a.json").stat().st_mtime_ns > before


def test_a_digest_that_was_lost_or_altered_is_made_again() -> None:
    write("in/a.txt")
    assert digest("in") == Exit.OK
    whole = Path("digests/a.json").read_bytes()
    Path("digests/a.json").write_bytes(whole.replace("泉河县".encode(), "海桥县".encode()))
    assert digest("in") == Exit.OK
    assert Path("digests/a.json").read_bytes() == whole


def test_other_settings_make_another_digest() -> None:
    write("in/a.txt")
    assert digest("in") == Exit.OK
    before = Path("digests/a.json").stat().st_mtime_ns
    Path("settings.toml").write_text("max_chunk_chars = 200\n", encoding="utf-8")
    assert digest("in", "--settings", "settings.toml") == Exit.OK
    assert Path("digests/a.json").stat().st_mtime_ns > before


def test_the_manifest_lists_every_report_and_what_became_of_it() -> None:
    write("in/a.txt")
    Path("in/empty.txt").touch()
    assert digest("in") == Exit.PARTIAL
    rows = [(Path(row["source"]).name, row["digest"], row["status"], row["place"], row["period"]) for row in manifest()]
    assert rows == [("a.txt", "a.json", "ok", "泉河县", "2022"), ("empty.txt", None, "failed", None, None)]
    assert "is empty" in manifest()[1]["error"]


def test_a_file_that_is_no_manifest_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt")
    Path("digests").mkdir()
    Path("digests/index.json").write_text("[]", encoding="utf-8")
    assert digest("a.txt") == Exit.USAGE
    assert "digests/index.json: is no manifest of digests" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (["--format", "compact"], "a.json"),
        (["--compress", "gzip"], "a.json.gz"),
        (["--format", "compact", "--compress", "gzip"], "a.json.gz"),
        (["--format", "jsonl"], "digests.jsonl"),
        (["--format", "jsonl", "--compress", "gzip"], "digests.jsonl.gz"),
    ],
    ids=["compact", "packed", "compact_and_packed", "lines", "lines_packed"],
)
def test_every_form_of_a_digest_holds_the_same_and_is_read_by_everything(
    arguments: list[str], file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("a.txt")
    assert digest("a.txt", "--out", "plain") == Exit.OK
    assert digest("a.txt", *arguments) == Exit.OK
    assert written() == [file]
    plain = Digest.load("plain/a.json")
    ((_, held),) = load_digests(["digests"])
    assert held == plain
    capsys.readouterr()
    assert main(["show", "digests", "--json", "--indicator", "gdp"]) == 0
    assert json.loads(capsys.readouterr().out)["metric"] == "地区生产总值"
    assert main(["view", "digests", "-o", "page.html"]) == 0
    assert main(["export", "digests", "--to", "csv", "-o", "tables"]) == 0


def test_compact_digests_are_small_and_exact() -> None:
    write("a.txt")
    assert digest("a.txt") == Exit.OK
    loaded = Digest.load("digests/a.json")
    assert json.loads(compact_json(loaded)) == json.loads(digest_json(loaded))
    assert '"value":684.66' in compact_json(loaded)
    assert compact_json(loaded).count("\n") == 1
    assert len(compact_json(loaded)) < 0.8 * len(digest_json(loaded))


def test_a_report_from_stdin_goes_to_stdout(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.format(place="泉河县").encode("gb18030"))))
    assert digest("-") == Exit.OK
    told = json.loads(capsys.readouterr().out)
    assert (told["report"]["place"], told["source"]["encoding"]) == ("泉河县", "gb18030")
    assert not Path("digests").exists()


def test_rows_go_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt")
    assert digest("a.txt") == Exit.OK
    capsys.readouterr()
    assert main(["export", "digests", "--to", "jsonl", "-"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["table"] for row in rows} >= {"reports", "items", "figures", "panel"}
    assert [row["amount"] for row in rows if row["table"] == "panel" and row["measure"] == "level"] == [68466000000.0]
    assert main(["export", "digests", "--to", "csv", "-"]) == Exit.USAGE
