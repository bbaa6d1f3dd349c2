"""What is worth knowing of an item before it is weighed: the traits of weights.tsv.

Comes in: the items of a report of one kind, in text order, and the frame they stand in (the report's periods, its panel, its sentences).
Goes out: for each item the names of its traits. Nothing here says how much a trait counts.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from functools import cache, lru_cache

from reportsum import lazy_re as re
from reportsum.values import dataclass

from .annotating import AnnotatedReport
from .duties import is_nobody
from .genres import genre
from .headlines import is_supposed, of_part
from .indicators import get
from .languages import room_of
from .languages.room import Says
from .models import Achievement, Figure, Item, PanelRow, Period, Risk, Target
from .openers import points_back
from .periods import is_same_year
from .places import place_within
from .problems import is_general, listed_problems, misses_a_goal
from .sentences import Sentence, Sentences, sentences_of
from .spared import holds
from .trait_words import words

_GOAL = re.compile(
    r"(?:预期|主要|总体|发展|工作|奋斗|约束性|量化|规划)(?:经济社会发展|发展)?(?:的?主要)?(?:预期|目标)?目标(?:任务)?(?:建议)?(?:是|为|如下|：|:)"
    r"|(?:main|key|major|overall) (?:\w+ ){0,4}?(?:targets|goals|objectives) (?:\w+ ){0,8}?(?:are|include)",
    re.IGNORECASE,
)
_ENGLISH_GOALS = ("targets", "goals", "objectives")
"""A sentence that announces goals: 今年发展主要预期目标是."""
_HORIZON = re.compile(r"(?:^|[，。；：])(?:力争|争取|计划|预计)?到(?:20\d\d年|“[^”]+”末)|(?:^|\. )by 20\d\d", re.IGNORECASE)
"""A plan says by when: 到2027年，."""
_BY_YEAR = re.compile(r"到(?:20\d\d年|“[^”]+”末)|\bby 20\d\d", re.IGNORECASE)
_GOAL_TITLE = re.compile(r"目标(?!责任|任务完成|完成|考核)|targets|goals|objectives", re.IGNORECASE)
_TITLED = re.compile("《[^》]+》")
_LETTERED = re.compile(r"[A-Za-z]+[-—]?\d|\d+[A-Za-z]+|[A-Z]{2,}")
_DIVISION = re.compile(
    r"[\s\d一二三四五六七八九十两]+[个项大类条]*(?:[一二三]级|主要|重点|预期性|约束性|方面|基本)*(?:层级|层次|分类|部分|方面|领域|方向|指标|环节|阶段|类别|维度|原则|级)(?!项目|企业|专项|任务|工程|产业|试点)"
    r"|(?:(?<=采取)|(?<=抓好)|(?<=做好)|(?<=推出))[一二三四五六七八九十两\d]+[项个]方?面?的?(?:重大|重点)?(?:举措|措施|工作|任务)(?=[:：。，；])"
    r"|[一二两三四五六七八九十]{1,2}[个项大件](?:“|大事)"
)
"""A count of parts of a thing or a text: 25项主要指标, 三个层级; of what the next sentences tell: 重点抓好三项工作;
of mottoes: 三个“一号工程”, 两件大事。"""
_LATIN = re.compile(r"[A-Za-z]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DIGIT = re.compile(r"\d")
_TERMS = re.compile(
    r"[2-8][GDK](?![A-Za-z])|IPv[46]|\b(?:A[IR]|VR|IT|APP|LED|LNG|CNG|GDP|CPI|PPP|TSN|ERP|MES|SaaS|R&D)\b",
    re.ASCII | re.IGNORECASE,
)
"""Words of technology and statistics: no names of their own."""
_INITIALS = re.compile(r"(?<=[\u4e00-\u9fff])[(（][A-Za-z][A-Za-z&/ -]{0,24}[)）]")
"""What a Chinese word for a thing is called in short: 制造执行系统(MES)."""
_POINTERS = re.compile(
    r"[(（]?(?:详?见|按照?|依照?|根据)?附[件表录图]\s?[\d一二三四五六七八九十]+[)）]?(?:[中所的]*第?[(（\d一二三四五六七八九十、）)至]+[项条款])?"
    r"|第\s?[(（]?[\d一二三四五六七八九十]+[)）]?(?:[、至][(（]?\d+[)）]?)*\s?[项款条](?![任工举措])|^\s*[(（]?\d{1,2}[)）、.．](?!\d)"
)
"""Where else to look in the text: 附件2中第（五）项 is no number and no name."""
_ENTRY = re.compile(r"[(（]?\d{1,2}[)）、.．]")
_WHEN = re.compile(r"^(?:[刚即]?刚?(?:过去|将到来)的|面对|回顾|展望|进入)?\d{4}年[，,]?")
"""The year a sentence opens with tells nothing by itself: 刚刚过去的2025年，."""
_NUMERAL = re.compile(r"百分之|(?<![第一二三四五六七八九十百千万亿])[一二三四五六七八九十百千万亿]{2,}(?:[个家项亩元人户套所座条公里]|多)")
_SOME = r"(?:不少|一些|许多|诸多|很多|较多|多重|不可忽视|突出|新|老|这样那样)"
_BARE_TROUBLE = r"(?:困难|挑战|问题|矛盾|不足|差距|短板|缺点|错误)"
_ONLY_ANNOUNCES = re.compile(
    rf"(?:面临|面对|存在|产生|出现|还有|仍有|也有)着?{_SOME}*的?{_SOME}*{_BARE_TROUBLE}(?:[和与、]{_BARE_TROUBLE})*[。；：，]?$"
    rf"|(?:{_SOME}?{_BARE_TROUBLE}[、和与]?){{1,4}}[^，；：。]{{0,4}}(?:不少|不容忽视|亟待破解|亟待解决|严峻复杂)[。；：，]?$"
    rf"|{_BARE_TROUBLE}[^。；]{{0,20}}(?:能够|可以|一定能|完全能)(?:逐步|得到|被|加以)*(?:解决|克服|化解|战胜)的?[。！]$"
    rf"|存在的{_BARE_TROUBLE}[，]?是[^，。；]{{0,8}}{_BARE_TROUBLE}。$"
)
"""Says that there are problems, and none of them: 发展还面临不少困难和挑战。"""
_SHORTEST = 8
"""Code points below which a statement can hardly be read by itself."""
SHORTEST_AIM = 12
"""An aim in words has so many code points; shorter ones are labels."""
LARGEST = 5
"""So many of the largest sums of money of a kind are told apart."""
WORTH_NAMING = 100
"""A sum less than so many times smaller than the largest one is large, too: 8亿元 beside 1万亿元 is not."""
FEW = 10
"""A count below this is a small one: 新增上市企业1家."""
_KNOWN = 2048
"""Texts of which is remembered what they hold: the items of one clause share their statement."""
PARALLEL = 3
"""From so many facts without an indicator in one clause on it is a list."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What of a report bears on the weight of its items."""

    period: Period | None = None
    plan_period: Period | None = None
    yearly: bool = True
    """Whether the report speaks of one year, or a part of it, and the next: plans and policies have many times."""
    sets_growth_goals: bool = False
    """Whether readers of its genre look for a goal for growth."""
    main: frozenset[str] = frozenset()
    """Ids of the figures that answer in the panel."""
    sentences: Sentences = field(default_factory=lambda: Sentences(()))
    goals: frozenset[int] = frozenset()
    """Numbers of the sentences that announce goals."""
    problems: frozenset[str] = frozenset()
    """Ids of the sections that name problems."""
    place: str | None = None
    """Whose report it is: places within it are names, its own is none."""
    titles: dict[str, str] = field(default_factory=dict)
    """Titles of the headings above an item, joined, by the id of its section."""

    def sentence_of(self, item: Item) -> Sentence | None:
        """Return the sentence that an item's first evidence stands in."""
        return self.sentences.at(item.evidence[0].start) if item.evidence else None

    def titles_of(self, item: Item) -> str:
        """Return the titles of the headings above an item, joined."""
        return self.titles.get(item.evidence[0].section or "", "") if item.evidence else ""


