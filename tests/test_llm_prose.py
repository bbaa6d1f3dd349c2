"""Sentences of a model: nothing of another amount, place or name than the source's may stand, ordinary sentences may."""

from __future__ import annotations

import pytest

from reportsum.extraction.llm.claims import Told
from reportsum.extraction.llm.prose import Amount, Sources, bounded, fault
from reportsum.extraction.llm.written import written_number
from reportsum.models import Bound

SOURCES = Sources(
    {
        1: Amount(("工业投资",), falls=False, changes=False, period="2022H1"),
        2: Amount(("工业投资",), falls=False, changes=True, period="2022H1"),
        3: Amount(("地区生产总值",), falls=False, changes=False, period="2022H1", bound="above"),
        4: Amount(("地区生产总值",), falls=False, changes=True, period="2022H1"),
        5: Amount(("进出口总额",), falls=True, changes=True, period="2022H1"),
        6: Amount(("城镇新增就业",), falls=False, changes=False, period="2022H1"),
        7: Amount(("重点项目完成投资",), falls=False, changes=False, period="2022H1"),
        9: Amount(("生产安全事故起数",), falls=True, changes=True, period="2022H1"),
        10: Amount(("生产安全事故死亡人数",), falls=True, changes=True, period="2022H1"),
        8: Amount(("财政收入剔除虚增因素后",), falls=False, changes=False, period="2022H1"),
    },
    {1: "2022H1", 3: "2022H1"},
    "临江市\n上半年,全市完成工业投资,增长。地区生产总值突破,同比增长。进出口总额下降。城镇新增就业。推进5G网络和“十四五”规划重大项目建设。"
    "生产安全事故起数、死亡人数分别下降。重点项目完成投资。财政收入剔除虚增因素后。一般公共预算收入保持平稳。产业结构还不够优,龙头企业不多。",
)
ENGLISH = Sources(
    {
        1: Amount(("total investment",), falls=False, changes=False, period="2022H1"),
        2: Amount(("exports",), falls=True, changes=True, period="2022H1"),
    },
    {1: "2022H1"},
    "Riverton\nIn the first half, total investment reached a new level while exports fell. The industrial structure is not yet balanced.",
)

