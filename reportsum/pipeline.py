"""The way of the data, end to end: source → annotated report → chunks → drafts → digest.

`prepare` and `assemble` are pure and know nothing of who reads the chunks; `digest` and `digest_many` put an extractor between them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import PurePath

from reportsum.values import dataclass

from ._version import __version__
from .annotating import AnnotatedReport
from .cautions import Caution
from .chunking import Chunk, cut_chunks
from .cleaning import clean, plain_name
from .disagreeing import two_values
from .extraction.base import ChunkOutcome
from .extraction.correcting import corrected
from .extraction.drafts import ChunkDraft, Pointed
from .extraction.resolving import Item, PlacedItem, Resolver, check_draft, figure_id
from .extraction.rules import draft_chunk
from .figures import table_cautions
from .headings import outline_cautions
from .headlines import panel_rows
from .languages import (
    cut_clauses,
    find_figures,
    find_outline,
    language_cautions,
    language_of,
    measure_clauses,
    read_kinds,
    read_metadata,
)
from .leading import leading
from .linking import link_progress
from .measures import unpaired_cautions
from .merging import merge_items
from .metadata import metadata_cautions, year_cautions
from .models import (
    SCHEMA_VERSION,
    Achievement,
    ChunkRecord,
    CleaningCount,
    Coverage,
    Digest,
    DigestWarning,
    Extraction,
    PromptVersion,
    Report,
    ReportBasis,
    Risk,
    Salience,
    Source,
    Target,
    UnclaimedFigure,
)
from .outlining import place_sections
from .ranking import judged, ranked, telling
from .reading.source import SourceText
from .settings import Settings
from .summarizing import fill_placeholders, summarize
from .tabular import find_tables
from .traits import frame_of


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report, read and cut, ready for an extractor."""

    report: AnnotatedReport
    chunks: tuple[Chunk, ...]


RULES = "rules"
"""Name of the built-in extractor."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who read the chunks, as the digest records it."""

    extractor: str
    model: str | None = None
    prompt: PromptVersion | None = None


def annotate(source: SourceText, *, for_rules: bool = False) -> AnnotatedReport:
    """Return everything the deterministic reading knows of a report; `for_rules` leaves out the names that only a model is shown."""
    working = clean(source.text)
    language = language_of(working.text, working.language)
    tables = find_tables(working.text)
    outline = find_outline(working.text, language)
    figures = find_figures(working.text, tables)
    clauses = cut_clauses(working.text, outline, figures, tables)
    meta = read_metadata(working.text, outline, language, plain_name(source.name))
    kinds = read_kinds(clauses, figures, meta)
    told = zip(clauses, kinds.judgements, strict=True)
    silent = {clause.number for clause, judgement in told if not judgement.kinds} if for_rules else ()
    measures = measure_clauses(working.text, clauses, figures, silent)
    return AnnotatedReport(
        source=source,
        clean=working,
        meta=meta,
        outline=outline,
        clauses=clauses,
        figures=figures,
        measures=measures,
        judgements=kinds.judgements,
        cautions=(
            *language_cautions(working.text, language, figures),
            *metadata_cautions(meta),
            *year_cautions(working.text),
            *outline_cautions(outline),
            *kinds.cautions,
            *unpaired_cautions(clauses, measures),
            *table_cautions(working.text, tables, figures),
        ),
    )


def prepare(source: SourceText, settings: Settings, *, noted: bool = False) -> Prepared:
    """Return the annotated report and its chunks; `noted` chunks tell whoever reads them all that the rules read."""
    report = annotate(source)
    chunks = cut_chunks(report, settings.max_chunk_chars, settings.max_chunk_tokens)
    if noted:
        resolver, frame = Resolver(report), frame_of(report, ())
        chunks = tuple([replace(chunk, notes=resolver.notes(draft_chunk(chunk), lambda items: telling(items, frame))) for chunk in chunks])
    return Prepared(report, chunks)


