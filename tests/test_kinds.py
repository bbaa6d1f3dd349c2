"""What a clause states, and what its figures belong to. The cases stand in cases/kinds.tsv and cases/kinds_passages.txt."""

from __future__ import annotations

import datetime as dt
import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportsum import Digest, Settings, digest, from_text
from reportsum.annotating import Clause
from reportsum.figures.figure import FoundFigure
from reportsum.headings import Section
from reportsum.kinds import Judgement, judge_clauses
from reportsum.kinds.cues import Cue, kind_cues
from reportsum.kinds.parts import split_parts
from reportsum.kinds.passages import names_trouble
from reportsum.kinds.tenses import read_tenses
from reportsum.metadata import ReportMeta
from reportsum.models import Bound, Kind, Period, ReportKind, Role, Stance
from reportsum.spans import Span

CASES = Path(__file__).parent / "cases"
LETTERS: dict[str, Kind] = {"A": "achievement", "T": "target", "R": "risk"}
MARKED = re.compile(r"\{([^{}=]+)=([ATR-])\}")
NUMBER = re.compile(r"第?[\d.]+")


def kinds_of(letters: str) -> tuple[Kind, ...]:
    return tuple(LETTERS[letter] for letter in letters if letter != "-")


def meta(kind: ReportKind = "plan_execution", label: str = "2022H1") -> ReportMeta:
    half = label.endswith("H1")
    period = Period(label=label, start=dt.date(2022, 1, 1), end=dt.date(2022, 6, 30) if half else dt.date(2022, 12, 31))
    return ReportMeta(None, kind, None, None, None, period, None, "zh-Hans")


def section(stance: Stance, task: int | None = None, level: int = 1, label: str | None = None) -> Section:
    return Section("1", level, label, "", 0, 10**9, Span(0, 0), stance, task, ())


def figure(text: str, start: int, before: str, after: str) -> FoundFigure:
    """Return a figure as the reading would find it, as far as kinds look at it."""
    unit = "第" if text.startswith("第") else NUMBER.sub("", text)
    role: Role = "count" if unit in ("个", "项", "家", "户", "件", "所", "处") else "level"
    if unit == "%":
        role = "share" if re.search(r"(?:占|率|的)[^,。]{0,8}$", before) else "change"
    bound: Bound = "at_least" if after.startswith("以上") else "exact"
    return FoundFigure(start, start + len(text), text, None, unit, None, unit, None, None, bound, role)


@dataclass(frozen=True)
class Marked:
    """A sentence of the case files, read: its plain text, its figures and what they should be."""

    text: str
    figures: tuple[FoundFigure, ...]
    kinds: tuple[Kind | None, ...]


def read_marked(marked: str, at: int = 0) -> Marked:
    text, figures, kinds = "", [], []
    position = 0
    for match in MARKED.finditer(marked):
        text += marked[position : match.start()]
        figures.append(figure(match[1], at + len(text), text, marked[match.end() :]))
        kinds.append(LETTERS.get(match[2]))
        text += match[1]
        position = match.end()
    return Marked(text + marked[position:], tuple(figures), tuple(kinds))


def judge_one(marked: Marked, place: str) -> Judgement:
    where = None if place in ("none", "bulletin") else section(place)  # type: ignore[arg-type]  # the table names stances
    clause = Clause(0, 0, len(marked.text), marked.text, where, False, tuple(range(len(marked.figures))))
    kind: ReportKind = "bulletin" if place == "bulletin" else "other" if place == "none" else "plan_execution"
    return judge_clauses([clause], marked.figures, meta(kind))[0]


