"""What a fact says besides its figures, read from whole task lists as users hand them in."""

from __future__ import annotations

import pytest

import reportsum
from reportsum.extraction.owners import bound_owner
from reportsum.models import Target

HEAD = "泉河县2023年重点工作任务清单\n"


def targets(*lines: str) -> list[Target]:
    return reportsum.digest(reportsum.from_text(HEAD + "\n".join(lines) + "\n", "tasks")).targets


def test_a_line_with_the_owner_speaks_for_the_tasks_before_it() -> None:
    found = targets("一、教育惠民工程", "新建幼儿园6所。", "改扩建中小学9所。", "责任单位:县教育局")
    assert [(item.figures[0].text, item.owner) for item in found] == [("6所", "县教育局"), ("9所", "县教育局")]


def test_each_section_has_its_own_owner() -> None:
    found = targets("一、教育惠民工程", "新建学校6所。", "责任单位:县教育局", "二、医疗惠民工程", "新建医院2所。")
    assert [(item.figures[0].text, item.owner) for item in found] == [("6所", "县教育局"), ("2所", None)]


def test_an_own_owner_comes_first() -> None:
    found = targets("一、城市更新工程", "建设停车位5000个(县城管局牵头)。", "责任单位:县住建局")
    assert [item.owner for item in found if item.figures] == ["县城管局"]


def test_a_line_with_the_time_limit_dates_the_tasks_before_it() -> None:
    found = targets("一、教育惠民工程", "新建学校6所。", "完成时限:2023年8月底", "二、医疗惠民工程", "新建医院2所。", "完成时限:长期坚持")
    assert [(item.figures[0].text, item.deadline) for item in found if item.figures] == [("6所", "2023-08"), ("2所", None)]


def test_what_no_word_promises_firmly_has_no_commitment() -> None:
    found = targets("一、城市更新工程", "新建停车位500个。", "确保新增绿地20公顷。")
    assert [(item.figures[0].text, item.commitment) for item in found] == [("500个", None), ("20公顷", "must")]


def outcomes(sentence: str) -> list[tuple[str, str | None]]:
    """Return the outcome told of each achievement's first figure in a sentence of a review."""
    text = f"泉河县2022年上半年国民经济和社会发展计划执行情况报告\n一、上半年计划执行情况\n{sentence}\n"
    found = reportsum.digest(reportsum.from_text(text, "plan")).achievements
    return [(item.figures[0].text, item.outcome) for item in found if item.figures]


def test_an_outcome_belongs_to_the_figures_of_its_part() -> None:
    assert outcomes("新增企业20家,税收完成8亿元,完成年度目标的80%,预计全年外贸总额增长6%。") == [
        ("20家", None), ("8亿元", "partial"), ("6%", "expected"),
    ]  # fmt: skip


def test_a_goal_in_the_next_part_still_measures_the_figures_before_it() -> None:
    assert outcomes("税收完成8亿元,超额完成年度任务,新增企业20家。") == [("8亿元", "exceeded"), ("20家", None)]


def test_what_another_subject_completed_is_no_outcome_of_the_figures_before_it() -> None:
    assert outcomes("清收各类资金5亿元,国企改革提升行动全面完成。") == [("5亿元", None)]
    assert outcomes("建成湖畔公园6座,水利局全面完成补水任务。") == [("6座", None)]
    assert outcomes("30项实事全面完成。") == [("30项", "met")]


def test_only_a_clause_that_names_a_risk_has_a_missed_goal() -> None:
    assert outcomes("对未完成整改的6家企业依法立案查处。") == [("6家", None)]


def owners_and_deadlines(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(item.figures[0].text, item.owner, item.deadline) for item in targets("一、城市更新工程", text) if item.figures]


def test_each_task_of_a_clause_has_the_owner_and_the_deadline_of_its_own_bracket() -> None:
    told = "改造小区20个（9月底前完成，责任单位：县住建局），新建公园8座（6月底前完成，责任单位：县城管局）。"
    assert owners_and_deadlines(told) == [("20个", "县住建局", "2023-09"), ("8座", "县城管局", "2023-06")]


def test_a_deadline_between_the_same_commas_comes_before_one_told_earlier() -> None:
    told = "确保热电厂3台机组10月底前投产，煤矿2个采区年底前开工。"
    assert owners_and_deadlines(told) == [("3台", None, "2023-10"), ("2个", None, "2023-12")]


def test_the_time_of_the_next_task_is_no_deadline_of_the_one_before() -> None:
    assert owners_and_deadlines("遴选示范企业50家，到2025年，遴选示范园区20个。") == [("50家", None, None), ("20个", None, "2025-12")]


