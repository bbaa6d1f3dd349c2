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
from .beside import Beside, Surroundings
from .lists import name_each
from .phrases import (
    matter,
    noun_of,
    share_of,
    split_counted,
    strip_lead,
    strip_tail,
    tidy,
    verb_at_end,
    verb_at_start,
    without_verb,
)
from .plain import plain_metric
from .words import words

_EACH = re.compile(r"分别|依次")
_LAST_BREAK = re.compile(r".*[,，;；:：。！？!?\n]", re.DOTALL)
_PIECE = re.compile(r"[,，;；:：。！？!?\n]")
_SHARE = re.compile(r"^([^占]{0,24}?)(?<![抢侵])占(?!地|补|用|有率|比|道)(.*)$")
# Before a rank: where it is held, or which side of the quantity is ranked: 南通|第一, 增幅列南通九县(市)区|第2, 总数南通|第一.
_RANKED = re.compile(
    r"(?:增速|增幅|总量|总数|数量|占比|总额|规模|两项指标|综合|排名|位次)?(?:在|列|居|位居|位列|名列|排|排名|均|继续|稳居)*"
    r"(?:[^,，、]{0,12}(?:县|市|区|省|州|\)区|地区|城市)[中里内]?|.{0,4}(?<![度率量额数值比力产平入资效均]))$"
)
_PLACE = re.compile(r"全[省国市县区球州]|世界|苏[中南北]|[省市县区州国]|地区|城市")
_HELD = re.compile(r"(?:均|继续|稳居|稳列|位居|位列|名列|居|列|排名|排|位次|为|保持|升至|跃居|跃升至|获|的)+$")
_ATTAINED = re.compile(r"^(?:累计|预计|共|已)*(?:完成|实现)")
_YARDSTICK = re.compile(r"全[国省市县区州球]|平均|水平|目标|计划|预期|同期|上年|去年|地区|[增降涨]幅|增速")
_COMPARED = re.compile(
    r"([^,，、比较]{2,10}?)?(?:分别)?(高于|低于|快于|慢于|好于|优于|高出|低出|超过|超出|超|领先|落后)([^,，、]{1,16})$"
    r"|(?<![占所])比(?![重例率值较])([^,，、比]{2,14}?)(?:分别)?([高低快慢])(?:出)?$"
)
_PRONOUN = re.compile(r"^(?:该|其|上述|这些|此类|此|各该)(?!他|它|余|中)(?:产业|项目|行业|企业)?")
_GOAL = re.compile(
    r"^(?=.*(?:计划|任务|目标|指标|进度|时序|序时|预算|全年|年度|下达|既定|预期))(?:超额|提前|顺利|圆满|全面|已|共)*(?:完成|实现|达到|达|为)?"
    r"(?:省|市|区|县|投资|时间|全年|年度|年初|调整|代编|批准|核定|上级|下达|既定|预期|总|全部|的|计划|任务|目标|指标|进度|序时|时序|预算)+"
    r"(?:任务|目标|计划|指标|进度|数|预算)?的?$"
)
_AIMED = re.compile(r"完成|目标|任务|指标|下达")
_AGAINST_EACH = re.compile(r"(增速|增幅|占比|降幅|涨幅)?(?:均|都|也)?(比|高于|低于|快于|慢于|好于|优于)(.{3,30})$")
_TOTALS = frozenset(("总量", "总额", "总规模", "规模", "总数"))
_RATIOS = frozenset(("占比", "比重", "份额", "增速", "增幅", "余额占比"))
# These repeat the beginning of what their owner ends with: 空气质量优良天数 → 空气质量优良率.
_SAME_HEAD = frozenset(("优良率", "投入强度"))
_KEPT = ("控制在", "稳定在", "保持在", "维持在")
_RATE_OF_CHANGE = frozenset(("增速", "增幅", "降幅", "涨幅", "增长率", "同比", "环比"))
# Right after a figure these go on with the sentence; they do not name what it counts.
_GOES_ON = re.compile(
    r"增长(?!点|极)|下降|上升|提高|提升|同比|环比|比(?!赛)|较|占(?!补|地)|为(?!民|农)|是|达(?![标产])|超(?![\d百千万亿大长高市算级])|左右|以上|后(?!备|续)"
    r"|内(?![资河外陆])|前(?![沿海])|之|增加|减少|回落|用于|高于|低于|快于|和(?![美谐])|与|及|并(?!网)|或|至|到(?!户)"
    r"|、|且|均|年度|全年|控制|计划(?=[,，的]|$|完成|任务|目标|投资)|[,，。；;:：)）”’》—.…\s!！？?/\[\]［］-]|目标|任务|时间|期间|其中|完成|实现|惠及|涉及|支持|提前|全部到位|居(?![民家委住])|列|位(?!于)|排(?![水污口涝放查])|分别"
    r"|不变|起(?!步)|台阶|大关|关口|门槛|转(?!型)|调(?![解研])|降|升(?!级)|兑|折合|缩|扩(?!建)|精简|增(?![长量值])|人均|户均"
)
# How far the things told before have come: 25项,已完成|12项.
_PROGRESS = re.compile(
    r"(?:已经?|均|共|全部|累计|实际|其中)*((?:正在|新)?(?:完成|完工|竣工|开工|建成|投产|投用|实施|解决|整改|办结|启动|签约|落户|落地|验收|整治|通过|达标|达产)+"
    r"(?:建设|验收|整治|改造|整改)?)(?:了|达|达到|共)?$"
)
# What was planned for the things counted is not what became of them: 计划新开工项目270项,实际已开工|129项.
_PLANNED = re.compile(r"^计划(?:新?(?:开工|竣工|完成|建设))?")
_PROGRESS_AT_END = re.compile(r"(?:已经?|均|共|累计|实际)*(?:完成|完工|竣工|开工|建成|投产|启动|办结|整改)(?:了|达|达到|共)?$")
_COMPLETED = re.compile(r"^([^占]{0,24}?)(?:已经?|均|累计|实际|超额|提前|超时序|超序时)*完成(?!率|额|量|值|比)(?:了)?(.{0,20})$")
# Names of things that say little by themselves.
_SAYS_LITTLE = re.compile(
    r"(?:项目|企业|活动|问题|隐患|演出|经营主体|单位|人员|任务|案件|线索|资金|事项|工程|培训|场次|隐患和问题|问题隐患|工地|车辆|设施|点位|对象|个人|资产|面积|产品|样品|批次)$"
)
# Before things counted: whom an action is aimed at (对全市|17家园区实行考核).
_TOWARDS = re.compile(r"[对向给把将为在](?:全[市省县区国州]|各地|我[市省县区]|[市省县区]内|辖区|辖区内)?$")
_YEAR_AT_END = re.compile(r"(?:\d{4}年度?|全年|年度|当年|今年|本年)$")
_ADVERB = re.compile(r"逐一|全部|全都|都|已|正在|正|同时|先后|陆续|相继|顺利|成功|全面")
# Verbs that hold for the parts as well: 新登记经营主体…,其中企业 are newly registered too.
_NEW = re.compile(r"(?:(?:新|净增|引进|认定|培育|获评|获批)(?:增|建|登记|认定|签约?|开工|引进|设立?|批|培育|评|入库|入选|落户|投产)?)?")
_LIST_ENDS = re.compile(r"、(?:数量|总数|总量|居|列|创|占|排|较|比|同比|位|增|新|完成|建成|实现|为)")
# Prepositions and 有 before things counted: 对8个项目, 全市共有41家公司.
_PREPOSITION = re.compile(
    r"^(?:为(?!主)|对于|对(?![接外口标照应])|将|把|共有|已有|另有|有(?![效机限])|设有|建有|给予|向(?!上)|在(?![建线手职校册岗])|由|以(?![上下内])|按(?!揭)|据)+"
)
_LEVEL = re.compile(r"^(?:国家|省|市|县|区|镇)级(?:及?以上)?")
_SIZED = re.compile(r"^超?[\d.一二三五十百千万亿]+(?:美元|元|吨|平方米)(?:及?以上|以下)?")
_SIZE = re.compile(r"(?:以上|以下|级|类|型|板|性|等|籍|所|新建|续建|在建|改建|扩建|开工|竣工|完成|投产)$")


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
    """What was spoken of last: it fills in subjects that later clauses of the paragraph leave out."""

    subject: str = ""
    """The last metric: 同比增长 speaks of it again."""
    owner: str = ""
    """The last thing that is not itself owned: 投资额 belongs to it."""


