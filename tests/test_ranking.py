"""What leads: weights, salience, ranks, and the ten of each kind. Texts are whole reports, read by the rules."""

from __future__ import annotations

from decimal import Decimal

import pytest

import reportsum
from reportsum.leading import leading
from reportsum.models import Achievement, Digest, Item, Progress, Role, Salience
from reportsum.ranking import may_be_judged, ranked
from reportsum.traits import only_announces
from reportsum.weights import weights
from tests.test_kinds import digest_text

from .builders import DigestBuilder, fig, year

REPORT = """云山省2026年政府工作报告
一、2025年工作回顾
2025年，全省上下团结奋斗，各项工作扎实推进。举办招商活动126场，开展各类培训38期。全省地区生产总值2.53万亿元，增长5.1%。城镇新增就业31.2万人，居民消费价格上涨0.4%。粮食产量650万吨，创历史新高。云山港货物吞吐量突破3亿吨，跃居全国第一。深入开展学习贯彻教育，党的建设全面加强。
二、2026年工作安排
今年经济社会发展的主要预期目标是：地区生产总值增长5%左右，城镇新增就业30万人以上，城镇调查失业率5.5%左右，居民消费价格涨幅2%左右，居民收入增长与经济增长同步。安排地方政府专项债券860亿元。新建充电桩12万个。加强文化建设。云山至海州高铁2026年底前建成通车。
三、存在的问题
有效需求不足，部分企业经营困难。一些干部作风不实。
"""


@pytest.fixture(scope="module")
def digest() -> Digest:
    return reportsum.digest(REPORT)


def statements(digest: Digest, ids: list[str]) -> list[str]:
    by_id = {item.id: item for item in digest.items()}
    return [by_id[name].metric or by_id[name].statement for name in ids]


def test_the_goals_lead_the_targets_in_the_order_of_a_news_desk(digest: Digest) -> None:
    first = [item.indicator for item in digest.top(4, kind="target")]
    assert first == ["gdp", "new_jobs", "surveyed_unemployment", "cpi"]


def test_what_the_year_reached_leads_and_counts_of_events_do_not(digest: Digest) -> None:
    order = [item.metric or "" for item in digest.top(20, kind="achievement")]
    gdp, events = order.index("全省地区生产总值"), next(n for n, metric in enumerate(order) if "招商活动" in metric)
    assert gdp == 0
    assert events > next(n for n, metric in enumerate(order) if "货物吞吐量" in metric)


def test_party_building_is_routine_and_does_not_lead(digest: Digest) -> None:
    (item,) = digest.find(text="党的建设")[:1]
    assert item.salience == "routine"
    assert item.id not in digest.leading.achievements[:5]


def test_salience_tells_headlines_from_facts_and_from_general_measures(digest: Digest) -> None:
    def of(words: str) -> str:
        return digest.find(text=words)[0].salience

    assert of("地区生产总值增长5%左右") == "headline"
    assert of("高铁") == "key"
    assert of("充电桩") == "detail"
    assert of("加强文化建设") == "routine"


def test_style_of_work_is_the_last_risk_named(digest: Digest) -> None:
    assert "作风" in digest.top(9, kind="risk")[-1].statement


def test_every_item_has_a_rank_of_its_own_within_its_kind(digest: Digest) -> None:
    for items in (digest.achievements, digest.targets, digest.risks):
        assert sorted(item.rank for item in items) == list(range(1, len(items) + 1))


def test_an_indicator_leads_once_for_each_period() -> None:
    text = "地区生产总值2.53万亿元。经济增长5.1%，地区生产总值增速居全国第三。"
    report = DigestBuilder(text, period=year(2025))
    report.achievement("地区生产总值2.53万亿元", "地区生产总值", indicator="gdp", figures=[fig("2.53万亿元")])
    report.achievement("经济增长5.1%", "经济增长", indicator="gdp", figures=[fig("5.1%", role="change")])
    digest = report.build()
    assert len(digest.leading.achievements) == 1


