"""Words that name a span of time, and words that set a date."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reportsum
from reportsum.periods import (
    FinancialYear,
    find_date,
    find_deadline,
    find_english_date,
    find_period,
    five_year_plan,
    five_years_until,
    has_years,
    holding_at,
    holding_from,
    is_financial_year,
    is_same_year,
    make_period,
    misprinted_years,
    months,
    periods_in,
    plan_name,
    speaking_year,
)
from tests.test_kinds import digest_text


@pytest.mark.parametrize(
    ("label", "start", "end"),
    [
        ("2022", dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        ("2022H1", dt.date(2022, 1, 1), dt.date(2022, 6, 30)),
        ("2022H2", dt.date(2022, 7, 1), dt.date(2022, 12, 31)),
        ("2022Q3", dt.date(2022, 7, 1), dt.date(2022, 9, 30)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2022-01/2022-05", dt.date(2022, 1, 1), dt.date(2022, 5, 31)),
        ("2021/2025", dt.date(2021, 1, 1), dt.date(2025, 12, 31)),
    ],
)
def test_a_label_says_when_a_period_begins_and_ends(label: str, start: dt.date, end: dt.date) -> None:
    period = make_period(label)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize("label", ["2022H3", "2022Q5", "2022-13", "22", "2025/2021", ""])
def test_a_label_outside_the_grammar_is_refused(label: str) -> None:
    with pytest.raises(ValueError, match=r"names no period|ends before|month"):
        make_period(label)


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 12))
def test_months_go_into_a_label_and_back(year: int, one: int, other: int) -> None:
    first, last = sorted((one, other))
    period = months(year, first, last)
    assert (period.start.month, period.end.month) == (first, last)
    assert make_period(period.label) == period


OWN = [
    ("2019年以来累计投入3亿元", "2022H1", "2019-01/2022-06"),
    ("自2019年以来，三次提高标准", "2022", "2019/2022"),
    ("6月以来新开工项目4个", "2022Q3", "2022-06/2022-09"),
    ("“十五五”时期，年均增长5%", "2024", "2026/2030"),
    ("十五五时期，年均增长5%", "2024", "2026/2030"),
    ("过去的一年，新建公园12座", "2021/2023", "2023"),
    ("“十一五”前四年能耗下降14%", "2009", "2006/2009"),
    # what the words name, in a report of …
    ("6月末,全市各项贷款余额1821.57亿元", "2022H1", "2022-06"),
    ("6月当月,全市工业用电量增长10.4%", "2022H1", "2022-06"),
    ("1-5月,规模以上工业产值增长9.3%", "2019H1", "2019-01/2019-05"),
    ("1—11月份，完成投资86亿元", "2023", "2023-01/2023-11"),
    ("新增长点不断涌现,1-6月份,企业73家", "2020H1", "2020H1"),
    ("跨境电商前5月出口1.3亿元", "2019H1", "2019-01/2019-05"),
    ("二季度认定新开工项目8个", "2022H1", "2022Q2"),
    ("前三季度，税收增长5%", "2023", "2023-01/2023-09"),
    ("2022年上半年，进出口增长8%", None, "2022H1"),
    ("二○二三年，粮食产量65万吨", None, "2023"),
    ("一九七八年轻工业产值增长一成", None, "1978"),
    ("全年新增城镇就业5万人", "2022H2", "2022"),
    ("力争年内完成上市", "2022H2", "2022"),
    ("三年（2021—2023年）改造管网500公里", "2023", "2021/2023"),
    ("2018、2019两年总任务21万座", "2019H1", "2018/2019"),
    ("完成“十三五”期间下达的任务", "2020H1", "2016/2020"),
    ("五年来，累计减税86亿元", "2022", "2018/2022"),
    ("过去五年，生产总值年均增长6.5%", "2022", "2018/2022"),
    ("本届政府任期，新建学校56所", "2022", "2018/2022"),
    ("截至6月28日,完成改造96541座", "2019H1", "2019-06"),
    ("截至6月底，共检查企业75198家", "2019H1", "2019H1"),
    ("到三月中旬左右,企业全部复工", "2020H1", "2020-03"),
    ("今年以来，新增贷款62亿元", "2022H1", "2022H1"),
    ("由2017年的3个增加到2022年的5个", "2022", "2022"),
    ("今年上半年完成投资36亿元", "2023", "2023H1"),
    ("今后五年，年均增长6%", "2024", "2024/2028"),
    ("“十二五”末，宽带覆盖全部行政村", "2012", "2015"),
    ("第一个五年计划期间，新建水库12座", "1956", "1953/1957"),
    ("从1952年到1956年，派出留学生六千人", "1956", "1952/1956"),
    ("在七年中间，扫除文盲三万人", "1956", "1950/1956"),
    ("到“十五五”期末，覆盖率达到95%", "2026", "2030"),
    ("2023-24年度的开支为7600亿元", "2023", "2023/2024"),
    ("二零二三年十月的失业率为2.9%", "2023", "2023-10"),
    ("“八五”期间年均增长9%", "1995", "1991/1995"),
    ("2020年9月至2021年5月，检查渔船860艘", "2020", "2020-09/2021-05"),
    ("2020年9月1日至2021年5月31日检查渔船860艘", "2020", "2020-09/2021-05"),
    ("2020年1月—2021年12月，改造泊位12个", None, "2020/2021"),
    ("第八个五年计划所规定的产量目标", "1991", "1991/1995"),
    ("到本世纪末，产量达到900万吨", "1991", "2000"),
]


@pytest.mark.parametrize(("text", "default", "label"), OWN, ids=[row[0] for row in OWN])
def test_words_name_a_period(text: str, default: str | None, label: str) -> None:
    found = find_period(text, make_period(default) if default else None)
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize(
    "text",
    [
        "同比增长5.6%",
        "比上年增长5.1%",
        "较一季度提升3个位次",
        "增速较5月回升8.6个百分点",
        "比上年末提升了2.1个百分点",
        "较去年全年增长50%",
        "与2019年相比增长23%",
        "是2012年的2.5倍",
        "从2018年的12家增加到36家",
        "较去年同期提高0.7个百分点",
        "从今年1月1日起提高标准",
        "公路投资900亿元，是1950年到1997年总和的1.7倍",
        "编制《国土空间总体规划（2021—2035年）》",
        "实施总体规划(2021-2035年)",
        "总量完成全年目标的52.4%",
        "落实“十四五”规划部署",
        "培育6个月龄犊牛",
        "组织1-2个专项检查",
        "新建90年代老小区停车场",
        "根据2020年县委全会的决定，设立基金",
        "做好2028年博览会的筹办工作",
        "支持云山县申办2030年冬运会",
        "按2020年不变价计算的产值",
        "对2021年制定的计划作了修订",
        "经济运行总体平稳",
        "",
    ],
)
def test_a_comparison_or_a_name_is_no_period(text: str) -> None:
    assert find_period(text, make_period("2022H1")) is None


def test_this_year_is_the_year_the_report_speaks_in() -> None:
    reviewed, planned = make_period("2023"), make_period("2024")
    spoken_in = speaking_year(reviewed, planned, None)
    found = find_period("去年，我们完成投资860亿元", reviewed, spoken_in=spoken_in)
    assert found == reviewed
    assert find_period("今年，计划完成投资900亿元", planned, spoken_in=spoken_in) == planned


def test_the_speaking_year_falls_back_on_the_date_and_the_reviewed_year() -> None:
    assert speaking_year(make_period("2022H1"), None, dt.date(2022, 7, 28)) == 2022
    assert speaking_year(make_period("2022"), None, None) == 2022
    assert speaking_year(None, None, None) is None


def test_what_a_review_says_of_this_year_and_the_years_to_come_counts_from_the_year_it_is_said_in() -> None:
    reviewed = make_period("2018H1")
    told = [
        find_period(text, reviewed, spoken_in=2019) for text in ("今年投资提高到14%", "今年一月一日设立", "明后两年还要增加", "9月竣工")
    ]
    assert told == [make_period("2019"), make_period("2019-01"), make_period("2020/2021"), None]
    assert [named.period.label for named in periods_in("细化了今后五年的任务", make_period("2016/2018"), spoken_in=2019)] == []
    assert [named.period.label for named in periods_in("今后五年，年均增长5%", make_period("2016/2020"), spoken_in=2019)] == ["2019/2023"]


def test_every_own_time_is_found_with_its_place() -> None:
    text = "1-5月,零售额增长5.7%,预计上半年增速6%左右"
    found = periods_in(text, make_period("2019H1"))
    assert [(text[named.span.start : named.span.end], named.period.label) for named in found] == [
        ("1-5月", "2019-01/2019-05"),
        ("上半年", "2019H1"),
    ]
    at = holding_at(found, text.index("6%"))
    assert at is not None
    assert at.label == "2019H1"
    assert holding_at(found, 0) is not None
    assert holding_at(periods_in("增长5%,6月末达标", make_period("2019H1")), 2) is None


DEADLINES = [
    ("确保328国道快速化改造工程10月份建成通车", "2022H2", "2022-10"),
    ("6月底前完成全部改造", "2022", "2022-06"),
    ("上湖医院主体工程年底前竣工", "2022H2", "2022-12"),
    ("力争8月底先行站点开工建设", "2020H2", "2020-08"),
    ("确保53家服务站9月底前建设到位", "2020H2", "2020-09"),
    ("加快丁仓港路建设,力争十月份完工", "2020H2", "2020-10"),
    ("年内完成3个绿岛项目建设", "2022H2", "2022-12"),
    ("到2025年，研发投入占比达到3.2%", "2022", "2025-12"),
    ("2024年底前建成投用", "2022", "2024-12"),
    ("6月30日前完成整改", "2023", "2023-06-30"),
    ("明年6月竣工", "2022H2", "2023-06"),
    ("三季度末前开工", "2022H2", "2022-09"),
    ("“十四五”末覆盖率达到95%", "2022", "2025-12"),
    ("2035年前基本实现现代化", None, "2035-12"),
    ("在三年内，所有水库都要完成除险加固", "2022", "2024-12"),
    ("要在今后五年内新建学校20所", "2022", "2026-12"),
    ("用两到三年时间完成水库加固", "2022", "2024-12"),
    ("三年内完成老旧小区改造", "2022", "2024-12"),
    ("两年内基本取消全市渡口收费", "2022", "2023-12"),
    ("三年内给予定额税费减免", "2022", None),
    ("到本世纪末，产量达到900万吨", "1991", "2000-12"),
]


@pytest.mark.parametrize(("text", "plan", "deadline"), DEADLINES, ids=[row[0] for row in DEADLINES])
def test_words_set_a_deadline(text: str, plan: str | None, deadline: str | None) -> None:
    assert find_deadline(text, make_period(plan) if plan else None) == deadline


@pytest.mark.parametrize(
    "text",
    [
        "全年新增就业5万人",
        "1-5月完成投资86亿元",
        "较6月回升8个百分点",
        "7月以来持续回暖",
        "6月份已完成",
        "编制《2035年远景规划》",
        "6月31日前完成",
        "加快推进重点项目",
        "五年内基本建设投资四百亿元",
        "半年内完成机构调整",
        "这是今后若干年内降低消耗的主要途径",
        "用水是数年内的难题，要着力化解",
        "自发证之日起，在两年内办理验收",
    ],
)
def test_no_deadline_is_set(text: str) -> None:
    assert find_deadline(text, make_period("2022")) is None


def test_without_a_year_no_month_is_a_deadline() -> None:
    assert find_deadline("10月份建成通车", None) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("发布时间:2022-07-29 14:22", dt.date(2022, 7, 29)),
        ("——2022年7月28日在市十七届人大常委会第五次会议上", dt.date(2022, 7, 28)),
        ("一九五六年六月十五日", dt.date(1956, 6, 15)),
        ("二〇二四年一月三十一日", dt.date(2024, 1, 31)),
        ("2022-13-40", None),
        ("2022年7月", None),
    ],
)
def test_full_dates_are_read(text: str, date: dt.date | None) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize(("number", "label"), [("一", "1953/1957"), ("三", "1966/1970"), ("八", "1991/1995"), ("十四", "2021/2025")])
def test_five_year_plans_have_their_years(number: str, label: str) -> None:
    assert five_year_plan(number).label == label


@given(st.text(max_size=60), st.sampled_from([None, "2022H1", "2024", "2018/2022"]))
def test_any_text_can_be_asked_for_its_time(text: str, default: str | None) -> None:
    period = make_period(default) if default else None
    for named in periods_in(text, period):
        assert 0 <= named.span.start < named.span.end <= len(text)
        assert make_period(named.period.label) == named.period
    find_deadline(text, period)


@given(
    st.lists(
        st.sampled_from(
            ["2022年", "今年", "上半年", "6月", "-", "至", "1", "12", "月", "“十四五”期间", "五年来", "较", "底", "前", "以来", "《", "》"]
        ),
        max_size=12,
    ).map("".join)
)
def test_time_words_in_any_order_do_no_harm(text: str) -> None:
    find_period(text, make_period("2022H1"))
    find_deadline(text, make_period("2022H2"))


@pytest.mark.parametrize("text", ["增速为1985年以来最高", "产量创2016年以来新高，", "占比升至2012年以来最高水平。"])
def test_the_years_a_record_goes_back_to_are_not_its_time(text: str) -> None:
    assert find_period(text, make_period("2025")) is None


def test_what_was_done_since_a_year_is_of_the_years_since() -> None:
    named = find_period("2018年以来最大规模的改造", make_period("2025"))
    assert named is not None
    assert named.label == "2018/2025"


FIVE_YEARS = """云山县政府工作报告（2026年1月）
一、过去五年工作回顾
五年来，财政支出由2020年的20亿元增加到2025年的31亿元，五年共计126亿元，其中，用于教育的资金28亿元，用于医疗的资金12亿元。进出口总额由2020年的32亿元增加到2025年的62亿元；出口总额由18亿元增加到32亿元。困难人口由4960人减少到2820人。
"""


def _times(text: str) -> dict[str, str | None]:
    told = {}
    for item in reportsum.digest(text).achievements:
        for figure in item.figures:
            period = figure.period or item.period
            told[figure.text] = period.label if period else None
    return told


def test_a_sum_over_five_years_and_its_parts_are_of_all_of_them() -> None:
    times = _times(FIVE_YEARS)
    assert [times[text] for text in ("31亿元", "126亿元", "28亿元", "12亿元")] == ["2025", "2021/2025", "2021/2025", "2021/2025"]


def test_values_that_others_rose_from_have_the_year_their_pair_starts_with() -> None:
    times = _times(FIVE_YEARS)
    assert [times[text] for text in ("18亿元", "32亿元", "4960人", "2820人")] == ["2020", "2025", "2020", "2025"]


def test_the_year_of_a_stage_holds_for_its_paragraph() -> None:
    stages = "第一阶段到2025年，基本形成夜校体系。新建夜校20所。\n\n第二阶段到2030年，全面形成夜校体系。新建夜校60所。\n"
    text = f"夜校建设规划\n\n一、建设目标\n\n{stages}"
    targets = reportsum.digest(text).targets
    assert {item.figures[0].text: item.period and item.period.label for item in targets if item.figures} == {"20所": "2025", "60所": "2030"}


PLANS = """2026年云山县政府工作报告
——2026年1月12日在县第三届人民代表大会第一次会议上
一、2025年工作回顾
去年新建学校30所。今年一月一日，县公共数据平台正式启用。预算草案已经提请本次会议审查。
二、一张蓝图绘到底，奋力谱写新篇章
“十五五”时期全县经济社会发展的总体要求是：稳中求进。
（一）坚持创新
统筹推进水库群联调工程，新建泵站40座。
三、“十四五”时期发展成就和“十五五”时期主要目标任务
实施湿地修复工程，修复湿地8万亩。
四、2026年工作安排
新建公园12座。在三年内，所有乡镇都要建成养老院。
"""


def test_tasks_of_the_next_plan_have_its_years_and_those_of_this_year_its_own() -> None:
    digest = reportsum.digest(PLANS)
    told = {item.figures[0].text if item.figures else item.statement[:4]: item.period and item.period.label for item in digest.targets}
    assert told["40座"] == told["8万亩"] == "2026/2030"
    assert (told["12座"], told["在三年内"]) == ("2026", "2026/2028")
    assert [item.deadline for item in digest.targets if item.statement.startswith("在三年内")] == ["2028-12"]


TERMS = """2026年云山县政府工作报告
——2026年1月12日在县第三届人民代表大会第一次会议上
一、过去五年工作回顾
五年来，机耕率达到93%，比全省高18.3个百分点。
二、2026年工作安排
两年内取消全部渡口收费，方便群众。修缮码头6座。
"""


def test_a_term_is_that_of_its_promise_and_a_difference_is_of_the_day_of_its_value() -> None:
    digest = reportsum.digest(TERMS)
    rate, gap = digest.achievements[0].figures
    assert (digest.achievements[0].period.label, rate.period, gap.period) == ("2025", None, None)  # type: ignore[union-attr]
    told = {item.statement[:2]: (item.period and item.period.label, item.deadline) for item in digest.targets}
    assert told == {"两年": ("2026/2027", "2027-12"), "修缮": ("2026", None)}


def test_what_was_done_this_year_is_of_this_year_in_a_report_on_the_year_before() -> None:
    told = {item.statement[:2]: item.period and item.period.label for item in reportsum.digest(PLANS).achievements}
    assert told == {"去年": "2025", "今年": "2026-01", "预算": "2026"}


def test_a_year_with_a_figure_of_its_own_is_not_that_of_the_figures_before_it() -> None:
    text = "中央支出将由上年18亿元增加到95亿元，明年将安排200亿元。新建泵站40座，2030年达到60座。"
    digest = reportsum.digest(PLANS.replace("新建公园12座。", text))
    told = {figure.text: (figure.period or item.period) for item in digest.targets for figure in item.figures}
    labels = {words: period.label for words, period in told.items() if period is not None}
    assert [labels[words] for words in ("95亿元", "200亿元", "60座")] == ["2026", "2027", "2030"]


def test_life_expectancy_is_of_the_last_of_the_years_reviewed() -> None:
    assert _times(FIVE_YEARS + "我县人口平均期望寿命已经达到78岁。\n")["78岁"] == "2025"


def test_aims_behind_their_heading_in_one_line_have_the_year_it_opens_with() -> None:
    aims = "（二）基本目标。“十二五”末，试点形成示范效应。宽带网络初步建成，家庭带宽达到20Mbps。"
    digest = reportsum.digest(
        f"关于开展宽带县建设的意见\n\n一、总体要求和基本目标\n\n（一）总体要求。坚持统筹规划，加快网络建设。\n\n{aims}\n"
    )
    assert [item.figures[0].text for item in digest.targets if item.figures] == ["20Mbps"]
    assert {item.period and item.period.label for item in digest.targets if "示范效应" in item.statement or item.figures} == {"2015"}
    assert not digest.achievements


TERM = """云山县政府工作报告
——2026年1月12日在县第三届人民代表大会第一次会议上
一、2025年工作回顾
去年新建学校3所。
各位代表！2025年任务顺利完成，标志着“十四五”圆满收官。过去的五年极不平凡，我们坚持创新。技术合同成交额从2亿元增加到6亿元，研发投入强度2.6%，新建泵站12座。
二、2026年工作安排
根据县委建议，县政府编制了《云山县国民经济和社会发展第十五个五年规划纲要（草案）》。为实现目标，《纲要（草案）》安排了12项重点工程。
新建公园7座。
"""


def test_a_sentence_on_the_years_of_a_term_takes_its_paragraph_over() -> None:
    assert _times(TERM) == {"3所": "2025", "2亿元": "2020", "6亿元": "2025", "2.6%": "2025", "12座": "2021/2025"}


def test_what_the_outline_arranges_is_of_the_years_of_its_plan() -> None:
    told = {item.figures[0].text: item.period and item.period.label for item in reportsum.digest(TERM).targets if item.figures}
    assert told == {"12项": "2026/2030", "7座": "2026"}


def test_a_figure_has_the_time_that_its_own_part_names() -> None:
    text = PLANS.replace("新建公园12座。", "确保老城改造项目10月份开工，东山80万吨水泥项目年内投产。")
    told = [item for item in reportsum.digest(text).targets if any(figure.text == "80万吨" for figure in item.figures)]
    assert [(item.period and item.period.label, item.deadline) for item in told] == [("2026", "2026-12")]


def test_what_a_promise_builds_on_is_not_its_time() -> None:
    text = PLANS.replace("新建公园12座。", "今后五年，我们要在过去十年建设的基础上，提前实现产值翻番。")
    told = [item for item in reportsum.digest(text).targets if any(figure.text == "翻番" for figure in item.figures)]
    assert [item.period and item.period.label for item in told] == ["2026/2030"]


def test_growth_over_a_year_long_before_is_of_the_years_since() -> None:
    text = "与2020年相比，研发投入增长85%。2025年粮食产量比2020年增长9%，达到41亿斤。出口比2024年增长7%。"
    times = _times(PLANS.replace("去年新建学校30所。", text))
    assert [times[words] for words in ("85%", "9%", "41亿斤", "7%")] == ["2021/2025", "2021/2025", "2025", "2025"]


def test_what_was_begun_earlier_is_told_as_it_has_come_to_be_with_its_parts() -> None:
    text = "2022年我们提出用三年时间解决欠薪，各乡镇已偿还工资3400万元，占拖欠的98%，其中清付民工工资330万元。"
    times = _times(PLANS.replace("去年新建学校30所。", text))
    assert [times[words] for words in ("3400万元", "330万元")] == ["2025", "2025"]


def test_what_is_wrong_is_wrong_at_the_end_of_the_years_its_paragraph_opens_with() -> None:
    problems = "“十四五”时期，受外部冲击影响，两项指标未能如期完成。财政收支矛盾突出。就业压力较大。"
    risks = reportsum.digest(FIVE_YEARS + f"\n二、存在的问题\n{problems}\n").risks
    told = {item.statement[:4]: item.period and item.period.label for item in risks}
    assert (told["“十四五"], told["财政收支"], told["就业压力"]) == ("2021/2025", "2025", "2025")


def test_the_year_of_accounts_is_the_one_they_tell_of_also_where_they_came_out_a_year_later() -> None:
    text = "滨海市水务局2022年度部门决算\n\n发布日期：2023-09-01\n\n一、收入情况\n\n本年收入合计1790.2万元。\n"
    made = digest_text(text)
    assert {item.period.label for item in made.achievements if item.period is not None} == {"2022"}


def test_what_held_for_years_on_end_and_what_is_said_of_now_in_a_plan_have_their_own_years() -> None:
    text = (
        "溪口省政府工作报告\n——2026年1月15日在溪口省第十四届人民代表大会第四次会议上\n一、“十四五”时期工作回顾\n"
        "五年来，经济平稳发展。空气优良天数连续六年稳定在320天以上。港口航线通达全球62个国家。外资规模连续八年居全国第一。"
        "湖水水质30年来首次达到良好，建成湿地90处。\n"
        "二、2026年工作安排\n当前，世界经济复苏动力不足，不确定因素增多。新建学校30所。\n"
    )
    read = reportsum.digest(reportsum.from_text(text))
    told = {figure.text: (figure.period or item.period) for item in read.achievements for figure in item.figures}
    assert (told["320天"] and told["320天"].label, told["62个"] and told["62个"].label) == ("2020/2025", "2025")
    assert (told["第一"] and told["第一"].label, told["90处"] and told["90处"].label) == ("2018/2025", "2021/2025")
    assert {item.period and item.period.label for item in read.risks} == {"2026"}


def test_a_pair_of_values_told_behind_a_run_of_years_starts_in_the_first_of_them() -> None:
    text = (
        "从2018年到2023年，城乡居民人均住房面积由31.5平方米提高到37.5平方米，2024年达到38.8平方米，平均每年提高3.6%，"
        "超过2001年到2017年平均每年提高1.3%的速度。"
    )
    times = _times(PLANS.replace("去年新建学校30所。", text))
    assert [times[words] for words in ("31.5平方米", "37.5平方米", "38.8平方米")] == ["2018", "2023", "2024"]
    assert [times[words] for words in ("3.6%", "1.3%")] == ["2019/2023", "2001/2017"]


def test_growth_told_on_the_basis_of_earlier_years_is_of_the_year_it_is_told_for() -> None:
    text = "2025年，工业产值突破900亿元，在2021到2024年平均每年增长6.4%的基础上，比上年增长9.7%。"
    times = _times(PLANS.replace("去年新建学校30所。", text))
    assert [times[words] for words in ("900亿元", "6.4%", "9.7%")] == ["2025", "2021/2024", "2025"]


def test_a_yearly_average_towards_a_goal_has_no_years_that_the_text_does_not_name() -> None:
    goal = "到2025年年底，软件业收入突破80亿元，年均增长10%以上。"
    for opening, label in (("坚持创新引领。", "2025"), ("落实“十四五”规划要求。", "2021/2025")):
        read = reportsum.digest(f"云山县软件产业行动计划\n\n一、发展目标\n\n{opening}{goal}\n")
        told = {figure.text: figure.period or item.period for item in read.targets for figure in item.figures}
        assert told["10%"] is not None
        assert told["10%"].label == label


def test_what_is_due_in_a_text_that_plans_for_no_time_is_of_the_year_it_is_due_in() -> None:
    read = reportsum.digest(reportsum.from_text("申报通知\n申报单位须于2022年10月28日前完成线上申报。\n", "notice"))
    assert [(item.period and item.period.label, item.basis.period) for item in read.targets] == [("2022", "own")]


MORE_PERIODS: list[tuple[str, str | None, str | None]] = [
    ("上年完成投资8亿元", "2023", "2022"),
    ("上一年完成投资", "2023", "2022"),
    ("前年建成", "2023", "2021"),
    ("去年9月", "2023", "2022-09"),
    ("明年，新建学校3所", "2023", None),
    ("2019年以来，新建学校12所", "2022", "2019/2022"),
    ("2021年7月以来，新建", "2022", "2021-07/2022-12"),
    ("3月以来，新建", "2022", "2022-03/2022-12"),
    ("2023年以来，新建", "2022", None),
    ("“十三五”以来，新建", "2018", "2016/2018"),
    ("“十三五”末，", "2018", "2020"),
    ("“十四五”前三年", "2023", "2021/2023"),
    ("第一个五年计划期间", None, "1953/1957"),
    ("十五五时期", None, "2026/2030"),
    ("第三季度，完成", "2022", "2022Q3"),
    ("2022年三季度", "2022", "2022Q3"),
    ("今年前三季度", "2022", "2022-01/2022-09"),
    ("前7个月", "2022", "2022-01/2022-07"),
    ("下半年完成", "2022", "2022H2"),
    ("一至九月份", "2022", "2022-01/2022-09"),
    ("1-12月", "2022", "2022"),
    ("12月", "2022", "2022-12"),
    ("9月至3月", "2022", None),
    ("截至6月底，共检查企业120家", "2022H1", "2022H1"),
    ("截至6月底，贷款余额1200亿元", "2022H1", "2022-06"),
    ("2018-19年度", "2018", "2018/2019"),
    ("1999-00年度", "1999", "1999/2000"),
    ("今明两年", "2023", "2023/2024"),
    ("今后三年", "2024", "2024/2026"),
    ("五年来，新建", "2022", "2018/2022"),
    ("过去一年，新建", "2022", "2022"),
    ("本届政府任期", "2022", "2018/2022"),
    ("20世纪末", None, "2000"),
    ("本世纪末", "2023", "2100"),
    ("2100年", None, "2100"),
    ("2101年", None, None),
    ("1900年", None, "1900"),
    ("1899年", None, None),
    ("2020年9月至2019年5月", None, None),
]


@pytest.mark.parametrize(("text", "default", "label"), MORE_PERIODS, ids=[row[0] for row in MORE_PERIODS])
def test_years_and_parts_of_them_are_counted_from_what_the_report_tells_of(text: str, default: str | None, label: str | None) -> None:
    found = find_period(text, make_period(default) if default else None)
    assert (found.label if found else None) == label


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("本办法自2024年1月1日起施行，有效期3年。", [("2024/2026", "2024年1月1日起施行，有效期3年")]),
        ("本细则自2023年12月5日起实施，有效期限为两年。", [("2023-12/2025-11", "2023年12月5日起实施，有效期限为两年")]),
        ("本办法自2024年7月1日起施行，有效期至2026年6月30日。", [("2024-07/2026-06", "2024年7月1日起施行，有效期至2026年6月")]),
        ("自2024年7月1日起施行，有效期至2023年6月。", []),
        ("本办法自2024年7月1日起施行。", []),
        ("有效期3年。", []),
    ],
)
def test_a_regulation_holds_for_the_months_it_names(text: str, told: list[tuple[str, str]]) -> None:
    assert [(named.period.label, text[named.span.start : named.span.end]) for named in holding_from(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("0402年启动", ["0402年"]),
        ("到2205年3月完成，1205年建成", ["2205年", "1205年"]),
        ("4015年底前", ["4015年"]),
        ("有3000年历史", []),
        ("1905年5月，2015年底", []),
        ("12,015年底，20015年底", []),
    ],
)
def test_years_no_report_speaks_of_are_misprints(text: str, told: list[str]) -> None:
    assert [text[span.start : span.end] for span in misprinted_years(text)] == told


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("1月1日前完成", "2023-01-01"),
        ("12月31日前完成", "2023-12-31"),
        ("2月28日前完成", "2023-02-28"),
        ("2月30日前完成", None),
        ("《2030年前行动方案》明确，9月底前完成", "2023-09"),
        ("2030年达到50%", "2030-12"),
        ("2020年达到50%", None),
        ("上半年完成", "2023-06"),
        ("一季度末前完成", "2023-03"),
        ("次年3月完成", "2024-03"),
        ("有效期至2025年6月", None),
        ("2101年底前", None),
        ("今年要全部淘汰", "2023-12"),
        ("岁末前完工", "2023-12"),
        ("5月起实施", None),
        ("比5月提高", None),
        ("须于10月28日前报送", "2023-10-28"),
    ],
)
def test_a_deadline_is_the_last_day_or_month_that_is_named(text: str, deadline: str | None) -> None:
    assert find_deadline(text, make_period("2023")) == deadline


def test_of_several_deadlines_each_task_has_its_own_and_none_lies_in_the_past() -> None:
    text = "改造小区20个（9月底前完成），新建公园8座（6月底前完成），修路5公里，12月开工桥梁"
    told = {words: find_deadline(text, make_period("2023"), at=text.index(words)) for words in ("20个", "8座", "桥梁")}
    assert told == {"20个": "2023-09", "8座": "2023-06", "桥梁": "2023-12"}
    assert find_deadline(text, make_period("2023"), at=text.index("5公里"), alone=False) is None
    day = dt.date(2022, 7, 1)
    assert find_deadline("2022年6月前完成", make_period("2023"), not_before=day) is None
    assert find_deadline("2022年7月前完成", make_period("2023"), not_before=day) == "2022-07"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2022年2月29日", None),
        ("2024年2月29日", dt.date(2024, 2, 29)),
        ("2022-00-10", None),
        ("2022-13-10", None),
        ("2022.7.00", None),
        ("2022年1月1日", dt.date(2022, 1, 1)),
        ("2022-12-31", dt.date(2022, 12, 31)),
        ("1899年1月1日", None),
        ("2100年12月31日", dt.date(2100, 12, 31)),
    ],
)
def test_a_date_is_a_day_of_the_calendar(text: str, date: dt.date | None) -> None:
    assert find_date(text) == date


def test_an_english_date_is_a_day_of_the_calendar() -> None:
    texts = ("January 1, 2024", "February 29, 2023 and 1 March 2023", "31 December 2100", "5 May 1899", "June 0, 2020")
    dates = [dt.date(2024, 1, 1), dt.date(2023, 3, 1), dt.date(2100, 12, 31), None, None]
    assert [find_english_date(text) for text in texts] == dates


def test_a_financial_year_is_the_calendar_year_that_shares_half_of_it() -> None:
    pairs = [
        ("2018-04/2019-03", "2018"), ("2018", "2018-04/2019-03"), ("2018-07/2019-06", "2019"), ("2018", "2018"),
        ("2019", "2018-04/2019-03"), ("2018-10/2019-09", "2018"), ("2018H1", "2018"), ("2018-04/2019-03", "2019-04/2020-03"),
    ]  # fmt: skip
    assert [is_same_year(make_period(one), make_period(other)) for one, other in pairs] == [True] * 4 + [False] * 4
    spans = [make_period(label) for label in ("2018-04/2019-03", "2018", "2017/2018", "2018-04/2019-04")]
    assert [is_financial_year(span) for span in spans] == [True, False, False, False]
    assert [has_years(span) for span in spans] == [False, False, True, True]
    years = [FinancialYear(4, "first").named(2018), FinancialYear(4, "last").named(2018), FinancialYear(1, "last").named(2018)]
    assert [year.label for year in years] == ["2018-04/2019-03", "2017-04/2018-03", "2018"]


def test_five_year_plans_are_named_by_their_years() -> None:
    ends = (five_years_until(year) for year in (1965, 1970, 2024, 2025))
    assert [years.label if years else None for years in ends] == [None, "1966/1970", None, "2021/2025"]
    names = [plan_name(make_period(f"{year}/{year + 4}")) for year in (1966, 1981, 2016, 2021, 2066)]
    assert names == ["三五", "六五", "十三五", "十四五", "二十三五"]


def test_a_later_year_behind_a_fact_of_this_year_is_that_of_what_follows() -> None:
    text = "今年建成东西高铁，里程突破900公里，2027年、2028年分别建成南北、环山高铁"
    assert find_deadline(text, make_period("2026"), at=text.index("900")) is None
    assert find_deadline("里程突破900公里，2027年底前全部建成", make_period("2026"), at=4) == "2027-12"
