"""Runs of figures with only a joint between them: 城镇、农村居民人均可支配收入分别增长|5.1%、6.9%.

分别, 依次, 各自 and 各 hand the figures out to as many names. Where names and figures do not match, the figures stay together without a
name (see `Telling.leave_unpaired`): a list is never shifted by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportsum import lazy_re as re

from .beside import EACH, LOOK_AHEAD, Run
from .lists import name_each, speaks_of_told
from .phrases import is_relative, quantity_of, share_of, split_counted, strip_lead, strip_tail, verb_at_start
from .possessors import RATES_OF_CHANGE, RATIOS, attained, owned, part_of, price_left_out, quantity_left_out, ranked
from .state import Draft, Telling
from .words import words

_LAST_BREAK = re.compile(r".*[,，;；:：。！？!?\n]", re.DOTALL)
_OF = re.compile(r"^占(?!比)(.*)$")
_AGAINST_EACH = re.compile(r"(增速|增幅|占比|降幅|涨幅)?(?:均|都|也)?(比|高于|低于|快于|慢于|好于|优于)(.{3,30})$")
_BEYOND_EACH = re.compile(r"(高于|低于|快于|慢于|好于|优于)(.{3,30})$")
# 3.2亿元、1.5亿元|分别用于教育、医疗,…
_NAMES_BEHIND = re.compile(
    r"(?:的?资金|的)?[,，]?(?:分别|依次)(?:为|是|来自于?|用于|投向|由|属于|流向|投入)(?P<names>[^,，。;；:：\n\d]{3,60})"
)
_GRANTS = re.compile(r"给予|奖励|补助|补贴|安排|发放|处以?")
_TO_ANYONE = re.compile("^(?:给予)?(?:企业|单位|项目(?:单位)?|机构)(?=.)")
_OF_GOAL = re.compile(r"完成[^,，]{0,8}(?:任务|目标|计划|预算)$")
_COORDINATED = re.compile(r"、|[^与]和|(?<!参)与|(?<![惠涉普波触])及")
# 能耗前三年|分别上升
_OF_YEARS = re.compile("(?:前|近|过去|最近|这)[两二三四五]年(?:来|间)?分别")
_OF_YEARS_AT_END = re.compile("(?:由|从|在)?(?:前|近|过去|最近|这)[两二三四五]年(?:来|间)?$")
_THAN_ONE = re.compile("(?<![占对])比(?![例重率值较])(?P<whom>[^比、和与及,，]{2,16})$")
_SIDES = frozenset("高低快慢多少")
LONGEST_THING = 8


_PART_OF_ALL = re.compile("(?P<of>[^占]{4,24}?)(?:稳定|保持|维持)在(?P<all>全[国省市球]|世界)的?$")


def read_run(telling: Telling, run: Run) -> bool:
    """Read the figures of `run`, which are told of as many subjects; False when they are to be read one by one."""
    at = run.members[0]
    gap = telling.around.gap(at)
    before, phrase, said = _parts(gap)
    each = EACH.search(gap) is not None
    if not phrase or phrase in RATES_OF_CHANGE or speaks_of_told(phrase, len(run.members)):
        read = _again(telling, run, said)
        if not read and not phrase and each:
            read = _hand_out_if(telling, run, name_each("", before, len(run.members)) if before else None, said)
        return read or _behind(telling, run) or (each and _leave(telling, run))
    if each and _OF_YEARS.search(gap) is not None:
        return _one_of_all(telling, run, phrase)
    if phrase.startswith("占") and _OF.match(phrase) and phrase[1:2] not in ("地", "用", "补"):
        return _again(telling, run, phrase) or (each and _leave(telling, run))
    if "其中" in gap:
        telling.whole = telling.memory.subject
    against = _AGAINST_EACH.match(phrase) if said in ("高", "低", "快", "慢", "") else None
    if against is not None:
        return _compare(telling, run, against, said)
    beyond = _BEYOND_EACH.match(said)
    if beyond is not None and not is_relative(phrase) and (_COORDINATED.search(beyond.group(2)) or not _COORDINATED.search(phrase)):
        return _compare_own(telling, run, phrase, beyond)
    if is_relative(phrase):
        names = _owned_by_last(telling, phrase, len(run.members)) if each else None
    else:
        names = name_each(phrase, before if each else "", len(run.members))
        owned_quantity = bool(quantity_of(phrase)) or is_relative(phrase[-2:])
        if names is None and each and owned_quantity and not _COORDINATED.search(phrase) and "其中" not in gap:
            names = _owned_by_last(telling, phrase, len(run.members))
    if names is None:
        return _behind(telling, run) or ((each or bool(_COORDINATED.search(phrase))) and _leave(telling, run))
    if telling.memory.subject and telling.drafts and all(is_relative(name) for name in names) and telling.figures[at].role == "rank":
        for member, name in zip(run.members, names, strict=True):
            telling.follow(telling.numbers[member], ranked(telling.memory.subject + name, said))
        return True
    return _hand_out_if(telling, run, names, said)


def _one_of_all(telling: Telling, run: Run, phrase: str) -> bool:
    """Read one quantity told of several years (能耗前三年分别上升|4.9%、5.5%、0.2%)."""
    first, *rest = (telling.numbers[at] for at in run.members)
    name = _OF_YEARS_AT_END.sub("", phrase)
    if name and not is_relative(name):
        telling.start(first, name)
    elif telling.memory.subject:
        telling.follow(first, telling.memory.subject)
    else:
        return _leave(telling, run)
    for number in rest:
        telling.follow(number, telling.drafts[-1].metric)
    return True


def _parts(gap: str) -> tuple[str, str, str]:
    """Return what stands before the subjects, the subjects, and what is said of each: ("", "城镇、农村居民收入", "")."""
    each = list(EACH.finditer(gap))
    phrase, said = (gap[: each[-1].start()], gap[each[-1].end() :]) if each else (strip_tail(gap), "")
    bare = phrase.rstrip(",，")
    cut = _LAST_BREAK.match(phrase)
    before, phrase = (phrase[: cut.end()], phrase[cut.end() :]) if cut else ("", phrase)
    if not phrase and bare:
        before = bare
    said = strip_tail(said)
    if not each and (part := _PART_OF_ALL.match(phrase)) is not None:
        phrase, said = part["of"], f"占{part['all']}"  # 苹果、梨产量稳定在全国|1/4、1/3
    if "比" in phrase and said[:1] in _SIDES and (than := _THAN_ONE.search(phrase, 2)) is not None:
        phrase, said = phrase[: than.start()], f"{said[0]}于{than['whom']}"  # 甲、乙贷款增速|比各项贷款增速|分别高
    return before, strip_tail(strip_lead(phrase)), said


def _leave(telling: Telling, run: Run) -> bool:
    """Keep the figures together without a name: nobody can tell which is which."""
    first = run.members[0]
    telling.leave_unpaired(telling.numbers[first : first + run.length])
    return True


def _hand_out_if(telling: Telling, run: Run, names: Sequence[str] | None, said: str) -> bool:
    if names is None:
        return False
    verb = verb_at_start(names[0])
    verb = "" if names[0][len(verb) :] in RATES_OF_CHANGE else verb  # 投资、消费|增速: two quantities, nothing is done
    percent = telling.figures[run.members[0]].base_unit == "%"
    ending = "目标任务完成率" if percent and _OF_GOAL.search(said) else _told(said) + _things_behind(telling, run)
    if _GRANTS.match(said):
        ending = _TO_ANYONE.sub("", ending)
        names = [name.removeprefix("对") for name in names]
    group = []
    for place, name in enumerate(names):
        at = run.members[place]
        if verb and not verb_at_start(name) and (not quantity_of(name) or quantity_of(name) == quantity_of(names[0])):
            name = verb + name
        elif telling.whole and name.endswith(("类", *words().unfit)):
            name = part_of(telling.whole, name)
        if telling.figures[at].role == "change":
            name += quantity_left_out(name, telling.quantity, telling.whole)
            name += price_left_out(name, telling.priced) if telling.figures[at].base_unit == "元" else ""
        ranks = telling.figures[at].role == "rank"
        draft = telling.start(telling.numbers[at], ranked(name, said) if ranks else name + ending)
        _take_asides(telling, run, place, draft)
        group.append(draft)
    telling.group = group
    telling.memory.group = tuple([draft.metric for draft in group])
    telling.verb = verb
    return True


def _take_asides(telling: Telling, run: Run, place: int, draft: Draft) -> None:
    """Give a measure the figures in the bracket behind its own (48216元（增长|4.1%，占|12%）)."""
    for at in run.asides[place]:
        inside = strip_tail(strip_lead(telling.around.gap(at).rpartition("，")[2].rpartition(",")[2].lstrip("(（")))
        share = _OF.match(inside)
        told = share_of(share.group(1)) if share else "" if inside in RATES_OF_CHANGE else inside
        draft.take(telling.numbers[at], draft.metric + told if share else owned(draft.metric, told) if told else draft.metric)


def _told(said: str) -> str:
    """Return what 分别 says of each subject as the end of its name: 完成投资, 占全省比重."""
    share = _OF.match(said)
    return share_of(share.group(1)) if share else attained(said.removeprefix("的"))


def _things_behind(telling: Telling, run: Run) -> str:
    """Return the things that all figures of the list count, which only stand behind the last (分别新建3个、5个|公园)."""
    last = telling.figures[run.members[-1]]
    if run.asides[-1] or last.role not in ("count", "level"):
        return ""
    right = telling.around.following(run.members[-1])
    if not right or words().goes_on.match(right) or verb_at_start(right):
        return ""
    name = split_counted(right)[0]
    return name if 2 <= len(name) <= LONGEST_THING else ""


def _again(telling: Telling, run: Run, said: str) -> bool:
    """Hand the figures to the last measures, one each: …分别为A、B,分别增长|4.9%、6.8%."""
    count = len(run.members)
    if telling.drafts and telling.drafts[-1].unpaired:
        return _leave(telling, run)
    group = telling.group if len(telling.group) == count else _last_told(telling, run)
    if (
        not group
        and said
        and verb_at_start(said) == said
        and len(telling.drafts) >= count
        and telling.drafts[-count].metric.startswith(said)
    ):
        group, said = telling.drafts[-count:], ""  # 淘汰炼铁产能…、炼钢产能…,今年分别淘汰|300万吨和200万吨
    if len(group) != count:
        if telling.drafts or len(telling.memory.group) != count or _GRANTS.match(said):  # a grant says itself to whom
            return False
        return _hand_out_if(telling, run, telling.memory.group, said if said in RATIOS else "")
    share = _OF.match(said)
    ending = share_of(share.group(1)) if share else "目标任务完成率" if _OF_GOAL.search(said) else said
    for place, draft in enumerate(group):
        metric = owned(draft.metric, ending) if is_relative(ending) and ending not in RATIOS else draft.metric + ending
        draft.take(telling.numbers[run.members[place]], metric)
        _take_asides(telling, run, place, draft)
    return True


def _last_told(telling: Telling, run: Run) -> list[Draft]:
    """Return the last measures when there are as many as figures, and none of them has told figures of that role yet; else `[]`."""
    last = telling.drafts[-len(run.members) :]
    figure = telling.figures[run.members[0]]
    unit = figure.base_unit if figure.role == "count" else ""
    first = telling.numbers[0]
    before = [telling.figures[number - first] for draft in last for number in draft.figures]
    told = any(one.role == figure.role and (not unit or one.base_unit == unit) for one in before)
    return [] if told else last


def _behind(telling: Telling, run: Run) -> bool:
    """Read names that stand behind the figures: 3.2亿元、1.5亿元|分别用于教育、医疗."""
    end = telling.figures[run.members[-1]].end
    found = _NAMES_BEHIND.match(telling.text, end, min(telling.clause.end, end + 2 * LOOK_AHEAD))
    if found is None:
        return False
    return _hand_out_if(telling, run, name_each(strip_tail(found["names"]), "", len(run.members)), "") or _leave(telling, run)


def _owned_by_last(telling: Telling, phrase: str, count: int) -> list[str] | None:
    """Return what `phrase` (总数) means for the last measures: 新增A 5家、B 2家,总数分别达|50家、21家."""
    last = telling.group if len(telling.group) == count else telling.drafts[-count:]
    names = [draft.metric for draft in last] if telling.drafts else list(telling.memory.group)
    return [owned(name, phrase) for name in names] if len(names) == count and all(names) else None


def _compare(telling: Telling, run: Run, against: re.Match[str], said: str) -> bool:
    """Read what the last metric was compared with: 增速比全国、全省分别高|0.3和0.5个百分点."""
    names = name_each(against.group(3), "", len(run.members))
    subject = telling.memory.subject
    if names is None or not subject:
        return False
    how = f"{said}于" if said else against.group(2)
    for at, name in zip(run.members, names, strict=True):
        telling.follow(telling.numbers[at], f"{subject}{against.group(1) or ''}{how}{name}")
    return True


def _compare_own(telling: Telling, run: Run, phrase: str, against: re.Match[str]) -> bool:
    """Read a comparison that brings its subject along: 税收增速分别高于全国、全省|2.3、1.1个百分点."""
    names = name_each(against.group(2), "", len(run.members))
    if names is None:
        return False
    metrics = [f"{phrase}{against.group(1)}{name}" for name in names]
    first, *rest = (telling.numbers[at] for at in run.members)
    telling.start(first, phrase).others.append((first, metrics[0]))
    for number, metric in zip(rest, metrics[1:], strict=True):
        telling.follow(number, metric)
    return True