LISTED_GOALS = (
    "——壮大海洋产业。培育骨干企业。到2027年，新增渔船400艘。带动渔民增收。",
    "——改善渔村面貌。完善渔村道路。改造码头60座。",
)


def test_the_term_of_one_goal_of_a_list_is_none_of_the_next() -> None:
    found = targets("二、主要任务", "全县今后五年的任务有两个方面。", *LISTED_GOALS)
    dues = {item.statement: item.deadline for item in found}
    assert dues["到2027年，新增渔船400艘。"] == "2027-12"
    assert dues["改造码头60座。"] is None


def test_a_term_told_above_a_list_of_goals_is_that_of_its_figures_and_of_nothing_done_each_year() -> None:
    found = targets("二、主要目标", "到2027年，海洋产业明显壮大。", "——产业更强。渔船达到400艘。", "——渔村更美。每年改造码头60座。")
    dues = {item.statement: item.deadline for item in found}
    assert (dues["渔船达到400艘。"], dues["每年改造码头60座。"]) == ("2027-12", None)


def test_what_lies_behind_is_no_deadline() -> None:
    assert owners_and_deadlines("2015年底前注册的120辆公交车全部更新。") == [("120辆", None, None)]


def test_a_bracket_speaks_for_its_paragraph_and_names_the_leading_owner() -> None:
    found = targets("一、教育惠民工程", "新建学校6所。", "新建幼儿园9所。改造操场3个。（县教育局牵头，县财政局配合）")
    assert [(item.figures[0].text, item.owner) for item in found] == [("6所", None), ("9所", "县教育局"), ("3个", "县教育局")]


def test_nouns_and_conditions_promise_nothing() -> None:
    found = targets("一、城市更新工程", "储备防汛必须物资500吨。", "在保证质量的前提下新建公园2座。", "收取保证金300万元。")
    assert [item.commitment for item in found] == [None, None, None]


def test_a_bracket_behind_a_numbered_task_reaches_no_further_than_its_number() -> None:
    found = targets("一、数据工程", "1．投入3000万元建设平台。", "2．投入900万元改造机房。补助200万元。（牵头单位：县统计局）")
    owners = {item.figures[0].text: item.owner for item in found}
    assert owners == {"3000万元": None, "900万元": "县统计局", "200万元": "县统计局"}


def test_a_semicolon_in_a_bracket_cuts_no_task_from_its_attributes() -> None:
    told = "改造小区12个（责任单位：县住建局；完成时限：2023年10月底）。新建学校3所。"
    assert owners_and_deadlines(told) == [("12个", "县住建局", "2023-10"), ("3所", None, None)]


def test_who_leads_is_read_without_brackets_too() -> None:
    assert owners_and_deadlines("盘活存量房源500套，由县住建局牵头，9月底前完成。") == [("500套", "县住建局", "2023-09")]


def test_a_bracket_of_its_own_dates_its_paragraph() -> None:
    assert owners_and_deadlines("新建公厕8座。（县城管局牵头，各镇配合，11月底前完成）") == [("8座", "县城管局", "2023-11")]


def test_a_month_without_a_year_stands_in_the_year_of_publication_where_nothing_is_planned() -> None:
    head = "关于2022年度市级预算执行的审计工作报告\n\n市审计局\n\n2023年7月20日\n\n一、整改情况\n\n"
    text = f"{head}下一步，市审计局将督促整改40个问题，12月底前报告结果。\n"
    found = reportsum.digest(reportsum.from_text(text, "audit")).targets
    assert [item.deadline for item in found] == ["2023-12"]


def test_a_label_before_a_year_is_cut() -> None:
    found = targets("一、数字乡村工程", "1.2023年底前建成村级服务站40个。", "2.2023年9月底前开通示范平台。", "3.2023年启动试点。")
    assert [(item.statement, [figure.text for figure in item.figures], item.deadline) for item in found] == [
        ("2023年底前建成村级服务站40个。", ["40个"], "2023-12"),
        ("2023年9月底前开通示范平台。", [], "2023-09"),
        ("2023年启动试点。", [], None),
    ]


def test_a_bracket_at_the_end_speaks_for_what_semicolons_join() -> None:
    found = targets(
        "一、教育惠民工程",
        "1.新建学校6所；继续实施校园安全工程；改造操场3个（牵头单位：县教育局）。",
        "2.新建公园8座（县城管局负责）；新建步道9公里（县住建局负责）。",
        "3.新建停车位700个；①整修道路5条（牵头单位：县交通局）。",
    )  # fmt: skip
    assert [(item.statement[:4], item.owner) for item in found] == [
        ("新建学校", "县教育局"), ("继续实施", "县教育局"), ("改造操场", "县教育局"),
        ("新建公园", "县城管局"), ("新建步道", "县住建局"), ("新建停车", None), ("整修道路", "县交通局"),
    ]  # fmt: skip


