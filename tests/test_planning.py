"""What a run would take is told without a request."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportsum.errors import SettingsError
from reportsum.planning import plan
from reportsum.reading import from_text
from reportsum.running import digest_all
from reportsum.settings import Settings
from tests.llm_server import Script, ScriptedServer

SEED = Path(__file__).parent.parent / "seeds" / "haian-2022h1-plan.txt"
REPORT = from_text("某市报告\n一、回顾\n" + "完成投资12亿元,增长5.5%。" * 30 + "\n二、打算\n" + "确保新建学校3所。" * 30, "r.txt")


def test_a_plan_asks_nothing_and_makes_nothing(tmp_path: Path) -> None:
    with ScriptedServer() as server:
        made = plan([SEED], Settings(model="m", base_url=server.base_url, cache_dir=tmp_path / "cache"))
    assert server.requests == []
    assert not (tmp_path / "cache").exists()
    assert made.reports[0].requests > 0


def test_the_plan_names_the_requests_and_characters_that_the_run_then_takes(tmp_path: Path) -> None:
    with ScriptedServer() as server:
        settings = Settings(model="m", base_url=server.base_url, closing=False, dialect="edit", cache_dir=tmp_path / "cache")
        before = plan([SEED], settings).total
        list(digest_all([SEED], settings))
        after = plan([SEED], settings).total
    assert before.requests == len(server.requests)
    assert before.prompt_characters == sum(request.prompt_chars for request in server.requests)
    assert (after.requests, after.prompt_tokens, after.answer_tokens) == (0, 0, 0)
    assert after.cached == after.chunks == before.chunks


def test_a_chunk_that_was_split_before_is_planned_as_its_halves(tmp_path: Path) -> None:
    script = Script(faults=lambda number, request: "cut_off" if request.question.count("[") > 40 else None)
    with ScriptedServer(script) as server:
        settings = Settings(model="m", base_url=server.base_url, closing=False, dialect="edit", cache_dir=tmp_path / "cache")
        list(digest_all([REPORT], settings))
        asked = len(server.requests)
        assert plan([REPORT], settings).total.requests == 0
        list(digest_all([REPORT], settings))
    assert len(server.requests) == asked > 1


def test_money_is_estimated_when_prices_are_given() -> None:
    without = plan([REPORT], Settings(model="m", base_url="http://localhost/v1"))
    priced = plan([REPORT], Settings(model="m", base_url="http://localhost/v1", prompt_price=2.0, answer_price=8.0))
    assert without.money is None
    assert priced.money == pytest.approx((priced.total.prompt_tokens * 2 + priced.total.answer_tokens * 8) / 1e6)


def test_with_the_rules_nothing_would_be_asked() -> None:
    made = plan([REPORT, SEED], Settings(engine="rules"))
    assert made.model is None
    assert (made.total.requests, len(made.reports)) == (0, 2)
    assert made.total.chunks == made.total.cached > 1


def test_a_source_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    made = plan([tmp_path / "missing.txt", REPORT], Settings(model="m", base_url="http://localhost/v1"))
    assert len(made.reports) == 1
    assert "missing.txt" in made.unreadable[0]


def test_a_plan_needs_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert plan([REPORT], Settings(model="m")).total.requests > 0


def test_a_model_file_that_is_missing_is_told_when_planning() -> None:
    with pytest.raises(SettingsError, match="--model"):
        plan([REPORT], Settings(model="missing.gguf"))
