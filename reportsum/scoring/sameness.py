"""When a figure of the digest says the same as a figure of the labels."""

from __future__ import annotations

import unicodedata

from reportsum import lazy_re as re

from .gold import GoldFigure
from .said import SaidFigure

UNIT_NAMES = {
    "第": "rank",
    "位": "rank",
    "百分点": "个百分点",
    "percentage points": "个百分点",
    "CNY": "元",
    "USD": "美元",
    "percent": "%",
    "bp": "基点",
    "个基点": "基点",
}
"""Names that mean the same unit."""
RANK_UNITS = frozenset({"rank", "名"})

_NOT_WORDS = re.compile(r"[\W_]+")


def _bare(text: str | None) -> str:
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text or "")).lower()


def _pairs(bare: str) -> set[str]:
    return {bare[i : i + 2] for i in range(len(bare) - 1)} or {bare}


def same_metric(wanted: str, got: str | None) -> bool:
    """Return whether two noun phrases name the same thing: one contains the other, or half of the pairs agree."""
    a, b = _bare(wanted), _bare(got)
    if not a or not b:
        return False
    if a in b or b in a:
        return True
    pairs_a, pairs_b = _pairs(a), _pairs(b)
    return 2 * len(pairs_a & pairs_b) / (len(pairs_a) + len(pairs_b)) >= 0.5


def same_amount(wanted: GoldFigure, got: SaidFigure) -> bool:
    if wanted.bound == "range" or wanted.scaled is None:
        return True
    if got.amount is None:
        return False
    return abs(got.amount - wanted.scaled) <= 1e-6 * max(1.0, abs(wanted.scaled))


def same_unit(wanted: GoldFigure, got: SaidFigure) -> bool:
    w = UNIT_NAMES.get(wanted.base_unit, wanted.base_unit)
    g = UNIT_NAMES.get(got.base_unit, got.base_unit)
    if wanted.role == "rank":
        return g in RANK_UNITS
    return w == g or _bare(w) == _bare(g)
