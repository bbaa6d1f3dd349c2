"""Digest → what the view's script works on: compact JSON, offsets into the text shown, nothing said twice.

What equals the text at its place is left out and read from there; null and empty values are left out too. `view.js` documents the
keys on its side.
"""

from __future__ import annotations

from typing import Any, get_args

from ..asking import AnyItem, headline_items, in_source_order, kind_of
from ..captions import Caption, figure_caption, headline_captions, indicator_caption, item_caption
from ..models import Achievement, Digest, Figure, Period, Risk, Role, Target, Topic
from ..spans import Span
from .charts import Bar, Group, bar_chart
from .layout import Layout, spans_of

CHART_WIDTH = 470
_WORTH_A_PLACE = 5
"""Words shorter than this are written out: a place would take more room."""
_TOPICS: tuple[str, ...] = get_args(Topic)
_ROLES: tuple[str, ...] = get_args(Role)


def digest_payload(digest: Digest, shown: Layout) -> dict[str, Any]:
    """Return the payload of one digest; items in source order, so that links between them are their positions."""
    items = in_source_order(digest.items())
    positions = {item.id: number for number, item in enumerate(items)}
    text = _Shown(shown)
    return _without_nothing(
        {
            "id": digest.id,
            "title": digest.report.title,
            "facts": _facts(digest),
            "summary": digest.summary.text,
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
            "chart": headline_chart(digest),
            "failed": [[chunk.id, chunk.status, chunk.error or ""] for chunk in digest.chunks if chunk.status != "ok"],
        }
    )


def indicator_names(digests: list[Digest]) -> dict[str, list[str]]:
    """Return the names of the indicators that the digests speak of, Chinese and English."""
    told = {item.indicator for digest in digests for item in digest.items() if item.indicator}
    return {indicator: list(indicator_caption(indicator)) for indicator in sorted(told)}


def headline_chart(digest: Digest) -> str:
    """Return the chart of the headline indicators: how much each grew or fell, with its level where one is told."""
    groups = []
    for item in headline_items(digest):
        change = next((figure for figure in item.figures if figure.role == "change" and figure.value is not None), None)
        level = next((figure for figure in item.figures if figure.role in ("level", "share", "count")), None)
        if change is not None and change.value is not None:
            bar = Bar(change.value, figure_caption(change), title=item.statement, item=item.id)
            name = headline_captions()[item.indicator or ""]
            groups.append(Group(name, (bar,), figure_caption(level) if level else ""))
    return bar_chart(groups, width=CHART_WIDTH, label=Caption("主要指标增速", "Growth of headline indicators"))


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
        "x": quote.section,
        "e": spans_of([text.place(evidence.start, evidence.end) for evidence in item.evidence]),
        "f": [_figure(figure, text) for figure in item.figures],
    }
    if isinstance(item, Achievement):
        shared["o"] = item.outcome
    elif isinstance(item, Target):
        shared |= {"c": item.commitment, "d": item.deadline, "w": item.owner}
        if item.progress is not None:
            shared["g"] = item.progress.status
            shared["r"] = None if item.progress.ratio is None else f"{item.progress.ratio:f}"
            shared["a"] = [positions[each] for each in item.progress.achievements if each in positions]
    elif isinstance(item, Risk):
        shared["q"] = item.cause
    return _without_nothing(shared)


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
    return {key: value for key, value in record.items() if value not in (None, "", [])}
