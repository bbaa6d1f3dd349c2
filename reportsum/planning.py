"""What a run would take, before it is paid for: reports are read and cut into chunks, the cache is looked into, nothing is asked.

Counts of reports, chunks and requests are exact for a server that answers every question at the first attempt; tokens are estimates
(see the constants). A second look and retries come on top: they depend on the answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from .caching import AnswerStore, existing_answers
from .errors import InputError
from .pipeline import prepare
from .pricing import price_of
from .reading.opening import Readable, open_source, source_name
from .settings import Settings

if TYPE_CHECKING:
    from .extraction.llm.dialects import Put
    from .extraction.llm.extractor import LlmExtractor

PROMPT_TOKENS_PER_CHAR = 0.65
"""Chinese prompt, measured with the Qwen2.5 tokenizer: 0.61 to 0.65 tokens a character; other current ones need 0.6 to 0.8."""
ANSWER_TOKENS_PER_MARK = 15
"""A row such as {"mark":"12A","metric":null,"kind":"A"} takes 14 in the same tokenizer; some name a metric."""
ANSWER_TOKENS_FOR_SUMMARY = 60
ANSWER_TOKENS_OF_CONSENT = 150
"""Check words, slips, and lists with nothing in them."""
ANSWER_TOKENS_PER_SPOT = 1
"""One fact in twenty corrected, at fifteen tokens."""
CLOSING_SHARE = 0.3
"""The closing question is about so long for each character of the report; it can be written only once the chunks are read."""
ANSWER_TOKENS_OF_CLOSING = 600


class PlannedReport(BaseModel):
    """What one report would take."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    characters: int
    chunks: int
    cached: int
    """Chunks that need no request, because the cache has their answers or there is nothing in them to ask about."""
    requests: int
    prompt_characters: int
    prompt_tokens: int
    """Estimate."""
    answer_tokens: int
    """Estimate."""


class Plan(BaseModel):
    """What a run would take."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str | None
    """None when the rules would read."""
    reports: list[PlannedReport]
    unreadable: list[str]
    """Why a source cannot be read as a report, one line each."""
    money: float | None
    """Estimate by the prices in the settings; null without them."""

    @property
    def total(self) -> PlannedReport:
        """The sum of all reports."""
        names = [name for name in PlannedReport.model_fields if name != "source"]
        return PlannedReport(source="all", **{name: sum(getattr(report, name) for report in self.reports) for name in names})


def plan(sources: Iterable[Readable], settings: Settings | None = None) -> Plan:
    """Return what digesting `sources` would take, without a single request. Raises SettingsError for impossible settings."""
    settings = settings or Settings.load()
    asks = settings.model is not None and settings.engine != "rules"
    if asks:
        from .extraction.llm.building import fitted

        settings = fitted(settings)
    cache = existing_answers(settings) if asks else None
    try:
        extractor = _extractor(settings, cache) if asks else None
        reports: list[PlannedReport] = []
        unreadable: list[str] = []
        for source in sources:
            try:
                reports.append(_planned(source, settings, extractor))
            except InputError as error:
                unreadable.append(str(error))
    finally:
        if cache is not None:
            cache.close()
    return Plan(model=extractor.model if extractor else None, reports=reports, unreadable=unreadable, money=_money(settings, reports))


def _extractor(settings: Settings, cache: AnswerStore | None) -> LlmExtractor:
    from .extraction.llm.building import build_extractor

    return build_extractor(settings, cache=cache)


def _planned(source: Readable, settings: Settings, extractor: LlmExtractor | None) -> PlannedReport:
    prepared = prepare(open_source(source), settings, noted=extractor is not None)
    missing = [extractor.unkept(chunk) for chunk in prepared.chunks] if extractor else [[] for _ in prepared.chunks]
    asked = [one for of_chunk in missing for one in of_chunk]
    closing = int(bool(asked) and extractor is not None and extractor.manner.closing)
    chars = sum(one.question.chars for one in asked) + closing * round(CLOSING_SHARE * len(prepared.report.clean.text))
    return PlannedReport(
        source=source_name(source),
        characters=len(prepared.report.source.text),
        chunks=len(prepared.chunks),
        cached=sum(1 for of_chunk in missing if not of_chunk),
        requests=len(asked) + closing,
        prompt_characters=chars,
        prompt_tokens=round(chars * PROMPT_TOKENS_PER_CHAR),
        answer_tokens=round(sum(_answer_tokens(one) for one in asked)) + closing * ANSWER_TOKENS_OF_CLOSING,
    )


def _answer_tokens(asked: Put) -> float:
    if asked.dialect == "edit":
        return ANSWER_TOKENS_OF_CONSENT + ANSWER_TOKENS_PER_SPOT * asked.marks
    return ANSWER_TOKENS_FOR_SUMMARY + ANSWER_TOKENS_PER_MARK * asked.marks


def _money(settings: Settings, reports: list[PlannedReport]) -> float | None:
    price = price_of(settings) if settings.model else None
    if price is None:
        return None
    return price.of(sum(report.prompt_tokens for report in reports), 0, sum(report.answer_tokens for report in reports))
