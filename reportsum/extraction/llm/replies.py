"""What comes back from a server: a reply, or one of the ways to go without one. All of it in our own types.

calling.py raises these; retrying.py and extractor.py decide what they mean. None of them leaves the package: what a caller of the
library sees are the errors of `reportsum.errors`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ...errors import ModelError, RequestRefusedError
from ...settings import OutputMode
from ..base import Tally
from .form import WireAnswer
from .prompting import Message
from .wire import Answer


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one request, as the server counts them; zeros when it does not say."""

    prompt_tokens: int = 0
    cached_tokens: int = 0
    """Prompt tokens the server had in its own cache; part of `prompt_tokens`."""
    answer_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """One request to be made."""

    chunk_id: str
    messages: tuple[Message, ...]
    temperature: float | None
    max_tokens: int | None
    bounds: tuple[str, ...] | None = None
    """The marks as they are shown, when the schema is to be bounded by them; None for the constant schema."""
    form: type[WireAnswer] = Answer
    """The form the answer is to have."""
    plain: bool = False
    """Ask without imposing a form: the answer before was empty."""
    on_send: Callable[[], None] = field(default=lambda: None, compare=False)
    """Called for each HTTP request that is made for this call."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the right form."""

    answer: WireAnswer
    text: str
    """The JSON as the model wrote it; what is cached."""
    usage: Usage


@dataclass(frozen=True, slots=True)
class RequestEvent:
    """For observers: a request is about to leave. It carries no key."""

    chunk_id: str
    model: str
    mode: OutputMode
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class ResponseEvent:
    """For observers: a request came to its end."""

    chunk_id: str
    model: str
    mode: OutputMode
    seconds: float
    text: str | None
    """What the model wrote; None when nothing usable came."""
    error: str | None
    """What was wrong, without keys; None for a valid answer."""
    usage: Usage = field(default_factory=Usage)


class UnusableError(ModelError):
    """The model answered, but not in the form that was asked for."""

    def __init__(self, reason: str, text: str = "", usage: Usage | None = None, *, empty: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.text = text
        self.usage = usage or Usage()
        self.empty = empty
        """There was no text at all: some servers give none in JSON mode, and an answer without it."""


class CutOffError(ModelError):
    """The answer, or the prompt with it, is longer than the server allows: ask for less at once."""

    def __init__(self, reason: str, usage: Usage | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.usage = usage or Usage()


class AllThoughtError(CutOffError):
    """A reasoning model spent the whole answer on thinking: halving the text would not help, a larger limit may."""


class WithheldError(RequestRefusedError):
    """The model or its server will not answer this text: asking again would be paid for and refused again."""

    def __init__(self, reason: str, usage: Usage | None = None) -> None:
        super().__init__(reason)
        self.usage = usage or Usage()


class TransientError(ModelError):
    """The server did not do it this time: connection, 408, 409, 429, 5xx."""

    def __init__(self, reason: str, *, throttled: bool = False, retry_after_s: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.throttled = throttled
        """The server asks for fewer requests (429)."""
        self.retry_after_s = retry_after_s


class HopelessError(RequestRefusedError):
    """The server will refuse every request of this run: no such model, no money, no output mode in common."""


def usage_of(completion: Any) -> Usage:
    """Return the tokens a chat completion reports; servers leave out any part of it."""
    usage = getattr(completion, "usage", None)
    if usage is None:
        return Usage()
    details = getattr(usage, "prompt_tokens_details", None)
    return Usage(
        prompt_tokens=int(getattr(usage, "prompt_tokens", 0) or 0),
        cached_tokens=int(getattr(details, "cached_tokens", 0) or 0),
        answer_tokens=int(getattr(usage, "completion_tokens", 0) or 0),
    )


def used(tally: Tally, usage: Usage) -> None:
    """Add the tokens of a request to a tally."""
    tally.prompt_tokens += usage.prompt_tokens
    tally.cached_tokens += usage.cached_tokens
    tally.answer_tokens += usage.answer_tokens
