"""Exports load in the real tools with the same counts and sums, and exporting again changes nothing."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import json
import os
import sqlite3
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import duckdb
import openpyxl
import pandas
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reportsum
from reportsum import models
from reportsum.errors import OutputError, SettingsError
from reportsum.export import FORMATS, Format, export, to_frames
from reportsum.export.flatten import flatten
from reportsum.export.folders import CsvStore, FolderStore, JsonlStore, guarded
from reportsum.export.merging import merged
from reportsum.export.tables import FIGURES, TABLES
from reportsum.models import Digest, Progress

from .builders import DigestBuilder, fig, half, year

SEEDS = Path(__file__).parent.parent / "seeds"
TEXT = """一、回顾
地区生产总值5200.5亿元，增长3.2%；各项贷款余额15627.5亿元。
电信诈骗立案下降31.7%，另有17个村。
二、打算
新开工项目300个，增长3%—5%。
外贸不足。
"""


def report(name: str = "one", text: str = TEXT) -> Digest:
    """Return a digest that uses every table."""
    builder = DigestBuilder(text, name=name, period=half(2022), plan_period=year(2022))
    builder.section("一、回顾", label="一、", title="回顾")
    builder.section("二、打算", label="二、", title="打算", stance="plan")
    builder.summarise("1", "地区生产总值5200.5亿元。")
    gdp = builder.achievement(
        "地区生产总值5200.5亿元，增长3.2%",
        "地区生产总值",
        indicator="gdp",
        figures=[fig("5200.5亿元"), fig("3.2%", role="change")],
    )
    builder.achievement("各项贷款余额15627.5亿元", "各项贷款余额", topic="finance", figures=[fig("15627.5亿元")])
    builder.achievement("电信诈骗立案下降31.7%", "电信诈骗立案", figures=[fig("31.7%", role="change", falls=True)])
    builder.target(
        "新开工项目300个，增长3%—5%",
        "新开工项目",
        topic="projects",
        figures=[fig("300个", role="count"), fig("3%—5%", role="change", between=("3", "5"))],
        progress=Progress(achievements=[gdp.id], basis="metric", ratio=Decimal("0.3333"), status="behind"),
    )
    builder.risk("外贸不足", "外贸", topic="trade_investment")
    builder.leave_unclaimed(fig("17个", role="count"))
    return builder.build()


@pytest.fixture(scope="module")
def digest() -> Digest:
    return report()


def target(to: Format, folder: Path) -> Path:
    """Return where an export of this format goes."""
    return folder / {"sqlite": "out.db", "duckdb": "out.duckdb", "xlsx": "out.xlsx"}.get(to, to)


def held(to: Format, path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of an export as the real tool of its format reads them."""
    names = [table.name for table in TABLES]
    match to:
        case "jsonl":
            return {
                name: [
                    tuple(json.loads(line, parse_float=Decimal).values())
                    for line in (path / f"{name}.jsonl").read_text("utf-8").splitlines()
                ]
                for name in names
            }
        case "csv":
            return {name: _csv_rows(path / f"{name}.csv") for name in names}
        case "parquet":
            return {
                name: [tuple(row.values()) for row in pyarrow.parquet.read_table(path / f"{name}.parquet").to_pylist()] for name in names
            }
        case "sqlite":
            with contextlib.closing(sqlite3.connect(path)) as connection:
                return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
        case "duckdb":
            with duckdb.connect(str(path)) as duck:
                return {name: duck.execute(f"SELECT * FROM {name}").fetchall() for name in names}
        case "xlsx":
            book = openpyxl.load_workbook(path)
            return {name: list(book[name].iter_rows(min_row=2, values_only=True)) for name in names}