def test_no_more_than_ten_lead_and_a_list_in_one_clause_takes_three_places() -> None:
    text = "新增充电桩101个、路灯102盏、座椅103把、花坛104处、公厕105座、驿站106家。"
    report = DigestBuilder(text, period=year(2025))
    for name, figure in (("充电桩", "101个"), ("路灯", "102盏"), ("座椅", "103把"), ("花坛", "104处"), ("公厕", "105座")):
        report.achievement(text, name, figures=[fig(figure, role="count")])
    assert len(report.build().leading.achievements) == 3


def test_a_missed_goal_weighs_more_than_a_plain_figure() -> None:
    report = DigestBuilder("建成泵站7座。建成水库2座，未完成年度目标。", period=year(2025))
    plain = report.achievement("建成泵站7座", "泵站", figures=[fig("7座", role="count")])
    missed = report.achievement("建成水库2座，未完成年度目标", "水库", figures=[fig("2座", role="count")], outcome="missed")
    first, second = sorted(ranked([plain, missed]), key=lambda item: item.rank)
    assert (first.id, second.id) == (missed.id, plain.id)


def test_what_is_behind_leads_a_list_of_tasks() -> None:
    report = DigestBuilder("建设泵站12座。建设驿站20个。建设滨江公园3处。", kind="task_progress", plan_period=year(2025))
    report.target("建设泵站12座", "泵站", figures=[fig("12座", role="count")])
    report.target("建设驿站20个", "驿站", figures=[fig("20个", role="count")])
    late = Progress(achievements=[], basis="task", ratio=Decimal("0.07"), status="behind")
    behind = report.target("建设滨江公园3处", "滨江公园", figures=[fig("3处", role="count")], progress=late)
    assert report.build().leading.targets[0] == behind.id


def test_a_share_of_gdp_does_not_lead_as_gdp() -> None:
    report = DigestBuilder("教育经费占地区生产总值4.1%。粮食产量650万吨。", period=year(2025))
    report.achievement("教育经费占地区生产总值4.1%", "地区生产总值", indicator="gdp", figures=[fig("4.1%", role="share")])
    grain = report.achievement("粮食产量650万吨", "粮食产量", indicator="grain_output", figures=[fig("650万吨")])
    assert report.build().top(1)[0].id == grain.id


def test_what_the_panel_shows_leads_by_its_rank_like_all_else() -> None:
    indicators = (
        "gdp", "cpi", "income", "trade_total", "budget_revenue", "fixed_investment", "retail_sales", "fdi_used", "exports", "tax_revenue",
    )  # fmt: skip
    rates: list[tuple[str | None, str, Role]] = [(name, f"{n}.5%", "change") for n, name in enumerate(indicators, start=1)]
    facts = [*rates, (None, "31个", "count"), (None, "32座", "count")]
    report = DigestBuilder("。".join(f"第{figure}项" for _, figure, _ in facts), period=year(2025))
    for indicator, figure, role in facts:
        report.achievement(f"第{figure}项", f"指标{figure}", indicator=indicator, figures=[fig(figure, role=role)])
    digest = report.build()
    by_id = {item.id: item for item in digest.achievements}
    assert [by_id[name].rank for name in digest.leading.achievements] == list(range(1, 11))


def test_one_goal_beyond_the_plans_year_has_a_place_among_the_ten() -> None:
    text = "。".join(f"安排第{n}批专项债券{n}亿元" for n in range(11, 24)) + "。今年地区生产总值增长5%。到2030年城镇化率达到72%。"
    report = DigestBuilder(text, period=year(2025), plan_period=year(2026))
    for n in range(11, 24):
        report.target(f"安排第{n}批专项债券{n}亿元", f"第{n}批专项债券", figures=[fig(f"{n}亿元")], period=year(2026))
    report.target("今年地区生产总值增长5%", "地区生产总值", indicator="gdp", figures=[fig("5%", role="change")], period=year(2026))
    later = report.target(
        "到2030年城镇化率达到72%", "城镇化率", indicator="urbanisation", figures=[fig("72%", role="share")], period=year(2030)
    )
    leaders = report.build().leading.targets
    assert len(leaders) == 10
    assert later.id in leaders


