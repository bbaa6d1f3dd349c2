"""Bytes → text: which encoding a plain text is in.

Strict UTF-8 is tried first, since hardly anything else passes for it. Then byte order marks, UTF-16 without one, and last what
charset-normalizer makes of a sample, among the encodings that Chinese reports come in.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reportsum import lazy_re as re

_SAMPLE = 48_000
"""Bytes that are looked at to tell an encoding: some 20,000 characters."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)
_CANDIDATES = ["gb18030", "big5", "big5hkscs", "cp1252"]

_MOST_DAMAGE = 0.02
"""Share of replaced characters up to which a text is damaged; beyond it, it was never in that encoding."""

_FAMILIAR = re.compile(
    "[的一是在和了有大中年工生全市政府行加推重第十二三四五六七八九国國发發展业業经經济濟会會设設建产產实實现現进進动動点點]"
)
_LEAST_FAMILIARITY = 0.08
"""Share of those characters in text; read in the wrong encoding it has next to none."""

_EXPECTED = re.compile("[\t\n\r -~\u00a0-\u024f\u2010-\u203b\u3000-\u3017\u4e00-\u9fff\uff01-\uff5e]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Decoded(NamedTuple):
    """A decoded text, without its byte order mark, and the name of its encoding."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded | None:
    """Return the text of `data`; None when it is no text in any encoding known here.

    Damage does not lose a report: bytes that do not fit (a file cut inside a character, single bytes lost on the way) each become
    U+FFFD, as long as they are few.
    """
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            return _accept(data[len(mark) :].decode(codec, "replace"), name)
    if looks_binary(data):
        return _utf16(data)
    try:
        return _accept(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    return _utf16(data) or _damaged_utf8(data) or _other(data)


def looks_binary(data: bytes) -> bool:
    """Return whether `data` holds bytes that no text in a byte-oriented encoding has."""
    sample = data[:_SAMPLE]
    controls = sum(sample.count(bytes((code,))) for code in (*range(1, 9), *range(14, 27), 28, 29, 30, 31))
    return b"\0" in sample or controls > len(sample) // 500 + 2


def _accept(text: str, encoding: str) -> Decoded | None:
    sample = text[:_SAMPLE] + text[-2:]
    damage = sample.count("\ufffd") + len(_CONTROL.findall(sample))
    # three damaged characters are forgiven to the shortest text
    return Decoded(text, encoding) if damage <= 3 or damage <= len(sample) * _MOST_DAMAGE else None


def _utf16(data: bytes) -> Decoded | None:
    """Read UTF-16 without a mark: of the two byte orders, the one that gives Chinese or Latin text."""
    for codec in ("utf-16-le", "utf-16-be"):
        sample = data[:_SAMPLE].decode(codec, "replace")
        if len(sample) >= 4 and len(_EXPECTED.findall(sample)) > len(sample) * 0.95 and _is_plausible_utf16(sample):
            return _accept(data.decode(codec, "replace"), "utf-16")
    return None


def _is_plausible_utf16(sample: str) -> bool:
    """Return whether the sample has line ends, digits or Chinese punctuation: text of two-byte encodings read so has none."""
    return any(character in sample for character in "\n\r 0123456789，。、")


def _damaged_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") > 3 + len(text) * _MOST_DAMAGE or not any(byte >= 0xE0 for byte in data[:_SAMPLE]):
        return None
    multibyte = len(re.findall("[\u0080-\ufffc]", text[:_SAMPLE]))
    return _accept(text, "utf-8") if multibyte > 4 * text[:_SAMPLE].count("\ufffd") else None


def _other(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # its tables take a while to load, and UTF-8 does not need them

    sample = _sample(data)
    best = from_bytes(sample, cp_isolation=_CANDIDATES, steps=4, chunk_size=2048, threshold=0.6, enable_fallback=False).best()
    # a sample with lost bytes fits no encoding; the common characters still tell which one it was
    encoding = best.encoding if best else max(("gb18030", "big5"), key=lambda name: _familiarity(sample.decode(name, "replace")))
    if best is None and _familiarity(sample.decode(encoding, "replace")) < _LEAST_FAMILIARITY:
        return None
    if encoding == "big5":
        encoding = "big5hkscs" if _fits(data, "big5hkscs") and not _fits(data, "big5") else "big5"
    return _accept(data.decode(encoding, "replace"), encoding)


def _familiarity(text: str) -> float:
    return len(_FAMILIAR.findall(text)) / max(len(text), 1)


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _sample(data: bytes) -> bytes:
    """Return the head of `data` up to a line end, so that no character is cut."""
    if len(data) <= _SAMPLE:
        return data
    end = data.rfind(b"\n", 0, _SAMPLE)
    return data[: end if end > _SAMPLE // 4 else _SAMPLE]
