"""Annexes with a numbered list of their own: 附件 / 2026年民生实事 / 1.… 2.…

Comes in: the lines of the report, and where labels stand. Goes out: a main heading for each such annex, and for each whose number and title
stand on lines of their own. Lists of attachments (附件：1.… 2.…) are boilerplate; other annexes without a list go on as the text does.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from ..spans import Span
from .heading import STOP, Heading
from .labels import Label
from .layout import Line

TITLE_LINES = 3
"""Lines that the title of an annex is broken over at most."""
LONGEST_TITLE = 60
_HEAD = re.compile(r"[#*\s]*(附(?:件|表|录)\s?[\d一二三四五六七八九十]{0,2}(?![\d一二三四五六七八九十]))\s?[：:]?\s*")
LONGEST_LONE_TITLE = 40
_LEAST_HAN = 4
"""Characters of such a title: a form's 20XX年第XX号 is none."""
_HAN = re.compile("[\u4e00-\u9fff]")
_NO_TITLE = re.compile("[，。；：！？,;:!?|\t]")
_NUMBERED = frozenset({"num", "num_paren", "cn_paren"})


def stands_alone(text: str) -> bool:
    """Return whether a line says nothing but that an annex begins."""
    return text.startswith(("附", "#", "*")) and _HEAD.fullmatch(text) is not None


def annex_at(index: int, lines: Sequence[Line], labels: Sequence[Label | None]) -> Heading | None:
    """Return the heading of an annex that begins at line `index`: its title, and behind it the first item of a list; None without them."""
    line = lines[index]
    head = _HEAD.match(line.text)
    if head is None or len(line.text) > LONGEST_TITLE:
        return None
    titles = [_bare(line.text[head.end() :])]
    last = index
    while last + 1 < len(lines) and last - index < TITLE_LINES and labels[last + 1] is None:
        last += 1
        if lines[last].text[-1] not in "：:":  # 推荐单位（盖章）：
            titles.append(_bare(lines[last].text))
    first = labels[last + 1] if last + 1 < len(lines) else None
    title = "".join(titles)
    if first is None or first.style not in _NUMBERED or first.number != 1 or not 4 <= len(title) <= LONGEST_TITLE or STOP.search(title):
        return _told_apart(index, lines, labels, head[1].strip()) if head.end() == len(line.text) else None
    return Heading("document", 0, head[1].strip(), title, Span(line.start, lines[last].end), index, False)


def _told_apart(index: int, lines: Sequence[Line], labels: Sequence[Label | None], label: str) -> Heading | None:
    """Return the heading of an annex whose number stands on a line of its own and whose title on the next: 附件 2 / 术语和缩略语."""
    if not label[-1].isdigit() or index + 1 >= len(lines) or labels[index + 1] is not None:
        return None
    line = lines[index + 1]
    title = _bare(line.text)
    if len(_HAN.findall(title)) < _LEAST_HAN or len(title) > LONGEST_LONE_TITLE or not _HAN.match(title[-1]) or _NO_TITLE.search(title):
        return None
    return Heading("document", 0, label, title, Span(lines[index].start, line.end), index, False)


def _bare(title: str) -> str:
    """Return a line of a title without Markdown signs, and without the marks around the whole of it."""
    words = title.strip("#* 　")
    return words[1:-1] if words.startswith("《") and words.find("》") == len(words) - 1 else words
