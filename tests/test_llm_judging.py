"""Rows → items: what stands, what is dropped, and what the code fills in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportsum.chunking import Chunk
from reportsum.extraction.drafts import ItemDraft
from reportsum.extraction.llm.pieces import halves, left_over
from reportsum.extraction.llm.prompting import mark_text
from reportsum.extraction.llm.row_drafts import JudgedDraft, judge
from reportsum.extraction.llm.wire import Answer, RowKind
from reportsum.extraction.names import is_drawn
from reportsum.extraction.resolving import check_draft
from reportsum.extraction.rules import draft_chunk
from reportsum.pipeline import prepare
from reportsum.reading import from_text, read
from reportsum.settings import Settings
from tests.chunks import chunk_of

CHUNK = chunk_of(
    "#一、经济运行",
    "上半年,地区生产总值<520.3亿元>、增长<6.1%>,进出口总额<80亿元>。|地区生产总值:0,1;进出口总额:2",
    "产业结构还不够优。|产业结构",
    "下半年,确保新开工项目<30个>。|新开工项目:0",
)
SEEDS = Path(__file__).parent.parent / "seeds"
GDP, GDP_GROWTH, TRADE, STRUCTURE, PROJECTS = 1, 2, 3, 4, 5


def row(mark: int, kind: str = "achievement", metric: str | None = None) -> dict[str, object]:
    return {"mark": mark, "metric": metric, "kind": kind}


def judged(*rows: dict[str, object], summary: str = "", chunk: Chunk = CHUNK) -> JudgedDraft:
    return judge(Answer.model_validate({"rows": list(rows), "summary": summary}), mark_text(chunk)[1], chunk)


def items(draft: JudgedDraft) -> list[ItemDraft]:
    return [*draft.achievements, *draft.targets, *draft.risks]


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_model_that_agrees_with_every_reading_states_what_the_rules_state(path: Path) -> None:
    for chunk in prepare(read(path), Settings()).chunks:
        _, marks = mark_text(chunk)
        rows = [row(number, mark.reading) for number, mark in enumerate(marks, start=1)]
        draft, rules = judged(*rows, chunk=chunk), draft_chunk(chunk)
        assert {*draft.achievements} == {*rules.achievements}
        assert {*draft.targets} == {*rules.targets}
        assert {*draft.risks} == {*rules.risks}


def test_what_is_asked_again_is_shown_with_the_reading_of_the_whole_report() -> None:
    text = "一、2021年工作回顾\n新增学位900个。\n二、存在的问题\n一是产业层次不高；二是产值超亿元的企业只有2家；三是村与村差别大。\n"
    (chunk,) = prepare(from_text(text, "county.txt"), Settings()).chunks
    whole = {(mark.clause, mark.figure): mark.reading for mark in mark_text(chunk)[1]}
    assert set(whole.values()) == {"achievement", "risk"}
    first, second = halves(chunk) or pytest.fail("three clauses to judge can be cut")
    rest = left_over(chunk, frozenset({0}))
    assert rest is not None
    for piece in (first, second, rest):
        marks = mark_text(piece)[1]
        assert marks
        assert all(mark.reading == whole[mark.clause, mark.figure] for mark in marks)


def test_a_clause_states_more_than_its_rows_only_where_the_model_agrees_with_its_reading() -> None:
    text = "一、2021年工作回顾\n规上工业增加值增长3.1%，未完成年度目标。\n"
    (chunk,) = prepare(from_text(text, "county.txt"), Settings()).chunks
    agreed, other = judged(row(1), chunk=chunk), judged(row(1, "target"), chunk=chunk)
    assert [len(agreed.achievements), len(agreed.risks)] == [1, 1]
    assert [len(other.targets), len(other.risks)] == [1, 0]


def test_a_row_becomes_an_item_in_the_reports_own_numbers() -> None:
    (item,) = judged(row(TRADE)).achievements
    assert (item.clauses, item.figures, item.metric) == ((11,), (102,), "进出口总额")


def test_kinds_go_to_their_lists_and_context_to_none() -> None:
    draft = judged(row(GDP), row(TRADE, "context"), row(STRUCTURE, "risk"), row(PROJECTS, "target"))
    assert [item.metric for item in items(draft)] == ["地区生产总值", "新开工项目", "产业结构"]


def test_rows_of_one_measure_make_one_item() -> None:
    (item,) = judged(row(GDP), row(GDP_GROWTH)).achievements
    assert item.figures == (100, 101)


def test_figures_of_a_measure_follow_the_first_one_when_they_have_no_row() -> None:
    draft = judged(row(GDP))
    assert draft.achievements[0].figures == (100, 101)
    assert draft.judged == {100, 101}


def test_a_figure_with_a_row_of_its_own_does_not_follow() -> None:
    draft = judged(row(GDP), row(GDP_GROWTH, "context"))
    assert draft.achievements[0].figures == (100,)
    assert draft.judged == {100, 101}


def test_a_figure_of_another_kind_makes_an_item_of_its_own() -> None:
    draft = judged(row(GDP), row(GDP_GROWTH, "target"))
    assert draft.achievements[0].figures == (100,)
    assert draft.targets[0].figures == (101,)


def test_the_models_own_metric_stands_when_it_is_drawn_from_the_clause() -> None:
    (item,) = judged(row(GDP, metric="上半年地区生产总值")).achievements
    assert item.metric == "上半年地区生产总值"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (row(99), "points at mark 99"),
        (row(0), "points at mark 0"),
        (row(-1), "points at mark -1"),
    ],
    ids=["outside", "zero", "negative"],
)
def test_a_row_that_cannot_stand_is_dropped_and_the_others_stay(bad: dict[str, object], reason: str) -> None:
    draft = judged(row(PROJECTS, "target"), bad, row(STRUCTURE, "risk"))
    assert len(items(draft)) == 2
    assert draft.dropped[0].startswith("row 2: ")
    assert reason in draft.dropped[0]


@pytest.mark.parametrize("metric", ["粮食总产量", "进出口总额" * 20], ids=["foreign", "endless"])
def test_a_refused_name_costs_only_the_name(metric: str) -> None:
    draft = judged(row(TRADE, metric=metric))
    assert [(item.metric, item.figures) for item in draft.achievements] == [("进出口总额", (102,))]
    assert "not drawn from its clause" in draft.dropped[0]


def test_rows_whose_names_mean_the_same_make_one_item_though_another_name_stands_between() -> None:
    chunk = chunk_of("全市贷款余额<500亿元>、存款余额<300亿元>、贷款余额增量<40亿元>。|余额:0,1,2")
    draft = judged(row(1, metric="贷款余额"), row(2, metric="存款余额"), row(3, metric="全市贷款余额"), chunk=chunk)
    assert [(item.metric, item.figures) for item in draft.achievements] == [("贷款余额", (100, 102)), ("存款余额", (101,))]


def test_a_second_row_for_a_mark_is_dropped() -> None:
    draft = judged(row(TRADE), row(TRADE, "target"))
    assert [type(item).__name__ for item in items(draft)] == ["AchievementDraft"]
    assert draft.dropped == ("row 2: points at mark 3 again",)


def test_items_stand_in_the_order_of_the_text_whatever_the_order_of_the_rows() -> None:
    draft = judged(row(TRADE), row(GDP))
    assert [item.metric for item in draft.achievements] == ["地区生产总值", "进出口总额"]


def test_placeholders_of_a_summary_become_the_reports_figure_numbers() -> None:
    assert judged(summary="生产总值{1},增长{2}。").summary == "生产总值{100},增长{101}。"


@pytest.mark.parametrize(
    ("summary", "stands"),
    [
        ("下半年,新开工项目{5}。", False),
        ("新开工项目达到{5}。", False),
        ("确保新开工项目{5}。", True),
        ("力争地区生产总值{1}。", False),
        ("地区生产总值下降{2}。", False),
        ("地区生产总值{1},力争新开工项目{5}。", True),
    ],
)
def test_a_summary_tells_goals_as_goals_and_results_as_results(summary: str, stands: bool) -> None:
    rows = (row(GDP), row(GDP_GROWTH), row(TRADE), row(STRUCTURE, "risk"), row(PROJECTS, "target"))
    assert (judged(*rows, summary=summary).summary is not None) == stands


def test_a_summary_goes_by_the_kinds_of_its_own_rows() -> None:
    assert judged(row(PROJECTS, "target"), summary="确保新开工项目{5}。").summary == "确保新开工项目{103}。"
    assert judged(row(PROJECTS, "achievement"), summary="预计新开工项目{5}。").summary is None


def test_a_summary_says_the_bounds_of_its_source() -> None:
    chunk = chunk_of("地区生产总值突破<500亿元>、增长<6%>左右。|地区生产总值:0,1")
    (money, growth) = (figure for _, figure in chunk.figures)
    chunk = replace(chunk, figures=((100, replace(money, bound="above")), (101, replace(growth, bound="about"))))
    rows = row(1), row(2)
    assert judged(*rows, summary="地区生产总值达到{1},增长{2}。", chunk=chunk).summary == "地区生产总值突破{100},增长{101}左右。"
    assert judged(*rows, summary="地区生产总值超过{1},增长约{2}。", chunk=chunk).summary == "地区生产总值超过{100},增长约{101}。"
    assert judged(*rows, summary="地区生产总值约{1}。", chunk=chunk).summary is None
    assert judged(*rows, summary="地区生产总值突破了{1},增长超过{2}。", chunk=chunk).summary is None


@pytest.mark.parametrize(
    "summary",
    ["生产总值520.3亿元。", "增长6.1%,项目{5}。", "生产总值{9}。", "结构{4}。", "名列第三。", "增长三成。", "完成123。"],
    ids=["a_figure_of_the_chunk", "one_of_two", "no_such_mark", "mark_of_a_clause", "rank", "in_words", "digits"],
)
def test_a_summary_that_writes_a_number_itself_is_refused(summary: str) -> None:
    draft = judged(summary=summary)
    assert draft.summary is None
    assert draft.dropped[0].startswith("summary: ")


def test_names_of_the_chunk_may_stand_in_a_summary_with_their_digits_years_may_not() -> None:
    chunk = chunk_of("2022年,建成5G基站<300个>。|建成5G基站:0")
    assert judged(summary="建成5G基站{1}。", chunk=chunk).summary == "建成5G基站{100}。"
    assert judged(summary="2022年建成5G基站{1}。", chunk=chunk).summary is None
    assert judged(summary="2023年建成6G基站{1}。", chunk=chunk).summary is None


@pytest.mark.parametrize(
    ("metric", "text", "drawn"),
    [
        ("农村居民人均可支配收入", "城镇、农村居民人均可支配收入分别增长5.1%、6.9%", True),
        ("规模以上工业增加值增速", "规模以上工业增加值增长5%", True),
        ("GDP", "GDP增长5%", True),
        ("进出口总额", "粮食总产量", False),
        ("收入", "一般公共预算收入", True),
        ("", "任何", False),
        ("。,", "任何", False),
    ],
    ids=["joined_pieces", "one_word_added", "latin", "foreign", "short", "empty", "only_signs"],
)
def test_a_metric_is_drawn_from_its_clause_when_its_pieces_stand_there(metric: str, text: str, drawn: bool) -> None:
    assert is_drawn(metric, text) is drawn


_MARKS = st.integers(-3, 9)
_ROWS = st.builds(
    row,
    _MARKS,
    st.sampled_from(["achievement", "target", "risk", "context"]),
    st.none() | st.sampled_from(["进出口总额", "地区生产总值", "?"]),
)


@given(st.lists(_ROWS, max_size=12), st.text(max_size=20))
def test_the_wildest_answer_makes_a_draft_that_stands(rows: list[dict[str, object]], summary: str) -> None:
    draft = judged(*rows, summary=summary)
    check_draft(draft, CHUNK.clauses, CHUNK.figures)
    claimed = [number for item in items(draft) for number in item.figures]
    assert len(claimed) == len(set(claimed))
    assert set(claimed) <= draft.judged


def test_a_model_that_writes_one_kind_on_every_line_is_not_believed() -> None:
    lines = [
        f"全市完成第{letter}类港口建设投资<{n}亿元>。|第{letter}类港口建设投资:0"
        for n, letter in enumerate("甲乙丙丁戊己庚辛壬癸子丑", start=3)
    ]
    chunk = chunk_of(*lines)
    readings = [mark.reading for mark in mark_text(chunk)[1]]
    wrong: RowKind = "risk"
    assert wrong not in readings
    stuck = judged(*(row(number, wrong) for number in range(1, 13)), chunk=chunk)
    assert not stuck.risks
    assert stuck.dropped == ("kinds: one for nearly every line, against most of the readings; the readings stand",)
    judging = judged(*(row(number, wrong if number < 8 else readings[11]) for number in range(1, 13)), chunk=chunk)
    assert len(judging.risks) == 7


def test_a_model_that_loses_its_place_is_not_believed_from_there_on() -> None:
    lines = [
        f"全市完成第{letter}类港口建设投资<{n}亿元>。|第{letter}类港口建设投资:0"
        for n, letter in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申", start=3)
    ]
    chunk = chunk_of(*lines)
    readings = [mark.reading for mark in mark_text(chunk)[1]]
    turned: list[RowKind] = ["target"] * 8
    kinds: list[RowKind] = ["risk", *readings[1:11], *turned]
    drifted = judged(*(row(number, kind) for number, kind in enumerate(kinds, 1)), chunk=chunk)
    assert not drifted.targets
    assert len(drifted.risks) == 1
    assert drifted.dropped == ("kinds: 8 lines in a row against the readings; the readings stand",)
    kinds[-1] = readings[-1]
    assert len(judged(*(row(number, kind) for number, kind in enumerate(kinds, 1)), chunk=chunk).targets) == 7
