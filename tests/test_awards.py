"""Awards of policies of support: who gets what for what, under which conditions, and at most how much, however the sentence is built."""

from __future__ import annotations

import pytest

import reportsum

Row = tuple[str | None, list[tuple[str, str | None]]]


def rows(sentence: str) -> list[Row]:
    digest = reportsum.digest(f"青屏市支持渔业发展若干政策\n一、支持渔业。{sentence}\n二、促进投资。加大投资力度。\n")
    assert [*digest.achievements, *digest.risks] == []
    told = sorted(digest.targets, key=lambda item: min((figure.start for figure in item.figures), default=0))
    return [(item.metric, [(figure.text, figure.metric) for figure in item.figures]) for item in told if item.figures]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "对年捕捞量达到8万吨的渔港，按泊位建设成本的12%给予补助，单个渔港最高不超过700万元。",
            [("渔港补助", [("8万吨", "年捕捞量"), ("12%", "补助占泊位建设成本比例"), ("700万元", "单个渔港补助")])],
            id="condition_rate_and_most_are_one_award",
        ),
        pytest.param(
            "对新引进冷链企业固定资产投资2000万元以上的，按固定资产投资额的6%给予最高900万元补贴。",
            [
                (
                    "新引进冷链企业固定资产投资补贴",
                    [("2000万元", "新引进冷链企业固定资产投资"), ("6%", "补贴占固定资产投资额比例"), ("900万元", None)],
                )
            ],
            id="a_condition_that_names_the_occasion",
        ),
        pytest.param(
            "对研发投入300万元以上且连续经营的育种企业，给予40万元奖励。",
            [("连续经营的育种企业奖励", [("300万元", "研发投入"), ("40万元", None)])],
            id="who_gets_it_is_told_without_its_threshold",
        ),
        pytest.param(
            "对获批国家级、省级渔业实验室的单位分别给予90万元、30万元奖励。",
            [("获批国家级渔业实验室的单位奖励", [("90万元", None)]), ("获批省级渔业实验室的单位奖励", [("30万元", None)])],
            id="levels_without_a_comma",
        ),
        pytest.param(
            "对首次进入渔业百强、水产五十强企业，分别给予其管理团队60万元、20万元的一次性奖励。",
            [("首次进入渔业百强企业管理团队奖励", [("60万元", None)]), ("首次进入水产五十强企业管理团队奖励", [("20万元", None)])],
            id="members_of_a_list_share_verb_and_tail",
        ),
        pytest.param(
            "对新认定的名优水产企业，分别给予国家级70万元、省级20万元的奖励。",
            [("新认定的名优水产企业国家级奖励", [("70万元", None)]), ("新认定的名优水产企业省级奖励", [("20万元", None)])],
            id="labels_at_the_sums",
        ),
        pytest.param(
            "对年出口额首次达到9亿元、4亿元，且守信经营的加工企业，分别给予80万元、30万元奖励。",
            [
                ("年出口额首次达到9亿元的守信经营的加工企业奖励", [("9亿元", "年出口额"), ("80万元", None)]),
                ("年出口额首次达到4亿元的守信经营的加工企业奖励", [("4亿元", "年出口额"), ("30万元", None)]),
            ],
            id="steps",
        ),
        pytest.param(
            "评定结果前三名的渔业合作社，分别奖励9万元、6万元、3万元。",
            [
                ("评定结果第一名的渔业合作社奖励", [("9万元", None)]),
                ("评定结果第二名的渔业合作社奖励", [("6万元", None)]),
                ("评定结果第三名的渔业合作社奖励", [("3万元", None)]),
            ],
            id="ranks",
        ),
        pytest.param(
            "给予发布方最高60万元支持，给予承接方最高90万元支持。",
            [("渔业发布方支持", [("60万元", None)]), ("渔业承接方支持", [("90万元", None)])],
            id="two_receivers",
        ),
        pytest.param("标准化养殖池每平方米补助80元。", [("标准化养殖池每平方米补助", [("80元", None)])], id="for_each_of_a_unit"),
        pytest.param(
            "对渔船租用岸电的，给予租用费用30%的补贴，每家企业每年最高不超过5万元。",
            [("渔船租用岸电补贴", [("30%", "补贴占租用费用比例"), ("5万元", "每家企业补贴")])],
            id="a_share_of_a_base_that_is_named_behind_give",
        ),
        pytest.param(
            "对引进的育种人才，按每人8万元标准一次性给予用人单位引才资助；一次性给予个人20万元安家费。",
            [("引进的育种人才每人引才资助", [("8万元", None)]), ("引进的育种人才安家费", [("20万元", None)])],
            id="the_next_clause_speaks_of_the_same",
        ),
        pytest.param(
            "对引进的远洋船队，给予前三年90%，后两年40%的码头租金补助，单个企业每年享受的补助金额不超过60万元。",
            [
                ("引进的远洋船队前三年码头租金补助", [("90%", None)]),
                ("引进的远洋船队后两年码头租金补助", [("40%", None)]),
                ("引进的远洋船队码头租金补助", [("60万元", "单个企业码头租金补助")]),
            ],
            id="years_with_shares_of_their_own",
        ),
        pytest.param(
            "每新引进1家符合产业定位的水产加工企业，给予园区管理单位6万元奖励。",
            [("新引进水产加工企业奖励", [("1家", "引进数量"), ("6万元", None)])],
            id="for_each_that_comes",
        ),
        pytest.param(
            "对新获得QSV认证1级、2级的冷链企业，分别一次性奖励6万元、9万元。",
            [("新获得QSV认证1级的冷链企业奖励", [("6万元", None)]), ("新获得QSV认证2级的冷链企业奖励", [("9万元", None)])],
            id="grades",
        ),
        pytest.param(
            "完成渔港签约的奖励5万元，完成码头验收后奖励9万元。",
            [("完成渔港签约奖励", [("5万元", None)]), ("完成码头验收奖励", [("9万元", None)])],
            id="stages",
        ),
        pytest.param(
            "对养殖项目按照设备投资的10%以内给予三年不超过300万元奖励。",
            [("养殖项目奖励", [("10%", "奖励占设备投资比例"), ("300万元", None)])],
            id="within_a_share",
        ),
        pytest.param(
            "每年可认定7家示范渔港，每家最高奖励80万元。",
            [("认定示范渔港", [("7家", None)]), ("示范渔港每家奖励", [("80万元", None)])],
            id="how_many_are_chosen_and_what_each_gets",
        ),
        pytest.param(
            "对新设的水产交易所，给予一次性奖励：注册资本9亿元以上的，奖励90万元；4亿元至9亿元的，奖励30万元。",
            [
                ("新设的水产交易所奖励", [("9亿元", "注册资本"), ("90万元", None)]),
                ("新设的水产交易所奖励", [("4亿元至9亿元", "注册资本"), ("30万元", None)]),
            ],
            id="steps_told_one_by_one",
        ),
        pytest.param(
            "对新建码头，给予业主（持股60%以上）80万元补助。",
            [("新建码头补助", [("60%", "持股比例"), ("80万元", None)])],
            id="a_figure_in_a_bracket",
        ),
        pytest.param(
            "通过检验的鱼药；取得证书的鱼苗；用于深海的网箱品种。对上述品种，给予企业引进成本不低于15%的资金支持。",
            [("用于深海的网箱品种资金支持占引进成本比例", [("15%", None)])],
            id="a_list_that_leads_up_to_one_award",
        ),
        pytest.param(
            "对渔业企业贷款按年利率4%给予贴息，贴息期限不超过2年。",
            [("渔业企业贷款贴息年利率", [("4%", None), ("2年", "贴息期限")])],
            id="a_rate_of_interest",
        ),
        pytest.param(
            "对成功创建省级渔港的，除享受市级奖励外，区财政再给予60万元配套奖励。",
            [("成功创建省级渔港配套奖励", [("60万元", None)])],
            id="who_pays_is_no_receiver",
        ),
        pytest.param(
            "对新建冷库，按投资额的20%给予补助，开工后支付40%，验收后支付60%。",
            [("新建冷库补助占投资额比例", [("20%", None), ("40%", "开工后支付比例"), ("60%", "验收后支付比例")])],
            id="instalments",
        ),
        pytest.param(
            "对实际投资3亿元以上的渔港项目，由市、县联合采取“一事一议”方式给予支持。",
            [("渔港项目支持", [("3亿元", "实际投资")])],
            id="a_threshold_of_what_has_no_sum",
        ),
    ],
)
def test_an_award_is_read_from_its_slots(sentence: str, told: list[Row]) -> None:
    assert rows(sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "全年发放渔业补贴3亿元。",
        "对远洋示范企业等7类51个认定类项目，给予补助资金1030万元。",
        "渔民补助标准提高到900元。",
        "安排渔业奖励资金2亿元。",
    ],
    ids=["paid", "paid_for_so_many", "risen", "set_apart"],
)
def test_what_was_paid_is_no_rule(sentence: str) -> None:
    digest = reportsum.digest(f"青屏市2024年政府工作报告\n一、2024年工作回顾\n{sentence}\n二、2025年工作安排\n新建泊位9个。\n")
    assert [figure.text for item in digest.achievements for figure in item.figures]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("为渔民累计发放一次性补贴90万元。", [("发放一次性补贴", [("90万元", None)])], id="paid"),
        pytest.param("对渔民给予每人每月补助提高到900元。", [("对渔民每人每月补助", [("900元", None)])], id="risen"),
        pytest.param("给予渔民的补助由每人600元提高到900元。", [("给予渔民的补助", [("600元", None), ("900元", None)])], id="risen_from"),
    ],
)
def test_what_was_paid_or_rose_fills_no_slots(sentence: str, told: list[Row]) -> None:
    digest = reportsum.digest(f"青屏市2024年政府工作报告\n一、2024年工作回顾\n{sentence}\n二、2025年工作安排\n新建泊位9个。\n")
    assert [(item.metric, [(figure.text, figure.metric) for figure in item.figures]) for item in digest.achievements] == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "对投资6000万元以上的渔港，给予入学指标2名，每增加投资3000万元增加1名指标，最多7名。",
            [
                ("入学指标", [("6000万元", "投资"), ("2名", None)]),
                ("增加入学指标", [("3000万元", "增加投资"), ("1名", None), ("7名", "入学指标上限")]),
            ],
            id="things_that_are_counted",
        ),
        pytest.param(
            "对参加渔业展会的企业，每个展位补助6000元，每年最多补助3个展位。",
            [("参加渔业展会的企业每个展位补助", [("6000元", None), ("3个", "补助展位数量")])],
            id="for_how_many_at_most",
        ),
        pytest.param(
            "对新建冷库的企业，给予80万元补助，补助总额不超过实际投资额的40%。",
            [("新建冷库的企业补助", [("80万元", None), ("40%", "补助占实际投资额比例")])],
            id="a_share_that_is_the_most",
        ),
        pytest.param(
            "对设立渔业实验室的单位，给予90万元资金用于科学研究。",
            [("设立渔业实验室的单位科学研究资金", [("90万元", None)])],
            id="what_the_money_is_for",
        ),
        pytest.param(
            "对获得国家级、省级称号的渔港，分别给予50万元、30万元奖励，单个渔港最高不超过90万元。",
            [
                ("获得国家级称号的渔港奖励", [("50万元", None)]),
                ("获得省级称号的渔港奖励", [("30万元", None), ("90万元", "单个渔港奖励")]),
            ],
            id="the_most_of_sums_that_are_shared_out",
        ),
    ],
)
def test_what_else_a_sentence_says_of_an_award(sentence: str, told: list[Row]) -> None:
    assert rows(sentence) == told


