"""Which answer cache a run uses: a folder of this machine, or a server that many share."""

from __future__ import annotations

from typing import Protocol

from .settings import Settings


class AnswerStore(Protocol):
    """An answer cache as a run holds it; both kinds fit."""

    @property
    def problems(self) -> list[str]:
        """What went wrong and was mended, for the run record."""

    def get(self, key: str) -> str | None:
        """Return the text under `key`, None when there is none that can be trusted."""

    def put(self, key: str, text: str) -> None:
        """Store `text` under `key`."""

    def close(self) -> None:
        """Let go of it."""


def open_answers(settings: Settings) -> AnswerStore | None:
    """Return the cache that `settings` name; None when they name none. Raises SettingsError, OutputError."""
    if settings.cache_url is not None:
        from .shared_cache import SharedAnswerCache

        return SharedAnswerCache(settings.cache_url.get_secret_value())
    if settings.cache_dir is None:
        return None
    from .cache import open_cache

    return open_cache(settings.cache_dir)


def existing_answers(settings: Settings) -> AnswerStore | None:
    """As `open_answers`, but nothing is made: a folder without a cache is none."""
    if settings.cache_url is None and settings.cache_dir is not None:
        from .cache import cache_exists

        if not cache_exists(settings.cache_dir):
            return None
    return open_answers(settings)
