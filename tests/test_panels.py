"""The panels of several reports as one table, in Python and on the command line."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from pyarrow import parquet

import reportsum
from reportsum.cli import main
from reportsum.errors import SettingsError
from reportsum.models import Digest

from .builders import DigestBuilder, fig, year


def _digest(number: int, gdp: str, growth: str, aim: str, *, place: str = "云山省") -> Digest:
    text = f"全省地区生产总值{gdp}、增长{growth}。明年地区生产总值增长{aim}。"
    report = DigestBuilder(text, name=f"{place}-{number}", place=place, period=year(number), plan_period=year(number + 1))
    report.achievement(
        f"全省地区生产总值{gdp}、增长{growth}", "地区生产总值", indicator="gdp", figures=[fig(gdp), fig(growth, role="change")]
    )
    report.target(f"明年地区生产总值增长{aim}", "地区生产总值", indicator="gdp", figures=[fig(aim, role="change")], period=year(number + 1))
    return report.build()


@pytest.fixture
def digests() -> list[Digest]:
    return [_digest(2025, "2.53万亿元", "5.1%", "5%"), _digest(2024, "2.41万亿元", "5.3%", "5.5%")]


def test_tidy_rows_say_place_time_indicator_and_the_words_they_were_read_from(digests: list[Digest]) -> None:
    first = reportsum.panel(digests).rows[0]
    wanted = {
        "place": "云山省", "report_period": "2024", "indicator": "gdp", "kind": "reported", "measure": "level", "period": "2024",
        "amount": Decimal("2410000000000"), "text": "2.41万亿元", "main": True, "quote": "全省地区生产总值2.41万亿元、增长5.3%",
    }  # fmt: skip
    assert {name: first[name] for name in wanted} == wanted


def test_the_wide_table_sets_what_a_year_reached_beside_what_was_aimed_at_the_year_before(digests: list[Digest]) -> None:
    wide = reportsum.panel(digests).wide()
    assert [(row["period"], row["gdp"], row["gdp_growth"], row["gdp_growth_aim"]) for row in wide] == [
        ("2024", Decimal("2410000000000"), Decimal("5.3"), None),
        ("2025", Decimal("2530000000000"), Decimal("5.1"), Decimal("5.5")),
        ("2026", None, None, Decimal("5")),
    ]


def test_both_ends_of_a_range_have_columns_of_their_own() -> None:
    report = DigestBuilder("今年地区生产总值增长5—5.5%。", place="云山省", period=year(2025), plan_period=year(2026))
    figures = [fig("5—5.5%", role="change", between=("5", "5.5"))]
    report.target("今年地区生产总值增长5—5.5%", "地区生产总值", indicator="gdp", figures=figures, period=year(2026))
    (row,) = reportsum.panel([report.build()]).wide()
    assert (row["gdp_growth_aim_low"], row["gdp_growth_aim_high"]) == (Decimal("5"), Decimal("5.5"))


def test_a_digest_given_twice_counts_once(digests: list[Digest]) -> None:
    assert reportsum.panel([*digests, *digests]).rows == reportsum.panel(digests).rows


def test_the_command_draws_one_line_an_indicator_of_a_report(
    digests: list[Digest], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for digest in digests:
        digest.save(tmp_path / f"{digest.id}.json")
    assert main(["panel", str(tmp_path), "--lang", "en"]) == 0
    lines = [[cell.strip() for cell in line.split("│")[1:-1]] for line in capsys.readouterr().out.splitlines() if line.startswith("│")]
    assert lines == [["云山省", "2024", "GDP", "2.41万亿元", "+5.3%", "+5.5%"], ["云山省", "2025", "GDP", "2.53万亿元", "+5.1%", "+5%"]]


def test_the_command_writes_every_format_it_names(digests: list[Digest], tmp_path: Path) -> None:
    source = tmp_path / "one.json"
    digests[0].save(source)
    outputs = [tmp_path / f"panel{ending}" for ending in (".csv", ".xlsx", ".parquet", ".md")]
    assert main(["panel", str(source), *(word for path in outputs for word in ("--out", str(path)))]) == 0
    lines = list(csv.DictReader(io.StringIO(outputs[0].read_text("utf-8-sig"))))
    assert [(line["measure"], Decimal(line["amount"])) for line in lines] == [
        ("level", Decimal("2530000000000")), ("change", Decimal("5.1")), ("change", Decimal("5")),
    ]  # fmt: skip
    book = openpyxl.load_workbook(outputs[1])
    assert book.sheetnames == ["tidy", "wide"]
    assert [cell.value for cell in book["wide"][2]][:4] == ["云山省", "2025", 2530000000000, 5.1]
    assert parquet.read_table(outputs[2]).column("amount").to_pylist() == [Decimal("2530000000000"), Decimal("5.1"), Decimal("5")]
    assert "| 云山省 | 2025 | 地区生产总值 | 2.53万亿元 | +5.1% | +5% |" in outputs[3].read_text("utf-8")


def test_another_ending_is_refused_with_those_that_are_written(digests: list[Digest], tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"\.csv, \.xlsx, \.parquet, \.md"):
        reportsum.panel(digests).write(tmp_path / "panel.pdf")
