"""Chunk → the text an editor is shown: whole sentences, marks at sentences and figures, and at the marks what the rules read.

    上半年,全市实现{地区生产总值}[3A]520.3亿元、增长[4]6.1%,{进出口}[5A@2022Q2]80亿元。

A line is a clause. Its own mark comes first, with the letters of the facts it states without figures; where it states none, its numbers'
marks are enough. Each figure has a mark before it, with the letter of its fact at the first figure that the fact is named for. A bare
figure mark goes on with the fact before it, `=3` with that of mark 3 (before or behind), and is called as the figure before it of that
fact unless a name stands there; `-` belongs to no fact. Behind a letter stands what the rules read: `:name` where it is not the last {…}
before it (`:` alone: no name was read), nor one around the mark, to be read without the figure ({new [5A]12 schools}); `%topic` where it
is not that of the fact before (`%-`: none), `@period` where it is not the report's, =outcome, *commitment (in English, where most targets
are plans, none shown is plan, `*-` none), ^deadline, &owner, <cause, ~base of a figure; `!` right behind the letter of a fact without
figures that tells more than general measures do. `?` marks a number that was not taken as a figure, `#` a heading, with its stance. One
number space for all marks, from 1 in each chunk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportsum import lazy_re as re

from ....annotating import Clause, Note
from ....chunking import Chunk
from ....headings import Section
from ....models import Topic
from ....spans import Span
from ...drafts import AnyDraft
from ...rules import draft_chunk, judgements_of
from ..prompting import DISARMED
from ..wire import LETTERS
from .sight import with_check_words
from .slips import Slip, choose_slips

_NUMBER = re.compile(r"(?<![\d.,\-A-Za-z“\"《第+＋/])\d+(?:[.,]\d+)*(?![\d年月日号时点届级次期条款章节路、．.)）\]\-—+＋/A-Za-z”\"])")
"""A number that may be a figure: no year, date, list label or part of a name."""
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Spot:
    """What a mark stands for: a clause, a figure of it, or a number that was not taken as one."""

    clause: int
    figure: int | None = None
    number: Span | None = None
    """Where an untaken number stands in the working text."""
    section: str | None = None
    """Id of the section that a heading opens."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A chunk as an editor sees it."""

    text: str
    spots: tuple[Spot, ...]
    """Mark n stands at index n - 1."""
    seen: tuple[str, ...]
    """The check words in order."""
    facts: tuple[AnyDraft, ...]
    """What the rules read: what stands unless the answer says otherwise."""
    slips: tuple[Slip, ...]
    """Facts of which one thing is shown otherwise than it was read."""
    sections: frozenset[str]
    """Ids of the sections whose headings are shown."""
    letters: frozenset[int] = frozenset()
    """Numbers of the figures whose marks have a letter."""


def show(chunk: Chunk, *, slips: bool = True) -> Shown:
    """Return `chunk` as it is put to an editor; without `slips`, nothing is shown wrong."""
    facts = draft_chunk(chunk).items()
    judgements = {clause.number: judgement for clause, judgement in zip(chunk.clauses, judgements_of(chunk), strict=True)}
    chosen = choose_slips(facts, chunk.clauses, judgements, chunk.notes) if slips else ()
    writer = _Writer(chunk, facts, {id(slip.fact): slip for slip in chosen})
    lines = [line for clause in chunk.clauses if (line := writer.line(clause))]
    text, seen = with_check_words(lines)
    sections = frozenset(spot.section for spot in writer.spots if spot.section is not None)
    return Shown(text, tuple(writer.spots), seen, facts, chosen, sections, frozenset(writer.letters))


