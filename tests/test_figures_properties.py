"""What is written by rule is read back exactly; what is not, never makes the reading fail."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from reportsum.figures import FoundFigure, find_figures
from reportsum.figures.folding import fold
from reportsum.figures.numerals import parse_numeral

DIGITS = "零一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}

# (noun before, scales that go with it, unit, base unit, role)
UNITS = [
    ("完成投资", ("万", "亿", "万亿"), "元", "元", "level"),
    ("实际使用外资", ("万", "亿"), "美元", "美元", "level"),
    ("新增企业", ("", "万"), "家", "家", "count"),
    ("惠及群众", ("万", "亿"), "人", "人", "count"),
    ("实施项目", ("",), "个", "个", "count"),
    ("新建农村公路", ("", "万"), "公里", "公里", "level"),
    ("粮食播种面积", ("万", "亿"), "亩", "亩", "level"),
    ("发电量", ("万", "亿"), "千瓦时", "千瓦时", "level"),
    ("新增装机", ("万",), "千瓦", "千瓦", "level"),
    ("货物吞吐量", ("万", "亿"), "吨", "吨", "level"),
    ("改造老旧小区", ("", "万"), "户", "户", "count"),
]
# (before, after, bound)
BOUNDS = [
    ("", "", "exact"), ("超", "", "above"), ("超过", "", "above"), ("逾", "", "above"), ("近", "", "below"), ("不足", "", "below"),
    ("约", "", "about"), ("", "左右", "about"), ("", "以上", "at_least"), ("不少于", "", "at_least"), ("不超过", "", "at_most"),
    ("", "以内", "at_most"),
]  # fmt: skip
# (verb, sign, role)
DIRECTIONS = [
    ("同比增长", 1, "change"), ("上涨", 1, "change"), ("年均递增", 1, "change"), ("比上年下降", -1, "change"), ("减少", -1, "change"),
    ("回落", -1, "change"), ("占全市比重为", 1, "share"), ("覆盖率达到", 1, "share"),
]  # fmt: skip

numbers = st.one_of(
    st.integers(2, 9999).filter(lambda n: not 1900 <= n <= 2100).map(Decimal),
    st.decimals(Decimal("0.1"), Decimal("9999.99"), places=2, allow_nan=False),
    st.decimals(Decimal("0.1"), Decimal("999.9"), places=1, allow_nan=False),
)


def separated(number: Decimal) -> str:
    return f"{number:,}"


def full_width(number: Decimal) -> str:
    return str(number).translate(FULL_WIDTH)


STYLES = [str, separated, full_width]


def only(text: str) -> FoundFigure:
    found = find_figures(text)
    assert len(found) == 1, found
    return found[0]


def in_chinese(number: int) -> str:
    """Return `number` the way it is said: 20050 is 二万零五十."""
    if number >= 10**8:
        high, rest = divmod(number, 10**8)
        return in_chinese(high) + "亿" + _rest(rest, 10**7)
    if number >= 10**4:
        high, rest = divmod(number, 10**4)
        return in_chinese(high) + "万" + _rest(rest, 1000)
    out, pending = "", False
    for place, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            out += ("零" if pending and out else "") + DIGITS[digit] + sign
            pending = False
        else:
            pending = bool(out)
    return out


def _rest(rest: int, place: int) -> str:
    if not rest:
        return ""
    return ("零" if rest < place else "") + in_chinese(rest)


@given(numbers, st.sampled_from(UNITS), st.data(), st.sampled_from(BOUNDS), st.sampled_from(STYLES), st.sampled_from(["", " "]))
@settings(max_examples=300)
def test_an_amount_written_in_any_style_is_read_back(number, kind, data, bounds, style, gap) -> None:  # type: ignore[no-untyped-def]
    noun, scales, unit, base, role = kind
    scale = data.draw(st.sampled_from(scales))
    if role == "count" and not scale:
        number = number.to_integral_value() + 1
    before, after, bound = bounds
    written = f"{style(number)}{gap}{scale}{unit}"
    text = f"全年{noun}{before}{written}{after}，成效明显。"
    figure = only(text)
    assert figure.text == written
    assert text[figure.start : figure.end] == written
    assert figure.value == number
    assert figure.amount == number * SCALES[scale]
    assert "E" not in str(figure.amount)
    assert (figure.unit, figure.base_unit, figure.bound, figure.role) == (scale + unit, base, bound, role)


@given(numbers, st.sampled_from(DIRECTIONS), st.sampled_from(BOUNDS), st.sampled_from(STYLES), st.sampled_from(["%", "％"]))
@settings(max_examples=300)
def test_a_percentage_takes_sign_and_role_from_its_verb(number, direction, bounds, style, sign) -> None:  # type: ignore[no-untyped-def]
    verb, factor, role = direction
    before, after, bound = bounds
    written = style(number) + sign
    figure = only(f"规模以上工业增加值{verb}{before}{written}{after}。")
    assert figure.text == written
    assert figure.value == figure.amount == number * factor
    assert (figure.unit, figure.base_unit, figure.bound, figure.role) == ("%", "%", bound, role)


@given(numbers, st.sampled_from(["提高", "回升", "高于全省"]), st.sampled_from(["下降", "回落"]), st.booleans())
@settings(max_examples=100)
def test_percentage_points_rise_and_fall(number: Decimal, rise: str, fall: str, rising: bool) -> None:
    figure = only(f"占比比上年{rise if rising else fall}{number}个百分点")
    assert figure.value == (number if rising else -number)
    assert (figure.base_unit, figure.role) == ("个百分点", "change_pp")


@given(st.lists(numbers, min_size=2, max_size=5), st.sampled_from(["、", "和"]), st.booleans())
@settings(max_examples=100)
def test_a_list_shares_its_verb(values: list[Decimal], link: str, falling: bool) -> None:
    verb = "下降" if falling else "增长"
    found = find_figures(f"各项指标分别{verb}{link.join(f'{value}%' for value in values)}。")
    assert [figure.value for figure in found] == [-value if falling else value for value in values]
    assert {figure.role for figure in found} == {"change"}


@given(numbers, numbers, st.sampled_from(["-", "—", "～", "~", "至", "到", "–"]), st.booleans())
@settings(max_examples=150)
def test_a_range_keeps_both_ends(one: Decimal, other: Decimal, joint: str, twice: bool) -> None:
    low, high = sorted((one, other))
    if low == high:
        high += 1
    written = f"{low}{'%' if twice else ''}{joint}{high}%"
    figure = only(f"预期目标为增长{written}")
    assert figure.text == written
    assert (figure.low, figure.high, figure.value, figure.amount, figure.bound) == (low, high, None, None, "range")


@given(st.integers(11, 10**12).filter(lambda n: in_chinese(n)[-1] not in "万亿"))
@settings(max_examples=300)
def test_a_chinese_numeral_is_worth_what_it_says(number: int) -> None:
    assert parse_numeral(in_chinese(number)) == number
    figure = only(f"建立农业生产合作社{in_chinese(number)}个。")
    assert figure.amount == number


@given(st.integers(2, 9999), st.sampled_from(["万", "亿"]), st.sampled_from(["元", "亩", "吨", "人", "户"]))
@settings(max_examples=150)
def test_a_chinese_amount_is_worth_what_it_says(number: int, scale: str, unit: str) -> None:
    figure = only(f"全省共有{in_chinese(number)}{scale}{unit}。")
    assert figure.amount == number * SCALES[scale]
    assert figure.base_unit == unit


WORDS = """
    一 二 两 三 十 百 千 万 亿 半 几 数 余 多 来 第 前 翻 番 分之 百分之 点 0 1 3 19 2022 5.5 1,234 ５ ． , . - — 至 到 : ： / + % ％ ‰
    个 家 元 年 月 日 届 批 位 名 成 倍 折 级 号 个百分点 基点 万元 亿美元 微克/立方米 增长 下降 分别 超 近 约 以上 左右 以内
    、 和 ， 。 ； “ ” 《 》 （ ） ( ) PM G 億 萬 個 百分點
"""
words = st.sampled_from([*WORDS.split(), "\n", "\u3000", " "])


@given(st.one_of(st.text(max_size=120), st.lists(words, max_size=40).map("".join)))
@settings(max_examples=600)
def test_any_text_can_be_read_and_figures_are_its_slices_in_order(text: str) -> None:
    found = find_figures(text)
    end = 0
    for figure in found:
        assert end <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        assert (figure.value is None) == (figure.amount is None)
        assert (figure.low is None) == (figure.high is None) == (figure.bound != "range")
        for number in (figure.value, figure.amount, figure.low, figure.high):
            assert number is None or "E" not in str(number)
        end = figure.end
    assert found == find_figures(text)


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.lists(words, max_size=25).map("".join))
@settings(max_examples=200)
def test_a_sentence_reads_the_same_wherever_it_stands(text: str) -> None:
    before = "全面贯彻落实党中央决策部署。\n\n"
    alone = find_figures("\n" + text)
    moved = find_figures(before + text)
    shift = len(before) - 1
    assert [(figure.start + shift, figure.text, figure.amount) for figure in alone] == [
        (figure.start, figure.text, figure.amount) for figure in moved
    ]