def test_leading_of_nothing_is_empty() -> None:
    found = leading([], [], [])
    assert (found.achievements, found.targets, found.risks) == ([], [], [])


def test_the_table_of_weights_holds_every_trait_that_items_can_have(digest: Digest) -> None:
    table = weights()
    assert table.of_indicator("gdp", "target") > table.of_indicator("retail_sales", "target") > table.of_indicator("sewage", "target") > 0
    assert table.traits["events"]["achievement"] < 0 < table.traits["goal"]["target"]


def test_top_takes_all_kinds_by_rank_and_repr_is_one_line(digest: Digest) -> None:
    first: list[Item] = list(digest.top(3))
    assert isinstance(first[0], Achievement)
    assert [item.rank for item in first] == [1, 1, 1]
    assert repr(digest).startswith("<Digest 云山省 · 2025 · ")
    assert "\n" not in repr(digest)


MEASURES = """溪口省2026年政府工作报告
一、2025年工作回顾
2025年，全省上下团结奋斗，各项工作扎实推进，地区生产总值增长5.3%。北溪客运站投入使用。营商环境持续改善。“八五”普法任务全面完成。
白河县硫铁矿污染治理完成。山体滑坡避险案例得到应急管理部通报表扬。失业保险实现省级统筹。平安建设居全国先进行列。南浦、北溪蝉联全国文明城市。治水经验获全国推介。东塘沙地治理见效。约束性指标全部完成。茶叶产量实现“八连增”。设立海岸带金融服务示范中心。国产水上飞机首飞。“云海通”全面开通。农民诗歌大会在西塘举办。东塘梯田进入世界农业遗产名录。推出青年返乡引领计划。实施“循迹”文明实践提质工程。
二、2026年工作安排
“一户一策”开展困难企业帮扶，完善就业政策，提升服务水平。确保南浦体育中心开工。建设全国船舶运维数据平台。办好“溪口之夏”音乐节。规划设置18项主要指标。完成老衙门修缮。建设鹭屿国际生态岛。从今年起全面实行统一登记制度。加快在建机场配套设施建设，发展智慧医院和特色产业园。推进马头山机场改扩建。积极发展大学教育。推动服务从线下办理转向线上线下融合。积极争取国家重大改革试点。开征水资源税。确保困难家庭至少有一人就业。居民收入增长与经济增长同步。支持南浦新区发展。所有新建锅炉必须同步安装除尘设施。推动古渡申报国家历史文化名城。稳定粮食生产，保障“米袋子”、“菜篮子”安全。加强渔政管理。取消渔船登记收费。启动渔港分级管理试点。推出台风巨灾保险。清理和取消各种不合理收费。推动渡口公司全部退出。提高城乡居民基础养老金。推动北关口岸复通。推进边境经济合作区、跨境经济合作区建设。推动示范区高效建设。确保重点项目落地。支持企业创建重点实验室、工程实验室。今年重点抓好三项工作。适时启动“海陆通”。设立海洋板并试点注册制。提升综合保税区发展能级。推进项目早日投产。提高残疾人两项补贴标准。建设国家海洋医学中心。修订渔港收费项目清单。推行“入港码”。推动龙江防洪堤工程建设。修订渔业资源税法。加强中小河流治理工程建设。
三、存在的问题
我们也清醒看到，发展还面临不少困难和挑战。消费恢复不快，中小企业融资难。基层治理基础薄弱。前进路上老问题、新矛盾仍然不少。
"""


