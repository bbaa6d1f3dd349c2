"""Whether a name is drawn from the text it is to name something of, and whose words it is."""

from __future__ import annotations

from reportsum import lazy_re as re

_WORD = re.compile(r"\w+")
DRAWN_SHARE = 0.8
"""How much of a name must stand in the text, in pieces of two characters or more; the rest may join them (的, 和, 总额)."""
LONGEST_NAME = 40
"""What is longer is a sentence, not a name: code points of a Chinese one; others count words, see `is_too_long`."""
LONGEST_LIST = 80
"""Code points of a Chinese name that lists several things: 甲、乙和丙."""
MOST_WORDS = 14
HAN = re.compile(r"[\u3400-\u9fff]")
_CAUSE = re.compile(r"(?:due to|because|owing to|thanks to|as a result)\b", re.IGNORECASE)
_CAUSE_ZH = re.compile(r"(?:由于|因为)|受.+(?:影响|冲击|制约)$")
_TIME_BEFORE = re.compile(
    r"^(?:in|during|for|over|throughout|by|since|as of|at the end of)\s+(?:the\s+)?(?:(?:FY|(?:fiscal|financial|calendar)?\s*years?)\s*)?"
    r"(?:(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?|FY\s?\d\d)(?!\w),?\s+",
    re.IGNORECASE,
)
"""In fiscal year 2024,| …: when, which no name begins with; a bare year may belong to one (2024 Summer Games)."""
_AMOUNT_BEFORE = re.compile(r"^(?:a total of|some|about|nearly|over|more than|approximately)\s+\d[\d,.]*\s+(?=[A-Za-z])", re.IGNORECASE)
_CLAUSE_BEHIND = re.compile(r"\s+(?:that|which|who)\s+(?:has|have|had|is|are|was|were|will)\b.*$", re.IGNORECASE)
_VERB_BEHIND = re.compile(
    r"(?:\s+(?:worth|by|of|to|at|in|for|with|from|and|or|was|were|is|are|has|have|had|been|will|be|totall?ed|reached|exceeded|amounted|came))+$",
    re.IGNORECASE,
)
_MEASURES = re.compile(
    r"(?<=..)(?:面积|里程|人数|人次|户数|例数|件数|个数|次数|数量|数额|规模|金额|总额|总数|总量|比例|比重|等级|幅度|数|额)$"
    r"|\b(?:(?:total|number|amount|area|length|share|rate|level|value|size)s?|of|the|in)\b",
    re.IGNORECASE,
)
"""How a thing is counted, which figure and unit say anyway: no word of the thing itself (新建高标准农田|面积 of 新建高标准农田25万亩)."""


def is_too_long(name: str) -> bool:
    """Return whether a name is a sentence rather than a name."""
    if HAN.search(name) is None:
        return len(name.split()) > MOST_WORDS
    return len(name) > (LONGEST_LIST if "、" in name else LONGEST_NAME)


def as_name(said: str) -> str | None:
    """Return what is a name in words that were cut from a sentence: no time or amount before it, no verb behind; None for a cause.

    >>> as_name("During FY 2024 a total of 1,204 grants worth"), as_name("new rules that have been in force")
    ('grants', 'new rules')
    >>> as_name("due to the late harvest"), as_name("2024 Summer Games"), as_name("进出口总额")
    (None, '2024 Summer Games', '进出口总额')
    """
    if HAN.search(said) is not None:
        return None if _CAUSE_ZH.match(said) else said
    name = _AMOUNT_BEFORE.sub("", _TIME_BEFORE.sub("", said))
    name = _VERB_BEHIND.sub("", _CLAUSE_BEHIND.sub("", name)).strip(" ,;:")
    return None if not name or _CAUSE.match(name) else name


def is_drawn(name: str, text: str) -> bool:
    """Return whether `name` is made of pieces of `text`.

    >>> is_drawn("城镇居民人均可支配收入", "城镇、农村居民人均可支配收入分别增长5.1%、6.9%")
    True
    >>> is_drawn("新建高标准农田面积", "新建高标准农田25万亩")
    True
    >>> is_drawn("进出口总额", "粮食总产量337.8万吨")
    False
    """
    if name in text:
        return bool(name)
    name = _MEASURES.sub("", name).strip()
    wanted = "".join(_WORD.findall(name))
    if name.isascii():  # English words stand apart; pieces across them would match anything
        words = [word.lower() for word in _WORD.findall(name)]
        held = {word.lower() for word in _WORD.findall(text)}
        return bool(words) and sum(len(word) for word in words if word in held) >= DRAWN_SHARE * len(wanted)
    covered = position = 0
    while position < len(wanted):
        length = _longest_piece(wanted, position, text)
        covered += length if length > 1 else 0
        position += max(length, 1)
    return bool(wanted) and covered >= DRAWN_SHARE * len(wanted)


def _longest_piece(wanted: str, position: int, text: str) -> int:
    length = 0
    while position + length < len(wanted) and wanted[position : position + length + 1] in text:
        length += 1
    return length
