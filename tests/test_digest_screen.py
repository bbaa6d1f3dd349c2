"""A digest on the terminal: the answer first, then the rest by weight; in the user's language."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

import reportsum
from reportsum.brief import further
from reportsum.cli import main
from reportsum.digest_screen import Choice, ScreenLanguage, digest_view, item_columns
from reportsum.models import Digest, Target

from .builders import DigestBuilder, fig, half, year

REPORT = """泉河县2023年政府工作报告

一、2022年工作回顾

2022年，地区生产总值684.66亿元，增长5.6%。城镇新增就业1.2万人。深入推进作风建设。

二、2023年工作安排

地区生产总值增长6%左右。10月底前建成老年活动中心1个（县民政局牵头）。持续优化营商环境。
"""


@pytest.fixture(scope="module")
def digest() -> Digest:
    return reportsum.digest(reportsum.from_text(REPORT, "quanhe.txt"), reportsum.Settings(engine="rules"))


def drawn(digest: Digest, choice: Choice | None = None, language: ScreenLanguage = "zh") -> str:
    console = Console(file=io.StringIO(), width=160, highlight=False)
    console.print(digest_view(digest, choice, language))
    text: str = console.file.getvalue()  # type: ignore[attr-defined]  # it is the StringIO given above
    return text


def test_the_panel_comes_first_with_what_was_reached_and_what_is_aimed_at(digest: Digest) -> None:
    lines = drawn(digest).splitlines()
    row = next(line for line in lines if "地区生产总值" in line and "684.66亿元" in line)
    assert row.split() == ["地区生产总值", "684.66亿元", "+5.6%", "≈+6%", "2022"]
    order = [next(n for n, line in enumerate(lines) if words in line) for words in ("主要指标", "要点", "主要成效", "主要目标")]
    assert order == sorted(order)


def test_routine_items_are_counted_and_shown_when_asked_for(digest: Digest) -> None:
    rest = further(digest.targets, ["none leads"])
    assert [item.statement for item in rest.items if "持续优化营商环境" in item.statement] == []
    assert rest.routine >= 1
    assert "优化营商环境" in drawn(digest, Choice(salience="routine"))
    assert "684.66亿元" not in drawn(digest, Choice(salience="routine"))


def test_what_does_not_lead_follows_under_its_kind_and_what_is_cut_is_counted(digest: Digest) -> None:
    none_leads = digest.model_copy(update={"leading": digest.leading.model_copy(update={"achievements": [], "targets": []})})
    whole = drawn(none_leads)
    cut = drawn(none_leads, Choice(limit=1))
    # the panel and the points tell the first two as well, whatever is listed
    assert [(whole.count(words), cut.count(words)) for words in ("城镇新增就业", "老年活动中心", "县民政局")] == [(3, 2), (2, 1), (2, 1)]
    assert [text.count("另有1条\n") for text in (whole, cut)] == [0, 2]


def test_captions_are_in_the_language_asked_for_and_the_report_stays(digest: Digest) -> None:
    english = drawn(digest, language="en")
    assert "Headline indicators" in english
    assert "主要指标" not in english
    assert "县民政局" in english


def test_a_target_row_has_owner_and_deadline_in_their_own_columns() -> None:
    builder = DigestBuilder("建成停车位500个。", period=half(2022), plan_period=year(2022))
    told = {"commitment": "must", "deadline": "2022-10", "owner": "市城管局"}
    target = builder.target("建成停车位500个。", "停车位", figures=[fig("500个", role="count")], **told)  # type: ignore[arg-type]  # words
    cells = {column.name: column.get(target) for column in item_columns(Target, "zh")}
    assert cells == {
        "column.what": "停车位", "column.figures": "500个", "column.due": "2022-10", "column.commitment": "确保",
        "column.owner": "市城管局", "column.progress": "", "column.place": "0",
    }  # fmt: skip


def test_show_filters_by_kind_and_prints_json_lines(digest: Digest, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    digest.save(tmp_path / "quanhe.json")
    assert main(["show", str(tmp_path / "quanhe.json"), "--kind", "achievement", "--indicator", "gdp", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["digest"], row["metric"], [figure["text"] for figure in row["figures"]]) for row in rows] == [
        (digest.id, "地区生产总值", ["684.66亿元", "5.6%"])
    ]


def test_a_run_of_one_report_ends_with_its_first_minute_and_one_of_many_with_a_line_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "quanhe.txt").write_text(REPORT, encoding="utf-8")
    assert main(["digest", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--engine", "rules", "--lang", "zh"]) == 0
    assert "主要指标" in capsys.readouterr().out
    (tmp_path / "in" / "other.txt").write_text(REPORT.replace("泉河县", "海桥县"), encoding="utf-8")
    assert main(["digest", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--engine", "rules", "--lang", "zh"]) == 0
    told = capsys.readouterr().out
    assert "海桥县 2022  海桥县2023年政府工作报告" in told
    assert "泉河县 2022  泉河县2023年政府工作报告" in told
    assert told.count("地区生产总值 684.66亿元 (+5.6%) 目标≈+6%") == 2
