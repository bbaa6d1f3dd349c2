"""Rules of awards: a step of a scale is one goal with its condition, bounds are the document's own, procedure is no fact."""

from __future__ import annotations

import pytest

import reportsum
from reportsum.figures import find_figures
from reportsum.models import Digest

RULES = """溪口市渔港违规排污举报奖励实施细则
第一条 为鼓励市民举报渔港违规排污行为，改善近岸水质，根据《溪口市渔港条例》等法规，结合本市实际，制定本实施细则。
第二条 同一违规排污行为由两个及两个以上举报人分别举报的，奖励最先举报人。
第三条 奖励由市渔业局负责，对查实线索的举报人，综合考虑危害程度等因素，按照以下标准给予一次性奖励：
（一）罚款金额在8万元以下的，按800元奖励；
（二）罚款金额在8万元以上的，40万元以下的，按罚款金额的2%奖励；
（三）罚款金额在40万元以上的，按9000元奖励。
第四条 作出处罚决定后20个工作日内，由市渔业局启动奖励程序。
第五条 委托他人代领的，受托人须持有举报人的委托书和双方身份证明。
第六条 本细则所称“以上”包含本数，“以下”不包含本数。
第七条 本细则自发布之日起施行，有效期3年。
"""


@pytest.fixture(scope="module")
def digest() -> Digest:
    return reportsum.digest(RULES)


def test_rules_tell_of_no_outcome_and_no_trouble(digest: Digest) -> None:
    assert digest.achievements == []
    assert digest.risks == []


def test_each_step_of_a_scale_is_one_row_with_its_condition(digest: Digest) -> None:
    steps = [
        [(figure.text, figure.bound) for figure in item.figures]
        for item in sorted(digest.targets, key=lambda item: item.evidence[0].start)
        if "按照以下标准" in item.statement
    ]
    assert steps[:3] == [
        [("8万元", "below"), ("800元", "exact")],
        [("8万元", "at_least"), ("40万元", "below"), ("2%", "exact")],
        [("40万元", "at_least"), ("9000元", "exact")],
    ]
    told = next(item for item in digest.targets if any(figure.text == "800元" for figure in item.figures))
    assert told.statement == "对查实线索的举报人，按照以下标准给予一次性奖励：罚款金额在8万元以下的，按800元奖励；"


def test_every_step_leads_and_the_brief_says_what_for(digest: Digest) -> None:
    led = [item for item in digest.targets if item.id in digest.leading.targets]
    assert {figure.text for item in led for figure in item.figures} >= {"800元", "2%", "9000元"}
    assert [point.text for point in digest.summary.points][:2] == [
        "为鼓励市民举报渔港违规排污行为，改善近岸水质，制定本实施细则。",
        "对查实线索的举报人，按照以下标准给予一次性奖励：罚款金额在8万元以下的，按800元奖励；罚款金额在8万元以上的，40万元以下的，"
        "按罚款金额的2%奖励；罚款金额在40万元以上的，按9000元奖励。",
    ]


def test_a_term_is_named_by_what_is_done_and_by_whom(digest: Digest) -> None:
    item = next(item for item in digest.targets if any(figure.text == "20个工作日" for figure in item.figures))
    assert (item.metric, item.owner) == ("启动奖励程序时限", "市渔业局")


def test_papers_and_who_counts_are_no_rows_worth_a_reader(digest: Digest) -> None:
    told = [item for item in digest.targets if item.salience != "routine"]
    assert not [item for item in told if "委托书" in item.statement or "两个" in item.statement]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("补助6万元以下。本办法所称“以下”均不含本数。", ["below"]),
        ("补助6万元以上、9万元以下。本办法中“以上”“以下”均包含本数。", ["at_least", "at_most"]),
        ("注册资本6万元以上（不含6万元）的企业。", ["above"]),
        ("利润9万元（不含）以下的企业。", ["below"]),
        ("补助6万元以上、9万元以下。", ["at_least", "at_most"]),
    ],
)
def test_whether_the_number_belongs_to_its_bound_is_the_documents_word(text: str, bounds: list[str]) -> None:
    assert [figure.bound for figure in find_figures(text)][: len(bounds)] == bounds


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("由两个及两个以上单位联合申报", []),
        ("3家及3家以上企业联合申报", ["3家"]),
        ("新建两个以上泊位", ["两个"]),
    ],
)
def test_several_or_more_counts_nothing(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in find_figures(text)] == figures


