"""Chunk → messages: the prompt template with the chunk's marked text in it.

A template is a file in prompts/: a header (`# language:`, `# purpose:`, `# version:`, `# slots:`), then parts that begin with
`=== system`, `=== user` or `=== assistant`. Slots look like «text»; they may stand in the last part only, so that everything before is
constant and providers' prompt caches hit. Slots are filled in one pass over the template and what is filled in is never looked at
again: a report cannot reach the template, whatever it contains. Inside the fence 〔 〕 the report's own fence and mark brackets are
replaced, so that it can neither end the fence nor forge a mark.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from reportsum import lazy_re as re

from ...annotating import Clause, Judgement, Measure
from ...chunking import Chunk
from ...figures.figure import FoundFigure
from ...models import Language, PromptVersion, Stance
from ...resources import resource_dir
from ..rules import judgements_of
from .wire import LETTERS, RowKind

Message = dict[str, str]

_SLOT = re.compile(r"«(\w+)»")
_PART = re.compile(r"^=== (system|user|assistant)\n", re.MULTILINE)
_HEADER = re.compile(r"^# (\w+): (.+)$", re.MULTILINE)

_COMMA = re.compile(r"[,，、;；]")

DISARMED = str.maketrans("〔〕[]{}<>‹›", "（）（）（）＜＞＜＞")
"""Brackets that mean something in the prompt, or in a chat template (<|im_end|>, </s>, <start_of_turn>, [INST], <think>), → their
harmless likes. Servers that tokenize special tokens wherever they stand would let a report end its question and speak as the model. One
for one, so that offsets stay."""

_STANCES: dict[Language, dict[Stance, str]] = {
    "zh-Hans": {"review": "回顾", "plan": "计划", "problems": "问题", "context": "背景"},
    "en": {"review": "review", "plan": "plan", "problems": "problems", "context": "context"},
}


class Mark(NamedTuple):
    """What one mark stands for: a figure of a clause, or a clause without figures."""

    clause: int
    """Number of the clause in the report."""
    figure: int | None
    """Number of the figure in the report."""
    reading: RowKind
    """What the rules take it for."""

    def shown(self, number: int) -> str:
        """Return the mark as it stands in the text, without its brackets: "12A"."""
        return f"{number}{LETTERS[self.reading]}"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A template, loaded."""

    version: PromptVersion
    language: str
    constant: tuple[tuple[str, str], ...]
    """(role, content) of the parts that never change."""
    question: str
    """The last user part, with slots."""


@dataclass(frozen=True, slots=True)
class Question:
    """A chunk as it is put to the model."""

    messages: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...]
    """Mark n stands at index n - 1."""
    decides: str | None = None
    """What of the last message decides the answer, for the cache key; None: all of it. The rest is context."""

    @property
    def chars(self) -> int:
        """Characters of all messages."""
        return sum(len(content) for _, content in self.messages)

    def as_messages(self) -> list[Message]:
        """Return the messages the way chat servers take them."""
        return [{"role": role, "content": content} for role, content in self.messages]


class TemplateError(ValueError):
    """A prompt template is wrong. The message names file and trouble."""


def ask(chunk: Chunk, prompt: Prompt) -> Question:
    """Return the question about a chunk."""
    text, marks = mark_text(chunk)
    question = fill(prompt.question, place=_place(chunk, prompt.language), text=text)
    stances = [section.stance for section in chunk.path]
    return Question((*prompt.constant, ("user", question)), marks, decides=f"{_periods(chunk)}\n{stances}\n{text}")


def mark_text(chunk: Chunk) -> tuple[str, tuple[Mark, ...]]:
    """Return the chunk's text in marked lines, and what the marks stand for.

    A line is a clause without figures, or a stretch of a clause with one figure, cut at the first comma after the figure before, so that
    there is one thing to judge in each: with marks strewn over running text, small models judge sentence after sentence and lose the marks.
    Behind the mark stands the letter of what the rules take the line for, `+R` where the clause states a second kind, and in braces what
    they call the figure where the line does not say it: asked without it, a small model took every second line for what
    it is not (qwen2.5-coder-1.5b, docs/models.md). Headings that state no fact carry no mark.
    """
    figures = dict(chunk.figures)
    names_of = {clause.number: own for clause, own in zip(chunk.clauses, chunk.measures, strict=True)}
    lines: list[str] = []
    marks: list[Mark] = []
    for clause, judgement in zip(chunk.clauses, judgements_of(chunk), strict=True):
        text = clause.text.translate(DISARMED)
        if clause.heading and not judgement.kinds:
            lines.append(text.strip())
            continue
        readings = _readings(clause, judgement)
        names = _names(clause, names_of[clause.number])
        for number, stretch in _stretches(clause, text, figures):
            marks.append(Mark(clause.number, number, readings[number]))
            name = (names.get(number) or "").translate(DISARMED)
            shown = f"{{{name}}}" if name and number is not None and name not in stretch else ""
            second = "".join(f"+{LETTERS[kind]}" for kind in judgement.kinds[1:]) if number is None else ""
            lines.append(f"[{marks[-1].shown(len(marks))}]{second}{shown}{stretch.strip()}")
    return "\n".join(line for line in lines if line), tuple(marks)


