"""The rule about the legends of pictures that a page has put between the halves of a sentence.

It knows them by where they say that a thing is to be seen: (left), (top, right). A legend that stands between whole sentences stays.
"""

from __future__ import annotations

from reportsum import lazy_re as re

from .edits import Change, Edit, apply_edits

_PARAGRAPH = re.compile(r"(?<=\n)\n+(?P<text>[^\n]+(?:\n[^\n]+)*)\n\n+")
_PLACE = r"(?:left|right|above|below|cent(?:er|re)|top|bottom|foreground|background|middle)"
_SEEN = re.compile(rf"\((?:(?:far|upper|lower|at) )?{_PLACE}(?:,? (?:and )?{_PLACE})?\)")
_LONGEST = 600
"""Characters of a legend."""
_GOES_ON = re.compile(r"[a-z,-]$")
_REST = re.compile(r"[a-z(]|[A-Z][a-z]")


def drop_legends(text: str) -> Change | None:
    """Drop the legend of a picture between the halves of a sentence, with the blank lines around it.

    >>> drop_legends("He supervised the building\\n\\nThe old mill (left) in 1850.\\n\\nof a new mill.").text
    'He supervised the building\\nof a new mill.'
    """
    return apply_edits(text, _edits(text)) if _SEEN.search(text) is not None else None


def _edits(text: str) -> list[Edit]:
    found: list[Edit] = []
    at = 0
    while (legend := _PARAGRAPH.search(text, at)) is not None:
        at = legend.end("text")
        said = legend["text"]
        torn = _GOES_ON.search(text, max(0, legend.start() - 2), legend.start() - 1) is not None and _REST.match(text, legend.end())
        if torn and text[legend.start() - 2] == "-" and not text[legend.end()].islower():
            torn = None
        if torn and len(said) <= _LONGEST and _SEEN.search(said) is not None:
            found.append(Edit(legend.start(), legend.end()))
            at = legend.end()
    return found