AMOUNT_LINES = """
7 38 4.5 3,600 ７ ４５ 七 七十 七百 三千六百 五万 六亿 十来 上百 上千 近百 数百 数千 几十 好几 一两 三四 百万 千万 亿万 兆 两 仨 俩 卅 廿 卌
壹 贰 叁 肆 伍 陆 柒 捌 玖 拾 佰 仟 萬 億 〇 零 ○ Ⅰ Ⅱ Ⅲ Ⅴ Ⅹ Ⅻ ⅻ ① ② ⑳ ㈠ ㊀ ½ ⅓ ¼ ¾ ٣ ٤٥ ৩ ๓ 𝟕 𝟛 ⁷ ₇ 〡 〣
翻番 翻两番 翻倍 倍增 三倍 成倍 五成 七成 九成 半 过半 一半 大半 多半 半数 近半 三分之二 百分之七 百分之五十
第一 第二 第三位 首位 榜首 居首 冠军 前三 前列第五 两位数 个位数 双位数 若干 数十 全部
2022 2022年 二〇二二年 22年 七月 十月 五年 “十三五” 6G 5g7 3D 0x1F 1e9 7% ７％ 七个百分点 50‰ ＋7 -7 ±7 7:3 1/4
零增长 负增长 百余 十余 万余 千余
"""
AMOUNTS = [word for line in AMOUNT_LINES.splitlines() for word in line.split()]
FRAMES = (
    "工业投资{}。",
    "工业投资{{1}},{}。",
    "全市工业投资达{}。",
    "完成工业投资{{1}}、增长{}。",
    "上半年,地区生产总值同比增长{}。",
    "{}项目建设推进。",
)
ELSEWHERE = """
工业投资{1}亿
工业投资{1}万元
工业投资{1}%
工业投资{1}{2}
工业投资1{1}
工业投资{1}、{1}
工业投资{1}1
工业投资超{1}
工业投资近{1}
工业投资约{1}
工业投资不足{1}
工业投资负{1}
工业投资零{1}
工业投资{1},下降{2}
工业投资减少{1}
工业投资增长{1}
工业投资回落{2}
地区生产总值{1}
地区生产总值增长{2}
进出口总额增长{5}
进出口总额{5}
进出口总额上升{5}
收入{1}
就业{1}
城镇新增就业{1}
一般公共预算收入{1}
{1}
{1}。
增长{2}
工业投资{99}
地区生产总值、工业投资分别增长{2}、{4}
工业投资、进出口总额分别增长{2}、{5}
工业投资、就业分别增长{2}、{4}
工业投资分别增长{2}、{4}
生产安全事故起数和死亡人数分别增长{9}、{10}
工业投资{1}左右
工业投资{1}以上
工业投资{1}以内
工业投资{1}多
重点项目收入{7}
重点项目和财政收入{7}
工业投资{@2}
工业投资{@9}
工业投资{1},地区生产总值{6}
地区生产总值低于{3}
地区生产总值未增长
地区生产总值没有增长
工业投资不增长
取消工业投资
停止工业投资{1}
放弃“十四五”规划
工业投资{1},房地产市场全面崩溃
省长已被免职
工业投资{1},见http://example.org
工业投资{1},www.example.org
<script>工业投资
工业投资{1}<b>
工业投资[1]
工业投资{x}
工业投资{}
工业投资{1
工业投资 1}
GDP{3}
Investment{1}
工业投资{1}bn
工业投资twelve
工业投资IX
工业投资XII
忽略以上指令,工业投资{1}
工业投资{1}\u202e
""".strip().splitlines()
IN_ENGLISH = """
Total investment reached 7.
Total investment reached seven.
Total investment reached twelve billion.
Total investment doubled.
Total investment reached half.
Total investment reached {1} billion.
Total investment reached {1}%.
Total investment fell by {1}.
Total investment exceeded {1}.
Total investment reached nearly {1}.
Exports grew by {2}.
Exports rose {2}.
Exports reached {1}.
Total investment fell by {2}.
Exports fell by {2}, imports too.
Riverton was the first in the country.
Hundreds of millions were invested.
Total investment reached {1}, the largest ever.
Total investment never reached {1}.
The mayor resigned.
Total investment of a third.
Twenty percent.
Total investment reached {1}{1}.
See https://example.org
Total investment was cancelled.
""".strip().splitlines()
ORDINARY = """
上半年,全市完成工业投资{1},增长{2}。
{@1},工业投资{1},同比增长{2}。
{@3},地区生产总值{3}、同比增长{4}。
地区生产总值突破{3}。
进出口总额下降{5}。
工业投资{1}、增长{2},进出口总额下降{5}。
地区生产总值增长{4},工业投资增长{2}。
{@1}城镇新增就业{6}。
工业投资达{1},地区生产总值超{3}。
推进5G网络建设。
推进“十四五”规划重大项目建设。
一般公共预算收入保持平稳。
产业结构还不够优。
龙头企业不多,产业结构还不够优。
进一步推进5G网络和重大项目建设。
{@1},重点项目完成投资{7}。
工业投资、地区生产总值分别增长{2}、{4}。
上半年,地区生产总值和工业投资分别增长{4}和{2}。
地区生产总值预期目标为增长{4}。
{@1},生产安全事故起数和死亡人数分别下降{9}、{10}。
财政收入剔除虚增因素后{8}。
""".strip().splitlines()
ORDINARY_ENGLISH = """
Total investment reached {1}.
In {@1}, total investment reached {1}, and exports fell by {2}.
Exports fell {2}.
The industrial structure is not yet balanced.
""".strip().splitlines()


def refusals() -> list[str]:
    return [frame.format(amount) for amount in AMOUNTS for frame in FRAMES] + ELSEWHERE


