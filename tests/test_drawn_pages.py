"""PDF pages drawn with all that printed reports have: what is read is the text as a person reads it, tables as rows with their cells."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from reportsum.reading import read_bytes

from .documents import FONT


def pdf(draw: Callable[[Canvas], None]) -> str:
    """Return what is read of a document that `draw` draws."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    canvas.setFont(FONT, 12)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return read_bytes(file.getvalue(), "drawn.pdf").text


def ruled(canvas: Canvas, xs: Sequence[float], ys: Sequence[float], without: tuple[tuple[int, int], ...] = ()) -> None:
    """Draw a grid; `without` are upright lines (column edge, row) that merged cells lack."""
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)
    for number, x in enumerate(xs):
        for row, (above, below) in enumerate(pairwise(ys)):
            if (number, row) not in without:
                canvas.line(x, above, x, below)


def say(canvas: Canvas, words: Sequence[tuple[float, float, str]]) -> None:
    for x, y, text in words:
        canvas.drawString(x, y, text)


def a_ruled_table(canvas: Canvas) -> None:
    say(canvas, [(100, 760, "一、主要指标完成情况")])
    ruled(canvas, [100, 200, 300, 400], [740, 710, 680, 640], without=((2, 0),))
    say(canvas, [(110, 720, "指标"), (230, 720, "完成情况"), (110, 690, "财政收入"), (210, 690, "18.5亿元"), (310, 690, "增长6%")])
    say(canvas, [(110, 665, "规模以上工业"), (110, 648, "增加值"), (210, 655, "42亿元"), (310, 655, "增长8.1%")])
    say(canvas, [(100, 600, "二、下一步工作")])


def thin_boxes(canvas: Canvas) -> None:
    for y in (740, 710, 680):
        canvas.rect(100, y, 300, 1, stroke=0, fill=1)
    for x in (100, 250, 400):
        canvas.rect(x, 680, 1, 60, stroke=0, fill=1)
    say(canvas, [(110, 720, "粮食产量"), (260, 720, "50万吨"), (110, 690, "造林面积"), (260, 690, "1.2万亩")])


def open_sides(canvas: Canvas) -> None:
    for y in (740, 710, 680, 650):
        canvas.line(100, y, 400, y)
    canvas.line(200, 740, 200, 650)
    canvas.line(300, 740, 300, 650)
    rows = [("项目", "数量", "投资"), ("公园", "8个", "3亿元"), ("学校", "12所", "5亿元")]
    for number, row in enumerate(rows):
        say(canvas, [(x, 720 - 30 * number, text) for x, text in zip((110, 210, 310), row, strict=True)])


def in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("table")
    canvas.setFont(FONT, 12)
    ruled(canvas, [0, 100, 200], [60, 30, 0])
    say(canvas, [(10, 40, "投资"), (110, 40, "30亿元"), (10, 10, "增长"), (110, 10, "6%")])
    canvas.endForm()
    canvas.saveState()
    canvas.translate(120, 600)
    canvas.scale(1.2, 1.2)
    canvas.doForm("table")
    canvas.restoreState()
    say(canvas, [(100, 720, "表1 投资情况"), (100, 560, "注：数据为快报数。")])


def aligned(canvas: Canvas) -> None:
    rows = [("镇街", "2022年", "2023年"), ("东林镇", "1268", "1385"), ("南浦街道", "2041", "2100"), ("石桥镇", "884", "851")]
    for number, row in enumerate(rows):
        say(canvas, [(x, 740 - 20 * number, text) for x, text in zip((100, 250, 380), row, strict=True)])
    say(canvas, [(100, 600, "以上数据由财政局提供。")])


def over_the_page(canvas: Canvas) -> None:
    rows = [("税收收入", "3412", "8.0"), ("教育支出", "963", "3.0"), ("土地出让收入", "884", "-3.8"), ("卫生支出", "510", "2.2")]
    for number, row in enumerate(rows[:3]):
        say(canvas, [(x, 160 - 20 * number, text) for x, text in zip((100, 250, 380), row, strict=True)])
    canvas.showPage()
    canvas.setFont(FONT, 12)
    say(canvas, [(x, 740, text) for x, text in zip((100, 250, 380), rows[3], strict=True)])


