"""The brief: whole sentences of the report that stand by themselves, and what it says of each section."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportsum
from reportsum.cutting import bare_sentence, closed, cut_sentence, names_a_time, stands_alone, trimmed
from reportsum.models import Digest

REPORT = """云山省2026年政府工作报告
一、2025年工作回顾
2025年，面对复杂严峻的外部环境，在全省人民共同努力下，全省地区生产总值2.53万亿元，增长5.1%。城镇新增就业31.2万人。粮食产量650万吨，创历史新高。云山港货物吞吐量突破3亿吨，跃居全国第一。
二、2026年工作安排
综合各方面因素，建议今年经济社会发展的主要预期目标是：地区生产总值增长5%左右；城镇新增就业30万人以上，城镇调查失业率5.5%左右；居民消费价格涨幅2%左右；居民收入增长与经济增长同步。安排地方政府专项债券860亿元。加强文化建设。
三、存在的问题
在看到成绩的同时，我们也清醒认识到，有效需求不足，部分企业经营困难，财政收支矛盾突出。
"""


@pytest.fixture(scope="module")
def digest() -> Digest:
    return reportsum.digest(REPORT)


def test_the_brief_tells_goals_then_the_years_outcome_then_problems(digest: Digest) -> None:
    points = [point.text for point in digest.summary.points]
    assert points[0].startswith("2026年经济社会发展的主要预期目标是：地区生产总值增长5%左右；城镇新增就业30万人以上")
    gdp = next(n for n, text in enumerate(points) if "2.53万亿元" in text)
    assert 0 < gdp < len(points) - 1
    assert "有效需求不足" in points[-1]


def test_every_point_is_closed_and_rests_on_items_whose_words_it_holds(digest: Digest) -> None:
    items = {item.id: item for item in digest.items()}
    for point in digest.summary.points:
        assert point.text.endswith("。")
        assert stands_alone(point.text)
        for name in point.items:
            figures = [figure.text for figure in items[name].figures]
            assert not figures or any(text in point.text for text in figures)


def test_a_sentence_without_a_time_gets_that_of_its_fact(digest: Digest) -> None:
    (jobs,) = [point.text for point in digest.summary.points if "31.2万人" in point.text]
    assert jobs.startswith("2025年，")


def test_the_text_is_the_points_joined_and_no_longer_than_a_reader_has_time_for(digest: Digest) -> None:
    assert digest.summary.text == "".join(point.text for point in digest.summary.points)
    assert len(digest.summary.text) <= 800
    assert len(digest.summary.points) <= 10


def test_each_main_section_has_its_summary(digest: Digest) -> None:
    texts = {section.section: section.text for section in digest.summary.sections}
    assert "2.53万亿元" in texts["1"]
    assert "主要预期目标" in texts["2"]
    assert "有效需求不足" in texts["3"]


def test_a_growth_goal_that_is_not_set_is_said_to_be_missing() -> None:
    text = REPORT.replace("地区生产总值增长5%左右；", "")
    assert [point.text for point in reportsum.digest(text).summary.points][-1] == "报告未提出2026年经济增长的数量目标。"
    assert "未提出" not in reportsum.digest(REPORT).summary.text


@pytest.mark.parametrize(
    ("text", "wanted", "cut"),
    [
        (
            "2025年，面对严峻形势，在各方支持下，全省粮食产量650万吨，创历史新高，蔬菜产量稳步增加，畜牧业健康发展。",
            "650万吨",
            "2025年，全省粮食产量650万吨，创历史新高。",
        ),
        (
            "经济社会发展的主要预期目标是：财政收入平稳增长，物价总体稳定，环境质量继续改善，城镇新增就业30万人以上。",
            "30万人",
            "经济社会发展的主要预期目标是：城镇新增就业30万人以上。",
        ),
        (
            "全市进出口总额861亿元，同比增长7.3%，其中出口稳步增长，进口有所回升，外贸结构持续改善。",
            "7.3%",
            "全市进出口总额861亿元，同比增长7.3%。",
        ),
    ],
    ids=["time_and_remark_stay", "announcement_stays", "growth_keeps_its_subject"],
)
def test_a_long_sentence_is_cut_at_clause_ends_with_time_and_subject(text: str, wanted: str, cut: str) -> None:
    assert cut_sentence(text, [text.index(wanted)], 36) == cut


def test_a_comma_inside_quotes_is_no_place_to_cut() -> None:
    text = "全面推行“一次办好，一网通办”改革，办结事项12万件，群众满意度进一步提高，营商环境持续优化提升。"
    assert cut_sentence(text, [text.index("改革")], 20) == "全面推行“一次办好，一网通办”改革。"


@pytest.mark.parametrize(
    "text",
    ["增长24.7%。", "其中，出口增长3%。", "这些成绩来之不易。", "居全国第三位。", "This will cost $2 billion."],
    ids=["a_bare_growth", "a_part", "a_pronoun", "a_rank", "an_english_pronoun"],
)
def test_fragments_do_not_stand_alone(text: str) -> None:
    assert not stands_alone(text)


def test_labels_and_connecting_words_fall_off() -> None:
    assert bare_sentence("一是加快建设云山高铁。") == "加快建设云山高铁。"
    assert bare_sentence("同时，（二）新建泵站7座。") == "新建泵站7座。"
    guided = "以科学发展思想为指导，全面贯彻省委全会精神，坚持创新引领、市场主导，到2027年，产业营收突破900亿元。"
    assert bare_sentence(guided) == "到2027年，产业营收突破900亿元。"
    assert bare_sentence("坚持创新引领，推进产业升级。") == "坚持创新引领，推进产业升级。"
    assert closed("新建泵站7座；") == "新建泵站7座。"


def test_figures_in_full_width_digits_find_their_sentence() -> None:
    points = reportsum.digest(REPORT.replace("31.2万人", "３１．２万人")).summary.points
    (jobs,) = [point for point in points if "31.2万人" in point.text]
    assert jobs.items


def test_that_there_are_problems_is_no_point_but_they_are() -> None:
    text = REPORT.replace("在看到成绩的同时，我们也清醒认识到，", "我们也清醒看到，我省发展中还存在不少困难和问题。")
    texts = [point.text for point in reportsum.digest(text).summary.points]
    assert "有效需求不足" in texts[-1]
    assert not any("还存在不少困难和问题" in words for words in texts)


def test_a_target_that_is_behind_is_told_with_its_progress() -> None:
    text = """云山市2025年上半年重点任务进展情况