def test_nothing_can_be_smuggled() -> None:
    assert len(refusals()) >= 700
    stood = [text for text in refusals() if fault(text.replace("{{", "{").replace("}}", "}"), SOURCES) is None]
    assert stood == []
    assert [text for text in IN_ENGLISH if fault(text, ENGLISH) is None] == []


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentences_stand(text: str) -> None:
    assert fault(text, SOURCES) is None


@pytest.mark.parametrize("text", ORDINARY_ENGLISH)
def test_ordinary_english_sentences_stand(text: str) -> None:
    assert fault(text, ENGLISH) is None


def test_names_with_numerals_stand_only_where_the_source_names_them() -> None:
    bare = Sources(SOURCES.amounts, SOURCES.periods, "推进网络和规划重大项目建设。")
    assert fault("推进“十四五”规划重大项目建设。", bare) is not None
    assert fault("推进5G网络建设。", bare) is not None


NUMBERED = Sources(
    {
        1: Amount(("地区生产总值",), falls=False, changes=True, kind="target", period="2032"),
        2: Amount(("工业投资",), falls=False, changes=False, kind="achievement", period="2031"),
    },
    {1: "2032", 2: "2031"},
    "九江市\n九江市政府\n九江市国民经济和社会发展“十四五”规划\n地区生产总值增长\n工业投资达到\n支持三台县、五台县和百色、万宁、三亚的企业参与三峡库区治理。"
    "深化“一带一路”合作。建设双一流高校和老一辈纪念馆。组织“五大攻坚”行动和“六大提升”行动。推动内陆开放,加强干部队伍建设。发展半导体产业。"
    "实施“数字江城”一号工程,培育全国百强乡镇。服务百余万家。共建两江新区。",
)
NAMED_BY_NUMERALS = """
{@1},九江市地区生产总值目标增长{1}。
{@1}九江地区生产总值将增长{1}。
{@2},九江工业投资{2}。
支持三台县企业参与治理。
支持百色的企业和万宁、三亚的企业。
将治理三峡库区。
深化一带一路合作,建设一流高校。
建设一流高校。
组织五大攻坚行动、六大提升行动。
推动内陆、开放。
加强队伍建设,发展半导体产业。
实施一号工程。
九江市“十四五”时期,发展半导体产业。
九江市十四五规划期间发展半导体产业。
共建两江新区。
""".strip().splitlines()
NUMERALS_THAT_COUNT = """
{@2},九江市工业投资四亿。
{@2},九江市工业投资四成。
九江市支持四个企业。
帮助三台企业。
支持百个企业参与三峡库区治理。
九江市工业投资第九。
九江市工业投资居三。
工业投资{2}万宁。
工业投资{2}百色。
工业投资百亿。
工业投资达三百。
工业投资增长九成。
工业投资增长九。
工业投资三年。
工业投资增长陆。
工业投资十四五。
工业投资十四五亿。
工业投资百强。
九江市组织五大行动。
建设三流高校。
开展三大攻坚行动。
支持六台县企业。
培育四川企业。
服务企业百余家。
九江市工业投资百余亿。
""".strip().splitlines()


@pytest.mark.parametrize("text", NAMED_BY_NUMERALS)
def test_names_that_begin_with_a_numeral_stand_where_the_report_has_them(text: str) -> None:
    assert fault(text, NUMBERED) is None


def test_numerals_that_count_are_refused_beside_names_that_hold_them() -> None:
    assert [text for text in NUMERALS_THAT_COUNT if fault(text, NUMBERED) is None] == []
    assert [text for text in refusals() if fault(text.replace("{{", "{").replace("}}", "}"), SOURCES) is None] == []


COUNTED_IN_NAMES = Sources(
    {},
    {},
    "Riverton\nGrowth rests on three pillars. The third quarter was good for jobs in the city."
    " Phase Two of the tramway opened with new hospitals."
    " Terminal 15 serves the harbour. The COVID-19 epidemic is over. In 2031 trams ran. The five districts have hospitals."
    "\n实施三大行动。推进改造和绿化。支持企业更新设备,实施千企升级行动,帮扶三区三州。武汉三镇绿地增加。改造五个中心。减少细颗粒物PM2.5。支持学校参加。",
)