def _csv_rows(path: Path) -> list[tuple[str, ...]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return [tuple(row) for row in list(csv.reader(handle))[1:]]


def rows_of(table: str, digest: Digest) -> list[dict[str, Any]]:
    """Return the rows of a table with the names of their columns."""
    names = [column.name for column in next(one for one in TABLES if one.name == table).columns]
    return [dict(zip(names, row, strict=True)) for row in flatten([digest])[table]]


def test_every_attribute_of_a_target_stands_in_its_own_column() -> None:
    text = "建成停车位500个。"
    builder = DigestBuilder(text, period=half(2022), plan_period=year(2022))
    told = {"commitment": "must", "deadline": "2022-10", "owner": "市城管局"}
    builder.target(text, "停车位", topic="urban", figures=[fig("500个", role="count")], **told)  # type: ignore[arg-type]  # one dict for three words
    (row,) = rows_of("items", builder.build())
    names = ("kind", "rank", "metric", "topic", "commitment", "deadline", "owner", "outcome", "cause")
    assert {name: row[name] for name in names} == {
        "kind": "target", "rank": 1, "metric": "停车位", "topic": "urban", "commitment": "must", "deadline": "2022-10",
        "owner": "市城管局", "outcome": None, "cause": None,
    }  # fmt: skip


def test_a_figure_stands_in_the_section_of_the_evidence_that_holds_it() -> None:
    text = "一、回顾\n新建学校3所。\n二、打算\n今年新建学校3所，另建桥5座。\n"
    digest = reportsum.digest(reportsum.from_text(text, "s.txt"), reportsum.Settings(engine="rules"))
    sections = {section.title: section.id for section in digest.outline}
    rows = {row["text"]: row["section_id"] for row in rows_of("figures", digest) if row["text"] == "5座"}
    assert rows == {"5座": sections["打算"]}
    assert {row["section_id"] for row in rows_of("figures", digest) if row["text"] == "3所"} == set(sections.values())


def test_the_panel_is_a_table_without_joins(digest: Digest) -> None:
    rows = rows_of("panel", digest)
    names = ("place", "indicator", "measure", "period", "amount", "unit_code", "main")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("南通市", "gdp", "level", "2022H1", Decimal("520050000000.0"), "CNY", True),
        ("南通市", "gdp", "change", "2022H1", Decimal("3.2"), "%", True),
    ]


def test_no_field_of_the_contract_is_missing_from_the_export() -> None:
    """What a field holds is lost to databases and spreadsheets unless a column takes it; containers are told by their parts."""
    shown = {field for table in TABLES for column in table.columns for field in column.fields}
    containers = {"Digest.report", "Digest.source", "Digest.outline", "Digest.coverage", "Digest.extraction"}
    contract = {
        f"{model.__name__}.{field}"
        for model in vars(models).values()
        if isinstance(model, type) and issubclass(model, models.Model) and model is not models.Model
        for field in model.__annotations__
        if not field.startswith("model_")
    }
    assert contract - shown == containers


def state(path: Path) -> dict[str, tuple[bytes, int]]:
    """Return content and time of change of every file of an export."""
    files = [path] if path.is_file() else sorted(path.iterdir())
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


@pytest.mark.parametrize("to", FORMATS)
def test_an_export_holds_every_row_of_every_table(to: Format, digest: Digest, tmp_path: Path) -> None:
    exported = export([digest], to, target(to, tmp_path))
    rows = held(to, exported.output)
    assert {name: len(table) for name, table in rows.items()} == exported.rows
    assert exported.rows["items"] == len(digest.items())
    assert exported.rows["figures"] == digest.coverage.figures


@pytest.mark.parametrize("to", FORMATS)
def test_amounts_sum_to_the_same_as_in_the_digest(to: Format, digest: Digest, tmp_path: Path) -> None:
    export([digest], to, target(to, tmp_path))
    place = FIGURES.index("amount")
    amounts = [row[place] for row in held(to, target(to, tmp_path))["figures"]]
    total = sum(Decimal(str(amount)) for amount in amounts if amount not in (None, ""))
    assert total == sum(figure.amount for figure in digest.figures() if figure.amount is not None)


@pytest.mark.parametrize("to", FORMATS)
def test_exporting_twice_changes_nothing(to: Format, digest: Digest, tmp_path: Path) -> None:
    assert export([digest], to, target(to, tmp_path)).changed
    before = state(target(to, tmp_path))
    assert not export([digest], to, target(to, tmp_path)).changed
    assert state(target(to, tmp_path)) == before


@pytest.mark.parametrize("to", FORMATS)
def test_another_digest_is_added_and_a_changed_one_takes_its_old_place(to: Format, tmp_path: Path) -> None:
    first, second = report("one"), report("two")
    changed = first.model_copy(update={"achievements": first.achievements[:1]})
    export([first], to, target(to, tmp_path))
    export([second], to, target(to, tmp_path))
    export([changed], to, target(to, tmp_path))
    rows = held(to, target(to, tmp_path))
    assert sorted(row[0] for row in rows["reports"]) == sorted([first.id, second.id])
    kept = [row[0] for row in rows["items"]]
    assert kept.count(first.id) == len(changed.items())
    assert kept.count(second.id) == len(second.items())


@pytest.mark.parametrize("to", FORMATS)
def test_a_digest_given_twice_stands_once(to: Format, digest: Digest, tmp_path: Path) -> None:
    assert export([digest, digest], to, target(to, tmp_path)).rows["reports"] == 1


