"""What figures measure: names, subjects filled in, lists handed out, nothing lost."""

from __future__ import annotations

import doctest
import importlib
import re
import time
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportsum import Settings, digest, from_text
from reportsum.annotating import Clause, Measure
from reportsum.figures.figure import FoundFigure
from reportsum.indicators import lookup
from reportsum.languages import find_figures, measure_clauses
from reportsum.measures.phrases import tidy
from reportsum.passages import cut_passages

CASES = Path(__file__).parent / "cases" / "measures" / "genres.txt"
_CLAUSE = re.compile(r"[^。！？；;\n]+[。！？；;]?")
_EXPECTED = re.compile(r"^    (?P<metric>.+?): (?P<figures>[^\[]+?)(?: \[(?P<indicator>\w+)\])?$")


class Named(NamedTuple):
    """A measure as a case writes it."""

    metric: str
    figures: tuple[str, ...]
    indicator: str | None


class Read(NamedTuple):
    """A text with its clauses, figures and measures."""

    clauses: tuple[Clause, ...]
    figures: tuple[FoundFigure, ...]
    measures: tuple[tuple[Measure, ...], ...]

    def named(self) -> list[Named]:
        return [
            Named(one.metric or "(none)", tuple(self.figures[number].text for number in one.figures), lookup(one.metric or ""))
            for row in self.measures
            for one in row
            if one.figures
        ]


def read(text: str, *, heading: bool = False) -> Read:
    figures = find_figures(text)
    clauses = tuple(
        Clause(
            number,
            found.start(),
            found.end(),
            found.group(),
            None,
            heading,
            tuple(index for index, figure in enumerate(figures) if found.start() <= figure.start < found.end()),
            cut_passages(found.group())[0].language,
        )
        for number, found in enumerate(_CLAUSE.finditer(text))
    )
    return Read(clauses, figures, measure_clauses(text, clauses, figures))


def metrics(text: str) -> list[str]:
    return [one.metric or "" for row in read(text).measures for one in row]


def _cases() -> list[pytest.param]:  # type: ignore[valid-type]  # pytest offers no public name for the type
    blocks = CASES.read_text(encoding="utf-8").split("=== ")[1:]
    params = []
    for block in blocks:
        label, text, *lines = block.strip().split("\n")
        expected = []
        for line in lines:
            found = _EXPECTED.match(line)
            assert found, f"cannot read the case line {line!r}"
            expected.append(Named(found["metric"], tuple(found["figures"].split(" / ")), found["indicator"]))
        known = label.startswith("known failure")
        marks = [pytest.mark.xfail(strict=True, reason=label)] if known else []
        params.append(pytest.param(text, expected, id=re.sub(r"\W+", "_", label), marks=marks))
    return params


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_prose_of_the_genre_is_read(text: str, expected: list[Named]) -> None:
    assert read(text).named() == expected


def test_a_change_and_a_rank_belong_to_the_quantity_before_them() -> None:
    measured = read("规模工业总产值增长16.5%,南通第一。").measures[0]

    assert [(one.metric, one.figures) for one in measured] == [("规模工业总产值", (0, 1))]
    assert measured[0].figure_metrics == ((1, "规模工业总产值南通排名"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "税收增长5%，营业收入达到500万元以上的，同比增长8%，给予10万元奖励。",
            [("税收", ((1, "营业收入"),)), ("奖励", ())],
            id="before_a_figure_of_what_was_told",
        ),
        pytest.param(
            "罚款金额在15万元以下的，甲、乙分别奖励5万元、6万元、7万元，另补助8万元。",
            [(None, ((0, "罚款金额"),)), ("补助", ())],
            id="before_a_list_that_does_not_match",
        ),
    ],
)
def test_a_threshold_gives_its_name_to_no_later_measure(text: str, expected: list[tuple[str | None, tuple[tuple[int, str], ...]]]) -> None:
    (measured,) = read(text).measures
    assert [(one.metric, one.figure_metrics) for one in measured] == expected


def test_a_level_and_its_change_are_one_measure() -> None:
    assert read("地区生产总值684.66亿元,增长1.6%").named() == [Named("地区生产总值", ("684.66亿元", "1.6%"), "gdp")]


def test_what_moves_another_quantity_is_told_with_whose_effect_it_is() -> None:
    text = "第一产业实现增加值47亿元，增长4.4%，拉动生产总值增长0.1个百分点；建筑业拉动全市经济增长0.2个百分点，负向拉动投资0.3个百分点。"
    rows = [(one.metric, one.figure_metrics) for row in read(text).measures for one in row]

    assert rows == [
        ("第一产业增加值", ()),
        ("第一产业拉动生产总值增长", ()),
        ("建筑业拉动全市经济增长", ()),
        ("建筑业拉动投资", ()),
    ]


def test_what_came_closer_or_rose_since_the_same_time_is_told_of_the_quantity() -> None:
    text = "工业增加值下降0.8%，降幅比同期收窄2.6个百分点；固定资产投资增长6%，增速比同期提高3个百分点；服务业比重比同期提高8.5个百分点。"
    assert metrics(text) == ["工业增加值", "固定资产投资", "服务业比重"]


def test_a_rank_in_whatever_rows_of_places_is_that_of_the_quantity_before() -> None:
    (measured,) = read("财政收入增速达30%,跃居全国省级财政第一,规模达到2727亿元,上升至国内城市第三位。").measures
    assert [(one.metric, one.figure_metrics) for one in measured] == [
        ("财政收入增速", ((1, "财政收入增速全国省级财政排名"),)),
        ("财政收入", ((3, "财政收入国内城市排名"),)),
    ]


def test_parts_told_behind_semicolons_are_parts_of_the_same_whole() -> None:
    text = "财政支出完成227亿元,增加19亿元,增长9%。其中:市本级完成44亿元;市辖区完成49亿元;各县完成133亿元。水利投资完成5亿元。"
    assert metrics(text) == ["财政支出", "市本级支出", "市辖区支出", "各县支出", "水利投资"]


def test_how_much_of_a_goal_in_figures_was_completed_is_named_so() -> None:
    (measured,) = read("税收收入112446万元,完成年初预算207380万元的54.22%。").measures
    assert dict(measured[0].figure_metrics)[2] == "税收收入目标任务完成率"


def test_men_and_women_are_parts_of_the_population_before() -> None:
    assert metrics("年末户籍人口21万人。其中,男10万人,女11万人。") == ["户籍人口", "男性户籍人口", "女性户籍人口"]


def test_what_remains_after_a_project_was_split_is_counted_again() -> None:
    assert metrics("安排重点建设项目444项(打包项目拆分后共569项)。") == ["安排重点建设项目"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("设立规模不低于1亿元的产业引导基金。", ["产业引导基金规模"], id="a_fund"),
        pytest.param("首期规模50亿元的云山创业投资基金签约落地。", ["云山创业投资基金首期规模"], id="its_first_part"),
        pytest.param(
            "货物进出口总额9万亿元,贡献了全国24%的增量。",
            ["货物进出口总额", "货物进出口总额对全国增量的贡献占比"],
            id="a_part_of_all_growth",
        ),
        pytest.param(
            "设立规模不低于1亿元的产业引导基金。全市贡献了全国24%的增量。",
            ["产业引导基金规模", "全国增量的贡献占比"],
            id="a_part_that_the_place_itself_has",
        ),
        pytest.param("进出口增长9%,投资增长4%。", ["进出口", "投资"], id="investment_beside_trade"),
        pytest.param("消费增长7%、投资增长2%。", ["消费", "投资"], id="investment_beside_consumption"),
        pytest.param("服务业增加值增长6%。出口增长10%。", ["服务业增加值", "出口"], id="exports_behind_a_sector"),
        pytest.param("服务业比重要达到40%以上。", ["服务业比重"], id="a_share_that_is_to_be_reached"),
        pytest.param("经营主体总量达20万户,其中企业9万户。", ["经营主体总量", "经营主体中企业"], id="firms_among_market_entities"),
        pytest.param(
            "新建改扩建及维修改造公办幼儿园20所、普通高中4所。",
            ["新建改扩建及维修改造公办幼儿园", "新建改扩建及维修改造普通高中"],
            id="verbs_joined_by_及",
        ),
        pytest.param("安排20亿元技改专项资金支持44个技改项目。", ["安排技改专项资金", "支持技改项目"], id="money_and_what_it_supports"),
        pytest.param(
            "重点项目共30项,其中:新建项目9项(省级6项、市级3项)。总投资519亿元。",
            ["重点项目", "新建项目", "省级新建项目", "市级新建项目", "重点项目总投资"],
            id="levels_in_brackets_and_the_whole",
        ),
        pytest.param("全县重点工程进展顺利,完成投资77亿元。", ["重点工程完成投资"], id="how_it_goes"),
        pytest.param("五大类指标实现程度超过93%,各县区均突破90%。", ["五大类指标实现程度", "各县区五大类指标实现程度"], id="each_place"),
        pytest.param("5条总长51公里的山区道路竣工通车。", ["山区道路"], id="so_many_so_long_together"),
        pytest.param("完成全长19公里的滨江路改造工程。", ["完成滨江路改造工程"], id="so_long"),
        pytest.param("完成了59个示范点的建设工作。", ["示范点建设"], id="the_work_of"),
        pytest.param("有38个项目未入库。", ["未入库的项目"], id="what_is_not"),
        pytest.param("组织人员上路巡查240天3000人次。", ["组织人员上路巡查"], id="for_so_many_days"),
        pytest.param("推进2500余公里3460个入河排污口排查整治。", ["推进入河排污口排查整治"], id="an_extent_and_a_count"),
        pytest.param("东山区实现区级一般公共预算收入28亿元。", ["东山区区级一般公共预算收入"], id="came_to"),
        pytest.param("完成64块提示标志及24个减速道钉安装。", ["完成提示标志安装", "完成减速道钉安装"], id="what_is_done_to_both"),
        pytest.param("选择11个县探索片区化振兴。", ["探索片区化振兴的县"], id="those_chosen_to_try"),
    ],
)
def test_names_are_whole(text: str, expected: list[str]) -> None:
    assert metrics(text) == expected


