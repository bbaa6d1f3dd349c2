"""The form of an answer in the editing dialect: three typed lists of what is read wrongly, and what else is to be put right.

Flat, constant over all chunks, and only what strict modes take: every property required, null where nothing is wrong, closed lists as
enums. Answers are read leniently and part by part: a part of the wrong form costs itself, a word of no closed list its field, and its
reason is recorded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from reportsum import lazy_re as re

from ....models import Bound, Commitment, FigureBase, Kind, Outcome, Role, Stance, Topic
from ...drafts import Trait
from ..form import WireAnswer, first_reason

_MARK = re.compile(r"\s*\[?([-−+＋]?)(\d{1,6})\D*")


def mark_of(value: Any) -> Any:
    """Return the number in a copied mark, negative where a sign stands before it; what is none is left for the validation to judge."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    found = _MARK.fullmatch(value) if isinstance(value, str) else None
    return int(found[2]) * (-1 if found[1] else 1) if found else value


def marks_of(value: Any) -> Any:
    """Return a list of marks, however it was written: 3, "3A", [3], ["3A", 4]."""
    if isinstance(value, str | int):
        return [mark_of(value)]
    return [mark_of(one) for one in value] if isinstance(value, list) else value


def _word(value: Any) -> Any:
    """Return a word of a closed list in lower case; what is empty says nothing."""
    return (value.strip().lower() or None) if isinstance(value, str) else value


def one_of(*words: str) -> BeforeValidator:
    """Return what makes a field that holds no word of its list say nothing: it costs that field, not the object around it."""
    return BeforeValidator(lambda value: word if (word := _word(value)) in words else None)


Marks = Annotated[list[int], BeforeValidator(marks_of)]
TOPICS: tuple[str, ...] = (*get_args(Topic), "none")
STANCES: tuple[str, ...] = get_args(Stance)
OUTCOMES: tuple[str, ...] = (*get_args(Outcome), "none")
COMMITMENTS: tuple[str, ...] = (*get_args(Commitment), "none")
BASES: tuple[str, ...] = (*get_args(FigureBase), "none")
TRAITS: tuple[str, ...] = (*get_args(Role), *(one for one in get_args(Bound) if one != "range"), "average")


