"""Digest → the closing question: the heads of what matters, numbered, with figures as placeholders.

    [3A]地区生产总值@2022H1 {5}520.3亿元 {6}+6.1%
    [4A]空气优良天数比例=met {7}87.3% ⇒86.0%

A head is a number, the letter of its kind, the name (the beginning of its statement where it has none; where the statement denies it, its
clause, or ¬ before a name with figures), its period where it is not that of the head before (`@-`: none), its outcome or owner, its
figures, and the goal or limit they are held against, which no placeholder stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from itertools import zip_longest

from reportsum import lazy_re as re

from ....asking import AnyItem, kind_of
from ....chunking import estimated_tokens
from ....models import Achievement, Bound, Digest, Figure, Period, Target
from ..claims import denied_stretch
from ..editing.sight import with_check_words
from ..prompting import DISARMED, Prompt, Question, fill
from ..wire import LETTERS

MOST_HEADS = 200
FILLED_UP = 40
"""Where less matters by the rules, the first details of each section are shown too, up to so many heads."""
FEWEST_HEADS = 3
"""With fewer there is nothing to ask."""
SHARE = 0.3
"""The closing question takes about so many tokens for each of the report."""
PROMPT_TOKENS = 630
LEAST_TOKENS = 450
"""For the heads of short reports."""
NAMELESS_CHARS = 24
MOST_DENIED_CHARS = 160
"""Of the words that deny a fact."""
MOST_RISKS = 12
"""So many risks are shown whatever their salience: a summary is to name problems, and most reports tell theirs in general words."""
MOST_PLAIN = 8
"""So many outcomes and goals without figures that are only details: a hospital opened, a title won."""
_BOUNDS: dict[Bound, str] = {"about": "≈", "at_least": "≥", "at_most": "≤", "above": "＞", "below": "＜"}
"""How bounds are shown before a figure; full width, as all that a report could write tokens with."""


_TORN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,]*\Z")


@dataclass(frozen=True, slots=True)
class Heads:
    """What the closing question shows."""

    items: tuple[AnyItem, ...]
    """Head n stands at index n - 1."""
    figures: tuple[tuple[AnyItem, Figure], ...]
    """Placeholder k stands at index k - 1, with the item it belongs to."""
    text: str
    seen: tuple[str, ...]
    opening: str
    """The beginning of the report, where its title or genre was not read outright, or neither place nor issuer; else ""."""


def heads_of(digest: Digest, text: str) -> Heads:
    """Return the heads of a digest of the report `text`: what matters of each kind by rank, as many as fit."""
    room = max(LEAST_TOKENS, SHARE * estimated_tokens(text) - PROMPT_TOKENS)
    chosen: list[AnyItem] = []
    matters = _by_rank(digest)
    for item in [*matters, *_details(digest, {item.id for item in matters})[: max(0, FILLED_UP - len(matters))]]:
        room -= estimated_tokens(_line(0, item, 0)[0]) + 3
        if len(chosen) == MOST_HEADS or (room < 0 and len(chosen) >= FEWEST_HEADS):
            break
        chosen.append(item)
    chosen.sort(key=lambda item: item.evidence[0].start)
    lines: list[str] = []
    figures: list[tuple[AnyItem, Figure]] = []
    period: Period | None = None
    for number, item in enumerate(chosen, start=1):
        line, own = _line(number, item, len(figures), period)
        period = item.period
        lines.append(line)
        figures += [(item, figure) for figure in own]
    written, seen = with_check_words(lines)
    report = digest.report
    asked = report.basis.title != "own" or report.basis.kind != "own" or (report.place is None and report.issuer is None)
    return Heads(tuple(chosen), tuple(figures), written, seen, _opening(text) if asked else "")


OPENING_CHARS = 200


def _opening(text: str) -> str:
    """Return the beginning of a report, cut inside no number or English word."""
    opening = text[:OPENING_CHARS]
    return (_TORN.sub("", opening) if text[OPENING_CHARS : OPENING_CHARS + 1].strip() else opening).strip()


def ask_closing(digest: Digest, heads: Heads, prompt: Prompt) -> Question:
    """Return the question about a digest with these heads."""
    report = digest.report
    about = "; ".join(said for said in (report.title, report.place, report.period and report.period.label) if said)
    opening = f"\n{heads.opening}" if heads.opening else ""
    question = fill(prompt.question, about=about.translate(DISARMED), opening=opening.translate(DISARMED), text=heads.text)
    return Question((*prompt.constant, ("user", question)), ())


def _by_rank(digest: Digest) -> list[AnyItem]:
    """Return what matters, in turn and each by rank: outcomes and goals in figures, goals beyond the plan's time, what is told without
    figures, and risks. In turn, because the first alone fill the list of a long report."""
    leaders = {*digest.leading.achievements, *digest.leading.targets, *digest.leading.risks}
    plan = digest.report.plan_period or digest.report.period
    groups: dict[str, list[AnyItem]] = {name: [] for name in ("achievement", "target", "beyond", "plain", "risk")}
    items: list[AnyItem] = [*digest.achievements, *digest.targets, *digest.risks]
    for item in sorted(items, key=lambda item: item.rank):
        kind = kind_of(item)
        matters = item.salience in ("headline", "key") or item.id in leaders
        if kind == "risk":
            if matters or len(groups["risk"]) < MOST_RISKS:
                groups["risk"].append(item)
        elif kind == "target" and item.figures and plan is not None and item.period is not None and item.period.end > plan.end:
            if item.salience != "routine":
                groups["beyond"].append(item)
        elif not item.figures:
            if matters or (item.salience == "detail" and len(groups["plain"]) < MOST_PLAIN):
                groups["plain"].append(item)
        elif matters:
            groups[kind].append(item)
    return [item for row in zip_longest(*groups.values()) for item in row if item is not None]


def _details(digest: Digest, shown: Set[str]) -> list[AnyItem]:
    """Return what is no more than a detail by the rules and not `shown` yet: the first of each section by rank, then the second of each.

    Of a sentence that states several, the first one: the others are halves of it.
    """
    turns: dict[str | None, int] = {}
    items: list[AnyItem] = [*digest.achievements, *digest.targets, *digest.risks]
    told = {item.evidence[0].start for item in items if item.id in shown}
    placed: list[tuple[int, int, AnyItem]] = []
    for item in sorted(items, key=lambda item: item.rank):
        first = item.evidence[0]
        if item.salience == "routine" or item.id in shown or first.start in told:
            continue
        told.add(first.start)
        turns[first.section] = turns.get(first.section, 0) + 1
        placed.append((turns[first.section], len(placed), item))
    return [item for *_, item in sorted(placed, key=lambda one: one[:2])]


def _line(number: int, item: AnyItem, before: int, shown: Period | None = None) -> tuple[str, list[Figure]]:
    """Return the line of a head, and the figures whose placeholders stand in it, counted on from `before`.

    `shown` is the period of the head before.
    """
    name = _name(item).translate(DISARMED)
    period = "" if item.period == shown else f"@{item.period.label}" if item.period else "@-"
    figures = _told_once(figure for figure in item.figures if figure.base is None)
    told = [f" {{{before + place}}}{_amount(figure)}{_own_period(item, figure)}" for place, figure in enumerate(figures, start=1)]
    goal = "".join(f" ⇒{_amount(figure)}" for figure in item.figures if figure.base == "goal")
    return f"[{number}{LETTERS[kind_of(item)]}]{name}{period}{_said(item)}{''.join(told)}{goal}", figures


def _told_once(figures: Iterable[Figure]) -> list[Figure]:
    """Return figures without those that a fact told by several sentences tells again."""
    told: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        told.setdefault((figure.text, figure.role, figure.bound, figure.value, figure.metric, figure.period), figure)
    return list(told.values())


def _name(item: AnyItem) -> str:
    """Return what a fact is called; where its statement denies that, the words that deny it, or a sign before a name with figures."""
    if item.metric is None:
        return item.statement[:NAMELESS_CHARS]
    denied = denied_stretch(without_figures(item), item.metric)
    if denied is None:
        return item.metric
    return f"¬{item.metric}" if item.figures or len(denied) > MOST_DENIED_CHARS else denied


def _said(item: AnyItem) -> str:
    """Return how a fact came out and who answers for it, where that was read."""
    if isinstance(item, Achievement):
        return f"={item.outcome}" if item.outcome is not None else ""
    owner = item.owner if isinstance(item, Target) else None
    return f"&{owner.translate(DISARMED)}" if owner else ""


def _own_period(item: AnyItem, figure: Figure) -> str:
    """Return the period of a figure where it is another than its item's."""
    return f"@{figure.period.label}" if figure.period is not None and figure.period != item.period else ""


def _amount(figure: Figure) -> str:
    """Return a figure's text with its bound, its direction where it is a change, and its own name where it has one."""
    sign = "" if figure.role not in ("change", "change_pp") else "-" if figure.value is not None and figure.value < 0 else "+"
    name = f"({figure.metric})" if figure.metric else ""
    return f"{name}{sign}{_BOUNDS.get(figure.bound, '')}{figure.text}".translate(DISARMED)


def without_figures(item: AnyItem) -> str:
    """Return the statement of a fact with a line break for each of its figures."""
    text = item.statement
    for figure in sorted(item.figures, key=lambda one: -len(one.text)):
        text = text.replace(figure.text, "\n")
    return text
