"""Many reports at once: whatever happens to one, the others are delivered."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportsum import digesting, pipeline
from reportsum.digesting import BatchError, Progress, digest, digest_each, digest_many
from reportsum.errors import InputError, UnexpectedError
from reportsum.models import Digest
from reportsum.reading import from_text
from reportsum.reading.source import SourceText
from reportsum.settings import Settings

RULES = Settings(engine="rules")
TEXT = "2022年,全市地区生产总值1137.8亿元,增长6.1%。\n"


class DeadlySource(SourceText):
    """A source that kills the worker process it is handed to, as a lack of memory would."""

    __slots__ = ()

    def __reduce__(self) -> Any:
        return os._exit, (1,)


def source(name: str, kind: type[SourceText] = SourceText) -> SourceText:
    return kind(name, "text/plain", None, "0" * 64, TEXT)


def test_a_worker_that_dies_takes_no_other_report_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digesting, "POOL_BYTES", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    sources = [source("a"), source("b"), source("deadly", DeadlySource), *(source(name) for name in "cdefgh")]
    results = {result.source: result for result in digest_each(sources, RULES)}
    assert sorted(results) == sorted([*"abcdefgh", "deadly"])
    assert [name for name, result in results.items() if result.digest is None] == ["deadly"]
    assert isinstance(results["deadly"].error, InputError)


@pytest.mark.parametrize("pool_bytes", [0, 10**9], ids=["in_processes", "in_turn"])
def test_every_digest_comes_with_a_record_of_what_it_took(pool_bytes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digesting, "POOL_BYTES", pool_bytes)
    for result in digest_each([source("a"), source("b")], RULES):
        assert result.record is not None
        assert result.record.extractor == "rules"
        assert result.record.chunks == 1
        assert result.record.requests == 0


def test_failures_are_raised_together_after_all_digests_were_delivered(tmp_path: Path) -> None:
    delivered: list[Digest] = []
    with pytest.raises(BatchError) as raised:
        delivered.extend(digest_many([tmp_path / "missing.txt", TEXT, tmp_path / "gone.txt"], RULES))
    assert len(delivered) == 1
    assert [Path(failure.source).name for failure in raised.value.failures] == ["missing.txt", "gone.txt"]


def test_failures_go_to_the_one_who_asks_for_them(tmp_path: Path) -> None:
    failures: list[str] = []
    digests = list(digest_many([tmp_path / "missing.txt", TEXT], RULES, on_error=lambda failed: failures.append(failed.source)))
    assert len(digests) == 1
    assert len(failures) == 1


def test_progress_counts_every_report(tmp_path: Path) -> None:
    told: list[Progress] = []
    list(digest_each([source("a"), tmp_path / "missing.txt"], RULES, on_progress=told.append))
    assert [(progress.done, progress.total) for progress in told] == [(1, 2), (2, 2)]


@pytest.mark.parametrize("step", ["find_outline", "assemble"])
def test_a_bug_in_a_rule_costs_its_report_and_the_others_go_on(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = getattr(pipeline, step)

    def breaks(*arguments: Any) -> Any:
        if "坏" in repr(arguments[0])[:3000]:
            raise KeyError("𝟑")
        return real(*arguments)

    monkeypatch.setattr(pipeline, step, breaks)
    reports = [from_text(f"{name}市工作报告\n一、工作\n全年增长5%。", f"{name}.txt") for name in ("甲", "坏", "乙")]
    results = {result.source: result for result in digest_each(reports, Settings(engine="rules"))}
    assert [name for name, result in results.items() if result.digest is None] == ["坏.txt"]
    failed = results["坏.txt"]
    assert isinstance(failed.error, UnexpectedError)
    assert isinstance(failed.error.__cause__, KeyError)
    assert failed.record is not None
    assert "Traceback" in failed.record.problems[0]
    with pytest.raises(UnexpectedError, match="KeyError"):
        digest(reports[1], Settings(engine="rules"))


@pytest.mark.parametrize("name", ["a.txt", "202𝟑年.txt", "٢٠٢٣年第𝟑季度.txt"])
def test_digits_of_every_script_are_read_as_digits_in_text_and_name(name: str) -> None:
    made = digest(from_text("某市工作报告\n一、工作\n202𝟑年全市生产总值增长٥.३%。\n", name), Settings(engine="rules"))
    (figure,) = [figure for item in made.items() for figure in item.figures]
    assert (str(figure.value), figure.text) == ("5.3", "٥.३%")
    assert made.report.period is not None
    assert made.report.period.start.year == 2023


def test_a_digest_comes_whole_from_another_process() -> None:
    """Processes hand digests over pickled: every number keeps its digits, every part its type."""
    made = digest(from_text("一、工作情况\n投资增长6.50%，新增就业5.80万人，另有3处待建。\n", "a.txt"), RULES)
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert again.to_json() == made.to_json()


def test_the_rules_load_no_event_loop_and_no_process_pool() -> None:
    code = (
        "import sys, reportsum\n"
        "reportsum.digest('一、工作情况\\n投资增长6.5%。', reportsum.Settings(engine='rules')).to_json()\n"
        "print([name for name in ('asyncio', 'concurrent.futures', 'multiprocessing', 'reportsum.running') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
