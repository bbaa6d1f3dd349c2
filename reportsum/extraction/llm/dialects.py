"""The two ways of putting a chunk to a model, as the extractor sees them: a question, the form of its answer, and what the answer means.

edit    the whole reading is shown, the answer says what is wrong in it; for capable models (see `editing`)
dense   one line for each thing to judge, one row for each line; for small models that lose themselves in anything longer
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, cast

from ...chunking import Chunk
from ...models import Digest, PromptVersion
from .closing.question import Heads, ask_closing
from .closing.wire import ClosingAnswer
from .editing.asking import ask_edit
from .editing.drafting import judge_edit
from .editing.question import Shown, show
from .editing.sight import has_seen
from .editing.wire import EditAnswer
from .form import WireAnswer
from .prompting import Mark, Question, ask, load_template
from .row_drafts import JudgedDraft, judge
from .wire import Answer

DialectName = Literal["edit", "dense"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the answer it wants."""

    question: Question
    form: type[WireAnswer]
    version: PromptVersion
    marks: int
    """How many things there are to judge; without any, nothing is asked."""
    unseen: Callable[[WireAnswer], str | None]
    """What shows that the model did not see the whole question; None when nothing does."""


@dataclass(frozen=True, slots=True)
class Put(Asked):
    """A chunk as it is put to the model."""

    judge: Callable[[WireAnswer], JudgedDraft]
    dialect: DialectName


def put(chunk: Chunk, dialect: DialectName) -> Put:
    """Return `chunk` as a dialect puts it."""
    return _put_edit(chunk) if dialect == "edit" else _put_dense(chunk)


def _put_edit(chunk: Chunk) -> Put:
    prompt = load_template("edit", chunk.meta.language)
    shown = show(chunk)
    told = {clause for fact in shown.facts for clause in fact.clauses}
    worth = any(not clause.heading or clause.number in told for clause in chunk.clauses)
    return Put(
        ask_edit(chunk, shown, prompt),
        EditAnswer,
        prompt.version,
        len(shown.spots) if worth else 0,
        partial(_unseen_edit, shown),
        lambda answer: judge_edit(cast(EditAnswer, answer), shown, chunk),
        "edit",
    )


def _unseen_edit(shown: Shown, answer: WireAnswer) -> str | None:
    told = cast(EditAnswer, answer).seen
    if has_seen(shown.seen, told):
        return None
    return _not_repeated(told, shown.seen)


def _not_repeated(told: Sequence[str], expected: Sequence[str]) -> str:
    return f"seen must repeat every check word ‹…› of the text in order; it has {len(told)}, the text {len(expected)}"


def _put_dense(chunk: Chunk) -> Put:
    prompt = load_template("extract", chunk.meta.language)
    question = ask(chunk, prompt)
    return Put(
        question,
        Answer,
        prompt.version,
        len(question.marks),
        partial(_unseen_dense, question.marks),
        lambda answer: judge(cast(Answer, answer), question.marks, chunk),
        "dense",
    )


def _unseen_dense(marks: tuple[Mark, ...], answer: WireAnswer) -> str | None:
    return f"no row for any of the {len(marks)} marks" if not cast(Answer, answer).rows else None


def put_closing(digest: Digest, heads: Heads) -> Asked:
    """Return the closing question of a report."""
    prompt = load_template("close", digest.report.language)

    def unseen(answer: WireAnswer) -> str | None:
        told = cast(ClosingAnswer, answer).seen
        return None if has_seen(heads.seen, told) else _not_repeated(told, heads.seen)

    return Asked(ask_closing(digest, heads, prompt), ClosingAnswer, prompt.version, len(heads.items), unseen)
