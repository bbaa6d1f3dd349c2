"""Lines on pages become paragraphs: what is joined, what begins anew, and in which order columns, tables and margins are read."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportsum.reading.pdf_layout import PageLine, PageTable, PdfPage, paragraphs
from reportsum.tabular import GridCell

FULL = "城乡居民收入稳步提高粮食总产量再创新高城镇新增就业超过预期生态环境持续改善平安建"
"""As long as a line is."""
HEAD = "一、" + FULL[:-2]
STOP = FULL[:-1] + "。"
Said = tuple[int, str] | tuple[int, str, float] | tuple[int, str, float, float]
"""A row, what stands in it, where it begins, the size of its letters."""


def line(row: int, text: str, left: float = 72, size: float = 12) -> PageLine:
    bottom = 740 - 20 * row
    wide = sum(1 if character > "\u2000" else 0.5 for character in text)
    return PageLine(left, bottom, left + wide * size, bottom + size, size, text)


def page(*said: Said) -> PdfPage:
    return PdfPage(620, 842, [line(*one) for one in said])


def read(*pages: PdfPage) -> list[str]:
    return list(paragraphs(list(pages)))


BODY: list[Said] = [(row, FULL) for row in range(3)]
INDENTED: list[Said] = [(row, FULL[:-2], 96) if row % 4 == 0 else (row, STOP) for row in range(16)]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        pytest.param([*BODY, (3, "进步。"), (4, "新的一段")], [FULL * 3 + "进步。", "新的一段"], id="full_lines_go_on_a_short_one_ends"),
        pytest.param([(0, FULL), (1, STOP), (2, FULL), (3, "完")], [FULL + STOP, FULL + "完"], id="a_full_line_with_a_stop_ends"),
        pytest.param(
            [(0, FULL), (1, FULL[:-2] + "。”"), (2, FULL), (3, "完")], [FULL + FULL[:-2] + "。”", FULL + "完"],
            id="a_mark_may_stand_behind_the_stop",
        ),
        pytest.param([*BODY, (3, FULL[:20]), (4, FULL)], [FULL * 3 + FULL[:20], FULL], id="behind_a_short_line_begins_a_paragraph"),
        pytest.param([*BODY, (3, FULL[:20] + "，"), (4, FULL)], [FULL * 3 + FULL[:20] + "，" + FULL], id="a_comma_ends_nothing"),
        pytest.param([*BODY, (3, FULL[:20] + "“"), (4, FULL)], [FULL * 3 + FULL[:20] + "“" + FULL], id="nor_does_an_opening_mark"),
        pytest.param(
            [*BODY, (3, FULL[:20] + "，"), (4, "（一）稳步")], [FULL * 3 + FULL[:20] + "，", "（一）稳步"], id="a_label_begins_anew"
        ),
        pytest.param(
            [*BODY, (3, FULL[:20] + "，"), (4, FULL[:9], 150)], [FULL * 3 + FULL[:20] + "，", FULL[:9]], id="so_does_what_is_set_in_far"
        ),
        pytest.param([*BODY, (3, FULL[:20], 72, 16), (4, FULL)], [FULL * 3, FULL[:20], FULL], id="other_letters_begin_anew"),
        pytest.param([*BODY, (5, FULL)], [FULL * 3, FULL], id="a_gap_parts"),
        pytest.param([*BODY, (3, FULL[:-1]), (4, FULL)], [FULL * 3 + FULL[:-1] + FULL], id="one_character_less_is_full"),
        pytest.param(
            [*BODY, (3, FULL[:-3]), (4, "“稳”字")], [FULL * 3 + FULL[:-3] + "“稳”字"], id="what_cannot_be_torn_off_leaves_room"
        ),
        pytest.param(
            [*BODY, (3, FULL[:-4]), (4, "TRANSPORT业")], [FULL * 3 + FULL[:-4] + "TRANSPORT业"], id="so_does_a_long_word"
        ),
        pytest.param([*BODY, (3, FULL[:-5]), (4, FULL[:9])], [FULL * 3 + FULL[:-5], FULL[:9]], id="five_characters_less_are_short"),
        pytest.param([(0, HEAD), (1, FULL), (2, FULL)], [HEAD, FULL * 2], id="a_full_heading_ends"),
        pytest.param(
            [(0, HEAD), (1, "情况"), (2, FULL), (3, FULL)], [HEAD + "情况", FULL * 2], id="a_heading_of_two_lines"
        ),
        pytest.param(
            [(0, "一、" + FULL[:9] + "。" + FULL[:-12]), (1, FULL), (2, FULL)],
            ["一、" + FULL[:9] + "。" + FULL[:-12] + FULL * 2],
            id="a_labelled_line_with_a_sentence_in_it_goes_on",
        ),
        pytest.param(INDENTED, [FULL[:-2] + STOP * 3] * 4, id="where_first_lines_are_set_in_a_stop_ends_nothing"),
        pytest.param(INDENTED[:6], [FULL[:-2] + STOP, STOP, STOP, FULL[:-2] + STOP], id="two_lines_set_in_are_no_rule"),
        pytest.param([(0, FULL), (1, "产值"), (1, "12", 300), (2, FULL)], [FULL, "产值\t12", FULL], id="cells_are_no_part_of_a_paragraph"),
        pytest.param([(0, "产值"), (0, "12亿元", 102)], ["产值12亿元"], id="pieces_close_together_are_one"),
        pytest.param([*BODY, (5, "12"), (6, FULL)], [FULL * 3, "12", FULL], id="a_number_amid_a_page_stays"),
    ],
)  # fmt: skip
def test_lines_are_joined_or_begin_a_paragraph(said: Sequence[Said], wanted: list[str]) -> None:
    assert read(page(*said)) == wanted


def english(*lines: str) -> PdfPage:
    return PdfPage(595, 842, [PageLine(72, 740 - 15 * row, 400, 750 - 15 * row, 11, text) for row, text in enumerate(lines)])


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("twelve homes and the", "old depot"), "twelve homes and the old depot"),
        (("the council's play-", "ground"), "the council's playground"),
        (("all of the Non-", "EU ones"), "all of the Non-EU ones"),
        (("by the year 20", "23 at last"), "by the year 2023 at last"),
        (("homes for all", "(see annex)"), "homes for all (see annex)"),
        (("homes, 30", "of them"), "homes, 30 of them"),
        (("产值及GDP,", "CPI增长"), "产值及GDP, CPI增长"),
        (("产值及GDP", "增长较快"), "产值及GDP增长较快"),
    ],
    ids=["words", "a_parted_word", "a_hyphen_before_a_capital", "a_parted_number", "a_bracket", "a_number", "latin_in_chinese", "han"],
)
def test_words_of_two_lines_are_parted_by_a_space_where_they_are_latin(lines: tuple[str, str], wanted: str) -> None:
    assert read(english(*lines)) == [wanted]


def in_margins(heads: Sequence[str], feet: Sequence[str]) -> list[str]:
    """Return what is read of pages with these heads and feet, their body left out."""
    body = [line(row, STOP) for row in range(4)]
    pages = [
        PdfPage(620, 842, [PageLine(200, 800, 300, 810, 10, head), *body, PageLine(290, 30, 310, 40, 10, foot)])
        for head, foot in zip(heads, feet, strict=True)
    ]
    return [text for text in read(*pages) if text != STOP]


@pytest.mark.parametrize(
    ("heads", "feet", "kept"),
    [
        pytest.param(["某县工作报告"] * 3, ["— 1 —", "— 2 —", "— 3 —"], [], id="a_running_head_and_page_numbers"),
        pytest.param(["某县报告 第1期", "某县报告 第2期"], ["第1页", "第 2 页"], [], id="a_head_with_numbers"),
        pytest.param(["甲章", "乙章", "丙章"], ["1/3", "2/3", "3/3"], ["甲章", "乙章", "丙章"], id="heads_that_change_are_titles"),
        pytest.param(["甲", "甲", "乙", "丙"], ["Page 1 of 4"] * 4, ["甲", "甲", "乙", "丙"], id="a_head_of_half_the_pages_stays"),
        pytest.param(["某县工作报告"], ["iv"], ["某县工作报告"], id="on_a_single_page_nothing_repeats"),
        pytest.param(["甲", "乙"], ["第一页", "共 2 页"], ["甲", "乙", "共 2 页"], id="numbers_in_words"),
    ],
)
def test_heads_and_page_numbers_are_left_out(heads: Sequence[str], feet: Sequence[str], kept: list[str]) -> None:
    assert in_margins(heads, feet) == kept


def test_what_repeats_amid_the_pages_stays() -> None:
    pages = [page(*[(row, STOP) for row in range(8)], (8, "小结")) for _ in range(3)]
    assert read(*pages).count("小结") == 3


def table(top: float, value: str) -> PageTable:
    return PageTable(top, [[GridCell("指标"), GridCell("数")], [GridCell("户"), GridCell(value)]])


def rows_of(value: str) -> list[str]:
    return ["| 指标 | 数 |", "|---|---|", f"| 户 | {value} |"]


def test_tables_stand_where_the_page_has_them_and_part_paragraphs() -> None:
    lines = [line(0, FULL), line(1, FULL), line(4, FULL)]
    first = PdfPage(620, 842, lines, [table(655, "4"), table(705, "3")])
    assert read(first, page((0, FULL))) == [FULL * 2, *rows_of("3"), FULL, *rows_of("4"), FULL]
    assert read(PdfPage(620, 842, [], [table(700, "5")])) == rows_of("5")
    assert first.characters() == 3 * len(FULL) + 2 * len("指标数户3")


def columns(rows: int, width: float, *more: PageLine) -> list[str]:
    sides = (("左", 50), ("右", 320))
    lines = [PageLine(at, 740 - 20 * row, at + width, 752 - 20 * row, 12, f"{side}{row}。") for row in range(rows) for side, at in sides]
    return read(PdfPage(595, 842, [*lines, *more]))


def across(rows: int, top: float) -> list[PageLine]:
    return [PageLine(50, top - 20 * row, 520, top - 20 * row + 12, 12, f"通栏{row}。") for row in range(rows)]


def test_two_columns_are_told_from_rows_of_cells() -> None:
    parted = [f"{side}{row}。" for side in "左右" for row in range(8)]
    beside = [f"左{row}。\t右{row}。" for row in range(9)]
    assert columns(8, 200) == parted
    assert columns(8, 200, *across(1, 780)) == ["通栏0。", *parted]
    assert columns(7, 200) == beside[:7]  # too few
    assert columns(9, 170) == beside  # too narrow
    assert columns(8, 200, *across(9, 500)) == [*beside[:8], *(f"通栏{row}。" for row in range(9))]  # fewer than half of the rows


def test_lines_that_share_more_than_half_their_height_stand_side_by_side() -> None:
    def shifted(by: float) -> list[str]:
        return read(PdfPage(595, 842, [PageLine(72, 700, 200, 712, 12, "左边"), PageLine(300, 700 + by, 400, 712 + by, 12, "右边")]))

    assert shifted(5) == ["左边\t右边"]
    assert shifted(-5) == ["左边\t右边"]
    assert shifted(7) == ["右边", "左边"]
