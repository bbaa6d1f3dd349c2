"""The section tree as the digest shows it: found in the working text, placed in the source."""

from __future__ import annotations

from collections.abc import Sequence

from .cleaning import CleanText, clean
from .headings import Section
from .languages import find_outline, language_of
from .models import OutlineSection


def outline(text: str) -> list[OutlineSection]:
    """Return the section tree of a report's text; `[]` when it has no headings.

    Offsets count code points of `text`, `end` exclusive.
    """
    working = clean(text)
    return place_sections(working, find_outline(working.text, language_of(working.text, working.language)).sections)


def place_sections(working: CleanText, sections: Sequence[Section]) -> list[OutlineSection]:
    """Return sections of the working text with their places in the source."""
    return [_place(working, section) for section in sections]


def _place(working: CleanText, section: Section) -> OutlineSection:
    start, end = working.offsets.to_source(section.start, section.end)
    return OutlineSection(
        id=section.id,
        level=section.level,
        label=section.label,
        title=section.title,
        start=start,
        end=end,
        stance=section.stance,
        children=place_sections(working, section.children),
    )
