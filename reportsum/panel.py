"""The headline panel: items → one table of the indicators that every such report opens with.

Comes in: what a report reached and what it promises. Goes out: rows in the fixed order of headline.tsv, loadable without joins. Exactly
one row of an indicator, measure and kind is the main one: of what was reached, the report's own period, else the latest inside it; of
what is promised, the figure whose period ends with the plan's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from .asking import same_period
from .captions import headline_captions
from .models import Achievement, Figure, Item, PanelKind, PanelMeasure, PanelRow, Period, Target

_MEASURES: dict[str, PanelMeasure] = {
    "level": "level", "change": "change", "change_pp": "change_pp", "share": "share", "count": "count",
}  # fmt: skip
_SCALES = (("万亿", Decimal(10) ** 12), ("亿", Decimal(10) ** 8), ("万", Decimal(10) ** 4), ("千", Decimal(10) ** 3))


def panel_rows(
    achievements: Sequence[Achievement], targets: Sequence[Target], period: Period | None, plan_period: Period | None
) -> list[PanelRow]:
    """Return the panel of a report with these items; `period` and `plan_period` are the report's."""
    rows: list[PanelRow] = []
    for indicator in headline_captions():
        reached = [row for item in achievements if item.indicator == indicator for row in _rows(item, "reported")]
        promised = [row for item in targets if item.indicator == indicator for row in _rows(item, "target")]
        rows += _with_main(reached, period) + _with_main(promised, plan_period)
    return rows


def _rows(item: Item, kind: PanelKind) -> Iterator[PanelRow]:
    for figure in item.figures:
        measure = _MEASURES.get(figure.role)
        if measure is None or (figure.metric is not None and figure.metric != item.metric):
            continue
        yield PanelRow(
            indicator=item.indicator or "",
            measure=measure,
            kind=kind,
            period=figure.period or item.period,
            amount=figure.amount,
            low=multiplied_out(figure.low, figure),
            high=multiplied_out(figure.high, figure),
            unit_code=figure.unit_code,
            bound=figure.bound,
            text=figure.text,
            expected=isinstance(item, Achievement) and item.outcome == "expected",
            yearly_average=figure.yearly_average,
            base=figure.base,
            figure=figure.id,
            item=item.id,
            main=False,
        )


def multiplied_out(number: Decimal | None, figure: Figure) -> Decimal | None:
    """Return an end of a range with 万 and 亿 of its unit multiplied out."""
    if number is None:
        return None
    return number * next((scale for prefix, scale in _SCALES if figure.unit.startswith(prefix)), Decimal(1))


def _with_main(rows: list[PanelRow], period: Period | None) -> list[PanelRow]:
    """Return the rows of one indicator and kind with the main one of each measure marked."""
    marked = list(rows)
    for measure in dict.fromkeys(row.measure for row in rows):
        own = [index for index, row in enumerate(rows) if row.measure == measure and row.base is None and not row.yearly_average]
        if (main := _main(rows, own, period)) is not None:
            marked[main] = rows[main].model_copy(update={"main": True})
    return marked


def _main(rows: Sequence[PanelRow], own: Sequence[int], period: Period | None) -> int | None:
    of_period = [index for index in own if same_period(rows[index].period, period)]
    if of_period:
        return of_period[0]
    if period is None:
        return own[0] if own else None
    inside = [index for index in own if (said := rows[index].period) is not None and period.start <= said.start and said.end <= period.end]
    return max(inside, key=lambda index: rows[index].period.end, default=None)  # type: ignore[union-attr]  # those inside have one
