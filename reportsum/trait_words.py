"""Words by which an item is known to hold something, or nothing, from `data/trait_words.tsv`: one pattern for each class of words."""

from __future__ import annotations

from functools import cache

from reportsum import lazy_re as re

from .tables import Row, read_table

CLASSES = (
    "quoted", "works", "laws", "houses", "called", "attained", "located", "no_place", "timed", "owned", "trouble", "event", "good_up",
    "divisions", "general", "opens", "pushes",
)  # fmt: skip


@cache
def words(name: str) -> re.Pattern[str]:
    """Return the pattern of a class of words. Raises TableError with file and row for a wrong one."""
    rows = _rows()[name]
    pattern = re.compile("|".join(f"(?:{row['words']})" for row in rows))
    try:
        pattern.search("")
    except re.error:
        for row in rows:
            _check(row)
        raise
    return pattern


def _check(row: Row) -> None:
    try:
        re.compile(row["words"]).search("")
    except re.error as error:
        raise row.wrong(f"is no regular expression: {error}.") from None


@cache
def _rows() -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {name: [] for name in CLASSES}
    for row in read_table("trait_words.tsv", ("class", "words", "note")):
        if row["class"] not in rows:
            raise row.wrong(f'"{row["class"]}" is no class of words. Use one of {", ".join(CLASSES)}.')
        rows[row["class"]].append(row)
    return rows
