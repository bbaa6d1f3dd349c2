"""Comparison → flat records, JSON and CSV. Numbers stay exact; every record says where its figure stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..captions import caption
from ..export.folders import guarded
from ..models import Period
from ..writing import dump_json
from .model import Column, Comparison, Measure, Promise, Reading, RowOfCells, Telling

RECORD_COLUMNS = (
    "indicator", "name", "name_en", "digest_id", "place", "report_period", "told_as", "measure", "period", "expected",
    "text", "value", "unit", "amount", "base_unit", "low", "high", "bound", "metric", "quote", "start_offset", "end_offset",
    "section_id", "note",
)  # fmt: skip
"""told_as: reported, promised or other; measure: value or change; note: why the row is not comparable, where it is not."""


def cell_records(comparison: Comparison) -> list[dict[str, Any]]:
    """Return one record for each figure, by row, then column; what a report tells besides comes last in its cell."""
    return [
        record
        for row in comparison.rows
        for column, cell in zip(comparison.columns, row.cells, strict=True)
        for told_as, telling in (
            ("reported", cell.reported),
            ("promised", cell.promised),
            *(("other", other) for other in cell.others),
        )
        if telling is not None
        for record in _records(row, column, told_as, telling)
    ]


def _records(row: RowOfCells, column: Column, told_as: str, telling: Telling) -> Iterator[dict[str, Any]]:
    for measure, reading in telling.readings():
        yield {
            "indicator": row.indicator,
            "name": row.zh,
            "name_en": row.en,
            "digest_id": column.digest_id,
            "place": column.place,
            "report_period": _label(column.period),
            "told_as": told_as,
            "measure": measure,
            "period": _label(telling.period),
            "expected": telling.expected,
            **_reading(reading),
            "note": _note(row, measure),
        }


def _reading(reading: Reading) -> dict[str, Any]:
    figure = reading.figure
    return {
        "text": figure.text,
        "value": figure.value,
        "unit": figure.unit,
        "amount": figure.amount,
        "base_unit": figure.base_unit,
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "metric": reading.metric,
        "quote": reading.quote,
        "start_offset": reading.start,
        "end_offset": reading.end,
        "section_id": reading.section,
    }


def _note(row: RowOfCells, measure: Measure) -> str | None:
    lead = caption("measure", measure).en + ":"
    return next((note.en for note in row.notes if note.en.startswith(lead)), None)


def promise_record(promise: Promise) -> dict[str, Any]:
    """Return a promise as a flat record."""
    return {
        "indicator": promise.indicator,
        "name": promise.zh,
        "name_en": promise.en,
        "place": promise.place,
        "measure": promise.measure,
        "period": _label(promise.period),
        "verdict": promise.verdict,
        "difference": promise.difference,
        "reason": promise.reason.en,
        "reason_zh": promise.reason.zh,
        "promised_in": promise.promised_in,
        "promised": _reading(promise.promised),
        "reported_in": promise.reported_in,
        "reported_period": _label(promise.reported_period),
        "reported": _reading(promise.reported) if promise.reported else None,
    }


def comparison_json(comparison: Comparison) -> str:
    """Return columns, records, promises and notes as JSON text."""
    return dump_json(
        {
            "columns": [
                {
                    "digest_id": column.digest_id,
                    "title": column.title,
                    "place": column.place,
                    "period": _label(column.period),
                    "plan_period": _label(column.plan_period),
                    "source_name": column.source_name,
                }
                for column in comparison.columns
            ],
            "cells": cell_records(comparison),
            "promises": [promise_record(promise) for promise in comparison.promises],
            "left_out": list(comparison.left_out),
            "notes": [note.en for note in comparison.notes],
        }
    )


def comparison_csv(comparison: Comparison) -> str:
    """Return the records as CSV: UTF-8 with BOM, CRLF, no text that a spreadsheet would run as a formula."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(RECORD_COLUMNS)
    writer.writerows([_cell(record[name]) for name in RECORD_COLUMNS] for record in cell_records(comparison))
    return "\ufeff" + buffer.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bool):
        return "1" if value else "0"
    return "" if value is None else guarded(str(value))


def _label(period: Period | None) -> str | None:
    return period.label if period else None