def frame_of(report: AnnotatedReport, panel: Sequence[PanelRow]) -> Frame:
    """Return what of the report bears on the weight of its items."""
    titles: dict[str, str] = {}
    problems: set[str] = set()
    pending = [(section, "") for section in reversed(report.outline.sections)]
    while pending:
        section, above = pending.pop()
        titles[section.id] = f"{above}\n{section.title}".strip()
        if section.stance == "problems":
            problems.add(section.id)
        pending += [(child, titles[section.id]) for child in reversed(section.children)]
    sentences = sentences_of(report)
    kind = genre(report.meta.kind)
    return Frame(
        period=report.meta.period,
        plan_period=report.meta.plan_period,
        yearly=kind.yearly,
        sets_growth_goals=kind.growth_goals,
        main=frozenset(row.figure for row in panel if row.main and row.figure),
        sentences=sentences,
        goals=goal_sentences(sentences, yearly=kind.yearly or (report.meta.language == "en" and kind.kind == "budget")),
        problems=frozenset(problems),
        place=report.meta.place,
        titles=titles,
    )


def own_figures(item: Item) -> list[Figure]:
    """Return the figures that tell an item's fact; those it is compared from or measured against do not."""
    own = [figure for figure in item.figures if figure.base is None]
    if item.metric is None or _AWARD.search(item.metric) is None:
        return own
    return [figure for figure in own if figure.metric is None or _OF_AN_AWARD.search(figure.metric) is not None] or own