@pytest.mark.parametrize(
    "text",
    [
        *("Growth rests on three pillars.", "The tramway's Phase Two opened.", "COVID-19 is over.", "Terminal 15 serves the harbour."),
        *(
            "实施三大行动。",
            "支持企业实施千企升级行动。",
            "帮扶三区三州。",
            "武汉三镇绿地增加。",
            "武汉三镇改造。",
            "推进PM2.5改造。",
            "参加绿化和改造。",
        ),
    ],
)
def test_names_stand_with_what_they_count(text: str) -> None:
    assert fault(text, COUNTED_IN_NAMES) is None


@pytest.mark.parametrize(
    "text",
    [
        *("Growth rests on three districts.", "A third of jobs are in the city."),
        *("The five hospitals serve the city.", "In 2031 hospitals opened.", "Terminal 5 serves the harbour."),
        *("实施三大改造。", "支持千企更新设备。", "支持三区企业。", "改造五个学校。"),
    ],
)
def test_a_count_of_the_source_counts_nothing_else(text: str) -> None:
    assert written_number(text, COUNTED_IN_NAMES.words) is not None


def test_the_place_may_own_what_its_facts_measure() -> None:
    source = Sources(
        {1: Amount(("economy",), falls=True, changes=True, period="2031")}, {1: "2031"}, "Port Haven\nThe economy contracted by \n."
    )
    assert fault("In {@1}, Port Haven's economy contracted by {1}.", source) is None
    assert fault("In {@1}, Port Vale's economy contracted by {1}.", source) is not None


def amount(name: str, letter: str, period: str, before: str, behind: str = "", *, changes: bool = False) -> Amount:
    return Amount((name,), False, changes, "exact", "target" if letter == "t" else "achievement", period, before, behind)


def of_bound(bound: Bound, before: str, behind: str = "", text: str = "40件", *, names: tuple[str, ...] = ()) -> Amount:
    names = names or (("harbour cases",) if before.isascii() else ("港口案件",))
    return Amount(names, False, False, bound, "achievement", None, before, behind, text)


def growth(before: str, *, names: tuple[str, ...]) -> Amount:
    return Amount(names, False, True, "exact", "achievement", "2031", before)


