"""Whole reports and all that is read in them, a line a fact: what a user would check with a finger on the page.

A file of `cases/pages` holds an invented page, a line of equals signs, and its reading as `told` prints it; each line was held against
the page. A file of `cases/seeds` holds the reading of a seed as it stands: nobody says that all of it is right (labels and floors
tell how much, see test_gold_floors.py), only that it does not change unseen. So do the pages of `cases/mixed`, which hold many turns of
phrase, also some that are read wrongly, and `cases/readings`, for the reports and sentences of other tests.

When a change of the rules changes readings, `python -m tests.pages --write` writes them anew. Read its diff: on the pages each changed line
must be right.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reportsum import Settings, digest, from_text
from reportsum.models import Achievement, Digest, Figure, Item, OutlineSection, Period, Risk, Target

HERE = Path(__file__).parent
RULE = "=" * 40
WITH_TEXT = ("pages", "mixed")
"""Folders whose files hold the text too."""


class Page(NamedTuple):
    """A report, and what is written of its reading in a file behind `text`, or alone."""

    name: str
    text: str
    reading: list[str]
    file: Path

    def read(self) -> Digest:
        """Return what the rules read."""
        return digest(from_text(self.text, f"{self.name}.txt"), Settings(engine="rules"))

    def told(self) -> list[str]:
        """Return it as lines; where the text stands elsewhere without the statements, its own words."""
        return told(self.read(), statements=self.file.parent.name in WITH_TEXT)


def pages(folder: str = "pages") -> list[Page]:
    """Return the invented pages of a folder."""
    found = []
    for path in sorted((HERE / "cases" / folder).glob("*.txt")):
        text, _, reading = path.read_text(encoding="utf-8").partition(f"{RULE}\n")
        found.append(Page(path.stem, text, reading.splitlines(), path))
    return found


def seeds() -> list[Page]:
    """Return the seeds."""
    found = []
    for path in sorted((HERE.parent / "seeds").glob("*.txt")):
        file = HERE / "cases" / "seeds" / path.name
        reading = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        found.append(Page(path.stem, path.read_bytes().decode(), reading, file))
    return found


def reports_of_other_tests() -> list[Page]:
    """Return the reports whose outline is tested, and the sentences of other tests, as one report each."""
    texts = {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted((HERE / "cases" / "outline").glob("*.toml"))
    }
    for name in ("english_kinds", "english_figures"):
        lines = (HERE / "cases" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        head, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
        sentences = [row[head.index("text")].replace("\\n", " ") for row in rows if len(row) == len(head)]
        texts[name] = "\n\n".join(["Report for 2023", "Review of the year", *sentences, ""])
    genres = (HERE / "cases" / "measures" / "genres.txt").read_text(encoding="utf-8").split("\n=== ")[1:]
    texts["genres"] = "\n".join(["某市2023年工作报告", "一、2023年工作回顾", *(case.splitlines()[1] for case in genres), ""])
    found = []
    for name, text in texts.items():
        file = HERE / "cases" / "readings" / f"{name}.txt"
        found.append(Page(name, text, file.read_text(encoding="utf-8").splitlines() if file.exists() else [], file))
    return found


def told(digest: Digest, *, statements: bool = True) -> list[str]:
    """Return a digest as lines: the report, its outline, the facts in the order of the text, and what is picked from them."""
    lines = "\n".join(_lines(digest)).splitlines()
    return [line for line in lines if statements or not line.startswith("    “")]


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
    """Say which readings differ from what is written, or write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    for page in (*pages(), *pages("mixed"), *seeds(), *reports_of_other_tests()):
        lines = page.told()
        if lines != page.reading:
            print(f"{page.file.relative_to(HERE)}: {len(set(lines) - set(page.reading))} lines new")
        if options.write:
            above = [page.text.rstrip("\n"), RULE] if page.file.parent.name in WITH_TEXT else []
            page.file.parent.mkdir(exist_ok=True)
            page.file.write_text("\n".join([*above, *lines, ""]), encoding="utf-8", newline="\n")
    from . import screens

    for name in (*screens.COMMANDS, *screens.DRAWN):
        file = screens.FOLDER / f"{name}.txt"
        said = screens.screen(name) if name in screens.COMMANDS else screens.drawn(name)
        if not file.exists() or file.read_text(encoding="utf-8") != said:
            print(f"{file.relative_to(HERE)}: another screen")
        if options.write:
            file.parent.mkdir(exist_ok=True)
            file.write_text(said, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
