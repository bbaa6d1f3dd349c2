"""The slots of an award sentence, and how its comma pieces fill them.

Comes in: the pieces of a clause, a mark in place of each figure, from left to right. Goes out: awards, their slots filled. What a figure
stands for is told by the words on both sides of it in its piece: a rate or a sum that is given, the most of it, a term, or what must be
reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from reportsum import lazy_re as re
from reportsum.values import dataclass

from ..figures import bounds
from .award_names import base_name, condition_name, is_condition, receiver_name, without_how
from .award_receivers import ONE_ALONE, Receivers, names_its_receiver
from .award_words import CAPPED, COUNT, EACH, FIGURE, KIND, MARKS, MONEY, SHARE, USED_FOR, WHAT, WORDS, YEARS

IS = "="
"""Begins the name of a rate that the share is, and not of what it is a share: 按年利率|3%."""


@dataclass(slots=True)
class Award:
    """One award in the making: its slots."""

    receiver: str = ""
    to: str = ""
    each: str = ""
    what: str = ""
    label: str = ""
    conditions: list[tuple[int, str]] = field(default_factory=list)
    rates: list[tuple[int, str]] = field(default_factory=list)
    """Shares by which it is reckoned, each with what it is a share of ("" where that is not told)."""
    sums: list[int] = field(default_factory=list)
    bases: dict[int, str] = field(default_factory=dict)
    """Of what those of the sums are shares that are no sums."""
    caps: list[tuple[int, str]] = field(default_factory=list)
    """Its most, each with for whom (单个项目)."""
    terms: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that stand in one list (10万元、5万元), and what stands on both sides of them in their comma piece."""

    figures: tuple[int, ...]
    sort: str
    left: str
    right: str
    first: bool
    """Whether no other figure stands before it in its piece."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a clause."""

    numbers: Sequence[int]
    texts: Sequence[str]
    units: Sequence[str]
    order: Sequence[int]
    """Which of them each mark of the line stands for."""
    musts: dict[int, str] = field(default_factory=dict)
    """How those must be reached that are thresholds (首次突破): filled in while the line is read."""


@dataclass(frozen=True, slots=True)
class Before:
    """What was told before a clause, which its awards may leave unsaid."""

    head: str
    """The matter of the head that its line begins with (（三）新产品研发支持。…)."""
    awarded: str
    """Who got something by the clause before."""
    asked: str
    """What the clause before asked for, where this one goes on: 5亿元至7亿元的."""
    goes_on: bool
    """Whether the clause goes on with the sentence of the one before."""


