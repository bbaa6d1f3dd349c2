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
