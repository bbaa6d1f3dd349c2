"""Ask DuckDB questions over a folder of digests: who grew how fast, which promises lag, where the money goes.

python examples/05_duckdb.py [FOLDER_OF_DIGESTS]

Needs the extra: pip install 'reportsum[export]'. Without a folder, the seed reports are digested first.
"""

import sys
import tempfile
from pathlib import Path

import duckdb

import reportsum
from reportsum.export import export

SEEDS = Path(__file__).parent.parent / "seeds"

QUESTIONS = {
    "How fast did each place grow? (with the words it stands in)": """
        SELECT p.place, p.period, p.text AS growth, left(e.quote, 30) || '…' AS words
        FROM panel AS p JOIN evidence AS e USING (digest_id, item_id)
        WHERE p.main AND p.indicator = 'gdp' AND p.kind = 'reported' AND p.measure = 'change' AND e.position = 1
        ORDER BY p.period_end DESC, p.place""",
    "What leads, and how is it known?": """
        SELECT r.place, i.kind, left(i.statement, 30) || '…', i.metric_basis, i.period_basis
        FROM items AS i JOIN reports AS r USING (digest_id)
        WHERE i.leads <= 2 AND i.salience = 'headline'
        ORDER BY r.place, i.kind, i.leads
        LIMIT 10""",
    "Which targets lag behind?": """
        SELECT r.place, i.task, i.metric, round(100 * i.progress_ratio, 1) || '%' AS reached
        FROM items AS i JOIN reports AS r USING (digest_id)
        WHERE i.progress_status = 'behind'
        ORDER BY i.progress_ratio
        LIMIT 10""",
    "Where does the money go? (sums in 亿元, each figure once)": """
        SELECT i.topic, count(*) AS figures, round(sum(f.amount) / 100000000, 1) AS total
        FROM figures AS f JOIN items AS i USING (digest_id, item_id)
        WHERE f.base_unit = '元' AND f.role = 'level' AND i.kind = 'achievement'
        GROUP BY i.topic
        ORDER BY total DESC
        LIMIT 8""",
    "Which parts of the reports promise most?": """
        SELECT r.place, s.label || s.title AS section, count(*) AS targets
        FROM items AS i JOIN sections AS s USING (digest_id, section_id) JOIN reports AS r USING (digest_id)
        WHERE i.kind = 'target'
        GROUP BY ALL
        ORDER BY targets DESC
        LIMIT 5""",
}


def main(digests: list[Path], folder: Path) -> None:
    """Load the digests into a database in `folder` and print the answers."""
    database = folder / "digests.duckdb"
    export((reportsum.Digest.load(path) for path in digests), "duckdb", database)
    with duckdb.connect(str(database), read_only=True) as connection:
        for question, query in QUESTIONS.items():
            print(f"\n{question}")
            for row in connection.execute(query).fetchall():
                print("  " + " | ".join("" if cell is None else str(cell) for cell in row))
        # The JSON needs no export at all for a simple question.
        raw = f"SELECT id, len(achievements), len(targets), len(risks) FROM read_json('{digests[0].parent}/*.json')"
        print("\nHow much does each digest hold? (from the JSON files themselves)")
        for row in connection.execute(raw).fetchall():
            print("  " + " | ".join(map(str, row)))


def digest_seeds(folder: Path) -> list[Path]:
    """Digest the seed reports into `folder` and return the digests' paths."""
    for digest in reportsum.digest_many(sorted(SEEDS.glob("*.txt")), reportsum.Settings(engine="rules")):
        digest.save(folder / f"{digest.id}.json")
    return sorted(folder.glob("*.json"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary, tempfile.TemporaryDirectory() as made:
        given = [path for name in sys.argv[1:] for path in sorted(Path(name).glob("*.json")) if not path.name.endswith(".run.json")]
        main(given or digest_seeds(Path(made)), Path(temporary))
