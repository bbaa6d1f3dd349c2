"""Which place a report speaks for.

Comes in: the working text and what its front matter says. Goes out: the full name of the place and whether the report says it outright,
or None. Known here: the divisions of China down to counties (`places.tsv`), and that a report names other places too: where its plans come
from, whom it is ranked with, who invests, where a news agency sits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from operator import add
from typing import NamedTuple

from reportsum import lazy_re as re

from .tables import Row, read_table

NATION = "中国"
"""The place of a report that the State Council or a ministry gives."""

READ_CHARS = 60_000
"""A place that a report speaks for is named often; this much of the text tells."""

LONGEST_PLACE = 6
"""So many characters of a phrase are looked at for the name it begins with; longer names are told in short."""

WEIGHED = 10
"""So many of the names used most are weighed; the report's own is among them."""

_SUFFIX = re.compile(r"特别行政区|自治[区州县旗]|[省市县区州旗盟]")
_NATION = re.compile(
    r"中华人民共和国(?!香港|澳门)|^(?:全国|国务院|国家|中国|中共中央|中央人民政府)|(?:代表|受)(?:国务院|中央人民政府)|日在第\S{1,4}届全国人民代表大会"
    r"|^(?:教育|科学技术|科技|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和?城乡建设|交通运输|水利|农业农村|农业|商务|"
    r"文化和旅游|应急管理|国防|外交)部(?:$|[、关部的\s]|办公厅)"
)
_DATELINE = re.compile(r"(?:新华社|中新社|中新网|人民网|本报|本网|央视网)\S{0,8}?\d{1,2}\s?月\s?\d{1,2}\s?日\s?(?:电|讯|消息)")
_MARKED = re.compile(r"《[^》]*》")
_SPOKEN_FOR = re.compile(r"(?:代表|受)([省市县区州旗盟])(?:人民)?政府")
_SELF = re.compile(r"[我本]([省市县区州旗盟])")
_WHOLE = re.compile(r"全([省市县区州旗盟])(?!第|前|首|唯一|平均|最|各|排|居)")
_OWN_NATION = re.compile("我国")
LEAST_SELF = 2
"""So often a report that names no place says 全市 or 我省 before that tells its rank."""
LEAST_SHORT = 3
"""So often it names its province or city by the short name."""
_AFTER_SHORT = re.compile(r"\d{4}|年|[省市州]|人民|政府|国民|经济|统计|上半年|一季度|前三季度|[“\"]|第|$")
"""What follows a short name in a title where it is a place: 广东国民经济, but not 合作社, 资源节约."""
_RANK = re.compile(r"(?<=..)(?:特别行政区|自治[区州县旗]|[省市县区州旗盟])$")
_PEOPLE = re.compile(
    r"(?:壮|回|藏|羌|苗|侗|彝|土家|布依|傣|景颇|白|傈僳|哈尼|朝鲜|满|畲|黎|瑶|土|撒拉|保安|东乡|裕固|仡佬|水|毛南|仫佬|佤|拉祜|布朗|纳西|独龙|怒|达斡尔|各)族$"
    r"|(?:蒙古族?|哈萨克族?|柯尔克孜|维吾尔|锡伯|塔吉克|鄂伦春|鄂温克)$"
)
_RANKS_END, _PEOPLES_END = "省市县区州旗盟", "族古克孜尔伯春"
# A name by its looks, where the table does not know it: 苏州工业园区, 城关镇.
_BY_LOOKS = re.compile(
    r"(?:^|年|在|[\s:：“《（(—])([\u4e00-\u9fff]{2,10}?(?:工业园区|开发区|高新区|示范区|新区|街道|兵团|自治县|自治州|[省市县区镇乡旗]))"
    r"(?=人民政府|政府|第|人大|\d{4}|[关的国经重上下年“二]|[一二三四五六七八九十]|$)"
)
_ABOUT = re.compile(r"关于|印发|转发|批转|下达|公布|报送|调整|批准|[省市县区州]?(?:人民)?政府办公[厅室]|^[省市县区](?=人民政府)")
_NO_NAME = re.compile(r".*(?:全|半年|季度|年)[省市县区镇乡旗]?|^(?:我|各|本|该|省|市|县|区|关于|在|城|社|园|地区|两)")
# What follows a place that others are measured by: 南通市下达的任务, 上海市场.
_OTHERS = re.compile(r"下达|平均|场|排名|第[一二三四五\d]|前列|首[个家位]|唯一|级|委(?:市)?政府?的?(?:正确)?领导|崇明|[、和]")


@cache
def _rows() -> tuple[Row, ...]:
    return read_table("places.tsv", ("province", "prefecture", "counties"))


@cache
def _full_names() -> Mapping[str, str]:
    """Return every name that carries its rank, with the full name it stands for (阿坝州: 阿坝藏族羌族自治州)."""
    names: dict[str, str] = {}
    for row in _rows():
        for name in (row["province"], row["prefecture"], *row["counties"].split()):
            names[name] = name
            if name.endswith(("自治州", "自治区")):
                names.setdefault(short_name(name) + name[-1], name)
    names.pop("", None)
    return names