class SlotReader:
    """Reads the comma pieces of a clause from left to right into awards."""

    def __init__(self, figures: Figures, before: Before) -> None:
        self.figures = figures
        self.before = before
        self.lost = False
        """Whether a sum of money stands where no slot is."""
        self._receivers = Receivers()
        self._several = False
        self._thing = ""
        """What is given and counted: 入学指标."""
        self._at = 0
        self._awards: list[Award] = []
        self._counts: list[Award] = []
        """How many are to be chosen for an award, each as one that is named by what is chosen."""
        self._conditions: list[tuple[int, str]] = []
        self._rates: list[tuple[int, str]] = []
        self._heard = False
        """Whether what stands before the next figure of the piece was heard as what follows a threshold."""
        self._said = ""
        """What is given, where that is said without a sum: 给予奖励,单人最高…"""
        self._said_last = False

    def done(self) -> list[Award]:
        """Return the awards; rates and conditions told behind the last belong to it."""
        if self._rates:
            self._open("", "", "", "")
        if not self._awards and self._conditions and self._said_last:
            self._open("", "", "", self._said)
        if self._awards:
            self._awards[-1].conditions += self._conditions
        for award in self._awards:
            what = award.what or self._said or next((one.what for one in self._awards if one.what), "")
            award.what = without_how(what)
        return [*self._counts, *self._awards] if self._awards else []

    def read(self, piece: str) -> None:
        """Read one comma piece."""
        if SHARE in piece and MONEY in piece and "、" in piece and self._mixed(piece):
            return
        groups = [*self._groups(piece)]
        if not groups:
            self._hear(piece)
            return
        for group in groups:
            self._place(group, piece)

    def _mixed(self, piece: str) -> bool:
        """Read a list of sums whose last is a share of something (分别按20万元、40万元、投资额的8%给予奖励); False when it is none."""
        mixed = _MIXED.fullmatch(piece)
        what = WHAT.match(mixed["what"]) if mixed is not None else None
        if mixed is None or what is None:
            return False
        many = mixed["sums"].count(MONEY) + 1
        sums = tuple(self.figures.order[self._at : self._at + many])
        self._at += many
        self._give(Group(sums, MONEY, "", mixed["what"], first=True), "", "", "", "", what["what"])
        self._awards[-1].bases[sums[-1]] = base_name(mixed["base"])
        return True

    def _groups(self, piece: str) -> Iterator[Group]:
        found = [*_LIST.finditer(piece)]
        for number, one in enumerate(found):
            marks = [mark for mark in one.group() if mark in MARKS]
            figures = tuple(self.figures.order[self._at : self._at + len(marks)])
            self._at += len(marks)
            left = piece[found[number - 1].end() if number else 0 : one.start()]
            right = piece[one.end() : found[number + 1].start() + 1 if number + 1 < len(found) else len(piece)]
            yield Group(figures, marks[0], left, right, number == 0)

    def _hear(self, piece: str) -> None:
        """Note a piece without figures: who gets something, or what is given."""
        if (said := _GIVES_WHAT.search(piece)) is not None:
            self._said = said["what"] or said["as"] or said["paid"]
            self._said_last = bool(self._conditions)
            piece = piece[: said.start()]
        self._receivers.note(piece)

    def _place(self, group: Group, piece: str) -> None:
        """Put a list of figures into its slot."""
        left = _AFTER_WHAT.sub("", group.left).removeprefix("以内").removeprefix("以下") if not group.first else group.left
        if not group.first and self._heard and (giving := _GIVING.search(left)) is not None:
            left = left[giving.start() :]
        self._heard = False
        if group.sort == YEARS:
            if self._awards:
                name = _TERM.sub("", left).strip("，、")
                self._awards[-1].terms.append((group.figures[0], name if _TERMED.search(name) else f"{name}期限"))
            else:
                self._conditions += [(at, "年限") for at in group.figures]
            return
        if self._awards and not group.first and group.sort == MONEY and (label := _LABELLED.fullmatch(group.left)) is not None:
            what = WHAT.match(group.right)
            last = self._awards[-1]
            self._give(group, last.receiver, "", last.each, label["label"], what["what"] if what is not None else "")
            return
        within = group.right.startswith("以内") and (group.sort == SHARE or _GIVES.search(CAPPED.sub("", left)) is not None)
        if within or _IF_SO.match(group.right) is None or _STILL_GIVEN.match(group.right) is not None:
            if group.sort == SHARE and self._rate(group, left):
                return
            if group.sort == MONEY and self._sum(group, left):
                return
        if group.sort == COUNT and (self._given(group, left) or self._count(group, left) or self._at_most_so_many(group, left)):
            return
        self._condition(group, left)

    def _given(self, group: Group, left: str) -> bool:
        """Put what is given and counted (给予入学指标|1名, 每增加投资3000万元增加|1名|指标, 最多|5名) into its slot."""
        given = _GIVES_THINGS.search(left)
        if given is not None:
            self._thing = given["thing"]
        elif not self._thing or (not left.endswith("增加") and CAPPED.search(left) is None):
            return False
        if given is None and not left.endswith("增加"):
            self._awards[-1].caps += [(at, f"{self._thing}上限") for at in group.figures]
            return True
        self._receivers.pieces = []
        what = self._thing if given is not None else f"增加{self._thing}"
        self._awards.append(Award(what=what, conditions=self._conditions, sums=[*group.figures]))
        self._conditions = []
        return True

    def _at_most_so_many(self, group: Group, left: str) -> bool:
        """Put for how many of a thing somebody gets it (每年最多补助|3个|展位) into its slot."""
        kind, things = _KIND_AT_END.search(CAPPED.sub("", left)), _CHOSEN.match(group.right)
        if not self._awards or kind is None or things is None:
            return False
        self._awards[-1].terms += [(at, f"{kind['what']}{things['what']}数量") for at in group.figures]
        return True

    def _count(self, group: Group, left: str) -> bool:
        """Keep how many are to be chosen (每年认定|10家|示范渔港,每家奖励…) as a fact of its own; the awards that follow go to them."""
        chosen, things = _CHOOSES.search(left), _CHOSEN.match(group.right)
        if chosen is None or things is None:
            return False
        counted = Award(what=f"{chosen['deed']}{things['what']}", sums=[*group.figures])
        self._counts.append(counted)
        self._receivers.note(things["what"])
        return True

    def _condition(self, group: Group, left: str) -> None:
        """Keep what must be reached, under its own name; the piece it stands in tells who must reach it."""
        unit = self.figures.units[group.figures[0]]
        each = _FOR_EACH.search(left)
        self.lost |= not (each or group.sort == YEARS) and not _asks(left, group, unit)
        same = (not group.first or not left) and self._conditions and self.figures.units[self._conditions[-1][0]] == unit
        if same and _OF_THE_SAME.fullmatch(left) is not None:
            self._conditions += [(at, self._conditions[-1][1]) for at in group.figures]
            self._note_threshold(left, group)
            return
        said = condition_name(left, group.right, unit, bool(each))
        if said in WORDS["unnamed"] and self.before.asked and _MORE.fullmatch(group.left) is not None:
            said = self.before.asked
        if said in WORDS["growth"] and group.sort == SHARE and self._conditions and self._conditions[-1][1].endswith(WORDS["grows"]):
            said = f"{self._conditions[-1][1]}增幅"  # 出口额500万元以上,且增长|10%|以上
        must = _MUST.search(left)
        self.figures.musts.update(dict.fromkeys(group.figures, must.group() if must is not None else ""))
        self._conditions += [(at, said) for at in group.figures]
        self._note_threshold(left.removesuffix("前") if unit in ("名", "位") else left, group)

    def _note_threshold(self, left: str, group: Group) -> None:
        mark = FIGURE * len(group.figures)
        right = _GIVING.split(group.right.rstrip(MARKS), maxsplit=1)[0]
        self._heard = right != group.right.rstrip(MARKS)
        if group.first or not self._receivers.note_threshold(group.left, mark, right):
            self._receivers.note(f"{left}{mark}{right}")

    def _rate(self, group: Group, left: str) -> bool:
        """Put a share into its slot: that of a base (按投资额的|10%), or one that is given by itself (给予|80%|的奖励)."""
        if self._awards and (part := _PAID_OUT.search(f"{left}{FIGURE}{group.right.rstrip(MARKS)}")) is not None:
            name = _WHEN_PAID.sub("", left.strip("，、").removeprefix("其中")).removesuffix("按")
            self._awards[-1].terms += [(at, f"{name if part['how'] in name else name + part['how']}比例") for at in group.figures]
            return True
        if self._awards and (most := _MOST_OF.search(left)) is not None:
            self._awards[-1].terms += [(at, f"{most['what']}占{base_name(most['base'])}比例") for at in group.figures]
            return True
        what = WHAT.match(group.right)
        reckoned = _RECKONED.search(left)
        given = _GIVES.search(left)
        if what is None and reckoned is None and given is None and _KIND_AT_END.search(left) is None:
            return False
        if reckoned is not None:
            lead, base = left[: reckoned.start()], reckoned["base"]
        elif given is not None:
            lead, base = left[: given.start()], given["to"]
        elif (kind := _KIND_AT_END.search(left)) is not None:
            lead, base = kind["lead"], ""
            self._said = self._said or kind["what"]
        else:
            lead, base = "", left
        lead = CAPPED.sub("", _ADVERBS.sub("", lead))
        if names_its_receiver(lead):
            self._receivers.pieces = [(lead, "对")]
        else:
            self._receivers.note(lead)
        span = _SPAN_IN.search(base)
        if span is not None:
            self._receivers.span, base = span["span"], f"{base[: span.start()]}{base[span.end() :]}"
        named = base_name(base)
        if named.endswith("率") and not left.endswith("的"):
            named = f"{IS}{named}"
        self._rates += [(at, named) for at in group.figures]
        if span is not None and what is None:
            self._open("", "", "", "")
        if what is not None:
            self._said = what["what"]
            self._open("", "", "", what["what"])
        return True

    def _sum(self, group: Group, left: str) -> bool:
        """Put a sum into its slot: given to somebody, for each of a unit, under a name; or the most of what was told."""
        what = WHAT.match(group.right)
        use = USED_FOR.match(group.right)
        bare = CAPPED.sub("", left)
        capped = bare != left
        bare = _HAD.sub("", bare)
        each, bare = _ended(_EACH_AT_END, bare)
        kind = _KIND_AT_END.search(bare)
        if kind is None and what is None and each and (kinds := _KIND_AT_END.search(CAPPED.sub("", bare))) is not None:
            kind = kinds
        if kind is not None:
            bare = _HAD.sub("", kind["lead"])
            capped = capped or CAPPED.search(bare) is not None
        bare = CAPPED.sub("", _ADVERBS.sub("", bare))
        if not each:
            each, bare = _ended(_EACH_AT_END, bare)
        given = _GIVES.search(bare)
        if given is not None:
            bare = bare[: given.start()]
        bare = CAPPED.sub("", _ADVERBS.sub("", bare))
        if not each:
            each, bare = _ended(_EACH_AT_END, bare)
        standard = _AT_STANDARD.match(group.right)
        if kind is None and what is None and given is None and standard is None:
            return self._cap(group, each, capped, left)
        told = what or kind or standard
        called = f"{use['use']}资金" if use is not None else told["what"] if told is not None else ""
        to = (given or kind or {"to": ""})["to"] or ""
        if capped and self._awards and not given and not what and self._is_cap_of_last(each, bare):
            capping = self._awards[-1] if len(self._awards) == 1 else self._open("", "", "", self._said)
            capping.caps += [(at, each) for at in group.figures]
            return True
        if not self._receivers.pieces and (after := _AFTER_A_DEED.fullmatch(bare)) is not None:
            bare = after["deed"]
        own = receiver_name(bare) if names_its_receiver(bare) else ""
        if not own:
            self._receivers.note(bare)
        self._give(group, own, to, each, "", called)
        return True

    def _is_cap_of_last(self, each: str, bare: str) -> bool:
        """Return whether a sum is the most of the award told last: its line names nobody else."""
        return (_NOBODY.fullmatch(bare) is not None and self._awards[-1].each == "") or (not bare and bool(each))

    def _cap(self, group: Group, each: str, capped: bool, left: str) -> bool:
        """Put a bare 最高|5万元 into its slot: the most of what was told, or the award itself where only its kind was told."""
        if not capped and each and left.endswith(each) and not group.right and self._awards and self._awards[-1].sums:
            self._give(group, "", "", each, "")  # 每名博士补贴5万元,每名硕士|2万元: what is given was said
            return True
        if not capped:
            return False
        if len(self._awards) > 1 and not self._rates:
            self._open("", "", "", self._said).caps += [(at, each) for at in group.figures]
            return True
        if self._awards and not self._rates:
            self._awards[-1].caps += [(at, each) for at in group.figures]
            return True
        if self._said or self._rates:
            award = self._open("", "", each if not self._rates else "", self._said)
            award.caps += [(at, each if award.rates else "") for at in group.figures]
            return True
        return False

    def _give(self, group: Group, receiver: str, to: str, each: str, label: str, what: str = "") -> None:
        self._several = len(group.figures) > 1
        award = self._open(receiver, to, each, what)
        award.label = label or award.label
        award.sums += group.figures
        if what:
            self._said = what
            for one in reversed(self._awards[:-1]):
                if one.what:
                    break
                one.what = what  # 国家级50万元、省级30万元的|奖励: said once, behind the last

    def _open(self, receiver: str, to: str, each: str, what: str) -> Award:
        """Open an award with what has been heard so far; one that has only rates takes the sum that caps it."""
        last = self._awards[-1] if self._awards else None
        alone = len(self._awards) == 1 or any(one.sums for one in self._awards)
        if last is not None and alone and last.rates and not (last.sums or last.caps or self._rates or self._receivers.pieces or to):
            last.what = last.what or what
            return last
        award = Award(receiver or self._receiver(each, to), to, each, what, self._receivers.span, self._conditions, self._rates)
        self._conditions, self._rates, self._receivers.pieces, self._receivers.span = [], [], [], ""
        self._awards.append(award)
        return award

    def _receiver(self, each: str, to: str) -> str:
        """Return who gets something, as the pieces heard since the last award tell; else as the last award told."""
        name = self._receivers.name(each)
        if name is not None:
            return name
        toward = self._receivers.said_by("对")
        if self._awards and not self._receivers.pieces and len(each) > len("每家"):
            return ""  # 引进博士,每名硕士: each is somebody else
        if any(FIGURE in whom for whom in toward) and self._conditions:
            return "" if to else self._conditions[0][1]  # 对营业收入超过7亿元的企业: by what it is deserved
        earlier = self._awards if not self._awards or len(self._awards[-1].sums) < _SEVERAL else []
        last = next((one.receiver for one in reversed(earlier) if one.receiver), "")
        alone = not toward and not (self._several and self._receivers.pieces) and not ONE_ALONE.match(each)
        before = self.before.awarded if self.before.goes_on or alone else ""
        asked = self._conditions[0][1] if self._conditions and not to and not self.before.goes_on else ""
        return last or before or self.before.head or (asked if asked not in WORDS["unnamed"] else "")


