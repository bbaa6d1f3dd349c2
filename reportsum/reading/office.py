"""Zip archives that are one document: DOCX is read, the other office files are named."""

from __future__ import annotations

from ..errors import InputError
from .archives import Archive
from .docx import DOCUMENT, read_docx

_OFFICE = {
    "xl/workbook.xml": ("is a spreadsheet", "Save the report as .docx or as plain text."),
    "ppt/presentation.xml": ("is a presentation", "Save the report as .docx or as plain text."),
    "content.xml": ("is an OpenDocument file", "Open it and save it as .docx or as plain text."),
}


def read_office(archive: Archive, source: str) -> str:
    """Return the text of a DOCX file; for any other archive raise the InputError that fits."""
    if DOCUMENT in archive.members:
        text = read_docx(archive, source)
        if not text.strip():
            raise InputError(source, "holds no text", "If it shows a picture of text, run it through text recognition (OCR) first.")
        return text
    for part, (problem, remedy) in _OFFICE.items():
        if part in archive.members:
            raise InputError(source, problem, remedy)
    raise InputError(source, "is an archive", f"Name one of its reports, as in {source}/report.txt, or list them with find_reports.")