def test_a_place_that_both_hold_is_told_of_both() -> None:
    (measured,) = read("研发人员达15万人、高技能人才达84万人，均居全国首位。").measures
    assert measured[1].figure_metrics == ((2, "研发人员、高技能人才全国排名"),)


def test_the_dead_are_those_of_the_accident_told_before() -> None:
    assert metrics("全县发生安全生产事故3起,死亡4人。") == ["安全生产事故", "安全生产事故死亡"]


def test_a_rule_that_was_brought_out_is_no_owner_of_the_money_paid() -> None:
    assert metrics("出台了《扶贫奖补办法》,共发放奖补资金1489万元。") == ["发放奖补资金"]


def test_town_and_country_may_be_parted_by_a_mark() -> None:
    assert metrics("城、乡居民人均可支配收入分别为22694元、9527元。") == ["城镇居民人均可支配收入", "农村居民人均可支配收入"]


def test_two_of_the_three_industries_may_be_named_as_one() -> None:
    assert metrics("一三产业比重分别提高0.9、5.9个百分点，一二产业投资分别增长2%、3%。") == [
        *("第一产业比重", "第三产业比重"),
        *("第一产业投资", "第二产业投资"),
    ]


def test_what_became_of_things_since_then_is_one_measure() -> None:
    assert read("农机合作社由十年前的不足百个发展到目前的735个。").named() == [Named("农机合作社", ("百个", "735个"), None)]


def test_prices_of_classes_are_named_as_prices() -> None:
    assert metrics("八大类消费品价格四升四降：食品烟酒类上涨2%，居住类上涨0.5%；衣着类下降1%。") == [
        "食品烟酒类价格",
        "居住类价格",
        "衣着类价格",
    ]


def test_a_list_told_with_each_is_handed_out() -> None:
    assert metrics("城镇、农村居民人均可支配收入分别增长5.1%、6.9%。") == ["城镇居民人均可支配收入", "农村居民人均可支配收入"]


def test_an_industry_with_a_conjunction_in_its_name_is_one_member() -> None:
    text = "信息传输、软件和信息技术服务业,批发和零售业分别同比增长6.4%和15.7%。"

    assert metrics(text) == ["信息传输、软件和信息技术服务业", "批发和零售业"]


def test_the_verb_of_a_list_holds_for_its_members() -> None:
    text = "新签约并注册总投资超5亿元内资项目206个、外资项目59个、科创项目288个。"

    assert metrics(text) == ["新签约并注册总投资超5亿元内资项目", "新签约并注册外资项目", "新签约并注册科创项目"]


def test_a_size_joins_the_count_it_belongs_to() -> None:
    assert read("签约亿元以上项目86个").named() == [Named("签约亿元以上项目", ("亿元", "86个"), None)]


def test_a_level_of_award_needs_the_thing_awarded() -> None:
    assert metrics("认定市级上云企业28家,其中省四星级8家。") == ["认定市级上云企业", "认定省四星级上云企业"]


def test_an_amount_without_owner_takes_the_subject_before_it() -> None:
    assert metrics("新增境外投资项目17个,投资额1.3亿美元、增长225%。") == ["新增境外投资项目", "境外投资项目投资额"]


def test_a_subject_is_taken_up_across_a_clause_end() -> None:
    assert metrics("完成进出口总额1003亿元；同比增长5.7%。") == ["进出口总额", "进出口总额"]


def test_a_subject_is_not_taken_up_across_paragraphs() -> None:
    assert metrics("完成进出口总额1003亿元。\n同比增长5.7%。")[1] != "进出口总额"


def test_a_piece_without_figures_can_be_the_subject() -> None:
    assert metrics("进一步降低中小微企业贷款利率，力争再下降10个基点。") == ["中小微企业贷款利率"]


def test_a_share_of_a_plan_joins_what_was_done() -> None:
    measured = read("省级重大项目完成投资161.7亿元,占年度计划52.2%；").measures[0]

    assert [one.metric for one in measured] == ["省级重大项目完成投资"]
    assert measured[0].figure_metrics == ((1, "省级重大项目完成投资占年度计划比重"),)


def test_a_goal_told_behind_the_parts_is_that_of_the_whole() -> None:
    measured = read("造林30万亩，其中飞播8万亩，完成任务的110%。").measures[0]
    assert [name for one in measured for _, name in one.figure_metrics] == ["造林目标任务完成率"]


def test_a_comparison_is_a_figure_of_what_is_compared() -> None:
    measured = read("规模以上服务业营业收入增长6.1%、高于全省0.9个百分点。").measures[0]

    assert [one.metric for one in measured] == ["规模以上服务业营业收入"]
    assert measured[0].figure_metrics == ((1, "规模以上服务业营业收入高于全省"),)


def test_a_line_of_progress_speaks_of_the_things_of_the_lines_before() -> None:
    assert metrics("1. 新建公办幼儿园4所，新增学位1080个。\n责任单位：县教育局\n进展情况：已建成2所。")[-1] == "建成公办幼儿园"


def test_a_line_of_its_own_does_not_speak_of_the_things_of_the_lines_before() -> None:
    assert metrics("1. 新建公办幼儿园4所。\n已建成2所。")[-1] == "建成"


def test_from_and_to_are_figures_of_one_measure() -> None:
    assert read("市级党政机构由62个精简至50个。").named() == [Named("市级党政机构", ("62个", "50个"), None)]


def test_how_far_things_have_come_is_a_measure_of_its_own() -> None:
    assert metrics("实施锅炉整治项目153项,已完成48项。") == ["实施锅炉整治项目", "完成锅炉整治项目"]


def test_things_counted_after_the_number_name_the_metric() -> None:
    assert metrics("30个项目列入省重大项目清单。") == ["列入省重大项目清单的项目"]