@cache
def _by_short_name() -> dict[str, str]:
    """Return the full name of each name that can stand without its rank and then means one place only (南通, 江苏)."""
    full: dict[str, str] = {}
    for name in sorted(set(_full_names().values()), key=lambda n: (not n.endswith("市"), n)):
        if not name.endswith("区") and len(short := short_name(name)) >= 2:
            full.setdefault(short, name)
    return full


def place_at_start(phrase: str, *, in_short: bool = True) -> str:
    """Return the name of a division that a phrase begins with, with its rank or (`in_short`) without, "" where it begins with none.

    >>> place_at_start("南通地铁日客运量"), place_at_start("南通地铁", in_short=False), place_at_start("南通市地铁", in_short=False)
    ('南通', '', '南通市')
    """
    for size in range(min(len(phrase), LONGEST_PLACE), 1, -1):
        if phrase[:size] in _full_names() or (in_short and phrase[:size] in _by_short_name()):
            return phrase[:size]
    return ""


def is_in_taiwan(place: str) -> bool:
    """Whether a place counts its years from 1912 (民国元年)."""
    return place in _taiwan()


@cache
def _taiwan() -> frozenset[str]:
    rows = _rows()
    return frozenset(name for row in rows if row["province"] == "台湾省" for name in (row["province"], *row["counties"].split()))


def short_name(name: str) -> str:
    """Return a place name without its rank.

    >>> short_name("南通市"), short_name("广西壮族自治区"), short_name("延边朝鲜族自治州")
    ('南通', '广西', '延边')
    """
    if name[-1:] in _RANKS_END:
        name = _RANK.sub("", name) or name
    while len(name) > 2 and name[-1] in _PEOPLES_END and (people := _PEOPLE.search(name)) is not None and people.start() >= 2:
        name = name[: people.start()]
    return name


def place_within(text: str, own: str | None, not_short: re.Pattern[str]) -> bool:
    """Return whether a text names a county by its full or a city by its short name, and not only `own` place.

    `not_short` are short names that stand inside common words (保定 in 确保定期).

    >>> place_within("白河县硫铁矿污染治理", "陕西省", re.compile("保定")), place_within("确保定期发放", None, re.compile("保定"))
    (True, False)
    """
    known = _by_first_two()
    mine = "" if own is None else short_name(own)
    for at in range(len(text) - 1):
        for name in known.get(text[at : at + 2], ()):
            if not text.startswith(name, at) or (mine and name.startswith(mine)):
                continue
            if len(name) > 2 or (not_short.fullmatch(name) is None and text[at - 1 : at + 1] not in _provinces_in_short()):
                return True  # a short name may begin with the end of another: 陕|西安|康
    return False


@cache
def _by_first_two() -> dict[str, list[str]]:
    """Return names by their first two characters: those of counties with their rank, of cities without too."""
    names = {name for name in _full_names() if len(name) >= 3 and not name.endswith("区")}
    cities = {short_name(row["prefecture"]) for row in _rows() if row["prefecture"]}
    found: dict[str, list[str]] = {}
    for name in sorted(names | {city for city in cities if len(city) >= 2}, key=lambda one: (-len(one), one)):
        found.setdefault(name[:2], []).append(name)
    return found


@cache
def _provinces_in_short() -> frozenset[str]:
    rows = _rows()
    return frozenset(short_name(row["province"]) for row in rows) | {"东南", "西南", "中南", "东北", "西北"}


class Place(NamedTuple):
    """The place a report speaks for."""

    name: str
    said: bool
    """Whether title, front matter, opening or signature name it; else it is concluded from what the text names most."""


def find_place(text: str, said: Iterable[str | None], opening: str) -> Place | None:
    """Return the place a report speaks for; None when no name stands out.

    `said` is what names it most reliably first: title, delivery line, source, signature. `opening` is the beginning of the report proper.
    """
    head = [_DATELINE.sub("", words) for words in said if words]
    if any("行政长官" in words or words.endswith("施政报告") for words in (*head, opening[:200])):
        region = max(("香港", "澳门"), key=text[:READ_CHARS].count)
        if region in text[:READ_CHARS]:
            return Place(region + "特别行政区", said=True)
    for words in head:
        if _NATION.search(_MARKED.sub("", words)):
            return Place(NATION, said=True)
        place = _named_in(words)
        if place is not None:
            return Place(place, said=True)
    if _NATION.search(_MARKED.sub("", _DATELINE.sub("", opening[:300]))):
        return Place(NATION, said=True)
    concluded = _most_named(text[:READ_CHARS])
    return Place(concluded, said=False) if concluded is not None else None


