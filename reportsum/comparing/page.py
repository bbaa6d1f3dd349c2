"""Comparison → an HTML page: the table with its evidence, a chart of growth, the promises, and what does not compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from ..captions import Caption, caption, headline_captions, number_caption
from ..models import Period
from ..view.charts import Bar, Group, bar_chart
from ..view.page import asset, page
from .model import Cell, Column, Comparison, Promise, Reading, RowOfCells, Telling, Verdict
from .table import all_notes

CHART_WIDTH = 900
SERIES = 6
"""How many reports get a colour of their own; with more, colours repeat."""

_FOLDER = Path(__file__).resolve().parent
_TONES: dict[Verdict, str] = {
    "exceeded": "good",
    "met": "good",
    "near": "middling",
    "missed": "bad",
    "ahead": "good",
    "short": "middling",
    "differs": "middling",
    "open": "dull",
    "dropped": "middling",
    "not_comparable": "dull",
}


def comparison_page(comparison: Comparison) -> str:
    """Return the self-contained page."""
    heading = caption("ui", "comparison")
    return page(
        asset("page.html", _FOLDER),
        title=f"{heading.zh} · {heading.en}",
        language="zh",
        style=asset("base.css") + asset("page.css", _FOLDER),
        script=asset("page.js", _FOLDER),
        slots={"heading": both("ui", "comparison"), "body": _body(comparison)},
    )


def comparison_in_notebook(comparison: Comparison) -> str:
    """Return table and promises as one HTML fragment with English labels; the notebook's own style applies."""
    style = "<style>.reportsum-comparison .zh { display: none; }</style>"
    followed = _followed(comparison)
    promises = _promises(followed, comparison) if followed else ""
    return f'<div class="reportsum-comparison">{style}{_table(comparison)}{promises}</div>'


def _followed(comparison: Comparison) -> list[Promise]:
    return [promise for promise in comparison.promises if promise.reported is not None]


def _body(comparison: Comparison) -> str:
    chart = _chart(comparison)
    followed = _followed(comparison)
    notes = "".join(f"<li>{_both(note)}</li>" for note in all_notes(comparison))
    return "".join(
        [
            f'<div class="wide">{_table(comparison)}</div>',
            f"<h2>{both('ui', 'growth')}</h2>{_legend(comparison)}{chart}" if chart else "",
            f'<h2>{both("ui", "promises")}</h2><div class="wide">{_promises(followed, comparison)}</div>' if followed else "",
            f'<h2>{both("ui", "notes")}</h2><ul class="notes">{notes}</ul>' if notes else "",
        ]
    )


def both(group: str, name: str) -> str:
    """Return a caption in both languages; the page shows one of them."""
    return _both(caption(group, name))


def _both(words: Caption) -> str:
    return f'<span class="zh">{escape(words.zh)}</span><span class="en">{escape(words.en)}</span>'


def _table(comparison: Comparison) -> str:
    heads = "".join(
        f'<th title="{escape(column.title or column.digest_id)}">{escape(column.place or column.source_name)}'
        f"<small>{escape(column.period.label if column.period else '')}</small></th>"
        for column in comparison.columns
    )
    rows = "".join(_row(row, comparison.columns) for row in comparison.rows)
    return f"<table><thead><tr><th>{both('ui', 'indicator')}</th>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _row(row: RowOfCells, columns: Sequence[Column]) -> str:
    notes = "".join(f'<br><span class="warn">{_both(note)}</span>' for note in row.notes)
    cells = "".join(f"<td>{_cell(cell, column)}</td>" for cell, column in zip(row.cells, columns, strict=True))
    return f"<tr><th>{_both(Caption(row.zh, row.en))}{notes}</th>{cells}</tr>"


def _cell(cell: Cell, column: Column) -> str:
    parts = [
        _telling(cell.reported, "told", column.period.label if column.period else None, ""),
        _telling(cell.promised, "promised", column.plan_period.label if column.plan_period else None, both("kind", "target") + " "),
    ]
    if cell.others:
        others = "".join(_telling(other, "told", None, "") for other in cell.others)
        parts.append(f'<details><summary class="when">{both("ui", "besides")} {len(cell.others)}</summary>{others}</details>')
    return "".join(parts) or '<span class="none">–</span>'


