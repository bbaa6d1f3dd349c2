"""Lines on pages → paragraphs: reading order, rows of tables, headers and footers out, wrapped lines joined.

All lengths are points; a page's origin is its lower left corner. What is not sure stays apart: a paragraph in two pieces is read
nearly as well, two paragraphs in one are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reportsum import lazy_re as re

from ..tabular import GridCell, write_rows


class PageLine(NamedTuple):
    """A line of text as the file has it."""

    left: float
    bottom: float
    right: float
    top: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class PageTable:
    """A ruled table: where it begins, and its rows."""

    top: float
    rows: list[list[GridCell]]


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page; lines in the order of the file, and what stands in none of them: its ruled tables, from top to bottom."""

    width: float
    height: float
    lines: list[PageLine]
    tables: list[PageTable] = field(default_factory=list)

    def characters(self) -> int:
        """Return how much text the page holds."""
        inside = sum(len(cell.text) for table in self.tables for row in table.rows for cell in row)
        return sum(len(line.text) for line in self.lines) + inside


class _Measure(NamedTuple):
    """The block of text that most lines stand in."""

    left: float
    right: float
    size: float
    pitch: float
    """From one line to the next."""
    indented: bool
    """Paragraphs begin with an indented line."""


_PAGE_NUMBER = re.compile(
    r"[\s—–―─\-－~～·•/|]*(?:第?\s*[0-9０-９]{1,4}\s*页?|[ivxIVX]{1,6}|第\s*[一二三四五六七八九十百]{1,5}\s*页"
    r"|第?\s*[0-9]{1,4}\s*页?\s*[,，/／]?\s*共?\s*[0-9]{1,4}\s*页?|Page\s*[0-9]{1,4}(?:\s*of\s*[0-9]{1,4})?)[\s—–―─\-－~～·•/|]*"
)
_MARGIN = 0.12
"""Share of a page's height, at the top and at the bottom, where headers and page numbers stand."""
_ROWS_OF_HEADER = 3
_LEAST_COLUMN_ROWS = 8
_LEAST_INDENTS = 3
_MOST_LINES = 40
"""Lines of a paragraph, on average; with fewer indents than that, they mean something else."""
_LABEL = re.compile(
    "[ 　]*(?:第[一二三四五六七八九十百零0-9]{1,4}[章节部篇编条]|[一二三四五六七八九十]{1,3}[、．.]"
    "|[（(][一二三四五六七八九十0-9]{1,3}[)）]"
    "|[0-9]{1,3}(?:[、．]|[.](?![0-9]))|[①-⑳]|[●■◆▪•])"
)
# an opening mark, then a Han character or a whole Latin word or number, then closing marks
_UNTORN = re.compile("[“‘（《〈「【]*(?:[!-~\u00c0-\u024f—–]{1,60}|.)[”’）》〉」】，。；、：！？%]*")
_HEADING = re.compile(
    "第[一二三四五六七八九十百零0-9]{1,4}[章节部篇编]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[)）]"
)
_LATIN_END = re.compile("[A-Za-z0-9][,;:.!?)]*$")
_LATIN_START = re.compile("[A-Za-z0-9(]")
_CLOSED = re.compile("[。！？；：!?;:][”’」』）)》\"']*$")
_CAN_ONLY_GO_ON = re.compile("[，、,“‘（(《]$")


def paragraphs(pages: list[PdfPage]) -> Iterator[str]:
    """Give the paragraphs of a document; a row of a table is one, its cells parted by bars, by tabs where no lines rule it."""
    bodies = _without_margins([_rows(page) for page in pages], pages)
    measure = _measure(bodies) if any(bodies) else None
    before: PageLine | None = None
    current = ""
    for item in _in_order(bodies, pages):
        if isinstance(item, PageTable):
            if before is not None:
                yield current
            before = None
            yield from write_rows(item.rows)
        elif before is not None and measure is not None and _goes_on(before, item, measure):
            current, before = _joined(current, item.text.strip()), item
        else:
            if before is not None:
                yield current
            current, before = item.text.strip(), item
    if before is not None:
        yield current


def _in_order(bodies: list[list[PageLine]], pages: list[PdfPage]) -> Iterator[PageLine | PageTable]:
    """Give the rows and tables of all pages from top to bottom."""
    for body, page in zip(bodies, pages, strict=True):
        waiting = sorted(page.tables, key=lambda table: -table.top)
        for row in body:
            while waiting and waiting[0].top > row.top:
                yield waiting.pop(0)
            yield row
        yield from waiting


def _rows(page: PdfPage) -> list[PageLine]:
    """Return the rows of a page from top to bottom, pieces side by side joined by tabs; columns one after the other."""
    pieces = sorted(page.lines, key=lambda line: -line.top)
    rows: list[list[PageLine]] = []
    for piece in pieces:
        if rows and _beside(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    gutter = _gutter(rows, page)
    if gutter is None:
        return [_one(sorted(row)) for row in rows]
    columns: tuple[list[PageLine], list[PageLine]] = ([], [])
    for row in rows:
        for column, side in enumerate((True, False)):
            inside = sorted(piece for piece in row if (piece.left < gutter) is side)
            if inside:
                columns[column].append(_one(inside))
    return [*columns[0], *columns[1]]


def _beside(row: PageLine, piece: PageLine) -> bool:
    """Return whether two pieces stand on one line: they share more than half of the lower one's height."""
    shared = min(row.top, piece.top) - max(row.bottom, piece.bottom)
    return shared > 0.5 * min(row.top - row.bottom, piece.top - piece.bottom)


def _one(pieces: list[PageLine]) -> PageLine:
    text = pieces[0].text.strip()
    for left, right in pairwise(pieces):
        near = right.left - left.right < 0.6 * max(left.size, right.size)
        text += ("" if near else "\t") + right.text.strip()
    return PageLine(
        min(piece.left for piece in pieces),
        min(piece.bottom for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.top for piece in pieces),
        max(piece.size for piece in pieces),
        text,
    )


def _gutter(rows: list[list[PageLine]], page: PdfPage) -> float | None:
    """Return where the right one of two columns begins; None on a page of one column."""
    pairs = [sorted(row) for row in rows if len(row) == 2]
    wide = [(left, right) for left, right in pairs if min(left.right - left.left, right.right - right.left) > 0.3 * page.width]
    if len(wide) < _LEAST_COLUMN_ROWS or len(wide) * 2 < len(rows):
        return None
    begins = median(right.left for _, right in wide)
    return begins - wide[0][1].size if all(left.right < begins for left, _ in wide) else None


def _without_margins(bodies: list[list[PageLine]], pages: list[PdfPage]) -> list[list[PageLine]]:
    """Drop page numbers, and headers and footers that stand on most pages."""
    said: Counter[str] = Counter()
    for body, page in zip(bodies, pages, strict=True):
        said.update({_plain(row.text) for row in _margin_rows(body, page)})
    repeated = {text for text, times in said.items() if times * 2 > len(pages) and times > 1}
    kept = []
    for body, page in zip(bodies, pages, strict=True):
        gone = {row for row in _margin_rows(body, page) if _PAGE_NUMBER.fullmatch(row.text) or _plain(row.text) in repeated}
        kept.append([row for row in body if row not in gone])
    return kept


def _margin_rows(body: list[PageLine], page: PdfPage) -> list[PageLine]:
    top, bottom = page.height * (1 - _MARGIN), page.height * _MARGIN
    edge = [*body[:_ROWS_OF_HEADER], *body[-_ROWS_OF_HEADER:]]
    return [row for row in edge if row.bottom > top or row.top < bottom]


def _plain(text: str) -> str:
    return re.sub(r"[\d\s]+", "", text)


def _measure(bodies: list[list[PageLine]]) -> _Measure:
    """Return the measure of the text: the commonest margins, size and pitch, each weighed by the length of lines."""
    lefts: Counter[float] = Counter()
    rights: Counter[float] = Counter()
    sizes: Counter[float] = Counter()
    pitches: Counter[float] = Counter()
    for body in bodies:
        for row in body:
            lefts[round(row.left)] += len(row.text)
            rights[round(row.right)] += len(row.text)
            sizes[round(row.size * 2) / 2] += len(row.text)
        for above, below in pairwise(body):
            if above.bottom > below.bottom:
                pitches[round((above.bottom - below.bottom) * 2) / 2] += 1
    size = sizes.most_common(1)[0][0]
    right = max(place for place, weight in rights.items() if weight * 50 > sum(rights.values()) or weight == max(rights.values()))
    left = lefts.most_common(1)[0][0]
    rows = [row for body in bodies for row in body]
    indents = sum(1.2 * size < row.left - left < 4.5 * size for row in rows)
    pitch = pitches.most_common(1)[0][0] if pitches else size * 1.5
    return _Measure(left, right, size, pitch, indented=indents >= _LEAST_INDENTS and indents * _MOST_LINES > len(rows))


def _goes_on(before: PageLine, after: PageLine, measure: _Measure) -> bool:
    """Return whether `after` continues the paragraph of `before`."""
    if "\t" in before.text or "\t" in after.text:
        return False
    em = measure.size
    same_page = before.bottom > after.bottom
    gap = before.bottom - after.bottom
    if abs(before.size - after.size) > 0.15 * em or (same_page and gap > 1.6 * measure.pitch):
        return False
    # punctuation may hang over the edge, so that the other lines look short by one character
    full = before.right + _first_width(after.text) * em > measure.right - 1.3 * em
    at_margin = abs(after.left - measure.left) < 0.8 * em or abs(after.left - before.left) < 0.3 * em
    if not full or not at_margin:
        return bool(_CAN_ONLY_GO_ON.search(before.text)) and at_margin and not _LABEL.match(after.text)
    if measure.indented:
        return after.left < measure.left + 1.2 * em
    return not _CLOSED.search(before.text) and not _is_heading(before, after, measure)


def _is_heading(before: PageLine, after: PageLine, measure: _Measure) -> bool:
    """Return whether a labelled line that happens to be full is a heading: the second line of a heading would be short."""
    return _HEADING.match(before.text) is not None and "。" not in before.text and after.right > measure.right - 2.1 * measure.size


def _first_width(text: str) -> float:
    """Return how wide, in ems, the beginning of a line is that could not be torn off and put on the line before."""
    found = _UNTORN.match(text)
    return sum(1.0 if character > "\u2000" else 0.55 for character in found[0]) if found else 1.0


def _joined(text: str, more: str) -> str:
    """Join two halves of a wrapped paragraph; Latin words keep a space, a hyphenated one is made whole."""
    if text.endswith("-") and text[-2:-1].isascii() and text[-2:-1].islower() and more[:1].islower():
        return text[:-1] + more
    # an ASCII comma may stand in Chinese prose, so what is before it counts
    words = _LATIN_END.search(text) and _LATIN_START.match(more) and not (text[-1].isdigit() and more[0].isdigit())
    return f"{text} {more}" if words else text + more