@pytest.mark.parametrize(
    ("ranked", "name", "rank"),
    [
        pytest.param("年度评比前3名", "评比排名", "3名", id="first_so_many"),
        pytest.param("产值排名前3位", "产值排名", "前3位", id="a_rank_by_a_quantity"),
    ],
)
def test_a_rank_in_digits_shares_sums_out_and_is_named_as_a_rank(ranked: str, name: str, rank: str) -> None:
    told = rows(f"对{ranked}的渔港，分别奖励9万元、6万元、3万元。")
    assert [(metric or "")[-5:] for metric, _ in told] == ["第一名奖励", "第二名奖励", "第三名奖励"]
    assert not any("前" in (metric or "") for metric, _ in told)
    assert [figures for _, figures in told] == [[(rank, name), ("9万元", None)], [("6万元", None)], [("3万元", None)]]


def test_sums_whose_receivers_differ_in_number_are_kept_together_without_a_name() -> None:
    told = rows("对国家级、省级渔港，分别给予90万元、40万元、10万元奖励。")
    assert told == [(None, [("90万元", None), ("40万元", None), ("10万元", None)])]


def test_what_was_done_to_deserve_an_award_makes_it_no_outcome() -> None:
    assert rows("对累计已完成投资额50%以上的渔港项目，给予80万元补助。") == [("渔港项目补助", [("50%", "投资额"), ("80万元", None)])]