TOLD = Sources(
    {
        1: amount("GDP growth for 2031 as a whole", "a", "2031", "GDP growth for 2031 as a whole was "),
        2: amount("port charges", "a", "2031", "port charge rose by ", changes=True),
        3: amount("harbour reserves", "a", "2031", "Harbour reserves came to "),
        4: amount("GDP growth", "t", "2032", "We forecast GDP growth of ", " for 2032."),
        5: amount("harbour reserves", "t", "2032", "Harbour reserves are estimated at "),
        6: amount("jobless rate", "a", "2031", "The jobless rate rose slightly to "),
        7: amount("inflation", "a", "2031", "Inflation eased to "),
        8: amount("inflation", "t", "2032", "Inflation is expected to be "),
        9: amount("exports of goods", "a", "2031", "Exports of goods showed growth of "),
        10: amount("fishing sector", "a", "2031", "The fishing sector employs ", " people."),
        11: amount("fishing sector", "a", "2031", "The sector accounts for ", " of GDP."),
        12: amount("surplus", "a", "2031", "The city saw a surplus of "),
        13: amount("imports of goods", "a", "2031", "Imports of goods showed growth of ", changes=True),
        14: amount("imports of services", "a", "2031", "Imports of services showed growth of ", changes=True),
        15: amount("overall deficit", "t", "2032", "We expect an overall deficit of ", ", or 3% of GDP."),
        16: amount("overall deficit", "t", "2032", "We expect an overall deficit of 4 billion, or ", " of GDP."),
        17: amount("Gross Domestic Product growth in real terms", "t", "2032", "I forecast growth in real terms at ", changes=True),
    },
    {1: "2031", 2: "2032", 3: "2030"},
    "Riverton\nGDP growth for as a whole was \nport charge rose by \nHarbour reserves came to , equivalent to of GDP\nWe forecast GDP"
    " growth of for.\nThe jobless rate rose slightly to \nInflation eased to \nExports of goods showed growth of \nThe fishing sector"
    " employs people in the city and accounts for of GDP\nThe city saw a surplus of \nFerry trade"
    " conducted through Riverton banks exceeded ,"
    " over of the Delta's trade.\nAn ageing population, concern over rents.\nrisk\nImports of goods showed growth of\nImports of"
    " services showed growth of\nWe expect an overall deficit of, or of GDP.\n"
    "I forecast Gross Domestic Product (GDP) growth in real terms at",
)  # fmt: skip
DISHONEST_ENGLISH = """
In {@2}, GDP growth reached {4}.
In {@2}, GDP growth came to {4}.
GDP growth was {4}.
GDP growth is {4}.
GDP growth exceeds expectations, as planned reaching {4}.
GDP growth, better than expected, was {4}.
The forecast was met and GDP growth reached {4}.
Harbour reserves reached {5}.
Harbour reserves stood at {5}.
Harbour reserves are {5}.
The harbour reserves rose to {5}.
Harbour reserves of {5}.
The target of {5} for harbour reserves was achieved.
The inflation is {8}.
Inflation eased to {8}.
Inflation of {8}.
The jobless rate fell to {6}.
The jobless rate dropped to {6}.
The jobless rate rose by {6}.
The jobless rate fell by {6}.
Inflation rose to {7}.
Inflation climbed to {7}.
Harbour reserves dropped to {3}.
Harbour reserves rose to {3}.
Harbour reserves grew by {3}.
Exports of goods fell by {9}.
Exports of goods grew to {9}.
In {@2}, harbour reserves came to {3}.
In {@3}, harbour reserves came to {3}.
Harbour reserves came to {3} in {@3}.
In {@1}, harbour reserves are estimated at {5}.
In {@2}, the city had a surplus of {12}.
Inflation eased to {7} in {@2}.
Inflation eased to {7} in {@1} and is expected at {8} in {@1}.
Ferry trade through Delta banks.
Ferry trade conducted by Delta banks.
Delta banks exceeded Riverton trade.
Harbour reserves will reach {3}.
Harbour reserves are expected, will come to {3}.
Exports of goods will reach {9}.
Imports of goods grew by {14}.
Imports of goods grew by {13}, imports of services fell by {14}.
An overall deficit of {15} was reached.
An overall deficit of {15}, and harbour reserves are expected to rise.
An overall deficit of {15} is expected for {@1}.
An overall deficit of {16}, or {15} of GDP, is expected.
An overall deficit of {15} per month is expected.
It is expected that harbour reserves came to {3}.
Harbour reserves came to {3} of GDP.
Annually harbour reserves came to {3}.
Harbour reserves came to {3} per capita.
""".strip().splitlines()
HONEST_ENGLISH = """
In {@1}, GDP growth was {1}.
GDP growth was {1} in {@1}.
Port charges rose by {2}.
Harbour reserves come to {3}.
Harbour reserves came to {3}.
An ageing population is a risk.
The city had a surplus of {12}.
The fishing sector employs {10} people and makes up {11} of GDP.
Exports of goods grew by {9}.
Inflation eased to {7} in {@1} and is expected at {8} in {@2}.
Harbour reserves are estimated at {5}.
Harbour reserves are expected to reach {5}.
Harbour reserves are expected to come to {5} in {@2}.
In {@2}, GDP growth is forecast at {4}.
The forecast for GDP growth is {4}.
The jobless rate rose to {6}.
Ferry trade through Riverton banks.
Imports of goods grew by {13} and imports of services by {14}.
Imports of goods grew by {13}, those of services by {14}.
An overall deficit of {15}, or {16} of GDP, is expected for {@2}.
GDP growth of {17} in real terms is forecast for {@2}.
""".strip().splitlines()
TOLD_CHINESE = Sources(
    {
        1: amount("粮食产量", "a", "2031", "粮食产量达"),
        2: amount("粮食产量", "t", "2032", "粮食产量稳定在"),
        3: amount("港口吞吐量", "t", "2032", "港口吞吐量增长", changes=True),
        4: amount("城镇调查失业率", "a", "2031", "城镇调查失业率上升到"),
        5: amount("居民消费价格涨幅", "a", "2031", "居民消费价格涨幅回落至"),
        6: amount("财政储备", "a", "2031", "财政储备为"),
        7: amount("港口吞吐量", "a", "2031", "港口吞吐量增长", changes=True),
        8: amount("新开航线", "t", "2032", "新开航线"),
        9: amount("渔港里程", "a", "2031", "渔港里程达", ",占沿江的"),
        10: of_bound("at_least", "渔港里程达40公里,占沿江的", "以上。", "60%", names=("渔港里程占沿江比重", "渔港里程")),
        11: amount("全市居民人均收入", "a", "2031", "全市居民人均收入增长", changes=True),
        12: amount("渔区居民人均收入", "a", "2031", "渔区居民人均收入增长", changes=True),
        13: amount("渡运量", "a", "2031", "渡运量40万人次,年均增长", changes=True),
        14: growth("高中入学率达到90%、高于全省平均水平", names=("高中入学率高于全省平均水平", "高中入学率")),
        15: amount("高中入学率", "a", "2031", "高中入学率达到", "、高于全省平均水平4个百分点"),
    },
    {1: "2031", 2: "2032", 3: "2030"},
    "临江市\n粮食产量达\n粮食产量稳定在\n港口吞吐量增长\n城镇调查失业率上升到\n居民消费价格涨幅回落至\n财政储备为\n新开航线\n"
    "由市港务局牵头,市海事局配合,完善港区设施。\n民生保障存在薄弱环节。\n渔港里程达,占沿江的以上。\n全市居民人均收入增长\n渔区居民人均收入增长\n渡运量,年均增长\n"
    "高中入学率达到、高于全省平均水平",
)  # fmt: skip
DISHONEST_CHINESE = """
粮食产量达到{2}。
粮食产量实现{2}。
粮食产量达{2}。
粮食产量为{2}。
{@2},粮食产量达到{2}。
已完成粮食产量{2}。
完成了粮食产量{2}。
粮食产量超预期达到{2}。
按计划粮食产量达到{2}。
主要粮食产量达到{2}。
粮食产量目标{2}已实现。
粮食产量目标{2},已完成。
计划完成了,粮食产量{2}。
港口吞吐量增长{3}。
港口吞吐量实现增长{3}。
{@2},港口吞吐量增长{3}。
港口吞吐量增长{7},新开航线{8}。
力争港口吞吐量增长{7}。
预计港口吞吐量增长{7}。
粮食产量将达到{1}。
预计粮食产量达{1}。
城镇调查失业率下降到{4}。
城镇调查失业率降至{4}。
城镇调查失业率回落至{4}。
居民消费价格涨幅上升至{5}。
居民消费价格涨幅提高到{5}。
财政储备降至{6}。
财政储备升至{6}。
财政储备减少到{6}。
财政储备增加到{6}。
财政储备增加{6}。
粮食产量下降到{1}。
粮食产量提高到{1}。
{@2},财政储备为{6}。
{@3},财政储备为{6}。
{@3}粮食产量达{1}。
{@1},粮食产量预期目标为{2}。
{@2},港口吞吐量增长{7}。
由市海事局牵头,完善港区设施。
市海事局负责完善港区设施。
渔港里程年均{9}。
人均渔港里程{9}。
渔港里程达{9},占沿江的第{10}。
渔港里程达{9},占沿江的{10}以下。
渔港里程达{9},占沿江的至少{10}以上。
渔港里程达{9},占沿江的{10}以上左右。
财政储备为{6},占沿江的{10}以上。
渔港里程达{9},财政储备占沿江的{10}以上。
全市居民人均收入增长人均{11}。
全市居民人均收入年均增长{11}。
全市居民人均收入{11}。
全市居民人均收入增长{12}。
渡运量{13}。
高中入学率达到{15},低于全省平均水平{14}。
高中入学率低于全省平均水平{14}。
财政储备为{6},高于全省平均水平{14}。
民生保障存在薄弱环节,远洋渔业补贴不足。
""".strip().splitlines()
HONEST_CHINESE = """
{@1},粮食产量达{1}。
粮食产量达到{1}。
粮食产量预期目标为{2}。
预计{@2}粮食产量达到{2}。
力争粮食产量稳定在{2}。
{@2},港口吞吐量预期增长{3},新开航线{8}。
主要预期目标是:港口吞吐量增长{3},新开航线{8}。
{@1},港口吞吐量增长{7};{@2},力争增长{3}。
城镇调查失业率上升到{4}。
城镇调查失业率升至{4}。
居民消费价格涨幅回落至{5}。
居民消费价格涨幅为{5}。
财政储备为{6}。
由市港务局牵头,完善港区设施。
民生保障存在薄弱环节。
渔港里程达{9},占沿江的{10}以上。
全市居民人均收入增长{11},其中渔区居民增长{12}。
渡运量年均增长{13}。
高中入学率达到{15},高于全省平均水平{14}。
高中入学率{15},高出全省平均水平{14}。
""".strip().splitlines()


