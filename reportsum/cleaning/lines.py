"""The rule about lines that end inside a sentence.

Three signs, each enough: the text is hard-wrapped (its broken lines have one width), or what stands at the break can only
go on (a comma before it, a closing mark after it, a figure torn from its unit), or the text came from a page whose links and bold words
each took a line of their own, so that a sentence left open there is open. Headings, labels and indented lines begin anew; a title over
two lines is left to the metadata step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from reportsum import lazy_re as re

from ..tabular.registers import STATES, register_lines
from .edits import Change, Edit, apply_edits

_FULL_STOPS = frozenset("。！？；：…!?;:")
_CLOSERS = frozenset("”’」』）)》〉】\"'")
_COMMAS = frozenset("，、,“‘「『（(《〈")
_GOES_ON = frozenset("，。；、：！？”’」』）)》〉%％‰")
_SALUTED = re.compile("代表|委员|同志|主任|主席|来宾|朋友|各位")

_HEADING_LABEL = re.compile(
    "第[一二三四五六七八九十百零〇0-9]{1,4}[章节部篇编]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[)）]"
)
_LABEL = re.compile(
    "第[一二三四五六七八九十百零〇0-9]{1,4}[章节部篇编条]"
    "|[一二三四五六七八九十]{1,3}[、．.]"
    "|[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)）]"
    "|[0-9]{1,3}(?:[、．)）]|[.](?![0-9]))"
    "|[①-⑳⑴-⒇㈠-㈩]"
    "|#{1,6}[ ]|[•●■◆◇○★▲]|[—─-]{2}|[-+*|][ ]"
    "|(?:附件|附表|附录|注|备注)[0-9一二三四五六七八九十]?[:：]|附[件表录] ?[0-9一二三四五六七八九十]{1,2}$"
)
# 责任单位：…, 一是… and NB-IoT: 窄带物联网 begin a line of their own, unless the line before is full to its width.
_WEAK_LABEL = re.compile("[^ ，。；、：:]{2,8}[:：]|[一二三四五六七八九十]{1,2}(?:是|要)|[A-Z][A-Za-z0-9/ -]{1,20}[:：] ?[一-鿿]")

ARTICLE = re.compile(r" *第[一二三四五六七八九十百]{1,5}条[ 　]")
"""How a paragraph of a rule begins."""
LEAST_ARTICLES = 3
"""So many of them make a text of rules."""
_BULLET = re.compile("[—─-]{2}|[•●■◆◇○★▲]")
_PROSE = re.compile("[，。；]")
_TITLE_BEHIND = re.compile("[。；][一-鿿]{0,8}(?:思路|目标|原则|内容|要求|任务|体系|框架|标准|措施|保障|背景|意义|重点|方向)$")
"""A title that a page left behind the last sentence of the paragraph above: …协同发展。建设思路."""
_TITLE_TELLS = re.compile("(?:新(?:的?进展|局面|成就|台阶|突破|成效|步伐|变化)|显著|明显|(?:不断|持续|全面|进一步|明显)[一-鿿]{2})$")
"""A title that is a sentence: 五年来,外交工作开创新局面."""
_LONGEST_TITLE = 30
_TORN_NUMBER = re.compile("[，。；、].*[0-9]$")
_UNIT = re.compile("[万亿]|%|‰|个百分点|多?[万亿个家公元]")
_NUMERALS = frozenset("一二三四五六七八九十")

_YEARS = re.compile("[0-9]{4}年")

_LATIN_END = re.compile("[A-Za-z0-9][,;:.!?)\"']*$")

_KEY_LINE = re.compile(r"[A-Za-z][\w ()%-]{0,120}: -?[\d.]+(?:[eE][-+]?\d+)?$|[A-Za-z]+_\w+: ")
"""A key and its number, or a program's key: Amount_Recovered: 18.88."""
_HAN = re.compile("[\u3400-\u9fff]")
_LEAST_TORN_PAGE = 40
"""Characters of a Latin paragraph that may be one torn by the end of a page: shorter ones are headings and entries."""
_OPEN_WORD = re.compile(
    r"(?<![A-Za-z])(?<!; )(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|that|than|as|our|their|its|this|these|until|between|into"
    r"|over|under|per"
    r"|is|are|was|were|be|will|has|have|had|refer to)$"
)
"""No sentence and no heading ends so."""
_OPEN_DATE = re.compile(
    r"\d (?:January|February|March|April|May|June|July|August|September|October|November|December)$"
    r"|(?<![A-Za-z])(?:in|by|until|till|since) FY$"
)
_GOES_ON_SMALL = re.compile(r"[a-z][a-z’'-]*[.,;]?(?: |$)")
_SMALL_LABEL = re.compile(r"[a-z]{1,4}[.)]|[ivx]+ ")
_NUMBER_ON = re.compile(r"[$£€]?\d[\d,.]*%?(?![\d.)]*[.)] ?[A-Z])")