def test_a_threshold_does_not_make_an_award_the_largest() -> None:
    digest = reportsum.digest(
        "青屏市支持渔业发展若干政策\n一、支持渔业。设立渔业发展基金6亿元。对年产值90亿元以上的渔业企业，给予8万元奖励。\n二、促进投资。加大投资力度。\n"
    )
    ranks = {item.figures[-1].text: item.rank for item in digest.targets if item.figures}
    assert ranks["6亿元"] < ranks["8万元"]


def test_what_projects_must_be_is_no_goal_where_support_is_given() -> None:
    digest = reportsum.digest(
        "青屏市渔业奖补规定\n第一条 为支持渔业，制定本规定。\n第二条 本规定所指的渔港项目应具备下列条件之一：\n"
        "（一）固定资产投资不低于7000万元；\n（二）亩均投资强度不低于300万元。\n第三条 对渔港项目，给予80万元奖励。\n"
    )
    assert [[figure.text for figure in item.figures] for item in digest.targets if item.figures] == [["80万元"]]


def test_what_exceeds_a_step_is_no_receiver() -> None:
    told = rows("现有渔业企业，年纳税额新增20%至40%的部分，按增量的50%给予奖励；新增40%以上的部分，按增量的80%给予奖励。")
    assert told == [
        ("现有渔业企业奖励占增量比例", [("20%至40%", "年纳税额"), ("50%", None)]),
        ("现有渔业企业奖励占增量比例", [("40%", "年纳税额"), ("80%", None)]),
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "按开工、竣工两个阶段，分别给予补助总额30%、70%的补助。",
            [(None, [("30%", None), ("70%", None)])],
            id="stages_that_are_not_named",
        ),
        pytest.param(
            "对冷链企业，给予企业经营者7万元奖励。", [("冷链企业经营者奖励", [("7万元", None)])], id="who_leads_the_firm_that_is_rewarded"
        ),
        pytest.param(
            "渔具、饵料、冷链等方面投入超过400万元的水产企业，按投入的6%给予奖励。",
            [("水产企业奖励占投入比例", [("400万元", "冷链等方面投入"), ("6%", None)])],
            id="a_list_that_belongs_to_the_threshold",
        ),
        pytest.param(
            "对渔港项目，按贷款额给予不超过7%的贴息（每家企业最高不超过90万元）。",
            [("渔港项目贴息", [("7%", "贴息占贷款额比例"), ("90万元", "每家企业贴息")])],
            id="the_most_in_a_bracket",
        ),
        pytest.param(
            "对渔港项目，按投资的9%给予补助。其中远洋项目最高补助800万元。其3年期贷款，按年利率2%给予贴息。",
            [
                ("渔港项目补助占投资比例", [("9%", None)]),
                ("远洋项目补助", [("800万元", None)]),
                ("渔港项目贴息年利率", [("2%", None)]),
            ],
            id="a_part_of_them_does_not_stand_for_all",
        ),
    ],
)
def test_a_slot_takes_what_belongs_to_it_and_no_more(sentence: str, told: list[Row]) -> None:
    assert rows(sentence) == told


