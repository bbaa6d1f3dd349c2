"""A clause with figures → its measures.

Between two figures stands a gap. Its end, after the last comma, names what the next figure measures (规模工业总产值增长|16.5%); its
beginning, when no comma comes first, what the figure before counts (|30个|项目列入清单). Where the name is only a verb, a comparison
or a word like 投资额, the subject told before is taken up again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..annotating import Clause, Measure
from ..figures.figure import FoundFigure
from .lists import name_each
from .phrases import balanced, strip_lead, strip_tail, verb_at_end, verb_at_start, without_verb
from .words import words

LOOK_BACK = 160
"""Code points before a figure that are read: official coordinations hardly ever run longer."""
LOOK_AHEAD = 48
"""Code points after a figure that are read."""
LONGEST = 48
"""A metric is cut to so many code points."""
MOST_IN_A_LIST = 40
"""Members of one 分别 list; longer runs share one metric."""

_LAST_BREAK = re.compile(r".*[,，;；:：。！？!?\n]", re.DOTALL)
_FIRST_BREAK = re.compile(r"[,，;；:：。！？!?\n]")
# What belongs to the figure before: 以上, 左右, 的 …, and (次) of 4030余个(次).
_AFTER = re.compile(r"(?:以上|以下|以内|之内|左右|上下|多|余|不等|及以上|[(（]次[)）]|的)*")
_JOINT = re.compile(r"[、/]|(?:以及|和|与|及|或|并|至|到|—|－|-)(?=.?\d|$)")
# Between the members of a run of figures stands nothing but a joint: 5.1%、6.9%和3.2%.
_RUN_GAP = re.compile(
    r"(?:以上|以下|以内|左右|余|多|[(（]次[)）])?[、,，;；/]?(?:和|与|及|以及|或)?(?:约|近|超|超过|达到?|逾|增长|下降|为|突破|不低于|不超过)?$"
)
_EACH = re.compile(r"分别|依次")
_SHARE = re.compile(r"^[^占]{0,24}?(?<!抢)(?<!侵)占(?!地|补|用|有率|比|道)(.*)$")
_COMPARED = re.compile(
    r"(?:比|较|与)?([^,，、比较]{2,10}?)?(?:分别)?(高于|低于|快于|慢于|好于|优于|高出|低出)([^,，、]{1,16})$|比([^,，、比]{2,14}?)(?:分别)?(高|低|快|慢)$"
)
_PART = re.compile(r"[\s,，、;；(（]*其中[,，:：]?")
_PRONOUN = re.compile(r"^(?:该|其|上述|这些|此类|此|各该)(?!他|它|余|中)(?:产业|项目|行业|企业)?")
_CHANGED = re.compile(r"(?:增速|增幅|降幅|涨幅|增长率)$")
_DONE = re.compile(r"^(?:已经?|均已?|共|全部|累计|实际)*(?:完成|竣工|完工|开工|建成|投产|投用|达标|解决|整改|办结|通过|实施)")
_GOAL = re.compile(
    r"^(?:超额|提前|顺利|圆满|全面|已|共)*(?:完成|实现|达|达到|为)?(?:省|市|区|县|全年|年度|年初|上级|下达|既定|预期|总|全部|的|计划|任务|目标|指标|进度|序时|时序|预算)+(?:任务|目标|计划|指标|进度|数|预算)?的?$"
)
# Right after a figure these go on with the sentence; they do not name what it counts.
_GOES_ON = re.compile(
    r"(?:增长|下降|上升|提高|提升|同比|环比|比|较|占|为|是|达|超|左右|以上|后|内|前|之|增加|减少|回落|用于|高于|低于|快于|和|与|及|并|或|至|到|、|且|均|，|,|。|；|;|:|：|\)|）|”|’|》|—|-|\.|…|\s|!|！|？|\?|/|目标|任务|计划|时间|期间|其中|完成|实现|惠及|涉及|支持|提前|全部到位|居|列|位|排|分别|不变|起|转|调|降|升|缩|扩|精简|增至|增|\[|］|\])"
)
_THRESHOLD_NOUN = re.compile(
    r"(?:项目|企业|工程|工业|内资|外资|产业|集群|园区|大户|订单|合同|平台|载体|品牌|单品|县|镇|村|城市|公司|码头|航道|案件)"
)
_THRESHOLD_UNITS = frozenset(["元", "美元", "欧元", "港元", "吨", "吨级", "平方米", "亩", "千瓦", "标箱", "公里", "平方公里", "人", "级"])
_SENTENCE_VERB = re.compile(r"^(?:为|对|对于|将|把|有|共有|已有|给予|向|在|由|以|按|据|帮助|另有|设有|建有)")


@dataclass(slots=True)
class _Draft:
    """A measure in the making."""

    metric: str
    figures: list[int]
    others: list[tuple[int, str]] = field(default_factory=list)

    def take(self, number: int, metric: str) -> None:
        """Add figure `number`, which measures `metric`."""
        self.figures.append(number)
        if metric != self.metric:
            self.others.append((number, metric))

    def measure(self) -> Measure:
        """Return the finished measure."""
        return Measure(self.metric, tuple(self.figures), tuple(self.others))


@dataclass(slots=True)
class Memory:
    """What was spoken of last: it fills in subjects that later clauses leave out."""

    subject: str = ""


class ClauseReader:
    """Reads one clause from left to right."""

    def __init__(self, text: str, clause: Clause, figures: Sequence[FoundFigure], memory: Memory) -> None:
        self.text = text
        self.clause = clause
        self.figures = figures
        self.memory = memory
        self.drafts: list[_Draft] = []
        self.group: list[_Draft] = []
        """The measures of the last list; a following 分别 speaks of them again."""
        self.whole = memory.subject
        """What a part (其中…) is a part of."""
        self.in_parts = False
        self.verb = ""
        """The verb that opened the last metric; it holds for the rest of the list."""

    def read(self) -> tuple[Measure, ...]:
        """Return the measures of the clause, in text order; each figure stands in exactly one."""
        numbers = self.clause.figures
        at = 0
        while at < len(numbers):
            run = self._run(at)
            if run > 1 and self._read_list(at, run):
                at += run
                continue
            self._read_figure(at)
            at += 1
        return tuple(draft.measure() for draft in self.drafts)

    # -- the text beside a figure ---------------------------------------------------------------------------------------

    def _gap(self, at: int) -> str:
        """Return the text between figure `at` of the clause and the one before it, at most LOOK_BACK code points."""
        numbers = self.clause.figures
        start = self.figures[numbers[at]].start
        before = self.figures[numbers[at - 1]].end if at else self.clause.start
        return self.text[max(before, start - LOOK_BACK) : start]

    def _right(self, at: int) -> str:
        """Return the text after figure `at` up to the next figure or comma, at most LOOK_AHEAD code points."""
        numbers = self.clause.figures
        end = self.figures[numbers[at]].end
        stop = self.figures[numbers[at + 1]].start if at + 1 < len(numbers) else self.clause.end
        right = self.text[end : min(stop, end + LOOK_AHEAD)]
        found = _FIRST_BREAK.search(right)
        return right[: found.start()] if found else right

    def _run(self, at: int) -> int:
        """Return how many figures follow each other from `at` on with only a joint between them."""
        numbers = self.clause.figures
        run = 1
        first = self.figures[numbers[at]]
        while at + run < len(numbers) and run < MOST_IN_A_LIST:
            this, following = self.figures[numbers[at + run - 1]], self.figures[numbers[at + run]]
            if following.start - this.end > 8 or following.base_unit != first.base_unit:
                break
            gap = self.text[this.end : following.start]
            if not gap or not _RUN_GAP.match(gap):
                break
            run += 1
        return run

    # -- lists ----------------------------------------------------------------------------------------------------------

    def _read_list(self, at: int, run: int) -> bool:
        """Read a run of figures that are told of as many subjects; False when the subjects cannot be told apart."""
        gap = self._gap(at)
        numbers = self.clause.figures[at : at + run]
        found = None
        for found in _EACH.finditer(gap):
            pass
        phrase, said = (gap[: found.start()], gap[found.end() :]) if found else (strip_tail(gap), "")
        cut = _LAST_BREAK.match(phrase)
        before, phrase = (phrase[: cut.end()], phrase[cut.end() :]) if cut else ("", phrase)
        phrase = strip_tail(strip_lead(_PART.sub("", phrase)))
        said = strip_tail(said)
        if not phrase:
            return self._again(numbers, said)
        names = name_each(phrase, before, run)
        if names is None or (found is None and len(names) < 2):
            return False
        verb = verb_at_start(names[0])
        share = _SHARE.match(said)
        self.group = []
        for number, name in zip(numbers, names, strict=True):
            if verb and not name.startswith(verb) and not verb_at_start(name):
                name = verb + name
            metric = (name + _share_of(share.group(1))) if share else name + said.removeprefix("的")
            self.group.append(self._start(number, metric))
        self.verb = verb
        return True

    def _again(self, numbers: Sequence[int], said: str) -> bool:
        """Hand the figures to the measures of the list before, one each."""
        if len(self.group) != len(numbers):
            return False
        share = _SHARE.match(said)
        for number, draft in zip(numbers, self.group, strict=True):
            draft.take(number, draft.metric + (_share_of(share.group(1)) if share else ""))
        return True

    # -- single figures -------------------------------------------------------------------------------------------------

    def _read_figure(self, at: int) -> None:
        number = self.clause.figures[at]
        figure = self.figures[number]
        gap = self._gap(at)
        lead, joined, listed = self._lead(at, gap)
        if _PART.match(lead):
            lead = _PART.sub("", lead, count=1)
            self.whole = self.memory.subject
            self.in_parts = True
        elif not listed:
            self.in_parts = False
        rank = figure.role == "rank"
        opened = strip_lead(lead)
        core = strip_tail(opened, rank=rank)
        right = self._counted(at, figure, opened, core)
        if right:
            self._read_counted(number, figure, opened, core, right, joined, at)
            return
        self._read_named(number, figure, opened, core, listed, joined)

    def _lead(self, at: int, gap: str) -> tuple[str, bool, bool]:
        """Return the phrase that leads up to the figure, whether no break parts it from the figure before, and whether it goes on with a list."""
        rest = gap
        listed = False
        if at:
            rest = gap[_AFTER.match(gap).end() :]  # type: ignore[union-attr]  # the pattern also matches nothing
            joint = _JOINT.match(rest)
            if joint:
                listed = True
                rest = rest[joint.end() :]
        cut = _LAST_BREAK.match(rest)
        joined = bool(at) and not listed and cut is None
        lead = rest[cut.end() :] if cut else rest
        if cut is not None and listed and _PART.match(lead):
            listed = False
        opening = max(lead.rfind("("), lead.rfind("（"))
        closing = max(lead.rfind(")"), lead.rfind("）"))
        if opening > closing:
            lead, joined = lead[opening + 1 :], False
        elif closing >= 0 and max(lead.find("("), lead.find("（")) < 0:
            lead, joined = lead[closing + 1 :], False
            self.memory.subject = self.whole or self.memory.subject
        if joined and self._is_threshold(at - 1, lead):
            earlier, _, _ = self._lead(at - 1, self._gap(at - 1)) if at - 1 else self._lead(0, self._gap(0))
            previous = self.figures[self.clause.figures[at - 1]]
            lead = earlier + previous.text + gap
        return lead, joined, listed

    def _is_threshold(self, at: int, after: str) -> bool:
        """Return whether figure `at` only says how big the things are that the next figure counts (超5亿元项目206个)."""
        previous = self.figures[self.clause.figures[at]]
        following = self.figures[self.clause.figures[at + 1]]
        return (
            previous.role in ("level", "other", "count")
            and previous.base_unit in _THRESHOLD_UNITS
            and following.base_unit not in ("%", "个百分点")
            and following.base_unit != previous.base_unit
            and _THRESHOLD_NOUN.search(after[:24]) is not None
        )

    def _counted(self, at: int, figure: FoundFigure, opened: str, core: str) -> str:
        """Return the name after the figure when that is what it counts (30个|项目), else ""."""
        if figure.role in ("rank", "change", "change_pp"):
            return ""
        right = self._right(at)
        after = _AFTER.match(right)
        of = after is not None and after.group().endswith("的")
        right = right[after.end() :] if after else right
        if not right or _GOES_ON.match(right):
            return ""
        if figure.base_unit == "%" and not of:
            return ""
        if figure.role == "level" and core and core == opened and not verb_at_end(core) and not self._nothing_yet(core):
            return ""
        return right

    @staticmethod
    def _nothing_yet(core: str) -> bool:
        return bool(_SENTENCE_VERB.match(core)) or len(core) < 2

    def _read_counted(self, number: int, figure: FoundFigure, opened: str, core: str, right: str, joined: bool, at: int) -> None:
        numbers = self.clause.figures
        followed = at + 1 < len(numbers) and self.figures[numbers[at + 1]].start - figure.end <= len(right) + 8
        listing = right.find("、")
        if listing > 0 and re.match(r"、(?:数量|总数|总量|居|列|创|占|排|较|比|同比|位|增|新|完成|建成|实现|为)", right[listing:]):
            right = right[:listing]
        if followed:
            right = strip_tail(right)
        name, said = _split_counted(right)
        name = name.strip("的 ")
        left = _SENTENCE_VERB.sub("", opened).strip()
        left = strip_tail(left) if not verb_at_end(left) else left
        if figure.base_unit == "%":
            metric = left + (said + "的" + name if said and not left else name + said) + "占比"
        elif said and not followed and not verb_at_end(left):
            metric = left + said + "的" + name if not left else left + name + said
        elif said and not followed:
            metric = left + name + said
        else:
            metric = left + name
        self._start(number, metric)
        owner = name if len(name) >= 2 else metric
        self.memory.subject = _tidy(owner)
        self.verb = verb_at_start(metric)

    def _read_named(self, number: int, figure: FoundFigure, opened: str, core: str, listed: bool, joined: bool) -> None:
        subject = self.memory.subject
        if not core or core in ("增速", "增幅", "降幅", "涨幅", "同比", "环比"):
            self._follow(number, subject, figure)
            return
        if _GOAL.match(core):
            self._follow(number, subject + ("目标任务完成率" if figure.base_unit == "%" else ""), figure)
            return
        share = _SHARE.match(core) or (_SHARE.match(opened) if "占" in opened else None)
        if share is not None:
            head = strip_tail(opened[: share.start(1) - 1]) if opened[: share.start(1) - 1] else ""
            owner = self._owned(head) if head else subject
            if head and head not in words().relative:
                self._start(number, owner + _share_of(share.group(1)))
                return
            self._follow(number, owner + _share_of(share.group(1)), figure)
            return
        compared = _COMPARED.search(opened)
        if compared is not None:
            self._read_compared(number, compared, opened[: compared.start()], figure)
            return
        if core in words().relative or (without_verb(core) in words().relative and len(core) <= 8):
            self._read_relative(number, core, figure)
            return
        pronoun = _PRONOUN.match(core)
        if pronoun is not None and subject:
            self._start(number, without_verb(subject) + core[pronoun.end() :])
            return
        if listed and self.verb and not verb_at_start(core) and figure.role == "count":
            core = self.verb + core
        if self.in_parts and self.whole and figure.role == "count" and core.endswith(words().unfit):
            core = f"{without_verb(self.whole)}中{core}"
        elif self.in_parts and self.whole and figure.role == "count" and _DONE.match(core):
            core = core + without_verb(self.whole)
        elif _DONE.match(opened) and figure.role in ("count", "level") and len(core) <= 6 and subject:
            core = without_verb(subject) + opened
        self._start(number, core)
        if not (listed and self.in_parts):
            self.verb = verb_at_start(core)

    def _read_compared(self, number: int, compared: re.Match[str], before: str, figure: FoundFigure) -> None:
        if compared.group(2):
            against = compared.group(2) + compared.group(3)
        else:
            against = compared.group(5) + "于" + (compared.group(4) or "")
        own = strip_tail(before + (compared.group(1) or "") if compared.group(2) else before)
        if own and own not in words().relative:
            self._start(number, own + against)
        else:
            self._follow(number, self.memory.subject + own + against, figure)

    def _read_relative(self, number: int, core: str, figure: FoundFigure) -> None:
        owner = self.memory.subject
        if figure.role in ("change", "change_pp", "rank") and self.drafts:
            self._follow(number, owner, figure)
            return
        base = without_verb(self.whole if self.in_parts and self.whole else owner)
        self._start(number, (base if base not in core else "") + core)

    def _owned(self, head: str) -> str:
        """Return `head` with its owner before it when it cannot stand alone."""
        return self.memory.subject + head if head in words().relative else head

    # -- results --------------------------------------------------------------------------------------------------------

    def _start(self, number: int, metric: str) -> _Draft:
        """Open a measure; its metric becomes the subject of what follows."""
        metric = _tidy(metric)
        if not metric:
            metric = self.memory.subject or _any_name(self.text, self.clause)
        draft = _Draft(metric, [number])
        self.drafts.append(draft)
        self.group = []
        self.memory.subject = metric
        return draft

    def _follow(self, number: int, metric: str, figure: FoundFigure) -> None:
        """Give the figure to the measure it speaks of again."""
        if self.drafts:
            self.drafts[-1].take(number, _tidy(metric) or self.drafts[-1].metric)
            return
        subject = self.memory.subject
        self._start(number, metric)
        if subject:
            self.memory.subject = subject


def _share_of(rest: str) -> str:
    """Return the name of a share: what stands after 占 (年度计划的), as 占年度计划比重."""
    whole = strip_tail(rest)
    for ending in ("的比重", "比重", "的比例", "比例", "的份额", "份额", "的", "总数的"):
        whole = whole.removesuffix(ending)
    whole = strip_tail(whole)
    return f"占{whole}比重" if whole else "占比"


def _split_counted(right: str) -> tuple[str, str]:
    """Return the things counted and what is said of them: 项目列入清单 → 项目, 列入清单."""
    found = words().predicate.search(right, 2)
    if found is None:
        return right, ""
    return right[: found.start()], right[found.start() :]


def _tidy(metric: str) -> str:
    """Return the metric as it is published: no marks at the ends, no lone brackets, bounded."""
    metric = metric.strip(" \t\r\n\u3000,，、;；:：。.!！?？-—－·的了")
    if len(metric) > LONGEST:
        metric = metric[-LONGEST:].lstrip("、的和与及")
    return balanced(metric)


def _any_name(text: str, clause: Clause) -> str:
    from .plain import plain_metric

    return plain_metric(text[clause.start : clause.end])
