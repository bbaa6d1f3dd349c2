"""The answer a model writes: the wire schema, and reading an answer back.

A chunk is shown in lines, one figure or one clause without figures in each, with marks [1A], [2T] …: a number, and the letter of what the
rules take the line for. A row copies one mark and says what it is. One number space, because small models mix up two (clause numbers
drift against figure numbers), and one mark a row, because with lists of marks they sweep up as many as a row may hold. One flat list of
rows in text order, because three free lists ran on without end. The schema is constant over all chunks, so that servers compile and cache
it once, and it uses only what strict modes take: every property required, no bounds, no references.

Rows are judged one by one: a row of the wrong form is dropped and recorded, the others stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from reportsum import lazy_re as re

from .form import WireAnswer, first_reason
from .form import find_json as find_json  # 0.1.0 had it here, and programs import it from here

RowKind = Literal["achievement", "target", "risk", "context"]
LETTERS: dict[RowKind, str] = {"achievement": "A", "target": "T", "risk": "R", "context": "C"}
"""How kinds are written in question and answer: the letter behind a mark is copied with it and then confirmed or corrected. A small model
that had to turn letters into words, or to look them up again, lost itself (qwen2.5-coder-1.5b, docs/models.md)."""
_SPELLED_OUT = {letter: kind for kind, letter in LETTERS.items()}


MAX_ROWS = 5_000
"""A chunk of 2,600 characters has some two hundred marks at most."""
MAX_REFUSED = 100
"""So many reasons for dropped rows are kept."""
MAX_NAME_CHARS = 500
MAX_TOLD_CHARS = 10_000
"""Of a summary of one chunk."""

_MARK = re.compile(r"\s*\[?n?(\d{1,6})[A-Za-z]?\]?\s*")


def _number(mark: Any) -> Any:
    """Return the number in a copied mark ("12A"); what is no mark, a bare number included, is left for the validation to judge."""
    copied = _MARK.fullmatch(mark) if isinstance(mark, str) else None
    return int(copied[1]) if copied else mark


def _spelled_out(kind: Any) -> Any:
    """Return the kind a letter stands for; what is no letter, the word itself included, is left for the validation to judge."""
    return _SPELLED_OUT.get(kind.strip().upper(), kind) if isinstance(kind, str) else kind


class Row(BaseModel):
    """One mark and what it is."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    mark: Annotated[int, BeforeValidator(_number)]
    """Its number; the letter behind it is there for the model alone."""
    metric: str | None = Field(default=None, max_length=MAX_NAME_CHARS)
    """None: the library's own reading names it."""
    kind: Annotated[RowKind, BeforeValidator(_spelled_out)]


class Answer(WireAnswer):
    """What the model says of one chunk."""

    rows: list[Row]
    summary: str = Field(default="", max_length=MAX_TOLD_CHARS)
    refused: list[str] = Field(default_factory=list)
    """Why rows were dropped; never part of the wire."""

    form_name: ClassVar[str] = "report_rows"
    first_property: ClassVar[str] = "rows"

    @model_validator(mode="before")
    @classmethod
    def _judge_rows_one_by_one(cls, data: Any) -> Any:
        if isinstance(data, list):  # the rows without the object around them
            data = {"rows": data}
        if not isinstance(data, dict) or not isinstance(data.get("rows"), list):
            return data
        if len(data["rows"]) > MAX_ROWS:
            raise ValueError(f"more than {MAX_ROWS} rows, far more than there are marks")
        rows: list[Row] = []
        refused: list[str] = []
        for number, row in enumerate(data["rows"], start=1):
            try:
                rows.append(Row.model_validate(row))
            except ValidationError as error:
                refused.append(f"row {number}: {first_reason(error)}")
        if refused and not rows:
            raise ValueError(f"no row has the right form; {refused[0]}")
        summary = data.get("summary")
        if isinstance(summary, list) and all(isinstance(part, str) for part in summary):
            summary = "".join(summary)
        elif summary is not None and not isinstance(summary, str):
            refused.append("summary: it is no text")
        return {"rows": rows, "summary": summary if isinstance(summary, str) else "", "refused": refused[:MAX_REFUSED]}

    @classmethod
    def wire_schema(cls) -> dict[str, Any]:
        return WIRE_SCHEMA


WIRE_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "rows": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "mark": {"type": "string"},
                    "metric": {"type": ["string", "null"]},
                    "kind": {"type": "string", "enum": list(LETTERS.values())},
                },
                "required": ["mark", "metric", "kind"],
                "additionalProperties": False,
            },
        },
        "summary": {"type": "string"},
    },
    "required": ["rows", "summary"],
    "additionalProperties": False,
}


def bounded_schema(marks: Sequence[str]) -> dict[str, Any]:
    """Return the wire schema made out for a chunk with these marks: one row for each, in order, and no metrics.

    For the embedded server, where a schema of its own costs nothing. Left to itself a small model stops after a tenth of the marks, so the
    marks are written for it. Asked for metrics it names sentence after sentence instead of line after line (qwen2.5-coder-1.5b: of 31
    names 11 of 18 right at best, mostly drifted), and drifted names cost the row; the library's own reading names them.
    """
    schema = deepcopy(WIRE_SCHEMA)
    row = schema["properties"]["rows"]["items"]
    rows = [{**row, "properties": {**row["properties"], "mark": {"const": mark}, "metric": {"type": "null"}}} for mark in marks]
    schema["properties"]["rows"] = {"type": "array", "prefixItems": rows, "minItems": len(marks), "maxItems": len(marks)}
    schema["properties"]["summary"]["maxLength"] = MAX_SUMMARY_CHARS
    return schema


MAX_SUMMARY_CHARS = 120
