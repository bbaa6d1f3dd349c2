"""Recomputes a digest from its source and reports everything that does not hold. Nothing in the digest is believed.

Three things are looked at, in time linear in the text:

    the digest itself     ids, coverage, links, ranks, what leads, the panel and the summary follow from its items
    against the text      quotes and figures stand where they are said to stand; the source is the one it was made from
    read again            a digest of this library's version: what the rules read comes out the same, field by field; what a model said
                          is drawn from the text, and everything the code adds to it comes out the same
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import PurePath
from typing import Any, Literal

from ._version import __version__
from .annotating import AnnotatedReport
from .chunking import cut_chunks
from .extraction.correcting import all_below, corrected
from .extraction.drafts import AchievementDraft, ChunkDraft, RiskDraft, TakenFigure, TargetDraft
from .extraction.resolving import Item as AnyItem
from .extraction.resolving import Resolver, figure_id
from .extraction.rules import draft_chunk
from .headlines import panel_rows
from .leading import leading_of
from .linking import link_progress, linked_by_hand
from .models import Achievement, Digest, Evidence, Figure, OutlineSection, Risk, Target, UnclaimedFigure
from .pipeline import RULES, annotate, digest_annotated, digest_id, report_of
from .ranking import may_be_judged, ranked
from .reading.source import SourceText
from .traits import frame_of

Problem = Literal[
    "source", "report", "quote", "figure", "containment", "coverage", "link", "id", "outline", "item", "rank", "leading", "panel",
    "summary", "warning", "chunk", "extraction",
]  # fmt: skip

_SPOKEN_OF_FIGURES = frozenset({"base", "role", "bound", "yearly_average"})
"""What a model may say of a figure."""
_SPOKEN = {"topic", "outcome", "commitment", "deadline", "owner", "cause"}
"""Fields of an item that a model may state where it does not leave the rules' reading."""
_LONGEST = 60
"""So many code points of a value are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a digest that does not hold."""

    problem: Problem
    where: str
    """Id of the item, figure or section."""
    message: str


def verify(digest: Digest, source: str | SourceText) -> list[Finding]:
    """Return what does not hold of `digest` against the source it was made from; an empty list means all holds.

    `source` is what `reportsum.read(path)` returns, or its `text` exactly as decoded (line ends untouched). From the text alone the
    hash of a DOCX, PDF or HTML file cannot be worked out again; from a `SourceText` it is compared.
    """
    text = source if isinstance(source, str) else source.text
    if len(text) != digest.source.characters:
        return [
            Finding(
                "source",
                digest.id,
                f"the text has {len(text)} characters, the digest was made from {digest.source.characters}: this is another source",
            )
        ]
    findings = [*_source(digest, source), *_itself(digest), *_against_text(digest, text)]
    if digest.extraction.library_version == __version__:
        said = digest.source
        known = SourceText(said.name, said.media_type, said.encoding, said.sha256, text) if isinstance(source, str) else source
        known = replace(known, name=said.name)  # a renamed file is the same source; the name is checked against the digest's id
        findings += _read_again(digest, known)
    return list(dict.fromkeys(findings))


# --- the digest itself ------------------------------------------------------------------------------------------------


def _itself(digest: Digest) -> Iterator[Finding]:
    yield from _ids(digest)
    yield from _coverage(digest)
    yield from _links(digest)
    yield from _ranks(digest)
    yield from _summary(digest)
    if digest.leading != leading_of(digest) and digest.extraction.extractor == RULES:
        yield Finding("leading", digest.id, "what leads is not what the ranks say")
    yield from _unknown("leading", digest, [*digest.leading.achievements, *digest.leading.targets, *digest.leading.risks])
    again = panel_rows(digest.achievements, digest.targets, digest.report.period, digest.report.plan_period)
    yield from _differences("panel", digest.id, "panel", _plain(digest.panel), _plain(again))


def _ids(digest: Digest) -> Iterator[Finding]:
    if digest.id != digest_id(digest.source.name, digest.source.sha256):
        yield Finding("id", digest.id, "the digest's id is not made of its source's name and hash")
    seen: set[str] = set()
    for item in digest.items():
        if item.id in seen:
            yield Finding("id", item.id, "two items share this id")
        seen.add(item.id)


