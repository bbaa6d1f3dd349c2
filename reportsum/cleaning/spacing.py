"""The rule about spaces: inside numbers and words, between figures and their units, at line ends, and in rows of spaces.

Prose may lose every space that only sets figures off from Han characters; in headings, metadata and rows of tables a space parts things,
and only those inside a figure go.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportsum import lazy_re as re

from .edits import Change, Edit, apply_edits

_HAN = "\u3400-\u9fff〇"
_PROSE = re.compile("[，。；]|[、,;][^0-9 ]")

_SPACES = re.compile("[ \\t]+")
_BLANKS = re.compile(" +")
_DIGIT_GAP = re.compile("[0-9.] [0-9.]")
"""What each of the next three needs: most lines have none and are spared them."""

# 1 137.8亿元: groups of three, and a unit behind the number, so that columns of a table stay apart
_THOUSANDS = re.compile(f"(?<![0-9.,] )(?<![0-9.,])[0-9]{{1,3}}(?: [0-9]{{3}})+(?![0-9])(?:[.][0-9]+)?(?= ?[{_HAN}%‰])")
# 2 0 2 2 年: single digits, one space apart
_SINGLE_DIGITS = re.compile("(?<![0-9])(?<![0-9] )[0-9](?: [0-9.]){2,}(?![0-9])(?! [0-9])")
# 36. 07亿元, 36 .07亿元; at the head of a line "36. " would be a label
_SPACED_POINT = re.compile(f"(?:(?<=[{_HAN}])|(?<=[{_HAN}] ))[0-9]{{1,6}}(?: [.]|[.] )[0-9]{{1,4}}(?= ?[{_HAN}%‰])")
# 关 于 2022 年 上 半 年: single characters and numbers, a space between any two
_SINGLE_HAN = re.compile(f"(?<![{_HAN}0-9])[{_HAN}](?: {{1,8}}(?:[{_HAN}]|[0-9]{{1,4}})(?![{_HAN}0-9])){{2,}}")
_LEAST_SINGLE_HAN = 4
# 目 录: a line of two characters
_TWO_HAN = re.compile(f"^ *[{_HAN}] +[{_HAN}] *$")
_LONG = 100_000
"""A longer line that is spaces for a quarter of it is no text, and tidying it would take memory many times its size."""
_UNITS = frozenset("年月日亿万元倍吨亩%‰")


def tidy_spaces(text: str) -> Change | None:
    """Drop spaces inside numbers, between Han characters and figures in prose, and at line ends; make rows of spaces one.

    >>> tidy_spaces("  实现产值 1 137.8 亿元，增长 6. 5 %。 ").text
    '实现产值1137.8亿元，增长6.5%。'
    >>> tidy_spaces("第一部分 2021 年工作回顾").text
    '第一部分 2021年工作回顾'
    """
    if " " not in text and "\t" not in text:
        return None
    return apply_edits(text, _edits(text))


def _edits(text: str) -> Iterator[Edit]:
    start = 0
    for line in text.split("\n"):
        if (" " in line or "\t" in line) and (len(line) <= _LONG or line.count(" ") * 4 < len(line)):
            for edit in _tidy_line(line):
                yield Edit(start + edit.start, start + edit.end)
        start += len(line) + 1


def _tidy_line(line: str) -> Iterator[Edit]:
    if "\t" in line.strip():
        yield from _tidy_row(line)
        return
    inner = _inside_words(line)
    prose = _PROSE.search(line) is not None
    for found in _SPACES.finditer(line):
        start, end = found.span()
        if start == 0 or end == len(line) or start in inner or _clings(line, start, end, prose=prose):
            yield Edit(start, end)
        elif end - start > 1:
            yield Edit(start + 1, end)  # one of them stays


def _tidy_row(line: str) -> Iterator[Edit]:
    """Tidy a row whose cells tabs part: every tab stays, since an empty cell stands between two; spaces beside tabs go."""
    for found in _BLANKS.finditer(line):
        start, end = found.span()
        if start == 0 or end == len(line) or line[start - 1] == "\t" or line[end] == "\t":
            yield Edit(start, end)
        elif end - start > 1:
            yield Edit(start + 1, end)


def _inside_words(line: str) -> set[int]:
    """Return where spaces begin that stand inside a number or a letter-spaced word."""
    if " " not in line.strip():
        return set()
    inner: set[int] = set()
    torn_numbers = (_THOUSANDS, _SINGLE_DIGITS, _SPACED_POINT) if _DIGIT_GAP.search(line) else ()
    for pattern in (*torn_numbers, *((_TWO_HAN,) if len(line.replace(" ", "")) == 2 else ())):
        for found in pattern.finditer(line):
            inner.update(gap.start() for gap in _SPACES.finditer(line, found.start(), found.end()))
    if not any(len(word) == 1 or word.isdecimal() for word in line.split()[1:-1]):
        return inner  # a letter-spaced word has a character or a number that stands alone in its middle
    for found in _SINGLE_HAN.finditer(line):
        if sum(character > "\u3000" for character in found[0]) >= _LEAST_SINGLE_HAN:
            gaps = [gap.span() for gap in _SPACES.finditer(line, found.start(), found.end())]
            # a wider gap parts words: 主 任  许 金 龙
            least = min(end - start for start, end in gaps)
            inner.update(start for start, end in gaps if end - start == least)
    return inner


def _clings(line: str, start: int, end: int, *, prose: bool) -> bool:
    """Return whether the spaces at `start`..`end` only set a figure off from its unit or, in prose, from the words around it."""
    before, after = line[start - 1], line[end]
    if before.isascii() and before.isalnum():
        if before.isdigit() and (after in _UNITS or line.startswith("个百分点", end)):
            return True
        return prose and _is_han(after) and not line[:start].strip().replace(".", "").isdigit()
    if not prose:
        return False
    if before in "，。；、" or after in "，。；、":
        return True
    if before == "%":
        return _is_han(after)
    return _is_han(before) and after.isascii() and after.isalnum()


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
