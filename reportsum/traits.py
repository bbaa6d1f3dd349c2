"""What is worth knowing of an item before it is weighed: the traits of weights.tsv.

Comes in: the items of a report of one kind, in text order, and the frame they stand in (the report's periods, its panel, its sentences).
Goes out: for each item the names of its traits. Nothing here says how much a trait counts.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reportsum import lazy_re as re

from .annotating import AnnotatedReport
from .genres import genre
from .headlines import of_part
from .indicators import get
from .languages import room_of
from .languages.room import Says
from .models import Achievement, Figure, Item, PanelRow, Period, Risk, Target
from .openers import points_back
from .periods import is_same_year
from .problems import is_general, listed_problems
from .sentences import Sentence, Sentences, sentences_of

_GOAL = re.compile(
    r"(?:预期|主要|总体|发展|工作|奋斗|约束性|量化|规划)(?:经济社会发展|发展)?(?:的?主要)?(?:预期|目标)?目标(?:任务)?(?:建议)?(?:是|为|如下|：|:)"
    r"|(?:main|key|major|overall) (?:\w+ ){0,4}?(?:targets|goals|objectives) (?:\w+ ){0,8}?(?:are|include)",
    re.IGNORECASE,
)
"""A sentence that announces goals: 今年发展主要预期目标是."""
_HORIZON = re.compile(r"(?:^|[，。；：])(?:力争|争取|计划|预计)?到(?:20\d\d年|“[^”]+”末)|(?:^|\. )by 20\d\d", re.IGNORECASE)
"""A plan says by when: 到2027年，."""
_BY_YEAR = re.compile(r"到(?:20\d\d年|“[^”]+”末)|\bby 20\d\d", re.IGNORECASE)
_GOAL_TITLE = re.compile(r"目标(?!责任|任务完成|完成|考核)|targets|goals|objectives", re.IGNORECASE)
_EVENT_UNITS = frozenset({"次", "场", "场次", "批次", "人次", "期", "件次", "篇", "份"})
_QUOTED = (
    r"“[^”]{2,20}”[\u4e00-\u9fff]{0,4}?(?:行动|计划|工程|项目|专项|活动|大赛|联赛|节|展会|博览会|大会|论坛|沙龙|平台|系统|中心|基地|品牌|称号"
    r"|奖|号|试点|城市|通道|走廊|航线|班列|大道|公园|园区|纪念馆|博物馆|车站|典型)"
    r"|“[^”]{2,20}”[\u4e00-\u9fff]{5,8}平台|“[^”]{2,16}(?:行动|计划|工程)”"
    r"|“[^”]{3,20}”、?“|(?:获评|获得|获|荣获|入选|评为|列入|创成|命名为?|打造|推出|举办|办好)[\u4e00-\u9fff]{0,6}“[^”]{2,20}”"
)
"""What is called by a name in quotation marks: with what it is behind it, given, held, or one of several. Others quote a catchword."""
_MARKED = re.compile(rf"《[^》]+》|{_QUOTED}")
_LETTERED = re.compile(r"[A-Za-z]+[-—]?\d|\d+[A-Za-z]+|[A-Z]{2,}")
_WORKS = re.compile(
    r"大桥|机场|高铁|铁路|高速公路|港区|水库|水电站|核电站|工业园|产业园|大学|医院|博物馆|试验区|示范区|自贸港|论坛|博览会|运河|隧道|专项行动|条例"
)
"""A project, document or programme by its name: marked as one, or by what it is, with two characters of a name before."""
_TIMED = re.compile(
    r"(?:20\d\d|今|明)年(?:\d{1,2}月)?(?:底|末|内)?(?:前|之前|建成|完成|实现|达到)|[年月]底前|年内|\d{1,2}月底|by (?:the end of )?20\d\d"
)
_OWNED = re.compile(r"牵头|责任(?:单位|部门)|由[\u4e00-\u9fff]{2,12}(?:负责|组织实施|会同)")
_CALLED = re.compile(
    rf"{_QUOTED}|第[一二三四五六七八九十百\d]+[次届批轮期]|[一二三四五六七八九十]+年(?:行动|计划|规划|攻坚|提升)"
    r"|(?:实施|开展|启动|办好|举办|设立|推进|落实|执行|编制|制定|出台|组建|成立)(?!各类|各种|系列|多种|形式)[\u4e00-\u9fff、]{3,24}?"
    r"(?:行动|计划|工程|基金|普查|规划|方案|集团|公司(?![制化治])|银行|博览会|论坛|(?<!代表)(?<!动员)(?<!表彰)大会)"
    r"|入选|获批|荣获|揭牌|挂牌"
    r"|(?:工程|项目|线|港|机场|基地|中心|园区?|站|馆|院|厂|桥|路|街|机组|泵站|校区|酒店|商城|综合体|广场|市场|平台|系统)[^，。；]{0,10}"
    r"(?:通水|通车|通航|贯通|投产|投运|投用|竣工|完工|开工|启用|封顶|开业|开园|开馆|上线|亮相|投入(?:使用|运营|运行))"
    r"|(?:全国|国家|全省|全区|全市|自治区|[省市]级?)[\u4e00-\u9fff、]{2,18}?(?:平台|目录|系统|数据体系|数据中心|保护区|示范[区市县]|试验区|试点)"
    r"|(?:成立|组建|设立)[^，。；]{2,20}领导小组"
    r"|[\u4e00-\u9fff]{2}[一二三四五]期(?![间限望待中末货刊内])|开通[^，。；]{3,20}航线"
    r"|(?:制定|编制)[\u4e00-\u9fff]{2,14}战略|(?:晋升|升级|升格|提升)为[\u4e00-\u9fff]{2,6}级"
    r"|(?:通过|取得|获得?|荣膺|纳入|列入|授予)[^，。；]{0,14}(?:验收|认证|称号|荣誉|适航证|牌照|名录|国家试点|(?:首批|全国)[^，。；]{2,14}(?:试点|示范|园区|城市))"
    r"|(?:中学|分校|景区|湿地公园|森林公园|煤矿|街区)、|、[\u4e00-\u9fff]{2,10}(?:中学|分校|景区|湿地公园|森林公园|煤矿)|国家重要湿地"
    r"|(?<!重点)(?<!重大)(?<!批)(?<!个)(?:项目|中心|基地)(?:已经|正式|全面|顺利|一期)*(?:落地|启动|建成)(?=[，。；并])|艺术节|电影节|盛典|展销会"
    r"|(?<!各)[市旗]、[\u4e00-\u9fff]{2,4}[市旗]|保护区|科考|历史街区|国家公园|口岸(?=[^，。；]{0,10}(?:实现|开通|获批|恢复|正式))"
    r"|(?<!江)[江河]、[\u4e00-\u9fff]{2,3}[江河湖]|(?:全国|全省|全球|世界|国内)(?:首[次制创例]|唯一|最[大高长快早])|首[个家条台列座批艘例颗]"
    r"|冠军|夺冠|金牌|升空|联赛|锦标赛|世巡赛"
)
_LAWS = re.compile(r"(?:促进|保护|管理|监督|贸易|安全|治理|教育|保障)法(?![治定律规院人])")
_HOUSES = re.compile(
    r"大剧院|文化公园|露天矿|遗址|故居|古城|学院|研究院|实验室|数据中心集群|水资源配置|分会场|新城|科技城|科学城|纪念馆|体育馆|综合保税区"
)
"""A thing called by a name of its own, more loosely than a project: enough not to be a general measure. Laws have three characters of a
name before, houses and quarters two."""
_DIVISION = re.compile(
    r"[\s\d一二三四五六七八九十两]+[个项大类条]*(?:[一二三]级|主要|重点|预期性|约束性|方面|基本)*(?:层级|层次|分类|部分|方面|领域|方向|指标|环节|阶段|类别|维度|原则|级)(?!项目|企业|专项|任务|工程|产业|试点)"
)
"""A count of parts of a thing or a text: 25项主要指标, 三个层级."""
_INDICATORS = ("指标", "指标共", "重点任务")
"""Before such a count: 预期性指标19项."""
_LATIN = re.compile(r"[A-Za-z]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DIGIT = re.compile(r"\d")
_TERMS = re.compile(
    r"[3-6]G(?![A-Za-z])|IPv[46]|\b(?:A[IR]|VR|IT|APP|LED|LNG|CNG|GDP|CPI|PPP|TSN|ERP|MES|SaaS|R&D)\b",
    re.ASCII | re.IGNORECASE,
)
"""Words of technology and statistics: no names of their own."""
_WHEN = re.compile(r"^(?:[刚即]?刚?(?:过去|将到来)的|面对|回顾|展望|进入)?\d{4}年[，,]?")
"""The year a sentence opens with tells nothing by itself: 刚刚过去的2025年，."""
_NUMERAL = re.compile(r"百分之|(?<![第一二三四五六七八九十百千万亿])[一二三四五六七八九十百千万亿]{2,}(?:[个家项亩元人户套所座条公里]|多)")
_TROUBLE = re.compile(
    r"不[足够强高大多优平稳实力畅合匹同充协]|不[及尽完健到适匀]|需(?:加|提|巩|持|进)|慢|过[高多快大剩]|处[在于]|仍在|堵点|课题|难|弱|短板|缺|矛盾|压力|风险|制约|滞后|下降|下滑|减少|偏[低小弱]|较[低小弱大]|差|问题|挑战|瓶颈|隐患|突出|乏力|尚未|有待|亟待|不少|繁重|脆弱"
    r"|\b(?:lack|weak|risk|challenge|problem|pressure|shortage|slow|fall|fell|decline|insufficient|not )",
    re.IGNORECASE,
)
"""What a problem sounds like."""
_SOME = r"(?:不少|一些|许多|诸多|很多|较多|多重|不可忽视|突出|新|老|这样那样)"
_BARE_TROUBLE = r"(?:困难|挑战|问题|矛盾|不足|差距|短板|缺点|错误)"
_ONLY_ANNOUNCES = re.compile(
    rf"(?:面临|面对|存在|产生|出现|还有|仍有|也有)着?{_SOME}*的?{_SOME}*{_BARE_TROUBLE}(?:[和与、]{_BARE_TROUBLE})*[。；：，]?$"
    rf"|(?:{_SOME}?{_BARE_TROUBLE}[、和与]?){{1,4}}[^，；：。]{{0,4}}(?:不少|不容忽视|亟待破解|亟待解决|严峻复杂)[。；：，]?$"
    rf"|存在的{_BARE_TROUBLE}[，]?是[^，。；]{{0,8}}{_BARE_TROUBLE}。$"
)
"""Says that there are problems, and none of them: 发展还面临不少困难和挑战。"""
_MISSED_GOALS = re.compile(r"未能?(?:如期)?(?:完成|实现|达到)|没有(?:完成|实现|达到)")
_SHORTEST = 8
"""Code points below which a statement can hardly be read by itself."""
SHORTEST_AIM = 12
"""An aim in words has so many code points; shorter ones are labels."""
LARGEST = 5
"""So many of the largest sums of money of a kind are told apart."""
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
        titles=titles,
    )


def own_figures(item: Item) -> list[Figure]:
    """Return the figures that tell an item's fact; those it is compared from or measured against do not."""
    return [figure for figure in item.figures if figure.base is None]


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
    return ("目标" in text or _LATIN.search(text) is not None) and _GOAL.search(text) is not None


