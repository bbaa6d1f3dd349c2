"""The options that say who reads the reports, for commands that read: from the command line into `Settings`."""

from __future__ import annotations

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from .cache import DEFAULT_CACHE

if TYPE_CHECKING:
    from ..settings import Settings

OUTPUT_MODES = ("strict", "json_schema", "tools", "json_object")
MODEL_OPTIONS = (
    "model",
    "base_url",
    "output_mode",
    "dialect",
    "extra_body",
    "concurrency",
    "second_look",
    "closing",
    "fallback",
    "cache",
    "max_cost",
    "max_requests",
    "rpm",
    "tpm",
    "prompt_price",
    "cached_price",
    "answer_price",
)
"""Options that mean something only when a model reads; each is called like its setting."""


def add_reader_options(parser: ArgumentParser) -> None:
    """Declare who reads: the engine, and all that concerns a model."""
    parser.add_argument("--engine", choices=("auto", "llm", "rules"), help="who reads; auto: llm when a model is configured")
    parser.add_argument("--settings", metavar="FILE", type=Path, help="TOML file with settings; REPORTSUM_* variables win over it")
    group = parser.add_argument_group("model", "The key is taken from OPENAI_API_KEY (or REPORTSUM_API_KEY), never from the command line.")
    group.add_argument("--model", metavar="NAME", help="name of the model at the server, or path of a .gguf file")
    group.add_argument("--base-url", metavar="URL", help="OpenAI-compatible server (default: OpenAI)")
    group.add_argument("--output-mode", choices=OUTPUT_MODES, help="how the form of answers is imposed")
    group.add_argument("--dialect", choices=("auto", "edit", "dense"), help="edit: ask what is read wrongly; dense: ask for every figure")
    group.add_argument("--extra-body", metavar="JSON", help='further fields of each request: {"enable_thinking": false}')
    group.add_argument("--concurrency", metavar="N", type=int, help="most requests in flight")
    group.add_argument("--second-look", action=BooleanOptionalAction, help="ask again about figures that no item took up")
    group.add_argument("--closing", action=BooleanOptionalAction, help="ask once for each report what leads, and for its summary")
    group.add_argument("--fallback", choices=("none", "rules"), help="who reads what the model cannot (default: rules)")
    group.add_argument("--cache", metavar="PLACE", help=f"where answers are kept: folder, or redis:// server (default: {DEFAULT_CACHE})")
    group.add_argument("--max-cost", metavar="MONEY", type=float, help="end the run before it costs more; run again to go on")
    group.add_argument("--max-requests", metavar="N", type=int, help="end the run after so many requests; run again to go on")
    group.add_argument("--rpm", metavar="N", type=int, help="most requests a minute")
    group.add_argument("--tpm", metavar="N", type=int, help="most tokens a minute")
    for name, what in (("prompt", "prompt"), ("cached", "server-cached prompt"), ("answer", "answer")):
        group.add_argument(f"--{name}-price", metavar="MONEY", type=float, help=f"price of a million {what} tokens")


def settings_from(options: Namespace) -> Settings:
    """Return the settings that file, environment and options come to. Raises SettingsError."""
    from ..digesting import chosen_engine
    from ..settings import Settings
    from ..shared_cache import is_shared

    given = {name: getattr(options, name) for name in MODEL_OPTIONS if name != "cache"}
    if options.cache is not None:
        given["cache_url" if is_shared(options.cache) else "cache_dir"] = options.cache
    settings = Settings.load(options.settings, engine=options.engine, **given)
    if chosen_engine(settings) == "llm" and settings.cache_dir is None and settings.cache_url is None:
        settings = settings.model_copy(update={"cache_dir": DEFAULT_CACHE})
    return settings


def who_reads(settings: Settings) -> str:
    """Return which engine was taken, and why."""
    from ..digesting import chosen_engine

    engine = chosen_engine(settings)
    if settings.engine != "auto":
        return f"engine: {engine}, as asked for"
    if engine == "llm":
        return f"engine: llm, since a model is configured ({settings.model})"
    return "engine: rules, since no model is configured (--model NAME or REPORTSUM_MODEL names one)"


def without_effect(options: Namespace) -> list[str]:
    """Return the options given on the command line that only a model would heed."""
    return [f"--{name.replace('_', '-')}" for name in MODEL_OPTIONS if getattr(options, name) is not None]