@pytest.mark.parametrize(
    ("words", "salience"),
    [
        ("北溪客运站", "detail"),
        ("营商环境持续改善", "routine"),
        ("一户一策", "routine"),
        ("东塘梯田", "detail"),
        ("新建锅炉", "detail"),
        ("历史文化名城", "detail"),
        ("米袋子", "routine"),
        ("南浦体育中心", "detail"),
        ("全国船舶运维数据平台", "detail"),
        ("溪口之夏", "detail"),
        ("18项主要指标", "routine"),
        ("普法", "detail"),
        ("老衙门", "detail"),
        ("在建机场", "routine"),
        ("马头山机场", "detail"),
        ("线上线下", "routine"),
        ("云海通", "detail"),
        ("农民诗歌大会", "detail"),
        ("鹭屿", "detail"),
        ("统一登记", "detail"),
        ("发展大学教育", "routine"),
        ("争取国家", "routine"),
        ("水资源税", "detail"),
        ("至少有一人", "detail"),
        ("与经济增长同步", "detail"),
        ("南浦新区", "detail"),
        ("白河县", "detail"),
        ("山体滑坡", "detail"),
        ("省级统筹", "detail"),
        ("先进行列", "detail"),
        ("文明城市", "detail"),
        ("治水经验", "detail"),
        ("东塘沙地", "detail"),
        ("约束性指标", "detail"),
        ("文明实践", "detail"),
        ("八连增", "detail"),
        ("海岸带金融服务示范中心", "detail"),
        ("首飞", "detail"),
        ("返乡引领计划", "detail"),
        ("渔船登记", "detail"),
        ("渔港分级", "detail"),
        ("巨灾保险", "detail"),
        ("不合理收费", "routine"),
        ("渡口公司", "detail"),
        ("基础养老金", "detail"),
        ("北关口岸", "detail"),
        ("跨境经济合作区", "routine"),
        ("推动示范区", "routine"),
        ("重点项目落地", "routine"),
        ("工程实验室", "routine"),
        ("三项工作", "routine"),
        ("海陆通", "detail"),
        ("海洋板", "detail"),
        ("综合保税区", "routine"),
        ("早日投产", "routine"),
        ("两项补贴", "detail"),
        ("海洋医学中心", "detail"),
        ("渔港收费项目", "detail"),
        ("入港码", "detail"),
        ("防洪堤", "detail"),
        ("资源税法", "detail"),
        ("中小河流", "routine"),
        ("融资难", "detail"),
        ("基层治理基础薄弱", "detail"),
        ("不少困难和挑战", "routine"),
        ("老问题、新矛盾", "routine"),
    ],
)
def test_what_is_called_by_a_name_and_what_is_named_as_a_problem_is_no_routine_but_a_catchword_is(words: str, salience: str) -> None:
    assert [item.salience for item in reportsum.digest(MEASURES).find(text=words)][:1] == [salience]


def test_that_problems_can_be_solved_names_none() -> None:
    assert only_announces("这些问题，都是经过不懈努力能够解决的。")
    assert not only_announces("渔船老化问题尚未得到解决。")


def test_routine_outcomes_do_not_lead() -> None:
    digest = reportsum.digest(MEASURES)
    assert not [name for name in statements(digest, digest.leading.achievements) if "营商环境" in name]


def test_what_a_plan_aims_at_ends_where_the_next_heading_stands_in_its_paragraph() -> None:
    text = (
        "青云市智能产业行动方案\n一、总体要求\n到2025年，智能产业水平进入全省先进行列，部分技术达到国内先进水平。\n"
        "二、重点工程\n（一）信息产业提升工程。推动智能技术与物联网技术协同，促进产品融合。突破一批核心技术。\n"
        "（二）装备产业提升工程。发展高端智能装备和产品。推广关键技术装备应用。\n"
    )
    digest = reportsum.digest(reportsum.from_text(text, "plan"))
    assert [item.statement[:4] for item in digest.targets if item.salience == "headline"] == ["到202"]


