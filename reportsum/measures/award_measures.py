"""An award whose slots are filled → its measures: one, or one for each sum where several are shared out.

Whose each of several sums is: steps (10亿元、50亿元, 分别…), ranks, levels, the members of a list. Where that cannot be told the sums stand
together, unpaired and without a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from .award_names import award_name, kind_in, ranks_of, shared_out
from .award_slots import IS, Award, Figures
from .phrases import LONGEST
from .state import Draft


def measures_of(award: Award, figures: Figures) -> list[Draft]:
    """Return the measures of an award: one, or one for each sum where several are shared out."""
    if len(award.sums) > 1:
        return _shared(award, figures)
    name = award_name(award.receiver, award.to, award.each, award.label, award.what)
    if len(award.rates) > 1 and not award.sums:
        return [_unpaired(award, [at for at, _ in award.rates], figures)]
    only_rate = not award.sums and not award.caps and bool(award.rates)
    if only_rate:
        rated = _rate_name(name, award.rates[0][1])
        name = rated if len(rated) <= LONGEST else f"{name}比例"
    draft = Draft(name, [], built=True)
    for at, said in award.conditions:
        draft.figures.append(figures.numbers[at])
        draft.others.append((figures.numbers[at], said))
    for at, base in award.rates:
        what = award.what or (kind_in(award.receiver) if not only_rate else "")
        draft.take(figures.numbers[at], name if only_rate else _rate_name(what, base) if base else f"{what}比例")
    for at in award.sums:
        draft.take(figures.numbers[at], name)
    for at, each in award.caps:
        told = each if each.endswith("上限") else f"{each}{award.what}" if each else f"{award.what}上限" if award.sums else name
        draft.take(figures.numbers[at], told)
    for at, said in award.terms:
        draft.take(figures.numbers[at], said)
    draft.figures.sort()
    return [draft]


def _rate_name(what: str, base: str) -> str:
    """Return the name of a share that is given: of what it is one (按投资额的|8%), or what rate it is (按年利率|3%)."""
    return what if not base else f"{what}{base.removeprefix(IS)}" if base.startswith(IS) else f"{what}占{base}比例"


def _shared(award: Award, figures: Figures) -> list[Draft]:
    """Return a measure for each of several sums, named for whom it is; all together and unpaired where that cannot be told."""
    drafts = _in_steps(award, figures) or _of_members(award, figures)
    if not drafts:
        return [_unpaired(award, award.sums, figures)]
    _take_the_rest(drafts[-1], award, figures)
    return drafts


def _unpaired(award: Award, shared: Sequence[int], figures: Figures) -> Draft:
    """Return the measure of sums or rates that cannot be told apart, without a name of its own."""
    draft = Draft("", [figures.numbers[at] for at in shared], unpaired=True)
    for at, said in _told_once(award):
        draft.take(figures.numbers[at], said)
    _take_the_rest(draft, award, figures)
    draft.figures.sort()
    return draft


def _told_once(award: Award) -> list[tuple[int, str]]:
    """Return what must be reached for sums or rates that are shared out, and a rate by which all of the sums are reckoned."""
    rates = award.rates if award.sums else []
    return [*award.conditions, *((at, _rate_name(award.what, base) if base else f"{award.what}比例") for at, base in rates)]


def _take_the_rest(draft: Draft, award: Award, figures: Figures) -> None:
    """Put what is told once of all the sums or rates that are shared out into a measure: the most, and for how long."""
    for at, each in award.caps:
        draft.take(figures.numbers[at], f"{each}{award.what}" if each and not each.endswith("上限") else each or f"{award.what}上限")
    for at, said in award.terms:
        draft.take(figures.numbers[at], said)


def _in_steps(award: Award, figures: Figures) -> list[Draft]:
    """Return a measure for each step of a scale (10亿元、50亿元, 分别…); [] where the thresholds are not as many as the sums."""
    count = len(award.sums)
    asked = {at for at, _ in (*award.conditions, *award.rates)}
    steps = _steps(award.conditions, count)
    if not steps or steps[-1][0] > award.sums[0] or any(at not in asked for at in range(steps[-1][0] + 1, award.sums[0])):
        return []
    receiver = award.receiver if award.receiver != steps[0][1] else ""
    drafts = []
    for (at, said), given in zip(steps, award.sums, strict=True):
        step = f"{said}{figures.musts.get(at, '')}{figures.texts[at]}"
        name = award_name(receiver, award.to, award.each, step, award.what, before=True)
        drafts.append(Draft(name, [figures.numbers[at]], [(figures.numbers[at], said)], built=True))
        drafts[-1].take(figures.numbers[given], _rate_name(award.what, award.bases[given]) if given in award.bases else name)
    return _with_conditions(drafts, [one for one in _told_once(award) if one not in steps], figures)


def _steps(conditions: Sequence[tuple[int, str]], count: int) -> list[tuple[int, str]]:
    """Return the conditions that are a scale of so many steps: one thing asked for in one list, the last such list; [] where none is."""
    lists: list[list[tuple[int, str]]] = []
    for at, said in conditions:
        if lists and lists[-1][-1] == (at - 1, said):
            lists[-1].append((at, said))
        else:
            lists.append([(at, said)])
    return next((steps for steps in reversed(lists) if len(steps) == count), [])


def _of_members(award: Award, figures: Figures) -> list[Draft]:
    """Return a measure for each rank, level or member of a list; [] where they are not as many as the sums, or have no short name."""
    count = len(award.sums)
    asked = award.conditions[-1][0] if award.conditions else None
    ranks = ranks_of(f"{figures.musts.get(asked, '')}{figures.texts[asked]}", count) if asked is not None else []
    whose = [f"{award.receiver}{rank}" for rank in ranks] or shared_out(award.receiver, count)
    names = [award_name(one, award.to, award.each, "", award.what, member=True) for one in whose]
    if not all(names):
        return []
    drafts = [Draft(name, [figures.numbers[at]], built=True) for name, at in zip(names, award.sums, strict=bool(names))]
    return _with_conditions(drafts, _told_once(award), figures)


def _with_conditions(drafts: list[Draft], conditions: Sequence[tuple[int, str]], figures: Figures) -> list[Draft]:
    for at, said in reversed(conditions) if drafts else ():
        drafts[0].figures.insert(0, figures.numbers[at])
        drafts[0].others.append((figures.numbers[at], said))
    if drafts:
        drafts[0].figures.sort()
    return drafts
