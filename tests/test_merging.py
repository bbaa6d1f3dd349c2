"""Merging: the same fact told twice is one item with two pieces of evidence."""

from __future__ import annotations

import pytest

from reportsum import merging
from reportsum.extraction.resolving import Item, PlacedItem
from reportsum.merging import merge_items
from reportsum.models import Achievement, Risk, Target
from tests.builders import DigestBuilder, fig, half, year


def placed(*items: Item) -> list[PlacedItem]:
    return [PlacedItem(index, item) for index, item in enumerate(items)]


def test_the_same_metric_with_the_same_figures_becomes_one_item_with_both_places() -> None:
    b = DigestBuilder("全市固定资产投资增长3.2%。第一部分。固定资产投资增长3.2%。")
    one = b.achievement("全市固定资产投资增长3.2%。", "全市固定资产投资", figures=[fig("3.2%", role="change")], period=half(2022))
    two = b.achievement("固定资产投资增长3.2%。", "固定资产投资", figures=[fig("3.2%", role="change")], period=half(2022))
    (merged,) = merge_items(placed(one, two))
    assert [e.quote for e in merged.evidence] == sorted({e.quote for e in (*one.evidence, *two.evidence)}, key=len, reverse=True)
    assert [f.start for f in merged.figures] == sorted(f.start for f in (*one.figures, *two.figures))


def test_a_fuller_telling_takes_in_the_shorter_one() -> None:
    b = DigestBuilder("投资增长3.2%。投资336.3亿元,增长3.2%。")
    short = b.achievement("投资增长3.2%。", "固定资产投资", figures=[fig("3.2%", role="change")])
    full = b.achievement("投资336.3亿元,增长3.2%。", "固定资产投资", figures=[fig("336.3亿元"), fig("3.2%", role="change")])
    (merged,) = merge_items(placed(short, full))
    assert merged.statement == full.statement
    assert len(merged.evidence) == 2


def test_other_figures_another_period_or_another_kind_are_other_facts() -> None:
    b = DigestBuilder("投资增长3.2%。投资增长3.3%。投资增长3.2%。投资增长3.2%。")
    items: list[Achievement | Target | Risk] = [
        b.achievement("投资增长3.2%。", "投资", figures=[fig("3.2%", role="change")], period=half(2022)),
        b.achievement("投资增长3.3%。", "投资", figures=[fig("3.3%", role="change")], period=half(2022)),
        b.achievement("投资增长3.2%。", "投资", figures=[fig("3.2%", role="change")], period=year(2021)),
        b.target("投资增长3.2%。", "投资", figures=[fig("3.2%", role="change")], period=half(2022)),
    ]
    assert len(merge_items(placed(*items))) == 4


def test_statements_without_figures_merge_only_when_they_are_the_same() -> None:
    b = DigestBuilder("加快港口建设。加快港口建设。加快铁路建设。")
    items = [
        b.target("加快港口建设。", "港口建设"), b.target("加快港口建设。", "港口建设"), b.target("加快铁路建设。", "铁路建设"),
    ]  # fmt: skip
    assert [len(item.evidence) for item in merge_items(placed(*items))] == [2, 1]


def test_ids_are_unique_and_merging_twice_changes_nothing() -> None:
    b = DigestBuilder("甲3个。乙3个。甲3个。")
    items = [
        b.achievement("甲3个。", "甲", figures=[fig("3个", role="count")], period=half(2022)),
        b.achievement("乙3个。", "乙", figures=[fig("3个", role="count")]),
        b.achievement("甲3个。", "甲", figures=[fig("3个", role="count")], period=year(2020)),
    ]
    items[2] = items[2].model_copy(update={"id": items[0].id})
    once = merge_items(placed(*items))
    assert len({item.id for item in once}) == 3
    assert merge_items(placed(*once)) == once


def test_many_sums_of_one_metric_are_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    b = DigestBuilder("".join(f"投资{n}亿元。" for n in range(1, 301)))
    items = [b.achievement(f"投资{n}亿元。", "投资", figures=[fig(f"{n}亿元")]) for n in range(1, 301)]
    compared = 0
    told = merging._Fact.is_told_by

    def counted(fact: merging._Fact, item: Item, says: set[merging.Said]) -> bool:
        nonlocal compared
        compared += 1
        return told(fact, item, says)

    monkeypatch.setattr(merging._Fact, "is_told_by", counted)
    assert len(merge_items(placed(*items))) == 300
    assert compared <= 300