def test_what_every_report_says_of_its_officials_is_routine_and_does_not_lead() -> None:
    text = """松原县2023年政府工作报告
一、2022年工作回顾
全县地区生产总值120亿元，增长4.1%。
我们也清醒地看到，工作中还存在一些问题：县域财政收支矛盾突出；一些干部担当精神不够强；政府自身建设有待加强。
二、2023年工作安排
新建农村公路80公里。持续优化营商环境。不断提升治理能力。
"""
    read = reportsum.digest(reportsum.from_text(text, "songyuan.txt"), reportsum.Settings(engine="rules"))
    told = {risk.metric or risk.statement: (risk.salience, risk.id in read.leading.risks) for risk in read.risks}
    assert [(told[name]) for name in told if "财政收支矛盾" in name] == [("detail", True)]
    assert {told[name] for name in told if "干部" in name or "政府自身" in name} == {("routine", False)}
    routine = [target.id for target in read.targets if target.salience == "routine"]
    assert len(routine) >= 2
    assert not set(routine) & set(read.leading.targets)


PROBLEMS = """北岭省2026年政府工作报告
一、2025年工作回顾
2025年，地区生产总值增长5.2%。面对房地产销售下滑的困难，我们打好组合拳，商品房成交面积增长3%。
同时，我们也清醒看到，发展还面临不少困难和问题，主要是：发展不平衡不充分问题仍然突出，市场消费偏弱，出口订单减少，中小企业生产经营较为困难，人口结构变化给养老服务带来新课题，重点领域还有不少风险隐患，民生领域还有不少短板，一些干部担当意识不强、破解难题的能力不足，等等。
二、2026年工作安排
地区生产总值增长5%左右。港口通道仍较拥堵，这是物流成本高的一个原因，要加快疏港铁路建设。
"""


def test_the_problems_that_a_report_names_lead_one_by_one_and_what_every_report_says_does_not() -> None:
    digest = reportsum.digest(PROBLEMS)
    led = statements(digest, digest.leading.risks)
    assert set(led) == {"市场消费", "出口订单", "中小企业生产经营"}
    general = {item.metric: item.salience for item in digest.risks if item.id not in digest.leading.risks}
    assert {general[name] for name in general if name and ("民生" in name or "能力" in name or "重点领域" in name)} == {"routine"}


def risks_led_by(problems: str) -> list[str]:
    """What the risks are called that lead a county's report with these problems, in their order."""
    digest = digest_text(
        "青石县2024年政府工作报告\n一、2023年工作回顾\n全县地区生产总值96亿元，增长5.1%。\n"
        f"同时，我们也清醒地看到，发展还面临不少困难和问题：{problems}\n二、2024年工作安排\n地区生产总值增长5%。\n"
    )
    return statements(digest, digest.leading.risks)


def test_a_goal_that_was_missed_leads_the_risks() -> None:
    led = risks_led_by("企业融资成本偏高；中小企业订单减少；工业投资目标没有完成；农民收入增长缓慢。")
    assert led[0] == "工业投资目标"
    assert {"中小企业订单", "农民收入增长"} <= set(led)


def test_how_things_are_in_general_leads_no_risks_where_the_plain_ones_do() -> None:
    led = risks_led_by(
        "经济总量不大，产业升级仍处于攻坚期；部分行业产能过剩；改革攻坚难度加大；城乡区域差距较大；市场预期偏弱；就业压力和结构性用工短缺并存；农民收入下降。"
    )
    assert {"市场预期", "农民收入"} <= set(led)
    assert [name for name in led if "就业压力" in name]
    assert not [name for name in led if "总量" in name or "升级" in name or "产能" in name or "难度" in name or "城乡" in name]


