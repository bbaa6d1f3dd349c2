"""Settings → an `LlmExtractor` that is ready to ask. Nothing is imported, opened or started before the first question needs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from ...errors import SettingsError
from ...pricing import price_of
from ...settings import Settings
from ..base import AnswerCache
from .calling import Client, OnRequest, OnResponse, OpenAIClient
from .extractor import LlmExtractor, Manner
from .local import LocalServer, file_model_name, is_model_file
from .pacing import Budget, Pace
from .replies import Call, Reply
from .retrying import Gate, Retry

LOCAL_SLOTS = 2
"""Most requests an embedded server works on at once: more only share the same cores."""


EDIT_TOKENS = 7000
"""Text of a chunk for a capable model, by estimate: main sections of most reports, and a report of ten thousand characters, whole."""
DENSE_TOKENS = 1700
LOCAL_TOKENS = 650
"""Small models lose their place in longer ones, and the constant part of the prompt, which every chunk repeats, stays in the embedded
server's prompt cache."""
PROMPT_TOKENS = 1200
"""The constant part of a question, about."""
QUESTION_RATIO = 2.2
"""So many tokens question and answer take for each of the text, at most."""


def fitted(settings: Settings) -> Settings:
    """Return `settings` with the chunk size that suits model, dialect and context, where the user left it open."""
    if settings.max_chunk_tokens is not None or "max_chunk_chars" in settings.model_fields_set:
        return settings
    local = is_model_file(settings.model)
    most = LOCAL_TOKENS if local else DENSE_TOKENS if settings.dialect == "dense" else EDIT_TOKENS
    if settings.context_tokens is not None:
        most = min(most, max(200, int((settings.context_tokens - PROMPT_TOKENS) / QUESTION_RATIO)))
    return settings.model_copy(update={"max_chunk_tokens": most})


def build_extractor(
    settings: Settings,
    *,
    cache: AnswerCache | None = None,
    on_request: OnRequest | None = None,
    on_response: OnResponse | None = None,
    client: Callable[[], Client] | None = None,
    retry: Retry | None = None,
) -> LlmExtractor:
    """Return the extractor that `settings` describe. `client` and `retry` stand in for the real ones in tests.

    Raises SettingsError when no model is set.
    """
    if not settings.model:
        raise SettingsError("No model is set. Give --model NAME (setting `model`), or use the rules: --engine rules.")
    local = is_model_file(settings.model)
    manner = Manner(
        model=file_model_name(Path(settings.model).expanduser()) if local else settings.model,
        temperature=settings.temperature,
        seed=settings.seed,
        extra=json.dumps(settings.extra_body, sort_keys=True) if settings.extra_body else "",
        max_answer_tokens=settings.max_answer_tokens,
        dialect="dense" if local and settings.dialect == "auto" else settings.dialect,
        partial=settings.fallback == "rules",
        second_look=settings.second_look,
        closing=settings.closing and not local,
        bounded=local,
    )
    slots = min(settings.concurrency, LOCAL_SLOTS)

    def make_client() -> Client:
        if local:
            return LocalClient(settings, slots, on_request, on_response)
        return OpenAIClient(settings, on_request=on_request, on_response=on_response)

    retry = retry or Retry(settings.deadline_s)
    price = price_of(settings)
    if settings.max_cost is not None and price is None:
        raise SettingsError("No price of this model is known: give --prompt-price and --answer-price with --max-cost.")
    return LlmExtractor(
        manner,
        client or make_client,
        gate=Gate(slots if local else settings.concurrency),
        retry=retry,
        pace=Pace(settings.rpm, settings.tpm, retry.sleep, retry.clock),
        budget=Budget(settings.max_requests, settings.max_cost, price),
        cache=cache,
    )


class LocalClient:
    """An embedded server and the client that speaks to it; both end together."""

    def __init__(self, settings: Settings, slots: int, on_request: OnRequest | None, on_response: OnResponse | None) -> None:
        assert settings.model
        self._server = LocalServer(Path(settings.model).expanduser(), slots)
        # A small machine may take minutes for an answer; only a caller who set a time limit gets one.
        timeout = {} if "timeout_s" in settings.model_fields_set else {"timeout_s": 3600.0}
        own = self._server.settings(settings).model_copy(update={"output_mode": "json_schema", **timeout})
        self._client = OpenAIClient(own, on_request=on_request, on_response=on_response)

    async def send(self, call: Call) -> Reply:
        """Ask the embedded server."""
        return await self._client.send(call)

    async def close(self) -> None:
        """Close the connections and stop the server."""
        await self._client.close()
        self._server.close()
