"""Headings in order → a tree. A report's own nesting counts more than the order of GB/T 9704."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportsum import lazy_re as re

from .heading import MAIN, Heading, Node
from .labels import RANK, Style
from .layout import Line
from .stances import heading_stance


def mark_inner_numbering(headings: Sequence[Heading]) -> None:
    """Put a numbering that begins anew inside a section below it, where the outer one goes on behind it: 三、 (一、 二、 三、) 四、."""
    numbered = [heading for heading in headings if heading.style == "cn" or heading.style in _ABOVE]
    begin = 0
    for place, heading in enumerate(numbered):
        if heading.style != "cn":
            begin = place + 1
        elif heading.number == 1 and place > begin and numbered[place - 1].number >= 1:
            end = _outer_goes_on(numbered, place, numbered[place - 1].number + 1)
            for inner in numbered[place:end]:
                inner.style = "cn_again"


_ABOVE = frozenset({"document", "part", "chapter", "main", "plain"})
"""Behind a heading of these a numbering begins anew by right."""


def _outer_goes_on(numbered: Sequence[Heading], begin: int, awaited: int) -> int:
    """Return where `awaited`, the next number of the outer numbering, stands behind one that began at `begin`; `begin` if nowhere."""
    for place in range(begin + 1, len(numbered)):
        follows = numbered[place].number == numbered[place - 1].number + 1
        if numbered[place].style != "cn" or not (follows or numbered[place].number == awaited):
            return begin
        if not follows:
            return place
    return begin


CLOSING = frozenset({"结束语", "结语", "结束语：", "尾声"})
"""The heading of a report's last words."""
_ABOUT = re.compile("关于[^，。、]{2,12}(?:工作|问题|任务|情况)")
FEWEST_ITEMS = 3
FEWEST_BEHIND = 2
"""So many paragraphs behind the last item of a list of paragraphs are no longer its own."""


def end_lists(headings: Sequence[Heading], lines: Sequence[Line]) -> None:
    """Let the last item of a list of single paragraphs end with its paragraph, where several others follow: they go on from the list."""
    last = len(headings) - 1
    for place, heading in enumerate(headings):
        following = headings[place + 1] if place < last else None
        behind = (following.index if following is not None else len(lines)) - heading.index - 1
        if behind < FEWEST_BEHIND or heading.number < FEWEST_ITEMS or heading.level or not _closes_list(headings, place):
            continue
        heading.until = lines[heading.index].end


def _closes_list(headings: Sequence[Heading], place: int) -> bool:
    """Return whether the headings up to this one are a list counted from one, each in one line that follows the one before."""
    own = headings[place]
    for back in range(1, own.number):
        item = headings[place - back] if place >= back else None
        if item is None or item.style != own.style or item.number != own.number - back or item.index != own.index - back:
            return False
    return own.number > 1


def nest(headings: Sequence[Heading]) -> list[Node]:
    """Return the main headings with what stands below them."""
    roots: list[Node] = []
    stack: list[Node] = []
    titles = Counter(heading.title for heading in headings if heading.style == "plain")
    for place, heading in enumerate(headings):
        is_main = titles[heading.title] == 1 and heading_stance(heading.title) is not None
        following = headings[place + 1] if place + 1 < len(headings) else None
        while stack and stack[-1].heading.until is not None and stack[-1].heading.until <= heading.heading.start:
            stack.pop()
        depth = _depth(heading, [node.heading for node in stack], following, is_main=is_main)
        del stack[depth:]
        node = Node(heading)
        heading.level = depth + 1
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return roots


def _depth(heading: Heading, open_: Sequence[Heading], following: Heading | None, *, is_main: bool) -> int:
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


def _bare_depth(heading: Heading, open_: Sequence[Heading], styles: Sequence[Style], following: Heading | None, *, is_main: bool) -> int:
    if following is not None and following.index == heading.index + 1 and following.style in styles:
        # It stands before a numbered line that goes on with an open numbering: it has lost its own number and is of the rank above.
        depth = max(styles.index(following.style) - 1, 0)
        heading.style = styles[depth] if styles[depth] != following.style else "plain"
        return depth
    if open_ and open_[0].style == "main" and styles.count("cn") and (heading.title in CLOSING or _ABOUT.fullmatch(heading.title)):
        heading.style = "main"  # beside main sections without numbers: 关于外交工作, 结束语
        return 0
    if is_main:
        # 下半年工作打算 is a main section, with or without a number
        heading.style = open_[0].style if open_ and open_[0].style in MAIN else "main"
        return 0
    return styles.index("plain") if "plain" in styles else len(open_)
