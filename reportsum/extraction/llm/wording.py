"""The words that decide whether a sentence may stand (prose_words.tsv), and how sentences are compared by their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from re import compile as compiled  # single words: not worth a place among the patterns that are kept for the next process

from reportsum import lazy_re as re

from ...tables import read_table

_CLASSES = (
    "number", "plain", "rise", "fall", "reach", "not", "bound", "compare", "per", "joint", "plan", "done", "seeming", "lack", "miss",
)  # fmt: skip
HAN = re.compile(r"[\u3400-\u9fff]+")
LATIN = re.compile(r"[A-Za-z]+(?:'s)?")


def singular(word: str) -> str:
    word = word.lower().removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def stem_of(word: str) -> str:
    """Return what forms of an English word have in common, about: starts, started → start."""
    word = word.removesuffix("'s")
    return next((word.removesuffix(ending) for ending in ("ing", "ed", "es", "s") if word.endswith(ending) and len(word) > 4), word)


def pairs_of(text: str) -> list[str]:
    return [run[at : at + 2] for run in text.split() for at in range(len(run) - 1)]


_ENDS_BEFORE_WILL = re.compile("(?<=[比权载净毛]重|业主|自主|民主)(?=[要将])")


def apart(text: str) -> str:
    """Return `text` with a space where a word ends before 要 or 将 that would be read over its end: 比重|要不低于 holds no 重要.

    >>> apart("投资比重要不低于四成")
    '投资比重 要不低于四成'
    """
    return _ENDS_BEFORE_WILL.sub(" ", text)


def last_of(text: str, name: str) -> int:
    """Return where the last word of a class begins in `text`; -1 when there is none."""
    return max((match.start() for word in class_words(name) for match in occurrences(word, text)), default=-1)


def occurrences(word: str, text: str) -> Iterator[re.Match[str]]:
    return _finding(word).finditer(text)


@lru_cache(maxsize=4096)
def _finding(word: str) -> re.Pattern[str]:
    """Return what finds a word. `re` itself remembers fewer patterns than there are words, and all are looked for in each sentence."""
    return compiled(rf"\b{word}\b" if word.isascii() else re.escape(word), re.IGNORECASE)


def blanked(text: str, words: Sequence[str]) -> str:
    return without(text, [word for word in words if word in text.casefold()])


def without(text: str, words: Sequence[str]) -> str:
    """Return `text` with these words blanked out, the longest first; what stood around them stays apart."""
    for word in sorted(words, key=len, reverse=True):
        text = _finding(word).sub(" ", text)
    return text


@cache
def table() -> dict[str, dict[str, str]]:
    """Return the words of each class with their meanings."""
    table: dict[str, dict[str, str]] = {name: {} for name in _CLASSES}
    for row in read_table("prose_words.tsv", ("word", "class", "meaning"), key="word"):
        if row["class"] not in table:
            raise row.wrong(f'"{row["class"]}" is no class. Write one of {", ".join(_CLASSES)}.')
        table[row["class"]][row["word"]] = row["meaning"]
    return table


@cache
def class_words(name: str) -> tuple[str, ...]:
    return tuple(table()[name])