def _named_in(words: str) -> str | None:
    """Return the place that a title or a line of the front matter names: the last of a chain (江苏省南通市海安市)."""
    known = _full_names()
    found: str | None = None
    end = -1
    for match in _SUFFIX.finditer(words):
        name = _name_before(words, match.end(), known)
        if name is not None and (found is None or words[end : match.end() - 1].startswith(short_name(name))):
            found, end = name, match.end()
    if found is not None:
        return found
    looks = _BY_LOOKS.search(_ABOUT.sub(" ", words))
    if looks is not None and not _NO_NAME.match(looks[1]):
        return looks[1]
    short = _by_short_name()
    for start in range(min(len(words), 12)):
        for length in (4, 3, 2):
            name = short.get(words[start : start + length])
            if name is not None and _AFTER_SHORT.match(words, start + length):
                return name
    return None


@cache
def _tails() -> frozenset[str]:
    """Return the last two characters of all names: what does not end so needs no longer look."""
    return frozenset(name[-2:] for name in _full_names())


def _name_before(words: str, end: int, known: Mapping[str, str]) -> str | None:
    """Return the longest known name that ends at `end`."""
    if words[max(0, end - 2) : end] not in _tails():
        return None
    for length in range(min(12, end), 1, -1):
        if words[end - length : end] in known:
            return known[words[end - length : end]]
    return None


def _most_named(text: str) -> str | None:
    """Return the place a text names most, of the rank it says it has (全市, 我省); names by which others are measured do not count.

    A text that says 我国 and never 全省 or 全市 speaks for the nation.
    """
    rank = _own_rank(text)
    if rank is None and len(_OWN_NATION.findall(text)) >= LEAST_SELF and _WHOLE.search(text) is None:
        return NATION
    known = _full_names()
    full: Counter[str] = Counter()
    for match in _SUFFIX.finditer(text):
        name = _name_before(text, match.end(), known)
        if name is not None:
            full[name] += 1
    weights = {name: _weight(text, name) for name, _ in full.most_common(WEIGHED)}
    fitting = {name: weight for name, weight in weights.items() if _has_rank(name, rank) or (rank is None and _own_organs(text, name))}
    if rank in ("省", "市"):
        shorts = _by_short_name()
        for name in (shorts[short] for short in _words_of(text) & shorts.keys()):
            if not _has_rank(name, rank) or name in weights:
                continue
            weight = _weight(text, name)
            if weight >= LEAST_SHORT and (rank == "省" or _is_city_of_province(name)):
                fitting[name] = weight
    if rank is None and not fitting:
        fitting = _prevailing(weights)
    best = max(fitting, key=lambda name: (fitting[name], name), default=None)
    return best if best is not None and fitting[best] >= LEAST_SHORT else None


def _prevailing(weights: Mapping[str, int]) -> dict[str, int]:
    """Return the place that is named far more often than any other."""
    first, second = sorted([*weights.items(), ("", 0), ("", 0)], key=lambda one: -one[1])[:2]
    return {first[0]: first[1]} if first[1] >= max(LEAST_PREVAILING, PREVAILS * second[1]) else {}


LEAST_PREVAILING, PREVAILS = 5, 3


def _own_rank(text: str) -> str | None:
    """Return the rank by which a text speaks of its own place: 代表市人民政府, 我市, 全市; None where it does not."""
    spoken = _SPOKEN_FOR.search(text[:SHORT_CHARS])
    if spoken is not None:
        return spoken[1]
    for pattern in (_SELF, _WHOLE):
        ranks = Counter(match[1] for match in pattern.finditer(text))
        best = max(ranks, key=lambda one: (ranks[one], one), default=None)
        if best is not None and ranks[best] >= LEAST_SELF:
            return best
    return None


def _words_of(text: str) -> set[str]:
    """Return the pairs and triples of characters of the beginning of a text."""
    head = text[:SHORT_CHARS]
    pairs = list(map(add, head, head[1:]))
    return {*pairs, *map(add, pairs, head[2:])}


SHORT_CHARS = 4_000
"""A report that never names its place in full does so by the short name within this much of the text."""


def _has_rank(name: str, rank: str | None) -> bool:
    """Whether a place is of the rank by which a report speaks of itself: 全区 in 渝北区 and in 广西壮族自治区."""
    return rank is not None and name.endswith(rank)


@cache
def _cities() -> frozenset[str]:
    rows = _rows()
    return frozenset(name for row in rows for name in (row["province"], row["prefecture"]) if name)


def _is_city_of_province(name: str) -> bool:
    return name in _cities()


def _own_organs(text: str, name: str) -> bool:
    """Whether a text names the organs of a place as those that act: 启东市人民政府, 启东市第十七届."""
    return any(name + organ in text for organ in ("人民政府", "第", "人大常委会", "委、"))


def _weight(text: str, name: str) -> int:
    """Return how often a text names a place as its own: by full or short name, not where others are measured by it."""
    count = 0
    short = short_name(name)
    at = text.find(short)
    while at >= 0:
        after = at + (len(name) if text.startswith(name, at) else len(short))
        count += 0 if _OTHERS.match(text, after) else 1
        at = text.find(short, after)
    own = sum(text.count(name + organ) for organ in ("人民政府", "委", "第", "人大"))
    return count + 2 * own
