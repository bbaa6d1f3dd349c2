"""Recomputes a digest from its source text and reports everything that does not hold.

Nothing in the digest is believed: quotes and figures are sliced again, figures are read again, coverage is counted again, links and
ratios are worked out again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .cleaning import clean
from .figures import FoundFigure, as_goal, find_figures
from .linking import link_progress
from .models import Digest, Figure, OutlineSection, UnclaimedFigure

Problem = Literal["source", "quote", "figure", "containment", "coverage", "link", "id", "outline"]

_READ_FIELDS = ("value", "unit", "amount", "base_unit", "low", "high", "bound", "role")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a digest that does not hold."""

    problem: Problem
    where: str
    """Id of the item, figure or section."""
    message: str


def verify(digest: Digest, text: str) -> list[Finding]:
    """Return what does not hold of `digest` against `text`, the decoded source it was made from; an empty list means all holds.

    `text` must be the source exactly as decoded (line ends untouched): `reportsum.read(path).text`.
    """
    if len(text) != digest.source.characters:
        return [
            Finding(
                "source",
                digest.id,
                f"the text has {len(text)} characters, the digest was made from {digest.source.characters}: this is another source",
            )
        ]
    sections = dict(_sections(digest.outline))
    return [
        *_quotes(digest, text, sections),
        *_figures(digest, text),
        *_coverage(digest),
        *_links(digest),
        *_ids(digest),
        *_outline(digest, text),
    ]


def _sections(outline: list[OutlineSection]) -> Iterator[tuple[str, OutlineSection]]:
    for section in outline:
        yield section.id, section
        yield from _sections(section.children)


def _quotes(digest: Digest, text: str, sections: dict[str, OutlineSection]) -> Iterator[Finding]:
    for item in digest.items():
        if not item.evidence:
            yield Finding("quote", item.id, "there is no evidence")
        for evidence in item.evidence:
            if text[evidence.start : evidence.end] != evidence.quote or evidence.end <= evidence.start:
                yield Finding("quote", item.id, f"the quote at {evidence.start}:{evidence.end} is not what stands there")
            section = sections.get(evidence.section) if evidence.section is not None else None
            if evidence.section is not None and (section is None or not section.start <= evidence.start < section.end):
                yield Finding("quote", item.id, f"the quote at {evidence.start} does not stand in section {evidence.section}")
        for figure in item.figures:
            if not any(e.start <= figure.start and figure.end <= e.end for e in item.evidence):
                yield Finding("containment", item.id, f"{figure.text} at {figure.start} lies outside the item's evidence")


def _figures(digest: Digest, text: str) -> Iterator[Finding]:
    working = clean(text)
    read: dict[tuple[int, int], FoundFigure] = {}
    for found in find_figures(working.text):
        start, end = working.offsets.to_source(found.start, found.end)
        read[start, end] = found
    promised = {figure.id for target in digest.targets for figure in target.figures}
    for figure in _all_figures(digest):
        if text[figure.start : figure.end] != figure.text or figure.end <= figure.start:
            yield Finding("figure", figure.id, f"{figure.text!r} is not what stands at {figure.start}:{figure.end}")
            continue
        again = read.get((figure.start, figure.end))
        if again is None:
            yield Finding("figure", figure.id, f"no figure is read at {figure.start}:{figure.end} ({figure.text})")
            continue
        if figure.id in promised:
            again = as_goal(again, working.text)
        for field in _READ_FIELDS:
            if getattr(figure, field) != getattr(again, field):
                yield Finding(
                    "figure", figure.id, f"{field} of {figure.text} is {getattr(figure, field)}, read again {getattr(again, field)}"
                )
    count = len(read)
    if count != digest.coverage.figures:
        yield Finding("coverage", digest.id, f"the text has {count} figures, the digest says {digest.coverage.figures}")


def _all_figures(digest: Digest) -> Iterator[Figure | UnclaimedFigure]:
    for item in digest.items():
        yield from item.figures
    yield from digest.coverage.unclaimed


def _coverage(digest: Digest) -> Iterator[Finding]:
    claimed = {figure.id for item in digest.items() for figure in item.figures}
    unclaimed = {figure.id for figure in digest.coverage.unclaimed}
    if both := claimed & unclaimed:
        yield Finding("coverage", digest.id, f"figures both claimed and unclaimed: {', '.join(sorted(both))}")
    if len(claimed) != digest.coverage.claimed:
        yield Finding("coverage", digest.id, f"{len(claimed)} figures are claimed, the digest says {digest.coverage.claimed}")
    if len(claimed) + len(unclaimed) != digest.coverage.figures:
        yield Finding(
            "coverage", digest.id, f"{len(claimed)} claimed and {len(unclaimed)} unclaimed are not {digest.coverage.figures} figures"
        )


def _links(digest: Digest) -> Iterator[Finding]:
    known = {achievement.id for achievement in digest.achievements}
    bare = [target.model_copy(update={"progress": None}) for target in digest.targets]
    for target, again in zip(digest.targets, link_progress(bare, digest.achievements), strict=True):
        for achievement in target.progress.achievements if target.progress else ():
            if achievement not in known:
                yield Finding("link", target.id, f"the linked achievement {achievement} does not exist")
        if target.progress != again.progress:
            yield Finding("link", target.id, f"progress is {target.progress}, worked out again {again.progress}")


def _ids(digest: Digest) -> Iterator[Finding]:
    seen: set[str] = set()
    for item in digest.items():
        if item.id in seen:
            yield Finding("id", item.id, "two items share this id")
        seen.add(item.id)


def _outline(digest: Digest, text: str) -> Iterator[Finding]:
    for section_id, section in _sections(digest.outline):
        if not 0 <= section.start < section.end <= len(text):
            yield Finding("outline", section_id, f"the section {section.start}:{section.end} lies outside the text")
        for child in section.children:
            if not section.start <= child.start < child.end <= section.end:
                yield Finding("outline", child.id, f"the subsection lies outside section {section_id}")