def test_who_leads_or_is_told_to_act_is_the_owner() -> None:
    assert owners_and_deadlines("县能源局牵头建立协调机制2个。") == [("2个", "县能源局", None)]
    assert owners_and_deadlines("第三条 各级能源监管部门建立站点20个。") == [("20个", "各级能源监管部门", None)]
    assert owners_and_deadlines("县财政局、水利局将改造灌区2座。") == [("2座", "县财政局、水利局", None)]
    assert owners_and_deadlines("全部将改造灌区2座。") == [("2座", None, None)]
    assert owners_and_deadlines("各镇能源主管部门要建成充电桩40个。") == [("40个", "各镇能源主管部门", None)]
    assert owners_and_deadlines("各级政府和部门要走访企业30家。") == [("30家", "各级政府和部门", None)]
    assert owners_and_deadlines("企业要培训职工40名。") == [("40名", None, None)]


RULES = """云岭县人民政府关于印发《云岭县夜校管理办法》的通知

第一章 总则

"""


def test_a_regulation_says_whose_duty_something_is_and_by_when() -> None:
    lines = (
        "第五条 县人民政府授权县夜校主管部门负责统筹全县夜校工作。",
        "第六条 举办单位应当自收到申请之日起7个工作日内答复。",
        "第七条 夜校建成后由县教育部门组织验收。",
        "第八条 各单位应于2023年10月28日前完成申报。",
    )
    found = reportsum.digest(reportsum.from_text(RULES + "\n\n".join(lines) + "\n", "rules")).targets
    assert [(item.owner, item.commitment, item.deadline) for item in found] == [
        ("县夜校主管部门", None, None), ("举办单位", "must", None), ("县教育部门", None, None), ("各单位", "must", "2023-10-28"),
    ]  # fmt: skip
    assert [figure.text for figure in found[1].figures] == ["7个工作日"]


def test_a_purpose_promises_nothing() -> None:
    found = targets("一、城市更新工程", "为确保汛期安全，新建泵站5座。", "确保新建泵站5座。")
    assert [item.commitment for item in found] == [None, "must"]


def test_what_is_made_sure_of_has_a_least_size_only_where_the_size_is_the_aim() -> None:
    found = targets(
        "一、城市更新工程",
        "确保新建的2座泵站投入运行。", "确保投资6亿元的水厂完工。", "确保东湖路等3条道路通车。",
        "确保双河300万吨煤矿年内投产。", "确保水稻、大豆产量分别稳定在30万吨和12万吨左右。", "确保粮食产量达到45万吨。",
    )  # fmt: skip
    assert [(figure.text, figure.bound) for item in found for figure in item.figures] == [
        ("2座", "exact"), ("6亿元", "exact"), ("3条", "exact"), ("300万吨", "exact"),
        ("30万吨", "about"), ("12万吨", "about"), ("45万吨", "at_least"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "owner", "commitment"),
    [
        ("第八条 市数据主管部门应当编制数据发展规划。", "市数据主管部门", "must"),
        ("项目竣工后由建设单位组织验收，并报市住建局备案。", "建设单位", None),
        ("县人民政府授权县水务局负责统筹全县供水管理工作。", "县水务局", None),
        ("推荐单位须于2022年11月11日前完成审核。", "推荐单位", "must"),
        ("引导零部件供应商入驻园区，建设配套基地。", None, None),
        ("各级各部门应当压减一般性支出。", "各级各部门", "must"),
        ("今年各地要对欠薪情况进行一次检查。", "各地", "must"),
        ("各地区按照统一标准开展机房整合，提供存储服务。", "各地区", None),
        ("地方和企业也要增加技改投入。", "地方和企业", "must"),
        ("今年是起步之年，必须开好头。", None, "must"),
        ("成立数据工作领导小组，由县长任组长，办公室设在县数据局，负责日常工作。", "县数据局", None),
    ],
)
def test_a_duty_tells_who_is_bound(text: str, owner: str | None, commitment: str | None) -> None:
    digest = reportsum.digest(reportsum.from_text(f"数据管理办法\n第一章 总则\n{text}\n", "rules"))
    assert [(item.owner, item.commitment) for item in digest.targets] == [(owner, commitment)]