class Part(BaseModel):
    """A part of an answer."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Told(Part):
    """A fact as the model reads it: it replaces every reading on its marks.

    A negative mark adds a fact to those that were read in its sentence.
    """

    at: Marks
    name: str | None = None
    """Drawn from the text; None leaves the name that is shown; "": nothing names it."""
    topic: Annotated[Topic | Literal["none"] | None, one_of(*TOPICS)] = None
    period: str | None = None

    kind: ClassVar[Kind]


class ToldAchievement(Told):
    outcome: Annotated[Outcome | Literal["none"] | None, one_of(*OUTCOMES)] = None
    kind: ClassVar[Kind] = "achievement"


class ToldTarget(Told):
    commitment: Annotated[Commitment | Literal["none"] | None, one_of(*COMMITMENTS)] = None
    owner: str | None = None
    """Words of the text, or a mark; "": nobody is named."""
    deadline: str | None = None
    kind: ClassVar[Kind] = "target"


class ToldRisk(Told):
    cause: str | None = None
    kind: ClassVar[Kind] = "risk"


class ToldFigure(Part):
    """What is wrong with a number, or with several alike."""

    at: Marks
    name: str | None = None
    """Of the number itself; its fact keeps its own."""
    take: bool | None = None
    """True: a number marked ? is a figure; False: a figure is none."""
    unit: str | None = None
    period: str | None = None
    base: Annotated[FigureBase | Literal["none"] | None, one_of(*BASES)] = None
    trait: Annotated[Trait | None, one_of(*TRAITS)] = None


class ToldSection(Part):
    """What is wrong with a heading, or what a sentence says of those behind it."""

    at: Annotated[int, BeforeValidator(mark_of)]
    stance: Annotated[Stance | None, one_of(*STANCES)] = None
    period: str | None = None
    """Of the facts below it that name none of their own."""
    topic: Annotated[Topic | Literal["none"] | None, one_of(*TOPICS)] = None
    """Of the facts below it that are told no other."""
    commitment: Annotated[Commitment | None, one_of(*COMMITMENTS[:-1])] = None
    """Of the targets below it whose own words say nothing of it."""


CLOSED = {"topic": TOPICS, "stance": STANCES, "outcome": OUTCOMES, "commitment": COMMITMENTS, "base": BASES, "trait": TRAITS}
"""The words of fields that take no others."""
LISTS: dict[str, type[Part]] = {
    "achievements": ToldAchievement,
    "targets": ToldTarget,
    "risks": ToldRisk,
    "figures": ToldFigure,
    "sections": ToldSection,
}


MARK_LISTS = ("not_facts", "top", "notable", "routine")


class EditAnswer(WireAnswer):
    """What the model says of one chunk."""

    seen: list[str] = Field(default_factory=list)
    achievements: list[ToldAchievement] = Field(default_factory=list)
    targets: list[ToldTarget] = Field(default_factory=list)
    risks: list[ToldRisk] = Field(default_factory=list)
    not_facts: list[int] = Field(default_factory=list)
    figures: list[ToldFigure] = Field(default_factory=list)
    sections: list[ToldSection] = Field(default_factory=list)
    top: list[int] = Field(default_factory=list)
    notable: list[int] = Field(default_factory=list)
    """Facts that are more than general measures."""
    routine: list[int] = Field(default_factory=list)
    """Facts that are no more."""
    refused: list[str] = Field(default_factory=list)
    """Why parts were dropped; never part of the wire."""

    form_name: ClassVar[str] = "report_edits"
    first_property: ClassVar[str] = "seen"

    @model_validator(mode="before")
    @classmethod
    def _judge_parts_one_by_one(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "seen" not in data:
            raise ValueError("the property seen is missing")
        refused: list[str] = []
        read: dict[str, Any] = {name: parts_of(data.get(name), _reader(kind, name, refused), name, refused) for name, kind in LISTS.items()}
        for name in MARK_LISTS:
            read[name] = parts_of(marks_of(data.get(name)), as_mark, name, refused)
        read["seen"] = words_seen(data["seen"])
        return {**read, "refused": refused}

    @classmethod
    def wire_schema(cls) -> dict[str, Any]:
        return WIRE_SCHEMA


def _reader(kind: type[Part], name: str, refused: list[str]) -> Callable[[Any], Part]:
    """Return what reads a part of a list; a word of no closed list is noted."""

    def read(value: Any) -> Part:
        if not isinstance(value, dict):
            raise ValueError("no correction")  # noqa: TRY004  # as Pydantic's own
        told = dict(value)
        for field, words in CLOSED.items():
            word = _word(told.get(field))
            if told.get(field) == "" or word == "-":
                told[field] = None if field in ("stance", "trait") else "none"
            elif word is not None and word not in words:
                refused.append(f"{name}: {str(word)[:40]!r} is no {field}")
        return kind.model_validate(told)

    return read


def words_seen(value: Any) -> list[str]:
    """Return check words, however they were written: a list, or one text."""
    if isinstance(value, str):
        return re.findall(r"\w+", value)
    return [str(one) for one in value] if isinstance(value, list) else []


def as_mark(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("no mark")  # noqa: TRY004  # Pydantic's own word for a value of the wrong form
    return value


def parts_of(data: Any, read: Callable[[Any], Any], name: str, refused: list[str]) -> list[Any]:
    """Return the parts of a list that have the right form; a single part may stand without its list."""
    if data is None:
        return []
    parts = []
    for number, part in enumerate(data if isinstance(data, list) else [data], start=1):
        try:
            parts.append(read(part))
        except ValidationError as error:
            refused.append(f"{name} {number}: {first_reason(error)}")
        except ValueError as error:
            refused.append(f"{name} {number}: {error}")
    return parts


def object_of(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def list_of(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


NUMBER = {"type": "integer"}
TEXT = {"type": "string"}
WORDS = {"type": ["string", "null"]}


def choice(words: tuple[str, ...]) -> dict[str, Any]:
    return {"type": ["string", "null"], "enum": [*words, None]}


_TOLD = {"at": list_of(NUMBER), "name": WORDS, "topic": choice(TOPICS), "period": WORDS}
_YES_OR_NO = {"type": ["boolean", "null"]}

WIRE_SCHEMA: dict[str, Any] = object_of(
    seen=list_of(TEXT),
    achievements=list_of(object_of(**_TOLD, outcome=choice(OUTCOMES))),
    targets=list_of(object_of(**_TOLD, commitment=choice(COMMITMENTS), owner=WORDS, deadline=WORDS)),
    risks=list_of(object_of(**_TOLD, cause=WORDS)),
    not_facts=list_of(NUMBER),
    figures=list_of(
        object_of(
            at=list_of(NUMBER),
            name=WORDS,
            take=_YES_OR_NO,
            unit=WORDS,
            period=WORDS,
            base=choice(BASES),
            trait=choice(TRAITS),
        )
    ),
    sections=list_of(object_of(at=NUMBER, stance=choice(STANCES), period=WORDS, topic=choice(TOPICS), commitment=choice(COMMITMENTS[:-1]))),
    top=list_of(NUMBER),
    notable=list_of(NUMBER),
    routine=list_of(NUMBER),
)
