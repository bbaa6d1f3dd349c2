"""Whether the number itself belongs to what a bound names: 以上 and 以下 hold it, unless the text says otherwise.

Comes in: a Chinese text and its figures. Goes out: the figures, those bounded by a word that is told to leave the number out with a strict
bound: at the figure itself (50万元以下（不含）), or for the whole document (本细则所称“以上”包含本数，“以下”不包含本数).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportsum import lazy_re as re

from ..models import Bound
from .figure import FoundFigure

INCLUDED = re.compile(
    r" ?[(（](?:(?:含|包含|包括)(?:本数|本级|[\d,.]+[万亿]?[元人亩吨家户个%％]?)?|不(?:含|包含|包括)(?:本数)?|均含)[)）] ?"
)
"""Said between a number and its bound or the second number of a range: 500万元（含）以上, 1亿元（含1亿元）至5亿元;
or between a number and its unit: 500万-1000万（不含）美元."""
_STRICT: dict[Bound, Bound] = {"at_least": "above", "at_most": "below"}
_TOLD = re.compile(r"(?P<words>[^。；;\n]{0,40}?)(?P<how>均?不(?:包括|包含|含)|均?(?:包括|包含|含))本(?:数|级)")
_WORD = re.compile("以上|以下|以内")
_BOUND = re.compile(
    r"\s?(?:[(（](?P<before>不含)(?:[\d.,]+[^()（）]{0,5}|本[数级])?[)）])?(?P<word>以上|以下|以内)(?:的)?(?:[(（](?P<behind>不含)(?:[\d.,]+[^()（）]{0,5}|本[数级])?[)）])?"
)


def with_strict_bounds(text: str, figures: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """Return the figures of `text` with the bounds that it says leave out the number itself.

    >>> from reportsum.figures import find_figures
    >>> [figure.bound for figure in find_figures("15万元以上的；50万元以下的。“以上”包含本数，“以下”不包含本数。")]
    ['at_least', 'below']
    """
    excluded = _excluded(text) if "本数" in text else frozenset()
    if not excluded and "不含" not in text:
        return tuple(figures)
    return tuple(
        replace(one, bound=_STRICT[one.bound]) if one.bound in _STRICT and _leaves_out(text, one, excluded) else one for one in figures
    )


def _excluded(text: str) -> frozenset[str]:
    """Return the words that the text says leave out the number."""
    return frozenset(word for told in _TOLD.finditer(text) if "不" in told["how"] for word in _WORD.findall(told["words"]))


def _leaves_out(text: str, figure: FoundFigure, excluded: frozenset[str]) -> bool:
    found = _BOUND.match(text, figure.end)
    inside = INCLUDED.search(text, figure.start, figure.end)  # 50万（不含）元以下
    if inside is not None and "不" in inside.group():
        return True
    return found is not None and (bool(found["before"] or found["behind"]) or found["word"] in excluded)
