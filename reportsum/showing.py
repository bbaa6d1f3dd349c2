"""Digests, figures, outlines and scores → tables for a terminal (rich)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from rich import box
from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from .models import Bound, Item, OutlineSection

if TYPE_CHECKING:  # what is shown exists already: no need to load the steps that made it
    from .evaluate import Evaluation, Interval
    from .figures.figure import FoundFigure
    from .planning import Plan
    from .running import RunRecord
    from .scoring.counting import Miss, Scored
    from .verifying import Finding

_BOUND_SIGNS: dict[Bound, str] = {
    "exact": "",
    "at_least": "≥ ",
    "at_most": "≤ ",
    "above": "> ",
    "below": "< ",
    "about": "≈ ",
    "range": "",
}
_I = TypeVar("_I", bound=Item)
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")
_FALL, _RISE = "↓", "↑"


def cost_table(records: Sequence[RunRecord]) -> Table:
    """Return what a model run took, one row a report and one for all."""
    from .running import total_record

    table = bare_table("What it took")
    table.add_column("report", overflow="fold")
    for name in ("chunks", "requests", "cached", "retries", "prompt tokens", "answer tokens", "seconds", "money"):
        table.add_column(name, justify="right", overflow="fold")
    total = total_record(records)
    for record in (*records, *([total] if total and len(records) > 1 else [])):
        counts = (record.chunks, record.requests, record.cached, record.retries, record.prompt_tokens, record.answer_tokens)
        cells = [*(f"{count:,}" for count in counts), f"{record.seconds:.1f}", _money(record.money)]
        table.add_row(plain(record.source), *cells, style="bold" if record is total else "")
    return table


def plan_table(plan: Plan) -> Table:
    """Return what a run would take, one row a report and one for all."""
    table = bare_table(f"What {plan.model} would take" if plan.model else "What the rules would take: no request")
    table.add_column("report", overflow="fold")
    for name in ("characters", "chunks", "cached", "requests", "prompt tokens ≈", "answer tokens ≈"):
        table.add_column(name, justify="right", overflow="fold")
    total = plan.total
    for report in (*plan.reports, *([total] if len(plan.reports) > 1 else [])):
        counts = (report.characters, report.chunks, report.cached, report.requests, report.prompt_tokens, report.answer_tokens)
        table.add_row(plain(report.source), *(f"{count:,}" for count in counts), style="bold" if report is total else "")
    if plan.money is not None:
        table.caption = f"money ≈ {_money(plan.money)}, by the prices given"
    return table


def _money(amount: float | None) -> str:
    return "" if amount is None else f"{amount:.4f}"


def figures_table(figures: Sequence[FoundFigure]) -> Table:
    """Return figures, one row each."""
    table = bare_table(None)
    for name in ("at", "value", "low", "high"):
        table.add_column(name, justify="right", no_wrap=True)
    for name in ("text", "unit", "amount", "base unit", "bound", "role"):
        table.add_column(name, overflow="fold")
    for figure in figures:
        numbers = (str(figure.start), *(_number(number) for number in (figure.value, figure.low, figure.high)))
        words = (figure.text, figure.unit, _number(figure.amount), figure.base_unit, figure.bound, figure.role)
        table.add_row(*numbers, *map(plain, words))
    return table


def _number(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"


def outline_tree(title: str, sections: Sequence[OutlineSection]) -> Tree:
    """Return a section tree, each section with its stance and its place."""
    tree = Tree(plain(title))
    for section in sections:
        _grow(tree, section)
    return tree


def _grow(tree: Tree, section: OutlineSection) -> None:
    label = Text.assemble(
        (section.label or "", "cyan"),
        section.title,
        (f"  {section.stance}, {section.start}–{section.end}", "dim"),
    )
    branch = tree.add(label)
    for child in section.children:
        _grow(branch, child)


def findings_table(findings: Sequence[Finding]) -> Table:
    """Return what does not hold of a digest, one row a finding."""
    table = bare_table("What does not hold")
    for name in ("problem", "where", "what"):
        table.add_column(name, overflow="fold")
    for finding in findings:
        table.add_row(finding.problem, plain(finding.where), plain(finding.message))
    return table


def scores_view(evaluation: Evaluation, *, misses: int = 0) -> Group:
    """Return scores as tables, with up to `misses` examples of every kind of miss."""
    parts: list[RenderableType] = [_measures_table(evaluation)]
    if len(evaluation.reports) > 1:
        parts.append(_reports_table(evaluation.reports))
    if misses:
        parts += [_misses_table(scored, misses) for scored in evaluation.reports if scored.misses]
    return Group(*parts)


def _measures_table(evaluation: Evaluation) -> Table:
    count = len(evaluation.reports)
    table = bare_table(f"Mean of {count} reports" if count > 1 else evaluation.reports[0].name)
    table.add_column("measure", no_wrap=True)
    compared = bool(evaluation.others)
    for name in ("score", "95 % interval", *(("other", "difference", "95 % interval") if compared else ())):
        table.add_column(name, justify="right", no_wrap=True)
    for measure in evaluation.measures:
        if measure.name == "figures_gold":
            table.add_row(measure.name, f"{measure.mean:.0f}")
            continue
        cells = [measure.name, f"{measure.mean:.3f}", _interval(measure.interval)]
        if measure.other is not None and measure.difference is not None and measure.difference_interval is not None:
            cells += [f"{measure.other:.3f}", f"{measure.difference:+.3f}", _interval(measure.difference_interval, "+")]
        table.add_row(*cells)
    return table


def _interval(interval: Interval, sign: str = "") -> str:
    return f"{interval.low:{sign}.3f} … {interval.high:{sign}.3f}"


_HEADLINE = {
    "figure_recall": "figures\nfound",
    "figure_precision": "figures\nright",
    "claimed_recall": "in\nitems",
    "value_accuracy": "value",
    "unit_accuracy": "unit",
    "bound_accuracy": "bound",
    "role_accuracy": "role",
    "kind_accuracy": "kind",
    "metric_accuracy": "metric",
    "segment_f1": "segments\nF1",
    "tasks_linked": "tasks\nlinked",
}


def _reports_table(reports: Sequence[Scored]) -> Table:
    table = bare_table("Report by report")
    table.add_column("report", overflow="fold")
    for name in _HEADLINE.values():
        table.add_column(name, justify="right", no_wrap=True)
    for scored in reports:
        values = scored.measures
        table.add_row(scored.name, *(f"{values[name]:.3f}" if name in values else "" for name in _HEADLINE))
    return table


def _misses_table(scored: Scored, most: int) -> Table:
    table = bare_table(f"Misses in {scored.name}")
    for name in ("miss", "at", "text", "wanted", "got"):
        table.add_column(name, justify="right" if name == "at" else "left", overflow="fold")
    by_kind: dict[str, list[Miss]] = {}
    for miss in scored.misses:
        by_kind.setdefault(miss.kind, []).append(miss)
    for kind, found in by_kind.items():
        table.add_section()
        for number, miss in enumerate(found[:most]):
            name = f"{kind} ({len(found)})" if number == 0 else ""
            table.add_row(name, str(miss.start), *map(plain, (miss.text[:60], miss.wanted, miss.got)))
    return table


def bare_table(title: str | None) -> Table:
    """Return an empty table in the one style of all screens."""
    return Table(title=title and escape(title), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)


def plain(text: str) -> Text:
    """Return text from a report so that nothing in it is taken for markup or steers the terminal."""
    return Text(text.translate(_CONTROLS))
