"""The rule about the marks of footnotes that lost their place above the line and cling to a word or a number: in 20133, inflation10.

A mark is told from digits that belong there by its place in the count: the marks of a text run 1, 2, 3. Digits behind a word, a year, a
grouped number or a closing mark that do not go on counting stay. Marks in brackets, [^3], are plain without a count.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportsum import lazy_re as re

from .edits import Change, Edit, apply_edits

_SURE = re.compile(r"[a-z\[](?:(?<=[a-z])[a-z]{2}(?:\d{1,2}(?![\w%])|\d(?=[a-z]{3}))|(?<=\[)\^\d{1,3}\])")
"""Without one of these a text has no such marks."""
_MARK = re.compile(
    r"\[\^\d{1,3}\](?!:)"
    r"| ?\bNote(?P<note>[1-9]\d?)(?!\w)"
    r"|(?:(?<=[a-z]{3})|(?<=[a-z][.,;)%”’])|(?<=\d%))(?P<word>[1-9]\d?)(?=[\s.,;)\]”—]|$)"
    r"|(?:(?<=[a-z]{3})|(?<=\d%))(?P<joint>[1-9])(?=[a-z]{3}|in |by |of |to |on |at )"
    r"|(?<=(?<![\d.,$£€])(?:19|20)\d\d)(?P<year>[1-9]\d?)(?![\d%]|[.,]\d)"
    r"|(?<=\d,\d{3})(?P<number>[1-9]\d?)(?![\d%]|[.,]\d)"
)
_MOST_MISSED = 2
"""So many marks in a row may be unread before the count is lost."""
_LEAST_MARKS = 3


def drop_note_marks(text: str) -> Change | None:
    """Return the text without footnote marks; None where it has none.

    >>> drop_note_marks("Wages rose1 by 3% in 20122, and by $4,0003 for staff.").text
    'Wages rose by 3% in 2012, and by $4,000 for staff.'
    >>> drop_note_marks("Wages rose1. The net income2for crews rose 5%3last year.").text
    'Wages rose. The net income for crews rose 5% last year.'
    """
    return apply_edits(text, _edits(text)) if _SURE.search(text) else None


def _edits(text: str) -> Iterator[Edit]:
    bracketed: list[Edit] = []
    counted: list[Edit] = []
    last = 0
    for found in _MARK.finditer(text):
        edit = Edit(*found.span(), " ") if found["joint"] else Edit(*found.span())  # incomes2for: the mark stands for the space
        if found[0][0] == "[":
            bracketed.append(edit)
        elif last < int(found[found.lastgroup or 0]) <= last + 1 + _MOST_MISSED:
            last = int(found[found.lastgroup or 0])
            counted.append(edit)
    yield from sorted([*bracketed, *(counted if len(counted) >= _LEAST_MARKS else [])])