def _unknown(problem: Problem, digest: Digest, ids: Iterable[str]) -> Iterator[Finding]:
    known = {item.id for item in digest.items()}
    for name in ids:
        if name not in known:
            yield Finding(problem, name, "there is no such item")


def _coverage(digest: Digest) -> Iterator[Finding]:
    figures = {figure.id: figure for item in digest.items() for figure in item.figures}
    unclaimed = {figure.id for figure in digest.coverage.unclaimed}
    if both := figures.keys() & unclaimed:
        yield Finding("coverage", digest.id, f"figures both claimed and unclaimed: {', '.join(sorted(both))}")
    named = sum(figure.basis.metric != "none" for figure in figures.values())
    for field, counted in (("claimed", len(figures)), ("named", named), ("figures", len(figures) + len(unclaimed))):
        if getattr(digest.coverage, field) != counted:
            yield Finding("coverage", digest.id, f"{field} is {getattr(digest.coverage, field)}, counted again {counted}")


def _links(digest: Digest) -> Iterator[Finding]:
    known = {achievement.id for achievement in digest.achievements}
    bare = [target.model_copy(update={"progress": None}) for target in digest.targets]
    for target, again in zip(digest.targets, link_progress(bare, digest.achievements), strict=True):
        for achievement in target.progress.achievements if target.progress else ():
            if achievement not in known:
                yield Finding("link", target.id, f"the linked achievement {achievement} does not exist")
        if target.progress != again.progress and not _linked_by_model(digest, again, target):
            yield Finding("link", target.id, f"progress is {target.progress}, worked out again {again.progress}")


def _linked_by_model(digest: Digest, bare: Target, target: Target) -> bool:
    """Return whether a model linked the target to achievements that do tell its progress."""
    if digest.extraction.extractor == RULES or target.progress is None:
        return False
    told = [one for one in digest.achievements if one.id in target.progress.achievements]
    return linked_by_hand(bare, told).progress == target.progress


def _ranks(digest: Digest) -> Iterator[Finding]:
    for of_kind in (digest.achievements, digest.targets, digest.risks):
        if sorted(item.rank for item in of_kind) != list(range(1, len(of_kind) + 1)):
            yield Finding("rank", digest.id, f"the ranks of {len(of_kind)} items are not 1 to {len(of_kind)}")


def _summary(digest: Digest) -> Iterator[Finding]:
    joint = " " if digest.report.language == "en" else ""
    if digest.summary.text != joint.join(point.text for point in digest.summary.points):
        yield Finding("summary", digest.id, "the text is not its points, joined")
    yield from _unknown("summary", digest, [name for point in digest.summary.points for name in point.items])
    known = dict(_sections(digest.outline))
    for section in digest.summary.sections:
        if section.section not in known:
            yield Finding("summary", section.section, "there is no such section")


# --- against the text -------------------------------------------------------------------------------------------------


def _source(digest: Digest, source: str | SourceText) -> Iterator[Finding]:
    if isinstance(source, SourceText):
        hashes = {source.sha256}
        if PurePath(source.name).suffix != PurePath(digest.source.name).suffix:
            yield Finding("source", digest.id, f"the source is {source.name}, the digest says {digest.source.name}")
    elif digest.source.media_type.startswith("text/") and digest.source.media_type != "text/html":
        hashes = set(_hashes(source, digest.source.encoding or "utf-8"))
    else:
        return
    if hashes and digest.source.sha256 not in hashes:
        yield Finding("source", digest.id, f"the source's hash is {min(hashes)[:12]}…, the digest says {digest.source.sha256[:12]}…")


def _hashes(text: str, encoding: str) -> Iterator[str]:
    """Yield the hashes a file of this text may have: with and without a byte order mark. None where the encoding loses something."""
    for mark in ("", "\ufeff"):
        try:
            yield hashlib.sha256((mark + text).encode(encoding)).hexdigest()
        except (UnicodeEncodeError, LookupError):
            return


def _against_text(digest: Digest, text: str) -> Iterator[Finding]:
    sections = dict(_sections(digest.outline))
    for item in digest.items():
        yield from _quotes(item, text, sections)
    for figure in _all_figures(digest):
        if text[figure.start : figure.end] != figure.text or figure.end <= figure.start:
            yield Finding("figure", figure.id, f"{figure.text!r} is not what stands at {figure.start}:{figure.end}")
    yield from _outline(digest, text)


