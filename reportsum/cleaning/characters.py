"""Rules about single characters: line ends, damage, odd spaces, full-width forms, look-alike ideographs."""

from __future__ import annotations

import re
import unicodedata

from .edits import Change, Edit, apply_edits, replace_characters

# Whatever else str.splitlines takes for a line end; the form feed among them begins a new page.
_ANY_BREAK = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

# Never part of a report's words: zero-width and direction marks, soft hyphens, variation selectors, BOMs, control characters
# (tab and newline excepted), U+FFFD and other specials, private-use glyphs (icons, logos) and lone surrogates.
_DAMAGE = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U0010ffff"
    "]+"
)

_SPACES = dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")
_ANY_SPACE = re.compile("[" + "".join(_SPACES) + "]")

# Digits, letters and the percent sign; punctuation keeps its width.
_NARROW = {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_NARROW |= {"％": "%", "﹪": "%"}
_ANY_WIDE = re.compile("[" + "".join(_NARROW) + "]")
# A point or thousands comma between full-width digits belongs to the number: ５．５％, １，２３４元.
_WIDE_POINT = re.compile("(?<=[０-９0-9])．(?=[０-９0-9])")
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")

_RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
# Unicode gives no decomposition for most radicals of the supplement block; these are met in text taken from PDF files.
_RADICAL_SUPPLEMENT = dict(
    zip(
        "⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻮⻰⻳⺟⻄⻁⺮⻤⻣",
        "民见角贝车长门青韦页风飞食马鱼鸟麦黄齐齿龙龟母西虎竹鬼骨",
        strict=True,
    )
)


def end_lines(text: str) -> Change | None:
    """End every line with "\\n" alone.

    >>> end_lines("一\\r\\n二\\r三").text
    '一\\n二\\n三'
    """
    rare = _ANY_BREAK.findall(text)
    if not rare and "\r" not in text:
        return None
    count = len(rare) + text.count("\r")
    for old in {*rare}:
        text = text.replace(old, "\n")
    # before "\n" it goes, alone it is a line end itself
    edits = [Edit(m.start(), m.end(), "" if text[m.end() : m.end() + 1] == "\n" else "\n") for m in re.finditer("\r", text)]
    return apply_edits(text, edits, count) or Change(text, None, count)


def drop_damage(text: str) -> Change | None:
    """Drop characters that no reader can see or that stand for lost bytes."""
    return apply_edits(text, [Edit(m.start(), m.end()) for m in _DAMAGE.finditer(text)])


def plain_spaces(text: str) -> Change | None:
    """Turn every kind of space into the common one, so that later rules know one."""
    return replace_characters(text, _SPACES) if _ANY_SPACE.search(text) else None


def narrow(text: str) -> Change | None:
    """Turn full-width digits, letters and percent signs into half-width ones.

    >>> narrow("１９５５年Ａ区增长５．５％，排名第２").text
    '1955年A区增长5.5%，排名第2'
    """
    if not _ANY_WIDE.search(text):
        return None
    inner = _WIDE_POINT.sub(".", _WIDE_COMMA.sub(",", text))
    return replace_characters(inner, _NARROW)


def unify_radicals(text: str) -> Change | None:
    """Turn radicals and compatibility forms that look like common characters (⼯, ⺠, 金) into those characters.

    PDF files whose fonts lack a proper character map give them in place of the real ones.
    """
    found = set(_RADICALS.findall(text))
    table = {}
    for character in found:
        plain = _RADICAL_SUPPLEMENT.get(character) or unicodedata.normalize("NFKC", character)
        if len(plain) == 1 and plain != character:
            table[character] = plain
    return replace_characters(text, table) if table else None