def is_goal(item: Item, frame: Frame) -> bool:
    """Return whether a target stands in a sentence that announces goals, or right under a heading that does."""
    if not isinstance(item, Target):
        return False
    number = frame.sentences.index_at(item.evidence[0].start) if item.evidence else None
    if number in frame.goals if number is not None else _announces_goals(item.statement):
        return True
    title = frame.titles_of(item).rsplit("\n", 1)[-1]
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
        or _OWNED.search(text) is not None
        or _TIMED.search(text) is not None
        or _CALLED.search(text) is not None
        or _follows_a_name(_LAWS, text, 3)
        or _follows_a_name(_HOUSES, text, 2)
    )


def _says_of(text: str) -> Says | None:
    """Return what reads English statements; None for a statement with Chinese words."""
    return room_of("en").says if _HAN.search(text) is None and _LATIN.search(text) is not None else None


def sounds_troubled(text: str) -> bool:
    """Return whether a text has a word of trouble: what is called a risk and has none is likely none."""
    if (says := _says_of(text)) is not None:
        return says.sounds_troubled(text)
    return _TROUBLE.search(text) is not None


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
        (("“" in bare or "《" in bare) and _MARKED.search(bare) is not None)
        or (_LATIN.search(bare) is not None and _LETTERED.search(bare) is not None)
        or _follows_a_name(_WORKS, text, 2)
    )


