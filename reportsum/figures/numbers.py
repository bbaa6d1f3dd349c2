"""Reads the number at a place: how far it reaches, what it is worth, which multiples it carries.

Between the numeral table (`numerals`) and the units (`units`): here the run of characters that makes one number is found, and divided
into the number as written and the multiples that belong to its unit (3.6 and 万 of 3.6万余家).
"""

from __future__ import annotations

from decimal import Decimal

from reportsum import lazy_re as re
from reportsum.values import dataclass

from .numerals import digit_values, parse_numeral, plain, scale_value

# 千 begins the unit itself in 千瓦, 千克 …; 兆 is 10^12 where money or 亿 follow (2兆8,623億元, as Taiwan writes), else the unit of
# bandwidth or the beginning of one (500兆, 兆瓦)
TRILLION = r"兆(?=余?(?:元|美元|新台币|港元|日元|韩元|圆) ?|[ 又]?[0-9,]+(?:\.[0-9]+)? ?[万亿]|[零〇○一二两三四五六七八九十百千]+[万亿])"
SCALE = rf"(?:[十百万亿]|千(?![瓦克伏卡帕焦米])|{TRILLION})"
# 4.2026年启动…: a point before a year is that of a label
DIGITS = r"(?:[0-9]{1,3}(?:[,，][0-9]{3})++(?![0-9])|[0-9]++)(?:\.(?![0-9]{4}年)[0-9]++)?+"
CHINESE = rf"(?:[零〇○一二两三四五六七八九十百万亿廿卅几]|千(?![瓦克伏卡帕焦米])|{TRILLION})"
CHINESE_DIGIT = "[零〇○一二两三四五六七八九几]"
MORE = "[余多来]"  # 30余家, 二十来个

# 12 300 個: thousands set apart by a space, as Hong Kong writes; only before something countable. Four groups are a quadrillion.
SPACED = (
    r"[0-9]{1,3}(?: [0-9]{3}){1,4}+"
    r"(?= ?[个名人户宗元间张项辆吨套家米平万亿公床份部座条次处口所只头株册件例台艘对亩千立斤担美港标千瓦时兆]"
    r"| ?[㎡㎥]| ?(?:[mkKMG][mgWw²2³3]|t(?![a-z]))| [a-z]{3})"
)
WITH_DIGITS = re.compile(
    rf"(?P<head>{SPACED}|{DIGITS})"
    rf" ?(?P<tail>(?:[余多来几]?{SCALE}++)++(?: ?(?:{DIGITS}|{CHINESE_DIGIT}++)(?: ?{MORE}?{SCALE}++)++)*+)?+"
    rf"(?P<more>{MORE}(?![自年]))?+"
    r"(?: ?(?P<english>thousand|million|billion|trillion)\b)?+"
)
IN_CHINESE = re.compile(rf"数?+(?:{CHINESE}|{MORE}(?=[十百千万亿]))++(?:[点·.]{CHINESE_DIGIT}++[万亿]*+)?+{MORE}?+")
# 三、六○○万: thousands set apart by 、 in the type of the 1950s
SEPARATED_CHINESE = re.compile(
    "[一二三四五六七八九][零〇○一二三四五六七八九]{0,2}(?:、[零〇○一二三四五六七八九]{3})++(?![零〇○一二三四五六七八九十百千、])[万亿]*+"
)
ROUGH = re.compile(r"(?P<ten>[二三四五六七八九]?十)?(?P<low>[一两二三四五六七八])(?P<high>[两二三四五六七八九])(?P<scale>[十百千万亿]*)$")
# 二、三百亿度, 两、三个月: 、 between the two digits of a rough number; 第二、三批 and the label of a line (二、三百户…) are none
ROUGH_APART = re.compile(
    r"(?<![第\n。；;、零〇○一二两三四五六七八九百千万亿0-9])(?:[二三四五六七八九]?十)?(?P<low>[一两二三四五六七八])、(?P<high>[两二三四五六七八九])"
    rf"(?:{SCALE}++{MORE}?|(?=[个家户天年倍](?![级纪代产])))(?![零〇○一二三四五六七八九、])"
)
SEPARATORS = re.compile("[,， ]")
VAGUE = re.compile("[余多来几]")
SCALES_ONLY = re.compile(SCALE + "+")
LONGEST = 40  # characters; longer runs are serial numbers or junk
LONGEST_DIGITS = 15  # so that amounts in 万亿 stay within the 28 digits of Decimal
GREATEST_SCALE = Decimal(10**12)


