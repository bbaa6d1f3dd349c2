"""Whether a name is drawn from the text it is to name something of, and whose words it is."""

from __future__ import annotations

from reportsum import lazy_re as re

_WORD = re.compile(r"\w+")
DRAWN_SHARE = 0.8
"""How much of a name must stand in the text, in pieces of two characters or more; the rest may join them (的, 和, 总额)."""
LONGEST_NAME = 40
"""What is longer is a sentence, not a name: code points; English names count words instead, see `is_too_long`."""
MOST_WORDS = 14
_MEASURES = re.compile(
    r"(?<=..)(?:面积|里程|人数|人次|户数|例数|件数|个数|次数|数量|数额|规模|金额|总额|总数|总量|比例|比重|等级|幅度|数|额)$"
    r"|\b(?:(?:total|number|amount|area|length|share|rate|level|value|size)s?|of|the|in)\b",
    re.IGNORECASE,
)
"""How a thing is counted, which figure and unit say anyway: no word of the thing itself (新建高标准农田|面积 of 新建高标准农田25万亩)."""


def is_too_long(name: str) -> bool:
    """Return whether a name is a sentence rather than a name."""
    return len(name.split()) > MOST_WORDS if name.isascii() else len(name) > LONGEST_NAME


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
