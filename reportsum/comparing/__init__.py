"""Several digests → one table of indicators, and what became of the promises.

    model.py       the answer: Comparison, its columns, rows, cells and promises
    subjects.py    digest → what it tells of one indicator, reported and promised
    units.py       figures → numbers in a common unit, only where that is exact
    promises.py    targets of one report against what later reports say
    building.py    digests → Comparison
    records.py     Comparison → flat records, JSON, CSV;  table.py → a table on the screen;  page.py → an HTML page with a chart

`compare(digests)` answers; `write_comparison(comparison, output)` writes it as .html, .csv or .json.
"""

from __future__ import annotations

from .building import compare
from .model import Cell, Column, Comparison, Promise, Reading, RowOfCells, Telling
from .writing import write_comparison

__all__ = ["Cell", "Column", "Comparison", "Promise", "Reading", "RowOfCells", "Telling", "compare", "write_comparison"]
