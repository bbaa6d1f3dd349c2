"""Lists, parts, start values and averages are read back right or withheld, never wrong.

A generator writes sentences of these kinds together with what each figure measures; REPORTSUM_PAIRING_EXAMPLES says how many (300).
"""

from __future__ import annotations

import os
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reportsum
from tests.test_kinds import digest_text
from tests.test_measures import read

REPORT = """云岭市2023年国民经济和社会发展统计公报

一、综合

2023年，全市地区生产总值增长5.2%，其中一二三产增加值分别增长3.1%、6.8%、4.9%。规上工业、建筑业、运输业等主要行业分别增长6.3%和3.7%。
"""

EXAMPLES = int(os.environ.get("REPORTSUM_PAIRING_EXAMPLES", "300"))

QUANTITIES = ("固定资产投资", "社会消费品零售总额", "进出口总额", "一般公共预算收入", "工业用电量", "旅游总收入", "民间投资", "粮食产量")
SHARED: tuple[tuple[tuple[str, ...], str], ...] = (
    (("小麦", "玉米", "大豆", "棉花", "油料", "蔬菜"), "产量"),
    (("纺织业", "医药制造业", "汽车制造业", "食品制造业", "电子信息产业", "化工行业"), "增加值"),
    (("第一产业", "第二产业", "第三产业"), "投资"),
    (("教育", "医疗卫生", "农林水", "社会保障", "科学技术"), "支出"),
    (("青山县", "白水县", "云岭市", "东川区", "南坪镇", "石桥镇"), "地区生产总值"),
    (("高新区", "经开区", "保税区", "临港新区"), "工业产值"),
)
JOINED: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("城乡", ("城镇", "农村"), "居民人均可支配收入"),
    ("一二三产业", ("第一产业", "第二产业", "第三产业"), "增加值"),
    ("存贷款", ("存款", "贷款"), "余额"),
)
TALLIED = (("青山", "白水", "云岭", "东川", "南坪", "石桥"), ("个县", "个区", "个镇", "县", "市"))
NUMERALS = "零一两三四五六"


class Fact(NamedTuple):
    """A figure and the words of which its name must hold one; `None`: nobody can name it."""

    figure: str
    keys: tuple[str, ...] | None
    others: tuple[str, ...] = ()
    """Words that its name must not hold: those of its neighbours."""


class Sentence(NamedTuple):
    text: str
    facts: tuple[Fact, ...]


@st.composite
def percents(draw: st.DrawFn, count: int) -> list[str]:
    numbers = draw(st.lists(st.integers(11, 399), min_size=count, max_size=count, unique=True))
    return [f"{number / 10}%" for number in numbers]


@st.composite
def amounts(draw: st.DrawFn, count: int) -> list[str]:
    numbers = draw(st.lists(st.integers(1001, 99999), min_size=count, max_size=count, unique=True))
    return [f"{number / 10}亿元" for number in numbers]