@dataclass(slots=True)
class Number:
    """A number in folded text: `text[start:end]`, worth `value` × what `scale` (万, 亿, 千万 …) multiplies by."""

    start: int
    end: int
    value: Decimal
    scale: str
    more: bool
    """Whether it says "and some more" (余, 多, 几)."""
    chinese: bool
    high: Decimal | None = None
    """The upper end where the number is a rough one (七八百): `value` is the lower."""


def number_at(text: str, start: int) -> Number | None:
    """Return the number that begins at `start` of the folded `text`, None when the characters there make none."""
    found = WITH_DIGITS.match(text, start)
    if found:
        return _with_digits(found)
    if text.find("、", start + 1, start + 4) >= 0:
        found = (start and ROUGH_APART.match(text, start)) or SEPARATED_CHINESE.match(text, start) or IN_CHINESE.match(text, start)
    else:
        found = IN_CHINESE.match(text, start)
    return _in_chinese(found) if found else None


def run_end(text: str, start: int) -> int:
    """Return where the run of numeral characters at `start` ends, for skipping it."""
    found = WITH_DIGITS.match(text, start) or IN_CHINESE.match(text, start)
    return max(found.end(), start + 1) if found else start + 1


def _with_digits(found: re.Match[str]) -> Number | None:
    start, end = found.span()
    if end - start > LONGEST:
        return None
    head, tail, more = found.group("head", "tail", "more")
    if len(head) > LONGEST_DIGITS:
        return None
    if len(head) > 4:
        head = SEPARATORS.sub("", head)
    english = found["english"]
    if english:
        return None if tail else Number(start, end, Decimal(head), english, more=False, chinese=False)
    if not tail:
        return Number(start, end if more else found.end("head"), Decimal(head), "", bool(more), chinese=False)
    if tail in ("万", "亿", "万亿"):
        return Number(start, end, Decimal(head), tail, bool(more), chinese=False)
    more = bool(more) or bool(VAGUE.search(tail))
    scale = VAGUE.sub("", tail)
    if SCALES_ONLY.fullmatch(scale):
        if scale_value(scale) > GREATEST_SCALE:
            return None
        return Number(start, end, Decimal(head), scale, more, chinese=False)
    total = parse_numeral(SEPARATORS.sub("", head + scale))
    return None if total is None else _divided(start, end, head + scale, total, more=more, chinese=False)


def _in_chinese(found: re.Match[str]) -> Number | None:
    start, end = found.span()
    if end - start > LONGEST:
        return None
    written = found.group()
    more = any(sign in written for sign in "余多来几数")
    numeral = re.sub("[余多来数、]", "", written).replace("·", "点").replace(".", "点")
    if numeral.startswith("几") or written.startswith("数"):
        numeral = numeral.lstrip("几")
        if not numeral:
            return None
    rough = ROUGH.fullmatch(numeral)
    if rough:
        return _rough(start, end, rough, more=more)
    total = parse_numeral(numeral)
    return None if total is None else _divided(start, end, numeral, total, more=more, chinese=True)


def _divided(start: int, end: int, numeral: str, total: Decimal, *, more: bool, chinese: bool) -> Number | None:
    """Return the number with its last 万 and 亿 moved to the unit (一万五千亿 is 15000 and 亿), None beyond all quantities."""
    scale = numeral[len(numeral.rstrip("万亿")) :]
    if scale and re.search("[万亿]", numeral[: -len(scale)]):
        scale = scale[-1]
    if scale_value(scale) > GREATEST_SCALE:
        return None
    return Number(start, end, plain(total / scale_value(scale)), scale, more, chinese)


def _rough(start: int, end: int, rough: re.Match[str], *, more: bool) -> Number | None:
    """Return 七八百 as 700 to 800; None when the two digits are no neighbours."""
    values = digit_values()
    low, high = values[rough["low"]], values[rough["high"]]
    if high - low != 1 and (low, high) != (3, 5):
        return None
    tens = parse_numeral(rough["ten"]) if rough["ten"] else None
    small = rough["scale"].rstrip("万亿")
    factor, scale = scale_value(small), rough["scale"][len(small) :]
    base = tens or Decimal(0)
    return Number(start, end, (base + low) * factor, scale, more, chinese=True, high=(base + high) * factor)
