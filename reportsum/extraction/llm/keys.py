"""The key under which an answer is kept: everything that decides the answer, and nothing else.

Not in it: the report's name, the chunk's id, the server's address, the output mode and the key to the server. The same passage in
another report, or asked of another server with the same model, is the same question.
"""

from __future__ import annotations

import hashlib
import json

from ...models import PromptVersion
from .prompting import Question
from .wire import SCHEMA_HASH


def answer_key(question: Question, *, model: str, prompt: PromptVersion, temperature: float | None, seed: int | None) -> str:
    """Return the cache key of a question, in hex."""
    decides = {
        "model": model,
        "prompt": [prompt.name, prompt.hash],
        "schema": SCHEMA_HASH,
        "messages": question.messages,
        "temperature": temperature,
        "seed": seed,
    }
    return hashlib.sha256(json.dumps(decides, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