def measures(sentence: str, title: str = "青屏市支持渔业发展若干政策") -> list[tuple[str | None, list[str]]]:
    digest = reportsum.digest(f"{title}\n一、支持渔业。{sentence}\n二、促进投资。加大投资力度。\n")
    assert digest.achievements == []
    return [(item.metric, [figure.text for figure in item.figures]) for item in digest.targets if item.figures]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "企业采购本地鱼苗600万元以上的，按采购额的3%给予最高90万元资助。",
            [("企业采购本地鱼苗资助", ["600万元", "3%", "90万元"])],
            id="a rate and its cap are one grant",
        ),
        pytest.param("实施冷库改造的，按投资额20%给予补助。", [("实施冷库改造补助占投资额比例", ["20%"])], id="who did so, without 对"),
        pytest.param(
            "认定为省级渔港的单位，一次性奖励单位40万元。", [("认定为省级渔港的单位奖励", ["40万元"])], id="said again behind the award"
        ),
        pytest.param(
            "对渔业企业，年捕捞收入首次突破200万元、900万元的，分别给予一次性奖励3万元、8万元。",
            [
                ("年捕捞收入首次突破200万元的渔业企业奖励", ["200万元", "3万元"]),
                ("年捕捞收入首次突破900万元的渔业企业奖励", ["900万元", "8万元"]),
            ],
            id="steps whose award is named before the sums",
        ),
        pytest.param(
            "对出口额前5位且守法的渔业企业，设一等奖1名、二等奖2名，分别给予9万元、4万元的补助。",
            [
                ("出口额前5位的渔业企业一等奖", ["前5位", "1名", "9万元"]),
                ("出口额前5位的渔业企业二等奖", ["2名", "4万元"]),
            ],
            id="prizes",
        ),
        pytest.param(
            "冷链营收在7000万元以下（不含7000万元），按营收的2‰给予资金支持。",
            [("渔业资金支持占营收比例", ["7000万元", "2‰"])],
            id="a threshold in a bracket is no figure",
        ),
    ],
)
def test_what_a_policy_grants_is_named_for_whom_and_what(sentence: str, told: list[tuple[str | None, list[str]]]) -> None:
    assert measures(sentence) == told


def test_a_threshold_has_a_name_of_its_own() -> None:
    digest = reportsum.digest("青屏市支持渔业若干政策\n一、支持渔业。设备投资额达到300万元以上的，按实际投资的7%给予补助。\n")
    (item,) = digest.targets
    assert [(figure.text, figure.metric) for figure in item.figures] == [("300万元", "设备投资额"), ("7%", None)]
    digest = reportsum.digest("青屏市支持渔业若干政策\n一、支持渔业。年产值4亿元（含）至9亿元的企业奖励6万元。\n")
    (item,) = digest.targets
    assert [figure.metric for figure in item.figures] == ["年产值", None]


def test_fines_are_ranges_named_for_what_they_punish() -> None:
    text = (
        "青屏市渔港管理条例\n第一条 为了规范渔港管理，制定本条例。\n第二条 市渔业局负责渔港管理。\n"
        "第三条【擅自停泊的责任】违反本条例第二条规定，责令改正，可以并处200元以上900元以下罚款。\n"
        "第四条 违反本条例规定，损毁航标的，责令改正，可以并处200元以上900元以下罚款。\n"
    )
    digest = reportsum.digest(text)
    assert [*digest.achievements, *digest.risks] == []
    fines = {item.metric: [figure.text for figure in item.figures] for item in digest.targets if item.figures}
    assert fines == {"擅自停泊罚款": ["200元", "900元"], "损毁航标罚款": ["200元", "900元"]}


def test_two_grants_of_one_sum_whose_names_say_only_how_money_is_paid_are_two_facts() -> None:
    digest = reportsum.digest("青屏市支持渔业若干政策\n一、奖励。考核优秀，奖励5万元。\n二、人才。技能大赛获奖，奖励5万元。\n")
    assert len([item for item in digest.targets if item.figures]) == 2


def test_entries_that_all_end_with_a_full_stop_stand_behind_their_head() -> None:
    digest = reportsum.digest(
        "青屏市渔业补助意见\n第一条 对远洋企业，按以下标准给予补助：\n（一）新造渔船，每艘补助60万元。\n（二）改造渔船，每艘补助20万元。\n"
        "第二条 本意见自印发之日起执行。\n"
    )
    told = [item.statement for item in digest.targets if item.figures]
    assert [statement.partition("：")[0] for statement in told] == ["对远洋企业，按以下标准给予补助"] * 2