_LEAST_WIDTH = 30
"""Columns. Shorter lines are headings and table cells."""
_RAGGED = 6
"""Columns a wrapped line of Han characters may fall short of the full width, since numbers and closing marks are not torn."""
_INDENT = 4
"""Columns by which the first line of a paragraph falls short where its indent was lost."""
_RAGGED_LATIN = 16
"""The same for a line of Latin words, which are longer."""
_LEAST_RUN = 2
"""Breaks in a row between open lines of one width that prove a wrapped paragraph in a text that is not wrapped as a whole."""
_LEAST_RUN_WIDTH = 40
"""Columns."""
_LEAST_COUNT = 24
"""Characters of a line in a text that was cut by their number."""
_LEAST_RUN_LINES = 20
"""So many lines in such runs tell how wide the text is."""
_RUN_GAP = 2
"""Characters between the lines of such a run."""
_LEAST_BROKEN = 3
_FEW = 10
"""Of so many lines of a wrapped text one may be longer than its width."""
_LEAST_TORN = 3
"""Lines that begin with a closing mark or a comma: so many show that links and bold words of a page took lines of their own."""
_LONGEST_FRAGMENT = 40
"""Characters of a link or bold words that stand on a line of their own."""
_LEAST_PART = 20
"""Lines of a part of the text that may be wrapped by itself."""
_MANY = 40
"""Of so many lines of a wrapped text at least one begins a paragraph."""


_HEADED_END = re.compile(
    r"(?<=。) +(?=(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])[^，。；：！？,;:!? ]{2,24}$)"
)
"""The gap before a heading that a page left on the last line of the paragraph above: …协同发展。 三、建设思路."""


