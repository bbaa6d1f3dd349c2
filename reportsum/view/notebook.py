"""Digest → a short HTML overview, shown where a notebook cell ends with a digest.

Everything from the report is escaped; colours are the notebook's own, so that it fits light and dark themes.
"""

from __future__ import annotations

from html import escape

from ..asking import headline_items, targets_behind
from ..captions import item_caption
from ..models import Digest, Item

SHOWN = 12
"""How many headline figures, and how many targets behind, are shown at most."""


def overview_html(digest: Digest) -> str:
    """Return title, counts, the headline and the targets that are behind, as one HTML fragment."""
    report = digest.report
    facts = [report.place, report.period.label if report.period else None, digest.source.name]
    return "".join(
        [
            '<div class="reportsum-digest">',
            f"<h4>{escape(report.title or digest.id)}</h4>",
            f"<p>{escape(' · '.join(fact for fact in facts if fact))}<br>{_counts(digest)}</p>",
            _table("Headline", list(headline_items(digest))),
            _table("Targets behind", list(targets_behind(digest))),
            "</div>",
        ]
    )


def _counts(digest: Digest) -> str:
    coverage = digest.coverage
    return (
        f"{len(digest.achievements)} achievements, {len(digest.targets)} targets, {len(digest.risks)} risks; "
        f"{coverage.claimed} of {coverage.figures} figures in items"
    )


def _table(title: str, items: list[Item]) -> str:
    if not items:
        return ""
    rows = "".join(
        f"<tr><td>{escape(item_caption(item))}</td><td>{escape('、'.join(figure.text for figure in item.figures))}</td>"
        f"<td>{escape(item.statement)}</td></tr>"
        for item in items[:SHOWN]
    )
    rest = f"<tr><td colspan=3>… {len(items) - SHOWN} more</td></tr>" if len(items) > SHOWN else ""
    return f"<table><caption>{title}</caption><tbody>{rows}{rest}</tbody></table>"