@pytest.mark.parametrize("heading", ["疫情防控坚决有力。", "一、上半年执行情况", "增长5%"])
def test_a_heading_measures_nothing(heading: str) -> None:
    assert read(heading, heading=True).measures == ((),)


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        pytest.param("推进“政经分开”改革。", "推进“政经分开”改革", id="a_short_clause_is_its_own_name"),
        pytest.param("面对复杂形势，扎实推进农村人居环境整治。", "推进农村人居环境整治", id="preambles_are_passed_over"),
        pytest.param(
            "依托城市算力网络，统筹整合闲置机房，构建覆盖城乡的公共数据服务平台，提升服务能力。",
            "构建覆盖城乡的公共数据服务平台",
            id="what_is_set_up_comes_before_what_leads_up_to_it",
        ),
        pytest.param(
            "建设布局合理、功能完备、集约高效、绿色低碳、安全可靠、面向乡村的快递物流服务体系。",
            "建设快递物流服务体系",
            id="a_long_piece_keeps_its_verb_and_noun",
        ),
        pytest.param("白水大桥全线建成通车，两岸群众出行更加便利。", "白水大桥全线建成通车", id="what_was_reached"),
        pytest.param("不得擅自改变耕地用途。", "不得擅自改变耕地用途", id="what_is_forbidden"),
        pytest.param("3.加快构建现代产业体系，壮大实体经济。", "加快构建现代产业体系", id="numbers_of_tasks_fall_away"),
    ],
)
def test_a_clause_without_figures_has_a_name(text: str, metric: str) -> None:
    measured = read(text).measures[0]

    assert [one.figures for one in measured] == [()]
    named = measured[0].metric or ""
    assert named == metric


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("全市上下坚持稳中求进。", id="a_slogan"),
        pytest.param("只有夯实基础，才能行稳致远。", id="halves_of_a_sentence"),
        pytest.param("在各方面的共同努力下，为下一步工作奠定了基础。", id="what_leads_up_to_something"),
    ],
)
def test_what_names_nothing_has_no_name(text: str) -> None:
    assert [one.metric for one in read(text).measures[0]] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("经营者应当自收到通知之日起5个工作日内答复。", ["通知答复时限"], id="a_time_limit_is_named_for_its_deed"),
        pytest.param("部门应当在3个工作日内将目录报送主管部门。", ["目录报送时限"], id="and_for_what_it_is_done_to"),
        pytest.param("经营者收到通知之日起5个工作日内，可以申诉。", [None], id="a_rule_is_no_name"),
        pytest.param("经营单位应当建立风险管控台账，及时上报。", ["建立风险管控台账"], id="whose_duty_it_is_is_no_name"),
        pytest.param("平台由市数据部门组织验收。", ["组织验收"], id="nor_is_who_does_it"),
        pytest.param("科技部、教育部联合开展科学素质提升行动。", ["开展科学素质提升行动"], id="nor_are_those_who_do_it_together"),
        pytest.param("刑事、治安案件分别下降5%、8%。", ["刑事案件", "治安案件"], id="cases_are_shared"),
        pytest.param(
            "船舶、汽车、航空行业增加值分别增长1%、2%、3%。", ["船舶行业增加值", "汽车行业增加值", "航空行业增加值"], id="an_industry_too"
        ),
        pytest.param("清洁能源装机占比54%、发电量占比51%。", ["清洁能源装机占比", "清洁能源发电量占比"], id="shares_of_the_same_owner"),
        pytest.param("机构进行了较大精简，精简后为18个。", ["机构"], id="after_what_was_done_to_it"),
        pytest.param("预期性指标19项。", ["预期性指标"], id="a_word_that_belongs_to_its_name"),
        pytest.param("平均增速由原定的6%调高到8%。", ["平均增速"], id="raised_to_is_a_verb"),
        pytest.param(
            "防城港30万吨级进港航道一期、龙滩水电站1000吨级通航设施、邕北灌区等项目开工。",
            ["防城港进港航道一期", "龙滩水电站通航设施"],
            id="sizes_inside_a_list_of_works",
        ),
        pytest.param("城市管网改造扎实推进。", ["城市管网改造"], id="how_it_goes_on_is_no_name"),
        pytest.param("剔除价格因素后增长4.2%，税收占比78%。", [None, "税收占比"], id="what_is_left_out_is_no_name"),
        pytest.param("合作社今年九月已经发展到310个，预计秋收时将达400个以上。", ["合作社"], id="a_time_is_no_name"),
        pytest.param("公路通车里程今年将达6200公里。", ["公路通车里程"], id="nor_is_it_part_of_one"),
        pytest.param("投资3亿元的云岭农贸市场主体完工。", ["云岭农贸市场投资"], id="money_is_named_for_what_it_pays"),
        pytest.param("确保青山300万吨煤炭洗选项目建成。", ["青山煤炭洗选项目建成"], id="a_capacity_is_part_of_its_project"),
        pytest.param(
            "安排重点项目61个，其中，工业类20个、农业类15个。",
            ["安排重点项目", "安排工业类重点项目", "安排农业类重点项目"],
            id="kinds_are_kinds_of_the_whole",
        ),
        pytest.param("自来水、卫生厕所普及率超过98%、85%。", ["自来水普及率", "卫生厕所普及率"], id="an_and_inside_a_word_parts_nothing"),
        pytest.param("工业、制造业、工业技改投资分别增长9%、13%、6%。", ["工业投资", "制造业投资", "工业技改投资"], id="only_the_last_s"),
        pytest.param("稻谷收购价每50公斤提高7元。", ["稻谷收购价"], id="of_how_much_is_no_figure"),
        pytest.param("210项年度改革任务基本完成。", ["完成的年度改革任务"], id="tasks_of_a_year_are_counted"),
        pytest.param("设备数控化率、研发工具普及率分别达到69%和85%。", ["设备数控化率", "研发工具普及率"], id="each_rate_is_its_own"),
        pytest.param("出口从7月开始回升，全年达到190亿美元。", ["出口"], id="since_when_is_no_part_of_a_name"),
        pytest.param("全区生产总值达420亿元、稳居全市前三位、增长6%。", ["生产总值"], id="where_it_stands_is_no_name"),
        pytest.param("云岭电厂二期建成投产、总装机达120万千瓦。", ["云岭电厂二期总装机"], id="what_is_told_whole_before_is_no_part"),
        pytest.param("预算改革优化支出结构、清收闲置资金3亿元。", ["清收闲置资金"], id="nor_is_another_deed"),
        pytest.param("清理单笔20万元以下拖欠账款。", ["清理拖欠账款"], id="how_big_each_is_does_not_cut_a_name"),
        pytest.param("抓好总投资300亿元的45个市重点项目。", ["市重点项目总投资", "市重点项目"], id="money_of_things_that_are_counted"),
        pytest.param("新增3家千亿级、9家百亿级制造企业。", ["新增千亿级制造企业", "新增百亿级制造企业"], id="classes_share_their_things"),
        pytest.param("启动了60个调整改造项目。", ["启动调整改造项目"], id="a_verb_that_begins_a_name"),
        pytest.param("长达300公里的输水管道全线贯通。", ["全线贯通的输水管道"], id="how_long_is_no_name"),
        pytest.param("医改试点扩大到12个市。", ["医改试点扩大到的市"], id="where_it_holds_now"),
        pytest.param("加强公租房建设，市财政安排资金8亿元。", ["公租房建设市财政安排资金"], id="money_with_its_purpose"),
        pytest.param("中央财政还将安排90亿元。", ["中央财政安排资金"], id="who_pays_is_no_name"),
        pytest.param("中央财政拟投入70亿元用于稳定就业。", ["稳定就业中央财政投入"], id="meaning_to_pay_is_no_name"),
        pytest.param("省财政投入资金6亿元，补贴农机购置、秸秆还田。", ["农机购置等补贴省财政投入资金"], id="money_that_helps"),
        pytest.param("县财政安排4亿元，解决乡村教师住房问题。", ["乡村教师住房县财政安排资金"], id="money_that_solves"),
        pytest.param("统筹36亿元支持巩固拓展脱贫成果。", ["巩固拓展脱贫成果资金"], id="paying_alone_is_no_name"),
        pytest.param("整合涉农资金5亿元用于水渠修建。", ["水渠修建涉农资金"], id="nor_is_it_of_a_kind_of_money"),
        pytest.param("全省教育支出90亿元，其中省级财政支出30亿元。", ["全省教育支出", "省级财政教育支出"], id="who_bears_how_much_of_it"),
        pytest.param(
            "进一步提高杂粮收购价，黄豆、绿豆每斤分别提高3角和2角，高粱每斤提高5分钱。",
            ["黄豆收购价", "绿豆收购价", "高粱收购价"],
            id="things_alone_have_the_price_told_before",
        ),
        pytest.param("接待游客、实现旅游花费分别增长7%、9%。", ["接待游客", "实现旅游花费"], id="guests_spend_in_another_name"),
        pytest.param(
            "城北机场通航，累计发送旅客60万人次、运输货物3万吨。",
            ["城北机场发送旅客", "城北机场运输货物"],
            id="who_carries_guests_and_goods",
        ),
        pytest.param("茶叶产值达9亿元，精深加工率85%。", ["茶叶产值", "茶叶精深加工率"], id="a_rate_of_processing_has_its_product"),
        pytest.param(
            "文旅产业增加值增长7%，对服务业增长贡献率30%。", ["文旅产业增加值", "文旅产业对服务业增长贡献率"], id="what_has_an_effect"
        ),
        pytest.param("分级诊疗制度在40%的社区医院实施。", ["实施分级诊疗制度的社区医院占比"], id="where_something_is_carried_out"),
        pytest.param("长期护理保险试点范围扩大到20%的县。", ["长期护理保险试点县占比"], id="a_scope_that_widens"),
        pytest.param("鼓励企业改造设备，支持80个技改项目。", ["支持技改项目"], id="who_is_called_upon_does_not_do_it"),
        pytest.param("应对8轮强降雨、抗御台风。", ["应对强降雨"], id="only_what_is_counted"),
        pytest.param("合同首付款比例提高至合同总额的20%。", ["合同首付款比例"], id="of_what_it_is_a_part"),
        pytest.param("开展大规模节能改造，实施90个技改项目。", ["实施技改项目"], id="two_deeds_are_not_one"),
        pytest.param("东湖高新区在省级高新区综合考核评价中居第2位。", ["东湖高新区省级高新区综合考核评价排名"], id="where_it_was_ranked"),
        pytest.param(
            "市场主体稳中向好。总量达9万户，新登记1万户。",
            ["市场主体", "市场主体总量", "新登记市场主体"],
            id="what_the_sentence_before_is_about",
        ),
        pytest.param("以旧换新带动限上家电、家具零售额分别增长5%、7%。", ["限上家电零售额", "限上家具零售额"], id="above_one_size"),
        pytest.param("规上工业增加值、固定资产投资分别增长5%、3%。", ["规上工业增加值", "固定资产投资"], id="a_size_of_one_only"),
        pytest.param("19家酿酒企业营业收入超10亿元。", ["营业收入超10亿元的酿酒企业"], id="how_big_the_counted_are"),
        pytest.param("12条重点产业链项目占比达84%。", ["重点产业链项目", "重点产业链项目占比"], id="a_share_of_all_is_no_size"),
        pytest.param("石化产业稳中向好，新装置投产。产值突破900亿元。", ["新装置投产", "石化产业产值"], id="the_industry_of_the_paragraph"),
        pytest.param("投资9亿元、全长13公里的沿江公路全线贯通。", ["沿江公路投资", "全线贯通的沿江公路"], id="what_so_long_a_work_cost"),
        pytest.param("在40%的县推行河长制。", ["推行河长制的县占比"], id="in_how_many_it_is_done"),
        pytest.param("底线是严守9亿亩耕地红线。", ["严守耕地红线"], id="behind_what_it_is"),
        pytest.param("布增加1倍，糖增加2倍。", ["布", "糖"], id="goods_of_one_character"),
        pytest.param("工业总产值（下同，不含手工业），在五年计划的前三年增加7亿元。", ["工业总产值"], id="what_stands_before_a_bracket"),
        pytest.param("完成任务，推进灾区学校重建。", ["推进灾区学校重建"], id="a_bare_deed_says_nothing"),
        pytest.param("培育新动能，以揭榜方式建设示范车间。", ["建设示范车间"], id="in_what_way_it_is_done"),
        pytest.param("为困难家庭发放蔬菜补贴9万元，冬季用煤补贴7万元。", ["发放蔬菜补贴", "冬季用煤补贴"], id="who_gets_it_keeps_the_deed"),
        pytest.param(
            "实施亿元以上项目90个，其中新开工40个、竣工30个。",
            ["实施亿元以上项目", "新开工亿元以上项目", "竣工亿元以上项目"],
            id="what_was_finished_of_them",
        ),
        pytest.param(
            "签约项目9个，合同引资30亿元，到位资金7亿元。", ["签约项目", "签约项目合同引资", "签约项目到位资金"], id="what_contracts_bring"
        ),
        pytest.param("城乡低保标准分别提高到每人每月700元、每人每年6000元。", ["城市低保标准", "农村低保标准"], id="each_in_its_own_span"),
        pytest.param("6个国控断面水质全部达标。", ["水质全部达标的国控断面"], id="of_what_it_is_said"),
        pytest.param("累计为30户小微企业提供贷款8亿元。", ["提供贷款的小微企业", "提供贷款"], id="for_whom_it_is_done"),
        pytest.param(
            "推动9个渔港项目早日开工，年内完成投资6亿元。", ["推动渔港项目早日开工", "渔港项目完成投资"], id="how_soon_is_no_name"
        ),
        pytest.param("2万户群众喜迁新居。", ["喜迁新居的群众"], id="who_moves"),
        pytest.param("60万元以上的村占比达36%。", ["60万元以上的村占比"], id="a_share_by_size"),
        pytest.param("居民消费价格指数为101，衣着类上涨2%。", ["居民消费价格指数", "衣着类价格"], id="a_class_of_prices"),
        pytest.param("机器人密度达到每万人90台。", ["机器人密度"], id="for_how_many"),
        pytest.param("本外币存款余额90亿元；贷款余额70亿元。", ["本外币存款余额", "本外币贷款余额"], id="its_counterpart"),
        pytest.param("连续第三年被评为“外贸强县”，港口扩能。", ["评为“外贸强县”"], id="a_title_held_again"),
        pytest.param("外贸进出口在对南国贸易下降3成的情况下增长9%。", ["对南国贸易", "外贸进出口"], id="under_what_circumstances"),
        pytest.param("劳动生产率从人均7万元提高到9万元。", ["劳动生产率"], id="each_one_is_no_part_of_where_it_started"),
        pytest.param(
            "单位地区生产总值能耗、用水量分别下降9%、7%。", ["单位地区生产总值能耗", "单位地区生产总值用水量"], id="of_how_much_product"
        ),
        pytest.param("省级会议费和业务经费分别压减8%、6%。", ["省级会议费", "省级业务经费"], id="of_one_level"),
        pytest.param("酿造、制药等产业增加值分别增长4%、6%。", ["酿造产业增加值", "制药产业增加值"], id="industries_stay_industries"),
        pytest.param("将酒店业现行11%的税率降至8%。", ["酒店业税率"], id="a_rate_and_what_it_came_to"),
        pytest.param("13支市级基金整合为科创、文旅2支基金。", ["市级基金"], id="so_many_made_into_fewer"),
        pytest.param("将12%的税率降至8%。", ["税率"], id="a_rate_of_nobody_in_particular"),
        pytest.param("90%以上的村集体收入超过20万元。", ["集体收入超过20万元的村占比"], id="of_how_many_it_is_true"),
        pytest.param(
            "淘汰炼焦产能9万吨、水泥20万吨、平板玻璃30万重量箱。",
            ["淘汰炼焦产能", "淘汰水泥产能", "淘汰平板玻璃产能"],
            id="capacity_closed",
        ),
        pytest.param("300万外来人口在县城落户。", ["在县城落户的外来人口"], id="where_they_settle"),
        pytest.param("从福利基金结余中拿出2亿元用于护理补贴。", ["护理补贴资金"], id="from_what_money_is_taken"),
        pytest.param("水产加工量质齐升，产销量居全省第2位。", ["水产加工产销量"], id="how_it_went_is_no_name"),
        pytest.param("推进市属国企专业化整合，营业收入增长8%。", ["市属国企营业收入"], id="what_is_done_with_firms"),
        pytest.param("用好90亿元引导基金。", ["引导基金"], id="what_is_made_use_of"),
        pytest.param("提高80万农村人口供水保障水平。", ["提高供水保障水平的农村人口"], id="whom_it_is_raised_for"),
        pytest.param("南港至北港段5米水深航道全线贯通。", ["南港至北港段航道水深"], id="what_of_it_is_so_deep"),
        pytest.param("改造9万人居住的棚户区。", ["棚户区涉及人口"], id="who_lives_there"),
        pytest.param("将12项收费项目的免征范围扩大到个人。", ["扩大免征范围的收费项目"], id="what_is_done_to_things_taken"),
        pytest.param("将比改革前减轻企业负担7亿元。", ["减轻企业负担"], id="than_before"),
        pytest.param("核桃、板栗产量稳定在全省1/4、1/3。", ["核桃产量占全省比重", "板栗产量占全省比重"], id="parts_of_all_one_each"),
        pytest.param("全县玉米亩均增产30公斤。", ["玉米亩均增产"], id="more_on_each_mu"),
        pytest.param("10万以上人口县实现敬老院全覆盖。", ["10万以上人口县实现敬老院全覆盖"], id="a_class_of_towns_is_no_figure"),
        pytest.param("举办3届茶博会、2届花卉博览会。", ["举办茶博会", "举办花卉博览会"], id="meetings_held_so_often"),
        pytest.param(
            "全省教育支出90亿元，其中中央财政补助30亿元，市县财政支出20亿元。",
            ["全省教育支出", "中央财政教育支出", "市县财政教育支出"],
            id="every_payer_bears_a_part_of_it",
        ),
        pytest.param("接待入境游客3万人次、旅游收入5亿元。", ["接待入境游客", "旅游收入"], id="guests_are_received_not_income"),
        pytest.param("城北班列开行90列，发送货物3万吨。", ["城北班列开行", "城北班列发送货物"], id="trains_that_run_carry_goods"),
        pytest.param("省政府公共投资80亿元。", ["省政府公共投资"], id="public_is_one_word"),
        pytest.param("农村养老保险启动，80万人参保。", ["农村养老保险参保人数"], id="people_take_part_in_what_was_told"),
        pytest.param("会议提出今年经济增长5%。", ["经济增长"], id="who_says_it_is_no_name"),
        pytest.param("民间投资逆势增长4%。", ["民间投资"], id="against_the_trend_is_no_name"),
        pytest.param("复制经验60项，通关效率稳居中部地区第1。", ["复制经验", "通关效率"], id="a_rank_of_its_own"),
        pytest.param("1.2万家企业实施改造，30个项目进入全国名录。", ["实施改造的企业", "进入全国名录的项目"], id="each_counts_its_own"),
        pytest.param(
            "新增就业、新增发放创业贷款分别完成年计划的110%、140%。",
            ["新增就业目标任务完成率", "新增发放创业贷款目标任务完成率"],
            id="two_whole_names_share_nothing",
        ),
        pytest.param("政府债务水平总体是可控的。", ["政府债务水平"], id="what_is_said_of_a_quantity"),
        pytest.param("落实《关于进一步支持和引导个体私营等非公有制经济健康持续发展的若干意见》。", [None], id="a_title_is_not_cut"),
        pytest.param("7万农民解决了饮水问题。", ["解决饮水问题的农民"], id="who_has_what_solved"),
        pytest.param("省财政投入9亿元，用于农村学校建设工程。", ["农村学校建设工程省财政投入"], id="money_with_what_it_is_used_for"),
        pytest.param("职校招生规模扩大到7万人，在校学生总数18万人。", ["职校招生规模", "职校在校学生总数"], id="numbers_of_one_owner"),
        pytest.param("关停500万千瓦小火电机组，明年关停100万千瓦。", ["关停小火电机组", "关停小火电机组"], id="the_same_deed_again"),
        pytest.param(
            "五年淘汰炼铁产能100万吨、炼钢产能50万吨，今年分别淘汰30万吨和15万吨。",
            ["淘汰炼铁产能", "淘汰炼钢产能"],
            id="the_same_deeds_again_one_each",
        ),
        pytest.param("经济增长达到或略高于9%。", ["经济增长"], id="or_somewhat_above"),
        pytest.param("生产总值剔除一次性因素后完成10亿元。", ["生产总值"], id="what_is_left_out_behind_a_name"),
        pytest.param("标准数量不宜少于5项。", ["标准数量"], id="ought_not_is_no_name"),
        pytest.param("重点抓好四件事。", [None], id="a_thing_says_nothing"),
        pytest.param(
            "推动重点高校、科研机构和骨干企业联合开展甲类算法、乙类算法等技术攻关。",
            ["联合开展甲类算法等技术攻关"],
            id="who_is_moved_is_no_member",
        ),
        pytest.param("各级主管部门制定配套办法。", ["制定配套办法"], id="those_who_act"),
        pytest.param("接待游客人次、出游总花费分别增长7%、5%。", ["接待游客人次", "出游总花费"], id="a_verb_of_its_own_quantity"),
        pytest.param("化工新项目投产，总产能达90万吨。", ["化工新项目总产能"], id="a_total_of_what_was_told"),
        pytest.param("生产总值跨越2个千亿元台阶，达到9千亿元。", ["生产总值"], id="steps_are_of_the_quantity"),
        pytest.param("提前实现翻两番的目标。", [None], id="doubled_what_nobody_says"),
        pytest.param("能够实现原定2030年生产总值比2010年翻两番的宏伟目标。", ["生产总值"], id="a_goal_is_no_thing_counted"),
        pytest.param("今年生产总值计划增长8%。", ["生产总值"], id="planned_to_grow"),
        pytest.param("大力发展电力工业，新增装机容量90万千瓦。", ["电力工业新增装机容量"], id="an_owner_without_its_verb"),
        pytest.param("20亿元换新补贴拉动消费215亿元。", ["换新补贴", "换新补贴拉动消费"], id="money_and_what_it_moved"),
        pytest.param("清洁能源装机规模9万千瓦、装机占比93%。", ["清洁能源装机规模", "清洁能源装机占比"], id="a_share_of_the_same_owner"),
        pytest.param("完成了5个行政村17公里的村巷硬化。", ["行政村", "村巷硬化"], id="an_extent_is_no_size"),
        pytest.param("钢产量前三年增加150万吨。", ["钢产量"], id="the_first_years_are_no_name"),
        pytest.param("以钢的产量来说，合计将达到630万吨。", ["钢的产量"], id="as_regards"),
        pytest.param("使用外资16亿美元、折合114亿元人民币。", ["使用外资"], id="the_same_in_other_money"),
        pytest.param("建设市场先行区等12个合作事项加快落地。", ["加快落地的合作事项"], id="a_verb_of_an_example"),
        pytest.param("道路建成通车，展厅投入使用，完成投资1亿元。", ["完成投资"], id="of_neither_of_two_things_told"),
        pytest.param("完成投资5亿元，建成保障性住房200套。", ["保障性住房完成投资", "建成保障性住房"], id="what_was_built_for_it"),
        pytest.param("投资1亿元的出口道路工程进展顺利。", ["出口道路工程投资"], id="how_far_it_is_is_no_name"),
        pytest.param(
            "为140位80岁以上低收入老人发放高龄补贴17万元。",
            ["发放高龄补贴的80岁以上低收入老人", "发放高龄补贴"],
            id="those_who_get_it_are_no_name",
        ),
        pytest.param("环卫人员补贴全年人均增长200元。", ["环卫人员补贴"], id="per_head_and_year"),
        pytest.param("有840人受益。居民收入，考虑价格因素实际增长9%。", ["受益人数", "居民收入"], id="an_aside_keeps_the_subject"),
        pytest.param("出口5亿元，进口3亿元。", ["出口", "进口"], id="imports_are_none_of_exports"),
        pytest.param("投入援助资金16亿元、实施项目795个。", ["投入援助资金", "实施项目"], id="money_is_no_size_of_what_is_counted_next"),
        pytest.param("3个医疗中心建设进展顺利。", ["医疗中心建设"], id="how_it_goes_stays_behind"),
        pytest.param("接入能力不低于20Mbps（比特/秒），光纤到户。", ["接入能力"], id="a_bracket_behind_a_figure_is_no_name"),
        pytest.param("市财政投入（万元）：3200；增幅（%）：4.1。", ["市财政投入", "市财政投入"], id="a_unit_in_brackets_is_no_name"),
        pytest.param("与2015年相比，居民收入增加910元，达到1826元。", ["居民收入"], id="what_it_is_compared_with_is_no_member_of_a_list"),
        pytest.param("去年建成公厕320座，今年将再建50座。", ["建成公厕", "建公厕"], id="more_of_the_same"),
        pytest.param("推动宏泰化工60万吨钾肥造粒、盐湖园区道路等建设。", [None], id="half_the_name_of_a_project_is_no_name"),
        pytest.param("部门将企业开办时限压缩到2天。", ["企业开办时限"], id="who_does_it_to_what"),
        pytest.param("新开工人才公寓30套、基本建成18套。", ["新开工人才公寓", "基本建成人才公寓"], id="how_far_the_same_things_have_come"),
        pytest.param("继续基本建成公租房50套、新开工70套。", ["基本建成公租房", "新开工公租房"], id="going_on_is_no_part_of_a_name"),
        pytest.param("全县平均每人占有果品六十斤，蔬菜二百斤。", ["人均占有果品", "人均占有蔬菜"], id="what_each_one_has"),
        pytest.param("渔民的纯收入，全省平均每人达到612元。", ["渔民人均纯收入"], id="each_ones_part_of_what_was_told"),
        pytest.param("又有80万人返乡创业。", ["返乡创业"], id="where_people_go_and_what_they_do"),
        pytest.param("90幢厂房拔地而起。", ["厂房"], id="how_it_looks_is_no_name"),
        pytest.param("新建的6个冷库全部投入使用。", ["新建冷库"], id="what_came_of_things_newly_built_is_no_name"),
        pytest.param("有力抵御5场台风、春旱和寒潮。", ["抵御台风"], id="only_the_first_of_several_blows_are_counted"),
        pytest.param("按不低于4%的幅度压减会议经费。", ["会议经费压减幅度"], id="the_rate_of_a_deed"),
        pytest.param("出口额90亿美元，继续位居沿海国家首位。", ["出口额"], id="a_rank_among_countries"),
        pytest.param("食盐在支出中所占的比重，在恢复时期由9%降低到6%。", ["食盐在支出中所占的比重"], id="the_subject_before_a_time"),
        pytest.param("减少1/3收费事项的目标已经实现。", ["收费事项"], id="what_was_cut_by_a_fraction"),
        pytest.param("水利支出40亿元，其中防汛9亿元。", ["水利支出", "防汛支出"], id="a_part_of_spending_is_spending"),
        pytest.param(
            "科研投入占生产总值3%，其中市级财政增长8%。",
            ["科研投入占生产总值比重", "市级财政科研投入"],
            id="a_part_of_what_has_a_share",
        ),
        pytest.param("高龄津贴月人均提高30元，惠及6万人。", ["高龄津贴", "高龄津贴惠及人数"], id="how_many_it_reaches"),
        pytest.param("培育2个超千亿、7个超百亿产业集群。", ["培育超千亿产业集群", "培育超百亿产业集群"], id="sizes_of_what_the_last_names"),
        pytest.param("建成干渠80公里，支渠210公里。", ["建成干渠", "建成支渠"], id="the_same_was_done_to_the_next"),
        pytest.param("城乡居民收入增长6%，收入比缩小到2.1。", ["城乡居民收入", "城乡居民收入比"], id="the_gap_between_town_and_country"),
        pytest.param("在粤院士达120名，在渝外资银行31家。", ["在粤院士", "在渝外资银行"], id="a_place_by_its_short_name"),
        pytest.param("为商户减税降费6亿元。", ["商户减税降费"], id="what_is_done_for_someone"),
        pytest.param("向县人大常委会报告专项工作9项。", ["报告专项工作"], id="to_whom_it_is_told"),
        pytest.param("首期20亿元乡村产业基金投运。", ["乡村产业基金"], id="the_first_sum_of_a_fund"),
        pytest.param("食糖消费要按上年实际数额核减5%。", ["食糖消费"], id="by_what_it_is_cut"),
        pytest.param("在60个县区进行养老服务试点。", ["进行养老服务试点的县区"], id="what_is_done_in_places"),
        pytest.param(
            "420个县开展农村大病保险试点，1.2亿人参保。",
            ["开展农村大病保险试点的县", "农村大病保险参保人数"],
            id="what_people_take_part_in",
        ),
        pytest.param(
            "新增甲市、乙市等卫生城市5个，总数达到17个。",
            ["新增卫生城市", "卫生城市总数"],
            id="the_total_is_not_of_the_examples",
        ),
        pytest.param(
            "5处煤矿建成试运转、新增产能300万吨。", ["建成试运转的煤矿", "煤矿新增产能"], id="what_was_done_before_a_comma_is_no_part"
        ),
        pytest.param("9个学科进入世界前千分之一。", ["进入世界前千分之一的学科"], id="how_far_in_front_by_a_fraction"),
        pytest.param("民营企业对就业增长贡献超70%。", ["民营企业对就业增长贡献率"], id="a_contribution_in_percent_is_a_rate"),
        pytest.param("柑橘产量稳定在全国1/5左右。", ["柑橘产量占全国比重"], id="a_part_of_the_whole_country"),
        pytest.param("一般转移支付大幅增加、专项转移支付项目减少三分之一。", ["专项转移支付项目"], id="what_is_told_before_is_no_part"),
        pytest.param("全面落实企业研发费用100%加计扣除政策。", ["落实企业研发费用加计扣除比例"], id="the_rate_of_a_rule"),
        pytest.param("中央对地方补助总额由90亿元增加到200亿元。", ["中央对地方补助总额"], id="who_gives_is_a_part_of_the_name"),
        pytest.param("投资、消费增速分别快于全国2个、1个百分点。", ["投资增速快于全国", "消费增速快于全国"], id="investment_is_no_deed"),
        pytest.param(
            "技改投资、外贸增速分别居全省第2、第5位。",
            ["技改投资增速全省排名", "外贸增速全省排名"],
            id="ranks_of_rates_told_once",
        ),
        pytest.param("外向度综合排名由第9位上升至第4位。", ["外向度综合排名"], id="a_ranking_is_a_part_of_the_name"),
        pytest.param("受理投诉90件、审结80件。", ["受理投诉", "审结投诉"], id="what_was_settled_of_what_came_in"),
        pytest.param("零售物价上升3%，其中粮食上升5%。", ["零售物价", "粮食价格"], id="a_part_of_prices_is_a_price"),
        pytest.param(
            "每百户农户家庭拥有电视机98台、摩托车60台。",
            ["每百户农户家庭拥有电视机", "每百户农户家庭拥有摩托车"],
            id="what_each_hundred_have",
        ),
        pytest.param("三年共培养本科毕业生9万人，研究生6000人。", ["培养本科毕业生", "培养研究生"], id="who_else_was_trained"),
        pytest.param(
            "各级财政加大对水利、林业的投入，全市财政支出8亿元。",
            ["水利、林业财政支出"],
            id="what_the_money_of_all_levels_is_for",
        ),
        pytest.param("外贸平台实现3种业态全覆盖。", ["外贸平台业态"], id="all_of_so_many_kinds"),
        pytest.param("目录覆盖采矿、选矿、冶炼3个环节。", ["目录覆盖环节"], id="examples_of_fields_are_no_name"),
        pytest.param("41项考核指标中有12项达到优秀等次。", ["考核指标", "达到优秀等次的考核指标"], id="of_which_so_many"),
        pytest.param("试点乡镇农户负担平均减轻20%。", ["试点乡镇农户负担"], id="a_burden_made_lighter"),
        pytest.param("依靠占人口90%以上的农民群众。", ["农民群众占人口比重"], id="whose_part_of_the_people_it_is"),
        pytest.param("筹措2亿元实施便民惠民工程。", ["便民惠民工程资金"], id="what_money_was_raised_for"),
        pytest.param("40个专科与省级医院同质发展。", ["专科"], id="with_whom_it_goes_is_no_name"),
        pytest.param("近九成的村庄通了公交。", ["通公交的村庄占比"], id="nine_tenths_are_a_share_too"),
        pytest.param("设立80亿元规模的种业基金。", ["设立种业基金"], id="how_big_a_fund_is"),
        pytest.param("门诊补助提高到60元，个人缴费相应提高20元。", ["门诊补助", "个人缴费"], id="what_rises_with_it"),
        pytest.param("第三个五年期间水运共新建150公里。", ["水运新建"], id="in_which_five_years"),
        pytest.param("古茶园申报世界遗产，6个项目列入省级保护名录。", ["列入省级保护名录的项目"], id="what_is_listed_needs_nothing_before"),
        pytest.param("培育2个超千亿、7个超五百亿产业集群。", ["培育超千亿产业集群", "培育超五百亿产业集群"], id="sizes_with_a_digit"),
        pytest.param("牛羊存栏分别增长4%、2%。", ["牛存栏", "羊存栏"], id="animals_written_as_one"),
        pytest.param(
            "批发业、软件和信息服务业营业收入分别增长7%、12%。",
            ["批发业营业收入", "软件和信息服务业营业收入"],
            id="an_industry_with_an_and_in_a_list_of_two",
        ),
    ],
)
def test_a_name_is_whole_or_none(text: str, expected: list[str | None]) -> None:
    assert [one.metric for row in read(text).measures for one in row] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In 2031, China's gross domestic product (GDP) surpassed 210 trillion yuan, an increase of 4.6 percent.",
            [("China's gross domestic product", 2, "gdp")],
            id="a_change_belongs_to_the_level_before_it",
        ),
        pytest.param(
            "Retail sales of consumer goods grew by 7.2 percent, and fixed-asset investment increased by 3 percent.",
            [("Retail sales of consumer goods", 1, "retail_sales"), ("fixed-asset investment", 1, "fixed_investment")],
            id="two_quantities_of_a_sentence",
        ),
        pytest.param(
            "The surveyed urban unemployment rate stood at 5.2 percent.",
            [("surveyed urban unemployment rate", 1, "surveyed_unemployment")],
            id="the_name_stands_before_the_verb",
        ),
        pytest.param(
            "Exports rose to 17 trillion yuan, registering an average annual growth of 5.2 percent.",
            [("Exports", 2, "exports")],
            id="a_growth_belongs_to_what_was_told_before",
        ),
        pytest.param(
            "Railway lines grew from 3,100 to 5,700 kilometers.",
            [("Railway lines", 2, None)],
            id="from_and_to_are_of_one_quantity",
        ),
    ],
)
def test_english_is_read(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(one.metric, len(one.figures), one.indicator) for one in read(text).named()] == expected


