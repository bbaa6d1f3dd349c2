"""Working text → numbered clauses: sentences, cut at line ends and after 。！？； (full-width or ASCII), and around headings.

A decimal point, a comma and a colon never end a clause. Closing quotes and brackets stay with the sentence they close. A sentence
without any end (text without punctuation, or a hostile file) is cut at a comma, at the latest after MAX_CLAUSE characters, never
inside a figure. Where a sentence ends in another language its room says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from reportsum import lazy_re as re

from .annotating import Clause
from .figures.figure import FoundFigure, StatedCell
from .figures.tasks import find_stated, silent_in_rows
from .headings import Outline, Section
from .models import Tongue
from .passages import Passage
from .spans import Span
from .tabular import Table

MAX_CLAUSE = 1200
"""Longest clause in characters: the longest sentence in the five seed reports has 437."""

_HALF_STOPS = frozenset(";；")
_CLOSES = re.compile(r"[^()（）\n]{0,60}[)）]")
"""What follows a semicolon inside a bracket that is closed soon."""
_CALLS = frozenset("！？!?")
_QUOTE_CLOSES = re.compile(r"[^“”「」。；\n]{1,16}[”」](?![\n。！？])")
_GOES_ON = re.compile(r"[“「、，,]|等|的(?!是)|和|与|及|为主题")
"""What behind a call in quotation marks shows that the sentence is not at its end."""
SENTENCE_END = re.compile(
    r"(?:[。！？；;!?]+(?:[”’」』）)】》]|\"(?!\w))*|\n)+|(?<=[一-鿿，,])(?=(?:痛点|改造目标|实现方式(?:和[^:：，]{2,6})?)[:：])"
)
"""Where a Chinese sentence ends: at its stop, with the marks that close (a straight one before a word opens: 。"十四五"期间), and before
the next label of a case told in one line (…检测痛点:…，改造目标:…)."""
_WORD = re.compile(r"\w")
_SOFT_BREAK = re.compile(r"[,，、:：]")


def cut_clauses(
    text: str,
    outline: Outline,
    figures: Sequence[FoundFigure],
    tables: Sequence[Table] = (),
    passages: Sequence[Passage] = (),
    ends: Mapping[Tongue, re.Pattern[str]] | None = None,
) -> tuple[Clause, ...]:
    """Return the clauses of the working text in order, headings, boilerplate and heads of `tables` included (marked as `heading`).

    `passages` say which language stands where (Chinese throughout, when there is none), `ends` where its sentences end.
    Clauses never overlap, hold no outer white space, and every figure lies inside exactly one. Offsets count code points of `text`.
    """
    stated = find_stated(tables)
    silent = _silent_spans(outline, tables, stated)
    cells = iter(stated)
    cell = next(cells, None)
    sections = _flatten(outline.sections)
    section_starts = [section.start for section in sections]
    figure_starts = [figure.start for figure in figures]
    clauses: list[Clause] = []
    next_figure = 0
    passages = passages or (Passage(Span(0, len(text)), "zh"),)
    passage = 0
    for span, heading in _pieces(text, silent, figures, figure_starts, passages, ends or {}):
        while passage + 1 < len(passages) and passages[passage].span.end <= span.start:
            passage += 1
        while next_figure < len(figures) and figures[next_figure].start < span.start:
            next_figure += 1
        first = next_figure
        while cell is not None and cell.end <= span.start:
            cell = next(cells, None)
        while next_figure < len(figures) and figures[next_figure].end <= span.end:
            next_figure += 1
        clauses.append(
            Clause(
                number=len(clauses),
                start=span.start,
                end=span.end,
                text=text[span.start : span.end],
                section=_section_at(span.start, sections, section_starts),
                heading=heading or _WORD.search(text, span.start, span.end) is None,
                figures=tuple(range(first, next_figure)),
                cell=cell if cell is not None and cell.start <= span.start and span.end <= cell.end else None,
                language=passages[passage].language,
            )
        )
    return tuple(clauses)


def _silent_spans(outline: Outline, tables: Sequence[Table], stated: Sequence[StatedCell]) -> list[Span]:
    """Return the spans that state no fact (headings, run-in headings, boilerplate, names in tables), in order, without overlaps."""
    heads = [*(span for table in tables for span in table.silent), *silent_in_rows(tables, stated)]
    spans = sorted([*outline.run_ins, *outline.boilerplate, *heads, *(s.heading for s in _flatten(outline.sections))])
    kept: list[Span] = []
    for span in spans:
        if span.end > span.start and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return kept


def _flatten(sections: Sequence[Section]) -> list[Section]:
    """Return sections and all their descendants in text order."""
    found: list[Section] = []
    stack = list(reversed(sections))
    while stack:
        section = stack.pop()
        found.append(section)
        stack.extend(reversed(section.children))
    return found


def _section_at(position: int, sections: Sequence[Section], starts: Sequence[int]) -> Section | None:
    """Return the deepest section that contains `position`: in text order, the last one that began before it and has not ended."""
    index = bisect_right(starts, position) - 1
    while index >= 0 and sections[index].end <= position:
        index -= 1
    return sections[index] if index >= 0 else None


def _pieces(
    text: str,
    silent: Sequence[Span],
    figures: Sequence[FoundFigure],
    figure_starts: Sequence[int],
    passages: Sequence[Passage],
    ends: Mapping[Tongue, re.Pattern[str]],
) -> Iterator[tuple[Span, bool]]:
    """Yield the trimmed spans of all clauses with their heading mark."""
    position = 0
    for span in [*silent, Span(len(text), len(text))]:
        for stretch, language in _between(passages, position, span.start):
            for sentence in _sentences(text, stretch.start, stretch.end, ends.get(language, SENTENCE_END)):
                for part in _shorten(text, sentence, figures, figure_starts):
                    trimmed = _trim(text, part)
                    if trimmed is not None:
                        yield trimmed, False
        trimmed = _trim(text, span)
        if trimmed is not None:
            yield trimmed, True
        position = span.end


def _between(passages: Sequence[Passage], start: int, end: int) -> Iterator[Passage]:
    """Yield what lies between `start` and `end`, cut where the language changes."""
    if len(passages) == 1:
        yield Passage(Span(start, end), passages[0].language)
        return
    for span, language in passages[bisect_right(passages, start, key=lambda passage: passage.span.end) :]:
        if span.start >= end:
            return
        yield Passage(Span(max(start, span.start), min(end, span.end)), language)


def _sentences(text: str, start: int, end: int, sentence_end: re.Pattern[str]) -> Iterator[Span]:
    for match in sentence_end.finditer(text, start, end):
        if text[match.start()] in _HALF_STOPS and _in_bracket(text, start, match.start()):
            continue
        if text[match.start()] in _CALLS and _in_quotation(text, start, match):
            continue
        yield Span(start, match.end())
        start = match.end()
    if start < end:
        yield Span(start, end)


def _in_bracket(text: str, start: int, position: int) -> bool:
    """Return whether a bracket opened since `start` closes a little behind `position`: （责任单位：市住建局；完成时限：10月底）."""
    opened = max(text.rfind("(", start, position), text.rfind("（", start, position))
    if opened < 0 or max(text.rfind(")", opened, position), text.rfind("）", opened, position)) >= 0:
        return False
    return _CLOSES.match(text, position + 1) is not None


def _in_quotation(text: str, start: int, end: re.Match[str]) -> bool:
    """Return whether a call or question is part of a name in quotation marks that the sentence goes on from: “你好！海州”品牌."""
    if end[0][-1] in "”」":
        return _GOES_ON.match(text, end.end()) is not None
    opened = max(text.rfind("“", start, end.start()), text.rfind("「", start, end.start()))
    if opened < 0 or max(text.rfind("”", opened, end.start()), text.rfind("」", opened, end.start())) >= 0:
        return False
    return _QUOTE_CLOSES.match(text, end.end()) is not None


def _shorten(text: str, span: Span, figures: Sequence[FoundFigure], figure_starts: Sequence[int]) -> Iterator[Span]:
    """Yield `span` in parts of at most MAX_CLAUSE characters, cut after a comma where there is one, never inside a figure."""
    start, end = span
    while end - start > MAX_CLAUSE:
        limit = start + MAX_CLAUSE
        commas = [match.end() for match in _SOFT_BREAK.finditer(text, start + MAX_CLAUSE // 2, limit)]
        cut = _outside_figures(commas[-1] if commas else limit, figures, figure_starts)
        if cut >= end:
            break
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _outside_figures(cut: int, figures: Sequence[FoundFigure], figure_starts: Sequence[int]) -> int:
    """Return `cut`, moved to the end of the figure it would split."""
    index = bisect_right(figure_starts, cut) - 1
    return max(cut, figures[index].end) if index >= 0 and figures[index].start < cut else cut


def _trim(text: str, span: Span) -> Span | None:
    """Return `span` without white space at its ends; None when nothing is left."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None