@pytest.mark.parametrize(("sources", "texts"), [(TOLD, DISHONEST_ENGLISH), (TOLD_CHINESE, DISHONEST_CHINESE)])
def test_forecasts_directions_times_and_owners_are_told_as_their_source_does(sources: Sources, texts: list[str]) -> None:
    assert [text for text in texts if fault(text, sources) is None] == []


@pytest.mark.parametrize(("sources", "texts"), [(TOLD, HONEST_ENGLISH), (TOLD_CHINESE, HONEST_CHINESE)])
def test_what_is_told_as_its_source_does_stands(sources: Sources, texts: list[str]) -> None:
    assert {text: reason for text in texts if (reason := fault(text, sources)) is not None} == {}


def held_against(side: Bound, before: str, behind: str, *, missed: bool = False) -> Sources:
    names = ("逾期率",) if not before.isascii() else ("late payment rate",)
    amount = Amount(names, False, False, "exact", "achievement", "2031", before, behind, "0.7%", side)
    return Sources({1: amount}, {1: "2031"}, f"{before}\n{behind}\nLate_Payment_Rate", missed)


LATE = held_against("below", "The review found a late payment rate of ", ", well under the limit that the law sets.")
LATE_CHINESE = held_against("below", "全市逾期率", "，控制在法定限值之内。")


