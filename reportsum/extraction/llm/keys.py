"""The key under which an answer is kept: everything that decides the answer, and nothing else.

Not in it: the report's name, the chunk's id, the server's address, the output mode and the key to the server. The same passage in
another report, or asked of another server with the same model, is the same question.
"""

from __future__ import annotations

import hashlib
import json

from ...models import PromptVersion
from .form import WireAnswer, schema_hash
from .prompting import Question


def answer_key(
    question: Question,
    form: type[WireAnswer],
    *,
    model: str,
    prompt: PromptVersion,
    temperature: float | None,
    seed: int | None,
    extra: str = "",
) -> str:
    """Return the cache key of a question, in hex."""
    decides = {
        "model": model,
        "prompt": [prompt.name, prompt.hash],
        "schema": schema_hash(form),
        "messages": question.messages if question.decides is None else question.decides,
        "temperature": temperature,
        "seed": seed,
    }
    if extra:
        decides["extra"] = extra
    return hashlib.sha256(json.dumps(decides, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
