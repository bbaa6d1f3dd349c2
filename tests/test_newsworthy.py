"""What may lead: the words of `leading_words.tsv` by example, and whole rows as the rules read them."""

import pytest

import reportsum
from reportsum import Digest, Settings
from reportsum.newsworthy import _words, is_newsworthy, is_procedure

SAYS = {
    "made": (
        ["建立全市统一的排水管网数据库", "组织编制滨海新城防洪规划", "推动全国储能数据平台建设", "启动“安澜”行动"],
        ["建立一批示范基地", "提高管理水平", "构建新型服务平台", "继续实施造林工程"],
    ),
    "better": (
        [
            "服务能力显著提升",
            "培育冷链生态圈",
            "形成协同发展格局",
            "港口技术进入全国先进行列",
            "持续加大扶持力度",
            "鼓励渔民参加",
            "打造渔业增长极",
        ],
        ["建成冷链检测中心", "新港区基本建成", "全面取消港口收费", "设立渔业发展基金"],
    ),
    "organises": (["建立渔港协调推进机制", "健全安全管理制度，", "建立数据质量反馈机制"], ["建立长期护理保险制度", "建立生态补偿机制"]),
    "general": (["各部门要加强管理", "持续优化营商环境", "市教育局加强指导"], ["新建学校12所", "投资增长"]),
    "compares": (
        [
            "This is higher",
            "It was much lower",
            "This is an increase of 3%",
            "growth of 2% is still in line with the trend",
            "This is not very different from the 4% of last year",
            "a good catch, following two good seasons",
            "The first $400 will be paid in June",
        ],
        ["This is a school", "Rents are higher", "The first ferry was launched", "following two new laws"],
    ),
    "rule": (["取消企业开办收费制度", "各县原则上不再新建专网", "提高水运短途运价"], ["取消各种不合理负担", "提高服务水平"]),
    "whole": (["全国一体化渔业数据体系", "国家公共船舶信息平台", "投融资体制改革方案"], ["多元参与的生活网络", "新型管理服务平台"]),
    "reached": (["渔船定位全覆盖", "新航道建成通航", "企业完成数字化改造"], ["渔业标准体系基本形成", "建成开放的治理框架"]),
    "enforces": (["继续实施造林工程", "严格执行水法"], ["实施“安澜”行动", "新建造林基地"]),
    "parts": (["two incentive schemes", "four other gases", "two previous Harbour"], ["two ports", "12 schemes", "two million visitors"]),
    "torn": (["OUTLOOK AND PERFORMANCE", "用于支持这项改革的资金", "全面推进港口建设，12"], ["The GDP grew", "建成港口12个"]),
    "example": (
        [
            "The chain has grown from a single shop to 300",
            "It started as a boat shed in the 1960s",
            "The yard was founded in 1931",
            "Oslo, Port Vila and Quito have announced bans",
            "For a low-income household the rebate is enough",
            "Like Madam Tan Ah Lian",
            "Mr Ole Berg, who was a fisher",
        ],
        [
            "Exports have grown from $3 billion",
            "The fund was set up in 1931",
            "For every household there are $80",
            "MTA and MHA have agreed",
        ],
    ),
    "sort": (["以上货船", "级以上企业"], ["以上。", "以上的目标", "公路"]),
    "tasks": (["38项重点工作落实", "12项任务。"], ["38项工程", "12项任务书编制"]),
    "state_of": (["以上的渔船实现定位", "以上的研发人员集中在企业"], ["以上的渔船", "的渔船实现定位"]),
    "service": (["值守加工", "热线服务"], ["内上报", "。", "或1000公里"]),
    "praise": (["系统建设成效显著", "港口改革取得积极进展"], ["建成港口12个"]),
    "fulfilled": (["调整任务已经基本完成", "各项指标全面完成"], ["完成投资3亿元"]),
    "of_a_trade": (["unemployment rate in the fishing industry"], ["output of the service sector", "unemployment rate"]),
    "bare": (["revenue", "the scheme", "impact of the levy"], ["government revenue", "rail fund"]),
    "ceremony": (
        ["接待了三十国的元首", "领导人先后访问了八国", "we successfully hosted the spring summit"],
        ["接待游客300万人次", "hosted 30 firms"],
    ),
    "elsewhere": (["the IMF forecasts growth of 6 per cent", "emerging Asian economies"], ["our economy grew by 3 per cent"]),
    "standing": (
        [
            "Under the current scheme the cap is $400",
            "We will retain the levy of $60",
            "Pupils currently do not pay fees",
            "some 900 pupils attend these schools today",
            "The current Ferry Scheme was introduced in 2013",
        ],
        ["We will raise the levy to $60", "The current account was in surplus"],
    ),
    "pledge": (
        [
            "We will continue to strengthen ties",
            "MHA will also help to transform ports",
            "The Government will promote exports",
            "Further measures will be rolled out",
            "The outlook for 2031 is positive",
            "We build on what our founders achieved",
            "The port is far busier than before",
            "We have built up a robust coast guard",
            "Norland has good safety standards",
            "What I have described are the outlines",
            "Last year, I spoke about the new quay",
            "The Port Board (PB), the Fish Council and offices overseas will also organise promotional activities",
            "The crews have been doing good work",
            "The Harbour Plans are yearly outlines to support fishers",
            "We will have to invest much more in ferries",
        ],
        ["We will build a port", "We will raise the fee", "The outlook is for growth of 3%", "We have built 12 strong boats"],
    ),
    "around": (["围绕", "并依托"], ["建成", "围绕目标，新建"]),
    "soft": (
        ["举办渔业博览会", "营造“北港制造”形象", "建设以“渔业大脑”为核心的系统", "打造数字“渔超市”"],
        ["建立渔船“一码通”系统", "启动“安澜”行动"],
    ),
    "planned": ([" overall deficit that was budgeted a year ago"], [" surplus, higher than was expected"]),
    "for_a_class": (["对超过", "预留份额，对"], ["面对", "投资"]),
    "group": (
        ["the lowest", "firms with sales of more than", "all plants producing", "$150, on top of the yearly grant of"],
        ["raises the fee by", "a surplus of more than"],
    ),
}


