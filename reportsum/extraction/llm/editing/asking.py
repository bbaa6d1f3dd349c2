"""Chunk → the question of the editing dialect."""

from __future__ import annotations

from ....chunking import Chunk
from ....models import Period
from ..prompting import DISARMED, Prompt, Question, fill
from .question import Shown


def ask_edit(chunk: Chunk, shown: Shown, prompt: Prompt) -> Question:
    """Return the question about a chunk that is put as `shown`.

    Title, place, headings above and the text around are context: they help a reader, and change no answer that the cache holds.
    """
    periods = _periods(chunk)
    context = {
        "about": f"{_about(chunk)}{periods}",
        "before": chunk.before.translate(DISARMED),
        "after": chunk.after.translate(DISARMED),
    }
    question = fill(prompt.question, text=shown.text, **context)
    return Question((*prompt.constant, ("user", question)), (), decides=f"{periods}\n{shown.text}")


def _about(chunk: Chunk) -> str:
    meta = chunk.meta
    name = meta.title or ""
    place = meta.place if meta.place and meta.place not in name else ""
    path = " > ".join(section.title for section in chunk.path if section.heading.end <= chunk.start)
    return "".join(f"{said}; ".translate(DISARMED) for said in (name, place, path) if said)


def _periods(chunk: Chunk) -> str:
    def label(period: Period | None) -> str:
        return period.label if period is not None else "-"

    return f"{label(chunk.meta.period)};T={label(chunk.meta.plan_period)}"
