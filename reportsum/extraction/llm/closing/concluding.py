"""The answer to the closing question → a conclusion: ids for numbers, and only sentences that may stand.

What points at no head is dropped with its reason; a sentence is judged by itself (`prose`), and one that falls costs no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....asking import AnyItem, kind_of
from ....models import Achievement, Bound, Digest, Figure, Period, Report, Target
from ....timewords import period_words
from ...base import Conclusion
from ..claims import Told
from ..prose import PLACEHOLDER, Amount, Sources, bounded, fault
from .question import Heads, without_figures
from .wire import ClosingAnswer, Point

MOST_POINTS = 10
_RISK_WORDS = "risk, challenge, problem, concern"
"""What a point that rests on risks alone may call them."""
_LEVELS = frozenset("省市区县州旗")
"""What the name of a Chinese place may end with; its government is called by it: 市政府."""
_ENDS = ("。", "！", "？", ".", "!", "?")


def judge_closing(answer: ClosingAnswer, heads: Heads, digest: Digest) -> Conclusion:
    """Return what an answer says of a digest that was put as `heads`."""
    dropped = list(answer.refused)
    points: list[tuple[str, tuple[str, ...]]] = []
    for number, point in enumerate(answer.points[:MOST_POINTS], start=1):
        items = _rests_on(point, heads)
        sources = _sources(items, heads, digest)
        reason = fault(point.text, sources) if items else "it rests on nothing that was shown"
        if reason is None:
            told = bounded(point.text, sources.amounts)
            points.append((_filled(told, heads, english=digest.report.language == "en"), tuple(item.id for item in items)))
        else:
            dropped.append(f"point {number}: {reason}")
    groups = [tuple(item.id for item in _items(group.at, heads)) for group in answer.same]
    dropped += [f"same: {reason}" for group in answer.same if (reason := _not_same(group.at, heads))]
    return Conclusion(
        top=tuple(item.id for item in _items(answer.top, heads)),
        same=tuple(group for group in groups if len(group) > 1),
        links=tuple(_links(answer, heads, dropped)),
        points=tuple(points),
        title=_opening_words("title", answer.title, heads, dropped),
        kind=answer.kind if digest.report.basis.kind != "own" else None,
        place=_opening_words("place", answer.place, heads, dropped) if digest.report.place is None else None,
        issuer=_opening_words("issuer", answer.issuer, heads, dropped) if digest.report.issuer is None else None,
        routine=tuple(item.id for item in _items(answer.routine, heads)),
        dropped=tuple(dropped),
    )


def _items(numbers: Sequence[int], heads: Heads) -> list[AnyItem]:
    """Return the items with these numbers, each once; numbers of none are left out."""
    return [heads.items[number - 1] for number in dict.fromkeys(numbers) if 1 <= number <= len(heads.items)]


def _not_same(numbers: Sequence[int], heads: Heads) -> str:
    """Return why a group cannot be joined, wholly or in part (`concluding`); "" where it can."""
    items = _items(numbers, heads)
    if len(items) < 2:
        return f"{list(numbers)} are no two facts"
    first = items[0]
    own = {figure.value for figure in first.figures}
    apart = []
    for one in items[1:]:
        values = {figure.value for figure in one.figures}
        if kind_of(one) != kind_of(first) or not (own or values) or not (own <= values or values <= own):
            apart.append(heads.items.index(one) + 1)
    return f"{apart} tell another fact or value than {heads.items.index(first) + 1}" if apart else ""


def _links(answer: ClosingAnswer, heads: Heads, dropped: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the links that can be carried out (`concluding`); the others are noted with their reason."""
    for link in answer.links:
        targets = [item for item in _items([link.target], heads) if isinstance(item, Target)]
        achievements = [item for item in _items(link.achievements, heads) if isinstance(item, Achievement)]
        if not targets or not achievements:
            dropped.append(f"links: {link.target} is no target, or none of {link.achievements} is an achievement")
        elif not any(_lies_within(one.period, targets[0].period) for one in achievements):
            dropped.append(f"links: no achievement of {link.achievements} lies within the period of target {link.target}")
        else:
            yield targets[0].id, tuple(item.id for item in achievements)


