"""Reads what stands at a place: a number and its unit, a range, a list with one unit, or a part of a whole (see `parts`).

Each reader takes the place and gives the drafts found there and where to read on. Whether a draft is a figure is for `recognising`.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportsum import lazy_re as re

from .drafting import NO_UNIT, Draft, Found, draft
from .inclusive import INCLUDED
from .numbers import Number, number_at, run_end
from .numerals import digit_of, parse_numeral, plain, scale_value
from .parts import read_parts_of, read_ratio, read_slash, read_spoken_part
from .units import Unit, unit_at

CURRENCIES = {
    "$": "美元", "US$": "美元", "USD": "美元", "HK$": "港元", "HKD": "港元", "NT$": "新台币元",
    "¥": "元", "￥": "元", "RMB": "元", "CNY": "元", "€": "欧元", "£": "英镑",
}  # fmt: skip
CURRENCY = re.compile(r"(?:US|HK|NT)?\$ ?$|(?:USD|HKD|RMB|CNY) ?$|[¥￥€£] ?$")
SIGN_ENDS = frozenset("$¥￥€£ BDY")
JOINED = re.compile(r" ?(?:-{1,2}|至|到) ?(?=[0-9一二两三四五六七八九十百千万几第])")
BETWEEN = re.compile(r" ?(?:[(（](?:不?含)[)）])?(?:不等|之间|的?区间|的?范围)")  # 从6000到2万元不等 is a range
JOINTS = frozenset("- 至到")
BEFORE_VALUE = frozenset(")） :：为达是-负")
COLONS = frozenset(":：∶ ")
LISTED = re.compile(r"(?:、|和|与|及|以及) ?(?=[0-9])")
COMMA_LISTED = re.compile(r"[,，] ?(?=[0-9]+\.[0-9]+ ?[万亿元吨%个])")
EACH = re.compile("各|分别|依次")
# 一般公共预算收入（亿元）：58.6; 增幅(%)|4.3: the unit stands in brackets behind the name
UNIT_BEFORE = re.compile(
    r"[(（](?:单位[:：])?(?P<scale>[百千]?[万亿]|万亿)?(?P<unit>[^()（）0-9\s]{0,6})[)）] ?(?:[:：]|为|达|是)? ?[-负]?$"
)
SCALE_BEHIND = re.compile("万亿|[百千]?[万亿]")  # 2000（不含）万元
LEAST = Decimal("0.000001")  # no range begins lower, in whatever unit
DIMES = re.compile("([0-9一二三四五六七八九])角(?:([0-9一二三四五六七八九])分)?")
# 每斤提高|3分、5分和1毛钱: coins, where a price is told or money ends the list
COIN_AHEAD = re.compile("[分角毛](?:(?:、|和|与|及)[0-9]+[分角毛])*钱")
PRICE_OF_EACH = re.compile(
    "每(?:市?斤|公斤|千克|吨|担|度|千瓦时|千瓦小时|升|立方米|方|平方米|米|亩|[个只头箱枚株])[^,，。;；每]{0,12}?"
    "(?:提高|降低|上调|下调|上涨|下降|上升|增加|减少|调高|调低|补贴|收取|为|是|达|到)(?:了|约|近)?(?:[0-9.]+[分角毛元][、和与及])*$"
)
COINS = {"分": Unit("分", "分钱", "money"), "角": Unit("角", "角", "money"), "毛": Unit("毛", "角", "money")}
# 举办4届|博览会、|3届商会大会: how often they were held; without the verb it is which of them
HELD = re.compile("(?:举办|承办|召开|举行|主办|办好)(?:了)?(?:[0-9]{1,2}届[^,，。;；0-9]{2,20}(?:、|和|以及))*$")
HELD_TIMES = Unit("届", "届", "count")
OF_A_LINE = re.compile("回[^,，。;；、0-9]{0,12}(?:线路|输电|通道|电缆|直流|交流|联网)")  # 15回|跨境输电线路
CIRCUITS = Unit("回", "回", "count")
SPECIAL = frozenset("分角毛届回")
HUNDREDTHS = re.compile("[1-9一二三四五六七八九](?![0-9.%零〇一二三四五六七八九十百千万亿点个家项年月成倍])")
# 快于全国3.4个、1个百分点; 高于全国0.7个、全省0.5个百分点: the first 个 is short for 个百分点
ELLIPTIC = re.compile(r" ?[、和与及] ?[一-鿿]{0,6}[0-9.]+ ?个百分点")
MORE_POINTS = re.compile("个[余多](?=百分点)")  # 提高2个多百分点
COMPARED = re.compile(r"(?:[高快低慢优]于|高出|回落|提高|下降|上升|提升|回升|降低|收窄|扩大)[^,，。;；0-9]{0,8}$")


def one_at(text: str, start: int) -> Draft | None:
    """Return the number at `start` with the unit behind it, None when no number stands there."""
    number = number_at(text, start)
    return None if number is None else _with_unit(text, number)


def _with_unit(text: str, number: Number) -> Draft:
    end = number.end
    while end < len(text) and end - number.end < 2 and text[end] == " ":
        end += 1
    further = MORE_POINTS.match(text, end)
    if further is not None and (points := unit_at(text, further.end())) is not None:
        return draft(replace(number, more=True), points, further.end() + len(points.text))
    of_an_industry = number.scale.endswith("亿") and text.startswith("产业", end)  # 超五百亿产业集群, not the 产 of 三产
    unit = None if text.startswith("分之", end) or of_an_industry else _special_at(text, end, number) or unit_at(text, end)
    if unit is None or not unit.text:
        return (
            _with_unit_behind(text, number)
            or _with_sign(text, number)
            or _with_unit_before(text, number)
            or draft(number, unit, number.end)
        )
    return _with_rest(text, draft(number, unit, end + len(unit.text)))


def _with_unit_behind(text: str, number: Number) -> Draft | None:
    """Return the number with the unit behind a bracket that says whether it is included (1000万（不含）美元), None without any."""
    included = INCLUDED.match(text, number.end) if text.startswith(("(", "（", " ("), number.end) else None
    if included is None:
        return None
    scale = SCALE_BEHIND.match(text, included.end()) if not number.scale else None
    at = scale.end() if scale is not None else included.end()
    unit = unit_at(text, at)
    if unit is None or not unit.text or unit.kind in ("name", "word"):
        return None
    return draft(replace(number, scale=scale.group()) if scale is not None else number, unit, at + len(unit.text))


def _special_at(text: str, end: int, number: Number) -> Unit | None:
    """Return a unit that only its surroundings make one: coins, meetings that are held, circuits of a power line."""
    if text[end : end + 1] not in SPECIAL:
        return None
    if text[end] in COINS:
        return _coin_at(text, end, number)
    if text[end] == "届":
        return HELD_TIMES if not number.chinese and HELD.search(text, max(0, number.start - 60), number.start) else None
    return CIRCUITS if OF_A_LINE.match(text, end) else None


def _coin_at(text: str, end: int, number: Number) -> Unit | None:
    """Return the coin that stands at `end` (每斤提高|3分); None where 分 is a score, and where 分钱 is spelt out, which units.tsv knows."""
    coin = COINS.get(text[end : end + 1])
    if coin is None or number.scale or text.startswith("钱", end + 1):
        return None
    told = COIN_AHEAD.match(text, end) or PRICE_OF_EACH.search(text, max(0, number.start - 32), number.start)
    return coin if told else None


def _with_rest(text: str, found: Draft) -> Draft:
    """Return `found` with what may follow its unit: the half of 一倍半, the hundredths of 二成五, the 角 and 分 of 八元三角."""
    if found.value is None or found.scale or found.kind not in ("multiple", "tenth", "money"):
        return found
    if found.kind == "money":
        return _with_dimes(text, found) if found.unit.text == "元" and text.startswith("角", found.end + 1) else found
    if text.startswith("半", found.end):
        found.value, found.end = found.value + Decimal("0.5"), found.end + 1
        return found
    if found.kind == "multiple":
        return found
    rest = HUNDREDTHS.match(text, found.end)
    digit = parse_numeral(rest.group()) if rest else None
    if digit is not None and found.value == found.value.to_integral_value():
        found.value, found.end = found.value + digit / 10, found.end + 1
    return found


def _with_dimes(text: str, found: Draft) -> Draft:
    coins = DIMES.match(text, found.end)
    if coins and found.value is not None:
        dimes, cents = digit_of(coins[1]), digit_of(coins[2] or "0")
        found.value, found.end = found.value + Decimal(dimes) / 10 + Decimal(cents) / 100, coins.end()
    return found


def _with_sign(text: str, number: Number) -> Draft | None:
    """Return the amount that a currency sign before the number makes of it ($1.2 billion, ¥500万), None without one."""
    sign = CURRENCY.search(text, max(0, number.start - 5), number.start) if text[number.start - 1 : number.start] in SIGN_ENDS else None
    if sign is None or number.high is not None:
        return None
    money = draft(number, Unit("", CURRENCIES[sign.group().rstrip()], "money"), number.end)
    money.start = sign.start()
    return money


def _with_unit_before(text: str, number: Number) -> Draft | None:
    """Return the number with the unit that brackets before it hold (收入（亿元）：58.6), None without any."""
    if text[number.start - 1 : number.start] not in BEFORE_VALUE or number.scale or number.chinese:
        return None
    found = UNIT_BEFORE.search(text, max(0, number.start - 16), number.start)
    if found is None:
        return None
    scale, written = found["scale"] or "", found["unit"]
    unit = unit_at(text, found.start("unit")) if written else NO_UNIT
    if unit is None or unit.text != written or unit.kind in ("name", "word") or not (written or scale):
        return None
    number.scale = scale
    with_unit = draft(number, unit, number.end)
    with_unit.words_end = found.start()
    return with_unit


def read_digits(text: str, start: int) -> Found:
    """Read what begins with a digit at `start`."""
    first = one_at(text, start)
    if first is None:
        return Found([], run_end(text, start))
    after = text[first.end : first.end + 1]
    if text.startswith("分之", first.end):
        return read_parts_of(text, first)
    part = None
    if first.unit is NO_UNIT and after in COLONS:
        part = _english_to(text, first) if text.startswith(" to ", first.end) else read_ratio(text, start)
    elif first.unit is NO_UNIT and after == "/":
        part = read_slash(text, start)
    return part or _joined(text, first) or _elliptic(text, first) or _listed(text, first)


def read_chinese(text: str, start: int) -> Found:
    """Read what begins with a Chinese numeral at `start`."""
    spoken = read_spoken_part(text, start)
    if spoken:
        return spoken
    first = one_at(text, start)
    if first is None:
        if text.startswith("分之", start + 1):
            return Found([], start + 1)
        return Found([], run_end(text, start))
    if text.startswith("分之", first.end):
        return read_parts_of(text, first)
    return _joined(text, first) or Found([first], first.end)


def read_half(text: str, start: int) -> Found:
    """Read 半数, (过)半 at `start`."""
    return read_spoken_part(text, start) or Found([], start + 1)


def _joined(text: str, first: Draft) -> Found | None:
    """Read the second half of a range (3%—5%, 22.5—23万户), None when there is none.

    Two numbers that are joined but name no quantity (1—5月, 1-4号库区, telephone numbers) are passed over together.
    """
    included = INCLUDED.match(text, first.end)
    at = included.end() if included else first.end
    if text[at : at + 1] not in JOINTS:
        return None
    joint = JOINED.match(text, at)
    if not joint:
        return None
    second = one_at(text, joint.end())
    if second is None or second.value is None or first.value is None:
        return None
    if not second.unit.text and not second.scale:
        if first.unit.text or "至" in joint.group() or "到" in joint.group():
            return None
        return Found([], second.end)
    if _from_to(text, first) and not BETWEEN.match(text, second.end):
        if not first.unit.text:
            first.unit = second.unit
            first.scale = first.scale or second.scale
        return Found([first, second], second.end)
    if first.unit.text and first.unit.base != second.unit.base:
        return None
    if first.unit.kind in ("name", "word"):
        return None
    return _range(first, second)


def _from_to(text: str, first: Draft) -> bool:
    """Return whether a change is told (由3%到5%, 从62个至50个), which makes two figures and no range."""
    return text[max(0, first.start - 1) : first.start] in ("由", "从")


def _english_to(text: str, first: Draft) -> Found | None:
    """Read "from 25,000 to 42,000 kilometers" as two figures, "2 to 3 percent" as a range, None for anything else."""
    second = one_at(text, first.end + 4)
    if second is None or not second.unit.text or second.value is None:
        return None
    if not text.endswith("from ", 0, first.start):
        return _range(first, second)
    first.unit, first.scale = second.unit, first.scale or second.scale
    return Found([first, second], second.end)


def _range(first: Draft, second: Draft) -> Found | None:
    low, high = first.value, second.value
    if low is None or high is None:
        return None
    if first.scale != second.scale and (first.scale or first.unit.text or low >= high):
        low = plain(low * scale_value(first.scale) / scale_value(second.scale))
    if low >= high or 0 < low < LEAST:
        return None
    end = second.end
    return Found([Draft(first.start, end, None, second.scale, second.unit, second.more, second.chinese, low, high)], end)


def _elliptic(text: str, first: Draft) -> Found | None:
    """Read the first number of a list of percentage points that are spelt out only in the last, and 0.5个点."""
    if first.unit.text != "个" or first.scale or first.value is None:
        return None
    if text.startswith("点", first.end) and first.value != first.value.to_integral_value():
        first.unit, first.end = Unit("个点", "个百分点", "points"), first.end + 1
        return Found([first], first.end)
    if not ELLIPTIC.match(text, first.end):
        return None
    whole = first.value == first.value.to_integral_value()  # nobody counts 1.1个
    if whole and not COMPARED.search(text[max(0, first.start - 12) : first.start]):
        return None
    first.unit = Unit("个百分点", "个百分点", "points")
    return Found([first], first.end)


def _listed(text: str, first: Draft) -> Found:
    """Read a list that shares one unit (1.2、3.4个百分点), or `first` alone."""
    numbers = [first]
    end = first.end
    while numbers[-1].unit is NO_UNIT:
        link = LISTED.match(text, end) or _comma(text, numbers[-1])
        if not link or (link.group()[0] == "、" and _is_label(text, numbers[-1])):
            break
        following = one_at(text, link.end())
        if following is None:
            break
        numbers.append(following)
        end = following.end
    last = numbers[-1]
    if last.unit.text and last.unit.kind not in ("years", "name", "word"):
        for number in numbers[:-1]:
            number.unit = last.unit
            number.scale = number.scale or last.scale
    return Found(numbers, end)


def _comma(text: str, number: Draft) -> re.Match[str] | None:
    """Return the comma that parts two amounts of one unit (各是3215.40,3240.75万元), None where a comma ends a piece."""
    if number.value is None or (not number.value % 1 and "." not in text[number.start : number.end]):
        return None
    return COMMA_LISTED.match(text, number.end) if EACH.search(text, max(0, number.start - 24), number.start) else None


def _is_label(text: str, number: Draft) -> bool:
    """Return whether `number` numbers a paragraph (1、)."""
    return number.start == 0 or text[number.start - 1] in "\n。;； ("
