"""Finds the words that decide kinds. Knows the tables kind_cues.tsv, trouble_words.tsv and tense_words.tsv, and nothing of clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple, get_args

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..tables import Row, read_table

CueName = Literal[
    "goal", "onward", "later", "last_quarter", "expect", "ensure", "by", "problem", "shortfall", "naming", "aware",
    "remedy", "promise", "bright", "thanks", "review", "plan",
]  # fmt: skip
TroubleName = Literal["trouble", "relief"]

DEED = "deed"
"""The weight of a verb whose place in the sentence decides."""

_NEIGHBOURS = ("unless_after", "only_before", "unless_before")


class Cue(NamedTuple):
    """A cue word in a text: what it does, and where it stands (offsets into that text, end exclusive)."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word means, and which neighbours rule it out; an empty tuple sets no condition."""

    name: str
    unless_after: tuple[str, ...]
    only_before: tuple[str, ...]
    unless_before: tuple[str, ...]
    anywhere: bool
    """Whether there is no condition at all, as for most words."""

    def stands(self, text: str, start: int, end: int) -> bool:
        return not (
            (self.unless_after and text.endswith(self.unless_after, 0, start))
            or (self.only_before and not text.startswith(self.only_before, end))
            or (self.unless_before and text.startswith(self.unless_before, end))
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words compiled into one alternation, so that a text is scanned once however many words there are."""

    pattern: re.Pattern[str]
    words: dict[str, _Word]

    def find(self, text: str) -> list[Cue]:
        """Return the cues of `text` in text order, without overlaps."""
        words = self.words
        found: list[Cue] = []
        for match in self.pattern.finditer(text):
            word = words[match[0]]
            start, end = match.span()
            if word.anywhere or word.stands(text, start, end):
                found.append(Cue(word.name, start, end))
        return found


@cache
def kind_cues() -> Lexicon:
    """Return the lexicon of kind_cues.tsv; names are `CueName`."""
    rows = read_table("kind_cues.tsv", ("word", "cue", *_NEIGHBOURS), key="word")
    return compile_lexicon(checked_names(rows, "cue", get_args(CueName)))


@cache
def trouble_words() -> Lexicon:
    """Return the lexicon of trouble_words.tsv; names are `TroubleName`."""
    rows = read_table("trouble_words.tsv", ("word", "cue", *_NEIGHBOURS), key="word")
    return compile_lexicon(checked_names(rows, "cue", get_args(TroubleName)))


@cache
def tense_words() -> Lexicon:
    """Return the lexicon of tense_words.tsv; names are the weights as written: whole numbers, or DEED."""
    rows = read_table("tense_words.tsv", ("word", "weight", *_NEIGHBOURS), key="word")
    for row in rows:
        if row["weight"] != DEED and not row["weight"].lstrip("-").isdecimal():
            raise row.wrong(f'"{row["weight"]}" is neither a whole number nor "{DEED}".')
    return compile_lexicon((row, row["weight"]) for row in rows)


def checked_names(rows: Iterable[Row], column: str, allowed: tuple[str, ...]) -> Iterator[tuple[Row, str]]:
    for row in rows:
        if row[column] not in allowed:
            raise row.wrong(f'"{row[column]}" is not one of {", ".join(allowed)}.')
        yield row, row[column]


def compile_lexicon(rows: Iterable[tuple[Row, str]]) -> Lexicon:
    words: dict[str, _Word] = {}
    for row, name in rows:
        after, only, before = (_alternatives(row, column) for column in _NEIGHBOURS)
        words[row["word"]] = _Word(name, after, only, before, anywhere=not (after or only or before))
    return Lexicon(re.compile(_alternation(words)), words)


def _alternatives(row: Row, column: str) -> tuple[str, ...]:
    cell = row.cells.get(column)
    return tuple(filter(None, cell.split("|"))) if cell else ()


def _alternation(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of `words`.

    Words are grouped by their first character: `re` can then skip every character that begins no word without trying the words.
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{re.escape(first)}(?:{'|'.join(map(re.escape, rests))})" for first, rests in groups.items())
