"""Tables as PDF files draw them, with lines, boxes and forms or with gaps alone: which are read as rows, and what only looks like one."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from reportsum.errors import InputError
from reportsum.reading import read_bytes
from reportsum.reading.pdf import page_of
from reportsum.reading.pdf_layout import paragraphs
from reportsum.reading.pdf_worker import answer

from .documents import FONT
from .test_drawn_pages import ruled, say

Draw = Callable[[Canvas], None]


def drawn(draw: Draw, password: str | None = None) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=StandardEncryption(password, canPrint=0) if password else None)
    canvas.setFont(FONT, 12)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines_of(draw: Draw) -> list[str]:
    """Return what is read of a drawn document, here and not in a process of its own, which would take ten times as long."""
    return list(paragraphs([page_of(page) for page in answer(drawn(draw))["pages"]]))


WORDS = [(110, 720, "指标"), (210, 720, "数量"), (110, 690, "公园"), (210, 690, "8个")]
TABLE = ["| 指标 | 数量 |", "|---|---|", "| 公园 | 8个 |"]
LOOSE = ["指标\t数量", "公园\t8个"]


def one_stroke(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(100, 740)
    for x, y in ((300, 740), (300, 680), (100, 680)):
        path.lineTo(x, y)
    path.close()
    for (x0, y0), (x1, y1) in (((200, 740), (200, 680)), ((100, 710), (300, 710))):
        path.moveTo(x0, y0)
        path.lineTo(x1, y1)
    canvas.drawPath(path)
    say(canvas, WORDS)


def outlined_boxes(canvas: Canvas) -> None:
    for x in (100, 200):
        for y in (710, 680):
            canvas.rect(x, y, 100, 30)
    say(canvas, WORDS)


def shaded_boxes(canvas: Canvas) -> None:
    canvas.setFillGray(0.9)
    for x in (100, 200):
        for y in (710, 680):
            canvas.rect(x, y, 98, 28, stroke=0, fill=1)
    canvas.setFillGray(0)
    say(canvas, WORDS)


def curves(canvas: Canvas) -> None:
    canvas.line(100, 740, 300, 690)
    canvas.line(100, 690, 300, 740)
    canvas.bezier(100, 740, 150, 600, 250, 800, 300, 700)
    canvas.line(90, 650, 320, 655)
    canvas.line(90, 600, 90, 750)
    canvas.line(320, 600, 320, 751)
    say(canvas, WORDS)


def crosses(canvas: Canvas) -> None:
    for y in (740, 710, 680):
        for x in (100, 200, 300):
            canvas.line(x - 2, y, x + 2, y)
            canvas.line(x, y - 2, x, y + 2)
    say(canvas, WORDS)


def forms(canvas: Canvas) -> None:
    """A table in a form in a form in a form, each put a little to the right."""
    canvas.beginForm("table")
    canvas.setFont(FONT, 12)
    ruled(canvas, [0, 100, 200], [60, 30, 0])
    say(canvas, [(10, 40, "投资"), (110, 40, "30亿元"), (10, 10, "增长"), (110, 10, "6%")])
    canvas.endForm()
    for name, inner, x, y in (("middle", "table", 10, 20), ("outer", "middle", 5, 5)):
        canvas.beginForm(name)
        canvas.translate(x, y)
        canvas.doForm(inner)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(100, 600)
    canvas.doForm("outer")
    canvas.restoreState()


def turned(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(400, 500)
    canvas.rotate(90)
    ruled(canvas, [0, 100, 200], [60, 30, 0])
    canvas.restoreState()
    say(canvas, [(342, 650, "甲镇"), (372, 650, "乙镇"), (342, 550, "12"), (372, 550, "15")])


def english_cells(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 11)
    ruled(canvas, [100, 250, 400], [740, 700, 660])
    words = [(105, 712, "per household"), (105, 726, "Water used"), (255, 720, "142 litres")]  # the lower line is drawn first
    say(canvas, [*words, (105, 680, "Homes built in"), (105, 667, "all wards"), (255, 673, "1,204")])


def letter_by_letter(canvas: Canvas) -> None:
    canvas.setFont("Courier", 11)
    ruled(canvas, [100, 250, 400], [740, 710, 680])
    for number, letter in enumerate("parks"):
        canvas.drawString(110 + 6.6 * number, 720 + number % 2, letter)  # not quite level
    say(canvas, [(260, 720, "12"), (110, 690, "roads"), (260, 690, "31")])


def without_a_corner(canvas: Canvas) -> None:
    canvas.line(200, 740, 400, 740)
    canvas.line(100, 710, 400, 710)
    canvas.line(100, 680, 400, 680)
    canvas.line(100, 710, 100, 680)
    for x in (200, 300, 400):
        canvas.line(x, 740, x, 680)
    say(canvas, [(210, 720, "2022年"), (310, 720, "2023年"), (110, 690, "产值"), (210, 690, "12"), (310, 690, "15")])


def merged_down(canvas: Canvas) -> None:
    for y in (740, 680):
        canvas.line(100, y, 400, y)
    canvas.line(200, 710, 400, 710)
    for x in (100, 200, 300, 400):
        canvas.line(x, 740, x, 680)
    say(canvas, [(110, 705, "产值"), (210, 720, "工业"), (310, 720, "12"), (210, 690, "农业"), (310, 690, "3")])


def one_row(canvas: Canvas) -> None:
    ruled(canvas, [100, 200, 400], [740, 710])
    say(canvas, [(110, 720, "索引号"), (210, 720, "0142")])


def two_tables(canvas: Canvas) -> None:
    for lower in (100, 0):  # the lower one is drawn first
        ruled(canvas, [100, 200, 300], [740 - lower, 710 - lower, 680 - lower])
        say(canvas, [(x, y - lower, text) for x, y, text in WORDS])
    say(canvas, [(100, 655, "表二如下"), (100, 760, "表一如下")])


def no_uprights(canvas: Canvas) -> None:
    for y in (740, 710, 680):
        canvas.line(100, y, 300, y)
    say(canvas, WORDS)


def doubled(canvas: Canvas) -> None:
    for more in (0, 2):
        ruled(canvas, [100 + more, 200 + more, 300 + more], [740 + more, 710 + more, 680 + more])
    say(canvas, WORDS)


def a_map(canvas: Canvas) -> None:
    for number in range(610):
        canvas.line(100, 100 + number / 2, 110, 100 + number / 2)
        canvas.line(100 + number / 2, 100, 100 + number / 2, 110)
    ruled(canvas, [100, 200, 300], [740, 710, 680])
    say(canvas, WORDS)


@pytest.mark.parametrize(
    ("draw", "read"),
    [
        pytest.param(one_stroke, TABLE, id="all_lines_in_one_path"),
        pytest.param(outlined_boxes, TABLE, id="cells_are_boxes"),
        pytest.param(shaded_boxes, LOOSE, id="shades_are_no_lines"),
        pytest.param(curves, LOOSE, id="curves_and_slanting_lines_rule_nothing"),
        pytest.param(crosses, LOOSE, id="short_strokes_rule_nothing"),
        pytest.param(forms, ["| 投资 | 30亿元 |", "| 增长 | 6% |"], id="in_forms_inside_forms"),
        pytest.param(turned, ["| 甲镇 | 乙镇 |", "|---|---|", "| 12 | 15 |"], id="a_turned_drawing"),
        pytest.param(
            english_cells,
            ["| Water used per household | 142 litres |", "| Homes built in all wards | 1,204 |"],
            id="words_and_lines_of_an_english_cell_are_apart",
        ),
        pytest.param(letter_by_letter, ["| parks | 12 |", "| roads | 31 |"], id="letters_not_quite_level_are_one_word"),
        pytest.param(without_a_corner, ["|  | 2022年 | 2023年 |", "|---|---|---|", "| 产值 | 12 | 15 |"], id="a_corner_is_missing"),
        pytest.param(merged_down, ["| 产值 | 工业 | 12 |", "| 产值 | 农业 | 3 |"], id="a_label_beside_two_rows"),
        pytest.param(one_row, ["索引号\t0142"], id="one_row_is_no_table"),
        pytest.param(two_tables, ["表一如下", *TABLE, "表二如下", *TABLE], id="two_tables_with_words_between"),
        pytest.param(no_uprights, LOOSE, id="level_lines_alone_rule_nothing"),
        pytest.param(doubled, TABLE, id="lines_drawn_twice_are_one"),
        pytest.param(a_map, LOOSE, id="a_page_with_a_thousand_lines_is_a_map"),
    ],
)
def test_drawn_lines_rule_a_table_or_not(draw: Draw, read: list[str]) -> None:
    assert lines_of(draw) == read


TOWNS = ("东林镇", "1268", "1385"), ("南浦街道", "2041", "2100")
TOWNS_READ = ["| 东林镇 | 1268 | 1385 |", "| 南浦街道 | 2041 | 2100 |"]
AT = (100, 250, 380)


@pytest.mark.parametrize(
    ("pages", "read"),
    [
        pytest.param([{740: TOWNS}], TOWNS_READ, id="two_rows"),
        pytest.param([{740: TOWNS[:1]}], ["东林镇\t1268\t1385"], id="one_row_is_no_table"),
        pytest.param([{740: TOWNS[:1], 690: TOWNS[1:]}], ["东林镇\t1268\t1385", "南浦街道\t2041\t2100"], id="rows_far_apart_are_none"),
        pytest.param(
            [{740: [("局长", "王平", "在任"), ("处长", "李明", "新任"), ("科长", "周方", "离任"), ("人数", "30", "12")]}],
            ["局长\t王平\t在任", "处长\t李明\t新任", "科长\t周方\t离任", "人数\t30\t12"],
            id="columns_of_words_are_none",
        ),
        pytest.param(
            [{740: [("镇街", "2022年", "2023年"), TOWNS[0], ("石桥镇", "", "851"), ("河口镇", "884", ""), ("合计", "2152", "2236")]}],
            [
                "| 镇街 | 2022年 | 2023年 |",
                "|---|---|---|",
                "| 东林镇 | 1268 | 1385 |",
                "| 石桥镇 |  | 851 |",
                "| 河口镇 | 884 |  |",
                "| 合计 | 2152 | 2236 |",
            ],
            id="a_cell_may_be_empty",
        ),
        pytest.param(
            [{740: [("", "年末户籍户数和年末户籍人口数", ""), ("镇街", "户数", "人口"), *TOWNS]}],
            ["年末户籍户数和年末户籍人口数", "| 镇街 | 户数 | 人口 |", "|---|---|---|", *TOWNS_READ],
            id="a_line_above_is_no_row",
        ),
        pytest.param(
            [{740: [("一、回顾", "9", ""), ("二、问题", "6", ""), ("三、安排", "3", "")]}],
            ["| 一、回顾 | 9 |", "| 二、问题 | 6 |", "| 三、安排 | 3 |"],
            id="numbers_that_fall_are_no_pages",
        ),
        pytest.param(
            [{740: [("一、回顾", "1", ""), ("二、问题", "10000", ""), ("三、安排", "10001", "")]}],
            ["| 一、回顾 | 1 |", "| 二、问题 | 10000 |", "| 三、安排 | 10001 |"],
            id="nor_are_large_ones",
        ),
        pytest.param([{160: TOWNS}, {740: [("石桥镇", "884", "851")]}], [*TOWNS_READ, "| 石桥镇 | 884 | 851 |"], id="over_the_page"),
        pytest.param(
            [{160: TOWNS}, {740: [("县长", "王平", "在任")]}],
            [*TOWNS_READ, "县长\t王平\t在任"],
            id="words_on_the_next_page_do_not",
        ),
        pytest.param(
            [{160: TOWNS}, {740: [("石桥镇", "884", "851")], 700: [("其余从略。", "", "")], 660: [("河口镇", "310", "302")]}],
            [*TOWNS_READ, "| 石桥镇 | 884 | 851 |", "其余从略。", "河口镇\t310\t302"],
            id="nor_does_what_stands_further_down",
        ),
    ],
)  # fmt: skip
def test_gaps_alone_make_a_table_or_not(pages: list[dict[int, Sequence[Sequence[str]]]], read: list[str]) -> None:
    """A page holds rows by the height of the first, each 20 points below the one before."""

    def draw(canvas: Canvas) -> None:
        for number, page in enumerate(pages):
            if number:
                canvas.showPage()
                canvas.setFont(FONT, 12)
            for top, rows in page.items():
                for below, row in enumerate(rows):
                    say(canvas, [(x, top - 20 * below, text) for x, text in zip(AT, row, strict=True) if text])

    assert lines_of(draw) == read


def english(canvas: Canvas, at: Sequence[float], rows: Sequence[Sequence[str]]) -> None:
    canvas.setFont("Helvetica", 11)
    for number, row in enumerate(rows):
        say(canvas, [(x, 740 - 15 * number, text) for x, text in zip(at, row, strict=True)])


@pytest.mark.parametrize(
    ("at", "rows", "read"),
    [
        pytest.param(
            (100, 300, 400),
            [("Service area", "2022", "2023"), ("Parks and open space", "12", "13"), ("Roads", "(4.2)", "5"), ("Health team", "-", "7%")],
            [
                "| Service area | 2022 | 2023 |",
                "|---|---|---|",
                "| Parks and open space | 12 | 13 |",
                "| Roads | (4.2) | 5 |",
                "| Health team | - | 7% |",
            ],
            id="labels_of_several_words",
        ),
        pytest.param(
            (100, 160, 190, 220),
            [("Libraries", "12", "15", "18"), ("Museums", "31", "30", "35"), ("Swimming", "7", "8", "9")],
            ["| Libraries | 12 | 15 | 18 |", "| Museums | 31 | 30 | 35 |", "| Swimming | 7 | 8 | 9 |"],
            id="three_rows_with_narrow_gaps",
        ),
        pytest.param(
            (60,),
            [
                ("The   council   met  12  times  in  2023  and heard",),
                ("reports   from   9  teams  on  31  matters  of the",),
                ("year.  It   agreed  to   14.",),
            ],
            ["The council met 12 times in 2023 and heard reports from 9 teams on 31 matters of the year. It agreed to 14."],
            id="prose_set_wide_is_none",
        ),
    ],
)  # fmt: skip
def test_english_rows_are_told_from_prose(at: Sequence[float], rows: Sequence[Sequence[str]], read: list[str]) -> None:
    assert lines_of(lambda canvas: english(canvas, at, rows)) == read


def test_a_protected_file_and_a_damaged_one_are_told_apart() -> None:
    whole = drawn(one_row)
    with pytest.raises(InputError, match="is protected by a password"):
        read_bytes(drawn(one_row, password="geheim"), "a.pdf")
    with pytest.raises(InputError, match="is damaged"):
        read_bytes(whole[:80], "b.pdf")
