"""What every reader hands over: the decoded text, and what is known of the file it came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceText:
    """A report as text, before any cleaning. All published offsets count code points of `text`."""

    name: str
    """File name without folders."""
    media_type: str
    encoding: str | None
    """Encoding of the file; None where the format has none of its own."""
    sha256: str
    """SHA-256 of the file's bytes, in hex."""
    text: str
    """The decoded file, line ends untouched; for HTML, DOCX and PDF the reader's text."""
