"""When do two metrics name the same thing? Normal forms and likeness of short Chinese noun phrases."""

from __future__ import annotations

from functools import lru_cache

from reportsum import lazy_re as re

_SCOPE = re.compile(r"^(?:全国|全省|全市|全县|全区|全州|全盟|我国|我省|我市|我县|我区|本市|本省|市区)+")
_ACTION = re.compile(r"^(?:累计|共|已|实现|完成|达到|预计|力争|确保|新增)+")
_MEASURE_WORD = re.compile(r"(?:增幅|增速|增长率|增长|总额|总量|数量|数)$")
_NO_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def metric_key(metric: str) -> str:
    """Return a metric without scope (全市), verbs of telling (实现) and punctuation, for comparing within one place.

    >>> metric_key("全市完成固定资产投资")
    '固定资产投资'
    """
    bare = _NO_WORD.sub("", metric).lower()
    previous = ""
    while bare != previous:
        previous = bare
        bare = _ACTION.sub("", _SCOPE.sub("", bare)) or bare
    return _MEASURE_WORD.sub("", bare) or bare


def likeness(one: str, other: str) -> float:
    """Return how alike two metrics are, from 0 to 1: twice the shared character pairs over all pairs (Dice 1945)."""
    a, b = metric_key(one), metric_key(other)
    if a == b:
        return 1.0
    pairs_a, pairs_b = _pairs(a), _pairs(b)
    return 2 * len(pairs_a & pairs_b) / (len(pairs_a) + len(pairs_b))


@lru_cache(maxsize=8192)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset({text})


ONLY_MONEY = frozenset({"罚款", "奖励", "补助", "补贴", "资助", "支持", "扶持", "奖补", "贴息", "一次性奖励", "一次性补助", "一次性补贴"})
"""Names that say how money is paid, not for what: two of one sum are two facts."""
