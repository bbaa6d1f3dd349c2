"""The rule about spaces: inside numbers, between figures and their units, at line ends, and in rows of spaces."""

from __future__ import annotations

import re

from .edits import Change, Edit, apply_edits

_HANZI = "\u3400-\u9fff"
_PROSE = re.compile("[，。；、,;][^0-9 ]|。")

_SPACES = re.compile("[ \\t]+")
# 1 137.8亿元: groups of three, and a unit behind the number, so that columns of a table stay apart
_THOUSANDS = re.compile(f"(?<![0-9.,] )(?<![0-9.,])[0-9]{{1,3}}(?: [0-9]{{3}})+(?![0-9])(?:[.][0-9]+)?(?= ?[{_HANZI}%‰])")
# 2 0 2 2 年: single digits, one space apart
_LETTER_SPACED = re.compile("(?<![0-9])(?<![0-9] )[0-9](?: [0-9.]){2,}(?![0-9])(?! [0-9])")
# 36. 07亿元, 36 .07亿元
_SPACED_POINT = re.compile(f"(?:(?<=[{_HANZI}])|(?<=[{_HANZI}] ))[0-9]{{1,6}}(?: [.]|[.] )[0-9]{{1,4}}(?= ?[{_HANZI}%‰])")
# 关 于 南 通 市: four or more single characters, one space apart
_LETTER_SPACED_HANZI = re.compile(f"(?<![{_HANZI}])[{_HANZI}](?: {{1,3}}[{_HANZI}]){{3,}}(?![{_HANZI}])")


def tidy_spaces(text: str) -> Change | None:
    """Drop spaces inside numbers, between Han characters and figures in prose, and at line ends; make rows of spaces one.

    >>> tidy_spaces("  实现产值 1 137.8 亿元，增长 6. 5 %。 ").text
    '实现产值1137.8亿元，增长6.5%。'
    """
    if " " not in text and "\t" not in text:
        return None
    edits: list[Edit] = []
    start = 0
    for line in text.split("\n"):
        if " " in line or "\t" in line:
            edits.extend(Edit(start + edit.start, start + edit.end, edit.replacement) for edit in _tidy_line(line))
        start += len(line) + 1
    return apply_edits(text, edits)


def _tidy_line(line: str) -> list[Edit]:
    inner: set[int] = set()
    for pattern in (_THOUSANDS, _LETTER_SPACED, _SPACED_POINT, _LETTER_SPACED_HANZI):
        for found in pattern.finditer(line):
            inner.update(at for at in range(found.start(), found.end()) if line[at] == " ")
    prose = _PROSE.search(line) is not None
    edits = []
    for found in _SPACES.finditer(line):
        start, end = found.span()
        if start == 0 or end == len(line) or start in inner or (prose and _clings(line[start - 1], line[end], start, line)):
            edits.append(Edit(start, end))
        elif end - start > 1:
            # one of them stays, a tab where there is one: it parts the cells of a table
            keep = line.find("\t", start, end)
            keep = start if keep < 0 else keep
            edits += [Edit(a, b) for a, b in ((start, keep), (keep + 1, end)) if a < b]
    return edits


def _clings(before: str, after: str, start: int, line: str) -> bool:
    """Return whether a space in prose only sets a figure or a Latin word off from Han characters."""
    if _is_han(after) or after in "%‰":
        return before.isascii() and before.isalnum() and not line[:start].strip().replace(".", "").isdigit()
    return _is_han(before) and after.isascii() and after.isalnum()


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
