"""What kinds of reports there are: the words by which titles name them, and what each kind does where its headings do not say.

The one place for a genre: `data/genres.tsv` (words in titles) and `data/report_kinds.tsv` (a row a kind).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast, get_args

from .models import ReportKind, Stance
from .tables import Row, read_table


class Genre(NamedTuple):
    """A kind of report."""

    kind: ReportKind
    headings: Stance | None
    """Stance of main sections whose own words tell none; None where their text decides."""
    clauses: Stance | None
    """review where the whole report tells what was; None where it does both."""
    dated: bool
    """Whether the period may be concluded from the date of delivery, years in the text or the file's name."""


def genre(kind: ReportKind) -> Genre:
    """Return what a kind of report does."""
    return _genres()[kind]


def named_genre(title: str, only: ReportKind | None = None) -> Genre | None:
    """Return the genre that the words of a title name; None when they name none. With `only`, no other counts.

    >>> named_genre("云岭市2022年度部门决算公开").kind
    'accounts'
    """
    for word, found in _words():
        if word in title and only in (None, found.kind):
            return found
    return None


@cache
def _genres() -> dict[ReportKind, Genre]:
    columns = ("kind", "headings", "clauses", "dated", "example")
    genres = {
        _kind(row): Genre(_kind(row), _stance(row, "headings"), _stance(row, "clauses"), row["dated"] == "yes")
        for row in read_table("report_kinds.tsv", columns, key="kind")
    }
    assert genres.keys() == set(get_args(ReportKind)), "report_kinds.tsv has a row for each kind"
    return genres


@cache
def _words() -> tuple[tuple[str, Genre], ...]:
    words = []
    for row in read_table("genres.tsv", ("word", "kind", "example", "headings"), key="word"):
        found = genre(_kind(row))
        words.append((row["word"], found._replace(headings=_stance(row, "headings") or found.headings)))
    return tuple(words)


def _kind(row: Row) -> ReportKind:
    if row["kind"] not in get_args(ReportKind):
        raise row.wrong(f'"{row["kind"]}" is no kind. Write one of {", ".join(get_args(ReportKind))}.')
    return cast(ReportKind, row["kind"])


def _stance(row: Row, column: str) -> Stance | None:
    if row[column] not in ("", *get_args(Stance)):
        raise row.wrong(f'"{row[column]}" is no stance. Write one of {", ".join(get_args(Stance))}, or nothing.')
    return cast(Stance, row[column]) if row[column] else None
