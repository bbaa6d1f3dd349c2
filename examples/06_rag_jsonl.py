"""Turn digests into passages for a search index or RAG: one JSON line an item, each with its context and its evidence.

python examples/06_rag_jsonl.py [DIGEST …] > passages.jsonl

`text` is what to embed: the statement led by place, period and section, so that it can be found alone. `evidence` says where the words
stand, so that an answer can cite them; `figures` are exact and typed, so that an answer need not read numbers out of prose.
Without digests, one seed report is digested first.
"""

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import reportsum
from reportsum.asking import kind_of, section_index

SEED = Path(__file__).parent.parent / "seeds" / "nantong-2022h1-plan.txt"


def passages(digest: reportsum.Digest) -> list[dict[str, Any]]:
    """Return one record for each item, in source order; general measures without figure or deadline are left out of the index."""
    sections = section_index(digest.outline)
    records = []
    panel = {row.item: row.indicator for row in digest.panel if row.main}
    for item in digest.find():
        if item.salience == "routine":
            continue
        first = item.evidence[0]
        path = [sections[part].title for part in ancestors(first.section) if part in sections]
        period = item.period  # null where the text gives none: an answer must not borrow the report's
        context = [digest.report.place, period.label if period else None, *path]
        records.append(
            {
                "id": f"{digest.id}/{item.id}",
                "text": f"【{' > '.join(part for part in context if part)}】{item.statement}",
                "metadata": {
                    "digest": digest.id,
                    "title": digest.report.title,
                    "place": digest.report.place,
                    "period": period.label if period else None,
                    "kind": kind_of(item),
                    "topic": item.topic,
                    "indicator": item.indicator,
                    "answers_for": panel.get(item.id),  # the headline indicator that this very item answers for
                    "metric": item.metric,
                    "salience": item.salience,
                    "rank": item.rank,
                    "basis": item.basis.model_dump(),  # whose words kind, metric and period are
                },
                "figures": [
                    {"text": figure.text, "value": plain(figure.value), "unit": figure.unit, "role": figure.role, "bound": figure.bound}
                    for figure in item.figures
                ],
                "evidence": [
                    {"source": digest.source.name, "sha256": digest.source.sha256, "start": e.start, "end": e.end, "quote": e.quote}
                    for e in item.evidence
                ],
            }
        )
    return records


def ancestors(section: str | None) -> list[str]:
    """Return the ids from the main section down: "1.2.3" gives 1, 1.2, 1.2.3."""
    parts = section.split(".") if section else []
    return [".".join(parts[: depth + 1]) for depth in range(len(parts))]


def plain(number: Decimal | None) -> str | None:
    """Return a number as text: indexes keep text exactly, and floats not always."""
    return None if number is None else f"{number:f}"


def main(digests: list[reportsum.Digest]) -> None:
    """Print the passages of all digests."""
    for digest in digests:
        for record in passages(digest):
            print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    given = [reportsum.Digest.load(name) for name in sys.argv[1:]]
    main(given or [reportsum.digest(SEED, reportsum.Settings(engine="rules"))])