_AWARD = re.compile("(?:奖励|补助|补贴|资助|奖补|贴息|扶持|支持|资金)(?:占.*)?(?:比例)?$")
_OF_AN_AWARD = re.compile("奖|补|资助|贴息|扶持|支持|比例")
"""What an award must be deserved by is told with it, and is not what is told: 固定资产投资|5000万元|以上的项目,给予20万元奖励."""


def goal_sentences(sentences: Sentences, *, yearly: bool) -> frozenset[int]:
    """Return the numbers of the sentences that announce goals, with what follows them in their paragraph (单位GDP能耗下降3%).

    Reports on a year say 主要预期目标是; plans and policies also begin with the year they look to (到2027年).
    """
    found: set[int] = set()
    reach, counts_up = -1, False
    for number, sentence in enumerate(sentences.all):
        horizon = not yearly and _HORIZON.search(sentence.text) is not None
        opens = sentence.opens or sentence.place == 0  # behind a heading of its paragraph too
        announced, counts_up = counts_up, False
        if _announces_goals(sentence.text) or (horizon and opens):
            reach = number + (GOES_ON_FOR if yearly else PLAN_GOES_ON_FOR)
            counts_up = _COUNTS_UP.search(sentence.text) is not None
        elif announced:
            reach = max(reach, number)  # the main targets for this year are: | increasing GDP by 8%, …
            counts_up = _LISTS_ON.search(sentence.text) is not None
        elif horizon:
            found.add(number)
        elif opens:
            reach = -1
        if number <= reach:
            found.add(number)
    return frozenset(found)


_COUNTS_UP = re.compile(r"[A-Za-z]\s?[:：]\s*$")
_LISTS_ON = re.compile(r"[A-Za-z\d%)](?:[;,]|;\s?and)?\s*$")
"""How a line of a list ends that another follows."""


def _announces_goals(text: str) -> bool:
    return ("目标" in text or holds(text, _ENGLISH_GOALS)) and _GOAL.search(text) is not None


def is_goal(item: Item, frame: Frame) -> bool:
    """Return whether a target stands in a sentence that announces goals, or right under a heading that does."""
    if not isinstance(item, Target):
        return False
    number = frame.sentences.index_at(item.evidence[0].start) if item.evidence else None
    if number in frame.goals if number is not None else _announces_goals(item.statement):
        return True
    return _is_goal_title(frame.titles_of(item).rsplit("\n", 1)[-1])


