"""Sentences of a model: nothing of another amount, place or name than the source's may stand, ordinary sentences may."""

from __future__ import annotations

import pytest

from reportsum.extraction.llm.prose import Amount, Sources, fault

SOURCES = Sources(
    {
        1: Amount(("工业投资",), falls=False, changes=False),
        2: Amount(("工业投资",), falls=False, changes=True),
        3: Amount(("地区生产总值",), falls=False, changes=False, bound="above"),
        4: Amount(("地区生产总值",), falls=False, changes=True),
        5: Amount(("进出口总额",), falls=True, changes=True),
        6: Amount(("城镇新增就业",), falls=False, changes=False),
        7: Amount(("重点项目完成投资",), falls=False, changes=False),
        9: Amount(("生产安全事故起数",), falls=True, changes=True),
        10: Amount(("生产安全事故死亡人数",), falls=True, changes=True),
        8: Amount(("财政收入剔除虚增因素后",), falls=False, changes=False),
    },
    frozenset({1, 3}),
    "临江市\n上半年,全市完成工业投资,增长。地区生产总值突破,同比增长。进出口总额下降。城镇新增就业。推进5G网络和“十四五”规划重大项目建设。"
    "生产安全事故起数、死亡人数分别下降。重点项目完成投资。财政收入剔除虚增因素后。一般公共预算收入保持平稳。产业结构还不够优,龙头企业不多。",
)
ENGLISH = Sources(
    {1: Amount(("total investment",), falls=False, changes=False), 2: Amount(("exports",), falls=True, changes=True)},
    frozenset({1}),
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
