"""Working text → section tree, run-in headings, furniture.

Comes in: the working text. Goes out: an `Outline`. Known here: which numbered, marked or bare lines are headings, how they nest, and that a
report's own nesting counts more than the order of GB/T 9704. Left to the neighbours: what a label looks like (`labels.py`), lines
(`layout.py`), stance words (`stances.py`), text without facts (`furniture.py`), headings inside paragraphs (`run_ins.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .furniture import Front, find_furniture, read_front
from .labels import RANK, Label, Style, read_label
from .layout import Line, find_lines, is_table_row
from .models import Stance
from .run_ins import find_run_ins
from .spans import Span
from .stances import heading_stance, text_stance


@dataclass(frozen=True, slots=True)
class Section:
    """A section with all that belongs to it. Offsets count code points of the working text."""

    id: str
    """"1.2": the second child of the first section."""
    level: int
    label: str | None
    title: str
    start: int
    """Where the heading begins."""
    end: int
    """Where the section ends, children included."""
    heading: Span
    """The heading line or run-in heading, label included, closing full stop included; only the label where a statement follows it at once."""
    stance: Stance
    task: int | None
    """Number of the task in a numbered task list, else None."""
    children: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a report."""

    sections: tuple[Section, ...]
    """Main sections in order; `()` when the text has no headings."""
    run_ins: tuple[Span, ...]
    """Run-in headings inside paragraphs (疫情防控坚决有力。), in order; they are headings but open no section."""
    furniture: tuple[Span, ...]
    """Title, metadata lines, salutations, closing formulas, notes: text that states no facts, in order."""


@dataclass(slots=True)
class _Heading:
    """A heading on its way into the tree."""

    style: Style
    number: int
    label: str | None
    title: str
    heading: Span
    index: int
    """Of its line."""
    states: bool
    """The words after the label are a statement, not a heading."""
    level: int = 0
    task: int | None = None


@dataclass(slots=True)
class _Node:
    heading: _Heading
    children: list[_Node] = field(default_factory=list)


def find_outline(text: str) -> Outline:
    """Return the outline of the working text; an empty outline when there are no headings."""
    lines = find_lines(text)
    front = read_front(lines)
    furniture = find_furniture(text, lines, front)
    silent = {span.start for span in furniture}
    headings = _find_headings(lines, front, silent)
    headings = _with_tasks(headings, lines)
    roots = _nest(headings, lines)
    sections = _Builder(text, headings, front).build(roots)
    run_ins = find_run_ins(lines, {h.index: h.heading.end for h in headings if h.task is None}, silent)
    return Outline(sections, run_ins, tuple(furniture))


# --- which lines are headings -------------------------------------------------------------------------------------------------------

LONGEST_LINE = 60
"""A heading on a line of its own is hardly longer (characters, without the label)."""
LONGEST_RUN_IN = 48
"""A labelled first sentence longer than this is a statement."""
LONGEST_BARE = 32
"""A heading without a label is hardly longer."""