@st.composite
def joined(draw: st.DrawFn, parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    last = draw(st.sampled_from(("和", "、", "与", "以及")))
    return "、".join(parts[:-1]) + last + parts[-1]


def shortened(values: list[str]) -> list[str]:
    """Return values of which only the last has its unit."""
    unit = values[-1].lstrip("0123456789.")
    return [*(value.removesuffix(unit) for value in values[:-1]), values[-1]]


@st.composite
def names(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return how a list of names is written, and the word that tells each member."""
    kind = draw(st.sampled_from(("quantities", "shared", "joined", "tallied", "others")))
    if kind == "joined":
        written, both, rest = draw(st.sampled_from(JOINED))
        return written + rest, list(both)
    if kind == "quantities":
        members = draw(st.lists(st.sampled_from(QUANTITIES), min_size=2, max_size=6, unique=True))
        return draw(joined(members)), list(members)
    if kind == "tallied":
        places, tallies = TALLIED
        members = draw(st.lists(st.sampled_from(places), min_size=2, max_size=6, unique=True))
        quantity = draw(st.sampled_from(("", "固定资产投资", "税收收入")))
        return draw(joined(members)) + NUMERALS[len(members)] + draw(st.sampled_from(tallies)) + quantity, list(members)
    pool, quantity = draw(st.sampled_from(SHARED))
    members = draw(st.lists(st.sampled_from(pool), min_size=2, max_size=min(6, len(pool)), unique=True))
    if kind == "others":
        things = draw(st.sampled_from(("等产品", "等行业", "等地区", "等主要产品", "等主要行业")))
        return "、".join(members) + things + quantity, list(members)
    each = draw(st.booleans())
    return draw(joined([member + quantity for member in members] if each else [*members[:-1], members[-1] + quantity])), list(members)


def keyed(values: list[str], members: list[str]) -> list[Fact]:
    return [
        Fact(value, (member, member.removesuffix("产业")), tuple(other for other in members if other not in member))
        for value, member in zip(values, members, strict=True)
    ]


@st.composite
def distributive(draw: st.DrawFn) -> Sentence:
    """城镇、农村居民收入分别达到…和…，分别增长…、…"""
    written, members = draw(names())
    each = draw(st.sampled_from(("分别", "依次", "各自", "同比分别", "")))
    verb = draw(st.sampled_from(("增长", "下降", "提高", "达到", "为", "完成", "实现")))
    changes = verb in ("增长", "下降", "提高")
    values = draw(percents(len(members)) if changes else amounts(len(members)))
    facts = keyed(values, members)
    told = draw(joined(values))
    if not changes and each and draw(st.booleans()):
        inside = draw(percents(len(members)))
        facts = [*facts, *keyed(inside, members)]
        told = draw(joined([f"{value}（增长{change}）" for value, change in zip(values, inside, strict=True)]))
    opening = draw(st.sampled_from(("", "全市", "上半年，", "其中", "与上年相比，", "扣除价格因素，")))
    text = f"{opening}{written}{each}{verb}{told}"
    if each and not changes and draw(st.booleans()):
        more = draw(percents(len(members)))
        again = draw(st.sampled_from(("分别增长", "同比分别下降", "比上年分别增长", "占全省比重分别为", "增速分别为")))
        text += f"，{again}{draw(joined(more))}"
        facts += keyed(more, members)
    return Sentence(text + "。", tuple(facts))


@st.composite
def shared_unit(draw: st.DrawFn) -> Sentence:
    """…占比分别提高1.8和0.9个百分点"""
    pool, quantity = draw(st.sampled_from(SHARED))
    members = draw(st.lists(st.sampled_from(pool), min_size=2, max_size=min(4, len(pool)), unique=True))
    numbers = draw(st.lists(st.integers(2, 98), min_size=len(members), max_size=len(members), unique=True))
    values = shortened([f"{number / 10}个百分点" for number in numbers])
    text = f"{draw(joined([*members[:-1], members[-1] + quantity]))}占比分别提高{draw(joined(values))}。"
    return Sentence(text, tuple(keyed(values, members)))


@st.composite
def mismatched(draw: st.DrawFn) -> Sentence:
    """Three names, two figures."""
    pool, quantity = draw(st.sampled_from(SHARED))
    members = draw(st.lists(st.sampled_from(pool), min_size=2, max_size=min(6, len(pool)), unique=True))
    count = draw(st.integers(2, 6).filter(lambda count: count != len(members)))
    values = draw(percents(count))
    written = draw(joined(members)) + draw(st.sampled_from((quantity, "等主要行业" + quantity, "")))
    return Sentence(f"{written}分别增长{draw(joined(values))}。", tuple(Fact(value, None) for value in values))


@st.composite
def nested(draw: st.DrawFn) -> Sentence:
    """总额…，增长…，其中A…、B…"""
    pool, quantity = draw(st.sampled_from(SHARED[:4]))
    members = draw(st.lists(st.sampled_from(pool), min_size=2, max_size=min(4, len(pool)), unique=True))
    whole = draw(st.sampled_from(("地区生产总值", "全部投入", "财政总盘子")))
    total = draw(amounts(1))[0]
    change = "0.7%"
    lead = f"{whole}{total}，增长{change}，"
    facts = [Fact(total, (whole,), tuple(members)), Fact(change, (whole,), tuple(members))]
    values = draw(percents(len(members)))
    if draw(st.booleans()):
        text = f"{lead}其中{draw(joined([*members[:-1], members[-1] + quantity]))}分别增长{draw(joined(values))}。"
    else:
        sign = draw(st.sampled_from(("，", "、")))
        text = lead + "其中" + sign.join(f"{member}{quantity}增长{value}" for member, value in zip(members, values, strict=True)) + "。"
    return Sentence(text, (*facts, *keyed(values, members)))


@st.composite
def told_before(draw: st.DrawFn) -> Sentence:
    """A 5亿元、B 3亿元，分别增长…、…"""
    members = draw(st.lists(st.sampled_from(QUANTITIES), min_size=2, max_size=5, unique=True))
    values, changes = draw(amounts(len(members))), draw(percents(len(members)))
    verb = draw(st.sampled_from(("", "达到", "完成", "为")))
    sign = draw(st.sampled_from(("，", "、")))
    told = sign.join(f"{member}{verb}{value}" for member, value in zip(members, values, strict=True))
    again = draw(st.sampled_from(("分别增长", "同比分别增长", "比上年分别下降", "依次增长", f"{NUMERALS[len(members)]}项指标分别增长")))
    return Sentence(f"{told}，{again}{draw(joined(changes))}。", tuple(keyed(values, members) + keyed(changes, members)))


@st.composite
def alike(draw: st.DrawFn) -> Sentence:
    """A、B均增长…"""
    members = draw(st.lists(st.sampled_from(QUANTITIES), min_size=2, max_size=3, unique=True))
    value = draw(percents(1))[0]
    word = draw(st.sampled_from(("均", "都", "分别", "各", "各自")))
    text = f"{draw(joined(members))}{word}增长{value}。"
    return Sentence(text, (Fact(value, tuple(members)),))


@st.composite
def counted(draw: st.DrawFn) -> Sentence:
    """青山、白水分别新建公园3个、5个; …分别新建3个、5个公园"""
    members = draw(st.lists(st.sampled_from(TALLIED[0]), min_size=2, max_size=4, unique=True))
    numbers = draw(st.lists(st.integers(3, 98), min_size=len(members), max_size=len(members), unique=True))
    values = [f"{number}个" for number in numbers]
    thing = draw(st.sampled_from(("公园", "停车场", "工业项目")))
    verb = draw(st.sampled_from(("新建", "建成", "新增")))
    places = [f"{member}县" for member in members]
    each = draw(st.sampled_from(("分别", "依次", "各自")))
    text = f"{draw(joined(places))}{each}{verb}"
    text += f"{thing}{draw(joined(values))}。" if draw(st.booleans()) else f"{draw(joined(values))}{thing}。"
    return Sentence(text, tuple(keyed(values, members)))


@st.composite
def parts_in_brackets(draw: st.DrawFn) -> Sentence:
    """总投资…（其中A…、B…），增长…"""
    whole = draw(st.sampled_from(("全部投入", "财政总盘子", "综合总收益")))
    pool, quantity = draw(st.sampled_from(SHARED[:4]))
    members = draw(st.lists(st.sampled_from(pool), min_size=2, max_size=3, unique=True))
    total, *values = draw(amounts(len(members) + 1))
    change = "0.7%"
    sign = draw(st.sampled_from(("、", "，")))
    inside = sign.join(f"{member}{quantity}{value}" for member, value in zip(members, values, strict=True))
    text = f"{whole}达到{total}（其中{inside}），增长{change}。"
    facts = (Fact(total, (whole,), tuple(members)), Fact(change, (whole,), tuple(members)), *keyed(values, members))
    return Sentence(text, facts)


@st.composite
def over_commas(draw: st.DrawFn) -> Sentence:
    """规上工业增加值，社会消费品零售总额分别增长…"""
    members = draw(st.lists(st.sampled_from(QUANTITIES), min_size=3, max_size=5, unique=True))
    cut = draw(st.integers(1, len(members) - 1))
    values = draw(percents(len(members) - draw(st.sampled_from((0, 0, 1)))))
    text = f"{'、'.join(members[:cut])}，{'、'.join(members[cut:])}分别增长{draw(joined(values))}。"
    fits = len(values) == len(members)
    return Sentence(text, tuple(keyed(values, members) if fits else [Fact(value, None) for value in values]) if len(values) > 1 else ())


@st.composite
def names_behind(draw: st.DrawFn) -> Sentence:
    """安排3.2亿元、1.5亿元，分别用于教育、医疗卫生"""
    members = draw(st.lists(st.sampled_from(SHARED[3][0]), min_size=2, max_size=4, unique=True))
    values = draw(amounts(len(members)))
    verb = draw(st.sampled_from(("用于", "投向", "来自")))
    return Sentence(f"安排资金{draw(joined(values))}，分别{verb}{draw(joined(members))}。", tuple(keyed(values, members)))


OPENINGS = ("与2015年相比，", "扣除价格因素，", "据初步统计，", "面对复杂形势，", "在投资拉动下，", "全年，", "")


@st.composite
def reaches(draw: st.DrawFn) -> Sentence:
    """与2015年相比，X增加…，达到…；Y增加…，达到…"""
    members = draw(st.lists(st.sampled_from(QUANTITIES), min_size=1, max_size=3, unique=True))
    values = draw(amounts(2 * len(members)))
    told = []
    facts: list[Fact] = []
    for place, member in enumerate(members):
        more, reached = values[2 * place : 2 * place + 2]
        moved_by, at = draw(st.sampled_from(("增加", "比上年增加", "减少"))), draw(st.sampled_from(("达到", "为", "增加到")))
        told.append(f"{member}{moved_by}{more}，{at}{reached}")
        facts += keyed([more], [member]) + keyed([reached], [member])
    return Sentence(draw(st.sampled_from(OPENINGS)) + draw(st.sampled_from(("；", "，"))).join(told) + "。", tuple(facts))


class Side(NamedTuple):
    """A figure with what it stands beside its fact as."""

    figure: str
    base: str | None
    yearly_average: bool


class Moved(NamedTuple):
    text: str
    key: str
    sides: tuple[Side, ...]


@st.composite
def moved(draw: st.DrawFn) -> Moved:
    """…由2016年的21.4亿元增加到2021年的36.9亿元，年均增长11.8%"""
    name = draw(st.sampled_from((*QUANTITIES, "城镇化率", "机动车保有量", "森林覆盖率")))
    low, high = draw(percents(2)) if name.endswith("率") else draw(amounts(2))
    times = (("", ""), ("2016年的", "2021年的"), ("上年的", ""), ("2012年底的", "2020年底的"), ("五年前的", ""))
    since, until = draw(st.sampled_from(times))
    verb = draw(st.sampled_from(("增加到", "提高到", "上升至", "增长到", "下降到", "扩大到", "跃升至")))
    text = f"{name}{draw(st.sampled_from(('由', '从')))}{since}{low}{verb}{until}{high}"
    sides = [Side(low, "earlier", False), Side(high, None, False)]
    if draw(st.booleans()):
        average = draw(st.sampled_from(("年均增长", "年均递增", "平均每年增长", "五年平均增长")))
        text += f"，{average}0.7%"
        sides.append(Side("0.7%", None, True))
    return Moved(text + "。", name, tuple(sides))


@st.composite
def compared(draw: st.DrawFn) -> Moved:
    """…增长9.4%，超过计划增长7%的要求"""
    name = draw(st.sampled_from(QUANTITIES))
    first, other = draw(percents(2))
    how, base = draw(
        st.sampled_from(
            (
                ("超过计划增长{}的要求", "goal"),
                ("高于{}左右的预期目标", "goal"),
                ("快于年初确定的{}的目标", "goal"),
                ("低于{}的年度计划", "goal"),
                ("增速比上年的{}有所加快", "earlier"),
                ("增幅较上年同期的{}提高", "earlier"),
                ("两年平均增长{}", None),
            )
        )
    )
    return Moved(f"{name}增长{first}，{how.format(other)}。", name, (Side(first, None, False), Side(other, base, base is None)))


def astray(sentence: Moved) -> list[str]:
    """Return what is read wrongly in a sentence of start values, goals and averages."""
    seen = read(sentence.text)
    found = {figure.text: figure for figure in seen.figures}
    faults = [f"{side.figure} is not found" for side in sentence.sides if side.figure not in found]
    for side in sentence.sides:
        if side.figure in found and (found[side.figure].base, found[side.figure].yearly_average) != (side.base, side.yearly_average):
            faults.append(f"{side.figure} is {found[side.figure].base}, {found[side.figure].yearly_average}")
    names = [one.metric for row in seen.measures for one in row]
    return faults + [f"named {name!r}" for name in names if name is not None and sentence.key not in name]


def wrong(sentence: Sentence) -> list[str]:
    """Return what is read wrongly: a name that misses its own word, holds a neighbour's or a figure, or stands where none can."""
    seen = read(sentence.text)
    names = {number: dict(one.figure_metrics).get(number, one.metric) for row in seen.measures for one in row for number in one.figures}
    told: dict[str, list[str | None]] = {}
    for number, figure in enumerate(seen.figures):  # the same number may stand twice: its facts come in text order too
        told.setdefault(figure.text, []).append(names[number])
    faults = []
    for fact in sentence.facts:
        if not told.get(fact.figure):
            faults.append(f"{fact.figure} is not found")
            continue
        name = told[fact.figure].pop(0)
        if name is None:
            continue
        if fact.keys is None or not any(key in name for key in fact.keys) or any(other in name for other in fact.others):
            faults.append(f"{fact.figure} is named {name!r}, not {fact.keys}")
        elif any(figure.text in name for figure in seen.figures):
            faults.append(f"{name!r} holds a figure")
    return faults


SENTENCES = st.one_of(
    *(distributive(), shared_unit(), mismatched(), nested(), told_before()),
    *(alike(), counted(), parts_in_brackets(), over_commas(), names_behind(), reaches()),
)


@settings(max_examples=EXAMPLES, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(SENTENCES)
def test_lists_and_parts_are_read_right_or_withheld(sentence: Sentence) -> None:
    assert wrong(sentence) == []


@settings(max_examples=EXAMPLES, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(moved(), compared()))
def test_start_values_goals_and_averages_are_told_apart(sentence: Moved) -> None:
    assert astray(sentence) == []


def test_the_total_s_row_takes_no_part_s_figure() -> None:
    digest = reportsum.digest(reportsum.from_text(REPORT, "bulletin.txt"), reportsum.Settings(engine="rules"))
    assert [row.text for row in digest.panel if row.indicator == "gdp"] == ["5.2%"]


def test_a_list_that_does_not_match_stays_together_and_is_warned_of() -> None:
    digest = reportsum.digest(reportsum.from_text(REPORT, "bulletin.txt"), reportsum.Settings(engine="rules"))
    unnamed = [item for item in digest.items() if item.metric is None and item.figures]
    assert [[figure.text for figure in item.figures] for item in unnamed] == [["6.3%", "3.7%"]]
    assert {item.basis.metric for item in unnamed} == {"none"}
    warned = [warning for warning in digest.warnings if warning.code == "unpaired"]
    assert [REPORT[warning.start : warning.end] for warning in warned] == ["规上工业、建筑业、运输业等主要行业分别增长6.3%和3.7%。"]


def rows_of(text: str) -> list[tuple[str | None, list[str]]]:
    """Return what the rows of a text are named and which figures they hold, in text order."""
    digest = digest_text(text)
    rows = sorted([*digest.achievements, *digest.targets, *digest.risks], key=lambda row: row.figures[0].start)
    return [(row.metric, [figure.text for figure in row.figures]) for row in rows]


def test_those_to_whom_a_list_is_given_are_told_apart() -> None:
    assert rows_of("向一级、二级、三级渔港分别拨付补助500万元、300万元和100万元。") == [
        ("一级渔港拨付补助", ["500万元"]),
        ("二级渔港拨付补助", ["300万元"]),
        ("三级渔港拨付补助", ["100万元"]),
    ]


def test_what_each_did_is_no_part_of_how_many_they_are() -> None:
    assert rows_of("三个渔港分别新建泊位12个、9个和7个。") == [("渔港", ["三个"]), (None, ["12个", "9个", "7个"])]


def test_a_sum_within_a_sum_is_named_once() -> None:
    assert rows_of("全年引进项目216个，总投资812亿元，其中10亿元以上项目18个，总投资396亿元。")[-1] == ("项目总投资", ["396亿元"])


def test_what_was_not_completed_keeps_its_negation_and_a_ratio_its_quantity() -> None:
    assert rows_of("列入考核的56项指标中，52项完成，4项未完成。")[-1] == ("未完成的考核指标", ["4项"])
    assert rows_of("全年压减一般性支出1.2亿元，压减比例15%以上。")[-1] == ("一般性支出压减比例", ["15%"])


def test_members_share_the_rate_or_the_days_that_only_the_last_one_names() -> None:
    assert rows_of("住院、门诊报销比例分别提高到75%和60%。") == [("住院报销比例", ["75%"]), ("门诊报销比例", ["60%"])]
    assert rows_of("甲市、乙市、丙市空气优良天数分别达312天、298天和305天。") == [
        ("甲市空气优良天数", ["312天"]),
        ("乙市空气优良天数", ["298天"]),
        ("丙市空气优良天数", ["305天"]),
    ]


def test_a_rate_s_earlier_value_is_a_value_not_a_change() -> None:
    (row,) = digest_text("城镇登记失业率3.2%，比上年的3.6%下降0.4个百分点。").achievements
    assert [(figure.text, figure.role, figure.base) for figure in row.figures] == [
        ("3.2%", "share", None),
        ("3.6%", "share", "earlier"),
        ("0.4个百分点", "change_pp", None),
    ]