_LIST = re.compile(f"[{MARKS}](?:(?:、|和|以及|及|与|或)?[{MARKS}])*")
_PAID_OUT = re.compile(f"(?P<how>支付|兑现|拨付|兑付|发放)(?={FIGURE}|[^,，]{{0,2}}$)")
_AFTER_A_DEED = re.compile("(?P<deed>[^，]{2,30})后")
_CHOOSES = re.compile(
    "(?:每年|年度)?(?:可|拟|计划|择优|组织)*(?P<deed>认定|评选|评定|支持|培育|遴选|选树|选取|扶持)(?:不超过|最多|不少于)?$"
)
_CHOSEN = re.compile("(?P<what>[一-鿿]{2,20}?)(?:进行[^,，]{2,8}|给予.*)?$")
_MOST_OF = re.compile(
    "(?P<what>补贴|补助|奖励|资助|奖补)的?(?:总额度?|金额|资金|额度)?(?:最高|累计)?不(?:超过|高于)(?P<base>[^,，]{2,28}?)的?$"
)
_MORE = re.compile("(?:新增|增长|增加|超过|超出|满|达到|在)*")
_GIVES_THINGS = re.compile("(?:给予|奖励|安排)(?P<thing>[^,，、给]{3,16})$")
_SEVERAL = 2
# 本条所涉|奖励资金|在认定投产后|分三年按|40%、30%、30%|拨付
_WHEN_PAID = re.compile("^(?:本条(?:所涉|规定的?)?|上述|前款|该)|在[^，、]{2,10}后(?=分|按)")
# 分别按人民币|20万元、|40万元、|实到外资额的|8‰|折合人民币给予奖励: the last steps of a scale get a share
_MIXED = re.compile(
    f"(?:分别)?(?:按照?)?(?:人民币)?(?P<sums>{MONEY}(?:、{MONEY})*)、(?P<base>[^,，、{MARKS}]{{2,16}}?)的?(?P<share>{SHARE})(?:折合成?人民币)?(?P<what>.*)"
)
# 给予奖励, 予以全额产业奖励, 给予资助: what is given, without a sum
_GIVES_WHAT = re.compile(
    rf"(?:给予|予以|享受|发放|进行)[^,，]{{0,12}}?(?P<what>[^,，\d:：{MARKS}]{{0,8}}?(?:{KIND})+)(?:政策|资金)?$|作为[^,，]{{2,12}}的(?P<as>奖励|补助|补贴)$|(?P<paid>奖励|补助|补贴|返还)给[^,，]{{0,8}}$"
)
_SPAN_IN = re.compile(r"(?P<span>[前后头][一二两三四五六七八九十\d]{1,2}年)(?:当年|每年|年度)?")
_ADVERBS = re.compile(
    r"(?:分别|一次性|再次?|另行?|另外|各|均|可|同时|每次|每年|年度|连续|按照?|当年|累计|\d年内|其中|再|增加|追加|递增|由[^,，]{2,12}(?:给|予))*$"
)
_EACH_AT_END = re.compile(f"(?P<each>{EACH})(?:每年|年度|累计|当年|合计)*$")
_GIVES = re.compile(f"(?:给予|予以|给|发放|提供|补给|奖给)(?:[一二两三四五]年)?(?P<to>[^,，{MARKS}]{{0,40}}?)$")
_KIND_AT_END = re.compile(
    f"(?P<lead>.*?)(?P<what>(?:(?<=给予)|(?<=予以)|(?<=一次性))[^,，{MARKS}]{{0,6}}?(?:{KIND})+|(?:资金|配套|贷款|融资)?(?:{KIND})+)"
    "(?:资金|标准|金额|额度|总额|比例|额)?(?P<to>(?:单位|[^,，、给按每单最]){0,10}?)(?:限|每年|累计)*$"
)
_RECKONED = re.compile(f"(?:按照?|参照|根据|以(?![上下内]))(?P<base>[^,，{MARKS}]{{0,36}}?)$")
_MUST = re.compile("(?:首次|达到?|超过|突破)+$|(?<=[一-鿿])前$")
_IF_SO = re.compile(f"(?:及|或|\\(含\\))?以[上下内](?!的?(?:一次性)?(?:{KIND}))|[至到—-]")
_STILL_GIVEN = re.compile(f"以[内下]的?(?:一次性)?[^,，的]{{0,8}}(?:{KIND})")
_OF_THE_SAME = re.compile("(?:及?以[上下内])?(?:的[^,，、]{2,16})?(?:[、和及或至到~—-]|不足|不满|低于|的)*")
_GIVING = re.compile("最高|最多|给予|予以|按照?|分别|一次性|奖励|补助|补贴|资助")
_FOR_EACH = re.compile("每(?:增加|新增|增长|满|完成|超过|达到|引进|吸纳|上|晋升|提高|吸引)?[^,，]{0,10}$")
_AFTER_WHAT = re.compile(f"^(?:以内|以下)?的?(?:比例|标准)?(?:一次性)?[^,，、]{{0,8}}?(?:{KIND})*[、和及]|^[、和及]")
_LABELLED = re.compile(f"[、和及](?P<label>(?!给予|[^,，、]*(?:{KIND}))[^,，、{MARKS}]{{1,8}})")
_AT_STANDARD = re.compile(f"(?:的)?标准[^,，]{{0,6}}?(?:给予|予以|发放|一次性)*(?P<what>[^,，]{{0,14}}?(?:{KIND})+)")
_TERM = re.compile("(?:最[多长]|不超过|为|原则上|一般)*$")
_TERMED = re.compile("期$|[年期]限$")
_HAD = re.compile("(?:每年|年度|当年)?(?:享受|获得|所获|领取)的?$")
_NOBODY = re.compile(
    "(?:单[个项笔户家]|每[家个项年户]|合计|累计|总额|同一|项目|企业|执行期内|期内|年度)*(?:项目|企业|单位)?(?:每年|年度|当年)?"
)
_MUST_COME_TO = re.compile("(?:达到?|超过|突破|不低于|不少于|不小于|满|不足|在|为|[、和或及至到—-])$")


def _asks(left: str, group: Group, unit: str) -> bool:
    """Return whether something in the words beside a figure says that it is asked for, or that it is one of a list of such."""
    return (
        _IF_SO.match(group.right) is not None
        or group.right.startswith(("的", "且", "，", "以上"))
        or _MUST_COME_TO.search(left) is not None
        or (unit in bounds.COUNTERS and bounds.OF_THINGS.match(group.right) is not None)
        or (left.endswith("等") and len(group.figures) == 1)
        or unit in ("名", "位")
        or is_condition(f"{left}{FIGURE}")
    )


def _ended(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    return (found["each"].replace("每年", ""), text[: found.start()]) if found is not None else ("", text)
