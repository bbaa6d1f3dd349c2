"""Digests → Comparison: columns by place and time, rows as the genre tells them, and what cannot be compared."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from ..captions import Caption, caption, headline_captions, indicator_caption, phrase
from ..errors import SettingsError
from ..indicators import Indicator, all_indicators
from ..models import Digest
from .model import Cell, Column, Comparison, Measure, RowOfCells
from .promises import follow, follow_words
from .subjects import Subject, Witness, cell_of
from .units import dimension_of

_MEASURES: tuple[Measure, ...] = ("value", "change")


def compare(digests: Iterable[Digest], indicators: Sequence[str] | None = None, *, everything: bool = False) -> Comparison:
    """Return what the digests tell of the same indicators, side by side.

    Without `indicators`, rows are the headline indicators and all others that at least two reports tell of; `everything`
    takes in those of one report too. Digests come in the order of places as given, then of time. A digest given twice counts
    once. Raises SettingsError when an indicator is not in the registry.
    """
    ordered = _in_order(digests)
    counts = _told_counts(ordered)
    wanted = _rows_wanted(counts, indicators, everything=everything or len(ordered) == 1)
    witnesses = [Witness.of(digest) for digest in ordered]
    subjects = [_subject(indicator) for indicator in wanted]
    return Comparison(
        columns=tuple(_column(digest) for digest in ordered),
        rows=tuple(_row(witnesses, subject) for subject in subjects),
        promises=(
            *(promise for subject in subjects for promise in follow(witnesses, subject)),
            *(follow_words(witnesses) if indicators is None else ()),
        ),
        left_out=() if indicators is not None else tuple(name for name in counts if name not in wanted),
        notes=tuple(_notes(ordered)),
    )


def _in_order(digests: Iterable[Digest]) -> list[Digest]:
    unique = list({digest.id: digest for digest in digests}.values())
    places = list(dict.fromkeys(digest.report.place for digest in unique))
    return sorted(unique, key=lambda digest: (places.index(digest.report.place), _time(digest), digest.id))


def _time(digest: Digest) -> str:
    report = digest.report
    known = report.period.end if report.period else report.published
    return known.isoformat() if known else ""


def _told_counts(digests: Sequence[Digest]) -> Counter[str]:
    """Return how many digests tell of each indicator with a figure; indicators in the order the genre tells them."""
    told: Counter[str] = Counter()
    for digest in digests:
        told.update({item.indicator: 1 for item in digest.items() if item.indicator and item.figures})
    known = [name for name in dict.fromkeys([*headline_captions(), *_registry()]) if name in told]
    return Counter({name: told[name] for name in [*known, *sorted(set(told) - set(known))]})


def _rows_wanted(counts: Counter[str], indicators: Sequence[str] | None, *, everything: bool) -> list[str]:
    if indicators is not None:
        return list(dict.fromkeys(_known(indicator) for indicator in indicators))
    return [name for name, count in counts.items() if everything or count > 1 or name in headline_captions()]


def _known(indicator: str) -> str:
    if indicator not in _registry():
        near = ", ".join(difflib.get_close_matches(indicator, _registry(), n=3))
        hint = f" Did you mean {near}?" if near else " `indicators.tsv` lists them."
        raise SettingsError(f'there is no indicator "{indicator}".{hint}')
    return indicator


def _subject(indicator: str) -> Subject:
    known = _registry().get(indicator)
    return Subject(
        f"indicator {indicator}", indicator, indicator_caption(indicator), known.unit if known else "", known.good if known else "none"
    )


@cache
def _registry() -> dict[str, Indicator]:
    return {indicator.id: indicator for indicator in all_indicators()}


def _column(digest: Digest) -> Column:
    report = digest.report
    return Column(digest.id, report.title, report.place, report.period, report.plan_period, digest.source.name)


def _row(witnesses: Sequence[Witness], subject: Subject) -> RowOfCells:
    cells = tuple(cell_of(witness, subject) for witness in witnesses)
    return RowOfCells(subject.indicator or "", subject.name.zh, subject.name.en, cells, tuple(_row_notes(cells, subject.name)))


def _row_notes(cells: Sequence[Cell], name: Caption) -> list[Caption]:
    """Return a note where the reported figures of a row measure different things."""
    if not any(cell.reported or cell.promised for cell in cells):
        return [Caption(phrase("note", "no_telling", indicator=name.zh).zh, phrase("note", "no_telling", indicator=name.en).en)]
    notes = []
    for measure in _MEASURES:
        units: dict[str, str] = {}
        for cell in cells:
            for told, reading in cell.reported.readings() if cell.reported else ():
                if told == measure:
                    units.setdefault(dimension_of(reading.figure), reading.figure.unit or "(no unit)")
        if len(units) > 1:
            told_as, listed = caption("measure", measure), "、".join(units.values())
            notes.append(
                Caption(
                    phrase("note", "row_units", measure=told_as.zh, units=listed).zh,
                    phrase("note", "row_units", measure=told_as.en, units=listed.replace("、", ", ")).en,
                )
            )
    return notes


def _notes(digests: Sequence[Digest]) -> list[Caption]:
    notes = []
    for digest in digests:
        if digest.report.place is None:
            notes.append(phrase("note", "no_place", digest=digest.id))
        if digest.report.period is None:
            notes.append(phrase("note", "no_period", digest=digest.id))
    seen: dict[str, str] = {}
    for digest in digests:
        first = seen.setdefault(digest.source.sha256, digest.id)
        if first != digest.id:
            notes.append(phrase("note", "same_file", digest=digest.id, first=first))
    return notes
