"""HTML tables inside a text (Markdown out of converters) → what has to be replaced so that they stand there in the form of `writing`.

What a cell says stays where it is; tags, breaks and bars around and inside it are replaced. A table inside a table, or one of a single
column, is left alone: such tables lay a page out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import NamedTuple

from reportsum import lazy_re as re
from reportsum.values import dataclass

from .cells import plain
from .writing import HEAD_LINE, GridCell, head_height, spread

_TABLE_TAG = re.compile(r"<(?P<close>/?)(?P<name>table|tr|td|th)(?P<attributes>\s[^<>]{0,500})?/?>", re.IGNORECASE)
_INSIDE = re.compile(r"<[^<>]{0,500}>|\s*\n\s*|\|")
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?\s*([0-9]{1,4})", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,500}>")


class Replacement(NamedTuple):
    """Put `words` in place of `start`..`end`."""

    start: int
    end: int
    words: str


@dataclass(slots=True)
class _Cell:
    start: int
    end: int
    rows: int
    columns: int
    head: bool


@dataclass(slots=True)
class _Table:
    start: int
    rows: list[list[_Cell]] = field(default_factory=list)
    nested: bool = False


def table_replacements(text: str) -> Iterator[Replacement]:
    """Yield what turns the HTML tables of `text` into rows, in order."""
    if "<" not in text or "<table" not in text.lower():
        return
    table: _Table | None = None
    depth = 0
    cell: _Cell | None = None
    for tag in _TABLE_TAG.finditer(text):
        name, closes = tag["name"].lower(), bool(tag["close"])
        if name == "table":
            depth = max(0, depth - 1) if closes else depth + 1
            if not closes:
                if depth == 1:
                    table, cell = _Table(tag.start()), None
                elif table is not None:
                    table.nested = True
            elif depth == 0 and table is not None:
                _close(cell, tag.start())
                if not table.nested:
                    yield from _rewritten(text, table, tag.end())
                table = cell = None
        elif table is not None and depth == 1:
            _close(cell, tag.start())
            cell = None
            if name == "tr":
                if not closes:
                    table.rows.append([])
            elif not closes and table.rows:
                cell = _opened(tag, name)
                table.rows[-1].append(cell)


def _opened(tag: re.Match[str], name: str) -> _Cell:
    spans = {which.lower(): max(1, int(count)) for which, count in _SPAN.findall(tag["attributes"] or "")}
    return _Cell(tag.end(), tag.end(), spans.get("row", 1), spans.get("col", 1), head=name == "th")


def _close(cell: _Cell | None, end: int) -> None:
    if cell is not None:
        cell.end = end


def _rewritten(text: str, table: _Table, end: int) -> Iterator[Replacement]:
    """Yield the replacements of one table; nothing when it has no two columns."""
    rows = [[GridCell(_said(text, cell), cell.rows, cell.columns, cell.head) for cell in row] for row in table.rows]
    filled = spread(rows)
    if not filled or max(len(row.texts) for row in filled) < 2:
        return
    width = max(len(row.texts) for row in filled)
    head = head_height([row.texts for row in filled], [row.head for row in filled])
    at = table.start
    words = "\n" if at and text[at - 1] != "\n" else ""
    for number, row in enumerate(filled):
        if number and number == head:
            words += "|" + f"{HEAD_LINE}|" * width + "\n"
        words += "|"
        for said, own in zip(row.texts, row.own, strict=True):
            words += " "
            if own is None:
                words += said.replace("|", "\\|")
            else:
                cell = table.rows[row.number][own]
                yield Replacement(at, cell.start, words)
                yield from _inside(text, cell)
                at, words = cell.end, ""
            words += " |"
        words += "\n" if number + 1 < len(filled) or text[end : end + 1] != "\n" else ""
    yield Replacement(at, end, words)


def _inside(text: str, cell: _Cell) -> Iterator[Replacement]:
    for found in _INSIDE.finditer(text, cell.start, cell.end):
        yield Replacement(found.start(), found.end(), "\\|" if found[0] == "|" else " ")


def _said(text: str, cell: _Cell) -> str:
    import html  # a table of two thousand names, which most reports do not need

    return plain(html.unescape(_TAG.sub(" ", text[cell.start : cell.end])))
