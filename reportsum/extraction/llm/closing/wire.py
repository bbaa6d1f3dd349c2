"""The form of an answer to the closing question. Flat, constant, every property required, as in the editing dialect."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, get_args

from pydantic import BeforeValidator, Field, model_validator

from ....models import ReportKind
from ..editing.wire import NUMBER, WORDS, Marks, Part, as_mark, choice, list_of, mark_of, marks_of, object_of, one_of, parts_of, words_seen
from ..form import WireAnswer

KINDS: tuple[str, ...] = get_args(ReportKind)
MAX_POINT_CHARS = 400


class Group(Part):
    """Items that tell the same fact."""

    at: Marks


class Link(Part):
    target: Annotated[int, BeforeValidator(mark_of)]
    achievements: Marks


class Point(Part):
    text: str = Field(max_length=MAX_POINT_CHARS)
    items: Marks = Field(default_factory=list)


class ClosingAnswer(WireAnswer):
    """What the model says of the whole report."""

    seen: list[str] = Field(default_factory=list)
    top: list[int] = Field(default_factory=list)
    same: list[Group] = Field(default_factory=list)
    links: list[Link] = Field(default_factory=list)
    points: list[Point] = Field(default_factory=list)
    title: str | None = None
    kind: Annotated[ReportKind | None, one_of(*KINDS)] = None
    place: str | None = None
    issuer: str | None = None
    routine: list[int] = Field(default_factory=list)
    """Facts that are no more than general measures."""
    refused: list[str] = Field(default_factory=list)
    """Why parts were dropped; never part of the wire."""

    form_name: ClassVar[str] = "report_closing"
    first_property: ClassVar[str] = "seen"

    @model_validator(mode="before")
    @classmethod
    def _judge_parts_one_by_one(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "seen" not in data:
            raise ValueError("the property seen is missing")
        refused: list[str] = []
        head = {name: said for name in ("title", "place", "issuer") if isinstance(said := data.get(name), str) and said.strip()}
        return {
            "seen": words_seen(data["seen"]),
            "top": parts_of(marks_of(data.get("top")), as_mark, "top", refused),
            "same": parts_of(data.get("same"), Group.model_validate, "same", refused),
            "links": parts_of(data.get("links"), Link.model_validate, "links", refused),
            "points": parts_of(data.get("points"), Point.model_validate, "points", refused),
            "routine": parts_of(marks_of(data.get("routine")), as_mark, "routine", refused),
            **head,
            "kind": data.get("kind"),
            "refused": refused,
        }

    @classmethod
    def wire_schema(cls) -> dict[str, Any]:
        return WIRE_SCHEMA


WIRE_SCHEMA: dict[str, Any] = object_of(
    seen=list_of({"type": "string"}),
    top=list_of(NUMBER),
    same=list_of(object_of(at=list_of(NUMBER))),
    links=list_of(object_of(target=NUMBER, achievements=list_of(NUMBER))),
    points=list_of(object_of(text={"type": "string"}, items=list_of(NUMBER))),
    routine=list_of(NUMBER),
    title=WORDS,
    kind=choice(KINDS),
    place=WORDS,
    issuer=WORDS,
)
