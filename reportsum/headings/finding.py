"""Which numbered, marked or bare lines are headings.

Comes in: the lines of the report without its boilerplate. Goes out: headings in order, not yet nested. Left to the neighbours: what a label
looks like (`labels.py`), numbered tasks (`tasks.py`), how headings nest (`nesting.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportsum import lazy_re as re

from ..cleaning.lines import ARTICLE, LEAST_ARTICLES
from ..spans import Span
from .annexes import annex_at
from .heading import ALWAYS, FACT, LONGEST_LINE, LONGEST_RUN_IN, MAIN, RULE, STOP, Heading, first_clause, first_words
from .labels import RANK, Label, read_label
from .layout import Line, is_table_row
from .nesting import CLOSING
from .stances import cue_end, heading_stance

LONGEST_BARE = 32
"""A heading without a label is hardly longer."""

LEAST_HEADED = 2
"""The paragraph behind a heading of three parts is so many times as long."""
LONGEST_MINOR = 30
"""The same behind the minor labels (1. （1） ①), which number paragraphs as often as headings."""

_COMMA = re.compile(r"[，,]")
_PARAGRAPH_END = "。；;！!？?：:”）)…》】"
_GAP = re.compile(r"[^\s，。；：,;:]{4,40}[ 　\t]+(?=\S{12})")
_BEGINS = re.compile(r"\s|(?:19|20)\d{2}年|今年|过去|一年来|五年来|面对|各位代表|我们")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_BODY = re.compile(r"[，,。；;]")
_NUMBERED = frozenset({"part", "chapter", "cn", "cn_paren"})
LEAST_LISTED = 3
LEAST_TITLE = 2
LEAST_MEASURES = 4
"""So many numbered paragraphs show whether they begin with headings or with what they lay down."""
LEAST_COMMAS = 2
"""What a heading of a measure has not: 清理…限制，严禁…设置障碍，建立…清单."""
_LISTED = frozenset({"cn_paren", "spoken"})
_SENTENCE_LISTS = _LISTED | {"cn"}
"""Labels that count the parts of one sentence as well: 一、…；二、…；三、…。"""
_NUMERALS = "一二三四五六七八九"
_LONE_NUMERAL = re.compile("[一二三四五六七八九]")
LEAST_UNDER_NUMERAL = 15
"""Fewest characters of the paragraph below a numeral that stands for a heading."""
_MINOR = frozenset({"num", "num_paren", "circled", "decimal2", "decimal3"})


def find_headings(lines: Sequence[Line], *, policy: bool = False) -> list[Heading]:
    """Return the headings of a report, in order. `policy` says that it sets out measures, which may be told without a heading."""
    headings: list[Heading] = []
    numerals = _lone_numerals(lines)
    wrapped = _is_hard_wrapped(lines)
    labels = [read_label(line.text) for line in lines]
    heads_before = True
    taken = -1
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        found: Heading | None = None
        if index <= taken:  # the title below a label that stands alone, or of an annex
            continue
        if index in numerals:
            following = lines[index + 1].text
            found = Heading("cn", numerals[index], line.text, first_clause(following), Span(line.start, line.end), index, False)
        elif headings and line.text[0] in "附#*" and (found := annex_at(index, lines, labels)) is not None:
            taken = next(place for place in range(index, len(lines)) if lines[place].end == found.heading.end)
        elif is_table_row(line.text) or (label is not None and _counts_on(line.text, label)):
            pass
        elif label is not None and label.end == len(line.text):
            found = _label_alone(index, line, label, lines, labels)
            taken = index + 1 if found is not None else -1
        elif label is not None and len(line.text) - label.end < LEAST_TITLE:
            pass  # a cell of a table that was torn
        elif label is not None:
            items = _Neighbours.of(labels, index, told=_heads_itself(headings, lines, index - 1))
            found = _labelled(index, line, label, items)
        elif not wrapped and index + 1 < len(lines):
            before = None if heads_before else lines[index - 1]
            found = _bare(index, line, before, lines[index + 1], labels[index + 1])
        heads_before = found is not None and not found.states
        if found is not None and found.states and _is_torn(line.text):
            found.counts_only = True
        if found is not None:
            headings.append(found)
    headings = _without_lists(_with_one_system(headings), lines)
    return _as_measures(headings, lines, labels) if policy else headings


def _is_torn(text: str) -> bool:
    """Whether a short line breaks off inside a bracket: a cell of a table that was torn."""
    return len(text) <= LONGEST_LINE and text.count("（") > text.count("）") and STOP.search(text) is None


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


def _heads_itself(headings: Sequence[Heading], lines: Sequence[Line], index: int) -> bool:
    """Whether a line has a heading and the text it heads."""
    last = headings[-1] if headings else None
    return last is not None and last.index == index and not last.states and last.heading.end < lines[index].end


def _with_one_system(headings: list[Heading]) -> list[Heading]:
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


def _as_measures(headings: list[Heading], lines: Sequence[Line], labels: Sequence[Label | None]) -> list[Heading]:
    """Take the first sentences of numbered measures for what most of their sisters' are: statements, not headings.

    A notice of thirteen measures begins eight of them with a sentence that goes on and on (一、对需报国家审批的…项目，应…); the short first
    sentences of the other five (三、引导民间资本有序参与低空经济基础设施建设。) are measures as well.
    """
    for run in _numbered_runs([heading for heading in headings if not heading.counts_only]):
        state = sum(heading.states or len(_COMMA.findall(heading.title)) >= LEAST_COMMAS for heading in run)
        if len(run) < LEAST_MEASURES or 2 * state <= len(run):
            continue
        if any(after.index != heading.index + 1 for heading, after in pairwise(run)):
            continue  # a measure of several paragraphs may well be headed
        heads = [heading for heading in run if not heading.states]
        if any(heading.heading.end == lines[heading.index].end for heading in heads):
            continue
        for heading in run:
            heading.measures = True
        run[-1].until = lines[run[-1].index].end  # what stands behind the last measure is no part of it
        for heading in heads:
            label = labels[heading.index]
            if label is not None:
                line = lines[heading.index]
                heading.heading = Span(line.start, line.start + label.end)
                heading.title = first_words(line.text[label.end :])
                heading.states = True
    return headings


def _numbered_runs(headings: Sequence[Heading]) -> Iterator[list[Heading]]:
    """Yield the headings of one numbering each, in order: of one style, counted up by one."""
    open_: dict[str, list[Heading]] = {}
    for heading in headings:
        run = open_.get(heading.style)
        if run is not None and heading.number == run[-1].number + 1:
            run.append(heading)
        else:
            if run is not None:
                yield run
            open_[heading.style] = [heading]
    yield from open_.values()


def _levels_say_nothing(headings: Sequence[Heading]) -> bool:
    """Whether one Markdown level holds two numberings of the sort that stand one below the other (一、 and （一）)."""
    inside: dict[str, set[str]] = {}
    for heading in headings:
        inner = read_label(heading.label + "甲") if heading.style.startswith("md") and heading.label else None
        if inner is not None:
            inside.setdefault(heading.style, set()).add(inner.style)
    return any(len(styles) > 1 for styles in inside.values())


def _without_lists(headings: list[Heading], lines: Sequence[Line]) -> list[Heading]:
    """Mark the labels of lists inside a sentence: （一）…；（二）…；（三）…。 Its items open no section.

    Nor do those below the articles of a rule, nor three and more in a row that are a paragraph each and have no heading among them.
    """
    for run in _single_lines(headings):
        if len(run) >= LEAST_LISTED and all(heading.states for heading in run):
            for heading in run:
                heading.counts_only = True
    articles = [index for index, line in enumerate(lines) if ARTICLE.match(line.text) is not None]
    in_articles = len(articles) >= LEAST_ARTICLES
    listed: Heading | None = None
    above = -1
    for heading in headings:
        line = lines[heading.index].text
        if heading.style in MAIN:
            above = heading.index
        if in_articles and heading.style in _LISTED and (heading.states or _last_before(articles, heading.index) > above):
            heading.counts_only = True
            continue
        follows = listed is not None and listed.style == heading.style and heading.number == listed.number + 1
        ends = heading.states and heading.style in _SENTENCE_LISTS and heading.heading.end <= lines[heading.index].end
        if follows and listed is not None and heading.index == listed.index + 1 and lines[listed.index].text[-1] in "；;":
            # the last item of the sentence, though more stands behind its stop: 四、…；五、加强管理。对违反规定的…
            label = read_label(line)
            if not ends and label is not None and heading.heading.end < lines[heading.index].end:
                heading.heading, ends = Span(heading.heading.start, heading.heading.start + label.end), True
        if ends and (line[-1] in "；;" or (follows and listed is not None and heading.index == listed.index + 1)):
            heading.counts_only = True
            listed = heading
        elif heading.style in _SENTENCE_LISTS:
            listed = None
    return headings


def _last_before(places: Sequence[int], index: int) -> int:
    """Return the last of the sorted places before `index`, -1 when there is none."""
    at = bisect_left(places, index)
    return places[at - 1] if at else -1


def _single_lines(headings: Sequence[Heading]) -> Iterator[list[Heading]]:
    """Yield the runs of labels （一） or 一是 on lines that follow each other."""
    run: list[Heading] = []
    for heading in headings:
        if run and (heading.style, heading.index, heading.number) != (run[-1].style, run[-1].index + 1, run[-1].number + 1):
            yield run
            run = []
        if heading.style in _LISTED:
            run.append(heading)
    if run:
        yield run


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


def _label_alone(index: int, line: Line, label: Label, lines: Sequence[Line], labels: Sequence[Label | None]) -> Heading | None:
    """Return the heading whose words stand on the line below its label; None when no heading stands there."""
    if index + 1 == len(lines) or labels[index + 1] is not None or label.style not in ALWAYS:
        return None
    words = lines[index + 1]
    if len(words.text) > LONGEST_BARE or STOP.search(words.text) or FACT.search(words.text):
        return None
    return Heading(label.style, label.number, label.text, words.text, Span(line.start, words.end), index, False)


def _labelled(index: int, line: Line, label: Label, items: _Neighbours) -> Heading:
    """Return what a labelled line opens: a heading, or a section whose first words are a statement."""
    body = line.text[label.end :]
    heading_end = _heading_end(body, label, items)
    if heading_end is None:
        span = Span(line.start, line.start + label.end)
        return Heading(label.style, label.number, label.text or None, first_words(body), span, index, True)
    span = Span(line.start, line.start + label.end + heading_end)
    title = body[:heading_end].strip(" 　：:*#。！!")
    return Heading(label.style, label.number, label.text or None, title, span, index, False)


def _heading_end(body: str, label: Label, items: _Neighbours) -> int | None:
    """Return where the heading behind a label ends; None when the words behind it state something themselves."""
    stop = STOP.search(body)
    whole = len(body.rstrip("* "))
    end = stop.start() if stop else whole
    if label.style in MAIN and (article := _BEFORE_ARTICLE.match(body)) is not None:
        return article.end()  # 第一章 总则 第一条 为规范…
    if label.style in MAIN and len(body) > LONGEST_LINE and (fused := _fused_end(body)) is not None:
        return fused
    if end > LONGEST_LINE or FACT.search(body, 0, end) or (stop is not None and stop[0] in "；;"):
        return None
    if stop is not None and RULE.search(body, 0, end):
        return None
    if stop is not None and stop.end() < whole:
        longest = LONGEST_RUN_IN if label.style in ALWAYS else LONGEST_MINOR
        heads = len(body) - end >= 8 and _is_terse(body[:end])
        if end <= longest and (heads or (label.style in ALWAYS and _is_drawn_out(body, end))):
            return stop.end() + (2 if body.startswith("**", stop.end()) else 0)
        return None
    if body[end - 1] in "，,、" or label.style == "bullet" or body.count("（") != body.count("）"):
        return None
    if stop is not None:
        heads = items.below and not items.before and _is_terse(body[:end])
        return len(body) if heads and (label.style not in _MINOR or _COMMA.search(body, 0, end) is None) else None
    if label.style in MAIN or not (items.behind or (items.before and label.style in _MINOR)):
        return len(body)
    return None


def _is_terse(words: str) -> bool:
    """Whether a sentence has few enough parts for a heading; one that goes on and on tells something."""
    commas = words.count("，") + words.count(",")
    return commas <= 1 or (commas == 2 and len(words) <= LONGEST_MINOR)


def _is_drawn_out(body: str, end: int) -> bool:
    """Whether a sentence of three parts heads the long paragraph behind it (坚持…，着力…，…显著提高。五年来，…)."""
    return len(_COMMA.findall(body, 0, end)) == 2 and len(body) - end >= LEAST_HEADED * end


_BEFORE_ARTICLE = re.compile(r"[^\s，。；：]{2,24}[ 　]+(?=第[一二三四五六七八九十百]{1,5}条)")


def _fused_end(body: str) -> int | None:
    """Return where a heading ends that lost the line end behind it: at a gap (2023年工作回顾 2023年是…), or behind a cue word with which
    a sentence cannot go on (2023年工作回顾过去一年,…)."""
    gap = _GAP.match(body)
    if gap is not None and not FACT.search(gap[0]):
        return gap.end()
    end = cue_end(body, 30)
    return end if end is not None and _BEGINS.match(body, end) else None


_GOES_ON = re.compile(
    r"\d{1,3}[ 　]|(?:要(?![素闻点务])|必须|我们|各位|同时|但|并(?![购网联轨])|也|还(?!款)|这[是些个]|对此|为此|因此|其中|特别是)"
)
"""A row of a table, and words with which a sentence begins or goes on, not a heading."""


_OPEN = re.compile(r"(?:力争|确保|争取|达到|以及|由于|按照|通过)$")


def _bare(index: int, line: Line, before: Line | None, following: Line, next_label: Label | None) -> Heading | None:
    """Return the heading that a short line without label or punctuation is; None for any other line.

    `before` is the paragraph before it, None where that was a heading.
    """
    words = line.text.strip("*＊ 　【】")
    if words in CLOSING:
        return Heading("plain", 0, None, words, Span(line.start, line.end), index, False)
    if not 4 <= len(words) <= LONGEST_BARE:
        return None
    marked = line.text.startswith(("【", "**"))
    if (not marked and words[-1] in "。；;，,：:！!？?、…—”）)》.的和及") or FACT.search(words) or "  " in words or "——" in words:
        return None
    if STOP.search(words) or _GOES_ON.match(words) or _OPEN.search(words):
        return None
    letters = [char for char in words if not char.isdigit()]
    if len(_HAN.findall(words)) < 0.7 * len(letters) or "：" in words or ":" in words:
        return None
    if before is not None and before.text[-1] not in _PARAGRAPH_END:
        is_paragraph = len(before.text) > LONGEST_LINE and _BODY.search(before.text) is not None
        if not is_paragraph or heading_stance(words) is None:
            return None  # a piece of a broken sentence, or a cell of a table
    is_body = len(following.text) >= 25 and _BODY.search(following.text) is not None and following.text[0] not in "是为的，,、：:；;。）)"
    if not is_body and (next_label is None or next_label.style == "bullet"):
        return None
    return Heading("plain", 0, None, words, Span(line.start, line.end), index, False)


def _is_hard_wrapped(lines: Sequence[Line]) -> bool:
    """Whether most lines break inside a sentence: then a short line says nothing."""
    long = [line for line in lines if len(line.text) > 15]
    broken = sum(line.text[-1] not in _PARAGRAPH_END for line in long)
    return len(long) > 20 and broken > 0.5 * len(long)