_STOP = re.compile(r"[。！？!?；;]")
_FACT = re.compile(
    r"\d[\d.,]*\s*(?:%|‰|[多余]?[万亿]|元|个百分点|美元|公里|吨|平方|亩)|[增降]\S{0,4}\d|达到?\d|[百千]分之|第[一二三四五六七八九十\d]+位"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_BODY = re.compile(r"[，,。；;]")
_ALWAYS = frozenset({"part", "chapter", "article", "cn", "cn_paren", "spoken"})
"""Styles that open a section even where a statement follows the label at once."""


def _find_headings(lines: Sequence[Line], front: Front, silent: set[int]) -> list[_Heading]:
    headings: list[_Heading] = []
    wrapped = _is_hard_wrapped(lines)
    for index, line in enumerate(lines):
        if line.start in silent or is_table_row(line.text):
            continue
        label = read_label(line.text)
        following = _next(lines, index, silent)
        if label is not None:
            found = _labelled(index, line, label, following)
        elif index >= front.end and not wrapped:
            found = _bare(index, line, lines[index - 1] if index else None, following)
        else:
            found = None
        if found is not None:
            headings.append(found)
    return headings


def _next(lines: Sequence[Line], index: int, silent: set[int]) -> Line | None:
    return lines[index + 1] if index + 1 < len(lines) else None


def _labelled(index: int, line: Line, label: Label, following: Line | None) -> _Heading | None:
    """Return the heading of a labelled line; None when the label only counts items of a text."""
    body = line.text[label.end :]
    if not body:
        return None
    stop = _STOP.search(body)
    if stop is None:
        words, form = body, "line"
    elif stop.end() == len(body):
        words, form = body[: stop.start()], "sentence"
    else:
        words, form = body[: stop.start()], "run_in"
    if _is_heading(words, body, form, label, stop.group() if stop else "", following):
        end = label.end + (stop.end() if stop else len(body))
        return _Heading(
            label.style, label.number, label.text or None, words.strip(" 　：:*#"), Span(line.start, line.start + end), index, False
        )
    span = Span(line.start, line.start + label.end)
    return _Heading(label.style, label.number, label.text or None, _first_words(body), span, index, True)


def _first_words(statement: str) -> str:
    """Return the beginning of a statement, as a title for the section it opens."""
    return re.split(r"[，,。；;：:！!]", statement, maxsplit=1)[0][:LONGEST_RUN_IN].strip(" 　")


def _is_heading(words: str, body: str, form: str, label: Label, stop: str, following: Line | None) -> bool:
    """Whether the words after a label head what follows, rather than say it themselves."""
    if _FACT.search(words) or stop in ("；", ";"):
        return False
    if form == "run_in":
        limit = LONGEST_RUN_IN if label.style in _ALWAYS else 30
        return len(words) <= limit and len(body) - len(words) >= 8
    if len(words) > LONGEST_LINE or words.endswith(("，", ",", "、")):
        return False
    next_label = read_label(following.text) if following is not None else None
    last_of_its_kind = following is None or (next_label is not None and next_label.style == label.style)
    if form == "sentence":
        return not last_of_its_kind
    return not last_of_its_kind or label.style in ("part", "chapter", "article", "cn") or label.style.startswith("md")


def _bare(index: int, line: Line, before: Line | None, following: Line | None) -> _Heading | None:
    """Return the heading that a short line without label or punctuation is; None for any other line."""
    words = line.text.strip("*＊ 　【】")
    if not 4 <= len(words) <= LONGEST_BARE or following is None:
        return None
    if words[-1] in "。；;，,：:！!？?、…—”）)》." and not line.text.startswith(("【", "**")) or _FACT.search(words):
        return None
    if len(_HAN.findall(words)) < 0.7 * len(words) or "  " in words:
        return None
    if before is not None and before.text[-1] not in "。；;！!？?：:”）)…" and len(before.text) > LONGEST_BARE:
        return None  # the end of a broken line
    is_body = len(following.text) >= 25 and _BODY.search(following.text) is not None
    if not is_body and read_label(following.text) is None:
        return None
    return _Heading("plain", 0, None, words, Span(line.start, line.end), index, False)


def _is_hard_wrapped(lines: Sequence[Line]) -> bool:
    """Whether most lines break inside a sentence: then a short line says nothing."""
    long = [line for line in lines if len(line.text) > 15]
    broken = sum(line.text[-1] not in "。；;！!？?：:”）)…" for line in long)
    return len(long) > 20 and broken > 0.5 * len(long)


# --- tasks --------------------------------------------------------------------------------------------------------------------------

_PROGRESS = re.compile(r"(?:进展|完成|落实|推进|工作|办理|实施)(?:情况|进度|进展)[：:]|目前进展|责任(?:单位|部门)[：:]|牵头(?:单位|部门)[：:]|完成时限[：:]")


def _with_tasks(headings: list[_Heading], lines: Sequence[Line]) -> list[_Heading]:
    """Mark the numbered tasks, and drop numbered lines that neither head anything nor are tasks."""
    numbered = [h for h in headings if h.style == "num"]
    by_index = {h.index for h in headings}
    told = 0
    for heading in numbered:
        after = heading.index + 1
        if after < len(lines) and after not in by_index and _PROGRESS.match(lines[after].text):
            told += 1
    is_list = len(numbered) >= 5 and told >= 0.4 * len(numbered)
    if is_list:
        for heading in numbered:
            _make_task(heading, lines[heading.index])
    return [h for h in headings if not h.states or h.task is not None or h.style in _ALWAYS]


def _make_task(heading: _Heading, line: Line) -> None:
    """A task is a promise, so its words are a statement even where they look like a heading."""
    label = read_label(line.text)
    assert label is not None
    heading.task = heading.number
    heading.states = True
    heading.title = _first_words(line.text[label.end :])
    heading.heading = Span(line.start, line.start + label.end)


# --- nesting ------------------------------------------------------------------------------------------------------------------------


def _nest(headings: Sequence[_Heading], lines: Sequence[Line]) -> list[_Node]:
    """Return the main headings with what stands below them."""
    roots: list[_Node] = []
    stack: list[_Node] = []
    for place, heading in enumerate(headings):
        depth = _depth(heading, [node.heading for node in stack], headings[place + 1] if place + 1 < len(headings) else None)
        del stack[depth:]
        node = _Node(heading)
        heading.level = depth + 1
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return roots


def _depth(heading: _Heading, open_: Sequence[_Heading], following: _Heading | None) -> int:
    """Return how many of the open headings stay open above `heading`."""
    styles = [h.style for h in open_]
    if heading.style == "plain":
        return _bare_depth(heading, open_, styles, following)
    if heading.style in styles:
        return styles.index(heading.style)
    depth = len(open_)
    while depth and styles[depth - 1] != "plain" and RANK[styles[depth - 1]] > RANK[heading.style]:
        depth -= 1
    return depth


def _bare_depth(heading: _Heading, open_: Sequence[_Heading], styles: Sequence[Style], following: _Heading | None) -> int:
    if following is not None and following.index == heading.index + 1 and following.style in styles:
        # It stands before a numbered line that goes on with an open numbering: it has lost its own number and is of the rank above.
        depth = max(styles.index(following.style) - 1, 0)
        heading.style = styles[depth] if styles[depth] != following.style else "plain"
        return depth
    if "plain" in styles:
        return styles.index("plain")
    if open_ and heading_stance(heading.title) is not None and open_[0].style != "plain":
        heading.style = open_[0].style
        return 0
    return len(open_)


# --- building -----------------------------------------------------------------------------------------------------------------------


class _Builder:
    """Turns the nested headings into sections: ends, ids, stances."""

    def __init__(self, text: str, headings: Sequence[_Heading], front: Front) -> None:
        self._text = text
        self._front = front
        self._ends = _ends(headings, len(text))

    def build(self, roots: Sequence[_Node]) -> tuple[Section, ...]:
        stances = self._main_stances(roots)
        return tuple(
            self._section(node, str(number), stance)
            for number, (node, stance) in enumerate(zip(roots, stances, strict=True), start=1)
        )

    def _section(self, node: _Node, id_: str, inherited: Stance) -> Section:
        heading = node.heading
        own = None if heading.states or heading.level == 1 else heading_stance(heading.title)
        stance = own or inherited
        return Section(
            id=id_,
            level=heading.level,
            label=heading.label,
            title=heading.title,
            start=heading.heading.start,
            end=self._ends[heading.heading.start],
            heading=heading.heading,
            stance=stance,
            task=heading.task,
            children=tuple(
                self._section(child, f"{id_}.{number}", stance) for number, child in enumerate(node.children, start=1)
            ),
        )

    def _main_stances(self, roots: Sequence[_Node]) -> list[Stance]:
        named = [heading_stance(node.heading.title) for node in roots]
        stances: list[Stance] = []
        for node, stance in zip(roots, named, strict=True):
            if stance is None and stances and stances[-1] == "plan":
                stance = "plan"
            stances.append(stance or self._by_text(node))
        return stances

    def _by_text(self, node: _Node) -> Stance:
        if node.children and all(child.heading.task is not None for child in node.children):
            return "plan"
        start = node.heading.heading.end
        return text_stance(self._text[start : min(self._ends[node.heading.heading.start], start + 1500)])


def _ends(headings: Sequence[_Heading], length: int) -> dict[int, int]:
    """Return where each heading's section ends: at the next heading of its level or above."""
    ends: dict[int, int] = {}
    open_: list[_Heading] = []
    for heading in headings:
        while open_ and open_[-1].level >= heading.level:
            ends[open_.pop().heading.start] = heading.heading.start
        open_.append(heading)
    for heading in open_:
        ends[heading.heading.start] = length
    return ends