def _names(clause: Clause, measures: Sequence[Measure]) -> dict[int | None, str | None]:
    """Return what the rules call each figure of a clause."""
    names: dict[int | None, str | None] = {}
    for measure in measures:
        own = dict(measure.figure_metrics)
        names |= {number: own.get(number, measure.metric) for number in measure.figures}
    return names


def _readings(clause: Clause, judgement: Judgement) -> dict[int | None, RowKind]:
    """Return what the rules take each figure of a clause for; under None, the clause without figures."""
    if not clause.figures:
        return {None: judgement.kinds[0] if judgement.kinds else "context"}
    return {number: kind or "context" for number, kind in zip(clause.figures, judgement.figure_kinds, strict=True)}


def _stretches(clause: Clause, text: str, figures: dict[int, FoundFigure]) -> Iterator[tuple[int | None, str]]:
    """Yield the stretches of a clause with the number of the figure in each, None for a clause without figures."""
    if not clause.figures:
        yield None, text
        return
    done = 0
    for number, following in pairwise((*clause.figures, None)):
        assert number is not None
        end = figures[number].end - clause.start
        comma = None if following is None else _COMMA.search(text, end, figures[following].start - clause.start)
        cut = len(text) if following is None else comma.end() if comma else end
        yield number, text[done:cut]
        done = cut


def _place(chunk: Chunk, language: str) -> str:
    """Return where the chunk stands: title, both periods, headings above its first line, stance. It is context, see `ask`."""
    names = _STANCES["en" if language == "en" else "zh-Hans"]
    meta = chunk.meta
    first = chunk.clauses[0].section if chunk.clauses else None
    path = [*chunk.path, *([first] if first is not None and first not in chunk.path and first.start < chunk.start else [])]
    titles = " > ".join(section.title for section in path)
    stance = f"({names[path[-1].stance]})" if path else ""
    plan = "plan " if language == "en" else "计划"  # no letter of an answer: with T=2022H2 here a small model wrote T in every row
    periods = f", {plan}".join(period.label if period is not None else "-" for period in (meta.period, meta.plan_period))
    return "; ".join(said for said in (meta.title, periods, f"{titles}{stance}") if said).translate(DISARMED).strip()


def _periods(chunk: Chunk) -> str:
    labels = (period.label if period is not None else "-" for period in (chunk.meta.period, chunk.meta.plan_period))
    return "{};T={}".format(*labels)


def fill(template: str, **values: str) -> str:
    """Return `template` with its slots filled, in one pass. Raises TemplateError when slots and values do not match."""
    slots = set(_SLOT.findall(template))
    if slots != values.keys():
        raise TemplateError(f"the template has the slots {sorted(slots)}, but gets {sorted(values)}")
    return _SLOT.sub(lambda match: values[match[1]], template)


@cache
def load_prompt(language: Language) -> Prompt:
    """Return the prompt for reports in `language`: Chinese in either script (the working text is simplified), or English."""
    return load_template("extract", language)


@cache
def load_template(purpose: str, language: Language) -> Prompt:
    """Return the prompt "extract", "edit" or "close" for reports in `language`; English where there is none in it."""
    name = f"{purpose}.{'en' if language in ('en', 'other') else 'zh'}"
    return read_template(resource_dir("prompts") / f"{name}.txt")


def read_template(path: Path) -> Prompt:
    """Return the template in `path`. Raises TemplateError when its header, parts or slots are not as described above."""
    raw = path.read_text(encoding="utf-8")
    head, *rest = _PART.split(raw)
    header = {match[1]: match[2].strip() for match in _HEADER.finditer(head)}
    if missing := {"language", "purpose", "version", "slots"} - header.keys():
        raise TemplateError(f"{path.name}: the header lacks {sorted(missing)}")
    parts = [(role, content.rstrip("\n")) for role, content in zip(rest[::2], rest[1::2], strict=True)]
    if not parts or parts[-1][0] != "user":
        raise TemplateError(f"{path.name}: the last part must be a user part")
    constant, question = tuple(parts[:-1]), parts[-1][1]
    if any(_SLOT.search(content) for _, content in constant):
        raise TemplateError(f"{path.name}: slots may stand in the last part only")
    if set(_SLOT.findall(question)) != set(header["slots"].split()):
        raise TemplateError(f"{path.name}: the slots in the last part are not those of the header")
    digest = hashlib.sha256(repr(parts).encode()).hexdigest()[:12]
    return Prompt(PromptVersion(name=f"{path.stem} v{header['version']}", hash=digest), header["language"], constant, question)