def _without_terms(text: str) -> str:
    return _TERMS.sub("", text) if _LATIN.search(text) is not None else text


def _follows_a_name(words: re.Pattern[str], text: str, length: int) -> bool:
    """Return whether one of `words` stands in `text` right behind so many Chinese characters."""
    match = words.search(text)
    while match is not None:
        start = match.start()
        if start >= length and all("\u4e00" <= character <= "\u9fff" for character in text[start - length : start]):
            return True
        match = words.search(text, start + 1)
    return False


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
    hit = [any(word in part for word in words) for part in parts]
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
    largest = _largest(items)
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
        if item.id in listed:
            names.add("problems")
        if item.id in earlier:
            names.add("earlier_of_series")
        if own and not any(figure.value for figure in own) and is_sheet_line(item.statement):
            names.add("nothing")
        if item.indicator is None and unnamed[item.statement] >= PARALLEL:
            told[item.statement] += 1
            if told[item.statement] > 1:
                names.add("parallel")
        found.append(frozenset(names))
    return found


def _largest(items: Sequence[Item]) -> frozenset[str]:
    sums = [(figure.amount, item.id) for item in items for figure in own_figures(item) if _is_money(figure) and figure.amount is not None]
    return frozenset(name for _, name in sorted(sums, key=lambda each: -each[0])[:LARGEST])


