"""What a chat completion holds: the JSON a model wrote, wherever it put it, or the reason why there is none.

Models refuse, filters stop answers, reasoning models think until their budget is spent, some write into the reasoning instead of the
content. Each of these has its own remedy, so each has its own signal.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from ...errors import ModelError
from ...foreign import shown
from .form import WireAnswer, find_json
from .replies import AllThoughtError, CutOffError, Reply, UnusableError, WithheldError, usage_of

_WORDS_SHOWN = 300


def written(completion: Any, form: type[WireAnswer]) -> str:
    """Return the JSON the model wrote, in tool call, content or reasoning; "" when there is none."""
    return next((find_json(text, form.first_property) for text in _texts(completion) if text.strip()), "")


def rescued(completion: Any, form: type[WireAnswer]) -> Reply | None:
    """Return the answer in a completion that the client library could not read; None when there is none of this form."""
    if _refusal(completion) or _finish(completion) == "content_filter":
        return None
    for text in _texts(completion):
        try:
            answer = form.model_validate_json(text)
        except (ValidationError, json.JSONDecodeError, RecursionError):
            continue
        return Reply(answer, find_json(text, form.first_property), usage_of(completion))
    return None


def complaint(completion: Any, form: type[WireAnswer], reason: str) -> ModelError:
    """Return what it means that a completion holds no answer; `reason` is what reading it said."""
    usage, finish = usage_of(completion), _finish(completion)
    if (refusal := _refusal(completion)) is not None:
        return WithheldError(f"The model refuses to answer: {shown(refusal, _WORDS_SHOWN)}", usage)
    if finish == "content_filter":
        return WithheldError("The server's content filter stopped the answer.", usage)
    message = _message(completion)
    empty = message is not None and not (getattr(message, "content", None) or "").strip() and not getattr(message, "tool_calls", None)
    if finish == "length" and empty:
        return AllThoughtError("the whole answer limit was spent on reasoning", usage)
    if finish == "length":
        return CutOffError("the answer was cut off", usage)
    if empty:
        return UnusableError("the answer is empty", "", usage, empty=True)
    return UnusableError(reason, written(completion, form), usage)


def _texts(completion: Any) -> list[str]:
    message = _message(completion)
    if message is None:
        return []
    calls = getattr(message, "tool_calls", None)
    found = [calls[0].function.arguments if calls else None, getattr(message, "content", None)]
    extra = getattr(message, "model_extra", None) or {}
    found += [extra.get(name) for name in ("reasoning_content", "reasoning")]
    return [text for text in found if isinstance(text, str) and text]


def _message(completion: Any) -> Any:
    choices = getattr(completion, "choices", None)
    return choices[0].message if choices else None


def _finish(completion: Any) -> str | None:
    choices = getattr(completion, "choices", None)
    return choices[0].finish_reason if choices else None


def _refusal(completion: Any) -> str | None:
    refusal = getattr(_message(completion), "refusal", None)
    return refusal if isinstance(refusal, str) and refusal.strip() else None