def _telling(telling: Telling | None, look: str, own_period: str | None, lead: str) -> str:
    if telling is None:
        return ""
    figures = " ".join(escape(number_caption(reading.figure)) for _, reading in telling.readings())
    when = telling.period.label if telling.period and telling.period.label != own_period else ""
    when = escape(when) + (f" {both('outcome', 'expected')}" if telling.expected else "")
    quotes = "".join(f"<blockquote>{escape(quote)}</blockquote>" for quote in _quotes(telling))
    mark = f' <span class="when">{when}</span>' if when else ""
    return f'<details><summary><span class="{look}">{lead}{figures}</span>{mark}</summary>{quotes}</details>'


def _quotes(telling: Telling) -> Iterator[str]:
    seen = set()
    for _, reading in telling.readings():
        if reading.start not in seen:
            seen.add(reading.start)
            yield reading.quote


def _chart(comparison: Comparison) -> str:
    """Draw the growth of the headline indicators: filled for what is reported, hollow for what is promised.

    A comparison of other indicators alone draws those.
    """
    headline = [row for row in comparison.rows if row.indicator in headline_captions()]
    groups = []
    for row in headline or comparison.rows:
        bars: list[Bar] = []
        for number, (cell, column) in enumerate(zip(row.cells, comparison.columns, strict=True)):
            bars.extend(_bars(cell.reported, number, column, hollow=False))
            bars.extend(_bars(cell.promised, number, column, hollow=True))
        groups.append(Group(Caption(row.zh, row.en), tuple(bars)))
    return bar_chart(groups, width=CHART_WIDTH, label=caption("ui", "growth"))


def _bars(telling: Telling | None, number: int, column: Column, *, hollow: bool) -> Iterator[Bar]:
    change = telling.change if telling else None
    if telling is None or change is None or change.figure.value is None or change.figure.role != "change":
        return
    period = telling.period.label if telling.period else ""
    yield Bar(
        change.figure.value,
        f"{number_caption(change.figure)} {column.place or ''} {period}".rstrip(),
        series=number % SERIES,
        hollow=hollow,
        title=change.quote,
    )


def _legend(comparison: Comparison) -> str:
    entries = "".join(
        f'<li><i class="s{number % SERIES}"></i>{escape(column.label)}</li>' for number, column in enumerate(comparison.columns)
    )
    return f'<ul class="legend">{entries}<li><i class="hollow"></i>{both("ui", "promised")}</li></ul>'


def _promises(promises: Sequence[Promise], comparison: Comparison) -> str:
    labels = {column.digest_id: column.label for column in comparison.columns}
    heads = "".join(f"<th>{both('ui', name)}</th>" for name in ("indicator", "promised", "reported", "verdict", "why"))
    rows = "".join(
        f"<tr><th>{_both(Caption(promise.zh, promise.en))}</th>"
        f"<td>{_told(promise.promised, promise.period, labels[promise.promised_in])}</td>"
        f"<td>{_told(promise.reported, promise.reported_period, labels.get(promise.reported_in or '', ''))}</td>"
        f'<td><span class="verdict {_TONES[promise.verdict]}">{both("verdict", promise.verdict)}</span>{_difference(promise)}</td>'
        f"<td>{_both(promise.reason)}</td></tr>"
        for promise in promises
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _told(reading: Reading | None, period: Period | None, label: str) -> str:
    if reading is None:
        return ""
    return (
        f'<details><summary><span class="told">{escape(number_caption(reading.figure))}</span> '
        f'<span class="when">{escape(period.label if period else "")} · {escape(label)}</span></summary>'
        f"<blockquote>{escape(reading.quote)}</blockquote></details>"
    )


def _difference(promise: Promise) -> str:
    if not promise.difference:
        return ""
    return f' <span class="when">{promise.difference:+f}</span>'