def test_a_count_that_nobody_asks_for_is_no_condition() -> None:
    digest = reportsum.digest("青屏市支持渔业发展若干政策\n一、支持渔业。为渔民实施免费体检900例、困难渔户给予每户2万元救助。\n")
    award = next(item for item in digest.targets if any(figure.text == "2万元" for figure in item.figures))
    assert [figure.text for figure in award.figures] == ["2万元"]


def test_money_given_to_so_many_is_named_for_them() -> None:
    digest = reportsum.digest("青屏市2024年工作总结\n对远洋示范企业等7类51个认定类项目，给予补助资金1030万元。\n")
    names = {figure.text: item.metric for item in digest.achievements for figure in item.figures}
    assert names["1030万元"] == "认定类项目补助资金"


def test_a_further_condition_does_not_part_a_scale_from_its_awards() -> None:
    told = rows("对当年水产出口额200万美元、600万美元以上，且增长8%以上的企业，分别奖励3万元、7万元。")
    assert told == [
        ("水产出口额200万美元奖励", [("200万美元", "水产出口额"), ("8%", "水产出口额增幅"), ("3万元", None)]),
        ("水产出口额600万美元奖励", [("600万美元", "水产出口额"), ("7万元", None)]),
    ]


def test_the_last_step_of_a_scale_may_get_a_share() -> None:
    told = rows(
        "外商设立的渔业项目，实到外资300万-700万（不含）美元、700万美元以上的，分别按人民币40万元、实到外资额的9‰折合人民币给予奖励。"
    )
    assert told == [
        ("实到外资300万-700万（不含）美元的外商设立的渔业项目奖励", [("300万-700万（不含）美元", "实到外资"), ("40万元", None)]),
        ("实到外资700万美元的外商设立的渔业项目奖励", [("700万美元", "实到外资"), ("9‰", "奖励占实到外资额比例")]),
    ]


