"""Clauses in English: the words around a figure → its name.

English reports of Chinese governments (the State Council, Hong Kong) name a quantity before its verb ("retail sales grew by|5.2
percent") or after its number ("|12.44 million|urban jobs were added"). A change without a name speaks of the quantity before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...annotating import Clause, Measure
from ...figures.figure import FoundFigure

LOOK_BACK, LOOK_AHEAD = 160, 60

LONGEST = 80
"""A metric is cut to so many code points, at a word's end."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_BREAK = re.compile(r"[,;:.!?()\n]\s+|[;!?()\n]|\band\s+|\bwhile\s+|\bwith\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(][^()]*[)]")
_TIME = (
    r"(?:in|by|during|since|at|over|for|as of|from)\s+(?:the\s+)?(?:end of\s+)?(?:early\s+|late\s+)?"
    r"(?:\d{4}(?:-\d{2,4})?|this year|last year|the year|(?:past|next|coming|last|first)\s+\w+\s+\w+)\s*,?\s*"
)
_OPENING = re.compile(
    rf"^(?:{_TIME}|(?:and|but|also|of which|among them|while|with|there\s+(?:were|was|are|is)|we|it|they|the government|will|shall|have|has"
    r"|continue to|further|more than|over|about|some|nearly|around|approximately|a total of|another|an additional|the|a|an|its|our|their"
    r"|to|for|average|annual|bringing|registering|raising|reaching|recording|cut|cutting)\s+)+",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:^|\s)(?:by|to|at|of|from|over|about|some|nearly|around|approximately|almost|roughly|up|down|more than|less than|at least"
    r"|no less than|fewer than|an? (?:increase|decrease|growth|rise|drop|decline|fall|total)|and|or|the|a|an|was|were|is|are|be|been|being"
    r"|will|would|has|have|had|grew|rose|fell|increased|increase|decreased|declined|dropped|reached|reach|reaching|stood|stand|amounted"
    r"|totaled|totalled|totaling|totalling|surpassed|surpassing|surpasses|exceeded|exceeding|exceeds|exceed|risen"
    r"|fallen|grown|registering|registered|recording|recorded|posting|posted|hit|came|remained|maintained|kept"
    r"|within|below|above|further|growing"
    r"|rising|falling|only|just|with|in|for|through|accounting|accounted|representing|set|expanded|jumped|climbed|slowed|edged|year on year"
    r"|respectively))+\s*$",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\s+(?:was|were|is|are|has|have|had|will|would|to|in|by|from|for|at|on|with|that|which|who|over|through|during|since|compared|and|as"
    r"|under)\b"
    r"|[,;:.!?()\n]",
    re.IGNORECASE,
)
_SAME = frozenset(("growth", "annual growth", "average annual growth", "increase", "year"))
"""They speak of the quantity before."""
_NOUN = re.compile(r"\s+(?:of\s+)?(?=[A-Za-z])")
_NO_NOUN = re.compile(
    r"(?:of|to|in|by|from|for|at|on|and|or|over|year|percent|percentage|compared|respectively|as|of all)(?=\s|$)", re.IGNORECASE
)


def is_english(text: str, clause: Clause) -> bool:
    """Return whether a clause is written in English: no Han character stands at its beginning, but letters do."""
    head = text[clause.start : min(clause.end, clause.start + LOOK_BACK)]
    return not _HAN.search(head) and bool(re.search(r"[A-Za-z]{3}", head))


def read_english(text: str, clause: Clause, figures: Sequence[FoundFigure]) -> tuple[Measure, ...]:
    """Return the measures of an English clause; each figure stands in exactly one."""
    if not clause.figures:
        return (Measure(_plain(text[clause.start : min(clause.end, clause.start + 2 * LONGEST)]), ()),)
    drafts: list[tuple[str, list[int]]] = []
    before = clause.start
    for number in clause.figures:
        figure = figures[number]
        name = _name(text, clause, figure, before)
        name = "" if name in _SAME else name
        if name or not drafts:
            drafts.append((name or _plain(text[clause.start : min(clause.end, clause.start + 2 * LONGEST)]), [number]))
        else:
            drafts[-1][1].append(number)
        before = figure.end
    return tuple(Measure(metric, tuple(numbers)) for metric, numbers in drafts)


def _name(text: str, clause: Clause, figure: FoundFigure, before: int) -> str:
    lead = _BREAK.split(_ASIDE.sub("", text[max(before, figure.start - LOOK_BACK) : figure.start]))[-1]
    named = _stripped(lead)
    if figure.role in ("change", "change_pp", "rank") or figure.base_unit == "%":
        return named
    counted = _counted(text[figure.end : min(clause.end, figure.end + LOOK_AHEAD)])
    if counted and (not named or not _closed(lead)):
        return _cut(f"{named} {counted}".strip())
    return named


def _stripped(lead: str) -> str:
    opened = _OPENING.sub("", lead.strip() + " ").strip()
    return _cut(_CLOSING.sub("", opened).strip(" ,.;:'\"-–—"))


def _closed(lead: str) -> bool:
    """Return whether a verb of reaching stands between the name and the number: the name is complete before it."""
    found = _CLOSING.search(lead.rstrip())
    return bool(found and found.group().strip())


def _counted(right: str) -> str:
    noun = _NOUN.match(right)
    if noun is None or _NO_NOUN.match(right[noun.end() :]):
        return ""
    name = right[noun.end() :]
    end = _AFTER_NAME.search(name)
    return name[: end.start()].strip() if end else name.rpartition(" ")[0]


def _plain(text: str) -> str:
    piece = re.split(r"[,;:.!?\n]\s|[;!?\n]", text.strip())[0]
    return _cut(_OPENING.sub("", piece + " ").strip(" ,.;:") or piece)


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else name[:LONGEST].rpartition(" ")[0]
