"""What a report says of itself. The layouts in `cases/outline/` carry their metadata too."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

import reportsum
from reportsum.cleaning import clean
from reportsum.headings import find_outline
from reportsum.metadata import ReportMeta, metadata_cautions, read_metadata
from reportsum.models import Period

CASES = sorted((Path(__file__).parent / "cases" / "outline").glob("*.toml"))
SEEDS = Path(__file__).parent.parent / "seeds"
FIELDS = ("title", "kind", "place", "issuer", "published", "period", "plan_period")


def read(source: str, name: str = "report.txt") -> ReportMeta:
    working = clean(source)
    return read_metadata(working.text, find_outline(working.text), working.language, name)


def written(meta: ReportMeta) -> dict[str, str]:
    """Return the fields that are not None, as the case files write them."""
    values = {field: getattr(meta, field) for field in FIELDS}
    return {field: value.label if isinstance(value, Period) else str(value) for field, value in values.items() if value is not None}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_layout_of_the_genre_gives_its_metadata(path: Path) -> None:
    case: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    assert written(read(case["text"])) == case["meta"]


SEED_METADATA = {
    "nantong-2022h1-plan": {
        "title": "关于南通市2022年国民经济和社会发展计划上半年执行情况的报告",
        "kind": "plan_execution",
        "place": "南通市",
        "issuer": "南通市发改委",
        "published": "2022-07-29",
        "period": "2022H1",
        "plan_period": "2022H2",
    },
    "haian-2022h1-plan": {
        "title": "海安市2022年上半年国民经济和社会发展计划执行情况的报告",
        "kind": "plan_execution",
        "place": "海安市",
        "issuer": "海安市发展和改革委员会",
        "published": "2022-08-03",
        "period": "2022H1",
        "plan_period": "2022H2",
    },
    "nantong-2024-work-report": {
        "kind": "work_report",
        "place": "南通市",
        "issuer": "南通市人民政府",
        "period": "2023",
        "plan_period": "2024",
    },
    "nantong-2019h1-key-tasks": {"kind": "task_progress", "place": "南通市", "period": "2019H1", "plan_period": "2019"},
    "qidong-2020h1-plan": {
        "kind": "plan_execution",
        "place": "启东市",
        "issuer": "启东市发展和改革委员会",
        "published": "2020-07-29",
        "period": "2020H1",
        "plan_period": "2020H2",
    },
}


@pytest.mark.parametrize("name", SEED_METADATA)
def test_a_seed_says_who_when_and_where(name: str) -> None:
    with (SEEDS / f"{name}.txt").open(encoding="utf-8", errors="replace", newline="") as file:
        assert written(read(file.read())) == SEED_METADATA[name]


BODY = "\n\n一、综合\n\n全年地区生产总值1286.5亿元，增长6.3%，经济运行总体平稳。\n\n二、农业\n\n粮食总产量68.3万吨，增长1.2%。\n"
SPEECH = "\n\n一、{0}\n\n全市地区生产总值增长6.3%，主要目标任务圆满完成。\n\n二、{1}\n\n力争地区生产总值增长6%左右，新增就业3万人。\n"


@pytest.mark.parametrize(
    ("source", "period", "plan_period"),
    [
        pytest.param("如东县2023年国民经济和社会发展统计公报" + BODY, "2023", None, id="a_bulletin_reviews_its_year"),
        pytest.param("如东县2023年一季度经济运行情况" + BODY, "2023Q1", None, id="a_quarter"),
        pytest.param("如东县2023年前三季度经济运行情况" + BODY, "2023-01/2023-09", None, id="three_quarters"),
        pytest.param("如东县2023年1—5月经济运行情况" + BODY, "2023-01/2023-05", None, id="months"),
        pytest.param("如东县2024年政府工作报告" + SPEECH.format("过去一年工作回顾", "今年重点工作"), "2023", "2024",
                     id="a_speech_of_2024_reviews_2023"),
        pytest.param("政府工作报告\n——2023年12月28日在如东县第十八届人民代表大会第三次会议上\n各位代表："
                     + SPEECH.format("2023年工作回顾", "2024年工作安排"), "2023", "2024", id="a_speech_given_before_new_year"),
        pytest.param("政府工作报告\n——2022年1月8日在如东县第十八届人民代表大会第一次会议上\n各位代表："
                     + SPEECH.format("过去五年工作回顾", "今后五年的奋斗目标和2022年重点工作"), "2017/2021", "2022",
                     id="a_term_of_five_years"),
        pytest.param("如东县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告"
                     + SPEECH.format("2023年计划执行情况", "2024年计划草案"), "2023", "2024", id="execution_and_draft"),
        pytest.param("如东县2024年上半年工作总结" + SPEECH.format("上半年工作情况", "下半年工作打算"), "2024H1", "2024H2",
                     id="half_years"),
        pytest.param("如东县2023年9月份重点任务进展情况" + BODY, "2023-01/2023-09", "2023", id="progress_by_a_month"),
        pytest.param("桃园市政府施政总报告\n\n一、财政\n\n113年度预算岁入982亿元。\n\n二、建设\n\n113年8月动工，114年完工。\n",
                     "2024", None, id="years_of_the_republic_in_the_text"),
        pytest.param("2021年工作总结及2022年工作思路\n县水利局" + SPEECH.format("2021年工作开展情况", "2022年工作思路"), "2021", "2022",
                     id="a_bureau_reviews_and_plans"),
        pytest.param("如东县2024年政府工作要点" + BODY, None, "2024", id="a_plan_reviews_nothing"),
        pytest.param("如东县制造业高质量发展三年行动计划（2023—2025年）" + BODY, None, "2023/2025", id="a_plan_of_three_years"),
        pytest.param("如东县“十四五”数字经济发展规划" + BODY, None, "2021/2025", id="a_five_year_plan_by_its_name"),
    ],
)  # fmt: skip
def test_a_report_reviews_one_period_and_plans_another(source: str, period: str | None, plan_period: str | None) -> None:
    meta = read(source)
    assert (meta.period and meta.period.label, meta.plan_period and meta.plan_period.label) == (period, plan_period)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("如东县2024年政府工作报告", "work_report"),
        ("行政长官2023年施政报告", "work_report"),
        ("市政府施政总报告", "work_report"),
        ("2022年度本级预算执行和其他财政收支的审计工作报告", "audit"),
        ("关于如东县2023年国民经济和社会发展计划执行情况的报告", "plan_execution"),
        ("关于如东县2023年预算执行情况和2024年预算草案的报告", "budget"),
        ("如东县2023年政府重点工作任务上半年进展情况", "task_progress"),
        ("如东县2023年民生实事项目进展情况", "task_progress"),
        ("如东县2023年国民经济和社会发展统计公报", "bulletin"),
        ("如东县第七次全国人口普查公报", "bulletin"),
        ("如东县国民经济和社会发展第十四个五年规划", "plan"),
        ("如东县2024年政府工作要点", "plan"),
        ("如东县推进夜间经济发展实施方案", "plan"),
    ],
)
def test_the_title_names_the_genre(title: str, kind: str) -> None:
    assert read(title + BODY).kind == kind


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("政 府 工 作 报 告\n", "政府工作报告", id="spaced"),
        pytest.param("关于如东县2023年国民经济和社会发展计划\n执行情况的报告\n", "关于如东县2023年国民经济和社会发展计划执行情况的报告",
                     id="on_two_lines"),
        pytest.param("# 如东县2023年统计公报\n", "如东县2023年统计公报", id="markdown"),
        pytest.param("", None, id="absent"),
    ],
)  # fmt: skip
def test_a_title_is_found_as_it_reads(head: str, title: str | None) -> None:
    assert read(head + BODY.lstrip()).title == title


@pytest.mark.parametrize(
    ("head", "published"),
    [
        pytest.param("如东县2023年统计公报\n发布时间：2024-03-18 10:22\n", dt.date(2024, 3, 18), id="metadata_line"),
        pytest.param("政府工作报告\n——2024年1月9日在如东县第十八届人民代表大会第三次会议上\n", dt.date(2024, 1, 9), id="delivery_line"),
        pytest.param("如东县2023年统计公报\n如东县统计局\n2024年3月18日\n", dt.date(2024, 3, 18), id="line_below_the_title"),
        pytest.param("如东县2023年统计公报\n发布时间：2024-13-40\n", None, id="no_such_day"),
        pytest.param("如东县2023年统计公报\n", None, id="not_said"),
        pytest.param("如东县2023年统计公报\n来源:县统计局2024-03-18 10:22\n", dt.date(2024, 3, 18), id="behind_the_source"),
        pytest.param("会议纪录\n2024年1月17日星期三\n", dt.date(2024, 1, 17), id="with_its_weekday"),
    ],
)
def test_a_date_is_taken_where_the_report_states_it(head: str, published: dt.date | None) -> None:
    assert read(head + BODY).published == published


def test_the_date_below_the_letter_counts_where_the_list_follows_it() -> None:
    letter = (
        "如东县人民政府办公室关于印发2024年重点任务分解的通知\n\n现印发给你们，请认真组织实施。\n\n如东县人民政府办公室\n2024年2月20日\n"
    )
    tasks = "\n一、工业\n\n1.新增规上企业20家，盘活闲置厂房3万平方米，落实惠企政策资金2000万元，确保工业经济平稳运行。\n" * 4
    assert read(letter + tasks).published == dt.date(2024, 2, 20)


def test_the_date_below_a_notice_counts() -> None:
    text = "如东县人民政府关于印发如东县2024年工作要点的通知" + BODY + "\n如东县人民政府\n2024年2月6日\n"
    assert read(text).published == dt.date(2024, 2, 6)


def test_a_year_in_the_file_name_helps_only_where_the_text_has_none() -> None:
    silent = "一、工作回顾\n\n全县经济稳中有进，民生持续改善，社会大局稳定。\n"
    label = read(silent, "rudong-2021-report.txt").period
    assert label is not None
    assert label.label == "2021"
    spoken = read("一、2022年工作回顾\n\n全县经济稳中有进，民生持续改善。\n", "rudong-2021-report.txt").period
    assert spoken is not None
    assert spoken.label == "2022"


def test_nothing_is_made_up_where_the_text_is_silent() -> None:
    meta = read("天气晴朗，宜于出行。")
    assert written(meta) == {"kind": "other"}


SPEECH_OF_2022 = (
    "\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n"
    + "一、2021年工作回顾\n全县地区生产总值增长8.1%，规上工业增加值增长10.3%，较好完成了各项目标任务。\n"
    + "二、2022年工作安排\n地区生产总值增长7%，固定资产投资增长10%，新增城镇就业3000人。\n"
)
FRONTS = {
    "a_page_with_the_way_to_it": (
        "您当前的位置：首页 > 政府信息公开\n政府工作报告\n发布日期：2022-02-06 09:12 来源：县政府办公室 浏览次数：1234次\n政府工作报告\n"
        "（2022年1月5日在平江县第十八届人民代表大会第二次会议上）\n平江县人民政府县长 王丹" + SPEECH_OF_2022,
        ("政府工作报告", "平江县", "平江县人民政府", "2022-02-06"),
    ),
    "a_delivery_line_without_a_date": (
        "2022年政府工作报告\n——在平江县第十八届人民代表大会第一次会议上\n（2022年1月12日）\n平江县人民政府代县长 黄 某" + SPEECH_OF_2022,
        ("2022年政府工作报告", "平江县", "平江县人民政府", "2022-01-12"),
    ),
    "the_head_of_a_bureau_speaks": (
        "平江县2021年国民经济和社会发展计划执行情况及2022年计划（草案）的报告\n——2022年1月12日在平江县第十八届人民代表大会第一次会议上\n"
        "平江县发展和改革局局长 李某某" + SPEECH_OF_2022,
        ("平江县2021年国民经济和社会发展计划执行情况及2022年计划（草案）的报告", "平江县", "平江县发展和改革局", "2022-01-12"),
    ),
    "agencies_below_the_title": (
        "2021年平江县国民经济和社会发展统计公报\n平江县统计局\n国家统计局平江调查队\n（2022年3月30日）" + BODY,
        ("2021年平江县国民经济和社会发展统计公报", "平江县", "平江县统计局", "2022-03-30"),
    ),
    "the_state_council": (
        "政府工作报告\n——2022年3月5日在第十三届全国人民代表大会第五次会议上\n国务院总理 李克强"
        + SPEECH_OF_2022.replace("县人民政府", "国务院"),
        ("政府工作报告", "中国", "国务院", "2022-03-05"),
    ),
    "a_notice_names_its_office": (
        "平江县人民政府办公室关于印发《2022年平江县政府工作报告》重点任务分解方案的通知\n平政办发〔2022〕5号\n各乡镇人民政府，县直有关单位："
        + BODY,
        ("平江县人民政府办公室关于印发《2022年平江县政府工作报告》重点任务分解方案的通知", "平江县", "平江县人民政府办公室", None),
    ),
    "a_policy_address": (
        "行政长官2024年施政报告\n齐改革同发展惠民生 建未来\n2024年10月16日" + BODY + "香港金融市场稳健，香港竞争力提升。",
        ("行政长官2024年施政报告", "香港特别行政区", None, "2024-10-16"),
    ),
}


@pytest.mark.parametrize("name", FRONTS)
def test_the_front_matter_says_what_where_who_and_when(name: str) -> None:
    source, expected = FRONTS[name]
    meta = read(source)
    published = meta.published.isoformat() if meta.published else None
    assert (meta.title, meta.place, meta.issuer, published) == expected


def known(meta: ReportMeta) -> dict[str, str]:
    """Return how title, kind, place, period and plan period are known."""
    return {field: getattr(meta.basis, field) for field in ("title", "kind", "place", "period", "plan_period")}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于如东县2022年度县级预算执行和其他财政收支的审计工作报告", "audit"),
        ("如东县水务局2022年度部门决算公开", "accounts"),
        ("如东县2024年部门预算公开说明", "budget"),
        ("如东县人民政府2023年政府信息公开工作年度报告", "disclosure"),
        ("如东县2023年法治政府建设年度报告", "annual_report"),
    ],
)
def test_audits_accounts_budgets_annual_and_disclosure_reports_have_kinds_of_their_own(title: str, kind: str) -> None:
    meta = read(title + BODY)
    assert (meta.kind, meta.basis.kind, meta.basis.period if kind != "budget" else meta.basis.plan_period) == (kind, "own", "own")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("【法宝引证码】 CLI.4.99887\n【发布日期】 2021.03.05\n如东县2021年工作要点\n", "如东县2021年工作要点",
                     id="catalogue_lines"),
        pytest.param("如东发布\n如东发布\n2024年政府工作报告\n", "2024年政府工作报告", id="a_menu_twice"),
        pytest.param("文件\n关于印发《如东县2024年\n工作要点》的通知\n", "关于印发《如东县2024年工作要点》的通知", id="letterhead"),
        pytest.param("关于2022年度县级预算执行\n和其他财政收支的审计工作报告\n如东县审计局局长\n",
                     "关于2022年度县级预算执行和其他财政收支的审计工作报告", id="a_line_that_ends_like_an_agency"),
        pytest.param("2023年度<U+00A0>政府工作报告\n", "2023年度 政府工作报告", id="an_escaped_space"),
    ],
)  # fmt: skip
def test_neither_catalogue_nor_menu_nor_letterhead_is_the_title(head: str, title: str) -> None:
    assert read(head + BODY.lstrip()).title == title


@pytest.mark.parametrize(
    ("source", "place", "basis"),
    [
        pytest.param("新华社北京3月5日电\n" + "我县合作社带动农户。北京企业来县投资，北京专家授课，北京展销。\n" * 2, None, "none",
                     id="a_dateline_and_the_place_named_most"),
        pytest.param("全县合作社达120家，合作社发展迅速。资源整合加快，资源利用提高。\n" * 2, None, "none", id="words_like_names"),
        pytest.param("本报告根据《中华人民共和国政府信息公开条例》编制。全市推进公开。\n", None, "none", id="a_law_of_the_nation"),
        pytest.param("我国海洋产业快速发展，要加强管理。\n我国海岸线漫长，要严格保护。\n", "中国", "inferred", id="our_country"),
        pytest.param("全省推进改革。我省制定办法。山东制造升级。济南市、青岛市先行，济南市扩大试点，济南市达标。\n"
                     "山东企业增加，山东品牌提升。我省项目落地。\n", "山东省", "inferred", id="of_the_rank_it_says"),
        pytest.param("关于渔业发展的意见\n\n一、总体要求\n\n保护资源。\n\n国务院\n2022年6月6日\n", "中国", "own", id="a_signature"),
    ],
)  # fmt: skip
def test_a_place_is_said_or_concluded_by_rank_but_never_the_one_named_most(source: str, place: str | None, basis: str) -> None:
    meta = read(source)
    assert (meta.place, meta.basis.place) == (place, basis)
    assert ("place_inferred" in {caution.code for caution in metadata_cautions(meta)}) == (basis == "inferred")


def test_what_was_concluded_is_said_to_be_so_and_from_what() -> None:
    delivered = "政府工作报告\n——2024年1月9日在如东县第十八届人民代表大会第三次会议上\n"
    meta = read(delivered + SPEECH.format("过去一年工作回顾", "今年重点工作"))
    assert known(meta) == {"title": "own", "kind": "own", "place": "own", "period": "inferred", "plan_period": "inferred"}
    assert [(caution.code, caution.message) for caution in metadata_cautions(meta)] == [
        ("period_inferred", "The period 2023 is concluded from the date of delivery."),
        ("period_inferred", "The plan_period 2024 is concluded from the date of delivery."),
    ]


def test_what_the_headings_name_is_the_reports_own() -> None:
    meta = read("如东县政府工作报告\n" + SPEECH.format("2023年工作回顾", "2024年工作安排"))
    assert known(meta) == {"title": "own", "kind": "own", "place": "own", "period": "own", "plan_period": "own"}
    assert metadata_cautions(meta) == ()


def test_years_that_a_text_of_another_kind_names_are_not_its_period() -> None:
    text = "一、总体要求\n\n到2027年，建成示范港区5个。2027年，海水养殖产量达到30万吨。\n\n二、保障措施\n\n加强领导，落实资金。\n"
    meta = read(text)
    assert (meta.period, meta.plan_period, meta.basis.period) == (None, None, "none")


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("一、过去五年工作回顾", "2008/2012"),
        ("一、奋发有为的五年", "2008/2012"),
        ("一、本届政府工作回顾", "2008/2012"),
        ("一、2012年工作回顾", "2012"),
    ],
)
def test_a_report_at_the_end_of_a_term_reviews_five_years_up_to_the_one_before_its_goals(heading: str, period: str) -> None:
    text = (
        f"各位代表：\n现在，我代表县人民政府，向大会报告政府工作。\n\n{heading}\n\n我们应对2009年旱灾，粮食连年增产，城镇新增就业2.6万人。\n\n"
        "二、今年工作总体要求\n\n2013年经济社会发展的主要预期目标是：粮食增产2%，新增就业6000人。\n"
    )
    meta = read(text)
    assert (meta.period and meta.period.label, meta.plan_period and meta.plan_period.label) == (period, "2013")


def test_the_advice_of_an_audit_is_for_no_period() -> None:
    advice = "一、审计情况\n\n全县财政管理总体规范，收支平衡。\n\n二、审计建议\n\n加强预算管理，强化整改责任。\n"
    meta = read("关于如东县2022年度预算执行和其他财政收支的审计工作报告\n\n" + advice)
    assert (meta.period and meta.period.label, meta.plan_period, meta.basis.plan_period) == ("2022", None, "none")


def test_the_head_of_an_article_is_its_title_though_it_ends_like_no_report() -> None:
    meta = read("上半年全县经济运行稳中向好\n发布时间：2023-07-25 来源：县统计局\n上半年，全县扎实推进稳增长。" + BODY)
    assert (meta.title, meta.kind, meta.place) == ("上半年全县经济运行稳中向好", "bulletin", None)
    assert meta.period is not None
    assert meta.period.label == "2023H1"
    assert meta.basis.period == "inferred"


def test_the_opening_names_the_period_of_a_report_without_a_title() -> None:
    meta = read(
        "如东县人民代表大会常务委员会：\n根据会议安排，现将2023年上半年国民经济和社会发展计划执行情况报告如下，请予审议。\n"
        "一、上半年计划执行情况\n\n全县地区生产总值增长5.6%，工业平稳。\n\n二、下半年工作安排\n\n新开工项目30个，投资增长6%。\n"
    )
    assert (meta.title, meta.kind, meta.basis.kind) == (None, "plan_execution", "own")
    assert (meta.period and meta.period.label, meta.plan_period and meta.plan_period.label) == ("2023H1", "2023H2")
    assert (meta.basis.period, meta.basis.plan_period) == ("own", "own")


def test_a_row_of_a_table_is_no_title() -> None:
    assert read("| 金融情况 | 金融情况公报 |\n|---|---|\n| 存款余额 | 237464.5 |\n" + BODY).title is None


def test_the_front_matter_of_a_markdown_file_says_when_and_is_no_heading() -> None:
    text = "---\ntitle: 如东县2023年统计公报\ndate: 2024-03-20\n---\n\n# 如东县2023年统计公报\n\n## 一、综合\n\n经济平稳，就业稳定。\n"
    meta = read(text)
    assert (meta.title, meta.place, meta.published) == ("如东县2023年统计公报", "如东县", dt.date(2024, 3, 20))
    assert [section.title for section in find_outline(clean(text).text).sections] == ["综合"]


def test_a_dateline_is_neither_heading_nor_place_nor_period() -> None:
    delivered = "政府工作报告\n——2022年1月5日在如东县第十八届人民代表大会第一次会议上\n新华社北京3月12日电\n各位代表：\n"
    text = delivered + SPEECH.format("2021年工作回顾", "2022年工作安排")
    meta = read(text)
    assert (meta.place, meta.period and meta.period.label) == ("如东县", "2021")
    assert [section.label for section in find_outline(clean(text).text).sections] == ["一、", "二、"]


def test_a_document_number_in_brackets_is_no_part_of_the_title() -> None:
    meta = read("如东县人民政府关于印发如东县2024年工作要点的通知\n（东政发〔2024〕3号）\n各镇人民政府：\n" + BODY.lstrip())
    assert meta.title == "如东县人民政府关于印发如东县2024年工作要点的通知"


def test_a_statement_to_the_press_is_of_the_part_of_the_year_its_title_names() -> None:
    meta = read("一季度如东县经济运行情况新闻发布稿\n如东县统计局\n（2024年4月25日）\n各位记者朋友：\n" + BODY.lstrip())
    assert (meta.kind, meta.place, meta.period and meta.period.label, meta.basis.period) == ("bulletin", "如东县", "2024Q1", "inferred")


def test_a_quarter_without_a_year_stands_in_the_year_whose_goals_it_is_measured_by() -> None:
    meta = read("如东县经济运行开局良好\n一季度全县生产总值增长5.1%，比2022年全年增速高0.4个百分点，与2023年计划目标持平。" + BODY)
    assert (meta.period and meta.period.label, meta.basis.period) == ("2023Q1", "inferred")


def test_who_signs_is_the_issuer_where_nobody_else_is_named() -> None:
    text = "关于促进渔业发展的意见\n\n一、总体要求\n\n保护资源，有序捕捞。\n\n如东县人民政府\n2022年6月6日\n"
    assert (read(text).issuer, read(text).published) == ("如东县人民政府", dt.date(2022, 6, 6))


def test_of_two_offices_the_one_that_speaks_is_the_issuer() -> None:
    head = "一九八六年国民经济计划执行情况和一九八七年计划草案的报告\n国务委员兼国家计划委员会主任 宋某某\n各位代表：\n"
    meta = read(head + "我受国务院的委托，向大会报告计划执行情况，请予审议。\n" + BODY.lstrip())
    assert (meta.issuer, meta.place, meta.period and meta.period.label) == ("国家计划委员会", "中国", "1986")


def test_those_who_sign_above_the_date_before_the_annexes_issue_a_notice() -> None:
    text = (
        "现将有关事项通知如下：\n一、申报要求\n申报单位应于2023年5月10日前完成申报。\n工业和信息化部办公厅\n财政部办公厅\n2023年3月2日\n"
        + "附件1\n实施方案\n"
        + "到2025年，建成示范项目30个。\n" * 40
    )
    report = reportsum.digest(reportsum.from_text(text, "notice")).report
    assert (report.issuer, report.place) == ("工业和信息化部办公厅、财政部办公厅", "中国")


@pytest.mark.parametrize(
    ("provision", "period"),
    [
        ("本政策适用于2023年1月1日至2025年12月31日的项目。", "2023/2025"),
        ("本意见自2023年7月1日起施行，有效期至2025年12月31日。", "2023-07/2025-12"),
        ("本办法自2024年1月1日起施行，有效期3年。", "2024/2026"),
        ("本意见自印发之日起施行，有效期至2025年12月31日。", None),
        ("《渔港旧办法》自2013年7月1日起施行，有效期5年，同时废止。", None),
    ],
)
def test_a_policy_holds_for_the_years_its_closing_provisions_name(provision: str, period: str | None) -> None:
    rules = "一、支持渔业\n对当年捕捞量8万吨以上的渔港，给予60万元奖励。\n"
    text = f"青屏市支持渔业发展若干政策意见\n{rules}附则\n{provision}本政策由青屏市人民政府负责解释。\n"
    digest = reportsum.digest(text)
    assert (digest.report.plan_period and digest.report.plan_period.label) == period
    assert [item.period and item.period.label for item in digest.targets if item.metric == "渔港奖励"] == [period]
    assert (digest.report.issuer, digest.report.basis.issuer) == ("青屏市人民政府", "inferred")