def _quotes(item: AnyItem, text: str, sections: Mapping[str, OutlineSection]) -> Iterator[Finding]:
    if not item.evidence:
        yield Finding("quote", item.id, "there is no evidence")
    for evidence in item.evidence:
        if text[evidence.start : evidence.end] != evidence.quote or evidence.end <= evidence.start:
            yield Finding("quote", item.id, f"the quote at {evidence.start}:{evidence.end} is not what stands there")
        section = sections.get(evidence.section) if evidence.section is not None else None
        if evidence.section is not None and (section is None or not section.start <= evidence.start < section.end):
            yield Finding("quote", item.id, f"the quote at {evidence.start} does not stand in section {evidence.section}")
    places = sorted((evidence.start, evidence.end) for evidence in item.evidence)
    starts = [start for start, _ in places]
    reach = list(accumulate((end for _, end in places), max))
    for figure in item.figures:
        before = bisect_right(starts, figure.start)
        if not before or reach[before - 1] < figure.end:
            yield Finding("containment", item.id, f"{figure.text} at {figure.start} lies outside the item's evidence")


def _all_figures(digest: Digest) -> Iterator[Figure | UnclaimedFigure]:
    for item in digest.items():
        yield from item.figures
    yield from digest.coverage.unclaimed


def _outline(digest: Digest, text: str) -> Iterator[Finding]:
    for section_id, section in _sections(digest.outline):
        if not 0 <= section.start < section.end <= len(text):
            yield Finding("outline", section_id, f"the section {section.start}:{section.end} lies outside the text")
        for child in section.children:
            if not section.start <= child.start < child.end <= section.end:
                yield Finding("outline", child.id, f"the subsection lies outside section {section_id}")


def _sections(outline: Sequence[OutlineSection]) -> Iterator[tuple[str, OutlineSection]]:
    for section in outline:
        yield section.id, section
        yield from _sections(section.children)


# --- read again -------------------------------------------------------------------------------------------------------


def _read_again(digest: Digest, source: SourceText) -> Iterator[Finding]:
    """Yield what comes out otherwise when the source is read again by the version of the library that made the digest."""
    report = annotate(source)
    by_rules = digest.extraction.extractor == RULES
    if not by_rules:
        report = _as_told(digest, report)
    again = digest_annotated(report)
    yield from _differences("source", digest.id, "source", _plain(digest.source), _plain(again.source))
    yield from _differences("outline", digest.id, "outline", _plain(digest.outline), _plain(again.outline))
    yield from _chunks(digest, report)
    told = {figure.id for figure in _all_figures(digest)}
    dropped = 0 if by_rules else sum(figure_id(number) not in told for number in range(len(report.figures)))
    if digest.coverage.figures != again.coverage.figures - dropped:
        yield Finding("coverage", digest.id, f"the text has {again.coverage.figures} figures, the digest says {digest.coverage.figures}")
    if by_rules:
        yield from _by_rules(digest, again)
    else:
        yield from _by_model(digest, report)


def _as_told(digest: Digest, report: AnnotatedReport) -> AnnotatedReport:
    """Return the report with what a model corrected in the reading itself: stances of headings, figures taken or read anew.

    The code reads such figures from the words at their place; what they come to is compared like any other.
    """
    read = {section.id: section.stance for top in report.outline.sections for section in all_below(top)}
    stances = tuple((one, section.stance) for one, section in _sections(digest.outline) if read.get(one, section.stance) != section.stance)
    taken = [
        told
        for figure in sorted(_all_figures(digest), key=lambda figure: int(figure.id[1:]))
        if (told := _taken(figure, report)) is not None
    ]
    return corrected(report, [ChunkDraft(sections=stances, taken=tuple(dict.fromkeys(taken)))]).report


def _taken(figure: Figure, report: AnnotatedReport) -> TakenFigure | None:
    """Return how a model must have taken a figure, or had it read anew; None for one that is the rules' own."""
    number = int(figure.id[1:]) - 1
    own = report.figures[number] if number < len(report.figures) else None
    if own is not None and own.unit == figure.unit:
        return None
    index = bisect_right(report.clauses, figure.start, key=lambda clause: _source_start(report, clause.start)) - 1
    if index < 0 or figure.start >= _source_start(report, report.clauses[index].end):
        return None
    clause = report.clauses[index]
    start = bisect_left(range(clause.end), figure.start, lo=clause.start, key=lambda at: _source_start(report, at))
    digits = len(figure.text) - len(figure.text.lstrip("0123456789.,"))
    place = start, start + (digits or len(figure.text))
    return TakenFigure(clause.number, *place, figure.unit or None, None if own is None else number)


