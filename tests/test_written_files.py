"""What files a run writes, what it never writes over, and what a later run takes for a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportsum.cli import main
from reportsum.cli.exits import Exit
from reportsum.filing import DigestNames, Layout, find_digests
from reportsum.manifest import Manifest
from reportsum.models import Digest
from reportsum.reading import find_reports
from reportsum.writing import read_digests

REPORT = "某市2022年工作报告\n一、工作回顾\n全市地区生产总值11379.6亿元,增长2.1%。新建学校{}所。\n"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, number: int = 3) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REPORT.format(number), encoding="utf-8")
    return path


def names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.mark.parametrize("other", ["x.run.txt", "X.RUN.md", "x.source.txt", "index.txt", "INDEX.md"])
def test_a_run_record_never_takes_the_place_of_a_digest(other: str) -> None:
    write("s/x.txt", 3)
    write(f"s/{other}", 4)
    assert main(["digest", "s", "--quiet", "--save-text"]) == Exit.OK
    digests = find_digests(["digests"])
    assert len(digests) == 2
    assert sorted(Digest.load(path).source.name for path in digests) == sorted(["x.txt", other])


@pytest.mark.parametrize("content", ['{"mine": 1}', "我的笔记", "[]", ""])
@pytest.mark.parametrize("name", ["x.json", "x.run.json", "x.source.txt"])
def test_a_file_of_the_user_is_never_written_over(name: str, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("x.txt")
    write("y.txt", 4)
    Path(name).write_text(content, encoding="utf-8")
    assert main(["digest", "x.txt", "y.txt", "--out", ".", "--save-text", "--quiet"]) == Exit.PARTIAL
    assert Path(name).read_text(encoding="utf-8") == content
    assert f"{name}: was there before" in capsys.readouterr().err
    assert Digest.load("y.json")


def test_what_a_run_wrote_a_later_run_replaces() -> None:
    write("x.txt", 3)
    for number in (3, 4):
        write("x.txt", number)
        assert main(["digest", "x.txt", "--out", ".", "--save-text", "--quiet"]) == Exit.OK
        assert f"新建学校{number}所" in Path("x.source.txt").read_text(encoding="utf-8")
        assert any(f"{number}所" in json.dumps(item.model_dump(mode="json"), ensure_ascii=False) for item in Digest.load("x.json").items())


def test_outputs_inside_the_folder_of_the_reports_are_not_digested_again() -> None:
    write("x.txt")
    expected = ["index.json", "x.json", "x.run.json", "x.source.txt", "x.txt"]
    for options in (["--save-text"], ["--save-text"], [], []):
        assert main(["digest", ".", "--out", ".", "--quiet", *options]) == Exit.OK
        assert names(".") == expected
    assert main(["view", "x.json"]) == Exit.OK
    assert main(["compare", "x.json", "--all", "--out", "table.html"]) == Exit.OK
    assert [path.name for path in find_reports(["."]).reports] == ["x.txt"]


def test_a_text_of_the_user_that_is_called_like_a_saved_one_is_digested() -> None:
    write("x.txt", 3)
    write("x.source.txt", 4)
    assert [path.name for path in find_reports(["."]).reports] == ["x.source.txt", "x.txt"]
    assert main(["digest", ".", "--quiet"]) == Exit.OK
    Path("x.source.txt").write_text(REPORT.format(5), encoding="utf-8")
    assert [path.name for path in find_reports(["."]).reports] == ["x.source.txt", "x.txt"]


@pytest.mark.parametrize("length", [60, 80, 82])
def test_long_names_are_cut_for_all_files_of_a_report_alike(length: int) -> None:
    first, second = write(f"s/{'长' * length}一.txt"), write(f"s/{'长' * length}二.txt")
    assert main(["digest", "s", "--quiet", "--save-text"]) == Exit.OK
    written = [name for name in names("digests") if name != "index.json"]
    stems = {name.removesuffix(".run.json").removesuffix(".source.txt").removesuffix(".json") for name in written}
    assert len(names("digests")) == 7
    assert len(stems) == 2
    assert all(stem.startswith("长" * 60) for stem in stems)
    if length == 60:
        assert stems == {first.stem, second.stem}


def test_names_keep_within_what_the_file_system_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportsum.filing.longest_name", lambda folder: 143)
    files = [write("短.txt"), write(f"c/{'长' * 70}.txt"), write(f"d/{'长' * 70}.txt", 4)]
    namer = DigestNames(Manifest(Path("digests")), Layout(), [])
    made = [namer.of(file) for file in files]
    assert made[0] == "短"
    assert len(set(made)) == 3
    assert all(len(f"{name}.source.txt".encode()) <= 143 for name in made)


def test_odd_line_ends_in_a_quote_do_not_tear_a_file_of_digests() -> None:
    Path("r.txt").write_text("某市2022年工作报告\n一、工作回顾\n全市生产总值增长5%,\u2028投资增长6%,\x85消费增长7%。\n", encoding="utf-8")
    assert main(["digest", "r.txt", "--quiet", "--format", "jsonl"]) == Exit.OK
    (file,) = Path("digests").glob("*.jsonl")
    assert [made.source.name for made in read_digests(file)] == ["r.txt"]