def table() -> list[tuple[str, str, str, str]]:
    lines = [line for line in (CASES / "kinds.tsv").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [tuple(line.split("\t")) for line in lines[1:]]  # type: ignore[misc]  # four columns, checked below


@pytest.mark.parametrize(("place", "kinds", "text"), [pytest.param(*row[1:], id=row[0]) for row in table()])
def test_a_sentence_states_its_kinds(place: str, kinds: str, text: str) -> None:
    marked = read_marked(text)
    found = judge_one(marked, place)
    assert set(found.kinds) == set(kinds_of(kinds))
    assert found.figure_kinds == marked.kinds


def test_no_case_stands_twice() -> None:
    labels, texts = [row[0] for row in table()], [row[1:] for row in table()]
    assert len(set(labels)) == len(labels)
    assert len(set(texts)) == len(texts)


@dataclass(frozen=True)
class Passage:
    """A passage of the case file: clauses, and what each should state (None for headings)."""

    clauses: tuple[Clause, ...]
    kinds: tuple[tuple[Kind, ...], ...]
    genre: ReportKind


def read_passages() -> dict[str, Passage]:
    found: dict[str, Passage] = {}
    for block in re.split(r"^== ", (CASES / "kinds_passages.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        label, *lines = block.strip().splitlines()
        clauses: list[Clause] = []
        kinds: list[tuple[Kind, ...]] = []
        where: Section | None = None
        genre: ReportKind = "plan_execution"
        position = 0
        for line in filter(None, lines):
            letters, text = line.split(" ", 1)
            if letters == "@":
                stance, *place = text.split()
                genre = "task_progress" if stance == "task" else "other" if stance == "context" else genre
                level, label_of = (int(place[0]), place[1]) if place else (1, None)
                where = section("plan" if stance == "task" else stance, 7 if stance == "task" else None, level, label_of)
                continue
            start = position + text.startswith("¶")
            text = text.removeprefix("¶")
            clauses.append(Clause(len(clauses), start, start + len(text), text, where, letters == "H", ()))
            kinds.append(kinds_of(letters.replace("H", "-")))
            position = start + len(text)
        found[label] = Passage(tuple(clauses), tuple(kinds), genre)
    return found


@pytest.mark.parametrize("passage", [pytest.param(passage, id=label) for label, passage in read_passages().items()])
def test_a_passage_settles_its_sentences(passage: Passage) -> None:
    found = judge_clauses(passage.clauses, (), meta(passage.genre))
    assert [judgement.kinds for judgement in found] == list(passage.kinds)


def test_a_heading_over_problems_and_next_steps_names_problems_first() -> None:
    here = Section("1", 1, None, "存在的问题及下一步打算", 0, 10**9, Span(0, 0), "plan", None, ())
    texts = ["一是部门之间协调不够。", "二是个别项目进度滞后。", "下一步,加大督促力度。", "充实一线人员。"]
    clauses: list[Clause] = []
    for text in texts:
        start = clauses[-1].end + 1 if clauses else 0
        clauses.append(Clause(len(clauses), start, start + len(text), text, here, False, ()))
    assert [judgement.kinds[0] for judgement in judge_clauses(clauses, (), meta())] == ["risk", "risk", "target", "target"]


def test_the_second_half_of_a_reported_year_is_no_longer_ahead() -> None:
    text = "下半年组织开展招聘活动。"
    clause = Clause(0, 0, len(text), text, section("review"), False, ())
    assert judge_clauses([clause], (), meta(label="2022H1"))[0].kinds == ("target",)
    assert judge_clauses([clause], (), meta(label="2022"))[0].kinds == ("achievement",)


def test_the_last_quarter_lies_ahead_of_a_report_on_nine_months() -> None:
    text = "四季度举办消费促进活动。"
    clause = Clause(0, 0, len(text), text, section("review"), False, ())
    nine = Period(label="2022-01/2022-09", start=dt.date(2022, 1, 1), end=dt.date(2022, 9, 30))
    about_nine = ReportMeta(None, "plan_execution", None, None, None, nine, None, "zh-Hans")
    assert judge_clauses([clause], (), about_nine)[0].kinds == ("target",)
    assert judge_clauses([clause], (), meta(label="2022"))[0].kinds == ("achievement",)


def test_nothing_is_judged_of_nothing() -> None:
    assert judge_clauses([], (), meta()) == ()


SYLLABLES = "一二将力争完成未达到问题存在,，。;：:0123.% 一是已对此我们困难和目标"


@given(st.text(alphabet=SYLLABLES, max_size=60), st.sampled_from(["review", "plan", "problems", "none"]))
@settings(max_examples=200)
def test_a_figure_has_a_kind_that_its_clause_states(text: str, place: str) -> None:
    figures = tuple(figure(match[0], match.start(), text[: match.start()], text[match.end() :]) for match in re.finditer(r"\d+%?", text))
    found = judge_one(Marked(text, figures, ()), place)
    assert len(found.figure_kinds) == len(figures)
    assert {kind for kind in found.figure_kinds if kind is not None} <= set(found.kinds)
    assert bool(found.kinds) or not any(found.figure_kinds)


@given(st.text(alphabet=",，;:：。1a", max_size=40))
@settings(max_examples=200)
def test_parts_tile_their_sentence(text: str) -> None:
    parts = split_parts(text)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(part.end > part.start for part in parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("收入1,234.5万元,增长5%。", ["收入1,234.5万元,", "增长5%。"], id="thousands_separator_is_no_break"),
        pytest.param("结构比为5:45:50;", ["结构比为5:45:50;"], id="ratio_is_no_break"),
        pytest.param("进展情况:已完成。", ["进展情况:", "已完成。"], id="colon_after_a_label"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_sentence_is_cut_at_its_commas(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in split_parts(text)] == parts


def test_one_loud_sentence_does_not_turn_a_passage() -> None:
    assert read_tenses([3, 3, -2, 3, 3]) == ["review"] * 5


def test_a_lasting_change_of_tense_is_followed() -> None:
    assert read_tenses([4, 3, *[-4] * 6]) == ["review"] * 2 + ["plan"] * 6


def test_no_votes_no_tenses() -> None:
    assert read_tenses([]) == []


def test_cues_are_found_in_text_order_and_the_longest_word_wins() -> None:
    found = kind_cues().find("仍存在压力,力争完成")
    assert [cue.name for cue in found] == sorted([cue.name for cue in found], key=lambda name: name != "aware")
    assert found[0] == Cue("aware", 0, 3)


def test_a_cue_ruled_out_by_its_neighbour_does_not_count() -> None:
    assert kind_cues().find("模拟申报") == []
    assert [cue.name for cue in kind_cues().find("拟申报")] == ["goal"]


@pytest.mark.parametrize(
    "unit", ["存在", "力争", "一是", ",", "目标", "占计划", "预计9月", "因", "存在问题,", "必须坚持", "只要我们", "的主要问题:"]
)
def test_judging_takes_time_in_proportion_to_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        """Processor time, the best of three: what disturbs a measurement only ever makes it slower."""
        text = unit * (length // len(unit))
        clause = Clause(0, 0, len(text), text, section("review"), False, ())
        times = []
        for _ in range(3):
            began = time.process_time()
            judge_clauses([clause], (), meta())
            times.append(time.process_time() - began)
        return min(times)

    seconds(1000)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.002)


def digest_text(text: str) -> Digest:
    return digest(from_text(text), Settings(engine="rules"))


def report_of(*sections: tuple[str, str]) -> str:
    """A work report on 2021 with these headings and paragraphs."""
    paragraphs = "\n\n".join(f"{heading}\n\n{text}" for heading, text in sections)
    return f"某市政府工作报告\n\n——2022年1月10日在市第五届人民代表大会第一次会议上\n\n{paragraphs}\n"


DEEDS = ("改建六座水库", "新建四所学校", "打通五条断头路", "扩建两家医院", "整治三条河道")
DONE = "".join(f"去年我们已{deed}，取得了明显成效。" for deed in DEEDS)
PLANNED = "".join(f"今年我们要继续{deed}，进一步改善民生。" for deed in DEEDS)


def test_clauses_win_against_a_heading_that_they_contradict() -> None:
    digest = digest_text(report_of(("一、2022年工作安排", DONE), ("二、2021年工作回顾", PLANNED)))
    assert {item.statement[:2] for item in digest.achievements} == {"去年"}
    assert {item.statement[:2] for item in digest.targets} == {"今年"}
    assert {item.basis.kind for item in (*digest.achievements, *digest.targets)} == {"own"}
    assert [warning.code for warning in digest.warnings].count("outline_suspect") == 2


def test_a_heading_that_its_clauses_bear_out_is_not_doubted() -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", DONE), ("二、2022年工作安排", PLANNED)))
    assert (len(digest.achievements), len(digest.targets)) == (5, 5)
    assert "outline_suspect" not in {warning.code for warning in digest.warnings}


def test_deeds_told_as_bare_verbs_do_not_turn_a_review() -> None:
    deeds = (
        "支持老街发展，优化外摆位设置，街区活力进一步提升。加快构建产业体系，推进装备攻关，完善产业政策。完善应急指挥体系，"
        "推进厂房整治，深入开展专项整治。全面开展食堂安全整治。提高金融质效，推动设立基金，持牌机构增加到180家。"
    )
    digest = digest_text(report_of(("一、2021年工作回顾", DONE + deeds), ("二、2022年工作安排", PLANNED)))
    assert {item.statement[:2] for item in digest.targets} == {"今年"}
    assert [item.period.label for item in digest.achievements if item.period and "180家" in item.statement] == ["2021"]


def test_aims_told_as_growth_do_not_turn_a_plan() -> None:
    aims = "今年的主要预期目标是：地区生产总值增长6%左右；财政收入增长5%；固定资产投资增长8%；居民收入增长7%；粮食产量增长1%；就业增长2%。"
    digest = digest_text(report_of(("一、2021年工作回顾", DONE), ("二、2022年工作安排", aims)))
    assert [item.figures[0].text for item in digest.targets] == ["6%", "5%", "8%", "7%", "1%", "2%"]


def test_a_section_of_problems_that_names_none_is_read_by_its_sentences() -> None:
    digest = digest_text(report_of(("一、当前形势和存在的问题", DONE * 2)))
    assert not digest.risks
    assert digest.achievements
    assert [warning.code for warning in digest.warnings].count("outline_suspect") == 1


@pytest.mark.parametrize(
    ("sentence", "is_risk"),
    [
        pytest.param("从执行情况看，年度任务落实较好。", False, id="tasks_met"),
        pytest.param("去年我县工作取得了一定成绩，多数指标好于预期。", False, id="better_than_expected"),
        pytest.param("一些改革举措成效不明显。", True, id="results_denied"),
    ],
)
def test_good_news_before_the_turn_is_no_risk(sentence: str, is_risk: bool) -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", DONE), ("二、存在的主要问题", f"{sentence}但产业结构不优，财政收支矛盾突出。")))
    assert {item.statement for item in digest.risks} - {"但产业结构不优，财政收支矛盾突出。"} == ({sentence} if is_risk else set())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("主体工程已完工，确保年底前建成投用。", id="done_and_promised"),
        pytest.param("经济运行总体平稳，但有效需求不足，企业效益下滑。", id="fair_and_wrong"),
        pytest.param("全年签约项目36个，但项目质量不高。", id="figure_and_wrong"),
    ],
)
def test_a_clause_never_stands_whole_under_two_kinds(text: str) -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", text)))
    assert len([found for found in (digest.achievements, digest.targets, digest.risks) if found]) == 1


def test_goals_named_as_not_reached_are_no_values_and_no_targets() -> None:
    text = "但是，全市没有实现年初确定的单位生产总值能耗降低4%左右、污水排放总量减少2%的目标。"
    digest = digest_text(report_of(("一、2021年工作回顾", text)))
    assert [(item.metric, item.outcome, item.figures) for item in digest.achievements] == [("单位生产总值能耗", "missed", [])]
    assert (digest.targets, digest.panel) == ([], [])
    assert [item.metric for item in digest.risks] == ["单位生产总值能耗"]


def test_a_missed_goal_is_an_outcome_and_a_risk() -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", "社会消费品零售总额增长2.1%，低于年初预期目标。")))
    assert [item.outcome for item in digest.achievements] == ["missed"]
    assert len(digest.risks) == 1


def test_a_dated_promise_stands_beside_the_figures_of_what_was_done() -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", "铺设管网20公里，已完成工程量的80%，预计2022年3月底竣工。")))
    assert [item.deadline for item in digest.targets] == ["2022-03"]
    assert digest.achievements


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("到2025年，数字经济核心产业增加值占比达到12%。", "T", id="a_later_year_in_a_review"),
        pytest.param("去年建成充电桩3200个，今年将再建5000个。", "AT", id="last_year_and_this"),
        pytest.param("2020年，全市森林覆盖率达到40%。", "A", id="an_earlier_year"),
        pytest.param("从2022年1月1日起，公交票价已由2元降到1元。", "A", id="a_later_year_told_as_done"),
        pytest.param("《纲要》细化设定了今后五年的指标，其中生产总值年均增长5%。", "T", id="the_years_to_come"),
        pytest.param("争取中央水利建设任务62项、资金5亿元。", "A", id="tasks_that_were_given"),
        pytest.param("预计今年工业增加值增长6%。", "T", id="hoped_for_this_year"),
        pytest.param("今年元旦，县数据局正式挂牌。", "A", id="done_on_a_feast_of_this_year"),
        pytest.param("拟发行债券8亿元，比上年减少3亿元。", "T", id="a_change_that_is_planned"),
        pytest.param("工业总产值比去年将增长4%，达到60亿元。", "T", id="growth_to_come"),
        pytest.param("企业反映的用地问题，有的已经解决，有的正在办理。", "A", id="a_problem_dealt_with"),
        pytest.param("县政府对于这些偏差，有的已经作了检查和处理，有的正在检查。", "A", id="these_things_are_no_problems"),
        pytest.param("从增加供给、抑制不合理需求等方面采取有力措施，保障了生活需要。", "A", id="what_was_kept_down"),
        pytest.param("县委作了报告，特别指示我们要善于分辨两类不同的项目。", "A", id="what_others_told_us_to_do"),
    ],
)
def test_the_year_that_a_review_names_decides(text: str, kinds: str) -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", text)))
    found = "A" * len(digest.achievements) + "T" * len(digest.targets)
    assert "".join(sorted(set(found))) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("2021年，全市完成造林20万亩。今年计划造林25万亩。", "AT", id="the_year_before"),
        pytest.param("去年全市完成造林20万亩，今年要完成25万亩。", "AT", id="in_one_sentence"),
        pytest.param("在去年造林20万亩的基础上，再造林25万亩。", "T", id="a_base_is_none"),
        pytest.param("2015年到2021年的人口增长率，云山镇由3%降到1%。", "A", id="years_that_have_passed"),
    ],
)
def test_the_year_that_a_plan_names_decides(text: str, kinds: str) -> None:
    digest = digest_text(report_of(("一、2022年工作安排", text)))
    found = "A" * len(digest.achievements) + "T" * len(digest.targets)
    assert "".join(sorted(set(found))) == kinds


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        pytest.param("电力工业发展较快，仍然落后于经济发展的需要。", "一、2021年工作回顾", id="behind_what_is_needed"),
        pytest.param("工程建设进度落后于群众期盼。", "一、2021年工作回顾", id="behind_what_is_hoped"),
        pytest.param("重点企业的质量指标有43%没有恢复到历史最高水平。", "一、2021年工作回顾", id="not_yet_where_it_was"),
        pytest.param("据有关部门估算，工业企业目前一年大约多耗煤300万吨。", "二、2022年工作安排", id="waste_told_among_plans"),
    ],
)
def test_what_is_lacking_is_a_risk_alone(text: str, heading: str) -> None:
    digest = digest_text(report_of((heading, text)))
    assert (bool(digest.risks), bool(digest.targets), bool(digest.achievements)) == (True, False, False)


