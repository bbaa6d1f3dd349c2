"""How runs end: by signals, by SIGKILL, with nobody to read, with no room to write. Nothing is left behind but what was finished."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from reportsum.cli.exits import Exit
from reportsum.models import Digest
from tests.llm_server import Script, ScriptedServer

ROOT = Path(__file__).parent.parent
REPORT = "某市2022年工作报告\n一、工作回顾\n" + "全市地区生产总值{}亿元,增长2.1%。一般公共预算收入613亿元,下降5.6%。\n" * 10
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and /proc are those of Unix")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def reports(number: int, repeated: int = 1) -> None:
    Path("reports").mkdir()
    for one in range(number):
        Path(f"reports/{one}.txt").write_text(REPORT.format(*range(one, one + 10)) * repeated, encoding="utf-8")


def start(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    variables = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "reportsum", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=variables, **options)


def until(true: Callable[[], object], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.05)
    return False


def descendants(pid: int) -> set[int]:
    """Return the processes below `pid`."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            parents[int(stat.parent.name)] = int(fields[1])
    below = {pid}
    for _ in parents:
        found = {child for child, parent in parents.items() if parent in below} | below
        if found == below:
            break
        below = found
    return below - {pid}


def alive(pids: set[int]) -> set[int]:
    def lives(pid: int) -> bool:
        try:
            return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False

    return {pid for pid in pids if lives(pid)}


def finished() -> list[Path]:
    return [path for path in Path("digests").glob("*.json") if not path.name.endswith(".run.json") and path.name != "index.json"]


def _heed_ctrl_c() -> None:
    """Ctrl-C is ignored by what is started in the background, as the tests themselves may be."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def _pool_run() -> Iterator[subprocess.Popen[str]]:
    """Give a run in several processes that has finished some reports and is at others."""
    reports(60, repeated=60)
    running = start("digest", "reports", "--quiet", "--engine", "rules", preexec_fn=_heed_ctrl_c)
    try:
        assert until(lambda: len(finished()) >= 2), running.poll()
        assert running.poll() is None, "the run was over too soon to be ended"
        yield running
    finally:
        running.kill()
        running.communicate()


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_ends_a_run_in_several_processes_with_130_and_keeps_what_was_finished(name: str) -> None:
    with _pool_run() as running:
        workers = descendants(running.pid)
        assert workers
        running.send_signal(getattr(signal, name))
        _, talk = running.communicate(timeout=30)
        assert running.returncode == Exit.INTERRUPTED, talk
        assert "Traceback" not in talk
        assert until(lambda: not alive(workers), 10)
    for path in finished():
        Digest.load(path)


def test_an_end_while_a_worker_sends_its_answer_waits_for_nobody() -> None:
    code = "\n".join(
        (
            "import time",
            "from pathlib import Path",
            "from reportsum.workers import worker_pool",
            "def pages(): return int(Path('/proc/self/statm').read_text().split()[1])",
            "with worker_pool(1) as pool:",
            "    pool.submit(int).result()",
            "    before = pages()",
            "    pool.submit(bytes, 1_000_000_000)",
            "    while pages() < before + 20_000: time.sleep(0.001)  # some 80 MB have come",
            "    raise KeyboardInterrupt",
        )
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-c", code], env=environment, timeout=60, capture_output=True, text=True, preexec_fn=_heed_ctrl_c
    )
    assert ended.returncode == -signal.SIGINT, ended.stderr


def test_a_worker_killed_while_it_sends_its_answer_breaks_the_pool_and_no_one_waits() -> None:
    code = "\n".join(
        (
            "import os, time",
            "from concurrent.futures.process import BrokenProcessPool",
            "from pathlib import Path",
            "from reportsum.workers import worker_pool",
            "def pages(of): return int(Path(f'/proc/{of}/statm').read_text().split()[1])",
            "with worker_pool(2) as pool:",
            "    pool.submit(int).result()",
            "    before = pages('self')",
            "    answer, other = pool.submit(bytes, 1_000_000_000), pool.submit(time.sleep, 0.1)",
            "    while pages('self') < before + 20_000: time.sleep(0.001)  # some 80 MB have come",
            "    os.kill(max(pool._processes, key=pages), 9)",
            "    try: answer.result()",
            "    except BrokenProcessPool: print('broken')",
        )
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    ended = subprocess.run([sys.executable, "-c", code], env=environment, timeout=60, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout) == (0, "broken\n"), ended.stderr


def test_no_worker_outlives_a_killed_parent() -> None:
    with _pool_run() as running:
        workers = descendants(running.pid)
        assert workers
        running.kill()
        running.wait()
        assert until(lambda: not alive(workers), 10), "workers went on without a parent"


def test_no_reader_outlives_a_killed_parent(tmp_path: Path) -> None:
    code = "\n".join(
        (
            "import time",
            "from reportsum.reading import read_bytes",
            "read_bytes(b'<html><body><p>' + b'x' * 99, 'a.html')",
            "print(1, flush=True)",
            "time.sleep(60)",
        )
    )
    running = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert running.stdout is not None
    assert running.stdout.readline() == "1\n"
    readers = descendants(running.pid)
    assert readers
    running.kill()
    running.communicate()
    assert until(lambda: not alive(readers), 10)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("background", [False, True], ids=["foreground", "background"])
def test_a_signal_while_a_model_reads_ends_the_run_like_ctrl_c(name: str, background: bool) -> None:
    reports(3)

    def ignore_ctrl_c() -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN if background else signal.default_int_handler)

    with ScriptedServer(Script(latency=lambda number: 0.0 if number < 1 else 8.0)) as server:
        options = ("--model", "m", "--base-url", server.base_url, "--quiet", "--concurrency", "2")
        running = start("digest", "reports", *options, preexec_fn=ignore_ctrl_c)
        assert until(lambda: len(server.requests) >= 3)
        running.send_signal(getattr(signal, name))
        _, talk = running.communicate(timeout=30)
    assert running.returncode == Exit.INTERRUPTED, talk
    assert "Traceback" not in talk


def test_a_signal_that_is_ignored_stays_so() -> None:
    reports(1)

    def like_nohup() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    with ScriptedServer(Script(latency=lambda number: 1.0)) as server:
        running = start("digest", "reports", "--model", "m", "--base-url", server.base_url, "--quiet", preexec_fn=like_nohup)
        assert until(lambda: server.requests)
        running.send_signal(signal.SIGHUP)
        _, talk = running.communicate(timeout=60)
    assert running.returncode == Exit.OK, talk


@pytest.mark.parametrize("command", ["schema", "figures reports/0.txt --json", "figures reports/0.txt", "outline reports/0.txt"])
@pytest.mark.parametrize("stdout", [">/dev/full", ">&-", ">&- 2>&-"], ids=["full", "closed", "both_closed"])
def test_a_stdout_nobody_can_write_to_is_no_traceback(command: str, stdout: str) -> None:
    reports(1, repeated=30)
    line = f"{sys.executable} -m reportsum {command} {stdout}"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    if "full" in stdout:
        assert done.returncode == Exit.USAGE
        assert "stdout: cannot be written (No space left on device)" in done.stderr
