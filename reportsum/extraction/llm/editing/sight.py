"""Check words: small words like ‹k7q› between the lines of a question, which the answer repeats in order.

Silence is consent in the editing dialect, so it must be proven that the whole text was seen: servers whose context is too small cut a
question at its front, in the middle or at its end without a word. The words follow from the content, so that the same chunk asks the
same question, and no model can know them without having read them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from reportsum import lazy_re as re

from ....chunking import ascii_characters

EVERY_TOKENS = 1000
"""At most so many tokens stand between two check words, by an estimate on the high side: losing 1,500 of them loses a word."""
_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_PLACES = re.compile(r"(?<=[，,、；;。 ])")


def check_word(content: str, number: int) -> str:
    """Return check word `number` of a question about `content`: letter, digit, letter.

    >>> check_word("上半年增长6.1%。", 0)
    'd4q'
    """
    drawn = hashlib.sha256(f"{number}\x1f{content}".encode()).digest()
    return f"{_LETTERS[drawn[0] % 23]}{drawn[1] % 10}{_LETTERS[drawn[2] % 23]}"


def most_tokens(text: str) -> float:
    """Return an estimate of the tokens of `text` that is rather too high: one for a Chinese character, a third for a Latin letter."""
    ascii_count = ascii_characters(text)
    return len(text) - ascii_count + ascii_count * 0.35


def fewest_tokens(text: str) -> float:
    """Return an estimate of the tokens of `text` that is rather too low: 0.6 to 0.8 a Chinese character are usual, 0.22 a Latin one."""
    ascii_count = ascii_characters(text)
    return (len(text) - ascii_count) * 0.55 + ascii_count * 0.2


def with_check_words(lines: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return `lines` as one text with check words at its beginning, between its lines and at its end, and the words in order."""
    content = "\n".join(lines)
    seen: list[str] = [check_word(content, 0)]
    written = [f"‹{seen[0]}›"]
    since = 0.0
    for piece, ends_line in _pieces(lines):
        tokens = most_tokens(piece)
        if since and since + tokens > EVERY_TOKENS:
            seen.append(check_word(content, len(seen)))
            written.append(f"‹{seen[-1]}›")
            since = 0.0
        written.append(piece + ("\n" if ends_line else ""))
        since += tokens
    seen.append(check_word(content, len(seen)))
    return "".join([*written, f"‹{seen[-1]}›"]), tuple(seen)


def _pieces(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield the lines, very long ones in pieces that end at a comma, and whether a piece ends its line."""
    for line in lines:
        if most_tokens(line) <= EVERY_TOKENS / 2:
            yield line, True
            continue
        pieces = [piece for piece in _PLACES.split(line) if piece]
        for number, piece in enumerate(pieces, start=1):
            yield piece, number == len(pieces)


def has_seen(expected: Sequence[str], told: Sequence[str]) -> bool:
    """Return whether an answer repeats the check words of its question, in order; brackets around them do no harm."""
    return [word.strip("‹› ") for word in told] == list(expected)
