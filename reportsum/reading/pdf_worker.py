"""Runs as a process of its own: a PDF file on stdin, its lines of text on stdout, as JSON.

PDF files are programs for a machine written in C. Here a damaged or hostile one can take its time and memory, or crash, without harm to
the run. The answer is {"pages": [{"width", "height", "lines": [[left, bottom, right, top, size, text], …], "tables": [{"top", "rows":
[[[text, rows, columns], …], …]}, …]}]} in points, in the order of the file, or {"problem": name}. What stands in a table is in none of
the lines. This file imports nothing of the library, since it runs without it.

Tables are found by their ruled lines: PDFium tells where lines are drawn, pdfplumber's table finder makes cells of them, and each
character goes to the cell it stands in. Pages without a grid of lines never wake pdfplumber.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

SECONDS = 7.0
LONGEST_S = 60
MEMORY = 700 * 1024 * 1024
"""Address space, the interpreter's own 150 MB included."""
MAX_CHARACTERS = 2_000_000
GAP = 1.8
"""Of the font's size: a wider gap inside a line parts cells."""
TAB = "\t"
MOST_EDGES = 1200
"""Drawn lines on a page; a page with more is a map or a drawing."""
MOST_CROSSINGS = 3000
"""Of lines on a page: the time for finding cells grows with their square."""
THIN = 3.0
"""Points: a box no thicker is a line."""
SHORTEST = 6.0
"""Points: a shorter line rules nothing."""
NEAR = 3.0
"""Points within which lines meet."""
MOST_FORMS = 3
"""Forms inside forms that are looked into."""


class Edge(NamedTuple):
    """A drawn line, upright or level, in points from the lower left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


class Matrix(NamedTuple):
    """Where a drawing's own coordinates lie on the page."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the page that (x, y) of the drawing is."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: Matrix) -> Matrix:
        """Return the matrix of a drawing with this one that stands in a form with `outer`."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        e, f = outer.place(self.e, self.f)
        return Matrix(a, b, c, d, e, f)


PLAIN = Matrix(1, 0, 0, 1, 0, 0)


def main() -> None:
    """Read, and answer."""
    limit_memory()
    limit_time()
    sys.stdout.buffer.write(json.dumps(answer(sys.stdin.buffer.read())).encode())


def limit_memory() -> None:
    """Let the process die rather than the machine swap; only where the system can."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def limit_time() -> None:
    """Let the system end this process when nobody is left to do so: the parent may have been killed."""
    if sys.platform != "win32":
        import signal

        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(LONGEST_S)


def answer(data: bytes) -> dict[str, Any]:
    """Return the lines of every page, or the problem."""
    try:
        import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
    except ImportError:
        return {"problem": "missing", "package": "pypdfium2"}
    begun = time.monotonic()
    try:
        document = pdfium.PdfDocument(data)
        pages, characters = [], 0
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            grids = grids_of(list(edges_of(page, pdfium.raw)), height)
            lines = lines_of(page.get_textpage(), pdfium.raw, grids)
            tables = [{"top": grid.top, "rows": grid.rows()} for grid in grids]
            characters += sum(len(line[5]) for line in lines) + sum(grid.characters for grid in grids)
            pages.append({"width": width, "height": height, "lines": lines, "tables": tables})
            if characters > MAX_CHARACTERS or time.monotonic() - begun > SECONDS:
                return {"problem": "long"}
    except pdfium.PdfiumError as error:
        return {"problem": "password" if getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD else "damaged"}
    except MemoryError:
        return {"problem": "large"}
    except ImportError as error:
        return {"problem": "missing", "package": error.name}
    return {"pages": pages}


def edges_of(page: Any, raw: Any) -> Iterator[Edge]:
    """Yield the upright and level lines that are drawn on a page, also as sides of boxes and as thin boxes."""
    yield from edges_in(raw, page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, PLAIN, MOST_FORMS)