@lru_cache(maxsize=_KNOWN)
def _is_goal_title(title: str) -> bool:
    """Return whether a heading announces goals; remembered, since all items of a section ask."""
    return len(title) <= LONGEST_TITLE and _GOAL_TITLE.search(title) is not None


GOES_ON_FOR = 1
PLAN_GOES_ON_FOR = 3
"""So many sentences of its paragraph an announcement of goals reaches over in reports on a year, and in plans (一是…。二是…。)."""
LONGEST_TITLE = 30
"""A heading that announces goals is short; longer ones are sentences."""


@lru_cache(maxsize=_KNOWN)
def holds_something(statement: str, *, planned: bool) -> bool:
    """Return whether a statement holds a number, a time, an owner or a named thing, claimed or not; `planned`: it is a target."""
    if (says := _says_of(statement)) is not None:
        return says.holds_something(statement, planned=planned)
    text = _without_terms(statement)
    return (
        _DIGIT.search(_WHEN.sub("", text)) is not None
        or is_named(text)
        or _NUMERAL.search(text) is not None
        or any(words(name).search(text) is not None for name in ("owned", "timed", "called"))
        or (not planned and words("attained").search(text) is not None)
        or _follows_a_name(words("laws"), text, 3)
        or _follows_a_name(words("houses"), text, 2)
    )


def _own_words(item: Item) -> str:
    """Return a statement without the sentence that an English one was told behind: a name in that one does not make this one tell more."""
    said = item.statement
    if len(item.evidence) != 1 or _HAN.search(said) is not None:
        return said
    return said[max(0, len(said) - len(item.evidence[0].quote)) :]


@lru_cache(maxsize=_KNOWN)
def _is_located(statement: str, own: str | None) -> bool:
    """Return whether a statement tells of a work or a deed in a place of its own: 白河县硫铁矿污染治理完成."""
    if _HAN.search(statement) is None or words("located").search(statement) is None:
        return False
    return any(words("located").search(part) is not None and place_within(part, own, words("no_place")) for part in _COMMA.split(statement))


def _says_of(text: str) -> Says | None:
    """Return what reads English statements; None for a statement with Chinese words."""
    return room_of("en").says if _HAN.search(text) is None and _LATIN.search(text) is not None else None


def is_only_of_elsewhere(statement: str, place: str | None, metric: str = "") -> bool:
    """Return whether an English statement, or what it is of, tells of another place than the report's alone: the US economy did well."""
    return place is not None and (says := _says_of(statement)) is not None and says.is_only_of_elsewhere(statement, place, metric)


def sounds_troubled(text: str) -> bool:
    """Return whether a text has a word of trouble: what is called a risk and has none is likely none."""
    if (says := _says_of(text)) is not None:
        return says.sounds_troubled(text)
    return words("trouble").search(text) is not None


def only_announces(text: str) -> bool:
    """Return whether a sentence says that there are problems, and names none."""
    found = _ONLY_ANNOUNCES.search(text)
    if found is None:
        return False
    before = text[: found.start()].rstrip("，；、")
    return not sounds_troubled(before) or only_announces(before)


@lru_cache(maxsize=_KNOWN)
def is_named(text: str) -> bool:
    """Return whether a project, document or programme is called by its name in `text`."""
    if (says := _says_of(text)) is not None:
        return says.calls_by_name(text)
    bare = _without_terms(text)
    return (
        ("《" in bare and _TITLED.search(bare) is not None)
        or ("“" in bare and words("quoted").search(bare) is not None)
        or (_LATIN.search(bare) is not None and _LETTERED.search(bare) is not None)
        or _follows_a_name(words("works"), text, 2)
    )


def _without_terms(text: str) -> str:
    if "附" in text or "第" in text or _ENTRY.match(text) is not None:
        text = _POINTERS.sub("", text)
    return _TERMS.sub("", _INITIALS.sub("", text)) if _LATIN.search(text) is not None else text


