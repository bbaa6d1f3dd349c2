"""A clause without figures → what it speaks of."""

from __future__ import annotations

import re

from .phrases import LABEL, balanced, strip_lead

LONGEST = 30
"""A metric of a clause without figures is cut to so many code points."""
_SCAN = 240
"""So much of a clause is looked at: the matter stands at its beginning."""
_PIECES = re.compile(r"[,，;；:：。！？!?\n]+")
# Pieces that lead up to the matter: 面对…, 在…下, 为…, 以…为抓手, 坚持…, 各位代表, 总的来看, 从收入看
_PREAMBLE = re.compile(
    r"^(?:面对|在.*(?:[下中上里]|领域|方面|同时)$|为了?(?!主)|以.*为|围绕|按照|根据|依托|通过|坚持|聚焦|针对|结合|紧扣|紧盯|瞄准|尽管|虽然"
    r"|由于|受|随着|对标|借助|抢抓|立足|着眼|本着|今年是|今年正值"
    r"|各位[^,，]{2,8}$|同志们$|(?:总的|总体|综合|整体)[来上]?看$|从.{1,12}看$|总之$|(?:实践|事实)(?:充分)?证明$|(?:回顾|过去|刚刚过去)的?.{0,4}[年月]$"
    r"|也要看到$|同时$|与此同时$)"
)
# 通威光伏组件、上海电气异质结电池、康瑞新材料等|重特大项目: the first example stands for all.
_EXAMPLES = re.compile(r"^([^、]{2,16})、[^等]{2,120}等(.{2,})$")


def plain_metric(text: str, start: int, end: int) -> str:
    """Return a short noun or verb phrase that says what `text[start:end]` is about; "" only when nothing stands there."""
    first = ""
    head = text[start : min(end, start + _SCAN)]
    for piece in _PIECES.split(head):
        piece = LABEL.sub("", piece.strip())
        phrase = strip_lead(piece)
        if len(phrase) >= 4 and not _PREAMBLE.match(piece) and not _PREAMBLE.match(phrase):
            return _short(phrase)
        first = first or phrase
    return _short(first) if first else balanced(head[:LONGEST].strip(" \r\n。；;，,"))


def _short(piece: str) -> str:
    if len(piece) <= LONGEST:
        return balanced(piece)
    examples = _EXAMPLES.match(piece)
    if examples:
        return balanced(f"{examples.group(1)}等{examples.group(2)}"[:LONGEST])
    cut = max(piece.rfind("、", 8, LONGEST), piece.rfind("和", 8, LONGEST))
    return balanced(piece[: cut if cut > 0 else LONGEST].rstrip("的、和与及"))
