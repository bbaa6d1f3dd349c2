"""Resolving: what the code writes where an extractor only pointed."""

from __future__ import annotations

import pytest

import reportsum
from reportsum.extraction.drafts import AchievementDraft, ChunkDraft
from reportsum.extraction.resolving import Resolver, check_draft, clean_statement
from reportsum.models import Digest
from reportsum.pipeline import annotate, prepare

RULES = reportsum.Settings(engine="rules")


def digest_of(text: str) -> Digest:
    return reportsum.digest(reportsum.from_text(text, "sample.txt"), RULES)


PLAN = """某县2021年政府工作报告

一、2020年工作回顾

生产总值增长3.8%。

二、“十四五”目标和2021年重点工作

到2025年，生产总值突破200亿元；财政总收入达到23亿元；城镇化率达到60%。

2021年生产总值增长8%。新增企业10家。
"""


def test_a_span_of_time_reaches_over_the_semicolons_of_its_sentence() -> None:
    periods = {t.metric: t.period.label for t in digest_of(PLAN).targets if t.period and t.figures[0].base_unit in ("元", "%")}
    assert periods["财政总收入"] == periods["城镇化率"]
    assert periods["城镇化率"].endswith("2025")


def test_without_own_words_an_item_speaks_of_its_sections_or_the_reports_time() -> None:
    digest = digest_of(PLAN)
    (achievement,) = digest.achievements
    assert achievement.period is not None
    assert achievement.period.label == "2020"
    new_firms = next(t for t in digest.targets if t.figures[0].text == "10家")
    assert new_firms.period is not None
    assert new_firms.period.label == "2021"


SPANS = """某市2022年上半年计划执行情况的报告

一、上半年计划执行情况

1—5月，零售总额增长5.7%，预计上半年增长6%左右。一季度获评红旗单位，二季度认定新项目8个。

2022年计划整治河道24公里，截至6月底完成10公里。截至6月底，2021、2022两年总任务8万户，完成改造3万户。

“十三五”以来，生产总值由2015年的18亿元增加到2020年的29亿元，年均增长9.8%。
"""


def test_where_a_clause_names_several_spans_of_time_each_figure_has_its_own() -> None:
    spoken: dict[str, str | None] = {}
    for item in digest_of(SPANS).items():
        for figure in item.figures:
            period = figure.period or item.period
            spoken[figure.text] = period.label if period else None
            assert figure.period != item.period
    assert (spoken["5.7%"], spoken["6%"], spoken["8个"]) == ("2022-01/2022-05", "2022H1", "2022Q2")
    assert (spoken["10公里"], spoken["3万户"], spoken["8万户"]) == ("2022-06", "2022-06", "2021/2022")
    assert spoken["29亿元"] == "2020"
    assert spoken["9.8%"] not in ("2015", "2020")


FIVE_YEARS = """某县2021年政府工作报告

一、“十三五”发展回顾

“十三五”时期，全县综合实力大幅提升。生产总值年均增长6.2%。2020年，粮食总产达到31万吨。

二、“十四五”发展的主要目标

工业总产值突破300亿元。

三、2021年重点工作

新增企业10家。
"""


def test_yearly_averages_and_headings_of_a_five_year_plan_speak_of_its_years() -> None:
    digest = digest_of(FIVE_YEARS)
    labels = {item.figures[0].text: item.period.label for item in (*digest.achievements, *digest.targets) if item.figures and item.period}
    assert labels == {"6.2%": "2016/2020", "31万吨": "2020", "300亿元": "2021/2025", "10家": "2021"}