_GENRE = st.sampled_from(
    [
        *("增长", "下降", "其中", "，", "、", "；", "。", "\n", "（", "）", "(", ")", "“", "”", " ", "x"),
        *("5.1%", "206个", "1.3亿元", "第一", "8家", "亿元以上", "2022年", "1-5月"),
        *("全省", "分别", "城镇", "农村", "居民收入", "新增", "项目", "企业", "投资额", "总额"),
        *("占", "比重", "达", "由", "至", "的", "和", "同比"),
        *("GDP grew by ", "an increase of ", " units of ", "5 percent", "and "),
    ]
)


@settings(max_examples=150)
@given(st.lists(_GENRE, max_size=40).map("".join))
def test_each_figure_stands_in_exactly_one_measure_of_its_clause(text: str) -> None:
    reading = read(text)

    assert len(reading.measures) == len(reading.clauses)
    for clause, row in zip(reading.clauses, reading.measures, strict=True):
        assert sorted(number for one in row for number in one.figures) == list(clause.figures)
        for one in row:
            assert list(one.figures) == sorted(one.figures)
            assert {number for number, _ in one.figure_metrics} <= set(one.figures)
            assert len(one.metric or "") <= 80


def test_reading_the_same_text_twice_gives_the_same_measures() -> None:
    text = "新增境外投资项目17个,投资额1.3亿美元、增长225%。"

    assert read(text).measures == read(text).measures


