"""Answers shared through a real server: two runs, one asks; a server that dies; nothing foreign is believed, nothing secret is shown."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportsum import Settings
from reportsum.caching import open_answers
from reportsum.cli import main
from reportsum.errors import SettingsError
from reportsum.shared_cache import NAMESPACE, TRY_AGAIN_S, SharedAnswerCache, is_shared


class Server:
    """A Valkey or Redis server of its own, on a free port of this machine, with a password."""

    PASSWORD = "s3cret-of-the-cache"

    def __init__(self, folder: Path) -> None:
        program = shutil.which("valkey-server") or shutil.which("redis-server")
        assert program, "these tests need a server: apt-get install redis-server (or valkey-server)"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._command = [program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder),
                         "--requirepass", self.PASSWORD]  # fmt: skip
        self.start()

    @property
    def url(self) -> str:
        return f"redis://:{self.PASSWORD}@127.0.0.1:{self.port}/0"

    def start(self) -> None:
        self.process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=0.2).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("the server did not start")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path)
    yield running
    running.stop()


def test_what_one_process_keeps_another_finds(server: Server) -> None:
    with SharedAnswerCache(server.url) as one, SharedAnswerCache(server.url.replace("redis://", "valkey://")) as other:
        assert other.get("question") is None
        one.put("question", '{"answer": "增长6%"}')
        assert other.get("question") == '{"answer": "增长6%"}'
        assert other.count() == 1
        assert one.problems == other.problems == []


def test_a_value_that_was_altered_is_a_miss_and_said_so(server: Server) -> None:
    with SharedAnswerCache(server.url) as cache:
        cache.put("question", "right")
        cache._server.set(NAMESPACE + "question", b"0000000000000000\nwrong")
        assert cache.get("question") is None
        assert cache.problems == [f"an entry of redis://127.0.0.1:{server.port}/0 is damaged and counts as missing"]


def test_clearing_leaves_what_is_not_ours(server: Server) -> None:
    with SharedAnswerCache(server.url) as cache:
        cache._server.set("somebody:else", b"stays")
        for number in range(1200):
            cache.put(f"question {number}", "answer")
        assert cache.clear() == 1200
        assert cache._server.get("somebody:else") == b"stays"


def test_a_server_that_dies_is_said_once_and_asked_again_later(server: Server) -> None:
    now = 0.0
    with SharedAnswerCache(server.url, clock=lambda: now) as cache:
        cache.put("question", "answer")
        server.stop()
        assert cache.get("question") is None
        assert cache.get("question") is None
        cache.put("other", "answer")
        assert len(cache.problems) == 1
        assert "the run goes on without it" in cache.problems[0]
        server.start()
        now = TRY_AGAIN_S + 1
        cache.put("question", "answer")
        assert cache.get("question") == "answer"
        assert len(cache.problems) == 2
        assert server.PASSWORD not in " ".join(cache.problems)


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises(SettingsError) as caught:
        SharedAnswerCache("redis://:hidden@127.0.0.1:1/0")
    assert str(caught.value).startswith("The cache redis://127.0.0.1:1/0 cannot be reached (ConnectionError).")
    assert "hidden" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_settings_and_command_line_know_a_server_from_a_folder(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert all(map(is_shared, ("redis://a/0", "valkeys://a", "unix:///run/valkey.sock")))
    assert not any(map(is_shared, ("folder", "C:/cache", "./redis")))
    store = open_answers(Settings(cache_url=server.url))  # type: ignore[arg-type]  # text becomes a secret
    assert isinstance(store, SharedAnswerCache)
    store.put("question", "answer")
    store.close()
    assert main(["cache", "info", "--cache", server.url]) == 0
    assert main(["cache", "clear", "--cache", server.url]) == 0
    assert capsys.readouterr().out == (
        f"redis://127.0.0.1:{server.port}/0: 1 answers\nredis://127.0.0.1:{server.port}/0: 1 answers removed\n"
    )