def _follows_a_name(words: re.Pattern[str], text: str, length: int) -> bool:
    """Return whether one of `words` stands in `text` right behind so many Chinese characters of a name: 大兴|机场, not 在建|机场."""
    match = words.search(text)
    while match is not None:
        start = match.start()
        before = text[max(0, start - _NAME_REACH) : start]
        bare = _end_of("general").sub("", before)
        name = bare[-length:]
        opens = (
            bare.endswith(_PARTICLES)
            or _end_of("pushes").search(bare) is not None
            or ((bare != before or not match[0].endswith(_CALLED_AFTER_DEEDS)) and _end_of("opens").search(bare) is not None)
        )
        if len(name) == length and not opens and all("\u4e00" <= character <= "\u9fff" for character in name):
            return True
        match = words.search(text, start + 1)
    return False


@cache
def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(f"(?:{words(name).pattern})+$")


_CALLED_AFTER_DEEDS = ("区", "坛", "例", "会", "动", "站", "园", "法")
"""How words end before which a deed is a part of the name: 绿色发展|示范区, but 发展|大学."""
_PARTICLES = tuple("和与及或的在对把将向从由于到各")
_NAME_REACH = 16
"""So many characters before a word for a work hold its name."""


@lru_cache(maxsize=_KNOWN)
def in_working_text(words: str) -> str:
    """Return words of the source as the working text has them: half width, not torn.

    >>> in_working_text("９５９３３ 亿元")
    '95933亿元'
    """
    return words if _PLAIN.fullmatch(words) else _WHITE.sub("", unicodedata.normalize("NFKC", words))


_PLAIN = re.compile(r"[0-9.,%\u4e00-\u9fff]+")
_WHITE = re.compile(r"[\s\u200b]+")
_COMMA = re.compile(r"[，,；;]")


def own_part(item: Item) -> str:
    """Return the parts of a statement between commas that tell of this item: those with its figures or its name, and what follows up to
    the next figure (创历史新高)."""
    text = _last_sentence(item)
    if not item.figures and not item.metric:
        return text
    parts = _COMMA.split(text)
    if len(parts) == 1:
        return text
    words = [in_working_text(figure.text) for figure in item.figures] or ([item.metric[-4:]] if item.metric else [])
    hit = [words[0] in part for part in parts] if len(words) == 1 else [any(word in part for word in words) for part in parts]
    if not any(hit):
        return text
    follows = [hit[n - 1] and not hit[n] and not _DIGIT.search(part) if n else False for n, part in enumerate(parts)]
    return "，".join(part for n, part in enumerate(parts) if hit[n] or follows[n])


def _last_sentence(item: Item) -> str:
    """Return what an English item itself says: its statement without the sentences before it that it speaks of."""
    text = item.statement
    if not _tells_before(text):
        return text
    begin = max((found.end() for found in _SENTENCE_ENDS.finditer(text)), default=0)
    return text[begin:] if all(figure.text not in text or figure.text in text[begin:] for figure in item.figures) else text


def _tells_before(text: str) -> bool:
    """Return whether a later sentence of an English statement is there for the one behind it."""
    return _HAN.search(text) is None and _SENTENCE_ENDS.search(text) is not None


_SENTENCE_ENDS = re.compile(r"(?<=[a-z)%\d”][.!?])\s(?=[A-Z“])")


def traits_of(items: Sequence[Item], frame: Frame, parts: Sequence[str]) -> list[frozenset[str]]:
    """Return the traits of each of these items of one kind, in their order; `parts` are their own parts of their statements."""
    largest = _largest([item for item in items if item.indicator is None or not _is_chinese(item)])
    listed = listed_problems([item for item in items if isinstance(item, Risk)])
    earlier = _earlier_of_series(items)
    unnamed = Counter(item.statement for item in items if item.indicator is None)
    told: Counter[str] = Counter()
    found = []
    for item, part in zip(items, parts, strict=True):
        own = own_figures(item)
        names = {*_of_figures(item, own, frame), *_of_time(item, own, frame), *_of_words(item, own, frame, part), *_of_fate(item)}
        if item.id in largest and item.indicator is None:
            names.add("largest")
        large = item.id in largest and _is_chinese(item)  # in an English budget the largest sums are funds and what they hold
        if large and item.id == largest[0]:
            names.add("largest_of_all")
        if item.id in listed:
            names.add("problems")
        if item.id in earlier:
            names.add("earlier_of_series")
        if own and not any(figure.value for figure in own) and (is_sheet_line(item.statement) or _A_ZERO.fullmatch(item.statement)):
            names.add("nothing")
        if item.indicator is None and unnamed[item.statement] >= PARALLEL:
            told[item.statement] += 1
            if told[item.statement] > 1 and not large:
                names.add("parallel")
        found.append(frozenset(names))
    return found


