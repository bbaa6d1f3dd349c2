"""Verification: a tampered digest is found out, an untouched one is not accused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

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
