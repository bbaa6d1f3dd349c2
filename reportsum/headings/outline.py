"""Working text → section tree, run-in headings, boilerplate.

Comes in: the working text. Goes out: an `Outline`. Known here: where sections end and what stance they have. Left to the neighbours: which
lines are headings (`finding.py`, `tasks.py`), how they nest (`nesting.py`), stance words (`stances.py`), text without facts
(`boilerplate.py`), headings inside paragraphs (`run_ins.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..genres import named_genre
from ..models import Stance
from ..packing import Plain
from ..periods import periods_in
from ..spans import Span
from .boilerplate import Front, find_boilerplate, read_front
from .finding import find_headings
from .heading import Node
from .layout import Line, find_lines
from .nesting import end_lists, mark_inner_numbering, nest
from .run_ins import find_run_ins
from .stances import heading_stance, text_stance
from .tasks import with_tasks
from .turns import admit_problems, end_at_address, part_documents, plans_announced, stand_beside, work_announced


@dataclass(frozen=True, slots=True)
class Section(Plain):
    """A section with all that belongs to it. Offsets count code points of the working text."""

    id: str
    """"1.2": the second child of the first section."""
    level: int
    label: str | None
    title: str
    start: int
    """Where the heading begins."""
    end: int
    """Where the section ends, children included."""
    heading: Span
    """The heading line or run-in heading, with label and closing full stop; only the label where a statement follows it."""
    stance: Stance
    task: int | None
    """Number of the task in a numbered task list, else None."""
    children: tuple[Section, ...]
    guessed: bool = False
    """Whether no heading and no sentence before it tells the stance: it is what the verbs of the text suggest."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a report."""

    sections: tuple[Section, ...]
    """Main sections in order; `()` when the text has no headings."""
    run_ins: tuple[Span, ...]
    """Run-in headings inside paragraphs (疫情防控坚决有力。), in order; they are headings but open no section."""
    boilerplate: tuple[Span, ...]
    """Title, metadata lines, salutations, closing formulas, notes, labels that only count items: text that states no facts, in order."""


def find_outline(text: str) -> Outline:
    """Return the outline of the working text; an empty outline when there are no headings."""
    lines = find_lines(text)
    front = read_front(lines)
    boilerplate = find_boilerplate(lines, front)
    silent = {span.start for span in boilerplate}
    lines = [line for line in lines if line.start not in silent]
    named = named_genre(front.title or "")
    headings = find_headings(lines, policy=named is not None and named.policy)
    headings = with_tasks(headings, lines, front.title or "")
    labels = [heading.heading for heading in headings if heading.counts_only]
    headings = [heading for heading in headings if not heading.counts_only]
    headings = part_documents(headings, lines, front)
    mark_inner_numbering(headings)
    stand_beside(headings, lines)
    end_lists(headings, lines)
    sections = _Builder(text, lines, front).build(nest(headings))
    headed = {heading.index: heading.heading.end for heading in headings if heading.task is None}
    run_ins = find_run_ins(lines, headed, frozenset(heading.index for heading in headings if heading.measures))
    if run_ins:
        troubled = [(section.start, section.end) for section in _named_wrong(sections)]
        run_ins = tuple([span for span in run_ins if not _states_what_is_wrong(text, span, troubled)])
    return Outline(sections, run_ins, tuple(sorted([*boilerplate, *labels])))


_WRONG = re.compile("[不未没缺难低少弱慢差滞薄短]")
"""How a short first sentence among problems names one itself: 部分干部作风不实。"""


def _states_what_is_wrong(text: str, span: Span, troubled: Sequence[tuple[int, int]]) -> bool:
    """Return whether a sentence that looks like a heading stands among problems and is one of them."""
    return any(start <= span.start < end for start, end in troubled) and _WRONG.search(text, *span) is not None


