"""Whole reports are worked on beside the event loop: it goes on meanwhile, and a process that dies costs time alone."""

from __future__ import annotations

import asyncio
import os
import pickle
import threading
import time
from dataclasses import fields, is_dataclass

import pytest

from reportsum.cores import IN_THREADS, Cores, Packed
from reportsum.extraction.drafts import ChunkDraft
from reportsum.extraction.rules import draft_chunk
from reportsum.packing import Plain
from reportsum.pipeline import Prepared, prepare
from reportsum.reading import from_text
from reportsum.settings import Settings


def _squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def _sleep(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def _die_in_a_process(parent: int) -> str:
    if os.getpid() != parent:
        os._exit(1)
    return "done here"


def _raise(number: int) -> int:
    raise ValueError(f"number {number}")


async def _many(count: int) -> list[tuple[int, int]]:
    with Cores(workers=2) as cores:
        return [await cores.run(_squared, number, new=True) for number in range(count)]


def test_few_reports_stay_in_this_process_and_many_use_others() -> None:
    told = asyncio.run(_many(IN_THREADS + 3))
    assert [square for square, _ in told] == [number * number for number in range(IN_THREADS + 3)]
    own = os.getpid()
    assert [process == own for _, process in told] == [True] * IN_THREADS + [False] * 3


@pytest.mark.parametrize("other_threads", [0, 1], ids=["alone", "beside_a_thread"])
def test_where_many_reports_are_expected_one_is_read_here_and_processes_are_there_for_the_next(other_threads: int) -> None:
    async def work() -> list[int]:
        with Cores(workers=2) as cores:
            cores.expect(IN_THREADS + 1)
            return [(await cores.run(_squared, number, new=True))[1] for number in range(4)]

    over = threading.Event()
    beside = [threading.Thread(target=over.wait) for _ in range(other_threads)]
    for thread in beside:
        thread.start()
    try:
        processes = asyncio.run(work())
    finally:
        over.set()
    assert [process == os.getpid() for process in processes] == [True, False, False, False]


def test_few_expected_reports_start_no_process() -> None:
    async def work() -> list[int]:
        with Cores(workers=2) as cores:
            cores.expect(IN_THREADS)
            return [(await cores.run(_squared, number, new=True))[1] for number in range(IN_THREADS)]

    assert asyncio.run(work()) == [os.getpid()] * IN_THREADS


def test_what_is_packed_opens_as_it_was_each_time_anew() -> None:
    value = {"第一产业": [1, 2]}
    packed = Packed.of(value)
    assert packed.open() == packed.open() == value
    assert packed.open() is not packed.open()


def test_the_loop_goes_on_meanwhile() -> None:
    async def beat() -> int:
        beats = 0
        with Cores(workers=2) as cores:
            cores._begun = IN_THREADS + 1
            working = asyncio.create_task(cores.run(_sleep, 0.3))
            while not working.done():
                await asyncio.sleep(0.01)
                beats += 1
        return beats

    assert asyncio.run(beat()) > 5


def test_a_process_that_dies_costs_time_alone() -> None:
    async def work() -> list[str]:
        with Cores(workers=2) as cores:
            cores._begun = IN_THREADS + 1
            return [await cores.run(_die_in_a_process, os.getpid()) for _ in range(2)]

    assert asyncio.run(work()) == ["done here", "done here"]


def test_what_goes_wrong_comes_back_as_it_was() -> None:
    async def work() -> int:
        with Cores(workers=2) as cores:
            cores._begun = IN_THREADS + 1
            return await cores.run(_raise, 7)

    with pytest.raises(ValueError, match="number 7"):
        asyncio.run(work())


def test_a_report_comes_back_from_another_process_as_it_was() -> None:
    source = from_text(
        "第一部分 工作回顾\n\n2023年，全县新建学校3所，完成投资12.5亿元，增长6%。\n\n2024年，力争新建公园2座（县住建局牵头）。",
        "县报告.txt",
    )
    whole = prepare(source, Settings(engine="rules"), noted=True)
    draft = draft_chunk(whole.chunks[0])
    assert draft.achievements
    assert draft.targets
    returned: tuple[Prepared, ChunkDraft] = pickle.loads(pickle.dumps((whole, draft)))
    assert returned == (whole, draft)


def test_every_field_of_a_plain_value_is_packed() -> None:
    plain = [kind for kind in Plain.__subclasses__() if kind.__module__.startswith("reportsum.")]
    plain += [kind for parent in plain for kind in parent.__subclasses__()]
    assert {"Clause", "FoundFigure", "Section", "TargetDraft"} <= {kind.__name__ for kind in plain}
    for kind in plain:
        assert is_dataclass(kind)
        assert tuple(field.name for field in fields(kind)) == kind.__match_args__