TASKS = """溪口区2026年重点工作任务清单
类别 | 序号 | 项目名称 | 工作标准
重点类 | 1 | 渔港广场项目建设 | 5月1日前正式开工；年内完成投资6亿元。
重点类 | 2 | 海堤加固工程 | 加固海堤12公里，完成投资3亿元。
民生类 | 3 | 鱼市改造 | 改造鱼市4个。
"""


def test_a_row_of_a_task_list_is_told_by_its_own_name_not_by_its_sort() -> None:
    digest = reportsum.digest(TASKS)
    told = {item.statement: item.metric for item in digest.targets if item.figures}
    assert told["渔港广场项目建设：年内完成投资6亿元。"] == "渔港广场项目建设完成投资"
    assert "鱼市改造：改造鱼市4个。" in told
    assert not any("重点类" in statement or "民生类" in statement for statement in told)
    assert any(point.text.startswith("渔港广场项目建设：") for point in digest.summary.points)


def test_goals_below_a_term_that_opens_them_are_for_that_term() -> None:
    digest = reportsum.digest(
        "溪口市建设渔业强市三年行动计划（2024—2026年）\n一、发展目标\n到2026年，初步建成渔业强市。\n"
        "产业能级更高。渔业企业力争突破300家。\n产业结构更优。远洋渔业占比达到40%。\n二、重点任务\n新建泊位12个。\n"
    )
    periods = {item.figures[0].text: item.period and item.period.label for item in digest.targets if item.figures}
    assert periods == {"300家": "2026", "40%": "2026", "12个": "2024/2026"}


def test_who_is_pointed_at_is_named() -> None:
    assert measures("当年新设的渔业企业，对其次年营收超过500万元的部分，按2%给予奖励。") == [("当年新设的渔业企业奖励", ["500万元", "2%"])]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "对年接待游客达到4万人次以上（含4万人次）的渔家乐给予2万元奖励。",
            [("渔家乐奖励", ["4万人次", "2万元"])],
            id="what is in the bracket is no figure",
        ),
        pytest.param(
            "投资额2亿元至6亿元（不含6亿元，下同）奖励7万元。",
            [("渔业奖励", ["2亿元至6亿元", "7万元"])],
            id="a range and its award",
        ),
        pytest.param("改造渔船按船价的30%，由县财政补助给渔民。", [("改造渔船补助占船价比例", ["30%"])], id="who pays stands between"),
    ],
)
def test_a_step_and_its_award_are_one_row_without_a_comma_too(sentence: str, told: list[tuple[str | None, list[str]]]) -> None:
    assert measures(sentence) == told


def test_what_must_be_reached_of_a_thing_is_the_condition_of_its_award() -> None:
    assert [figures for _, figures in measures("引来7艘以上游船的，另外奖励3万元。")] == [["7艘", "3万元"]]


def test_a_limit_of_an_award_is_its_most() -> None:
    assert [figure.bound for figure in find_figures("每家最高奖励限50万元，最高奖励限每家20万元。")] == ["at_most", "at_most"]


def test_conditions_of_applying_are_no_rows() -> None:
    digest = reportsum.digest(
        "青屏市渔业奖励办法\n一、奖励标准\n对新建冷库，奖励8万元。\n二、奖励条件\n固定资产投资不低于5亿元；已落地开工。\n"
    )
    assert [[figure.text for figure in item.figures] for item in (*digest.achievements, *digest.targets)] == [["8万元"]]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "对在渔业板上市企业，给予企业80万元奖励；对开展深海养殖的企业，给予单位60万元奖励。",
            [("渔业板上市企业奖励", ["80万元"]), ("开展深海养殖的企业奖励", ["60万元"])],
            id="who is named in front",
        ),
        pytest.param("对建成示范渔场的，一次性奖励项目单位40万元。", [("建成示范渔场奖励", ["40万元"])], id="said again before the sum"),
        pytest.param("评为放心渔家乐的企业，给予企业3万元奖励。", [("评为放心渔家乐的企业奖励", ["3万元"])], id="the case, without 对"),
        pytest.param(
            "对认定为驰名渔业商标、百年渔业老字号、渔业地理标志证明商标（保护产品）的企业，给予企业9万元奖励。",
            [("驰名渔业商标、百年渔业老字号、渔业地理标志证明商标奖励", ["9万元"])],
            id="how they came to be it is left out of a long name",
        ),
        pytest.param(
            "对考核优秀的渔港给予9万元奖励，评为良好的单位给予4万元奖励。",
            [("考核优秀的渔港奖励", ["9万元"]), ("评为良好的单位奖励", ["4万元"])],
            id="the second of two",
        ),
        pytest.param("对新建50公里以上的航道，给予业主3万元补助。", [("新建航道补助", ["50公里", "3万元"])], id="the owner of the thing"),
        pytest.param(
            "投产后，视市场前景给予企业10万元资金支持。", [("渔业资金支持", ["10万元"])], id="nobody is named: the head of the line"
        ),
        pytest.param(
            "对引进良种的企业，给予企业引进成本不低于15%的资金支持。",
            [("引进良种的企业资金支持占引进成本比例", ["15%"])],
            id="of what a share is granted",
        ),
        pytest.param(
            "按养殖投资额给企业8%补助支持。",
            [("渔业补助支持占养殖投资额比例", ["8%"])],
            id="to whom a share goes is no part of what it is of",
        ),
    ],
)
def test_a_receiver_who_may_be_anyone_is_named_by_the_sentence(sentence: str, told: list[tuple[str | None, list[str]]]) -> None:
    assert measures(sentence) == told


