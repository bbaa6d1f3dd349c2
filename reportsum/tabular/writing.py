"""Rows with merged cells → the one form in which a table stands in a text.

A row is a line, `| a | b |`; a line of dashes parts the head from the body. What a merged cell says is written into each of its places
when it names something (a head over three columns, a label beside four rows), so that every row can be read alone; a number is written
once. A row with fewer cells than the others stays short, since it is not known which one it lacks. A bar inside a cell is written `\\|`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .cells import is_nothing, is_time, is_value, plain

MOST_PLACES = 200_000
"""Of one table, up to which merged cells are spread; a larger one is written as it stands."""
MOST_COLUMNS = 60
LONGEST_REPEATED = 80
"""Characters; a longer cell names nothing, and stands once."""
HEAD_LINE = "---"


class GridCell(NamedTuple):
    """A cell as a reader finds it."""

    text: str
    rows: int = 1
    """How many rows it reaches over, its own included."""
    columns: int = 1
    head: bool = False
    """Whether the file itself says that it belongs to the head."""


class FilledRow(NamedTuple):
    """A row in all its places."""

    number: int
    """Of the reader's row."""
    texts: list[str]
    own: list[int | None]
    """For each place, which of the reader's cells begins there; None where a merged cell reaches, or nothing stands."""
    head: bool
    """Whether the file calls it a head."""


def write_rows(rows: Sequence[Sequence[GridCell]]) -> list[str]:
    """Return the lines of a table; `[]` when it holds nothing.

    >>> write_rows([[GridCell("指标", rows=2), GridCell("2023年", columns=2)], [GridCell("总量"), GridCell("增速")],
    ...             [GridCell("产值"), GridCell("5.0"), GridCell("3%")]])
    ['| 指标 | 2023年 | 2023年 |', '| 指标 | 总量 | 增速 |', '|---|---|---|', '| 产值 | 5.0 | 3% |']
    """
    filled = spread(rows)
    width = max((len(row.texts) for row in filled), default=0)
    head = head_height([row.texts for row in filled], [row.head for row in filled])
    lines: list[str] = []
    for number, row in enumerate(filled):
        if number and number == head:
            lines.append("|" + f"{HEAD_LINE}|" * width)
        lines.append("| " + " | ".join(text.replace("|", "\\|") for text in row.texts) + " |")
    return lines


def spread(rows: Sequence[Sequence[GridCell]]) -> list[FilledRow]:
    """Return the rows in all their places; those that say nothing are left out."""
    below: dict[int, tuple[int, str]] = {}
    filled: list[FilledRow] = []
    places = 0
    for number, row in enumerate(rows):
        texts: list[str] = []
        own: list[int | None] = []
        for index, cell in enumerate(row):
            _take_from_above(below, texts)
            own += [None] * (len(texts) - len(own))
            said = plain(cell.text)
            again = "" if is_value(said) or is_nothing(said) or len(said) > LONGEST_REPEATED else said
            spreads = places < MOST_PLACES
            for place in range(max(1, min(cell.columns, MOST_COLUMNS - len(texts))) if spreads else 1):
                if cell.rows > 1 and spreads:
                    below[len(texts)] = (cell.rows - 1, again)
                own.append(None if place else index)
                texts.append(again if place else said)
        while any(column >= len(texts) for column in below):
            if len(texts) in below:
                _take_from_above(below, texts)
            else:
                texts.append("")
        own += [None] * (len(texts) - len(own))
        places += len(texts)
        if any(texts):
            filled.append(FilledRow(number, texts, own, bool(row) and all(cell.head for cell in row)))
    return filled


def _take_from_above(below: dict[int, tuple[int, str]], texts: list[str]) -> None:
    """Put down what cells of earlier rows that reach down here say."""
    while len(texts) in below:
        left, text = below.pop(len(texts))
        if left > 1:
            below[len(texts)] = (left - 1, text)
        texts.append(text)


def head_height(rows: Sequence[Sequence[str]], said: Sequence[bool]) -> int:
    """Return how many rows from the top are head: those that the file calls so, else those before the first value; 0 without any.

    Rows that hold a single thing (a caption, a unit) above the head count with it. A table without values has one row of head.
    """
    count = next((number for number, is_head in enumerate(said) if not is_head), len(said))
    if 0 < count < len(rows):
        return count
    first = next((number for number, row in enumerate(rows) if _has_value(row)), None)
    if first is None:
        return 1 if len(rows) > 1 and len({text for text in rows[0] if text}) > 1 else 0
    return first


def _has_value(row: Sequence[str]) -> bool:
    return any(is_value(text) and not is_time(text) for text in row[1:]) or (len(row) == 1 and is_value(row[0]))
