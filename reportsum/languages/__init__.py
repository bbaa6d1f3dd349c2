"""Languages: a room for each, and the steps of the reading that go from passage to passage and ask the room of its language.

    room      what a language must know, as one small interface
    zh        Chinese, both scripts: figures, measures, kinds, headings, metadata, periods stand in packages of their own
    en        English
    other     every other language: outline and clauses only

Which language stands where is for `passages`. A report's outline and metadata are read by the language that most of it is in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import cache
from typing import get_args

from reportsum import lazy_re as re

from .. import clauses as cutting
from ..annotating import Clause, Judgement, Measure
from ..cautions import Caution
from ..figures.figure import FoundFigure
from ..figures.tasks import find_stated, named_in_rows
from ..headings import Outline
from ..kinds import KindReading
from ..metadata import ReportMeta
from ..models import Language, Tongue
from ..passages import Passage, cut_passages
from ..spans import Span
from ..tabular import Table, find_tables
from .room import Figures, Room

__all__ = [
    "TONGUES", "Room", "as_goal", "cut_clauses", "find_figures", "find_outline", "judge_clauses", "language_cautions", "language_of",
    "measure_clauses", "read_kinds", "read_metadata", "room_of",
]  # fmt: skip

TONGUES: tuple[Tongue, ...] = get_args(Tongue)


@cache
def _room(language: Tongue) -> Room:
    """Return the room of a language. Its tables and patterns are loaded with the first passage in it."""
    if language == "zh":
        from .zh import Chinese

        return Chinese()
    if language == "en":
        from .en import English

        return English()
    from .other import Other

    return Other()


def room_of(language: Language | Tongue) -> Room:
    """Return the room of a report's or a passage's language; the scripts of Chinese share one."""
    return _room("zh" if language in ("zh", "zh-Hans", "zh-Hant") else "en" if language == "en" else "other")


def language_of(text: str, script: Language) -> Language:
    """Return the language of a report: the one most of it is in; `script` says which Chinese it is, if it is."""
    sizes: dict[Tongue, int] = {}
    for span, language in cut_passages(text):
        sizes[language] = sizes.get(language, 0) + (span.end - span.start) * (4 if language == "zh" else 1)
    # a Han character says as much as some four letters
    first = max(sizes, key=lambda language: sizes[language], default="zh")
    if first == "zh":
        return "zh-Hant" if script == "zh-Hant" else "zh-Hans"
    return "en" if first == "en" else "other"


def find_figures(text: str, tables: Sequence[Table] | None = None) -> tuple[FoundFigure, ...]:
    """Return every figure in `text`, in text order, without overlaps; `()` if there is none.

    Offsets count code points of `text`, `end` is exclusive. `tables` are those of `text`; they are looked for where not given. Dates,
    list labels and names with digits (5G) are not figures; passages in other languages than Chinese and English have none.

    >>> [figure.text for figure in find_figures("2022年新增企业1600余家，同比增长12.5%")]
    ['1600余家', '12.5%']
    >>> [figure.text for figure in find_figures("Revenue rose by 4% to £86.4m.")]
    ['4%', '£86.4m']
    """
    passages = cut_passages(text)
    tables = find_tables(text) if tables is None else tables
    if len(passages) == 1 and passages[0].language == "zh":
        return _room("zh").find_figures(text, tables)
    # the layout of a table knows no language: its values are read alike everywhere, the prose around them by its own room
    values = [figure for figure in _room("zh").find_figures(text, tables) if figure.cell is not None] if tables else []
    found: list[FoundFigure] = []
    for (start, end), language in passages:
        if language == "other":
            values = [figure for figure in values if not start <= figure.start < end]
        for figure in _room(language).find_figures(text[start:end], ()):
            found.append(replace(figure, start=figure.start + start, end=figure.end + start) if start else figure)
    named = named_in_rows(tables, find_stated(tables))
    starts = [span.start for span in named]
    return tuple(_without_overlaps(values, [figure for figure in found if not _is_inside(figure.start, named, starts)]))


def _is_inside(position: int, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    place = bisect_right(starts, position) - 1
    return place >= 0 and position < spans[place].end


def _without_overlaps(values: Sequence[FoundFigure], prose: Sequence[FoundFigure]) -> list[FoundFigure]:
    """Return the values of tables and the figures of prose in text order; where both read a place, the table knows more."""
    ends = [figure.end for figure in values]
    kept = list(values)
    for figure in prose:
        place = bisect_right(ends, figure.start)
        if place == len(values) or values[place].start >= figure.end:
            kept.append(figure)
    return sorted(kept, key=lambda figure: figure.start)


_HAN = re.compile(r"[\u3400-\u9fff]")


def as_goal(figure: FoundFigure, text: str) -> FoundFigure:
    """Return a figure of `text` with its bound as a goal's: 突破200亿元 and "exceed 200" want 200 at least."""
    room = _room("zh" if _HAN.search(text, max(0, figure.start - 40), figure.end + 40) else "en")
    return room.as_goal(figure, text)