def test_what_is_done_was_done_before_the_report() -> None:
    text = "某县2021年工作总结\n\n一、2021年工作情况\n\n建设管网20公里，已完成工程量的80%，预计2022年3月底竣工。\n"
    digest = digest_of(text)
    assert {item.period.label for item in digest.achievements if item.period} == {"2021"}
    assert [item.deadline for item in digest.targets] == ["2022-03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("①全市新批项目61个。", "全市新批项目61个。", id="circled_number"),
        pytest.param("进展情况:①建立机制。", "建立机制。", id="progress_label"),
        pytest.param("3.推进改革。", "推进改革。", id="task_number"),
        pytest.param("3.6万户受益。", "3.6万户受益。", id="a_number_is_no_label"),
        pytest.param("7.2026年启动试点。", "2026年启动试点。", id="task_number_before_a_year"),
        pytest.param("为确保上述任务落到实处，成立专班6个。", "成立专班6个。", id="purpose_that_points_back"),
        pytest.param("——经济向好。", "经济向好。", id="dash"),
        pytest.param("建成\n学校", "建成 学校", id="line_break"),
    ],
)
def test_a_statement_has_no_label(text: str, expected: str) -> None:
    assert clean_statement(text) == expected


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(AchievementDraft((), "甲"), id="no_clause"),
        pytest.param(AchievementDraft((99,), "甲"), id="clause_of_another_chunk"),
        pytest.param(AchievementDraft((0,), "甲", (99,)), id="figure_of_another_chunk"),
        pytest.param(AchievementDraft((0,), "甲", (1,)), id="figure_of_another_clause"),
    ],
)
def test_a_draft_that_points_elsewhere_is_refused(draft: AchievementDraft) -> None:
    chunk = prepare(reportsum.from_text("新增企业3家。新增学校5所。"), RULES).chunks[0]
    with pytest.raises(ValueError, match=r"clause|figure"):
        check_draft(ChunkDraft(achievements=(draft,)), chunk.clauses, chunk.figures)


def test_neighbouring_clauses_make_one_quote_and_distant_ones_two() -> None:
    text = "新增企业3家。新增学校5所。新增医院7所。新增图书馆9个。"
    report = annotate(reportsum.from_text(text))
    draft = ChunkDraft(achievements=(AchievementDraft((0, 1, 3), "新增企业"),))
    (placed,) = Resolver(report).resolve(draft, "mine", ChunkDraft())
    assert [e.quote for e in placed.item.evidence] == ["新增企业3家。新增学校5所。", "新增图书馆9个。"]
    assert placed.item.extractor == "mine"


def test_an_id_stays_when_other_parts_of_the_report_change() -> None:
    text = "新增企业3家。新增学校5所。"
    before = {item.metric: item.id for item in digest_of(text).achievements}
    after = {item.metric: item.id for item in digest_of("举办活动8次。" + text).achievements}
    assert before.items() <= after.items()


TWO_TIMES = """泉河市政府工作报告

——2026年1月12日在市第五届人民代表大会第一次会议上

一、工作回顾

“十四五”时期是我市砥砺奋进的五年。

新建学校40所。2023年，旅客突破900万人次。

刚刚过去的2025年，是很不平凡的一年。

新建医院2家。

二、2026年工作安排

新建公园8座。

到2030年，森林覆盖率达到45%，地区生产总值年均增长6%。

三、“十五五”时期主要目标

粮食产量稳定在36万吨。
"""


def test_a_time_that_opens_a_passage_holds_until_the_next_one() -> None:
    digest = digest_of(TWO_TIMES)
    found = {figure.text: (figure.period or item.period) for item in (*digest.achievements, *digest.targets) for figure in item.figures}
    assert {text: period.label for text, period in found.items() if period is not None} == {
        "40所": "2021/2025",
        "900万人次": "2023",
        "2家": "2025",
        "8座": "2026",
        "45%": "2030",
        "6%": "2026/2030",
        "36万吨": "2026/2030",
    }
    bases = {item.figures[0].text: item.basis.period for item in (*digest.achievements, *digest.targets) if item.figures}
    assert (bases["40所"], bases["900万人次"], bases["2家"], bases["8座"]) == ("section", "own", "section", "section")