class _Writer:
    """Writes line after line and counts the marks."""

    def __init__(self, chunk: Chunk, facts: Sequence[AnyDraft], slips: Mapping[int, Slip]) -> None:
        self.spots: list[Spot] = []
        self.letters: set[int] = set()
        self._meta = chunk.meta
        self._figures = dict(chunk.figures)
        self._slips = slips
        """What is shown wrong, by the id of its fact."""
        self._plain: dict[int, list[AnyDraft]] = {}
        self._by_figure: dict[int, AnyDraft] = {}
        for fact in facts:
            if not fact.figures:
                self._plain.setdefault(fact.clauses[0], []).append(fact)
            self._by_figure |= dict.fromkeys(fact.figures, fact)
        self._topic: Topic | None = None
        """Of the fact before."""
        self._own_periods = {number: label for note in chunk.notes for number, label in note.figure_periods}
        self._notes = {(note.kind, note.clause, note.figure): note for note in chunk.notes}

    def line(self, clause: Clause) -> str:
        """Return a clause with its marks; "" for one without text."""
        text = clause.text.translate(DISARMED)
        if not text.strip():
            return ""
        plain = self._plain.get(clause.number, [])
        section = _opened_by(clause) if clause.heading else None
        label = f"#{section.stance}" if section is not None else "#" if clause.heading else ""
        places = list(self._places(clause, text))
        marked = bool(plain or label or not places)
        if marked:
            self.spots.append(Spot(clause.number, section=section.id if section else None))
        bare = not places  # a name in braces is the fact's only where it is the only fact
        names = [plain[0].metric] if len(plain) == 1 and bare and plain[0].metric and plain[0].metric in text else []
        letters = " ".join(self._fact(fact, named=bool(names)) for fact in plain)
        head = f"[{len(self.spots)}{label}{' ' if label and letters else ''}{letters}]" if marked else ""
        return head + self._body(clause, text.strip("\n"), places, names)

    def _places(self, clause: Clause, text: str) -> Iterator[tuple[int, int | None, Span | None]]:
        """Yield where marks stand in a clause, in order: (offset, figure number, span of an untaken number)."""
        found: list[tuple[int, int | None, Span | None]] = []
        taken = []
        for number in clause.figures:
            if (figure := self._figures.get(number)) is not None:
                found.append((figure.start - clause.start, number, None))
                taken.append((figure.start - clause.start, figure.end - clause.start))
        for match in _NUMBER.finditer(text):
            if _YEAR.fullmatch(match[0]) or any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if match.start() < 4 and not text[: match.start()].strip(" 　(（"):
                continue  # a list label
            found.append((match.start(), None, Span(clause.start + match.start(), clause.start + match.end())))
        yield from sorted(found, key=lambda place: place[0])

    def _body(self, clause: Clause, text: str, places: Sequence[tuple[int, int | None, Span | None]], names: Sequence[str | None]) -> str:
        """Return the text of a clause with marks in it, and braces around the names that stand right before them."""
        inserts: list[tuple[int, str]] = []
        for name in names:
            at = text.find(name or "")
            inserts += [(at, "{"), (at + len(name or ""), "}")]
        braced, last = "", 0
        first_marks: dict[int, int] = {}
        called: dict[int, str | None] = {}
        """What the last figure of a fact is called, by the fact's id."""
        before: AnyDraft | None = None
        marks = {number: mark for mark, (_, number, _) in enumerate(places, start=len(self.spots) + 1)}
        for offset, number, span in places:
            self.spots.append(Spot(clause.number, number, span))
            mark = len(self.spots)
            fact = self._by_figure.get(number) if number is not None else None
            if number is None:
                shown = "?"
            elif fact is None:
                shown = "-"
            elif before is not None and self._is_joined(fact):
                shown, fact = self._base(number), before
            elif id(fact) not in first_marks and (lead := _lead(fact, marks)) != number:
                other = dict(fact.figure_metrics)[number]
                shown = f"={marks[lead]}:{other.translate(DISARMED)}{self._base(number)}"
            elif id(fact) in first_marks:
                own = dict(fact.figure_metrics).get(number) or fact.metric
                renamed = f":{own.translate(DISARMED)}" if own and own != called[id(fact)] else ""
                called[id(fact)] = own
                shown = ("" if fact is before else f"={first_marks[id(fact)]}") + renamed
                shown += self._base(number)
            else:
                first_marks[id(fact)] = mark
                self.letters.add(number)
                own = dict(fact.figure_metrics).get(number) or fact.metric
                called[id(fact)] = own
                name = self._name_shown(fact) or own
                ends = next((start for start, *_ in places if start > offset), len(text))
                if name and (span := _where_named(name, text[:ends], (last, offset, self._end(number, clause)))) is not None:
                    inserts += [(span.start, "{"), (span.end, "}")]
                    braced = name
                shown = self._fact(fact, named=bool(name) and name == braced, name=name) + self._base(number)
            before = fact or before
            inserts.append((offset, f"[{mark}{shown}]"))
            last = offset
        return _inserted(text, inserts)

    def _end(self, number: int | None, clause: Clause) -> int:
        """Return where a figure ends in its clause."""
        return self._figures[number].end - clause.start if number is not None else 0

    def _base(self, number: int | None) -> str:
        """Return the sign of a figure that is no value of its own: what is compared with, and of when, where that is read."""
        figure = self._figures.get(number) if number is not None else None
        if figure is None or figure.base is None:
            return ""
        period = self._own_periods.get(number or 0)
        return f"{f'@{period}' if period else ''}~{figure.base}"

    def _fact(self, fact: AnyDraft, *, named: bool, name: str | None = None) -> str:
        """Return what stands at the mark of a fact: its letter, its name unless it is `named` in the text, and the notes."""
        slip = self._slips.get(id(fact))
        note = self._notes.get((fact.kind, fact.clauses[0], fact.figures[0] if fact.figures else None))
        written = LETTERS[slip.kind if slip is not None and slip.kind is not None else fact.kind]
        written += "!" if note is not None and note.telling else ""
        if not named:
            written += f":{(name or fact.metric or '').translate(DISARMED)}"
        if note is not None and slip is not None and slip.topic is not None:
            note = replace(note, topic=slip.topic)
        return written + (self._said(note) if note is not None else "")

    def _is_joined(self, fact: AnyDraft) -> bool:
        """Return whether a fact is shown, wrongly, to go on with the one before it."""
        slip = self._slips.get(id(fact))
        return slip is not None and slip.joined

    def _name_shown(self, fact: AnyDraft) -> str | None:
        """Return the name that a fact is shown by wrongly; None where its own is shown."""
        slip = self._slips.get(id(fact))
        return slip.name if slip is not None else None

    def _said(self, note: Note) -> str:
        own = self._meta.plan_period if note.kind == "target" else self._meta.period
        topic = (note.topic or "-") if note.topic != self._topic else None
        self._topic = note.topic
        unsaid = "plan" if self._meta.language == "en" else None  # what most plans of the language are
        firmness = None if note.kind != "target" or note.commitment == unsaid else note.commitment or "-"
        signs = (
            ("%", topic),
            ("@", note.period if note.period != (own.label if own else None) else None),
            ("=", note.outcome),
            ("*", firmness),
            ("^", note.deadline),
            ("&", note.owner),
            ("<", note.cause),
        )
        return "".join(f"{sign}{said.translate(DISARMED)}" for sign, said in signs if said)


