"""The commands and their one-line help; what a command takes stands in its own module."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from .._version import __version__
from .exits import Exit


class Command(NamedTuple):
    """A command as `--help` lists it. Its module is `reportsum.cli.NAME`."""

    name: str
    help: str


COMMANDS = (
    Command("digest", "turn reports (files and folders) into digests"),
    Command("show", "show a digest as tables"),
    Command("verify", "check every quote, figure and link of a digest against its source"),
    Command("view", "write a page that shows digests beside their text"),
    Command("compare", "set the same indicators and targets of several digests side by side"),
    Command("panel", "gather the headline indicators of several digests in one table: csv, xlsx, parquet, md"),
    Command("export", "write digests as tables: jsonl, csv, parquet, sqlite, duckdb, xlsx"),
    Command("figures", "list every figure of a report"),
    Command("outline", "show the section tree of a report"),
    Command("schema", "print the JSON Schema of the digest"),
    Command("evaluate", "score digests against hand-made labels"),
    Command("label", "write a pre-filled label file for a person to correct"),
    Command("batch", "ask a model through its batch endpoint, at half the price"),
    Command("cache", "show or clear the cache of model answers"),
)

DESCRIPTION = """\
Turn Chinese official reports into typed, verified JSON digests:
what was achieved, what is promised, what is at risk, with every figure and its place."""

EPILOG = """\
exit codes:
  0    everything asked for is there, whole
  2    bad usage or input, nothing could be done
  3    some report or chunk failed, or something did not hold; the rest is done
  130  interrupted; what was finished is kept"""


class CommandModule(Protocol):
    """What every command's module offers."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what the command takes."""

    def run(self, options: Namespace) -> Exit:
        """Do it. Raises ReportsumError when nothing could be done."""


def command_module(name: str) -> CommandModule:
    """Return the module of the command `name`, imported now."""
    return cast(CommandModule, import_module(f"{__package__}.{name}"))


def parse(arguments: Sequence[str]) -> Namespace:
    """Return what `arguments` ask for; `command` is the command's name, None when there is none.

    Ends the process, as argparse does, after help and version (0) and after bad usage (2).
    """
    if not arguments or arguments[0] not in {command.name for command in COMMANDS}:
        return _front_parser().parse_args(arguments)
    name = arguments[0]
    # Intermixed: PATH --quiet PATH is how people type, and plain parse_args takes the second PATH for a stray argument.
    options = command_parser(name).parse_intermixed_args(arguments[1:])
    options.command = name
    return options


def command_parser(name: str) -> ArgumentParser:
    """Return the parser of one command, whose module is imported for it."""
    command = next(command for command in COMMANDS if command.name == name)
    description = command.help[0].upper() + command.help[1:] + "."
    parser = ArgumentParser(prog=f"reportsum {name}", description=description, formatter_class=RawDescriptionHelpFormatter)
    command_module(name).add_arguments(parser)
    return parser


def help_text() -> str:
    """Return the help that lists all commands."""
    return _front_parser().format_help()


def _front_parser() -> ArgumentParser:
    """Return the parser that knows all commands by name only."""
    parser = ArgumentParser(prog="reportsum", description=DESCRIPTION, epilog=EPILOG, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"reportsum {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for command in COMMANDS:
        commands.add_parser(command.name, help=command.help)
    return parser