def assemble(prepared: Prepared, outcomes: Sequence[ChunkOutcome], reader: Reader, cautions: Sequence[Caution] = ()) -> Digest:
    """Return the digest of a prepared report from what became of its chunks, one outcome a chunk, in any order.

    Raises ValueError when an outcome is missing or a draft points outside its chunk: extractors judge their answers before.
    """
    by_chunk = {outcome.chunk_id: outcome for outcome in outcomes}
    drafted = [(chunk, by_chunk[chunk.id], draft) for chunk in prepared.chunks if (draft := by_chunk[chunk.id].draft) is not None]
    for chunk, _, draft in drafted:
        check_draft(draft, chunk.clauses, chunk.figures)
    report, drafts, not_figures = corrected(prepared.report, [draft for _, _, draft in drafted])
    resolver = Resolver(report)
    placed: list[PlacedItem] = []
    told: list[tuple[int, str]] = []
    for (chunk, outcome, _), draft in zip(drafted, drafts, strict=True):
        reading = draft if outcome.extractor == RULES else draft_chunk(chunk)
        placed += resolver.resolve(draft, outcome.extractor, reading)
        if draft.summary:
            told.append((_source_start(report, chunk), _filled(report, draft)))
    items = merge_items(placed)
    achieved = [item for item in items if isinstance(item, Achievement)]
    promised = link_progress([item for item in items if isinstance(item, Target)], achieved)
    panel = panel_rows(achieved, promised, report.meta.period, report.meta.plan_period)
    frame = frame_of(report, panel)
    achievements, targets = ranked(achieved, frame), ranked(promised, frame)
    risks = ranked([item for item in items if isinstance(item, Risk)], frame)
    told_of = _told_of(report, drafts, [*achievements, *targets, *risks])
    achievements, targets, risks = judged(achievements, told_of), judged(targets, told_of), judged(risks, told_of)
    led = [one for one, salience in told_of.items() if salience == "key"]
    leaders = leading(achievements, targets, risks, panel, led, report.meta.place)
    outline = place_sections(report.clean, report.outline.sections)
    return Digest(
        schema_version=SCHEMA_VERSION,
        id=digest_id(report.source.name, report.source.sha256),
        report=report_of(report),
        source=_source(report),
        outline=outline,
        summary=summarize([*achievements, *targets, *risks], leaders, panel, frame, outline, told, english=report.meta.language == "en"),
        leading=leaders,
        panel=panel,
        achievements=achievements,
        targets=targets,
        risks=risks,
        coverage=_coverage(report, resolver, items, not_figures),
        warnings=_warnings(report, (*report.cautions, *cautions, *resolver.cautions), two_values(items)),
        chunks=[_chunk_record(report, chunk, by_chunk[chunk.id]) for chunk in prepared.chunks],
        extraction=Extraction(extractor=reader.extractor, model=reader.model, prompt=reader.prompt, library_version=__version__),
    )


def _told_of(report: AnnotatedReport, drafts: Sequence[ChunkDraft], items: Sequence[Item]) -> dict[str, Salience]:
    """Return what the drafts say of how much items tell, by their ids: those that matter most ("key") by their rank."""
    told: dict[str, Salience] = dict.fromkeys(_pointed_at(report, [one for draft in drafts for one in draft.routine], items), "routine")
    told |= dict.fromkeys(_pointed_at(report, [one for draft in drafts for one in draft.notable], items), "detail")
    leads = _pointed_at(report, [one for draft in drafts for one in draft.leads], items)
    first: dict[str, Salience] = dict.fromkeys(leads, "key")
    return first | {one: salience for one, salience in told.items() if one not in first}


def _pointed_at(report: AnnotatedReport, pointed: Sequence[Pointed], items: Sequence[Item]) -> list[str]:
    """Return the ids of the items that are pointed at, by their rank."""
    if not pointed:
        return []
    figures = {figure_id(one.figure) for one in pointed if one.figure is not None}
    clauses = {one.clause: report.clauses[one.clause] for one in pointed if one.figure is None}
    starts = {number: report.clean.offsets.to_source(clause.start, clause.end).start for number, clause in clauses.items()}
    named = {(starts[one.clause], one.name) for one in pointed if one.figure is None}
    plain = {item.evidence[0].start for item in items if not item.figures}
    # a sentence that states nothing beside its figures' facts leads with them
    figures |= {figure_id(number) for one, clause in clauses.items() if starts[one] not in plain for number in clause.figures}

    def is_meant(item: Item) -> bool:
        if item.figures:
            return any(figure.id in figures for figure in item.figures)
        start = item.evidence[0].start
        return (start, None) in named or (start, item.metric or "") in named

    led = [item for item in items if is_meant(item)]
    return [item.id for item in sorted(led, key=lambda item: item.rank)]


def digest_id(name: str, sha256: str) -> str:
    """Return the id of the digest of a source: its name without ending, and the start of its hash."""
    return f"{PurePath(name).stem}-{sha256[:8]}"


def digest_by_rules(source: SourceText, settings: Settings) -> Digest:
    """Return the digest that the built-in rules make of a source."""
    with collector_paused():
        return _by_rules(source, settings)


