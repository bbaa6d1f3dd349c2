"""The registry of indicators, and how a metric is recognised."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportsum import indicators
from reportsum.tables import read_table

CASES = Path(__file__).parent / "cases" / "indicators.tsv"


def _cases() -> list[object]:
    lines = [line.split("\t") for line in CASES.read_text(encoding="utf-8").split("\n") if line and not line.startswith(("#", "metric\t"))]
    return [pytest.param(metric, None if name == "-" else name, id=f"{name}: {why}".replace(" ", "_")) for metric, name, why in lines]


@pytest.mark.parametrize(("metric", "indicator"), _cases())
def test_a_metric_names_its_indicator_or_none(metric: str, indicator: str | None) -> None:
    assert indicators.lookup(metric) == indicator


def test_every_name_and_alias_leads_back_to_its_indicator() -> None:
    for indicator in indicators.all_indicators():
        for name in (indicator.name, *indicator.aliases):
            assert indicators.lookup(name) == indicator.id, name


def test_the_registry_is_large_and_its_ids_are_plain() -> None:
    registry = indicators.all_indicators()

    assert len(registry) >= 150
    assert all(indicator.id.isidentifier() and indicator.id == indicator.id.lower() for indicator in registry)
    assert all(indicator.name_en and indicator.good in ("up", "down", "none") for indicator in registry)


def test_an_indicator_is_got_by_its_id() -> None:
    assert indicators.get("pm25").good == "down"
    assert indicators.get("gdp").unit == "亿元"


def test_an_unknown_id_is_an_error() -> None:
    with pytest.raises(KeyError):
        indicators.get("happiness")


@given(st.text(max_size=60))
def test_any_text_can_be_looked_up(metric: str) -> None:
    found = indicators.lookup(metric)

    assert found is None or indicators.get(found).id == found


def test_a_spelling_is_written_once() -> None:
    words = [
        word
        for row in read_table("indicator_words.tsv", ("class", "words", "to"))
        if row["class"] == "spelling"
        for word in row["words"].split()
    ]

    assert len(words) == len(set(words))
