"""A text → its passages, each in one language, so that mixed reports are read by the language of the passage.

A passage is a run of lines. Han characters make a line Chinese; a line of Latin words is English by its function words, and where these
say nothing, a language model small enough to carry along is asked (py3langid: BSD, deterministic, 5 MB beside numpy; loaded only then).
Lines without words go with their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from reportsum import lazy_re as re

from .models import Tongue
from .spans import Span


class Passage(NamedTuple):
    """A run of lines in one language. Offsets count code points of the text, `end` exclusive."""

    span: Span
    language: Tongue


_HAN = re.compile(r"[\u3400-\u9fff]")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u3040-\u30ff\uac00-\ud7af]{3}")
"""Greek, Cyrillic, Arabic, Indic, Thai, kana, Hangul …"""
_LATIN_RUN = re.compile(r"[A-Za-z][A-Za-z'’-]*,? (?:[A-Za-z][A-Za-z'’-]*,? ){3}")
"""Four Latin words in a row: without such a run a Chinese text has no English passage."""
_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*")
_LETTERS = re.compile(r"[A-Za-z]{3}")
_COMMON = (
    "the of and to in a is for that on with as at by from be are was were will we our this it have has had an or which not their its"
    " been would these than more all but also can there they i over under per about up should into who between after before may new year"
)
_FUNCTION = frozenset(_COMMON.split())
_SURE = 0.12
"""From this share of function words on Latin words are English: German, French, Spanish keep below .05 (in, a, on, was, per)."""
_STRONG = frozenset("the of and to is for that with as by from are were will our this have has been which".split())  # noqa: SIM905
_OTHERS = (
    "der die das und den dem des von mit ist für les et une est dans pour que qui sur los las el para con por del uma dos das não della che"
    " il een het van voor och att det som är och til på jest nie się oraz yang dan untuk dengan adalah"
)
_HINTS = frozenset(_OTHERS.split())
"""Function words of other languages: a line with some of them, or with letters English has not, is worth asking about."""
_FEW = 5
"""A line of fewer words goes with its neighbours."""
_DOUBT = 8
"""So many words without any of English are asked about, wherever they stand."""


@lru_cache(maxsize=4)
def cut_passages(text: str) -> tuple[Passage, ...]:
    """Return the passages of `text` in order; together they are the whole text. `()` for an empty text.

    >>> [passage.language for passage in cut_passages("全市投资增长6%。\\nThe city's investment rose by 6% in the year.")]
    ['zh', 'en']
    """
    if not text:
        return ()
    has_han = _HAN.search(text) is not None
    if has_han and _LATIN_RUN.search(text) is None and _OTHER_SCRIPT.search(text) is None:
        return (Passage(Span(0, len(text)), "zh"),)
    return tuple(_merged(text, list(_lines(text)), "zh" if has_han or _LETTERS.search(text) is None else None))


class _Line(NamedTuple):
    start: int
    end: int
    language: Tongue | None
    """None where the line alone does not tell."""


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end + 1
        yield _Line(start, end, _language_of(text[start:end]))
        start = end


def _language_of(line: str) -> Tongue | None:
    """Return the language of a line; None where it does not tell."""
    han = len(_HAN.findall(line))
    if _OTHER_SCRIPT.search(line) is not None and len(_OTHER_SCRIPT.findall(line)) * 3 > han // 4:
        return "other"
    words = _WORD.findall(line)
    if han:
        return "en" if len(words) > 4 * han and len(words) >= _DOUBT else "zh"
    if len(words) < _FEW:
        return None
    common = sum(1 for word in words if word.lower() in _FUNCTION)
    strong = sum(1 for word in words if word.lower() in _STRONG)
    if strong and common >= _SURE * len(words):
        return "en"
    if strong == 0 and (not " ".join(words).isascii() or sum(word.lower() in _HINTS for word in words) * _DOUBT >= len(words)):
        return "other" if is_foreign(" ".join(words)) else None
    return None


def _merged(text: str, lines: list[_Line], default: Tongue | None) -> Iterator[Passage]:
    """Yield runs of lines; a line that does not tell goes with the one before it, the first ones with the first that tells."""
    known = next((line.language for line in lines if line.language is not None), None)
    if known is None:
        known = default or ("other" if is_foreign(" ".join(_WORD.findall(text))) else "en")
    start, language = 0, known
    for line in lines:
        if line.language is not None and line.language != language:
            if line.start > start:
                yield Passage(Span(start, line.start), language)
            start, language = line.start, line.language
    yield Passage(Span(start, len(text)), language)


# --- other languages ------------------------------------------------------------------------------------------------------------

_FEWEST = 5
_LEAST = 0.8
"""How sure the library must be; names and headings of English reports come out below."""


@lru_cache(maxsize=4096)
def is_foreign(words: str) -> bool:
    """Return whether Latin words without any of English's are in another language; few words are not enough to say so."""
    if words.count(" ") + 1 < _FEWEST:
        return False
    language, certainty = _identifier().classify(words)
    return language not in _ENGLISH and certainty >= _LEAST


_ENGLISH = frozenset({"en", "pcm", "zh"})


@cache
def _identifier():  # type: ignore[no-untyped-def]  # the library has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads numpy, and most reports do not need it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
