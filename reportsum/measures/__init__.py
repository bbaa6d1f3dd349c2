"""What figures measure: clauses with their figures → measures.

Comes in: the working text, its numbered clauses, its figures. Goes out: for each clause its measures, one for each metric, with the
subject filled in where the text leaves it out. Knows how official prose names a quantity and how it goes on speaking of it (同比, 其中,
分别, 占比); leaves to its neighbours what a figure is (figures), which indicator a metric is (indicators) and whether it is an
achievement, a target or a risk (extraction).

    words     the words around a metric, from data/metric_words.tsv
    phrases   the text beside a figure → the bare name
    beside    the text beside a figure, bounded
    owning    names that need another name: parts, quantities of an owner, ranks
    lists     城镇、农村居民…分别 → one name for each figure
    telling   what a clause has told so far
    industries  of which industry a sentence speaks
    firms     whose quantity a sentence tells that opens with firms or a zone
    runs      figures told of several subjects at once
    effects   what a change of one thing does to another
    becoming  what a thing was and what it came to
    reaching  of how many it is true that they reached a figure
    counted   figures whose name stands behind them
    named     figures whose name stands before them: the rules, in their order
    reading   a clause, read from left to right
    cells     the values of a table's row
    terms     terms that a duty sets
    thresholds  what must come to a size before a rule holds that is no award
    fines     what a fine is for
    awards    what a policy gives to whom: which clauses are rules of awards
    award_words  the words of such a sentence, and the sentence with a mark in place of each figure
    award_slots  the slots of such a sentence, filled comma piece by comma piece
    award_receivers  who an award goes to
    award_carrying  what the clauses before and the head of the line told, and this clause leaves unsaid
    award_measures  a measure for each award, and for each of several sums that are shared out
    award_names  the names of awards, thresholds and bases, from the words of their slots
    prizes    prizes by rank
    plain     clauses without figures
    predicates  what such a clause says of its subject
    hygiene   what no name begins or ends with: the last gate
    coverbs   phrases that a coverb opens, at the start of a name
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from reportsum import lazy_re as re

from ..annotating import Clause, Measure
from ..cautions import Caution
from ..figures.figure import FoundFigure
from .cells import read_cells
from .hygiene import cleaned
from .industries import OPENING
from .phrases import LONGEST
from .plain import plain_metric
from .reading import read_clause
from .state import Memory

# A line that tells how far things of the lines before have come (新建幼儿园4所 … 进展情况:已建成2所).
_PROGRESS = re.compile(r"[（(【\[]?(?:进展|目前|当前|截至|完成情况|落实情况|推进情况|实施情况|办理情况)")
# A statement of a task list that tells of the row's own thing: 年内完成投资5亿元.
_BARE = re.compile(r"(?:年内|全年|当年|年度|计划|预计)*(?:完成|实现)?(?:总|年度)?投资")
_NAMELESS = (Measure(None, ()),)

__all__ = ["measure_clauses", "read_cells", "unpaired_cautions"]


def unpaired_cautions(clauses: Sequence[Clause], measures: Sequence[Sequence[Measure]]) -> tuple[Caution, ...]:
    """Return a caution for each clause that lists figures whose names do not match them."""
    message = "The figures of this list do not match its names: they stay together, without a name."
    return tuple(
        Caution("unpaired", message, clause.start, clause.end)
        for clause, told in zip(clauses, measures, strict=True)
        if any(measure.unpaired for measure in told)
    )


def measure_clauses(
    text: str, clauses: Sequence[Clause], figures: Sequence[FoundFigure], silent: Container[int] = ()
) -> tuple[tuple[Measure, ...], ...]:
    """Return the measures of each clause, in the order of `clauses`.

    A heading has none. A clause with figures has each of them in exactly one measure. A clause without figures has one measure
    without figures, nameless where its number is in `silent`. `text` is the working text, all offsets count its code points.
    """
    memory = Memory()
    counted: dict[str, str] = {}
    result: list[tuple[Measure, ...]] = []
    line_end = -1
    section = None
    for clause in clauses:
        if clause.start > line_end or clause.section is not section:
            section = clause.section
            line_end = text.find("\n", clause.start)
            line_end = len(text) if line_end < 0 else line_end
            counted = memory.counted or counted
            memory = Memory(counted=dict(counted)) if _PROGRESS.match(text, clause.start) else Memory()
        if clause.cell is not None and clause.cell.row and (not memory.subject or _BARE.match(clause.text) is not None):
            memory.subject = memory.owner = clause.cell.row
        if "业" in (opening := text[clause.start : clause.start + OPENING]):
            memory.openings.append(opening)
        if clause.heading or not clause.figures:
            memory.before = text[clause.start : clause.start + LONGEST]
        if clause.heading:
            result.append(())
        elif cells := [number for number in clause.figures if figures[number].cell is not None]:
            prose = replace(clause, figures=tuple(number for number in clause.figures if number not in cells))
            told = read_clause(text, prose, figures, memory) if prose.figures else ()
            result.append((*read_cells(clause, figures), *told))
        elif clause.figures:
            result.append(read_clause(text, clause, figures, memory))
            memory.before = ""
        elif clause.number in silent:
            result.append(_NAMELESS)
        else:
            result.append((Measure(cleaned(plain_metric(text, clause.start, clause.end) or "") or None, ()),))
    return tuple(result)
