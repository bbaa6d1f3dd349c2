"""The text beside a figure, bounded: what leads up to it and what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..annotating import Clause
from ..figures.figure import FoundFigure
from .phrases import strip_lead, strip_tail, verb_at_start
from .words import words

LOOK_BACK = 160
"""Code points before a figure that are read: official coordinations hardly ever run longer."""
LOOK_AHEAD = 48
"""Code points after a figure that are read."""
LONGEST_RUN = 40
"""Figures of one 分别 list; what goes on longer is read figure by figure."""

_LAST_BREAK = re.compile(r".*[,，;；:：︰。！？!?\n]", re.DOTALL)
_FIRST_BREAK = re.compile(r"[,，;；:：∶︰。！？!?\n]")
# A quoted name holds its commas: “寻耕江海,‘乡’约南通”主题线路.
_QUOTED = re.compile(r"[“《「『][^”》」』]*[”》」』]")
# What belongs to the figure before: 以上, 左右, 的 …, and (次) of 4030余个(次).
_COUNTER = r"[(（](?:人?次|户|套|[间处个栋幢座家台件批])[)）]"
_AFTER = re.compile(rf"(?:及?以[上下]|以内|之内|左右|上下|多|余|强(?=[,，。;；])|不等|{_COUNTER}|的|\*\*)*")
_JOINT = re.compile(r"[、/]|(?:以及|和|与|及|或|并|至|到|—|－|-)(?=.?\d|$)")
_BRACKET = re.compile(r"(?:以上|左右|以下|以内)?[(（][^()（）。；;\n]{1,40}[)）]")
EACH = re.compile(r"分别|依次|各自|各(?=[是为达减增下上提降完实占有建投计超]|$)")
"""Words that hand a list of figures out to a list of names."""
_JOINT_AT_END = re.compile(r"(?:[、/和或]|(?<!参)与|(?<![惠涉普波触])及)$")
# Between the members of a run of figures stands nothing but a joint: 5.1%、6.9%和3.2%.
_RUN_GAP = re.compile(
    rf"(?:及?以上|以下|以内|左右|余|多|{_COUNTER})?[、,，;；/]?(?:和|与|及|以及|或)?"
    r"(?:每[人户亩](?:每[月年])?|每[月年])?(?:约|近|超|超过|达到?|逾|增长|下降|提高|上升|降低|回落|减少|增加|为|突破|不低于|不超过)*$"
)
_REACHES = re.compile("达|总[量数]")
_PART = re.compile(r"[\s,，、;；:：(（]*其中[,，:：]?")
_PART_BEFORE = ("其中,", "其中，", "其中:", "其中：")
_THRESHOLD_UNITS = frozenset(
    ("元", "美元", "欧元", "港元", "吨", "吨级", "平方米", "亩", "千瓦", "标箱", "公里", "平方公里", "人", "级", "千伏", "头", "只")
)
_EXTENTS = frozenset(("公里", "亩", "平方米", "平方公里"))
# 超亿元|项目, 5亿元以上|外引内资项目: a size before a noun; between the count and the size stands no comma and no verb.
# 220千伏及以上输电线路总长|7万公里: a voltage is told of what is counted or measured behind it.
_NEARNESS = frozenset(("米", "公里", "分钟", "小时"))
"""Within them something is reached: 15分钟内."""
_VOLTAGE_LINE = re.compile(r"(?:及?以上|以下|级)?(?:的|电压等级)?[^,，。;；:：、\d]{2,20}$")
# 淡水湖|750千伏|输变电工程等53个项目: it is one of them by name, and its voltage is none of theirs.
_LINE_OF_MANY = re.compile("(?P<line>(?:输变电|变电站?|线路|联网|送出|主变|开关站|电网)[^,，。;；:：、和\\d等]{0,8})(?:、[^,，。;；]*)?等$")
_LINE_WHERE = re.compile("[一-鿿]{2,6}$")
_SIZED_SHARE = re.compile("(?:及?以[上下])的?[^,，。;；:：、\\d]{1,14}(?:占比|比例|比重)(?:达到?|为|超过?|提高到|提升至)*$")
_SIZE_WORDS = re.compile(r"(?:及?以上|以下|以内|级|的)*")
_OTHER_NUMBER = re.compile(r"[、\d]")
_NAMED = re.compile(r"[,，;；:：。、(（]|投资|融资|授信|贷款|资金|实现|完成|达|签订|发放|收入|产值|占")
# Marks of notes and of bold type, which stand inside names: 地区生产总值[2], 常住人口〔3〕, 总户数(注4), **新签项目**.
_MARK = re.compile(r"[\[〔［]注?\d{1,3}[\]〕］]|[(（]注释?\d{0,3}[)）]|\*\*")
# 一般公共预算收入（亿元）：|58.62: the unit of the figure, in brackets behind its name
_UNIT = re.compile(r"[(（](?:单位[:：])?[^()（）]{1,8}[)）] ?[:：为达]? ?$")
_UNIT_ENDS = (")", "）", "):", "）:", ")：", "）：", ") ", "） ", "）： ", "): ", "）为", "）达")
# 2.1本工程投资3541万元|2.2本工程工期18个月: numbers of paragraphs glued to the text
_NUMBERED = re.compile(r"(?<![\d.A-Za-z_一-鿿])\d{1,2}(?:\.\d{1,2}){1,3}(?=[一-鿿])")
_GLUED = re.compile(rf".*{_NUMBERED.pattern}", re.DOTALL)
_NAME_AND_BRACKET = re.compile(r"([^、，,；;。：:（()）\d]{2,20})[（(]$")
_ASIDE = re.compile(r"[(（][^()（）]{0,30}[)）]")
# 起征点从月销售额|3万元提高到, 劳动生产率从人均|8万元提高到: where it started from
_STARTED_FROM = re.compile(r"(?<=..)从(?!业|事|严|属)[^,，、从]{0,8}$")
# 预付款比例提高至合同金额的|30%
_RAISED_TO_PART = re.compile(r"(?<=[例重率准额度])(?:提高|提升|上调|下调|降低|下降|增加|扩大)[至到][^,，、]{2,12}$")
_WITHIN_TIME = re.compile(r"^(?:内|后|前|之内|以内|之后|以后)")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a figure."""

    before: str
    """The text between the figure before and `lead`."""
    lead: str
    """The phrase that leads up to the figure, as it stands."""
    opened: str
    """`lead` without its opening connectors and times."""
    core: str
    """`opened` without its closing verbs and comparisons: the name, where there is one."""
    right: str
    """What follows the figure up to a comma or the next figure, without 以上 and 的."""
    of: bool
    """Whether 的 stood between the figure and `right`."""
    followed: bool
    """Whether `right` runs up to the next figure."""
    joined: bool
    """Whether no comma parts it from the figure before."""
    listed: bool
    """Whether it goes on with a list (A 4家、|B 8家)."""
    part: bool
    """Whether 其中 stood before it."""
    bracketed: bool
    """Whether a bracket opened just before `lead`."""
    closed: bool
    """Whether a bracket closed between the figure before and this one."""


