"""How fast a run may ask, and how much it may spend.

Pace      so many requests and tokens a minute, as servers allow them: a request waits until the last minute has room for it
Budget    so many requests, so much money: the first request that would go beyond it ends the run, which can be taken up again
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

from ...errors import BudgetSpentError
from ...pricing import Price
from .replies import Usage
from .retrying import Clock, Sleep

MINUTE_S = 60.0
EXPECTED_ANSWER_TOKENS = 400
"""What is set aside for an answer under way."""


class Pace:
    """Bounds requests and tokens in every minute; None bounds nothing."""

    def __init__(self, requests: int | None, tokens: int | None, sleep: Sleep, clock: Clock) -> None:
        self._requests = requests
        self._tokens = tokens
        self._sleep = sleep
        self._clock = clock
        self._past: deque[tuple[float, int]] = deque()
        self._turn = asyncio.Lock()

    async def wait(self, tokens: int) -> None:
        """Wait until a request of about so many tokens may leave; a request larger than the limit leaves alone."""
        if self._requests is None and self._tokens is None:
            return
        async with self._turn:
            while (pause := self._pause(tokens)) > 0:
                await self._sleep(pause)
            self._past.append((self._clock(), tokens))

    def _pause(self, tokens: int) -> float:
        now = self._clock()
        while self._past and self._past[0][0] <= now - MINUTE_S:
            self._past.popleft()
        if not self._past:
            return 0.0
        many = self._requests is not None and len(self._past) >= self._requests
        much = self._tokens is not None and sum(spent for _, spent in self._past) + tokens > self._tokens
        return self._past[0][0] + MINUTE_S - now if many or much else 0.0


@dataclass(slots=True)
class Budget:
    """What a run may take, and what it took; None bounds nothing."""

    requests: int | None = None
    money: float | None = None
    price: Price | None = None
    asked: int = 0
    spent: float = 0.0
    under_way: float = 0.0

    def reserve(self, tokens: int) -> float:
        """Count a request of about so many tokens that is about to leave; return what is set aside for it. Raises BudgetSpentError."""
        if self.requests is not None and self.asked >= self.requests:
            raise BudgetSpentError(f"The {self.requests} requests of this run (--max-requests) are made. {_TAKEN_UP}")
        aside = self.price.of(tokens, 0, EXPECTED_ANSWER_TOKENS) if self.price else 0.0
        if self.money is not None and self.spent + self.under_way + aside > self.money:
            raise BudgetSpentError(f"The money of this run (--max-cost {self.money:g}) is spent, {self.spent:.4f} of it. {_TAKEN_UP}")
        self.asked += 1
        self.under_way += aside
        return aside

    def settle(self, aside: float, usage: Usage) -> None:
        """Put what a request cost in the place of what was set aside for it."""
        self.under_way -= aside
        if self.price:
            self.spent += self.price.of(usage.prompt_tokens, usage.cached_tokens, usage.answer_tokens) if usage.prompt_tokens else aside


_TAKEN_UP = "All answers are kept: the same command with a larger budget goes on from here."
