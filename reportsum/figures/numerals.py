"""Numerals → exact decimals: 1,234.5 · 一万五千 · 1亿3千多万 · 两千零五 · 二点五 · 一九五五.

Comes in: a numeral in folded script (see `folding`), without spaces. Goes out: a `Decimal`, digit for digit as written. Which words
stand for which values is in `data/numerals.tsv`. What a numeral counts, and whether it is a figure at all, is left to the neighbours.
"""

from __future__ import annotations

import functools
from decimal import Decimal

from ..tables import read_table

GROUPS = {"万": Decimal(10**4), "亿": Decimal(10**8), "兆": Decimal(10**12)}
TENS = {"十": 10, "百": 100, "千": 1000}
ENGLISH = {"thousand": Decimal(10**3), "million": Decimal(10**6), "billion": Decimal(10**9), "trillion": Decimal(10**12)}
GREATEST = Decimal(10**20)  # beyond any quantity of the field, within the exactness of Decimal
LONGEST_POSITIONAL = 12
SCALES = {**{sign: Decimal(value) for sign, value in TENS.items()}, **GROUPS}


@functools.cache
def digit_values() -> dict[str, int]:
    """Return the value of every Chinese digit, 零 to 九, with 廿 and 卅."""
    rows = read_table("numerals.tsv", ("numeral", "value", "kind"), key="numeral")
    return {row["numeral"]: int(row["value"]) for row in rows if row["kind"] in ("digit", "tens")}


def digit_of(sign: str) -> int:
    """Return the value of one digit, Arabic or Chinese."""
    return int(sign) if sign.isdecimal() else digit_values()[sign]


def plain(number: Decimal) -> Decimal:
    """Return `number` without exponent and without trailing zeros, so that `str` shows digits only.

    >>> str(plain(Decimal("1.5E+12")))
    '1500000000000'
    """
    digits = format(number, "f")
    return Decimal(digits.rstrip("0").rstrip(".")) if "." in digits else Decimal(digits)


def scale_value(scale: str) -> Decimal:
    """Return what the multiples in `scale` multiply by: 万亿 is 10^12, 千万 10^7, "billion" 10^9."""
    if scale in ENGLISH:
        return ENGLISH[scale]
    factor = Decimal(1)
    for sign in scale:
        factor *= SCALES[sign]
    return factor


def parse_numeral(numeral: str) -> Decimal | None:
    """Return the value of `numeral`, or None when the characters make no number (四五, 十十).

    Digits may be mixed in (3千500, 1亿3千万); 点 and . divide decimals; 余, 多, 来 and 几 are passed over (三十多万 is 300000).

    >>> parse_numeral("一万五千亿")
    Decimal('1500000000000')
    """
    if numeral.replace(".", "", 1).isdecimal() and numeral.isascii():
        return Decimal(numeral)
    head, point, tail = numeral.partition("点")
    if point:
        return _with_decimals(head, tail)
    digits = numeral.rstrip("万亿")
    positional = _positional(digits)
    return positional * scale_value(numeral[len(digits) :]) if positional is not None else _by_groups(numeral)


def _positional(numeral: str) -> Decimal | None:
    """Return the value of digits in a row (一九五五, 二六〇), None for anything else."""
    values = digit_values()
    if not 2 <= len(numeral) <= LONGEST_POSITIONAL or not all(sign in values and values[sign] < 10 for sign in numeral):
        return None
    if len(numeral) == 2 and not set("〇○零") & set(numeral):
        return None  # 三五, 四五 are approximate or belong to different words
    return Decimal("".join(str(values[sign]) for sign in numeral))


def _with_decimals(head: str, tail: str) -> Decimal | None:
    """Return 二 and 五 of 二点五 as 2.5; groups may follow the decimals (二点五万)."""
    digits, groups = tail.rstrip("万亿"), tail[len(tail.rstrip("万亿")) :]
    values = digit_values()
    whole = parse_numeral(head)
    decimals = "".join(str(values[sign]) if sign in values else sign for sign in digits)
    if whole is None or not decimals.isdecimal() or not decimals.isascii():
        return None
    return Decimal(f"{plain(whole)}.{decimals}") * scale_value(groups)


def _by_groups(numeral: str) -> Decimal | None:
    """Return the value of a numeral built from 十 百 千 and 万 亿."""
    values = digit_values()
    total = section = Decimal(0)
    current: Decimal | None = None
    last_ten = 10**9
    last_group = ""
    position = 0
    while position < len(numeral):
        sign = numeral[position]
        position += 1
        if sign in "余多来几零":
            last_ten = last_ten if sign != "零" else min(last_ten, 10**9)
            continue
        if sign in values:
            if current is not None:
                return None
            current = Decimal(values[sign])
            if values[sign] >= 20:
                section, current, last_ten = section + values[sign], None, 10
        elif sign in TENS:
            if TENS[sign] >= last_ten:
                return None
            section += (Decimal(1) if current is None else current) * TENS[sign]
            current, last_ten = None, TENS[sign]
        elif sign in GROUPS:
            section += current or 0
            if section == 0 and total == 0:
                section = Decimal(1)
            if section and last_group == sign:
                return None
            total, last_group = _grouped(total, section, GROUPS[sign]), sign
            if total >= GREATEST:
                return None
            section, current, last_ten = Decimal(0), None, 10**9
        else:
            end = position
            while end < len(numeral) and numeral[end] in "0123456789.":
                end += 1
            written = numeral[position - 1 : end]
            if current is not None or not written.replace(".", "", 1).isdecimal():
                return None
            current, position = Decimal(written), end
    return total + section + (current or 0)


def _grouped(total: Decimal, section: Decimal, group: Decimal) -> Decimal:
    """Return `total` after 万 or 亿: a group multiplies what is smaller than itself, and adds to what is greater."""
    below = total % group
    if total and not below and not section:
        return total * group  # 六万万
    return total - below + (below + section) * group