def contents(canvas: Canvas) -> None:
    lines = [("一、工作回顾", "1"), ("二、存在问题", "6"), ("三、工作安排", "9")]
    for number, (title, page) in enumerate(lines):
        say(canvas, [(100, 740 - 20 * number, title), (480, 740 - 20 * number, page)])


FULL = "全市上下坚持稳中求进工作总基调着力稳增长促改革调结构惠民生防风险各项主要指标保持较快增长民生得到新改善"


def indented(canvas: Canvas) -> None:
    """Two pages with a running head, page numbers, first lines set in, and a paragraph that goes over the page."""
    rows = [(124, FULL[:31]), (100, FULL[:33]), (100, FULL[:33]), (100, "事业取得新进展。")]
    for page in range(2):
        canvas.setFont(FONT, 12)
        canvas.drawString(200, 805, "某县政府工作报告")
        canvas.drawString(290, 30, f"- {page + 1} -")
        for number, (x, text) in enumerate([*rows, *rows[:2]] if page == 0 else [*rows[2:], *rows]):
            canvas.drawString(x, 740 - 20 * number, text)
        if page == 0:
            canvas.showPage()


def hyphens(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 11)
    lines = (
        "The Authority improved its services in the past year, and passenger numbers on the metro-|politan lines rose again. Fares were "
        "kept at their level, while the number of trains in-|creased by one tenth."
    )
    for number, text in enumerate(lines.split("|")):
        canvas.drawString(60, 740 - 15 * number, text)


READ: dict[str, tuple[Callable[[Canvas], None], str]] = {
    "cells_may_be_merged_and_their_words_wrapped": (
        a_ruled_table,
        "一、主要指标完成情况\n| 指标 | 完成情况 | 完成情况 |\n|---|---|---|\n| 财政收入 | 18.5亿元 | 增长6% |\n"
        "| 规模以上工业增加值 | 42亿元 | 增长8.1% |\n二、下一步工作",
    ),
    "thin_filled_boxes_rule_a_table": (thin_boxes, "| 粮食产量 | 50万吨 |\n| 造林面积 | 1.2万亩 |"),
    "a_table_may_be_open_at_its_sides": (
        open_sides,
        "| 项目 | 数量 | 投资 |\n|---|---|---|\n| 公园 | 8个 | 3亿元 |\n| 学校 | 12所 | 5亿元 |",
    ),
    "a_drawing_may_be_put_in_and_enlarged": (
        in_a_form,
        "表1 投资情况\n| 投资 | 30亿元 |\n| 增长 | 6% |\n注：数据为快报数。",
    ),
    "columns_of_numbers_are_a_table_without_lines": (
        aligned,
        "| 镇街 | 2022年 | 2023年 |\n|---|---|---|\n| 东林镇 | 1268 | 1385 |\n| 南浦街道 | 2041 | 2100 |\n| 石桥镇 | 884 | 851 |\n"
        "以上数据由财政局提供。",
    ),
    "a_table_goes_on_over_the_page": (
        over_the_page,
        "| 税收收入 | 3412 | 8.0 |\n| 教育支出 | 963 | 3.0 |\n| 土地出让收入 | 884 | -3.8 |\n| 卫生支出 | 510 | 2.2 |",
    ),
    "a_list_of_contents_is_no_table": (contents, "一、工作回顾\t1\n二、存在问题\t6\n三、工作安排\t9"),
    "first_lines_set_in_begin_a_paragraph_and_heads_and_page_numbers_are_none": (
        indented,
        "\n".join([FULL[:31] + FULL[:33] * 2 + "事业取得新进展。"] * 3),
    ),
    "a_word_parted_at_the_end_of_a_line_is_made_whole": (
        hyphens,
        "The Authority improved its services in the past year, and passenger numbers on the metropolitan lines rose again. "
        "Fares were kept at their level, while the number of trains increased by one tenth.",
    ),
}


@pytest.mark.parametrize("name", READ)
def test_a_drawn_page_is_read_as_a_person_reads_it(name: str) -> None:
    draw, text = READ[name]
    assert pdf(draw) == text
