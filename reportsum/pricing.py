"""What tokens cost: by the settings, else by the table of published prices, else nobody knows."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reportsum import lazy_re as re

from .settings import Settings
from .tables import read_table

MILLION = 1_000_000
_DATED = re.compile(r"-(?:\d{4}-\d{2}-\d{2}|\d{8}|\d{4})$")


class Price(NamedTuple):
    """Money for a million tokens."""

    prompt: float
    cached: float
    """Of prompt tokens that the server had in its own cache."""
    answer: float

    def of(self, prompt_tokens: int, cached_tokens: int, answer_tokens: int) -> float:
        """Return what these tokens cost; cached ones are part of the prompt's."""
        fresh = prompt_tokens - cached_tokens
        return round((fresh * self.prompt + cached_tokens * self.cached + answer_tokens * self.answer) / MILLION, 6)


def price_of(settings: Settings) -> Price | None:
    """Return the price that the settings give, else the published one of their model; None when neither is known."""
    if settings.prompt_price is not None and settings.answer_price is not None:
        cached = settings.prompt_price if settings.cached_price is None else settings.cached_price
        return Price(settings.prompt_price, cached, settings.answer_price)
    if settings.base_url and not any(host in settings.base_url for host in ("openai.com", "deepseek.com")):
        return None  # another server may ask what it likes for a model of the same name
    name = (settings.model or "").lower()
    return _published().get(name) or _published().get(_DATED.sub("", name))


@cache
def _published() -> dict[str, Price]:
    rows = read_table("model_prices.tsv", ("model", "prompt", "cached", "answer", "date", "source"), key="model")
    return {row["model"]: Price(float(row["prompt"]), float(row["cached"]), float(row["answer"])) for row in rows}
