"""A model from a file: llama.cpp, embedded, on a loopback port for as long as the run lasts.

The package xllamacpp brings llama.cpp prebuilt, with its OpenAI-compatible server; nothing has to be set up. The server listens on
127.0.0.1 at a port of its own choice, takes only the key made for this run, and ends with `close` or with the process.
"""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from ...errors import SettingsError
from ...settings import Settings

CONTEXT_TOKENS = 8192
"""Room for prompt and answer of one request: a chunk of 2,600 characters takes about 2,200 tokens, its answer up to 3,000."""
_SAMPLE_BYTES = 1 << 20


class LocalServer:
    """A llama.cpp server for one model file."""

    def __init__(self, path: Path, slots: int) -> None:
        xllamacpp = _import_xllamacpp()
        self.key = secrets.token_hex(16)
        parameters = xllamacpp.CommonParams()
        parameters.model.path = str(path)
        parameters.hostnames = ["127.0.0.1"]
        parameters.port = 0
        parameters.api_keys = [self.key]
        parameters.n_parallel = slots
        parameters.n_ctx = CONTEXT_TOKENS * slots
        parameters.verbosity = -1
        parameters.warmup = False
        try:
            self._server: Any = xllamacpp.Server(parameters)
        except RuntimeError as error:
            raise SettingsError(
                f"{path}: llama.cpp cannot load this model ({error}). Give a complete .gguf file of a chat model."
            ) from error

    @property
    def base_url(self) -> str:
        """Address for OpenAI-compatible clients."""
        return f"{self._server.listening_address}/v1"

    def close(self) -> None:
        """Stop the server and free the model."""
        self._server = None

    def settings(self, settings: Settings) -> Settings:
        """Return `settings` with this server as the one to ask."""
        return settings.model_copy(update={"base_url": self.base_url, "api_key": SecretStr(self.key)})


def is_model_file(model: str | None) -> bool:
    """Return whether `model` names a file rather than a model of a server."""
    return model is not None and model.lower().endswith(".gguf")


def file_model_name(path: Path) -> str:
    """Return a name for the model in a file: its file name, and a hash of its size, its beginning and its end.

    The same file in another folder is the same model; a larger file is told apart without reading gigabytes.
    Raises SettingsError when there is no such file.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            sample = file.read(_SAMPLE_BYTES)
            file.seek(max(0, size - _SAMPLE_BYTES))
            sample += file.read(_SAMPLE_BYTES)
    except OSError as error:
        raise SettingsError(f"{path}: the model file cannot be read ({error.strerror}). Check --model.") from error
    if not sample.startswith(b"GGUF"):
        raise SettingsError(f"{path} is not a GGUF model file. Give the path of a complete .gguf file as --model.")
    return f"{path.name}@{hashlib.sha256(str(size).encode() + sample).hexdigest()[:12]}"


def _import_xllamacpp() -> Any:
    try:
        import xllamacpp  # type: ignore[import-untyped]
    except ImportError as error:
        raise SettingsError('Models from a file need the extra `local`: pip install "reportsum[local]".') from error
    return xllamacpp
