"""Load digests into SQLite and ask plain SQL questions: what does each report lead with, which targets are less than half reached?

python examples/04_sqlite.py [REPORT …]
"""

import sqlite3
import sys
import tempfile
from pathlib import Path

import reportsum
from reportsum.export import export

SEEDS = Path(__file__).parent.parent / "seeds"

QUESTIONS = {
    "How did the headline indicators turn out?": """
        SELECT place, indicator, period, text
        FROM panel
        WHERE main AND kind = 'reported' AND measure = 'change'
        ORDER BY indicator, place
        LIMIT 10""",
    "What does each report lead with, in words of its own?": """
        SELECT r.source_name, i.kind, i.statement
        FROM items AS i JOIN reports AS r USING (digest_id)
        WHERE i.leads = 1 AND i.kind_basis = 'own'
        ORDER BY r.source_name, i.kind
        LIMIT 10""",
    "Which targets are less than half reached?": """
        SELECT r.source_name, i.metric, i.progress_ratio, i.progress_status
        FROM items AS i JOIN reports AS r USING (digest_id)
        WHERE i.kind = 'target' AND i.salience <> 'routine' AND CAST(i.progress_ratio AS REAL) < 0.5
        ORDER BY CAST(i.progress_ratio AS REAL)
        LIMIT 10""",
    "Which targets must be reached (确保), and by when?": """
        SELECT source_name, metric, coalesce(deadline, items.period)
        FROM items JOIN reports USING (digest_id)
        WHERE items.kind = 'target' AND commitment = 'must'
        LIMIT 10""",
    "What fell?": """
        SELECT r.source_name, f.metric, f.text
        FROM figures AS f JOIN items AS i USING (digest_id, item_id) JOIN reports AS r USING (digest_id)
        WHERE i.kind = 'achievement' AND f.role = 'change' AND CAST(f.value AS REAL) < 0
        LIMIT 10""",
    "How many risks does each report name?": "SELECT source_name, risks FROM reports ORDER BY risks DESC",
}


def main(reports: list[Path]) -> None:
    """Digest the reports into a database of its own and print the answers."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "digests.sqlite"
        export(reportsum.digest_many(reports, reportsum.Settings(engine="rules")), "sqlite", database)
        connection = sqlite3.connect(database)
        for question, query in QUESTIONS.items():
            print(f"\n{question}")
            for row in connection.execute(query):
                print("  " + " | ".join("" if cell is None else str(cell) for cell in row))
        connection.close()


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(SEEDS.glob("*.txt")))