MEMBERS = ("陈大文", "李小明", "何家俊", "黄子华", "张美玲", "周志强", "吴国安", "林志伟", "郑国栋", "许文杰", "冯家明")
DEBATE = "会议过程正式纪录\n\n上午9时正会议开始\n\n" + "\n\n".join(
    f"{name}议员：主席，我想指出，他在过去已经关闭了{n}间诊所，我们已经收到{n + 30}宗投诉。\n\n"
    f"行政长官：多谢议员的提问。我们已经为{n}00个家庭提供了支援。"
    for n, name in enumerate(MEMBERS, start=3)
)


def test_what_members_say_in_a_debate_leads_as_no_outcome_and_the_same_told_of_a_year_does() -> None:
    debate = digest_text(DEBATE)
    assert len(debate.achievements) >= 10
    assert debate.leading.achievements == []
    done = "".join(f"我们为{n}00个家庭提供了支援，关闭诊所{n}间。\n" for n in range(3, 16))
    review = digest_text(f"南湾区2024年工作总结\n一、2024年工作回顾\n{done}")
    assert review.leading.achievements


BUDGET = """Budget Speech 2019
Review of 2018
In 2018, the economy grew by 2.1 per cent. The package of measures in my last Budget boosted GDP by 1.2 percentage points.
Take the care of the elderly as an example. Spending in this area reached $31 billion in 2018.
Government revenue was $402 billion in 2018. We have topped up the wages of those in the lowest 20%.
Outlook for 2019
I forecast growth of 3 per cent in 2019. Growth will be lower than the trend growth rate of 4.4 per cent over the past ten years.
"""


def test_a_package_s_effect_an_example_and_the_past_a_forecast_is_compared_with_do_not_lead() -> None:
    digest = digest_text(BUDGET)
    first = min(digest.achievements, key=lambda item: item.rank)
    assert "2.1 per cent" in first.statement
    ids = {*digest.leading.achievements, *digest.leading.targets}
    led = {figure.text for item in (*digest.achievements, *digest.targets) if item.id in ids for figure in item.figures}
    assert led >= {"$402 billion", "3 per cent"}
    assert led.isdisjoint({"$31 billion", "4.4 per cent", "20%"})


def test_what_the_world_suffers_does_not_lead_a_county_s_risks() -> None:
    led = risks_led_by("世界经济增长乏力，国际贸易持续低迷；中小企业订单减少；财政收支矛盾突出；粮食生产成本上升。")
    assert "中小企业订单" in led
    assert not [name for name in led if "世界" in name or "国际" in name]


def test_how_many_mottoes_there_are_is_routine() -> None:
    text = "云山市2025年政府工作报告\n一、2024年工作回顾\n扎实推进三个“一号工程”和“十项重大工程”。办好两件大事。引进三个云海龙头企业。"
    saliences = {item.statement[:4]: item.salience for item in digest_text(text).achievements if item.figures}
    assert saliences.get("扎实推进", "routine") == "routine"
    assert saliences.get("办好两件", "routine") == "routine"
    assert saliences["引进三个"] != "routine"


def test_what_stands_beside_a_missed_goal_is_none_itself() -> None:
    led = risks_led_by("经济转型升级仍处于攻坚期，经济增长不及预期，有效需求不足；出口订单减少；财政收支矛盾突出。")
    assert "经济增长" in led
    assert not [name for name in led if "转型" in name]


def test_what_some_firms_suffer_leads_no_risks_beside_what_all_know_by_name_and_hard_work_on_jobs_does() -> None:
    led = risks_led_by("部分企业生产经营困难；群众就业和增收难度加大；消费、投资后劲支撑不够；山水优势有待进一步挖掘；出口订单减少。")
    assert {"群众就业和增收难度", "消费、投资后劲支撑", "出口订单"} <= set(led)
    assert not [name for name in led if "部分" in name or "优势" in name]