def _lead(fact: AnyDraft, marks: Mapping[int | None, int]) -> int:
    """Return the figure that a fact is named for, of those that have marks: the first that has no other name of its own."""
    others = {number for number, name in fact.figure_metrics if name != fact.metric}
    own = [number for number in fact.figures if number in marks]
    return next((number for number in own if number not in others), own[0])


def _opened_by(clause: Clause) -> Section | None:
    """Return the section that a heading opens; None for a heading inside one."""
    section = clause.section
    return section if section is not None and section.heading.start <= clause.start < max(section.heading.end, section.start + 1) else None


def _where_named(name: str, text: str, figure: tuple[int, int, int]) -> Span | None:
    """Return where a name stands in `text`: between the mark before it and its figure, else around the figure; None where it does not.

    `figure` is where the mark before stands, and where the figure begins and ends.
    """
    last, begin, end = figure
    if (at := text.rfind(name, last, begin)) >= 0:
        return Span(at, at + len(name))
    before, behind = text[last:begin].rstrip(), text[end:].lstrip(" ")
    skipped = len(text) - end - len(behind)
    for length in range(len(name)):
        head, tail = name[:length].rstrip(), name[length:].lstrip(" ")
        if before.endswith(head) and behind.startswith(tail) and (head or length == 0):
            return Span(last + len(before) - len(head) if head else begin, end + skipped + len(tail))
    return None


def _inserted(text: str, inserts: Sequence[tuple[int, str]]) -> str:
    """Return `text` with the inserts before the characters at their offsets; of those at one place, the first comes first."""
    written: list[str] = []
    done = 0
    for offset, insert in sorted(inserts, key=lambda one: one[0]):
        written += [text[done:offset], insert]
        done = offset
    return "".join([*written, text[done:]])
