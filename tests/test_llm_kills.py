"""A run that is killed loses the requests in flight and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from reportsum.cache import open_cache
from reportsum.reading import from_text
from reportsum.running import digest_all
from reportsum.settings import Settings
from tests.llm_server import Script, ScriptedServer

CONCURRENCY = 4
CHUNKS = 24
LATENCY_S = 0.02
MOMENTS = 20


def _text() -> str:
    lines = ["某市2022年上半年工作报告"]
    for part in range(CHUNKS):
        lines += [f"{part + 1}.第{part}项工作", f"全市完成投资{part + 10}亿元,增长{part + 1}.5%。新建学校{part + 3}所。" * 5]
    return "\n".join(lines)


def _run(base_url: str, cache: str, out: str) -> None:
    settings = Settings(
        model="m", base_url=base_url, max_chunk_chars=200, second_look=False, concurrency=CONCURRENCY, cache_dir=Path(cache)
    )
    (result,) = digest_all([from_text(_text(), "r.txt")], settings)
    assert result.digest
    result.digest.save(out)


@pytest.fixture(scope="module")
def context() -> ForkServerContext:
    """Processes that start with everything imported: what is killed is the run, not the start of Python."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.preload"])
    return context


def _finish(context: ForkServerContext, server: ScriptedServer, cache: Path, out: Path) -> bytes:
    process = context.Process(target=_run, args=(server.base_url, str(cache), str(out)))
    process.start()
    process.join()
    assert process.exitcode == 0
    return out.read_bytes()


def test_a_run_killed_at_any_moment_is_taken_up_where_it_was(tmp_path: Path, context: ForkServerContext) -> None:
    """Twenty random moments, told by how many requests the server has seen, so that a slow machine tries the same ones."""
    moments = random.Random(5)
    with ScriptedServer(Script(latency=lambda number: LATENCY_S)) as server:
        undisturbed = _finish(context, server, tmp_path / "calm", tmp_path / "calm.json")
        calm = len(server.requests)
        for number in range(MOMENTS):
            server.requests.clear()
            cache = tmp_path / f"cache{number}"
            process = context.Process(target=_run, args=(server.base_url, str(cache), str(tmp_path / "never.json")))
            process.start()
            wanted, delay = moments.randint(0, calm - CONCURRENCY), moments.random() * LATENCY_S
            while len(server.requests) < wanted:
                time.sleep(0.001)
            time.sleep(delay)
            assert process.pid
            os.kill(process.pid, signal.SIGKILL)
            process.join()
            before = len(server.requests)
            kept = _kept(cache)
            assert before - kept <= CONCURRENCY
            assert _finish(context, server, cache, tmp_path / "next.json") == undisturbed
            assert len(server.requests) <= calm + CONCURRENCY


def _kept(cache: Path) -> int:
    if not cache.exists():
        return 0
    with open_cache(cache) as opened:
        assert opened.problems == []
        return opened.count()


def test_two_runs_at_once_share_one_cache(tmp_path: Path, context: ForkServerContext) -> None:
    with ScriptedServer(Script(latency=lambda number: LATENCY_S)) as server:
        outs = [tmp_path / name for name in ("a.json", "b.json")]
        processes = [context.Process(target=_run, args=(server.base_url, str(tmp_path / "cache"), str(out))) for out in outs]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        assert [process.exitcode for process in processes] == [0, 0]
        asked = len(server.requests)
        third = _finish(context, server, tmp_path / "cache", tmp_path / "c.json")
        assert len(server.requests) == asked
    assert outs[0].read_bytes() == outs[1].read_bytes() == third
