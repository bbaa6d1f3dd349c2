"""Digest → its first minute as HTML, shown where a notebook cell ends with a digest.

Everything from the report is escaped; colours are the notebook's own, so that it fits light and dark themes.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..brief import brief_of, line_caption
from ..captions import figure_caption, item_caption, panel_caption
from ..models import Digest, Item, PanelRow

SHOWN = 12
"""How many rows of a table are shown at most."""


def overview_html(digest: Digest) -> str:
    """Return title, panel, points, what leads and what is behind, as one HTML fragment."""
    report, brief = digest.report, brief_of(digest)
    facts = [report.place, report.period.label if report.period else None, digest.source.name]
    panel = [
        [line_caption(line).en, _told(line.reached), _told(line.growth), ", ".join(dict.fromkeys(map(panel_caption, line.aims)))]
        for line in brief.panel
    ]
    return "".join(
        [
            '<div class="reportsum-digest">',
            f"<h4>{escape(report.title or digest.id)}</h4>",
            f"<p>{escape(' · '.join(fact for fact in facts if fact))}<br>{_counts(digest)}</p>",
            _table("Headline indicators", ("", "reached", "change", "aim"), panel),
            _list("In short", [point.text for point in digest.summary.points]),
            _items("Leading achievements", brief.achievements),
            _items("Leading targets", brief.targets),
            _items("Leading risks", brief.risks),
            _items("Targets behind", brief.behind),
            _list("Warnings", [f"{warning.code}: {warning.message}" for warning in brief.warnings]),
            "</div>",
        ]
    )


def _counts(digest: Digest) -> str:
    coverage = digest.coverage
    return (
        f"{len(digest.achievements)} achievements, {len(digest.targets)} targets, {len(digest.risks)} risks; "
        f"{coverage.claimed} of {coverage.figures} figures in items, {coverage.named} of them named"
    )


def _told(row: PanelRow | None) -> str:
    return "" if row is None else panel_caption(row)


def _items(title: str, items: Sequence[Item]) -> str:
    rows = [
        [item_caption(item), "、".join(figure_caption(figure) for figure in item.figures if figure.base is None), item.statement]
        for item in items
    ]
    return _table(title, ("", "figures", "as the report says it"), rows)


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows[:SHOWN])
    rest = f"<tr><td colspan={len(heads)}>… {len(rows) - SHOWN} more</td></tr>" if len(rows) > SHOWN else ""
    return f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{body}{rest}</tbody></table>"


def _list(title: str, texts: Sequence[str]) -> str:
    if not texts:
        return ""
    rest = f"<li>… {len(texts) - SHOWN} more</li>" if len(texts) > SHOWN else ""
    return f"<p><b>{title}</b></p><ul>{''.join(f'<li>{escape(text)}</li>' for text in texts[:SHOWN])}{rest}</ul>"