def test_each_level_of_a_thing_has_its_own_award_and_the_next_sentence_its_own_names() -> None:
    told = measures(
        "对初次认定为国家、省级渔业中心的企业，分别给予企业70万元、20万元奖励；对新设立的省、市级研究所，分别给予单位50万元、30万元奖励。"
    )
    assert told == [
        ("国家渔业中心的企业奖励", ["70万元"]),
        ("省级渔业中心的企业奖励", ["20万元"]),
        ("新设立的省研究所奖励", ["50万元"]),
        ("新设立的市级研究所奖励", ["30万元"]),
    ]


def test_the_size_of_a_thing_is_not_named_like_its_award() -> None:
    digest = reportsum.digest("青屏市支持渔业若干政策\n一、支持渔业。对新建300亩以上（含300亩）的海带基地，一次性奖励企业200元/亩。\n")
    (item,) = digest.targets
    assert item.metric == "新建海带基地奖励"
    assert [(figure.text, figure.metric) for figure in item.figures] == [("300亩", "海带基地面积"), ("200元/亩", None)]


def test_shares_given_year_by_year_are_awards_and_no_conditions_of_the_last() -> None:
    told = measures("其中前三年给予70%的奖励，后两年给予40%的奖励，每年最高奖励不超过900万元。")
    assert told == [("渔业前三年奖励", ["70%"]), ("渔业后两年奖励", ["40%"]), ("渔业奖励", ["900万元"])]


def test_two_sizes_that_must_both_be_reached_are_conditions_of_one_award() -> None:
    digest = reportsum.digest(
        "青屏市支持渔业若干政策\n一、支持渔业。新上项目（不含养殖、捕捞项目）设备投资700万元以上、亩均税收不低于9万元，在建设期内，"
        "按实际投资给企业6%-12%奖励。\n"
    )
    (item,) = digest.targets
    assert item.metric == "渔业奖励占实际投资比例"
    assert [(figure.text, figure.metric) for figure in item.figures] == [
        ("700万元", "新上项目设备投资"),
        ("9万元", "亩均税收"),
        ("6%-12%", None),
    ]


def test_what_was_reached_is_no_condition_of_what_was_paid() -> None:
    digest = reportsum.digest(
        "青屏市2024年政府工作报告\n一、2024年工作回顾\n全年完成设备投资3亿元以上、税收达到2亿元，给予企业1亿元补贴。\n二、2025年工作安排\n新建泊位9个。\n"
    )
    told = [[figure.text for figure in item.figures] for item in digest.achievements]
    assert told == [["3亿元"], ["2亿元"], ["1亿元"]]


def test_markets_are_told_apart() -> None:
    assert measures("对在主板、创业板和北交所上市的企业，分别给予60万元、50万元、40万元奖励。") == [
        ("主板上市的企业奖励", ["60万元"]),
        ("创业板上市的企业奖励", ["50万元"]),
        ("北交所上市的企业奖励", ["40万元"]),
    ]


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("当年实到外资达到500万美元的企业，给予20万元奖励。", id="the_applicants_year"),
        pytest.param("弄虚作假的企业，三年内不得申报，并追回奖励5万元。", id="a_bar_from_whenever"),
        pytest.param("每年1—10月申报的企业，给予补助3万元。", id="months_of_each_year"),
    ],
)
def test_a_rule_holds_for_all_the_years_of_its_policy(rule: str) -> None:
    read = reportsum.digest(f"临湖市支持港口发展若干政策（2023—2025年）\n第一条 {rule}\n")
    assert {item.period.label for item in read.targets if item.period} == {"2023/2025"}
    assert read.summary.text.startswith(rule[:6])