@pytest.mark.parametrize("to", FORMATS)
def test_no_digests_make_an_empty_export_with_all_tables(to: Format, tmp_path: Path) -> None:
    export([], to, target(to, tmp_path))
    assert all(rows == [] for rows in held(to, target(to, tmp_path)).values())


def test_rows_are_as_wide_as_their_tables_and_keys_are_unique(digest: Digest) -> None:
    rows = flatten([digest, report("two")])
    for table in TABLES:
        keys = [tuple(row[table.index(name)] for name in table.key) for row in rows[table.name]]
        assert all(len(row) == len(table.columns) for row in rows[table.name])
        assert len(set(keys)) == len(keys)


def test_only_nullable_columns_hold_null(digest: Digest) -> None:
    rows = flatten([digest])
    for table in TABLES:
        for place, column in enumerate(table.columns):
            if not column.nullable:
                assert all(row[place] is not None for row in rows[table.name]), f"{table.name}.{column.name}"


EMPTY_WITHOUT_ITS_OWNER = {
    "period_start", "period_end", "plan_period_start", "plan_period_end", "prompt_hash", "parent_id", "summary", "leads", "item_id",
}  # fmt: skip
"""Columns of a thing that is not there at all: a report without a period, a section without a summary, a figure in no item."""


def test_a_column_may_be_empty_where_its_field_may() -> None:
    for table in TABLES:
        for column in table.columns:
            fields = [getattr(models, model).model_fields[name] for model, _, name in (each.partition(".") for each in column.fields)]
            may_be_none = any(type(None) in get_args(field.annotation) for field in fields)
            if fields and column.name not in EMPTY_WITHOUT_ITS_OWNER:
                assert column.nullable is may_be_none, f"{table.name}.{column.name}"


@pytest.fixture(scope="module")
def seeds() -> list[Digest]:
    return [reportsum.digest(path, reportsum.Settings(engine="rules")) for path in sorted(SEEDS.glob("*.txt"))]


@pytest.mark.parametrize("to", FORMATS)
def test_the_seeds_have_the_same_counts_and_sums_in_every_tool(to: Format, seeds: list[Digest], tmp_path: Path) -> None:
    export(seeds, to, target(to, tmp_path))
    rows = held(to, target(to, tmp_path))
    assert len(rows["reports"]) == len(seeds)
    assert len(rows["items"]) == sum(len(digest.items()) for digest in seeds)
    assert len(rows["evidence"]) == sum(len(item.evidence) for digest in seeds for item in digest.items())
    claimed = [figure for digest in seeds for item in digest.items() for figure in item.figures]
    unclaimed = [figure for digest in seeds for figure in digest.coverage.unclaimed]
    assert len(rows["figures"]) == len(claimed) + len(unclaimed)
    for name in ("value", "amount", "low", "high"):
        cells = [row[FIGURES.index(name)] for row in rows["figures"]]
        wanted = [getattr(figure, name) for figure in [*claimed, *unclaimed]]
        assert sum(Decimal(str(cell)) for cell in cells if cell not in (None, "")) == sum(n for n in wanted if n is not None)
    assert not export(seeds, to, target(to, tmp_path)).changed


def test_parquet_and_duckdb_keep_decimals_and_dates(digest: Digest, tmp_path: Path) -> None:
    for to in ("parquet", "duckdb"):
        rows = held(to, export([digest], to, target(to, tmp_path)).output)
        first = dict(zip([column.name for column in FIGURES.columns], rows["figures"][0], strict=True))
        assert first["value"] == Decimal("5200.5")
        assert first["amount"] == Decimal("520050000000")
        assert first["period_start"] == dt.date(2022, 1, 1)


