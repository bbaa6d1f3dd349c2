"""Automatic numbers of DOCX paragraphs: 一、 （一） 1. ① as a word processor would show them.

They stand nowhere in the text, but a report's outline hangs on them. Formats: ECMA-376 Part 1, 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reportsum import lazy_re as re

from .xml_parts import Handler

_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "chineseLegalSimplified",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "koreanCounting",
        "japaneseDigitalTenThousand",
        "taiwaneseDigital",
    }
)
_DIGITS = "〇一二三四五六七八九"
_PLACEHOLDER = re.compile("%([1-9])")
_LONGEST_LABEL = 60
"""Characters of a label's pattern. "%1.%2.%3.%4.%5.%6.%7.%8.%9." has 27; one of 300,000 on every paragraph fills the memory."""
_LONGEST_NUMBER = 6
_LEVELS = 9
_LEVEL_NAMES = frozenset(map(str, range(_LEVELS)))


@dataclass(slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """Levels of each list definition."""
    lists: dict[str, str] = field(default_factory=dict)
    """Definition of each list."""
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    """Levels at which a list begins anew, though it shares its definition with one before."""
    _counts: dict[str, list[int | None]] = field(default_factory=dict)

    def next_label(self, number: str, level: int) -> str:
        """Return the label of the next paragraph of list `number` at `level` (from 0); "" for bullets and unknown lists."""
        definition = self.lists.get(number)
        levels = self.levels.get(definition or "", {})
        if definition is None or level not in levels or level >= _LEVELS:
            return ""
        counts = self._counts.setdefault(definition, [None] * _LEVELS)
        for place, start in self.restarts.pop(number, {}).items():
            counts[place] = start - 1
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        if levels[level].format in ("bullet", "none"):
            return ""

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            count = counts[place]
            above = levels.get(place, _Level())
            return format_number(above.start if count is None else count, above.format)

        label = _PLACEHOLDER.sub(shown, levels[level].text)
        return label + " " if label[-1:].isascii() and label[-1:] not in ")" else label


def read_numbering(parse: Callable[[Handler], None]) -> Numbering:
    """Return the lists of a document; `parse` tells a handler what stands in its numbering part."""
    numbering = Numbering()

    class Reader(Handler):
        definition = ""
        level = _Level()
        number = ""
        override = 0

        def start(self, name: str, attributes: dict[str, str]) -> None:
            value = attributes.get("val", "")
            if name == "abstractNum":
                self.definition = attributes.get("abstractNumId", "")
            elif name == "lvl" and attributes.get("ilvl", "") in _LEVEL_NAMES:
                self.level = _Level()
                numbering.levels.setdefault(self.definition, {})[int(attributes["ilvl"])] = self.level
            elif name == "start" and _is_number(value):
                self.level.start = int(value)
            elif name == "numFmt":
                self.level.format = value
            elif name == "lvlText":
                self.level.text = value if len(value) <= _LONGEST_LABEL else ""
            elif name == "num":
                self.number = attributes.get("numId", "")
            elif name == "lvlOverride" and attributes.get("ilvl", "") in _LEVEL_NAMES:
                self.override = int(attributes["ilvl"])
            elif name == "startOverride" and _is_number(value):
                numbering.restarts.setdefault(self.number, {})[self.override] = int(value)
            elif name == "abstractNumId":
                numbering.lists[self.number] = value

    parse(Reader())
    return numbering


def _is_number(value: str) -> bool:
    return value.isdecimal() and len(value) <= _LONGEST_NUMBER


def format_number(number: int, style: str) -> str:
    """Return `number` (from 1) in a number format of ECMA-376.

    >>> [format_number(n, "chineseCounting") for n in (3, 10, 12, 20, 35)]
    ['三', '十', '十二', '二十', '三十五']
    >>> format_number(3, "decimalEnclosedCircle"), format_number(4, "upperRoman"), format_number(2, "lowerLetter")
    ('③', 'IV', 'b')
    """
    if style in _CHINESE and 0 < number < 100:
        tens, ones = divmod(number, 10)
        return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
    if style.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    if style in ("lowerLetter", "upperLetter") and 0 < number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman") and 0 < number < 100:
        roman = _roman(number)
        return roman if style == "upperRoman" else roman.lower()
    return str(number)


def _roman(number: int) -> str:
    signs = ((90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    roman = ""
    for value, sign in signs:
        roman += sign * (number // value)
        number %= value
    return roman