def test_a_date_behind_a_word_of_duty_is_the_deadline() -> None:
    digest = reportsum.digest(reportsum.from_text("申报通知\n申报单位须于2022年10月28日前完成线上申报。\n", "notice"))
    assert [item.deadline for item in digest.targets] == ["2022-10-28"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("由市工业局会同市公安局、市交通局共同组成工作小组，负责实施本细则。", "市工业局、市公安局、市交通局", id="together"),
        pytest.param("州水务局应当会同有关部门编制规划。", "州水务局", id="together_with_nobody_by_name"),
        pytest.param("第三方评估机构协助各区、市主管部门按照要求建设道路。", "第三方评估机构", id="who_helps"),
        pytest.param("第八条 测试主体，应在事故认定后7个工作日内提交分析报告。", "测试主体", id="before_a_comma"),
        pytest.param("测试主体每4个月向主管部门提交报告。", "测试主体", id="no_word_binds"),
        pytest.param("联席工作小组应在2个工作日内上报。", "联席工作小组", id="a_group"),
        pytest.param("在本市开展测试的单位（以下简称“测试单位”）均应遵守本细则。", "测试单位", id="by_its_short_name"),
        pytest.param("强化主体责任，应对各类风险，建立排查机制。", None, id="nobody"),
        pytest.param("平台日常运维由滨州市经济和信息化局进行指导。", "滨州市经济和信息化局", id="its_first_characters_are_no_verb"),
        pytest.param("联席会议应在4个工作日内答复。", "联席会议", id="a_joint_meeting"),
        pytest.param("建立联席会议制度，每季度召开一次。", None, id="the_system_of_meetings_is_nobody"),
        pytest.param("市水务局、市气象局共同建立会商平台，负责汛情研判。", "市水务局、市气象局", id="who_sets_up_together"),
    ],
)
def test_who_is_bound_has_its_whole_name_and_no_more(text: str, owner: str | None) -> None:
    assert bound_owner(text) == owner


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        pytest.param("重点项目完成投资29亿元、超年度计划28%。", "exceeded", id="over_the_plan_by_a_share"),
        pytest.param("重点项目完成年度投资计划的57%。", "partial", id="a_share_of_the_plan"),
        pytest.param("农田建设取得成绩，使全县有可能在今年超额完成五年计划。", None, id="only_possible"),
        pytest.param("管网改造基本完成以后，新建泵站3座。", None, id="only_when"),
        pytest.param("乡镇机构改革基本完成。", "partial", id="told"),
        pytest.param("单位能耗下降预计完成市下达目标。", "expected", id="thought_to_be_reached"),
    ],
)
def test_an_outcome_is_told_and_not_only_thought_of(text: str, outcome: str | None) -> None:
    report = f"某县政府工作报告\n\n——2022年1月10日在县第五届人民代表大会第一次会议上\n\n一、2021年工作回顾\n\n{text}\n"
    assert {item.outcome for item in reportsum.digest(reportsum.from_text(report)).achievements} == {outcome}


def test_words_within_names_promise_nothing_firmly() -> None:
    found = targets("一、民生工程", "继续做好“两个确保”工作，新建社保服务站3个。", "发展贷款保证保险，覆盖企业30家。")
    assert [(item.figures[0].text, item.commitment) for item in found if item.figures] == [("3个", None), ("30家", None)]


def test_two_who_answer_for_it_together_both_stand() -> None:
    found = targets("一、城市更新工程", "由县住建局会同县财政局负责，改造管网60公里。")
    assert [item.owner for item in found if item.figures] == ["县住建局、县财政局"]


def test_what_is_to_be_reached_is_promised_firmly_and_by_the_end_of_the_year_where_it_says_all() -> None:
    found = targets("一、生态环境", "氨氮、总磷排放要分别减少3%和4%。", "燃煤小锅炉38台今年要全部淘汰。", "新建公园8座，还有6座。")
    assert [(item.figures[0].text, item.commitment, item.deadline) for item in found if item.figures][:3] == [
        ("3%", "must", None), ("4%", "must", None), ("38台", None, "2023-12"),
    ]  # fmt: skip


def test_a_year_after_the_plan_is_the_deadline_of_what_it_reaches() -> None:
    assert owners_and_deadlines("建设储能电站，储能装机2030年达到90万千瓦。") == [("90万千瓦", None, "2030-12")]
    assert owners_and_deadlines("新建泵站7座，为2035年建成水网打好基础。") == [("7座", None, None)]


def test_a_goal_that_was_reached_is_met() -> None:
    assert outcomes("技改投资12亿元,县人大会议确定的主要目标顺利实现。") == [("12亿元", None)]
    assert outcomes("5项约束性指标全部完成。") == [("5项", "met")]


@pytest.mark.parametrize(
    "text",
    ["多部门联合推进港口建设。", "充分利用多部门协调机制，推进港口建设。", "推进“港口一件事”跨部门联合监管。", "推进港口部门联合监管。"],
)
def test_departments_that_a_deed_only_speaks_of_own_nothing(text: str) -> None:
    assert bound_owner(text) is None
