"""Waits, deadlines, the gate and the circuit: with a clock of our own, nothing sleeps."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import pytest

from reportsum.errors import AuthenticationError, ServerUnavailableError
from reportsum.extraction.llm import retrying
from reportsum.extraction.llm.replies import TransientError, UnusableError
from reportsum.extraction.llm.retrying import ANSWER_ATTEMPTS, OPENING, Circuit, Gate, Retry, until_usable


class Time:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.naps: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds

    def retry(self, deadline_s: float = 600.0) -> Retry:
        return Retry(deadline_s, sleep=self.sleep, clock=lambda: self.now, uniform=lambda low, high: high)


def server(failures: Iterable[TransientError]) -> Callable[[], Awaitable[str]]:
    left = list(failures)

    async def attempt() -> str:
        if left:
            raise left.pop(0)
        return "served"

    return attempt


def serve(time: Time, failures: Iterable[TransientError], deadline_s: float = 600.0) -> str:
    return asyncio.run(time.retry().until_served(server(failures), lambda: deadline_s, lambda: None))


def test_waits_grow_from_half_a_second_and_are_bounded() -> None:
    time = Time()
    assert serve(time, [TransientError("500")] * 9) == "served"
    assert time.naps == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]


def test_waits_are_jittered() -> None:
    drawn: list[tuple[float, float]] = []
    time = Time()

    def uniform(low: float, high: float) -> float:
        drawn.append((low, high))
        return low

    retry = Retry(600, sleep=time.sleep, clock=lambda: time.now, uniform=uniform)
    asyncio.run(retry.until_served(server([TransientError("500")] * 3), lambda: 600.0, lambda: None))
    assert drawn == [(0.25, 0.5), (0.5, 1.0), (1.0, 2.0)]


def test_the_server_says_how_long_to_wait() -> None:
    time = Time()
    serve(time, [TransientError("429", throttled=True, retry_after_s=20.0)])
    assert time.naps == [20.5]


def test_at_the_deadline_the_last_failure_is_told_with_what_to_do() -> None:
    time = Time()
    with pytest.raises(ServerUnavailableError, match=r"for 60 s; last: 503 busy.*--concurrency"):
        serve(time, [TransientError("503 busy")] * 99, deadline_s=60)
    assert time.now <= 60


def test_a_wait_that_would_pass_the_deadline_is_not_begun() -> None:
    time = Time()
    with pytest.raises(ServerUnavailableError):
        serve(time, [TransientError("429", retry_after_s=3600.0)], deadline_s=60)
    assert time.naps == []


def test_other_errors_are_not_retried() -> None:
    async def attempt() -> str:
        raise AuthenticationError("no")

    time = Time()
    with pytest.raises(AuthenticationError):
        asyncio.run(time.retry().until_served(attempt, lambda: 60.0, lambda: None))
    assert time.naps == []


def test_an_unusable_answer_is_asked_for_again_with_the_last_error_four_times_in_all() -> None:
    seen: list[tuple[int, str | None]] = []

    async def attempt(number: int, last: UnusableError | None) -> str:
        seen.append((number, last.reason if last else None))
        raise UnusableError(f"wrong {number}")

    with pytest.raises(UnusableError, match="wrong 4"):
        asyncio.run(until_usable(attempt, lambda: None))
    assert seen == [(1, None), (2, "wrong 1"), (3, "wrong 2"), (4, "wrong 3")]
    assert len(seen) == ANSWER_ATTEMPTS


async def _fill(gate: Gate, count: int, hold: asyncio.Event) -> list[asyncio.Task[None]]:
    async def one() -> None:
        async with gate.place():
            await hold.wait()

    tasks = [asyncio.create_task(one()) for _ in range(count)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return tasks


def test_few_requests_leave_before_the_first_answer_then_all() -> None:
    async def main() -> tuple[int, int]:
        gate, hold = Gate(16), asyncio.Event()
        tasks = await _fill(gate, 40, hold)
        before = gate.in_flight
        gate.succeeded()
        await asyncio.sleep(0)
        after = gate.in_flight
        hold.set()
        await asyncio.gather(*tasks)
        assert gate.in_flight == 0
        return before, after

    assert asyncio.run(main()) == (OPENING, 16)


def test_all_leave_once_the_server_has_had_the_time_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "OPENING_S", 0.02)

    async def main() -> list[int]:
        gate, hold = Gate(16), asyncio.Event()
        tasks = await _fill(gate, 40, hold)
        in_flight = [gate.in_flight]
        while gate.in_flight < 16:
            await asyncio.sleep(0.01)
        in_flight.append(gate.in_flight)
        hold.set()
        await asyncio.gather(*tasks)
        return in_flight

    assert asyncio.run(asyncio.wait_for(main(), 5)) == [OPENING, 16]


def test_first_questions_go_before_those_that_follow_on_an_answer_and_each_in_their_order() -> None:
    async def main() -> list[str]:
        gate, went = Gate(1), list[str]()

        async def ask(name: str, *, follows: bool) -> None:
            async with gate.place(follows=follows):
                went.append(name)
                await asyncio.sleep(0)

        async with gate.place():
            asked = [("again 1", True), ("new 1", False), ("again 2", True), ("new 2", False)]
            tasks = [asyncio.create_task(ask(name, follows=follows)) for name, follows in asked]
            await asyncio.sleep(0)
        await asyncio.gather(*tasks)
        assert gate.in_flight == 0
        return went

    assert asyncio.run(main()) == ["new 1", "new 2", "again 1", "again 2"]


def test_a_server_that_throttles_before_it_answers_is_not_flooded() -> None:
    async def main() -> int:
        gate = Gate(16)
        async with gate.place() as ticket:
            gate.throttled(ticket)
        gate.succeeded()
        return gate.limit

    assert asyncio.run(main()) == OPENING // 2


def test_a_429_halves_the_limit_once_for_all_requests_that_were_under_way() -> None:
    async def main() -> list[int]:
        gate = Gate(16)
        gate.succeeded()
        limits = []
        async with gate.place() as first, gate.place() as second:
            gate.throttled(first)
            gate.throttled(second)
            limits.append(gate.limit)
        async with gate.place() as later:
            gate.throttled(later)
            limits.append(gate.limit)
        for _ in range(24):
            gate.succeeded()
        limits.append(gate.limit)
        return limits

    assert asyncio.run(main()) == [8, 4, 16]


def test_the_limit_never_falls_below_one() -> None:
    async def main() -> int:
        gate = Gate(2)
        for _ in range(5):
            async with gate.place() as ticket:
                gate.throttled(ticket)
        return gate.limit

    assert asyncio.run(main()) == 1


def test_a_waiting_request_that_is_cancelled_takes_no_place() -> None:
    async def main() -> int:
        gate, hold = Gate(1), asyncio.Event()
        first, second, third = await _fill(gate, 3, hold)
        second.cancel()
        await asyncio.sleep(0)
        hold.set()
        await asyncio.gather(first, third)
        with pytest.raises(asyncio.CancelledError):
            await second
        return gate.in_flight

    assert asyncio.run(main()) == 0


def test_a_place_given_to_a_request_cancelled_at_that_moment_is_given_on() -> None:
    async def main() -> int:
        gate, hold = Gate(1), asyncio.Event()
        first, second, third = await _fill(gate, 3, hold)
        hold.set()
        await asyncio.sleep(0)  # the first is woken, leaves, and hands its place to the second
        second.cancel()
        await asyncio.gather(first, second, third, return_exceptions=True)
        return gate.in_flight

    assert asyncio.run(main()) == 0


def test_the_circuit_raises_the_first_error_again() -> None:
    circuit = Circuit()
    circuit.check()
    circuit.open(AuthenticationError("first"))
    circuit.open(AuthenticationError("second"))
    with pytest.raises(AuthenticationError, match="first"):
        circuit.check()
