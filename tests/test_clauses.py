"""Clauses: sentences of the working text, with their figures and sections."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportsum.clauses import MAX_CLAUSE, cut_clauses
from reportsum.figures.figure import FoundFigure
from reportsum.headings import Outline, Section
from reportsum.languages import cut_clauses as in_any_language
from reportsum.spans import Span

EMPTY = Outline((), (), ())


def figure(start: int, end: int, text: str) -> FoundFigure:
    return FoundFigure(start, end, text[start:end], Decimal(1), "", Decimal(1), "", None, None, "exact", "count")


def section(start: int, end: int, heading_end: int, *, number: str = "1", children: tuple[Section, ...] = ()) -> Section:
    return Section(number, number.count(".") + 1, "一、", "标题", start, end, Span(start, heading_end), "review", None, children)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("增长1.6%。下降2%。", ["增长1.6%。", "下降2%。"], id="full_stops_end_clauses"),
        pytest.param("一是甲；二是乙;三是丙", ["一是甲；", "二是乙;", "三是丙"], id="semicolons_end_clauses"),
        pytest.param("贷款1,821.57亿元,增长3.6万户", ["贷款1,821.57亿元,增长3.6万户"], id="points_and_commas_in_numbers_end_nothing"),
        pytest.param("甲\n乙\r\n\n丙", ["甲", "乙", "丙"], id="line_ends_end_clauses"),
        pytest.param("他说：“好。”再说。", ["他说：“好。”", "再说。"], id="closing_quote_stays_with_its_sentence"),
        pytest.param("开展“你好！海州”“走进海州”推介。再说。", ["开展“你好！海州”“走进海州”推介。", "再说。"], id="a_call_in_a_name"),
        pytest.param("办好“冲呀！”等赛事；完", ["办好“冲呀！”等赛事；", "完"], id="a_call_that_ends_a_name"),
        pytest.param("   。甲", ["。", "甲"], id="outer_white_space_is_left_out"),
        pytest.param("", [], id="empty_text_has_none"),
    ],
)
def test_clauses_are_sentences(text: str, expected: list[str]) -> None:
    assert [clause.text for clause in cut_clauses(text, EMPTY, ())] == expected


def test_english_sentences_end_at_a_full_stop_but_not_inside_numbers() -> None:
    text = "GDP grew 5.2 percent. Exports fell. U.S. trade stayed."
    assert [c.text for c in in_any_language(text, EMPTY, ())][:2] == ["GDP grew 5.2 percent.", "Exports fell."]


def test_headings_and_boilerplate_are_clauses_of_their_own_and_marked() -> None:
    text = "标题行\n一、回顾\n工作有序。完成三件事。谢谢"
    outline = Outline((section(4, len(text), 8),), (Span(9, 14),), (Span(0, 3),))
    clauses = cut_clauses(text, outline, ())
    assert [(c.text, c.heading) for c in clauses] == [
        ("标题行", True), ("一、回顾", True), ("工作有序。", True), ("完成三件事。", False), ("谢谢", False),
    ]  # fmt: skip
    assert clauses[0].section is None
    assert clauses[3].section is outline.sections[0]


def test_a_clause_stands_in_the_deepest_section() -> None:
    text = "一、甲\n（一）乙\n做了。\n二、丙\n要做。"
    child = section(4, 13, 8, number="1.1")
    outline = Outline((section(0, 13, 3, children=(child,)), section(13, len(text), 16, number="2")), (), ())
    sections = {c.text: c.section.id for c in cut_clauses(text, outline, ()) if c.section}
    assert sections == {"一、甲": "1", "（一）乙": "1.1", "做了。": "1.1", "二、丙": "2", "要做。": "2"}


def test_every_figure_stands_in_exactly_one_clause() -> None:
    text = "甲3个。乙5个，丙7个。"
    figures = [figure(1, 3, text), figure(5, 7, text), figure(9, 11, text)]
    assert [c.figures for c in cut_clauses(text, EMPTY, figures)] == [(0,), (1, 2)]


def test_text_without_sentence_ends_is_cut_but_never_inside_a_figure() -> None:
    text = "长" * (MAX_CLAUSE - 2) + "123456个" + "长" * 3000
    span = (MAX_CLAUSE - 2, MAX_CLAUSE + 5)
    clauses = cut_clauses(text, EMPTY, [figure(*span, text)])
    assert "".join(c.text for c in clauses) == text
    assert clauses[0].figures == (0,)
    assert all(len(c.text) <= MAX_CLAUSE + 7 for c in clauses)


@given(st.text(alphabet="甲1,.。；;\n ””!a（", max_size=300))
def test_clauses_tile_the_text_up_to_white_space(text: str) -> None:
    clauses = cut_clauses(text, EMPTY, ())
    assert all(text[c.start : c.end] == c.text for c in clauses)
    assert "".join("".join(c.text for c in clauses).split()) == "".join(text.split())
    assert [c.number for c in clauses] == list(range(len(clauses)))


def test_a_straight_mark_before_a_word_opens_the_next_sentence() -> None:
    text = '单位能耗下降13.5%。\n"十五五"期间，能效达到先进水平。'
    assert [clause.text for clause in cut_clauses(text, EMPTY, ())] == ["单位能耗下降13.5%。", '"十五五"期间，能效达到先进水平。']
