"""When to ask again, how long to wait, and how many may ask at once. Owned by tenacity; no other layer retries.

    Gate      bounds the requests in flight: few at first (a wrong key is learnt from few requests), all once the server has
              answered or has had the time to refuse, half after a 429, back to all by and by
    Circuit   remembers the refusal that no further request can mend, so that the rest of the run does not make them
    Retry     the waits: jittered exponential, Retry-After honoured, until a deadline

Sleep, clock and randomness are parameters: the tests neither sleep nor guess.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt

from ...errors import ModelError, ServerUnavailableError
from .replies import TransientError, UnusableError

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]
Clock = Callable[[], float]

ANSWER_ATTEMPTS = 4
"""How often a chunk is asked when the answers are of the wrong form: once, once with what was wrong, twice afresh."""
FIRST_WAIT_S = 0.5
LONGEST_WAIT_S = 30.0
FIRST_DEADLINE_S = 60.0
"""How long a server is given that has never answered: longer waits only hide a wrong address."""
OPENING = 8
"""Requests in flight at the beginning of a run. More would be lost on a wrong key, fewer would delay a long run."""
OPENING_S = 0.25
"""So long the first requests stay among themselves, unless an answer comes before: servers refuse a key at once, but answer only after
seconds. Waiting for the answer left half of 16 places empty for more than a second (benchmarks/concurrency.py)."""
RECOVERY = 0.5
"""Places in flight regained by each answer after a 429."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A place in flight; it knows how often the gate had been narrowed when it was given."""

    narrowed: int


class Gate:
    """Bounds the requests in flight. A place goes to the first question of a chunk before any that follows on an answer.

    So at the end of a run there are still questions that need not wait for one another, and no place stands empty: forty reports of chunks
    that are asked twice took 1.09 times the least possible time first come, first served, and 1.00 times so (worked out without any
    overhead).
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.in_flight = 0
        self._limit = float(min(most, OPENING))
        self._opening: asyncio.TimerHandle | None = None
        """Set with the first request; opens the gate."""
        self._opened = False
        self.answers = 0
        """How many answers have come."""
        self._narrowed = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._following: deque[asyncio.Future[None]] = deque()
        """Questions that follow on an answer, waiting."""

    @property
    def proven(self) -> bool:
        """Whether an answer has come."""
        return self.answers > 0

    @property
    def limit(self) -> int:
        """How many may be in flight now."""
        return int(self._limit)

    @asynccontextmanager
    async def place(self, *, follows: bool = False) -> AsyncIterator[Ticket]:
        """Wait for a place; it is given back at the end. `follows`: for a question that follows on an answer."""
        await self._enter(self._following if follows else self._waiting)
        if self._opening is None:
            self._opening = asyncio.get_running_loop().call_later(OPENING_S, self._open)
        try:
            yield Ticket(self._narrowed)
        finally:
            self.in_flight -= 1
            self._wake()

    def succeeded(self) -> None:
        """An answer came: the first one opens the gate, later ones win back what a 429 took."""
        if self.proven:
            self._limit = min(float(self.most), self._limit + RECOVERY)
        self.answers += 1
        self._open()

    def throttled(self, ticket: Ticket) -> None:
        """A 429 came: go down to half. Requests that left before the last narrowing do not narrow again."""
        if ticket.narrowed == self._narrowed:
            self._narrowed += 1
            self._limit = max(1.0, self._limit / 2)

    def _open(self) -> None:
        """Let everybody in, unless that was done or the server has throttled since."""
        if not self._opened and not self._narrowed:
            self._limit = float(self.most)
        self._opened = True
        self._wake()

    async def _enter(self, queue: deque[asyncio.Future[None]]) -> None:
        if self.in_flight < self.limit and not self._waiting and not self._following:
            self.in_flight += 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.in_flight -= 1  # the place had been given already
                self._wake()
            raise

    def _wake(self) -> None:
        while (queue := self._waiting or self._following) and self.in_flight < self.limit:
            turn = queue.popleft()
            if not turn.done():
                self.in_flight += 1
                turn.set_result(None)


class Circuit:
    """Opens on an error that every further request would meet; from then on `check` raises it."""

    def __init__(self) -> None:
        self.error: ModelError | None = None

    def open(self, error: ModelError) -> None:
        """Remember `error`; the first one stays."""
        self.error = self.error or error

    def check(self) -> None:
        """Raise the error that opened the circuit, if one did."""
        if self.error is not None:
            raise self.error


@dataclass(frozen=True, slots=True)
class Retry:
    """The waits between attempts at a failing server."""

    deadline_s: float
    sleep: Sleep = asyncio.sleep
    clock: Clock = time.monotonic
    uniform: Callable[[float, float], float] = random.uniform

    async def until_served(self, attempt: Callable[[], Awaitable[T]], patience_s: Callable[[], float], on_retry: Callable[[], None]) -> T:
        """Return what `attempt` gives, trying again after each TransientError. Raises ServerUnavailableError after `patience_s`."""
        started = self.clock()
        try:
            async for trial in AsyncRetrying(
                sleep=self.sleep,
                wait=self._wait,
                stop=lambda state: self.clock() - started + state.upcoming_sleep > patience_s(),
                retry=retry_if_exception_type(TransientError),
                before_sleep=lambda _: on_retry(),
                reraise=True,
            ):
                with trial:
                    return await attempt()
        except TransientError as error:
            raise ServerUnavailableError(
                f"The server kept failing for {patience_s():g} s; last: {error.reason}. "
                "Check --base-url, try again later, lower --concurrency, or raise the setting deadline_s."
            ) from None
        raise AssertionError("tenacity ends by returning or raising")

    def _wait(self, state: RetryCallState) -> float:
        longest = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** min(state.attempt_number - 1, 10))
        jittered = self.uniform(longest / 2, longest)
        error = state.outcome.exception() if state.outcome else None
        asked = error.retry_after_s if isinstance(error, TransientError) else None
        return jittered if asked is None else asked + self.uniform(0, FIRST_WAIT_S)


async def until_usable(attempt: Callable[[int, UnusableError | None], Awaitable[T]], on_retry: Callable[[], None]) -> T:
    """Return what `attempt(number, last error)` gives, asking again after each UnusableError, ANSWER_ATTEMPTS times in all.

    Raises the last UnusableError.
    """
    last: UnusableError | None = None
    async for trial in AsyncRetrying(
        stop=stop_after_attempt(ANSWER_ATTEMPTS),
        retry=retry_if_exception_type(UnusableError),
        before_sleep=lambda _: on_retry(),
        reraise=True,
    ):
        with trial:
            try:
                return await attempt(trial.retry_state.attempt_number, last)
            except UnusableError as error:
                last = error
                raise
    raise AssertionError("tenacity ends by returning or raising")
