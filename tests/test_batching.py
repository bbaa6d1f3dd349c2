"""A model asked through its batch endpoint: the same digests as an ordinary run, whatever fails on the way, and nothing asked twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reportsum
from reportsum import Settings, batching
from reportsum.cli import main
from reportsum.cli.exits import Exit
from reportsum.errors import InputError, RequestRefusedError, SettingsError
from reportsum.extraction.llm.batches import Part, parts_of, read_lines
from tests.batch_server import BatchServer
from tests.llm_server import ScriptedServer

SEEDS = Path(__file__).parent.parent / "seeds"
REPORTS = [SEEDS / "nantong-2022h1-plan.txt"]


def settings(base_url: str, folder: Path, **more: Any) -> Settings:
    return Settings(model="m", base_url=base_url, cache_dir=folder / "cache", engine="llm", dialect="edit", **more)


def collected(server: BatchServer, chosen: Settings, state: Path) -> list[batching.Progress]:
    """Submit, and collect until nothing is awaited."""
    steps = [batching.submit(REPORTS, chosen, state)]
    for _ in range(20):
        if steps[-1].done:
            return steps
        steps.append(batching.collect(chosen, state))
    raise AssertionError("the batches never end")


def ordinary(folder: Path) -> list[str]:
    """Return the digests of an ordinary run with the same model."""
    with ScriptedServer() as server:
        chosen = settings(server.base_url, folder)
        return sorted(digest.to_json() for digest in reportsum.digest_many(REPORTS, chosen))


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return ordinary(tmp_path_factory.mktemp("ordinary"))


def every_third(fault: str) -> Callable[[int], str | None]:
    return lambda number: fault if number % 3 == 0 and number < 12 else None


@pytest.mark.parametrize("fault", [None, "500", "missing", "garbage", "cut_off", "empty"])
def test_a_batch_brings_the_digests_of_an_ordinary_run(fault: str | None, expected: list[str], tmp_path: Path) -> None:
    with BatchServer(every_third(fault) if fault else lambda number: None) as server:
        chosen = settings(server.base_url, tmp_path)
        steps = collected(server, chosen, tmp_path / "state.json")
        assert steps[-1].left == 0
        digests = sorted(digest.to_json() for digest in reportsum.digest_many(REPORTS, chosen))
        assert server.asked == 0, "digest finds every answer in the cache"
    if fault != "cut_off":  # asked in halves, a chunk may be read a little otherwise
        assert digests == expected
    first = steps[0].submitted
    if fault is None:
        assert server.lines == first + len(REPORTS), "the chunks, and one closing question a report"
    else:
        assert server.lines > first + len(REPORTS)


def test_the_halves_of_an_answer_that_was_cut_off_are_paid_for_once(tmp_path: Path) -> None:
    with BatchServer(lambda number: "cut_off" if number == 0 else None) as server:
        steps = collected(server, settings(server.base_url, tmp_path), tmp_path / "state.json")
        assert [step.submitted for step in steps] == [steps[0].submitted, 2, len(REPORTS), 0]
        assert steps[-1].left == 0


def test_the_closing_questions_come_in_a_second_batch(tmp_path: Path) -> None:
    with BatchServer() as server:
        collected(server, settings(server.base_url, tmp_path), tmp_path / "state.json")
        state = batching.State.load(tmp_path / "state.json")
    assert [(batch.closing, batch.collected) for batch in state.batches] == [(False, True), (True, True)]
    assert state.batches[1].requests == len(REPORTS)


def test_what_stays_broken_is_left_to_the_ordinary_road(tmp_path: Path) -> None:
    with BatchServer(lambda number: "500") as server:
        chosen = settings(server.base_url, tmp_path)
        steps = collected(server, chosen, tmp_path / "state.json")
        assert steps[-1].left == steps[0].submitted
        assert server.lines == batching.MOST_TRIES * steps[0].submitted
        assert len(list(reportsum.digest_many(REPORTS, chosen))) == len(REPORTS)
        assert server.asked >= steps[0].submitted


def test_passing_failures_of_the_endpoints_are_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with BatchServer(failing=3) as server:
        assert batching.submit(REPORTS, settings(server.base_url, tmp_path), tmp_path / "state.json").submitted > 0


def test_a_server_without_batches_is_named(tmp_path: Path) -> None:
    with ScriptedServer() as server, pytest.raises((RequestRefusedError, reportsum.ServerUnavailableError)):
        batching.submit(REPORTS, settings(server.base_url, tmp_path, timeout_s=2.0), tmp_path / "state.json")


def test_a_state_that_is_awaited_is_not_written_over(tmp_path: Path) -> None:
    with BatchServer() as server:
        chosen = settings(server.base_url, tmp_path)
        batching.submit(REPORTS, chosen, tmp_path / "state.json")
        with pytest.raises(InputError, match="still awaits a batch"):
            batching.submit(REPORTS, chosen, tmp_path / "state.json")
        with pytest.raises(SettingsError, match="handed in for the model m, not other"):
            batching.collect(chosen.model_copy(update={"model": "other"}), tmp_path / "state.json")
    (tmp_path / "broken.json").write_text("[]", encoding="utf-8")
    with pytest.raises(InputError, match="is no state of a batch"):
        batching.collect(chosen, tmp_path / "broken.json")
    with pytest.raises(InputError, match="does not exist"):
        batching.collect(chosen, tmp_path / "none.json")


def test_requests_are_cut_into_files_that_servers_take() -> None:
    waiting = {f"r{number}": {"model": "m", "messages": [{"role": "user", "content": "问" * 100}]} for number in range(10)}
    assert [part.requests for part in parts_of(waiting, most_requests=4)] == [4, 4, 2]
    by_size = list(parts_of(waiting, most_bytes=1000))
    assert sum(part.requests for part in by_size) == 10
    assert all(len(part.data) <= 1000 for part in by_size)
    first = json.loads(next(parts_of(waiting)).data.splitlines()[0])
    assert (first["custom_id"], first["method"], first["url"]) == ("r0", "POST", "/v1/chat/completions")
    assert list(parts_of({})) == []
    assert isinstance(by_size[0], Part)


@pytest.mark.parametrize(
    "line",
    ["", "{", "[]", "null", '"x"', '{"custom_id": 1}', '{"custom_id": "a", "response": 3}', '{"custom_id": "a", "response": {"body": 1}}'],
)
def test_odd_lines_bring_no_answer_and_no_crash(line: str) -> None:
    assert all(brought.completion is None for brought in read_lines([line]))


def test_the_command_line_goes_through_all_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with BatchServer() as server:
        model = ["--model", "m", "--base-url", server.base_url]
        assert main(["batch", "submit", str(REPORTS[0]), *model]) == Exit.PARTIAL
        assert "requests handed in" in capsys.readouterr().err
        assert main(["batch", "status", *model]) == Exit.OK
        assert "batch-0: " in capsys.readouterr().out
        codes = [main(["batch", "collect", *model]) for _ in range(6)]
        assert codes[-1] == Exit.OK
        assert "`reportsum digest` finds the answers in the cache" in capsys.readouterr().err
        assert main(["digest", str(REPORTS[0]), *model, "--quiet"]) == Exit.OK
        assert server.asked == 0
