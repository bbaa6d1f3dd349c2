"""Runs of figures with only a joint between them: 城镇、农村居民人均可支配收入分别增长|5.1%、6.9%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lists import name_each
from .owning import RATES_OF_CHANGE, owned, part_of, quantity_left_out, ranked
from .phrases import is_relative, share_of, strip_lead, strip_tail, verb_at_start
from .telling import Telling

_EACH = re.compile(r"分别|依次")
_LAST_BREAK = re.compile(r".*[,，;；:：。！？!?\n]", re.DOTALL)
_OF = re.compile(r"^占(.*)$")
_AGAINST_EACH = re.compile(r"(增速|增幅|占比|降幅|涨幅)?(?:均|都|也)?(比|高于|低于|快于|慢于|好于|优于)(.{3,30})$")
_BEYOND_EACH = re.compile(r"(高于|低于|快于|慢于|好于|优于)(.{3,30})$")


def read_run(telling: Telling, at: int, count: int) -> bool:
    """Read `count` figures from `at` on that are told of as many subjects; False when the subjects cannot be told apart."""
    gap = telling.around.gap(at)
    numbers = telling.numbers[at : at + count]
    before, phrase, said = _parts(gap)
    if not phrase or phrase in RATES_OF_CHANGE:
        return _again(telling, numbers, said)
    if phrase.startswith("占") and _OF.match(phrase) and phrase[1:2] not in ("地", "用", "补"):
        return _again(telling, numbers, phrase)
    if "其中" in gap:
        telling.whole = telling.memory.subject
    against = _AGAINST_EACH.match(phrase) if said in ("高", "低", "快", "慢", "") else None
    if against is not None:
        return _compare(telling, numbers, against, said)
    beyond = _BEYOND_EACH.match(said)
    if beyond is not None and not is_relative(phrase):
        return _compare_own(telling, numbers, phrase, beyond)
    if is_relative(phrase):
        names = _owned_by_last(telling, phrase, count) if _EACH.search(gap) else None
    else:
        names = name_each(phrase, before, count)
    if names is None:
        return False
    if telling.memory.subject and telling.drafts and all(is_relative(name) for name in names) and telling.figures[at].role == "rank":
        for number, name in zip(numbers, names, strict=True):
            telling.follow(number, ranked(telling.memory.subject + name, said))
        return True
    _hand_out(telling, numbers, names, said)
    return True


def _parts(gap: str) -> tuple[str, str, str]:
    """Return what stands before the subjects, the subjects, and what is said of each: ("", "城镇、农村居民收入", "")."""
    each = list(_EACH.finditer(gap))
    phrase, said = (gap[: each[-1].start()], gap[each[-1].end() :]) if each else (strip_tail(gap), "")
    cut = _LAST_BREAK.match(phrase)
    before, phrase = (phrase[: cut.end()], phrase[cut.end() :]) if cut else ("", phrase)
    return before, strip_tail(strip_lead(phrase)), strip_tail(said)


def _hand_out(telling: Telling, numbers: Sequence[int], names: Sequence[str], said: str) -> None:
    verb = verb_at_start(names[0])
    group = []
    for number, name in zip(numbers, names, strict=True):
        if verb and not verb_at_start(name):
            name = verb + name
        elif telling.whole and name.endswith("类"):
            name = part_of(telling.whole, name)
        if telling.figures[number - telling.numbers[0]].role == "change":
            name += quantity_left_out(name, telling.quantity, telling.whole)
        group.append(telling.start(number, name + _told(said)))
    telling.group = group
    telling.verb = verb


def _told(said: str) -> str:
    """Return what 分别 says of each subject as the end of its name: 完成投资, 占全省比重."""
    share = _OF.match(said)
    return share_of(share.group(1)) if share else said.removeprefix("的")


def _again(telling: Telling, numbers: Sequence[int], said: str) -> bool:
    """Hand the figures to the last measures, one each: …分别为A、B,分别增长|4.9%、6.8%."""
    group = telling.group if len(telling.group) == len(numbers) else telling.drafts[-len(numbers) :]
    if len(group) != len(numbers):
        return False
    share = _OF.match(said)
    for number, draft in zip(numbers, group, strict=True):
        draft.take(number, draft.metric + (share_of(share.group(1)) if share else ""))
    return True


def _owned_by_last(telling: Telling, phrase: str, count: int) -> list[str] | None:
    """Return what `phrase` (总数) means for the last measures: 新增A 5家、B 2家,总数分别达|50家、21家."""
    last = telling.drafts[-count:]
    return [owned(draft.metric, phrase) for draft in last] if len(last) == count else None


def _compare(telling: Telling, numbers: Sequence[int], against: re.Match[str], said: str) -> bool:
    """Read what the last metric was compared with: 增速比全国、全省分别高|0.3和0.5个百分点."""
    names = name_each(against.group(3), "", len(numbers))
    subject = telling.memory.subject
    if names is None or not subject:
        return False
    how = f"{said}于" if said else against.group(2)
    for number, name in zip(numbers, names, strict=True):
        telling.follow(number, f"{subject}{against.group(1) or ''}{how}{name}")
    return True


def _compare_own(telling: Telling, numbers: Sequence[int], phrase: str, against: re.Match[str]) -> bool:
    """Read a comparison that brings its subject along: 税收增速分别高于全国、全省|2.3、1.1个百分点."""
    names = name_each(against.group(2), "", len(numbers))
    if names is None:
        return False
    metrics = [f"{phrase}{against.group(1)}{name}" for name in names]
    telling.start(numbers[0], phrase).others.append((numbers[0], metrics[0]))
    for number, metric in zip(numbers[1:], metrics[1:], strict=True):
        telling.follow(number, metric)
    return True
