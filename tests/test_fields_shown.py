"""Every field of an item is told by `reportsum show` and by the page, or stands below with the reason why not.

A field that is altered must alter what is shown: a column that only claims to show it is found too.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, get_args

import pytest
from rich.console import Console

from reportsum.asking import kind_of
from reportsum.captions import captions
from reportsum.digest_screen import Choice, digest_view, item_columns
from reportsum.models import Achievement, Digest, Item, Progress, Risk, Target
from reportsum.own_fields import plain_fields
from reportsum.view.layout import layout
from reportsum.view.payload import digest_payload

from .builders import DigestBuilder, fig, half, year

KINDS: tuple[type[Item], ...] = (Achievement, Target, Risk)
FIELDS = [(kind, field) for kind in KINDS for field in kind.model_fields]

NOT_ON_THE_SCREEN = {
    "id": "for machines: --json has it",
    "rank": "it is the order of the rows",
    "salience": "it decides which rows are shown",
    "indicator": "the metric says it in words",
    "topic": "chosen by --topic; a column would take the width of the words",
    "task": "the order of a task list is that of its rows",
    "basis": "whose words a name is: --json and the export have it",
    "extractor": "told once, in the head",
}
NOT_ON_ONE_KIND = {
    (Achievement, "statement"): "metric and figures tell the fact",
    (Target, "statement"): "metric and figures tell the fact",
    (Target, "period"): "where a deadline is told; without one it stands in its place",
    (Risk, "period"): "a problem is of now",
}
NOT_ON_THE_PAGE = {
    "rank": "it is the order of the cards",
    "basis": "whose words a name is: the digest and the export have it",
    "extractor": "told once, among the facts of the report",
}


def sample(kind: type[Item]) -> tuple[Item, DigestBuilder]:
    """Return an item of a kind that says something in every field."""
    builder = DigestBuilder("泉河县新建泵站35座，增长3%。", period=half(2022), plan_period=year(2022))
    own = {field: filled(kind, field) for field in kind.model_fields.keys() - Item.model_fields.keys()}
    adders: dict[type[Item], Callable[..., Item]] = {Achievement: builder.achievement, Target: builder.target, Risk: builder.risk}
    figures = [fig("35座", role="count"), fig("3%", role="change")]
    return adders[kind]("新建泵站35座，增长3%", "泵站", indicator="gdp", figures=figures, task=7, **own), builder


def filled(kind: type[Item], field: str) -> Any:
    """Return a value of a field that may be None: a word of a closed list, else any word."""
    if field == "progress":
        return Progress(achievements=[], basis="metric", ratio=None, status="behind")
    words = words_of(kind, field)
    return words[0] if words else "县水务局"


def words_of(kind: type[Item], field: str) -> tuple[str, ...]:
    """Return the words of a closed field."""
    annotation = kind.model_fields[field].annotation
    choices = [word for choice in (annotation, *get_args(annotation)) for word in get_args(choice)]
    return tuple(word for word in choices if isinstance(word, str))


def altered(kind: type[Item], field: str, value: Any) -> Any:
    """Return another value of the same type."""
    match value:
        case str():
            return next((word for word in words_of(kind, field) if word != value), "另有其词")
        case int():
            return value + 1
        case [first, *_] if field == "evidence":
            return [first.model_copy(update={"start": first.start + 1})]
        case [*_]:
            return []
        case Progress():
            return value.model_copy(update={"status": "met"})
        case _:
            return year(1999) if field == "period" else value.model_copy(update={"kind": "section"})


def screen(digest: Digest, item: Item) -> str:
    console = Console(file=io.StringIO(), width=300, highlight=False)
    console.print(digest_view(digest, Choice(kind=kind_of(item)), "en"))
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]  # it is the StringIO given above


def page(digest: Digest, item: Item) -> Any:
    return digest_payload(digest, layout(digest, None))["items"]


def shows(kind: type[Item], field: str, show: Callable[[Digest, Item], Any]) -> bool:
    """Return whether altering a field alters what is shown."""
    item, builder = sample(kind)
    name = f"{kind.__name__.lower()}s"
    digest = builder.build().model_copy(update={name: [item]})
    value = getattr(item, field)
    assert value is not None, f"the sample says nothing in {field}"
    other = item.model_copy(update={field: altered(kind, field, value)})
    return bool(show(digest, item) != show(digest.model_copy(update={name: [other]}), other))


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_the_screen_shows_every_field_that_is_not_left_out(kind: type[Item], field: str) -> None:
    assert shows(kind, field, screen) == (field not in NOT_ON_THE_SCREEN and (kind, field) not in NOT_ON_ONE_KIND)


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_the_page_is_given_every_field_that_is_not_left_out(kind: type[Item], field: str) -> None:
    assert shows(kind, field, page) == (field not in NOT_ON_THE_PAGE)


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_has_its_caption(kind: type[Item]) -> None:
    names = [f"column.{field.name}" for field in plain_fields(kind)] + [column.name for column in item_columns(kind, "en")]
    assert [name for name in names if name.removeprefix("column.") not in captions()["column"]] == []