def _by_rules(source: SourceText, settings: Settings) -> Digest:
    """Digest by rules. A function of its own, so that all but the digest is gone when the collector wakes up again."""
    return digest_annotated(annotate(source, for_rules=True), settings)


def digest_annotated(report: AnnotatedReport, settings: Settings | None = None) -> Digest:
    """Return the digest that the rules make of a report that was read already."""
    prepared = Prepared(report, cut_chunks(report, (settings or Settings()).max_chunk_chars))
    outcomes = [ChunkOutcome(chunk.id, "ok", RULES, draft_chunk(chunk)) for chunk in prepared.chunks]
    return assemble(prepared, outcomes, Reader(RULES))


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the cyclic garbage collector from walking over the many small values of one report: a sixth of the time, measured.

    They hold no cycles, so nothing is kept longer than it would be otherwise. Pauses of several threads may overlap: whoever found the
    collector running sets it running again.
    """
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()


@contextmanager
def collector_spared() -> Iterator[Callable[[], None]]:
    """Give what spares the collector, until the block ends, from walking over all that is there when it is called.

    The libraries that speak to a server are 130,000 values. Each walk over them kept all answers waiting for 50 ms, and the walks of a run
    of forty reports took a quarter of its processor time (measured). What is let go is freed as ever. Where the caller has frozen values
    of his own, nothing is done: they could not be told apart afterwards.
    """
    spared = False

    def spare() -> None:
        nonlocal spared
        if not gc.get_freeze_count():
            gc.freeze()
            spared = True

    try:
        yield spare
    finally:
        if spared:
            gc.unfreeze()


def _filled(report: AnnotatedReport, draft: ChunkDraft) -> str:
    assert draft.summary is not None
    texts = [figure.text for figure in report.figures]
    return fill_placeholders(draft.summary, texts)


def _source_start(report: AnnotatedReport, chunk: Chunk) -> int:
    return report.clean.offsets.to_source(chunk.start, chunk.end).start


def report_of(report: AnnotatedReport) -> Report:
    """Return what the report says of itself, as the digest holds it."""
    meta = report.meta
    return Report(
        title=meta.title,
        kind=meta.kind,
        place=meta.place,
        issuer=meta.issuer,
        published=meta.published,
        period=meta.period,
        plan_period=meta.plan_period,
        language=meta.language,
        basis=ReportBasis(**asdict(meta.basis)),
    )


def _source(report: AnnotatedReport) -> Source:
    source = report.source
    return Source(
        name=source.name,
        media_type=source.media_type,
        encoding=source.encoding,
        sha256=source.sha256,
        characters=len(source.text),
        cleaning=[CleaningCount(rule=count.rule, count=count.count) for count in report.clean.counts],
    )


def _coverage(report: AnnotatedReport, resolver: Resolver, items: Sequence[Item], not_figures: Container[int]) -> Coverage:
    claimed = {figure.id for item in items for figure in item.figures}
    numbers = [number for number in range(len(report.figures)) if number not in not_figures or figure_id(number) in claimed]
    unclaimed_numbers = [number for number in numbers if figure_id(number) not in claimed]
    sections = {number: clause.section.id for clause in report.clauses if clause.section for number in clause.figures}
    unclaimed = [UnclaimedFigure(**dict(resolver.figure(number)), section=sections.get(number)) for number in unclaimed_numbers]
    named = {figure.id for item in items for figure in item.figures if figure.basis.metric != "none"}
    return Coverage(figures=len(numbers), claimed=len(claimed), named=len(named), unclaimed=unclaimed)


def _warnings(report: AnnotatedReport, cautions: Sequence[Caution], of_items: Sequence[DigestWarning]) -> list[DigestWarning]:
    """Return the cautions with their places in the source and the warnings of items: the whole report's first, then in text order."""
    warnings = list(of_items)
    for caution in cautions:
        start = end = None
        if caution.start is not None and caution.end is not None:
            start, end = report.clean.offsets.to_source(caution.start, caution.end)
        warnings.append(DigestWarning(code=caution.code, message=caution.message, start=start, end=end))
    return sorted(warnings, key=lambda warning: -1 if warning.start is None else warning.start)


def _chunk_record(report: AnnotatedReport, chunk: Chunk, outcome: ChunkOutcome) -> ChunkRecord:
    start, end = report.clean.offsets.to_source(chunk.start, chunk.end)
    return ChunkRecord(
        id=chunk.id,
        sections=[section.id for section in chunk.sections],
        start=start,
        end=end,
        status=outcome.status,
        extractor=outcome.extractor,
        error=outcome.error,
    )