def test_contradictions_of_doctrine_are_no_trouble() -> None:
    assert names_trouble("还有一些突出矛盾", 0)
    assert not names_trouble("社会上还有敌我矛盾和人民内部矛盾", 0)


def test_a_sentence_by_itself_that_aims_is_a_target() -> None:
    digest = digest_text("固定资产投资和社会消费品零售总额分别增长6%以上和7%左右。")
    assert [(item.metric, item.figures[0].text) for item in digest.targets] == [("固定资产投资", "6%"), ("社会消费品零售总额", "7%")]
    digest = digest_text("去年底通车的滨海高速全长86公里，今年计划新开工2条高速公路。")
    assert [item.figures[0].text for item in digest.achievements] == ["86公里"]
    assert [item.figures[0].text for item in digest.targets] == ["2条"]


def test_what_is_measured_is_told_in_any_document() -> None:
    digest = digest_text("学前教育毛入园率、义务教育巩固率分别为91.2%、97.5%。")
    assert [(item.metric, item.figures[0].text) for item in digest.achievements] == [
        ("学前教育毛入园率", "91.2%"),
        ("义务教育巩固率", "97.5%"),
    ]


def test_who_heads_and_who_helps_in_brackets_is_owner_and_no_name() -> None:
    (target,) = digest_text("推进智慧水务项目（市水务集团牵头，市大数据局配合）。").targets
    assert (target.metric, target.owner) == ("推进智慧水务项目", "市水务集团")


