"""The title of an English report: the line, or the lines, near its beginning that name it."""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from ...headings.layout import Line

FRONT_LINES = 30
FRONT_CHARS = 2_000
TITLE_CHARS = 160

_TITLE_WORDS = re.compile(
    r"\b(?:reports?|budget|speech|statements?|review|results|accounts|plan|policy address|address|communiqu[eé]|bulletin|strategy"
    r"|white paper|announcement)\b",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"[.;]$|^[-*•>|]|^---|^\\|https?:|@|\b(?:[Ww]e|[Oo]ur|[Mm]y)\b|\bI\s(?!\.)|^[a-z]|^\w+:\s")
_KEYED = re.compile(r"_{0,2}[Tt]itle[*_]{0,2}:[*_]{0,2}\s+(?P<title>.{4,160})$")
"""A title that a key says, in Markdown or not: **Title:** Annual Statement."""
_OPEN_END = re.compile(r"(?:\b(?:of|for|the|and|to|in|on|ended|ending|year|annual)|[,–—-])$", re.IGNORECASE)


def find_title(lines: Sequence[Line]) -> str | None:
    """Return the title of the report that begins with `lines`; None when no line names one."""
    texts = [line.text.strip().strip("#* ").strip() for line in lines[:FRONT_LINES] if line.start < FRONT_CHARS]
    if (said := next((found for text in texts if (found := _KEYED.match(text)) is not None), None)) is not None:
        return said["title"].strip(" *_\"'")
    for index, text in enumerate(texts):
        if not text or len(text) > TITLE_CHARS or _NO_TITLE.search(text) or not _TITLE_WORDS.search(text):
            continue
        title = text.split("--")[0].strip() if "--" in text else text
        following = index + 1
        while _OPEN_END.search(title) and following < len(texts) and len(title) < TITLE_CHARS:
            title = f"{title} {texts[following]}"
            following += 1
        return title.strip(" :–—-")
    return None
