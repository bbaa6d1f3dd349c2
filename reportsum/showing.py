"""Digests, figures, outlines and scores → tables for a terminal (rich)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from rich import box
from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from .captions import item_caption
from .models import Achievement, Bound, Digest, Figure, Item, OutlineSection, Risk, Target

if TYPE_CHECKING:  # what is shown exists already: no need to load the steps that made it
    from .evaluate import Evaluation, Interval
    from .figures.figure import FoundFigure
    from .filing import WrittenDigest
    from .planning import Plan
    from .running import RunRecord
    from .scoring.judging import Miss, Scored
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


def found_table(rows: Sequence[WrittenDigest]) -> Table:
    """Return what was found in each report of a run, one row a digest in the order given; all were written to one folder."""
    table = _table(f"What was found; the digests are in {rows[0].file.parent}/")
    table.add_column("report", overflow="fold")
    table.add_column("period", no_wrap=True)
    for name in ("achieved", "targets", "risks", "figures", "in items"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(
            Text.assemble(*((_plain(row.title), "\n") if row.title else ()), (row.file.name, "dim")),
            row.period or "",
            *map(str, (row.achievements, row.targets, row.risks, row.figures)),
            f"{row.claimed / row.figures:.0%}" if row.figures else "",
        )
    return table


def cost_table(records: Sequence[RunRecord]) -> Table:
    """Return what a model run took, one row a report and one for all."""
    from .running import total_record

    table = _table("What it took")
    table.add_column("report", overflow="fold")
    for name in ("chunks", "requests", "cached", "retries", "prompt tokens", "answer tokens", "seconds", "money"):
        table.add_column(name, justify="right", overflow="fold")
    total = total_record(records)
    for record in (*records, *([total] if total and len(records) > 1 else [])):
        counts = (record.chunks, record.requests, record.cached, record.retries, record.prompt_tokens, record.answer_tokens)
        cells = [*(f"{count:,}" for count in counts), f"{record.seconds:.1f}", _money(record.money)]
        table.add_row(_plain(record.source), *cells, style="bold" if record is total else "")
    return table


def plan_table(plan: Plan) -> Table:
    """Return what a run would take, one row a report and one for all."""
    table = _table(f"What {plan.model} would take" if plan.model else "What the rules would take: no request")
    table.add_column("report", overflow="fold")
    for name in ("characters", "chunks", "cached", "requests", "prompt tokens ≈", "answer tokens ≈"):
        table.add_column(name, justify="right", overflow="fold")
    total = plan.total
    for report in (*plan.reports, *([total] if len(plan.reports) > 1 else [])):
        counts = (report.characters, report.chunks, report.cached, report.requests, report.prompt_tokens, report.answer_tokens)
        table.add_row(_plain(report.source), *(f"{count:,}" for count in counts), style="bold" if report is total else "")
    if plan.money is not None:
        table.caption = f"money ≈ {_money(plan.money)}, by the prices given"
    return table


def _money(amount: float | None) -> str:
    return "" if amount is None else f"{amount:.4f}"


def digest_view(digest: Digest, *, limit: int | None = None) -> Group:
    """Return a digest as tables, each with at most `limit` rows; None shows all. What is left out is said."""
    parts: list[RenderableType] = [_head(digest)]
    if digest.summary.text:
        parts += [_plain(digest.summary.text), Text()]
    parts += _limited(achievements_table, digest.achievements, limit)
    parts += _limited(targets_table, digest.targets, limit)
    parts += _limited(risks_table, digest.risks, limit)
    parts.append(_coverage_line(digest))
    parts += [
        Text(f"{chunk.id} ({chunk.start}–{chunk.end}): {chunk.status}, {chunk.error}", style="yellow")
        for chunk in digest.chunks
        if chunk.status != "ok"
    ]
    return Group(*parts)


def _head(digest: Digest) -> Table:
    report, source = digest.report, digest.source
    grid = Table.grid(padding=(0, 2))
    lines = (
        ("title", report.title),
        ("place", report.place),
        ("issuer", report.issuer),
        ("kind", report.kind),
        ("published", str(report.published) if report.published else None),
        ("period", report.period.label if report.period else None),
        ("plans for", report.plan_period.label if report.plan_period else None),
        ("source", f"{source.name}, {source.characters} characters, {source.encoding or source.media_type}"),
        ("read by", " ".join(filter(None, (digest.extraction.extractor, digest.extraction.model)))),
    )
    for name, value in lines:
        if value:
            grid.add_row(Text(name, style="dim"), _plain(value))
    grid.add_row("")
    return grid


def _limited(table_of: Callable[[Sequence[_I]], Table], items: Sequence[_I], limit: int | None) -> list[RenderableType]:
    shown = items if limit is None else items[:limit]
    parts: list[RenderableType] = [table_of(shown)] if shown else []
    if len(shown) < len(items):
        parts.append(Text(f"… and {len(items) - len(shown)} more", style="dim"))
    return parts


def achievements_table(items: Sequence[Achievement]) -> Table:
    """Return achievements, one row each."""
    table = _items_table("Achievements", ("period", "outcome"))
    for item in items:
        table.add_row(*_item_cells(item), item.period.label if item.period else "", item.outcome or "", _place(item))
    return table


def targets_table(items: Sequence[Target]) -> Table:
    """Return targets, one row each, with how far they have come."""
    table = _items_table("Targets", ("for", "commitment", "progress"))
    for item in items:
        due = item.deadline or (item.period.label if item.period else "")
        table.add_row(*_item_cells(item), due, item.commitment, _progress(item), _place(item))
    return table


def risks_table(items: Sequence[Risk]) -> Table:
    """Return risks, one row each, in the report's words."""
    table = _items_table("Risks", ("as the report says it",))
    for item in items:
        table.add_row(*_item_cells(item), _plain(item.statement), _place(item))
    return table


