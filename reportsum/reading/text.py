"""Plain text and Markdown: the decoded file is the text, line ends untouched."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from reportsum import lazy_re as re

from ..errors import InputError
from .encodings import decode
from .kinds import MARKDOWN_SUFFIXES
from .source import SourceText

_MAGIC = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office file (.doc, .wps, .xls), or one with a password",
        "Open it and save it as .docx, without password.",
    ),
    (b"{\\rtf", "an RTF file", "Open it and save it as .docx or as plain text."),
    (b"\x89PNG", "a picture", "Reports must be text; run the picture through text recognition (OCR) first."),
    (b"\xff\xd8\xff", "a picture", "Reports must be text; run the picture through text recognition (OCR) first."),
    (b"GIF8", "a picture", "Reports must be text; run the picture through text recognition (OCR) first."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it first."),
    (b"Rar!", "a RAR archive", "Unpack it first."),
)

_WRAPPED = (
    (
        re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]{0,200}"\s*:|\s*\[\s*(?:"|\[)'),
        "holds JSON, not the text of a report",
        "Take the text out of its field first (jq -r .text), one report a file.",
    ),
    (re.compile(r"\s*<\?xml\b"), "is an XML file", "Take the text out of it first, or open it and save it as plain text."),
)
"""Text in a wrapping whose keys and escapes would be read as prose."""


def read_text(data: bytes, source: str, name: str) -> SourceText:
    """Return plain text or Markdown. Raises InputError when `data` is no text."""
    for magic, kind, remedy in _MAGIC:
        if data.startswith(magic):
            raise InputError(source, f"is {kind}", remedy)
    decoded = decode(data)
    if decoded is None:
        raise InputError(source, "is not text, or damaged beyond reading", "Give a text file; if it is one, save it as UTF-8.")
    if not decoded.text.strip():
        raise InputError(source, "is empty", "Check that the file was saved or downloaded whole.")
    for opening, problem, remedy in _WRAPPED:
        if opening.match(decoded.text):
            raise InputError(source, problem, remedy)
    media_type = "text/markdown" if PurePath(name).suffix.lower() in MARKDOWN_SUFFIXES else "text/plain"
    return SourceText(name, media_type, decoded.encoding, hashlib.sha256(data).hexdigest(), decoded.text)