@pytest.mark.parametrize(
    "text",
    ["全市算力规模2027年底前达到500P。", "实施焕新工程，三年内完成1000家企业改造。"],
    ids=["before_the_end_of_a_year", "within_years"],
)
def test_what_a_date_bounds_is_to_come(text: str) -> None:
    digest = digest_text(text)
    assert digest.targets
    assert not digest.achievements


def test_points_told_short_are_points() -> None:
    (row,) = digest_text("生产总值增长6.3%，增速比全国、全省分别高1.1个和0.6个百分点。").achievements
    assert [(figure.text, figure.unit) for figure in row.figures[1:]] == [("1.1个", "个百分点"), ("0.6个百分点", "个百分点")]


def test_a_value_that_was_reached_in_a_year_is_no_target() -> None:
    digest = digest_text("森林覆盖率由2015年的43.2%提高到2020年的46.8%。")
    assert [(item.metric, [figure.text for figure in item.figures]) for item in digest.achievements] == [("森林覆盖率", ["43.2%", "46.8%"])]
    assert not digest.targets


def test_what_is_assigned_in_brackets_is_a_task() -> None:
    digest = digest_text("确保新增出口企业15家（市商务局负责）。新建公园8座（6月底前完成，责任单位：市城管局）。")
    assert [(item.owner, item.figures[0].text) for item in digest.targets] == [("市商务局", "15家"), ("市城管局", "8座")]
    assert not digest.achievements


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("粮食产量怎样才能再增加20亿斤？", id="question"),
        pytest.param("如果每户多购买100元，全市购买力就增加3亿元。", id="supposition"),
        pytest.param("本办法所称小微企业，是指年营业收入2000万元以下的企业。", id="definition"),
        pytest.param("本办法自2021年5月1日起施行，由市财政局负责解释。", id="procedure"),
        pytest.param("图3 2015—2021年全市粮食产量达到320万吨", id="caption"),
        pytest.param("注：部分数据因四舍五入，合计为100%。", id="note"),
        pytest.param("本次问卷调查共抽取居民1200户。", id="survey_method"),
        pytest.param("联系电话：0512-3456789", id="contact"),
        pytest.param("“众人拾柴火焰高。”", id="quotation"),
        pytest.param("有人认为全市有30%的企业不需要改造。", id="hearsay"),
        pytest.param("成绩固然来之不易，差距也要正视。", id="formula"),
        pytest.param("种业是农业的芯片，对于端牢饭碗具有十分重要的意义。", id="meaning"),
        pytest.param("习近平总书记对湿地保护高度重视。", id="preamble"),
        pytest.param("本标准规定了老年食堂的服务流程。", id="scope"),
        pytest.param("（此部分填写项目的主要成效。）", id="form"),
        pytest.param("三要抓好作风转变。", id="heading_within_a_paragraph"),
        pytest.param("主要用于规范公园灯具的选型，支撑节能管理。", id="what_a_standard_is_for"),
        pytest.param("茶叶加工是以鲜叶为原料，经杀青等工序制成成品的过程，具有批次多等特点。", id="what_a_trade_is"),
        pytest.param("申报主体应当具备独立法人资格，近三年信用良好。", id="who_may_apply"),
        pytest.param("本单位近3年内未发生重大安全事故。", id="declaration_of_an_applicant"),
        pytest.param("滨海著作权法中国大陆，也可能在其他管辖区，属于公有领域。", id="licence_of_a_library"),
        pytest.param("习近平总书记再次亲临滨海考察，为发展把脉定向。", id="visit_of_a_leader"),
        pytest.param("刚刚过去的2021年，习近平总书记再次亲临滨海考察，全市上下倍感振奋。", id="visit_within_a_year"),
        pytest.param("过去一年，我们牢记殷切嘱托，在山海协作上闯出新路。", id="trust_lived_up_to"),
        pytest.param("根据省委建议，编制了《滨海规划纲要（草案）》，提交大会审查。", id="text_at_hand"),
        pytest.param("因此，开办夜校的方针是完全正确的。", id="argument"),
        pytest.param("干部应当懂得，办学不会一帆风顺。", id="what_one_ought_to_know"),
        pytest.param("肩负重大使命，我们将紧紧依靠320万滨海儿女，共绘发展图景。", id="whom_the_government_leans_on"),
    ],
)
def test_what_states_nothing_of_the_place_is_no_item(text: str) -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", f"全市建成学校12所，招收学生9000人。\n\n{text}")))
    assert [item.statement for item in (*digest.achievements, *digest.targets, *digest.risks) if text[:6] in item.statement] == []
    assert digest.achievements


