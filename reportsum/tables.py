"""Reads the tables in `data/`: tab-separated text that a domain expert can correct.

A table opens with `#` lines that explain its columns, its order, its source and what to do when two rows compete. The first line
after them names the columns. Blank lines and lines that begin with `#` are skipped anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportsum.values import dataclass

from .errors import TableError
from .resources import resource_dir


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the cells by column name, and where it stands (`number` is the line in the file, from 1)."""

    table: str
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def wrong(self, problem: str) -> TableError:
        """Return the error that points at this row."""
        return TableError(f"{self.table}, row {self.number}: {problem}")


def read_table(name: str, columns: tuple[str, ...], key: str | None = None) -> tuple[Row, ...]:
    """Return the rows of `data/name` in file order.

    `columns` must be exactly the columns the file names. With `key`, no two rows may have the same cell there.
    Raises TableError with file and row when something does not fit.
    """
    rows = tuple(_rows(name, columns))
    if key is not None:
        seen: dict[str, int] = {}
        for row in rows:
            if row[key] in seen:
                raise row.wrong(f'"{row[key]}" already stands in row {seen[row[key]]}. Keep one of the two.')
            seen[row[key]] = row.number
    return rows


def read_classes(name: str, classes: Sequence[str]) -> dict[str, list[str]]:
    """Return the words of a table of word classes (columns class, words, note; several words a row), by class, in file order.

    Raises TableError for a class that is not among `classes` and for a word that stands twice in one.
    """
    words: dict[str, list[str]] = {one: [] for one in classes}
    for row in read_table(name, ("class", "words", "note")):
        if row["class"] not in words:
            raise row.wrong(f'"{row["class"]}" is no class. Use one of {", ".join(classes)}.')
        for word in row["words"].split():
            if word in words[row["class"]]:
                raise row.wrong(f'"{word}" stands twice in its class. Keep one of the two.')
            words[row["class"]].append(word)
    return words


def _rows(name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    header: list[str] | None = None
    text = (resource_dir("data") / name).read_text(encoding="utf-8")
    width = len(columns)
    for number, line in enumerate(text.split("\n"), start=1):
        if line[:1] == "#" or not line or line.isspace():
            continue
        cells = list(map(str.strip, line.split("\t")))
        if header is None:
            if tuple(cells) != columns:
                raise TableError(f"{name}, row {number}: the columns are {cells}, expected {list(columns)}.")
            header = cells
            continue
        if len(cells) > width:
            raise TableError(f"{name}, row {number}: {len(cells)} cells, but {width} columns. Look for a stray tab.")
        if len(cells) < width:
            cells += [""] * (width - len(cells))
        yield Row(name, number, dict(zip(columns, cells)))  # noqa: B905 - as many as columns by now
