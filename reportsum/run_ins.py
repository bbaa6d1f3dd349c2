"""Headings inside paragraphs: 疫情防控坚决有力。面对突发疫情,…

A short first sentence that names a topic, without figure or comma, heads what follows it. Comes in: lines and where their headings end.
Goes out: the spans of such sentences, full stop included.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from .layout import Line
from .spans import Span

LONGEST = 22
_SENTENCE = re.compile(r"[^。！？!?；;]*[。！？!?；;]?")
_NO_TOPIC = re.compile(r"[，,；;：:\d]")


def find_run_ins(lines: Sequence[Line], headed: Mapping[int, int], silent: Collection[int]) -> tuple[Span, ...]:
    """Return the run-in headings of all paragraphs, in order."""
    found: list[Span] = []
    for index, line in enumerate(lines):
        if line.start in silent:
            continue
        begin = headed.get(index, line.start) - line.start
        stop = line.text.find("。", begin, begin + LONGEST + 2)
        if stop < 0 or stop + 8 > len(line.text):
            continue
        words = line.text[begin:stop]
        if len(words) >= 4 and not _NO_TOPIC.search(words):
            found.append(Span(line.start + begin, line.start + stop + 1))
    return tuple(found)