def test_of_a_transcript_what_people_say_to_each_other_is_no_item() -> None:
    turns = "".join(f"李{name}议员：主席，我想问局长有否考虑这{n}个问题？\n\n" for n, name in enumerate("一二三四五六", 2))
    digest = digest_text(turns + "行政长官：我刚才提到的两个例子，大家都很清楚。\n\n政府去年建成公屋12000个，同比增长8%。\n")
    assert [[figure.text for figure in item.figures] for item in digest.achievements] == [["12000个", "8%"]]


def test_outside_a_report_a_sentence_without_a_telling_word_is_no_item() -> None:
    assert not digest_text("这行业的环境与以往大不相同。\n\n累计建成学校12所。\n\n这对新一代尤其重要。\n").achievements[1:]


def test_the_world_around_is_no_target() -> None:
    digest = digest_text(report_of(("一、2022年工作安排", "当前，我市发展环境面临深刻复杂变化，市场加速演进。\n\n建成公路30公里。")))
    assert [[figure.text for figure in item.figures] for item in digest.targets] == [["30公里"]]


def test_what_the_parts_of_a_standard_are_is_no_item() -> None:
    lines = (
        "灯光安全标准主要用于规避因照度不足导致的风险，包括产品和管理两个部分。",
        "教材标准规范了课本编写的要求。",
        "夜校是具有固定场所和专职教师的机构。",
        "主要包括灯光和桌椅的要求，推动夜校规范办学。",
        "为加快推广夜校，帮助居民学习，现制定本指南，推动各地办学。",
        "夜校建设思路是：围绕居民需要，兼顾教学与安全。",
    )
    digest = digest_text("夜校标准体系建设指南\n\n一、总体要求\n\n" + "\n\n".join(lines) + "\n\n到2025年，新建夜校20所。\n")
    assert [item.statement for item in (*digest.achievements, *digest.targets, *digest.risks)] == ["到2025年，新建夜校20所。"]


def test_lines_of_a_form_and_titles_of_standards_are_no_items() -> None:
    lines = ("一、夜校怎样办", "推广夜校20所。", "夜校装备互联互通 通用要求", "联合单位信息", "推进夜校建设，方便群众")
    digest = digest_text("夜校标准体系建设指南\n\n" + "\n\n".join(lines) + "\n")
    assert [item.statement for item in digest.targets] == ["推广夜校20所。", "推进夜校建设，方便群众"]


ANNEXES = """关于开展夜校评选的通知

一、工作任务

评选夜校20所。

附件1

夜校建设方案

新建夜校30所。

附件2

夜校评选申报书

（一）基本情况

招生规模达到500人。

示例

参训人员从5人增加至20人，经费节省40万元。

附件3

夜校建设要求

改造夜校40所。
"""


def test_forms_behind_a_circular_and_their_examples_are_no_items_but_its_other_annexes_are() -> None:
    digest = digest_text(ANNEXES)
    items = [*digest.achievements, *digest.targets, *digest.risks]
    assert [figure.text for item in items for figure in item.figures] == ["20所", "30所", "40所"]