class ClauseReader:
    """Reads one clause from left to right."""

    def __init__(self, text: str, clause: Clause, figures: Sequence[FoundFigure], memory: Memory) -> None:
        self.text = text
        self.clause = clause
        self.around = Surroundings(text, clause, figures)
        self.memory = memory
        self.drafts: list[_Draft] = []
        self.group: list[_Draft] = []
        """The measures of the last list; a following 分别 speaks of them again."""
        self.whole = ""
        """What the parts after 其中 are parts of; "" outside."""
        self.outside: Memory | None = None
        """What was spoken of before a bracket opened; it is taken up again when the bracket closes."""
        self.verb = ""
        """The verb that opened the last metric; it holds for the rest of the list."""

        self.sizes: list[int] = []
        """Figures that wait for the count they belong to."""
        self.quantity = ""
        """The quantity told of an industry (增加值); the industries that follow in the list have the same."""
        self.topic = ""
        """What the last comma piece without figures spoke of: it tells what a bare 项目 or 活动 belongs to."""

    def read(self) -> tuple[Measure, ...]:
        """Return the measures of the clause, in text order; each figure stands in exactly one."""
        at = 0
        numbers = self.clause.figures
        while at < len(numbers):
            run = self.around.run(at)
            if self.around.is_size(at):
                self.around.beside(at)
                self.sizes.append(numbers[at])
                at += 1
            elif run > 1 and self._read_list(at, run):
                at += run
            else:
                at += self._read_figure(at)
        return tuple(draft.measure() for draft in self.drafts)

    def _with_sizes(self, number: int) -> list[int]:
        """Return `number` after the figures that only said how big the things are (5亿元以上项目|206个)."""
        sizes, self.sizes = self.sizes, []
        return [*sizes, number]

    # -- lists ----------------------------------------------------------------------------------------------------------

    def _read_list(self, at: int, run: int) -> bool:
        """Read a run of figures that are told of as many subjects; False when the subjects cannot be told apart."""
        gap = self.around.gap(at)
        numbers = self.clause.figures[at : at + run]
        each = list(_EACH.finditer(gap))
        phrase, said = (gap[: each[-1].start()], gap[each[-1].end() :]) if each else (strip_tail(gap), "")
        cut = _LAST_BREAK.match(phrase)
        before, phrase = (phrase[: cut.end()], phrase[cut.end() :]) if cut else ("", phrase)
        phrase = strip_tail(strip_lead(phrase))
        said = strip_tail(said)
        if not phrase or phrase in _RATE_OF_CHANGE:
            return self._again(numbers, said)
        if "其中" in gap:
            self.whole = self.memory.subject
        against = _AGAINST_EACH.match(phrase) if said in ("高", "低", "快", "慢", "") else None
        if against is not None:
            return self._compare_each(numbers, against, said)
        names = self._owned_by_last(phrase, run) if self._is_relative(phrase) else name_each(phrase, before, run)
        if names is None:
            return False
        self._hand_out(numbers, names, said)
        return True

    def _owned_by_last(self, phrase: str, count: int) -> list[str] | None:
        """Return what `phrase` (总数) means for the last measures: 新增A 5家、B 2家,总数分别达|50家、21家."""
        last = self.drafts[-count:]
        return [_owned(draft.metric, phrase) for draft in last] if len(last) == count else None

    def _compare_each(self, numbers: Sequence[int], against: re.Match[str], said: str) -> bool:
        """Read what the last metric was compared with: 增速比全国、全省分别高|0.3和0.5个百分点."""
        names = name_each(against.group(3), "", len(numbers))
        if names is None or not self.memory.subject:
            return False
        how = said + "于" if said else against.group(2)
        for number, name in zip(numbers, names, strict=True):
            self._follow(number, f"{self.memory.subject}{against.group(1)}{how}{name}")
        return True

    def _hand_out(self, numbers: Sequence[int], names: Sequence[str], said: str) -> None:
        verb = verb_at_start(names[0])
        share = _SHARE.match(said)
        group = []
        for number, name in zip(numbers, names, strict=True):
            if verb and not verb_at_start(name):
                name = verb + name
            elif self.whole and name.endswith("类"):
                name = _part_of(self.whole, name)
            group.append(self._start(number, name + (share_of(share.group(2)) if share else said.removeprefix("的"))))
        self.group = group
        self.verb = verb

    def _again(self, numbers: Sequence[int], said: str) -> bool:
        """Hand the figures to the measures of the list before, one each."""
        group = self.group if len(self.group) == len(numbers) else self.drafts[-len(numbers) :]
        if len(group) != len(numbers):
            return False
        share = _SHARE.match(said)
        for number, draft in zip(numbers, group, strict=True):
            draft.take(number, draft.metric + (share_of(share.group(2)) if share else ""))
        return True

    # -- single figures -------------------------------------------------------------------------------------------------

    def _read_figure(self, at: int) -> int:
        """Read figure `at` and those that only say how big the things are that it counts; return how many were read."""
        figure = self.around.figures[at]
        beside = self.around.beside(at)
        if beside.bracketed:
            self.outside = Memory(self.memory.subject, self.memory.owner)
        elif beside.closed and self.outside is not None:
            self.memory.subject, self.memory.owner = self.outside.subject, self.outside.owner
            self.outside, self.whole = None, ""
        if beside.part:
            self.whole = self.memory.subject
            self.verb = ""
        elif self.whole and not beside.listed and not beside.core.endswith(words().unfit):
            if beside.core in words().relative and beside.core not in _RATIOS:
                self.memory.owner = self.whole
            self.whole = ""
        self._look_around(beside)
        if not self._is_counted(figure, beside):
            self._read_named(at, figure, beside)
            return 1
        self._read_counted(at, figure, beside)
        numbers = self.clause.figures
        last = at + 1
        while last < len(numbers) and last <= at + 2 and self.around.sizes(at, last):
            self.drafts[-1].take(numbers[last], self.drafts[-1].metric)
            last += 1
        return last - at

    def _look_around(self, beside: Beside) -> None:
        """Note what the comma pieces before the figure speak of: 夏粮喜获丰收,|总产129.5万吨 tells of 夏粮."""
        if not beside.before:
            return
        for piece in reversed(_PIECE.split(beside.before)):
            topic = matter(piece)
            if topic:
                self.topic = topic
                if not self.drafts and (not beside.core or self._is_relative(beside.core) or beside.opened.startswith("占")):
                    self.memory.subject = self.memory.owner = topic
                return

    def _is_counted(self, figure: FoundFigure, beside: Beside) -> bool:
        """Return whether the words after the figure name what it counts (30个|项目)."""
        if figure.role in ("rank", "change", "change_pp") or not beside.right or _GOES_ON.match(beside.right):
            return False
        if figure.base_unit == "%":
            return beside.of
        core = beside.core
        named = figure.role == "level" and len(core) >= 2 and core == beside.opened
        if len(core) >= 2 and _ADVERB.match(beside.right):
            return False
        if figure.role == "count" and len(core) >= 3 and beside.opened[len(core) :] in ("达", "达到", "为"):
            return False
        return not named or bool(verb_at_end(core)) or bool(_PREPOSITION.match(core)) or beside.of

    def _read_counted(self, at: int, figure: FoundFigure, beside: Beside) -> None:
        name, said = self._things(at, figure, beside)
        left = self._doer(at, beside)
        owner = self.memory.owner
        if "、" in left and len(name) <= 4 and owner.endswith(name) and not verb_at_end(left):
            left, name = "", noun_of(owner)  # 8个产业项目中,甲、乙、丙3个项目已开工: the names are examples of what was told before
        elif len(without_verb(left + name)) <= 4 or (not left and len(name) <= 4):
            left = self._context(left, name) + left
        if figure.base_unit == "%":
            metric = left + (f"{said}的{name}" if said and not left else name + said) + "占比"
        elif said and not left:
            metric = f"{said}的{name}"
        else:
            metric = left + name + said
        self._start(self.clause.figures[at], metric)
        self.verb = verb_at_start(metric)
        if len(name) >= 2:
            self.memory.owner = tidy(name if verb_at_end(left) else left + name)

    def _things(self, at: int, figure: FoundFigure, beside: Beside) -> tuple[str, str]:
        """Return what the figure counts and what is said of it."""
        figures = self.around.figures
        right = beside.right
        after = figures[at + 1] if at + 1 < len(figures) else None
        ends = _LIST_ENDS.search(right)
        if ends:
            right = right[: ends.start()]
        if not beside.followed or after is None:
            return split_counted(right)
        right = strip_tail(right)
        name, said = split_counted(right)
        if after.base_unit in (figure.base_unit, "%") or said.startswith(("完成", "实现", "达")):
            return _PROGRESS_AT_END.sub("", name) or name, ""
        if verb_at_end(right):
            more = self.around.following(at + 1)
            if more and not _GOES_ON.match(more):
                return (name, said + more) if said else (name + more, "")
        return name, said

    def _doer(self, at: int, beside: Beside) -> str:
        """Return what stands before the count and belongs to its name: a verb (新增), a place, an owner."""
        left = _PREPOSITION.sub("", beside.opened).strip()
        if beside.joined and at:
            return verb_at_end(left)
        if beside.listed and not left:
            return self.verb
        if verb_at_end(left):
            return left
        if _TOWARDS.search(left) or left in words().places:
            return ""
        return strip_tail(_YEAR_AT_END.sub("", left)) + ("等" if left.endswith("等") else "")

    def _context(self, left: str, name: str) -> str:
        """Return what a name that says little (项目, 活动) belongs to, from the piece before; "" for names that stand alone."""
        topic = self.topic
        if not topic or len(topic) > 20 or not _SAYS_LITTLE.search(name) or topic.endswith(name) or left in topic:
            return topic if topic and left == "" and _SAYS_LITTLE.fullmatch(name) and not topic.endswith(name) else ""
        return topic

    def _read_named(self, at: int, figure: FoundFigure, beside: Beside) -> None:
        number = self.clause.figures[at]
        opened, core = beside.opened, beside.core
        subject, owner = self.memory.subject, self.memory.owner
        if self._read_done(at, figure, beside):
            return
        if figure.role == "rank" and self.drafts and _RANKED.match(core):
            core = ""
        if figure.role == "rank" and not self.drafts and not core and ("排名" in opened or "位次" in opened):
            core = strip_tail(opened).removeprefix("在")
        if figure.role == "rank" and self.drafts and (not core or core in _RATE_OF_CHANGE):
            self._follow(number, _ranked(subject, opened))
            return
        if not core or core in _RATE_OF_CHANGE or opened.startswith(_KEPT) or self._is_total(core):
            self._follow(number, subject)
            return
        if figure.base_unit == "%" and self._read_completion(number, opened):
            return
        if _GOAL.match(core) and (figure.role not in ("level", "count") or _AIMED.search(core)):
            self._follow(number, subject + ("目标任务完成率" if figure.base_unit == "%" else ""))
            return
        share = _SHARE.match(opened) if "占" in opened else None
        if share is not None:
            self._read_share(number, share)
            return
        compared = _COMPARED.search(opened) if figure.role == "change_pp" or "于" in opened[-12:] else None
        if compared is not None and (figure.role == "change_pp" or _YARDSTICK.search(compared.group())):
            self._read_compared(number, compared, opened[: compared.start()])
            return
        if self._is_relative(core):
            self._read_relative(number, core, figure)
            return
        pronoun = _PRONOUN.match(core)
        if pronoun is not None and owner:
            core = noun_of(owner) + core[pronoun.end() :]
        if beside.joined and figure.role == "count" and core == noun_of(owner) and _PROGRESS_AT_END.search(opened):
            core = opened
        unfit = words().unfit if figure.role == "count" else "类"
        if self.whole and core.endswith(unfit):
            core = _part_of(self.whole, core)
        elif beside.listed and core.endswith(("级", "类", "型")) and self.drafts:
            core = _part_of(subject, core)
        elif beside.part and figure.role == "count" and not verb_at_start(core):
            core = _NEW.match(verb_at_start(self.whole)).group() + core  # type: ignore[union-attr]  # it matches "" too
        elif beside.listed and self.verb and figure.role in ("count", "level") and not verb_at_start(core):
            core = self.verb + core
        elif self.topic and not self.drafts and verb_at_start(core) == core:
            core = self.topic + core
        elif self.topic and figure.role == "count" and _SAYS_LITTLE.fullmatch(without_verb(core)):
            core = self._context(verb_at_start(core), without_verb(core)) + core
        if self.quantity and figure.role == "change" and core.endswith("业"):
            core += self.quantity
        if figure.role in ("level", "change", "share"):
            core = _attained(core)
        self._start(number, core)
        quantity = words().measure.match(core[::-1])
        if quantity is not None and core[: -quantity.end()].endswith("业"):
            self.quantity = quantity.group()[::-1]
        if not beside.part:
            self.verb = verb_at_start(core)

    def _read_completion(self, number: int, opened: str) -> bool:
        """Read how much of something was completed: 导气系统完成|80%, 完成抽检任务|65.27%, 总量已完成全年目标的|52.4%."""
        found = _COMPLETED.match(opened)
        if found is None:
            return False
        head, rest = strip_tail(found.group(1)), found.group(2).strip("的了")
        if head and not self._is_relative(head):
            self._start(number, head + ("" if _GOAL.match(rest) else rest) + "完成率")
        elif not rest or _GOAL.match(rest):
            self._follow(number, self.memory.subject + "目标任务完成率")
        else:
            self._start(number, rest + "完成率")
        return True

    def _read_done(self, at: int, figure: FoundFigure, beside: Beside) -> bool:
        """Read a figure that tells how many of the things before were done (25项,已完成|12项)."""
        owner = self.memory.owner
        if not at or not owner or not self.drafts or figure.role != self.around.figures[at - 1].role:
            return False
        if figure.role != "count" and figure.base_unit != self.around.figures[at - 1].base_unit:
            return False
        verb = _PROGRESS.match(beside.opened)
        if verb is None:
            return False
        things = _PLANNED.sub("", without_verb(noun_of(owner)))
        self._start(self.clause.figures[at], verb.group(1) + things)
        self.memory.owner = owner
        return True

    def _is_total(self, core: str) -> bool:
        """Return whether a total completes what was told as a change (增长5.8%,总量突破12万亿元)."""
        if core not in _TOTALS or not self.drafts:
            return False
        told = {self.around.figures[number - self.clause.figures[0]].role for number in self.drafts[-1].figures}
        return not told & {"level", "count"}

    def _read_share(self, number: int, share: re.Match[str]) -> None:
        head = strip_tail(share.group(1))
        if head and not self._is_relative(head):
            self._start(number, head + share_of(share.group(2)))
        else:
            self._follow(number, self.memory.subject + head + share_of(share.group(2)))

    def _read_compared(self, number: int, compared: re.Match[str], before: str) -> None:
        if compared.group(2):
            own, against = strip_tail(before + (compared.group(1) or "")), compared.group(2) + compared.group(3)
        else:
            own, against = strip_tail(before), compared.group(5) + "于" + compared.group(4)
        if own and not self._is_relative(own) and own not in _RATE_OF_CHANGE:
            self._start(number, own + against)
        else:
            self._follow(number, self.memory.subject + own + against)

    @staticmethod
    def _is_relative(core: str) -> bool:
        relative = words().relative
        return core in relative or (len(core) <= 8 and without_verb(core) in relative)

    def _read_relative(self, number: int, core: str, figure: FoundFigure) -> None:
        owner = self.memory.owner
        trade = owner.find("进出口")
        if trade >= 0 and core.startswith(("出口", "进口")):
            self._start(number, owner[:trade] + core)
            self.memory.owner = owner
            return
        if figure.role in ("change", "change_pp", "rank") and self.drafts:
            self._follow(number, self.memory.subject)
            return
        self._start(number, _owned(owner, core))
        if owner:
            self.memory.owner = owner

    # -- results --------------------------------------------------------------------------------------------------------

    def _start(self, number: int, metric: str) -> _Draft:
        """Open a measure; its metric becomes the subject of what follows."""
        metric = tidy(metric)
        if not metric or metric in words().places:
            metric = self.topic or self.memory.subject
        metric = metric or plain_metric(self.text, self.clause.start, self.clause.end)
        draft = _Draft(metric, self._with_sizes(number))
        self.drafts.append(draft)
        self.group = []
        self.memory.subject = metric
        if not (metric.endswith("率") and self.memory.owner):
            self.memory.owner = metric
        return draft

    def _follow(self, number: int, metric: str) -> None:
        """Give the figure to the measure it speaks of again."""
        if self.drafts:
            for one in self._with_sizes(number):
                self.drafts[-1].take(one, tidy(metric) or self.drafts[-1].metric)
            return
        subject, owner = self.memory.subject, self.memory.owner
        self._start(number, metric)
        if subject:
            self.memory.subject, self.memory.owner = subject, owner


