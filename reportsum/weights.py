"""What each trait of an item adds to its weight, from `data/weights.tsv`. Knows the table's form, not what the traits mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reportsum import lazy_re as re
from reportsum.values import dataclass

from .indicators import all_indicators
from .models import Kind
from .tables import Row, read_table

KINDS: tuple[Kind, ...] = ("achievement", "target", "risk")
_LATIN = re.compile(r"[a-z]")
_NOTHING = "(?!)"
_PLAIN_START = re.compile(r"[\u4e00-\u9fff](?![?*+{])")


@dataclass(frozen=True, slots=True)
class WordWeight:
    """Words that add something where they stand.

    Chinese and English words are looked for apart: without the word boundary of the English ones `re` skips every character that begins
    no word, and a text without a Latin letter needs no second look.
    """

    han: re.Pattern[str]
    latin: re.Pattern[str]
    adds: dict[Kind, int]


class WordWeights:
    """Rows of words. Nine texts in ten hold none of them, so one look for any word of all rows comes before the rows."""

    def __init__(self, rows: Sequence[WordWeight]) -> None:
        self.rows = tuple(rows)
        self._rows = {kind: [row for row in rows if row.adds[kind]] for kind in KINDS}
        self._han = {kind: [row for row in own if row.han.pattern != _NOTHING] for kind, own in self._rows.items()}
        self._latin = {kind: [row for row in own if row.latin.pattern != _NOTHING] for kind, own in self._rows.items()}
        self._any = {kind: _any_of([word for row in self._rows[kind] for word in _alternatives(row.han.pattern)]) for kind in KINDS}
        self._any_latin = {kind: re.compile("|".join(row.latin.pattern for row in own) or _NOTHING) for kind, own in self._latin.items()}

    def sum(self, text: str, kind: Kind) -> int:
        """Return what the words that stand in `text` add."""
        small = text.lower()
        has_latin = _LATIN.search(small) is not None
        for pattern in self._any[kind]:
            if pattern.search(small) is not None:
                if not has_latin:
                    return sum([row.adds[kind] for row in self._han[kind] if row.han.search(small)])
                return sum([row.adds[kind] for row in self._rows[kind] if row.han.search(small) or row.latin.search(small)])
        if not has_latin or self._any_latin[kind].search(small) is None:
            return 0
        return sum([row.adds[kind] for row in self._latin[kind] if row.latin.search(small)])


def _any_of(words: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """Return patterns one of which finds what any of these patterns finds.

    Words that begin with a character of their own are grouped by it: `re` then skips every character that begins none.
    """
    grouped: dict[str, list[str]] = {}
    others: list[str] = []
    for word in words:
        if _PLAIN_START.match(word):
            grouped.setdefault(word[0], []).append(word[1:])
        elif word != _NOTHING:
            others.append(word)
    plain = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in grouped.items())
    return tuple(re.compile(pattern) for pattern in (plain, "|".join(others)) if pattern)


@dataclass(frozen=True, slots=True)
class Weights:
    """The whole table. What a trait does not add is 0."""

    indicators: dict[str, dict[Kind, int]]
    traits: dict[str, dict[Kind, int]]
    words: WordWeights
    """For an item's own part of the sentence; small letters."""
    subjects: WordWeights
    """The same, for items with a figure and without an indicator."""
    sections: WordWeights
    """For the titles of the headings above it."""

    def of_indicator(self, indicator: str | None, kind: Kind) -> int:
        """Return what an indicator adds; any of the registry something, none nothing."""
        if indicator is None:
            return 0
        return self.indicators.get(indicator, self.traits["any_indicator"])[kind]

    def of_text(self, text: str, kind: Kind, *, subjects: bool) -> int:
        """Return what the words of an item's part of the sentence add; with `subjects`, also what it speaks of."""
        return self.words.sum(text, kind) + (self.subjects.sum(text, kind) if subjects else 0)

    def of_titles(self, titles: str, kind: Kind) -> int:
        """Return what the headings above an item add."""
        return self.sections.sum(titles, kind)


@cache
def weights() -> Weights:
    """Return the weights. Raises TableError with file and row when one is wrong."""
    known = {indicator.id for indicator in all_indicators()}
    indicators: dict[str, dict[Kind, int]] = {}
    traits: dict[str, dict[Kind, int]] = {}
    worded: dict[str, list[WordWeight]] = {"words": [], "subject": [], "section": []}
    for row in read_table("weights.tsv", ("trait", "words", *KINDS, "why")):
        adds: dict[Kind, int] = {kind: _number(row, kind) for kind in KINDS}
        match row["trait"]:
            case "indicator":
                for indicator in row["words"].split():
                    if indicator not in known or indicator in indicators:
                        raise row.wrong(f'"{indicator}" is not in indicators.tsv, or stands twice.')
                    indicators[indicator] = adds
            case "words" | "subject" | "section":
                worded[row["trait"]].append(WordWeight(*_patterns(row), adds))
            case "trait" if row["words"] not in traits:
                traits[row["words"]] = adds
            case other:
                raise row.wrong(f'"{other} {row["words"]}" stands twice, or "{other}" is not indicator, trait, words, subject or section.')
    return Weights(indicators, traits, *(WordWeights(worded[name]) for name in ("words", "subject", "section")))


def _number(row: Row, kind: Kind) -> int:
    try:
        return int(row[kind] or 0)
    except ValueError:
        raise row.wrong(f'"{row[kind]}" is no whole number.') from None


def _patterns(row: Row) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the row's Chinese and English words as patterns; English words are whole words."""
    words = _alternatives(row["words"])
    han = "|".join(word for word in words if not _LATIN.search(word))
    latin = "|".join(word for word in words if _LATIN.search(word))
    try:
        return re.compile(han or _NOTHING), re.compile(rf"\b(?:{latin})" if latin else _NOTHING)
    except re.error as error:
        raise row.wrong(f"is no regular expression: {error}.") from None


def _alternatives(text: str) -> list[str]:
    """Return the alternatives at the top of a pattern: those in brackets stay together."""
    if "(" not in text:
        return text.split("|")
    parts, depth = [""], 0
    for character in text:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts
