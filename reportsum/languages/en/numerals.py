"""English numerals → exact numbers: digits in every grouping, number words, ordinals, fractions, scales.

Groups of thousands may be set apart by commas (1,250), by spaces (1 250) or in the Indian way (12,50,000). A scale may stand as a word
or a letter (million, m, bn, crore), also on the next line.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reportsum import lazy_re as re

ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: number for number, word in enumerate(ONES, 1)} | {word: 10 * number for number, word in enumerate(TENS, 2)}

_UNITS = "|".join(sorted(ONES, key=len, reverse=True))
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES[:9])}))?|(?:{_UNITS}))"
_BELOW_THOUSAND = rf"(?:(?:{_BELOW_HUNDRED}|an?)[- ]hundred(?:[- ]and[- ]{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
WORDS = re.compile(
    rf"(?:(?P<half>half[ -]an?(?=[ -](?:million|billion|trillion|dozen)\b))|(?P<one>an?(?= (?:thousand|million|billion|trillion)\b))"
    rf"|(?P<dozens>(?:a|two|three|four|five) dozen)\b"
    rf"|(?P<many>{_BELOW_THOUSAND}(?:[- ]thousand(?:[- ](?:and[- ])?{_BELOW_THOUSAND})?)?)(?P<plushalf> and a half)?)(?![a-z])",
    re.IGNORECASE,
)
"""A number in words; scales above thousand are read behind it."""

DIGITS = re.compile(
    r"(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|(?<!\d )[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?!,?\d| \d)"
    r"|\d+)(?:\.\d+)?|\.\d+)"
    r"(?:[eE][-+]\d{1,3}(?![\w.]))?"
)
"""A number in digits. Which of them is a quantity is for `figures` to say."""

_SCALES = {
    "hundred": 2, "thousand": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9, "trillion": 12, "crore": 7, "crores": 7,
    "lakh": 5, "lakhs": 5, "lac": 5, "mn": 6, "mln": 6, "mm": 6, "mio": 6, "bn": 9, "bln": 9, "tn": 12, "trn": 12, "k": 3, "m": 6, "b": 9,
    "t": 12, "lakh crore": 12,
}  # fmt: skip
_NAMES = {2: "hundred", 3: "thousand", 5: "lakh", 6: "million", 7: "crore", 9: "billion", 12: "trillion"}
_SCALE_WORD = re.compile(
    r"(?:[-\u2010\u2011]|\s{0,3})(?P<word>lakh crore|hundred|thousand|millions?|billions?|trillion|crores?|lakhs?|lac)(?![A-Za-z])",
    re.IGNORECASE,
)
_SCALE_LETTERS = re.compile(r"[ \u00a0-]?(?P<letters>bn|bln|mn|mln|mio|tn|trn)(?![A-Za-z])", re.IGNORECASE)
_SCALE_LETTER = re.compile(r"(?P<space>[ \u00a0-]?)(?P<letter>[mMkKbBT])(?![A-Za-z\d²³/])(?!\.[a-z])")
_MEASURED = re.compile(
    r"[ \n](?!(?:wide|long|high|deep|tall|above|below|from|of|in|at|to|and|or|by|away|apart|on|x|for|is|was|deep"
    r"|thick|across|per)\b)[a-z]{3}"
)
"""Behind "1.4m" a word that is no dimension's: what is counted in millions."""


class Number(NamedTuple):
    """A number as written: `text[start:end]` without its scale."""

    start: int
    end: int
    value: Decimal
    spelled: bool


class Scale(NamedTuple):
    """A scale behind a number: its common name, the power of ten, where it ends."""

    name: str
    power: int
    end: int


def number_at(text: str, start: int) -> Number | None:
    """Return the number in digits that begins at `start`."""
    found = DIGITS.match(text, start)
    if found is None:
        return None
    return Number(start, found.end(), Decimal(re.sub(r"[^\d.eE+-]", "", found[0])), spelled=False)


def words_at(text: str, start: int) -> Number | None:
    """Return the number in words that begins at `start`.

    >>> words_at("one hundred and twenty schools", 0).value
    Decimal('120')
    """
    found = WORDS.match(text, start)
    if found is None:
        return None
    if found["half"]:
        value = Decimal("0.5")
    elif found["one"]:
        value = Decimal(1)
    elif found["dozens"]:
        value = Decimal(12 * _SMALL.get(found["dozens"].split()[0].lower(), 1))
    else:
        value = Decimal(_spelled(found["many"])) + (Decimal("0.5") if found["plushalf"] else 0)
    return Number(start, found.end(), value, spelled=True)


def _spelled(words: str) -> int:
    """Return the value of number words up to thousands."""
    total = current = 0
    for word in re.split(r"[- ]+", words.lower()):
        if word == "hundred":
            current = (current or 1) * 100
        elif word == "thousand":
            total, current = total + (current or 1) * 1000, 0
        elif word not in ("and", "a", "an"):
            current += _SMALL[word]
    return total + current


def scale_at(text: str, end: int, *, money: bool) -> Scale | None:
    """Return the scale behind the number that ends at `end`. A bare letter needs `money` or, for m and k, something that is counted."""
    found = _SCALE_WORD.match(text, end) or _SCALE_LETTERS.match(text, end)
    if found is not None:
        power = _SCALES[found[1].lower()]
        return Scale(_NAMES[power], power, found.end())
    letter = _SCALE_LETTER.match(text, end)
    if letter is None or (letter["space"] and not (money and letter["letter"] in "mM")):
        return None
    if not money and not (letter["letter"] in "kKM" or (letter["letter"] == "m" and _MEASURED.match(text, letter.end()))):
        return None
    power = _SCALES[letter["letter"].lower()]
    return Scale(_NAMES[power], power, letter.end())


# --- ordinals and fractions -------------------------------------------------------------------------------------------------------

_IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12, "twentieth": 20, "thirtieth": 30}
ORDINALS = {
    **{word + "th": number for word, number in _SMALL.items() if word not in ("one", "two", "three", "five", "eight", "nine", "twelve")},
    **_IRREGULAR,
    **{f"twenty-{word}": 20 + number for word, number in _IRREGULAR.items() if number < 10},
}
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
_FRACTIONS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
FRACTION = re.compile(
    r"(?P<top>an?|one|two|three|four|five|six|seven|eight|nine)[- ](?P<bottom>half|third|quarter|fourth|fifth"
    r"|sixth|seventh|eighth|tenth)(?P<plural>s)?"
    r"(?![a-z-])",
    re.IGNORECASE,
)


def ordinal_value(word: str) -> int:
    """Return the place an ordinal names: "third" 3, "21st" 21."""
    return int(word[:-2]) if word[0].isdigit() else ORDINALS[word.lower()]


def fraction_value(found: re.Match[str]) -> Decimal:
    """Return the value of a match of FRACTION, to ten places, as 三分之二 is read."""
    top = _SMALL.get(found["top"].lower(), 1)
    return (Decimal(top) / _FRACTIONS[found["bottom"].lower()]).quantize(Decimal("1e-10")).normalize()