def _is_chinese(item: Item) -> bool:
    return _HAN.search(item.statement) is not None


def _largest(items: Sequence[Item]) -> list[str]:
    """Return the ids of the items with the largest sums of money, the largest first."""
    sums = [(figure.amount, item.id) for item in items for figure in own_figures(item) if is_money(figure) and figure.amount is not None]
    sums.sort(key=lambda each: -each[0])
    return [name for amount, name in sums[:LARGEST] if amount * WORTH_NAMING > sums[0][0]]


_OF_SERIES = re.compile(r"(?P<key>[A-Za-z][\w %()-]{1,200}) (?:19|20)\d\d: \S+$")
"""A value of a data sheet's list: Amounts Recovered 2023: 18.88."""


_A_ZERO = re.compile(r"[^，。；]{2,40}[^\d，。；.]\s*0\s?[\u4e00-\u9fff%]?[；。]?")
"""规章：本年废止件数 0."""
_SHEET_LINE = re.compile(r"[A-Za-z][\w %()-]{1,200}: \S+")


def is_sheet_line(statement: str) -> bool:
    """Return whether a statement is a line of a data sheet: a key in words and its number."""
    return statement[:1].isascii() and _SHEET_LINE.fullmatch(statement) is not None


def _earlier_of_series(items: Sequence[Item]) -> frozenset[str]:
    """Return the ids of the values of a data sheet's lists that a later one follows."""
    series: dict[str, list[Item]] = {}
    for item in items:
        if item.period is not None and (found := _OF_SERIES.match(item.statement)) is not None:
            series.setdefault(found["key"], []).append(item)
    last = {key: max(item.period.end for item in own if item.period is not None) for key, own in series.items()}
    return frozenset(item.id for key, own in series.items() for item in own if item.period is not None and item.period.end < last[key])


def is_money(figure: Figure) -> bool:
    """Return whether a figure is a sum of money."""
    return figure.unit_code is not None and len(figure.unit_code) == 3 and figure.unit_code.isupper()


def _of_figures(item: Item, own: Sequence[Figure], frame: Frame) -> list[str]:
    if not own:
        return []
    roles = {figure.role for figure in own}
    event = words("event")
    traits = {
        "figure": True,
        "main": any(figure.id in frame.main for figure in own),
        "sum": any(map(is_money, own)),
        "rank": "rank" in roles,
        "only_rank": roles == {"rank"} and item.indicator is None,
        "average": all(figure.yearly_average for figure in own),
        "difference": roles == {"change_pp"},
        "fall": "change" in roles
        and any(figure.role == "change" and figure.value is not None and figure.value < 0 for figure in own)
        and _should_rise(item),
        "share_of": roles == {"share"} and _is_amount(item.indicator) and _GROWTH.search(item.metric or "") is None,
        "few": _is_chinese(item) and roles == {"count"} and all(figure.amount is not None and figure.amount < FEW for figure in own),
        "events": all(event.fullmatch(figure.unit.lstrip("万亿")) is not None for figure in own),
    }
    return [name for name, there in traits.items() if there]


_GROWTH = re.compile(r"growth\b|增长|增速")
"""How growth is called: of that a percentage is no share."""


def _should_rise(item: Item) -> bool:
    """Return whether a rise of what an item tells would be good news: by the registry, else by the last word of its name."""
    if item.indicator is not None:
        return get(item.indicator).good == "up"
    return words("good_up").search(item.metric or "") is not None


def _is_amount(indicator: str | None) -> bool:
    return indicator is not None and get(indicator).unit not in ("%", "‰", "")


