"""The rule about page furniture: page numbers, running headers, navigation, view counters.

It looks at short lines only: prose is never furniture. Lines that carry the issuer or the date stay for the metadata step, without
their buttons and counters. Table: page_furniture.tsv.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reportsum import lazy_re as re

from ..tables import read_table
from .edits import Change, Edit, apply_edits

_LONGEST = 120
"""Longer lines are prose."""
_LONGEST_CLOSING = 1200
"""Characters of what a site puts below a text."""
_LONGEST_NUMBER = 24
"""Without the spaces that centre it."""
_LEAST_HEADER, _LONGEST_HEADER = 6, 45
_LEAST_PAGES = 3
"""Fewer repetitions prove no page header."""
_LEAST_PAGE_LENGTH = 15
"""Lines; headers that repeat sooner are rows of a table or parts of a list."""

_DASH = "[—–―─━\\-－~～·•\\[\\]【】]"
_NUMBER = r"(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})"
_PAGE_NUMBER = re.compile(
    rf" *(?:{_DASH}{{1,3}} ?\d{{1,4}} ?{_DASH}{{1,3}}"  # — 3 —
    rf"|第 ?{_NUMBER} ?页(?: ?[,，/／、|]? ?[(（]?共 ?{_NUMBER} ?页[)）]?)?"  # 第3页 共10页
    r"|共 ?[0-9]{1,4} ?页(?: ?[,，/／、|]? ?第 ?[0-9]{1,4} ?页)?"
    r"|[Pp]age ?[0-9]{1,4}(?: ?(?:of|/) ?[0-9]{1,4})?"
    r") *"
)
_PAGE_OF = re.compile(" *[0-9]{1,4} ?/ ?([0-9]{1,4}) *")
_BARE_NUMBER = re.compile(r" *[0-9]{1,4} *", re.ASCII)
_LEAST_BETWEEN_PAGES = 8
"""Lines between two bare numbers that may be page numbers; rows of a table stand closer."""
_LEAST_COUNTED = 6
"""Numbers that count up, where other bare numbers stand among them."""
_MOST_MISSING = 2
"""Numbers in a row that the count of the pages may lack."""
_LAST_PAGE = 999
_LEAST_FULL = 15
"""Characters of a line of prose, where a cell of a table is shorter."""

_METADATA = re.compile(
    "来源[ ]?[:：]|稿源|发布(?:时间|日期|机构)|发文(?:时间|日期|机关)|索引号|(?:日期|时间)[ ]?[:：][ ]?[0-9]{4}|作者[ ]?[:：]"
)
_FONT_SIZE = "(?:字体|字号|字體)(?:大小)?[ ]?[:：]?[ ]?(?:[\\[【(（]?[ ]?(?>(?:[大中小特默认][ |/]*)*)[\\]】)）]?)?"
_FILLER = "[ \\t\\[\\]【】()（）|｜:：/／>＞»·•\\-—_+×,，、.。!！]"


class _Patterns(NamedTuple):
    line: re.Pattern[str]
    """A whole line of buttons, counters and fillers."""
    part: re.Pattern[str]
    """A button or counter beside metadata, standing by itself: 新增注册企业 holds no button."""
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    hint: re.Pattern[str]
    """Any word of the table: the quick look."""


def drop_furniture(text: str) -> Change | None:
    """Drop page numbers, running headers, navigation and counters, each with its line end.

    >>> drop_furniture("发布时间：2022-08-03 浏览次数：15 字体：[大 中 小]\\n【打印本页】 【关闭窗口】\\n一、回顾\\n— 3 —\\n二、展望").text
    '发布时间：2022-08-03 \\n一、回顾\\n二、展望'
    """
    lines = _lines(text)
    marks = find_page_marks([line.text for line in lines])
    edits = [_gap(lines, first, last, text) for first, last in _groups(marks)]
    closing = _closing(lines, len(text))
    if closing is not None:
        edits = [edit for edit in edits if edit.end <= closing]
        edits.append(Edit(closing, len(text)))
    for place, line in enumerate(lines):
        if closing is not None and line.start >= closing:
            break
        if place not in marks and len(line.text) <= _LONGEST:
            edits.extend(_web_furniture(line, text))
    if "\x0c" in text:
        edits = _with_page_ends(edits, text)
    return apply_edits(text, sorted(edits))


class _Line(NamedTuple):
    start: int
    text: str


def _lines(text: str) -> list[_Line]:
    """Return the lines that are not blank."""
    lines = []
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            lines.append(_Line(start, line))
        start += len(line) + 1
    return lines


def _groups(places: set[int]) -> Iterator[tuple[int, int]]:
    """Give (first, last) of every row of neighbouring places, in order."""
    row: list[int] = []
    for place in sorted(places):
        if row and place > row[-1] + 1:
            yield row[0], row[-1]
            row = []
        row.append(place)
    if row:
        yield row[0], row[-1]


def _gap(lines: list[_Line], first: int, last: int, text: str) -> Edit:
    """Return the edit that drops lines `first`..`last` and the blank lines around them: a page end is no paragraph end."""
    start = lines[first - 1].start + len(lines[first - 1].text) + 1 if first else 0
    end = lines[last + 1].start if last + 1 < len(lines) else len(text)
    if first and last + 1 < len(lines) and _ROW.search(lines[first - 1].text) and "\n\n" in text[start - 1 : end]:
        return Edit(start, end, "\n")  # the last row of a table: what follows is a paragraph of its own
    return Edit(start, end)


_ROW = re.compile(r"\d[\d,. ]*\D{0,3}\s{1,8}[\w,.]*\d[\w,.]*\s*$")
"""How a line ends that is a row of numbers."""


def _closing(lines: list[_Line], end: int) -> int | None:
    """Return where the notice begins that a site puts below a text (its licence), None when there is none: it goes with all behind it."""
    pattern = _patterns().closing
    near = (line for line in lines if line.start >= end - _LONGEST_CLOSING)
    return next((line.start for line in near if line.start and pattern.match(line.text)), None)


def _with_page_ends(edits: list[Edit], text: str) -> list[Edit]:
    """Add the form feeds that no other edit covers; one inside a line ends that line."""
    covered = sorted(edits)
    found, at = [], 0
    for match in re.finditer("\x0c", text):
        start = match.start()
        while at < len(covered) and covered[at].end <= start:
            at += 1
        if at == len(covered) or start < covered[at].start:
            inside = start > 0 and text[start - 1] not in "\n\x0c" and text[start + 1 : start + 2] not in ("\n", "")
            found.append(Edit(start, start + 1, "\n" if inside else ""))
    return edits + found


def _whole(line: _Line, text: str) -> Edit:
    """Return the edit that drops a line with its line end."""
    return Edit(line.start, min(line.start + len(line.text) + 1, len(text)))


def _web_furniture(line: _Line, text: str) -> list[Edit]:
    patterns = _patterns()
    if not patterns.hint.search(line.text):
        return []
    if patterns.line.fullmatch(line.text) or patterns.opening.match(line.text):
        return [_whole(line, text)]
    if _METADATA.search(line.text):
        return [Edit(line.start + m.start(), line.start + m.end()) for m in patterns.part.finditer(line.text)]
    return []


def find_page_marks(lines: list[str]) -> set[int]:
    """Return the places, in `lines` (without blank ones), of page numbers and of the headers and footers that repeat on every page."""
    numbers = {place for place, line in enumerate(lines) if len(line.strip()) <= _LONGEST_NUMBER and _PAGE_NUMBER.fullmatch(line)}
    numbers |= _pages_of(lines)
    starts = [place for place, line in enumerate(lines) if "\x0c" in line]
    for start in starts:
        numbers |= {place for place in (start - 1, start) if place >= 0 and _BARE_NUMBER.fullmatch(lines[place].strip())}
    numbers = numbers or _bare_page_numbers(lines)
    return numbers | _beside_page_ends(lines, numbers, starts) | _regular_headers(lines) | _numbered_heads(lines) | _signatures(lines)


def _pages_of(lines: list[str]) -> set[int]:
    """Return the places of "3/12" where several lines name the same last page."""
    found = [(at, hit[1]) for at, line in enumerate(lines) if len(line.strip()) <= _LONGEST_NUMBER and (hit := _PAGE_OF.fullmatch(line))]
    totals = {total for _, total in found}
    return {place for place, _ in found} if len(found) >= _LEAST_PAGES and len(totals) == 1 else set()


def _bare_page_numbers(lines: list[str]) -> set[int]:
    """Return the places of bare numbers that count up by one with a page's lines between them."""
    bare = [(place, int(line)) for place, line in enumerate(lines) if len(line.strip()) <= _LONGEST_NUMBER and _BARE_NUMBER.fullmatch(line)]
    if len(bare) < _LEAST_PAGES:
        return set()
    if all(after == before + 1 and right - left >= _LEAST_BETWEEN_PAGES for (left, before), (right, after) in pairwise(bare)):
        return {place for place, _ in bare}
    pages = _longest_count(bare)
    return {place for place, _ in pages} if _are_pages(pages, lines) else set()


