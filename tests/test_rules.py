"""What the rules extractor writes down of a chunk: items, outcomes, commitments, owners and causes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reportsum
from reportsum.annotating import Clause, Measure
from reportsum.chunking import Chunk
from reportsum.extraction.commitments import find_commitment
from reportsum.extraction.drafts import ChunkDraft, ItemDraft
from reportsum.extraction.outcomes import find_outcome
from reportsum.extraction.owners import find_owner, is_owner_line
from reportsum.extraction.risks import find_cause, find_subject_at_risk, find_subjects_at_risk
from reportsum.extraction.rules import draft_chunk
from reportsum.figures.figure import FoundFigure
from reportsum.headings import Section
from reportsum.metadata import ReportMeta
from reportsum.models import Bound, Commitment, Outcome, Period, Stance
from reportsum.spans import Span

META = ReportMeta(
    None, "plan_execution", None, None, None, Period(label="2022H1", start=dt.date(2022, 1, 1), end=dt.date(2022, 6, 30)), None, "zh-Hans"
)
FIGURE = re.compile(r"\{([\d.]+)([^{}\d]*)\}")


def section(stance: Stance = "review", task: int | None = None) -> Section:
    return Section("1", 1, None, "", 0, 10**9, Span(0, 0), stance, task, ())


def sentence(
    marked: str, *, number: int = 0, first_figure: int = 0, where: Section | None = None, at: int = 0
) -> tuple[Clause, list[FoundFigure]]:
    """Return a clause and its figures; figures stand in braces: "完成投资{105亿元}"."""
    text, figures, position = "", [], 0
    for match in FIGURE.finditer(marked):
        text += marked[position : match.start()]
        start = at + len(text)
        after = marked[match.end() : match.end() + 2]
        bound: Bound = "at_least" if after == "以上" else "at_most" if after == "以内" else "exact"
        value, unit = Decimal(match[1]), match[2]
        shown = match[1] + unit
        role = "share" if unit == "%" else "level"
        figures.append(FoundFigure(start, start + len(shown), shown, value, unit, value, unit, None, None, bound, role))  # type: ignore[arg-type]  # a role by its unit
        text += shown
        position = match.end()
    text += marked[position:]
    numbers = tuple(range(first_figure, first_figure + len(figures)))
    return Clause(number, at, at + len(text), text, where or section(), False, numbers), figures


def chunk(
    *marked: str,
    stance: Stance = "review",
    measures: Sequence[Sequence[Measure]] | None = None,
    sections: Sequence[Section] = (),
) -> Chunk:
    """Return a chunk of one paragraph a sentence; by default each clause has one measure with all its figures."""
    clauses: list[Clause] = []
    figures: list[FoundFigure] = []
    home = section(stance)
    at = 0
    for number, words in enumerate(marked):
        where = sections[number] if sections else home
        clause, found = sentence(words, number=number, first_figure=len(figures), where=where, at=at)
        clauses.append(clause)
        figures += found
        at = clause.end + 1
    given = measures or [[Measure("指标", clause.figures)] for clause in clauses]
    return Chunk("c0", META, (), (), tuple(clauses), tuple(tuple(one) for one in given), tuple(enumerate(figures)), 0, at)


def items(draft: ChunkDraft) -> list[ItemDraft]:
    return [*draft.achievements, *draft.targets, *draft.risks]


def test_each_measure_becomes_an_item() -> None:
    text = "城镇、农村居民收入分别增长{5.1%}、{6.9%}。"
    draft = draft_chunk(chunk(text, measures=[[Measure("城镇居民收入", (0,)), Measure("农村居民收入", (1,))]]))
    assert [(item.metric, item.figures) for item in draft.achievements] == [("城镇居民收入", (0,)), ("农村居民收入", (1,))]


def test_figures_of_two_kinds_in_one_measure_make_two_items() -> None:
    draft = draft_chunk(chunk("完成技术合同成交额{36.5亿元},超额提前完成全年{30亿元}目标。"))
    assert [item.figures for item in draft.achievements] == [(0,)]
    assert [item.figures for item in draft.targets] == [(1,)]


def test_names_of_single_figures_stay_with_their_figures() -> None:
    measure = Measure("成交额", (0, 1), ((0, "技术合同成交额"), (1, "成交额目标")))
    draft = draft_chunk(chunk("完成成交额{36.5亿元},超额完成全年{30亿元}目标。", measures=[[measure]]))
    assert draft.achievements[0].figure_metrics == ((0, "技术合同成交额"),)
    assert draft.targets[0].figure_metrics == ((1, "成交额目标"),)


def test_a_dated_promise_without_figures_gets_an_item_of_its_own() -> None:
    draft = draft_chunk(chunk("签约项目{36个},力争年底前全部开工。"))
    assert [item.figures for item in draft.achievements] == [(0,)]
    assert [item.figures for item in draft.targets] == [()]


def test_an_unmet_indicator_is_an_outcome_and_a_risk() -> None:
    draft = draft_chunk(chunk("社会消费品零售总额增长{2.1%},低于年初预期目标。", measures=[[Measure("社会消费品零售总额", (0,))]]))
    assert [(item.metric, item.figures) for item in draft.risks] == [("社会消费品零售总额", ())]


def test_the_outcome_of_a_missed_goal_is_that_of_what_missed_it() -> None:
    draft = draft_chunk(chunk("市场消费偏弱,固定资产投资增速没有达到预期。"))
    assert [item.metric for item in draft.achievements] == ["固定资产投资增速"]
    assert [item.metric for item in draft.risks] == ["市场消费", "固定资产投资增速"]


def test_a_goal_in_words_beside_one_with_a_figure_is_a_target_of_its_own() -> None:
    text = "居民人均可支配收入增长与经济增长基本同步,城镇调查失业率{5.5%}左右,居民消费价格保持合理水平,单位能耗降低完成省下达任务。"
    draft = draft_chunk(chunk(text, stance="plan", measures=[[Measure("城镇调查失业率", (0,))]]))
    assert [(item.metric, item.figures) for item in draft.targets] == [
        ("城镇调查失业率", (0,)), ("居民人均可支配收入", ()), ("单位能耗", ()), ("居民消费价格", ()),
    ]  # fmt: skip


def test_context_makes_no_item() -> None:
    assert items(draft_chunk(chunk("各位代表!", "一年来,我们主要做了以下工作:"))) == []


def test_headings_make_no_item() -> None:
    piece = chunk("产业升级提质增效。")
    heading = Clause(0, 0, 9, piece.clauses[0].text, section(), True, ())
    assert items(draft_chunk(Chunk("c0", META, (), (), (heading,), ((),), (), 0, 9))) == []


def test_a_clause_nobody_measured_has_no_name() -> None:
    draft = draft_chunk(chunk("城市更新行动扎实推进,群众居住条件不断改善。", measures=[[]]))
    assert [item.metric for item in draft.achievements] == [None]


def test_a_task_that_stands_in_a_heading_is_a_target() -> None:
    text = "1.新增幼儿园学位3000个。"
    home = Section("1", 1, "1.", "", 0, 10**9, Span(0, len(text)), "review", None, ())
    meta = ReportMeta(None, "task_progress", None, None, None, META.period, None, "zh-Hans")
    figure = FoundFigure(10, 15, "3000个", Decimal(3000), "个", Decimal(3000), "个", None, None, "exact", "count")
    clauses = (Clause(0, 0, len(text), text, home, True, (0,)), Clause(1, 20, 28, "责任单位:市教育局", home, False, ()))
    draft = draft_chunk(Chunk("c0", meta, (), (), clauses, ((), ()), ((0, figure),), 0, 40))
    assert [(item.metric, item.figures) for item in draft.targets] == [(None, (0,))]


def test_items_come_in_text_order_and_the_library_writes_the_summary() -> None:
    draft = draft_chunk(chunk("新增就业{5万人}。", "新建学校{3所}。", "完成投资{9亿元}。"))
    assert [item.clauses for item in draft.achievements] == [(0,), (1,), (2,)]
    assert draft.summary is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("圆满完成年初确定的各项目标任务。", "met", id="all_goals_met"),
        pytest.param("外贸进出口总额完成市下达任务。", "met", id="assigned_task_met"),
        pytest.param("规上工业增加值达到序时进度。", "met", id="on_schedule"),
        pytest.param("居民消费价格上涨{0.3%},低于预期目标。", "met", id="prices_do_well_below_their_goal"),
        pytest.param("固定资产投资增长{8.2%},超过年初确定的增长目标{1.2个百分点}。", "exceeded", id="above_the_goal"),
        pytest.param("重点工程超序时推进。", "exceeded", id="ahead_of_schedule"),
        pytest.param("超额完成年度化债任务。", "exceeded", id="more_than_promised"),
        pytest.param("完成投资{86亿元},占年度计划的{103%}。", "exceeded", id="share_above_all"),
        pytest.param("完成投资{86亿元},占年度计划的{100%}。", "met", id="share_of_all"),
        pytest.param("完成投资{86亿元},占年度计划的{57%}。", "partial", id="share_of_a_part"),
        pytest.param("完成收入{12亿元},为预算的{48.5%}。", "partial", id="share_of_the_budget"),
        pytest.param("较好完成了绝大部分目标任务。", "partial", id="most_goals"),
        pytest.param("部分指标未达到预期。", "missed", id="not_reached"),
        pytest.param("一般公共预算收入未达序时进度。", "missed", id="behind_schedule"),
        pytest.param("预计地区生产总值增长{6%}左右。", "expected", id="expectation"),
        pytest.param("地区生产总值增长{6%}。", None, id="no_goal_named"),
        pytest.param("未完成的{6家}企业依法停产。", "missed", id="the_caller_knows_whether_the_clause_names_a_risk"),
        pytest.param("占全市生产总值的{57%}。", None, id="share_of_something_else"),
    ],
)
def test_an_outcome_is_measured_against_the_goal_that_is_named(text: str, expected: Outcome | None) -> None:
    clause, figures = sentence(text)
    assert find_outcome(clause, figures) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("确保粮食总产稳定在{36万吨}。", "must", id="assured"),
        pytest.param("城镇新增就业不少于{3万人}。", "must", id="no_less_than"),
        pytest.param("新建高标准农田{5万亩}以上。", None, id="lower_bound"),
        pytest.param("失业率控制在{5.5%}以内。", "must", id="upper_bound"),
        pytest.param("新引进{1亿元}以上项目{20个}。", None, id="size_of_projects_is_no_bound"),
        pytest.param("力争新增产出超{1700亿元}。", "strive", id="striven_for"),
        pytest.param("争取列入国家规划。", "strive", id="striven_for_without_figure"),
        pytest.param("努力实现居民收入与经济同步增长。", "strive", id="effort"),
        pytest.param("实施重点项目{225个}。", None, id="planned"),
        pytest.param("深化国有企业改革。", None, id="measure"),
        pytest.param("坚决守住不发生系统性风险的底线。", "must", id="bottom_line"),
    ],
)
def test_a_commitment_is_as_firm_as_its_words(text: str, expected: Commitment | None) -> None:
    clause, figures = sentence(text)
    assert find_commitment(clause, figures) == expected


def test_striving_governs_the_rest_of_the_sentence() -> None:
    clause, figures = sentence("力争新增百亿企业{2家},规上企业达到{1000家},确保税收增长{5%}。")
    assert [find_commitment(clause, [figure]) for figure in figures] == ["strive", "strive", "must"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("责任单位:市发展改革委、市财政局", "市发展改革委、市财政局", id="label"),
        pytest.param("(责任单位：县农业农村局，各乡镇人民政府)", "县农业农村局，各乡镇人民政府", id="label_in_brackets"),
        pytest.param("牵头单位:市交通局,责任单位:各县区", "市交通局", id="leader_before_helpers"),
        pytest.param("责任部门:市住建局,完成时限:6月底", "市住建局", id="time_limit_is_no_owner"),
        pytest.param("建设停车位5000个(市城管局牵头)。", "市城管局", id="leader_in_brackets"),
        pytest.param("推进数据共享。(市大数据局、市财政局按职责分工负责)", "市大数据局、市财政局", id="shared_duty"),
        pytest.param("由班子成员分片负责。", None, id="no_name"),
        pytest.param("加强责任落实。", None, id="no_owner"),
    ],
)
def test_an_owner_is_named_by_label_or_in_brackets(text: str, expected: str | None) -> None:
    assert find_owner(text) == expected


def test_owner_lines_are_told_from_statements() -> None:
    assert is_owner_line("责任单位:市教育局")
    assert is_owner_line("(县自然资源局牵头,县农业农村局配合)")
    assert not is_owner_line("落实责任,强化督查。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("受原材料价格上涨影响,企业利润下滑。", "原材料价格上涨", id="under_the_influence"),
        pytest.param("受到疫情等多重因素影响,消费恢复缓慢。", "疫情", id="several_influences"),
        pytest.param("由于外需走弱,出口订单不足。", "外需走弱", id="owing_to"),
        pytest.param("民间投资意愿不强,主要原因是市场预期偏弱。", "市场预期偏弱", id="main_reason"),
        pytest.param("部分项目因用地指标紧张导致进展缓慢。", None, id="inside_a_part"),
        pytest.param("项目滞后,因征地困难导致进展缓慢。", "征地困难", id="because"),
        pytest.param("创新能力不强。", None, id="no_cause"),
    ],
)
def test_a_cause_is_given_by_set_phrases(text: str, expected: str | None) -> None:
    assert find_cause(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("一是产业结构有待进一步优化。", "产业结构", id="subject_of_the_problem"),
        pytest.param("经济下行压力仍然较大。", "经济下行压力", id="trouble_is_part_of_the_subject"),
        pytest.param("我市经济回升向好的基础还不牢固。", "我市经济回升向好的基础", id="adverbs_fall_away"),
        pytest.param("地区生产总值增幅均未达到预期目标。", "地区生产总值增幅", id="missed_indicator"),
        pytest.param("外需不振短期内难以缓解。", "外需", id="how_soon_is_no_subject"),
        pytest.param("部分偿债能力较弱地区债务压力仍然较大。", "部分偿债能力较弱地区债务压力", id="an_attribute_is_no_subject"),
        pytest.param("窗口服务工作中仍存在一些不足。", "窗口服务工作不足", id="where_it_lies_is_the_subject"),
        pytest.param("煤电供应紧张。", "煤电供应紧张", id="what_says_nothing_without_its_trouble"),
        pytest.param("部分行业产能严重过剩。", "部分行业产能过剩", id="too_much_of_it"),
        pytest.param("与年初目标相比有差距。", None, id="a_comparison_is_no_subject"),
        pytest.param("我们感谢大家。", None, id="no_problem"),
    ],
)
def test_what_is_at_risk_is_the_subject_of_the_problem(text: str, expected: str | None) -> None:
    assert find_subject_at_risk(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("人均水平相对偏低，市场消费偏弱、投资效益不足；", ["人均水平", "市场消费", "投资效益"], id="one_after_the_other"),
        pytest.param("民生保障还有不少短板弱项，财力不强；", ["民生保障短板弱项", "财力"], id="where_they_lie_and_what"),
        pytest.param("问题主要是：经济总量不大，部分企业经营困难较多。", ["经济总量", "部分企业经营困难"], id="behind_what_announces_them"),
        pytest.param("受外需走弱、内需不足影响，出口下行压力较大。", ["出口下行压力"], id="causes_are_none"),
        pytest.param("发展不平衡不充分问题仍然突出。", ["发展不平衡不充分"], id="one_of_which_several_things_are_said"),
        pytest.param("就业压力大，还款高峰到来，一些县区财政运行困难。", ["就业压力", "一些县区财政运行困难"], id="named_with_就"),
        pytest.param(
            "出口订单减少，园区新项目少，房地产市场仍在调整；",
            ["出口订单", "园区新项目", "房地产市场"],
            id="in_other_words",
        ),
        pytest.param("老龄化加快给养老服务带来新课题，供大于求的矛盾突出。", ["老龄化加快", "供大于求的矛盾"], id="whole"),
        pytest.param(
            "市场需求不足，且服务业下行压力大，致使工业投资不足。", ["市场需求", "服务业下行压力", "工业投资"], id="without_what_joins_them"
        ),
        ("条块分割依旧，部门壁垒依然存在，信贷投放过猛。", ["部门壁垒", "信贷投放"]),
        ("今年就业形势依然严峻，基建投资膨胀，居民收入总体偏低。", ["就业形势", "基建投资膨胀", "居民收入偏低"]),
        ("工资增长过快和奖金发放过快，干部服务意识树得不够牢。", ["奖金发放", "干部服务意识"]),
        ("就业压力持续增加和季节性用工短缺并存。", ["季节性用工短缺"]),
        ("居民增收减缓，农业机械化相对滞后，地区之间仍有不小差距。", ["农业机械化", "地区之间差距"]),
    ],
)
def test_problems_named_one_after_the_other_are_told_apart(text: str, expected: list[str]) -> None:
    assert find_subjects_at_risk(text) == expected
    draft = draft_chunk(chunk(text, stance="problems"))
    assert [item.metric for item in draft.risks] == expected


DONE_AND_PROMISED = ["完成{5亿元}", "力争{6%}", "预计", "增长{3%}以上", "对此,我们将", "责任单位:市局"]
WRONG = ["未达到目标", "存在问题", "受疫情影响", "一是", ",", "。"]
SENTENCES = st.lists(st.sampled_from([*DONE_AND_PROMISED, *WRONG]), min_size=1, max_size=6).map("".join)


@given(st.lists(SENTENCES, min_size=1, max_size=5), st.sampled_from(["review", "plan", "problems"]))
@settings(max_examples=150)
def test_a_draft_points_only_at_what_its_chunk_holds(marked: list[str], stance: Stance) -> None:
    piece = chunk(*marked, stance=stance)
    of_clause = {clause.number: set(clause.figures) for clause in piece.clauses}
    draft = draft_chunk(piece)
    pointed = [number for item in items(draft) for number in item.figures]
    assert len(pointed) == len(set(pointed))
    for item in items(draft):
        assert len(item.clauses) == 1
        assert set(item.figures) <= of_clause[item.clauses[0]]
        assert item.metric is None or item.metric.strip()  # 完成5亿元一是未达到目标 names nothing
    for clause in piece.clauses:
        stated = {number for item in items(draft) if item.clauses == (clause.number,) for number in item.figures}
        assert stated in (set(), set(clause.figures))


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        pytest.param("二、2026年工作安排", "我们完全有信心、有底气完成全年任务。", id="zeal"),
        pytest.param("二、2026年工作安排", "前进路上不会一帆风顺，我们要居安思危、锲而不舍。", id="hardship_sworn_to"),
        pytest.param("二、2026年工作安排", "我们一定让群众的日子越过越红火！", id="called_out"),
        pytest.param("一、2025年工作回顾", "社会安定是发展的基本前提。", id="what_it_means"),
        pytest.param("一、2025年工作回顾", "我们一贯主张和平解决争端，支持各国人民的正义斗争。", id="stance"),
        pytest.param("一、2025年工作回顾", "权利与义务的统一，也就是自由与纪律的统一。", id="explained"),
    ],
)
def test_zeal_stances_and_truths_are_no_items(heading: str, sentence: str) -> None:
    said = reportsum.digest(f"溪口市2026年政府工作报告\n{heading}\n新建学校6所，改造道路9条。{sentence}完成河道整治12公里。\n")
    told = [item.statement for item in [*said.achievements, *said.targets, *said.risks]]
    assert sentence not in told
    assert len(told) >= 3


def test_a_measure_called_out_is_still_one() -> None:
    said = reportsum.digest("溪口市2026年政府工作报告\n二、2026年工作安排\n新建学校6所。实施消费提振行动，让市场旺起来！\n")
    assert any("消费提振行动" in item.statement for item in said.targets)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("旧社会的农民缺衣少食，过着牛马不如的生活。", id="the_time_before"),
        pytest.param("生活改善的速度，决定于生产发展的速度。", id="what_depends_on_what"),
        pytest.param("否则就会造成严重浪费。", id="or_else"),
        pytest.param("发展睦邻关系，争取和平环境，是我国对外工作的重点。", id="what_a_thing_is"),
        pytest.param("座舱交互指驾驶舱里产生的各种需求，是对新技术的应用要求。", id="definition_without_is"),
        pytest.param("英方为会谈制造了障碍，后果由英国政府负责。", id="another_state"),
    ],
)
def test_what_is_told_of_others_of_before_or_of_what_would_be_is_no_item(sentence: str) -> None:
    said = reportsum.digest(f"中国国务院政府工作报告\n一、过去一年工作回顾\n新建铁路600公里。{sentence}粮食总产量达到9000亿斤。\n")
    assert sentence not in [item.statement for item in [*said.achievements, *said.targets, *said.risks]]
