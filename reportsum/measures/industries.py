"""Of which industry a sentence speaks, for sentences behind it that tell of its product alone: 石化产业稳中向好。产值突破千亿元。

Comes in: the text from the beginning of a sentence on; a name that says only what is measured. Goes out: the industry, where it opens the
sentence; the name with it.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .phrases import strip_lead, unlabelled, without_verb
from .words import words

OPENING = 24
"""Within so many characters a sentence has named its industry."""
SHORTEST = 4
_PIECE = re.compile("[^,，。;；:：!！\\n]{4,24}")
_INDUSTRY = re.compile(
    "(?P<name>[^的、和与及“”\\d]{2,10}?(?:产业|制造业|服务业|加工业|旅游业|物流业|建筑业|种植业|养殖业|畜牧业|渔业|林业))(?![链园集化群带区内和与及、升转结振基强发的])"
)
_NO_INDUSTRY = re.compile(
    "[全我各本这该其]|第[一二三]|.*(?:支柱|传统|新兴|未来|优势|特色|主导|战略性|现代化|相关|重点|龙头|骨干|实体|规模|规上)"
)


def industry_spoken_of(opening: str) -> str:
    """Return the industry that a sentence opens with, "" where it opens with something else; `opening` is its first characters.

    >>> industry_spoken_of("石化产业稳中向好，新装置投产。"), industry_spoken_of("支柱产业稳定。")
    ('石化产业', '')
    """
    piece = _PIECE.match(opening)
    if piece is None:
        return ""
    spoken = _INDUSTRY.match(without_verb(strip_lead(unlabelled(piece.group()))))
    name = spoken["name"] if spoken is not None else ""
    return name if len(name) >= SHORTEST and _NO_INDUSTRY.match(name) is None else ""


def is_an_industrys(core: str) -> bool:
    """Return whether a name says only what is measured, and industries are what it is measured of."""
    return core in words().of_industry


def of_industry(industry: str, core: str) -> str:
    """Return the name of an industry's quantity.

    >>> of_industry("石化产业", "产业规模"), of_industry("石化产业", "产值"), of_industry("新能源汽车产业", "产量")
    ('石化产业规模', '石化产业产值', '新能源汽车产量')
    """
    if core == "产量":
        return industry.removesuffix("产业") + core
    return industry + (core.removeprefix("产业") if industry.endswith("产业") else core)
