"""Verification: a tampered digest is found out, an untouched one is not accused."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import BaseModel

import reportsum
from reportsum.models import Digest

TEXT = """一、上半年执行情况

上半年，实现地区生产总值684.66亿元，增长1.6%。新增规上工业企业45家，完成年度计划的52.2%。企业用工成本下降3.5%。

二、下半年工作重点

确保固定资产投资增长5%以上。力争新增规上工业企业60家。
"""


@pytest.fixture(scope="module")
def honest() -> Digest:
    return reportsum.digest(reportsum.from_text(TEXT, "sample.txt"), reportsum.Settings(engine="rules"))


def tampered(digest: Digest, change: Any) -> Digest:
    value = digest.model_dump(mode="python")
    change(value)
    return Digest.model_validate(value)


def test_an_honest_digest_has_no_findings(honest: Digest) -> None:
    assert reportsum.verify(honest, TEXT) == []


def set_quote(d: dict[str, Any]) -> None:
    d["achievements"][0]["evidence"][0]["quote"] += "!"


def set_value(d: dict[str, Any]) -> None:
    d["achievements"][0]["figures"][0]["value"] = Decimal("684.67")


def set_amount(d: dict[str, Any]) -> None:
    d["achievements"][0]["figures"][0]["amount"] = Decimal("684.66")


def set_sign(d: dict[str, Any]) -> None:
    figure = next(f for a in d["achievements"] for f in a["figures"] if f["text"] == "3.5%")
    figure["value"] = -figure["value"]


def move_figure(d: dict[str, Any]) -> None:
    d["achievements"][0]["figures"][0]["start"] += 1


def drop_item(d: dict[str, Any]) -> None:
    d["achievements"].pop(0)


def claim_twice(d: dict[str, Any]) -> None:
    d["coverage"]["unclaimed"].append({**d["achievements"][0]["figures"][0], "section": None})


def share_id(d: dict[str, Any]) -> None:
    d["targets"][0]["id"] = d["achievements"][0]["id"]


def link_nowhere(d: dict[str, Any]) -> None:
    d["targets"][0]["progress"] = {"achievements": ["nobody"], "basis": "metric", "ratio": Decimal("0.5"), "status": "behind"}


def move_figure_elsewhere(d: dict[str, Any]) -> None:
    d["achievements"][0]["figures"].append(d["targets"][0]["figures"].pop())


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (set_quote, "quote"), (set_value, "figure"), (set_amount, "figure"), (set_sign, "figure"), (move_figure, "figure"),
        (drop_item, "coverage"), (claim_twice, "coverage"), (share_id, "id"), (link_nowhere, "link"),
        (move_figure_elsewhere, "containment"),
    ],
)  # fmt: skip
def test_tampering_is_found(honest: Digest, change: Any, problem: str) -> None:
    assert problem in {finding.problem for finding in reportsum.verify(tampered(honest, change), TEXT)}


def test_another_text_is_recognised_at_once(honest: Digest) -> None:
    (finding,) = reportsum.verify(honest, TEXT + " ")
    assert finding.problem == "source"


REPORT = """泉河县2022年国民经济和社会发展计划上半年执行情况的报告

泉河县发展和改革委员会

一、上半年执行情况

上半年，实现地区生产总值684.66亿元，增长1.6%。新增规上工业企业45家，完成年度计划的52.2%。企业用工成本下降3.5%。
2021年，城镇登记失业率为2.3%，2020年为2.9%。

- 3 -

二、存在的困难和问题

受疫情影响，部分企业生产经营困难。新开工项目比去年同期减少12个，要素保障不足。

三、下半年工作重点

确保固定资产投资增长5%以上。全年新增规上工业企业86家。10月底前建成老年活动中心1个（县民政局牵头）。

注：规上工业企业是指年主营业务收入2000万元及以上的工业企业。
"""


@pytest.fixture(scope="module")
def whole() -> Digest:
    return reportsum.digest(reportsum.from_text(REPORT, "whole.txt"), reportsum.Settings(engine="rules"))


NOT_CHECKED = {
    "schema_version": "another one is refused where a digest is loaded",
    "extraction.library_version": "any version may have made the digest",
    "extraction.prompt": "rules have none",
    "chunks.id": "what a run met on its way cannot be read again from the source",
    "chunks.status": "as above",
    "chunks.error": "as above",
    "warnings": "a test of their own below",
    "targets.figures.period": "the report has none; read as those of achievements",
    "risks.figures.period": "as above",
    "coverage.unclaimed.period": "as above",
}
"""Fields, with those within them, that are not altered here."""


def fields(model: type[BaseModel], path: str = "") -> Iterator[str]:
    """Yield every field of a digest that holds a value, by its path; lists stand for their first entry that has the field."""
    for name, field in model.model_fields.items():
        parts = [part for part in (field.annotation, *flat(field.annotation)) if isinstance(part, type) and issubclass(part, BaseModel)]
        if not parts:
            yield path + name
        for part in parts:
            if part is not model:
                yield from fields(part, f"{path}{name}.")


def flat(annotation: Any) -> Iterator[Any]:
    """Yield what a type is made of, at any depth."""
    for part in get_args(annotation):
        yield part
        yield from flat(part)


FIELDS = sorted(
    path for path in set(fields(Digest)) if not any(path == left_out or path.startswith(f"{left_out}.") for left_out in NOT_CHECKED)
)


def altered(value: Any) -> Any:
    """Return another value of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | Decimal):
        return value + 1
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=1)
    if isinstance(value, list):
        return value[:-1] if value else ["x"]
    return "x" if value is None else value + "x"