def _source_start(report: AnnotatedReport, at: int) -> int:
    return report.clean.offsets.to_source(at, at + 1).start if at < len(report.clean.text) else len(report.source.text)


def _by_rules(digest: Digest, again: Digest) -> Iterator[Finding]:
    """Yield every field that the rules read otherwise."""
    yield from _differences("report", digest.id, "report", _plain(digest.report), _plain(again.report))
    yield from _differences("summary", digest.id, "summary", _plain(digest.summary), _plain(again.summary))
    yield from _differences("leading", digest.id, "leading", _plain(digest.leading), _plain(again.leading))
    yield from _differences("warning", digest.id, "warnings", _plain(digest.warnings), _plain(again.warnings))
    yield from _differences("extraction", digest.id, "extraction", _plain(digest.extraction), _plain(again.extraction))
    kinds: tuple[tuple[Sequence[AnyItem], Sequence[AnyItem]], ...] = (
        (digest.achievements, again.achievements), (digest.targets, again.targets), (digest.risks, again.risks),
    )  # fmt: skip
    for said, read in kinds:
        by_id = {item.id: item for item in read}
        for item in said:
            if (same := by_id.pop(item.id, None)) is None:
                yield Finding("item", item.id, "read again, there is no such item of this kind")
            else:
                yield from _differences("item", item.id, "", _plain(item), _plain(same))
        for missing in by_id:
            yield Finding("item", missing, "read again, this item is there too")
    unclaimed = {figure.id: figure for figure in again.coverage.unclaimed}
    for figure in digest.coverage.unclaimed:
        yield from _differences("figure", figure.id, "", _plain(figure), _plain(unclaimed.get(figure.id)))


def _by_model(digest: Digest, report: AnnotatedReport) -> Iterator[Finding]:
    """Yield what the code did not add to what a model pointed at."""
    if digest.report != report_of(report) and digest.report.basis == report_of(report).basis:
        yield from _differences("report", digest.id, "report", _plain(digest.report), _plain(report_of(report)))
    resolver = Resolver(report)
    drafts = [draft_chunk(chunk) for chunk in cut_chunks(report)]
    reading = ChunkDraft(
        achievements=tuple(item for draft in drafts for item in draft.achievements),
        targets=tuple(item for draft in drafts for item in draft.targets),
        risks=tuple(item for draft in drafts for item in draft.risks),
    )
    starts: dict[int, int] = {}
    for clause in report.clauses:
        starts.setdefault(report.clean.offsets.to_source(clause.start, clause.end).start, clause.number)
    text = report.source.text
    frame = frame_of(report, digest.panel)
    for of_kind in (digest.achievements, digest.targets, digest.risks):
        for item, again in zip(of_kind, ranked(of_kind, frame), strict=True):
            if not may_be_judged(again.salience, item.salience):
                yield Finding("rank", item.id, f"the salience is {item.salience}, worked out again {again.salience}")
    for item in digest.items():
        tellings = [drawn for evidence in item.evidence if (drawn := _drawn(item, evidence, report, starts)) is not None]
        resolved = [placed.item for draft in tellings for placed in resolver.resolve(draft, item.extractor, reading)]
        yield from _model_item(item, resolved, text)


def _drawn(item: AnyItem, evidence: Evidence, report: AnnotatedReport, starts: Mapping[int, int]) -> ChunkDraft | None:
    """Return the draft that an item of a digest must have come from, as far as this piece of its evidence goes."""
    first = starts.get(evidence.start)
    if first is None:
        return None
    numbers = [first]
    while (follows := numbers[-1] + 1) < len(report.clauses):
        clause = report.clauses[follows]
        if report.clean.offsets.to_source(clause.start, clause.end).start >= evidence.end:
            break
        numbers.append(follows)
    figures = [figure for figure in item.figures if evidence.start <= figure.start < evidence.end]
    shared = (
        tuple(numbers),
        item.metric,
        tuple(int(figure.id[1:]) - 1 for figure in figures),
        tuple((int(figure.id[1:]) - 1, figure.metric) for figure in figures if figure.metric),
    )
    match item:
        case Achievement():
            return ChunkDraft(achievements=(AchievementDraft(*shared),))
        case Target():
            return ChunkDraft(targets=(TargetDraft(*shared),))
        case Risk():
            return ChunkDraft(risks=(RiskDraft(*shared),))


