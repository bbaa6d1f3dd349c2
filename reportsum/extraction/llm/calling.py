"""The one module that speaks to models: a `Call` goes out through openai and instructor, a `Reply` or our own signal comes back.

It makes one HTTP request for each `send` (more only while it finds out what the server takes) and retries nothing: that is
retrying.py's business. What a server refuses is remembered for the run: an output mode (strict json_schema → json_schema → tools →
json_object), a temperature, the name of the token limit. Foreign exceptions end here; the server's words are kept, the key is not.
What bytes may come and go is receiving.py's business.
"""

from __future__ import annotations

import asyncio
import email.utils
import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, Self, TypeVar
from urllib.parse import urlsplit

from ...errors import AuthenticationError, ModelError, RequestRefusedError, ServerUnavailableError, SettingsError
from ...foreign import conceal, scrubbed, shown
from ...net import tell
from ...settings import OutputMode, Settings
from .completions import complaint, rescued, written
from .form import WireAnswer
from .receiving import ACCEPTED, RedirectedError, UnfitReplyError, received
from .replies import (
    AllThoughtError,
    Call,
    CutOffError,
    HopelessError,
    Reply,
    RequestEvent,
    ResponseEvent,
    TransientError,
    UnusableError,
    Usage,
    WithheldError,
    usage_of,
)
from .wire import bounded_schema

if TYPE_CHECKING:
    import instructor
    import openai

T = TypeVar("T")
KEY_VARIABLE = "OPENAI_API_KEY"
MODES: tuple[OutputMode, ...] = ("strict", "json_schema", "tools", "json_object")
"""From the firmest hold on the answer's form to the loosest; a server that refuses one is asked with the next."""

OnRequest = Callable[[RequestEvent], None]
OnResponse = Callable[[ResponseEvent], None]

_TRANSIENT = frozenset({408, 409, 429})
_NO_MONEY = ("insufficient_quota", "insufficient balance", "insufficient_balance")
_TOO_LONG = ("context_length", "context length", "context size", "context_size", "maximum context", "too many tokens")
_FILTERED = ("content_filter", "content management policy", "data_inspection", "datainspection", "inappropriate content", "sensitive words")
"""How the filters of servers say that they will not have a text looked at."""
_OF_FORM = ("response_format", "json_schema", "tool", "parameter", "no endpoints")
"""What a router names when none of its backends takes the form of a request."""
_STREAM_ONLY = ("only support stream", "only supports stream", "stream must be", "enable the stream", "stream=true")
REASONING_ROOM = 16384
"""Least answer limit, in tokens, when a model that spent all of its answer on thinking is asked once more."""
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_WORDS_SHOWN = 300
"""How much of a server's own words goes into an error."""


class Client(Protocol):
    """Makes requests. The real one is `OpenAIClient`; a fake one may stand in for tests."""

    async def send(self, call: Call) -> Reply:
        """Return the reply, or raise UnusableError, CutOffError, TransientError, AuthenticationError or RequestRefusedError."""

    async def close(self) -> None:
        """Let go of connections."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What this server has been found to take."""

    mode: OutputMode
    temperature: bool = True
    token_limit: str = "max_tokens"
    """Or "max_completion_tokens", which reasoning models want."""
    seed: bool = True
    thinks: bool | None = None
    """False: `enable_thinking` is sent as false, which open Qwen3 models want where nothing is streamed."""
    stream: bool = False
    """Some models only stream; their pieces are joined (receiving.py)."""