def test_a_clause_may_come_without_any_name() -> None:
    assert [one.figures for one in read("5%").measures[0]] == [(0,)]


@pytest.mark.parametrize("piece", ["新增5亿元项目6个", "12.5%、", "8家企业", "（其中3个", "和7个"], ids=str)
def test_a_huge_clause_costs_no_more_than_its_length(piece: str) -> None:
    def cost(times: int) -> float:
        text = piece * times
        figures = find_figures(text)
        clause = Clause(0, 0, len(text), text, None, False, tuple(range(len(figures))))
        took: list[float] = []
        for _ in range(2):  # the better of two: what disturbs a measurement only ever makes it slower
            start = time.process_time()
            measure_clauses(text, (clause,), figures)
            took.append(time.process_time() - start)
        return min(took)

    cost(50)
    assert cost(4000) < 12 * max(cost(1000), 0.02)  # four times the text; a square would cost sixteen times as much


@pytest.mark.parametrize("module", ["phrases", "lists", "possessors"])
def test_the_examples_in_the_docstrings_are_true(module: str) -> None:
    results = doctest.testmod(importlib.import_module(f"reportsum.measures.{module}"))

    assert results.attempted
    assert not results.failed


def test_a_new_section_on_the_same_line_speaks_of_something_else() -> None:
    text = tomllib.loads((CASES.parent.parent / "outline" / "one_line.toml").read_text(encoding="utf-8"))["text"]
    heading = "（二）创新动能加快集聚。"
    text = text.replace(heading, f"农民人均纯收入达到13800元。{heading}累计投入资金3600万元。")
    items = digest(from_text(text, "city.txt"), Settings(engine="rules")).items()
    named = {figure.text: item.metric or "" for item in items for figure in item.figures}
    assert "农民" in named["13800元"]
    assert named["3600万元"] == ""  # nothing says what for