1.工业投资。全年计划完成工业投资300亿元以上。
进展情况：上半年，全市完成工业投资60亿元。
2.新增就业。全年计划城镇新增就业5万人。
进展情况：上半年，全市城镇新增就业3.2万人。
"""
    digest = reportsum.digest(text)
    (behind,) = [target for target in digest.behind() if "工业投资" in target.statement]
    (point,) = [point for point in digest.summary.points if behind.id in point.items]
    assert "300亿元" in point.text
    assert "进展：" in point.text
    assert "60亿元" in point.text


def test_problems_are_told_from_the_first_on_and_years_by_their_number() -> None:
    text = REPORT.replace(
        "有效需求不足，部分企业经营困难，财政收支矛盾突出",
        "面临的问题仍然不少：县域产业链条偏短，龙头企业带动不强，青年人才外流，农村养老设施薄弱，一些园区亩均效益偏低，中小河流治理滞后，"
        "部分镇村债务压力较大，机关服务效率有待提升，城区停车设施缺口较大，老旧管网隐患较多",
    )
    last = reportsum.digest(text).summary.points[-1].text
    assert "县域产业链条偏短，龙头企业带动不强" in last
    assert "今年" not in reportsum.digest(text).summary.text


def test_what_five_years_added_up_to_is_told_of_no_single_year() -> None:
    text = REPORT.replace("2025年，面对复杂", "五年来，全省森林蓄积量达到3.4亿立方米，累计植树260万亩。2025年，面对复杂")
    (told,) = [point.text for point in reportsum.digest(text).summary.points if "植树260万亩" in point.text]
    assert told.startswith("2021—2025年，")


def test_a_goal_told_with_a_bare_verb_is_said_to_be_one() -> None:
    text = REPORT.replace("2026年，安排地方政府专项债券860亿元", "建设保障性住房12万套").replace(
        "安排地方政府专项债券860亿元", "建设保障性住房12万套"
    )
    (told,) = [point.text for point in reportsum.digest(text).summary.points if "保障性住房" in point.text]
    assert told.startswith("2026年目标：建设保障性住房12万套")


def test_a_part_of_last_year_is_told_with_its_number() -> None:
    text = REPORT.replace("城镇新增就业31.2万人。", "去年下半年开始外贸降幅明显收窄，全年进出口总额2600亿元。")
    (told,) = [point.text for point in reportsum.digest(text).summary.points if "2600亿元" in point.text]
    assert "2025年下半年开始" in told
    assert "去年" not in told


def test_a_yearly_average_is_told_of_no_single_year() -> None:
    text = REPORT.replace("2025年，面对复杂严峻的外部环境，在全省人民共同努力下，全省地区生产总值2.53万亿元，增长5.1%。",
        "刚刚过去的五年，是极不平凡的五年。地区生产总值超过2.53万亿元、年均增长5.1%。")  # fmt: skip
    (told,) = [point.text for point in reportsum.digest(text).summary.points if "年均增长5.1%" in point.text]
    assert not told.startswith("2025年")
    grown = text.replace("、年均增长5.1%", "、增长19.8%")
    (told,) = [point.text for point in reportsum.digest(grown).summary.points if "19.8%" in point.text]
    assert not told.startswith("2025年")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("建成绿道120公里，谱写生态宜居新篇章。", "建成绿道120公里。"),
        ("建成绿道120公里，形成城乡互通新格局。", "建成绿道120公里，形成城乡互通新格局。"),
    ],
)
def test_a_flourish_at_the_end_falls_off(text: str, left: str) -> None:
    assert closed(text) == left


def test_a_relative_measure_does_not_stand_without_what_it_belongs_to() -> None:
    assert not stands_alone("力争交易额达到80亿元。")
    assert stands_alone("二手车力争交易额达到80亿元。")


@pytest.mark.parametrize(
    "text",
    [
        "今年用于支持这项改革的资金将达20亿元。",
        "依托云山、海州等地6个省级产业基地。",
        "待试点单位完成任务后（名单公布之日起不超过2年）。",
        "The losses from these incidents came to $3 million.",
        "We intend to increase it to $15 per tonne by 2030.",
        "The chief financial officer develop guidance on two programmes.",
    ],
)
def test_what_speaks_of_something_untold_or_has_no_predicate_does_not_stand_alone(text: str) -> None:
    assert not stands_alone(text)


def test_of_which_falls_off_with_its_colon_and_a_plan_of_years_dates_nothing() -> None:
    assert bare_sentence("其中：税收收入12.2亿元，增长4.7%。") == "税收收入12.2亿元，增长4.7%。"
    assert not names_a_time("装机规模突破900万千瓦，提前完成“十四五”规划目标。")
    assert names_a_time("“十四五”期间，装机规模突破900万千瓦。")


@pytest.mark.parametrize(
    ("text", "figure", "name", "left"),
    [
        ("深入落实责任制，建设8万亩高标准农田，推动农业提质。", "8万亩", "建设高标准农田", "建设8万亩高标准农田。"),
        ("加强企业培育，总量突破300家，位居全省首位。", "300家", "企业总量", "加强企业培育，总量突破300家，位居全省首位。"),
        ("粮食生产能力不断增强，深入实施“云粮”行动，粮食产量90亿斤。", "90亿斤", "粮食产量", "粮食产量90亿斤。"),
        ("优化项目包保机制，力争完成投资240亿元。", "240亿元", "完成投资", "优化项目包保机制，力争完成投资240亿元。"),
        ("在县委的领导下，我们始终坚持人民至上，科学调度，创新实施“三长联防”。", "三长联防", "创新实施“三长联防”", "创新实施“三长联防”。"),
        ("激活消费，组织系列展销，拉动消费70亿元。", "70亿元", "拉动消费", "组织系列展销，拉动消费70亿元。"),
        ("在县委的坚强领导下，经济运行总体平稳，但投资下降5.1%。", "5.1%", "投资", "投资下降5.1%。"),
        ("力争规上工业增加值增长6%，以园区的“多点开花”带动“整体成势”。", "6%", "规上工业增加值", "力争规上工业增加值增长6%。"),
        ("完善港口功能，新开通航线“云海一号”，推进联运。", "没有", "航线", "完善港口功能，新开通航线“云海一号”，推进联运。"),
    ],
    ids=[
        "general_parts_fall_off",
        "a_subject_stays",
        "assessments_and_named_campaigns_fall_off",
        "whose_investment_stays",
        "a_deed_without_a_figure_stays",
        "what_brought_it_stays",
        "under_whose_lead_falls_off",
        "so_as_to_falls_off",
        "without_its_figure_nothing_goes",
    ],
)
def test_general_parts_beside_a_figure_fall_off(text: str, figure: str, name: str, left: str) -> None:
    assert trimmed(text, [figure], name) == left


YEARS = """海州省2026年政府工作报告
一、“十四五”时期发展回顾
五年来，全省进出口总额年均增长7.2%。全省地区生产总值达到9800亿元，较“十三五”末增长33%。
2025年，全省地区生产总值增长5.8%，一般公共预算收入增长4.1%，城镇新增就业22万人，居民消费价格上涨0.2%。
二、“十五五”时期目标
2026—2030年，地区生产总值年均增长5%以上。
三、2026年工作安排
今年发展主要预期目标是：地区生产总值增长5.5%左右，城镇新增就业21万人，居民消费价格涨幅2%左右，这是必要的，经过努力也是可以实现的。
"""


def test_the_plan_of_years_is_told_beside_the_years_goal_and_the_last_year_before_the_five() -> None:
    points = [point.text for point in reportsum.digest(YEARS).summary.points]
    assert points[0].startswith("2026年发展主要预期目标是：")
    assert points[0].endswith("居民消费价格涨幅2%左右。")
    assert any("年均增长5%以上" in text and text.startswith("2026—2030年") for text in points)
    last_year, five_years = (next(n for n, text in enumerate(points) if words in text) for words in ("增长5.8%", "7.2%"))
    assert last_year < five_years


def test_the_years_outcome_is_told_without_the_ceremony_before_it() -> None:
    text = YEARS.replace(
        "2025年，全省地区生产总值增长5.8%",
        "2025年，面对多重困难挑战，我们全面落实各项决策部署，认真落实上级工作要求，坚定信心、实干争先，迎难而上、奋力拼搏，"
        "保持全省经济运行总体平稳、稳中向好的发展态势，社会大局和谐稳定，全省地区生产总值增长5.8%",
    )
    (outcome,) = [point.text for point in reportsum.digest(text).summary.points if "5.8%" in point.text]
    assert outcome.startswith("2025年，全省地区生产总值增长5.8%，一般公共预算收入增长4.1%")


def test_a_regulation_is_told_with_the_day_from_which_it_is_in_force() -> None:
    text = (
        "云山市共享单车停放管理办法\n第一条 市交通运输局负责共享单车停放的监督管理。\n第二条 每个停放点的车辆不得超过60辆。\n"
        "第三条 本办法自2027年3月1日起施行，有效期5年。\n"
    )
    points = [point.text for point in reportsum.digest(text).summary.points]
    assert points[-1] == "本办法自2027年3月1日起施行，有效期5年。"


def briefs() -> list[tuple[str, str, str, str]]:
    """Return (name, report, points, sections) of each case of `cases/briefs.txt`."""
    found = []
    for case in (Path(__file__).parent / "cases" / "briefs.txt").read_text(encoding="utf-8").split("\n== ")[1:]:
        name, _, rest = case.partition("\n")
        text, _, told = rest.partition("-- brief\n")
        points, _, sections = told.partition("-- sections")
        found.append((name, text, points.strip("\n"), sections.strip("\n")))
    return found


@pytest.mark.parametrize(("text", "points", "sections"), [pytest.param(*rest, id=name) for name, *rest in briefs()])
def test_a_brief_and_what_is_said_of_each_section_are_told_whole(text: str, points: str, sections: str) -> None:
    summary = reportsum.digest(text).summary
    assert "\n".join(point.text for point in summary.points) == points
    assert "\n".join(f"{section.section}: {section.text}" for section in summary.sections) == sections


def test_the_rate_of_an_industry_named_before_is_not_told_as_the_rate_of_the_place() -> None:
    digest = reportsum.digest(
        "# The 2013-14 Budget of Weston\n27 February 2013\n\n## Review of 2012\n\nWeston's economy grew by 1.4 per cent in 2012. "
        "Jobs in the construction industry recovered after the flood. The unemployment rate dropped from the peak of 12.8 per cent "
        "to 5.1 per cent in 2012. Exports rose by 2.1 per cent in 2012.\n"
    )
    assert [point.text for point in digest.summary.points] == [
        "Weston's economy grew by 1.4 per cent in 2012.",
        "Exports rose by 2.1 per cent in 2012.",
    ]


def points_of(text: str) -> list[str]:
    return [point.text for point in reportsum.digest(text).summary.points]


def test_growth_is_told_before_what_stands_before_it_in_the_text() -> None:
    told = points_of(
        "云山市2026年政府工作报告\n一、2025年工作回顾\n2025年，粮食产量65万吨，创历史新高。新增就业3.2万人。\n"
        "2025年，全市地区生产总值2530亿元，增长5.1%。\n二、2026年工作安排\n建设云山港二期工程，投资30亿元。\n"
    )
    assert "地区生产总值" in told[0]


def test_a_task_is_told_from_its_own_words_on_without_means_and_principles() -> None:
    told = points_of(
        "云山市渔港数字化行动计划\n一、重点任务\n依托港务局的技术能力，充分利用卫星定位手段，建设云山市渔船定位数据平台，实现船位共享。\n加强渔港管理。\n"
    )
    assert any(text.startswith("建设云山市渔船定位数据平台") for text in told)
    assert not any("依托港务局" in text for text in told)


def test_the_year_just_past_is_told_by_its_number() -> None:
    told = points_of(
        "云山市2026年政府工作报告\n一、2025年工作回顾\n刚刚过去的2025年，全市地区生产总值2530亿元，增长5.1%。\n二、2026年工作安排\n建设云山港二期工程。\n"
    )
    assert told[0].startswith("2025年，全市地区生产总值")


def test_a_point_does_not_stand_on_a_goal_told_before() -> None:
    told = points_of(
        "Budget Speech 2024\n\nOur aim is to double exports.\n\nIf we achieve this goal, real incomes will rise by 30% in 2024. "
        "The economy will grow by 3% in 2024.\n"
    )
    assert any("grow by 3%" in text for text in told)
    assert not any(text.startswith("If we") for text in told)


RUN = """云山省2026年政府工作报告
一、2025年工作回顾
2025年，全省地区生产总值增长5.2%，一般公共预算收入增长3.1%，城镇新增就业22万人，居民消费价格上涨0.2%。
“新三样”出口规模达736亿元，实际使用外资连续8年全国第一。
在看到成绩的同时，我们也认识到老问题、新挑战仍然不少，主要是去年我省出口总额下降，消费需求依然偏弱，群众就业增收难度加大。
二、2026年工作安排
今年发展主要预期目标是：地区生产总值增长5%左右，城镇新增就业20万人，居民消费价格涨幅2%左右。
"""


def test_a_run_of_years_dates_no_point_and_problems_are_told_with_their_year_and_without_what_they_are_seen_beside() -> None:
    points = [point.text for point in reportsum.digest(RUN).summary.points]
    assert "2025年，“新三样”出口规模达736亿元，实际使用外资连续8年全国第一。" in points
    assert not any("2018" in text for text in points)
    assert points[-1].startswith("老问题、新挑战仍然不少")
    assert "去年" not in points[-1]


HALF = """2025年上半年青石县经济运行情况
根据地区生产总值统一核算结果，上半年全县实现地区生产总值32.8亿元，同比增长4.4%。
一是工业平稳增长。上半年，规模以上工业增加值增长7.8%。1—5月，规模以上服务业营业收入增长9.5%。
二是消费活跃。上半年，全县实现社会消费品零售总额13.7亿元，同比增长3.3%。
在县委县政府的坚强领导下，全县经济运行总体平稳，但固定资产投资增长乏力，出口订单不足，下行压力仍然较大。
"""


def test_points_of_a_half_year_name_its_year_once_and_problems_come_without_the_calm_before_them() -> None:
    points = [point.text for point in reportsum.digest(HALF).summary.points]
    assert points[0].startswith("2025年上半年，全县实现地区生产总值32.8亿元")
    assert any("2025年1—5月，规模以上服务业营业收入" in text for text in points)
    assert not any(text.startswith("上半年") or "核算结果" in text for text in points)
    assert not any("领导下" in text or "总体平稳" in text for text in points)


def test_growth_is_the_first_of_several_goal_sentences_whatever_the_others_hold() -> None:
    text = (
        "云山省政府工作报告\n二、2027年工作安排\n主要预期目标是：地区生产总值增长5%左右。规模以上工业增加值增长7%左右，固定资产投资增长4%左右，"
        "社会消费品零售总额增长5%左右，一般公共预算收入增长3%左右。\n"
    )
    points = [point.text for point in reportsum.digest(text).summary.points]
    assert "地区生产总值增长5%左右" in points[0]


def test_a_short_brief_goes_on_with_what_comes_behind_what_leads() -> None:
    goals = "地区生产总值增长5%左右，城镇新增就业60万人，居民消费价格涨幅2%左右，一般公共预算收入增长3%，规模以上工业增加值增长7%"
    more = "固定资产投资增长3%，社会消费品零售总额增长4%，货物进出口总额增长5%，实际使用外资增长6%，粮食产量达到1100万吨"
    text = (
        f"云山省政府工作报告\n二、2027年工作安排\n主要预期目标是：{goals}，{more}。建设铁路专用线5条，完成交通投资800亿元。"
        "新建水库12座，完成水利投资300亿元。改造老旧小区400个。新建养老服务中心60个。\n"
    )
    points = [point.text for point in reportsum.digest(text).summary.points]
    assert len(points) == 5
    assert any("交通投资800亿元" in point for point in points)


@pytest.mark.parametrize(
    ("sentence", "wanted", "told"),
    [
        (
            "县财政逐年增加列支，积极争取上级支持，用3年时间，使担保资金池达到2千万元以上，为小微企业提供增信担保。",
            "2千万元",
            "用3年时间，使担保资金池达到2千万元以上。",
        ),
        (
            "对新设立的科研机构，经认定后连续运营满两年并且研发投入超过300万元的，给予企业40万元奖励，其余事项由县工业和信息化局另行规定。",
            "40万元",
            "对新设立的科研机构，经认定后连续运营满两年并且研发投入超过300万元的，给予企业40万元奖励。",
        ),
    ],
)
def test_what_is_given_or_reached_stands_with_the_parts_before_it(sentence: str, wanted: str, told: str) -> None:
    assert cut_sentence(sentence, [sentence.index(wanted)], 40) == told


def test_no_instalment_of_a_sum_is_told_beside_it() -> None:
    text = (
        "Budget Statement 2027\nSupport for households\nI will provide $900 in vouchers to every household in 2027. "
        "The first $600 will be disbursed in May 2027. The remaining $300 will be disbursed in December 2027.\n"
    )
    digest = reportsum.digest(text)
    led = {item.id: item for item in digest.targets}
    assert [[figure.text for figure in led[name].figures] for name in digest.leading.targets] == [["$900"]]
    assert not any("remaining" in point.text for point in digest.summary.points)


def test_what_a_speech_says_of_last_year_is_not_put_into_its_financial_year() -> None:
    text = (
        "Budget Speech\nThat the House approves the financial policy for the financial year 1 April 2031 to 31 March 2032.\n"
        "Our economy grew by 3.1%. The jobless rate fell to 2.4%.\n"
    )
    points = [point.text for point in reportsum.digest(text).summary.points]
    assert points
    assert not any(point.startswith("The financial year") for point in points)


def test_a_plan_without_works_is_told_with_its_aims_in_words() -> None:
    text = (
        "云山市渔业数字化行动方案（2027—2030年）\n一、发展目标\n到2028年，渔业数字化水平明显提升，渔船管理更加精细，重点渔港服务能力显著增强。\n"
        "二、重点任务\n加快建设全市渔船动态监测平台。持续加强渔港安全管理。\n"
    )
    points = [point.text for point in reportsum.digest(text).summary.points]
    assert any(point.startswith("到2028年，渔业数字化水平明显提升") for point in points)


def test_a_year_that_a_sentence_opens_with_is_not_put_before_it_again_and_tasks_counted_are_not_told() -> None:
    text = (
        "云山县交通运输局2027年工作总结\n今年以来，全县完成公路建设投资9.6亿元。扎实推进上级36项重点工作落实。"
        "截止年底，项目预计完成投资5亿元。\n"
    )
    points = [point.text for point in reportsum.digest(text).summary.points]
    assert points == ["2027年以来，全县完成公路建设投资9.6亿元。"]
