"""What users hand over as a report: a path, a `SourceText`, or the text itself."""

from __future__ import annotations

import os

from . import from_text, read, whole_characters
from .source import SourceText

Readable = str | os.PathLike[str] | SourceText
"""A string with a line break or a 。 in it is the report's text; any other string is a path."""


def open_source(source: Readable) -> SourceText:
    """Return the text of a source. Raises InputError when it cannot be read as a report."""
    if isinstance(source, SourceText):
        whole_characters(source.text, source.name)
        return source
    if is_text(source):
        return from_text(os.fspath(source))
    return read(os.fspath(source))


def source_name(source: Readable) -> str:
    """Return how a source is called in progress and errors: the path as given, the name of a `SourceText`, or "text"."""
    if isinstance(source, SourceText):
        return source.name
    return "text" if is_text(source) else os.fspath(source)


def is_text(source: str | os.PathLike[str]) -> bool:
    """Return whether a string is a report's text rather than a path."""
    return isinstance(source, str) and ("\n" in source or "。" in source)