def test_who_is_spoken_to_and_how_one_looks_at_it_are_no_metric() -> None:
    assert metrics("各位代表，总的来看，项目建设扎实有序。") == ["项目建设扎实有序"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("基层治理水平明显提升。", "基层治理水平"),
        ("数字赋能实体经济的支撑作用显著增强。", "数字赋能实体经济的支撑作用"),
        ("支持和田玉石文化产业发展。", "支持和田玉石文化产业发展"),
        ("对平台经济新业态新模式，建立包容审慎的监管机制。", "建立包容审慎的监管机制"),
        ("攻克一批育种关键技术，提高种业核心竞争力。", "攻克一批育种关键技术"),
        ("云端办公、远程会诊等得到更加广泛应用。", "云端办公、远程会诊"),
        ("会同相关部门定期通报情况，建立水质监测制度。", "建立水质监测制度"),
    ],
)
def test_a_name_is_what_is_spoken_of_not_what_is_said_of_it(sentence: str, name: str) -> None:
    assert metrics(sentence) == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("推动农技普及。", "推动农技普及"),
        ("始终把保障饮水安全放在更加重要的位置。", "保障饮水安全"),
    ],
)
def test_a_word_is_not_cut_and_what_is_put_first_is_the_name(sentence: str, name: str) -> None:
    assert metrics(sentence) == [name]


