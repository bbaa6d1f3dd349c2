"""Digest every report of a folder, write each digest as soon as it is there, and go on when one cannot be read.

python examples/02_digest_a_folder.py [FOLDER [OUTPUT]]
"""

import sys
from pathlib import Path

import reportsum

SEEDS = Path(__file__).parent.parent / "seeds"


def main(folder: Path, output: Path) -> None:
    """Digest all reports of `folder` into `output`, on all cores."""
    output.mkdir(parents=True, exist_ok=True)
    reports = sorted(folder.glob("*.txt"))
    settings = reportsum.Settings(engine="rules")

    def complain(failed: reportsum.DigestedReport) -> None:
        print(f"left out: {failed.error}", file=sys.stderr)

    for digest in reportsum.digest_many(reports, settings, on_error=complain):
        target = output / f"{Path(digest.source.name).stem}.json"
        digest.save(target)
        print(f"{target}: {len(digest.achievements)} achievements, {len(digest.targets)} targets, {len(digest.risks)} risks")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS,
        Path(sys.argv[2]) if len(sys.argv) > 2 else Path("digests"),
    )
