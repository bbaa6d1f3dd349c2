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
    Command("export", "write digests as tables: jsonl, csv, parquet, sqlite, duckdb, xlsx"),
    Command("figures", "list every figure of a report"),
    Command("outline", "show the section tree of a report"),
    Command("schema", "print the JSON Schema of the digest"),
    Command("evaluate", "score digests against hand-made labels"),
    Command("label", "write a pre-filled label file for a person to correct"),
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


def parser_for(arguments: Sequence[str]) -> ArgumentParser:
    """Return a parser that knows all commands by name, and in full only the one that `arguments` ask for."""
    parser = ArgumentParser(prog="reportsum", description=DESCRIPTION, epilog=EPILOG, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"reportsum {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    asked = next((argument for argument in arguments if not argument.startswith("-")), None)
    for command in COMMANDS:
        subparser = commands.add_parser(
            command.name,
            help=command.help,
            description=command.help[0].upper() + command.help[1:] + ".",
            formatter_class=RawDescriptionHelpFormatter,
        )
        if command.name == asked:
            command_module(command.name).add_arguments(subparser)
    return parser
