"""Digest and conclusion → the digest as it is published: duplicates joined, targets linked, what leads, the summary's points.

A conclusion is an extractor's last word on a whole report. It points at items; what it says is carried out only where the digest bears it
out: facts are joined only where they say the same, progress is linked only inside the target's period and from other words than its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from reportsum import lazy_re as re

from .extraction.base import Conclusion
from .headlines import panel_rows
from .leading import leading
from .linking import linked_by_hand
from .merging import joined_facts
from .models import Achievement, Digest, Risk, Salience, Summary, SummaryPoint, Target
from .ranking import judged, reranked

ItemT = TypeVar("ItemT", Achievement, Target, Risk)
MOST_POINTS = 10
_SPEAKER = re.compile(r"\b(?:(?<!(?i:phase|stage|class|group) )(?<!(?i:part|tier|type) )I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s)\b")
"""A speaker tells of himself; the I of Phase I is a number."""


def conclude(digest: Digest, conclusion: Conclusion) -> Digest:
    """Return `digest` with what `conclusion` says of it."""
    achievements, moved = _joined(digest.achievements, conclusion.same)
    targets, moved_targets = _joined(digest.targets, conclusion.same)
    risks, moved_risks = _joined(digest.risks, conclusion.same)
    moved |= moved_targets | moved_risks
    targets = [_repointed(target, moved) for target in targets]
    by_id = {item.id: item for item in achievements}
    for target_id, told in conclusion.links:
        own = [by_id[moved.get(one, one)] for one in told if moved.get(one, one) in by_id]
        wanted = moved.get(target_id, target_id)
        targets = [linked_by_hand(target, own) if target.id == wanted else target for target in targets]
    top = [moved.get(one, one) for one in conclusion.top]
    led = {*top, *digest.leading.achievements, *digest.leading.targets, *digest.leading.risks}
    achievements, targets, risks = reranked(achievements, top), reranked(targets, top), reranked(risks, top)
    routine: dict[str, Salience] = {moved.get(one, one): "routine" for one in conclusion.routine if moved.get(one, one) not in top}
    achievements, targets, risks = judged(achievements, routine), judged(targets, routine), judged(risks, routine)
    led -= routine.keys()
    report = digest.report
    inferred = {name: "inferred" for name in ("title", "kind", "place", "issuer") if getattr(conclusion, name) is not None}
    if inferred:
        report = report.model_copy(
            update={name: getattr(conclusion, name) for name in inferred} | {"basis": report.basis.model_copy(update=inferred)}
        )
    panel = panel_rows(achievements, targets, report.period, report.plan_period) if moved else digest.panel
    return digest.model_copy(
        update={
            "report": report,
            "achievements": achievements,
            "targets": targets,
            "risks": risks,
            "panel": panel,
            "leading": leading(achievements, targets, risks, panel, led, report.place),
            "summary": _summary(digest, conclusion, moved),
        }
    )


def _joined(items: Sequence[ItemT], same: Iterable[tuple[str, ...]]) -> tuple[list[ItemT], dict[str, str]]:
    """Return the items with those joined that tell the same fact, and the ids that were given up, by what stands for them."""
    kept = {item.id: item for item in items}
    moved: dict[str, str] = {}
    for group in same:
        own = [kept[one] for one in group if one in kept]
        for item in own[1:]:
            first = kept[own[0].id]
            if (whole := joined_facts(first, item)) is not None:
                weighs = min(first, item, key=lambda one: one.rank)  # a second telling of a fact takes no weight from it
                kept[first.id] = whole.model_copy(update={"rank": weighs.rank, "salience": weighs.salience})
                del kept[item.id]
                moved[item.id] = first.id
    return list(kept.values()), moved


def _repointed(target: Target, moved: dict[str, str]) -> Target:
    if target.progress is None or not moved.keys() & set(target.progress.achievements):
        return target
    told = list(dict.fromkeys(moved.get(one, one) for one in target.progress.achievements))
    return target.model_copy(update={"progress": target.progress.model_copy(update={"achievements": told})})


def _summary(digest: Digest, conclusion: Conclusion, moved: dict[str, str]) -> Summary:
    """Return the summary: the points that were told; where sentences were refused, the rules' own stand in their place.

    But for sentences in which a speaker tells of himself: among told ones they stand out.
    """
    before = digest.summary.model_copy(
        update={"points": [point.model_copy(update={"items": _moved(point.items, moved)}) for point in digest.summary.points]}
    )
    if not conclusion.points:
        return before
    points = [SummaryPoint(text=text, items=_moved(items, moved)) for text, items in conclusion.points]
    told = {one for point in points for one in point.items}
    wanted = min(MOST_POINTS, max(len(before.points), len(points) + conclusion.refused_points))
    for point in before.points:
        if len(points) < wanted and not told & set(point.items) and _SPEAKER.search(point.text) is None:
            points.append(point)
    joint = " " if digest.report.language == "en" else ""
    return before.model_copy(
        update={"points": points, "text": joint.join(point.text for point in points), "extractor": digest.extraction.extractor}
    )


def _moved(items: Iterable[str], moved: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(moved.get(one, one) for one in items))