def alter(value: Any, path: list[str]) -> bool:
    """Alter the first field with this path in place; False where there is none."""
    if isinstance(value, list):
        return any(alter(one, path) for one in value)
    if not isinstance(value, dict) or path[0] not in value:
        return False
    if len(path) > 1:
        return alter(value[path[0]], path[1:])
    others = {"base": "goal", "bound": "about", "low": Decimal(1), "high": Decimal(1)}
    value[path[0]] = others.get(path[0]) or altered(value[path[0]])
    return True


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_that_is_altered_by_itself_is_found(whole: Digest, field: str) -> None:
    value = whole.model_dump(mode="python")
    assert alter(value, field.split(".")), f"no {field} in this digest"
    forged = Digest.model_construct(**{**dict(whole), **_models(whole, value)})
    source = reportsum.from_text(REPORT, "whole.txt")
    assert reportsum.verify(whole, source) == []
    assert reportsum.verify(forged, source) != []


def test_an_altered_warning_is_found() -> None:
    source = reportsum.from_text("一、上半年执行情况\n上半年，地区生产总值增长1.6%。\n", "h1-2022.txt")
    digest = reportsum.digest(source)
    assert digest.warnings, "a period that no title names is a warning"
    forged = digest.model_copy(update={"warnings": [digest.warnings[0].model_copy(update={"message": "all is well"})]})
    assert [finding.problem for finding in reportsum.verify(forged, source)] == ["warning"]


def _models(whole: Digest, value: dict[str, Any]) -> dict[str, Any]:
    """Return the altered parts as models, unchecked: closed words may hold what no schema allows."""
    return {name: _like(getattr(whole, name), part) for name, part in value.items()}


def _like(model: Any, part: Any) -> Any:
    if isinstance(model, list):
        return [_like(model[min(index, len(model) - 1)], one) if model else one for index, one in enumerate(part)]
    if isinstance(model, BaseModel) and isinstance(part, dict):
        return type(model).model_construct(**{name: _like(getattr(model, name), one) for name, one in part.items()})
    return part


def test_verifying_grows_with_the_text_and_not_faster() -> None:
    """Four times as many repeated sentences take about four times as long; when it was quadratic it took sixteen."""

    def calls(times: int) -> int:
        text = "一、工作情况\n" + "新增就业5.8万人。" * times
        digest = reportsum.digest(reportsum.from_text(text, "same.txt"))
        counted = 0

        def count(_frame: Any, event: str, _argument: Any) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            assert reportsum.verify(digest, text) == []
        finally:
            sys.setprofile(None)
        return counted

    assert calls(1600) < 4.5 * calls(400)


TASKS = """沙河县2024年民生实事进展
一、新增学位
计划新增学位1200个。
进展情况：截至9月底，新增学位1500个。
二、改造公路
计划改造公路100公里，投资2亿元。
进展情况：截至9月底，改造公路76公里。
"""


@pytest.fixture(scope="module")
def tasks() -> Digest:
    return reportsum.digest(reportsum.from_text(TASKS, "sample.txt"), reportsum.Settings(engine="rules"))


def put(*path: str | int, value: Any) -> Any:
    def change(d: Any) -> None:
        for step in path[:-1]:
            d = d[step]
        d[path[-1]] = value

    return change


def empty_quote(d: dict[str, Any]) -> None:
    d["achievements"][0]["evidence"][0] |= {"quote": "", "end": 35}


def drop_achievement(d: dict[str, Any]) -> None:
    d["achievements"].pop()


def unknown_link(d: dict[str, Any]) -> None:
    d["targets"][0]["progress"]["achievements"] = ["i0"]


