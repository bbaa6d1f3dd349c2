"""What an editor writes at marks, in the very signs that marks show: `9,10*must&市商务局^三季度前` → marks and fields.

Marks come first, with commas between them (a letter behind one is a copy, a minus before one adds a fact), then what is to be put right,
each behind its sign. The signs of closed lists count before a word of ASCII letters or a minus, so that 5% and R&D may stand in a name.
One text for a correction: a strict schema wants every property, and properties that say nothing took a third of all answers.
"""

from __future__ import annotations

from typing import Any

from reportsum import lazy_re as re

_ONE = r"[\s\[]*[-−+＋]?\d{1,6}[A-Z]?[\s\]]*"
_MARKS = re.compile(rf"({_ONE}(?:[,，、;；]{_ONE}|[-–—]\d{{1,6}}[\s\]]*)*)")
"""7 · 2,3,4 · 2-4 · -11 · [7T], [8] as they were copied."""
_MARK = re.compile(r"(?<!\d)([-−+＋]?)(\d{1,6})(?:[-–—](\d{1,6}))?")
MOST_IN_RANGE = 60
_FIELDS = {
    ":": "name", "%": "topic", "@": "period", "=": "outcome", "*": "commitment", "^": "deadline", "&": "owner", "<": "cause",
    "~": "base", "!": "trait", "?": "unit", "#": "stance",
}  # fmt: skip
_JOINED = re.compile(r"[=＝](\d{1,6})\s*(?=\D|\Z)")
"""=3: a number goes on with the fact of mark 3."""
_FULL_WIDTH = str.maketrans("：％＠＝＊＾＆＜～！？＃", ":%@=*^&<~!?#")
_CLOSED = r"[a-z_]+|-"
_SIGN = re.compile(
    rf"[%％=＝*＊~～!！#＃]\s*(?:{_CLOSED})?\s*(?=[@^&<%=*~!#?＠＾＆＜％＝＊～！＃？]|\Z)"
    r"|[@＠^＾<＜]"
    r"|(?<![A-Z])&(?! )|(?<=[A-Z]{4})&|&(?=[A-Z]?[a-z]{2})"
)
"""A sign behind which a field begins. M&A, R&D and Arts & Crafts are names; 某方案&市商务局 names who answers for one."""


def marks_in(text: str) -> list[int]:
    """Return the marks of a list, negative where a sign stands before them.

    >>> marks_in("[7T], 8"), marks_in("−11"), marks_in("2-4,9")
    ([7, 8], [-11], [2, 3, 4, 9])
    """
    marks: list[int] = []
    for sign, first, last in _MARK.findall(text):
        stop = int(last) if last and not sign else int(first)
        marks += [int(first) * (-1 if sign else 1)] if stop - int(first) not in range(1, MOST_IN_RANGE) else range(int(first), stop + 1)
    return marks


def read_entry(text: str) -> dict[str, Any]:
    """Return the marks of an entry (`at`) and its fields by name; a field that is said to be nothing is "".

    Raises ValueError for what begins with no mark.

    >>> read_entry("9,10*must&市商务局^三季度前")
    {'at': [9, 10], 'commitment': 'must', 'owner': '市商务局', 'deadline': '三季度前'}
    >>> read_entry("-11:R&D of the harbour%innovation*-")
    {'at': [-11], 'name': 'R&D of the harbour', 'topic': 'innovation', 'commitment': ''}
    >>> read_entry("[3?]亿元@2015~earlier")
    {'at': [3], 'take': True, 'unit': '亿元', 'period': '2015', 'base': 'earlier'}
    >>> read_entry("12?%~goal")
    {'at': [12], 'take': True, 'unit': '%', 'base': 'goal'}
    """
    begin = _MARKS.match(text)
    if begin is None:
        raise ValueError(f"{text[:40]!r} begins with no mark")
    told: dict[str, Any] = {"at": marks_in(begin[1])}
    rest = re.sub(r"\A\?\]", "?", text[begin.end() :]).strip()
    if rest in ("-", "−"):
        raise ValueError(f"{text[:40]!r} says nothing; what is no fact stands in not_facts")
    if (joined := _JOINED.match(rest)) is not None:
        told["at"], rest = [int(joined[1]), *told["at"]], rest[joined.end() :].strip()
    rest = re.sub(r"\A[!！]\s*(?=[:：%％*＊=＝@^&<]|\Z)", "", rest)  # copied with the letter
    if not rest:
        return told
    first = rest[0].translate(_FULL_WIDTH)
    unit_is_sign = first == "?" and rest[1:2] in ("%", "％")
    starts = [0, *(found.start() for found in _SIGN.finditer(rest, 2 if unit_is_sign else 1))]
    for start, end in zip(starts, [*starts[1:], len(rest)], strict=True):
        sign = first if start == 0 else rest[start].translate(_FULL_WIDTH)
        field = _FIELDS.get(sign, "name")
        said = rest[start + (sign in _FIELDS) : end].strip()
        if field == "unit":
            told["take"] = True
        if field == "unit" and not said:
            continue
        told[field] = "" if said == "-" else said
    return told
