"""Many reports from a plain script, with every way Python has of starting processes: it works without a main guard, and runs once."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reportsum
from reportsum import digesting
from reportsum.workers import worker_pool

SCRIPT = """
import multiprocessing, sys
from pathlib import Path
multiprocessing.set_start_method({method!r})
import reportsum
from reportsum import digesting
digesting.POOL_BYTES = 0
print("the script runs")
paths = sorted(Path({folder!r}).glob("*.txt"))
for digest in reportsum.digest_many(paths, reportsum.Settings(engine="rules")):
    print(digest.report.place, len(digest.achievements))
"""
REPORT = "泉河县2023年政府工作报告\n\n一、2022年工作回顾\n\n2022年，地区生产总值684.66亿元，增长5.6%。\n"


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_forty_reports_are_digested_by_a_script_without_a_main_guard(method: str, tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"report-{number}.txt").write_text(REPORT, encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(method=method, folder=str(tmp_path)), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(reportsum.__file__).parent.parent)}
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, env=environment, timeout=120)
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines.count("the script runs") == 1
    assert lines.count("泉河县 1") == 40


def _killed(_number: int) -> None:
    os.kill(os.getpid(), 9)


def _ended(code: int) -> None:
    os._exit(code)


@pytest.mark.parametrize(
    ("act", "argument", "said"),
    [(_killed, 0, "within this machine's memory"), (_ended, 3, "ended by itself (exit code 3)")],
    ids=["killed_by_the_system", "ended_by_itself"],
)
def test_a_lack_of_memory_is_told_from_a_process_that_broke(act: Callable[[int], Any], argument: int, said: str) -> None:
    with worker_pool(1) as pool:
        result = digesting._result(pool.submit(act, argument), "report.txt", pool)
    assert result.digest is None
    assert said in str(result.error)


def test_a_worker_started_beside_a_thread_does_not_wait_for_the_locks_that_thread_holds() -> None:
    code = "\n".join(
        (
            "import threading, webbrowser",
            "from reportsum.workers import worker_pool",
            "held = threading.Event()",
            "def hold():",
            "    with webbrowser._lock: held.set(); threading.Event().wait(60)",
            "threading.Thread(target=hold, daemon=True).start()",
            "held.wait()",
            "with worker_pool(1) as pool: print(pool.submit(webbrowser.register, 'a', None).result(timeout=40) is None)",
        )
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(reportsum.__file__).parent.parent)}
    ended = subprocess.run([sys.executable, "-c", code], env=environment, timeout=60, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout) == (0, "True\n"), ended.stderr
