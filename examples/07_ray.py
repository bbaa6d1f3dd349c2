"""Digest many reports on a cluster with Ray and ask the Parquet tables a question. Starts a local cluster of its own.

python examples/07_ray.py [REPORT …]

Needs the extras: pip install 'reportsum[ray,export]'. On a real cluster only `ray.init()` changes: see docs/many-machines.md.
"""

import sys
import tempfile
from pathlib import Path

import duckdb
import ray

import reportsum
import reportsum.ray

SEEDS = Path(__file__).parent.parent / "seeds"


def main(reports: list[Path]) -> None:
    """Digest the reports, write the tables, print what each report leads with."""
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    with tempfile.TemporaryDirectory() as folder:
        digested = reportsum.ray.digest_files(reports, reportsum.Settings(engine="rules"))
        counted = reportsum.ray.write_tables(digested, folder)
        print(f"{counted['reports']} reports, {counted['items']} items, {counted['failures']} failures")
        growth = f"""
            SELECT place, period, text FROM read_parquet('{folder}/panel/*.parquet')
            WHERE main AND indicator = 'gdp' AND kind = 'reported' AND measure = 'change' ORDER BY place, period"""
        for row in duckdb.connect().execute(growth).fetchall():
            print(" | ".join(map(str, row)))
    ray.shutdown()


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(SEEDS.glob("*.txt")))