def test_the_year_of_one_event_does_not_reach_over_its_paragraph() -> None:
    text = "泉河市政府工作报告\n\n——2026年1月12日在人民代表大会上\n\n一、2025年工作回顾\n\n2022年底建成大桥1座。新建学校4所。\n"
    digest = digest_of(text)
    assert {item.figures[0].text: item.period.label for item in digest.achievements if item.period} == {"1座": "2022", "4所": "2025"}


def test_what_adds_up_over_a_term_is_of_all_its_years() -> None:
    text = (
        "泉河市政府工作报告\n\n一、过去五年工作回顾\n\n2012年，全市地区生产总值达到1406.2亿元，财政收入从212.5亿元增加到401.8亿元，"
        "累计新增就业21.6万人，2012年累计培训1.2万人。\n\n二、2013年工作安排\n\n新建学校8所。\n"
    )
    digest = digest_of(text)
    found = {figure.text: (figure.period or item.period) for item in digest.achievements for figure in item.figures}
    years = {text: period.label for text, period in found.items() if period is not None}
    assert (years["1406.2亿元"], years["401.8亿元"], years["21.6万人"], years["1.2万人"]) == ("2012", "2012", "2008/2012", "2012")


def test_where_the_years_of_a_term_led_to_is_told_of_the_last_one() -> None:
    text = (
        "泉河市政府工作报告\n\n一、过去五年工作回顾\n\n这五年，经济总量达到1406亿元、年均增长8%，进入全省前6位。城镇化率达到62%，提高5个百分点。"
        "一般公共预算收入增加近90亿元，突破200亿元。累计完成投资超过3000亿元，建成泵站40座。甲、乙两港吞吐量分别达到30万吨、45万吨。"
        "外贸总额由60亿美元增加到95亿美元，公共预算支出从70亿元增加到110亿元。建成区面积扩大到18平方公里，养老金提高到每人每月130元。粮食产量连续五年稳定在80万吨以上，每年外出务工达到12万人。\n\n"
        "2012年，生产总值增长7%。\n\n二、2013年工作安排\n\n新建学校8所。\n"
    )
    digest = digest_of(text)
    told = [(figure, figure.period or item.period) for item in digest.achievements for figure in item.figures]
    found = {figure.text: period for figure, period in told if figure.base is None}
    last = {text for text, period in found.items() if period is not None and period.label == "2012"}
    assert last == {"1406亿元", "前6位", "62%", "200亿元", "30万吨", "45万吨", "95亿美元", "110亿元", "18平方公里", "130元", "7%"}
    assert {period.label for text, period in found.items() if period is not None and text not in last} == {"2008/2012"}
    main = {(row.indicator, row.measure): row.text for row in digest.panel if row.main and row.kind == "reported"}
    assert main[("budget_revenue", "level")] == "200亿元"
    assert main[("gdp", "level")] == "1406亿元"


def test_a_year_that_no_report_speaks_of_dates_nothing_and_is_warned_of() -> None:
    tasks = ["0402年启动社区养老试点。", "修缮3000年古城墙12公里。", "2206年3月底前建成泵站6座。", "新建公园8座。"]
    listed = "\n".join(f"{number}.{task}" for number, task in enumerate(tasks, start=1))
    text = f"泉河市2026年工作要点\n\n一、重点任务\n\n{listed}\n"
    digest = digest_of(text)
    periods = [(item.statement, item.period.label if item.period else None) for item in digest.targets]
    assert periods == list(zip(tasks, (None, "2026", None, "2026"), strict=True))
    assert [text[warning.start : warning.end] for warning in digest.warnings if warning.code == "year_unread"] == ["0402年", "2206年"]


GOALS_OF_A_PLAN = """云岭市开源社区建设行动计划

为落实有关部署，制定本行动计划。

一、主要目标

到2026年，开源生态更加完善。

——创新能力。打造开源社区3个。

——企业培育。新增开源企业20家。

争取开放数据9项。

二、重点任务

服务开发者10万名。
"""