def test_sqlite_answers_which_targets_are_behind(digest: Digest, tmp_path: Path) -> None:
    export([digest], "sqlite", tmp_path / "out.db")
    with contextlib.closing(sqlite3.connect(tmp_path / "out.db")) as connection:
        question = "SELECT metric FROM items WHERE kind = 'target' AND progress_ratio < 0.5"
        assert connection.execute(question).fetchall() == [("新开工项目",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_csv_opens_in_excel_as_utf_8(digest: Digest, tmp_path: Path) -> None:
    export([digest], "csv", tmp_path)
    content = (tmp_path / "items.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfdigest_id,")
    assert content.count(b"\r\n") == content.count(b"\n") == 1 + len(digest.items())


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1+1", "＝cmd", "'=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_begins_like_a_formula_in_csv(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["增长6%", "", "一=二", "2022年"])
def test_harmless_text_is_left_alone_in_csv(text: str) -> None:
    assert guarded(text) == text


def hostile() -> Digest:
    """Return a digest whose words are made to hurt spreadsheets and parsers."""
    words = ['=HYPERLINK("http://x","y")', 'a,b\r\nc"d', "\x00\x07\x1b", "'quoted", "_x0041_", "#N/A", "@cmd"]
    builder = DigestBuilder("一、\n" + "；".join(words), name="hostile", title="=1+1", place="+place")
    for word in words:
        builder.achievement(word, word, statement=word)
    return builder.build()


@pytest.mark.parametrize("to", FORMATS)
def test_hostile_words_survive_and_are_exported_once(to: Format, tmp_path: Path) -> None:
    export([hostile()], to, target(to, tmp_path))
    assert not export([hostile()], to, target(to, tmp_path)).changed


def test_hostile_words_come_back_from_csv_as_they_went(tmp_path: Path) -> None:
    export([hostile()], "csv", tmp_path)
    assert CsvStore(tmp_path).read() == flatten([hostile()])


def test_a_workbook_holds_no_formula(tmp_path: Path) -> None:
    export([hostile()], "xlsx", tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert "f" not in {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    statement = next(cell for cell in book["items"][1] if cell.value == "statement").column_letter
    assert book["items"][f"{statement}2"].value.startswith("=HYPERLINK")


def test_a_workbook_keeps_the_users_own_sheets(digest: Digest, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "mine"
    book["mine"]["A1"] = "keep me"
    book.save(tmp_path / "out.xlsx")
    export([digest], "xlsx", tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book["mine"]["A1"].value == "keep me"
    assert book.sheetnames[0] == "reports"


def test_a_cell_too_long_for_excel_is_cut_and_says_so(tmp_path: Path) -> None:
    builder = DigestBuilder("长" * 40_000)
    builder.achievement("长" * 40_000, "长度")
    export([builder.build()], "xlsx", tmp_path / "out.xlsx")
    quote = openpyxl.load_workbook(tmp_path / "out.xlsx")["evidence"]["D2"].value
    assert len(quote) == 32_767
    assert quote.endswith("[…40000 characters in all]")


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8"), min_size=1))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_from_text_files_as_it_went(tmp_path: Path, title: str, quote: str) -> None:
    builder = DigestBuilder(quote, title=title or None)
    builder.achievement(quote, quote)
    stores: dict[Format, type[FolderStore]] = {"csv": CsvStore, "jsonl": JsonlStore}
    for to, store in stores.items():
        export([builder.build()], to, tmp_path / to)
        assert store(tmp_path / to).read() == merged(store(tmp_path / to).read(), flatten([builder.build()]))
        assert flatten([builder.build()])["evidence"][0] in store(tmp_path / to).read()["evidence"]


@pytest.mark.parametrize("to", FORMATS)
def test_half_a_character_is_replaced_in_every_format(to: Format, tmp_path: Path) -> None:
    builder = DigestBuilder("坏\ud800字", title="\udfff")
    builder.achievement("坏\ud800字", "字\udc00")
    export([builder.build()], to, target(to, tmp_path))
    assert [row[3] for row in held(to, target(to, tmp_path))["evidence"]] == ["坏\ufffd字"]


def long_number(text: str) -> Digest:
    builder = DigestBuilder(f"共{text}元。")
    builder.achievement(f"共{text}元", "总数", figures=[fig(f"{text}元")])
    return builder.build()


@pytest.mark.parametrize(
    ("to", "number"),
    [
        pytest.param("parquet", "1.00000000001", id="more_than_ten_decimals"),
        pytest.param("duckdb", "1" * 29, id="more_than_28_digits"),
        pytest.param("sqlite", "1234567890.123456789", id="more_than_a_double_tells_apart"),
        pytest.param("xlsx", "12345678901234567890", id="more_than_excel_shows"),
    ],
)
def test_a_number_that_a_format_cannot_hold_exactly_is_refused(to: Format, number: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot hold 1[0-9.]+ \(figures.value\) exactly"):
        export([long_number(number)], to, target(to, tmp_path))


def test_jsonl_keeps_every_digit(tmp_path: Path) -> None:
    export([long_number("1234567890.12345678900")], "jsonl", tmp_path)
    assert '"value": 1234567890.12345678900,' in (tmp_path / "figures.jsonl").read_text("utf-8")


def test_frames_have_numbers_dates_and_text(digest: Digest) -> None:
    frames = to_frames([digest])
    assert list(frames) == [
        "reports", "sections", "items", "figures", "evidence", "links", "panel", "points", "warnings", "chunks",
    ]  # fmt: skip
    assert frames["figures"]["amount"].sum() == pytest.approx(520050000000 + 1562750000000 + 3.2 - 31.7 + 300 + 17)
    assert str(frames["figures"]["value"].dtype) == "float64"
    assert frames["reports"]["period_end"][0] == pandas.Timestamp("2022-06-30")
    assert frames["items"]["task"].isna().all()
    assert frames["figures"]["item_id"].isna().sum() == 1


def test_exact_frames_hold_the_digests_decimals(digest: Digest) -> None:
    values = to_frames([digest], exact=True)["figures"]["value"]
    assert values[0] == Decimal("5200.5")
    assert values.sum() == sum(figure.value for figure in digest.figures() if figure.value is not None)


def test_frames_join_on_their_keys(digest: Digest) -> None:
    frames = to_frames([digest, report("two")])
    joined = frames["figures"].merge(frames["items"], on=["digest_id", "item_id"], validate="many_to_one")
    assert len(joined) == 2 * digest.coverage.claimed


def test_frames_of_no_digests_are_empty_with_all_columns() -> None:
    assert [len(frame) for frame in to_frames([]).values()] == [0] * len(TABLES)


def test_an_unknown_format_names_the_known_ones(digest: Digest, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="jsonl, csv, parquet, sqlite, duckdb, xlsx"):
        export([digest], "xml", tmp_path)  # type: ignore[arg-type]


@pytest.mark.parametrize(("to", "package"), [("parquet", "pyarrow"), ("duckdb", "duckdb"), ("xlsx", "openpyxl")])
def test_a_missing_package_names_the_extra(
    to: Format, package: str, digest: Digest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (package, f"{package}.parquet"):
        monkeypatch.setitem(__import__("sys").modules, name, None)
    with pytest.raises(SettingsError, match=r"reportsum\[export\]"):
        export([digest], to, tmp_path / "out")


@pytest.mark.parametrize("to", ["sqlite", "duckdb", "xlsx"])
def test_a_file_of_another_kind_is_not_overwritten(to: Format, digest: Digest, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("my notes, long enough to be looked at by every reader of headers" * 20)
    with pytest.raises(OutputError, match="notes"):
        export([digest], to, tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text().startswith("my notes")


@pytest.mark.parametrize("to", ["jsonl", "csv", "parquet"])
def test_a_file_where_a_folder_should_be_is_a_clear_error(to: Format, digest: Digest, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputError, match="taken"):
        export([digest], to, tmp_path / "taken")


@pytest.mark.parametrize("to", ["jsonl", "csv"])
def test_a_table_of_another_schema_is_not_overwritten(to: Format, digest: Digest, tmp_path: Path) -> None:
    (tmp_path / f"items.{to}").write_text('{"my": "data"}\n' if to == "jsonl" else "my,data\r\n")
    with pytest.raises(OutputError, match="is no items table of this schema"):
        export([digest], to, tmp_path)
    assert "my" in (tmp_path / f"items.{to}").read_text()


@pytest.mark.parametrize("to", ["parquet", "sqlite", "duckdb", "xlsx"])
def test_when_one_table_cannot_be_written_none_is_replaced(to: Format, digest: Digest, tmp_path: Path) -> None:
    export([digest], to, target(to, tmp_path))
    before = held(to, target(to, tmp_path))
    with pytest.raises(OutputError):
        export([digest, long_number("1234567890.12345678901")], to, target(to, tmp_path))
    assert held(to, target(to, tmp_path)) == before
    assert list(tmp_path.rglob(".*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are those of Unix")
@pytest.mark.parametrize("to", FORMATS)
def test_a_full_disk_is_one_error_of_ours(to: Format, digest: Digest, tmp_path: Path) -> None:
    digest.save(tmp_path / "d.json")

    def limit() -> None:
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    command = [sys.executable, "-m", "reportsum", "export", "d.json", "--to", to, "--out", "out"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, preexec_fn=limit, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("reportsum: out: cannot be ")


@pytest.mark.parametrize("to", FORMATS)
def test_an_offset_no_table_can_hold_is_refused(to: Format, digest: Digest, tmp_path: Path) -> None:
    spoilt = digest.model_copy(update={"source": digest.source.model_copy(update={"characters": 10**30})})
    with pytest.raises(OutputError, match="source_characters"):
        export([spoilt], to, tmp_path / "out")
