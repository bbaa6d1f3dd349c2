"""Slips: readings that are certain, shown wrong on purpose. How many of them an answer puts right is the model's attention.

A model that always consents would pass for one that agrees; with slips it is found out. Each is glaring to whoever reads its line: another
kind, the name of a fact of another line, a far-off topic, or a number that goes on with a fact it does not belong to. They stand in every
part of a chunk, so that a model that reads only its beginning is found out too. They are undone whatever the answer says: the facts that
stand are the rules', never the ones that were shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from .... import indicators
from ....annotating import Clause, Judgement, Note
from ....models import Kind, Topic
from ...drafts import AnyDraft

FEWEST = 2
MOST = 4
FACTS_PER_SLIP = 8
LEAST_FACTS = 8
"""A chunk with fewer facts gets no slips: they would outweigh what is asked."""
_SHOWN: dict[Kind, Kind] = {"achievement": "risk", "target": "achievement"}
"""What a fact of a kind is shown as: glaringly wrong to whoever reads the line."""
_FAR: dict[Topic, Topic] = {"health": "transport", "education": "transport", "social_security": "transport", "culture": "transport"}
"""A topic that no reader would give; "health" for all others."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A fact and the one thing of it that is shown wrong."""

    fact: AnyDraft
    kind: Kind | None = None
    name: str | None = None
    topic: Topic | None = None
    joined: bool = False
    """It is shown to go on with the fact before it."""


def choose_slips(
    facts: Sequence[AnyDraft], clauses: Sequence[Clause], judgements: dict[int, Judgement], notes: Sequence[Note]
) -> tuple[Slip, ...]:
    """Return the slips of a chunk with these facts, in their order, one in each part of it; the text decides which."""
    content = clauses[0].text if clauses else ""
    told = sorted((fact for fact in facts if fact.figures), key=lambda fact: (fact.clauses[0], fact.figures))
    if len(facts) < LEAST_FACTS or len(told) < FEWEST:
        return ()
    parts = min(MOST, max(FEWEST, len(facts) // FACTS_PER_SLIP))
    chooser = _Chooser(told, clauses, judgements, notes)
    begin = hashlib.sha256(content.encode()).digest()[0]
    slips: list[Slip] = []
    for part in range(parts):
        own = told[len(told) * part // parts : len(told) * (part + 1) // parts]
        own.sort(key=lambda fact: hashlib.sha256(f"{content}\x1f{fact.figures}".encode()).digest())
        for turn in range(len(_Chooser.ways)):
            way = _Chooser.ways[(begin + part + turn) % len(_Chooser.ways)]
            slip = next((slip for fact in own if (slip := way(chooser, fact)) is not None), None)
            if slip is not None:
                slips.append(slip)
                break
    return tuple(sorted(slips, key=lambda slip: told.index(slip.fact))) if len(slips) >= FEWEST else ()


class _Chooser:
    """Says how facts may be shown wrong; None for one that is not certain."""

    def __init__(
        self, told: Sequence[AnyDraft], clauses: Sequence[Clause], judgements: dict[int, Judgement], notes: Sequence[Note]
    ) -> None:
        self._told = told
        self._texts = {clause.number: clause.text for clause in clauses}
        self._judgements = judgements
        self._notes = {(note.kind, note.clause, note.figure): note for note in notes}

    def kind(self, fact: AnyDraft) -> Slip | None:
        """Another kind, where words of its own make it what it is: a figure of a known indicator in a clause of one kind."""
        judgement = self._judgements[fact.clauses[0]]
        sure = judgement.kinds == (fact.kind,) and set(judgement.figure_kinds) == {fact.kind}
        known = fact.metric is not None and indicators.lookup(fact.metric) is not None
        return Slip(fact, kind=_SHOWN[fact.kind]) if sure and known and fact.kind in _SHOWN else None

    def name(self, fact: AnyDraft) -> Slip | None:
        """The name of a fact of a line near by, where its own stands in its line and the other is nothing like it."""
        if not self._is_named_there(fact):
            return None
        text, at = self._texts[fact.clauses[0]], self._told.index(fact)
        near = sorted(self._told, key=lambda one: abs(self._told.index(one) - at))
        for other in near:
            strange = other.metric is not None and other.metric not in text and _unlike(other.metric, fact.metric or "", text)
            if strange and other.clauses != fact.clauses and self._is_named_there(other):
                return Slip(fact, name=other.metric)
        return None

    def join(self, fact: AnyDraft) -> Slip | None:
        """No letter of its own, where its line has another fact before it whose name is nothing like its own."""
        if len(fact.figures) != 1 or not self._is_named_there(fact) or len(fact.clauses) != 1:
            return None
        at = self._told.index(fact)
        before = self._told[at - 1] if at else None
        if before is None or before.clauses != fact.clauses or before.kind != fact.kind or not self._is_named_there(before):
            return None
        if max(before.figures) > min(fact.figures) or not _unlike(before.metric or "", fact.metric or "", ""):
            return None
        return Slip(fact, joined=True)

    def topic(self, fact: AnyDraft) -> Slip | None:
        """A far-off topic, where the fact is one of a known indicator."""
        note = self._notes.get((fact.kind, fact.clauses[0], fact.figures[0]))
        known = fact.metric is not None and indicators.lookup(fact.metric) is not None
        if note is None or note.topic is None or not known:
            return None
        return Slip(fact, topic=_FAR.get(note.topic, "health"))

    ways = (name, kind, join, topic)

    def _is_named_there(self, fact: AnyDraft) -> bool:
        """Return whether the name of a fact, and of all its figures, stands in its own line."""
        return fact.metric is not None and not fact.figure_metrics and fact.metric in self._texts[fact.clauses[0]]


def _unlike(name: str, other: str, text: str) -> bool:
    """Return whether a name shares nothing with another, and nothing to speak of with a text."""
    words = _words_of(name)
    return bool(words) and not words & _words_of(other) and 2 * len(words & _words_of(text)) < len(words)


def _words_of(text: str) -> set[str]:
    """Return the English words of a text, or its pairs of characters."""
    if text.isascii():
        return {word for word in text.casefold().split() if len(word) > 3}
    return {text[at : at + 2] for at in range(len(text) - 1)}