def test_how_many_must_come_along_is_a_condition() -> None:
    told = rows("由商会组织渔民考察的，团组8家单位以上，给予商会4万元补助。")
    assert [figures for _, figures in told] == [[("8家", "团组单位数"), ("4万元", None)]]


def test_what_must_be_reached_for_an_award_is_no_goal_of_the_place() -> None:
    digest = reportsum.digest(
        "青屏市支持渔业发展若干政策\n一、支持渔业。对实际利用外资达到900万美元的企业，给予60万元奖励。"
        "当年实际利用外资900万美元以上或近3年实际利用外资2000万美元以上企业的高管，照顾其子女入读小学1人。\n二、促进投资。加大投资力度。\n"
    )
    assert digest.panel == []
    assert [item.indicator for item in digest.targets if item.indicator is not None] == []


def test_in_which_parts_it_is_paid_out_is_named_without_when() -> None:
    told = rows("对新建渔港给予90万元奖励，本条所涉奖励资金在验收合格后分两年按60%、40%比例拨付。")
    assert told == [("新建渔港奖励", [("90万元", None), ("60%", "奖励资金分两年拨付比例"), ("40%", "奖励资金分两年拨付比例")])]


def test_who_may_send_a_child_to_school_is_told_by_what_must_be_reached() -> None:
    told = rows("在我市当年实到外资900万美元以上企业的高管，照顾其子女入读小学1人。")
    assert told == [("照顾其子女入读小学", [("900万美元", "实到外资"), ("1人", None)])]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "对获得甲级、乙级、丙级称号的渔港，分别给予50万元、30万元奖励，单个渔港最高不超过90万元。",
            [(None, [("50万元", None), ("30万元", None), ("90万元", "单个渔港奖励")])],
            id="sums_with_a_most",
        ),
        pytest.param(
            "对获得国家级、省级、片区级称号的渔港，分别给予50万元、30万元奖励。",
            [(None, [("50万元", None), ("30万元", None)])],
            id="a_list_with_a_level_nobody_knows",
        ),
        pytest.param(
            "对新引进的育苗机构，按设备投资额的12%、18%给予补助，最高不超过700万元。",
            [(None, [("12%", None), ("18%", None), ("700万元", "补助上限")])],
            id="rates_with_a_most",
        ),
        pytest.param(
            "对新建的甲类、乙类渔港，按投资额的9%分别给予80万元、60万元、40万元补助。",
            [(None, [("9%", "补助占投资额比例"), ("80万元", None), ("60万元", None), ("40万元", None)])],
            id="sums_with_a_rate",
        ),
    ],
)
def test_what_cannot_be_told_apart_keeps_what_holds_for_all_of_it(sentence: str, told: list[Row]) -> None:
    assert rows(sentence) == told