def cut_clauses(text: str, outline: Outline, figures: Sequence[FoundFigure], tables: Sequence[Table] = ()) -> tuple[Clause, ...]:
    """Return the clauses of the working text, each with the language of its passage; see `clauses.cut_clauses`."""
    passages = cut_passages(text)
    ends = {language: _room(language).sentence_end for language in {passage.language for passage in passages}}
    return cutting.cut_clauses(text, outline, figures, tables, passages, ends)


def measure_clauses(
    text: str, clauses: Sequence[Clause], figures: Sequence[FoundFigure], silent: Container[int] = ()
) -> tuple[tuple[Measure, ...], ...]:
    """Return the measures of each clause, in the order of `clauses`.

    A heading has none. A clause with figures has each of them in exactly one measure. A clause without figures has one measure
    without figures, which may be nameless where its number is in `silent`. `text` is the working text, all offsets count its code points.
    """
    measured: list[tuple[Measure, ...]] = []
    for language, run in _runs(clauses):
        measured += _room(language).measure_clauses(text, run, figures, silent)
    return tuple(measured)


def judge_clauses(clauses: Sequence[Clause], figures: Figures, meta: ReportMeta) -> tuple[Judgement, ...]:
    """Return a judgement for every clause, in order.

    `clauses` is a run of consecutive clauses of one report; `figures` holds at least theirs, by number. Headings are context.
    """
    return read_kinds(clauses, figures, meta).judgements


def read_kinds(clauses: Sequence[Clause], figures: Figures, meta: ReportMeta) -> KindReading:
    """Return a judgement for every clause, and where a section speaks against its heading; arguments as `judge_clauses`."""
    readings = [_room(language).read_kinds(run, figures, meta) for language, run in _runs(clauses)]
    if len(readings) == 1:
        return readings[0]
    return KindReading(
        tuple(judgement for reading in readings for judgement in reading.judgements),
        tuple(caution for reading in readings for caution in reading.cautions),
    )


def find_outline(text: str, language: Language) -> Outline:
    """Return the section tree of the working text of a report in `language`."""
    return room_of(language).find_outline(text)


def read_metadata(text: str, outline: Outline, language: Language, name: str) -> ReportMeta:
    """Return the metadata of a report. The file's `name` is the last witness for a year that the text does not give."""
    return room_of(language).read_metadata(text, outline, language, name)


def language_cautions(text: str, language: Language, figures: Sequence[FoundFigure]) -> tuple[Caution, ...]:
    """Return what a careful reader should know of the languages of a report: passages nobody reads, signs that mean many things."""
    passages = cut_passages(text)
    cautions = list(_unread(passages, language))
    for used in dict.fromkeys(passage.language for passage in passages):
        cautions += _room(used).cautions(text, figures)
    return tuple(cautions)


UNREAD = "The rules read Chinese and English only: of this language there are outline and clauses, no figures and no items."
_SHORTEST = 200
"""A passage in another language inside a report is worth a word from so many characters on."""


def _unread(passages: Sequence[Passage], language: Language) -> list[Caution]:
    if language == "other":
        return [Caution("language_other", UNREAD)]
    return [
        Caution("language_other", UNREAD, span.start, span.end)
        for span, used in passages
        if used == "other" and span.end - span.start >= _SHORTEST
    ]


def _runs(clauses: Sequence[Clause]) -> list[tuple[Tongue, Sequence[Clause]]]:
    """Return the clauses in runs of one language."""
    runs: list[tuple[Tongue, Sequence[Clause]]] = []
    start = 0
    for index in range(1, len(clauses) + 1):
        if index == len(clauses) or clauses[index].language != clauses[start].language:
            runs.append((clauses[start].language, clauses[start:index]))
            start = index
    return runs
