"""Which field of policy a fact of a report belongs to: what of the report is read for it, before `topics` weighs the words.

Of a Chinese fact its name, its statement and the headings near above it. An English one has its indicator's field, the same in every
language; else what its own sentence says, by the part its figure stands in where nothing names it; a short name is read as what it stands
for. Where none of its words names a field, its paragraph may: one that speaks of one field only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from reportsum import lazy_re as re

from .. import topics
from ..annotating import AnnotatedReport, Clause
from ..languages import room_of
from ..models import Topic

HEADING_REACH = 2500
"""So many characters below a heading its words still tell the field of what stands there: some five paragraphs."""
NEAR = 8
"""So many sentences of its paragraph, before and after, may tell the field of one."""
_PARAGRAPH_ENDS = re.compile(r"\n\s*\n")
_SHORT_NAME = re.compile(r"\b[A-Z]{2,6}\b")
_WITH_SHORT_NAME = re.compile(r"(?P<long>(?:[A-Z][\w’'-]*\s(?:(?:of|for|and|the|on|in|to)\s){0,2}){2,8})\((?P<short>[A-Z]{2,6})s?\)")
_MINISTRY = re.compile(r"\bMinist(?:ry|ries|er)(?:-of-State)?(?: (?:of|for|in|the|and|Minist(?:ry|er)|[A-Z][\w-]*,?))+")
"""A ministry's name: who chairs a board says nothing of what it is for."""
_BETWEEN = (", ", "; ", ": ", " and ")


class Fields:
    """The fields of one report's facts. `headings` are those above each section, by its id, the nearest last."""

    def __init__(self, report: AnnotatedReport, headings: Mapping[str, tuple[str, ...]]) -> None:
        self._report = report
        self._headings = headings

    def of_chinese(self, metric: str, statement: str, clause: Clause) -> Topic | None:
        """Return the field of a fact that is told in Chinese, or in a language without a room."""
        return topics.topic_of(metric, statement, self._near(clause))

    def of_english(self, metric: str, own: str, statement: str, clause: Clause, figures: Sequence[int], *, promised: bool) -> Topic | None:
        """Return the field of an English fact that no indicator tells the field of.

        `own` is its own sentence, `statement` that with the one it leans on, `figures` (numbers) the fact's.
        """
        if not metric and len(clause.figures) > len(figures) > 0:
            part = self._part_with(clause, figures[0])
            own = part if topics.plain_field(part) is not None else own
        if (short := _SHORT_NAME.search(f"{metric} {own}")) is not None and not topics.names_a_field(f"{metric} {own}"):
            own = f"{own} ({self._written_out.get(short[0], '')})"
        said = own if own != statement and topics.names_a_field(_MINISTRY.sub("", own) if "Minist" in own else own) else statement
        field = topics.topic_of(metric, said, self._near(clause))
        if field is not None or topics.names_a_field(said) or (metric and figures and not promised):
            return field  # what was measured, output told beside jobs, is of no other's field
        says = room_of("en").says
        tells = bool(figures) or (says is not None and says.holds_something(own, planned=True))
        return self._of_paragraph(clause) if tells else None

    def _near(self, clause: Clause) -> tuple[str, ...]:
        """Return the headings above a clause; `()` where they are so far above that they need not speak of it any more."""
        section = clause.section
        if section is None or clause.start - section.heading.end > HEADING_REACH:
            return ()
        return self._headings[section.id]

    @cached_property
    def _written_out(self) -> dict[str, str]:
        """Return what short names stand for, by the first place that brings both: Workfare Income Supplement (WIS)."""
        written: dict[str, str] = {}
        for found in _WITH_SHORT_NAME.finditer(self._report.clean.text):
            words = found["long"].split()
            whole = next((words[at:] for at in reversed(range(len(words))) if _spells(words[at:], found["short"])), None)
            if whole is not None:
                written.setdefault(found["short"], " ".join(whole))
        return written

    def _part_with(self, clause: Clause, figure: int) -> str:
        """Return the part of a clause, between its commas and ands, that a figure stands in."""
        at = self._report.figures[figure].start - clause.start
        start = max([found + len(stop) for stop in _BETWEEN if (found := clause.text.rfind(stop, 0, at)) >= 0], default=0)
        end = min([found for stop in _BETWEEN if (found := clause.text.find(stop, at)) >= 0], default=len(clause.text))
        return clause.text[start:end]

    def _of_paragraph(self, clause: Clause) -> Topic | None:
        """Return the field that half of the sentences around one, in its paragraph, name beyond doubt; None where they name several."""
        named: list[Topic | None] = []
        for step in (-1, 1):
            at = clause.number + step
            while 0 <= at < len(self._report.clauses) and abs(at - clause.number) <= NEAR and self._are_together(at, at - step):
                named.append(topics.plain_field(self._report.clauses[at].text))
                at += step
        fields = {field for field in named if field is not None}
        return fields.pop() if len(fields) == 1 and 2 * named.count(None) <= len(named) else None

    def _are_together(self, one: int, other: int) -> bool:
        """Return whether two neighbouring clauses, by number, are English sentences of one paragraph."""
        first, second = (self._report.clauses[number] for number in sorted((one, other)))
        return (
            not (first.heading or second.heading)
            and first.section is second.section
            and first.language == second.language == "en"
            and first.cell is second.cell is None
            and _PARAGRAPH_ENDS.search(self._report.clean.text, first.end, second.start) is None
        )


def _spells(words: Sequence[str], short: str) -> bool:
    """Return whether the capitals of a name spell its short one, in order, from its first word on: GST Voucher (GSTV)."""
    capitals = [letter for word in words for letter in (word if word.isupper() else word[:1]) if letter.isupper()]
    left = iter(capitals)
    return capitals[:1] == [short[0]] and all(letter in left for letter in short)
