"""What every language's room must hold to. A new language gives one line in `SAMPLES` and has all of these for nothing."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from reportsum import Settings, digest, from_text, read
from reportsum.headings import Section
from reportsum.languages import TONGUES, cut_clauses, find_figures, find_outline, judge_clauses, measure_clauses, read_metadata, room_of
from reportsum.models import Digest, Language, Tongue
from reportsum.pipeline import annotate, digest_annotated
from reportsum.verifying import verify

SEEDS = Path(__file__).parent.parent / "seeds"


class Sample(NamedTuple):
    """A short report in a language, what its figures are, and a sentence that states no fact."""

    language: Language
    text: str
    figures: tuple[str, ...]
    empty: str


SAMPLES: dict[Tongue, Sample] = {
    "zh": Sample(
        "zh-Hans",
        "一、2023年工作回顾\n\n全市投资增长6%,新建学校12所。\n\n二、2024年工作安排\n\n力争建成公园8个,投资达到30亿元。\n",
        ("6%", "12所", "8个", "30亿元"),
        "各位代表:",
    ),
    "en": Sample(
        "en",
        "Review of the year\n\nRevenue of the county rose by 6% in 2023, and the council opened 12 schools in the towns.\n\n"
        "Plans for 2024\n\nWe will build eight parks at a cost of £30m, and the council will mend the roads.\n",
        ("6%", "12", "eight", "£30m"),
        "Mr Speaker, I beg to move that the Bill be read a second time.",
    ),
    "other": Sample(
        "other",
        "Rückblick\n\nDie Einnahmen des Landes stiegen im Jahr 2023 um 6 Prozent, und die Gemeinden bauten 12 Schulen in den Dörfern.\n",
        (),
        "Sehr geehrte Damen und Herren, ich danke Ihnen für die Aufmerksamkeit.",
    ),
}


def rules(text: str) -> Digest:
    return digest(from_text(text, "report.txt"), Settings(engine="rules"))


def test_every_language_has_a_sample() -> None:
    assert set(SAMPLES) == set(TONGUES)


@pytest.mark.parametrize("tongue", TONGUES)
def test_figures_are_read_in_order_and_where_they_stand(tongue: Tongue) -> None:
    sample = SAMPLES[tongue]
    figures = find_figures(sample.text)
    assert tuple(figure.text for figure in figures) == sample.figures
    assert all(sample.text[figure.start : figure.end] == figure.text for figure in figures)
    assert all(before.end <= after.start for before, after in pairwise(figures))
    assert all((figure.amount is None) == (figure.low is not None) for figure in figures)


@pytest.mark.parametrize("tongue", TONGUES)
def test_each_figure_stands_in_one_measure_and_each_clause_has_a_judgement(tongue: Tongue) -> None:
    sample = SAMPLES[tongue]
    figures = find_figures(sample.text)
    outline = find_outline(sample.text, sample.language)
    clauses = cut_clauses(sample.text, outline, figures)
    meta = read_metadata(sample.text, outline, sample.language, "report.txt")
    measured = measure_clauses(sample.text, clauses, figures)
    judged = judge_clauses(clauses, figures, meta)
    assert len(measured) == len(judged) == len(clauses)
    for clause, measures, judgement in zip(clauses, measured, judged, strict=True):
        assert sorted(number for measure in measures for number in measure.figures) == ([] if clause.heading else list(clause.figures))
        assert len(judgement.figure_kinds) == len(clause.figures)
        assert all(measure.metric is None or measure.metric.strip() for measure in measures)


@pytest.mark.parametrize("tongue", TONGUES)
def test_sections_nest_and_lie_inside_the_text(tongue: Tongue) -> None:
    sample = SAMPLES[tongue]

    def check(sections: tuple[Section, ...], start: int, end: int) -> None:
        for section in sections:
            assert start <= section.start <= section.heading.end <= section.end <= end
            check(section.children, section.start, section.end)
            start = section.end

    check(find_outline(sample.text, sample.language).sections, 0, len(sample.text))


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_digest_is_verified_and_the_same_twice(tongue: Tongue) -> None:
    text = SAMPLES[tongue].text
    report = rules(text)
    assert report.report.language == SAMPLES[tongue].language
    assert verify(report, text) == []
    assert rules(text).to_json() == report.to_json()


@pytest.mark.parametrize("report", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_rules_alone_read_the_same_without_the_names_that_only_a_model_is_shown(report: Path) -> None:
    source = read(report)
    assert digest(source, Settings(engine="rules")) == digest_annotated(annotate(source))


@pytest.mark.parametrize("tongue", TONGUES)
def test_nothing_is_invented_where_nothing_is_stated(tongue: Tongue) -> None:
    report = rules(SAMPLES[tongue].empty)
    assert (report.items(), report.coverage.figures) == ([], 0)


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_room_keeps_silent_about_nothing(tongue: Tongue) -> None:
    room = room_of(tongue)
    assert room.find_figures("", ()) == ()
    assert room.periods_in("", None) == ()
    assert room.measure_clauses("", (), ()) == ()
    assert room.read_kinds((), (), read_metadata("", find_outline("", "en"), SAMPLES[tongue].language, "")).judgements == ()


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_long_run_of_a_report_is_read_to_its_end(tongue: Tongue) -> None:
    text = SAMPLES[tongue].text * 40
    assert len(find_figures(text)) == 40 * len(SAMPLES[tongue].figures)
