"""Runs as a process of its own: a PDF file on stdin, its lines of text on stdout, as JSON.

PDF files are programs for a machine written in C. Here a damaged or hostile one can take its time and memory, or crash, without harm to
the run. The answer is {"pages": [{"width", "height", "lines": [[left, bottom, right, top, size, text], …], "tables": [{"top", "rows":
[[[text, rows, columns], …], …]}, …]}]} in points, in the order of the file, or {"problem": name}. What stands in a table is in none of
the lines. This file imports nothing of the library, since it runs without it.

Tables are found by their ruled lines: PDFium tells where lines are drawn, pdfplumber's table finder makes cells of them, and each
character goes to the cell it stands in. Pages without a grid of lines never wake pdfplumber. Tables without one are found by the upright
gaps that their rows leave free.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from reportsum import lazy_re as re

SECONDS = 7.0
LONGEST_S = 60
MEMORY = 700 * 1024 * 1024
"""Address space, the interpreter's own 150 MB included."""
MAX_CHARACTERS = 2_000_000
GAP = 1.8
"""Of the font's size: a wider gap inside a line parts cells."""
APART = 0.6
"""Of the font's size: a wider gap parts pieces of a row."""
NARROW = 0.3
"""Of the font's size: no gap inside a word is wider."""
LEAST_ROWS = 3
"""Of a table without a wide gap; lines of prose leave none free in common."""
FAR = 2.5
"""Of the font's size: rows of a table are no further apart."""
VALUE = re.compile(r"[-+(≥≤]?[0-9][0-9,]*(?:\.[0-9]+)?[%)]*|[-—–…]+")
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
        gaps: list[float] = []
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            grids = grids_of(list(edges_of(page, pdfium.raw)), height)
            lines, tables, gaps = aligned_tables(lines_of(page.get_textpage(), pdfium.raw, grids), gaps)
            tables += [{"top": grid.top, "rows": grid.rows()} for grid in grids]
            characters += sum(len(line.text) for line in lines) + sum(grid.characters for grid in grids)
            pages.append({"width": width, "height": height, "lines": [line.as_list() for line in lines], "tables": tables})
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
                column = left + wide
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
    merged += open_sides(merged)
    crossings = edges_to_intersections(merged, NEAR, NEAR)
    if len(crossings) > MOST_CROSSINGS:
        return []
    grids = [Grid(cells, height) for cells in cells_to_tables(intersections_to_cells(crossings))]
    return [grid for grid in grids if grid.is_table]


def by_extent(edge: dict[str, Any]) -> tuple[int, int, float]:
    """Return the order in which level lines of one extent follow each other from top to bottom."""
    return round(edge["x0"]), round(edge["x1"]), edge["top"]