def test_goals_in_a_list_are_for_the_year_that_opens_them_and_so_is_their_plan() -> None:
    digest = digest_of(GOALS_OF_A_PLAN)
    told = {item.figures[0].text: (item.period and item.period.label, item.basis.period) for item in digest.targets if item.figures}
    assert told == {"3个": ("2026", "carried"), "20家": ("2026", "carried"), "9项": ("2026", "report"), "10万名": ("2026", "report")}
    assert digest.report.plan_period is not None
    assert (digest.report.plan_period.label, digest.report.basis.plan_period) == ("2026", "own")
    two_years = digest_of(GOALS_OF_A_PLAN.replace("争取开放数据9项", "到2030年，开放数据9项"))
    assert two_years.report.plan_period is None
    told = {item.figures[0].text: (item.period and item.period.label, item.basis.period) for item in two_years.targets if item.figures}
    assert told == {"3个": ("2026", "carried"), "20家": ("2026", "carried"), "9项": ("2030", "own"), "10万名": (None, "none")}


def test_goals_opened_behind_the_guiding_ideology_date_the_list_below_them_without_a_title_too() -> None:
    text = GOALS_OF_A_PLAN.replace("到2026年，开源", "坚持开放共享，打造开源高地。到2026年，开源").split("\n", 1)[1]
    digest = digest_of(text)
    told = {item.figures[0].text: (item.period and item.period.label, item.basis.period) for item in digest.targets if item.figures}
    assert told["3个"] == told["20家"] == ("2026", "carried")
    assert digest.report.plan_period is not None
    assert digest.report.plan_period.label == "2026"


FIVE_YEARS_BACK = """云岭市政府工作报告

——1993年3月15日在市人民代表大会上

一、过去五年的工作

过去的五年，生产总值年均增长8%。

这里要特别指出，刚刚过去的1992年，改革进入新阶段。生产总值比上年增长12.8%。

1992年同1987年相比，钢产量增长42%，达到800万吨；铁路货运增长20%。

外贸融资增长41.3%、创十年来新高。

但是，我们也清醒地看到，还有一些需要解决的问题，如投资结构不尽合理，能源紧张。今年生产总值计划增长9%。保持农业稳定增长。
"""


def test_a_review_of_five_years_tells_the_last_one_apart_and_what_is_compared_with_its_start() -> None:
    digest = digest_of(FIVE_YEARS_BACK)
    told = {figure.text: figure.period or item.period for item in digest.achievements for figure in item.figures}
    assert {text: period and period.label for text, period in told.items()} == {
        "8%": "1988/1992", "12.8%": "1992", "42%": "1988/1992", "800万吨": "1992", "20%": "1988/1992", "41.3%": "1992",
    }  # fmt: skip
    assert {item.metric: item.period and item.period.label for item in digest.risks} == {"投资结构": "1992", "能源紧张": "1992"}
    assert [item.statement[:6] for item in digest.targets] == ["今年生产总值", "保持农业稳定"]


def test_the_five_year_plan_that_a_work_report_presents_dates_what_is_told_of_it() -> None:
    text = YEARS_AHEAD.replace(
        "规划草案提出了今后五年经济社会发展的主要任务，突出以下两个方面。",
        "市政府编制了《云岭市第十五个五年规划纲要（草案）》。\n\n《纲要（草案）》提出了6项指标，其中生产总值年均增长5%。二是失业率5.5%左右。",
    )
    told = {figure.text: item.period and item.period.label for item in digest_of(text).targets for figure in item.figures}
    assert (told["5%"], told["5.5%"]) == ("2026/2030", "2026/2030")
    assert not [
        item for item in digest_of(text).targets if item.salience != "routine" and "6项" in [figure.text for figure in item.figures]
    ]


def test_the_year_in_which_something_began_is_not_that_of_what_has_come_of_it() -> None:
    text = YEARS_AHEAD.replace("新增里程30公里。", "2021年我们提出用五年时间解决欠薪问题，各地已偿还欠薪8亿元。")
    assert [item.period and item.period.label for item in digest_of(text).achievements] == ["2025"]


