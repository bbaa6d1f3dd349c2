"""Budget and pace: a run ends cleanly before it takes more than it may, and goes on from there; no minute holds more than is allowed."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest

from reportsum.digesting import Progress, adigest_many, digest_each
from reportsum.errors import BudgetSpentError, SettingsError
from reportsum.extraction.llm.building import build_extractor
from reportsum.extraction.llm.pacing import Pace
from reportsum.pricing import price_of
from reportsum.reading import from_text
from reportsum.running import digest_all
from reportsum.settings import Settings
from tests.llm_server import ScriptedServer
from tests.test_llm_running import report


def asking(server: ScriptedServer, **more: Any) -> Settings:
    base: dict[str, Any] = {"model": "m", "base_url": server.base_url, "max_chunk_chars": 300, "closing": False, "concurrency": 1}
    return Settings.model_validate(base | {"second_look": False, "dialect": "edit"} | more)


PRICED = {"max_cost": 0.004, "prompt_price": 1.0, "answer_price": 1.0}


@pytest.mark.parametrize("bound", [{"max_requests": 2}, PRICED], ids=["requests", "money"])
def test_a_run_ends_before_it_takes_more_than_it_may_and_goes_on_from_there(bound: dict[str, Any], tmp_path: Path) -> None:
    with ScriptedServer() as server:
        with pytest.raises(BudgetSpentError, match="goes on from here"):
            list(digest_all([report()], asking(server, cache_dir=tmp_path / "cache", **bound)))
        asked = len(server.requests)
        (result,) = digest_all([report()], asking(server, cache_dir=tmp_path / "cache"))
    assert 0 < asked < 6
    assert result.record is not None
    assert (result.record.cached, result.record.requests) == (asked, 6 - asked)


def test_money_without_a_price_is_a_matter_of_settings() -> None:
    with pytest.raises(SettingsError, match="--prompt-price"):
        build_extractor(Settings(model="no-such-model", base_url="http://127.0.0.1:9/v1", max_cost=1.0))


def test_published_prices_hold_at_their_own_server_and_settings_override_them() -> None:
    published = price_of(Settings(model="gpt-4o-mini-2024-07-18"))
    assert published is not None
    assert published.of(1_000_000, 500_000, 1_000_000) == pytest.approx(0.075 + 0.0375 + 0.60)
    assert price_of(Settings(model="gpt-4o-mini", base_url="http://localhost:1/v1")) is None
    own = price_of(Settings(model="gpt-4o-mini", prompt_price=7, answer_price=9))
    assert own is not None
    assert (own.prompt, own.cached, own.answer) == (7, 7, 9)


@pytest.mark.parametrize(("requests", "tokens"), [(3, None), (None, 3000)], ids=["requests", "tokens"])
def test_no_minute_holds_more_than_is_allowed(requests: int | None, tokens: int | None) -> None:
    now = [0.0]
    left: list[float] = []

    async def sleep(seconds: float) -> None:
        now[0] += seconds

    async def main() -> None:
        pace = Pace(requests, tokens, sleep, lambda: now[0])
        for _ in range(9):
            await pace.wait(1000)
            left.append(now[0])
            now[0] += 1

    asyncio.run(main())
    assert all(sum(one <= later < one + 60 for later in left) <= 3 for one in left)
    assert left[-1] < 200


def test_hooks_that_raise_end_no_run(caplog: pytest.LogCaptureFixture) -> None:
    def broken(event: object) -> None:
        raise ZeroDivisionError

    with ScriptedServer() as server:
        hooks: dict[str, Any] = dict.fromkeys(("on_live", "on_request", "on_response", "on_progress"), broken)
        (result,) = digest_each([report(parts=1)], asking(server), **hooks)
    assert result.digest is not None
    assert {chunk.status for chunk in result.digest.chunks} == {"ok"}
    assert "a hook of the caller failed" in caplog.text


def test_runs_are_logged_without_text_or_key(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="reportsum")
    with ScriptedServer() as server:
        list(digest_all([report(parts=1)], asking(server, api_key="sk-own-key-123456")))
    told = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("reportsum"))
    assert "run begins: llm m" in told
    assert "run ends: 1 reports" in told
    assert "投资" not in told
    assert "sk-own-key" not in told


def test_the_async_twin_tells_how_far_it_has_come() -> None:
    seen: list[Progress] = []

    async def main() -> None:
        texts = [from_text(f"报告\n新建学校{n}所。", f"r{n}.txt") for n in (3, 4)]
        async for _ in adigest_many(texts, Settings(engine="rules"), on_progress=seen.append):
            pass

    asyncio.run(main())
    assert [(one.done, one.total) for one in seen] == [(1, 2), (2, 2)]
