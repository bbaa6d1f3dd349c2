"""Working text → section tree, run-in headings, furniture.

Comes in: the working text. Goes out: an `Outline`. Known here: which numbered, marked or bare lines are headings, how they nest, and that a
report's own nesting counts more than the order of GB/T 9704. Left to the neighbours: what a label looks like (`labels.py`), lines
(`layout.py`), stance words (`stances.py`), text without facts (`furniture.py`), headings inside paragraphs (`run_ins.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from ..models import Stance
from ..periods import periods_in
from ..spans import Span
from .furniture import Front, find_furniture, read_front
from .labels import RANK, Label, Style, read_label
from .layout import Line, find_lines, is_table_row
from .run_ins import find_run_ins
from .stances import cue_end, heading_stance, text_stance


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
    """The heading line or run-in heading, with label and closing full stop; only the label where a statement follows it."""
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
    """Title, metadata lines, salutations, closing formulas, notes, labels that only count items: text that states no facts, in order."""


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
    counts_only: bool = False
    """The label counts an item of a list; it opens no section."""
    stance: Stance | None = None
    """What the text around the heading says it is, where its words do not."""
    until: int | None = None
    """Where its section ends at the latest; None for headings, whose sections end where another begins."""


@dataclass(slots=True)
class _Node:
    heading: _Heading
    children: list[_Node] = field(default_factory=list)


def find_outline(text: str) -> Outline:
    """Return the outline of the working text; an empty outline when there are no headings."""
    lines = find_lines(text)
    front = read_front(lines)
    furniture = find_furniture(lines, front)
    silent = {span.start for span in furniture}
    lines = [line for line in lines if line.start not in silent]
    headings = _with_tasks(_find_headings(lines), lines, front.title or "")
    labels = [heading.heading for heading in headings if heading.counts_only]
    headings = [heading for heading in headings if not heading.counts_only]
    roots = _nest(headings)
    sections = _Builder(text, headings, front).build(roots)
    headed = {heading.index: heading.heading.end for heading in headings if heading.task is None}
    return Outline(sections, find_run_ins(lines, headed), tuple(sorted([*furniture, *labels])))


# --- which lines are headings -------------------------------------------------------------------------------------------------------

LONGEST_LINE = 60
"""A heading on a line of its own is hardly longer (characters, without the label)."""
LONGEST_RUN_IN = 48
"""A labelled first sentence longer than this is a statement."""
LONGEST_BARE = 32
"""A heading without a label is hardly longer."""

LEAST_HEADED = 3
"""The paragraph behind a heading of three parts is so many times as long."""
LONGEST_MINOR = 30
"""The same behind the minor labels (1. （1） ①), which number paragraphs as often as headings."""

_STOP = re.compile(r"[。！？!?；;]")
_CLAUSE_END = re.compile(r"[，,。；;：:！!]")
_COMMA = re.compile(r"[，,]")
_PARAGRAPH_END = "。；;！!？?：:”）)…》】"
_GAP = re.compile(r"[^\s，。；：,;:]{4,40}[ 　\t]+(?=\S{12})")
_BEGINS = re.compile(r"\s|(?:19|20)\d{2}年|今年|过去|一年来|五年来|面对|各位代表|我们")
_FACT = re.compile(
    r"\d[\d.,]*\s*(?:%|‰|[多余]?[万亿]|元|个百分点|美元|公里|吨|平方|亩)|[增降]\S{0,4}\d|达到?\d|[百千]分之|第[一二三四五六七八九十\d]+位"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_BODY = re.compile(r"[，,。；;]")
_ALWAYS = frozenset({"part", "chapter", "article", "cn", "cn_paren", "spoken"})
"""Styles that open a section even where a statement follows the label at once."""
_MAIN = frozenset({"part", "chapter", "article", "cn", "md1", "md2", "md3", "md4", "md5", "md6"})
"""Styles whose lines are headings even where nothing follows before the next one."""
_NUMBERED = frozenset({"part", "chapter", "cn", "cn_paren"})
_ARTICLE = re.compile(r"第[一二三四五六七八九十百]{1,5}条[ 　]")
LEAST_ARTICLES = 3
"""Paragraphs 第…条: so many make a text of rules."""
_LISTED = frozenset({"cn_paren", "spoken"})
_NUMERALS = "一二三四五六七八九"
_LONE_NUMERAL = re.compile("[一二三四五六七八九]")
LEAST_UNDER_NUMERAL = 15
"""Fewest characters of the paragraph below a numeral that stands for a heading."""
_MINOR = frozenset({"num", "num_paren", "circled", "decimal2", "decimal3"})


def _find_headings(lines: Sequence[Line]) -> list[_Heading]:
    headings: list[_Heading] = []
    numerals = _lone_numerals(lines)
    wrapped = _is_hard_wrapped(lines)
    labels = [read_label(line.text) for line in lines]
    heads_before = True
    taken = -1
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        found: _Heading | None = None
        if index == taken:  # the title below a label that stands alone
            continue
        if index in numerals:
            following = lines[index + 1].text
            found = _Heading("cn", numerals[index], line.text, _first_clause(following), Span(line.start, line.end), index, False)
        elif is_table_row(line.text) or (label is not None and _counts_on(line.text, label)):
            pass
        elif label is not None and label.end == len(line.text):
            found = _label_alone(index, line, label, lines, labels)
            taken = index + 1 if found is not None else -1
        elif label is not None:
            items = _Neighbours.of(labels, index, told=_heads_itself(headings, lines, index - 1))
            found = _labelled(index, line, label, items)
        elif not wrapped and index + 1 < len(lines):
            before = None if heads_before else lines[index - 1]
            found = _bare(index, line, before, lines[index + 1], labels[index + 1])
        heads_before = found is not None and not found.states
        if found is not None:
            headings.append(found)
    return _without_lists(_with_one_system(headings), lines)


def _lone_numerals(lines: Sequence[Line]) -> dict[int, int]:
    """Return the places and numbers of lines that are 一, 二, 三 and nothing else: main sections without a title.

    They have to count from one, with text between them; the numerals of a table stand closer.
    """
    found = [(index, line.text) for index, line in enumerate(lines[:-1]) if len(line.text) <= 2 and _LONE_NUMERAL.fullmatch(line.text)]
    numbers = [_NUMERALS.find(text) + 1 if len(text) == 1 else 0 for _, text in found]
    if len(found) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return {}
    if any(len(lines[index + 1].text) < LEAST_UNDER_NUMERAL for index, _ in found):
        return {}
    return {index: number for (index, _), number in zip(found, numbers, strict=True)}


def _counts_on(text: str, label: Label) -> bool:
    """Whether a paragraph that begins 一是 goes on with 二是 itself: then it tells a whole list, and its first item is no heading."""
    following = _NUMERALS[label.number : label.number + 1] if label.style == "spoken" else ""
    return bool(following) and any(f"{stop}{following}是" in text for stop in "。；;")


def _heads_itself(headings: Sequence[_Heading], lines: Sequence[Line], index: int) -> bool:
    """Whether a line has a heading and the text it heads."""
    last = headings[-1] if headings else None
    return last is not None and last.index == index and not last.states and last.heading.end < lines[index].end


def _with_one_system(headings: list[_Heading]) -> list[_Heading]:
    """Take Markdown signs for what they are: levels where all headings carry them, else only signs of a heading without a number.

    Readers of DOCX and HTML leave 一、 as it stands and put # before headings that have no number; converters of PDF give every heading
    the same number of #, or as many as its letters are large: where one level holds several numberings, these decide.
    """
    if any(heading.style in _NUMBERED for heading in headings) or _levels_say_nothing(headings):
        for heading in headings:
            if heading.style.startswith("md"):
                inner = read_label(heading.label + "甲") if heading.label else None
                heading.style = inner.style if inner is not None else "plain"
    return headings


def _levels_say_nothing(headings: Sequence[_Heading]) -> bool:
    """Whether one Markdown level holds two numberings of the sort that stand one below the other (一、 and （一）)."""
    inside: dict[str, set[str]] = {}
    for heading in headings:
        inner = read_label(heading.label + "甲") if heading.style.startswith("md") and heading.label else None
        if inner is not None:
            inside.setdefault(heading.style, set()).add(inner.style)
    return any(len(styles) > 1 for styles in inside.values())


def _without_lists(headings: list[_Heading], lines: Sequence[Line]) -> list[_Heading]:
    """Mark the labels of lists inside a sentence: （一）…；（二）…；（三）…。 Its items open no section.

    Nor do those below the articles of a rule.
    """
    in_articles = sum(_ARTICLE.match(line.text) is not None for line in lines) >= LEAST_ARTICLES
    listed: _Heading | None = None
    for heading in headings:
        line = lines[heading.index].text
        if in_articles and heading.states and heading.style in _LISTED:
            heading.counts_only = True
            continue
        follows = listed is not None and listed.style == heading.style and heading.number == listed.number + 1
        ends = heading.states and heading.style in _LISTED and heading.heading.end <= lines[heading.index].end
        if ends and (line[-1] in "；;" or (follows and listed is not None and heading.index == listed.index + 1)):
            heading.counts_only = True
            listed = heading
        elif heading.style in _LISTED:
            listed = None
    return headings


class _Neighbours(NamedTuple):
    """Whether the lines before and behind are items of the same list: then there is nothing between that a heading could head."""

    before: bool
    behind: bool
    below: bool
    """Whether something of a lower rank follows, which a heading could head."""

    @classmethod
    def of(cls, labels: Sequence[Label | None], index: int, *, told: bool) -> _Neighbours:
        """`told` says that the line before has a heading and its text: it is a paragraph, no item."""
        style = labels[index].style  # type: ignore[union-attr]  # asked for labelled lines only
        before = labels[index - 1] if index else None
        behind = labels[index + 1] if index + 1 < len(labels) else None
        ends = index + 1 == len(labels)
        return cls(
            before is not None and before.style == style and not told,
            ends or (behind is not None and behind.style == style),
            not ends and (behind is None or RANK[behind.style] > RANK[style]),
        )


def _label_alone(index: int, line: Line, label: Label, lines: Sequence[Line], labels: Sequence[Label | None]) -> _Heading | None:
    """Return the heading whose words stand on the line below its label; None when no heading stands there."""
    if index + 1 == len(lines) or labels[index + 1] is not None or label.style not in _ALWAYS:
        return None
    words = lines[index + 1]
    if len(words.text) > LONGEST_BARE or _STOP.search(words.text) or _FACT.search(words.text):
        return None
    return _Heading(label.style, label.number, label.text, words.text, Span(line.start, words.end), index, False)


def _labelled(index: int, line: Line, label: Label, items: _Neighbours) -> _Heading:
    """Return what a labelled line opens: a heading, or a section whose first words are a statement."""
    body = line.text[label.end :]
    heading_end = _heading_end(body, label, items)
    if heading_end is None:
        span = Span(line.start, line.start + label.end)
        return _Heading(label.style, label.number, label.text or None, _first_words(body), span, index, True)
    span = Span(line.start, line.start + label.end + heading_end)
    title = body[:heading_end].strip(" 　：:*#。！!")
    return _Heading(label.style, label.number, label.text or None, title, span, index, False)


def _first_words(statement: str) -> str:
    """Return the beginning of a statement as a title for the section it opens: its first sentence, if no longer than a heading."""
    sentence = _STOP.split(statement, maxsplit=1)[0]
    if len(sentence) <= LONGEST_LINE and not any(char.isdigit() for char in sentence):
        return sentence.strip(" 　*：:")
    return _first_clause(statement)


def _first_clause(statement: str) -> str:
    return _CLAUSE_END.split(statement, maxsplit=1)[0][:LONGEST_RUN_IN].strip(" 　*")


def _heading_end(body: str, label: Label, items: _Neighbours) -> int | None:
    """Return where the heading behind a label ends; None when the words behind it state something themselves."""
    stop = _STOP.search(body)
    whole = len(body.rstrip("* "))
    end = stop.start() if stop else whole
    if label.style in _MAIN and len(body) > LONGEST_LINE and (fused := _fused_end(body)) is not None:
        return fused
    if end > LONGEST_LINE or _FACT.search(body, 0, end) or (stop is not None and stop[0] in "；;"):
        return None
    if stop is not None and stop.end() < whole:
        longest = LONGEST_RUN_IN if label.style in _ALWAYS else LONGEST_MINOR
        heads = len(body) - end >= 8 and _is_terse(body[:end])
        if end <= longest and (heads or (label.style in _ALWAYS and _is_drawn_out(body, end))):
            return stop.end() + (2 if body.startswith("**", stop.end()) else 0)
        return None
    if body[end - 1] in "，,、" or label.style == "bullet" or body.count("（") != body.count("）"):
        return None
    if stop is not None:
        heads = items.below and not items.before and _is_terse(body[:end])
        return len(body) if heads and (label.style not in _MINOR or _COMMA.search(body, 0, end) is None) else None
    if label.style in _MAIN or not (items.behind or (items.before and label.style in _MINOR)):
        return len(body)
    return None


def _is_terse(words: str) -> bool:
    """Whether a sentence has few enough parts for a heading; one that goes on and on tells something."""
    commas = words.count("，") + words.count(",")
    return commas <= 1 or (commas == 2 and len(words) <= LONGEST_MINOR)


def _is_drawn_out(body: str, end: int) -> bool:
    """Whether a sentence of three parts heads the long paragraph behind it (坚持…，着力…，…显著提高。五年来，…)."""
    return len(_COMMA.findall(body, 0, end)) == 2 and len(body) - end >= LEAST_HEADED * end


def _fused_end(body: str) -> int | None:
    """Return where a heading ends that lost the line end behind it: at a gap (2023年工作回顾 2023年是…), or behind a cue word with which
    a sentence cannot go on (2023年工作回顾过去一年,…)."""
    gap = _GAP.match(body)
    if gap is not None and not _FACT.search(gap[0]):
        return gap.end()
    end = cue_end(body, 30)
    return end if end is not None and _BEGINS.match(body, end) else None


def _bare(index: int, line: Line, before: Line | None, following: Line, next_label: Label | None) -> _Heading | None:
    """Return the heading that a short line without label or punctuation is; None for any other line.

    `before` is the paragraph before it, None where that was a heading.
    """
    words = line.text.strip("*＊ 　【】")
    if not 4 <= len(words) <= LONGEST_BARE:
        return None
    marked = line.text.startswith(("【", "**"))
    if (not marked and words[-1] in "。；;，,：:！!？?、…—”）)》.的和及") or _FACT.search(words) or "  " in words or "——" in words:
        return None
    if _STOP.search(words):
        return None
    letters = [char for char in words if not char.isdigit()]
    if len(_HAN.findall(words)) < 0.7 * len(letters) or "：" in words or ":" in words:
        return None
    if before is not None and before.text[-1] not in _PARAGRAPH_END and heading_stance(words) is None:
        return None  # a piece of a broken sentence, or a cell of a table
    is_body = len(following.text) >= 25 and _BODY.search(following.text) is not None and following.text[0] not in "是为的，,、：:；;。）)"
    if not is_body and (next_label is None or next_label.style == "bullet"):
        return None
    return _Heading("plain", 0, None, words, Span(line.start, line.end), index, False)


def _is_hard_wrapped(lines: Sequence[Line]) -> bool:
    """Whether most lines break inside a sentence: then a short line says nothing."""
    long = [line for line in lines if len(line.text) > 15]
    broken = sum(line.text[-1] not in _PARAGRAPH_END for line in long)
    return len(long) > 20 and broken > 0.5 * len(long)


# --- tasks --------------------------------------------------------------------------------------------------------------------------

_PROGRESS = re.compile(
    r"[【\[（(]?(?:(?:上半年|目前|截至目前|工作|任务|最新)?(?:进展|完成|落实|推进|工作|办理|实施)(?:情况|进度|进展)|目前进展|责任(?:单位|部门|人)|牵头(?:单位|部门)|完成时限|"
    r"办理结果|进度)[】\]）)]?[：:】\]]"
)
_TASK_LIST = re.compile(r"任务|实事|事项|清单|台账|分解")


def _with_tasks(headings: list[_Heading], lines: Sequence[Line], title: str) -> list[_Heading]:
    """Mark the numbered tasks, and the labels that neither head anything nor number a task."""
    numbered = [heading for heading in headings if heading.style == "num"]
    if len(numbered) >= 5 and (_tell_progress(numbered, headings, lines) or _runs_on(numbered, headings, lines, title)):
        for heading in numbered:
            _make_task(heading, lines)
    elif _number_paragraphs(numbered, headings):
        for heading in numbered:
            _make_statement(heading, lines)
    for heading in headings:
        idle = heading.states and heading.task is None and heading.style not in _ALWAYS
        heading.counts_only = heading.counts_only or idle
    return headings


def _number_paragraphs(numbered: Sequence[_Heading], headings: Sequence[_Heading]) -> bool:
    """Whether one numbering counts the paragraphs of the whole text, as policy addresses of Hong Kong do, and heads nothing.

    It runs on through several sections, and most of its lines are statements.
    """
    numbers = [heading.number for heading in numbered]
    if len(numbers) < 5 or any(after <= before for before, after in pairwise(numbers)):
        return False
    between = sum(numbered[0].index < heading.index < numbered[-1].index for heading in headings if heading.style != "num")
    return between >= 2 and 2 * sum(heading.states for heading in numbered) > len(numbers)


def _tell_progress(numbered: Sequence[_Heading], headings: Sequence[_Heading], lines: Sequence[Line]) -> bool:
    """Whether most numbered lines are followed by a line that tells how far they came or who is responsible."""
    starts = {heading.index for heading in headings}
    told = sum(
        heading.index + 1 < len(lines) and heading.index + 1 not in starts and _PROGRESS.match(lines[heading.index + 1].text) is not None
        for heading in numbered
    )
    return told >= 0.4 * len(numbered)


def _runs_on(numbered: Sequence[_Heading], headings: Sequence[_Heading], lines: Sequence[Line], title: str) -> bool:
    """Whether title or opening say that the text lists tasks, and one numbering runs through several of its main sections."""
    if _TASK_LIST.search(title) is None and (len(numbered) < 10 or not any(_TASK_LIST.search(line.text) for line in lines[:6])):
        return False
    numbers = [heading.number for heading in numbered]
    if numbers[0] != 1 or numbers != sorted(set(numbers)) or numbers[-1] > 1.2 * len(numbers):
        return False
    return any(numbered[0].index < h.index < numbered[-1].index for h in headings if h.style in ("cn", "cn_paren", "plain", "chapter"))


def _make_task(heading: _Heading, lines: Sequence[Line]) -> None:
    """A task is a promise, so its words are a statement; only a bare name with its own lines below stays a heading."""
    heading.task = heading.number
    line = lines[heading.index]
    following = lines[heading.index + 1].text if heading.index + 1 < len(lines) else ""
    if heading.heading.end == line.end and line.text[-1] not in "。；;" and not _PROGRESS.match(following):
        return
    _make_statement(heading, lines)


def _make_statement(heading: _Heading, lines: Sequence[Line]) -> None:
    """Take the words of a labelled line for a statement: only the label is the heading."""
    line = lines[heading.index]
    label = read_label(line.text)
    assert label is not None
    heading.states = True
    heading.title = _first_words(line.text[label.end :])
    heading.heading = Span(line.start, line.start + label.end)


# --- nesting ------------------------------------------------------------------------------------------------------------------------


def _nest(headings: Sequence[_Heading]) -> list[_Node]:
    """Return the main headings with what stands below them."""
    roots: list[_Node] = []
    stack: list[_Node] = []
    titles = Counter(heading.title for heading in headings if heading.style == "plain")
    for place, heading in enumerate(headings):
        is_main = titles[heading.title] == 1 and heading_stance(heading.title) is not None
        following = headings[place + 1] if place + 1 < len(headings) else None
        depth = _depth(heading, [node.heading for node in stack], following, is_main=is_main)
        del stack[depth:]
        node = _Node(heading)
        heading.level = depth + 1
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return roots


def _depth(heading: _Heading, open_: Sequence[_Heading], following: _Heading | None, *, is_main: bool) -> int:
    """Return how many of the open headings stay open above `heading`."""
    styles = [h.style for h in open_]
    if heading.style == "plain":
        return _bare_depth(heading, open_, styles, following, is_main=is_main)
    if heading.style in styles:
        return styles.index(heading.style)
    depth = len(open_)
    while depth and styles[depth - 1] != "plain" and RANK[styles[depth - 1]] > RANK[heading.style]:
        depth -= 1
    return depth


def _bare_depth(heading: _Heading, open_: Sequence[_Heading], styles: Sequence[Style], following: _Heading | None, *, is_main: bool) -> int:
    if following is not None and following.index == heading.index + 1 and following.style in styles:
        # It stands before a numbered line that goes on with an open numbering: it has lost its own number and is of the rank above.
        depth = max(styles.index(following.style) - 1, 0)
        heading.style = styles[depth] if styles[depth] != following.style else "plain"
        return depth
    if is_main:
        # 下半年工作打算 is a main section, with or without a number
        heading.style = open_[0].style if open_ and open_[0].style in _MAIN else "main"
        return 0
    return styles.index("plain") if "plain" in styles else len(open_)


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
            self._section(node, str(number), stance) for number, (node, stance) in enumerate(zip(roots, stances, strict=True), start=1)
        )

    def _section(self, node: _Node, id_: str, inherited: Stance) -> Section:
        heading = node.heading
        own = None if heading.states or heading.level == 1 else heading_stance(heading.title, main=False)
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
            children=tuple(self._section(child, f"{id_}.{number}", stance) for number, child in enumerate(node.children, start=1)),
        )

    def _main_stances(self, roots: Sequence[_Node]) -> list[Stance]:
        """Return the stances of the main sections: by their words, by their years, as the one before, or as the text sounds."""
        years = [_year_in(node.heading.title) for node in roots]
        first = min((year for year in years if year is not None), default=None)
        years_differ = len({*years} - {None}) > 1
        stances: list[Stance] = []
        for node, year in zip(roots, years, strict=True):
            stance = None if node.heading.states else heading_stance(node.heading.title)
            if stance is None and year is not None and years_differ:
                stance = "review" if year == first else "plan"
            if stance is None and (_is_of_tasks(node) or (stances and stances[-1] == "plan")):
                stance = "plan"
            stances.append(stance or self._by_title() or self._by_text(node))
        return stances

    def _by_title(self) -> Stance | None:
        """Return the stance of a whole report whose title leaves no doubt: a bulletin reviews, a list of tasks plans."""
        title = self._front.title or ""
        if _REVIEWS.search(title):
            return "review"
        return "plan" if _PLANS.search(title) else None

    def _by_text(self, node: _Node) -> Stance:
        start = node.heading.heading.end
        return text_stance(self._text[start : min(self._ends[node.heading.heading.start], start + 1500)])


def _is_of_tasks(node: _Node) -> bool:
    return node.heading.task is not None or any(child.heading.task is not None for child in node.children)


def _year_in(title: str) -> int | None:
    named = periods_in(title, None)
    return named[0].period.start.year if named else None


_REVIEWS = re.compile(r"公报|总结|年报|执行情况|运行情况|完成情况$|工作情况(?:的报告|报告|汇报)?$")
_PLANS = re.compile(r"规划|要点|纲要|计划|方案|意见|任务|清单|分工|分解")


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