def test_since_a_five_year_plan_runs_on_to_the_time_that_is_told_of() -> None:
    digest = digest_of(YEARS_AHEAD.replace("新增里程30公里。", "“十三五”以来累计新增里程30公里。"))
    assert [item.period and item.period.label for item in digest.achievements] == ["2016/2025"]


def test_an_aim_called_by_its_year_dates_no_goal_on_the_way_to_it() -> None:
    text = YEARS_AHEAD.replace("建设实验室3个。", "综合考虑实现2035年远景目标，生产总值年均增长5%。")
    first = next(item for item in digest_of(text).targets if item.figures)
    assert first.period is not None
    assert first.period.label == "2026/2030"


YEARS_AHEAD = """云岭市政府工作报告

——2026年1月20日在市第十届人民代表大会上

一、2025年工作回顾

新增里程30公里。

二、我市发展的总体要求和主要任务

规划草案提出了今后五年经济社会发展的主要任务，突出以下两个方面。

（一）强化创新驱动

建设实验室3个。

（二）改善民生

新增学位5万个。到2027年，新增床位800张。

三、2026年重点工作

（一）建设城市

新建公园20座。
"""


def test_years_whose_tasks_are_announced_hold_for_the_parts_below() -> None:
    digest = digest_of(YEARS_AHEAD)
    told = {item.figures[0].text: item.period.label for item in digest.targets if item.figures and item.period}
    assert told == {"3个": "2026/2030", "5万个": "2026/2030", "800张": "2027", "20座": "2026"}
    assert [item.figures[0].text for item in digest.achievements] == ["30公里"]


OLD_REVIEW = """政府工作报告

——1993年3月10日在某省人民代表大会上

一、过去五年工作的回顾

五年来，全省经济稳步发展。煤炭产量1992年达到610万吨，平均每年增长4.2%。

船只数量增长1.9倍，从全国第13位升至第5位。渔民人均收入，1987年为320元，1992年提高到560元，平均每年增长7.3%。

这里还要着重说明的是，在刚刚过去的1992年，全省经济继续好转。水泥产量增长11.5%。

二、今后五年的任务

到本世纪末，全省棉花产量必须达到50万吨，平均每年增产2万吨。
"""


def test_a_yearly_average_beside_a_dated_level_is_of_the_years_and_the_level_led_from_is_no_time_of_its_item() -> None:
    digest = digest_of(OLD_REVIEW)
    told = {figure.text: (item.period.label if item.period else None, figure) for item in digest.achievements for figure in item.figures}
    times = {text: figure.period.label if figure.period else own for text, (own, figure) in told.items()}
    assert [times.pop(text) for text in ("1.9倍", "第13位", "第5位")] == ["1988/1992", "1987", "1992"]
    assert times == {"610万吨": "1992", "4.2%": "1988/1992", "320元": "1987", "560元": "1992", "7.3%": "1988/1992", "11.5%": "1992"}
    assert (told["320元"][0], told["320元"][1].base) == ("1992", "earlier")


def test_the_end_of_the_century_is_a_time_and_a_deadline_and_its_averages_run_until_then() -> None:
    (goal,) = [target for target in digest_of(OLD_REVIEW).targets if target.figures]
    assert goal.period is not None
    assert (goal.period.label, goal.deadline) == ("2000", "2000-12")
    assert [figure.period.label if figure.period else None for figure in goal.figures] == [None, "1993/2000"]


def test_goals_listed_under_the_year_they_are_set_for_are_due_by_its_end() -> None:
    goals = "到2027年，水利建设取得明显成效。一是建成水库30座。二是新增灌区12个。"
    text = f"某省水利规划\n\n一、总体要求\n\n{goals}\n\n二、重点任务\n\n新建泵站8座。\n"
    due = {item.figures[0].text: item.deadline for item in digest_of(text).targets if item.figures}
    assert due == {"30座": "2027-12", "12个": "2027-12", "8座": None}