def _lies_within(inner: Period | None, outer: Period | None) -> bool:
    return inner is not None and outer is not None and outer.start <= inner.start and inner.end <= outer.end


def _rests_on(point: Point, heads: Heads) -> list[AnyItem]:
    """Return the items that a point names, and those whose figures or periods stand in it."""
    items = _items(point.items, heads)
    for match in PLACEHOLDER.finditer(point.text):
        number = int(match[2])
        if match[1]:
            items += _items([number], heads)
        elif 1 <= number <= len(heads.figures):
            items.append(heads.figures[number - 1][0])
    return list({item.id: item for item in items}.values())


def _sources(items: Sequence[AnyItem], heads: Heads, digest: Digest) -> Sources:
    ids = {item.id for item in items}
    amounts = {number: _amount(item, figure) for number, (item, figure) in enumerate(heads.figures, start=1) if item.id in ids}
    periods = {number: item.period.label for number, item in enumerate(heads.items, start=1) if item.id in ids and item.period is not None}
    words = _head_words(digest.report)
    for item in items:
        words += [item.metric or "", *(figure.metric or "" for figure in item.figures), without_figures(item)]
    if all(kind_of(item) == "risk" for item in items):
        words.append(_RISK_WORDS)
    words += [item.owner or "" for item in items if isinstance(item, Target)]
    outcomes = {item.outcome for item in items if isinstance(item, Achievement) and item.outcome is not None}
    return Sources(amounts, periods, "\n".join(words), missed=outcomes == {"missed"}, facts=tuple(map(_told, items)))


def _told(item: AnyItem) -> Told:
    return Told(kind_of(item), without_figures(item), isinstance(item, Target) and item.owner is not None)


def _head_words(report: Report) -> list[str]:
    """Return the names of a report's head that any sentence may have as its subject: place, issuer and title, no numbers."""
    place = report.place or ""
    told = [place, report.issuer or "", re.sub(r"\d+", "\n", report.title or "")]
    return [*told, f"{place[-1]}政府"] if place[-1:] in _LEVELS else told


def _amount(item: AnyItem, figure: Figure) -> Amount:
    names = tuple(name for name in (figure.metric, item.metric) if name) or (item.statement,)
    falls = figure.value is not None and figure.value < 0
    period = figure.period or item.period
    before, behind = _beside(item, figure)
    return Amount(
        names,
        falls,
        figure.role in ("change", "change_pp"),
        figure.bound,
        kind_of(item),
        period.label if period is not None else None,
        before,
        behind,
        figure.text,
        _side(item, figure),
    )


def _side(item: AnyItem, figure: Figure) -> Bound | None:
    """Return whether a figure lies above or below the goal or limit that its fact holds it against; None where nobody can tell."""
    goals = [one for one in item.figures if one.base == "goal" and one.value is not None and one.unit == figure.unit]
    if figure.base is not None or figure.value is None or len(goals) != 1 or goals[0].role != figure.role:
        return None
    goal = goals[0].value
    return "above" if goal is not None and figure.value > goal else "below" if goal is not None and figure.value < goal else None


def _beside(item: AnyItem, figure: Figure) -> tuple[str, str]:
    """Return the source's words before and behind a figure."""
    for one in item.evidence:
        if one.start <= figure.start and figure.end <= one.end:
            return one.quote[: figure.start - one.start], one.quote[figure.end - one.start :]
    return "", ""


def _filled(text: str, heads: Heads, *, english: bool) -> str:
    """Return a sentence with the source's own words in its placeholders."""

    def words(found: re.Match[str]) -> str:
        number = int(found[2]) - 1
        if found[1]:
            period = heads.items[number].period
            assert isinstance(period, Period)
            return period_words(period, english=english)
        return heads.figures[number][1].text

    text = text.strip()
    filled = PLACEHOLDER.sub(words, text)
    return filled if filled.endswith(_ENDS) else filled + ("." if english else "。")


def _opening_words(what: str, said: str | None, heads: Heads, dropped: list[str]) -> str | None:
    """Return what is said of the report's head, where it stands in the opening word for word."""
    if said is None or not heads.opening:
        return None
    said = said.strip()
    if said not in heads.opening:
        dropped.append(f"{what}: it does not stand in the report's opening")
        return None
    return said
