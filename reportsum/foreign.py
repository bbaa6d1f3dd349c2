"""Words that come from others (servers, models, files, libraries), made fit to be kept and shown.

    scrubbed   without any key this process knows, whole or in part, plain or encoded
    visible    on one line, with nothing in it that steers a terminal or hides
    fit        text that can be stored and printed: no half characters, no control characters
    shown      what goes into an error or a log: scrubbed, then visible, and only then cut

The order matters: a key that is cut first is no longer known again, and a key with an escape in it has another form once that is visible.
"""

from __future__ import annotations

import base64
import json
from urllib.parse import quote, quote_plus

from reportsum import lazy_re as re

BLOT = "***"
LEAST_SECRET = 5
"""Shorter keys ("none", "x") are no secrets, and blotting them out would tear words apart."""
LEAST_PART = 8
"""So many characters of a key in a row are taken for a part of it: less is shared by many keys ("sk-proj"), and tells nothing."""
MOST_WORDS = 20_000
"""Characters that are looked through for parts of keys; nothing longer is ever shown."""

_keys: set[str] = set()
"""The keys of this process. Words are scrubbed in loggers, errors and run records, far from where a key is known."""

_CONTROL = "\x00-\x1f\x7f-\x9f"
_UNSEEN = re.compile(f"[{_CONTROL}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_HALF = re.compile("[\ud800-\udfff]")


def conceal(key: str) -> None:
    """Remember a key, so that it is taken out of everything that is said from now on."""
    if len(key) >= LEAST_SECRET:
        _keys.add(key)


def scrubbed(words: str, *, parts: bool = True) -> str:
    """Return `words` without the keys this process knows; with `parts`, without longer parts of them either."""
    for key in _keys:
        for form in _forms(key):
            words = words.replace(form, BLOT)
        if parts and len(key) > LEAST_PART:
            words = _without_parts(words[:MOST_WORDS], key)
    return words


def visible(words: str) -> str:
    r"""Return `words` with escapes in place of what is not seen: line ends, control characters, marks of direction, half characters.

    >>> visible("all is well\r\n\x1b[2J")
    'all is well\\r\\n\\x1b[2J'
    """
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), words)


def shown(words: str, most: int | None = None) -> str:
    """Return words of others for an error, a log or a record: without keys, visible, at most `most` characters."""
    return visible(scrubbed(words))[:most]


def fit(text: str) -> str:
    """Return `text` as it may stand in a digest: half characters become U+FFFD, control characters spaces; line ends and tabs stay.

    >>> fit("up\x00 5%\n")
    'up  5%\\n'
    """
    return _HALF.sub("\ufffd", _UNFIT.sub(" ", text))


def _forms(key: str) -> tuple[str, ...]:
    """Return how a key may be written, longest first, so that no form leaves a part of a longer one."""
    data = key.encode("utf-8", "replace")
    forms = {key, repr(key)[1:-1], json.dumps(key)[1:-1], quote(data), quote(data, safe=""), quote_plus(data)}
    if len(key) > LEAST_PART:
        forms.add(base64.b64encode(data).decode().rstrip("="))
    return tuple(sorted(forms, key=len, reverse=True))


def _without_parts(words: str, key: str) -> str:
    """Blot out every stretch of `words` that is a stretch of `key`."""
    parts = {key[at : at + LEAST_PART] for at in range(len(key) - LEAST_PART + 1)}
    result: list[str] = []
    done = at = 0
    while at <= len(words) - LEAST_PART:
        if words[at : at + LEAST_PART] not in parts:
            at += 1
            continue
        end = at + LEAST_PART
        while end < len(words) and words[end - LEAST_PART + 1 : end + 1] in parts:
            end += 1
        result += [words[done:at], BLOT]
        done = at = end
    return "".join([*result, words[done:]])
