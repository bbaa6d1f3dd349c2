"""What kinds of reports there are: the words by which titles name them, and what each kind does where its headings do not say.

The one place for a genre: `data/genres.tsv` (words in titles) and `data/report_kinds.tsv` (a row a kind).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast, get_args

from .errors import TableError
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
    speech: bool
    """Whether a person gives it before an assembly."""
    yearly: bool
    """Whether it speaks of one year, or a part of it, and the next."""
    government: bool
    """Whether a government reports, so that nothing in it tells of a company's accounts."""
    growth_goals: bool
    """Whether it sets goals for the economy of the whole place."""
    tasks: bool
    """Whether it is a list of numbered tasks, each with what became of it."""
    policy: bool
    """Whether it sets out what is to be done and looks back on no period of its own."""

    @property
    def looks_back(self) -> bool:
        """Whether the whole report tells what was."""
        return self.clauses == "review"


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


_PROPERTIES = ("dated", "speech", "yearly", "government", "growth_goals", "tasks", "policy")
"""The columns of yes and no, in the order of the fields of `Genre`."""


@cache
def _genres() -> dict[ReportKind, Genre]:
    genres = {
        _kind(row): Genre(_kind(row), _stance(row, "headings"), _stance(row, "clauses"), *(_is(row, name) for name in _PROPERTIES))
        for row in read_table("report_kinds.tsv", ("kind", "headings", "clauses", *_PROPERTIES, "example"), key="kind")
    }
    for kind in get_args(ReportKind):
        if kind not in genres:
            raise TableError(f'report_kinds.tsv: the kind "{kind}" has no row. Add one that says what reports of this kind do.')
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


def _is(row: Row, column: str) -> bool:
    if row[column] not in ("yes", "no"):
        raise row.wrong(f'{column} is "{row[column]}". Write yes or no.')
    return row[column] == "yes"