def test_a_total_is_told_from_what_was_new() -> None:
    found = read("新增口袋公园12座，累计86座。")
    measure = found.measures[0][0]
    assert measure.metric == "新增口袋公园"
    assert measure.figure_metrics == ((1, "累计口袋公园"),)


def test_by_how_much_a_price_was_raised_is_a_change() -> None:
    raised = read("小麦、玉米收购价每50公斤分别提高6.5元和12元。").figures
    assert [figure.role for figure in raised] == ["change", "change"]
    assert read("低保标准每人每月再提高到720元。").figures[0].role == "level"


def test_one_of_several_aims_does_not_stand_for_the_sentence() -> None:
    assert metrics("让老人更安心，让孩子更快乐，河水年年清澈，街巷处处整洁，邻里和睦相处，生活环境越来越好，发展后劲十足。") == [""]


def test_a_sum_that_nothing_names_takes_no_name_from_the_sentence_before() -> None:
    assert metrics("完成渔港改造投资1.2亿元。投资900万元，使群众出行更加方便。") == ["渔港改造投资", ""]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("第八条 市数据主管部门应当编制数据发展规划，报市人民政府批准。", "编制数据发展规划"),
        ("申报主体须于10月28日前完成线上申报。", "完成线上申报"),
        ("供水单位应当对水质检测记录进行动态管理，做好更新工作。", "水质检测记录动态管理"),
        ("项目单位应当将检测目录纳入市共享平台。", "检测目录纳入市共享平台"),
        ("除另有规定外，镇人民政府不得新建数据中心。", "不得新建数据中心"),
        ("市工信局、市财政局联合市科技局组织开展示范行动。", "组织开展示范行动"),
        ("围绕新技术在园区中的应用开展标准试点工作。", "开展标准试点工作"),
    ],
)
def test_a_duty_is_named_for_what_it_asks_for(text: str, name: str) -> None:
    assert metrics(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "供水单位应当自情形发生之日起10个工作日内更新管网目录，并在3个工作日内将更新后的目录，报送主管部门。",
            ["更新管网目录时限", "更新后的目录报送时限"],
        ),
        ("主管部门应当自收到用水申请之日起7个工作日内答复。", ["用水申请答复时限"]),
        ("示范工厂有效期为3年。", ["示范工厂有效期"]),
        (
            "对营业收入首次突破10亿元、50亿元的企业，分别给予100万元、300万元一次性奖励。",
            ["营业收入首次突破10亿元奖励", "营业收入首次突破50亿元奖励"],
        ),
        ("对投资500万元以上的项目，按投资的10%给予补助。", ["投资项目补助占投资比例"]),
        ("对符合条件的贷款给予2个百分点贴息。", ["符合条件的贷款贴息"]),
        ("国有林场应当建立不少于15人的专业扑火队伍。", ["建立专业扑火队伍"]),
        ("情况复杂的，可以延长5个工作日。", ["延长期限"]),
        ("主管部门应当自收到申请之日起30日内作出决定，并于1个月内公布结果。", ["申请决定时限", "公布结果时限"]),
        ("对年度考核优秀的企业，给予10万元一次性奖励。", ["年度考核优秀的企业奖励"]),
        ("按照每千瓦200元的标准给予建设补贴。", ["每千瓦建设补贴"]),
        ("支持平台发布研发计划，单个研发项目最高支持500万元。", ["单个研发项目支持"]),
        ("山塘维修所需经费由市、县、乡三级财政按照4:3:3的比例分担。", ["山塘维修所需经费分担比例"]),
        ("对来县创业的博士团队，经认定，再给予80万元用于科学研究。", ["来县创业的博士团队科学研究资金"]),
        (
            "对实际投资1亿元或年纳税额500万元以上的项目，给予子女入学指标1名，每增加投资3000万元增加1名指标，同一企业当年度最多不超过5名。",
            ["子女入学指标", "增加子女入学指标"],
        ),
        ("根据完成情况，给予出题方最高100万元支持，给予揭榜方最高300万元支持。", ["出题方支持", "揭榜方支持"]),
        ("对首次认定的示范工厂，给予一次性奖励50万元，连续认定的每次给予10万元奖励。", ["首次认定的示范工厂奖励", "连续认定奖励"]),
        (
            "对取得证书的技师给予奖励，单人最高2万元，每家企业给予最高不超过20万元支持。",
            ["取得证书的技师单人奖励", "每家企业支持"],
        ),
        (
            "对共建农机学院、园艺学院、水产学院、林业学院、食品学院等特色学院的企业，给予最高80万元分阶段资助。",
            ["共建特色学院的企业分阶段资助"],
        ),
        ("对出口企业，每增加1亿美元出口，奖励5万元，最高不超过100万元。", ["出口企业奖励"]),
        ("逾期不改正的，处以1万元以上3万元以下罚款。", ["逾期不改正罚款"]),  # one range, named for what it punishes
        (
            "对超过300万元的服务采购项目中适宜由小企业提供的，严格按规定预留该部分采购项目预算总额的40%以上专门面向小企业采购。",
            ["面向小企业预留采购项目预算比例"],
        ),
        ("第十三条 市财政每年安排充电设施专项资金2000万元。", ["安排充电设施专项资金"]),
        ("甲市、乙市推荐的优秀场景和示范工厂分别不超过30个和10个。", ["优秀场景", "示范工厂"]),
    ],
)
def test_a_term_is_named_for_what_it_limits(text: str, names: list[str]) -> None:
    assert metrics(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("供水单位申请使用数据的，应当通过市共享平台提交数据使用申请。", "提交数据使用申请"),
        ("行业主管部门和各地方结合实际细化社会资本参与的具体要求，由审批部门按权限审核参与情况。", "细化社会资本参与的具体要求"),
        ("对于没有明确归属的示范园区，先期由市水务局进行监管和指导。", "没有明确归属的示范园区监管和指导"),
        ("各市要在2025年6月底前制定实施细则。", "制定实施细则"),
        ("各级农牧部门要高度重视，积极协调将奶业纳入地方发展规划。", "协调将奶业纳入地方发展规划"),
        ("要抓紧制定鼓励生态搬迁的住房置换、草场流转、子女就近入学等具体政策措施。", "制定住房置换、草场流转、子女就近入学等具体政策措施"),
        ("各乡镇要认真贯彻落实县教育局、县公安局《关于加强校车管理的通知》，建立会商机制。", "贯彻落实《关于加强校车管理的通知》"),
        ("积极支持更多符合条件的供水投资项目发行水利设施领域不动产投资信托基金（REITs）。", "发行水利设施领域不动产投资信托基金（REITs）"),
        ("意见不一致的，由市水务局会同有关部门协调处理。", "协调处理"),
        ("在工程机械、纺织服装等行业培育数据驱动的新业态。", "培育数据驱动的新业态"),
        ("将示范项目技术装备优先纳入支持范围。", "示范项目技术装备优先纳入支持范围"),
    ],
)
def test_what_is_done_behind_a_lead_up_is_the_name(text: str, name: str) -> None:
    assert metrics(text) == [name]


