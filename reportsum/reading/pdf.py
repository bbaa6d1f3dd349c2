"""PDF files with text → text: a process of its own takes the lines out, `pdf_layout` makes paragraphs of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from ..errors import InputError, SettingsError
from ..tabular import GridCell
from .pdf_layout import PageLine, PageTable, PdfPage, paragraphs

TIMEOUT_S = 8.5
LEAST_CHARACTERS = 15
"""On average for a page; a scan has none, or a stamp's worth."""

_WORKER = Path(__file__).with_name("pdf_worker.py")
_PROBLEMS = {
    "password": ("is protected by a password", "Take the protection off (print it to a new PDF) and try again."),
    "damaged": ("is damaged", "Open it in a PDF viewer and save or print it anew."),
    "crash": ("is damaged, or needs more memory than is allowed", "Open it in a PDF viewer and save or print it anew, or save its text."),
    "large": ("needs more memory than is allowed", "Split the file."),
    "long": ("is too long or too complicated", "Split the file, or save its text."),
}


def read_pdf(data: bytes, source: str) -> str:
    """Return the text of a PDF file, one paragraph a line.

    Raises InputError when it is protected, scanned, damaged, or takes too much time or memory; SettingsError when the extra is not
    installed.
    """
    pages = _pages(data, source)
    characters = sum(page.characters() for page in pages)
    if characters < LEAST_CHARACTERS * len(pages) or not pages:
        raise InputError(source, "has no text in it (a scan)", "Run it through text recognition (OCR) first.")
    # half characters, which a broken font table gives, become U+FFFD
    return "\n".join(paragraphs(pages)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _pages(data: bytes, source: str) -> list[PdfPage]:
    try:
        # -P: the folder of the worker must not become a place to import from, its modules have names of the standard library
        done = subprocess.run([sys.executable, "-P", str(_WORKER)], input=data, capture_output=True, timeout=TIMEOUT_S, check=False)
    except subprocess.TimeoutExpired as error:
        raise InputError(source, *_PROBLEMS["long"]) from error
    if done.returncode:
        # the reader crashed, or the system stopped it at its limit of memory
        raise InputError(source, *_PROBLEMS["large" if b"MemoryError" in done.stderr else "crash"])
    answer = json.loads(done.stdout)
    problem = answer.get("problem")
    if problem == "missing":
        raise SettingsError(f"reading PDF needs the package {answer['package']}: pip install 'reportsum[documents]'")
    if problem:
        raise InputError(source, *_PROBLEMS[problem])
    return [page_of(page) for page in answer["pages"]]


def page_of(page: dict[str, Any]) -> PdfPage:
    """Return a page as the process tells it."""
    tables = [PageTable(table["top"], [[GridCell(*cell) for cell in row] for row in table["rows"]]) for table in page["tables"]]
    return PdfPage(page["width"], page["height"], [PageLine(*line) for line in page["lines"]], tables)
