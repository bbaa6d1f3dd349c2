"""Numbered tasks, and labels that count paragraphs but head nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportsum import lazy_re as re

from ..spans import Span
from .heading import ALWAYS, Heading, first_words
from .labels import read_label
from .layout import Line

_PROGRESS = re.compile(
    r"[【\[（(]?(?:(?:上半年|目前|截至目前|工作|任务|最新)?(?:进展|完成|落实|推进|工作|办理|实施)(?:情况|进度|进展)|目前进展|责任(?:单位|部门|人)|牵头(?:单位|部门)|完成时限|"
    r"办理结果|进度)[】\]）)]?[：:】\]]"
)
_TASK_LIST = re.compile(r"任务|实事|事项|清单|台账|分解")


def with_tasks(headings: list[Heading], lines: Sequence[Line], title: str) -> list[Heading]:
    """Mark the numbered tasks, and the labels that neither head anything nor number a task."""
    annexed = _of_annexes(headings)
    for heading in annexed:
        _make_task(heading, lines)
    taken = {id(heading) for heading in annexed}
    numbered = [heading for heading in headings if heading.style == "num" and id(heading) not in taken]
    if len(numbered) >= 5 and (_tell_progress(numbered, headings, lines) or _runs_on(numbered, headings, lines, title)):
        for heading in numbered:
            _make_task(heading, lines)
    elif _number_paragraphs(numbered, headings):
        for heading in numbered:
            _make_statement(heading, lines)
    for heading in headings:
        idle = heading.states and heading.task is None and heading.style not in ALWAYS
        heading.counts_only = heading.counts_only or idle
    return headings


LEAST_ANNEXED = 3
"""Numbered lines that make an annex named for tasks a list of them."""


def _of_annexes(headings: Sequence[Heading]) -> list[Heading]:
    """Return the numbered lines of annexes that list tasks (附件 2026年民生实事), each counted from one."""
    found: list[Heading] = []
    place = 0
    while place < len(headings):
        annex = headings[place]
        place += 1
        if annex.style != "document" or annex.label is None or _TASK_LIST.search(annex.title) is None:
            continue
        items: list[Heading] = []
        while place < len(headings) and headings[place].style == "num" and headings[place].number == len(items) + 1:
            items.append(headings[place])
            place += 1
        if len(items) >= LEAST_ANNEXED:
            found += items
    return found


def _number_paragraphs(numbered: Sequence[Heading], headings: Sequence[Heading]) -> bool:
    """Whether one numbering counts the paragraphs of the whole text, as policy addresses of Hong Kong do, and heads nothing.

    It runs on through several sections, and most of its lines are statements.
    """
    numbers = [heading.number for heading in numbered]
    if len(numbers) < 5 or any(after <= before for before, after in pairwise(numbers)):
        return False
    between = sum(numbered[0].index < heading.index < numbered[-1].index for heading in headings if heading.style != "num")
    return between >= 2 and 2 * sum(heading.states for heading in numbered) > len(numbers)


def _tell_progress(numbered: Sequence[Heading], headings: Sequence[Heading], lines: Sequence[Line]) -> bool:
    """Whether most numbered lines are followed by a line that tells how far they came or who is responsible."""
    starts = {heading.index for heading in headings}
    told = sum(
        heading.index + 1 < len(lines) and heading.index + 1 not in starts and _PROGRESS.match(lines[heading.index + 1].text) is not None
        for heading in numbered
    )
    return told >= 0.4 * len(numbered)


def _runs_on(numbered: Sequence[Heading], headings: Sequence[Heading], lines: Sequence[Line], title: str) -> bool:
    """Whether title or opening say that the text lists tasks, and one numbering runs through several of its main sections."""
    if _TASK_LIST.search(title) is None and (len(numbered) < 10 or not any(_TASK_LIST.search(line.text) for line in lines[:6])):
        return False
    numbers = [heading.number for heading in numbered]
    if numbers[0] != 1 or numbers != sorted(set(numbers)) or numbers[-1] > 1.2 * len(numbers):
        return False
    return any(numbered[0].index < h.index < numbered[-1].index for h in headings if h.style in ("cn", "cn_paren", "plain", "chapter"))


def _make_task(heading: Heading, lines: Sequence[Line]) -> None:
    """A task is a promise, so its words are a statement; only a bare name with its own lines below stays a heading."""
    heading.task = heading.number
    line = lines[heading.index]
    following = lines[heading.index + 1].text if heading.index + 1 < len(lines) else ""
    if heading.heading.end == line.end and line.text[-1] not in "。；;" and not _PROGRESS.match(following):
        return
    _make_statement(heading, lines)


def _make_statement(heading: Heading, lines: Sequence[Line]) -> None:
    """Take the words of a labelled line for a statement: only the label is the heading."""
    line = lines[heading.index]
    label = read_label(line.text)
    assert label is not None
    heading.states = True
    heading.title = first_words(line.text[label.end :])
    heading.heading = Span(line.start, line.start + label.end)
