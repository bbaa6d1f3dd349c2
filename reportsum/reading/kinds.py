"""What kind of file it is, by its first bytes and its name, and what that kind is called.

Light on purpose: the readers of the kinds are imported only when a file needs them.
"""

from __future__ import annotations

from pathlib import Path

from reportsum import lazy_re as re

TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown")
MARKDOWN_SUFFIXES = (".md", ".markdown")
WEBPAGE_SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")
SUFFIXES = frozenset((*TEXT_SUFFIXES, *WEBPAGE_SUFFIXES, ".docx", ".pdf"))
"""Files that are taken for reports when a folder or an archive is searched."""
ARCHIVE_SUFFIX = ".zip"

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
WEBPAGE = "text/html"

_PDF_MAGIC = b"%PDF-"
_PDF_MAGIC_WITHIN = 1024
"""Some PDF files have junk in front."""
_ARCHIVE_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_PAGE_BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def is_pdf(data: bytes) -> bool:
    """Return whether `data` is a PDF file."""
    return _PDF_MAGIC in data[:_PDF_MAGIC_WITHIN]


def is_zipped(data: bytes) -> bool:
    """Return whether `data` is a zip archive, as DOCX files are."""
    return data.startswith(_ARCHIVE_MAGIC)


def is_webpage(data: bytes) -> bool:
    """Return whether `data` begins as an HTML page does."""
    return _PAGE_BEGINNING.match(data[:8192].removeprefix(b"\xef\xbb\xbf")) is not None


def is_archive(path: Path) -> bool:
    """Return whether `path` is a file that calls itself a zip archive."""
    return path.suffix.lower() == ARCHIVE_SUFFIX and path.is_file()


def archive_of(path: Path) -> Path | None:
    """Return the archive that `path` leads into (`reports.zip/2022/haian.docx`), or None."""
    return next((parent for parent in path.parents if parent.suffix.lower() == ARCHIVE_SUFFIX and parent.is_file()), None)
