"""Mixed reports are read by the language of the passage, and what nobody reads is left out and said to be."""

from __future__ import annotations

import doctest
import subprocess
import sys

import pytest

from reportsum import Settings, digest, find_figures, from_text, passages
from reportsum.languages import TONGUES, language_of, room_of
from reportsum.passages import cut_passages

SETTINGS = Settings(engine="rules")
GERMAN = "Die Quote liegt bei 41,5 Prozent. Die Schulden des Landes betragen 4,2 Milliarden Euro und werden weiter sinken."
FRENCH = "Les recettes de la ville atteignent 162,3 millions d'euros, en baisse de 1,9 % par rapport à l'année précédente."
PORTUGUESE = "As receitas do município cresceram 3,4 % no ano passado e alcançaram 120 milhões de euros."
ENGLISH = "Revenue of the county rose by 3.5% to £86.4m in the year, and the council opened 12 new schools."
CHINESE = "全市一般公共预算收入增长3.5%,达到86.4亿元。"


@pytest.mark.parametrize("text", [GERMAN, FRENCH, PORTUGUESE], ids=["german", "french", "portuguese"])
def test_a_report_in_another_language_has_clauses_but_no_figures_and_says_so(text: str) -> None:
    report = digest(from_text(text, "report.txt"), SETTINGS)
    assert report.report.language == "other"
    assert (report.coverage.figures, report.items()) == (0, [])
    assert [warning.code for warning in report.warnings][:1] == ["language_other"]


def test_a_mixed_report_is_read_by_the_language_of_each_passage() -> None:
    text = f"{CHINESE}\n{ENGLISH}\n{GERMAN}\n{CHINESE}"
    assert [passage.language for passage in cut_passages(text)] == ["zh", "en", "other", "zh"]
    assert [figure.text for figure in find_figures(text)] == ["3.5%", "86.4亿元", "3.5%", "£86.4m", "12", "3.5%", "86.4亿元"]
    assert all(text[figure.start : figure.end] == figure.text for figure in find_figures(text))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(CHINESE, "zh-Hans", id="chinese"),
        pytest.param(ENGLISH, "en", id="english"),
        pytest.param(GERMAN, "other", id="german"),
        pytest.param("3,5\n\n12 %", "zh-Hans", id="numbers_alone_stay_with_the_first_room"),
        pytest.param(f"{CHINESE * 3}\n{ENGLISH}", "zh-Hans", id="most_of_the_text_decides"),
    ],
)
def test_a_report_is_in_the_language_most_of_it_is_in(text: str, language: str) -> None:
    assert language_of(text, "zh-Hans") == language


@pytest.mark.parametrize(
    "text",
    [
        "Budget Speech",
        "Payroll - Environmental Protection Agency",
        "Innovation Technology Venture Fund Cyberport Science Park",
        "Revenue: 42",
    ],
)
def test_headings_and_names_of_english_reports_are_english(text: str) -> None:
    assert {passage.language for passage in cut_passages(f"{ENGLISH}\n{text}\n{ENGLISH}")} == {"en"}


def test_passages_are_the_whole_text_in_order() -> None:
    text = f"\n{CHINESE}\n\n{ENGLISH}\n  \n{FRENCH}"
    assert "".join(text[start:end] for (start, end), _ in cut_passages(text)) == text


def test_every_room_answers_the_same_questions() -> None:
    asked = [name for name in dir(room_of("zh")) if not name.startswith("_")]
    assert all(sorted(name for name in dir(room_of(language)) if not name.startswith("_")) == asked for language in TONGUES)


def test_chinese_and_english_reports_do_not_load_the_library_that_tells_languages_apart() -> None:
    code = (
        "import sys, reportsum\n"
        f"reportsum.find_figures({CHINESE + ENGLISH!r})\n"
        f"reportsum.find_figures({ENGLISH!r})\n"
        "assert 'py3langid' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_chinese_report_does_not_load_the_room_of_english() -> None:
    code = (
        "import sys, reportsum\n"
        f"reportsum.digest({CHINESE!r}, reportsum.Settings(engine='rules'))\n"
        "assert 'reportsum.languages.en' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_examples_in_the_docstrings_are_true() -> None:
    assert not doctest.testmod(passages).failed
    assert not doctest.testmod(sys.modules["reportsum.languages"]).failed