@pytest.mark.parametrize(
    ("tells", "text", "told"),
    [(tells, text, told) for tells, both in SAYS.items() for told, texts in zip((True, False), both, strict=True) for text in texts],
    ids=lambda value: str(value),
)
def test_words_tell_what_their_class_says(tells: str, text: str, told: bool) -> None:
    assert (_words(tells).search(text) is not None) is told


def digest_text(text: str) -> Digest:
    return reportsum.digest(text, Settings(engine="rules"))


def led(digest: Digest, kind: str) -> str:
    leaders = set(getattr(digest.leading, kind))
    return "\n".join(item.statement for item in getattr(digest, kind) if item.id in leaders)


PLAN = """云山市智慧渔港行动计划（2026—2028年）
一、总体目标
到2028年，建成渔港监测站40座，渔港数字化服务体系基本形成。
二、重点任务
1.建设云山市渔船定位数据平台。
2.构建多元参与、功能完备的新型服务网络。
3.加快推进全国一体化渔业数据体系建设，深化数据共享。
4.加快构建全国一体化渔业数据体系，提升应用水平。
5.持续优化全国一体化渔业服务平台功能。
6.推动混合动力在1500载重吨以上渔船应用。
7.继续实施渔港整治工程。
8.围绕11条渔业产业链，开展产学研对接。
9.举办“云山渔港”博览会。
"""


def test_of_a_plan_with_goals_in_figures_works_and_rules_lead_and_systems_in_words_do_not() -> None:
    told = led(digest_text(PLAN), "targets")
    for wanted in ("40座", "定位数据平台", "全国一体化渔业数据体系"):
        assert wanted in told
    for passed in ("服务网络", "平台功能", "1500载重吨", "整治工程", "11条", "博览会"):
        assert passed not in told


def test_a_work_told_twice_with_other_verbs_leads_once() -> None:
    assert led(digest_text(PLAN), "targets").count("全国一体化渔业数据体系") == 1


def test_a_plan_without_any_figure_leads_with_its_dated_goal_in_words() -> None:
    text = "云山市渔港治理规划\n一、总体目标\n到2028年，渔港治理制度框架基本形成。\n二、重点任务\n加强渔港管理。\n"
    assert "制度框架基本形成" in led(digest_text(text), "targets")
    with_figure = text.replace("。\n二、", "，建成监测站40座。\n二、")
    assert led(digest_text(with_figure), "targets").count("40座") == 1
    leaders = set(digest_text(with_figure).leading.targets)
    assert not [item for item in digest_text(with_figure).targets if item.id in leaders and not item.figures]


BUDGET = """Budget Speech 2024

Review of 2023

The revised estimate for government revenue for 2023-24 is $45 billion, $2 billion higher than the original estimate.
Two out of three firms with sales of more than $1 million have joined the scheme.
The unemployment rate in the fishing industry fell to 5.1 per cent.
Our unemployment rate was 2.9 per cent in 2023.

Measures for 2024

We will raise the fuel duty from 3% to 4% in 2024.
"""


def test_of_a_budget_no_threshold_no_single_trade_and_no_mere_difference_leads() -> None:
    told = digest_text(BUDGET)
    named = {item.metric for item in told.achievements if item.id in told.leading.achievements}
    statements = led(told, "achievements")
    assert [words for words in ("$45 billion", "2.9 per cent", "$1 million", "fishing") if words in statements] == [
        "$45 billion",
        "2.9 per cent",
    ]
    assert not [name for name in named if name and "above the original" in name]


