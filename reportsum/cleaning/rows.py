"""The rules about tables: whatever a table is written in, its rows stand in the working text with bars or tabs between the cells."""

from __future__ import annotations

from ..tabular.aligning import cell_gaps
from ..tabular.markup import table_replacements
from .edits import Change, Edit, apply_edits


def write_html_rows(text: str) -> Change | None:
    """Write HTML tables inside a text as rows with bars.

    >>> write_html_rows("<table><tr><td>指标</td><td>2023年</td></tr><tr><td>产量</td><td>35</td></tr></table>").text
    '| 指标 | 2023年 |\\n|---|---|\\n| 产量 | 35 |\\n'
    """
    return apply_edits(text, (Edit(*replacement) for replacement in table_replacements(text)))


def part_cells(text: str) -> Change | None:
    """Put tabs between cells that only spaces part, one more for each cell that is left empty.

    >>> part_cells("指标    总量   增速\\n产值    12.5   3.0\\n").text
    '指标\\t总量\\t增速\\n产值\\t12.5\\t3.0\\n'
    """
    edits = (Edit(gap.start, gap.end, "\t" * gap.tabs + ("\n" if text[gap.start] == "\n" else "")) for gap in cell_gaps(text))
    return apply_edits(text, edits)
