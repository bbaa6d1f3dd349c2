"""What a clause has told so far: its measures in the making, and what later figures may leave unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from functools import cached_property

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..annotating import Clause, Measure
from ..duties import read_duty
from ..figures.figure import FoundFigure
from .beside import Beside, Surroundings
from .hygiene import cleaned
from .industries import industry_spoken_of
from .phrases import LABEL, LONGEST, is_no_name, is_row_of_deeds, matter, quantity_of, said_of, strip_lead, tidy, unpushed, verb_at_start
from .terms import without_owner
from .words import words

_BRACKETS = re.compile("[(（][^()（）]{1,40}[)）]")
_PIECE = re.compile(r"[,，;；:：。！？!?\n]")

LONGEST_PURPOSE = 20
LONGEST_ASPECT = 24
_ASPECT = re.compile(r"(?!另?一方|(?:各|多|这|其[他它]?|有关|相关)方)(?P<what>[^,，、;；。:：\d]{2,18}?)(?:发展|建设|工作)?方面[,，]")
_CAME_TO = re.compile(r"(?:左右|以上|多|的)?[一-鿿]{0,4}[到至为]")
_PRICED = re.compile("[^,，、;；。:：\\d]{2,16}价格?(?=[,，])")  # 提高粮食最低收购价,|小麦每斤提高
_COPULA = ("是", "为去年", "为上年")
_SPREAD_OF = re.compile("(?:市场)?(?:渗透率|占有率|国产化率|自给率)$")
"""Rates that tell how far things have spread: what follows is told of the things."""
_PUSHES = ("推动", "促进", "努力")
"""Before another verb of doing: 推动|培育企业."""
# 加大对科教文卫事业的投入, 加强保障性安居工程建设: what money is spent on
_DEED = re.compile(
    r"(?:[^,，、]{0,8}?(?:政府|财政|部门|地区))?(?:继续|大力|进一步|不断|持续|积极|切实|全力|着力|都|要)*(?:加大|加强|强化|扩大|增加)对(?P<towards>[^,，]{2,20}?)的?(?:投入|支持|扶持|投资|保障)(?:力度)?$"
    r"|(?:继续|大力|进一步|不断|持续|积极|切实|全力|着力)*(?:加强|支持|推进|推动|促进|完善|保障|加快|实施|开展|启动|扶持|改善)(?P<object>[^,，的]{4,20})$"
)


@dataclass(slots=True)
class Draft:
    """A measure in the making."""

    metric: str
    figures: list[int]
    others: list[tuple[int, str]] = field(default_factory=list)
    unpaired: bool = False
    built: bool = False
    """Whether its name was put together from slots: nothing is to be cut from it."""

    def take(self, number: int, metric: str) -> None:
        """Add figure `number`, which measures `metric`."""
        self.figures.append(number)
        if metric != self.metric:
            self.others.append((number, metric))

    def measure(self) -> Measure:
        """Return the finished measure."""
        if self.built:
            return Measure(self.metric or None, tuple(self.figures), tuple(self.others), self.unpaired)
        others = tuple([(number, name) for number, said in self.others if (name := cleaned(said))])
        return Measure(cleaned(self.metric) or None, tuple(self.figures), others, self.unpaired)


@dataclass(slots=True)
class Memory:
    """What was spoken of last: it fills in subjects that later clauses of the paragraph leave out."""

    subject: str = ""
    """The last metric: 同比增长 speaks of it again."""
    owner: str = ""
    """The last thing that is not itself owned: 投资额 belongs to it."""
    openings: list[str] = field(default_factory=list)
    """How the sentences of the paragraph opened that may open with an industry."""
    before: str = ""
    """The beginning of the sentence right before, if it has no figures."""
    group: tuple[str, ...] = ()
    """The names of the last list of a clause: 占比分别为 in the next clause speaks of them again."""
    awarded: str = ""
    """Who got something by the last award that was told."""
    parts: str = ""
    """What the last clause told the parts of, where only a semicolon parts it from this one (其中:市本级…;|区级…)."""
    asked: str = ""
    """What had to be reached for the last award."""
    counted: dict[str, str] = field(default_factory=dict)
    """The last thing counted in each unit: 已竣工|12个 speaks of what was counted in 个."""

    @property
    def industry(self) -> str:
        """The industry that a sentence of the paragraph opened with (石化产业…。产值突破…): its product may be told without it."""
        return next((industry for opening in reversed(self.openings) if (industry := industry_spoken_of(opening))), "")

    @property
    def spoken(self) -> str:
        """What the sentence right before, which has no figures, said something of (经营主体稳中向好。|总量达…)."""
        return said_of(self.before) if self.before else ""


class Telling:
    """A clause, told from left to right. `memory` goes on from clause to clause."""

    def __init__(self, text: str, clause: Clause, figures: Sequence[FoundFigure], memory: Memory) -> None:
        self.text = text
        self.clause = clause
        self.around = Surroundings(text, clause, figures)
        self.figures = self.around.figures
        self.numbers = clause.figures
        self.memory = memory
        self.drafts: list[Draft] = []
        self.group: list[Draft] = []
        """The measures of the last list; a following 分别 speaks of them again."""
        self.whole = ""
        """What the parts after 其中 are parts of; "" outside."""
        self.parted = ""
        """What parts were told of in this clause."""
        self.verb = ""
        """The verb that opened the last metric; it holds for the rest of the list (新认定A 4家、B 8家)."""
        self.quantity = ""
        """The quantity told of an industry (增加值); the industries that follow in the list have the same."""
        self._outside: Memory | None = None
        self._is_aside = False
        self.bracketed = ""
        """What was told right before the bracket that is open: (省级|6项、市级5项) are parts of it."""
        self.goes_on = False
        """Whether only a comma stands between this figure's phrase and the figure before: the piece before told a figure."""
        self._held: list[tuple[int, str]] = []
        self._before: list[str] = []

    # -- what is known --------------------------------------------------------------------------------------------------

    @property
    def topic(self) -> str:
        """What the last comma piece without figures spoke of: it tells what a bare 项目 or 活动 belongs to; "" if none did."""
        while self._before:
            for piece in reversed(_PIECE.split(_BRACKETS.sub("", self._before[-1]))):
                if topic := matter(piece):
                    return "" if is_row_of_deeds(piece) else topic
            self._before.pop()
        return ""

    @property
    def priced(self) -> str:
        """The name told last, else what the piece before spoke of: the things that follow may leave its price unsaid."""
        if self.drafts or "价" not in self.clause.text:
            return self.drafts[-1].metric if self.drafts else ""
        told = _PRICED.search(self.clause.text)
        return told.group() if told is not None and self.clause.start + told.end() <= self.figures[0].start else ""

    @property
    def piece(self) -> str:
        """The comma piece right before the figure's own, "" where there is none."""
        pieces = [piece for piece in _PIECE.split(self._before[-1]) if piece] if self._before else []
        return pieces[-1] if pieces else ""

    @property
    def purpose(self) -> str:
        """What money is spent on, told by the comma piece right before (加强保障房建设,…安排资金|5亿元); "" where none does."""
        piece = strip_lead(LABEL.sub("", self.piece.strip()))
        deed = _DEED.match(piece)
        if deed is None:
            return ""
        name = tidy(deed["towards"] or deed["object"] or "")
        return name if 2 <= len(name) <= LONGEST_PURPOSE else ""

    @cached_property
    def aspect(self) -> str:
        """Return what the clause says at its start to speak of (非常规天然气发展方面,…产量突破|200亿立方米); "" where it does not."""
        aspect = _ASPECT.match(self.clause.text) if "方面" in self.clause.text[:LONGEST_ASPECT] else None
        return "" if aspect is None or quantity_of(aspect["what"]) else aspect["what"]

    def is_end_value(self, at: int) -> bool:
        """Return whether figure `at` is what the figure before came to (占比从0.64%提高到|1.13%) and that has a name of its own."""
        before, figure = self.figures[at - 1], self.figures[at]
        if before.base != "earlier" or (before.role, before.base_unit) != (figure.role, figure.base_unit) or not self.drafts:
            return False
        own = any(number == self.numbers[at] - 1 for number, _ in self.drafts[-1].others)
        return own and _CAME_TO.fullmatch(self.text, before.end, figure.start) is not None

    def roles_told(self) -> set[str]:
        """Return the roles of the figures in the last measure."""
        first = self.numbers[0]
        return {self.figures[number - first].role for number in self.drafts[-1].figures} if self.drafts else set()

    # -- what goes on ---------------------------------------------------------------------------------------------------

    def pass_over(self, beside: Beside) -> None:
        """Note what stands between the figure before and this one: brackets and comma pieces."""
        if beside.bracketed:
            self._outside = Memory(self.memory.subject, self.memory.owner)
            self.bracketed = self.drafts[-1].metric if self.drafts else ""
        elif beside.closed and self._outside is not None and self._outside.subject:
            self.memory.subject, self.memory.owner = self._outside.subject, self._outside.owner
            self._outside, self.whole, self.bracketed = None, "", ""
        self.goes_on = bool(self.drafts) and _PIECE.search(beside.before[:-1]) is None and beside.before != ""
        if beside.before:
            self._before.append(beside.before)

    def leave_brackets(self) -> None:
        """Forget what was told inside a bracket: what follows speaks of what stood before it."""
        if self._outside is not None and self._outside.subject:
            self.memory.subject, self.memory.owner = self._outside.subject, self._outside.owner
            self._outside = None

    def set_aside(self, subject: str, owner: str) -> None:
        """Take back the measure told last as a subject: it only said among how many (在全省21个地市中|居第七)."""
        if subject:
            self.memory.subject, self.memory.owner = subject, owner
            self._is_aside = True

    def hold(self, at: int, metric: str | None = None) -> None:
        """Keep a figure that only says how big the things are that the next one counts (5亿元以上项目|206个); `metric` is its own name."""
        self.around.beside(at)
        before = self._held[-1][1] if self._held else ""  # 在15万元以上的,|50万元|以下的: of the same thing
        self._held.append((self.numbers[at], metric or before))

    def go_on(self, at: int) -> None:
        """Give a figure to what the figure before it measures."""
        last, number = self.drafts[-1], self.numbers[at]
        last.take(number, dict(last.others).get(number - 1, last.metric))

    def start(self, number: int, metric: str) -> Draft:
        """Open a measure; its metric becomes the subject of what follows."""
        metric = without_owner(metric, None if self.drafts else self._owner)
        metric, written = tidy(metric), metric
        if is_no_name(metric) or (not metric and len(written) > LONGEST):
            metric = ""
        elif not metric or metric in words().places:
            metric = cleaned(self.topic) or self.memory.subject
        elif metric.startswith(_COPULA) and self.memory.subject:
            metric = self.memory.subject  # 公路投资12343亿元,是前五十年总和的|1.7倍
        else:
            metric = cleaned(unpushed(metric[2:] if metric.startswith(_PUSHES) and verb_at_start(metric[2:]) else metric))
        draft = self._open(metric, [number])
        self._is_aside = False
        self.group = []
        self.memory.subject = metric
        figure = self.figures[number - self.numbers[0]]
        if figure.role == "count":
            self.memory.counted[figure.base_unit] = metric
        if not self.drafts[:-1] and (spread := _SPREAD_OF.search(metric, 2)) is not None:
            self.memory.owner = metric[: spread.start()]  # 甲产品市场渗透率居前,|保有量达
        elif len(metric) > 1 and figure.role != "other" and not (metric.endswith("率") and self.memory.owner):
            self.memory.owner = metric
        return draft

    def start_unnamed(self, number: int) -> None:
        """Open a measure that nothing names: it takes no name from what was told before, and what follows takes none from it."""
        self._open("", [number])
        self.group = []
        self.memory.subject = self.memory.owner = ""

    def leave_unpaired(self, numbers: Sequence[int]) -> None:
        """Keep the figures of a list whose names do not match them: they stay together, and nothing that follows speaks of them."""
        if self.drafts and self.drafts[-1].unpaired:
            self.drafts[-1].figures.extend(numbers)
            return
        self._open("", numbers).unpaired = True
        self.group, self.whole, self.verb = [], "", ""
        self.memory.subject = self.memory.owner = ""

    def follow(self, number: int, metric: str) -> None:
        """Give a figure to the measure it speaks of again; `metric` is its own where that differs."""
        if self.drafts and not self._is_aside:
            for one, name in (*self._let_go(), (number, "")):
                self.drafts[-1].take(one, name or tidy(metric) or self.drafts[-1].metric)
            return
        subject, owner = self.memory.subject, self.memory.owner
        self.start(number, metric)
        if subject:
            self.memory.subject, self.memory.owner = subject, owner

    def measures(self) -> tuple[Measure, ...]:
        """Return the measures in text order; each figure of the clause stands in exactly one."""
        return tuple(draft.measure() for draft in self.drafts)

    @cached_property
    def _owner(self) -> str | None:
        """Who the clause says is to do it: no part of what is measured."""
        duty = read_duty(self.clause.text)
        return duty.owner if duty is not None else None

    def _open(self, metric: str, numbers: Sequence[int]) -> Draft:
        """Open a measure of `numbers` and of the figures that were kept for it."""
        held = self._let_go()
        draft = Draft(metric, [*(number for number, _ in held), *numbers], [(number, name) for number, name in held if name])
        self.drafts.append(draft)
        return draft

    def _let_go(self) -> list[tuple[int, str]]:
        held, self._held = self._held, []
        return held
