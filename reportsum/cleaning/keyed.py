"""The rule about keys and values: YAML, and Markdown that begins with it.

A value over several lines is one; its quotes, the escapes inside and the marks of a long key go; a label that is only a program's name for
a passage of prose goes from before it; and so do lines whose value is none (null, [], true). Everything is an edit: offsets hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportsum import lazy_re as re

from .edits import Change, Edit, apply_edits

_FRONT = re.compile(r"\s{0,20}---[ \t]*\n")
_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"(?P<indent>[ \t]*(?:- +)*)(?P<key>[A-Za-z_][\w.-]{0,200}):(?:[ \t]+|(?=\n)|$)")
_ITEM = re.compile(r"[ \t]*- ")
_EMPTY = re.compile(r"""(?:null|~|true|false|yes|no|''|""|\[\]|'\[\]'|"\[\]"|\{\}|none|n/a)?[ \t]*$""", re.IGNORECASE)
_BOUND_KEY = re.compile(r"_(?:Max|Min)$", re.IGNORECASE)
"""A zero under such a key, the bound of nothing, fills a place."""
_CODE = re.compile(r"_|\d|^[a-z]+[A-Z]")
"""A key that is a program's name, not a word."""
_PROSE = re.compile(r"[A-Za-z“\"'‘][\s\S]{0,200}?(?:[A-Za-z’'&,-]+\s+){4}[A-Za-z]")
_SENTENCE = re.compile(r"[a-z)%’”\d][.;:!?](?:\s|\\|['\"]*$)")
_IN_PLAIN = re.compile(r"[ \t]*\n(?:[ \t]*\n)*[ \t]*")
_IN_SINGLE = re.compile(rf"''|{_IN_PLAIN.pattern}")
_IN_DOUBLE = re.compile(r"(?:\\n)+[ \t]*(?:\\\n[ \t]*(?:\\(?= ))?)?|\\\n[ \t]*(?:\\(?= ))?|\\[\"\\/t ]" + rf"|{_IN_PLAIN.pattern}")
"""What is not to be taken as it stands in a plain value, and in one between single and double quotes."""
_LEAST_KEYED = 8
"""Lines with a key that make a text without a front one of keys and values …"""
_LEAST_SHARE = 0.6
"""… where they are so much of its lines that are not indented."""
_MOST_LINES = 400
"""Lines of one value; what goes on longer is a quote left open."""


class _Line(NamedTuple):
    start: int
    text: str


def join_values(text: str) -> Change | None:
    """Return the text with the values of keys written out; None for a text that is not one of keys and values."""
    stretch = find_keyed(text)
    return apply_edits(text, _edits(text, *stretch)) if stretch is not None else None


def find_keyed(text: str) -> tuple[int, int] | None:
    """Return from where to where a text is keys and values; None where it is prose."""
    front = _FRONT.match(text)
    begin = front.end() if front is not None else 0
    closed = _FRONT_END.search(text, begin) if front is not None else None
    end = closed.start() if closed is not None else len(text)
    lines = [line for line in text[begin:end].split("\n") if line.strip() and not line[0].isspace() and not line.startswith(("- ", ": "))]
    keyed = sum(1 for line in lines if _KEY.match(line) or line.startswith("? "))
    return (begin, end) if keyed >= _LEAST_KEYED and keyed >= _LEAST_SHARE * len(lines) else None


def _edits(text: str, begin: int, end: int) -> Iterator[Edit]:
    lines: list[_Line] = []
    at = begin
    for words in text[begin:end].split("\n"):
        lines.append(_Line(at, words))
        at += len(words) + 1
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.text.startswith("? ") and number + 1 < len(lines) and lines[number + 1].text.lstrip().startswith(": "):
            value = lines[number + 1]
            yield Edit(line.start, line.start + 2)
            yield Edit(line.start + len(line.text), value.start + value.text.index(":") + 2, ": ")
            number += 2
            continue
        keyed = _KEY.match(line.text)
        number += 1
        if keyed is None:
            continue
        value_at = line.start + keyed.end()
        last = number
        while last < len(lines) and last - number < _MOST_LINES and _goes_on(text, value_at, lines, last, len(keyed["indent"])):
            last += 1
        stop = lines[last - 1].start + len(lines[last - 1].text)
        number = last
        yield from _value(text, line.start, keyed, value_at, stop)


def _goes_on(text: str, value_at: int, lines: list[_Line], number: int, indent: int) -> bool:
    """Return whether a line belongs to the value before it: deeper than its key, and no key or item itself unless inside quotes."""
    line = lines[number].text
    quote = text[value_at : value_at + 1]
    if quote in ("'", '"'):
        return not _is_closed(text[value_at : lines[number].start].rstrip(), quote)
    deeper = len(line) - len(line.lstrip()) > indent or (not indent and line.startswith((" ", "\t")))
    return bool(line.strip()) and deeper and not _KEY.match(line) and not _ITEM.match(line)


def _is_closed(value: str, quote: str) -> bool:
    body = value[1:]
    if quote == "'":
        return (len(body) - len(body.rstrip("'"))) % 2 == 1
    return body.endswith('"') and (len(body[:-1]) - len(body[:-1].rstrip("\\"))) % 2 == 0


def _value(text: str, line: int, keyed: re.Match[str], value_at: int, stop: int) -> Iterator[Edit]:
    value = text[value_at:stop]
    if _EMPTY.match(value) or (value.strip() == "0" and _BOUND_KEY.search(keyed["key"])):
        if not (value.strip() == "" and text[stop : stop + 1] == "\n" and _opens(text, stop)):
            yield Edit(line, stop + text.startswith("\n", stop))
        return
    quote = value[0] if value[0] in "'\"" and _is_closed(value.rstrip(), value[0]) else ""
    inner, close = (1, len(value.rstrip()) - 1) if quote else (0, len(value))
    key_at = line + len(keyed["indent"])
    if _PROSE.match(value, inner) and _SENTENCE.search(value, inner) and _CODE.search(keyed["key"]):
        yield Edit(key_at, value_at + inner)
    elif quote:
        yield Edit(value_at, value_at + 1)
    breaks = _inside_double(value, inner, close) if quote == '"' else _inside(value, inner, close, single=quote == "'")
    for start, end, replacement in breaks:
        yield Edit(value_at + start, value_at + end, replacement)
    if quote:
        yield Edit(value_at + close, value_at + close + 1)


def _opens(text: str, stop: int) -> bool:
    """Return whether a list or deeper keys follow a key without a value."""
    following = text[stop + 1 : stop + 200]
    return following.startswith((" ", "\t", "- "))


def _inside(value: str, start: int, end: int, *, single: bool) -> Iterator[Edit]:
    for found in (_IN_SINGLE if single else _IN_PLAIN).finditer(value, 0, end):
        if found.start() < start:
            continue
        if found[0] == "''":
            yield Edit(found.start(), found.start() + 1)
        else:
            yield Edit(found.start(), found.end(), "\n" if found[0].count("\n") > 1 else " ")


def _inside_double(value: str, start: int, end: int) -> Iterator[Edit]:
    for found in _IN_DOUBLE.finditer(value, 0, end):
        if found.start() < start:
            continue
        said = found[0]
        if said.startswith("\\n"):
            replacement = "\n"
        elif said.startswith("\\\n"):
            replacement = ""  # what is to stay between the halves stands before the mark or behind the next one
        elif said[0] == "\\":
            replacement = said[1] if said[1] in '"\\/ ' else " "
        else:
            replacement = "\n" if said.count("\n") > 1 else " "
        yield Edit(found.start(), found.end(), replacement)
