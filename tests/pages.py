"""Whole pages and all that is read on them, a line a fact: what a user would check with a finger on the page.

A file of `cases/pages` holds an invented report, a line of equals signs, and its reading as `told` prints it. When the reading changes for
the better, `python -m tests.pages --write` writes the readings anew; each changed line of the diff is to be held against the page above it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from reportsum import Settings, digest, from_text
from reportsum.models import Achievement, Digest, Figure, Item, OutlineSection, Period, Risk, Target

FOLDER = Path(__file__).parent / "cases" / "pages"
RULE = "=" * 40


def page(path: Path) -> tuple[str, list[str]]:
    """Return the report of a file, and the lines of its reading."""
    text, _, reading = path.read_text(encoding="utf-8").partition(f"{RULE}\n")
    return text, reading.splitlines()


def read(path: Path) -> Digest:
    """Return what the rules read on a page."""
    return digest(from_text(page(path)[0], f"{path.stem}.txt"), Settings(engine="rules"))


def told(digest: Digest) -> list[str]:
    """Return a digest as lines: the report, its outline, the facts in the order of the text, and what is picked from them."""
    return list(_lines(digest))


def _lines(digest: Digest) -> Iterator[str]:
    report = digest.report
    yield _row("report", report.kind, report.title, report.place, report.issuer, report.published, _when(report.period))
    yield _row("basis", *(f"{name} {basis}" for name, basis in report.basis if basis != "none"), report.language, _plan(report.plan_period))
    yield from (f"cleaned  {each.rule} {each.count}" for each in digest.source.cleaning)
    yield from _sections(digest.outline)
    items = [*digest.achievements, *digest.targets, *digest.risks]
    for item in sorted(items, key=lambda item: (item.evidence[0].start, item.figures[0].start if item.figures else 0, item.metric or "")):
        yield _item(item)
        yield from (f"    {_figure(figure)}" for figure in item.figures)
    coverage = digest.coverage
    yield f"figures  {coverage.figures} read, {coverage.claimed} in a fact, {coverage.named} named"
    yield from (f"no fact  {_figure(figure)}" for figure in coverage.unclaimed)
    known = {item.id: _headline(item) for item in items}
    yield from (f"leads    {known[each]}" for each in (*digest.leading.achievements, *digest.leading.targets, *digest.leading.risks))
    for row in digest.panel:
        number = row.amount if row.amount is not None else f"{row.low}..{row.high}" if row.low is not None else row.text
        marks = [word for word, holds in (("main", row.main), ("expected", row.expected), ("a year", row.yearly_average)) if holds]
        bound = row.bound if row.bound != "exact" else None
        yield _row("panel", row.indicator, row.measure, row.kind, _when(row.period), f"{number} {row.unit_code}", bound, row.base, *marks)
    yield f"summary  {digest.summary.text}"
    yield from (f"brief    {section.section}: {section.text}" for section in digest.summary.sections)
    yield from (f"warning  {each.code}: {each.message}" for each in digest.warnings)


def _row(name: str, *fields: object) -> str:
    return f"{name:<8} " + " | ".join(str(field) for field in fields if field is not None)


def _when(period: Period | None) -> str | None:
    return f"{period.label} ({period.start}..{period.end})" if period is not None else None


def _plan(period: Period | None) -> str | None:
    return f"plan {_when(period)}" if period is not None else None


def _sections(sections: list[OutlineSection]) -> Iterator[str]:
    for section in sections:
        yield _row("section", f"{section.id} {section.label or '-'} {section.title}", section.stance)
        yield from _sections(section.children)


def _headline(item: Item) -> str:
    return " ".join([item.metric or item.statement, *(figure.text for figure in item.figures if figure.base is None)])


def _item(item: Item) -> str:
    basis = item.basis
    places = ",".join(each.section or "-" for each in item.evidence)
    fields: list[object] = [item.metric, item.indicator, f"{item.period.label} ({basis.period})" if item.period else None]
    if isinstance(item, Achievement):
        fields.append(item.outcome)
    if isinstance(item, Target):
        how_far = item.progress and f"{item.progress.status} {item.progress.ratio} by {item.progress.basis}"
        fields += [item.commitment, item.deadline and f"by {item.deadline}", item.owner and f"owner {item.owner}", how_far]
    if isinstance(item, Risk):
        fields.append(item.cause and f"because {item.cause}")
    fields += [item.task and f"task {item.task}", item.topic, f"{item.salience} {item.rank}", f"in {places}", f"kind {basis.kind}"]
    fields.append(f"name {basis.metric}")
    return _row(type(item).__name__.lower()[:8], *fields) + f"\n    “{item.statement}”"


def _figure(figure: Figure) -> str:
    number = figure.amount if figure.low is None else f"{figure.low}..{figure.high}"
    period = f"{figure.period.label} ({figure.basis.period})" if figure.period else None
    fields = [f"{figure.text} = {number} {figure.base_unit}".rstrip(), figure.unit_code and f"[{figure.unit_code}]", figure.role]
    fields += [figure.bound if figure.bound != "exact" else None, figure.base, "a year" if figure.yearly_average else None]
    fields += [figure.metric and f"{figure.metric} ({figure.basis.metric})", period]
    return "  ".join(field for field in fields if field)


def main() -> None:
    """Print the readings that differ from what is written, or write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    for path in sorted(FOLDER.glob("*.txt")):
        text, written = page(path)
        lines = "\n".join(told(read(path))).splitlines()
        if lines != written:
            print(f"{path.name}: {len(set(lines) - set(written))} lines new")
        if options.write:
            path.write_text("\n".join([text.rstrip("\n"), RULE, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
