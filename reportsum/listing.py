"""Source text → its figures with their places in that very text, for `reportsum figures`."""

from __future__ import annotations

from dataclasses import replace

from .cleaning import clean
from .figures.figure import FoundFigure
from .languages import find_figures


def list_figures(text: str) -> tuple[FoundFigure, ...]:
    """Return every figure of a source text, in text order: read from the clean text, placed in the source.

    Offsets count code points of `text`, `end` is exclusive, and each figure's text is `text[start:end]`.
    """
    working = clean(text)
    figures = []
    for figure in find_figures(working.text):
        start, end = working.offsets.to_source(figure.start, figure.end)
        figures.append(replace(figure, start=start, end=end, text=text[start:end]))
    return tuple(figures)
