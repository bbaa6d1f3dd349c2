"""Rules about script and language: bracketed pinyin, traditional characters, and which language a report is in."""

from __future__ import annotations

import functools
import operator
import unicodedata
from collections.abc import Callable

from reportsum import lazy_re as re

from ..models import Language
from ..tables import read_table
from .edits import Change, Edit, apply_edits

_SAMPLE = 256
_SAMPLES = 8

TONED = "āáǎàăēéěèĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜüńňǹḿ"
# A Han character, then brackets with at most sixteen Latin letters: one to three syllables.
_BRACKETED = re.compile(f"(?<=[\u3400-\u9fff?？])[(（]([a-zɡ{TONED}' ]{{1,16}})[)）]")
_PLAIN_SYLLABLE = re.compile(
    "(?:"
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"  # initial
    "(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|uei|uen|van|ai|ei|ao|ou|an|en|er|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|[aeiouv])r?"
    "|m|n|ng|hm|hng"
    ")"
)
_UNPRONOUNCEABLE_ALONE = frozenset("abcdefghijklmnopqrstuvwxyz") | {"an", "in", "on", "er", "ii", "iii", "iv", "vi"}
"""Untoned bracket contents that are more likely list labels or English words than a light syllable."""

# Forms of Hong Kong that tw2s leaves alone.
_HONG_KONG = dict(zip("衞敍枱粧糭衹", "衛敘檯妝粽祇", strict=True))


def drop_pinyin(text: str) -> Change | None:
    """Drop pinyin in brackets after a Han character, as careless conversion to traditional characters leaves it.

    >>> drop_pinyin("經(jīng)濟(jì)發(fā)展（草案），PM(a)").text
    '經濟發展（草案），PM(a)'
    """
    # The gloss goes with its character, so that a figure or a quote that ends there ends behind the gloss.
    matches = (m for m in _BRACKETED.finditer(text) if _is_pinyin(m[1]))
    return apply_edits(text, (Edit(m.start() - 1, m.end(), text[m.start() - 1]) for m in matches))


@functools.lru_cache(4096)
def _is_pinyin(letters: str) -> bool:
    plain = "".join(c for c in unicodedata.normalize("NFD", letters.replace("ɡ", "g")) if c.isascii())
    plain = plain.replace("u:", "v")
    if plain == letters and letters in _UNPRONOUNCEABLE_ALONE:
        return False
    return all(_is_syllables(part) for part in re.split("[ ']+", plain) if part) and bool(plain.strip(" '"))


def _is_syllables(letters: str) -> bool:
    """Return whether `letters` can be read as pinyin syllables, one after the other."""
    reachable = {0}
    for start in range(len(letters)):
        if start in reachable:
            reachable |= {end for end in range(start + 1, len(letters) + 1) if _PLAIN_SYLLABLE.fullmatch(letters, start, end)}
    return len(letters) in reachable


def simplify(text: str) -> Change | None:
    """Turn traditional text into simplified, phrase by phrase, one character for one; None when the text is not traditional.

    >>> simplify("國內生產總值增長百分點").text
    '国内生产总值增长百分点'
    """
    if not _is_traditional(_sample(text)):
        return None
    simple = _convert(text)
    return Change(simple, None, sum(map(operator.ne, text, simple)))


def judge_language(text: str) -> Language:
    """Return the language `text` is written in: "zh-Hans", "zh-Hant" or "en" (no or hardly any Han characters)."""
    sample = _sample(text)
    # a Han character takes three bytes, a Latin letter one
    wide = (len(sample.encode("utf-8", "replace")) - len(sample)) // 2
    if wide * 10 < len(sample) - wide:
        return "en"
    return "zh-Hant" if _is_traditional(sample) else "zh-Hans"


def _sample(text: str) -> str:
    """Return pieces from all over `text`, some 2,000 characters in all."""
    if len(text) <= _SAMPLE * _SAMPLES:
        return text
    step = len(text) // _SAMPLES
    return "".join(text[start : start + _SAMPLE] for start in range(0, step * _SAMPLES, step))


def _is_traditional(sample: str) -> bool:
    traditional, simplified = _signs()
    found = set(sample)
    # distinct characters, not frequencies: a firm's traditional name repeated through a report does not outweigh its prose
    return len(found & traditional) > len(found & simplified)


@functools.cache
def _signs() -> tuple[frozenset[str], frozenset[str]]:
    rows = read_table("traditional.tsv", ("traditional", "simplified"), key="traditional")
    return frozenset(row["traditional"] for row in rows), frozenset(row["simplified"] for row in rows)


@functools.cache
def _converter() -> Callable[[str], str]:
    import opencc  # loads a C++ library, and most reports do not need it

    # tw2s knows phrase by phrase where 著 is 着 (隨著, 沿著) and where it stays (著名, 成效顯著), which t2s does not
    convert: Callable[[str], str] = opencc.OpenCC("tw2s").convert
    return convert


def _convert(text: str) -> str:
    for form, common in _HONG_KONG.items():
        text = text.replace(form, common)
    simple = _converter()(text)
    return simple if len(simple) == len(text) else "".join(map(_convert_line, text.splitlines(keepends=True)))


def _convert_line(line: str) -> str:
    """Convert phrase by phrase where that keeps the length, else character by character."""
    convert = _converter()
    simple = convert(line)
    if len(simple) == len(line):
        return simple
    return "".join(plain if len(plain := convert(character)) == 1 else character for character in line)