def _model_item(item: AnyItem, again: Sequence[AnyItem], text: str) -> Iterator[Finding]:
    same = next((one for one in again if one.statement == item.statement), None)
    if same is None or item.id.split("-")[0] != again[0].id:
        yield Finding("item", item.id, "statement or id are not those of its evidence")
        return
    spoken = set() if item.extractor == RULES else _SPOKEN
    skipped = {"id", "rank", "salience", "figures", "evidence", "extractor", "progress"} | spoken
    taken_away = item.extractor != RULES and item.period is None and item.basis.period == "none"
    if item.basis.period == "model" or taken_away:
        skipped.add("period")
    said, read = _plain(item), _plain(same)
    for field in said.keys() - skipped:
        ours, theirs = said[field], read[field]
        if field == "basis":
            ours, theirs = {**ours, "period": None}, {**theirs, "period": None}
        yield from _differences("item", item.id, field, ours, theirs)
    for field in spoken & {"owner", "cause"}:
        words = getattr(item, field, None)
        if words is not None and words != read[field] and words not in text:
            yield Finding("item", item.id, f"{field} {words[:_LONGEST]!r} does not stand in the source")
    figures = {figure.id: figure for one in again for figure in one.figures}
    for figure in item.figures:
        read_figure = figures.get(figure.id)
        if read_figure is None:
            yield Finding("figure", figure.id, f"no figure is read at {figure.start}:{figure.end} ({figure.text})")
            continue
        free = {"metric", "period", "basis"} | (_SPOKEN_OF_FIGURES if item.extractor != RULES else set())
        yield from _differences("figure", figure.id, "", _without(_plain(figure), free), _without(_plain(read_figure), free))


def _chunks(digest: Digest, report: AnnotatedReport) -> Iterator[Finding]:
    """Yield where the chunks do not tile the report's clauses, or name other sections and readers than theirs."""
    places = [(report.clean.offsets.to_source(clause.start, clause.end), clause) for clause in report.clauses]
    at = 0
    for chunk in digest.chunks:
        first = at
        while at < len(places) and places[at][0].end <= chunk.end:
            at += 1
        inside = places[first:at]
        sections = [section.id for section in dict.fromkeys(clause.section for _, clause in inside) if section is not None]
        if not inside or (inside[0][0].start, inside[-1][0].end) != (chunk.start, chunk.end):
            yield Finding("chunk", chunk.id, f"{chunk.start}:{chunk.end} does not hold whole clauses behind the chunk before")
        elif sections != list(dict.fromkeys(chunk.sections)):
            yield Finding("chunk", chunk.id, f"its sections are {', '.join(sections)}, the digest says {', '.join(chunk.sections)}")
        if chunk.status in ("ok", "partial") and chunk.extractor != digest.extraction.extractor:
            yield Finding("chunk", chunk.id, f"it was read by {chunk.extractor}, the digest by {digest.extraction.extractor}")
    if at < len(places):
        yield Finding("chunk", digest.id, "the chunks do not hold every clause")


def _plain(value: Any) -> Any:
    """Return models as plain values."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.model_dump() if hasattr(value, "model_dump") else value


def _without(fields: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}


def _differences(problem: Problem, where: str, path: str, said: Any, read: Any) -> Iterator[Finding]:
    """Yield a finding for every field that differs."""
    if isinstance(said, dict) and isinstance(read, dict) and said.keys() == read.keys():
        if "base_unit" in said:
            problem = "figure"
        for name in said:
            inner = said.get("id") if isinstance(said.get("id"), str) else where
            yield from _differences(problem, inner or where, f"{path}.{name}".lstrip("."), said[name], read[name])
    elif isinstance(said, list) and isinstance(read, list) and len(said) == len(read):
        for index, (ours, theirs) in enumerate(zip(said, read, strict=True)):
            yield from _differences(problem, where, f"{path}[{index}]", ours, theirs)
    elif said != read:
        yield Finding(problem, where, f"{path} is {_short(said)}, read again {_short(read)}")


def _short(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)} entries"
    shown = repr(value) if isinstance(value, str) else str(value)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
