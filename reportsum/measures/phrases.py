"""Phrases: the stretch of text beside a figure → the bare name of what it measures.

Every function takes and returns short strings; callers bound their length, so that nothing here grows with the text.
"""

from __future__ import annotations

import re

from .words import words

# 比上年同期, 较去年底, 与2019年相比, 比全省平均水平: against what a change is told; no part of the name.
_AGAINST = re.compile(
    r"(?:同?比|较|与|相比)(?:于)?(?:[上去前今]年|年初|年末|年底|上月|上季|一季度|上半年|上[个一]|\d{4}年|20\d\d|“?十[一二三四]五|同期|历史|计划|预期|目标|全省|全国|全市|疫情前|\d{1,2}月)[^,，、]{0,12}$"
)
_OPENING = '(（“‘「『《〈"【['
_CLOSING = {")": "(", "）": "（", "”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "〉": "〈", "】": "【", "]": "["}


def strip_lead(phrase: str) -> str:
    """Return `phrase` without the connectors, times and modal words it opens with."""
    found = words().lead.match(phrase)
    return phrase[found.end() :] if found else phrase


def strip_tail(phrase: str, *, rank: bool = False) -> str:
    """Return `phrase` without the verbs, adverbs and comparisons it ends with; for a rank also without place and 列, 居, 排名."""
    pattern = words().rank_tail if rank else words().tail
    while True:
        found = pattern.match(phrase[::-1])
        core = phrase[: len(phrase) - found.end()] if found else phrase
        against = _AGAINST.search(core)
        if against is None:
            return core
        phrase = core[: against.start()]


def verb_at_end(phrase: str) -> str:
    """Return the verb of doing that `phrase` ends with, or ""."""
    found = words().act_end.match(phrase[::-1])
    return found.group()[::-1] if found else ""


def verb_at_start(phrase: str) -> str:
    """Return the verbs of doing that `phrase` opens with, or ""."""
    found = words().act.match(phrase)
    return found.group() if found else ""


def without_verb(phrase: str) -> str:
    """Return `phrase` without the verbs it opens with, if a name remains."""
    rest = phrase[len(verb_at_start(phrase)) :].lstrip("了的")
    return rest if len(rest) >= 2 else phrase


def balanced(phrase: str) -> str:
    """Return `phrase` without a bracket or quotation mark that lacks its partner.

    >>> balanced("省“最美公共文化空间")
    '省最美公共文化空间'
    """
    if not any(mark in phrase for mark in _OPENING) and not any(mark in phrase for mark in _CLOSING):
        return phrase
    drop: set[int] = set()
    waiting: list[tuple[str, int]] = []
    for at, mark in enumerate(phrase):
        if mark in _CLOSING:
            if waiting and waiting[-1][0] == _CLOSING[mark]:
                waiting.pop()
            else:
                drop.add(at)
        elif mark in _OPENING and mark != '"':
            waiting.append((mark, at))
    drop.update(at for _, at in waiting)
    return "".join(mark for at, mark in enumerate(phrase) if at not in drop)
