"""Awards: a sentence of a policy of support → its slots → a measure for each award.

What such a sentence says stands in slots that are the same in every policy, in whatever order and words:

- the occasion or receiver: 对新认定的示范工厂, 凡首次上市的企业, 实施冷库改造的, 每引进一家…
- conditions, with thresholds: 固定资产投资5000万元以上的
- the award: 给予/奖励/补助/补贴 a sum, or a rate of a base (按投资额的10%), to somebody named at the sum, for each of a unit
- its most: 最高不超过…, 单个项目累计…; for how many years
- where sums are several, whose each of them is: levels (国家、省级), steps (10亿元、50亿元), a list of things, labels at the sums

Comes in: a clause with its figures. Goes out: one measure for each award. Its name is built in one way, receiver + to whom + for each +
what; a threshold stands in it with a name of its own, a rate under a cap too. What fills no slot leaves the clause to the other rules.

The clause is read with a mark in place of each figure, so that no number can get into a name, and comma piece by comma piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportsum import lazy_re as re

from ..figures import bounds
from .award_names import award_name, base_name, condition_name, is_condition, kind_in, ranks_of, receiver_name, shared_out, without_how
from .award_words import (
    CAPPED,
    CHANGED,
    COUNT,
    EACH,
    FIGURE,
    GIVE,
    KIND,
    MARKS,
    MONEY,
    SHARE,
    USED_FOR,
    WHAT,
    YEARS,
    masked,
)
from .phrases import LONGEST
from .state import Draft, Memory, Telling

_SIGNS = ("奖", "补", "资助", "贴息", "津贴", "给予", "支持", "扶持", "返还")
_SHARES = ("%", "‰", "个百分点")
_PIECE = re.compile(r"[,，：。；]|(?<!\d):(?!\d)")
IS = "="
"""Begins the name of a rate that the share is, and not of what it is a share: 按年利率|3%."""
_MARK = re.compile(f"[{MARKS}]")
_LIST = re.compile(f"[{MARKS}](?:(?:、|和|以及|及|与|或)?[{MARKS}])*")
_GIVEN = "(?:给予?|予以|奖励|补助|补贴|资助|奖补|贴息|返还|支持)"
_GIVES_IT = re.compile(f"给予|给企业|予以[^,，]{{0,8}}(?:{KIND})|(?:一次性|分别)(?:{KIND})|{_GIVEN}给")
_AT_MOST = re.compile(f"(?:{KIND})[^,，]{{0,6}}(?:最高|最多|不超过|上限)|(?:最高|最多|不超过)[^,，]{{0,2}}(?:{KIND})")
_FOR_A_UNIT = re.compile(f"(?!每年){EACH}(?:每[年月])?(?:{KIND})")
_IF_THEN = re.compile(
    f"(?<=[^,，])的[,，][^,，]{{0,8}}(?:{KIND})|奖励(?:给|企业|单位|个人|人民币)?{MONEY}|(?:^|[,，的])(?:再|另|可|各)*(?:{KIND})(?:给|企业|单位|人民币)?{MONEY}"
)
_BY_RATE = re.compile(f"按照?[^,，]*{SHARE}[^,，]*(?:[,，][^,，]*)?{_GIVEN}")
_RULES = (_GIVES_IT, _AT_MOST, _FOR_A_UNIT, _IF_THEN, _BY_RATE)
"""What a rule of awards has one of."""
_PAID = re.compile(
    "已(?!完成|建成|投产|认定|纳入|获得|取得|实施)|累计(?:发放|兑现|拨付|下达|补助(?!额|最高|不超)|落实)|(?<!公)共(?!建|享|同|性|用|有)|全年|[去上今]年(?!度)"
    f"|(?:拨付|下达)(?=[^,，]{{0,10}}{MONEY})|发放(?![^,，]{{0,6}}标准)|投入(?={MONEY})|安排(?=[^,，]{{0,12}}{MONEY})|其中(?:中央|省|市|县|财政)"
)
"""What tells of money that was paid, or is set apart."""
_PROMISES = re.compile(
    f"给予[^,，]{{0,10}}(?:最高|不超过|一次性)|对[^,，]*的[^,，]*[,，][^,，]{{0,20}}{GIVE}|(?:分别|一次性)(?:给予|奖励|补助)"
)
_OTHERS = re.compile("其中|其他")


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


def read_awards(telling: Telling) -> bool:
    """Read a clause that says what is granted to whom; False when it does not, or when one of its sums fills no slot."""
    text = telling.clause.text
    if not any(sign in text for sign in _SIGNS):
        return False
    begin = telling.clause.start
    spans = [(one.start - begin, one.end - begin) for one in telling.figures]
    sorts = [SHARE if one.role == "share" else _sort(one.base_unit) for one in telling.figures]
    line, order, asides = masked(telling.text[begin : telling.clause.end], spans, sorts)
    if "等奖" in text or not _is_rule(line):
        return False
    texts, units = [one.text for one in telling.figures], [one.base_unit for one in telling.figures]
    goes_on = _GOES_ON.search(telling.text[max(0, begin - 10) : begin]) is not None
    reader = _Reader(order, texts, units, _head(telling), telling.memory, goes_on=goes_on)
    for piece in _PIECE.split(line):
        reader.read(piece)
    awards = reader.done()
    if not awards or reader.lost:
        return False
    for number, (at, said) in enumerate(asides):
        before = sum(said is other for _, other in asides[:number])
        left, right = _MARK.split(said.removeprefix("其中"))[before : before + 2]
        awards[0].terms.append((at, condition_name(left, right, units[at], each=False)))
    for award in awards:
        telling.drafts += _drafts(award, telling.numbers, reader)
    if not _OTHERS.match(line) and not awards[-1].receiver.startswith("其他"):
        telling.memory.awarded = awards[-1].receiver
    telling.memory.asked = next((said for award in awards for _, said in award.conditions), telling.memory.asked)
    telling.memory.subject = telling.memory.owner = ""
    return True


def _is_rule(line: str) -> bool:
    """Return whether a clause lays down what will be given, and does not tell what was paid or what a sum rose to."""
    if CHANGED.search(line) is not None or not any(rule.search(line) is not None for rule in _RULES):
        return False
    return _PAID.search(line) is None or _PROMISES.search(line) is not None


def _sort(base_unit: str) -> str:
    if base_unit.endswith("元") or base_unit.startswith("元/"):
        return MONEY
    if base_unit in _SHARES:
        return SHARE
    return YEARS if base_unit in ("年", "个月", "月") else COUNT


_RUN_IN = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]{1,4}条\s*|[（(][一二三四五六七八九十\d]{1,3}[)）]\s*|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))*"
    r"(?P<head>[一-鿿“”]{4,20})[。：:]"
)
LONGEST_HEAD = 20
_HEAD_LEADS = re.compile("(?:鼓励|支持|强化|加大|加强|实施|大力|积极|着力|推动|促进|加快|推进|给予|对)+")
_HEAD_ENDS = re.compile("的?(?:奖励|补助|补贴|资助|奖补|扶持|支持|配套|政策|措施|力度|标准|资金|办法)+$")


def _head(telling: Telling) -> str:
    """Return the matter of the head that the line of the clause begins with (（三）新产品研发支持。…); "" where there is none."""
    at = telling.text.rfind("\n", 0, telling.clause.start) + 1
    run_in = _RUN_IN.match(telling.text[at : telling.clause.start])
    title = telling.clause.section.title if telling.clause.section is not None else ""
    head = run_in["head"] if run_in is not None else title if len(title) <= LONGEST_HEAD else ""
    led = _HEAD_LEADS.match(head)
    if run_in is None and led is None:
        return ""
    return _HEAD_ENDS.sub("", head[led.end() :] if led is not None else head)


class _Reader:
    """Reads the comma pieces of a clause from left to right into awards."""

    def __init__(
        self, order: Sequence[int], texts: Sequence[str], units: Sequence[str], head: str, memory: Memory, *, goes_on: bool
    ) -> None:
        self.order = order
        self.texts = texts
        self.units = units
        self.musts: dict[int, str] = {}
        """How thresholds must be reached: 首次突破."""
        self.head = head
        led = _LED_UP.match(memory.before)
        points = led is not None and _POINTS.match(led["whom"]) is not None
        self.awarded = memory.awarded if led is None else receiver_name(led["told"] or "") if points else led["whom"]
        """Who got something by the clause before: who is meant where a clause names nobody."""
        self.asked = memory.asked if goes_on else ""
        """What the clause before asked for, where this one goes on: 5亿元至7亿元的."""
        self._goes_on = goes_on
        self._several = False
        self._thing = ""
        """What is given and counted: 入学指标."""
        self.lost = False
        """Whether a sum of money stands where no slot is."""
        self._at = 0
        self._awards: list[Award] = []
        self._counts: list[Award] = []
        """How many are to be chosen for an award, each as one that is named by what is chosen."""
        self._occasions: list[tuple[str, str]] = []
        """What pieces said of who gets something, with how they said it: 对, 的, 每, or nothing."""
        self._conditions: list[tuple[int, str]] = []
        self._rates: list[tuple[int, str]] = []
        self._heard = False
        """Whether what stands before the next figure of the piece was heard as what follows a threshold."""
        self._span = ""
        """For which years what follows is given: 前三年."""
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
        sums = tuple(self.order[self._at : self._at + many])
        self._at += many
        self._give(Group(sums, MONEY, "", mixed["what"], first=True), "", "", "", "", what["what"])
        self._awards[-1].bases[sums[-1]] = base_name(mixed["base"])
        return True

    def _groups(self, piece: str) -> Iterator[Group]:
        found = [*_LIST.finditer(piece)]
        for number, one in enumerate(found):
            marks = [mark for mark in one.group() if mark in MARKS]
            figures = tuple(self.order[self._at : self._at + len(marks)])
            self._at += len(marks)
            left = piece[found[number - 1].end() if number else 0 : one.start()]
            right = piece[one.end() : found[number + 1].start() + 1 if number + 1 < len(found) else len(piece)]
            yield Group(figures, marks[0], left, right, number == 0)

    # -- slots ----------------------------------------------------------------------------------------------------------

    def _hear(self, piece: str) -> None:
        """Note a piece without figures: who gets something, or what is given."""
        if (said := _GIVES_WHAT.search(piece)) is not None:
            self._said = said["what"] or said["as"] or said["paid"]
            self._said_last = bool(self._conditions)
            piece = piece[: said.start()]
        self._note(piece)

    def _note(self, piece: str) -> None:
        piece = _BY_WHAT.split(piece.strip(), maxsplit=1)[0]
        if not piece or _ASIDE.match(piece) is not None or _ONE_ALONE.match(piece) is not None:
            return
        if (toward := _TOWARD.search(piece)) is not None:
            if _POINTS.match(toward["whom"]) is None:
                self._occasions = [(toward["whom"], "对")]
            return
        if piece.startswith(("且", "并")) and self._occasions:
            whom, how = self._occasions.pop()
            if how == "对" and not whom.endswith(("的", "上", "下", FIGURE)) and is_condition(piece[1:]):
                piece = ""  # 对…的企业,且增长|10%|以上的: who it is was told
            self._occasions.append((f"{whom.removesuffix('的')}{piece}", how))
            return
        if (span := _SPAN.fullmatch(piece)) is not None:
            self._span = span["span"]
            return
        if piece.startswith("其中"):
            piece = piece.removeprefix("其中")
        how = "每" if piece.startswith("每") else "的" if piece.endswith("的") else "鼓励" if _URGES.match(piece) is not None else ""
        if not how and self._occasions and self._occasions[-1][1] == "" and FIGURE not in f"{piece}{self._occasions[-1][0]}":
            subject = _IN_TIME.sub("", self._occasions[-1][0])
            if len(subject) + len(piece) <= LONGEST_TOGETHER:
                self._occasions[-1] = (f"{subject}{piece}", "")
                return
        if self._occasions and how in ("", "的") and self._occasions[-1][1] == "对" and FIGURE not in f"{piece}{self._occasions[-1][0]}":
            whom = self._occasions[-1][0]
            if not whom.endswith("的") and len(whom) + len(piece) <= LONGEST_TOGETHER:
                self._occasions[-1] = (f"{whom}{piece}", "对")
                return
        self._occasions.append((piece, how))

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
        self._occasions = []
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
        self._note(things["what"])
        return True

    def _condition(self, group: Group, left: str) -> None:
        each = _FOR_EACH.search(left)
        self.lost |= not (each or group.sort == YEARS) and not _asks(left, group, self.units[group.figures[0]])
        same = (not group.first or not left) and self._conditions and self.units[self._conditions[-1][0]] == self.units[group.figures[0]]
        if same and _OF_THE_SAME.fullmatch(left) is not None:
            self._conditions += [(at, self._conditions[-1][1]) for at in group.figures]
            self._note_threshold(left, FIGURE * len(group.figures), group)
            return
        said = condition_name(left, group.right, self.units[group.figures[0]], bool(each))
        if said in _UNNAMED and self.asked and _MORE.fullmatch(group.left) is not None:
            said = self.asked
        if said in _GROWTH and group.sort == SHARE and self._conditions and self._conditions[-1][1].endswith(_GROWING):
            said = f"{self._conditions[-1][1]}增幅"  # 出口额500万元以上,且增长|10%|以上
        must = _MUST.search(left)
        self.musts.update(dict.fromkeys(group.figures, must.group() if must is not None else ""))
        self._conditions += [(at, said) for at in group.figures]
        mark = FIGURE * len(group.figures)
        self._note_threshold(left, mark, group)

    def _note_threshold(self, left: str, mark: str, group: Group) -> None:
        right = _GIVING.split(group.right.rstrip(MARKS), maxsplit=1)[0]
        self._heard = right != group.right.rstrip(MARKS)
        piece = f"{left}{mark}{right}"
        if not group.first and self._occasions and FIGURE in self._occasions[-1][0]:
            left = group.left
            whom, how = self._occasions.pop()
            cut = whom.rfind(FIGURE) + 1
            whom = f"{whom[:cut]}{left}{mark}{right}" if left else whom + mark + right
            self._occasions.append((whom, how))
            return
        self._note(piece)

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
        if self._is_own(lead):
            self._occasions = [(lead, "对")]
        else:
            self._note(lead)
        span = _SPAN_IN.search(base)
        if span is not None:
            self._span, base = span["span"], f"{base[: span.start()]}{base[span.end() :]}"
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
        if not self._occasions and (after := _AFTER_A_DEED.fullmatch(bare)) is not None:
            bare = after["deed"]
        own = receiver_name(bare) if self._is_own(bare) else ""
        if not own:
            self._note(bare)
        self._give(group, own, to, each, "", called)
        return True

    def _is_own(self, lead: str) -> bool:
        """Return whether the words before an award in its piece say who gets it (传统市场|按保费的30%), and not when or how."""
        if not receiver_name(lead) or "对" in lead or is_condition(lead):
            return False
        return not any(other.match(lead) for other in (_SPAN, _NOT_OWN, _ASIDE))

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
        if last is not None and alone and last.rates and not (last.sums or last.caps or self._rates or self._occasions or to):
            last.what = last.what or what
            return last
        award = Award(receiver or self._receiver(each, to), to, each, what, self._span, self._conditions, self._rates)
        self._conditions, self._rates, self._occasions, self._span = [], [], [], ""
        self._awards.append(award)
        return award

    def _receiver(self, each: str, to: str) -> str:
        """Return who gets something, as the pieces heard since the last award tell; else as the last award told."""
        for told in ("对", "的", "每", "", "鼓励"):
            for whom, how in self._occasions if told == "" else reversed(self._occasions):
                if how == told and not (how in ("的", "") and is_condition(whom)) and (name := receiver_name(whom)):
                    return "" if how == "鼓励" and len(each) > len("每个") else name
        if self._awards and not self._occasions and len(each) > len("每家"):
            return ""  # 引进博士,每名硕士: each is somebody else
        if any(how == "对" and FIGURE in whom for whom, how in self._occasions) and self._conditions:
            return "" if to else self._conditions[0][1]  # 对营业收入超过7亿元的企业: by what it is deserved
        earlier = self._awards if not self._awards or len(self._awards[-1].sums) < _SEVERAL else []
        last = next((one.receiver for one in reversed(earlier) if one.receiver), "")
        asks = not any(how == "对" for _, how in self._occasions)
        alone = asks and not (self._several and self._occasions) and not _ONE_ALONE.match(each)
        before = self.awarded if self._goes_on or alone else ""
        asked = self._conditions[0][1] if self._conditions and not to and not self._goes_on else ""
        return last or before or self.head or (asked if asked not in _UNNAMED else "")


_PAID_OUT = re.compile(f"(?P<how>支付|兑现|拨付|兑付|发放)(?={FIGURE}|[^,，]{{0,2}}$)")
_AFTER_A_DEED = re.compile("(?P<deed>[^，]{2,30})后")
_NOT_OWN = re.compile(f"[且并单每]|(?:本?[省市区县])?级?(?:财政|政府)$|其中|同一|(?:{KIND})(?:额度?|金额|标准|资金|总额)?$")
_BY_WHAT = re.compile("(?<=.{4})(?:按照|参照|根据)")
_IN_TIME = re.compile("于[^，的]{4,12}前$")
LONGEST_TOGETHER = 26
_ONE_ALONE = re.compile("(?:单一?个?|同一)(?:企业|单位|项目|主体)")
_CHOOSES = re.compile(
    "(?:每年|年度)?(?:可|拟|计划|择优|组织)*(?P<deed>认定|评选|评定|支持|培育|遴选|选树|选取|扶持)(?:不超过|最多|不少于)?$"
)
_CHOSEN = re.compile("(?P<what>[一-鿿]{2,20}?)(?:进行[^,，]{2,8}|给予.*)?$")
_MOST_OF = re.compile(
    "(?P<what>补贴|补助|奖励|资助|奖补)的?(?:总额度?|金额|资金|额度)?(?:最高|累计)?不(?:超过|高于)(?P<base>[^,，]{2,28}?)的?$"
)
_LED_UP = re.compile(r"(?:(?P<told>[^，。：、]{1,24})[。：、.])?对(?P<whom>(?![外口接标照应此])[^,，。]{2,28})[,，](?:按|给予|根据)")
"""How a sentence begins that says whom the awards of the next ones are for: 对新设的金融机构,按注册资本给予补助."""
_UNNAMED = ("金额", "比例", "数量", "人数")
_MORE = re.compile("(?:新增|增长|增加|超过|超出|满|达到|在)*")
_GIVES_THINGS = re.compile("(?:给予|奖励|安排)(?P<thing>[^,，、给]{3,16})$")
_GOES_ON = re.compile(r"[；;：:]\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．]\s*)?$")
_SEVERAL = 2
# 本条所涉|奖励资金|在认定投产后|分三年按|40%、30%、30%|拨付
_WHEN_PAID = re.compile("^(?:本条(?:所涉|规定的?)?|上述|前款|该)|在[^，、]{2,10}后(?=分|按)")
_GROWTH = ("增长", "同比增长", "增幅", "增速", "较上年增长", "比上年增长")
_GROWING = ("额", "量", "收入", "产值", "投资", "外资", "税收", "营收", "利润", "费用", "增加值")
# 分别按人民币|20万元、|40万元、|实到外资额的|8‰|折合人民币给予奖励: the last steps of a scale get a share
_MIXED = re.compile(
    f"(?:分别)?(?:按照?)?(?:人民币)?(?P<sums>{MONEY}(?:、{MONEY})*)、(?P<base>[^,，、{MARKS}]{{2,16}}?)的?(?P<share>{SHARE})(?:折合成?人民币)?(?P<what>.*)"
)
# 给予奖励, 予以全额产业奖励, 给予资助: what is given, without a sum
_GIVES_WHAT = re.compile(
    rf"(?:给予|予以|享受|发放|进行)[^,，]{{0,12}}?(?P<what>[^,，\d:：{MARKS}]{{0,8}}?(?:{KIND})+)(?:政策|资金)?$|作为[^,，]{{2,12}}的(?P<as>奖励|补助|补贴)$|(?P<paid>奖励|补助|补贴|返还)给[^,，]{{0,8}}$"
)
_ASIDE = re.compile(
    "(?:按照?|参照|根据|依据|结合|视|经(?:[^的]*$|.*(?:同意|审[核定批]|批准)后?$)|自[^主]|由(?![^,，]*的$)|且(?:只能|仅|不)|同时|另外|此外|其中$|以下|具体|实行|分[^，]{0,2}年|连续[^，]{1,3}年|每年$|每半年|享受|从|除[^，]*外|在符合|于[^，]*前$|为(?![^，]*(?:的$|\ue004))|在[^,，]{0,16}(?:前|后|内|期间?|基础上|当年)$)"
    "|[^,，]{0,24}(?<![前最])后$|每年$|当年$|.*为基数$|第[^，]{1,3}年起$"
)
_TOWARD = re.compile(r"(?:(?:^|(?<=[再另并可中年时，]))对(?!外(?!经贸|贸企)|[口接标照应此策比象])于?|^凡是?)(?P<whom>[^,，]{2,})$")
_POINTS = re.compile("(?:其(?![他它余中])|[该此])|上述|前述|以上|符合(?:上述|以上|前款)?(?:规定)?条件的?(?:企业|单位|项目|个人)?$")
_URGES = re.compile("鼓励|支持|引导|推动|加快|加大|大力|积极|强化|推进")
_SPAN = re.compile(
    r"(?:其中)?(?P<span>(?:[前后头第]|当)?[一二两三四五六七八九十\d]{1,2}(?:[、至到]第?[一二两三四五六七八九十\d]{1,2})*年(?:[至到]第[一二三四五六七八九十]年)?)[内起]?(?:每年)?"
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
_MUST = re.compile("(?:首次|达到?|超过|突破)+$")
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


_MUST_COME_TO = re.compile("(?:达到?|超过|突破|不低于|不少于|不小于|满|不足|在|为|[、和或及至到—-])$")


def _ended(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    return (found["each"].replace("每年", ""), text[: found.start()]) if found is not None else ("", text)


def _drafts(award: Award, numbers: Sequence[int], reader: _Reader) -> list[Draft]:
    """Return the measures of an award: one, or one for each sum where several are shared out."""
    if len(award.sums) > 1:
        return _shared(award, numbers, reader)
    name = award_name(award.receiver, award.to, award.each, award.label, award.what)
    if len(award.rates) > 1 and not award.sums:
        return [_unpaired(award, [at for at, _ in award.rates], numbers)]
    only_rate = not award.sums and not award.caps and bool(award.rates)
    if only_rate:
        rated = _rate_name(name, award.rates[0][1])
        name = rated if len(rated) <= LONGEST else f"{name}比例"
    draft = Draft(name, [], built=True)
    for at, said in award.conditions:
        draft.figures.append(numbers[at])
        draft.others.append((numbers[at], said))
    for at, base in award.rates:
        what = award.what or (kind_in(award.receiver) if not only_rate else "")
        draft.take(numbers[at], name if only_rate else _rate_name(what, base) if base else f"{what}比例")
    for at in award.sums:
        draft.take(numbers[at], name)
    for at, each in award.caps:
        told = each if each.endswith("上限") else f"{each}{award.what}" if each else f"{award.what}上限" if award.sums else name
        draft.take(numbers[at], told)
    for at, said in award.terms:
        draft.take(numbers[at], said)
    draft.figures.sort()
    return [draft]


def _rate_name(what: str, base: str) -> str:
    """Return the name of a share that is given: of what it is one (按投资额的|8%), or what rate it is (按年利率|3%)."""
    return what if not base else f"{what}{base.removeprefix(IS)}" if base.startswith(IS) else f"{what}占{base}比例"


def _shared(award: Award, numbers: Sequence[int], reader: _Reader) -> list[Draft]:
    """Return a measure for each of several sums, named for whom it is; all together and unpaired where that cannot be told."""
    drafts = _in_steps(award, numbers, reader) or _of_members(award, numbers, reader)
    if not drafts:
        return [_unpaired(award, award.sums, numbers)]
    _take_the_rest(drafts[-1], award, numbers)
    return drafts


def _unpaired(award: Award, shared: Sequence[int], numbers: Sequence[int]) -> Draft:
    """Return the measure of sums or rates that cannot be told apart, without a name of its own."""
    draft = Draft("", [numbers[at] for at in shared], unpaired=True)
    for at, said in _told_once(award):
        draft.take(numbers[at], said)
    _take_the_rest(draft, award, numbers)
    draft.figures.sort()
    return draft


def _told_once(award: Award) -> list[tuple[int, str]]:
    """Return what must be reached for sums or rates that are shared out, and a rate by which all of the sums are reckoned."""
    rates = award.rates if award.sums else []
    return [*award.conditions, *((at, _rate_name(award.what, base) if base else f"{award.what}比例") for at, base in rates)]


def _take_the_rest(draft: Draft, award: Award, numbers: Sequence[int]) -> None:
    """Put what is told once of all the sums or rates that are shared out into a measure: the most, and for how long."""
    for at, each in award.caps:
        draft.take(numbers[at], f"{each}{award.what}" if each and not each.endswith("上限") else each or f"{award.what}上限")
    for at, said in award.terms:
        draft.take(numbers[at], said)


def _in_steps(award: Award, numbers: Sequence[int], reader: _Reader) -> list[Draft]:
    """Return a measure for each step of a scale (10亿元、50亿元, 分别…); [] where the thresholds are not as many as the sums."""
    count = len(award.sums)
    asked = {at for at, _ in (*award.conditions, *award.rates)}
    steps = _steps(award.conditions, count)
    if not steps or steps[-1][0] > award.sums[0] or any(at not in asked for at in range(steps[-1][0] + 1, award.sums[0])):
        return []
    receiver = award.receiver if award.receiver != steps[0][1] else ""
    drafts = []
    for (at, said), given in zip(steps, award.sums, strict=True):
        step = f"{said}{reader.musts.get(at, '')}{reader.texts[at]}"
        name = award_name(receiver, award.to, award.each, step, award.what, before=True)
        drafts.append(Draft(name, [numbers[at]], [(numbers[at], said)], built=True))
        drafts[-1].take(numbers[given], _rate_name(award.what, award.bases[given]) if given in award.bases else name)
    return _with_conditions(drafts, [one for one in _told_once(award) if one not in steps], numbers)


def _steps(conditions: Sequence[tuple[int, str]], count: int) -> list[tuple[int, str]]:
    """Return the conditions that are a scale of so many steps: one thing asked for in one list, the last such list; [] where none is."""
    lists: list[list[tuple[int, str]]] = []
    for at, said in conditions:
        if lists and lists[-1][-1] == (at - 1, said):
            lists[-1].append((at, said))
        else:
            lists.append([(at, said)])
    return next((steps for steps in reversed(lists) if len(steps) == count), [])


def _of_members(award: Award, numbers: Sequence[int], reader: _Reader) -> list[Draft]:
    """Return a measure for each rank, level or member of a list; [] where they are not as many as the sums, or have no short name."""
    count = len(award.sums)
    ranks = ranks_of(reader.texts[award.conditions[-1][0]], count) if award.conditions else []
    whose = [f"{award.receiver}{rank}" for rank in ranks] or shared_out(award.receiver, count)
    names = [award_name(one, award.to, award.each, "", award.what, member=True) for one in whose]
    if not all(names):
        return []
    drafts = [Draft(name, [numbers[at]], built=True) for name, at in zip(names, award.sums, strict=bool(names))]
    return _with_conditions(drafts, _told_once(award), numbers)


def _with_conditions(drafts: list[Draft], conditions: Sequence[tuple[int, str]], numbers: Sequence[int]) -> list[Draft]:
    for at, said in reversed(conditions) if drafts else ():
        drafts[0].figures.insert(0, numbers[at])
        drafts[0].others.append((numbers[at], said))
    if drafts:
        drafts[0].figures.sort()
    return drafts
