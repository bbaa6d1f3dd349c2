"""Working text → section tree. (types; the rules follow)"""

from __future__ import annotations

from dataclasses import dataclass

from .models import Stance
from .spans import Span


@dataclass(frozen=True, slots=True)
class Section:
    """A section with all that belongs to it. Offsets count code points of the working text."""

    id: str
    """"1.2": the second child of the first section."""
    level: int
    label: str | None
    title: str
    start: int
    """Where the heading begins."""
    end: int
    """Where the section ends, children included."""
    heading: Span
    """The heading line or run-in heading, label included, closing full stop included."""
    stance: Stance
    task: int | None
    """Number of the task in a numbered task list, else None."""
    children: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a report."""

    sections: tuple[Section, ...]
    """Main sections in order; `()` when the text has no headings."""
    run_ins: tuple[Span, ...]
    """Run-in headings inside paragraphs (疫情防控坚决有力。), in order; they are headings but open no section."""
    furniture: tuple[Span, ...]
    """Title, metadata lines, salutations, closing formulas, notes: text that states no facts, in order."""
