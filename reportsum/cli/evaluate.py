"""`reportsum evaluate`: digests against hand-made labels."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from .exits import Exit
from .screens import print_data, show


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("digests", metavar="DIGEST|DIR", help="a digest, or a folder of digests (NAME.json)")
    parser.add_argument("gold", metavar="GOLD|DIR", help="its label file, or a folder of them (NAME.gold.jsonl)")
    parser.add_argument("--against", metavar="OTHER", help="digests of the same reports made another way")
    parser.add_argument("--json", action="store_true", help="all measures as JSON instead of tables")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show up to N examples of every kind of miss")


def run(options: Namespace) -> Exit:
    """Score and draw."""
    from ..evaluate import evaluate

    evaluation = evaluate(options.digests, options.gold, against=options.against)
    if options.json:
        from ..writing import dump_json

        print_data(dump_json(evaluation.as_dict()))
    else:
        from ..showing import scores_view

        show(scores_view(evaluation, misses=options.misses))
    return Exit.OK
