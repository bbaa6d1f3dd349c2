"""Generates the JSON Schemas in `schemas/` from the models. `python -m reportsum.contract` writes them anew."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from . import models
from .models import SCHEMA_VERSION, Digest
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
    """Give every field its title and description: Pydantic leaves them out where the field refers to another model."""
    for name, field in model.model_fields.items():
        schema["properties"][name].setdefault("description", field.description)
        schema["properties"][name].setdefault("title", name.replace("_", " ").title())


def schema_texts() -> dict[str, str]:
    """Return the text of every schema file by file name."""
    return {"digest.schema.json": dump_json(digest_schema())}


def main() -> None:
    """Write the schema files of this checkout."""
    for name, text in schema_texts().items():
        write_text(text, resource_dir("schemas") / name)


if __name__ == "__main__":
    main()