def _longest_count(numbers: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of (place, number) that counts up, a number missing now and then: the number of a page that is a drawing.

    >>> _longest_count([(3, 1), (20, 2), (24, 7), (25, 1), (44, 3), (90, 5)])
    [(3, 1), (20, 2), (44, 3), (90, 5)]
    """
    longest: dict[int, int] = {}  # number → where, in `numbers`, the longest count ends that ends with it
    lengths, before = [0] * len(numbers), [-1] * len(numbers)
    for at, (_, number) in enumerate(numbers):
        ends = [longest[number - step] for step in range(1, _MOST_MISSING + 2) if number - step in longest]
        if ends:
            before[at] = max(ends, key=lambda end: lengths[end])
        lengths[at] = 1 + (lengths[before[at]] if ends else 0)
        if number not in longest or lengths[at] >= lengths[longest[number]]:
            longest[number] = at
    at = max(range(len(numbers)), key=lambda end: lengths[end])
    count = []
    while at >= 0:
        count.append(numbers[at])
        at = before[at]
    return count[::-1]


def _are_pages(count: list[tuple[int, int]], lines: list[str]) -> bool:
    """Whether numbers that count up among others number pages: a page's lines between most of them, and prose that fills its line before
    them. The serial numbers of a table whose cells stand on lines of their own come after short cells."""
    if len(count) < _LEAST_COUNTED or count[-1][1] > _LAST_PAGE:
        return False
    import statistics

    missing = count[-1][1] - count[0][1] - (len(count) - 1)
    between = statistics.median(right - left for (left, _), (right, _) in pairwise(count))
    full = sum(place > 0 and len(lines[place - 1].strip()) >= _LEAST_FULL for place, _ in count)
    return missing * 4 <= len(count) and between >= _LEAST_BETWEEN_PAGES and full * 2 >= len(count)


def _beside_page_ends(lines: list[str], numbers: set[int], starts: list[int]) -> set[int]:
    """Return the places of short lines that stand beside most page ends with the same words, digits aside."""
    page_ends = max(len(numbers), len(starts))
    if page_ends < _LEAST_PAGES:
        return set()
    beside = {place + step for place in numbers for step in (-2, -1, 1, 2)} | {start + step for start in starts for step in (-2, -1, 0, 1)}
    beside = {place for place in beside if 0 <= place < len(lines) and place not in numbers and len(lines[place]) <= _LONGEST_HEADER}
    said = Counter(_without_digits(lines[place]) for place in beside)
    return {place for place in beside if said[_without_digits(lines[place])] * 2 > page_ends}


def _regular_headers(lines: list[str]) -> set[int]:
    """Return the places of headers without page numbers beside them: the same words, or words that count up, a page apart."""
    if len(lines) < _LEAST_PAGES * _LEAST_BETWEEN_PAGES:
        return set()
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if _LEAST_HEADER <= len(line) <= _LONGEST_HEADER and line.rstrip()[-1] not in "。：；:;，,、":
            places.setdefault(_without_digits(line), []).append(place)
    found: set[int] = set()
    for same in places.values():
        if len(same) >= _LEAST_PAGES and _is_regular(same) and _counts_up_or_stays([lines[place] for place in same]):
            found |= {*same}
    return found


_RUNNING_HEAD = re.compile(
    r" *(?:(?:(?P<left>[0-9]{1,3})|[\w+]{1,3}) )?(?P<words>[A-Z][A-Z.,’'&:\- ]{5,60}(?:, [12][0-9]{3})?)"
    r"(?: (?:(?P<right>[0-9]{1,3})|\w{1,3}(?: \w{1,3})?))? *"
)
"""The title of a book or chapter in capitals with the page's number before or behind it, which a scan may have misread (4O, AS, Z l)."""


def _numbered_heads(lines: list[str]) -> set[int]:
    """Return the places of running heads with the page's number beside their words: the same words, and numbers that rise, but for a few.

    >>> page = ["The work went on in all halls."] * 20
    >>> heads = ["4 MUSEUM REPORT, 1960", "6 MUSEUM REPORT, 1960", "1O MUSEUM REPORT, 1960", "12 MUSEUM REPORT, 1960"]
    >>> sorted(_numbered_heads([line for head in heads for line in (head, *page)]))
    [0, 21, 42, 63]
    """
    places: dict[str, list[int]] = {}
    pages: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if len(line) <= _LONGEST and (head := _RUNNING_HEAD.fullmatch(line.strip("\x0c"))) is not None:
            places.setdefault(head["words"], []).append(place)
            if number := head["left"] or head["right"]:
                pages.setdefault(head["words"], []).append(int(number))
    heads: set[str] = set()
    for words, numbers in pages.items():
        apart = all(right - left >= _LEAST_PAGE_LENGTH for left, right in pairwise(places[words]))
        rises = sum(left < right for left, right in pairwise(numbers))  # a misread number falls once
        if len(numbers) >= _LEAST_PAGES and apart and 4 * rises >= 3 * (len(numbers) - 1):
            heads.add(words)
    found = {place for words in heads for place in places[words]}
    return found | _other_heads(lines, heads, places, found) if heads else found


def _other_heads(lines: list[str], heads: set[str], places: dict[str, list[int]], found: set[int]) -> set[int]:
    """Return the places of lines that are running heads beside these: misread ones (RESEARCEL 67), and those of short chapters, whose page
    comes between the pages of the heads around them."""
    known = [(place, _page_on(lines[place])) for place in sorted(found)]
    numbered = [(place, page) for place, page in known if page is not None]
    others: set[int] = set()
    for words, same in places.items():
        for place in same:
            if place in found:
                continue
            page = _page_on(lines[place])
            before = max((one for one in numbered if one[0] < place), default=None)
            after = min((one for one in numbered if one[0] > place), default=None)
            fits = page is not None and before is not None and after is not None and before[1] < page < after[1]
            if fits or any(_is_misread(words, head) for head in heads):
                others.add(place)
    return others


def _page_on(line: str) -> int | None:
    head = _RUNNING_HEAD.fullmatch(line.strip("\x0c"))
    number = (head["left"] or head["right"]) if head is not None else None
    return int(number) if number else None


def _is_misread(words: str, head: str) -> bool:
    """Return whether words are those of a head but for a letter or two, or with a misread number behind them."""
    if words.startswith(head):
        return len(words) - len(head) <= _MOST_MISREAD
    import difflib

    return abs(len(words) - len(head)) <= _MOST_MISREAD and difflib.SequenceMatcher(None, words, head).ratio() >= _ALIKE


_MOST_MISREAD = 4
_ALIKE = 0.92


def _signatures(lines: list[str]) -> set[int]:
    """Return the places of the printer's signatures at the feet of pages: one number, the year, a count (563136—60—3)."""
    found: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if len(line) <= _LONGEST_NUMBER and (signed := _SIGNATURE.fullmatch(line.strip(" \x0c"))) is not None:
            found.setdefault(signed["job"], []).append(place)
    return {place for same in found.values() if len(same) >= _LEAST_PAGES for place in same}


_SIGNATURE = re.compile(r"(?P<job>[0-9]{4,7})[ —–_-]{1,4}[0-9]{2}[ —–_-]{1,5}[0-9]{1,3}")


def _is_regular(places: list[int]) -> bool:
    steps = [right - left for left, right in pairwise(places)]
    return min(steps) >= _LEAST_PAGE_LENGTH and max(steps) <= min(steps) * 1.5


def _counts_up_or_stays(lines: list[str]) -> bool:
    numbers = [[int(digits) for digits in re.findall(r"\d{1,9}", line)] for line in lines]
    changed = [column for column in zip(*numbers, strict=False) if len({*column}) > 1]
    return all(right == left + 1 for column in changed for left, right in pairwise(column))


def _without_digits(text: str) -> str:
    return re.sub(r"[\d\s]+", "", text)


@functools.cache
def _patterns() -> _Patterns:
    rows = sorted(read_table("page_furniture.tsv", ("words", "kind"), key="words"), key=lambda row: -len(row["words"]))
    words: dict[str, list[str]] = {"button": [], "counter": [], "opening": [], "closing": []}
    for row in rows:
        if row["kind"] not in words:
            raise row.wrong(f'the kind is "{row["kind"]}", expected one of {", ".join(words)}.')
        words[row["kind"]].append(re.escape(row["words"]))
    button, counter, opening, closing = ("|".join(words[kind]) for kind in ("button", "counter", "opening", "closing"))
    number = r"[\[【(（]?[ ]?[0-9][0-9,]*[ ]?[\]】)）]?[ ]?次?|[\[【(（][ ]?[\]】)）]|次"
    count = rf"(?:{counter})(?:[ ]?[:：])?(?:[ ]?(?:{number}))?"
    piece = f"{_FONT_SIZE}|{button}|{count}"
    # atomic: each piece is read once, longest word first, without a way back
    return _Patterns(
        line=re.compile(f"(?>{_FILLER}*+(?>{piece}))++{_FILLER}*+[大中小]?{_FILLER}*+"),
        part=re.compile(rf"(?:(?<=[ |｜])|^)[\[【(（]?(?>{piece})[\]】)）:：]?(?:(?=[ |｜\[【]|$)|(?<= ))"),
        opening=re.compile(rf"[ \[【(（]*(?:{opening})"),
        closing=re.compile(rf"[ \[【(（]*(?:{closing})"),
        hint=re.compile(f"{_FONT_SIZE}|{button}|{counter}|{opening}"),
    )
