"""`reportsum show`: a digest on the terminal, the first minute first."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import get_args

from ..filing import load_digests
from ..models import Kind, Salience, Topic
from .exits import Exit
from .screens import add_language, language_of, print_json_lines, show


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("digests", metavar="DIGEST", nargs="+", help="digest, or folder of digests")
    parser.add_argument("--kind", choices=get_args(Kind), help="only items of this kind")
    parser.add_argument("--topic", choices=get_args(Topic), metavar="TOPIC", help="only items of this field of policy")
    parser.add_argument("--salience", choices=get_args(Salience), help="only items of this weight")
    parser.add_argument("--indicator", metavar="ID", help="only items of this indicator (gdp, income …)")
    parser.add_argument("--limit", type=int, metavar="N", help="show at most N items of each kind")
    parser.add_argument("--json", action="store_true", help="print the items as JSON lines, by kind and rank, and nothing else")
    add_language(parser)


def run(options: Namespace) -> Exit:
    """Load each digest and draw it."""
    from ..digest_screen import Choice, chosen_items, digest_view

    choice = Choice(options.kind, options.topic, options.salience, options.indicator, options.limit)
    for _, digest in load_digests(options.digests):
        if options.json:
            print_json_lines({"digest": digest.id, **item.model_dump()} for item in chosen_items(digest, choice))
        else:
            show(digest_view(digest, choice, language_of(options)))
    return Exit.OK