def test_goals_told_with_many_verbs_of_reaching_stay_goals_beside_what_was_done() -> None:
    text = (
        "按照市委建议，编制了《滨海市第十五个五年规划纲要（草案）》，已提交大会审查。去年完成了意见征集。\n\n"
        "主要目标包括：生产总值增长5%，其中制造业占比25%，居民收入增长高于经济增长，城镇化率达到69%，累计完成改造任务30项，实现增长。"
    )
    digest = digest_text(report_of(("一、“十五五”时期目标", text)))
    assert [figure.text for item in digest.targets for figure in item.figures] == ["5%", "25%", "69%", "30项"]
    explained = digest_text(report_of(("一、2022年工作安排", "居民收入增长5%左右，体现了居民收入与经济同步增长的要求。")))
    assert (len(explained.achievements), len(explained.targets)) == (0, 1)


def test_leaning_on_the_people_takes_no_figure_of_the_work_along() -> None:
    digest = digest_text(report_of(("一、2022年工作安排", "肩负使命，我们将紧紧依靠全市人民，建成公路30公里。")))
    assert [[figure.text for figure in item.figures] for item in digest.targets] == [["30公里"]]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("鼓励已建成投用的20个园区联合申报，形成合力。", "T", id="what_is_asked_of_those_that_have"),
        pytest.param("提出居民消费价格涨幅3%左右，综合考虑了去年价格变动的影响。", "T", id="an_aim_explained"),
    ],
)
def test_a_plan_that_speaks_of_what_is_stays_one(text: str, kinds: str) -> None:
    digest = digest_text(report_of(("一、2022年工作安排", text)))
    assert "A" * len(digest.achievements) + "T" * len(digest.targets) == kinds


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("这五年，是砥砺奋进、跨越发展的五年。", id="years_praised"),
        pytest.param("只有依靠群众、发动群众，才能战胜前进路上的一切困难。", id="maxim"),
        pytest.param("两个超级大国加紧争夺世界霸权。", id="others_affairs"),
        pytest.param("中国政府一贯声明，拥有90%核武器的两国应该率先裁减。", id="stand_with_a_figure"),
        pytest.param("中美关系只有在遵守3个公报的基础上才能稳定发展。", id="stand_on_relations"),
        pytest.param("三要", id="shred"),
    ],
)
def test_praise_maxims_and_others_affairs_are_no_items(text: str) -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", f"建成学校12所，招收学生9000人。\n\n{text}\n\n建成医院2所，新增床位500张。")))
    assert not [item for item in (*digest.achievements, *digest.targets, *digest.risks) if item.statement[:2] == text[:2]]


def test_pain_points_are_problems_and_what_is_to_come_of_them_is_planned_but_how_a_model_case_is_done_is_no_goal() -> None:
    text = "痛点：目前数字化程度不高，数据分散，改造目标：建成统一的数据平台。\n\n实现方式：推动设备联网，实现数据共享。建立数据中台。"
    digest = digest_text(report_of(("一、2022年重点任务", text)))
    assert [item.statement for item in digest.risks] == ["目前数字化程度不高，数据分散"]
    assert [item.statement for item in digest.targets] == ["建成统一的数据平台。"]


def test_measures_decided_on_against_problems_are_promises() -> None:
    text = (
        "去年全省新建水库5座。当前存在的突出问题是水库老化，供水不足。为此，省政府决定采取以下配套措施：\n\n"
        "一、继续坚持分级改造老旧水库，逐步更换闸门；\n\n二、增加水利投入，限制高耗水项目；\n\n三、加强用水管理。对违反规定取水的单位，都要严加处罚。"
    )
    digest = digest_text(report_of(("过去五年的工作", text)))
    assert [item.statement[:6] for item in digest.targets][:3] == ["继续坚持分级", "增加水利投入", "加强用水管理"]
    assert not [section for section in digest.outline if section.title.startswith("加强用水")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("我们也清醒看到，农业基础薄弱。到2025年，力争粮食产量达到50万吨。", "RT", id="an_aim_ends_the_problems"),
        pytest.param("我们也清醒看到，市场秩序混乱。继续整顿建筑市场和旅游市场。", "RT", id="a_command_ends_the_problems"),
        pytest.param("粮食供给实现了由长期短缺到总量平衡的历史性转变。", "A", id="what_was_left_behind"),
        pytest.param("引进企业紧缺人才94名。", "A", id="a_scarce_skill_is_no_problem"),
        pytest.param("我们也清醒看到，消费不振，零售额下降3%。", "R", id="a_figure_among_problems"),
    ],
)
def test_problems_end_where_something_else_begins(text: str, kinds: str) -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", text)))
    found = {"A": digest.achievements, "R": digest.risks, "T": digest.targets}
    assert "".join(letter for letter, items in found.items() if items) == kinds


def test_a_time_limit_cut_short_is_an_outcome() -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", "推动不动产登记办结时限压缩至3个工作日内，企业开办压缩至1天。")))
    assert digest.achievements


def test_the_years_of_the_next_plan_lie_ahead_of_a_review() -> None:
    text = "建成学校12所，招收学生9000人。\n\n《纲要》提出，“十四五”期间全市粮食产量年均增长1%，新建水库3座。"
    digest = digest_text(report_of(("一、2020年工作回顾", text), ("二、2021年工作安排", "新建医院2所。")).replace("2022年1月", "2021年1月"))
    assert [item.figures[0].text for item in digest.targets][:2] == ["1%", "3座"]