def edges_in(raw: Any, holder: Any, count: Any, get: Any, outer: Matrix, forms: int) -> Iterator[Edge]:
    """Yield the lines drawn in a page or a form; `count` and `get` give its objects."""
    for number in range(count(holder)):
        drawn = get(holder, number)
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield from edges_of_path(raw, drawn, matrix_of(raw, drawn).within(outer))
        elif kind == raw.FPDF_PAGEOBJ_FORM and forms:
            inner = matrix_of(raw, drawn).within(outer)
            yield from edges_in(raw, drawn, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, forms - 1)


def matrix_of(raw: Any, drawn: Any) -> Matrix:
    """Return the matrix of an object."""
    own = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(drawn, ctypes.byref(own)):
        return PLAIN
    return Matrix(own.a, own.b, own.c, own.d, own.e, own.f)


def edges_of_path(raw: Any, path: Any, matrix: Matrix) -> Iterator[Edge]:
    """Yield the straight lines of a path; a filled box without an outline rules nothing unless it is thin."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    begun: tuple[float, float] | None = None
    here: tuple[float, float] | None = None
    sides: list[Edge] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(min(raw.FPDFPath_CountSegments(path), MOST_EDGES)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = matrix.place(x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = here = point
            continue
        if kind == raw.FPDF_SEGMENT_LINETO and here is not None:
            sides.append(Edge(*here, *point))
        here = point
        if raw.FPDFPathSegment_GetClose(segment) and begun is not None:
            sides.append(Edge(*here, *begun))
            here = begun
    if stroke.value:
        yield from (side for side in sides if is_straight(side))
    elif fill.value and sides:
        left, right = min(min(side.x0, side.x1) for side in sides), max(max(side.x0, side.x1) for side in sides)
        low, high = min(min(side.y0, side.y1) for side in sides), max(max(side.y0, side.y1) for side in sides)
        if min(right - left, high - low) <= THIN and all(is_straight(side) or length(side) <= THIN for side in sides):
            level = high - low <= right - left
            middle = ((left + right) / 2, (low + high) / 2)
            yield Edge(left, middle[1], right, middle[1]) if level else Edge(middle[0], low, middle[0], high)


def length(edge: Edge) -> float:
    """Return how long an upright or level line is."""
    return max(abs(edge.x1 - edge.x0), abs(edge.y1 - edge.y0))


def is_straight(edge: Edge) -> bool:
    """Return whether a line is upright or level, and long enough to rule something."""
    return min(abs(edge.x1 - edge.x0), abs(edge.y1 - edge.y0)) < 1 and length(edge) >= SHORTEST


class Grid:
    """A ruled table: its cells, and what stands in them."""

    def __init__(self, cells: list[tuple[float, float, float, float]], height: float) -> None:
        self._xs = joined(sorted(x for cell in cells for x in (cell[0], cell[2])))
        self._ys = joined(sorted(y for cell in cells for y in (cell[1], cell[3])))
        self._height = height
        self.top = height - self._ys[0]
        self.characters = 0
        self._owners: dict[tuple[int, int], int] = {}
        self._spans: list[tuple[int, int, int, int]] = []
        for cell in sorted(cells, key=lambda cell: (cell[1], cell[0])):
            left, right = place(self._xs, cell[0]), place(self._xs, cell[2])
            top, bottom = place(self._ys, cell[1]), place(self._ys, cell[3])
            self._spans.append((top, left, bottom - top, right - left))
            for row in range(top, bottom):
                for column in range(left, right):
                    self._owners[row, column] = len(self._spans) - 1
        self._said: list[list[tuple[float, float, float, float, float, str]]] = [[] for _ in self._spans]

    @property
    def is_table(self) -> bool:
        """Whether it has two rows and two columns at least."""
        return len(self._xs) > 2 and len(self._ys) > 2 and len({span[1] for span in self._spans}) > 1

    def take(self, x0: float, y0: float, x1: float, y1: float, size: float, character: str) -> bool:
        """Take a character that stands in the table; return False when it does not."""
        x, y = (x0 + x1) / 2, self._height - (y0 + y1) / 2
        column, row = bisect_right(self._xs, x) - 1, bisect_right(self._ys, y) - 1
        if not (0 <= column < len(self._xs) - 1 and 0 <= row < len(self._ys) - 1):
            return False
        owner = self._owners.get((row, column))
        if owner is None:
            return False
        self._said[owner].append((x0, y0, x1, y1, size, character))
        self.characters += 1
        return True

    def rows(self) -> list[list[tuple[str, int, int]]]:
        """Return the rows with the text, the rows and the columns of each cell; where the grid has a hole, an empty one."""
        rows: list[list[tuple[str, int, int]]] = [[] for _ in range(len(self._ys) - 1)]
        for row in range(len(rows)):
            column = 0
            while column < len(self._xs) - 1:
                owner = self._owners.get((row, column))
                if owner is None:
                    rows[row].append(("", 1, 1))
                    column += 1
                    continue
                top, left, high, wide = self._spans[owner]
                if (row, column) == (top, left):
                    rows[row].append((words_of(self._said[owner]), high, wide))
                column = max(column + 1, left + wide)
        return rows


def joined(places: list[float]) -> list[float]:
    """Return sorted places without those that lie next to another."""
    kept: list[float] = []
    for one in places:
        if not kept or one - kept[-1] > NEAR:
            kept.append(one)
    return kept


def place(places: list[float], one: float) -> int:
    """Return which of `places` lies nearest."""
    return min(range(len(places)), key=lambda number: abs(places[number] - one))


def grids_of(edges: list[Edge], height: float) -> list[Grid]:
    """Return the ruled tables of a page from top to bottom; `[]` mostly."""
    upright = sum(abs(edge.x1 - edge.x0) < 1 for edge in edges)
    if upright < 2 or len(edges) - upright < 2 or len(edges) > MOST_EDGES:
        return []
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = merge_edges([as_plumber(edge, height) for edge in edges], NEAR, NEAR, NEAR, NEAR)
    crossings = edges_to_intersections(merged, NEAR, NEAR)
    if len(crossings) > MOST_CROSSINGS:
        return []
    grids = [Grid(cells, height) for cells in cells_to_tables(intersections_to_cells(crossings))]
    return [grid for grid in grids if grid.is_table]


def as_plumber(edge: Edge, height: float) -> dict[str, Any]:
    """Return a line as pdfplumber describes one: measured from the top."""
    x0, x1 = sorted((edge.x0, edge.x1))
    low, high = sorted((edge.y0, edge.y1))
    upright = x1 - x0 < 1
    if upright:
        x0 = x1 = (x0 + x1) / 2
    else:
        low = high = (low + high) / 2
    return {
        "x0": x0, "x1": x1, "top": height - high, "bottom": height - low, "width": x1 - x0, "height": high - low,
        "orientation": "v" if upright else "h", "object_type": "line",
    }  # fmt: skip


def words_of(characters: list[tuple[float, float, float, float, float, str]]) -> str:
    """Return what a cell says: its lines from top to bottom, Han characters joined, other words apart."""
    lines: list[list[tuple[float, float, float, float, float, str]]] = []
    for one in sorted(characters, key=lambda one: -(one[1] + one[3])):
        if lines and (one[1] + one[3]) / 2 > lines[-1][0][1]:
            lines[-1].append(one)
        else:
            lines.append([one])
    said = ""
    for line in lines:
        line.sort(key=lambda one: one[0])
        for number, one in enumerate(line):
            apart = number == 0 or one[0] - line[number - 1][2] > 0.25 * one[4]
            if said and apart and not (is_wide(said[-1]) or is_wide(one[5])):
                said += " "
            said += one[5]
    return said


def is_wide(character: str) -> bool:
    """Return whether no spaces stand around a character: Han characters and their signs."""
    return character > "\u2e7f"


def lines_of(text: Any, raw: Any, grids: list[Grid]) -> list[list[Any]]:
    """Return the lines of a page as PDFium cuts them, with a tab where a gap parts two cells; characters in `grids` go there."""
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
        if grids and any(grid.take(x0, y0, x1, y1, size, character) for grid in grids):
            continue
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
