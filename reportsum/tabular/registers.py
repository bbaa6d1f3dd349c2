"""Registers in plain text: rows of a serial number, a name, perhaps a code, and how far the thing has come (已发布, 制定中, 待立项).

An annex of standards or projects is pasted so, its columns lost, a row on one line or torn over some. What is told is which lines are such
rows; they are no prose, and where name ends and code begins is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportsum import lazy_re as re

from ..spans import Span

STATES = ("已发布", "制定中", "待立项", "待制定", "修订中", "已立项", "拟制定", "待修订", "在研", "报批中", "编制中")
"""How far a thing of a register has come."""
_STATE = re.compile("|".join(STATES))
_LINE = re.compile(r"\S[^\n]*")
_SERIAL = re.compile(r"\s*(\d{1,4})(?!\S)")
"""The number a row begins with; with a mark behind it, it is a label."""
_LEAST_ROWS = 5
_MOST_LINES = 10
"""Lines of a row, which a narrow column tears, and of the names of groups between rows."""
_MOST_MISSING = 2
"""Rows in a row whose serial number was lost."""
_MOST_OF_LAST = 4
"""Lines that the last row may be torn over."""


def register_lines(lines: Sequence[str]) -> set[int]:
    """Return the places of the lines that are rows of a register, with what stands between rows.

    >>> sorted(register_lines(["1 术语 已发布", "2 检测 制定中", "3", "接口", "已发布", "4 词汇 待立项", "5 网络 已发布", "完。"]))
    [0, 1, 2, 3, 4, 5, 6]
    """
    found: set[int] = set()
    for rows in _runs(lines):
        end = _end(lines, rows[-1])
        states = sum(any(map(_STATE.search, lines[left:right])) for left, right in zip(rows, [*rows[1:], end], strict=True))
        if len(rows) >= _LEAST_ROWS and states * 2 >= len(rows):
            found |= {*range(rows[0], end)}
    return found


def find_registers(text: str) -> list[tuple[Span, ...]]:
    """Return the registers of a text, in order, each as its lines; `[]` mostly."""
    if not any(state in text for state in STATES):
        return []
    lines = list(_LINE.finditer(text))
    places = register_lines([line[0] for line in lines])
    registers: list[list[Span]] = []
    for place in sorted(places):
        if place - 1 not in places:
            registers.append([])
        registers[-1].append(Span(lines[place].start(), lines[place].end()))
    return [tuple(register) for register in registers]


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """Give the places of lines that begin with numbers counting up, one run after the other; no sentence ends inside a run."""
    rows: list[int] = []
    last = 0
    for at, line in enumerate(lines):
        if rows and (at - rows[-1] > _MOST_LINES or line.rstrip().endswith(("。", "；"))):
            yield rows
            rows = []
        serial = _SERIAL.match(line)
        if serial is None:
            continue
        number = int(serial[1])
        if rows and number == 1:
            yield rows
            rows = []
        if not rows or last < number <= last + _MOST_MISSING + 1:
            rows.append(at)
            last = number
    if rows:
        yield rows


def _end(lines: Sequence[str], last: int) -> int:
    """Return the place behind the last row: it ends with its state."""
    for at in range(last, min(last + _MOST_OF_LAST, len(lines))):
        if _STATE.search(lines[at]):
            return at + 1
    return last + 1