def test_articles_of_a_regulation_ask_and_their_closing_words_state_nothing() -> None:
    text = "某市政务数据管理办法\n\n第一章 总则\n\n第四条 市大数据局负责统筹全市政务数据工作。\n\n第五条 本办法自2023年3月1日起施行。\n"
    digest = digest_text(text)
    assert not digest.achievements
    assert [item.statement[:3] for item in digest.targets] == ["第四条"]


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        pytest.param("这些成就，是全县人民团结奋斗的结果。", False, id="whose_merit"),
        pytest.param("这些问题，有的是多年积累下来的。", False, id="where_problems_come_from"),
        pytest.param("我们要按照这个标准，沉下身子抓落实。", False, id="by_this_standard"),
        pytest.param("这些措施带动新增企业30家。", True, id="a_figure"),
        pytest.param("这条高速公路建成通车。", True, id="a_thing"),
    ],
)
def test_what_only_points_at_other_sentences_states_nothing(sentence: str, states: bool) -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", f"{DONE}{sentence}")))
    assert (sentence in {item.statement for item in digest.items()}) is states


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("第九条 运营单位可以采用委托方式开展维护。", id="permission"),
        pytest.param("（三）未按照规定保存记录的；", id="offence"),
        pytest.param("如遇政策调整，按照最新政策要求进行调整。", id="changes_of_the_law"),
        pytest.param("5月20日县政府召开全县就业工作电视电话会议，对就业工作进行部署。", id="what_came_before"),
        pytest.param("经办人员泄露个人信息的，依法给予处分。", id="penalty"),
        pytest.param("第三条 充电设施分为公用设施、专用设施和自用设施。", id="classes"),
        pytest.param("涉及文物保护的，按照有关法律规定执行。", id="scope"),
        pytest.param("青云市发展和改革委员会办公室", id="signature"),
        pytest.param("充电设施建设三年行动方案", id="title"),
    ],
)
def test_provisions_of_a_regulation_that_bind_nobody_are_no_items(text: str) -> None:
    digest = digest_text(f"青云市充电设施管理办法\n第八条 市能源局应当编制建设规划。\n{text}\n")
    assert [item.statement for item in (*digest.achievements, *digest.targets, *digest.risks)] == ["第八条 市能源局应当编制建设规划。"]


def test_forms_and_guides_in_annexes_are_no_items() -> None:
    digest = digest_text(
        "关于组织申报示范项目的通知\n申报主体应于2023年5月10日前完成申报。\n附件1\n示范项目实施方案\n到2025年，建成示范项目30个。\n"
        "附件2\n示范项目申报书\n示例\n项目建成后，加工效率提升了30%，总计花费了500万元。\n附件3\n典型场景参考指引\n1.智能排产。应用排程系统，实现车间排产优化。\n"
    )
    assert [item.statement for item in digest.targets] == ["申报主体应于2023年5月10日前完成申报。", "到2025年，建成示范项目30个。"]
    assert not digest.achievements


def test_what_a_policy_grants_is_promised() -> None:
    digest = digest_text(
        "临江市促进消费若干措施\n一、支持企业做大做强。对首次升规纳统的企业，给予20万元奖励。每年新增用地比例不低于40%。\n"
    )
    assert [item.figures[0].text for item in digest.targets] == ["20万元", "40%"]
    assert (digest.report.kind, digest.achievements) == ("plan", [])


def test_a_notice_plans_the_year_of_its_title() -> None:
    digest = digest_text(
        "关于开展2025年森林防火专项整治行动的通知\n一、工作目标\n重大隐患整改率达到100%。\n二、工作要求\n各地要开展排查。\n"
    )
    assert [(item.period.label if item.period else None) for item in digest.targets][:1] == ["2025"]


def test_what_a_plan_tells_of_the_five_years_behind_it_was_done() -> None:
    digest = digest_text(
        "智能制造行动方案\n2022年9月23日\n一、背景\n“十三五”期间，各部门持续推进智能制造发展，先后遴选试点示范项目305个，推动建设了一批示范工厂。\n"
        "二、目标\n到2025年，建成示范工厂50个。\n"
    )
    assert [item.figures[0].text for item in digest.achievements] == ["305个"]
    assert [item.figures[0].text for item in digest.targets if item.figures] == ["50个"]


LISTED = "\n\n".join(
    [
        "某市政府工作报告",
        "——2022年1月10日在市第五届人民代表大会第一次会议上",
        "一、打好第一个战役",
        "去年完成了仓库整顿。经过三年，我们要努力达到下列几项主要要求：",
        "（一）改善农业生产。要使粮食生产同人口增长相适应。",
        "（二）保证燃料供应。要使紧张局面有所缓和。",
        "（三）改善人民生活。要使平均收入有所提高。",
        "我们讲改革，就是要对管理体制实行全面改革。成立各种专业公司。",
        "整顿现有企业，健全各种规章。",
        "二、加强法制",
        "去年修订规章7部。司法部门要建立信访制度。",
    ]
)


def test_what_follows_a_list_of_single_paragraphs_is_no_part_of_its_last_item() -> None:
    digest = digest_text(LISTED)
    placed = {item.statement[:4]: item.evidence[0].section for item in digest.targets}
    assert [placed[words] for words in ("要使平均", "我们讲改", "成立各种", "整顿现有", "司法部门")] == ["1.3", "1", "1", "1", "2"]


def test_tasks_go_on_behind_their_list_and_what_ought_to_be_done_is_no_outcome() -> None:
    digest = digest_text(LISTED)
    assert {"成立各种", "整顿现有", "司法部门"} <= {item.statement[:4] for item in digest.targets}
    assert {item.statement[:2] for item in digest.achievements} == {"去年"}


def test_how_long_a_regulation_holds_is_a_fact() -> None:
    text = "某市数据管理办法\n\n第一章 总则\n\n第四条 市大数据局负责数据工作。\n\n第五条 本办法自2023年3月1日起施行，有效期5年。\n"
    digest = digest_text(text)
    held = [item for item in digest.targets if item.figures]
    assert [(item.metric, item.figures[0].text, item.period and item.period.label) for item in held] == [
        ("有效期", "5年", "2023-03/2028-02")
    ]
    assert not digest.achievements
    until = digest_text(text.replace("有效期5年", "有效期至2025年12月31日")).targets[-1]
    assert (until.period and until.period.label, until.deadline) == ("2023-03/2025-12", None)