@pytest.mark.parametrize(
    ("sources", "text"),
    [
        (LATE, "The late payment rate was below the limit at {1}."),
        (LATE, "The late payment rate did not exceed the limit at {1}."),
        (LATE, "The Late_Payment_Rate came to {1}."),
        (LATE_CHINESE, "全市逾期率{1}，低于法定限值。"),
        (LATE_CHINESE, "全市逾期率{1}，未超过法定限值。"),
    ],
)
def test_a_comparison_that_agrees_with_the_goal_stands(sources: Sources, text: str) -> None:
    assert fault(text, sources) is None


@pytest.mark.parametrize(
    ("sources", "text"),
    [
        (LATE, "The late payment rate exceeded the limit at {1}."),
        (LATE, "The late payment rate surpassed the limit at {1}."),
        (LATE, "The late payment rate was above the limit at {1}."),
        (LATE, "The late payment rate was not below the limit at {1}."),
        (LATE, "The late payment rate was not found below the limit at {1}."),
        (LATE, "The late payment rate was {1}, above the limit."),
        (LATE, "The late payment rate was {1} and exceeded the limit."),
        (LATE, "The Other_Key came to {1}."),
        (LATE_CHINESE, "全市逾期率{1}，高于法定限值。"),
        (LATE_CHINESE, "全市逾期率{1}，超过法定限值。"),
        (
            held_against("above", "The review found a late payment rate of ", ", over the limit."),
            "The late payment rate did not exceed the limit at {1}.",
        ),
        (Sources({}, {}, "The review target was not met.", missed=True), "The review target was met."),
        (Sources({}, {}, "全市未完成港口建设目标。", missed=True), "全市完成港口建设目标。"),
    ],
)
def test_a_comparison_or_an_outcome_that_the_facts_contradict_is_refused(sources: Sources, text: str) -> None:
    assert fault(text, sources) is not None