def _of_time(item: Item, own: Sequence[Figure], frame: Frame) -> list[str]:
    wanted = frame.plan_period if isinstance(item, Target) else frame.period
    said = next((figure.period for figure in own if figure.period), item.period)
    if wanted is None or said is None:
        return []
    if is_same_year(said, wanted):
        return ["own_time"]
    if not frame.yearly:
        return ["other_time"] if said.end < wanted.start else []
    if said.end == wanted.end and said.start < wanted.start and wanted.start.year < wanted.end.year:
        return ["own_time"]  # 连续六年 in a report on five: it held in all of them
    if said.start <= wanted.start and wanted.end <= said.end and (said.end - said.start) > (wanted.end - wanted.start):
        return ["many_years"]
    apart = said.end < wanted.start or wanted.end < said.start
    return ["other_time"] if apart or said.start < wanted.start else []


def _of_words(item: Item, own: Sequence[Figure], frame: Frame, part: str) -> list[str]:
    sentence = frame.sentence_of(item)
    goal = is_goal(item, frame)
    dangles = points_back(item.statement)
    abroad = item.indicator is None and is_only_of_elsewhere(item.statement, frame.place, item.metric or "")
    elsewhere = abroad and not item.figures
    traits = {
        "goal": goal and bool(own or item.indicator),
        "horizon": not frame.yearly and _BY_YEAR.search(part) is not None,
        "aim": goal and not item.figures and not frame.main and len(item.statement) >= SHORTEST_AIM,
        "named": not elsewhere and is_named(part),
        "subtotal": item.statement.startswith("其中") or part.startswith("其中"),
        "part": of_part(item.metric or ""),
        "supposed": is_supposed(part),
        "divisions": item.indicator is None and _counts_divisions(item, own) and not misses_a_goal(item.statement),
        "called": not item.figures
        and not elsewhere
        and not (dangles and item.basis.period != "own")
        and (holds_something(_own_words(item), planned=isinstance(item, Target)) or _is_located(item.statement, frame.place)),
        "announces": isinstance(item, Risk) and only_announces(item.statement),
        "of_all": isinstance(item, Risk) and not item.figures and (elsewhere or is_general(item.metric or part, item.statement)),
        "untroubled": isinstance(item, Risk) and not sounds_troubled(item.statement) and not misses_a_goal(item.statement),
        "nameless": item.metric is None,
        "points_back": dangles,
        "abroad": abroad,
        "by_place_only": item.basis.kind == "section",
        "short": len(item.statement) < _SHORTEST,
        "problems": bool(item.evidence) and item.evidence[0].section in frame.problems,
        "first": sentence is not None and sentence.place == 0,
    }
    return [name for name, there in traits.items() if there]


def _counts_divisions(item: Item, own: Sequence[Figure]) -> bool:
    """Return whether all of an item's figures only count the parts of a thing or a text."""
    if not own:
        return False
    statement = in_working_text(item.statement)
    places = [statement.find(in_working_text(figure.text)) for figure in own]
    return all(at >= 0 and (_DIVISION.match(statement, at) is not None or words("divisions").search(statement[:at])) for at in places)


def _of_fate(item: Item) -> list[str]:
    """Return what became of an item: a goal missed or surpassed, a task behind or early; who must do it, and by when."""
    if isinstance(item, Risk):
        return ["missed"] if misses_a_goal(item.statement if item.metric is None else own_part(item)) else []
    if isinstance(item, Achievement):
        return [{"missed": "missed", "partial": "missed", "exceeded": "surpassed"}[item.outcome]] if item.outcome in _TOLD_OUTCOMES else []
    if not isinstance(item, Target):
        return []
    due = item.deadline and (item.figures or item.basis.period != "carried")  # one that opens a list makes no measure of its slogans
    traits = [name for name, there in (("deadline", due), ("owner", item.owner and not is_nobody(item.owner))) if there]
    if item.progress is not None and item.progress.status in ("behind", "exceeded"):
        traits.append("behind" if item.progress.status == "behind" else "early")
    return traits


_TOLD_OUTCOMES = frozenset({"missed", "partial", "exceeded"})