PLANS = """溪口省政府工作报告
——2024年1月15日在溪口省第十四届人民代表大会第二次会议上
一、2023年工作回顾
地区生产总值增长5%。川渝一体化格局加快形成，地区生产总值突破9万亿元。省属企业完成投资553亿元、研发投入134亿元。建筑业景气回落，失业率升至7%。
二、2024年工作安排
今年预期目标是：地区生产总值增长5%以上。我国有14亿人口、8亿劳动者，勤劳智慧，必将汇聚成发展的巨大动能。
国家已设立300亿元种业基金，要争取更多项目落地。今年高校毕业生62万人，为历史最多。已开工的48个水利项目要加快建设。
"""


def test_what_stands_already_is_no_aim_even_in_a_plan() -> None:
    read = digest(from_text(PLANS))
    assert {figure.text for item in read.targets for figure in item.figures} == {"5%", "48个"}
    assert {"300亿元", "62万人"} <= {figure.text for item in read.achievements for figure in item.figures}
    assert "14亿" not in " ".join(item.statement for item in (*read.achievements, *read.targets))


def test_the_figures_of_another_region_industry_or_firms_are_no_indicators_of_the_report() -> None:
    told = {figure.text: item.indicator for item in digest(from_text(PLANS)).achievements for figure in item.figures}
    assert (told["5%"], told["9万亿元"], told["134亿元"], told["7%"]) == ("gdp", None, None, None)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("精简机构60个的任务已经完成，作风有了改进。", "A", id="a_task_carried_out"),
        pytest.param("今年精简机构60个的任务要抓紧完成。", "T", id="a_task_to_be_carried_out"),
        pytest.param("近年来水库建设规模过大，是影响水利投资效益的重要原因。", "R", id="what_holds_back"),
    ],
)
def test_tasks_carried_out_are_done_and_what_holds_things_back_is_a_problem(text: str, kinds: str) -> None:
    digest = digest_text(report_of(("一、2021年工作回顾", f"建成学校12所，招收学生9000人。\n\n{text}")))
    told = [("A", item.statement) for item in digest.achievements]
    told += [("T", item.statement) for item in digest.targets]
    told += [("R", item.statement) for item in digest.risks]
    assert {kind for kind, statement in told if statement[:4] == text[:4]} == {kinds}


def test_goals_behind_troubles_that_they_answer_are_no_risks() -> None:
    told = digest(
        "云山县2016年政府工作报告\n\n一、2015年工作回顾\n新建学校30所。\n\n二、“十三五”时期主要目标任务\n"
        "规划草案针对发展不平衡等突出问题，突出了以下六个方面。\n\n"
        "——保持中高速增长。实现全面建成小康社会目标，到2020年生产总值比2010年翻一番。\n\n三、2016年工作\n新建水库2座。\n"
    )
    assert [item.statement for item in told.risks] == []
    assert "到2020年生产总值比2010年翻一番" in "".join(item.statement for item in told.targets)


def test_what_a_report_argues_with_is_no_outcome_of_its_year() -> None:
    read = digest_text(
        report_of(
            (
                "一、2024年工作回顾",
                "2024年，地区生产总值增长5.2%。这些成绩是在经济总量突破900亿元的高基数上取得的。"
                "现在经济每增长1个百分点的增量，相当于五年前的1.8个百分点。",
            ),
        )
    )
    assert [item.statement for item in read.achievements] == ["2024年，地区生产总值增长5.2%。"]


def test_what_is_still_to_be_strengthened_is_wrong_even_in_a_plan() -> None:
    told = "监管能力有待进一步加强，形式主义现象依然存在，一些干部跟不上发展要求。进一步加强渔政监管。"
    read = digest_text(report_of(("二、2025年工作安排", told)))
    assert [item.statement for item in read.targets] == ["进一步加强渔政监管。"]
    assert len(read.risks) > 0


def test_how_a_policy_is_applied_and_what_its_words_mean_is_no_item() -> None:
    digest = digest_text(
        "临湖区支持港口物流发展若干政策\n第一条 对新开通内河航线的企业，给予20万元奖励。\n附则\n"
        "1．同一企业在低等次已获奖励的，晋升到高等次时，只奖励差额部分。\n2．“规上50强”指年营收达标的企业。\n"
        "3．其他政策与本政策不一致的，以本政策为准。\n4．每年度申报期为3－6月份，具体时间以主管部门通知为准。\n"
    )
    assert [item.figures[0].text for item in digest.targets] == ["20万元"]
    assert not digest.achievements


def test_the_time_since_something_opened_is_not_the_year_of_the_report() -> None:
    digest = digest_text(
        "2031年临湖市人民政府工作报告\n一、2030年工作回顾\n（一）着力推进开放。出口增长9%。\n云洲大桥通车至“满月”时，过桥车辆增长12%，口岸新增企业300家。\n"
    )
    times = {item.metric: item.period.label if item.period else None for item in digest.achievements}
    assert times == {"出口": "2030", "过桥车辆": None, "口岸新增企业": None}
    assert not any("2030年，过桥" in point.text for point in digest.summary.points)


@pytest.mark.parametrize(
    "sentence",
    [
        "出台全省首部港口岸线管理法规。",
        "在全国率先实施内河船员养老金制度。",
        "云洲港区正式启动全港自动化运作。",
        "在全市统一起保内涝保险。",
    ],
)
def test_the_first_of_its_kind_is_more_than_routine(sentence: str) -> None:
    digest = digest_text(f"2031年临湖市人民政府工作报告\n一、2030年工作回顾\n（一）着力推进开放。进一步优化服务。{sentence}出口增长9%。\n")
    assert {item.salience for item in digest.achievements if item.statement == sentence} == {"detail"}
