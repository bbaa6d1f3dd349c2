"""Digest, with or without its source → the text that the view shows, and where everything stands in it.

With the source, the text is the source. Without it, it is put together from what the digest quotes: section headings, and the
quotes of each section in source order, a quote that overlaps the one before it joined to it. All offsets are given in UTF-16 code
units of the text shown, because that is how a browser counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ..asking import section_index
from ..errors import InputError
from ..models import Digest, OutlineSection
from ..spans import Span

_HEADING_MAX = 80
"""A heading whose end cannot be told by its title ends after the first 。 or after this many characters."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a section begins in the text shown, and where its heading ends."""

    section: OutlineSection
    span: Span


@dataclass(frozen=True, slots=True)
class Layout:
    """The text shown. `place` gives the way from source offsets."""

    text: str
    whole: bool
    """Whether this is the source itself."""
    headings: tuple[Heading, ...]
    _source_starts: tuple[int, ...]
    """Where each stretch that is shown begins in the source; ascending."""
    _shown_starts: tuple[int, ...]
    _lengths: tuple[int, ...]
    _units: tuple[int, ...] | None
    """UTF-16 offset of every code point of `text`; None when each takes one unit."""

    def place(self, start: int, end: int) -> Span | None:
        """Return where a source span is shown, in UTF-16 units; None when it is not."""
        stretch = bisect_right(self._source_starts, start) - 1
        if stretch < 0 or end > self._source_starts[stretch] + self._lengths[stretch]:
            return None
        shift = self._shown_starts[stretch] - self._source_starts[stretch]
        return Span(self.unit(start + shift), self.unit(end + shift))

    def unit(self, offset: int) -> int:
        """Return a code point offset of `text` in UTF-16 units."""
        return offset if self._units is None else self._units[offset]


def layout(digest: Digest, source: str | None) -> Layout:
    """Return what to show. Raises InputError when `source` is not the text the digest was made from."""
    if source is None:
        return _from_quotes(digest)
    _check(digest, source)
    headings = tuple(
        Heading(section, Span(section.start, _heading_end(source, section))) for section in section_index(digest.outline).values()
    )
    return Layout(source, True, headings, (0,), (0,), (len(source),), _utf16_units(source))


def fits(digest: Digest, source: str) -> bool:
    """Return whether `source` is the text the digest was made from, as far as its length and all quotes can tell."""
    return len(source) == digest.source.characters and all(
        source[evidence.start : evidence.end] == evidence.quote for item in digest.items() for evidence in item.evidence
    )


def _check(digest: Digest, source: str) -> None:
    """Refuse a text that is not the digest's own: every quote would point at something else."""
    if not fits(digest, source):
        raise InputError(
            digest.source.name,
            f"the text given is not the one digest {digest.id} was made from",
            "Give the file the digest was made from, or none to show the quotes alone.",
        )


def _heading_end(source: str, section: OutlineSection) -> int:
    line_end = source.find("\n", section.start, section.end)
    stop = line_end if line_end >= 0 else section.end
    found = source.find(section.title, section.start, stop) if section.title else -1
    if found >= 0 and found - section.start <= _HEADING_MAX:
        end = found + len(section.title)
        return end + (source[end : end + 1] in ("。", "：", ":", "；"))
    full_stop = source.find("。", section.start, stop)
    return min(stop if full_stop < 0 else full_stop + 1, section.start + _HEADING_MAX)


def _from_quotes(digest: Digest) -> Layout:
    pieces: list[str] = []
    stretches: list[tuple[int, int, int]] = []
    headings: list[tuple[OutlineSection, int, int]] = []
    length = 0
    quotes = _quotes_by_section(digest)
    sections = section_index(digest.outline)
    for section_id in (None, *sections):
        if section_id is not None:
            section = sections[section_id]
            line = f"{section.label or ''}{section.title}"
            headings.append((section, length, length + len(line)))
            pieces.append(line + "\n")
            length += len(line) + 1
        for start, quote in quotes.get(section_id, ()):
            stretches.append((start, length, len(quote)))
            pieces.append(quote + "\n")
            length += len(quote) + 1
    text = "".join(pieces)
    stretches.sort()
    units = _utf16_units(text)
    return Layout(
        text,
        False,
        tuple(Heading(section, Span(start, end)) for section, start, end in headings),
        tuple(stretch[0] for stretch in stretches),
        tuple(stretch[1] for stretch in stretches),
        tuple(stretch[2] for stretch in stretches),
        units,
    )


def _quotes_by_section(digest: Digest) -> dict[str | None, list[tuple[int, str]]]:
    known = section_index(digest.outline)
    found: dict[str | None, list[tuple[int, str]]] = {}
    for start, quote, section in _joined(sorted(_all_quotes(digest), key=lambda each: (each[0], -len(each[1])))):
        found.setdefault(section if section in known else None, []).append((start, quote))
    return found


def _all_quotes(digest: Digest) -> Iterator[tuple[int, str, str | None]]:
    for item in digest.items():
        for evidence in item.evidence:
            yield evidence.start, evidence.quote, evidence.section
    for figure in digest.coverage.unclaimed:
        yield figure.start, figure.text, figure.section


def _joined(quotes: Iterable[tuple[int, str, str | None]]) -> list[tuple[int, str, str | None]]:
    """Return quotes, ordered by start, with overlapping ones made into one."""
    joined: list[tuple[int, str, str | None]] = []
    for start, quote, section in quotes:
        if joined and start < joined[-1][0] + len(joined[-1][1]):
            first, words, where = joined[-1]
            joined[-1] = (first, words + quote[first + len(words) - start :], where)
        else:
            joined.append((start, quote, section))
    return joined


def _utf16_units(text: str) -> tuple[int, ...] | None:
    if not text or max(text) <= "\uffff":
        return None
    return tuple(accumulate((2 if char > "\uffff" else 1 for char in text), initial=0))


def spans_of(placed: Sequence[Span | None]) -> list[list[int]]:
    """Return the places that are shown, as lists for JSON."""
    return [[span.start, span.end] for span in placed if span is not None]
