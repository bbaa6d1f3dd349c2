"""DOCX files → text: one paragraph a line, tables as rows with bars, automatic numbers written out.

A DOCX file is a zip archive of XML parts. They are read as streams with the standard library's parser; a part with a document type
declaration, which DOCX files never have and entity bombs need, is refused. Left out: headers, footers, footnotes, comments,
deleted text and tables of contents.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportsum import lazy_re as re

from ..tabular import GridCell, write_rows
from .archives import Archive
from .headings import as_heading
from .numbering import Numbering, read_numbering
from .xml_parts import Handler, RefusedPartError, parse_part

DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_NUMBERING = "word/numbering.xml"

_MAX_TEXT = 13_000_000
"""Characters; the rest of a longer text is not even built."""

_SKIPPED = frozenset({"Fallback", "instrText", "delText", "del", "moveFrom", "rt", "pPrChange", "rPrChange"})
"""Elements that are no part of the report: Fallback repeats what its Choice says, rt is ruby (pinyin above characters), the rest is
deleted text, old formatting, or the instructions of fields."""

_OF_TABLES = frozenset({"tblHeader", "gridBefore", "gridSpan", "vMerge"})

_HEADING_STYLE = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS_STYLE = re.compile(r"(?:toc|目录)\s*(?:[1-9]|heading)?", re.IGNORECASE)


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    outline: int | None = None
    number: tuple[str | None, int | None] = (None, None)


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    style: str = ""
    outline: int | None = None
    number: str | None = None
    level: int | None = None


@dataclass(slots=True)
class _Cell:
    lines: list[str] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    goes_on: bool = False
    """It is merged with the cell above it."""


@dataclass(slots=True)
class _Row:
    cells: list[_Cell] = field(default_factory=list)
    before: int = 0
    """Columns left out at its beginning."""
    head: bool = False


@dataclass(slots=True)
class _Table:
    rows: list[_Row] = field(default_factory=list)
    nests: bool = False
    """A table stands inside it: it lays out a page."""


def read_docx(archive: Archive, source: str) -> str:
    """Return the text of a DOCX file. Raises InputError when a part of it is damaged, too large or hostile."""
    styles = _read_styles(archive, source)
    numbering = read_numbering(lambda handler: parse_part(archive, _NUMBERING, source, handler))
    reader = _DocumentReader(styles, numbering)
    parse_part(archive, DOCUMENT, source, reader)
    return "\n".join(reader.lines)


def _read_styles(archive: Archive, source: str) -> dict[str, _Style]:
    reader = _StylesReader()
    parse_part(archive, _STYLES, source, reader)
    return reader.styles


class _StylesReader(Handler):
    def __init__(self) -> None:
        self.styles: dict[str, _Style] = {}
        self._style = _Style()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        if name == "style":
            self._style = self.styles.setdefault(attributes.get("styleId", ""), _Style())
        elif name == "name":
            self._style.name = value
        elif name == "basedOn":
            self._style.based_on = value
        elif name == "outlineLvl":
            self._style.outline = _number(value)
        elif name == "numId":
            self._style.number = (value, self._style.number[1])
        elif name == "ilvl":
            self._style.number = (self._style.number[0], _number(value))


class _DocumentReader(Handler):
    """Turns the elements of the document into lines."""

    def __init__(self, styles: dict[str, _Style], numbering: Numbering) -> None:
        self.lines: list[str] = []
        self._styles = styles
        self._numbering = numbering
        self._paragraphs: list[_Paragraph] = []  # more than one inside a text box, which stands in a paragraph
        self._tables: list[_Table] = []  # more than one in a table inside a table
        self._skipping = 0
        self._in_text = False
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
        elif name == "t":
            self._in_text = True
        elif name == "p":
            self._paragraphs.append(_Paragraph())
        elif name == "tbl":
            if self._tables:
                self._tables[-1].nests = True
            self._tables.append(_Table())
        elif name == "tr" and self._tables:
            self._tables[-1].rows.append(_Row())
        elif name == "tc" and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].cells.append(_Cell())
        elif name in _OF_TABLES:
            self._inside_table(name, attributes)
        elif self._paragraphs:
            self._inside_paragraph(name, attributes)

    def _inside_table(self, name: str, attributes: dict[str, str]) -> None:
        row = self._tables[-1].rows[-1] if self._tables and self._tables[-1].rows else None
        if row is None:
            return
        value = attributes.get("val", "")
        if name == "tblHeader":
            row.head = value not in ("0", "false", "off")
        elif name == "gridBefore":
            row.before = _number(value) or 0
        elif row.cells and name == "gridSpan":
            row.cells[-1].columns = max(1, _number(value) or 1)
        elif row.cells and name == "vMerge":
            row.cells[-1].goes_on = value != "restart"

    def _inside_paragraph(self, name: str, attributes: dict[str, str]) -> None:
        paragraph = self._paragraphs[-1]
        value = attributes.get("val", "")
        if name == "pStyle":
            paragraph.style = value
        elif name == "outlineLvl":
            paragraph.outline = _number(value)
        elif name == "numId":
            paragraph.number = value
        elif name == "ilvl":
            paragraph.level = _number(value)
        elif name == "tab" and "pos" not in attributes:
            paragraph.pieces.append(self._counted("\t"))
        elif name in ("br", "cr"):
            paragraph.pieces.append(self._counted("\n"))
        elif name == "noBreakHyphen":
            paragraph.pieces.append(self._counted("-"))

    def text(self, data: str) -> None:
        if self._in_text and self._paragraphs and not self._skipping:
            self._paragraphs[-1].pieces.append(self._counted(data))

    def _counted(self, text: str) -> str:
        """Return `text` as long as the document stays within what any report holds."""
        self._length += len(text)
        if self._length > _MAX_TEXT:
            raise RefusedPartError("it holds more text than any report")
        return text

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name == "t":
            self._in_text = False
        elif name == "p" and self._paragraphs:
            self._put(self._line(self._paragraphs.pop()))
        elif name == "tbl" and self._tables:
            for line in _lines_of(self._tables.pop()):
                self._put(line)

    def _put(self, line: str | None) -> None:
        if line is None:
            return
        rows = self._tables[-1].rows if self._tables else []
        if rows and rows[-1].cells:
            if line.strip():
                rows[-1].cells[-1].lines.append(line)
        else:
            self.lines.append(line)

    def _line(self, paragraph: _Paragraph) -> str | None:
        """Return the line a paragraph becomes; None for an entry of a table of contents."""
        text = "".join(paragraph.pieces)
        chain = self._style_chain(paragraph.style)
        if any(_CONTENTS_STYLE.fullmatch(style.name) for style in chain):
            return None
        if not text.strip():
            return ""
        label = self._label(paragraph, chain)
        level = self._heading_level(paragraph, chain)
        line = self._counted(label) + text
        return as_heading(line, level) if level else line

    def _style_chain(self, style: str) -> list[_Style]:
        """Return a style and those it is based on; a circle ends."""
        chain: list[_Style] = []
        while style in self._styles and len(chain) < 12:
            chain.append(self._styles[style])
            style = chain[-1].based_on
        return chain

    def _label(self, paragraph: _Paragraph, chain: list[_Style]) -> str:
        number = paragraph.number or next((style.number[0] for style in chain if style.number[0]), None)
        if number is None or number == "0":
            return ""
        level = paragraph.level
        if level is None:
            level = next((style.number[1] for style in chain if style.number[1] is not None), 0)
        return self._numbering.next_label(number, level or 0)

    @staticmethod
    def _heading_level(paragraph: _Paragraph, chain: list[_Style]) -> int:
        """Return 1 to 9 for a heading, 0 for other paragraphs."""
        outline = paragraph.outline
        for style in chain:
            if outline is not None:
                break
            named = _HEADING_STYLE.fullmatch(style.name)
            outline = int(named[1]) - 1 if named else style.outline
        return outline + 1 if outline is not None and 0 <= outline < 9 else 0


def _lines_of(table: _Table) -> list[str]:
    """Return the lines of a table: its rows, or what its cells say where it has one column or frames other tables."""
    if table.nests or all(len(row.cells) <= 1 for row in table.rows):
        return [line for row in table.rows for cell in row.cells for line in cell.lines]
    above: dict[int, _Cell] = {}
    rows: list[list[_Cell]] = []
    for row in table.rows:
        kept: list[_Cell] = [_Cell(columns=row.before)] if row.before else []
        column = row.before
        for cell in row.cells:
            begun = above.get(column) if cell.goes_on else None
            if begun is not None and begun.columns == cell.columns:
                begun.rows += 1
            else:
                above[column] = cell
                kept.append(cell)
            column += cell.columns
        rows.append(kept)
    heads = [row.head for row in table.rows]
    return write_rows(
        [[GridCell(" ".join(cell.lines), cell.rows, cell.columns, head) for cell in cells] for cells, head in zip(rows, heads, strict=True)]
    )


def _number(value: str) -> int | None:
    return int(value) if value.isdecimal() and len(value) < 5 else None
