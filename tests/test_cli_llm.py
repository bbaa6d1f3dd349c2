"""The command line with a model behind it: a scripted server on a real local socket."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportsum.cli import main
from reportsum.cli.exits import Exit
from reportsum.models import Digest
from tests.llm_server import Received, Script, ScriptedServer, answer_for

ROOT = Path(__file__).parent.parent
NANTONG = ROOT / "seeds" / "nantong-2022h1-plan.txt"
HAIAN = ROOT / "seeds" / "haian-2022h1-plan.txt"
KEY = "sk-very-secret-0987654321"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test in an empty folder, with a key in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A server that answers every question."""
    with ScriptedServer() as running:
        yield running


def arguments(server: ScriptedServer, *more: str) -> list[str]:
    return ["digest", str(NANTONG), "--model", "m", "--base-url", server.base_url, "--no-second-look", *more]


def test_a_model_reads_and_the_run_says_what_it_took(server: ScriptedServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(server)) == Exit.OK
    output = capsys.readouterr()
    assert "engine: llm, since a model is configured (m)" in output.err
    assert "What it took" in output.out
    digest = Digest.load("digests/nantong-2022h1-plan.json")
    assert (digest.extraction.extractor, digest.extraction.model) == ("llm", "m")
    record = json.loads(Path("digests/nantong-2022h1-plan.run.json").read_text(encoding="utf-8"))
    assert record["requests"] == len(server.requests) > 0
    assert record["prompt_tokens"] > 0


def test_the_same_run_again_asks_nothing(server: ScriptedServer) -> None:
    main(arguments(server, "--quiet"))
    first, asked = Path("digests/nantong-2022h1-plan.json").read_bytes(), len(server.requests)
    assert main(arguments(server, "--quiet")) == Exit.OK
    assert len(server.requests) == asked
    assert Path("digests/nantong-2022h1-plan.json").read_bytes() == first


def test_the_cache_command_sees_what_the_run_kept(server: ScriptedServer, capsys: pytest.CaptureFixture[str]) -> None:
    main(arguments(server, "--quiet"))
    assert main(["cache", "info"]) == Exit.OK
    assert f"{len(server.requests)} answers" in capsys.readouterr().out
    assert main(["cache", "clear"]) == Exit.OK
    main(["cache", "info"])
    assert ": 0 answers" in capsys.readouterr().out


def test_a_dry_run_asks_nothing_and_tells_what_would_be_asked(server: ScriptedServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(server, "--dry-run")) == Exit.OK
    assert server.requests == []
    assert "prompt tokens" in capsys.readouterr().out
    assert not Path("digests").exists()
    assert not Path(".reportsum-cache").exists()


def test_a_wrong_key_ends_the_run_early_and_is_shown_nowhere(capsys: pytest.CaptureFixture[str]) -> None:
    with ScriptedServer(Script(key="another")) as server:
        assert main([*arguments(server), str(HAIAN)]) == Exit.USAGE
        assert len(server.requests) <= 8
    output = capsys.readouterr()
    assert "OPENAI_API_KEY" in output.err
    assert KEY not in output.err + output.out
    written = [path for path in Path().rglob("*") if path.is_file()]
    assert not [path for path in written if KEY.encode() in path.read_bytes()]


def test_chunks_the_model_cannot_read_end_the_run_with_3(capsys: pytest.CaptureFixture[str]) -> None:
    script = Script(answer=lambda request: "nonsense" if len(request.question) % 2 else '{"rows": [], "summary": ""}')
    with ScriptedServer(script) as server:
        assert main(arguments(server, "--fallback", "none")) == Exit.PARTIAL
    assert "could not be read" in capsys.readouterr().err
    statuses = {chunk.status for chunk in Digest.load("digests/nantong-2022h1-plan.json").chunks}
    assert "failed" in statuses


def test_the_rules_fill_in_for_the_model_and_the_run_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    with ScriptedServer(Script(answer=lambda request: "nonsense")) as server:
        assert main(arguments(server)) == Exit.PARTIAL
    assert "was read by the rules" in capsys.readouterr().err
    statuses = {chunk.status for chunk in Digest.load("digests/nantong-2022h1-plan.json").chunks}
    assert "fallback" in statuses
    assert "failed" not in statuses


def test_a_model_that_only_consents_is_said_to_lack_attention(capsys: pytest.CaptureFixture[str]) -> None:
    def consent(request: Received) -> str:
        told = json.loads(answer_for(request.question))
        return json.dumps({name: [] for name in told} | {"seen": told["seen"], "title": None, "kind": None})

    with ScriptedServer(Script(answer=consent)) as server:
        assert main(arguments(server, "--dialect", "edit")) == Exit.OK
    output = capsys.readouterr()
    assert "the model put 0 right" in output.out + output.err


def test_settings_come_from_a_file_and_the_environment_too(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("settings.toml").write_text('model = "from-file"\nsecond_look = false\n', encoding="utf-8")
    monkeypatch.setenv("REPORTSUM_BASE_URL", server.base_url)
    assert main(["digest", str(NANTONG), "--settings", "settings.toml", "--quiet"]) == Exit.OK
    assert {request.body["model"] for request in server.requests} == {"from-file"}


def test_a_model_without_a_name_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(NANTONG), "--engine", "llm"]) == Exit.USAGE
    assert "--model" in capsys.readouterr().err


def test_prices_give_money(server: ScriptedServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(server, "--prompt-price", "1", "--answer-price", "4")) == Exit.OK
    record = json.loads(Path("digests/nantong-2022h1-plan.run.json").read_text(encoding="utf-8"))
    assert record["money"] > 0


@contextlib.contextmanager
def _heeding_ctrl_c() -> Iterator[None]:
    """Let programs that are started now heed Ctrl-C, also where the tests run in the background of a shell and inherited to ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def test_ctrl_c_while_a_model_reads_ends_with_130_and_the_next_run_goes_on_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedServer(Script(latency=lambda number: 0.0 if number < 3 else 5.0)) as server:
        command = [sys.executable, "-m", "reportsum", *arguments(server, "--concurrency", "2")]
        small_chunks = {"REPORTSUM_MAX_CHUNK_CHARS": "1500"}
        environment = os.environ | {"PYTHONPATH": str(ROOT)} | small_chunks
        with _heeding_ctrl_c():
            running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True)
        deadline = time.monotonic() + 60
        while len(server.requests) < 5 and running.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        _, talk = running.communicate(timeout=30)
        assert running.returncode == Exit.INTERRUPTED, talk
        assert "Traceback" not in talk
    monkeypatch.setenv(*next(iter(small_chunks.items())))
    with ScriptedServer() as server:
        assert main(arguments(server, "--quiet")) == Exit.OK
        record = json.loads(Path("digests/nantong-2022h1-plan.run.json").read_text(encoding="utf-8"))
        assert record["cached"] == 3