_OF_SERIES = re.compile(r"(?P<key>[A-Za-z][\w %()-]{1,200}) (?:19|20)\d\d: \S+$")
"""A value of a data sheet's list: Amounts Recovered 2023: 18.88."""


_SHEET_LINE = re.compile(r"[A-Za-z][\w %()-]{1,200}: \S+")


def is_sheet_line(statement: str) -> bool:
    """Return whether a statement is a line of a data sheet: a key in words and its number."""
    return _SHEET_LINE.fullmatch(statement) is not None


def _earlier_of_series(items: Sequence[Item]) -> frozenset[str]:
    """Return the ids of the values of a data sheet's lists that a later one follows."""
    series: dict[str, list[Item]] = {}
    for item in items:
        if item.period is not None and (found := _OF_SERIES.match(item.statement)) is not None:
            series.setdefault(found["key"], []).append(item)
    last = {key: max(item.period.end for item in own if item.period is not None) for key, own in series.items()}
    return frozenset(item.id for key, own in series.items() for item in own if item.period is not None and item.period.end < last[key])


def _is_money(figure: Figure) -> bool:
    return figure.unit_code is not None and len(figure.unit_code) == 3 and figure.unit_code.isupper()


def _of_figures(item: Item, own: Sequence[Figure], frame: Frame) -> list[str]:
    if not own:
        return []
    roles = {figure.role for figure in own}
    traits = {
        "figure": True,
        "main": any(figure.id in frame.main for figure in own),
        "sum": any(map(_is_money, own)),
        "rank": "rank" in roles,
        "average": all(figure.yearly_average for figure in own),
        "difference": roles == {"change_pp"},
        "fall": "change" in roles
        and any(figure.role == "change" and figure.value is not None and figure.value < 0 for figure in own)
        and _should_rise(item),
        "share_of": roles == {"share"} and _is_amount(item.indicator),
        "events": all(figure.unit.lstrip("万亿") in _EVENT_UNITS for figure in own),
    }
    return [name for name, there in traits.items() if there]


