"""Rules about single characters: line ends, damage, odd spaces, full-width forms, look-alike ideographs."""

from __future__ import annotations

import unicodedata

from reportsum import lazy_re as re

from .edits import Change, Edit, apply_edits, replace_characters

LINE_ENDS = "\r\x0b\x1c-\x1e\x85\u2028\u2029"
"""Whatever else str.splitlines takes for a line end, except the form feed: it tells the pages for the rule of page furniture."""

DAMAGE = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control characters; tab, line ends and form feed are none
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"  # zero width, direction, variation, BOM
    "\ufff0-\uffff"  # U+FFFD stands for lost bytes
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U0010ffff"  # lone surrogates, private use (icons, logos), tags
)
"""Never part of a report's words: what no reader can see, or what stands for lost bytes."""

_SPACE = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
SPACES = _SPACE

_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20\u1040\u1090\u17e0\u1810\u1946"
    "\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\U000104a0\U00010d30\U00011066\U000110f0"
    "\U00011136\U000111d0\U000112f0\U00011450\U000114d0\U00011650\U000116c0\U00011730\U000118e0\U00011950\U00011c50\U00011d50"
    "\U00011da0\U00016a60\U00016ac0\U00016b50\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6\U0001e140\U0001e2f0\U0001e950"
    "\U0001fbf0"
)
"""The zero of every other row of decimal digits in Unicode (Arabic-Indic, Devanagari, mathematical …); its digits follow it."""

WIDE = "０-９Ａ-Ｚａ-ｚ％﹪" + "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in _ZEROS)
"""Digits, letters and the percent sign; punctuation keeps its width. Digits of other scripts are digits too, and this is the one place that
says so: whatever comes after reads the working text, in which every decimal digit is one of 0 to 9."""

RADICALS = "\u2e80-\u2fdf\uf900-\ufaff"

_LINE_END = re.compile("[" + LINE_ENDS.replace("\r", "") + "]|\r(?!\n)")
# a class, and then the same class repeated: the class alone at the front lets the engine scan for it
_DAMAGED = re.compile(f"[{DAMAGE}][{DAMAGE}]*")
_PLAIN = dict.fromkeys(_SPACE, " ")
_NARROW = {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_NARROW |= {"％": "%", "﹪": "%"}
_NARROW |= {chr(ord(zero) + digit): str(digit) for zero in _ZEROS for digit in range(10)}
# A point or thousands comma between full-width digits belongs to the number: ５．５％, １，２３４元.
_WIDE_POINT = re.compile("(?<=[０-９0-9])．(?=[０-９0-9])")
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")

_RADICAL = re.compile(f"[{RADICALS}]")
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
    text, count = _LINE_END.subn("\n", text)
    pairs = apply_edits(text, (Edit(m.start(), m.end()) for m in re.finditer("\r", text)))
    if pairs:
        return pairs._replace(times=pairs.times + count)
    return Change(text, None, count) if count else None


def drop_damage(text: str) -> Change | None:
    """Drop characters that no reader can see or that stand for lost bytes."""
    return apply_edits(text, (Edit(m.start(), m.end()) for m in _DAMAGED.finditer(text)))


def plain_spaces(text: str) -> Change | None:
    """Turn every kind of space into the common one, so that later rules know one."""
    return replace_characters(text, _PLAIN)


def narrow(text: str) -> Change | None:
    """Turn full-width digits, letters and percent signs into half-width ones, and the digits of every script into 0 to 9.

    >>> narrow("１９５５年Ａ区增长５．５％，排名第２").text
    '1955年A区增长5.5%，排名第2'
    >>> narrow("202𝟑年增长٣%").text
    '2023年增长3%'
    """
    inner = _WIDE_POINT.sub(".", _WIDE_COMMA.sub(",", text))
    return replace_characters(inner, _NARROW)


def unify_radicals(text: str) -> Change | None:
    """Turn radicals and compatibility forms that look like common characters (⼯, ⺠, 金) into those characters.

    PDF files whose fonts lack a proper character map give them in place of the real ones.
    """
    found = set(_RADICAL.findall(text))
    table = {}
    for character in found:
        plain = _RADICAL_SUPPLEMENT.get(character) or unicodedata.normalize("NFKC", character)
        if len(plain) == 1 and plain != character:
            table[character] = plain
    return replace_characters(text, table) if table else None
