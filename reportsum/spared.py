"""Plain words that are looked for before a pattern is tried.

A pattern that tells its alternatives apart by words, in any case, is tried at every character of a text, and in most texts finds nothing.
Whether one of the words stands there at all is known some fifty times sooner. The words of a pattern `_X` stand beside it as `_X_WORDS`,
in small letters: every alternative needs one of them, which `tests/test_spared.py` proves by taking the pattern apart.
"""

from __future__ import annotations

from functools import lru_cache


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Return whether one of `words` stands in a text, in any case and also inside another word.

    >>> holds("The Harbour Board reports.", ("board", "bank")), holds("The ferries run.", ("board", "bank"))
    (True, False)
    """
    small = _small(text)
    for word in words:  # noqa: SIM110 - this is asked too often for a generator
        if word in small:
            return True
    return False


@lru_cache(maxsize=64)
def _small(text: str) -> str:
    """Return a text in small letters: one sentence is asked for many words, one after the other."""
    return text.lower()