def test_english_measures_in_general_words_do_not_lead_and_what_begins_does() -> None:
    told = led(
        digest_text(
            "Work Report 2024\n\nTasks for 2024\n\nWe will strengthen the Harbour Management System. "
            "We will promote a win-win situation with our partners. "
            "We will set up a Harbour Infrastructure Fund. We will spend $40 million on the North Quay.\n"
        ),
        "targets",
    )
    assert "Infrastructure Fund" in told
    assert "$40 million" in told
    assert "strengthen" not in told
    assert "win-win" not in told


CHINESE_ROWS = {
    "渔业产值居全省第2位。": True,
    "居全省第2位。": False,
    "年度各项任务全面完成。": True,
    "全市经济工作成效显著。": False,
    "接待了三十国的元首。": False,
    "2024年底前，渔船定位全覆盖。": True,
    "从5月起，全面取消港口收费。": True,
    "市渔业局要推广“安澜”系统。": True,
    "各单位要加强渔港管理。": False,
    "围绕12条产业链开展对接。": False,
    "对超过50人的企业给予补贴。": False,
    "举办招商活动20场。": False,
    "到2024年底，服务能力显著提升。": False,
}
ENGLISH_ROWS = {
    "The Harbour Fund opened in May 2023.": True,
    "Over the past ten years 12 ports were built.": True,
    "Under the current scheme the cap is $400.": False,
    "Under the current scheme the cap is 400 places.": False,
    "This is an increase of 3 per cent.": False,
    "We will complete the North Quay by June 2025.": True,
    "This will be higher by June 2025.": False,
    "The Harbour Authority will publish a Port Plan.": True,
    "We will continue to establish the North Quay Fund.": True,
    "We will continue to strengthen ties with the Pacific Forum.": False,
    "Over the past ten years we will have built 12 ports.": False,
    "The IMF forecasts growth of 6 per cent for Asia.": False,
    "We will help the lowest 20% of earners.": False,
    "We will support firms with sales of more than $1 million.": False,
}
CHINESE_REPORT = "云山市2024年政府工作报告\n一、2023年工作回顾\n{}\n二、2024年工作安排\n{}\n"
ENGLISH_REPORT = "Work Report 2024\n\nReview of 2023\n\n{}\n\nTasks for 2024\n\n{}\n"


@pytest.mark.parametrize(
    ("report", "rows", "planned"),
    [
        (CHINESE_REPORT, CHINESE_ROWS, ("2024年底", "从5月", "市渔业局", "各单位", "围绕", "对超过", "举办", "到2024")),
        (ENGLISH_REPORT, ENGLISH_ROWS, ("We will", "This will", "The Harbour Authority", "Over the past ten years we", "The IMF")),
    ],
)
def test_what_tells_something_by_itself(report: str, rows: dict[str, bool], planned: tuple[str, ...]) -> None:
    review = "\n".join(row for row in rows if not row.startswith(planned))
    tasks = "\n".join(row for row in rows if row.startswith(planned))
    digest = digest_text(report.format(review, tasks))
    read = {}
    for item in (*digest.achievements, *digest.targets):
        read.update({row: is_newsworthy(item) for row in rows if item.statement.endswith(row)})
    assert read == rows


def test_an_aside_in_brackets_is_no_news_and_a_figure_behind_the_brackets_is() -> None:
    digest = digest_text(CHINESE_REPORT.format("完成渔港整治（含3座）后办理结算。\n建成渔港（含北港）12座。", "加强管理。"))
    told = {item.statement: is_newsworthy(item) for item in digest.achievements}
    assert told["建成渔港（含北港）12座。"] is True


def test_of_risks_abroad_the_one_that_is_called_the_greatest_leads_and_history_does_not() -> None:
    text = (
        "Budget Statement 2031\nThe economy grew by 3.1% in 2030. Trade expanded by 4% in 2030. In 1966 a shipyard was opened by the first "
        "governor with 400 workers.\nOutlook\nA slowdown on the mainland remains our biggest external risk. Growth in Europe is weak.\n"
    )
    digest = digest_text(text)
    assert "shipyard" not in led(digest, "achievements")
    assert led(digest, "risks") == "A slowdown on the mainland remains our biggest external risk."


def test_a_growth_forecast_has_its_indicator_however_it_is_called() -> None:
    text = (
        "Budget Statement 2031\nOutlook for 2031\nInflation is expected to reach 2%. "
        "Barring further shocks, growth this year should be around 3%. The Ministry of Finance has forecast growth of 2% to 4% for 2032.\n"
    )
    goals = {
        item.period.label: item.indicator for item in digest_text(text).targets if item.period is not None and "rowth" in item.statement
    }
    assert goals == {"2031": "gdp", "2032": "gdp"}


def test_how_many_may_be_proposed_is_procedure() -> None:
    assert is_procedure("各市推荐的优秀渔港和示范船厂申报主体分别不超过8个和3个。")
    assert not is_procedure("推荐航道通航船舶不超过3000吨。")