def open_sides(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the upright lines that a table with open sides lacks: at the ends of two level lines between which others stand."""
    level = sorted((edge for edge in edges if edge["orientation"] == "h"), key=by_extent)
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    added: list[dict[str, Any]] = []
    for above, below in pairwise(level):
        if abs(above["x0"] - below["x0"]) > NEAR or abs(above["x1"] - below["x1"]) > NEAR:
            continue
        through = [one["x0"] for one in upright if one["top"] <= above["top"] + NEAR and one["bottom"] >= below["top"] - NEAR]
        if not any(above["x0"] + NEAR < x < above["x1"] - NEAR for x in through):
            continue
        for x in (above["x0"], above["x1"]):
            if not any(abs(x - one) <= NEAR for one in through):
                box = {"x0": x, "x1": x, "top": above["top"], "bottom": below["top"], "width": 0, "height": below["top"] - above["top"]}
                added.append({**box, "orientation": "v", "object_type": "line"})
    return added


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


class Piece(NamedTuple):
    """Characters of a line without a wide gap between them."""

    left: float
    right: float
    text: str


class Line:
    """A line of a page as PDFium cuts it."""

    def __init__(self, box: tuple[float, float, float, float], size: float, character: str) -> None:
        self.left, self.bottom, self.right, self.top = box
        self.size = size
        self.text = [character]
        self.places = [(self.left, self.right)]

    def say(self, character: str) -> None:
        """Add a character that stands nowhere: a space that PDFium made, a hyphen."""
        self.text.append(character)
        self.places.append((self.right, self.right))

    def add(self, box: tuple[float, float, float, float], size: float, character: str) -> None:
        """Add a character."""
        x0, y0, x1, y1 = box
        if x0 - self.right > GAP * size:
            while self.text and self.text[-1] == " ":
                self.text.pop()
                self.places.pop()
            self.say(TAB)
        self.text.append(character)
        self.places.append((x0, x1))
        self.left, self.bottom = min(self.left, x0), min(self.bottom, y0)
        self.right, self.top, self.size = max(self.right, x1), max(self.top, y1), max(self.size, size)

    def as_list(self) -> list[Any]:
        """Return the line as the answer holds it."""
        return [self.left, self.bottom, self.right, self.top, self.size, "".join(self.text)]

    def pieces(self, gaps: Sequence[float] = ()) -> list[Piece]:
        """Return its pieces from left to right, parted at gaps that no word of prose has inside.

        Where the upright `gaps` of a table are known, a narrower gap parts pieces too whose middles stand in different columns.
        """
        pieces: list[Piece] = []
        for character, (left, right) in sorted(zip(self.text, self.places, strict=True), key=lambda one: one[1][0]):
            if character.isspace():
                continue
            free = left - pieces[-1].right if pieces else 0.0
            if pieces and free <= (NARROW if gaps else APART) * self.size:
                space = " " if free > 0.2 * self.size and not (is_wide(character) or is_wide(pieces[-1].text[-1])) else ""
                pieces[-1] = Piece(pieces[-1].left, max(right, pieces[-1].right), pieces[-1].text + space + character)
            else:
                pieces.append(Piece(left, right, character))
        return joined_in_columns(pieces, gaps, APART * self.size) if gaps else pieces


def joined_in_columns(pieces: list[Piece], gaps: Sequence[float], apart: float) -> list[Piece]:
    """Return pieces with those joined again that stand close together in one column."""
    kept: list[Piece] = []
    for piece in pieces:
        column = sum((piece.left + piece.right) / 2 > gap for gap in gaps)
        if kept and piece.left - kept[-1].right <= apart and sum((kept[-1].left + kept[-1].right) / 2 > gap for gap in gaps) == column:
            kept[-1] = Piece(kept[-1].left, piece.right, f"{kept[-1].text} {piece.text}")
        else:
            kept.append(piece)
    return kept


def lines_of(text: Any, raw: Any, grids: list[Grid]) -> list[Line]:
    """Return the lines of a page as PDFium cuts them, with a tab where a gap parts two cells; characters in `grids` go there."""
    lines: list[Line] = []
    line: Line | None = None
    box = raw.FS_RECTF()
    for at in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, at))
        if character in "\r\n\ufffe\x02":
            # U+FFFE and \x02 stand for a hyphen at a line's end
            if character in "\ufffe\x02" and line is not None:
                line.say("-")
            if character != "\r":
                line = None
            continue
        if raw.FPDFText_IsGenerated(text, at) or not raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
            if line is not None:
                line.say(" ")
            continue
        size = raw.FPDFText_GetFontSize(text, at) or 1.0
        place = (box.left, box.bottom, box.right, box.top)
        if grids and any(grid.take(*place, size, character) for grid in grids):
            continue
        if line is None:
            line = Line(place, size, character)
            lines.append(line)
        else:
            line.add(place, size, character)
    return [line for line in lines if "".join(line.text).strip()]


class Row:
    """Lines side by side."""

    def __init__(self, line: Line) -> None:
        self.lines = [line]
        self.wide = TAB in line.text
        self.pieces: list[Piece] = []

    def take(self, line: Line) -> bool:
        """Take a line that stands beside the others: it shares more than half of its height with the first."""
        first = self.lines[0]
        shared = min(first.top, line.top) - max(first.bottom, line.bottom)
        if shared <= 0.5 * min(first.top - first.bottom, line.top - line.bottom):
            return False
        self.lines.append(line)
        self.wide = True
        return True

    @property
    def may_have_cells(self) -> bool:
        """Whether it has a gap at all; most lines of prose have none, and are spared a closer look."""
        return self.wide or any(" " in line.text for line in self.lines)

    @property
    def values(self) -> int:
        """How many of its pieces are numbers."""
        return sum(VALUE.fullmatch(piece.text) is not None for piece in self.pieces)


def aligned_tables(lines: list[Line], before: list[float]) -> tuple[list[Line], list[dict[str, Any]], list[float]]:
    """Return the lines that stand in no table without ruled lines, those tables, and the gaps of the last one.

    Rows are a table when they stand one below the other, leave the same upright gaps free and mostly hold numbers. The first rows
    of a page may be the rest of a table with the gaps `before`.
    """
    rows: list[Row] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if not rows or not rows[-1].take(line):
            rows.append(Row(line))
    for row in rows:
        if row.may_have_cells:
            row.pieces = sorted(piece for line in row.lines for piece in line.pieces())
    inside: set[int] = set()
    tables = []
    last: list[float] = []
    for number, run in enumerate(runs_of(rows)):
        gaps = gaps_of(run) or (before if number == 0 and goes_on(run, before) else [])
        if gaps:
            tables.append({"top": max(line.top for line in run[0].lines), "rows": cells_of(run, gaps)})
            inside.update(id(line) for row in run for line in row.lines)
            last = gaps
    return [line for line in lines if id(line) not in inside], tables, last


def runs_of(rows: list[Row]) -> Iterator[list[Row]]:
    """Yield rows of several pieces that follow each other closely."""
    run: list[Row] = []
    for row in rows:
        near = bool(run) and run[-1].lines[0].bottom - row.lines[0].top < FAR * row.lines[0].size
        if run and not (near and len(row.pieces) > 1):
            yield run
            run = []
        if len(row.pieces) > 1:
            run.append(row)
    if run:
        yield run


def gaps_of(run: list[Row]) -> list[float]:
    """Return the upright gaps of the table that rows make; `[]` when they make none: few numbers, no gap in common, a list of contents."""
    body = [row for row in run if row.values]
    wide = any(row.wide for row in run)
    if len(body) < (2 if wide else LEAST_ROWS) or len(body) * 2 < len(run):
        return []
    gaps = free_gaps(body)
    return [] if len(gaps) == 1 and are_pages([row.pieces[-1].text for row in body]) else gaps


def goes_on(run: list[Row], gaps: list[float]) -> bool:
    """Return whether rows leave the gaps of a table before them free, with a number in each."""
    pieces = [piece for row in run for piece in row.pieces]
    return bool(gaps) and all(row.values for row in run) and not any(piece.left < gap < piece.right for piece in pieces for gap in gaps)


def cells_of(run: list[Row], gaps: list[float]) -> list[list[list[Any]]]:
    """Return the cells of rows that `gaps` part: text, rows, columns."""
    rows = []
    for row in run:
        cells: list[list[Any]] = []
        pieces = sorted(piece for line in row.lines for piece in line.pieces(gaps))
        for number, piece in enumerate(pieces):
            first, last = columns_of(piece, gaps, pieces[number + 1].left if number + 1 < len(pieces) else None)
            used = sum(cell[2] for cell in cells)
            if cells and used > first:
                cells[-1][0] += " " + piece.text
                continue
            cells += [["", 1, 1] for _ in range(first - used)]
            cells.append([piece.text, 1, last - first + 1])
        cells += [["", 1, 1] for _ in range(len(gaps) + 1 - sum(cell[2] for cell in cells))]
        rows.append(cells)
    return rows


def columns_of(piece: Piece, gaps: Sequence[float], following: float | None) -> tuple[int, int]:
    """Return the first and last column that a piece stands over: those whose gap it crosses, a little overhang apart."""
    middle = sum((piece.left + piece.right) / 2 > gap for gap in gaps)
    first = sum(piece.left >= gap for gap in gaps)
    last = sum(piece.right > gap for gap in gaps)
    if following is not None and last > middle and sum(following > gap for gap in gaps) <= last:
        last = middle  # the next piece claims the column that this one hangs over to
    return min(first, middle), max(middle, last)


def free_gaps(body: list[Row]) -> list[float]:
    """Return the middles of the upright gaps that no piece of these rows reaches into."""
    pieces = sorted(piece for row in body for piece in row.pieces)
    gaps: list[float] = []
    reached = pieces[0].right
    for piece in pieces[1:]:
        if piece.left > reached:
            gaps.append((reached + piece.left) / 2)
        reached = max(reached, piece.right)
    return gaps


def are_pages(texts: list[str]) -> bool:
    """Return whether the last pieces of all rows are page numbers: whole, small, and never falling."""
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 5]
    return len(numbers) == len(texts) and numbers == sorted(numbers)


if __name__ == "__main__":
    main()
