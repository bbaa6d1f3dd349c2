"""Steps of a scale: 首次突破1亿元、5亿元的，分别给予…: what bounds one of them bounds them all.

Comes in: a Chinese text and its figures. Goes out: the figures, those of a scale with the bound that one of them has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportsum import lazy_re as re

from .figure import FoundFigure

_JOINTS = ("、", "和", "及", "或", "以及")
_IN_STEPS = re.compile(r"(?:及?以上|及?以下)?的[^,，。;；]{0,16}[,，][^,，。;；]{0,10}分别")
# 自营出口额300万美元、1亿美元|以上，且增长10%以上的企业，分别奖励…; 达300万元、500万元|以上，分别给予…
_IN_STEPS_BARE = re.compile(
    r"(?:及?以上|及?以下)(?:[,，](?:同时|[且并])[^,，。;；]{2,24})?[,，][^,，。;；]{0,10}分别(?:一次性|再|另)?(?:给予|予以|奖|补|按|资助)"
)


def with_shared_bounds(text: str, figures: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """Return the figures of `text`; the steps of a scale are bounded as one of them is.

    >>> from reportsum.figures import find_figures
    >>> [figure.bound for figure in find_figures("收入首次突破1亿元、5亿元的，分别奖励10万元、50万元。")]
    ['at_least', 'at_least', 'exact', 'exact']
    """
    if "分别" not in text:
        return tuple(figures)
    shared = list(figures)
    first = 0
    for at in range(1, len(shared) + 1):
        if at < len(shared) and shared[at].base_unit == shared[first].base_unit and text[shared[at - 1].end : shared[at].start] in _JOINTS:
            continue
        if at - first > 1 and any(steps.match(text, shared[at - 1].end) is not None for steps in (_IN_STEPS, _IN_STEPS_BARE)):
            bounds = {one.bound for one in shared[first:at] if one.bound != "exact"}
            if len(bounds) == 1:
                (bound,) = bounds
                if bound == "above" and text.endswith("突破", 0, shared[first].start):
                    bound = "at_least"  # as what is asked for
                shared[first:at] = [replace(one, bound=bound) for one in shared[first:at]]
        first = at
    return tuple(shared)
