"""Tables of words (task lists): which cells state something, and what the heads and labels beside them say of it.

Comes in: the tables as `tabular` lays them out. Goes out: the cells that hold sentences, each with what names its row, the place its head
gives it (what was planned, what was done, what is wrong), who is responsible and until when. What names, numbers or dates a row
states nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..spans import Span
from ..tabular import Table, TableRow
from ..tabular.cells import is_nothing, is_strange, is_time, is_value
from .cells import first_place_of_values
from .columns import Head, as_time, read_head
from .figure import RowStand, StatedCell

_LONG = 12
"""Characters from which a cell is no mere name."""
_SORTS = ("类别", "类型", "分类", "领域", "板块", "大类")
"""How the head of a column ends that sorts rows: several of them have the same cell."""
_STANDS: tuple[tuple[str, RowStand], ...] = (("risk", "problems"), ("done", "review"), ("target", "plan"))


def find_stated(tables: Sequence[Table]) -> tuple[StatedCell, ...]:
    """Return the cells that hold statements, in text order; `()` mostly."""
    return tuple(cell for table in tables for cell in _of_table(table))


def silent_in_rows(tables: Sequence[Table], stated: Sequence[StatedCell]) -> list[Span]:
    """Return what stands between the statements of rows: labels, numbers of rows, who is responsible; and in rows with values too,
    the gap before each statement. In text order, without overlaps."""
    spans: list[Span] = []
    cells = iter(stated)
    cell = next(cells, None)
    for table in tables:
        for row in table.rows:
            inside = []
            while cell is not None and cell.start < row.end:
                inside.append(cell)
                cell = next(cells, None)
            if inside:
                spans += _around(row, inside)
    return spans


def named_in_rows(tables: Sequence[Table], stated: Sequence[StatedCell]) -> list[Span]:
    """Return the cells of rows in which numbers are no figures: labels, numbers of rows, times, who is responsible; and the heads."""
    starts = {cell.start for cell in stated}
    spans = [span for table in tables for span in table.silent]
    for table in tables:
        for row in table.rows:
            heads = [read_head(column.text) for column in table.columns]
            for place, cell in enumerate(row.cells):
                counts = is_value(cell.text) or is_strange(cell.text)
                says = heads[place].says if place < len(heads) else frozenset()
                value = counts and (place >= first_place_of_values(row) or "rank" in says) and "note" not in says
                if cell.text and cell.start not in starts and not value and not _is_year_among(row, place):
                    spans.append(Span(cell.start, cell.end))
    return sorted(spans)


def _is_year_among(row: TableRow, place: int) -> bool:
    """Return whether a cell looks like a year where values stand: `cells` decides."""
    return place >= row.first_value and is_time(row.cells[place].text)


def _of_table(table: Table) -> Iterator[StatedCell]:
    heads = [read_head(column.text) for column in table.columns]
    for row in table.rows:
        if not row.readable or not table.columns[0].heads:
            continue
        valued = any(is_value(cell.text) for cell in row.cells[row.first_value :])
        label = _label_place(row, heads, [column.text for column in table.columns], valued=valued)
        owner = _said(row, heads, "owner")
        deadline = _said(row, heads, "deadline")
        for place, cell in enumerate(row.cells):
            if place == label or _sorts(table.columns[place].text) or place in row.label_places[: len(row.label_places) if valued else 0]:
                continue
            if heads[place].says & {"note", "owner", "deadline"} or not _states(cell.text):
                continue
            stand = next((stand for says, stand in _STANDS if says in heads[place].says), None)
            name = "" if label is None else row.cells[label].text
            yield StatedCell(cell.start, cell.end, name, stand, as_time(heads[place].time), owner, deadline)


def _states(text: str) -> bool:
    """Return whether a cell holds more than a value, a time or nothing."""
    return bool(text) and not (is_value(text) or is_time(text) or is_nothing(text)) and any(map(str.isalpha, text))


def _sorts(head: str) -> bool:
    """Return whether a column only says which sort its rows are of."""
    return head.strip().endswith(_SORTS)


def _label_place(row: TableRow, heads: Sequence[Head], columns: Sequence[str], *, valued: bool) -> int | None:
    """Return the column that names a row: the first of words, unless it holds a statement itself (任务: 新建学校5所) or only a sort."""
    named = [place for place in row.label_places if not _sorts(columns[place])]
    for place in named or row.label_places:
        text = row.cells[place].text
        if not _states(text):
            continue
        stating = heads[place].says & {"target", "done", "risk"} and (len(text) > _LONG or any(map(str.isdigit, text)))
        return None if stating and not valued else place
    return None


def _said(row: TableRow, heads: Sequence[Head], says: str) -> str:
    return next((cell.text for cell, head in zip(row.cells, heads, strict=True) if says in head.says and cell.text), "")


def _around(row: TableRow, inside: Sequence[StatedCell]) -> Iterator[Span]:
    valued = any(is_value(cell.text) for cell in row.cells[row.first_value :])
    edges = [(row.start, row.start), *((cell.start, cell.end) for cell in inside), (row.end, row.end)]
    for (_, end), (start, _) in pairwise(edges):
        values = [cell for cell in row.cells if end <= cell.start < start and is_value(cell.text)] if valued else []
        if values:
            # the values are a statement of their own, with the labels before them
            yield Span(values[-1].end, start)
        elif end < start:
            yield Span(end, start)
