"""The command line: what it prints where, and how it ends."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from reportsum import __version__
from reportsum.cli import digest_run, main
from reportsum.cli.commands import COMMANDS
from reportsum.cli.exits import Exit
from reportsum.errors import OutputError
from reportsum.filing import find_digests
from reportsum.models import Digest
from reportsum.writing import save_digest

ROOT = Path(__file__).parent.parent
REPORT = """南通市2022年国民经济和社会发展计划执行情况的报告
一、2022年工作回顾
2022年,全市地区生产总值11379.6亿元,增长2.1%,列全省第四。一般公共预算收入613亿元,下降5.6%。
二、2023年工作安排
2023年,力争地区生产总值增长5%以上,新开工亿元以上项目300个。
三、存在的问题
部分企业经营困难,消费恢复不及预期。
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test in an empty folder."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A small report in a file."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def digested(report: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The digest of that report."""
    assert main(["digest", str(report), "--quiet"]) == Exit.OK
    capsys.readouterr()
    return Path("digests/report.json")


def process(*arguments: str, environment: Mapping[str, str] | None = None, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    variables = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | dict(environment or {})
    command = [sys.executable, "-m", "reportsum", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=variables, check=False, **options)


# ── the frame ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_help_names_every_command_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    shown = capsys.readouterr().out
    for command in COMMANDS:
        assert f"  {command.name} " in shown
    for code in ("0 ", "2 ", "3 ", "130 "):
        assert f"\n  {code}" in shown


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert f"usage: reportsum {command}" in capsys.readouterr().out


def test_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"reportsum {__version__}\n"


def test_without_a_command_the_help_comes_and_the_exit_code_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == Exit.USAGE
    assert "commands:" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["summarise"], id="unknown_command"),
        pytest.param(["digest"], id="no_path"),
        pytest.param(["digest", "x.txt", "--engine", "magic"], id="unknown_engine"),
        pytest.param(["show", "x.json", "--limit", "many"], id="no_number"),
        pytest.param(["verify", "x.json"], id="no_source"),
    ],
)
def test_bad_usage_ends_with_2(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == Exit.USAGE
    assert capsys.readouterr().out == ""


def test_the_module_runs_like_the_command() -> None:
    assert process("--version").stdout == f"reportsum {__version__}\n"


def test_a_reader_that_goes_away_is_no_error(report: Path) -> None:
    report.write_text(REPORT * 400, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = f"{sys.executable} -m reportsum figures {report} --json | head -n 1"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, env=environment, check=False)
    assert result.stdout.count("\n") == 1
    assert result.stderr == ""


# ── digest ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_digesting_writes_the_digest_and_shows_what_was_found(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(report)]) == Exit.OK
    output = capsys.readouterr()
    digest = Digest.load("digests/report.json")
    assert "Headline indicators" in output.out
    assert "南通市2022年国民经济" in output.out
    assert "written to digests/report.json" in output.err
    assert digest.report.place == "南通市"


def test_digesting_says_which_engine_it_took_and_why(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["digest", str(report)])
    assert "engine: rules, since no model is configured" in capsys.readouterr().err
    main(["digest", str(report), "--engine", "rules"])
    assert "engine: rules, as asked for" in capsys.readouterr().err


def test_options_without_effect_are_said_to_be_so(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(report), "--engine", "rules", "--concurrency", "4", "--no-second-look"]) == Exit.OK
    assert "without effect, since the rules read: --concurrency, --second-look" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["--concurrency", "0"], "concurrency", id="impossible_value"),
        pytest.param(["--settings", "missing.toml"], "missing.toml", id="missing_file"),
        pytest.param(["--settings", "wrong.toml"], "speed", id="unknown_setting"),
    ],
)
def test_wrong_settings_end_the_run_before_it_begins(
    arguments: list[str], words: str, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("wrong.toml").write_text("speed = 9\n", encoding="utf-8")
    assert main(["digest", str(report), *arguments]) == Exit.USAGE
    assert words in capsys.readouterr().err
    assert not Path("digests").exists()


def test_options_may_stand_between_paths(report: Path) -> None:
    Path("other.txt").write_text(REPORT, encoding="utf-8")
    assert main(["digest", str(report), "--quiet", "other.txt"]) == Exit.OK
    assert Path("digests/report.json").exists()
    assert Path("digests/other.json").exists()


def test_quiet_means_not_a_word(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(report), "--quiet"]) == Exit.OK
    assert capsys.readouterr() == ("", "")


def test_the_run_record_stands_beside_the_digest(digested: Path, report: Path) -> None:
    record = json.loads(Path("digests/report.run.json").read_text(encoding="utf-8"))
    assert record["source"] == str(report)
    assert record["extractor"] == "rules"
    assert record["requests"] == 0


def test_names_that_are_no_text_are_digested_and_shown_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"\xff\xfe report[red].txt")
    Path(name).write_text(REPORT, encoding="utf-8")
    assert main(["digest", name]) == Exit.OK
    (written,) = Path("digests").glob("*report*[!n].json")
    assert Digest.load(written).source.name == "\ufffd\ufffd report[red].txt"
    assert main(["view", "digests"]) == Exit.OK
    assert "1 with their text" in capsys.readouterr().err


def test_a_terminal_that_knows_ascii_only_gets_escapes(report: Path) -> None:
    result = process("digest", str(report), "--engine", "rules", environment={"PYTHONIOENCODING": "ascii"})
    assert result.returncode == Exit.OK, result.stderr
    assert "\\u5357\\u901a" in result.stdout


def test_the_text_that_offsets_count_in_can_be_saved(report: Path) -> None:
    report.write_bytes(REPORT.replace("\n", "\r\n").encode("gb18030"))
    assert main(["digest", str(report), "--save-text", "--quiet"]) == Exit.OK
    text = Path("digests/report.source.txt").read_bytes().decode("utf-8")
    place = Digest.load("digests/report.json").achievements[0].evidence[0]
    assert text[place.start : place.end] == place.quote
    assert main(["verify", "digests/report.json", "--source", "digests/report.source.txt"]) == Exit.OK


def test_reports_in_an_archive_are_digested_too(tmp_path: Path) -> None:
    with zipfile.ZipFile("reports.zip", "w") as archive:
        for name in ("2021/report.txt", "2022/report.txt"):
            archive.writestr(name, REPORT.replace("2022", name[:4]))
    assert main(["digest", "reports.zip", "--quiet"]) == Exit.OK
    assert main(["view", "digests", "-o", "page.html"]) == Exit.OK
    written = sorted(path.relative_to("digests").as_posix() for path in Path("digests").rglob("report.json"))
    assert written == ["2021/report.json", "2022/report.json"]


def test_a_dry_run_shows_what_it_would_take_and_writes_nothing(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prices = ["--prompt-price", "1", "--answer-price", "2"]
    assert main(["digest", str(report), "--dry-run", "--model", "some-model", *prices]) == Exit.OK
    shown = capsys.readouterr().out
    assert "What some-model would take" in shown
    assert "money ≈" in shown
    assert [path.name for path in Path().iterdir()] == ["report.txt"]
    assert main(["digest", str(report), "missing.txt", "--dry-run"]) == Exit.PARTIAL
    assert "no request" in capsys.readouterr().out


def test_a_folder_gives_one_digest_for_each_report_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    (folder / "2022").mkdir(parents=True)
    for name in ("a.txt", "b.md", "2022/c.txt", "README.md", "table.xls", ".hidden.txt"):
        (folder / name).write_text(REPORT, encoding="utf-8")
    assert main(["digest", str(folder), "--out", "out", "--quiet"]) == Exit.OK
    written = sorted(path.relative_to("out").as_posix() for path in Path("out").rglob("*.json") if ".run." not in path.name)
    assert written == ["2022/c.json", "a.json", "b.json", "index.json"]


def test_reports_of_one_name_get_digests_of_different_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = []
    for folder in ("haian", "qidong"):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "report.txt")
        paths[-1].write_text(REPORT.replace("南通", folder), encoding="utf-8")
    assert main(["digest", *map(str, paths)]) == Exit.OK
    first, second = (file for file in find_digests(["digests"]))
    assert {first.name, second.name} > {"report.json"}
    assert Digest.load(first).id != Digest.load(second).id
    assert "another report has that name" in capsys.readouterr().err


def test_two_runs_write_the_same_bytes(report: Path) -> None:
    main(["digest", str(report), "--out", "one", "--quiet"])
    main(["digest", str(report), "--out", "two", "--quiet"])
    assert Path("one/report.json").read_bytes() == Path("two/report.json").read_bytes()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("empty.txt", b"", id="empty"),
        pytest.param("noise.txt", bytes(range(256)) * 40, id="random_bytes"),
        pytest.param("missing.txt", None, id="missing"),
    ],
)
def test_a_report_that_cannot_be_read_stops_no_other(
    name: str, content: bytes | None, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    assert main(["digest", name, str(report)]) == Exit.PARTIAL
    assert name in capsys.readouterr().err
    assert Path("digests/report.json").exists()


def test_worker_processes_lose_nothing_either(report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from reportsum import digesting

    monkeypatch.setattr(digesting, "POOL_BYTES", 0)
    Path("empty.txt").touch()
    Path("other.txt").write_text(REPORT * 3, encoding="utf-8")
    assert main(["digest", "missing.txt", "empty.txt", str(report), "other.txt"]) == Exit.PARTIAL
    complaints = capsys.readouterr().err
    assert "missing.txt" in complaints
    assert "empty.txt: is empty" in complaints
    assert sorted(path.name for path in Path("digests").glob("*[a-z].json")) == [
        "index.json",
        "other.json",
        "other.run.json",
        "report.json",
        "report.run.json",
    ]


@pytest.mark.parametrize("paths", [["missing.txt"], ["nothing"], ["empty.txt"]], ids=["missing", "no_reports", "empty"])
def test_when_nothing_can_be_done_the_exit_code_is_2(paths: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path("nothing").mkdir()
    Path("empty.txt").touch()
    assert main(["digest", *paths]) == Exit.USAGE
    output = capsys.readouterr()
    assert paths[0] in output.err
    assert output.out == ""


def test_an_output_folder_that_cannot_be_made_is_said_at_once(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(report), "--out", f"{report}/digests"]) == Exit.USAGE
    assert "cannot be created" in capsys.readouterr().err


def test_a_full_disk_ends_the_run_and_keeps_what_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(REPORT, encoding="utf-8")
    tried = []

    def save_until_full(digest: Digest, path: Path, *, compact: bool) -> None:
        tried.append(path.name)
        if len(tried) > 1:
            raise OutputError(path, "no space left", "Free some.") from OSError(errno.ENOSPC, "No space left on device")
        save_digest(digest, path, compact=compact)

    monkeypatch.setattr(digest_run, "save_digest", save_until_full)
    assert main(["digest", "a.txt", "b.txt", "c.txt"]) == Exit.PARTIAL
    assert tried == ["a.json", "b.json"]
    assert Digest.load("digests/a.json")
    assert "no space left" in capsys.readouterr().err


def test_a_file_too_large_for_its_folder_stops_no_other(report: Path) -> None:
    Path("long.txt").write_text(REPORT * 200, encoding="utf-8")

    def limit() -> None:
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    result = process("digest", "long.txt", str(report), preexec_fn=limit)
    assert result.returncode == Exit.PARTIAL, result.stderr
    assert "long.json" in result.stderr
    assert not list(Path("digests").glob("*long*")), "nothing half-written stays"
    assert Digest.load("digests/report.json")


def test_ctrl_c_ends_with_130_and_keeps_what_is_written(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from reportsum import digesting

    real = digesting.digest_each

    def interrupted(*arguments: Any, **options: Any) -> Iterator[Any]:
        yield from real(*arguments, **options)
        raise KeyboardInterrupt

    monkeypatch.setattr(digesting, "digest_each", interrupted)
    assert main(["digest", str(report)]) == Exit.INTERRUPTED
    assert Digest.load("digests/report.json")
    assert "interrupted" in capsys.readouterr().err


# ── looking at digests ───────────────────────────────────────────────────────────────────────────────────────────────


def test_show_draws_every_kind_of_item(digested: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(digested)]) == Exit.OK
    shown = capsys.readouterr().out
    for words in ("Leading achievements", "Leading targets", "Leading risks", "地区生产总值", "−5.6%", "≥+5%", "figures stand in items"):
        assert words in shown


def test_show_limits_what_is_chosen(digested: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(digested), "--kind", "achievement", "--limit", "1", "--json"]) == Exit.OK
    first = min(Digest.load(digested).achievements, key=lambda item: item.rank)
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == [first.id]


def test_text_of_a_report_cannot_steer_the_terminal(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report.write_text("2022年,\x1b[31m全市地区生产总值[bold]1137.8亿元[/bold]。\n", encoding="utf-8")
    main(["digest", str(report), "--quiet"])
    main(["show", "digests/report.json"])
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, "", "{}", '{"schema_version": "0.1"}'], ids=["missing", "empty", "object", "other_version"])
def test_a_file_that_is_no_digest_is_refused_by_name(content: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    if content is not None:
        Path("x.json").write_text(content, encoding="utf-8")
    assert main(["show", "x.json"]) == Exit.USAGE
    assert "x.json" in capsys.readouterr().err


def test_verify_finds_nothing_in_a_digest_of_its_own_source(digested: Path, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(digested), "--source", str(report)]) == Exit.OK
    assert "everything holds" in capsys.readouterr().err


def test_verify_shows_what_was_altered(digested: Path, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    digested.write_text(digested.read_text(encoding="utf-8").replace("11379.6", "99999.9"), encoding="utf-8")
    assert main(["verify", str(digested), "--source", str(report)]) == Exit.PARTIAL
    assert "99999.9" in capsys.readouterr().out


# ── looking at reports ───────────────────────────────────────────────────────────────────────────────────────────────


def test_figures_as_json_are_slices_of_the_source(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", str(report), "--json"]) == Exit.OK
    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [figure["text"] for figure in figures][:3] == ["11379.6亿元", "2.1%", "第四"]
    for figure in figures:
        assert REPORT[figure["start"] : figure["end"]] == figure["text"]


def test_figures_are_drawn_as_a_table(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", str(report)]) == Exit.OK
    assert "11379.6亿元" in capsys.readouterr().out


def test_the_outline_is_a_tree_or_json(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", str(report)]) == Exit.OK
    assert "2022年工作回顾" in capsys.readouterr().out
    assert main(["outline", str(report), "--json"]) == Exit.OK
    sections = json.loads(capsys.readouterr().out)
    assert [section["label"] for section in sections] == ["一、", "二、", "三、"]


def test_the_schema_is_the_checked_in_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == Exit.OK
    assert capsys.readouterr().out == (ROOT / "schemas" / "digest.schema.json").read_text(encoding="utf-8")


# ── labels and scores ────────────────────────────────────────────────────────────────────────────────────────────────


def test_against_its_own_labels_a_digest_scores_full(digested: Path, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["label", str(report), "-o", "report.gold.jsonl"]) == Exit.OK
    assert "segments to look through" in capsys.readouterr().err
    assert main(["evaluate", str(digested), "report.gold.jsonl", "--json"]) == Exit.OK
    (scores,) = json.loads(capsys.readouterr().out)["reports"].values()
    assert {name: value for name, value in scores.items() if name != "figures_gold" and value != 1} == {}


def test_labels_go_to_stdout_unless_a_file_is_named(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["label", str(report)]) == Exit.OK
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["s"] for row in rows] == list(range(len(rows)))
    assert all(REPORT[row["start"] : row["end"]] == row["text"] for row in rows)


def test_a_person_s_labels_are_never_overwritten(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("mine.gold.jsonl").write_text("precious", encoding="utf-8")
    assert main(["label", str(report), "-o", "mine.gold.jsonl"]) == Exit.USAGE
    assert Path("mine.gold.jsonl").read_text(encoding="utf-8") == "precious"
    assert "exists already" in capsys.readouterr().err


def test_scores_are_drawn_with_intervals_and_misses(digested: Path, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["label", str(report), "-o", "report.gold.jsonl"])
    labels = Path("report.gold.jsonl")
    labels.write_text(labels.read_text(encoding="utf-8").replace('"kind": "achievement"', '"kind": "risk"'), encoding="utf-8")
    capsys.readouterr()
    assert main(["evaluate", str(digested), str(labels), "--misses", "2", "--against", str(digested)]) == Exit.OK
    shown = capsys.readouterr().out
    for words in ("95 % interval", "difference", "Misses in", "kind ("):
        assert words in shown


# ── export, compare, cache ───────────────────────────────────────────────────────────────────────────────────────────


def test_export_takes_a_folder_of_digests(digested: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "digests", "--to", "csv"]) == Exit.OK
    assert Path("digests-csv/items.csv").exists()
    assert "1 reports" in capsys.readouterr().err
    assert main(["export", str(digested), "--to", "csv"]) == Exit.OK
    assert "nothing changed" in capsys.readouterr().err


def test_the_view_finds_the_report_where_it_was_digested(digested: Path, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["view", "digests"]) == Exit.OK
    assert "digests.html: 1 digests, 1 with their text" in capsys.readouterr().err
    assert "恢复不及预期" in Path("digests.html").read_text(encoding="utf-8")
    report.write_text("changed", encoding="utf-8")
    assert main(["view", str(digested), "-o", "other.html"]) == Exit.OK
    assert "1 digests, 0 with their text" in capsys.readouterr().err


def test_a_source_of_another_digest_is_refused(digested: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.txt").write_text("2022年,出口增长6%。", encoding="utf-8")
    assert main(["view", str(digested), "--source", "other.txt"]) == Exit.USAGE
    assert "other.txt" in capsys.readouterr().err


def test_compare_draws_a_table_or_writes_files(digested: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(digested)]) == Exit.OK
    assert "南通市" in capsys.readouterr().out
    assert main(["compare", str(digested), "--out", "c.csv", "--out", "c.html"]) == Exit.OK
    assert Path("c.csv").exists()
    assert Path("c.html").exists()


def test_an_unknown_indicator_is_bad_usage(digested: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(digested), "--indicator", "happiness"]) == Exit.USAGE
    assert "happiness" in capsys.readouterr().err


def test_a_folder_without_digests_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path), "--to", "csv"]) == Exit.USAGE
    assert "holds no digests" in capsys.readouterr().err


def test_the_cache_can_be_looked_at_and_emptied(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cache", "info"]) == Exit.OK
    assert "0 answers" in capsys.readouterr().out
    assert main(["cache", "clear", "--cache", "elsewhere"]) == Exit.OK
    assert "elsewhere: 0 answers removed" in capsys.readouterr().out
    assert not Path("elsewhere").exists()