def test_of_sums_the_largest_leads_before_a_small_one_and_a_single_firm() -> None:
    works = "发放消费券6亿元。新增上市企业1家。建成充电桩12万个。新建泵站70座。建设产业项目2800个、改造厂房90处，总投资9000亿元。"
    fifth = "培育示范企业30家。新建粮库25座。建设口袋公园60个。改造农房8000户。建设驿站40个。新建充电站50座。"
    digest = digest_text(f"云山省2026年政府工作报告\n一、2025年工作回顾\n地区生产总值增长5%。\n二、2026年工作安排\n{works}{fifth}")
    ranks = {figure.text: item.rank for item in digest.targets for figure in item.figures}
    assert ranks["9000亿元"] == 1
    assert ranks["12万个"] < ranks["1家"]


def test_what_province_owned_firms_spend_leads_behind_what_the_place_does() -> None:
    report = DigestBuilder("省属企业研发经费投入增长15.6%。全省创新平台投入增长8%。", period=year(2025))
    firms = report.achievement("省属企业研发经费投入增长15.6%", "省属企业研发经费投入", figures=[fig("15.6%", role="change")])
    place = report.achievement("全省创新平台投入增长8%", "全省创新平台投入", figures=[fig("8%", role="change")])
    first, second = sorted(ranked([firms, place]), key=lambda item: item.rank)
    assert (first.id, second.id) == (place.id, firms.id)


def test_a_report_without_a_problem_that_could_be_looked_up_leads_with_no_risk() -> None:
    led = risks_led_by("体制机制还不够健全；群众对政务服务还有不少不满意的地方。")
    assert led == []


RULES = """云山市智能公交道路测试管理细则
第一条 市工业和信息化局会同市公安局负责道路测试的统一管理。
第二条 测试周期不超过18个月。
第三条 测试主体申请道路测试的，应当提交申请书一式三份，并附最近3年内无严重违法记录；
第四条 每车应有不低于三百万元人民币的交通事故责任保险凭证。
第五条 平台主管单位应当加强日常管理，提高服务水平。
第六条 运营单位应当建立安全管理制度，明确车辆调度策略。
第七条 市交通局牵头建立道路测试协调推进机制。
第八条 市交通局建设云山市公交数据开放平台。
第九条 原《云山市公交测试管理办法》同时废止。
"""


def test_of_a_regulation_limits_sums_and_works_lead_and_its_papers_duties_and_organisation_do_not() -> None:
    digest = reportsum.digest(RULES)
    led = "\n".join(item.statement for item in digest.targets if item.id in digest.leading.targets)
    for told in ("18个月", "三百万元", "数据开放平台"):
        assert told in led
    for passed in ("一式三份", "服务水平", "统一管理", "调度策略", "推进机制", "废止"):
        assert passed not in led


PLAN = """云山市氢能产业行动计划（2026—2028年）
一、总体目标
到2028年，建成北港氢能检测中心，形成一批应用解决方案。
到2028年，全市氢能产业发展质量和效益大幅提升。
到2028年，产业规模突破90亿元，打造国内领先的产业集群。
二、重点任务
构建氢能应用服务体系，支持建设氢能产业园区。
"""


def test_of_a_plan_s_aims_those_lead_that_name_a_work_or_a_sum_and_not_those_in_words() -> None:
    digest = digest_text(PLAN)
    led = [item.metric or "" for item in digest.targets if item.id in digest.leading.targets]
    assert [name for name in led if "检测中心" in name]
    assert [name for name in led if "产业规模" in name]
    assert not [name for name in led if "解决方案" in name or "效益" in name or "集群" in name or "服务体系" in name]


def test_an_aim_that_only_says_better_does_not_lead_however_it_is_dated() -> None:
    digest = digest_text(
        "云山市船舶产业行动计划（2025—2027年）\n一、总体目标\n到2027年，产业创新环境持续优化，绿色船型批量建造，建成北港修造基地。\n"
        "二、重点任务\n建设北港船舶检测平台。\n本计划自2025年6月1日起施行，有效期3年。\n"
    )
    led = [item.metric or "" for item in digest.targets if item.id in digest.leading.targets]
    assert not [name for name in led if "创新环境" in name or "有效期" in name]
    assert [name for name in led if "船型" in name or "基地" in name]