def _attained(core: str) -> str:
    """Return `core` without 完成 or 实现 before a quantity: 完成规模工业总产值 is 规模工业总产值."""
    found = _ATTAINED.match(core)
    return core[found.end() :] if found and len(core) - found.end() >= 3 else core


def _owned(owner: str, core: str) -> str:
    """Return `core` with its owner: 境外投资项目 + 投资额, 粮食播种面积 + 总产 → 粮食总产."""
    base = noun_of(owner) if verb_at_start(owner) != owner else ""
    base = without_verb(base) if core.endswith("率") else base
    if not base or base in core or base.endswith("率"):
        return core
    if core in _SAME_HEAD and base.find(core[:2]) > 0:
        return base[: base.find(core[:2])] + core
    quantity = words().measure.match(base[::-1])
    if core not in _RATIOS and quantity is not None and len(base) - quantity.end() >= 2:
        base = base[: -quantity.end()]
    return base + core.removeprefix(base[-2:])


def _ranked(subject: str, opened: str) -> str:
    """Return the name of a rank: what is ranked, where, and 排名."""
    where = _HELD.sub("", opened).lstrip("在列居为均位").strip("，,的")
    if not _PLACE.search(where) and not (2 <= len(where) <= 4 and strip_tail(where) == where and where not in _RATE_OF_CHANGE):
        where = ""
    if subject.endswith(("排名", "排位", "位次")):
        return subject
    return f"{_attained(subject)}{where}排名" if subject else ""


def _part_of(whole: str, part: str) -> str:
    """Return the name of a part that needs its whole: 新增上市企业, 科创板 → 新增科创板上市企业."""
    verb = verb_at_start(whole)
    name = noun_of(whole)
    if _SIZE.search(part) or part.endswith(("市", "区", "县", "镇", "街道")) or part in words().unfit:
        if part.startswith("计划"):
            name = _PLANNED.sub("", name)
        name = (_LEVEL if part.endswith("级") else _SIZED).sub("", name)
        return (verb if name != whole else "") + part.removesuffix("等") + name
    return f"{name}中{part}"
