"""Headline panels of many reports → one table: place × period × indicator, tidy (one row a figure) and wide (one row a place and year).

    table = reportsum.panel(digests)
    table.rows                 every figure of the headline indicators, as records
    table.wide()               one record a place and year: gdp, gdp_growth, gdp_aim, gdp_growth_aim …
    table.write("panel.xlsx")  .csv, .xlsx, .parquet or .md

Only main rows enter the wide table. An amount that a span of years ended with stands under its last year; of a range the ends stand in
columns of their own. Reports stand in the order of place as given, then of time.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from reportsum import lazy_re as re

from .captions import caption, headlines, indicator_caption, panel_caption
from .columns import Column, Value
from .errors import OutputError, SettingsError
from .export.folders import guarded
from .export.store import need, replace_files
from .models import Digest, Evidence, PanelRow
from .writing import write_text

if TYPE_CHECKING:
    from rich.table import Table

Language = Literal["zh", "en"]
_TORN = re.compile(r"\s*[\n\u200b]\s*")
Record = dict[str, Value]
_GROWTH = ("change", "change_pp")
_SUFFIXES = {"level": "", "share": "", "count": "", "change": "_growth", "change_pp": "_points"}
ENDINGS = (".csv", ".xlsx", ".parquet", ".md")


class _Told(NamedTuple):
    """A panel row, the digest it stands in, and the words it was read from."""

    digest: Digest
    row: PanelRow
    evidence: Evidence | None


COLUMNS: tuple[Column[_Told], ...] = (
    Column("digest_id", "id of the digest", lambda told: told.digest.id),
    Column("place", "the place that reports", lambda told: told.digest.report.place, nullable=True),
    Column("report_period", "the report's period", lambda told: _label(told.digest.report.period), nullable=True),
    Column("indicator", "canonical indicator", lambda told: told.row.indicator),
    Column("name", "its Chinese name", lambda told: indicator_caption(told.row.indicator).zh),
    Column("name_en", "its English name", lambda told: indicator_caption(told.row.indicator).en),
    Column("kind", "reported or target", lambda told: told.row.kind),
    Column("measure", "level, change, change_pp, share or count", lambda told: told.row.measure),
    Column("period", "the span of time it speaks of", lambda told: _label(told.row.period), nullable=True),
    Column("period_start", "its first day", lambda told: told.row.period.start if told.row.period else None, "date", nullable=True),
    Column("period_end", "its last day", lambda told: told.row.period.end if told.row.period else None, "date", nullable=True),
    Column("amount", "the value, multiplied out; null for ranges", lambda told: told.row.amount, "decimal", nullable=True),
    Column("low", "lower end of a range", lambda told: told.row.low, "decimal", nullable=True),
    Column("high", "upper end of a range", lambda told: told.row.high, "decimal", nullable=True),
    Column("unit_code", "ISO 4217, %, pp, bp, 1 or UCUM", lambda told: told.row.unit_code, nullable=True),
    Column("bound", "exact, at_least, at_most, above, below, about or range", lambda told: told.row.bound, nullable=True),
    Column("text", "the figure's words, or the goal's", lambda told: told.row.text),
    Column("expected", "an estimate", lambda told: told.row.expected, "truth"),
    Column("yearly_average", "an average over its span of years", lambda told: told.row.yearly_average, "truth"),
    Column("base", "earlier or goal: a value compared with", lambda told: told.row.base, nullable=True),
    Column("main", "the row that answers for its indicator, measure and kind", lambda told: told.row.main, "truth"),
    Column("item_id", "id of the item", lambda told: told.row.item),
    Column("quote", "the words it was read from", lambda told: told.evidence.quote if told.evidence else None, nullable=True),
    Column("start_offset", "their place in it", lambda told: told.evidence.start if told.evidence else None, "integer", nullable=True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Panel:
    """The panels of several reports as one table."""

    told: tuple[_Told, ...]

    @property
    def rows(self) -> list[Record]:
        """One record for each figure, keys as in `COLUMNS`."""
        return [{column.name: column.get(told) for column in COLUMNS} for told in self.told]

    def wide(self) -> list[Record]:
        """Return one record for each place and span of time; every record has all columns, null where nothing is told."""
        cells: dict[tuple[str | None, str], Record] = {}
        for told in self.told:
            when = _answers_for(told.row)
            if told.row.main and when is not None:
                place = told.digest.report.place
                record = cells.setdefault((place, when), {"place": place, "period": when})
                record.update(_cells(told.row))
        names = _wide_names(cells.values())
        return [{name: record.get(name) for name in names} for record in cells.values()]

    def to_csv(self, *, wide: bool = False) -> str:
        """Return the table as CSV: UTF-8 with BOM, CRLF, no text that a spreadsheet would run as a formula."""
        names, records = self._table(wide=wide)
        buffer = io.StringIO(newline="")
        writer = csv.writer(buffer, lineterminator="\r\n")
        writer.writerow(names)
        writer.writerows([_csv_cell(record[name]) for name in names] for record in records)
        return "\ufeff" + buffer.getvalue()

    def to_markdown(self, *, wide: bool = False, lang: Language = "zh") -> str:
        """Return the main rows as a Markdown table, one line an indicator of a report; with `wide` one line a place and year."""
        if wide:
            names, records = self._table(wide=True)
            lines = [[_plain(record[name]) for name in names] for record in records]
        else:
            names, lines = _heads(lang), self._lines(lang)
        rows = [names, ["---"] * len(names), *lines]
        return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in rows)

    def to_frame(self, *, wide: bool = False) -> Any:
        """Return the table as a pandas data frame; numbers are Decimal objects. Raises SettingsError without pandas."""
        names, records = self._table(wide=wide)
        return need("pandas").DataFrame(records, columns=names)

    def write(self, output: str | os.PathLike[str], *, wide: bool = False) -> Path:
        """Write the table to `output`: .csv, .parquet, .md, or .xlsx with a tidy and a wide sheet.

        Raises SettingsError for another ending or a missing package, OutputError when the file cannot be written.
        """
        path = Path(output)
        match path.suffix.lower():
            case ".csv":
                write_text(self.to_csv(wide=wide), path)
            case ".md":
                write_text(self.to_markdown(wide=wide), path)
            case ".xlsx":
                _save(path, partial(self._save_workbook, need("openpyxl")))
            case ".parquet":
                _save(path, partial(self._save_parquet, need("pyarrow"), wide=wide))
            case _:
                raise SettingsError(f"{path}: a panel is written as {', '.join(ENDINGS)}. Give the file one of these endings.")
        return path

    def table(self, lang: Language = "zh") -> Table:
        """Return the main rows as a table for the terminal, one line an indicator of a report."""
        from rich.table import Table
        from rich.text import Text

        table = Table(*_heads(lang))
        for line in self._lines(lang):
            table.add_row(*(Text(cell) for cell in line))
        return table

    def __rich__(self) -> Table:
        return self.table()

    def _table(self, *, wide: bool) -> tuple[list[str], list[Record]]:
        if not wide:
            return [column.name for column in COLUMNS], self.rows
        records = self.wide()
        return list(records[0]) if records else ["place", "period"], records

    def _lines(self, lang: Language) -> list[list[str]]:
        """Return one line for each report and indicator: place, period, name, reached, growth, aim."""
        found: dict[tuple[str, str], dict[str, list[str]]] = {}
        of: dict[tuple[str, str], Digest] = {}
        for told in self.told:
            if told.row.main:
                key = (told.digest.id, told.row.indicator)
                of[key] = told.digest
                found.setdefault(key, {}).setdefault(_part(told.row), []).append(_shown(told.row, lang))
        return [
            [
                of[key].report.place or of[key].source.name,
                _label(of[key].report.period) or "",
                getattr(indicator_caption(key[1]), lang),
                *(" ".join(parts.get(part, ())) for part in ("reached", "growth", "aims")),
            ]
            for key, parts in found.items()
        ]

    def _save_workbook(self, openpyxl: Any, path: Path) -> None:
        book = openpyxl.Workbook(write_only=True)
        for title, wide in (("tidy", False), ("wide", True)):
            names, records = self._table(wide=wide)
            sheet = book.create_sheet(title)
            sheet.freeze_panes = "B2"
            sheet.append(names)
            for record in records:
                sheet.append([_sheet_cell(record[name]) for name in names])
        book.save(path)

    def _save_parquet(self, pyarrow: Any, path: Path, *, wide: bool) -> None:
        names, records = self._table(wide=wide)
        types = {"integer": pyarrow.int64(), "date": pyarrow.date32(), "truth": pyarrow.bool_(), "text": pyarrow.string()}
        number = pyarrow.decimal128(38, 10)
        kinds = {column.name: types.get(column.type, number) for column in COLUMNS} if not wide else {}
        texts = ("place", "period")
        schema = [(name, kinds.get(name, pyarrow.string() if name in texts or name.endswith("_words") else number)) for name in names]
        table = pyarrow.Table.from_pylist(records, schema=pyarrow.schema(schema))
        need("pyarrow.parquet").write_table(table, path, compression="zstd")


def _heads(lang: Language) -> list[str]:
    return [getattr(caption("brief", name), lang) for name in ("place", "period", "indicator", "reached", "growth", "aims")]


def panel(digests: Iterable[Digest]) -> Panel:
    """Return the headline panels of the digests as one table. A digest given twice counts once."""
    unique = list({digest.id: digest for digest in digests}.values())
    places = list(dict.fromkeys(digest.report.place for digest in unique))
    ordered = sorted(unique, key=lambda digest: (places.index(digest.report.place), _end_of(digest)))
    return Panel(tuple(told for digest in ordered for told in _told(digest)))


def _told(digest: Digest) -> Iterable[_Told]:
    items = {item.id: item for item in digest.items()}
    for row in digest.panel:
        item = items.get(row.item)
        figure = next((figure for figure in item.figures if figure.id == row.figure), None) if item else None
        evidence = item.evidence if item else []
        at = next((one for one in evidence if figure and one.start <= figure.start < one.end), evidence[0] if evidence else None)
        yield _Told(digest, row, at)


def _end_of(digest: Digest) -> str:
    known = digest.report.period.end if digest.report.period else digest.report.published
    return known.isoformat() if known else ""


def _label(period: Any) -> str | None:
    return period.label if period else None


def _answers_for(row: PanelRow) -> str | None:
    """Return the span of time a main row answers for: of a span of years its last year, else its own."""
    if row.period is None:
        return None
    return str(row.period.end.year) if row.period.end.year > row.period.start.year else row.period.label


def _cells(row: PanelRow) -> Record:
    """Return the cells of a main row in the wide table."""
    name = row.indicator + _SUFFIXES[row.measure] + ("_aim" if row.kind == "target" else "")
    if row.amount is not None:
        return {name: row.amount}
    if row.low is not None or row.high is not None:
        return {f"{name}_low": row.low, f"{name}_high": row.high}
    return {f"{name}_words": row.text}


def _wide_names(records: Iterable[Mapping[str, Value]]) -> list[str]:
    """Return the columns of the wide table: indicators in the order of the genre, reached before aimed at, growth behind the amount."""
    told = {name for record in records for name in record}
    suffixes = [
        f"{measure}{aim}{end}" for aim in ("", "_aim") for measure in ("", "_growth", "_points") for end in ("", "_low", "_high", "_words")
    ]
    ordered = [f"{headline.indicator}{suffix}" for headline in headlines() for suffix in suffixes]
    return ["place", "period", *(name for name in ordered if name in told)]


def _part(row: PanelRow) -> str:
    if row.kind == "target":
        return "aims"
    return "growth" if row.measure in _GROWTH else "reached"


def _shown(row: PanelRow, lang: Language) -> str:
    """Return a row at a glance, on one line: the words of the source may be torn."""
    text = _TORN.sub("" if lang == "zh" else " ", panel_caption(row))
    return f"{text} ({getattr(caption('outcome', 'expected'), lang)})" if row.expected else text


def _csv_cell(value: Value) -> str:
    return guarded(value) if isinstance(value, str) else _plain(value)


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def _sheet_cell(value: Value) -> Value | float:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return guarded(value) if isinstance(value, str) else value


def _save(path: Path, write: Callable[[Path], None]) -> None:
    try:
        replace_files({path: write})
    except OSError as error:
        raise OutputError(path, f"cannot be written ({error.strerror or error})", "Free some space or choose another place.") from error
