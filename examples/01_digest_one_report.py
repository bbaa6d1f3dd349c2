"""Digest one report and walk through what was found.

python examples/01_digest_one_report.py [REPORT]
"""

import sys
from pathlib import Path

import reportsum

SEEDS = Path(__file__).parent.parent / "seeds"


def main(report: Path) -> None:
    """Print the head of the digest, a few items of each kind, and the figures that no item took up."""
    digest = reportsum.digest(report, reportsum.Settings(engine="rules"))
    print(digest.report.title or digest.source.name)
    print(f"{digest.report.place}, {digest.report.period.label if digest.report.period else 'period unknown'}")

    for name, items in (("achievements", digest.achievements), ("targets", digest.targets), ("risks", digest.risks)):
        print(f"\n{len(items)} {name}")
        for item in items[:5]:
            figures = ", ".join(figure.text for figure in item.figures)
            place = item.evidence[0]
            print(f"  {item.metric}: {figures or '–'}   [{place.start}:{place.end}] {place.quote[:40]}")

    text = reportsum.read(report).text
    first = digest.items()[0].evidence[0]
    assert text[first.start : first.end] == first.quote  # every quote and figure is a slice of the source

    print(f"\n{digest.coverage.claimed} of {digest.coverage.figures} figures stand in an item; the others:")
    print("  " + ", ".join(figure.text for figure in digest.coverage.unclaimed))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS / "nantong-2022h1-plan.txt")
