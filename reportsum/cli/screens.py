"""Where the command line writes: data to stdout, talk to stderr."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ..errors import OutputError
from ..foreign import scrubbed, visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPE_WIDTH = 160
"""Columns of a table that goes into a file or a pipe, where there is no terminal to ask; COLUMNS sets another width."""


def add_language(parser: ArgumentParser) -> None:
    """Declare the option that sets the language of captions."""
    parser.add_argument("--lang", choices=("zh", "en"), help="language of captions; default: that of the system")


def language_of(options: Namespace) -> Literal["zh", "en"]:
    """Return the language of captions: as asked for, else Chinese where the system speaks it (LC_ALL, LC_MESSAGES, LANG)."""
    if options.lang is not None:
        return "zh" if options.lang == "zh" else "en"
    spoken = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "zh" if spoken.lower().startswith("zh") else "en"


class StdoutError(OutputError):
    """What was asked for cannot be written to stdout."""


@contextmanager
def _writing() -> Iterator[None]:
    """Turn what the system says of a full or broken stdout into our own error; a reader that went away is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StdoutError("stdout", f"cannot be written ({error.strerror})", "Free some space, or write elsewhere.") from error


def flush() -> None:
    """Write out what is still on its way to stdout."""
    with _writing():
        sys.stdout.flush()


def print_data(text: str) -> None:
    """Write `text` to stdout as it is."""
    with _writing():
        sys.stdout.write(text)


def print_json_lines(rows: Iterable[Any]) -> None:
    """Write one JSON object a line to stdout, numbers digit for digit."""
    import simplejson

    for row in rows:
        print_data(simplejson.dumps(row, ensure_ascii=False, use_decimal=True, default=str) + "\n")


def show(*parts: RenderableType) -> None:
    """Draw tables and the like on stdout."""
    screen = _console(sys.stdout)
    for part in parts:
        with _writing():
            screen.print(part)


def talk_console() -> Console:
    """Return the console on stderr, for progress."""
    return _console(sys.stderr)


def shown_path(path: Path) -> str:
    """Return a path as text that any stream can take: bytes of a name that are no text become �."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def say(message: str) -> None:
    """Write one line of talk to stderr, whatever names and words of others stand in it."""
    with suppress(OSError):  # nobody listens: the work goes on
        sys.stderr.write(visible(scrubbed(message, parts=False)) + "\n")


def complain(problem: object) -> None:
    """Write one problem to stderr; quiet runs too."""
    say(f"reportsum: {problem}")


def _console(stream: Any) -> Console:
    from rich.console import Console

    width = None if stream.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    return Console(file=stream, width=width, highlight=False, soft_wrap=False)
