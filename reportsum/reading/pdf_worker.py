"""Runs as a process of its own: a PDF file on stdin, its lines of text on stdout, as JSON.

PDF files are programs for a machine written in C. Here a damaged or hostile one can take its time and memory, or crash, without harm to
the run. The answer is {"pages": [{"width", "height", "lines": [[left, bottom, right, top, size, text], …]}]} in points, in the
order of the file, or {"problem": name}. This file imports nothing of the library, since it runs without it.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from typing import Any

SECONDS = 7.0
MEMORY = 700 * 1024 * 1024
"""Address space, the interpreter's own 150 MB included."""
MAX_CHARACTERS = 2_000_000
GAP = 1.8
"""Of the font's size: a wider gap inside a line parts cells."""
TAB = "\t"


def main() -> None:
    """Read, and answer."""
    limit_memory()
    sys.stdout.buffer.write(json.dumps(answer(sys.stdin.buffer.read())).encode())


def limit_memory() -> None:
    """Let the process die rather than the machine swap; only where the system can."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def answer(data: bytes) -> dict[str, Any]:
    """Return the lines of every page, or the problem."""
    try:
        import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
    except ImportError:
        return {"problem": "missing"}
    begun = time.monotonic()
    try:
        document = pdfium.PdfDocument(data)
        pages, characters = [], 0
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            lines = lines_of(page.get_textpage(), pdfium.raw)
            characters += sum(len(line[5]) for line in lines)
            pages.append({"width": width, "height": height, "lines": lines})
            if characters > MAX_CHARACTERS or time.monotonic() - begun > SECONDS:
                return {"problem": "long"}
    except pdfium.PdfiumError as error:
        return {"problem": "password" if getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD else "damaged"}
    except MemoryError:
        return {"problem": "large"}
    return {"pages": pages}


def lines_of(text: Any, raw: Any) -> list[list[Any]]:
    """Return the lines of a page as PDFium cuts them, with a tab where a gap parts two cells."""
    lines: list[list[Any]] = []
    line: list[Any] = []
    box = raw.FS_RECTF()
    for at in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, at))
        if character in "\r\n\ufffe\x02":
            # U+FFFE and \x02 stand for a hyphen at a line's end
            if character in "\ufffe\x02" and line:
                line[5].append("-")
            if line and character != "\r":
                lines.append(line)
                line = []
            continue
        if raw.FPDFText_IsGenerated(text, at) or not raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
            if line:
                line[5].append(" ")
            continue
        size = raw.FPDFText_GetFontSize(text, at) or 1.0
        x0, y0, x1, y1 = box.left, box.bottom, box.right, box.top
        if not line:
            line = [x0, y0, x1, y1, size, [character]]
            continue
        if x0 - line[2] > GAP * size:
            while line[5] and line[5][-1] == " ":
                line[5].pop()
            line[5].append(TAB)
        line[5].append(character)
        line[:5] = [min(line[0], x0), min(line[1], y0), max(line[2], x1), max(line[3], y1), max(line[4], size)]
    if line:
        lines.append(line)
    return [[*line[:5], "".join(line[5])] for line in lines if "".join(line[5]).strip()]


if __name__ == "__main__":
    main()