def _named_wrong(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        if section.stance == "problems":
            yield section
        else:
            yield from _named_wrong(section.children)


# --- building -----------------------------------------------------------------------------------------------------------------------


class _Builder:
    """Turns the nested headings into sections: ends, ids, stances."""

    def __init__(self, text: str, lines: Sequence[Line], front: Front) -> None:
        self._text = text
        self._lines = lines
        self._front = front
        self._ends: dict[int, int] = {}
        self._guessed: set[int] = set()
        """Numbers of the main sections whose stance nothing tells but their verbs."""

    def build(self, roots: Sequence[Node]) -> tuple[Section, ...]:
        """Return the main sections; a review whose last words admit problems gets a section for them."""
        self._ends = _ends(roots, len(self._text))
        stances = self._main_stances(roots)
        behind = [*(node.heading.index for node in roots[1:]), len(self._lines)]
        for node, stance, end in zip(roots, stances, behind, strict=False):
            end_at_address(node, self._lines, end)
            if stance == "review":
                admit_problems(node, self._lines, end)
        self._ends = _ends(roots, len(self._text))
        return tuple(
            self._section(node, str(number), stance, guessed=number in self._guessed)
            for number, (node, stance) in enumerate(zip(roots, stances, strict=True), start=1)
        )

    def _section(self, node: Node, id_: str, inherited: Stance, *, in_annex: bool = False, guessed: bool = False) -> Section:
        """`in_annex` says that it is a main section of an annex, a document of its own; `guessed`, that what it inherits is a guess."""
        heading = node.heading
        own = None if heading.states or heading.level == 1 else heading_stance(heading.title, main=in_annex)
        is_annex = heading.style == "document" and heading.label is not None
        told = heading.stance or own
        stance = told or inherited
        guessed = guessed and told is None
        return Section(
            id=id_,
            level=heading.level,
            label=heading.label,
            title=heading.title,
            start=heading.heading.start,
            end=self._ends[id(heading)],
            heading=heading.heading,
            stance=stance,
            task=heading.task,
            children=tuple(
                self._section(child, f"{id_}.{number}", stance, in_annex=is_annex, guessed=guessed)
                for number, child in enumerate(node.children, start=1)
            ),
            guessed=guessed,
        )

    def _main_stances(self, roots: Sequence[Node]) -> list[Stance]:
        """Return the stances of the main sections: by their words, by their years, as the one before, or as the text sounds."""
        years = [_year_in(node.heading.title) for node in roots]
        first = min((year for year in years if year is not None), default=None)
        years_differ = len({*years} - {None}) > 1
        stances: list[Stance] = []
        announced: Stance | None = None
        for number, (node, year) in enumerate(zip(roots, years, strict=True), start=1):
            of_title = None if node.heading.states else heading_stance(node.heading.title)
            stance = node.heading.stance or of_title
            if stance is None and year is not None and years_differ:
                stance = "review" if year == first else "plan"
            if stance is not None:
                announced = None
            elif node.heading.number == 1 or not stances:
                announced = self._announced(node.heading.index)
            stance = stance or announced
            if stance is None and (_is_of_tasks(node) or (stances and stances[-1] == "plan" and number - 1 not in self._guessed)):
                stance = "plan"
            stance = stance or self._by_title()
            if stance is None or (
                node.heading.style == "cn_paren" and stance == of_title and heading_stance(node.heading.title, main=False) is None
            ):
                self._guessed.add(number)
            if stance is None:
                stance = "plan" if stances and stances[-1] == "plan" else self._by_text(node)
            stances.append(stance)
        return stances

    def _announced(self, index: int) -> Stance | None:
        """Return the stance of what the paragraphs before a heading announce; it holds until a heading tells, or the numbers begin anew."""
        if work_announced(self._lines, index):
            return "review"
        return "plan" if plans_announced(self._lines, index) else None

    def _by_title(self) -> Stance | None:
        """Return the stance of a whole report whose title leaves no doubt: a bulletin reviews, a list of tasks plans."""
        named = named_genre(self._front.title or "")
        return named.headings if named is not None else None

    def _by_text(self, node: Node) -> Stance:
        start = node.heading.heading.end
        return text_stance(self._text[start : min(self._ends[id(node.heading)], start + 1500)])


def _is_of_tasks(node: Node) -> bool:
    return node.heading.task is not None or any(child.heading.task is not None for child in node.children)


def _year_in(title: str) -> int | None:
    named = periods_in(title, None)
    return named[0].period.start.year if named else None


def _ends(roots: Sequence[Node], length: int) -> dict[int, int]:
    """Return where each heading's section ends: at the next heading of its level or above, or where it says itself."""
    ends: dict[int, int] = {}
    starts = [*(root.heading.heading.start for root in roots[1:]), length]
    stack = list(zip(roots, starts, strict=False))
    while stack:
        node, limit = stack.pop()
        until = node.heading.until
        end = limit if until is None else min(limit, until)
        ends[id(node.heading)] = end
        starts = [*(child.heading.heading.start for child in node.children[1:]), end]
        stack.extend(zip(node.children, starts, strict=False))
    return ends