def _items_table(title: str, columns: Iterable[str]) -> Table:
    table = _table(title)
    table.add_column("what", overflow="fold", ratio=3)
    table.add_column("figures", overflow="fold", ratio=2)
    for column in columns:
        table.add_column(column, overflow="fold", ratio=4 if column.startswith("as ") else None)
    table.add_column("at", justify="right", style="dim", no_wrap=True)
    return table


def _item_cells(item: Item) -> tuple[Text, Text]:
    return _plain(item_caption(item)), _plain(", ".join(map(figure_words, item.figures)))


def _place(item: Item) -> str:
    return str(item.evidence[0].start) if item.evidence else ""


def _progress(target: Target) -> str:
    progress = target.progress
    if progress is None:
        return ""
    return progress.status if progress.ratio is None else f"{progress.status} {progress.ratio:.0%}"


def figure_words(figure: Figure) -> str:
    """Return a figure for the eye: its text with an arrow for a change and a sign for a bound ("≥ 90.5%", "↓5.6%")."""
    arrow = ""
    if figure.role in ("change", "change_pp") and figure.value is not None:
        arrow = _FALL if figure.value < 0 else _RISE
    return f"{_BOUND_SIGNS[figure.bound]}{arrow}{figure.text}"


def _coverage_line(digest: Digest) -> Text:
    coverage = digest.coverage
    left = ", ".join(figure.text for figure in coverage.unclaimed)
    line = f"{coverage.claimed} of {coverage.figures} figures stand in an item"
    return Text(f"{line}; in none: {left}" if left else f"{line}.", style="dim")


def figures_table(figures: Sequence[FoundFigure]) -> Table:
    """Return figures, one row each."""
    table = _table(None)
    for name in ("at", "value", "low", "high"):
        table.add_column(name, justify="right", no_wrap=True)
    for name in ("text", "unit", "amount", "base unit", "bound", "role"):
        table.add_column(name, overflow="fold")
    for figure in figures:
        numbers = (str(figure.start), *(_number(number) for number in (figure.value, figure.low, figure.high)))
        words = (figure.text, figure.unit, _number(figure.amount), figure.base_unit, figure.bound, figure.role)
        table.add_row(*numbers, *map(_plain, words))
    return table


def _number(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"


def outline_tree(title: str, sections: Sequence[OutlineSection]) -> Tree:
    """Return a section tree, each section with its stance and its place."""
    tree = Tree(_plain(title))
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
    table = _table("What does not hold")
    for name in ("problem", "where", "what"):
        table.add_column(name, overflow="fold")
    for finding in findings:
        table.add_row(finding.problem, _plain(finding.where), _plain(finding.message))
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
    table = _table(f"Mean of {count} reports" if count > 1 else evaluation.reports[0].name)
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
    table = _table("Report by report")
    table.add_column("report", overflow="fold")
    for name in _HEADLINE.values():
        table.add_column(name, justify="right", no_wrap=True)
    for scored in reports:
        values = scored.measures
        table.add_row(scored.name, *(f"{values[name]:.3f}" if name in values else "" for name in _HEADLINE))
    return table


def _misses_table(scored: Scored, most: int) -> Table:
    table = _table(f"Misses in {scored.name}")
    for name in ("miss", "at", "text", "wanted", "got"):
        table.add_column(name, justify="right" if name == "at" else "left", overflow="fold")
    by_kind: dict[str, list[Miss]] = {}
    for miss in scored.misses:
        by_kind.setdefault(miss.kind, []).append(miss)
    for kind, found in by_kind.items():
        table.add_section()
        for number, miss in enumerate(found[:most]):
            name = f"{kind} ({len(found)})" if number == 0 else ""
            table.add_row(name, str(miss.start), *map(_plain, (miss.text[:60], miss.wanted, miss.got)))
    return table


def _table(title: str | None) -> Table:
    return Table(title=title and escape(title), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)


def _plain(text: str) -> Text:
    """Return text from a report so that nothing in it is taken for markup or steers the terminal."""
    return Text(text.translate(_CONTROLS))
