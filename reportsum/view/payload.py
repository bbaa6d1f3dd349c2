"""Digest → what the view's script works on: compact JSON, offsets into the text shown, nothing said twice.

What equals the text at its place is left out and read from there; null and empty values are left out too. `view.js` documents the
keys on its side.
"""

from __future__ import annotations

from typing import Any, get_args

from ..asking import AnyItem, in_source_order, kind_of
from ..brief import PanelLine, brief_of, line_caption
from ..captions import figure_caption, indicator_caption, item_caption, panel_caption
from ..models import Achievement, Digest, Figure, Period, Role, Salience, Target, Topic
from ..own_fields import plain_fields
from ..spans import Span
from .layout import Layout, spans_of

_WORTH_A_PLACE = 5
"""Words shorter than this are written out: a place would take more room."""
_TAGS = ("outcome", "commitment")
"""Fields with keys of their own: the page colours them, and filters by them."""
_TOPICS: tuple[str, ...] = get_args(Topic)
_ROLES: tuple[str, ...] = get_args(Role)
_SALIENCES: tuple[str, ...] = get_args(Salience)


def digest_payload(digest: Digest, shown: Layout) -> dict[str, Any]:
    """Return the payload of one digest; items in source order, so that links between them are their positions."""
    items = in_source_order(digest.items())
    positions = {item.id: number for number, item in enumerate(items)}
    text = _Shown(shown)
    brief = brief_of(digest)
    return _without_nothing(
        {
            "id": digest.id,
            "title": digest.report.title,
            "facts": _facts(digest),
            "order": [positions[item.id] for item in sorted(items, key=_by_weight)],
            "panel": [_panel_line(line, positions) for line in brief.panel],
            "points": [[point.text, [positions[one] for one in point.items if one in positions]] for point in digest.summary.points],
            "leading": {
                kind: [positions[item.id] for item in led]
                for kind, led in (("a", brief.achievements), ("t", brief.targets), ("r", brief.risks))
                if led
            },
            "warnings": [[warning.code, warning.message] for warning in digest.warnings],
            "summaries": [[part.section, part.text] for part in digest.summary.sections],
            "counts": [digest.coverage.claimed, digest.coverage.figures],
            "whole": shown.whole,
            "text": shown.text,
            "outline": [
                _without_nothing(
                    {
                        "id": heading.section.id,
                        "level": heading.section.level,
                        "label": heading.section.label,
                        "title": text.words(heading.section.title, heading.span),
                        "stance": heading.section.stance,
                        "at": [shown.unit(heading.span.start), shown.unit(heading.span.end)],
                    }
                )
                for heading in shown.headings
            ],
            "items": _carried([_item(item, text, positions) for item in items]),
            "unclaimed": [_unclaimed(figure, text, figure.section) for figure in digest.coverage.unclaimed],
            "failed": [[chunk.id, chunk.status, chunk.error or ""] for chunk in digest.chunks if chunk.status != "ok"],
        }
    )


def indicator_names(digests: list[Digest]) -> dict[str, list[str]]:
    """Return the names of the indicators that the digests speak of, Chinese and English."""
    told = {item.indicator for digest in digests for item in digest.items() if item.indicator}
    return {indicator: list(indicator_caption(indicator)) for indicator in sorted(told)}


class _Shown:
    """Looks up source spans and words in the text shown."""

    def __init__(self, shown: Layout) -> None:
        self.place = shown.place
        self._text = shown.text if shown.whole else ""
        self._shown = shown

    def words(self, words: str, near: Span) -> str | list[int]:
        """Return `words` as a place where they stand within `near` (code points of the source), else as they are."""
        found = self._text.find(words, near.start, near.end)
        if found < 0 or len(words) < _WORTH_A_PLACE:
            return words
        return [self._shown.unit(found), self._shown.unit(found + len(words))]


def _carried(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out the section where it is the one of the item before."""
    section = None
    for record in records:
        if record.get("x") == section:
            record.pop("x", None)
        else:
            section = record.setdefault("x", None)
    return records


def _facts(digest: Digest) -> list[list[str]]:
    """Return what is known of the report, as pairs of the caption's key and a value."""
    report = digest.report
    pairs = [
        ("place", report.place),
        ("period", _label(report.period)),
        ("plan_period", _label(report.plan_period)),
        ("report_kind", report.kind),
        ("issuer", report.issuer),
        ("published", report.published.isoformat() if report.published else None),
        ("source", digest.source.name),
        ("extractor", " ".join(part for part in (digest.extraction.extractor, digest.extraction.model) if part)),
    ]
    return [[key, value] for key, value in pairs if value]


def _item(item: AnyItem, text: _Shown, positions: dict[str, int]) -> dict[str, Any]:
    quote = item.evidence[0]
    near = Span(quote.start, quote.end)
    shared: dict[str, Any] = {
        "id": item.id,
        "k": kind_of(item)[0],
        "m": text.words(item_caption(item), near),
        "s": None if item.statement == quote.quote else text.words(item.statement, near),
        "i": item.indicator,
        "t": _TOPICS.index(item.topic) if item.topic else None,
        "p": _label(item.period),
        "n": item.task,
        "z": _SALIENCES.index(item.salience),
        "x": quote.section,
        "e": spans_of([text.place(evidence.start, evidence.end) for evidence in item.evidence]),
        "f": [_figure(figure, text) for figure in item.figures],
    }
    words = {field.name: field.get(item) for field in plain_fields(type(item)) if field.name not in _TAGS}
    shared["v"] = _without_nothing(words)
    if isinstance(item, Achievement):
        shared["o"] = item.outcome
    elif isinstance(item, Target):
        shared["c"] = item.commitment
        if item.progress is not None:
            shared["g"] = item.progress.status
            shared["r"] = None if item.progress.ratio is None else f"{item.progress.ratio:f}"
            shared["a"] = [positions[each] for each in item.progress.achievements if each in positions]
    return _without_nothing(shared)


def _by_weight(item: AnyItem) -> tuple[int, int, str]:
    return (_SALIENCES.index(item.salience), item.rank, kind_of(item))


def _panel_line(line: PanelLine, positions: dict[str, int]) -> dict[str, Any]:
    """Return a line of the panel: name, what was reached, growth and its size for the bar, aims, period, where it stands."""
    first = line.first
    growth = line.growth
    return _without_nothing(
        {
            "name": list(line_caption(line)),
            "reached": panel_caption(line.reached) if line.reached else None,
            "growth": panel_caption(growth) if growth else None,
            "by": f"{growth.amount:f}" if growth is not None and growth.amount is not None and growth.measure == "change" else None,
            "aims": ", ".join(dict.fromkeys(panel_caption(row) for row in line.aims)),
            "period": first.period.label if first.period else None,
            "expected": any(row.expected for row in (line.reached, growth) if row is not None) or None,
            "item": positions.get(first.item),
        }
    )


def _figure(figure: Figure, text: _Shown) -> list[Any]:
    """Return place, role, and the caption where it differs from the words."""
    span = text.place(figure.start, figure.end)
    at: list[Any] = [span.start, span.end] if span else [0, 0]
    told = figure_caption(figure)
    return [*at, _ROLES.index(figure.role), *([told] if told != figure.text or not span else [])]


def _unclaimed(figure: Figure, text: _Shown, section: str | None) -> dict[str, Any]:
    return _without_nothing({"f": _figure(figure, text), "x": section, "w": figure.text})


def _label(period: Period | None) -> str | None:
    return period.label if period else None


def _without_nothing(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in (None, "", [], {})}
