"""What the page is drawn from, without a browser: the text shown and its places, and the lengths and places of bars."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from reportsum.captions import Caption
from reportsum.models import Digest
from reportsum.spans import Span
from reportsum.view.charts import Bar, Group, bar_chart
from reportsum.view.layout import layout

from .builders import DigestBuilder, fig

TEXT = (
    "开头的话。一、回顾：全年生产总值增长6.1%，税收12亿元。（一）工业。工业投资增长8%，新建厂房3栋。二、安排\n今年新增就业5万人，安置😀户。"
)


@pytest.fixture(scope="module")
def built() -> Digest:
    builder = DigestBuilder(TEXT)
    builder.section("一、回顾", label="一、", title="回顾")
    builder.section("（一）工业", label="（一）", title="工业", level=2)
    builder.section("二、安排", label="二、", title="安排", stance="plan")
    builder.achievement("工业投资增长8%", "工业投资", figures=[fig("8%", role="change")])
    builder.achievement("全年生产总值增长6.1%", "生产总值", figures=[fig("6.1%", role="change")])
    builder.achievement("增长6.1%，税收12亿元", "税收", figures=[fig("12亿元")])
    builder.achievement("税收12亿元", "税收", figures=[fig("12亿元")])
    builder.leave_unclaimed(fig("3栋", role="count"))
    builder.target("今年新增就业5万人，安置😀户", "新增就业", figures=[fig("5万人")])
    builder.risk("户", "户")
    return builder.build()


def test_without_the_source_quotes_stand_below_their_headings_and_overlapping_ones_are_one(built: Digest) -> None:
    shown = layout(built, None)
    assert not shown.whole
    assert shown.text.split("\n") == [
        "一、回顾",
        "全年生产总值增长6.1%，税收12亿元",
        "（一）工业",
        "工业投资增长8%",
        "3栋",
        "二、安排",
        "今年新增就业5万人，安置😀户",
        "",
    ]
    assert [shown.text[heading.span.start : heading.span.end] for heading in shown.headings] == ["一、回顾", "（一）工业", "二、安排"]


@pytest.mark.parametrize("whole", [True, False])
def test_each_quote_is_found_in_the_text_shown_in_the_units_of_a_browser(built: Digest, whole: bool) -> None:
    shown = layout(built, TEXT if whole else None)
    units = shown.text.encode("utf-16-le")
    for item in built.items():
        at = shown.place(item.evidence[0].start, item.evidence[0].end)
        assert at is not None
        assert units[2 * at.start : 2 * at.end].decode("utf-16-le") == item.evidence[0].quote


def test_what_is_not_shown_has_no_place(built: Digest) -> None:
    shown = layout(built, None)
    assert shown.place(0, 3) is None
    for words in ("新建", "税收12亿元。", "栋。"):
        at = TEXT.index(words)
        assert shown.place(at, at + len(words)) is None
    at = TEXT.index("生产总值")
    assert shown.place(at, at + 4) == Span(7, 11)
    assert layout(built, TEXT).place(0, len(TEXT)) == Span(0, len(TEXT) + 1)  # a face takes two units


def test_with_the_source_a_heading_ends_with_its_title_and_the_mark_behind_it(built: Digest) -> None:
    shown = layout(built, TEXT)
    assert shown.whole
    assert [TEXT[heading.span.start : heading.span.end] for heading in shown.headings] == ["一、回顾：", "（一）工业。", "二、安排"]


@pytest.mark.parametrize(
    ("text", "title", "heading"),
    [
        ("一、各项工作。税收增长。", "回顾", "一、各项工作。"),
        ("一、各项工作\n税收增长。", "回顾", "一、各项工作"),
        ("一、" + "各项工作" * 30, "回顾", "一、" + "各项工作" * 19 + "各项"),
        ("一、" + "甲" * 78 + "回顾；如下", "回顾", "一、" + "甲" * 78 + "回顾；"),
        ("一、" + "甲" * 79 + "回顾；如下", "回顾", "一、" + "甲" * 78),
    ],
    ids=["to_its_stop", "to_the_end_of_its_line", "after_eighty_characters", "a_title_far_behind", "too_far"],
)
def test_a_heading_whose_title_is_not_found_ends_at_a_stop(text: str, title: str, heading: str) -> None:
    builder = DigestBuilder(text)
    builder.section("一、", label="一、", title=title)
    (found,) = layout(builder.build(), text).headings
    assert text[found.span.start : found.span.end] == heading


def bars(chart: str) -> list[tuple[str, ...]]:
    """Return (x, y, width) of each bar, and (x, y, anchor, text) of its value."""
    return [
        found.groups()
        for found in re.finditer(
            r'<rect x="(.+?)" y="(.+?)" width="(.+?)".*?<text class="value" x="(.+?)" y="(.+?)" text-anchor="(.+?)">(.*?)</text>', chart
        )
    ]


def name_places(chart: str) -> list[tuple[str, ...]]:
    return [found.groups() for found in re.finditer(r'<text class="(name zh|note)" x="(.+?)" y="(.+?)">(.*?)</text>', chart)]


SHARES = Caption("比<重", "Shares")
"""The names of a chart may hold what would end an attribute."""


def test_bars_are_as_long_as_their_values_from_one_line_and_falls_go_left() -> None:
    groups = [
        Group(Caption("产值", "Output"), (Bar(Decimal(10), "10%"), Bar(Decimal(-5), "-5%", 1, True, "去年", "a1")), "东州"),
        Group(Caption("无", "None"), ()),
        Group(Caption("投资", "Investment"), (Bar(Decimal(0), "0%"),), "西岭"),
        Group(Caption("出口", "Exports"), (Bar(Decimal("2.5"), "<3%"),)),
    ]
    chart = bar_chart(groups, width=400, label=SHARES)
    assert chart.startswith('<svg class="chart" viewBox="0 0 400 134" role="img" aria-label="比&lt;重 Shares">')
    assert '<line class="axis" x1="169.7" x2="169.7" y1="0" y2="134"/>' in chart
    # names take 39 units, the text of the fall 31, those right of the bars 31: fifteen per cent share 299
    assert bars(chart) == [
        ("169.7", "6.0", "199.3", "374.0", "18.0", "start", "10%"),
        ("70.0", "25.0", "99.7", "65.0", "37.0", "end", "-5%"),
        ("169.7", "63.5", "1.0", "174.7", "75.5", "start", "0%"),
        ("169.7", "102.0", "49.8", "224.5", "114.0", "start", "&lt;3%"),
    ]
    assert name_places(chart) == [
        ("name zh", "29.0", "19.5", "产值"),
        ("note", "29.0", "34.5", "东州"),
        ("name zh", "29.0", "67.5", "投资"),
        ("note", "29.0", "82.5", "西岭"),
        ("name zh", "29.0", "114.0", "出口"),
    ]
    assert '<g class="bar s1 hollow" data-item="a1" tabindex="0" role="button"><title>去年</title>' in chart
    assert chart.count("data-item") == 1


def test_long_names_leave_room_for_bars_and_falls_alone_end_at_the_line() -> None:
    (long,) = bars(bar_chart([Group(Caption("产值" * 20, "O"), (Bar(Decimal(2), "二"),))], width=400, label=SHARES))
    assert long == ("160.0", "6.0", "217.5", "382.5", "18.0", "start", "二")
    falls = bar_chart([Group(Caption("一", "A"), (Bar(Decimal(-2), "-2"), Bar(Decimal(-4), "-4")))], width=200, label=SHARES)
    assert [bar[:3] for bar in bars(falls)] == [("125.2", "6.0", "74.8"), ("50.5", "25.0", "149.5")]
    assert bar_chart([Group(Caption("无", "None"), ())], width=400, label=SHARES) == ""
