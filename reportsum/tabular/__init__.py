"""The one table model: lines with cells → tables whose numbers know their heads and labels.

Readers of HTML, DOCX and PDF write a table into the text in one form (`writing`); the tables of a text, in that form or parted by tabs
or spaces, are found again (`finding`) and read (`building`): what is head, what is label, what is value. Only the layout is known
here; what a unit, a growth or a target is, and what a number is worth, is left to `figures`.

    cells     what a cell holds: a value, a time, nothing, words
    writing   rows with merged cells → lines of text
    finding   text → blocks of rows, each cell with its offsets
    aligning  columns of plain text → the gaps between their cells
    markup    HTML tables inside a text → rows with bars
    registers rows of number, name, code and state in plain text, which are not read
    stacked   cells one below the other: tables that cannot be read
    building  a block → table: heads, labels, captions, unit lines, continuation
"""

from .building import Column, Table, TableRow, find_tables
from .finding import Cell
from .stacked import find_stacked
from .writing import GridCell, write_rows

__all__ = ["Cell", "Column", "GridCell", "Table", "TableRow", "find_stacked", "find_tables", "write_rows"]
