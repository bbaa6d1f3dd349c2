#!/usr/bin/env python3
"""Whether reading stays linear on texts made to be slow.

    python benchmarks/hostile.py [--characters 20000]

Each text repeats one thing that some rule looks at closely. It is digested at a length and at four times that length: linear reading takes
about four times as long, quadratic reading sixteen. Ends with exit code 1 when a text takes more than eight times as long.
"""

import argparse
import sys
import time

from reportsum import Settings, from_text
from reportsum.pipeline import digest_by_rules

SETTINGS = Settings(engine="rules")
TIMES = 4
MOST = 2 * TIMES
PATTERNS = {
    "percentages": "增长5%，",
    "sums of one metric": "完成投资12亿元，",
    "clauses": "加快建设；",
    "headings": "（一）甲。\n",
    "letters": "（i）甲\n(ii) 乙\nA. 丙\n",
    "brackets": "(((",
    "bold marks": "**甲**乙",
    "stars": "*",
    "table rows": "|1|2|3|\n",
    "columns": "1\t2\t3\n",
    "spaced cells": "甲 1 2 3\n",
    "spaced thousands": "123 456 ",
    "spaced digits": "1 2 3 4 ",
    "ranks": "在全省21个地市中",
    "progress": "其中3个已完成，",
    "years": "2023年",
    "numerals": "一亿二千三百万",
    "one character": "国",
    "list marks": "、",
    "dashes": "——甲",
    "notes": "[2]",
    "due dates": "完成时限：6月底前\n",
    "English": "up 6.1 percent to 3 billion yuan, ",
}


def seconds(pattern: str, characters: int) -> float:
    """Return the processor time that digesting so much of a pattern takes."""
    source = from_text("一、工作回顾\n" + pattern * (characters // len(pattern)), "hostile.txt")
    start = time.process_time()
    digest_by_rules(source, SETTINGS)
    return time.process_time() - start


def main() -> int:
    """Measure and print; return 1 when a text takes more than its share."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--characters", type=int, default=20_000)
    characters = parser.parse_args().characters
    slow = 0
    seconds("增长5%，", 1000)  # load the tables
    for name, pattern in PATTERNS.items():
        once, more = seconds(pattern, characters), seconds(pattern, TIMES * characters)
        ratio = more / max(once, 0.01)
        slow += ratio > MOST
        print(f"{name:20} {TIMES * characters / more:12,.0f} characters a second   {ratio:5.1f} times the time for {TIMES} times the text")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