def _should_rise(item: Item) -> bool:
    """Return whether a rise of what an item tells would be good news: by the registry, else by the last word of its name."""
    if item.indicator is not None:
        return get(item.indicator).good == "up"
    return (item.metric or "").endswith(_GOOD_UP)


def _is_amount(indicator: str | None) -> bool:
    return indicator is not None and get(indicator).unit not in ("%", "‰", "")


_GOOD_UP = ("增加值", "产值", "收入", "投资", "出口", "进口", "进出口", "产量", "销售额", "零售额", "利润", "税收", "消费")


def _of_time(item: Item, own: Sequence[Figure], frame: Frame) -> list[str]:
    wanted = frame.plan_period if isinstance(item, Target) else frame.period
    said = next((figure.period for figure in own if figure.period), item.period)
    if wanted is None or said is None:
        return []
    if is_same_year(said, wanted):
        return ["own_time"]
    if not frame.yearly:
        return ["other_time"] if said.end < wanted.start else []
    if said.start <= wanted.start and wanted.end <= said.end and (said.end - said.start) > (wanted.end - wanted.start):
        return ["many_years"]
    apart = said.end < wanted.start or wanted.end < said.start
    return ["other_time"] if apart or said.start < wanted.start else []


def _of_words(item: Item, own: Sequence[Figure], frame: Frame, part: str) -> list[str]:
    sentence = frame.sentence_of(item)
    goal = is_goal(item, frame)
    traits = {
        "goal": goal and bool(own or item.indicator),
        "horizon": not frame.yearly and _BY_YEAR.search(part) is not None,
        "aim": goal and not item.figures and not frame.main and len(item.statement) >= SHORTEST_AIM,
        "named": is_named(part),
        "subtotal": item.statement.startswith("其中") or part.startswith("其中"),
        "part": of_part(item.metric or ""),
        "divisions": item.indicator is None and _counts_divisions(item, own) and not _MISSED_GOALS.search(item.statement),
        "called": not item.figures and holds_something(item.statement, planned=isinstance(item, Target)),
        "announces": isinstance(item, Risk) and only_announces(item.statement),
        "of_all": isinstance(item, Risk) and not item.figures and is_general(item.metric or part, item.statement),
        "untroubled": isinstance(item, Risk) and not sounds_troubled(item.statement),
        "nameless": item.metric is None,
        "points_back": points_back(item.statement),
        "by_place_only": item.basis.kind == "section",
        "short": len(item.statement) < _SHORTEST,
        "problems": bool(item.evidence) and item.evidence[0].section in frame.problems,
        "first": sentence is not None and sentence.place == 0,
    }
    return [name for name, there in traits.items() if there]


def _counts_divisions(item: Item, own: Sequence[Figure]) -> bool:
    """Return whether all of an item's figures only count the parts of a thing or a text."""
    places = [item.statement.find(figure.text) for figure in own]
    return bool(own) and all(
        at >= 0 and (_DIVISION.match(item.statement, at) is not None or item.statement.endswith(_INDICATORS, 0, at)) for at in places
    )


def _of_fate(item: Item) -> list[str]:
    """Return what became of an item: a goal missed or surpassed, a task behind or early; who must do it, and by when."""
    if isinstance(item, Achievement):
        return [{"missed": "missed", "partial": "missed", "exceeded": "surpassed"}[item.outcome]] if item.outcome in _TOLD_OUTCOMES else []
    if not isinstance(item, Target):
        return []
    traits = [name for name, there in (("deadline", item.deadline), ("owner", item.owner)) if there]
    if item.progress is not None and item.progress.status in ("behind", "exceeded"):
        traits.append("behind" if item.progress.status == "behind" else "early")
    return traits


_TOLD_OUTCOMES = frozenset({"missed", "partial", "exceeded"})
