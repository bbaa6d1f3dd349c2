"""Parts of a whole: 百分之五, 三分之一, 1/4, 三分一, 一半, ratios (4.1:52.3:43.6) and doublings (翻一番)."""

from __future__ import annotations

from decimal import Decimal

from reportsum import lazy_re as re

from .drafting import Draft, Found
from .numbers import CHINESE_DIGIT, DIGITS
from .numerals import parse_numeral, scale_value
from .units import Unit, unit_at

PERCENT = Unit("%", "%", "percent")
PARTS = {"百": PERCENT, "千": Unit("‰", "‰", "percent"), "万": Unit("‱", "‱", "percent")}
SHARE = Unit("", "", "fraction")
HALF_SHARE = Unit("", "", "half")
RATIO = Unit("", "", "ratio")
FOLD = Unit("翻番", "倍", "fold")
LEAST = Decimal("0.000001")  # 亿分之一 and less is a way of speaking
MOST_PARTS = 6  # of a ratio; longer rows of numbers and colons are addresses or times

NUMERATOR = rf"(?P<number>{DIGITS}|百|[零〇○一二两三四五六七八九十百]++(?:[点·.]{CHINESE_DIGIT}++)?)"
PARTS_OF = re.compile(rf"分之 ?{NUMERATOR}")
AND_TO = re.compile(rf" ?(?:-{{1,2}}|至|到) ?(?P<again>[百千万]分之 ?)?{NUMERATOR}")  # 至百分之五, 到十五
RATIO_PART = re.compile(r"[0-9]+(?:\.[0-9]+)?")
RATIO_PARTS = re.compile(r"[0-9]+(?:\.[0-9]+)?(?: ?[:：∶] ?[0-9]+(?:\.[0-9]+)?)+")
SLASH = re.compile(r"([0-9]{1,4})/([0-9]{1,4})(?![0-9/])")
SHORT_PART = re.compile("(?P<whole>[三四五])分(?P<part>[一二三])(?![零〇○一二三四五六七八九十百千万0-9点])")  # Hong Kong leaves 之 out
HALF = re.compile("一半(?!天|导)|(?<=[近过超逾])半数?(?![年月天日小个世百径夜程票价])|半数")
FOLD_TIMES = re.compile(r"翻(?:了|近|约|超|超过)*(?P<times>[一两二三四五六12345])?(?:个)?番")


def exact_share(part: Decimal, whole: Decimal) -> Decimal:
    """Return part/whole, exact where it ends, else to 10 decimal places (1/3 is 0.3333333333)."""
    share = part / whole
    rounded = round(share, 10)
    return rounded if rounded != share else share


def read_parts_of(text: str, whole: Draft) -> Found:
    """Read 百分之五, 三分之一 behind the denominator `whole`."""
    found = PARTS_OF.match(text, whole.end)
    denominator = whole.value and whole.value * scale_value(whole.scale)
    part = _numeral(found["number"]) if found else None
    if found is None or part is None or not denominator:
        return Found([], whole.end + 2)
    if part / denominator < LEAST:
        return Found([], found.end())
    unit = PERCENT if denominator == 100 else PARTS.get(text[whole.start : whole.end])
    if unit is None:
        share = Draft(whole.start, found.end(), exact_share(part, denominator), "", SHARE, chinese=True)
        return Found([share], found.end())
    first = Draft(whole.start, found.end(), part, "", unit, chinese=True)
    return _range_of_parts(text, first, part) or Found([first], found.end())


def _range_of_parts(text: str, first: Draft, low: Decimal) -> Found | None:
    """Read the second half of 百分之三至百分之五 or 百分之三至五, None when there is none."""
    found = AND_TO.match(text, first.end)
    high = _numeral(found["number"]) if found else None
    if found is None or high is None or high <= low or (not found["again"] and unit_at(text, found.end())):
        return None
    return Found([Draft(first.start, found.end(), None, "", first.unit, chinese=True, low=low, high=high)], found.end())


def _numeral(written: str) -> Decimal | None:
    return parse_numeral(written.replace(",", "").replace("，", "").replace("·", "点"))


def read_ratio(text: str, start: int) -> Found | None:
    """Read 4.1:52.3:43.6 at `start`, None where the colon does something else (9:30, 2023年:120家)."""
    ratio = RATIO_PARTS.match(text, start)
    if ratio is None:
        return None
    if len(re.findall("[:：∶]", ratio.group())) >= MOST_PARTS:
        return Found([], ratio.end())
    unit = unit_at(text, ratio.end())
    if unit and unit.text:
        return None
    parts = [
        Draft(start + part.start(), start + part.end(), Decimal(part.group()), "", RATIO, ratio=ratio.span(), words_end=start)
        for part in RATIO_PART.finditer(ratio.group())
    ]
    return Found(parts, ratio.end())


def read_slash(text: str, start: int) -> Found | None:
    """Read 1/4 at `start`, None when no proper fraction stands there."""
    parts = SLASH.match(text, start)
    if parts is None or not 0 < int(parts[1]) < int(parts[2]):
        return None
    return Found([Draft(start, parts.end(), exact_share(Decimal(parts[1]), Decimal(parts[2])), "", SHARE)], parts.end())


def read_spoken_part(text: str, start: int) -> Found | None:
    """Read 一半, 半数, (过)半 or 三分一 at `start`, None when none of them stands there."""
    half = HALF.match(text, start)
    if half:
        passed = text[start - 1 : start] == "过"  # 过半 is more than half, but 通过 is no bound before other figures
        return Found([Draft(start, half.end(), Decimal("0.5"), "", HALF_SHARE, more=passed, chinese=True)], half.end())
    short = SHORT_PART.match(text, start)
    part, whole = (_numeral(short["part"]), _numeral(short["whole"])) if short else (None, None)
    if short is None or part is None or whole is None:
        return None
    return Found([Draft(start, short.end(), exact_share(part, whole), "", SHARE, chinese=True)], short.end())


def read_fold(text: str, start: int) -> Found:
    """Read 翻番, 翻了两番 at `start`: two times for every 番."""
    found = FOLD_TIMES.match(text, start)
    times = parse_numeral(found["times"] or "1") if found else None
    if found is None or times is None:
        return Found([], start + 1)
    return Found([Draft(start, found.end(), Decimal(2) ** int(times), "", FOLD, chinese=True)], found.end())