def test_a_change_told_behind_a_number_of_firms_is_of_their_quantity() -> None:
    assert read("规模以上工业企业达1203家、增加值增长6.5%。").named() == [
        Named("规模以上工业企业", ("1203家",), "industrial_enterprises"),
        Named("规模以上工业增加值", ("6.5%",), "industry_value_added"),
    ]
    assert metrics("规模以上服务业企业达300家、营业收入增长4%。") == ["规模以上服务业企业", "规模以上服务业企业营业收入"]
    assert metrics("高新技术企业达900家、增长12%。") == ["高新技术企业"]
    assert metrics("科技型中小企业达900家、数量增长12%。") == ["科技型中小企业"]


@pytest.mark.parametrize("held", ["跃居", "晋居", "升至", "跃升到", "位居"])
def test_the_verb_of_a_rank_is_no_part_of_its_name(held: str) -> None:
    measured = read(f"风电装机容量890万千瓦、{held}全省第二。").measures[0]

    assert [one.figure_metrics for one in measured] == [((1, "风电装机容量全省排名"),)]


def test_what_stands_behind_the_last_place_is_told_of_each() -> None:
    assert metrics("杭州、宁波地铁日均客流量分别达300万、90万人次。") == ["杭州地铁日均客流量", "宁波地铁日均客流量"]
    assert metrics("武汉市、宜昌市港口年最大吞吐量分别达120万、95万标箱。") == ["武汉市港口年最大吞吐量", "宜昌市港口年最大吞吐量"]


def test_what_is_provided_for_somebody_is_named_without_the_verb() -> None:
    assert metrics("为小微企业提供2亿元以上的增信担保。") == ["小微企业增信担保"]


def test_a_share_set_aside_keeps_whose_it_is() -> None:
    assert metrics("政府采购货物面向小微企业的预留份额达35%以上。") == ["政府采购货物面向小微企业的预留份额"]


def test_the_name_of_what_is_counted_next_is_no_part_of_what_is_counted() -> None:
    text = "推进东环改造等6条城市道路项目和南陵等3个在建水库项目加快建设。"

    assert metrics(text) == ["城市道路项目", "在建水库项目"]


def test_things_told_by_their_class_alone_take_their_name_from_the_last_of_the_list() -> None:
    assert metrics("加快推进江口电厂等12个百亿元、70个30亿元以上项目。") == ["百亿元项目", "30亿元以上项目"]


def test_what_guides_a_deed_is_no_part_of_its_name() -> None:
    assert metrics("围绕产业需求布局建设6条铁路支线。") == ["建设铁路支线"]
    assert metrics("聚焦群众需要改造5所学校。") == ["改造学校"]


def test_what_is_measured_once_a_thing_stands_is_named_without_when() -> None:
    assert metrics("二期项目投产后可实现年产值20亿元。") == ["二期项目年产值"]


def test_the_first_of_its_kind_is_named_by_what_it_is_the_first_in() -> None:
    assert metrics("海州港成为全省第2个吞吐量超亿吨的港口。") == ["海州港吞吐量"]


def test_a_piece_that_only_says_when_is_no_name() -> None:
    assert "二期项目投产后" not in metrics("二期项目投产后，在奖励中抵扣5%的补助。")


def test_what_is_provided_for_several_deeds_is_not_torn_out_of_them() -> None:
    assert metrics("为企业项目建设、品种选育和申报提供全过程服务。") == ["提供全过程服务"]


def test_a_rank_leapt_to_is_named_by_what_is_ranked() -> None:
    assert metrics("快递业务量跃升全国第三。") == ["快递业务量"]


def test_names_are_not_cut_inside_a_word() -> None:
    assert metrics("六成的毕业生就读普通高中。") == ["就读普通高中的毕业生占比"]
    assert metrics("3万名学生赴首都参加研学活动。") == ["赴首都参加研学活动的学生"]
    assert metrics("地表水、近岸海域水质达标率分别为96%、99%。") == ["地表水水质达标率", "近岸海域水质达标率"]
    assert metrics("和田地区矿业权出让收益60亿元。") == ["和田地区矿业权出让收益"]


def test_what_has_spread_is_the_owner_of_what_follows() -> None:
    assert metrics("普查发现71种新记录。电动客车市场渗透率全省第一，保有量突破5万辆。")[1:] == ["电动客车市场渗透率", "电动客车保有量"]


def test_a_tally_that_does_not_say_which_takes_the_first_that_was_named() -> None:
    assert metrics("实施人才引进、产业带动等8项行动。") == ["实施人才引进等行动"]
    assert metrics("85%的改革试点任务落地实施。") == ["改革试点任务落地率"]


def test_goods_listed_with_an_output_are_an_output() -> None:
    assert metrics("粮食总产9亿斤，蔬菜2万吨，水产品3万吨。") == ["粮食总产", "蔬菜产量", "水产品产量"]
    assert metrics("出口蔬菜2万吨，水产品3万吨。")[-1] != "水产品产量"


def test_the_voltage_of_a_line_in_a_list_is_told_of_the_line() -> None:
    text = "东湖750千伏输变电工程等53个重大项目建成投运。"
    assert metrics(text) == ["建成投运的重大项目"]
    report = digest(f"青屏市2024年政府工作报告\n一、2024年工作回顾\n{text}\n二、2025年工作安排\n新建泊位9个。\n")
    told = {figure.text: figure.metric for item in report.achievements for figure in item.figures}
    assert told["750千伏"] == "东湖输变电工程"


def test_the_levels_of_an_income_have_it_too() -> None:
    assert metrics("财政收入9亿元，其中：市本级5亿元，县区4亿元。") == ["财政收入", "市本级收入", "县区收入"]


def test_a_word_or_place_that_begins_like_a_joint_stays_whole() -> None:
    assert [tidy(name) for name in ("和谐社区", "及时救助率", "和静县产值", "和产值")] == ["和谐社区", "及时救助率", "和静县产值", "产值"]


def test_no_word_is_torn_at_a_names_end() -> None:
    assert metrics("住房制度不断健全，覆盖面逐步扩大，2024年底达到12.5%。") == ["覆盖面"]
    assert metrics("不良贷款率从2023年底的1.4%下降到去年底的1.3%。") == ["不良贷款率"]
    assert metrics("一卡通办事项增至80项。主动应对外部冲击，着力拓市场，出口逆势增长17%。")[-1] == "出口"