class _Line(NamedTuple):
    start: int
    text: str
    """Without the spaces at its end."""
    width: int
    """Columns: a Han character takes two."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def closed(self) -> bool:
        """Whether it ends where a sentence ends."""
        at = len(self.text) - 1
        while at > 0 and self.text[at] in _CLOSERS:
            at -= 1
        return self.text[at] in _FULL_STOPS or (self.text[at] == "." and self.text[at - 1].isalpha())


class _Wrapping(NamedTuple):
    """How a hard-wrapped text is wrapped, in columns."""

    width: int
    ragged: int
    gap: int
    """Characters from the end of a broken line to the next: more than one where blank lines stand between all lines."""
    indented: bool
    """Paragraphs begin with an indented line."""
    parted: bool
    """Paragraphs are parted by blank lines."""
    articles: bool
    """The text is a rule: what （一） counts are items, not headings."""


def join_lines(text: str) -> Change | None:
    """Join lines that are broken inside a sentence.

    >>> join_lines("一、工作回顾\\n今年以来，\\n全市上下同心。\\n二、展望").text
    '一、工作回顾\\n今年以来，全市上下同心。\\n二、展望'
    """
    if "\n" not in text:
        return None
    lines = _lines(text)
    rows = register_lines([line.text for line in lines]) if any(state in text for state in STATES) else set()
    return apply_edits(text, _joints(lines, _wrappings(lines), rows))


def _lines(text: str) -> list[_Line]:
    """Return the lines that are not blank."""
    lines = []
    start = 0
    for line in text.split("\n"):
        kept = line.rstrip()
        if kept:
            lines.append(_Line(start, kept, len(kept.encode("gb18030", "replace"))))
        start += len(line) + 1
    return lines


def _wrappings(lines: list[_Line]) -> list[_Wrapping | None]:
    """Return for every line how the text is wrapped there: the whole of it or, where an annex of tables has other lines, the parts
    whose lines are no wider than those of its prose."""
    whole = _wrapping(lines, lines)
    if whole is not None or len(lines) < _LEAST_PART:
        return [whole] * len(lines)
    widths = Counter(line.width for line in lines if line.width >= _LEAST_WIDTH and not line.closed and _PROSE.search(line.text))
    near = {full: sum(widths[one] for one in range(full - _RAGGED, full + 1)) for full in widths}
    full = max(near, key=lambda width: (near[width], width), default=0)
    found: list[_Wrapping | None] = [None] * len(lines)
    if not full or near[full] < _LEAST_PART:
        return found
    begin = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and lines[at].width <= full + 2:
            continue
        if at - begin >= _LEAST_PART:
            found[begin:at] = [_wrapping(lines[begin:at], lines)] * (at - begin)
        begin = at + 1
    return found


def _wrapping(lines: list[_Line], text: list[_Line]) -> _Wrapping | None:
    """Return how these lines of the text are wrapped; None when they are not."""
    broken = [(left, right) for left, right in pairwise(lines) if len(left.text) * 2 >= _LEAST_WIDTH and not left.closed]
    widths = Counter(width for left, _ in broken if (width := left.width) >= _LEAST_WIDTH)
    if widths.total() < _LEAST_BROKEN:
        return None
    latin = sum(left.text.isascii() for left, _ in broken) * 2 > len(broken)
    ragged = _RAGGED_LATIN if latin else _RAGGED
    near = {full: sum(widths[one] for one in range(full - ragged, full + 1)) for full in widths}
    full = max(near, key=lambda width: (near[width], width))
    longer = sum(len(line.text) * 2 > full + 2 and line.width > full + 2 for line in lines)
    if near[full] < _LEAST_BROKEN or near[full] * 2 < widths.total() or longer * _FEW > len(lines):
        return None
    torn = [(left, right) for left, right in broken if full - ragged <= left.width <= full]
    if sum(_begins_anew(right.text.lstrip()) for _, right in torn) * 4 > len(torn):
        # entries of a list that happen to be of one length
        return None
    gap = Counter(right.start - left.end for left, right in torn).most_common(1)[0][0]
    indented = sum(line.text.startswith("  ") for line in text) * _MANY > len(text)
    parted = sum(right.start - left.end > gap for left, right in pairwise(text)) * _MANY > len(text)
    articles = sum(ARTICLE.match(line.text) is not None for line in text) >= LEAST_ARTICLES
    return _Wrapping(full, ragged, gap, indented, parted, articles)


def _runs(lines: list[_Line]) -> set[int]:
    """Return the places of lines that are broken inside a run of open lines of one width, whatever the rest of the text is like."""
    found: set[int] = set()
    begin = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and _runs_on(lines, begin, at):
            continue
        # the line that closes the run belongs to it, unless it begins something new
        closes = at < len(lines) and not lines[at - 1].closed and _is_near(lines, begin, at) and not _begins_anew(lines[at].text)
        end = at if closes else at - 1
        if end - begin >= _LEAST_RUN:
            prose = sum(_PROSE.search(line.text) is not None for line in lines[begin:at])
            found |= {*range(begin, end)} if 2 * prose >= at - begin else set()
        begin = at
    return found


def _cut_by_count(lines: list[_Line]) -> set[int]:
    """Return the places of lines that were cut after the same number of characters, whatever their columns: no line is longer."""
    longest = max((len(line.text) for line in lines), default=0)
    cut = {at for at, line in enumerate(lines[:-1]) if len(line.text) == longest and not line.closed}
    if longest < _LEAST_COUNT or len(cut) < _LEAST_BROKEN:
        return set()
    prose = {at for at in cut if _PROSE.search(lines[at].text) or at - 1 in cut}
    return {at for at in prose if not _begins_anew(lines[at + 1].text)}


def _pairs(lines: list[_Line], runs: set[int]) -> set[int]:
    """Return the places of lines that are broken once, at the width that the runs of the text have."""
    widths = Counter(lines[at].width for at in runs)
    full = {width for width, count in widths.items() if count * _MANY >= len(runs)} if len(runs) >= _LEAST_RUN_LINES else set()
    if not full:
        return set()
    narrowest, widest = min(full), max(full)
    return {
        at
        for at, (left, right) in enumerate(pairwise(lines))
        if at not in runs
        and not left.closed
        and right.closed
        and narrowest - _INDENT <= left.width <= widest
        and right.width <= widest
        and right.start - left.end <= _RUN_GAP
        and not _begins_anew(right.text)
        and not _HEADING_LABEL.match(left.text)
    }


def _runs_on(lines: list[_Line], begin: int, at: int) -> bool:
    """Whether line `at` is one more open line of about the width of the run that began at `begin`."""
    before, line = lines[at - 1], lines[at]
    if at == begin + 1 and _is_heading(before.text.lstrip()):
        return False
    if line.closed or before.closed or not _is_near(lines, begin, at) or _begins_anew(line.text):
        return False
    return min(line.width, before.width) >= _LEAST_RUN_WIDTH and abs(line.width - before.width) <= _RAGGED + _INDENT


def _is_near(lines: list[_Line], begin: int, at: int) -> bool:
    """Whether line `at` stands as near to the one before as the lines of the run do."""
    gap = lines[at].start - lines[at - 1].end
    return gap <= _RUN_GAP and (at == begin + 1 or gap == lines[begin + 1].start - lines[begin].end)


def _joints(lines: list[_Line], wrappings: list[_Wrapping | None], rows: Set[int]) -> Iterator[Edit]:
    """`rows`: places of the lines that are rows of a register."""
    runs = _runs(lines)
    runs |= _pairs(lines, runs) | _cut_by_count(lines)
    gaps = [right.start - left.end for left, right in pairwise(lines) if right.text[0] in _GOES_ON]
    first, prose, parted = 0, False, False
    for at, (left, right) in enumerate(pairwise(lines)):
        # between a heading and its text more blank lines stand than where a link tore a sentence
        torn = len(gaps) >= _LEAST_TORN and right.start - left.end <= max(gaps)
        # what the sentence is open in: the line, and those joined to it before
        prose = prose or "。" in left.text
        parted = parted or "，" in left.text
        following = lines[at + 2] if at + 2 < len(lines) else None
        if "。 " in left.text and (gap := _HEADED_END.search(left.text)) is not None and not _is_full(left, wrappings[at]):
            yield Edit(left.start + gap.start(), left.start + gap.end(), "\n")
            first, prose, parted = at + 1, False, False
            continue
        if at in rows or at + 1 in rows or _is_row(left.text) or _is_row(right.text):
            first, prose, parted = at + 1, False, False
            continue
        if (
            _goes_on(left, right, prose=prose, torn=torn)
            or (torn and _is_fragment(lines[first], left, right, following, parted=parted))
            or (parted and _is_link(left, right, following))
            or at in runs
            or ((wrapping := wrappings[at]) is not None and _is_wrapped(left, right, wrapping))
            or _is_torn_by_page(lines, at)
        ):
            yield _joint(left, right)
        else:
            first, prose, parted = at + 1, False, False


def _is_row(line: str) -> bool:
    """Return whether a line is a row of a table or of a data sheet: it ends where it ends."""
    return line.startswith("|") or "\t" in line.strip() or _KEY_LINE.match(line) is not None


def _goes_on(left: _Line, right: _Line, *, prose: bool, torn: bool) -> bool:
    """Return whether the break itself shows that the sentence goes on. `prose` says that a sentence ended in it before."""
    if right.text[0] in _GOES_ON:
        return True
    last = left.text[-1]
    if _is_hyphenated(left, right):
        return True
    if last in _COMMAS:
        if _LABEL.match(right.text.lstrip()):
            return False
        return len(left.text) > 40 or not _SALUTED.search(left.text)
    if _UNIT.match(right.text) and _TORN_NUMBER.search(left.text):
        return True
    if prose and _is_index(left, right):
        return True
    if not prose or left.closed or (right.closed and _TITLE_BEHIND.search(left.text) is not None):
        return False
    # a paragraph, not a heading: its last sentence is open, and more prose follows
    return (torn or "，" in right.text or "。" in right.text) and not _begins_anew(right.text)


def _is_link(left: _Line, right: _Line, following: _Line | None) -> bool:
    """Return whether `right` is a link or bold words that took a line out of a sentence: what stands behind it can only go on."""
    within = following is not None and following.text[0] in _GOES_ON and len(right.text) <= _LONGEST_FRAGMENT
    return within and not left.closed and not _begins_anew(right.text)


def _is_index(left: _Line, right: _Line) -> bool:
    """Return whether `right` is an index that a page set on a line of its own: 广义货币M / 2 / 预期增长…."""
    return len(right.text) == 1 and right.text.isdigit() and left.text[-1].isascii() and left.text[-1].isalpha()


def _is_fragment(first: _Line, left: _Line, right: _Line, following: _Line | None, *, parted: bool) -> bool:
    """Return whether a page's links tore `left` from `right`.

    `first` is where the sentence began, `parted` says that it has a comma so far; `following` stands behind `right`.
    """
    if left.closed or _begins_anew(right.text):
        return False
    begun = first.text.lstrip()
    if left is first and len(right.text) > _LONGEST_TITLE * 2 and len(begun) <= _LONGEST_TITLE and _TITLE_TELLS.search(begun) is not None:
        return False
    if _BULLET.match(begun):
        # —— / 改革开放 / 深入推进。…
        return _BULLET.fullmatch(left.text.strip()) is not None or "。" in right.text
    if _LABEL.match(begun):
        return False
    if len(right.text) == 1:
        return right.text not in _NUMERALS
    if following is not None and following.text[0] in _GOES_ON and len(right.text) <= _LONGEST_FRAGMENT:
        return True
    return parted


def _is_torn_by_page(lines: list[_Line], at: int) -> bool:
    """Return whether a Latin paragraph ends in mid-sentence and the next goes on with it, as the end of a page leaves them.

    Entries of a list in small letters are none: they stand several in a row.
    """
    left, right = lines[at].text, lines[at + 1].text
    if left[-1] in _FULL_STOPS or left[-1] in ".)]>*_" or not right[0].isascii() or right[0] in "#|-*>" or _LABEL.match(left.lstrip()):
        return False
    if len(left) < _LEAST_TORN_PAGE or _HAN.search(left) or right.startswith(" ") or not right[0].isalnum():
        return False
    if _OPEN_WORD.search(left[-12:]) is not None or _OPEN_DATE.search(left[-20:]) is not None:
        return right[0].isalpha() or _NUMBER_ON.match(right) is not None
    if not left[-1].isalnum() or not _GOES_ON_SMALL.match(right) or _SMALL_LABEL.match(right) or not left[0].isupper():
        return False
    return at + 2 >= len(lines) or not _GOES_ON_SMALL.match(lines[at + 2].text) or lines[at + 1].closed


def _is_hyphenated(left: _Line, right: _Line) -> bool:
    """Return whether a Latin word is torn in two."""
    torn = left.text[-1] == "-" and left.text[-2:-1].islower() and right.text.lstrip()[0].islower()
    return torn and left.text[-2:].isascii()


def _begins_anew(text: str) -> bool:
    return text.startswith(" ") or _LABEL.match(text) is not None or _WEAK_LABEL.match(text) is not None


def _is_wrapped(left: _Line, right: _Line, wrapping: _Wrapping) -> bool:
    """Return whether `left` is full to the width of the text and `right` goes on."""
    width = left.width
    # the first line of a paragraph that lost its indent is shorter; it ends without a mark all the same
    headed = _HEADING_LABEL.match(left.text.lstrip()) is not None and not (wrapping.articles and left.text.lstrip()[0] in "(（")
    short = 0 if left.closed or headed else _INDENT
    if width < wrapping.width - wrapping.ragged - short or right.start - left.end > wrapping.gap or right.text.startswith("  "):
        return False
    if _HEADING_LABEL.match(right.text) or (right.text[0].isupper() and _WEAK_LABEL.match(right.text)):
        return False
    if _LABEL.match(right.text) and not wrapping.indented:
        return False
    if wrapping.indented or wrapping.parted:
        # an indent or a blank line would have told of a new paragraph
        return not left.closed or right.closed or right.width >= wrapping.width - wrapping.ragged
    right_is_body = right.closed or right.width >= wrapping.width - wrapping.ragged
    if left.closed:
        return width >= wrapping.width - 2 and right_is_body and not _WEAK_LABEL.match(right.text)
    return not (right_is_body and headed and _is_heading(left.text.lstrip()))


def _is_full(line: _Line, wrapping: _Wrapping | None) -> bool:
    """Return whether a line of a wrapped text is as wide as the text, so that what ends it may go on."""
    return wrapping is not None and wrapping.width - wrapping.ragged <= line.width <= wrapping.width


def _is_heading(text: str) -> bool:
    """Return whether a labelled line that happens to be full is a heading: no sentence ends in it, and it counts nothing but years."""
    return _HEADING_LABEL.match(text) is not None and "。" not in text and not re.search("[0-9]", _YEARS.sub("", text))


_BEGUN_NUMBER = re.compile(r"[\u4e00-\u9fff，、]\d{1,4}[.]$")
"""The end of a line of Chinese prose that tears a number: 增加0.|1万吨."""


def _joint(left: _Line, right: _Line) -> Edit:
    before, after = left.text[-1], right.text.lstrip()[0]
    end = right.start + len(right.text) - len(right.text.lstrip())
    if _is_hyphenated(left, right):
        return Edit(left.end - 1, end)
    # an ASCII comma may stand in Chinese prose, so what is before it counts
    words = _LATIN_END.search(left.text[-6:]) is not None and after.isascii() and (after.isalnum() or after in "(\"'$")
    number = after.isdigit() and (before.isdigit() or _BEGUN_NUMBER.search(left.text) is not None)
    apart = words and not number and not _is_index(left, right)
    return Edit(left.end, end, " " if apart else "")
