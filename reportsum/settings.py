"""All settings, in one frozen model: from arguments, environment (REPORTSUM_*) or a TOML file; unknown ones are refused."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from .errors import SettingsError
from .files import read_text_file

ENVIRONMENT_PREFIX = "REPORTSUM_"
"""REPORTSUM_MODEL sets `model`, and so on."""

OutputMode = Literal["strict", "json_schema", "tools", "json_object"]


class Settings(BaseModel):
    """How a report is digested."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    engine: Literal["auto", "llm", "rules"] = "auto"
    """Who reads the chunks; auto takes the LLM when a model is configured, else the rules."""
    max_chunk_chars: int = Field(default=2600, ge=200)
    """Upper bound of a chunk, in characters of the working text. For a model, chunks are measured in tokens unless this is set."""
    max_chunk_tokens: int | None = Field(default=None, ge=100)
    """Upper bound of a chunk in tokens of its text, by estimate; None: as suits dialect and context."""
    context_tokens: int | None = Field(default=None, ge=1024)
    """Room for question and answer at the server, where it is small (num_ctx); None: large enough for any chunk."""
    dialect: Literal["auto", "edit", "dense"] = "auto"
    """How chunks are put to a model: edit shows the reading and asks what is wrong, dense asks for every figure. auto edits; it takes dense
    for models from a file, and asks again in it where a model does not attend."""

    model: str | None = None
    """Name of the model at the server, or the path of a .gguf file, which is served for the run (extra `local`)."""
    base_url: str | None = None
    """Address of the OpenAI-compatible server ("http://localhost:8000/v1"); None for OpenAI itself."""
    api_key: SecretStr | None = None
    """Key of the server; None takes OPENAI_API_KEY from the environment. Never written anywhere."""
    output_mode: OutputMode = "strict"
    """How the answer's form is imposed; when the server refuses one, the next one is tried and kept for the run."""
    concurrency: int = Field(default=8, ge=1, le=256)
    """Most requests in flight; 429 lowers it for a while."""
    timeout_s: float = Field(default=120.0, gt=0)
    """Seconds one request may take."""
    deadline_s: float = Field(default=600.0, gt=0)
    """Seconds after which a chunk is given up whose requests keep failing at the server."""
    temperature: float | None = Field(default=0.0, ge=0, le=2)
    """Sampling temperature; None leaves it to the server."""
    seed: int | None = None
    """Sampling seed; None sends none."""
    max_answer_tokens: int | None = Field(default=None, ge=16)
    """Upper bound of an answer; the chunk of a longer one is asked in halves. None: only local models are bounded."""
    closing: bool = True
    """Ask once for each report, after its chunks, what leads, what is told twice, and for its summary. Models from a file are not asked."""
    second_look: bool = True
    """Ask once more about the clauses of figures that no item claimed."""
    max_requests: int | None = Field(default=None, ge=1)
    """Most requests of a run; it ends at the next one, and goes on from there when it is run again."""
    max_cost: float | None = Field(default=None, gt=0)
    """Most money of a run, by the prices below, else by the published ones of the model."""
    rpm: int | None = Field(default=None, ge=1)
    """Most requests a minute."""
    tpm: int | None = Field(default=None, ge=1000)
    """Most tokens a minute, question and answer, by estimate."""
    extra_body: dict[str, Any] = {}
    """Further fields of each request, as the server knows them: {"enable_thinking": false}, {"reasoning_effort": "low"},
    {"options": {"num_ctx": 16384}}. They decide answers, so what is kept without them is not used."""
    extra_headers: dict[str, str] = {}
    """Further headers of each request. Their values are treated like keys: shown and written nowhere."""
    fallback: Literal["none", "rules"] = "rules"
    """Who reads a chunk that the model could not read; either way the chunk and the exit code say so."""
    cache_dir: Path | None = None
    """Folder where answers are kept; None keeps none."""
    cache_url: SecretStr | None = None
    """Valkey or Redis server where answers are kept ("redis://cache.example:6379/0"), for many machines to share; wins over `cache_dir`."""
    prompt_price: float | None = Field(default=None, ge=0)
    """Money for a million prompt tokens, for plan and run record."""
    cached_price: float | None = Field(default=None, ge=0)
    """Money for a million prompt tokens that the server had cached; None: as prompt_price."""
    answer_price: float | None = Field(default=None, ge=0)
    """Money for a million answer tokens."""

    @field_validator("extra_body", "extra_headers", mode="before")
    @classmethod
    def _from_json(cls, value: Any) -> Any:
        """Take JSON too: variables and options are text."""
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            raise ValueError('is no JSON object; write it like {"enable_thinking": false}') from None

    @field_validator("base_url")
    @classmethod
    def _is_web_address(cls, address: str | None) -> str | None:
        """Refuse what no request could be sent to, before a run waits a minute for it."""
        if address is None:
            return None
        try:
            parts = urlsplit(address.strip())
            usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
        except ValueError:
            usable = False
        if not usable:
            raise ValueError("is no address of a server; give one like http://localhost:8000/v1, with http:// or https:// in front")
        return address.strip()

    @classmethod
    def load(cls, file: str | os.PathLike[str] | None = None, environment: Mapping[str, str] | None = None, **overrides: Any) -> Self:
        """Return settings from a TOML file, environment and arguments; the later one wins, None counts as not given.

        `environment` is `os.environ` unless given: REPORTSUM_ENGINE sets `engine`, and so on.
        Raises SettingsError for names that do not exist and values that are not possible; values are never shown,
        they may be secret.
        """
        values: dict[str, Any] = {}
        if file is not None:
            values |= _from_toml(Path(file))
        values |= _from_environment(os.environ if environment is None else environment)
        values |= {name: value for name, value in overrides.items() if value is not None}
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise SettingsError(_explain(error, sorted(cls.model_fields))) from None


def _from_toml(path: Path) -> dict[str, Any]:
    import tomllib  # most runs have no settings file

    try:
        return tomllib.loads(read_text_file(path))
    except OSError as error:
        raise SettingsError(f"{path}: the settings file cannot be read ({error.strerror}). Check the path.") from error
    except ValueError as error:
        raise SettingsError(f"{path}: the settings file is not valid TOML ({error}). Correct the line.") from error
    except RecursionError as error:
        raise SettingsError(f"{path}: the settings file is nested too deeply. Write it plainly.") from error


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    return {
        name.removeprefix(ENVIRONMENT_PREFIX).lower(): value for name, value in environment.items() if name.startswith(ENVIRONMENT_PREFIX)
    }


def _explain(error: ValidationError, known: list[str]) -> str:
    problems = []
    for one in error.errors(include_input=False, include_url=False):
        name = ".".join(str(part) for part in one["loc"])
        if one["type"] == "extra_forbidden":
            problems.append(f"there is no setting {name!r}; the settings are {', '.join(known)}")
        else:
            problems.append(f"setting {name!r}: {one['msg'].removeprefix('Value error, ')}")
    return "; ".join(problems) + "."
