"""Load digests into pandas and ask for the growth rates that the reports tell. Needs pandas.

python examples/03_pandas.py [REPORT …]
"""

import sys
from pathlib import Path

import reportsum
from reportsum.export import to_frames

SEEDS = Path(__file__).parent.parent / "seeds"


def main(reports: list[Path]) -> None:
    """Print how many items each topic has, and the changes reported for named indicators."""
    frames = to_frames(reportsum.digest_many(reports, reportsum.Settings(engine="rules")))
    items, figures = frames["items"], frames["figures"]

    print(items.groupby(["topic", "kind"]).size().unstack(fill_value=0))

    told = figures.merge(items, on=["digest_id", "item_id"], suffixes=("", "_item"))
    changes = told[(told["role"] == "change") & told["indicator"].notna() & (told["kind"] == "achievement")]
    print(changes[["digest_id", "indicator", "metric", "value", "unit", "period"]].to_string(index=False))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(SEEDS.glob("*.txt")))
