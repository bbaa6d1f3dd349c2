"""What must hold for the five seed reports, and with them for any report."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest

import reportsum
from reportsum.contract import digest_schema
from reportsum.models import Digest, OutlineSection
from reportsum.pipeline import prepare
from reportsum.settings import Settings

SEEDS = Path(__file__).parent.parent / "seeds"
NAMES = [
    "nantong-2022h1-plan", "haian-2022h1-plan", "nantong-2024-work-report", "nantong-2019h1-key-tasks", "qidong-2020h1-plan",
]  # fmt: skip
RULES = Settings(engine="rules")


@cache
def digest_of(name: str) -> Digest:
    return reportsum.digest(SEEDS / f"{name}.txt", RULES)


def source_of(name: str) -> str:
    return (SEEDS / f"{name}.txt").read_bytes().decode("utf-8")


def count_sections(sections: list[OutlineSection], level: int) -> int:
    return sum((s.level == level) + count_sections(s.children, level) for s in sections)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_the_digest_fails_verification(name: str) -> None:
    assert reportsum.verify(digest_of(name), source_of(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_digest_passes_an_independent_schema_validator(name: str) -> None:
    jsonschema.Draft202012Validator(digest_schema()).validate(json.loads(digest_of(name).to_json()))


@pytest.mark.parametrize("name", NAMES)
def test_two_runs_give_the_same_bytes(name: str) -> None:
    assert reportsum.digest(SEEDS / f"{name}.txt", RULES).to_json() == digest_of(name).to_json()


@pytest.mark.parametrize("name", NAMES)
def test_a_digest_survives_its_file(name: str, tmp_path: Path) -> None:
    digest_of(name).save(tmp_path / "d.json")
    assert Digest.load(tmp_path / "d.json") == digest_of(name)


@pytest.mark.parametrize(
    ("name", "main", "sub"),
    [
        ("nantong-2022h1-plan", 2, 14), ("haian-2022h1-plan", 2, 11), ("nantong-2024-work-report", 3, 20),
        ("nantong-2019h1-key-tasks", 11, 100), ("qidong-2020h1-plan", 4, 16),
    ],
)  # fmt: skip
def test_the_section_tree_is_right(name: str, main: int, sub: int) -> None:
    outline = digest_of(name).outline
    assert (count_sections(outline, 1), count_sections(outline, 2)) == (main, sub)


@pytest.mark.parametrize(("name", "most"), list(zip(NAMES, (7, 7, 9, 16, 8), strict=True)))
def test_a_report_takes_few_chunks(name: str, most: int) -> None:
    chunks = prepare(reportsum.read(SEEDS / f"{name}.txt"), RULES).chunks
    assert len(chunks) <= most
    assert all(chunk.end - chunk.start <= RULES.max_chunk_chars for chunk in chunks)


@pytest.mark.parametrize("name", NAMES)
def test_chunks_hold_every_clause_once_and_in_order(name: str) -> None:
    prepared = prepare(reportsum.read(SEEDS / f"{name}.txt"), RULES)
    assert [clause for chunk in prepared.chunks for clause in chunk.clauses] == list(prepared.report.clauses)


def test_items_stand_in_source_order() -> None:
    for name in NAMES:
        for items in (digest_of(name).achievements, digest_of(name).targets, digest_of(name).risks):
            starts = [item.evidence[0].start for item in items]
            assert starts == sorted(starts)


def test_a_report_reads_the_same_under_another_name_and_line_end(tmp_path: Path) -> None:
    text = source_of("nantong-2022h1-plan").replace("\n", "\r\n")
    path = tmp_path / "other.txt"
    path.write_bytes(text.encode("gb18030"))
    other = reportsum.digest(path, RULES)
    assert [(i.metric, [f.text for f in i.figures]) for i in other.items()] == [
        (i.metric, [f.text for f in i.figures]) for i in digest_of("nantong-2022h1-plan").items()
    ]