def test_a_rate_between_steps_and_their_sums_does_not_part_them() -> None:
    assert rows("对捕捞收入达到3亿元、9亿元的企业，分别按新增税收的15%给予最高70万元、210万元奖励。") == [
        ("捕捞收入达到3亿元奖励", [("3亿元", "捕捞收入"), ("15%", "奖励占新增税收比例"), ("70万元", None)]),
        ("捕捞收入达到9亿元奖励", [("9亿元", "捕捞收入"), ("210万元", None)]),
    ]


def test_levels_that_share_a_rate_keep_it() -> None:
    assert rows("对获得省级、市级称号的渔港，分别按设备投资额的15%给予最高70万元、40万元奖励。") == [
        ("获得省级称号的渔港奖励", [("15%", "奖励占设备投资额比例"), ("70万元", None)]),
        ("获得市级称号的渔港奖励", [("40万元", None)]),
    ]


def test_each_sum_in_a_bracket_has_its_own_words() -> None:
    told = rows("对新建冷库的企业，给予90万元奖励（其中建设期50万元、运营期40万元）。")
    assert told == [("新建冷库的企业奖励", [("90万元", None), ("50万元", "建设期"), ("40万元", "运营期")])]


def test_a_sum_for_each_of_others_is_an_award_of_its_own() -> None:
    assert rows("每引进一名船长，给予用人单位7万元补贴，每名轮机员3万元。") == [
        ("引进船长补贴", [("一名", "引进数量"), ("7万元", None)]),
        ("每名轮机员补贴", [("3万元", None)]),
    ]


def test_a_growth_that_is_asked_for_too_names_nobody() -> None:
    told = rows("对年捕捞产值达到600万元、900万元以上的企业，且增长8%以上的，分别奖励3万元、7万元。")
    assert [name for name, _ in told] == ["年捕捞产值达到600万元奖励", "年捕捞产值达到900万元奖励"]


def test_what_a_policy_means_by_a_word_is_no_row_in_money_either() -> None:
    assert rows("对规上企业奖励8万元。“规上”指年主营业务收入4000万元以上的企业。") == [("规上企业奖励", [("8万元", None)])]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "对年捕捞产值6亿元（含）以上且同比增长8%的捕捞企业，每增加700万元奖励3万元，最高90万元。",
            [
                (
                    "捕捞企业奖励",
                    [("6亿元", "年捕捞产值"), ("8%", "年捕捞产值增幅"), ("700万元", "增加额"), ("3万元", None), ("90万元", "奖励上限")],
                )
            ],
            id="behind_a_first_condition",
        ),
        pytest.param(
            "对税收增长18%的养殖企业，按新增税收的12%给予奖励，最高90万元。",
            [("养殖企业奖励", [("18%", "税收增长"), ("12%", "奖励占新增税收比例"), ("90万元", None)])],
            id="by_itself",
        ),
    ],
)
def test_growth_that_is_asked_for_is_a_condition_and_no_rate_that_is_given(sentence: str, told: list[Row]) -> None:
    assert rows(sentence) == told


def test_what_is_among_them_is_named_without_among() -> None:
    ((_, figures),) = rows("对举办渔展的单位，按场租费的40%给予补贴，其中展位90个以上的补贴最高70万元。")
    assert ("90个", "展位数量") in figures