SAID = {
    "a_quote_that_begins_later": (
        put("achievements", 0, "evidence", 0, "start", value=36),
        ["quote A1: the quote at 36:56 is not what stands there", "item A1: evidence[0].start is 36, read again 35"],
    ),
    "an_empty_quote": (
        empty_quote,
        [
            "quote A1: the quote at 35:35 is not what stands there",
            "containment A1: 1500个 at 50 lies outside the item's evidence",
            "item A1: evidence[0].quote is '', read again '进展情况：截至9月底，新增学位1500个。'",
            "item A1: evidence[0].end is 35, read again 56",
        ],
    ),
    "another_section": (
        put("achievements", 0, "evidence", 0, "section", value="2"),
        ["quote A1: the quote at 35 does not stand in section 2", "item A1: evidence[0].section is '2', read again '1'"],
    ),
    "no_such_section": (
        put("achievements", 1, "evidence", 0, "section", value="9"),
        ["quote A2: the quote at 83 does not stand in section 9", "item A2: evidence[0].section is '9', read again '2'"],
    ),
    "two_first_ones": (
        put("achievements", 1, "rank", value=1),
        ["rank D: the ranks of 2 items are not 1 to 2", "item A2: rank is 1, read again 2"],
    ),
    "more_claimed": (put("coverage", "claimed", value=9), ["coverage D: claimed is 9, counted again 5"]),
    "more_figures": (
        put("coverage", "figures", value=9),
        ["coverage D: figures is 9, counted again 5", "coverage D: the text has 5 figures, the digest says 9"],
    ),
    "fewer_named": (put("coverage", "named", value=1), ["coverage D: named is 1, counted again 5"]),
    "something_unknown_leads": (
        put("leading", "risks", value=["i0"]),
        [
            "leading D: what leads is not what the ranks say",
            "leading i0: there is no such item",
            "leading D: leading.risks is 1 entries, read again 0 entries",
        ],
    ),
    "a_section_too_long": (
        put("outline", 1, "end", value=154),
        ["outline 2: the section 57:154 lies outside the text", "outline 2: outline[1].end is 154, read again 104"],
    ),
    "a_chunk_too_short": (
        put("chunks", 0, "end", value=100),
        ["chunk c0: 0:100 does not hold whole clauses behind the chunk before", "chunk D: the chunks do not hold every clause"],
    ),
    "a_chunk_of_one_section": (put("chunks", 0, "sections", value=["1"]), ["chunk c0: its sections are 1, 2, the digest says 1"]),
    "a_chunk_of_another_reader": (put("chunks", 0, "extractor", value="llm"), ["chunk c0: it was read by llm, the digest by rules"]),
    "a_summary_of_no_section": (
        put("summary", "sections", 0, "section", value="7"),
        ["summary 7: there is no such section", "summary D: summary.sections[0].section is '7', read again '1'"],
    ),
    "a_figure_that_begins_later": (
        put("achievements", 0, "figures", 0, "start", value=51),
        ["figure f2: '1500个' is not what stands at 51:55", "figure f2: figures[0].start is 51, read again 50"],
    ),
    "a_long_title": (
        put("report", "title", value="长" * 70),
        [f"report D: report.title is '{'长' * 59}…, read again '沙河县2024年民生实事进展'"],
    ),
    "another_hash": (
        put("source", "sha256", value="0" * 64),
        [
            "source D: the source's hash is 30d59af4d7d4…, the digest says 000000000000…",
            "id D: the digest's id is not made of its source's name and hash",
        ],
    ),
}  # fmt: skip


def findings(digest: Digest, known: Digest, source: Any = TASKS) -> list[str]:
    """Return the findings, the digest's own id as D, its achievements and targets as A1, T1 … ."""
    names = {item.id: f"{kind}{n}" for kind, of in (("A", known.achievements), ("T", known.targets)) for n, item in enumerate(of, 1)}
    names[known.id] = "D"
    return [f"{one.problem} {names.get(one.where, one.where)}: {one.message}" for one in reportsum.verify(digest, source)]


@pytest.mark.parametrize(("change", "told"), SAID.values(), ids=SAID)
def test_each_finding_says_what_was_found_where(tasks: Digest, change: Any, told: list[str]) -> None:
    assert findings(tampered(tasks, change), tasks) == told


def test_an_item_that_is_gone_is_missed_wherever_it_was_spoken_of(tasks: Digest) -> None:
    gone = tasks.achievements[1].id
    told = findings(tampered(tasks, drop_achievement), tasks)
    assert [line for line in told if "progress is" not in line] == [
        "coverage D: claimed is 5, counted again 4",
        "coverage D: named is 5, counted again 4",
        "coverage D: figures is 5, counted again 4",
        f"link T2: the linked achievement {gone} does not exist",
        "summary A2: there is no such item",
        "leading D: what leads is not what the ranks say",
        "leading A2: there is no such item",
        "item A2: read again, this item is there too",
    ]


def test_a_link_to_nothing_is_told_with_what_the_link_should_be(tasks: Digest) -> None:
    told = findings(tampered(tasks, unknown_link), tasks)
    assert told[0] == "link T1: the linked achievement i0 does not exist"
    assert told[1].startswith("link T1: progress is achievements=['i0']")
    assert told[2:] == [f"item T1: progress.achievements[0] is 'i0', read again '{tasks.achievements[0].id}'"]


def test_a_file_may_be_renamed_but_not_changed_into_another_kind(tasks: Digest) -> None:
    assert findings(tasks, tasks, reportsum.from_text(TASKS, "other.txt")) == []
    other = ["source D: the source is sample.md, the digest says sample.txt"]
    assert findings(tasks, tasks, reportsum.from_text(TASKS, "sample.md")) == other
    longer = ["source D: the text has 105 characters, the digest was made from 104: this is another source"]
    assert findings(tasks, tasks, TASKS + "\n") == longer
