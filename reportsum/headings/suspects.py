"""Headings that a careful reader would look at twice: they may be lines of a paragraph that the text breaks where a heading could stand.

Comes in: an outline. Goes out: cautions. Nothing is changed: a heading that is surely none never comes this far.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportsum import lazy_re as re

from ..cautions import Caution
from .outline import Outline, Section

LONGEST_PLAIN = 26
"""A heading without a label, longer than this and with a comma, is rare."""
_OPEN_END = re.compile(r"(?:[的了和与或将把被]|以及|由于|按照|通过|根据|[、，,（“《])$")
"""No heading ends so: the words go on."""
_OPEN_BEGINNING = re.compile(r"^(?:[的了等]|[，。、；）”》])")


def outline_cautions(outline: Outline) -> tuple[Caution, ...]:
    """Return a caution for each heading that reads like a line of a paragraph, in text order, and one for a second document."""
    return (*_second_documents(outline), *_suspects(outline))


def _second_documents(outline: Outline) -> Iterator[Caution]:
    first = outline.sections[0] if outline.sections else None
    if (
        first is None
        or first.label is not None
        or not first.children
        or first.heading.start != first.heading.end
        or first.start != first.heading.start
    ):
        return
    for section in outline.sections[1:]:
        if section.label is None and section.children:
            message = f"A second document begins with “{section.title[:40]}”: it may be of another place, issuer and time than the report."
            yield Caution("outline_suspect", message, section.heading.start, section.heading.end)


def _suspects(outline: Outline) -> tuple[Caution, ...]:
    return tuple(
        Caution(
            "outline_suspect",
            f"The heading “{section.title}” reads like a line of a paragraph.",
            section.heading.start,
            section.heading.end,
        )
        for section in _all(outline.sections)
        if _is_suspect(section)
    )


def _is_suspect(section: Section) -> bool:
    if section.heading.end - section.heading.start <= len(section.label or "") + 1:
        return False  # what stands behind the label is a statement, and read as one
    title = section.title
    if _OPEN_END.search(title) or _OPEN_BEGINNING.match(title) or title.count("（") > title.count("）"):
        return True
    return section.label is None and len(title) > LONGEST_PLAIN and "，" in title


def _all(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.children)