class OpenAIClient:
    """Speaks to one OpenAI-compatible server for one run."""

    def __init__(
        self,
        settings: Settings,
        *,
        on_request: OnRequest | None = None,
        on_response: OnResponse | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if not settings.model:
            raise SettingsError("No model is set. Give --model NAME (setting `model`), or use the rules: --engine rules.")
        self._model = settings.model
        self._timeout_s = settings.timeout_s
        self._client, self._by_schema, self._by_tools = _connect(settings, find_key(settings))
        self._seed = settings.seed
        self._extra = settings.extra_body
        self._room: int | None = None
        """Answer limit, once a model was found to spend a smaller one on thinking."""
        self._only_thinks: WithheldError | None = None
        """Set when a larger limit was spent on thinking too: further questions would be paid for in vain."""
        self._on_request = on_request
        self._on_response = on_response
        self._clock = clock
        self.dialect = Dialect(settings.output_mode)
        self.proven = False
        """Whether the server has answered a request of this run: then a refusal is about the request, not the dialect."""

    async def send(self, call: Call) -> Reply:
        """Make the request; see `Client`. A refusal that another dialect may avoid is answered by asking in that dialect."""
        while True:
            if self._only_thinks is not None:
                raise self._only_thinks
            dialect = self.dialect
            try:
                reply = await self._observed(self._with_room(call), dialect)
            except _DialectRefusedError as refused:
                if self.dialect is dialect:
                    self.dialect = self._next_dialect(dialect, refused)
                continue
            except AllThoughtError as thought:
                self._widen(thought)
                continue
            self.proven = True
            return reply

    def _with_room(self, call: Call) -> Call:
        if self._room is None or (call.max_tokens or 0) >= self._room:
            return call
        return replace(call, max_tokens=self._room)

    def _widen(self, thought: AllThoughtError) -> None:
        """Raise the answer limit once; where that was spent on thinking too, remember that this model gives no answers."""
        used = thought.usage.answer_tokens
        if self._room is None:
            self._room = max(REASONING_ROOM, 4 * used)
            return
        self._only_thinks = WithheldError(
            f"The model spent its whole answer ({used} tokens) on reasoning, with a raised limit too. Raise the setting max_answer_tokens, "
            "turn thinking off or down with extra_body (enable_thinking, reasoning_effort), or take another --model."
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _observed(self, call: Call, dialect: Dialect) -> Reply:
        call.on_send()
        tell(self._on_request, RequestEvent(call.chunk_id, self._model, dialect.mode, call.messages))
        started = self._clock()
        try:
            reply = await self._in_time(call, dialect)
        except ModelError as error:
            self._tell(call, dialect, started, getattr(error, "text", None), str(error), getattr(error, "usage", Usage()))
            raise
        self._tell(call, dialect, started, reply.text, None, reply.usage)
        return reply

    def _tell(self, call: Call, dialect: Dialect, started: float, text: str | None, error: str | None, usage: Usage) -> None:
        if self._on_response:
            seconds = self._clock() - started
            tell(self._on_response, ResponseEvent(call.chunk_id, self._model, dialect.mode, seconds, text, error, usage))

    async def _in_time(self, call: Call, dialect: Dialect) -> Reply:
        """Make the request within the time one request may take, from connecting to the last byte.

        The client's own timeout is one for each read: a server that sends a byte a second never meets it.
        """
        try:
            async with asyncio.timeout(self._timeout_s):
                return await self._send_once(call, dialect)
        except TimeoutError:
            raise TransientError(f"the request timed out (after {self._timeout_s:g} s)") from None

    async def _send_once(self, call: Call, dialect: Dialect) -> Reply:
        from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException

        # `context=` is never passed: instructor would render the whole prompt, report included, as a Jinja template.
        # `strict=False` is Pydantic's strictness; the schema's own is in `extra_body`, where instructor cannot soften it.
        ask = self._by_tools if dialect.mode == "tools" and not call.plain else self._by_schema
        try:
            answer, completion = await ask.create_with_completion(
                response_model=_holder(call.form),
                messages=[dict(message) for message in call.messages],  # type: ignore[misc]  # plain dicts, as documented
                model=self._model,
                max_retries=0,
                strict=False,
                **_parameters(call, dialect, self._seed, self._extra),
            )
        except IncompleteOutputException as error:
            raise complaint(error.last_completion, call.form, "the answer was cut off") from None
        except InstructorRetryException as error:
            reply = rescued(getattr(error, "last_completion", None), call.form)
            if reply is not None:
                return reply
            self._translate(error, error.__cause__, call.form, dialect)
        return Reply(answer.answer, written(completion, call.form), usage_of(completion))

    def _translate(self, error: Any, cause: BaseException | None, form: type[WireAnswer], dialect: Dialect) -> NoReturn:
        """Raise what a failed request means in our own terms. Causes are cut: servers repeat the key in their messages."""
        import openai

        if isinstance(cause, openai.APIStatusError):
            raise self._refusal(cause, dialect) from None
        if isinstance(cause, openai.APIConnectionError):
            within = cause.__cause__
            if isinstance(within, UnfitReplyError):
                raise UnusableError(str(within)) from None
            if isinstance(within, RedirectedError):
                raise HopelessError(
                    f"The server at {self._host()} sends requests on to another address ({within}). Neither text nor key is sent there; "
                    "give that address as --base-url if it is yours."
                ) from None
            reason = "the request timed out" if isinstance(cause, openai.APITimeoutError) else "the connection failed"
            raise TransientError(f"{reason} ({shown(str(within or cause), _WORDS_SHOWN)})") from None
        completion = getattr(error, "last_completion", None)
        raise complaint(completion, form, shown(_reason(cause), _WORDS_SHOWN)) from None

    def _refusal(self, error: openai.APIStatusError, dialect: Dialect) -> ModelError:
        status, words = error.status_code, shown(_server_words(error), _WORDS_SHOWN)
        lower = words.lower()
        if any(sign in lower for sign in _FILTERED):
            return WithheldError(f"The server's content filter refuses the text ({status}): {words}")
        if "json_validate_failed" in lower:
            return UnusableError(f"the server could not make JSON of the answer ({words})")
        proven = self.proven and dialect == self.dialect  # others may have found a better one since this request left
        of_form = any(sign in lower for sign in _OF_FORM)
        if (status in (400, 422) and _adapted(dialect, lower)) or (not proven and of_form and (status == 404 or status >= 500)):
            return _DialectRefusedError(status, words)
        if status in (401, 403):
            return AuthenticationError(
                f"The server refuses the key ({status}): {words} "
                f"Set {KEY_VARIABLE}, or the setting api_key, to a key that is valid for {self._host()}."
            )
        if status == 402 or any(sign in lower for sign in _NO_MONEY):
            return HopelessError(f"The account at {self._host()} has no money or quota left ({status}): {words}")
        if status in _TRANSIENT or status >= 500:
            return TransientError(f"{status}: {words}", throttled=status == 429, retry_after_s=retry_after(error.response.headers))
        if status == 413 or any(sign in lower for sign in _TOO_LONG):
            return CutOffError(f"the request is longer than the server takes ({status}: {words})")
        if status == 404:
            return HopelessError(
                f"The server at {self._host()} knows no such model or address (404): {words} Check --model {self._model} and --base-url."
            )
        if status in (400, 422) and not proven:
            return _DialectRefusedError(status, words)
        return RequestRefusedError(f"The server refuses the request ({status}): {words}")

    def _next_dialect(self, dialect: Dialect, refused: _DialectRefusedError) -> Dialect:
        """Return what to try instead. Raises HopelessError when nothing is left to try."""
        if (adapted := _adapted(dialect, refused.words.lower())) is not None:
            return adapted
        position = MODES.index(dialect.mode)
        if position + 1 < len(MODES):
            return replace(dialect, mode=MODES[position + 1])
        raise HopelessError(
            f"The server refuses the request in every output mode ({refused.status}): {refused.words} "
            f"Check --model {self._model} and --base-url."
        )

    def _host(self) -> str:
        return str(self._client.base_url.host)


def _adapted(dialect: Dialect, words: str) -> Dialect | None:
    """Return the dialect without the parameter that the server's words name; None when they name none that could be changed."""
    if dialect.token_limit == "max_tokens" and "max_completion_tokens" in words:
        return replace(dialect, token_limit="max_completion_tokens")
    if dialect.temperature and "temperature" in words:
        return replace(dialect, temperature=False)
    if dialect.thinks is None and "enable_thinking" in words:
        return replace(dialect, thinks=False)
    if not dialect.stream and any(sign in words for sign in _STREAM_ONLY):
        return replace(dialect, stream=True)
    if dialect.seed and "seed" in words:
        return replace(dialect, seed=False)
    return None


class _DialectRefusedError(ModelError):
    """The server does not take the request in this dialect; another may do."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(f"{status}: {words}")
        self.status = status
        self.words = words


def find_key(settings: Settings) -> str:
    """Return the key: the setting, else OPENAI_API_KEY; servers other than OpenAI may do without one.

    White space around a key, such as the line end of the file it was read from, is no part of it. Raises SettingsError for a key that no
    header can hold, and when OpenAI itself is to be asked and there is no key.
    """
    import os

    for name, given in (
        ("The setting api_key (REPORTSUM_API_KEY)", settings.api_key.get_secret_value() if settings.api_key else ""),
        (KEY_VARIABLE, os.environ.get(KEY_VARIABLE, "")),
    ):
        conceal(given)
        if key := given.strip():
            conceal(key)
            _check_key(name, key)
            return key
    if settings.base_url:
        return "none"  # the header must hold something; open servers ignore it
    raise SettingsError(
        f"No key is set for OpenAI. Set {KEY_VARIABLE}, give --base-url for another server, or use the rules: --engine rules."
    )


def _check_key(name: str, key: str) -> None:
    """Raise SettingsError for a key with a character in it that no header can hold, without showing the key."""
    for place, character in enumerate(key, start=1):
        if not "!" <= character <= "~":
            raise SettingsError(
                f"{name} holds a character that no key has: U+{ord(character):04X} at place {place} of {len(key)}. Copy the key anew."
            )


def retry_after(headers: Mapping[str, str], now: Callable[[], float] = time.time) -> float | None:
    """Return the seconds a server asks to wait: `retry-after-ms`, or `retry-after` in seconds or as a date; None without them."""
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return max(0.0, float(milliseconds) / 1000)
        value = headers.get("retry-after")
        return None if value is None else max(0.0, float(value))
    except ValueError:
        try:
            moment = email.utils.parsedate_tz(headers.get("retry-after", ""))
            return None if moment is None else max(0.0, email.utils.mktime_tz(moment) - now())
        except (ValueError, OverflowError, TypeError, IndexError):
            return None  # a date that no calendar has


def _connect(settings: Settings, key: str) -> tuple[openai.AsyncOpenAI, instructor.AsyncInstructor, instructor.AsyncInstructor]:
    import instructor
    import openai

    _quiet()
    address = urlsplit(settings.base_url or "")
    # Plain http never comes to TLS, since no redirect leaves the origin: loading the certificates (0.1 s) can be spared.
    plain: dict[str, Any] = {"verify": False} if address.scheme == "http" else {}
    try:
        http_client = _client_type()(
            trust_env=address.hostname not in _LOOPBACK,  # no proxy between us and this machine
            follow_redirects=False,
            headers=ACCEPTED,
            **plain,
        )
    except (ImportError, OSError, ValueError, TypeError) as error:
        raise SettingsError(_unusable_environment(error)) from error
    client = openai.AsyncOpenAI(
        api_key=key,
        base_url=settings.base_url,
        max_retries=0,  # one layer retries, see retrying.py; stacked, one 500 became nine requests
        timeout=settings.timeout_s,
        default_headers=_extra_headers(settings),
        http_client=http_client,
    )

    async def create(*, messages: list[Any], model: str, extra_body: dict[str, Any], **parameters: Any) -> Any:
        """Make the request. What stands in `extra_body` is sent as it stands; all else openai holds against its types, for 10 ms."""
        for name in _WRITTEN_BY_INSTRUCTOR:
            parameters.pop(name, None)
        return await client.chat.completions.create(messages=[], model=model, extra_body={"messages": messages, **extra_body}, **parameters)

    def asking(mode: instructor.Mode) -> instructor.AsyncInstructor:
        return instructor.AsyncInstructor(client=client, create=instructor.patch(create=create, mode=mode), mode=mode)

    return client, asking(instructor.Mode.JSON_SCHEMA), asking(instructor.Mode.TOOLS)


_WRITTEN_BY_INSTRUCTOR = ("response_format", "tools", "tool_choice")
"""What of a request instructor would write by its own lights; ours stands in `extra_body`."""


@cache
def _client_type() -> type[Any]:
    """Return the HTTP client, which lets in only what `received` does."""
    import openai

    class BoundedClient(openai.DefaultAsyncHttpxClient):
        async def send(self, request: Any, *, stream: bool = False, **options: Any) -> Any:
            return await received(super().send, request, stream=stream, **options)

    return BoundedClient


def _extra_headers(settings: Settings) -> dict[str, str]:
    """Return the further headers of each request; what they hold is concealed like a key."""
    for name, value in settings.extra_headers.items():
        conceal(value)
        if not name.isascii() or not all(" " <= character <= "~" for character in f"{name}{value}"):
            raise SettingsError(f"The setting extra_headers, {name!r}, holds a character that no header can hold. Copy the value anew.")
    return dict(settings.extra_headers)


@cache
def _holder(form: type[WireAnswer]) -> type[Any]:
    """Return what instructor is given for a form: a type with one field, and a schema of one name.

    Instructor walks through all types of a model five times a request, and copies its schema twice; ours goes out in `extra_body`. Left to
    itself, instructor would also build such a class anew for each request.
    """
    import instructor
    from pydantic import BaseModel

    class Holder(BaseModel):
        answer: Any

        @classmethod
        def model_json_schema(cls, *_args: Any, **_options: Any) -> dict[str, Any]:
            return {"title": form.form_name, "type": "object", "properties": {}}

        @classmethod
        def model_validate_json(cls, json_data: str | bytes | bytearray, **_options: Any) -> Self:
            return cls(answer=form.model_validate_json(json_data))

    return instructor.openai_schema(Holder)


def _parameters(call: Call, dialect: Dialect, seed: int | None, extra: Mapping[str, Any]) -> dict[str, Any]:
    """Return the request's parameters beside model and messages. What instructor would write itself is overwritten."""
    form = {"response_format": {"type": "text"}} if call.plain else _form(call, dialect.mode)
    thinks = {} if dialect.thinks is None else {"enable_thinking": dialect.thinks}
    parameters: dict[str, Any] = {"extra_body": {**form, **thinks, **({"stream": True} if dialect.stream else {}), **extra}}
    if call.temperature is not None and dialect.temperature:
        parameters["temperature"] = call.temperature
    if seed is not None and dialect.seed:
        parameters["seed"] = seed
    if call.max_tokens is not None:
        parameters[dialect.token_limit] = call.max_tokens
    return parameters


def request_body(call: Call, dialect: Dialect, settings: Settings) -> dict[str, Any]:
    """Return the whole body of a chat completion request, for those who send it by another way than this client."""
    parameters = _parameters(call, dialect, settings.seed, settings.extra_body)
    messages = [dict(message) for message in call.messages]
    return {"model": settings.model, "messages": messages, **parameters.pop("extra_body"), **parameters}


def _form(call: Call, mode: OutputMode) -> dict[str, Any]:
    """Return the part of the request body that imposes the answer's form."""
    schema = call.form.wire_schema() if call.bounds is None else bounded_schema(call.bounds)
    name = call.form.form_name
    if mode == "tools":
        function = {"name": name, "parameters": schema}
        return {
            "tools": [{"type": "function", "function": function}],
            "tool_choice": {"type": "function", "function": {"name": name}},
        }
    if mode == "json_object":
        return {"response_format": {"type": "json_object"}}
    form: dict[str, Any] = {"name": name, "schema": schema}
    if mode == "strict":
        form["strict"] = True
    return {"response_format": {"type": "json_schema", "json_schema": form}}


def _reason(cause: BaseException | None) -> str:
    """Return in one line why an answer is unusable."""
    from pydantic import ValidationError

    if isinstance(cause, ValidationError):
        return "; ".join(
            f"{'.'.join(str(part) for part in one['loc']) or 'answer'}: {one['msg']}"
            for one in cause.errors(include_url=False, include_input=False)[:3]
        )
    if isinstance(cause, json.JSONDecodeError):
        return f"no valid JSON ({cause})"
    return f"no answer in the reply ({cause})"[:_WORDS_SHOWN]


def _server_words(error: openai.APIStatusError) -> str:
    body = error.body
    if isinstance(body, Mapping):
        inner = body.get("error", body)
        words = inner.get("message") if isinstance(inner, Mapping) else inner
        code = inner.get("code") if isinstance(inner, Mapping) else None
        text = f"{words or body}" + (f" [{code}]" if isinstance(code, str) else "")
    else:
        text = str(body or error.message)
    return text.strip()


def connect_plain(settings: Settings) -> openai.OpenAI:
    """Return a client for endpoints beside chat completions, which are asked now and then and one after the other."""
    import openai

    _quiet()
    address = urlsplit(settings.base_url or "")
    return openai.OpenAI(
        api_key=find_key(settings),
        base_url=settings.base_url,
        max_retries=0,
        timeout=settings.timeout_s,
        default_headers=_extra_headers(settings),
        http_client=openai.DefaultHttpxClient(follow_redirects=False, trust_env=address.hostname not in _LOOPBACK),
    )


def plainly(ask: Callable[[], T], sleep: Callable[[float], None]) -> T:
    """Return what such an endpoint says; a passing failure is tried again. Raises ModelError."""
    import openai
    from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter

    def passes(error: BaseException) -> bool:
        if isinstance(error, openai.APIStatusError):
            return error.status_code in (408, 409, 429) or error.status_code >= 500
        return isinstance(error, openai.APIConnectionError)

    again = Retrying(
        retry=retry_if_exception(passes), stop=stop_after_attempt(5), wait=wait_exponential_jitter(1, 20), sleep=sleep, reraise=True
    )
    try:
        return again(ask)
    except openai.APIStatusError as error:
        words = shown(_server_words(error), 300)
        if error.status_code in (401, 403):
            raise AuthenticationError(f"The server refuses the key (status {error.status_code}): {words}") from None
        if error.status_code < 500 and error.status_code != 429:
            raise RequestRefusedError(
                f"The server refuses this endpoint or request (status {error.status_code}): {words}. "
                "Servers without batches answer ordinary questions: reportsum digest."
            ) from None
        raise ServerUnavailableError(f"The server keeps failing (status {error.status_code}): {words}") from None
    except openai.OpenAIError as error:
        raise ServerUnavailableError(f"The server cannot be reached ({type(error).__name__}).") from None


def completion_of(body: bytes) -> Any:
    """Return a well-formed chat completion as the SDK holds it. Raises ValueError."""
    from openai.types.chat import ChatCompletion

    return ChatCompletion.model_validate_json(body)


_PROXY_VARIABLES = ("ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY")
_CERTIFICATE_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


def _unusable_environment(error: Exception) -> str:
    """Return what is wrong with the variables that the HTTP library goes by, and what to do."""
    import os

    def named(variables: tuple[str, ...], holds: Callable[[str], bool]) -> str:
        names = [name for upper in variables for name in (upper, upper.lower()) if holds(os.environ.get(name, ""))]
        return " or ".join(names) or "/".join(variables)

    words = shown(str(error), _WORDS_SHOWN)
    if isinstance(error, ImportError):
        variable = named(_PROXY_VARIABLES, lambda value: value.lower().startswith("socks"))
        return f"{variable} names a SOCKS proxy, which needs another package: pip install socksio. Or unset {variable}."
    if isinstance(error, OSError):
        variable = named(_CERTIFICATE_VARIABLES, lambda value: bool(value) and not os.access(value, os.R_OK))
        return f"{variable} names certificates that cannot be read ({words}). Correct it, or unset it."
    variable = named(_PROXY_VARIABLES, bool)
    return f"{variable} names a proxy that cannot be used ({words}). Give one that begins with http://, https:// or socks5://, or unset it."


class _KeyFilter(logging.Filter):
    """Takes keys out of what the client libraries log."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = scrubbed(record.getMessage()), ()
        record.exc_info = record.exc_text = None
        return True


_KEY_FILTER = _KeyFilter()
_TALKING = ("instructor", "openai", "httpx", "httpx2", "httpcore", "httpcore2")


def _quiet() -> None:
    """Keep instructor's error log off the screen and keys out of any log; the run record tells what happened."""
    known = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in _TALKING]
    for name in {*known, "instructor", "instructor.v2.retry"}:
        log = logging.getLogger(name)
        log.addFilter(_KEY_FILTER)  # adding it again changes nothing
        if name.startswith("instructor") and not log.handlers:
            log.addHandler(logging.NullHandler())
