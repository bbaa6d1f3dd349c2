"""Generates the JSON Schemas in `schemas/` from the models. `python -m reportsum.contract` writes them anew."""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from typing import Any

from pydantic import BaseModel

from . import models
from .models import SCHEMA_VERSION, Digest, Model
from .resources import resource_dir
from .writing import dump_json, write_text


def digest_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a digest."""
    schema = Digest.model_json_schema(mode="serialization")
    _describe(schema, Digest)
    for name, definition in schema["$defs"].items():
        _describe(definition, getattr(models, name))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:reportsum:digest:{SCHEMA_VERSION}",
        **schema,
    }


def _describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Give every field its title, and the text under it as its description: Pydantic would read it whenever the models are imported."""
    texts = {name: text for part in reversed(model.__mro__) if issubclass(part, Model) for name, text in _texts_under(part).items()}
    for name, described in schema["properties"].items():
        described["description"] = texts[name]
        described.setdefault("title", name.replace("_", " ").title())
        schema["properties"][name] = dict(sorted(described.items()))


def _texts_under(model: type[BaseModel]) -> dict[str, str]:
    """Return the string under each field that a model adds, as it stands in the source."""
    found = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    assert isinstance(found, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in itertools.pairwise(found.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    }


def schema_texts() -> dict[str, str]:
    """Return the text of every schema file by file name."""
    return {"digest.schema.json": dump_json(digest_schema())}


def main() -> None:
    """Write the schema files of this checkout."""
    for name, text in schema_texts().items():
        write_text(text, resource_dir("schemas") / name)


if __name__ == "__main__":
    main()