def test_a_figure_told_again_as_the_goal_leads_once() -> None:
    digest = reportsum.digest(
        "北岭省2026年政府工作报告\n二、2026年工作安排\n今年发展主要预期目标是：地区生产总值增长5.5%左右，城镇新增就业30万人。\n"
        "5.5%左右的增长目标与发展潜力相匹配，要努力实现。\n"
    )
    told = [item for item in digest.targets if item.id in digest.leading.targets and "5.5" in [str(f.value) for f in item.figures]]
    assert len(told) == 1


def test_a_goal_that_was_missed_is_no_routine_risk() -> None:
    (risk,) = digest_text("没有完成年度目标的有：社会消费品零售总额仅完成年度目标的91%。").risks
    assert risk.salience == "detail"


def test_a_boast_under_an_indicator_does_not_take_the_place_of_its_value() -> None:
    text = (
        "2009年滨海市政府工作报告\n\n一、2009年工作回顾\n\n滨海经济在全省率先实现回升向好，生产总值增速居全省第一位。"
        "全年生产总值达到335亿元，增长8.7%。新增城镇就业1.1万人。\n"
    )
    made = digest_text(text)
    leaders = {leader.id: leader for leader in made.achievements}
    told = [leaders[id] for id in made.leading.achievements if leaders[id].indicator == "gdp"]
    assert next([figure.text for figure in item.figures] for item in told) == ["335亿元", "8.7%"]


@pytest.mark.parametrize(
    ("read", "told", "allowed"),
    [
        ("headline", "routine", True),
        ("routine", "detail", True),
        ("detail", "key", True),
        ("key", "key", True),
        ("key", "headline", False),
        ("headline", "detail", False),
        ("key", "detail", False),
    ],
)
def test_a_model_may_call_anything_routine_and_raise_a_fact_to_key(read: Salience, told: Salience, allowed: bool) -> None:
    assert may_be_judged(read, told) is allowed


def test_what_is_to_be_reached_by_the_end_of_the_century_is_no_outcome_of_the_year() -> None:
    digest = digest_text(
        "1986年松原县人民政府工作报告\n一、1985年工作回顾\n1985年，全县工农业总产值4.2亿元，增长9%。"
        "只要保持这样的速度，完全可以实现到本世纪末工农业总产值翻两番的目标。\n"
    )
    assert ["翻两番" in item.statement for item in digest.targets] == [True]
    assert not [item for item in digest.achievements if "翻两番" in item.statement]


def test_a_package_and_the_fund_of_its_sum_lead_once() -> None:
    digest = reportsum.digest(
        "Budget Speech 2024\n\nMeasures for 2024\n\nThe Harbour Workers Package will cost $8 billion in 2024.\n"
        "We will set aside $8 billion in the Harbour Workers Fund.\nWe will raise the fuel duty from 3% to 4% in 2024.\n"
    )
    led = [item.metric or "" for item in digest.targets if item.id in digest.leading.targets]
    assert len([name for name in led if "Harbour Workers" in name]) == 1
    assert [name for name in led if "duty" in name]


def test_a_place_among_others_without_a_value_stands_behind_one_with_its_value() -> None:
    report = DigestBuilder("窗口满意度居全国第一位。渔船数量6200艘、居全国第一位。", period=year(2025))
    report.achievement("窗口满意度居全国第一位", "窗口满意度", figures=[fig("第一位", role="rank")], period=year(2025))
    counted = report.achievement(
        "渔船数量6200艘、居全国第一位", "渔船数量", figures=[fig("6200艘", role="count"), fig("第一位", role="rank")], period=year(2025)
    )
    assert report.build().top(1)[0].id == counted.id