class Run(NamedTuple):
    """Figures of a list, by their places in the clause."""

    members: tuple[int, ...]
    asides: tuple[tuple[int, ...], ...]
    """Parallel to `members`: the figures in the bracket behind each."""

    @property
    def length(self) -> int:
        """How many figures of the clause it holds."""
        return len(self.members) + sum(map(len, self.asides))


class Surroundings:
    """Gives the text beside the figures of one clause, from left to right."""

    def __init__(self, text: str, clause: Clause, figures: Sequence[FoundFigure]) -> None:
        self.text = text
        self.clause = clause
        self.figures = [figures[number] for number in clause.figures]
        self._previous_lead = ""
        self._previous_listed = False
        said = clause.text
        self._is_marked = "[" in said or "〔" in said or "［" in said or "注" in said or "**" in said

    def gap(self, at: int) -> str:
        """Return the text between figure `at` of the clause and the one before it, at most LOOK_BACK code points."""
        start = self.figures[at].start
        before = self.figures[at - 1].end if at else self.clause.start
        gap = self.text[start - LOOK_BACK if start - LOOK_BACK > before else before : start]
        if gap.endswith(_UNIT_ENDS):
            gap = _UNIT.sub("", gap)
        if "." in gap and (glued := _GLUED.match(gap)):
            gap = gap[glued.end() :]
        return _MARK.sub("", gap) if self._is_marked else gap

    def run(self, at: int) -> Run:
        """Return the figures that follow each other from `at` on with only a joint, or a bracket and a joint, between them."""
        members, asides = [at], [self._in_bracket(at)]
        each: bool | None = None
        last = min(len(self.figures), at + LONGEST_RUN) - 1
        while members[-1] < last:
            this = self.figures[members[-1]]
            inside = asides[-1]
            end = self._closing(members[-1]) if inside else this.end
            at_next = members[-1] + len(inside) + 1
            if at_next > last:
                break
            following = self.figures[at_next]
            if not 0 < following.start - end <= 8 or not _RUN_GAP.match(self.text[end : following.start]):
                break
            parted = self.text[end : following.start].startswith((",", "，", ";", "；"))
            if parted or following.base_unit != this.base_unit:
                each = bool(EACH.search(self.gap(at))) if each is None else each
                if not each or (parted and following.base_unit != this.base_unit):
                    break
            if _REACHES.search(self.text, end, following.start) is not None:
                each = bool(EACH.search(self.gap(at))) if each is None else each
                if not each:
                    break  # 新能源和清洁能源装机增加|1829万千瓦、达到|9048万千瓦: both of both
            members.append(at_next)
            asides.append(self._in_bracket(at_next))
        return Run(tuple(members), tuple(asides) if len(members) > 1 else ((),))

    def _in_bracket(self, at: int) -> tuple[int, ...]:
        """Return the figures in the bracket that opens right behind figure `at` (48216元（增长|4.1%）)."""
        closing = self._closing(at)
        if closing < 0:
            return ()
        inside = []
        while at + 1 < len(self.figures) and self.figures[at + 1].end <= closing:
            at += 1
            inside.append(at)
        return tuple(inside)

    def _closing(self, at: int) -> int:
        """Return where the bracket ends that opens right behind figure `at`; -1 where none does."""
        end = self.figures[at].end
        if self.text[end : end + 1] not in ("(", "（", "以", "左"):
            return -1
        bracket = _BRACKET.match(self.text, end)
        return bracket.end() if bracket else -1

    def beside(self, at: int) -> Beside:
        """Return what stands beside figure `at`. Call it in order: a threshold before the figure belongs to its name."""
        rest = gap = self.gap(at)
        listed = False
        if at:
            rest = gap[_AFTER.match(gap).end() :]  # type: ignore[union-attr]  # the pattern matches the empty string too
            joint = _JOINT.match(rest)
            if joint:
                listed = True
                rest = rest[joint.end() :]
        cut = _LAST_BREAK.match(rest)
        before, lead = (rest[: cut.end()], rest[cut.end() :]) if cut else ("", rest)
        joined = at > 0 and not listed and cut is None
        before, lead, closed, opened_bracket = _outside_brackets(before, lead)
        joined = joined and not (closed or opened_bracket)
        if opened_bracket and not lead and (named := _NAME_AND_BRACKET.search(before)) and _after_other(before, named.start()):
            before, lead, opened_bracket = before[: named.start()], named.group(1), False  # 甲县（5.2%）、乙县（|4.8%）
        if at and not gap:
            lead = self._previous_lead
        elif joined and self.is_size(at - 1):
            lead = self._previous_lead[-LOOK_BACK:] + self.figures[at - 1].text[-LOOK_AHEAD:] + gap
            listed = self._previous_listed
        elif joined:
            lead = _WITHIN_TIME.sub("", lead)
        if at and not cut and _JOINT_AT_END.search(lead):
            listed, joined, lead = True, False, ""
        self._previous_lead, self._previous_listed = lead, listed
        part = _PART.match(lead)
        if part:
            lead = lead[part.end() :]
        elif before.endswith(_PART_BEFORE):
            part = _PART.search(before)
        opened = strip_lead(lead)
        core = strip_tail(opened, rank=self.figures[at].role == "rank")
        if self.figures[at].base == "earlier" and "从" in core:
            core = strip_tail(_STARTED_FROM.sub("", core))
        if self.figures[at].base_unit == "%" and ("至" in core or "到" in core):
            core = _RAISED_TO_PART.sub("", core)
        right, of, followed = self._right(at)
        return Beside(
            before, lead, opened, core, right, of, followed, joined, listed and not part, part is not None, opened_bracket, closed
        )

    def following(self, at: int) -> str:
        """Return what follows figure `at`, as in `Beside.right`."""
        return self._right(at)[0]

    def _right(self, at: int) -> tuple[str, bool, bool]:
        end = self.figures[at].end
        following = at + 1
        while following < len(self.figures) and following <= at + 2 and self.sizes(at, following):
            following += 1
        stop = self.figures[following].start if following < len(self.figures) else self.clause.end
        right = self.text[end : min(stop, end + LOOK_AHEAD)]
        after = _AFTER.match(right)
        of = after is not None and after.group().endswith("的")
        right = right[after.end() :] if after else right
        if right[:1] in ("(", "（") and (aside := _ASIDE.match(right)):
            right = right[aside.end() :]
        quoted = _QUOTED.match(right)
        found = _FIRST_BREAK.search(right, quoted.end() if quoted else 0) or ("." in right and _NUMBERED.search(right)) or None
        if found:
            return _before_bracket(right[: found.start()]), of, False
        inside = _before_bracket(right)
        return inside, of, inside == right and following < len(self.figures) and stop <= end + LOOK_AHEAD

    def sizes(self, at: int, following: int) -> bool:
        """Return whether the next figure says how big the things are that figure `at` counts (8个在手|百亿元以上产业项目)."""
        this, size = self.figures[at], self.figures[following]
        if this.role not in ("count", "share") or size.base_unit not in _THRESHOLD_UNITS or size.base_unit in ("人", "级"):
            return False
        between = self.text[this.end : min(size.start, this.end + 16)]
        after = self.text[size.end : size.end + 14]
        end = _FIRST_BREAK.search(after)
        after = after[: end.start()] if end else after
        if size.start - this.end >= 16 or _NAMED.search(between):
            return False
        if size.base_unit in _EXTENTS and not after.startswith(("以", "及以", "级")):
            return False  # 5个行政村|17公里的村巷硬化
        sized = words().sized.search(after, _SIZE_WORDS.match(after).end())  # type: ignore[union-attr]  # it matches "" too
        return sized is not None and not _OTHER_NUMBER.search(after[: sized.start()])

    def is_ratio_part(self, at: int) -> bool:
        """Return whether figure `at` is the next part of the ratio that the figure before belongs to (6.2:|41.5:52.3)."""
        before, figure = self.figures[at - 1], self.figures[at]
        if figure.role != "other" or figure.unit_code != "1" or before.unit_code != "1" or figure.start - before.end > 3:
            return False
        return self.text[before.end : figure.start].strip() in (":", "：", "∶", "︰")

    def is_alternative(self, at: int) -> bool:
        """Return whether figure `at` and the next, in another unit, are two ways to count one thing (不少于|240小时|或1000公里的测试)."""
        if at + 1 >= len(self.figures):
            return False
        this, following = self.figures[at], self.figures[at + 1]
        apart = self.text[this.end : following.start]
        return this.base_unit != following.base_unit and apart in ("或", "或者", "或不少于", "或不超过", "以上或")

    def line_named(self, at: int) -> str | None:
        """Return the name of the line or station that figure `at` tells the voltage of (甲地750千伏输变电工程等|53个|项目), else None."""
        figure = self.figures[at]
        if figure.base_unit != "千伏" or at + 1 >= len(self.figures):
            return None
        line = _LINE_OF_MANY.match(self.text, figure.end, self.figures[at + 1].start)
        where = _LINE_WHERE.search(self.text, max(self.clause.start, figure.start - 12), figure.start)
        return f"{where.group() if where else ''}{line['line']}" if line is not None else None

    def is_size(self, at: int) -> bool:
        """Return whether figure `at` only says how big, or in how many kinds, the things are that the next one counts.

        5亿元以上项目|206个, 7类|51个项目, 2批次|11名医护人员.
        """
        if at + 1 >= len(self.figures):
            return False
        this, following = self.figures[at], self.figures[at + 1]
        if this.end == following.start and this.role == following.role == "count":
            return True
        if this.end == following.start and following.role == "count" and this.base_unit in _EXTENTS:
            return True  # 推进2500公里|3460个|排污口整治
        if self.text.startswith("时速", max(0, this.start - 2)):
            return not _FIRST_BREAK.search(self.text, this.end, following.start)
        if this.base_unit in _NEARNESS and following.role == "share" and self.text.startswith(("内", "以内", "范围内"), this.end):
            return not _FIRST_BREAK.search(self.text, this.end, following.start)  # 公交与轨道|50米|内换乘比例达91%
        if this.role == "share" and following.role == "count" and self.text.startswith("前", this.start - 1):
            return following.start - this.end <= 16 and not _FIRST_BREAK.search(self.text, this.end, following.start)  # 前1%|学科24个
        if this.base_unit == "千伏" and following.base_unit != "千伏":
            return _VOLTAGE_LINE.match(self.text, this.end, following.start) is not None
        if this.base_unit in _THRESHOLD_UNITS and following.role == "share" and this.bound in ("at_least", "at_most", "above", "below"):
            return _SIZED_SHARE.match(self.text, this.end, following.start) is not None  # 50万元以上的村占比|36%
        if (
            this.base_unit not in _THRESHOLD_UNITS
            or following.role != "count"
            or following.base_unit == this.base_unit
            or not 0 < following.start - this.end <= 24
        ):
            return False
        name = self.text[this.end : following.start]
        bound = _AFTER.match(name)
        name = name[bound.end() :] if bound else name
        if name.startswith("、"):
            return False  # 投入161亿元、实施项目|7956个
        if not name:
            return bound is not None and "上" in bound.group()
        return not _FIRST_BREAK.search(name) and not verb_at_start(name) and words().sized.search(name) is not None


def _after_other(before: str, start: int) -> bool:
    """Return whether another name with a bracket stands before `start`."""
    return start > 0 and before[start - 1] in "、，,；;)）"


def _before_bracket(right: str) -> str:
    """Return `right` up to a bracket that opens and does not close in it: 444项(|打包项目拆分后共569项)."""
    if "(" not in right and "（" not in right:
        return right
    opening = max(right.rfind("("), right.rfind("（"))
    return right[:opening] if opening > max(right.rfind(")"), right.rfind("）")) else right


def _outside_brackets(before: str, lead: str) -> tuple[str, str, bool, bool]:
    """Return `before` and `lead` cut at a bracket without partner, whether one closed there, and whether one opened."""
    opening = max(lead.rfind("("), lead.rfind("（"))
    closing = max(lead.rfind(")"), lead.rfind("）"))
    if opening == closing == -1 and not before:
        return before, lead, False, False
    if opening > closing:
        return before + lead[: opening + 1], lead[opening + 1 :], False, True
    if closing >= 0 and max(lead.find("("), lead.find("（")) < 0:
        return before + lead[: closing + 1], lead[closing + 1 :], True, False
    closed = ")" in before or "）" in before
    return before, lead, closed and "(" not in before and "（" not in before, False
