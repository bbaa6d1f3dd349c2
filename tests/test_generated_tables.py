"""Tables drawn at random, written in every form: each value is read with unit, time and kind, or stands unclaimed with a warning."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from random import Random

import pytest

from reportsum import Digest, digest
from reportsum.reading import read_bytes

from .generated_tables import FORMS, Drawn, Truth, draw, spoil

SEEDS = {"markdown": 60, "tabs": 60, "aligned": 60, "html_in_markdown": 60, "web_page": 24, "docx": 24}
FEW = 6
"""Files of the other forms: a process is started for each."""
ENDINGS = {"tabs": "txt", "aligned": "txt", "web_page": "html", "docx": "docx", "markdown": "md", "html_in_markdown": "md"}
FLAWED = ("markdown", "tabs", "html_in_markdown", "web_page")
"""The forms that can be written with a row that lacks a cell."""


def read(drawn: Drawn, form: str) -> Digest:
    return digest(read_bytes(FORMS[form](drawn), f"report.{ENDINGS.get(form, 'pdf')}"))


def judged(found: Digest, drawn: Drawn) -> dict[str, list[Truth]]:
    """Sort the values that stand in a table: right, unread (unclaimed, and the table named in a warning), wrong, lost."""
    told: dict[str, list[tuple[object, ...]]] = {}
    for item in found.items():
        for figure in item.figures:
            period = figure.period or item.period
            when = period.label if period else None
            said = (figure.amount, figure.base_unit, figure.role.startswith("change"), when, type(item).__name__)
            told.setdefault(figure.text, []).append(said)
    unclaimed = {figure.text for figure in found.coverage.unclaimed}
    warned = any(warning.code == "table_unread" for warning in found.warnings)
    sorted_out: dict[str, list[Truth]] = {"right": [], "unread": [], "wrong": [], "lost": []}
    for truth in drawn.truths:
        if not any(truth.text in row for row in drawn.body):
            continue
        want = (truth.amount, truth.base_unit, truth.changes, truth.period, truth.kind.capitalize())
        if truth.text in told:
            sorted_out["right" if told[truth.text] == [want] else "wrong"].append(truth)
        else:
            sorted_out["unread" if warned and truth.text in unclaimed else "lost"].append(truth)
    return sorted_out


@pytest.mark.parametrize("form", FORMS)
def test_every_value_of_a_sound_table_is_read(form: str) -> None:
    for seed in range(SEEDS.get(form, FEW)):
        drawn = draw(Random(seed))
        found = judged(read(drawn, form), drawn)
        assert (found["unread"], found["wrong"], found["lost"]) == ([], [], []), f"{form}, seed {seed}"


@pytest.mark.parametrize("form", FLAWED)
def test_no_value_of_a_broken_table_is_read_wrongly_or_lost(form: str) -> None:
    counts: Counter[str] = Counter()
    for seed in range(SEEDS.get(form, FEW)):
        drawn = draw(Random(seed))
        spoil(Random(seed), drawn)
        found = judged(read(drawn, form), drawn)
        assert (found["wrong"], found["lost"]) == ([], []), f"{form}, seed {seed}"
        counts.update({verdict: len(truths) for verdict, truths in found.items()})
    assert counts["unread"] > 0
    assert counts["right"] > 0


@pytest.mark.parametrize("form", ["pdf", "pdf_without_lines"])
def test_a_table_over_several_pages_keeps_its_heads(form: str) -> None:
    body = [[f"产品{chr(0x4E00 + 7 * number)}产量", f"{3000 + number}.5"] for number in range(70)]
    truths = [Truth(text, Decimal(text) * 10_000, "吨", changes=False, period="2021", kind="achievement") for _, text in body]
    drawn = Drawn([], [[("指标", 1, 1), ("2021年（万吨）", 1, 1)]], body, truths)
    found = judged(read(drawn, form), drawn)
    assert (len(found["right"]), found["wrong"], found["lost"], found["unread"]) == (70, [], [], [])