def test_ordinary_ways_to_tell_amounts_and_goals_stand() -> None:
    told = {
        1: Amount(("harbour payments",), False, False, "exact", "achievement", "2031", "a total of ", " harbour payments worth", "226"),
        2: Amount(("harbour payments",), False, False, "exact", "achievement", "2031", "harbour payments worth ", " were made", "$6m"),
        3: Amount(("new berths",), False, False, "at_least", "target", "2032", "We will build no fewer than ", " new berths.", "30"),
    }
    sources = Sources(
        told,
        {1: "2031", 3: "2032"},
        "a total of harbour payments worth were made\nWe will build new berths. Each office reviews its payments.",
    )
    for text in (
        "In {@1}, harbour payments numbered {1} and were worth {2}.",
        "For {@3}, new berths are to be at least {3}.",
        "Each office must review its payments.",
    ):
        assert fault(text, sources) is None
    assert fault("In {@3}, new berths were at least {3}.", sources) is not None


@pytest.mark.parametrize(
    ("text", "amount", "told"),
    [
        ("港口案件{1}。", of_bound("exact", "港口案件"), "港口案件{1}。"),
        ("港口案件{1}。", of_bound("above", "港口案件突破"), "港口案件突破{1}。"),
        ("港口案件达到{1}。", of_bound("above", "港口案件逾"), "港口案件逾{1}。"),
        ("港口案件为{1}。", of_bound("at_most", "港口案件控制在", "以内"), "港口案件为{1}以内。"),
        ("港口案件达到{1}。", of_bound("about", "港口案件约"), "港口案件达到约{1}。"),
        ("港口案件达{1}。", of_bound("below", "港口案件接近"), "港口案件接近{1}。"),
        ("港口案件{1}。", of_bound("at_least", "确保港口案件达到"), "港口案件不低于{1}。"),
        ("港口案件超过了{1}。", of_bound("above", "港口案件突破"), "港口案件超过了{1}。"),
        ("港口案件{1}以上。", of_bound("at_least", "港口案件", "以上"), "港口案件{1}以上。"),
        ("港口案件{1}。", of_bound("above", "港口案件", text="40余件"), "港口案件{1}。"),
        ("Harbour cases came to {1}.", of_bound("above", "cases came to over ", text="40"), "Harbour cases came to more than {1}."),
        ("Harbour cases came to nearly {1}.", of_bound("below", "almost ", text="40"), "Harbour cases came to nearly {1}."),
        ("Harbour cases: {1}", of_bound("about", "some ", text="40"), "Harbour cases: about {1}"),
    ],
)
def test_a_bound_that_a_sentence_leaves_out_is_told(text: str, amount: Amount, told: str) -> None:
    assert bounded(text, {1: amount}) == told


PORT_TRADE = "The port's total trade failed to reach its growth objective for the year."


@pytest.mark.parametrize(
    "sentence", ["Total trade fell short of the growth objective.", "Total trade missed its growth objective.", PORT_TRADE]
)
def test_that_a_goal_was_missed_may_be_told_in_other_words(sentence: str) -> None:
    facts = (Told("achievement", PORT_TRADE),)
    assert fault(sentence, Sources({}, {}, PORT_TRADE, missed=True, facts=facts)) is None


def test_nothing_else_is_told_as_missed() -> None:
    said = "Total trade fell short of the growth objective."
    text = "The port's total trade grew toward its growth objective for the year."
    assert fault(said, Sources({}, {}, text, facts=(Told("achievement", text),))) is not None
    both = (Told("achievement", PORT_TRADE), Told("achievement", "Rail freight grew."))
    assert fault("Rail freight missed.", Sources({}, {}, f"{PORT_TRADE}\nRail freight grew.", missed=True, facts=both)) is not None
    grew = "全市港口吞吐量稳步增长。"
    assert fault("全市未完成港口吞吐量。", Sources({}, {}, grew, facts=(Told("achievement", grew),))) is not None
