"""The published contract: the checked-in schemas are current, and an independent validator accepts what we write."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from reportsum.contract import digest_schema, schema_texts
from reportsum.resources import resource_dir
from tests.builders import DigestBuilder, fig


@pytest.mark.parametrize("name", sorted(schema_texts()))
def test_the_checked_in_schema_is_current(name: str) -> None:
    stored = (resource_dir("schemas") / name).read_text(encoding="utf-8")
    assert stored == schema_texts()[name], "run `python -m reportsum.contract` and look through the difference"


def test_the_schema_is_a_valid_schema_and_every_field_is_described() -> None:
    schema = digest_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for name, definition in [("Digest", schema), *schema["$defs"].items()]:
        for field, content in definition["properties"].items():
            assert content.get("description"), f"{name}.{field} has no description"


def digest_value() -> Any:
    builder = DigestBuilder("增长3.2%。")
    builder.achievement("增长3.2%。", "投资", figures=[fig("3.2%", role="change")])
    return json.loads(builder.build().to_json())


def test_a_digest_passes_an_independent_validator() -> None:
    jsonschema.Draft202012Validator(digest_schema()).validate(digest_value())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param(("achievements", 0, "figures", 0, "value"), "3.2", id="a_number_as_text"),
        pytest.param(("achievements", 0, "topic"), "sports", id="a_topic_that_is_not_on_the_list"),
        pytest.param(("surprise",), 1, id="a_field_that_does_not_exist"),
    ],
)
def test_the_schema_refuses_what_the_contract_does(path: tuple[str | int, ...], value: object) -> None:
    digest = digest_value()
    place = digest
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(digest_schema()).validate(digest)
