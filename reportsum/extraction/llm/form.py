"""The form of an answer: a Pydantic model that knows its own wire schema and finds itself in what a model writes.

Each dialect, and the closing question, has one. The schema a server is asked to impose is constant for each.
"""

from __future__ import annotations

import hashlib
import json
from abc import abstractmethod
from copy import deepcopy
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from reportsum import lazy_re as re

from ...foreign import fit


class WireAnswer(BaseModel):
    """Base of the answers: what is unknown is set aside, what stands around the JSON too."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    form_name: ClassVar[str]
    """Name of the schema in requests."""
    first_property: ClassVar[str]
    """The property by which the answer is known among other JSON objects in a text."""

    @classmethod
    @abstractmethod
    def wire_schema(cls) -> dict[str, Any]:
        """Return the schema that servers are asked to impose."""

    @classmethod
    def model_json_schema(cls, *_args: Any, **_options: Any) -> dict[str, Any]:
        """Return the wire schema, titled, whoever asks: the client library builds its requests from it."""
        return {"title": cls.form_name, **deepcopy(cls.wire_schema())}

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **_options: Any) -> Self:
        """Return the answer in a model's text; thinking blocks, code fences and talk around the JSON are set aside."""
        text = json_data if isinstance(json_data, str) else bytes(json_data).decode("utf-8", errors="replace")
        return cls.model_validate(read_json(find_json(text, cls.first_property)))


@cache
def schema_hash(form: type[WireAnswer]) -> str:
    """Return a short hash of a form's schema, for cache keys."""
    return hashlib.sha256(json.dumps(form.wire_schema(), sort_keys=True).encode()).hexdigest()[:12]


_THINKING_TAG = re.compile(r"<(/?)(think|thinking|reasoning)>")
_MAX_TRIES = 32
"""How many opening braces are tried before a text counts as free of JSON."""


def find_json(text: str, first_property: str = "rows") -> str:
    """Return the JSON object in a model's text; the text itself when there is none, so that parsing it tells what is wrong.

    >>> find_json('<think>{no}</think>```json\\n{"rows": []}\\n```')
    '{"rows": []}'
    """
    text = _without_thinking(text).strip()
    if text.startswith(("{", "[")) and text.endswith(("}", "]")):
        return text
    decoder = json.JSONDecoder()
    position = text.find("{")
    for _ in range(_MAX_TRIES):
        if position < 0:
            break
        try:
            found, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            position = text.find("{", position + 1)
            continue
        if first_property in found:
            return text[position:end]
        position = text.find("{", end)
    return text


def _without_thinking(text: str) -> str:
    """Return `text` without its thinking blocks, and without all before a closing tag that has no opening one.

    Some servers cut the opening tag off, because it stands in their prompt template. An opening tag without a closing one is only a word.
    One pass: a search for the end of each of ten thousand unclosed tags took minutes.
    """
    tags = list(_THINKING_TAG.finditer(text))
    last_end = {tag[2]: tag.start() for tag in tags if tag[1]}
    pieces: list[str] = []
    done, inside = 0, ""
    for tag in tags:
        if tag[1] and inside in ("", tag[2]):
            if not inside:
                pieces.clear()
            done, inside = tag.end(), ""
        elif not tag[1] and not inside and last_end.get(tag[2], -1) > tag.start():
            pieces.append(text[done : tag.start()])
            inside = tag[2]
    return "".join([*pieces, text[done:]])


def read_json(text: str) -> Any:
    """Return the value of a model's JSON, its texts fit to be stored. Raises JSONDecodeError, and nothing else, for what is no JSON."""
    try:
        value = json.loads(text)
        # Without escapes the texts are parts of this one: one look at it, not one at each of them, while other answers wait.
        return value if "\\" not in text and fit(text) == text else _fit(value)
    except json.JSONDecodeError:
        raise
    except RecursionError:
        raise json.JSONDecodeError("nested too deeply", text[:20], 0) from None
    except ValueError:
        raise json.JSONDecodeError("a number with thousands of digits", text[:20], 0) from None


def _fit(value: Any) -> Any:
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, list):
        return [_fit(one) for one in value]
    if isinstance(value, dict):
        return {fit(name): _fit(one) for name, one in value.items()}
    return value


def first_reason(error: ValidationError) -> str:
    """Return in one line what is wrong first."""
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
